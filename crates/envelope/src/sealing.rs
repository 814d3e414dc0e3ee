//! The one construction behind both formats: committing authenticated encryption with a fresh key for each message.
//!
//! A sealed message is `prefix || salt (32) || commitment (32) || tag (16) || body`. Encryption key and commitment are
//! derived from the long-lived key, the salt and the SHA-256 of everything authenticated, so
//!
//! - a key encrypts one message only, and the nonce may be constant: salts repeat after about 2^128 messages;
//! - a message opens under one long-lived key, prefix and bound data only, even for somebody who knows several keys
//!   (plain AES-GCM does not give that).

use aws_lc_rs::aead::NONCE_LEN;
use aws_lc_rs::digest::{SHA256, digest};
use secret::{SecretArray, SecretBytes};
use subtle::ConstantTimeEq;

use crate::gcm::{Gcm, TAG};
use crate::{Error, Random, kdf};

/// What sealing adds behind the prefix: salt, commitment and tag.
pub(crate) const OVERHEAD: usize = SALT + COMMITMENT + TAG;
const SALT: usize = 32;
const COMMITMENT: usize = 32;

/// The labels of one format's derivations.
pub(crate) struct Labels {
    pub encryption: &'static str,
    pub commitment: &'static str,
}

/// Encrypts `plaintext`. `prefix` is written first and authenticated; `bound` is authenticated and not written. The prefix
/// must be self-delimiting, or of one length, so that it cannot run into `bound`.
pub(crate) fn seal(
    key: &SecretArray<32>,
    labels: &Labels,
    prefix: &[u8],
    bound: &[u8],
    plaintext: &[u8],
    random: &dyn Random,
) -> Result<Vec<u8>, Error> {
    let mut salt = [0; SALT];
    random.fill(&mut salt)?;
    let aad = [prefix, bound].concat();
    let message = MessageKey::derive(key, labels, &salt, &aad)?;

    let (body, tag) = message.encryption.seal(ONE_TIME_NONCE, &aad, plaintext)?;
    Ok([prefix, &salt, message.commitment.expose(), &tag, body.expose()].concat())
}

/// Decrypts what [`seal`] wrote behind the prefix.
pub(crate) fn open(
    key: &SecretArray<32>,
    labels: &Labels,
    prefix: &[u8],
    bound: &[u8],
    sealed: &[u8],
) -> Result<SecretBytes, Error> {
    let (salt, rest) = sealed.split_first_chunk::<SALT>().ok_or(Error::Invalid)?;
    let (commitment, rest) = rest.split_first_chunk::<COMMITMENT>().ok_or(Error::Invalid)?;
    let (tag, body) = rest.split_first_chunk::<TAG>().ok_or(Error::Invalid)?;
    let aad = [prefix, bound].concat();
    let message = MessageKey::derive(key, labels, salt, &aad)?;
    if !bool::from(message.commitment.expose().ct_eq(commitment)) {
        return Err(Error::Invalid);
    }
    message.encryption.open(ONE_TIME_NONCE, &aad, body, tag)
}

struct MessageKey {
    encryption: Gcm,
    commitment: SecretArray<32>,
}

impl MessageKey {
    fn derive(key: &SecretArray<32>, labels: &Labels, salt: &[u8; SALT], aad: &[u8]) -> Result<Self, Error> {
        let context = [salt, digest(&SHA256, aad).as_ref()].concat();
        let encryption = Gcm::new(&kdf::derive(key, labels.encryption, &context))?;
        let commitment = kdf::derive(key, labels.commitment, &context);
        Ok(Self { encryption, commitment })
    }
}

/// Constant, because a message key is used for one message.
const ONE_TIME_NONCE: [u8; NONCE_LEN] = [0; NONCE_LEN];
