//! What a tenant's key should be like.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tenant_id::TenantId;

use crate::Error;

/// The tag that names the tenant of a key, by its [label](TenantId::label): tag values cannot hold all that ids can.
pub const TENANT_TAG: &str = "lodge:tenant";
/// The tag that says why a tenant is suspended.
pub const SUSPENDED_TAG: &str = "lodge:suspended";
/// The tag that says since when a tenant is being offboarded.
pub const OFFBOARDED_TAG: &str = "lodge:offboarded";

/// Uses of a tenant's key that the role gets, as in the article.
pub(crate) const USES: [&str; 3] = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"];

/// Who may administer a tenant's key through policies of the account: all that the life of a key needs, and no use of it. It has no
/// `kms:CreateGrant`, by which an administrator could become a user.
const ADMINISTRATION: [&str; 17] = [
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:DeleteAlias",
    "kms:DeleteImportedKeyMaterial",
    "kms:Describe*",
    "kms:Disable*",
    "kms:Enable*",
    "kms:Get*",
    "kms:ImportKeyMaterial",
    "kms:List*",
    "kms:PutKeyPolicy",
    "kms:RevokeGrant",
    "kms:RotateKeyOnDemand",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:Update*",
];

/// The account that holds the keys, and the roles that use them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Service {
    /// `aws`, `aws-cn`, ...
    pub partition: String,
    /// The account's id.
    pub account: String,
    /// The names of the roles that key policies allow, `ServiceARole` in the article; with the path where one has a path.
    pub roles: Vec<String>,
}

impl Service {
    /// The ARNs of the roles.
    pub fn role_arns(&self) -> Vec<String> {
        self.roles
            .iter()
            .map(|role| format!("arn:{}:iam::{}:role/{role}", self.partition, self.account))
            .collect()
    }

    /// The policy of a tenant's key: the roles use the key through the tenant's alias, as in the article; the account's administrators manage
    /// it without using it.
    pub fn key_policy(&self, tenant: &TenantId) -> Value {
        let roles = match self.role_arns().as_slice() {
            [one] => json!(one),
            all => json!(all),
        };
        json!({
            "Version": "2012-10-17",
            "Id": "TenantKeyPolicy",
            "Statement": [
                {
                    "Sid": "AllowServiceARoleViaAlias",
                    "Effect": "Allow",
                    "Principal": { "AWS": roles },
                    "Action": USES,
                    "Resource": "*",
                    "Condition": { "StringLike": { "kms:RequestAlias": tenant.alias() } },
                },
                {
                    "Sid": "AllowAdministrationByTheAccount",
                    "Effect": "Allow",
                    "Principal": { "AWS": format!("arn:{}:iam::{}:root", self.partition, self.account) },
                    "Action": ADMINISTRATION,
                    "Resource": "*",
                },
            ],
        })
    }

    /// The policy of the key that signs certificates: whom the account's policies allow it may sign and manage it, and nobody else may do anything.
    pub(crate) fn signing_policy(&self) -> Value {
        let actions = [["kms:Sign", "kms:Verify"].as_slice(), &ADMINISTRATION].concat();
        json!({
            "Version": "2012-10-17",
            "Id": "CertificateKeyPolicy",
            "Statement": [{
                "Sid": "AllowSigningAndAdministrationByTheAccount",
                "Effect": "Allow",
                "Principal": { "AWS": format!("arn:{}:iam::{}:root", self.partition, self.account) },
                "Action": actions,
                "Resource": "*",
            }],
        })
    }

    /// The tags of a live tenant's key.
    pub fn tags(&self, tenant: &TenantId) -> BTreeMap<String, String> {
        BTreeMap::from([(TENANT_TAG.to_owned(), tenant.label())])
    }
}

/// Where the key material of a tenant is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", rename_all_fields = "camelCase")]
pub enum Material {
    /// Made and rotated by the KMS.
    #[default]
    Kms,
    /// Imported by the tenant ("bring your own key").
    Imported,
    /// In a custom key store: an external one ("hold your own key") when a key is named, an HSM cluster otherwise.
    KeyStore {
        /// The id of the custom key store.
        key_store: String,
        /// The id of the key in the external key manager.
        xks_key: Option<String>,
    },
}

impl Material {
    /// AWS's name of the origin.
    pub fn origin(&self) -> &'static str {
        match self {
            Self::Kms => "AWS_KMS",
            Self::Imported => "EXTERNAL",
            Self::KeyStore { xks_key: Some(_), .. } => "EXTERNAL_KEY_STORE",
            Self::KeyStore { xks_key: None, .. } => "AWS_CLOUDHSM",
        }
    }
}

impl std::fmt::Display for Material {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}", self.origin())?;
        match self {
            Self::KeyStore { key_store, xks_key: Some(key) } => write!(out, " ({key_store}, {key})"),
            Self::KeyStore { key_store, xks_key: None } => write!(out, " ({key_store})"),
            _ => Ok(()),
        }
    }
}

/// Only material that the KMS makes is rotated by it.
pub(crate) fn rotates(origin: &str) -> bool {
    origin == "AWS_KMS"
}

/// Checks a text that becomes the value of a tag.
///
/// # Errors
/// [`Error::Input`] for what KMS does not take: more than 256 characters, or others than letters, digits, spaces and `_.:/=+-@`.
pub(crate) fn tag_value(what: &str, text: &str) -> Result<String, Error> {
    let fits = |c: char| c.is_alphanumeric() || " _.:/=+-@".contains(c);
    if text.chars().count() > 256 || !text.chars().all(fits) {
        return Err(Error::Input(format!(
            "the {what} does not fit into a tag: at most 256 letters, digits, spaces and _.:/=+-@"
        )));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_articles_with_administration_and_without_a_way_to_use_the_key() {
        let service = Service {
            partition: "aws".into(),
            account: "111122223333".into(),
            roles: vec!["ServiceARole".into()],
        };
        let policy = service.key_policy(&"123".parse().unwrap());
        let statement = &policy["Statement"][0];
        assert_eq!(statement["Principal"]["AWS"], "arn:aws:iam::111122223333:role/ServiceARole");
        assert_eq!(statement["Condition"], json!({"StringLike": {"kms:RequestAlias": "alias/customer-123"}}));
        for action in ADMINISTRATION {
            let stem = action.trim_end_matches('*');
            assert!(
                !["kms:CreateGrant", "kms:ReEncryptFrom"].iter().any(|use_| use_.starts_with(stem)),
                "{action}"
            );
            assert!(!USES.iter().any(|use_| use_.starts_with(stem)), "{action}");
        }
    }

    #[test]
    fn tags_hold_what_kms_takes() {
        assert!(tag_value("reason", "unpaid: invoice 7/2026 (b)").is_err());
        assert_eq!(tag_value("reason", "unpaid: invoice 7/2026").unwrap(), "unpaid: invoice 7/2026");
        assert!(tag_value("reason", &"a".repeat(257)).is_err());
    }
}
