//! The published test vectors of message format version 2: made by the SDKs for C, Java, JavaScript and Python.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use encryption_sdk_message::{EncryptionContext, Error, Header, Suite};
use secret::SecretArray;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Vector {
    comment: String,
    /// Whether the message opens.
    status: bool,
    ciphertext: String,
    decrypted_dek: String,
    encryption_context: EncryptionContext,
    #[serde(default)]
    plaintext_frames: Vec<String>,
}

fn vectors() -> Vec<Vector> {
    serde_json::from_str(include_str!("vectors.json")).unwrap()
}

fn bytes(text: &str) -> Vec<u8> {
    BASE64_STANDARD.decode(text).unwrap()
}

#[test]
fn every_published_message_is_read_as_it_should() {
    let mut read = 0;
    for vector in vectors() {
        let message = bytes(&vector.ciphertext);
        let data_key = SecretArray::copy_of(&bytes(&vector.decrypted_dek)).unwrap();
        let (header, length) = Header::parse(&message).unwrap().unwrap();
        assert_eq!(header.context(), vector.encryption_context, "{}", vector.comment);
        let opened = header.clone().decrypt(&data_key, &message[length..]);
        if vector.status {
            let plaintext = vector.plaintext_frames.concat();
            assert_eq!(opened.as_deref(), Ok(plaintext.as_bytes()), "{}", vector.comment);
            read += 1;
        } else {
            assert_eq!(opened, Err(Error::WrongCommitment), "{}", vector.comment);
        }
        if header.suite() == Suite::Committing && vector.status {
            let mut out = Vec::new();
            let mut decryptor = header.open(&data_key, 4096).unwrap();
            for byte in &message[length..] {
                decryptor.update(&[*byte], &mut out).unwrap();
            }
            decryptor.finish().unwrap();
            assert_eq!(out, vector.plaintext_frames.concat().as_bytes(), "{}", vector.comment);
        }
    }
    assert_eq!(read, 41);
}

#[test]
fn no_published_message_opens_when_a_byte_was_changed() {
    for vector in vectors().iter().filter(|vector| vector.status) {
        let message = bytes(&vector.ciphertext);
        let data_key = SecretArray::copy_of(&bytes(&vector.decrypted_dek)).unwrap();
        for at in 0..message.len() {
            let mut changed = message.clone();
            changed[at] ^= 1;
            let opened = Header::parse(&changed).and_then(|parsed| {
                let (header, length) = parsed.ok_or(Error::Truncated)?;
                header.decrypt(&data_key, &changed[length..])
            });
            assert!(opened.is_err(), "{}: byte {at}", vector.comment);
        }
    }
}
