//! Encrypt, Decrypt, ReEncrypt, GenerateDataKey and its sibling, GenerateRandom.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use aws_model::kms::{
    DataKeySpec, Decrypt, DisableKey, DisableKeyRequest, DryRunModifierType, Encrypt,
    EncryptionAlgorithmSpec, GenerateDataKey, GenerateDataKeyRequest, GenerateDataKeyWithoutPlaintext,
    GenerateDataKeyWithoutPlaintextRequest, GenerateRandom, GenerateRandomRequest, ReEncrypt,
    ReEncryptRequest, RecipientInfo, ScheduleKeyDeletion, ScheduleKeyDeletionRequest,
};
use serde_json::json;
use support::*;

fn data_key(
    key_id: &str,
    key_spec: Option<DataKeySpec>,
    number_of_bytes: Option<i32>,
) -> GenerateDataKeyRequest {
    GenerateDataKeyRequest {
        dry_run: None,
        encryption_context: None,
        grant_tokens: None,
        key_id: key_id.to_owned(),
        key_spec,
        number_of_bytes,
        recipient: None,
    }
}

fn re_encrypt(blob: &[u8], destination: &str) -> ReEncryptRequest {
    ReEncryptRequest {
        ciphertext_blob: Some(blob.to_vec()),
        destination_encryption_algorithm: None,
        destination_encryption_context: None,
        destination_key_id: destination.to_owned(),
        dry_run: None,
        dry_run_modifiers: None,
        grant_tokens: None,
        source_encryption_algorithm: None,
        source_encryption_context: None,
        source_key_id: None,
    }
}

fn random(number_of_bytes: Option<i32>) -> GenerateRandomRequest {
    GenerateRandomRequest { custom_key_store_id: None, number_of_bytes, recipient: None }
}

#[tokio::test]
async fn what_was_encrypted_is_decrypted_with_every_name_of_the_key() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key().await;
    world.alias(&root, "alias/app", &key).await;
    let alias_arn = format!("arn:aws:kms:{REGION}:{ACCOUNT}:alias/app");
    for name in [key.as_str(), &key_arn(ACCOUNT, &key), "alias/app", &alias_arn] {
        let answer = world.call::<Encrypt>(&root, encrypt(name, &[("tenant", "123")])).await.unwrap();
        assert_eq!(answer.key_id, Some(key_arn(ACCOUNT, &key)));
        assert_eq!(answer.encryption_algorithm, Some(EncryptionAlgorithmSpec::SymmetricDefault));
        let blob = answer.ciphertext_blob.unwrap();
        for key_id in [None, Some(name)] {
            let input = decrypt(key_id, &blob, &[("tenant", "123")]);
            let answer = world.call::<Decrypt>(&root, input).await.unwrap();
            assert!(answer.plaintext.unwrap().expose() == b"secret");
            assert_eq!(answer.key_id, Some(key_arn(ACCOUNT, &key)));
            assert_eq!(answer.key_material_id.unwrap().len(), 64);
        }
    }
}

#[tokio::test]
async fn a_changed_ciphertext_or_context_is_refused_without_a_word() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key().await;
    let answer = world.call::<Encrypt>(&root, encrypt(&key, &[("tenant", "123")])).await.unwrap();
    let blob = answer.ciphertext_blob.unwrap();
    for context in [&[][..], &[("tenant", "456")], &[("Tenant", "123")], &[("tenant", "123"), ("more", "")]] {
        let answer = world.call::<Decrypt>(&root, decrypt(None, &blob, context)).await;
        assert_eq!(fault(answer), "InvalidCiphertextException: ");
    }
    for at in 0..blob.len() {
        let mut changed = blob.clone();
        changed[at] ^= 1;
        let answer = world.call::<Decrypt>(&root, decrypt(None, &changed, &[("tenant", "123")])).await;
        // A change in the name of the key leads to another one, which the caller learns nothing of.
        assert!(["InvalidCiphertextException", "AccessDeniedException"].contains(&code(answer)), "byte {at}");
        let answer = world.call::<Decrypt>(&root, decrypt(Some(&key), &changed, &[("tenant", "123")])).await;
        assert!(["InvalidCiphertextException", "IncorrectKeyException"].contains(&code(answer)), "byte {at}");
    }
    for malformed in
        [&b"x"[..], &blob[..blob.len() - 1], b"not a ciphertext of any kind, but long enough for one"]
    {
        assert_eq!(fault(world.decrypt(&root, None, malformed).await), "InvalidCiphertextException: ");
        assert_eq!(fault(world.decrypt(&root, Some(&key), malformed).await), "InvalidCiphertextException: ");
    }
}

#[tokio::test]
async fn the_wrong_key_is_told_only_to_those_who_may_use_it() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let (key, other) = (world.key().await, world.key().await);
    let blob = world.encrypt(&root, &key).await.unwrap();
    assert_eq!(
        fault(world.decrypt(&root, Some(&other), &blob).await),
        "IncorrectKeyException: The key ID in the request does not identify a CMK that can perform this operation."
    );
    let stranger = user(ACCOUNT, "ann", allow("kms:Encrypt", json!({})));
    assert_eq!(code(world.decrypt(&stranger, Some(&other), &blob).await), "AccessDeniedException");
}

#[tokio::test]
async fn keys_that_are_not_enabled_are_of_no_use() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key().await;
    let arn = key_arn(ACCOUNT, &key);
    let blob = world.encrypt(&root, &key).await.unwrap();
    let check = async |expected: String| {
        assert_eq!(fault(world.encrypt(&root, &key).await), expected);
        assert_eq!(fault(world.decrypt(&root, None, &blob).await), expected);
        let spec = Some(DataKeySpec::Aes256);
        assert_eq!(fault(world.call::<GenerateDataKey>(&root, data_key(&key, spec, None)).await), expected);
        assert_eq!(fault(world.call::<ReEncrypt>(&root, re_encrypt(&blob, &key)).await), expected);
    };
    world.call::<DisableKey>(&root, DisableKeyRequest { key_id: key.clone() }).await.unwrap();
    check(format!("DisabledException: {arn} is disabled.")).await;
    let input = ScheduleKeyDeletionRequest { key_id: key.clone(), pending_window_in_days: Some(7) };
    world.call::<ScheduleKeyDeletion>(&root, input).await.unwrap();
    check(format!("KMSInvalidStateException: {arn} is pending deletion.")).await;
    let forbidden = user(ACCOUNT, "ann", allow("kms:Decrypt", json!({})));
    assert_eq!(code(world.encrypt(&forbidden, &key).await), "AccessDeniedException");
}

#[tokio::test]
async fn inputs_that_aws_refuses() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key().await;
    let blob = world.encrypt(&root, &key).await.unwrap();

    let mut input = encrypt(&key, &[]);
    input.encryption_algorithm = Some(EncryptionAlgorithmSpec::RsaesOaepSha256);
    assert_eq!(
        fault(world.call::<Encrypt>(&root, input).await),
        "InvalidKeyUsageException: Algorithm RSAES_OAEP_SHA_256 is incompatible with key spec SYMMETRIC_DEFAULT."
    );
    let mut input = encrypt(&key, &[]);
    input.grant_tokens = Some(vec![secret::SecretString::new("token".to_owned())]);
    assert_eq!(code(world.call::<Encrypt>(&root, input).await), "InvalidGrantTokenException");
    let long = "x".repeat(8192);
    let answer = world.call::<Encrypt>(&root, encrypt(&key, &[("name", &long)])).await;
    assert_eq!(code(answer), "ValidationException");
    let mut input = encrypt(&key, &[]);
    input.plaintext = vec![0; 4097].into();
    assert_eq!(code(world.call::<Encrypt>(&root, input).await), "ValidationException");

    let mut input = decrypt(None, &blob, &[]);
    input.ciphertext_blob = None;
    let text = fault(world.call::<Decrypt>(&root, input).await);
    assert!(text.contains("Value null at 'ciphertextBlob'"), "{text}");
    let mut input = decrypt(None, &blob, &[]);
    let recipient = RecipientInfo { attestation_document: Some(vec![1]), key_encryption_algorithm: None };
    input.recipient = Some(recipient);
    assert_eq!(code(world.call::<Decrypt>(&root, input).await), "ValidationException");

    for (spec, bytes) in [(None, None), (Some(DataKeySpec::Aes128), Some(16))] {
        assert_eq!(
            fault(world.call::<GenerateDataKey>(&root, data_key(&key, spec, bytes)).await),
            "ValidationException: Please specify either number of bytes or key spec."
        );
    }
    assert_eq!(
        fault(world.call::<GenerateRandom>(&root, random(None)).await),
        "ValidationException: NumberOfBytes is required."
    );
    let mut input = random(Some(8));
    input.custom_key_store_id = Some("cks-1234567890abcdef0".to_owned());
    assert_eq!(code(world.call::<GenerateRandom>(&root, input).await), "CustomKeyStoreNotFoundException");
}

#[tokio::test]
async fn data_keys_and_random_bytes() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key().await;
    let lengths =
        [(Some(DataKeySpec::Aes256), None, 32), (Some(DataKeySpec::Aes128), None, 16), (None, Some(64), 64)];
    for (spec, bytes, length) in lengths {
        let answer = world.call::<GenerateDataKey>(&root, data_key(&key, spec, bytes)).await.unwrap();
        let plaintext = answer.plaintext.unwrap();
        assert_eq!(plaintext.len(), length);
        let opened = world.decrypt(&root, Some(&key), &answer.ciphertext_blob.unwrap()).await.unwrap();
        assert!(opened.plaintext.unwrap() == plaintext);
        assert_eq!(opened.key_material_id, answer.key_material_id);
    }
    let input = GenerateDataKeyWithoutPlaintextRequest {
        dry_run: None,
        encryption_context: pairs(&[("tenant", "123")]),
        grant_tokens: None,
        key_id: key.clone(),
        key_spec: Some(DataKeySpec::Aes256),
        number_of_bytes: None,
    };
    let answer = world.call::<GenerateDataKeyWithoutPlaintext>(&root, input).await.unwrap();
    let input = decrypt(None, &answer.ciphertext_blob.unwrap(), &[("tenant", "123")]);
    assert_eq!(world.call::<Decrypt>(&root, input).await.unwrap().plaintext.unwrap().len(), 32);

    let bytes = world.call::<GenerateRandom>(&root, random(Some(44))).await.unwrap().plaintext.unwrap();
    assert_eq!(bytes.len(), 44);
    let forbidden = user(ACCOUNT, "ann", allow("kms:Decrypt", json!({})));
    assert_eq!(
        code(world.call::<GenerateRandom>(&forbidden, random(Some(8))).await),
        "AccessDeniedException"
    );
}

#[tokio::test]
async fn re_encryption_asks_for_both_keys() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let (from, to) = (world.key().await, world.key().await);
    let blob = world.encrypt(&root, &from).await.unwrap();
    let mut input = re_encrypt(&blob, &to);
    input.destination_encryption_context = pairs(&[("moved", "yes")]);
    let answer = world.call::<ReEncrypt>(&root, input).await.unwrap();
    assert_eq!(answer.source_key_id, Some(key_arn(ACCOUNT, &from)));
    assert_eq!(answer.key_id, Some(key_arn(ACCOUNT, &to)));
    assert_ne!(answer.source_key_material_id, answer.destination_key_material_id);
    let input = decrypt(Some(&to), &answer.ciphertext_blob.unwrap(), &[("moved", "yes")]);
    assert!(world.call::<Decrypt>(&root, input).await.unwrap().plaintext.unwrap().expose() == b"secret");

    for half in ["kms:ReEncryptFrom", "kms:ReEncryptTo"] {
        let caller = user(ACCOUNT, "ann", allow(half, json!({})));
        assert_eq!(
            code(world.call::<ReEncrypt>(&caller, re_encrypt(&blob, &to)).await),
            "AccessDeniedException"
        );
    }
    let same = user(
        ACCOUNT,
        "ann",
        allow("kms:ReEncrypt*", json!({ "Bool": { "kms:ReEncryptOnSameKey": "true" } })),
    );
    assert_eq!(code(world.call::<ReEncrypt>(&same, re_encrypt(&blob, &from)).await), "success");
    assert_eq!(code(world.call::<ReEncrypt>(&same, re_encrypt(&blob, &to)).await), "AccessDeniedException");
    let mut input = re_encrypt(&blob, &to);
    input.source_key_id = Some(to.clone());
    assert_eq!(code(world.call::<ReEncrypt>(&root, input).await), "IncorrectKeyException");
    assert_eq!(code(world.call::<ReEncrypt>(&root, re_encrypt(&blob, MISSING)).await), "NotFoundException");
}

#[tokio::test]
async fn a_dry_run_checks_everything_and_gives_nothing() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key().await;
    let blob = world.encrypt(&root, &key).await.unwrap();
    let mut input = encrypt(&key, &[]);
    input.dry_run = Some(true);
    let refusal = world.call::<Encrypt>(&root, input).await.err().unwrap();
    assert_eq!((refusal.code.code, refusal.code.status), ("DryRunOperationException", 412));

    let rehearse = |blob: Option<&[u8]>, key_id: Option<&str>, ignore: bool| {
        let mut input = decrypt(key_id, &[1], &[]);
        input.ciphertext_blob = blob.map(<[u8]>::to_vec);
        input.dry_run = Some(true);
        input.dry_run_modifiers = ignore.then(|| vec![DryRunModifierType::IgnoreCiphertext]);
        input
    };
    let forbidden = user(ACCOUNT, "ann", allow("kms:Encrypt", json!({})));
    for (caller, input, expected) in [
        (&root, rehearse(Some(&blob), None, false), "DryRunOperationException"),
        (&root, rehearse(Some(b"x"), Some(&key), false), "InvalidCiphertextException"),
        (&root, rehearse(None, Some(&key), true), "DryRunOperationException"),
        (&root, rehearse(None, None, true), "ValidationException"),
        (&forbidden, rehearse(None, Some(&key), true), "AccessDeniedException"),
    ] {
        assert_eq!(code(world.call::<Decrypt>(caller, input).await), expected);
    }
}

#[tokio::test]
async fn the_common_case_does_not_look_into_the_store() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key().await;
    world.alias(&root, "alias/app", &key).await;
    let blob = world.encrypt(&root, "alias/app").await.unwrap();
    let before = world.snapshots();
    for _ in 0..5 {
        world.encrypt(&root, "alias/app").await.unwrap();
        world.decrypt(&root, None, &blob).await.unwrap();
        world.decrypt(&root, Some("alias/app"), &blob).await.unwrap();
        let input = data_key("alias/app", Some(DataKeySpec::Aes256), None);
        world.call::<GenerateDataKey>(&root, input).await.unwrap();
        world.call::<ReEncrypt>(&root, re_encrypt(&blob, &key)).await.unwrap();
    }
    assert_eq!(world.snapshots(), before);
}

#[tokio::test]
async fn the_store_is_worth_nothing_without_its_root_key() {
    let world = World::new().await;
    let root = root(ACCOUNT);
    let key = world.key().await;
    let blob = world.encrypt(&root, &key).await.unwrap();
    let thief = world.with_wrong_root_key().await;
    assert_eq!(code(thief.encrypt(&root, &key).await), "KMSInternalException");
    assert_eq!(code(thief.decrypt(&root, None, &blob).await), "KMSInternalException");
}
