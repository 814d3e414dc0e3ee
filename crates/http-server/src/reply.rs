//! Answers and errors as bytes, in the protocol of the service.

use audit_event::RequestId;
use aws_model::{Document, ErrorCode, OperationSchema, Protocol, Service};
use bytes::Bytes;
use gate::Fault;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue};
use http::{Response, StatusCode};
use http_body_util::Full;
use zeroize::Zeroizing;

/// The body of an answer. It is wiped once it is sent.
pub type Body = Full<Bytes>;

/// Where AWS's SDKs look for the code of an error of restJson1.
static ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

static REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
/// Lodge's own: what STS's DecodeAuthorizationMessage decodes.
static AUTHORIZATION_MESSAGE: HeaderName = HeaderName::from_static("x-amzn-authorization-message");

/// A successful answer in the service's protocol.
pub fn success(operation: &OperationSchema, document: &Document, request_id: &RequestId) -> Response<Body> {
    match operation.service.protocol {
        Protocol::Json { version, .. } => {
            let body = aws_wire::json::encode(document, operation.output);
            respond(StatusCode::OK, json_type(version), body, request_id)
        }
        Protocol::Query { xml_namespace } => {
            let body = aws_wire::xml::encode(operation, document, &request_id.to_string(), xml_namespace);
            respond(StatusCode::OK, "text/xml", body, request_id)
        }
        Protocol::XksProxy | Protocol::RestJson => {
            let body = aws_wire::json::encode(document, operation.output);
            respond(StatusCode::OK, "application/json", body, request_id)
        }
    }
}

/// An error in the service's protocol.
pub fn fault(service: &Service, fault: &Fault, request_id: &RequestId) -> Response<Body> {
    error(service.protocol, fault, request_id)
}

/// An error before the service is known.
pub fn unrouted(
    spoken: Protocol,
    code: &'static ErrorCode,
    message: &str,
    request_id: &RequestId,
) -> Response<Body> {
    error(spoken, &Fault::new(code, message), request_id)
}

/// A plain text, for people and probes.
pub fn text(status: StatusCode, body: &'static str, request_id: &RequestId) -> Response<Body> {
    respond(status, "text/plain; charset=utf-8", body.as_bytes().to_vec(), request_id)
}

/// A constant JSON document.
pub fn json(status: StatusCode, body: &'static str, request_id: &RequestId) -> Response<Body> {
    respond(status, "application/json", body.as_bytes().to_vec(), request_id)
}

/// A JSON document that everybody may have.
pub fn document(status: StatusCode, body: String, request_id: &RequestId) -> Response<Body> {
    respond(status, "application/json", body.into_bytes(), request_id)
}

fn error(protocol: Protocol, fault: &Fault, request_id: &RequestId) -> Response<Body> {
    let mut response = error_body(protocol, fault, request_id);
    if let Some(Ok(sealed)) = fault.authorization_message.as_deref().map(HeaderValue::from_str) {
        response.headers_mut().insert(&AUTHORIZATION_MESSAGE, sealed);
    }
    response
}

fn error_body(protocol: Protocol, fault: &Fault, request_id: &RequestId) -> Response<Body> {
    let Fault { code, message, members, .. } = fault;
    let status = StatusCode::from_u16(code.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match protocol {
        Protocol::Json { version, .. } => respond(
            status,
            json_type(version),
            aws_wire::json::encode_error(code, message, members),
            request_id,
        ),
        Protocol::Query { xml_namespace } => {
            let id = request_id.to_string();
            let body = aws_wire::xml::encode_error(code, message, members, &id, xml_namespace);
            respond(status, "text/xml", body, request_id)
        }
        Protocol::XksProxy => {
            respond(status, "application/json", aws_wire::xks::encode_error(code, message), request_id)
        }
        Protocol::RestJson => {
            let body = aws_wire::rest::encode_problem(code, message, members);
            let mut response = respond(status, "application/problem+json", body, request_id);
            response.headers_mut().insert(&ERROR_TYPE, HeaderValue::from_static(code.code));
            response
        }
    }
}

fn json_type(version: &str) -> &'static str {
    if version == "1.0" { "application/x-amz-json-1.0" } else { "application/x-amz-json-1.1" }
}

fn respond(
    status: StatusCode,
    content_type: &'static str,
    body: Vec<u8>,
    request_id: &RequestId,
) -> Response<Body> {
    // Answers can hold plaintext: the buffer is wiped once it is sent.
    let mut response = Response::new(Full::new(Bytes::from_owner(Zeroizing::new(body))));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache, no-store, must-revalidate, private"));
    if let Ok(value) = HeaderValue::from_str(&request_id.to_string()) {
        headers.insert(&REQUEST_ID, value);
    }
    response
}
