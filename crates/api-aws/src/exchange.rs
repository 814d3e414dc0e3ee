use std::sync::Arc;

use audit_event::RequestId;
use aws_model::{Document, ErrorCode, OperationSchema, Protocol};
use aws_wire::{json, query};
use gate::{BoxFuture, Endpoint, Fault};
use http::header::{CONTENT_TYPE, HOST};
use http::request::Parts;
use http::{HeaderMap, Method, Response, StatusCode};
use http_server::{Body, Request, Unread, reply};
use sigv4::Signed;

use crate::Door;
use crate::route::Served;

impl http_server::Door for Door {
    fn serves(&self, _: &Parts) -> bool {
        true
    }

    fn at_once(&self, head: &Parts, request_id: &RequestId) -> Option<Response<Body>> {
        let is_read = head.method == Method::GET || head.method == Method::HEAD;
        (head.uri.path() == "/healthz" && is_read).then(|| self.health(request_id))
    }

    fn unread(&self, head: &Parts, why: Unread, request_id: &RequestId) -> Response<Body> {
        let (code, message) = match why {
            Unread::TooLarge => (&REQUEST_TOO_LARGE, "The request body could not be read or is too large."),
            Unread::Broken => (&UNREADABLE_REQUEST, "The request body could not be read or is too large."),
            Unread::Late => (&REQUEST_TIMEOUT, "The request body did not arrive in time."),
        };
        reply::unrouted(spoken(&head.headers), code, message, request_id)
    }

    fn answer<'a>(&'a self, request: &'a Request) -> BoxFuture<'a, Response<Body>> {
        Box::pin(async move { Heard { request }.answer(self).await })
    }
}

impl Door {
    fn health(&self, request_id: &RequestId) -> Response<Body> {
        if self.gate.is_recording() {
            reply::text(StatusCode::OK, "ok\n", request_id)
        } else {
            let why = "the audit log has stopped, so no call is answered: see the server's log\n";
            reply::text(StatusCode::SERVICE_UNAVAILABLE, why, request_id)
        }
    }
}

/// A request to this door.
struct Heard<'a> {
    request: &'a Request,
}

/// What a request asks for.
struct Asked<'d> {
    served: &'d Served,
    operation: String,
    form: Option<query::Form>,
}

impl Asked<'_> {
    fn is_proven_by_input(&self) -> bool {
        self.served.operation(&self.operation).is_some_and(|endpoint| endpoint.is_proven_by_input())
    }
}

impl Heard<'_> {
    async fn answer(&self, door: &Door) -> Response<Body> {
        let Request { head, request_id, .. } = self.request;
        let signed = self.request.with_signed_head(sigv4::parse);
        let asked = match self.asked(door, signed.as_ref().ok()) {
            Ok(asked) => asked,
            Err(unroutable) => {
                return unroutable.reply(spoken(&head.headers), signed.err(), request_id);
            }
        };
        let service = asked.served.service;
        let outcome = match signed {
            _ if asked.is_proven_by_input() => self.call_unsigned(door, &asked).await,
            Err(error) => Err(Fault::signature(service, &error)),
            Ok(signed) => self.call(door, &asked, &signed).await,
        };
        outcome.unwrap_or_else(|fault| reply::fault(service, &fault, request_id))
    }

    /// Finds service and operation: from the target header (awsJson), or from the form (awsQuery) with the service of
    /// the signature's scope, of the host name, or of the API version.
    fn asked<'d>(&self, door: &'d Door, signed: Option<&Signed>) -> Result<Asked<'d>, Unroutable> {
        let Request { head, body, .. } = self.request;
        if let Some(target) = self.request.header("x-amz-target") {
            let (served, operation) = door.routes.by_target(target).ok_or(Unroutable::Operation)?;
            return Ok(Asked { served, operation: operation.to_owned(), form: None });
        }
        let text = if head.method == Method::POST && !body.is_empty() {
            body.as_slice()
        } else {
            head.uri.query().unwrap_or_default().as_bytes()
        };
        let form = query::parse(text).map_err(Unroutable::Form)?;
        let served = signed
            .and_then(|signed| door.routes.by_signing_name(&signed.scope.service))
            .or_else(|| self.request.header(HOST.as_str()).and_then(|host| door.routes.by_host(host)))
            .or_else(|| form.version().and_then(|version| door.routes.by_version(version)))
            .filter(|served| matches!(served.service.protocol, Protocol::Query { .. }))
            .ok_or(Unroutable::Operation)?;
        let operation = form.action().ok_or(Unroutable::Operation)?.to_owned();
        Ok(Asked { served, operation, form: Some(form) })
    }

    async fn call_unsigned(&self, door: &Door, asked: &Asked<'_>) -> Result<Response<Body>, Fault> {
        let endpoint = self.endpoint(asked)?;
        let schema = endpoint.schema();
        let region = door.regions.of_unsigned(self.request.header(HOST.as_str()));
        let region = region.ok_or_else(|| Fault::internal(schema.service))?;
        let document = self.decoded(asked, schema)?;
        let answer = self.request.call_unsigned(&door.gate, endpoint, region, document).await?;
        Ok(reply::success(schema, &answer, &self.request.request_id))
    }

    fn decoded(&self, asked: &Asked<'_>, schema: &OperationSchema) -> Result<Document, Fault> {
        let decoded = match &asked.form {
            None => json::decode(&self.request.body, schema.input),
            Some(form) => form.decode(schema.input),
        };
        decoded.map_err(|error| Fault::new(error.code(), error.to_string()))
    }

    async fn call(&self, door: &Door, asked: &Asked<'_>, signed: &Signed) -> Result<Response<Body>, Fault> {
        let service = asked.served.service;
        let endpoint = self.endpoint(asked)?;
        let region = door.regions.of_call(service, &signed.scope.region);
        signed
            .check_scope(service.signing_name, |_| region.is_some())
            .map_err(|error| Fault::signature(service, &error))?;
        let region = region.ok_or_else(|| Fault::internal(service))?;
        let schema = endpoint.schema();
        let decode = || self.decoded(asked, schema);
        let answer = self.request.call(&door.gate, endpoint, signed, region, decode).await?;
        Ok(reply::success(schema, &answer, &self.request.request_id))
    }

    fn endpoint<'d>(&self, asked: &Asked<'d>) -> Result<&'d Arc<dyn Endpoint>, Fault> {
        let service = asked.served.service;
        asked.served.operation(&asked.operation).ok_or_else(|| {
            let code = match service.protocol {
                Protocol::Json { .. } | Protocol::XksProxy | Protocol::RestJson => &UNKNOWN_OPERATION,
                Protocol::Query { .. } => &INVALID_ACTION,
            };
            // It begins as AWS's own answer does.
            let message = format!(
                "Could not find operation {} for version {}: Lodge does not serve it.",
                printable(&asked.operation),
                service.api_version
            );
            Fault::new(code, message)
        })
    }
}

/// The protocol in which a client hears of errors before its service is known: JSON when it speaks that, otherwise XML, as
/// AWS's front doors answer.
fn spoken(headers: &HeaderMap) -> Protocol {
    let content_type = header(headers, CONTENT_TYPE.as_str()).unwrap_or_default();
    if !headers.contains_key("x-amz-target") && !content_type.starts_with("application/x-amz-json") {
        return Protocol::Query { xml_namespace: "" };
    }
    let version = if content_type.ends_with("-1.0") { "1.0" } else { "1.1" };
    Protocol::Json { version, target_prefix: "" }
}

/// A request that means no operation that is served here.
enum Unroutable {
    Operation,
    Form(aws_wire::WireError),
}

impl Unroutable {
    /// Who sends no signature is told so first, as AWS does.
    fn reply(
        self,
        spoken: Protocol,
        unsigned: Option<sigv4::Error>,
        request_id: &RequestId,
    ) -> Response<Body> {
        match (self, unsigned) {
            (_, Some(error @ sigv4::Error::MissingAuthenticationToken)) => {
                let code = match spoken {
                    Protocol::Json { .. } => &MISSING_AUTHENTICATION_TOKEN_EXCEPTION,
                    Protocol::Query { .. } | Protocol::XksProxy | Protocol::RestJson => {
                        &MISSING_AUTHENTICATION_TOKEN
                    }
                };
                reply::unrouted(spoken, code, &error.to_string(), request_id)
            }
            (Self::Form(error), _) => reply::unrouted(spoken, error.code(), &error.to_string(), request_id),
            (Self::Operation, _) => reply::unrouted(
                spoken,
                &UNKNOWN_OPERATION,
                "The request names no operation that is served here: expected X-Amz-Target or Action, and a signature for that service.",
                request_id,
            ),
        }
    }
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// A name from outside, short and without control characters, for an error text.
fn printable(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(64).collect()
}

macro_rules! codes {
    ($($name:ident = $code:literal, $status:literal;)*) => {$(
        static $name: ErrorCode = ErrorCode { name: $code, code: $code, status: $status, sender_fault: true };
    )*};
}

codes! {
    MISSING_AUTHENTICATION_TOKEN_EXCEPTION = "MissingAuthenticationTokenException", 400;
    MISSING_AUTHENTICATION_TOKEN = "MissingAuthenticationToken", 403;
    UNKNOWN_OPERATION = "UnknownOperationException", 400;
    INVALID_ACTION = "InvalidAction", 400;
    REQUEST_TOO_LARGE = "RequestEntityTooLarge", 413;
    REQUEST_TIMEOUT = "RequestTimeout", 408;
    UNREADABLE_REQUEST = "IncompleteBody", 400;
}
