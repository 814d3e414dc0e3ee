//! Generations of key material, wrapped at rest.

use clock::Timestamp;
use envelope::{BackingKey, BackingKeyId, KeyLocator, Random, Wrapped, WrappingKey, length_prefixed};
use secret::{SecretArray, SecretBytes};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::rotation::RotationKind;

/// One generation of a key's material, as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Material {
    /// AWS's `KeyMaterialId`.
    pub id: BackingKeyId,
    /// The material, wrapped for its place: this key and this id.
    pub wrapped: Wrapped,
    /// When it became the current one.
    pub created: Timestamp,
    /// What made it the current one; `None` for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rotation: Option<RotationKind>,
}

/// The key that wraps material at rest, and the source of new material.
pub(crate) struct Vault<'a> {
    pub wrapping_key: &'a WrappingKey,
    pub random: &'a dyn Random,
}

impl Vault<'_> {
    /// New random material for `key`.
    pub fn generate(
        &self,
        key: &KeyLocator,
        created: Timestamp,
        rotation: Option<RotationKind>,
    ) -> Result<Material, Error> {
        let backing = BackingKey::generate(key.key_id, self.random).map_err(Error::Envelope)?;
        let id = backing.id();
        let secret = SecretBytes::copy_of(backing.expose());
        let wrapped = self.wrapping_key.wrap(&secret, &place(key, id), self.random);
        Ok(Material { id, wrapped: wrapped.map_err(Error::Envelope)?, created, rotation })
    }

    /// The usable form of stored material.
    pub fn open(&self, key: &KeyLocator, material: &Material) -> Result<BackingKey, Error> {
        let corrupt = |error| Error::corrupt_material(key, material.id, error);
        let secret =
            self.wrapping_key.unwrap(&material.wrapped, &place(key, material.id)).map_err(corrupt)?;
        let secret =
            SecretArray::copy_of(secret.expose()).ok_or_else(|| corrupt(envelope::Error::Invalid))?;
        let backing = BackingKey::new(key.key_id, secret);
        if backing.id() == material.id { Ok(backing) } else { Err(corrupt(envelope::Error::Invalid)) }
    }
}

/// Where wrapped material belongs; moved to another key or id it does not open.
fn place(key: &KeyLocator, id: BackingKeyId) -> Vec<u8> {
    length_prefixed([key.to_string(), id.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use envelope::{RootKey, SystemRandom};

    #[test]
    fn material_opens_only_in_its_own_place() {
        let wrapping_key = RootKey::generate(&SystemRandom).unwrap().wrapping_key("test");
        let vault = Vault { wrapping_key: &wrapping_key, random: &SystemRandom };
        let key: KeyLocator =
            "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".parse().unwrap();
        let other = KeyLocator { account: "444455556666".parse().unwrap(), ..key.clone() };
        let first = vault.generate(&key, Timestamp::EPOCH, None).unwrap();
        let second = vault.generate(&key, Timestamp::EPOCH, Some(RotationKind::OnDemand)).unwrap();
        assert_ne!(first.id, second.id);
        assert_eq!(vault.open(&key, &first).unwrap().id(), first.id);
        assert!(vault.open(&other, &first).is_err());
        assert!(vault.open(&key, &Material { wrapped: second.wrapped, ..first }).is_err());
    }
}
