use aws_model::ErrorCode;
use aws_model::kms::{SERVICE, errors};
use envelope::{BackingKeyId, KeyLocator};
use gate::{CommonFault, Fault, ServiceError};
use iam_policy::PolicyError;
use key_algorithms::KeyUsage;

use crate::custom_key_stores::{CustomKeyStoreId, Refusal};
use crate::grants::GrantId;
use crate::origin::KeyOrigin;

/// Why a KMS call fails after the caller was authenticated. Refusals by policy are the gate's.
///
/// The texts are what the caller reads. Where AWS's text is known it is used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The account has no such key.
    #[error("Key '{0}' does not exist")]
    NoSuchKey(KeyLocator),
    /// The account has no such alias. The alias ARN.
    #[error("Alias {0} is not found.")]
    NoSuchAlias(String),
    /// Neither a key id nor anything else that names a key here.
    #[error("Invalid keyId '{0}'")]
    InvalidKeyId(String),
    /// The ARN is of another region. A request for a key goes to the region of the key.
    #[error("Invalid arn {0}")]
    OtherRegion(String),
    /// Not the ARN of a KMS key or alias.
    #[error("Invalid arn {0}")]
    InvalidArn(String),
    /// The same where the operation has no `InvalidArnException`.
    #[error("Invalid arn {0}")]
    UnknownArn(String),
    /// An alias ARN where only a key can be named.
    #[error("Key Aliases are not supported for this operation")]
    AliasNotSupported,
    /// A key policy other than `default`.
    #[error("No such policy exists")]
    NoSuchPolicy,
    /// A policy name that PutKeyPolicy does not take.
    #[error("The only key policy that can be set is default.")]
    PolicyNotSettable,

    /// The key is switched off.
    #[error("{0} is disabled.")]
    Disabled(KeyLocator),
    /// The key waits for its deletion.
    #[error("{0} is pending deletion.")]
    PendingDeletion(KeyLocator),
    /// The key is in another state than the operation takes; which one, in AWS's words.
    #[error("{key} is {is}.")]
    InvalidState {
        /// The key.
        key: KeyLocator,
        /// Its state.
        is: &'static str,
    },
    /// The operation is not for keys whose material comes from there.
    #[error("{key} origin is {} which is not valid for this operation.", origin.wire().as_str())]
    WrongOrigin {
        /// The key ARN.
        key: String,
        /// Where its material comes from.
        origin: KeyOrigin,
    },
    /// Only a key that waits for its deletion can be saved from it.
    #[error("{0} is not pending deletion.")]
    NotPendingDeletion(KeyLocator),

    /// Every alias begins so.
    #[error(
        "Alias must start with the prefix \"alias/\". Please see \
         https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html"
    )]
    AliasPrefix,
    /// Not a name that an alias can have.
    #[error("Invalid identifier")]
    NotAnAliasName,
    /// Characters that the pattern allows and an alias name does not.
    #[error("{0} contains invalid characters for an alias")]
    AliasCharacters(String),
    /// Names below `alias/aws/` are AWS's own. AWS sends no text.
    #[error("names that begin with alias/aws/ are reserved")]
    ReservedAlias,
    /// The target of an alias is a key.
    #[error("Aliases must refer to keys. Not aliases")]
    AliasOfAlias,
    /// The name is taken in this account and region. The alias ARN.
    #[error("An alias with the name {0} already exists")]
    AliasExists(String),

    /// A quota of the Developer Guide, "Resource quotas".
    #[error("{0}")]
    LimitExceeded(String),
    /// The key policy cannot be used.
    #[error(transparent)]
    MalformedPolicy(#[from] PolicyError),
    /// The key policy names somebody who does not exist, or exists no more. Who it is, which AWS's text leaves out.
    #[error("Policy contains a statement with one or more invalid principals.")]
    InvalidPrincipals(Vec<String>),
    /// The same of a declared key.
    #[error(
        "its policy names principals that do not exist: {}. Declare them, or take them out of the policy",
        .0.join(", ")
    )]
    UndeclaredPrincipals(Vec<String>),
    /// The lockout check: whoever sets a policy must be able to set the next one.
    #[error("The new key policy will not allow you to update the key policy in the future.")]
    PolicyLockout,
    /// Tags that AWS does not take.
    #[error("{0}")]
    InvalidTag(&'static str),
    /// The marker is not one that this listing gave out.
    #[error("The marker is not valid: pass the NextMarker of the response before, unchanged")]
    InvalidMarker,
    /// The key has no such grant.
    #[error("Grant ID {0} not found")]
    NoSuchGrant(GrantId),
    /// A grant id has 64 hexadecimal digits.
    #[error("Invalid grant ID")]
    InvalidGrantId,
    /// Not the ARN of somebody who can have a grant.
    #[error("ARN does not refer to a valid principal: {0}")]
    InvalidPrincipal(String),
    /// The grant token belongs to no grant.
    #[error("Invalid grant token.")]
    InvalidGrantToken,

    /// Does not open. AWS sends no text, and says the same for every cause.
    #[error("the ciphertext is corrupt, or was made with another encryption context")]
    InvalidCiphertext,
    /// The request names one key, the ciphertext another.
    #[error("The key ID in the request does not identify a CMK that can perform this operation.")]
    IncorrectKey,
    /// The key is for something else.
    #[error("{key} key usage is {usage} which is not valid for {operation}.")]
    WrongUsage {
        /// The key ARN.
        key: String,
        /// What it is for.
        usage: KeyUsage,
        /// What was asked for.
        operation: &'static str,
    },
    /// The algorithm is not one of the key's.
    #[error("Algorithm {algorithm} is incompatible with key spec {spec}.")]
    IncompatibleAlgorithm {
        /// What was asked for.
        algorithm: &'static str,
        /// The key's spec.
        spec: &'static str,
    },
    /// Asymmetric and HMAC keys have one material for life.
    #[error("only symmetric encryption keys can be rotated")]
    NotRotatable,
    /// What `key_algorithms` finds wrong with a request, or fails to do.
    #[error(transparent)]
    Algorithms(#[from] key_algorithms::Error),
    /// The attestation document of the recipient is not to be trusted, or nothing can be encrypted for its key. AWS's text is not documented.
    #[error(transparent)]
    Attestation(#[from] attestation::Error),
    /// It is not known yet when the key was last used.
    #[error("the time of the last use is not known yet")]
    LastUse(#[from] gate::LastUsesError),
    /// All is well, but the caller asked for a rehearsal.
    #[error("The request would have succeeded, but the DryRun option is set.")]
    DryRun,
    /// The account has no custom key store of this id or name.
    #[error("There is no custom key store {0}.")]
    NoSuchCustomKeyStore(String),
    /// A custom key store does not do what it was asked.
    #[error(transparent)]
    CustomKeyStore(#[from] Refusal),
    /// What is stored of a custom key store cannot be used.
    #[error(
        "the stored credentials of {store} cannot be used: is the root key the one that the store was made with?"
    )]
    CorruptCustomKeyStore {
        /// Which one.
        store: CustomKeyStoreId,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Not an import token of this key, or not one at all.
    #[error("The import token is invalid or is associated with a different KMS key.")]
    InvalidImportToken,
    /// The day of the import token is over.
    #[error(
        "The import token is expired. Use GetParametersForImport to get a new import token and public key."
    )]
    ExpiredImportToken,
    /// The imported material is not what it must be; what, in words.
    #[error("{0}")]
    IncorrectKeyMaterial(&'static str),
    /// The imported material is none for a key of this spec.
    #[error("The key material is invalid: {0}")]
    InvalidKeyMaterial(#[source] key_algorithms::Error),
    /// The key has no such imported material.
    #[error("{key} has no key material {id}.")]
    NoSuchMaterial {
        /// The key.
        key: KeyLocator,
        /// What was asked for.
        id: BackingKeyId,
    },
    /// One material at a time waits for rotation.
    #[error("{0} has key material that is pending rotation. Rotate the key, or delete that key material.")]
    RotationPending(KeyLocator),
    /// A key with imported material is rotated to material that was imported for that.
    #[error("{0} has no key material that is pending rotation. Import new key material first.")]
    NothingToRotateTo(KeyLocator),
    /// A parameter that this service does not support.
    #[error("{0}")]
    Unsupported(String),
    /// Only the primary key of a multi-Region key can do that. The key ARN.
    #[error("{0} is not a multi-Region primary key.")]
    NotPrimary(String),
    /// There is a related key in that region already.
    #[error("{0} already exists.")]
    ReplicaExists(KeyLocator),
    /// No keys can be there.
    #[error("Region {0} is not supported.")]
    RegionNotServed(String),
    /// Not every related key has the material that the rotation is to bring.
    #[error(
        "{0} has key material that is pending import into all of its replica keys. Import the same key material there first."
    )]
    PendingElsewhere(KeyLocator),
    /// The input breaks a rule that the service description does not state.
    #[error("{0}")]
    Invalid(String),

    /// The store failed. The caller learns only that something inside did.
    #[error("the store of KMS keys failed")]
    Store(#[from] store::Error),
    /// The generator of random bytes failed.
    #[error("encryption failed")]
    Envelope(#[source] envelope::Error),
    /// What is stored does not make a key: the root key is another one, or the store is damaged.
    #[error(
        "the stored {part} of {key} cannot be used: is the root key the one that the store was made with?"
    )]
    CorruptKey {
        /// The key.
        key: KeyLocator,
        /// What of it.
        part: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl Error {
    pub(crate) fn invalid(text: impl Into<String>) -> Self {
        Self::Invalid(text.into())
    }

    pub(crate) fn limit(text: impl Into<String>) -> Self {
        Self::LimitExceeded(text.into())
    }

    pub(crate) fn unsupported(text: impl Into<String>) -> Self {
        Self::Unsupported(text.into())
    }

    pub(crate) fn corrupt_material(
        key: &KeyLocator,
        id: BackingKeyId,
        source: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        Self::CorruptKey { key: key.clone(), part: format!("key material {id}"), source: Box::new(source) }
    }
}

// AWS answers with it, though its service description does not list it.
static NOT_AUTHORIZED_EXCEPTION: ErrorCode = ErrorCode {
    name: "NotAuthorizedException",
    code: "NotAuthorizedException",
    status: 400,
    sender_fault: true,
};

// The API reference gives 412, which the service description does not say.
static DRY_RUN_OPERATION_EXCEPTION: ErrorCode =
    ErrorCode { status: 412, ..errors::DRY_RUN_OPERATION_EXCEPTION };

/// The one place where errors get AWS's codes. Source: KMS API Reference, "Errors" of each operation.
impl ServiceError for Error {
    fn fault(&self) -> Option<Fault> {
        let code = match self {
            Self::NoSuchKey(_)
            | Self::NoSuchAlias(_)
            | Self::InvalidKeyId(_)
            | Self::OtherRegion(_)
            | Self::UnknownArn(_)
            | Self::NoSuchPolicy
            | Self::NoSuchGrant(_)
            | Self::NoSuchMaterial { .. } => &errors::NOT_FOUND_EXCEPTION,
            Self::InvalidArn(_) | Self::AliasNotSupported | Self::InvalidPrincipal(_) => {
                &errors::INVALID_ARN_EXCEPTION
            }
            Self::Disabled(_) => &errors::DISABLED_EXCEPTION,
            Self::PendingDeletion(_)
            | Self::NotPendingDeletion(_)
            | Self::InvalidState { .. }
            | Self::RotationPending(_)
            | Self::NothingToRotateTo(_) => &errors::KMS_INVALID_STATE_EXCEPTION,
            Self::InvalidImportToken => &errors::INVALID_IMPORT_TOKEN_EXCEPTION,
            Self::ExpiredImportToken => &errors::EXPIRED_IMPORT_TOKEN_EXCEPTION,
            Self::IncorrectKeyMaterial(_) | Self::InvalidKeyMaterial(_) => {
                &errors::INCORRECT_KEY_MATERIAL_EXCEPTION
            }
            Self::WrongOrigin { .. } => &errors::UNSUPPORTED_OPERATION_EXCEPTION,
            Self::ReservedAlias => return Some(Fault::new(&NOT_AUTHORIZED_EXCEPTION, "")),
            Self::AliasExists(_) | Self::ReplicaExists(_) => &errors::ALREADY_EXISTS_EXCEPTION,
            Self::LimitExceeded(_) => &errors::LIMIT_EXCEEDED_EXCEPTION,
            Self::MalformedPolicy(_)
            | Self::InvalidPrincipals(_)
            | Self::UndeclaredPrincipals(_)
            | Self::PolicyLockout => &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            Self::InvalidTag(_) => &errors::TAG_EXCEPTION,
            Self::InvalidMarker => &errors::INVALID_MARKER_EXCEPTION,
            Self::InvalidGrantId => &errors::INVALID_GRANT_ID_EXCEPTION,
            Self::InvalidGrantToken => &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            Self::InvalidCiphertext => return Some(Fault::new(&errors::INVALID_CIPHERTEXT_EXCEPTION, "")),
            Self::IncorrectKey => &errors::INCORRECT_KEY_EXCEPTION,
            Self::WrongUsage { .. } | Self::IncompatibleAlgorithm { .. } => {
                &errors::INVALID_KEY_USAGE_EXCEPTION
            }
            Self::DryRun => &DRY_RUN_OPERATION_EXCEPTION,
            Self::NoSuchCustomKeyStore(_) => &errors::CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION,
            Self::CustomKeyStore(refusal) => refusal.code(),
            Self::Unsupported(_) | Self::NotPrimary(_) | Self::RegionNotServed(_) => {
                &errors::UNSUPPORTED_OPERATION_EXCEPTION
            }
            Self::PendingElsewhere(_) => &errors::KMS_INVALID_STATE_EXCEPTION,
            // AWS sends no text.
            Self::NotRotatable => return Some(Fault::new(&errors::UNSUPPORTED_OPERATION_EXCEPTION, "")),
            Self::Algorithms(error) => return algorithms_fault(error),
            Self::AliasPrefix
            | Self::NotAnAliasName
            | Self::AliasCharacters(_)
            | Self::AliasOfAlias
            | Self::PolicyNotSettable
            | Self::Invalid(_) => {
                return Some(Fault::common(&SERVICE, CommonFault::Validation, self.to_string()));
            }
            Self::Attestation(attestation::Error::Encryption) => return None,
            Self::Attestation(_) => {
                return Some(Fault::common(&SERVICE, CommonFault::Validation, self.to_string()));
            }
            Self::LastUse(gate::LastUsesError::Behind) => {
                return Some(Fault::new(
                    &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
                    "The request could not be completed in time. Try again.",
                ));
            }
            Self::LastUse(gate::LastUsesError::Store(_))
            | Self::Store(_)
            | Self::Envelope(_)
            | Self::CorruptCustomKeyStore { .. }
            | Self::CorruptKey { .. } => return None,
        };
        Some(Fault::new(code, self.to_string()))
    }
}

/// The documentation of each case of [`key_algorithms::Error`] names AWS's code.
fn algorithms_fault(error: &key_algorithms::Error) -> Option<Fault> {
    use key_algorithms::Error as Algorithms;
    let code = match error {
        Algorithms::Sm2
        | Algorithms::NotImportable { .. }
        | Algorithms::WrappingAlgorithmWithdrawn
        | Algorithms::WrappingNotAllowed { .. } => &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        Algorithms::AlgorithmNotAllowed { .. } => &errors::INVALID_KEY_USAGE_EXCEPTION,
        Algorithms::InvalidSignature => {
            return Some(Fault::new(&errors::KMS_INVALID_SIGNATURE_EXCEPTION, ""));
        }
        Algorithms::InvalidMac => return Some(Fault::new(&errors::KMS_INVALID_MAC_EXCEPTION, "")),
        Algorithms::InvalidCiphertext | Algorithms::InvalidWrapping => {
            return Error::InvalidCiphertext.fault();
        }
        Algorithms::UnknownName { .. }
        | Algorithms::MessageTypeNotAllowed { .. }
        | Algorithms::DigestLength { .. }
        | Algorithms::ExternalMuLength { .. }
        | Algorithms::MessageTooLong { .. }
        | Algorithms::PlaintextTooLong { .. }
        | Algorithms::InvalidPublicKey { .. } => {
            return Some(Fault::common(&SERVICE, CommonFault::Validation, error.to_string()));
        }
        // What is left is a mistake or misfortune in here.
        _ => return None,
    };
    Some(Fault::new(code, error.to_string()))
}
