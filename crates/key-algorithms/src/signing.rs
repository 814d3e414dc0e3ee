//! What is signed: the message as the key's algorithm takes it, checked against the algorithm's rules.

use aws_lc_rs::digest::{self, Digest};

use crate::{Error, KeySpec, MessageType, SigningAlgorithm};

/// The longest message of `Sign`, `Verify`, `GenerateMac` and `VerifyMac`, in bytes.
pub const MAX_MESSAGE: usize = 4096;

/// The length of FIPS 204's message representative μ, in bytes.
const MU: usize = 64;

/// What goes into a signature.
pub(crate) enum Input<'a> {
    /// RSA and ECDSA: a digest. Whoever sent the message already hashed or not, the same is signed.
    Digest(Digest),
    /// Pure Ed25519 and ML-DSA: the message.
    Message(&'a [u8]),
    /// Ed25519ph: the message that Ed25519ph itself hashes. KMS asks for a digest here and hashes it again.
    Ed25519Ph(&'a [u8]),
    /// ML-DSA: μ.
    Mu(&'a [u8; MU]),
}

impl<'a> Input<'a> {
    /// Checks key spec, algorithm, message type and lengths, in this order.
    pub(crate) fn new(
        spec: KeySpec,
        algorithm: SigningAlgorithm,
        message_type: MessageType,
        message: &'a [u8],
    ) -> Result<Self, Error> {
        if !spec.signs_with(algorithm) {
            return Err(Error::AlgorithmNotAllowed { spec, algorithm: algorithm.as_str() });
        }
        if !algorithm.message_types().contains(&message_type) {
            return Err(Error::MessageTypeNotAllowed { message_type, spec, algorithm });
        }
        if message.len() > MAX_MESSAGE {
            return Err(Error::MessageTooLong { limit: MAX_MESSAGE, actual: message.len() });
        }
        let actual = message.len();
        Ok(match (message_type, hash(algorithm)) {
            (MessageType::ExternalMu, _) => {
                Self::Mu(message.try_into().map_err(|_| Error::ExternalMuLength { actual })?)
            }
            (MessageType::Raw, Some(hash)) => Self::Digest(digest::digest(hash, message)),
            (MessageType::Raw, None) => Self::Message(message),
            (MessageType::Digest, Some(hash)) => {
                let expected = hash.output_len();
                let wrong_length = |_| Error::DigestLength { algorithm, expected, actual };
                Self::Digest(Digest::import_less_safe(message, hash).map_err(wrong_length)?)
            }
            (MessageType::Digest, None) => {
                let expected = digest::SHA512_OUTPUT_LEN;
                if actual != expected {
                    return Err(Error::DigestLength { algorithm, expected, actual });
                }
                Self::Ed25519Ph(message)
            }
        })
    }
}

/// The hash of the algorithms that sign a digest.
fn hash(algorithm: SigningAlgorithm) -> Option<&'static digest::Algorithm> {
    match algorithm {
        SigningAlgorithm::RsassaPssSha256
        | SigningAlgorithm::RsassaPkcs1V15Sha256
        | SigningAlgorithm::EcdsaSha256 => Some(&digest::SHA256),
        SigningAlgorithm::RsassaPssSha384
        | SigningAlgorithm::RsassaPkcs1V15Sha384
        | SigningAlgorithm::EcdsaSha384 => Some(&digest::SHA384),
        SigningAlgorithm::RsassaPssSha512
        | SigningAlgorithm::RsassaPkcs1V15Sha512
        | SigningAlgorithm::EcdsaSha512 => Some(&digest::SHA512),
        SigningAlgorithm::Ed25519Sha512
        | SigningAlgorithm::Ed25519PhSha512
        | SigningAlgorithm::MlDsaShake256 => None,
    }
}
