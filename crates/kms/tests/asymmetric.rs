//! Keys of other specs than SYMMETRIC_DEFAULT, and what is done with them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::sync::Arc;

use aws_model::Operation;
use aws_model::kms::{
    CreateKey, DataKeyPairSpec, Decapsulate, DecapsulateRequest, Decrypt, DeriveSharedSecret,
    DeriveSharedSecretRequest, DescribeKey, DescribeKeyRequest, DisableKey, DisableKeyRequest,
    DisableKeyRotation, DisableKeyRotationRequest, EnableKeyRotation, EnableKeyRotationRequest, Encapsulate,
    EncapsulateRequest, EncapsulationAlgorithmSpec, Encrypt, EncryptionAlgorithmSpec, GenerateDataKeyPair,
    GenerateDataKeyPairRequest, GenerateDataKeyPairWithoutPlaintext,
    GenerateDataKeyPairWithoutPlaintextRequest, GenerateMac, GetKeyRotationStatus,
    GetKeyRotationStatusRequest, GetPublicKey, GetPublicKeyRequest, GrantOperation,
    KeyAgreementAlgorithmSpec, KeyMetadata, ListKeyRotations, ListKeyRotationsRequest, MessageType,
    ReEncrypt, ReEncryptRequest, RotateKeyOnDemand, RotateKeyOnDemandRequest, ScheduleKeyDeletion,
    ScheduleKeyDeletionRequest, Sign, Verify, VerifyMac, VerifyMacRequest,
};
use gate::{Caller, Fault};
use key_algorithms::{Algorithms, KeySpec, KeyUsage, PublicKey, TABLE};
use secret::SecretBytes;
use serde_json::json;
use support::*;

const RSA_SHA_256: &str = "RSASSA_PKCS1_V1_5_SHA_256";

async fn describe(world: &World, key_id: &str) -> KeyMetadata {
    let input = DescribeKeyRequest { grant_tokens: None, key_id: key_id.to_owned() };
    world.call::<DescribeKey>(&root(ACCOUNT), input).await.unwrap().key_metadata.unwrap()
}

fn names<A: ToString>(list: Option<&Vec<A>>) -> Vec<String> {
    list.into_iter().flatten().map(ToString::to_string).collect()
}

/// Rows whose keys are quickly made.
fn quick(spec: KeySpec) -> bool {
    !matches!(spec, KeySpec::Rsa3072 | KeySpec::Rsa4096)
}

#[tokio::test]
async fn every_kind_of_key_is_made_and_described() {
    let world = World::new().await;
    for row in TABLE.iter().filter(|row| quick(row.spec)) {
        let key = world.key_of(row.spec.as_str(), row.usage.as_str()).await;
        let metadata = describe(&world, &key).await;
        assert_eq!(metadata.key_spec.unwrap().as_str(), row.spec.as_str());
        assert_eq!(metadata.key_usage.unwrap().as_str(), row.usage.as_str());
        assert_eq!(metadata.current_key_material_id, None);
        let lists = [
            (KeyUsage::SignVerify, names(metadata.signing_algorithms.as_ref())),
            (KeyUsage::EncryptDecrypt, names(metadata.encryption_algorithms.as_ref())),
            (KeyUsage::GenerateVerifyMac, names(metadata.mac_algorithms.as_ref())),
            (KeyUsage::KeyAgreement, names(metadata.key_agreement_algorithms.as_ref())),
            (KeyUsage::EncapsulateDecapsulate, names(metadata.encapsulation_algorithms.as_ref())),
        ];
        for (usage, found) in lists {
            let expected = if usage == row.usage { row.algorithms.names() } else { Vec::new() };
            assert_eq!(found, expected, "{} {usage}", row.spec);
        }
    }
}

#[tokio::test]
async fn usages_that_a_spec_does_not_have_are_refused() {
    let world = World::new().await;
    for &spec in KeySpec::ALL {
        for &usage in KeyUsage::ALL {
            if spec.usages().any(|allowed| allowed == usage) {
                continue;
            }
            let input = create_key_of(spec.as_str(), usage.as_str());
            assert_eq!(
                fault(world.call::<CreateKey>(&root(ACCOUNT), input).await),
                format!("ValidationException: KeyUsage {usage} is not compatible with KeySpec {spec}")
            );
        }
        let mut input = create_key_of(spec.as_str(), "SIGN_VERIFY");
        input.key_usage = None;
        assert_eq!(
            fault(world.call::<CreateKey>(&root(ACCOUNT), input).await),
            "ValidationException: You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys."
        );
    }
    let answer = world.call::<CreateKey>(&root(ACCOUNT), create_key_of("SM2", "SIGN_VERIFY")).await;
    assert_eq!(code(answer), "UnsupportedOperationException");
}

#[tokio::test]
async fn a_policy_can_say_which_kinds_of_keys_are_made_and_used() {
    let world = World::new().await;
    let kind = json!({ "StringEquals": { "kms:KeySpec": "ECC_NIST_P256", "kms:KeyUsage": "SIGN_VERIFY" } });
    let ann = user(ACCOUNT, "ann", allow(json!(["kms:CreateKey", "kms:GetPublicKey"]), kind));
    for (spec, usage, expected) in [
        ("ECC_NIST_P256", "SIGN_VERIFY", "success"),
        ("ECC_NIST_P256", "KEY_AGREEMENT", "AccessDeniedException"),
        ("ECC_NIST_P384", "SIGN_VERIFY", "AccessDeniedException"),
    ] {
        assert_eq!(code(world.call::<CreateKey>(&ann, create_key_of(spec, usage)).await), expected);
        let input = GetPublicKeyRequest { grant_tokens: None, key_id: world.key_of(spec, usage).await };
        assert_eq!(code(world.call::<GetPublicKey>(&ann, input).await), expected);
    }
}

#[tokio::test]
async fn rotation_is_for_symmetric_keys() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    for (spec, usage) in [("ECC_NIST_P256", "SIGN_VERIFY"), ("HMAC_256", "GENERATE_VERIFY_MAC")] {
        let key_id = world.key_of(spec, usage).await;
        let input = EnableKeyRotationRequest { key_id: key_id.clone(), rotation_period_in_days: None };
        let enabled = world.call::<EnableKeyRotation>(&root, input).await;
        let input = DisableKeyRotationRequest { key_id: key_id.clone() };
        let disabled = world.call::<DisableKeyRotation>(&root, input).await;
        let input = RotateKeyOnDemandRequest { key_id: key_id.clone() };
        let rotated = world.call::<RotateKeyOnDemand>(&root, input).await;
        let input = ListKeyRotationsRequest {
            include_key_material: None,
            key_id: key_id.clone(),
            limit: None,
            marker: None,
        };
        let listed = world.call::<ListKeyRotations>(&root, input).await;
        for found in [fault(enabled), fault(disabled), fault(rotated), fault(listed)] {
            assert_eq!(found, "UnsupportedOperationException: ");
        }
        let status = GetKeyRotationStatusRequest { key_id };
        let status = world.call::<GetKeyRotationStatus>(&root, status).await.unwrap();
        assert_eq!(status.key_rotation_enabled, Some(false));
    }
}

#[tokio::test]
async fn every_signing_algorithm_signs_what_the_public_key_verifies() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    for row in TABLE.iter().filter(|row| quick(row.spec)) {
        let Algorithms::Signing(algorithms) = row.algorithms else { continue };
        let key = world.key_of(row.spec.as_str(), row.usage.as_str()).await;
        let public = PublicKey::from_spki_der(row.spec, &world.public_key(&key).await).unwrap();
        for algorithm in algorithms {
            for &message_type in algorithm.message_types() {
                let length = match (message_type.as_str(), algorithm.as_str()) {
                    ("RAW", _) => 4096,
                    ("EXTERNAL_MU", _) => 64,
                    (_, name) if name.ends_with("256") => 32,
                    (_, name) if name.ends_with("384") => 48,
                    _ => 64,
                };
                let message = vec![7; length];
                let mut input = sign(&key, algorithm.as_str(), &message);
                input.message_type = Some(message_type.as_str().parse().unwrap());
                let answer = world.call::<Sign>(&root, input).await.unwrap();
                assert_eq!(answer.key_id, Some(key_arn(ACCOUNT, &key)));
                let signature = answer.signature.unwrap();
                public.verify(*algorithm, message_type, &message, &signature).unwrap();

                let mut input = verify(&key, algorithm.as_str(), &message, &signature);
                input.message_type = Some(message_type.as_str().parse().unwrap());
                assert_eq!(
                    world.call::<Verify>(&root, input.clone()).await.unwrap().signature_valid,
                    Some(true)
                );
                input.signature[10] ^= 1;
                let refused = world.call::<Verify>(&root, input).await;
                assert_eq!(fault(refused), "KMSInvalidSignatureException: ", "{algorithm} {message_type}");
            }
        }
    }
}

#[tokio::test]
async fn what_cannot_be_signed_is_refused_in_awss_words() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key_of("ECC_NIST_P256", "SIGN_VERIFY").await;
    let ed = world.key_of("ECC_NIST_EDWARDS25519", "SIGN_VERIFY").await;
    for (key, algorithm, message_type, length, expected) in [
        (
            &key,
            RSA_SHA_256,
            None,
            9,
            format!(
                "InvalidKeyUsageException: Algorithm {RSA_SHA_256} is incompatible with key spec ECC_NIST_P256."
            ),
        ),
        (
            &key,
            "SM2DSA",
            None,
            9,
            "InvalidKeyUsageException: Algorithm SM2DSA is incompatible with key spec ECC_NIST_P256."
                .to_owned(),
        ),
        (
            &key,
            "ECDSA_SHA_256",
            Some(MessageType::Digest),
            31,
            "ValidationException: Digest is invalid length for algorithm ECDSA_SHA_256.".to_owned(),
        ),
        (
            &key,
            "ECDSA_SHA_256",
            Some(MessageType::ExternalMu),
            64,
            "ValidationException: Message type EXTERNAL_MU is incompatible with key spec ECC_NIST_P256."
                .to_owned(),
        ),
        (
            &ed,
            "ED25519_SHA_512",
            Some(MessageType::Digest),
            64,
            "ValidationException: Message type DIGEST is incompatible with algorithm ED25519_SHA_512."
                .to_owned(),
        ),
    ] {
        let mut input = sign(key, algorithm, &vec![1; length]);
        input.message_type = message_type;
        assert_eq!(fault(world.call::<Sign>(&root, input).await), expected);
    }
    let symmetric = world.key().await;
    for (found, operation) in [
        (fault(world.call::<Sign>(&root, sign(&symmetric, RSA_SHA_256, b"m")).await), "Sign"),
        (fault(world.call::<Verify>(&root, verify(&symmetric, RSA_SHA_256, b"m", b"s")).await), "Verify"),
        (
            fault(world.call::<GenerateMac>(&root, generate_mac(&symmetric, "HMAC_SHA_256", b"m")).await),
            "GenerateMac",
        ),
    ] {
        let arn = key_arn(ACCOUNT, &symmetric);
        let expected = format!(
            "InvalidKeyUsageException: {arn} key usage is ENCRYPT_DECRYPT which is not valid for {operation}."
        );
        assert_eq!(found, expected);
    }
    let mac = world.key_of("HMAC_256", "GENERATE_VERIFY_MAC").await;
    for key_id in [symmetric, mac] {
        let input = GetPublicKeyRequest { grant_tokens: None, key_id };
        assert_eq!(code(world.call::<GetPublicKey>(&root, input).await), "UnsupportedOperationException");
    }
    let mut rehearsal = sign(&key, "ECDSA_SHA_256", b"m");
    rehearsal.dry_run = Some(true);
    assert_eq!(code(world.call::<Sign>(&root, rehearsal).await), "DryRunOperationException");
}

#[tokio::test]
async fn conditions_on_algorithm_and_message_type() {
    let world = World::new().await;
    let key = world.key_of("RSA_2048", "SIGN_VERIFY").await;
    let by_algorithm = json!({ "StringEquals": { "kms:SigningAlgorithm": RSA_SHA_256 } });
    let ann = user(ACCOUNT, "ann", allow("kms:Sign", by_algorithm));
    assert_eq!(code(world.call::<Sign>(&ann, sign(&key, RSA_SHA_256, b"m")).await), "success");
    let other = sign(&key, "RSASSA_PSS_SHA_256", b"m");
    assert_eq!(code(world.call::<Sign>(&ann, other).await), "AccessDeniedException");
    // A message whose type is not given is RAW.
    for (message_type, expected) in [("RAW", "success"), ("DIGEST", "AccessDeniedException")] {
        let condition = json!({ "StringEquals": { "kms:MessageType": message_type } });
        let bob = user(ACCOUNT, "bob", allow("kms:Sign", condition));
        assert_eq!(code(world.call::<Sign>(&bob, sign(&key, RSA_SHA_256, b"m")).await), expected);
    }
    let mac = world.key_of("HMAC_384", "GENERATE_VERIFY_MAC").await;
    for (algorithm, expected) in [("HMAC_SHA_384", "success"), ("HMAC_SHA_256", "AccessDeniedException")] {
        let condition = json!({ "StringEquals": { "kms:MacAlgorithm": algorithm } });
        let eve = user(ACCOUNT, "eve", allow("kms:GenerateMac", condition));
        let input = generate_mac(&mac, "HMAC_SHA_384", b"m");
        assert_eq!(code(world.call::<GenerateMac>(&eve, input).await), expected);
    }
}

#[tokio::test]
async fn keys_work_while_they_are_enabled_only() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key_of("ECC_NIST_P256", "SIGN_VERIFY").await;
    let mac = world.key_of("HMAC_256", "GENERATE_VERIFY_MAC").await;
    for key_id in [&key, &mac] {
        let input = DisableKeyRequest { key_id: key_id.clone() };
        world.call::<DisableKey>(&root, input).await.unwrap();
    }
    let public = || GetPublicKeyRequest { grant_tokens: None, key_id: key.clone() };
    for expected in ["DisabledException", "KMSInvalidStateException"] {
        assert_eq!(code(world.call::<Sign>(&root, sign(&key, "ECDSA_SHA_256", b"m")).await), expected);
        assert_eq!(code(world.call::<GetPublicKey>(&root, public()).await), expected);
        let input = generate_mac(&mac, "HMAC_SHA_256", b"m");
        assert_eq!(code(world.call::<GenerateMac>(&root, input).await), expected);
        for key_id in [&key, &mac] {
            let input = ScheduleKeyDeletionRequest { key_id: key_id.clone(), pending_window_in_days: None };
            let _: Result<_, Fault> = world.call::<ScheduleKeyDeletion>(&root, input).await;
        }
    }
}

#[tokio::test]
async fn another_account_signs_when_both_sides_allow_it() {
    let world = World::new().await;
    let mut input = create_key_of("ECC_NIST_P256", "SIGN_VERIFY");
    input.policy = Some(allow_to(STRANGER, "kms:Sign", json!({})).to_string());
    input.bypass_policy_lockout_safety_check = Some(true);
    let key =
        world.call::<CreateKey>(&root(ACCOUNT), input).await.unwrap().key_metadata.unwrap().arn.unwrap();
    let sign = |caller: Arc<Caller>| {
        let (world, key) = (&world, &key);
        async move { code(world.call::<Sign>(&caller, sign(key, "ECDSA_SHA_256", b"m")).await) }
    };
    assert_eq!(sign(admin(STRANGER, "eve")).await, "success");
    let elsewhere = user(STRANGER, "joe", allow("kms:Encrypt", json!({})));
    assert_eq!(sign(elsewhere).await, "AccessDeniedException");
    let input = GetPublicKeyRequest { grant_tokens: None, key_id: key.clone() };
    let answer = world.call::<GetPublicKey>(&admin(STRANGER, "eve"), input).await;
    assert_eq!(code(answer), "AccessDeniedException");
}

#[tokio::test]
async fn grants_allow_what_the_key_can_do() {
    let world = World::new().await;
    let key = world.key_of("ECC_NIST_P256", "SIGN_VERIFY").await;
    let bob = user(ACCOUNT, "bob", allow("s3:*", json!({})));
    let input = || sign(&key, "ECDSA_SHA_256", b"m");
    assert_eq!(code(world.call::<Sign>(&bob, input()).await), "AccessDeniedException");
    let name = "arn:aws:iam::111122223333:user/bob";
    world.grant(&root(ACCOUNT), grant(&key, name, &[GrantOperation::Sign])).await;
    assert_eq!(code(world.call::<Sign>(&bob, input()).await), "success");
    let refused = grant(&key, name, &[GrantOperation::Encrypt]);
    let answer = world.call::<aws_model::kms::CreateGrant>(&root(ACCOUNT), refused).await;
    assert_eq!(code(answer), "ValidationException");
}

#[tokio::test]
async fn macs() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    for (spec, algorithm, length) in [
        ("HMAC_224", "HMAC_SHA_224", 28),
        ("HMAC_256", "HMAC_SHA_256", 32),
        ("HMAC_384", "HMAC_SHA_384", 48),
        ("HMAC_512", "HMAC_SHA_512", 64),
    ] {
        let key = world.key_of(spec, "GENERATE_VERIFY_MAC").await;
        let answer = world.call::<GenerateMac>(&root, generate_mac(&key, algorithm, b"m")).await.unwrap();
        let mac = answer.mac.unwrap();
        assert_eq!(mac.len(), length);
        let verify = |message: &[u8], mac: &[u8]| VerifyMacRequest {
            dry_run: None,
            grant_tokens: None,
            key_id: key.clone(),
            mac: mac.to_vec(),
            mac_algorithm: algorithm.parse().unwrap(),
            message: SecretBytes::copy_of(message),
        };
        let verified = world.call::<VerifyMac>(&root, verify(b"m", &mac)).await.unwrap();
        assert_eq!(verified.mac_valid, Some(true));
        for input in [verify(b"n", &mac), verify(b"m", &mac[1..]), verify(b"m", &mac[..length - 1])] {
            assert_eq!(fault(world.call::<VerifyMac>(&root, input).await), "KMSInvalidMacException: ");
        }
        let other = if algorithm == "HMAC_SHA_224" { "HMAC_SHA_256" } else { "HMAC_SHA_224" };
        let text =
            format!("InvalidKeyUsageException: Algorithm {other} is incompatible with key spec {spec}.");
        assert_eq!(fault(world.call::<GenerateMac>(&root, generate_mac(&key, other, b"m")).await), text);
    }
}

const OAEP: EncryptionAlgorithmSpec = EncryptionAlgorithmSpec::RsaesOaepSha256;

#[tokio::test]
async fn rsa_keys_encrypt_and_decrypt() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key_of("RSA_2048", "ENCRYPT_DECRYPT").await;
    let encrypt = |algorithm, length| {
        let mut input = encrypt(&key, &[]);
        input.encryption_algorithm = algorithm;
        input.plaintext = SecretBytes::new(vec![7; length]);
        input
    };
    let decrypt = |blob: &[u8], algorithm| {
        let mut input = decrypt(Some(&key), blob, &[]);
        input.encryption_algorithm = algorithm;
        input
    };
    for (algorithm, limit) in [(OAEP, 190), (EncryptionAlgorithmSpec::RsaesOaepSha1, 214)] {
        let answer = world.call::<Encrypt>(&root, encrypt(Some(algorithm), limit)).await.unwrap();
        assert_eq!(answer.encryption_algorithm, Some(algorithm));
        let blob = answer.ciphertext_blob.unwrap();
        assert_eq!(blob.len(), 256);
        let answer = world.call::<Decrypt>(&root, decrypt(&blob, Some(algorithm))).await.unwrap();
        assert!(answer.plaintext.unwrap().expose() == vec![7; limit]);
        assert_eq!((answer.key_material_id, answer.encryption_algorithm), (None, Some(algorithm)));
        let text = format!(
            "ValidationException: Algorithm {algorithm} and key spec RSA_2048 cannot encrypt data larger than {limit} bytes."
        );
        assert_eq!(fault(world.call::<Encrypt>(&root, encrypt(Some(algorithm), limit + 1)).await), text);

        let mut altered = blob.clone();
        altered[9] ^= 1;
        for input in [
            decrypt(&altered, Some(algorithm)),
            decrypt(&blob[1..], Some(algorithm)),
            // Without an algorithm it is read as a ciphertext of a symmetric key, and is none.
            decrypt(&blob, None),
        ] {
            assert_eq!(fault(world.call::<Decrypt>(&root, input).await), "InvalidCiphertextException: ");
        }
        let mut nameless = decrypt(&blob, Some(algorithm));
        nameless.key_id = None;
        assert_eq!(
            fault(world.call::<Decrypt>(&root, nameless).await),
            "ValidationException: KeyId must not be null"
        );
        let mut with_context = decrypt(&blob, Some(algorithm));
        with_context.encryption_context = pairs(&[("a", "1")]);
        assert_eq!(
            fault(world.call::<Decrypt>(&root, with_context).await),
            "ValidationException: EncryptionContext is not supported when encrypting/decrypting with asymmetric CMKs."
        );
    }
    assert_eq!(
        fault(world.call::<Encrypt>(&root, encrypt(None, 1)).await),
        "InvalidKeyUsageException: Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048."
    );
}

#[tokio::test]
async fn ciphertexts_move_between_kinds_of_keys() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let symmetric = world.key().await;
    let rsa = world.key_of("RSA_2048", "ENCRYPT_DECRYPT").await;
    let signing = world.key_of("ECC_NIST_P256", "SIGN_VERIFY").await;
    let transfer = |blob: Vec<u8>, destination: &str| ReEncryptRequest {
        ciphertext_blob: Some(blob),
        destination_encryption_algorithm: None,
        destination_encryption_context: None,
        destination_key_id: destination.to_owned(),
        dry_run: None,
        dry_run_modifiers: None,
        grant_tokens: None,
        source_encryption_algorithm: None,
        source_encryption_context: None,
        source_key_id: None,
    };
    let blob = world.encrypt(&root, &symmetric).await.unwrap();
    let mut input = transfer(blob.clone(), &rsa);
    input.destination_encryption_algorithm = Some(OAEP);
    let raw = world.call::<ReEncrypt>(&root, input).await.unwrap();
    assert_eq!(raw.destination_key_material_id, None);
    let mut input = transfer(raw.ciphertext_blob.unwrap(), &symmetric);
    input.source_encryption_algorithm = Some(OAEP);
    assert_eq!(
        fault(world.call::<ReEncrypt>(&root, input.clone()).await),
        "ValidationException: KeyId must not be null"
    );
    input.source_key_id = Some(rsa);
    let back = world.call::<ReEncrypt>(&root, input).await.unwrap();
    let opened = world.decrypt(&root, None, &back.ciphertext_blob.unwrap()).await.unwrap();
    assert!(opened.plaintext.unwrap().expose() == b"secret");

    let arn = key_arn(ACCOUNT, &signing);
    assert_eq!(
        fault(world.call::<ReEncrypt>(&root, transfer(blob, &signing)).await),
        format!("InvalidKeyUsageException: {arn} key usage is SIGN_VERIFY which is not valid for ReEncrypt.")
    );
}

fn data_key_pair(key_id: &str, spec: &str) -> GenerateDataKeyPairRequest {
    GenerateDataKeyPairRequest {
        dry_run: None,
        encryption_context: pairs(&[("tenant", "123")]),
        grant_tokens: None,
        key_id: key_id.to_owned(),
        key_pair_spec: spec.parse().unwrap(),
        recipient: None,
    }
}

#[tokio::test]
async fn data_key_pairs() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key().await;
    for spec in KeySpec::ALL.iter().filter(|spec| spec.is_data_key_pair_spec() && quick(**spec)) {
        let input = data_key_pair(&key, spec.as_str());
        let pair = world.call::<GenerateDataKeyPair>(&root, input).await.unwrap();
        let private = pair.private_key_plaintext.unwrap();
        let blob = pair.private_key_ciphertext_blob.unwrap();
        let input = decrypt(None, &blob, &[("tenant", "123")]);
        let opened = world.call::<Decrypt>(&root, input).await.unwrap();
        assert!(opened.plaintext.unwrap() == private);
        assert_eq!(opened.key_material_id, pair.key_material_id);
        let read = key_algorithms::PrivateKey::from_pkcs8_der(*spec, private.expose()).unwrap();
        assert_eq!(read.public_key_der(), pair.public_key.unwrap());
    }
    let input = GenerateDataKeyPairWithoutPlaintextRequest {
        dry_run: None,
        encryption_context: None,
        grant_tokens: None,
        key_id: key.clone(),
        key_pair_spec: DataKeyPairSpec::EccNistP384,
    };
    let pair = world.call::<GenerateDataKeyPairWithoutPlaintext>(&root, input).await.unwrap();
    let opened = world.decrypt(&root, None, &pair.private_key_ciphertext_blob.unwrap()).await.unwrap();
    let read =
        key_algorithms::PrivateKey::from_pkcs8_der(KeySpec::EccNistP384, opened.plaintext.unwrap().expose());
    assert_eq!(read.unwrap().public_key_der(), pair.public_key.unwrap());

    assert_eq!(
        code(world.call::<GenerateDataKeyPair>(&root, data_key_pair(&key, "SM2")).await),
        "UnsupportedOperationException"
    );
    let rsa = world.key_of("RSA_2048", "ENCRYPT_DECRYPT").await;
    assert_eq!(
        fault(world.call::<GenerateDataKeyPair>(&root, data_key_pair(&rsa, "ECC_NIST_P256")).await),
        "InvalidKeyUsageException: Algorithm SYMMETRIC_DEFAULT is incompatible with key spec RSA_2048."
    );
    let condition = json!({ "StringEquals": { "kms:DataKeyPairSpec": "ECC_NIST_P256" } });
    let ann = user(ACCOUNT, "ann", allow("kms:GenerateDataKeyPair", condition));
    for (spec, expected) in [("ECC_NIST_P256", "success"), ("ECC_NIST_P384", "AccessDeniedException")] {
        assert_eq!(code(world.call::<GenerateDataKeyPair>(&ann, data_key_pair(&key, spec)).await), expected);
    }
}

#[tokio::test]
async fn shared_secrets_are_the_same_on_both_sides() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let derive = |key_id: &str, public_key: Vec<u8>| DeriveSharedSecretRequest {
        dry_run: None,
        grant_tokens: None,
        key_agreement_algorithm: KeyAgreementAlgorithmSpec::Ecdh,
        key_id: key_id.to_owned(),
        public_key,
        recipient: None,
    };
    for (spec, length) in [("ECC_NIST_P256", 32), ("ECC_NIST_P384", 48), ("ECC_NIST_P521", 66)] {
        let ours = world.key_of(spec, "KEY_AGREEMENT").await;
        let theirs = world.key_of(spec, "KEY_AGREEMENT").await;
        let one = derive(&ours, world.public_key(&theirs).await);
        let other = derive(&theirs, world.public_key(&ours).await);
        let one = world.call::<DeriveSharedSecret>(&root, one).await.unwrap().shared_secret.unwrap();
        let other = world.call::<DeriveSharedSecret>(&root, other).await.unwrap().shared_secret.unwrap();
        assert!(one == other && one.expose().len() == length);
        for public_key in
            [b"x".to_vec(), world.public_key(&world.key_of("ECC_SECG_P256K1", "SIGN_VERIFY").await).await]
        {
            let answer = world.call::<DeriveSharedSecret>(&root, derive(&ours, public_key)).await;
            assert_eq!(code(answer), "ValidationException");
        }
    }
    let signing = world.key_of("ECC_NIST_P256", "SIGN_VERIFY").await;
    let input = derive(&signing, world.public_key(&signing).await);
    let text = format!(
        "InvalidKeyUsageException: {} key usage is SIGN_VERIFY which is not valid for DeriveSharedSecret.",
        key_arn(ACCOUNT, &signing)
    );
    assert_eq!(fault(world.call::<DeriveSharedSecret>(&root, input).await), text);
}

#[tokio::test]
async fn secrets_are_encapsulated() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let decapsulate = |key_id: &str, blob: Vec<u8>| DecapsulateRequest {
        dry_run: None,
        encapsulation_algorithm: EncapsulationAlgorithmSpec::MlKem,
        grant_tokens: None,
        key_id: key_id.to_owned(),
        shared_secret_ciphertext_blob: blob,
    };
    for spec in ["ML_KEM_512", "ML_KEM_768", "ML_KEM_1024"] {
        let key_id = world.key_of(spec, "ENCAPSULATE_DECAPSULATE").await;
        let input = EncapsulateRequest {
            dry_run: None,
            encapsulation_algorithm: EncapsulationAlgorithmSpec::MlKem,
            grant_tokens: None,
            key_id: key_id.clone(),
        };
        let made = world.call::<Encapsulate>(&root, input).await.unwrap();
        let blob = made.shared_secret_ciphertext_blob.unwrap();
        let opened = world.call::<Decapsulate>(&root, decapsulate(&key_id, blob.clone())).await.unwrap();
        let secret = made.shared_secret.unwrap();
        assert!(opened.shared_secret.unwrap() == secret && secret.expose().len() == 32);
        let short = world.call::<Decapsulate>(&root, decapsulate(&key_id, blob[1..].to_vec())).await;
        assert_eq!(fault(short), "InvalidCiphertextException: ");
    }
    let symmetric = world.key().await;
    let answer = world.call::<Decapsulate>(&root, decapsulate(&symmetric, vec![0; 768])).await;
    assert_eq!(code(answer), "InvalidKeyUsageException");
}

#[tokio::test]
async fn nothing_secret_is_recorded() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let mac = world.key_of("HMAC_256", "GENERATE_VERIFY_MAC").await;
    world.call::<GenerateMac>(&root, generate_mac(&mac, "HMAC_SHA_256", b"a secret message")).await.unwrap();
    let records = world.records();
    let record = records.last().unwrap();
    assert_eq!(record["eventName"], GenerateMac::SCHEMA.name);
    let members: Vec<_> = record["requestParameters"].as_object().unwrap().keys().collect();
    assert_eq!(members, ["keyId", "macAlgorithm"]);
    assert!(record["responseElements"].is_null());
}
