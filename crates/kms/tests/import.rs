//! Key material that its owner made: importing, expiring, deleting, coming back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::time::Duration;

use aws_model::kms::{
    CancelKeyDeletion, CancelKeyDeletionRequest, CreateKey, CreateKeyRequest, DisableKey, DisableKeyRequest,
    EnableKey, EnableKeyRequest, EnableKeyRotation, EnableKeyRotationRequest, ExpirationModelType,
    GenerateMac, GetKeyRotationStatus, GetKeyRotationStatusRequest, GetPublicKey, GetPublicKeyRequest,
    ImportKeyMaterial, ImportKeyMaterialRequest, ImportState, ImportType, KeyMaterialState, OriginType,
    RotateKeyOnDemand, RotateKeyOnDemandRequest, ScheduleKeyDeletion, ScheduleKeyDeletionRequest, Sign,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clock::Timestamp;
use envelope::KeyLocator;
use gate::Fault;
use key_algorithms::{KeyMaterial, KeySpec};
use kms::KeyRecord;
use serde_json::json;
use support::import::{AES, OAEP, Parameters};
use support::*;

const FIRST: [u8; 32] = [1; 32];
const SECOND: [u8; 32] = [2; 32];

/// A symmetric key with `FIRST`, and the parameters of that import.
async fn imported(world: &World) -> (String, Parameters) {
    let key = world.external_key().await;
    let parameters = world.parameters(&key).await;
    world.import(parameters.request(&key, &FIRST)).await.unwrap();
    (key, parameters)
}

fn new(request: ImportKeyMaterialRequest) -> ImportKeyMaterialRequest {
    ImportKeyMaterialRequest { import_type: Some(ImportType::NewKeyMaterial), ..request }
}

fn until(request: ImportKeyMaterialRequest, end: Timestamp) -> ImportKeyMaterialRequest {
    ImportKeyMaterialRequest {
        expiration_model: Some(ExpirationModelType::KeyMaterialExpires),
        valid_to: Some(end),
        ..request
    }
}

async fn rotate(world: &World, key_id: &str) -> Result<(), Fault> {
    let input = RotateKeyOnDemandRequest { key_id: key_id.to_owned() };
    world.call::<RotateKeyOnDemand>(&root(ACCOUNT), input).await.map(drop)
}

async fn record(world: &World, key_id: &str) -> KeyRecord {
    let locator: KeyLocator = key_arn(ACCOUNT, key_id).parse().unwrap();
    world.store.begin().await.unwrap().get::<KeyRecord>(&locator).await.unwrap().unwrap()
}

#[tokio::test]
async fn a_key_waits_for_its_material_and_works_with_it() {
    let world = World::new().await;
    let key = world.external_key().await;
    let metadata = world.metadata(&key).await;
    assert_eq!(metadata.origin, Some(OriginType::External));
    assert_eq!((metadata.enabled, world.state(&key).await), (Some(false), "PendingImport"));
    assert_eq!(
        (metadata.expiration_model, metadata.valid_to, metadata.current_key_material_id),
        (None, None, None)
    );
    let refused = fault(world.encrypt(&root(ACCOUNT), &key).await);
    assert_eq!(refused, format!("KMSInvalidStateException: {} is pending import.", key_arn(ACCOUNT, &key)));

    let parameters = world.parameters(&key).await;
    let answer = world.import(parameters.request(&key, &FIRST)).await.unwrap();
    assert_eq!(answer.key_id, Some(key_arn(ACCOUNT, &key)));
    let metadata = world.metadata(&key).await;
    assert_eq!((metadata.enabled, world.state(&key).await), (Some(true), "Enabled"));
    assert_eq!(metadata.current_key_material_id, answer.key_material_id);
    assert_eq!(metadata.expiration_model, Some(ExpirationModelType::KeyMaterialDoesNotExpire));

    let blob = world.encrypt(&root(ACCOUNT), &key).await.unwrap();
    let opened = world.decrypt(&root(ACCOUNT), None, &blob).await.unwrap();
    assert_eq!(
        (opened.plaintext.unwrap().expose(), opened.key_material_id),
        (&b"secret"[..], answer.key_material_id)
    );

    // No record holds material or token.
    let records = serde_json::to_string(&world.records()).unwrap();
    let text = |bytes: &[u8]| STANDARD.encode(bytes);
    assert!(records.contains("ImportKeyMaterial") && records.contains("GetParametersForImport"));
    for secret in [text(&FIRST), hex::encode(FIRST), text(&parameters.token)] {
        assert!(!records.contains(secret.trim_end_matches('=')), "{secret}");
    }
}

#[tokio::test]
async fn every_wrapping_of_every_kind_of_key() {
    let world = World::new().await;
    let kinds = [
        ("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"),
        ("HMAC_384", "GENERATE_VERIFY_MAC"),
        ("RSA_2048", "SIGN_VERIFY"),
        ("ECC_NIST_P256", "KEY_AGREEMENT"),
        ("ECC_NIST_P521", "SIGN_VERIFY"),
    ];
    for (spec, usage) in kinds {
        let material = match spec {
            "SYMMETRIC_DEFAULT" => FIRST.to_vec(),
            spec => KeyMaterial::generate(KeySpec::parse(spec).unwrap())
                .unwrap()
                .to_bytes()
                .unwrap()
                .expose()
                .to_vec(),
        };
        for algorithm in ["RSAES_OAEP_SHA_1", OAEP, "RSA_AES_KEY_WRAP_SHA_1", AES] {
            // The quota of GetParametersForImport is small.
            world.clock.advance(Duration::from_secs(60));
            let key = world.external_key_of(spec, usage).await;
            let oaep = algorithm.starts_with("RSAES");
            if oaep && (spec.starts_with("RSA") || spec == "ECC_NIST_P521") {
                let refused = world.parameters_for(&key, algorithm, "RSA_2048").await;
                assert_eq!(code(refused), "UnsupportedOperationException", "{spec} {algorithm}");
                continue;
            }
            let parameters = world.parameters_with(&key, algorithm, "RSA_2048").await;
            let answer = world.import(parameters.request(&key, &material)).await;
            let answer = answer.unwrap_or_else(|error| panic!("{spec} {algorithm}: {error:?}"));
            assert_eq!(answer.key_material_id.is_some(), spec == "SYMMETRIC_DEFAULT");
            assert_eq!(world.state(&key).await, "Enabled");
        }
    }
    let key = world.external_key_of("ECC_NIST_P521", "SIGN_VERIFY").await;
    assert!(world.parameters_for(&key, OAEP, "RSA_3072").await.is_ok());
}

#[tokio::test]
async fn other_specs_of_the_wrapping_key() {
    let world = World::new().await;
    let key = world.external_key().await;
    for spec in ["RSA_3072", "RSA_4096"] {
        for algorithm in ["RSAES_OAEP_SHA_1", AES] {
            let parameters = world.parameters_with(&key, algorithm, spec).await;
            assert!(parameters.token.len() < 6144);
            world.import(parameters.request(&key, &FIRST)).await.unwrap();
        }
    }
    for (algorithm, spec) in
        [("RSAES_PKCS1_V1_5", "RSA_2048"), ("SM2PKE", "SM2"), ("SM2PKE", "RSA_2048"), (OAEP, "SM2")]
    {
        let refused = world.parameters_for(&key, algorithm, spec).await;
        assert_eq!(code(refused), "UnsupportedOperationException", "{algorithm} {spec}");
    }
}

#[tokio::test]
async fn imported_asymmetric_and_hmac_keys_work() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.external_key_of("ECC_NIST_P256", "SIGN_VERIFY").await;
    let refused = world.call::<Sign>(&owner, sign(&key, "ECDSA_SHA_256", b"message")).await;
    assert_eq!(code(refused), "KMSInvalidStateException");
    let refused = world
        .call::<GetPublicKey>(&owner, GetPublicKeyRequest { grant_tokens: None, key_id: key.clone() })
        .await;
    assert_eq!(code(refused), "KMSInvalidStateException");
    let KeyMaterial::Pair(pair) = KeyMaterial::generate(KeySpec::EccNistP256).unwrap() else { panic!() };
    let parameters = world.parameters_with(&key, AES, "RSA_2048").await;
    let pkcs8 = pair.to_pkcs8_der().unwrap();
    world.import(parameters.request(&key, pkcs8.expose())).await.unwrap();
    assert_eq!(world.public_key(&key).await, pair.public_key_der());
    world.call::<Sign>(&owner, sign(&key, "ECDSA_SHA_256", b"message")).await.unwrap();

    // Only symmetric keys have several materials, and ids of them.
    let another = KeyMaterial::generate(KeySpec::EccNistP256).unwrap().to_bytes().unwrap();
    assert_eq!(
        code(world.import(parameters.request(&key, another.expose())).await),
        "IncorrectKeyMaterialException"
    );
    let request = parameters.request(&key, pkcs8.expose());
    for request in [
        new(request.clone()),
        ImportKeyMaterialRequest { key_material_id: Some("0".repeat(64)), ..request.clone() },
        ImportKeyMaterialRequest { key_material_description: Some("mine".to_owned()), ..request.clone() },
    ] {
        assert_eq!(code(world.import(request).await), "UnsupportedOperationException");
    }
    world.delete_material(&key, None).await.unwrap();
    assert_eq!(world.state(&key).await, "PendingImport");
    world.import(request).await.unwrap();
    world.call::<Sign>(&owner, sign(&key, "ECDSA_SHA_256", b"message")).await.unwrap();
    assert_eq!(code(rotate(&world, &key).await), "UnsupportedOperationException");

    let key = world.external_key_of("HMAC_256", "GENERATE_VERIFY_MAC").await;
    let parameters = world.parameters(&key).await;
    for length in [31, 129] {
        assert_eq!(
            code(world.import(parameters.request(&key, &vec![3; length])).await),
            "IncorrectKeyMaterialException"
        );
    }
    world.import(parameters.request(&key, &[3; 32])).await.unwrap();
    let mac =
        world.call::<GenerateMac>(&owner, generate_mac(&key, "HMAC_SHA_256", b"message")).await.unwrap();
    // RFC 2104 with this key, by Python's hmac module.
    assert_eq!(
        hex::encode(mac.mac.unwrap()),
        "2711b651e74d648df4efdb9d2456283fb7e7be49f922a1ca24754632bfdf4c1c"
    );
}

#[tokio::test]
async fn keys_that_cannot_have_imported_material() {
    let world = World::new().await;
    for (spec, usage) in [
        ("ECC_NIST_EDWARDS25519", "SIGN_VERIFY"),
        ("ML_DSA_44", "SIGN_VERIFY"),
        ("ML_KEM_512", "ENCAPSULATE_DECAPSULATE"),
    ] {
        let request = CreateKeyRequest { origin: Some(OriginType::External), ..create_key_of(spec, usage) };
        let refused = world.call::<CreateKey>(&root(ACCOUNT), request).await;
        assert_eq!(code(refused), "UnsupportedOperationException", "{spec}");
    }
    let key = world.key().await;
    let (external, parameters) = imported(&world).await;
    let text = format!(
        "UnsupportedOperationException: {} origin is AWS_KMS which is not valid for this operation.",
        key_arn(ACCOUNT, &key)
    );
    assert_eq!(fault(world.parameters_for(&key, OAEP, "RSA_2048").await), text);
    assert_eq!(fault(world.import(parameters.request(&key, &FIRST)).await), text);
    assert_eq!(fault(world.delete_material(&key, None).await), text);

    // The other way round.
    let text = text.replace(&key, &external).replace("AWS_KMS", "EXTERNAL");
    let enable = EnableKeyRotationRequest { key_id: external.clone(), rotation_period_in_days: None };
    assert_eq!(fault(world.call::<EnableKeyRotation>(&root(ACCOUNT), enable).await), text);
    let status = GetKeyRotationStatusRequest { key_id: external.clone() };
    assert_eq!(fault(world.call::<GetKeyRotationStatus>(&root(ACCOUNT), status).await), text);
}

#[tokio::test]
async fn what_does_not_open_is_refused() {
    let world = World::new().await;
    let key = world.external_key().await;
    let other = world.external_key().await;
    let first = world.parameters(&key).await;
    let second = world.parameters(&key).await;
    let elsewhere = world.parameters(&other).await;
    let import = |token: &[u8], wrapped: Vec<u8>| {
        world.import(ImportKeyMaterialRequest {
            encrypted_key_material: wrapped,
            import_token: token.to_vec(),
            ..first.request(&key, &FIRST)
        })
    };
    // A token of another import, of another key, of nobody.
    assert_eq!(code(import(&second.token, first.wrap(&FIRST)).await), "InvalidCiphertextException");
    assert_eq!(code(import(&elsewhere.token, elsewhere.wrap(&FIRST)).await), "InvalidImportTokenException");
    assert_eq!(code(import(b"token", first.wrap(&FIRST)).await), "InvalidImportTokenException");
    assert_eq!(code(import(&first.wrap(&FIRST), first.token.clone()).await), "InvalidImportTokenException");
    // Material that is altered, too short, of another length, or not wrapped as it was said.
    let mut altered = first.wrap(&FIRST);
    altered[100] ^= 1;
    assert_eq!(code(import(&first.token, altered).await), "InvalidCiphertextException");
    let refused = fault(import(&first.token, vec![1; 255]).await);
    assert_eq!(refused, "ValidationException: Invalid encrypted key size.");
    for length in [16, 31, 33] {
        let refused = import(&first.token, first.wrap(&vec![1; length])).await;
        assert_eq!(code(refused), "IncorrectKeyMaterialException", "{length}");
    }
    let both = world.parameters_with(&key, AES, "RSA_2048").await;
    let wrapped = both.wrap(&FIRST);
    let (head, tail) = wrapped.split_at(256);
    for wrong in [[tail, head].concat(), head.to_vec(), tail.to_vec(), first.wrap(&FIRST), vec![1]] {
        assert_eq!(code(import(&both.token, wrong).await), "InvalidCiphertextException");
    }
    let swapped = both.wrap(&SECOND);
    let mixed = [&wrapped[..256], &swapped[256..]].concat();
    // Both have the same AES key here: the halves fit, and the material is the second one's.
    assert!(import(&both.token, mixed).await.is_ok());
    // Its day is over.
    world.clock.advance(DAY);
    assert_eq!(code(import(&first.token, first.wrap(&SECOND)).await), "ExpiredImportTokenException");
    assert_eq!(world.state(&other).await, "PendingImport");
}

#[tokio::test]
async fn only_the_same_material_comes_back() {
    let world = World::new().await;
    let (key, parameters) = imported(&world).await;
    let id = world.metadata(&key).await.current_key_material_id.unwrap();
    let blob = world.encrypt(&root(ACCOUNT), &key).await.unwrap();
    assert!(record(&world, &key).await.materials[0].wrapped.is_some());

    let deleted = world.delete_material(&key, None).await.unwrap();
    assert_eq!((deleted.key_id, deleted.key_material_id), (Some(key_arn(ACCOUNT, &key)), Some(id.clone())));
    assert_eq!(world.state(&key).await, "PendingImport");
    // The bytes are gone; the id stays.
    let stored = record(&world, &key).await;
    assert_eq!(
        (stored.materials[0].wrapped.is_none(), stored.materials[0].id.to_string()),
        (true, id.clone())
    );
    let pending = format!("KMSInvalidStateException: {} is pending import.", key_arn(ACCOUNT, &key));
    assert_eq!(fault(world.decrypt(&root(ACCOUNT), None, &blob).await), pending);
    assert_eq!(fault(world.decrypt(&root(ACCOUNT), Some(&key), &blob).await), pending);
    assert_eq!(fault(world.encrypt(&root(ACCOUNT), &key).await), pending);
    // Again has no effect.
    assert_eq!(world.delete_material(&key, None).await.unwrap().key_material_id, Some(id.clone()));
    let fresh = world.external_key().await;
    assert_eq!(world.delete_material(&fresh, None).await.unwrap().key_material_id, None);
    assert_eq!(code(world.delete_material(&key, Some(&"0".repeat(64))).await), "NotFoundException");

    let incorrect = "IncorrectKeyMaterialException";
    assert_eq!(code(world.import(parameters.request(&key, &SECOND)).await), incorrect);
    assert_eq!(code(world.import(new(parameters.request(&key, &FIRST))).await), incorrect);
    let named = |material: &[u8], id: &str| ImportKeyMaterialRequest {
        key_material_id: Some(id.to_owned()),
        ..parameters.request(&key, material)
    };
    assert_eq!(code(world.import(named(&SECOND, &id)).await), incorrect);
    assert_eq!(code(world.import(named(&FIRST, &"0".repeat(64))).await), incorrect);
    assert_eq!(code(world.import(new(named(&FIRST, &id))).await), "ValidationException");
    assert_eq!(world.state(&key).await, "PendingImport");
    assert_eq!(world.import(named(&FIRST, &id)).await.unwrap().key_material_id, Some(id));
    assert!(world.decrypt(&root(ACCOUNT), None, &blob).await.is_ok());

    // The same bytes are another material under another key.
    let (other, _) = imported(&world).await;
    assert_ne!(
        world.metadata(&other).await.current_key_material_id,
        world.metadata(&key).await.current_key_material_id
    );
    assert_eq!(code(world.decrypt(&root(ACCOUNT), Some(&other), &blob).await), "IncorrectKeyException");
}

#[tokio::test]
async fn expired_material_is_gone_at_once_and_removed_soon() {
    let world = World::new().await;
    let key = world.external_key().await;
    let parameters = world.parameters(&key).await;
    let end = START.plus(Duration::from_millis(3_600_500));
    world.import(until(parameters.request(&key, &FIRST), end)).await.unwrap();
    let metadata = world.metadata(&key).await;
    assert_eq!(metadata.expiration_model, Some(ExpirationModelType::KeyMaterialExpires));
    assert_eq!(metadata.valid_to, Some(end));
    let blob = world.encrypt(&root(ACCOUNT), &key).await.unwrap();
    assert_eq!(world.perform_duties().await, 0);

    world.clock.set(end.minus(Duration::from_millis(1)));
    assert!(world.decrypt(&root(ACCOUNT), None, &blob).await.is_ok());
    world.clock.set(end);
    // Before anything was removed.
    assert!(record(&world, &key).await.materials[0].wrapped.is_some());
    assert_eq!(code(world.decrypt(&root(ACCOUNT), None, &blob).await), "KMSInvalidStateException");
    assert_eq!(code(world.encrypt(&root(ACCOUNT), &key).await), "KMSInvalidStateException");
    let metadata = world.metadata(&key).await;
    assert_eq!(
        (world.state(&key).await, metadata.expiration_model, metadata.valid_to),
        ("PendingImport", None, None)
    );
    let entry = &world.materials(&key).await[0];
    assert_eq!((entry.import_state, entry.expiration_model), (Some(ImportState::PendingImport), None));

    assert_eq!(world.perform_duties().await, 1);
    assert!(record(&world, &key).await.materials[0].wrapped.is_none());
    assert_eq!(world.perform_duties().await, 0);
    let removed = world.records().pop().unwrap();
    assert_eq!(removed["eventName"], "DeleteExpiredKeyMaterial");
    assert_eq!(removed["eventType"], "AwsServiceEvent");
    let id = world.metadata(&key).await.current_key_material_id.unwrap();
    let details = &removed["additionalEventData"];
    assert_eq!((&details["keyId"], &details["keyMaterialId"]), (&json!(key), &json!(id)));
    assert_eq!(removed["resources"][0]["ARN"], key_arn(ACCOUNT, &key));

    assert_eq!(code(world.import(until(parameters.request(&key, &FIRST), end)).await), "ValidationException");
    world.import(until(parameters.request(&key, &FIRST), end.plus(DAY))).await.unwrap();
    assert!(world.decrypt(&root(ACCOUNT), None, &blob).await.is_ok());
    // Imported again, it can stay.
    world.import(parameters.request(&key, &FIRST)).await.unwrap();
    assert_eq!(world.metadata(&key).await.valid_to, None);
    world.clock.advance(DAY * 2);
    assert_eq!(world.perform_duties().await, 0);
    assert!(world.decrypt(&root(ACCOUNT), None, &blob).await.is_ok());
}

#[tokio::test]
async fn rotation_goes_to_material_that_was_imported_for_it() {
    let world = World::new().await;
    let (key, parameters) = imported(&world).await;
    let owner = root(ACCOUNT);
    let old = world.encrypt(&owner, &key).await.unwrap();
    assert_eq!(code(rotate(&world, &key).await), "KMSInvalidStateException");
    // Without a type, it would have to be the same.
    assert_eq!(code(world.import(parameters.request(&key, &SECOND)).await), "IncorrectKeyMaterialException");

    let first = world.metadata(&key).await.current_key_material_id;
    let described = ImportKeyMaterialRequest {
        key_material_description: Some("2027".to_owned()),
        ..new(parameters.request(&key, &SECOND))
    };
    let second = world.import(described).await.unwrap().key_material_id;
    assert_eq!(world.metadata(&key).await.current_key_material_id, first);
    let materials = world.materials(&key).await;
    let states: Vec<_> = materials.iter().map(|entry| entry.key_material_state.unwrap()).collect();
    assert_eq!(states, [KeyMaterialState::Current, KeyMaterialState::PendingRotation]);
    let entry = &materials[1];
    assert_eq!(entry.key_material_description.as_deref(), Some("2027"));
    assert_eq!((entry.rotation_date, entry.rotation_type), (None, None));
    assert_eq!(entry.import_state, Some(ImportState::Imported));
    assert_eq!(entry.expiration_model, Some(ExpirationModelType::KeyMaterialDoesNotExpire));
    // One at a time. It can be deleted, which leaves the key as it is, and another one can come.
    assert_eq!(code(world.import(new(parameters.request(&key, &[3; 32]))).await), "KMSInvalidStateException");
    world.delete_material(&key, second.as_deref()).await.unwrap();
    assert_eq!((world.state(&key).await, world.materials(&key).await.len()), ("Enabled", 1));
    world.import(new(parameters.request(&key, &[3; 32]))).await.unwrap();
    let third = world.materials(&key).await[1].key_material_id.clone();
    rotate(&world, &key).await.unwrap();
    assert_eq!(world.metadata(&key).await.current_key_material_id, third);
    let new_blob = world.encrypt(&owner, &key).await.unwrap();
    for (blob, id) in [(&old, &first), (&new_blob, &third)] {
        assert_eq!(&world.decrypt(&owner, None, blob).await.unwrap().key_material_id, id);
    }

    // Without any of its materials, a key cannot be used.
    world.delete_material(&key, first.as_deref()).await.unwrap();
    assert_eq!(code(world.encrypt(&owner, &key).await), "KMSInvalidStateException");
    world.delete_material(&key, None).await.unwrap();
    let states: Vec<_> =
        world.materials(&key).await.iter().map(|entry| entry.import_state.unwrap()).collect();
    assert_eq!(states, [ImportState::PendingImport; 2]);
    world.import(parameters.request(&key, &[3; 32])).await.unwrap();
    assert_eq!(world.state(&key).await, "PendingImport");
    world.import(parameters.request(&key, &FIRST)).await.unwrap();
    assert_eq!(world.state(&key).await, "Enabled");
    for blob in [&old, &new_blob] {
        assert!(world.decrypt(&owner, None, blob).await.is_ok());
    }
}

#[tokio::test]
async fn what_waits_for_rotation_can_expire() {
    let world = World::new().await;
    let (key, parameters) = imported(&world).await;
    let end = START.plus(Duration::from_secs(60));
    world.import(until(new(parameters.request(&key, &SECOND)), end)).await.unwrap();
    assert_eq!(world.metadata(&key).await.valid_to, None, "not of the key yet");
    world.clock.set(end);
    assert_eq!((world.state(&key).await, world.materials(&key).await.len()), ("Enabled", 1));
    assert_eq!(code(rotate(&world, &key).await), "KMSInvalidStateException");
    // Forgotten, it is new again.
    let existing = ImportKeyMaterialRequest {
        import_type: Some(ImportType::ExistingKeyMaterial),
        ..parameters.request(&key, &SECOND)
    };
    assert_eq!(code(world.import(existing).await), "IncorrectKeyMaterialException");
    assert_eq!(world.perform_duties().await, 1);
    world.import(until(new(parameters.request(&key, &SECOND)), end.plus(DAY))).await.unwrap();
    rotate(&world, &key).await.unwrap();
    // Two that expire at different times: the first end counts.
    world.import(until(parameters.request(&key, &FIRST), end.plus(DAY * 2))).await.unwrap();
    assert_eq!(world.metadata(&key).await.valid_to, Some(end.plus(DAY)));
    world.clock.set(end.plus(DAY * 2));
    assert_eq!(world.perform_duties().await, 2);
    let names: Vec<_> =
        world.records().iter().rev().take(2).map(|record| record["eventName"].clone()).collect();
    assert_eq!(names, ["DeleteExpiredKeyMaterial", "DeleteExpiredKeyMaterial"]);
}

#[tokio::test]
async fn states_and_imports() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let (key, parameters) = imported(&world).await;
    let invalid = "KMSInvalidStateException";
    // A key that was disabled stays so, unless it lost its material.
    world.call::<DisableKey>(&owner, DisableKeyRequest { key_id: key.clone() }).await.unwrap();
    world.import(parameters.request(&key, &FIRST)).await.unwrap();
    assert_eq!(world.state(&key).await, "Disabled");
    world.delete_material(&key, None).await.unwrap();
    assert_eq!(world.state(&key).await, "PendingImport");
    assert_eq!(
        code(world.call::<EnableKey>(&owner, EnableKeyRequest { key_id: key.clone() }).await),
        invalid
    );
    assert_eq!(
        code(world.call::<DisableKey>(&owner, DisableKeyRequest { key_id: key.clone() }).await),
        invalid
    );
    world.import(parameters.request(&key, &FIRST)).await.unwrap();
    assert_eq!(world.state(&key).await, "Enabled");

    let schedule = ScheduleKeyDeletionRequest { key_id: key.clone(), pending_window_in_days: Some(7) };
    world.call::<ScheduleKeyDeletion>(&owner, schedule).await.unwrap();
    let pending = format!("KMSInvalidStateException: {} is pending deletion.", key_arn(ACCOUNT, &key));
    assert_eq!(fault(world.import(parameters.request(&key, &FIRST)).await), pending);
    assert_eq!(fault(world.parameters_for(&key, OAEP, "RSA_2048").await), pending);
    world.delete_material(&key, None).await.unwrap();
    assert_eq!(world.state(&key).await, "PendingDeletion");
    world.call::<CancelKeyDeletion>(&owner, CancelKeyDeletionRequest { key_id: key.clone() }).await.unwrap();
    assert_eq!(world.state(&key).await, "PendingImport");
}

#[tokio::test]
async fn conditions_on_imports() {
    let world = World::new().await;
    let key = world.external_key().await;
    let parameters = world.parameters(&key).await;
    let limit = START.plus(DAY);
    let conditions = json!({
        "StringEquals": { "kms:ExpirationModel": "KEY_MATERIAL_EXPIRES", "kms:KeyOrigin": "EXTERNAL" },
        "NumericLessThanEquals": { "kms:ValidTo": limit.secs().to_string() },
        "DateLessThanEquals": { "kms:ValidTo": limit.to_iso8601() },
    });
    let importer = user(ACCOUNT, "ann", allow("kms:ImportKeyMaterial", conditions));
    let denied = "AccessDeniedException";
    let later = limit.plus(Duration::from_millis(1));
    for request in [parameters.request(&key, &FIRST), until(parameters.request(&key, &FIRST), later)] {
        assert_eq!(code(world.call::<ImportKeyMaterial>(&importer, request).await), denied);
    }
    let request = until(parameters.request(&key, &FIRST), limit);
    world.call::<ImportKeyMaterial>(&importer, request).await.unwrap();

    let conditions = json!({ "StringEquals": {
        "kms:WrappingAlgorithm": AES, "kms:WrappingKeySpec": "RSA_4096",
    } });
    let asker = user(ACCOUNT, "bob", allow("kms:GetParametersForImport", conditions));
    for (algorithm, spec, allowed) in
        [(AES, "RSA_4096", true), (AES, "RSA_2048", false), (OAEP, "RSA_4096", false)]
    {
        let input = aws_model::kms::GetParametersForImportRequest {
            key_id: key.clone(),
            wrapping_algorithm: algorithm.parse().unwrap(),
            wrapping_key_spec: spec.parse().unwrap(),
        };
        let answer = world.call::<aws_model::kms::GetParametersForImport>(&asker, input).await;
        assert_eq!(answer.is_ok(), allowed, "{algorithm} {spec}");
    }
    let conditions = json!({ "StringEquals": { "kms:KeyOrigin": "EXTERNAL" } });
    let creator = user(ACCOUNT, "eve", allow("kms:CreateKey", conditions));
    let request = CreateKeyRequest { bypass_policy_lockout_safety_check: Some(true), ..create_key() };
    assert_eq!(code(world.call::<CreateKey>(&creator, request.clone()).await), denied);
    let request = CreateKeyRequest { origin: Some(OriginType::External), ..request };
    assert!(world.call::<CreateKey>(&creator, request).await.is_ok());
}

#[tokio::test]
async fn two_imports_at_once_agree() {
    let world = World::new().await;
    let key = world.external_key().await;
    let parameters = world.parameters(&key).await;
    let (first, second) = tokio::join!(
        world.import(parameters.request(&key, &FIRST)),
        world.import(parameters.request(&key, &SECOND)),
    );
    // One came first, and then only the same comes again.
    assert_eq!([&first, &second].iter().filter(|answer| answer.is_ok()).count(), 1);
    let refused = first.and(second);
    assert_eq!(code(refused), "IncorrectKeyMaterialException");
    assert_eq!(record(&world, &key).await.materials.len(), 1);
}
