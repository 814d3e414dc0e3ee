//! The data folder: what lies where, and how files in it are written.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// A folder that belongs to one Lodge.
#[derive(Debug, Clone)]
pub struct DataFolder {
    path: PathBuf,
}

impl DataFolder {
    /// Opens the folder, making it when it is not there yet. Others must not be able to write to it.
    pub fn open_or_create(path: &Path) -> Result<Self> {
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path)
            .with_context(|| format!("could not make the data folder {}", path.display()))?;
        Self::open(path)
    }

    /// Opens a folder that is there.
    pub fn open(path: &Path) -> Result<Self> {
        let shown = path.display();
        let metadata = std::fs::metadata(path).with_context(|| {
            format!("there is no data folder at {shown}; start Lodge with 'lodge up --data {shown}', or say --data")
        })?;
        if !metadata.is_dir() {
            bail!("{shown} is not a folder");
        }
        let (owner, user) = (metadata.uid(), rustix::process::geteuid().as_raw());
        if owner != user && owner != 0 {
            bail!(
                "the data folder {shown} belongs to user {owner}, who could replace what is in it; say 'chown {user} {shown}'"
            );
        }
        if metadata.mode() & 0o022 != 0 {
            bail!("others can write to the data folder {shown}; say 'chmod go-w {shown}'");
        }
        Ok(Self { path: std::path::absolute(path)? })
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The root key, or the passphrase-wrapped one.
    pub fn root_key(&self) -> PathBuf {
        self.path.join("root.key")
    }

    /// The store.
    pub fn database(&self) -> PathBuf {
        self.path.join("lodge.sqlite3")
    }

    /// The audit log's folder.
    pub fn trail(&self) -> PathBuf {
        self.path.join("trail")
    }

    /// The index that `LookupEvents` answers from. It can be deleted: it is built again from the audit log.
    pub fn trail_index(&self) -> PathBuf {
        self.path.join("trail-index.sqlite3")
    }

    /// What the first start decided.
    pub fn settings(&self) -> PathBuf {
        self.path.join("lodge.json")
    }

    /// Where the running server is reached.
    pub fn running(&self) -> PathBuf {
        self.path.join("running.json")
    }
}

/// Where a running server is reached; `running.json` in the data folder and the ready file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Running {
    /// `https://127.0.0.1:8443`.
    pub endpoint: String,
    /// The certificate authority's file; absent over plain HTTP.
    pub ca: Option<String>,
    /// The process.
    pub pid: u32,
}

impl Running {
    /// The server of this folder.
    pub fn read(folder: &DataFolder) -> Result<Self> {
        read_json(&folder.running()).with_context(|| {
            format!("no Lodge is running here; say 'lodge up --data {}'", folder.path().display())
        })
    }

    /// Whether the process is still there.
    pub fn is_alive(&self) -> bool {
        Path::new("/proc").join(self.pid.to_string()).exists()
    }
}

/// Reads a JSON file of the data folder.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = std::fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} is damaged", path.display()))
}

/// Reads a file of secrets that a user names, and refuses it when others can read it too.
pub fn read_private(path: &Path) -> Result<Zeroizing<String>> {
    let shown = path.display();
    let mut file = File::open(path).with_context(|| format!("could not read {shown}"))?;
    if file.metadata()?.mode() & 0o077 != 0 {
        bail!("{shown} holds secrets and others can read it; say 'chmod 600 {shown}'");
    }
    let mut text = Zeroizing::new(String::new());
    file.read_to_string(&mut text).with_context(|| format!("could not read {shown}"))?;
    Ok(text)
}

/// Writes a file so that after a crash either the old or the new content is there, whole.
pub fn write_file(path: &Path, content: &[u8], mode: u32) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = (|| {
        let _ = std::fs::remove_file(&temporary);
        let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(&temporary)?;
        file.write_all(content)?;
        file.sync_all()?;
        std::fs::rename(&temporary, path)?;
        File::open(folder)?.sync_all()
    })();
    written.with_context(|| {
        let _ = std::fs::remove_file(&temporary);
        format!("could not write {}", path.display())
    })
}
