use clock::Timestamp;

/// Why an attestation document was not accepted, or nothing could be encrypted for its sender.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The bytes are no attestation document.
    #[error(
        "the attestation document is malformed: {0}; send the document unchanged, as the Nitro Security Module or \
         nitro-tpm-attest returned it"
    )]
    Malformed(&'static str),

    /// A root certificate of the configuration cannot be used.
    #[error(
        "the root certificate for attestation documents cannot be used: {0}; configure one CA certificate"
    )]
    Root(&'static str),

    /// The document's chain starts at a root that nobody configured.
    #[error(
        "the attestation document is signed under a root certificate that is not configured here; \
         configure the root of the platform that issues the documents, if it is to be trusted"
    )]
    UntrustedRoot,

    /// The configured root is not valid at this time.
    #[error(
        "the root certificate of the attestation document is not valid at {now}; configure a root that is"
    )]
    RootNotValid {
        /// The time of the check.
        now: Timestamp,
    },

    /// The chain does not lead from the root to the document's certificate.
    #[error("the certificate chain of the attestation document does not verify; request a new document")]
    Chain(#[source] webpki::Error),

    /// A certificate of the chain is not what its place in the chain asks for.
    #[error("the certificate chain of the attestation document is not acceptable: {0}")]
    ChainForm(&'static str),

    /// The document is not signed by the certificate in it.
    #[error("the signature of the attestation document does not verify; send the document unchanged")]
    Signature,

    /// The document is older than allowed.
    #[error(
        "the attestation document was made at {made} and has expired; request a new document for each call"
    )]
    Expired {
        /// When the document says it was made.
        made: Timestamp,
    },

    /// The document was made later than now.
    #[error(
        "the attestation document was made at {made}, which is in the future; \
         check the clocks of the platform and of this server"
    )]
    NotYetMade {
        /// When the document says it was made.
        made: Timestamp,
    },

    /// The document names no key to encrypt for.
    #[error(
        "the attestation document holds no public key; request one with the public key of an RSA key pair in it"
    )]
    NoPublicKey,

    /// The document's key is no RSA key that can be encrypted for.
    #[error(
        "the public key in the attestation document cannot be used; it must be the DER-encoded SubjectPublicKeyInfo \
         of an RSA key of 2048 to 8192 bits"
    )]
    PublicKey,

    /// The cryptographic library failed.
    #[error("encrypting for the recipient failed in the cryptographic library; try again")]
    Encryption,
}
