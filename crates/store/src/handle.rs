use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use crate::backend::{Backend, BoxFuture, ChangedKey, Changes, Listener, Version};
use crate::error::Error;
use crate::record::Record;
use crate::tx::Tx;

/// How often [`Store::transact`] runs a transaction before it gives up.
const ATTEMPTS: usize = 100;

/// The store: a backend and those who want to hear of its changes. Clones share both.
#[derive(Clone)]
pub struct Store {
    backend: Arc<dyn Backend>,
    listeners: Arc<Listeners>,
}

impl Store {
    /// A store kept in `backend`.
    pub fn new(backend: impl Backend) -> Self {
        let listeners = Arc::new(Listeners::default());
        backend.listen({
            let listeners = Arc::clone(&listeners);
            Arc::new(move |keys| listeners.changed(keys))
        });
        Self { backend: Arc::new(backend), listeners }
    }

    /// Opens a transaction on the latest state.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let snapshot = self.backend.begin().await?;
        Ok(Tx::new(Arc::clone(&self.backend), snapshot))
    }

    /// Runs `body` in a transaction and commits it, again from the start while it conflicts with others (up to 100 times, then
    /// `Error::Conflict`). An error of `body` ends it with nothing written.
    ///
    /// `body` may run more than once, so it must have no effect but through its `Tx`. It borrows what it needs:
    /// `store.transact(|tx| scoped(async move { ... })).await`, with [`scoped`].
    pub async fn transact<'env, T, E, F>(&self, mut body: F) -> Result<T, E>
    where
        T: 'env,
        E: From<Error> + 'env,
        F: for<'tx> FnMut(&'tx mut Tx) -> Scoped<'env, 'tx, Result<T, E>> + Send + 'env,
    {
        for _ in 0..ATTEMPTS {
            let mut tx = self.begin().await?;
            let outcome = body(&mut tx).future.await;
            match outcome {
                Ok(value) => match tx.commit().await {
                    Ok(_) => return Ok(value),
                    Err(Error::Conflict) => {}
                    Err(error) => return Err(error.into()),
                },
                Err(_) if tx.has_conflicted() => {}
                Err(error) => return Err(error),
            }
        }
        Err(Error::Conflict.into())
    }

    /// One record at the latest state.
    pub async fn get<R: Record>(&self, key: &R::Key) -> Result<Option<R>, Error> {
        self.begin().await?.get(key).await
    }

    /// The version of the latest commit.
    pub async fn version(&self) -> Result<Version, Error> {
        self.backend.version().await
    }

    /// Calls `listener` with the keys of each commit: for this node's before `commit` returns (even when the committing task was
    /// cancelled), for other nodes' when [`catch_up`](Self::catch_up) reads of them.
    ///
    /// It runs on any thread, must be quick and must not call the store. A key may be reported more than once.
    pub fn on_commit(&self, listener: impl Fn(&[ChangedKey]) + Send + Sync + 'static) {
        self.listeners.add(Event::Changed(Arc::new(listener)));
    }

    /// Calls `listener` when changes may have been missed: whatever was derived from the store must be dropped.
    pub fn on_reset(&self, listener: impl Fn() + Send + Sync + 'static) {
        self.listeners.add(Event::Reset(Box::new(listener)));
    }

    /// Reads the change feed from `after` on, once, up to `limit` commits, and calls the listeners with what it finds.
    ///
    /// Nodes that share a database call this in a loop with the version that it returned, at first with [`version`](Self::version) from before
    /// the first cache was filled. A node alone with its database has no need to.
    pub async fn catch_up(&self, after: Version, limit: usize) -> Result<CaughtUp, Error> {
        match self.backend.changes(after, limit).await? {
            Changes::Since(sets) => {
                for set in &sets {
                    self.listeners.changed(&set.keys);
                }
                let more = sets.len() >= limit.max(1);
                Ok(CaughtUp { version: sets.last().map_or(after, |set| set.version), more })
            }
            Changes::TooOld { latest } => {
                self.listeners.reset();
                Ok(CaughtUp { version: latest, more: false })
            }
        }
    }

    /// Makes every cache pass each lookup on to the store: for a node that has not been able to follow the feed for too long.
    pub fn pause_caches(&self) {
        self.listeners.paused.store(true, Ordering::SeqCst);
        self.listeners.reset();
    }

    /// Lets caches answer again. They start empty.
    pub fn resume_caches(&self) {
        self.listeners.reset();
        self.listeners.paused.store(false, Ordering::SeqCst);
    }

    /// Whether caches answer nothing: whoever derives something else from the store must not keep it meanwhile.
    pub fn caches_are_paused(&self) -> bool {
        self.listeners.paused.load(Ordering::SeqCst)
    }
}

/// What the body of [`Store::transact`] does with its transaction; made by [`scoped`].
///
/// It borrows the transaction for `'tx` and its surroundings for `'env`. A plain boxed future could not say that the second is the longer.
pub struct Scoped<'env, 'tx, T> {
    future: BoxFuture<'tx, T>,
    outlived_by: PhantomData<&'tx &'env ()>,
}

/// The body of [`Store::transact`].
pub fn scoped<'env, 'tx, T>(body: impl Future<Output = T> + Send + 'tx) -> Scoped<'env, 'tx, T> {
    Scoped { future: Box::pin(body), outlived_by: PhantomData }
}

/// How far [`Store::catch_up`] came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaughtUp {
    /// Everything up to here has been reported.
    pub version: Version,
    /// There may be more to read at once.
    pub more: bool,
}

#[derive(Default)]
struct Listeners {
    events: RwLock<Vec<Event>>,
    paused: AtomicBool,
}

enum Event {
    Changed(Listener),
    Reset(Box<dyn Fn() + Send + Sync>),
}

impl Listeners {
    fn add(&self, event: Event) {
        self.events.write().unwrap_or_else(PoisonError::into_inner).push(event);
    }

    fn changed(&self, keys: &[ChangedKey]) {
        for event in self.events.read().unwrap_or_else(PoisonError::into_inner).iter() {
            if let Event::Changed(listener) = event {
                listener(keys);
            }
        }
    }

    fn reset(&self) {
        for event in self.events.read().unwrap_or_else(PoisonError::into_inner).iter() {
            if let Event::Reset(listener) = event {
                listener();
            }
        }
    }
}
