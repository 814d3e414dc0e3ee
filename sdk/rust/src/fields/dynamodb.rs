use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{FieldValue, number};
use crate::Error;

const KIND: u8 = b'D';
/// Levels of lists and maps. DynamoDB takes no more.
const MAX_LEVELS: usize = 32;

/// A value of a DynamoDB attribute. Serialized, it has the form of the DynamoDB API: `{"S": "text"}`, binary values in base64.
///
/// An encrypted attribute is binary, its beacon a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttributeValue {
    /// A text.
    S(String),
    /// A number, as its digits.
    N(String),
    /// Bytes.
    #[serde(with = "binary")]
    B(Vec<u8>),
    /// True or false.
    #[serde(rename = "BOOL")]
    Bool(bool),
    /// Null, written `true`.
    #[serde(rename = "NULL")]
    Null(bool),
    /// A set of texts.
    #[serde(rename = "SS")]
    StringSet(Vec<String>),
    /// A set of numbers.
    #[serde(rename = "NS")]
    NumberSet(Vec<String>),
    /// A set of bytes.
    #[serde(rename = "BS", with = "binaries")]
    BinarySet(Vec<Vec<u8>>),
    /// A list.
    L(Vec<AttributeValue>),
    /// A map.
    M(BTreeMap<String, AttributeValue>),
}

impl FieldValue for AttributeValue {
    fn encode(&self) -> Result<Vec<u8>, Error> {
        if levels(self) > MAX_LEVELS {
            return Err(Error::invalid(format!(
                "an attribute has more than {MAX_LEVELS} levels: flatten it"
            )));
        }
        let mut bytes = vec![KIND];
        serde_json::to_writer(&mut bytes, self)
            .map_err(|error| Error::invalid(format!("an attribute cannot be written: {error}")))?;
        Ok(bytes)
    }

    fn searched(&self) -> Result<Vec<u8>, Error> {
        canonical(self).encode()
    }

    fn decode(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes.strip_prefix(&[KIND])?).ok()
    }

    fn of_message(message: Vec<u8>) -> Self {
        Self::B(message)
    }

    fn message(&self) -> Option<Vec<u8>> {
        match self {
            Self::B(bytes) => Some(bytes.clone()),
            _ => None,
        }
    }

    fn of_beacon(beacon: String) -> Self {
        Self::S(beacon)
    }
}

/// The value with each number in one way of writing, and each set in one order.
fn canonical(value: &AttributeValue) -> AttributeValue {
    use AttributeValue::{B, BinarySet, Bool, L, M, N, Null, NumberSet, S, StringSet};
    match value {
        N(digits) => N(number::canonical(digits)),
        NumberSet(set) => NumberSet(in_order(set.iter().map(|digits| number::canonical(digits)))),
        StringSet(set) => StringSet(in_order(set.iter().cloned())),
        BinarySet(set) => BinarySet(in_order(set.iter().cloned())),
        L(list) => L(list.iter().map(canonical).collect()),
        M(map) => M(map.iter().map(|(name, value)| (name.clone(), canonical(value))).collect()),
        S(_) | B(_) | Bool(_) | Null(_) => value.clone(),
    }
}

fn in_order<T: Ord>(members: impl Iterator<Item = T>) -> Vec<T> {
    members.collect::<BTreeSet<T>>().into_iter().collect()
}

fn levels(value: &AttributeValue) -> usize {
    match value {
        AttributeValue::L(list) => 1 + list.iter().map(levels).max().unwrap_or(0),
        AttributeValue::M(map) => 1 + map.values().map(levels).max().unwrap_or(0),
        _ => 0,
    }
}

mod binary {
    use base64::Engine as _;
    use base64::prelude::BASE64_STANDARD;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&BASE64_STANDARD.encode(bytes))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        BASE64_STANDARD.decode(String::deserialize(from)?).map_err(D::Error::custom)
    }
}

mod binaries {
    use base64::Engine as _;
    use base64::prelude::BASE64_STANDARD;
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(set: &[Vec<u8>], to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(set.iter().map(|bytes| BASE64_STANDARD.encode(bytes)))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Vec<u8>>, D::Error> {
        let texts = Vec::<String>::deserialize(from)?;
        texts.iter().map(|text| BASE64_STANDARD.decode(text).map_err(D::Error::custom)).collect()
    }
}
