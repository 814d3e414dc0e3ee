//! Ciphertexts and wrapped secrets. The bytes are read as both, and as edits of ones that were made with a fixed key.
//!
//! The key opens what it made and nothing else, and that only in its context or place.

use std::sync::LazyLock;

use envelope::{
    BackingKey, Ciphertext, EncryptionContext, Error, KeyId, KeyLocator, Random, StoreCiphertext, Wrapped,
    WrappingKey, decrypt, encrypt,
};
use secret::{SecretArray, SecretBytes};

use crate::edits::edited;

/// Runs the target.
pub fn run(input: &[u8]) {
    let world = &*WORLD;
    world.ciphertext(input);
    world.wrapped(input);
    world.ciphertext(&edited(&world.ciphertext, input));
    world.wrapped(&edited(&world.wrapped, input));

    if let Ok(read) = StoreCiphertext::parse(input) {
        assert_eq!(read.header().blob(read.sealed_by_store()), input);
        assert!(Ciphertext::parse(input).is_err());
    }
    if let Ok(text) = std::str::from_utf8(input)
        && let Ok(wrapped) = text.parse::<Wrapped>()
    {
        assert_eq!(wrapped.to_string(), text);
    }
}

const PLACE: &[u8] = b"place";
const PLAINTEXT: &[u8] = b"the plaintext";

struct World {
    backing: BackingKey,
    wrapping: WrappingKey,
    context: EncryptionContext,
    ciphertext: Vec<u8>,
    wrapped: Vec<u8>,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let key_id = KeyId::single_region([7; 16]);
    let locator: KeyLocator =
        format!("arn:aws:kms:eu-west-1:111122223333:key/{key_id}").parse().expect("a key ARN");
    let backing = BackingKey::new(key_id, SecretArray::new([1; 32]));
    let wrapping = WrappingKey::new(SecretArray::new([2; 32]));
    let context = EncryptionContext::from_iter([("tenant", "acme")]);
    let ciphertext = encrypt(&backing, &locator, PLAINTEXT, &context, &Counting).expect("encrypts");
    let wrapped = wrapping.wrap(&SecretBytes::copy_of(PLAINTEXT), PLACE, &Counting).expect("wraps");
    World { wrapped: wrapped.as_bytes().to_vec(), backing, wrapping, context, ciphertext }
});

/// The same bytes always, so that a finding can be repeated.
struct Counting;

impl Random for Counting {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        (0u8..=255).cycle().zip(bytes).for_each(|(next, byte)| *byte = next);
        Ok(())
    }
}

impl World {
    fn ciphertext(&self, bytes: &[u8]) {
        let parsed = match Ciphertext::parse(bytes) {
            Ok(parsed) => parsed,
            Err(error) => return assert_eq!(error, Error::Invalid),
        };
        let locator = parsed.locator();
        assert_eq!(locator.to_string().parse().as_ref(), Ok(locator));
        assert_eq!(parsed.key_id(), &locator.key_id);

        let is_ours = bytes == self.ciphertext;
        match decrypt(&self.backing, &parsed, &self.context) {
            Ok(plaintext) => assert!(is_ours && plaintext.expose() == PLAINTEXT, "opens what was not made"),
            Err(error) => assert!(!is_ours && error == Error::Invalid),
        }
        let none = EncryptionContext::new();
        assert_eq!(decrypt(&self.backing, &parsed, &none).err(), Some(Error::Invalid));
        // Whoever makes a blob can name any backing key; the material alone decides.
        let other = BackingKey::new(locator.key_id, SecretArray::new([3; 32]));
        assert_eq!(decrypt(&other, &parsed, &self.context).err(), Some(Error::Invalid));
    }

    fn wrapped(&self, bytes: &[u8]) {
        let parsed = match Wrapped::parse(bytes) {
            Ok(parsed) => parsed,
            Err(error) => return assert_eq!(error, Error::Invalid),
        };
        assert_eq!(parsed.as_bytes(), bytes);
        assert_eq!(parsed.to_string().parse().as_ref(), Ok(&parsed));
        let json = serde_json::to_string(&parsed).expect("text is JSON");
        assert!(serde_json::from_str::<Wrapped>(&json).is_ok_and(|again| again == parsed));

        let is_ours = bytes == self.wrapped;
        match self.wrapping.unwrap(&parsed, PLACE) {
            Ok(plaintext) => assert!(is_ours && plaintext.expose() == PLAINTEXT, "opens what was not made"),
            Err(error) => assert!(!is_ours && error == Error::Invalid),
        }
        assert_eq!(self.wrapping.unwrap(&parsed, b"elsewhere").err(), Some(Error::Invalid));
    }
}
