#![doc = include_str!("../README.md")]

#[cfg(feature = "conformance")]
pub mod conformance;
mod connect;
mod error;
mod key;
#[cfg(feature = "memory")]
mod memory;
mod sealed;
mod store;

pub use connect::{Connector, Connectors, Settings};
pub use error::{ConnectError, ConnectFailure, Error};
pub use key::{InvalidKeyId, KeySpec, StoreKey, StoreKeyId};
#[cfg(feature = "memory")]
pub use memory::{Memory, MemoryConnector};
pub use sealed::{InvalidSealed, MAX_METADATA, Sealed, TAG_LENGTH};
pub use store::{BoxFuture, KeyStore, MAX_AAD, MAX_PLAINTEXT, MAX_RANDOM, RequestMetadata, check_lengths};
