//! What key stores seal, and their names of keys. The bytes are read as both.
//!
//! A sealed message that parses has parts within their bounds, which make the same message, and is written as the same bytes.

use key_store::{MAX_METADATA, MAX_PLAINTEXT, Sealed, StoreKeyId};

/// Runs the target.
pub fn run(input: &[u8]) {
    match Sealed::parse(input) {
        Ok(sealed) => {
            assert_eq!(sealed.to_bytes(), input);
            assert!(matches!(sealed.iv().len(), 12 | 16));
            assert!(sealed.metadata().len() <= MAX_METADATA && sealed.ciphertext().len() <= MAX_PLAINTEXT);
            let [iv, metadata, ciphertext] =
                [sealed.iv(), sealed.metadata(), sealed.ciphertext()].map(<[u8]>::to_vec);
            assert_eq!(Sealed::new(iv, sealed.tag(), metadata, ciphertext), Ok(sealed));
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    if let Ok(text) = std::str::from_utf8(input)
        && let Ok(id) = StoreKeyId::parse(text)
    {
        assert_eq!(id.as_str(), text);
        assert!(text.len() <= 128 && !text.contains(['/', '%', '?', '#']), "it is safe in a path");
    }
}
