use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::Arc;

use crate::backend::{Backend, Commit, Entries, KeyRange, ReadSet, Snapshot, Version};
use crate::error::Error;
use crate::key::{self, KeyBytes, KeyParts};
use crate::page::{Cursor, Page, PageOf};
use crate::record::{self, Indexes, Record};

/// A transaction: reads one snapshot and its own writes, and applies the writes together in [`commit`](Self::commit).
///
/// Dropping it drops its writes. A call that fails leaves it as it was. It holds the snapshot open until it ends, so it should not
/// wait for anything but the store.
pub struct Tx {
    backend: Arc<dyn Backend>,
    snapshot: Box<dyn Snapshot>,
    reads: ReadSet,
    writes: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
    conflicted: bool,
}

impl Tx {
    pub(crate) fn new(backend: Arc<dyn Backend>, snapshot: Box<dyn Snapshot>) -> Self {
        Self { backend, snapshot, reads: ReadSet::default(), writes: BTreeMap::new(), conflicted: false }
    }

    /// The version that it reads.
    pub fn version(&self) -> Version {
        self.snapshot.version()
    }

    /// The record with this key.
    pub async fn get<R: Record>(&mut self, key: &R::Key) -> Result<Option<R>, Error> {
        self.stored(&record::entry_of::<R>(&R::encode_key(key))).await
    }

    /// Writes the record, new or in place of the one with its key.
    ///
    /// `AlreadyExists` when another record has one of its unique index values.
    pub async fn put<R: Record>(&mut self, record: &R) -> Result<(), Error> {
        let key = R::encode_key(&record.key());
        let entry = record::entry_of::<R>(&key);
        let before = self.stored::<R>(&entry).await?;
        self.replace(&key, entry, before.as_ref(), record).await
    }

    /// Writes a record that must be new: `AlreadyExists` when its key is taken.
    pub async fn insert<R: Record>(&mut self, record: &R) -> Result<(), Error> {
        let key = R::encode_key(&record.key());
        let entry = record::entry_of::<R>(&key);
        if self.read(&entry).await?.is_some() {
            return Err(Error::AlreadyExists { kind: R::KIND, index: None });
        }
        self.replace(&key, entry, None, record).await
    }

    /// Removes the record with this key; `false` when there is none.
    pub async fn delete<R: Record>(&mut self, key: &R::Key) -> Result<bool, Error> {
        let key = R::encode_key(key);
        let entry = record::entry_of::<R>(&key);
        let Some(before) = self.stored::<R>(&entry).await? else { return Ok(false) };
        for index_entry in Indexes::of(&before, &key).into_keys() {
            self.writes.insert(index_entry, None);
        }
        self.writes.insert(entry, None);
        Ok(true)
    }

    /// The records whose key starts with the parts of `prefix`, in key order. `&()` lists all of the kind; a last part
    /// [`StartsWith`](crate::StartsWith) matches the beginning of a text.
    pub async fn list<R: Record>(&mut self, prefix: &impl KeyParts, page: Page) -> Result<PageOf<R>, Error> {
        let space = key::record_space(R::KIND);
        let range = record::built(prefix).into_range(&space);
        let (entries, next) = self.read_page(&space, range, page).await?;
        let items = entries.iter().map(|(entry, json)| record::from_json(entry, json));
        Ok(PageOf { items: items.collect::<Result<_, _>>()?, next })
    }

    /// The records that the index lists under values that start with the parts of `value`, in the order of the values, then
    /// of the keys.
    pub async fn list_by<R: Record>(
        &mut self,
        index: &'static str,
        value: &impl KeyParts,
        page: Page,
    ) -> Result<PageOf<R>, Error> {
        let space = key::index_space(R::KIND, index);
        let range = record::built(value).into_range(&space);
        let (entries, next) = self.read_page(&space, range, page).await?;
        let mut items = Vec::with_capacity(entries.len());
        for (index_entry, key) in entries {
            items.push(self.indexed(&index_entry, &key).await?);
        }
        Ok(PageOf { items, next })
    }

    /// The record that has this value in a unique index.
    pub async fn get_by<R: Record>(
        &mut self,
        index: &'static str,
        value: &impl KeyParts,
    ) -> Result<Option<R>, Error> {
        let entry = key::index_entry(&key::index_space(R::KIND, index), record::built(value), None);
        match self.read(&entry).await? {
            Some(key) => self.indexed(&entry, &key).await.map(Some),
            None => Ok(None),
        }
    }

    /// Applies the writes, if nothing that was read has changed since; `Error::Conflict` otherwise. When it returns, the writes are durable
    /// and this node's caches know of them. Without writes there is nothing to check: the snapshot was consistent.
    ///
    /// Dropping the future leaves it open whether the writes are applied, but never only some of them, and caches stay true.
    pub async fn commit(self) -> Result<Version, Error> {
        let at = self.version();
        if self.writes.is_empty() {
            return Ok(at);
        }
        drop(self.snapshot);
        self.backend.commit(Commit { at, reads: self.reads, writes: self.writes }).await
    }

    pub(crate) fn has_conflicted(&self) -> bool {
        self.conflicted
    }

    async fn replace<R: Record>(
        &mut self,
        key: &KeyBytes,
        entry: Vec<u8>,
        before: Option<&R>,
        record: &R,
    ) -> Result<(), Error> {
        record::check_length::<R>(&entry)?;
        let json = record::to_json(record)?;
        let mut stale = before.map(|before| Indexes::of(before, key)).unwrap_or_default();
        let mut added = Vec::new();
        for (index_entry, unique) in Indexes::of(record, key) {
            if stale.remove(&index_entry).is_some() {
                continue;
            }
            record::check_length::<R>(&index_entry)?;
            if let Some(index) = unique
                && self.read(&index_entry).await?.is_some()
            {
                return Err(Error::AlreadyExists { kind: R::KIND, index: Some(index) });
            }
            added.push(index_entry);
        }
        for index_entry in stale.into_keys() {
            self.writes.insert(index_entry, None);
        }
        for index_entry in added {
            self.writes.insert(index_entry, Some(key.as_bytes().to_vec()));
        }
        self.writes.insert(entry, Some(json));
        Ok(())
    }

    async fn stored<R: Record>(&mut self, entry: &[u8]) -> Result<Option<R>, Error> {
        let json = self.read(entry).await?;
        json.map(|json| record::from_json(entry, &json)).transpose()
    }

    async fn indexed<R: Record>(&mut self, index_entry: &[u8], key: &[u8]) -> Result<R, Error> {
        let entry = [key::record_space(R::KIND).as_slice(), key].concat();
        self.stored(&entry)
            .await?
            .ok_or_else(|| Error::corrupt(index_entry, "the index names a record that does not exist"))
    }

    /// One value, own writes first.
    async fn read(&mut self, key: &[u8]) -> Result<Option<Vec<u8>>, Error> {
        if let Some(written) = self.writes.get(key) {
            return Ok(written.clone());
        }
        self.reads.keys.insert(key.to_vec());
        let result = self.snapshot.get(key).await;
        self.noting_conflict(result)
    }

    /// A page of `range`, and the cursor for the next one: the last key without `space`.
    async fn read_page(
        &mut self,
        space: &[u8],
        mut range: KeyRange,
        page: Page,
    ) -> Result<(Entries, Option<Cursor>), Error> {
        if let Some(Cursor(after)) = page.after {
            range.start = range.start.max(key::successor_of_key(&[space, &after].concat()));
        }
        let limit = page.limit.max(1);
        let mut entries = self.read_range(range, limit.saturating_add(1)).await?;
        if entries.len() <= limit {
            return Ok((entries, None));
        }
        entries.truncate(limit);
        let last = entries.last().and_then(|(key, _)| key.strip_prefix(space));
        let next = last.map(|key| Cursor(key.to_vec()));
        Ok((entries, next))
    }

    /// The first `limit` entries of `range`, own writes merged in.
    async fn read_range(&mut self, range: KeyRange, limit: usize) -> Result<Entries, Error> {
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let end = range.end.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
        let own = self.writes.range::<Vec<u8>, _>((Bound::Included(&range.start), end));
        // Each own removal can hide one stored entry.
        let removed = own.clone().filter(|(_, value)| value.is_none()).count();
        let own: Vec<_> = own.map(|(key, value)| (key.clone(), value.clone())).collect();
        let asked = limit.saturating_add(removed);

        let result = self.snapshot.scan(range.clone(), asked).await;
        let stored = self.noting_conflict(result)?;
        let cut_at = if stored.len() < asked { None } else { stored.last().map(|(key, _)| key.clone()) };

        let mut merged: BTreeMap<_, _> = stored.into_iter().collect();
        for (key, value) in own {
            match value {
                _ if cut_at.as_ref().is_some_and(|cut| key > *cut) => break,
                Some(value) => merged.insert(key, value),
                None => merged.remove(&key),
            };
        }
        let more = cut_at.is_some() || merged.len() > limit;
        let entries: Entries = merged.into_iter().take(limit).collect();
        let seen_to = entries.last().filter(|_| more).map(|(key, _)| key::successor_of_key(key));
        self.reads.ranges.push(KeyRange { start: range.start, end: seen_to.or(range.end) });
        Ok(entries)
    }

    fn noting_conflict<T>(&mut self, result: Result<T, Error>) -> Result<T, Error> {
        self.conflicted |= matches!(result, Err(Error::Conflict));
        result
    }
}
