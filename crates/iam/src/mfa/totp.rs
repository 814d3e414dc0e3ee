//! Time-based one-time passwords, RFC 6238, as the authenticator apps of phones make them: HMAC-SHA-1, six digits, 30 seconds.

use std::ops::RangeInclusive;

use aws_lc_rs::hmac;
use clock::Timestamp;
use secret::{SecretBytes, SecretString};

/// How long a code is the present one.
const STEP_SECS: i64 = 30;
/// How many values a code can have.
const CODES: u32 = 1_000_000;

/// What the codes of one device are made of.
pub struct Totp(hmac::Key);

impl Totp {
    pub fn new(seed: &SecretBytes) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, seed.expose()))
    }

    /// The code of a time step: HOTP of RFC 4226, section 5.3, with the step as its counter.
    pub fn code(&self, step: i64) -> SecretString {
        let mac = hmac::sign(&self.0, &step.to_be_bytes());
        // The last byte says which four bytes are the number. All 16 places are within the 20 bytes of SHA-1.
        let offset = mac.as_ref().last().map_or(0, |last| usize::from(last & 0x0f));
        let bytes = mac.as_ref().iter().skip(offset).take(4);
        let number = bytes.fold(0_u32, |number, byte| number << 8 | u32::from(*byte)) & 0x7fff_ffff;
        SecretString::new(format!("{:06}", number % CODES))
    }

    /// The first of these steps whose codes are these. It computes all of them, so that the time it takes tells nothing of the step.
    pub fn step_of(&self, codes: &[&SecretString], among: RangeInclusive<i64>) -> Option<i64> {
        let mut found = None;
        for first in among {
            let mut same = true;
            for (step, code) in (first..).zip(codes) {
                same &= self.code(step) == **code;
            }
            found = found.or(same.then_some(first));
        }
        found
    }
}

/// A seed as people and apps read it: RFC 4648, section 6. Of a multiple of five bytes, so that nothing is padded.
pub fn in_base32(seed: &SecretBytes) -> SecretString {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    // With room for all, so that it leaves no copy behind.
    let mut text = String::with_capacity(seed.len().div_ceil(5) * 8);
    for group in seed.expose().chunks(5) {
        let bits = group.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let letters =
            (0..8).rev().filter_map(|at| ALPHABET.get(usize::try_from(bits >> (5 * at) & 31).ok()?));
        text.extend(letters.map(|letter| char::from(*letter)));
    }
    SecretString::new(text)
}

/// The step of this time.
pub fn step_at(at: Timestamp) -> i64 {
    at.secs().div_euclid(STEP_SECS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn totp() -> Totp {
        Totp::new(&SecretBytes::copy_of(b"12345678901234567890"))
    }

    #[test]
    fn counters_of_rfc_4226() {
        // RFC 4226, appendix D.
        let expected = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
            "520489",
        ];
        for (counter, code) in (0..).zip(expected) {
            assert_eq!(totp().code(counter).expose(), code, "{counter}");
        }
    }

    #[test]
    fn times_of_rfc_6238() {
        // RFC 6238, appendix B, the rows of SHA-1: the last six of their eight digits.
        let expected = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (secs, code) in expected {
            let step = step_at(Timestamp::from_secs(secs));
            assert_eq!(totp().code(step).expose(), code, "{secs}");
        }
    }

    #[test]
    fn seeds_in_base32() {
        // RFC 4648, section 10.
        assert_eq!(in_base32(&SecretBytes::copy_of(b"fooba")).expose(), "MZXW6YTB");
        let text = in_base32(&SecretBytes::copy_of(b"12345678901234567890"));
        assert_eq!(text.expose(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    #[test]
    fn steps_are_found_by_one_code_or_by_two_that_follow_each_other() {
        let (totp, code) = (totp(), |text: &str| SecretString::new(text.to_owned()));
        let (third, fourth) = (code("969429"), code("338314"));
        assert_eq!(totp.step_of(&[&third], 0..=9), Some(3));
        assert_eq!(totp.step_of(&[&third, &fourth], 0..=9), Some(3));
        assert_eq!(totp.step_of(&[&fourth, &third], 0..=9), None);
        assert_eq!(totp.step_of(&[&third], 4..=9), None);
        for wrong in ["", "96942", "9694290", "969428", "٩69429"] {
            assert_eq!(totp.step_of(&[&code(wrong)], 0..=9), None, "{wrong}");
        }
    }
}
