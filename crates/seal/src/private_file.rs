//! Files that only their owner may read: checked when opened, written whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use rustix::fs::OFlags;
use secret::SecretBytes;
use tempfile::NamedTempFile;

use crate::Error;

/// More than any root key file needs.
const MAX_LENGTH: usize = 4096;

/// Reads a file after checking its type, owner and permissions; all checks are made on the opened file, so that it cannot be
/// exchanged in between.
pub(crate) fn read(path: &Path) -> Result<SecretBytes, Error> {
    let failed = |action| move |source| io_error(action, path, source);
    // Without NONBLOCK, opening a pipe would wait for its writer.
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    let file = OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
        .map_err(failed("open"))?;
    check(path, &file.metadata().map_err(failed("examine"))?)?;

    let mut bytes = SecretBytes::new(vec![0; MAX_LENGTH + 1]);
    let mut length = 0;
    let mut file = file;
    while let Some(rest) = bytes.expose_mut().get_mut(length..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(count) => length += count,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(failed("read")(error)),
        }
    }
    match bytes.expose().get(..length) {
        Some(filled) if length <= MAX_LENGTH => Ok(SecretBytes::copy_of(filled)),
        _ => Err(Error::NotAKeyFile { path: path.to_owned() }),
    }
}

/// Creates a file with mode 0600 that did not exist.
pub(crate) fn create(path: &Path, contents: &[u8]) -> Result<(), Error> {
    create_with(path, |file| file.write_all(contents))
}

/// Replaces a file, or creates it, in one step.
pub(crate) fn replace(path: &Path, contents: &[u8]) -> Result<(), Error> {
    // Behind a symbolic link, the file is replaced and the link stays.
    let path = &fs::canonicalize(path).map_err(|source| io_error("find", path, source))?;
    let written = write_beside(path, |file| file.write_all(contents))?;
    written.persist(path).map_err(|error| io_error("replace", path, error.error))?;
    sync_folder(path)
}

fn create_with(path: &Path, write: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Error> {
    let written = write_beside(path, write)?;
    written.persist_noclobber(path).map_err(|error| io_error("create", path, error.error))?;
    sync_folder(path)
}

/// A synced file under a temporary name in the same folder, with mode 0600. It is removed when dropped.
fn write_beside(
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<NamedTempFile, Error> {
    let mut file = tempfile::Builder::new()
        .prefix(".lodge-root-key-")
        .tempfile_in(folder_of(path))
        .map_err(|source| io_error("create a file in", folder_of(path), source))?;
    write(file.as_file_mut()).map_err(|source| io_error("write", path, source))?;
    file.as_file().sync_all().map_err(|source| io_error("write to disk", path, source))?;
    Ok(file)
}

/// Makes the name itself durable.
fn sync_folder(path: &Path) -> Result<(), Error> {
    let folder = folder_of(path);
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|source| io_error("write to disk", folder, source))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn check(path: &Path, file: &fs::Metadata) -> Result<(), Error> {
    let path = path.to_owned();
    if !file.is_file() {
        return Err(Error::NotARegularFile { path });
    }
    let user = rustix::process::geteuid().as_raw();
    if !owner_is_trusted(file.uid(), user) {
        return Err(Error::ForeignOwner { path, owner: file.uid(), user });
    }
    let mode = file.mode() & 0o777;
    if mode & GROUP_OR_OTHERS_READ_OR_WRITE != 0 {
        return Err(Error::Exposed { path, mode });
    }
    Ok(())
}

/// With access control lists, the group bits show the most that any named user or group has (acl(5)), so they count too.
const GROUP_OR_OTHERS_READ_OR_WRITE: u32 = 0o066;

fn owner_is_trusted(owner: u32, user: u32) -> bool {
    owner == user || owner == 0
}

fn io_error(action: &'static str, path: &Path, source: io::Error) -> Error {
    let path = path.to_owned();
    match source.kind() {
        ErrorKind::NotFound if action == "open" => Error::NotFound { path },
        ErrorKind::AlreadyExists => Error::AlreadyExists { path },
        _ => Error::Io { action, path, source },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_leaves_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("root.key");
        let outcome = create_with(&path, |file| {
            file.write_all(b"lodge-root-key v1 pl")?;
            Err(ErrorKind::StorageFull.into())
        });
        let Err(error @ Error::Io { action: "write", .. }) = outcome else { panic!("{outcome:?}") };
        assert!(error.to_string().contains("root.key"));
        let source = std::error::Error::source(&error).map(ToString::to_string);
        assert_eq!(source, Some(io::Error::from(ErrorKind::StorageFull).to_string()));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn until_it_is_whole_the_file_has_no_name_and_is_private() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("root.key");
        create_with(&path, |file| {
            assert!(!path.exists());
            assert_eq!(file.metadata()?.mode() & 0o7777, 0o600);
            file.write_all(b"whole")
        })
        .unwrap();
        assert_eq!(read(&path).unwrap().expose(), b"whole");
    }

    #[test]
    fn the_owner_is_this_user_or_root() {
        assert!(owner_is_trusted(1000, 1000));
        assert!(owner_is_trusted(0, 1000));
        assert!(owner_is_trusted(0, 0));
        assert!(!owner_is_trusted(1001, 1000));
        assert!(!owner_is_trusted(1000, 0), "root must not trust a file that a user can change");
    }

    #[test]
    fn a_file_of_somebody_else_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("root.key");
        create(&path, b"whole").unwrap();
        assert!(read(&path).is_ok());
        // Only root can give files away; other users are covered by the test above.
        if rustix::process::geteuid().is_root() {
            std::os::unix::fs::chown(&path, Some(4711), None).unwrap();
            assert!(matches!(read(&path), Err(Error::ForeignOwner { owner: 4711, user: 0, .. })));
        }
    }

    #[test]
    fn a_bare_name_is_in_the_present_folder() {
        assert_eq!(folder_of(Path::new("root.key")), Path::new("."));
        assert_eq!(folder_of(Path::new("keys/root.key")), Path::new("keys"));
        assert_eq!(folder_of(Path::new("/root.key")), Path::new("/"));
    }

    #[test]
    fn length_is_bounded() {
        let folder = tempfile::tempdir().unwrap();
        for (name, length, allowed) in [("most", MAX_LENGTH, true), ("more", MAX_LENGTH + 1, false)] {
            let path = folder.path().join(name);
            create(&path, &vec![b'x'; length]).unwrap();
            assert_eq!(read(&path).is_ok(), allowed, "{length}");
        }
    }
}
