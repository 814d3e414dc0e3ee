use std::fmt;
use std::str::FromStr;

use arn::{AccountId, Region};
use aws_model::kms::{
    ConnectionStateType, CustomKeyStoreType, CustomKeyStoresListEntry, XksProxyConfigurationType,
    XksProxyConnectivityType,
};
use clock::Timestamp;
use envelope::{Random, Wrapped, WrappingKey, length_prefixed};
use key_store::{Settings, StoreKeyId};
use secret::{SecretBytes, SecretString};
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Record};

use super::failure::Refusal;
use crate::{Error, KeyOrigin};

/// The most custom key stores that an account can have in a region. Source: Developer Guide, "Resource quotas".
pub(crate) const STORES_PER_REGION: usize = 10;

/// The id of a custom key store: `cks-` and 17 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CustomKeyStoreId(String);

impl CustomKeyStoreId {
    const PREFIX: &'static str = "cks-";
    const DIGITS: usize = 17;

    pub(crate) fn new(random: &dyn Random) -> Result<Self, Error> {
        let mut bytes = [0; 9];
        random.fill(&mut bytes).map_err(Error::Envelope)?;
        let digits = hex::encode(bytes);
        Ok(Self(format!("{}{}", Self::PREFIX, digits.get(..Self::DIGITS).unwrap_or_default())))
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CustomKeyStoreId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
        match text.strip_prefix(Self::PREFIX) {
            Some(digits) if digits.len() == Self::DIGITS && digits.bytes().all(digit) => {
                Ok(Self(text.to_owned()))
            }
            _ => Err(Error::NoSuchCustomKeyStore(text.to_owned())),
        }
    }
}

impl TryFrom<String> for CustomKeyStoreId {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        text.parse()
    }
}

impl From<CustomKeyStoreId> for String {
    fn from(id: CustomKeyStoreId) -> Self {
        id.0
    }
}

impl fmt::Display for CustomKeyStoreId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where a custom key store is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StoreLocator {
    /// Whose it is.
    pub account: AccountId,
    /// In which region.
    pub region: Region,
    /// Which one.
    pub id: CustomKeyStoreId,
}

/// Where the material of a KMS key is that stands on a key in a custom key store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Custody {
    /// The custom key store, in the KMS key's account and region.
    pub store: CustomKeyStoreId,
    /// What the key is called there.
    pub key: StoreKeyId,
}

/// A custom key store, as it is stored.
#[derive(Clone, Serialize, Deserialize)]
pub struct CustomKeyStoreRecord {
    /// Account, region and id.
    pub locator: StoreLocator,
    /// The friendly name.
    pub name: String,
    /// When it was created.
    pub created: Timestamp,
    /// What it is, and how it is reached.
    pub kind: Kind,
    /// Whether it is connected.
    pub connection: Connection,
    /// Counts what makes a connection another one: attempts to connect, disconnections, and changes of what is needed to connect.
    pub epoch: u64,
}

/// What a custom key store is, and how it is reached. Secrets are wrapped for their place.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Kind {
    /// `AWS_CLOUDHSM`: a token.
    CloudHsm {
        /// `CloudHsmClusterId`.
        cluster_id: String,
        /// `TrustAnchorCertificate`.
        trust_anchor: String,
        /// `KeyStorePassword`.
        password: Wrapped,
    },
    /// `EXTERNAL_KEY_STORE` with `PUBLIC_ENDPOINT` connectivity: Lodge has no VPC endpoint services.
    External {
        /// `XksProxyUriEndpoint`.
        endpoint: String,
        /// `XksProxyUriPath`.
        uri_path: String,
        /// `AccessKeyId` of the proxy's credential.
        access_key_id: String,
        /// Its `RawSecretAccessKey`.
        secret_access_key: Wrapped,
    },
}

/// The connection state. Disconnecting takes no time here, so there is no state for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Connection {
    /// Never connected, or disconnected.
    Disconnected,
    /// To be connected.
    Connecting {
        /// Of the call that asked for it.
        request_id: String,
    },
    /// It was connected, and nobody disconnected it. Whether it can be reached right now is another question.
    Connected,
    /// It could not be connected.
    Failed {
        /// `ConnectionErrorCode`.
        code: String,
    },
}

pub(crate) const CONNECTING_INDEX: &str = "connecting";

impl Record for CustomKeyStoreRecord {
    const KIND: &'static str = "kms-custom-key-store";
    type Key = StoreLocator;

    fn key(&self) -> StoreLocator {
        self.locator.clone()
    }

    fn encode_key(key: &StoreLocator) -> KeyBytes {
        KeyBytes::of(&(key.account, key.region.as_str(), key.id.as_str()))
    }

    fn indexes(&self, out: &mut Indexes) {
        if matches!(self.connection, Connection::Connecting { .. }) {
            out.add(CONNECTING_INDEX, ());
        }
    }
}

impl CustomKeyStoreRecord {
    /// Whether its keys can be used and made.
    pub fn is_connected(&self) -> bool {
        self.connection == Connection::Connected
    }

    /// The origin of KMS keys in it.
    pub fn origin(&self) -> KeyOrigin {
        match self.kind {
            Kind::CloudHsm { .. } => KeyOrigin::AwsCloudhsm,
            Kind::External { .. } => KeyOrigin::ExternalKeyStore,
        }
    }

    /// `CloudHsmClusterId`, if it is a token.
    pub fn cluster_id(&self) -> Option<&str> {
        match &self.kind {
            Kind::CloudHsm { cluster_id, .. } => Some(cluster_id),
            Kind::External { .. } => None,
        }
    }

    /// What the connector needs, secrets unwrapped.
    pub(crate) fn settings(&self, safe: &Safe<'_>) -> Result<Settings, Error> {
        Ok(match &self.kind {
            Kind::CloudHsm { cluster_id, trust_anchor, password } => Settings::CloudHsm {
                cluster_id: cluster_id.clone(),
                password: safe.unwrap(&self.locator, PASSWORD, password)?,
                trust_anchor: trust_anchor.clone(),
            },
            Kind::External { endpoint, uri_path, access_key_id, secret_access_key } => Settings::External {
                region: self.locator.region.to_string(),
                endpoint: endpoint.clone(),
                uri_path: uri_path.clone(),
                access_key_id: access_key_id.clone(),
                secret_access_key: safe.unwrap(&self.locator, SECRET_ACCESS_KEY, secret_access_key)?,
            },
        })
    }

    /// The store as DescribeCustomKeyStores shows it.
    pub(crate) fn entry(&self) -> CustomKeyStoresListEntry {
        let (state, code) = match &self.connection {
            Connection::Disconnected => (ConnectionStateType::Disconnected, None),
            Connection::Connecting { .. } => (ConnectionStateType::Connecting, None),
            Connection::Connected => (ConnectionStateType::Connected, None),
            Connection::Failed { code } => (ConnectionStateType::Failed, code.parse().ok()),
        };
        let mut entry = CustomKeyStoresListEntry {
            cloud_hsm_cluster_id: None,
            connection_error_code: code,
            connection_state: Some(state),
            creation_date: Some(self.created),
            custom_key_store_id: Some(self.locator.id.to_string()),
            custom_key_store_name: Some(self.name.clone()),
            custom_key_store_type: None,
            trust_anchor_certificate: None,
            xks_proxy_configuration: None,
        };
        match &self.kind {
            Kind::CloudHsm { cluster_id, trust_anchor, .. } => {
                entry.custom_key_store_type = Some(CustomKeyStoreType::AwsCloudhsm);
                entry.cloud_hsm_cluster_id = Some(cluster_id.clone());
                entry.trust_anchor_certificate = Some(trust_anchor.clone());
            }
            Kind::External { endpoint, uri_path, access_key_id, .. } => {
                entry.custom_key_store_type = Some(CustomKeyStoreType::ExternalKeyStore);
                entry.xks_proxy_configuration = Some(XksProxyConfigurationType {
                    access_key_id: Some(SecretString::new(access_key_id.clone())),
                    connectivity: Some(XksProxyConnectivityType::PublicEndpoint),
                    uri_endpoint: Some(endpoint.clone()),
                    uri_path: Some(uri_path.clone()),
                    vpc_endpoint_service_name: None,
                    vpc_endpoint_service_owner: None,
                });
            }
        }
        entry
    }

    /// Whether this store and `other`, of the same account and region, can exist together.
    pub(crate) fn check_beside(&self, other: &Self) -> Result<(), Error> {
        if self.name == other.name {
            return Err(Refusal::NameInUse.into());
        }
        match (&self.kind, &other.kind) {
            (Kind::CloudHsm { cluster_id: one, .. }, Kind::CloudHsm { cluster_id: two, .. })
                if one == two =>
            {
                Err(Refusal::ClusterInUse.into())
            }
            (
                Kind::External { endpoint, uri_path, .. },
                Kind::External { endpoint: other, uri_path: other_path, .. },
            ) if endpoint.eq_ignore_ascii_case(other) && uri_path == other_path => {
                Err(Refusal::ProxyUriInUse.into())
            }
            _ => Ok(()),
        }
    }
}

/// Which secret of a store.
pub(crate) const PASSWORD: &str = "KeyStorePassword";
pub(crate) const SECRET_ACCESS_KEY: &str = "RawSecretAccessKey";

/// Wraps the secrets of custom key stores.
pub(crate) struct Safe<'a> {
    pub wrapping_key: &'a WrappingKey,
    pub random: &'a dyn Random,
}

impl Safe<'_> {
    pub fn wrap(
        &self,
        store: &StoreLocator,
        which: &'static str,
        secret: &SecretString,
    ) -> Result<Wrapped, Error> {
        let secret = SecretBytes::copy_of(secret.expose().as_bytes());
        self.wrapping_key.wrap(&secret, &place(store, which), self.random).map_err(Error::Envelope)
    }

    fn unwrap(
        &self,
        store: &StoreLocator,
        which: &'static str,
        wrapped: &Wrapped,
    ) -> Result<SecretString, Error> {
        let corrupt = |source: Box<dyn std::error::Error + Send + Sync>| Error::CorruptCustomKeyStore {
            store: store.id.clone(),
            source,
        };
        let secret = self.wrapping_key.unwrap(wrapped, &place(store, which));
        let secret = secret.map_err(|error| corrupt(error.into()))?;
        let text = std::str::from_utf8(secret.expose()).map_err(|error| corrupt(error.into()))?;
        Ok(SecretString::new(text.to_owned()))
    }
}

fn place(store: &StoreLocator, which: &str) -> Vec<u8> {
    length_prefixed([store.account.as_str(), store.region.as_str(), store.id.as_str(), which])
}

/// A key in a token whose KMS key is deleted: it is to be destroyed as soon as the store is connected.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OrphanedKey {
    /// Where it is.
    pub store: StoreLocator,
    /// What it is called there.
    pub key: StoreKeyId,
    /// The ARN of the KMS key that stood on it.
    pub kms_key: String,
}

impl Record for OrphanedKey {
    const KIND: &'static str = "kms-custom-key-store-orphan";
    type Key = (StoreLocator, StoreKeyId);

    fn key(&self) -> Self::Key {
        (self.store.clone(), self.key.clone())
    }

    fn encode_key((store, key): &Self::Key) -> KeyBytes {
        KeyBytes::of(&(store.account, store.region.as_str(), store.id.as_str(), key.as_str()))
    }
}
