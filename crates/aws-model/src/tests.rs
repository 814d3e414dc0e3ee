//! The tables, conversions, constraints and audit parameters, through real operations.

use std::collections::{BTreeMap, BTreeSet};

use clock::Timestamp;
use secret::{SecretBytes, SecretString};
use serde_json::json;

use crate::*;

fn text(text: &str) -> Document {
    Document::String(text.to_owned())
}

fn message<S: Shape>(members: Vec<(&'static str, Document)>) -> String {
    validate(S::SCHEMA, &Document::Structure(members))
        .map_or_else(|error| error.to_string(), |()| String::new())
}

/// Calls `visit` with every schema that any operation reaches; with each structure once, since structures may nest in
/// themselves.
fn walk(visit: &mut impl FnMut(Schema)) {
    let mut waiting = Vec::new();
    for operation in SERVICES.iter().flat_map(|service| service.operations) {
        waiting.extend([Schema::Structure(operation.input), Schema::Structure(operation.output)]);
    }
    let mut seen = BTreeSet::new();
    while let Some(schema) = waiting.pop() {
        visit(schema);
        match schema {
            Schema::Structure(schema) if seen.insert(std::ptr::from_ref(schema)) => {
                waiting.extend(schema.members.iter().map(|member| member.schema));
            }
            Schema::List(list) => waiting.push(list.member),
            Schema::Map(map) => waiting.extend([Schema::String(map.key), map.value]),
            _ => {}
        }
    }
}

#[test]
fn every_pattern_compiles() {
    let mut count = 0;
    walk(&mut |schema| {
        if let Schema::String(StringSchema { name, pattern: Some(pattern), .. }) = schema {
            assert!(pattern.compiled().is_some(), "{name}: {}", pattern.as_str());
            count += 1;
        }
    });
    assert!(count > 50, "{count} patterns found");
}

#[test]
fn patterns_match_the_whole_text_as_java_does() {
    let schema = iam::CreateUserRequest::SCHEMA;
    let pattern = |name: &str| match schema.member(name).map(|member| member.schema) {
        Some(Schema::String(schema)) => schema.pattern.unwrap(),
        _ => panic!("{name} has no pattern"),
    };
    // [\w+=,.@-]+
    assert!(pattern("UserName").matches("alice+ops@example.com"));
    for wrong in ["", "alice smith", "alice\n", "ålice", "٣"] {
        assert!(!pattern("UserName").matches(wrong), "{wrong:?}");
    }
    // (\u002F)|(\u002F[\u0021-\u007E]+\u002F)
    assert!(pattern("Path").matches("/division/team/") && pattern("Path").matches("/"));
    assert!(!pattern("Path").matches("/division") && !pattern("Path").matches("//\u{e9}/"));
    let Some(Schema::String(key)) = iam::Tag::SCHEMA.member("Key").map(|member| member.schema) else {
        panic!("a tag's key is a string")
    };
    // [\p{L}\p{Z}\p{N}_.:/=+\-@]+
    assert!(key.pattern.unwrap().matches("Größe 二 ٣") && !key.pattern.unwrap().matches("a;b"));
}

#[test]
fn services_and_operations_are_found_by_name() {
    assert!(SERVICES.is_sorted_by_key(|service| service.id));
    for service in SERVICES {
        assert!(service.operations.is_sorted_by_key(|operation| operation.name), "{service:?}");
        for operation in service.operations {
            assert!(std::ptr::eq(service.operation(operation.name).unwrap(), *operation));
            assert_eq!(operation.service.id, service.id);
        }
        assert!(service.operation("NoSuchOperation").is_none());
    }
    assert_eq!(kms::SERVICE.protocol, Protocol::Json { version: "1.1", target_prefix: "TrentService" });
    let schema = iam::DeleteUser::SCHEMA;
    assert_eq!((schema.name, schema.result_wrapper, schema.output.members.len()), ("DeleteUser", None, 0));
    assert_eq!(sts::AssumeRole::SCHEMA.result_wrapper, Some("AssumeRoleResult"));
    assert!(kms::Encrypt::SCHEMA.errors.contains(&&kms::errors::NOT_FOUND_EXCEPTION));
}

#[test]
fn error_codes_are_those_of_the_wire() {
    let missing = &iam::errors::NO_SUCH_ENTITY_EXCEPTION;
    assert_eq!((missing.code, missing.status, missing.sender_fault), ("NoSuchEntity", 404, true));
    let internal = &kms::errors::KMS_INTERNAL_EXCEPTION;
    assert_eq!((internal.code, internal.status, internal.sender_fault), ("KMSInternalException", 500, false));
    assert_eq!(kms::errors::NOT_FOUND_EXCEPTION.status, 400);
}

#[test]
fn structures_survive_the_way_through_a_document() {
    let request = kms::EncryptRequest {
        key_id: "alias/app".to_owned(),
        plaintext: SecretBytes::copy_of(b"attack at dawn"),
        encryption_context: Some(BTreeMap::from([("tenant".to_owned(), "t-1".to_owned())])),
        encryption_algorithm: Some(kms::EncryptionAlgorithmSpec::RsaesOaepSha256),
        grant_tokens: Some(vec![SecretString::new("token".to_owned())]),
        dry_run: Some(false),
    };
    let document = request.clone().into_document();
    assert!(document.member("Plaintext") == Some(&Document::Blob(SecretBytes::copy_of(b"attack at dawn"))));
    assert_eq!(document.member("EncryptionAlgorithm").and_then(Document::as_str), Some("RSAES_OAEP_SHA_256"));
    assert!(validate(kms::EncryptRequest::SCHEMA, &document).is_ok());
    let back = kms::EncryptRequest::from_document(document).unwrap();
    assert!(back.into_document() == request.into_document());
}

#[test]
fn documents_of_another_form_are_refused() {
    let encrypt = |members| kms::EncryptRequest::from_document(Document::Structure(members)).err();
    let structure = "EncryptRequest";
    assert_eq!(encrypt(vec![]), Some(ModelError::Missing { structure, member: "KeyId" }));
    let number = vec![("KeyId", Document::Integer(1)), ("Plaintext", Document::Bytes(vec![1]))];
    assert_eq!(encrypt(number), Some(ModelError::WrongType { structure, member: "KeyId" }));
    assert_eq!(
        kms::EncryptRequest::from_document(text("")).err(),
        Some(ModelError::NotAStructure { structure })
    );
    let huge = Document::Structure(vec![("Limit", Document::Integer(i64::MAX))]);
    assert!(kms::ListKeysRequest::from_document(huge).is_err());
    let unknown = Document::Structure(vec![("KeySpec", text("DES"))]);
    assert!(kms::CreateKeyRequest::from_document(unknown).is_err());
}

#[test]
fn enums_are_closed() {
    assert_eq!("RSA_2048".parse(), Ok(kms::KeySpec::Rsa2048));
    assert_eq!("rsa_2048".parse::<kms::KeySpec>(), Err(UnknownValue("KeySpec")));
    for value in kms::KeySpec::ALL {
        assert_eq!(value.to_string().parse(), Ok(*value));
    }
}

#[test]
fn violations_are_worded_as_aws_words_them() {
    let blob = |length: usize| Document::Blob(SecretBytes::new(vec![7; length]));
    assert_eq!(
        message::<kms::EncryptRequest>(vec![("KeyId", text("")), ("Plaintext", blob(1))]),
        "1 validation error detected: Value '' at 'keyId' failed to satisfy constraint: \
         Member must have length greater than or equal to 1"
    );
    assert_eq!(
        message::<kms::EncryptRequest>(vec![("Plaintext", blob(4097))]),
        "2 validation errors detected: Value null at 'keyId' failed to satisfy constraint: \
         Member must not be null; Value at 'plaintext' failed to satisfy constraint: \
         Member must have length less than or equal to 4096"
    );
    assert_eq!(
        message::<kms::ListKeysRequest>(vec![("Limit", Document::Integer(0))]),
        "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: \
         Member must have value greater than or equal to 1"
    );
    assert_eq!(message::<kms::GetKeyRotationStatusRequest>(vec![("KeyId", text(&"k".repeat(2048)))]), "");
    assert_eq!(
        message::<kms::DecryptRequest>(vec![("CiphertextBlob", Document::Bytes(vec![0; 6145]))]),
        "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=6145 cap=6145]' at 'ciphertextBlob' \
         failed to satisfy constraint: Member must have length less than or equal to 6144"
    );
    let message =
        message::<kms::GenerateDataKeyRequest>(vec![("KeyId", text("k")), ("KeySpec", text("AES-256"))]);
    assert_eq!(
        message,
        "1 validation error detected: Value 'AES-256' at 'keySpec' failed to satisfy constraint: \
         Member must satisfy enum value set: [AES_256, AES_128]"
    );
}

#[test]
fn violations_inside_lists_and_structures_name_the_place() {
    let tag = |key: &str| Document::Structure(vec![("TagKey", text(key)), ("TagValue", text(""))]);
    assert_eq!(
        message::<kms::TagResourceRequest>(vec![
            ("KeyId", text("k")),
            ("Tags", Document::List(vec![tag("ok"), tag("")]))
        ]),
        "1 validation error detected: Value '' at 'tags.2.member.tagKey' failed to satisfy constraint: \
         Member must have length greater than or equal to 1"
    );
    assert_eq!(
        message::<kms::UntagResourceRequest>(vec![
            ("KeyId", text("k")),
            ("TagKeys", Document::List(vec![text("ok"), text("")]))
        ]),
        "1 validation error detected: Value '[ok, ]' at 'tagKeys' failed to satisfy constraint: \
         Member must satisfy constraint: [Member must have length less than or equal to 128, \
         Member must have length greater than or equal to 1]"
    );
    let tokens = vec![text("t"); 11];
    assert!(
        message::<kms::DescribeKeyRequest>(vec![
            ("KeyId", text("k")),
            ("GrantTokens", Document::List(tokens))
        ])
        .ends_with("Member must have length less than or equal to 10")
    );
}

#[test]
fn lengths_are_counted_in_unicode_scalar_values() {
    let user = |name: String| message::<kms::CreateKeyRequest>(vec![("Description", Document::String(name))]);
    assert_eq!(user("𝄞".repeat(8192)), "");
    assert!(user("𝄞".repeat(8193)).ends_with("length less than or equal to 8192"));
}

#[test]
fn secrets_are_not_in_error_texts() {
    let request = vec![
        ("RoleArn", text("arn:aws:iam::111122223333:role/r")),
        ("RoleSessionName", text("s")),
        ("TokenCode", Document::Secret(SecretString::new("12345x7".to_owned()))),
    ];
    let message = message::<sts::AssumeRoleRequest>(request);
    assert!(message.contains("Value at 'tokenCode'"), "{message}");
    assert!(!message.contains("12345x7"), "{message}");
}

#[test]
fn violations_tell_the_constraint() {
    let input = Document::Structure(vec![("MaxResults", Document::Integer(21))]);
    let error = validate(organizations::ListAccountsRequest::SCHEMA, &input).unwrap_err();
    let [violation] = error.violations() else { panic!("{error}") };
    assert_eq!(violation.constraint, Constraint::MaxValue(20));
    assert!(
        violation.to_string().ends_with("Member must have value less than or equal to 20"),
        "{violation}"
    );
    let input = Document::Structure(vec![]);
    let error = validate(organizations::DescribeAccountRequest::SCHEMA, &input).unwrap_err();
    assert_eq!(error.violations().first().map(|violation| violation.constraint), Some(Constraint::Required));
}

#[test]
fn violations_are_bounded() {
    let tags = Document::List(vec![Document::Structure(vec![]); 10_000]);
    let error = validate(
        kms::TagResourceRequest::SCHEMA,
        &Document::Structure(vec![("KeyId", text("k")), ("Tags", tags)]),
    )
    .unwrap_err();
    assert_eq!(error.violations().len(), 64);
}

#[test]
fn audit_parameters_leave_secrets_and_blobs_out() {
    let encrypt = kms::EncryptRequest {
        key_id: "alias/app".to_owned(),
        plaintext: SecretBytes::copy_of(b"attack at dawn"),
        encryption_context: Some(BTreeMap::from([("Tenant".to_owned(), "t-1".to_owned())])),
        ..Default::default()
    };
    assert_eq!(
        audit_parameters(kms::EncryptRequest::SCHEMA, &encrypt.into_document()),
        json!({"keyId": "alias/app", "encryptionContext": {"Tenant": "t-1"}})
    );
    let key = iam::CreateAccessKeyResponse {
        access_key: iam::AccessKey {
            user_name: "alice".to_owned(),
            access_key_id: "AKIDEXAMPLE".to_owned(),
            status: iam::StatusType::Active,
            secret_access_key: SecretString::new("wJalr".to_owned()),
            create_date: Some(Timestamp::parse_iso8601("2023-04-04T07:18:02Z").unwrap()),
        },
    };
    assert_eq!(
        audit_parameters(iam::CreateAccessKeyResponse::SCHEMA, &key.into_document()),
        json!({"accessKey": {
            "userName": "alice", "accessKeyId": "AKIDEXAMPLE", "status": "Active", "createDate": "Apr 4, 2023 7:18:02 AM"
        }})
    );
    let session = sts::AssumeRoleResponse {
        credentials: Some(sts::Credentials {
            access_key_id: "ASIAEXAMPLE".to_owned(),
            secret_access_key: SecretString::new("wJalr".to_owned()),
            session_token: SecretString::new("FwoG".to_owned()),
            expiration: Timestamp::parse_iso8601("2026-01-31T12:00:00Z").unwrap(),
        }),
        ..Default::default()
    };
    assert_eq!(
        audit_parameters(sts::AssumeRoleResponse::SCHEMA, &session.into_document()),
        json!({"credentials": {"accessKeyId": "ASIAEXAMPLE", "expiration": "Jan 31, 2026 12:00:00 PM"}})
    );
    let random =
        kms::GenerateRandomResponse { plaintext: Some(SecretBytes::copy_of(b"4")), ..Default::default() };
    assert_eq!(
        audit_parameters(kms::GenerateRandomResponse::SCHEMA, &random.into_document()),
        serde_json::Value::Null
    );
}

#[test]
fn what_must_be_secret_is() {
    let sensitive = |schema: &StructureSchema, member: &str| match schema.member(member).unwrap().schema {
        Schema::String(schema) => schema.sensitive,
        Schema::Blob(schema) => schema.sensitive,
        _ => false,
    };
    for (schema, member) in [
        (kms::EncryptRequest::SCHEMA, "Plaintext"),
        (kms::DecryptResponse::SCHEMA, "Plaintext"),
        (kms::GenerateDataKeyResponse::SCHEMA, "Plaintext"),
        (kms::GenerateRandomResponse::SCHEMA, "Plaintext"),
        (kms::GenerateDataKeyPairResponse::SCHEMA, "PrivateKeyPlaintext"),
        (kms::DeriveSharedSecretResponse::SCHEMA, "SharedSecret"),
        (kms::EncapsulateResponse::SCHEMA, "SharedSecret"),
        (kms::DecapsulateResponse::SCHEMA, "SharedSecret"),
        (kms::SignRequest::SCHEMA, "Message"),
        (kms::GenerateMacRequest::SCHEMA, "Message"),
        (kms::CreateGrantResponse::SCHEMA, "GrantToken"),
        (kms::RetireGrantRequest::SCHEMA, "GrantToken"),
        (iam::AccessKey::SCHEMA, "SecretAccessKey"),
        (sts::Credentials::SCHEMA, "SecretAccessKey"),
        (sts::Credentials::SCHEMA, "SessionToken"),
        (sts::AssumeRoleRequest::SCHEMA, "TokenCode"),
    ] {
        assert!(sensitive(schema, member), "{} {member}", schema.name);
    }
    assert!(!sensitive(kms::DecryptRequest::SCHEMA, "CiphertextBlob"));
    assert!(!sensitive(sts::Credentials::SCHEMA, "AccessKeyId"));
}
