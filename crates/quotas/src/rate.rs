use std::fmt;
use std::str::FromStr;

use crate::Error;

/// How many calls there may be in a second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate {
    /// Calls in a thousand seconds; `u64::MAX` for no limit.
    // INVARIANT: otherwise 1 to `MOST`.
    thousandths: u64,
}

/// A million calls a second: the shortest interval is a microsecond.
const MOST: u64 = 1_000_000_000;

/// The least that a bucket holds: a client that does a few things at once is no flood.
const LEAST_BURST: u64 = 10;

impl Rate {
    /// No limit.
    pub const UNLIMITED: Self = Self { thousandths: u64::MAX };

    /// So many calls a second, at least one and at most a million.
    pub const fn per_second(calls: u32) -> Self {
        let thousandths = calls as u64 * 1000;
        Self {
            thousandths: if thousandths == 0 {
                1000
            } else if thousandths > MOST {
                MOST
            } else {
                thousandths
            },
        }
    }

    /// The time between two calls that come evenly, in microseconds; `None` without a limit.
    pub(crate) fn interval(self) -> Option<i64> {
        if self == Self::UNLIMITED {
            return None;
        }
        i64::try_from(1_000_000_000 / self.thousandths.max(1)).ok()
    }

    /// How many calls may come at once after a pause: one second's worth, ten at least.
    pub fn burst(self) -> u64 {
        (self.thousandths / 1000).max(LEAST_BURST)
    }
}

impl fmt::Display for Rate {
    /// `500`, `0.5` or `unlimited`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::UNLIMITED {
            return out.write_str("unlimited");
        }
        let (whole, rest) = (self.thousandths / 1000, self.thousandths % 1000);
        if rest == 0 {
            return write!(out, "{whole}");
        }
        let decimals = format!("{rest:03}");
        write!(out, "{whole}.{}", decimals.trim_end_matches('0'))
    }
}

impl FromStr for Rate {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if text == "unlimited" {
            return Ok(Self::UNLIMITED);
        }
        let read = || {
            let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
            let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            if !are_digits(whole) || !are_digits(decimals) || decimals.len() > 3 {
                return None;
            }
            let whole: u64 = whole.parse().ok()?;
            let decimals: u64 = format!("{decimals:0<3}").parse().ok()?;
            let thousandths = whole.checked_mul(1000)?.checked_add(decimals)?;
            (1..=MOST).contains(&thousandths).then_some(Self { thousandths })
        };
        read().ok_or_else(|| Error::NotARate(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_and_written() {
        for text in ["1", "500", "0.5", "0.001", "2.25", "1000000", "unlimited"] {
            assert_eq!(text.parse::<Rate>().unwrap().to_string(), text);
        }
        assert_eq!("1.50".parse::<Rate>().unwrap().to_string(), "1.5");
        for text in [
            "",
            "0",
            "0.0",
            "-1",
            "+1",
            "1e3",
            "0.0001",
            "1000000.001",
            "1.",
            ".5",
            "99999999999999999999",
            "Unlimited",
        ] {
            assert_eq!(text.parse::<Rate>(), Err(Error::NotARate(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_burst_is_a_second_or_ten_calls() {
        assert_eq!(Rate::per_second(600).burst(), 600);
        assert_eq!(Rate::per_second(1).burst(), 10);
        assert_eq!(Rate::per_second(600).interval(), Some(1666));
        assert_eq!(Rate::UNLIMITED.interval(), None);
    }
}
