//! How long one private operation of each key spec keeps a processor, and making such a key: what belongs on threads of its own.
//!
//!     cargo run --release -p bench --example algorithms

use std::time::{Duration, Instant};

use anyhow::Result;
use key_algorithms::{
    Algorithms, EncapsulationAlgorithm, KeyAgreementAlgorithm, KeyMaterial, KeySpec, MessageType, PrivateKey,
    TABLE,
};

/// Each is done for so long, and at least three times.
const TIME: Duration = Duration::from_millis(400);

fn main() -> Result<()> {
    println!("{:<24} {:<16} {:>12} {:>12}", "key spec", "usage", "make, us", "use, us");
    for row in TABLE.iter().filter(|row| row.spec.is_key_pair()) {
        let KeyMaterial::Pair(pair) = KeyMaterial::generate(row.spec)? else { continue };
        let made = median(|| PrivateKey::generate(row.spec).map(drop))?;
        let used = used(&pair, row.spec, row.algorithms)?;
        println!("{:<24} {:<16} {made:>12.0} {used:>12.0}", row.spec.as_str(), row.usage.as_str());
    }
    Ok(())
}

/// The private operation: sign, decrypt, agree or decapsulate.
fn used(pair: &PrivateKey, spec: KeySpec, algorithms: Algorithms) -> Result<f64> {
    match algorithms {
        Algorithms::Signing([algorithm, ..]) => {
            median(|| pair.sign(*algorithm, MessageType::Raw, &[7; 64]).map(drop))
        }
        Algorithms::Encryption([algorithm, ..]) => {
            let sealed = pair.public_key().encrypt(*algorithm, &[7; 32])?;
            median(|| pair.decrypt(*algorithm, &sealed).map(drop))
        }
        Algorithms::KeyAgreement(_) => {
            let peer = PrivateKey::generate(spec)?;
            median(|| pair.derive_shared_secret(KeyAgreementAlgorithm::Ecdh, peer.public_key_der()).map(drop))
        }
        Algorithms::Encapsulation(_) => {
            let sealed = pair.public_key().encapsulate(EncapsulationAlgorithm::MlKem)?;
            median(|| pair.decapsulate(EncapsulationAlgorithm::MlKem, &sealed.ciphertext).map(drop))
        }
        Algorithms::Signing([]) | Algorithms::Encryption([]) | Algorithms::Mac(_) => Ok(f64::NAN),
    }
}

/// In microseconds.
fn median<E>(mut work: impl FnMut() -> Result<(), E>) -> Result<f64>
where
    anyhow::Error: From<E>,
{
    let began = Instant::now();
    let mut took = Vec::new();
    while took.len() < 3 || began.elapsed() < TIME {
        let at = Instant::now();
        work()?;
        took.push(at.elapsed());
    }
    took.sort_unstable();
    Ok(took.get(took.len() / 2).map_or(f64::NAN, |median| median.as_secs_f64() * 1e6))
}
