use aws_model::kms::{
    DisconnectCustomKeyStore, DisconnectCustomKeyStoreRequest, DisconnectCustomKeyStoreResponse,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::custom_key_stores::{Connection, Refusal};
use crate::{Error, Kms, authorize};

/// Disconnects a custom key store: its keys cannot be used from the answer on.
impl Guarded<DisconnectCustomKeyStore> for Kms {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<DisconnectCustomKeyStoreRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), authorize::about_account("kms:DisconnectCustomKeyStore", "*", &call.caller)))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, DisconnectCustomKeyStore, ()>,
    ) -> Result<DisconnectCustomKeyStoreResponse, Error> {
        let id = &permit.input().custom_key_store_id;
        let mut store = self.custom_key_store(view, permit.caller(), permit.origin(), id).await?;
        if store.connection == Connection::Disconnected {
            return Err(Refusal::InvalidState("The custom key store is already disconnected.".into()).into());
        }
        store.connection = Connection::Disconnected;
        store.epoch += 1;
        view.tx().await?.put(&store).await?;
        Ok(DisconnectCustomKeyStoreResponse {})
    }
}
