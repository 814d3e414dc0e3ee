//! Policy documents as IAM takes them, keeps them and gives them back.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use iam_policy::{Policy, PolicyKind};
use store::Tx;

use crate::records::{Entity, Role};
use crate::{Error, principals};

/// The name that explanations give an inline policy.
pub(crate) fn inline_name(name: &str) -> String {
    format!("inline policy {name}")
}

/// Inline policies made ready for evaluation. A stored policy that does not parse is an error: without it, nobody knows what it denies.
pub(crate) fn compiled(
    policies: &BTreeMap<String, String>,
    owner: &str,
) -> Result<Vec<(String, Arc<Policy>)>, Error> {
    let compile = |(name, text): (&String, &String)| {
        let policy = Policy::parse(text, PolicyKind::Identity)
            .map_err(|error| Error::corrupt(format!("policy {name} of {owner}"), error))?;
        Ok((inline_name(name), Arc::new(policy)))
    };
    policies.iter().map(compile).collect()
}

/// Checks an inline policy, and that all inline policies together keep the quota.
pub(crate) fn check_inline(
    policies: &BTreeMap<String, String>,
    name: &str,
    text: &str,
    limit: usize,
    owner: &str,
) -> Result<(), Error> {
    let mut size = Policy::parse(text, PolicyKind::Identity)?.packed_len();
    for other in policies.iter().filter(|(other, _)| *other != name).map(|(_, text)| text) {
        let other = Policy::parse(other, PolicyKind::Identity)
            .map_err(|error| Error::corrupt(format!("a policy of {owner}"), error))?;
        size = size.saturating_add(other.packed_len());
    }
    if size > limit {
        return Err(Error::LimitExceeded(format!(
            "Maximum policy size of {limit} bytes exceeded for {owner}"
        )));
    }
    Ok(())
}

/// Checks a trust policy and its quota. Whether those whom it names exist is not looked at.
pub(crate) fn check_trust(text: &str) -> Result<(), Error> {
    let policy = Policy::parse(text, PolicyKind::Trust)?;
    if policy.packed_len() > Role::MAX_TRUST_POLICY {
        let limit = Role::MAX_TRUST_POLICY;
        return Err(Error::LimitExceeded(format!("Cannot exceed quota for ACLSizePerRole: {limit}")));
    }
    Ok(())
}

/// The unique ids of the users and roles whom a trust policy names, by ARN. Everybody whom it names must exist.
pub(crate) async fn bind(tx: &mut Tx, text: &str) -> Result<BTreeMap<String, String>, Error> {
    let named = principals::named(tx, &iam_policy::named_principals(text)?).await?;
    match named.unknown.into_iter().next() {
        None => Ok(named.unique_ids),
        Some(unknown) => Err(Error::NoSuchPrincipal(unknown)),
    }
}

/// Replaces the trust policies of `roles` by what is shown of them: with the present ARNs of those who were renamed, and the unique ids of
/// those who are gone.
pub(crate) async fn show(tx: &mut Tx, roles: &mut [Role]) -> Result<(), Error> {
    for role in roles {
        let shown = principals::shown(tx, &role.bound).await?;
        if !shown.is_empty() {
            role.trust_policy = iam_policy::with_present_names(&role.trust_policy, &shown)
                .map_err(|error| Error::corrupt(format!("trust policy of {}", role.arn()), error))?;
        }
    }
    Ok(())
}

/// Percent-encoded by RFC 3986, as IAM gives policy documents back.
pub(crate) fn url_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_encoded_by_rfc_3986() {
        assert_eq!(
            url_encoded("{\"A\": [\"a-b_c.d~e*/\"]} é"),
            "%7B%22A%22%3A%20%5B%22a-b_c.d~e%2A%2F%22%5D%7D%20%C3%A9"
        );
    }

    #[test]
    fn quotas_count_without_white_space() {
        let long = |padding: usize| {
            let space = " ".repeat(padding);
            format!(r#"{{"Statement":{space}{{"Effect":"Allow","Action":"s3:*","Resource":"*"}}}}"#)
        };
        let none = BTreeMap::new();
        assert!(check_inline(&none, "p", &long(5000), 2048, "user ann").is_ok());
        let limit = Policy::parse(&long(0), PolicyKind::Identity).unwrap().packed_len();
        let one = BTreeMap::from([("other".to_owned(), long(9))]);
        assert!(check_inline(&one, "p", &long(0), 2 * limit, "user ann").is_ok());
        let refused = check_inline(&one, "p", &long(0), 2 * limit - 1, "user ann").unwrap_err();
        assert!(refused.to_string().starts_with("Maximum policy size of "), "{refused}");
        // Its own former text does not count.
        assert!(check_inline(&one, "other", &long(0), limit, "user ann").is_ok());
    }
}
