//! Arguments that Python has no single type for.

use lodge_sdk::{EncryptionContext, TenantId};
use pyo3::buffer::PyBuffer;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyMapping};

use crate::error::invalid;

/// Bytes of the caller: `bytes` as they are, anything else with the buffer protocol copied, since it may change meanwhile.
pub enum Bytes {
    Shared(PyBackedBytes),
    Copied(Vec<u8>),
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Shared(bytes) => bytes,
            Self::Copied(bytes) => bytes,
        }
    }
}

impl Bytes {
    pub fn into_vec(self) -> Vec<u8> {
        match self {
            Self::Shared(bytes) => bytes.to_vec(),
            Self::Copied(bytes) => bytes,
        }
    }

    /// The bytes of a value that has some; `None` for any other.
    pub fn of(value: &Bound<'_, PyAny>) -> PyResult<Option<Self>> {
        if let Ok(bytes) = value.cast::<PyBytes>() {
            return Ok(Some(Self::Shared(bytes.clone().into())));
        }
        // boto3's `Binary`, which holds what DynamoDB has.
        if value.get_type().name()? == "Binary"
            && let Ok(held) = value.getattr("value")
            && let Ok(bytes) = held.cast::<PyBytes>()
        {
            return Ok(Some(Self::Shared(bytes.clone().into())));
        }
        match PyBuffer::<u8>::get(value) {
            Ok(buffer) => Ok(Some(Self::Copied(buffer.to_vec(value.py())?))),
            Err(_) => Ok(None),
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Bytes {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Self::of(&value)?.ok_or_else(|| {
            let kind = value.get_type().name().map_or_else(|_| "?".to_owned(), |name| name.to_string());
            PyTypeError::new_err(format!(
                "bytes are wanted, not {kind}: encode a text first, for instance with .encode()"
            ))
        })
    }
}

/// A tenant's id.
pub struct Tenant(pub TenantId);

impl<'py> FromPyObject<'_, 'py> for Tenant {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let text: String = value.extract()?;
        text.parse().map(Self).map_err(|error| invalid(value.py(), format!("{error}")))
    }
}

/// An encryption context: a mapping of texts to texts, or `None`.
pub struct Context(pub EncryptionContext);

impl<'py> FromPyObject<'_, 'py> for Context {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let mut context = EncryptionContext::new();
        if !value.is_none() {
            for pair in value.cast::<PyMapping>()?.items()? {
                let (key, value): (String, String) = pair.extract()?;
                context.insert(key, value);
            }
        }
        Ok(Self(context))
    }
}
