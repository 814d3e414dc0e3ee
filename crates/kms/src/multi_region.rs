//! Related multi-Region keys: a primary key and its replicas in other regions.
//!
//! Source: KMS Developer Guide, "Multi-Region keys in AWS KMS". Each is a key of its own, with its own policy, tags, aliases, description, state and grants. What
//! they share is in the record of each: who is related, the schedule of rotation, and the material, wrapped anew for each place. So a key is
//! read without its relations, one that is deleted takes nothing away from the others, and a record that is moved to another account,
//! region or id opens nothing. Every change of what is shared is one transaction over all records.

use std::collections::BTreeSet;

use arn::Region;
use aws_model::kms::{MultiRegionConfiguration, MultiRegionKey, MultiRegionKeyType};
use clock::Timestamp;
use envelope::KeyLocator;
use gate::{ServiceEvent, View};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::Tx;

use crate::key::{Key, KeyRecord};
use crate::maintenance::event;
use crate::material::Material;
use crate::rotation::DAY;
use crate::state::KeyState;
use crate::{Error, KeyOrigin, Kms};

/// Where the related keys of a multi-Region key are. They have its account and its key id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The region of the primary key.
    pub primary: Region,
    /// The regions of its replicas.
    pub replicas: BTreeSet<Region>,
}

impl Related {
    /// Of a new primary key.
    pub fn new(primary: Region) -> Self {
        Self { primary, replicas: BTreeSet::new() }
    }

    /// Whether there is a related key in this region.
    pub fn is_in(&self, region: &Region) -> bool {
        self.primary == *region || self.replicas.contains(region)
    }

    /// Makes the replica in `region` the primary key, and the primary key a replica.
    pub fn move_primary(&mut self, region: &Region) {
        if self.replicas.remove(region) {
            self.replicas.insert(std::mem::replace(&mut self.primary, region.clone()));
        }
    }

    fn regions(&self) -> impl Iterator<Item = &Region> {
        std::iter::once(&self.primary).chain(&self.replicas)
    }
}

impl KeyRecord {
    /// The kind of a multi-Region key.
    pub(crate) fn multi_region_type(&self) -> Option<MultiRegionKeyType> {
        let related = self.related.as_ref()?;
        Some(if related.primary == self.locator.region {
            MultiRegionKeyType::Primary
        } else {
            MultiRegionKeyType::Replica
        })
    }

    pub(crate) fn is_replica(&self) -> bool {
        self.multi_region_type() == Some(MultiRegionKeyType::Replica)
    }

    /// Whether it is a primary key that has replicas.
    pub(crate) fn has_replicas(&self) -> bool {
        !self.is_replica() && self.related.as_ref().is_some_and(|related| !related.replicas.is_empty())
    }

    /// As DescribeKey shows it.
    pub(crate) fn multi_region_configuration(&self) -> Option<MultiRegionConfiguration> {
        let related = self.related.as_ref()?;
        let shown = |region: &Region| MultiRegionKey {
            arn: Some(self.locator_in(region).to_string()),
            region: Some(region.to_string()),
        };
        Some(MultiRegionConfiguration {
            multi_region_key_type: self.multi_region_type(),
            primary_key: Some(shown(&related.primary)),
            replica_keys: Some(related.replicas.iter().map(shown).collect()),
        })
    }

    /// The locator of the related key in a region.
    pub(crate) fn locator_in(&self, region: &Region) -> KeyLocator {
        KeyLocator { region: region.clone(), ..self.locator.clone() }
    }

    /// The records of the related keys, but this one.
    pub(crate) async fn relations(&self, tx: &mut Tx) -> Result<Vec<Self>, store::Error> {
        let mut found = Vec::new();
        for region in self.related.iter().flat_map(Related::regions).filter(|it| **it != self.locator.region)
        {
            found.extend(tx.get::<Self>(&self.locator_in(region)).await?);
        }
        Ok(found)
    }

    /// Takes back material that waits for a rotation. A replica keeps its id: what it waits for is the primary key's to say.
    pub(crate) fn take_pending_back(&mut self) {
        if self.is_replica() {
            self.pending.iter_mut().for_each(Material::erase);
        } else {
            self.pending = None;
        }
    }

    /// Whether the material that waits for a rotation is still to be imported into one of the related keys.
    pub(crate) async fn lacks_pending_elsewhere(
        &self,
        tx: &mut Tx,
        now: Timestamp,
    ) -> Result<bool, store::Error> {
        let Some(pending) = &self.pending else { return Ok(false) };
        let has_it = |key: &Self| {
            key.pending.as_ref().is_some_and(|other| other.id == pending.id && other.is_present(now))
        };
        Ok(!self.relations(tx).await?.iter().all(has_it))
    }

    /// The same, this key included.
    pub(crate) async fn is_pending_import_somewhere(
        &self,
        tx: &mut Tx,
        now: Timestamp,
    ) -> Result<bool, store::Error> {
        let lacks_it = self.pending.as_ref().is_some_and(|pending| !pending.is_present(now));
        Ok(lacks_it || self.lacks_pending_elsewhere(tx, now).await?)
    }
}

impl Key {
    /// Whether what related keys share can be changed here: with the primary key, and with keys that have no relations.
    pub(crate) fn check_not_replica(&self) -> Result<(), Error> {
        if self.record.is_replica() { Err(Error::NotPrimary(self.arn.clone())) } else { Ok(()) }
    }

    /// Whether it is a primary key.
    pub(crate) fn check_primary(&self) -> Result<&Related, Error> {
        match &self.record.related {
            Some(related) if !self.record.is_replica() => Ok(related),
            _ => Err(Error::NotPrimary(self.arn.clone())),
        }
    }
}

impl Kms {
    /// Writes a key and, when it is a primary key, brings its replicas up to date with what they share. Gives a record for each that has changed.
    pub(crate) async fn put_shared(
        &self,
        tx: &mut Tx,
        record: &KeyRecord,
    ) -> Result<Vec<ServiceEvent>, Error> {
        if record.is_replica() {
            tx.put(record).await?;
            return Ok(Vec::new());
        }
        self.put_for_all(tx, record).await
    }

    /// Writes a key and brings its relations up to date with what they share.
    async fn put_for_all(&self, tx: &mut Tx, record: &KeyRecord) -> Result<Vec<ServiceEvent>, Error> {
        tx.put(record).await?;
        let mut events = Vec::new();
        for mut relation in record.relations(tx).await? {
            let before = shared(&relation);
            self.synchronize(record, &mut relation)?;
            if before != shared(&relation) {
                tx.put(&relation).await?;
                let details = json!({ "keyId": relation.locator.to_string() });
                events.push(event("SynchronizeMultiRegionKey", &relation, details));
            }
        }
        Ok(events)
    }

    /// The same for a call, whose record then has those of its relations beside it.
    pub(crate) async fn put_with_relations(&self, view: &mut View, record: &KeyRecord) -> Result<(), Error> {
        let events = self.put_shared(view.tx().await?, record).await?;
        events.into_iter().for_each(|event| view.brings_about(event));
        Ok(())
    }

    /// Makes the replica in `region` the primary key in the place of `primary`.
    pub(crate) async fn move_primary(
        &self,
        view: &mut View,
        mut primary: KeyRecord,
        region: &Region,
    ) -> Result<(), Error> {
        if let Some(related) = &mut primary.related {
            related.move_primary(region);
        }
        let events = self.put_for_all(view.tx().await?, &primary).await?;
        events.into_iter().for_each(|event| view.brings_about(event));
        Ok(())
    }

    /// Gives `relation` what it shares with `key`.
    fn synchronize(&self, key: &KeyRecord, relation: &mut KeyRecord) -> Result<(), Error> {
        relation.related.clone_from(&key.related);
        relation.rotation = key.rotation;
        let waiting = relation.pending.take();
        for material in key.materials.get(relation.materials.len()..).unwrap_or_default() {
            let material = self.material_for(key, material, &relation.locator, waiting.as_ref())?;
            relation.materials.push(material);
        }
        relation.pending = match &key.pending {
            Some(pending) => Some(self.material_for(key, pending, &relation.locator, waiting.as_ref())?),
            None => None,
        };
        Ok(())
    }

    /// Material of `key` for its relation in another place. Imported material is never copied: it is what was imported there (`waiting`), or only its
    /// id, so that nothing but the same material can be imported.
    fn material_for(
        &self,
        key: &KeyRecord,
        material: &Material,
        to: &KeyLocator,
        waiting: Option<&Material>,
    ) -> Result<Material, Error> {
        if key.origin == KeyOrigin::AwsKms {
            return self.vault().copy(key, material, to);
        }
        let imported = waiting.filter(|waiting| waiting.id == material.id);
        Ok(Material {
            id: material.id,
            wrapped: imported.and_then(|imported| imported.wrapped.clone()),
            created: material.created,
            rotation: material.rotation,
            valid_to: imported.and_then(|imported| imported.valid_to),
            description: imported.and_then(|imported| imported.description.clone()),
        })
    }

    /// A new replica of `key` in a region, without what replicas have of their own.
    pub(crate) fn replica(
        &self,
        key: &KeyRecord,
        region: &Region,
        now: Timestamp,
    ) -> Result<KeyRecord, Error> {
        let mut replica = KeyRecord {
            locator: key.locator_in(region),
            state: KeyState::Enabled,
            description: String::new(),
            created: now,
            policy: String::new(),
            bound: Default::default(),
            tags: Default::default(),
            aliases: Default::default(),
            rotation: None,
            materials: Vec::new(),
            pending: None,
            related: None,
            ..key.clone()
        };
        self.synchronize(key, &mut replica)?;
        Ok(replica)
    }
}

/// Takes a key that is being deleted from its relations. The waiting period of a primary key that waited for its last replica begins.
pub(crate) async fn leave(
    tx: &mut Tx,
    key: &KeyRecord,
    now: Timestamp,
) -> Result<Vec<ServiceEvent>, store::Error> {
    let mut events = Vec::new();
    for mut relation in key.relations(tx).await? {
        let Some(related) = &mut relation.related else { continue };
        related.replicas.remove(&key.locator.region);
        if let (KeyState::PendingReplicaDeletion { window_days }, true) =
            (relation.state, related.replicas.is_empty())
        {
            relation.state = KeyState::PendingDeletion { deletion_date: now.plus(DAY * window_days) };
        }
        tx.put(&relation).await?;
        let details = json!({ "keyId": relation.locator.to_string() });
        events.push(event("SynchronizeMultiRegionKey", &relation, details));
    }
    Ok(events)
}

/// What tells whether a relation has changed.
fn shared(record: &KeyRecord) -> impl PartialEq + use<> {
    let pending = record.pending.as_ref().map(|pending| (pending.id, pending.wrapped.is_some()));
    (record.related.clone(), record.rotation, record.materials.len(), pending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(name: &str) -> Region {
        name.parse().unwrap()
    }

    #[test]
    fn primary_and_replica_change_places() {
        let mut related = Related::new(region("us-east-1"));
        related.replicas.insert(region("eu-west-1"));
        related.move_primary(&region("eu-west-1"));
        assert_eq!(related.primary, region("eu-west-1"));
        assert_eq!(related.replicas, BTreeSet::from([region("us-east-1")]));
        assert!(related.is_in(&region("us-east-1")) && related.is_in(&region("eu-west-1")));
        // Where there is no replica nothing moves.
        related.move_primary(&region("us-west-2"));
        assert_eq!(related.primary, region("eu-west-1"));
    }
}
