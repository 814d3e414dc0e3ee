use crate::key_wrap::{MAX_WRAP, MIN_KW};
use crate::{
    EncryptionAlgorithm, KeySpec, MessageType, SigningAlgorithm, WrappingAlgorithm, WrappingKeySpec,
};

/// Why something was not done. The documentation of each case names the error that KMS answers with.
///
/// The texts are AWS's where AWS's is known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Not a name from the service description. (`ValidationException`)
    #[error("not a {what} that AWS KMS has; its API reference lists them")]
    UnknownName {
        /// Of what.
        what: &'static str,
    },
    /// SM2 keys and algorithms, which AWS offers in its China Regions only. (`UnsupportedOperationException`)
    #[error("SM2 is not available here, as in every AWS Region outside China; choose an RSA or ECC key spec")]
    Sm2,
    /// `SYMMETRIC_DEFAULT`, which is no key spec of this crate. The caller handles it before it comes here.
    #[error("SYMMETRIC_DEFAULT is not an asymmetric or HMAC key spec")]
    SymmetricDefault,

    /// A key pair was wanted and the spec is one of HMAC keys, or the other way round. The caller's own mistake.
    #[error("{spec} is not a key spec of {wanted}")]
    WrongKind {
        /// The spec.
        spec: KeySpec,
        /// What was wanted.
        wanted: &'static str,
    },
    /// The key spec cannot do the algorithm. (`InvalidKeyUsageException`)
    #[error("Algorithm {algorithm} is incompatible with key spec {spec}.")]
    AlgorithmNotAllowed {
        /// The key's spec.
        spec: KeySpec,
        /// AWS's name of the algorithm.
        algorithm: &'static str,
    },
    /// The algorithm does not take such a message. (`ValidationException`)
    #[error("Message type {message_type} is incompatible with {}.", incompatible_with(*spec, *algorithm))]
    MessageTypeNotAllowed {
        /// What the message was said to be.
        message_type: MessageType,
        /// The key's spec.
        spec: KeySpec,
        /// The signing algorithm.
        algorithm: SigningAlgorithm,
    },
    /// `DIGEST`, and not as long as the algorithm's digests. (`ValidationException`)
    #[error("Digest is invalid length for algorithm {algorithm}.")]
    DigestLength {
        /// The signing algorithm.
        algorithm: SigningAlgorithm,
        /// Its digest's length in bytes.
        expected: usize,
        /// The message's length in bytes.
        actual: usize,
    },
    /// `EXTERNAL_MU`, and not 64 bytes. (`ValidationException`)
    #[error("EXTERNAL_MU must be 64 bytes long; the message has {actual}.")]
    ExternalMuLength {
        /// The message's length in bytes.
        actual: usize,
    },
    /// A message for signing or for a MAC that is longer than KMS takes. (`ValidationException`)
    #[error("The message has {actual} bytes; at most {limit} are accepted. Sign its digest instead.")]
    MessageTooLong {
        /// The most that is taken, in bytes.
        limit: usize,
        /// The message's length in bytes.
        actual: usize,
    },
    /// More plaintext than the key and the algorithm take at once. (`ValidationException`)
    #[error("Algorithm {algorithm} and key spec {spec} cannot encrypt data larger than {limit} bytes.")]
    PlaintextTooLong {
        /// The key's spec.
        spec: KeySpec,
        /// The encryption algorithm.
        algorithm: EncryptionAlgorithm,
        /// The most that is taken, in bytes.
        limit: usize,
        /// The plaintext's length in bytes.
        actual: usize,
    },

    /// The signature is not one of this message by this key: wrong or malformed. (`KMSInvalidSignatureException`)
    #[error("the signature does not verify")]
    InvalidSignature,
    /// The MAC is not that of this message by this key. (`KMSInvalidMacException`)
    #[error("the MAC does not verify")]
    InvalidMac,
    /// The ciphertext does not open. One answer for every cause: which check failed would help only somebody who attacks.
    /// (`InvalidCiphertextException`)
    #[error("the ciphertext cannot be decrypted with this key and algorithm")]
    InvalidCiphertext,

    /// Not a public key of the spec that is needed. (`ValidationException`)
    #[error("not a public key for {spec}: {reason}")]
    InvalidPublicKey {
        /// The spec that the key must have.
        spec: KeySpec,
        /// What is wrong.
        reason: &'static str,
    },
    /// Not a private key of the spec that is needed. (For imports: `IncorrectKeyMaterialException`.)
    #[error("not a private key for {spec}: {reason}")]
    InvalidPrivateKey {
        /// The spec that the key must have.
        spec: KeySpec,
        /// What is wrong.
        reason: &'static str,
    },
    /// HMAC key material of the wrong length. (For imports: `IncorrectKeyMaterialException`.)
    #[error("{spec} keys have {minimum} to {maximum} bytes; this key material has {actual}")]
    HmacKeyLength {
        /// The spec that the key must have.
        spec: KeySpec,
        /// The least, in bytes.
        minimum: usize,
        /// The most, in bytes.
        maximum: usize,
        /// The material's length in bytes.
        actual: usize,
    },

    /// `RSAES_PKCS1_V1_5`, which KMS has not taken since October 10, 2023. (`UnsupportedOperationException`)
    #[error("RSAES_PKCS1_V1_5 is no longer supported for imports; use RSAES_OAEP_SHA_256")]
    WrappingAlgorithmWithdrawn,
    /// Key material of this spec cannot be imported. (`UnsupportedOperationException`)
    #[error("key material of {spec} keys cannot be imported")]
    NotImportable {
        /// The key's spec.
        spec: KeySpec,
    },
    /// Key material of this spec cannot be wrapped this way. (`UnsupportedOperationException`)
    #[error("{algorithm} with a {wrapping_key} wrapping key cannot wrap key material of {spec}")]
    WrappingNotAllowed {
        /// The key's spec.
        spec: KeySpec,
        /// The wrapping algorithm.
        algorithm: WrappingAlgorithm,
        /// The wrapping key's spec.
        wrapping_key: WrappingKeySpec,
    },
    /// Wrapped key material that does not open: altered, wrapped with another key or otherwise. (`InvalidCiphertextException`)
    #[error("the wrapped key material cannot be unwrapped with this wrapping key and algorithm")]
    InvalidWrapping,
    /// A key-encryption key that is not 16 or 32 bytes long, or key material of a length that cannot be wrapped.
    #[error(
        "AES key wrap takes a key of 16 or 32 bytes, and material of {MIN_KW} to {MAX_WRAP} bytes in steps of 8 (padded: from 1 byte)"
    )]
    WrappingLength,

    /// The cryptographic library failed where it should not, for example for want of memory or random bytes.
    /// (`KMSInternalException`)
    #[error("the cryptographic library failed; retry, then check the machine's memory and random generator")]
    Library,
}

/// AWS names the key spec for ML-DSA and the algorithm for Ed25519.
fn incompatible_with(spec: KeySpec, algorithm: SigningAlgorithm) -> String {
    match spec {
        KeySpec::EccNistEdwards25519 => format!("algorithm {algorithm}"),
        _ => format!("key spec {spec}"),
    }
}

impl From<aws_lc_rs::error::Unspecified> for Error {
    fn from(_: aws_lc_rs::error::Unspecified) -> Self {
        Self::Library
    }
}
