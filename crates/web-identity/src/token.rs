use serde::Deserialize;
use serde_json::{Map, Value};

use crate::keys::{Algorithm, bytes};
use crate::{Claims, Error, KeySet};

/// A token that has been read and not yet believed.
pub struct Token<'a> {
    /// Header and payload as they were signed.
    signed: &'a str,
    signature: Vec<u8>,
    algorithm: Algorithm,
    key_id: Option<String>,
    claims: Claims,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
}

impl<'a> Token<'a> {
    /// Reads a token in the compact form of RFC 7515.
    pub fn parse(text: &'a str) -> Result<Self, Error> {
        let (signed, signature) = text.rsplit_once('.').ok_or(Error::NotAToken)?;
        let (header, payload) = signed.split_once('.').ok_or(Error::NotAToken)?;
        let decoded = |part| bytes(part).ok_or(Error::NotAToken);
        let header: Header = serde_json::from_slice(&decoded(header)?).map_err(|_| Error::NotAToken)?;
        let claims: Map<String, Value> =
            serde_json::from_slice(&decoded(payload)?).map_err(|_| Error::NotAToken)?;
        if header.crit.is_some() {
            return Err(Error::Critical);
        }
        let algorithm = Algorithm::named(&header.alg).ok_or(Error::Algorithm)?;
        let claims = Claims::read(&claims)?;
        Ok(Self { signed, signature: decoded(signature)?, algorithm, key_id: header.kid, claims })
    }

    /// What it says, whoever wrote it: good for finding the provider and for turning it down, not for more.
    pub fn unverified(&self) -> &Claims {
        &self.claims
    }

    /// What it says, once one of the provider's keys has signed it.
    pub fn verify(&self, keys: &KeySet) -> Result<&Claims, Error> {
        keys.verify(self.key_id.as_deref(), self.algorithm, self.signed.as_bytes(), &self.signature)?;
        Ok(&self.claims)
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
