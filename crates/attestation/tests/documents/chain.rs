//! What the certificates must be.

use attestation::{Error, Root, Verifier};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, IsCa, KeyPair, KeyUsagePurpose,
    PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_ECDSA_P521_SHA512, PKCS_ED25519,
};

use crate::platform::{FRESHNESS, HOUR, NOW, PLATFORM, Platform, array, at, bytes};

fn with(place: usize, change: impl Fn(&mut CertificateParams)) -> Platform {
    Platform::with(|found, params| {
        if found == place {
            change(params);
        }
    })
}

#[test]
fn a_root_is_a_certificate_authority() {
    let refusal = |der: &[u8]| Root::from_der(der).err();
    assert!(matches!(refusal(&PLATFORM.signer), Some(Error::Root(_))));
    assert!(matches!(refusal(b"root"), Some(Error::Root(_))));
    assert!(matches!(refusal(&[&PLATFORM.root[..], &[0]].concat()), Some(Error::Root(_))));
    let mute = with(0, |root| root.key_usages = vec![KeyUsagePurpose::CrlSign]);
    assert!(matches!(refusal(&mute.root), Some(Error::Root(_))));
    assert!(matches!(Root::from_pem(b"root").err(), Some(Error::Root(_))));
}

#[test]
fn one_of_several_roots_is_enough() {
    let roots = [&Platform::new().root, &PLATFORM.root].map(|der| Root::from_der(der).unwrap());
    let document = PLATFORM.document(&PLATFORM.fields());
    assert!(Verifier::new(roots.to_vec()).verify(&document, NOW, FRESHNESS).is_ok());
}

#[test]
fn every_certificate_must_be_valid_now() {
    for place in 0..=3 {
        let expired =
            with(place, |params| params.not_after = at(NOW.minus(HOUR / 60))).verdict().unwrap_err();
        let early = with(place, |params| params.not_before = at(NOW.plus(HOUR / 60))).verdict().unwrap_err();
        if place == 0 {
            assert_eq!(
                (expired, early),
                (Error::RootNotValid { now: NOW }, Error::RootNotValid { now: NOW })
            );
        } else {
            assert!(
                matches!(expired, Error::Chain(webpki::Error::CertExpired { .. })),
                "{place}: {expired:?}"
            );
            assert!(
                matches!(early, Error::Chain(webpki::Error::CertNotValidYet { .. })),
                "{place}: {early:?}"
            );
        }
    }
}

#[test]
fn dates_from_2050_on_are_understood() {
    let far = clock::Timestamp::parse_iso8601("2051-03-04T05:06:07Z").unwrap();
    for place in 0..=3 {
        assert!(with(place, |params| params.not_after = at(far)).verdict().is_ok());
    }
}

#[test]
fn authorities_may_sign_certificates_and_signers_documents() {
    for place in 1..=2 {
        let mute = with(place, |authority| authority.key_usages = vec![KeyUsagePurpose::DigitalSignature]);
        assert!(matches!(mute.verdict(), Err(Error::ChainForm(_))));
        let unlimited = with(place, |authority| authority.key_usages = vec![]);
        assert!(matches!(unlimited.verdict(), Err(Error::ChainForm(_))));
        let no_authority = with(place, |authority| authority.is_ca = IsCa::ExplicitNoCa);
        assert!(matches!(no_authority.verdict(), Err(Error::ChainForm(_))));
    }
    for usages in [vec![], vec![KeyUsagePurpose::KeyCertSign], vec![KeyUsagePurpose::KeyAgreement]] {
        let mute = with(3, |signer| signer.key_usages = usages.clone());
        assert!(matches!(mute.verdict(), Err(Error::ChainForm(_))));
    }
    let authority = with(3, |signer| signer.is_ca = IsCa::Ca(BasicConstraints::Unconstrained));
    assert!(matches!(authority.verdict(), Err(Error::Chain(webpki::Error::CaUsedAsEndEntity))));
    let limited = with(3, |signer| signer.is_ca = IsCa::Ca(BasicConstraints::Constrained(0)));
    assert!(matches!(limited.verdict(), Err(Error::ChainForm(_))));
    assert!(with(3, |signer| signer.is_ca = IsCa::NoCa).verdict().is_ok());
}

#[test]
fn path_lengths_hold() {
    let limited = |place, length| {
        with(place, |authority| authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(length))).verdict()
    };
    assert!(limited(0, 2).is_ok());
    assert!(matches!(limited(0, 1), Err(Error::ChainForm(_))));
    assert!(limited(1, 1).is_ok());
    assert!(matches!(limited(1, 0), Err(Error::Chain(webpki::Error::PathLenConstraintViolated))));
    assert!(limited(2, 0).is_ok());
}

#[test]
fn the_bundle_is_the_chain_from_the_root_down() {
    let verdict = |bundle: &[&Vec<u8>]| {
        let bundle: Vec<_> = bundle.iter().map(|der| bytes(der)).collect();
        PLATFORM.verify(&PLATFORM.document(&PLATFORM.fields().set("cabundle", array(&bundle))))
    };
    let (root, [upper, lower]) = (&PLATFORM.root, &PLATFORM.intermediates[..]) else {
        panic!("the tests' platform has two intermediate certificates")
    };
    let stranger = Platform::new();
    assert!(verdict(&[root, upper, lower]).is_ok());
    assert!(matches!(verdict(&[root, lower, upper]), Err(Error::ChainForm(_))));
    assert!(matches!(verdict(&[root, upper, lower, lower]), Err(Error::ChainForm(_))));
    assert!(matches!(verdict(&[root, upper, lower, &stranger.intermediates[0]]), Err(Error::ChainForm(_))));
    assert!(matches!(verdict(&[root, upper]), Err(Error::ChainForm(_))));
    assert!(matches!(verdict(&[root, lower]), Err(Error::ChainForm(_))));
    assert!(matches!(verdict(&[root]), Err(Error::ChainForm(_))));
    assert!(matches!(verdict(&[root, &stranger.intermediates[0], lower]), Err(Error::Chain(_))));
    assert_eq!(verdict(&[upper, lower]), Err(Error::UntrustedRoot));
    assert_eq!(verdict(&[&stranger.root, upper, lower]), Err(Error::UntrustedRoot));
}

#[test]
fn certificates_of_one_name_are_no_maze() {
    let name = |place: usize| {
        move |_: usize, params: &mut CertificateParams| {
            params.distinguished_name = DistinguishedName::new();
            params.distinguished_name.push(DnType::CommonName, if place == 0 { "maze" } else { "deep" });
        }
    };
    // Each issued by its own name, and the signer too: any order of any of them could be the chain.
    let mazes: Vec<Platform> = (0..15).map(|_| Platform::with(name(0))).collect();
    let all: Vec<_> = mazes.iter().flat_map(|maze| &maze.intermediates).collect();
    let signer = &mazes[0].signer;
    for count in [1, 2, 6, 7, all.len()] {
        let bundle: Vec<_> = std::iter::once(&PLATFORM.root)
            .chain(all.iter().copied().take(count))
            .map(|der| bytes(der))
            .collect();
        let fields = PLATFORM.fields().set("cabundle", array(&bundle)).set("certificate", bytes(signer));
        let error = PLATFORM.verify(&PLATFORM.document(&fields)).unwrap_err();
        assert!(matches!(error, Error::ChainForm(_)), "{count}: {error:?}");
    }
    // Under the root's own name too.
    assert!(matches!(Platform::with(name(1)).verdict(), Err(Error::ChainForm(_))));
}

#[test]
fn a_forged_certificate_of_the_same_names_is_refused() {
    let forger = Platform::new();
    let fields = PLATFORM.fields().set("certificate", bytes(&forger.signer));
    let error = PLATFORM.verify(&forger.document(&fields)).unwrap_err();
    assert!(matches!(error, Error::Chain(webpki::Error::InvalidSignatureForPublicKey)), "{error:?}");
}

#[test]
fn the_signers_key_is_on_p384() {
    let signer = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    let other = Platform::with_signer_key(signer, |_, _| {});
    assert_eq!(other.key.algorithm(), &PKCS_ECDSA_P256_SHA256);
    let document = PLATFORM.sign(&other.fields().payload());
    assert!(matches!(other.verify(&document), Err(Error::ChainForm(_))));
}

#[test]
fn certificates_are_signed_on_p384_or_p256() {
    let verdict = |algorithm| {
        let signer = KeyPair::generate_for(&PKCS_ECDSA_P384_SHA384).unwrap();
        Platform::with_keys(algorithm, signer, |_, _| {}).verdict()
    };
    assert!(verdict(&PKCS_ECDSA_P256_SHA256).is_ok());
    assert!(matches!(verdict(&PKCS_ED25519), Err(Error::Chain(_))));
    assert!(matches!(verdict(&PKCS_ECDSA_P521_SHA512), Err(Error::Chain(_))));
}
