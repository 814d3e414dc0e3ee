use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use secret::SecretArray;
use serde::Deserialize;

use super::*;
use crate::random::tests::CountingFrom;
use crate::{Ciphertext, SystemRandom, decrypt};

const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

fn key() -> (KeyLocator, BackingKey) {
    let locator: KeyLocator = KEY.parse().unwrap();
    let backing = BackingKey::new(locator.key_id, SecretArray::new([9; 32]));
    (locator, backing)
}

fn context(pairs: &[(&str, &str)]) -> EncryptionContext {
    pairs.iter().copied().collect()
}

#[test]
fn a_blob_names_its_key_and_keeps_what_the_store_made() {
    let (locator, backing) = key();
    for backing in [None, Some(backing.id())] {
        let header = StoreHeader::new(&locator, backing).unwrap();
        let blob = header.blob(b"made by the store");
        let read = StoreCiphertext::parse(&blob).unwrap();
        assert_eq!(read.header(), &header);
        assert_eq!(read.header().locator(), &locator);
        assert_eq!(read.header().backing_key_id(), backing.as_ref());
        assert_eq!(read.sealed_by_store(), b"made by the store");
        let fixed = 26 + locator.region.as_str().len() + backing.map_or(0, |_| 32);
        assert_eq!(blob.len(), fixed + b"made by the store".len());
    }
}

#[test]
fn the_inner_layer_opens_with_its_key_header_and_context_only() {
    let (locator, backing) = key();
    let header = StoreHeader::new(&locator, Some(backing.id())).unwrap();
    let given = context(&[("tenant", "a")]);
    let sealed = header.seal(&backing, b"hello", &given, &SystemRandom).unwrap();
    assert_eq!(sealed.len(), b"hello".len() + 80);
    assert_eq!(header.open(&backing, &sealed, &given).unwrap().expose(), b"hello");
    assert_eq!(header.open(&backing, &sealed, &context(&[])).err(), Some(Error::Invalid));

    let other = BackingKey::new(locator.key_id, SecretArray::new([10; 32]));
    assert_eq!(header.open(&other, &sealed, &given).err(), Some(Error::Invalid));
    let renamed = StoreHeader::new(&locator, Some(other.id())).unwrap();
    assert_eq!(renamed.open(&other, &sealed, &given).err(), Some(Error::Invalid));
    let elsewhere: KeyLocator = KEY.replace("111122223333", "444455556666").parse().unwrap();
    let elsewhere = StoreHeader::new(&elsewhere, Some(backing.id())).unwrap();
    assert_eq!(elsewhere.open(&backing, &sealed, &given).err(), Some(Error::Invalid));
    let alone = StoreHeader::new(&locator, None).unwrap();
    assert_eq!(alone.open(&backing, &sealed, &given).err(), Some(Error::Invalid));
    for bit in 0..sealed.len() * 8 {
        let mut altered = sealed.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(header.open(&backing, &altered, &given).err(), Some(Error::Invalid), "bit {bit}");
    }
}

/// Whoever runs the external key manager sees inner layers. They must not pass as blobs that Lodge opens by itself.
#[test]
fn an_inner_layer_is_no_blob_of_version_1() {
    let (locator, backing) = key();
    let header = StoreHeader::new(&locator, Some(backing.id())).unwrap();
    let sealed = header.seal(&backing, b"hello", &context(&[]), &SystemRandom).unwrap();
    assert!(Ciphertext::parse(&sealed).is_err());
    let first = crate::encrypt(&backing, &locator, b"", &context(&[]), &SystemRandom).unwrap();
    let dressed_up = [&first[..first.len() - 80], &sealed].concat();
    let dressed_up = Ciphertext::parse(&dressed_up).unwrap();
    assert_eq!(decrypt(&backing, &dressed_up, &context(&[])).err(), Some(Error::Invalid));
}

#[test]
fn the_store_authenticates_header_and_context() {
    let (locator, backing) = key();
    let header = StoreHeader::new(&locator, Some(backing.id())).unwrap();
    let alone = StoreHeader::new(&locator, None).unwrap();
    let all = [
        header.associated_data(&context(&[])),
        header.associated_data(&context(&[("a", "b")])),
        header.associated_data(&context(&[("a", "c")])),
        alone.associated_data(&context(&[])),
    ];
    let distinct: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!(distinct.len(), all.len());
    assert!(all.iter().all(|data| data.len() == 58));
}

#[test]
fn the_versions_do_not_take_each_other() {
    let (locator, backing) = key();
    let first = crate::encrypt(&backing, &locator, b"hello", &context(&[]), &SystemRandom).unwrap();
    assert!(StoreCiphertext::parse(&first).is_err());
    let second = StoreHeader::new(&locator, Some(backing.id())).unwrap().blob(&[0; 200]);
    assert!(Ciphertext::parse(&second).is_err());
}

#[test]
fn headers_that_are_not_well_formed_are_refused() {
    let (locator, backing) = key();
    let blob = StoreHeader::new(&locator, Some(backing.id())).unwrap().blob(&[]);
    assert!(StoreCiphertext::parse(&blob).is_ok());
    for length in 0..blob.len() {
        assert!(StoreCiphertext::parse(&blob[..length]).is_err(), "{length}");
    }
    let mut unknown = blob;
    unknown[25 + 9] = 2;
    assert!(StoreCiphertext::parse(&unknown).is_err(), "an unknown order of layers");
}

#[derive(Deserialize)]
struct Golden {
    store_ciphertexts: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    key: KeyLocator,
    material: Option<String>,
    context: BTreeMap<String, String>,
    plaintext: String,
    salt: String,
    sealed_by_store: String,
    inner: Option<String>,
    associated_data: String,
    blob: String,
}

/// `tests/golden/recompute.py` computes the same from the format's description.
#[test]
fn golden_vectors() {
    let golden: Golden = serde_json::from_str(include_str!("../../tests/golden/v2.json")).unwrap();
    assert_eq!(golden.store_ciphertexts.len(), 2);
    for vector in golden.store_ciphertexts {
        let context = EncryptionContext::from(vector.context);
        let plaintext = hex::decode(&vector.plaintext).unwrap();
        let backing = vector.material.map(|hex| {
            BackingKey::new(vector.key.key_id, SecretArray::copy_of(&hex::decode(hex).unwrap()).unwrap())
        });
        let header = StoreHeader::new(&vector.key, backing.as_ref().map(BackingKey::id)).unwrap();
        assert_eq!(hex::encode(header.associated_data(&context)), vector.associated_data);
        let salt = CountingFrom(hex::decode(&vector.salt).unwrap()[0]);
        let inner =
            backing.as_ref().map(|backing| header.seal(backing, &plaintext, &context, &salt).unwrap());
        assert_eq!(inner.as_ref().map(hex::encode), vector.inner);
        if let (Some(backing), Some(inner)) = (&backing, &inner) {
            assert_eq!(header.open(backing, inner, &context).unwrap().expose(), plaintext);
        }
        let blob = header.blob(&hex::decode(&vector.sealed_by_store).unwrap());
        assert_eq!(hex::encode(&blob), vector.blob);
        assert_eq!(StoreCiphertext::parse(&blob).unwrap().header(), &header);
    }
}

proptest! {
    #[test]
    fn any_bytes_may_be_parsed(marked in any::<bool>(), bytes in vec(any::<u8>(), 0..300)) {
        let bytes = if marked { [&MARK, &bytes[..]].concat() } else { bytes };
        if let Ok(read) = StoreCiphertext::parse(&bytes) {
            prop_assert_eq!(read.header().blob(read.sealed_by_store()), bytes);
        }
    }
}
