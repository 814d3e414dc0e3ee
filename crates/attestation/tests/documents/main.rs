//! Documents made here, right and wrong.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "helpers of tests, which may panic as tests do"
)]

mod chain;
mod form;
mod platform;

use attestation::{Error, Platform as Measured};
use platform::{FRESHNESS, NOW, PLATFORM, Platform, bytes, map, text, unsigned};
use proptest::prelude::*;
use rcgen::PublicKeyData;

#[test]
fn a_correct_document_says_what_was_signed() {
    let document = PLATFORM.verdict().unwrap();
    assert_eq!(document.platform(), Measured::NitroEnclave);
    assert_eq!(document.module_id(), "i-0123456789abcdef0-enc0123456789abcdef");
    assert_eq!(document.timestamp().millis(), NOW.millis() - 1000);
    assert_eq!(document.pcrs().map(|(index, value)| (index, value.len())).collect::<Vec<_>>().len(), 4);
    assert_eq!(document.public_key(), Some(platform::PUBLIC_KEY));
    assert_eq!(document.user_data(), Some(&b"user data"[..]));
    assert_eq!(document.nonce(), None);
    assert!(document.recipient().is_ok());
}

#[test]
fn condition_keys_of_an_enclave() {
    let keys = PLATFORM.verdict().unwrap().condition_keys();
    let expected = [("ImageSha384", "00"), ("PCR0", "00"), ("PCR1", "01"), ("PCR2", "02"), ("PCR3", "03")];
    let expected = expected.map(|(name, byte)| (format!("kms:RecipientAttestation:{name}"), byte.repeat(48)));
    assert_eq!(keys, expected);
}

#[test]
fn what_a_record_says_of_a_document() {
    let names = |fields| {
        let document = PLATFORM.verify(&PLATFORM.document(&fields)).unwrap();
        document.record_fields().into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    let pcrs = || map(&[(unsigned(0), bytes(&[1; 48])), (unsigned(4), bytes(&[2; 48]))]);
    assert_eq!(
        names(PLATFORM.fields().set("pcrs", pcrs())),
        [
            "attestationDocumentModuleId",
            "attestationDocumentEnclaveImageDigest",
            "attestationDocumentEnclavePCR4",
        ]
    );
    assert_eq!(
        names(PLATFORM.fields().without("pcrs").with("nitrotpm_pcrs", pcrs())),
        ["attestationDocumentModuleId", "attestationDocumentNitroTPMPCR0", "attestationDocumentNitroTPMPCR4"]
    );
}

#[test]
fn condition_keys_of_an_instance_with_nitro_tpm() {
    let pcrs = map(&[(unsigned(4), bytes(&[0xab; 48])), (unsigned(7), bytes(&[0xcd; 48]))]);
    let fields = PLATFORM.fields().without("pcrs").with("nitrotpm_pcrs", pcrs);
    let document = PLATFORM.verify(&PLATFORM.document(&fields)).unwrap();
    assert_eq!(document.platform(), Measured::NitroTpm);
    assert_eq!(
        document.condition_keys(),
        [
            ("kms:RecipientAttestation:NitroTPMPCR4".to_owned(), "ab".repeat(48)),
            ("kms:RecipientAttestation:NitroTPMPCR7".to_owned(), "cd".repeat(48)),
        ]
    );
}

#[test]
fn a_document_without_a_usable_key_is_accepted_but_has_no_recipient() {
    let recipient = |fields| PLATFORM.verify(&PLATFORM.document(&fields)).unwrap().recipient().err();
    assert_eq!(recipient(PLATFORM.fields().without("public_key")), Some(Error::NoPublicKey));
    assert_eq!(recipient(PLATFORM.fields().set("public_key", vec![0xf6])), Some(Error::NoPublicKey));
    assert_eq!(recipient(PLATFORM.fields().set("public_key", bytes(b"key"))), Some(Error::PublicKey));
    let longer = [platform::PUBLIC_KEY, &[0]].concat();
    assert_eq!(recipient(PLATFORM.fields().set("public_key", bytes(&longer))), Some(Error::PublicKey));
    let point = PLATFORM.key.subject_public_key_info();
    assert_eq!(recipient(PLATFORM.fields().set("public_key", bytes(&point))), Some(Error::PublicKey));
}

#[test]
fn the_time_in_a_document_must_be_near() {
    let made = |millis: i64| {
        let fields = PLATFORM.fields().set("timestamp", unsigned(u64::try_from(millis).unwrap()));
        PLATFORM
            .verify(&PLATFORM.document(&fields))
            .map(|document| document.timestamp().millis() - NOW.millis())
    };
    assert_eq!(made(NOW.millis() - 300_000), Ok(-300_000));
    assert!(matches!(made(NOW.millis() - 300_001), Err(Error::Expired { .. })));
    assert_eq!(made(NOW.millis() + 60_000), Ok(60_000));
    assert!(matches!(made(NOW.millis() + 60_001), Err(Error::NotYetMade { .. })));
}

#[test]
fn another_key_than_the_certificates_signs_in_vain() {
    let stranger = Platform::new();
    assert_eq!(PLATFORM.verify(&stranger.sign(&PLATFORM.fields().payload())), Err(Error::Signature));
    assert_eq!(PLATFORM.verify(&stranger.document(&stranger.fields())), Err(Error::UntrustedRoot));
}

#[test]
fn the_key_may_come_with_any_wording_of_module_id() {
    let fields = PLATFORM.fields().set("module_id", text("ü"));
    assert_eq!(PLATFORM.verify(&PLATFORM.document(&fields)).unwrap().module_id(), "ü");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn a_document_with_any_byte_changed_is_refused(place: prop::sample::Index, change in 1_u8..) {
        static DOCUMENT: std::sync::LazyLock<Vec<u8>> =
            std::sync::LazyLock::new(|| PLATFORM.document(&PLATFORM.fields()));
        let mut document = DOCUMENT.clone();
        prop_assert!(PLATFORM.verify(&document).is_ok());
        let place = place.index(document.len());
        document[place] ^= change;
        prop_assert!(PLATFORM.verify(&document).is_err(), "byte {place} does not count");
    }

    #[test]
    fn a_document_cut_short_is_refused(length: prop::sample::Index) {
        let document = PLATFORM.document(&PLATFORM.fields());
        prop_assert!(PLATFORM.verify(&document[..length.index(document.len())]).is_err());
    }

    #[test]
    fn any_bytes_are_an_error(document in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(PLATFORM.verifier().verify(&document, NOW, FRESHNESS).is_err());
    }

    #[test]
    fn any_signed_payload_is_an_error(payload in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(PLATFORM.verify(&PLATFORM.sign(&payload)).is_err());
    }

    #[test]
    fn any_value_in_any_field_does_not_panic(
        name in prop::sample::select(PLATFORM.fields().0.into_iter().map(|(name, _)| name).collect::<Vec<_>>()),
        value in prop::collection::vec(any::<u8>(), 0..80),
    ) {
        let _ = PLATFORM.verify(&PLATFORM.document(&PLATFORM.fields().set(name, value)));
    }

    #[test]
    fn any_certificate_and_any_key_do_not_panic(place: prop::sample::Index, byte: u8) {
        let mut certificate = PLATFORM.signer.clone();
        let place = place.index(certificate.len());
        certificate[place] = byte;
        let _ = attestation::Root::from_der(&certificate);
        let _ = PLATFORM.verify(&PLATFORM.document(&PLATFORM.fields().set("certificate", bytes(&certificate))));
        let mut key = platform::PUBLIC_KEY.to_vec();
        let place = place % key.len();
        key[place] = byte;
        let _ = attestation::Recipient::from_spki_der(&key);
    }
}
