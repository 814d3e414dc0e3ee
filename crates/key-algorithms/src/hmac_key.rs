//! HMAC keys (RFC 2104) with the SHA-2 hashes.

use aws_lc_rs::{hmac, rand};
use secret::SecretBytes;

use crate::{Error, KeySpec, MAX_MESSAGE, MacAlgorithm};

/// The longest HMAC key material that KMS takes: 1024 bits.
const MAX_KEY: usize = 128;

/// An HMAC key: raw bytes, wiped when dropped.
pub struct HmacKey {
    spec: KeySpec,
    bytes: SecretBytes,
}

impl HmacKey {
    /// A new key, as long as the spec says, from the random generator of aws-lc-rs.
    ///
    /// # Errors
    /// [`Error::WrongKind`], [`Error::Library`].
    pub fn generate(spec: KeySpec) -> Result<Self, Error> {
        let mut bytes = SecretBytes::new(vec![0; length(spec)?]);
        rand::fill(bytes.expose_mut())?;
        Ok(Self { spec, bytes })
    }

    /// Key material from elsewhere: at least as long as the spec says and at most 128 bytes ("Requirements for imported key
    /// material" in the KMS developer guide).
    ///
    /// # Errors
    /// [`Error::WrongKind`], [`Error::HmacKeyLength`].
    pub fn from_bytes(spec: KeySpec, bytes: &[u8]) -> Result<Self, Error> {
        let (minimum, maximum, actual) = (length(spec)?, MAX_KEY, bytes.len());
        if !(minimum..=maximum).contains(&actual) {
            return Err(Error::HmacKeyLength { spec, minimum, maximum, actual });
        }
        Ok(Self { spec, bytes: SecretBytes::copy_of(bytes) })
    }

    /// The key material, for wrapping at rest.
    pub fn to_bytes(&self) -> SecretBytes {
        self.bytes.clone()
    }

    /// The key's spec.
    pub fn spec(&self) -> KeySpec {
        self.spec
    }

    /// `GenerateMac`: the HMAC of the message, in full length.
    ///
    /// # Errors
    /// [`Error::AlgorithmNotAllowed`], [`Error::MessageTooLong`].
    pub fn generate_mac(&self, algorithm: MacAlgorithm, message: &[u8]) -> Result<Vec<u8>, Error> {
        let key = self.prepare(algorithm, message)?;
        Ok(hmac::sign(&key, message).as_ref().to_vec())
    }

    /// `VerifyMac`: compares in constant time. Shortened MACs do not verify.
    ///
    /// # Errors
    /// [`Error::InvalidMac`]; and as [`Self::generate_mac`].
    pub fn verify_mac(&self, algorithm: MacAlgorithm, message: &[u8], mac: &[u8]) -> Result<(), Error> {
        let key = self.prepare(algorithm, message)?;
        hmac::verify(&key, message, mac).map_err(|_| Error::InvalidMac)
    }

    fn prepare(&self, algorithm: MacAlgorithm, message: &[u8]) -> Result<hmac::Key, Error> {
        if !self.spec.macs_with(algorithm) {
            return Err(Error::AlgorithmNotAllowed { spec: self.spec, algorithm: algorithm.as_str() });
        }
        if message.len() > MAX_MESSAGE {
            return Err(Error::MessageTooLong { limit: MAX_MESSAGE, actual: message.len() });
        }
        Ok(hmac::Key::new(hash(algorithm), self.bytes.expose()))
    }
}

fn length(spec: KeySpec) -> Result<usize, Error> {
    match spec {
        KeySpec::Hmac224 => Ok(28),
        KeySpec::Hmac256 => Ok(32),
        KeySpec::Hmac384 => Ok(48),
        KeySpec::Hmac512 => Ok(64),
        _ => Err(Error::WrongKind { spec, wanted: "HMAC keys" }),
    }
}

fn hash(algorithm: MacAlgorithm) -> hmac::Algorithm {
    match algorithm {
        MacAlgorithm::HmacSha224 => hmac::HMAC_SHA224,
        MacAlgorithm::HmacSha256 => hmac::HMAC_SHA256,
        MacAlgorithm::HmacSha384 => hmac::HMAC_SHA384,
        MacAlgorithm::HmacSha512 => hmac::HMAC_SHA512,
    }
}
