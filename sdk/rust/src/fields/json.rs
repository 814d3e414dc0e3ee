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

    fn searched(&self) -> Result<Vec<u8>, Error> {
        canonical(self).encode()
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

/// The value with whole numbers as integers: `1.0` as `1`.
fn canonical(value: &Value) -> Value {
    match value {
        Value::Number(number) => {
            let whole = number.as_f64().filter(|real| number.is_f64() && real.fract() == 0.0);
            let digits = whole.map(|real| format!("{real:.0}")).unwrap_or_default();
            let signed = digits.parse::<i64>().map(Value::from);
            signed.or_else(|_| digits.parse::<u64>().map(Value::from)).unwrap_or_else(|_| value.clone())
        }
        Value::Array(list) => list.iter().map(canonical).collect(),
        Value::Object(map) => map.iter().map(|(name, value)| (name.clone(), canonical(value))).collect(),
        _ => value.clone(),
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

    fn remove_field(&mut self, name: &str) {
        self.remove(name);
    }
}
