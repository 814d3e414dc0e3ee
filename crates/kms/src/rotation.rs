//! When key material is rotated. Source: KMS Developer Guide, "Rotate AWS KMS keys".

use std::time::Duration;

use clock::Timestamp;
use serde::{Deserialize, Serialize};

/// A day, as KMS counts periods.
pub(crate) const DAY: Duration = Duration::from_secs(86_400);

/// How often a key can be rotated on demand. Source: API Reference, RotateKeyOnDemand.
pub(crate) const ON_DEMAND_LIMIT: usize = 25;

const DEFAULT_PERIOD_DAYS: u16 = 365;

/// Automatic rotation, switched on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// Days between rotations, 90 to 2560.
    pub period_days: u16,
    /// The next rotation.
    pub next: Timestamp,
}

/// What made a generation of key material the current one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RotationKind {
    /// The schedule.
    Automatic,
    /// RotateKeyOnDemand.
    OnDemand,
}

impl Schedule {
    /// The schedule after EnableKeyRotation at `now`: the period counts from the call that sets it. Without a period, a running
    /// schedule stays as it is, and a new one has 365 days.
    pub fn enabled(current: Option<Self>, period_days: Option<u16>, now: Timestamp) -> Self {
        match (current, period_days) {
            (Some(current), None) => current,
            (Some(current), Some(period)) if current.period_days == period => current,
            (_, period) => {
                let period_days = period.unwrap_or(DEFAULT_PERIOD_DAYS);
                Self { period_days, next: now.plus(DAY * u32::from(period_days)) }
            }
        }
    }

    /// The schedule after the rotation that was due: the old rhythm, or from `now` on when a whole period was missed
    /// because the key was disabled.
    #[must_use]
    pub fn rotated(self, now: Timestamp) -> Self {
        let period = DAY * u32::from(self.period_days);
        let in_rhythm = self.next.plus(period);
        Self { next: if in_rhythm > now { in_rhythm } else { now.plus(period) }, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(count: u32) -> Timestamp {
        Timestamp::EPOCH.plus(DAY * count)
    }

    #[test]
    fn the_period_counts_from_the_call_that_sets_it() {
        let yearly = Schedule::enabled(None, None, day(0));
        assert_eq!(yearly, Schedule { period_days: 365, next: day(365) });
        assert_eq!(Schedule::enabled(Some(yearly), None, day(10)), yearly);
        assert_eq!(Schedule::enabled(Some(yearly), Some(365), day(10)), yearly);
        assert_eq!(
            Schedule::enabled(Some(yearly), Some(90), day(10)),
            Schedule { period_days: 90, next: day(100) }
        );
    }

    #[test]
    fn rotations_keep_their_rhythm_unless_a_whole_period_was_missed() {
        let quarterly = Schedule { period_days: 90, next: day(90) };
        assert_eq!(quarterly.rotated(day(91)).next, day(180));
        assert_eq!(quarterly.rotated(day(200)).next, day(290));
    }
}
