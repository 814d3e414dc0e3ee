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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemRandom;

    #[test]
    fn the_id_depends_on_key_and_material() {
        let one = KeyId::single_region([1; 16]);
        let id = |key: KeyId, material: u8| BackingKey::new(key, SecretArray::new([material; 32])).id();
        assert_eq!(id(one, 1), id(one, 1));
        assert_ne!(id(one, 1), id(one, 2));
        assert_ne!(id(one, 1), id(KeyId::single_region([2; 16]), 1));
        assert_ne!(
            BackingKey::generate(one, &SystemRandom).unwrap().id(),
            BackingKey::generate(one, &SystemRandom).unwrap().id()
        );
    }

    #[test]
    fn the_id_is_64_digits() {
        let id = BackingKey::new(KeyId::multi_region([1; 16]), SecretArray::new([1; 32])).id();
        let text = id.to_string();
        assert_eq!(text.len(), 64);
        assert_eq!(text.parse(), Ok(id));
        for other in
            [text.to_uppercase(), text.chars().skip(1).collect(), format!("{text}0"), "zz".repeat(32)]
        {
            assert_eq!(other.parse::<BackingKeyId>(), Err(Error::NotHex), "{other}");
        }
    }
}
