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
