#![doc = include_str!("../README.md")]

mod beacon;
mod client;
mod data_keys;
mod error;
mod fields;
mod identity;
mod keyring;
mod options;
mod session;
mod stream;

pub use aws_types::SdkConfig;
pub use encryption_sdk_message::EncryptionContext;
pub use tenant_id::TenantId;

pub use beacon::BeaconKey;
pub use client::{SERVICE, TENANT, TenantEncryption};
pub use error::Error;
pub use fields::{AttributeValue, FieldValue, Fields, Record, SqlValue};
pub use options::{DataKeyCache, Options};
pub use stream::{DecryptionStream, EncryptionStream};
