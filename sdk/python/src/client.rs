use std::sync::{Arc, Mutex, PoisonError};

use lodge_sdk::{AttributeValue, EncryptionContext, Options, SqlValue, TenantEncryption, TenantId};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList};
use secret::SecretString;

use crate::beacon::BeaconKey;
use crate::call::Call;
use crate::configuration::{Connection, Settings};
use crate::error;
use crate::fields::{Fields, Form, Rows};
use crate::input::{Bytes, Context, Tenant, text};
use crate::process::OfProcess;
use crate::stream::{DecryptionStream, EncryptionStream};
use crate::values::PythonValue;

/// The calls of `TenantEncryption` and `AsyncTenantEncryption`, made in neither way yet.
#[pyclass(frozen, module = "lodge_sdk._core")]
pub struct Core {
    shared: Arc<Shared>,
    token: Option<SecretString>,
}

struct Shared {
    connection: Connection,
    options: Options,
    /// Made anew in a forked process: its sessions and connections are its own.
    client: Mutex<OfProcess<TenantEncryption>>,
}

impl Shared {
    fn new(py: Python<'_>, connection: Connection, options: Options) -> PyResult<Self> {
        let client = client(py, &connection, &options)?;
        Ok(Self { connection, options, client: Mutex::new(OfProcess::new(client)) })
    }

    /// As with the runtime, no fork finds this locked.
    fn client(&self, py: Python<'_>) -> PyResult<TenantEncryption> {
        let mut held = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = held.get() {
            return Ok(client.clone());
        }
        let made = client(py, &self.connection, &self.options)?;
        *held = OfProcess::new(made.clone());
        Ok(made)
    }
}

fn client(py: Python<'_>, connection: &Connection, options: &Options) -> PyResult<TenantEncryption> {
    TenantEncryption::new(&connection.sdk_config(py)?, options.clone())
        .map_err(|failure| error::exception(py, &failure))
}

impl Core {
    fn client(&self, py: Python<'_>) -> PyResult<TenantEncryption> {
        let client = self.shared.client(py)?;
        Ok(match &self.token {
            Some(token) => client.with_web_identity(token.expose()),
            None => client,
        })
    }
}

#[pymethods]
impl Core {
    #[new]
    fn new(py: Python<'_>, connection: Connection, settings: Settings) -> PyResult<Self> {
        Ok(Self { shared: Arc::new(Shared::new(py, connection, settings.options(py)?)?), token: None })
    }

    fn with_web_identity(&self, token: &Bound<'_, PyAny>) -> PyResult<Self> {
        let token = SecretString::new(text("`token`", token)?);
        Ok(Self { shared: self.shared.clone(), token: Some(token) })
    }

    fn encrypt(&self, py: Python<'_>, tenant: Tenant, plaintext: Bytes, context: Context) -> PyResult<Call> {
        let client = self.client(py)?;
        let work = async move { client.encrypt_tenant_data(&tenant.0, plaintext.as_ref(), &context.0).await };
        Ok(Call::new(work, bytes))
    }

    fn decrypt(&self, py: Python<'_>, tenant: Tenant, message: Bytes, context: Context) -> PyResult<Call> {
        let client = self.client(py)?;
        let work = async move { client.decrypt_tenant_data(&tenant.0, message.as_ref(), &context.0).await };
        Ok(Call::new(work, bytes))
    }

    fn encrypt_batch(
        &self,
        py: Python<'_>,
        tenant: Tenant,
        plaintexts: Vec<Bytes>,
        context: Context,
    ) -> PyResult<Call> {
        let client = self.client(py)?;
        let plaintexts: Vec<_> = plaintexts.into_iter().map(Bytes::into_vec).collect();
        let work = async move { client.encrypt_batch(&tenant.0, &plaintexts, &context.0).await };
        Ok(Call::new(work, list))
    }

    fn decrypt_batch(
        &self,
        py: Python<'_>,
        tenant: Tenant,
        messages: Vec<Bytes>,
        context: Context,
    ) -> PyResult<Call> {
        let client = self.client(py)?;
        let messages: Vec<_> = messages.into_iter().map(Bytes::into_vec).collect();
        let work = async move { client.decrypt_batch(&tenant.0, &messages, &context.0).await };
        Ok(Call::new(work, list))
    }

    /// `rows`: pairs of a row's id and its record. Gives copies of the records.
    #[pyo3(signature = (tenant, rows, fields, beacons, context))]
    fn encrypt_rows(
        &self,
        tenant: Tenant,
        rows: &Bound<'_, PyAny>,
        fields: &Bound<'_, Fields>,
        beacons: Option<&Bound<'_, BeaconKey>>,
        context: Context,
    ) -> PyResult<Call> {
        let client = self.client(rows.py())?;
        let beacons = beacons.map(|key| key.get().0.clone());
        let (fields, tenant, context) = (fields.get(), tenant.0, context.0);
        match fields.form() {
            Form::Sql => encrypt_rows::<SqlValue>(client, tenant, rows, fields, beacons, context),
            Form::DynamoDb => encrypt_rows::<AttributeValue>(client, tenant, rows, fields, beacons, context),
            Form::Json => encrypt_rows::<serde_json::Value>(client, tenant, rows, fields, beacons, context),
        }
    }

    /// The same, back.
    fn decrypt_rows(
        &self,
        tenant: Tenant,
        rows: &Bound<'_, PyAny>,
        fields: &Bound<'_, Fields>,
        context: Context,
    ) -> PyResult<Call> {
        let client = self.client(rows.py())?;
        let (fields, tenant, context) = (fields.get(), tenant.0, context.0);
        match fields.form() {
            Form::Sql => decrypt_rows::<SqlValue>(client, tenant, rows, fields, context),
            Form::DynamoDb => decrypt_rows::<AttributeValue>(client, tenant, rows, fields, context),
            Form::Json => decrypt_rows::<serde_json::Value>(client, tenant, rows, fields, context),
        }
    }

    fn create_beacon_key(&self, py: Python<'_>, tenant: Tenant) -> PyResult<Call> {
        let client = self.client(py)?;
        Ok(Call::new(async move { client.create_beacon_key(&tenant.0).await }, bytes))
    }

    fn open_beacon_key(&self, py: Python<'_>, tenant: Tenant, sealed: Bytes) -> PyResult<Call> {
        let client = self.client(py)?;
        let work = async move { client.open_beacon_key(&tenant.0, sealed.as_ref()).await };
        Ok(Call::new(work, |py, key| Ok(Py::new(py, BeaconKey(Arc::new(key)))?.into_any())))
    }

    fn start_encryption(&self, py: Python<'_>, tenant: Tenant, context: Context) -> PyResult<Call> {
        let client = self.client(py)?;
        let work = async move { client.start_encryption(&tenant.0, &context.0).await };
        Ok(Call::new(work, |py, stream| Ok(Py::new(py, EncryptionStream::new(stream))?.into_any())))
    }

    fn start_decryption(
        &self,
        py: Python<'_>,
        tenant: Tenant,
        context: Context,
    ) -> PyResult<DecryptionStream> {
        Ok(DecryptionStream::new(self.client(py)?.start_decryption(&tenant.0, &context.0)))
    }
}

fn encrypt_rows<V: PythonValue>(
    client: TenantEncryption,
    tenant: TenantId,
    rows: &Bound<'_, PyAny>,
    fields: &Fields,
    beacons: Option<Arc<lodge_sdk::BeaconKey>>,
    context: EncryptionContext,
) -> PyResult<Call> {
    let (given, mut rows) = (rows.clone().unbind(), fields.read::<V>(rows)?);
    let (chosen, fields) = (fields.as_sdk(), fields.clone());
    let work = async move {
        let beacons = beacons.as_deref();
        client.encrypt_rows(&tenant, &mut in_place(&mut rows), &chosen, beacons, &context).await?;
        Ok(rows)
    };
    Ok(Call::new(work, move |py, rows| fields.written(given.bind(py), rows, true)))
}

fn decrypt_rows<V: PythonValue>(
    client: TenantEncryption,
    tenant: TenantId,
    rows: &Bound<'_, PyAny>,
    fields: &Fields,
    context: EncryptionContext,
) -> PyResult<Call> {
    let (given, mut rows) = (rows.clone().unbind(), fields.stored::<V>(rows)?);
    let (chosen, fields) = (fields.as_sdk(), fields.clone());
    let work = async move {
        client.decrypt_rows(&tenant, &mut in_place(&mut rows), &chosen, &context).await?;
        Ok(rows)
    };
    Ok(Call::new(work, move |py, rows| fields.written(given.bind(py), rows, false)))
}

fn in_place<V>(rows: &mut Rows<V>) -> Vec<(String, &mut std::collections::BTreeMap<String, V>)> {
    rows.iter_mut().map(|(id, record)| (id.clone(), record)).collect()
}

fn bytes(py: Python<'_>, made: Vec<u8>) -> PyResult<Py<PyAny>> {
    Ok(PyBytes::new(py, &made).into_any().unbind())
}

fn list(py: Python<'_>, made: Vec<Vec<u8>>) -> PyResult<Py<PyAny>> {
    Ok(PyList::new(py, made.iter().map(|made| PyBytes::new(py, made)))?.into_any().unbind())
}
