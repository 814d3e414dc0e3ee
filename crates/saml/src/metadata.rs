//! The metadata document of an identity provider (SAML Metadata, section 2).

use clock::Timestamp;
use roxmltree::Node;

use crate::Error;
use crate::certificate::Certificate;
use crate::xml::{self, METADATA, PROTOCOL, SIGNATURE};

/// The largest document, in bytes. IAM takes ten times as much; that of one identity provider has some ten thousand.
const MAX_LEN: usize = 1_000_000;
const MAX_CERTIFICATES: usize = 20;

/// An identity provider: who it is, and whose signatures are its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    pub(crate) entity_id: String,
    pub(crate) certificates: Vec<Certificate>,
    pub(crate) valid_until: Option<Timestamp>,
}

impl Metadata {
    /// Reads a document with one `EntityDescriptor` that has an `IDPSSODescriptor` with a certificate for signing.
    ///
    /// A signature of the document is not checked: whoever uploads it vouches for it.
    ///
    /// # Errors
    ///
    /// [`Error::Malformed`] and [`Error::Certificate`].
    pub fn parse(document: &str) -> Result<Self, Error> {
        let document = xml::parse(document.trim_start_matches('\u{feff}').trim(), MAX_LEN)?;
        let entity = document.root_element();
        if !xml::is(entity, METADATA, "EntityDescriptor") {
            return Err(Error::Malformed("it must be one EntityDescriptor of SAML 2.0 metadata"));
        }
        let entity_id = entity.attribute("entityID").filter(|id| !id.is_empty() && id.len() <= 1024);
        let entity_id =
            entity_id.ok_or(Error::Malformed("its entityID must have 1 to 1024 letters"))?.to_owned();
        let role = xml::at_most_one(entity, METADATA, "IDPSSODescriptor")?
            .ok_or(Error::Malformed("it has no IDPSSODescriptor"))?;
        let protocols = role.attribute("protocolSupportEnumeration").unwrap_or_default();
        if !protocols.split_ascii_whitespace().any(|protocol| protocol == PROTOCOL) {
            return Err(Error::Malformed("its IDPSSODescriptor does not support SAML 2.0"));
        }
        let certificates = certificates(role)?;
        if certificates.is_empty() {
            return Err(Error::Certificate("the metadata document has none for signing"));
        }
        let valid_until = [valid_until(entity)?, valid_until(role)?].into_iter().flatten().min();
        Ok(Self { entity_id, certificates, valid_until })
    }

    /// The entity id: the issuer of its assertions.
    pub fn entity_id(&self) -> &str {
        &self.entity_id
    }

    /// Until when the document counts; without an end when it names none.
    pub fn valid_until(&self) -> Option<Timestamp> {
        self.valid_until
    }
}

/// A key without `use` is for signing as well.
fn certificates(role: Node<'_, '_>) -> Result<Vec<Certificate>, Error> {
    let mut certificates = Vec::new();
    let keys = xml::all(role, METADATA, "KeyDescriptor");
    let for_signing = keys.filter(|key| matches!(key.attribute("use"), None | Some("signing")));
    for certificate in for_signing
        .flat_map(|key| xml::all(key, SIGNATURE, "KeyInfo"))
        .flat_map(|info| xml::all(info, SIGNATURE, "X509Data"))
        .flat_map(|data| xml::all(data, SIGNATURE, "X509Certificate"))
    {
        let der = xml::base64(&xml::text(certificate)?)?;
        certificates.push(Certificate::from_der(&der)?);
        if certificates.len() > MAX_CERTIFICATES {
            return Err(Error::Certificate("the metadata document has more than 20"));
        }
    }
    Ok(certificates)
}

fn valid_until(node: Node<'_, '_>) -> Result<Option<Timestamp>, Error> {
    let parsed = node.attribute("validUntil").map(Timestamp::parse_iso8601).transpose();
    parsed.map_err(|_| Error::Malformed("its validUntil is not written as 2026-01-31T12:00:00Z"))
}
