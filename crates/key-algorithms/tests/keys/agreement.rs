use key_algorithms::{EncapsulationAlgorithm, Error, KeyAgreementAlgorithm, KeySpec, PrivateKey};

use super::{flipped, key, pairs};

const ECDH: KeyAgreementAlgorithm = KeyAgreementAlgorithm::Ecdh;
const NIST: [KeySpec; 3] = [KeySpec::EccNistP256, KeySpec::EccNistP384, KeySpec::EccNistP521];

#[test]
fn both_sides_derive_the_same_secret() {
    for spec in NIST {
        let (ours, theirs) = (key(spec), PrivateKey::generate(spec).unwrap());
        let secret = ours.derive_shared_secret(ECDH, theirs.public_key_der()).unwrap();
        assert!(secret == theirs.derive_shared_secret(ECDH, ours.public_key_der()).unwrap());
        assert_eq!(secret.len(), field_length(spec));
    }
}

#[test]
fn peers_must_have_a_point_of_the_same_curve() {
    for spec in NIST {
        let key = key(spec);
        for other in pairs().filter(|other| *other != spec) {
            let peer = super::key(other);
            let outcome = key.derive_shared_secret(ECDH, peer.public_key_der()).err();
            assert!(matches!(outcome, Some(Error::InvalidPublicKey { .. })), "{spec} {other}");
        }
        let peer = PrivateKey::generate(spec).unwrap().public_key_der().to_vec();
        // The last bit of y: the point leaves the curve.
        let off_curve = flipped(&peer, peer.len() * 8 - 8);
        for bad in [
            &off_curve,
            &infinity(spec),
            &peer[..peer.len() - 1].to_vec(),
            &[&peer[..], &[0]].concat(),
            &vec![],
        ] {
            let outcome = key.derive_shared_secret(ECDH, bad).err();
            assert!(matches!(outcome, Some(Error::InvalidPublicKey { .. })), "{spec} {bad:02x?}");
        }
        // A bare point is a public key of the curve too, and not what `DeriveSharedSecret` takes.
        let (_, point) = peer.split_at(peer.len() - (2 * field_length(spec) + 1));
        assert_eq!(point[0], 4, "uncompressed");
        assert!(key.derive_shared_secret(ECDH, point).is_err());
    }
}

#[test]
fn only_nist_curves_agree() {
    let peer = key(KeySpec::EccNistP256);
    for spec in pairs().filter(|spec| !NIST.contains(spec)) {
        let outcome = key(spec).derive_shared_secret(ECDH, peer.public_key_der()).err();
        assert_eq!(outcome, Some(Error::AlgorithmNotAllowed { spec, algorithm: "ECDH" }));
    }
}

#[test]
fn encapsulated_secrets_are_decapsulated() {
    for (spec, length) in ML_KEM {
        let key = key(spec);
        let made = key.public_key().encapsulate(EncapsulationAlgorithm::MlKem).unwrap();
        assert_eq!((made.shared_secret.len(), made.ciphertext.len()), (32, length));
        assert!(
            key.decapsulate(EncapsulationAlgorithm::MlKem, &made.ciphertext).unwrap() == made.shared_secret
        );

        // FIPS 203: what is wrong gives another secret, always the same one, and no error.
        let altered = flipped(&made.ciphertext, 77);
        let secret = key.decapsulate(EncapsulationAlgorithm::MlKem, &altered).unwrap();
        assert!(
            secret != made.shared_secret
                && secret == key.decapsulate(EncapsulationAlgorithm::MlKem, &altered).unwrap()
        );
        let other = PrivateKey::generate(spec).unwrap();
        assert!(
            other.decapsulate(EncapsulationAlgorithm::MlKem, &made.ciphertext).unwrap() != made.shared_secret
        );

        for length in [0, length - 1, length + 1] {
            assert_eq!(
                key.decapsulate(EncapsulationAlgorithm::MlKem, &vec![0; length]).err(),
                Some(Error::InvalidCiphertext)
            );
        }
    }
}

#[test]
fn only_ml_kem_encapsulates() {
    for spec in pairs().filter(|spec| ML_KEM.iter().all(|one| one.0 != *spec)) {
        let refused = Error::AlgorithmNotAllowed { spec, algorithm: "ML_KEM" };
        assert_eq!(
            key(spec).public_key().encapsulate(EncapsulationAlgorithm::MlKem).err(),
            Some(refused.clone())
        );
        assert_eq!(key(spec).decapsulate(EncapsulationAlgorithm::MlKem, &[0; 768]).err(), Some(refused));
    }
}

/// "The length of the private key is the same for all ML-KEM key pair specs" (`GenerateDataKeyPair`).
#[test]
fn ml_kem_keys_are_stored_as_their_seed() {
    for (spec, _) in ML_KEM {
        assert_eq!(key(spec).to_pkcs8_der().unwrap().len(), 86);
    }
}

const ML_KEM: [(KeySpec, usize); 3] =
    [(KeySpec::MlKem512, 768), (KeySpec::MlKem768, 1088), (KeySpec::MlKem1024, 1568)];

fn field_length(spec: KeySpec) -> usize {
    match spec {
        KeySpec::EccNistP256 => 32,
        KeySpec::EccNistP384 => 48,
        _ => 66,
    }
}

/// A SubjectPublicKeyInfo whose point is the one at infinity.
fn infinity(spec: KeySpec) -> Vec<u8> {
    let curve: &[u8] = match spec {
        KeySpec::EccNistP256 => b"\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07",
        KeySpec::EccNistP384 => b"\x06\x05\x2b\x81\x04\x00\x22",
        _ => b"\x06\x05\x2b\x81\x04\x00\x23",
    };
    let algorithm = [&b"\x06\x07\x2a\x86\x48\xce\x3d\x02\x01"[..], curve].concat();
    let point = [3, 2, 0, 0];
    let body = [&[0x30, algorithm.len() as u8], &algorithm[..], &point].concat();
    [&[0x30, body.len() as u8], &body[..]].concat()
}
