//! awsJson, and the XKS proxy API, which has bodies of the same form. The first line names an operation (`kms:Encrypt`) or is a path of the XKS
//! proxy API, the rest is a body.
//!
//! What decodes is encoded to a body that decodes to the same; a valid document is a generated structure and comes out of it
//! unchanged; no secret is in a record or a message; what does not decode has AWS's code and a message of bounded length.

use aws_model::xks::{Decrypt, Encrypt, GetHealthStatus, GetKeyMetadata};
use aws_model::{Document, StructureSchema};
use aws_wire::{json, xks};

use crate::documents;

/// Runs the target.
pub fn run(input: &[u8]) {
    let mut parts = input.splitn(2, |byte| *byte == b'\n');
    let first = parts.next().unwrap_or_default();
    let operation = documents::operation(first, |_| true);
    let body = parts.next().unwrap_or_default();
    external_key_store(first, body);
    decoded(body, operation.input);
    decoded(body, operation.output);
}

/// A path names a key in one place only, and an answer to a client is checked, or refused, whatever it holds.
fn external_key_store(path: &[u8], body: &[u8]) {
    if let Some(route) = std::str::from_utf8(path).ok().and_then(xks::route)
        && let Ok(document) = route.decode(body)
    {
        let named = document.member("externalKeyId").and_then(Document::as_str);
        assert_eq!(named, route.external_key_id);
        documents::check(route.operation.input, &document);
    }
    for status in [200, 400] {
        let _ = xks::answer::<Encrypt>(status, body);
        let _ = xks::answer::<Decrypt>(status, body);
        let _ = xks::answer::<GetKeyMetadata>(status, body);
        let _ = xks::answer::<GetHealthStatus>(status, body);
    }
}

fn decoded(body: &[u8], schema: &'static StructureSchema) {
    match json::decode(body, schema) {
        Ok(document) => {
            documents::check(schema, &document);
            let again =
                json::decode(&json::encode(&document, schema), schema).expect("what was written reads");
            assert!(
                documents::comparable(&again) == documents::comparable(&document),
                "{} lost something",
                schema.name
            );
        }
        Err(error) => {
            let message = error.to_string();
            assert_eq!(error.code().code, "SerializationException");
            assert!(!message.is_empty() && message.len() < 512, "{message}");
            let answer: serde_json::Value =
                serde_json::from_slice(&json::encode_error(error.code(), &message, &[]))
                    .expect("an answer is JSON");
            assert_eq!(answer["message"], message);
        }
    }
}
