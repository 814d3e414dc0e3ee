use aws_model::kms::{UpdateKeyDescription, UpdateKeyDescriptionRequest, UpdateKeyDescriptionResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::state::Needs;
use crate::{Error, Kms};

/// Replaces the description.
impl Guarded<UpdateKeyDescription> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<UpdateKeyDescriptionRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:UpdateKeyDescription", |_| {}).await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, UpdateKeyDescription, Key>,
    ) -> Result<UpdateKeyDescriptionResponse, Error> {
        let description = permit.input().description.clone();
        let now = permit.origin().at;
        let mut key = permit.into_target();
        key.check(Needs::Kept, now)?;
        key.record.description = description;
        view.tx().await?.put(&key.record).await?;
        Ok(UpdateKeyDescriptionResponse {})
    }
}
