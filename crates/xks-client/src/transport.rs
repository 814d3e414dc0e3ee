//! HTTPS to one host: connections that are kept, one time limit for everything, bounded answers.

use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, header};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use secret::SecretBytes;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout_at};
use tokio_rustls::TlsConnector;

use crate::allowed::{Place, public};

/// The longest answer: the longest ciphertext in base64 is below 6 KiB.
const MAX_ANSWER: usize = 32 * 1024;

/// The longest head of an answer.
const MAX_HEAD: usize = 16 * 1024;

/// How many requests are under way at once.
const REQUESTS: usize = 100;

/// How many connections are kept, and for how long.
const KEPT: usize = 16;
const KEPT_FOR: Duration = Duration::from_secs(30);

/// How long what DNS said is believed.
const NAMES_FOR: Duration = Duration::from_secs(30);

/// HTTPS to one host.
pub(crate) struct Transport {
    host: String,
    name: ServerName<'static>,
    place: Place,
    tls: TlsConnector,
    timeout: Duration,
    requests: Semaphore,
    kept: Mutex<Vec<Kept>>,
    names: tokio::sync::Mutex<Names>,
}

struct Kept {
    sender: SendRequest<Full<Bytes>>,
    since: Instant,
}

/// What DNS said, and the question that is under way: at most one, however many callers give up on it.
#[derive(Default)]
struct Names {
    known: Option<(Vec<SocketAddr>, Instant)>,
    asking: Option<JoinHandle<std::io::Result<Vec<SocketAddr>>>>,
}

/// An answer of any status.
pub(crate) struct Answer {
    pub status: u16,
    pub body: SecretBytes,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Error {
    /// No connection.
    Unreachable(String),
    /// No TLS on it.
    Tls(String),
    /// It broke.
    Broken(String),
    /// The time was up.
    TimedOut,
    /// The answer is longer than any that makes sense.
    TooLong,
}

impl Transport {
    /// To `host`, which is at `place`.
    pub fn new(host: &str, place: Place, tls: TlsConnector, timeout: Duration) -> Result<Self, String> {
        let name =
            ServerName::try_from(host.to_owned()).map_err(|_| format!("{host} is no name of a host"))?;
        Ok(Self {
            host: host.to_owned(),
            name,
            place,
            tls,
            timeout,
            requests: Semaphore::new(REQUESTS),
            kept: Mutex::default(),
            names: tokio::sync::Mutex::default(),
        })
    }

    /// The `Host` header.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Sends a request and reads the answer.
    pub async fn post(
        &self,
        path: &str,
        signature: &[(&'static str, String)],
        body: &SecretBytes,
    ) -> Result<Answer, Error> {
        let deadline = Instant::now() + self.timeout;
        let permit = timeout_at(deadline, self.requests.acquire()).await.map_err(|_| Error::TimedOut)?;
        let _permit = permit.map_err(|_| Error::TimedOut)?;
        let body = Bytes::copy_from_slice(body.expose());
        if let Some(sender) = self.take() {
            match timeout_at(deadline, self.exchange(sender, path, signature, body.clone())).await {
                Err(_) => return Err(Error::TimedOut),
                // The proxy had closed the connection. Every operation can be asked for twice.
                Ok(Err(Error::Broken(_))) => {}
                Ok(answer) => return answer,
            }
        }
        let sender = self.connect(deadline).await?;
        timeout_at(deadline, self.exchange(sender, path, signature, body))
            .await
            .map_err(|_| Error::TimedOut)?
    }

    async fn exchange(
        &self,
        mut sender: SendRequest<Full<Bytes>>,
        path: &str,
        signature: &[(&'static str, String)],
        body: Bytes,
    ) -> Result<Answer, Error> {
        let mut request = Request::post(path)
            .header(header::HOST, &self.host)
            .header(header::CONTENT_TYPE, "application/json");
        for (name, value) in signature {
            request = request.header(*name, value.as_str());
        }
        let request = request.body(Full::new(body)).map_err(broken)?;
        sender.ready().await.map_err(broken)?;
        let answer = sender.send_request(request).await.map_err(broken)?;
        let status = answer.status().as_u16();
        let body = Limited::new(answer.into_body(), MAX_ANSWER).collect().await.map_err(|error| {
            if error.is::<LengthLimitError>() { Error::TooLong } else { Error::Broken(error.to_string()) }
        })?;
        self.keep(sender);
        Ok(Answer { status, body: SecretBytes::copy_of(&body.to_bytes()) })
    }

    async fn connect(&self, deadline: Instant) -> Result<SendRequest<Full<Bytes>>, Error> {
        let unreachable = |error: std::io::Error| Error::Unreachable(error.to_string());
        let late = |what: &'static str| move |_| Error::Unreachable(format!("{what} took too long"));
        let addresses = timeout_at(deadline, self.addresses()).await.map_err(late("the name lookup"))??;
        let stream =
            timeout_at(deadline, TcpStream::connect(&addresses[..])).await.map_err(late("the connection"))?;
        let stream = stream.map_err(unreachable)?;
        stream.set_nodelay(true).map_err(unreachable)?;
        let stream = timeout_at(deadline, self.tls.connect(self.name.clone(), stream)).await;
        let stream = stream.map_err(|_| Error::TimedOut)?.map_err(|error| match error.kind() {
            // What the library finds wrong; anything else is the network.
            std::io::ErrorKind::InvalidData => Error::Tls(error.to_string()),
            _ => Error::Unreachable(error.to_string()),
        })?;
        let mut builder = http1::Builder::new();
        builder.max_buf_size(MAX_HEAD);
        let handshake = timeout_at(deadline, builder.handshake(TokioIo::new(stream))).await;
        let (sender, connection) = handshake.map_err(|_| Error::TimedOut)?.map_err(broken)?;
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection to an external key store proxy ended");
            }
        });
        Ok(sender)
    }

    async fn addresses(&self) -> Result<Vec<SocketAddr>, Error> {
        if let Place::At(address) = self.place {
            return Ok(vec![address]);
        }
        let mut names = self.names.lock().await;
        if let Some((addresses, at)) = &names.known
            && at.elapsed() < NAMES_FOR
        {
            return Ok(addresses.clone());
        }
        let asking = names.asking.get_or_insert_with(|| {
            // The port is set later; the trailing dot keeps the search list of this machine out of it.
            let name = format!("{}.:0", self.host.trim_end_matches('.'));
            tokio::spawn(async move { Ok(tokio::net::lookup_host(name).await?.collect()) })
        });
        let answer = asking.await;
        names.asking = None;
        let answer = answer.map_err(|error| Error::Unreachable(error.to_string()))?;
        let answer: Vec<SocketAddr> = answer.map_err(|error| Error::Unreachable(error.to_string()))?;
        let addresses = public(answer);
        if addresses.is_empty() {
            let host = &self.host;
            return Err(Error::Unreachable(format!(
                "{host} has no public address; if a private one is meant, allow {host}=ADDRESS:PORT"
            )));
        }
        names.known = Some((addresses.clone(), Instant::now()));
        Ok(addresses)
    }

    fn take(&self) -> Option<SendRequest<Full<Bytes>>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // The one that was used last is the likeliest to be open.
        while let Some(Kept { sender, since }) = kept.pop() {
            if !sender.is_closed() && since.elapsed() < KEPT_FOR {
                return Some(sender);
            }
        }
        None
    }

    fn keep(&self, sender: SendRequest<Full<Bytes>>) {
        if sender.is_closed() {
            return;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push(Kept { sender, since: Instant::now() });
    }
}

fn broken(error: impl std::error::Error) -> Error {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    Error::Broken(text)
}
