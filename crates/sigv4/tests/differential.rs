//! Against the signer of AWS's own Rust SDK: what it signs is accepted, and no longer once anything signed is changed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod request;

use std::time::{Duration, SystemTime};

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use clock::Timestamp;
use proptest::prelude::*;
use request::{ACCESS_KEY_ID, Request, SECRET};

proptest! {
    #[test]
    fn signed_in_the_header(request in request(), token in token(), now in time()) {
        let signed = by_sdk(&request, token.as_deref(), now, None);
        prop_assert_eq!(signed.check(now), Ok(()));
        prop_assert_eq!(
            signed.head(|head| sigv4::parse(head).unwrap().session_token.map(|token| token.expose().to_owned())),
            token
        );
    }

    #[test]
    fn presigned(request in request(), token in token(), now in time(), expires in 1..=604_800_u64) {
        let signed = by_sdk(&request, token.as_deref(), now, Some(expires));
        prop_assert_eq!(signed.check(now), Ok(()));
        prop_assert_eq!(signed.check(now.plus(Duration::from_secs(expires))), Ok(()));
        prop_assert!(signed.check(now.plus(Duration::from_secs(expires + 1))).is_err());
        prop_assert_eq!(
            signed.head(|head| sigv4::parse(head).unwrap().session_token.map(|token| token.expose().to_owned())),
            token
        );
    }

    #[test]
    fn our_signer_writes_what_the_sdk_writes(request in request(), token in token(), now in time()) {
        let authorization = |signed: Request| {
            let found = signed.headers.into_iter().find(|(name, _)| name == "authorization");
            String::from_utf8(found.unwrap().1).unwrap()
        };
        let by_sdk = authorization(by_sdk(&request, token.as_deref(), now, None));
        prop_assert_eq!(authorization(request.signed(now, token.as_deref())), by_sdk);
    }

    #[test]
    fn any_single_change_is_noticed(
        request in request(),
        token in token(),
        now in time(),
        expires in proptest::option::of(3600..=604_800_u64),
        at in any::<proptest::sample::Index>(),
    ) {
        let signed = by_sdk(&request, token.as_deref(), now, expires);
        prop_assert!(signed.check_with(&SECRET.replace('w', "v"), now).is_err(), "another key");
        for (change, changed) in changes(&signed, at) {
            prop_assert!(changed.check(now).is_err(), "{change} not noticed: {changed:?}");
        }
    }
}

/// One request for each thing that can be changed.
fn changes(signed: &Request, at: proptest::sample::Index) -> Vec<(String, Request)> {
    let mut changes = Vec::new();
    let mut change = |what: &str, edit: &dyn Fn(&mut Request)| {
        let mut changed = signed.clone();
        edit(&mut changed);
        changes.push((what.to_owned(), changed));
    };
    change("a longer body", &|request| request.body.push(0));
    if !signed.body.is_empty() {
        change("another body", &|request| {
            let at = at.index(request.body.len());
            request.body[at] ^= 1;
        });
    }
    change("another method", &|request| request.method = "OPTIONS".into());
    change("another path", &|request| request.path += "/x");
    change("one more parameter", &|request| {
        request.query += if request.query.is_empty() { "zz" } else { "&zz" };
    });
    change("another byte in the query", &|request| {
        // INVARIANT: a letter or digit always counts; a separator may not.
        let mut query = request.query.clone().into_bytes();
        turn(&mut query, at);
        request.query = String::from_utf8(query).unwrap();
    });
    for index in 0..signed.headers.len() {
        let (name, value) = &signed.headers[index];
        if name == "user-agent" {
            continue;
        }
        change(&format!("no {name}"), &|request| drop(request.headers.remove(index)));
        change(&format!("{name} twice"), &|request| request.headers.push((name.clone(), value.clone())));
        change(&format!("another byte in {name}"), &|request| {
            let value = &mut request.headers[index].1;
            // Whose key it is shows in the key that is looked up, not in the signature.
            let start = if name == "authorization" { 64 } else { 0 };
            turn(&mut value[start..], at);
        });
    }
    change("an x-amz-* header that is not signed", &|request| {
        request.headers.push(("x-amz-target".into(), b"TrentService.Encrypt".to_vec()));
    });
    changes.retain(|(_, changed)| {
        (&changed.query, &changed.headers, &changed.body, &changed.path, &changed.method)
            != (&signed.query, &signed.headers, &signed.body, &signed.path, &signed.method)
    });
    changes
}

/// Replaces one letter or digit by the next one.
fn turn(bytes: &mut [u8], at: proptest::sample::Index) {
    let places: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at].is_ascii_alphanumeric()).collect();
    if places.is_empty() {
        return;
    }
    let byte = &mut bytes[places[at.index(places.len())]];
    *byte = match *byte {
        b'9' => b'0',
        b'z' => b'a',
        b'Z' => b'A',
        other => other + 1,
    };
}

fn by_sdk(request: &Request, token: Option<&str>, now: Timestamp, expires: Option<u64>) -> Request {
    let identity = Credentials::new(ACCESS_KEY_ID, SECRET, token.map(str::to_owned), None, "test").into();
    let mut settings = SigningSettings::default();
    if let Some(expires) = expires {
        settings.signature_location = SignatureLocation::QueryParams;
        settings.expires_in = Some(Duration::from_secs(expires));
    }
    let params = SigningParams::builder()
        .identity(&identity)
        .region("eu-west-1")
        .name("kms")
        .time(SystemTime::UNIX_EPOCH + now.since(Timestamp::EPOCH))
        .settings(settings)
        .build()
        .unwrap()
        .into();
    let uri = format!("https://kms.example.com{}?{}", request.path, request.query);
    let headers = request.headers.iter().map(|(name, value)| (&**name, std::str::from_utf8(value).unwrap()));
    let signable =
        SignableRequest::new(&request.method, uri, headers, SignableBody::Bytes(&request.body)).unwrap();
    let (instructions, _) = sign(signable, &params).unwrap().into_parts();
    let (headers, parameters) = instructions.into_parts();

    let mut signed = request.clone();
    for header in headers {
        signed = signed.with(header.name(), header.value());
    }
    for (name, value) in parameters {
        if !signed.query.is_empty() {
            signed.query.push('&');
        }
        signed.query += &format!("{name}={}", encoded(&value));
    }
    signed
}

fn encoded(text: &str) -> String {
    let encode = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02x}"),
    };
    text.bytes().map(encode).collect()
}

prop_compose! {
    fn request()(
        method in prop::sample::select(vec!["GET", "POST", "PUT", "DELETE", "HEAD"]),
        path in "(/|(/([a-zA-Z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|é){0,6}|/\\.|/\\.\\.){1,6}/?)",
        query in prop::collection::vec(
            "([a-zA-Z0-9._~!$'()*,;:@/?+-]|%[2-7][0-9A-Fa-f]|%C3%A9){0,6}(=([a-zA-Z0-9._~+-]|%[2-7][0-9a-f]){0,6})?",
            0..6,
        ),
        headers in prop::collection::vec((header_name(), "[ -~]{0,24}"), 0..6),
        body in prop::collection::vec(any::<u8>(), 0..40),
    ) -> Request {
        let mut request = Request::new(method, &path, &query.join("&"));
        for (name, value) in headers {
            let is_there = request.headers.iter().any(|(other, _)| *other == name);
            // What belongs to the protocol comes once.
            if !(name.starts_with("x-amz-") && is_there) {
                request = request.with(&name, &value);
            }
        }
        request.body = body;
        request
    }
}

fn header_name() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec!["content-type", "x-amz-target", "x-amz-meta", "user-agent", "accept"])
            .prop_map(str::to_owned),
        "x-[a-z0-9-]{1,6}".prop_filter("already listed", |name| !name.starts_with("x-amz-")),
    ]
}

fn token() -> impl Strategy<Value = Option<String>> {
    prop::option::of("[A-Za-z0-9+/=]{1,80}")
}

/// Any second from 1971 to 2100.
fn time() -> impl Strategy<Value = Timestamp> {
    (31_536_000..4_102_444_800_i64).prop_map(Timestamp::from_secs)
}
