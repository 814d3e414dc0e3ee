//! Key material that its owner made: how it comes in, how long it stays, and that only the same comes back.
//!
//! Source: KMS Developer Guide, "Importing key material"; API Reference, GetParametersForImport, ImportKeyMaterial,
//! DeleteImportedKeyMaterial.

mod arrival;
mod expiry;
mod token;

pub use arrival::Arrival;
pub(crate) use arrival::erase;
pub use expiry::Expiry;
pub(crate) use token::{LIFETIME, Parameters, Tokens};
