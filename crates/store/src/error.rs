use std::sync::Arc;

/// Why a store call failed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Something that the transaction read was changed by another one. Nothing was written: run the transaction again.
    #[error("another change came in between: run the transaction again")]
    Conflict,

    /// The key, or the value of a unique index, is taken by another record.
    #[error("a {kind} with this {} exists already", index.unwrap_or("key"))]
    AlreadyExists {
        /// The record's kind.
        kind: &'static str,
        /// The unique index that clashed; `None` when it is the key itself.
        index: Option<&'static str>,
    },

    /// Stored bytes are not what they must be. Restore the store from a backup.
    #[error("the stored entry {key} is damaged: {why}; restore the store from a backup")]
    Corrupt {
        /// The entry, with unprintable bytes escaped.
        key: String,
        /// What is wrong; never the stored text itself.
        why: String,
    },

    /// The record was written by a newer Lodge.
    #[error("a {kind} is stored in version {found}, this program knows up to {known}: run a newer Lodge")]
    TooNew {
        /// The record's kind.
        kind: &'static str,
        /// The stored version.
        found: u64,
        /// The newest version that this program reads.
        known: u16,
    },

    /// The record cannot be written: its key is too long, or it has no JSON form.
    #[error("this {kind} cannot be stored: {why}")]
    Unstorable {
        /// The record's kind.
        kind: &'static str,
        /// What is wrong.
        why: String,
    },

    /// There is no room left. Nothing of the transaction was written; free space and try again.
    #[error("the store is full: free disk space and try again")]
    Full,

    /// The store cannot be reached or failed. When `commit` reports this, it is unknown whether the transaction was applied.
    #[error("the store is not available: {0}")]
    Unavailable(#[source] Arc<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// An `Unavailable` with `source` as its cause.
    pub fn unavailable(source: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self::Unavailable(Arc::new(source))
    }

    /// A `Corrupt` for the entry at `key`.
    pub fn corrupt(key: &[u8], why: impl Into<String>) -> Self {
        Self::Corrupt { key: key.escape_ascii().to_string(), why: why.into() }
    }
}
