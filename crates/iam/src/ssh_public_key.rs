//! SSH public keys in the forms that IAM takes and gives: RFC 4253 behind `ssh-rsa`, and RFC 5280's SubjectPublicKeyInfo in PEM.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::{Digest, Md5};
use rustls_pki_types::SubjectPublicKeyInfoDer;
use rustls_pki_types::pem::PemObject;
use x509_parser::prelude::FromDer;
use x509_parser::public_key::PublicKey;
use x509_parser::x509::SubjectPublicKeyInfo;

use crate::Error;

/// An RSA public key with the comment that came with it. IAM takes no others.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SshPublicKey {
    /// Big-endian, without leading zeros.
    exponent: Vec<u8>,
    modulus: Vec<u8>,
    comment: Option<String>,
}

/// In bits. Source: IAM API Reference, "UploadSSHPublicKey".
const SHORTEST: usize = 2048;
const LONGEST: usize = 16_384;

const PREFIX: &str = "ssh-rsa";

impl SshPublicKey {
    /// Reads either form.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let key = if text.starts_with("-----BEGIN PUBLIC KEY-----") {
            Self::read_pem(text)
        } else {
            Self::read_ssh(text)
        };
        let key = key?;
        // A modulus has its highest bit set in the first byte only when its length is a multiple of eight: count from there.
        let leading = key.modulus.first().map_or(0, |byte| byte.leading_zeros());
        let bits = (key.modulus.len() * 8).saturating_sub(usize::try_from(leading).unwrap_or(0));
        let odd = |number: &[u8]| number.last().is_some_and(|byte| byte % 2 == 1);
        if !(SHORTEST..=LONGEST).contains(&bits) {
            return Err(Error::InvalidPublicKey("The public key must have at least 2048 bits."));
        }
        if !odd(&key.modulus) || !odd(&key.exponent) || key.exponent == [1] || key.exponent.len() > 32 {
            return Err(Error::InvalidPublicKey("This is not a public key of RSA."));
        }
        Ok(key)
    }

    fn read_ssh(text: &str) -> Result<Self, Error> {
        let mut words = text.splitn(3, [' ', '\t']);
        if words.next() != Some(PREFIX) {
            return Err(Error::UnrecognizedPublicKeyEncoding);
        }
        let blob = STANDARD.decode(words.next().unwrap_or_default());
        let blob = blob.map_err(|_| Error::InvalidPublicKey("The public key is not in base64."))?;
        let comment = words.next().map(str::trim).filter(|comment| !comment.is_empty());
        if comment.is_some_and(|comment| comment.contains(['\r', '\n'])) {
            return Err(Error::InvalidPublicKey("Upload one public key at a time."));
        }
        let invalid = Error::InvalidPublicKey("This is not a public key of RSA.");
        let mut rest = blob.as_slice();
        let parts = [take(&mut rest), take(&mut rest), take(&mut rest)];
        match parts {
            [Some(name), Some(exponent), Some(modulus)] if name == PREFIX.as_bytes() && rest.is_empty() => {
                Ok(Self {
                    exponent: positive(exponent).ok_or(invalid)?,
                    modulus: positive(modulus)
                        .ok_or(Error::InvalidPublicKey("This is not a public key of RSA."))?,
                    comment: comment.map(str::to_owned),
                })
            }
            _ => Err(invalid),
        }
    }

    fn read_pem(text: &str) -> Result<Self, Error> {
        let der = SubjectPublicKeyInfoDer::from_pem_slice(text.as_bytes())
            .map_err(|_| Error::UnrecognizedPublicKeyEncoding)?;
        let invalid = || Error::InvalidPublicKey("This is not a public key of RSA.");
        let (rest, info) = SubjectPublicKeyInfo::from_der(&der).map_err(|_| invalid())?;
        match info.parsed() {
            Ok(PublicKey::RSA(rsa)) if rest.is_empty() => Ok(Self {
                exponent: positive(rsa.exponent).ok_or_else(invalid)?,
                modulus: positive(rsa.modulus).ok_or_else(invalid)?,
                comment: None,
            }),
            _ => Err(invalid()),
        }
    }

    /// `ssh-rsa`, the key in base64, and the comment.
    pub fn to_ssh(&self) -> String {
        let key = STANDARD.encode(self.blob());
        match &self.comment {
            None => format!("{PREFIX} {key}"),
            Some(comment) => format!("{PREFIX} {key} {comment}"),
        }
    }

    /// In PEM.
    pub fn to_pem(&self) -> String {
        let numbers = [self.modulus.as_slice(), &self.exponent].map(|number| tlv(0x02, &signed(number)));
        let key = tlv(0x30, &numbers.concat());
        let info = tlv(0x30, &[RSA_ENCRYPTION, &tlv(0x03, &[&[0], key.as_slice()].concat())].concat());
        let text = STANDARD.encode(info);
        let lines: Vec<_> = text.as_bytes().chunks(64).map(String::from_utf8_lossy).collect();
        format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", lines.join("\n"))
    }

    /// The MD5 digest, by which IAM names keys: `a1:b2:...`.
    pub fn fingerprint(&self) -> String {
        let digest = Md5::digest(self.blob());
        digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(":")
    }

    /// RFC 4253, section 6.6.
    fn blob(&self) -> Vec<u8> {
        let parts = [PREFIX.as_bytes().to_vec(), signed(&self.exponent), signed(&self.modulus)];
        let part = |part: Vec<u8>| [&length(&part), part.as_slice()].concat();
        parts.into_iter().flat_map(part).collect()
    }
}

/// `AlgorithmIdentifier` of rsaEncryption. Source: RFC 8017, appendix C.
const RSA_ENCRYPTION: &[u8] = &[0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];

/// A string of RFC 4251: its length in four bytes and its bytes.
fn take<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, behind) = rest.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    let (part, behind) = behind.split_at_checked(length)?;
    *rest = behind;
    Some(part)
}

fn length(part: &[u8]) -> [u8; 4] {
    u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes()
}

/// The number without leading zeros; `None` when it is zero, negative or written with more zeros than it needs.
fn positive(signed: &[u8]) -> Option<Vec<u8>> {
    match signed {
        [] | [0] => None,
        [0, second, ..] if *second < 0x80 => None,
        [0, rest @ ..] => Some(rest.to_vec()),
        [first, ..] if *first < 0x80 => Some(signed.to_vec()),
        _ => None,
    }
}

fn signed(number: &[u8]) -> Vec<u8> {
    let zero = number.first().is_some_and(|first| *first >= 0x80).then_some(0);
    zero.into_iter().chain(number.iter().copied()).collect()
}

/// A value of DER.
fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len().to_be_bytes();
    let length: Vec<u8> = length.iter().copied().skip_while(|byte| *byte == 0).collect();
    let mut value = vec![tag];
    match (u8::try_from(content.len()), u8::try_from(length.len())) {
        (Ok(short), _) if short < 0x80 => value.push(short),
        (_, count) => {
            value.push(0x80 | count.unwrap_or(0));
            value.extend(length);
        }
    }
    value.extend_from_slice(content);
    value
}

#[cfg(test)]
mod tests;
