use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secret::{SecretArray, SecretBytes};

use crate::hex_id::serde_as_text;
use crate::sealing::{self, Labels};
use crate::{Error, Random};

/// A key that protects secrets at rest and sealed tokens. One per purpose: [`crate::RootKey::wrapping_key`].
///
/// STS session tokens use it too: `wrap` what the session is, hand out the text of the [`Wrapped`], `unwrap` what comes back.
pub struct WrappingKey(SecretArray<32>);

impl WrappingKey {
    /// The wrapping key with these bytes, for a key that does not come from the root key (such as one derived from a passphrase).
    pub fn new(key: SecretArray<32>) -> Self {
        Self(key)
    }

    /// Encrypts `plaintext` of any length. `aad` says where it belongs (key ARN and material id, for instance; join several
    /// parts with [`crate::length_prefixed`]): it is not stored, and the same must be given to [`Self::unwrap`], so that a wrapped
    /// secret moved to another place does not open there.
    pub fn wrap(&self, plaintext: &SecretBytes, aad: &[u8], random: &dyn Random) -> Result<Wrapped, Error> {
        sealing::seal(&self.0, &LABELS, &MARK, aad, plaintext.expose(), random)
            .map(|bytes| Wrapped(bytes.into()))
    }

    /// Decrypts; [`Error::Invalid`] when this is not the key, `aad` is not the place, or any bit has changed.
    pub fn unwrap(&self, wrapped: &Wrapped, aad: &[u8]) -> Result<SecretBytes, Error> {
        let sealed = wrapped.0.strip_prefix(&MARK).ok_or(Error::Invalid)?;
        sealing::open(&self.0, &LABELS, &MARK, aad, sealed)
    }
}

/// An encrypted secret: 82 bytes longer than the plaintext. As text and in serde it is base64 (RFC 4648 section 4).
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Wrapped(Box<[u8]>);

impl Wrapped {
    /// Reads the binary form; [`Error::Invalid`] when it has another version or is too short.
    pub fn parse(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.starts_with(&MARK) && bytes.len() >= MARK.len() + sealing::OVERHEAD {
            Ok(Self(bytes.into()))
        } else {
            Err(Error::Invalid)
        }
    }

    /// The binary form.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// `W` and the version.
const MARK: [u8; 2] = [b'W', 1];

const LABELS: Labels =
    Labels { encryption: "lodge/wrapped/v1/encryption", commitment: "lodge/wrapped/v1/commitment" };

impl fmt::Display for Wrapped {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&STANDARD.encode(&self.0))
    }
}

impl fmt::Debug for Wrapped {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Wrapped({} bytes)", self.0.len())
    }
}

impl FromStr for Wrapped {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        STANDARD.decode(text).map_err(|_| Error::Invalid).and_then(|bytes| Self::parse(&bytes))
    }
}

serde_as_text!(Wrapped);
