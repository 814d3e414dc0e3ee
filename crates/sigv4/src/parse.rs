//! From a request head to [`Signed`]: everything that can be said without the key.

use std::time::Duration;

use clock::Timestamp;
use secret::SecretString;

use crate::canonical::{SIGNATURE_PARAMETER, TERMINATOR, all_bytes, decoded, parameters, values};
use crate::error::shown;
use crate::{
    ALGORITHM, Error, Form, MAX_EXPIRES, MAX_HEADER_BYTES, MAX_HEADERS, MAX_PATH, MAX_QUERY,
    MAX_SIGNED_HEADERS, PayloadHash, RequestHead, Scope, Signed,
};

/// Reads the signature of a request and checks all of it that needs no key.
///
/// # Errors
/// [`Error::MissingAuthenticationToken`] when nothing is signed, so that a caller can serve operations that need no
/// signature; otherwise whatever is wrong with the signature's form. Never [`Error::Expired`], [`Error::NotYetCurrent`] or
/// [`Error::PayloadMismatch`], which [`Signed::verify`] finds.
pub fn parse(head: &RequestHead<'_>) -> Result<Signed, Error> {
    check_sizes(head)?;
    let raw = match (text_header(head, "authorization")?, presigned(head)?) {
        (Some(_), Some(_)) => return Err(Error::BothForms),
        (Some(value), None) if value.starts_with("AWS") => from_header(head, value)?,
        (None, Some(found)) => from_query(head, found)?,
        // An `Authorization` header of another scheme (`Bearer`, `Basic`) signs nothing.
        (_, None) => return Err(Error::MissingAuthenticationToken),
    };
    check_signed_headers(head, &raw.signed_headers)?;
    let (access_key_id, scope) = credential(&raw.credential, raw.signed_at)?;
    let mut signature = [0; 32];
    if !is_lower_hex(&raw.signature) || hex::decode_to_slice(&raw.signature, &mut signature).is_err() {
        return Err(Error::SignatureDoesNotMatch);
    }
    Ok(Signed {
        access_key_id,
        scope,
        signed_at: raw.signed_at,
        expires: raw.expires,
        session_token: raw.session_token,
        payload: payload(head)?,
        signed_headers: raw.signed_headers,
        form: raw.form,
        signature,
    })
}

/// The parameters of a signature, all there.
struct Raw {
    form: Form,
    credential: String,
    signed_headers: String,
    signature: String,
    signed_at: Timestamp,
    expires: Option<Duration>,
    session_token: Option<SecretString>,
}

fn check_sizes(head: &RequestHead<'_>) -> Result<(), Error> {
    let header_bytes = head.headers.iter().map(|(name, value)| name.len() + value.len()).sum();
    for (what, size, limit) in [
        ("bytes in its method", head.method.len(), 32),
        ("bytes in its path", head.path.len(), MAX_PATH),
        ("bytes in its query string", head.query.len(), MAX_QUERY),
        ("headers", head.headers.len(), MAX_HEADERS),
        ("bytes in its headers", header_bytes, MAX_HEADER_BYTES),
    ] {
        if size > limit {
            return Err(Error::TooLarge { what, limit });
        }
    }
    // A line break in the method would let it pass for further lines of the canonical request.
    if !head.method.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Error::SignatureDoesNotMatch);
    }
    Ok(())
}

/// The parameters of the query string when some of them are of a signature.
fn presigned(head: &RequestHead<'_>) -> Result<Option<Vec<(String, String)>>, Error> {
    let parameters = parameters(head.query)?;
    let is_of_signature =
        |name: &str| matches!(name, "X-Amz-Algorithm" | "X-Amz-Credential" | SIGNATURE_PARAMETER);
    Ok(parameters.iter().any(|(name, _)| is_of_signature(name)).then_some(parameters))
}

fn from_header(head: &RequestHead<'_>, authorization: &str) -> Result<Raw, Error> {
    let (algorithm, rest) = authorization.split_once(' ').unwrap_or((authorization, ""));
    check_algorithm(algorithm)?;
    let (mut credential, mut signature, mut signed_headers) = (None, None, None);
    for part in rest.split(',').map(str::trim_ascii).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').ok_or(Error::NotKeyValue)?;
        let place = match name {
            "Credential" => &mut credential,
            "Signature" => &mut signature,
            "SignedHeaders" => &mut signed_headers,
            _ => continue,
        };
        if place.replace(value.to_owned()).is_some() {
            return Err(Error::Repeated(name.to_owned()));
        }
    }
    let date = match text_header(head, "x-amz-date")? {
        Some(date) => Some(date.to_owned()),
        None => text_header(head, "date")?.map(|text| http_date(text).unwrap_or_else(|| text.to_owned())),
    };
    let [credential, signature, signed_headers, date] = all(
        [
            ("Credential", credential),
            ("Signature", signature),
            ("SignedHeaders", signed_headers),
            ("Date", date),
        ],
        |name| match name {
            "Date" => "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
                .to_owned(),
            name => format!("Authorization header requires '{name}' parameter. "),
        },
        "Authorization=AWS4-HMAC-SHA256",
    )?;
    Ok(Raw {
        form: Form::Header,
        credential,
        signed_headers,
        signature,
        signed_at: timestamp(&date)?,
        expires: None,
        session_token: text_header(head, "x-amz-security-token")?
            .map(|token| SecretString::new(token.to_owned())),
    })
}

fn from_query(head: &RequestHead<'_>, parameters: Vec<(String, String)>) -> Result<Raw, Error> {
    let one = |wanted: &'static str| {
        let mut found = parameters.iter().filter(|(name, _)| name == wanted).map(|(_, value)| value);
        match (found.next(), found.next()) {
            (_, Some(_)) => Err(Error::Repeated(wanted.to_owned())),
            (None, None) => Ok((wanted, None)),
            (Some(value), None) => decoded(value)
                .filter(|value| value.bytes().all(is_printable))
                .map(|value| (wanted, Some(value)))
                .ok_or(Error::MalformedQueryString),
        }
    };
    let [algorithm, credential, signature, signed_headers, date] = all(
        [
            one("X-Amz-Algorithm")?,
            one("X-Amz-Credential")?,
            one(SIGNATURE_PARAMETER)?,
            one("X-Amz-SignedHeaders")?,
            one("X-Amz-Date")?,
        ],
        |name| format!("AWS query-string parameters must include '{name}'. "),
        "Re-examine the query-string parameters.",
    )?;
    check_algorithm(&algorithm)?;
    let (_, expires) = one("X-Amz-Expires")?;
    let (_, token) = one("X-Amz-Security-Token")?;
    let token_header = text_header(head, "x-amz-security-token")?.map(str::to_owned);
    if token.is_some() && token_header.is_some() {
        return Err(Error::Repeated("X-Amz-Security-Token".to_owned()));
    }
    Ok(Raw {
        form: Form::Presigned,
        credential,
        signed_headers,
        signature,
        signed_at: timestamp(&date)?,
        expires: expires.map(|expires| lifetime(&expires)).transpose()?,
        session_token: token.or(token_header).map(SecretString::new),
    })
}

/// The values of parameters that must all be there; the error names each one that is not.
fn all<const N: usize>(
    found: [(&str, Option<String>); N],
    sentence: impl Fn(&str) -> String,
    ending: &str,
) -> Result<[String; N], Error> {
    let missing = found.iter().filter(|(_, value)| value.is_none());
    let text: String = missing.map(|(name, _)| sentence(name)).collect();
    if text.is_empty() {
        Ok(found.map(|(_, value)| value.unwrap_or_default()))
    } else {
        Err(Error::MissingParameters(text + ending))
    }
}

fn check_algorithm(name: &str) -> Result<(), Error> {
    if name == ALGORITHM { Ok(()) } else { Err(Error::UnsupportedAlgorithm(shown(name))) }
}

fn check_signed_headers(head: &RequestHead<'_>, text: &str) -> Result<(), Error> {
    let names: Vec<&str> = text.split(';').filter(|name| !name.is_empty()).collect();
    if names.len() > MAX_SIGNED_HEADERS {
        return Err(Error::TooLarge { what: "signed headers", limit: MAX_SIGNED_HEADERS });
    }
    if !names.contains(&"host") {
        return Err(Error::HostNotSigned);
    }
    let in_order = names.is_sorted_by(|one, next| one < next);
    if !in_order || names.join(";") != text || !text.bytes().all(|byte| byte == b';' || is_header_name(byte))
    {
        return Err(Error::MalformedSignedHeaders);
    }
    if let Some(name) = names.iter().find(|name| values(head, name).next().is_none()) {
        return Err(Error::SignedHeaderMissing((*name).to_owned()));
    }
    for (name, _) in head.headers {
        let is_amz = name.get(..6).is_some_and(|prefix| prefix.eq_ignore_ascii_case("x-amz-"));
        let matters = is_amz || ["host", "date"].iter().any(|other| name.eq_ignore_ascii_case(other));
        if matters && values(head, name).nth(1).is_some() {
            return Err(Error::Repeated(shown(name)));
        }
        let is_signed = || names.iter().any(|signed| name.eq_ignore_ascii_case(signed));
        if is_amz && !name.eq_ignore_ascii_case("x-amz-user-agent") && !is_signed() {
            return Err(Error::HeaderNotSigned(shown(name)));
        }
    }
    Ok(())
}

fn credential(text: &str, signed_at: Timestamp) -> Result<(String, Scope), Error> {
    let mut parts = text.split('/');
    let [Some(access_key_id), Some(date), Some(region), Some(service), Some(terminator), None] =
        [(); 6].map(|()| parts.next())
    else {
        return Err(Error::MalformedCredential);
    };
    let is_short =
        [(access_key_id, 128), (region, 64), (service, 64)].iter().all(|(part, most)| part.len() <= *most);
    if access_key_id.is_empty() || !is_short || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(Error::MalformedCredential);
    }
    let mut faults = String::new();
    if terminator != TERMINATOR {
        let given = shown(terminator);
        faults +=
            &format!("Credential should be scoped with a valid terminator: '{TERMINATOR}', not '{given}'. ");
    }
    let (day, second) = (signed_at.to_basic_date(), signed_at.to_basic_iso8601());
    if date != day {
        let given = shown(date);
        faults += &format!(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: \
             '{given}' != '{day}', from '{second}'."
        );
    }
    if !faults.is_empty() {
        return Err(Error::WrongScope(faults));
    }
    Ok((
        access_key_id.to_owned(),
        Scope { date: day, region: region.to_owned(), service: service.to_owned() },
    ))
}

fn payload(head: &RequestHead<'_>) -> Result<PayloadHash, Error> {
    let Some(text) = text_header(head, "x-amz-content-sha256")? else {
        return Ok(PayloadHash::Undeclared);
    };
    let mut hash = [0; 32];
    if !is_lower_hex(text) || hex::decode_to_slice(text, &mut hash).is_err() {
        return Err(Error::UnsupportedPayload);
    }
    Ok(PayloadHash::Declared(hash))
}

fn timestamp(text: &str) -> Result<Timestamp, Error> {
    Timestamp::parse_basic_iso8601(text).map_err(|_| Error::MalformedDate(shown(text)))
}

/// `Sat, 31 Jan 2026 12:00:00 GMT`, the usual form of a `Date` header (RFC 9110, 5.6.7), as `20260131T120000Z`.
fn http_date(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = text.split(' ');
    let [Some(_), Some(day), Some(month), Some(year), Some(time), Some("GMT"), None] =
        [(); 7].map(|()| parts.next())
    else {
        return None;
    };
    let month = 1 + MONTHS.iter().position(|name| *name == month)?;
    let at = Timestamp::parse_iso8601(&format!("{year}-{month:02}-{day}T{time}Z")).ok()?;
    Some(at.to_basic_iso8601())
}

fn lifetime(text: &str) -> Result<Duration, Error> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let seconds = text.parse().ok().filter(|_| is_number).map(Duration::from_secs);
    seconds.filter(|length| !length.is_zero() && *length <= MAX_EXPIRES).ok_or(Error::MalformedExpires)
}

/// The value of a header that is printable text and there at most once.
fn text_header<'a>(head: &RequestHead<'a>, name: &str) -> Result<Option<&'a str>, Error> {
    let mut found = values(head, name);
    let value = found.next();
    if found.next().is_some() {
        return Err(Error::Repeated(name.to_owned()));
    }
    let Some(value) = value else { return Ok(None) };
    match std::str::from_utf8(value.trim_ascii()) {
        Ok(text) if all_bytes(text.as_bytes(), is_printable) => Ok(Some(text)),
        _ => Err(Error::MalformedHeader(name.to_owned())),
    }
}

fn is_printable(byte: u8) -> bool {
    byte.is_ascii_graphic() || byte == b' '
}

fn is_lower_hex(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// RFC 9110, 5.6.2, without the upper case.
fn is_header_name(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"!#$%&'*+-.^_`|~".contains(&byte)
}
