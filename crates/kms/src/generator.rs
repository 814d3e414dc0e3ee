//! Making new keys without keeping other callers waiting.

use key_algorithms::{KeyMaterial, KeySpec, PrivateKey, WrappingKey, WrappingKeySpec};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::Error;

/// Makes key pairs and HMAC keys.
///
/// An RSA key takes up to seconds of computing. It is made on a thread for blocking work, and at most on half of the
/// machine's processors at once: who asks for many waits for their turn, and nobody else does.
pub(crate) struct Generator {
    turns: Semaphore,
}

impl Generator {
    pub fn new() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self { turns: Semaphore::new((processors / 2).max(1)) }
    }

    /// New key material. When the caller goes away before its turn, nothing is made.
    pub async fn generate(&self, spec: KeySpec) -> Result<KeyMaterial, Error> {
        if !matches!(spec, KeySpec::Rsa2048 | KeySpec::Rsa3072 | KeySpec::Rsa4096) {
            return Ok(KeyMaterial::generate(spec)?);
        }
        let _turn = self.turns.acquire().await.map_err(|_| key_algorithms::Error::Library)?;
        let made = spawn_blocking(move || KeyMaterial::generate(spec)).await;
        Ok(made.map_err(|_| key_algorithms::Error::Library)??)
    }

    /// A new key pair for one import of key material.
    pub async fn wrapping_key(&self, spec: WrappingKeySpec) -> Result<WrappingKey, Error> {
        let _turn = self.turns.acquire().await.map_err(|_| key_algorithms::Error::Library)?;
        let made = spawn_blocking(move || WrappingKey::generate(spec)).await;
        Ok(made.map_err(|_| key_algorithms::Error::Library)??)
    }

    /// A new key pair.
    pub async fn pair(&self, spec: KeySpec) -> Result<PrivateKey, Error> {
        match self.generate(spec).await? {
            KeyMaterial::Pair(pair) => Ok(pair),
            KeyMaterial::Hmac(_) => {
                Err(key_algorithms::Error::WrongKind { spec, wanted: "key pairs" }.into())
            }
        }
    }
}
