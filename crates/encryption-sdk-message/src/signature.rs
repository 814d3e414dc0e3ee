//! The signature of suite 0x0578: ECDSA P-384 over the SHA-384 digest of header and body.

use std::sync::Arc;

use aws_lc_rs::digest::{self, SHA384};
use aws_lc_rs::encoding::{AsBigEndian, EcPublicKeyCompressedBin};
use aws_lc_rs::signature::{
    ECDSA_P384_SHA384_ASN1, ECDSA_P384_SHA384_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _, UnparsedPublicKey,
};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::Error;

/// A key that signs messages, made for one data key. Clones share it.
#[derive(Clone)]
pub struct SigningKey(Arc<EcdsaKeyPair>);

impl SigningKey {
    /// A new key, from the generator of AWS-LC.
    pub fn generate() -> Result<Self, Error> {
        let pair =
            EcdsaKeyPair::generate(&ECDSA_P384_SHA384_ASN1_SIGNING).map_err(|_| Error::Cryptography)?;
        Ok(Self(Arc::new(pair)))
    }

    /// What the encryption context holds under [`PUBLIC_KEY`](crate::PUBLIC_KEY): the compressed point in base64.
    pub fn public_key(&self) -> Result<String, Error> {
        let point: EcPublicKeyCompressedBin<'_> =
            self.0.public_key().as_be_bytes().map_err(|_| Error::Cryptography)?;
        Ok(BASE64_STANDARD.encode(point.as_ref()))
    }

    pub(crate) fn signer(&self) -> Signer {
        Signer { key: self.0.clone(), digest: digest::Context::new(&SHA384) }
    }
}

/// Digests a message that is made.
pub(crate) struct Signer {
    key: Arc<EcdsaKeyPair>,
    digest: digest::Context,
}

impl Signer {
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
    }

    /// The footer: the signature in DER behind its length.
    pub(crate) fn write_footer(self, out: &mut Vec<u8>) -> Result<(), Error> {
        let signature = self.key.sign_digest(&self.digest.finish()).map_err(|_| Error::Cryptography)?;
        let signature = signature.as_ref();
        out.extend(u16::try_from(signature.len()).map_err(|_| Error::Cryptography)?.to_be_bytes());
        out.extend(signature);
        Ok(())
    }
}

/// Digests a message that is read.
pub(crate) struct Verifier {
    public_key: Vec<u8>,
    digest: digest::Context,
}

impl Verifier {
    /// `public_key` is what the context holds under [`PUBLIC_KEY`](crate::PUBLIC_KEY).
    pub(crate) fn of(public_key: Option<&str>) -> Result<Self, Error> {
        let text = public_key.ok_or(Error::Malformed("a signed message has no public key"))?;
        let public_key = BASE64_STANDARD
            .decode(text)
            .map_err(|_| Error::Malformed("the public key of a signed message is not base64"))?;
        Ok(Self { public_key, digest: digest::Context::new(&SHA384) })
    }

    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.digest.update(bytes);
    }

    pub(crate) fn verify(self, signature: &[u8]) -> Result<(), Error> {
        UnparsedPublicKey::new(&ECDSA_P384_SHA384_ASN1, self.public_key)
            .verify_digest(&self.digest.finish(), signature)
            .map_err(|_| Error::SignatureNotAuthentic)
    }
}
