//! Where the material of a key comes from.

use aws_model::kms::OriginType;
use serde::{Deserialize, Serialize};

/// Where the material of a key comes from. Source: API Reference, `KeyMetadata`, `Origin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeyOrigin {
    /// Made here.
    #[default]
    AwsKms,
    /// Made by its owner, and imported.
    External,
    /// In a token, which it never leaves.
    AwsCloudhsm,
    /// Made here, and of use only together with a key in an external key manager.
    ExternalKeyStore,
}

impl KeyOrigin {
    /// As the API says it.
    pub fn wire(self) -> OriginType {
        match self {
            Self::AwsKms => OriginType::AwsKms,
            Self::External => OriginType::External,
            Self::AwsCloudhsm => OriginType::AwsCloudhsm,
            Self::ExternalKeyStore => OriginType::ExternalKeyStore,
        }
    }
}
