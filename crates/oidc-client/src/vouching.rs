//! Whose certificates are believed.

use std::sync::Arc;

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

/// Believes the authorities, and certificates with one of the thumbprints.
#[derive(Debug)]
pub(crate) struct Vouching {
    /// `None` when there are no authorities.
    authorities: Option<Arc<WebPkiServerVerifier>>,
    thumbprints: Vec<String>,
    provider: Arc<CryptoProvider>,
}

impl Vouching {
    pub fn new(roots: &Arc<RootCertStore>, thumbprints: &[String], provider: Arc<CryptoProvider>) -> Self {
        let authorities =
            WebPkiServerVerifier::builder_with_provider(Arc::clone(roots), Arc::clone(&provider))
                .build()
                .ok();
        Self { authorities, thumbprints: thumbprints.to_vec(), provider }
    }

    /// Checks the chain up to a certificate in it that has one of the thumbprints.
    fn by_thumbprint(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let mut roots = RootCertStore::empty();
        let known = intermediates.iter().chain([end_entity]).filter(|certificate| {
            let digest = digest(&SHA1_FOR_LEGACY_USE_ONLY, certificate);
            let hex: String = digest.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
            self.thumbprints.contains(&hex)
        });
        for certificate in known {
            // One that cannot vouch leaves the chain without an issuer.
            let _ = roots.add(certificate.clone().into_owned());
        }
        let unknown = Error::InvalidCertificate(CertificateError::UnknownIssuer);
        let verifier =
            WebPkiServerVerifier::builder_with_provider(Arc::new(roots), Arc::clone(&self.provider)).build();
        verifier.map_err(|_| unknown)?.verify_server_cert(end_entity, intermediates, name, &[], now)
    }
}

impl ServerCertVerifier for Vouching {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let unknown = Err(Error::InvalidCertificate(CertificateError::UnknownIssuer));
        let by_authorities = self.authorities.as_ref().map_or(unknown, |authorities| {
            authorities.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
        });
        match by_authorities {
            // All of the check is made again, so it does not matter what was wrong.
            Err(Error::InvalidCertificate(_)) => {
                self.by_thumbprint(end_entity, intermediates, server_name, now)
            }
            decided => decided,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, cert, dss, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, cert, dss, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
