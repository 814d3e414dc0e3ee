use std::path::{Path, PathBuf};

use envelope::{Random, RootKey, WrappingKey};
use secret::{SecretArray, SecretBytes, SecretString};

use crate::key_text::{self, Kind};
use crate::{Error, PassphraseCost, Seal, private_file};

/// The shortest new passphrase: what NIST SP 800-63B-4 section 3.1.1.2 asks of a password that stands alone.
pub const MIN_PASSPHRASE_CHARS: usize = 15;

/// The root key in a file, wrapped by a key made from a passphrase. It takes both to decrypt anything.
pub struct PassphraseFile {
    path: PathBuf,
    passphrase: SecretString,
}

impl PassphraseFile {
    /// The file at `path`, which is read when it is unsealed.
    pub fn new(path: impl Into<PathBuf>, passphrase: SecretString) -> Self {
        Self { path: path.into(), passphrase }
    }

    /// Wraps `root` and writes it to a new file with mode 0600. When it returns, file and name are on disk.
    ///
    /// [`Error::AlreadyExists`] when there is anything at `path`: of two that create at once, one wins.
    pub fn create(
        path: impl Into<PathBuf>,
        passphrase: SecretString,
        root: &RootKey,
        cost: PassphraseCost,
        random: &dyn Random,
    ) -> Result<Self, Error> {
        let path = path.into();
        let text = lock(root, &passphrase, cost, random)?;
        private_file::create(&path, text.expose().as_bytes())?;
        Ok(Self { path, passphrase })
    }

    /// The same root key in the same file under another passphrase, with a new salt. The file is replaced in one step: a crash
    /// leaves the old or the new one. Backups of the old file still open with the old passphrase.
    pub fn change_passphrase(
        self,
        passphrase: SecretString,
        cost: PassphraseCost,
        random: &dyn Random,
    ) -> Result<Self, Error> {
        let root = self.unseal()?;
        let text = lock(&root, &passphrase, cost, random)?;
        private_file::replace(&self.path, text.expose().as_bytes())?;
        Ok(Self { path: self.path, passphrase })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Seal for PassphraseFile {
    fn unseal(&self) -> Result<RootKey, Error> {
        let bytes = private_file::read(&self.path)?;
        let [cost, salt, key, fingerprint] = key_text::read(
            &self.path,
            bytes.expose(),
            Kind::Passphrase,
            ["argon2id", "salt", "key", "fingerprint"],
        )?;
        let altered = || Error::Altered { path: self.path.clone() };
        let cost: PassphraseCost = cost.parse().map_err(|()| altered())?;
        cost.check().map_err(|reason| Error::CostInFile { path: self.path.clone(), reason })?;
        let mut salt_bytes = [0; 16];
        hex::decode_to_slice(salt, &mut salt_bytes).map_err(|_| altered())?;
        let wrapped = key.parse().map_err(|_| altered())?;

        let wrapping_key = WrappingKey::new(cost.stretch(&self.passphrase, &salt_bytes)?);
        let key = wrapping_key
            .unwrap(&wrapped, Kind::Passphrase.first_line().as_bytes())
            .map_err(|_| Error::WrongPassphrase { path: self.path.clone() })?;
        let root = RootKey::new(SecretArray::copy_of(key.expose()).ok_or_else(altered)?);
        if root.fingerprint().to_string() == fingerprint { Ok(root) } else { Err(altered()) }
    }

    fn describe(&self) -> String {
        format!("passphrase file {}", self.path.display())
    }
}

fn lock(
    root: &RootKey,
    passphrase: &SecretString,
    cost: PassphraseCost,
    random: &dyn Random,
) -> Result<SecretString, Error> {
    if passphrase.expose().chars().count() < MIN_PASSPHRASE_CHARS {
        return Err(Error::ShortPassphrase);
    }
    cost.check().map_err(|reason| Error::Cost { reason })?;
    let mut salt = [0; 16];
    random.fill(&mut salt)?;
    let wrapped = WrappingKey::new(cost.stretch(passphrase, &salt)?).wrap(
        &SecretBytes::copy_of(root.expose()),
        Kind::Passphrase.first_line().as_bytes(),
        random,
    )?;
    Ok(key_text::write(
        Kind::Passphrase,
        &[
            ("argon2id", &cost.to_string()),
            ("salt", &hex::encode(salt)),
            ("key", &wrapped.to_string()),
            ("fingerprint", &root.fingerprint().to_string()),
        ],
    ))
}
