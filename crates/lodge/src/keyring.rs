//! The root key of a data folder, and the settings that its first start decided.

use std::io::IsTerminal;
use std::path::Path;

use anyhow::{Context, Result, bail};
use arn::{AccountId, Region};
use clock::Timestamp;
use envelope::{Fingerprint, RootKey, SystemRandom, WrappingKey};
use quotas::{Rates, Setting};
use seal::{KeyFile, PassphraseCost, PassphraseFile, Seal};
use secret::{SecretArray, SecretString};
use serde::{Deserialize, Serialize};

use crate::cli::{Data, Up};
use crate::data_folder::{DataFolder, read_json, read_private, write_file};

/// What the first start decided; `lodge.json` in the data folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// The version of this file's form.
    pub version: u32,
    /// Which root key the folder's content is protected with.
    pub root_key: Fingerprint,
    /// Whether the root key is protected with a passphrase.
    pub passphrase: bool,
    /// The account that manages the organization.
    pub management_account: Option<AccountId>,
    /// The region that `lodge env` names.
    pub region: Region,
    /// Names and addresses in the server's certificate, besides the local ones.
    #[serde(default)]
    pub hosts: Vec<String>,
    /// Request quotas that differ from the usual ones, as on the command line.
    #[serde(default)]
    pub quotas: Vec<String>,
    /// When the folder was made.
    pub created: Timestamp,
}

const SETTINGS_VERSION: u32 = 1;

impl Settings {
    /// The settings of a folder; `None` before its first start.
    pub fn read(folder: &DataFolder) -> Result<Option<Self>> {
        if !folder.settings().exists() {
            return Ok(None);
        }
        let settings: Self = read_json(&folder.settings())?;
        if settings.version != SETTINGS_VERSION {
            bail!(
                "the data folder was made by another version of Lodge (form {}); use that one",
                settings.version
            );
        }
        Ok(Some(settings))
    }

    /// The request quotas.
    pub fn rates(&self) -> Result<Rates> {
        let settings: Result<Vec<Setting>, _> = self.quotas.iter().map(|text| text.parse()).collect();
        Ok(Rates::with(&settings.context("\"quotas\" in lodge.json; say --quota anew to replace it")?))
    }

    /// With what the command line says anew.
    #[must_use]
    pub fn changed_by(mut self, options: &Up) -> Self {
        if let Some(region) = &options.region {
            self.region = region.clone();
        }
        if !options.hosts.is_empty() {
            self.hosts.clone_from(&options.hosts);
        }
        if !options.quotas.is_empty() {
            self.quotas = options.quotas.iter().map(ToString::to_string).collect();
        }
        self
    }

    /// Writes them.
    pub fn write(&self, folder: &DataFolder) -> Result<()> {
        write_file(&folder.settings(), &serde_json::to_vec_pretty(self)?, 0o600)
    }
}

/// The root key and the keys derived from it for the program's own purposes.
pub struct Keyring {
    pub root: RootKey,
}

impl Keyring {
    /// Unseals the root key of a folder that was started before.
    pub fn unseal(folder: &DataFolder, settings: &Settings, data: &Data) -> Result<Self> {
        let path = folder.root_key();
        let seal: Box<dyn Seal> = if settings.passphrase {
            Box::new(PassphraseFile::new(path, passphrase(data, false)?))
        } else {
            Box::new(KeyFile::new(path))
        };
        let root = seal.unseal_for(&settings.root_key).context("could not get the root key")?;
        Ok(Self { root })
    }

    /// Makes the root key of a new folder and writes the folder's settings.
    pub fn create(folder: &DataFolder, options: &Up, now: Timestamp) -> Result<(Self, Settings)> {
        let data = &options.data;
        let path = folder.root_key();
        let with_passphrase = options.passphrase || data.passphrase_file.is_some();
        let root = if path.exists() {
            // A first start that was cut off after it made the key.
            let seal: Box<dyn Seal> = if with_passphrase {
                Box::new(PassphraseFile::new(path, passphrase(data, false)?))
            } else {
                Box::new(KeyFile::new(path))
            };
            seal.unseal().context("could not get the root key")?
        } else {
            let root = RootKey::generate(&SystemRandom).context("the system gave no random bytes")?;
            if with_passphrase {
                let chosen = passphrase(data, true)?;
                PassphraseFile::create(path, chosen, &root, PassphraseCost::RECOMMENDED, &SystemRandom)
                    .context("could not make the root key")?;
            } else {
                KeyFile::create(path, &root).context("could not make the root key")?;
            }
            root
        };
        let settings = Settings {
            version: SETTINGS_VERSION,
            root_key: root.fingerprint(),
            passphrase: with_passphrase,
            management_account: None,
            region: "us-east-1".parse()?,
            hosts: Vec::new(),
            quotas: Vec::new(),
            created: now,
        }
        .changed_by(options);
        settings.write(folder)?;
        Ok((Self { root }, settings))
    }

    /// Wraps the program's own secrets in the data folder: TLS keys, the administrator's access key.
    pub fn files(&self) -> WrappingKey {
        self.root.wrapping_key("lodge/files")
    }

    /// The seed of the key that signs the audit log.
    pub fn audit_signing_seed(&self) -> SecretArray<32> {
        self.root.derive("lodge/audit/signing-key")
    }
}

/// The passphrase from its file or, at a terminal, from its user.
fn passphrase(data: &Data, chosen: bool) -> Result<SecretString> {
    if let Some(path) = &data.passphrase_file {
        return read_passphrase(path);
    }
    if !std::io::stdin().is_terminal() {
        bail!("the root key needs a passphrase: say --passphrase-file FILE");
    }
    let first = ask("Passphrase of the root key: ")?;
    if chosen && ask("The same again: ")? != first {
        bail!("the two passphrases differ");
    }
    Ok(first)
}

fn read_passphrase(path: &Path) -> Result<SecretString> {
    let mut text = read_private(path)?;
    let kept = text.trim_end_matches(['\r', '\n']).len();
    text.truncate(kept);
    if text.is_empty() {
        bail!("the passphrase file {} is empty", path.display());
    }
    Ok(SecretString::new(std::mem::take(&mut text)))
}

/// Asks at the terminal without showing what is typed.
fn ask(prompt: &str) -> Result<SecretString> {
    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
    use std::io::{BufRead, Write};
    let stdin = std::io::stdin();
    let before = tcgetattr(&stdin)?;
    let mut silent = before.clone();
    silent.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&stdin, OptionalActions::Flush, &silent)?;
    let mut terminal = std::io::stderr();
    let _ = write!(terminal, "{prompt}").and_then(|()| terminal.flush());
    let mut text = String::new();
    let read = stdin.lock().read_line(&mut text);
    tcsetattr(&stdin, OptionalActions::Flush, &before)?;
    let _ = writeln!(terminal);
    read?;
    let kept = text.trim_end_matches(['\r', '\n']).len();
    text.truncate(kept);
    Ok(SecretString::new(text))
}
