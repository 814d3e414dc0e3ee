use super::{FieldValue, number};
use crate::Error;

/// A value of a column. An encrypted column is binary (`BYTEA`, `BLOB`), its beacon a text.
///
/// Equal numbers have one beacon, whichever of the three kinds they are.
#[derive(Debug, Clone, PartialEq)]
pub enum SqlValue {
    /// NULL. It is encrypted like any value.
    Null,
    /// A boolean.
    Bool(bool),
    /// An integer.
    Integer(i64),
    /// A floating-point number; all its bits come back.
    Real(f64),
    /// A decimal number, as its digits: `NUMERIC`.
    Decimal(String),
    /// A day: `DATE`, as `2026-01-31`.
    Date(String),
    /// A time of day: `TIME`, as `13:05:00` or `13:05:00.250000`; of `TIMETZ` with its offset, as `13:05:00+01:00`.
    Time(String),
    /// A day and a time: `TIMESTAMP`, as `2026-01-31T13:05:00`; of `TIMESTAMPTZ` in UTC, as `2026-01-31T13:05:00+00:00`. Write fractions of a second
    /// as microseconds, and none when they are 0: then one moment has one beacon in all languages.
    Timestamp(String),
    /// A `UUID`, as `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`.
    Uuid(String),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl FieldValue for SqlValue {
    fn encode(&self) -> Result<Vec<u8>, Error> {
        let (kind, bytes) = match self {
            Self::Null => (b"SN", Vec::new()),
            Self::Bool(value) => (b"Sb", vec![u8::from(*value)]),
            Self::Integer(value) => (b"SI", value.to_be_bytes().to_vec()),
            Self::Real(value) => (b"SR", value.to_bits().to_be_bytes().to_vec()),
            Self::Decimal(digits) => (b"SD", digits.as_bytes().to_vec()),
            Self::Date(day) => (b"Sd", day.as_bytes().to_vec()),
            Self::Time(time) => (b"St", time.as_bytes().to_vec()),
            Self::Timestamp(moment) => (b"Ss", moment.as_bytes().to_vec()),
            Self::Uuid(digits) => (b"SU", digits.as_bytes().to_vec()),
            Self::Text(value) => (b"ST", value.as_bytes().to_vec()),
            Self::Bytes(value) => (b"SB", value.clone()),
        };
        Ok([&kind[..], &bytes].concat())
    }

    fn searched(&self) -> Result<Vec<u8>, Error> {
        let digits = match self {
            Self::Integer(value) => value.to_string(),
            Self::Real(value) => format!("{value:e}"),
            Self::Decimal(digits) => digits.clone(),
            other => return other.encode(),
        };
        Self::Decimal(number::canonical(&digits)).encode()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        let (kind, bytes) = bytes.split_at_checked(2)?;
        Some(match kind {
            b"SN" if bytes.is_empty() => Self::Null,
            b"Sb" => match bytes {
                [0] => Self::Bool(false),
                [1] => Self::Bool(true),
                _ => return None,
            },
            b"SI" => Self::Integer(i64::from_be_bytes(bytes.try_into().ok()?)),
            b"SR" => Self::Real(f64::from_bits(u64::from_be_bytes(bytes.try_into().ok()?))),
            b"SD" => Self::Decimal(String::from_utf8(bytes.to_vec()).ok()?),
            b"Sd" => Self::Date(String::from_utf8(bytes.to_vec()).ok()?),
            b"St" => Self::Time(String::from_utf8(bytes.to_vec()).ok()?),
            b"Ss" => Self::Timestamp(String::from_utf8(bytes.to_vec()).ok()?),
            b"SU" => Self::Uuid(String::from_utf8(bytes.to_vec()).ok()?),
            b"ST" => Self::Text(String::from_utf8(bytes.to_vec()).ok()?),
            b"SB" => Self::Bytes(bytes.to_vec()),
            _ => return None,
        })
    }

    fn of_message(message: Vec<u8>) -> Self {
        Self::Bytes(message)
    }

    fn message(&self) -> Option<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Some(bytes.clone()),
            _ => None,
        }
    }

    fn of_beacon(beacon: String) -> Self {
        Self::Text(beacon)
    }
}
