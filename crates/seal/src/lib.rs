#![doc = include_str!("../README.md")]

mod error;
mod key_file;
mod key_text;
mod passphrase_cost;
mod passphrase_file;
mod private_file;

use envelope::{Fingerprint, RootKey};

pub use error::Error;
pub use key_file::KeyFile;
pub use passphrase_cost::PassphraseCost;
pub use passphrase_file::{MIN_PASSPHRASE_CHARS, PassphraseFile};

/// A source of the root key.
pub trait Seal: Send + Sync {
    /// The root key. May take a second and much memory (a passphrase), or wait for a device: call it once, at start.
    fn unseal(&self) -> Result<RootKey, Error>;

    /// What this seal is, for messages: `key file /etc/lodge/root.key`. Holds no secret.
    fn describe(&self) -> String;

    /// The root key, when it is the one with this fingerprint; else [`Error::WrongRootKey`].
    fn unseal_for(&self, expected: &Fingerprint) -> Result<RootKey, Error> {
        let root = self.unseal()?;
        let found = root.fingerprint();
        if found == *expected {
            Ok(root)
        } else {
            Err(Error::WrongRootKey { seal: self.describe(), found, expected: *expected })
        }
    }
}

#[cfg(test)]
mod tests;
