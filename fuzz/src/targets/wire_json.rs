//! awsJson. The first line names an operation (`kms:Encrypt`), the rest is a body.
//!
//! What decodes is encoded to a body that decodes to the same; a valid document is a generated structure and comes out of it
//! unchanged; no secret is in a record or a message; what does not decode has AWS's code and a message of bounded length.

use aws_model::StructureSchema;
use aws_wire::json;

use crate::documents;

/// Runs the target.
pub fn run(input: &[u8]) {
    let mut parts = input.splitn(2, |byte| *byte == b'\n');
    let operation = documents::operation(parts.next().unwrap_or_default(), |_| true);
    let body = parts.next().unwrap_or_default();
    decoded(body, operation.input);
    decoded(body, operation.output);
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
