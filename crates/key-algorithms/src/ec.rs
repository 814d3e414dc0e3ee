//! Curves in Weierstrass form: ECDSA (FIPS 186-5, signatures in DER) and ECDH (SP 800-56A, cofactor 1).

use aws_lc_rs::agreement;
use aws_lc_rs::digest::Digest;
use aws_lc_rs::encoding::{AsBigEndian, AsDer, EcPrivateKeyBin, PublicKeyX509Der};
use aws_lc_rs::signature::{
    self, EcdsaKeyPair, EcdsaSigningAlgorithm, EcdsaVerificationAlgorithm, KeyPair, ParsedPublicKey,
};
use secret::SecretBytes;

use crate::{Error, KeySpec};

/// The private side. The library has one type for signing and one for agreeing; a KMS key uses one of them.
pub(crate) struct Private {
    signing: EcdsaKeyPair,
    /// For the curves on which KMS derives shared secrets.
    agreeing: Option<agreement::PrivateKey>,
}

impl Private {
    pub(crate) fn generate(spec: KeySpec) -> Result<SecretBytes, Error> {
        let document = EcdsaKeyPair::generate(curve(spec)?.signing)?.to_pkcs8v1()?;
        Ok(SecretBytes::copy_of(document.as_ref()))
    }

    pub(crate) fn from_pkcs8(spec: KeySpec, pkcs8: &[u8]) -> Result<Self, Error> {
        let refuse = |reason| Error::InvalidPrivateKey { spec, reason };
        let curve = curve(spec)?;
        let signing = EcdsaKeyPair::from_pkcs8(curve.signing, pkcs8)
            .map_err(|_| refuse("its number and its point do not make up a key on the curve"))?;
        let agreeing = match curve.agreeing {
            None => None,
            Some(algorithm) => {
                let scalar: EcPrivateKeyBin<'_> = signing.private_key().as_be_bytes()?;
                let key = agreement::PrivateKey::from_private_key(algorithm, scalar.as_ref());
                Some(key.map_err(|_| Error::Library)?)
            }
        };
        Ok(Self { signing, agreeing })
    }

    pub(crate) fn to_pkcs8(&self) -> Result<SecretBytes, Error> {
        Ok(SecretBytes::copy_of(self.signing.to_pkcs8v1()?.as_ref()))
    }

    pub(crate) fn public_key_info(&self) -> Result<Vec<u8>, Error> {
        let der: PublicKeyX509Der<'_> = self.signing.public_key().as_der()?;
        Ok(der.as_ref().to_vec())
    }

    pub(crate) fn sign(&self, digest: &Digest) -> Result<Vec<u8>, Error> {
        Ok(self.signing.sign_digest(digest)?.as_ref().to_vec())
    }

    /// `peer` is a SubjectPublicKeyInfo whose curve was compared with this key's.
    pub(crate) fn agree(&self, spec: KeySpec, peer: &[u8]) -> Result<SecretBytes, Error> {
        let key = self.agreeing.as_ref().ok_or(Error::Library)?;
        let peer = agreement::UnparsedPublicKey::new(key.algorithm(), peer);
        agreement::agree(key, peer, not_on_curve(spec), |secret| Ok(SecretBytes::copy_of(secret)))
    }
}

pub(crate) fn public_key(spec: KeySpec, spki: &[u8]) -> Result<ParsedPublicKey, Error> {
    ParsedPublicKey::new(curve(spec)?.verifying, spki).map_err(|_| not_on_curve(spec))
}

struct Curve {
    signing: &'static EcdsaSigningAlgorithm,
    verifying: &'static EcdsaVerificationAlgorithm,
    agreeing: Option<&'static agreement::Algorithm>,
}

fn curve(spec: KeySpec) -> Result<Curve, Error> {
    Ok(match spec {
        KeySpec::EccNistP256 => Curve {
            signing: &signature::ECDSA_P256_SHA256_ASN1_SIGNING,
            verifying: &signature::ECDSA_P256_SHA256_ASN1,
            agreeing: Some(&agreement::ECDH_P256),
        },
        KeySpec::EccNistP384 => Curve {
            signing: &signature::ECDSA_P384_SHA384_ASN1_SIGNING,
            verifying: &signature::ECDSA_P384_SHA384_ASN1,
            agreeing: Some(&agreement::ECDH_P384),
        },
        KeySpec::EccNistP521 => Curve {
            signing: &signature::ECDSA_P521_SHA512_ASN1_SIGNING,
            verifying: &signature::ECDSA_P521_SHA512_ASN1,
            agreeing: Some(&agreement::ECDH_P521),
        },
        KeySpec::EccSecgP256k1 => Curve {
            signing: &signature::ECDSA_P256K1_SHA256_ASN1_SIGNING,
            verifying: &signature::ECDSA_P256K1_SHA256_ASN1,
            agreeing: None,
        },
        _ => return Err(Error::Library),
    })
}

fn not_on_curve(spec: KeySpec) -> Error {
    Error::InvalidPublicKey { spec, reason: "its point is not on the curve, or is the point at infinity" }
}
