//! What keys do.

use aws_sdk_kms::Client;
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::types::{
    DataKeySpec, EncryptionAlgorithmSpec, KeySpec, KeyUsageType, MacAlgorithmSpec, MessageType,
    SigningAlgorithmSpec,
};

use crate::{holds, keys};

/// Encrypt, Decrypt and ReEncrypt.
pub async fn encrypt_with_a_context(kms: &Client) {
    let (key, other) = (keys::symmetric(kms).await, keys::symmetric(kms).await);
    let plaintext = Blob::new((0..=255).collect::<Vec<u8>>());
    let encrypt = kms.encrypt().key_id(&key).plaintext(plaintext.clone());
    let encrypted =
        encrypt.encryption_context("tenant", "123").encryption_context("Straße", "🔑").send().await;
    let encrypted = encrypted.expect("Encrypt");
    assert_eq!(encrypted.key_id.as_deref(), Some(key.as_str()));
    assert_eq!(encrypted.encryption_algorithm, Some(EncryptionAlgorithmSpec::SymmetricDefault));
    let blob = encrypted.ciphertext_blob.expect("a ciphertext");

    let decrypt = || kms.decrypt().ciphertext_blob(blob.clone());
    let opened =
        decrypt().encryption_context("Straße", "🔑").encryption_context("tenant", "123").send().await;
    let opened = opened.expect("Decrypt");
    assert_eq!((opened.key_id.as_deref(), opened.plaintext), (Some(key.as_str()), Some(plaintext.clone())));
    let wrong = decrypt().encryption_context("tenant", "456").send().await.expect_err("another context");
    assert!(wrong.into_service_error().is_invalid_ciphertext_exception());
    let wrong = decrypt().key_id(&other).send().await.expect_err("another key");
    assert!(wrong.into_service_error().is_incorrect_key_exception());

    let moved = kms.re_encrypt().ciphertext_blob(blob).destination_key_id(&other);
    let moved = moved.source_encryption_context("tenant", "123").source_encryption_context("Straße", "🔑");
    let moved = moved.send().await.expect("ReEncrypt");
    let opened = kms.decrypt().ciphertext_blob(moved.ciphertext_blob.expect("a ciphertext")).send().await;
    let opened = opened.expect("Decrypt");
    assert_eq!((opened.key_id.as_deref(), opened.plaintext), (Some(other.as_str()), Some(plaintext)));
    holds("Encrypt, Decrypt and ReEncrypt with an encryption context");
}

/// GenerateDataKey and GenerateDataKeyWithoutPlaintext.
pub async fn generate_data_keys(kms: &Client) {
    let key = keys::symmetric(kms).await;
    let made = kms.generate_data_key().key_id(&key).key_spec(DataKeySpec::Aes256).send().await;
    let made = made.expect("GenerateDataKey");
    let plaintext = made.plaintext.expect("a plaintext");
    assert_eq!(plaintext.as_ref().len(), 32);
    let opened = kms.decrypt().ciphertext_blob(made.ciphertext_blob.expect("a ciphertext")).send().await;
    assert_eq!(opened.expect("Decrypt").plaintext, Some(plaintext));

    let hidden = kms.generate_data_key_without_plaintext().key_id(&key).number_of_bytes(24).send().await;
    let hidden = hidden.expect("GenerateDataKeyWithoutPlaintext");
    let opened = kms.decrypt().ciphertext_blob(hidden.ciphertext_blob.expect("a ciphertext")).send().await;
    assert_eq!(opened.expect("Decrypt").plaintext.expect("a plaintext").as_ref().len(), 24);
    holds("GenerateDataKey");
}

/// Sign and Verify.
pub async fn sign_and_verify(kms: &Client) {
    let signing = [
        (KeySpec::EccNistP256, SigningAlgorithmSpec::EcdsaSha256),
        (KeySpec::Rsa2048, SigningAlgorithmSpec::RsassaPssSha256),
    ];
    for (spec, algorithm) in signing {
        let key = keys::of(kms, spec, KeyUsageType::SignVerify).await;
        let signed = kms.sign().key_id(&key).message(Blob::new("message")).message_type(MessageType::Raw);
        let signed = signed.signing_algorithm(algorithm.clone()).send().await.expect("Sign");
        let signature = signed.signature.expect("a signature");
        let verify = |message: &str| {
            let call = kms.verify().key_id(&key).message(Blob::new(message)).signature(signature.clone());
            call.signing_algorithm(algorithm.clone()).send()
        };
        assert!(verify("message").await.expect("Verify").signature_valid);
        let wrong = verify("another").await.expect_err("another message").into_service_error();
        assert!(wrong.is_kms_invalid_signature_exception(), "{wrong:?}");
        let public = kms.get_public_key().key_id(&key).send().await.expect("GetPublicKey");
        assert!(public.signing_algorithms().contains(&algorithm));
    }
    holds("Sign and Verify");
}

/// GenerateMac and VerifyMac.
pub async fn generate_macs(kms: &Client) {
    let key = keys::of(kms, KeySpec::Hmac384, KeyUsageType::GenerateVerifyMac).await;
    let made = kms.generate_mac().key_id(&key).message(Blob::new("message"));
    let made = made.mac_algorithm(MacAlgorithmSpec::HmacSha384).send().await.expect("GenerateMac");
    let mac = made.mac.expect("a MAC");
    assert_eq!(mac.as_ref().len(), 48);
    let verify = |message: &str| {
        let call = kms.verify_mac().key_id(&key).message(Blob::new(message)).mac(mac.clone());
        call.mac_algorithm(MacAlgorithmSpec::HmacSha384).send()
    };
    assert!(verify("message").await.expect("VerifyMac").mac_valid);
    let wrong = verify("another").await.expect_err("another message").into_service_error();
    assert!(wrong.is_kms_invalid_mac_exception(), "{wrong:?}");
    holds("GenerateMac and VerifyMac");
}
