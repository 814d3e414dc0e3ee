use aws_lc_rs::digest::{SHA256, digest};
use secret::SecretBytes;

use crate::ciphertext::{read_locator, write_locator};
use crate::sealing::{self, Labels};
use crate::{BackingKey, BackingKeyId, EncryptionContext, Error, KeyLocator, Random};

/// The part of a symmetric ciphertext blob, version 2, that Lodge writes: which KMS key it belongs to. The rest is what the custom key store
/// of that key made.
///
/// With a backing key (an external key store) the plaintext is sealed with it first, and the key store seals the outcome: it never
/// sees the plaintext, and neither side opens the blob alone. Without one (a key in a token) the key store seals the plaintext.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreHeader {
    locator: KeyLocator,
    backing_key_id: Option<BackingKeyId>,
    bytes: Box<[u8]>,
}

impl StoreHeader {
    /// The header of a blob of `key`, whose plaintext is sealed with this backing key first, if there is one.
    pub fn new(key: &KeyLocator, backing: Option<BackingKeyId>) -> Result<Self, Error> {
        let locator = write_locator(key)?;
        let bytes = match &backing {
            None => [&MARK, &locator[..], &[STORE_ALONE]].concat(),
            Some(backing) => [&MARK, &locator[..], &[BACKING_KEY_FIRST], backing.as_bytes()].concat(),
        };
        Ok(Self { locator: key.clone(), backing_key_id: backing, bytes: bytes.into() })
    }

    /// The KMS key.
    pub fn locator(&self) -> &KeyLocator {
        &self.locator
    }

    /// The backing key of the inner layer, if there is one.
    pub fn backing_key_id(&self) -> Option<&BackingKeyId> {
        self.backing_key_id.as_ref()
    }

    /// The inner layer: 80 bytes longer than the plaintext. [`Error::Invalid`] when `backing` is not the one that the header names.
    pub fn seal(
        &self,
        backing: &BackingKey,
        plaintext: &[u8],
        context: &EncryptionContext,
        random: &dyn Random,
    ) -> Result<Vec<u8>, Error> {
        self.check(backing)?;
        let sealed =
            sealing::seal(backing.secret(), &LABELS, &self.bytes, &context.canonical(), plaintext, random)?;
        Ok(sealed.strip_prefix(&self.bytes[..]).ok_or(Error::Invalid)?.to_vec())
    }

    /// Opens the inner layer. [`Error::Invalid`] when anything about it is not as it was sealed.
    pub fn open(
        &self,
        backing: &BackingKey,
        sealed: &[u8],
        context: &EncryptionContext,
    ) -> Result<SecretBytes, Error> {
        self.check(backing)?;
        sealing::open(backing.secret(), &LABELS, &self.bytes, &context.canonical(), sealed)
    }

    /// What the key store authenticates together with what it seals: header and encryption context, hashed, so that it learns
    /// neither and its bounds do not matter.
    pub fn associated_data(&self, context: &EncryptionContext) -> Vec<u8> {
        // INVARIANT: the header is self-delimiting, so it cannot run into the context.
        let hash = digest(&SHA256, &[&self.bytes[..], &context.canonical()].concat());
        [STORE_LABEL, hash.as_ref()].concat()
    }

    /// The blob: this header and what the key store made.
    pub fn blob(&self, sealed_by_store: &[u8]) -> Vec<u8> {
        [&self.bytes[..], sealed_by_store].concat()
    }

    fn check(&self, backing: &BackingKey) -> Result<(), Error> {
        if self.backing_key_id == Some(backing.id()) { Ok(()) } else { Err(Error::Invalid) }
    }
}

/// A symmetric ciphertext blob, version 2, whose header is well-formed. What it says is not authenticated: use it to find the key and
/// its key store, and for nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct StoreCiphertext {
    header: StoreHeader,
    sealed_by_store: Box<[u8]>,
}

impl StoreCiphertext {
    /// Reads a blob; [`Error::Invalid`] when it is not one.
    pub fn parse(blob: &[u8]) -> Result<Self, Error> {
        Self::read(blob).ok_or(Error::Invalid)
    }

    /// The header.
    pub fn header(&self) -> &StoreHeader {
        &self.header
    }

    /// What the key store made, in the form that its port defines.
    pub fn sealed_by_store(&self) -> &[u8] {
        &self.sealed_by_store
    }

    fn read(blob: &[u8]) -> Option<Self> {
        let (locator, rest) = read_locator(blob.strip_prefix(&MARK)?)?;
        let (backing_key_id, sealed_by_store) = match rest.split_first()? {
            (&STORE_ALONE, rest) => (None, rest),
            (&BACKING_KEY_FIRST, rest) => {
                let (id, rest) = rest.split_first_chunk()?;
                (Some(BackingKeyId::from_bytes(*id)), rest)
            }
            _ => return None,
        };
        let bytes = blob.strip_suffix(sealed_by_store)?.into();
        let header = StoreHeader { locator, backing_key_id, bytes };
        Some(Self { header, sealed_by_store: sealed_by_store.into() })
    }
}

/// `L` and the version.
const MARK: [u8; 2] = [b'L', 2];

const STORE_ALONE: u8 = 0;
const BACKING_KEY_FIRST: u8 = 1;

/// Its own labels: an inner layer, which the key store sees in the clear, is no blob of version 1.
const LABELS: Labels =
    Labels { encryption: "lodge/ciphertext/v2/encryption", commitment: "lodge/ciphertext/v2/commitment" };

const STORE_LABEL: &[u8] = b"lodge/ciphertext/v2/store\0";

#[cfg(test)]
mod tests;
