//! What keys do, and what they refuse. The keys are those of the golden vectors: making RSA keys is slow.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests, which may panic as tests do"
)]

mod agreement;
mod encryption;
mod imports;
mod parsing;
mod signing;
mod table;
#[path = "../golden/vectors.rs"]
mod vectors;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use key_algorithms::{KeySpec, PrivateKey};

/// The stored bytes of one key of each spec.
fn stored(spec: KeySpec) -> Vec<u8> {
    static VECTORS: LazyLock<BTreeMap<String, vectors::Key>> = LazyLock::new(|| {
        serde_json::from_str::<vectors::Vectors>(include_str!("../golden/v1.json")).unwrap().test_keys
    });
    match VECTORS.get(spec.as_str()) {
        Some(key) => key.private.0.clone(),
        // Python's `cryptography` lacks it.
        None => PrivateKey::generate(spec).unwrap().to_pkcs8_der().unwrap().expose().to_vec(),
    }
}

fn key(spec: KeySpec) -> PrivateKey {
    PrivateKey::from_pkcs8_der(spec, &stored(spec)).unwrap()
}

fn pairs() -> impl Iterator<Item = KeySpec> {
    KeySpec::ALL.iter().copied().filter(|spec| spec.is_key_pair())
}

/// The same bytes with one bit turned over; `at` is taken modulo the length.
fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let at = at % (bytes.len() * 8);
    bytes[at / 8] ^= 1 << (at % 8);
    bytes
}
