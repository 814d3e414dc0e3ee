//! The audit log. The bytes are read as an event, as the segment of a sound log, and as edits of that segment.
//!
//! An event that parses is written as one line that parses to the same; of a log, only what begins with everything that was
//! signed verifies, and a reader gives its records unchanged.

use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use audit_event::{Event, limits};
use audit_log::{AuditLog, Entry, Options, Position, PublicKey, Reader, SigningKey, verify};
use clock::{ManualClock, Timestamp};
use secret::SecretArray;
use tempfile::TempDir;

use crate::edits::edited;

/// Runs the target.
pub fn run(input: &[u8]) {
    event(input);
    FOLDER.with(|folder| {
        LOG.check(folder.path(), input);
        LOG.check(folder.path(), &edited(&LOG.segment, input));
    });
}

fn event(input: &[u8]) {
    let Ok(event) = serde_json::from_slice::<Event>(input) else { return };
    let record = event.to_record().expect("an event is JSON");
    assert!(record.len() <= limits::RECORD && !record.contains(&b'\n'));
    let again: Event = serde_json::from_slice(&record).expect("a record is an event");
    if again.resources.len() == event.resources.len() && !contains(&record, b"{\"omitted\":true") {
        assert_eq!(again, event);
    }
    assert_eq!(again.to_record().expect("an event is JSON"), record);
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// A sound log of one segment.
struct Log {
    key: PublicKey,
    segment: Vec<u8>,
    /// The files beside the segment, by name.
    others: Vec<(&'static str, Vec<u8>)>,
    entries: Vec<Entry>,
}

const SEGMENT: &str = "000000000001.jsonl";

static LOG: LazyLock<Log> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let key = SigningKey::from_seed(&SecretArray::new([7; 32])).expect("a key");
    let public = key.public_key();
    let clock = Arc::new(ManualClock::new(Timestamp::from_secs(1_769_860_800)));
    let log = AuditLog::open(Options { clock, ..Options::new(folder.path(), key) }).expect("a log");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    for (id, record) in [("event-1", r#"{"eventName":"Encrypt"}"#), ("event-2", r#"{"a":{"b":[1]}}"#)] {
        runtime.block_on(log.append(id, record.into())).expect("appended");
    }
    log.close().expect("closed");
    let file = |name: &'static str| fs::read(folder.path().join(name)).expect("a file of the log");
    let others = ["head.json", "public-key.pem"].map(|name| (name, file(name))).into();
    let entries = records(folder.path());
    assert_eq!(entries.len(), 2);
    Log { key: public, segment: file(SEGMENT), others, entries }
});

thread_local! {
    /// The log's folder, in which only the segment changes: making a folder for each input would take most of the time.
    static FOLDER: TempDir = {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, bytes) in &LOG.others {
            fs::write(folder.path().join(name), bytes).expect("written");
        }
        folder
    };
}

impl Log {
    /// Checks the log with `segment` as its one segment.
    fn check(&self, folder: &Path, segment: &[u8]) {
        fs::write(folder.join(SEGMENT), segment).expect("written");
        let report = verify::verify(folder, &self.key, |_| {}).expect("the files can be read");
        // What a crash leaves may stand behind the last signature.
        let is_whole = segment.starts_with(&self.segment);
        assert!(is_whole || !report.is_sound(), "a changed log verifies");
        assert!(segment != self.segment || report.is_sound(), "the log does not verify");
        assert!(report.findings.iter().all(|finding| finding.to_string().starts_with(&finding.file)));

        let entries = records(folder);
        assert!(!is_whole || entries.starts_with(&self.entries));
    }
}

/// All records up to the end, or to a line that is not in the log's format.
fn records(folder: &Path) -> Vec<Entry> {
    let mut reader = Reader::offline(folder, Position::START);
    let mut entries = Vec::new();
    while let Ok(Some(entry)) = reader.try_next() {
        assert!(entry.record.starts_with(b"{") && entry.record.ends_with(b"}"));
        entries.push(entry);
    }
    entries
}
