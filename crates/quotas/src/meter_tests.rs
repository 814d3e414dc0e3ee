use std::time::Duration;

use proptest::prelude::*;

use super::*;
use crate::Setting;

const START: Timestamp = Timestamp::from_secs(1_790_000_000);

fn meter(settings: &[&str]) -> Meter {
    let settings: Vec<Setting> = settings.iter().map(|text| text.parse().unwrap()).collect();
    Meter::new(Rates::with(&settings))
}

fn account(number: u64) -> AccountId {
    format!("{number:012}").parse().unwrap()
}

fn region(name: &str) -> Region {
    name.parse().unwrap()
}

fn rsa() -> QuotaId {
    QuotaId::named("kms:Rsa").unwrap()
}

/// How many of `calls` at `now` go through.
fn through(meter: &Meter, number: u64, now: Timestamp, calls: usize) -> usize {
    let region = region("eu-west-1");
    (0..calls).filter(|_| meter.count(account(number), &region, rsa(), now).is_ok()).count()
}

#[test]
fn a_burst_goes_through_and_then_the_rate() {
    let meter = meter(&["kms:Rsa=50"]);
    assert_eq!(through(&meter, 1, START, 1000), 50);
    assert_eq!(through(&meter, 1, START.plus(Duration::from_millis(100)), 1000), 5);
    let refused =
        meter.count(account(1), &region("eu-west-1"), rsa(), START.plus(Duration::from_millis(100)));
    assert_eq!(refused.unwrap_err().retry_after, Duration::from_millis(20));
    assert_eq!(through(&meter, 1, START.plus(Duration::from_secs(3600)), 1000), 50);
}

#[test]
fn accounts_regions_and_quotas_are_apart() {
    let meter = meter(&["kms:Rsa=50"]);
    assert_eq!(through(&meter, 1, START, 100), 50);
    assert_eq!(through(&meter, 2, START, 100), 50);
    let ecc = QuotaId::named("kms:Ecc").unwrap();
    assert!(meter.count(account(1), &region("eu-west-2"), rsa(), START).is_ok());
    assert!(meter.count(account(1), &region("eu-west-1"), ecc, START).is_ok());
    assert!(meter.count(account(1), &region("eu-west-1"), rsa(), START).is_err());
}

#[test]
fn looking_does_not_count() {
    let meter = meter(&["kms:Rsa=50"]);
    let look = || meter.check(account(1), &region("eu-west-1"), rsa(), START);
    for _ in 0..100 {
        look().unwrap();
    }
    assert_eq!(through(&meter, 1, START, 100), 50);
    assert!(look().is_err());
}

#[test]
fn a_clock_that_jumps_gives_one_burst_at_most() {
    let meter = meter(&["kms:Rsa=50"]);
    assert_eq!(through(&meter, 1, START, 100), 50);
    let back = START.minus(Duration::from_secs(3600));
    assert_eq!(through(&meter, 1, back, 100), 50);
    assert_eq!(through(&meter, 1, back.plus(Duration::from_millis(100)), 100), 5);
    let forward = START.plus(Duration::from_secs(3600));
    assert_eq!(through(&meter, 1, forward, 100), 50);
}

#[test]
fn calls_whose_times_are_out_of_order_get_no_more() {
    let meter = meter(&["kms:Rsa=50"]);
    let mut got = 0;
    for step in 0..200 {
        let at = START.plus(Duration::from_millis(step * 10));
        got += through(&meter, 1, at, 10);
        for late in [1, 10, 1_000, 30_000, 59_000] {
            got += through(&meter, 1, at.minus(Duration::from_millis(late)), 10);
        }
    }
    // A burst, and two seconds' worth.
    assert!((148..=150).contains(&got), "{got}");
}

#[test]
fn without_a_limit_nothing_is_kept() {
    let meter = meter(&["unlimited"]);
    assert_eq!(through(&meter, 1, START, 100_000), 100_000);
    assert_eq!(held(&meter), 0);
}

#[test]
fn slow_rates_work_too() {
    let meter = meter(&["kms:Rsa=0.1"]);
    assert_eq!(through(&meter, 1, START, 100), 10);
    assert_eq!(through(&meter, 1, START.plus(Duration::from_millis(9999)), 100), 0);
    assert_eq!(through(&meter, 1, START.plus(Duration::from_millis(10_000)), 100), 1);
}

#[test]
fn full_buckets_are_forgotten() {
    let meter = meter(&[]);
    for second in 0..100 {
        for number in 0..1000 {
            through(&meter, number + 1000 * second, START.plus(Duration::from_secs(second)), 1);
        }
    }
    assert!(held(&meter) <= PARTS * (SWEEP + 1), "{}", held(&meter));
}

fn held(meter: &Meter) -> usize {
    meter.parts.iter().map(|part| part.lock().unwrap().buckets.len()).sum()
}

proptest! {
    /// However the calls come, in no time do more go through than the burst and the rate allow.
    #[test]
    fn never_more_than_burst_and_rate(steps in prop::collection::vec((0_u64..300, 1_usize..40), 1..60)) {
        let meter = meter(&["kms:Rsa=100"]);
        let (mut now, mut passed) = (START, 0);
        for (pause, calls) in steps {
            now = now.plus(Duration::from_millis(pause));
            passed += through(&meter, 1, now, calls);
            let allowed = 100 + usize::try_from(now.since(START).as_millis()).unwrap() / 10;
            prop_assert!(passed <= allowed, "{passed} of {allowed}");
        }
    }
}
