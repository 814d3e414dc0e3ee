//! The principals that the text of a policy names, and the same text when one of them is gone.

use std::collections::BTreeMap;
use std::ops::Range;

use arn::{Arn, PARTITION};
use serde_json::value::RawValue;

use crate::{PolicyError, json};

/// A user or role that was deleted. Its ARN may come back, with somebody else behind it; its unique id does not.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal", sections on role and user principals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeletedPrincipal {
    arn: String,
    unique_id: String,
    /// What the ARNs of a role's sessions begin with.
    sessions: Option<String>,
}

impl DeletedPrincipal {
    /// `arn:aws:iam::111122223333:role/path/App` and `AROA...`, or a user's ARN and `AIDA...`.
    pub fn new(arn: &Arn, unique_id: impl Into<String>) -> Self {
        let sessions = arn.resource().strip_prefix("role/").map(|path_and_name| {
            // The role's path is not part of its sessions' names.
            let name = path_and_name.rsplit('/').next().unwrap_or(path_and_name);
            format!("arn:{PARTITION}:sts::{}:assumed-role/{name}/", arn.account())
        });
        Self { arn: arn.to_string(), unique_id: unique_id.into(), sessions }
    }

    /// The ARN that it had.
    pub fn arn(&self) -> &str {
        &self.arn
    }

    /// What stands for it now.
    pub fn unique_id(&self) -> &str {
        &self.unique_id
    }

    /// Of a role, what the ARNs of its sessions begin with: `arn:aws:sts::111122223333:assumed-role/App/`.
    pub fn session_arns_begin_with(&self) -> Option<&str> {
        self.sessions.as_deref()
    }

    /// Whether a policy or grant that names `principal` means the one that is gone: by its ARN, or by that of a session of the
    /// role, which a successor could open under the same name.
    pub fn is_meant_by(&self, principal: &str) -> bool {
        let is_session = |begin: &String| principal.starts_with(begin.as_str());
        principal == self.arn || self.sessions.as_ref().is_some_and(is_session)
    }

    /// The policy with the unique id wherever a principal element named the one that is gone. All other text stays as it is,
    /// white space and conditions too.
    pub fn replaced_in(&self, policy: &str) -> Result<String, PolicyError> {
        // A unique id has letters and digits only: between quotes it is a JSON text.
        let id = format!("\"{}\"", self.unique_id);
        let mut replaced = String::with_capacity(policy.len());
        let mut rest = 0;
        for Named { value, at } in named(policy)? {
            if self.is_meant_by(&value) {
                replaced.push_str(policy.get(rest..at.start).unwrap_or_default());
                replaced.push_str(&id);
                rest = at.end;
            }
        }
        replaced.push_str(policy.get(rest..).unwrap_or_default());
        Ok(replaced)
    }
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

    fn role() -> DeletedPrincipal {
        DeletedPrincipal::new(&"arn:aws:iam::111122223333:role/team/App".parse().unwrap(), ID)
    }

    #[test]
    fn only_what_names_the_principal_changes() {
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
        assert_eq!(role().replaced_in(text).unwrap(), expected);
        assert_eq!(expected.matches(ID).count(), 3);
    }

    #[test]
    fn a_single_statement_and_names_in_their_order() {
        let text = r#"{"Statement":{"NotPrincipal":{"AWS":"b"},"Principal":{"AWS":["a","c"]},"x":{"AWS":"d"}},"Principal":{"AWS":"e"}}"#;
        assert_eq!(named_principals(text).unwrap(), ["b", "a", "c"]);
        assert_eq!(role().replaced_in(text).unwrap(), text);
    }

    #[test]
    fn a_user_has_no_sessions_of_its_own() {
        let user = DeletedPrincipal::new(&"arn:aws:iam::111122223333:user/App".parse().unwrap(), "AIDA");
        assert_eq!(user.session_arns_begin_with(), None);
        assert!(user.is_meant_by("arn:aws:iam::111122223333:user/App"));
        assert!(!user.is_meant_by("arn:aws:sts::111122223333:assumed-role/App/s1"));
    }

    #[test]
    fn what_is_no_policy_is_an_error_or_names_nobody() {
        for text in ["", "{", r#"{"Statement":[],"Statement":[]}"#] {
            assert!(named_principals(text).is_err(), "{text}");
            assert!(role().replaced_in(text).is_err(), "{text}");
        }
        for text in
            ["1", "[]", "{}", r#"{"Statement":1}"#, r#"{"Statement":[{"Principal":{"AWS":{"AWS":1}}}]}"#]
        {
            assert_eq!(named_principals(text).unwrap(), Vec::<String>::new(), "{text}");
            assert_eq!(role().replaced_in(text).unwrap(), text);
        }
    }
}
