//! Custom key stores: KMS keys whose material is in a token (`AWS_CLOUDHSM`) or in an external key manager (`EXTERNAL_KEY_STORE`).
//!
//! A record says what a store is and whether it is connected; the live connections are in memory, and come back when they are needed.
//! Nothing here waits for a store inside a transaction of Lodge's own store: what a call needs of a custom key store comes first.

mod connecting;
mod connections;
mod creation;
mod failure;
mod record;
mod usage;

use std::sync::Arc;

use arn::AccountId;
use audit_event::RequestId;
use envelope::{KeyId, WrappingKey};
use gate::{Call, Caller, Origin, View};
use key_store::{ConnectError, Connectors, KeyStore, RequestMetadata, StoreKeyId};
use quick_cache::sync::Cache as Recent;
use store::{Cache, Page, Store};
use tokio::sync::Notify;

pub use connecting::keep_connecting;
pub use failure::Refusal;
pub use record::{
    Connection, Custody, CustomKeyStoreId, CustomKeyStoreRecord, Kind, OrphanedKey, StoreLocator,
};

pub(crate) use creation::release;
pub(crate) use failure::{Step, check_external_key, not_connected, of_connection, of_store};
pub(crate) use record::{PASSWORD, SECRET_ACCESS_KEY, STORES_PER_REGION, Safe};
pub(crate) use usage::Held;

use connections::Connections;

use crate::{Error, Kms};

/// How many custom key stores stay ready in memory.
const CACHED_STORES: usize = 2000;

/// How many keys made in tokens are remembered, for calls of CreateKey that have to run again.
const RECENTLY_MADE: usize = 1000;

/// What the service keeps of custom key stores.
pub(crate) struct CustomKeyStores {
    store: Store,
    records: Cache<CustomKeyStoreRecord, CustomKeyStoreRecord>,
    connections: Connections,
    wrapping_key: WrappingKey,
    /// Something about custom key stores was committed.
    changed: Arc<Notify>,
    /// Keys made in tokens, by the request that made them: a call that conflicts with another runs again and takes the same key.
    made: Arc<RecentlyMade>,
}

type RecentlyMade = Recent<RequestId, Made>;

/// A key made in a token, and the id of the KMS key that it was made for.
#[derive(Clone)]
pub(crate) struct Made {
    pub key_id: KeyId,
    pub key: StoreKeyId,
}

impl CustomKeyStores {
    pub fn new(store: &Store, wrapping_key: WrappingKey, connectors: Connectors) -> Self {
        let changed = Arc::new(Notify::new());
        let notified = Arc::clone(&changed);
        store.on_commit(move |keys| {
            if keys.iter().any(|key| {
                key.of_record::<CustomKeyStoreRecord>().is_some() || key.of_record::<OrphanedKey>().is_some()
            }) {
                notified.notify_one();
            }
        });
        Self {
            store: store.clone(),
            records: Cache::new(store, CACHED_STORES),
            connections: Connections::new(connectors),
            wrapping_key,
            changed,
            made: Arc::new(Recent::new(RECENTLY_MADE)),
        }
    }

    /// The stores of an account in a region, as they are now.
    pub async fn of(
        &self,
        (account, region): (AccountId, &str),
    ) -> Result<Vec<CustomKeyStoreRecord>, store::Error> {
        let mut tx = self.store.begin().await?;
        Ok(tx.list(&(account, region), Page::first(STORES_PER_REGION)).await?.items)
    }

    /// The store, from the cache: good enough to talk to it, not to change its record.
    pub async fn cached(&self, locator: &StoreLocator) -> Result<Option<Arc<CustomKeyStoreRecord>>, Error> {
        self.records.get_or_load(locator, Ok::<_, Error>).await
    }
}

impl Kms {
    pub(crate) fn safe(&self) -> Safe<'_> {
        Safe { wrapping_key: &self.custom_key_stores.wrapping_key, random: self.random.as_ref() }
    }

    /// The store that a request names, of the caller's account in the request's region.
    pub(crate) async fn custom_key_store(
        &self,
        view: &mut View,
        caller: &Caller,
        origin: &Origin,
        id: &str,
    ) -> Result<CustomKeyStoreRecord, Error> {
        let locator = locator(caller, origin, id.parse()?);
        let found = view.tx().await?.get::<CustomKeyStoreRecord>(&locator).await?;
        found.ok_or_else(|| Error::NoSuchCustomKeyStore(id.to_owned()))
    }

    /// The live connection to a store that is to be connected. The error is what a call at this `step` answers.
    pub(crate) async fn connected(
        &self,
        record: &CustomKeyStoreRecord,
        step: Step,
        request: &RequestMetadata,
    ) -> Result<Arc<dyn KeyStore>, Error> {
        let settings = || record.settings(&self.safe()).map_err(Attempt::Here);
        let connections = &self.custom_key_stores.connections;
        connections.get(&record.locator, record.epoch, settings, request).await.map_err(|error| match error {
            Attempt::Here(error) => error,
            Attempt::There(error) => of_connection(&error, &record.kind, step),
        })
    }

    /// Checks settings that a call brings, by talking to the store.
    pub(crate) async fn verify_custom_key_store(
        &self,
        record: &CustomKeyStoreRecord,
        update: bool,
        request: &RequestMetadata,
    ) -> Result<(), Error> {
        let settings = record.settings(&self.safe())?;
        self.custom_key_stores.connections.verify(&settings, request).await.map_err(|error| {
            tracing::info!(store = %record.locator.id, %error, "the settings of a custom key store were refused");
            of_connection(&error, &record.kind, Step::Verify { update })
        })
    }
}

/// Why there is no connection: for a reason of ours, or of theirs.
enum Attempt {
    Here(Error),
    There(ConnectError),
}

impl From<ConnectError> for Attempt {
    fn from(error: ConnectError) -> Self {
        Self::There(error)
    }
}

pub(crate) fn locator(caller: &Caller, origin: &Origin, id: CustomKeyStoreId) -> StoreLocator {
    StoreLocator { account: caller.account, region: origin.region.clone(), id }
}

/// What a key store is told of a call about no existing key.
pub(crate) fn request(caller: &Caller, origin: &Origin, operation: &str) -> RequestMetadata {
    RequestMetadata {
        principal_arn: caller.principal.principal_arn(),
        key_arn: None,
        operation: operation.to_owned(),
        request_id: origin.request_id.to_string(),
    }
}

/// What a key store is told of a call that uses the KMS key `key_arn`.
pub(crate) fn request_of_key<I>(call: &Call<I>, operation: &str, key_arn: &str) -> RequestMetadata {
    RequestMetadata { key_arn: Some(key_arn.to_owned()), ..request(&call.caller, &call.origin, operation) }
}
