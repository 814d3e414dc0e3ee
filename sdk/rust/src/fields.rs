//! Fields of records: JSON objects, DynamoDB items, SQL rows.
//!
//! Each field becomes a message of its own in the place of the field. All fields of a call share one data key, and their place (row and
//! field) stands inside the plaintext, not in the encryption context: otherwise each field would cost a KMS request.

mod dynamodb;
mod json;
mod number;
mod sql;

use std::collections::{BTreeMap, HashMap};

use aws_lc_rs::digest::{Context, SHA256};
use encryption_sdk_message::{EncryptionContext, Header};
use tenant_id::TenantId;

pub use self::dynamodb::AttributeValue;
pub use self::sql::SqlValue;
use crate::{BeaconKey, Error, TenantEncryption};

/// A kind of value that records hold, and how it holds a message.
pub trait FieldValue: Sized {
    /// The value with its type, as bytes: what is encrypted.
    fn encode(&self) -> Result<Vec<u8>, Error>;
    /// What beacons are made of: the same bytes for all values that are equal, however they are written.
    fn searched(&self) -> Result<Vec<u8>, Error>;
    /// The inverse of [`encode`](Self::encode); `None` for what it does not make.
    fn decode(bytes: &[u8]) -> Option<Self>;
    /// A value that holds a message.
    fn of_message(message: Vec<u8>) -> Self;
    /// The message that a value holds, if it can hold one.
    fn message(&self) -> Option<Vec<u8>>;
    /// A value that holds a beacon.
    fn of_beacon(beacon: String) -> Self;
}

/// Named values: a JSON object, an item, a row.
pub trait Record {
    /// What it holds.
    type Value: FieldValue;
    /// The value of a field, if it has one.
    fn field(&self, name: &str) -> Option<&Self::Value>;
    /// Sets the value of a field.
    fn set_field(&mut self, name: &str, value: Self::Value);
    /// Takes a field out, if it is there.
    fn remove_field(&mut self, name: &str);
}

impl<V: FieldValue> Record for BTreeMap<String, V> {
    type Value = V;

    fn field(&self, name: &str) -> Option<&V> {
        self.get(name)
    }

    fn set_field(&mut self, name: &str, value: V) {
        self.insert(name.to_owned(), value);
    }

    fn remove_field(&mut self, name: &str) {
        self.remove(name);
    }
}

impl<V: FieldValue> Record for HashMap<String, V> {
    type Value = V;

    fn field(&self, name: &str) -> Option<&V> {
        self.get(name)
    }

    fn set_field(&mut self, name: &str, value: V) {
        self.insert(name.to_owned(), value);
    }

    fn remove_field(&mut self, name: &str) {
        self.remove(name);
    }
}

/// Which fields are encrypted, and in which of them a search finds equal values.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    names: Vec<String>,
    searchable: Vec<Searchable>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Searchable {
    field: String,
    beacon: String,
    bits: u16,
}

impl Fields {
    /// These fields. A record may have others, and need not have all.
    pub fn new(names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { names: names.into_iter().map(Into::into).collect(), searchable: Vec::new() }
    }

    /// Adds the beacon of `field`, with `bits` bits, to records under the name `beacon`. It is made of the value before encryption, and needs the
    /// tenant's [`BeaconKey`]. Encryption adds the field `beacon`, and decryption with the same `Fields` takes it out again.
    ///
    /// `bits` are 1 to 256; some digits fewer than the logarithm of the number of different values blur what beacons tell. 32 fit values that are
    /// seldom alike.
    ///
    /// A field has one beacon, and is encrypted itself; a beacon has a name of its own: with other `Fields` every call is
    /// [`Error::InvalidInput`].
    #[must_use]
    pub fn searchable(mut self, field: impl Into<String>, beacon: impl Into<String>, bits: u16) -> Self {
        self.searchable.push(Searchable { field: field.into(), beacon: beacon.into(), bits });
        self
    }

    /// The beacon of a value in a searchable field, as hexadecimal digits: what the field's beacon is searched for. `value` has the type that
    /// records hold.
    ///
    /// Equal numbers have one beacon, however they are written (`1` and `1.0`), and so have equal sets. Texts are compared by their bytes:
    /// bring them to one case and one Unicode form first when they count as equal.
    pub fn beacon(&self, key: &BeaconKey, field: &str, value: &impl FieldValue) -> Result<String, Error> {
        self.check()?;
        let search = self.searchable.iter().find(|search| search.field == field).ok_or_else(|| {
            Error::invalid(format!("field `{field}` has no beacon: make it `searchable` first"))
        })?;
        key.beacon(field, value, search.bits)
    }

    /// Refuses what would lose data, or leave it in the clear.
    fn check(&self) -> Result<(), Error> {
        for (index, Searchable { field, beacon, .. }) in self.searchable.iter().enumerate() {
            let mut earlier = self.searchable.iter().take(index);
            let reason = if !self.names.contains(field) {
                format!(
                    "field `{field}` is searchable but not encrypted, and would stand beside its beacon: encrypt it, too"
                )
            } else if self.names.contains(beacon) {
                format!(
                    "`{beacon}` is an encrypted field and cannot hold a beacon, too: give the beacon another name"
                )
            } else if earlier.any(|other| other.beacon == *beacon || other.field == *field) {
                format!(
                    "field `{field}` or beacon `{beacon}` is there twice: give each field one beacon of its own"
                )
            } else {
                continue;
            };
            return Err(Error::invalid(reason));
        }
        Ok(())
    }
}

impl TenantEncryption {
    /// Encrypts fields of a record. `row` names the record among all of the tenant, for instance by table and primary key: a
    /// field opens only in the row and under the name that it was encrypted for.
    ///
    /// A field's type and value come back exactly. Which fields a record has, and the length of their values, stay visible. A record that has a
    /// field where a beacon belongs is [`Error::InvalidInput`].
    pub async fn encrypt_fields<R: Record>(
        &self,
        tenant: &TenantId,
        row: &str,
        mut record: R,
        fields: &Fields,
        beacon_key: Option<&BeaconKey>,
        context: &EncryptionContext,
    ) -> Result<R, Error> {
        self.encrypt_rows(tenant, &mut [(row.to_owned(), &mut record)], fields, beacon_key, context).await?;
        Ok(record)
    }

    /// Decrypts fields of a record in its row, and takes their beacons out.
    ///
    /// A field that is there and not encrypted is [`Error::Tampered`]: otherwise whoever can write the record could put anything in its place.
    pub async fn decrypt_fields<R: Record>(
        &self,
        tenant: &TenantId,
        row: &str,
        mut record: R,
        fields: &Fields,
        expected: &EncryptionContext,
    ) -> Result<R, Error> {
        self.decrypt_rows(tenant, &mut [(row.to_owned(), &mut record)], fields, expected).await?;
        Ok(record)
    }

    /// [`encrypt_fields`](Self::encrypt_fields) for many rows, in place, with one data key for all of them. After an error no row has changed.
    pub async fn encrypt_rows<R: Record>(
        &self,
        tenant: &TenantId,
        rows: &mut [(String, &mut R)],
        fields: &Fields,
        beacon_key: Option<&BeaconKey>,
        context: &EncryptionContext,
    ) -> Result<(), Error> {
        fields.check()?;
        let mut places = Vec::new();
        let mut plaintexts = Vec::new();
        let mut beacons = Vec::new();
        for (index, (row, record)) in rows.iter().enumerate() {
            for name in &fields.names {
                let Some(value) = record.field(name) else { continue };
                plaintexts.push([&place(row, name)[..], &value.encode()?].concat());
                places.push((index, name));
            }
            for search in &fields.searchable {
                if record.field(&search.beacon).is_some() {
                    return Err(Error::invalid(format!(
                        "the record has a field `{0}`, where the beacon of `{1}` belongs: give the beacon another name, or take an old one out, as `decrypt_fields` does",
                        search.beacon, search.field
                    )));
                }
                let Some(value) = record.field(&search.field) else { continue };
                let key = beacon_key.filter(|key| key.is_of(tenant)).ok_or_else(|| {
                    Error::invalid("searchable fields need the beacon key of their tenant: open it with `open_beacon_key`")
                })?;
                beacons.push((index, &search.beacon, key.beacon(&search.field, value, search.bits)?));
            }
        }
        let messages = self.encrypt_batch(tenant, &plaintexts, context).await?;
        for ((index, name), message) in places.into_iter().zip(messages) {
            if let Some((_, record)) = rows.get_mut(index) {
                record.set_field(name, R::Value::of_message(message));
            }
        }
        for (index, name, beacon) in beacons {
            if let Some((_, record)) = rows.get_mut(index) {
                record.set_field(name, R::Value::of_beacon(beacon));
            }
        }
        Ok(())
    }

    /// [`decrypt_fields`](Self::decrypt_fields) for many rows, in place: one KMS request for each data key. After an error no row has changed.
    pub async fn decrypt_rows<R: Record>(
        &self,
        tenant: &TenantId,
        rows: &mut [(String, &mut R)],
        fields: &Fields,
        expected: &EncryptionContext,
    ) -> Result<(), Error> {
        fields.check()?;
        let mut places = Vec::new();
        let mut messages = Vec::new();
        for (index, (row, record)) in rows.iter().enumerate() {
            for name in &fields.names {
                let Some(value) = record.field(name) else { continue };
                let message = value.message().filter(|message| matches!(Header::parse(message), Ok(Some(_))));
                messages.push(
                    message.ok_or_else(|| Error::tampered(format!("field `{name}` is not encrypted")))?,
                );
                places.push((index, name, place(row, name)));
            }
        }
        let plaintexts = self.decrypt_batch(tenant, &messages, expected).await?;
        let mut values = Vec::new();
        for ((index, name, place), plaintext) in places.into_iter().zip(plaintexts) {
            let moved =
                || Error::tampered(format!("field `{name}` was encrypted for another row, name or type"));
            let value = plaintext.strip_prefix(&place).and_then(R::Value::decode).ok_or_else(moved)?;
            values.push((index, name, value));
        }
        for (index, name, value) in values {
            if let Some((_, record)) = rows.get_mut(index) {
                record.set_field(name, value);
            }
        }
        for (_, record) in rows {
            for search in &fields.searchable {
                record.remove_field(&search.beacon);
            }
        }
        Ok(())
    }
}

/// Stands before the value in the plaintext: a version, and a digest of where the field belongs.
fn place(row: &str, field: &str) -> [u8; 33] {
    let mut digest = Context::new(&SHA256);
    for part in [row, field] {
        digest.update(&(part.len() as u64).to_be_bytes());
        digest.update(part.as_bytes());
    }
    let mut place = [1; 33];
    for (byte, of_digest) in place.iter_mut().skip(1).zip(digest.finish().as_ref()) {
        *byte = *of_digest;
    }
    place
}

#[cfg(test)]
mod tests;
