/// Why something could not be encrypted, opened or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Bytes that do not open. One answer for every cause: which check failed would help only somebody who forges.
    #[error(
        "cannot be decrypted: altered, cut short, or made with another key, encryption context or place of use"
    )]
    Invalid,
    /// The source of random bytes failed; nothing was encrypted.
    #[error("no random bytes: the operating system's generator failed; retry, then restart the machine")]
    NoRandomBytes,
    /// More plaintext than AES-GCM takes in one message (2^36 - 32 bytes).
    #[error("too long to encrypt in one message: encrypt it in parts")]
    TooLong,
    /// Not the id of a KMS key.
    #[error("not a KMS key id: expected a UUID in lower case, or mrk- and 32 lower-case hexadecimal digits")]
    NotAKeyId,
    /// Not the ARN of a KMS key.
    #[error("not the ARN of a KMS key: expected arn:aws:kms:region:account-id:key/key-id")]
    NotAKeyArn,
    /// Not 64 hexadecimal digits.
    #[error("not an identifier: expected 64 lower-case hexadecimal digits")]
    NotHex,
}
