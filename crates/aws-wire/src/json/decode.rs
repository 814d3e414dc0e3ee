//! A request's body to a document.

use std::cell::RefCell;
use std::fmt;

use aws_model::{Document, ListSchema, MapSchema, MemberSchema, Schema, StructureSchema};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clock::Timestamp;
use secret::{SecretBytes, SecretString};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::WireError;

/// Reads a JSON object as the structure that `schema` describes.
///
/// A member that is `null` is absent. Unknown members are skipped at any depth. A member or a map's key that is there twice
/// is refused, as is `null` in a list or as a map's value. Numbers for integers are cut to whole ones, as AWS does; those
/// that the type cannot hold are refused. Timestamps are seconds since 1970 or ISO 8601 text. Blobs are Base64 of the
/// standard alphabet with its padding.
pub fn decode(body: &[u8], schema: &'static StructureSchema) -> Result<Document, WireError> {
    let not_json = || WireError::Serialization("The request body is not valid JSON".to_owned());
    let text = std::str::from_utf8(body).map_err(|_| not_json())?;
    let failure = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Value { schema: Schema::Structure(schema), failure: &failure };
    let document = value.deserialize(&mut reader).and_then(|document| reader.end().map(|()| document));
    match (failure.take(), document) {
        (Some(message), _) => Err(WireError::Serialization(message)),
        (None, Ok(Some(document))) => Ok(document),
        (None, Ok(None)) => Err(WireError::Serialization("Expected a structure, got null".to_owned())),
        (None, Err(_)) => Err(not_json()),
    }
}

/// A value to be read; gives nothing for `null`.
#[derive(Clone, Copy)]
struct Value<'a> {
    schema: Schema,
    /// What is wrong, in AWS's words: the reader's own errors carry a position that AWS does not show.
    failure: &'a RefCell<Option<String>>,
}

impl Value<'_> {
    fn fail<T, E: Error>(self, message: impl Into<String>) -> Result<T, E> {
        self.failure.replace(Some(message.into()));
        Err(E::custom("refused"))
    }

    /// A token that is not what the schema asks for.
    fn refuse<T, E: Error>(self, token: &str) -> Result<T, E> {
        let wanted = match self.schema {
            Schema::Structure(_) => return self.fail("Expected null"),
            Schema::List(_) => return self.fail("Expected list or null"),
            Schema::Map(_) => return self.fail("Expected map or null"),
            Schema::Timestamp(_) => "milliseconds since epoch",
            Schema::String(_) => "a String",
            Schema::Integer { .. } => "an Integer",
            Schema::Long { .. } => "a Long",
            Schema::Float => "a Float",
            Schema::Double => "a Double",
            Schema::Boolean => "a Boolean",
            Schema::Blob(_) => "a Blob",
        };
        self.fail(format!("{token} can not be converted to {wanted}"))
    }

    fn whole_number<E: Error>(self, number: i64) -> Result<Option<Document>, E> {
        match self.schema {
            Schema::Integer { min: Some(_), max: Some(_) } | Schema::Long { .. } => {
                // Validation says better what is wrong with a number that is too large.
                Ok(Some(Document::Integer(number)))
            }
            Schema::Integer { .. } if i32::try_from(number).is_ok() => Ok(Some(Document::Integer(number))),
            Schema::Float | Schema::Double => Ok(Some(Document::Double(number as f64))),
            Schema::Timestamp(_) => self.seconds(number as f64),
            _ => self.refuse("NUMBER_VALUE"),
        }
    }

    fn seconds<E: Error>(self, seconds: f64) -> Result<Option<Document>, E> {
        let millis = (seconds * 1000.0).round() as i64;
        let at = Timestamp::from_millis(millis);
        if at.millis() != millis {
            return self.refuse("NUMBER_VALUE");
        }
        Ok(Some(Document::Timestamp(at)))
    }

    fn text<E: Error>(self, text: &str) -> Result<Option<Document>, E> {
        let document = match self.schema {
            Schema::String(schema) if schema.sensitive => {
                Document::Secret(SecretString::new(text.to_owned()))
            }
            Schema::String(_) => Document::String(text.to_owned()),
            Schema::Blob(schema) => match STANDARD.decode(text) {
                Ok(bytes) if schema.sensitive => Document::Blob(SecretBytes::new(bytes)),
                Ok(bytes) => Document::Bytes(bytes),
                Err(_) => return self.fail("STRING_VALUE can not be converted to a Blob: not valid Base64"),
            },
            Schema::Timestamp(_) => match Timestamp::parse_iso8601(text) {
                Ok(at) => Document::Timestamp(at),
                Err(_) => return self.refuse("STRING_VALUE"),
            },
            Schema::Float | Schema::Double => match text {
                "NaN" => Document::Double(f64::NAN),
                "Infinity" => Document::Double(f64::INFINITY),
                "-Infinity" => Document::Double(f64::NEG_INFINITY),
                _ => return self.refuse("STRING_VALUE"),
            },
            _ => return self.refuse("STRING_VALUE"),
        };
        Ok(Some(document))
    }

    fn list<'de, A: SeqAccess<'de>>(self, list: &ListSchema, mut items: A) -> Result<Document, A::Error> {
        let item = Self { schema: list.member, ..self };
        let mut values = Vec::new();
        while let Some(value) = items.next_element_seed(item)? {
            match value {
                Some(value) => values.push(value),
                None => return item.refuse("NULL_VALUE"),
            }
        }
        Ok(Document::List(values))
    }

    fn map<'de, A: MapAccess<'de>>(self, map: &MapSchema, mut items: A) -> Result<Document, A::Error> {
        let item = Self { schema: map.value, ..self };
        let mut entries = Vec::new();
        while let Some(key) = items.next_key::<String>()? {
            match items.next_value_seed(item)? {
                Some(value) => entries.push((key, value)),
                None => return item.refuse("NULL_VALUE"),
            }
        }
        let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        if keys.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
            return self.fail("A map has the same key twice");
        }
        Ok(Document::Map(entries))
    }

    fn structure<'de, A: MapAccess<'de>>(
        self,
        schema: &'static StructureSchema,
        mut items: A,
    ) -> Result<Document, A::Error> {
        let mut members: Vec<(&'static str, Document)> = Vec::with_capacity(schema.members.len().min(8));
        while let Some(member) = items.next_key_seed(MemberName(schema))? {
            let Some(member) = member else {
                items.next_value::<IgnoredAny>()?;
                continue;
            };
            if members.iter().any(|(name, _)| *name == member.name) {
                return self.fail(format!("The member {} is there twice", member.name));
            }
            if let Some(value) = items.next_value_seed(Self { schema: member.schema, ..self })? {
                members.push((member.name, value));
            }
        }
        Ok(Document::Structure(members))
    }
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Option<Document>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Option<Document>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value of the operation's input")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        match self.schema {
            Schema::Boolean => Ok(Some(Document::Boolean(value))),
            _ => self.refuse(if value { "TRUE_VALUE" } else { "FALSE_VALUE" }),
        }
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        self.whole_number(number)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        match i64::try_from(number) {
            Ok(number) => self.whole_number(number),
            Err(_) => self.visit_f64(number as f64),
        }
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        match self.schema {
            Schema::Float | Schema::Double => Ok(Some(Document::Double(number))),
            Schema::Timestamp(_) => self.seconds(number),
            // Below 2^63 in size, cutting the fraction off gives a number of 64 bits.
            _ if number.abs() < 9_223_372_036_854_775_808.0 => self.whole_number(number.trunc() as i64),
            _ => self.refuse("NUMBER_VALUE"),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        self.text(text)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        match self.schema {
            Schema::List(list) => self.list(list, items).map(Some),
            _ => self.fail("Start of list found where not expected"),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        match self.schema {
            Schema::Structure(schema) => self.structure(schema, items).map(Some),
            Schema::Map(map) => self.map(map, items).map(Some),
            _ => self.fail("Start of structure or map found where not expected."),
        }
    }
}

/// Finds a member by its name without keeping the name; nothing when there is no such member.
struct MemberName(&'static StructureSchema);

impl<'de> DeserializeSeed<'de> for MemberName {
    type Value = Option<&'static MemberSchema>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for MemberName {
    type Value = Option<&'static MemberSchema>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.member(name))
    }
}
