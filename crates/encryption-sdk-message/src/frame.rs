//! What the frames of a body have in common.

use aws_lc_rs::aead::{Aad, NONCE_LEN, Nonce};

/// Bytes of a tag of AES-GCM.
pub(crate) const TAG: usize = 16;
/// Stands where the sequence number of a regular frame would, before the last frame.
pub(crate) const END: [u8; 4] = [0xFF; 4];

/// What the additional authenticated data calls a piece of a body.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Regular,
    Final,
    /// A body without frames.
    Whole,
}

/// The additional authenticated data of a piece. Source: AWS Encryption SDK Developer Guide, "Body AAD reference".
pub(crate) fn additional_data(message_id: &[u8; 32], kind: Kind, sequence: u32, length: u64) -> Aad<Vec<u8>> {
    let name: &[u8] = match kind {
        Kind::Regular => b"AWSKMSEncryptionClient Frame",
        Kind::Final => b"AWSKMSEncryptionClient Final Frame",
        Kind::Whole => b"AWSKMSEncryptionClient Single Block",
    };
    let mut data = Vec::with_capacity(96);
    data.extend(message_id);
    data.extend(name);
    data.extend(sequence.to_be_bytes());
    data.extend(length.to_be_bytes());
    Aad::from(data)
}

/// The nonce of a piece that is made: its number. The content key belongs to one message.
pub(crate) fn nonce(sequence: u32) -> [u8; NONCE_LEN] {
    (u128::from(sequence) << 32).to_be_bytes().first_chunk().copied().unwrap_or_default()
}

pub(crate) fn header_nonce() -> Nonce {
    Nonce::assume_unique_for_key([0; NONCE_LEN])
}

#[cfg(test)]
mod tests {
    #[test]
    fn nonces_count() {
        assert_eq!(super::nonce(0x0102_0304), [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]);
    }
}
