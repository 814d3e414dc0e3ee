//! The data folder: what lies where, and how files in it are written.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;

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

/// Reads a JSON file of the data folder.
pub fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = std::fs::read(path).with_context(|| format!("could not read {}", path.display()))?;
    serde_json::from_slice(&text).with_context(|| format!("{} is damaged", path.display()))
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
