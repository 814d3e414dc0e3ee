//! A key store in memory, for tests. Its keys are gone when it is.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use secret::{SecretBytes, SecretString};

use crate::connect::{Connector, Settings};
use crate::error::{ConnectError, ConnectFailure, Error};
use crate::key::{KeySpec, StoreKey, StoreKeyId};
use crate::sealed::{Sealed, TAG_LENGTH};
use crate::store::{BoxFuture, KeyStore, MAX_RANDOM, RequestMetadata, check_lengths};

/// A key store in memory, for tests. Clones share their keys.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    keys: HashMap<StoreKeyId, Key>,
    made: u64,
    failure: Option<Error>,
    asked: Vec<RequestMetadata>,
}

struct Key {
    cipher: Arc<LessSafeKey>,
    label: String,
    description: StoreKey,
}

impl Memory {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on every call fails like this; `None` ends it.
    pub fn fail_with(&self, failure: Option<Error>) {
        self.state().failure = failure;
    }

    /// Adds a key under a name of the customer's choice, as in an external key manager.
    pub fn add_key(&self, id: &StoreKeyId, description: StoreKey) -> Result<(), Error> {
        self.insert(id.clone(), "", description)
    }

    /// Changes what the store says of a key and lets it do.
    pub fn set_description(&self, id: &StoreKeyId, description: StoreKey) -> Result<(), Error> {
        self.state().keys.get_mut(id).ok_or(Error::KeyNotFound)?.description = description;
        Ok(())
    }

    /// The labels of its keys, sorted.
    pub fn labels(&self) -> Vec<String> {
        let mut labels: Vec<String> = self.state().keys.values().map(|key| key.label.clone()).collect();
        labels.sort();
        labels
    }

    /// The request metadata of all calls so far.
    pub fn asked(&self) -> Vec<RequestMetadata> {
        self.state().asked.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn insert(&self, id: StoreKeyId, label: &str, description: StoreKey) -> Result<(), Error> {
        let mut material = SecretBytes::new(vec![0; 32]);
        fill(material.expose_mut())?;
        let cipher = UnboundKey::new(&AES_256_GCM, material.expose()).map_err(|_| broken())?;
        let key = Key { cipher: Arc::new(LessSafeKey::new(cipher)), label: label.to_owned(), description };
        self.state().keys.insert(id, key);
        Ok(())
    }

    /// The state, unless calls are to fail.
    fn enter(&self, request: Option<&RequestMetadata>) -> Result<MutexGuard<'_, State>, Error> {
        let mut state = self.state();
        state.asked.extend(request.cloned());
        match &state.failure {
            Some(failure) => Err(failure.clone()),
            None => Ok(state),
        }
    }

    fn cipher(
        &self,
        id: &StoreKeyId,
        request: &RequestMetadata,
        may: fn(&StoreKey) -> bool,
    ) -> Result<Arc<LessSafeKey>, Error> {
        let state = self.enter(Some(request))?;
        let key = state.keys.get(id).ok_or(Error::KeyNotFound)?;
        if !key.description.enabled {
            return Err(Error::KeyDisabled("it was switched off".to_owned()));
        }
        if !may(&key.description) {
            return Err(Error::KeyUnusable("it lacks the usage".to_owned()));
        }
        Ok(key.cipher.clone())
    }

    fn seal(cipher: &LessSafeKey, plaintext: &[u8], aad: &[u8]) -> Result<Sealed, Error> {
        let mut iv = [0; NONCE_LEN];
        fill(&mut iv)?;
        let mut bytes = plaintext.to_vec();
        let tag = cipher
            .seal_in_place_separate_tag(Nonce::assume_unique_for_key(iv), Aad::from(aad), &mut bytes)
            .map_err(|_| broken())?;
        Sealed::new(iv.to_vec(), tag.as_ref(), Vec::new(), bytes)
            .map_err(|error| Error::InvalidResponse(error.to_string()))
    }

    fn open(cipher: &LessSafeKey, sealed: &Sealed, aad: &[u8]) -> Result<SecretBytes, Error> {
        // Other lengths are not what `seal` made.
        let iv: [u8; NONCE_LEN] = sealed.iv().try_into().map_err(|_| Error::InvalidCiphertext)?;
        if !sealed.metadata().is_empty() {
            return Err(Error::InvalidCiphertext);
        }
        let mut bytes = Vec::with_capacity(sealed.ciphertext().len() + TAG_LENGTH);
        bytes.extend_from_slice(sealed.ciphertext());
        bytes.extend_from_slice(sealed.tag());
        let length = cipher
            .open_in_place(Nonce::assume_unique_for_key(iv), Aad::from(aad), &mut bytes)
            .map_err(|_| Error::InvalidCiphertext)?
            .len();
        bytes.truncate(length);
        Ok(SecretBytes::new(bytes))
    }
}

impl KeyStore for Memory {
    fn check<'a>(&'a self, request: &'a RequestMetadata) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move { self.enter(Some(request)).map(drop) })
    }

    fn create_key<'a>(&'a self, label: &'a str) -> BoxFuture<'a, Result<StoreKeyId, Error>> {
        Box::pin(async move {
            let number = {
                let mut state = self.enter(None)?;
                state.made += 1;
                state.made
            };
            let id = StoreKeyId::parse(&format!("memory-{number}")).map_err(|_| broken())?;
            let usable = StoreKey { spec: KeySpec::Aes256, encrypts: true, decrypts: true, enabled: true };
            self.insert(id.clone(), label, usable)?;
            Ok(id)
        })
    }

    fn describe_key<'a>(
        &'a self,
        key: &'a StoreKeyId,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<StoreKey, Error>> {
        Box::pin(async move {
            let state = self.enter(Some(request))?;
            state.keys.get(key).map(|key| key.description.clone()).ok_or(Error::KeyNotFound)
        })
    }

    fn destroy_key<'a>(&'a self, key: &'a StoreKeyId) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move { self.enter(None)?.keys.remove(key).map(drop).ok_or(Error::KeyNotFound) })
    }

    fn encrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        plaintext: &'a [u8],
        aad: &'a [u8],
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Sealed, Error>> {
        Box::pin(async move {
            check_lengths(plaintext, aad)?;
            Self::seal(&*self.cipher(key, request, |key| key.encrypts)?, plaintext, aad)
        })
    }

    fn decrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        sealed: &'a Sealed,
        aad: &'a [u8],
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<SecretBytes, Error>> {
        Box::pin(async move {
            check_lengths(&[], aad)?;
            Self::open(&*self.cipher(key, request, |key| key.decrypts)?, sealed, aad)
        })
    }

    fn random(&self, length: usize) -> BoxFuture<'_, Result<SecretBytes, Error>> {
        Box::pin(async move {
            drop(self.enter(None)?);
            if length > MAX_RANDOM {
                return Err(Error::TooLong { what: "random byte string", limit: MAX_RANDOM });
            }
            let mut bytes = SecretBytes::new(vec![0; length]);
            fill(bytes.expose_mut())?;
            Ok(bytes)
        })
    }
}

/// Connects to a [`Memory`], for tests: one cluster with a password and a trust anchor, or any proxy with one credential.
#[derive(Clone)]
pub struct MemoryConnector {
    /// What is connected to.
    pub store: Memory,
    /// The only cluster id or endpoint that is known.
    pub address: String,
    /// The password, or the proxy credential's secret.
    pub secret: SecretString,
    /// The cluster's certificate, compared byte for byte.
    pub trust_anchor: String,
}

impl MemoryConnector {
    fn verify_now(&self, settings: &Settings) -> Result<(), ConnectError> {
        let failure = match settings {
            Settings::CloudHsm { cluster_id, .. } if *cluster_id != self.address => {
                ConnectFailure::ClusterNotFound
            }
            Settings::CloudHsm { trust_anchor, .. } if *trust_anchor != self.trust_anchor => {
                ConnectFailure::IncorrectTrustAnchor
            }
            Settings::CloudHsm { .. } => return Ok(()),
            Settings::External { endpoint, .. } if *endpoint != self.address => {
                ConnectFailure::XksProxyNotReachable
            }
            Settings::External { .. } => return self.try_secret(settings),
        };
        Err(ConnectError::new(failure, "unlike the settings in memory"))
    }

    fn try_secret(&self, settings: &Settings) -> Result<(), ConnectError> {
        let (Settings::CloudHsm { password: secret, .. }
        | Settings::External { secret_access_key: secret, .. }) = settings;
        if *secret == self.secret {
            Ok(())
        } else {
            Err(ConnectError::new(ConnectFailure::InvalidCredentials, "unlike the secret in memory"))
        }
    }
}

impl Connector for MemoryConnector {
    fn verify<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<(), ConnectError>> {
        Box::pin(async move {
            self.store.state().asked.push(request.clone());
            self.verify_now(settings)
        })
    }

    fn connect<'a>(
        &'a self,
        settings: &'a Settings,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Arc<dyn KeyStore>, ConnectError>> {
        Box::pin(async move {
            self.store.state().asked.push(request.clone());
            self.verify_now(settings)?;
            self.try_secret(settings)?;
            Ok(Arc::new(self.store.clone()) as Arc<dyn KeyStore>)
        })
    }
}

fn fill(bytes: &mut [u8]) -> Result<(), Error> {
    aws_lc_rs::rand::fill(bytes).map_err(|_| broken())
}

fn broken() -> Error {
    Error::Internal("the cryptographic library failed".to_owned())
}
