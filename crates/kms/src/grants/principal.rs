//! The principals of grants, by ARN.

use arn::{AccountId, Arn};
use iam_policy::Principal;

use crate::Error;

/// Reads the ARN of an account's root, a user, a role, a role session or a federated user.
///
/// Whether it exists is another question.
pub(crate) fn parse(text: &str) -> Result<Arn, Error> {
    let invalid = || Error::InvalidPrincipal(text.to_owned());
    let arn: Arn = text.parse().map_err(|_| invalid())?;
    let has_name = |rest: &str| !rest.is_empty() && rest.split('/').all(|part| !part.is_empty());
    let is_principal = match (arn.service(), arn.resource().split_once('/')) {
        ("iam", None) => arn.resource() == "root",
        ("iam", Some(("user" | "role", rest))) | ("sts", Some(("federated-user", rest))) => has_name(rest),
        ("sts", Some(("assumed-role", rest))) => has_name(rest) && rest.split('/').count() == 2,
        _ => false,
    };
    let of_an_account =
        arn.partition() == arn::PARTITION && arn.region().is_empty() && arn.account_id().is_some();
    if is_principal && of_an_account { Ok(arn) } else { Err(invalid()) }
}

/// The names that a grant can call the caller by, the closest one first: the less a name leaves to the caller's own policies,
/// the closer it is (`iam_policy::Grant` gives them their weight).
pub(crate) fn names_of(principal: &Principal) -> Vec<String> {
    let root = |account: &AccountId| account.root_arn();
    match principal {
        Principal::Root { account } => vec![root(account)],
        Principal::User { account, arn } => vec![arn.to_string(), root(account)],
        Principal::AssumedRole { account, role_arn, session_arn } => {
            vec![session_arn.to_string(), role_arn.to_string(), root(account)]
        }
        Principal::FederatedUser { account, user_arn, session_arn } => {
            vec![session_arn.to_string(), user_arn.to_string(), root(account)]
        }
        Principal::Anonymous | Principal::Service { .. } | Principal::Federated { .. } => Vec::new(),
    }
}

/// Whether the ARN is that of one session, of which there may be any number.
pub(crate) fn is_session(name: &str) -> bool {
    name.split(':').nth(2) == Some("sts")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_principal() {
        for text in [
            "arn:aws:iam::111122223333:root",
            "arn:aws:iam::111122223333:user/ann",
            "arn:aws:iam::111122223333:role/service/path/Reader",
            "arn:aws:sts::111122223333:assumed-role/Reader/s1",
            "arn:aws:sts::111122223333:federated-user/bob",
        ] {
            assert!(parse(text).is_ok(), "{text}");
        }
        for text in [
            "111122223333",
            "AROAEXAMPLE",
            "dynamodb.amazonaws.com",
            "arn:aws:iam::111122223333:group/g",
            "arn:aws:iam::111122223333:user",
            "arn:aws:iam::111122223333:user/",
            "arn:aws:iam::111122223333:role/a//b",
            "arn:aws:iam::111122223333:root/x",
            "arn:aws:iam:eu-west-1:111122223333:user/ann",
            "arn:aws-cn:iam::111122223333:user/ann",
            "arn:aws:iam::aws:user/ann",
            "arn:aws:sts::111122223333:assumed-role/Reader",
            "arn:aws:sts::111122223333:assumed-role/a/b/c",
            "arn:aws:kms:eu-west-1:111122223333:key/x",
            "",
        ] {
            assert!(matches!(parse(text), Err(Error::InvalidPrincipal(_))), "{text}");
        }
    }

    #[test]
    fn sessions_are_told_from_what_lasts() {
        assert!(is_session("arn:aws:sts::111122223333:assumed-role/Reader/s1"));
        assert!(!is_session("arn:aws:iam::111122223333:role/sts"));
    }
}
