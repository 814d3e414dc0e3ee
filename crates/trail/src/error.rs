use aws_model::cloudtrail::errors;
use gate::{Fault, ServiceError};

/// Why a question was not answered.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A time range that ends before it begins.
    #[error("The start time must be before the end time.")]
    InvalidTimeRange,
    /// More than one attribute, or an empty value.
    #[error("{0}")]
    InvalidLookupAttributes(&'static str),
    /// A page size out of its range.
    #[error("MaxResults must be between 1 and 50.")]
    InvalidMaxResults,
    /// A token that was not given out, or for a question about another time.
    #[error("The token is not valid: pass the NextToken of the page before, with the same other parameters.")]
    InvalidNextToken,
    /// The index belongs to another log.
    #[error("the trail's index belongs to another audit log: delete it, it is built again")]
    ForeignIndex,
    /// The log was cut, or put back to an older state.
    #[error(
        "the audit log was replaced or cut: it ends at sequence {ends}, the trail's index knows {indexed}"
    )]
    LogCut {
        /// The sequence of the log's last record.
        ends: u64,
        /// The sequence up to which the index knows it.
        indexed: u64,
    },
    /// The index cannot be read or written.
    #[error("the trail's index failed")]
    Store(#[from] store::Error),
    /// The log cannot be read.
    #[error("the audit log could not be read")]
    Log(#[from] audit_log::Error),
    /// The program is about to end.
    #[error("the lookup was broken off")]
    BrokenOff,
}

impl ServiceError for Error {
    fn fault(&self) -> Option<Fault> {
        let code = match self {
            Self::InvalidTimeRange => &errors::INVALID_TIME_RANGE_EXCEPTION,
            Self::InvalidLookupAttributes(_) => &errors::INVALID_LOOKUP_ATTRIBUTES_EXCEPTION,
            Self::InvalidMaxResults => &errors::INVALID_MAX_RESULTS_EXCEPTION,
            Self::InvalidNextToken => &errors::INVALID_NEXT_TOKEN_EXCEPTION,
            Self::ForeignIndex | Self::LogCut { .. } | Self::Store(_) | Self::Log(_) | Self::BrokenOff => {
                return None;
            }
        };
        Some(Fault::new(code, self.to_string()))
    }
}
