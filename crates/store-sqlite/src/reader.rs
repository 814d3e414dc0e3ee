//! Reading: snapshots on pooled connections, and the change feed.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use rusqlite::{Connection, OptionalExtension, params};
use store::{BoxFuture, ChangeSet, ChangedKey, Changes, Entries, Error, KeyRange, Listener, Version};

use crate::file::StoreFile;
use crate::{failure, integer, version};

/// How many connections wait for the next snapshot.
const IDLE: usize = 16;

/// The connections that read, and what else the store's parts share.
pub(crate) struct Readers {
    // Before `file`: connections close before the lock is released.
    idle: Mutex<Vec<Connection>>,
    open: AtomicUsize,
    limit: usize,
    listeners: RwLock<Vec<Listener>>,
    file: StoreFile,
}

impl Readers {
    pub(crate) fn new(file: StoreFile, limit: usize) -> Self {
        let (idle, listeners) = (Mutex::default(), RwLock::default());
        Self { idle, open: AtomicUsize::new(0), limit, listeners, file }
    }

    /// A view of the latest state.
    pub(crate) fn snapshot(self: &Arc<Self>) -> Result<View, Error> {
        let open = Open::one_of(self)?;
        let idle = self.idle().pop();
        let connection = match idle {
            Some(connection) => connection,
            None => self.file.connect_reader().map_err(failure)?,
        };
        // SQLite takes the snapshot with the first read.
        connection.execute_batch("BEGIN").map_err(failure)?;
        let (latest, history_after) = state(&connection).map_err(failure)?;
        Ok(View {
            at: version(latest),
            history_after: version(history_after),
            connection: Some(connection),
            open,
        })
    }

    pub(crate) fn listen(&self, listener: Listener) {
        self.listeners.write().unwrap_or_else(PoisonError::into_inner).push(listener);
    }

    pub(crate) fn notify(&self, keys: &[ChangedKey]) {
        for listener in self.listeners.read().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(keys);
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The latest version, and the one after which changes are kept.
pub(crate) fn state(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    connection
        .prepare_cached("SELECT latest, history_after FROM state")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// A snapshot: an open read transaction.
pub(crate) struct View {
    at: Version,
    history_after: Version,
    /// `None` only while it is dropped.
    connection: Option<Connection>,
    open: Open,
}

impl View {
    pub(crate) fn version(&self) -> Version {
        self.at
    }

    pub(crate) fn changes(&self, after: Version, limit: usize) -> Result<Changes, Error> {
        if after < self.history_after {
            return Ok(Changes::TooOld { latest: self.at });
        }
        // Each version has changes, so versions can be counted off.
        let last = after.number().saturating_add(u64::try_from(limit.max(1)).unwrap_or(u64::MAX));
        let mut sets: Vec<ChangeSet> = Vec::new();
        self.query(
            "SELECT version, key FROM changes WHERE version > ?1 AND version <= ?2 ORDER BY version, key",
            params![integer(after.number()), integer(last)],
            |row| {
                let (version, key) = (version(row.get(0)?), ChangedKey::new(row.get(1)?));
                match sets.last_mut() {
                    Some(set) if set.version == version => set.keys.push(key),
                    _ => sets.push(ChangeSet { version, keys: vec![key] }),
                }
                Ok(())
            },
        )?;
        Ok(Changes::Since(sets))
    }

    fn value(&self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        let Some(connection) = &self.connection else { return Ok(None) };
        let found = connection
            .prepare_cached("SELECT value FROM entries WHERE key = ?1")
            .and_then(|mut statement| statement.query_row([key], |row| row.get(0)).optional());
        found.map_err(failure)
    }

    fn entries(&self, range: &KeyRange, limit: usize) -> Result<Entries, Error> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut entries = Vec::new();
        let add = |row: &rusqlite::Row<'_>| {
            entries.push((row.get(0)?, row.get(1)?));
            Ok(())
        };
        match &range.end {
            Some(end) => self.query(
                "SELECT key, value FROM entries WHERE key >= ?1 AND key < ?2 ORDER BY key LIMIT ?3",
                params![range.start, end, limit],
                add,
            )?,
            None => self.query(
                "SELECT key, value FROM entries WHERE key >= ?1 ORDER BY key LIMIT ?2",
                params![range.start, limit],
                add,
            )?,
        }
        Ok(entries)
    }

    fn query(
        &self,
        sql: &str,
        parameters: &[&dyn rusqlite::ToSql],
        mut each: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<()>,
    ) -> Result<(), Error> {
        let Some(connection) = &self.connection else { return Ok(()) };
        let mut run = || {
            let mut statement = connection.prepare_cached(sql)?;
            let mut rows = statement.query(parameters)?;
            while let Some(row) = rows.next()? {
                each(row)?;
            }
            Ok(())
        };
        run().map_err(failure)
    }
}

impl store::Snapshot for View {
    fn version(&self) -> Version {
        self.at
    }

    fn get<'a>(&'a mut self, key: &'a [u8]) -> BoxFuture<'a, Result<Option<Vec<u8>>, Error>> {
        Box::pin(async move { self.value(key) })
    }

    fn scan<'a>(&'a mut self, range: KeyRange, limit: usize) -> BoxFuture<'a, Result<Entries, Error>> {
        Box::pin(async move { self.entries(&range, limit) })
    }
}

impl Drop for View {
    fn drop(&mut self) {
        let Some(connection) = self.connection.take() else { return };
        if connection.execute_batch("ROLLBACK").is_ok() {
            let mut idle = self.open.readers.idle();
            if idle.len() < IDLE {
                idle.push(connection);
            }
        }
    }
}

/// One of the snapshots that may be open.
struct Open {
    readers: Arc<Readers>,
}

impl Open {
    fn one_of(readers: &Arc<Readers>) -> Result<Self, Error> {
        let open = Self { readers: Arc::clone(readers) };
        let others = readers.open.fetch_add(1, Ordering::SeqCst);
        if others < readers.limit { Ok(open) } else { Err(Error::unavailable(TooMany(readers.limit))) }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.readers.open.fetch_sub(1, Ordering::SeqCst);
    }
}

#[derive(Debug, thiserror::Error)]
#[error("{0} transactions are open at once: try again")]
struct TooMany(usize);
