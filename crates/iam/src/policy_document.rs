//! Policy documents as IAM takes them, keeps them and gives them back.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use arn::{AccountId, Arn};
use iam_policy::{Policy, PolicyKind};
use serde_json::Value;
use store::Tx;

use crate::Error;
use crate::records::{Account, Role, User};

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

/// Checks a trust policy and its quota, and gives the users and roles that it names. Whether they exist is not looked at.
pub(crate) fn check_trust(text: &str) -> Result<BTreeSet<String>, Error> {
    let policy = Policy::parse(text, PolicyKind::Trust)?;
    if policy.packed_len() > Role::MAX_TRUST_POLICY {
        let limit = Role::MAX_TRUST_POLICY;
        return Err(Error::LimitExceeded(format!("Cannot exceed quota for ACLSizePerRole: {limit}")));
    }
    let names = policy.statements().iter().flat_map(|statement| statement.principal_arns());
    Ok(names.map(str::to_owned).collect())
}

/// Checks that everybody whom a trust policy names exists. The text must have passed [`check_trust`].
pub(crate) async fn check_principals(tx: &mut Tx, text: &str) -> Result<(), Error> {
    let document: Value =
        serde_json::from_str(text).map_err(|error| Error::corrupt("trust policy", error))?;
    for principal in aws_principals(&document) {
        if !exists(tx, principal).await? {
            return Err(Error::NoSuchPrincipal(principal.to_owned()));
        }
    }
    Ok(())
}

/// The trust policy with the unique id of a user or role in place of its ARN, as AWS shows it when the user or role is gone. The
/// new one of the same name is not trusted.
pub(crate) fn without_principal(text: &str, arn: &str, unique_id: &str) -> Result<String, Error> {
    let damaged = |error| Error::corrupt("trust policy", error);
    let mut document: Value = serde_json::from_str(text).map_err(damaged)?;
    for principal in aws_principals_mut(&mut document) {
        if principal == arn {
            unique_id.clone_into(principal);
        }
    }
    serde_json::to_string(&document).map_err(damaged)
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

async fn exists(tx: &mut Tx, principal: &str) -> Result<bool, Error> {
    if principal == "*" {
        return Ok(true);
    }
    if let Ok(account) = principal.parse::<AccountId>() {
        return Account::exists(tx, account).await;
    }
    // A unique id stands for somebody who is gone.
    let Ok(arn) = principal.parse::<Arn>() else { return Ok(false) };
    let Some(account) = arn.account_id() else { return Ok(false) };
    let (kind, rest) = arn.resource().split_once('/').unwrap_or((arn.resource(), ""));
    let name = rest.rsplit('/').next().unwrap_or_default();
    Ok(match (arn.service(), kind) {
        ("iam", "root") => Account::exists(tx, account).await?,
        ("iam", "user") => User::find(tx, account, name).await?.is_some_and(|user| user.arn() == principal),
        ("iam", "role") => Role::find(tx, account, name).await?.is_some_and(|role| role.arn() == principal),
        // A session need not be there, its role must.
        ("sts", "assumed-role") => {
            let role = rest.split('/').next().unwrap_or_default();
            Role::find(tx, account, role).await?.is_some()
        }
        ("sts", "federated-user") => Account::exists(tx, account).await?,
        _ => false,
    })
}

/// The values under `AWS` of each statement's principals.
fn aws_principals(document: &Value) -> Vec<&str> {
    fn one_or_many(value: &Value) -> Vec<&Value> {
        match value {
            Value::Array(items) => items.iter().collect(),
            one => vec![one],
        }
    }
    let statements = document.get("Statement").map(one_or_many).unwrap_or_default();
    let values = statements.into_iter().filter_map(|statement| statement.get("Principal")?.get("AWS"));
    values.flat_map(one_or_many).filter_map(Value::as_str).collect()
}

fn aws_principals_mut(document: &mut Value) -> Vec<&mut String> {
    fn one_or_many(value: &mut Value) -> Vec<&mut Value> {
        match value {
            Value::Array(items) => items.iter_mut().collect(),
            one => vec![one],
        }
    }
    let statements = document.get_mut("Statement").map(one_or_many).unwrap_or_default();
    let values =
        statements.into_iter().filter_map(|statement| statement.get_mut("Principal")?.get_mut("AWS"));
    let texts = values.flat_map(one_or_many).filter_map(|value| match value {
        Value::String(text) => Some(text),
        _ => None,
    });
    texts.collect()
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
    fn a_principal_that_is_gone_is_replaced_where_it_is_a_principal_only() {
        let arn = "arn:aws:iam::111122223333:role/App";
        let text = format!(
            r#"{{"Statement":[{{"Effect":"Allow","Principal":{{"AWS":["{arn}","111122223333"]}},"Action":"sts:AssumeRole",
            "Condition":{{"ArnEquals":{{"aws:PrincipalArn":"{arn}"}}}}}},
            {{"Effect":"Deny","Principal":{{"AWS":"{arn}"}},"Action":"sts:AssumeRole"}},
            {{"Effect":"Deny","Principal":"*","Action":"sts:TagSession"}}]}}"#
        );
        assert_eq!(check_trust(&text).unwrap(), BTreeSet::from([arn.to_owned()]));
        let replaced = without_principal(&text, arn, "AROAABCDEFGHIJKLMNOPQ").unwrap();
        assert_eq!(check_trust(&replaced).unwrap(), BTreeSet::new());
        assert_eq!(replaced.matches("AROAABCDEFGHIJKLMNOPQ").count(), 2);
        assert!(replaced.contains(&format!(r#""aws:PrincipalArn":"{arn}""#)));
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
