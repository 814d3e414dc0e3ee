use envelope::{RootKey, SystemRandom};
use secret::{SecretArray, SecretBytes};

use super::*;
use crate::tags::Tags;

const START: Timestamp = Timestamp::from_secs(1_800_000_000);
const STEP: Duration = Duration::from_secs(30);

struct Phone {
    device: MfaDevice,
    totp: Totp,
}

impl Phone {
    fn new() -> Self {
        let key = RootKey::new(SecretArray::new([1; 32])).wrapping_key("lodge/iam/mfa-devices");
        let (account, seed) =
            ("111122223333".parse().unwrap(), SecretBytes::copy_of(b"12345678901234567890"));
        let named = (account, "/", "phone");
        let device = MfaDevice::new(named, Tags::new(), &seed, START, &key, &SystemRandom).unwrap();
        assert!(device.seed(&key).unwrap() == seed);
        let mut moved = device.clone();
        "/other/".clone_into(&mut moved.path);
        assert!(moved.seed(&key).is_err());
        Self { device, totp: Totp::new(&seed) }
    }

    fn code(&self, at: Timestamp) -> SecretString {
        self.totp.code(step_at(at))
    }

    fn take(&mut self, code: &SecretString, at: Timestamp) -> Verdict {
        self.device.take(&self.totp, code, at)
    }

    fn synchronize(&mut self, first: Timestamp, at: Timestamp) -> Verdict {
        let (one, two) = (self.code(first), self.code(first.plus(STEP)));
        self.device.synchronize(&self.totp, [&one, &two], at)
    }
}

fn wrong() -> SecretString {
    // No step near START has it.
    SecretString::new("00000".to_owned())
}

#[test]
fn a_code_is_good_one_step_early_to_one_step_late() {
    let minute = STEP * 2;
    for (made, expected) in [
        (START.minus(minute), Verdict::Wrong),
        (START.minus(STEP), Verdict::Good),
        (START, Verdict::Good),
        (START.plus(STEP), Verdict::Good),
        (START.plus(minute), Verdict::Wrong),
    ] {
        let mut phone = Phone::new();
        let code = phone.code(made);
        assert_eq!(phone.take(&code, START), expected, "{made:?}");
    }
}

#[test]
fn no_code_is_good_twice_nor_one_before_it() {
    let mut phone = Phone::new();
    let (before, now, next) =
        (phone.code(START.minus(STEP)), phone.code(START), phone.code(START.plus(STEP)));
    assert_eq!(phone.take(&now, START), Verdict::Good);
    assert_eq!(phone.take(&now, START), Verdict::Wrong);
    assert_eq!(phone.take(&before, START), Verdict::Wrong);
    assert_eq!(phone.device.failures, 0);
    assert_eq!(phone.take(&next, START), Verdict::Good);
    assert_eq!(phone.take(&next, START.plus(STEP)), Verdict::Wrong);
}

#[test]
fn guessing_becomes_slow_and_a_good_code_makes_up_for_all() {
    let mut phone = Phone::new();
    for _ in 0..5 {
        assert_eq!(phone.take(&wrong(), START), Verdict::Wrong);
    }
    let mut at = START;
    for wait in [60, 120, 240, 480, 960, 1920, 3600, 3600].map(Duration::from_secs) {
        let end = at.plus(wait);
        let good = phone.code(end.minus(Duration::from_secs(1)));
        assert_eq!(phone.take(&good, end.minus(Duration::from_secs(1))), Verdict::Locked(end));
        assert_eq!(phone.take(&wrong(), end), Verdict::Wrong);
        at = end;
    }
    let end = at.plus(LONGEST_WAIT);
    assert_eq!(phone.synchronize(end, at), Verdict::Locked(end));
    let good = phone.code(end);
    assert_eq!(phone.take(&good, end), Verdict::Good);
    assert_eq!((phone.device.failures, phone.device.last_failure), (0, None));
}

#[test]
fn a_server_whose_clock_was_set_back_does_not_lock_devices_for_long() {
    let mut phone = Phone::new();
    for _ in 0..5 {
        phone.take(&wrong(), START);
    }
    let earlier = START.minus(LONGEST_WAIT);
    let good = phone.code(earlier);
    assert_eq!(phone.take(&good, earlier), Verdict::Good);
}

#[test]
fn two_codes_set_a_clock_that_is_up_to_an_hour_wrong() {
    let hour = Duration::from_secs(3600);
    for (first, drift) in [
        (START, 0),
        (START.minus(STEP), 0),
        (START.minus(STEP * 2), 0),
        (START.minus(STEP * 3), -2),
        (START.plus(STEP), 2),
        (START.plus(hour), 121),
        (START.minus(hour), -119),
    ] {
        let mut phone = Phone::new();
        assert_eq!(phone.synchronize(first, START), Verdict::Good, "{first:?}");
        assert_eq!(phone.device.drift, drift, "{first:?}");
        // Its codes are good from then on, and these two are used up.
        let again = phone.code(first.plus(STEP));
        assert_eq!(phone.take(&again, START), Verdict::Wrong);
        if drift != 0 {
            let next = phone.code(first.plus(STEP * 2));
            assert_eq!(phone.take(&next, START.plus(STEP)), Verdict::Good, "{first:?}");
        }
        assert_eq!(phone.synchronize(first, START), Verdict::Wrong);
    }
    let mut phone = Phone::new();
    for first in [START.plus(hour + STEP), START.minus(hour + STEP)] {
        assert_eq!(phone.synchronize(first, START), Verdict::Wrong);
    }
}
