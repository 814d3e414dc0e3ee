use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use audit_event::RequestId;
use bytes::Buf;
use http::Response;
use http::request::Parts;
use http_body_util::BodyExt;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::Door;
use crate::addresses::Addresses;
use crate::reply::Body;
use crate::request::{Peer, Request, Slot, Unread, read};
use crate::unstalled::Unstalled;

/// Bounds on what callers can take, those without credentials too.
///
/// A connection holds at most about three times `body_bytes` and 256 KiB more: the body (twice while its buffer grows), what it
/// decodes to, the buffers of HTTP and TLS.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections at once, and changes that run on after their callers hung up; more wait to be accepted.
    pub connections: usize,
    /// Connections at once from one address (of IPv6, from one /64): more are closed as they come.
    pub connections_per_address: usize,
    /// The largest request body, in bytes.
    pub body_bytes: usize,
    /// For the TLS handshake, for the head of a request to come (also on a connection that is kept open), for its body, and for the
    /// caller to take up some of the answer, each.
    pub read_timeout: Duration,
    /// How long a stop waits for requests in flight.
    pub stop_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4096,
            connections_per_address: 1024,
            body_bytes: 256 * 1024,
            read_timeout: Duration::from_secs(10),
            stop_timeout: Duration::from_secs(20),
        }
    }
}

/// At least one door.
pub struct Doors {
    special: Vec<Arc<dyn Door>>,
    usual: Arc<dyn Door>,
}

impl Doors {
    /// Every request goes to this door.
    pub fn one(usual: Arc<dyn Door>) -> Self {
        Self { special: Vec::new(), usual }
    }

    /// Requests that `door` serves go there.
    #[must_use]
    pub fn and(mut self, door: Arc<dyn Door>) -> Self {
        self.special.push(door);
        self
    }

    fn of(&self, head: &Parts) -> &dyn Door {
        let door = self.special.iter().find(|door| door.serves(head));
        door.unwrap_or(&self.usual).as_ref()
    }
}

/// Serves doors on one listener.
pub struct Server {
    /// What is served.
    pub doors: Doors,
    /// Where connections come from.
    pub listener: TcpListener,
    /// TLS, or plain HTTP when absent.
    pub tls: Option<Arc<rustls::ServerConfig>>,
    /// The bounds.
    pub limits: Limits,
}

impl Server {
    /// Serves until `stop` turns true, then finishes the requests in flight. Those that take longer than the stop may are cut off.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let Self { doors, listener, tls, limits } = self;
        let doors = Arc::new(doors);
        let limits = Arc::new(limits);
        let all_slots = u32::try_from(limits.connections).unwrap_or(u32::MAX);
        let slots = Arc::new(Semaphore::new(all_slots as usize));
        let addresses = Addresses::new(limits.connections_per_address);
        let tls = tls.map(TlsAcceptor::from);
        let mut connections = JoinSet::new();
        loop {
            let accepted = tokio::select! {
                _ = stop.wait_for(|stop| *stop) => break,
                accepted = accept(&listener, &slots) => accepted,
            };
            // Only to forget those that have ended.
            while connections.try_join_next().is_some() {}
            let Some((stream, address, slot)) = accepted else { continue };
            // Closed at once: who waits for an answer holds nobody else up.
            let Some(counted) = addresses.count(address.ip()) else { continue };
            let (doors, limits, stop) = (Arc::clone(&doors), Arc::clone(&limits), stop.clone());
            let slot = Slot { _all: slot, _address: counted };
            connections.spawn(Connection { doors, limits, stop }.serve(stream, address, slot, tls.clone()));
        }
        drop(listener);
        if tokio::time::timeout(limits.stop_timeout, slots.acquire_many(all_slots)).await.is_err() {
            tracing::warn!("some requests did not finish in time and are cut off");
        }
        connections.shutdown().await;
    }
}

/// The next connection, once there is room for it. `None` after a failed accept, which is not the server's end.
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let slot = Arc::clone(slots).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, address)) => Some((stream, address, slot)),
        Err(error) => {
            // Out of file descriptors, mostly: give running requests time to end instead of spinning.
            tracing::warn!(%error, "could not accept a connection");
            tokio::time::sleep(Duration::from_millis(50)).await;
            None
        }
    }
}

struct Connection {
    doors: Arc<Doors>,
    limits: Arc<Limits>,
    stop: watch::Receiver<bool>,
}

impl Connection {
    async fn serve(mut self, stream: TcpStream, address: SocketAddr, slot: Slot, tls: Option<TlsAcceptor>) {
        // Answers are small and latency counts.
        let _ = stream.set_nodelay(true);
        let stream = Unstalled::new(stream, self.limits.read_timeout);
        // A listener on `::` sees IPv4 callers as `::ffff:192.0.2.1`, which policies do not mean.
        let mut peer = Peer { ip: address.ip().to_canonical(), secure: false, tls: None, _slot: slot };
        let Some(acceptor) = tls else { return self.http(stream, peer).await };
        let handshake = tokio::time::timeout(self.limits.read_timeout, acceptor.accept(stream));
        let stream = tokio::select! {
            _ = self.stop.wait_for(|stop| *stop) => return,
            shaken = handshake => match shaken {
                Ok(Ok(stream)) => stream,
                _ => return,
            },
        };
        let (_, session) = stream.get_ref();
        peer.secure = true;
        peer.tls =
            session.protocol_version().zip(session.negotiated_cipher_suite()).map(|(version, suite)| {
                let version = if version == rustls::ProtocolVersion::TLSv1_3 { "TLSv1.3" } else { "TLSv1.2" };
                (version, suite.suite().as_str().unwrap_or("unknown"))
            });
        self.http(stream, peer).await;
    }

    async fn http(self, stream: impl AsyncRead + AsyncWrite + Unpin, peer: Peer) {
        let Self { doors, limits, mut stop } = self;
        let read_timeout = limits.read_timeout;
        let peer = Arc::new(peer);
        let service = service_fn(move |request| {
            let (doors, limits, peer) = (Arc::clone(&doors), Arc::clone(&limits), Arc::clone(&peer));
            async move { Ok::<_, Infallible>(exchange(&doors, request, peer, &limits).await) }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(read_timeout)
            .max_buf_size(64 * 1024)
            .max_headers(64)
            .serve_connection(TokioIo::new(stream), service);
        let mut connection = std::pin::pin!(connection);
        tokio::select! {
            _ = connection.as_mut() => return,
            _ = stop.wait_for(|stop| *stop) => connection.as_mut().graceful_shutdown(),
        }
        let _ = connection.await;
    }
}

/// Answers one request.
async fn exchange<B>(
    doors: &Doors,
    request: http::Request<B>,
    peer: Arc<Peer>,
    limits: &Limits,
) -> Response<Body>
where
    B: http_body::Body<Data: Send> + Send + Unpin + 'static,
{
    let request_id = RequestId::from_random(*uuid::Uuid::new_v4().as_bytes());
    let (head, mut body) = request.into_parts();
    let door = doors.of(&head);
    if let Some(answer) = door.at_once(&head, &request_id) {
        return answer;
    }
    let read = tokio::time::timeout(limits.read_timeout, read(&mut body, limits.body_bytes)).await;
    match read.unwrap_or(Err(Unread::Late)) {
        Ok(body) => door.answer(&Request { head, body, request_id, peer }).await,
        Err(why) => {
            if why == Unread::TooLarge {
                tokio::spawn(tokio::time::timeout(limits.read_timeout, discard(body)));
            }
            door.unread(&head, why, &request_id)
        }
    }
}

/// What of a body that is too large is taken off the connection: clients that send all before they read would not see the answer if the
/// connection were closed in between.
const MOST_DISCARDED: usize = 16 * 1024 * 1024;

async fn discard<B: http_body::Body + Unpin>(mut body: B) {
    let mut discarded = 0;
    while discarded < MOST_DISCARDED {
        let Some(Ok(frame)) = body.frame().await else { return };
        discarded += frame.data_ref().map_or(0, |data| data.remaining());
    }
}
