//! A connected key store.

use std::pin::Pin;

use secret::SecretBytes;

use crate::error::Error;
use crate::key::{StoreKey, StoreKeyId};
use crate::sealed::Sealed;

/// A boxed future, so that the traits here can be used as trait objects.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The longest plaintext, in bytes: what every XKS proxy must be able to seal ("Encrypt" in the XKS proxy API specification).
pub const MAX_PLAINTEXT: usize = 4300;

/// The longest additional authenticated data, in bytes (the same source). Who has more authenticates its hash.
pub const MAX_AAD: usize = 8192;

/// The most random bytes of one call: the bound of KMS's `GenerateRandom`.
pub const MAX_RANDOM: usize = 1024;

/// One connected key store. A key store passes every case of `key_store::conformance`.
///
/// Every method ends within a time that the adapter bounds, with [`Error::TimedOut`] if need be; what it asked for may then
/// have happened nevertheless. The same goes for a caller who drops the future. After a lost connection the adapter tries to
/// come back by itself at the next call, with the settings it was connected with. Dropping the last handle disconnects.
pub trait KeyStore: Send + Sync {
    /// Whether keys can be used right now: the store is reached, it accepts Lodge's credentials, and it works.
    fn check<'a>(&'a self, request: &'a RequestMetadata) -> BoxFuture<'a, Result<(), Error>>;

    /// Makes an AES-256 key that never leaves the store. `label` is for those who look into the store: the KMS key id.
    ///
    /// Two calls with one label make two keys. [`Error::Unsupported`] where customers make the keys (XKS). Whoever cannot
    /// keep the id that comes back destroys the key again.
    fn create_key<'a>(&'a self, label: &'a str) -> BoxFuture<'a, Result<StoreKeyId, Error>>;

    /// What the store says of a key. [`Error::KeyNotFound`] only when the store answered and has no such key.
    fn describe_key<'a>(
        &'a self,
        key: &'a StoreKeyId,
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<StoreKey, Error>>;

    /// Destroys a key for good. [`Error::KeyNotFound`] when it is gone already, [`Error::Unsupported`] where customers make the keys.
    fn destroy_key<'a>(&'a self, key: &'a StoreKeyId) -> BoxFuture<'a, Result<(), Error>>;

    /// Seals `plaintext` (at most [`MAX_PLAINTEXT`] bytes) and authenticates `aad` (at most [`MAX_AAD`] bytes) with it.
    ///
    /// Sealing the same twice gives two results. However often a key seals, the store keeps to the bounds of its cipher.
    fn encrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        plaintext: &'a [u8],
        aad: &'a [u8],
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<Sealed, Error>>;

    /// Opens what [`encrypt`](Self::encrypt) sealed with the same key and `aad`; anything else is [`Error::InvalidCiphertext`].
    fn decrypt<'a>(
        &'a self,
        key: &'a StoreKeyId,
        sealed: &'a Sealed,
        aad: &'a [u8],
        request: &'a RequestMetadata,
    ) -> BoxFuture<'a, Result<SecretBytes, Error>>;

    /// `length` bytes (at most [`MAX_RANDOM`]) of the store's random number generator. [`Error::Unsupported`] where it has none (XKS).
    fn random(&self, length: usize) -> BoxFuture<'_, Result<SecretBytes, Error>>;
}

/// On whose behalf a key store is asked: `requestMetadata` of the XKS proxy API. Key stores may log it and decide by it.
///
/// There is no `awsSourceVpc`, `awsSourceVpce` and `kmsViaService`: Lodge has no VPC, and no service of its own calls KMS for others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestMetadata {
    /// `awsPrincipalArn`: who called KMS. `None` when nobody did (a health check of Lodge's own).
    pub principal_arn: Option<String>,
    /// `kmsKeyArn`: the KMS key. `None` while it does not exist (`CreateKey`) and when the call is about the store.
    pub key_arn: Option<String>,
    /// `kmsOperation`: `Encrypt`, `GenerateDataKey`, `ConnectCustomKeyStore`; `KmsHealthCheck` when nobody called.
    pub operation: String,
    /// `kmsRequestId`: the request id of the call, as in the audit record.
    pub request_id: String,
}

/// The check of lengths that every key store does first: [`Error::TooLong`] beyond [`MAX_PLAINTEXT`] and [`MAX_AAD`].
pub fn check_lengths(plaintext: &[u8], aad: &[u8]) -> Result<(), Error> {
    for (what, length, limit) in
        [("plaintext", plaintext.len(), MAX_PLAINTEXT), ("additional authenticated data", aad.len(), MAX_AAD)]
    {
        if length > limit {
            return Err(Error::TooLong { what, limit });
        }
    }
    Ok(())
}
