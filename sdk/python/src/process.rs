//! What belongs to one process: threads and connections do not survive a fork, and what the parent has open is the parent's.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use tokio::runtime::{Builder, Handle, Runtime};

/// How long the end of the process waits for calls that still run.
const GRACE: Duration = Duration::from_secs(1);

/// Calls of asyncio run here; other callers do the work in their own threads.
const THREADS: usize = 2;

/// A value of the process that made it. In a child of that process it is not there, and is never dropped: dropping could wait for threads
/// that the child does not have, or speak on the parent's connections.
pub struct OfProcess<T> {
    process: u32,
    value: Option<T>,
}

impl<T> OfProcess<T> {
    pub fn new(value: T) -> Self {
        Self { process: std::process::id(), value: Some(value) }
    }

    pub fn get(&self) -> Option<&T> {
        self.value.as_ref().filter(|_| self.process == std::process::id())
    }
}

impl<T> Drop for OfProcess<T> {
    fn drop(&mut self) {
        if self.process != std::process::id() {
            std::mem::forget(self.value.take());
        }
    }
}

/// Locked only by who holds the GIL, and never while waiting for it: so no fork, which holds the GIL too, finds it locked.
static RUNTIME: Mutex<Option<OfProcess<Runtime>>> = Mutex::new(None);

/// The runtime of this process.
pub fn runtime(_: Python<'_>) -> PyResult<Handle> {
    let mut held = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = held.as_ref().and_then(OfProcess::get) {
        return Ok(runtime.handle().clone());
    }
    let mut builder = Builder::new_multi_thread();
    let runtime = builder.worker_threads(THREADS).thread_name("lodge-sdk").enable_all().build();
    let runtime =
        runtime.map_err(|error| PyRuntimeError::new_err(format!("no threads can be started: {error}")))?;
    let handle = runtime.handle().clone();
    *held = Some(OfProcess::new(runtime));
    Ok(handle)
}

/// Ends what still runs, before Python itself ends: a thread that wants the GIL after that would take the process down.
#[pyfunction]
pub fn stop(py: Python<'_>) {
    let taken = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(mut runtime) = taken.filter(|runtime| runtime.get().is_some())
        && let Some(runtime) = runtime.value.take()
    {
        py.detach(|| runtime.shutdown_timeout(GRACE));
    }
}
