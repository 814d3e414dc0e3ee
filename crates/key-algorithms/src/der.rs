//! The two DER structures that keys travel in: SubjectPublicKeyInfo (RFC 5280) and PKCS#8 (RFC 5208 and 5958).
//!
//! They are opened here, before the cryptographic library sees them, so that each key spec has one algorithm identifier and
//! nothing can follow a key unseen.

use secret::SecretBytes;

use crate::{Error, KeySpec};

const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const OCTET_STRING: u8 = 0x04;
const SEQUENCE: u8 = 0x30;
/// `[0] IMPLICIT OCTET STRING`: the seed in the private keys of RFC 9881 (ML-DSA) and RFC 9935 (ML-KEM).
const SEED: u8 = 0x80;

/// `[0] IMPLICIT SET OF Attribute` and `[1] IMPLICIT BIT STRING` in PKCS#8.
const ATTRIBUTES: u8 = 0xa0;
const PUBLIC_KEY: u8 = 0x81;

/// Longer than any key of any spec.
const MAX_KEY: usize = 8192;

/// The key's bits in a SubjectPublicKeyInfo of exactly this spec.
pub(crate) fn public_key_bits(spec: KeySpec, spki: &[u8]) -> Result<&[u8], Error> {
    let refuse = |reason| Error::InvalidPublicKey { spec, reason };
    let malformed = || refuse("it must be one DER-encoded SubjectPublicKeyInfo");
    if spki.len() > MAX_KEY {
        return Err(refuse("it is longer than any public key"));
    }
    let mut fields = Reader(whole(SEQUENCE, spki).ok_or_else(malformed)?);
    let algorithm = fields.take(SEQUENCE).ok_or_else(malformed)?;
    let bits = fields.last(BIT_STRING).ok_or_else(malformed)?;
    if Some(algorithm) != algorithm_identifier(spec) {
        return Err(refuse("it is a key of another kind, size or curve"));
    }
    bits.strip_prefix(&[0]).ok_or_else(malformed)
}

/// A SubjectPublicKeyInfo of these bits.
pub(crate) fn public_key_info(spec: KeySpec, bits: &[u8]) -> Vec<u8> {
    let algorithm = tagged(SEQUENCE, &[algorithm_identifier(spec).unwrap_or_default()]);
    tagged(SEQUENCE, &[&algorithm, &tagged(BIT_STRING, &[&[0], bits])])
}

/// What is in a PKCS#8 of exactly this spec. Its attributes are passed over.
pub(crate) struct PrivateKeyInfo<'a> {
    /// The private key, in the form that its algorithm has.
    pub(crate) octets: &'a [u8],
    /// The copy of the public key's bits, which version 2 may have.
    pub(crate) public_key: Option<&'a [u8]>,
}

pub(crate) fn private_key_info(spec: KeySpec, pkcs8: &[u8]) -> Result<PrivateKeyInfo<'_>, Error> {
    let refuse = |reason| Error::InvalidPrivateKey { spec, reason };
    let malformed = || refuse("it must be one DER-encoded PKCS#8 PrivateKeyInfo, not encrypted");
    if pkcs8.len() > MAX_KEY {
        return Err(refuse("it is longer than any private key"));
    }
    let mut fields = Reader(whole(SEQUENCE, pkcs8).ok_or_else(malformed)?);
    let version = fields.take(INTEGER).ok_or_else(malformed)?;
    let algorithm = fields.take(SEQUENCE).ok_or_else(malformed)?;
    let octets = fields.take(OCTET_STRING).ok_or_else(malformed)?;
    let _attributes = fields.take(ATTRIBUTES);
    let public_key = match version {
        [0] => None,
        [1] => fields.take(PUBLIC_KEY),
        _ => return Err(malformed()),
    };
    if !fields.0.is_empty() {
        return Err(malformed());
    }
    if Some(algorithm) != algorithm_identifier(spec) {
        return Err(refuse("it is a key of another kind or curve"));
    }
    let public_key = match public_key {
        Some(bits) => Some(bits.strip_prefix(&[0]).ok_or_else(malformed)?),
        None => None,
    };
    Ok(PrivateKeyInfo { octets, public_key })
}

/// The seed in the private key octets of ML-DSA and ML-KEM, when that is the form they have.
pub(crate) fn seed(octets: &[u8]) -> Option<&[u8]> {
    whole(SEED, octets)
}

/// The content of the OCTET STRING in the private key octets of Ed25519 (RFC 8410).
pub(crate) fn octets(octets: &[u8]) -> Option<&[u8]> {
    whole(OCTET_STRING, octets)
}

/// A PKCS#8 of version 1 with a private key in the seed form.
pub(crate) fn seed_key_info(spec: KeySpec, seed: &[u8]) -> SecretBytes {
    version_1(spec, SecretBytes::new(tagged(SEED, &[seed])).expose())
}

/// A PKCS#8 of version 1 with these octets and nothing else.
pub(crate) fn version_1(spec: KeySpec, octets: &[u8]) -> SecretBytes {
    let algorithm = tagged(SEQUENCE, &[algorithm_identifier(spec).unwrap_or_default()]);
    let octets = SecretBytes::new(tagged(OCTET_STRING, &[octets]));
    SecretBytes::new(tagged(SEQUENCE, &[&[INTEGER, 1, 0], &algorithm, octets.expose()]))
}

/// The content of the AlgorithmIdentifier; HMAC keys have none.
///
/// RFC 3279 (RSA), RFC 5480 (named curves), RFC 8410 (Ed25519), RFC 9881 (ML-DSA), RFC 9935 (ML-KEM).
fn algorithm_identifier(spec: KeySpec) -> Option<&'static [u8]> {
    Some(match spec {
        KeySpec::Rsa2048 | KeySpec::Rsa3072 | KeySpec::Rsa4096 => {
            b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00"
        }
        KeySpec::EccNistP256 => {
            b"\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07"
        }
        KeySpec::EccNistP384 => b"\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x05\x2b\x81\x04\x00\x22",
        KeySpec::EccNistP521 => b"\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x05\x2b\x81\x04\x00\x23",
        KeySpec::EccSecgP256k1 => b"\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x05\x2b\x81\x04\x00\x0a",
        KeySpec::EccNistEdwards25519 => b"\x06\x03\x2b\x65\x70",
        KeySpec::MlDsa44 => b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x03\x11",
        KeySpec::MlDsa65 => b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x03\x12",
        KeySpec::MlDsa87 => b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x03\x13",
        KeySpec::MlKem512 => b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x04\x01",
        KeySpec::MlKem768 => b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x04\x02",
        KeySpec::MlKem1024 => b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x04\x03",
        KeySpec::Hmac224 | KeySpec::Hmac256 | KeySpec::Hmac384 | KeySpec::Hmac512 => return None,
    })
}

/// The content of the one element that `bytes` are.
fn whole(tag: u8, bytes: &[u8]) -> Option<&[u8]> {
    Reader(bytes).last(tag)
}

/// Reads elements with one-byte tags one after the other.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// The content of the next element, which must have this tag. Lengths must be in their shortest form.
    fn take(&mut self, tag: u8) -> Option<&'a [u8]> {
        let rest = self.0.strip_prefix(&[tag])?;
        let (length, rest) = match *rest {
            [0x82, high, low, ref rest @ ..] if high != 0 => {
                (usize::from(high) << 8 | usize::from(low), rest)
            }
            [0x81, length, ref rest @ ..] if length >= 0x80 => (usize::from(length), rest),
            [length, ref rest @ ..] if length < 0x80 => (usize::from(length), rest),
            _ => return None,
        };
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some(content)
    }

    /// As `take`, and nothing may follow.
    fn last(mut self, tag: u8) -> Option<&'a [u8]> {
        let content = self.take(tag)?;
        self.0.is_empty().then_some(content)
    }
}

/// An element; its content is shorter than 64 KiB wherever this is called.
fn tagged(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let [.., high, low] = length.to_be_bytes();
    // All of it at once: a vector that grows leaves copies behind.
    let mut element = Vec::with_capacity(length + 4);
    element.push(tag);
    match length {
        0..0x80 => element.push(low),
        0x80..0x100 => element.extend([0x81, low]),
        _ => element.extend([0x82, high, low]),
    }
    for part in parts {
        element.extend_from_slice(part);
    }
    element
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn elements_of_every_length_form_read_back() {
        for length in [0, 1, 0x7f, 0x80, 0xff, 0x100, 0x1234] {
            let content = vec![7; length];
            let element = tagged(OCTET_STRING, &[&content]);
            assert_eq!(whole(OCTET_STRING, &element), Some(&content[..]), "{length}");
            assert_eq!(whole(INTEGER, &element), None);
            assert_eq!(whole(OCTET_STRING, &element[..element.len() - 1]), None);
            assert_eq!(whole(OCTET_STRING, &[&element[..], &[0]].concat()), None, "nothing may follow");
        }
    }

    #[test]
    fn lengths_in_a_longer_form_than_needed_are_refused() {
        assert_eq!(whole(OCTET_STRING, &[4, 0x81, 1, 9]), None);
        assert_eq!(whole(OCTET_STRING, &[4, 0x82, 0, 1, 9]), None);
        assert_eq!(whole(OCTET_STRING, &[4, 0x80, 0, 0]), None, "the indefinite form of BER");
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            for spec in KeySpec::ALL {
                let _ = public_key_bits(*spec, &bytes);
                let _ = private_key_info(*spec, &bytes);
            }
            let _ = seed(&bytes);
        }
    }
}
