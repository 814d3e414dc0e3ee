//! What is derived from a data key for one message.

use aws_lc_rs::aead::{AES_256_GCM, LessSafeKey, UnboundKey};
use aws_lc_rs::hmac;
use secret::SecretArray;

use crate::{Error, Suite};

/// The content key and the commitment of a message: HKDF-SHA-512 (RFC 5869) of the data key, salted with the message id.
pub(crate) fn derive(
    suite: Suite,
    data_key: &SecretArray<32>,
    message_id: &[u8; 32],
) -> Result<(LessSafeKey, [u8; 32]), Error> {
    // Both outputs share the step that extracts, and are shorter than one block of the step that expands.
    let pseudorandom = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA512, message_id), data_key.expose());
    let expander = hmac::Key::new(hmac::HMAC_SHA512, pseudorandom.as_ref());
    let content_key = expand(&expander, &[&suite.id().to_be_bytes(), b"DERIVEKEY"])?;
    let commitment = expand(&expander, &[b"COMMITKEY"])?;
    let content_key = UnboundKey::new(&AES_256_GCM, content_key.expose()).map_err(|_| Error::Cryptography)?;
    Ok((LessSafeKey::new(content_key), *commitment.expose()))
}

fn expand(expander: &hmac::Key, info: &[&[u8]]) -> Result<SecretArray<32>, Error> {
    let mut context = hmac::Context::with_key(expander);
    for part in info {
        context.update(part);
    }
    context.update(&[1]);
    let block = context.sign();
    block.as_ref().get(..32).and_then(SecretArray::copy_of).ok_or(Error::Cryptography)
}
