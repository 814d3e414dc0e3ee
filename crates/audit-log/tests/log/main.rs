//! The log as its users see it.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "these are tests, and what they share stands outside of test functions"
)]

mod append;
mod arbitrary;
mod crash;
mod disk_full;
mod read;
mod tampering;
mod third_party;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use audit_log::verify::{Report, verify};
use audit_log::{AuditLog, Error, Options, Position, PublicKey, SigningKey};
use clock::{ManualClock, Timestamp};
use secret::SecretArray;
use tempfile::TempDir;

fn signing_key() -> SigningKey {
    SigningKey::from_seed(&SecretArray::new([7; 32])).unwrap()
}

fn public_key() -> PublicKey {
    signing_key().public_key()
}

fn options(folder: &Path) -> Options {
    let mut options = Options::new(folder, signing_key());
    options.clock = Arc::new(ManualClock::new(Timestamp::from_secs(1_769_860_800)));
    options
}

/// Segments that are closed after every group.
fn small_segments(folder: &Path) -> Options {
    let mut options = options(folder);
    options.segment_bytes = 1;
    options
}

fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(future)
}

fn append(log: &AuditLog, event_id: &str) -> Result<Position, Error> {
    block_on(log.append(event_id, record(event_id)))
}

fn record(event_id: &str) -> Vec<u8> {
    format!(r#"{{"eventID":"{event_id}","eventName":"Encrypt"}}"#).into_bytes()
}

fn report(folder: &Path) -> Report {
    verify(folder, &public_key(), |_| {}).unwrap()
}

/// A log of three segments with two records each, the second of which was appended in a group of its own.
fn three_segments() -> TempDir {
    log_of(3)
}

fn log_of(segments: u64) -> TempDir {
    let folder = TempDir::new().unwrap();
    for segment in 0..segments {
        // Nothing rolls over within one opening, as segments are large; the next opening closes what is there.
        let mut options = options(folder.path());
        options.segment_bytes = if segment == 0 { u64::MAX } else { 1 };
        let log = AuditLog::open(options).unwrap();
        append(&log, &format!("event-{segment}-a")).unwrap();
        log.close().unwrap();
        let log = AuditLog::open({
            let mut options = self::options(folder.path());
            options.segment_bytes = u64::MAX;
            options
        })
        .unwrap();
        append(&log, &format!("event-{segment}-b")).unwrap();
        log.close().unwrap();
    }
    assert_eq!(report(folder.path()).segments, segments);
    folder
}

/// The log's files, without the lock.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.file_name().unwrap() != "lock");
    files.sort();
    files
}

fn copy(folder: &Path) -> TempDir {
    let copy = TempDir::new().unwrap();
    for file in files(folder) {
        fs::copy(&file, copy.path().join(file.file_name().unwrap())).unwrap();
    }
    copy
}
