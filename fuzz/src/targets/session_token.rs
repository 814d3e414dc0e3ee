//! Session tokens: the bytes as a token, as what is sealed in one, and as edits of a token.
//!
//! A token opens as it was made, and for its access key only.

use std::sync::LazyLock;

use envelope::{Error, Random, WrappingKey};
use iam::from_outside::secret_of_session;
use secret::{SecretArray, SecretBytes};

use crate::edits::edited;

/// Runs the target.
pub fn run(input: &[u8]) {
    let open = |id: &str, token: &str| secret_of_session(key(), id, token);
    let sealed_input = sealed(input);
    open(ID, &sealed_input);
    assert_eq!(open(OTHER_ID, &sealed_input), None, "a token of another access key");
    for token in [input.to_vec(), edited(TOKEN.as_bytes(), input)] {
        let Ok(token) = String::from_utf8(token) else { continue };
        assert!(open(ID, &token).is_none() || token == *TOKEN, "nobody made this token");
    }
    assert_eq!(open(ID, &TOKEN).as_deref(), Some(SECRET));
}

const ID: &str = "ASIAABCDEFGHIJKLMNOP";
const OTHER_ID: &str = "ASIAABCDEFGHIJKLMNOQ";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const SESSION: &[u8] = include_bytes!("../../corpus/session_token/role");

static TOKEN: LazyLock<String> = LazyLock::new(|| sealed(SESSION));

fn key() -> WrappingKey {
    WrappingKey::new(SecretArray::new([3; 32]))
}

fn sealed(session: &[u8]) -> String {
    key().wrap(&SecretBytes::copy_of(session), ID.as_bytes(), &Fixed).expect("wraps").to_string()
}

/// The same bytes always, so that a finding can be repeated.
struct Fixed;

impl Random for Fixed {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        bytes.fill(7);
        Ok(())
    }
}
