#![doc = include_str!("../README.md")]

mod backend;
mod cache;
#[cfg(feature = "conformance")]
pub mod conformance;
mod error;
mod handle;
mod key;
mod memory;
mod page;
mod record;
mod tx;

pub use backend::{
    Backend, BoxFuture, ChangeSet, ChangedKey, Changes, Commit, Entries, KeyRange, Listener, ReadSet,
    Snapshot, Version,
};
pub use cache::Cache;
pub use error::Error;
pub use handle::{CaughtUp, Scoped, Store, scoped};
pub use key::{KeyBuilder, KeyBytes, KeyParts, MAX_KEY_LENGTH, StartsWith};
pub use memory::Memory;
pub use page::{Cursor, InvalidCursor, Page, PageOf};
pub use record::{Indexes, Record};
pub use tx::Tx;
