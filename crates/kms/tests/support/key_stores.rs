//! A world with a token and an external key manager in memory.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_model::kms::*;
use gate::Fault;
use key_store::{
    BoxFuture, Connector, Connectors, KeySpec as StoreKeySpec, KeyStore, Memory, MemoryConnector,
    RequestMetadata, Sealed, Settings, StoreKey, StoreKeyId,
};
use secret::{SecretBytes, SecretString};
use tokio::sync::watch;

use super::{ACCOUNT, World, create_key, root};

pub const CLUSTER: &str = "cluster-abcdefghijk";
pub const PASSWORD: &str = "kmsPassword";
pub const TRUST_ANCHOR: &str = "the certificate";
pub const ENDPOINT: &str = "https://proxy.example.com";
pub const PATH: &str = "/kms/xks/v1";
pub const ACCESS_KEY_ID: &str = "ABCDEFGHIJKLMNOPQRST";
pub const SECRET: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
pub const EXTERNAL_KEY: &str = "external-key-1";

/// A key store that remembers what it was given, and takes its time when told to.
#[derive(Clone)]
pub struct Spy {
    pub memory: Memory,
    pub plaintexts: Arc<Mutex<Vec<Vec<u8>>>>,
    pub aads: Arc<Mutex<Vec<Vec<u8>>>>,
    pub delay: Arc<Mutex<Duration>>,
}

impl Spy {
    fn new() -> Self {
        Self {
            memory: Memory::new(),
            plaintexts: Arc::default(),
            aads: Arc::default(),
            delay: Arc::default(),
        }
    }

    async fn wait(&self) {
        let delay = *self.delay.lock().unwrap();
        tokio::time::sleep(delay).await;
    }
}

impl KeyStore for Spy {
    fn check<'a>(&'a self, request: &'a RequestMetadata) -> BoxFuture<'a, Result<(), key_store::Error>> {
        self.memory.check(request)
    }

    fn create_key<'a>(&'a self, label: &'a str) -> BoxFuture<'a, Result<StoreKeyId, key_store::Error>> {
        self.memory.create_key(label)
    }

    fn describe_key<'a>(
        &'a self,
        key: &'a StoreKeyId,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<StoreKey, key_store::Error>> {
        self.memory.describe_key(key, request)
    }

    fn destroy_key<'a>(&'a self, key: &'a StoreKeyId) -> BoxFuture<'a, Result<(), key_store::Error>> {
        self.memory.destroy_key(key)
    }

    fn encrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        plaintext: &'a [u8],
        aad: &'a [u8],
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Sealed, key_store::Error>> {
        Box::pin(async move {
            self.wait().await;
            self.plaintexts.lock().unwrap().push(plaintext.to_vec());
            self.aads.lock().unwrap().push(aad.to_vec());
            self.memory.encrypt(key, plaintext, aad, request).await
        })
    }

    fn decrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        sealed: &'a Sealed,
        aad: &'a [u8],
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<SecretBytes, key_store::Error>> {
        Box::pin(async move {
            self.wait().await;
            self.memory.decrypt(key, sealed, aad, request).await
        })
    }

    fn random(&self, length: usize) -> BoxFuture<'_, Result<SecretBytes, key_store::Error>> {
        self.memory.random(length)
    }
}

/// Connects to a spy; settings are judged as by a [`MemoryConnector`].
#[derive(Clone)]
pub struct SpyConnector {
    pub judge: MemoryConnector,
    pub spy: Spy,
    pub connected: Arc<Mutex<usize>>,
}

impl SpyConnector {
    fn new(address: &str, secret: &str) -> Self {
        let spy = Spy::new();
        let judge = MemoryConnector {
            store: spy.memory.clone(),
            address: address.to_owned(),
            secret: SecretString::new(secret.to_owned()),
            trust_anchor: TRUST_ANCHOR.to_owned(),
        };
        Self { judge, spy, connected: Arc::default() }
    }
}

impl Connector for SpyConnector {
    fn verify<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<(), key_store::ConnectError>> {
        self.judge.verify(settings, request)
    }

    fn connect<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Arc<dyn KeyStore>, key_store::ConnectError>> {
        Box::pin(async move {
            *self.connected.lock().unwrap() += 1;
            self.judge.connect(settings, request).await?;
            Ok(Arc::new(self.spy.clone()) as Arc<dyn KeyStore>)
        })
    }
}

/// A world whose background work runs.
pub struct Stores {
    pub world: World,
    pub token: SpyConnector,
    pub proxy: SpyConnector,
    stop: watch::Sender<bool>,
}

impl Stores {
    pub async fn new() -> Self {
        let token = SpyConnector::new(CLUSTER, PASSWORD);
        let proxy = SpyConnector::new(ENDPOINT, SECRET);
        let world = World::with_key_stores(connectors_of(&token, &proxy)).await;
        Self::around(world, token, proxy)
    }

    fn around(world: World, token: SpyConnector, proxy: SpyConnector) -> Self {
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(kms::keep_connecting(Arc::clone(&world.kms), Arc::clone(&world.gate), stopped));
        Self { world, token, proxy, stop }
    }

    /// The same after a restart.
    pub async fn restarted(self) -> Self {
        self.stop.send(true).unwrap();
        let world = self.world.restarted(connectors_of(&self.token, &self.proxy)).await;
        Self::around(world, self.token, self.proxy)
    }

    pub async fn create(&self, input: CreateCustomKeyStoreRequest) -> Result<String, Fault> {
        let answer = self.world.call::<CreateCustomKeyStore>(&root(ACCOUNT), input).await?;
        Ok(answer.custom_key_store_id.unwrap())
    }

    /// Begins to connect.
    pub async fn connect(&self, id: &str) -> Result<(), Fault> {
        let input = ConnectCustomKeyStoreRequest { custom_key_store_id: id.to_owned() };
        self.world.call::<ConnectCustomKeyStore>(&root(ACCOUNT), input).await.map(drop)
    }

    pub async fn disconnect(&self, id: &str) -> Result<(), Fault> {
        let input = DisconnectCustomKeyStoreRequest { custom_key_store_id: id.to_owned() };
        self.world.call::<DisconnectCustomKeyStore>(&root(ACCOUNT), input).await.map(drop)
    }

    pub async fn delete(&self, id: &str) -> Result<(), Fault> {
        let input = DeleteCustomKeyStoreRequest { custom_key_store_id: id.to_owned() };
        self.world.call::<DeleteCustomKeyStore>(&root(ACCOUNT), input).await.map(drop)
    }

    pub async fn update(&self, input: UpdateCustomKeyStoreRequest) -> Result<(), Fault> {
        self.world.call::<UpdateCustomKeyStore>(&root(ACCOUNT), input).await.map(drop)
    }

    pub async fn describe(&self, id: &str) -> CustomKeyStoresListEntry {
        let input = DescribeCustomKeyStoresRequest {
            custom_key_store_id: Some(id.to_owned()),
            ..DescribeCustomKeyStoresRequest::default()
        };
        let answer = self.world.call::<DescribeCustomKeyStores>(&root(ACCOUNT), input).await.unwrap();
        answer.custom_key_stores.unwrap().remove(0)
    }

    /// The state once connecting is over, and the error code.
    pub async fn settled(&self, id: &str) -> (&'static str, Option<&'static str>) {
        for _ in 0..2000 {
            let entry = self.describe(id).await;
            let state = entry.connection_state.unwrap();
            if state != ConnectionStateType::Connecting {
                return (state.as_str(), entry.connection_error_code.map(|code| code.as_str()));
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        ("CONNECTING", None)
    }

    pub async fn connected(&self, input: CreateCustomKeyStoreRequest) -> String {
        let id = self.create(input).await.unwrap();
        self.connect(&id).await.unwrap();
        assert_eq!(self.settled(&id).await, ("CONNECTED", None));
        id
    }

    pub async fn connected_token(&self) -> String {
        self.connected(cloud_hsm("token")).await
    }

    pub async fn connected_proxy(&self) -> String {
        self.connected(external("proxy")).await
    }

    pub async fn key(&self, input: CreateKeyRequest) -> Result<KeyMetadata, Fault> {
        let answer = self.world.call::<CreateKey>(&root(ACCOUNT), input).await?;
        Ok(answer.key_metadata.unwrap())
    }

    /// A KMS key on a new external key.
    pub async fn external_key(&self, store: &str) -> KeyMetadata {
        self.add_external_key(EXTERNAL_KEY);
        self.key(on_external_key(store, EXTERNAL_KEY)).await.unwrap()
    }

    pub async fn token_key(&self, store: &str) -> KeyMetadata {
        self.key(in_token(store)).await.unwrap()
    }

    pub fn add_external_key(&self, name: &str) {
        self.proxy.spy.memory.add_key(&StoreKeyId::parse(name).unwrap(), usable()).unwrap();
    }

    pub async fn describe_key(&self, key_id: &str) -> KeyMetadata {
        let input = DescribeKeyRequest { grant_tokens: None, key_id: key_id.to_owned() };
        self.world.call::<DescribeKey>(&root(ACCOUNT), input).await.unwrap().key_metadata.unwrap()
    }
}

/// A token and a proxy.
pub fn connectors() -> Connectors {
    connectors_of(&SpyConnector::new(CLUSTER, PASSWORD), &SpyConnector::new(ENDPOINT, SECRET))
}

fn connectors_of(token: &SpyConnector, proxy: &SpyConnector) -> Connectors {
    Connectors { cloud_hsm: Some(Arc::new(token.clone())), external: Some(Arc::new(proxy.clone())) }
}

pub fn usable() -> StoreKey {
    StoreKey { spec: StoreKeySpec::Aes256, encrypts: true, decrypts: true, enabled: true }
}

pub fn cloud_hsm(name: &str) -> CreateCustomKeyStoreRequest {
    CreateCustomKeyStoreRequest {
        custom_key_store_name: name.to_owned(),
        cloud_hsm_cluster_id: Some(CLUSTER.to_owned()),
        key_store_password: Some(SecretString::new(PASSWORD.to_owned())),
        trust_anchor_certificate: Some(TRUST_ANCHOR.to_owned()),
        ..CreateCustomKeyStoreRequest::default()
    }
}

pub fn external(name: &str) -> CreateCustomKeyStoreRequest {
    CreateCustomKeyStoreRequest {
        custom_key_store_name: name.to_owned(),
        custom_key_store_type: Some(CustomKeyStoreType::ExternalKeyStore),
        xks_proxy_connectivity: Some(XksProxyConnectivityType::PublicEndpoint),
        xks_proxy_uri_endpoint: Some(ENDPOINT.to_owned()),
        xks_proxy_uri_path: Some(PATH.to_owned()),
        xks_proxy_authentication_credential: Some(credential(SECRET)),
        ..CreateCustomKeyStoreRequest::default()
    }
}

pub fn credential(secret: &str) -> XksProxyAuthenticationCredentialType {
    XksProxyAuthenticationCredentialType {
        access_key_id: SecretString::new(ACCESS_KEY_ID.to_owned()),
        raw_secret_access_key: SecretString::new(secret.to_owned()),
    }
}

pub fn update(id: &str) -> UpdateCustomKeyStoreRequest {
    UpdateCustomKeyStoreRequest {
        custom_key_store_id: id.to_owned(),
        ..UpdateCustomKeyStoreRequest::default()
    }
}

pub fn in_token(store: &str) -> CreateKeyRequest {
    CreateKeyRequest {
        origin: Some(OriginType::AwsCloudhsm),
        custom_key_store_id: Some(store.to_owned()),
        ..create_key()
    }
}

pub fn on_external_key(store: &str, key: &str) -> CreateKeyRequest {
    CreateKeyRequest {
        origin: Some(OriginType::ExternalKeyStore),
        custom_key_store_id: Some(store.to_owned()),
        xks_key_id: Some(key.to_owned()),
        ..create_key()
    }
}
