//! The canonical request and the string to sign.
//!
//! Source: IAM User Guide, "Create a signed AWS API request".

use clock::Timestamp;

use crate::{ALGORITHM, Error, Form, RequestHead, Scope, sha256};

/// What every credential scope ends with.
pub(crate) const TERMINATOR: &str = "aws4_request";

/// The query parameter that is itself not signed.
pub(crate) const SIGNATURE_PARAMETER: &str = "X-Amz-Signature";

/// The canonical request, with the names in `signed_headers` (`a;b;c`) as the headers.
pub(crate) fn request(
    head: &RequestHead<'_>,
    form: Form,
    signed_headers: &str,
    body_sha256: &[u8; 32],
) -> Result<Vec<u8>, Error> {
    let mut out = Vec::with_capacity(1024);
    out.extend_from_slice(head.method.as_bytes());
    out.push(b'\n');
    push_path(head.path, &mut out);
    out.push(b'\n');
    push_query(head.query, form, &mut out)?;
    out.push(b'\n');
    for name in signed_headers.split(';') {
        push_header(head, name, &mut out)?;
    }
    out.push(b'\n');
    out.extend_from_slice(signed_headers.as_bytes());
    out.push(b'\n');
    out.extend_from_slice(hex::encode(body_sha256).as_bytes());
    Ok(out)
}

/// The string whose HMAC is the signature.
pub(crate) fn string_to_sign(signed_at: Timestamp, scope: &Scope, request: &[u8]) -> Vec<u8> {
    let at = signed_at.to_basic_iso8601();
    let hash = hex::encode(sha256(request));
    format!("{ALGORITHM}\n{at}\n{scope}\n{hash}").into_bytes()
}

/// The values of all header lines called `name`.
pub(crate) fn values<'a>(head: &RequestHead<'a>, name: &str) -> impl Iterator<Item = &'a [u8]> {
    head.headers.iter().filter(move |(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
}

/// Whether all bytes are as wanted. It looks at every byte, which for long values is faster than to stop at the first that is not.
pub(crate) fn all_bytes(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(true, |all, &byte| all & is_wanted(byte))
}

/// The parameters of a query string, names and values in canonical encoding, in the order of arrival.
///
/// # Errors
/// [`Error::MalformedQueryString`] when a `%` is not followed by two hexadecimal digits.
pub(crate) fn parameters(query: &str) -> Result<Vec<(String, String)>, Error> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((recoded(name)?, recoded(value)?))
        })
        .collect()
}

/// Undoes the encoding of a name or value out of [`parameters`]; `None` when it is not UTF-8.
pub(crate) fn decoded(canonical: &str) -> Option<String> {
    let mut out = Vec::with_capacity(canonical.len());
    let mut bytes = canonical.bytes();
    while let Some(byte) = bytes.next() {
        out.push(if byte == b'%' { escaped(&mut bytes)? } else { byte });
    }
    String::from_utf8(out).ok()
}

/// Dot segments and repeated slashes are removed, then everything but `/` is encoded: a second time, since the path is
/// already encoded as it arrives.
fn push_path(path: &str, out: &mut Vec<u8>) {
    let mut segments = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            _ => segments.push(segment),
        }
    }
    for segment in &segments {
        out.push(b'/');
        segment.bytes().for_each(|byte| push_encoded(byte, out));
    }
    let names_a_folder = matches!(path.rsplit('/').next(), Some("" | "." | ".."));
    if segments.is_empty() || names_a_folder {
        out.push(b'/');
    }
}

fn push_query(query: &str, form: Form, out: &mut Vec<u8>) -> Result<(), Error> {
    let mut parameters = parameters(query)?;
    if form == Form::Presigned {
        parameters.retain(|(name, _)| name != SIGNATURE_PARAMETER);
    }
    // By name, then by value: as one text, "a-b=" would come before "a=".
    parameters.sort_unstable();
    for (at, (name, value)) in parameters.iter().enumerate() {
        if at > 0 {
            out.push(b'&');
        }
        out.extend_from_slice(name.as_bytes());
        out.push(b'=');
        out.extend_from_slice(value.as_bytes());
    }
    Ok(())
}

fn push_header(head: &RequestHead<'_>, name: &str, out: &mut Vec<u8>) -> Result<(), Error> {
    out.extend_from_slice(name.as_bytes());
    let mut separator = b':';
    for value in values(head, name) {
        // A line break would let a value pass for further lines of the canonical request.
        if !all_bytes(value, |byte| !byte.is_ascii_control() || byte == b'\t') {
            return Err(Error::MalformedHeader(name.to_owned()));
        }
        out.push(separator);
        push_value(value, out);
        separator = b',';
    }
    if separator == b':' {
        return Err(Error::SignedHeaderMissing(name.to_owned()));
    }
    out.push(b'\n');
    Ok(())
}

/// Without white space at the ends, and with runs of spaces made one.
fn push_value(value: &[u8], out: &mut Vec<u8>) {
    let value = value.trim_ascii();
    if !value.contains(&b' ') {
        // Such as a session token, the longest value by far.
        return out.extend_from_slice(value);
    }
    let mut previous = None;
    for &byte in value {
        if byte != b' ' || previous != Some(b' ') {
            out.push(byte);
        }
        previous = Some(byte);
    }
}

/// A name or value of a query string in canonical encoding, whatever encoding it arrived in.
fn recoded(raw: &str) -> Result<String, Error> {
    let mut out = Vec::with_capacity(raw.len());
    let mut bytes = raw.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'%' => push_encoded(escaped(&mut bytes).ok_or(Error::MalformedQueryString)?, &mut out),
            b'+' => push_encoded(b' ', &mut out),
            _ => push_encoded(byte, &mut out),
        }
    }
    // INVARIANT: `push_encoded` writes ASCII only.
    String::from_utf8(out).map_err(|_| Error::MalformedQueryString)
}

/// The byte of an escape whose `%` was just read.
fn escaped(bytes: &mut impl Iterator<Item = u8>) -> Option<u8> {
    let mut digit = || char::from(bytes.next()?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit()? << 4 | digit()?)
}

fn push_encoded(byte: u8, out: &mut Vec<u8>) {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
        out.push(byte);
    } else {
        let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 };
        out.extend_from_slice(&[b'%', digit(byte >> 4), digit(byte & 0xf)]);
    }
}
