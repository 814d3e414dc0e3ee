use std::sync::Arc;

use pyo3::prelude::*;

use crate::error;
use crate::fields::{Bits, Form, read};
use crate::input::text;

/// The key of a tenant's beacons: what makes encrypted fields searchable by equality.
#[pyclass(frozen, module = "lodge_sdk")]
pub struct BeaconKey(pub Arc<lodge_sdk::BeaconKey>);

#[pymethods]
impl BeaconKey {
    /// The beacon of a value in a field, as hexadecimal digits: what is searched for. `bits` and `form` are those of the `Fields` with which the
    /// records were encrypted.
    #[pyo3(signature = (field, value, bits, *, form = Form::Sql), text_signature = "($self, field, value, bits, *, form='sql')")]
    fn beacon(
        &self,
        py: Python<'_>,
        field: &Bound<'_, PyAny>,
        value: &Bound<'_, PyAny>,
        bits: Bits,
        form: Form,
    ) -> PyResult<String> {
        let field = &text("`field`", field)?;
        let beacon = match form {
            Form::Sql => self.0.beacon(field, &read::<lodge_sdk::SqlValue>(field, value)?, bits.0),
            Form::DynamoDb => self.0.beacon(field, &read::<lodge_sdk::AttributeValue>(field, value)?, bits.0),
            Form::Json => self.0.beacon(field, &read::<serde_json::Value>(field, value)?, bits.0),
        };
        beacon.map_err(|failure| error::exception(py, &failure))
    }
}
