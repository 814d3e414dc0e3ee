//! What of a request or an answer goes into its CloudTrail record.

use clock::Timestamp;
use serde_json::{Map, Value};

use crate::{Document, Schema, StructureSchema};

/// The `requestParameters` or `responseElements` of a record: members by name, beginning in lower case (`KeyId` ->
/// `keyId`, `AWSAccountId` -> `aWSAccountId`). `null` when nothing is left to show, as in CloudTrail.
///
/// Secret members and all blobs are left out at any depth, and so is a list or a map of them. Timestamps are written
/// as CloudTrail writes those of KMS, STS and IAM: `Jan 31, 2026 12:00:00 PM`, in UTC.
pub fn audit_parameters(schema: &StructureSchema, document: &Document) -> Value {
    match structure(schema, document) {
        Some(Value::Object(members)) if !members.is_empty() => Value::Object(members),
        _ => Value::Null,
    }
}

fn structure(schema: &StructureSchema, document: &Document) -> Option<Value> {
    let Document::Structure(members) = document else { return None };
    let mut shown = Map::new();
    for (name, value) in members {
        let Some(member) = schema.member(name) else { continue };
        if let Some(value) = shown_value(member.schema, value) {
            shown.insert(uncapitalized(name), value);
        }
    }
    Some(Value::Object(shown))
}

fn shown_value(schema: Schema, document: &Document) -> Option<Value> {
    if !may_be_shown(schema) {
        return None;
    }
    match (schema, document) {
        (Schema::Structure(schema), _) => structure(schema, document),
        (Schema::List(list), Document::List(values)) => values
            .iter()
            .map(|value| shown_value(list.member, value))
            .collect::<Option<_>>()
            .map(Value::Array),
        (Schema::Map(map), Document::Map(entries)) => entries
            .iter()
            .map(|(key, value)| Some((key.clone(), shown_value(map.value, value)?)))
            .collect::<Option<_>>()
            .map(Value::Object),
        (_, Document::String(text)) => Some(Value::String(text.clone())),
        (_, Document::Boolean(value)) => Some(Value::Bool(*value)),
        (_, Document::Integer(value)) => Some(Value::from(*value)),
        (_, Document::Double(value)) => Some(Value::from(*value)),
        (_, Document::Timestamp(at)) => Some(Value::String(date_text(*at))),
        _ => None,
    }
}

fn may_be_shown(schema: Schema) -> bool {
    match schema {
        Schema::String(schema) => !schema.sensitive,
        Schema::Blob(_) => false,
        Schema::List(list) => may_be_shown(list.member),
        Schema::Map(map) => may_be_shown(map.value),
        _ => true,
    }
}

fn uncapitalized(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

/// `Jan 31, 2026 12:00:00 PM`.
fn date_text(at: Timestamp) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let iso = at.to_iso8601();
    // `2026-01-31T12:00:00Z`: six numbers at fixed places.
    let number = |from: usize, to: usize| iso.get(from..to).and_then(|digits| digits.parse::<usize>().ok());
    let parts = (number(0, 4), number(5, 7), number(8, 10), number(11, 13), number(14, 16), number(17, 19));
    let (Some(year), Some(month), Some(day), Some(hour), Some(minute), Some(second)) = parts else {
        return iso;
    };
    let month = month.checked_sub(1).and_then(|month| MONTHS.get(month)).unwrap_or(&"");
    let (half, twelve) = (if hour < 12 { "AM" } else { "PM" }, (hour + 11) % 12 + 1);
    format!("{month} {day}, {year} {twelve}:{minute:02}:{second:02} {half}")
}
