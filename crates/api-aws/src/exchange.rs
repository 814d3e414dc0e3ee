use std::net::IpAddr;
use std::sync::Arc;

use arn::Region;
use audit_event::RequestId;
use aws_model::{Document, ErrorCode, Protocol};
use aws_wire::{json, query};
use bytes::Buf;
use gate::{Effect, Endpoint, Fault, Incoming, Origin};
use http::header::{CONTENT_TYPE, HOST, USER_AGENT};
use http::{HeaderMap, Method, Request, Response, StatusCode, request};
use http_body_util::BodyExt;
use sigv4::{RequestHead, Signed};
use tokio::sync::OwnedSemaphorePermit;
use zeroize::Zeroizing;

use crate::Door;
use crate::reply::{self, Body};
use crate::route::Served;
use crate::server::Limits;

/// The other end of a connection.
#[derive(Debug)]
pub(crate) struct Peer {
    pub(crate) ip: IpAddr,
    pub(crate) secure: bool,
    pub(crate) tls: Option<(&'static str, &'static str)>,
    /// What the peer takes of [`Limits::connections`]: given back when the connection and all that it set going have ended.
    pub(crate) _slot: OwnedSemaphorePermit,
}

impl Door {
    /// Answers one request. Every way out of here is an answer in AWS's form.
    pub(crate) async fn exchange<B>(
        &self,
        request: Request<B>,
        peer: &Arc<Peer>,
        limits: &Limits,
    ) -> Response<Body>
    where
        B: http_body::Body + Unpin,
    {
        let request_id = RequestId::from_random(*uuid::Uuid::new_v4().as_bytes());
        let (head, body) = request.into_parts();
        if head.uri.path() == "/healthz" && (head.method == Method::GET || head.method == Method::HEAD) {
            return self.health(&request_id);
        }
        let spoken = spoken(&head.headers);
        let body = match tokio::time::timeout(limits.read_timeout, read(body, limits.body_bytes)).await {
            Ok(Ok(body)) => body,
            Ok(Err(code)) => {
                return reply::unrouted(
                    spoken,
                    code,
                    "The request body could not be read or is too large.",
                    &request_id,
                );
            }
            Err(_) => {
                return reply::unrouted(
                    spoken,
                    &REQUEST_TIMEOUT,
                    "The request body did not arrive in time.",
                    &request_id,
                );
            }
        };
        Heard { head, body, request_id, peer }.answer(self).await
    }

    fn health(&self, request_id: &RequestId) -> Response<Body> {
        if self.gate.is_recording() {
            reply::text(StatusCode::OK, "ok\n", request_id)
        } else {
            let why = "the audit log has stopped, so no call is answered: see the server's log\n";
            reply::text(StatusCode::SERVICE_UNAVAILABLE, why, request_id)
        }
    }
}

/// A request that has arrived whole.
struct Heard<'a> {
    head: request::Parts,
    body: Zeroizing<Vec<u8>>,
    request_id: RequestId,
    peer: &'a Arc<Peer>,
}

/// What a request asks for.
struct Asked<'d> {
    served: &'d Served,
    operation: String,
    form: Option<query::Form>,
}

impl Heard<'_> {
    async fn answer(&self, door: &Door) -> Response<Body> {
        let headers: Vec<(&str, &[u8])> =
            self.head.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let head = RequestHead {
            method: self.head.method.as_str(),
            path: self.head.uri.path(),
            query: self.head.uri.query().unwrap_or_default(),
            headers: &headers,
        };
        let signed = sigv4::parse(&head);
        let asked = match self.asked(door, signed.as_ref().ok()) {
            Ok(asked) => asked,
            Err(unroutable) => {
                return unroutable.reply(spoken(&self.head.headers), signed.err(), &self.request_id);
            }
        };
        let service = asked.served.service;
        let outcome = match signed {
            Err(error) => Err(Fault::signature(service, &error)),
            Ok(signed) => self.call(door, &asked, &head, &signed).await,
        };
        outcome.unwrap_or_else(|fault| reply::fault(service, &fault, &self.request_id))
    }

    /// Finds service and operation: from the target header (awsJson), or from the form (awsQuery) with the service of
    /// the signature's scope, of the host name, or of the API version.
    fn asked<'d>(&self, door: &'d Door, signed: Option<&Signed>) -> Result<Asked<'d>, Unroutable> {
        if let Some(target) = header(&self.head.headers, "x-amz-target") {
            let (served, operation) = door.routes.by_target(target).ok_or(Unroutable::Operation)?;
            return Ok(Asked { served, operation: operation.to_owned(), form: None });
        }
        let text = if self.head.method == Method::POST && !self.body.is_empty() {
            self.body.as_slice()
        } else {
            self.head.uri.query().unwrap_or_default().as_bytes()
        };
        let form = query::parse(text).map_err(Unroutable::Form)?;
        let served = signed
            .and_then(|signed| door.routes.by_signing_name(&signed.scope.service))
            .or_else(|| header(&self.head.headers, HOST.as_str()).and_then(|host| door.routes.by_host(host)))
            .or_else(|| form.version().and_then(|version| door.routes.by_version(version)))
            .filter(|served| matches!(served.service.protocol, Protocol::Query { .. }))
            .ok_or(Unroutable::Operation)?;
        let operation = form.action().ok_or(Unroutable::Operation)?.to_owned();
        Ok(Asked { served, operation, form: Some(form) })
    }

    async fn call(
        &self,
        door: &Door,
        asked: &Asked<'_>,
        head: &RequestHead<'_>,
        signed: &Signed,
    ) -> Result<Response<Body>, Fault> {
        let service = asked.served.service;
        let endpoint = self.endpoint(asked)?;
        let region = door.regions.of_call(service, &signed.scope.region);
        signed
            .check_scope(service.signing_name, |_| region.is_some())
            .map_err(|error| Fault::signature(service, &error))?;
        let region = region.ok_or_else(|| Fault::internal(service))?;
        let origin = self.origin(door, region);
        let schema = endpoint.schema();
        let body_sha256 = sigv4::sha256(&self.body);
        let caller = door.gate.authenticate(endpoint.as_ref(), signed, head, &body_sha256, &origin).await?;
        let decoded = match &asked.form {
            None => json::decode(&self.body, schema.input),
            Some(form) => form.decode(schema.input),
        };
        let document = match decoded {
            Ok(document) => document,
            Err(error) => {
                let fault = Fault::new(error.code(), error.to_string());
                return Err(door.gate.refused(endpoint.as_ref(), &caller, &origin, fault).await);
            }
        };
        let answer = run(door, endpoint, Incoming { caller, origin, document }, self.peer).await?;
        Ok(reply::success(schema, &answer, &self.request_id))
    }

    fn endpoint<'d>(&self, asked: &Asked<'d>) -> Result<&'d Arc<dyn Endpoint>, Fault> {
        let service = asked.served.service;
        asked.served.operation(&asked.operation).ok_or_else(|| match service.protocol {
            Protocol::Json { .. } | Protocol::XksProxy => Fault::new(&UNKNOWN_OPERATION, ""),
            Protocol::Query { .. } => Fault::new(
                &INVALID_ACTION,
                format!(
                    "Could not find operation {} for version {}",
                    printable(&asked.operation),
                    service.api_version
                ),
            ),
        })
    }

    fn origin(&self, door: &Door, region: Region) -> Origin {
        Origin {
            region,
            at: door.gate.now(),
            request_id: self.request_id,
            source_ip: self.peer.ip,
            secure_transport: self.peer.secure,
            tls: self.peer.tls,
            user_agent: header(&self.head.headers, USER_AGENT.as_str()).map(str::to_owned),
            host: header(&self.head.headers, HOST.as_str()).map(str::to_owned),
        }
    }
}

/// Runs the call. A change runs to its end even when the caller hangs up, and keeps the caller's slot until then.
async fn run(
    door: &Door,
    endpoint: &Arc<dyn Endpoint>,
    incoming: Incoming,
    peer: &Arc<Peer>,
) -> Result<Document, Fault> {
    if endpoint.effect() != Effect::Change {
        return endpoint.call(&door.gate, incoming).await;
    }
    let (gate, endpoint, peer) = (Arc::clone(&door.gate), Arc::clone(endpoint), Arc::clone(peer));
    let schema = endpoint.schema();
    let running = tokio::spawn(async move {
        let outcome = endpoint.call(&gate, incoming).await;
        drop(peer);
        outcome
    });
    running.await.unwrap_or_else(|error| {
        tracing::error!(operation = schema.name, %error, "a change was broken off");
        Err(Fault::internal(schema.service))
    })
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
                    Protocol::Query { .. } | Protocol::XksProxy => &MISSING_AUTHENTICATION_TOKEN,
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

/// Reads a body of bounded size into a buffer that is wiped after use, since it can hold plaintext.
async fn read<B: http_body::Body + Unpin>(
    mut body: B,
    limit: usize,
) -> Result<Zeroizing<Vec<u8>>, &'static ErrorCode> {
    let expected = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if expected > limit {
        return Err(&REQUEST_TOO_LARGE);
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(expected.max(1024)));
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else { return Err(&UNREADABLE_REQUEST) };
        let Ok(mut data) = frame.into_data() else { continue };
        if bytes.len() + data.remaining() > limit {
            return Err(&REQUEST_TOO_LARGE);
        }
        if bytes.capacity() - bytes.len() < data.remaining() {
            // Growing in place would leave a copy behind in freed memory.
            let mut larger = Zeroizing::new(Vec::with_capacity(
                (bytes.len() + data.remaining()).max(bytes.capacity() * 2),
            ));
            larger.extend_from_slice(&bytes);
            bytes = larger;
        }
        while data.has_remaining() {
            let chunk = data.chunk();
            bytes.extend_from_slice(chunk);
            let taken = chunk.len();
            data.advance(taken);
        }
    }
    Ok(bytes)
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
