//! SAML responses and metadata documents. The bytes are read as either, and as changes of a signed response.
//!
//! What verifies says what was signed, and no change of it says anything else. Nothing verifies that the key did not sign.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clock::Timestamp;
use saml::{Assertion, Error, Metadata, ServiceProvider, verify};

use crate::edits::edited;

/// Made by signxml: the vectors of crate `saml`.
const VECTORS: &str = include_str!("../../../crates/saml/tests/golden/v1.json");
const NAMES: &[&str] = &["assertion signed", "response signed", "both signed", "prefix list"];

/// Runs the target.
pub fn run(input: &[u8]) {
    if let Ok(text) = str::from_utf8(input) {
        let _ = Metadata::parse(text);
    }
    assert!(SIGNED.verify(input).is_err(), "the key did not sign this");
    for (right, expected) in &SIGNED.responses {
        if let Ok(said) = SIGNED.verify(&edited(right, input)) {
            assert_eq!(said, *expected, "a change says something else");
        }
    }
}

static SIGNED: LazyLock<Signed> = LazyLock::new(Signed::read);

struct Signed {
    metadata: Metadata,
    now: Timestamp,
    /// With what they say.
    responses: Vec<(Vec<u8>, Assertion)>,
}

impl Signed {
    fn read() -> Self {
        let vectors: serde_json::Value = serde_json::from_str(VECTORS).expect("JSON");
        let responses = vectors["responses"].as_array().expect("a list").iter();
        let responses = responses.filter(|vector| NAMES.iter().any(|name| vector["name"] == *name));
        let mut signed = Self {
            metadata: Metadata::parse(vectors["metadata"].as_str().expect("text")).expect("metadata"),
            now: Timestamp::from_millis(vectors["now"].as_i64().expect("a number")),
            responses: Vec::new(),
        };
        for response in responses {
            let response = STANDARD.decode(response["response"].as_str().expect("text")).expect("base64");
            let says = signed.verify(&response).expect("verifies");
            signed.responses.push((response, says));
        }
        signed
    }

    fn verify(&self, response: &[u8]) -> Result<Assertion, Error> {
        let audiences = ["urn:amazon:webservices".to_owned()];
        let recipients = ["https://signin.aws.amazon.com/saml".to_owned()];
        let service_provider = ServiceProvider { audiences: &audiences, recipients: &recipients };
        verify(&STANDARD.encode(response), &self.metadata, &service_provider, self.now)
    }
}
