//! AWS's rules for tags. Source: KMS Developer Guide, "Tags in AWS KMS"; API Reference, TagResource.

use std::collections::{BTreeMap, BTreeSet};

use aws_model::kms::Tag;

use crate::Error;

/// The most tags that a key can have.
const TAGS_PER_KEY: usize = 50;

const RESERVED: &str = "aws:";

/// Adds tags; a tag with the key of an old one takes its place.
pub(crate) fn add(tags: &mut BTreeMap<String, String>, added: &[Tag]) -> Result<(), Error> {
    let mut named = BTreeSet::new();
    for Tag { tag_key, tag_value } in added {
        if !named.insert(tag_key) {
            return Err(Error::InvalidTag("Duplicate tag keys"));
        }
        if tag_key.get(..RESERVED.len()).is_some_and(|start| start.eq_ignore_ascii_case(RESERVED)) {
            return Err(Error::InvalidTag("Tags beginning with aws: are reserved"));
        }
        tags.insert(tag_key.clone(), tag_value.clone());
    }
    check(tags)
}

/// Whether a key can have all of these.
pub(crate) fn check(tags: &BTreeMap<String, String>) -> Result<(), Error> {
    if tags.len() > TAGS_PER_KEY {
        return Err(Error::InvalidTag("Too many tags"));
    }
    // `aws:ResourceTag/Tenant` does not tell upper from lower case: with two such tags a condition could look at the wrong one.
    let keys: BTreeSet<_> = tags.keys().map(|key| key.to_ascii_lowercase()).collect();
    if keys.len() < tags.len() {
        return Err(Error::InvalidTag("Tag keys must not differ in case alone"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(key: &str, value: &str) -> Tag {
        Tag { tag_key: key.to_owned(), tag_value: value.to_owned() }
    }

    #[test]
    fn rules() {
        let mut tags = BTreeMap::new();
        add(&mut tags, &[tag("tenant", "123"), tag("stage", "")]).unwrap();
        add(&mut tags, &[tag("tenant", "456")]).unwrap();
        assert_eq!(tags.get("tenant").map(String::as_str), Some("456"));
        let text = |added: &[Tag]| add(&mut tags.clone(), added).unwrap_err().to_string();
        assert_eq!(text(&[tag("a", "1"), tag("a", "2")]), "Duplicate tag keys");
        assert_eq!(text(&[tag("AWS:x", "1")]), "Tags beginning with aws: are reserved");
        assert_eq!(text(&[tag("Tenant", "1")]), "Tag keys must not differ in case alone");
        let many: Vec<_> = (0..49).map(|number| tag(&number.to_string(), "")).collect();
        assert_eq!(text(&many), "Too many tags");
    }
}
