use key_algorithms::{EncryptionAlgorithm, Error, KeySpec, KeyUsage};
use proptest::prelude::*;

use super::{flipped, key, pairs};

/// The limits that the API reference of `Encrypt` lists.
const LIMITS: [(KeySpec, EncryptionAlgorithm, usize); 6] = [
    (KeySpec::Rsa2048, EncryptionAlgorithm::RsaesOaepSha1, 214),
    (KeySpec::Rsa2048, EncryptionAlgorithm::RsaesOaepSha256, 190),
    (KeySpec::Rsa3072, EncryptionAlgorithm::RsaesOaepSha1, 342),
    (KeySpec::Rsa3072, EncryptionAlgorithm::RsaesOaepSha256, 318),
    (KeySpec::Rsa4096, EncryptionAlgorithm::RsaesOaepSha1, 470),
    (KeySpec::Rsa4096, EncryptionAlgorithm::RsaesOaepSha256, 446),
];

#[test]
fn plaintexts_up_to_the_documented_limits() {
    for (spec, algorithm, limit) in LIMITS {
        let key = key(spec);
        for length in [0, 1, limit] {
            let plaintext = vec![9; length];
            let ciphertext = key.public_key().encrypt(algorithm, &plaintext).unwrap();
            assert_eq!(
                key.decrypt(algorithm, &ciphertext).unwrap().expose(),
                plaintext,
                "{spec} {algorithm} {length}"
            );
        }
        let refused = Error::PlaintextTooLong { spec, algorithm, limit, actual: limit + 1 };
        assert_eq!(key.public_key().encrypt(algorithm, &vec![9; limit + 1]), Err(refused));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn what_was_altered_does_not_open(
        plaintext in proptest::collection::vec(any::<u8>(), 0..190),
        at in any::<prop::sample::Index>(),
    ) {
        for (spec, algorithm, _) in LIMITS {
            let key = key(spec);
            let ciphertext = key.public_key().encrypt(algorithm, &plaintext).unwrap();
            let altered = flipped(&ciphertext, at.index(ciphertext.len() * 8));
            prop_assert_eq!(key.decrypt(algorithm, &altered).err(), Some(Error::InvalidCiphertext));
            let cut = &ciphertext[..at.index(ciphertext.len())];
            prop_assert_eq!(key.decrypt(algorithm, cut).err(), Some(Error::InvalidCiphertext));
            let other = EncryptionAlgorithm::ALL.iter().find(|one| **one != algorithm).unwrap();
            prop_assert_eq!(key.decrypt(*other, &ciphertext).err(), Some(Error::InvalidCiphertext));
        }
    }
}

#[test]
fn only_rsa_encrypts() {
    for spec in pairs() {
        let key = key(spec);
        let encrypts = spec.usages().any(|usage| usage == KeyUsage::EncryptDecrypt);
        for algorithm in EncryptionAlgorithm::ALL.iter().copied() {
            let refused = Some(Error::AlgorithmNotAllowed { spec, algorithm: algorithm.as_str() });
            let encrypted = key.public_key().encrypt(algorithm, b"plaintext");
            let decrypted = key.decrypt(algorithm, b"ciphertext").err();
            match encrypts {
                true => assert!(encrypted.is_ok() && decrypted == Some(Error::InvalidCiphertext), "{spec}"),
                false => assert!(encrypted.err() == refused && decrypted == refused, "{spec}"),
            }
        }
    }
}
