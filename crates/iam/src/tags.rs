//! Tags of users and roles, and session tags.
//!
//! Source: IAM User Guide, "Tags for IAM resources" and "Pass session tags in AWS STS".

use std::collections::BTreeMap;

use iam_policy::Context;

/// Tags by key. Keys are compared without regard to case, and kept as given.
pub(crate) type Tags = BTreeMap<String, String>;

/// What AWS says of two keys that differ in case only, or not at all.
pub(crate) const DUPLICATE: &str =
    "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
const RESERVED: &str = "Tag keys that begin with aws: are reserved for AWS: choose another key.";

/// The most tags that a user, role or session has.
pub(crate) const MAX_TAGS: usize = 50;

/// Checks what the service description does not state. The error is the text for the caller.
pub(crate) fn checked<'a>(tags: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Tags, &'static str> {
    let mut checked = Tags::new();
    for (key, value) in tags {
        if key.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("aws:")) {
            return Err(RESERVED);
        }
        if get(&checked, key).is_some() {
            return Err(DUPLICATE);
        }
        checked.insert(key.to_owned(), value.to_owned());
    }
    Ok(checked)
}

/// The tag whose key is `key`, whatever its case.
pub(crate) fn get<'a>(tags: &'a Tags, key: &str) -> Option<(&'a str, &'a str)> {
    tags.iter().find(|(known, _)| same_key(known, key)).map(|(key, value)| (key.as_str(), value.as_str()))
}

/// Whether two keys are the same tag's.
pub(crate) fn same_key(left: &str, right: &str) -> bool {
    left.eq_ignore_ascii_case(right) || left.to_lowercase() == right.to_lowercase()
}

/// `base` with the tags of `over` on top: a tag of `over` replaces the one of the same key.
pub(crate) fn overridden(base: &Tags, over: &Tags) -> Vec<(String, String)> {
    base.iter()
        .filter(|(key, _)| get(over, key).is_none())
        .chain(over)
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// The condition keys of a resource's tags.
pub(crate) fn insert_resource_tags(context: &mut Context, tags: &Tags) {
    for (key, value) in tags {
        context.insert(format!("aws:ResourceTag/{key}"), value.clone());
        context.insert(format!("iam:ResourceTag/{key}"), value.clone());
    }
}

/// The condition keys of tags that a request brings.
pub(crate) fn insert_request_tags(context: &mut Context, tags: &Tags) {
    for (key, value) in tags {
        context.insert(format!("aws:RequestTag/{key}"), value.clone());
    }
    context.insert_many("aws:TagKeys", tags.keys().cloned());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_the_same_whatever_their_case() {
        assert_eq!(checked([("Team", "a"), ("team", "b")]), Err(DUPLICATE));
        assert_eq!(checked([("Äpfel", "a"), ("äPFEL", "b")]), Err(DUPLICATE));
        let tags = checked([("Team", "a"), ("Cost", "b")]).unwrap();
        assert_eq!(get(&tags, "TEAM"), Some(("Team", "a")));
    }

    #[test]
    fn awss_own_prefix_is_reserved() {
        for key in ["aws:x", "AWS:x", "Aws:"] {
            assert_eq!(checked([(key, "")]), Err(RESERVED), "{key}");
        }
        assert!(checked([("awsome", ""), ("äws:", "")]).is_ok());
    }

    #[test]
    fn a_session_tag_replaces_the_roles_tag() {
        let role = checked([("Department", "Marketing"), ("Stage", "prod")]).unwrap();
        let session = checked([("department", "engineering")]).unwrap();
        let mut merged = overridden(&role, &session);
        merged.sort();
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(merged, [pair("Stage", "prod"), pair("department", "engineering")]);
    }
}
