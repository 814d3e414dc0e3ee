//! Key policies. Source: KMS Developer Guide, "Key policies in AWS KMS" and "Default key policy".

use std::sync::Arc;

use arn::AccountId;
use gate::{Caller, Origin, Question};
use iam_policy::{Policy, PolicyKind};

use crate::{Error, authorize};

/// The one name of a key policy.
pub(crate) const NAME: &str = "default";

/// The name of the policy that AWS's Resource Access Manager keeps. No key here has it.
pub(crate) const RAM_NAME: &str = "AWS_RAM";

/// The longest key policy in bytes. Source: Developer Guide, "Resource quotas".
const MAX_LENGTH: usize = 32 * 1024;

/// The policy of a key that was created without one: the account decides through its IAM policies.
pub fn default_key_policy(account: AccountId) -> String {
    let policy = serde_json::json!({
        "Version": "2012-10-17",
        "Id": "key-default-1",
        "Statement": [{
            "Sid": "Enable IAM User Permissions",
            "Effect": "Allow",
            "Principal": { "AWS": account.root_arn() },
            "Action": "kms:*",
            "Resource": "*",
        }],
    });
    format!("{policy:#}")
}

/// Reads a key policy that somebody wants to set.
pub(crate) fn parse(text: &str) -> Result<Policy, Error> {
    if text.len() > MAX_LENGTH {
        return Err(Error::limit(format!(
            "The key policy has {} bytes, the limit is {MAX_LENGTH}.",
            text.len()
        )));
    }
    Ok(Policy::parse(text, PolicyKind::KeyPolicy)?)
}

/// The lockout check: under the new policy, the caller must be allowed what `question` asks (`kms:PutKeyPolicy` on the key).
pub(crate) fn check_lockout(
    policy: Policy,
    mut question: Question,
    caller: &Caller,
    origin: &Origin,
) -> Result<(), Error> {
    question.resource_policy = Some(("new key policy", Arc::new(policy)));
    question.context.insert("kms:BypassPolicyLockoutSafetyCheck", authorize::truth(false));
    if gate::would_allow(caller, origin, question) { Ok(()) } else { Err(Error::PolicyLockout) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_policy_is_valid_and_long_ones_are_not() {
        let default = default_key_policy("111122223333".parse().unwrap());
        assert_eq!(parse(&default).unwrap().statements().len(), 1);
        let long = format!("{default}{}", " ".repeat(MAX_LENGTH));
        assert!(matches!(parse(&long), Err(Error::LimitExceeded(_))));
        assert!(matches!(parse("{}"), Err(Error::MalformedPolicy(_))));
        assert!(matches!(parse("my policy"), Err(Error::MalformedPolicy(_))));
    }
}
