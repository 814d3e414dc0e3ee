use aws_model::xks::errors;
use aws_model::{Constraint, Service, ValidationError};
use gate::{Fault, ServiceError};

use crate::Error;

/// Why a call of the XKS proxy API fails after the caller was authenticated.
#[derive(Debug, thiserror::Error)]
pub enum XksError {
    /// The caller's account has no such key in the region.
    #[error(
        "There is no key {0} in the credential's account and the region of the URI path, or of the signature."
    )]
    NoSuchKey(String),
    /// It is a key of another kind. The key ARN.
    #[error("{0} cannot be an external key: only symmetric encryption keys whose material is in Lodge can.")]
    NotExternal(String),
    /// What has come back is not what was made, or not for this key or data.
    #[error(
        "The ciphertext, its metadata, the initialization vector, the tag or the additional authenticated data is not what the key made."
    )]
    InvalidCiphertext,
    /// What was just encrypted does not decrypt.
    #[error("what was encrypted did not decrypt")]
    NotReversible,
    /// As in the KMS API.
    #[error(transparent)]
    Kms(#[from] Error),
}

/// Source: the specification's "Error codes".
impl ServiceError for XksError {
    fn fault(&self) -> Option<Fault> {
        let code = match self {
            Self::NoSuchKey(_) => &errors::KEY_NOT_FOUND_EXCEPTION,
            Self::NotExternal(_) | Self::Kms(Error::WrongUsage { .. }) => {
                &errors::INVALID_KEY_USAGE_EXCEPTION
            }
            Self::InvalidCiphertext => &errors::INVALID_CIPHERTEXT_EXCEPTION,
            Self::Kms(Error::Disabled(_) | Error::PendingDeletion(_) | Error::InvalidState { .. }) => {
                &errors::INVALID_STATE_EXCEPTION
            }
            Self::NotReversible | Self::Kms(_) => return None,
        };
        Some(Fault::new(code, self.to_string()))
    }

    /// A parameter that is larger than what is supported has an error of its own, and so has a part of a ciphertext that no ciphertext has.
    fn invalid_input(_: &Service, error: &ValidationError) -> Fault {
        let all = |is: fn(&str, Constraint) -> bool| {
            error.violations().iter().all(|violation| is(&violation.path, violation.constraint))
        };
        let code = if all(is_too_large) {
            &errors::UNSUPPORTED_OPERATION_EXCEPTION
        } else if all(is_no_ciphertext) {
            &errors::INVALID_CIPHERTEXT_EXCEPTION
        } else {
            &errors::VALIDATION_EXCEPTION
        };
        Fault::new(code, error.to_string())
    }
}

fn is_too_large(path: &str, constraint: Constraint) -> bool {
    matches!(constraint, Constraint::MaxLength(_))
        && ["plaintext", "ciphertext", "additionalAuthenticatedData"].contains(&path)
}

fn is_no_ciphertext(path: &str, constraint: Constraint) -> bool {
    matches!(constraint, Constraint::MinLength(_) | Constraint::MaxLength(_))
        && ["initializationVector", "authenticationTag"].contains(&path)
}
