use aws_model::kms::{EnableKey, EnableKeyRequest, EnableKeyResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::state::{KeyState, Needs};
use crate::{Error, Kms};

/// Enables a key. Rotation that came due meanwhile happens soon after.
impl Guarded<EnableKey> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(&self, view: &mut View, call: &Call<EnableKeyRequest>) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:EnableKey", |_| {}).await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, EnableKey, Key>,
    ) -> Result<EnableKeyResponse, Error> {
        let now = permit.origin().at;
        let mut key = permit.into_target();
        key.check(Needs::Switchable, now)?;
        key.record.state = KeyState::Enabled;
        view.tx().await?.put(&key.record).await?;
        Ok(EnableKeyResponse {})
    }
}
