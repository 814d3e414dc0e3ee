//! The credentials of a botocore session, asked for each time: botocore keeps and refreshes them.

use aws_credential_types::Credentials;
use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::{ProvideCredentials, Result, future};
use pyo3::prelude::*;

/// A `botocore.session.Session`.
pub struct SessionCredentials(pub Py<PyAny>);

impl std::fmt::Debug for SessionCredentials {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("SessionCredentials")
    }
}

impl ProvideCredentials for SessionCredentials {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        future::ProvideCredentials::new(async {
            let Some(session) = Python::try_attach(|py| self.0.clone_ref(py)) else { return Err(ends()) };
            // botocore may ask a metadata service, or run a program: not where other calls wait.
            let asked = tokio::task::spawn_blocking(move || {
                Python::try_attach(|py| ask(session.bind(py))).unwrap_or_else(|| Err(ends()))
            });
            asked.await.unwrap_or_else(|_| Err(ends()))
        })
    }
}

fn ask(session: &Bound<'_, PyAny>) -> Result {
    let found = session.call_method0("get_credentials").map_err(failed)?;
    if found.is_none() {
        return Err(CredentialsError::not_loaded(
            "the boto session has none: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give a session that has some",
        ));
    }
    let frozen = found.call_method0("get_frozen_credentials").map_err(failed)?;
    let part = |name: &str| -> PyResult<Option<String>> { frozen.getattr(name)?.extract() };
    let (key, secret, token) =
        (|| Ok((part("access_key")?, part("secret_key")?, part("token")?)))().map_err(failed)?;
    let (Some(key), Some(secret)) = (key, secret) else {
        return Err(CredentialsError::not_loaded("the boto session has only a part of them"));
    };
    Ok(Credentials::new(key, secret, token, None, "botocore"))
}

/// What botocore says: it names files, programs and services, and no secrets.
fn failed(error: PyErr) -> CredentialsError {
    CredentialsError::provider_error(error.to_string())
}

fn ends() -> CredentialsError {
    CredentialsError::provider_error("Python ends")
}
