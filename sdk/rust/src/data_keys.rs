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
use tokio::sync::Mutex;

use crate::identity::Scope;
use crate::{DataKeyCache, Error};

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
    writing: Cache<Name<EncryptionContext>, Slot<ForWriting>>,
    reading: Cache<Name<Vec<u8>>, Slot<ForReading>>,
}

/// As with sessions, whoever holds the lock fetches.
type Slot<T> = Arc<Mutex<Option<T>>>;

struct ForWriting {
    materials: Arc<EncryptionMaterials>,
    made: SystemTime,
    messages: u64,
    bytes: u64,
}

struct ForReading {
    data_key: Arc<SecretArray<32>>,
    made: SystemTime,
}

impl DataKeys {
    pub(crate) fn new(limits: DataKeyCache) -> Self {
        let capacity = limits.capacity.max(1);
        Self { limits, writing: Cache::new(capacity), reading: Cache::new(capacity) }
    }

    /// Materials for `messages` more messages of `bytes` in all.
    pub(crate) async fn for_writing(
        &self,
        scope: &Scope,
        context: &EncryptionContext,
        (messages, bytes): (u64, u64),
        now: SystemTime,
        fetch: impl Future<Output = Result<EncryptionMaterials, Error>>,
    ) -> Result<Arc<EncryptionMaterials>, Error> {
        if messages > self.limits.max_messages || bytes > self.limits.max_bytes {
            return fetch.await.map(Arc::new);
        }
        let slot = slot(&self.writing, scope, context);
        let mut held = slot.lock().await;
        if let Some(key) = held.as_mut()
            && young(key.made, now, self.limits.max_age)
            && key.messages.saturating_add(messages) <= self.limits.max_messages
            && key.bytes.saturating_add(bytes) <= self.limits.max_bytes
        {
            key.messages += messages;
            key.bytes += bytes;
            return Ok(key.materials.clone());
        }
        *held = None;
        let materials = Arc::new(fetch.await?);
        *held = Some(ForWriting { materials: materials.clone(), made: now, messages, bytes });
        Ok(materials)
    }

    /// The data key of a message.
    pub(crate) async fn for_reading(
        &self,
        scope: &Scope,
        header: &Header,
        now: SystemTime,
        fetch: impl Future<Output = Result<SecretArray<32>, Error>>,
    ) -> Result<Arc<SecretArray<32>>, Error> {
        let slot = slot(&self.reading, scope, header.materials());
        let mut held = slot.lock().await;
        if let Some(key) = held.as_ref().filter(|key| young(key.made, now, self.limits.max_age)) {
            return Ok(key.data_key.clone());
        }
        *held = None;
        let data_key = Arc::new(fetch.await?);
        *held = Some(ForReading { data_key: data_key.clone(), made: now });
        Ok(data_key)
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
