//! How the generated structures' fields go into documents and come out of them.

use std::collections::BTreeMap;

use clock::Timestamp;
use secret::{SecretBytes, SecretString};

use crate::{Document, ModelError, Shape, StructureSchema};

/// The members of a structure that is being taken apart.
pub(crate) struct Members {
    structure: &'static str,
    members: Vec<(&'static str, Document)>,
}

impl Members {
    pub fn open(schema: &'static StructureSchema, document: Document) -> Result<Self, ModelError> {
        match document {
            Document::Structure(members) => Ok(Self { structure: schema.name, members }),
            _ => Err(ModelError::NotAStructure { structure: schema.name }),
        }
    }

    pub fn required<T: Value>(&mut self, member: &'static str) -> Result<T, ModelError> {
        self.optional(member)?.ok_or(ModelError::Missing { structure: self.structure, member })
    }

    pub fn optional<T: Value>(&mut self, member: &'static str) -> Result<Option<T>, ModelError> {
        let Some(at) = self.members.iter().position(|(name, _)| *name == member) else { return Ok(None) };
        let (_, document) = self.members.swap_remove(at);
        let mismatch = |mismatch| match mismatch {
            Mismatch::Type => ModelError::WrongType { structure: self.structure, member },
            Mismatch::Inside(error) => error,
        };
        T::take(document).map(Some).map_err(mismatch)
    }
}

/// Adds a member that is there.
pub(crate) fn put<T: Value>(members: &mut Vec<(&'static str, Document)>, name: &'static str, value: T) {
    members.push((name, value.give()));
}

/// Adds a member that may be absent.
pub(crate) fn put_some<T: Value>(
    members: &mut Vec<(&'static str, Document)>,
    name: &'static str,
    value: Option<T>,
) {
    if let Some(value) = value {
        put(members, name, value);
    }
}

/// Why a document is not a value of some type.
pub(crate) enum Mismatch {
    Type,
    Inside(ModelError),
}

/// A type that a member can have.
pub(crate) trait Value: Sized {
    fn take(document: Document) -> Result<Self, Mismatch>;
    fn give(self) -> Document;
}

impl<T: Shape> Value for T {
    fn take(document: Document) -> Result<Self, Mismatch> {
        T::from_document(document).map_err(Mismatch::Inside)
    }

    fn give(self) -> Document {
        self.into_document()
    }
}

impl<T: Value> Value for Vec<T> {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::List(values) => values.into_iter().map(T::take).collect(),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::List(self.into_iter().map(T::give).collect())
    }
}

impl<T: Value> Value for BTreeMap<String, T> {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Map(entries) => {
                entries.into_iter().map(|(key, value)| Ok((key, T::take(value)?))).collect()
            }
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::Map(self.into_iter().map(|(key, value)| (key, value.give())).collect())
    }
}

impl Value for String {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::String(text) => Ok(text),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::String(self)
    }
}

impl Value for SecretString {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Secret(text) => Ok(text),
            Document::String(text) => Ok(Self::new(text)),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::Secret(self)
    }
}

impl Value for SecretBytes {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Blob(bytes) => Ok(bytes),
            Document::Bytes(bytes) => Ok(Self::new(bytes)),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::Blob(self)
    }
}

// No list of single bytes exists, so this does not get in the way of lists.
impl Value for Vec<u8> {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Bytes(bytes) => Ok(bytes),
            Document::Blob(bytes) => Ok(bytes.expose().to_vec()),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::Bytes(self)
    }
}

impl Value for bool {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Boolean(value) => Ok(value),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::Boolean(self)
    }
}

impl Value for i32 {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Integer(value) => value.try_into().map_err(|_| Mismatch::Type),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::Integer(self.into())
    }
}

impl Value for i64 {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Integer(value) => Ok(value),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::Integer(self)
    }
}

impl Value for f64 {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Double(value) => Ok(value),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::Double(self)
    }
}

impl Value for Timestamp {
    fn take(document: Document) -> Result<Self, Mismatch> {
        match document {
            Document::Timestamp(at) => Ok(at),
            _ => Err(Mismatch::Type),
        }
    }

    fn give(self) -> Document {
        Document::Timestamp(self)
    }
}
