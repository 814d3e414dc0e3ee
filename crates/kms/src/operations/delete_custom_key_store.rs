use aws_model::kms::{DeleteCustomKeyStore, DeleteCustomKeyStoreRequest, DeleteCustomKeyStoreResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use store::Page;

use crate::custom_key_stores::{Connection, CustomKeyStoreRecord, OrphanedKey, Refusal};
use crate::key::{CUSTODY_INDEX, KeyRecord};
use crate::{Error, Kms, authorize};

/// How many keys that are still to be destroyed in their token a store can leave behind in one go.
const ORPHANS: usize = 10_000;

/// Deletes a custom key store that has no keys. What is in the token or the external key manager stays there.
impl Guarded<DeleteCustomKeyStore> for Kms {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<DeleteCustomKeyStoreRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), authorize::about_account("kms:DeleteCustomKeyStore", "*", &call.caller)))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, DeleteCustomKeyStore, ()>,
    ) -> Result<DeleteCustomKeyStoreResponse, Error> {
        let id = &permit.input().custom_key_store_id;
        let store = self.custom_key_store(view, permit.caller(), permit.origin(), id).await?;
        if store.connection != Connection::Disconnected {
            return Err(Refusal::InvalidState(
                "The custom key store is not disconnected. Disconnect it before you delete it.".into(),
            )
            .into());
        }
        let tx = view.tx().await?;
        let locator = &store.locator;
        let place = (locator.account, locator.region.as_str(), locator.id.as_str());
        if !tx.list_by::<KeyRecord>(CUSTODY_INDEX, &place, Page::first(1)).await?.items.is_empty() {
            return Err(Refusal::HasKeys.into());
        }
        for orphan in tx.list::<OrphanedKey>(&place, Page::first(ORPHANS)).await?.items {
            tx.delete::<OrphanedKey>(&(orphan.store, orphan.key)).await?;
        }
        tx.delete::<CustomKeyStoreRecord>(locator).await?;
        Ok(DeleteCustomKeyStoreResponse {})
    }
}
