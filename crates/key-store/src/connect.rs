//! From settings to a connected key store.

use std::sync::Arc;

use secret::SecretString;

use crate::error::{ConnectError, ConnectFailure};
use crate::store::{BoxFuture, KeyStore, RequestMetadata};

/// Connects to key stores of one type.
pub trait Connector: Send + Sync {
    /// What `CreateCustomKeyStore` and `UpdateCustomKeyStore` check before they keep the settings.
    ///
    /// For a cluster: it is known and active, and the trust anchor is its own; the password is not tried. For an XKS proxy: it
    /// is reached and accepts the credential.
    fn verify<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<(), ConnectError>>;

    /// Connects, after the checks of [`verify`](Self::verify) and with the credentials tried.
    fn connect<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Arc<dyn KeyStore>, ConnectError>>;
}

/// What is needed to connect: the parameters of `CreateCustomKeyStore`.
#[derive(Clone)]
pub enum Settings {
    /// `AWS_CLOUDHSM`: a token that the operator has attached under a cluster's name.
    CloudHsm {
        /// `CloudHsmClusterId`.
        cluster_id: String,
        /// `KeyStorePassword`: the password of the crypto user.
        password: SecretString,
        /// `TrustAnchorCertificate`: a certificate in PEM.
        trust_anchor: String,
    },
    /// `EXTERNAL_KEY_STORE`: a proxy that speaks the XKS proxy API.
    External {
        /// The region that the key store belongs to: requests to the proxy are signed for it.
        region: String,
        /// `XksProxyUriEndpoint`: `https://` and a host.
        endpoint: String,
        /// `XksProxyUriPath`: ends with `/kms/xks/v1`.
        uri_path: String,
        /// `AccessKeyId` of `XksProxyAuthenticationCredential`.
        access_key_id: String,
        /// Its `RawSecretAccessKey`.
        secret_access_key: SecretString,
    },
}

/// One connector for each type of key store that this Lodge is set up for.
#[derive(Clone, Default)]
pub struct Connectors {
    /// For [`Settings::CloudHsm`].
    pub cloud_hsm: Option<Arc<dyn Connector>>,
    /// For [`Settings::External`].
    pub external: Option<Arc<dyn Connector>>,
}

impl Connectors {
    fn for_settings(&self, settings: &Settings) -> Result<&dyn Connector, ConnectError> {
        let (connector, failure, detail) = match settings {
            Settings::CloudHsm { cluster_id, .. } => (
                &self.cloud_hsm,
                ConnectFailure::ClusterNotFound,
                format!("no token is attached as {cluster_id}: this Lodge runs without PKCS#11 settings"),
            ),
            Settings::External { .. } => (
                &self.external,
                ConnectFailure::XksProxyNotReachable,
                "this Lodge runs without external key stores".to_owned(),
            ),
        };
        connector.as_deref().ok_or_else(|| ConnectError::new(failure, detail))
    }
}

impl Connector for Connectors {
    fn verify<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<(), ConnectError>> {
        Box::pin(async move { self.for_settings(settings)?.verify(settings, request).await })
    }

    fn connect<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Arc<dyn KeyStore>, ConnectError>> {
        Box::pin(async move { self.for_settings(settings)?.connect(settings, request).await })
    }
}
