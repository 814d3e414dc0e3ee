//! The file: who may open it, what is refused, and what happens when it is full.

#![expect(clippy::expect_used, reason = "a test's own functions fail by panicking")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use store::conformance::{Item, block_on};
use store::{Backend, Changes, Error, KeyBytes, Page, Record, Store, Version};
use store_sqlite::{OpenError, Options, Sqlite};

#[test]
fn everything_is_there_after_reopening() {
    let (_folder, path) = place();
    let store = Store::new(Sqlite::open(&path).expect("a new store"));
    let version = block_on(put(&store, &[item("a"), item("b")])).expect("a commit");
    drop(store);

    let backend = Sqlite::open(&path).expect("it opens again");
    let Ok(Changes::Since(sets)) = block_on(backend.changes(Version::ZERO, 10)) else { panic!("no feed") };
    assert_eq!(sets.len(), 1);
    let store = Store::new(backend);
    assert_eq!(block_on(store.version()).expect("a version"), version);
    assert_eq!(names(&store), ["a", "b"]);
    let next = block_on(put(&store, &[item("c")])).expect("a commit");
    assert_eq!(next, version.next());
}

#[test]
fn a_second_handle_is_refused_until_the_first_is_gone() {
    let (folder, path) = place();
    let first = Store::new(Sqlite::open(&path).expect("a new store"));
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    for path in [&path, &link, &folder.path().join(".").join("lodge.sqlite3")] {
        assert!(matches!(Sqlite::open(path), Err(OpenError::InUse(_))), "{path:?}");
    }
    let reader = block_on(first.begin()).expect("a transaction");
    drop(first);
    assert!(matches!(Sqlite::open(&path), Err(OpenError::InUse(_))), "a transaction still reads it");
    drop(reader);
    Sqlite::open(&path).expect("now it is free");
}

#[test]
fn only_the_owner_can_read_the_files() {
    let (folder, path) = place();
    let store = Store::new(Sqlite::open(&path).expect("a new store"));
    block_on(put(&store, &[item("a")])).expect("a commit");
    let files: Vec<_> =
        fs::read_dir(folder.path()).expect("the folder").map(|entry| entry.expect("a file")).collect();
    assert_eq!(files.len(), 4, "the store, its WAL, its shared index, the lock");
    for file in files {
        let mode = file.metadata().expect("its mode").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{:?}", file.file_name());
    }
}

#[test]
fn other_files_are_refused_and_left_alone() {
    let (_folder, path) = place();
    fs::write(&path, "these are not the bytes of a database, but many enough for its header".repeat(100))
        .expect("a file");
    refused_untouched(&path, |error| matches!(error, OpenError::NotOurs(_)));

    fs::remove_file(&path).expect("the file");
    sql(&path, "CREATE TABLE theirs (x)");
    refused_untouched(&path, |error| matches!(error, OpenError::NotOurs(_)));

    fs::remove_file(&path).expect("the file");
    sql(&path, "PRAGMA application_id = 252006673; CREATE TABLE theirs (x)");
    refused_untouched(&path, |error| matches!(error, OpenError::NotOurs(_)));
}

#[test]
fn a_newer_schema_is_refused_and_left_alone() {
    let (_folder, path) = place();
    drop(Sqlite::open(&path).expect("a new store"));
    sql(&path, "UPDATE schema_version SET version = version + 1");
    refused_untouched(&path, |error| matches!(error, OpenError::TooNew { found: 2, known: 1, .. }));
}

#[test]
fn an_empty_file_becomes_a_store() {
    let (_folder, path) = place();
    fs::write(&path, "").expect("a file");
    let store = Store::new(Sqlite::open(&path).expect("a new store"));
    assert!(names(&store).is_empty());
}

#[test]
fn a_missing_folder_is_named() {
    let (folder, _) = place();
    let error = Sqlite::open(folder.path().join("missing/lodge.sqlite3")).err().expect("no folder");
    assert!(matches!(error, OpenError::Io { .. }));
    assert!(error.to_string().contains("missing/lodge.sqlite3"), "{error}");
}

#[test]
fn too_many_open_transactions_are_refused_until_one_ends() {
    let (_folder, path) = place();
    let options = Options { open_snapshots: 20, ..Options::default() };
    let store = Store::new(Sqlite::open_with(&path, &options).expect("a new store"));
    let mut open: Vec<_> = (0..20).map(|_| block_on(store.begin()).expect("a transaction")).collect();
    for _ in 0..3 {
        assert!(matches!(block_on(store.begin()), Err(Error::Unavailable(_))));
    }
    open.pop();
    open.push(block_on(store.begin()).expect("there is room again"));
    drop(open);
    block_on(put(&store, &[item("a")])).expect("a commit");
}

/// The file may not grow: commits that need room fail whole, others go on, and with room everything works.
#[test]
fn a_full_store_applies_nothing_and_recovers() {
    let (_folder, path) = place();
    let small = Options { max_size: Some(400_000), ..Options::default() };
    let store = Store::new(Sqlite::open_with(&path, &small).expect("a new store"));
    let mut stored = Vec::new();
    let failed = loop {
        let name = format!("{:04}", stored.len());
        match block_on(put_blob(&store, &name, 20_000)) {
            Ok(_) => stored.push(name),
            Err(error) => break error,
        }
        assert!(stored.len() < 1000, "the limit is not in force");
    };
    assert!(matches!(failed, Error::Full), "{failed:?}");
    let version = block_on(store.version()).expect("a version");
    assert_eq!(version.number(), stored.len() as u64);
    assert_eq!(blobs(&store), stored);

    // Some large and some small commits at once: the large ones fail alone.
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..16_usize)
            .map(|number| {
                let store = &store;
                let size = if number % 2 == 0 { 50_000 } else { 5 };
                scope.spawn(move || block_on(put_blob(store, &format!("x{number:02}"), size)).is_ok())
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
    });
    for (number, fitted) in outcomes.iter().enumerate() {
        assert!(!fitted || number % 2 == 1, "{number} did not fit");
        if *fitted {
            stored.push(format!("x{number:02}"));
        }
    }
    assert!(outcomes.iter().any(|fitted| *fitted), "the small ones find room");
    assert_eq!(blobs(&store), stored);

    drop(store);
    let store = Store::new(Sqlite::open(&path).expect("it opens again"));
    assert_eq!(blobs(&store), stored);
    block_on(put_blob(&store, "y", 50_000)).expect("there is room now");
}

#[derive(Serialize, Deserialize)]
struct Blob {
    name: String,
    content: String,
}

impl Record for Blob {
    const KIND: &'static str = "blob";
    type Key = String;

    fn key(&self) -> String {
        self.name.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }
}

/// The blob, and its name as an item: half a commit would show.
async fn put_blob(store: &Store, name: &str, size: usize) -> Result<Version, Error> {
    let mut tx = store.begin().await?;
    tx.put(&item(name)).await?;
    tx.put(&Blob { name: name.to_owned(), content: "x".repeat(size) }).await?;
    tx.commit().await
}

fn blobs(store: &Store) -> Vec<String> {
    let listed = block_on(async { store.begin().await?.list::<Blob>(&(), Page::all()).await });
    let blobs: Vec<_> = listed.expect("the blobs").items.into_iter().map(|blob| blob.name).collect();
    assert_eq!(names(store), blobs, "half a commit");
    blobs
}

fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lodge.sqlite3");
    (folder, path)
}

fn item(name: &str) -> Item {
    Item { drawer: "d".to_owned(), name: name.to_owned(), colour: "grey".to_owned(), count: 0, badge: None }
}

async fn put(store: &Store, items: &[Item]) -> Result<Version, Error> {
    let mut tx = store.begin().await?;
    for item in items {
        tx.put(item).await?;
    }
    tx.commit().await
}

fn names(store: &Store) -> Vec<String> {
    let listed = block_on(async { store.begin().await?.list::<Item>(&(), Page::all()).await });
    listed.expect("the items").items.into_iter().map(|item| item.name).collect()
}

fn sql(path: &Path, text: &str) {
    rusqlite::Connection::open(path)
        .and_then(|connection| connection.execute_batch(text))
        .expect("valid SQL");
}

fn refused_untouched(path: &Path, expected: impl Fn(&OpenError) -> bool) {
    let before = fs::read(path).expect("the file");
    let error = Sqlite::open(path).err().expect("it is not ours");
    assert!(expected(&error), "{error:?}");
    assert!(fs::read(path).expect("the file") == before, "the file was changed");
}
