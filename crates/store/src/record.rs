use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::Error;
use crate::key::{self, KeyBuilder, KeyBytes, KeyParts, MAX_KEY_LENGTH};

/// A type whose values are kept in the store.
pub trait Record: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The type's name on disk: unique among all record types, never changed.
    const KIND: &'static str;

    /// The version of the JSON form, stored with each record. Count it up when older programs must not read it any longer, or when
    /// [`migrate`](Self::migrate) is needed.
    const VERSION: u16 = 1;

    /// What identifies a record among its kind.
    type Key: Clone + Send + Sync + 'static;

    /// The record's key.
    fn key(&self) -> Self::Key;

    /// The key's byte form: `KeyBytes::of(key)` when it is made of texts and numbers. Listings come in its order.
    fn encode_key(key: &Self::Key) -> KeyBytes;

    /// The index entries under which the record can be listed. They depend on the record alone.
    fn indexes(&self, out: &mut Indexes) {
        let _ = out;
    }

    /// Brings the JSON form that was stored in version `from`, older than `VERSION`, up to date.
    ///
    /// An error says why it cannot be done; it must not repeat the stored values.
    fn migrate(from: u16, stored: Value) -> Result<Value, String> {
        let _ = stored;
        Err(format!("there is no migration from version {from} of {}", Self::KIND))
    }
}

/// Collects the index entries of one record.
#[derive(Debug)]
pub struct Indexes {
    kind: &'static str,
    record: KeyBytes,
    entries: BTreeMap<Vec<u8>, Unique>,
}

/// The index's name, if its values belong to one record each.
pub(crate) type Unique = Option<&'static str>;

impl Indexes {
    /// Lists the record under `value` in the index `name`. Many records may share a value, and a record may have many values.
    pub fn add(&mut self, name: &'static str, value: impl KeyParts) {
        let entry = key::index_entry(&key::index_space(self.kind, name), built(&value), Some(&self.record));
        self.entries.insert(entry, None);
    }

    /// Like [`add`](Self::add), but only one record at a time can have the value. A name is used with either `add` or `unique`.
    pub fn unique(&mut self, name: &'static str, value: impl KeyParts) {
        let entry = key::index_entry(&key::index_space(self.kind, name), built(&value), None);
        self.entries.insert(entry, Some(name));
    }

    pub(crate) fn of<R: Record>(record: &R, key: &KeyBytes) -> BTreeMap<Vec<u8>, Unique> {
        let mut indexes = Self { kind: R::KIND, record: key.clone(), entries: BTreeMap::new() };
        record.indexes(&mut indexes);
        indexes.entries
    }
}

pub(crate) fn built(parts: &impl KeyParts) -> KeyBuilder {
    let mut builder = KeyBuilder::new();
    parts.append_to(&mut builder);
    builder
}

/// Where the record with `key` is stored.
pub(crate) fn entry_of<R: Record>(key: &KeyBytes) -> Vec<u8> {
    [key::record_space(R::KIND).as_slice(), key.as_bytes()].concat()
}

pub(crate) fn check_length<R: Record>(entry: &[u8]) -> Result<(), Error> {
    if entry.len() <= MAX_KEY_LENGTH {
        return Ok(());
    }
    let why = format!("its key or an index entry has {} bytes, the limit is {MAX_KEY_LENGTH}", entry.len());
    Err(Error::Unstorable { kind: R::KIND, why })
}

#[derive(Serialize)]
struct Written<'a, R> {
    v: u16,
    r: &'a R,
}

#[derive(Deserialize)]
struct Stored<'a> {
    v: u64,
    #[serde(borrow)]
    r: &'a RawValue,
}

pub(crate) fn to_json<R: Record>(record: &R) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(&Written { v: R::VERSION, r: record })
        .map_err(|error| Error::Unstorable { kind: R::KIND, why: error.to_string() })
}

pub(crate) fn from_json<R: Record>(entry: &[u8], json: &[u8]) -> Result<R, Error> {
    // serde_json's own texts can repeat values, which do not belong into logs.
    let damaged = |error: serde_json::Error| {
        Error::corrupt(entry, format!("its JSON does not fit the record at column {}", error.column()))
    };
    let stored: Stored<'_> = serde_json::from_slice(json).map_err(damaged)?;
    match u16::try_from(stored.v) {
        Ok(version) if version == R::VERSION => serde_json::from_str(stored.r.get()).map_err(damaged),
        Ok(version) if version < R::VERSION => {
            let old = serde_json::from_str(stored.r.get()).map_err(damaged)?;
            let new = R::migrate(version, old).map_err(|why| Error::corrupt(entry, why))?;
            serde_json::from_value(new).map_err(damaged)
        }
        _ => Err(Error::TooNew { kind: R::KIND, found: stored.v, known: R::VERSION }),
    }
}
