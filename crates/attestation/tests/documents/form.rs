//! What each field may be, from "Nitro Enclaves Attestation Process", section 3.2.2.

use attestation::Error;

use crate::platform::{PLATFORM, array, bytes, map, text, unsigned};

fn refusal(name: &'static str, value: Vec<u8>) -> Option<Error> {
    PLATFORM.verify(&PLATFORM.document(&PLATFORM.fields().set(name, value))).err()
}

fn is_accepted(name: &'static str, value: Vec<u8>) -> bool {
    refusal(name, value).is_none()
}

#[test]
fn fields_at_their_bounds() {
    let pcr = |index, length| map(&[(unsigned(index), bytes(&vec![1; length]))]);
    for length in [32, 48, 64] {
        assert!(is_accepted("pcrs", pcr(31, length)));
    }
    let all: Vec<_> = (0..32).map(|index| (unsigned(index), bytes(&[0; 48]))).collect();
    assert!(is_accepted("pcrs", map(&all)));
    assert!(is_accepted("public_key", bytes(&[0; 1024])));
    for name in ["user_data", "nonce"] {
        assert!(is_accepted(name, bytes(&[0; 512])));
        assert!(is_accepted(name, bytes(&[])));
    }
}

#[test]
fn wrong_fields() {
    let pcr = |index: Vec<u8>, value: Vec<u8>| map(&[(index, value)]);
    let register = bytes(&[0; 48]);
    let null = vec![0xf6];
    let cases = [
        ("module_id", text("")),
        ("module_id", bytes(b"i-1")),
        ("module_id", vec![0x61, 0xff]),
        ("module_id", null.clone()),
        ("digest", text("SHA256")),
        ("digest", text("sha384")),
        ("digest", null.clone()),
        ("timestamp", unsigned(0)),
        ("timestamp", unsigned(u64::MAX)),
        ("timestamp", unsigned(253_402_300_800_000)),
        ("timestamp", vec![0x20]),
        ("timestamp", text("2026-07-01T12:00:00Z")),
        ("timestamp", null.clone()),
        ("pcrs", map(&[])),
        ("pcrs", pcr(unsigned(32), register.clone())),
        ("pcrs", pcr(unsigned(256), register.clone())),
        ("pcrs", pcr(text("0"), register.clone())),
        ("pcrs", pcr(unsigned(0), bytes(&[0; 47]))),
        ("pcrs", pcr(unsigned(0), bytes(&[]))),
        ("pcrs", pcr(unsigned(0), text(&"0".repeat(48)))),
        ("pcrs", map(&[(unsigned(0), register.clone()), (unsigned(0), register.clone())])),
        ("pcrs", array(std::slice::from_ref(&register))),
        ("pcrs", null.clone()),
        ("certificate", bytes(&[])),
        ("certificate", bytes(&[0x30; 1025])),
        ("certificate", text("certificate")),
        ("certificate", null.clone()),
        ("cabundle", array(&[])),
        ("cabundle", array(&[bytes(&PLATFORM.root), bytes(&[])])),
        ("cabundle", array(&[bytes(&PLATFORM.root), bytes(&[0x30; 1025])])),
        ("cabundle", bytes(&PLATFORM.root)),
        ("cabundle", null.clone()),
        ("public_key", bytes(&[])),
        ("public_key", bytes(&[0; 1025])),
        ("public_key", text("key")),
        ("user_data", bytes(&[0; 513])),
        ("user_data", text("data")),
        ("nonce", bytes(&[0; 513])),
        ("nonce", unsigned(1)),
    ];
    for (name, value) in cases {
        let shown = format!("{value:02x?}");
        match refusal(name, value) {
            Some(Error::Malformed(reason)) => {
                let told = reason.contains(name) || reason.contains("PCR") || reason.contains("certificate");
                assert!(told, "{name} = {shown}: {reason}");
            }
            other => panic!("{name} = {shown}: {other:?}"),
        }
    }
}

#[test]
fn missing_fields() {
    for name in ["module_id", "digest", "timestamp", "pcrs", "certificate", "cabundle"] {
        let error = PLATFORM.verify(&PLATFORM.document(&PLATFORM.fields().without(name))).unwrap_err();
        assert!(error.to_string().contains(name), "{error}");
    }
    let least = PLATFORM.fields().without("public_key").without("user_data").without("nonce");
    assert!(PLATFORM.verify(&PLATFORM.document(&least)).is_ok());
}

#[test]
fn a_field_that_comes_twice_or_is_unknown() {
    for (name, value) in PLATFORM.fields().0 {
        let error = PLATFORM.verify(&PLATFORM.document(&PLATFORM.fields().with(name, value)));
        assert_eq!(error, Err(Error::Malformed("it has a field twice")), "{name}");
    }
    let both = PLATFORM.fields().with("nitrotpm_pcrs", map(&[(unsigned(0), bytes(&[0; 48]))]));
    assert_eq!(PLATFORM.verify(&PLATFORM.document(&both)), Err(Error::Malformed("it has a field twice")));
    let unknown = PLATFORM.fields().with("debug", unsigned(1));
    assert!(matches!(PLATFORM.verify(&PLATFORM.document(&unknown)), Err(Error::Malformed(_))));
}

#[test]
fn maps_and_arrays_may_have_indefinite_lengths_but_strings_come_in_one_piece() {
    let fields = PLATFORM.fields();
    assert!(PLATFORM.verify(&PLATFORM.sign(&fields.indefinite_payload())).is_ok());
    let mut unended = fields.indefinite_payload();
    unended.pop();
    assert!(PLATFORM.verify(&PLATFORM.sign(&unended)).is_err());

    let indefinite = |first: u8, items: &[Vec<u8>]| [vec![first], items.concat(), vec![0xff]].concat();
    let bundle: Vec<_> =
        std::iter::once(&PLATFORM.root).chain(&PLATFORM.intermediates).map(|der| bytes(der)).collect();
    assert!(is_accepted("cabundle", indefinite(0x9f, &bundle)));
    assert!(is_accepted("pcrs", indefinite(0xbf, &[unsigned(0), bytes(&[0; 48])])));
    assert!(!is_accepted("pcrs", indefinite(0xbf, &[unsigned(0)])));
    assert!(!is_accepted("user_data", indefinite(0x5f, &[bytes(b"user"), bytes(b"data")])));
    assert!(!is_accepted("module_id", indefinite(0x7f, &[text("i-"), text("1")])));
}

#[test]
fn numbers_have_their_shortest_form() {
    assert!(is_accepted("user_data", vec![0x41, 0x00]));
    assert!(!is_accepted("user_data", vec![0x58, 0x01, 0x00]));
    assert!(!is_accepted("user_data", vec![0x59, 0x00, 0x01, 0x00]));
    assert!(!is_accepted("pcrs", [&[0xa1, 0x18, 0x00][..], &bytes(&[0; 48])].concat()));
    assert!(!is_accepted("user_data", vec![0x5c]));
}

#[test]
fn the_envelope() {
    let correct = PLATFORM.document(&PLATFORM.fields());
    let tagged = |tag: u8| [&[tag][..], &correct].concat();
    assert!(PLATFORM.verify(&tagged(0xd2)).is_ok());
    for wrong in [tagged(0xd1), tagged(0xd3), [&[0xd2, 0xd2][..], &correct].concat(), vec![], vec![0xd2]] {
        assert!(matches!(PLATFORM.verify(&wrong), Err(Error::Malformed(_))));
    }
    let longer = [&correct[..], &[0]].concat();
    assert_eq!(PLATFORM.verify(&longer), Err(Error::Malformed("something follows its end")));

    let payload = PLATFORM.fields().payload();
    let es384 = bytes(&[0xa1, 0x01, 0x38, 0x22]);
    let signature = bytes(&correct[correct.len() - 96..]);
    let parts = [es384, map(&[]), bytes(&payload), signature];
    assert_eq!(array(&parts), correct);
    let with = |place: usize, part: Vec<u8>| {
        let mut parts = parts.to_vec();
        parts[place] = part;
        array(&parts)
    };
    let wrong = [
        with(0, bytes(&[0xa1, 0x01, 0x26])),
        with(0, bytes(&[0xa0])),
        with(0, bytes(&[0xa2, 0x01, 0x38, 0x22, 0x04, 0x41, 0x31])),
        with(1, map(&[(unsigned(1), vec![0x38, 0x22])])),
        with(1, bytes(&[])),
        with(2, bytes(&[])),
        with(2, vec![0xf6]),
        with(2, bytes(&vec![0xa0; 16385])),
        with(3, bytes(&[0; 95])),
        with(3, bytes(&[0; 97])),
        with(3, bytes(&[])),
        array(&parts[..3]),
        array(&[&parts[..], &[map(&[])]].concat()),
    ];
    for document in wrong {
        assert!(matches!(PLATFORM.verify(&document), Err(Error::Malformed(_))), "{document:02x?}");
    }
    assert_eq!(PLATFORM.verify(&with(3, bytes(&[0; 96]))), Err(Error::Signature));
}

#[test]
fn something_after_the_payloads_map() {
    let payload = [PLATFORM.fields().payload(), vec![0]].concat();
    let error = PLATFORM.verify(&PLATFORM.sign(&payload));
    assert_eq!(error, Err(Error::Malformed("something follows the map in its payload")));
}
