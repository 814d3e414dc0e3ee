//! What `lodge_sdk._configuration` read from a boto session and from the caller, as the SDK takes it.

use std::time::Duration;

use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};
use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_http_client::{Builder, Connector};
use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::region::Region;
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use lodge_sdk::{DataKeyCache, Options, SdkConfig};
use pyo3::conversion::FromPyObjectOwned;
use pyo3::prelude::*;
use pyo3::types::PyInt;
use rustls::RootCertStore;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;

use crate::credentials::SessionCredentials;
use crate::error::invalid;
use crate::input::{text, wanted};

const SECONDS: &str = "a number of seconds is wanted";
const WHOLE: &str = "a whole number is wanted";

/// How services are reached; the fields of `lodge_sdk._configuration.Connection`.
pub struct Connection {
    session: Py<PyAny>,
    pub region: String,
    kms_url: String,
    sts_url: String,
    /// Certificates in PEM.
    authorities: Vec<u8>,
    proxy: Option<String>,
    /// The hosts that are reached without the proxy, with commas between them.
    no_proxy: String,
    adaptive: bool,
    attempts: u32,
    connect_timeout: Option<f64>,
    read_timeout: Option<f64>,
}

/// The fields of `lodge_sdk._configuration.Settings`, times in seconds.
pub struct Settings {
    pub role_arn: String,
    service: Option<String>,
    key_account: Option<String>,
    session_duration: f64,
    refresh_before: f64,
    max_sessions: usize,
    data_key_cache: Option<DataKeyCache>,
    signed: bool,
    frame_length: u32,
    concurrency: usize,
}

impl<'py> FromPyObject<'_, 'py> for Connection {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self {
            session: given.getattr("session")?.unbind(),
            region: text("the Region", &given.getattr("region")?)?,
            kms_url: text("the endpoint of KMS", &given.getattr("kms_url")?)?,
            sts_url: text("the endpoint of STS", &given.getattr("sts_url")?)?,
            authorities: option(&given, "authorities", "bytes are wanted")?,
            proxy: optional_text(&given, "proxy")?,
            no_proxy: text("`no_proxy`", &given.getattr("no_proxy")?)?,
            adaptive: option(&given, "adaptive", "True or False is wanted")?,
            attempts: option(&given, "attempts", WHOLE)?,
            connect_timeout: option(&given, "connect_timeout", SECONDS)?,
            read_timeout: option(&given, "read_timeout", SECONDS)?,
        })
    }
}

impl<'py> FromPyObject<'_, 'py> for Settings {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self {
            role_arn: text("`role_arn`", &given.getattr("role_arn")?)?,
            service: optional_text(&given, "service")?,
            key_account: optional_text(&given, "key_account")?,
            session_duration: option(&given, "session_duration", SECONDS)?,
            refresh_before: option(&given, "refresh_before", SECONDS)?,
            max_sessions: option(&given, "max_sessions", WHOLE)?,
            data_key_cache: Some(given.getattr("data_key_cache")?)
                .filter(|limits| !limits.is_none())
                .map(|limits| data_key_cache(&limits))
                .transpose()?,
            signed: option(&given, "signed", "True or False is wanted")?,
            frame_length: option(&given, "frame_length", WHOLE)?,
            concurrency: option(&given, "concurrency", WHOLE)?,
        })
    }
}

impl Settings {
    /// The options of the SDK.
    pub fn options(&self, py: Python<'_>) -> PyResult<Options> {
        let mut options = Options::new(&self.role_arn);
        options.data_key_cache.clone_from(&self.data_key_cache);
        options.service.clone_from(&self.service);
        options.key_account.clone_from(&self.key_account);
        options.session_duration = seconds(py, "session_duration", self.session_duration)?;
        options.refresh_before = seconds(py, "refresh_before", self.refresh_before)?;
        options.max_sessions = self.max_sessions;
        options.signed = self.signed;
        options.frame_length = self.frame_length;
        options.concurrency = self.concurrency;
        Ok(options)
    }
}

impl Connection {
    /// A configuration with connections of its own.
    pub fn sdk_config(&self, py: Python<'_>) -> PyResult<SdkConfig> {
        let retries = if self.adaptive { RetryConfig::adaptive() } else { RetryConfig::standard() };
        let mut timeouts = TimeoutConfig::builder();
        if let Some(limit) = self.connect_timeout {
            timeouts = timeouts.connect_timeout(seconds(py, "connect_timeout", limit)?);
        }
        if let Some(limit) = self.read_timeout {
            timeouts = timeouts.read_timeout(seconds(py, "read_timeout", limit)?);
        }
        let credentials = SessionCredentials(self.session.clone_ref(py));
        Ok(SdkConfig::builder()
            .region(Region::new(self.region.clone()))
            .service_config(Endpoints { kms: self.kms_url.clone(), sts: self.sts_url.clone() })
            .http_client(self.http_client(py)?)
            .sleep_impl(SharedAsyncSleep::new(TokioSleep::new()))
            .retry_config(retries.with_max_attempts(self.attempts.max(1)))
            .timeout_config(timeouts.build())
            // botocore keeps credentials itself, and renews them.
            .identity_cache(IdentityCache::no_cache())
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .build())
    }

    fn http_client(&self, py: Python<'_>) -> PyResult<SharedHttpClient> {
        let trusted = TrustStore::empty().with_pem_certificate(certificates(py, &self.authorities)?);
        let tls = TlsContext::builder().with_trust_store(trusted).build();
        let tls =
            tls.map_err(|error| invalid(py, format!("the certificate authorities are of no use: {error}")))?;
        let proxy = match &self.proxy {
            None => ProxyConfig::disabled(),
            // The error would name the URL, which can hold a password.
            Some(url) => ProxyConfig::all(url.as_str())
                .map_err(|_| invalid(py, "the proxy has no URL: give one as http://HOST:PORT"))?
                .no_proxy(&self.no_proxy),
        };
        Ok(Builder::new().build_with_connector_fn(move |settings, components| {
            let mut connector = Connector::builder().proxy_config(proxy.clone());
            connector.set_connector_settings(settings.cloned());
            connector.set_sleep_impl(components.and_then(|components| components.sleep_impl()));
            connector.tls_provider(Provider::Rustls(CryptoMode::AwsLc)).tls_context(tls.clone()).build()
        }))
    }
}

/// botocore's own answer for each service, which knows profiles and `AWS_ENDPOINT_URL_KMS`.
#[derive(Debug)]
struct Endpoints {
    kms: String,
    sts: String,
}

impl LoadServiceConfig for Endpoints {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        match key.service_id() {
            "KMS" => Some(self.kms.clone()),
            "STS" => Some(self.sts.clone()),
            _ => None,
        }
    }
}

/// The certificates of a bundle that can be trusted, as PEM: a bundle may have others, on which the HTTP client would panic.
fn certificates(py: Python<'_>, bundle: &[u8]) -> PyResult<Vec<u8>> {
    let mut pem = String::new();
    for certificate in CertificateDer::pem_slice_iter(bundle).flatten() {
        if RootCertStore::empty().add(certificate.clone()).is_ok() {
            let text = BASE64_STANDARD.encode(&certificate);
            pem.push_str(&format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n"));
        }
    }
    if pem.is_empty() {
        return Err(invalid(py, "the CA bundle holds no certificate: name a file with certificates in PEM"));
    }
    Ok(pem.into_bytes())
}

fn data_key_cache(given: &Bound<'_, PyAny>) -> PyResult<DataKeyCache> {
    let py = given.py();
    if !given.is_instance(&py.import("lodge_sdk._configuration")?.getattr("DataKeyCache")?)? {
        return Err(wanted("`data_key_cache`: a DataKeyCache is wanted", given));
    }
    let mut cache = DataKeyCache::default();
    cache.max_age = seconds(py, "max_age", option(given, "max_age", SECONDS)?)?;
    cache.max_messages = option(given, "max_messages", WHOLE)?;
    cache.max_bytes = option(given, "max_bytes", WHOLE)?;
    cache.capacity = option(given, "capacity", WHOLE)?;
    Ok(cache)
}

/// An option with a value of the right type; `InvalidInput` for a number that does not fit.
fn option<'py, T: FromPyObjectOwned<'py>>(given: &Bound<'py, PyAny>, name: &str, what: &str) -> PyResult<T> {
    let value = given.getattr(name)?;
    value.extract().map_err(|_| match value.cast::<PyInt>() {
        Ok(_) if what == WHOLE => invalid(value.py(), format!("`{name}` is below 0 or too large")),
        _ => wanted(&format!("`{name}`: {what}"), &value),
    })
}

fn optional_text(given: &Bound<'_, PyAny>, name: &str) -> PyResult<Option<String>> {
    let value = given.getattr(name)?;
    if value.is_none() { Ok(None) } else { text(&format!("`{name}`"), &value).map(Some) }
}

fn seconds(py: Python<'_>, name: &str, value: f64) -> PyResult<Duration> {
    Duration::try_from_secs_f64(value)
        .map_err(|_| invalid(py, format!("`{name}` is not a number of seconds: give one from 0 on")))
}
