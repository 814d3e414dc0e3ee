//! ML-DSA (FIPS 204), hedged, with the empty context string.
//!
//! aws-lc-rs does keys, messages and signatures. It cannot be given μ, so `EXTERNAL_MU` is done by the crate ml-dsa, with the
//! same seed.

use aws_lc_rs::encoding::{AsDer, PublicKeyX509Der};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rand;
use aws_lc_rs::signature::{self, KeyPair, ParsedPublicKey, PqdsaKeyPair, PqdsaSigningAlgorithm};
use ml_dsa::signature::rand_core::{TryCryptoRng, TryRng};
use ml_dsa::{
    EncodedVerifyingKey, MlDsa44, MlDsa65, MlDsa87, MlDsaParams, Signature, SigningKey, VerifyingKey,
};
use secret::{SecretArray, SecretBytes};

use crate::{Error, KeySpec, der};

const SEED: usize = 32;

pub(crate) struct Private {
    pair: PqdsaKeyPair,
    seed: SecretArray<SEED>,
}

impl Private {
    pub(crate) fn generate(spec: KeySpec) -> Result<SecretBytes, Error> {
        let seed = SecretArray::<SEED>::filled_by(|bytes| rand::fill(bytes))?;
        Ok(der::seed_key_info(spec, seed.expose()))
    }

    /// Of the three forms of RFC 9881, those that hold the seed.
    pub(crate) fn from_pkcs8(spec: KeySpec, pkcs8: &[u8]) -> Result<Self, Error> {
        let refuse = |reason| Error::InvalidPrivateKey { spec, reason };
        let parsed = PqdsaKeyPair::from_pkcs8(algorithm(spec)?, pkcs8)
            .map_err(|_| refuse("it is no private key as in RFC 9881"))?;
        let document =
            parsed.to_pkcs8v1().map_err(|_| refuse("it lacks the seed; export the key with its seed"))?;
        let seed = der::seed(der::private_key_info(spec, document.as_ref())?.octets)
            .and_then(SecretArray::copy_of)
            .ok_or_else(|| refuse("it lacks the seed; export the key with its seed"))?;
        Ok(Self { pair: parsed, seed })
    }

    pub(crate) fn to_pkcs8(&self, spec: KeySpec) -> SecretBytes {
        der::seed_key_info(spec, self.seed.expose())
    }

    pub(crate) fn public_key_info(&self) -> Result<Vec<u8>, Error> {
        let der: PublicKeyX509Der<'_> = self.pair.public_key().as_der()?;
        Ok(der.as_ref().to_vec())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let mut signature = vec![0; self.pair.algorithm().signature_len()];
        let length = self.pair.sign(message, &mut signature)?;
        signature.truncate(length);
        Ok(signature)
    }

    /// Expands the seed again at each call: the expanded key is some tens of kilobytes of secrets, and few callers send μ.
    pub(crate) fn sign_mu(&self, spec: KeySpec, mu: &[u8; 64]) -> Result<Vec<u8>, Error> {
        match spec {
            KeySpec::MlDsa44 => sign_mu::<MlDsa44>(&self.seed, mu),
            KeySpec::MlDsa65 => sign_mu::<MlDsa65>(&self.seed, mu),
            _ => sign_mu::<MlDsa87>(&self.seed, mu),
        }
    }
}

pub(crate) fn public_key(spec: KeySpec, spki: &[u8]) -> Result<ParsedPublicKey, Error> {
    let verifying = match spec {
        KeySpec::MlDsa44 => &signature::ML_DSA_44,
        KeySpec::MlDsa65 => &signature::ML_DSA_65,
        _ => &signature::ML_DSA_87,
    };
    ParsedPublicKey::new(verifying, spki)
        .map_err(|_| Error::InvalidPublicKey { spec, reason: "it does not have the length of such a key" })
}

/// `key` is the encoded public key: the bits of the SubjectPublicKeyInfo.
pub(crate) fn verify_mu(spec: KeySpec, key: &[u8], mu: &[u8; 64], signature: &[u8]) -> Result<(), Error> {
    let verified = match spec {
        KeySpec::MlDsa44 => verify_mu_of::<MlDsa44>(key, mu, signature),
        KeySpec::MlDsa65 => verify_mu_of::<MlDsa65>(key, mu, signature),
        _ => verify_mu_of::<MlDsa87>(key, mu, signature),
    };
    verified.filter(|verified| *verified).map(|_| ()).ok_or(Error::InvalidSignature)
}

fn algorithm(spec: KeySpec) -> Result<&'static PqdsaSigningAlgorithm, Error> {
    match spec {
        KeySpec::MlDsa44 => Ok(&signature::ML_DSA_44_SIGNING),
        KeySpec::MlDsa65 => Ok(&signature::ML_DSA_65_SIGNING),
        KeySpec::MlDsa87 => Ok(&signature::ML_DSA_87_SIGNING),
        _ => Err(Error::Library),
    }
}

fn sign_mu<P: MlDsaParams>(seed: &SecretArray<SEED>, mu: &[u8; 64]) -> Result<Vec<u8>, Error> {
    let key = SigningKey::<P>::from_seed(seed.expose().into());
    let signature = key.expanded_key().sign_mu_randomized(mu.into(), &mut SystemRandom);
    Ok(signature.map_err(|_| Error::Library)?.encode().to_vec())
}

fn verify_mu_of<P: MlDsaParams>(key: &[u8], mu: &[u8; 64], signature: &[u8]) -> Option<bool> {
    let key = VerifyingKey::<P>::decode(&EncodedVerifyingKey::<P>::try_from(key).ok()?);
    let signature = Signature::<P>::try_from(signature).ok()?;
    Some(key.verify_mu(mu.into(), &signature))
}

/// The generator of aws-lc-rs, as ml-dsa wants it.
struct SystemRandom;

impl TryRng for SystemRandom {
    type Error = Unspecified;

    fn try_next_u32(&mut self) -> Result<u32, Unspecified> {
        let mut bytes = [0; 4];
        rand::fill(&mut bytes)?;
        Ok(u32::from_ne_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Unspecified> {
        let mut bytes = [0; 8];
        rand::fill(&mut bytes)?;
        Ok(u64::from_ne_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Unspecified> {
        rand::fill(bytes)
    }
}

impl TryCryptoRng for SystemRandom {}
