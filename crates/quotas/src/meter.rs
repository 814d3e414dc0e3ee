use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use arn::{AccountId, Region};
use clock::Timestamp;

use crate::{QuotaId, Rate, Rates};

/// Counts calls against quotas.
///
/// The generic cell rate algorithm (ITU-T I.371, Annex A): for each bucket one number, the time at which it will be full again. A call
/// may come when that is at most a burst ahead, and puts it off by one interval.
pub struct Meter {
    rates: Rates,
    hasher: RandomState,
    /// The latest time that was seen, in microseconds.
    latest: AtomicI64,
    parts: [Mutex<Part>; PARTS],
}

/// The quota is used up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exceeded {
    /// Which one.
    pub quota: QuotaId,
    /// When the next call would go through, if no other comes.
    pub retry_after: Duration,
}

/// Calls of different accounts rarely wait for the same lock.
const PARTS: usize = 16;

/// How far behind the latest time a call's may be, in microseconds, before it means that the clock was set back. Calls come here in another
/// order than that of their times; none waits for so long.
const JUMP: i64 = 60_000_000;

/// How many buckets a part holds before it looks for full ones.
const SWEEP: usize = 256;

#[derive(Default)]
struct Part {
    buckets: HashMap<Bucket, i64>,
    /// How many buckets were left by the last sweep.
    swept: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Bucket {
    account: AccountId,
    /// A keyed hash of the region's name.
    region: u64,
    quota: QuotaId,
}

impl Meter {
    /// A meter with these rates, all buckets full.
    pub fn new(rates: Rates) -> Self {
        Self {
            rates,
            hasher: RandomState::new(),
            latest: AtomicI64::new(i64::MIN),
            parts: std::array::from_fn(|_| Mutex::default()),
        }
    }

    /// Counts a call of `account` in `region` at `now`. One that is refused is not counted.
    pub fn count(
        &self,
        account: AccountId,
        region: &Region,
        quota: QuotaId,
        now: Timestamp,
    ) -> Result<(), Exceeded> {
        let Some(bounds) = Bounds::of(self.rates.of(quota)) else { return Ok(()) };
        let now = self.time(now);
        let bucket = self.bucket(account, region, quota);
        let mut part = self.part(&bucket);
        let full_at = bounds.full_at(part.buckets.get(&bucket), now);
        bounds.check(quota, full_at, now)?;
        if part.buckets.len() >= SWEEP.max(part.swept.saturating_mul(2)) {
            let rates = &self.rates;
            part.buckets.retain(|bucket, at| {
                *at > now && Bounds::of(rates.of(bucket.quota)).is_some_and(|bounds| bounds.is_near(*at, now))
            });
            part.swept = part.buckets.len();
        }
        part.buckets.insert(bucket, full_at.saturating_add(bounds.interval));
        Ok(())
    }

    /// Whether [`Self::count`] would refuse now, without counting.
    pub fn check(
        &self,
        account: AccountId,
        region: &Region,
        quota: QuotaId,
        now: Timestamp,
    ) -> Result<(), Exceeded> {
        let Some(bounds) = Bounds::of(self.rates.of(quota)) else { return Ok(()) };
        let now = self.time(now);
        let bucket = self.bucket(account, region, quota);
        let full_at = bounds.full_at(self.part(&bucket).buckets.get(&bucket), now);
        bounds.check(quota, full_at, now)
    }

    /// The time in microseconds, which goes back only when the clock was set back. Else a call with an earlier time would find a bucket that
    /// no time explains.
    fn time(&self, now: Timestamp) -> i64 {
        let now = micros(now);
        if self.latest.load(Ordering::Relaxed).saturating_sub(now) > JUMP {
            self.latest.store(now, Ordering::Relaxed);
        }
        self.latest.fetch_max(now, Ordering::Relaxed).max(now)
    }

    fn bucket(&self, account: AccountId, region: &Region, quota: QuotaId) -> Bucket {
        Bucket { account, region: self.hasher.hash_one(region.as_str()), quota }
    }

    fn part(&self, bucket: &Bucket) -> MutexGuard<'_, Part> {
        // An account's buckets are together: who calls a lot waits for himself.
        let at = usize::try_from(self.hasher.hash_one(bucket.account) % PARTS as u64).unwrap_or(0);
        #[expect(clippy::indexing_slicing, reason = "a remainder of the length")]
        let part = &self.parts[at];
        // Nothing panics while holding this lock, so what it guards is whole.
        part.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A rate in microseconds.
#[derive(Clone, Copy)]
struct Bounds {
    interval: i64,
    /// How far ahead the time at which a bucket is full may be for a call to come.
    tolerance: i64,
}

impl Bounds {
    fn of(rate: Rate) -> Option<Self> {
        let interval = rate.interval()?;
        let more = i64::try_from(rate.burst()).unwrap_or(i64::MAX) - 1;
        Some(Self { interval, tolerance: interval.saturating_mul(more) })
    }

    /// When the bucket is full, which is not before now, nor later than that of an empty one. A time far beyond that is left from before the clock
    /// was set back: the bucket counts as full then, since nobody who calls can move the clock, and everybody would be throttled otherwise.
    fn full_at(self, known: Option<&i64>, now: i64) -> i64 {
        let empty = now.saturating_add(self.tolerance).saturating_add(self.interval);
        known.filter(|at| self.is_near(**at, now)).map_or(now, |at| (*at).clamp(now, empty))
    }

    fn check(self, quota: QuotaId, full_at: i64, now: i64) -> Result<(), Exceeded> {
        let wait = full_at.saturating_sub(now).saturating_sub(self.tolerance);
        match u64::try_from(wait) {
            Ok(wait) if wait > 0 => Err(Exceeded { quota, retry_after: Duration::from_micros(wait) }),
            _ => Ok(()),
        }
    }

    /// Whether the time is one that the clock could have given, had it not been set back.
    fn is_near(self, at: i64, now: i64) -> bool {
        at <= now.saturating_add(self.tolerance).saturating_add(self.interval).saturating_add(JUMP)
    }
}

fn micros(at: Timestamp) -> i64 {
    at.millis().saturating_mul(1000)
}

#[cfg(test)]
#[path = "meter_tests.rs"]
mod tests;
