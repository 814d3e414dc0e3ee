//! ML-KEM (FIPS 203).
//!
//! aws-lc-rs encapsulates and decapsulates. It neither makes a key from a seed nor tells the seed of a key, and the seed is
//! the form in which AWS hands out ML-KEM keys; the crate ml-kem expands it.

use aws_lc_rs::kem::{self, Ciphertext, DecapsulationKey, EncapsulationKey};
use aws_lc_rs::rand;
#[expect(deprecated, reason = "aws-lc-rs takes expanded keys only")]
use ml_kem::ExpandedKeyEncoding;
use ml_kem::{DecapsulationKey512, DecapsulationKey768, DecapsulationKey1024, Seed};
use secret::{SecretArray, SecretBytes};
use zeroize::Zeroizing;

use crate::{Error, KeySpec, der};

const SEED: usize = 64;

pub(crate) struct Private {
    seed: SecretArray<SEED>,
    decapsulating: DecapsulationKey,
    encapsulating: Vec<u8>,
}

impl Private {
    pub(crate) fn generate(spec: KeySpec) -> Result<SecretBytes, Error> {
        let seed = SecretArray::<SEED>::filled_by(|bytes| rand::fill(bytes))?;
        Ok(der::seed_key_info(spec, seed.expose()))
    }

    /// From the octets of the private key; of the three forms of RFC 9935, the seed.
    pub(crate) fn from_octets(spec: KeySpec, octets: &[u8]) -> Result<Self, Error> {
        let reason = "it is not in the seed form of RFC 9935; export the key as its seed";
        let seed = der::seed(octets)
            .and_then(SecretArray::<SEED>::copy_of)
            .ok_or(Error::InvalidPrivateKey { spec, reason })?;
        let expanded = match spec {
            KeySpec::MlKem512 => expand::<DecapsulationKey512>(&seed),
            KeySpec::MlKem768 => expand::<DecapsulationKey768>(&seed),
            _ => expand::<DecapsulationKey1024>(&seed),
        };
        // FIPS 203, algorithm 16: the key for decryption, the public key, its hash (32 bytes), 32 random bytes.
        let sizes = sizes(spec);
        let encapsulating = expanded
            .len()
            .checked_sub(64 + sizes.public_key)
            .and_then(|start| expanded.get(start..start + sizes.public_key))
            .ok_or(Error::Library)?
            .to_vec();
        let decapsulating = DecapsulationKey::new(sizes.algorithm, &expanded).map_err(|_| Error::Library)?;
        Ok(Self { seed, decapsulating, encapsulating })
    }

    pub(crate) fn to_pkcs8(&self, spec: KeySpec) -> SecretBytes {
        der::seed_key_info(spec, self.seed.expose())
    }

    pub(crate) fn public_key_info(&self, spec: KeySpec) -> Vec<u8> {
        der::public_key_info(spec, &self.encapsulating)
    }

    /// A ciphertext of the right length always gives 32 bytes: FIPS 203 rejects implicitly.
    pub(crate) fn decapsulate(&self, spec: KeySpec, ciphertext: &[u8]) -> Result<SecretBytes, Error> {
        if ciphertext.len() != sizes(spec).ciphertext {
            return Err(Error::InvalidCiphertext);
        }
        Ok(SecretBytes::copy_of(self.decapsulating.decapsulate(Ciphertext::from(ciphertext))?.as_ref()))
    }
}

/// `bits` are the encapsulation key.
pub(crate) fn public_key(spec: KeySpec, bits: &[u8]) -> Result<EncapsulationKey, Error> {
    let refuse = |reason| Error::InvalidPublicKey { spec, reason };
    let key = EncapsulationKey::new(sizes(spec).algorithm, bits)
        .map_err(|_| refuse("it does not have the length of such a key"))?;
    if !is_reduced(bits) {
        return Err(refuse("it has coefficients that are not reduced modulo 3329"));
    }
    Ok(key)
}

/// The shared secret and its ciphertext.
pub(crate) fn encapsulate(key: &EncapsulationKey) -> Result<(SecretBytes, Vec<u8>), Error> {
    let (ciphertext, secret) = key.encapsulate()?;
    Ok((SecretBytes::copy_of(secret.as_ref()), ciphertext.as_ref().to_vec()))
}

/// The modulus check of FIPS 203, section 7.2, which aws-lc-rs does not make when it reads a key: all coefficients, 12 bits
/// each, are below q. The last 32 bytes are a seed.
fn is_reduced(bits: &[u8]) -> bool {
    let coefficients = bits.get(..bits.len().saturating_sub(32)).unwrap_or_default();
    let (triples, rest) = coefficients.as_chunks::<3>();
    let below_q = |&[low, middle, high]: &[u8; 3]| {
        let first = u16::from(low) | u16::from(middle & 0x0f) << 8;
        let second = u16::from(middle >> 4) | u16::from(high) << 4;
        first < 3329 && second < 3329
    };
    rest.is_empty() && triples.iter().all(below_q)
}

/// FIPS 203, table 3; in bytes.
struct Sizes {
    algorithm: &'static kem::Algorithm,
    public_key: usize,
    ciphertext: usize,
}

fn sizes(spec: KeySpec) -> Sizes {
    match spec {
        KeySpec::MlKem512 => Sizes { algorithm: &kem::ML_KEM_512, public_key: 800, ciphertext: 768 },
        KeySpec::MlKem768 => Sizes { algorithm: &kem::ML_KEM_768, public_key: 1184, ciphertext: 1088 },
        _ => Sizes { algorithm: &kem::ML_KEM_1024, public_key: 1568, ciphertext: 1568 },
    }
}

#[expect(deprecated, reason = "aws-lc-rs takes expanded keys only")]
fn expand<K: From<Seed> + ExpandedKeyEncoding>(seed: &SecretArray<SEED>) -> Zeroizing<Vec<u8>> {
    let seed = Zeroizing::new(Seed::from(*seed.expose()));
    let expanded = Zeroizing::new(K::from(*seed).to_expanded_bytes());
    Zeroizing::new(expanded.to_vec())
}
