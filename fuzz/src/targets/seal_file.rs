//! Root key files. The bytes are read as the text of a file of either kind, as they are and with a right checksum behind them.
//!
//! A key file that opens is, but for line breaks at its end, the file that is written for the key in it. A passphrase file is
//! not opened with a right checksum: guessing passphrases is made to be slow.

use std::fs;
use std::io::Write;

use seal::{Error, KeyFile, PassphraseFile, Seal};
use secret::SecretString;
use tempfile::NamedTempFile;

/// Runs the target.
pub fn run(input: &[u8]) {
    key_file(input);
    passphrase_file(input);
    let checksum = hex::encode(sigv4::sha256(input));
    key_file(&[input, b"checksum: ", checksum.as_bytes(), b"\n"].concat());
}

fn key_file(text: &[u8]) {
    let file = private_file(text);
    match KeyFile::new(file.path()).unseal() {
        Ok(root) => {
            let folder = tempfile::tempdir().expect("a folder");
            let again = KeyFile::create(folder.path().join("again"), &root).expect("a new file");
            assert_eq!(trimmed(&fs::read(again.path()).expect("a file")), trimmed(text));
        }
        Err(error) => refused(&error, text),
    }
}

fn passphrase_file(text: &[u8]) {
    let passphrase = SecretString::new("correct horse battery staple".to_owned());
    let file = private_file(text);
    match PassphraseFile::new(file.path(), passphrase).unseal() {
        Ok(_) => panic!("opens with a passphrase that no file was made with"),
        Err(error) => refused(&error, text),
    }
}

fn refused(error: &Error, text: &[u8]) {
    let is_of_content = matches!(
        error,
        Error::Truncated { .. }
            | Error::NotAKeyFile { .. }
            | Error::OtherKind { .. }
            | Error::Altered { .. }
            | Error::CostInFile { .. }
            | Error::WrongPassphrase { .. }
    );
    assert!(is_of_content, "{error}");
    // The message must not repeat a key from the file.
    let message = error.to_string();
    let lines = text.split(|byte| *byte == b'\n').filter(|line| line.len() > 40);
    for line in lines.filter_map(|line| std::str::from_utf8(line).ok()) {
        assert!(!message.contains(line.trim_start_matches("key: ")), "{message}");
    }
}

fn trimmed(text: &[u8]) -> &[u8] {
    let end = text.iter().rposition(|byte| *byte != b'\n').map_or(0, |at| at + 1);
    &text[..end]
}

/// A new file, which has mode 0600 and is removed when dropped.
fn private_file(text: &[u8]) -> NamedTempFile {
    let mut file = NamedTempFile::new().expect("a file");
    file.write_all(text).expect("written");
    file
}
