//! Importing key material: the wrapping key of `GetParametersForImport`, and opening what `ImportKeyMaterial` brings.

use secret::SecretBytes;

use crate::{EncryptionAlgorithm, Error, KeySpec, PrivateKey, WrappingAlgorithm, WrappingKeySpec, key_wrap};

/// Longer than what `ImportKeyMaterial` takes (`CiphertextType`), in bytes.
const MAX_WRAPPED: usize = 6144;

/// The length of the AES key in the `RSA_AES_KEY_WRAP` algorithms, in bytes.
const AES_KEY: usize = 32;

/// Whether key material of this spec can be imported, and in this wrapping: RSA keys are too long for `RSAES_OAEP`, and so are
/// P-521 keys for `RSAES_OAEP` with `RSA_2048`. `SYMMETRIC_DEFAULT` is `None` and fits every wrapping.
///
/// # Errors
/// [`Error::NotImportable`], [`Error::WrappingNotAllowed`].
pub fn check_import(
    spec: Option<KeySpec>,
    algorithm: WrappingAlgorithm,
    wrapping_key: WrappingKeySpec,
) -> Result<(), Error> {
    let Some(spec) = spec else { return Ok(()) };
    if !spec.is_importable() {
        return Err(Error::NotImportable { spec });
    }
    let direct = matches!(algorithm, WrappingAlgorithm::RsaesOaepSha1 | WrappingAlgorithm::RsaesOaepSha256);
    let too_long = match spec {
        KeySpec::Rsa2048 | KeySpec::Rsa3072 | KeySpec::Rsa4096 => true,
        KeySpec::EccNistP521 => wrapping_key == WrappingKeySpec::Rsa2048,
        _ => false,
    };
    match direct && too_long {
        true => Err(Error::WrappingNotAllowed { spec, algorithm, wrapping_key }),
        false => Ok(()),
    }
}

/// The RSA key with which somebody wraps key material for one import.
pub struct WrappingKey {
    spec: WrappingKeySpec,
    key: PrivateKey,
}

impl WrappingKey {
    /// A new key from the random generator of aws-lc-rs; takes up to seconds.
    ///
    /// # Errors
    /// [`Error::Library`].
    pub fn generate(spec: WrappingKeySpec) -> Result<Self, Error> {
        Ok(Self { spec, key: PrivateKey::generate(rsa(spec))? })
    }

    /// Reads what [`Self::to_pkcs8_der`] gave.
    ///
    /// # Errors
    /// [`Error::InvalidPrivateKey`].
    pub fn from_pkcs8_der(spec: WrappingKeySpec, pkcs8: &[u8]) -> Result<Self, Error> {
        Ok(Self { spec, key: PrivateKey::from_pkcs8_der(rsa(spec), pkcs8)? })
    }

    /// The key as PKCS#8 in DER, for wrapping at rest or into the import token.
    ///
    /// # Errors
    /// [`Error::Library`].
    pub fn to_pkcs8_der(&self) -> Result<SecretBytes, Error> {
        self.key.to_pkcs8_der()
    }

    /// The key's spec.
    pub fn spec(&self) -> WrappingKeySpec {
        self.spec
    }

    /// What `GetParametersForImport` returns as `PublicKey`: SubjectPublicKeyInfo in DER.
    pub fn public_key_der(&self) -> &[u8] {
        self.key.public_key_der()
    }

    /// Opens `EncryptedKeyMaterial`. What comes out has not been looked at:
    /// [`KeyMaterial::from_bytes`](crate::KeyMaterial::from_bytes) does that.
    ///
    /// `RSAES_OAEP_*`: the material, encrypted. `RSA_AES_KEY_WRAP_*`: an AES-256 key, encrypted with `RSAES_OAEP_*`, followed by
    /// the material, wrapped with that key (RFC 5649); PKCS #11 calls it `CKM_RSA_AES_KEY_WRAP`.
    ///
    /// # Errors
    /// [`Error::InvalidWrapping`] for whatever does not open.
    pub fn unwrap(&self, algorithm: WrappingAlgorithm, wrapped: &[u8]) -> Result<SecretBytes, Error> {
        if wrapped.len() > MAX_WRAPPED {
            return Err(Error::InvalidWrapping);
        }
        let open = |oaep, ciphertext| self.key.decrypt(oaep, ciphertext).map_err(|_| Error::InvalidWrapping);
        let open_both = |oaep| {
            let (wrapped_key, wrapped_material) =
                wrapped.split_at_checked(self.modulus_length()).ok_or(Error::InvalidWrapping)?;
            let key = open(oaep, wrapped_key)?;
            if key.len() != AES_KEY {
                return Err(Error::InvalidWrapping);
            }
            key_wrap::unwrap_with_padding(key.expose(), wrapped_material)
        };
        match algorithm {
            WrappingAlgorithm::RsaesOaepSha1 => open(EncryptionAlgorithm::RsaesOaepSha1, wrapped),
            WrappingAlgorithm::RsaesOaepSha256 => open(EncryptionAlgorithm::RsaesOaepSha256, wrapped),
            WrappingAlgorithm::RsaAesKeyWrapSha1 => open_both(EncryptionAlgorithm::RsaesOaepSha1),
            WrappingAlgorithm::RsaAesKeyWrapSha256 => open_both(EncryptionAlgorithm::RsaesOaepSha256),
        }
    }

    fn modulus_length(&self) -> usize {
        match self.spec {
            WrappingKeySpec::Rsa2048 => 256,
            WrappingKeySpec::Rsa3072 => 384,
            WrappingKeySpec::Rsa4096 => 512,
        }
    }
}

fn rsa(spec: WrappingKeySpec) -> KeySpec {
    match spec {
        WrappingKeySpec::Rsa2048 => KeySpec::Rsa2048,
        WrappingKeySpec::Rsa3072 => KeySpec::Rsa3072,
        WrappingKeySpec::Rsa4096 => KeySpec::Rsa4096,
    }
}
