//! The thread that owns the files: takes everything that is queued, writes it at once, syncs once, answers all.

use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use clock::Clock;
use tokio::sync::{oneshot, watch};

use crate::folder::{self, PlacedFile};
use crate::line::{Hash, Header, Kind, LogId, Mark, Record, hash};
use crate::recent::RecentIds;
use crate::recover::{self, Segment};
use crate::{Error, Position, SigningKey};

/// How long `head.json` may stay unsynced. It bounds what a power failure, not a crash, can take from it.
const HEAD_SYNC: Duration = Duration::from_secs(1);

/// What is kept of the buffer after an unusually large group.
const KEPT_BUFFER: usize = 1024 * 1024;

/// What an entry takes beside its record, roughly: without it, tiny records could fill the memory.
const ENTRY_OVERHEAD: usize = 256;

/// What the handles and the writer share.
pub(crate) struct Shared {
    pub folder: PathBuf,
    pub queue_bytes: usize,
    queue: Mutex<Queue>,
    wake: Condvar,
    recent: Mutex<RecentIds>,
    durable: watch::Sender<Durable>,
}

/// How far the log is on disk.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Durable {
    pub last: Position,
    /// The segment in which the signed part ends, and the offset where.
    pub segment: u64,
    pub length: u64,
    /// No more will come.
    pub ended: bool,
}

pub(crate) struct Entry {
    pub event_id: Box<str>,
    pub record: Box<str>,
    pub done: oneshot::Sender<Result<Position, Error>>,
}

#[derive(Default)]
struct Queue {
    entries: Vec<Entry>,
    bytes: usize,
    closing: bool,
    stopped: Option<Error>,
}

enum Work {
    Entries(Vec<Entry>),
    Idle,
    Close,
}

impl Shared {
    pub fn new(folder: PathBuf, queue_bytes: usize, recent: RecentIds, durable: Durable) -> Self {
        Self {
            folder,
            queue_bytes,
            queue: Mutex::default(),
            wake: Condvar::new(),
            recent: Mutex::new(recent),
            durable: watch::Sender::new(durable),
        }
    }

    /// Queues an entry; its answer comes when it is on disk.
    pub fn push(&self, entry: Entry) -> Result<(), Error> {
        let mut queue = locked(&self.queue);
        if let Some(error) = &queue.stopped {
            return Err(error.clone());
        }
        if queue.closing {
            return Err(Error::Closed);
        }
        let bytes = queue.bytes + entry.record.len() + ENTRY_OVERHEAD;
        if bytes > self.queue_bytes && !queue.entries.is_empty() {
            return Err(Error::QueueFull);
        }
        queue.bytes = bytes;
        queue.entries.push(entry);
        drop(queue);
        self.wake.notify_one();
        Ok(())
    }

    pub fn close(&self) {
        locked(&self.queue).closing = true;
        self.wake.notify_one();
    }

    pub fn stopped(&self) -> Option<Error> {
        locked(&self.queue).stopped.clone()
    }

    pub fn durable(&self) -> Durable {
        *self.durable.borrow()
    }

    pub fn follow(&self) -> watch::Receiver<Durable> {
        self.durable.subscribe()
    }

    pub fn recent_contains(&self, event_id: &str) -> bool {
        locked(&self.recent).contains(event_id)
    }

    fn take(&self, patience: Option<Duration>) -> Work {
        let mut queue = locked(&self.queue);
        loop {
            if !queue.entries.is_empty() {
                queue.bytes = 0;
                return Work::Entries(std::mem::take(&mut queue.entries));
            }
            if queue.closing {
                return Work::Close;
            }
            queue = match patience {
                None => self.wake.wait(queue).unwrap_or_else(PoisonError::into_inner),
                Some(patience) => {
                    let (queue, waited) =
                        self.wake.wait_timeout(queue, patience).unwrap_or_else(PoisonError::into_inner);
                    if waited.timed_out() && queue.entries.is_empty() && !queue.closing {
                        return Work::Idle;
                    }
                    queue
                }
            };
        }
    }

    fn stop(&self, error: &Error) {
        let mut queue = locked(&self.queue);
        if queue.stopped.is_none() {
            queue.stopped = Some(error.clone());
        }
        drop(queue);
        self.durable.send_modify(|durable| durable.ended = true);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Nothing panics while holding these locks, so what they guard is whole.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) struct Writer {
    pub shared: Arc<Shared>,
    pub key: SigningKey,
    pub clock: Arc<dyn Clock>,
    pub segment_bytes: u64,
    pub log: LogId,
    pub last: Position,
    pub segment: Segment,
    pub file: PlacedFile,
    pub head: PlacedFile,
    /// Held as long as the writer lives.
    pub lock: File,
    pub buffer: Vec<u8>,
    pub head_unsynced_since: Option<Instant>,
    #[cfg(test)]
    pub faults: Arc<folder::faults::Faults>,
}

/// A group as it will be on disk.
struct Group {
    positions: Vec<Position>,
    commit: Mark,
    hash: Hash,
    sha256: aws_lc_rs::digest::Context,
}

impl Writer {
    pub fn run(mut self) {
        loop {
            let patience = self.head_unsynced_since.map(|since| HEAD_SYNC.saturating_sub(since.elapsed()));
            match self.shared.take(patience) {
                Work::Entries(entries) => self.group(entries),
                Work::Idle => self.sync_head(),
                Work::Close => break,
            }
        }
        self.sync_head();
        self.shared.durable.send_modify(|durable| durable.ended = true);
        drop(self.lock);
    }

    fn group(&mut self, entries: Vec<Entry>) {
        let outcome = match self.shared.stopped() {
            Some(error) => Err(error),
            None => self.write(&entries),
        };
        match outcome {
            Ok(positions) => {
                for (entry, position) in entries.into_iter().zip(positions) {
                    // A caller that no longer waits does not change what is in the log.
                    let _ = entry.done.send(Ok(position));
                }
                if self.head_unsynced_since.is_some_and(|since| since.elapsed() >= HEAD_SYNC) {
                    self.sync_head();
                }
            }
            Err(error) => {
                for entry in entries {
                    let _ = entry.done.send(Err(error.clone()));
                }
            }
        }
    }

    fn write(&mut self, entries: &[Entry]) -> Result<Vec<Position>, Error> {
        if self.segment.digest.is_some()
            || (self.segment.records > 0 && self.segment.length >= self.segment_bytes)
        {
            self.roll_over()?;
        }
        let group = self.encode(entries)?;
        if let Err(error) = self.file.write_at(&self.buffer, self.segment.length) {
            // Without its commit line a partial group counts for nothing, but the next group goes where it stands.
            return match self.file.truncate(self.segment.length) {
                Ok(()) => Err(error),
                Err(_) => Err(self.stop(error)),
            };
        }
        // After a failed sync the system may have dropped the pages and forgotten the failure: trying again proves nothing.
        self.file.sync().map_err(|error| self.stop(error))?;
        self.segment.length += self.buffer.len() as u64;
        self.segment.records += entries.len() as u64;
        self.segment.hash = group.hash;
        self.segment.sha256 = group.sha256;
        self.segment.commit = group.commit;
        self.write_head()?;
        if let Some(last) = group.positions.last() {
            self.last = *last;
        }
        let mut recent = locked(&self.shared.recent);
        for entry in entries {
            recent.insert(&entry.event_id);
        }
        drop(recent);
        self.publish();
        Ok(group.positions)
    }

    /// Fills the buffer with the entries' lines and the commit that signs them.
    fn encode(&mut self, entries: &[Entry]) -> Result<Group, Error> {
        self.buffer.clear();
        self.buffer.shrink_to(KEPT_BUFFER);
        let mut positions = Vec::with_capacity(entries.len());
        let mut prev = self.segment.hash;
        let mut sequence = self.segment.commit.sequence;
        for entry in entries {
            sequence += 1;
            let begins = self.buffer.len();
            Record { sequence, id: &entry.event_id, prev, event: entry.record.as_bytes() }
                .encode_to(&mut self.buffer);
            prev = hash(self.buffer.get(begins..).unwrap_or_default());
            let offset = self.segment.length + begins as u64;
            positions.push(Position { segment: self.segment.number, sequence, offset });
        }
        let commit = Mark {
            kind: Kind::Commit,
            sequence,
            segment: self.segment.number,
            log: self.log,
            time: self.clock.now(),
            prev,
            signature: [0; 64],
        }
        .sign(&self.key)?;
        let line = commit.encode();
        self.buffer.extend_from_slice(&line);
        let mut sha256 = self.segment.sha256.clone();
        sha256.update(&self.buffer);
        Ok(Group { positions, commit, hash: hash(&line), sha256 })
    }

    /// Closes the active segment, unless that was done, and begins the next. Each step can be repeated after a failure.
    fn roll_over(&mut self) -> Result<(), Error> {
        let folder = self.shared.folder.clone();
        let now = self.clock.now();
        let prev = match self.segment.digest {
            Some(hash) => hash,
            None => {
                let closed = recover::close(&folder, self.log, &self.segment, &self.key, now);
                let hash = closed.map_err(|error| {
                    self.stop_if_present(error, &folder::digest_name(self.segment.number))
                })?;
                self.segment.digest = Some(hash);
                hash
            }
        };
        let header = Header {
            segment: self.segment.number + 1,
            log: self.log,
            key: self.key.public_key(),
            created: now,
            next: self.segment.commit.sequence + 1,
            prev,
        };
        let name = folder::segment_name(header.segment);
        let segment = Segment::create(&folder, &header, &self.key)
            .map_err(|error| self.stop_if_present(error, &name))?;
        self.file = PlacedFile::open(
            &folder,
            &name,
            #[cfg(test)]
            &self.faults,
        )
        .map_err(|error| self.stop(error))?;
        self.segment = segment;
        locked(&self.shared.recent).roll_over();
        self.write_head()?;
        self.sync_head();
        self.publish();
        self.shared.stopped().map_or(Ok(()), Err)
    }

    fn write_head(&mut self) -> Result<(), Error> {
        let head = self.segment.head(&self.key).map_err(|error| self.stop(error))?;
        self.head.write_at(&folder::encode_head(&head), 0).map_err(|error| self.stop(error))?;
        self.head_unsynced_since.get_or_insert_with(Instant::now);
        Ok(())
    }

    fn sync_head(&mut self) {
        if self.head_unsynced_since.take().is_some()
            && let Err(error) = self.head.sync()
        {
            self.stop(error);
        }
    }

    fn publish(&self) {
        self.shared.durable.send_modify(|durable| {
            durable.last = self.last;
            durable.segment = self.segment.number;
            durable.length = self.segment.length;
        });
    }

    /// A failed write is retried only when the file surely did not come to be.
    fn stop_if_present(&self, error: Error, name: &str) -> Error {
        match self.shared.folder.join(name).try_exists() {
            Ok(false) => error,
            _ => self.stop(error),
        }
    }

    fn stop(&self, error: Error) -> Error {
        let error = Error::Stopped(Arc::new(error));
        self.shared.stop(&error);
        error
    }
}
