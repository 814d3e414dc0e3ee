//! A document that a real enclave got from AWS.
//!
//! `enclave.cose` stands in the tests of the crate `turnkey_proofs` 0.17.1 (github.com/tkhq/rust-sdk, Apache-2.0).
//! `root-g1.pem` is AWS's root certificate for the partition `aws`, with the SHA-256 fingerprint
//! 64:1A:03:21:A3:E2:44:EF:E4:56:46:31:95:D6:06:31:7E:D7:CD:CC:3C:17:56:E0:98:93:F3:C6:8F:79:BB:5B that AWS's user guide names.

#![expect(clippy::unwrap_used, reason = "helpers of tests, which may panic as tests do")]

use std::time::Duration;

use attestation::{Error, Freshness, Platform, Root, Verifier};
use clock::Timestamp;

const DOCUMENT: &[u8] = include_bytes!("enclave.cose");
const MADE: Timestamp = Timestamp::from_millis(1_758_057_949_422);
const FRESHNESS: Freshness =
    Freshness { max_age: Duration::from_secs(300), max_clock_skew: Duration::from_secs(60) };

fn verifier() -> Verifier {
    Verifier::new(vec![Root::from_pem(include_bytes!("root-g1.pem")).unwrap()])
}

#[test]
fn a_document_of_a_real_enclave_is_accepted_when_it_was_made() {
    let document = verifier().verify(DOCUMENT, MADE, FRESHNESS).unwrap();
    assert_eq!(document.platform(), Platform::NitroEnclave);
    assert_eq!(document.timestamp(), MADE);
    assert_eq!(document.module_id(), "i-02447a481344e9ec0-enc0199546b533fd5d0");
    assert_eq!(document.pcrs().count(), 16);
    assert_eq!(document.condition_keys()[0].0, "kms:RecipientAttestation:ImageSha384");
    // Its key is one for other purposes than KMS, and no RSA key.
    assert_eq!(document.recipient().err(), Some(Error::PublicKey));
}

#[test]
fn the_same_document_is_refused_later() {
    let later = MADE.plus(Duration::from_secs(301));
    assert_eq!(verifier().verify(DOCUMENT, later, FRESHNESS), Err(Error::Expired { made: MADE }));
    let much_later = MADE.plus(Duration::from_secs(86_400));
    assert!(matches!(verifier().verify(DOCUMENT, much_later, FRESHNESS), Err(Error::Chain(_))));
}

#[test]
fn nobody_is_trusted_who_is_not_configured() {
    assert_eq!(Verifier::new(vec![]).verify(DOCUMENT, MADE, FRESHNESS), Err(Error::UntrustedRoot));
}
