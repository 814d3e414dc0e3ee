//! Encoded authorization messages: why a call was denied, sealed, in the hands of who called.

use envelope::{Random, Wrapped, WrappingKey};
use gate::Denial;
use secret::SecretBytes;

/// Seals and opens encoded authorization messages.
pub(crate) struct AuthorizationMessages {
    key: WrappingKey,
}

/// The longest content, in bytes: sealed it goes in a header of the answer, and some clients take 16 KiB of headers at most.
const MAX: usize = 6 * 1024;

/// What is sealed is a message and nothing else.
const PLACE: &[u8] = b"authorization message";

impl AuthorizationMessages {
    pub fn new(key: WrappingKey) -> Self {
        Self { key }
    }

    /// The message, without the condition keys when they make it too long; `None` when it still is. Across accounts all messages are of one
    /// length.
    pub fn seal(&self, denial: Denial, random: &dyn Random) -> Option<String> {
        let crosses_accounts = denial.crosses_accounts();
        let mut content = serde_json::to_vec(&denial).ok()?;
        if content.len() > MAX {
            content = serde_json::to_vec(&denial.without_conditions()).ok()?;
        }
        if content.len() > MAX {
            return None;
        }
        if crosses_accounts {
            content.resize(MAX, b' ');
        }
        let sealed = self.key.wrap(&SecretBytes::new(content), PLACE, random).ok()?;
        Some(sealed.to_string())
    }

    /// `None` for what is no message of this Lodge.
    pub fn open(&self, message: &str) -> Option<Denial> {
        let sealed: Wrapped = message.parse().ok()?;
        let content = self.key.unwrap(&sealed, PLACE).ok()?;
        serde_json::from_slice(content.expose()).ok()
    }
}
