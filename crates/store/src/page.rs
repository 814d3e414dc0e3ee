use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Which part of a listing is wanted.
#[derive(Debug, Clone)]
pub struct Page {
    /// Where the page before ended; `None` for the first page.
    pub after: Option<Cursor>,
    /// How many records at most; 0 counts as 1.
    pub limit: usize,
}

impl Page {
    /// The first `limit` records.
    pub fn first(limit: usize) -> Self {
        Self { after: None, limit }
    }

    /// The next `limit` records after an earlier page's `next`.
    pub fn after(cursor: Cursor, limit: usize) -> Self {
        Self { after: Some(cursor), limit }
    }

    /// Everything at once: for listings that are small by nature.
    pub fn all() -> Self {
        Self::first(usize::MAX)
    }
}

/// A part of a listing.
#[derive(Debug, Clone)]
pub struct PageOf<R> {
    /// The records, in order.
    pub items: Vec<R>,
    /// Where the next page goes on; `None` when this was the last one.
    pub next: Option<Cursor>,
}

/// A place in a listing. Its text form is URL-safe and can be handed to clients: whatever comes back as a cursor can move within the
/// listing that it is used for and never leaves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(pub(crate) Vec<u8>);

/// A text that no cursor has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a cursor: pass the one that the page before returned, unchanged")]
pub struct InvalidCursor;

impl Cursor {
    /// A cursor whose bytes were kept in another form than its text.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }

    /// The bytes, shorter than the text.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&URL_SAFE_NO_PAD.encode(&self.0))
    }
}

impl FromStr for Cursor {
    type Err = InvalidCursor;

    fn from_str(text: &str) -> Result<Self, InvalidCursor> {
        URL_SAFE_NO_PAD.decode(text).map(Self).map_err(|_| InvalidCursor)
    }
}
