//! CreateRole, GetRole, ListRoles, UpdateRole, UpdateRoleDescription, DeleteRole, UpdateAssumeRolePolicy.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use store::Tx;

use super::boundaries::{boundary_for, described_boundary};
use super::on::on;
use super::users::{described_tags, requested_tags};
use crate::authorize::{Creation, ask_list};
use crate::records::{Entity, Identity, InstanceProfile, LastUse, Role};
use crate::tags::Tags;
use crate::{Error, Iam, policy_document};

impl Guarded<iam::CreateRole> for Iam {
    type Target = Tags;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::CreateRoleRequest>,
    ) -> Result<Resolved<Tags>, Error> {
        let input = &call.input;
        let tags = requested_tags(input.tags.as_deref())?;
        let path = input.path.as_deref().unwrap_or("/");
        let account = call.caller.account;
        let create = Creation::of::<Role>("iam:CreateRole", "iam:TagRole", account, path, &input.role_name);
        Ok(create.ask(account, tags, input.permissions_boundary.as_deref()))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateRole, Tags>,
    ) -> Result<iam::CreateRoleResponse, Error> {
        let input = permit.input();
        let (account, trust_policy) = (permit.caller().account, &input.assume_role_policy_document);
        let (path, created) = (input.path.as_deref().unwrap_or("/"), permit.origin().at.truncated_to_secs());
        policy_document::check_trust(trust_policy)?;
        let tx = view.tx().await?;
        let mut role = Role::new(&*self.random, account, path, &input.role_name, trust_policy, created)?;
        if let Some(seconds) = duration(input.max_session_duration) {
            role.max_session_duration = seconds;
        }
        role.description.clone_from(&input.description);
        role.bound = policy_document::bind(tx, trust_policy).await?;
        role.boundary = boundary_for(tx, account, input.permissions_boundary.as_deref()).await?;
        role.tags = permit.into_target();
        role.add(tx).await?;
        Ok(iam::CreateRoleResponse { role: described(role) })
    }
}

impl Guarded<iam::ListRoles> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(&self, _: &mut View, call: &Call<iam::ListRolesRequest>) -> Result<Resolved<()>, Error> {
        let prefix = call.input.path_prefix.as_deref().unwrap_or("/");
        Ok(ask_list(&call.caller, "iam:ListRoles", "role", prefix))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListRoles, ()>,
    ) -> Result<iam::ListRolesResponse, Error> {
        let input = permit.input();
        let (account, prefix) = (permit.caller().account, input.path_prefix.as_deref().unwrap_or("/"));
        let listing = self.listing(format!("ListRoles/{account}{prefix}"), input.max_items);
        let (below, tx) = (|role: &Role| role.path.starts_with(prefix), view.tx().await?);
        let mut page = listing.entities(tx, account, input.marker.as_deref(), below).await?;
        policy_document::show(tx, &mut page.items).await?;
        Ok(iam::ListRolesResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            roles: page.items.into_iter().map(listed).collect(),
        })
    }
}

on! {
    Read GetRole: Role, by role_name;
    |call| {
        let mut role = call.found;
        policy_document::show(call.tx, std::slice::from_mut(&mut role)).await?;
        let role_last_used = Some(last_used(call.iam, call.tx, &role.role_id).await?);
        Ok(iam::GetRoleResponse { role: iam::Role { role_last_used, ..described(role) } })
    }

    Change UpdateRole: Role, by role_name;
    |call| {
        let mut role = call.found;
        // AWS takes a left out value for the default.
        role.description.clone_from(&call.input.description);
        role.max_session_duration =
            duration(call.input.max_session_duration).unwrap_or(Role::DEFAULT_SESSION_DURATION);
        call.tx.put(&role).await?;
        Ok(iam::UpdateRoleResponse {})
    }

    Change UpdateRoleDescription: Role, by role_name;
    |call| {
        let mut role = call.found;
        role.description = Some(call.input.description.clone());
        call.tx.put(&role).await?;
        policy_document::show(call.tx, std::slice::from_mut(&mut role)).await?;
        Ok(iam::UpdateRoleDescriptionResponse { role: Some(described(role)) })
    }

    Change DeleteRole: Role, by role_name;
    |call| {
        let role = call.found;
        if !InstanceProfile::with_role(call.tx, role.account, &role.name).await?.is_empty() {
            return Err(Error::Conflict("Cannot delete entity, must remove roles from instance profile first."));
        }
        role.check_without_policies()?;
        call.tx.delete::<LastUse>(&role.role_id).await?;
        role.remove(call.tx).await?;
        Ok(iam::DeleteRoleResponse {})
    }

    Change UpdateAssumeRolePolicy: Role, by role_name;
    |call| {
        let (mut role, text) = (call.found, &call.input.policy_document);
        policy_document::check_trust(text)?;
        role.bound = policy_document::bind(call.tx, text).await?;
        role.trust_policy.clone_from(text);
        call.tx.put(&role).await?;
        Ok(iam::UpdateAssumeRolePolicyResponse {})
    }
}

/// When and where a session of the role last did something.
pub(super) async fn last_used(iam: &Iam, tx: &mut Tx, role_id: &str) -> Result<iam::RoleLastUsed, Error> {
    let last = iam.last_uses.of(tx, role_id).await?;
    Ok(last.map_or_else(iam::RoleLastUsed::default, |last| iam::RoleLastUsed {
        last_used_date: Some(last.at),
        region: Some(last.region),
    }))
}

fn duration(seconds: Option<i32>) -> Option<u32> {
    seconds.and_then(|seconds| u32::try_from(seconds).ok())
}

/// As listings show a role: without tags and boundary.
pub(super) fn listed(role: Role) -> iam::Role {
    iam::Role { tags: None, permissions_boundary: None, ..described(role) }
}

fn described(role: Role) -> iam::Role {
    iam::Role {
        arn: role.arn(),
        assume_role_policy_document: Some(policy_document::url_encoded(&role.trust_policy)),
        create_date: role.created,
        max_session_duration: i32::try_from(role.max_session_duration).ok(),
        permissions_boundary: described_boundary(&role),
        description: role.description,
        path: role.path,
        role_id: role.role_id,
        role_last_used: None,
        role_name: role.name,
        source_role_template: None,
        tags: described_tags(role.tags),
    }
}
