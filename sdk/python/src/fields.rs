use std::collections::BTreeMap;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyMapping, PyString, PyTuple};

use crate::beacon::BeaconKey;
use crate::error::{exception, invalid};
use crate::input::{text, wanted};
use crate::values::PythonValue;

/// What kind of records there are: which values they have, and how they hold a message.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Sql,
    DynamoDb,
    Json,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Self::Sql => "sql",
            Self::DynamoDb => "dynamodb",
            Self::Json => "json",
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Form {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let name = text("the form", &value)?;
        let found = [Self::Sql, Self::DynamoDb, Self::Json].into_iter().find(|form| form.name() == name);
        found.ok_or_else(|| {
            invalid(value.py(), format!("there is no form `{name}`: give `sql`, `dynamodb` or `json`"))
        })
    }
}

/// The number of bits of a beacon. What can be none becomes 0, which the SDK refuses.
pub struct Bits(pub u16);

impl<'py> FromPyObject<'_, 'py> for Bits {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(value.extract::<i64>()?.try_into().unwrap_or(0)))
    }
}

/// Which fields are encrypted, in which of them a search finds equal values, and what kind of records they stand in. It cannot be changed.
///
/// form: "sql" (rows: None, bool, int, float, Decimal, date, time, datetime, UUID, str, bytes; encrypted fields are bytes), "dynamodb" (items as boto3's resources have
/// them; encrypted fields are bytes) or "json" (documents; encrypted fields are texts in base64).
#[pyclass(frozen, eq, module = "lodge_sdk")]
#[derive(Clone, PartialEq, Eq)]
pub struct Fields {
    names: Vec<String>,
    searchable: Vec<(String, String, u16)>,
    form: Form,
}

#[pymethods]
impl Fields {
    #[new]
    #[pyo3(signature = (*names, form = Form::Sql), text_signature = "(*names, form='sql')")]
    fn new(names: &Bound<'_, PyTuple>, form: Form) -> PyResult<Self> {
        let name = |name: Bound<'_, PyAny>| {
            if name.is_instance_of::<PyString>() {
                text("the name of a field", &name)
            } else {
                Err(wanted(
                    "names of fields are given one by one, each a str, as in Fields(\"a\", \"b\")",
                    &name,
                ))
            }
        };
        Ok(Self { names: names.iter().map(name).collect::<PyResult<_>>()?, searchable: Vec::new(), form })
    }

    /// The same fields, and the beacon of `field`, with `bits` bits, under the name `beacon`. It is made of the value before encryption, and needs the
    /// tenant's `BeaconKey`.
    fn searchable(&self, field: &Bound<'_, PyAny>, beacon: &Bound<'_, PyAny>, bits: Bits) -> PyResult<Self> {
        let mut more = self.clone();
        more.searchable.push((text("`field`", field)?, text("`beacon`", beacon)?, bits.0));
        Ok(more)
    }

    /// The beacon of a value in a searchable field, as hexadecimal digits: what the field's beacon is searched for.
    fn beacon(
        &self,
        py: Python<'_>,
        beacons: &Bound<'_, BeaconKey>,
        field: &Bound<'_, PyAny>,
        value: &Bound<'_, PyAny>,
    ) -> PyResult<String> {
        let (fields, key, field) = (self.as_sdk(), &beacons.get().0, &text("`field`", field)?);
        let beacon = match self.form {
            Form::Sql => fields.beacon(key, field, &read::<lodge_sdk::SqlValue>(field, value)?),
            Form::DynamoDb => fields.beacon(key, field, &read::<lodge_sdk::AttributeValue>(field, value)?),
            Form::Json => fields.beacon(key, field, &read::<serde_json::Value>(field, value)?),
        };
        beacon.map_err(|failure| exception(py, &failure))
    }

    fn __repr__(&self) -> String {
        let names: Vec<_> = self.names.iter().map(|name| format!("{name:?}, ")).collect();
        let mut text = format!("Fields({}form={:?})", names.concat(), self.form.name());
        for (field, beacon, bits) in &self.searchable {
            text.push_str(&format!(".searchable({field:?}, {beacon:?}, {bits})"));
        }
        text
    }
}

/// Rows with the fields of theirs that matter.
pub type Rows<V> = Vec<(String, BTreeMap<String, V>)>;

impl Fields {
    pub fn form(&self) -> Form {
        self.form
    }

    pub fn as_sdk(&self) -> lodge_sdk::Fields {
        let fields = lodge_sdk::Fields::new(self.names.clone());
        self.searchable
            .iter()
            .fold(fields, |fields, (field, beacon, bits)| fields.searchable(field, beacon, *bits))
    }

    /// What is encrypted of some rows, and whether they have something where beacons belong.
    pub fn read<V: PythonValue>(&self, rows: &Bound<'_, PyAny>) -> PyResult<Rows<V>> {
        self.chosen(rows, self.names.iter().chain(self.beacons()), |name, value| {
            if self.names.iter().any(|encrypted| encrypted == name) {
                read(name, value)
            } else {
                Ok(V::of_beacon(String::new()))
            }
        })
    }

    fn beacons(&self) -> impl Iterator<Item = &String> + Clone {
        self.searchable.iter().map(|(_, beacon, _)| beacon)
    }

    /// What of some rows holds messages.
    pub fn stored<V: PythonValue>(&self, rows: &Bound<'_, PyAny>) -> PyResult<Rows<V>> {
        self.chosen(rows, self.names.iter(), |_, value| V::stored(value))
    }

    fn chosen<'a, V>(
        &self,
        rows: &Bound<'_, PyAny>,
        names: impl Iterator<Item = &'a String> + Clone,
        read: impl Fn(&str, &Bound<'_, PyAny>) -> PyResult<V>,
    ) -> PyResult<Rows<V>> {
        let mut found = Vec::new();
        for row in rows.try_iter()? {
            let row = row?;
            let (id, record): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
                row.extract().map_err(|_| wanted("a row is a pair of its id and its record", &row))?;
            if !id.is_instance_of::<PyString>() {
                return Err(wanted("the id of a row is a str, as str(row_id) makes it", &id));
            }
            let id = text("the id of a row", &id)?;
            let record = record
                .cast::<PyMapping>()
                .map_err(|_| wanted("the record of a row is a mapping", &record))?;
            let mut fields = BTreeMap::new();
            for name in names.clone() {
                if record.contains(name)? {
                    fields.insert(name.clone(), read(name, &record.get_item(name)?)?);
                }
            }
            found.push((id, fields));
        }
        Ok(found)
    }

    /// Copies of records with what a call has made of their fields. `with_beacons`: those it has made; without, none.
    pub fn written<V: PythonValue>(
        &self,
        records: &Bound<'_, PyAny>,
        rows: Rows<V>,
        with_beacons: bool,
    ) -> PyResult<Py<PyAny>> {
        let py = records.py();
        let written = records.try_iter()?.zip(rows).map(|(record, (_, mut fields))| {
            let (_, record): (Bound<'_, PyAny>, Bound<'_, PyAny>) = record?.extract()?;
            let copy = PyDict::new(py);
            copy.update(record.cast::<PyMapping>()?)?;
            for name in self.names.iter().chain(self.beacons()) {
                if let Some(value) = fields.remove(name) {
                    copy.set_item(name, value.write(py)?)?;
                }
            }
            for beacon in self.beacons().filter(|_| !with_beacons) {
                if copy.contains(beacon)? {
                    copy.del_item(beacon)?;
                }
            }
            Ok(copy)
        });
        Ok(PyList::new(py, written.collect::<PyResult<Vec<_>>>()?)?.into_any().unbind())
    }
}

/// A value of a field; the error says of which.
pub fn read<V: PythonValue>(name: &str, value: &Bound<'_, PyAny>) -> PyResult<V> {
    V::read(value).map_err(|failure| {
        let py = value.py();
        PyErr::from_type(failure.get_type(py), format!("field `{name}`: {}", failure.value(py)))
    })
}
