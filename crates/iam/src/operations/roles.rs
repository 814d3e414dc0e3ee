//! CreateRole, GetRole, ListRoles, DeleteRole, UpdateAssumeRolePolicy.

use std::collections::BTreeMap;

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::authorize::{Creation, ask_list, ask_role};
use crate::error::unsupported;
use crate::records::Role;
use crate::tags::Tags;
use crate::{Error, Iam, policy_document, unique_id};

use super::users::{described_tags, requested_tags};

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
        unsupported("PermissionsBoundary", &input.permissions_boundary)?;
        let tags = requested_tags(input.tags.as_deref())?;
        let path = input.path.as_deref().unwrap_or("/");
        let account = call.caller.account;
        Ok(Creation::role(Role::arn_of(account, path, &input.role_name)).ask(account, tags))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateRole, Tags>,
    ) -> Result<iam::CreateRoleResponse, Error> {
        let input = permit.input();
        let duration = input.max_session_duration.and_then(|seconds| u32::try_from(seconds).ok());
        policy_document::check_trust(&input.assume_role_policy_document)?;
        let tx = view.tx().await?;
        let role = Role {
            role_id: unique_id::role_id(&*self.random)?,
            account: permit.caller().account,
            name: input.role_name.clone(),
            path: input.path.clone().unwrap_or_else(|| "/".to_owned()),
            created: permit.origin().at.truncated_to_secs(),
            description: input.description.clone(),
            max_session_duration: duration.unwrap_or(Role::DEFAULT_SESSION_DURATION),
            bound: policy_document::bind(tx, &input.assume_role_policy_document).await?,
            trust_policy: input.assume_role_policy_document.clone(),
            policies: BTreeMap::new(),
            tags: permit.into_target(),
        };
        role.add(tx).await?;
        Ok(iam::CreateRoleResponse { role: described(role) })
    }
}

impl Guarded<iam::GetRole> for Iam {
    type Target = Option<Role>;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::GetRoleRequest>,
    ) -> Result<Resolved<Option<Role>>, Error> {
        ask_role(view, &call.caller, &call.input.role_name, "iam:GetRole").await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::GetRole, Option<Role>>,
    ) -> Result<iam::GetRoleResponse, Error> {
        let name = &permit.input().role_name;
        let mut role = permit.into_target().ok_or_else(|| Error::no_such_role(name))?;
        policy_document::show(view.tx().await?, std::slice::from_mut(&mut role)).await?;
        Ok(iam::GetRoleResponse { role: described(role) })
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
        let page = listing.page(input.marker.as_deref())?;
        let tx = view.tx().await?;
        let mut found = Role::list(tx, account, prefix, page).await?;
        policy_document::show(tx, &mut found.items).await?;
        // Listings leave the tags out.
        let without_tags = |role: Role| iam::Role { tags: None, ..described(role) };
        Ok(iam::ListRolesResponse {
            is_truncated: Some(found.next.is_some()),
            marker: listing.marker(found.next)?,
            roles: found.items.into_iter().map(without_tags).collect(),
        })
    }
}

impl Guarded<iam::DeleteRole> for Iam {
    type Target = Option<Role>;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::DeleteRoleRequest>,
    ) -> Result<Resolved<Option<Role>>, Error> {
        ask_role(view, &call.caller, &call.input.role_name, "iam:DeleteRole").await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::DeleteRole, Option<Role>>,
    ) -> Result<iam::DeleteRoleResponse, Error> {
        let name = &permit.input().role_name;
        let role = permit.into_target().ok_or_else(|| Error::no_such_role(name))?;
        if !role.policies.is_empty() {
            return Err(Error::DeleteConflict("policies"));
        }
        role.remove(view.tx().await?).await?;
        Ok(iam::DeleteRoleResponse {})
    }
}

impl Guarded<iam::UpdateAssumeRolePolicy> for Iam {
    type Target = Option<Role>;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::UpdateAssumeRolePolicyRequest>,
    ) -> Result<Resolved<Option<Role>>, Error> {
        ask_role(view, &call.caller, &call.input.role_name, "iam:UpdateAssumeRolePolicy").await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::UpdateAssumeRolePolicy, Option<Role>>,
    ) -> Result<iam::UpdateAssumeRolePolicyResponse, Error> {
        let iam::UpdateAssumeRolePolicyRequest { policy_document, role_name } = permit.input();
        let mut role = permit.into_target().ok_or_else(|| Error::no_such_role(role_name))?;
        policy_document::check_trust(policy_document)?;
        let tx = view.tx().await?;
        role.bound = policy_document::bind(tx, policy_document).await?;
        role.trust_policy.clone_from(policy_document);
        tx.put(&role).await?;
        Ok(iam::UpdateAssumeRolePolicyResponse {})
    }
}

fn described(role: Role) -> iam::Role {
    iam::Role {
        arn: role.arn(),
        assume_role_policy_document: Some(policy_document::url_encoded(&role.trust_policy)),
        create_date: role.created,
        description: role.description,
        max_session_duration: i32::try_from(role.max_session_duration).ok(),
        path: role.path,
        permissions_boundary: None,
        role_id: role.role_id,
        role_last_used: None,
        role_name: role.name,
        source_role_template: None,
        tags: described_tags(role.tags),
    }
}
