//! Clients of the Lodge that the environment names.

use aws_sdk_kms::config::retry::RetryConfig;
use aws_sdk_kms::config::{BehaviorVersion, Credentials, Region, SharedHttpClient};
use aws_sdk_kms::error::SdkError;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};

use crate::holds;

/// Where Lodge is, whom to trust there, and who calls.
pub struct Connection {
    endpoint: String,
    region: String,
    http: SharedHttpClient,
    caller: Credentials,
}

impl Connection {
    /// From the variables that the AWS CLI reads.
    pub fn from_environment() -> Self {
        let authority = std::fs::read(variable("AWS_CA_BUNDLE")).expect("the certificate can be read");
        Self {
            endpoint: variable("AWS_ENDPOINT_URL"),
            region: variable("AWS_REGION"),
            http: http_client(TrustStore::empty().with_pem_certificate(authority)),
            caller: credentials(&variable("AWS_ACCESS_KEY_ID"), &variable("AWS_SECRET_ACCESS_KEY"), None),
        }
    }

    /// The same Lodge for somebody else.
    pub fn called_by(&self, caller: Credentials) -> Self {
        Self { endpoint: self.endpoint.clone(), region: self.region.clone(), http: self.http.clone(), caller }
    }

    /// The key management service.
    pub fn kms(&self) -> aws_sdk_kms::Client {
        let config = aws_sdk_kms::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .endpoint_url(&self.endpoint)
            .region(Region::new(self.region.clone()))
            .http_client(self.http.clone())
            .retry_config(RetryConfig::disabled())
            .credentials_provider(self.caller.clone());
        aws_sdk_kms::Client::from_conf(config.build())
    }

    /// The security token service.
    pub fn sts(&self) -> aws_sdk_sts::Client {
        let config = aws_sdk_sts::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .endpoint_url(&self.endpoint)
            .region(Region::new(self.region.clone()))
            .http_client(self.http.clone())
            .retry_config(RetryConfig::disabled())
            .credentials_provider(self.caller.clone());
        aws_sdk_sts::Client::from_conf(config.build())
    }
}

/// An access key, with a session token when it is a temporary one.
pub fn credentials(id: &str, secret: &str, token: Option<&str>) -> Credentials {
    Credentials::new(id, secret, token.map(str::to_owned), None, "test")
}

/// Whoever trusts only the authorities of the operating system, which do not know Lodge's, sends nothing.
pub async fn trust_only_its_authority(connection: &Connection) {
    let strangers = Connection {
        http: http_client(TrustStore::default().with_native_roots(true)),
        ..connection.called_by(connection.caller.clone())
    };
    let error = strangers.kms().list_keys().send().await.expect_err("the certificate is not trusted");
    assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    assert!(format!("{error:?}").contains("UnknownIssuer"), "{error:?}");
    holds("TLS with Lodge's own authority, and with no other");
}

fn http_client(trusted: TrustStore) -> SharedHttpClient {
    let context = TlsContext::builder().with_trust_store(trusted).build().expect("a TLS context");
    Builder::new().tls_provider(Provider::Rustls(CryptoMode::AwsLc)).tls_context(context).build_https()
}

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}
