#![doc = include_str!("../README.md")]

mod buffer;
pub mod json;
pub mod query;
pub mod rest;
pub mod xks;
pub mod xml;

use aws_model::ErrorCode;

/// Why bytes are not a request. `Display` is the message for the caller: AWS's own where it is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// awsJson: not JSON, or a value of a wrong type.
    #[error("{0}")]
    Serialization(String),
    /// awsQuery: not a form.
    #[error("{0}")]
    MalformedQueryString(String),
    /// awsQuery: a form whose parameters are not of the operation's form.
    #[error("{0}")]
    MalformedInput(String),
}

impl WireError {
    /// The code and the HTTP status to answer with.
    pub fn code(&self) -> &'static ErrorCode {
        match self {
            Self::Serialization(_) => &SERIALIZATION_EXCEPTION,
            Self::MalformedQueryString(_) => &MALFORMED_QUERY_STRING,
            Self::MalformedInput(_) => &MALFORMED_INPUT,
        }
    }
}

/// What awsJson services answer to a body that they cannot read.
pub static SERIALIZATION_EXCEPTION: ErrorCode = sender("SerializationException", 400);

/// IAM API Reference, "Common Errors"; the status is 404 there.
pub static MALFORMED_QUERY_STRING: ErrorCode = sender("MalformedQueryString", 404);

/// What awsQuery services answer to parameters that they cannot read.
pub static MALFORMED_INPUT: ErrorCode = sender("MalformedInput", 400);

const fn sender(code: &'static str, status: u16) -> ErrorCode {
    ErrorCode { name: code, code, status, sender_fault: true }
}
