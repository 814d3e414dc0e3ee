//! The key of an X.509 certificate, and signatures made with it.

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, UnparsedPublicKey, VerificationAlgorithm,
};

use crate::Error;

/// The public key of a certificate that a metadata document names.
///
/// The document is what makes it trusted: who signed the certificate and until when it is valid does not matter (SAML Metadata
/// Interoperability Profile, section 2.6.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Certificate {
    /// SubjectPublicKeyInfo, in DER.
    key: Vec<u8>,
}

/// How a signature is made; XML's ECDSA signatures are r and s, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignatureAlgorithm {
    RsaSha256,
    RsaSha384,
    RsaSha512,
    EcdsaSha256,
    EcdsaSha384,
}

impl Certificate {
    /// Reads the certificate in DER and checks that its key can be used.
    pub(crate) fn from_der(der: &[u8]) -> Result<Self, Error> {
        let key = subject_public_key_info(der).ok_or(Error::Certificate("it is not an X.509 certificate"))?;
        if !is_accepted(key).unwrap_or(false) {
            return Err(Error::Certificate(
                "its key must be RSA of 2048 to 8192 bits or on the curve P-256 or P-384",
            ));
        }
        Ok(Self { key: key.to_vec() })
    }

    pub(crate) fn verifies(&self, algorithm: SignatureAlgorithm, message: &[u8], signature: &[u8]) -> bool {
        let algorithm: &'static dyn VerificationAlgorithm = match algorithm {
            SignatureAlgorithm::RsaSha256 => &RSA_PKCS1_2048_8192_SHA256,
            SignatureAlgorithm::RsaSha384 => &RSA_PKCS1_2048_8192_SHA384,
            SignatureAlgorithm::RsaSha512 => &RSA_PKCS1_2048_8192_SHA512,
            SignatureAlgorithm::EcdsaSha256 => &ECDSA_P256_SHA256_FIXED,
            SignatureAlgorithm::EcdsaSha384 => &ECDSA_P384_SHA384_FIXED,
        };
        UnparsedPublicKey::new(algorithm, &self.key).verify(message, signature).is_ok()
    }
}

const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OBJECT_IDENTIFIER: u8 = 0x06;
const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;

const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const ELLIPTIC_CURVE: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
const P_256: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
const P_384: &[u8] = &[0x2b, 0x81, 0x04, 0x00, 0x22];

/// The element of a certificate, header included (RFC 5280, section 4.1).
fn subject_public_key_info(der: &[u8]) -> Option<&[u8]> {
    let (_, certificate) = whole(der, SEQUENCE)?;
    let (_, to_be_signed, _) = element(certificate, SEQUENCE)?;
    let mut rest = to_be_signed;
    if rest.first() == Some(&VERSION) {
        (_, _, rest) = element(rest, VERSION)?;
    }
    (_, _, rest) = element(rest, INTEGER)?;
    // Signature algorithm, issuer, validity, subject.
    for _ in 0..4 {
        (_, _, rest) = element(rest, SEQUENCE)?;
    }
    let (key, _, _) = element(rest, SEQUENCE)?;
    Some(key)
}

fn is_accepted(key: &[u8]) -> Option<bool> {
    let (_, inside) = whole(key, SEQUENCE)?;
    let (_, algorithm, rest) = element(inside, SEQUENCE)?;
    let (_, oid, parameters) = element(algorithm, OBJECT_IDENTIFIER)?;
    if oid == ELLIPTIC_CURVE {
        let (_, curve, _) = element(parameters, OBJECT_IDENTIFIER)?;
        return Some(curve == P_256 || curve == P_384);
    }
    if oid != RSA {
        return Some(false);
    }
    let (_, bits) = whole(rest, BIT_STRING)?;
    let (_, rsa) = whole(bits.strip_prefix(&[0])?, SEQUENCE)?;
    let (_, modulus, _) = element(rsa, INTEGER)?;
    let modulus = modulus.strip_prefix(&[0]).unwrap_or(modulus);
    let bits = modulus.len().checked_mul(8)?.checked_sub(modulus.first()?.leading_zeros() as usize)?;
    Some((2048..=8192).contains(&bits))
}

/// The one element that `der` is: itself and its content.
fn whole(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (itself, content, rest) = element(der, tag)?;
    rest.is_empty().then_some((itself, content))
}

/// The first element, which must have this tag: itself, its content, and what comes after it.
fn element(der: &[u8], tag: u8) -> Option<(&[u8], &[u8], &[u8])> {
    let (&found, rest) = der.split_first()?;
    if found != tag {
        return None;
    }
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81 => rest.split_first().map(|(&length, rest)| (usize::from(length), rest))?,
        0x82 => {
            let (length, rest) = rest.split_first_chunk::<2>()?;
            (usize::from(u16::from_be_bytes(*length)), rest)
        }
        _ => return None,
    };
    let (content, after) = rest.split_at_checked(length)?;
    let itself = der.get(..der.len().checked_sub(after.len())?)?;
    Some((itself, content, after))
}
