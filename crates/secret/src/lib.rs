#![doc = include_str!("../README.md")]

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, Zeroizing};

/// A byte string that is wiped when dropped.
#[derive(Clone, Default)]
pub struct SecretBytes(Zeroizing<Vec<u8>>);

impl SecretBytes {
    /// Takes the bytes over; the caller keeps no copy.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A copy of bytes that live elsewhere.
    pub fn copy_of(bytes: &[u8]) -> Self {
        Self::new(bytes.to_vec())
    }

    /// The bytes. Each call is a place where the secret can leave.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }

    /// The bytes, for filling in place.
    pub fn expose_mut(&mut self) -> &mut [u8] {
        &mut self.0
    }

    /// How many bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Vec<u8>> for SecretBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl PartialEq for SecretBytes {
    fn eq(&self, other: &Self) -> bool {
        self.expose().ct_eq(other.expose()).into()
    }
}

impl Eq for SecretBytes {}

/// A text that is wiped when dropped.
#[derive(Clone, Default)]
pub struct SecretString(Zeroizing<String>);

impl SecretString {
    /// Takes the text over.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text. Each call is a place where the secret can leave.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for SecretString {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl PartialEq for SecretString {
    fn eq(&self, other: &Self) -> bool {
        self.expose().as_bytes().ct_eq(other.expose().as_bytes()).into()
    }
}

impl Eq for SecretString {}

/// A key of `N` bytes that is wiped when dropped.
#[derive(Clone)]
pub struct SecretArray<const N: usize>(Box<[u8; N]>);

impl<const N: usize> SecretArray<N> {
    /// Takes the bytes; the array passed in is wiped.
    pub fn new(mut bytes: [u8; N]) -> Self {
        let kept = Self(Box::new(bytes));
        bytes.zeroize();
        kept
    }

    /// A key made by `fill`, without a copy on the stack.
    pub fn filled_by<E>(fill: impl FnOnce(&mut [u8; N]) -> Result<(), E>) -> Result<Self, E> {
        let mut key = Self(Box::new([0; N]));
        fill(&mut key.0)?;
        Ok(key)
    }

    /// A copy of `bytes` when they are exactly `N`.
    pub fn copy_of(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|array: &[u8; N]| Self(Box::new(*array)))
    }

    /// The bytes. Each call is a place where the secret can leave.
    pub fn expose(&self) -> &[u8; N] {
        &self.0
    }
}

impl<const N: usize> Drop for SecretArray<N> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<const N: usize> PartialEq for SecretArray<N> {
    fn eq(&self, other: &Self) -> bool {
        self.expose().ct_eq(other.expose()).into()
    }
}

impl<const N: usize> Eq for SecretArray<N> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equality_is_by_content() {
        assert!(SecretBytes::copy_of(b"abc") == SecretBytes::new(b"abc".to_vec()));
        assert!(SecretBytes::copy_of(b"abc") != SecretBytes::copy_of(b"abcd"));
        assert!(SecretString::new("a".into()) != SecretString::new("b".into()));
        assert!(SecretArray::new([1; 4]) == SecretArray::new([1; 4]));
        assert!(SecretArray::<4>::copy_of(b"abc").is_none());
    }

    #[test]
    fn a_failed_fill_gives_no_key() {
        assert!(SecretArray::<4>::filled_by(|_| Err("no entropy")).is_err());
        let key = SecretArray::<2>::filled_by(|bytes| {
            *bytes = [7, 9];
            Ok::<_, ()>(())
        });
        assert!(key.is_ok_and(|key| key.expose() == &[7, 9]));
    }
}
