//! Opens what Python's `cryptography` made: `recompute.py` opens what this crate made of the same.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests, which may panic as tests do"
)]

mod vectors;

use key_algorithms::{
    EncapsulationAlgorithm, EncryptionAlgorithm, HmacKey, KeyAgreementAlgorithm, KeyMaterial, KeySpec,
    MacAlgorithm, MessageType, PrivateKey, PublicKey, SigningAlgorithm, WrappingAlgorithm, WrappingKey,
    WrappingKeySpec, check_import,
};
use vectors::Vectors;

#[test]
fn keys() {
    let vectors = vectors();
    for (name, key) in &vectors.test_keys {
        let spec = KeySpec::parse(name).unwrap();
        match KeyMaterial::from_bytes(spec, &key.private.0).unwrap() {
            KeyMaterial::Pair(pair) => {
                let public = &key.public.as_ref().unwrap().0;
                assert_eq!(pair.public_key_der(), public, "{name}");
                PublicKey::from_spki_der(spec, public).unwrap();
                let encoded = pair.to_pkcs8_der().unwrap();
                let again = PrivateKey::from_pkcs8_der(spec, encoded.expose()).unwrap();
                assert!(again.to_pkcs8_der().unwrap() == encoded, "{name}: encoding is not stable");
            }
            KeyMaterial::Hmac(hmac) => assert_eq!(hmac.to_bytes().expose(), key.private.0, "{name}"),
        }
    }
}

#[test]
fn signatures() {
    let vectors = vectors();
    for made in vectors.made_by_cryptography.signatures {
        let spec = KeySpec::parse(&made.spec).unwrap();
        let key = PublicKey::from_spki_der(spec, &vectors.test_keys[&made.spec].public.as_ref().unwrap().0)
            .unwrap();
        let algorithm = SigningAlgorithm::parse(&made.algorithm).unwrap();
        let message_type = MessageType::parse(&made.message_type).unwrap();
        let outcome = key.verify(algorithm, message_type, &made.message.0, &made.signature.0);
        assert_eq!(outcome, Ok(()), "{spec} {algorithm} {message_type}");
    }
}

#[test]
fn ciphertexts() {
    let vectors = vectors();
    for made in &vectors.made_by_cryptography.ciphertexts {
        let algorithm = EncryptionAlgorithm::parse(&made.algorithm).unwrap();
        let plaintext = private_key(&vectors, &made.spec).decrypt(algorithm, &made.ciphertext.0).unwrap();
        assert_eq!(plaintext.expose(), made.plaintext.0, "{} {algorithm}", made.spec);
    }
}

#[test]
fn macs() {
    let vectors = vectors();
    for made in &vectors.made_by_cryptography.macs {
        let key = &vectors.test_keys[&made.spec].private.0;
        let key = HmacKey::from_bytes(KeySpec::parse(&made.spec).unwrap(), key).unwrap();
        let algorithm = MacAlgorithm::parse(&made.algorithm).unwrap();
        assert_eq!(key.generate_mac(algorithm, &made.message.0).unwrap(), made.mac.0);
        assert_eq!(key.verify_mac(algorithm, &made.message.0, &made.mac.0), Ok(()));
    }
}

#[test]
fn shared_secrets() {
    let vectors = vectors();
    for made in &vectors.made_by_cryptography.shared_secrets {
        let key = private_key(&vectors, &made.spec);
        let secret = key.derive_shared_secret(KeyAgreementAlgorithm::Ecdh, &made.peer_public.0).unwrap();
        assert_eq!(secret.expose(), made.secret.0, "{}", made.spec);
    }
}

#[test]
fn encapsulations() {
    let vectors = vectors();
    for made in &vectors.made_by_cryptography.encapsulations {
        let secret = private_key(&vectors, &made.spec)
            .decapsulate(EncapsulationAlgorithm::MlKem, &made.ciphertext.0)
            .unwrap();
        assert_eq!(secret.expose(), made.secret.0, "{}", made.spec);
    }
}

#[test]
fn imports() {
    let vectors = vectors();
    for made in &vectors.made_by_cryptography.imports {
        let spec = KeySpec::parse(&made.spec).unwrap();
        let algorithm = WrappingAlgorithm::parse(&made.algorithm).unwrap();
        let wrapping_spec = WrappingKeySpec::parse(&made.wrapping_key).unwrap();
        let wrapping_key = &vectors.test_keys[&made.wrapping_key].private.0;
        let wrapping_key = WrappingKey::from_pkcs8_der(wrapping_spec, wrapping_key).unwrap();

        assert_eq!(check_import(Some(spec), algorithm, wrapping_spec), Ok(()));
        let material = wrapping_key.unwrap(algorithm, &made.wrapped.0).unwrap();
        assert_eq!(
            material.expose(),
            vectors.test_keys[&made.spec].private.0,
            "{spec} {algorithm} {wrapping_spec}"
        );
        KeyMaterial::from_bytes(spec, material.expose()).unwrap();
    }
}

fn vectors() -> Vectors {
    serde_json::from_str(include_str!("v1.json")).unwrap()
}

fn private_key(vectors: &Vectors, spec: &str) -> PrivateKey {
    PrivateKey::from_pkcs8_der(KeySpec::parse(spec).unwrap(), &vectors.test_keys[spec].private.0).unwrap()
}
