use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio_rustls::TlsAcceptor;

use crate::Door;
use crate::exchange::Peer;

/// Bounds on what one caller can take.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections at once; more wait to be accepted.
    pub connections: usize,
    /// The largest request body, in bytes.
    pub body_bytes: usize,
    /// For the TLS handshake, for the head of a request, and for its body, each.
    pub read_timeout: Duration,
    /// How long a stop waits for requests in flight.
    pub stop_timeout: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 4096,
            body_bytes: 256 * 1024,
            read_timeout: Duration::from_secs(10),
            stop_timeout: Duration::from_secs(20),
        }
    }
}

/// Serves a door on one listener.
pub struct Server {
    /// What is served.
    pub door: Arc<Door>,
    /// Where connections come from.
    pub listener: TcpListener,
    /// TLS, or plain HTTP when absent.
    pub tls: Option<Arc<rustls::ServerConfig>>,
    /// The bounds.
    pub limits: Limits,
}

impl Server {
    /// Serves until `stop` turns true, then finishes the requests in flight.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let limits = Arc::new(self.limits);
        let permits = Arc::new(Semaphore::new(limits.connections));
        let tls = self.tls.map(TlsAcceptor::from);
        let mut stopping = stop.clone();
        loop {
            let accepted = tokio::select! {
                _ = stopping.wait_for(|stop| *stop) => break,
                accepted = accept(&self.listener, &permits) => accepted,
            };
            let Some((stream, address, permit)) = accepted else { continue };
            let connection = Connection {
                door: Arc::clone(&self.door),
                limits: Arc::clone(&limits),
                stop: stop.clone(),
                address,
            };
            let tls = tls.clone();
            tokio::spawn(async move {
                connection.serve(stream, tls).await;
                drop(permit);
            });
        }
        drop(self.listener);
        let all = u32::try_from(limits.connections).unwrap_or(u32::MAX);
        if tokio::time::timeout(limits.stop_timeout, permits.acquire_many(all)).await.is_err() {
            tracing::warn!("some requests did not finish in time and were cut off");
        }
        stop.mark_unchanged();
    }
}

/// The next connection, once there is room for it. `None` after a failed accept, which is not the server's end.
async fn accept(
    listener: &TcpListener,
    permits: &Arc<Semaphore>,
) -> Option<(TcpStream, SocketAddr, tokio::sync::OwnedSemaphorePermit)> {
    let permit = Arc::clone(permits).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, address)) => Some((stream, address, permit)),
        Err(error) => {
            // Out of file descriptors, mostly: give running requests time to end instead of spinning.
            tracing::warn!(%error, "could not accept a connection");
            tokio::time::sleep(Duration::from_millis(50)).await;
            None
        }
    }
}

struct Connection {
    door: Arc<Door>,
    limits: Arc<Limits>,
    stop: watch::Receiver<bool>,
    address: SocketAddr,
}

impl Connection {
    async fn serve(self, stream: TcpStream, tls: Option<TlsAcceptor>) {
        // Answers are small and latency counts.
        let _ = stream.set_nodelay(true);
        match tls {
            None => {
                let peer = Peer { ip: self.address.ip(), secure: false, tls: None };
                self.http(stream, peer).await;
            }
            Some(acceptor) => {
                let Ok(Ok(stream)) =
                    tokio::time::timeout(self.limits.read_timeout, acceptor.accept(stream)).await
                else {
                    return;
                };
                let (_, session) = stream.get_ref();
                let tls = session.protocol_version().zip(session.negotiated_cipher_suite()).map(
                    |(version, suite)| {
                        let version =
                            if version == rustls::ProtocolVersion::TLSv1_3 { "TLSv1.3" } else { "TLSv1.2" };
                        (version, suite.suite().as_str().unwrap_or("unknown"))
                    },
                );
                let peer = Peer { ip: self.address.ip(), secure: true, tls };
                self.http(stream, peer).await;
            }
        }
    }

    async fn http(self, stream: impl AsyncRead + AsyncWrite + Unpin, peer: Peer) {
        let Self { door, limits, mut stop, .. } = self;
        let read_timeout = limits.read_timeout;
        let service = service_fn(move |request| {
            let door = Arc::clone(&door);
            let limits = Arc::clone(&limits);
            let peer = peer.clone();
            async move { Ok::<_, Infallible>(door.exchange(request, &peer, &limits).await) }
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
