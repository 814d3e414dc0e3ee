#![doc = include_str!("../README.md")]

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A text that is not a timestamp.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a timestamp: expected ISO 8601 such as 2026-01-31T12:00:00Z, or seconds since 1970")]
pub struct NotATimestamp;

/// Milliseconds since 1970-01-01T00:00:00Z, between the years 0000 and 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
#[serde(from = "i64", into = "i64")]
pub struct Timestamp(i64);

const YEAR_0: i64 = -62_167_219_200_000;
const YEAR_10000: i64 = 253_402_300_800_000;

impl Timestamp {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self(0);

    /// From milliseconds since the epoch, clamped to the years 0000 to 9999.
    pub const fn from_millis(millis: i64) -> Self {
        if millis < YEAR_0 {
            Self(YEAR_0)
        } else if millis >= YEAR_10000 {
            Self(YEAR_10000 - 1)
        } else {
            Self(millis)
        }
    }

    /// From whole seconds since the epoch, clamped likewise.
    pub const fn from_secs(secs: i64) -> Self {
        Self::from_millis(secs.saturating_mul(1000))
    }

    /// Milliseconds since the epoch.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch, rounded down.
    pub const fn secs(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// Seconds since the epoch with a fraction, as awsJson writes timestamps.
    pub fn as_secs_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }

    /// The same instant cut to whole seconds.
    pub const fn truncated_to_secs(self) -> Self {
        Self(self.secs() * 1000)
    }

    /// Later by `by`, saturating.
    pub fn plus(self, by: Duration) -> Self {
        Self::from_millis(self.0.saturating_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX)))
    }

    /// Earlier by `by`, saturating.
    pub fn minus(self, by: Duration) -> Self {
        Self::from_millis(self.0.saturating_sub(i64::try_from(by.as_millis()).unwrap_or(i64::MAX)))
    }

    /// How long after `earlier` this is; zero when it is not after.
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }

    /// `2026-01-31T12:00:00Z`: whole seconds, UTC.
    pub fn to_iso8601(self) -> String {
        self.truncated_to_secs().to_iso8601_millis()
    }

    /// `2026-01-31T12:00:00.5Z`: with a fraction where there is one, UTC.
    pub fn to_iso8601_millis(self) -> String {
        self.date_time().format(&Rfc3339).unwrap_or_default()
    }

    /// `20260131T120000Z`, the form of Signature Version 4.
    pub fn to_basic_iso8601(self) -> String {
        let at = self.date_time();
        let (hour, minute, second) = at.to_hms();
        format!("{}T{hour:02}{minute:02}{second:02}Z", self.to_basic_date())
    }

    /// `20260131`.
    pub fn to_basic_date(self) -> String {
        let (year, month, day) = self.date_time().to_calendar_date();
        format!("{year:04}{:02}{day:02}", u8::from(month))
    }

    /// Parses ISO 8601 in the forms AWS accepts: `2026-01-31`, `2026-01-31T12:00Z`, `2026-01-31T12:00:00[.fff](Z|+01:00)`.
    pub fn parse_iso8601(text: &str) -> Result<Self, NotATimestamp> {
        if !text.is_ascii() || text.len() > 40 {
            return Err(NotATimestamp);
        }
        let parsed = if text.len() == 10 {
            OffsetDateTime::parse(&format!("{text}T00:00:00Z"), &Rfc3339)
        } else if text.len() == 17 && text.ends_with('Z') {
            OffsetDateTime::parse(&format!("{}:00Z", text.trim_end_matches('Z')), &Rfc3339)
        } else {
            OffsetDateTime::parse(text, &Rfc3339)
        };
        let nanos = parsed.map_err(|_| NotATimestamp)?.unix_timestamp_nanos();
        i64::try_from(nanos.div_euclid(1_000_000)).map(Self::from_millis).map_err(|_| NotATimestamp)
    }

    /// Parses `20260131T120000Z`, and nothing else.
    pub fn parse_basic_iso8601(text: &str) -> Result<Self, NotATimestamp> {
        let bytes: &[u8; 16] = text.as_bytes().try_into().map_err(|_| NotATimestamp)?;
        let [y1, y2, y3, y4, m1, m2, d1, d2, b'T', h1, h2, n1, n2, s1, s2, b'Z'] = *bytes else {
            return Err(NotATimestamp);
        };
        let digits =
            [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', h1, h2, b':', n1, n2, b':', s1, s2, b'Z'];
        Self::parse_iso8601(std::str::from_utf8(&digits).map_err(|_| NotATimestamp)?)
    }

    fn date_time(self) -> OffsetDateTime {
        // INVARIANT: the range is clamped at construction, so the conversion holds.
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1_000_000)
            .unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }
}

impl From<i64> for Timestamp {
    fn from(millis: i64) -> Self {
        Self::from_millis(millis)
    }
}

impl From<Timestamp> for i64 {
    fn from(at: Timestamp) -> Self {
        at.millis()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.to_iso8601_millis())
    }
}

/// Where "now" comes from.
pub trait Clock: Send + Sync {
    /// The present time.
    fn now(&self) -> Timestamp;
}

/// The operating system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => Timestamp::EPOCH.plus(since),
            Err(before) => Timestamp::EPOCH.minus(before.duration()),
        }
    }
}

/// A clock that stands still until it is moved. Clones share the time.
#[derive(Debug, Clone)]
pub struct ManualClock(Arc<AtomicI64>);

impl ManualClock {
    /// A clock that shows `at`.
    pub fn new(at: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(at.millis())))
    }

    /// Shows `at` from now on.
    pub fn set(&self, at: Timestamp) {
        self.0.store(at.millis(), Ordering::SeqCst);
    }

    /// Moves forward.
    pub fn advance(&self, by: Duration) {
        self.set(self.now().plus(by));
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_forms() {
        let at = Timestamp::from_millis(1_769_860_800_500);
        assert_eq!(at.to_iso8601(), "2026-01-31T12:00:00Z");
        assert_eq!(at.to_iso8601_millis(), "2026-01-31T12:00:00.5Z");
        assert_eq!(at.to_basic_iso8601(), "20260131T120000Z");
        assert_eq!(Timestamp::parse_basic_iso8601("20260131T120000Z"), Ok(at.truncated_to_secs()));
        assert_eq!(Timestamp::parse_iso8601("2026-01-31T13:00:00.5+01:00"), Ok(at));
        assert_eq!(Timestamp::parse_iso8601("2026-01-31T12:00Z"), Ok(at.truncated_to_secs()));
        assert_eq!(Timestamp::parse_iso8601("1970-01-01"), Ok(Timestamp::EPOCH));
    }

    #[test]
    fn wrong_texts_are_refused() {
        for text in ["", "now", "2026-13-01", "2026-02-30T00:00:00Z", "20260131T120000", "２０２６-01-31"]
        {
            assert_eq!(Timestamp::parse_iso8601(text), Err(NotATimestamp), "{text}");
            assert_eq!(Timestamp::parse_basic_iso8601(text), Err(NotATimestamp), "{text}");
        }
    }

    #[test]
    fn arithmetic_saturates() {
        let end = Timestamp::from_millis(i64::MAX);
        assert_eq!(end.plus(Duration::MAX), end);
        assert!(end.to_iso8601().starts_with("9999-12-31T23:59:59"));
        assert_eq!(Timestamp::EPOCH.since(end), Duration::ZERO);
        let clock = ManualClock::new(Timestamp::EPOCH);
        clock.clone().advance(Duration::from_secs(1));
        assert_eq!(clock.now(), Timestamp::from_secs(1));
    }
}
