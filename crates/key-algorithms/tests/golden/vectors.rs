//! The form of `v1.json`, for the test that opens one half and the example that makes the other.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct Vectors {
    pub test_keys: BTreeMap<String, Key>,
    pub made_by_cryptography: Half,
    #[serde(default)]
    pub made_by_lodge: Half,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Key {
    pub private: Binary,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public: Option<Binary>,
}

#[derive(Default, Serialize, Deserialize)]
pub struct Half {
    pub signatures: Vec<Signature>,
    pub ciphertexts: Vec<Ciphertext>,
    pub macs: Vec<Mac>,
    pub shared_secrets: Vec<SharedSecret>,
    pub encapsulations: Vec<Encapsulation>,
    pub imports: Vec<Import>,
    /// The keys as Lodge encodes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<EncodedKey>,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Signature {
    pub spec: String,
    pub algorithm: String,
    pub message_type: String,
    pub message: Binary,
    pub signature: Binary,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Ciphertext {
    pub spec: String,
    pub algorithm: String,
    pub plaintext: Binary,
    pub ciphertext: Binary,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Mac {
    pub spec: String,
    pub algorithm: String,
    pub message: Binary,
    pub mac: Binary,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct SharedSecret {
    pub spec: String,
    pub peer_public: Binary,
    pub secret: Binary,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Encapsulation {
    pub spec: String,
    pub ciphertext: Binary,
    pub secret: Binary,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Import {
    pub spec: String,
    pub algorithm: String,
    pub wrapping_key: String,
    pub wrapped: Binary,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct EncodedKey {
    pub spec: String,
    pub private: Binary,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public: Option<Binary>,
}

/// Bytes, in Base64.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Binary(pub Vec<u8>);

impl TryFrom<String> for Binary {
    type Error = base64::DecodeError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        STANDARD.decode(text).map(Self)
    }
}

impl From<Binary> for String {
    fn from(binary: Binary) -> Self {
        STANDARD.encode(binary.0)
    }
}
