//! An attestation document: the bytes as such, as the payload of one, as a certificate in one, as edits of a document that AWS made, and as
//! the public key of a recipient.
//!
//! Nothing verifies but that document, whatever holds its signature; and where a key is taken, what is encrypted for it is not in the clear.

use std::sync::LazyLock;
use std::time::Duration;

use attestation::{Attestation, Freshness, Recipient, Root, Verifier};
use clock::Timestamp;
use secret::SecretArray;

use crate::edits::edited;

/// Runs the target.
pub fn run(input: &[u8]) {
    for document in [input.to_vec(), signed(input), signed(&with_certificate(input)), edited(DOCUMENT, input)]
    {
        if let Ok(attestation) = verify(&document) {
            assert_eq!(attestation, *GENUINE, "a document that nobody signed");
        }
    }
    recipient(input);
}

/// The document of a real enclave, from the tests of the crate.
const DOCUMENT: &[u8] = include_bytes!("../../../crates/attestation/tests/aws/enclave.cose");
const ROOT: &[u8] = include_bytes!("../../../crates/attestation/tests/aws/root-g1.pem");
const MADE: Timestamp = Timestamp::from_millis(1_758_057_949_422);

static VERIFIER: LazyLock<Verifier> =
    LazyLock::new(|| Verifier::new(vec![Root::from_pem(ROOT).expect("is a root")]));
static GENUINE: LazyLock<Attestation> = LazyLock::new(|| verify(DOCUMENT).expect("is a document"));

fn verify(document: &[u8]) -> Result<Attestation, attestation::Error> {
    let hour = Duration::from_secs(3600);
    VERIFIER.verify(document, MADE, Freshness { max_age: hour, max_clock_skew: hour })
}

/// A COSE_Sign1 of this payload, with a signature of nobody's.
fn signed(payload: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0x84, 0x44, 0xa1, 0x01, 0x38, 0x22, 0xa0];
    push(&mut bytes, payload);
    push(&mut bytes, &[7; 96]);
    bytes
}

/// The payload of a document under the real root whose next authority and signer are both `certificate`.
fn with_certificate(certificate: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0xa6];
    let text = |bytes: &mut Vec<u8>, text: &str| {
        bytes.push(0x60 | u8::try_from(text.len()).expect("is short"));
        bytes.extend_from_slice(text.as_bytes());
    };
    text(&mut bytes, "module_id");
    text(&mut bytes, "module");
    text(&mut bytes, "digest");
    text(&mut bytes, "SHA384");
    text(&mut bytes, "timestamp");
    bytes.push(0x1b);
    bytes.extend_from_slice(&MADE.millis().to_be_bytes());
    text(&mut bytes, "pcrs");
    bytes.extend_from_slice(&[0xa1, 0x00]);
    push(&mut bytes, &[0; 48]);
    text(&mut bytes, "certificate");
    push(&mut bytes, certificate);
    text(&mut bytes, "cabundle");
    bytes.push(0x82);
    push(&mut bytes, &ROOT_DER);
    push(&mut bytes, certificate);
    bytes
}

/// The root as it stands in the document.
static ROOT_DER: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let text: String = std::str::from_utf8(ROOT)
        .expect("is PEM")
        .lines()
        .filter(|line| !line.starts_with("-----"))
        .collect();
    base64::Engine::decode(&base64::engine::general_purpose::STANDARD, text).expect("is base64")
});

/// A CBOR byte string.
fn push(bytes: &mut Vec<u8>, content: &[u8]) {
    match u16::try_from(content.len()) {
        Ok(short @ 0..=23) => bytes.push(0x40 | short.to_be_bytes()[1]),
        Ok(short @ 24..=255) => bytes.extend_from_slice(&[0x58, short.to_be_bytes()[1]]),
        Ok(length) => {
            bytes.push(0x59);
            bytes.extend_from_slice(&length.to_be_bytes());
        }
        Err(_) => {
            bytes.push(0x5a);
            bytes.extend_from_slice(&u32::try_from(content.len()).expect("fits").to_be_bytes());
        }
    }
    bytes.extend_from_slice(content);
}

fn recipient(key: &[u8]) {
    const PLAINTEXT: &[u8] = b"the plaintext, of some length";
    let Ok(recipient) = Recipient::from_spki_der(key) else { return };
    let Ok(answer) = recipient.encrypt(PLAINTEXT, &SecretArray::new([5; 32]), [6; 16]) else { return };
    assert!(answer.windows(PLAINTEXT.len()).all(|window| window != PLAINTEXT), "in the clear");
    assert!(answer.windows(32).all(|window| window != [5; 32]), "the content key in the clear");
}
