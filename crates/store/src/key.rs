//! Keys: tuples of parts, written so that their byte order is the order of the tuples.

use std::borrow::Cow;
use std::sync::Arc;

use arn::{AccountId, Region};
use clock::Timestamp;

use crate::backend::KeyRange;

/// The longest key in bytes, index entries included, so that every backend can index it.
pub const MAX_KEY_LENGTH: usize = 2048;

/// Values that can be written into a key, one after the other: texts, numbers, and tuples of them.
///
/// Implement it for a type of your own by calling the builder's methods for its parts.
pub trait KeyParts: Send + Sync {
    /// Writes the parts.
    fn append_to(&self, key: &mut KeyBuilder);
}

/// A record's key in its byte form.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyBytes(Vec<u8>);

impl KeyBytes {
    /// The key made of `parts`: `KeyBytes::of(&(account, "name", 7_u64))`.
    pub fn of(parts: &(impl KeyParts + ?Sized)) -> Self {
        let mut builder = KeyBuilder::new();
        parts.append_to(&mut builder);
        builder.finish()
    }

    /// A key that was encoded before, as [`ChangedKey::of_record`](crate::ChangedKey::of_record) returns it.
    pub fn from_encoded(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// As the last part of a prefix: every text that starts with this. Anywhere else, and in a whole key, it is the text itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StartsWith<'a>(pub &'a str);

/// Writes the parts of a key.
///
/// Each part is a tag and a value. Texts and byte strings end with 00, and a 00 inside them is written as 00 FF; a tag is never
/// FF, so no part is the beginning of another, and order is kept.
#[derive(Debug, Default)]
pub struct KeyBuilder {
    bytes: Vec<u8>,
    /// The last text has no end mark yet.
    open: bool,
}

const END: u8 = 0x00;
const ESCAPED: u8 = 0xFF;
const BYTES: u8 = 0x01;
const TEXT: u8 = 0x02;
const NUMBER: u8 = 0x03;
const SIGNED: u8 = 0x04;

impl KeyBuilder {
    /// A key without parts.
    pub fn new() -> Self {
        Self { bytes: Vec::with_capacity(96), open: false }
    }

    /// Adds a text; ordered by its UTF-8 bytes.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.escaped(TEXT, text.as_bytes());
        self.close();
        self
    }

    /// Adds a byte string.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.escaped(BYTES, bytes);
        self.close();
        self
    }

    /// Adds an unsigned number.
    pub fn number(&mut self, number: u64) -> &mut Self {
        self.fixed(NUMBER, number)
    }

    /// Adds a signed number; negative ones come first.
    pub fn signed(&mut self, number: i64) -> &mut Self {
        self.fixed(SIGNED, number.cast_unsigned() ^ (1 << 63))
    }

    /// Adds the beginning of a text; see [`StartsWith`].
    pub fn starts_with(&mut self, text: &str) -> &mut Self {
        self.escaped(TEXT, text.as_bytes());
        self
    }

    /// The whole key.
    pub fn finish(mut self) -> KeyBytes {
        self.close();
        KeyBytes(self.bytes)
    }

    /// All keys in `space` whose first parts are these.
    pub(crate) fn into_range(self, space: &[u8]) -> KeyRange {
        let prefix = [space, &self.bytes].concat();
        if self.open {
            return KeyRange::starting_with(&prefix);
        }
        // What follows a whole part is a tag. Without this bound, the prefix ("a",) would also cover the text "a\0".
        let end = [prefix.as_slice(), &[ESCAPED]].concat();
        KeyRange { start: prefix, end: Some(end) }
    }

    fn escaped(&mut self, tag: u8, bytes: &[u8]) {
        self.close();
        self.bytes.push(tag);
        for &byte in bytes {
            self.bytes.push(byte);
            if byte == END {
                self.bytes.push(ESCAPED);
            }
        }
        self.open = true;
    }

    fn fixed(&mut self, tag: u8, number: u64) -> &mut Self {
        self.close();
        self.bytes.push(tag);
        self.bytes.extend_from_slice(&number.to_be_bytes());
        self
    }

    fn close(&mut self) {
        if self.open {
            self.bytes.push(END);
            self.open = false;
        }
    }
}

/// What all keys of records of `kind` start with.
pub(crate) fn record_space(kind: &str) -> Vec<u8> {
    space(b'r', &[kind])
}

/// What all entries of the index `name` of `kind` start with.
pub(crate) fn index_space(kind: &str, name: &str) -> Vec<u8> {
    space(b'i', &[kind, name])
}

/// The entry of an index: its value, then for an index that is not unique the key of the record.
pub(crate) fn index_entry(space: &[u8], value: KeyBuilder, record: Option<&KeyBytes>) -> Vec<u8> {
    let record = record.map(KeyBytes::as_bytes).unwrap_or_default();
    // The 00 keeps the value ("a", "b") of record "c" apart from the value ("a") of record ("b", "c").
    [space, value.finish().as_bytes(), &[END], record].concat()
}

/// The first key after all keys that start with `prefix`; `None` when there is none.
pub(crate) fn successor_of_prefix(prefix: &[u8]) -> Option<Vec<u8>> {
    let kept = prefix.iter().rposition(|&byte| byte != 0xFF)?;
    let mut end: Vec<u8> = prefix.iter().take(kept + 1).copied().collect();
    *end.last_mut()? += 1;
    Some(end)
}

/// The first key after `key`.
pub(crate) fn successor_of_key(key: &[u8]) -> Vec<u8> {
    [key, &[0]].concat()
}

fn space(tag: u8, names: &[&str]) -> Vec<u8> {
    let mut builder = KeyBuilder::new();
    builder.bytes.push(tag);
    for name in names {
        builder.text(name);
    }
    builder.finish().0
}

macro_rules! parts {
    ($($type:ty => |$value:ident, $key:ident| $write:expr;)+) => {$(
        impl KeyParts for $type {
            fn append_to(&self, $key: &mut KeyBuilder) {
                let $value = self;
                $write;
            }
        }
    )+};
}

parts! {
    str => |text, key| key.text(text);
    String => |text, key| key.text(text);
    Box<str> => |text, key| key.text(text);
    Arc<str> => |text, key| key.text(text);
    Cow<'_, str> => |text, key| key.text(text);
    StartsWith<'_> => |text, key| key.starts_with(text.0);
    AccountId => |account, key| key.text(account.as_str());
    Region => |region, key| key.text(region.as_str());
    [u8] => |bytes, key| key.bytes(bytes);
    Vec<u8> => |bytes, key| key.bytes(bytes);
    u64 => |number, key| key.number(*number);
    u32 => |number, key| key.number(u64::from(*number));
    u16 => |number, key| key.number(u64::from(*number));
    i64 => |number, key| key.signed(*number);
    Timestamp => |at, key| key.signed(at.millis());
}

impl KeyParts for () {
    fn append_to(&self, _key: &mut KeyBuilder) {}
}

impl<T: KeyParts + ?Sized> KeyParts for &T {
    fn append_to(&self, key: &mut KeyBuilder) {
        (**self).append_to(key);
    }
}

impl<const N: usize> KeyParts for [u8; N] {
    fn append_to(&self, key: &mut KeyBuilder) {
        key.bytes(self);
    }
}

macro_rules! tuples {
    ($(($($name:ident)+))+) => {$(
        impl<$($name: KeyParts),+> KeyParts for ($($name,)+) {
            #[allow(non_snake_case, reason = "the tuple's type parameters name its fields here")]
            fn append_to(&self, key: &mut KeyBuilder) {
                let ($($name,)+) = self;
                $($name.append_to(key);)+
            }
        }
    )+};
}

tuples! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }
