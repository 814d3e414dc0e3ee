//! Data keys that are used more than once.

use std::borrow::Borrow;
use std::hash::Hash;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use encryption_sdk_message::{EncryptionContext, EncryptionMaterials, Header};
use quick_cache::Equivalent;
use quick_cache::sync::Cache;
use secret::SecretArray;
use tenant_id::TenantId;
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::DataKeyCache;
use crate::identity::Scope;

/// What names a data key in a cache: tenant, identity, and the caller's context, or for reading what the header holds of context and encrypted
/// data keys. Role and service are the same for a whole client.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Name<T> {
    tenant: TenantId,
    identity: [u8; 32],
    of: T,
}

/// The same for looking it up.
#[derive(Hash)]
struct NameRef<'a, T: ?Sized> {
    tenant: &'a TenantId,
    identity: [u8; 32],
    of: &'a T,
}

impl<T: Borrow<B>, B: ?Sized + Eq> Equivalent<Name<T>> for NameRef<'_, B> {
    fn equivalent(&self, name: &Name<T>) -> bool {
        *self.tenant == name.tenant && self.identity == name.identity && self.of == name.of.borrow()
    }
}

/// The caches of a client, bounded; what leaves them is wiped.
pub(crate) struct DataKeys {
    limits: DataKeyCache,
    writing: Cache<Name<EncryptionContext>, Slot<Arc<EncryptionMaterials>>>,
    reading: Cache<Name<Vec<u8>>, Slot<Arc<SecretArray<32>>>>,
}

/// As with sessions, whoever holds the lock fetches.
type Slot<T> = Arc<Mutex<Option<Kept<T>>>>;

/// A key, since when, and what was encrypted with it.
struct Kept<T> {
    made: SystemTime,
    messages: u64,
    bytes: u64,
    key: T,
}

impl DataKeys {
    pub(crate) fn new(limits: DataKeyCache) -> Self {
        Self { writing: Cache::new(limits.capacity), reading: Cache::new(limits.capacity), limits }
    }

    /// Materials for `messages` more messages of `bytes` in all; `None` when they are too much for any one data key.
    pub(crate) async fn for_writing(
        &self,
        scope: &Scope,
        context: &EncryptionContext,
        (messages, bytes): (u64, u64),
        now: SystemTime,
    ) -> Option<Found<Arc<EncryptionMaterials>>> {
        let limits = &self.limits;
        if messages > limits.max_messages || bytes > limits.max_bytes {
            return None;
        }
        let mut held = slot(&self.writing, scope, context).lock_owned().await;
        let kept = held.as_mut().filter(|key| young(key.made, now, limits.max_age)).and_then(|key| {
            key.messages = key.messages.checked_add(messages).filter(|sum| *sum <= limits.max_messages)?;
            key.bytes = key.bytes.checked_add(bytes).filter(|sum| *sum <= limits.max_bytes)?;
            Some(key.key.clone())
        });
        Some(Found::new(held, kept, Kept { made: now, messages, bytes, key: () }))
    }

    /// The data key of a message.
    pub(crate) async fn for_reading(
        &self,
        scope: &Scope,
        header: &Header,
        now: SystemTime,
    ) -> Found<Arc<SecretArray<32>>> {
        let held = slot(&self.reading, scope, header.materials()).lock_owned().await;
        let kept = held.as_ref().filter(|key| young(key.made, now, self.limits.max_age));
        let kept = kept.map(|key| key.key.clone());
        Found::new(held, kept, Kept { made: now, messages: 0, bytes: 0, key: () })
    }
}

/// What a cache has.
pub(crate) enum Found<T> {
    Kept(T),
    /// Nothing: others wait until this place is filled or dropped.
    Missing(Place<T>),
}

impl<T: Clone> Found<T> {
    fn new(mut held: OwnedMutexGuard<Option<Kept<T>>>, kept: Option<T>, load: Kept<()>) -> Self {
        kept.map_or_else(
            || {
                *held = None;
                Self::Missing(Place { held, load })
            },
            Self::Kept,
        )
    }
}

/// A place in a cache, reserved for whoever fetches.
pub(crate) struct Place<T> {
    held: OwnedMutexGuard<Option<Kept<T>>>,
    load: Kept<()>,
}

impl<T: Clone> Place<T> {
    /// Keeps what was fetched.
    pub(crate) fn keep(mut self, key: T) -> T {
        let Kept { made, messages, bytes, key: () } = self.load;
        *self.held = Some(Kept { made, messages, bytes, key: key.clone() });
        key
    }
}

fn slot<T, B>(cache: &Cache<Name<B::Owned>, Slot<T>>, scope: &Scope, of: &B) -> Slot<T>
where
    B: Hash + Eq + ToOwned + ?Sized,
    B::Owned: Hash + Eq + Clone,
{
    let identity = scope.identity.digest();
    if let Some(slot) = cache.get(&NameRef { tenant: &scope.tenant, identity, of }) {
        return slot;
    }
    let name = Name { tenant: scope.tenant.clone(), identity, of: of.to_owned() };
    let made: Result<Slot<T>, std::convert::Infallible> =
        cache.get_or_insert_with(&name, || Ok(Arc::new(Mutex::new(None))));
    made.unwrap_or_else(|never| match never {})
}

/// A key from the future, after a clock was set back, counts as old.
fn young(made: SystemTime, now: SystemTime, max_age: Duration) -> bool {
    now.duration_since(made).is_ok_and(|age| age < max_age)
}
