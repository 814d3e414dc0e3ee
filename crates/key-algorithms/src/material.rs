use secret::SecretBytes;

use crate::{Error, HmacKey, KeySpec, PrivateKey};

/// The key material of a KMS key, whichever spec it has: what is made, wrapped at rest, imported and cached.
pub enum KeyMaterial {
    /// A key pair.
    Pair(PrivateKey),
    /// An HMAC key.
    Hmac(HmacKey),
}

impl KeyMaterial {
    /// New key material from the random generator of aws-lc-rs.
    ///
    /// # Errors
    /// [`Error::Library`].
    pub fn generate(spec: KeySpec) -> Result<Self, Error> {
        Ok(match spec.is_key_pair() {
            true => Self::Pair(PrivateKey::generate(spec)?),
            false => Self::Hmac(HmacKey::generate(spec)?),
        })
    }

    /// Reads what [`Self::to_bytes`] gave, or what was imported: PKCS#8 in DER for a key pair, raw bytes for HMAC.
    ///
    /// # Errors
    /// As [`PrivateKey::from_pkcs8_der`] and [`HmacKey::from_bytes`].
    pub fn from_bytes(spec: KeySpec, bytes: &[u8]) -> Result<Self, Error> {
        Ok(match spec.is_key_pair() {
            true => Self::Pair(PrivateKey::from_pkcs8_der(spec, bytes)?),
            false => Self::Hmac(HmacKey::from_bytes(spec, bytes)?),
        })
    }

    /// The material for wrapping at rest. The same key always gives the same bytes.
    ///
    /// # Errors
    /// [`Error::Library`].
    pub fn to_bytes(&self) -> Result<SecretBytes, Error> {
        match self {
            Self::Pair(key) => key.to_pkcs8_der(),
            Self::Hmac(key) => Ok(key.to_bytes()),
        }
    }

    /// The key's spec.
    pub fn spec(&self) -> KeySpec {
        match self {
            Self::Pair(key) => key.spec(),
            Self::Hmac(key) => key.spec(),
        }
    }
}
