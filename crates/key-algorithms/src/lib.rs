#![doc = include_str!("../README.md")]

mod der;
mod ec;
mod ed25519;
mod error;
mod hmac_key;
mod import;
pub mod key_wrap;
mod material;
mod ml_dsa;
mod ml_kem;
mod private_key;
mod public_key;
mod rsa;
mod signing;
mod spec;
mod table;

pub use error::Error;
pub use hmac_key::HmacKey;
pub use import::{WrappingKey, check_import};
pub use material::KeyMaterial;
pub use private_key::PrivateKey;
pub use public_key::{Encapsulated, PublicKey};
pub use signing::MAX_MESSAGE;
pub use spec::{
    EncapsulationAlgorithm, EncryptionAlgorithm, KeyAgreementAlgorithm, KeySpec, KeyUsage, MacAlgorithm,
    MessageType, SigningAlgorithm, WrappingAlgorithm, WrappingKeySpec,
};
pub use table::{Algorithms, Row, TABLE};
