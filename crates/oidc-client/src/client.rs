use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use allowed_hosts::{Allowed, Place, place, public};
use bytes::Bytes;
use http::{Request, StatusCode, header};
use http_body_util::{BodyExt, Empty, LengthLimitError, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use web_identity::{BoxFuture, Documents, Location, Unfetched};

use crate::vouching::Vouching;

/// The longest document.
const MAX_DOCUMENT: usize = 256 * 1024;

/// The longest head of an answer.
const MAX_HEAD: usize = 16 * 1024;

/// How long a provider may take, as AWS has it.
const TIMEOUT: Duration = Duration::from_secs(5);

/// How many requests are under way at once.
const REQUESTS: usize = 16;

/// Fetches documents from the hosts that the operator allows.
pub struct OidcClient {
    allowed: Vec<Allowed>,
    roots: Arc<RootCertStore>,
    requests: Semaphore,
}

impl OidcClient {
    /// A client that goes to `allowed` hosts and trusts the authorities in `roots`.
    pub fn new(allowed: Vec<Allowed>, roots: RootCertStore) -> Self {
        Self { allowed, roots: Arc::new(roots), requests: Semaphore::new(REQUESTS) }
    }

    async fn fetch(&self, location: &Location, thumbprints: &[String]) -> Result<Vec<u8>, Unfetched> {
        let host = location.host();
        let place = place(&self.allowed, host).ok_or_else(|| Unfetched::NotAllowed(host.to_owned()))?;
        let _permit = self.requests.acquire().await.map_err(failed(host))?;
        let name = ServerName::try_from(host.to_owned()).map_err(failed(host))?;
        let addresses = addresses(host, place).await?;
        let stream = TcpStream::connect(&addresses[..]).await.map_err(failed(host))?;
        let tls = self.tls(thumbprints).map_err(failed(host))?;
        let stream = tls.connect(name, stream).await.map_err(|error| {
            let found = error.get_ref().and_then(|inner| inner.downcast_ref());
            match found {
                Some(rustls::Error::InvalidCertificate(_)) => Unfetched::Certificate,
                _ => failed(host)(error),
            }
        })?;
        let mut builder = http1::Builder::new();
        builder.max_buf_size(MAX_HEAD);
        let (mut sender, connection) = builder.handshake(TokioIo::new(stream)).await.map_err(failed(host))?;
        let request = Request::get(location.path())
            .header(header::HOST, host)
            .header(header::ACCEPT, "application/json")
            .header(header::CONNECTION, "close")
            .body(Empty::<Bytes>::new())
            .map_err(failed(host))?;
        let exchange = async {
            let answer = sender.send_request(request).await.map_err(failed(host))?;
            if answer.status() != StatusCode::OK {
                return Err(Unfetched::Failed(format!(
                    "{location} answered with status {}",
                    answer.status()
                )));
            }
            let body = Limited::new(answer.into_body(), MAX_DOCUMENT).collect().await;
            let body = body.map_err(|error| {
                let too_long = error.is::<LengthLimitError>();
                let why = if too_long {
                    "is longer than 256 KiB".to_owned()
                } else {
                    format!("broke off: {error}")
                };
                Unfetched::Failed(format!("the document {location} {why}"))
            })?;
            Ok(body.to_bytes().to_vec())
        };
        // The connection ends with the answer.
        tokio::pin!(connection, exchange);
        tokio::select! {
            answer = &mut exchange => answer,
            ended = &mut connection => {
                if let Err(error) = ended {
                    return Err(failed(host)(error));
                }
                exchange.await
            }
        }
    }

    fn tls(&self, thumbprints: &[String]) -> Result<TlsConnector, rustls::Error> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let verifier = Vouching::new(&self.roots, thumbprints, Arc::clone(&provider));
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth();
        Ok(TlsConnector::from(Arc::new(config)))
    }
}

impl Documents for OidcClient {
    fn get<'a>(
        &'a self,
        location: &'a Location,
        thumbprints: &'a [String],
    ) -> BoxFuture<'a, Result<Vec<u8>, Unfetched>> {
        Box::pin(async move {
            let fetched = timeout(TIMEOUT, self.fetch(location, thumbprints)).await.unwrap_or_else(|_| {
                let seconds = TIMEOUT.as_secs();
                Err(Unfetched::Failed(format!("{} did not answer within {seconds} seconds", location.host())))
            });
            if let Err(error) = &fetched {
                tracing::warn!(%location, %error, "a document of an identity provider could not be fetched");
            }
            fetched
        })
    }
}

async fn addresses(host: &str, place: Place) -> Result<Vec<SocketAddr>, Unfetched> {
    if let Place::At(address) = place {
        return Ok(vec![address]);
    }
    // The port is set later; the trailing dot keeps the search list of this machine out of it.
    let found = tokio::net::lookup_host(format!("{host}.:0")).await.map_err(failed(host))?;
    let addresses = public(found);
    if addresses.is_empty() {
        return Err(Unfetched::Failed(format!(
            "{host} has no public address; if a private one is meant, the operator allows {host}=ADDRESS:PORT"
        )));
    }
    Ok(addresses)
}

fn failed<E: std::fmt::Display>(host: &str) -> impl Fn(E) -> Unfetched + '_ {
    move |error| Unfetched::Failed(format!("{host} could not be reached: {error}"))
}
