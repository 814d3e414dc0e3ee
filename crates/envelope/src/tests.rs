//! The golden vectors of the version 1 formats. `tests/golden/recompute.py` computes them from the format's description, with
//! other libraries, and CI requires both to agree: when a vector fails here, old data no longer opens.

use std::collections::BTreeMap;

use secret::{SecretArray, SecretBytes};
use serde::Deserialize;

use super::*;
use crate::random::tests::CountingFrom;

#[derive(Deserialize)]
struct Golden {
    root_key: String,
    root: GoldenRoot,
    derived: Vec<GoldenDerived>,
    wrapped: Vec<GoldenWrapped>,
    ciphertexts: Vec<GoldenCiphertext>,
}

#[derive(Deserialize)]
struct GoldenRoot {
    fingerprint: Fingerprint,
}

#[derive(Deserialize)]
struct GoldenDerived {
    purpose: String,
    key: String,
}

#[derive(Deserialize)]
struct GoldenWrapped {
    purpose: String,
    place: Vec<String>,
    plaintext: String,
    salt: String,
    text: Wrapped,
}

#[derive(Deserialize)]
struct GoldenCiphertext {
    key: KeyLocator,
    material: String,
    context: EncryptionContext,
    plaintext: String,
    salt: String,
    backing_key_id: BackingKeyId,
    blob: String,
}

fn golden() -> (RootKey, Golden) {
    let golden: Golden = serde_json::from_str(include_str!("../tests/golden/v1.json")).unwrap();
    (RootKey::new(key(&golden.root_key)), golden)
}

fn key(hex: &str) -> SecretArray<32> {
    SecretArray::copy_of(&hex::decode(hex).unwrap()).unwrap()
}

/// The salts of the vectors count up.
fn random(salt: &str) -> CountingFrom {
    let salt = hex::decode(salt).unwrap();
    assert!(salt.windows(2).all(|pair| pair[1] == pair[0].wrapping_add(1)));
    CountingFrom(salt[0])
}

fn purpose(text: &str) -> &'static str {
    ["lodge/golden/one", "lodge/golden/two"].into_iter().find(|purpose| *purpose == text).unwrap()
}

#[test]
fn root_key_subkeys() {
    let (root, golden) = golden();
    assert_eq!(root.fingerprint(), golden.root.fingerprint);
    assert_eq!(golden.derived.len(), 2);
    for vector in golden.derived {
        assert_eq!(hex::encode(root.derive(purpose(&vector.purpose)).expose()), vector.key);
    }
}

#[test]
fn wrapped_secrets() {
    let (root, golden) = golden();
    assert_eq!(golden.wrapped.len(), 2);
    for vector in golden.wrapped {
        let wrapping_key = root.wrapping_key(purpose(&vector.purpose));
        let place = length_prefixed(&vector.place);
        let plaintext = SecretBytes::new(hex::decode(&vector.plaintext).unwrap());
        let wrapped = wrapping_key.wrap(&plaintext, &place, &random(&vector.salt)).unwrap();
        assert_eq!(wrapped, vector.text);
        assert!(wrapping_key.unwrap(&vector.text, &place).unwrap() == plaintext);
    }
}

#[test]
fn ciphertexts() {
    let (_, golden) = golden();
    assert_eq!(golden.ciphertexts.len(), 2);
    for vector in golden.ciphertexts {
        let backing = BackingKey::new(vector.key.key_id, key(&vector.material));
        assert_eq!(backing.id(), vector.backing_key_id);
        let plaintext = hex::decode(&vector.plaintext).unwrap();
        let blob =
            encrypt(&backing, &vector.key, &plaintext, &vector.context, &random(&vector.salt)).unwrap();
        assert_eq!(hex::encode(&blob), vector.blob);
        let ciphertext = Ciphertext::parse(&blob).unwrap();
        assert_eq!(ciphertext.locator(), &vector.key);
        assert_eq!(ciphertext.backing_key_id(), &backing.id());
        assert_eq!(decrypt(&backing, &ciphertext, &vector.context).unwrap().expose(), plaintext);
    }
}

#[test]
fn the_same_purpose_gives_different_keys_for_different_uses() {
    let root = RootKey::new(SecretArray::new([1; 32]));
    let wrapped = root
        .wrapping_key("lodge/one")
        .wrap(&SecretBytes::copy_of(b"secret"), b"place", &SystemRandom)
        .unwrap();
    assert!(root.wrapping_key("lodge/one").unwrap(&wrapped, b"place").is_ok());
    for other in [
        root.wrapping_key("lodge/two"),
        WrappingKey::new(root.derive("lodge/one")),
        RootKey::new(SecretArray::new([2; 32])).wrapping_key("lodge/one"),
    ] {
        assert_eq!(other.unwrap(&wrapped, b"place").err(), Some(Error::Invalid));
    }
}

#[test]
fn new_root_keys_differ_and_show_in_their_fingerprints() {
    let roots: BTreeMap<String, RootKey> = (0..8)
        .map(|_| RootKey::generate(&SystemRandom).unwrap())
        .map(|root| (root.fingerprint().to_string(), root))
        .collect();
    assert_eq!(roots.len(), 8);
    for (fingerprint, root) in &roots {
        assert_eq!(fingerprint.parse(), Ok(root.fingerprint()));
        assert_ne!(fingerprint, &hex::encode(root.expose()));
    }
}
