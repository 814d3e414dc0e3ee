#![doc = include_str!("../README.md")]

mod counting;
mod meter;
mod rate;
mod rates;
mod table;

pub use counting::Counting;
pub use meter::{Exceeded, Meter};
pub use rate::Rate;
pub use rates::{Rates, Setting};
pub use table::{QUOTAS, Quota, QuotaId, Weight};

/// Why a text is no quota setting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Not of the form.
    #[error(
        "{0:?} is no quota setting: write NAME=RATE, such as kms:Rsa=500 or kms:Rsa=unlimited, or one of aws, default, unlimited for all"
    )]
    NotASetting(String),
    /// There is no such quota.
    #[error("there is no quota {0:?}; docs/quotas.md has the names")]
    UnknownQuota(String),
    /// Not a rate.
    #[error(
        "{0:?} is no rate: write calls for each second, 0.001 to 1000000 with at most three decimals, or unlimited"
    )]
    NotARate(String),
}
