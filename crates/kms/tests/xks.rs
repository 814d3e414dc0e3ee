//! The operations of the XKS proxy API: keys of Lodge as somebody else's external keys.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::sync::Arc;

use aws_model::kms::{
    DisableKey, DisableKeyRequest, GrantOperation, RotateKeyOnDemand, RotateKeyOnDemandRequest,
};
use aws_model::xks::{
    CiphertextDataIntegrityValueAlgorithm, Decrypt, DecryptRequest, Encrypt, EncryptRequest, EncryptResponse,
    EncryptionAlgorithm, GetHealthStatus, GetHealthStatusRequest, GetKeyMetadata, GetKeyMetadataRequest,
    HealthRequestMetadata, KeyMetadataRequestMetadata, KeyStatus, RequestMetadata,
};
use aws_model::{Operation, Shape};
use aws_wire::xks::data_integrity_value;
use gate::{Caller, Fault, Incoming};
use secret::SecretBytes;
use serde_json::json;
use support::*;

const REMOTE: &str = "arn:aws:kms:us-east-2:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

async fn call_in<O: Operation>(
    world: &World,
    region: &str,
    caller: &Arc<Caller>,
    input: O::Input,
) -> Result<O::Output, Fault> {
    let endpoints = kms::xks_endpoints(&world.kms);
    let endpoint = endpoints.iter().find(|endpoint| std::ptr::eq(endpoint.schema(), O::SCHEMA)).unwrap();
    let document = input.into_document();
    let incoming = Incoming { caller: Arc::clone(caller), origin: world.origin(region), document };
    Ok(O::Output::from_document(endpoint.call(&world.gate, incoming).await?).unwrap())
}

async fn call<O: Operation>(
    world: &World,
    caller: &Arc<Caller>,
    input: O::Input,
) -> Result<O::Output, Fault> {
    call_in::<O>(world, REGION, caller, input).await
}

fn code<T>(answer: Result<T, Fault>) -> (u16, &'static str) {
    answer.map_or_else(|fault| (fault.code.status, fault.code.name), |_| (200, ""))
}

fn metadata(principal: &str) -> RequestMetadata {
    RequestMetadata {
        aws_principal_arn: principal.to_owned(),
        kms_key_arn: REMOTE.to_owned(),
        kms_operation: "GenerateDataKey".to_owned(),
        kms_request_id: "4112f4d6-db54-4af4-ae30-c55a22a8dfae".to_owned(),
        ..Default::default()
    }
}

fn seal(key: &str) -> EncryptRequest {
    EncryptRequest {
        additional_authenticated_data: Some(b"data".to_vec()),
        ciphertext_data_integrity_value_algorithm: None,
        encryption_algorithm: EncryptionAlgorithm::AesGcm,
        external_key_id: key.to_owned(),
        plaintext: SecretBytes::copy_of(b"attack at dawn"),
        request_metadata: metadata("arn:aws:iam::123456789012:user/Alice"),
    }
}

fn open(key: &str, sealed: &EncryptResponse) -> DecryptRequest {
    DecryptRequest {
        additional_authenticated_data: Some(b"data".to_vec()),
        authentication_tag: sealed.authentication_tag.clone(),
        ciphertext: sealed.ciphertext.clone(),
        ciphertext_metadata: sealed.ciphertext_metadata.clone(),
        encryption_algorithm: EncryptionAlgorithm::AesGcm,
        external_key_id: key.to_owned(),
        initialization_vector: sealed.initialization_vector.clone(),
        request_metadata: metadata("arn:aws:iam::123456789012:user/Alice"),
    }
}

fn describe(key: &str) -> GetKeyMetadataRequest {
    GetKeyMetadataRequest {
        external_key_id: key.to_owned(),
        request_metadata: KeyMetadataRequestMetadata {
            aws_principal_arn: "AWS Internal".to_owned(),
            kms_operation: "CreateKey".to_owned(),
            kms_request_id: "1".to_owned(),
            ..Default::default()
        },
    }
}

#[tokio::test]
async fn what_was_encrypted_decrypts_also_after_rotations() {
    let world = World::new().await;
    let (root, key) = (root(ACCOUNT), world.key().await);
    let mut made = Vec::new();
    for _ in 0..3 {
        made.push(call::<Encrypt>(&world, &root, seal(&key)).await.unwrap());
        let rotate = RotateKeyOnDemandRequest { key_id: key.clone() };
        world.call::<RotateKeyOnDemand>(&root, rotate).await.unwrap();
    }
    for sealed in &made {
        let opened = call::<Decrypt>(&world, &root, open(&key, sealed)).await.ok().unwrap();
        assert_eq!(opened.plaintext.expose(), b"attack at dawn");
        let other = DecryptRequest { additional_authenticated_data: None, ..open(&key, sealed) };
        assert_eq!(code(call::<Decrypt>(&world, &root, other).await), (400, "InvalidCiphertextException"));
    }
}

#[tokio::test]
async fn the_integrity_value_is_that_of_the_answer() {
    let world = World::new().await;
    let key = world.key().await;
    let algorithm = Some(CiphertextDataIntegrityValueAlgorithm::Sha256);
    let asked = EncryptRequest { ciphertext_data_integrity_value_algorithm: algorithm, ..seal(&key) };
    let answer = call::<Encrypt>(&world, &root(ACCOUNT), asked).await.unwrap();
    let value = data_integrity_value(b"data", &answer);
    assert_eq!(answer.ciphertext_data_integrity_value, Some(value.to_vec()));
}

#[tokio::test]
async fn who_is_not_allowed_learns_only_of_keys_of_the_own_account() {
    let world = World::new().await;
    let key = world.key().await;
    let sealed = call::<Encrypt>(&world, &root(ACCOUNT), seal(&key)).await.unwrap();
    let nobody = user(ACCOUNT, "nobody", allow("s3:*", json!({})));
    let denied = (403, "AccessDeniedException");
    assert_eq!(code(call::<Encrypt>(&world, &nobody, seal(&key)).await), denied);
    assert_eq!(code(call::<Decrypt>(&world, &nobody, open(&key, &sealed)).await), denied);
    assert_eq!(code(call::<GetKeyMetadata>(&world, &nobody, describe(&key)).await), denied);
    let missing = (404, "KeyNotFoundException");
    for caller in [&root(STRANGER), &admin(STRANGER, "eve")] {
        assert_eq!(code(call::<Encrypt>(&world, caller, seal(&key)).await), missing);
        assert_eq!(code(call::<Decrypt>(&world, caller, open(&key, &sealed)).await), missing);
        assert_eq!(code(call::<GetKeyMetadata>(&world, caller, describe(&key)).await), missing);
    }
    for name in [MISSING, "no-key-id"] {
        assert_eq!(code(call::<Encrypt>(&world, &root(ACCOUNT), seal(name)).await), missing);
    }
    let elsewhere = call_in::<Encrypt>(&world, "us-east-1", &root(ACCOUNT), seal(&key)).await;
    assert_eq!(code(elsewhere), missing);
}

#[tokio::test]
async fn policies_can_ask_for_whom_the_other_service_acts() {
    let world = World::new().await;
    let key = world.key().await;
    let condition = json!({"StringLike": {"xks:AwsPrincipalArn": "*:user/Alice"}, "ArnEquals": {"xks:KmsKeyArn": REMOTE}});
    let caller = user(ACCOUNT, "aws", allow("kms:Encrypt", condition));
    call::<Encrypt>(&world, &caller, seal(&key)).await.unwrap();
    let bob =
        EncryptRequest { request_metadata: metadata("arn:aws:iam::123456789012:user/Bob"), ..seal(&key) };
    assert_eq!(code(call::<Encrypt>(&world, &caller, bob).await), (403, "AccessDeniedException"));
}

#[tokio::test]
async fn a_grant_counts_too() {
    let world = World::new().await;
    let (root, key) = (root(ACCOUNT), world.key().await);
    let nobody = user(ACCOUNT, "nobody", allow("s3:*", json!({})));
    let request = grant(&key, nobody.arn(), &[GrantOperation::Encrypt]);
    world.grant(&root, request).await;
    let sealed = call::<Encrypt>(&world, &nobody, seal(&key)).await.unwrap();
    let refused = call::<Decrypt>(&world, &nobody, open(&key, &sealed)).await;
    assert_eq!(code(refused), (403, "AccessDeniedException"));
}

#[tokio::test]
async fn only_enabled_symmetric_keys_are_external_keys() {
    let world = World::new().await;
    let (root, key) = (root(ACCOUNT), world.key().await);
    let sealed = call::<Encrypt>(&world, &root, seal(&key)).await.unwrap();
    let shown = call::<GetKeyMetadata>(&world, &root, describe(&key)).await.unwrap();
    assert_eq!((shown.key_spec.as_str(), shown.key_status), ("AES_256", KeyStatus::Enabled));
    assert_eq!(shown.key_usage, ["ENCRYPT", "DECRYPT"]);
    world.call::<DisableKey>(&root, DisableKeyRequest { key_id: key.clone() }).await.unwrap();
    let disabled = (400, "InvalidStateException");
    assert_eq!(code(call::<Encrypt>(&world, &root, seal(&key)).await), disabled);
    assert_eq!(code(call::<Decrypt>(&world, &root, open(&key, &sealed)).await), disabled);
    let shown = call::<GetKeyMetadata>(&world, &root, describe(&key)).await.unwrap();
    assert_eq!(shown.key_status, KeyStatus::Disabled);
    for (spec, usage) in [("HMAC_256", "GENERATE_VERIFY_MAC"), ("ECC_NIST_P256", "SIGN_VERIFY")] {
        let other = world.key_of(spec, usage).await;
        let refused = (400, "InvalidKeyUsageException");
        assert_eq!(code(call::<Encrypt>(&world, &root, seal(&other)).await), refused);
        assert_eq!(code(call::<Decrypt>(&world, &root, open(&other, &sealed)).await), refused);
        assert!(call::<GetKeyMetadata>(&world, &root, describe(&other)).await.unwrap().key_usage.is_empty());
    }
}

#[tokio::test]
async fn anybody_with_a_credential_learns_the_health() {
    let world = World::new().await;
    let input = GetHealthStatusRequest { request_metadata: HealthRequestMetadata::default() };
    let nobody = user(ACCOUNT, "nobody", allow("s3:*", json!({})));
    let answer = call::<GetHealthStatus>(&world, &nobody, input).await.unwrap();
    assert_eq!(answer.ekm_fleet_details.len(), 1);
}

#[tokio::test]
async fn sizes_have_errors_of_their_own() {
    let world = World::new().await;
    let (root, key) = (root(ACCOUNT), world.key().await);
    let sealed = call::<Encrypt>(&world, &root, seal(&key)).await.unwrap();
    let large = EncryptRequest { plaintext: SecretBytes::new(vec![0; 4301]), ..seal(&key) };
    assert_eq!(code(call::<Encrypt>(&world, &root, large).await), (501, "UnsupportedOperationException"));
    let tag = DecryptRequest { authentication_tag: vec![0; 15], ..open(&key, &sealed) };
    assert_eq!(code(call::<Decrypt>(&world, &root, tag).await), (400, "InvalidCiphertextException"));
    let metadata = DecryptRequest { ciphertext_metadata: Some(vec![1; 21]), ..open(&key, &sealed) };
    assert_eq!(code(call::<Decrypt>(&world, &root, metadata).await), (400, "ValidationException"));
    let both = DecryptRequest {
        ciphertext_metadata: Some(vec![1; 21]),
        ciphertext: vec![0; 4301],
        ..open(&key, &sealed)
    };
    assert_eq!(code(call::<Decrypt>(&world, &root, both).await), (400, "ValidationException"));
}

#[tokio::test]
async fn records_say_for_whom_and_nothing_of_the_plaintext() {
    let world = World::new().await;
    let (root, key) = (root(ACCOUNT), world.key().await);
    let sealed = call::<Encrypt>(&world, &root, seal(&key)).await.unwrap();
    call::<Decrypt>(&world, &root, open(&key, &sealed)).await.ok().unwrap();
    let records = world.records();
    for (record, name) in records[records.len() - 2..].iter().zip(["Encrypt", "Decrypt"]) {
        assert_eq!(record["eventSource"], "kms-xks-proxy.amazonaws.com");
        assert_eq!(record["eventName"], name);
        assert_eq!(record["requestParameters"]["externalKeyId"], key);
        let told = &record["requestParameters"]["requestMetadata"];
        assert_eq!(told["kmsRequestId"], "4112f4d6-db54-4af4-ae30-c55a22a8dfae");
        assert_eq!(told["awsPrincipalArn"], "arn:aws:iam::123456789012:user/Alice");
        assert_eq!(record["resources"][0]["ARN"], key_arn(ACCOUNT, &key));
        let text = record.to_string();
        assert!(!text.contains("attack at dawn") && !text.contains("YXR0YWNrIGF0IGRhd24"), "{text}");
    }
}
