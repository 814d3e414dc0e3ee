use aws_model::xks::{
    Decrypt, DecryptRequest, Encrypt, EncryptRequest, EncryptResponse, EncryptionAlgorithm, GetHealthStatus,
    GetHealthStatusRequest, GetKeyMetadata, GetKeyMetadataRequest, HealthRequestMetadata, HealthStatus,
    KeyMetadataRequestMetadata, KeyStatus, RequestMetadata, SERVICE, errors,
};
use aws_model::{Operation, Shape, audit_parameters, validate};
use aws_wire::json;
use aws_wire::xks::{
    ERRORS, InvalidRequest, Refusal, answer, data_integrity_value, encode_error, request, route,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use secret::SecretBytes;

const KEY: &str = "1234abcd-12ab-34cd-56ef-1234567890ab";

fn bytes(base64: &str) -> Vec<u8> {
    STANDARD.decode(base64).unwrap()
}

fn metadata() -> RequestMetadata {
    RequestMetadata {
        aws_principal_arn: "arn:aws:iam::123456789012:user/Alice".to_owned(),
        kms_key_arn: format!("arn:aws:kms:us-east-2:123456789012:key/{KEY}"),
        kms_operation: "Encrypt".to_owned(),
        kms_request_id: "4112f4d6-db54-4af4-ae30-c55a22a8dfae".to_owned(),
        kms_via_service: Some("ebs".to_owned()),
        ..Default::default()
    }
}

fn encrypt() -> EncryptRequest {
    EncryptRequest {
        additional_authenticated_data: Some(b"project=nile,department=marketing".to_vec()),
        ciphertext_data_integrity_value_algorithm: None,
        encryption_algorithm: EncryptionAlgorithm::AesGcm,
        external_key_id: KEY.to_owned(),
        plaintext: SecretBytes::copy_of(b"Hello World!"),
        request_metadata: metadata(),
    }
}

#[test]
fn paths_name_operations() {
    for (path, prefix, operation, key) in [
        ("/kms/xks/v1/health", "", "GetHealthStatus", None),
        ("/eu-west-1/kms/xks/v1/health", "/eu-west-1", "GetHealthStatus", None),
        ("/a/b_c/kms/xks/v1/keys/k.1_2-3/metadata", "/a/b_c", "GetKeyMetadata", Some("k.1_2-3")),
        ("/kms/xks/v1/keys/K/encrypt", "", "Encrypt", Some("K")),
        ("/kms/xks/v1/keys/K/decrypt", "", "Decrypt", Some("K")),
    ] {
        let route = route(path).unwrap_or_else(|| panic!("{path}"));
        assert_eq!((route.prefix, route.operation.name, route.external_key_id), (prefix, operation, key));
    }
    let long_prefix = format!("/{}/kms/xks/v1/health", "p".repeat(117));
    let long_key = format!("/kms/xks/v1/keys/{}/encrypt", "k".repeat(129));
    for path in [
        "",
        "/",
        "/health",
        "kms/xks/v1/health",
        "x/kms/xks/v1/health",
        "//kms/xks/v2/health",
        "/kms/xks/v1",
        "/kms/xks/v1/",
        "/kms/xks/v10/health",
        "/kms/xks/v1/health/",
        "/kms/xks/v1/healthy",
        "/kms/xks/v1/keys//encrypt",
        "/kms/xks/v1/keys/K",
        "/kms/xks/v1/keys/K/",
        "/kms/xks/v1/keys/K/sign",
        "/kms/xks/v1/keys/K/encrypt/",
        "/kms/xks/v1/keys/a%2Fb/encrypt",
        "/kms/xks/v1/keys/a/b/encrypt",
        "/a%20b/kms/xks/v1/health",
        "/é/kms/xks/v1/health",
        &long_prefix,
        &long_key,
    ] {
        assert!(route(path).is_none(), "{path}");
    }
}

#[test]
fn what_a_client_writes_a_server_reads() {
    let sent = request::<Encrypt>("/eu-west-1/kms/xks/v1", encrypt()).ok().unwrap();
    assert_eq!(sent.path, format!("/eu-west-1/kms/xks/v1/keys/{KEY}/encrypt"));
    let body: serde_json::Value = serde_json::from_slice(sent.body.expose()).unwrap();
    assert_eq!(
        body,
        serde_json::json!({
            "requestMetadata": {
                "awsPrincipalArn": "arn:aws:iam::123456789012:user/Alice",
                "kmsKeyArn": format!("arn:aws:kms:us-east-2:123456789012:key/{KEY}"),
                "kmsOperation": "Encrypt",
                "kmsRequestId": "4112f4d6-db54-4af4-ae30-c55a22a8dfae",
                "kmsViaService": "ebs",
            },
            "additionalAuthenticatedData": "cHJvamVjdD1uaWxlLGRlcGFydG1lbnQ9bWFya2V0aW5n",
            "plaintext": "SGVsbG8gV29ybGQh",
            "encryptionAlgorithm": "AES_GCM",
        })
    );
    let document = route(&sent.path).unwrap().decode(sent.body.expose()).ok().unwrap();
    assert!(document == encrypt().into_document_sorted());
    let recorded = audit_parameters(EncryptRequest::SCHEMA, &document).to_string();
    assert!(recorded.contains("4112f4d6") && recorded.contains(KEY) && !recorded.contains("SGVsbG8"));
}

/// Members in the order in which they arrive: the path's last.
trait Sorted: Shape {
    fn into_document_sorted(self) -> aws_model::Document {
        let aws_model::Document::Structure(mut members) = self.into_document() else { panic!() };
        let at = members.iter().position(|(name, _)| *name == "externalKeyId").unwrap();
        let id = members.remove(at);
        members.push(id);
        aws_model::Document::Structure(members)
    }
}

impl Sorted for EncryptRequest {}

#[test]
fn a_key_id_in_the_body_counts_for_nothing() {
    let path = "/kms/xks/v1/keys/right/metadata";
    let body = br#"{"externalKeyId":"wrong","requestMetadata":{"awsPrincipalArn":"a","kmsOperation":"CreateKey","kmsRequestId":"1"}}"#;
    let document = route(path).unwrap().decode(body).ok().unwrap();
    validate(GetKeyMetadataRequest::SCHEMA, &document).unwrap();
    let read = GetKeyMetadataRequest::from_document(document).unwrap();
    assert_eq!(read.external_key_id, "right");
    assert!(route("/kms/xks/v1/health").unwrap().decode(b"[]").is_err());
}

#[test]
fn requests_that_no_proxy_takes_are_not_written() {
    for path in ["", "/kms/xks/v1/", "/kms/xks/v2", "/ä/kms/xks/v1", "a/kms/xks/v1"] {
        assert_eq!(request::<Encrypt>(path, encrypt()).err(), Some(InvalidRequest::UriPath), "{path}");
    }
    let slash = EncryptRequest { external_key_id: "a/b".to_owned(), ..encrypt() };
    let large = EncryptRequest { plaintext: SecretBytes::new(vec![0; 4301]), ..encrypt() };
    for wrong in [slash, large] {
        assert!(matches!(request::<Encrypt>("/kms/xks/v1", wrong), Err(InvalidRequest::Input(_))));
    }
    let health = GetHealthStatusRequest { request_metadata: HealthRequestMetadata::default() };
    assert_eq!(request::<GetHealthStatus>("/kms/xks/v1", health).ok().unwrap().path, "/kms/xks/v1/health");
    let described = GetKeyMetadataRequest {
        external_key_id: KEY.to_owned(),
        request_metadata: KeyMetadataRequestMetadata::default(),
    };
    let sent = request::<GetKeyMetadata>("/kms/xks/v1", described).ok().unwrap();
    assert_eq!(sent.path, format!("/kms/xks/v1/keys/{KEY}/metadata"));
    let opened = DecryptRequest {
        additional_authenticated_data: None,
        authentication_tag: vec![0; 16],
        ciphertext: Vec::new(),
        ciphertext_metadata: None,
        encryption_algorithm: EncryptionAlgorithm::AesGcm,
        external_key_id: KEY.to_owned(),
        initialization_vector: vec![0; 12],
        request_metadata: metadata(),
    };
    let sent = request::<Decrypt>("/kms/xks/v1", opened).ok().unwrap();
    assert_eq!(sent.path, format!("/kms/xks/v1/keys/{KEY}/decrypt"));
}

/// The example answers of the specification.
#[test]
fn answers_are_read() {
    let health = br#"{"xksProxyFleetSize":2,"xksProxyVendor":"Acme Corp","xksProxyModel":"Acme XKS Proxy 1.0","ekmVendor":"Thales Group",
        "ekmFleetDetails":[{"id":"hsm-id-1","model":"Luna 5.0","healthStatus":"DEGRADED"},{"id":"hsm-id-2","model":"Luna 5.1","healthStatus":"ACTIVE"}]}"#;
    let health = answer::<GetHealthStatus>(200, health).unwrap();
    assert_eq!((health.xks_proxy_fleet_size, health.ekm_fleet_details.len()), (2, 2));
    assert_eq!(health.ekm_fleet_details[0].health_status, HealthStatus::Degraded);
    let key = br#"{"keySpec":"AES_256","keyUsage":["ENCRYPT","DECRYPT","WRAP"],"keyStatus":"ENABLED"}"#;
    let key = answer::<GetKeyMetadata>(200, key).unwrap();
    assert_eq!((key.key_spec.as_str(), key.key_status), ("AES_256", KeyStatus::Enabled));
    assert_eq!(key.key_usage, ["ENCRYPT", "DECRYPT", "WRAP"]);
    let opened = answer::<Decrypt>(200, br#"{"plaintext":"SGVsbG8gV29ybGQh"}"#).ok().unwrap();
    assert_eq!(opened.plaintext.expose(), b"Hello World!");
}

#[test]
fn answers_of_another_form_are_malformed() {
    let refusal = |status, body: &str| answer::<Encrypt>(status, body.as_bytes()).err();
    let sealed = |metadata: &[u8], iv: usize, tag: usize| {
        serde_json::json!({
            "ciphertext": "AAAA",
            "ciphertextMetadata": STANDARD.encode(metadata),
            "initializationVector": STANDARD.encode(vec![0; iv]),
            "authenticationTag": STANDARD.encode(vec![0; tag]),
        })
        .to_string()
    };
    assert_eq!(refusal(200, &sealed(&[0; 20], 12, 16)), None);
    assert_eq!(refusal(200, &sealed(&[], 16, 16)), None);
    for (status, body) in [
        (200, sealed(&[0; 21], 12, 16)),
        (200, sealed(&[], 11, 16)),
        (200, sealed(&[], 17, 16)),
        (200, sealed(&[], 12, 15)),
        (200, "{}".to_owned()),
        (200, "<html>".to_owned()),
        (500, sealed(&[], 12, 16)),
        (502, "<html>".to_owned()),
        (400, "{}".to_owned()),
        (400, r#"{"errorName":"SomethingElse"}"#.to_owned()),
    ] {
        assert_eq!(refusal(status, &body), Some(Refusal::Malformed), "{status} {body}");
    }
}

#[test]
fn errors_go_there_and_back() {
    for code in ERRORS {
        let body = encode_error(code, "No \"such\" key:\n\u{fc}");
        assert!(body.is_ascii());
        let message = "No \"such\" key:??".to_owned();
        assert_eq!(answer::<Decrypt>(code.status, &body).err(), Some(Refusal::Error { code, message }));
    }
    let named: Vec<&str> = SERVICE.operations.iter().flat_map(|it| it.errors).map(|it| it.name).collect();
    assert!(ERRORS.iter().all(|code| named.contains(&code.name)));
    assert_eq!(encode_error(&errors::INTERNAL_EXCEPTION, ""), br#"{"errorName":"InternalException"}"#);
    let long: serde_json::Value =
        serde_json::from_slice(&encode_error(&errors::VALIDATION_EXCEPTION, &"x".repeat(2000))).unwrap();
    assert_eq!(long["errorMessage"].as_str().unwrap().len(), 511);
}

/// The example of the specification's appendix C.
#[test]
fn the_integrity_value_is_that_of_the_specification() {
    let sealed = EncryptResponse {
        authentication_tag: bytes("vBxN2ncH1oEkR8WVXpmyYQ=="),
        ciphertext: bytes("ghxkK1txeDNn3q8Y"),
        ciphertext_data_integrity_value: None,
        ciphertext_metadata: Some(bytes("a2V5X3ZlcnNpb249MQ==")),
        initialization_vector: bytes("HMrlRw85cAJUd5Ax"),
    };
    let value = data_integrity_value(b"project=nile,department=marketing", &sealed);
    assert_eq!(STANDARD.encode(value), "qHA/ImC9h5HsLRXqCyPmWgYx7tzyoTplzILbP0fPXsc=");
    let whole = EncryptResponse { ciphertext_data_integrity_value: Some(value.to_vec()), ..sealed };
    let body = json::encode(&whole.into_document(), Encrypt::SCHEMA.output);
    assert_eq!(answer::<Encrypt>(200, &body).unwrap().ciphertext_data_integrity_value, Some(value.to_vec()));
}
