use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ECDSA_P521_SHA512_FIXED, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RsaPublicKeyComponents, UnparsedPublicKey,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;
use serde_json::Value;

use crate::Error;

/// The most keys of each kind. Source: STS API Reference, "AssumeRoleWithWebIdentity".
const MAX_KEYS: usize = 100;

/// The keys that a provider signs with. Source: RFC 7517.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySet {
    keys: Vec<Key>,
}

/// An algorithm that tokens may be signed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Rs256,
    Rs384,
    Rs512,
    Es256,
    Es384,
    Es512,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Key {
    id: Option<String>,
    /// The only algorithm that it is for, if it says so.
    algorithm: Option<String>,
    material: Material,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Material {
    Rsa { modulus: Vec<u8>, exponent: Vec<u8> },
    Ec { curve: Curve, point: Vec<u8> },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Curve {
    P256,
    P384,
    P521,
}

#[derive(Deserialize)]
struct Set {
    keys: Vec<Value>,
}

/// The members of a key that matter. Those of other kinds of keys are not looked at.
#[derive(Deserialize)]
struct Jwk {
    kty: String,
    #[serde(rename = "use")]
    usage: Option<String>,
    key_ops: Option<Vec<String>>,
    kid: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl KeySet {
    /// Reads a key set. Keys that no token can be signed with are left out.
    pub fn parse(document: &[u8]) -> Result<Self, Error> {
        let set: Set = serde_json::from_slice(document)
            .map_err(|error| Error::Document(format!("the key set cannot be read: {error}")))?;
        let keys: Vec<Key> = set.keys.into_iter().filter_map(Key::read).collect();
        let rsa = keys.iter().filter(|key| matches!(key.material, Material::Rsa { .. })).count();
        if rsa > MAX_KEYS || keys.len() - rsa > MAX_KEYS {
            return Err(Error::Document(format!("the key set has more than {MAX_KEYS} keys of one kind")));
        }
        Ok(Self { keys })
    }

    /// Whether one of the keys made the signature. `key_id` is the one that the token names; a token may leave it out when there is one key only
    /// that fits.
    pub(crate) fn verify(
        &self,
        key_id: Option<&str>,
        algorithm: Algorithm,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), Error> {
        let fits = |key: &&Key| key.fits(algorithm) && (key_id.is_none() || key.id.as_deref() == key_id);
        let mut candidates = self.keys.iter().filter(fits);
        match (candidates.next(), candidates.next()) {
            (Some(key), None) => {
                key.verify(algorithm, message, signature).then_some(()).ok_or(Error::Signature)
            }
            // Two keys under one name, or a choice that the token does not make.
            (Some(_), Some(_)) | (None, _) => Err(Error::UnknownKey),
        }
    }
}

impl Key {
    fn read(json: Value) -> Option<Self> {
        let jwk: Jwk = serde_json::from_value(json).ok()?;
        let is_for_signatures = jwk.usage.as_deref().is_none_or(|usage| usage == "sig")
            && jwk.key_ops.as_ref().is_none_or(|all| all.iter().any(|operation| operation == "verify"));
        if !is_for_signatures {
            return None;
        }
        let material = match jwk.kty.as_str() {
            "RSA" => Material::Rsa { modulus: number(&jwk.n?)?, exponent: number(&jwk.e?)? },
            "EC" => {
                let curve = Curve::named(&jwk.crv?)?;
                let (x, y) = (bytes(&jwk.x?)?, bytes(&jwk.y?)?);
                if x.len() != curve.length() || y.len() != curve.length() {
                    return None;
                }
                // Uncompressed, by SEC 1.
                Material::Ec { curve, point: [&[4], x.as_slice(), y.as_slice()].concat() }
            }
            _ => return None,
        };
        Some(Self { id: jwk.kid, algorithm: jwk.alg, material })
    }

    fn fits(&self, algorithm: Algorithm) -> bool {
        let kind = match (&self.material, algorithm) {
            (Material::Rsa { .. }, Algorithm::Rs256 | Algorithm::Rs384 | Algorithm::Rs512) => true,
            (Material::Ec { curve, .. }, Algorithm::Es256) => *curve == Curve::P256,
            (Material::Ec { curve, .. }, Algorithm::Es384) => *curve == Curve::P384,
            (Material::Ec { curve, .. }, Algorithm::Es512) => *curve == Curve::P521,
            _ => false,
        };
        kind && self.algorithm.as_deref().is_none_or(|only| only == algorithm.name())
    }

    fn verify(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        let rsa = |parameters| match &self.material {
            Material::Rsa { modulus, exponent } => RsaPublicKeyComponents { n: modulus, e: exponent }
                .verify(parameters, message, signature)
                .is_ok(),
            Material::Ec { .. } => false,
        };
        let ec = |parameters| match &self.material {
            Material::Ec { point, .. } => {
                UnparsedPublicKey::new(parameters, point).verify(message, signature).is_ok()
            }
            Material::Rsa { .. } => false,
        };
        match algorithm {
            Algorithm::Rs256 => rsa(&RSA_PKCS1_2048_8192_SHA256),
            Algorithm::Rs384 => rsa(&RSA_PKCS1_2048_8192_SHA384),
            Algorithm::Rs512 => rsa(&RSA_PKCS1_2048_8192_SHA512),
            Algorithm::Es256 => ec(&ECDSA_P256_SHA256_FIXED),
            Algorithm::Es384 => ec(&ECDSA_P384_SHA384_FIXED),
            Algorithm::Es512 => ec(&ECDSA_P521_SHA512_FIXED),
        }
    }
}

impl Algorithm {
    /// Source: RFC 7518, section 3.1.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let all = [Self::Rs256, Self::Rs384, Self::Rs512, Self::Es256, Self::Es384, Self::Es512];
        all.into_iter().find(|algorithm| algorithm.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Rs384 => "RS384",
            Self::Rs512 => "RS512",
            Self::Es256 => "ES256",
            Self::Es384 => "ES384",
            Self::Es512 => "ES512",
        }
    }
}

impl Curve {
    fn named(name: &str) -> Option<Self> {
        match name {
            "P-256" => Some(Self::P256),
            "P-384" => Some(Self::P384),
            "P-521" => Some(Self::P521),
            _ => None,
        }
    }

    /// Of a coordinate, in bytes.
    fn length(self) -> usize {
        match self {
            Self::P256 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }
}

pub(crate) fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// A number without leading zeros, which some providers write though RFC 7518 forbids it.
fn number(text: &str) -> Option<Vec<u8>> {
    let bytes = bytes(text)?;
    let first = bytes.iter().position(|byte| *byte != 0)?;
    bytes.get(first..).map(<[u8]>::to_vec)
}
