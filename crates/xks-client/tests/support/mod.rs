//! An XKS proxy for tests: TLS, one credential, keys in memory, and bad manners on demand.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clock::{Clock, SystemClock};
use key_store::{
    ConnectFailure, Connector, Error, KeySpec, KeyStore, Memory, RequestMetadata, Sealed, Settings, StoreKey,
    StoreKeyId,
};
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{RootCertStore, ServerConfig};
use secret::SecretString;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use xks_client::{Options, XksConnector};

pub const HOST: &str = "proxy.example.com";
pub const PATH: &str = "/tenant/kms/xks/v1";
pub const ACCESS_KEY_ID: &str = "ABCDEFGHIJKLMNOPQRST";
pub const SECRET: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
pub const REGION: &str = "eu-west-1";

/// What the proxy does with its next answers.
#[derive(Clone, Default)]
pub enum Manners {
    /// What it should.
    #[default]
    Good,
    /// Waits before it answers.
    Slow(Duration),
    /// Answers this, whatever was asked.
    Says(u16, Vec<u8>),
    /// Changes its answers.
    Changes(fn(&mut Value)),
    /// Ends the connection after each answer without saying so before.
    HangsUp,
}

pub struct TestProxy {
    pub address: SocketAddr,
    pub roots: RootCertStore,
    pub store: Memory,
    manners: Arc<Mutex<Manners>>,
    seen: Arc<Mutex<Seen>>,
}

/// What came in.
#[derive(Default, Clone)]
pub struct Seen {
    pub connections: usize,
    pub requests: Vec<(String, Value)>,
}

impl TestProxy {
    pub async fn start() -> Self {
        Self::with_certificate_for(HOST).await
    }

    pub async fn with_certificate_for(name: &str) -> Self {
        let key = rcgen::KeyPair::generate().unwrap();
        let certificate =
            rcgen::CertificateParams::new([name.to_owned()]).unwrap().self_signed(&key).unwrap();
        let mut roots = RootCertStore::empty();
        roots.add(certificate.der().clone()).unwrap();
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let store = Memory::new();
        let manners = Arc::new(Mutex::new(Manners::Good));
        let seen = Arc::new(Mutex::new(Seen::default()));
        let (served, its_manners, its_seen) = (store.clone(), Arc::clone(&manners), Arc::clone(&seen));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                its_seen.lock().unwrap().connections += 1;
                let served = Served {
                    store: served.clone(),
                    manners: Arc::clone(&its_manners),
                    seen: Arc::clone(&its_seen),
                };
                tokio::spawn(serve(acceptor.clone(), stream, served));
            }
        });
        Self { address, roots, store, manners, seen }
    }

    pub fn behave(&self, manners: Manners) {
        *self.manners.lock().unwrap() = manners;
    }

    pub fn seen(&self) -> Seen {
        self.seen.lock().unwrap().clone()
    }

    pub fn connector(&self) -> XksConnector {
        self.connector_with(Duration::from_secs(5), &format!("{HOST}={}", self.address))
    }

    pub fn connector_with(&self, timeout: Duration, allowed: &str) -> XksConnector {
        XksConnector::new(Options {
            allowed: vec![allowed.parse().unwrap()],
            roots: self.roots.clone(),
            timeout,
            clock: Arc::new(SystemClock),
        })
        .unwrap()
    }

    pub async fn connect(&self) -> Arc<dyn KeyStore> {
        self.connector().connect(&settings(), &request("ConnectCustomKeyStore")).await.unwrap()
    }

    /// Why the proxy is not good enough for a new key store.
    pub async fn refusal(&self) -> ConnectFailure {
        let refused = self.connector().verify(&settings(), &request("CreateCustomKeyStore")).await;
        refused.unwrap_err().failure
    }

    pub fn key(&self, name: &str) -> StoreKeyId {
        let id = StoreKeyId::parse(name).unwrap();
        self.store.add_key(&id, usable()).unwrap();
        id
    }
}

pub fn usable() -> StoreKey {
    StoreKey { spec: KeySpec::Aes256, encrypts: true, decrypts: true, enabled: true }
}

pub fn settings() -> Settings {
    settings_at(HOST, SECRET)
}

pub fn settings_at(host: &str, secret: &str) -> Settings {
    Settings::External {
        region: REGION.to_owned(),
        endpoint: format!("https://{host}"),
        uri_path: PATH.to_owned(),
        access_key_id: ACCESS_KEY_ID.to_owned(),
        secret_access_key: SecretString::new(secret.to_owned()),
    }
}

pub fn request(operation: &str) -> RequestMetadata {
    RequestMetadata {
        principal_arn: Some("arn:aws:iam::111122223333:user/alice".to_owned()),
        key_arn: Some(
            "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab".to_owned(),
        ),
        operation: operation.to_owned(),
        request_id: "4112f4d6-db54-4af4-ae30-c55a22a8dfae".to_owned(),
    }
}

struct Served {
    store: Memory,
    manners: Arc<Mutex<Manners>>,
    seen: Arc<Mutex<Seen>>,
}

async fn serve(acceptor: TlsAcceptor, stream: TcpStream, served: Served) {
    let Ok(mut stream) = acceptor.accept(stream).await else { return };
    let mut buffer = Vec::new();
    loop {
        let head_end = loop {
            if let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n") {
                break end + 4;
            }
            if stream.read_buf(&mut buffer).await.unwrap_or(0) == 0 {
                return;
            }
        };
        let head = String::from_utf8(buffer[..head_end].to_vec()).unwrap();
        let mut lines = head.lines();
        let mut first = lines.next().unwrap().split(' ');
        let (method, path) = (first.next().unwrap().to_owned(), first.next().unwrap().to_owned());
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let header = |name: &str| headers.iter().find(|(given, _)| given == name).unwrap().1.clone();
        let length: usize = header("content-length").parse().unwrap();
        while buffer.len() < head_end + length {
            assert!(stream.read_buf(&mut buffer).await.unwrap() > 0);
        }
        let body = buffer[head_end..head_end + length].to_vec();
        buffer.drain(..head_end + length);
        assert_eq!((method.as_str(), header("content-type").as_str()), ("POST", "application/json"));
        assert_eq!(header("host"), HOST);
        let manners = served.manners.lock().unwrap().clone();
        let (mut status, mut answer) = match authenticate(&path, &headers, &body) {
            Ok(()) => served.answer(&path, &serde_json::from_slice(&body).unwrap()).await,
            Err(()) => failed(401, "AuthenticationFailedException"),
        };
        let mut answer_bytes = None;
        match &manners {
            Manners::Good | Manners::HangsUp => {}
            Manners::Slow(time) => tokio::time::sleep(*time).await,
            Manners::Says(code, bytes) => {
                status = *code;
                answer_bytes = Some(bytes.clone());
            }
            Manners::Changes(change) => change(&mut answer),
        }
        let bytes = answer_bytes.unwrap_or_else(|| answer.to_string().into_bytes());
        let head = format!(
            "HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            bytes.len()
        );
        if stream.write_all(&[head.as_bytes(), &bytes].concat()).await.is_err()
            || matches!(manners, Manners::HangsUp)
        {
            let _ = stream.shutdown().await;
            return;
        }
    }
}

/// As the specification has it: service, credential, and exactly two signed headers.
fn authenticate(path: &str, headers: &[(String, String)], body: &[u8]) -> Result<(), ()> {
    let headers: Vec<(&str, &[u8])> =
        headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect();
    let head = sigv4::RequestHead { method: "POST", path, query: "", headers: &headers };
    let signed = sigv4::parse(&head).map_err(drop)?;
    assert_eq!(signed.signed_headers, "host;x-amz-date");
    assert_eq!((signed.scope.service.as_str(), signed.scope.region.as_str()), ("kms-xks-proxy", REGION));
    if signed.access_key_id != ACCESS_KEY_ID {
        return Err(());
    }
    let key = sigv4::signing_key(&SecretString::new(SECRET.to_owned()), &signed.scope);
    signed.verify(&head, &sigv4::sha256(body), &key, SystemClock.now()).map_err(drop)
}

impl Served {
    async fn answer(&self, path: &str, body: &Value) -> (u16, Value) {
        self.seen.lock().unwrap().requests.push((path.to_owned(), body.clone()));
        let Some(rest) = path.strip_prefix(PATH) else { return failed(404, "InvalidUriPathException") };
        if rest == "/health" {
            return (200, health("ACTIVE"));
        }
        let mut parts = rest.trim_start_matches("/keys/").split('/');
        let id = StoreKeyId::parse(parts.next().unwrap()).unwrap();
        let bytes = |name: &str| STANDARD.decode(body[name].as_str().unwrap_or_default()).unwrap();
        let aad = bytes("additionalAuthenticatedData");
        let asked = RequestMetadata {
            principal_arn: None,
            key_arn: None,
            operation: String::new(),
            request_id: String::new(),
        };
        let answer = match parts.next().unwrap() {
            "metadata" => self.store.describe_key(&id, &asked).await.map(|key| {
                json!({
                    "keySpec": match key.spec { KeySpec::Aes256 => "AES_256".to_owned(), KeySpec::Other(name) => name },
                    "keyUsage": ["ENCRYPT", "DECRYPT", "WRAP"],
                    "keyStatus": if key.enabled { "ENABLED" } else { "DISABLED" },
                })
            }),
            "encrypt" => self.store.encrypt(&id, &bytes("plaintext"), &aad, &asked).await.map(|sealed| {
                let parts = [&aad, sealed.metadata(), sealed.iv(), sealed.ciphertext(), sealed.tag()].concat();
                json!({
                    "ciphertext": STANDARD.encode(sealed.ciphertext()),
                    "initializationVector": STANDARD.encode(sealed.iv()),
                    "authenticationTag": STANDARD.encode(sealed.tag()),
                    "ciphertextDataIntegrityValue": STANDARD.encode(sigv4::sha256(&parts)),
                })
            }),
            _ => {
                let sealed = Sealed::new(
                    bytes("initializationVector"),
                    &bytes("authenticationTag"),
                    Vec::new(),
                    bytes("ciphertext"),
                );
                let plaintext = self.store.decrypt(&id, &sealed.unwrap(), &aad, &asked).await;
                plaintext.map(|plaintext| json!({ "plaintext": STANDARD.encode(plaintext.expose()) }))
            }
        };
        match answer {
            Ok(answer) => (200, answer),
            Err(Error::KeyNotFound) => failed(404, "KeyNotFoundException"),
            Err(Error::KeyDisabled(_)) => failed(400, "InvalidStateException"),
            Err(Error::KeyUnusable(_)) => failed(400, "InvalidKeyUsageException"),
            Err(Error::InvalidCiphertext) => failed(400, "InvalidCiphertextException"),
            Err(_) => failed(500, "InternalException"),
        }
    }
}

pub fn health(status: &str) -> Value {
    json!({
        "xksProxyFleetSize": 1,
        "xksProxyVendor": "Lodge",
        "xksProxyModel": "test",
        "ekmVendor": "Lodge",
        "ekmFleetDetails": [{ "id": "1", "model": "memory", "healthStatus": status }],
    })
}

pub fn failed(status: u16, name: &str) -> (u16, Value) {
    (status, json!({ "errorName": name, "errorMessage": "why\nnot" }))
}
