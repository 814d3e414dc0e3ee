#![doc = include_str!("../README.md")]

mod canonical;
mod error;
mod key;
mod parse;
mod sign;

use std::fmt;
use std::time::Duration;

use clock::Timestamp;
use secret::SecretString;

pub use crate::error::{Error, Family};
pub use crate::key::{SigningKey, sha256, signing_key};
pub use crate::parse::parse;
pub use crate::sign::{Credentials, sign};

/// The one algorithm: HMAC with SHA-256.
pub const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// How far the client's clock may be off, to either side, and how long a signature without `X-Amz-Expires` holds.
pub const CLOCK_SKEW: Duration = Duration::from_secs(15 * 60);

/// The longest life of a presigned URL: seven days.
pub const MAX_EXPIRES: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The longest path, in bytes.
pub const MAX_PATH: usize = 8 * 1024;

/// The longest query string, in bytes.
pub const MAX_QUERY: usize = 64 * 1024;

/// The most header lines.
pub const MAX_HEADERS: usize = 200;

/// The most bytes that all header names and values together may have.
pub const MAX_HEADER_BYTES: usize = 64 * 1024;

/// The most names in `SignedHeaders`.
pub const MAX_SIGNED_HEADERS: usize = 100;

/// What of a request is signed besides its body.
#[derive(Clone, Copy)]
pub struct RequestHead<'a> {
    /// `GET`, `POST`, ... as on the request line.
    pub method: &'a str,
    /// As on the request line: still percent-encoded, without the query string.
    pub path: &'a str,
    /// As on the request line: still percent-encoded, without the `?`; empty when there is none.
    pub query: &'a str,
    /// Every header line, in the order of arrival; names in lower case.
    pub headers: &'a [(&'a str, &'a [u8])],
}

/// Where the signature was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// In the `Authorization` header.
    Header,
    /// In the query string, as in a presigned URL.
    Presigned,
}

/// What a signing key is good for: one day, one region, one service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scope {
    /// The UTC day, `20260131`.
    pub date: String,
    /// The region, `eu-west-1`.
    pub region: String,
    /// The service's signing name, `kms`.
    pub service: String,
}

impl fmt::Display for Scope {
    /// `20260131/eu-west-1/kms/aws4_request`, as it stands in a credential and in the string to sign.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}/{}/{}", self.date, self.region, self.service, canonical::TERMINATOR)
    }
}

/// What the client said of the body's hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PayloadHash {
    /// `x-amz-content-sha256` was present with this SHA-256; `verify` wants the body to have it.
    Declared([u8; 32]),
    /// Nothing: the signature alone covers the hash of the body.
    Undeclared,
}

/// A request that is signed in due form. Whether the signature is right is not known before [`Signed::verify`].
pub struct Signed {
    /// Whose key signed. Not empty, at most 128 printable ASCII characters without `/`; not yet known to exist.
    pub access_key_id: String,
    /// For which day, region and service. The day is that of `signed_at`.
    pub scope: Scope,
    /// When, by the client's clock.
    pub signed_at: Timestamp,
    /// `X-Amz-Expires` of a presigned URL: one second to seven days. Always `None` in the header form.
    pub expires: Option<Duration>,
    /// The session token that came with the request, covered by the signature.
    pub session_token: Option<SecretString>,
    /// What the client said of the body's hash.
    pub payload: PayloadHash,
    /// `host;x-amz-date`: lower case, sorted, each name once, and each in the request.
    pub signed_headers: String,
    /// Where the signature was.
    pub form: Form,
    signature: [u8; 32],
}

impl Signed {
    /// Checks that the signature is meant for `service` and for a region that is served.
    ///
    /// # Errors
    /// [`Error::WrongScope`] with AWS's texts.
    pub fn check_scope(&self, service: &str, serves: impl FnOnce(&str) -> bool) -> Result<(), Error> {
        let mut faults = Vec::new();
        if !serves(&self.scope.region) {
            let region = &self.scope.region;
            faults.push(format!("Credential should be scoped to a valid region, not '{region}'. "));
        }
        if self.scope.service != service {
            faults.push(format!("Credential should be scoped to correct service: '{service}'. "));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::WrongScope(faults.concat())) }
    }

    /// Checks that the signature is in force at `now`. [`Signed::verify`] does so too; alone, it saves a lookup of the key.
    ///
    /// In force means: signed at most [`CLOCK_SKEW`] in the future, and at most `expires` (or [`CLOCK_SKEW`], when the
    /// client set none) in the past.
    ///
    /// # Errors
    /// [`Error::Expired`] and [`Error::NotYetCurrent`].
    pub fn check_time(&self, now: Timestamp) -> Result<(), Error> {
        let now = now.truncated_to_secs();
        let lifetime = self.expires.unwrap_or(CLOCK_SKEW);
        if self.signed_at < now.minus(lifetime) {
            return Err(Error::Expired { signed_at: self.signed_at, now, lifetime });
        }
        if self.signed_at > now.plus(CLOCK_SKEW) {
            return Err(Error::NotYetCurrent { signed_at: self.signed_at, now });
        }
        Ok(())
    }

    /// Checks the time and the signature, the latter in constant time.
    ///
    /// `head` is the one that was parsed; `body_sha256` is the hash of the body that arrived, see [`sha256`]; `key` was derived
    /// for this access key and scope, see [`signing_key`].
    ///
    /// # Errors
    /// [`Error::Expired`], [`Error::NotYetCurrent`], [`Error::PayloadMismatch`] and [`Error::SignatureDoesNotMatch`].
    ///
    /// Source: IAM User Guide, "Create a signed AWS API request".
    pub fn verify(
        &self,
        head: &RequestHead<'_>,
        body_sha256: &[u8; 32],
        key: &SigningKey,
        now: Timestamp,
    ) -> Result<(), Error> {
        self.check_time(now)?;
        if matches!(&self.payload, PayloadHash::Declared(declared) if declared != body_sha256) {
            return Err(Error::PayloadMismatch);
        }
        let request = canonical::request(head, self.form, &self.signed_headers, body_sha256)?;
        let to_sign = canonical::string_to_sign(self.signed_at, &self.scope, &request);
        if key.is_mac(&to_sign, &self.signature) { Ok(()) } else { Err(Error::SignatureDoesNotMatch) }
    }
}
