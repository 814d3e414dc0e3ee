//! Reading CBOR (RFC 8949) as attestation documents use it, and no other.
//!
//! Lengths and integers must have their shortest form, byte and text strings come in one piece, and what comes in pairs is
//! checked for duplicates by the caller. Maps and arrays may have an indefinite length: some platforms write them so.
//! Nothing here recurses or allocates, so input can neither exhaust the stack nor the memory.

use crate::Error;

const UNSIGNED: u8 = 0;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;
const TAG: u8 = 6;

const INDEFINITE: u8 = 31;
const NULL: u8 = 0xf6;
const BREAK: u8 = 0xff;

/// What is left to read.
pub(crate) struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn unsigned(&mut self, otherwise: &'static str) -> Result<u64, Error> {
        self.head(UNSIGNED).ok_or(Error::Malformed(otherwise))
    }

    pub(crate) fn bytes(&mut self, otherwise: &'static str) -> Result<&'a [u8], Error> {
        self.string(BYTES).ok_or(Error::Malformed(otherwise))
    }

    pub(crate) fn text(&mut self, otherwise: &'static str) -> Result<&'a str, Error> {
        self.string(TEXT).and_then(|text| std::str::from_utf8(text).ok()).ok_or(Error::Malformed(otherwise))
    }

    /// Steps into an array.
    pub(crate) fn array(&mut self, otherwise: &'static str) -> Result<Items, Error> {
        self.items(ARRAY).ok_or(Error::Malformed(otherwise))
    }

    /// Steps into a map. Each of its items is a key and a value.
    pub(crate) fn map(&mut self, otherwise: &'static str) -> Result<Items, Error> {
        self.items(MAP).ok_or(Error::Malformed(otherwise))
    }

    /// Takes this tag, if it is next.
    pub(crate) fn skip_tag(&mut self, tag: u64) {
        let mut ahead = Self(self.0);
        if ahead.head(TAG) == Some(tag) {
            *self = ahead;
        }
    }

    /// Takes a null, if it is next.
    pub(crate) fn skip_null(&mut self) -> bool {
        self.skip_byte(NULL)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn items(&mut self, major: u8) -> Option<Items> {
        if self.skip_byte(major << 5 | INDEFINITE) {
            return Some(Items { left: None });
        }
        self.head(major).map(|count| Items { left: Some(count) })
    }

    fn string(&mut self, major: u8) -> Option<&'a [u8]> {
        let length = self.head(major)?;
        self.take(usize::try_from(length).ok()?)
    }

    /// The argument of an item of this major type, in its shortest form.
    fn head(&mut self, major: u8) -> Option<u64> {
        let (&initial, rest) = self.0.split_first()?;
        if initial >> 5 != major {
            return None;
        }
        let mut ahead = Self(rest);
        let (argument, least) = match initial & 31 {
            small @ 0..=23 => (u64::from(small), 0),
            24 => (ahead.argument(1)?, 24),
            25 => (ahead.argument(2)?, 1 << 8),
            26 => (ahead.argument(4)?, 1 << 16),
            27 => (ahead.argument(8)?, 1 << 32),
            _ => return None,
        };
        if argument < least {
            return None;
        }
        *self = ahead;
        Some(argument)
    }

    fn argument(&mut self, size: usize) -> Option<u64> {
        Some(self.take(size)?.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)))
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn skip_byte(&mut self, byte: u8) -> bool {
        match self.0.split_first() {
            Some((first, rest)) if *first == byte => {
                self.0 = rest;
                true
            }
            _ => false,
        }
    }
}

/// The items of an array or map that are still to come.
pub(crate) struct Items {
    /// `None` when only a break ends them.
    left: Option<u64>,
}

impl Items {
    /// Whether another item follows. Each `true` must be answered by reading one item.
    pub(crate) fn next(&mut self, reader: &mut Reader<'_>) -> bool {
        match &mut self.left {
            Some(0) => false,
            Some(left) => {
                *left -= 1;
                true
            }
            None => !reader.skip_byte(BREAK),
        }
    }
}

/// A byte string, for the structure that is signed.
pub(crate) fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_head(out, BYTES, bytes.len());
    out.extend_from_slice(bytes);
}

fn write_head(out: &mut Vec<u8>, major: u8, argument: usize) {
    let major = major << 5;
    let bytes = (argument as u64).to_be_bytes();
    match argument {
        0..=23 => out.push(major | bytes[7]),
        24..=0xff => out.extend_from_slice(&[major | 24, bytes[7]]),
        0x100..=0xffff => out.extend_from_slice(&[major | 25, bytes[6], bytes[7]]),
        0x1_0000..=0xffff_ffff => {
            out.push(major | 26);
            out.extend_from_slice(&bytes[4..]);
        }
        _ => {
            out.push(major | 27);
            out.extend_from_slice(&bytes);
        }
    }
}
