//! Messages piece by piece.

use std::sync::{Arc, Mutex, PoisonError};

use lodge_sdk::Error;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::call::Call;
use crate::error;
use crate::input::Bytes;
use crate::process::OfProcess;

/// A message that is made piece by piece, without further requests.
#[pyclass(frozen, module = "lodge_sdk._core")]
pub struct EncryptionStream(Mutex<Option<lodge_sdk::EncryptionStream>>);

impl EncryptionStream {
    pub fn new(stream: lodge_sdk::EncryptionStream) -> Self {
        Self(Mutex::new(Some(stream)))
    }

    /// Works on the stream without the GIL.
    fn with(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&mut Option<lodge_sdk::EncryptionStream>) -> Option<Result<Vec<u8>, Error>> + Send,
    ) -> PyResult<Py<PyBytes>> {
        let made = py.detach(|| work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner)));
        let made = made.ok_or_else(ended)?.map_err(|failure| error::exception(py, &failure))?;
        Ok(PyBytes::new(py, &made).unbind())
    }
}

#[pymethods]
impl EncryptionStream {
    /// Takes a piece of the data, and gives what is ready of the message.
    fn push(&self, py: Python<'_>, piece: Bytes) -> PyResult<Py<PyBytes>> {
        self.with(py, |stream| Some(stream.as_mut()?.push(piece.as_ref())))
    }

    /// Gives the rest of the message.
    fn finish(&self, py: Python<'_>) -> PyResult<Py<PyBytes>> {
        self.with(py, |stream| Some(stream.take()?.finish()))
    }
}

type Shared = Arc<tokio::sync::Mutex<Option<lodge_sdk::DecryptionStream>>>;

/// A message that is read piece by piece.
#[pyclass(frozen, module = "lodge_sdk._core")]
pub struct DecryptionStream(OfProcess<Shared>);

impl DecryptionStream {
    pub fn new(stream: lodge_sdk::DecryptionStream) -> Self {
        Self(OfProcess::new(Arc::new(tokio::sync::Mutex::new(Some(stream)))))
    }

    fn shared(&self) -> PyResult<Shared> {
        let shared = self.0.get().cloned();
        shared.ok_or_else(|| {
            PyRuntimeError::new_err("a stream does not go on in a forked process: begin again")
        })
    }
}

#[pymethods]
impl DecryptionStream {
    /// Takes a piece of the message, and gives the data of the frames that it completes.
    fn push(&self, piece: Bytes) -> PyResult<Call> {
        let shared = self.shared()?;
        let work = async move {
            match shared.lock().await.as_mut() {
                Some(stream) => stream.push(piece.as_ref()).await.map(Some),
                None => Ok(None),
            }
        };
        Ok(Call::new(work, |py, made: Option<Vec<u8>>| {
            Ok(PyBytes::new(py, &made.ok_or_else(ended)?).into_any().unbind())
        }))
    }

    /// Says whether the message was complete.
    fn finish(&self) -> PyResult<Call> {
        let shared = self.shared()?;
        let work =
            async move { shared.lock().await.take().map(lodge_sdk::DecryptionStream::finish).transpose() };
        Ok(Call::new(work, |py, end: Option<()>| end.map(|()| py.None()).ok_or_else(ended)))
    }
}

fn ended() -> PyErr {
    PyRuntimeError::new_err("the stream has ended: begin another")
}
