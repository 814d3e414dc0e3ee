//! What each key spec is for and can do. Documentation and checks are both made from [`TABLE`].
//!
//! Source: the KMS API reference (`CreateKey`, `Sign`, `ImportKeyMaterial`, `GenerateDataKeyPair`) and the key spec reference of
//! the KMS developer guide.

use crate::{
    EncapsulationAlgorithm, EncryptionAlgorithm, KeyAgreementAlgorithm, KeySpec, KeyUsage, MacAlgorithm,
    MessageType, SigningAlgorithm,
};

/// One row: a key of this spec, made for this usage, can do these algorithms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The key spec.
    pub spec: KeySpec,
    /// The usage. A spec with two usages has two rows.
    pub usage: KeyUsage,
    /// What a key of the spec does in that usage.
    pub algorithms: Algorithms,
}

/// Algorithms of one kind; the kind follows from the usage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithms {
    /// Of `Sign` and `Verify`.
    Signing(&'static [SigningAlgorithm]),
    /// Of `Encrypt`, `Decrypt` and `ReEncrypt`.
    Encryption(&'static [EncryptionAlgorithm]),
    /// Of `GenerateMac` and `VerifyMac`.
    Mac(&'static [MacAlgorithm]),
    /// Of `DeriveSharedSecret`.
    KeyAgreement(&'static [KeyAgreementAlgorithm]),
    /// Of `Encapsulate` and `Decapsulate`.
    Encapsulation(&'static [EncapsulationAlgorithm]),
}

impl Algorithms {
    /// AWS's names, in the order in which `DescribeKey` lists them.
    pub fn names(self) -> Vec<&'static str> {
        match self {
            Self::Signing(list) => list.iter().map(|one| one.as_str()).collect(),
            Self::Encryption(list) => list.iter().map(|one| one.as_str()).collect(),
            Self::Mac(list) => list.iter().map(|one| one.as_str()).collect(),
            Self::KeyAgreement(list) => list.iter().map(|one| one.as_str()).collect(),
            Self::Encapsulation(list) => list.iter().map(|one| one.as_str()).collect(),
        }
    }
}

/// Every spec with every usage that it may have.
pub const TABLE: &[Row] = &[
    row(KeySpec::Rsa2048, KeyUsage::EncryptDecrypt, Algorithms::Encryption(OAEP)),
    row(KeySpec::Rsa2048, KeyUsage::SignVerify, Algorithms::Signing(RSASSA)),
    row(KeySpec::Rsa3072, KeyUsage::EncryptDecrypt, Algorithms::Encryption(OAEP)),
    row(KeySpec::Rsa3072, KeyUsage::SignVerify, Algorithms::Signing(RSASSA)),
    row(KeySpec::Rsa4096, KeyUsage::EncryptDecrypt, Algorithms::Encryption(OAEP)),
    row(KeySpec::Rsa4096, KeyUsage::SignVerify, Algorithms::Signing(RSASSA)),
    row(KeySpec::EccNistP256, KeyUsage::SignVerify, Algorithms::Signing(&[SigningAlgorithm::EcdsaSha256])),
    row(KeySpec::EccNistP256, KeyUsage::KeyAgreement, Algorithms::KeyAgreement(ECDH)),
    row(KeySpec::EccNistP384, KeyUsage::SignVerify, Algorithms::Signing(&[SigningAlgorithm::EcdsaSha384])),
    row(KeySpec::EccNistP384, KeyUsage::KeyAgreement, Algorithms::KeyAgreement(ECDH)),
    row(KeySpec::EccNistP521, KeyUsage::SignVerify, Algorithms::Signing(&[SigningAlgorithm::EcdsaSha512])),
    row(KeySpec::EccNistP521, KeyUsage::KeyAgreement, Algorithms::KeyAgreement(ECDH)),
    row(KeySpec::EccSecgP256k1, KeyUsage::SignVerify, Algorithms::Signing(&[SigningAlgorithm::EcdsaSha256])),
    row(KeySpec::EccNistEdwards25519, KeyUsage::SignVerify, Algorithms::Signing(ED25519)),
    row(KeySpec::Hmac224, KeyUsage::GenerateVerifyMac, Algorithms::Mac(&[MacAlgorithm::HmacSha224])),
    row(KeySpec::Hmac256, KeyUsage::GenerateVerifyMac, Algorithms::Mac(&[MacAlgorithm::HmacSha256])),
    row(KeySpec::Hmac384, KeyUsage::GenerateVerifyMac, Algorithms::Mac(&[MacAlgorithm::HmacSha384])),
    row(KeySpec::Hmac512, KeyUsage::GenerateVerifyMac, Algorithms::Mac(&[MacAlgorithm::HmacSha512])),
    row(KeySpec::MlDsa44, KeyUsage::SignVerify, Algorithms::Signing(ML_DSA)),
    row(KeySpec::MlDsa65, KeyUsage::SignVerify, Algorithms::Signing(ML_DSA)),
    row(KeySpec::MlDsa87, KeyUsage::SignVerify, Algorithms::Signing(ML_DSA)),
    row(KeySpec::MlKem512, KeyUsage::EncapsulateDecapsulate, Algorithms::Encapsulation(ML_KEM)),
    row(KeySpec::MlKem768, KeyUsage::EncapsulateDecapsulate, Algorithms::Encapsulation(ML_KEM)),
    row(KeySpec::MlKem1024, KeyUsage::EncapsulateDecapsulate, Algorithms::Encapsulation(ML_KEM)),
];

impl KeySpec {
    /// The usages among which one is chosen when a key of this spec is made.
    pub fn usages(self) -> impl Iterator<Item = KeyUsage> {
        TABLE.iter().filter(move |row| row.spec == self).map(|row| row.usage)
    }

    /// What a key of this spec can do in this usage; nothing when it cannot have the usage.
    pub fn algorithms(self, usage: KeyUsage) -> Option<Algorithms> {
        TABLE.iter().find(|row| row.spec == self && row.usage == usage).map(|row| row.algorithms)
    }

    /// Whether a key of this spec, in the usage that fits, can sign with `algorithm`.
    pub fn signs_with(self, algorithm: SigningAlgorithm) -> bool {
        matches!(self.algorithms(KeyUsage::SignVerify), Some(Algorithms::Signing(list)) if list.contains(&algorithm))
    }

    /// Whether a key of this spec, in the usage that fits, can encrypt with `algorithm`.
    pub fn encrypts_with(self, algorithm: EncryptionAlgorithm) -> bool {
        matches!(
            self.algorithms(KeyUsage::EncryptDecrypt),
            Some(Algorithms::Encryption(list)) if list.contains(&algorithm)
        )
    }

    /// Whether a key of this spec makes MACs with `algorithm`.
    pub fn macs_with(self, algorithm: MacAlgorithm) -> bool {
        matches!(
            self.algorithms(KeyUsage::GenerateVerifyMac),
            Some(Algorithms::Mac(list)) if list.contains(&algorithm)
        )
    }

    /// Whether a key of this spec, in the usage that fits, derives shared secrets with `algorithm`.
    pub fn agrees_with(self, algorithm: KeyAgreementAlgorithm) -> bool {
        matches!(
            self.algorithms(KeyUsage::KeyAgreement),
            Some(Algorithms::KeyAgreement(list)) if list.contains(&algorithm)
        )
    }

    /// Whether a key of this spec encapsulates with `algorithm`.
    pub fn encapsulates_with(self, algorithm: EncapsulationAlgorithm) -> bool {
        matches!(
            self.algorithms(KeyUsage::EncapsulateDecapsulate),
            Some(Algorithms::Encapsulation(list)) if list.contains(&algorithm)
        )
    }

    /// Whether it is a pair of a private and a public key. The others are HMAC keys.
    pub fn is_key_pair(self) -> bool {
        self.algorithms(KeyUsage::GenerateVerifyMac).is_none()
    }

    /// Whether `GenerateDataKeyPair` makes pairs of this spec (`DataKeyPairSpec` of the service description).
    pub fn is_data_key_pair_spec(self) -> bool {
        self.is_key_pair() && !matches!(self, Self::MlDsa44 | Self::MlDsa65 | Self::MlDsa87)
    }

    /// Whether key material of this spec can be imported ("Requirements for imported key material" in the KMS developer guide,
    /// which names RSA, the four Weierstrass curves and HMAC, and says that ML-DSA keys cannot be imported).
    pub fn is_importable(self) -> bool {
        !matches!(
            self,
            Self::EccNistEdwards25519
                | Self::MlDsa44
                | Self::MlDsa65
                | Self::MlDsa87
                | Self::MlKem512
                | Self::MlKem768
                | Self::MlKem1024
        )
    }
}

impl SigningAlgorithm {
    /// What the message may be. ("MessageType" of `Sign` in the KMS API reference.)
    pub const fn message_types(self) -> &'static [MessageType] {
        match self {
            Self::Ed25519Sha512 => &[MessageType::Raw],
            Self::Ed25519PhSha512 => &[MessageType::Digest],
            Self::MlDsaShake256 => &[MessageType::Raw, MessageType::ExternalMu],
            _ => &[MessageType::Raw, MessageType::Digest],
        }
    }
}

const OAEP: &[EncryptionAlgorithm] =
    &[EncryptionAlgorithm::RsaesOaepSha1, EncryptionAlgorithm::RsaesOaepSha256];
const RSASSA: &[SigningAlgorithm] = &[
    SigningAlgorithm::RsassaPkcs1V15Sha256,
    SigningAlgorithm::RsassaPkcs1V15Sha384,
    SigningAlgorithm::RsassaPkcs1V15Sha512,
    SigningAlgorithm::RsassaPssSha256,
    SigningAlgorithm::RsassaPssSha384,
    SigningAlgorithm::RsassaPssSha512,
];
const ED25519: &[SigningAlgorithm] = &[SigningAlgorithm::Ed25519Sha512, SigningAlgorithm::Ed25519PhSha512];
const ML_DSA: &[SigningAlgorithm] = &[SigningAlgorithm::MlDsaShake256];
const ECDH: &[KeyAgreementAlgorithm] = &[KeyAgreementAlgorithm::Ecdh];
const ML_KEM: &[EncapsulationAlgorithm] = &[EncapsulationAlgorithm::MlKem];

const fn row(spec: KeySpec, usage: KeyUsage, algorithms: Algorithms) -> Row {
    Row { spec, usage, algorithms }
}
