//! Values of conditions that are not plain text: decimal numbers, dates, networks.

use std::cmp::Ordering;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use clock::Timestamp;

/// A decimal number of any length, compared exactly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    // INVARIANT: digits only; `whole` without leading zeros, `fraction` without trailing ones; zero is not negative.
    whole: Box<str>,
    fraction: Box<str>,
}

impl Decimal {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let zero = whole.is_empty() && fraction.is_empty();
        Some(Self { negative: negative && !zero, whole: whole.into(), fraction: fraction.into() })
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let magnitude = || {
            (self.whole.len(), &self.whole, &self.fraction).cmp(&(
                other.whole.len(),
                &other.whole,
                &other.fraction,
            ))
        };
        match (self.negative, other.negative) {
            (false, false) => magnitude(),
            (true, true) => magnitude().reverse(),
            (negative, _) => {
                if negative {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// ISO 8601, or seconds since 1970.
pub(crate) fn parse_date(text: &str) -> Option<Timestamp> {
    if let Ok(seconds) = text.parse::<i64>() {
        return Some(Timestamp::from_secs(seconds));
    }
    Timestamp::parse_iso8601(text).ok()
}

pub(crate) fn parse_bool(text: &str) -> Option<bool> {
    if text.eq_ignore_ascii_case("true") {
        Some(true)
    } else if text.eq_ignore_ascii_case("false") {
        Some(false)
    } else {
        None
    }
}

/// An address range in CIDR notation; a single address is a range of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Network {
    address: IpAddr,
    prefix: u8,
}

impl Network {
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, Some(prefix)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok()?,
            Some(_) => return None,
            None => width,
        };
        (prefix <= width).then_some(Self { address, prefix })
    }

    /// Whether every address of its family is in it.
    pub(crate) fn is_all(&self) -> bool {
        self.prefix == 0
    }

    /// The range as it is meant to be written, when its address has bits after the prefix.
    pub(crate) fn tightened(&self) -> Option<String> {
        let first: IpAddr = match self.address {
            IpAddr::V4(address) => {
                let mask = u32::MAX.checked_shl(32u32.saturating_sub(self.prefix.into())).unwrap_or(0);
                Ipv4Addr::from_bits(address.to_bits() & mask).into()
            }
            IpAddr::V6(address) => {
                let mask = u128::MAX.checked_shl(128u32.saturating_sub(self.prefix.into())).unwrap_or(0);
                Ipv6Addr::from_bits(address.to_bits() & mask).into()
            }
        };
        (first != self.address).then(|| format!("{first}/{}", self.prefix))
    }

    /// Bits of the range's address after the prefix do not count. An IPv4 address written in IPv6 form is the IPv4 address.
    pub(crate) fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(range), IpAddr::V4(address)) => {
                let host_bits = 32u32.saturating_sub(self.prefix.into());
                (range.to_bits() ^ address.to_bits()).checked_shr(host_bits).unwrap_or(0) == 0
            }
            (IpAddr::V6(range), IpAddr::V6(address)) => {
                let host_bits = 128u32.saturating_sub(self.prefix.into());
                (range.to_bits() ^ address.to_bits()).checked_shr(host_bits).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_compare_exactly() {
        let number = |text: &str| Decimal::parse(text).unwrap();
        assert_eq!(number("007.50"), number("7.5"));
        assert_eq!(number("-0"), number("0.0"));
        let ordered = [
            "-10",
            "-9.5",
            "-9",
            "0",
            "0.09",
            "0.1",
            "2",
            "10",
            "10.01",
            "9007199254740992",
            "9007199254740993",
        ];
        for pair in ordered.windows(2) {
            assert!(number(pair[0]) < number(pair[1]), "{pair:?}");
        }
        for text in ["", "-", ".", "1.", ".5", "1e3", "0x1", "1 ", "١", "NaN", "--1"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
    }

    #[test]
    fn networks_of_both_families() {
        for (range, address, expected) in [
            ("203.0.113.0/24", "203.0.113.9", true),
            ("203.0.113.77/24", "203.0.113.9", true),
            ("203.0.113.0/24", "203.0.114.9", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("0.0.0.0/0", "::1", false),
            ("10.0.0.1", "10.0.0.1", true),
            ("10.0.0.1", "10.0.0.2", false),
            ("10.0.0.0/8", "::ffff:10.1.2.3", true),
            ("2001:db8::/32", "2001:db8:1::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
            ("::/0", "2001:db8::1", true),
        ] {
            let network = Network::parse(range).unwrap();
            assert_eq!(network.contains(address.parse().unwrap()), expected, "{address} in {range}");
        }
        for text in
            ["", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/+8", "::/129", "10.0.0.0/8/8", "host"]
        {
            assert_eq!(Network::parse(text), None, "{text}");
        }
    }

    #[test]
    fn dates() {
        let expected = Timestamp::parse_iso8601("2026-01-31T12:00:00Z").unwrap();
        assert_eq!(parse_date("1769860800"), Some(expected));
        assert_eq!(parse_date("2026-01-31T12:00:00Z"), Some(expected));
        assert_eq!(parse_date("yesterday"), None);
    }
}
