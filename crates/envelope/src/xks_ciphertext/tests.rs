use secret::SecretArray;
use serde_json::Value;

use super::*;
use crate::random::tests::{Broken, CountingFrom};
use crate::{EncryptionContext, KeyLocator, SystemRandom};

const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

fn key() -> KeyId {
    KEY.parse::<KeyLocator>().unwrap().key_id
}

fn backing(material: u8) -> BackingKey {
    BackingKey::new(key(), SecretArray::new([material; 32]))
}

fn sealed(plaintext: &[u8], additional_data: &[u8]) -> XksCiphertext {
    XksCiphertext::seal(&backing(7), key(), plaintext, additional_data, &SystemRandom).unwrap()
}

#[test]
fn what_was_sealed_opens() {
    for length in [0, 1, 16, 32, 4096, 4300] {
        let plaintext = vec![42; length];
        for additional_data in [&b""[..], b"project=nile", &[9; 65_535]] {
            let sealed = sealed(&plaintext, additional_data);
            assert_eq!(sealed.ciphertext.len(), length);
            assert!(sealed.names(&backing(7).id()));
            let XksCiphertext { metadata, initialization_vector, authentication_tag, ciphertext } =
                sealed.clone();
            let again =
                XksCiphertext::from_parts(&metadata, &initialization_vector, &authentication_tag, ciphertext);
            let opened = again.unwrap().open(&backing(7), key(), additional_data).unwrap();
            assert_eq!(opened.expose(), plaintext);
        }
    }
}

#[test]
fn no_changed_bit_opens() {
    let whole = sealed(b"a data key of 32 bytes, nearly..", b"aad");
    let parts = |at: usize, bit: u8| {
        let mut changed = whole.clone();
        let byte = match at {
            0..20 => &mut changed.metadata[at],
            20..32 => &mut changed.initialization_vector[at - 20],
            32..48 => &mut changed.authentication_tag[at - 32],
            _ => &mut changed.ciphertext[at - 48],
        };
        *byte ^= 1 << bit;
        changed
    };
    for at in 0..48 + whole.ciphertext.len() {
        for bit in 0..8 {
            let changed = parts(at, bit);
            assert_eq!(changed.open(&backing(7), key(), b"aad").err(), Some(Error::Invalid), "{at}.{bit}");
        }
    }
    let mut short = whole.clone();
    short.ciphertext.pop();
    let mut long = whole.clone();
    long.ciphertext.push(0);
    for changed in [short, long] {
        assert_eq!(changed.open(&backing(7), key(), b"aad").err(), Some(Error::Invalid));
    }
}

#[test]
fn it_is_bound_to_data_key_and_material() {
    let whole = sealed(b"secret", b"aad");
    for other in [&b""[..], b"aa", b"aad\0", &[0; 70_000]] {
        assert_eq!(whole.open(&backing(7), key(), other).err(), Some(Error::Invalid));
    }
    assert_eq!(whole.open(&backing(8), key(), b"aad").err(), Some(Error::Invalid));
    let other_key = KeyId::single_region([1; 16]);
    assert_eq!(whole.open(&backing(7), other_key, b"aad").err(), Some(Error::Invalid));
    let same_material = BackingKey::new(other_key, SecretArray::new([7; 32]));
    assert_eq!(whole.open(&same_material, other_key, b"aad").err(), Some(Error::Invalid));
    assert!(!whole.names(&backing(8).id()));
    // Metadata that is passed as additional data is not the same as metadata.
    let empty = sealed(b"secret", b"");
    assert!(empty.open(&backing(7), key(), &empty.metadata).is_err());
}

#[test]
fn it_is_no_ciphertext_blob() {
    let locator: KeyLocator = KEY.parse().unwrap();
    let blob = crate::encrypt(&backing(7), &locator, b"secret", &EncryptionContext::default(), &SystemRandom)
        .unwrap();
    let tail = blob.len() - 6;
    let parts =
        XksCiphertext::from_parts(&blob[..20], &[0; 12], &blob[tail - 16..tail], blob[tail..].to_vec());
    assert_eq!(parts.err(), Some(Error::Invalid));
    let xks = sealed(b"secret", b"");
    assert!(crate::Ciphertext::parse(&[&xks.metadata[..], &xks.ciphertext].concat()).is_err());
}

#[test]
fn parts_of_other_lengths_are_refused() {
    let whole = sealed(b"secret", b"");
    let (metadata, vector, tag) = (&whole.metadata, &whole.initialization_vector, &whole.authentication_tag);
    let parts = |metadata: &[u8], vector: &[u8], tag: &[u8]| {
        XksCiphertext::from_parts(metadata, vector, tag, whole.ciphertext.clone()).err()
    };
    assert_eq!(parts(metadata, vector, tag), None);
    for wrong in [
        parts(&[], vector, tag),
        parts(&metadata[..19], vector, tag),
        parts(&[&metadata[..], &[0]].concat(), vector, tag),
        parts(metadata, &[0; 16], tag),
        parts(metadata, &[], tag),
        parts(metadata, vector, &tag[..15]),
        parts(metadata, vector, &[0; 17]),
    ] {
        assert_eq!(wrong, Some(Error::Invalid));
    }
}

#[test]
fn messages_differ_and_need_random_bytes() {
    let (one, other) = (sealed(b"secret", b""), sealed(b"secret", b""));
    assert!(one.metadata != other.metadata && one.initialization_vector != other.initialization_vector);
    assert!(one.ciphertext != other.ciphertext);
    let failed = XksCiphertext::seal(&backing(7), key(), b"secret", b"", &Broken);
    assert_eq!(failed.err(), Some(Error::NoRandomBytes));
    let long = XksCiphertext::seal(&backing(7), key(), b"secret", &[0; 65_536], &SystemRandom);
    assert_eq!(long.err(), Some(Error::TooLong));
}

/// Computed a second time by `tests/golden/recompute.py`.
#[test]
fn golden_vectors() {
    let vectors: Value = serde_json::from_str(include_str!("../../tests/golden/xks-v1.json")).unwrap();
    let vectors = vectors["xks_ciphertexts"].as_array().unwrap();
    assert_eq!(vectors.len(), 3);
    for vector in vectors {
        let bytes = |name: &str| hex::decode(vector[name].as_str().unwrap()).unwrap();
        let key = vector["key"].as_str().unwrap().parse::<KeyLocator>().unwrap().key_id;
        let backing = BackingKey::new(key, SecretArray::copy_of(&bytes("material")).unwrap());
        let salt = bytes("salt");
        let random = CountingFrom(salt[0]);
        let (plaintext, data) = (bytes("plaintext"), bytes("additional_data"));
        let made = XksCiphertext::seal(&backing, key, &plaintext, &data, &random).unwrap();
        assert_eq!(made.metadata.to_vec(), bytes("metadata"));
        assert_eq!(made.initialization_vector.to_vec(), bytes("initialization_vector"));
        assert_eq!(made.authentication_tag.to_vec(), bytes("authentication_tag"));
        assert_eq!(made.ciphertext, bytes("ciphertext"));
        assert_eq!(made.open(&backing, key, &data).unwrap().expose(), plaintext);
    }
}
