use std::net::SocketAddr;
use std::sync::Arc;

use allowed_hosts::Allowed;
use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::{RootCertStore, ServerConfig};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use web_identity::{Documents, Location, Unfetched};

use crate::OidcClient;

const HOST: &str = "login.test";

/// A server that gives every connection the same answer.
struct Server {
    address: SocketAddr,
    authority: CertificateDer<'static>,
    certificate: CertificateDer<'static>,
}

impl Server {
    async fn answering(answer: impl Into<Vec<u8>>) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
        let key = KeyPair::generate().unwrap();
        let certificate = CertificateParams::new([HOST.to_owned()])
            .unwrap()
            .signed_by(&key, &authority)
            .unwrap()
            .der()
            .clone();
        let authority = authority.der().clone();
        let config =
            ServerConfig::builder_with_provider(Arc::new(rustls::crypto::aws_lc_rs::default_provider()))
                .with_safe_default_protocol_versions()
                .unwrap()
                .with_no_client_auth()
                .with_single_cert(
                    vec![certificate.clone(), authority.clone()],
                    PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
                )
                .unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (acceptor, answer) = (TlsAcceptor::from(Arc::new(config)), answer.into());
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let Ok(mut stream) = acceptor.accept(stream).await else { continue };
                let mut head = [0; 4096];
                let _ = stream.read(&mut head).await;
                let _ = stream.write_all(&answer).await;
                let _ = stream.shutdown().await;
            }
        });
        Self { address, authority, certificate }
    }

    fn client(&self, roots: &[&CertificateDer<'static>]) -> OidcClient {
        let mut store = RootCertStore::empty();
        for root in roots {
            store.add((*root).clone()).unwrap();
        }
        let allowed: Allowed = format!("{HOST}={}", self.address).parse().unwrap();
        let other: Allowed = format!("other.test={}", self.address).parse().unwrap();
        OidcClient::new(vec![allowed, other], store)
    }
}

fn document(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

fn thumbprint(certificate: &CertificateDer<'_>) -> String {
    digest(&SHA1_FOR_LEGACY_USE_ONLY, certificate).as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn get(client: &OidcClient, url: &str, thumbprints: &[String]) -> Result<String, Unfetched> {
    let fetched = client.get(&Location::parse(url).unwrap(), thumbprints).await?;
    Ok(String::from_utf8(fetched).unwrap())
}

const URL: &str = "https://login.test/keys";

#[tokio::test]
async fn a_document_from_an_allowed_host() {
    let server = Server::answering(document("{}")).await;
    let client = server.client(&[&server.authority]);
    assert_eq!(get(&client, URL, &[]).await.unwrap(), "{}");
    let elsewhere = get(&client, "https://elsewhere.test/keys", &[]).await;
    assert_eq!(elsewhere, Err(Unfetched::NotAllowed("elsewhere.test".to_owned())));
}

#[tokio::test]
async fn thumbprints_vouch_where_no_authority_does() {
    let server = Server::answering(document("{}")).await;
    let client = server.client(&[]);
    assert_eq!(get(&client, URL, &[]).await, Err(Unfetched::Certificate));
    assert_eq!(get(&client, URL, &["0".repeat(40)]).await, Err(Unfetched::Certificate));
    let wrong_then_right = ["0".repeat(40), thumbprint(&server.authority)];
    assert_eq!(get(&client, URL, &wrong_then_right).await.unwrap(), "{}");
    // For this name only.
    let other = get(&client, "https://other.test/keys", &wrong_then_right).await;
    assert_eq!(other, Err(Unfetched::Certificate));
    // With other authorities at hand too.
    let stranger = Server::answering(document("{}")).await;
    let client = server.client(&[&stranger.authority]);
    assert_eq!(get(&client, URL, &[thumbprint(&stranger.certificate)]).await, Err(Unfetched::Certificate));
    assert_eq!(get(&client, URL, &wrong_then_right).await.unwrap(), "{}");
}

#[tokio::test]
async fn answers_that_are_not_taken() {
    let redirect =
        "HTTP/1.1 302 Found\r\nLocation: https://login.test/other\r\nContent-Length: 0\r\n\r\n".to_owned();
    let huge = document(&"x".repeat(256 * 1024 + 1));
    let endless_head = format!("HTTP/1.1 200 OK\r\nX: {}", "x".repeat(64 * 1024));
    for (answer, expected) in [
        (redirect, "302"),
        ("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n".to_owned(), "500"),
        (huge, "longer than 256 KiB"),
        (endless_head, "could not be reached"),
        ("nothing".to_owned(), "could not be reached"),
        ("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort".to_owned(), "login.test"),
    ] {
        let server = Server::answering(answer).await;
        let refused = get(&server.client(&[&server.authority]), URL, &[]).await.unwrap_err();
        assert!(matches!(&refused, Unfetched::Failed(why) if why.contains(expected)), "{refused}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_silent_host_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let allowed = format!("{HOST}={}", listener.local_addr().unwrap()).parse().unwrap();
    let refused = get(&OidcClient::new(vec![allowed], RootCertStore::empty()), URL, &[]).await;
    assert!(refused.unwrap_err().to_string().contains("within 5 seconds"));
}
