use aws_model::kms::{UntagResource, UntagResourceRequest, UntagResourceResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::state::Needs;
use crate::{Error, Kms, authorize};

/// Removes tags from a key. Tags that it does not have do not matter.
impl Guarded<UntagResource> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<UntagResourceRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:UntagResource", |conditions| {
            authorize::add_tag_keys(conditions, call.input.tag_keys.iter().map(String::as_str));
        })
        .await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, UntagResource, Key>,
    ) -> Result<UntagResourceResponse, Error> {
        let input = permit.input();
        let now = permit.origin().at;
        let mut key = permit.into_target();
        key.check(Needs::Kept, now)?;
        for tag_key in &input.tag_keys {
            key.record.tags.remove(tag_key);
        }
        view.tx().await?.put(&key.record).await?;
        Ok(UntagResourceResponse {})
    }
}
