use std::time::Duration;

use arn::AccountId;
use clock::Timestamp;
use envelope::{Wrapped, WrappingKey, length_prefixed};
use secret::SecretBytes;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, Tx};

use crate::Error;

/// The issuer of an account's web identity tokens. It stays when the account switches it off: tokens that are out are still to be verified, and
/// whoever trusts it goes on trusting it when it is switched on again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TokenIssuer {
    /// The last part of its URL: 26 lower-case letters and digits that tell nothing.
    pub id: String,
    pub account: AccountId,
    pub enabled: bool,
    /// The older ones first.
    pub keys: Vec<IssuerKey>,
}

/// A key that signs tokens.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct IssuerKey {
    /// `kid`.
    pub id: String,
    pub algorithm: TokenAlgorithm,
    pub made: Timestamp,
    /// The private key in PKCS#8, wrapped in its place: the issuer and its own id.
    private: Wrapped,
}

/// How a token is signed. Source: STS API Reference, "GetWebIdentityToken".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TokenAlgorithm {
    /// RSA with 2048 bits, PKCS #1 v1.5 and SHA-256.
    #[serde(rename = "RS256")]
    Rs256,
    /// ECDSA on P-384 with SHA-384.
    #[serde(rename = "ES384")]
    Es384,
}

const BY_ACCOUNT: &str = "account";

impl Record for TokenIssuer {
    const KIND: &'static str = "iam-token-issuer";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.unique(BY_ACCOUNT, self.account);
    }
}

impl TokenAlgorithm {
    pub const ALL: [Self; 2] = [Self::Rs256, Self::Es384];

    /// `alg` of RFC 7518.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es384 => "ES384",
        }
    }
}

impl TokenIssuer {
    /// How long a key is shown before it signs: whoever keeps an issuer's keys has it by then.
    const SHOWN_FIRST: Duration = Duration::from_secs(24 * 3600);
    /// How old the newest key may become.
    const LIFE: Duration = Duration::from_secs(90 * 24 * 3600);
    /// How long a key is shown after the next one began to sign: longer than any token lasts.
    const SHOWN_AFTER: Duration = Duration::from_secs(2 * 3600);

    pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Option<Self>, Error> {
        Ok(tx.get_by(BY_ACCOUNT, &account).await?)
    }

    pub async fn all(tx: &mut Tx) -> Result<Vec<Self>, Error> {
        Ok(tx.list(&(), Page::all()).await?.items)
    }

    /// The key that signs now: the newest that others can know, or else the only one.
    pub fn signing(&self, algorithm: TokenAlgorithm, now: Timestamp) -> Option<&IssuerKey> {
        let mut keys = self.keys.iter().filter(|key| key.algorithm == algorithm);
        let known = keys.clone().rfind(|key| key.made.plus(Self::SHOWN_FIRST) <= now);
        known.or_else(|| keys.next())
    }

    /// Whether the algorithm needs a new key.
    pub fn needs_key(&self, algorithm: TokenAlgorithm, now: Timestamp) -> bool {
        let mut keys = self.keys.iter().filter(|key| key.algorithm == algorithm);
        keys.next_back().is_none_or(|newest| newest.made.plus(Self::LIFE) <= now)
    }

    /// Forgets the keys that no token needs any more, and says how many these were.
    pub fn forget_old_keys(&mut self, now: Timestamp) -> usize {
        let before = self.keys.len();
        for algorithm in TokenAlgorithm::ALL {
            let replaced = |key: &IssuerKey| {
                key.algorithm == algorithm && key.made.plus(Self::SHOWN_FIRST + Self::SHOWN_AFTER) <= now
            };
            if let Some(last) = self.keys.iter().rfind(|key| replaced(key)).map(|key| key.id.clone()) {
                // Those of this algorithm that are older than it. The keys are in the order of their age.
                let mut is_older = true;
                self.keys.retain(|key| {
                    is_older &= key.id != last;
                    key.algorithm != algorithm || !is_older
                });
            }
        }
        before - self.keys.len()
    }

    /// A key of this issuer's, to be pushed to its keys.
    pub fn key(
        &self,
        id: String,
        algorithm: TokenAlgorithm,
        pkcs8: &SecretBytes,
        made: Timestamp,
        (key, random): (&WrappingKey, &dyn envelope::Random),
    ) -> Result<IssuerKey, Error> {
        let private = key.wrap(pkcs8, &self.place(&id), random)?;
        Ok(IssuerKey { id, algorithm, made, private })
    }

    /// The private key in PKCS#8.
    pub fn private(&self, of: &IssuerKey, key: &WrappingKey) -> Result<SecretBytes, Error> {
        let corrupt = |error| Error::corrupt(format!("token key {}", of.id), error);
        key.unwrap(&of.private, &self.place(&of.id)).map_err(corrupt)
    }

    fn place(&self, key_id: &str) -> Vec<u8> {
        length_prefixed(["token issuer", &self.account.to_string(), &self.id, key_id])
    }
}

#[cfg(test)]
mod tests {
    use envelope::{RootKey, SystemRandom};
    use secret::SecretArray;

    use super::*;

    const DAY: Duration = Duration::from_secs(24 * 3600);
    const START: Timestamp = Timestamp::from_secs(1_800_000_000);

    fn issuer(made: &[(&str, TokenAlgorithm, Timestamp)]) -> TokenIssuer {
        let key = RootKey::new(SecretArray::new([1; 32])).wrapping_key("lodge/iam/token-issuers");
        let account = "111122223333".parse().unwrap();
        let mut issuer = TokenIssuer { id: "one".to_owned(), account, enabled: true, keys: Vec::new() };
        for (id, algorithm, made) in made {
            let secret = SecretBytes::copy_of(id.as_bytes());
            let made =
                issuer.key((*id).to_owned(), *algorithm, &secret, *made, (&key, &SystemRandom)).unwrap();
            assert!(issuer.private(&made, &key).unwrap() == secret);
            let elsewhere = TokenIssuer { id: "other".to_owned(), ..issuer.clone() };
            assert!(elsewhere.private(&made, &key).is_err());
            issuer.keys.push(made);
        }
        issuer
    }

    #[test]
    fn a_key_is_shown_before_it_signs_and_after() {
        use TokenAlgorithm::{Es384, Rs256};
        let second = START.plus(DAY * 90);
        let mut issuer = issuer(&[("r1", Rs256, START), ("e1", Es384, START), ("r2", Rs256, second)]);
        let signing = |issuer: &TokenIssuer, at| issuer.signing(Rs256, at).unwrap().id.clone();
        assert_eq!(signing(&issuer, START), "r1");
        assert_eq!(signing(&issuer, second), "r1");
        assert_eq!(signing(&issuer, second.plus(DAY)), "r2");
        assert!(issuer.needs_key(Es384, second) && !issuer.needs_key(Rs256, second));
        assert!(!issuer.needs_key(Es384, second.minus(Duration::from_secs(1))));

        assert_eq!(issuer.forget_old_keys(second.plus(DAY)), 0);
        assert_eq!(issuer.forget_old_keys(second.plus(DAY + TokenIssuer::SHOWN_AFTER)), 1);
        let left: Vec<_> = issuer.keys.iter().map(|key| key.id.as_str()).collect();
        assert_eq!(left, ["e1", "r2"]);
        assert_eq!(issuer.signing(Es384, second.plus(DAY)).unwrap().id, "e1");
    }
}
