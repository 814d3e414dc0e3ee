use key_algorithms::{
    EncryptionAlgorithm, Error, KeySpec, PublicKey, WrappingAlgorithm, WrappingKey, WrappingKeySpec,
    check_import, key_wrap,
};
use proptest::prelude::*;

use super::{flipped, stored};

#[test]
fn what_may_be_wrapped_how() {
    let direct = |algorithm: WrappingAlgorithm| algorithm.as_str().starts_with("RSAES");
    for algorithm in WrappingAlgorithm::ALL.iter().copied() {
        for wrapping_key in WrappingKeySpec::ALL.iter().copied() {
            assert_eq!(check_import(None, algorithm, wrapping_key), Ok(()), "SYMMETRIC_DEFAULT");
            for spec in KeySpec::ALL.iter().copied() {
                let name = spec.as_str();
                let not_importable = name.starts_with("ML_") || name == "ECC_NIST_EDWARDS25519";
                let too_long = name.starts_with("RSA")
                    || (name == "ECC_NIST_P521" && wrapping_key == WrappingKeySpec::Rsa2048);
                let expected = match (not_importable, direct(algorithm) && too_long) {
                    (true, _) => Err(Error::NotImportable { spec }),
                    (_, true) => Err(Error::WrappingNotAllowed { spec, algorithm, wrapping_key }),
                    _ => Ok(()),
                };
                assert_eq!(check_import(Some(spec), algorithm, wrapping_key), expected);
            }
        }
    }
}

#[test]
fn names_that_are_refused_say_why() {
    assert_eq!(WrappingAlgorithm::parse("RSAES_PKCS1_V1_5"), Err(Error::WrappingAlgorithmWithdrawn));
    assert_eq!(WrappingAlgorithm::parse("SM2PKE"), Err(Error::Sm2));
    assert_eq!(WrappingKeySpec::parse("SM2"), Err(Error::Sm2));
    assert_eq!(WrappingKeySpec::parse("RSA_1024"), Err(Error::UnknownName { what: "wrapping key spec" }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn wrapped_material_opens_and_altered_material_does_not(
        material in proptest::collection::vec(any::<u8>(), 1..190),
        at in any::<prop::sample::Index>(),
    ) {
        let wrapping_key = wrapping_key();
        for algorithm in WrappingAlgorithm::ALL.iter().copied() {
            let wrapped = wrap(&wrapping_key, algorithm, &[5; 32], &material);
            let opened = wrapping_key.unwrap(algorithm, &wrapped).unwrap();
            prop_assert_eq!(opened.expose(), &material[..]);
            let bad = [
                flipped(&wrapped, at.index(wrapped.len() * 8)),
                wrapped[..at.index(wrapped.len())].to_vec(),
                [&wrapped[..], &[0]].concat(),
                vec![0; 7000],
            ];
            for bad in bad {
                prop_assert_eq!(wrapping_key.unwrap(algorithm, &bad).err(), Some(Error::InvalidWrapping));
            }
        }
    }
}

#[test]
fn the_aes_key_between_has_256_bits() {
    let wrapping_key = wrapping_key();
    let algorithm = WrappingAlgorithm::RsaAesKeyWrapSha256;
    let wrapped = wrap(&wrapping_key, algorithm, &[5; 16], b"material");
    assert_eq!(wrapping_key.unwrap(algorithm, &wrapped).err(), Some(Error::InvalidWrapping));
}

#[test]
fn key_wrap_knows_its_lengths() {
    let key = [1; 32];
    for length in [0, 8, 17, 65_544] {
        assert_eq!(key_wrap::wrap(&key, &vec![0; length]), Err(Error::WrappingLength), "{length}");
    }
    for length in [0, 65_537] {
        assert_eq!(
            key_wrap::wrap_with_padding(&key, &vec![0; length]),
            Err(Error::WrappingLength),
            "{length}"
        );
    }
    for length in [0, 15, 24] {
        assert_eq!(key_wrap::wrap(&vec![1; length], &[0; 16]), Err(Error::WrappingLength), "{length}");
    }
    let longest = vec![3; 65_536];
    let wrapped = key_wrap::wrap_with_padding(&key, &longest).unwrap();
    assert_eq!(key_wrap::unwrap_with_padding(&key, &wrapped).unwrap().expose(), longest);
    let wrapped = key_wrap::wrap(&key, &longest).unwrap();
    assert_eq!(key_wrap::unwrap(&key, &wrapped).unwrap().expose(), longest);
}

fn wrapping_key() -> WrappingKey {
    let key = WrappingKey::from_pkcs8_der(WrappingKeySpec::Rsa2048, &stored(KeySpec::Rsa2048)).unwrap();
    let again = key.to_pkcs8_der().unwrap();
    let again = WrappingKey::from_pkcs8_der(key.spec(), again.expose()).unwrap();
    assert_eq!(again.public_key_der(), key.public_key_der());
    again
}

/// What somebody does who imports a key.
fn wrap(key: &WrappingKey, algorithm: WrappingAlgorithm, aes_key: &[u8], material: &[u8]) -> Vec<u8> {
    let public = PublicKey::from_spki_der(KeySpec::Rsa2048, key.public_key_der()).unwrap();
    let sha1 = EncryptionAlgorithm::RsaesOaepSha1;
    let sha256 = EncryptionAlgorithm::RsaesOaepSha256;
    let both = |oaep| {
        let wrapped = key_wrap::wrap_with_padding(aes_key, material).unwrap();
        [public.encrypt(oaep, aes_key).unwrap(), wrapped].concat()
    };
    match algorithm {
        WrappingAlgorithm::RsaesOaepSha1 => public.encrypt(sha1, material).unwrap(),
        WrappingAlgorithm::RsaesOaepSha256 => public.encrypt(sha256, material).unwrap(),
        WrappingAlgorithm::RsaAesKeyWrapSha1 => both(sha1),
        WrappingAlgorithm::RsaAesKeyWrapSha256 => both(sha256),
    }
}
