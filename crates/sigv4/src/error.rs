//! What can be wrong with a signature, in AWS's words.

use std::time::Duration;

use clock::Timestamp;

use crate::{ALGORITHM, CLOCK_SKEW, MAX_EXPIRES};

/// Why a request does not count as signed.
///
/// The texts are AWS's where AWS has one. Two deviate: what the client wrote for a credential or for a part of the
/// `Authorization` header is not repeated, because people paste secret access keys there and the text ends in records.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nothing is signed: neither an AWS `Authorization` header nor a presigned query string.
    #[error("Request is missing Authentication Token")]
    MissingAuthenticationToken,

    /// The `Authorization` header is not a list of `key=value`.
    #[error("Invalid key=value pair (missing equal-sign) in Authorization header.")]
    NotKeyValue,
    /// Parameters of the signature are absent. All of them are named.
    #[error("{0}")]
    MissingParameters(String),
    /// Not the algorithm that is supported; Signature Version 4A and Version 2 end here.
    #[error("Unsupported AWS 'algorithm': '{0}' (only {ALGORITHM} for now). ")]
    UnsupportedAlgorithm(String),
    /// The time of signing is not in ISO 8601 basic form (nor, in a `Date` header, in HTTP's).
    #[error("Date must be in ISO-8601 'basic format'. Got '{0}'. See http://en.wikipedia.org/wiki/ISO_8601")]
    MalformedDate(String),
    /// The credential does not have its five parts.
    #[error("Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term")]
    MalformedCredential,
    /// The list of signed headers is not in its canonical form.
    #[error("SignedHeaders must be lower-case header names, sorted, each once, separated by ';'")]
    MalformedSignedHeaders,
    /// `X-Amz-Expires` is not a number of seconds in its range.
    #[error("X-Amz-Expires must be a number of seconds from 1 to {}", MAX_EXPIRES.as_secs())]
    MalformedExpires,
    /// A header that matters holds bytes that it cannot hold.
    #[error("Header '{0}' holds characters that it must not hold.")]
    MalformedHeader(String),
    /// A header or a parameter that must be there once is there again.
    #[error("'{0}' must not be given more than once.")]
    Repeated(String),
    /// The payload is not signed, or signed in chunks.
    #[error(
        "X-Amz-Content-Sha256 must be the SHA-256 of the body in lower-case hexadecimal; unsigned and streaming payloads are not supported."
    )]
    UnsupportedPayload,
    /// More of something than is read.
    #[error("The request has too many {what}: at most {limit} are accepted.")]
    TooLarge {
        /// Of what, in the plural.
        what: &'static str,
        /// The most that is read.
        limit: usize,
    },

    /// The query string has a `%` without two hexadecimal digits.
    #[error("Illegal hex character in escape % pattern in the query string.")]
    MalformedQueryString,

    /// Both an `Authorization` header and a presigned query string.
    #[error("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.")]
    BothForms,
    /// `host` is not signed.
    #[error("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.")]
    HostNotSigned,
    /// The request has a header that must be signed and is not.
    #[error("'{0}' must be a 'SignedHeader' in the AWS Authorization.")]
    HeaderNotSigned(String),
    /// A header is listed as signed that the request does not have.
    #[error("'{0}' is a 'SignedHeader' in the AWS Authorization but not a header of the request.")]
    SignedHeaderMissing(String),
    /// The credential is for another day, region, service or for something else than requests.
    #[error("{0}")]
    WrongScope(String),
    /// Signed too long ago.
    #[error(
        "Signature expired: {} is now earlier than {} ({} - {})",
        signed_at.to_basic_iso8601(), now.minus(*lifetime).to_basic_iso8601(), now.to_basic_iso8601(), span(*lifetime)
    )]
    Expired {
        /// When the client signed.
        signed_at: Timestamp,
        /// The present time.
        now: Timestamp,
        /// How long the signature held.
        lifetime: Duration,
    },
    /// Signed in the future.
    #[error(
        "Signature not yet current: {} is still later than {} ({} + {})",
        signed_at.to_basic_iso8601(), now.plus(CLOCK_SKEW).to_basic_iso8601(), now.to_basic_iso8601(), span(CLOCK_SKEW)
    )]
    NotYetCurrent {
        /// When the client signed.
        signed_at: Timestamp,
        /// The present time.
        now: Timestamp,
    },
    /// The body is not the one whose hash the client declared.
    #[error("The provided 'x-amz-content-sha256' header does not match what was computed.")]
    PayloadMismatch,
    /// The signature is wrong: another key, or another request than the one that was signed.
    #[error(
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key \
         and signing method. Consult the service documentation for details."
    )]
    SignatureDoesNotMatch,
}

/// Which words a protocol has for these errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// awsJson 1.0 and 1.1 and rpc-v2-cbor, as KMS speaks them: `InvalidSignatureException`, always status 400.
    Json,
    /// awsQuery, as IAM and STS speak it: `SignatureDoesNotMatch`, mostly status 403.
    Query,
}

impl Error {
    /// AWS's error code, without a namespace.
    pub fn code(&self, family: Family) -> &'static str {
        match (self.class(), family) {
            (Class::Missing, Family::Json) => "MissingAuthenticationTokenException",
            (Class::Missing, Family::Query) => "MissingAuthenticationToken",
            (Class::Incomplete | Class::QueryString, Family::Json) => "IncompleteSignatureException",
            (Class::Incomplete, Family::Query) => "IncompleteSignature",
            (Class::QueryString, Family::Query) => "MalformedQueryString",
            (Class::Mismatch, Family::Json) => "InvalidSignatureException",
            (Class::Mismatch, Family::Query) => "SignatureDoesNotMatch",
        }
    }

    /// The HTTP status that AWS sends with it.
    pub fn status(&self, family: Family) -> u16 {
        match (self.class(), family) {
            (Class::Missing | Class::Mismatch, Family::Query) => 403,
            (Class::Incomplete | Class::QueryString, Family::Query) | (_, Family::Json) => 400,
        }
    }

    fn class(&self) -> Class {
        match self {
            Self::MissingAuthenticationToken => Class::Missing,
            Self::NotKeyValue
            | Self::MissingParameters(_)
            | Self::UnsupportedAlgorithm(_)
            | Self::MalformedDate(_)
            | Self::MalformedCredential
            | Self::MalformedSignedHeaders
            | Self::MalformedExpires
            | Self::MalformedHeader(_)
            | Self::Repeated(_)
            | Self::UnsupportedPayload
            | Self::TooLarge { .. } => Class::Incomplete,
            Self::MalformedQueryString => Class::QueryString,
            Self::BothForms
            | Self::HostNotSigned
            | Self::HeaderNotSigned(_)
            | Self::SignedHeaderMissing(_)
            | Self::WrongScope(_)
            | Self::Expired { .. }
            | Self::NotYetCurrent { .. }
            | Self::PayloadMismatch
            | Self::SignatureDoesNotMatch => Class::Mismatch,
        }
    }
}

/// AWS has one code for each of these.
enum Class {
    Missing,
    Incomplete,
    QueryString,
    Mismatch,
}

/// What the client wrote, made fit for a message: short and printable.
pub(crate) fn shown(text: &str) -> String {
    text.chars().take(64).map(|c| if c.is_ascii_graphic() || c == ' ' { c } else { '?' }).collect()
}

fn span(length: Duration) -> String {
    match length.as_secs() {
        secs if secs % 60 == 0 => format!("{} min.", secs / 60),
        secs => format!("{secs} sec."),
    }
}
