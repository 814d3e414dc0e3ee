//! X.509 certificates as IAM takes them: in PEM, with chain and private key.
//!
//! Source: IAM User Guide, "Manage server certificates in IAM".

use aws_lc_rs::rsa;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, ECDSA_P384_SHA384_ASN1_SIGNING, ECDSA_P521_SHA512_ASN1_SIGNING,
    EcdsaKeyPair, KeyPair,
};
use clock::Timestamp;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer};
use webpki::ALL_VERIFICATION_ALGS;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

use crate::Error;

/// A certificate that could be read.
pub(crate) struct Certificate {
    der: CertificateDer<'static>,
    pub not_before: Timestamp,
    pub not_after: Timestamp,
}

/// The longest chain that is read, in certificates. AWS bounds its characters only.
const LONGEST_CHAIN: usize = 100;

impl Certificate {
    /// Reads one certificate in PEM.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let [one]: [Self; 1] =
            Self::read(text)?.try_into().map_err(|_| Error::MalformedCertificate(NOT_PEM.to_owned()))?;
        Ok(one)
    }

    /// Checks the chain that goes with it: each certificate has signed the one before.
    pub fn check_chain(&self, text: &str) -> Result<(), Error> {
        let chain = Self::read(text)?;
        let mut signed = self;
        for (index, signer) in chain.iter().enumerate() {
            if !signer.has_signed(signed) {
                return Err(Error::MalformedCertificate(format!(
                    "Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, \
                     followed by any intermediaries in order. The index within the chain of the invalid certificate is: {index}"
                )));
            }
            signed = signer;
        }
        Ok(())
    }

    /// All certificates of a text; there is one at least.
    fn read(text: &str) -> Result<Vec<Self>, Error> {
        let not_pem = || Error::MalformedCertificate(NOT_PEM.to_owned());
        // What is uploaded here is shown again.
        if text.contains("PRIVATE KEY-----") {
            return Err(Error::MalformedCertificate(
                "The certificate comes with a private key: upload it without, and make another key."
                    .to_owned(),
            ));
        }
        let mut read = Vec::new();
        for der in CertificateDer::pem_slice_iter(text.as_bytes()).take(LONGEST_CHAIN + 1) {
            read.push(Self::from_der(der.map_err(|_| not_pem())?).ok_or_else(not_pem)?);
        }
        if read.is_empty() || read.len() > LONGEST_CHAIN { Err(not_pem()) } else { Ok(read) }
    }

    fn from_der(der: CertificateDer<'static>) -> Option<Self> {
        let (rest, parsed) = X509Certificate::from_der(&der).ok()?;
        let at = |time: i64| (time >= 0).then(|| Timestamp::from_secs(time));
        let validity = parsed.validity();
        let (not_before, not_after) =
            (at(validity.not_before.timestamp())?, at(validity.not_after.timestamp())?);
        if !rest.is_empty() {
            return None;
        }
        Some(Self { not_before, not_after, der })
    }

    /// Whether it is good at this time.
    pub fn is_valid_at(&self, now: Timestamp) -> bool {
        (self.not_before..=self.not_after).contains(&now)
    }

    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Checks that a private key in PEM is the one of this certificate. Encrypted keys are not read.
    pub fn check_private_key(&self, text: &str) -> Result<(), Error> {
        let unreadable = || {
            Error::MalformedCertificate(
                "Unable to parse private key. Please ensure that it is an unencrypted RSA or ECDSA key in PEM format."
                    .to_owned(),
            )
        };
        let key = PrivateKeyDer::from_pem_slice(text.as_bytes()).map_err(|_| unreadable())?;
        let public = public_key(&key).ok_or_else(unreadable)?;
        let (_, parsed) = X509Certificate::from_der(&self.der).map_err(|_| unreadable())?;
        if *parsed.public_key().subject_public_key.data == *public {
            Ok(())
        } else {
            Err(Error::KeyPairMismatch)
        }
    }

    /// Whether this certificate's key has signed the other one, in this certificate's name.
    fn has_signed(&self, other: &Self) -> bool {
        let (Ok((_, signer)), Ok((_, signed))) =
            (X509Certificate::from_der(&self.der), X509Certificate::from_der(&other.der))
        else {
            return false;
        };
        let key = &signer.public_key().subject_public_key.data;
        let (message, signature) = (signed.tbs_certificate.as_ref(), &signed.signature_value.data);
        signer.subject().as_raw() == signed.issuer().as_raw()
            && ALL_VERIFICATION_ALGS
                .iter()
                .any(|algorithm| algorithm.verify_signature(key, message, signature).is_ok())
    }
}

const NOT_PEM: &str = "Unable to parse certificate. Please ensure the certificate is in PEM format.";

/// The public key of a private key, as certificates hold it.
fn public_key(key: &PrivateKeyDer<'_>) -> Option<Vec<u8>> {
    let der = key.secret_der();
    let rsa = match key {
        PrivateKeyDer::Pkcs1(_) => rsa::KeyPair::from_der(der),
        _ => rsa::KeyPair::from_pkcs8(der),
    };
    if let Ok(rsa) = rsa {
        return Some(rsa.public_key().as_ref().to_vec());
    }
    let curves =
        [&ECDSA_P256_SHA256_ASN1_SIGNING, &ECDSA_P384_SHA384_ASN1_SIGNING, &ECDSA_P521_SHA512_ASN1_SIGNING];
    let pair = curves.into_iter().find_map(|curve| EcdsaKeyPair::from_private_key_der(curve, der).ok());
    pair.map(|pair| pair.public_key().as_ref().to_vec())
}

#[cfg(test)]
#[path = "certificates/tests.rs"]
mod tests;
