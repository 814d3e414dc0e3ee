//! What the service does on its own when it is due.

use std::sync::Arc;

use clock::Timestamp;
use envelope::KeyLocator;
use gate::{BoxFuture, Duty, DutyError, ServiceEvent, View};
use serde_json::json;
use store::{Page, Tx};

use crate::alias::{AliasName, AliasRecord};
use crate::authorize::KEY_TYPE;
use crate::custom_key_stores;
use crate::grants::{self, GrantRecord, KeyGrants};
use crate::key::{DELETION_INDEX, EXPIRY_INDEX, KeyCount, KeyRecord, ROTATION_INDEX};
use crate::multi_region;
use crate::rotation::RotationKind;
use crate::{Error, Kms};

/// How many keys one transaction deals with. The gate is asked again until nothing is left to do.
const BATCH: usize = 50;

/// How many grants one transaction removes, so that no transaction grows with a key that has very many.
const GRANTS: usize = 1000;

/// The duties of the service, for the gate to perform again and again.
pub fn duties(kms: &Arc<Kms>) -> Vec<Box<dyn Duty>> {
    vec![Box::new(Deletions), Box::new(Rotations(Arc::clone(kms))), Box::new(Expirations(Arc::clone(kms)))]
}

/// Deletes keys whose waiting period is over, with all that belongs to them.
struct Deletions;

impl Duty for Deletions {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let tx = view.tx().await?;
            let first = tx.list_by::<KeyRecord>(DELETION_INDEX, &(), Page::first(BATCH)).await?;
            let mut events = Vec::new();
            let mut room = GRANTS;
            for key in first.items.into_iter().filter(|key| key.state.is_over(now)) {
                let ended = end_grants(tx, &key.locator, room).await?;
                room = room.saturating_sub(ended.count);
                if ended.more {
                    // The rest, and the key, come with the next transaction.
                    if ended.count > 0 {
                        events.push(event("DeleteGrants", &key, json!({ "grants": ended.count })));
                    }
                    break;
                }
                for name in &key.aliases {
                    let (account, region) = (key.locator.account, key.locator.region.clone());
                    let name = AliasName { account, region, name: name.clone() };
                    // By now the name may belong to another key.
                    let alias = tx.get::<AliasRecord>(&name).await?;
                    if alias.is_some_and(|alias| alias.key_id == key.locator.key_id) {
                        tx.delete::<AliasRecord>(&name).await?;
                    }
                }
                tx.delete::<KeyRecord>(&key.locator).await?;
                custom_key_stores::release(tx, &key).await?;
                events.extend(multi_region::leave(tx, &key, now).await?);
                KeyCount::remove(tx, key.locator.account, &key.locator.region).await?;
                events.push(event("DeleteKey", &key, json!({ "keyId": key.locator.to_string() })));
            }
            Ok(events)
        })
    }
}

struct Ended {
    count: usize,
    more: bool,
}

/// Removes up to `room` grants of a key that is to be deleted.
async fn end_grants(tx: &mut Tx, key: &KeyLocator, room: usize) -> Result<Ended, store::Error> {
    let page = tx.list::<GrantRecord>(&grants::place_of(key), Page::first(room)).await?;
    if room == 0 || page.items.is_empty() {
        return Ok(Ended { count: 0, more: !page.items.is_empty() });
    }
    KeyGrants::remove(tx, key, &page.items).await?;
    Ok(Ended { count: page.items.len(), more: page.next.is_some() })
}

/// Rotates material that is due.
struct Rotations(Arc<Kms>);

impl Duty for Rotations {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let tx = view.tx().await?;
            let first = tx.list_by::<KeyRecord>(ROTATION_INDEX, &(), Page::first(BATCH)).await?;
            let mut events = Vec::new();
            for mut key in first.items {
                let Some(schedule) = key.rotation.filter(|schedule| schedule.next <= now) else { continue };
                let material = self.0.vault().generate(&key.locator, now, Some(RotationKind::Automatic));
                let material = material.map_err(|error: Error| {
                    DutyError::new(format!("the material of {} could not be rotated", key.locator), error)
                })?;
                let details = json!({
                    "keyId": key.locator.to_string(),
                    "rotationType": "AUTOMATIC",
                    "keyMaterialId": material.id.to_string(),
                });
                key.materials.push(material);
                key.rotation = Some(schedule.rotated(now));
                let synchronized = self.0.put_shared(tx, &key).await.map_err(|error| {
                    DutyError::new(format!("the keys related to {} could not be rotated", key.locator), error)
                })?;
                events.push(event("RotateKey", &key, details));
                events.extend(synchronized);
            }
            Ok(events)
        })
    }
}

/// Removes imported material that has expired. It counts as gone since it expired: this is what makes it so.
struct Expirations(Arc<Kms>);

impl Duty for Expirations {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let tx = view.tx().await?;
            let first = tx.list_by::<KeyRecord>(EXPIRY_INDEX, &(), Page::first(BATCH)).await?;
            let mut events = Vec::new();
            let mut done = Vec::new();
            for listed in first.items {
                // It is listed once for each of its materials.
                if done.contains(&listed.locator) {
                    continue;
                }
                // A related key that came before may have changed it.
                let Some(mut key) = tx.get::<KeyRecord>(&listed.locator).await? else { continue };
                let mut expired: Vec<_> =
                    key.materials.iter_mut().filter(|material| material.is_expired(now)).collect();
                let mut ids: Vec<_> = expired.iter().map(|material| material.id).collect();
                expired.iter_mut().for_each(|material| material.erase());
                if let Some(pending) = key.pending.as_ref().filter(|material| material.is_expired(now)) {
                    ids.push(pending.id);
                    key.take_pending_back();
                }
                if ids.is_empty() {
                    continue;
                }
                done.push(key.locator.clone());
                let synchronized = self.0.put_shared(tx, &key).await.map_err(|error| {
                    DutyError::new(format!("the material of {} could not be removed", key.locator), error)
                })?;
                events.extend(synchronized);
                for id in ids {
                    let key_id = key.locator.key_id.to_string();
                    let details = match key.shown_id(id) {
                        Some(id) => json!({ "keyId": key_id, "keyMaterialId": id }),
                        None => json!({ "keyId": key_id }),
                    };
                    events.push(event("DeleteExpiredKeyMaterial", &key, details));
                }
            }
            Ok(events)
        })
    }
}

pub(crate) fn event(name: &'static str, key: &KeyRecord, details: serde_json::Value) -> ServiceEvent {
    ServiceEvent {
        source: aws_model::kms::SERVICE.event_source,
        name,
        region: key.locator.region.clone(),
        account: key.locator.account,
        resource_type: KEY_TYPE,
        resource: key.locator.to_string(),
        details,
    }
}
