//! Generations of key material, wrapped at rest.

use clock::Timestamp;
use envelope::{BackingKey, BackingKeyId, KeyLocator, Random, Wrapped, WrappingKey, length_prefixed};
use key_algorithms::{HmacKey, KeyMaterial, MacAlgorithm};
use secret::{SecretArray, SecretBytes};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::key::KeyRecord;
use crate::rotation::RotationKind;
use crate::spec::KeySpec;

/// One generation of a key's material, as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Material {
    /// AWS's `KeyMaterialId`.
    pub id: BackingKeyId,
    /// The material, wrapped for its place: this key and this id. `None` for imported material that was deleted or has expired:
    /// its id stays, so that only the same material can come back.
    pub wrapped: Option<Wrapped>,
    /// When it became the current one.
    pub created: Timestamp,
    /// What made it the current one; `None` for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rotation: Option<RotationKind>,
    /// When imported material expires, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Timestamp>,
    /// What its owner says of imported material.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

impl Material {
    /// New material that does not expire.
    fn new(id: BackingKeyId, wrapped: Wrapped, created: Timestamp, rotation: Option<RotationKind>) -> Self {
        Self { id, wrapped: Some(wrapped), created, rotation, valid_to: None, description: None }
    }

    /// Removes the material itself. What is left is what must be known for the same to come back.
    pub fn erase(&mut self) {
        self.wrapped = None;
        self.valid_to = None;
    }

    /// Whether its time is over.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        self.valid_to.is_some_and(|end| end <= now)
    }

    /// Whether it is there and can be used. Imported material may have been deleted, or may have expired even though its bytes are
    /// still to be removed.
    pub fn is_present(&self, now: Timestamp) -> bool {
        self.wrapped.is_some() && !self.is_expired(now)
    }
}

/// Material that can be used.
pub(crate) enum Opened {
    Symmetric(BackingKey),
    Other(KeyMaterial),
}

/// The key that wraps material at rest, and the source of new material.
pub(crate) struct Vault<'a> {
    pub wrapping_key: &'a WrappingKey,
    pub random: &'a dyn Random,
}

impl Vault<'_> {
    /// New random material for `key`, which is a symmetric one.
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
        Ok(Material::new(id, wrapped.map_err(Error::Envelope)?, created, rotation))
    }

    /// Material that was made elsewhere, as it is stored: that of an asymmetric or HMAC key.
    pub fn seal(
        &self,
        key: &KeyLocator,
        material: &KeyMaterial,
        created: Timestamp,
    ) -> Result<Material, Error> {
        let secret = material.to_bytes()?;
        let id = material_id(key, &secret)?;
        let wrapped = self.wrapping_key.wrap(&secret, &place(key, id), self.random);
        Ok(Material::new(id, wrapped.map_err(Error::Envelope)?, created, None))
    }

    /// Imported material, as it is stored. A symmetric key has 32 bytes; what others have is the business of `key_algorithms`.
    pub fn import(
        &self,
        record: &KeyRecord,
        secret: &SecretBytes,
        now: Timestamp,
    ) -> Result<Material, Error> {
        let key = &record.locator;
        match record.spec {
            KeySpec::SymmetricDefault => {
                let bytes = SecretArray::copy_of(secret.expose()).ok_or(Error::IncorrectKeyMaterial(
                    "Key material for a symmetric encryption key must have 32 bytes.",
                ))?;
                let id = BackingKey::new(key.key_id, bytes).id();
                let wrapped = self.wrapping_key.wrap(secret, &place(key, id), self.random);
                Ok(Material::new(id, wrapped.map_err(Error::Envelope)?, now, None))
            }
            KeySpec::Other(spec) => {
                let material =
                    KeyMaterial::from_bytes(spec, secret.expose()).map_err(Error::InvalidKeyMaterial)?;
                self.seal(key, &material, now)
            }
        }
    }

    /// The same material for a related key in another place.
    pub fn copy(&self, record: &KeyRecord, material: &Material, to: &KeyLocator) -> Result<Material, Error> {
        let wrapped = match &material.wrapped {
            Some(wrapped) => {
                let secret = self.wrapping_key.unwrap(wrapped, &place(&record.locator, material.id));
                let secret =
                    secret.map_err(|error| Error::corrupt_material(&record.locator, material.id, error))?;
                let wrapped = self.wrapping_key.wrap(&secret, &place(to, material.id), self.random);
                Some(wrapped.map_err(Error::Envelope)?)
            }
            None => None,
        };
        Ok(Material { wrapped, ..material.clone() })
    }

    /// The usable form of stored material; `None` when only its id is left.
    pub fn open(&self, record: &KeyRecord, material: &Material) -> Result<Option<Opened>, Error> {
        let Some(wrapped) = &material.wrapped else { return Ok(None) };
        let key = &record.locator;
        let place = place(key, material.id);
        let secret = self.wrapping_key.unwrap(wrapped, &place);
        let secret = secret.map_err(|error| Error::corrupt_material(key, material.id, error))?;
        let (opened, id) = match record.spec {
            KeySpec::SymmetricDefault => {
                let secret = SecretArray::copy_of(secret.expose())
                    .ok_or_else(|| Error::corrupt_material(key, material.id, envelope::Error::Invalid))?;
                let backing = BackingKey::new(key.key_id, secret);
                let id = backing.id();
                (Opened::Symmetric(backing), id)
            }
            KeySpec::Other(spec) => {
                let opened = KeyMaterial::from_bytes(spec, secret.expose());
                let opened = opened.map_err(|error| Error::corrupt_material(key, material.id, error))?;
                (Opened::Other(opened), material_id(key, &secret)?)
            }
        };
        if id == material.id {
            return Ok(Some(opened));
        }
        Err(Error::corrupt_material(key, material.id, envelope::Error::Invalid))
    }
}

/// The id of an asymmetric or HMAC key's material, derived from the material and the key id as that of a backing key is: the
/// same material has the same id under one key and another under another, and the id tells nothing of the material.
fn material_id(key: &KeyLocator, material: &SecretBytes) -> Result<BackingKeyId, Error> {
    let purpose = format!("lodge/kms/material-id/v1:{}", key.key_id);
    let hash = HmacKey::from_bytes(key_algorithms::KeySpec::Hmac256, purpose.as_bytes())?;
    let id = hash.generate_mac(MacAlgorithm::HmacSha256, material.expose())?;
    let id: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    id.parse().map_err(Error::Envelope)
}

/// Where wrapped material belongs; moved to another key or id it does not open.
fn place(key: &KeyLocator, id: BackingKeyId) -> Vec<u8> {
    length_prefixed([key.to_string(), id.to_string()])
}

#[cfg(test)]
mod tests {
    use envelope::{RootKey, SystemRandom};
    use serde_json::json;

    use super::*;

    fn record(locator: &str, spec: &str) -> KeyRecord {
        let record = json!({
            "locator": locator,
            "spec": spec,
            "usage": "ENCRYPT_DECRYPT",
            "state": { "name": "enabled" },
            "description": "",
            "created": Timestamp::EPOCH,
            "policy": "",
            "tags": {},
            "aliases": [],
            "rotation": null,
            "materials": [],
        });
        serde_json::from_value(record).unwrap()
    }

    const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const OTHER: &str = "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    #[test]
    fn material_opens_only_in_its_own_place() {
        let wrapping_key = RootKey::generate(&SystemRandom).unwrap().wrapping_key("test");
        let vault = Vault { wrapping_key: &wrapping_key, random: &SystemRandom };
        let key = record(KEY, "SYMMETRIC_DEFAULT");
        let first = vault.generate(&key.locator, Timestamp::EPOCH, None).unwrap();
        let second = vault.generate(&key.locator, Timestamp::EPOCH, Some(RotationKind::OnDemand)).unwrap();
        assert_ne!(first.id, second.id);
        assert!(
            matches!(vault.open(&key, &first), Ok(Some(Opened::Symmetric(backing))) if backing.id() == first.id)
        );
        assert!(vault.open(&record(OTHER, "SYMMETRIC_DEFAULT"), &first).is_err());
        assert!(vault.open(&key, &Material { wrapped: second.wrapped, ..first }).is_err());
    }

    #[test]
    fn material_of_other_keys_too() {
        let wrapping_key = RootKey::generate(&SystemRandom).unwrap().wrapping_key("test");
        let vault = Vault { wrapping_key: &wrapping_key, random: &SystemRandom };
        let specs = key_algorithms::KeySpec::ALL.iter().filter(|spec| !spec.as_str().starts_with("RSA"));
        for &spec in specs {
            let key = record(KEY, spec.as_str());
            let made = KeyMaterial::generate(spec).unwrap();
            let [first, again] = [(); 2].map(|()| vault.seal(&key.locator, &made, Timestamp::EPOCH).unwrap());
            assert_eq!(first.id, again.id);
            let Ok(Some(Opened::Other(opened))) = vault.open(&key, &first) else {
                panic!("{spec} does not open")
            };
            assert!(opened.to_bytes().unwrap() == made.to_bytes().unwrap());
            assert!(vault.open(&record(OTHER, spec.as_str()), &first).is_err());
            let other =
                vault.seal(&key.locator, &KeyMaterial::generate(spec).unwrap(), Timestamp::EPOCH).unwrap();
            assert_ne!(other.id, first.id);
            assert!(vault.open(&key, &Material { wrapped: other.wrapped, ..first.clone() }).is_err());
            assert!(vault.open(&record(KEY, "SYMMETRIC_DEFAULT"), &first).is_err());
        }
    }
}
