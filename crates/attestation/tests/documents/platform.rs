//! A platform of the tests' own that issues attestation documents: a root, two authorities below it, and a signer.

use std::{sync::LazyLock, time::Duration};

use attestation::{Attestation, Error, Freshness, Root, Verifier};
use aws_lc_rs::{
    rand::SystemRandom,
    signature::{ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair},
};
use clock::Timestamp;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    PKCS_ECDSA_P384_SHA384, SignatureAlgorithm,
};
use time::OffsetDateTime;

/// 2026-07-01T12:00:00Z: now, for all tests.
pub const NOW: Timestamp = Timestamp::from_secs(1_782_907_200);
pub const FRESHNESS: Freshness =
    Freshness { max_age: Duration::from_secs(300), max_clock_skew: Duration::from_secs(60) };
pub const HOUR: Duration = Duration::from_secs(3600);

/// The platform of all tests that need no other.
pub static PLATFORM: LazyLock<Platform> = LazyLock::new(Platform::new);

pub struct Platform {
    pub root: Vec<u8>,
    /// From below the root downwards.
    pub intermediates: Vec<Vec<u8>>,
    pub signer: Vec<u8>,
    pub key: KeyPair,
}

impl Platform {
    pub fn new() -> Self {
        Self::with(|_, _| {})
    }

    /// The platform, after `change` had a look at each of its certificates: 0 is the root, 3 the signer.
    pub fn with(change: impl Fn(usize, &mut CertificateParams)) -> Self {
        Self::with_signer_key(KeyPair::generate_for(&PKCS_ECDSA_P384_SHA384).unwrap(), change)
    }

    pub fn with_signer_key(key: KeyPair, change: impl Fn(usize, &mut CertificateParams)) -> Self {
        Self::with_keys(&PKCS_ECDSA_P384_SHA384, key, change)
    }

    /// The platform, with keys of this algorithm for the root and the authorities.
    pub fn with_keys(
        algorithm: &'static SignatureAlgorithm,
        key: KeyPair,
        change: impl Fn(usize, &mut CertificateParams),
    ) -> Self {
        let params = |place: usize, mut params: CertificateParams| {
            params.distinguished_name.push(DnType::CommonName, format!("place {place}"));
            change(place, &mut params);
            params
        };
        let root_key = KeyPair::generate_for(algorithm).unwrap();
        let root_params = params(0, authority());
        let root = root_params.self_signed(&root_key).unwrap();
        let mut issuer = Issuer::new(root_params, root_key);
        let mut intermediates = Vec::new();
        for place in 1..=2 {
            let key = KeyPair::generate_for(algorithm).unwrap();
            let params = params(place, authority());
            intermediates.push(params.signed_by(&key, &issuer).unwrap().der().to_vec());
            issuer = Issuer::new(params, key);
        }
        let signer = params(3, signer()).signed_by(&key, &issuer).unwrap().der().to_vec();
        Self { root: root.der().to_vec(), intermediates, signer, key }
    }

    /// The fields of a correct document of an enclave, as CBOR.
    pub fn fields(&self) -> Fields {
        let chain: Vec<_> =
            std::iter::once(&self.root).chain(&self.intermediates).map(|der| bytes(der)).collect();
        let pcrs: Vec<_> = (0..4).map(|index| (unsigned(index), bytes(&[index as u8; 48]))).collect();
        let made = u64::try_from(NOW.millis()).unwrap() - 1000;
        Fields(vec![
            ("module_id", text("i-0123456789abcdef0-enc0123456789abcdef")),
            ("digest", text("SHA384")),
            ("timestamp", unsigned(made)),
            ("pcrs", map(&pcrs)),
            ("certificate", bytes(&self.signer)),
            ("cabundle", array(&chain)),
            ("public_key", bytes(PUBLIC_KEY)),
            ("user_data", bytes(b"user data")),
            ("nonce", vec![0xf6]),
        ])
    }

    /// The document with these fields, signed.
    pub fn document(&self, fields: &Fields) -> Vec<u8> {
        self.sign(&fields.payload())
    }

    pub fn sign(&self, payload: &[u8]) -> Vec<u8> {
        let protected = bytes(&[0xa1, 0x01, 0x38, 0x22]);
        let signed = array(&[text("Signature1"), protected.clone(), bytes(b""), bytes(payload)]);
        let key =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P384_SHA384_FIXED_SIGNING, self.key.serialized_der()).unwrap();
        let signature = key.sign(&SystemRandom::new(), &signed).unwrap();
        array(&[protected, map(&[]), bytes(payload), bytes(signature.as_ref())])
    }

    pub fn verifier(&self) -> Verifier {
        Verifier::new(vec![Root::from_der(&self.root).unwrap()])
    }

    pub fn verify(&self, document: &[u8]) -> Result<Attestation, Error> {
        self.verifier().verify(document, NOW, FRESHNESS)
    }

    /// What becomes of the correct document of this platform.
    pub fn verdict(&self) -> Result<Attestation, Error> {
        self.verify(&self.document(&self.fields()))
    }
}

/// The RSA-2048 public key of `tests/enveloped_data/key.pem`.
pub const PUBLIC_KEY: &[u8] = include_bytes!("../enveloped_data/public-key.der");

pub struct Fields(pub Vec<(&'static str, Vec<u8>)>);

impl Fields {
    pub fn set(mut self, name: &'static str, value: Vec<u8>) -> Self {
        match self.0.iter_mut().find(|(found, _)| *found == name) {
            Some(field) => field.1 = value,
            None => self.0.push((name, value)),
        }
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(found, _)| *found != name);
        self
    }

    pub fn with(mut self, name: &'static str, value: Vec<u8>) -> Self {
        self.0.push((name, value));
        self
    }

    pub fn payload(&self) -> Vec<u8> {
        map(&self.0.iter().map(|(name, value)| (text(name), value.clone())).collect::<Vec<_>>())
    }

    /// The same map with an indefinite length.
    pub fn indefinite_payload(&self) -> Vec<u8> {
        let entries = self.0.iter().flat_map(|(name, value)| [text(name), value.clone()]).flatten();
        std::iter::once(0xbf).chain(entries).chain([0xff]).collect()
    }
}

pub fn unsigned(value: u64) -> Vec<u8> {
    head(0, value)
}

pub fn bytes(value: &[u8]) -> Vec<u8> {
    [head(2, value.len() as u64), value.to_vec()].concat()
}

pub fn text(value: &str) -> Vec<u8> {
    [head(3, value.len() as u64), value.as_bytes().to_vec()].concat()
}

pub fn array(items: &[Vec<u8>]) -> Vec<u8> {
    [head(4, items.len() as u64), items.concat()].concat()
}

pub fn map(entries: &[(Vec<u8>, Vec<u8>)]) -> Vec<u8> {
    let content = entries.iter().flat_map(|(key, value)| [key.clone(), value.clone()]).flatten();
    head(5, entries.len() as u64).into_iter().chain(content).collect()
}

fn head(major: u8, argument: u64) -> Vec<u8> {
    let all = argument.to_be_bytes();
    let (code, size) = match argument {
        0..=23 => return vec![major << 5 | all[7]],
        24..=0xff => (24, 1),
        0x100..=0xffff => (25, 2),
        0x1_0000..=0xffff_ffff => (26, 4),
        _ => (27, 8),
    };
    [&[major << 5 | code], &all[8 - size..]].concat()
}

fn authority() -> CertificateParams {
    let mut params = valid_for_a_day();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

fn signer() -> CertificateParams {
    let mut params = valid_for_a_day();
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params
}

fn valid_for_a_day() -> CertificateParams {
    let mut params = CertificateParams::default();
    params.not_before = at(NOW.minus(HOUR));
    params.not_after = at(NOW.plus(HOUR * 23));
    params
}

/// A point in time as certificates have it.
pub fn at(time: Timestamp) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(time.secs()).unwrap()
}
