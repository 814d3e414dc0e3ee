use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{KeyBytes, Record};

/// The last use of an access key that is known, kept apart from the access key so that noting it leaves the caches alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessKeyUse {
    pub access_key_id: String,
    pub at: Timestamp,
    /// Of the signature's scope.
    pub region: String,
    pub service: String,
}

impl Record for AccessKeyUse {
    const KIND: &'static str = "iam-access-key-use";
    type Key = String;

    fn key(&self) -> String {
        self.access_key_id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }
}
