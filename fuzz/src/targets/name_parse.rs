//! Names and times. The bytes are one text.
//!
//! A name that parses is written as the same text, in JSON too; a time that parses is written as a text of the same time.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use arn::{AccountId, Arn, Region};
use audit_event::EventId;
use clock::Timestamp;
use envelope::{BackingKeyId, Fingerprint, KeyId, KeyLocator};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Runs the target.
pub fn run(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    name::<AccountId>(text);
    name::<BackingKeyId>(text);
    name::<Fingerprint>(text);
    name::<KeyId>(text);
    name::<KeyLocator>(text);
    name::<Region>(text);
    if let Some(arn) = name::<Arn>(text) {
        let parts = [arn.partition(), arn.service(), arn.region(), arn.account(), arn.resource()].join(":");
        assert_eq!(format!("arn:{parts}"), text);
        if let Ok(key) = KeyLocator::from_arn(&arn) {
            assert_eq!(key.to_string(), text);
        }
    }
    // A UUID is read in either case and written in lower case.
    if let Ok(id) = text.parse::<EventId>() {
        assert_eq!(id.to_string(), text.to_ascii_lowercase());
    }
    time(text);
}

fn name<T>(text: &str) -> Option<T>
where
    T: FromStr + Display + Debug + PartialEq + Serialize + DeserializeOwned,
    T::Err: Display,
{
    let quoted = serde_json::to_string(text).expect("text is JSON");
    match text.parse::<T>() {
        Ok(name) => {
            assert_eq!(name.to_string(), text);
            assert_eq!(serde_json::to_string(&name).expect("a name is JSON"), quoted);
            assert_eq!(serde_json::from_str::<T>(&quoted).ok().as_ref(), Some(&name));
            Some(name)
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            assert!(serde_json::from_str::<T>(&quoted).is_err());
            None
        }
    }
}

fn time(text: &str) {
    if let Ok(at) = Timestamp::parse_iso8601(text) {
        assert_eq!(Timestamp::parse_iso8601(&at.to_iso8601_millis()), Ok(at));
        assert_eq!(Timestamp::parse_iso8601(&at.to_iso8601()), Ok(at.truncated_to_secs()));
        assert_eq!(Timestamp::parse_basic_iso8601(&at.to_basic_iso8601()), Ok(at.truncated_to_secs()));
    }
    if let Ok(at) = Timestamp::parse_basic_iso8601(text) {
        assert_eq!(at.to_basic_iso8601(), text);
        assert!(text.starts_with(&at.to_basic_date()));
    }
    if let Ok(at) = serde_json::from_str::<Timestamp>(text) {
        assert_eq!(Timestamp::parse_iso8601(&at.to_iso8601_millis()), Ok(at));
    }
}
