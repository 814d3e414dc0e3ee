//! Values of Python as the SDK's three kinds of records hold them, and back.

use std::collections::BTreeMap;

use lodge_sdk::{AttributeValue, FieldValue, SqlValue};
use pyo3::IntoPyObjectExt as _;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyBytes, PyDict, PyFloat, PyFrozenSet, PyInt, PyList, PyMapping, PySet, PyString, PyTuple, PyType,
};
use serde_json::Value;

use crate::error::invalid;
use crate::input::{Bytes, kind, text};

/// Levels of lists and dicts: more than the SDK takes, and few enough for any thread's stack.
const MAX_DEPTH: usize = 101;

/// A kind of value that Python can hold.
pub trait PythonValue: FieldValue + Send + Sync + 'static {
    /// From a value of Python; `TypeError` or `ValueError` for one that this kind does not have.
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self>;
    /// A stored value that holds a message: what has another type holds none.
    fn stored(value: &Bound<'_, PyAny>) -> PyResult<Self>;
    /// As a value of Python.
    fn write(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>>;
}

impl PythonValue for SqlValue {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if value.is_none() {
            Ok(Self::Null)
        } else if let Ok(value) = value.cast::<PyBool>() {
            Ok(Self::Bool(value.is_true()))
        } else if value.is_instance_of::<PyInt>() {
            value
                .extract()
                .map(Self::Integer)
                .map_err(|_| PyValueError::new_err("a number with more than 64 bits: give a Decimal"))
        } else if let Ok(value) = value.cast::<PyFloat>() {
            Ok(Self::Real(value.value()))
        } else if value.is_instance_of::<PyString>() {
            text("the value", value).map(Self::Text)
        } else if value.is_instance(decimal(value.py())?)? {
            Ok(Self::Decimal(value.str()?.extract()?))
        } else if value.is_instance(datetime(value.py())?)? {
            moment(value).map(Self::Timestamp)
        } else if value.is_instance(date(value.py())?)? {
            isoformat(value).map(Self::Date)
        } else if value.is_instance(time(value.py())?)? {
            isoformat(value).map(Self::Time)
        } else if value.is_instance(uuid(value.py())?)? {
            Ok(Self::Uuid(value.str()?.extract()?))
        } else if let Some(bytes) = Bytes::of(value)? {
            Ok(Self::Bytes(bytes.into_vec()))
        } else {
            Err(unfit(
                value,
                "`sql` has None, bool, int, float, Decimal, date, time, datetime, UUID, str and bytes: give one of them, or choose another form",
            ))
        }
    }

    fn stored(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Bytes::of(value)?.map_or(Self::Null, |bytes| Self::Bytes(bytes.into_vec())))
    }

    fn write(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        match self {
            Self::Null => Ok(py.None().into_bound(py)),
            Self::Bool(value) => value.into_bound_py_any(py),
            Self::Integer(value) => value.into_bound_py_any(py),
            Self::Real(value) => value.into_bound_py_any(py),
            Self::Text(value) => value.into_bound_py_any(py),
            Self::Decimal(digits) => decimal(py)?.call1((digits,)),
            Self::Date(day) => held(py, "date", date(py)?.call_method1("fromisoformat", (day,))),
            Self::Time(of_day) => held(py, "time", time(py)?.call_method1("fromisoformat", (of_day,))),
            Self::Timestamp(moment) => {
                held(py, "datetime", datetime(py)?.call_method1("fromisoformat", (moment,)))
            }
            Self::Uuid(digits) => held(py, "UUID", uuid(py)?.call1((digits,))),
            Self::Bytes(value) => Ok(PyBytes::new(py, &value).into_any()),
        }
    }
}

/// A `datetime`; one with an offset in UTC, as PostgreSQL keeps it: one moment is one text.
fn moment(value: &Bound<'_, PyAny>) -> PyResult<String> {
    if value.call_method0("utcoffset")?.is_none() {
        return isoformat(value);
    }
    let utc = value.py().import("datetime")?.getattr("UTC")?;
    let in_utc = value.call_method1("astimezone", (utc,));
    isoformat(
        &in_utc
            .map_err(|_| PyValueError::new_err("in UTC it is no datetime: it is too early or too late"))?,
    )
}

fn isoformat(value: &Bound<'_, PyAny>) -> PyResult<String> {
    value.call_method0("isoformat")?.extract()
}

/// What another language may have written as Python cannot hold it. Python's own error would tell it.
fn held<'py>(py: Python<'py>, kind: &str, made: PyResult<Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
    made.map_err(|_| {
        invalid(py, format!("a value is no {kind} of Python: read it with the language that wrote it"))
    })
}

/// As the resources of boto3 read and write items.
impl PythonValue for AttributeValue {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        attribute(value, 0)
    }

    fn stored(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Bytes::of(value)?.map_or(Self::Null(true), |bytes| Self::B(bytes.into_vec())))
    }

    fn write(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        let number = |digits: String| decimal(py)?.call1((digits,));
        let bytes = |bytes: Vec<u8>| PyBytes::new(py, &bytes).into_any();
        match self {
            Self::S(text) => text.into_bound_py_any(py),
            Self::N(digits) => number(digits),
            Self::B(held) => Ok(bytes(held)),
            Self::Bool(value) => value.into_bound_py_any(py),
            Self::Null(_) => Ok(py.None().into_bound(py)),
            Self::StringSet(set) => Ok(PySet::new(py, set)?.into_any()),
            Self::NumberSet(set) => {
                let set = set.into_iter().map(number).collect::<PyResult<Vec<_>>>()?;
                Ok(PySet::new(py, set)?.into_any())
            }
            Self::BinarySet(set) => Ok(PySet::new(py, set.into_iter().map(bytes))?.into_any()),
            Self::L(list) => {
                let list = list.into_iter().map(|value| value.write(py)).collect::<PyResult<Vec<_>>>()?;
                Ok(PyList::new(py, list)?.into_any())
            }
            Self::M(map) => {
                let dict = PyDict::new(py);
                for (name, value) in map {
                    dict.set_item(name, value.write(py)?)?;
                }
                Ok(dict.into_any())
            }
        }
    }
}

fn attribute(value: &Bound<'_, PyAny>, depth: usize) -> PyResult<AttributeValue> {
    let depth = deeper(depth)?;
    if value.is_none() {
        Ok(AttributeValue::Null(true))
    } else if let Ok(value) = value.cast::<PyBool>() {
        Ok(AttributeValue::Bool(value.is_true()))
    } else if let Some(digits) = number(value)? {
        Ok(AttributeValue::N(digits))
    } else if value.is_instance_of::<PyString>() {
        text("the value", value).map(AttributeValue::S)
    } else if value.is_instance_of::<PySet>() || value.is_instance_of::<PyFrozenSet>() {
        set(value)
    } else if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        let list = value.try_iter()?.map(|value| attribute(&value?, depth));
        list.collect::<PyResult<_>>().map(AttributeValue::L)
    } else if let Ok(map) = value.cast::<PyMapping>() {
        let mut found = BTreeMap::new();
        for pair in map.items()? {
            let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
            found.insert(text("a key of a map", &name)?, attribute(&value, depth)?);
        }
        Ok(AttributeValue::M(found))
    } else if let Some(bytes) = Bytes::of(value)? {
        Ok(AttributeValue::B(bytes.into_vec()))
    } else if value.is_instance_of::<PyFloat>() {
        Err(unfit(value, "DynamoDB has none: give a Decimal"))
    } else {
        Err(unfit(
            value,
            "`dynamodb` has None, bool, int, Decimal, str, bytes, and lists, dicts and sets of them: give one of these",
        ))
    }
}

/// A set of one kind. Sorted, for equal sets shall have equal beacons.
fn set(value: &Bound<'_, PyAny>) -> PyResult<AttributeValue> {
    let members = value.try_iter()?.collect::<PyResult<Vec<_>>>()?;
    let mixed =
        || unfit(value, "DynamoDB's sets hold only numbers, only texts or only bytes, and are not empty");
    let Some(first) = members.first() else { return Err(mixed()) };
    if number(first)?.is_some() {
        let digits = members.iter().map(|member| number(member)?.ok_or_else(mixed));
        digits.collect::<PyResult<Vec<_>>>().map(sorted).map(AttributeValue::NumberSet)
    } else if first.is_instance_of::<PyString>() {
        let member = |member: &Bound<'_, PyAny>| {
            if member.is_instance_of::<PyString>() { text("a member of a set", member) } else { Err(mixed()) }
        };
        let texts = members.iter().map(member);
        texts.collect::<PyResult<Vec<String>>>().map(sorted).map(AttributeValue::StringSet)
    } else {
        let held = members.iter().map(|member| Ok(Bytes::of(member)?.ok_or_else(mixed)?.into_vec()));
        held.collect::<PyResult<Vec<_>>>().map(sorted).map(AttributeValue::BinarySet)
    }
}

fn sorted<T: Ord>(mut members: Vec<T>) -> Vec<T> {
    members.sort_unstable();
    members
}

/// The digits of a number, in boto3's way of writing them; `None` for what is no number.
fn number(value: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    if value.is_instance_of::<PyBool>() {
        return Ok(None);
    }
    let is_decimal = value.is_instance(decimal(value.py())?)?;
    if is_decimal && !value.call_method0("is_finite")?.is_truthy()? {
        return Err(PyValueError::new_err("DynamoDB has only finite numbers"));
    }
    if is_decimal || value.is_instance_of::<PyInt>() { Ok(Some(value.str()?.extract()?)) } else { Ok(None) }
}

/// As the module `json` reads and writes documents.
impl PythonValue for Value {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        json(value, 0)
    }

    fn stored(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(value.extract().map_or(Self::Null, Self::String))
    }

    fn write(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        match self {
            Self::Null => Ok(py.None().into_bound(py)),
            Self::Bool(value) => value.into_bound_py_any(py),
            Self::Number(value) => match (value.as_i64(), value.as_u64()) {
                (Some(value), _) => value.into_bound_py_any(py),
                (None, Some(value)) => value.into_bound_py_any(py),
                (None, None) => value.as_f64().into_bound_py_any(py),
            },
            Self::String(value) => value.into_bound_py_any(py),
            Self::Array(list) => {
                let list = list.into_iter().map(|value| value.write(py)).collect::<PyResult<Vec<_>>>()?;
                Ok(PyList::new(py, list)?.into_any())
            }
            Self::Object(map) => {
                let dict = PyDict::new(py);
                for (name, value) in map {
                    dict.set_item(name, value.write(py)?)?;
                }
                Ok(dict.into_any())
            }
        }
    }
}

fn json(value: &Bound<'_, PyAny>, depth: usize) -> PyResult<Value> {
    let depth = deeper(depth)?;
    if value.is_none() {
        Ok(Value::Null)
    } else if let Ok(value) = value.cast::<PyBool>() {
        Ok(Value::Bool(value.is_true()))
    } else if value.is_instance_of::<PyInt>() {
        let signed = value.extract::<i64>().map(Value::from);
        signed
            .or_else(|_| value.extract::<u64>().map(Value::from))
            .map_err(|_| PyValueError::new_err("a number with more than 64 bits: give it as a text"))
    } else if let Ok(value) = value.cast::<PyFloat>() {
        let number = serde_json::Number::from_f64(value.value());
        number.map(Value::Number).ok_or_else(|| PyValueError::new_err("JSON has only finite numbers"))
    } else if value.is_instance_of::<PyString>() {
        text("the value", value).map(Value::String)
    } else if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        value.try_iter()?.map(|value| json(&value?, depth)).collect::<PyResult<_>>().map(Value::Array)
    } else if let Ok(map) = value.cast::<PyMapping>() {
        let mut found = serde_json::Map::new();
        for pair in map.items()? {
            let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
            found.insert(text("a key of an object", &name)?, json(&value, depth)?);
        }
        Ok(Value::Object(found))
    } else {
        Err(unfit(
            value,
            "`json` has None, bool, int, float, str, and lists and dicts of them: give one of these",
        ))
    }
}

fn deeper(depth: usize) -> PyResult<usize> {
    if depth > MAX_DEPTH {
        return Err(PyValueError::new_err(format!("more than {MAX_DEPTH} levels of lists and dicts")));
    }
    Ok(depth + 1)
}

fn unfit(value: &Bound<'_, PyAny>, advice: &str) -> PyErr {
    PyTypeError::new_err(format!("{} cannot be encrypted here: {advice}", kind(value)))
}

fn decimal(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DECIMAL.import(py, "decimal", "Decimal")
}

fn date(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DATE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DATE.import(py, "datetime", "date")
}

fn datetime(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DATETIME: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DATETIME.import(py, "datetime", "datetime")
}

fn time(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static TIME: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    TIME.import(py, "datetime", "time")
}

fn uuid(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static UUID: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    UUID.import(py, "uuid", "UUID")
}
