use aws_model::kms::{
    DescribeCustomKeyStores, DescribeCustomKeyStoresRequest, DescribeCustomKeyStoresResponse,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use store::Page;

use crate::custom_key_stores::{CustomKeyStoreRecord, STORES_PER_REGION};
use crate::paging::{self, Listing};
use crate::{Error, Kms, authorize};

/// The custom key stores of the caller's account in the region, or one of them.
impl Guarded<DescribeCustomKeyStores> for Kms {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<DescribeCustomKeyStoresRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), authorize::about_account("kms:DescribeCustomKeyStores", "*", &call.caller)))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, DescribeCustomKeyStores, ()>,
    ) -> Result<DescribeCustomKeyStoresResponse, Error> {
        let (caller, origin, input) = (permit.caller(), permit.origin(), permit.input());
        let place = (caller.account, origin.region.as_str());
        let one = |store: CustomKeyStoreRecord| DescribeCustomKeyStoresResponse {
            custom_key_stores: Some(vec![store.entry()]),
            next_marker: None,
            truncated: Some(false),
        };
        match (&input.custom_key_store_id, &input.custom_key_store_name) {
            (Some(_), Some(_)) => Err(Error::invalid(
                "You can specify either CustomKeyStoreId or CustomKeyStoreName, but not both.",
            )),
            (Some(id), None) => Ok(one(self.custom_key_store(view, caller, origin, id).await?)),
            (None, Some(name)) => {
                let all = Page::first(STORES_PER_REGION);
                let all = view.tx().await?.list::<CustomKeyStoreRecord>(&place, all).await?.items;
                let found = all.into_iter().find(|store| store.name == *name);
                Ok(one(found.ok_or_else(|| Error::NoSuchCustomKeyStore(name.clone()))?))
            }
            (None, None) => {
                let name = format!("DescribeCustomKeyStores/{}/{}", place.0, place.1);
                let listing = Listing::new(name, paging::LONG, input.limit);
                let page = listing.page(input.marker.as_deref())?;
                let page = view.tx().await?.list::<CustomKeyStoreRecord>(&place, page).await?;
                Ok(DescribeCustomKeyStoresResponse {
                    custom_key_stores: Some(page.items.iter().map(CustomKeyStoreRecord::entry).collect()),
                    truncated: Some(page.next.is_some()),
                    next_marker: listing.marker(page.next),
                })
            }
        }
    }
}
