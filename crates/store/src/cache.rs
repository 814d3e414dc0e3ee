use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::error::Error;
use crate::handle::Store;
use crate::key;
use crate::record::Record;

/// Records by key, prepared for use, for a path that must not wait for the store. Bounded; clones share the content.
///
/// `V` is what the caller makes of a record: a compiled policy, an unwrapped key. That a record does not exist is kept too. A commit removes the
/// records that it touched from every cache of this node before it returns, and a value that was read before such a removal is
/// never put in after it.
pub struct Cache<R, V> {
    store: Store,
    content: Arc<Content<V>>,
    record: PhantomData<fn() -> R>,
}

impl<R: Record, V: Send + Sync + 'static> Cache<R, V> {
    /// An empty cache of `capacity` records.
    pub fn new(store: &Store, capacity: usize) -> Self {
        let content = Arc::new(Content {
            values: quick_cache::sync::Cache::new(capacity),
            loading: Mutex::new(HashMap::new()),
        });
        let space = key::record_space(R::KIND);
        let weak = Arc::downgrade(&content);
        store.on_commit(move |keys| {
            let Some(content) = weak.upgrade() else { return };
            for key in keys.iter().filter_map(|key| key.as_bytes().strip_prefix(space.as_slice())) {
                content.invalidate(key);
            }
        });
        let weak = Arc::downgrade(&content);
        store.on_reset(move || {
            if let Some(content) = weak.upgrade() {
                content.invalidate_all();
            }
        });
        Self { store: store.clone(), content, record: PhantomData }
    }

    /// The value, if it is here: no waiting, no input or output.
    pub fn peek(&self, key: &R::Key) -> Option<Arc<V>> {
        self.lookup(R::encode_key(key).as_bytes()).flatten()
    }

    /// The value, read from the store and put through `prepare` if it is not here; `None` when there is no such record.
    ///
    /// What `prepare` refuses is not kept. Several callers that miss the same record at once each load it.
    pub async fn get_or_load<E: From<Error>>(
        &self,
        key: &R::Key,
        prepare: impl FnOnce(R) -> Result<V, E>,
    ) -> Result<Option<Arc<V>>, E> {
        let bytes = R::encode_key(key);
        if let Some(found) = self.lookup(bytes.as_bytes()) {
            return Ok(found);
        }
        // Registered before the snapshot is taken: a commit that this snapshot does not see finds the load and spoils it.
        let load = Load::begin(&self.content, bytes.as_bytes());
        let value = match self.store.get::<R>(key).await? {
            Some(record) => Some(Arc::new(prepare(record)?)),
            None => None,
        };
        if !self.store.caches_are_paused() {
            load.keep(value.clone());
        }
        Ok(value)
    }

    /// How many records it holds, absent ones included.
    pub fn len(&self) -> usize {
        self.content.values.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn lookup(&self, key: &[u8]) -> Option<Option<Arc<V>>> {
        if self.store.caches_are_paused() {
            return None;
        }
        self.content.values.get(key)
    }
}

impl<R, V> Clone for Cache<R, V> {
    fn clone(&self) -> Self {
        Self { store: self.store.clone(), content: Arc::clone(&self.content), record: PhantomData }
    }
}

struct Content<V> {
    values: quick_cache::sync::Cache<Box<[u8]>, Option<Arc<V>>>,
    loading: Mutex<HashMap<Box<[u8]>, Loading>>,
}

/// The loads of one key that are under way.
#[derive(Default)]
struct Loading {
    count: usize,
    /// How many times the key was invalidated meanwhile.
    invalidations: u64,
}

impl<V> Content<V> {
    // INVARIANT: `values` is written only while `loading` is locked, so an invalidation falls either before a load's
    // insertion, which then does not happen, or after it, and removes what was inserted.
    fn lock(&self) -> MutexGuard<'_, HashMap<Box<[u8]>, Loading>> {
        self.loading.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn invalidate(&self, key: &[u8]) {
        let mut loading = self.lock();
        if let Some(load) = loading.get_mut(key) {
            load.invalidations += 1;
        }
        self.values.remove(key);
    }

    fn invalidate_all(&self) {
        let mut loading = self.lock();
        loading.values_mut().for_each(|load| load.invalidations += 1);
        self.values.clear();
    }
}

/// A load that is under way; it ends when this is dropped, also with a cancelled future.
struct Load<'a, V> {
    content: &'a Content<V>,
    key: Box<[u8]>,
    invalidations: u64,
}

impl<'a, V> Load<'a, V> {
    fn begin(content: &'a Content<V>, key: &[u8]) -> Self {
        let key: Box<[u8]> = key.into();
        let mut loading = content.lock();
        let load = loading.entry(key.clone()).or_default();
        load.count += 1;
        Self { content, key, invalidations: load.invalidations }
    }

    fn keep(self, value: Option<Arc<V>>) {
        let loading = self.content.lock();
        if loading.get(&self.key).is_some_and(|load| load.invalidations == self.invalidations) {
            self.content.values.insert(self.key.clone(), value);
        }
        // The guard goes first: dropping `self` locks again.
        drop(loading);
    }
}

impl<V> Drop for Load<'_, V> {
    fn drop(&mut self) {
        let mut loading = self.content.lock();
        if let Some(load) = loading.get_mut(&self.key) {
            load.count -= 1;
            if load.count == 0 {
                loading.remove(&self.key);
            }
        }
    }
}
