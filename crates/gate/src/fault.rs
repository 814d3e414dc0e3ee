use aws_model::tenants::errors as tenants;
use aws_model::xks::errors as xks;
use aws_model::{ErrorCode, Protocol, Service, ValidationError};

/// An error as the caller sees it: AWS's code, HTTP status and text.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The code and status.
    pub code: &'static ErrorCode,
    /// The text. It names no secret and nothing of the inside.
    pub message: String,
    /// What else the error's shape holds, texts by member name: `Reason`.
    pub members: Vec<(&'static str, String)>,
    /// Of a denied call: why, sealed, for DecodeAuthorizationMessage.
    pub authorization_message: Option<String>,
}

impl Fault {
    /// A fault with this code and text.
    pub fn new(code: &'static ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), members: Vec::new(), authorization_message: None }
    }

    /// The same with one more member of the error's shape.
    #[must_use]
    pub fn with(mut self, member: &'static str, text: impl Into<String>) -> Self {
        self.members.push((member, text.into()));
        self
    }

    /// A fault that every service has, under the code that this service uses for it.
    pub fn common(service: &Service, kind: CommonFault, message: impl Into<String>) -> Self {
        Self::new(kind.code(service), message)
    }

    /// The signature does not hold, in the words of the service's protocol.
    pub fn signature(service: &Service, error: &sigv4::Error) -> Self {
        let own = match service.protocol {
            Protocol::XksProxy => Some(&xks::AUTHENTICATION_FAILED_EXCEPTION),
            Protocol::RestJson => Some(&tenants::UNAUTHENTICATED_EXCEPTION),
            Protocol::Json { .. } | Protocol::Query { .. } => None,
        };
        if let Some(code) = own {
            return Self::new(code, error.to_string());
        }
        let family = if is_json(service) { sigv4::Family::Json } else { sigv4::Family::Query };
        let code = error.code(family);
        let known = SIGNATURE_CODES.iter().copied().find(|known| known.code == code);
        Self::new(known.unwrap_or(&INVALID_SIGNATURE_EXCEPTION), error.to_string())
    }

    /// The account is over its quota. Sources: KMS Developer Guide, "Throttling AWS KMS requests"; for other services, what they answer.
    pub(crate) fn throttled(service: &Service) -> Self {
        let message = match service.id {
            "kms" => {
                "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls."
            }
            _ => "Rate exceeded",
        };
        Self::common(service, CommonFault::Throttled, message)
    }

    /// Something inside failed. The details went to the log, not to the caller.
    pub fn internal(service: &Service) -> Self {
        Self::common(
            service,
            CommonFault::Internal,
            "The request was rejected because an internal error occurred. The request can be retried.",
        )
    }
}

/// A service's error, as the gate needs it: one file per service maps its errors to wire errors.
pub trait ServiceError: std::error::Error + Send + Sync + 'static {
    /// The wire error, or `None` for what only the operator may see (a failing disk, a corrupt record).
    fn fault(&self) -> Option<Fault>;

    /// The answer to input that breaks the constraints of the service description, for services that have one of their own.
    fn invalid_input(service: &Service, error: &ValidationError) -> Fault
    where
        Self: Sized,
    {
        Fault::common(service, CommonFault::Validation, error.to_string())
    }
}

/// Faults that do not stand in any service description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommonFault {
    /// Policy says no.
    AccessDenied,
    /// The input breaks a constraint of the description.
    Validation,
    /// Lodge itself failed.
    Internal,
    /// Busy or shutting down; the same call may go through later.
    Unavailable,
    /// The access key or session token means nothing here.
    UnknownCredential,
    /// The session has ended.
    ExpiredCredential,
    /// The account makes more calls than its quota allows.
    Throttled,
}

macro_rules! codes {
    ($($name:ident = $code:literal, $status:literal;)*) => {$(
        static $name: ErrorCode = ErrorCode { name: $code, code: $code, status: $status, sender_fault: $status < 500 };
    )*};
}

codes! {
    ACCESS_DENIED_EXCEPTION = "AccessDeniedException", 400;
    ACCESS_DENIED = "AccessDenied", 403;
    VALIDATION_EXCEPTION = "ValidationException", 400;
    VALIDATION_ERROR = "ValidationError", 400;
    KMS_INTERNAL_EXCEPTION = "KMSInternalException", 500;
    INTERNAL_FAILURE = "InternalFailure", 500;
    SERVICE_UNAVAILABLE_EXCEPTION = "ServiceUnavailableException", 503;
    SERVICE_UNAVAILABLE = "ServiceUnavailable", 503;
    UNRECOGNIZED_CLIENT_EXCEPTION = "UnrecognizedClientException", 400;
    INVALID_CLIENT_TOKEN_ID = "InvalidClientTokenId", 403;
    EXPIRED_TOKEN_EXCEPTION = "ExpiredTokenException", 400;
    EXPIRED_TOKEN = "ExpiredToken", 403;
    MISSING_AUTHENTICATION_TOKEN_EXCEPTION = "MissingAuthenticationTokenException", 400;
    MISSING_AUTHENTICATION_TOKEN = "MissingAuthenticationToken", 403;
    INCOMPLETE_SIGNATURE_EXCEPTION = "IncompleteSignatureException", 400;
    INCOMPLETE_SIGNATURE = "IncompleteSignature", 400;
    THROTTLING_EXCEPTION = "ThrottlingException", 400;
    THROTTLING = "Throttling", 400;
    MALFORMED_QUERY_STRING = "MalformedQueryString", 400;
    INVALID_SIGNATURE_EXCEPTION = "InvalidSignatureException", 400;
    SIGNATURE_DOES_NOT_MATCH = "SignatureDoesNotMatch", 403;
}

static SIGNATURE_CODES: [&ErrorCode; 7] = [
    &MISSING_AUTHENTICATION_TOKEN_EXCEPTION,
    &MISSING_AUTHENTICATION_TOKEN,
    &INCOMPLETE_SIGNATURE_EXCEPTION,
    &INCOMPLETE_SIGNATURE,
    &MALFORMED_QUERY_STRING,
    &INVALID_SIGNATURE_EXCEPTION,
    &SIGNATURE_DOES_NOT_MATCH,
];

fn is_json(service: &Service) -> bool {
    matches!(service.protocol, Protocol::Json { .. })
}

impl CommonFault {
    /// The code that `service` answers with. Sources: the "Common errors" pages of the KMS, STS and IAM API references.
    pub fn code(self, service: &Service) -> &'static ErrorCode {
        match service.protocol {
            Protocol::XksProxy => return self.xks_code(),
            Protocol::RestJson => return self.rest_code(),
            Protocol::Json { .. } | Protocol::Query { .. } => {}
        }
        match (self, is_json(service)) {
            (Self::AccessDenied, true) => &ACCESS_DENIED_EXCEPTION,
            (Self::AccessDenied, false) => &ACCESS_DENIED,
            (Self::Validation, true) => &VALIDATION_EXCEPTION,
            (Self::Validation, false) => &VALIDATION_ERROR,
            (Self::Internal, _) if service.id == "kms" => &KMS_INTERNAL_EXCEPTION,
            (Self::Internal, _) => &INTERNAL_FAILURE,
            (Self::Unavailable, true) => &SERVICE_UNAVAILABLE_EXCEPTION,
            (Self::Unavailable, false) => &SERVICE_UNAVAILABLE,
            (Self::UnknownCredential, true) => &UNRECOGNIZED_CLIENT_EXCEPTION,
            (Self::UnknownCredential, false) => &INVALID_CLIENT_TOKEN_ID,
            (Self::ExpiredCredential, true) => &EXPIRED_TOKEN_EXCEPTION,
            (Self::ExpiredCredential, false) => &EXPIRED_TOKEN,
            (Self::Throttled, true) => &THROTTLING_EXCEPTION,
            (Self::Throttled, false) => &THROTTLING,
        }
    }

    /// As the status codes of HTTP mean it (RFC 9110).
    fn rest_code(self) -> &'static ErrorCode {
        match self {
            Self::AccessDenied => &tenants::ACCESS_DENIED_EXCEPTION,
            Self::Validation => &tenants::VALIDATION_EXCEPTION,
            Self::Internal => &tenants::INTERNAL_EXCEPTION,
            Self::Unavailable => &tenants::SERVICE_UNAVAILABLE_EXCEPTION,
            Self::UnknownCredential | Self::ExpiredCredential => &tenants::UNAUTHENTICATED_EXCEPTION,
            Self::Throttled => &tenants::THROTTLING_EXCEPTION,
        }
    }

    /// Source: the "Error codes" of the XKS Proxy API specification.
    fn xks_code(self) -> &'static ErrorCode {
        match self {
            Self::AccessDenied => &xks::ACCESS_DENIED_EXCEPTION,
            Self::Validation => &xks::VALIDATION_EXCEPTION,
            Self::Internal => &xks::INTERNAL_EXCEPTION,
            Self::Unavailable => &xks::DEPENDENCY_TIMEOUT_EXCEPTION,
            Self::UnknownCredential | Self::ExpiredCredential => &xks::AUTHENTICATION_FAILED_EXCEPTION,
            Self::Throttled => &xks::THROTTLING_EXCEPTION,
        }
    }
}
