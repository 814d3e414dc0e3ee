//! The log's files: their names, and the few ways in which they are touched.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::Error;
use crate::line::{Kind, Mark};

pub(crate) const HEAD: &str = "head.json";
pub(crate) const PUBLIC_KEY: &str = "public-key.pem";
const LOCK: &str = "lock";

/// `head.json` has this size always, so that it can be overwritten in place: one disk sector.
const HEAD_BYTES: usize = 512;
/// No file that is read whole is larger.
const MAX_SMALL_FILE: u64 = 4096;

pub(crate) fn segment_name(segment: u64) -> String {
    format!("{segment:012}.jsonl")
}

pub(crate) fn digest_name(segment: u64) -> String {
    format!("{segment:012}.digest.json")
}

/// The numbers of the segment files and of the digest files, ascending.
pub(crate) fn numbers(folder: &Path) -> Result<(Vec<u64>, Vec<u64>), Error> {
    let (mut segments, mut digests) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).map_err(Error::io("listing", folder))? {
        let name = entry.map_err(Error::io("listing", folder))?.file_name();
        let Some(name) = name.to_str() else { continue };
        if let Some(number) = name.strip_suffix(".digest.json").and_then(number) {
            digests.push(number);
        } else if let Some(number) = name.strip_suffix(".jsonl").and_then(number) {
            segments.push(number);
        }
    }
    segments.sort_unstable();
    digests.sort_unstable();
    Ok((segments, digests))
}

fn number(text: &str) -> Option<u64> {
    let number = text.parse().ok()?;
    (number > 0 && format!("{number:012}") == text).then_some(number)
}

/// Makes the folder if need be and takes its lock, which lasts until the file is dropped.
pub(crate) fn lock(folder: &Path) -> Result<File, Error> {
    if !folder.is_dir() {
        create(folder).map_err(Error::io("creating", folder))?;
    }
    let path = folder.join(LOCK);
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(&path)
        .map_err(Error::io("opening", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Error::InUse(folder.to_owned())),
        Err(TryLockError::Error(error)) => Err(Error::io("locking", &path)(error)),
    }
}

fn create(folder: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    match folder.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        Some(parent) => sync_folder(parent),
        None => sync_folder(Path::new(".")),
    }
}

/// Writes a file that is whole and on disk when it appears under its name.
pub(crate) fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let path = folder.join(name);
    let draft = folder.join(format!("{name}.tmp"));
    let write = || {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&draft, &path)?;
        sync_folder(folder)
    };
    write().map_err(Error::io("writing", &path))
}

pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Removes what an interrupted [`write_new`] left.
pub(crate) fn remove_drafts(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::io("listing", folder))? {
        let path = entry.map_err(Error::io("listing", folder))?.path();
        if path.extension().is_some_and(|extension| extension == "tmp") {
            fs::remove_file(&path).map_err(Error::io("removing", &path))?;
        }
    }
    Ok(())
}

/// A digest, the head or the key file; `None` when there is none. Cut at a size that no sound one has.
pub(crate) fn read_small(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, Error> {
    let path = folder.join(name);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::io("opening", &path)(error)),
    };
    let mut bytes = Vec::new();
    file.take(MAX_SMALL_FILE).read_to_end(&mut bytes).map_err(Error::io("reading", &path))?;
    Ok(Some(bytes))
}

/// The content of `head.json`: its line, filled up with spaces.
pub(crate) fn encode_head(head: &Mark) -> Vec<u8> {
    let mut bytes = head.encode();
    bytes.pop();
    bytes.resize(HEAD_BYTES - 1, b' ');
    bytes.push(b'\n');
    bytes
}

pub(crate) fn parse_head(bytes: &[u8]) -> Option<Mark> {
    let mut line = bytes.strip_suffix(b"\n").filter(|_| bytes.len() == HEAD_BYTES)?.to_vec();
    line.truncate(line.iter().rposition(|&byte| byte != b' ')? + 1);
    line.push(b'\n');
    Mark::parse(Kind::Head, &line)
}

/// A file that is written at places of our choosing: a segment, or the head.
pub(crate) struct PlacedFile {
    file: File,
    pub path: PathBuf,
    #[cfg(test)]
    faults: std::sync::Arc<faults::Faults>,
}

impl PlacedFile {
    pub fn open(
        folder: &Path,
        name: &str,
        #[cfg(test)] faults: &std::sync::Arc<faults::Faults>,
    ) -> Result<Self, Error> {
        let path = folder.join(name);
        let file = OpenOptions::new().write(true).open(&path).map_err(Error::io("opening", &path))?;
        Ok(Self {
            file,
            path,
            #[cfg(test)]
            faults: faults.clone(),
        })
    }

    pub fn write_at(&self, bytes: &[u8], offset: u64) -> Result<(), Error> {
        #[cfg(test)]
        if let Some(error) = self.faults.on_write() {
            let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
            self.file.write_all_at(half, offset).map_err(Error::io("writing", &self.path))?;
            return Err(Error::io("writing", &self.path)(error));
        }
        self.file.write_all_at(bytes, offset).map_err(Error::io("writing", &self.path))
    }

    pub fn sync(&self) -> Result<(), Error> {
        #[cfg(test)]
        if let Some(error) = self.faults.on_sync() {
            return Err(Error::io("syncing", &self.path)(error));
        }
        self.file.sync_data().map_err(Error::io("syncing", &self.path))
    }

    pub fn truncate(&self, length: u64) -> Result<(), Error> {
        #[cfg(test)]
        if let Some(error) = self.faults.on_truncate() {
            return Err(Error::io("truncating", &self.path)(error));
        }
        self.file.set_len(length).map_err(Error::io("truncating", &self.path))
    }
}

/// Failures that tests cause.
#[cfg(test)]
pub(crate) mod faults {
    use std::io;
    use std::sync::atomic::{AtomicBool, Ordering};

    #[derive(Default)]
    pub(crate) struct Faults {
        /// Writes stop half way with "no space".
        pub full: AtomicBool,
        /// Syncing fails.
        pub unsynced: AtomicBool,
        /// Truncating fails.
        pub stuck: AtomicBool,
    }

    impl Faults {
        pub fn on_write(&self) -> Option<io::Error> {
            self.full.load(Ordering::SeqCst).then(|| io::Error::from(io::ErrorKind::StorageFull))
        }

        pub fn on_sync(&self) -> Option<io::Error> {
            self.unsynced.load(Ordering::SeqCst).then(|| io::Error::other("the disk is gone"))
        }

        pub fn on_truncate(&self) -> Option<io::Error> {
            self.stuck.load(Ordering::SeqCst).then(|| io::Error::other("the disk is gone"))
        }
    }
}
