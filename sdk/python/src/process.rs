//! What belongs to one process: threads and connections do not survive a fork, and what the parent has open is the parent's.

use std::future::Future;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long the end of the process waits for answers that are on their way to event loops.
const GRACE: Duration = Duration::from_secs(1);

/// Calls of asyncio run here; other callers do the work in their own threads.
const THREADS: usize = 2;

/// Threads that ask botocore for credentials, or wait for the GIL with an answer.
const WAITING_THREADS: usize = 16;

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

    fn into_inner(mut self) -> Option<T> {
        self.get()?;
        self.value.take()
    }
}

impl<T> Drop for OfProcess<T> {
    fn drop(&mut self) {
        if self.process != std::process::id() {
            std::mem::forget(self.value.take());
        }
    }
}

/// Where calls run, and whether Python ends.
#[derive(Clone)]
pub struct Runner {
    handle: Handle,
    ends: watch::Receiver<bool>,
}

impl Runner {
    /// Runs `work` in this thread; at most for `limit`, after which `None` comes back.
    ///
    /// When Python ends meanwhile, the thread stays here for ever: it is a daemon thread, and one that wants the GIL back after the end takes the
    /// process down.
    pub fn wait<T>(&mut self, limit: Duration, work: &mut (impl Future<Output = T> + Unpin)) -> Option<T> {
        let (handle, ends) = (&self.handle, &mut self.ends);
        let outcome = handle.block_on(async {
            tokio::select! {
                // First, since what stops a runtime lets timers panic.
                biased;
                _ = ends.wait_for(|ends| *ends) => Err(()),
                outcome = tokio::time::timeout(limit, work) => Ok(outcome.ok()),
            }
        });
        outcome.unwrap_or_else(|()| {
            loop {
                std::thread::park();
            }
        })
    }

    /// Runs `work` beside this thread.
    pub fn spawn<T: Send + 'static>(&self, work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
        self.handle.spawn(work)
    }
}

struct Threads {
    runtime: Runtime,
    ends: watch::Sender<bool>,
}

/// Locked only by who holds the GIL, and never while waiting for it: so no fork, which holds the GIL too, finds it locked.
static THREADS_OF_PROCESS: Mutex<Option<OfProcess<Threads>>> = Mutex::new(None);

/// What runs calls in this process.
pub fn runner(_: Python<'_>) -> PyResult<Runner> {
    let runner_of = |threads: &Threads| Runner {
        handle: threads.runtime.handle().clone(),
        ends: threads.ends.subscribe(),
    };
    let mut held = THREADS_OF_PROCESS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(threads) = held.as_ref().and_then(OfProcess::get) {
        return Ok(runner_of(threads));
    }
    let mut builder = Builder::new_multi_thread();
    builder
        .worker_threads(THREADS)
        .max_blocking_threads(WAITING_THREADS)
        .thread_name("lodge-sdk")
        .enable_all();
    let runtime = builder
        .build()
        .map_err(|error| PyRuntimeError::new_err(format!("no threads can be started: {error}")))?;
    let threads = Threads { runtime, ends: watch::Sender::new(false) };
    let runner = runner_of(&threads);
    *held = Some(OfProcess::new(threads));
    Ok(runner)
}

/// Ends what still runs, before Python itself ends.
#[pyfunction]
pub fn stop(py: Python<'_>) {
    let taken = THREADS_OF_PROCESS.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(Threads { runtime, ends }) = taken.and_then(OfProcess::into_inner) {
        ends.send_replace(true);
        py.detach(|| runtime.shutdown_timeout(GRACE));
    }
}
