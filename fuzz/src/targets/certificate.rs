//! What people upload as a certificate: the bytes as a certificate, a chain and a private key, and as edits of a certificate that an authority
//! has signed.
//!
//! The authority vouches for what it signed and for nothing else, and the private key belongs to its own certificate alone.

use iam::from_outside::{certificate, is_key_of, is_signed};

use crate::edits::edited;

/// Runs the target.
pub fn run(input: &[u8]) {
    if let Ok(text) = str::from_utf8(input) {
        let is_certificate = certificate(text).is_some();
        assert!(!is_key_of(text, RSA) || text.contains("PRIVATE KEY"));
        assert!(!is_key_of(text, CERTIFICATE) || !is_key_of(text, RSA), "a key of two certificates");
        assert!(!is_signed(text, AUTHORITY) || is_certificate);
        is_signed(CERTIFICATE, text);
    }
    let Ok(text) = String::from_utf8(edited(CERTIFICATE.as_bytes(), input)) else { return };
    let Some(changed) = certificate(&text) else { return };
    let signed = certificate(CERTIFICATE).expect("is a certificate");
    if is_signed(&text, AUTHORITY) {
        // The signature itself can be written in more than one way.
        assert_eq!(to_be_signed(&changed), to_be_signed(&signed), "the authority has not signed this");
    }
}

const CERTIFICATE: &str = include_str!("../../corpus/certificate/certificate");
const AUTHORITY: &str = include_str!("../../corpus/certificate/authority");
const RSA: &str = include_str!("../../corpus/certificate/rsa");

/// The first part of a certificate: RFC 5280, section 4.1.
fn to_be_signed(der: &[u8]) -> &[u8] {
    let content = &der[header(der).0..];
    let (header, length) = header(content);
    &content[..header + length]
}

/// The lengths of a DER value's header and of its content.
fn header(der: &[u8]) -> (usize, usize) {
    match der[1] {
        short @ ..0x80 => (2, usize::from(short)),
        long => {
            let end = 2 + usize::from(long & 0x7f);
            (end, der[2..end].iter().fold(0, |length, byte| length << 8 | usize::from(*byte)))
        }
    }
}
