//! The client's side, header form.

use std::collections::BTreeSet;

use clock::Timestamp;
use secret::SecretString;

use crate::{ALGORITHM, Error, Form, RequestHead, Scope, canonical, signing_key};

/// What a client signs with.
#[derive(Clone, Copy)]
pub struct Credentials<'a> {
    /// The name of the key.
    pub access_key_id: &'a str,
    /// The key.
    pub secret_access_key: &'a SecretString,
    /// The token that belongs to temporary credentials.
    pub session_token: Option<&'a SecretString>,
}

/// Headers that intermediaries change, so that no signer signs them.
const UNSIGNED: [&str; 6] =
    ["authorization", "connection", "expect", "transfer-encoding", "user-agent", "x-amzn-trace-id"];

/// Signs a request: returns the headers to add to it, `x-amz-date`, `x-amz-security-token` (with a session token) and
/// `authorization`.
///
/// `head` has all other headers already, `host` among them.
///
/// # Errors
/// [`Error::HostNotSigned`] without a `host` header, [`Error::Repeated`] when `head` has a header that is to be added,
/// [`Error::MalformedHeader`] for a line break in a value, [`Error::MalformedQueryString`].
pub fn sign(
    head: &RequestHead<'_>,
    body_sha256: &[u8; 32],
    credentials: &Credentials<'_>,
    region: &str,
    service: &str,
    now: Timestamp,
) -> Result<Vec<(&'static str, String)>, Error> {
    let mut added = vec![("x-amz-date", now.to_basic_iso8601())];
    if let Some(token) = credentials.session_token {
        added.push(("x-amz-security-token", token.expose().to_owned()));
    }
    for name in ["x-amz-date", "x-amz-security-token", "authorization"] {
        if canonical::values(head, name).next().is_some() {
            return Err(Error::Repeated(name.to_owned()));
        }
    }

    let mut headers = head.headers.to_vec();
    headers.extend(added.iter().map(|(name, value)| (*name, value.as_bytes())));
    let names: BTreeSet<String> = headers.iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
    if !names.contains("host") {
        return Err(Error::HostNotSigned);
    }
    let signed: Vec<String> = names.into_iter().filter(|name| !UNSIGNED.contains(&name.as_str())).collect();
    let signed = signed.join(";");

    let scope = Scope { date: now.to_basic_date(), region: region.to_owned(), service: service.to_owned() };
    let head = RequestHead { headers: &headers, ..*head };
    let request = canonical::request(&head, Form::Header, &signed, body_sha256)?;
    let to_sign = canonical::string_to_sign(now, &scope, &request);
    let signature = hex::encode(signing_key(credentials.secret_access_key, &scope).mac(&to_sign));
    let id = credentials.access_key_id;
    added.push((
        "authorization",
        format!("{ALGORITHM} Credential={id}/{scope}, SignedHeaders={signed}, Signature={signature}"),
    ));
    Ok(added)
}
