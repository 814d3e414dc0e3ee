use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A text of at most `MAX` bytes. A longer one is cut at the last whole character that fits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text<const MAX: usize>(Box<str>);

impl<const MAX: usize> Text<MAX> {
    /// The text, cut if it is too long.
    pub fn new(text: &str) -> Self {
        Self(cut(text, MAX).into())
    }

    /// What `value` displays as, cut if it is too long.
    pub fn of(value: impl fmt::Display) -> Self {
        value.to_string().into()
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn cut(text: &str, max: usize) -> &str {
    let mut end = max.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

impl<const MAX: usize> From<&str> for Text<MAX> {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl<const MAX: usize> From<String> for Text<MAX> {
    fn from(mut text: String) -> Self {
        text.truncate(cut(&text, MAX).len());
        Self(text.into())
    }
}

impl<const MAX: usize> Deref for Text<MAX> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> PartialEq<str> for Text<MAX> {
    fn eq(&self, other: &str) -> bool {
        &*self.0 == other
    }
}

impl<const MAX: usize> PartialEq<&str> for Text<MAX> {
    fn eq(&self, other: &&str) -> bool {
        &*self.0 == *other
    }
}

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl<const MAX: usize> fmt::Debug for Text<MAX> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, out)
    }
}

impl<const MAX: usize> Serialize for Text<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Text<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// A JSON value whose text has at most `MAX` bytes and stands on one line.
///
/// A larger one becomes `{"omitted":true,"originalSize":N}`, as CloudTrail omits a field's content when it is too large.
#[derive(Clone)]
pub struct Document<const MAX: usize>(Box<RawValue>);

impl<const MAX: usize> Document<MAX> {
    /// The value as JSON. A value that has no JSON form (a map with keys that are not texts) is recorded as omitted.
    pub fn new<T: Serialize + ?Sized>(value: &T) -> Self {
        match serde_json::value::to_raw_value(value) {
            Ok(raw) => Self::bounded(raw),
            Err(_) => Self::omitted(0),
        }
    }

    /// What stands in the place of a value of `size` bytes that was too large.
    pub fn omitted(size: usize) -> Self {
        let text = format!(r#"{{"omitted":true,"originalSize":{size}}}"#);
        Self(RawValue::from_string(text).unwrap_or_else(|_| RawValue::NULL.to_owned()))
    }

    /// Whether it stands in the place of a value that was too large.
    pub fn is_omitted(&self) -> bool {
        self.as_str().starts_with(r#"{"omitted":true,"originalSize":"#)
    }

    /// The JSON text.
    pub fn as_str(&self) -> &str {
        self.0.get()
    }

    /// The value, parsed.
    pub fn to_value(&self) -> serde_json::Value {
        serde_json::from_str(self.as_str()).unwrap_or_default()
    }

    fn bounded(raw: Box<RawValue>) -> Self {
        if raw.get().len() > MAX { Self::omitted(raw.get().len()) } else { Self(raw) }
    }
}

impl<const MAX: usize> PartialEq for Document<MAX> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl<const MAX: usize> fmt::Debug for Document<MAX> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl<const MAX: usize> Serialize for Document<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Document<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut raw = Box::<RawValue>::deserialize(deserializer)?;
        if raw.get().contains(['\n', '\r']) {
            // A JSON string holds no bare line break, so those found are only layout.
            let one_line = raw.get().replace(['\n', '\r'], "");
            raw = RawValue::from_string(one_line).map_err(serde::de::Error::custom)?;
        }
        Ok(Self::bounded(raw))
    }
}
