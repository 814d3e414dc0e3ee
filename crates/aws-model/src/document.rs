//! A value of some schema, between the wire and the generated structures.

use clock::Timestamp;
use secret::{SecretBytes, SecretString};

/// A value of some schema. It has no `Debug`, since it may hold secrets.
///
/// Whether a text or a blob is secret is the schema's saying: a sensitive string is `Secret`, other strings and all
/// enum values are `String`; a sensitive blob is `Blob`, other blobs are `Bytes`.
#[derive(Clone, PartialEq)]
pub enum Document {
    /// True or false.
    Boolean(bool),
    /// A number without fraction.
    Integer(i64),
    /// A number with fraction.
    Double(f64),
    /// Text that anyone may see.
    String(String),
    /// Text that is wiped when dropped.
    Secret(SecretString),
    /// Bytes that are wiped when dropped.
    Blob(SecretBytes),
    /// Bytes that anyone may see.
    Bytes(Vec<u8>),
    /// A point in time.
    Timestamp(Timestamp),
    /// Values in order.
    List(Vec<Document>),
    /// Values by name, in the order they came in. No name occurs twice.
    Map(Vec<(String, Document)>),
    /// Members by the name in the schema. Absent members are not there; no name occurs twice.
    Structure(Vec<(&'static str, Document)>),
}

impl Document {
    /// The member of a structure.
    pub fn member(&self, name: &str) -> Option<&Document> {
        match self {
            Self::Structure(members) => {
                members.iter().find(|(member, _)| *member == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The text, when this is text that is not secret.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }
}
