use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::SystemTime;

use aws_types::SdkConfig;
use encryption_sdk_message::{EncryptionContext, EncryptionMaterials, Header, PUBLIC_KEY, SigningKey};
use secret::SecretArray;
use tenant_id::TenantId;
use tokio::task::JoinSet;

use crate::data_keys::{DataKeys, Found};
use crate::identity::{Identity, Scope};
use crate::keyring::Keyring;
use crate::{Error, Options};

/// The key of the encryption context that holds the tenant's id, in every message.
pub const TENANT: &str = "tenant";
/// The key of the encryption context that holds [`Options::service`].
pub const SERVICE: &str = "service";
/// Keys with this beginning belong to the message format.
const RESERVED: &str = "aws-crypto-";

/// Encrypts and decrypts tenants' data, each tenant's with the tenant's own key.
///
/// Clones share sessions and data keys. Everything that waits needs a Tokio runtime.
#[derive(Clone)]
pub struct TenantEncryption {
    inner: Arc<Inner>,
    identity: Identity,
}

struct Inner {
    keyring: Keyring,
    data_keys: Option<DataKeys>,
    service: Option<String>,
    signed: bool,
    frame_length: NonZeroU32,
    concurrency: usize,
}

impl TenantEncryption {
    /// A client with the endpoint, Region, credentials, HTTP client, retries and clock of `config`.
    pub fn new(config: &SdkConfig, options: Options) -> Result<Self, Error> {
        options.check()?;
        let frame_length = NonZeroU32::new(options.frame_length)
            .ok_or_else(|| Error::invalid("frames of no bytes hold nothing: use 65536"))?;
        let inner = Inner {
            keyring: Keyring::new(config, &options)?,
            data_keys: options.data_key_cache.map(DataKeys::new),
            service: options.service,
            signed: options.signed,
            frame_length,
            concurrency: options.concurrency,
        };
        Ok(Self { inner: Arc::new(inner), identity: Identity::Application })
    }

    /// The same for a caller with a JSON Web Token: sessions come from `AssumeRoleWithWebIdentity`, and end with the token at the
    /// latest. Sessions and data keys are shared with nobody but callers with the same token.
    #[must_use]
    pub fn with_web_identity(&self, token: impl Into<String>) -> Self {
        Self { inner: self.inner.clone(), identity: Identity::web(token.into()) }
    }

    /// Encrypts data of a tenant: a message of the AWS Encryption SDK.
    ///
    /// The context is not secret: it stands in the message and in the trail of KMS. `tenant`, and `service` when it is set, are
    /// added to it.
    pub async fn encrypt_tenant_data(
        &self,
        tenant: &TenantId,
        data: &[u8],
        context: &EncryptionContext,
    ) -> Result<Vec<u8>, Error> {
        let materials = self.materials(tenant, context, (1, data.len() as u64)).await?;
        self.seal(&materials, data)
    }

    /// Decrypts a message of a tenant.
    ///
    /// Every pair of `expected` must be in the message's encryption context, and so must the tenant and the service. Others may be there.
    pub async fn decrypt_tenant_data(
        &self,
        tenant: &TenantId,
        message: &[u8],
        expected: &EncryptionContext,
    ) -> Result<Vec<u8>, Error> {
        let (header, length) = self.header(tenant, message, expected)?;
        let scope = self.scope(tenant);
        let data_key = self.data_key(&scope, &header).await?;
        Ok(header.decrypt(&data_key, message.get(length..).unwrap_or_default())?)
    }

    /// Encrypts many pieces of a tenant's data with one data key: one KMS request at most.
    pub async fn encrypt_batch(
        &self,
        tenant: &TenantId,
        batch: &[Vec<u8>],
        context: &EncryptionContext,
    ) -> Result<Vec<Vec<u8>>, Error> {
        if batch.is_empty() {
            return Ok(Vec::new());
        }
        let bytes = batch.iter().map(|data| data.len() as u64).sum();
        let materials = self.materials(tenant, context, (batch.len() as u64, bytes)).await?;
        batch.iter().map(|data| self.seal(&materials, data)).collect()
    }

    /// Decrypts many messages of a tenant, all or none: one KMS request for each data key, [`Options::concurrency`] at a time.
    pub async fn decrypt_batch(
        &self,
        tenant: &TenantId,
        messages: &[Vec<u8>],
        expected: &EncryptionContext,
    ) -> Result<Vec<Vec<u8>>, Error> {
        let mut read = Vec::with_capacity(messages.len());
        let mut wanted = BTreeMap::new();
        for message in messages {
            let (header, length) = self.header(tenant, message, expected)?;
            wanted.entry(header.materials().to_vec()).or_insert_with(|| header.clone());
            read.push((header, message.get(length..).unwrap_or_default()));
        }
        let keys = self.data_keys(&self.scope(tenant), wanted).await?;
        let opened = read.into_iter().map(|(header, body)| {
            let key = keys.get(header.materials()).ok_or_else(|| Error::tampered("a data key is missing"))?;
            Ok(header.decrypt(key, body)?)
        });
        opened.collect()
    }

    /// Materials for messages, from the cache where there is one.
    async fn materials(
        &self,
        tenant: &TenantId,
        context: &EncryptionContext,
        load: (u64, u64),
    ) -> Result<Arc<EncryptionMaterials>, Error> {
        let scope = self.scope(tenant);
        let found = match &self.inner.data_keys {
            Some(cache) => cache.for_writing(&scope, context, load, self.now()).await,
            None => None,
        };
        match found {
            Some(Found::Kept(materials)) => Ok(materials),
            Some(Found::Missing(place)) => {
                Ok(place.keep(Arc::new(self.fresh_materials(&scope, context).await?)))
            }
            None => self.fresh_materials(&scope, context).await.map(Arc::new),
        }
    }

    /// Materials with a data key of their own.
    async fn fresh_materials(
        &self,
        scope: &Scope,
        context: &EncryptionContext,
    ) -> Result<EncryptionMaterials, Error> {
        let mut context = self.context(&scope.tenant, context)?;
        let signing_key = if self.inner.signed { Some(SigningKey::generate()?) } else { None };
        if let Some(key) = &signing_key {
            context.insert(PUBLIC_KEY.to_owned(), key.public_key()?);
        }
        let (data_key, encrypted) = self.inner.keyring.generate(scope, &context).await?;
        Ok(EncryptionMaterials::new(data_key, &[encrypted], &context, signing_key)?)
    }

    /// Materials for one message of unknown length.
    pub(crate) async fn materials_for_stream(
        &self,
        tenant: &TenantId,
        context: &EncryptionContext,
    ) -> Result<EncryptionMaterials, Error> {
        self.fresh_materials(&self.scope(tenant), context).await
    }

    fn seal(&self, materials: &EncryptionMaterials, data: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(materials.encrypt(random()?, self.inner.frame_length, data)?)
    }

    pub(crate) fn frame_length(&self) -> NonZeroU32 {
        self.inner.frame_length
    }

    /// The header of a message that may be the tenant's, and its length.
    fn header(
        &self,
        tenant: &TenantId,
        message: &[u8],
        expected: &EncryptionContext,
    ) -> Result<(Header, usize), Error> {
        let (header, length) = Header::parse(message)?.ok_or(encryption_sdk_message::Error::Truncated)?;
        self.check(tenant, &header, expected)?;
        Ok((header, length))
    }

    /// Refuses what the header itself says is somebody else's. What it says truly, KMS and the commitment check.
    pub(crate) fn check(
        &self,
        tenant: &TenantId,
        header: &Header,
        expected: &EncryptionContext,
    ) -> Result<(), Error> {
        check_names(expected)?;
        let expected = expected.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        for (key, value) in self.own_pairs(tenant).chain(expected) {
            if header.context_value(key) != Some(value) {
                return Err(match key {
                    TENANT => Error::WrongTenant { tenant: tenant.clone() },
                    _ => Error::WrongContext { key: key.to_owned() },
                });
            }
        }
        Ok(())
    }

    pub(crate) async fn data_key(
        &self,
        scope: &Scope,
        header: &Header,
    ) -> Result<Arc<SecretArray<32>>, Error> {
        let keyring = &self.inner.keyring;
        let Some(cache) = &self.inner.data_keys else {
            return keyring.decrypt(scope, header).await.map(Arc::new);
        };
        match cache.for_reading(scope, header, self.now()).await {
            Found::Kept(key) => Ok(key),
            Found::Missing(place) => Ok(place.keep(Arc::new(keyring.decrypt(scope, header).await?))),
        }
    }

    fn now(&self) -> SystemTime {
        self.inner.keyring.sessions.now()
    }

    /// The data keys of some messages, several at a time.
    async fn data_keys(
        &self,
        scope: &Scope,
        wanted: BTreeMap<Vec<u8>, Header>,
    ) -> Result<BTreeMap<Vec<u8>, Arc<SecretArray<32>>>, Error> {
        let mut keys = BTreeMap::new();
        let mut running = JoinSet::new();
        for (name, header) in wanted {
            if running.len() >= self.inner.concurrency {
                let (name, key) = joined(running.join_next().await)?;
                keys.insert(name, key);
            }
            let (this, scope) = (self.clone(), scope.clone());
            running.spawn(async move { Ok((name, this.data_key(&scope, &header).await?)) });
        }
        while !running.is_empty() {
            let (name, key) = joined(running.join_next().await)?;
            keys.insert(name, key);
        }
        Ok(keys)
    }

    pub(crate) fn scope(&self, tenant: &TenantId) -> Scope {
        Scope { tenant: tenant.clone(), identity: self.identity.clone() }
    }

    /// The caller's context with what always belongs to it.
    fn context(&self, tenant: &TenantId, given: &EncryptionContext) -> Result<EncryptionContext, Error> {
        check_names(given)?;
        let mut context = given.clone();
        for (key, value) in self.own_pairs(tenant) {
            let other = context.insert(key.to_owned(), value.to_owned());
            if other.is_some_and(|other| other != value) {
                return Err(Error::invalid(format!(
                    "the encryption context has another `{key}` than the call: leave it out"
                )));
            }
        }
        Ok(context)
    }

    fn own_pairs<'a>(&'a self, tenant: &'a TenantId) -> impl Iterator<Item = (&'a str, &'a str)> {
        let service = self.inner.service.as_deref().map(|service| (SERVICE, service));
        std::iter::once((TENANT, tenant.as_str())).chain(service)
    }
}

fn check_names(context: &EncryptionContext) -> Result<(), Error> {
    match context.keys().find(|key| key.starts_with(RESERVED)) {
        None => Ok(()),
        Some(key) => Err(Error::invalid(format!(
            "`{key}` is a name of the message format: use another key in the encryption context"
        ))),
    }
}

/// What a header calls its materials, and their data key.
type Named = (Vec<u8>, Arc<SecretArray<32>>);
type Joined = Option<Result<Result<Named, Error>, tokio::task::JoinError>>;

fn joined(outcome: Joined) -> Result<Named, Error> {
    let stopped = || Error::Unavailable { detail: "the runtime stops".to_owned() };
    outcome.ok_or_else(stopped)?.map_err(|_| stopped())?
}

pub(crate) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    aws_lc_rs::rand::fill(&mut bytes)
        .map_err(|_| Error::Unavailable { detail: "the random number generator failed".to_owned() })?;
    Ok(bytes)
}
