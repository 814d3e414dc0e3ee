use std::collections::BTreeMap;

use crate::Error;
use crate::bytes::Reader;

/// The encryption context: not secret, but authenticated. Ordered by key, as messages hold it.
pub type EncryptionContext = BTreeMap<String, String>;

/// The key of the context under which a signed message holds the key that verifies it.
pub const PUBLIC_KEY: &str = "aws-crypto-public-key";

/// Appends the context with its length, as headers hold it.
pub(crate) fn write(context: &EncryptionContext, out: &mut Vec<u8>) -> Result<(), Error> {
    let mut pairs = Vec::new();
    if !context.is_empty() {
        pairs.extend(length(context.len())?);
    }
    for text in context.iter().flat_map(|(key, value)| [key, value]) {
        pairs.extend(length(text.len())?);
        pairs.extend(text.as_bytes());
    }
    out.extend(length(pairs.len())?);
    out.extend(pairs);
    Ok(())
}

/// A context as a header holds it, read but not taken apart.
#[derive(Clone, Copy)]
pub(crate) struct Pairs<'a>(&'a [u8]);

impl<'a> Pairs<'a> {
    /// Reads what [`write`] writes. Some SDKs write the keys in another order; what is authenticated are the header's bytes.
    pub(crate) fn read(reader: &mut Reader<'a>) -> Result<Self, Error> {
        let bytes = reader.prefixed()?;
        let (count, pairs) = match bytes {
            [] => (0, bytes),
            [first, second, pairs @ ..] if [*first, *second] != [0, 0] => {
                (u16::from_be_bytes([*first, *second]), pairs)
            }
            _ => return Err(WRONG_LENGTH),
        };
        let mut reader = Reader::complete(pairs);
        let mut last = None;
        let mut ascend = true;
        for _ in 0..count {
            let (key, _) = (text(&mut reader)?, text(&mut reader)?);
            ascend &= last.replace(key).is_none_or(|last| last < key);
        }
        if !reader.is_empty() {
            return Err(WRONG_LENGTH);
        }
        let pairs = Self(pairs);
        if !ascend && pairs.to_context().len() < usize::from(count) {
            return Err(Error::Malformed("the encryption context has a key twice"));
        }
        Ok(pairs)
    }

    /// What was read before, without its length and count.
    pub(crate) fn of_read(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) fn as_bytes(self) -> &'a [u8] {
        self.0
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut reader = Reader::complete(self.0);
        // Reading ends at the end, since `read` has been through.
        std::iter::from_fn(move || Some((text(&mut reader).ok()?, text(&mut reader).ok()?)))
    }

    pub(crate) fn to_context(self) -> EncryptionContext {
        self.iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
    }
}

const WRONG_LENGTH: Error = Error::Malformed("the encryption context has the wrong length");

fn text<'a>(reader: &mut Reader<'a>) -> Result<&'a str, Error> {
    std::str::from_utf8(reader.prefixed()?)
        .map_err(|_| Error::Malformed("the encryption context is not UTF-8"))
}

fn length(length: usize) -> Result<[u8; 2], Error> {
    u16::try_from(length).map(u16::to_be_bytes).map_err(|_| Error::ContextTooLong)
}
