#![doc = include_str!("../README.md")]

mod assertion;
mod canonical;
mod certificate;
mod claims;
mod error;
mod metadata;
mod response;
mod signature;
mod xml;

pub use assertion::{Assertion, NameId, ServiceProvider};
pub use claims::{Claims, ConditionValue, RoleMapping};
pub use error::Error;
pub use metadata::Metadata;
pub use response::verify;
