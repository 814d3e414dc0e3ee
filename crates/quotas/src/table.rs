//! The table of quotas, and which operations share one.

use crate::Rate;

/// One quota.
#[derive(Debug)]
pub struct Quota {
    /// `kms:CreateKey` for an operation that counts alone; otherwise the name of what counts together: `kms:Symmetric`, `sts`.
    pub name: &'static str,
    /// AWS's figure in most regions; `None` where AWS documents none.
    pub aws: Option<Rate>,
    /// What Lodge starts with.
    pub default: Rate,
}

/// A quota of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuotaId(u16);

impl QuotaId {
    /// The quota of operations that the table does not have: the first.
    pub(crate) const OTHER: Self = Self(0);

    /// The quota of this name.
    pub fn named(name: &str) -> Option<Self> {
        let at = QUOTAS.iter().position(|quota| quota.name == name)?;
        u16::try_from(at).ok().map(Self)
    }

    /// The quota.
    pub fn quota(self) -> &'static Quota {
        QUOTAS.get(self.index()).unwrap_or(&OTHER)
    }

    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

const OTHER: Quota = own("other", MANAGEMENT);

/// The least that an operation that manages something starts with. AWS's 5 a second protect a service that all the world shares; here
/// they would make the onboarding of a thousand tenants take minutes.
const MANAGEMENT: u32 = 500;

/// Every quota. Sources: KMS Developer Guide, "Request quotas"; IAM User Guide, "IAM and AWS STS quotas"; CloudTrail User Guide, "Quotas in
/// AWS CloudTrail".
pub static QUOTAS: &[Quota] = &[
    OTHER,
    as_aws("kms:Symmetric", 10_000),
    as_aws("kms:Rsa", 1000),
    as_aws("kms:Ecc", 1000),
    as_aws("kms:MlDsa", 1000),
    own("kms:MlKem", 1000),
    as_aws("kms:DataKeyPair-RSA_2048", 20),
    as_aws("kms:DataKeyPair-RSA_3072", 4),
    as_aws("kms:DataKeyPair-RSA_4096", 1),
    as_aws("kms:DataKeyPair-ECC_NIST_P256", 100),
    as_aws("kms:DataKeyPair-ECC_NIST_P384", 100),
    as_aws("kms:DataKeyPair-ECC_NIST_P521", 100),
    as_aws("kms:DataKeyPair-ECC_SECG_P256K1", 100),
    as_aws("kms:DataKeyPair-ECC_NIST_EDWARDS25519", 100),
    managing("kms:CancelKeyDeletion", 5),
    managing("kms:ConnectCustomKeyStore", 5),
    managing("kms:CreateAlias", 5),
    managing("kms:CreateCustomKeyStore", 5),
    managing("kms:CreateGrant", 50),
    managing("kms:CreateKey", 5),
    managing("kms:DeleteAlias", 15),
    managing("kms:DeleteCustomKeyStore", 5),
    managing("kms:DeleteImportedKeyMaterial", 15),
    managing("kms:DescribeCustomKeyStores", 5),
    managing("kms:DescribeKey", 2000),
    managing("kms:DisableKey", 5),
    managing("kms:DisableKeyRotation", 5),
    managing("kms:DisconnectCustomKeyStore", 5),
    managing("kms:EnableKey", 5),
    managing("kms:EnableKeyRotation", 15),
    managing("kms:GetKeyLastUsage", 5),
    managing("kms:GetKeyPolicy", 1000),
    managing("kms:GetKeyRotationStatus", 1000),
    // Makes an RSA key pair each time, as GenerateDataKeyPair does.
    Quota {
        name: "kms:GetParametersForImport",
        aws: Some(Rate::per_second(1)),
        default: Rate::per_second(20),
    },
    managing("kms:GetPublicKey", 2000),
    managing("kms:ImportKeyMaterial", 15),
    managing("kms:ListAliases", 500),
    managing("kms:ListGrants", 100),
    managing("kms:ListKeyPolicies", 100),
    managing("kms:ListKeyRotations", 100),
    managing("kms:ListKeys", 500),
    managing("kms:ListResourceTags", 2000),
    managing("kms:ListRetirableGrants", 100),
    managing("kms:PutKeyPolicy", 15),
    managing("kms:ReplicateKey", 5),
    managing("kms:RetireGrant", 50),
    managing("kms:RevokeGrant", 50),
    managing("kms:RotateKeyOnDemand", 5),
    managing("kms:ScheduleKeyDeletion", 15),
    managing("kms:TagResource", 10),
    managing("kms:UntagResource", 5),
    managing("kms:UpdateAlias", 5),
    managing("kms:UpdateCustomKeyStore", 5),
    managing("kms:UpdateKeyDescription", 5),
    managing("kms:UpdatePrimaryRegion", 5),
    as_aws("sts", 600),
    own("iam", MANAGEMENT),
    // They read all users and roles that have a policy, or all accounts.
    own("iam:GenerateOrganizationsAccessReport", 5),
    own("iam:GenerateServiceLastAccessedDetails", 20),
    own("organizations", MANAGEMENT),
    own("tenants", MANAGEMENT),
    managing("cloudtrail:LookupEvents", 2),
    // Of the proxy that AWS's external key stores call.
    own("xks", 10_000),
];

/// An operation that does not simply count against the quota of its own name, or of its service.
pub(crate) struct Row {
    pub(crate) operation: &'static str,
    /// Which quota, by how the key spec begins; the last fits all. Empty: the quota of its own name.
    pub(crate) by_spec: &'static [(&'static str, &'static str)],
    /// How the key specs begin with which a call weighs this, and nothing with all others.
    pub(crate) weight: (Weight, &'static [&'static str]),
}

/// How long a call keeps a processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Not worth waiting for.
    Light,
    /// A good part of a millisecond, or some.
    Heavy,
    /// Up to seconds: an RSA key is made.
    Slow,
}

pub(crate) static OPERATIONS: &[Row] = &[
    row("kms:Encrypt", BY_KEY, Weight::Light, &[]),
    row("kms:Decrypt", BY_KEY, Weight::Heavy, &["RSA_"]),
    row("kms:ReEncrypt", BY_KEY, Weight::Heavy, &["RSA_"]),
    row("kms:Sign", BY_KEY, Weight::Heavy, SLOW_TO_SIGN),
    row("kms:Verify", BY_KEY, Weight::Light, &[]),
    row("kms:DeriveSharedSecret", BY_KEY, Weight::Light, &[]),
    row("kms:Encapsulate", BY_KEY, Weight::Light, &[]),
    row("kms:Decapsulate", BY_KEY, Weight::Light, &[]),
    row("kms:GenerateDataKey", SYMMETRIC, Weight::Light, &[]),
    row("kms:GenerateDataKeyWithoutPlaintext", SYMMETRIC, Weight::Light, &[]),
    row("kms:GenerateMac", SYMMETRIC, Weight::Light, &[]),
    row("kms:VerifyMac", SYMMETRIC, Weight::Light, &[]),
    row("kms:GenerateRandom", SYMMETRIC, Weight::Light, &[]),
    row("kms:GenerateDataKeyPair", DATA_KEY_PAIRS, Weight::Slow, SLOW_TO_MAKE),
    row("kms:GenerateDataKeyPairWithoutPlaintext", DATA_KEY_PAIRS, Weight::Slow, SLOW_TO_MAKE),
    row("kms:CreateKey", &[], Weight::Slow, SLOW_TO_MAKE),
    row("kms:GetParametersForImport", &[], Weight::Slow, SLOW_TO_MAKE),
    // Whatever is imported, an RSA key unwraps it.
    row("kms:ImportKeyMaterial", &[], Weight::Heavy, &[""]),
];

const SYMMETRIC: &[(&str, &str)] = &[("", "kms:Symmetric")];

/// HMAC keys are symmetric.
const BY_KEY: &[(&str, &str)] = &[
    ("RSA_", "kms:Rsa"),
    ("ECC_", "kms:Ecc"),
    ("ML_DSA_", "kms:MlDsa"),
    ("ML_KEM_", "kms:MlKem"),
    ("", "kms:Symmetric"),
];

/// By the spec of the pair that is made.
const DATA_KEY_PAIRS: &[(&str, &str)] = &[
    ("RSA_2048", "kms:DataKeyPair-RSA_2048"),
    ("RSA_3072", "kms:DataKeyPair-RSA_3072"),
    ("RSA_4096", "kms:DataKeyPair-RSA_4096"),
    ("ECC_NIST_P256", "kms:DataKeyPair-ECC_NIST_P256"),
    ("ECC_NIST_P384", "kms:DataKeyPair-ECC_NIST_P384"),
    ("ECC_NIST_P521", "kms:DataKeyPair-ECC_NIST_P521"),
    ("ECC_SECG_P256K1", "kms:DataKeyPair-ECC_SECG_P256K1"),
    ("ECC_NIST_EDWARDS25519", "kms:DataKeyPair-ECC_NIST_EDWARDS25519"),
    ("", "kms:Symmetric"),
];

// Measured by bench/examples/algorithms.rs: about half a millisecond and more. The other curves, ML-DSA and ML-KEM need a third of that at most.
const SLOW_TO_SIGN: &[&str] = &["RSA_", "ECC_SECG_P256K1"];
const SLOW_TO_MAKE: &[&str] = &["RSA_"];

/// Lodge starts with AWS's figure.
const fn as_aws(name: &'static str, rate: u32) -> Quota {
    Quota { name, aws: Some(Rate::per_second(rate)), default: Rate::per_second(rate) }
}

/// An operation that manages something: AWS's figure, or more.
const fn managing(name: &'static str, rate: u32) -> Quota {
    let default = if rate < MANAGEMENT { MANAGEMENT } else { rate };
    Quota { name, aws: Some(Rate::per_second(rate)), default: Rate::per_second(default) }
}

/// AWS documents none.
const fn own(name: &'static str, rate: u32) -> Quota {
    Quota { name, aws: None, default: Rate::per_second(rate) }
}

const fn row(
    operation: &'static str,
    by_spec: &'static [(&'static str, &'static str)],
    weight: Weight,
    specs: &'static [&'static str],
) -> Row {
    Row { operation, by_spec, weight: (weight, specs) }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
