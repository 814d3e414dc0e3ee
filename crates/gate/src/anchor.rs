//! Do the store and the audit log belong together?
//!
//! Each knows something of the other: the store where the log ended a moment ago (the anchor, and what waits in the outbox), the log at
//! which version of the store its records of changes were made. Neither can go back on its own without contradicting the other.

use std::path::PathBuf;

use audit_log::{AuditLog, Extent, Position};
use serde::{Deserialize, Serialize};
use store::{Page, Record, Store, Tx};

use crate::outbox::OutboxRecord;

/// What stands in a record of the log before the version of the store that its change was based on; the version's digits follow.
///
/// No caller can bring it into a record: in their texts quotes are escaped, and the names that they choose have texts as values.
pub(crate) const BEFORE_VERSION: &[u8] = br#""lodge":{"storeVersion":"#;

/// What follows the version in the record of an accepted rollback: versions that were named earlier do not count any more.
const AFTER_ACCEPTED_VERSION: &[u8] = br#","acceptedRollback":"#;

/// What the store knows of the audit log. It is there from the first start on.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AuditAnchor {
    log_id: String,
    /// Where the log ended.
    position: Position,
    /// The event id of the record there; none when the log was empty.
    event_id: Option<String>,
}

impl Record for AuditAnchor {
    const KIND: &'static str = "audit-anchor";
    type Key = ();

    fn key(&self) {}

    fn encode_key(key: &()) -> store::KeyBytes {
        store::KeyBytes::of(key)
    }
}

impl AuditAnchor {
    /// The log as it is now.
    pub(crate) fn of(log: &AuditLog, position: Position) -> Result<Self, audit_log::Error> {
        let event_id = match position.sequence {
            0 => None,
            _ => Some(log.read_at(position)?.event_id),
        };
        Ok(Self { log_id: log.log_id().to_owned(), position, event_id })
    }

    pub(crate) async fn write(&self, tx: &mut Tx) -> Result<(), store::Error> {
        tx.put(self).await
    }
}

/// A sign that the store or the audit log was lost, replaced, or put back to an older state without the other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rollback {
    /// The store knows another log.
    #[error(
        "the audit log in {} is not the one that the store knows: it was lost or replaced",
        .0.display()
    )]
    OtherLog(PathBuf),
    /// The log ends before what the store knows of it.
    #[error(
        "the audit log in {} was replaced or cut: it ends at sequence {ends}, the store knows {known}",
        folder.display()
    )]
    LogCut {
        /// The log's folder.
        folder: PathBuf,
        /// The sequence of its last record.
        ends: u64,
        /// The sequence up to which the store knows it.
        known: u64,
    },
    /// The log went on in another way than the store knows.
    #[error(
        "the audit log in {} was replaced: the record at sequence {sequence} is not the one that the store knows",
        folder.display()
    )]
    OtherRecord {
        /// The log's folder.
        folder: PathBuf,
        /// The record's sequence.
        sequence: u64,
    },
    /// The store knows no log, but there is one.
    #[error(
        "the store is empty, the audit log in {} is not: it has {records} records, so the store was lost or replaced",
        folder.display()
    )]
    StoreLost {
        /// The log's folder.
        folder: PathBuf,
        /// How many records it has.
        records: u64,
    },
    /// The log has the record of a change that the store does not have.
    #[error(
        "the store is older than the audit log in {}: it ends at version {ends}, the log tells of a change after version \
         {logged}, so the store was put back from a backup",
        folder.display()
    )]
    StoreOlder {
        /// The log's folder.
        folder: PathBuf,
        /// The store's version.
        ends: u64,
        /// The greatest version that a record names.
        logged: u64,
    },
}

/// Why store and audit log could not be compared.
#[derive(Debug, thiserror::Error)]
pub enum CompareError {
    /// The store.
    #[error("what the store knows of the audit log could not be read")]
    Store(#[from] store::Error),
    /// The log.
    #[error("the audit log could not be compared with the store")]
    Log(#[from] audit_log::Error),
}

/// Whether the store knows an audit log: then there must be one.
pub async fn knows_log(store: &Store) -> Result<bool, store::Error> {
    Ok(store.get::<AuditAnchor>(&()).await?.is_some())
}

/// Compares what store and log know of each other; nothing found is well. Reads about two segments of the log and blocks meanwhile.
///
/// What it cannot find: both put back together to the same older state.
pub async fn compare(store: &Store, log: &Extent) -> Result<Vec<Rollback>, CompareError> {
    let mut tx = store.begin().await?;
    let version = tx.version().number();
    let anchor = tx.get::<AuditAnchor>(&()).await?;
    let waiting = tx.list::<OutboxRecord>(&(), Page::all()).await?;
    drop(tx);
    let folder = || log.folder.clone();
    let Some(anchor) = anchor else {
        // At the first start the anchor is on disk before the log's first record.
        let lost = Rollback::StoreLost { folder: folder(), records: log.last_sequence };
        return Ok(if log.last_sequence > 0 { vec![lost] } else { Vec::new() });
    };
    if anchor.log_id != log.log_id {
        return Ok(vec![Rollback::OtherLog(folder())]);
    }
    let mut found = Vec::new();
    let posted = waiting.items.iter().map(|record| record.after.sequence);
    let known = posted.fold(anchor.position.sequence, u64::max);
    if known > log.last_sequence {
        found.push(Rollback::LogCut { folder: folder(), ends: log.last_sequence, known });
    } else if !holds(log, &anchor)? {
        found.push(Rollback::OtherRecord { folder: folder(), sequence: anchor.position.sequence });
    }
    if let Some(logged) = newest_version(log)?.filter(|logged| *logged >= version) {
        found.push(Rollback::StoreOlder { folder: folder(), ends: version, logged });
    }
    Ok(found)
}

fn holds(log: &Extent, anchor: &AuditAnchor) -> Result<bool, audit_log::Error> {
    let Some(event_id) = &anchor.event_id else { return Ok(true) };
    match log.read_at(anchor.position) {
        Ok(entry) => Ok(entry.event_id == *event_id),
        Err(audit_log::Error::NoSuchRecord { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The greatest version of the store that a record of the last two segments names; of earlier ones when these name none.
fn newest_version(log: &Extent) -> Result<Option<u64>, audit_log::Error> {
    let mut named = Named::default();
    let newest = log.newest_segment;
    for segment in [newest.saturating_sub(1), newest] {
        log.search(segment, BEFORE_VERSION, |rest| named.take(rest))?;
    }
    let mut earlier = newest.saturating_sub(2);
    while named.0.is_none() && log.search(earlier, BEFORE_VERSION, |rest| named.take(rest))? {
        earlier = earlier.saturating_sub(1);
    }
    Ok(named.0)
}

/// The greatest version so far.
#[derive(Default)]
struct Named(Option<u64>);

impl Named {
    /// Takes in the digits at the beginning of `rest`.
    fn take(&mut self, rest: &[u8]) {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (digits, behind) = rest.split_at_checked(digits).unwrap_or_default();
        let Some(version) = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok()) else {
            return;
        };
        let counts = self.0.filter(|_| !behind.starts_with(AFTER_ACCEPTED_VERSION));
        self.0 = Some(counts.map_or(version, |greatest| greatest.max(version)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn newest(lines: &[&str]) -> Option<u64> {
        let mut named = Named::default();
        lines.iter().for_each(|line| named.take(line.as_bytes()));
        named.0
    }

    #[test]
    fn the_greatest_version_counts_from_the_last_accepted_rollback_on() {
        assert_eq!(newest(&[]), None);
        assert_eq!(newest(&["}", "x", ""]), None);
        assert_eq!(newest(&["7}}", "12,\"decisions\":[]", "9}}"]), Some(12));
        assert_eq!(newest(&["70}}", "12,\"acceptedRollback\":[]}}", "3}}"]), Some(12));
        assert_eq!(newest(&["99999999999999999999}}", "5}}"]), Some(5));
    }
}
