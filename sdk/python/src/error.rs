//! The SDK's errors as those of `lodge_sdk.errors`.

use lodge_sdk::Error;
use pyo3::prelude::*;
use pyo3::types::PyType;

/// The exception for an error of the SDK.
pub fn exception(py: Python<'_>, error: &Error) -> PyErr {
    let class = match error {
        Error::InvalidInput { .. } => "InvalidInput",
        Error::WrongTenant { .. } => "WrongTenant",
        Error::WrongContext { .. } => "WrongContext",
        Error::Tampered { .. } => "Tampered",
        Error::KeyDisabled { .. } => "KeyDisabled",
        Error::KeyGone { .. } => "KeyGone",
        Error::AccessDenied { .. } => "AccessDenied",
        Error::Throttled { .. } => "Throttled",
        Error::Unavailable { .. } => "Unavailable",
        _ => "LodgeError",
    };
    of_class(py, class, error.to_string())
}

/// `InvalidInput`, with what is wrong and what to give instead.
pub fn invalid(py: Python<'_>, reason: impl Into<String>) -> PyErr {
    of_class(py, "InvalidInput", reason.into())
}

fn of_class(py: Python<'_>, name: &str, text: String) -> PyErr {
    let class =
        py.import("lodge_sdk.errors").and_then(|errors| Ok(errors.getattr(name)?.cast_into::<PyType>()?));
    class.map_or_else(|error| error, |class| PyErr::from_type(class, text))
}
