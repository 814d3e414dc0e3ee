//! Desired state against what is found, and the actions that lead from the one to the other. Nothing here makes a call.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use tenant_id::TenantId;

use crate::desired::{self, Material, OFFBOARDED_TAG, SUSPENDED_TAG, Service};
use crate::tenant::{Details, Grant, tagged};
use crate::{Error, policy_form};

/// What a tenant should have.
#[derive(Debug, Clone)]
pub(crate) struct Desired {
    pub tenant: TenantId,
    pub material: Material,
    pub policy: Value,
    pub tags: BTreeMap<String, String>,
}

impl Desired {
    pub fn of(service: &Service, tenant: &TenantId, material: Material) -> Self {
        Self {
            tenant: tenant.clone(),
            material,
            policy: service.key_policy(tenant),
            tags: service.tags(tenant),
        }
    }
}

/// What is mended beside that which needs no decision.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fix {
    /// Grants are revoked, whoever uses the key by them.
    pub revoke_grants: bool,
}

/// One way in which a tenant is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", rename_all_fields = "camelCase")]
pub enum Difference {
    /// The key policy allows something else than it should.
    Policy,
    /// The key is not rotated.
    RotationOff,
    /// A tag is missing or has another value.
    Tag {
        /// The tag.
        name: String,
        /// What it should be.
        wanted: String,
        /// What it is.
        found: Option<String>,
    },
    /// A tag says what is no longer so.
    TagLeft {
        /// The tag.
        name: String,
    },
    /// The key is disabled, and no suspension says why.
    DisabledWithoutSuspension,
    /// The key is on its way out while the alias still makes the tenant live.
    DeletionScheduled {
        /// When the key is deleted, RFC 3339.
        at: String,
    },
    /// The key is marked as offboarded, and its deletion is not scheduled.
    HalfOffboarded {
        /// The key.
        key: String,
    },
    /// The key is in a state in which it cannot be used, such as `Unavailable`.
    State {
        /// AWS's name of it.
        state: String,
    },
    /// The alias leads to the key of another tenant.
    AliasLeadsToAnotherTenant {
        /// Whose key it is.
        tenant: TenantId,
        /// The key.
        key: String,
        /// The tenant's own key, when there is exactly one without an alias.
        own: Option<String>,
    },
    /// The alias leads to no key.
    AliasLeadsToNothing,
    /// A key carries the tenant's tag, and no alias leads to it, since the tenant has another.
    ExtraKey {
        /// The key.
        key: String,
    },
    /// A key bears the tenant's tag, no alias leads to it, and it is not as onboarding leaves a key: whoever may tag keys can have set the tag. Nothing
    /// is ever done to it.
    ForeignKey {
        /// The key.
        key: String,
    },
    /// A key of the tenant, or with its tag, cannot be looked at: its key policy does not let the account do so.
    HiddenKey {
        /// The key, or the alias that leads to it.
        key: String,
    },
    /// The tenant has a key and no alias: onboarding did not end.
    NoAlias {
        /// The key.
        key: String,
    },
    /// Somebody may use the key whatever its policy says.
    Grant(Grant),
}

impl Difference {
    /// The `kind` of difference in JSON, such as `rotationOff`.
    pub fn name(&self) -> String {
        let json = serde_json::to_value(self).unwrap_or_default();
        json.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Whether `drift --fix` leaves it alone, since it could be meant, and what to say instead.
    pub fn decision(&self) -> Option<&'static str> {
        match self {
            Self::DisabledWithoutSuspension => Some("say 'resume', or 'suspend' with a reason"),
            Self::DeletionScheduled { .. } | Self::HalfOffboarded { .. } => {
                Some("say 'cancel-offboarding' or 'offboard'")
            }
            Self::State { .. } => Some("see to the key store"),
            Self::AliasLeadsToAnotherTenant { own: None, .. } => {
                Some("find the tenant's own key and point the alias to it, or offboard the tenant")
            }
            Self::AliasLeadsToNothing => Some("say 'onboard', or delete the alias"),
            Self::ForeignKey { .. } => Some(
                "look at it: take the tag off, or put the key policy back and revoke all grants if it is the tenant's after all",
            ),
            Self::HiddenKey { .. } => Some("ask those whom its key policy allows to change it"),
            Self::Grant(_) => Some("revoke it with 'drift --fix --revoke-grants', if nobody needs it"),
            _ => None,
        }
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Policy => write!(out, "the key policy is not the tenant's"),
            Self::RotationOff => write!(out, "the key is not rotated"),
            Self::Tag { name, wanted, found: None } => write!(out, "the tag {name}={wanted} is missing"),
            Self::Tag { name, wanted, found: Some(found) } => {
                write!(out, "the tag {name} is '{found}', not '{wanted}'")
            }
            Self::TagLeft { name } => write!(out, "the tag {name} is left over"),
            Self::DisabledWithoutSuspension => write!(out, "the key is disabled, and not by a suspension"),
            Self::DeletionScheduled { at } => {
                write!(out, "the key ends at {at} while its alias makes the tenant live")
            }
            Self::HalfOffboarded { key } => {
                write!(out, "the key {key} is marked as offboarded, and its deletion is not scheduled")
            }
            Self::State { state } => write!(out, "the key is in the state {state}"),
            Self::AliasLeadsToAnotherTenant { tenant, key, .. } => {
                write!(out, "the alias leads to {key}, the key of the tenant '{tenant}'")
            }
            Self::AliasLeadsToNothing => write!(out, "the alias leads to no key"),
            Self::ExtraKey { key } => write!(out, "the key {key} has the tenant's tag and no alias"),
            Self::ForeignKey { key } => {
                write!(out, "the key {key} bears the tenant's tag and is not its own")
            }
            Self::HiddenKey { key } => write!(out, "the key {key} cannot be looked at"),
            Self::NoAlias { key } => write!(out, "the key {key} has no alias: onboarding did not end"),
            Self::Grant(Grant { grant, grantee, operations, .. }) => {
                let operations = operations.join(", ");
                write!(out, "the grant {grant} lets {grantee} use the key: {operations}")
            }
        }
    }
}

/// A change. Those without a key are about the tenant's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "kind", rename_all_fields = "camelCase")]
pub enum Action {
    /// Makes the key, with policy and tags at once.
    CreateKey,
    /// Sets the key policy.
    PutKeyPolicy,
    /// Sets tags.
    Tag {
        /// Names and values.
        tags: BTreeMap<String, String>,
    },
    /// Removes a tag.
    Untag {
        /// Its name.
        name: String,
    },
    /// Has the key rotated each year.
    EnableRotation,
    /// Makes the tenant live.
    CreateAlias,
    /// Revokes a grant on the key.
    RevokeGrant {
        /// The grant's id.
        grant: String,
    },
    /// Points the alias to another key.
    UpdateAlias {
        /// The key.
        key: String,
    },
    /// Schedules the deletion of a key that is too many.
    ScheduleDeletion {
        /// The key.
        key: String,
    },
    /// Enables the key.
    EnableKey,
    /// Disables the key.
    DisableKey,
    /// Schedules the deletion of the tenant's key.
    ScheduleKeyDeletion,
    /// Takes the schedule back.
    CancelKeyDeletion,
    /// Removes the alias.
    DeleteAlias,
    /// Took the tenant's material.
    ImportMaterial,
    /// Found that another process had made the tenant live first.
    FoundTheAlias,
}

impl std::fmt::Display for Action {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::CreateKey => write!(out, "made the key"),
            Self::PutKeyPolicy => write!(out, "set the key policy"),
            Self::Tag { tags } => {
                let names: Vec<&str> = tags.keys().map(String::as_str).collect();
                write!(out, "set the tag {}", names.join(", "))
            }
            Self::Untag { name } => write!(out, "removed the tag {name}"),
            Self::EnableRotation => write!(out, "switched rotation on"),
            Self::CreateAlias => write!(out, "made the alias"),
            Self::RevokeGrant { grant } => write!(out, "revoked the grant {grant}"),
            Self::UpdateAlias { key } => write!(out, "pointed the alias to {key}"),
            Self::ScheduleDeletion { key } => write!(out, "scheduled the deletion of {key}"),
            Self::EnableKey => write!(out, "enabled the key"),
            Self::DisableKey => write!(out, "disabled the key"),
            Self::ScheduleKeyDeletion => write!(out, "scheduled the deletion of the key"),
            Self::CancelKeyDeletion => write!(out, "cancelled the deletion of the key"),
            Self::DeleteAlias => write!(out, "removed the alias"),
            Self::ImportMaterial => write!(out, "took the tenant's material"),
            Self::FoundTheAlias => write!(out, "found that another process had made the alias"),
        }
    }
}

/// How a tenant's own key differs from what it should be.
pub(crate) fn differences(desired: &Desired, found: &Details) -> Vec<Difference> {
    let mut differences = Vec::new();
    if !policy_form::same(&desired.policy, &found.policy) {
        differences.push(Difference::Policy);
    }
    for (name, wanted) in &desired.tags {
        let there = found.tags.get(name);
        if there != Some(wanted) {
            differences.push(Difference::Tag {
                name: name.clone(),
                wanted: wanted.clone(),
                found: there.cloned(),
            });
        }
    }
    let suspended = found.tags.contains_key(SUSPENDED_TAG);
    match found.key.state.as_str() {
        "Enabled" if suspended => differences.push(Difference::TagLeft { name: SUSPENDED_TAG.to_owned() }),
        "Disabled" if !suspended => differences.push(Difference::DisabledWithoutSuspension),
        "PendingDeletion" | "PendingReplicaDeletion" => {
            let at = found.key.deletion.clone().unwrap_or_default();
            differences.push(Difference::DeletionScheduled { at });
        }
        "Enabled" | "Disabled" | "PendingImport" => {}
        state => differences.push(Difference::State { state: state.to_owned() }),
    }
    if found.key.deletion.is_none() && found.tags.contains_key(OFFBOARDED_TAG) {
        differences.push(Difference::TagLeft { name: OFFBOARDED_TAG.to_owned() });
    }
    differences.extend(found.grants.iter().cloned().map(Difference::Grant));
    // A disabled key cannot be told to rotate: that comes after the suspension.
    if desired::rotates(&found.key.origin) && found.key.state == "Enabled" && !found.rotation {
        differences.push(Difference::RotationOff);
    }
    differences
}

/// The changes that mend differences, as far as no decision is needed or `fix` makes it, in the order in which a kill between two of them does no harm.
pub(crate) fn repairs(differences: &[Difference], fix: Fix) -> Vec<Action> {
    let mut actions: Vec<Action> = differences
        .iter()
        .filter_map(|difference| match difference {
            Difference::Policy => Some(Action::PutKeyPolicy),
            Difference::RotationOff => Some(Action::EnableRotation),
            Difference::Tag { name, wanted, .. } => {
                Some(Action::Tag { tags: BTreeMap::from([(name.clone(), wanted.clone())]) })
            }
            Difference::TagLeft { name } => Some(Action::Untag { name: name.clone() }),
            Difference::NoAlias { .. } => Some(Action::CreateAlias),
            Difference::ExtraKey { key } => Some(Action::ScheduleDeletion { key: key.clone() }),
            Difference::AliasLeadsToAnotherTenant { own: Some(key), .. } => {
                Some(Action::UpdateAlias { key: key.clone() })
            }
            Difference::Grant(it) if fix.revoke_grants => {
                Some(Action::RevokeGrant { grant: it.grant.clone() })
            }
            _ => None,
        })
        .collect();
    actions.sort_by_key(order);
    actions
}

/// The key first, then the alias that makes the tenant live, then what is too many.
fn order(action: &Action) -> u8 {
    match action {
        Action::CreateKey => 0,
        Action::CreateAlias | Action::UpdateAlias { .. } => 2,
        Action::ScheduleDeletion { .. } => 3,
        _ => 1,
    }
}

/// The changes that make a tenant live.
///
/// `found` is the key that the alias leads to, or one that an earlier attempt has left; `extras` are others that attempts have left.
pub(crate) fn onboarding(
    desired: &Desired,
    found: Option<&Details>,
    has_alias: bool,
    extras: &[String],
) -> Vec<Action> {
    let mut actions = match found {
        Some(found) => repairs(&differences(desired, found), Fix::default()),
        None => {
            let mut actions = vec![Action::CreateKey];
            if desired::rotates(desired.material.origin()) {
                actions.push(Action::EnableRotation);
            }
            actions
        }
    };
    if !has_alias {
        actions.push(Action::CreateAlias);
    }
    actions.extend(extras.iter().map(|key| Action::ScheduleDeletion { key: key.clone() }));
    actions
}

/// Whether the key that the tenant's alias leads to bears the tenant's tag.
///
/// # Errors
/// [`Error::Unfit`].
pub(crate) fn owned(tenant: &TenantId, tags: &BTreeMap<String, String>) -> Result<(), Error> {
    let whose = match tagged(tags) {
        Some(named) if named == *tenant => return Ok(()),
        Some(other) => format!("the key of the tenant '{other}'"),
        None => "a key without the tenant's tag".to_owned(),
    };
    Err(Error::Unfit(format!(
        "the alias {} leads to {whose}; see 'lodge tenants drift {tenant}'",
        tenant.alias()
    )))
}

/// The other tenant whose tag a key carries.
pub(crate) fn other_tenant(tenant: &TenantId, found: &Details) -> Option<TenantId> {
    tagged(&found.tags).filter(|named| named != tenant)
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
