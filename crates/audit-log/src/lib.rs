#![doc = include_str!("../README.md")]

mod error;
mod extent;
mod finding;
mod folder;
mod key;
mod line;
mod reader;
mod recent;
mod recover;
mod scan;
pub mod verify;
mod writer;

#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::thread::{self, JoinHandle};

use clock::{Clock, SystemClock};
use serde_json::value::RawValue;
use tokio::sync::oneshot;

pub use error::Error;
pub use extent::Extent;
pub use finding::{Finding, Problem};
pub use key::{PublicKey, SigningKey};
pub use reader::{Entry, Reader};

use folder::PlacedFile;
use writer::{Durable, Shared, Writer};

/// The largest record: 1 MiB.
pub const MAX_RECORD: usize = 1024 * 1024;
/// The longest event id, in bytes.
pub const MAX_EVENT_ID: usize = 64;

/// How a log is opened.
pub struct Options {
    /// The folder that holds the log and nothing else. It is made, for its owner only, when it does not exist.
    pub folder: PathBuf,
    /// A segment that has at least this many bytes is closed before the next group is written. One group can be as large as
    /// `queue_bytes`, so a segment stays below the sum.
    pub segment_bytes: u64,
    /// Signs each group of records and each closed segment.
    pub signing_key: SigningKey,
    /// Where the times in headers, commits and digests come from.
    pub clock: Arc<dyn Clock>,
    /// How many bytes of records may wait for the disk before [`AuditLog::append`] refuses more.
    pub queue_bytes: usize,
    /// Begins a log in a folder that holds none; otherwise that is [`Error::Lost`], and the folder is left as it is.
    pub begin: bool,
    /// Opens a log whose `head.json` is missing or unreadable, and writes a new one over what is there.
    ///
    /// Records may have been cut from the log's end without a trace: only for an operator who has looked into it.
    pub accept_lost_head: bool,
    #[cfg(test)]
    pub(crate) faults: Arc<folder::faults::Faults>,
}

impl Options {
    /// Segments of 64 MiB, a queue of 64 MiB, the system's clock.
    pub fn new(folder: impl Into<PathBuf>, signing_key: SigningKey) -> Self {
        Self {
            folder: folder.into(),
            segment_bytes: 64 * 1024 * 1024,
            signing_key,
            clock: Arc::new(SystemClock),
            queue_bytes: 64 * 1024 * 1024,
            begin: true,
            accept_lost_head: false,
            #[cfg(test)]
            faults: Arc::default(),
        }
    }
}

/// Where a record stands. Positions are ordered as the records are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Position {
    /// The segment, counted from 1.
    pub segment: u64,
    /// The record's number in the whole log, counted from 1.
    pub sequence: u64,
    /// The offset in bytes in the segment's file at which the record's line begins.
    pub offset: u64,
}

impl Position {
    /// Before the first record.
    pub const START: Self = Self { segment: 1, sequence: 0, offset: 0 };
}

/// What opening a log had to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Recovery {
    /// The folder was empty and a new log was begun.
    pub created: bool,
    /// Bytes behind the last signature that were dropped. A crash leaves them, and their appends were never acknowledged.
    pub dropped_bytes: u64,
    /// Whole records among them.
    pub dropped_records: u64,
    /// `head.json` was lost and [`Options::accept_lost_head`] said to write a new one.
    pub head_rebuilt: bool,
}

/// An open log. Clones are handles to the same log; dropping the last one closes it as [`AuditLog::close`] does.
#[derive(Clone)]
pub struct AuditLog(Arc<Handle>);

struct Handle {
    shared: Arc<Shared>,
    thread: Mutex<Option<JoinHandle<()>>>,
    recovery: Recovery,
    log_id: String,
    public_key: PublicKey,
}

impl AuditLog {
    /// Opens the log in a folder, or begins one.
    ///
    /// The active segment, the digest before it and the head are verified, and what a crash left unsigned is dropped
    /// ([`AuditLog::recovery`] says what). Anything else that is wrong is an error, and nothing is changed. Reads up to two
    /// segments and blocks meanwhile.
    pub fn open(options: Options) -> Result<Self, Error> {
        if !options.begin && !options.folder.is_dir() {
            return Err(Error::Lost(options.folder));
        }
        let lock = folder::lock(&options.folder)?;
        let end = recover::open(&options)?;
        let place = |name: &str| {
            PlacedFile::open(
                &options.folder,
                name,
                #[cfg(test)]
                &options.faults,
            )
        };
        let durable =
            Durable { last: end.last, segment: end.segment.number, length: end.segment.length, ended: false };
        let shared = Arc::new(Shared::new(options.folder.clone(), options.queue_bytes, end.recent, durable));
        let head = place(folder::HEAD)?;
        head.write_at(&folder::encode_head(&end.segment.head(&options.signing_key)?), 0)?;
        head.sync()?;
        let public_key = options.signing_key.public_key();
        let writer = Writer {
            shared: shared.clone(),
            file: place(&folder::segment_name(end.segment.number))?,
            key: options.signing_key,
            clock: options.clock,
            segment_bytes: options.segment_bytes,
            log: end.log,
            last: end.last,
            segment: end.segment,
            head,
            lock,
            buffer: Vec::new(),
            head_unsynced_since: None,
            #[cfg(test)]
            faults: options.faults,
        };
        let thread = thread::Builder::new()
            .name("audit-log".into())
            .spawn(move || writer.run())
            .map_err(Error::io("starting the writer of", &options.folder))?;
        Ok(Self(Arc::new(Handle {
            shared,
            thread: Mutex::new(Some(thread)),
            recovery: end.recovery,
            log_id: hex::encode(end.log),
            public_key,
        })))
    }

    /// What opening had to do.
    pub fn recovery(&self) -> Recovery {
        self.0.recovery
    }

    /// The log's id: 32 hexadecimal digits, chosen when it was begun.
    pub fn log_id(&self) -> &str {
        &self.0.log_id
    }

    /// The key that verifies the log. Keep a copy elsewhere.
    pub fn public_key(&self) -> PublicKey {
        self.0.public_key
    }

    /// Appends one record: a JSON object without line breaks. `event_id` is 1 to 64 letters, digits, `-` and `_`.
    ///
    /// Records stand in the log in the order of the calls. The call itself never waits for the disk; the answer resolves when
    /// the record is durable. Dropping the answer does not take the record back. After an error other than
    /// [`Error::Stopped`] the record is not in the log and will not be.
    pub fn append(&self, event_id: &str, record: Vec<u8>) -> Pending {
        self.pending(event_id, json(record))
    }

    /// The same for a record whose type says that it is JSON, so that nobody reads it again to find out.
    pub fn append_json(&self, event_id: &str, record: Box<RawValue>) -> Pending {
        self.pending(event_id, Some(record))
    }

    fn pending(&self, event_id: &str, record: Option<Box<RawValue>>) -> Pending {
        Pending(match self.queue(event_id, record) {
            Ok(answer) => Answer::Waiting(answer),
            Err(error) => Answer::Refused(error),
        })
    }

    fn queue(
        &self,
        event_id: &str,
        record: Option<Box<RawValue>>,
    ) -> Result<oneshot::Receiver<Result<Position, Error>>, Error> {
        if !line::is_event_id(event_id) {
            return Err(Error::InvalidEventId);
        }
        let record = record.filter(|record| is_one_object(record.get())).ok_or(Error::InvalidRecord)?;
        let (done, answer) = oneshot::channel();
        self.0.shared.push(writer::Entry { event_id: event_id.into(), record: record.into(), done })?;
        Ok(answer)
    }

    /// The position of the last durable record; [`Position::START`] when there is none.
    pub fn last(&self) -> Position {
        self.0.shared.durable().last
    }

    /// Which log it is and where it ends now.
    pub fn extent(&self) -> Extent {
        let durable = self.0.shared.durable();
        Extent::new(&self.0.shared.folder, &self.0.log_id, durable.last.sequence, durable.segment)
    }

    /// Whether the active segment or the one before it holds this event id, durably. Answers from memory.
    pub fn recent_contains(&self, event_id: &str) -> bool {
        self.0.shared.recent_contains(event_id)
    }

    /// Those of `event_ids` that no durable record after `after` has, in their order. Reads the log from there and blocks
    /// meanwhile.
    ///
    /// For an outbox: keep [`AuditLog::last`] as it was when the entry was made, and after a crash append what is missing.
    pub fn missing(&self, event_ids: &[String], after: Position) -> Result<Vec<String>, Error> {
        let mut missing: HashSet<&str> = event_ids.iter().map(String::as_str).collect();
        let mut reader = self.subscribe(after);
        while !missing.is_empty() {
            let Some(entry) = reader.try_next()? else { break };
            missing.remove(entry.event_id.as_str());
        }
        Ok(event_ids.iter().filter(|id| missing.contains(id.as_str())).cloned().collect())
    }

    /// Reads the durable records after `after` in order, and then waits for new ones.
    pub fn subscribe(&self, after: Position) -> Reader {
        Reader::new(&self.0.shared.folder, after, Some(self.0.shared.follow()))
    }

    /// The durable record at a position.
    pub fn read_at(&self, position: Position) -> Result<Entry, Error> {
        if position > self.last() {
            return Err(Error::NoSuchRecord { segment: position.segment, offset: position.offset });
        }
        reader::read_at(&self.0.shared.folder, position)
    }

    /// Why the log takes no more records, when it has stopped after a failure.
    pub fn failure(&self) -> Option<Error> {
        self.0.shared.stopped()
    }

    /// Writes what is queued, signs and syncs the head, and gives the position of the last record. Blocks meanwhile.
    ///
    /// Other handles' later appends fail with [`Error::Closed`].
    pub fn close(self) -> Result<Position, Error> {
        self.0.finish();
        self.0.shared.stopped().map_or_else(|| Ok(self.last()), Err)
    }
}

impl Handle {
    fn finish(&self) {
        self.shared.close();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // The writer does not panic; if it did, the appends that wait fail by their dropped answers.
            let _ = thread.join();
        }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.finish();
    }
}

/// The bytes as JSON, when they are that and no more.
fn json(bytes: Vec<u8>) -> Option<Box<RawValue>> {
    let text = String::from_utf8(bytes).ok().filter(|text| is_one_object(text))?;
    RawValue::from_string(text).ok()
}

/// Whether a JSON text is an object on one line, and not too long.
fn is_one_object(json: &str) -> bool {
    let is_on_one_line = |json: &[u8]| !json.contains(&b'\n') && !json.contains(&b'\r');
    json.len() <= MAX_RECORD
        && json.starts_with('{')
        && json.ends_with('}')
        && is_on_one_line(json.as_bytes())
}

/// The answer to an append: resolves when the record is durable, or will never be.
#[must_use = "the record is not durable until this resolves"]
pub struct Pending(Answer);

enum Answer {
    Waiting(oneshot::Receiver<Result<Position, Error>>),
    Refused(Error),
}

impl Future for Pending {
    type Output = Result<Position, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let outcome = match &mut self.0 {
            Answer::Refused(error) => return Poll::Ready(Err(error.clone())),
            Answer::Waiting(answer) => std::task::ready!(Pin::new(answer).poll(context)),
        };
        // The channel gives its answer once and panics when asked again.
        self.0 = Answer::Refused(Error::Closed);
        Poll::Ready(outcome.unwrap_or(Err(Error::Closed)))
    }
}
