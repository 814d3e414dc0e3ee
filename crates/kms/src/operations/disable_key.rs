use aws_model::kms::{DisableKey, DisableKeyRequest, DisableKeyResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::state::{KeyState, Needs};
use crate::{Error, Kms};

/// Disables a key: nothing can be encrypted or decrypted with it, and its material is not rotated.
impl Guarded<DisableKey> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(&self, view: &mut View, call: &Call<DisableKeyRequest>) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:DisableKey", |_| {}).await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, DisableKey, Key>,
    ) -> Result<DisableKeyResponse, Error> {
        let now = permit.origin().at;
        let mut key = permit.into_target();
        key.check(Needs::Switchable, now)?;
        key.record.state = KeyState::Disabled;
        view.tx().await?.put(&key.record).await?;
        Ok(DisableKeyResponse {})
    }
}
