use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_kms::error::{ProvideErrorMetadata, SdkError};
use encryption_sdk_message::Error as MessageError;
use tenant_id::TenantId;

/// Why a call failed. No message holds plaintext, keys or credentials.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An argument or an option that can never work.
    #[error("{reason}")]
    InvalidInput {
        /// What is wrong, and what to give instead.
        reason: String,
    },
    /// The message belongs to another tenant, or another key than the one behind the tenant's alias made it.
    #[error("the message does not belong to tenant `{tenant}`: read it as the tenant that wrote it")]
    WrongTenant {
        /// The tenant that was asked for.
        tenant: TenantId,
    },
    /// The message was made with another encryption context.
    #[error(
        "the message has another value, or none, for `{key}` in its encryption context: expect what it was made with"
    )]
    WrongContext {
        /// The key whose value is not the expected one.
        key: String,
    },
    /// The message was changed, cut off or moved to another place.
    #[error("the message is not as it was made ({detail}): read it again from where it is stored")]
    Tampered {
        /// What did not hold.
        detail: String,
    },
    /// The key exists, and cannot be used now: it is disabled, or has no key material.
    #[error("the key of tenant `{tenant}` cannot be used now ({detail}): resume the tenant")]
    KeyDisabled {
        /// The tenant that was asked for.
        tenant: TenantId,
        /// What KMS said.
        detail: String,
    },
    /// There is no key: no alias, or the key is deleted or waits for its deletion.
    #[error("tenant `{tenant}` has no key ({detail}): onboard the tenant, or cancel the deletion")]
    KeyGone {
        /// The tenant that was asked for.
        tenant: TenantId,
        /// What KMS said.
        detail: String,
    },
    /// The caller may not take the role, or the role may not use the key.
    #[error("access denied ({detail}): check the role's trust policy, its permissions and the key's policy")]
    AccessDenied {
        /// What the service said.
        detail: String,
    },
    /// Too many requests, also after the retries that the configuration allows.
    #[error("too many requests ({detail}): try later, or cache data keys")]
    Throttled {
        /// What the service said.
        detail: String,
    },
    /// The service was not reached or did not work, also after the retries that the configuration allows.
    #[error("the service cannot be reached or does not work ({detail}): try later")]
    Unavailable {
        /// What happened.
        detail: String,
    },
    /// Reading or writing of a stream failed.
    #[error("reading or writing failed: {0}")]
    Io(#[from] std::io::Error),
}

impl Error {
    /// Whether the same call may succeed later.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Throttled { .. } | Self::Unavailable { .. } | Self::Io(_))
    }

    pub(crate) fn invalid(reason: impl Into<String>) -> Self {
        Self::InvalidInput { reason: reason.into() }
    }

    pub(crate) fn tampered(detail: impl Into<String>) -> Self {
        Self::Tampered { detail: detail.into() }
    }
}

impl From<MessageError> for Error {
    fn from(error: MessageError) -> Self {
        if error.is_tampered() { Self::tampered(error.to_string()) } else { Self::invalid(error.to_string()) }
    }
}

/// How a call to KMS or STS failed.
pub(crate) enum Failure {
    /// The credentials are over: new ones may help.
    Expired(String),
    Error(Error),
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Expired(detail) => Self::AccessDenied { detail },
            Failure::Error(error) => error,
        }
    }
}

/// What an answer of KMS or STS means for a tenant.
pub(crate) fn failure<E>(tenant: &TenantId, error: &SdkError<E>) -> Failure
where
    E: ProvideErrorMetadata + std::error::Error + 'static,
{
    let SdkError::ServiceError(service) = error else {
        return Failure::Error(match error {
            SdkError::ConstructionFailure(_) => Error::invalid(format!(
                "the request cannot be made ({}): check the configuration",
                chain(error)
            )),
            _ => missing_credentials(error).unwrap_or_else(|| Error::Unavailable { detail: chain(error) }),
        });
    };
    let (code, message) = (service.err().code().unwrap_or("no code"), service.err().message());
    let tenant = tenant.clone();
    let detail = message.map_or_else(|| code.to_owned(), |message| format!("{code}: {message}"));
    Failure::Error(match code {
        "ExpiredTokenException" | "ExpiredToken" => return Failure::Expired(detail),
        "IncorrectKeyException" => Error::WrongTenant { tenant },
        "InvalidCiphertextException" => Error::tampered("KMS cannot decrypt its data key"),
        "DisabledException" => Error::KeyDisabled { tenant, detail },
        "NotFoundException" => Error::KeyGone { tenant, detail },
        "KMSInvalidStateException" if detail.contains("pending deletion") => {
            Error::KeyGone { tenant, detail }
        }
        "KMSInvalidStateException" => Error::KeyDisabled { tenant, detail },
        "AccessDeniedException"
        | "AccessDenied"
        | "InvalidClientTokenId"
        | "UnrecognizedClientException"
        | "SignatureDoesNotMatch"
        | "InvalidSignatureException"
        | "InvalidIdentityToken"
        | "IDPRejectedClaim"
        | "RegionDisabledException" => Error::AccessDenied { detail },
        "ThrottlingException"
        | "Throttling"
        | "LimitExceededException"
        | "RequestLimitExceeded"
        | "TooManyRequestsException"
        | "SlowDown" => Error::Throttled { detail },
        // What STS could not ask the identity provider, it may be able to ask later.
        "IDPCommunicationError" => Error::Unavailable { detail },
        _ => match service.raw().status().as_u16() {
            429 => Error::Throttled { detail },
            400..=407 | 409..500 => {
                Error::invalid(format!("the service refused the request ({detail}): check the options"))
            }
            _ => Error::Unavailable { detail },
        },
    })
}

/// The configuration has no credentials: no later time helps.
fn missing_credentials(error: &(dyn std::error::Error + 'static)) -> Option<Error> {
    let mut next = Some(error);
    while let Some(cause) = next {
        match cause.downcast_ref() {
            Some(CredentialsError::CredentialsNotLoaded(_) | CredentialsError::InvalidConfiguration(_)) => {
                let reason = format!(
                    "there are no credentials ({}): configure some, as for the AWS CLI",
                    chain(cause)
                );
                return Some(Error::invalid(reason));
            }
            _ => next = cause.source(),
        }
    }
    None
}

/// An error with its causes: the SDK's own text is only `dispatch failure`.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(cause) = next {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        next = cause.source();
    }
    text
}
