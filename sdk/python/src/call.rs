//! A call of the SDK, which Python waits for in one of two ways.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use lodge_sdk::Error;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyCFunction, PyDict, PyTuple};

use crate::{error, process};

/// How often a waiting thread looks whether the user has pressed Ctrl-C.
const SIGNALS: Duration = Duration::from_millis(100);

/// What a call answers, made of Python's objects once the GIL is held again.
type Answer = Box<dyn FnOnce(Python<'_>) -> PyResult<Py<PyAny>> + Send>;
type Work = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send>>;

/// A call that has not begun. It is made once: by `wait()`, or by `future()` for asyncio.
#[pyclass(frozen, module = "lodge_sdk._core")]
pub struct Call(Mutex<Option<Work>>);

impl Call {
    /// `answer` turns into Python's objects what `work` gives.
    pub fn new<T: Send + 'static>(
        work: impl Future<Output = Result<T, Error>> + Send + 'static,
        answer: impl FnOnce(Python<'_>, T) -> PyResult<Py<PyAny>> + Send + 'static,
    ) -> Self {
        Self(Mutex::new(Some(Box::pin(async move {
            let value = work.await?;
            Ok(Box::new(move |py: Python<'_>| answer(py, value)) as Answer)
        }))))
    }

    fn begin(&self) -> PyResult<Work> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
            .ok_or_else(|| PyRuntimeError::new_err("a call is made once"))
    }
}

#[pymethods]
impl Call {
    /// Makes the call in this thread and waits, without the GIL. Ctrl-C ends it.
    fn wait(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        let mut work = self.begin()?;
        let mut runner = process::runner(py)?;
        loop {
            match py.detach(|| runner.wait(SIGNALS, &mut work)) {
                Some(outcome) => return finished(py, outcome),
                // Signal handlers run in between, for they may make calls of their own.
                None => py.check_signals()?,
            }
        }
    }

    /// Makes the call beside the running event loop: a future of it. To cancel the future is to give the call up.
    fn future<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let event_loop = py.import("asyncio")?.call_method0("get_running_loop")?;
        let future = event_loop.call_method0("create_future")?;
        let runner = process::runner(py)?;
        let work = runner.spawn(self.begin()?);
        let given_up = work.abort_handle();
        let (of_loop, to_settle) = (event_loop.unbind(), future.clone().unbind());
        runner.spawn(async move {
            let outcome = work.await;
            if outcome.as_ref().is_err_and(|end| end.is_cancelled()) {
                return;
            }
            let outcome = outcome.unwrap_or_else(|_| {
                Err(Error::Unavailable { detail: "the call ended by a fault in lodge-sdk".to_owned() })
            });
            // Waiting for the GIL must not hold up other calls.
            tokio::task::spawn_blocking(move || {
                Python::try_attach(|py| settle(py, of_loop.bind(py), to_settle, outcome))
            });
        });
        let abort = move |_: &Bound<'_, PyTuple>, _: Option<&Bound<'_, PyDict>>| given_up.abort();
        future.call_method1("add_done_callback", (PyCFunction::new_closure(py, None, None, abort)?,))?;
        Ok(future)
    }
}

fn finished(py: Python<'_>, outcome: Result<Answer, Error>) -> PyResult<Py<PyAny>> {
    outcome.map_err(|failure| error::exception(py, &failure)).and_then(|answer| answer(py))
}

/// Gives a future its result, in the thread of its event loop. A loop that was closed meanwhile wants none.
fn settle(
    py: Python<'_>,
    event_loop: &Bound<'_, PyAny>,
    future: Py<PyAny>,
    outcome: Result<Answer, Error>,
) -> PyResult<()> {
    let (value, failure) = match finished(py, outcome) {
        Ok(value) => (value, py.None()),
        Err(failure) => (py.None(), failure.into_value(py).into_any()),
    };
    let arguments = (wrap_pyfunction!(set, py)?, future, value, failure);
    event_loop.call_method1("call_soon_threadsafe", arguments).map(drop)
}

#[pyfunction]
fn set(future: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>, failure: &Bound<'_, PyAny>) -> PyResult<()> {
    if future.call_method0("done")?.is_truthy()? {
        return Ok(());
    }
    let (method, result) = if failure.is_none() { ("set_result", value) } else { ("set_exception", failure) };
    future.call_method1(method, (result,)).map(drop)
}
