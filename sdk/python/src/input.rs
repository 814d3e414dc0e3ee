//! Arguments that Python has no single type for.

use lodge_sdk::{EncryptionContext, TenantId};
use pyo3::buffer::PyBuffer;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyMapping, PyString};

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
            PyTypeError::new_err(format!(
                "bytes are wanted, not {}: encode a text first, for instance with .encode()",
                kind(&value)
            ))
        })
    }
}

/// A tenant's id.
pub struct Tenant(pub TenantId);

impl<'py> FromPyObject<'_, 'py> for Tenant {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let text = text("the id of a tenant", &value)?;
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
            let pairs = value
                .cast::<PyMapping>()
                .map_err(|_| wanted("the encryption context is a mapping of str to str", &value))?;
            for pair in pairs.items()? {
                let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
                let key = text("a key of the encryption context", &key)?;
                let value = text(&format!("the value of `{key}` in the encryption context"), &value)?;
                context.insert(key, value);
            }
        }
        Ok(Self(context))
    }
}

/// A text. The error says what `name` has to be; Python's own for one that is not Unicode would hold it.
pub fn text(name: &str, value: &Bound<'_, PyAny>) -> PyResult<String> {
    let text = value.cast::<PyString>().map_err(|_| wanted(&format!("{name} is a str"), value))?;
    text.to_str().map(str::to_owned).map_err(|_| {
        invalid(value.py(), format!("{name} has half of a surrogate pair: give a text that UTF-8 can hold"))
    })
}

/// A `TypeError`: what is wanted, and the type of what came.
pub fn wanted(what: &str, value: &Bound<'_, PyAny>) -> PyErr {
    PyTypeError::new_err(format!("{what}, not {}", kind(value)))
}

/// The name of a value's type.
pub fn kind(value: &Bound<'_, PyAny>) -> String {
    let name = value.get_type().fully_qualified_name();
    name.map_or_else(|_| "?".to_owned(), |name| name.to_string())
}
