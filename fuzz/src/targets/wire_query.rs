//! awsQuery. The bytes are a form; its `Action` names the operation.
//!
//! What decodes is written as a form that decodes to the same; as an answer, it is well-formed XML that holds every value; what
//! does not decode has AWS's code.

use aws_model::{Document, OperationSchema, Protocol, Schema, StructureSchema};
use aws_wire::{WireError, query, xml};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::{documents, xml as oracle};

/// Runs the target.
pub fn run(input: &[u8]) {
    // Any text can end in an error's message.
    error_answer(&String::from_utf8_lossy(input));
    let form = match query::parse(input) {
        Ok(form) => form,
        Err(error) => return refused(&error),
    };
    let is_query = |protocol| matches!(protocol, Protocol::Query { .. });
    let operation = documents::operation(form.action().unwrap_or_default().as_bytes(), is_query);
    match form.decode(operation.input) {
        Ok(document) => {
            documents::check(operation.input, &document);
            round_trip(operation.input, &document);
        }
        Err(error) => refused(&error),
    }
    match form.decode(operation.output) {
        Ok(document) => {
            documents::check(operation.output, &document);
            round_trip(operation.output, &document);
            answer(operation, &document);
        }
        Err(error) => refused(&error),
    }
}

fn refused(error: &WireError) {
    assert!(["MalformedQueryString", "MalformedInput"].contains(&error.code().code));
    assert!((400..500).contains(&error.code().status));
    assert!(!error.to_string().is_empty());
}

fn answer(operation: &'static OperationSchema, document: &Document) {
    let Protocol::Query { xml_namespace } = operation.service.protocol else { return };
    let bytes = xml::encode(operation, document, "request-id", xml_namespace);
    let text = String::from_utf8(bytes).expect("an answer is UTF-8");
    oracle::check_answer(&text, operation, document);
}

fn error_answer(message: &str) {
    let bytes = xml::encode_error(&aws_wire::MALFORMED_INPUT, message, &[], "request-id", "urn:namespace");
    let text = String::from_utf8(bytes).expect("an answer is UTF-8");
    oracle::check_error(&text, "MalformedInput", message);
}

fn round_trip(schema: &'static StructureSchema, document: &Document) {
    let mut form = String::new();
    write_structure(&mut form, "", schema, document);
    let again = query::parse(form.as_bytes()).and_then(|form| form.decode(schema));
    let same = again.is_ok_and(|again| documents::comparable(&again) == documents::comparable(document));
    assert!(same, "{} lost something", schema.name);
}

fn write_structure(form: &mut String, path: &str, schema: &StructureSchema, document: &Document) {
    let Document::Structure(members) = document else { panic!("not a structure at {path}") };
    if members.is_empty() && !path.is_empty() {
        write_text(form, path, "");
    }
    for (name, value) in members {
        let member = schema.member(name).expect("a member of the schema");
        write_value(form, &joined(path, name), member.schema, value);
    }
}

fn write_value(form: &mut String, path: &str, schema: Schema, document: &Document) {
    match (schema, document) {
        (Schema::Structure(schema), _) => write_structure(form, path, schema, document),
        (Schema::List(_), Document::List(values)) if values.is_empty() => write_text(form, path, ""),
        (Schema::List(list), Document::List(values)) => {
            let path = if list.flattened { path.to_owned() } else { joined(path, list.member_name) };
            for (at, value) in values.iter().enumerate() {
                write_value(form, &joined(&path, &(at + 1).to_string()), list.member, value);
            }
        }
        (Schema::Map(_), Document::Map(entries)) if entries.is_empty() => write_text(form, path, ""),
        (Schema::Map(map), Document::Map(entries)) => {
            let path = if map.flattened { path.to_owned() } else { joined(path, "entry") };
            for (at, (key, value)) in entries.iter().enumerate() {
                let path = joined(&path, &(at + 1).to_string());
                write_text(form, &joined(&path, map.key_name), key);
                write_value(form, &joined(&path, map.value_name), map.value, value);
            }
        }
        (_, Document::Boolean(value)) => write_text(form, path, &value.to_string()),
        (_, Document::Integer(value)) => write_text(form, path, &value.to_string()),
        (_, Document::Double(value)) => write_text(form, path, &value.to_string()),
        (_, Document::String(text)) => write_text(form, path, text),
        (_, Document::Secret(text)) => write_text(form, path, text.expose()),
        (_, Document::Blob(bytes)) => write_text(form, path, &STANDARD.encode(bytes.expose())),
        (_, Document::Bytes(bytes)) => write_text(form, path, &STANDARD.encode(bytes)),
        (_, Document::Timestamp(at)) => write_text(form, path, &at.to_iso8601_millis()),
        _ => panic!("a value of another kind than described at {path}"),
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn write_text(form: &mut String, path: &str, text: &str) {
    if !form.is_empty() {
        form.push('&');
    }
    form.push_str(path);
    form.push('=');
    for byte in text.bytes() {
        form.push_str(&format!("%{byte:02X}"));
    }
}
