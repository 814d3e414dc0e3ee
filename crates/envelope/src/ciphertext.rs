use arn::{AccountId, Region};
use secret::SecretBytes;

use crate::sealing::{self, Labels};
use crate::{BackingKey, BackingKeyId, EncryptionContext, Error, KeyId, KeyLocator, Random};

/// Encrypts `plaintext` of any length under `backing`, a backing key of the KMS key `key`.
///
/// The blob is longer than the plaintext by 137 bytes and the length of the region's name (146 for `eu-west-1`).
pub fn encrypt(
    backing: &BackingKey,
    key: &KeyLocator,
    plaintext: &[u8],
    context: &EncryptionContext,
    random: &dyn Random,
) -> Result<Vec<u8>, Error> {
    let header = write_header(key, backing.id())?;
    sealing::seal(backing.secret(), &LABELS, &header, &context.canonical(), plaintext, random)
}

/// Decrypts. [`Error::Invalid`] when `backing` is not the backing key that the ciphertext names, when the context is not the one it was
/// encrypted with, or when any bit of it has changed.
pub fn decrypt(
    backing: &BackingKey,
    ciphertext: &Ciphertext,
    context: &EncryptionContext,
) -> Result<SecretBytes, Error> {
    sealing::open(backing.secret(), &LABELS, &ciphertext.header, &context.canonical(), &ciphertext.sealed)
}

/// A symmetric ciphertext blob, version 1, whose header is well-formed. What it says is not authenticated until [`decrypt`] succeeds:
/// use it to find the key, and for nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct Ciphertext {
    locator: KeyLocator,
    backing_key_id: BackingKeyId,
    header: Box<[u8]>,
    sealed: Box<[u8]>,
}

impl Ciphertext {
    /// Reads a blob; [`Error::Invalid`] when it is not one.
    pub fn parse(blob: &[u8]) -> Result<Self, Error> {
        let (locator, backing_key_id, sealed) = read_header(blob).ok_or(Error::Invalid)?;
        let header = blob.strip_suffix(sealed).ok_or(Error::Invalid)?;
        if sealed.len() < sealing::OVERHEAD {
            return Err(Error::Invalid);
        }
        Ok(Self { locator, backing_key_id, header: header.into(), sealed: sealed.into() })
    }

    /// The KMS key that made it.
    pub fn locator(&self) -> &KeyLocator {
        &self.locator
    }

    /// The id of the KMS key that made it.
    pub fn key_id(&self) -> &KeyId {
        &self.locator.key_id
    }

    /// The backing key that opens it.
    pub fn backing_key_id(&self) -> &BackingKeyId {
        &self.backing_key_id
    }
}

/// `L` and the version. AWS's own blobs begin with 1, so the two are never confused.
const MARK: [u8; 2] = [b'L', 1];

const LABELS: Labels =
    Labels { encryption: "lodge/ciphertext/v1/encryption", commitment: "lodge/ciphertext/v1/commitment" };

/// Mark (2), locator, backing key id (32).
fn write_header(key: &KeyLocator, backing: BackingKeyId) -> Result<Vec<u8>, Error> {
    Ok([&MARK, &write_locator(key)?[..], backing.as_bytes()].concat())
}

fn read_header(blob: &[u8]) -> Option<(KeyLocator, BackingKeyId, &[u8])> {
    let (locator, rest) = read_locator(blob.strip_prefix(&MARK)?)?;
    let (backing, sealed) = rest.split_first_chunk()?;
    Some((locator, BackingKeyId::from_bytes(*backing), sealed))
}

/// Account (5), length of the region (1), region, key id (17).
pub(crate) fn write_locator(key: &KeyLocator) -> Result<Vec<u8>, Error> {
    // INVARIANT: an account id is 12 digits, which fit 40 bits, and a region name has at most 64 bytes.
    let account: u64 = key.account.as_str().parse().map_err(|_| Error::Invalid)?;
    let [_, _, _, account @ ..] = account.to_be_bytes();
    let region = key.region.as_str().as_bytes();
    let length = u8::try_from(region.len()).map_err(|_| Error::Invalid)?;
    Ok([&account[..], &[length], region, &key.key_id.to_binary()].concat())
}

/// The locator at the beginning of `rest`, and what follows it.
pub(crate) fn read_locator(rest: &[u8]) -> Option<(KeyLocator, &[u8])> {
    let ([a, b, c, d, e], rest) = rest.split_first_chunk()?;
    let account = AccountId::from_number(u64::from_be_bytes([0, 0, 0, *a, *b, *c, *d, *e]))?;
    let ([length], rest) = rest.split_first_chunk()?;
    let (region, rest) = rest.split_at_checked(usize::from(*length))?;
    let region: Region = std::str::from_utf8(region).ok()?.parse().ok()?;
    let (key_id, rest) = rest.split_first_chunk()?;
    let key_id = KeyId::from_binary(key_id)?;
    Some((KeyLocator { account, region, key_id }, rest))
}

#[cfg(test)]
mod tests;
