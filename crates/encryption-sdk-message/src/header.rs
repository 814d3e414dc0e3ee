use std::num::NonZeroU32;

use crate::bytes::Reader;
use crate::{EncryptionContext, Error, Suite, context};

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

/// The header of a message, as it was read: nothing in it is authentic before [`open`](Self::open).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub(crate) suite: Suite,
    pub(crate) message_id: [u8; 32],
    pub(crate) context: EncryptionContext,
    pub(crate) encrypted_data_keys: Vec<EncryptedDataKey>,
    /// `None` for a body without frames.
    pub(crate) frame_length: Option<NonZeroU32>,
    pub(crate) commitment: [u8; 32],
    /// The header's bytes without its tag.
    pub(crate) body: Vec<u8>,
    pub(crate) tag: [u8; 16],
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
    pub fn context(&self) -> &EncryptionContext {
        &self.context
    }

    /// The data key, encrypted by 1 to [`MAX_ENCRYPTED_DATA_KEYS`] keys.
    pub fn encrypted_data_keys(&self) -> &[EncryptedDataKey] {
        &self.encrypted_data_keys
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
        let context = context::read(&mut reader)?;
        let encrypted_data_keys = read_data_keys(&mut reader)?;
        let content_type = reader.u8()?;
        let frame_length = NonZeroU32::new(reader.u32()?);
        if !matches!((content_type, frame_length), (FRAMED, Some(_)) | (NON_FRAMED, None)) {
            return Err(Error::Malformed("content type and frame length do not fit together"));
        }
        let commitment = reader.array()?;
        let body = input.strip_suffix(reader.rest()).unwrap_or_default().to_vec();
        let tag = reader.array()?;
        let header =
            Self { suite, message_id, context, encrypted_data_keys, frame_length, commitment, body, tag };
        Ok((header, input.len() - reader.rest().len()))
    }
}

fn read_data_keys(reader: &mut Reader<'_>) -> Result<Vec<EncryptedDataKey>, Error> {
    let count = usize::from(reader.u16()?);
    if count == 0 || count > MAX_ENCRYPTED_DATA_KEYS {
        return Err(Error::DataKeyCount(count));
    }
    let mut keys = Vec::with_capacity(count);
    for _ in 0..count {
        let provider_id = String::from_utf8(reader.prefixed()?.to_vec())
            .map_err(|_| Error::Malformed("the name of a key provider is not UTF-8"))?;
        let provider_info = reader.prefixed()?.to_vec();
        let ciphertext = reader.prefixed()?.to_vec();
        keys.push(EncryptedDataKey { provider_id, provider_info, ciphertext });
    }
    Ok(keys)
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
