use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The encryption context: name-value pairs that are authenticated with a ciphertext and not part of it. Not secret.
///
/// Equal as sets of pairs means equal: order does not matter, letter case does. AWS's limits on it belong to the KMS crate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EncryptionContext(BTreeMap<String, String>);

impl EncryptionContext {
    /// The context without pairs, which is the same as no context.
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// The value of `name`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The pairs, by name in byte order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// How many pairs.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no pairs.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pairs as a map.
    pub fn as_map(&self) -> &BTreeMap<String, String> {
        &self.0
    }

    /// The one encoding of this set of pairs: names and values in turn, by name in byte order, each behind its length.
    pub(crate) fn canonical(&self) -> Vec<u8> {
        length_prefixed(self.iter().flat_map(|(name, value)| [name, value]))
    }
}

impl From<BTreeMap<String, String>> for EncryptionContext {
    fn from(pairs: BTreeMap<String, String>) -> Self {
        Self(pairs)
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for EncryptionContext {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }
}

/// Joins parts so that no two different lists give the same bytes: the number of parts, then each part behind its length in
/// bytes, all numbers 64-bit big-endian.
pub fn length_prefixed<I>(parts: I) -> Vec<u8>
where
    I: IntoIterator,
    I::Item: AsRef<[u8]>,
{
    let mut joined = vec![0; 8];
    let mut count = 0u64;
    for part in parts {
        let part = part.as_ref();
        joined.extend_from_slice(&(part.len() as u64).to_be_bytes());
        joined.extend_from_slice(part);
        count += 1;
    }
    joined.splice(..8, count.to_be_bytes());
    joined
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_canonical_form_is_fixed() {
        let context: EncryptionContext = [("b", "2"), ("a", "1")].into_iter().collect();
        let expected = b"\0\0\0\0\0\0\0\x04\
            \0\0\0\0\0\0\0\x01a\0\0\0\0\0\0\0\x011\0\0\0\0\0\0\0\x01b\0\0\0\0\0\0\0\x012";
        assert_eq!(context.canonical(), expected);
        assert_eq!(EncryptionContext::new().canonical(), [0; 8]);
    }

    #[test]
    fn json_is_a_plain_object() {
        let context: EncryptionContext = serde_json::from_str(r#"{"b":"2","a":"1"}"#).unwrap();
        assert_eq!(serde_json::to_string(&context).unwrap(), r#"{"a":"1","b":"2"}"#);
        assert_eq!(context.get("b"), Some("2"));
    }

    proptest! {
        #[test]
        fn different_parts_never_join_to_the_same_bytes(
            one in vec(vec(any::<u8>(), 0..4), 0..4),
            other in vec(vec(any::<u8>(), 0..4), 0..4),
        ) {
            prop_assert_eq!(length_prefixed(&one) == length_prefixed(&other), one == other);
        }

        #[test]
        fn moving_a_boundary_changes_the_bytes(bytes in vec(any::<u8>(), 2..20), at in 1usize..19) {
            let at = at.min(bytes.len() - 1);
            let (left, right) = bytes.split_at(at);
            let (shorter, longer) = bytes.split_at(at - 1);
            prop_assert_ne!(length_prefixed([left, right]), length_prefixed([shorter, longer]));
        }
    }
}
