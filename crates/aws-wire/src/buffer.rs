//! Output that may hold secrets.

use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroize;

/// A byte vector that wipes the memory it leaves when it grows.
pub(crate) struct Buffer(Vec<u8>);

impl Buffer {
    pub fn with_capacity(capacity: usize) -> Self {
        Self(Vec::with_capacity(capacity))
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    pub fn push(&mut self, byte: u8) {
        self.extend(&[byte]);
    }

    pub fn extend(&mut self, bytes: &[u8]) {
        self.reserve(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    pub fn text(&mut self, text: &str) {
        self.extend(text.as_bytes());
    }

    pub fn base64(&mut self, bytes: &[u8]) {
        let start = self.0.len();
        let most = bytes.len().div_ceil(3).saturating_mul(4);
        self.reserve(most);
        self.0.resize(start + most, 0);
        let target = self.0.get_mut(start..).unwrap_or_default();
        // The room is exact, so nothing is left over.
        let written = STANDARD.encode_slice(bytes, target).unwrap_or_default();
        self.0.truncate(start + written);
    }

    fn reserve(&mut self, additional: usize) {
        let needed = self.0.len().saturating_add(additional);
        if needed > self.0.capacity() {
            let mut larger = Vec::with_capacity(needed.max(self.0.capacity().saturating_mul(2)));
            larger.extend_from_slice(&self.0);
            self.0.zeroize();
            self.0 = larger;
        }
    }
}

impl io::Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_and_encodes() {
        let mut buffer = Buffer::with_capacity(0);
        buffer.text("a:");
        for bytes in [&b""[..], b"f", b"fo", b"foo", b"\xff\xfe\xfd"] {
            buffer.base64(bytes);
            buffer.push(b' ');
        }
        assert_eq!(buffer.into_bytes(), b"a: Zg== Zm8= Zm9v //79 ");
    }
}
