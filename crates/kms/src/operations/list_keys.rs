use aws_model::kms::{KeyListEntry, ListKeys, ListKeysRequest, ListKeysResponse, ResourceOwnerType};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::KeyRecord;
use crate::paging::{self, Listing};
use crate::{Error, Kms, authorize};

/// The keys of the caller's account in the region, by key id.
impl Guarded<ListKeys> for Kms {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(&self, _: &mut View, call: &Call<ListKeysRequest>) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), authorize::about_account("kms:ListKeys", "*", &call.caller)))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, ListKeys, ()>,
    ) -> Result<ListKeysResponse, Error> {
        let (input, origin) = (permit.input(), permit.origin());
        let prefix = (permit.caller().account, &origin.region);
        let name = format!("ListKeys/{}/{}", prefix.0, prefix.1);
        let listing = Listing::new(name, paging::LONG, input.limit);
        let page = listing.page(input.marker.as_deref())?;
        // No keys are shared between accounts by AWS's Resource Access Manager.
        if input
            .resource_owners
            .as_ref()
            .is_some_and(|owners| !owners.contains(&ResourceOwnerType::SelfValue))
        {
            return Ok(ListKeysResponse {
                keys: Some(Vec::new()),
                next_marker: None,
                truncated: Some(false),
            });
        }
        let page = view.tx().await?.list::<KeyRecord>(&prefix, page).await?;
        let keys =
            page.items.iter().filter(|record| !record.state.is_over(origin.at)).map(|record| KeyListEntry {
                key_arn: Some(record.locator.to_string()),
                key_id: Some(record.locator.key_id.to_string()),
            });
        Ok(ListKeysResponse {
            keys: Some(keys.collect()),
            truncated: Some(page.next.is_some()),
            next_marker: listing.marker(page.next),
        })
    }
}
