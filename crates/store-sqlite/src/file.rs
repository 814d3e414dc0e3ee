//! The file: creating, recognizing and locking it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::{OpenError, Options};

/// "LDGE": marks the file as Lodge's, as `file(1)` and SQLite show it.
const APPLICATION_ID: i64 = 0x4C44_4745;

/// The schema that this program writes.
const SCHEMA_VERSION: i64 = 1;

const SCHEMA: &str = "
    CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT;

    -- latest: the version of the last commit. history_after: changes of later commits than this are kept.
    CREATE TABLE state (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        latest INTEGER NOT NULL,
        history_after INTEGER NOT NULL
    ) STRICT;
    INSERT INTO state VALUES (1, 0, 0);

    CREATE TABLE entries (key BLOB PRIMARY KEY NOT NULL, value BLOB NOT NULL) STRICT;

    -- By key for the check of a transaction's reads, by version for the feed.
    CREATE TABLE changes (
        key BLOB NOT NULL,
        version INTEGER NOT NULL,
        PRIMARY KEY (key, version)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX changes_by_version ON changes (version);
";

/// A store file that this process owns until this is dropped, or only reads.
pub(crate) struct StoreFile {
    path: PathBuf,
    /// `None`: it may be another's.
    _lock: Option<File>,
}

/// Opens or creates the file at `path` and returns the connection that writes it.
pub(crate) fn open(path: &Path, options: &Options) -> Result<(StoreFile, Connection), OpenError> {
    let io_error = |source| OpenError::Io { path: path.to_owned(), source };
    create(path).map_err(io_error)?;
    // Without symbolic links, so that one file has one lock.
    let path = fs::canonicalize(path).map_err(io_error)?;
    let lock = lock(&path)?;
    let connection = connect_writer(&path, options)?;
    Ok((StoreFile { path, _lock: Some(lock) }, connection))
}

/// The file at `path`, which may belong to another process, for reading.
pub(crate) fn open_to_read(path: &Path) -> Result<StoreFile, OpenError> {
    let path = fs::canonicalize(path).map_err(|source| OpenError::Io { path: path.to_owned(), source })?;
    let failed = |source: rusqlite::Error| match source.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => OpenError::NotOurs(path.clone()),
        _ => OpenError::Sqlite { path: path.clone(), source },
    };
    let connection = connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
    match identify(&connection).map_err(failed)? {
        Identity::Ours(found) if found > SCHEMA_VERSION => {
            Err(OpenError::TooNew { path, found, known: SCHEMA_VERSION })
        }
        Identity::Ours(_) => {
            drop(connection);
            Ok(StoreFile { path, _lock: None })
        }
        Identity::Empty | Identity::Foreign => Err(OpenError::NotOurs(path)),
    }
}

impl StoreFile {
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// A connection for snapshots.
    pub(crate) fn connect_reader(&self) -> rusqlite::Result<Connection> {
        let connection = connect(&self.path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.pragma_update(None, "cache_size", -512)?;
        Ok(connection)
    }
}

fn create(path: &Path) -> io::Result<()> {
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(file) => {
            file.sync_all()?;
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

fn lock(path: &Path) -> Result<File, OpenError> {
    // Not the store file itself: closing a second handle on it would drop SQLite's own locks.
    let mut lock_path = path.as_os_str().to_owned();
    lock_path.push(".lock");
    let io_error = |source| OpenError::Io { path: lock_path.clone().into(), source };
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(&lock_path)
        .map_err(io_error)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse(path.to_owned())),
        Err(TryLockError::Error(source)) => Err(io_error(source)),
    }
}

fn connect_writer(path: &Path, options: &Options) -> Result<Connection, OpenError> {
    let failed = |source: rusqlite::Error| match source.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => OpenError::NotOurs(path.to_owned()),
        _ => OpenError::Sqlite { path: path.to_owned(), source },
    };
    let mut connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(failed)?;
    // Nothing is written before the file is known to be ours or empty.
    let is_new = match identify(&connection).map_err(failed)? {
        Identity::Ours(found) if found > SCHEMA_VERSION => {
            return Err(OpenError::TooNew { path: path.to_owned(), found, known: SCHEMA_VERSION });
        }
        Identity::Ours(_) => false,
        Identity::Empty => true,
        Identity::Foreign => return Err(OpenError::NotOurs(path.to_owned())),
    };
    configure_writer(&connection, options).map_err(failed)?;
    if is_new {
        create_schema(&mut connection).map_err(failed)?;
    }
    Ok(connection)
}

enum Identity {
    Empty,
    Ours(i64),
    Foreign,
}

fn identify(connection: &Connection) -> rusqlite::Result<Identity> {
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    match (application, tables) {
        (0, 0) => Ok(Identity::Empty),
        (APPLICATION_ID, _) => connection
            .query_row("SELECT version FROM schema_version", [], |row| row.get(0))
            .map(Identity::Ours),
        _ => Ok(Identity::Foreign),
    }
}

fn connect(path: &Path, access: OpenFlags) -> rusqlite::Result<Connection> {
    let flags = access | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.set_prepared_statement_cache_capacity(32);
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(connection)
}

fn configure_writer(connection: &Connection, options: &Options) -> rusqlite::Result<()> {
    connection.pragma_update(None, "journal_mode", "wal")?;
    connection.pragma_update(None, "synchronous", if options.derived { "normal" } else { "full" })?;
    // Where a plain fsync does not reach the disk (macOS), one that does.
    connection.pragma_update(None, "fullfsync", true)?;
    // What is deleted or replaced is overwritten with zeros: key material that its owner deletes must not stay in the file.
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "cache_size", -16_384)?;
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    // Nor in the write-ahead log of an earlier run, which is emptied. Where that fails, for instance on a full disk, there is no
    // harm in going on: it is overwritten by and by.
    drop(connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())));
    if let Some(bytes) = options.max_size {
        let page: i64 = connection.query_row("PRAGMA page_size", [], |row| row.get(0))?;
        let pages = crate::integer(bytes) / page.max(1);
        // SQLite answers with the limit in force, which is never below the file's present size.
        connection.query_row(&format!("PRAGMA max_page_count = {}", pages.max(1)), [], |_| Ok(()))?;
    }
    Ok(())
}

fn create_schema(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.execute_batch(SCHEMA)?;
    transaction.execute("INSERT INTO schema_version VALUES (?1)", [SCHEMA_VERSION])?;
    transaction.commit()
}
