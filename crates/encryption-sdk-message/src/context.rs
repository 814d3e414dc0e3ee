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

/// Reads what [`write`] writes. Some SDKs write the keys in another order; what is authenticated are the header's bytes.
pub(crate) fn read(reader: &mut Reader<'_>) -> Result<EncryptionContext, Error> {
    let pairs = reader.prefixed()?;
    let mut context = EncryptionContext::new();
    if pairs.is_empty() {
        return Ok(context);
    }
    let mut reader = Reader::complete(pairs);
    let count = reader.u16()?;
    for _ in 0..count {
        let (key, value) = (text(&mut reader)?, text(&mut reader)?);
        if context.insert(key, value).is_some() {
            return Err(Error::Malformed("the encryption context has a key twice"));
        }
    }
    if count == 0 || !reader.is_empty() {
        return Err(Error::Malformed("the encryption context has the wrong length"));
    }
    Ok(context)
}

fn text(reader: &mut Reader<'_>) -> Result<String, Error> {
    let bytes = reader.prefixed()?;
    String::from_utf8(bytes.to_vec()).map_err(|_| Error::Malformed("the encryption context is not UTF-8"))
}

fn length(length: usize) -> Result<[u8; 2], Error> {
    u16::try_from(length).map(u16::to_be_bytes).map_err(|_| Error::ContextTooLong)
}
