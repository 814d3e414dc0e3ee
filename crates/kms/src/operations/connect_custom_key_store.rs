use aws_model::kms::{ConnectCustomKeyStore, ConnectCustomKeyStoreRequest, ConnectCustomKeyStoreResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::custom_key_stores::{Connection, Refusal};
use crate::{Error, Kms, authorize};

/// Begins to connect a custom key store. How that ends is seen in DescribeCustomKeyStores.
impl Guarded<ConnectCustomKeyStore> for Kms {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<ConnectCustomKeyStoreRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), authorize::about_account("kms:ConnectCustomKeyStore", "*", &call.caller)))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, ConnectCustomKeyStore, ()>,
    ) -> Result<ConnectCustomKeyStoreResponse, Error> {
        let (caller, origin) = (permit.caller(), permit.origin());
        let id = &permit.input().custom_key_store_id;
        let mut store = self.custom_key_store(view, caller, origin, id).await?;
        match store.connection {
            Connection::Connected | Connection::Connecting { .. } => {}
            Connection::Failed { .. } => {
                return Err(Refusal::InvalidState(
                    "The custom key store could not be connected before. Disconnect it, correct the error, and connect it again."
                        .into(),
                )
                .into());
            }
            Connection::Disconnected => {
                store.connection = Connection::Connecting { request_id: origin.request_id.to_string() };
                store.epoch += 1;
                view.tx().await?.put(&store).await?;
            }
        }
        Ok(ConnectCustomKeyStoreResponse {})
    }
}
