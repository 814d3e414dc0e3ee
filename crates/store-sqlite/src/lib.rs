#![doc = include_str!("../README.md")]

mod file;
mod reader;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;

use store::{Backend, BoxFuture, Changes, Commit, Listener, Snapshot, Version};
use tokio::sync::{mpsc, oneshot};

use crate::reader::Readers;
use crate::writer::{Request, Writer};

/// How many commits may wait for the writer before further ones wait for a place in the queue.
const QUEUE: usize = 1024;

/// A store in one SQLite file. Dropping it finishes what is under way and closes the file.
pub struct Sqlite {
    readers: Arc<Readers>,
    requests: Option<mpsc::Sender<Request>>,
    writer: Option<JoinHandle<()>>,
}

/// Limits of a [`Sqlite`] store.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many commits the change feed reaches back. A transaction that is open longer than that conflicts.
    pub history: u64,
    /// How many snapshots may be open at once; each has a file handle and a small cache.
    pub open_snapshots: usize,
    /// The size in bytes up to which the file may grow; `None` for no limit but the disk's.
    pub max_size: Option<u64>,
    /// Whether a power failure may take the latest commits back. Right only for what can be made again from elsewhere: it saves the
    /// disk a sync for each commit. A killed process loses nothing either way.
    pub derived: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { history: 16_384, open_snapshots: 512, max_size: None, derived: false }
    }
}

/// Why a store file cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Another process, or another handle in this one, has it open.
    #[error("{0} is already in use by another lodge: stop that one first, or use another data folder")]
    InUse(PathBuf),

    /// There is something else at this path.
    #[error("{0} is not a store of lodge: move it away, or use another data folder")]
    NotOurs(PathBuf),

    /// A newer program wrote the file.
    #[error(
        "{path} has schema version {found}, this program knows up to {known}: run the newer lodge that wrote it"
    )]
    TooNew {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        found: i64,
        /// The newest schema version that this program knows.
        known: i64,
    },

    /// The file system refused.
    #[error("{path} cannot be opened: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },

    /// SQLite failed.
    #[error("{path} cannot be opened: {source}")]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// Why.
        source: rusqlite::Error,
    },
}

impl Sqlite {
    /// Opens the store at `path`, or makes a new one; its folder must exist. Blocks for a few file operations.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        Self::open_with(path, &Options::default())
    }

    /// Like [`open`](Self::open), with limits of the caller's own.
    pub fn open_with(path: impl AsRef<Path>, options: &Options) -> Result<Self, OpenError> {
        let (file, connection) = file::open(path.as_ref(), options)?;
        let path = file.path().to_owned();
        let readers = Arc::new(Readers::new(file, options.open_snapshots));
        let (requests, queue) = mpsc::channel(QUEUE);
        let writer = Writer::new(connection, Arc::clone(&readers), options.history);
        let writer = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer.run(queue))
            .map_err(|source| OpenError::Io { path, source })?;
        Ok(Self { readers, requests: Some(requests), writer: Some(writer) })
    }

    /// Opens the store at `path` for reading, also while another process has it open. What that one commits is seen by later
    /// snapshots; commits here fail, and caches are not told of changes.
    pub fn open_to_read(path: impl AsRef<Path>) -> Result<Self, OpenError> {
        let file = file::open_to_read(path.as_ref())?;
        let readers = Arc::new(Readers::new(file, Options::default().open_snapshots));
        Ok(Self { readers, requests: None, writer: None })
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.requests = None;
        if let Some(writer) = self.writer.take()
            && writer.thread().id() != std::thread::current().id()
        {
            // A panic of the writer has been reported by its thread, and failed every commit since.
            let _ = writer.join();
        }
    }
}

impl Backend for Sqlite {
    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, store::Error>> {
        Box::pin(async { Ok(Box::new(self.readers.snapshot()?) as Box<dyn Snapshot>) })
    }

    fn commit(&self, commit: Commit) -> BoxFuture<'_, Result<Version, store::Error>> {
        Box::pin(async {
            let requests = self.requests.as_ref().ok_or_else(|| store::Error::unavailable(OnlyToRead))?;
            let (answer, answered) = oneshot::channel();
            requests
                .send(Request { commit, answer })
                .await
                .map_err(|_| store::Error::unavailable(Stopped))?;
            answered.await.map_err(|_| store::Error::unavailable(Stopped))?
        })
    }

    fn changes(&self, after: Version, limit: usize) -> BoxFuture<'_, Result<Changes, store::Error>> {
        Box::pin(async move { self.readers.snapshot()?.changes(after, limit) })
    }

    fn version(&self) -> BoxFuture<'_, Result<Version, store::Error>> {
        Box::pin(async { Ok(self.readers.snapshot()?.version()) })
    }

    fn listen(&self, listener: Listener) {
        self.readers.listen(listener);
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the thread that writes the store has stopped: restart lodge")]
struct Stopped;

#[derive(Debug, thiserror::Error)]
#[error("the store was opened for reading: nothing can be written to it")]
struct OnlyToRead;

/// SQLite's failure in the store's terms.
fn failure(error: rusqlite::Error) -> store::Error {
    use rusqlite::ErrorCode::{DatabaseCorrupt, DiskFull, NotADatabase};
    match error.sqlite_error() {
        Some(cause) if cause.code == DiskFull => store::Error::Full,
        // The shared index of the WAL could not grow.
        Some(cause) if cause.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => store::Error::Full,
        Some(cause) if matches!(cause.code, DatabaseCorrupt | NotADatabase) => {
            store::Error::corrupt(b"(the database file)", cause.to_string())
        }
        _ => store::Error::unavailable(error),
    }
}

/// A version as SQLite's signed integer.
fn integer(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A version that was stored.
fn version(number: i64) -> Version {
    Version::new(u64::try_from(number).unwrap_or(0))
}
