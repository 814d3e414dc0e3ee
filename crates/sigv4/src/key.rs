//! Signing keys and the two primitives.

use aws_lc_rs::{digest, hmac};
use secret::{SecretArray, SecretBytes, SecretString};

use crate::Scope;
use crate::canonical::TERMINATOR;

/// The key that signs requests of one access key within one [`Scope`]. Wiped when dropped.
///
/// It cannot be turned back into the secret access key and is worth keeping: deriving it takes four HMACs.
#[derive(Clone)]
pub struct SigningKey(SecretArray<32>);

impl SigningKey {
    pub(crate) fn mac(&self, message: &[u8]) -> [u8; 32] {
        *mac(self.0.expose(), message).expose()
    }

    /// Compares in constant time.
    pub(crate) fn is_mac(&self, message: &[u8], candidate: &[u8; 32]) -> bool {
        let key = hmac::Key::new(hmac::HMAC_SHA256, self.0.expose());
        hmac::verify(&key, message, candidate).is_ok()
    }
}

/// Derives the signing key of `secret_access_key` for `scope`.
///
/// Source: IAM User Guide, "Create a signed AWS API request", step "Derive a signing key".
pub fn signing_key(secret_access_key: &SecretString, scope: &Scope) -> SigningKey {
    let secret = secret_access_key.expose().as_bytes();
    let mut seed = Vec::with_capacity(4 + secret.len());
    seed.extend_from_slice(b"AWS4");
    seed.extend_from_slice(secret);
    let date = mac(SecretBytes::new(seed).expose(), scope.date.as_bytes());
    let region = mac(date.expose(), scope.region.as_bytes());
    let service = mac(region.expose(), scope.service.as_bytes());
    SigningKey(mac(service.expose(), TERMINATOR.as_bytes()))
}

/// The hash of a body, as [`Signed::verify`](crate::Signed::verify) and [`sign`](crate::sign) want it.
pub fn sha256(body: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest::digest(&digest::SHA256, body).as_ref());
    hash
}

#[expect(
    clippy::expect_used,
    reason = "the buffer has the length of an HMAC-SHA-256, the one cause of failure"
)]
fn mac(key: &[u8], message: &[u8]) -> SecretArray<32> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, key);
    SecretArray::filled_by(|out| hmac::sign_to_buffer(&key, message, out).map(drop))
        .expect("32 bytes hold an HMAC-SHA-256")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worked example that AWS's documentation gives for deriving a key.
    #[test]
    fn the_documented_signing_key() {
        let scope = Scope { date: "20150830".into(), region: "us-east-1".into(), service: "iam".into() };
        let key = signing_key(&SecretString::new("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".into()), &scope);
        assert_eq!(
            hex::encode(key.0.expose()),
            "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9"
        );
    }
}
