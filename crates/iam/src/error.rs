use aws_model::iam::errors as iam;
use aws_model::organizations::errors as organizations;
use aws_model::sts::errors as sts;
use aws_model::{Constraint, ErrorCode, Service, ValidationError, iam::SERVICE};
use gate::{CommonFault, Fault, ServiceError};
use iam_policy::PolicyError;

/// Why a call of IAM, STS or Organizations fails after the caller was authenticated. Refusals by policy are the gate's.
///
/// The texts are what the caller reads. Where AWS's text is known it is used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No user, role or inline policy of this name.
    #[error("The {what} with name {name} cannot be found.")]
    NoSuchEntity {
        /// `user`, `role`, `user policy`, `role policy`.
        what: &'static str,
        /// The name that was asked for.
        name: String,
    },
    /// Something else is not there; AWS's text.
    #[error("{0}")]
    NotThere(String),
    /// The user has no such access key.
    #[error("The Access Key with id {0} cannot be found.")]
    NoSuchAccessKey(String),
    /// What should be an encoded authorization message is none that this account may decode.
    #[error("The specified message is invalid.")]
    InvalidAuthorizationMessage,
    /// Only users have passwords that they change themselves.
    #[error("Only IAM Users can change their own password")]
    NotAnIamUser,
    /// ChangePassword with a wrong old password.
    #[error("The old password was incorrect.")]
    WrongPassword,
    /// STS cannot take the code of an MFA device; AWS's text.
    #[error("MultiFactorAuthentication failed{0}")]
    SecondFactor(String),
    /// Two codes of an MFA device do not follow each other, are wrong, or come too late.
    #[error("{0}")]
    AuthenticationCode(String),
    /// The account has switched the tokens for services elsewhere on.
    #[error("Outbound web identity federation is already enabled for this account.")]
    FederationEnabled,
    /// It has not.
    #[error("Outbound web identity federation is not enabled for this account.")]
    FederationDisabled,
    /// The same, as STS says it.
    #[error(
        "Outbound web identity federation is not enabled for this account: EnableOutboundWebIdentityFederation enables it."
    )]
    NoTokens,
    /// A web identity token would outlive the session that asks for it.
    #[error("The requested token duration would extend the session beyond its original expiration time.")]
    BeyondSession,
    /// A web identity token would hold too much.
    #[error(
        "The requested token payload size exceeds the maximum allowed size: pass fewer or shorter tags or audiences."
    )]
    TokenTooLarge,
    /// The account's password policy forbids the password. The password itself is not named.
    #[error("{0}")]
    PasswordPolicyViolation(String),
    /// What should be a certificate, a chain or a private key is none.
    #[error("{0}")]
    MalformedCertificate(String),
    /// A signing certificate out of its time.
    #[error("The certificate is not valid now: it has expired, or its time has not come.")]
    InvalidCertificate,
    /// Somebody in the account has the certificate.
    #[error("The certificate is already associated with a user of this account.")]
    DuplicateCertificate,
    /// The private key is of another certificate.
    #[error("The private key does not match the certificate.")]
    KeyPairMismatch,
    /// What should be a public key for SSH is none that IAM takes.
    #[error("{0}")]
    InvalidPublicKey(&'static str),
    /// A public key in another form.
    #[error("The public key must be in the form of ssh-rsa or in PEM.")]
    UnrecognizedPublicKeyEncoding,
    /// The user has the public key.
    #[error("The SSH public key is already associated with the specified IAM user.")]
    DuplicateSshPublicKey,
    /// The service has no credentials of its own.
    #[error(
        "The service {0} does not support service-specific credentials: only kms-xks-proxy.amazonaws.com does."
    )]
    ServiceNotSupported(String),
    /// The name is taken, perhaps in another case.
    #[error("{what} with name {name} already exists.")]
    EntityExists {
        /// `User`, `Role`.
        what: &'static str,
        /// The name that was asked for.
        name: String,
    },
    /// Something else is taken; AWS's text.
    #[error("{0}")]
    Exists(String),
    /// Only AWS changes its managed policies.
    #[error("{0} is a policy of AWS, which can be attached but not changed: make a policy of your own.")]
    AwsManagedPolicy(String),
    /// There is no credential report.
    #[error("No report exists: call GenerateCredentialReport first.")]
    NoReport,
    /// The credential report is too old to be given out.
    #[error("The report is older than four hours: call GenerateCredentialReport again.")]
    ReportExpired,
    /// Something is in the way of a deletion; AWS's text.
    #[error("{0}")]
    Conflict(&'static str),
    /// Something still belongs to what was to be deleted: `access keys`, `policies`.
    #[error("Cannot delete entity, must delete {0} first.")]
    DeleteConflict(&'static str),
    /// A quota of the IAM User Guide, "IAM and AWS STS quotas".
    #[error("{0}")]
    LimitExceeded(String),
    /// The policy document cannot be used.
    #[error(transparent)]
    MalformedPolicy(#[from] PolicyError),
    /// A trust policy names somebody who does not exist.
    #[error("Invalid principal in policy: \"AWS\":\"{0}\"")]
    NoSuchPrincipal(String),
    /// Input that IAM refuses beyond what the service description states.
    #[error("{0}")]
    InvalidInput(String),
    /// Input that breaks a rule which IAM and STS answer with ValidationError.
    #[error("{0}")]
    Validation(String),
    /// The marker is not one that this listing gave to this account.
    #[error(
        "Invalid Marker: pass the Marker of the response before, unchanged and with the same other parameters."
    )]
    InvalidMarker,

    /// An account root called AssumeRole.
    #[error("Roles may not be assumed by root accounts.")]
    AssumedByRoot,
    /// An operation that other credentials are needed for.
    #[error("Cannot call {operation} with {with} credentials")]
    NotCallableWith {
        /// `GetSessionToken`.
        operation: &'static str,
        /// What the caller has: `session`, `root user`.
        with: &'static str,
    },
    /// AssumeRoot for a task whose feature is not enabled: `RootSessions`.
    #[error(
        "The feature {0} is not enabled in the organization: enable it with EnableOrganizations{0} of IAM first."
    )]
    RootAccessNotEnabled(&'static str),
    /// Only the management account may enable this.
    #[error("The account is not the management account of the organization.")]
    CallerNotManagementAccount,
    /// The same, for operations that AWS lets a delegated administrator call too. There is none here.
    #[error("The account is not the management account or a delegated administrator of the organization.")]
    NotManagementOrDelegated,
    /// Session policy and tags together are too large. In percent of what is allowed.
    #[error("Packed policy consumes {0}% of allotted space, please use smaller policy.")]
    PackedPolicyTooLarge(usize),
    /// Session tags that STS refuses.
    #[error("{0}")]
    InvalidParameterValue(&'static str),

    /// The token is of nobody whom the account knows.
    #[error("No OpenIDConnect provider found in your account for {0}")]
    NoIdentityProvider(String),
    /// The provider is registered, but not for the token's audience.
    #[error("Incorrect token audience")]
    WrongAudience,
    /// The token of an identity provider, or what is needed to verify it, cannot be used.
    #[error(transparent)]
    WebIdentity(#[from] web_identity::Error),
    /// The identity provider's documents could not be had. Why is in the server's log: whoever asks is a stranger.
    #[error("{}", unfetched(.0))]
    IdentityProvider(#[from] web_identity::Unfetched),

    /// The response of a SAML identity provider cannot be used.
    #[error(transparent)]
    Saml(#[from] saml::Error),
    /// The assertion does not map its user to this role. In the words of a trust policy that refuses.
    #[error("Not authorized to perform sts:AssumeRoleWithSAML")]
    NotInAssertion,
    /// The account has no SAML provider of this name.
    #[error("Specified provider doesn't exist")]
    NoSamlProvider,

    /// Only the management account may do this.
    #[error("You don't have permissions to access this resource.")]
    NotManagementAccount,
    /// There is no organization yet.
    #[error("Your account is not a member of an organization.")]
    NoOrganization,
    /// No such account in the organization.
    #[error("You specified an account that doesn't exist.")]
    NoSuchAccount,
    /// No such request to create an account.
    #[error("You specified a create account request that doesn't exist.")]
    NoSuchCreateAccountRequest,
    /// Input that Organizations refuses.
    #[error("{message}")]
    InvalidOrganizationsInput {
        /// The `Reason` of the Organizations API Reference, "InvalidInputException".
        reason: &'static str,
        /// What is wrong.
        message: String,
    },
    /// A thing of the organization would have more tags than it can have.
    #[error("An account, organizational unit, root or policy has at most 50 tags.")]
    TooManyOrganizationsTags,
    /// Another error of Organizations.
    #[error("{message}")]
    Organizations {
        /// The error.
        code: &'static ErrorCode,
        /// AWS's text, or what is wrong.
        message: String,
        /// The `Reason` of a ConstraintViolationException.
        reason: Option<&'static str>,
    },

    /// A declared account cannot be brought about.
    #[error("{item}: {why}")]
    Seed {
        /// Which item: `account 111122223333, role App`.
        item: String,
        /// What is wrong and what to do.
        why: String,
    },

    /// The store failed. The caller learns only that something inside did.
    #[error("the store of identities failed")]
    Store(#[from] store::Error),
    /// Random bytes or encryption failed.
    #[error("encryption failed")]
    Envelope(#[from] envelope::Error),
    /// What is stored cannot be used: the root key is another one, or the store is damaged.
    #[error("the stored {what} cannot be used: is the root key the one that the store was made with?")]
    Corrupt {
        /// Which record.
        what: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl Error {
    pub(crate) fn validation(text: impl Into<String>) -> Self {
        Self::Validation(text.into())
    }

    /// `issuer` is what a token says: anything.
    pub(crate) fn no_identity_provider(issuer: &str) -> Self {
        Self::NoIdentityProvider(issuer.chars().filter(|c| !c.is_control()).take(255).collect())
    }

    pub(crate) fn invalid_organizations_input(reason: &'static str, message: impl Into<String>) -> Self {
        Self::InvalidOrganizationsInput { reason, message: message.into() }
    }

    /// Another error of Organizations.
    pub(crate) fn organizations(code: &'static ErrorCode, message: impl Into<String>) -> Self {
        Self::Organizations { code, message: message.into(), reason: None }
    }

    /// A limit of Organizations that would be broken.
    pub(crate) fn constraint_violation(reason: &'static str, message: impl Into<String>) -> Self {
        let code = &organizations::CONSTRAINT_VIOLATION_EXCEPTION;
        Self::Organizations { code, message: message.into(), reason: Some(reason) }
    }

    pub(crate) fn corrupt(
        what: impl Into<String>,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::Corrupt { what: what.into(), source: source.into() }
    }
}

fn unfetched(error: &web_identity::Unfetched) -> String {
    match error {
        web_identity::Unfetched::NotAllowed(_) | web_identity::Unfetched::Certificate => error.to_string(),
        web_identity::Unfetched::Failed(_) => {
            "Couldn't retrieve verification key from your identity provider: try again".to_owned()
        }
    }
}

/// Refuses a parameter that cannot be honoured, rather than ignoring it.
pub(crate) fn unsupported<T>(parameter: &'static str, value: &Option<T>) -> Result<(), Error> {
    match value {
        None => Ok(()),
        Some(_) => {
            Err(Error::validation(format!("The parameter {parameter} is not supported here: leave it out.")))
        }
    }
}

// STS answers with it, though its service description does not list it.
static INVALID_PARAMETER_VALUE: ErrorCode = ErrorCode {
    name: "InvalidParameterValue",
    code: "InvalidParameterValue",
    status: 400,
    sender_fault: true,
};

impl ServiceError for Error {
    fn fault(&self) -> Option<Fault> {
        let code = match self {
            Self::NoSuchEntity { .. } | Self::NoSuchAccessKey(_) | Self::NotThere(_) => {
                &iam::NO_SUCH_ENTITY_EXCEPTION
            }
            Self::NotAnIamUser => &iam::INVALID_USER_TYPE_EXCEPTION,
            Self::WrongPassword => CommonFault::AccessDenied.code(&SERVICE),
            Self::SecondFactor(_) => CommonFault::AccessDenied.code(&SERVICE),
            Self::AuthenticationCode(_) => &iam::INVALID_AUTHENTICATION_CODE_EXCEPTION,
            Self::FederationEnabled => &iam::FEATURE_ENABLED_EXCEPTION,
            Self::FederationDisabled => &iam::FEATURE_DISABLED_EXCEPTION,
            Self::NoTokens => &sts::OUTBOUND_WEB_IDENTITY_FEDERATION_DISABLED_EXCEPTION,
            Self::BeyondSession => &sts::SESSION_DURATION_ESCALATION_EXCEPTION,
            Self::TokenTooLarge => &sts::JWT_PAYLOAD_SIZE_EXCEEDED_EXCEPTION,
            Self::PasswordPolicyViolation(_) => &iam::PASSWORD_POLICY_VIOLATION_EXCEPTION,
            Self::MalformedCertificate(_) => &iam::MALFORMED_CERTIFICATE_EXCEPTION,
            Self::InvalidCertificate => &iam::INVALID_CERTIFICATE_EXCEPTION,
            Self::DuplicateCertificate => &iam::DUPLICATE_CERTIFICATE_EXCEPTION,
            Self::KeyPairMismatch => &iam::KEY_PAIR_MISMATCH_EXCEPTION,
            Self::InvalidPublicKey(_) => &iam::INVALID_PUBLIC_KEY_EXCEPTION,
            Self::UnrecognizedPublicKeyEncoding => &iam::UNRECOGNIZED_PUBLIC_KEY_ENCODING_EXCEPTION,
            Self::DuplicateSshPublicKey => &iam::DUPLICATE_SSH_PUBLIC_KEY_EXCEPTION,
            Self::ServiceNotSupported(_) => &iam::SERVICE_NOT_SUPPORTED_EXCEPTION,
            Self::EntityExists { .. } | Self::Exists(_) => &iam::ENTITY_ALREADY_EXISTS_EXCEPTION,
            Self::DeleteConflict(_) | Self::Conflict(_) => &iam::DELETE_CONFLICT_EXCEPTION,
            Self::AwsManagedPolicy(_) => CommonFault::AccessDenied.code(&SERVICE),
            Self::NoReport => &iam::CREDENTIAL_REPORT_NOT_PRESENT_EXCEPTION,
            Self::ReportExpired => &iam::CREDENTIAL_REPORT_EXPIRED_EXCEPTION,
            Self::LimitExceeded(_) => &iam::LIMIT_EXCEEDED_EXCEPTION,
            // STS has the same code with the same status.
            Self::MalformedPolicy(_) | Self::NoSuchPrincipal(_) => &iam::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            Self::InvalidInput(_) => &iam::INVALID_INPUT_EXCEPTION,
            Self::InvalidAuthorizationMessage => &sts::INVALID_AUTHORIZATION_MESSAGE_EXCEPTION,
            // IAM and STS speak the same protocol, and so have the same common codes.
            Self::Validation(_) | Self::InvalidMarker => CommonFault::Validation.code(&SERVICE),
            Self::AssumedByRoot | Self::NotCallableWith { .. } | Self::RootAccessNotEnabled(_) => {
                CommonFault::AccessDenied.code(&SERVICE)
            }
            Self::CallerNotManagementAccount => &iam::CALLER_IS_NOT_MANAGEMENT_ACCOUNT_EXCEPTION,
            Self::NotManagementOrDelegated => {
                &iam::ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR_EXCEPTION
            }
            Self::WebIdentity(web_identity::Error::Expired { .. }) => &sts::EXPIRED_TOKEN_EXCEPTION,
            Self::NoIdentityProvider(_) | Self::WrongAudience | Self::WebIdentity(_) => {
                &sts::INVALID_IDENTITY_TOKEN_EXCEPTION
            }
            Self::IdentityProvider(web_identity::Unfetched::Certificate) => {
                &sts::INVALID_IDENTITY_TOKEN_EXCEPTION
            }
            Self::IdentityProvider(_) => &sts::IDP_COMMUNICATION_ERROR_EXCEPTION,
            Self::NotInAssertion => CommonFault::AccessDenied.code(&SERVICE),
            Self::Saml(saml::Error::Expired) => &sts::EXPIRED_TOKEN_EXCEPTION,
            Self::Saml(saml::Error::Status(_)) => &sts::IDP_REJECTED_CLAIM_EXCEPTION,
            Self::Saml(_) | Self::NoSamlProvider => &sts::INVALID_IDENTITY_TOKEN_EXCEPTION,
            Self::PackedPolicyTooLarge(_) => &sts::PACKED_POLICY_TOO_LARGE_EXCEPTION,
            Self::InvalidParameterValue(_) => &INVALID_PARAMETER_VALUE,
            Self::NotManagementAccount => &organizations::ACCESS_DENIED_EXCEPTION,
            Self::NoOrganization => &organizations::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            Self::NoSuchAccount => &organizations::ACCOUNT_NOT_FOUND_EXCEPTION,
            Self::NoSuchCreateAccountRequest => &organizations::CREATE_ACCOUNT_STATUS_NOT_FOUND_EXCEPTION,
            Self::InvalidOrganizationsInput { reason, .. } => {
                let fault = Fault::new(&organizations::INVALID_INPUT_EXCEPTION, self.to_string());
                return Some(fault.with("Reason", *reason));
            }
            Self::TooManyOrganizationsTags => {
                let fault = Fault::new(&organizations::CONSTRAINT_VIOLATION_EXCEPTION, self.to_string());
                return Some(fault.with("Reason", "MAX_TAG_LIMIT_EXCEEDED"));
            }
            Self::Organizations { code, reason, .. } => {
                let fault = Fault::new(code, self.to_string());
                return Some(match reason {
                    Some(reason) => fault.with("Reason", *reason),
                    None => fault,
                });
            }
            Self::Seed { .. } | Self::Store(_) | Self::Envelope(_) | Self::Corrupt { .. } => return None,
        };
        Some(Fault::new(code, self.to_string()))
    }

    fn invalid_input(service: &Service, error: &ValidationError) -> Fault {
        if service.id != aws_model::organizations::SERVICE.id {
            return Fault::common(service, CommonFault::Validation, error.to_string());
        }
        let first = error.violations().first().map(|violation| violation.constraint);
        let message = match first {
            Some(Constraint::Pattern(_)) => {
                "You provided a value that does not match the required pattern.".to_owned()
            }
            _ => error.to_string(),
        };
        Fault::new(&organizations::INVALID_INPUT_EXCEPTION, message)
            .with("Reason", first.map_or("INPUT_REQUIRED", reason))
    }
}

/// Source: Organizations API Reference, "InvalidInputException".
fn reason(constraint: Constraint) -> &'static str {
    match constraint {
        Constraint::Required => "INPUT_REQUIRED",
        Constraint::MinLength(_) => "MIN_LENGTH_EXCEEDED",
        Constraint::MaxLength(_) => "MAX_LENGTH_EXCEEDED",
        Constraint::MinValue(_) => "MIN_VALUE_EXCEEDED",
        Constraint::MaxValue(_) => "MAX_VALUE_EXCEEDED",
        Constraint::Pattern(_) => "INVALID_PATTERN",
        Constraint::OneOf(_) => "INVALID_ENUM",
    }
}
