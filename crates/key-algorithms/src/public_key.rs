use aws_lc_rs::kem::EncapsulationKey;
use aws_lc_rs::signature::ParsedPublicKey;
use secret::SecretBytes;

use crate::signing::Input;
use crate::{
    EncapsulationAlgorithm, EncryptionAlgorithm, Error, KeySpec, MessageType, SigningAlgorithm, der, ec,
    ed25519, ml_dsa, ml_kem, rsa,
};

/// The public half of a key pair: valid, and of its spec.
pub struct PublicKey {
    spec: KeySpec,
    spki: Vec<u8>,
    public: Public,
}

enum Public {
    Rsa(rsa::Public),
    /// ECDSA, Ed25519 and ML-DSA, which have one algorithm each.
    Verifying(ParsedPublicKey),
    MlKem(EncapsulationKey),
}

/// What `Encapsulate` returns.
pub struct Encapsulated {
    /// 32 bytes.
    pub shared_secret: SecretBytes,
    /// For whoever has the private key: 768, 1088 or 1568 bytes.
    pub ciphertext: Vec<u8>,
}

impl PublicKey {
    /// Reads a SubjectPublicKeyInfo (RFC 5280) in DER, at most 8 KiB, whose key has exactly this spec.
    ///
    /// # Errors
    /// [`Error::WrongKind`] for HMAC specs; [`Error::InvalidPublicKey`].
    pub fn from_spki_der(spec: KeySpec, spki: &[u8]) -> Result<Self, Error> {
        if !spec.is_key_pair() {
            return Err(Error::WrongKind { spec, wanted: "key pairs" });
        }
        let bits = der::public_key_bits(spec, spki)?;
        let public = match spec {
            KeySpec::Rsa2048 | KeySpec::Rsa3072 | KeySpec::Rsa4096 => {
                Public::Rsa(rsa::Public::from_spki(spec, spki)?)
            }
            KeySpec::EccNistEdwards25519 => Public::Verifying(ed25519::public_key(spki)?),
            KeySpec::MlDsa44 | KeySpec::MlDsa65 | KeySpec::MlDsa87 => {
                Public::Verifying(ml_dsa::public_key(spec, spki)?)
            }
            KeySpec::MlKem512 | KeySpec::MlKem768 | KeySpec::MlKem1024 => {
                Public::MlKem(ml_kem::public_key(spec, bits)?)
            }
            _ => Public::Verifying(ec::public_key(spec, spki)?),
        };
        Ok(Self { spec, spki: spki.to_vec(), public })
    }

    /// SubjectPublicKeyInfo in DER, as it was read.
    pub fn spki_der(&self) -> &[u8] {
        &self.spki
    }

    /// The key's spec.
    pub fn spec(&self) -> KeySpec {
        self.spec
    }

    /// `Verify`.
    ///
    /// # Errors
    /// [`Error::InvalidSignature`] for every signature that is not this message's, malformed ones included; before that, as
    /// [`PrivateKey::sign`](crate::PrivateKey::sign).
    pub fn verify(
        &self,
        algorithm: SigningAlgorithm,
        message_type: MessageType,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), Error> {
        let spec = self.spec;
        let bits = || der::public_key_bits(spec, &self.spki);
        let verified = match (&self.public, Input::new(spec, algorithm, message_type, message)?) {
            (Public::Rsa(_), Input::Digest(digest)) => {
                return rsa::verify(bits()?, algorithm, &digest, signature);
            }
            (Public::Verifying(key), Input::Digest(digest)) => key.verify_digest_sig(&digest, signature),
            (Public::Verifying(key), Input::Message(message)) => key.verify_sig(message, signature),
            (_, Input::Ed25519Ph(message)) => return ed25519::verify_prehashed(bits()?, message, signature),
            (_, Input::Mu(mu)) => return ml_dsa::verify_mu(spec, bits()?, mu, signature),
            _ => return Err(Error::Library),
        };
        verified.map_err(|_| Error::InvalidSignature)
    }

    /// `Encrypt`: RSAES-OAEP with an empty label. The ciphertext is as long as the modulus.
    ///
    /// # Errors
    /// [`Error::AlgorithmNotAllowed`], [`Error::PlaintextTooLong`]; [`Error::Library`].
    pub fn encrypt(&self, algorithm: EncryptionAlgorithm, plaintext: &[u8]) -> Result<Vec<u8>, Error> {
        let spec = self.spec;
        match &self.public {
            Public::Rsa(key) if spec.encrypts_with(algorithm) => key.encrypt(spec, algorithm, plaintext),
            _ => Err(Error::AlgorithmNotAllowed { spec, algorithm: algorithm.as_str() }),
        }
    }

    /// `Encapsulate`: a new shared secret and its ciphertext.
    ///
    /// # Errors
    /// [`Error::AlgorithmNotAllowed`]; [`Error::Library`].
    pub fn encapsulate(&self, algorithm: EncapsulationAlgorithm) -> Result<Encapsulated, Error> {
        match &self.public {
            Public::MlKem(key) if self.spec.encapsulates_with(algorithm) => {
                let (shared_secret, ciphertext) = ml_kem::encapsulate(key)?;
                Ok(Encapsulated { shared_secret, ciphertext })
            }
            _ => Err(Error::AlgorithmNotAllowed { spec: self.spec, algorithm: algorithm.as_str() }),
        }
    }
}
