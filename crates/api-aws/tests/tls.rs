//! The door behind TLS.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod door;
#[path = "../../gate/tests/support/mod.rs"]
mod support;

use std::sync::Arc;
use std::time::Duration;

use door::{Client, LONG, Running, encrypt, health};
use http_server::Limits;
use rustls::pki_types::{PrivatePkcs8KeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore, ServerConfig, SupportedProtocolVersion};
use support::World;
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

struct Secured {
    running: Running,
    roots: Arc<RootCertStore>,
}

impl Secured {
    async fn new(limits: Limits) -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let certificate = made.cert.der().clone();
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.clone()], key.into())
            .unwrap();
        let mut roots = RootCertStore::empty();
        roots.add(certificate).unwrap();
        let running = Running::of(World::new().await, limits, Some(Arc::new(config))).await;
        Self { running, roots: Arc::new(roots) }
    }

    async fn client(&self, versions: &[&'static SupportedProtocolVersion]) -> Client<TlsStream<TcpStream>> {
        let config = ClientConfig::builder_with_protocol_versions(versions)
            .with_root_certificates(Arc::clone(&self.roots))
            .with_no_client_auth();
        let stream = TcpStream::connect(self.running.address).await.unwrap();
        let name = ServerName::try_from("localhost").unwrap();
        let stream = tokio_rustls::TlsConnector::from(Arc::new(config)).connect(name, stream).await;
        Client::over(stream.unwrap())
    }
}

#[tokio::test]
async fn a_call_over_tls_is_recorded_with_version_and_cipher() {
    let secured = Secured::new(Limits::default()).await;
    for (version, name) in [(&rustls::version::TLS13, "TLSv1.3"), (&rustls::version::TLS12, "TLSv1.2")] {
        let mut client = secured.client(&[version]).await;
        client.send(&encrypt()).await;
        assert_eq!(client.answer().await.unwrap().status, 200);
        let record = secured.running.world.records().pop().unwrap();
        assert_eq!(record["tlsDetails"]["tlsVersion"], name);
        assert!(record["tlsDetails"]["cipherSuite"].as_str().unwrap().starts_with("TLS"), "{record}");
        assert_eq!(record["tlsDetails"]["clientProvidedHostHeader"], "localhost");
    }
}

#[tokio::test]
async fn plain_http_gets_no_answer() {
    let secured = Secured::new(Limits::default()).await;
    let mut client = secured.running.client().await;
    client.send(&encrypt()).await;
    // At most a TLS alert comes back before the end.
    assert!(client.answer().await.is_none());
    assert_eq!(secured.running.world.vault.counts(), (0, 0));
}

#[tokio::test]
async fn a_handshake_that_does_not_come_is_not_waited_for() {
    let secured =
        Secured::new(Limits { read_timeout: Duration::from_millis(200), ..Limits::default() }).await;
    secured.running.client().await.is_closed().await;
}

#[tokio::test]
async fn a_stop_does_not_wait_for_handshakes() {
    let secured =
        Secured::new(Limits { read_timeout: LONG * 10, stop_timeout: LONG * 10, ..Limits::default() }).await;
    let mut silent = secured.running.client().await;
    // By the time this is answered, the silent connection has been accepted.
    let mut client = secured.client(&[&rustls::version::TLS13]).await;
    client.send(&health()).await;
    assert_eq!(client.answer().await.unwrap().status, 200);
    secured.running.stop.send_replace(true);
    silent.is_closed().await;
    tokio::time::timeout(LONG, secured.running.ended).await.expect("the server does not stop").unwrap();
}
