use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use secret::SecretArray;

use super::*;
use crate::SystemRandom;
use crate::random::tests::{Broken, CountingFrom};

const SINGLE: &str = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const MULTI: &str = "arn:aws:kms:us-east-1:999999999999:key/mrk-1234abcd12ab34cd56ef1234567890ab";

fn key(arn: &str) -> (KeyLocator, BackingKey) {
    let locator: KeyLocator = arn.parse().unwrap();
    let backing = BackingKey::new(locator.key_id, SecretArray::new([9; 32]));
    (locator, backing)
}

fn context(pairs: &[(&str, &str)]) -> EncryptionContext {
    pairs.iter().copied().collect()
}

/// Parses and decrypts, as a service does that holds the right backing key.
fn open(backing: &BackingKey, blob: &[u8], context: &EncryptionContext) -> Result<SecretBytes, Error> {
    decrypt(backing, &Ciphertext::parse(blob)?, context)
}

#[test]
fn a_blob_names_its_key_and_has_the_documented_length() {
    for arn in [SINGLE, MULTI] {
        let (locator, backing) = key(arn);
        let blob = encrypt(&backing, &locator, b"hello", &EncryptionContext::new(), &SystemRandom).unwrap();
        assert_eq!(blob.len(), 5 + 137 + locator.region.as_str().len());
        let ciphertext = Ciphertext::parse(&blob).unwrap();
        assert_eq!(ciphertext.locator().to_string(), arn);
        assert_eq!(ciphertext.key_id(), &locator.key_id);
        assert_eq!(ciphertext.backing_key_id(), &backing.id());
        assert_eq!(decrypt(&backing, &ciphertext, &EncryptionContext::new()).unwrap().expose(), b"hello");
    }
}

#[test]
fn the_same_plaintext_never_gives_the_same_blob() {
    let (locator, backing) = key(SINGLE);
    let blob = || encrypt(&backing, &locator, b"hello", &EncryptionContext::new(), &SystemRandom).unwrap();
    assert_ne!(blob(), blob());
}

#[test]
fn without_random_bytes_nothing_is_encrypted() {
    let (locator, backing) = key(SINGLE);
    let outcome = encrypt(&backing, &locator, b"hello", &EncryptionContext::new(), &Broken);
    assert_eq!(outcome, Err(Error::NoRandomBytes));
}

#[test]
fn every_flipped_bit_is_found() {
    for arn in [SINGLE, MULTI] {
        let (locator, backing) = key(arn);
        let context = context(&[("tenant", "a")]);
        let blob = encrypt(&backing, &locator, b"hello", &context, &CountingFrom(0)).unwrap();
        assert!(open(&backing, &blob, &context).is_ok());
        for bit in 0..blob.len() * 8 {
            let mut altered = blob.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(open(&backing, &altered, &context).err(), Some(Error::Invalid), "bit {bit}");
        }
    }
}

#[test]
fn every_truncation_and_an_extension_is_found() {
    let (locator, backing) = key(SINGLE);
    let context = EncryptionContext::new();
    let mut blob = encrypt(&backing, &locator, b"hello", &context, &SystemRandom).unwrap();
    for length in 0..blob.len() {
        assert_eq!(open(&backing, &blob[..length], &context).err(), Some(Error::Invalid), "{length}");
        assert_eq!(open(&backing, &blob[blob.len() - length..], &context).err(), Some(Error::Invalid));
    }
    blob.push(0);
    assert_eq!(open(&backing, &blob, &context).err(), Some(Error::Invalid));
}

#[test]
fn another_backing_key_does_not_open_even_under_the_same_name() {
    let (locator, backing) = key(SINGLE);
    let context = EncryptionContext::new();
    let blob = encrypt(&backing, &locator, b"hello", &context, &SystemRandom).unwrap();
    let other = BackingKey::new(locator.key_id, SecretArray::new([10; 32]));
    assert_eq!(open(&other, &blob, &context).err(), Some(Error::Invalid));

    // The blob renamed to the other backing key: its header is well-formed and names that key.
    let at = blob.windows(32).position(|window| window == backing.id().as_bytes()).unwrap();
    let mut renamed = blob;
    renamed[at..at + 32].copy_from_slice(other.id().as_bytes());
    assert_eq!(Ciphertext::parse(&renamed).unwrap().backing_key_id(), &other.id());
    assert_eq!(open(&other, &renamed, &context).err(), Some(Error::Invalid));
}

#[test]
fn a_replica_opens_what_another_region_encrypted() {
    let (locator, backing) = key(MULTI);
    let context = EncryptionContext::new();
    let blob = encrypt(&backing, &locator, b"hello", &context, &SystemRandom).unwrap();
    let ciphertext = Ciphertext::parse(&blob).unwrap();
    let here = "eu-north-1".parse().unwrap();
    let replica = ciphertext.locator().seen_from(&here);
    assert_eq!(replica.region, here);
    let replica_backing = BackingKey::new(replica.key_id, SecretArray::new([9; 32]));
    assert_eq!(replica_backing.id(), backing.id());
    assert_eq!(decrypt(&replica_backing, &ciphertext, &context).unwrap().expose(), b"hello");
}

#[test]
fn the_order_of_the_context_does_not_matter_and_its_contents_do() {
    let (locator, backing) = key(SINGLE);
    let given = context(&[("a", "b"), ("c", "d")]);
    let blob = encrypt(&backing, &locator, b"hello", &given, &SystemRandom).unwrap();
    assert!(open(&backing, &blob, &context(&[("c", "d"), ("a", "b")])).is_ok());
    let others: [&[(&str, &str)]; 9] = [
        &[],
        &[("a", "b")],
        &[("a", "b"), ("c", "D")],
        &[("A", "b"), ("c", "d")],
        &[("a", "d"), ("c", "b")],
        &[("ab", ""), ("c", "d")],
        &[("", "ab"), ("c", "d")],
        &[("a", "bcd")],
        &[("a", "b"), ("c", "d"), ("", "")],
    ];
    for other in others {
        assert_eq!(open(&backing, &blob, &context(other)).err(), Some(Error::Invalid), "{other:?}");
    }
}

#[test]
fn headers_that_are_not_well_formed_are_refused() {
    let (locator, backing) = key(SINGLE);
    let blob = encrypt(&backing, &locator, b"", &EncryptionContext::new(), &SystemRandom).unwrap();
    assert!(Ciphertext::parse(&blob).is_ok());
    let with = |at: usize, bytes: &[u8]| {
        let mut blob = blob.clone();
        blob[at..at + bytes.len()].copy_from_slice(bytes);
        Ciphertext::parse(&blob).err()
    };
    assert_eq!(with(0, b"\x01"), Some(Error::Invalid), "AWS's own blobs");
    assert_eq!(with(1, &[2]), Some(Error::Invalid), "a later version");
    assert_eq!(with(2, &[0xff; 5]), Some(Error::Invalid), "an account of 13 digits");
    assert_eq!(with(7, &[0xff]), Some(Error::Invalid), "a region longer than the blob");
    assert_eq!(with(8, b"EU-WEST-1"), Some(Error::Invalid), "not a region");
    assert_eq!(with(8, b"\xff"), Some(Error::Invalid), "not text");
    assert_eq!(with(17, &[2]), Some(Error::Invalid), "a third kind of key id");
}

fn any_context() -> impl Strategy<Value = EncryptionContext> {
    btree_map(".{0,12}", ".{0,12}", 0..4).prop_map(EncryptionContext::from)
}

proptest! {
    #[test]
    fn what_is_encrypted_is_decrypted(plaintext in vec(any::<u8>(), 0..5000), context in any_context()) {
        let (locator, backing) = key(MULTI);
        let blob = encrypt(&backing, &locator, &plaintext, &context, &SystemRandom).unwrap();
        let opened = open(&backing, &blob, &context).unwrap();
        prop_assert_eq!(opened.expose(), plaintext);
    }

    #[test]
    fn a_flipped_bit_is_found_in_any_blob(
        plaintext in vec(any::<u8>(), 0..5000),
        context in any_context(),
        bit in any::<prop::sample::Index>(),
    ) {
        let (locator, backing) = key(SINGLE);
        let mut blob = encrypt(&backing, &locator, &plaintext, &context, &SystemRandom).unwrap();
        let bit = bit.index(blob.len() * 8);
        blob[bit / 8] ^= 1 << (bit % 8);
        prop_assert_eq!(open(&backing, &blob, &context).err(), Some(Error::Invalid));
    }

    #[test]
    fn only_the_same_context_opens(given in any_context(), other in any_context()) {
        let (locator, backing) = key(SINGLE);
        let blob = encrypt(&backing, &locator, b"hello", &given, &SystemRandom).unwrap();
        prop_assert_eq!(open(&backing, &blob, &other).is_ok(), given == other);
    }

    #[test]
    fn any_bytes_may_be_parsed(marked in any::<bool>(), bytes in vec(any::<u8>(), 0..300)) {
        let bytes = if marked { [&MARK, &bytes[..]].concat() } else { bytes };
        if let Err(error) = Ciphertext::parse(&bytes) {
            prop_assert_eq!(error, Error::Invalid);
        }
    }

    #[test]
    fn a_blob_that_parses_says_what_its_bytes_say(
        account in vec(any::<u8>(), 5),
        region in "[a-z]{1,3}-[a-z]{1,3}-[0-9]{1,3}",
        rest in vec(any::<u8>(), 100..200),
    ) {
        let bytes = [&MARK, &account[..], &[region.len() as u8], region.as_bytes(), &[0], &rest].concat();
        if let Ok(ciphertext) = Ciphertext::parse(&bytes) {
            let header = write_header(ciphertext.locator(), *ciphertext.backing_key_id()).unwrap();
            prop_assert!(bytes.starts_with(&header));
        }
    }
}
