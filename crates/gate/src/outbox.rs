use std::sync::{Mutex, MutexGuard, PoisonError};

use audit_log::{AuditLog, Position};
use serde::{Deserialize, Serialize};
use store::{Record, Store, Tx, Version};

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
    /// What the log has, waiting for a transaction that removes it from the store.
    settled: Mutex<Vec<Settled>>,
    /// What committed while the log failed. The log gets it before anything else.
    owed: Mutex<Vec<Committed>>,
}

/// A record that is in the store since `version`, and in the log.
struct Settled {
    version: Version,
    event_id: String,
}

/// A record that is in the store since `version`, and not yet in the log.
pub(crate) struct Committed {
    pub(crate) version: Version,
    pub(crate) record: Written,
}

impl Outbox {
    /// Puts records into the transaction of their change, and removes some that the log has by now.
    pub(crate) async fn post(
        &self,
        tx: &mut Tx,
        written: &[Written],
        after: Position,
    ) -> Result<Clearing<'_>, store::Error> {
        let clearing = self.clearing(tx.version());
        for entry in &clearing.entries {
            tx.delete::<OutboxRecord>(&entry.event_id).await?;
        }
        for record in written {
            let Written { event_id, event } = record.clone();
            tx.insert(&OutboxRecord { event_id, after, event }).await?;
        }
        Ok(clearing)
    }

    /// Brings committed records to the log. What it does not take is owed.
    ///
    /// All are queued before the first wait, so a caller that goes away meanwhile holds none back.
    pub(crate) async fn deliver(
        &self,
        log: &AuditLog,
        committed: Vec<Committed>,
    ) -> Result<(), audit_log::Error> {
        let queued: Vec<_> = committed
            .into_iter()
            .map(|entry| (log.append_json(&entry.record.event_id, entry.record.event.clone()), entry))
            .collect();
        let mut outcome = Ok(());
        for (appended, entry) in queued {
            match appended.await {
                Ok(_) => {
                    let Committed { version, record } = entry;
                    locked(&self.settled).push(Settled { version, event_id: record.event_id });
                }
                Err(error) => {
                    locked(&self.owed).push(entry);
                    outcome = Err(error);
                }
            }
        }
        outcome
    }

    /// Brings to the log what it is owed; an error when it still does not take it, or has stopped for good.
    pub(crate) async fn pay(&self, log: &AuditLog) -> Result<(), audit_log::Error> {
        if let Some(failure) = log.failure() {
            return Err(failure);
        }
        let owed = std::mem::take(&mut *locked(&self.owed));
        if owed.is_empty() { Ok(()) } else { self.deliver(log, owed).await }
    }

    /// After a start: what committed but did not reach the log goes there now. Returns how many did.
    ///
    /// `together`: the log still has everything up to where each entry was made. When it has not, only its newest part is asked.
    pub(crate) async fn recover(
        store: &Store,
        log: &AuditLog,
        together: bool,
    ) -> Result<usize, RecoverError> {
        let mut recovered = 0;
        loop {
            let mut tx = store.begin().await?;
            let page = tx.list::<OutboxRecord>(&(), store::Page::first(500)).await?;
            if page.items.is_empty() {
                return Ok(recovered);
            }
            let after = page.items.iter().map(|record| record.after).min().unwrap_or(Position::START);
            let ids: Vec<String> = page.items.iter().map(|record| record.event_id.clone()).collect();
            let missing = match together {
                true => log.missing(&ids, after)?,
                false => ids.iter().filter(|id| !log.recent_contains(id)).cloned().collect(),
            };
            let appended: Vec<_> = page
                .items
                .iter()
                .filter(|record| missing.contains(&record.event_id))
                .map(|record| log.append_json(&record.event_id, record.event.clone()))
                .collect();
            for appended in appended {
                appended.await?;
                recovered += 1;
            }
            for id in &ids {
                tx.delete::<OutboxRecord>(id).await?;
            }
            tx.commit().await?;
        }
    }

    /// Takes what a transaction at `version` can remove. A later record is not there in its snapshot, and looking for it would only make
    /// the transaction conflict with the change that stored it.
    fn clearing(&self, version: Version) -> Clearing<'_> {
        let mut settled = locked(&self.settled);
        let (entries, later) = settled.drain(..).partition(|entry| entry.version <= version);
        *settled = later;
        Clearing { outbox: self, entries }
    }
}

/// Records that a transaction removes. Unless it committed, another transaction has to.
pub(crate) struct Clearing<'a> {
    outbox: &'a Outbox,
    entries: Vec<Settled>,
}

impl Clearing<'_> {
    pub(crate) fn committed(mut self) {
        self.entries.clear();
    }
}

impl Drop for Clearing<'_> {
    fn drop(&mut self) {
        locked(&self.outbox.settled).append(&mut self.entries);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing panics while holding these locks, so what they guard is whole.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
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
