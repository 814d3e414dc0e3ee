//! PutUserPolicy, GetUserPolicy, ListUserPolicies, DeleteUserPolicy: inline policies of users.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::authorize::Subject;
use crate::records::User;
use crate::{Error, Iam, policy_document};

impl Guarded<iam::PutUserPolicy> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::PutUserPolicyRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, Some(&call.input.user_name)).await?.ask("iam:PutUserPolicy"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::PutUserPolicy, Subject>,
    ) -> Result<iam::PutUserPolicyResponse, Error> {
        let iam::PutUserPolicyRequest { policy_document, policy_name, user_name } = permit.input();
        let mut user = permit.into_target().into_user()?;
        let owner = format!("user {user_name}");
        policy_document::check_inline(
            &user.policies,
            policy_name,
            policy_document,
            User::MAX_POLICIES,
            &owner,
        )?;
        user.policies.insert(policy_name.clone(), policy_document.clone());
        view.tx().await?.put(&user).await?;
        Ok(iam::PutUserPolicyResponse {})
    }
}

impl Guarded<iam::GetUserPolicy> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::GetUserPolicyRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, Some(&call.input.user_name)).await?.ask("iam:GetUserPolicy"))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, iam::GetUserPolicy, Subject>,
    ) -> Result<iam::GetUserPolicyResponse, Error> {
        let policy_name = permit.input().policy_name.clone();
        let user = permit.into_target().into_user()?;
        let document = user.policies.get(&policy_name).ok_or_else(|| no_such_policy(&policy_name))?;
        let policy_document = policy_document::url_encoded(document);
        Ok(iam::GetUserPolicyResponse { policy_document, policy_name, user_name: user.name })
    }
}

impl Guarded<iam::ListUserPolicies> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::ListUserPoliciesRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, Some(&call.input.user_name)).await?.ask("iam:ListUserPolicies"))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, iam::ListUserPolicies, Subject>,
    ) -> Result<iam::ListUserPoliciesResponse, Error> {
        let input = permit.input();
        let user = permit.into_target().into_user()?;
        let listing =
            self.listing(format!("ListUserPolicies/{}/{}", user.account, user.user_id), input.max_items);
        let (policy_names, marker) = listing.names(&user.policies, input.marker.as_deref())?;
        Ok(iam::ListUserPoliciesResponse { is_truncated: Some(marker.is_some()), marker, policy_names })
    }
}

impl Guarded<iam::DeleteUserPolicy> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::DeleteUserPolicyRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, Some(&call.input.user_name)).await?.ask("iam:DeleteUserPolicy"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::DeleteUserPolicy, Subject>,
    ) -> Result<iam::DeleteUserPolicyResponse, Error> {
        let policy_name = &permit.input().policy_name;
        let mut user = permit.into_target().into_user()?;
        user.policies.remove(policy_name).ok_or_else(|| no_such_policy(policy_name))?;
        view.tx().await?.put(&user).await?;
        Ok(iam::DeleteUserPolicyResponse {})
    }
}

fn no_such_policy(name: &str) -> Error {
    Error::NoSuchEntity { what: "user policy", name: name.to_owned() }
}
