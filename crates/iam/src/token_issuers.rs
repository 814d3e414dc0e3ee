//! Tokens of OpenID Connect that say who in an account somebody is, for services elsewhere, and the documents that verify them.
//!
//! Each account has an issuer of its own, with keys of its own. A key is replaced when it is 90 days old ([`rotation`]): the new one is shown a
//! day before it signs, the old one for two hours after its last signature.
//!
//! Sources: OpenID Connect Discovery 1.0; RFC 7515 and 7517; IAM User Guide, "Federating AWS identities to external services".

use std::sync::Arc;

use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, KeySize};
use aws_lc_rs::signature::{ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clock::Timestamp;
use envelope::{Random, WrappingKey};
use gate::{BoxFuture, Duty, DutyError, ServiceEvent, View};
use secret::{SecretBytes, SecretString};
use serde_json::{Value, json};
use store::{Cache, Store};
use tokio::task::spawn_blocking;
use x509_parser::prelude::FromDer;
use x509_parser::public_key::RSAPublicKey;

use crate::genesis::Told;
use crate::records::{IssuerKey, TokenAlgorithm, TokenIssuer};
use crate::{Error, Iam, unique_id};

/// The issuers, ready to sign.
pub(crate) struct TokenIssuers {
    /// What the URL of every issuer begins with; it ends without a slash.
    base: String,
    key: WrappingKey,
    ready: Cache<TokenIssuer, ReadyIssuer>,
}

const ISSUERS: usize = 1_000;

struct ReadyIssuer {
    issuer: TokenIssuer,
    keys: Vec<ReadyKey>,
}

struct ReadyKey {
    id: String,
    pair: Pair,
}

enum Pair {
    Rsa(RsaKeyPair),
    Ec(EcdsaKeyPair),
}

impl TokenIssuers {
    pub fn new(store: &Store, base: String, key: WrappingKey) -> Self {
        let base = base.trim_end_matches('/').to_owned();
        Self { base, key, ready: Cache::new(store, ISSUERS) }
    }

    /// `iss`.
    pub fn url(&self, issuer: &TokenIssuer) -> String {
        format!("{}/{}", self.base, issuer.id)
    }

    /// A new key for an issuer. An RSA key takes a while to make: on a thread for blocking work.
    pub async fn make_key(
        &self,
        issuer: &TokenIssuer,
        algorithm: TokenAlgorithm,
        now: Timestamp,
        random: &dyn Random,
    ) -> Result<IssuerKey, Error> {
        let made = spawn_blocking(move || Pair::generate(algorithm)).await.ok().flatten();
        let pkcs8 = made.ok_or_else(|| Error::corrupt("token key", "none could be made"))?;
        issuer.key(unique_id::token_id(random)?, algorithm, &pkcs8, now, (&self.key, random))
    }

    /// A token with these claims (`iss` is added), signed by the issuer.
    pub async fn sign(
        &self,
        issuer: &TokenIssuer,
        algorithm: TokenAlgorithm,
        claims: &str,
        now: Timestamp,
    ) -> Result<SecretString, Error> {
        let broken =
            || Error::corrupt(format!("keys of the token issuer {}", issuer.id), "none of them signs");
        let ready = self.ready(&issuer.id).await?.ok_or_else(broken)?;
        let signing = ready.issuer.signing(algorithm, now).ok_or_else(broken)?;
        let key = ready.keys.iter().find(|key| key.id == signing.id).ok_or_else(broken)?;
        let header = json!({"alg": algorithm.name(), "kid": key.id, "typ": "JWT"}).to_string();
        let mut token = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(claims));
        let signature = key.pair.sign(token.as_bytes()).ok_or_else(broken)?;
        token.push('.');
        URL_SAFE_NO_PAD.encode_string(signature, &mut token);
        Ok(SecretString::new(token))
    }

    async fn ready(&self, id: &str) -> Result<Option<Arc<ReadyIssuer>>, Error> {
        self.ready.get_or_load(&id.to_owned(), |issuer| ReadyIssuer::new(issuer, &self.key)).await
    }
}

/// A public document of an issuer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IssuerDocument {
    /// `/.well-known/openid-configuration`.
    Discovery,
    /// `/.well-known/jwks.json`.
    Keys,
}

impl Iam {
    /// A document of the issuer with this id, in JSON; `None` when there is no such issuer. Anybody may have it: it is what verifies tokens.
    pub async fn issuer_document(&self, id: &str, which: IssuerDocument) -> Result<Option<String>, Error> {
        if !unique_id::is_token_id(id) {
            return Ok(None);
        }
        let Some(ready) = self.token_issuers.ready(id).await? else { return Ok(None) };
        let document = match which {
            IssuerDocument::Discovery => discovery(&self.token_issuers.url(&ready.issuer)),
            IssuerDocument::Keys => {
                let keys = ready.keys.iter().map(ReadyKey::public);
                json!({"keys": keys.collect::<Option<Vec<_>>>()})
            }
        };
        Ok(Some(document.to_string()))
    }
}

fn discovery(issuer: &str) -> Value {
    json!({
        "issuer": issuer,
        "jwks_uri": format!("{issuer}/.well-known/jwks.json"),
        "response_types_supported": ["id_token"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": TokenAlgorithm::ALL.map(TokenAlgorithm::name),
        "claims_supported": ["iss", "sub", "aud", "exp", "iat", "jti", CLAIMS],
    })
}

/// The claim that holds what AWS has beside those of RFC 7519.
pub(crate) const CLAIMS: &str = "https://sts.amazonaws.com/";

impl ReadyIssuer {
    fn new(issuer: TokenIssuer, key: &WrappingKey) -> Result<Self, Error> {
        let ready = |of: &IssuerKey| {
            let broken = || Error::corrupt(format!("token key {}", of.id), "it cannot be read");
            let pair = Pair::read(of.algorithm, &issuer.private(of, key)?).ok_or_else(broken)?;
            Ok::<_, Error>(ReadyKey { id: of.id.clone(), pair })
        };
        let keys = issuer.keys.iter().map(ready).collect::<Result<_, _>>()?;
        Ok(Self { issuer, keys })
    }
}

impl ReadyKey {
    /// As a JSON Web Key Set has it.
    fn public(&self) -> Option<Value> {
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let kid = &self.id;
        match &self.pair {
            Pair::Rsa(pair) => {
                let (_, key) = RSAPublicKey::from_der(pair.public_key().as_ref()).ok()?;
                // DER writes a zero before a number whose first bit is set.
                let unsigned = |number: &[u8]| text(number.strip_prefix(&[0]).unwrap_or(number));
                let (n, e) = (unsigned(key.modulus), unsigned(key.exponent));
                Some(json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": kid, "n": n, "e": e}))
            }
            Pair::Ec(pair) => {
                // The uncompressed point: 4, then both coordinates.
                let (x, y) = pair.public_key().as_ref().get(1..)?.split_at_checked(48)?;
                let (x, y) = (text(x), text(y));
                Some(
                    json!({"kty": "EC", "use": "sig", "alg": "ES384", "kid": kid, "crv": "P-384", "x": x, "y": y}),
                )
            }
        }
    }
}

impl Pair {
    /// A new key in PKCS#8.
    fn generate(algorithm: TokenAlgorithm) -> Option<SecretBytes> {
        match algorithm {
            TokenAlgorithm::Rs256 => {
                let der = RsaKeyPair::generate(KeySize::Rsa2048).ok()?.as_der().ok()?;
                Some(SecretBytes::copy_of(der.as_ref()))
            }
            TokenAlgorithm::Es384 => {
                let random = SystemRandom::new();
                let der = EcdsaKeyPair::generate_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING, &random).ok()?;
                Some(SecretBytes::copy_of(der.as_ref()))
            }
        }
    }

    fn read(algorithm: TokenAlgorithm, pkcs8: &SecretBytes) -> Option<Self> {
        match algorithm {
            TokenAlgorithm::Rs256 => RsaKeyPair::from_pkcs8(pkcs8.expose()).ok().map(Self::Rsa),
            TokenAlgorithm::Es384 => {
                let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING, pkcs8.expose());
                pair.ok().map(Self::Ec)
            }
        }
    }

    fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let random = SystemRandom::new();
        match self {
            Self::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature).ok()?;
                Some(signature)
            }
            Self::Ec(pair) => Some(pair.sign(&random, message).ok()?.as_ref().to_vec()),
        }
    }
}

/// Replaces the keys that are old, and forgets those that no token needs.
pub(crate) struct Rotation(pub Arc<Iam>);

impl Duty for Rotation {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let failed =
                |error: Error| DutyError::new("the keys of a token issuer could not be replaced", error);
            let tx = view.tx().await?;
            let mut events = Vec::new();
            for mut issuer in TokenIssuer::all(tx).await.map_err(failed)? {
                let forgotten = issuer.forget_old_keys(now);
                let made = self.0.renew_keys(&mut issuer, now).await.map_err(failed)?;
                if forgotten > 0 || !made.is_empty() {
                    tx.put(&issuer).await?;
                    let url = self.0.token_issuers.url(&issuer);
                    let details = json!({"keysMade": made, "keysForgotten": forgotten});
                    let event =
                        Told::TOKEN_ISSUER.event("RotateWebIdentityTokenKeys", issuer.account, url, details);
                    events.push(event.map_err(failed)?);
                }
            }
            Ok(events)
        })
    }
}

impl Iam {
    /// Gives the issuer the keys that it lacks, and says their ids. One that is switched off gets none.
    pub(crate) async fn renew_keys(
        &self,
        issuer: &mut TokenIssuer,
        now: Timestamp,
    ) -> Result<Vec<String>, Error> {
        let mut made = Vec::new();
        for algorithm in TokenAlgorithm::ALL {
            if issuer.enabled && issuer.needs_key(algorithm, now) {
                let key = self.token_issuers.make_key(issuer, algorithm, now, &*self.random).await?;
                made.push(key.id.clone());
                issuer.keys.push(key);
            }
        }
        Ok(made)
    }
}
