//! awsQuery answers (Smithy specification, "AWS query protocol").

use aws_model::{
    Document, ErrorCode, ListSchema, MapSchema, OperationSchema, Schema, StructureSchema, TimestampFormat,
};

use crate::buffer::Buffer;

/// Writes an answer: `<Operation>Response`, in it the result when the operation has one, then the request's id.
///
/// Characters that XML 1.0 cannot carry, such as U+0000, become U+FFFD. Timestamps are ISO 8601 in UTC. The bytes hold the
/// answer's secrets in the clear: wipe them after sending.
pub fn encode(
    operation: &OperationSchema,
    document: &Document,
    request_id: &str,
    namespace: &str,
) -> Vec<u8> {
    let mut out = Buffer::with_capacity(1024);
    let root = format!("{}Response", operation.name);
    open_root(&mut out, &root, namespace);
    if let Some(wrapper) = operation.result_wrapper {
        element(&mut out, wrapper, |out| structure(out, operation.output, document));
    }
    element(&mut out, "ResponseMetadata", |out| element(out, "RequestId", |out| text(out, request_id)));
    close(&mut out, &root);
    out.into_bytes()
}

/// Writes an error: whether the caller is at fault, code, message, the further members of the error's shape, and the request's
/// id.
pub fn encode_error(
    code: &ErrorCode,
    message: &str,
    members: &[(&'static str, String)],
    request_id: &str,
    namespace: &str,
) -> Vec<u8> {
    let mut out = Buffer::with_capacity(256 + message.len());
    open_root(&mut out, "ErrorResponse", namespace);
    element(&mut out, "Error", |out| {
        let fault = if code.sender_fault { "Sender" } else { "Receiver" };
        element(out, "Type", |out| out.text(fault));
        element(out, "Code", |out| text(out, code.code));
        element(out, "Message", |out| text(out, message));
        members.iter().for_each(|(name, member)| element(out, name, |out| text(out, member)));
    });
    element(&mut out, "RequestId", |out| text(out, request_id));
    close(&mut out, "ErrorResponse");
    out.into_bytes()
}

fn structure(out: &mut Buffer, schema: &StructureSchema, document: &Document) {
    for member in schema.members {
        if let Some(value) = document.member(member.name) {
            named(out, member.name, member.schema, value);
        }
    }
}

/// A value in an element of its own; a flattened list or map in as many as it has values.
fn named(out: &mut Buffer, name: &str, schema: Schema, document: &Document) {
    match (schema, document) {
        (Schema::List(list), Document::List(values)) if list.flattened => {
            values.iter().for_each(|value| named(out, name, list.member, value));
        }
        (Schema::Map(map), Document::Map(entries)) if map.flattened => {
            entries.iter().for_each(|(key, value)| element(out, name, |out| entry(out, map, key, value)));
        }
        _ => element(out, name, |out| content(out, schema, document)),
    }
}

fn content(out: &mut Buffer, schema: Schema, document: &Document) {
    match (schema, document) {
        (Schema::Structure(schema), _) => structure(out, schema, document),
        (Schema::List(list), Document::List(values)) => items(out, list, values),
        (Schema::Map(map), Document::Map(entries)) => {
            entries.iter().for_each(|(key, value)| element(out, "entry", |out| entry(out, map, key, value)));
        }
        (Schema::Timestamp(TimestampFormat::EpochSeconds), Document::Timestamp(at)) => {
            out.text(&at.secs().to_string());
        }
        (_, Document::Timestamp(at)) => out.text(&at.to_iso8601_millis()),
        (_, Document::String(value)) => text(out, value),
        (_, Document::Secret(value)) => text(out, value.expose()),
        (_, Document::Blob(bytes)) => out.base64(bytes.expose()),
        (_, Document::Bytes(bytes)) => out.base64(bytes),
        (_, Document::Boolean(value)) => out.text(if *value { "true" } else { "false" }),
        (_, Document::Integer(value)) => out.text(&value.to_string()),
        (_, Document::Double(value)) => out.text(&double(*value)),
        // A document that was not made for this schema.
        _ => {}
    }
}

fn items(out: &mut Buffer, list: &ListSchema, values: &[Document]) {
    values.iter().for_each(|value| named(out, list.member_name, list.member, value));
}

fn entry(out: &mut Buffer, map: &MapSchema, key: &str, value: &Document) {
    element(out, map.key_name, |out| text(out, key));
    named(out, map.value_name, map.value, value);
}

fn double(value: f64) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
    } else {
        value.to_string()
    }
}

fn open_root(out: &mut Buffer, name: &str, namespace: &str) {
    out.push(b'<');
    out.text(name);
    out.text(" xmlns=\"");
    text(out, namespace);
    out.text("\">");
}

fn element(out: &mut Buffer, name: &str, inside: impl FnOnce(&mut Buffer)) {
    out.push(b'<');
    out.text(name);
    out.push(b'>');
    inside(out);
    close(out, name);
}

fn close(out: &mut Buffer, name: &str) {
    out.text("</");
    out.text(name);
    out.push(b'>');
}

/// Text that may stand in an element or a quoted attribute. A carriage return is written as a reference, since a reader would
/// turn it into a line feed.
fn text(out: &mut Buffer, text: &str) {
    let mut bytes = [0; 4];
    for letter in text.chars() {
        match letter {
            '<' => out.text("&lt;"),
            '>' => out.text("&gt;"),
            '&' => out.text("&amp;"),
            '"' => out.text("&quot;"),
            '\r' => out.text("&#xD;"),
            '\t' | '\n' => out.text(letter.encode_utf8(&mut bytes)),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.text("\u{fffd}"),
            _ => out.text(letter.encode_utf8(&mut bytes)),
        }
    }
}
