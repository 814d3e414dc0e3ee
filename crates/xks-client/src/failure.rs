//! What goes wrong, in the words of the port.

use aws_model::xks::errors;
use aws_wire::xks::Refusal;
use key_store::{ConnectError, ConnectFailure, Error};

use crate::transport;

/// The most of a proxy's own words that is kept, in characters.
const WORDS: usize = 512;

/// The error for a request that the proxy did not fulfil.
pub(crate) fn of_refusal(refusal: Refusal) -> Error {
    let (code, message) = match refusal {
        Refusal::Malformed => return Error::InvalidResponse(Refusal::Malformed.to_string()),
        Refusal::Error { code, message } => (code, printable(&message)),
    };
    let is = |other: &aws_model::ErrorCode| code.name == other.name;
    if is(&errors::ACCESS_DENIED_EXCEPTION) {
        Error::AccessDenied(message)
    } else if is(&errors::AUTHENTICATION_FAILED_EXCEPTION) {
        Error::NotAuthenticated(message)
    } else if is(&errors::DEPENDENCY_TIMEOUT_EXCEPTION) {
        Error::DependencyTimedOut
    } else if is(&errors::INVALID_CIPHERTEXT_EXCEPTION) {
        Error::InvalidCiphertext
    } else if is(&errors::INVALID_KEY_USAGE_EXCEPTION) {
        Error::KeyUnusable(message)
    } else if is(&errors::INVALID_STATE_EXCEPTION) {
        Error::KeyDisabled(message)
    } else if is(&errors::INVALID_URI_PATH_EXCEPTION) {
        Error::InvalidPath(message)
    } else if is(&errors::KEY_NOT_FOUND_EXCEPTION) {
        Error::KeyNotFound
    } else if is(&errors::THROTTLING_EXCEPTION) {
        Error::Throttled
    } else if is(&errors::UNSUPPORTED_OPERATION_EXCEPTION) {
        Error::Unsupported("do that, as its proxy says")
    } else if is(&errors::VALIDATION_EXCEPTION) {
        Error::InvalidResponse(format!("it found the request invalid: {message}"))
    } else {
        Error::Internal(message)
    }
}

/// The error for a request that got no answer.
pub(crate) fn of_transport(error: transport::Error) -> Error {
    match error {
        transport::Error::Unreachable(detail) | transport::Error::Broken(detail) => {
            Error::Unreachable(detail)
        }
        transport::Error::Tls(detail) => Error::Tls(detail),
        transport::Error::TimedOut => Error::TimedOut,
        transport::Error::TooLong => Error::InvalidResponse("it is too long".to_owned()),
    }
}

/// Why there is no connection, when the request for the health status failed like this.
pub(crate) fn of_connection(error: &Error) -> ConnectError {
    let failure = match error {
        Error::NotAuthenticated(_) => ConnectFailure::InvalidCredentials,
        Error::AccessDenied(_) => ConnectFailure::XksProxyAccessDenied,
        Error::InvalidPath(_) => ConnectFailure::XksProxyInvalidConfiguration,
        Error::Tls(_) => ConnectFailure::XksProxyInvalidTlsConfiguration,
        Error::Unreachable(_) | Error::Throttled => ConnectFailure::XksProxyNotReachable,
        Error::TimedOut | Error::DependencyTimedOut => ConnectFailure::XksProxyTimedOut,
        Error::KeyNotFound
        | Error::KeyDisabled(_)
        | Error::KeyUnusable(_)
        | Error::InvalidCiphertext
        | Error::InvalidResponse(_)
        | Error::Unsupported(_)
        | Error::TooLong { .. }
        | Error::Internal(_) => ConnectFailure::XksProxyInvalidResponse,
    };
    ConnectError::new(failure, error.to_string())
}

/// A stranger's words, safe to write into a log.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|letter| if matches!(letter, ' '..='~') { letter } else { '?' }).take(WORDS).collect()
}
