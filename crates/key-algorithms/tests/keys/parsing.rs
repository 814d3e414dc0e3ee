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
                    assert!(matches!(private, Some(Error::WrongKind { .. })), "{spec} as {other}");
                    assert!(matches!(public, Some(Error::WrongKind { .. })), "{spec} as {other}");
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

/// Version 2 of PKCS#8 (RFC 5958) may hold the public key and attributes.
#[test]
fn copies_of_the_public_key_must_match() {
    for spec in pairs() {
        let (key, other) = (key(spec), second(spec));
        let version_1 = key.to_pkcs8_der().unwrap();
        let with = |version: u8, parts: &[Vec<u8>]| {
            let (_, content) = header(version_1.expose());
            let content = [&[2, 1, version], &content[3..], &parts.concat()].concat();
            PrivateKey::from_pkcs8_der(spec, &element(0x30, &content))
                .map(|key| key.public_key_der().to_vec())
        };
        let copy = |key: &[u8]| {
            // The last element of a SubjectPublicKeyInfo is the BIT STRING, whose content this field has too.
            let (_, content) = header(key);
            let (algorithm, _) = header(content);
            let (_, bits) = header(&content[algorithm..]);
            element(0x81, bits)
        };
        let attributes = element(0xa0, &[]);
        let expected = Ok(key.public_key_der().to_vec());
        assert_eq!(with(0, std::slice::from_ref(&attributes)), expected, "{spec}");
        assert_eq!(with(1, &[attributes, copy(key.public_key_der())]), expected, "{spec}");
        for (version, parts) in [
            (1, vec![copy(&other)]),
            (1, vec![copy(key.public_key_der()), copy(key.public_key_der())]),
            (1, vec![element(0x81, &[])]),
            (0, vec![copy(key.public_key_der())]),
            (2, vec![]),
        ] {
            let outcome = with(version, &parts);
            assert!(
                matches!(outcome, Err(Error::InvalidPrivateKey { .. })),
                "{spec} {version} {outcome:02x?}"
            );
        }
    }
}

/// The public half of another key; for RSA, which is slow to make, of the same one with another last byte.
fn second(spec: KeySpec) -> Vec<u8> {
    match spec {
        KeySpec::Rsa2048 | KeySpec::Rsa3072 | KeySpec::Rsa4096 => {
            super::flipped(key(spec).public_key_der(), 500)
        }
        _ => PrivateKey::generate(spec).unwrap().public_key_der().to_vec(),
    }
}

/// The length of the element at the start of `bytes`, and its content.
fn header(bytes: &[u8]) -> (usize, &[u8]) {
    let (head, length) = match bytes[1] {
        0x81 => (3, usize::from(bytes[2])),
        0x82 => (4, usize::from(bytes[2]) << 8 | usize::from(bytes[3])),
        length => (2, usize::from(length)),
    };
    (head + length, &bytes[head..head + length])
}

fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let head = match length {
        0..0x80 => vec![tag, length as u8],
        0x80..0x100 => vec![tag, 0x81, length as u8],
        _ => vec![tag, 0x82, (length >> 8) as u8, length as u8],
    };
    [head, content.to_vec()].concat()
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
