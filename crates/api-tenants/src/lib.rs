#![doc = include_str!("../README.md")]

mod bearer;

use std::sync::Arc;

use audit_event::RequestId;
use aws_model::sts::AssumeRoleWithWebIdentity;
use aws_model::tenants::{BINDINGS, SERVICE, errors};
use aws_model::{ErrorCode, Operation};
use aws_wire::rest::{Route, Unrouted, route};
use gate::{BoxFuture, Endpoint, Fault, Gate};
use http::header::{ALLOW, HOST, HeaderValue, WWW_AUTHENTICATE};
use http::request::Parts;
use http::{Method, Response, StatusCode};
use http_server::{Body, Regions, Request, Unread, reply};
use sigv4::Signed;

/// The document that describes the API: OpenAPI 3.1.
pub const OPENAPI: &str = include_str!("openapi.json");

/// How callers show who they are.
const SCHEMES: &str = "Bearer, AWS4-HMAC-SHA256";

/// Where the document is served, to everybody.
pub const OPENAPI_PATH: &str = "/tenants/v1/openapi.json";

/// The operations of the tenants API, and the gate in front of them.
pub struct Door {
    gate: Arc<Gate>,
    endpoints: Vec<Arc<dyn Endpoint>>,
    /// AssumeRoleWithWebIdentity, for callers with tokens.
    assume: Option<Arc<dyn Endpoint>>,
    regions: Regions,
}

impl Door {
    /// A door to those of `endpoints` that belong to the tenants API, in `regions`. `sign_in` has the operations of STS: without
    /// AssumeRoleWithWebIdentity no tokens are taken.
    pub fn new(
        gate: Arc<Gate>,
        endpoints: Vec<Box<dyn Endpoint>>,
        sign_in: Vec<Box<dyn Endpoint>>,
        regions: Regions,
    ) -> Self {
        let endpoints = endpoints.into_iter().map(Arc::from).collect();
        let assume = sign_in.into_iter().map(Arc::from).find(|endpoint: &Arc<dyn Endpoint>| {
            std::ptr::eq(endpoint.schema(), AssumeRoleWithWebIdentity::SCHEMA)
        });
        Self { gate, endpoints, assume, regions }
    }

    async fn outcome(&self, request: &Request) -> Result<Response<Body>, Fault> {
        let Some(token) = bearer::token(request) else { return self.signed(request).await };
        // Whatever is at no path needs no session.
        routed(&request.head).map_err(|unrouted| no_such_path(&unrouted))?;
        let assume = self.assume.as_ref().ok_or_else(|| {
            Fault::new(&errors::UNAUTHENTICATED_EXCEPTION, "No tokens are taken here: sign the request.")
        })?;
        let region = self.regions.of_unsigned(request.header(HOST.as_str()));
        let region = region.ok_or_else(|| Fault::internal(&SERVICE))?;
        let request = bearer::signed(request, token, &self.gate, assume, region).await?;
        self.signed(&request).await
    }

    async fn signed(&self, request: &Request) -> Result<Response<Body>, Fault> {
        let route = routed(&request.head).map_err(|unrouted| no_such_path(&unrouted))?;
        let operation = route.binding.operation;
        let endpoint = self
            .endpoints
            .iter()
            .find(|endpoint| std::ptr::eq(endpoint.schema(), operation))
            .ok_or_else(|| no_such_path(&Unrouted::Path))?;
        let failed = |error| Fault::signature(&SERVICE, &error);
        let signed = request.with_signed_head(sigv4::parse).map_err(failed)?;
        let region = self.regions.of_call(&SERVICE, &signed.scope.region);
        self.check_scope(&signed)?;
        let region = region.ok_or_else(|| {
            Fault::new(
                &errors::UNAUTHENTICATED_EXCEPTION,
                "The signature is for a region that is not served here.",
            )
        })?;
        let query = request.head.uri.query().unwrap_or_default();
        let decode = || {
            let document = route.decode(query, &request.body);
            document.map_err(|error| Fault::new(&errors::VALIDATION_EXCEPTION, error.to_string()))
        };
        let answer = request.call(&self.gate, endpoint, &signed, region, decode).await?;
        Ok(reply::success(operation, &answer, &request.request_id))
    }

    fn check_scope(&self, signed: &Signed) -> Result<(), Fault> {
        let served = |scope: &str| self.regions.of_call(&SERVICE, scope).is_some();
        signed.check_scope(SERVICE.signing_name, served).map_err(|error| Fault::signature(&SERVICE, &error))
    }
}

impl http_server::Door for Door {
    fn serves(&self, head: &Parts) -> bool {
        head.uri.path().starts_with("/tenants/")
    }

    fn at_once(&self, head: &Parts, request_id: &RequestId) -> Option<Response<Body>> {
        if head.uri.path() == OPENAPI_PATH && head.method == Method::GET {
            return Some(reply::json(StatusCode::OK, OPENAPI, request_id));
        }
        let unrouted = routed(head).err()?;
        let mut answer = reply::fault(&SERVICE, &no_such_path(&unrouted), request_id);
        if let Unrouted::Method(methods) = unrouted
            && let Ok(methods) = HeaderValue::from_str(&methods.join(", "))
        {
            answer.headers_mut().insert(ALLOW, methods);
        }
        Some(answer)
    }

    fn unread(&self, _: &Parts, why: Unread, request_id: &RequestId) -> Response<Body> {
        let fault = match why {
            Unread::TooLarge => Fault::new(&CONTENT_TOO_LARGE, "The request body is too large."),
            Unread::Broken => {
                Fault::new(&errors::VALIDATION_EXCEPTION, "The request body could not be read.")
            }
            Unread::Late => Fault::new(&REQUEST_TIMEOUT, "The request body did not arrive in time."),
        };
        reply::fault(&SERVICE, &fault, request_id)
    }

    fn answer<'a>(&'a self, request: &'a Request) -> BoxFuture<'a, Response<Body>> {
        Box::pin(async move {
            let outcome = self.outcome(request).await;
            outcome.unwrap_or_else(|fault| {
                let mut answer = reply::fault(&SERVICE, &fault, &request.request_id);
                if answer.status() == StatusCode::UNAUTHORIZED {
                    answer.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static(SCHEMES));
                }
                answer
            })
        })
    }
}

fn routed(head: &Parts) -> Result<Route, Unrouted> {
    route(BINDINGS, head.method.as_str(), head.uri.path())
}

fn no_such_path(unrouted: &Unrouted) -> Fault {
    let code = match unrouted {
        Unrouted::Path => &NOT_FOUND,
        Unrouted::Method(_) => &METHOD_NOT_ALLOWED,
    };
    Fault::new(code, format!("{unrouted} {OPENAPI_PATH} describes the API."))
}

// What HTTP says before an operation is known.

static NOT_FOUND: ErrorCode = sender("UnknownOperationException", 404);
static METHOD_NOT_ALLOWED: ErrorCode = sender("MethodNotAllowedException", 405);
static REQUEST_TIMEOUT: ErrorCode = sender("RequestTimeoutException", 408);
static CONTENT_TOO_LARGE: ErrorCode = sender("RequestEntityTooLargeException", 413);

const fn sender(code: &'static str, status: u16) -> ErrorCode {
    ErrorCode { name: code, code, status, sender_fault: true }
}
