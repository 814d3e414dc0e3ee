//! No bytes make the verifier panic, and none that were not signed pass.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod request;

use clock::Timestamp;
use proptest::prelude::*;
use request::Request;

proptest! {
    #[test]
    fn any_request(
        method in ".{0,4}",
        path in ".{0,20}",
        query in ".{0,40}",
        headers in prop::collection::vec((header_name(), prop::collection::vec(any::<u8>(), 0..40)), 0..8),
    ) {
        let request = Request { method, path, query, headers, body: Vec::new() };
        prop_assert!(request.check(Timestamp::EPOCH).is_err());
    }

    #[test]
    fn any_authorization(
        algorithm in prop_oneof![Just("AWS4-HMAC-SHA256".to_owned()), "AWS.{0,10}"],
        parts in prop::collection::vec(
            ("(Credential|SignedHeaders|Signature|.{0,6})", prop_oneof![credential(), signed_headers(), ".{0,20}"]),
            0..6,
        ),
        date in prop_oneof![date(), "[ -~]{0,30}"],
        date_header in prop_oneof![Just("date"), Just("x-amz-date")],
    ) {
        let parts: Vec<String> = parts.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::new("POST", "/", "")
            .with("authorization", &format!("{algorithm} {}", parts.join(", ")))
            .with(date_header, &date);
        prop_assert!(request.check(Timestamp::from_secs(1_769_860_800)).is_err());
    }

    #[test]
    fn any_presigned_query(
        parameters in prop::collection::vec(
            (
                "X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature|Security-Token)",
                prop_oneof![
                    Just("AWS4-HMAC-SHA256".to_owned()), credential(), signed_headers(), date(), "[0-9a-f]{64}", "[0-9]{0,9}", ".{0,10}",
                ],
            ),
            0..9,
        ),
    ) {
        let query: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::new("GET", "/", &query.join("&"));
        prop_assert!(request.check(Timestamp::from_secs(1_769_860_800)).is_err());
    }

    #[test]
    fn any_garbled_header(at in any::<prop::sample::Index>(), garbage in prop::collection::vec(any::<u8>(), 0..6)) {
        let now = Timestamp::from_secs(1_769_860_800);
        let signed = Request::new("POST", "/", "a=b").with("x-amz-target", "A.B").signed(now, Some("token"));
        for index in 0..signed.headers.len() {
            let mut garbled = signed.clone();
            let value = &mut garbled.headers[index].1;
            let place = at.index(value.len());
            value.splice(place..=place, garbage.iter().copied());
            // White space at the ends, and around commas, carries no meaning; whose key it is shows in the lookup.
            let changes_nothing = |text: &[u8]| text.trim_ascii() == signed.headers[index].1;
            let is_lenient = signed.headers[index].0 == "authorization";
            if !is_lenient && !changes_nothing(&garbled.headers[index].1) {
                prop_assert!(garbled.check(now).is_err(), "{garbled:?}");
            } else {
                let _ = garbled.check(now);
            }
        }
    }
}

fn header_name() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "authorization",
            "host",
            "date",
            "x-amz-date",
            "x-amz-security-token",
            "x-amz-content-sha256",
        ])
        .prop_map(str::to_owned),
        ".{0,8}",
    ]
}

fn credential() -> impl Strategy<Value = String> {
    "[A-Z]{0,8}/[0-9]{0,8}/[a-z0-9-]{0,9}/[a-z]{0,4}/(aws4_request|.{0,4})"
}

fn signed_headers() -> impl Strategy<Value = String> {
    "(host|[a-z;-]{0,8})(;[a-z-]{0,8}){0,3}"
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        "2026[01][0-9][0-3][0-9]T[0-2][0-9][0-6][0-9][0-6][0-9]Z",
        "Sat, [0-3][0-9] (Jan|Feb|Foo) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT",
    ]
}
