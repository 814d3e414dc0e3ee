//! Clients of an AWS-compatible endpoint, set up as the AWS CLI is.

use std::time::Duration;

use aws_config::environment::EnvironmentVariableRegionProvider;
use aws_config::meta::region::RegionProviderChain;
use aws_config::profile::{ProfileFileCredentialsProvider, ProfileFileRegionProvider};
use aws_config::provider_config::ProviderConfig;
use aws_config::{BehaviorVersion, ConfigLoader, Region, SdkConfig};
use aws_sdk_kms::config::SharedCredentialsProvider;
use aws_smithy_http_client::Builder;
use aws_smithy_http_client::tls::rustls_provider::CryptoMode;
use aws_smithy_http_client::tls::{Provider, TlsContext, TrustStore};
use aws_smithy_types::timeout::TimeoutConfig;

use crate::Error;

/// An answer that takes longer does not come.
const LONGEST_ATTEMPT: Duration = Duration::from_secs(30);

/// What is not taken from the environment and the profile.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The endpoint of all services; AWS's own when neither this nor `AWS_ENDPOINT_URL` nor the profile names one.
    pub endpoint_url: Option<String>,
    /// The region.
    pub region: Option<String>,
    /// The profile of the AWS CLI's configuration files; its credentials come before those in the environment.
    pub profile: Option<String>,
    /// Certificate authorities to trust instead of the system's, PEM.
    pub authorities: Option<Vec<u8>>,
}

/// Clients of KMS and STS, and what calls of IAM and CloudTrail need.
#[derive(Clone)]
pub struct Connection {
    pub(crate) kms: aws_sdk_kms::Client,
    pub(crate) sts: aws_sdk_sts::Client,
    pub(crate) config: SdkConfig,
    pub(crate) region: String,
}

impl Connection {
    /// From the environment, the profile and `settings`, which come first.
    ///
    /// # Errors
    /// [`Error::Settings`] when no region is named anywhere or the authorities are no PEM.
    pub async fn open(settings: Settings) -> Result<Self, Error> {
        let trusted = match settings.authorities {
            Some(pem) => TrustStore::empty().with_pem_certificate(pem),
            None => TrustStore::default().with_native_roots(true),
        };
        let tls = TlsContext::builder().with_trust_store(trusted).build().map_err(|error| {
            Error::Settings(format!("the certificate authorities are of no use: {error}"))
        })?;
        let http =
            Builder::new().tls_provider(Provider::Rustls(CryptoMode::AwsLc)).tls_context(tls).build_https();
        let timeouts = TimeoutConfig::builder().operation_attempt_timeout(LONGEST_ATTEMPT).build();
        let mut loader: ConfigLoader = aws_config::defaults(BehaviorVersion::latest())
            .http_client(http.clone())
            .timeout_config(timeouts);
        if let Some(url) = settings.endpoint_url {
            loader = loader.endpoint_url(url);
        }
        if let Some(region) = settings.region {
            loader = loader.region(Region::new(region));
        } else if let Some(profile) = &settings.profile {
            // The default chain would then ask the machine's metadata service, which takes seconds where there is none.
            let of_profile = ProfileFileRegionProvider::builder().profile_name(profile).build();
            let of_environment = EnvironmentVariableRegionProvider::new();
            loader = loader.region(RegionProviderChain::first_try(of_environment).or_else(of_profile));
        }
        if let Some(profile) = &settings.profile {
            loader = loader.profile_name(profile);
        }
        let mut config = loader.load().await;
        if let Some(profile) = settings.profile {
            // The default chain would look into the environment first. For a profile with a role, STS is asked in the same region.
            let providers =
                ProviderConfig::default().with_http_client(http).with_region(config.region().cloned());
            let credentials =
                ProfileFileCredentialsProvider::builder().configure(&providers).profile_name(profile).build();
            let credentials = SharedCredentialsProvider::new(credentials);
            config = config.into_builder().credentials_provider(credentials).build();
        }
        let region = config.region().map(ToString::to_string).ok_or_else(|| {
            Error::Settings(
                "no region is set: give --region or AWS_REGION, or say 'eval \"$(lodge env)\"' first"
                    .to_owned(),
            )
        })?;
        Ok(Self {
            kms: aws_sdk_kms::Client::new(&config),
            sts: aws_sdk_sts::Client::new(&config),
            config,
            region,
        })
    }
}
