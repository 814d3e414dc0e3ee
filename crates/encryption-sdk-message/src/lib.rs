#![doc = include_str!("../README.md")]

mod bytes;
mod context;
mod decrypt;
mod encrypt;
mod error;
mod frame;
mod header;
mod keys;
mod signature;
mod suite;

pub use context::{EncryptionContext, PUBLIC_KEY};
pub use decrypt::Decryptor;
pub use encrypt::{EncryptionMaterials, Encryptor};
pub use error::Error;
pub use header::{EncryptedDataKey, Header, MAX_ENCRYPTED_DATA_KEYS};
pub use signature::SigningKey;
pub use suite::Suite;
