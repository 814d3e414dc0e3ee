//! `COSE_Sign1` (RFC 9052), as attestation documents use it: ES384, nothing unprotected, the payload inside.

use aws_lc_rs::signature::{ECDSA_P384_SHA384_FIXED, UnparsedPublicKey};

use crate::{
    Error,
    cbor::{Reader, write_bytes},
};

/// The CBOR tag of a `COSE_Sign1`; it may be left out.
const COSE_SIGN1: u64 = 18;

/// The protected header `{1: -35}`: the algorithm is ES384. It is compared as bytes, since it is signed as bytes.
const ES384: &[u8] = &[0xa1, 0x01, 0x38, 0x22];

/// As AWS documents it.
const MAX_PAYLOAD: usize = 16384;

/// Two integers of 384 bits.
const SIGNATURE: usize = 96;

/// A signed payload whose signature has not been looked at yet.
pub(crate) struct Sign1<'a> {
    pub(crate) payload: &'a [u8],
    signature: &'a [u8],
}

impl<'a> Sign1<'a> {
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self, Error> {
        const FORM: &str = "it must be a COSE_Sign1, an array of four items";
        let mut reader = Reader::new(bytes);
        reader.skip_tag(COSE_SIGN1);
        let mut items = reader.array(FORM)?;
        let mut item = |reader: &mut Reader<'a>| match items.next(reader) {
            true => Ok(()),
            false => Err(Error::Malformed(FORM)),
        };

        item(&mut reader)?;
        if reader.bytes("its protected header must be a byte string")? != ES384 {
            return Err(Error::Malformed(
                "its protected header must name the algorithm ES384 and nothing else",
            ));
        }
        item(&mut reader)?;
        let mut unprotected = reader.map("its unprotected header must be a map")?;
        if unprotected.next(&mut reader) {
            return Err(Error::Malformed("its unprotected header must be empty"));
        }
        item(&mut reader)?;
        let payload = reader.bytes("its payload must be a byte string")?;
        if payload.is_empty() || payload.len() > MAX_PAYLOAD {
            return Err(Error::Malformed("its payload must have 1 to 16384 bytes"));
        }
        item(&mut reader)?;
        let signature = reader.bytes("its signature must be a byte string")?;
        if signature.len() != SIGNATURE {
            return Err(Error::Malformed("its signature must have 96 bytes"));
        }
        if items.next(&mut reader) {
            return Err(Error::Malformed(FORM));
        }
        if !reader.is_empty() {
            return Err(Error::Malformed("something follows its end"));
        }
        Ok(Self { payload, signature })
    }

    /// Checks the signature with a point on P-384 (uncompressed, SEC 1).
    pub(crate) fn verify(&self, point: &[u8]) -> Result<(), Error> {
        UnparsedPublicKey::new(&ECDSA_P384_SHA384_FIXED, point)
            .verify(&signed_bytes(self.payload), self.signature)
            .map_err(|_| Error::Signature)
    }
}

/// `["Signature1", protected, h'', payload]`, RFC 9052, section 4.4.
fn signed_bytes(payload: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(payload.len() + 24);
    out.push(0x84);
    out.extend_from_slice(b"\x6aSignature1");
    write_bytes(&mut out, ES384);
    write_bytes(&mut out, b"");
    write_bytes(&mut out, payload);
    out
}
