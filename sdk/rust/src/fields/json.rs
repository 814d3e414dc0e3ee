use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value};

use super::{FieldValue, Record};
use crate::Error;

const KIND: u8 = b'J';
/// Levels of lists and objects. Reading ends at 128.
const MAX_LEVELS: usize = 100;

/// Any JSON value; messages are texts in base64.
impl FieldValue for Value {
    fn encode(&self) -> Result<Vec<u8>, Error> {
        if levels(self) > MAX_LEVELS {
            return Err(Error::invalid(format!("a value has more than {MAX_LEVELS} levels: flatten it")));
        }
        let mut bytes = vec![KIND];
        serde_json::to_writer(&mut bytes, self)
            .map_err(|error| Error::invalid(format!("a value is not JSON: {error}")))?;
        Ok(bytes)
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes.strip_prefix(&[KIND])?).ok()
    }

    fn of_message(message: Vec<u8>) -> Self {
        Self::String(BASE64_STANDARD.encode(message))
    }

    fn message(&self) -> Option<Vec<u8>> {
        BASE64_STANDARD.decode(self.as_str()?).ok()
    }

    fn of_beacon(beacon: String) -> Self {
        Self::String(beacon)
    }
}

fn levels(value: &Value) -> usize {
    match value {
        Value::Array(list) => 1 + list.iter().map(levels).max().unwrap_or(0),
        Value::Object(map) => 1 + map.values().map(levels).max().unwrap_or(0),
        _ => 0,
    }
}

impl Record for Map<String, Value> {
    type Value = Value;

    fn field(&self, name: &str) -> Option<&Value> {
        self.get(name)
    }

    fn set_field(&mut self, name: &str, value: Value) {
        self.insert(name.to_owned(), value);
    }
}
