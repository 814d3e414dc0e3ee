use key_algorithms::{Error, KeyMaterial, KeySpec, PrivateKey, PublicKey};
use proptest::prelude::*;

use super::{key, pairs, stored};

#[test]
fn keys_are_of_their_spec_only() {
    for spec in pairs() {
        let (private, public) = (stored(spec), key(spec).public_key_der().to_vec());
        for other in KeySpec::ALL.iter().copied().filter(|other| *other != spec) {
            let private = PrivateKey::from_pkcs8_der(other, &private).err();
            let public = PublicKey::from_spki_der(other, &public).err();
            match other.is_key_pair() {
                true => {
                    assert!(matches!(private, Some(Error::InvalidPrivateKey { .. })), "{spec} as {other}");
                    assert!(matches!(public, Some(Error::InvalidPublicKey { .. })), "{spec} as {other}");
                }
                false => {
                    assert!(matches!(private, Some(Error::AlgorithmNotAllowed { .. })), "{spec} as {other}");
                    assert!(matches!(public, Some(Error::AlgorithmNotAllowed { .. })), "{spec} as {other}");
                }
            }
        }
    }
}

#[test]
fn nothing_may_be_missing_or_follow() {
    for spec in pairs() {
        let (private, public) = (stored(spec), key(spec).public_key_der().to_vec());
        for (private, public) in [
            (&private[..private.len() - 1], &public[..public.len() - 1]),
            (&[&private[..], &[0]].concat(), &[&public[..], &[0]].concat()),
            (&public, &private),
            (&[], &[]),
            (&[0x30; 9000], &[0x30; 9000]),
        ] {
            assert!(PrivateKey::from_pkcs8_der(spec, private).is_err(), "{spec}");
            assert!(PublicKey::from_spki_der(spec, public).is_err(), "{spec}");
        }
    }
}

#[test]
fn material_of_every_spec_is_stored_and_read() {
    for spec in KeySpec::ALL.iter().copied() {
        let material = KeyMaterial::from_bytes(spec, &stored(spec)).unwrap();
        let bytes = material.to_bytes().unwrap();
        let again = KeyMaterial::from_bytes(spec, bytes.expose()).unwrap();
        assert!(again.spec() == spec && again.to_bytes().unwrap() == bytes, "{spec}");
        // RSA keys are slow to make.
        if !spec.as_str().starts_with("RSA") {
            assert_eq!(KeyMaterial::generate(spec).unwrap().spec(), spec);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever the bytes, there is a key or an error. A key that is read is one that works.
    #[test]
    fn altered_keys_never_panic(
        edits in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in any::<prop::sample::Index>(),
    ) {
        for spec in pairs().filter(|spec| !matches!(spec, KeySpec::Rsa3072 | KeySpec::Rsa4096)) {
            let mut private = stored(spec);
            let mut public = public_of(spec);
            for (at, value) in &edits {
                let place = at.index(private.len());
                private[place] = *value;
                let place = at.index(public.len());
                public[place] = *value;
            }
            if let Ok(key) = PrivateKey::from_pkcs8_der(spec, &private) {
                prop_assert!(key.to_pkcs8_der().is_ok());
            }
            let _ = PublicKey::from_spki_der(spec, &public);
            prop_assert!(PrivateKey::from_pkcs8_der(spec, &private[..cut.index(private.len())]).is_err());
            prop_assert!(PublicKey::from_spki_der(spec, &public[..cut.index(public.len())]).is_err());
        }
    }

    #[test]
    fn any_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        for spec in KeySpec::ALL.iter().copied() {
            let _ = KeyMaterial::from_bytes(spec, &bytes);
            prop_assert!(PublicKey::from_spki_der(spec, &bytes).is_err());
        }
    }
}

/// Kept, because expanding an ML-KEM or ML-DSA key for each case is slow.
fn public_of(spec: KeySpec) -> Vec<u8> {
    use std::collections::HashMap;
    use std::sync::LazyLock;
    static PUBLIC: LazyLock<HashMap<KeySpec, Vec<u8>>> =
        LazyLock::new(|| pairs().map(|spec| (spec, key(spec).public_key_der().to_vec())).collect());
    PUBLIC[&spec].clone()
}
