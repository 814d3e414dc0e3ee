#![doc = include_str!("../README.md")]

use std::sync::Arc;

use audit_event::RequestId;
use gate::BoxFuture;
use http::header::{ALLOW, HeaderValue};
use http::request::Parts;
use http::{Method, Response, StatusCode};
use http_server::{Body, Request, Unread, reply};
use iam::{Iam, IssuerDocument};

/// The issuers of all accounts.
pub struct Door {
    iam: Arc<Iam>,
}

impl Door {
    /// A door to the issuers of `iam`.
    pub fn new(iam: Arc<Iam>) -> Self {
        Self { iam }
    }

    async fn document(&self, path: &str, request_id: &RequestId) -> Response<Body> {
        let found = match asked(path) {
            Some((issuer, which)) => self.iam.issuer_document(issuer, which).await,
            None => Ok(None),
        };
        match found {
            Ok(Some(document)) => reply::document(StatusCode::OK, document, request_id),
            Ok(None) => {
                reply::json(StatusCode::NOT_FOUND, r#"{"error":"there is no such issuer"}"#, request_id)
            }
            Err(error) => {
                tracing::error!(%error, "the documents of a token issuer could not be made");
                let text = r#"{"error":"something failed inside; try again"}"#;
                reply::json(StatusCode::INTERNAL_SERVER_ERROR, text, request_id)
            }
        }
    }
}

impl http_server::Door for Door {
    fn serves(&self, head: &Parts) -> bool {
        asked(head.uri.path()).is_some()
    }

    fn at_once(&self, head: &Parts, request_id: &RequestId) -> Option<Response<Body>> {
        if [Method::GET, Method::HEAD].contains(&head.method) {
            return None;
        }
        let text = r#"{"error":"this document is read with GET"}"#;
        let mut answer = reply::json(StatusCode::METHOD_NOT_ALLOWED, text, request_id);
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        Some(answer)
    }

    fn unread(&self, _: &Parts, _: Unread, request_id: &RequestId) -> Response<Body> {
        let text = r#"{"error":"a request for this document has no body"}"#;
        reply::json(StatusCode::BAD_REQUEST, text, request_id)
    }

    fn answer<'a>(&'a self, request: &'a Request) -> BoxFuture<'a, Response<Body>> {
        Box::pin(self.document(request.head.uri.path(), &request.request_id))
    }
}

/// The issuer's id, and which of its documents.
fn asked(path: &str) -> Option<(&str, IssuerDocument)> {
    let (before, name) = path.split_once("/.well-known/")?;
    let which = match name {
        "openid-configuration" => IssuerDocument::Discovery,
        "jwks.json" => IssuerDocument::Keys,
        _ => return None,
    };
    Some((before.rsplit('/').next()?, which))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        assert_eq!(asked("/abc/.well-known/jwks.json"), Some(("abc", IssuerDocument::Keys)));
        let below = "/lodge/abc/.well-known/openid-configuration";
        assert_eq!(asked(below), Some(("abc", IssuerDocument::Discovery)));
        for other in ["/", "/abc/jwks.json", "/abc/.well-known/", "/abc/.well-known/jwks.json/", "/healthz"] {
            assert_eq!(asked(other), None, "{other}");
        }
    }
}
