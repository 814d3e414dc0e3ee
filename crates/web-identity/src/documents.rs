use std::future::Future;
use std::pin::Pin;

use serde::Deserialize;

use crate::{Error, Location};

/// A future on the heap, for a trait that is used as an object.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The way to the documents of identity providers.
pub trait Documents: Send + Sync + 'static {
    /// What is at `location`. `thumbprints` are SHA-1 of certificates in lower-case hexadecimal digits: one of these may vouch for the
    /// host when no authority that the system trusts does.
    fn get<'a>(
        &'a self,
        location: &'a Location,
        thumbprints: &'a [String],
    ) -> BoxFuture<'a, Result<Vec<u8>, Unfetched>>;
}

/// Why a document could not be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unfetched {
    /// The operator does not let Lodge connect to the host.
    #[error("connections to {0} are not allowed: the operator allows them with --oidc-host")]
    NotAllowed(String),
    /// The certificate is not one that authorities or thumbprints vouch for.
    #[error("OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint")]
    Certificate,
    /// There was no answer, or none that could be used.
    #[error("{0}")]
    Failed(String),
}

/// A provider's discovery document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discovery {
    /// Where the provider's keys are.
    pub keys: Location,
}

#[derive(Deserialize)]
struct Metadata {
    issuer: String,
    jwks_uri: String,
}

impl Discovery {
    /// Where the discovery document of an issuer (host and path) is; `None` when the issuer is no such thing.
    ///
    /// Source: OpenID Connect Discovery 1.0, section 4.
    pub fn location(issuer: &str) -> Option<Location> {
        let issuer = issuer.strip_suffix('/').unwrap_or(issuer);
        Location::parse(&format!("https://{issuer}/.well-known/openid-configuration"))
    }

    /// Reads the discovery document of an issuer (host and path). A document in the name of another issuer is refused.
    pub fn parse(document: &[u8], issuer: &str) -> Result<Self, Error> {
        let invalid = |what: String| Error::Document(what);
        let found: Metadata = serde_json::from_slice(document)
            .map_err(|error| invalid(format!("the discovery document cannot be read: {error}")))?;
        if found.issuer.strip_prefix("https://") != Some(issuer) {
            return Err(invalid(format!("the discovery document is not that of https://{issuer}")));
        }
        let keys = Location::parse(&found.jwks_uri)
            .ok_or_else(|| invalid("jwks_uri in the discovery document is no https URL".to_owned()))?;
        Ok(Self { keys })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_discovery_document_is_the_issuers_own() {
        let document =
            br#"{"issuer": "https://a.test/t", "jwks_uri": "https://keys.test/jwks", "more": [1]}"#;
        let found = Discovery::parse(document, "a.test/t").unwrap();
        assert_eq!(found.keys.to_string(), "https://keys.test/jwks");
        for issuer in ["a.test", "a.test/t/", "A.test/t"] {
            assert!(Discovery::parse(document, issuer).is_err(), "{issuer}");
        }
        for document in [
            "",
            "[]",
            r#"{"issuer": "https://a.test/t"}"#,
            r#"{"issuer": "https://a.test/t", "jwks_uri": "http://keys.test/"}"#,
        ] {
            assert!(Discovery::parse(document.as_bytes(), "a.test/t").is_err(), "{document}");
        }
    }

    #[test]
    fn it_lies_below_the_issuer() {
        let location = |issuer| Discovery::location(issuer).unwrap().to_string();
        assert_eq!(location("a.test"), "https://a.test/.well-known/openid-configuration");
        assert_eq!(location("a.test/t/"), "https://a.test/t/.well-known/openid-configuration");
    }
}
