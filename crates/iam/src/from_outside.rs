//! What reads bytes that people upload or send back, for the fuzz targets: nothing else calls it.

use envelope::WrappingKey;

use crate::certificates::Certificate;
use crate::session_token::SessionTokens;
use crate::ssh_public_key::SshPublicKey;

/// An SSH public key, as IAM gives it back: behind `ssh-rsa`, in PEM, and its fingerprint.
pub fn ssh_public_key(text: &str) -> Option<[String; 3]> {
    let key = SshPublicKey::parse(text).ok()?;
    Some([key.to_ssh(), key.to_pem(), key.fingerprint()])
}

/// A certificate in PEM, as DER.
pub fn certificate(text: &str) -> Option<Vec<u8>> {
    Some(Certificate::parse(text).ok()?.der().to_vec())
}

/// Whether a certificate comes with a chain whose first has signed it.
pub fn is_signed(certificate: &str, chain: &str) -> bool {
    Certificate::parse(certificate).is_ok_and(|certificate| certificate.check_chain(chain).is_ok())
}

/// Whether a private key is the one of a certificate.
pub fn is_key_of(private_key: &str, certificate: &str) -> bool {
    Certificate::parse(certificate)
        .is_ok_and(|certificate| certificate.check_private_key(private_key).is_ok())
}

/// The secret of the session behind a token, if it is one for this access key id.
pub fn secret_of_session(key: WrappingKey, access_key_id: &str, token: &str) -> Option<String> {
    let session = SessionTokens::new(key).open(access_key_id, token)?;
    Some(session.secret_access_key.expose().to_owned())
}
