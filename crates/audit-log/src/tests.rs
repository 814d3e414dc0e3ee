//! Failures of the disk, which only a seam inside the crate can cause.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use secret::SecretArray;
use tempfile::TempDir;

use crate::folder::faults::Faults;
use crate::verify::{Report, verify};
use crate::{AuditLog, Error, Options, Position, SigningKey};

fn open(folder: &Path, segment_bytes: u64) -> (AuditLog, Arc<Faults>) {
    let key = SigningKey::from_seed(&SecretArray::new([7; 32])).unwrap();
    let mut options = Options::new(folder, key);
    options.segment_bytes = segment_bytes;
    let faults = options.faults.clone();
    (AuditLog::open(options).unwrap(), faults)
}

fn append(log: &AuditLog, event_id: &str) -> Result<Position, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(log.append(event_id, br#"{"eventName":"Encrypt"}"#.to_vec()))
}

fn report(folder: &Path, log: &AuditLog) -> Report {
    verify(folder, &log.public_key(), |_| {}).unwrap()
}

#[test]
fn a_full_disk_fails_appends_until_there_is_space() {
    let folder = TempDir::new().unwrap();
    let (log, faults) = open(folder.path(), u64::MAX);
    append(&log, "before").unwrap();
    faults.full.store(true, Ordering::SeqCst);
    for id in ["lost-1", "lost-2"] {
        assert!(matches!(append(&log, id), Err(Error::Io { .. })));
        let report = report(folder.path(), &log);
        assert_eq!((report.findings, report.unsigned_bytes), (vec![], 0));
    }
    faults.full.store(false, Ordering::SeqCst);
    assert_eq!(append(&log, "after").unwrap().sequence, 2);
    assert!(!log.recent_contains("lost-1"));
    assert!(log.failure().is_none());
    assert!(report(folder.path(), &log).is_sound());
}

#[test]
fn a_write_that_cannot_be_undone_stops_the_log() {
    let folder = TempDir::new().unwrap();
    let (log, faults) = open(folder.path(), u64::MAX);
    append(&log, "before").unwrap();
    faults.full.store(true, Ordering::SeqCst);
    faults.stuck.store(true, Ordering::SeqCst);
    assert!(matches!(append(&log, "lost"), Err(Error::Stopped(_))));
    faults.full.store(false, Ordering::SeqCst);
    faults.stuck.store(false, Ordering::SeqCst);
    assert!(matches!(append(&log, "later"), Err(Error::Stopped(_))));
    assert!(matches!(log.failure(), Some(Error::Stopped(_))));
    assert!(matches!(log.close(), Err(Error::Stopped(_))));
    let (log, _) = open(folder.path(), u64::MAX);
    assert!(log.recovery().dropped_bytes > 0);
    assert_eq!(append(&log, "again").unwrap().sequence, 2);
}

#[test]
fn a_failed_sync_stops_the_log_for_good() {
    let folder = TempDir::new().unwrap();
    let (log, faults) = open(folder.path(), u64::MAX);
    append(&log, "before").unwrap();
    faults.unsynced.store(true, Ordering::SeqCst);
    assert!(matches!(append(&log, "unknown"), Err(Error::Stopped(_))));
    faults.unsynced.store(false, Ordering::SeqCst);
    assert!(matches!(append(&log, "later"), Err(Error::Stopped(_))));
    assert_eq!(log.last().sequence, 1);
    drop(log);
    let (log, _) = open(folder.path(), u64::MAX);
    assert!(!log.recent_contains("later"));
    append(&log, "again").unwrap();
    assert!(report(folder.path(), &log).is_sound());
}

#[test]
fn a_reader_ends_when_the_log_stops() {
    let folder = TempDir::new().unwrap();
    let (log, faults) = open(folder.path(), u64::MAX);
    append(&log, "only").unwrap();
    faults.unsynced.store(true, Ordering::SeqCst);
    let mut reader = log.subscribe(Position::START);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    assert!(append(&log, "lost").is_err());
    assert_eq!(runtime.block_on(reader.next()).unwrap().unwrap().event_id, "only");
    assert_eq!(runtime.block_on(reader.next()).unwrap(), None);
}

#[test]
fn a_roll_over_that_fails_is_tried_again() {
    let folder = TempDir::new().unwrap();
    let (log, _) = open(folder.path(), 1);
    append(&log, "first").unwrap();
    // A folder where the draft of the digest, and then that of the segment, should be.
    for name in ["000000000001.digest.json.tmp", "000000000002.jsonl.tmp"] {
        let in_the_way = folder.path().join(name);
        std::fs::create_dir(&in_the_way).unwrap();
        assert!(matches!(append(&log, "lost"), Err(Error::Io { .. })), "{name}");
        assert!(log.failure().is_none());
        std::fs::remove_dir(&in_the_way).unwrap();
    }
    let position = append(&log, "second").unwrap();
    assert_eq!((position.segment, position.sequence), (2, 2));
    assert!(report(folder.path(), &log).is_sound());
}
