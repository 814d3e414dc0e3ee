use std::collections::{BTreeMap, VecDeque};
use std::ops::Bound;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::backend::{
    Backend, BoxFuture, ChangeSet, ChangedKey, Changes, Commit, Entries, KeyRange, Listener, Snapshot,
    Version,
};
use crate::error::Error;

/// How many commits are remembered unless said otherwise.
const HISTORY: usize = 16_384;

/// A backend in memory: for tests, and as the reference that others are compared with. Nothing survives it.
pub struct Memory {
    state: Mutex<State>,
}

type Map = BTreeMap<Vec<u8>, Vec<u8>>;

struct State {
    version: Version,
    /// Copied by a commit only while a snapshot shares it.
    entries: Arc<Map>,
    history: VecDeque<ChangeSet>,
    history_limit: usize,
    listeners: Vec<Listener>,
}

impl Memory {
    /// An empty store.
    pub fn new() -> Self {
        Self::with_history(HISTORY)
    }

    /// An empty store that remembers the last `commits` commits.
    pub fn with_history(commits: usize) -> Self {
        let state = State {
            version: Version::ZERO,
            entries: Arc::default(),
            history: VecDeque::new(),
            history_limit: commits,
            listeners: Vec::new(),
        };
        Self { state: Mutex::new(state) }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new()
    }
}

impl Backend for Memory {
    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, Error>> {
        let state = self.lock();
        let view = View { version: state.version, entries: Arc::clone(&state.entries) };
        drop(state);
        Box::pin(async move { Ok(Box::new(view) as Box<dyn Snapshot>) })
    }

    fn commit(&self, commit: Commit) -> BoxFuture<'_, Result<Version, Error>> {
        Box::pin(async move {
            let (version, keys, listeners) = {
                let mut state = self.lock();
                let keys = state.apply(commit)?;
                (state.version, keys, state.listeners.clone())
            };
            if !keys.is_empty() {
                listeners.iter().for_each(|listener| listener(&keys));
            }
            Ok(version)
        })
    }

    fn changes(&self, after: Version, limit: usize) -> BoxFuture<'_, Result<Changes, Error>> {
        Box::pin(async move {
            let state = self.lock();
            if !state.remembers(after) {
                return Ok(Changes::TooOld { latest: state.version });
            }
            let newer = state.history.iter().filter(|set| set.version > after);
            Ok(Changes::Since(newer.take(limit.max(1)).cloned().collect()))
        })
    }

    fn version(&self) -> BoxFuture<'_, Result<Version, Error>> {
        Box::pin(async move { Ok(self.lock().version) })
    }

    fn listen(&self, listener: Listener) {
        self.lock().listeners.push(listener);
    }
}

impl State {
    fn apply(&mut self, commit: Commit) -> Result<Vec<ChangedKey>, Error> {
        if !self.remembers(commit.at) {
            return Err(Error::Conflict);
        }
        let newer = self.history.iter().rev().take_while(|set| set.version > commit.at);
        if newer.flat_map(|set| &set.keys).any(|key| commit.reads.contains(key.as_bytes())) {
            return Err(Error::Conflict);
        }
        if commit.writes.is_empty() {
            return Ok(Vec::new());
        }
        self.version = self.version.next();
        let keys: Vec<_> = commit.writes.keys().cloned().map(ChangedKey::new).collect();
        let entries = Arc::make_mut(&mut self.entries);
        for (key, value) in commit.writes {
            match value {
                Some(value) => entries.insert(key, value),
                None => entries.remove(&key),
            };
        }
        self.history.push_back(ChangeSet { version: self.version, keys: keys.clone() });
        while self.history.len() > self.history_limit {
            self.history.pop_front();
        }
        Ok(keys)
    }

    /// Whether every commit after `version` is still in the history.
    fn remembers(&self, version: Version) -> bool {
        match self.history.front() {
            Some(oldest) => version.next() >= oldest.version,
            None => version >= self.version,
        }
    }
}

struct View {
    version: Version,
    entries: Arc<Map>,
}

impl Snapshot for View {
    fn version(&self) -> Version {
        self.version
    }

    fn get<'a>(&'a mut self, key: &'a [u8]) -> BoxFuture<'a, Result<Option<Vec<u8>>, Error>> {
        Box::pin(async move { Ok(self.entries.get(key).cloned()) })
    }

    fn scan<'a>(&'a mut self, range: KeyRange, limit: usize) -> BoxFuture<'a, Result<Entries, Error>> {
        Box::pin(async move {
            if range.is_empty() {
                return Ok(Vec::new());
            }
            let end = range.end.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
            let found = self.entries.range::<Vec<u8>, _>((Bound::Included(&range.start), end)).take(limit);
            Ok(found.map(|(key, value)| (key.clone(), value.clone())).collect())
        })
    }
}
