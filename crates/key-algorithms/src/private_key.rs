use secret::SecretBytes;

use crate::signing::Input;
use crate::{
    EncapsulationAlgorithm, EncryptionAlgorithm, Error, KeyAgreementAlgorithm, KeySpec, MessageType,
    PublicKey, SigningAlgorithm, der, ec, ed25519, ml_dsa, ml_kem, rsa,
};

/// The private half of a key pair, with its public half. Wiped when dropped.
///
/// A key does whatever its spec can do; that a KMS key is for one usage only is the caller's to enforce.
pub struct PrivateKey {
    private: Private,
    public: PublicKey,
}

enum Private {
    Rsa(rsa::Private),
    Ec(ec::Private),
    Ed25519(ed25519::Private),
    MlDsa(ml_dsa::Private),
    MlKem(ml_kem::Private),
}

impl PrivateKey {
    /// A new key from the random generator of aws-lc-rs. RSA takes up to seconds; the others are quick.
    ///
    /// # Errors
    /// [`Error::WrongKind`] for HMAC specs; [`Error::Library`].
    pub fn generate(spec: KeySpec) -> Result<Self, Error> {
        let pkcs8 = match spec {
            KeySpec::Rsa2048 | KeySpec::Rsa3072 | KeySpec::Rsa4096 => rsa::Private::generate(spec)?,
            KeySpec::EccNistP256 | KeySpec::EccNistP384 | KeySpec::EccNistP521 | KeySpec::EccSecgP256k1 => {
                ec::Private::generate(spec)?
            }
            KeySpec::EccNistEdwards25519 => ed25519::Private::generate()?,
            KeySpec::MlDsa44 | KeySpec::MlDsa65 | KeySpec::MlDsa87 => ml_dsa::Private::generate(spec)?,
            KeySpec::MlKem512 | KeySpec::MlKem768 | KeySpec::MlKem1024 => ml_kem::Private::generate(spec)?,
            KeySpec::Hmac224 | KeySpec::Hmac256 | KeySpec::Hmac384 | KeySpec::Hmac512 => {
                return Err(no_key_pair(spec));
            }
        };
        Self::from_pkcs8_der(spec, pkcs8.expose())
    }

    /// Reads an unencrypted PKCS#8 `PrivateKeyInfo` (RFC 5208, RFC 5958) in DER, at most 8 KiB, whose key has exactly this
    /// spec: the size of RSA's modulus, the named curve, the parameter set. The public half is computed; a copy of it inside
    /// must match. Attributes are passed over.
    ///
    /// ML-DSA and ML-KEM keys must hold their seed (RFC 9881, RFC 9935).
    ///
    /// # Errors
    /// [`Error::WrongKind`] for HMAC specs; [`Error::InvalidPrivateKey`].
    pub fn from_pkcs8_der(spec: KeySpec, pkcs8: &[u8]) -> Result<Self, Error> {
        if !spec.is_key_pair() {
            return Err(no_key_pair(spec));
        }
        let info = der::private_key_info(spec, pkcs8)?;
        // Without attributes and the copy of the public key, on which aws-lc-rs has views of its own.
        let pkcs8 = der::version_1(spec, info.octets);
        let pkcs8 = pkcs8.expose();
        let private = match spec {
            KeySpec::Rsa2048 | KeySpec::Rsa3072 | KeySpec::Rsa4096 => {
                Private::Rsa(rsa::Private::from_pkcs8(spec, pkcs8)?)
            }
            KeySpec::EccNistEdwards25519 => Private::Ed25519(ed25519::Private::from_pkcs8(pkcs8)?),
            KeySpec::MlDsa44 | KeySpec::MlDsa65 | KeySpec::MlDsa87 => {
                Private::MlDsa(ml_dsa::Private::from_pkcs8(spec, pkcs8)?)
            }
            KeySpec::MlKem512 | KeySpec::MlKem768 | KeySpec::MlKem1024 => {
                Private::MlKem(ml_kem::Private::from_octets(spec, info.octets)?)
            }
            _ => Private::Ec(ec::Private::from_pkcs8(spec, pkcs8)?),
        };
        let spki = match &private {
            Private::Rsa(key) => key.public_key_info()?,
            Private::Ec(key) => key.public_key_info()?,
            Private::Ed25519(key) => key.public_key_info()?,
            Private::MlDsa(key) => key.public_key_info()?,
            Private::MlKem(key) => key.public_key_info(spec),
        };
        if info.public_key.is_some_and(|copy| Ok(copy) != der::public_key_bits(spec, &spki)) {
            return Err(Error::InvalidPrivateKey {
                spec,
                reason: "its copy of the public key is another key's",
            });
        }
        Ok(Self { private, public: PublicKey::from_spki_der(spec, &spki)? })
    }

    /// The key as PKCS#8 version 1 in DER, encoded anew: for wrapping at rest, and the private half that
    /// `GenerateDataKeyPair` returns. ML-DSA and ML-KEM keys are in the seed form.
    ///
    /// # Errors
    /// [`Error::Library`].
    pub fn to_pkcs8_der(&self) -> Result<SecretBytes, Error> {
        match &self.private {
            Private::Rsa(key) => key.to_pkcs8(),
            Private::Ec(key) => key.to_pkcs8(),
            Private::Ed25519(key) => key.to_pkcs8(),
            Private::MlDsa(key) => Ok(key.to_pkcs8(self.spec())),
            Private::MlKem(key) => Ok(key.to_pkcs8(self.spec())),
        }
    }

    /// The key's spec.
    pub fn spec(&self) -> KeySpec {
        self.public.spec()
    }

    /// The public half.
    pub fn public_key(&self) -> &PublicKey {
        &self.public
    }

    /// The public half as `GetPublicKey` returns it: SubjectPublicKeyInfo in DER.
    pub fn public_key_der(&self) -> &[u8] {
        self.public.spki_der()
    }

    /// `Sign`. PSS, ECDSA and ML-DSA signatures differ each time; ECDSA's are DER (RFC 3279), all others raw bytes.
    ///
    /// # Errors
    /// [`Error::AlgorithmNotAllowed`], [`Error::MessageTypeNotAllowed`], [`Error::MessageTooLong`],
    /// [`Error::DigestLength`], [`Error::ExternalMuLength`] in this order; [`Error::Library`].
    pub fn sign(
        &self,
        algorithm: SigningAlgorithm,
        message_type: MessageType,
        message: &[u8],
    ) -> Result<Vec<u8>, Error> {
        let spec = self.spec();
        match (&self.private, Input::new(spec, algorithm, message_type, message)?) {
            (Private::Rsa(key), Input::Digest(digest)) => key.sign(algorithm, &digest),
            (Private::Ec(key), Input::Digest(digest)) => key.sign(&digest),
            (Private::Ed25519(key), Input::Message(message)) => key.sign(message),
            (Private::Ed25519(key), Input::Ed25519Ph(message)) => key.sign_prehashed(message),
            (Private::MlDsa(key), Input::Message(message)) => key.sign(message),
            (Private::MlDsa(key), Input::Mu(mu)) => key.sign_mu(spec, mu),
            _ => Err(Error::Library),
        }
    }

    /// `Decrypt`: RSAES-OAEP with an empty label.
    ///
    /// # Errors
    /// [`Error::AlgorithmNotAllowed`]; [`Error::InvalidCiphertext`] for whatever does not open.
    pub fn decrypt(&self, algorithm: EncryptionAlgorithm, ciphertext: &[u8]) -> Result<SecretBytes, Error> {
        let spec = self.spec();
        match &self.private {
            Private::Rsa(key) if spec.encrypts_with(algorithm) => key.decrypt(algorithm, ciphertext),
            _ => Err(Error::AlgorithmNotAllowed { spec, algorithm: algorithm.as_str() }),
        }
    }

    /// `DeriveSharedSecret`: the raw secret, the x coordinate, in the length of the curve's field (32, 48 or 66 bytes).
    ///
    /// `peer_public_key` is a SubjectPublicKeyInfo in DER with a named curve. It must be a point of this key's curve and not
    /// the point at infinity.
    ///
    /// # Errors
    /// [`Error::AlgorithmNotAllowed`], [`Error::InvalidPublicKey`].
    pub fn derive_shared_secret(
        &self,
        algorithm: KeyAgreementAlgorithm,
        peer_public_key: &[u8],
    ) -> Result<SecretBytes, Error> {
        let spec = self.spec();
        match &self.private {
            Private::Ec(key) if spec.agrees_with(algorithm) => {
                der::public_key_bits(spec, peer_public_key)?;
                key.agree(spec, peer_public_key)
            }
            _ => Err(Error::AlgorithmNotAllowed { spec, algorithm: algorithm.as_str() }),
        }
    }

    /// `Decapsulate`: the 32-byte shared secret. A ciphertext that was altered or made for another key gives another
    /// secret and no error (FIPS 203, implicit rejection).
    ///
    /// # Errors
    /// [`Error::AlgorithmNotAllowed`]; [`Error::InvalidCiphertext`] for a ciphertext of the wrong length.
    pub fn decapsulate(
        &self,
        algorithm: EncapsulationAlgorithm,
        ciphertext: &[u8],
    ) -> Result<SecretBytes, Error> {
        let spec = self.spec();
        match &self.private {
            Private::MlKem(key) if spec.encapsulates_with(algorithm) => key.decapsulate(spec, ciphertext),
            _ => Err(Error::AlgorithmNotAllowed { spec, algorithm: algorithm.as_str() }),
        }
    }
}

fn no_key_pair(spec: KeySpec) -> Error {
    Error::WrongKind { spec, wanted: "key pairs" }
}
