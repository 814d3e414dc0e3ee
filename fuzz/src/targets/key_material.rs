//! Imported key material. The bytes are read as the material of every kind of key (PKCS #8 or raw bytes), and as material that is wrapped
//! with AES key wrap.
//!
//! One key has one text, whatever form it came in: that is how the same material is known when it is imported again. What opens as wrapped
//! material is what wrapping makes.

use key_algorithms::{Error, KeyMaterial, KeySpec, key_wrap};

use crate::edits::edited;

/// Runs the target.
pub fn run(input: &[u8]) {
    let pairs = KeySpec::ALL.iter().filter(|spec| material(**spec, input) && spec.is_key_pair());
    assert!(pairs.count() <= 1, "one private key for two key specs");
    wrapped(input);
    let made = key_wrap::wrap_with_padding(&KEY, MATERIAL).expect("wraps");
    wrapped(&made);
    wrapped(&edited(&made, input));
}

const KEY: [u8; 32] = [5; 32];
const MATERIAL: &[u8] = b"the material, of some length";

/// Whether it is material for a key of this spec.
fn material(spec: KeySpec, bytes: &[u8]) -> bool {
    let Ok(read) = KeyMaterial::from_bytes(spec, bytes) else { return false };
    assert_eq!(read.spec(), spec);
    let text = read.to_bytes().expect("has a text");
    let again = KeyMaterial::from_bytes(spec, text.expose()).expect("reads its own text");
    assert!(again.to_bytes().is_ok_and(|same| same.expose() == text.expose()), "{spec} has two texts");
    true
}

fn wrapped(bytes: &[u8]) {
    match key_wrap::unwrap_with_padding(&KEY, bytes) {
        Ok(material) => {
            let again = key_wrap::wrap_with_padding(&KEY, material.expose()).expect("wraps");
            assert_eq!(again, bytes, "opens what wrapping does not make");
        }
        Err(error) => assert_eq!(error, Error::InvalidWrapping),
    }
}
