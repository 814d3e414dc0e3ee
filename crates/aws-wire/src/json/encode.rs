//! A document to an answer's body.

use aws_model::{Document, ErrorCode, Schema, StructureSchema, TimestampFormat};
use clock::Timestamp;

use crate::buffer::Buffer;

/// Writes the document of a structure as a JSON object: members in the document's order, blobs in Base64, timestamps as
/// the schema says, seconds since 1970 where it says nothing.
///
/// The bytes hold the answer's secrets in the clear: wipe them after sending.
pub fn encode(document: &Document, schema: &StructureSchema) -> Vec<u8> {
    let mut out = Buffer::with_capacity(512);
    match document {
        Document::Structure(members) => structure(&mut out, members, Some(schema)),
        _ => out.text("{}"),
    }
    out.into_bytes()
}

/// `{"__type":"NotFoundException","message":"..."}`, without the message when it is empty, and with the further members of the
/// error's shape.
pub fn encode_error(code: &ErrorCode, message: &str, members: &[(&'static str, String)]) -> Vec<u8> {
    let mut out = Buffer::with_capacity(64 + message.len());
    out.text("{\"__type\":");
    string(&mut out, code.code);
    if !message.is_empty() {
        out.text(",\"message\":");
        string(&mut out, message);
    }
    for (name, text) in members {
        out.push(b',');
        string(&mut out, name);
        out.push(b':');
        string(&mut out, text);
    }
    out.push(b'}');
    out.into_bytes()
}

fn structure(out: &mut Buffer, members: &[(&'static str, Document)], schema: Option<&StructureSchema>) {
    out.push(b'{');
    for (at, (name, member)) in members.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        string(out, name);
        out.push(b':');
        value(out, member, schema.and_then(|schema| schema.member(name)).map(|member| member.schema));
    }
    out.push(b'}');
}

fn value(out: &mut Buffer, document: &Document, schema: Option<Schema>) {
    match document {
        Document::Boolean(value) => out.text(if *value { "true" } else { "false" }),
        Document::Integer(value) => number(out, value),
        Document::Double(value) if value.is_finite() => number(out, value),
        Document::Double(value) if value.is_nan() => out.text("\"NaN\""),
        Document::Double(value) => out.text(if *value > 0.0 { "\"Infinity\"" } else { "\"-Infinity\"" }),
        Document::String(text) => string(out, text),
        Document::Secret(text) => string(out, text.expose()),
        Document::Blob(bytes) => blob(out, bytes.expose()),
        Document::Bytes(bytes) => blob(out, bytes),
        Document::Timestamp(at) => match schema {
            Some(Schema::Timestamp(TimestampFormat::Iso8601)) => string(out, &at.to_iso8601_millis()),
            _ => out.text(&epoch_seconds(*at)),
        },
        Document::List(values) => {
            let member = match schema {
                Some(Schema::List(list)) => Some(list.member),
                _ => None,
            };
            out.push(b'[');
            for (at, item) in values.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                value(out, item, member);
            }
            out.push(b']');
        }
        Document::Map(entries) => {
            let member = match schema {
                Some(Schema::Map(map)) => Some(map.value),
                _ => None,
            };
            out.push(b'{');
            for (at, (key, item)) in entries.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                string(out, key);
                out.push(b':');
                value(out, item, member);
            }
            out.push(b'}');
        }
        Document::Structure(members) => {
            let schema = match schema {
                Some(Schema::Structure(schema)) => Some(schema),
                _ => None,
            };
            structure(out, members, schema);
        }
    }
}

fn string(out: &mut Buffer, text: &str) {
    // INVARIANT: writing to a buffer does not fail, and every text can be written.
    if serde_json::to_writer(&mut *out, text).is_err() {
        out.text("\"\"");
    }
}

fn number(out: &mut Buffer, number: &impl serde::Serialize) {
    // INVARIANT: writing to a buffer does not fail, and finite numbers can be written.
    if serde_json::to_writer(&mut *out, number).is_err() {
        out.push(b'0');
    }
}

fn blob(out: &mut Buffer, bytes: &[u8]) {
    out.push(b'"');
    out.base64(bytes);
    out.push(b'"');
}

/// `1769860800` or `1769860800.5`: exact to the millisecond, which a float would not promise to the reader of the text.
fn epoch_seconds(at: Timestamp) -> String {
    let millis = at.millis();
    let (sign, size) = (if millis < 0 { "-" } else { "" }, millis.unsigned_abs());
    match size % 1000 {
        0 => format!("{sign}{}", size / 1000),
        rest => format!("{sign}{}.{rest:03}", size / 1000).trim_end_matches('0').to_owned(),
    }
}
