use aws_model::kms::{ListResourceTags, ListResourceTagsRequest, ListResourceTagsResponse, Tag};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::paging::{self, Listing};
use crate::{Error, Kms};

/// The tags of a key, by tag key.
impl Guarded<ListResourceTags> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ListResourceTagsRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:ListResourceTags", |_| {}).await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, ListResourceTags, Key>,
    ) -> Result<ListResourceTagsResponse, Error> {
        let input = permit.input();
        let key = permit.target();
        let listing = Listing::new(format!("ListResourceTags/{}", key.arn), paging::TAGS, input.limit);
        let tags = key
            .record
            .tags
            .iter()
            .map(|(tag_key, tag_value)| Tag { tag_key: tag_key.clone(), tag_value: tag_value.clone() });
        let (tags, next) = listing.cut(input.marker.as_deref(), tags, |tag| tag.tag_key.clone())?;
        Ok(ListResourceTagsResponse { truncated: Some(next.is_some()), next_marker: next, tags: Some(tags) })
    }
}
