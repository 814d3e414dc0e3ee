/// Why a message was not made or not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are not in the message format.
    #[error("not a message of the AWS Encryption SDK: {0}")]
    Malformed(&'static str),
    /// The message ends before its last frame or its signature.
    #[error("the message is cut off: read all of it")]
    Truncated,
    /// Bytes follow the end of the message.
    #[error("bytes follow the message: give one message, and nothing else")]
    TrailingBytes,
    /// Another message format version than 2.
    #[error("message format version {0} is not supported: only version 2 binds a message to one data key")]
    UnsupportedVersion(u8),
    /// An algorithm suite without key commitment, or an unknown one.
    #[error(
        "algorithm suite {0:#06x} is not supported: use 0x0478 or 0x0578, which bind a message to one data key"
    )]
    UnsupportedSuite(u16),
    /// More encrypted data keys than [`MAX_ENCRYPTED_DATA_KEYS`](crate::MAX_ENCRYPTED_DATA_KEYS), or none.
    #[error("a message has {0} encrypted data keys: 1 to {max} are allowed", max = crate::MAX_ENCRYPTED_DATA_KEYS)]
    DataKeyCount(usize),
    /// Frames are longer than the reader allows.
    #[error(
        "a frame has {length} bytes, and {limit} are allowed: read the message as a whole, or allow longer frames"
    )]
    FrameTooLong {
        /// What the message says.
        length: u64,
        /// What the reader allows.
        limit: usize,
    },
    /// The signature stands at the end, so no byte of a signed message may be released before it was read.
    #[error("a signed message cannot be read as a stream: read it as a whole")]
    SignedStream,
    /// The data key is not the one that the message was made with.
    #[error("the data key is not the one that the message commits to")]
    WrongCommitment,
    /// The header was changed, or its tag.
    #[error("the header of the message was changed")]
    HeaderNotAuthentic,
    /// A frame was changed, moved or left out.
    #[error("frame {0} of the message was changed")]
    FrameNotAuthentic(u32),
    /// The signature does not fit to the message.
    #[error("the signature of the message is wrong")]
    SignatureNotAuthentic,
    /// The encryption context is longer than 65,535 bytes.
    #[error("the encryption context is too long: a message holds 65535 bytes of it")]
    ContextTooLong,
    /// A part of an encrypted data key is longer than 65,535 bytes.
    #[error("an encrypted data key is too long: a message holds 65535 bytes of each part")]
    DataKeyTooLong,
    /// The context does not name the key that signs.
    #[error("the encryption context does not name the signing key: add it under `aws-crypto-public-key`")]
    SigningKeyNotInContext,
    /// More than 2^32 - 1 frames.
    #[error("the plaintext is too long for its frames: use longer ones")]
    TooManyFrames,
    /// The cryptographic library failed.
    #[error("the cryptographic library failed")]
    Cryptography,
}

impl Error {
    /// Whether reading ended at the message's bytes: they were changed, belong to another data key, or were never a message that can be read here.
    /// What else stops a reader, an authentic header says.
    pub fn is_tampered(self) -> bool {
        matches!(
            self,
            Self::Malformed(_)
                | Self::Truncated
                | Self::TrailingBytes
                | Self::UnsupportedVersion(_)
                | Self::UnsupportedSuite(_)
                | Self::DataKeyCount(_)
                | Self::WrongCommitment
                | Self::HeaderNotAuthentic
                | Self::FrameNotAuthentic(_)
                | Self::SignatureNotAuthentic
        )
    }
}
