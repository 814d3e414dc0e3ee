#![doc = include_str!("../README.md")]

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The one partition that Lodge issues names in.
pub const PARTITION: &str = "aws";

/// Why a text is not a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The text does not have the six colon-separated parts of an ARN.
    #[error("not an ARN: expected arn:partition:service:region:account-id:resource")]
    NotAnArn,
    /// Not twelve decimal digits.
    #[error("not an account id: expected 12 digits")]
    NotAnAccountId,
    /// Not a region name such as `eu-west-1`.
    #[error("not a region name: expected a form such as eu-west-1")]
    NotARegion,
}

/// An Amazon Resource Name: `arn:partition:service:region:account-id:resource`.
///
/// Region and account may be empty (IAM has no region, S3 has neither). The resource is never empty and may itself
/// hold colons. Source: IAM User Guide, "Identify AWS resources with Amazon Resource Names (ARNs)".
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Arn {
    text: Box<str>,
    // Byte offsets of the first character after each of the five colons.
    parts: [u16; 5],
}

impl Arn {
    /// The name of a resource of `service`. `region` is `None` for global services.
    pub fn new(
        service: &str,
        region: Option<&Region>,
        account: AccountId,
        resource: &str,
    ) -> Result<Self, Error> {
        let region = region.map_or("", Region::as_str);
        format!("arn:{PARTITION}:{service}:{region}:{account}:{resource}").parse()
    }

    /// `aws`, `aws-cn`, ...
    pub fn partition(&self) -> &str {
        self.part(0)
    }

    /// `kms`, `iam`, ...
    pub fn service(&self) -> &str {
        self.part(1)
    }

    /// The region, or an empty text for a global resource.
    pub fn region(&self) -> &str {
        self.part(2)
    }

    /// The account as written: twelve digits, or empty.
    pub fn account(&self) -> &str {
        self.part(3)
    }

    /// The account as an id, when the ARN has one.
    pub fn account_id(&self) -> Option<AccountId> {
        self.account().parse().ok()
    }

    /// What stands behind the fifth colon.
    pub fn resource(&self) -> &str {
        self.part(4)
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    fn part(&self, index: usize) -> &str {
        let start = self.parts.get(index).map_or(0, |&at| usize::from(at));
        let end = self.parts.get(index + 1).map_or(self.text.len(), |&at| usize::from(at) - 1);
        self.text.get(start..end).unwrap_or_default()
    }
}

impl FromStr for Arn {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if text.len() > 2048 || !text.starts_with("arn:") {
            return Err(Error::NotAnArn);
        }
        let mut parts = [0u16; 5];
        let mut colons = text.bytes().enumerate().filter(|(_, byte)| *byte == b':');
        for slot in &mut parts {
            let (at, _) = colons.next().ok_or(Error::NotAnArn)?;
            *slot = u16::try_from(at + 1).map_err(|_| Error::NotAnArn)?;
        }
        let arn = Self { text: text.into(), parts };
        if arn.partition().is_empty() || arn.service().is_empty() || arn.resource().is_empty() {
            return Err(Error::NotAnArn);
        }
        Ok(arn)
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

impl fmt::Debug for Arn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.text, out)
    }
}

/// A 12-digit account id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId([u8; 12]);

impl AccountId {
    /// The account with this number, zero-padded to twelve digits; `None` for more than twelve digits.
    pub fn from_number(number: u64) -> Option<Self> {
        format!("{number:012}").parse().ok()
    }

    /// The twelve digits.
    pub fn as_str(&self) -> &str {
        // INVARIANT: only ASCII digits are stored.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// `arn:aws:iam::ACCOUNT:root`, the name of the account itself as a principal.
    pub fn root_arn(&self) -> String {
        format!("arn:{PARTITION}:iam::{self}:root")
    }
}

impl FromStr for AccountId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let digits: [u8; 12] = text.as_bytes().try_into().map_err(|_| Error::NotAnAccountId)?;
        if digits.iter().all(u8::is_ascii_digit) { Ok(Self(digits)) } else { Err(Error::NotAnAccountId) }
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Debug for AccountId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A region name such as `eu-west-1`: lower-case words and a number, joined by hyphens; 64 bytes at most.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region(Box<str>);

impl Region {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Region {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let mut words = text.split('-');
        let last = words.next_back().unwrap_or_default();
        let number = (1..=2).contains(&last.len()) && last.bytes().all(|byte| byte.is_ascii_digit());
        let mut named = 0;
        let letters = words.all(|word| {
            named += 1;
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
        });
        if text.len() <= 64 && number && letters && named >= 2 {
            Ok(Self(text.into()))
        } else {
            Err(Error::NotARegion)
        }
    }
}

impl fmt::Display for Region {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

macro_rules! as_text {
    ($($name:ty),*) => {$(
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    )*};
}
as_text!(Arn, AccountId, Region);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_key_arn() {
        let arn: Arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd".parse().unwrap();
        assert_eq!(arn.partition(), "aws");
        assert_eq!(arn.service(), "kms");
        assert_eq!(arn.region(), "eu-west-1");
        assert_eq!(arn.account(), "111122223333");
        assert_eq!(arn.resource(), "key/1234abcd");
    }

    #[test]
    fn a_resource_may_hold_colons_and_region_and_account_may_be_empty() {
        let arn: Arn = "arn:aws:logs:::group:name:*".parse().unwrap();
        assert_eq!((arn.region(), arn.account(), arn.resource()), ("", "", "group:name:*"));
        assert_eq!(arn.account_id(), None);
    }

    #[test]
    fn wrong_names_are_refused() {
        for text in
            ["", "arn", "arn:aws:kms:eu-west-1:1:", "arn:aws:kms", "arn::kms:::key/1", "urn:aws:kms:::key"]
        {
            assert_eq!(text.parse::<Arn>(), Err(Error::NotAnArn), "{text}");
        }
        for text in ["", "12345678901", "1234567890123", "12345678901a", "１２３４"] {
            assert_eq!(text.parse::<AccountId>(), Err(Error::NotAnAccountId), "{text}");
        }
        for text in ["", "eu", "eu-1", "eu-west-", "EU-west-1", "eu--west-1", "eu-west-123", "-eu-west-1"] {
            assert_eq!(text.parse::<Region>(), Err(Error::NotARegion), "{text}");
        }
    }

    #[test]
    fn numbers_become_ids() {
        assert_eq!(AccountId::from_number(42).unwrap().as_str(), "000000000042");
        assert_eq!(AccountId::from_number(1_000_000_000_000), None);
    }
}
