//! The SDK for the tests against a running Lodge (`tests/clients/test_sdks.py`): reads calls as JSON lines, writes what came of each.
//!
//! `calls OPTIONS`, with the AWS_* variables of the AWS CLI. Bytes are in base64.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::time::Duration;

use aws_sdk_kms::config::retry::RetryConfig;
use aws_sdk_kms::config::{BehaviorVersion, Credentials, Region, SharedCredentialsProvider};
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use lodge_sdk::{
    AttributeValue, BeaconKey, DataKeyCache, EncryptionContext, Error, Fields, Options, SdkConfig,
    TenantEncryption, TenantId,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
#[serde(default)]
struct Settings {
    role: String,
    service: Option<String>,
    key_account: Option<String>,
    signed: bool,
    frame_length: u32,
    session_seconds: u64,
    cache_seconds: Option<u64>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            role: String::new(),
            service: None,
            key_account: None,
            signed: false,
            frame_length: 65_536,
            session_seconds: 900,
            cache_seconds: None,
        }
    }
}

#[derive(Deserialize)]
struct Call {
    operation: String,
    tenant: String,
    #[serde(default)]
    token: Option<String>,
    #[serde(default)]
    context: EncryptionContext,
    #[serde(default)]
    data: Vec<String>,
    #[serde(default)]
    row: String,
    #[serde(default)]
    fields: Vec<String>,
    /// Fields, the names of their beacons, and their bits.
    #[serde(default)]
    searchable: Vec<(String, String, u16)>,
    #[serde(default)]
    beacon_key: Option<String>,
    #[serde(default)]
    record: Map<String, Value>,
    /// How many times at once.
    #[serde(default)]
    times: usize,
}

#[tokio::main]
async fn main() {
    let settings = std::env::args().nth(1).expect("options as JSON");
    let client = client(serde_json::from_str(&settings).expect("options"));
    for line in std::io::stdin().lines() {
        let call: Call = serde_json::from_str(&line.expect("a line")).expect("a call");
        let answer = match run(&client, call).await {
            Ok(answer) => json!({ "answer": answer }),
            Err(error) => json!({"error": kind(&error), "text": error.to_string()}),
        };
        println!("{answer}");
    }
}

fn client(settings: Settings) -> TenantEncryption {
    let mut options = Options::new(settings.role);
    options.service = settings.service;
    options.key_account = settings.key_account;
    options.signed = settings.signed;
    options.frame_length = settings.frame_length;
    options.session_duration = Duration::from_secs(settings.session_seconds);
    options.refresh_before = Duration::from_secs(60);
    options.data_key_cache = settings.cache_seconds.map(|seconds| {
        let mut cache = DataKeyCache::default();
        cache.max_age = Duration::from_secs(seconds);
        cache
    });
    TenantEncryption::new(&config(), options).expect("a client")
}

fn config() -> SdkConfig {
    let variable = |name: &str| std::env::var(name).ok();
    let mut trusted = TrustStore::empty();
    if let Some(bundle) = variable("AWS_CA_BUNDLE") {
        trusted.add_pem_certificate(std::fs::read(bundle).expect("a certificate"));
    }
    let context = TlsContext::builder().with_trust_store(trusted).build().expect("a TLS context");
    let provider = Provider::Rustls(CryptoMode::AwsLc);
    let http = Builder::new().tls_provider(provider).tls_context(context).build_https();
    let credentials = Credentials::new(
        variable("AWS_ACCESS_KEY_ID").expect("an access key"),
        variable("AWS_SECRET_ACCESS_KEY").expect("an access key"),
        variable("AWS_SESSION_TOKEN"),
        None,
        "environment",
    );
    SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(variable("AWS_ENDPOINT_URL").expect("AWS_ENDPOINT_URL"))
        .region(Region::new(variable("AWS_REGION").expect("AWS_REGION")))
        .http_client(http)
        .retry_config(RetryConfig::disabled())
        .credentials_provider(SharedCredentialsProvider::new(credentials))
        .build()
}

async fn run(client: &TenantEncryption, call: Call) -> Result<Value, Error> {
    let client = call.token.map_or_else(|| client.clone(), |token| client.with_web_identity(token));
    let tenant: TenantId = call.tenant.parse().expect("a tenant's id");
    let data: Vec<Vec<u8>> =
        call.data.iter().map(|text| BASE64_STANDARD.decode(text).expect("base64")).collect();
    let first = data.first().cloned().unwrap_or_default();
    let text = |bytes: Vec<u8>| Value::String(BASE64_STANDARD.encode(bytes));
    let context = &call.context;
    let fields = Fields::new(call.fields);
    let fields = call
        .searchable
        .into_iter()
        .fold(fields, |fields, (field, beacon, bits)| fields.searchable(field, beacon, bits));
    let beacons: Option<BeaconKey> = match &call.beacon_key {
        Some(sealed) => {
            Some(client.open_beacon_key(&tenant, &BASE64_STANDARD.decode(sealed).expect("base64")).await?)
        }
        None => None,
    };
    let beacons = beacons.as_ref();
    Ok(match call.operation.as_str() {
        "encrypt" => text(client.encrypt_tenant_data(&tenant, &first, context).await?),
        "decrypt" => text(client.decrypt_tenant_data(&tenant, &first, context).await?),
        "encrypt-at-once" => {
            let mut calls = tokio::task::JoinSet::new();
            for _ in 0..call.times {
                let (client, tenant, first, context) =
                    (client.clone(), tenant.clone(), first.clone(), context.clone());
                calls.spawn(async move { client.encrypt_tenant_data(&tenant, &first, &context).await });
            }
            let mut made = 0;
            while let Some(done) = calls.join_next().await {
                done.expect("no panic")?;
                made += 1;
            }
            json!(made)
        }
        "encrypt-stream" => {
            let mut out = Vec::new();
            client.encrypt_stream(&tenant, &mut &first[..], &mut out, context).await?;
            text(out)
        }
        "decrypt-stream" => {
            let mut out = Vec::new();
            client.decrypt_stream(&tenant, &mut &first[..], &mut out, context).await?;
            text(out)
        }
        "encrypt-batch" => {
            client.encrypt_batch(&tenant, &data, context).await?.into_iter().map(text).collect()
        }
        "decrypt-batch" => {
            client.decrypt_batch(&tenant, &data, context).await?.into_iter().map(text).collect()
        }
        "create-beacon-key" => text(client.create_beacon_key(&tenant).await?),
        "encrypt-json" => {
            client.encrypt_fields(&tenant, &call.row, call.record, &fields, beacons, context).await?.into()
        }
        "decrypt-json" => {
            client.decrypt_fields(&tenant, &call.row, call.record, &fields, context).await?.into()
        }
        "encrypt-item" => {
            json!(
                client
                    .encrypt_fields(&tenant, &call.row, item(call.record), &fields, beacons, context)
                    .await?
            )
        }
        "decrypt-item" => {
            json!(client.decrypt_fields(&tenant, &call.row, item(call.record), &fields, context).await?)
        }
        other => unknown(other),
    })
}

fn item(record: Map<String, Value>) -> BTreeMap<String, AttributeValue> {
    serde_json::from_value(record.into()).expect("an item")
}

fn unknown(operation: &str) -> Value {
    json!(format!("no operation {operation}"))
}

fn kind(error: &Error) -> &'static str {
    match error {
        Error::InvalidInput { .. } => "InvalidInput",
        Error::WrongTenant { .. } => "WrongTenant",
        Error::WrongContext { .. } => "WrongContext",
        Error::Tampered { .. } => "Tampered",
        Error::KeyDisabled { .. } => "KeyDisabled",
        Error::KeyGone { .. } => "KeyGone",
        Error::AccessDenied { .. } => "AccessDenied",
        Error::Throttled { .. } => "Throttled",
        Error::Unavailable { .. } => "Unavailable",
        _ => "other",
    }
}
