//! What can go wrong.

use aws_sdk_kms::error::{ProvideErrorMetadata, SdkError};
use serde::{Serialize, Serializer};
use tenant_id::TenantId;

/// Why something could not be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The text is not the id of a tenant.
    #[error(transparent)]
    TenantId(#[from] tenant_id::Error),
    /// The endpoint answered that it will not do this.
    #[error("{operation} was refused: {code}: {message}")]
    Refused {
        /// The operation of the AWS API.
        operation: &'static str,
        /// The code of the error, such as `AccessDeniedException`.
        code: String,
        /// What the endpoint says about it.
        message: String,
    },
    /// There was no answer, or one that is not understood. A change may have happened or not: saying the same again is safe.
    #[error("{operation} got no answer: {reason}; say the same again, it goes on where it ended")]
    NoAnswer {
        /// The operation of the AWS API.
        operation: &'static str,
        /// What the connection says about it.
        reason: String,
    },
    /// No key belongs to this tenant.
    #[error("there is no tenant '{0}'; 'lodge tenants onboard' makes one, 'lodge tenants list' shows all")]
    NoSuchTenant(TenantId),
    /// The tenant's key is on its way out.
    #[error(
        "the tenant '{tenant}' is being offboarded: its key {key} ends at {deletion}; 'lodge tenants cancel-offboarding' brings it back, \
         'lodge tenants onboard --anew' begins with a new key"
    )]
    Offboarding {
        /// The tenant.
        tenant: TenantId,
        /// The id of its key.
        key: String,
        /// When the key is deleted, RFC 3339.
        deletion: String,
    },
    /// The tenant has a key in another place than the one asked for.
    #[error(
        "the tenant '{tenant}' has a key of origin {found} already, not {wanted}; offboard the tenant first to change that"
    )]
    OtherOrigin {
        /// The tenant.
        tenant: TenantId,
        /// The origin of its key, with the key store and the external key where it has them.
        found: String,
        /// What was asked for.
        wanted: String,
    },
    /// Something that the command needs does not hold.
    #[error("{0}")]
    Unfit(String),
    /// The settings by which the service calls the KMS are not as they should be: not the caller's fault, when it is asked by others.
    #[error("{0}")]
    Settings(String),
    /// A file or text from outside is not as it should be.
    #[error("{0}")]
    Input(String),
}

/// What an [`Error`] means to a caller, for instance for the status of an HTTP answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The caller's input is wrong.
    Input,
    /// There is no such tenant.
    NotFound,
    /// The tenant is in a state that does not fit.
    Conflict,
    /// The endpoint's policies do not allow it.
    Forbidden,
    /// Too many requests.
    Throttled,
    /// No answer, or the endpoint is in trouble.
    Unavailable,
    /// Refused for another reason.
    Refused,
}

impl Error {
    /// What it means to a caller.
    pub fn kind(&self) -> Kind {
        match self {
            Self::TenantId(_) | Self::Input(_) => Kind::Input,
            Self::NoSuchTenant(_) => Kind::NotFound,
            Self::Offboarding { .. } | Self::OtherOrigin { .. } | Self::Unfit(_) => Kind::Conflict,
            Self::NoAnswer { .. } | Self::Settings(_) => Kind::Unavailable,
            Self::Refused { code, .. } => match code.as_str() {
                "AccessDeniedException" | "AccessDenied" => Kind::Forbidden,
                "NotFoundException" => Kind::NotFound,
                "ValidationException"
                | "InvalidMarkerException"
                | "InvalidNextTokenException"
                | "InvalidTimeRangeException"
                | "IncorrectKeyMaterialException"
                | "InvalidImportTokenException"
                | "ExpiredImportTokenException"
                | "InvalidCiphertextException" => Kind::Input,
                "KMSInternalException"
                | "DependencyTimeoutException"
                | "ServiceUnavailable"
                | "InternalFailure" => Kind::Unavailable,
                "AlreadyExistsException" | "KMSInvalidStateException" | "DisabledException" => Kind::Conflict,
                code if is_throttling(code) => Kind::Throttled,
                _ => Kind::Refused,
            },
        }
    }

    /// The code of a refusal.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Refused { code, .. } => Some(code),
            _ => None,
        }
    }

    /// Of a call of the SDK.
    pub(crate) fn of_call<E, R>(operation: &'static str, error: SdkError<E, R>) -> Self
    where
        E: ProvideErrorMetadata + std::error::Error + 'static,
        R: std::fmt::Debug,
    {
        match &error {
            SdkError::ServiceError(refusal) if refusal.err().code().is_some() => {
                let refusal = refusal.err();
                Self::Refused {
                    operation,
                    code: refusal.code().unwrap_or_default().to_owned(),
                    message: refusal.message().unwrap_or_default().to_owned(),
                }
            }
            SdkError::ServiceError(refusal) => Self::NoAnswer {
                operation,
                reason: format!("an answer that is no AWS error: {}", refusal.err()),
            },
            _ => Self::NoAnswer { operation, reason: with_causes(&error) },
        }
    }
}

/// As its text, in reports.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Codes by which AWS services say that there were too many requests.
fn is_throttling(code: &str) -> bool {
    matches!(
        code,
        "ThrottlingException"
            | "Throttling"
            | "ThrottledException"
            | "TooManyRequestsException"
            | "RequestLimitExceeded"
    )
}

/// An error and its causes in one line: the SDK's own text ends before what matters, such as "connection refused".
pub(crate) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_text = inner.to_string();
        if !text.ends_with(&inner_text) {
            text.push_str(": ");
            text.push_str(&inner_text);
        }
        cause = inner.source();
    }
    text
}
