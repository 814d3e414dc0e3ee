use aws_model::kms::{TagResource, TagResourceRequest, TagResourceResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::state::Needs;
use crate::{Error, Kms, authorize, tags};

/// Adds tags to a key, or gives tags that it has other values.
impl Guarded<TagResource> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<TagResourceRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:TagResource", |conditions| {
            authorize::add_request_tags(conditions, &call.input.tags);
        })
        .await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, TagResource, Key>,
    ) -> Result<TagResourceResponse, Error> {
        let input = permit.input();
        let now = permit.origin().at;
        let mut key = permit.into_target();
        key.check(Needs::Kept, now)?;
        tags::add(&mut key.record.tags, &input.tags)?;
        view.tx().await?.put(&key.record).await?;
        Ok(TagResourceResponse {})
    }
}
