//! `CiphertextForRecipient`, opened by OpenSSL. The command `openssl` must be installed; Debian has it in `openssl`.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests, which may panic as tests do")]

use std::process::Command;

use attestation::Recipient;
use proptest::prelude::*;
use secret::SecretArray;

const PUBLIC_KEY: &[u8] = include_bytes!("public-key.der");
const KEY_FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/enveloped_data/key.pem");
const CONTENT_KEY: [u8; 32] = [7; 32];
const IV: [u8; 16] = [9; 16];

fn encrypted(plaintext: &[u8]) -> Vec<u8> {
    let recipient = Recipient::from_spki_der(PUBLIC_KEY).unwrap();
    recipient.encrypt(plaintext, &SecretArray::new(CONTENT_KEY), IV).unwrap()
}

fn opened_by_openssl(ciphertext: &[u8]) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ciphertext");
    std::fs::write(&file, ciphertext).unwrap();
    let output = Command::new("openssl")
        .args(["cms", "-decrypt", "-binary", "-debug_decrypt", "-inform", "DER", "-inkey", KEY_FILE, "-in"])
        .arg(&file)
        .output()
        .expect("the command openssl must be installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn openssl_opens_it() {
    for length in [1, 15, 16, 17, 32, 1000, 1024, 2400] {
        let plaintext: Vec<u8> = (0..length).map(|place| place as u8).collect();
        assert_eq!(opened_by_openssl(&encrypted(&plaintext)), plaintext);
    }
}

/// The bytes that are the same in every answer of AWS KMS for a key of 2048 bits and a plaintext of less than 16 bytes;
/// compared with the answers quoted in RustCrypto/formats issue 779.
#[test]
fn its_layout_is_that_of_aws() {
    let hex = |text: &str| -> Vec<u8> { hex::decode(text.replace([' ', '\n'], "")).unwrap() };
    let ciphertext = encrypted(b"secret");
    let (head, rest) = ciphertext.split_at(33);
    let (_key_identifier, rest) = rest.split_at(32);
    let (algorithm, rest) = rest.split_at(66);
    let (_encrypted_key, rest) = rest.split_at(256);
    let (content_algorithm, rest) = rest.split_at(28);
    let (iv, rest) = rest.split_at(16);
    let (content_head, rest) = rest.split_at(4);
    let (_content, end) = rest.split_at(16);
    assert_eq!(head, hex("3080 06092a864886f70d010703 a080 3080 020102 3182016b 30820167 020102 8020"));
    assert_eq!(
        algorithm,
        hex("303c 06092a864886f70d010107 302f a00f 300d 06096086480165030402010500
             a11c 301a 06092a864886f70d010108 300d 06096086480165030402010500 04820100")
    );
    assert_eq!(content_algorithm, hex("3080 06092a864886f70d010701 301d 060960864801650304012a 0410"));
    assert_eq!(iv, IV);
    assert_eq!(content_head, hex("a080 0410"));
    assert_eq!(end, [0; 10]);
}

#[test]
fn the_key_is_wrapped_anew_each_time() {
    let (first, second) = (encrypted(b"secret"), encrypted(b"secret"));
    assert_ne!(first, second);
    assert_eq!(first.len(), second.len());
}

#[test]
fn a_key_of_1024_bits_is_refused() {
    let key = |size: &[u8], modulus: &[u8]| {
        let head = hex::decode("300d06092a864886f70d0101010500").unwrap();
        [
            &[0x30, 0x81, size[0]][..],
            &head,
            &[0x03, 0x81, size[1], 0x00, 0x30, 0x81, size[2], 0x02, 0x81, size[3]],
            modulus,
            b"\x02\x03\x01\x00\x01",
        ]
        .concat()
    };
    let modulus = [&[0][..], &[0xff; 128]].concat();
    let spki = key(&[0x9f, 0x8d, 0x89, 0x81], &modulus);
    assert_eq!(Recipient::from_spki_der(&spki).err(), Some(attestation::Error::PublicKey));
}

proptest! {
    #[test]
    fn any_bytes_are_a_key_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Recipient::from_spki_der(&bytes).is_err());
    }

    #[test]
    fn the_plaintext_is_not_in_the_ciphertext(plaintext in prop::collection::vec(any::<u8>(), 8..200)) {
        let ciphertext = encrypted(&plaintext);
        prop_assert!(!ciphertext.windows(plaintext.len()).any(|window| window == plaintext));
    }
}
