//! Tokens and key sets of OpenID Connect providers. The bytes are read as either, and as changes of a signed token.
//!
//! Nothing verifies that the key did not sign, and a change of the token that verifies says the same.

use std::sync::LazyLock;

use web_identity::{Discovery, KeySet, Token};

use crate::edits::edited;

/// Made by PyJWT: a key, and a token that it signed.
const KEYS: &str = include_str!("../../corpus/web_identity/keys");
const TOKEN: &str = include_str!("../../corpus/web_identity/token");

/// Runs the target.
pub fn run(input: &[u8]) {
    let keys = LazyLock::force(&PUBLISHED);
    let _ = (KeySet::parse(input), Discovery::parse(input, "login.test"));
    let expected = Token::parse(TOKEN).expect("a token");
    for text in [input.to_vec(), edited(TOKEN.as_bytes(), input)] {
        let Ok(text) = str::from_utf8(&text) else { continue };
        let Ok(token) = Token::parse(text) else { continue };
        if let Ok(said) = token.verify(keys) {
            assert_eq!(said, expected.unverified(), "the key did not sign this");
        }
    }
}

static PUBLISHED: LazyLock<KeySet> = LazyLock::new(|| KeySet::parse(KEYS.as_bytes()).expect("a key set"));
