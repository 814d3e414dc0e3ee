use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{KeyBytes, Record};

/// The last use of an access key or a role that is known, kept apart from its record so that noting it leaves the caches alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastUse {
    /// Of the access key, or the unique id of the role.
    #[serde(rename = "access_key_id")]
    pub id: String,
    pub at: Timestamp,
    /// Of the signature's scope.
    pub region: String,
    pub service: String,
}

impl Record for LastUse {
    const KIND: &'static str = "iam-access-key-use";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }
}
