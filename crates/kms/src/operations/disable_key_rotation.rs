use aws_model::kms::{DisableKeyRotation, DisableKeyRotationRequest, DisableKeyRotationResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::state::Needs;
use crate::{Error, KeyOrigin, Kms};

/// Switches automatic rotation off.
impl Guarded<DisableKeyRotation> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DisableKeyRotationRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:DisableKeyRotation", |_| {}).await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, DisableKeyRotation, Key>,
    ) -> Result<DisableKeyRotationResponse, Error> {
        let now = permit.origin().at;
        let mut key = permit.into_target();
        key.check_origin(KeyOrigin::AwsKms)?;
        key.check(Needs::Settled, now)?;
        key.check_rotatable()?;
        key.check_not_replica()?;
        key.record.rotation = None;
        self.put_with_relations(view, &key.record).await?;
        Ok(DisableKeyRotationResponse {})
    }
}
