#![doc = include_str!("../README.md")]

mod backing_key;
mod ciphertext;
mod context;
mod error;
mod gcm;
mod hex_id;
mod kdf;
mod locator;
mod random;
mod root_key;
mod sealing;
mod store_ciphertext;
mod wrapping;
mod xks_ciphertext;

pub use backing_key::{BackingKey, BackingKeyId};
pub use ciphertext::{Ciphertext, decrypt, encrypt};
pub use context::{EncryptionContext, length_prefixed};
pub use error::Error;
pub use locator::{KeyId, KeyLocator};
pub use random::{Random, SystemRandom};
pub use root_key::{Fingerprint, RootKey};
pub use store_ciphertext::{StoreCiphertext, StoreHeader};
pub use wrapping::{Wrapped, WrappingKey};
pub use xks_ciphertext::XksCiphertext;

#[cfg(test)]
mod tests;
