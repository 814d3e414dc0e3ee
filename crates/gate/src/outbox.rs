use std::sync::Mutex;

use audit_log::{AuditLog, Position};
use serde::{Deserialize, Serialize};
use store::{Record, Store, Tx};

use crate::record::Written;

/// An audit record that committed together with the change that it tells of, until the audit log has it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OutboxRecord {
    /// The event's id.
    pub event_id: String,
    /// Where the log ended when the change was made: its record, if the log has it, comes after.
    pub after: Position,
    /// The event as it goes to the log.
    pub event: Box<serde_json::value::RawValue>,
}

impl Record for OutboxRecord {
    const KIND: &'static str = "audit-outbox";
    type Key = String;

    fn key(&self) -> String {
        self.event_id.clone()
    }

    fn encode_key(key: &String) -> store::KeyBytes {
        store::KeyBytes::of(key)
    }
}

/// Hands records from the store to the audit log, each exactly once.
#[derive(Default)]
pub(crate) struct Outbox {
    // Ids that the log has, waiting for a transaction that removes them from the store.
    settled: Mutex<Vec<String>>,
}

impl Outbox {
    /// Puts a record into the transaction of the change, and clears away those that the log has by now.
    pub(crate) async fn post(
        &self,
        tx: &mut Tx,
        written: &Written,
        after: Position,
    ) -> Result<Vec<String>, store::Error> {
        let cleared = self.settled.lock().map(|mut ids| std::mem::take(&mut *ids)).unwrap_or_default();
        for id in &cleared {
            tx.delete::<OutboxRecord>(id).await?;
        }
        let event = written.to_raw().map_err(store::Error::unavailable)?;
        tx.insert(&OutboxRecord { event_id: written.event_id.clone(), after, event }).await?;
        Ok(cleared)
    }

    /// The log has these; the next change clears them away.
    pub(crate) fn settle(&self, ids: impl IntoIterator<Item = String>) {
        if let Ok(mut settled) = self.settled.lock() {
            settled.extend(ids);
        }
    }

    /// After a start: what committed but did not reach the log goes there now. Returns how many did.
    pub(crate) async fn recover(store: &Store, log: &AuditLog) -> Result<usize, RecoverError> {
        let mut recovered = 0;
        loop {
            let mut tx = store.begin().await?;
            let page = tx.list::<OutboxRecord>(&(), store::Page::first(500)).await?;
            if page.items.is_empty() {
                return Ok(recovered);
            }
            let after = page.items.iter().map(|record| record.after).min().unwrap_or(Position::START);
            let ids: Vec<String> = page.items.iter().map(|record| record.event_id.clone()).collect();
            let missing = log.missing(&ids, after)?;
            for record in &page.items {
                if missing.contains(&record.event_id) {
                    log.append(&record.event_id, record.event.get().as_bytes().to_vec()).await?;
                    recovered += 1;
                }
                tx.delete::<OutboxRecord>(&record.event_id).await?;
            }
            tx.commit().await?;
        }
    }
}

/// Why records that committed before a crash could not be brought to the log.
#[derive(Debug, thiserror::Error)]
pub enum RecoverError {
    /// The store.
    #[error("audit records that wait in the store could not be read")]
    Store(#[from] store::Error),
    /// The log.
    #[error("audit records that wait in the store could not be written to the audit log")]
    Log(#[from] audit_log::Error),
}
