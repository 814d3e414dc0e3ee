#![doc = include_str!("../README.md")]

mod cbor;
mod chain;
mod cose;
mod der;
mod document;
mod enveloped_data;
mod error;
mod verifier;

pub use document::{Attestation, Platform};
pub use enveloped_data::Recipient;
pub use error::Error;
pub use verifier::{Freshness, Root, Verifier};
