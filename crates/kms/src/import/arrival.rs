use aws_model::kms::{ImportKeyMaterialRequest, ImportType};
use clock::Timestamp;
use envelope::BackingKeyId;

use super::Expiry;
use crate::Error;
use crate::key::KeyRecord;
use crate::material::Material;
use crate::spec::KeySpec;

/// What a request says of the material that it brings.
pub struct Arrival {
    import_type: Option<ImportType>,
    id: Option<BackingKeyId>,
    description: Option<String>,
    expiry: Expiry,
}

impl Arrival {
    pub fn read(input: &ImportKeyMaterialRequest, now: Timestamp) -> Result<Self, Error> {
        Ok(Self {
            import_type: input.import_type,
            id: input.key_material_id.as_deref().map(material_id).transpose()?,
            description: input.key_material_description.clone(),
            expiry: Expiry::read(input, now)?,
        })
    }

    pub fn expiry(&self) -> Expiry {
        self.expiry
    }

    /// Whether a key of this spec takes such a request: only symmetric encryption keys can have several materials.
    pub fn check(&self, spec: KeySpec) -> Result<(), Error> {
        let named = self.import_type.is_some() || self.id.is_some() || self.description.is_some();
        if named && spec != KeySpec::SymmetricDefault {
            return Err(Error::unsupported(
                "ImportType, KeyMaterialId and KeyMaterialDescription are supported for symmetric encryption keys only.",
            ));
        }
        Ok(())
    }

    /// Gives `material` its place in the key: that of the same material when it comes back, else as the first one or as the one
    /// that waits for the next rotation. A key that has all its material now is enabled.
    pub fn join(self, record: &mut KeyRecord, material: Material, now: Timestamp) -> Result<(), Error> {
        let lacked = record.lacks_material(now);
        // What waits for rotation does not belong to the key for good, and is forgotten when it expires.
        if record.pending.as_ref().is_some_and(|pending| pending.is_expired(now)) {
            record.take_pending_back();
        }
        let new = match self.import_type {
            Some(given) => given == ImportType::NewKeyMaterial,
            None => record.materials.is_empty(),
        };
        match self.id {
            Some(_) if new => {
                return Err(Error::invalid(
                    "You cannot specify a KeyMaterialId when you import new key material.",
                ));
            }
            Some(id) if id != material.id => {
                return Err(Error::IncorrectKeyMaterial(
                    "The key material does not match the specified KeyMaterialId.",
                ));
            }
            _ => {}
        }
        // Replicas take what their primary key has, and nothing else.
        if new && record.is_replica() {
            return Err(Error::NotPrimary(record.locator.to_string()));
        }
        let valid_to = self.expiry.0;
        let mut known = record.materials.iter_mut().chain(&mut record.pending);
        match (new, known.find(|known| known.id == material.id)) {
            (true, Some(_)) => {
                return Err(Error::IncorrectKeyMaterial(
                    "The key material is already associated with the KMS key.",
                ));
            }
            (false, None) => {
                return Err(Error::IncorrectKeyMaterial(
                    "The key material is not the key material that was previously imported into the KMS key.",
                ));
            }
            (false, Some(same)) => {
                same.wrapped = material.wrapped;
                same.valid_to = valid_to;
                same.description = self.description.or(same.description.take());
            }
            (true, None) => {
                let material = Material { valid_to, description: self.description, ..material };
                if record.materials.is_empty() {
                    record.materials.push(material);
                } else if record.pending.is_some() {
                    return Err(Error::RotationPending(record.locator.clone()));
                } else {
                    record.pending = Some(material);
                }
            }
        }
        if lacked && !record.lacks_material(now) {
            record.state = crate::KeyState::Enabled;
        }
        Ok(())
    }
}

/// Removes imported material, the current one unless another is named, and says which it was. Its id stays, unless it only waited for
/// rotation. Of a key without material, and of material that is gone already, nothing is removed.
pub(crate) fn erase(record: &mut KeyRecord, named: Option<&str>) -> Result<Option<BackingKeyId>, Error> {
    let named = named.map(material_id).transpose()?;
    let Some(id) = named.or_else(|| record.current_material().map(|material| material.id)) else {
        return Ok(None);
    };
    if record.pending.as_ref().is_some_and(|pending| pending.id == id) {
        record.take_pending_back();
        return Ok(Some(id));
    }
    let found = record.materials.iter_mut().find(|material| material.id == id);
    let material = found.ok_or_else(|| Error::NoSuchMaterial { key: record.locator.clone(), id })?;
    material.erase();
    Ok(Some(id))
}

fn material_id(text: &str) -> Result<BackingKeyId, Error> {
    // The service description has checked that it is 64 hexadecimal digits.
    text.parse().map_err(|_| Error::invalid("KeyMaterialId must be the id of a key material."))
}
