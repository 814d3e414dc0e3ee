//! Field forms in which CloudTrail differs from serde's.

/// `2026-01-31T12:00:00Z`: whole seconds, UTC.
pub mod seconds {
    use clock::Timestamp;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&at.to_iso8601())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
        let text = String::deserialize(deserializer)?;
        Timestamp::parse_iso8601(&text)
            .or_else(|_| Timestamp::parse_basic_iso8601(&text))
            .map(Timestamp::truncated_to_secs)
            .map_err(serde::de::Error::custom)
    }
}

/// [`truth`] of a field that may be missing.
pub mod truth_if_any {
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(value: &Option<bool>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => super::truth::serialize(value, serializer),
            None => serializer.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<bool>, D::Error> {
        super::truth::deserialize(deserializer).map(Some)
    }
}

/// `"true"` and `"false"`: a truth value as a text.
pub mod truth {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if *value { "true" } else { "false" })
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(serde::de::Error::custom("expected \"true\" or \"false\"")),
        }
    }
}
