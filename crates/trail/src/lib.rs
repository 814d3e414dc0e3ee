#![doc = include_str!("../README.md")]

mod accesses;
mod error;
mod index;
mod last_uses;
mod lookup_events;

#[cfg(test)]
mod tests;

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use audit_event::Event;
use audit_log::{AuditLog, Position};
use clock::Timestamp;
use gate::{Bound, Endpoint};
use store::Store;
use tokio::sync::watch;

pub use error::Error;

use accesses::Attempts;
use index::{FORM, Indexed, entries_of, prune};
use last_uses::Uses;

/// How many records one transaction of the index takes.
const BATCH: usize = 256;

/// How long a lookup waits for the index to take in what the log already has.
const PATIENCE: Duration = Duration::from_secs(2);

/// The audit trail, open to questions.
pub struct Trail {
    index: Store,
    log: AuditLog,
    indexed: watch::Sender<Position>,
    /// The time of the oldest record.
    since: OnceLock<Timestamp>,
}

impl Trail {
    /// Opens the trail. `index` is a store that holds nothing else.
    pub async fn open(index: Store, log: AuditLog) -> Result<Arc<Self>, Error> {
        let mut position = Position::START;
        let since = OnceLock::new();
        if let Some(indexed) = index.get::<Indexed>(&()).await? {
            if indexed.log_id != log.log_id() {
                return Err(Error::ForeignIndex);
            }
            // The log is on disk before the index hears of it.
            let (ends, indexed_to) = (log.last().sequence, indexed.position.sequence);
            if indexed_to > ends {
                return Err(Error::LogCut { ends, indexed: indexed_to });
            }
            // What an index of an older form lacks is taken from the log, from its beginning.
            if indexed.form == FORM {
                position = indexed.position;
            }
            if let Some(time) = indexed.since {
                let _ = since.set(time);
            }
        }
        Ok(Arc::new(Self { index, log, indexed: watch::Sender::new(position), since }))
    }

    /// Takes records into the index as they come in, until `stop` turns true.
    pub async fn follow(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let mut reader = self.log.subscribe(*self.indexed.borrow());
        loop {
            let next = tokio::select! {
                _ = stop.wait_for(|stop| *stop) => return,
                next = reader.next() => next,
            };
            let taken = match next {
                Ok(Some(first)) => {
                    let mut batch = vec![first];
                    while batch.len() < BATCH
                        && let Ok(Some(more)) = reader.try_next()
                    {
                        batch.push(more);
                    }
                    self.take(&batch).await
                }
                Ok(None) => return,
                Err(error) => Err(error.into()),
            };
            if let Err(error) = taken {
                tracing::error!(%error, "the trail's index could not be brought up to date; trying again");
                tokio::select! {
                    _ = stop.wait_for(|stop| *stop) => return,
                    () = tokio::time::sleep(Duration::from_secs(1)) => {}
                }
                reader = self.log.subscribe(*self.indexed.borrow());
            }
        }
    }

    async fn take(&self, batch: &[audit_log::Entry]) -> Result<(), Error> {
        let Some(last) = batch.last() else { return Ok(()) };
        let mut found = Vec::new();
        let (mut uses, mut attempts) = (Uses::default(), Attempts::default());
        for entry in batch {
            match serde_json::from_slice::<Event>(&entry.record) {
                Ok(event) => {
                    self.since.get_or_init(|| event.event_time);
                    uses.add(&event);
                    attempts.add(&event);
                    found.extend(entries_of(&event, entry.position));
                }
                // The log takes any JSON object; one that is no event is not found by lookups, but stays in the log.
                Err(_) => tracing::warn!(event = entry.event_id, "a record of the audit log is no event"),
            }
        }
        let mut tx = self.index.begin().await?;
        if let Some(newest) = found.iter().map(|found| found.time).max() {
            // Twice what is added: the index shrinks to what is within reach even when it has fallen behind.
            prune(&mut tx, newest, 2 * found.len()).await?;
        }
        for found in &found {
            match tx.put(found).await {
                // Nothing that a caller can bring about, but one such event must not keep out all that come after it.
                Err(error @ store::Error::Unstorable { .. }) => {
                    tracing::warn!(event = found.event_id, %error, "an event cannot be found by lookups");
                }
                stored => stored?,
            }
        }
        uses.write(&mut tx).await?;
        attempts.write(&mut tx).await?;
        let (log_id, since) = (self.log.log_id().to_owned(), self.since.get().copied());
        tx.put(&Indexed { log_id, position: last.position, form: FORM, since }).await?;
        tx.commit().await?;
        self.indexed.send_replace(last.position);
        Ok(())
    }

    /// Waits until the index has everything that the log had when this was called, or patience ends. Whether it has.
    async fn caught_up(&self) -> bool {
        let wanted = self.log.last();
        let mut indexed = self.indexed.subscribe();
        let waited = tokio::time::timeout(PATIENCE, indexed.wait_for(|position| *position >= wanted)).await;
        matches!(waited, Ok(Ok(_)))
    }
}

/// The operations.
pub fn endpoints(trail: &Arc<Trail>) -> Vec<Box<dyn Endpoint>> {
    vec![Bound::<Trail, aws_model::cloudtrail::LookupEvents>::endpoint(trail)]
}
