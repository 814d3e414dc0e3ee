#![doc = include_str!("../README.md")]

use std::sync::Arc;
use std::time::Duration;

use arn::Region;
use audit_event::RequestId;
use aws_model::xks::{SERVICE, errors};
use aws_model::{Document, ErrorCode};
use aws_wire::xks::{Route, URI_PATH_END, route};
use gate::{BoxFuture, Endpoint, Fault, Gate};
use http::header::{ALLOW, HeaderValue};
use http::request::Parts;
use http::{Method, Response};
use http_server::{Body, Regions, Request, Unread, reply};
use sigv4::{Form, Signed};

/// How old a request may be, and how far ahead its clock: more "SHOULD fail authentication" (specification, appendix A).
const MOST_SKEW: Duration = Duration::from_secs(5 * 60);

/// The operations of the XKS proxy API, and the gate in front of them.
pub struct Door {
    gate: Arc<Gate>,
    endpoints: Vec<Arc<dyn Endpoint>>,
    regions: Regions,
}

impl Door {
    /// A door to those of `endpoints` that belong to the XKS proxy API, in `regions`.
    pub fn new(gate: Arc<Gate>, endpoints: Vec<Box<dyn Endpoint>>, regions: Regions) -> Self {
        Self { gate, endpoints: endpoints.into_iter().map(Arc::from).collect(), regions }
    }

    async fn outcome(&self, request: &Request) -> Result<Response<Body>, Fault> {
        let route = route(request.head.uri.path()).ok_or_else(no_such_path)?;
        let endpoint = self
            .endpoints
            .iter()
            .find(|endpoint| std::ptr::eq(endpoint.schema(), route.operation))
            .ok_or_else(no_such_path)?;
        let failed = |error| Fault::signature(&SERVICE, &error);
        let signed = request.with_signed_head(sigv4::parse).map_err(failed)?;
        let region = self.region(&route, &signed)?;
        let served = |scope: &str| self.regions.of_call(&SERVICE, scope).is_some();
        signed.check_scope(SERVICE.signing_name, served).map_err(failed)?;
        self.check_form(&signed)?;
        let decode = || read(&route, &request.body);
        let answer = request.call(&self.gate, endpoint, &signed, region, decode).await?;
        Ok(reply::success(route.operation, &answer, &request.request_id))
    }

    /// The region that the path names, or else the signature's.
    fn region(&self, route: &Route<'_>, signed: &Signed) -> Result<Region, Fault> {
        let named = route.prefix.strip_prefix('/').unwrap_or(&signed.scope.region);
        let served = self.regions.of_call(&SERVICE, named);
        served.ok_or_else(|| {
            if route.prefix.is_empty() {
                bad_signature("no region that is served here")
            } else {
                no_such_path()
            }
        })
    }

    fn check_form(&self, signed: &Signed) -> Result<(), Fault> {
        if signed.form != Form::Header {
            return Err(bad_signature("in the query string: sign the Authorization header"));
        }
        let (now, at) = (self.gate.now().millis(), signed.signed_at.millis());
        if u128::from(now.abs_diff(at)) > MOST_SKEW.as_millis() {
            return Err(bad_signature(
                "more than five minutes old, or ahead: check the clocks of both sides",
            ));
        }
        Ok(())
    }
}

impl http_server::Door for Door {
    fn serves(&self, head: &Parts) -> bool {
        let path = head.uri.path();
        path.split_once("/kms/xks/").is_some() || path.ends_with("/kms/xks")
    }

    fn at_once(&self, head: &Parts, request_id: &RequestId) -> Option<Response<Body>> {
        if head.method == Method::POST {
            return None;
        }
        let fault = Fault::new(&METHOD_NOT_ALLOWED, "The XKS proxy API is called with POST.");
        let mut answer = reply::fault(&SERVICE, &fault, request_id);
        answer.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
        Some(answer)
    }

    fn unread(&self, _: &Parts, why: Unread, request_id: &RequestId) -> Response<Body> {
        let fault = match why {
            Unread::TooLarge => {
                Fault::new(&errors::UNSUPPORTED_OPERATION_EXCEPTION, "The request body is too large.")
            }
            Unread::Broken => {
                Fault::new(&errors::VALIDATION_EXCEPTION, "The request body could not be read.")
            }
            Unread::Late => {
                Fault::new(&errors::VALIDATION_EXCEPTION, "The request body did not arrive in time.")
            }
        };
        reply::fault(&SERVICE, &fault, request_id)
    }

    fn answer<'a>(&'a self, request: &'a Request) -> BoxFuture<'a, Response<Body>> {
        Box::pin(async move {
            let outcome = self.outcome(request).await;
            outcome.unwrap_or_else(|fault| reply::fault(&SERVICE, &fault, &request.request_id))
        })
    }
}

fn read(route: &Route<'_>, body: &[u8]) -> Result<Document, Fault> {
    route.decode(body).map_err(|error| Fault::new(&errors::VALIDATION_EXCEPTION, error.to_string()))
}

fn no_such_path() -> Fault {
    Fault::new(
        &errors::INVALID_URI_PATH_EXCEPTION,
        format!(
            "Expected [/REGION]{URI_PATH_END}/health or [/REGION]{URI_PATH_END}/keys/KEY-ID/metadata, encrypt or decrypt, of a region that is served here."
        ),
    )
}

fn bad_signature(is: &str) -> Fault {
    Fault::new(&errors::AUTHENTICATION_FAILED_EXCEPTION, format!("The signature is {is}."))
}

/// "It MUST reject the request with a 405 Method Not Allowed error", for which the API has no name.
static METHOD_NOT_ALLOWED: ErrorCode = ErrorCode {
    name: "MethodNotAllowedException",
    code: "MethodNotAllowedException",
    status: 405,
    sender_fault: true,
};
