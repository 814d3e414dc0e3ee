use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, UnparsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secret::SecretArray;

use crate::Error;

/// The key that signs the log: Ed25519 (RFC 8032).
pub struct SigningKey {
    pair: Ed25519KeyPair,
    public: PublicKey,
}

impl SigningKey {
    /// The key pair of a 32-byte secret seed.
    pub fn from_seed(seed: &SecretArray<32>) -> Result<Self, Error> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.expose())
            .map_err(|_| Error::Cryptography("the Ed25519 seed was refused"))?;
        let public = pair.public_key().as_ref().try_into().map_err(|_| Error::InvalidPublicKey)?;
        Ok(Self { pair, public: PublicKey(public) })
    }

    /// The public half, by which anyone can verify the log.
    pub fn public_key(&self) -> PublicKey {
        self.public
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Result<[u8; 64], Error> {
        let signature = self.pair.sign(message);
        signature.as_ref().try_into().map_err(|_| Error::Cryptography("an Ed25519 signature is not 64 bytes"))
    }
}

/// The key that verifies the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

// SubjectPublicKeyInfo of an Ed25519 key up to the key's bytes (RFC 8410, section 4).
const SPKI_PREFIX: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const PEM_BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const PEM_END: &str = "-----END PUBLIC KEY-----";

impl PublicKey {
    /// From the key's 32 bytes (RFC 8032, section 5.1.5).
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key's 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// From a SubjectPublicKeyInfo in PEM (RFC 8410).
    pub fn from_pem(pem: &str) -> Result<Self, Error> {
        let body = pem.trim().strip_prefix(PEM_BEGIN).and_then(|rest| rest.strip_suffix(PEM_END));
        let body: String = body.ok_or(Error::InvalidPublicKey)?.split_ascii_whitespace().collect();
        let der = STANDARD.decode(body).map_err(|_| Error::InvalidPublicKey)?;
        let key = der.strip_prefix(&SPKI_PREFIX).ok_or(Error::InvalidPublicKey)?;
        key.try_into().map(Self).map_err(|_| Error::InvalidPublicKey)
    }

    /// The key as a SubjectPublicKeyInfo in PEM, as `openssl` reads it.
    pub fn to_pem(&self) -> String {
        let der = [SPKI_PREFIX.as_slice(), self.0.as_slice()].concat();
        format!("{PEM_BEGIN}\n{}\n{PEM_END}\n", STANDARD.encode(der))
    }

    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        UnparsedPublicKey::new(&ED25519, &self.0).verify(message, signature).is_ok()
    }
}
