//! The trust anchor: does the key store's owner know which cluster this is?

use cryptoki::object::{Attribute, AttributeType, CertificateType, ObjectClass};
use cryptoki::session::Session;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

use crate::cluster::Error;
use crate::fault::Fault;

/// Where a cluster's certificate is known from.
#[derive(Debug, Clone)]
pub enum TrustAnchor {
    /// From the operator.
    Certificate(CertificateDer<'static>),
    /// From the token: its public certificate object with this label.
    InToken {
        /// `CKA_LABEL`.
        label: String,
    },
}

impl TrustAnchor {
    /// A certificate in PEM, as `openssl` writes it. What follows the first certificate is not read.
    pub fn from_pem(pem: &str) -> Result<Self, Error> {
        certificate(pem).map(Self::Certificate).ok_or(Error::TrustAnchor)
    }

    /// The certificate object with this label in the token.
    pub fn in_token(label: &str) -> Self {
        Self::InToken { label: label.to_owned() }
    }

    /// Whether `pem` is this certificate, byte for byte. `session` need not be logged in.
    pub(crate) fn is(&self, pem: &str, session: &Session) -> Result<bool, Fault> {
        let Some(given) = certificate(pem) else { return Ok(false) };
        match self {
            Self::Certificate(known) => Ok(*known == given),
            Self::InToken { label } => Ok(in_token(session, label)? == given.as_ref()),
        }
    }
}

fn certificate(pem: &str) -> Option<CertificateDer<'static>> {
    CertificateDer::from_pem_slice(pem.as_bytes()).ok()
}

fn in_token(session: &Session, label: &str) -> Result<Vec<u8>, Fault> {
    let found = session.find_objects(&[
        Attribute::Class(ObjectClass::CERTIFICATE),
        Attribute::CertificateType(CertificateType::X_509),
        Attribute::Label(label.as_bytes().to_vec()),
    ])?;
    let [certificate] = found.as_slice() else {
        return Err(Fault::Setup(format!(
            "the token holds {} certificates labelled {label:?} and must hold one: put the cluster's certificate there",
            found.len()
        )));
    };
    let value = session.get_attributes(*certificate, &[AttributeType::Value])?.into_iter().next();
    match value {
        Some(Attribute::Value(der)) => Ok(der),
        _ => Err(Fault::Other(format!("the token does not show the certificate labelled {label:?}"))),
    }
}
