//! The stored policies, read from the data folder: whoever may read it is the operator. A running server is not disturbed.

use std::io::{IsTerminal, Write};

use anyhow::{Context, Result, bail};
use iam::Inventory;
use store::Store;
use store_sqlite::Sqlite;

use crate::cli::Data;
use crate::data_folder::DataFolder;

/// The store of a data folder, for reading, and who is in it.
pub struct Stored {
    pub store: Store,
    pub inventory: Inventory,
}

impl Stored {
    pub fn open(data: &Data) -> Result<Self> {
        let folder = DataFolder::open(data.folder())?;
        let database = folder.database();
        if !database.exists() {
            bail!("there is no store in {}; say 'lodge up' first, or --data", folder.path().display());
        }
        let sqlite = Sqlite::open_to_read(&database).context("could not open the store")?;
        let store = Store::new(sqlite);
        let inventory = Inventory::new(&store);
        Ok(Self { store, inventory })
    }
}

/// A line on the terminal that tells how far long work is; nothing when nobody looks.
pub struct Progress {
    shown: bool,
    of: usize,
}

impl Progress {
    pub fn new(of: usize, quiet: bool) -> Self {
        Self { shown: std::io::stderr().is_terminal() && !quiet, of }
    }

    pub fn at(&self, done: usize, what: &str) {
        if self.shown {
            let width = 30;
            let full = done.saturating_mul(width) / self.of.max(1);
            let bar: String = (0..width).map(|at| if at < full { '#' } else { '.' }).collect();
            let _ = write!(std::io::stderr(), "\r[{bar}] {done} of {} {what}", self.of);
        }
    }

    /// Of work whose end is not known.
    pub fn counted(&self, done: usize, what: &str) {
        if self.shown && done.is_multiple_of(10_000) {
            let _ = write!(std::io::stderr(), "\r{done} {what}");
        }
    }

    pub fn end(&self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

/// Runs the only task of a command.
pub fn block_on<T>(task: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(task)
}
