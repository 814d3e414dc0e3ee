use std::collections::BTreeMap;

use aws_model::{Document, Shape, StructureSchema, cloudtrail, iam, kms, organizations};
use aws_wire::{WireError, json};
use clock::Timestamp;
use secret::SecretBytes;

fn request<S: Shape>(body: &str) -> S {
    S::from_document(json::decode(body.as_bytes(), S::SCHEMA).map_err(|error| error.to_string()).unwrap())
        .unwrap()
}

fn refusal(body: &[u8], schema: &'static StructureSchema) -> String {
    let error = json::decode(body, schema).err().unwrap();
    assert!(matches!(error, WireError::Serialization(_)));
    assert_eq!((error.code().code, error.code().status), ("SerializationException", 400));
    error.to_string()
}

fn answer(shape: impl Shape) -> String {
    fn schema_of<S: Shape>(_: &S) -> &'static StructureSchema {
        S::SCHEMA
    }
    let schema = schema_of(&shape);
    String::from_utf8(json::encode(&shape.into_document(), schema)).unwrap()
}

#[test]
fn requests_as_botocore_sends_them() {
    let encrypt: kms::EncryptRequest = request(
        r#"{"KeyId": "alias/app", "Plaintext": "YXR0YWNrIGF0IGRhd24=", "EncryptionContext": {"tenant": "t-1"}}"#,
    );
    assert_eq!(encrypt.key_id, "alias/app");
    assert!(encrypt.plaintext == SecretBytes::copy_of(b"attack at dawn"));
    assert_eq!(encrypt.encryption_context, Some(BTreeMap::from([("tenant".to_owned(), "t-1".to_owned())])));

    let create: kms::CreateKeyRequest = request(
        r#"{"Description": "Gr\u00fc\u00dfe \"x\"", "MultiRegion": false, "Tags": [{"TagKey": "a", "TagValue": "b"}]}"#,
    );
    assert_eq!(create.description.as_deref(), Some("Grüße \"x\""));
    assert_eq!(create.multi_region, Some(false));
    assert_eq!(create.tags.unwrap()[0].tag_value, "b");

    let lookup: cloudtrail::LookupEventsRequest = request(
        r#"{"StartTime": 1769860800.5, "MaxResults": 5, "LookupAttributes": [{"AttributeKey": "EventName", "AttributeValue": "Encrypt"}]}"#,
    );
    assert_eq!(lookup.start_time, Some(Timestamp::from_millis(1_769_860_800_500)));
    assert_eq!(lookup.max_results, Some(5));
}

#[test]
fn base64_may_be_escaped_as_php_does() {
    let decrypt: kms::DecryptRequest = request(r#"{"CiphertextBlob":"\/\/\/+"}"#);
    assert_eq!(decrypt.ciphertext_blob, Some(b"\xff\xff\xfe".to_vec()));
}

#[test]
fn null_is_absent_and_unknown_members_are_skipped() {
    let body = r#"{"Limit":null,"Marker":"m","New":{"KeyId":[1,{"a":null}]},"limit":3}"#;
    let list: kms::ListKeysRequest = request(body);
    assert_eq!((list.limit, list.marker.as_deref()), (None, Some("m")));
    let deep = format!("{{\"New\":{}1{},\"Limit\":7}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(request::<kms::ListKeysRequest>(&deep).limit, Some(7));
}

#[test]
fn wrong_types_are_refused_in_aws_words() {
    let tags = kms::TagResourceRequest::SCHEMA;
    let encrypt = kms::EncryptRequest::SCHEMA;
    let list = kms::ListKeysRequest::SCHEMA;
    for (body, schema, message) in [
        (r#"{"KeyId":1}"#, encrypt, "NUMBER_VALUE can not be converted to a String"),
        (r#"{"KeyId":true}"#, encrypt, "TRUE_VALUE can not be converted to a String"),
        (r#"{"KeyId":["a"]}"#, encrypt, "Start of list found where not expected"),
        (r#"{"KeyId":{}}"#, encrypt, "Start of structure or map found where not expected."),
        (r#"{"Limit":"1"}"#, list, "STRING_VALUE can not be converted to an Integer"),
        (r#"{"DryRun":0}"#, encrypt, "NUMBER_VALUE can not be converted to a Boolean"),
        (r#"{"Plaintext":false}"#, encrypt, "FALSE_VALUE can not be converted to a Blob"),
        (r#"{"Tags":"x"}"#, tags, "Expected list or null"),
        (r#"{"Tags":{}}"#, tags, "Start of structure or map found where not expected."),
        (r#"{"Tags":[1]}"#, tags, "Expected null"),
        (r#"{"EncryptionContext":3}"#, encrypt, "Expected map or null"),
        (r#"{"EncryptionContext":[]}"#, encrypt, "Start of list found where not expected"),
        (r#"{"EncryptionContext":{"a":null}}"#, encrypt, "NULL_VALUE can not be converted to a String"),
        (r#"{"GrantTokens":[null]}"#, encrypt, "NULL_VALUE can not be converted to a String"),
        ("[]", encrypt, "Start of list found where not expected"),
        (
            r#"{"StartTime":"tomorrow"}"#,
            cloudtrail::LookupEventsRequest::SCHEMA,
            "STRING_VALUE can not be converted to milliseconds since epoch",
        ),
        (
            r#"{"StartTime":1e300}"#,
            cloudtrail::LookupEventsRequest::SCHEMA,
            "NUMBER_VALUE can not be converted to milliseconds since epoch",
        ),
    ] {
        assert_eq!(refusal(body.as_bytes(), schema), message, "{body}");
    }
}

#[test]
fn what_is_there_twice_is_refused() {
    let encrypt = kms::EncryptRequest::SCHEMA;
    assert_eq!(refusal(br#"{"KeyId":"a","KeyId":"a"}"#, encrypt), "The member KeyId is there twice");
    let context = br#"{"EncryptionContext":{"a":"1","b":"2","a":"1"}}"#;
    assert_eq!(refusal(context, encrypt), "A map has the same key twice");
}

#[test]
fn what_is_not_json_is_refused() {
    for body in [
        &b""[..],
        b" ",
        b"{",
        b"{}{}",
        b"{} x",
        b"{\"KeyId\":\"a\",}",
        b"{'KeyId':'a'}",
        b"{\"KeyId\":\"\xff\"}",
        b"{\"New\":\"\xff\"}",
        b"{\"KeyId\":\"\\ud800\"}",
        b"{\"KeyId\":\"a\nb\"}",
        b"{\"Limit\":01}",
        b"{\"Limit\":1e999}",
        b"\xef\xbb\xbf{}",
        br#"{"KeyId":"a"#,
    ] {
        let schema = kms::ListAliasesRequest::SCHEMA;
        assert_eq!(refusal(body, schema), "The request body is not valid JSON", "{}", body.escape_ascii());
    }
}

#[test]
fn base64_is_strict_and_never_echoed() {
    for text in ["YQ", "YQ=", "YR==", "Y Q=", "YQ==YQ==", "_w==", "YWJj\\n", "secret!"] {
        let body = format!("{{\"Plaintext\":\"{text}\"}}");
        let message = refusal(body.as_bytes(), kms::EncryptRequest::SCHEMA);
        assert_eq!(message, "STRING_VALUE can not be converted to a Blob: not valid Base64", "{text}");
    }
    let empty: kms::DecryptRequest = request(r#"{"CiphertextBlob":""}"#);
    assert_eq!(empty.ciphertext_blob, Some(Vec::new()));
}

#[test]
fn numbers_are_cut_or_refused_but_never_wrapped() {
    let limit = |number: &str| {
        let body = format!("{{\"Limit\":{number}}}");
        json::decode(body.as_bytes(), kms::ListKeysRequest::SCHEMA).map(|document| {
            match document.member("Limit") {
                Some(Document::Integer(limit)) => *limit,
                _ => panic!("no limit"),
            }
        })
    };
    assert_eq!(limit("12.9"), Ok(12));
    assert_eq!(limit("-0.5"), Ok(0));
    assert_eq!(limit("1e2"), Ok(100));
    // Left to validation, which names the allowed range.
    assert_eq!(limit("4294967297"), Ok(4_294_967_297));
    for number in ["9223372036854775808", "18446744073709551616", "1e30", "-1e30"] {
        assert!(limit(number).is_err(), "{number}");
    }
    // Without a range to name, a number that the type cannot hold is refused here.
    static PLAIN: StructureSchema = StructureSchema {
        name: "Plain",
        members: &[aws_model::MemberSchema::optional(
            "N",
            aws_model::Schema::Integer { min: None, max: None },
        )],
    };
    assert_eq!(refusal(br#"{"N":2147483648}"#, &PLAIN), "NUMBER_VALUE can not be converted to an Integer");
}

#[test]
fn timestamps_are_seconds_or_iso8601() {
    let start = |text: &str| {
        request::<cloudtrail::LookupEventsRequest>(&format!("{{\"StartTime\":{text}}}")).start_time.unwrap()
    };
    assert_eq!(start("1769860800").millis(), 1_769_860_800_000);
    assert_eq!(start("1.769860800123E9").millis(), 1_769_860_800_123);
    assert_eq!(start("-1.5").millis(), -1500);
    assert_eq!(start("\"2026-01-31T12:00:00Z\"").millis(), 1_769_860_800_000);
}

#[test]
fn answers_as_clients_expect_them() {
    let answer = answer(kms::GenerateDataKeyResponse {
        ciphertext_blob: Some(b"\x01\x02".to_vec()),
        plaintext: Some(SecretBytes::copy_of(b"0123456789abcdef")),
        key_id: Some("arn:aws:kms:eu-west-1:111122223333:key/1".to_owned()),
        ..Default::default()
    });
    let json: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "CiphertextBlob": "AQI=",
            "Plaintext": "MDEyMzQ1Njc4OWFiY2RlZg==",
            "KeyId": "arn:aws:kms:eu-west-1:111122223333:key/1",
        })
    );
    // No spaces, nothing absent.
    assert!(!answer.contains(' ') && !answer.contains("null"));
}

#[test]
fn times_and_texts_are_exact() {
    let key = |millis, description: &str| {
        answer(kms::KeyMetadata {
            key_id: "1".to_owned(),
            creation_date: Some(Timestamp::from_millis(millis)),
            description: Some(description.to_owned()),
            ..Default::default()
        })
    };
    assert!(key(1_769_860_800_500, "").contains(r#""CreationDate":1769860800.5,"#));
    assert!(key(1_769_860_800_000, "").contains(r#""CreationDate":1769860800,"#));
    assert!(key(1_769_860_800_007, "").contains(r#""CreationDate":1769860800.007,"#));
    assert!(key(-1500, "").contains(r#""CreationDate":-1.5,"#));
    assert!(key(0, "a\"\\\u{1}\u{2028}\n").contains("\"Description\":\"a\\\"\\\\\\u0001\u{2028}\\n\""));
}

#[test]
fn empty_answers_and_errors() {
    assert_eq!(answer(kms::EnableKeyResponse::default()), "{}");
    assert_eq!(answer(iam::DeleteUserResponse::default()), "{}");
    assert_eq!(
        json::encode_error(&kms::errors::NOT_FOUND_EXCEPTION, "Key 'a\"b' does not exist", &[]),
        br#"{"__type":"NotFoundException","message":"Key 'a\"b' does not exist"}"#
    );
    assert_eq!(
        json::encode_error(&kms::errors::INVALID_CIPHERTEXT_EXCEPTION, "", &[]),
        br#"{"__type":"InvalidCiphertextException"}"#
    );
    let reason = [("Reason", "\"none\"".to_owned())];
    assert_eq!(
        json::encode_error(&organizations::errors::INVALID_INPUT_EXCEPTION, "Wrong.", &reason),
        br#"{"__type":"InvalidInputException","message":"Wrong.","Reason":"\"none\""}"#
    );
}
