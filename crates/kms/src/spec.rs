//! What kind of key it is and what it is for. What each kind can do is the table of `key_algorithms`; the symmetric
//! encryption keys are added here.

use std::str::FromStr;

use aws_model::kms::GrantOperation;
use key_algorithms::KeyUsage;
use serde::{Deserialize, Serialize};

use crate::Error;

const SYMMETRIC_DEFAULT: &str = "SYMMETRIC_DEFAULT";

/// What kind of key material a key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum KeySpec {
    /// AES-256-GCM.
    SymmetricDefault,
    /// A key pair or an HMAC key.
    Other(key_algorithms::KeySpec),
}

impl KeySpec {
    /// AWS's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SymmetricDefault => SYMMETRIC_DEFAULT,
            Self::Other(spec) => spec.as_str(),
        }
    }

    /// Whether it has a private and a public half.
    pub fn is_key_pair(self) -> bool {
        matches!(self, Self::Other(spec) if spec.is_key_pair())
    }

    /// Whether a key of this spec can be made for `usage`.
    pub fn allows(self, usage: KeyUsage) -> bool {
        match self {
            Self::SymmetricDefault => usage == KeyUsage::EncryptDecrypt,
            Self::Other(spec) => spec.algorithms(usage).is_some(),
        }
    }

    /// AWS's names of what a key of this spec does in `usage`; nothing when it does not have that usage.
    pub fn algorithms(self, usage: KeyUsage) -> Vec<&'static str> {
        match self {
            Self::SymmetricDefault if usage == KeyUsage::EncryptDecrypt => vec![SYMMETRIC_DEFAULT],
            Self::SymmetricDefault => Vec::new(),
            Self::Other(spec) => spec.algorithms(usage).map(|list| list.names()).unwrap_or_default(),
        }
    }

    /// What a grant on such a key can allow, besides CreateGrant, RetireGrant and DescribeKey. Source: Developer Guide, "Grant
    /// operations".
    pub fn grant_operations(self, usage: KeyUsage) -> &'static [GrantOperation] {
        use GrantOperation as Op;
        match (self, usage) {
            (Self::SymmetricDefault, _) => &[
                Op::Decrypt,
                Op::Encrypt,
                Op::GenerateDataKey,
                Op::GenerateDataKeyPair,
                Op::GenerateDataKeyPairWithoutPlaintext,
                Op::GenerateDataKeyWithoutPlaintext,
                Op::ReEncryptFrom,
                Op::ReEncryptTo,
            ],
            (Self::Other(_), KeyUsage::EncryptDecrypt) => {
                &[Op::Decrypt, Op::Encrypt, Op::GetPublicKey, Op::ReEncryptFrom, Op::ReEncryptTo]
            }
            (Self::Other(_), KeyUsage::SignVerify) => &[Op::GetPublicKey, Op::Sign, Op::Verify],
            (Self::Other(_), KeyUsage::GenerateVerifyMac) => &[Op::GenerateMac, Op::VerifyMac],
            (Self::Other(_), KeyUsage::KeyAgreement) => &[Op::DeriveSharedSecret, Op::GetPublicKey],
            (Self::Other(_), KeyUsage::EncapsulateDecapsulate) => {
                &[Op::Decapsulate, Op::Encapsulate, Op::GetPublicKey]
            }
        }
    }
}

impl FromStr for KeySpec {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            SYMMETRIC_DEFAULT => Ok(Self::SymmetricDefault),
            name => Ok(Self::Other(key_algorithms::KeySpec::parse(name)?)),
        }
    }
}

impl TryFrom<String> for KeySpec {
    type Error = Error;

    fn try_from(name: String) -> Result<Self, Error> {
        name.parse()
    }
}

impl From<KeySpec> for &'static str {
    fn from(spec: KeySpec) -> Self {
        spec.as_str()
    }
}

/// A key usage in a record: AWS's name.
pub(crate) mod usage {
    use key_algorithms::KeyUsage;
    use serde::{Deserialize, Deserializer, Serializer, de};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
    pub fn serialize<S: Serializer>(usage: &KeyUsage, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(usage.as_str())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<KeyUsage, D::Error> {
        KeyUsage::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }

    /// Of keys that were stored before there was a choice.
    pub fn original() -> KeyUsage {
        KeyUsage::EncryptDecrypt
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specs_are_stored_by_name() {
        for name in ["\"SYMMETRIC_DEFAULT\"", "\"RSA_4096\"", "\"HMAC_224\"", "\"ML_KEM_768\""] {
            let spec: KeySpec = serde_json::from_str(name).unwrap();
            assert_eq!(serde_json::to_string(&spec).unwrap(), name);
        }
        assert!(serde_json::from_str::<KeySpec>("\"RSA_1024\"").is_err());
    }

    #[test]
    fn symmetric_keys_encrypt_and_decrypt() {
        let spec = KeySpec::SymmetricDefault;
        assert_eq!(spec.algorithms(KeyUsage::EncryptDecrypt), ["SYMMETRIC_DEFAULT"]);
        assert!(spec.algorithms(KeyUsage::SignVerify).is_empty());
        assert!(spec.allows(KeyUsage::EncryptDecrypt) && !spec.allows(KeyUsage::SignVerify));
    }
}
