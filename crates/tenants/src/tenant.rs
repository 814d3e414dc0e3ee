//! A tenant and its key, as they are found.

use std::collections::BTreeMap;

use aws_sdk_kms::types::{GrantListEntry, KeyMetadata, KeySpec, KeyUsageType};
use aws_smithy_types::DateTime;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tenant_id::TenantId;

use crate::desired::{Material, OFFBOARDED_TAG, TENANT_TAG};
use crate::patience::call;
use crate::{Connection, Error, Kind};

/// What KMS says about a key. Times are RFC 3339, in UTC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Key {
    /// The key's id.
    pub id: String,
    /// Its ARN.
    pub arn: String,
    /// When it was made.
    pub created: String,
    /// AWS's name of its state, such as `Enabled`; `AccessDenied` when it may not be looked at: nothing but the id is known then.
    pub state: String,
    /// AWS's name of the origin of its material: `AWS_KMS`, `EXTERNAL`, `AWS_CLOUDHSM` or `EXTERNAL_KEY_STORE`.
    pub origin: String,
    /// When it is deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deletion: Option<String>,
    /// When its imported material expires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub material_expires: Option<String>,
    /// The custom key store it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_store: Option<String>,
    /// The id of the key in the external key manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub xks_key: Option<String>,
    /// What it can be used for.
    #[serde(skip)]
    pub(crate) purpose: Purpose,
}

/// What a key can be used for, as far as it matters here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To encrypt, as tenants' keys.
    Encryption,
    /// To sign, as the key of the certificates.
    Signing,
    /// Something else; or it is of several regions: the same key elsewhere has a policy of its own.
    #[default]
    Other,
}

/// What stands for the state of a key that the service may not look at.
const HIDDEN: &str = "AccessDenied";

impl Key {
    /// A key that the service may not look at: only its name is known.
    pub(crate) fn hidden(name: &str) -> Self {
        Self {
            id: name.to_owned(),
            arn: name.to_owned(),
            created: String::new(),
            state: HIDDEN.to_owned(),
            origin: String::new(),
            deletion: None,
            material_expires: None,
            key_store: None,
            xks_key: None,
            purpose: Purpose::Other,
        }
    }

    /// Whether the service may not look at it.
    pub(crate) fn is_hidden(&self) -> bool {
        self.state == HIDDEN
    }

    /// Where its material is.
    pub(crate) fn material(&self) -> Material {
        match (self.origin.as_str(), &self.key_store) {
            ("EXTERNAL", _) => Material::Imported,
            (_, Some(key_store)) => {
                Material::KeyStore { key_store: key_store.clone(), xks_key: self.xks_key.clone() }
            }
            _ => Material::Kms,
        }
    }
}

/// How a tenant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// The key works.
    Active,
    /// The key is disabled.
    Suspended,
    /// The key waits for the tenant's material, at first or after it has expired.
    WaitingForMaterial,
    /// The key has no alias yet: onboarding did not end.
    Unfinished,
    /// The key is on its way out.
    Offboarding,
    /// The key store does not answer, or the key is in another state or cannot be looked at; or it bears the tenant's tag and is not the tenant's own.
    Unavailable,
}

impl Status {
    /// Of a key with these tags, and with or without the tenant's alias.
    pub(crate) fn of(key: &Key, has_alias: bool, tags: &BTreeMap<String, String>) -> Self {
        match key.state.as_str() {
            "PendingDeletion" | "PendingReplicaDeletion" => Self::Offboarding,
            HIDDEN => Self::Unavailable,
            _ if !has_alias && tags.contains_key(OFFBOARDED_TAG) => Self::Offboarding,
            _ if !has_alias => Self::Unfinished,
            "Enabled" => Self::Active,
            "Disabled" => Self::Suspended,
            "PendingImport" => Self::WaitingForMaterial,
            _ => Self::Unavailable,
        }
    }

    /// In words, for tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::WaitingForMaterial => "waiting for material",
            Self::Unfinished => "unfinished",
            Self::Offboarding => "offboarding",
            Self::Unavailable => "unavailable",
        }
    }
}

/// A grant on a key: a way to it beside the key policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Grant {
    /// The grant's id.
    pub grant: String,
    /// Who may use the key by it: an ARN.
    pub grantee: String,
    /// AWS's names of the operations that it allows, such as `Decrypt`.
    pub operations: Vec<String>,
    /// The name that it was given.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub name: Option<String>,
}

/// Everything about a key that can be compared with what it should be.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Details {
    pub key: Key,
    pub tags: BTreeMap<String, String>,
    pub policy: Value,
    pub rotation: bool,
    pub grants: Vec<Grant>,
}

impl Connection {
    /// The key, by id, ARN or alias; `None` when there is none.
    pub(crate) async fn key(&self, name: &str) -> Result<Option<Key>, Error> {
        match call!("DescribeKey", self.kms.describe_key().key_id(name)) {
            Ok(answer) => Ok(answer.key_metadata.map(Key::from)),
            Err(error) if error.code() == Some("NotFoundException") => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The same; a key that may not be looked at is there as [hidden](Key::hidden).
    pub(crate) async fn key_or_hidden(&self, name: &str) -> Result<Option<Key>, Error> {
        match self.key(name).await {
            Err(error) if error.kind() == Kind::Forbidden => Ok(Some(Key::hidden(name))),
            found => found,
        }
    }

    /// The key policy of a key; `null` when it is no JSON.
    pub(crate) async fn policy(&self, key: &str) -> Result<Value, Error> {
        let policy = call!("GetKeyPolicy", self.kms.get_key_policy().key_id(key).policy_name("default"))?;
        Ok(serde_json::from_str(policy.policy().unwrap_or_default()).unwrap_or(Value::Null))
    }

    /// The tags of a key.
    pub(crate) async fn tags(&self, key: &str) -> Result<BTreeMap<String, String>, Error> {
        let mut tags = BTreeMap::new();
        let mut marker = None;
        loop {
            let page = call!(
                "ListResourceTags",
                self.kms.list_resource_tags().key_id(key).set_marker(marker.clone())
            )?;
            tags.extend(page.tags.unwrap_or_default().into_iter().map(|tag| (tag.tag_key, tag.tag_value)));
            match page.next_marker {
                Some(next) if page.truncated => marker = Some(next),
                _ => return Ok(tags),
            }
        }
    }

    /// All grants on a key.
    pub(crate) async fn grants(&self, key: &str) -> Result<Vec<Grant>, Error> {
        let mut grants = Vec::new();
        let mut marker = None;
        loop {
            let page = call!(
                "ListGrants",
                self.kms.list_grants().key_id(key).limit(100).set_marker(marker.clone())
            )?;
            grants.extend(page.grants.unwrap_or_default().into_iter().map(Grant::from));
            match page.next_marker {
                Some(next) if page.truncated => marker = Some(next),
                _ => return Ok(grants),
            }
        }
    }

    /// Policy, tags, rotation and grants of a key.
    pub(crate) async fn details(&self, key: Key) -> Result<Details, Error> {
        let policy = self.policy(&key.id).await?;
        let tags = self.tags(&key.id).await?;
        // Of a key that is to be deleted KMS does not say it, and it does not matter.
        let rotation = crate::desired::rotates(&key.origin)
            && key.deletion.is_none()
            && call!("GetKeyRotationStatus", self.kms.get_key_rotation_status().key_id(&key.id))?
                .key_rotation_enabled;
        let grants = self.grants(&key.id).await?;
        Ok(Details { key, tags, policy, rotation, grants })
    }
}

/// The tenant that a key's tags name.
pub(crate) fn tagged(tags: &BTreeMap<String, String>) -> Option<TenantId> {
    TenantId::from_alias(&format!("{}{}", tenant_id::ALIAS_PREFIX, tags.get(TENANT_TAG)?))
}

/// RFC 3339, whole seconds.
pub(crate) fn text(at: &DateTime) -> String {
    Timestamp::from_secs(at.secs()).to_iso8601()
}

/// What a time in a text means; the beginning of time for no time.
pub(crate) fn instant(text: &str) -> Timestamp {
    Timestamp::parse_iso8601(text).unwrap_or(Timestamp::EPOCH)
}

impl From<GrantListEntry> for Grant {
    fn from(found: GrantListEntry) -> Self {
        let operations = found.operations.unwrap_or_default();
        Self {
            grant: found.grant_id.unwrap_or_default(),
            grantee: found.grantee_principal.unwrap_or_default(),
            operations: operations.iter().map(|operation| operation.as_str().to_owned()).collect(),
            name: found.name.filter(|name| !name.is_empty()),
        }
    }
}

impl From<KeyMetadata> for Key {
    fn from(found: KeyMetadata) -> Self {
        let purpose = match (found.key_spec, found.key_usage, found.multi_region) {
            // Such a key has no other usage.
            (Some(KeySpec::SymmetricDefault), _, None | Some(false)) => Purpose::Encryption,
            (Some(KeySpec::EccNistP256), Some(KeyUsageType::SignVerify), None | Some(false)) => {
                Purpose::Signing
            }
            _ => Purpose::Other,
        };
        Self {
            purpose,
            arn: found.arn.unwrap_or_else(|| found.key_id.clone()),
            created: found.creation_date.as_ref().map(text).unwrap_or_default(),
            state: found.key_state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
            origin: found.origin.map(|origin| origin.as_str().to_owned()).unwrap_or_default(),
            deletion: found.deletion_date.as_ref().map(text),
            material_expires: found.valid_to.as_ref().map(text),
            key_store: found.custom_key_store_id,
            xks_key: found.xks_key_configuration.and_then(|xks| xks.id),
            id: found.key_id,
        }
    }
}
