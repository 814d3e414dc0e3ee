//! The live connections to custom key stores.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use key_store::{ConnectError, ConnectFailure, Connector, Connectors, KeyStore, RequestMetadata, Settings};
use quick_cache::sync::Cache;
use tokio::sync::Mutex;
use tokio::time::Instant;

use super::record::StoreLocator;

/// How many stores are connected at once. The one that was not used for the longest time gives way, and is connected again when it is used.
const CONNECTIONS: usize = 2000;

/// How long an attempt to connect may take, whatever the adapter thinks.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a failed connection is not tried again, so that a store that is down costs its callers no waiting and itself no flood.
const PAUSE: Duration = Duration::from_secs(2);

/// The live connections, by store. Each store has a slot of its own: whoever waits for a slow one keeps nobody else waiting.
pub(crate) struct Connections {
    connectors: Connectors,
    slots: Cache<StoreLocator, Arc<Slot>>,
}

struct Slot {
    /// The epoch of the record that the connection belongs to.
    epoch: u64,
    store: OnceLock<Arc<dyn KeyStore>>,
    /// Held by the one who connects; says how the last attempt ended.
    failed: Mutex<Option<Failed>>,
}

struct Failed {
    error: ConnectError,
    at: Instant,
    /// Trying again with the same settings could do harm.
    is_final: bool,
}

impl Connections {
    pub fn new(connectors: Connectors) -> Self {
        Self { connectors, slots: Cache::new(CONNECTIONS) }
    }

    /// Checks settings without keeping a connection.
    pub async fn verify(&self, settings: &Settings, request: &RequestMetadata) -> Result<(), ConnectError> {
        in_time(self.connectors.verify(settings, request)).await
    }

    /// The connected store; connects when it is not connected, as after a restart.
    pub async fn get<E: From<ConnectError>>(
        &self,
        locator: &StoreLocator,
        epoch: u64,
        settings: impl FnOnce() -> Result<Settings, E>,
        request: &RequestMetadata,
    ) -> Result<Arc<dyn KeyStore>, E> {
        let slot = self.slot(locator, epoch);
        if let Some(store) = slot.store.get() {
            return Ok(Arc::clone(store));
        }
        let mut failed = slot.failed.lock().await;
        // Somebody else may have connected it meanwhile.
        if let Some(store) = slot.store.get() {
            return Ok(Arc::clone(store));
        }
        if let Some(Failed { error, at, is_final }) = &*failed
            && (*is_final || at.elapsed() < PAUSE)
        {
            return Err(error.clone().into());
        }
        let settings = settings()?;
        match in_time(self.connectors.connect(&settings, request)).await {
            Ok(store) => Ok(Arc::clone(slot.store.get_or_init(|| store))),
            Err(error) => {
                tracing::warn!(store = %locator.id, %error, "a custom key store could not be connected");
                let is_final = locks_out(&settings, &error);
                *failed = Some(Failed { error: error.clone(), at: Instant::now(), is_final });
                Err(error.into())
            }
        }
    }

    /// Ends the connections of all stores that `keep` does not want, given their epochs.
    pub fn retain(&self, keep: impl Fn(&StoreLocator, u64) -> bool) {
        self.slots.retain(|locator, slot| keep(locator, slot.epoch));
    }

    fn slot(&self, locator: &StoreLocator, epoch: u64) -> Arc<Slot> {
        let found = self.slots.get(locator);
        if let Some(slot) = &found
            && slot.epoch == epoch
        {
            return Arc::clone(slot);
        }
        let slot = Arc::new(Slot { epoch, store: OnceLock::new(), failed: Mutex::new(None) });
        // Whoever looked at the store before it was changed gets a connection of their own, for this one time.
        if found.is_none_or(|found| found.epoch < epoch) {
            self.slots.insert(locator.clone(), Arc::clone(&slot));
        }
        slot
    }
}

async fn in_time<T>(work: impl Future<Output = Result<T, ConnectError>>) -> Result<T, ConnectError> {
    let late = |_| Err(ConnectError::new(ConnectFailure::NetworkErrors, "no answer within 30 seconds"));
    tokio::time::timeout(CONNECT_TIMEOUT, work).await.unwrap_or_else(late)
}

/// Whether trying again could lock the user out: a token counts wrong passwords. Disconnecting and connecting again, or a restart, tries
/// again.
fn locks_out(settings: &Settings, error: &ConnectError) -> bool {
    matches!(settings, Settings::CloudHsm { .. })
        && matches!(
            error.failure,
            ConnectFailure::InvalidCredentials | ConnectFailure::UserLockedOut | ConnectFailure::UserNotFound
        )
}
