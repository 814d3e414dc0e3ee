//! What happens in the background: stores are connected, connections that are not wanted end, and keys whose KMS key is gone are destroyed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use aws_model::kms::SERVICE;
use clock::Timestamp;
use gate::{BoxFuture, Duty, DutyError, Gate, ServiceEvent, View};
use key_store::{ConnectFailure, RequestMetadata};
use serde_json::json;
use store::Page;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::record::CONNECTING_INDEX;
use super::{Attempt, Connection, CustomKeyStoreRecord, OrphanedKey, Step, StoreLocator};
use crate::Kms;

/// How often is looked for work that no commit announced, such as what a restart has interrupted.
const INTERVAL: Duration = Duration::from_secs(15);

/// How much of one kind of work is taken up at once.
const BATCH: usize = 100;

/// CloudTrail has no type for a custom key store, which has no ARN.
const STORE_TYPE: &str = "AWS::KMS::CustomKeyStore";

/// Connects stores that ConnectCustomKeyStore was called for, and does the other work in the background, until `stop` turns true.
///
/// Each store is dealt with on its own: a slow one keeps no other waiting.
pub async fn keep_connecting(kms: Arc<Kms>, gate: Arc<Gate>, mut stop: watch::Receiver<bool>) {
    let mut attempts = JoinSet::new();
    let mut under_way = HashSet::new();
    loop {
        if let Err(error) = take_up(&kms, &gate, &mut attempts, &mut under_way).await {
            tracing::error!(%error, "custom key stores could not be looked after");
        }
        tokio::select! {
            _ = stop.wait_for(|stop| *stop) => return,
            () = kms.custom_key_stores.changed.notified() => {}
            Some(done) = attempts.join_next() => {
                if let Ok(job) = done {
                    under_way.remove(&job);
                }
            }
            () = tokio::time::sleep(INTERVAL) => {}
        }
    }
}

/// One piece of work, so that it is not taken up twice.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Job {
    Connect(StoreLocator, u64),
    Destroy(StoreLocator),
}

/// Begins what is to be done and not yet under way.
async fn take_up(
    kms: &Arc<Kms>,
    gate: &Arc<Gate>,
    attempts: &mut JoinSet<Job>,
    under_way: &mut HashSet<Job>,
) -> Result<(), store::Error> {
    let mut tx = kms.custom_key_stores.store.begin().await?;
    let connecting =
        tx.list_by::<CustomKeyStoreRecord>(CONNECTING_INDEX, &(), Page::first(BATCH)).await?.items;
    let all = all_stores(&mut tx).await?;
    let orphans = orphans_of(&mut tx, &all).await?;
    drop(tx);
    let wanted: HashMap<_, _> = all
        .iter()
        .filter(|store| store.connection != Connection::Disconnected)
        .map(|store| (&store.locator, store.epoch))
        .collect();
    // A newer epoch than the one read here belongs to a change that was committed meanwhile.
    kms.custom_key_stores
        .connections
        .retain(|locator, epoch| wanted.get(locator).is_some_and(|wanted| *wanted <= epoch));
    for record in connecting {
        let job = Job::Connect(record.locator.clone(), record.epoch);
        if under_way.insert(job.clone()) {
            let (kms, gate) = (Arc::clone(kms), Arc::clone(gate));
            attempts.spawn(async move {
                connect(&kms, &gate, record).await;
                job
            });
        }
    }
    for (store, keys) in orphans {
        let job = Job::Destroy(store.locator.clone());
        if under_way.insert(job.clone()) {
            let (kms, gate) = (Arc::clone(kms), Arc::clone(gate));
            attempts.spawn(async move {
                destroy(&kms, &gate, &store, keys).await;
                job
            });
        }
    }
    Ok(())
}

/// The connected ones of `stores` that have keys to be destroyed, each with its first: so those of a store that stays disconnected stand in
/// nobody's way.
async fn orphans_of(
    tx: &mut store::Tx,
    stores: &[CustomKeyStoreRecord],
) -> Result<Vec<(CustomKeyStoreRecord, Vec<OrphanedKey>)>, store::Error> {
    let mut found = Vec::new();
    if tx.list::<OrphanedKey>(&(), Page::first(1)).await?.items.is_empty() {
        return Ok(found);
    }
    for store in stores.iter().filter(|store| store.is_connected()) {
        let StoreLocator { account, region, id } = &store.locator;
        let place = (*account, region.as_str(), id.as_str());
        let keys = tx.list::<OrphanedKey>(&place, Page::first(BATCH)).await?.items;
        if !keys.is_empty() {
            found.push((store.clone(), keys));
        }
    }
    Ok(found)
}

async fn all_stores(tx: &mut store::Tx) -> Result<Vec<CustomKeyStoreRecord>, store::Error> {
    let mut all = Vec::new();
    let mut page = Page::first(BATCH);
    loop {
        let found = tx.list::<CustomKeyStoreRecord>(&(), page).await?;
        all.extend(found.items);
        match found.next {
            Some(next) => page = Page { after: Some(next), limit: BATCH },
            None => return Ok(all),
        }
    }
}

/// Connects a store and keeps how it ended.
async fn connect(kms: &Kms, gate: &Gate, record: CustomKeyStoreRecord) {
    let Connection::Connecting { request_id } = &record.connection else { return };
    let request = RequestMetadata {
        principal_arn: None,
        key_arn: None,
        operation: "ConnectCustomKeyStore".to_owned(),
        request_id: request_id.clone(),
    };
    let settings = || record.settings(&kms.safe()).map_err(Attempt::Here);
    let connections = &kms.custom_key_stores.connections;
    let connection = match connections.get(&record.locator, record.epoch, settings, &request).await {
        Ok(_) => Connection::Connected,
        Err(Attempt::There(error)) => Connection::Failed { code: error.failure.code().to_owned() },
        Err(Attempt::Here(error)) => {
            tracing::error!(%error, "a custom key store could not be connected");
            Connection::Failed { code: ConnectFailure::InternalError.code().to_owned() }
        }
    };
    let ended = Ended { locator: record.locator, epoch: record.epoch, connection };
    if let Err(error) = gate.perform(&ended).await {
        tracing::error!(%error, "the connection state of a custom key store could not be kept");
        tokio::time::sleep(INTERVAL).await;
    }
}

/// The end of an attempt to connect.
struct Ended {
    locator: StoreLocator,
    epoch: u64,
    connection: Connection,
}

impl Duty for Ended {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        _: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let tx = view.tx().await?;
            let Some(mut record) = tx.get::<CustomKeyStoreRecord>(&self.locator).await? else {
                return Ok(Vec::new());
            };
            // Disconnected meanwhile: the attempt does not count.
            if record.epoch != self.epoch || !matches!(record.connection, Connection::Connecting { .. }) {
                return Ok(Vec::new());
            }
            record.connection = self.connection.clone();
            tx.put(&record).await?;
            let entry = record.entry();
            let details = json!({
                "customKeyStoreId": self.locator.id.as_str(),
                "connectionState": entry.connection_state.map(|state| state.as_str()),
                "connectionErrorCode": entry.connection_error_code.map(|code| code.as_str()),
            });
            Ok(vec![event("FinishConnectCustomKeyStore", &self.locator, details)])
        })
    }
}

/// Destroys keys in a token whose KMS keys are gone. What fails is tried again later.
async fn destroy(kms: &Kms, gate: &Gate, record: &CustomKeyStoreRecord, keys: Vec<OrphanedKey>) {
    let request = RequestMetadata {
        principal_arn: None,
        key_arn: None,
        operation: "KmsHealthCheck".to_owned(),
        request_id: record.locator.id.to_string(),
    };
    let Ok(store) = kms.connected(record, Step::Cryptography, &request).await else {
        return tokio::time::sleep(INTERVAL).await;
    };
    for orphan in keys {
        match store.destroy_key(&orphan.key).await {
            Ok(()) | Err(key_store::Error::KeyNotFound | key_store::Error::Unsupported(_)) => {}
            Err(error) => {
                tracing::warn!(
                    store = %record.locator.id,
                    key = %orphan.key,
                    %error,
                    "a key could not be destroyed in its token"
                );
                return tokio::time::sleep(INTERVAL).await;
            }
        }
        if let Err(error) = gate.perform(&Destroyed(orphan)).await {
            tracing::error!(%error, "the end of a key in a token could not be kept");
            return tokio::time::sleep(INTERVAL).await;
        }
    }
}

/// A key in a token is gone.
struct Destroyed(OrphanedKey);

impl Duty for Destroyed {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        _: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let OrphanedKey { store, key, kms_key } = &self.0;
            if !view.tx().await?.delete::<OrphanedKey>(&(store.clone(), key.clone())).await? {
                return Ok(Vec::new());
            }
            let details = json!({
                "keyId": kms_key,
                "customKeyStoreId": store.id.as_str(),
                "backingKeyId": key.as_str(),
            });
            Ok(vec![event("DeleteCustomKeyStoreKeyMaterial", store, details)])
        })
    }
}

fn event(name: &'static str, store: &StoreLocator, details: serde_json::Value) -> ServiceEvent {
    ServiceEvent {
        source: SERVICE.event_source,
        name,
        region: store.region.clone(),
        account: store.account,
        resource_type: STORE_TYPE,
        resource: store.id.to_string(),
        details,
    }
}
