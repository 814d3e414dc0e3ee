/// Why a key store did not do what it was asked. The texts are for the operator's log; AWS has its own for callers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The store answered and has no such key.
    #[error("the key store has no such key: it was deleted there, or the store is another one than before")]
    KeyNotFound,
    /// The key is there but switched off: disabled, deactivated or blocked.
    #[error("the key in the key store is not enabled: {0}")]
    KeyDisabled(String),
    /// The key is there but cannot do this: of another kind, without the usage.
    #[error("the key in the key store cannot be used: {0}")]
    KeyUnusable(String),
    /// The store does not accept Lodge's credentials.
    #[error("the key store does not accept the credentials: {0}")]
    NotAuthenticated(String),
    /// The store knows Lodge and refuses this request.
    #[error("the key store refuses access: {0}")]
    AccessDenied(String),
    /// The store is there, but not under the path in the settings.
    #[error("the key store does not know the path: {0}")]
    InvalidPath(String),
    /// The TLS handshake failed: certificate, name, protocol version.
    #[error("the TLS connection to the key store failed: {0}")]
    Tls(String),
    /// Not a ciphertext of this key and this additional authenticated data.
    #[error("the ciphertext does not belong to this key and additional authenticated data, or was changed")]
    InvalidCiphertext,
    /// The store is not there, or the connection broke.
    #[error("the key store cannot be reached: {0}")]
    Unreachable(String),
    /// No answer in time. The store may have done it nevertheless.
    #[error("the key store did not answer in time")]
    TimedOut,
    /// The store answered that what it depends on did not, in time.
    #[error("the key store's key manager did not answer it in time")]
    DependencyTimedOut,
    /// Too many calls at once.
    #[error("the key store has too much to do: try again, or give it more capacity")]
    Throttled,
    /// The answer makes no sense.
    #[error("the key store gave an answer that cannot be right: {0}")]
    InvalidResponse(String),
    /// This kind of key store does not do that.
    #[error("this kind of key store does not {0}")]
    Unsupported(&'static str),
    /// The input is longer than key stores take.
    #[error("the {what} is longer than {limit} bytes, the most that a key store takes")]
    TooLong {
        /// Which input.
        what: &'static str,
        /// In bytes.
        limit: usize,
    },
    /// Something else went wrong in the store.
    #[error("the key store failed: {0}")]
    Internal(String),
}

/// Why settings were refused or a key store was not connected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", failure.code())]
pub struct ConnectError {
    /// What AWS would call it.
    pub failure: ConnectFailure,
    /// What happened and what to do, for the operator's log. Never a secret.
    pub detail: String,
}

impl ConnectError {
    /// A failure with what the operator should know.
    pub fn new(failure: ConnectFailure, detail: impl Into<String>) -> Self {
        Self { failure, detail: detail.into() }
    }
}

/// `ConnectionErrorCodeType` of the KMS API, and the trust anchor, which has an exception of its own.
///
/// Left out are the codes about subnets and VPC endpoint services: Lodge has neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ConnectFailure {
    /// Password or proxy credential refused.
    InvalidCredentials,
    /// No token is attached under this cluster id.
    ClusterNotFound,
    /// The cluster is attached, but the token is not there or not initialized.
    InsufficientCloudHsmHsms,
    /// The trust anchor certificate is not the cluster's: `IncorrectTrustAnchorException` of `CreateCustomKeyStore`,
    /// `CloudHsmClusterNotRelatedException` of `UpdateCustomKeyStore`. A connection fails as [`Self::ClusterNotFound`].
    IncorrectTrustAnchor,
    /// Too many wrong passwords.
    UserLockedOut,
    /// The token has no crypto user.
    UserNotFound,
    /// The crypto user is logged in elsewhere, and the token allows it only once.
    UserLoggedIn,
    /// The connection failed or broke.
    NetworkErrors,
    /// Anything else.
    InternalError,
    /// The proxy does not let Lodge in.
    XksProxyAccessDenied,
    /// The proxy does not answer.
    XksProxyNotReachable,
    /// The proxy answers that all its key managers are unavailable. A connection fails as [`Self::XksProxyNotReachable`].
    XksProxyUnhealthy,
    /// This Lodge's operator does not let it connect to this endpoint. A connection fails as [`Self::XksProxyNotReachable`].
    XksProxyNotAllowed,
    /// No answer of the proxy in time.
    XksProxyTimedOut,
    /// The proxy's answer makes no sense.
    XksProxyInvalidResponse,
    /// The proxy does not know the path.
    XksProxyInvalidConfiguration,
    /// The TLS handshake with the proxy failed.
    XksProxyInvalidTlsConfiguration,
}

impl ConnectFailure {
    /// The `ConnectionErrorCode` that `DescribeCustomKeyStores` shows.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InvalidCredentials => "INVALID_CREDENTIALS",
            Self::ClusterNotFound | Self::IncorrectTrustAnchor => "CLUSTER_NOT_FOUND",
            Self::InsufficientCloudHsmHsms => "INSUFFICIENT_CLOUDHSM_HSMS",
            Self::UserLockedOut => "USER_LOCKED_OUT",
            Self::UserNotFound => "USER_NOT_FOUND",
            Self::UserLoggedIn => "USER_LOGGED_IN",
            Self::NetworkErrors => "NETWORK_ERRORS",
            Self::InternalError => "INTERNAL_ERROR",
            Self::XksProxyAccessDenied => "XKS_PROXY_ACCESS_DENIED",
            Self::XksProxyNotReachable | Self::XksProxyUnhealthy | Self::XksProxyNotAllowed => {
                "XKS_PROXY_NOT_REACHABLE"
            }
            Self::XksProxyTimedOut => "XKS_PROXY_TIMED_OUT",
            Self::XksProxyInvalidResponse => "XKS_PROXY_INVALID_RESPONSE",
            Self::XksProxyInvalidConfiguration => "XKS_PROXY_INVALID_CONFIGURATION",
            Self::XksProxyInvalidTlsConfiguration => "XKS_PROXY_INVALID_TLS_CONFIGURATION",
        }
    }
}
