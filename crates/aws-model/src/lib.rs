#![doc = include_str!("../README.md")]

mod audit;
mod convert;
mod document;
mod generated;
mod schema;
mod validation;

pub use audit::audit_parameters;
pub use document::Document;
pub use generated::{cloudtrail, iam, kms, organizations, sts, tenants, xks};
pub use schema::{
    Binding, BlobSchema, ErrorCode, ListSchema, MapSchema, MemberSchema, OperationSchema, Pattern, Protocol,
    Schema, Service, StringSchema, StructureSchema, TimestampFormat,
};
pub use validation::{Constraint, ValidationError, Violation, validate};

/// Every service, sorted by `id`.
pub static SERVICES: &[&Service] = &[
    &cloudtrail::SERVICE,
    &iam::SERVICE,
    &kms::SERVICE,
    &organizations::SERVICE,
    &sts::SERVICE,
    &tenants::SERVICE,
    &xks::SERVICE,
];

/// One operation of a service. The type that implements it is a name without content: `kms::Encrypt`.
pub trait Operation: Send + Sync + 'static {
    /// The operation's description.
    const SCHEMA: &'static OperationSchema;
    /// What the caller sends.
    type Input: Shape;
    /// What the caller gets when all goes well.
    type Output: Shape;
}

/// A generated structure.
pub trait Shape: Sized + Send + 'static {
    /// The structure's description.
    const SCHEMA: &'static StructureSchema;

    /// Takes the structure out of a document. Unknown members are ignored.
    ///
    /// The constraints are not checked here, see [`validate`]; but a document that fails to convert also fails to
    /// validate, or was not made for this schema.
    fn from_document(document: Document) -> Result<Self, ModelError>;

    /// The structure as a document: members sorted by name, absent ones left out.
    fn into_document(self) -> Document;
}

/// Why a document is not the structure that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// A required member is absent.
    #[error("{structure} needs the member {member}")]
    Missing {
        /// The structure's name.
        structure: &'static str,
        /// The member's name.
        member: &'static str,
    },
    /// A member holds a value of another type than described, or a number that its type cannot hold.
    #[error("{structure} has a value of a wrong type in the member {member}")]
    WrongType {
        /// The structure's name.
        structure: &'static str,
        /// The member's name.
        member: &'static str,
    },
    /// The document is not a structure at all.
    #[error("expected the structure {structure}, got another kind of value")]
    NotAStructure {
        /// The structure's name.
        structure: &'static str,
    },
}

/// A text that is not one of an enum's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a value of {0}; see the AWS API reference for the valid values")]
pub struct UnknownValue(pub &'static str);

#[cfg(test)]
mod tests;
