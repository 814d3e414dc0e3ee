//! STS and KMS without a network: they hold answers to what the SDK's callers can see, and count requests. The tests against a running
//! Lodge are in `tests/clients/test_sdks.py`.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_sdk_kms::config::{
    BehaviorVersion, Credentials, HttpClient, Region, RuntimeComponents, SharedCredentialsProvider,
    SharedHttpClient, retry::RetryConfig,
};
use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use lodge_sdk::{EncryptionContext, Options, SdkConfig, TenantEncryption, TenantId};
use serde_json::{Value, json};

pub const ROLE: &str = "arn:aws:iam::111122223333:role/ServiceARole";

/// A world with a clock of its own.
#[derive(Clone, Debug)]
pub struct Aws(Arc<State>);

#[derive(Debug, Default)]
struct State {
    /// Seconds since 1970.
    clock: AtomicU64,
    requests: Mutex<Vec<String>>,
    /// Answers in the place of the true ones: operation to (status, code, message).
    failures: Mutex<HashMap<String, VecDeque<Failure>>>,
    /// The aliases of sessions, by session token, with the end of each.
    sessions: Mutex<HashMap<String, (String, u64)>>,
    made: AtomicU64,
}

/// Status, code, message.
type Failure = (u16, &'static str, &'static str);

impl Aws {
    pub fn new() -> Self {
        let state = State { clock: AtomicU64::new(1_800_000_000), ..State::default() };
        Self(Arc::new(state))
    }

    pub fn client(&self, options: Options) -> TenantEncryption {
        TenantEncryption::new(&self.config(), options).unwrap()
    }

    pub fn config(&self) -> SdkConfig {
        SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("eu-west-1"))
            .credentials_provider(SharedCredentialsProvider::new(Credentials::new(
                "AKIA", "secret", None, None, "test",
            )))
            .http_client(SharedHttpClient::new(self.clone()))
            .retry_config(RetryConfig::disabled())
            .time_source(SharedTimeSource::new(self.clone()))
            .build()
    }

    pub fn advance(&self, by: Duration) {
        self.0.clock.fetch_add(by.as_secs(), Ordering::SeqCst);
    }

    /// The next request of `operation` gets this answer.
    pub fn fail(&self, operation: &str, status: u16, code: &'static str, message: &'static str) {
        let mut failures = self.0.failures.lock().unwrap();
        failures.entry(operation.to_owned()).or_default().push_back((status, code, message));
    }

    /// The operations since the last question.
    pub fn requests(&self) -> Vec<String> {
        std::mem::take(&mut self.0.requests.lock().unwrap())
    }

    fn now(&self) -> u64 {
        self.0.clock.load(Ordering::SeqCst)
    }

    fn answer(&self, request: &HttpRequest) -> (u16, String) {
        let body = request.body().bytes().unwrap().to_vec();
        let target =
            request.headers().get("x-amz-target").map(|target| target.rsplit('.').next().unwrap().to_owned());
        let form = if target.is_none() { form(&body) } else { BTreeMap::new() };
        let operation = target.clone().unwrap_or_else(|| form["Action"].clone());
        self.0.requests.lock().unwrap().push(operation.clone());
        let failure = self.0.failures.lock().unwrap().get_mut(&operation).and_then(VecDeque::pop_front);
        match (failure, target) {
            (Some((status, code, message)), None) => (
                status,
                format!(
                    "<ErrorResponse><Error><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>"
                ),
            ),
            (Some((status, code, message)), Some(_)) => refusal(status, code, message),
            (None, None) => (200, self.assume(&operation, &form)),
            (None, Some(_)) => {
                let token = request.headers().get("x-amz-security-token").unwrap_or_default();
                let (alias, ends) = self.0.sessions.lock().unwrap()[token].clone();
                if ends <= self.now() {
                    return refusal(
                        400,
                        "ExpiredTokenException",
                        "The security token included in the request is expired",
                    );
                }
                self.kms(&operation, &alias, &serde_json::from_slice(&body).unwrap())
            }
        }
    }

    fn assume(&self, operation: &str, form: &BTreeMap<String, String>) -> String {
        let policy: Value = serde_json::from_str(&form["Policy"]).unwrap();
        let alias = policy["Statement"][0]["Condition"]["StringEquals"]["kms:RequestAlias"].as_str().unwrap();
        let ends = self.now() + form["DurationSeconds"].parse::<u64>().unwrap();
        let token = format!("token-{}", self.0.made.fetch_add(1, Ordering::SeqCst));
        self.0.sessions.lock().unwrap().insert(token.clone(), (alias.to_owned(), ends));
        let ends = aws_smithy_types::DateTime::from_secs(ends.try_into().unwrap());
        let ends = ends.fmt(aws_smithy_types::date_time::Format::DateTime).unwrap();
        format!(
            "<{operation}Response><{operation}Result><Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s\
             </SecretAccessKey><SessionToken>{token}</SessionToken><Expiration>{ends}</Expiration></Credentials>\
             </{operation}Result></{operation}Response>"
        )
    }

    /// A KMS whose ciphertexts are plain: alias, context and data key as JSON, behind a digest.
    fn kms(&self, operation: &str, allowed: &str, input: &Value) -> (u16, String) {
        let alias = input["KeyId"].as_str().unwrap();
        if alias.rsplit_once(":alias/").map_or(alias, |(_, name)| name).trim_start_matches("alias/")
            != allowed.trim_start_matches("alias/")
        {
            return refusal(400, "AccessDeniedException", "no");
        }
        let arn = format!("arn:aws:kms:eu-west-1:111122223333:key/{}", allowed.trim_start_matches("alias/"));
        let context = input.get("EncryptionContext").cloned().unwrap_or_else(|| json!({}));
        if operation == "GenerateDataKey" {
            let mut key = [0; 32];
            aws_lc_rs::rand::fill(&mut key).unwrap();
            let key = BASE64_STANDARD.encode(key);
            let blob = json!({"alias": allowed, "context": context, "key": key}).to_string();
            let blob = BASE64_STANDARD.encode([digest(blob.as_bytes()).as_ref(), blob.as_bytes()].concat());
            return (200, json!({"KeyId": arn, "Plaintext": key, "CiphertextBlob": blob}).to_string());
        }
        let blob = BASE64_STANDARD.decode(input["CiphertextBlob"].as_str().unwrap()).unwrap();
        let Some((_, blob)) =
            blob.split_at_checked(32).filter(|(digested, blob)| digest(blob).as_ref() == *digested)
        else {
            return refusal(400, "InvalidCiphertextException", "");
        };
        let blob: Value = serde_json::from_slice(blob).unwrap();
        if blob["alias"] != allowed {
            return refusal(
                400,
                "IncorrectKeyException",
                "The key ID in the request does not identify a CMK",
            );
        }
        if blob["context"] != context {
            return refusal(400, "InvalidCiphertextException", "");
        }
        (200, json!({"KeyId": arn, "Plaintext": blob["key"]}).to_string())
    }
}

fn digest(blob: &[u8]) -> aws_lc_rs::digest::Digest {
    aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, blob)
}

fn refusal(status: u16, code: &str, message: &str) -> (u16, String) {
    (status, json!({"__type": code, "message": message}).to_string())
}

fn form(body: &[u8]) -> BTreeMap<String, String> {
    let text = std::str::from_utf8(body).unwrap_or_default();
    let decode = |text: &str| {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            match byte {
                b'%' => {
                    let digits = [rest.next().unwrap(), rest.next().unwrap()];
                    bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
                }
                b'+' => bytes.push(b' '),
                byte => bytes.push(byte),
            }
        }
        String::from_utf8(bytes).unwrap()
    };
    text.split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(key, value)| (decode(key), decode(value)))
        .collect()
}

impl HttpConnector for Aws {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let this = self.clone();
        HttpConnectorFuture::new(async move {
            let (status, body) = this.answer(&request);
            // Others get their turn, as with a network.
            tokio::task::yield_now().await;
            Ok(HttpResponse::new(status.try_into().unwrap(), SdkBody::from(body)))
        })
    }
}

impl HttpClient for Aws {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl TimeSource for Aws {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + Duration::from_secs(self.now())
    }
}

pub fn tenant(id: &str) -> TenantId {
    id.parse().unwrap()
}

pub fn context(pairs: &[(&str, &str)]) -> EncryptionContext {
    pairs.iter().map(|&(key, value)| (key.to_owned(), value.to_owned())).collect()
}
