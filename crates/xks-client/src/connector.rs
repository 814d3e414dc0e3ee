use std::sync::Arc;
use std::time::Duration;

use clock::Clock;
use key_store::{BoxFuture, ConnectError, ConnectFailure, Connector, KeyStore, RequestMetadata, Settings};
use rustls::{ClientConfig, RootCertStore};
use tokio_rustls::TlsConnector;

use crate::allowed::{self, Allowed};
use crate::failure::of_connection;
use crate::proxy::{Credential, Proxy};
use crate::transport::Transport;

/// How long AWS KMS waits for an XKS proxy. Source: XKS proxy API specification, "GetKeyMetadata", KMS considerations.
pub const DEFAULT_TIMEOUT: Duration = Duration::from_millis(250);

/// What an operator decides about external key stores.
pub struct Options {
    /// The hosts that may be connected to; nothing else is.
    pub allowed: Vec<Allowed>,
    /// Who may have issued the proxies' certificates.
    pub roots: RootCertStore,
    /// How long one request may take, connecting included.
    pub timeout: Duration,
    /// For the time that signatures name.
    pub clock: Arc<dyn Clock>,
}

/// Connects to XKS proxies.
pub struct XksConnector {
    allowed: Vec<Allowed>,
    tls: TlsConnector,
    timeout: Duration,
    clock: Arc<dyn Clock>,
}

/// Why no connector was made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The cryptographic library has no TLS protocol version for this.
    #[error("TLS cannot be set up for external key stores")]
    Tls(#[source] rustls::Error),
}

impl XksConnector {
    /// A connector that goes where `options` lets it.
    pub fn new(options: Options) -> Result<Self, Error> {
        let Options { allowed, roots, timeout, clock } = options;
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let mut config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(Error::Tls)?
            .with_root_certificates(roots)
            .with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { allowed, tls: Arc::new(config).into(), timeout, clock })
    }

    fn proxy(&self, settings: &Settings) -> Result<Proxy, ConnectError> {
        let Settings::External { region, endpoint, uri_path, access_key_id, secret_access_key } = settings
        else {
            let detail = "the settings are those of a CloudHSM key store";
            return Err(ConnectError::new(ConnectFailure::InternalError, detail));
        };
        let host = endpoint.strip_prefix("https://").unwrap_or_default();
        let place = allowed::place(&self.allowed, host).ok_or_else(|| {
            let detail = format!("{endpoint} is not among the external key store proxies that are allowed");
            ConnectError::new(ConnectFailure::XksProxyNotAllowed, detail)
        })?;
        let transport = Transport::new(host, place, self.tls.clone(), self.timeout)
            .map_err(|detail| ConnectError::new(ConnectFailure::XksProxyInvalidConfiguration, detail))?;
        let credential = Credential {
            access_key_id: access_key_id.clone(),
            secret_access_key: secret_access_key.clone(),
            region: region.clone(),
        };
        Ok(Proxy::new(transport, uri_path.clone(), credential, Arc::clone(&self.clock)))
    }

    async fn healthy(&self, settings: &Settings, request: &RequestMetadata) -> Result<Proxy, ConnectError> {
        let proxy = self.proxy(settings)?;
        let health = proxy.health(request).await.map_err(|error| of_connection(&error))?;
        if health.is_available() {
            return Ok(proxy);
        }
        let detail = "the external key store proxy says that all its key managers are unavailable";
        Err(ConnectError::new(ConnectFailure::XksProxyUnhealthy, detail))
    }
}

impl Connector for XksConnector {
    fn verify<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<(), ConnectError>> {
        Box::pin(async move { self.healthy(settings, request).await.map(drop) })
    }

    fn connect<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Arc<dyn KeyStore>, ConnectError>> {
        Box::pin(async move {
            let proxy = self.healthy(settings, request).await?;
            Ok(Arc::new(proxy) as Arc<dyn KeyStore>)
        })
    }
}
