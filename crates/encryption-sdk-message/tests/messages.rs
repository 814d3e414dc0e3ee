//! What is made can be read, whole and in pieces, and nothing else can.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::num::NonZeroU32;

use encryption_sdk_message::{
    EncryptedDataKey, EncryptionContext, EncryptionMaterials, Error, Header, MAX_ENCRYPTED_DATA_KEYS,
    PUBLIC_KEY, SigningKey, Suite,
};
use proptest::prelude::*;
use secret::SecretArray;

const ID: [u8; 32] = [9; 32];

fn data_key() -> SecretArray<32> {
    SecretArray::new([7; 32])
}

fn encrypted() -> EncryptedDataKey {
    EncryptedDataKey {
        provider_id: "aws-kms".into(),
        provider_info: b"arn:aws:kms:eu-west-1:111122223333:key/1".to_vec(),
        ciphertext: vec![3; 184],
    }
}

fn context(pairs: &[(&str, &str)]) -> EncryptionContext {
    pairs.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect()
}

fn frames(length: u32) -> NonZeroU32 {
    NonZeroU32::new(length).unwrap()
}

fn materials() -> EncryptionMaterials {
    EncryptionMaterials::new(data_key(), &[encrypted()], &context(&[("tenant", "123")]), None).unwrap()
}

fn signed() -> EncryptionMaterials {
    let key = SigningKey::generate().unwrap();
    let context = context(&[("tenant", "123"), (PUBLIC_KEY, &key.public_key().unwrap())]);
    EncryptionMaterials::new(data_key(), &[encrypted()], &context, Some(key)).unwrap()
}

fn decrypt(message: &[u8], key: &SecretArray<32>) -> Result<Vec<u8>, Error> {
    let (header, length) = Header::parse(message)?.ok_or(Error::Truncated)?;
    header.decrypt(key, &message[length..])
}

fn decrypt_in_pieces(message: &[u8], piece: usize) -> Result<Vec<u8>, Error> {
    let (header, length) = Header::parse(message)?.ok_or(Error::Truncated)?;
    let mut decryptor = header.open(&data_key(), 1 << 20)?;
    let mut out = Vec::new();
    for piece in message[length..].chunks(piece) {
        decryptor.update(piece, &mut out)?;
    }
    decryptor.finish()?;
    Ok(out)
}

#[test]
fn the_header_says_what_was_given() {
    let message = materials().encrypt(ID, frames(4096), b"hello").unwrap();
    let (header, length) = Header::parse(&message).unwrap().unwrap();
    assert_eq!(header.suite(), Suite::Committing);
    assert_eq!(header.context(), context(&[("tenant", "123")]));
    assert_eq!(header.encrypted_data_keys(), [encrypted()]);
    // Frame: end mark, number, nonce, length, content, tag.
    assert_eq!(message.len() - length, 4 + 4 + 12 + 4 + 5 + 16);
    for end in 0..length {
        assert_eq!(Header::parse(&message[..end]), Ok(None), "{end}");
    }
}

#[test]
fn signed_messages_are_read_as_a_whole_only() {
    let plaintext = vec![1; 10_000];
    let message = signed().encrypt(ID, frames(4096), &plaintext).unwrap();
    assert_eq!(decrypt(&message, &data_key()), Ok(plaintext));
    assert_eq!(decrypt_in_pieces(&message, 100), Err(Error::SignedStream));
    let at_end = message.len() - 1;
    for cut in [at_end, at_end - 60, at_end - 103] {
        assert_eq!(decrypt(&message[..cut], &data_key()), Err(Error::Truncated));
    }
    let mut changed = message;
    changed[at_end] ^= 1;
    assert_eq!(decrypt(&changed, &data_key()), Err(Error::SignatureNotAuthentic));
}

#[test]
fn another_signature_key_is_refused() {
    let (one, other) = (SigningKey::generate().unwrap(), SigningKey::generate().unwrap());
    let context = context(&[(PUBLIC_KEY, &other.public_key().unwrap())]);
    for key in [Some(one), None] {
        let made = EncryptionMaterials::new(data_key(), &[encrypted()], &context, key);
        assert_eq!(made.err(), Some(Error::SigningKeyNotInContext));
    }
}

#[test]
fn another_data_key_is_refused() {
    let message = materials().encrypt(ID, frames(4096), b"hello").unwrap();
    let other = SecretArray::new([8; 32]);
    assert_eq!(decrypt(&message, &other), Err(Error::WrongCommitment));
}

#[test]
fn frames_cannot_be_moved_left_out_or_repeated() {
    let plaintext: Vec<u8> = (0..100).collect();
    let message = materials().encrypt(ID, frames(10), &plaintext).unwrap();
    let (_, header) = Header::parse(&message).unwrap().unwrap();
    let frame = 4 + 12 + 10 + 16;
    let at = |number: usize| header + (number - 1) * frame..header + number * frame;
    let spliced = |order: &[usize]| {
        let mut bytes = message[..header].to_vec();
        order.iter().for_each(|&number| bytes.extend(&message[at(number)]));
        bytes.extend(&message[header + 9 * frame..]);
        decrypt(&bytes, &data_key())
    };
    assert_eq!(spliced(&[1, 2, 3, 4, 5, 6, 7, 8, 9]), Ok(plaintext));
    assert_eq!(spliced(&[1, 2, 3, 4, 5, 6, 7, 9, 8]), Err(Error::FrameNotAuthentic(8)));
    assert_eq!(spliced(&[1, 2, 3, 4, 5, 6, 7, 8]), Err(Error::FrameNotAuthentic(9)));
    assert_eq!(spliced(&[1, 1, 2, 3, 4, 5, 6, 7, 8, 9]), Err(Error::FrameNotAuthentic(2)));
    // The last frame in the place of a regular one, and a regular one as the last.
    let early = [&message[..header], &message[header + 9 * frame..]].concat();
    assert_eq!(decrypt(&early, &data_key()), Err(Error::FrameNotAuthentic(1)));
    assert_eq!(decrypt(&message[..header + 9 * frame], &data_key()), Err(Error::Truncated));
    let mut twice = message.clone();
    twice.extend(b"x");
    assert_eq!(decrypt(&twice, &data_key()), Err(Error::TrailingBytes));
}

#[test]
fn no_frame_leaves_before_it_is_authentic() {
    let plaintext = vec![5; 64];
    let mut message = materials().encrypt(ID, frames(16), &plaintext).unwrap();
    let (_, header) = Header::parse(&message).unwrap().unwrap();
    // The tag of the third frame.
    let third = header + 3 * (4 + 12 + 16 + 16) - 1;
    message[third] ^= 1;
    let (parsed, _) = Header::parse(&message).unwrap().unwrap();
    let mut decryptor = parsed.open(&data_key(), 1024).unwrap();
    let mut out = Vec::new();
    assert_eq!(decryptor.update(&message[header..], &mut out), Err(Error::FrameNotAuthentic(3)));
    assert_eq!(out, plaintext[..32]);
    assert_eq!(decryptor.update(&[], &mut out), Err(Error::FrameNotAuthentic(3)));
    assert_eq!(out, plaintext[..32]);
    assert_eq!(decryptor.finish(), Err(Error::Truncated));
}

#[test]
fn limits_hold() {
    let message = materials().encrypt(ID, frames(4096), b"hello").unwrap();
    let (header, _) = Header::parse(&message).unwrap().unwrap();
    let opened = header.open(&data_key(), 4095);
    assert_eq!(opened.err(), Some(Error::FrameTooLong { length: 4096, limit: 4095 }));

    let many = vec![encrypted(); MAX_ENCRYPTED_DATA_KEYS + 1];
    for keys in [&many[..0], &many[..]] {
        let made = EncryptionMaterials::new(data_key(), keys, &EncryptionContext::new(), None);
        assert_eq!(made.err(), Some(Error::DataKeyCount(keys.len())));
    }
    let long = context(&[("k", &"v".repeat(65_536))]);
    let made = EncryptionMaterials::new(data_key(), &many[..1], &long, None);
    assert_eq!(made.err(), Some(Error::ContextTooLong));
}

#[test]
fn other_formats_are_named() {
    assert_eq!(Header::parse(&[1, 0x80, 0x03, 0x78]), Err(Error::UnsupportedVersion(1)));
    assert_eq!(Header::parse(&[2, 0x03, 0x78]), Err(Error::UnsupportedSuite(0x0378)));
    assert_eq!(Header::parse(b""), Ok(None));
}

proptest! {
    #[test]
    fn what_is_made_can_be_read(
        plaintext in proptest::collection::vec(any::<u8>(), 0..300),
        length in 1_u32..70,
        piece in 1_usize..90,
        pairs in proptest::collection::btree_map("[a-zü]{0,9}", "\\PC{0,9}", 0..5),
    ) {
        let materials = EncryptionMaterials::new(data_key(), &[encrypted()], &pairs, None).unwrap();
        let message = materials.encrypt(ID, frames(length), &plaintext).unwrap();
        prop_assert_eq!(decrypt(&message, &data_key()), Ok(plaintext.clone()));
        prop_assert_eq!(decrypt_in_pieces(&message, piece), Ok(plaintext.clone()));
        let (header, _) = Header::parse(&message).unwrap().unwrap();
        prop_assert_eq!(header.context(), pairs.clone());

        // In pieces the same message is made.
        let mut made = Vec::new();
        let mut encryptor = materials.encryptor(ID, frames(length), &mut made).unwrap();
        for piece in plaintext.chunks(piece) {
            encryptor.update(piece, &mut made).unwrap();
        }
        encryptor.finish(&mut made).unwrap();
        prop_assert_eq!(made, message);
    }

    #[test]
    fn what_was_changed_does_not_open(
        plaintext in proptest::collection::vec(any::<u8>(), 0..100),
        at in any::<proptest::sample::Index>(),
        change in 1_u8..,
        cut in any::<bool>(),
        sign in any::<bool>(),
    ) {
        let materials = if sign { signed() } else { materials() };
        let mut message = materials.encrypt(ID, frames(32), &plaintext).unwrap();
        let at = at.index(message.len());
        if cut { message.truncate(at) } else { message[at] ^= change }
        prop_assert!(decrypt(&message, &data_key()).is_err());
        prop_assert!(decrypt_in_pieces(&message, 17).is_err());
    }
}
