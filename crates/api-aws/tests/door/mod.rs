//! A door on a loopback port, and a client that writes HTTP by hand.
#![allow(dead_code, reason = "each test file uses a part of this")]

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use api_aws::Door;
use http_server::{Doors, Limits, Server};
use secret::SecretString;
use sigv4::{Credentials, RequestHead};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::support::{self, REGION, SECRET_KEY, START, World};

/// Longer than anything here takes; a test that waits for it has failed.
pub const LONG: Duration = Duration::from_secs(20);

pub struct Running {
    pub world: Arc<World>,
    pub address: SocketAddr,
    pub stop: watch::Sender<bool>,
    pub ended: JoinHandle<()>,
}

impl Running {
    /// With `ann`, who may do everything, `bob`, who may do nothing, and the key `k1`.
    pub async fn new(limits: Limits) -> Self {
        Self::of(World::new().await, limits, None).await
    }

    pub async fn of(world: World, limits: Limits, tls: Option<Arc<rustls::ServerConfig>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        Self::on(listener, world, limits, tls).await
    }

    pub async fn on(
        listener: TcpListener,
        world: World,
        limits: Limits,
        tls: Option<Arc<rustls::ServerConfig>>,
    ) -> Self {
        world.callers.admit(&support::user("ann", &[support::everything()]));
        world.callers.admit(&support::user("bob", &[]));
        world.key("k1", None).await;
        let endpoints = support::endpoints(&world.vault);
        let door = Arc::new(Door::new(Arc::clone(&world.gate), endpoints).unwrap());
        let (stop, stopping) = watch::channel(false);
        let address = listener.local_addr().unwrap();
        let ended = tokio::spawn(Server { doors: Doors::one(door), listener, tls, limits }.run(stopping));
        Self { world: Arc::new(world), address, stop, ended }
    }

    pub async fn client(&self) -> Client<TcpStream> {
        Client { stream: TcpStream::connect(self.address).await.unwrap(), read: Vec::new() }
    }

    /// One request on a connection of its own.
    pub async fn ask(&self, request: &Request) -> Answer {
        let mut client = self.client().await;
        client.send(request).await;
        client.answer().await.unwrap()
    }
}

/// A request as it goes over the wire.
#[derive(Clone)]
pub struct Request {
    pub method: &'static str,
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn new(method: &'static str, path: &str) -> Self {
        let headers = vec![("host".to_owned(), "localhost".to_owned())];
        Self { method, path: path.to_owned(), headers, body: Vec::new() }
    }

    /// An awsJson call.
    pub fn json(target: &str, body: &str) -> Self {
        Self::new("POST", "/")
            .with("content-type", "application/x-amz-json-1.1")
            .with("x-amz-target", target)
            .body(body)
    }

    /// An awsQuery call.
    pub fn form(body: &str) -> Self {
        Self::new("POST", "/")
            .with("content-type", "application/x-www-form-urlencoded; charset=utf-8")
            .body(body)
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(other, _)| other != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn body(mut self, body: &str) -> Self {
        self.body = body.as_bytes().to_vec();
        self
    }

    /// Signed with the access key for the service.
    pub fn signed(self, access_key_id: &str, service: &str) -> Self {
        self.signed_in(REGION, access_key_id, service)
    }

    pub fn signed_in(mut self, region: &str, access_key_id: &str, service: &str) -> Self {
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let secret_access_key = &SecretString::new(SECRET_KEY.to_owned());
        let headers: Vec<_> =
            self.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
        let head = RequestHead { method: self.method, path, query, headers: &headers };
        let credentials = Credentials { access_key_id, secret_access_key, session_token: None };
        let added =
            sigv4::sign(&head, &sigv4::sha256(&self.body), &credentials, region, service, START).unwrap();
        self.headers.extend(added.into_iter().map(|(name, value)| (name.to_owned(), value)));
        self
    }

    /// The head, saying that a body of `length` bytes follows.
    pub fn head(&self, length: usize) -> Vec<u8> {
        let headers: String =
            self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        format!("{} {} HTTP/1.1\r\n{headers}content-length: {length}\r\n\r\n", self.method, self.path)
            .into_bytes()
    }

    pub fn bytes(&self) -> Vec<u8> {
        [self.head(self.body.len()), self.body.clone()].concat()
    }
}

/// `kms:Encrypt`, signed by `ann`.
pub fn encrypt() -> Request {
    Request::json("TrentService.Encrypt", r#"{"KeyId":"k1","Plaintext":"YXR0YWNr"}"#).signed("AKIAANN", "kms")
}

/// `kms:CreateAlias`, signed by `ann`.
pub fn create_alias(name: &str) -> Request {
    let body = format!(r#"{{"AliasName":"alias/{name}","TargetKeyId":"k1"}}"#);
    Request::json("TrentService.CreateAlias", &body).signed("AKIAANN", "kms")
}

pub fn health() -> Request {
    Request::new("GET", "/healthz")
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> serde_json::Value {
        assert_eq!(self.header("content-type"), Some("application/x-amz-json-1.1"), "{self:?}");
        serde_json::from_str(&self.body).unwrap()
    }

    /// The content of the first element of this name.
    pub fn xml(&self, element: &str) -> Option<&str> {
        assert_eq!(self.header("content-type"), Some("text/xml"), "{self:?}");
        let (_, rest) = self.body.split_once(&format!("<{element}>"))?;
        rest.split_once(&format!("</{element}>")).map(|(content, _)| content)
    }
}

pub struct Client<S> {
    pub stream: S,
    read: Vec<u8>,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Client<S> {
    pub fn over(stream: S) -> Self {
        Self { stream, read: Vec::new() }
    }

    pub async fn send(&mut self, request: &Request) {
        self.write(&request.bytes()).await;
    }

    pub async fn write(&mut self, bytes: &[u8]) {
        self.stream.write_all(bytes).await.unwrap();
        self.stream.flush().await.unwrap();
    }

    /// The next answer; `None` when the connection ends first.
    pub async fn answer(&mut self) -> Option<Answer> {
        self.answer_with_body(true).await
    }

    pub async fn answer_with_body(&mut self, has_body: bool) -> Option<Answer> {
        let head_length = loop {
            if let Some(at) = self.read.windows(4).position(|window| window == b"\r\n\r\n") {
                break at + 4;
            }
            self.read_more().await?;
        };
        let head = String::from_utf8(self.read.drain(..head_length).collect()).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
            .collect();
        let mut answer = Answer { status, headers, body: String::new() };
        let length: usize = answer.header("content-length").map_or(0, |length| length.parse().unwrap());
        if has_body {
            while self.read.len() < length {
                self.read_more().await?;
            }
            answer.body = String::from_utf8(self.read.drain(..length).collect()).unwrap();
        }
        Some(answer)
    }

    /// Waits until the other end closes the connection, with nothing more to read.
    pub async fn is_closed(&mut self) {
        assert!(self.read_more().await.is_none(), "{:?}", String::from_utf8_lossy(&self.read));
    }

    async fn read_more(&mut self) -> Option<()> {
        let reading = self.stream.read_buf(&mut self.read);
        match tokio::time::timeout(LONG, reading).await.expect("nothing came, and the connection stayed open")
        {
            Ok(0) | Err(_) => None,
            Ok(_) => Some(()),
        }
    }
}
