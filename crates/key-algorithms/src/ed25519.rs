//! Ed25519 and Ed25519ph (RFC 8032, FIPS 186-5).
//!
//! aws-lc-rs has no prehashed variant; ed25519-dalek does those signatures, with the same seed.

use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::signature::{self, Ed25519KeyPair, KeyPair, ParsedPublicKey};
use ed25519_dalek::{Digest, Sha512, Signature, SigningKey, VerifyingKey};
use secret::{SecretArray, SecretBytes};

use crate::{Error, KeySpec, der};

const SPEC: KeySpec = KeySpec::EccNistEdwards25519;

pub(crate) struct Private(Ed25519KeyPair);

impl Private {
    pub(crate) fn generate() -> Result<SecretBytes, Error> {
        Ok(SecretBytes::copy_of(Ed25519KeyPair::generate()?.to_pkcs8v1()?.as_ref()))
    }

    pub(crate) fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, Error> {
        let refuse =
            |_| Error::InvalidPrivateKey { spec: SPEC, reason: "it is no key of Ed25519 as in RFC 8410" };
        Ok(Self(Ed25519KeyPair::from_pkcs8(pkcs8).map_err(refuse)?))
    }

    pub(crate) fn to_pkcs8(&self) -> Result<SecretBytes, Error> {
        Ok(SecretBytes::copy_of(self.0.to_pkcs8v1()?.as_ref()))
    }

    pub(crate) fn public_key_info(&self) -> Result<Vec<u8>, Error> {
        let der: PublicKeyX509Der<'_> = self.0.public_key().as_der()?;
        Ok(der.as_ref().to_vec())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(self.0.try_sign(message)?.as_ref().to_vec())
    }

    pub(crate) fn sign_prehashed(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        // Ed25519KeyPair::seed leaves a copy behind that is not wiped; its PKCS#8 does not.
        let pkcs8 = self.to_pkcs8()?;
        let seed = der::octets(der::private_key_info(SPEC, pkcs8.expose())?.octets)
            .and_then(SecretArray::copy_of)
            .ok_or(Error::Library)?;
        let key = SigningKey::from_bytes(seed.expose());
        let signature = key.sign_prehashed(hashed(message), None).map_err(|_| Error::Library)?;
        Ok(signature.to_bytes().to_vec())
    }
}

pub(crate) fn public_key(spki: &[u8]) -> Result<ParsedPublicKey, Error> {
    ParsedPublicKey::new(&signature::ED25519, spki).map_err(|_| not_a_point())
}

/// `key` is the public key's 32 bytes: the bits of the SubjectPublicKeyInfo.
pub(crate) fn verify_prehashed(key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), Error> {
    let key =
        key.try_into().ok().and_then(|key| VerifyingKey::from_bytes(key).ok()).ok_or_else(not_a_point)?;
    let signature = Signature::from_slice(signature).map_err(|_| Error::InvalidSignature)?;
    key.verify_prehashed_strict(hashed(message), None, &signature).map_err(|_| Error::InvalidSignature)
}

fn hashed(message: &[u8]) -> Sha512 {
    Sha512::new_with_prefix(message)
}

fn not_a_point() -> Error {
    Error::InvalidPublicKey { spec: SPEC, reason: "it is not 32 bytes that encode a point of the curve" }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8032 section 7.3. Its message is three bytes long, which `Sign` would refuse for want of a digest.
    #[test]
    fn the_prehashed_variant_is_that_of_rfc_8032() {
        let unhex = |text: &str| hex::decode(text).unwrap();
        let seed = unhex("833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42");
        let pkcs8 = [unhex("302e020100300506032b657004220420"), seed].concat();
        let public = unhex("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf");
        let expected = unhex(
            "98a70222f0b8121aa9d30f813d683f809e462b469c7ff87639499bb94e6dae41\
             31f85042463c2a355a2003d062adf5aaa10b8c61e636062aaad11c2a26083406",
        );
        let key = Private::from_pkcs8(&pkcs8).unwrap();
        assert_eq!(key.public_key_info().unwrap()[12..], public);
        assert_eq!(key.sign_prehashed(b"abc").unwrap(), expected);
        assert_eq!(verify_prehashed(&public, b"abc", &expected), Ok(()));
        assert_eq!(verify_prehashed(&public, b"abd", &expected), Err(Error::InvalidSignature));
        assert_ne!(key.sign(b"abc").unwrap(), expected, "the pure variant signs something else");
    }
}
