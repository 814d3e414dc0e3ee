use std::num::NonZeroU32;
use std::ops::Range;

use crate::bytes::Reader;
use crate::context::Pairs;
use crate::{EncryptionContext, Error, Suite};

/// The most encrypted data keys that a message may have.
pub const MAX_ENCRYPTED_DATA_KEYS: usize = 32;

/// Version 2 of the message format.
pub(crate) const VERSION: u8 = 2;
pub(crate) const NON_FRAMED: u8 = 1;
pub(crate) const FRAMED: u8 = 2;

/// A data key that a key provider has encrypted, for instance KMS.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EncryptedDataKey {
    /// `aws-kms` for a key of KMS.
    pub provider_id: String,
    /// Which key of the provider: for KMS the key's ARN.
    pub provider_info: Vec<u8>,
    /// What the provider made of the data key.
    pub ciphertext: Vec<u8>,
}

/// The header of a message, as it was read: nothing in it is authentic before [`open`](Self::open) or [`decrypt`](Self::decrypt).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub(crate) suite: Suite,
    pub(crate) message_id: [u8; 32],
    /// `None` for a body without frames.
    pub(crate) frame_length: Option<NonZeroU32>,
    pub(crate) commitment: [u8; 32],
    /// The header's bytes without its tag.
    pub(crate) body: Vec<u8>,
    pub(crate) tag: [u8; 16],
    /// Where `body` has the context's pairs, and the encrypted data keys behind their number.
    context: Range<usize>,
    data_keys: Range<usize>,
}

impl Header {
    /// Reads the header at the start of `input`, and says how many bytes it takes. `None` when more bytes are needed.
    pub fn parse(input: &[u8]) -> Result<Option<(Self, usize)>, Error> {
        match Self::read(input) {
            Ok(read) => Ok(Some(read)),
            Err(Error::Truncated) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The algorithm suite.
    pub fn suite(&self) -> Suite {
        self.suite
    }

    /// The encryption context.
    pub fn context(&self) -> EncryptionContext {
        self.pairs().to_context()
    }

    /// The value that the encryption context has for a key.
    pub fn context_value(&self, key: &str) -> Option<&str> {
        self.pairs().iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// The data key, encrypted by 1 to [`MAX_ENCRYPTED_DATA_KEYS`] keys.
    pub fn encrypted_data_keys(&self) -> Vec<EncryptedDataKey> {
        let mut reader = Reader::complete(self.body.get(self.data_keys.clone()).unwrap_or_default());
        // Reading ends at the end, since `read` has been through.
        std::iter::from_fn(|| read_data_key(&mut reader).ok())
            .map(|[id, info, ciphertext]| EncryptedDataKey {
                provider_id: String::from_utf8_lossy(id).into_owned(),
                provider_info: info.to_vec(),
                ciphertext: ciphertext.to_vec(),
            })
            .collect()
    }

    /// The bytes that hold the encryption context and the encrypted data keys. Messages that agree in them have the same data key.
    pub fn materials(&self) -> &[u8] {
        self.body.get(self.context.start..self.data_keys.end).unwrap_or_default()
    }

    fn pairs(&self) -> Pairs<'_> {
        Pairs::of_read(self.body.get(self.context.clone()).unwrap_or_default())
    }

    fn read(input: &[u8]) -> Result<(Self, usize), Error> {
        let mut reader = Reader::beginning(input);
        let version = reader.u8()?;
        if version != VERSION {
            return Err(Error::UnsupportedVersion(version));
        }
        let suite = reader.u16()?;
        let suite = Suite::of_id(suite).ok_or(Error::UnsupportedSuite(suite))?;
        let message_id = reader.array()?;
        let at = |reader: &Reader<'_>| input.len() - reader.rest().len();
        let pairs = Pairs::read(&mut reader)?;
        let context = at(&reader) - pairs.as_bytes().len()..at(&reader);
        let count = usize::from(reader.u16()?);
        if count == 0 || count > MAX_ENCRYPTED_DATA_KEYS {
            return Err(Error::DataKeyCount(count));
        }
        let first = at(&reader);
        for _ in 0..count {
            let [provider_id, ..] = read_data_key(&mut reader)?;
            std::str::from_utf8(provider_id)
                .map_err(|_| Error::Malformed("the name of a key provider is not UTF-8"))?;
        }
        let data_keys = first..at(&reader);
        let content_type = reader.u8()?;
        let frame_length = NonZeroU32::new(reader.u32()?);
        if !matches!((content_type, frame_length), (FRAMED, Some(_)) | (NON_FRAMED, None)) {
            return Err(Error::Malformed("content type and frame length do not fit together"));
        }
        let commitment = reader.array()?;
        let body = input.get(..at(&reader)).unwrap_or_default().to_vec();
        let tag = reader.array()?;
        let length = at(&reader);
        let header = Self { suite, message_id, frame_length, commitment, body, tag, context, data_keys };
        Ok((header, length))
    }
}

/// The provider's name, what it calls the key, and the encrypted data key.
fn read_data_key<'a>(reader: &mut Reader<'a>) -> Result<[&'a [u8]; 3], Error> {
    Ok([reader.prefixed()?, reader.prefixed()?, reader.prefixed()?])
}

pub(crate) fn write_data_keys(keys: &[EncryptedDataKey], out: &mut Vec<u8>) -> Result<(), Error> {
    if keys.is_empty() || keys.len() > MAX_ENCRYPTED_DATA_KEYS {
        return Err(Error::DataKeyCount(keys.len()));
    }
    let length =
        |length: usize| u16::try_from(length).map(u16::to_be_bytes).map_err(|_| Error::DataKeyTooLong);
    out.extend(length(keys.len())?);
    for key in keys {
        for part in [key.provider_id.as_bytes(), &key.provider_info, &key.ciphertext] {
            out.extend(length(part.len())?);
            out.extend(part);
        }
    }
    Ok(())
}
