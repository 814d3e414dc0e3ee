//! Session tokens: what a session is, sealed, in the hands of its holder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use arn::AccountId;
use clock::Timestamp;
use envelope::{Random, Wrapped, WrappingKey};
use secret::{SecretBytes, SecretString};
use serde::{Deserialize, Serialize};

use crate::session_policies::SessionPolicies;
use crate::tags::Tags;
use crate::{Error, unique_id};

/// Seals and opens session tokens.
pub(crate) struct SessionTokens {
    key: WrappingKey,
}

/// A session, as its token holds it.
pub(crate) struct TokenSession {
    pub secret_access_key: SecretString,
    pub account: AccountId,
    /// Whose session it is.
    pub of: SessionOf,
    pub issued: Timestamp,
    pub expires: Timestamp,
    /// When a second factor was shown for it.
    pub mfa: Option<Timestamp>,
    pub policies: SessionPolicies,
    /// Passed or inherited.
    pub tags: Tags,
    /// Keys of `tags` that the next session in the chain inherits.
    pub transitive_tag_keys: Vec<String>,
    pub source_identity: Option<String>,
    /// Set when a token of an identity provider made the session.
    pub federation: Option<Federation>,
}

/// Whose session it is. Users and roles are meant by their unique ids, and so never later ones of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SessionOf {
    /// The account's root: GetSessionToken and AssumeRoot, which passes a policy.
    Root,
    /// A user: GetSessionToken.
    User { id: String },
    /// A federated user: GetFederationToken of a user, or of the root.
    Federated { user_id: Option<String>, name: String },
    /// A role, found by its name.
    Role { name: String, id: String, session: String },
}

impl TokenSession {
    /// A session with a new secret, and nothing passed for it.
    pub fn new(
        account: AccountId,
        of: SessionOf,
        issued: Timestamp,
        duration: Duration,
        random: &dyn Random,
    ) -> Result<Self, Error> {
        Ok(Self {
            secret_access_key: unique_id::secret_access_key(random)?,
            account,
            of,
            issued,
            expires: issued.plus(duration).truncated_to_secs(),
            mfa: None,
            policies: SessionPolicies::default(),
            tags: Tags::new(),
            transitive_tag_keys: Vec::new(),
            source_identity: None,
            federation: None,
        })
    }

    /// Whether it is good for IAM: a session of a user or of the root only with a second factor, and one of a federated user never.
    ///
    /// Source: IAM User Guide, "Compare AWS STS credentials".
    pub fn may_call_iam(&self) -> bool {
        match self.of {
            SessionOf::Role { .. } => true,
            SessionOf::Federated { .. } => false,
            SessionOf::Root | SessionOf::User { .. } => self.mfa.is_some() || self.is_assumed_root(),
        }
    }

    /// AssumeRoot made it: other sessions of a root have no policies.
    pub fn is_assumed_root(&self) -> bool {
        self.of == SessionOf::Root && !self.policies.managed.is_empty()
    }
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
    /// Of a role alone.
    #[serde(rename = "r", borrow, default, skip_serializing_if = "Option::is_none")]
    role_name: Option<Cow<'a, str>>,
    /// The unique id of the role or user; the root has none.
    #[serde(rename = "u", borrow, default, skip_serializing_if = "Option::is_none")]
    id: Option<Cow<'a, str>>,
    /// Of a role's session, or of a federated user.
    #[serde(rename = "n", borrow, default, skip_serializing_if = "Option::is_none")]
    name: Option<Cow<'a, str>>,
    #[serde(rename = "i")]
    issued: Timestamp,
    #[serde(rename = "e")]
    expires: Timestamp,
    #[serde(rename = "x", default, skip_serializing_if = "Option::is_none")]
    mfa: Option<Timestamp>,
    #[serde(rename = "p", borrow, default, skip_serializing_if = "Option::is_none")]
    policy: Option<Cow<'a, str>>,
    #[serde(rename = "m", default, skip_serializing_if = "<[String]>::is_empty")]
    policy_arns: Cow<'a, [String]>,
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
    pub fn seal<'a>(
        &self,
        access_key_id: &str,
        session: &'a TokenSession,
        min_length: usize,
        random: &dyn Random,
    ) -> Result<SecretString, Error> {
        let (role_name, id, name) = match &session.of {
            SessionOf::Root => (None, None, None),
            SessionOf::User { id } => (None, Some(id), None),
            SessionOf::Federated { user_id, name } => (None, user_id.as_ref(), Some(name)),
            SessionOf::Role { name, id, session } => (Some(name), Some(id), Some(session)),
        };
        let borrowed = |text: &'a String| Cow::Borrowed(text.as_str());
        let claims = Claims {
            secret: session.secret_access_key.expose(),
            account: session.account,
            role_name: role_name.map(borrowed),
            id: id.map(borrowed),
            name: name.map(borrowed),
            issued: session.issued,
            expires: session.expires,
            mfa: session.mfa,
            policy: session.policies.inline.as_ref().map(|(text, _)| borrowed(text)),
            policy_arns: Cow::Borrowed(&session.policies.managed),
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
    pub fn open(&self, access_key_id: &str, token: &str) -> Option<TokenSession> {
        let sealed: Wrapped = token.parse().ok()?;
        let plaintext = self.key.unwrap(&sealed, access_key_id.as_bytes()).ok()?;
        let claims: Claims<'_> = serde_json::from_slice(plaintext.expose()).ok()?;
        let [role_name, id, name] =
            [claims.role_name, claims.id, claims.name].map(|text| text.map(Cow::into_owned));
        let of = match (role_name, id, name) {
            (None, None, None) => SessionOf::Root,
            (None, Some(id), None) => SessionOf::User { id },
            (None, user_id, Some(name)) => SessionOf::Federated { user_id, name },
            (Some(name), Some(id), Some(session)) => SessionOf::Role { name, id, session },
            (Some(_), _, _) => return None,
        };
        // The policy parsed when the session was made. Should this program read policies more strictly, the session ends.
        let policy = claims.policy.map(Cow::into_owned);
        let policies = SessionPolicies::kept(policy, claims.policy_arns.into_owned()).ok()?;
        Some(TokenSession {
            secret_access_key: SecretString::new(claims.secret.to_owned()),
            account: claims.account,
            of,
            issued: claims.issued,
            expires: claims.expires,
            mfa: claims.mfa,
            policies,
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

    fn session() -> TokenSession {
        let text = r#"{"Statement": {"Effect": "Allow", "Action": "kms:*", "Resource": "*"}}"#;
        TokenSession {
            secret_access_key: SecretString::new("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".into()),
            account: "111122223333".parse().unwrap(),
            of: SessionOf::Role {
                name: "App".into(),
                id: "AROAABCDEFGHIJKLMNOPQ".into(),
                session: "tenant-123".into(),
            },
            issued: Timestamp::from_secs(1_700_000_000),
            expires: Timestamp::from_secs(1_700_003_600),
            mfa: Some(Timestamp::from_secs(1_699_999_990)),
            policies: SessionPolicies::kept(
                Some(text.into()),
                vec!["arn:aws:iam::aws:policy/ReadOnlyAccess".into()],
            )
            .unwrap(),
            tags: Tags::from([("Tenant \"q\"".into(), "ä\\1".into())]),
            transitive_tag_keys: vec!["Tenant \"q\"".into()],
            source_identity: Some("ann".into()),
            federation: Some(Federation {
                provider: "arn:aws:iam::111122223333:oidc-provider/login.test".into(),
                keys: BTreeMap::from([("login.test:sub".into(), "ann".into())]),
            }),
        }
    }

    fn sealed_session(session: &TokenSession) -> String {
        tokens(1).seal(ID, session, 0, &SystemRandom).unwrap().expose().to_owned()
    }

    fn sealed() -> String {
        sealed_session(&session())
    }

    #[test]
    fn what_is_sealed_opens() {
        let (given, opened) = (session(), tokens(1).open(ID, &sealed()).unwrap());
        assert!(given.secret_access_key == opened.secret_access_key);
        assert_eq!((given.account, given.of), (opened.account, opened.of));
        assert_eq!((given.issued, given.expires, given.mfa), (opened.issued, opened.expires, opened.mfa));
        let (given_inline, opened_inline) = (given.policies.inline, opened.policies.inline);
        assert_eq!(given_inline.map(|(text, _)| text), opened_inline.map(|(text, _)| text));
        assert_eq!(given.policies.managed, opened.policies.managed);
        assert_eq!((given.tags, given.transitive_tag_keys), (opened.tags, opened.transitive_tag_keys));
        assert_eq!(given.source_identity, opened.source_identity);
        assert_eq!(given.federation, opened.federation);
    }

    #[test]
    fn each_kind_of_session_opens_as_what_it_is() {
        for of in [
            SessionOf::Root,
            SessionOf::User { id: "AIDAABCDEFGHIJKLMNOPQ".into() },
            SessionOf::Federated { user_id: Some("AIDAABCDEFGHIJKLMNOPQ".into()), name: "bob".into() },
            SessionOf::Federated { user_id: None, name: "bob".into() },
        ] {
            let token = sealed_session(&TokenSession { of: of.clone(), ..session() });
            assert_eq!(tokens(1).open(ID, &token).unwrap().of, of);
        }
    }

    /// What versions before there were other sessions than those of roles sealed.
    #[test]
    fn tokens_of_former_versions_open() {
        let claims = r#"{"s":"wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY","a":"111122223333","r":"App","u":"AROAABCDEFGHIJKLMNOPQ","n":"tenant-123","i":1700000000000,"e":1700003600000}"#;
        let sealed = |claims: &str| {
            let key = RootKey::new(SecretArray::new([1; 32])).wrapping_key("lodge/iam/session-tokens");
            let plaintext = SecretBytes::copy_of(claims.as_bytes());
            key.wrap(&plaintext, ID.as_bytes(), &SystemRandom).unwrap().to_string()
        };
        let opened = tokens(1).open(ID, &sealed(claims)).unwrap();
        assert_eq!(opened.of, session().of);
        assert_eq!((opened.mfa, opened.policies.managed.len()), (None, 0));
        for missing in [r#""u":"AROAABCDEFGHIJKLMNOPQ","#, r#""n":"tenant-123","#] {
            assert!(tokens(1).open(ID, &sealed(&claims.replace(missing, ""))).is_none(), "{missing}");
        }
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
