use std::fmt;
use std::str::FromStr;

use crate::table::{QUOTAS, Quota, QuotaId};
use crate::{Error, Rate};

/// The rate of each quota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rates {
    // INVARIANT: as long as QUOTAS.
    by_quota: Vec<Rate>,
}

impl Default for Rates {
    /// What Lodge starts with.
    fn default() -> Self {
        Self::by(|quota| quota.default)
    }
}

impl Rates {
    /// AWS's own figures, where AWS documents them.
    pub fn of_aws() -> Self {
        Self::by(|quota| quota.aws.unwrap_or(quota.default))
    }

    /// No quota at all.
    pub fn unlimited() -> Self {
        Self::by(|_| Rate::UNLIMITED)
    }

    /// The default with these settings over it, one after the other.
    pub fn with(settings: &[Setting]) -> Self {
        let mut rates = Self::default();
        for setting in settings {
            match setting {
                Setting::Default => rates = Self::default(),
                Setting::Aws => rates = Self::of_aws(),
                Setting::Unlimited => rates = Self::unlimited(),
                Setting::One(quota, rate) => {
                    if let Some(place) = rates.by_quota.get_mut(quota.index()) {
                        *place = *rate;
                    }
                }
            }
        }
        rates
    }

    /// The rate of a quota.
    pub fn of(&self, quota: QuotaId) -> Rate {
        self.by_quota.get(quota.index()).copied().unwrap_or(Rate::UNLIMITED)
    }

    fn by(rate: impl Fn(&Quota) -> Rate) -> Self {
        Self { by_quota: QUOTAS.iter().map(rate).collect() }
    }
}

/// One setting of the operator's: `kms:Rsa=500`, `kms:Rsa=unlimited`, or for all quotas `default`, `aws`, `unlimited`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// All as Lodge has them.
    Default,
    /// All as AWS has them.
    Aws,
    /// None at all.
    Unlimited,
    /// One quota's rate.
    One(QuotaId, Rate),
}

impl FromStr for Setting {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "default" => Ok(Self::Default),
            "aws" => Ok(Self::Aws),
            "unlimited" => Ok(Self::Unlimited),
            text => {
                let (name, rate) = text.split_once('=').ok_or_else(|| Error::NotASetting(text.to_owned()))?;
                let quota = QuotaId::named(name).ok_or_else(|| Error::UnknownQuota(name.to_owned()))?;
                Ok(Self::One(quota, rate.parse()?))
            }
        }
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => out.write_str("default"),
            Self::Aws => out.write_str("aws"),
            Self::Unlimited => out.write_str("unlimited"),
            Self::One(quota, rate) => write!(out, "{}={rate}", quota.quota().name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(rates: &Rates, name: &str) -> String {
        rates.of(QuotaId::named(name).unwrap()).to_string()
    }

    #[test]
    fn settings_are_read_written_and_come_one_over_the_other() {
        let settings = ["aws", "kms:Rsa=0.5", "kms:CreateKey=unlimited"].map(|text| {
            let setting: Setting = text.parse().unwrap();
            assert_eq!(setting.to_string(), text);
            setting
        });
        let rates = Rates::with(&settings);
        assert_eq!(rate(&rates, "kms:Rsa"), "0.5");
        assert_eq!(rate(&rates, "kms:CreateKey"), "unlimited");
        assert_eq!(rate(&rates, "kms:CreateAlias"), "5");
        assert_eq!(Rates::with(&[Setting::Aws, Setting::Default]), Rates::default());
        assert_eq!(rate(&Rates::with(&[Setting::Unlimited]), "sts"), "unlimited");
    }

    #[test]
    fn what_is_no_setting_is_said() {
        assert_eq!("kms:Rsa".parse::<Setting>(), Err(Error::NotASetting("kms:Rsa".to_owned())));
        assert_eq!("kms:Dsa=1".parse::<Setting>(), Err(Error::UnknownQuota("kms:Dsa".to_owned())));
        assert_eq!("kms:Rsa=0".parse::<Setting>(), Err(Error::NotARate("0".to_owned())));
    }
}
