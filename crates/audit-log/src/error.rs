use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::Finding;

/// Why the log cannot be opened, appended to or read. Cloned to every append that one failed write took down.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Another process, or another handle in this one, has the log open.
    #[error("the audit log in {} is in use by another process: stop that process first", .0.display())]
    InUse(PathBuf),
    /// There is no log in the folder, and [`crate::Options::begin`] forbids to begin one.
    #[error("there is no audit log in {}: put it back from a backup", .0.display())]
    Lost(PathBuf),
    /// The log was begun with another signing key.
    #[error("the audit log in {} was begun with another signing key: open it with that key, or use an empty folder", .0.display())]
    WrongKey(PathBuf),
    /// The log does not verify, so nothing may be appended to it.
    #[error(
        "the audit log does not verify: {0}. Nothing is appended to it: keep a copy and verify the whole log"
    )]
    Broken(Finding),
    /// The system refused a file operation. Nothing of the affected records is in the log.
    #[error("{action} {} failed: {source}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On which file.
        path: PathBuf,
        /// The system's answer.
        source: Arc<io::Error>,
    },
    /// An earlier failure left the files in a state that only opening the log anew can settle. Final for the handle;
    /// whether the affected records are in the log is known after opening it.
    #[error("the audit log has stopped after a failure ({0}): repair the disk and restart")]
    Stopped(Arc<Self>),
    /// The log was closed.
    #[error("the audit log is closed")]
    Closed,
    /// More is waiting to be written than [`crate::Options::queue_bytes`] allows. Nothing was queued.
    #[error("the audit log's queue is full: the disk is slower than the calls; try again later")]
    QueueFull,
    /// An event id that is empty, longer than [`crate::MAX_EVENT_ID`], or holds anything but letters, digits, `-` and `_`.
    #[error("not an event id: expected 1 to 64 letters, digits, hyphens or underscores")]
    InvalidEventId,
    /// A record that is not one JSON object on one line of at most [`crate::MAX_RECORD`] bytes.
    #[error("not a record: expected one JSON object without line breaks, at most 1 MiB")]
    InvalidRecord,
    /// A text that is not an Ed25519 public key.
    #[error("not an Ed25519 public key: expected the PEM form that begins with -----BEGIN PUBLIC KEY-----")]
    InvalidPublicKey,
    /// No record stands at a position.
    #[error("the audit log holds no record at segment {segment}, offset {offset}")]
    NoSuchRecord {
        /// The position's segment.
        segment: u64,
        /// The position's offset.
        offset: u64,
    },
    /// The cryptographic library refused an operation that cannot fail on valid keys.
    #[error("the cryptographic library failed: {0}")]
    Cryptography(&'static str),
}

impl Error {
    pub(crate) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { action, path: path.to_owned(), source: Arc::new(source) }
    }
}
