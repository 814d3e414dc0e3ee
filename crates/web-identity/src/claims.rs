use std::collections::BTreeMap;

use clock::Timestamp;
use serde_json::{Map, Value};

use crate::Error;

/// How far the clocks of the provider and of Lodge may be apart, in seconds.
const LEEWAY: i64 = 60;

/// What a token says. Source: OpenID Connect Core 1.0, section 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// `iss`, as it is there.
    pub issuer: String,
    /// `sub`
    pub subject: String,
    /// `aud`: at least one.
    pub audiences: Vec<String>,
    /// `azp`
    pub authorized_party: Option<String>,
    /// `exp`, in seconds since 1970.
    pub expires: i64,
    /// `iat`, in seconds since 1970.
    pub issued: i64,
    /// `nbf`, in seconds since 1970.
    pub not_before: Option<i64>,
    /// `amr`
    pub methods: Vec<String>,
    /// `principal_tags` of `https://aws.amazon.com/tags`: each key with its one value.
    pub tags: BTreeMap<String, String>,
    /// `transitive_tag_keys` of `https://aws.amazon.com/tags`.
    pub transitive_tag_keys: Vec<String>,
    /// `https://aws.amazon.com/source_identity`
    pub source_identity: Option<String>,
    /// `email`, `oaud` and other claims that are texts, by name: providers put their own here.
    pub texts: BTreeMap<String, String>,
}

/// Source: IAM User Guide, "Pass session tags in AWS STS", section "Passing session tags using AssumeRoleWithWebIdentity".
const TAGS: &str = "https://aws.amazon.com/tags";
/// The same with one claim for each, for providers that cannot nest.
const FLAT_TAGS: &str = "https://aws.amazon.com/tags/principal_tags/";
const FLAT_TRANSITIVE: &str = "https://aws.amazon.com/tags/transitive_tag_keys";
const SOURCE_IDENTITY: &str = "https://aws.amazon.com/source_identity";

impl Claims {
    pub(crate) fn read(claims: &Map<String, Value>) -> Result<Self, Error> {
        let required = |name| text(claims, name)?.ok_or(Error::MissingClaim(name));
        let required_time = |name| time(claims, name)?.ok_or(Error::MissingClaim(name));
        let audiences = match claims.get("aud") {
            None => return Err(Error::MissingClaim("aud")),
            Some(value) => texts(value).filter(|all| !all.is_empty()).ok_or(Error::InvalidClaim("aud"))?,
        };
        let mut read = Self {
            issuer: required("iss")?,
            subject: required("sub")?,
            audiences,
            authorized_party: text(claims, "azp")?,
            expires: required_time("exp")?,
            issued: required_time("iat")?,
            not_before: time(claims, "nbf")?,
            methods: match claims.get("amr") {
                None | Some(Value::Null) => Vec::new(),
                Some(value) => texts(value).ok_or(Error::InvalidClaim("amr"))?,
            },
            tags: BTreeMap::new(),
            transitive_tag_keys: Vec::new(),
            source_identity: text(claims, SOURCE_IDENTITY)?,
            texts: BTreeMap::new(),
        };
        read.read_tags(claims)?;
        let others =
            claims.iter().filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
        read.texts = others.filter(|(name, _)| !name.contains(':')).collect();
        Ok(read)
    }

    fn read_tags(&mut self, claims: &Map<String, Value>) -> Result<(), Error> {
        let invalid = || Error::InvalidClaim(TAGS);
        if let Some(nested) = claims.get(TAGS) {
            let nested = nested.as_object().ok_or_else(invalid)?;
            if let Some(tags) = nested.get("principal_tags") {
                for (key, value) in tags.as_object().ok_or_else(invalid)? {
                    self.tags.insert(key.clone(), one(value).ok_or_else(invalid)?);
                }
            }
            if let Some(keys) = nested.get("transitive_tag_keys") {
                self.transitive_tag_keys = texts(keys).ok_or_else(invalid)?;
            }
        }
        for (name, value) in claims {
            if let Some(key) = name.strip_prefix(FLAT_TAGS) {
                self.tags.insert(key.to_owned(), one(value).ok_or_else(invalid)?);
            }
        }
        if let Some(keys) = claims.get(FLAT_TRANSITIVE) {
            self.transitive_tag_keys.extend(texts(keys).ok_or_else(invalid)?);
        }
        Ok(())
    }

    /// Whether the token is good now.
    pub fn check_time(&self, now: Timestamp) -> Result<(), Error> {
        let now = now.secs();
        if now >= self.expires.saturating_add(LEEWAY) {
            return Err(Error::Expired { now, expired: self.expires });
        }
        let begins = self.not_before.unwrap_or(self.issued).max(self.issued);
        if now.saturating_add(LEEWAY) < begins {
            return Err(Error::NotYet);
        }
        Ok(())
    }
}

fn text(claims: &Map<String, Value>, name: &'static str) -> Result<Option<String>, Error> {
    match claims.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if !text.is_empty() => Ok(Some(text.clone())),
        Some(_) => Err(Error::InvalidClaim(name)),
    }
}

/// A `NumericDate`, which may have a fraction.
fn time(claims: &Map<String, Value>, name: &'static str) -> Result<Option<i64>, Error> {
    let Some(value) = claims.get(name).filter(|value| !value.is_null()) else { return Ok(None) };
    let whole = value.as_i64().or_else(|| {
        let seconds = value.as_f64().filter(|seconds| seconds.abs() < 1e15)?;
        // In range, as just seen.
        #[expect(clippy::cast_possible_truncation, reason = "below 10^15")]
        let whole = seconds.floor() as i64;
        Some(whole)
    });
    whole.map(Some).ok_or(Error::InvalidClaim(name))
}

/// A text, or a list of texts.
fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Array(items) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

/// A text, or a list of exactly one.
fn one(value: &Value) -> Option<String> {
    let mut texts = texts(value)?;
    if texts.len() == 1 { texts.pop() } else { None }
}
