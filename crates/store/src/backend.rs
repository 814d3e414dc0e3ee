//! What a store is kept in: the contract that adapters implement.

use std::collections::{BTreeMap, BTreeSet};
use std::pin::Pin;
use std::sync::Arc;

use crate::error::Error;
use crate::key;
use crate::record::Record;

/// A boxed future, so that the traits here can be used as trait objects.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Called with the keys of a commit. Runs on any thread, must be quick and must not call the store.
pub type Listener = Arc<dyn Fn(&[ChangedKey]) + Send + Sync>;

/// An ordered key-value space with optimistic, serializable transactions.
///
/// A backend passes every case of `store::conformance`.
pub trait Backend: Send + Sync + 'static {
    /// A view of the latest state. It contains every commit whose `commit` has returned or whose listeners have been called.
    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, Error>>;

    /// Applies `commit` whole if nothing in its `reads` changed after `commit.at`; `Error::Conflict` otherwise.
    ///
    /// When it returns a version, the commit is durable and visible. A commit without writes is only checked, and the latest version
    /// is returned. A snapshot that is older than the kept history conflicts. A caller that drops the future leaves
    /// it open whether the commit happens, but never half of it.
    fn commit(&self, commit: Commit) -> BoxFuture<'_, Result<Version, Error>>;

    /// The commits after `after`, oldest first, at most `limit` of them (at least one, if there is one).
    fn changes(&self, after: Version, limit: usize) -> BoxFuture<'_, Result<Changes, Error>>;

    /// The version of the latest commit.
    fn version(&self) -> BoxFuture<'_, Result<Version, Error>>;

    /// Adds a listener: it is called for each commit made through this backend, after the commit is visible and before `commit` returns,
    /// **also when the caller of `commit` has gone**. The order between commits is not promised.
    fn listen(&self, listener: Listener);
}

impl<B: Backend + ?Sized> Backend for Arc<B> {
    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Snapshot>, Error>> {
        (**self).begin()
    }

    fn commit(&self, commit: Commit) -> BoxFuture<'_, Result<Version, Error>> {
        (**self).commit(commit)
    }

    fn changes(&self, after: Version, limit: usize) -> BoxFuture<'_, Result<Changes, Error>> {
        (**self).changes(after, limit)
    }

    fn version(&self) -> BoxFuture<'_, Result<Version, Error>> {
        (**self).version()
    }

    fn listen(&self, listener: Listener) {
        (**self).listen(listener);
    }
}

/// A view of the store at one version. Dropping it frees what it holds.
pub trait Snapshot: Send {
    /// The version of the last commit that is visible here.
    fn version(&self) -> Version;

    /// The value at `key`.
    fn get<'a>(&'a mut self, key: &'a [u8]) -> BoxFuture<'a, Result<Option<Vec<u8>>, Error>>;

    /// The first `limit` entries in `range`, in byte order of their keys.
    fn scan<'a>(&'a mut self, range: KeyRange, limit: usize) -> BoxFuture<'a, Result<Entries, Error>>;
}

/// Keys with their values, in key order.
pub type Entries = Vec<(Vec<u8>, Vec<u8>)>;

/// The number of a commit: 0 before the first one, then counting up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Version(u64);

impl Version {
    /// The empty store's version.
    pub const ZERO: Self = Self(0);

    /// The version with this number.
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// Its number.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The version after this one.
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// What a transaction wants applied.
#[derive(Debug, Clone, Default)]
pub struct Commit {
    /// The snapshot that its reads saw.
    pub at: Version,
    /// What must not have changed since.
    pub reads: ReadSet,
    /// New values by key; `None` removes the key.
    pub writes: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
}

/// What a transaction has looked at.
#[derive(Debug, Clone, Default)]
pub struct ReadSet {
    /// Single keys, present or not.
    pub keys: BTreeSet<Vec<u8>>,
    /// Ranges of which every entry was seen.
    pub ranges: Vec<KeyRange>,
}

impl ReadSet {
    /// Whether a change at `key` is a change of something read.
    pub fn contains(&self, key: &[u8]) -> bool {
        self.keys.contains(key) || self.ranges.iter().any(|range| range.contains(key))
    }
}

/// The keys from `start` on and before `end`, in byte order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRange {
    /// The first key that belongs to it.
    pub start: Vec<u8>,
    /// The first key that no longer does; `None` for no end.
    pub end: Option<Vec<u8>>,
}

impl KeyRange {
    /// All keys.
    pub fn all() -> Self {
        Self { start: Vec::new(), end: None }
    }

    /// All keys that begin with `prefix`.
    pub fn starting_with(prefix: &[u8]) -> Self {
        Self { start: prefix.to_vec(), end: key::successor_of_prefix(prefix) }
    }

    /// Whether `key` is in it.
    pub fn contains(&self, key: &[u8]) -> bool {
        key >= self.start.as_slice() && self.end.as_deref().is_none_or(|end| key < end)
    }

    /// Whether no key can be in it.
    pub fn is_empty(&self) -> bool {
        self.end.as_ref().is_some_and(|end| *end <= self.start)
    }
}

/// An answer of the change feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// The commits after the asked version, oldest first, none left out. Empty: there are none yet.
    Since(Vec<ChangeSet>),
    /// History no longer reaches back to the asked version: anything may have changed up to `latest`. Drop what was cached
    /// and go on from there.
    TooOld {
        /// The version of the latest commit.
        latest: Version,
    },
}

/// The keys that one commit wrote or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeSet {
    /// The commit.
    pub version: Version,
    /// Its keys, in byte order: records and index entries.
    pub keys: Vec<ChangedKey>,
}

/// A key that a commit wrote or removed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangedKey(Vec<u8>);

impl ChangedKey {
    /// The key as the backend knows it.
    pub fn new(key: Vec<u8>) -> Self {
        Self(key)
    }

    /// The key as the backend knows it.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The record's key, as `R::encode_key` makes it, if this is a record of `R`.
    pub fn of_record<R: Record>(&self) -> Option<&[u8]> {
        self.0.strip_prefix(key::record_space(R::KIND).as_slice())
    }
}
