//! Grants: permissions on one key for one principal, beside the key policy.
//!
//! Source: KMS Developer Guide, "Grants in AWS KMS"; API Reference, CreateGrant and GrantConstraints.

mod constraint;
mod lookup;
mod principal;
mod record;
mod token;

pub use constraint::{Constraints, ContextConstraint};
pub(crate) use lookup::{Ask, Lookup, of_caller};
pub(crate) use principal::{names_of, parse as parse_principal};
pub(crate) use record::{BY_GRANTEE, BY_RETIRING, place_of};
pub use record::{GrantId, GrantRecord, KeyGrants, Party};
pub(crate) use token::Tokens;
