//! Calls with a `Recipient`: whose documents count, what conditions ask about them, and who can read the answer.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

#[path = "../../attestation/tests/documents/platform.rs"]
#[allow(dead_code, reason = "the tests of attestation need more of it")]
mod platform;
mod support;

use std::sync::LazyLock;
use std::time::Duration;

use aws_model::kms::*;
use gate::Fault;
use platform::{Fields, Platform, array, at, bytes, map, unsigned};
use serde_json::{Value, json};
use support::{ACCOUNT, START, World, allow, code, create_key_of, decrypt, fault, root, user};

const HOUR: Duration = Duration::from_secs(3600);

/// A platform whose certificates are good at the time of these tests.
static PLATFORM: LazyLock<Platform> = LazyLock::new(|| platform_until(START.plus(HOUR)));

fn platform_until(end: clock::Timestamp) -> Platform {
    Platform::with(|_, params| {
        params.not_before = at(START.minus(HOUR));
        params.not_after = at(end);
    })
}

/// The fields of a document made now.
fn fields(platform: &Platform) -> Fields {
    let made = u64::try_from(START.millis()).unwrap();
    platform.fields().set("timestamp", unsigned(made))
}

fn recipient(document: Vec<u8>) -> Option<RecipientInfo> {
    Some(RecipientInfo {
        key_encryption_algorithm: Some(KeyEncryptionMechanism::RsaesOaepSha256),
        attestation_document: Some(document),
    })
}

fn attested() -> Option<RecipientInfo> {
    recipient(PLATFORM.document(&fields(&PLATFORM)))
}

async fn world() -> World {
    World::trusting(PLATFORM.verifier()).await
}

fn random(recipient: Option<RecipientInfo>) -> GenerateRandomRequest {
    GenerateRandomRequest { number_of_bytes: Some(16), recipient, ..GenerateRandomRequest::default() }
}

/// What becomes of a call with this document.
async fn verdict(world: &World, document: Vec<u8>) -> Result<GenerateRandomResponse, Fault> {
    world.call::<GenerateRandom>(&root(ACCOUNT), random(recipient(document))).await
}

#[tokio::test]
async fn answers_are_for_the_recipient_alone() {
    let world = world().await;
    let caller = root(ACCOUNT);
    let key = world.key().await;
    let is_sealed = |sealed: Option<Vec<u8>>| sealed.is_some_and(|sealed| sealed.starts_with(&[0x30, 0x80]));

    let answer = world.call::<GenerateRandom>(&caller, random(attested())).await.unwrap();
    assert!(answer.plaintext.is_none() && is_sealed(answer.ciphertext_for_recipient));

    let blob = world.encrypt(&caller, &key).await.unwrap();
    let request = DecryptRequest { recipient: attested(), ..decrypt(None, &blob, &[]) };
    let answer = world.call::<Decrypt>(&caller, request).await.unwrap();
    assert!(answer.plaintext.is_none() && is_sealed(answer.ciphertext_for_recipient));

    let request = GenerateDataKeyRequest {
        key_id: key.clone(),
        key_spec: Some(DataKeySpec::Aes256),
        recipient: attested(),
        ..GenerateDataKeyRequest::default()
    };
    let answer = world.call::<GenerateDataKey>(&caller, request).await.unwrap();
    assert!(answer.plaintext.is_none() && is_sealed(answer.ciphertext_for_recipient));
    // The copy under the KMS key is as ever.
    world.decrypt(&caller, None, &answer.ciphertext_blob.unwrap()).await.unwrap();

    let request = GenerateDataKeyPairRequest {
        key_id: key,
        key_pair_spec: DataKeyPairSpec::EccNistP256,
        recipient: attested(),
        dry_run: None,
        encryption_context: None,
        grant_tokens: None,
    };
    let answer = world.call::<GenerateDataKeyPair>(&caller, request).await.unwrap();
    assert!(answer.private_key_plaintext.is_none() && is_sealed(answer.ciphertext_for_recipient));
    assert!(answer.public_key.is_some() && answer.private_key_ciphertext_blob.is_some());

    let key = world.call::<CreateKey>(&caller, create_key_of("ECC_NIST_P256", "KEY_AGREEMENT")).await;
    let key = key.unwrap().key_metadata.unwrap().key_id;
    let request = DeriveSharedSecretRequest {
        key_id: key.clone(),
        key_agreement_algorithm: KeyAgreementAlgorithmSpec::Ecdh,
        public_key: world.public_key(&key).await,
        recipient: attested(),
        dry_run: None,
        grant_tokens: None,
    };
    let answer = world.call::<DeriveSharedSecret>(&caller, request).await.unwrap();
    assert!(answer.shared_secret.is_none() && is_sealed(answer.ciphertext_for_recipient));
}

#[tokio::test]
async fn policies_ask_for_measurements() {
    let world = world().await;
    let attempt = async |condition: Value, recipient| {
        let caller = user(ACCOUNT, "ann", allow("kms:GenerateRandom", condition));
        code(world.call::<GenerateRandom>(&caller, random(recipient)).await)
    };
    let measured = |key: &str, byte: &str| json!({ "StringEqualsIgnoreCase": { format!("kms:RecipientAttestation:{key}"): byte.repeat(48) } });
    for (key, byte) in [("ImageSha384", "00"), ("PCR0", "00"), ("PCR3", "03")] {
        assert_eq!(attempt(measured(key, byte), attested()).await, "success", "{key}");
        assert_eq!(attempt(measured(key, "aa"), attested()).await, "AccessDeniedException", "{key}");
        assert_eq!(attempt(measured(key, byte), None).await, "AccessDeniedException", "{key}");
    }
    assert_eq!(attempt(measured("PCR8", "00"), attested()).await, "AccessDeniedException");
    assert_eq!(attempt(measured("NitroTPMPCR0", "00"), attested()).await, "AccessDeniedException");

    let registers = map(&[(unsigned(4), bytes(&[0xab; 48])), (unsigned(7), bytes(&[0xcd; 48]))]);
    let fields = fields(&PLATFORM).without("pcrs").with("nitrotpm_pcrs", registers);
    let instance = || recipient(PLATFORM.document(&fields));
    assert_eq!(attempt(measured("NitroTPMPCR4", "ab"), instance()).await, "success");
    assert_eq!(attempt(measured("NitroTPMPCR7", "CD"), instance()).await, "success");
    assert_eq!(attempt(measured("NitroTPMPCR7", "ab"), instance()).await, "AccessDeniedException");
    assert_eq!(attempt(measured("PCR4", "ab"), instance()).await, "AccessDeniedException");
}

#[tokio::test]
async fn the_record_tells_who_was_attested() {
    let world = world().await;
    world.call::<GenerateRandom>(&root(ACCOUNT), random(attested())).await.unwrap();
    let nobody = user(ACCOUNT, "ann", allow("s3:*", json!({})));
    let refused = world.call::<GenerateRandom>(&nobody, random(attested())).await;
    assert_eq!(code(refused), "AccessDeniedException");
    for record in world.records() {
        let recipient = &record["additionalEventData"]["recipient"];
        assert_eq!(
            recipient["attestationDocumentModuleId"], "i-0123456789abcdef0-enc0123456789abcdef",
            "{record}"
        );
        assert_eq!(recipient["attestationDocumentEnclaveImageDigest"], "00".repeat(48));
        assert_eq!(recipient["attestationDocumentEnclavePCR3"], "03".repeat(48));
    }
}

#[tokio::test]
async fn documents_that_are_not_to_be_trusted_end_the_call() {
    let world = world().await;
    let refused = async |document: Vec<u8>, part: &str| {
        let text = fault(verdict(&world, document).await);
        assert!(text.starts_with("ValidationException: ") && text.contains(part), "{text}");
    };
    let good = PLATFORM.document(&fields(&PLATFORM));
    verdict(&world, good.clone()).await.unwrap();

    let mut tampered = good.clone();
    let place = tampered.len() / 2;
    tampered[place] ^= 1;
    let text = fault(verdict(&world, tampered).await);
    assert!(text.starts_with("ValidationException: "), "{text}");
    let mut signature = good.clone();
    *signature.last_mut().unwrap() ^= 1;
    refused(signature, "signature of the attestation document does not verify").await;
    refused(b"no document".to_vec(), "malformed").await;

    let stranger = platform_until(START.plus(HOUR));
    refused(stranger.document(&fields(&stranger)), "root certificate that is not configured").await;
    // Somebody who puts the trusted root before a chain of his own.
    let chain: Vec<_> =
        std::iter::once(&PLATFORM.root).chain(&stranger.intermediates).map(|der| bytes(der)).collect();
    refused(stranger.document(&fields(&stranger).set("cabundle", array(&chain))), "chain").await;

    let aged = |age: Duration| {
        let made = u64::try_from(START.minus(age).millis()).unwrap();
        PLATFORM.document(&fields(&PLATFORM).set("timestamp", unsigned(made)))
    };
    verdict(&world, aged(Duration::from_secs(300))).await.unwrap();
    refused(aged(Duration::from_secs(301)), "has expired").await;
    let ahead = u64::try_from(START.plus(Duration::from_secs(61)).millis()).unwrap();
    refused(PLATFORM.document(&fields(&PLATFORM).set("timestamp", unsigned(ahead))), "future").await;

    refused(PLATFORM.document(&fields(&PLATFORM).without("public_key")), "holds no public key").await;
    refused(PLATFORM.document(&fields(&PLATFORM).set("public_key", bytes(b"key"))), "2048 to 8192 bits")
        .await;
    // Nothing of the document counts when half of the parameter is missing.
    let half = Some(RecipientInfo { key_encryption_algorithm: None, ..attested().unwrap() });
    let answer = world.call::<GenerateRandom>(&root(ACCOUNT), random(half)).await;
    assert_eq!(code(answer), "ValidationException");
}

#[tokio::test]
async fn certificates_must_be_valid_now() {
    let expired = platform_until(START.minus(Duration::from_secs(1)));
    let world = World::trusting(expired.verifier()).await;
    let text = fault(verdict(&world, expired.document(&fields(&expired))).await);
    assert!(text.starts_with("ValidationException: ") && text.contains("not valid at"), "{text}");
    // The signer's alone.
    let expired = Platform::with(|place, params| {
        params.not_before = at(START.minus(HOUR));
        params.not_after =
            at(if place == 3 { START.minus(Duration::from_secs(1)) } else { START.plus(HOUR) });
    });
    let world = World::trusting(expired.verifier()).await;
    let text = fault(verdict(&world, expired.document(&fields(&expired))).await);
    assert!(text.starts_with("ValidationException: ") && text.contains("chain"), "{text}");
}

#[tokio::test]
async fn without_a_trusted_root_no_document_counts() {
    let world = World::new().await;
    assert_eq!(code(verdict(&world, PLATFORM.document(&fields(&PLATFORM))).await), "ValidationException");
}
