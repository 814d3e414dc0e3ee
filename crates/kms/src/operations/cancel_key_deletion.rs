use aws_model::kms::{CancelKeyDeletion, CancelKeyDeletionRequest, CancelKeyDeletionResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::state::{KeyState, Needs};
use crate::{Error, Kms};

/// Saves a key from its deletion. It is disabled afterwards.
impl Guarded<CancelKeyDeletion> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<CancelKeyDeletionRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:CancelKeyDeletion", |_| {}).await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, CancelKeyDeletion, Key>,
    ) -> Result<CancelKeyDeletionResponse, Error> {
        let now = permit.origin().at;
        let mut key = permit.into_target();
        key.check(Needs::PendingDeletion, now)?;
        key.record.state = KeyState::Disabled;
        view.tx().await?.put(&key.record).await?;
        Ok(CancelKeyDeletionResponse { key_id: Some(key.arn) })
    }
}
