//! PutRolePolicy, GetRolePolicy, ListRolePolicies, DeleteRolePolicy: inline policies of roles.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::authorize::ask_role;
use crate::records::Role;
use crate::{Error, Iam, policy_document};

impl Guarded<iam::PutRolePolicy> for Iam {
    type Target = Option<Role>;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::PutRolePolicyRequest>,
    ) -> Result<Resolved<Option<Role>>, Error> {
        ask_role(view, &call.caller, &call.input.role_name, "iam:PutRolePolicy").await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::PutRolePolicy, Option<Role>>,
    ) -> Result<iam::PutRolePolicyResponse, Error> {
        let iam::PutRolePolicyRequest { policy_document, policy_name, role_name } = permit.input();
        let mut role = permit.into_target().ok_or_else(|| Error::no_such_role(role_name))?;
        let owner = format!("role {role_name}");
        policy_document::check_inline(
            &role.policies,
            policy_name,
            policy_document,
            Role::MAX_POLICIES,
            &owner,
        )?;
        role.policies.insert(policy_name.clone(), policy_document.clone());
        view.tx().await?.put(&role).await?;
        Ok(iam::PutRolePolicyResponse {})
    }
}

impl Guarded<iam::GetRolePolicy> for Iam {
    type Target = Option<Role>;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::GetRolePolicyRequest>,
    ) -> Result<Resolved<Option<Role>>, Error> {
        ask_role(view, &call.caller, &call.input.role_name, "iam:GetRolePolicy").await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, iam::GetRolePolicy, Option<Role>>,
    ) -> Result<iam::GetRolePolicyResponse, Error> {
        let iam::GetRolePolicyRequest { policy_name, role_name } = permit.input().clone();
        let role = permit.into_target().ok_or_else(|| Error::no_such_role(&role_name))?;
        let document = role.policies.get(&policy_name).ok_or_else(|| no_such_policy(&policy_name))?;
        let policy_document = policy_document::url_encoded(document);
        Ok(iam::GetRolePolicyResponse { policy_document, policy_name, role_name })
    }
}

impl Guarded<iam::ListRolePolicies> for Iam {
    type Target = Option<Role>;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::ListRolePoliciesRequest>,
    ) -> Result<Resolved<Option<Role>>, Error> {
        ask_role(view, &call.caller, &call.input.role_name, "iam:ListRolePolicies").await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, iam::ListRolePolicies, Option<Role>>,
    ) -> Result<iam::ListRolePoliciesResponse, Error> {
        let input = permit.input();
        let role = permit.into_target().ok_or_else(|| Error::no_such_role(&input.role_name))?;
        let listing =
            self.listing(format!("ListRolePolicies/{}/{}", role.account, role.role_id), input.max_items);
        let (policy_names, marker) = listing.names(&role.policies, input.marker.as_deref())?;
        Ok(iam::ListRolePoliciesResponse { is_truncated: Some(marker.is_some()), marker, policy_names })
    }
}

impl Guarded<iam::DeleteRolePolicy> for Iam {
    type Target = Option<Role>;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::DeleteRolePolicyRequest>,
    ) -> Result<Resolved<Option<Role>>, Error> {
        ask_role(view, &call.caller, &call.input.role_name, "iam:DeleteRolePolicy").await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::DeleteRolePolicy, Option<Role>>,
    ) -> Result<iam::DeleteRolePolicyResponse, Error> {
        let iam::DeleteRolePolicyRequest { policy_name, role_name } = permit.input();
        let mut role = permit.into_target().ok_or_else(|| Error::no_such_role(role_name))?;
        role.policies.remove(policy_name).ok_or_else(|| no_such_policy(policy_name))?;
        view.tx().await?.put(&role).await?;
        Ok(iam::DeleteRolePolicyResponse {})
    }
}

fn no_such_policy(name: &str) -> Error {
    Error::NoSuchEntity { what: "role policy", name: name.to_owned() }
}
