use std::path::{Path, PathBuf};

use envelope::RootKey;
use secret::SecretArray;
use zeroize::Zeroizing;

use crate::key_text::{self, Kind};
use crate::{Error, Seal, private_file};

/// The root key in a file. Whoever can read the file can decrypt everything.
#[derive(Debug, Clone)]
pub struct KeyFile {
    path: PathBuf,
}

impl KeyFile {
    /// The key file at `path`, which is read when it is unsealed.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    /// Writes `root` to a new file with mode 0600. When it returns, file and name are on disk.
    ///
    /// [`Error::AlreadyExists`] when there is anything at `path`: of two that create at once, one wins.
    pub fn create(path: impl Into<PathBuf>, root: &RootKey) -> Result<Self, Error> {
        let path = path.into();
        let key = Zeroizing::new(hex::encode(root.expose()));
        let text =
            key_text::write(Kind::Plain, &[("key", &key), ("fingerprint", &root.fingerprint().to_string())]);
        private_file::create(&path, text.expose().as_bytes())?;
        Ok(Self { path })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Seal for KeyFile {
    fn unseal(&self) -> Result<RootKey, Error> {
        let bytes = private_file::read(&self.path)?;
        let [key, fingerprint] =
            key_text::read(&self.path, bytes.expose(), Kind::Plain, ["key", "fingerprint"])?;
        let key = SecretArray::filled_by(|bytes| hex::decode_to_slice(key, bytes));
        match key.map(RootKey::new) {
            Ok(root) if root.fingerprint().to_string() == fingerprint => Ok(root),
            _ => Err(Error::Altered { path: self.path.clone() }),
        }
    }

    fn describe(&self) -> String {
        format!("key file {}", self.path.display())
    }
}
