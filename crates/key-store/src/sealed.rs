//! What a key store makes of a plaintext.

use crate::store::MAX_PLAINTEXT;

/// Bytes of the authentication tag.
pub const TAG_LENGTH: usize = 16;

/// The most bytes of [`Sealed::metadata`]. (An XKS proxy gives at most 20; its client checks that.)
pub const MAX_METADATA: usize = 64;

const FORMAT: u8 = 1;

/// The result of AES-GCM in a key store. A value is within the bounds, not necessarily authentic.
///
/// Its binary form is canonical (two different byte strings never parse to the same value):
///
/// ```text
/// 0         format: 1
/// 1         length of the initialization vector: 12 or 16
///           initialization vector
///           authentication tag, 16 bytes
///           length of the metadata: 0 to 64
///           metadata
///           ciphertext, 0 to 4300 bytes, up to the end
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    iv: Vec<u8>,
    tag: [u8; TAG_LENGTH],
    metadata: Vec<u8>,
    ciphertext: Vec<u8>,
}

/// Parts or bytes that no key store can have made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a sealed message of a key store: {0}")]
pub struct InvalidSealed(pub &'static str);

impl Sealed {
    /// From its parts: 12 or 16 bytes of `iv`, a `tag` of 16, at most [`MAX_METADATA`] of `metadata`, and at most
    /// [`MAX_PLAINTEXT`] of `ciphertext`.
    pub fn new(
        iv: Vec<u8>,
        tag: &[u8],
        metadata: Vec<u8>,
        ciphertext: Vec<u8>,
    ) -> Result<Self, InvalidSealed> {
        let tag = tag.try_into().map_err(|_| InvalidSealed("the tag must have 16 bytes"))?;
        if !matches!(iv.len(), 12 | 16) {
            return Err(InvalidSealed("the initialization vector must have 12 or 16 bytes"));
        }
        if metadata.len() > MAX_METADATA {
            return Err(InvalidSealed("the metadata is too long"));
        }
        if ciphertext.len() > MAX_PLAINTEXT {
            return Err(InvalidSealed("the ciphertext is too long"));
        }
        Ok(Self { iv, tag, metadata, ciphertext })
    }

    /// The initialization vector.
    pub fn iv(&self) -> &[u8] {
        &self.iv
    }

    /// The authentication tag.
    pub fn tag(&self) -> &[u8; TAG_LENGTH] {
        &self.tag
    }

    /// What the key store wants to see again: its own business, authenticated by it.
    pub fn metadata(&self) -> &[u8] {
        &self.metadata
    }

    /// The ciphertext, as long as the plaintext.
    pub fn ciphertext(&self) -> &[u8] {
        &self.ciphertext
    }

    /// The canonical binary form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let fixed = 3 + self.iv.len() + TAG_LENGTH;
        let mut bytes = Vec::with_capacity(fixed + self.metadata.len() + self.ciphertext.len());
        bytes.push(FORMAT);
        // INVARIANT: `new` bounds both lengths below 256.
        bytes.push(self.iv.len() as u8);
        bytes.extend_from_slice(&self.iv);
        bytes.extend_from_slice(&self.tag);
        bytes.push(self.metadata.len() as u8);
        bytes.extend_from_slice(&self.metadata);
        bytes.extend_from_slice(&self.ciphertext);
        bytes
    }

    /// Reads the canonical binary form.
    pub fn parse(bytes: &[u8]) -> Result<Self, InvalidSealed> {
        const CUT: InvalidSealed = InvalidSealed("it ends too early");
        let (&format, rest) = bytes.split_first().ok_or(CUT)?;
        if format != FORMAT {
            return Err(InvalidSealed("its format is unknown"));
        }
        let (&iv_length, rest) = rest.split_first().ok_or(CUT)?;
        let (iv, rest) = rest.split_at_checked(iv_length.into()).ok_or(CUT)?;
        let (tag, rest) = rest.split_at_checked(TAG_LENGTH).ok_or(CUT)?;
        let (&metadata_length, rest) = rest.split_first().ok_or(CUT)?;
        let (metadata, ciphertext) = rest.split_at_checked(metadata_length.into()).ok_or(CUT)?;
        // `new` takes owned parts: refuse what it would refuse before copying it.
        if ciphertext.len() > MAX_PLAINTEXT {
            return Err(InvalidSealed("the ciphertext is too long"));
        }
        Self::new(iv.to_vec(), tag, metadata.to_vec(), ciphertext.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sealed() -> Sealed {
        Sealed::new(vec![7; 12], &[9; 16], vec![1, 2, 3], b"hello".to_vec()).unwrap()
    }

    #[test]
    fn the_binary_form_stays() {
        let golden = [&[1, 12][..], &[7; 12], &[9; 16], &[3, 1, 2, 3], b"hello"].concat();
        assert_eq!(sealed().to_bytes(), golden);
        assert_eq!(Sealed::parse(&golden), Ok(sealed()));
    }

    #[test]
    fn parts_are_bounded() {
        let new = |iv: usize, tag: usize, metadata: usize, ciphertext: usize| {
            Sealed::new(vec![0; iv], &vec![0; tag], vec![0; metadata], vec![0; ciphertext])
        };
        assert!(new(12, 16, 0, 0).is_ok());
        assert!(new(16, 16, MAX_METADATA, MAX_PLAINTEXT).is_ok());
        assert!(new(11, 16, 0, 0).is_err());
        assert!(new(12, 15, 0, 0).is_err());
        assert!(new(12, 16, MAX_METADATA + 1, 0).is_err());
        assert!(new(12, 16, 0, MAX_PLAINTEXT + 1).is_err());
    }

    #[test]
    fn every_prefix_before_the_ciphertext_is_refused() {
        let bytes = sealed().to_bytes();
        for end in 0..bytes.len() - b"hello".len() {
            assert!(Sealed::parse(&bytes[..end]).is_err(), "{end}");
        }
        let mut unknown = bytes;
        unknown[0] = 2;
        assert!(Sealed::parse(&unknown).is_err());
    }

    proptest! {
        #[test]
        fn what_parses_is_canonical(bytes in proptest::collection::vec(any::<u8>(), 0..200), head in any::<bool>()) {
            let mut bytes = bytes;
            if head && bytes.len() > 32 {
                bytes[0] = FORMAT;
                bytes[1] = 12;
                bytes[30] %= 80;
            }
            if let Ok(sealed) = Sealed::parse(&bytes) {
                prop_assert_eq!(sealed.to_bytes(), bytes);
            }
        }
    }
}
