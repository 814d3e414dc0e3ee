//! A client for the local server's own API, for commands that change a running Lodge.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use clock::{Clock, SystemClock};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use crate::cli::Data;
use crate::credentials::{self, AccessKey};
use crate::data_folder::{DataFolder, Running};
use crate::keyring::{Keyring, Settings};

const TIMEOUT: Duration = Duration::from_secs(30);
const ANSWER_LIMIT: usize = 16 * 1024 * 1024;

/// The running server of a data folder, as its administrator.
pub struct Client {
    running: Running,
    key: AccessKey,
    region: String,
}

impl Client {
    /// The server of `data`.
    pub fn of(data: &Data) -> Result<Self> {
        let folder = DataFolder::open(data.folder())?;
        let settings = Settings::read(&folder)?.context("this Lodge was never started; say 'lodge up'")?;
        let keyring = Keyring::unseal(&folder, &settings, data)?;
        let key = credentials::kept(&folder, &keyring.files())?;
        Ok(Self { running: Running::read(&folder)?, key, region: settings.region.to_string() })
    }

    /// Calls an awsJson 1.1 operation: `service` is the signing name, `target` the whole `X-Amz-Target`.
    pub fn call(&self, service: &str, target: &str, input: &Value) -> Result<Value> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let body = serde_json::to_vec(input)?;
        runtime.block_on(async {
            tokio::time::timeout(TIMEOUT, self.exchange(service, target, body))
                .await
                .map_err(|_| anyhow!("Lodge at {} did not answer in time", self.running.endpoint))?
        })
    }

    async fn exchange(&self, service: &str, target: &str, body: Vec<u8>) -> Result<Value> {
        let endpoint = &self.running.endpoint;
        let (secure, host) = match endpoint.split_once("://") {
            Some(("https", host)) => (true, host),
            Some(("http", host)) => (false, host),
            _ => bail!("the endpoint {endpoint} in running.json is no address"),
        };
        let stream = TcpStream::connect(host)
            .await
            .with_context(|| format!("could not reach Lodge at {endpoint}; is 'lodge up' running?"))?;
        if !secure {
            return self.send(stream, host, service, target, body).await;
        }
        let ca = self.running.ca.as_deref().context("running.json names no certificate authority")?;
        let connector = TlsConnector::from(trusting(Path::new(ca))?);
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_matches(['[', ']']);
        let name = ServerName::try_from(name.to_owned()).context("the endpoint's host is no name")?;
        let stream =
            connector.connect(name, stream).await.context("the server's certificate was not accepted")?;
        self.send(stream, host, service, target, body).await
    }

    async fn send(
        &self,
        stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
        host: &str,
        service: &str,
        target: &str,
        body: Vec<u8>,
    ) -> Result<Value> {
        let headers = [
            ("host", host.as_bytes()),
            ("content-type", b"application/x-amz-json-1.1".as_slice()),
            ("x-amz-target", target.as_bytes()),
        ];
        let head = sigv4::RequestHead { method: "POST", path: "/", query: "", headers: &headers };
        let credentials = sigv4::Credentials {
            access_key_id: &self.key.id,
            secret_access_key: &self.key.secret,
            session_token: None,
        };
        let signed =
            sigv4::sign(&head, &sigv4::sha256(&body), &credentials, &self.region, service, SystemClock.now())
                .context("could not sign the request")?;
        let mut request = hyper::Request::post("/");
        for (name, value) in headers {
            request = request.header(name, value);
        }
        for (name, value) in &signed {
            request = request.header(*name, value.as_str());
        }
        let request = request.body(Full::new(Bytes::from(body)))?;
        let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
        let driver = tokio::spawn(connection);
        let answer = sender.send_request(request).await.context("the connection broke")?;
        let status = answer.status();
        let body = Limited::new(answer.into_body(), ANSWER_LIMIT)
            .collect()
            .await
            .map_err(|error| anyhow!("could not read the answer: {error}"))?
            .to_bytes();
        drop(sender);
        let _ = driver.await;
        let value: Value = serde_json::from_slice(&body).context("the answer is no JSON")?;
        if status.is_success() {
            return Ok(value);
        }
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        bail!("{}: {}", text("__type"), text("message"))
    }
}

fn trusting(ca: &Path) -> Result<Arc<ClientConfig>> {
    let mut roots = RootCertStore::empty();
    for certificate in
        CertificateDer::pem_file_iter(ca).with_context(|| format!("could not read {}", ca.display()))?
    {
        roots.add(certificate?)?;
    }
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}
