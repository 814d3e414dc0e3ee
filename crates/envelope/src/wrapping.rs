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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SystemRandom;
    use crate::random::tests::{Broken, CountingFrom};

    fn key() -> WrappingKey {
        WrappingKey::new(SecretArray::new([3; 32]))
    }

    fn wrapped(plaintext: &[u8]) -> Wrapped {
        key().wrap(&SecretBytes::copy_of(plaintext), b"place", &CountingFrom(0)).unwrap()
    }

    #[test]
    fn what_is_wrapped_is_unwrapped_in_its_place_only() {
        for length in [0, 1, 32, 5000] {
            let wrapped = wrapped(&vec![7; length]);
            assert_eq!(wrapped.as_bytes().len(), length + 82);
            assert_eq!(key().unwrap(&wrapped, b"place").unwrap().expose(), vec![7; length]);
            for place in [&b""[..], b"plac", b"place ", b"Place"] {
                assert_eq!(key().unwrap(&wrapped, place).err(), Some(Error::Invalid));
            }
        }
    }

    #[test]
    fn every_flipped_bit_and_every_truncation_is_found() {
        let bytes = wrapped(b"secret").as_bytes().to_vec();
        let open = |bytes: &[u8]| key().unwrap(&Wrapped::parse(bytes)?, b"place");
        assert!(open(&bytes).is_ok());
        for bit in 0..bytes.len() * 8 {
            let mut altered = bytes.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(open(&altered).err(), Some(Error::Invalid), "bit {bit}");
        }
        for length in 0..bytes.len() {
            assert_eq!(open(&bytes[..length]).err(), Some(Error::Invalid), "{length} bytes");
        }
    }

    #[test]
    fn one_wrapped_secret_has_one_text() {
        let wrapped = wrapped(b"secret");
        let text = wrapped.to_string();
        assert_eq!(text.parse(), Ok(wrapped.clone()));
        assert_eq!(serde_json::to_string(&wrapped).unwrap(), format!("\"{text}\""));
        assert!(serde_json::from_str::<Wrapped>(&format!("\"{text}\"")).is_ok_and(|read| read == wrapped));
        for other in [format!("{text} "), format!("{text}\n"), text.replace('=', ""), format!(" {text}")] {
            assert_eq!(other.parse::<Wrapped>(), Err(Error::Invalid), "{other:?}");
        }
        for at in 0..text.len() {
            for byte in (0x20..0x7f).filter(|byte| *byte != text.as_bytes()[at]) {
                let mut other = text.clone().into_bytes();
                other[at] = byte;
                let other = String::from_utf8(other).unwrap();
                let opened = other.parse().and_then(|other| key().unwrap(&other, b"place"));
                assert_eq!(opened.err(), Some(Error::Invalid), "{other}");
            }
        }
    }

    #[test]
    fn without_random_bytes_nothing_is_wrapped() {
        assert_eq!(key().wrap(&SecretBytes::copy_of(b"secret"), b"", &Broken), Err(Error::NoRandomBytes));
        assert_ne!(
            key().wrap(&SecretBytes::copy_of(b"secret"), b"", &SystemRandom),
            key().wrap(&SecretBytes::copy_of(b"secret"), b"", &SystemRandom)
        );
    }

    #[test]
    fn debug_shows_no_bytes() {
        assert_eq!(format!("{:?}", wrapped(b"secret")), "Wrapped(88 bytes)");
    }
}
