use secret::SecretArray;

use crate::hex_id::hex_id;
use crate::{Error, KeyId, Random, kdf};

/// One generation of a symmetric KMS key's material: 256 bits, and the id that ciphertexts name it by.
pub struct BackingKey {
    id: BackingKeyId,
    key: SecretArray<32>,
}

impl BackingKey {
    /// The backing key of KMS key `key_id` with this material.
    pub fn new(key_id: KeyId, key: SecretArray<32>) -> Self {
        let id = BackingKeyId(*kdf::derive(&key, "lodge/backing-key/v1/id", &key_id.to_binary()).expose());
        Self { id, key }
    }

    /// A backing key with new random material.
    pub fn generate(key_id: KeyId, random: &dyn Random) -> Result<Self, Error> {
        SecretArray::filled_by(|bytes| random.fill(bytes)).map(|key| Self::new(key_id, key))
    }

    /// The id.
    pub fn id(&self) -> BackingKeyId {
        self.id
    }

    /// The material, for wrapping. Each call is a place where the secret can leave.
    pub fn expose(&self) -> &[u8; 32] {
        self.key.expose()
    }

    pub(crate) fn secret(&self) -> &SecretArray<32> {
        &self.key
    }
}

/// AWS's `KeyMaterialId`: 64 hexadecimal digits. Not secret.
///
/// Derived from the material and the KMS key id (SP 800-108 counter mode, the material as the key). So the same material under the
/// same key has the same id, which is how replicas of a multi-Region key agree and how a second import of other material is
/// noticed; a stored id checks unwrapped material; and the same material imported into two keys does not show.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BackingKeyId([u8; 32]);
hex_id!(BackingKeyId);

impl BackingKeyId {
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}
