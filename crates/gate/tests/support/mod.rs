//! A real gate in a world of its own: a small service, a directory, a store in memory, an audit log in a folder, a clock that stands still.
//!
//! The tests of the crates above `gate` use it too.
#![allow(dead_code, unused_imports, reason = "each test file uses a part of this")]

mod callers;
mod vault;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use audit_event::RequestId;
use audit_log::{AuditLog, Options, Position, SigningKey};
use aws_model::{Operation, Shape};
use clock::{ManualClock, Timestamp};
use gate::{Caller, Endpoint, Fault, Gate, Incoming, OpenError, Origin, OutboxRecord};
use iam_policy::{Policy, PolicyKind};
use secret::SecretArray;
use serde_json::{Value, json};
use store::{Memory, Page, Store};

pub use callers::{Callers, SECRET_KEY, role_session, root, user, user_of};
pub use vault::{Alias, CIPHERTEXT, Key, MADE_SECRET, Vault, endpoints, key_arn};

pub const ACCOUNT: &str = "111122223333";
pub const STRANGER: &str = "444455556666";
pub const REGION: &str = "eu-west-1";
/// The source of the events of the program itself.
pub const OWN_SOURCE: &str = "lodge.internal";
/// 2026-09-21T14:13:20Z.
pub const START: Timestamp = Timestamp::from_secs(1_790_000_000);

pub struct World {
    pub gate: Arc<Gate>,
    pub vault: Arc<Vault>,
    pub callers: Arc<Callers>,
    pub clock: ManualClock,
    pub store: Store,
    pub log: AuditLog,
    pub endpoints: Vec<Box<dyn Endpoint>>,
    pub folder: tempfile::TempDir,
}

impl World {
    pub async fn new() -> Self {
        Self::with_segments_of(64 * 1024 * 1024).await
    }

    /// A world whose log begins a new segment for nearly every group, so that it needs its folder for each.
    pub async fn with_small_segments() -> Self {
        Self::with_segments_of(1).await
    }

    async fn with_segments_of(segment_bytes: u64) -> Self {
        Self::over(Store::new(Memory::new()), segment_bytes).await
    }

    /// A world with a store of the test's own.
    pub async fn over(store: Store, segment_bytes: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let log = open_log(folder.path().join("trail"), segment_bytes);
        let clock = ManualClock::new(START);
        let callers = Arc::new(Callers::default());
        let vault = Arc::new(Vault::new(&store));
        let gate = Gate::open(store.clone(), log.clone(), Arc::new(clock.clone()), callers.clone()).await;
        let endpoints = vault::endpoints(&vault);
        Self { gate: Arc::new(gate.unwrap()), vault, callers, clock, store, log, endpoints, folder }
    }

    /// As a new process finds it: the same store and the same folder.
    pub async fn restarted(self) -> Self {
        let store = self.store.clone();
        self.restarted_with(store, |_| {}, false).await.unwrap()
    }

    /// As a new process finds it with this store, and with the log's folder as `change` leaves it.
    pub async fn restarted_with(
        self,
        store: Store,
        change: impl FnOnce(&Path),
        accept: bool,
    ) -> Result<Self, OpenError> {
        let Self { gate, vault, callers, clock, store: _, log, endpoints, folder } = self;
        drop(gate);
        // Closed already in some tests; the lock is free in any case.
        let _ = log.close();
        let trail = folder.path().join("trail");
        change(&trail);
        let log = open_log(trail, 64 * 1024 * 1024);
        let (logged, at) = (log.clone(), Arc::new(clock.clone()));
        let gate = if accept {
            Gate::open_accepting(store.clone(), logged, at, callers.clone(), Vec::new()).await?
        } else {
            Gate::open(store.clone(), logged, at, callers.clone()).await?
        };
        Ok(Self { gate: Arc::new(gate), vault, callers, clock, store, log, endpoints, folder })
    }

    pub fn trail(&self) -> PathBuf {
        self.folder.path().join("trail")
    }

    pub fn endpoint<O: Operation>(&self) -> &dyn Endpoint {
        let endpoint = self.endpoints.iter().find(|endpoint| std::ptr::eq(endpoint.schema(), O::SCHEMA));
        endpoint.unwrap().as_ref()
    }

    /// Calls `O` as the door does once it knows the caller.
    pub async fn call<O: Operation>(
        &self,
        caller: &Arc<Caller>,
        input: O::Input,
    ) -> Result<O::Output, Fault> {
        let incoming =
            Incoming { caller: Arc::clone(caller), origin: self.origin(), document: input.into_document() };
        let answer = self.endpoint::<O>().call(&self.gate, incoming).await?;
        Ok(O::Output::from_document(answer).unwrap())
    }

    pub fn origin(&self) -> Origin {
        Origin {
            region: REGION.parse().unwrap(),
            at: self.gate.now(),
            request_id: RequestId::from_random([1; 16]),
            source_ip: "192.0.2.1".parse().unwrap(),
            secure_transport: true,
            tls: Some(("TLSv1.3", "TLS13_AES_256_GCM_SHA384")),
            user_agent: Some("tests/1".to_owned()),
            host: Some("kms.example".to_owned()),
        }
    }

    /// Puts a key into the store, with the policy of its own that is given.
    pub async fn key(&self, id: &str, policy: Option<Value>) {
        self.vault.put_key(id, policy).await;
    }

    /// All records of the log, parsed, but those of the program's own doings.
    pub fn records(&self) -> Vec<Value> {
        let mut records = self.all_records();
        records.retain(|record| record["eventSource"] != OWN_SOURCE);
        records
    }

    /// All records of the log, parsed.
    pub fn all_records(&self) -> Vec<Value> {
        let mut reader = self.log.subscribe(Position::START);
        std::iter::from_fn(|| reader.try_next().unwrap())
            .map(|entry| serde_json::from_slice(&entry.record).unwrap())
            .collect()
    }

    /// The one record of the log.
    pub fn record(&self) -> Value {
        let mut records = self.records();
        assert_eq!(records.len(), 1, "{records:#?}");
        records.remove(0)
    }

    /// What waits in the store for the log, but records of the program's own doings.
    pub async fn outbox(&self) -> Vec<OutboxRecord> {
        let mut waiting: Vec<OutboxRecord> =
            self.store.begin().await.unwrap().list(&(), Page::all()).await.unwrap().items;
        waiting.retain(|record| !record.event.get().contains(OWN_SOURCE));
        waiting
    }
}

pub fn open_log(folder: PathBuf, segment_bytes: u64) -> AuditLog {
    let signing_key = SigningKey::from_seed(&SecretArray::new([7; 32])).unwrap();
    AuditLog::open(Options { segment_bytes, ..Options::new(folder, signing_key) }).unwrap()
}

/// A policy of one statement.
pub fn statement(effect: &str, action: &str, resource: &str) -> Value {
    json!({"Version": "2012-10-17", "Statement": [{"Effect": effect, "Action": action, "Resource": resource}]})
}

pub fn everything() -> Value {
    statement("Allow", "*", "*")
}

pub fn policy(text: &Value, kind: PolicyKind) -> Arc<Policy> {
    Arc::new(Policy::parse(&text.to_string(), kind).unwrap())
}

/// What every internal failure looks like from outside.
pub fn is_internal(fault: &Fault) -> bool {
    fault.code.status == 500 && fault.message.contains("internal error")
}
