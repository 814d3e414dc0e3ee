use std::time::Duration;

use clock::Timestamp;
use rustls_pki_types::{CertificateDer, TrustAnchor, pem::PemObject};

use crate::{
    Attestation, Error,
    chain::{self, Certificate},
    cose::Sign1,
    document::Claims,
};

/// Accepts attestation documents that were signed under one of its roots.
///
/// With no root it accepts none.
#[derive(Clone)]
pub struct Verifier {
    roots: Vec<Root>,
}

/// How far the time in a document may be from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Freshness {
    /// The greatest age of a document.
    pub max_age: Duration,
    /// How far the platform's clock may run ahead.
    pub max_clock_skew: Duration,
}

impl Verifier {
    /// Trusts these roots. AWS has one for each partition.
    pub fn new(roots: Vec<Root>) -> Self {
        Self { roots }
    }

    /// Reads a signed document (COSE_Sign1, tagged or not) and checks all of it at `now`: form, certificate chain,
    /// signature, age.
    ///
    /// The nonce is not checked: in KMS nobody hands one out.
    pub fn verify(&self, signed: &[u8], now: Timestamp, freshness: Freshness) -> Result<Attestation, Error> {
        let signed = Sign1::parse(signed)?;
        let claims = Claims::parse(signed.payload)?;
        let (root, intermediates) = self.root_of(&claims)?;
        if now < root.form.not_before || now > root.form.not_after {
            return Err(Error::RootNotValid { now });
        }
        if root.form.path_length.is_some_and(|longest| intermediates.len() > longest) {
            return Err(Error::ChainForm("it is longer than its root allows"));
        }
        let key = chain::verify(&root.anchor, intermediates, claims.certificate, now)?;
        signed.verify(&key)?;

        let made = claims.attestation.timestamp();
        if made > now.plus(freshness.max_clock_skew) {
            return Err(Error::NotYetMade { made });
        }
        if made < now.minus(freshness.max_age) {
            return Err(Error::Expired { made });
        }
        Ok(claims.attestation)
    }

    /// The root that the document's chain starts at, and the rest of the chain.
    fn root_of<'a, 'b>(&self, claims: &'b Claims<'a>) -> Result<(&Root, &'b [&'a [u8]]), Error> {
        let (first, intermediates) = claims.cabundle.split_first().ok_or(Error::UntrustedRoot)?;
        let root = self.roots.iter().find(|root| root.der.as_ref() == *first).ok_or(Error::UntrustedRoot)?;
        Ok((root, intermediates))
    }
}

/// A root certificate that is trusted to say who is a Nitro platform.
#[derive(Clone)]
pub struct Root {
    der: CertificateDer<'static>,
    anchor: TrustAnchor<'static>,
    form: std::sync::Arc<Certificate>,
}

impl Root {
    /// From one X.509 certificate in DER. It must be a certificate authority that may sign certificates.
    pub fn from_der(der: &[u8]) -> Result<Self, Error> {
        Self::new(CertificateDer::from(der.to_vec()))
    }

    /// From the first certificate in a PEM file, the form in which AWS publishes its root.
    pub fn from_pem(pem: &[u8]) -> Result<Self, Error> {
        CertificateDer::from_pem_slice(pem)
            .map_err(|_| Error::Root("it is not a certificate in PEM"))
            .and_then(Self::new)
    }

    fn new(der: CertificateDer<'static>) -> Result<Self, Error> {
        const FORM: &str = "it is not an X.509 certificate of version 3";
        let form = Certificate::parse(&der).map_err(|_| Error::Root(FORM))?;
        if !form.signs_certificates() {
            return Err(Error::Root(
                "its basic constraints and key usage do not make it a certificate authority",
            ));
        }
        let anchor = webpki::anchor_from_trusted_cert(&der).map_err(|_| Error::Root(FORM))?.to_owned();
        Ok(Self { der, anchor, form: form.into() })
    }
}
