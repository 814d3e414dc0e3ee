//! Reading big-endian numbers and length-prefixed bytes.

use crate::Error;

/// Reads from the start of bytes.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    at_end: Error,
}

impl<'a> Reader<'a> {
    /// The beginning of a message, of which more may come: its end is [`Error::Truncated`].
    pub(crate) fn beginning(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, at_end: Error::Truncated }
    }

    /// All bytes of a field: its end is an error of the message.
    pub(crate) fn complete(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, at_end: Error::Malformed("a length goes beyond its field") }
    }

    pub(crate) fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(self.at_end)?;
        self.rest = rest;
        Ok(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        self.take(N)?.try_into().map_err(|_| self.at_end)
    }

    pub(crate) fn u8(&mut self) -> Result<u8, Error> {
        self.array().map(u8::from_be_bytes)
    }

    pub(crate) fn u16(&mut self) -> Result<u16, Error> {
        self.array().map(u16::from_be_bytes)
    }

    pub(crate) fn u32(&mut self) -> Result<u32, Error> {
        self.array().map(u32::from_be_bytes)
    }

    pub(crate) fn u64(&mut self) -> Result<u64, Error> {
        self.array().map(u64::from_be_bytes)
    }

    /// Bytes behind their length in two bytes.
    pub(crate) fn prefixed(&mut self) -> Result<&'a [u8], Error> {
        let length = self.u16()?;
        self.take(usize::from(length))
    }
}
