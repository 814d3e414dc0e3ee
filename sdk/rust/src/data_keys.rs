//! Data keys that are used more than once.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_lc_rs::digest::{Context, SHA256};
use encryption_sdk_message::{EncryptionContext, EncryptionMaterials, Header};
use quick_cache::sync::Cache;
use secret::SecretArray;
use tokio::sync::Mutex;

use crate::identity::Scope;
use crate::{DataKeyCache, Error};

/// What names a data key in a cache: tenant, identity, context, and for reading the encrypted data keys. The role is the same for a whole
/// client.
pub(crate) type Name = [u8; 32];

pub(crate) fn name_for_writing(scope: &Scope, context: &EncryptionContext) -> Name {
    Digest::of(scope, context).finish()
}

pub(crate) fn name_for_reading(scope: &Scope, header: &Header) -> Name {
    let mut digest = Digest::of(scope, header.context());
    for key in header.encrypted_data_keys() {
        digest.add(key.provider_id.as_bytes());
        digest.add(&key.provider_info);
        digest.add(&key.ciphertext);
    }
    digest.finish()
}

/// The caches of a client, bounded; what leaves them is wiped.
pub(crate) struct DataKeys {
    limits: DataKeyCache,
    writing: Cache<Name, Slot<ForWriting>>,
    reading: Cache<Name, Slot<ForReading>>,
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
        name: Name,
        (messages, bytes): (u64, u64),
        now: SystemTime,
        fetch: impl Future<Output = Result<EncryptionMaterials, Error>>,
    ) -> Result<Arc<EncryptionMaterials>, Error> {
        if messages > self.limits.max_messages || bytes > self.limits.max_bytes {
            return fetch.await.map(Arc::new);
        }
        let slot = slot(&self.writing, &name);
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
        name: Name,
        now: SystemTime,
        fetch: impl Future<Output = Result<SecretArray<32>, Error>>,
    ) -> Result<Arc<SecretArray<32>>, Error> {
        let slot = slot(&self.reading, &name);
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

fn slot<T>(cache: &Cache<Name, Slot<T>>, name: &Name) -> Slot<T> {
    let made: Result<Slot<T>, std::convert::Infallible> =
        cache.get_or_insert_with(name, || Ok(Arc::new(Mutex::new(None))));
    made.unwrap_or_else(|never| match never {})
}

/// A key from the future, after a clock was set back, counts as old.
fn young(made: SystemTime, now: SystemTime, max_age: Duration) -> bool {
    now.duration_since(made).is_ok_and(|age| age < max_age)
}

struct Digest(Context);

impl Digest {
    fn of(scope: &Scope, context: &EncryptionContext) -> Self {
        let mut digest = Self(Context::new(&SHA256));
        digest.add(scope.tenant.as_str().as_bytes());
        digest.add(&scope.identity.digest());
        digest.0.update(&(context.len() as u64).to_be_bytes());
        for (key, value) in context {
            digest.add(key.as_bytes());
            digest.add(value.as_bytes());
        }
        digest
    }

    fn add(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }

    fn finish(self) -> Name {
        let mut name = [0; 32];
        name.copy_from_slice(self.0.finish().as_ref());
        name
    }
}
