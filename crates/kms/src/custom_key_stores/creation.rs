//! The part of CreateKey that happens in a custom key store, and of GenerateRandom.

use std::sync::Arc;

use audit_event::RequestId;
use aws_model::kms::CreateKeyRequest;
use envelope::KeyLocator;
use gate::{Caller, Origin};
use key_store::{KeyStore, StoreKeyId};
use secret::SecretBytes;
use store::Tx;

use super::{
    Custody, CustomKeyStoreRecord, Kind, Made, OrphanedKey, RecentlyMade, Refusal, Step, check_external_key,
    locator, not_connected, of_store, request,
};
use crate::key::{KeyRecord, XKS_KEY_INDEX};
use crate::{Error, KeyOrigin, Kms};

/// Where the material of a new KMS key is.
pub(crate) struct Placed {
    custody: Custody,
    /// Destroys what was made for a KMS key that does not come to be.
    undo: Option<Undo>,
}

impl Kms {
    /// Makes a key for the new KMS key `key` in the custom key store that the request names, or finds the external key that it names. Without a
    /// custom key store there is nothing to do. To be called before the transaction begins, since somebody else's machine is asked.
    ///
    /// A call that runs again takes the key that it has made before, and the KMS key's id with it.
    pub(crate) async fn place(
        &self,
        caller: &Caller,
        origin: &Origin,
        input: &CreateKeyRequest,
        key_origin: KeyOrigin,
        key: &mut KeyLocator,
    ) -> Result<Option<Placed>, Error> {
        let Some(id) = &input.custom_key_store_id else { return Ok(None) };
        let store_locator = locator(caller, origin, id.parse()?);
        let record = self.custom_key_stores.cached(&store_locator).await?;
        let record = record.ok_or_else(|| Error::NoSuchCustomKeyStore(id.clone()))?;
        if record.origin() != key_origin {
            return Err(Error::unsupported(format!(
                "The custom key store {id} is not valid for keys with origin {}.",
                key_origin.wire().as_str()
            )));
        }
        if !record.is_connected() {
            return Err(not_connected(&record.kind));
        }
        let request = request(caller, origin, "CreateKey");
        let store = self.connected(&record, Step::CreateKey, &request).await?;
        let failed = |error: key_store::Error| {
            tracing::info!(store = %record.locator.id, %error, "a key could not be made in a custom key store");
            of_store(&error, &record.kind, Step::CreateKey)
        };
        let (name, undo) = match (&record.kind, &input.xks_key_id) {
            (Kind::External { .. }, Some(name)) => {
                let name = StoreKeyId::parse(name).map_err(|error| Error::invalid(error.to_string()))?;
                let described = store.describe_key(&name, &request).await.map_err(failed)?;
                check_external_key(&described)?;
                (name, None)
            }
            (Kind::External { .. }, None) => return Err(Error::invalid("XksKeyId is required.")),
            (Kind::CloudHsm { .. }, _) => {
                let made = &self.custom_key_stores.made;
                let request_id = origin.request_id;
                let name = match made.get(&request_id) {
                    Some(Made { key_id, key: name }) => {
                        key.key_id = key_id;
                        name
                    }
                    None => {
                        let name = store.create_key(&key.key_id.to_string()).await.map_err(failed)?;
                        made.insert(request_id, Made { key_id: key.key_id, key: name.clone() });
                        name
                    }
                };
                let undo =
                    Undo { store, key: name.clone(), request_id, made: Arc::clone(made), is_wanted: true };
                (name, Some(undo))
            }
        };
        Ok(Some(Placed { custody: Custody { store: store_locator.id, key: name }, undo }))
    }

    /// `length` bytes from the token of a custom key store.
    pub(crate) async fn random_of_custom_key_store(
        &self,
        caller: &Caller,
        origin: &Origin,
        id: &str,
        length: usize,
    ) -> Result<SecretBytes, Error> {
        let locator = locator(caller, origin, id.parse()?);
        let record = self.custom_key_stores.cached(&locator).await?;
        let record = record.ok_or_else(|| Error::NoSuchCustomKeyStore(id.to_owned()))?;
        if record.origin() == KeyOrigin::ExternalKeyStore {
            return Err(Error::unsupported("External key stores do not generate random byte strings."));
        }
        if !record.is_connected() {
            return Err(not_connected(&record.kind));
        }
        let store = self.connected(&record, Step::Random, &request(caller, origin, "GenerateRandom")).await?;
        let bytes = store.random(length).await;
        bytes.map_err(|error| of_store(&error, &record.kind, Step::Random))
    }
}

impl Placed {
    /// Checks inside the transaction that inserts the KMS key `key` what may have changed since, and gives what the key's record is to
    /// say, and the store.
    pub async fn confirm(
        &self,
        tx: &mut Tx,
        key: &KeyLocator,
    ) -> Result<(Custody, CustomKeyStoreRecord), Error> {
        let Custody { store, key: name } = &self.custody;
        let locator =
            super::StoreLocator { account: key.account, region: key.region.clone(), id: store.clone() };
        let record = tx.get::<CustomKeyStoreRecord>(&locator).await?;
        let record = record.ok_or_else(|| Error::NoSuchCustomKeyStore(store.to_string()))?;
        if !record.is_connected() {
            return Err(not_connected(&record.kind));
        }
        let place = (key.account, key.region.as_str(), store.as_str(), name.as_str());
        if tx.get_by::<KeyRecord>(XKS_KEY_INDEX, &place).await?.is_some() {
            return Err(Refusal::XksKeyInUse.into());
        }
        Ok((self.custody.clone(), record))
    }

    /// The KMS key is made, as far as it depends on the call.
    pub fn keep(mut self) {
        if let Some(undo) = &mut self.undo {
            undo.is_wanted = false;
        }
    }
}

/// What becomes of a key in a token when its KMS key is deleted: it is destroyed as soon as the store is connected.
pub(crate) async fn release(tx: &mut Tx, key: &KeyRecord) -> Result<(), store::Error> {
    let (KeyOrigin::AwsCloudhsm, Some(store), Some(custody)) =
        (key.origin, key.custom_key_store(), &key.custody)
    else {
        return Ok(());
    };
    let orphan = OrphanedKey { store, key: custody.key.clone(), kms_key: key.locator.to_string() };
    tx.put(&orphan).await
}

/// Destroys a key in a token when it is dropped: the call failed after the key was made, or its caller went away.
struct Undo {
    store: Arc<dyn KeyStore>,
    key: StoreKeyId,
    request_id: RequestId,
    made: Arc<RecentlyMade>,
    is_wanted: bool,
}

impl Drop for Undo {
    fn drop(&mut self) {
        if !self.is_wanted {
            return;
        }
        self.made.remove(&self.request_id);
        let (store, key) = (Arc::clone(&self.store), self.key.clone());
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                if let Err(error) = store.destroy_key(&key).await {
                    tracing::warn!(%key, %error, "a key that no KMS key stands on is left in its token");
                }
            });
        }
    }
}
