//! The principals that the text of a policy names, and the same text when some of them are gone.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::value::RawValue;

use crate::{PolicyError, json};

/// The policy with other names in the place of ARNs, as it is shown when those whom it was bound to are gone or have another name:
/// `shown` has the unique id or the present ARN by the ARN that the text has. Only principal elements change; all other text stays as it
/// is, white space and conditions too.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal", sections on role and user principals.
pub fn with_present_names(policy: &str, shown: &BTreeMap<String, String>) -> Result<String, PolicyError> {
    let mut text = String::with_capacity(policy.len());
    let mut rest = 0;
    for Named { value, at } in named(policy)? {
        if let Some(name) = shown.get(&value) {
            text.push_str(policy.get(rest..at.start).unwrap_or_default());
            // A path may have a quote or a backslash.
            text.push_str(&serde_json::Value::from(name.as_str()).to_string());
            rest = at.end;
        }
    }
    text.push_str(policy.get(rest..).unwrap_or_default());
    Ok(text)
}

/// The values under `AWS` of all `Principal` and `NotPrincipal` elements, in their order: account ids, ARNs, unique ids, `*`.
pub fn named_principals(policy: &str) -> Result<Vec<String>, PolicyError> {
    Ok(named(policy)?.into_iter().map(|named| named.value).collect())
}

/// A value and where it stands in the text, with its quotes.
struct Named {
    value: String,
    at: Range<usize>,
}

fn named(policy: &str) -> Result<Vec<Named>, PolicyError> {
    // Says what is wrong with the text, if anything; in particular no key stands twice.
    json::parse(policy)?;
    let mut found = Vec::new();
    for statement in elements(policy, &["Statement"]).into_iter().flat_map(items) {
        for principal in elements(statement, &["Principal", "NotPrincipal"]) {
            for value in elements(principal, &["AWS"]).into_iter().flat_map(items) {
                if let Ok(text) = serde_json::from_str::<String>(value) {
                    // `value` is a part of `policy`, so this is where it begins.
                    let start = value.as_ptr().addr().saturating_sub(policy.as_ptr().addr());
                    found.push(Named { value: text, at: start..start.saturating_add(value.len()) });
                }
            }
        }
    }
    found.sort_by_key(|named| named.at.start);
    Ok(found)
}

/// The texts of the members of a JSON object that have these names; none when it is no object.
fn elements<'a>(object: &'a str, names: &[&str]) -> Vec<&'a str> {
    let members: BTreeMap<String, &'a RawValue> = serde_json::from_str(object).unwrap_or_default();
    names.iter().filter_map(|name| members.get(*name)).map(|value| value.get()).collect()
}

/// The texts of a JSON list's items; anything else is its own only item.
fn items(one_or_many: &str) -> Vec<&str> {
    match serde_json::from_str::<Vec<&RawValue>>(one_or_many) {
        Ok(list) => list.into_iter().map(RawValue::get).collect(),
        Err(_) => vec![one_or_many],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "AROAABCDEFGHIJKLMNOPQ";

    const ROLE: &str = "arn:aws:iam::111122223333:role/team/App";
    const SESSION: &str = "arn:aws:sts::111122223333:assumed-role/App/s1";

    fn shown(policy: &str) -> Result<String, PolicyError> {
        let gone = [ROLE, SESSION].map(|arn| (arn.to_owned(), ID.to_owned()));
        with_present_names(policy, &BTreeMap::from(gone))
    }

    #[test]
    fn only_what_names_those_who_are_gone_changes() {
        let text = r#"{ "Id": "arn:aws:iam::111122223333:role/team/App",
  "Statement" : [
    {"Effect":"Allow", "Principal": {"AWS": [ "arn:aws:iam::111122223333:role/team/App" , "111122223333"], "Service": "x.y"},
     "Action":"kms:*", "Resource":"*", "Condition":{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/team/App"}}},
    {"\u0050rincipal":{"A\u0057S":"arn:aws:iam::111122223333:role\/team\u002fApp"}, "Sid":"\u00e9\ud83d\ude00é😀"},
    {"NotPrincipal":{"AWS":"arn:aws:sts::111122223333:assumed-role/App/s1"}},
    {"Principal":{"AWS":["arn:aws:iam::111122223333:role/App","arn:aws:iam::111122223333:role/team/Apple",
      "arn:aws:sts::111122223333:assumed-role/Apple/s1","arn:aws:iam::444455556666:role/team/App","*"]}},
    {"Principal":"*"}] }"#;
        let expected = text
            .replace(r#"[ "arn:aws:iam::111122223333:role/team/App" ,"#, &format!(r#"[ "{ID}" ,"#))
            .replace(r#""arn:aws:iam::111122223333:role\/team\u002fApp""#, &format!("\"{ID}\""))
            .replace(r#""arn:aws:sts::111122223333:assumed-role/App/s1""#, &format!("\"{ID}\""));
        assert_eq!(shown(text).unwrap(), expected);
        assert_eq!(expected.matches(ID).count(), 3);
    }

    #[test]
    fn a_single_statement_and_names_in_their_order() {
        let text = r#"{"Statement":{"NotPrincipal":{"AWS":"b"},"Principal":{"AWS":["a","c"]},"x":{"AWS":"d"}},"Principal":{"AWS":"e"}}"#;
        assert_eq!(named_principals(text).unwrap(), ["b", "a", "c"]);
        assert_eq!(shown(text).unwrap(), text);
    }

    #[test]
    fn what_is_no_policy_is_an_error_or_names_nobody() {
        for text in ["", "{", r#"{"Statement":[],"Statement":[]}"#] {
            assert!(named_principals(text).is_err(), "{text}");
            assert!(shown(text).is_err(), "{text}");
        }
        for text in
            ["1", "[]", "{}", r#"{"Statement":1}"#, r#"{"Statement":[{"Principal":{"AWS":{"AWS":1}}}]}"#]
        {
            assert_eq!(named_principals(text).unwrap(), Vec::<String>::new(), "{text}");
            assert_eq!(shown(text).unwrap(), text);
        }
    }
}
