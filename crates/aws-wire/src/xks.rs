//! The External Key Store (XKS) Proxy API, both sides: paths, bodies, errors and the integrity value of a ciphertext.
//!
//! Source: AWS, "External Key Store Proxy API Specification", version 1 (github.com/aws/aws-kms-xksproxy-api-spec). The shapes are in
//! `aws_model::xks`. A request is `POST <uri path>/health` or `POST <uri path>/keys/<external key id>/{metadata,encrypt,decrypt}`, signed for the
//! service [`SERVICE`]`.signing_name`. All members are in the JSON body, but for `externalKeyId`, which is in the path alone.
//!
//! A server reads with [`route`] and [`Route::decode`], and answers with [`json::encode`] or [`encode_error`]. A client writes with [`request`] and
//! reads with [`answer`].

use aws_lc_rs::digest;
#[cfg(doc)]
use aws_model::xks::SERVICE;
use aws_model::xks::{Decrypt, Encrypt, EncryptResponse, GetHealthStatus, GetKeyMetadata, errors};
use aws_model::{Document, ErrorCode, Operation, OperationSchema, Shape, validate};
use secret::SecretBytes;
use serde::Deserialize;

use crate::{WireError, json};

/// What every `XksProxyUriPath` ends with, in version 1 of the API.
pub const URI_PATH_END: &str = "/kms/xks/v1";

/// The longest `XksProxyUriPath`, in bytes.
pub const MAX_URI_PATH: usize = 128;

/// The longest `externalKeyId`, in bytes.
pub const MAX_EXTERNAL_KEY_ID: usize = 128;

/// What the path of a request means.
#[derive(Debug, Clone, Copy)]
pub struct Route<'p> {
    /// What stands before `/kms/xks/v1`: empty, or something like `/eu-west-1`.
    pub prefix: &'p str,
    /// The operation.
    pub operation: &'static OperationSchema,
    /// The key, for every operation but `GetHealthStatus`.
    pub external_key_id: Option<&'p str>,
}

/// Reads a path as on the request line. `None` for what is no path of this API: the error is `InvalidUriPathException`.
pub fn route(path: &str) -> Option<Route<'_>> {
    let (prefix, rest) = path.split_once(URI_PATH_END)?;
    if !is_uri_path(path.get(..prefix.len() + URI_PATH_END.len())?) {
        return None;
    }
    if rest == "/health" {
        return Some(Route { prefix, operation: GetHealthStatus::SCHEMA, external_key_id: None });
    }
    let (external_key_id, last) = rest.strip_prefix("/keys/")?.split_once('/')?;
    let operation = match last {
        "metadata" => GetKeyMetadata::SCHEMA,
        "encrypt" => Encrypt::SCHEMA,
        "decrypt" => Decrypt::SCHEMA,
        _ => return None,
    };
    is_external_key_id(external_key_id).then_some(Route {
        prefix,
        operation,
        external_key_id: Some(external_key_id),
    })
}

impl Route<'_> {
    /// Reads a request's body, and adds what its path says. A key id in the body counts for nothing.
    pub fn decode(&self, body: &[u8]) -> Result<Document, WireError> {
        let mut document = json::decode(body, self.operation.input)?;
        if let Document::Structure(members) = &mut document {
            members.retain(|(name, _)| *name != EXTERNAL_KEY_ID);
            members.extend(self.external_key_id.map(|id| (EXTERNAL_KEY_ID, Document::String(id.to_owned()))));
        }
        Ok(document)
    }
}

/// `{"errorName":"KeyNotFoundException","errorMessage":"..."}`. The message is cut to what the specification allows: fewer than 512
/// characters, printable ASCII alone.
pub fn encode_error(code: &ErrorCode, message: &str) -> Vec<u8> {
    let message: String = message
        .chars()
        .map(|letter| if matches!(letter, ' '..='~') { letter } else { '?' })
        .take(MAX_MESSAGE)
        .collect();
    let mut body = serde_json::Map::new();
    body.insert("errorName".to_owned(), code.name.into());
    if !message.is_empty() {
        body.insert("errorMessage".to_owned(), message.into());
    }
    serde_json::Value::Object(body).to_string().into_bytes()
}

/// What a client sends.
pub struct Request {
    /// The path on the request line.
    pub path: String,
    /// The JSON body. It can hold plaintext.
    pub body: SecretBytes,
}

/// Writes a request of the operation `O` to the proxy whose `XksProxyUriPath` is `uri_path`.
///
/// # Errors
/// When the path or a member breaks a constraint of the API, so that no proxy would take it.
pub fn request<O: Operation>(uri_path: &str, input: O::Input) -> Result<Request, InvalidRequest> {
    if !is_uri_path(uri_path) {
        return Err(InvalidRequest::UriPath);
    }
    let mut document = input.into_document();
    validate(O::SCHEMA.input, &document).map_err(|error| InvalidRequest::Input(error.to_string()))?;
    let id = document.member(EXTERNAL_KEY_ID).and_then(Document::as_str);
    let end = match (O::SCHEMA.name, id) {
        ("GetHealthStatus", _) => "/health".to_owned(),
        ("GetKeyMetadata", Some(id)) => format!("/keys/{id}/metadata"),
        ("Encrypt", Some(id)) => format!("/keys/{id}/encrypt"),
        ("Decrypt", Some(id)) => format!("/keys/{id}/decrypt"),
        _ => return Err(InvalidRequest::Operation(O::SCHEMA.name)),
    };
    if let Document::Structure(members) = &mut document {
        members.retain(|(name, _)| *name != EXTERNAL_KEY_ID);
    }
    let body = SecretBytes::new(json::encode(&document, O::SCHEMA.input));
    Ok(Request { path: uri_path.to_owned() + &end, body })
}

/// Why a request cannot be written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidRequest {
    /// Not a path such as `/prefix/kms/xks/v1`.
    #[error(
        "the URI path of the external key store proxy must be at most 128 letters, digits and /-_, and end with /kms/xks/v1"
    )]
    UriPath,
    /// A member breaks its constraints.
    #[error("{0}")]
    Input(String),
    /// Not an operation of this API.
    #[error("{0} is no operation of an external key store proxy")]
    Operation(&'static str),
}

/// Reads what a proxy answered to the operation `O`.
///
/// # Errors
/// The error that the proxy names, or [`Refusal::Malformed`] for an answer that is not of the API's form, constraints included.
pub fn answer<O: Operation>(status: u16, body: &[u8]) -> Result<O::Output, Refusal> {
    if status != 200 {
        let Error { error_name, error_message } =
            serde_json::from_slice(body).map_err(|_| Refusal::Malformed)?;
        let code = error_code(&error_name).ok_or(Refusal::Malformed)?;
        return Err(Refusal::Error { code, message: error_message.unwrap_or_default() });
    }
    let document = json::decode(body, O::SCHEMA.output).map_err(|_| Refusal::Malformed)?;
    validate(O::SCHEMA.output, &document).map_err(|_| Refusal::Malformed)?;
    O::Output::from_document(document).map_err(|_| Refusal::Malformed)
}

/// Why a proxy gave no result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The proxy names an error of the API.
    #[error("the external key store proxy answered {}: {message}", code.name)]
    Error {
        /// One of [`ERRORS`].
        code: &'static ErrorCode,
        /// The proxy's own words, for the log: not checked, possibly empty.
        message: String,
    },
    /// Neither a result nor an error of the API.
    #[error("the external key store proxy answered in a form that its API does not have")]
    Malformed,
}

/// The errors of the API.
pub static ERRORS: [&ErrorCode; 12] = [
    &errors::ACCESS_DENIED_EXCEPTION,
    &errors::AUTHENTICATION_FAILED_EXCEPTION,
    &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
    &errors::INTERNAL_EXCEPTION,
    &errors::INVALID_CIPHERTEXT_EXCEPTION,
    &errors::INVALID_KEY_USAGE_EXCEPTION,
    &errors::INVALID_STATE_EXCEPTION,
    &errors::INVALID_URI_PATH_EXCEPTION,
    &errors::KEY_NOT_FOUND_EXCEPTION,
    &errors::THROTTLING_EXCEPTION,
    &errors::UNSUPPORTED_OPERATION_EXCEPTION,
    &errors::VALIDATION_EXCEPTION,
];

/// The error of this `errorName`.
pub fn error_code(name: &str) -> Option<&'static ErrorCode> {
    ERRORS.iter().copied().find(|code| code.name == name)
}

/// The `ciphertextDataIntegrityValue` that belongs to an answer of `Encrypt`: SHA-256 over the additional authenticated data of the
/// request (empty when it had none) and the answer's metadata, initialization vector, ciphertext and tag (specification, appendix C).
pub fn data_integrity_value(additional_authenticated_data: &[u8], answer: &EncryptResponse) -> [u8; 32] {
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(additional_authenticated_data);
    context.update(answer.ciphertext_metadata.as_deref().unwrap_or_default());
    context.update(&answer.initialization_vector);
    context.update(&answer.ciphertext);
    context.update(&answer.authentication_tag);
    let mut hash = [0; 32];
    hash.copy_from_slice(context.finish().as_ref());
    hash
}

const EXTERNAL_KEY_ID: &str = "externalKeyId";

/// "Less than 512 characters."
const MAX_MESSAGE: usize = 511;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Error {
    error_name: String,
    error_message: Option<String>,
}

/// `[/<prefix>]/kms/xks/v1`: the constraint of `XksProxyUriPath` in the KMS API, for version 1.
fn is_uri_path(path: &str) -> bool {
    let Some(prefix) = path.strip_suffix(URI_PATH_END) else { return false };
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"/_-".contains(&byte);
    let is_prefix = prefix.is_empty() || prefix.starts_with('/') && prefix.len() > 1;
    is_prefix && path.len() <= MAX_URI_PATH && path.bytes().all(is_allowed)
}

fn is_external_key_id(text: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    (1..=MAX_EXTERNAL_KEY_ID).contains(&text.len()) && text.bytes().all(is_allowed)
}
