//! The SQLite backend does what a backend must do.

use store_sqlite::{Options, Sqlite};

store::conformance_suite!(|history: usize| {
    let folder = tempfile::tempdir().expect("a folder");
    let options = Options { history: history as u64, ..Options::default() };
    let backend = Sqlite::open_with(folder.path().join("lodge.sqlite3"), &options).expect("a new store");
    (backend, folder)
});
