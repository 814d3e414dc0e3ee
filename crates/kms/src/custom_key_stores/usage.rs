use std::sync::Arc;

use envelope::{EncryptionContext, StoreCiphertext, StoreHeader};
use gate::Call;
use key_store::{RequestMetadata, Sealed};
use secret::SecretBytes;

use super::failure::{inner_layer, unavailable};
use super::{Custody, CustomKeyStoreRecord, Kind, Step, of_store, request_of_key};
use crate::key::ReadyKey;
use crate::{Error, Kms};

/// The use of a KMS key whose material is in a custom key store.
pub(crate) struct Held {
    custody: Custody,
    store: Arc<CustomKeyStoreRecord>,
    request: RequestMetadata,
}

impl Held {
    /// What is needed to use `key` in this call, if it is in a custom key store.
    pub async fn of<I>(
        kms: &Kms,
        call: &Call<I>,
        key: &ReadyKey,
        operation: &'static str,
    ) -> Result<Option<Self>, Error> {
        let record = &key.key.record;
        let (Some(custody), Some(locator)) = (record.custody.clone(), record.custom_key_store()) else {
            return Ok(None);
        };
        let store = kms.custom_key_stores.cached(&locator).await?.ok_or_else(|| Error::CorruptKey {
            key: record.locator.clone(),
            part: "custom key store".to_owned(),
            source: "there is none of that id".into(),
        })?;
        let request = request_of_key(call, operation, &key.key.arn);
        Ok(Some(Self { custody, store, request }))
    }

    /// Whether the store is connected, which makes its keys available.
    pub fn check(&self, key: &ReadyKey) -> Result<(), Error> {
        let locator = key.key.locator();
        if self.store.is_connected() || key.key.record.state.is_pending_deletion() {
            return Ok(());
        }
        Err(unavailable(locator, &self.store.kind))
    }

    /// The blob: sealed with Lodge's material first when the store is an external one, then by the store.
    pub async fn encrypt(
        &self,
        kms: &Kms,
        key: &ReadyKey,
        plaintext: &[u8],
        context: &EncryptionContext,
    ) -> Result<Vec<u8>, Error> {
        let locator = key.key.locator();
        let (header, inner) = match self.store.kind {
            Kind::CloudHsm { .. } => {
                let header = StoreHeader::new(locator, None).map_err(Error::Envelope)?;
                (header, SecretBytes::copy_of(plaintext))
            }
            Kind::External { .. } => {
                let backing = key.current()?;
                let header = StoreHeader::new(locator, Some(backing.id())).map_err(Error::Envelope)?;
                let inner = header.seal(backing, plaintext, context, kms.random.as_ref());
                (header, SecretBytes::new(inner.map_err(Error::Envelope)?))
            }
        };
        let store = kms.connected(&self.store, Step::Cryptography, &self.request).await?;
        let aad = header.associated_data(context);
        let sealed = store.encrypt(&self.custody.key, inner.expose(), &aad, &self.request).await;
        Ok(header.blob(&sealed.map_err(|error| self.failed(&error))?.to_bytes()))
    }

    /// The plaintext of a blob of this key.
    pub async fn decrypt(
        &self,
        kms: &Kms,
        key: &ReadyKey,
        ciphertext: &StoreCiphertext,
        context: &EncryptionContext,
    ) -> Result<SecretBytes, Error> {
        let header = ciphertext.header();
        // A blob of the other kind was never this key's: its layers are settled when the key is made.
        let backing = match (&self.store.kind, header.backing_key_id()) {
            (Kind::CloudHsm { .. }, None) => None,
            (Kind::External { .. }, Some(id)) => Some(key.material(id).ok_or(Error::InvalidCiphertext)?),
            _ => return Err(Error::InvalidCiphertext),
        };
        let sealed = Sealed::parse(ciphertext.sealed_by_store()).map_err(|_| Error::InvalidCiphertext)?;
        let store = kms.connected(&self.store, Step::Cryptography, &self.request).await?;
        let aad = header.associated_data(context);
        let inner = store.decrypt(&self.custody.key, &sealed, &aad, &self.request).await;
        let inner = inner.map_err(|error| self.failed(&error))?;
        match backing {
            None => Ok(inner),
            Some(backing) => header.open(backing, inner.expose(), context).map_err(|_| inner_layer()),
        }
    }

    fn failed(&self, error: &key_store::Error) -> Error {
        tracing::info!(
            store = %self.store.locator.id,
            key = %self.custody.key,
            request = self.request.request_id,
            %error,
            "a custom key store did not do what it was asked"
        );
        of_store(error, &self.store.kind, Step::Cryptography)
    }
}
