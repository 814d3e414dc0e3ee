//! Keys as a key store names and describes them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The store's name for a key: `XksKeyId` of an external key, the token's key id in hex of a key in a token.
///
/// 1 to 128 letters, digits, `-`, `_` and `.` (`XksKeyIdType` of the KMS API).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct StoreKeyId(String);

/// A text that is not the id of a key in a key store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a key store's key id is 1 to 128 letters, digits, hyphens, underscores and periods")]
pub struct InvalidKeyId;

impl StoreKeyId {
    const MAX_LENGTH: usize = 128;

    /// The id with this text.
    pub fn parse(text: &str) -> Result<Self, InvalidKeyId> {
        text.to_owned().try_into()
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for StoreKeyId {
    type Error = InvalidKeyId;

    fn try_from(text: String) -> Result<Self, InvalidKeyId> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        if text.is_empty() || text.len() > Self::MAX_LENGTH || !text.bytes().all(allowed) {
            return Err(InvalidKeyId);
        }
        Ok(Self(text))
    }
}

impl From<StoreKeyId> for String {
    fn from(id: StoreKeyId) -> Self {
        id.0
    }
}

impl fmt::Display for StoreKeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a key store says of a key: `GetKeyMetadata` of the XKS proxy API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreKey {
    /// What kind of key.
    pub spec: KeySpec,
    /// Whether it may encrypt.
    pub encrypts: bool,
    /// Whether it may decrypt.
    pub decrypts: bool,
    /// Whether the store lets it be used at present.
    pub enabled: bool,
}

impl StoreKey {
    /// Whether a KMS key can stand on it: AES-256, encrypts, decrypts, enabled.
    pub fn is_usable(&self) -> bool {
        self.spec == KeySpec::Aes256 && self.encrypts && self.decrypts && self.enabled
    }
}

/// The kind of a key in a key store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeySpec {
    /// `AES_256`.
    Aes256,
    /// Anything else, in the store's words.
    Other(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_checked() {
        for good in ["a", "0f-A_.z", &"x".repeat(128)] {
            assert_eq!(StoreKeyId::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "a/b", "a b", "é", "../x/", "a\0", &"x".repeat(129)] {
            assert_eq!(StoreKeyId::parse(bad), Err(InvalidKeyId), "{bad}");
        }
        assert!(serde_json::from_str::<StoreKeyId>("\"a/b\"").is_err());
        assert_eq!(serde_json::to_string(&StoreKeyId::parse("a.b").unwrap()).unwrap(), "\"a.b\"");
    }

    #[test]
    fn a_usable_key_is_everything_at_once() {
        let usable = StoreKey { spec: KeySpec::Aes256, encrypts: true, decrypts: true, enabled: true };
        assert!(usable.is_usable());
        for unusable in [
            StoreKey { spec: KeySpec::Other("AES_128".to_owned()), ..usable.clone() },
            StoreKey { encrypts: false, ..usable.clone() },
            StoreKey { decrypts: false, ..usable.clone() },
            StoreKey { enabled: false, ..usable.clone() },
        ] {
            assert!(!unusable.is_usable(), "{unusable:?}");
        }
    }
}
