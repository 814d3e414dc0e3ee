//! Requests that AWS's own test suite signed; where they come from stands in `aws-signing-test-suite/README.md`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod request;

use std::fs;
use std::path::Path;

use clock::Timestamp;
use request::Request;
use sigv4::Error;

/// Signed without path normalisation, as for Amazon S3 only. `get-space-unnormalized` is not here: its path is normal already.
const NOT_NORMALISED: [&str; 6] = [
    "get-relative-relative-unnormalized",
    "get-relative-unnormalized",
    "get-slash-dot-slash-unnormalized",
    "get-slash-pointless-dot-unnormalized",
    "get-slash-unnormalized",
    "get-slashes-unnormalized",
];

/// The session token was added after signing.
const TOKEN_NOT_SIGNED: &str = "post-sts-header-after";

#[test]
fn every_request_of_the_suite() {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/aws-signing-test-suite");
    let mut seen = 0;
    for folder in fs::read_dir(suite).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
    {
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        for form in ["header-signed-request.txt", "query-signed-request.txt"] {
            let Ok(text) = fs::read_to_string(folder.join(form)) else {
                assert_eq!((&*name, form), ("double-url-encode", "query-signed-request.txt"));
                continue;
            };
            let request = read(&text);
            let signed_at =
                request.head(|head| sigv4::parse(head).map_or(suite_time(), |signed| signed.signed_at));
            let expected = match &*name {
                name if NOT_NORMALISED.contains(&name) => Err(Error::SignatureDoesNotMatch),
                TOKEN_NOT_SIGNED if form.starts_with("header") => {
                    Err(Error::HeaderNotSigned("x-amz-security-token".to_owned()))
                }
                TOKEN_NOT_SIGNED => Err(Error::SignatureDoesNotMatch),
                _ => Ok(()),
            };
            assert_eq!(request.check(signed_at), expected, "{name}/{form}");
            seen += 1;
        }
    }
    assert_eq!(seen, 77);
}

/// The worked example of the documentation, "Create a signed AWS API request".
#[test]
fn the_documented_request() {
    let request = Request::new("GET", "/", "Action=ListUsers&Version=2010-05-08")
        .edited("host", "kms.example.com", "iam.amazonaws.com")
        .with("content-type", "application/x-www-form-urlencoded; charset=utf-8")
        .with("x-amz-date", "20150830T123600Z")
        .with(
            "authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, \
             SignedHeaders=content-type;host;x-amz-date, \
             Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
        );
    assert_eq!(request.check(suite_time()), Ok(()));
}

fn suite_time() -> Timestamp {
    Timestamp::parse_basic_iso8601("20150830T123600Z").unwrap()
}

fn read(text: &str) -> Request {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    // The suite has one header that is folded, as HTTP/1.1 once allowed.
    let head = head.replace("\n ", " ");
    let mut lines = head.lines();
    let (method, rest) = lines.next().unwrap().split_once(' ').unwrap();
    let target = rest.strip_suffix(" HTTP/1.1").unwrap_or(rest);
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut request = Request::new(method, path, query).without("host");
    for line in lines {
        let (name, value) = line.split_once(':').unwrap();
        request = request.with(&name.to_lowercase(), value);
    }
    request.body = body.trim_end_matches('\n').into();
    request
}
