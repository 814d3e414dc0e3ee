//! Key policies. Source: KMS Developer Guide, "Key policies in AWS KMS" and "Default key policy".

use std::sync::Arc;

use arn::AccountId;
use gate::{Caller, Origin, Question};
use iam_policy::{Named, Policies, Policy, PolicyKind, Request};

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
    if is_allowed(&mut question, caller, origin) { Ok(()) } else { Err(Error::PolicyLockout) }
}

/// What the gate will answer to `question`, for the few places that must know before it is asked. It grants nothing.
pub(crate) fn is_allowed(question: &mut Question, caller: &Caller, origin: &Origin) -> bool {
    add_caller(question, caller, origin);
    let identity: Vec<_> = caller.identity_policies.iter().map(named).collect();
    let session = caller.session.iter().flat_map(|session| &session.policies);
    let session: Vec<_> = session.map(named).collect();
    iam_policy::evaluate(
        &Request {
            principal: &caller.principal,
            action: question.action,
            resource: &question.resource,
            resource_account: question.owner,
            context: &question.context,
        },
        &Policies {
            identity: &identity,
            boundary: caller.boundary.as_ref().map(named),
            session: &session,
            resource: question.resource_policy.as_ref().map(|(name, policy)| Named { name, policy }),
            resource_authority: question.authority,
            ..Policies::default()
        },
    )
    .is_allowed()
}

fn named((name, policy): &(String, Arc<Policy>)) -> Named<'_> {
    Named { name, policy }
}

/// The condition keys that the gate adds. The next PutKeyPolicy is imagined as coming from the same place and time as this call.
fn add_caller(question: &mut Question, caller: &Caller, origin: &Origin) {
    let context = &mut question.context;
    context.insert_principal(&caller.principal);
    context.insert("aws:userid", caller.user_id.clone());
    for (key, value) in &caller.tags {
        context.insert(format!("aws:PrincipalTag/{key}"), value.clone());
    }
    if let Some(organization) = &caller.organization_id {
        context.insert("aws:PrincipalOrgID", organization.clone());
        context.insert("aws:ResourceOrgID", organization.clone());
    }
    context.insert("aws:ResourceAccount", question.owner.to_string());
    if let Some(session) = &caller.session {
        context.insert("aws:TokenIssueTime", session.issued_at.to_iso8601());
        if let Some(source) = &session.source_identity {
            context.insert("aws:SourceIdentity", source.clone());
        }
    }
    context.insert("aws:SourceIp", origin.source_ip.to_string());
    context.insert("aws:SecureTransport", authorize::truth(origin.secure_transport));
    context.insert("aws:CurrentTime", origin.at.to_iso8601());
    context.insert("aws:EpochTime", origin.at.secs().to_string());
    context.insert("aws:RequestedRegion", origin.region.to_string());
    context.insert("aws:ViaAWSService", "false");
    if let Some(agent) = &origin.user_agent {
        context.insert("aws:UserAgent", agent.clone());
    }
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
