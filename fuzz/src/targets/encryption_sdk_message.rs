//! Messages of the AWS Encryption SDK. The bytes are read as one, and as edits of messages that were made with a fixed data key.
//!
//! A message opens only when it is, byte for byte, one that the key made. More bytes do not change a header. Read in pieces, a message
//! gives what it gives as a whole, and before that nothing but a beginning of it.

use std::sync::LazyLock;

use encryption_sdk_message::{
    EncryptedDataKey, EncryptionContext, EncryptionMaterials, Error, Header, PUBLIC_KEY, SigningKey, Suite,
};
use secret::SecretArray;

use crate::edits::edited;

/// Runs the target.
pub fn run(input: &[u8]) {
    read(input);
    for made in &*MADE {
        read(&edited(made, input));
    }
}

const PLAINTEXT: &[u8] = b"the plaintext of three frames";
const FRAME_LENGTH: u32 = 12;

/// One without a signature, one with.
static MADE: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    let key = SigningKey::generate().expect("a key");
    [message(None), message(Some(key))]
});

fn data_key() -> SecretArray<32> {
    SecretArray::new([7; 32])
}

fn message(signing_key: Option<SigningKey>) -> Vec<u8> {
    let mut context = EncryptionContext::from([("tenant".to_owned(), "123".to_owned())]);
    if let Some(key) = &signing_key {
        context.insert(PUBLIC_KEY.to_owned(), key.public_key().expect("a public key"));
    }
    let encrypted = EncryptedDataKey {
        provider_id: "aws-kms".to_owned(),
        provider_info: b"arn".to_vec(),
        ciphertext: vec![3; 20],
    };
    let materials =
        EncryptionMaterials::new(data_key(), &[encrypted], &context, signing_key).expect("materials");
    let frame_length = FRAME_LENGTH.try_into().expect("not zero");
    materials.encrypt([9; 32], frame_length, PLAINTEXT).expect("a message")
}

fn read(input: &[u8]) {
    let Ok(Some((header, length))) = Header::parse(input) else { return };
    assert_eq!(Header::parse(&input[..length - 1]), Ok(None));
    let more = [input, b"more"].concat();
    assert_eq!(Header::parse(&more), Ok(Some((header.clone(), length))));

    let body = &input[length..];
    let whole = header.clone().decrypt(&data_key(), body);
    assert_eq!(whole.is_ok(), MADE.iter().any(|made| made == input));
    if let Ok(plaintext) = &whole {
        assert_eq!(plaintext, PLAINTEXT);
    }
    let suite = header.suite();
    let mut decryptor = match header.open(&data_key(), 1 << 20) {
        Ok(decryptor) => decryptor,
        Err(error) => {
            assert!(whole.is_err() || (suite, error) == (Suite::CommittingSigned, Error::SignedStream));
            return;
        }
    };
    let mut released = Vec::new();
    let pushed = body.chunks(5).try_for_each(|piece| decryptor.update(piece, &mut released));
    let streamed = pushed.and_then(|()| decryptor.finish());
    assert_eq!(streamed.is_ok(), whole.is_ok());
    assert!(PLAINTEXT.starts_with(&released));
}
