//! What callers learn when a custom key store does not do what it was asked.
//!
//! Sources: API Reference, the exceptions; the XKS proxy API specification, "Error codes"; Developer Guide, "Troubleshooting external key
//! stores". The words are AWS's where AWS's are known.

use std::borrow::Cow;

use aws_model::ErrorCode;
use aws_model::kms::errors;
use envelope::KeyLocator;
use key_store::{ConnectError, ConnectFailure, KeySpec, StoreKey};

use super::record::Kind;
use crate::Error;

/// Why a call about a custom key store, or a key in one, was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The name is another store's.
    #[error(
        "The custom key store name is already assigned to another custom key store in the account. Try again with a custom key store \
         name that is unique in the account."
    )]
    NameInUse,
    /// The cluster is another store's.
    #[error(
        "The CloudHSM cluster is already associated with a custom key store in the account, or it shares a backup history with one."
    )]
    ClusterInUse,
    /// No such cluster.
    #[error(
        "There is no CloudHSM cluster with the specified cluster ID. Retry the request with a different cluster ID."
    )]
    ClusterNotFound,
    /// The cluster cannot be used now.
    #[error(
        "The CloudHSM cluster is not active. Initialize and activate the cluster and try the command again."
    )]
    ClusterNotActive,
    /// The new cluster is no copy of the old one.
    #[error(
        "The specified CloudHSM cluster has a different cluster certificate than the original cluster. Specify a CloudHSM cluster that \
         shares a backup history with the original cluster."
    )]
    ClusterNotRelated,
    /// The trust anchor is not the cluster's.
    #[error(
        "The trust anchor certificate in the request is not the trust anchor certificate for the specified CloudHSM cluster."
    )]
    IncorrectTrustAnchor,
    /// Endpoint and path are another store's.
    #[error(
        "The XksProxyUriEndpoint and XksProxyUriPath are already associated with another external key store in this Region. Each external \
         key store must use a unique external key store proxy API address."
    )]
    ProxyUriInUse,
    /// There is no VPC endpoint service anywhere.
    #[error(
        "The VPC endpoint service was not found: Lodge has no VPC endpoint services. Use the XksProxyConnectivity PUBLIC_ENDPOINT."
    )]
    NoVpcEndpointServices,
    /// The store still has KMS keys.
    #[error(
        "The custom key store contains KMS keys. After verifying that you do not need to use the KMS keys, use the ScheduleKeyDeletion \
         operation to delete the KMS keys. After they are deleted, you can delete the custom key store."
    )]
    HasKeys,
    /// The connection state does not allow the call.
    #[error("{0}")]
    InvalidState(Cow<'static, str>),
    /// The XKS proxy does not accept the credential.
    #[error("{AUTHENTICATION}")]
    IncorrectCredential,
    /// The XKS proxy is set up differently.
    #[error("{0}")]
    InvalidConfiguration(Cow<'static, str>),
    /// The XKS proxy cannot be reached.
    #[error("{0}")]
    Unreachable(Cow<'static, str>),
    /// The XKS proxy talks nonsense.
    #[error("{0}")]
    InvalidResponse(Cow<'static, str>),
    /// Another KMS key stands on the external key.
    #[error(
        "The external key is already associated with another KMS key in this external key store. Each KMS key must use a different one."
    )]
    XksKeyInUse,
    /// The external key is not one for a KMS key.
    #[error("{0}")]
    XksKeyInvalidConfiguration(Cow<'static, str>),
    /// There is no such external key.
    #[error("{NOT_FOUND}")]
    XksKeyNotFound,
    /// A key in a custom key store cannot be used: AWS has one exception for all causes.
    #[error("{0}")]
    Cryptography(Cow<'static, str>),
    /// No answer in time.
    #[error("The custom key store did not respond in time. Retry the request.")]
    TimedOut,
}

impl Refusal {
    /// AWS's code.
    pub(crate) fn code(&self) -> &'static ErrorCode {
        match self {
            Self::NameInUse => &errors::CUSTOM_KEY_STORE_NAME_IN_USE_EXCEPTION,
            Self::ClusterInUse => &errors::CLOUD_HSM_CLUSTER_IN_USE_EXCEPTION,
            Self::ClusterNotFound => &errors::CLOUD_HSM_CLUSTER_NOT_FOUND_EXCEPTION,
            Self::ClusterNotActive => &errors::CLOUD_HSM_CLUSTER_NOT_ACTIVE_EXCEPTION,
            Self::ClusterNotRelated => &errors::CLOUD_HSM_CLUSTER_NOT_RELATED_EXCEPTION,
            Self::IncorrectTrustAnchor => &errors::INCORRECT_TRUST_ANCHOR_EXCEPTION,
            Self::ProxyUriInUse => &errors::XKS_PROXY_URI_IN_USE_EXCEPTION,
            Self::NoVpcEndpointServices => &errors::XKS_PROXY_VPC_ENDPOINT_SERVICE_NOT_FOUND_EXCEPTION,
            Self::HasKeys => &errors::CUSTOM_KEY_STORE_HAS_CM_KS_EXCEPTION,
            Self::InvalidState(_) => &errors::CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION,
            Self::IncorrectCredential => &errors::XKS_PROXY_INCORRECT_AUTHENTICATION_CREDENTIAL_EXCEPTION,
            Self::InvalidConfiguration(_) => &errors::XKS_PROXY_INVALID_CONFIGURATION_EXCEPTION,
            Self::Unreachable(_) => &errors::XKS_PROXY_URI_UNREACHABLE_EXCEPTION,
            Self::InvalidResponse(_) => &errors::XKS_PROXY_INVALID_RESPONSE_EXCEPTION,
            Self::XksKeyInUse => &errors::XKS_KEY_ALREADY_IN_USE_EXCEPTION,
            Self::XksKeyInvalidConfiguration(_) => &errors::XKS_KEY_INVALID_CONFIGURATION_EXCEPTION,
            Self::XksKeyNotFound => &errors::XKS_KEY_NOT_FOUND_EXCEPTION,
            Self::Cryptography(_) => &errors::KMS_INVALID_STATE_EXCEPTION,
            Self::TimedOut => &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
        }
    }
}

/// What a custom key store was asked for: the same failure has another exception in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// To check settings that a call brings. `true` when they replace others.
    Verify { update: bool },
    /// To make or look at a key for CreateKey.
    CreateKey,
    /// To encrypt or decrypt.
    Cryptography,
    /// To give random bytes.
    Random,
}

/// The error for a key store that failed.
pub(crate) fn of_store(error: &key_store::Error, kind: &Kind, step: Step) -> Error {
    use key_store::Error as Failure;
    let text = text(error, kind);
    let external = matches!(kind, Kind::External { .. });
    match (step, error) {
        // A token's ciphertexts fail as those of every other KMS key do.
        (Step::Cryptography, Failure::InvalidCiphertext) if !external => Error::InvalidCiphertext,
        (Step::Cryptography, _) => Refusal::Cryptography(text).into(),
        (Step::CreateKey, Failure::KeyNotFound) => Refusal::XksKeyNotFound.into(),
        (Step::CreateKey, Failure::KeyDisabled(_) | Failure::KeyUnusable(_)) => {
            Refusal::XksKeyInvalidConfiguration(text).into()
        }
        (Step::CreateKey | Step::Random, Failure::TimedOut | Failure::DependencyTimedOut) if !external => {
            Refusal::TimedOut.into()
        }
        (Step::CreateKey | Step::Random, _) => Refusal::InvalidState(text).into(),
        (Step::Verify { .. }, Failure::NotAuthenticated(_)) => Refusal::IncorrectCredential.into(),
        (Step::Verify { .. }, Failure::InvalidPath(_) | Failure::Tls(_) | Failure::AccessDenied(_)) => {
            Refusal::InvalidConfiguration(text).into()
        }
        (
            Step::Verify { .. },
            Failure::Unreachable(_) | Failure::TimedOut | Failure::DependencyTimedOut | Failure::Throttled,
        ) => Refusal::Unreachable(text).into(),
        (Step::Verify { .. }, _) => Refusal::InvalidResponse(text).into(),
    }
}

/// The error for settings that were refused, or a store that could not be connected.
pub(crate) fn of_connection(error: &ConnectError, kind: &Kind, step: Step) -> Error {
    use key_store::Error as Failure;
    let detail = || error.detail.clone();
    if let Step::Verify { update } = step {
        let refusal = match error.failure {
            ConnectFailure::ClusterNotFound => Some(Refusal::ClusterNotFound),
            ConnectFailure::InsufficientCloudHsmHsms => Some(Refusal::ClusterNotActive),
            ConnectFailure::IncorrectTrustAnchor if update => Some(Refusal::ClusterNotRelated),
            ConnectFailure::IncorrectTrustAnchor => Some(Refusal::IncorrectTrustAnchor),
            ConnectFailure::XksProxyUnhealthy => Some(Refusal::Unreachable(UNHEALTHY.into())),
            ConnectFailure::XksProxyNotAllowed => Some(Refusal::InvalidConfiguration(NOT_ALLOWED.into())),
            _ => None,
        };
        if let Some(refusal) = refusal {
            return refusal.into();
        }
    }
    let failure = match error.failure {
        ConnectFailure::InvalidCredentials
        | ConnectFailure::UserLockedOut
        | ConnectFailure::UserNotFound
        | ConnectFailure::UserLoggedIn => Failure::NotAuthenticated(detail()),
        ConnectFailure::XksProxyAccessDenied => Failure::AccessDenied(detail()),
        ConnectFailure::XksProxyTimedOut => Failure::TimedOut,
        ConnectFailure::XksProxyInvalidResponse => Failure::InvalidResponse(detail()),
        ConnectFailure::XksProxyInvalidConfiguration => Failure::InvalidPath(detail()),
        ConnectFailure::XksProxyInvalidTlsConfiguration => Failure::Tls(detail()),
        ConnectFailure::InternalError => Failure::Internal(detail()),
        ConnectFailure::ClusterNotFound
        | ConnectFailure::InsufficientCloudHsmHsms
        | ConnectFailure::IncorrectTrustAnchor
        | ConnectFailure::NetworkErrors
        | ConnectFailure::XksProxyNotReachable
        | ConnectFailure::XksProxyUnhealthy
        | ConnectFailure::XksProxyNotAllowed => Failure::Unreachable(detail()),
    };
    of_store(&failure, kind, step)
}

/// The store is not connected, for somebody who wants to make a key in it or have random bytes from it.
pub(crate) fn not_connected(kind: &Kind) -> Error {
    Refusal::InvalidState(match kind {
        Kind::External { .. } => NOT_CONNECTED.into(),
        Kind::CloudHsm { .. } => "The custom key store is not connected to its AWS CloudHSM cluster. Connect the custom key store and try \
                                  the request again."
            .into(),
    })
    .into()
}

/// The same for somebody who wants to use the KMS key `key`.
pub(crate) fn unavailable(key: &KeyLocator, kind: &Kind) -> Error {
    match kind {
        Kind::External { .. } => Refusal::Cryptography(NOT_CONNECTED.into()).into(),
        Kind::CloudHsm { .. } => Error::InvalidState { key: key.clone(), is: "unavailable" },
    }
}

/// Whether a KMS key can stand on an external key that the proxy describes so. Source: Developer Guide, "Requirements for a KMS key in
/// an external key store".
pub(crate) fn check_external_key(key: &StoreKey) -> Result<(), Error> {
    let text = if let KeySpec::Other(spec) = &key.spec {
        format!(
            "The key spec of the external key must be AES_256. The key spec of specified external key is {spec}."
        )
    } else if !key.enabled {
        "The status of the external key must be ENABLED. The status of specified external key is DISABLED."
            .to_owned()
    } else if !(key.encrypts && key.decrypts) {
        let usage = match (key.encrypts, key.decrypts) {
            (true, _) => "ENCRYPT",
            (_, true) => "DECRYPT",
            _ => "neither",
        };
        format!(
            "The key usage of the external key must include ENCRYPT and DECRYPT. The key use of specified external key is {usage}."
        )
    } else {
        return Ok(());
    };
    Err(Refusal::XksKeyInvalidConfiguration(text.into()).into())
}

/// The inner layer of a ciphertext did not open after the external key manager opened the outer one.
pub(crate) fn inner_layer() -> Error {
    Refusal::Cryptography(
        "The ciphertext that the external key store proxy submitted for decryption, or the encryption context, is corrupted, \
         missing, or otherwise invalid."
            .into(),
    )
    .into()
}

fn text(error: &key_store::Error, kind: &Kind) -> Cow<'static, str> {
    use key_store::Error as Failure;
    if let Kind::CloudHsm { cluster_id, .. } = kind {
        let what = match error {
            Failure::KeyNotFound => {
                "does not contain the key material of the KMS key. Recover the key material from a backup of the cluster."
            }
            Failure::KeyDisabled(_) | Failure::KeyUnusable(_) => {
                "does not let the key material of the KMS key be used. Verify its attributes in the cluster."
            }
            Failure::NotAuthenticated(_) => {
                "does not accept the kmsuser password. Disconnect the custom key store, update the KeyStorePassword, and connect it again."
            }
            Failure::TimedOut | Failure::DependencyTimedOut => "did not respond in time. Retry the request.",
            Failure::Throttled => "has too many requests to handle. Reduce the frequency of your calls.",
            _ => {
                "cannot be used. Verify that the cluster is active and contains at least one active HSM, then retry the request."
            }
        };
        return format!("The AWS CloudHSM cluster {cluster_id} {what}").into();
    }
    match error {
        Failure::KeyNotFound => NOT_FOUND,
        Failure::KeyDisabled(_) => {
            "The external key associated with this KMS key in an external key store is not enabled in the external key manager. Enable the \
             external key in the external key manager and retry the request."
        }
        Failure::KeyUnusable(_) => {
            "The external key associated with this KMS key in an external key store does not support the requested operation. Enable the \
             operation on the key in your external key manager, and try the request again."
        }
        Failure::NotAuthenticated(_) => AUTHENTICATION,
        Failure::AccessDenied(_) => {
            "The external key store proxy denied access to the operation. Verify that the user and the external key are both authorized for \
             this operation, and try the request again."
        }
        Failure::InvalidCiphertext => {
            "The external key store proxy rejected the request because the specified ciphertext or encryption context is corrupted, \
             missing, or otherwise invalid."
        }
        Failure::InvalidPath(_) => {
            "The external key store proxy rejected the request because of an invalid URI path. Verify the URI path for your external key \
             store and update if necessary."
        }
        Failure::Tls(_) => {
            "AWS KMS cannot establish a TLS connection to the external key store proxy. Verify the TLS configuration, including its \
             certificate."
        }
        Failure::Unreachable(_) => {
            "AWS KMS cannot communicate with the external key store proxy. This might be a transient network issue. If you see this error \
             repeatedly, verify that your external key store proxy is active and is connected to the network, and that its endpoint URI is \
             correct in your external key store."
        }
        Failure::TimedOut => {
            "AWS KMS rejected the request because the external key store proxy did not respond in time. Retry the request. If you see this \
             error repeatedly, report it to your external key store proxy administrator."
        }
        Failure::DependencyTimedOut => {
            "The external key store proxy did not respond to the request in the time allotted. Retry the request. If you see this error \
             repeatedly, report it to your external key store proxy administrator."
        }
        Failure::Throttled => {
            "The external key store proxy rejected the request due to a very high request rate. Reduce the frequency of your calls using KMS \
             keys in this external key store."
        }
        Failure::InvalidResponse(_) | Failure::TooLong { .. } => {
            "AWS KMS cannot interpret the response from the external key store proxy. If you see this error repeatedly, report it to your \
             external key store proxy administrator."
        }
        Failure::Unsupported(_) => {
            "The external key store proxy rejected the request because it does not support the requested operation. If you see this error \
             repeatedly, report it to your external key store proxy administrator."
        }
        Failure::Internal(_) => {
            "The external key store proxy rejected the request because it cannot communicate with the external key manager. Verify that the \
             external key store proxy configuration is correct and that the external key manager is available."
        }
    }
    .into()
}

const AUTHENTICATION: &str = "The external key store proxy rejected the request because it could not authenticate AWS KMS. Verify the XKS proxy \
     authentication credentials for your external key store and update if necessary.";

const NOT_FOUND: &str = "The external key associated with this KMS key in an external key store was not found in its external key manager. If the \
     external key ID associated with this KMS key is incorrect, create a new KMS key with the correct external key ID.";

const UNHEALTHY: &str = "The external key store proxy is in an unhealthy state. If you see this message repeatedly, notify your external key store \
     proxy administrator.";

const NOT_ALLOWED: &str = "The operator of this Lodge does not allow connections to this XksProxyUriEndpoint. Ask them to allow it, then retry the \
     request.";

const NOT_CONNECTED: &str = "This KMS key is in a custom key store that is not connected to its external key store proxy. Connect the external key store \
     and try the request again.";
