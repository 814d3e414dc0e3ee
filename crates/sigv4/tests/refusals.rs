//! Each way in which a request is not properly signed, with the error and AWS's text for it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod request;

use std::time::Duration;

use clock::Timestamp;
use request::Request;
use sigv4::{Error, Family, Form, MAX_HEADER_BYTES, MAX_HEADERS, MAX_PATH, MAX_QUERY, MAX_SIGNED_HEADERS};

fn now() -> Timestamp {
    Timestamp::parse_basic_iso8601("20260131T120000Z").unwrap()
}

fn unsigned() -> Request {
    Request::new("POST", "/", "").with("x-amz-target", "TrentService.ListKeys")
}

fn signed() -> Request {
    unsigned().signed(now(), None)
}

/// A presigned request with a made-up signature: enough for everything that comes before the signature.
fn presigned() -> Request {
    let signature = "0".repeat(64);
    let query = format!(
        "Action=GetCallerIdentity&X-Amz-Algorithm=AWS4-HMAC-SHA256\
         &X-Amz-Credential=AKIDEXAMPLE%2F20260131%2Feu-west-1%2Fsts%2Faws4_request\
         &X-Amz-Date=20260131T120000Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature={signature}"
    );
    Request::new("GET", "/", &query)
}

fn in_query(request: Request, from: &str, to: &str) -> Request {
    assert!(request.query.contains(from));
    Request { query: request.query.replace(from, to), ..request }
}

fn parse_error(request: &Request) -> Option<Error> {
    request.head(|head| sigv4::parse(head).err())
}

fn text(request: &Request) -> String {
    parse_error(request).expect("a refusal").to_string()
}

#[test]
fn what_is_right_is_accepted() {
    assert_eq!(signed().check(now()), Ok(()));
    let parsed = presigned().head(sigv4::parse).ok().unwrap();
    assert_eq!((parsed.access_key_id.as_str(), parsed.form), ("AKIDEXAMPLE", Form::Presigned));
    assert_eq!(parsed.scope.to_string(), "20260131/eu-west-1/sts/aws4_request");
    assert_eq!((parsed.signed_at, parsed.expires), (now(), Some(Duration::from_secs(60))));
    assert_eq!(presigned().check(now()), Err(Error::SignatureDoesNotMatch));
}

#[test]
fn nothing_signed() {
    for request in [
        unsigned(),
        unsigned().with("authorization", ""),
        unsigned().with("authorization", "Bearer abc"),
        Request::new("GET", "/", "Action=GetCallerIdentity&X-Amz-Date=20260131T120000Z"),
    ] {
        assert_eq!(parse_error(&request), Some(Error::MissingAuthenticationToken));
    }
}

#[test]
fn signed_twice_over() {
    let both = Request { query: presigned().query, ..signed() };
    assert_eq!(parse_error(&both), Some(Error::BothForms));
    let bearer_and_presigned = presigned().with("authorization", "Bearer abc");
    assert_eq!(parse_error(&bearer_and_presigned), Some(Error::BothForms));
    let again = signed().with("authorization", "AWS4-HMAC-SHA256 Credential=a");
    assert_eq!(parse_error(&again), Some(Error::Repeated("authorization".into())));
    let two_signatures = signed().edited("authorization", ", Signature=", ", Signature=0, Signature=");
    assert_eq!(parse_error(&two_signatures), Some(Error::Repeated("Signature".into())));
    for name in ["X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-Signature"] {
        let again = in_query(presigned(), "Action", &format!("{name}=x&Action"));
        assert_eq!(parse_error(&again), Some(Error::Repeated(name.into())));
    }
}

#[test]
fn parameters_are_missing() {
    let request = unsigned().with("authorization", "AWS4-HMAC-SHA256 Foo=Bar");
    assert_eq!(
        text(&request),
        "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. \
         Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a \
         'X-Amz-Date' or a 'Date' header. Authorization=AWS4-HMAC-SHA256"
    );
    assert_eq!(
        text(&signed().without("x-amz-date")),
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. \
         Authorization=AWS4-HMAC-SHA256"
    );
    assert_eq!(
        text(&Request::new("GET", "/", "X-Amz-Signature=0&X-Amz-Date=20260131T120000Z")),
        "AWS query-string parameters must include 'X-Amz-Algorithm'. AWS query-string parameters must include \
         'X-Amz-Credential'. AWS query-string parameters must include 'X-Amz-SignedHeaders'. Re-examine the \
         query-string parameters."
    );
    let secret_in_the_wrong_place = unsigned().with("authorization", "AWS4-HMAC-SHA256 wJalrXUtnFEMI");
    assert_eq!(parse_error(&secret_in_the_wrong_place), Some(Error::NotKeyValue));
    assert!(!text(&secret_in_the_wrong_place).contains("wJalr"));
}

#[test]
fn other_algorithms() {
    let newer = signed().edited("authorization", "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256");
    assert_eq!(
        text(&newer),
        "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256' (only AWS4-HMAC-SHA256 for now). "
    );
    let older = unsigned().with("authorization", "AWS AKIDEXAMPLE:frJIUN8DYpKDtOLCwo==");
    assert_eq!(parse_error(&older), Some(Error::UnsupportedAlgorithm("AWS".into())));
    let presigned = in_query(presigned(), "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256");
    assert_eq!(parse_error(&presigned), Some(Error::UnsupportedAlgorithm("AWS4-ECDSA-P256-SHA256".into())));
}

#[test]
fn headers_that_must_be_signed() {
    let without_host = signed().edited("authorization", "host;", "");
    assert_eq!(
        text(&without_host),
        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
    );
    for name in ["x-amz-security-token", "x-amz-content-sha256", "X-Amz-Meta"] {
        let request = signed().with(name, &"0".repeat(64));
        assert_eq!(parse_error(&request), Some(Error::HeaderNotSigned(name.into())));
        let request = presigned().with(name, &"0".repeat(64));
        assert_eq!(parse_error(&request), Some(Error::HeaderNotSigned(name.into())));
    }
    for name in ["x-amz-user-agent", "x-amzn-trace-id", "user-agent", "content-type"] {
        assert_eq!(signed().with(name, "x").check(now()), Ok(()), "{name} may come unsigned");
    }
    let absent = signed().without("x-amz-target");
    assert_eq!(parse_error(&absent), Some(Error::SignedHeaderMissing("x-amz-target".into())));
    for name in ["host", "x-amz-date", "x-amz-target", "X-Amz-Target"] {
        let again = signed().with(name, "20260131T120000Z");
        assert!(matches!(parse_error(&again), Some(Error::Repeated(_))), "{name}");
    }
    for list in [
        "x-amz-date;host;x-amz-target",
        "host;host;x-amz-date;x-amz-target",
        "host;x-amz-date;;x-amz-target",
        "HOST;host",
    ] {
        let request = signed().edited("authorization", "host;x-amz-date;x-amz-target", list);
        assert_eq!(parse_error(&request), Some(Error::MalformedSignedHeaders), "{list}");
    }
}

#[test]
fn dates() {
    assert_eq!(
        text(&signed().edited("x-amz-date", "20260131T120000Z", "2026-01-31T12:00:00Z")),
        "Date must be in ISO-8601 'basic format'. Got '2026-01-31T12:00:00Z'. See http://en.wikipedia.org/wiki/ISO_8601"
    );
    assert_eq!(
        text(&signed().edited("x-amz-date", "20260131", "20260201")),
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260131' != \
         '20260201', from '20260201T120000Z'."
    );
    // The date is in the string to sign, so a `Date` header in either form can stand in for `x-amz-date`.
    for date in ["20260131T120000Z", "Sat, 31 Jan 2026 12:00:00 GMT"] {
        let request = signed().without("x-amz-date").with("date", date).edited(
            "authorization",
            "host;x-amz-date;",
            "date;host;",
        );
        let signed_at = request.head(|head| sigv4::parse(head).map(|signed| signed.signed_at)).ok();
        assert_eq!(signed_at, Some(now()));
    }
    let vague =
        signed().without("x-amz-date").with("date", "yesterday").edited("authorization", "x-amz-date;", "");
    assert_eq!(parse_error(&vague), Some(Error::MalformedDate("yesterday".into())));
}

#[test]
fn time_runs_out() {
    let at = |offset: i64| Timestamp::from_secs(now().secs() + offset);
    for offset in [-900, 0, 900] {
        assert_eq!(signed().check(at(offset)), Ok(()), "{offset}");
    }
    assert_eq!(
        signed().check(at(1800)).unwrap_err().to_string(),
        "Signature expired: 20260131T120000Z is now earlier than 20260131T121500Z (20260131T123000Z - 15 min.)"
    );
    assert_eq!(
        signed().check(at(-901)).unwrap_err().to_string(),
        "Signature not yet current: 20260131T120000Z is still later than 20260131T115959Z (20260131T114459Z + 15 min.)"
    );
    assert!(matches!(signed().check(at(901)), Err(Error::Expired { .. })));

    assert_eq!(presigned().check(at(60)), Err(Error::SignatureDoesNotMatch));
    assert!(matches!(presigned().check(at(-901)), Err(Error::NotYetCurrent { .. })));
    assert_eq!(
        in_query(presigned(), "Expires=60", "Expires=90").check(at(91)).unwrap_err().to_string(),
        "Signature expired: 20260131T120000Z is now earlier than 20260131T120001Z (20260131T120131Z - 90 sec.)"
    );
    let unlimited = in_query(presigned(), "&X-Amz-Expires=60", "");
    assert!(matches!(unlimited.check(at(901)), Err(Error::Expired { .. })));
    for expires in ["0", "-1", "+60", "604801", "", "1.5", "99999999999999999999"] {
        let request =
            in_query(presigned(), "Expires=60", &format!("Expires={}", expires.replace('+', "%2B")));
        assert_eq!(parse_error(&request), Some(Error::MalformedExpires), "{expires}");
    }
    assert_eq!(parse_error(&in_query(presigned(), "Expires=60", "Expires=604800")), None);
}

#[test]
fn credentials_and_scopes() {
    for credential in
        ["AKIDEXAMPLE", "a/b/c/d", "AKIDEXAMPLE/20260131/eu-west-1/kms/aws4_request/", "/20260131/a/b/c"]
    {
        let request =
            signed().edited("authorization", "AKIDEXAMPLE/20260131/eu-west-1/kms/aws4_request", credential);
        assert_eq!(parse_error(&request), Some(Error::MalformedCredential), "{credential}");
        assert!(!text(&request).contains(credential), "{credential} is repeated");
    }
    assert_eq!(
        text(&signed().edited("authorization", "aws4_request", "aws5_request")),
        "Credential should be scoped with a valid terminator: 'aws4_request', not 'aws5_request'. "
    );
    let parsed = signed().head(sigv4::parse).ok().unwrap();
    assert_eq!(parsed.check_scope("kms", |region| region == "eu-west-1"), Ok(()));
    assert_eq!(
        parsed.check_scope("sts", |_| false).unwrap_err().to_string(),
        "Credential should be scoped to a valid region, not 'eu-west-1'. \
         Credential should be scoped to correct service: 'sts'. "
    );
}

#[test]
fn signatures_have_one_spelling() {
    let mut shouted = signed();
    let (_, value) = shouted.headers.iter_mut().find(|(name, _)| name == "authorization").unwrap();
    let place = value.len() - 64;
    value[place..].make_ascii_uppercase();
    assert_eq!(parse_error(&shouted), Some(Error::SignatureDoesNotMatch));
    for signature in ["", "00", "zz"] {
        let request = in_query(presigned(), &"0".repeat(64), signature);
        assert_eq!(parse_error(&request), Some(Error::SignatureDoesNotMatch), "{signature}");
    }
}

#[test]
fn payloads() {
    let with_hash = |hash: &str| unsigned().with("x-amz-content-sha256", hash).signed(now(), None);
    let of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    assert_eq!(with_hash(of_nothing).check(now()), Ok(()));
    assert_eq!(with_hash(&of_nothing.replace('e', "f")).check(now()), Err(Error::PayloadMismatch));
    for hash in
        ["UNSIGNED-PAYLOAD", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "", "00", &of_nothing.to_uppercase()]
    {
        assert_eq!(with_hash(hash).check(now()), Err(Error::UnsupportedPayload), "{hash}");
    }
}

#[test]
fn session_tokens() {
    let token = |request: &Request| {
        let parsed = request.head(sigv4::parse).ok().unwrap();
        parsed.session_token.map(|token| token.expose().to_owned())
    };
    assert_eq!(token(&unsigned().signed(now(), Some("FwoGZX/+="))).as_deref(), Some("FwoGZX/+="));
    assert_eq!(token(&signed()), None);
    let in_query = in_query(
        presigned(),
        "&X-Amz-SignedHeaders=host",
        "&X-Amz-SignedHeaders=host&X-Amz-Security-Token=a%2Bb",
    );
    assert_eq!(token(&in_query).as_deref(), Some("a+b"));
    let twice = self::in_query(in_query, "SignedHeaders=host", "SignedHeaders=host%3Bx-amz-security-token")
        .with("x-amz-security-token", "a+b");
    assert_eq!(parse_error(&twice), Some(Error::Repeated("X-Amz-Security-Token".into())));
}

#[test]
fn bytes_that_could_forge_lines() {
    for value in ["a\nx-amz-target:b", "a\rb", "a\0b"] {
        let request = signed().edited("x-amz-target", "TrentService.ListKeys", value);
        assert_eq!(request.check(now()), Err(Error::MalformedHeader("x-amz-target".into())));
    }
    let method = Request { method: "POST\n/\n".into(), ..signed() };
    assert_eq!(method.check(now()), Err(Error::SignatureDoesNotMatch));
    for query in ["a=%", "a=%4", "a=%zz", "%+1=2", "a=%é"] {
        let request = Request { query: query.into(), ..signed() };
        assert_eq!(parse_error(&request), Some(Error::MalformedQueryString), "{query}");
    }
}

#[test]
fn more_than_is_read() {
    let too_large = |request: &Request| matches!(parse_error(request), Some(Error::TooLarge { .. }));
    let long = |length: usize| "a".repeat(length);
    assert!(too_large(&Request { method: long(33), ..signed() }));
    assert!(too_large(&Request { path: long(MAX_PATH + 1), ..signed() }));
    assert!(too_large(&Request { query: long(MAX_QUERY + 1), ..signed() }));
    assert!(too_large(&signed().with("a", &long(MAX_HEADER_BYTES))));
    let many = |count: usize| (0..count).fold(unsigned(), |request, at| request.with(&format!("h{at}"), ""));
    assert!(too_large(&many(MAX_HEADERS).signed(now(), None)));
    assert_eq!(many(MAX_SIGNED_HEADERS - 3).signed(now(), None).check(now()), Ok(()));
    assert_eq!(
        text(&many(MAX_SIGNED_HEADERS).signed(now(), None)),
        "The request has too many signed headers: at most 100 are accepted."
    );
}

#[test]
fn each_protocol_has_its_codes() {
    let words =
        |error: Error| [Family::Json, Family::Query].map(|family| (error.code(family), error.status(family)));
    assert_eq!(
        words(Error::MissingAuthenticationToken),
        [("MissingAuthenticationTokenException", 400), ("MissingAuthenticationToken", 403)]
    );
    assert_eq!(
        words(Error::MalformedCredential),
        [("IncompleteSignatureException", 400), ("IncompleteSignature", 400)]
    );
    assert_eq!(
        words(Error::SignatureDoesNotMatch),
        [("InvalidSignatureException", 400), ("SignatureDoesNotMatch", 403)]
    );
    assert_eq!(
        words(Error::MalformedQueryString),
        [("IncompleteSignatureException", 400), ("MalformedQueryString", 400)]
    );
}
