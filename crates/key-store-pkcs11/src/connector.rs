//! The port's two traits over a token.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use key_store::{
    BoxFuture, ConnectError, ConnectFailure, Connector, Error, KeyStore, MAX_RANDOM, RequestMetadata, Sealed,
    Settings, StoreKey, StoreKeyId, check_lengths,
};
use secret::SecretBytes;

use crate::cipher;
use crate::cluster::{self, Cluster};
use crate::fault::Fault;
use crate::token::{Lease, Token};

/// Connects key stores of type `AWS_CLOUDHSM` to the tokens that the operator has attached.
pub struct Pkcs11Connector {
    clusters: HashMap<String, Slot>,
}

struct Slot {
    cluster: Cluster,
    /// Started at the first use: a token that nobody uses costs nothing.
    token: Mutex<Option<Arc<Token>>>,
}

impl Pkcs11Connector {
    /// For these clusters. Nothing is loaded before the first use.
    pub fn new(clusters: Vec<Cluster>) -> Result<Self, cluster::Error> {
        cluster::check(&clusters)?;
        let slot = |cluster: Cluster| (cluster.id.clone(), Slot { cluster, token: Mutex::new(None) });
        Ok(Self { clusters: clusters.into_iter().map(slot).collect() })
    }

    /// The token, password and trust anchor that the settings name.
    fn read<'s>(
        &self,
        settings: &'s Settings,
    ) -> Result<(Arc<Token>, &'s secret::SecretString, &'s str), ConnectError> {
        let Settings::CloudHsm { cluster_id, password, trust_anchor } = settings else {
            let detail = "an external key store was given to the connector for tokens";
            return Err(ConnectError::new(ConnectFailure::InternalError, detail));
        };
        let slot = self.clusters.get(cluster_id).ok_or_else(|| {
            ConnectError::new(
                ConnectFailure::ClusterNotFound,
                format!("no token is attached as {cluster_id}: add it to the file of --pkcs11"),
            )
        })?;
        let mut token = slot.token.lock().unwrap_or_else(PoisonError::into_inner);
        let token = match &*token {
            Some(token) => Arc::clone(token),
            None => Arc::clone(token.insert(Arc::new(Token::start(slot.cluster.clone())?))),
        };
        Ok((token, password, trust_anchor))
    }
}

impl Connector for Pkcs11Connector {
    fn verify<'a>(
        &'a self,
        settings: &'a Settings,
        _request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<(), ConnectError>> {
        Box::pin(async move {
            let (token, _, trust_anchor) = self.read(settings)?;
            let trust_anchor = trust_anchor.to_owned();
            token.call(move |worker| Ok(worker.verify(&trust_anchor))).await?
        })
    }

    fn connect<'a>(
        &'a self,
        settings: &'a Settings,
        _request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Arc<dyn KeyStore>, ConnectError>> {
        Box::pin(async move {
            let (token, password, trust_anchor) = self.read(settings)?;
            let (password, trust_anchor) = (password.clone(), trust_anchor.to_owned());
            let lease = token.call(move |worker| Ok(worker.connect(&trust_anchor, &password))).await??;
            Ok(Arc::new(Connection { _lease: lease, token }) as Arc<dyn KeyStore>)
        })
    }
}

/// A connected token.
struct Connection {
    // Dropped before the token, whose threads then still log out.
    _lease: Lease,
    token: Arc<Token>,
}

impl Connection {
    async fn call<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut crate::worker::Worker) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Error> {
        Ok(self.token.call(work).await?)
    }
}

impl KeyStore for Connection {
    fn check<'a>(&'a self, _request: &'a RequestMetadata) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(self.call(|worker| worker.check()))
    }

    fn create_key<'a>(&'a self, label: &'a str) -> BoxFuture<'a, Result<StoreKeyId, Error>> {
        let label = label.to_owned();
        Box::pin(self.call(move |worker| worker.run(|session| cipher::create_key(session, &label))))
    }

    fn describe_key<'a>(
        &'a self,
        key: &'a StoreKeyId,
        _request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<StoreKey, Error>> {
        let id = key.clone();
        Box::pin(self.call(move |worker| worker.with_key(&id, cipher::describe)))
    }

    fn destroy_key<'a>(&'a self, key: &'a StoreKeyId) -> BoxFuture<'a, Result<(), Error>> {
        let id = key.clone();
        Box::pin(
            self.call(move |worker| worker.with_key(&id, |session, key| Ok(session.destroy_object(key)?))),
        )
    }

    fn encrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        plaintext: &'a [u8],
        aad: &'a [u8],
        _request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Sealed, Error>> {
        Box::pin(async move {
            check_lengths(plaintext, aad)?;
            let (id, plaintext, aad) = (key.clone(), SecretBytes::copy_of(plaintext), aad.to_vec());
            let seal = move |session: &_, key| cipher::seal(session, key, plaintext.expose(), &aad);
            self.call(move |worker| worker.with_key(&id, seal)).await
        })
    }

    fn decrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        sealed: &'a Sealed,
        aad: &'a [u8],
        _request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<SecretBytes, Error>> {
        Box::pin(async move {
            check_lengths(&[], aad)?;
            let (id, sealed, aad) = (key.clone(), sealed.clone(), aad.to_vec());
            self.call(move |worker| worker.open(&id, &sealed, &aad)).await
        })
    }

    fn random(&self, length: usize) -> BoxFuture<'_, Result<SecretBytes, Error>> {
        Box::pin(async move {
            if length > MAX_RANDOM {
                return Err(Error::TooLong { what: "random byte string", limit: MAX_RANDOM });
            }
            self.call(move |worker| {
                worker.run(|session| {
                    let mut bytes = SecretBytes::new(vec![0; length]);
                    session.generate_random_slice(bytes.expose_mut())?;
                    Ok(bytes)
                })
            })
            .await
        })
    }
}
