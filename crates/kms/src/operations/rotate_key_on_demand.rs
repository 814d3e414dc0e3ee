use aws_model::kms::{RotateKeyOnDemand, RotateKeyOnDemandRequest, RotateKeyOnDemandResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::material::Material;
use crate::rotation::{ON_DEMAND_LIMIT, RotationKind};
use crate::state::Needs;
use crate::{Error, KeyOrigin, Kms};

/// Gives a key new material at once; one with imported material gets what was imported for that. What was encrypted before can still be decrypted; the schedule of automatic rotation stays.
impl Guarded<RotateKeyOnDemand> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<RotateKeyOnDemandRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:RotateKeyOnDemand", |_| {}).await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, RotateKeyOnDemand, Key>,
    ) -> Result<RotateKeyOnDemandResponse, Error> {
        let now = permit.origin().at;
        let mut key = permit.into_target();
        key.check(Needs::Settled, now)?;
        key.check_rotatable()?;
        key.check_not_replica()?;
        if key.record.lacks_pending_elsewhere(view.tx().await?, now).await? {
            return Err(Error::PendingElsewhere(key.locator().clone()));
        }
        let record = &mut key.record;
        let on_demand =
            record.materials.iter().filter(|material| material.rotation == Some(RotationKind::OnDemand));
        if on_demand.count() >= ON_DEMAND_LIMIT {
            return Err(Error::limit(format!(
                "The on-demand rotations limit has been reached for the given keyId. No more on-demand rotations can be \
                 performed for this key: {}",
                record.locator.key_id
            )));
        }
        let material = match record.origin {
            KeyOrigin::AwsKms => self.vault().generate(&record.locator, now, Some(RotationKind::OnDemand))?,
            KeyOrigin::External => {
                let imported = record.pending.take().filter(|material| material.is_present(now));
                let imported = imported.ok_or_else(|| Error::NothingToRotateTo(record.locator.clone()))?;
                Material { created: now, rotation: Some(RotationKind::OnDemand), ..imported }
            }
            origin @ (KeyOrigin::AwsCloudhsm | KeyOrigin::ExternalKeyStore) => {
                return Err(Error::WrongOrigin { key: key.arn, origin });
            }
        };
        record.materials.push(material);
        self.put_with_relations(view, record).await?;
        Ok(RotateKeyOnDemandResponse { key_id: Some(record.locator.key_id.to_string()) })
    }
}
