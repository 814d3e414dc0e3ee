//! Session tokens: what a session is, sealed, in the hands of its holder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use arn::AccountId;
use clock::Timestamp;
use envelope::{Random, Wrapped, WrappingKey};
use iam_policy::{Policy, PolicyKind};
use secret::{SecretBytes, SecretString};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::tags::Tags;

/// Seals and opens session tokens.
pub(crate) struct SessionTokens {
    key: WrappingKey,
}

/// A session of a role, as its token holds it.
pub(crate) struct RoleSession {
    pub secret_access_key: SecretString,
    pub account: AccountId,
    pub role_name: String,
    /// The session is of this role and not of a later one with the same name.
    pub role_id: String,
    pub name: String,
    pub issued: Timestamp,
    pub expires: Timestamp,
    /// The session policy: its text and what it says.
    pub policy: Option<(String, Arc<Policy>)>,
    /// Passed or inherited.
    pub tags: Tags,
    /// Keys of `tags` that the next session in the chain inherits.
    pub transitive_tag_keys: Vec<String>,
    pub source_identity: Option<String>,
    /// Set when a token of an identity provider made the session.
    pub federation: Option<Federation>,
}

/// The identity provider behind a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Federation {
    /// Its ARN.
    #[serde(rename = "p")]
    pub provider: String,
    /// The condition keys that it vouches for in every call of the session.
    #[serde(rename = "k")]
    pub keys: BTreeMap<String, String>,
}

/// The JSON form inside a token. Tokens live for hours, so a field may be added if older tokens still open; short names keep the
/// token small, since it goes with every request.
#[derive(Serialize, Deserialize)]
struct Claims<'a> {
    #[serde(rename = "s", borrow)]
    secret: &'a str,
    #[serde(rename = "a")]
    account: AccountId,
    #[serde(rename = "r", borrow)]
    role_name: Cow<'a, str>,
    #[serde(rename = "u", borrow)]
    role_id: Cow<'a, str>,
    #[serde(rename = "n", borrow)]
    name: Cow<'a, str>,
    #[serde(rename = "i")]
    issued: Timestamp,
    #[serde(rename = "e")]
    expires: Timestamp,
    #[serde(rename = "p", borrow, default, skip_serializing_if = "Option::is_none")]
    policy: Option<Cow<'a, str>>,
    #[serde(rename = "t", default, skip_serializing_if = "is_empty")]
    tags: Cow<'a, Tags>,
    #[serde(rename = "k", default, skip_serializing_if = "<[String]>::is_empty")]
    transitive_tag_keys: Cow<'a, [String]>,
    #[serde(rename = "d", borrow, default, skip_serializing_if = "Option::is_none")]
    source_identity: Option<Cow<'a, str>>,
    #[serde(rename = "f", default, skip_serializing_if = "Option::is_none")]
    federation: Option<Cow<'a, Federation>>,
}

fn is_empty(tags: &Tags) -> bool {
    tags.is_empty()
}

impl SessionTokens {
    pub fn new(key: WrappingKey) -> Self {
        Self { key }
    }

    /// The token of a session, good together with this access key id only. It gets at least `min_length` characters.
    pub fn seal(
        &self,
        access_key_id: &str,
        session: &RoleSession,
        min_length: usize,
        random: &dyn Random,
    ) -> Result<SecretString, Error> {
        let claims = Claims {
            secret: session.secret_access_key.expose(),
            account: session.account,
            role_name: Cow::Borrowed(&session.role_name),
            role_id: Cow::Borrowed(&session.role_id),
            name: Cow::Borrowed(&session.name),
            issued: session.issued,
            expires: session.expires,
            policy: session.policy.as_ref().map(|(text, _)| Cow::Borrowed(text.as_str())),
            tags: Cow::Borrowed(&session.tags),
            transitive_tag_keys: Cow::Borrowed(&session.transitive_tag_keys),
            source_identity: session.source_identity.as_deref().map(Cow::Borrowed),
            federation: session.federation.as_ref().map(Cow::Borrowed),
        };
        // Room for everything, so that no copy with the secret is left behind when it grows.
        let mut plaintext = Vec::with_capacity(32 * 1024);
        serde_json::to_writer(&mut plaintext, &claims).map_err(|error| Error::corrupt("session", error))?;
        // White space behind the claims makes the token longer. Four characters carry three bytes.
        let shortest = min_length.div_ceil(4).saturating_mul(3).saturating_sub(OVERHEAD);
        let padded = plaintext.len().max(shortest);
        plaintext.resize(padded, b' ');
        let sealed = self.key.wrap(&SecretBytes::new(plaintext), access_key_id.as_bytes(), random)?;
        Ok(SecretString::new(sealed.to_string()))
    }

    /// The session behind a token; `None` when the token is not one that was made for this access key id.
    pub fn open(&self, access_key_id: &str, token: &str) -> Option<RoleSession> {
        let sealed: Wrapped = token.parse().ok()?;
        let plaintext = self.key.unwrap(&sealed, access_key_id.as_bytes()).ok()?;
        let claims: Claims<'_> = serde_json::from_slice(plaintext.expose()).ok()?;
        let policy = match claims.policy {
            None => None,
            // It parsed when the session was made. Should this program read policies more strictly, the session ends.
            Some(text) => {
                let policy = Policy::parse(&text, PolicyKind::Session).ok()?;
                Some((text.into_owned(), Arc::new(policy)))
            }
        };
        Some(RoleSession {
            secret_access_key: SecretString::new(claims.secret.to_owned()),
            account: claims.account,
            role_name: claims.role_name.into_owned(),
            role_id: claims.role_id.into_owned(),
            name: claims.name.into_owned(),
            issued: claims.issued,
            expires: claims.expires,
            policy,
            tags: claims.tags.into_owned(),
            transitive_tag_keys: claims.transitive_tag_keys.into_owned(),
            source_identity: claims.source_identity.map(Cow::into_owned),
            federation: claims.federation.map(Cow::into_owned),
        })
    }
}

/// How much longer than its plaintext a [`Wrapped`] is.
const OVERHEAD: usize = 82;

#[cfg(test)]
mod tests {
    use envelope::{RootKey, SystemRandom};
    use secret::SecretArray;

    use super::*;

    const ID: &str = "ASIAABCDEFGHIJKLMNOP";

    fn tokens(key: u8) -> SessionTokens {
        SessionTokens::new(RootKey::new(SecretArray::new([key; 32])).wrapping_key("lodge/iam/session-tokens"))
    }

    fn session() -> RoleSession {
        let text = r#"{"Statement": {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}}"#;
        RoleSession {
            secret_access_key: SecretString::new("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".into()),
            account: "111122223333".parse().unwrap(),
            role_name: "App".into(),
            role_id: "AROAABCDEFGHIJKLMNOPQ".into(),
            name: "tenant-123".into(),
            issued: Timestamp::from_secs(1_700_000_000),
            expires: Timestamp::from_secs(1_700_003_600),
            policy: Some((text.into(), Arc::new(Policy::parse(text, PolicyKind::Session).unwrap()))),
            tags: Tags::from([("Tenant \"q\"".into(), "ä\\1".into())]),
            transitive_tag_keys: vec!["Tenant \"q\"".into()],
            source_identity: Some("ann".into()),
            federation: Some(Federation {
                provider: "arn:aws:iam::111122223333:oidc-provider/login.test".into(),
                keys: BTreeMap::from([("login.test:sub".into(), "ann".into())]),
            }),
        }
    }

    fn sealed() -> String {
        tokens(1).seal(ID, &session(), 0, &SystemRandom).unwrap().expose().to_owned()
    }

    #[test]
    fn what_is_sealed_opens() {
        let (given, opened) = (session(), tokens(1).open(ID, &sealed()).unwrap());
        assert!(given.secret_access_key == opened.secret_access_key);
        assert_eq!(
            (given.account, given.role_name, given.role_id),
            (opened.account, opened.role_name, opened.role_id)
        );
        assert_eq!((given.name, given.issued, given.expires), (opened.name, opened.issued, opened.expires));
        assert_eq!(given.policy.map(|(text, _)| text), opened.policy.map(|(text, _)| text));
        assert_eq!((given.tags, given.transitive_tag_keys), (opened.tags, opened.transitive_tag_keys));
        assert_eq!(given.source_identity, opened.source_identity);
        assert_eq!(given.federation, opened.federation);
    }

    #[test]
    fn every_altered_character_and_every_truncation_is_found() {
        let token = sealed();
        for at in 0..token.len() {
            for other in [b'A', b'b', b'/', b' ', b'='] {
                let mut altered = token.clone().into_bytes();
                if altered[at] != other {
                    altered[at] = other;
                    assert!(tokens(1).open(ID, std::str::from_utf8(&altered).unwrap()).is_none(), "{at}");
                }
            }
            assert!(tokens(1).open(ID, token.get(..at).unwrap()).is_none(), "{at}");
        }
    }

    #[test]
    fn a_token_belongs_to_its_access_key_id_and_root_key() {
        let token = sealed();
        assert!(tokens(1).open("ASIAABCDEFGHIJKLMNOQ", &token).is_none());
        assert!(tokens(2).open(ID, &token).is_none());
        assert!(tokens(1).open(ID, "").is_none());
    }

    #[test]
    fn a_token_has_at_least_the_length_asked_for() {
        for length in [0, 1, 900, 2047, 2048, 4096] {
            let token = tokens(1).seal(ID, &session(), length, &SystemRandom).unwrap();
            assert!(token.expose().len() >= length, "{length}");
            assert!(token.expose().len() < length.max(900) + 8, "{length}: {}", token.expose().len());
            assert!(tokens(1).open(ID, token.expose()).is_some());
        }
    }
}
