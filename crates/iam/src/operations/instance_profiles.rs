//! Instance profiles: CreateInstanceProfile, GetInstanceProfile, ListInstanceProfiles, ListInstanceProfilesForRole,
//! DeleteInstanceProfile, AddRoleToInstanceProfile, RemoveRoleFromInstanceProfile.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use store::Tx;

use super::Target;
use super::on::on;
use super::roles;
use super::users::{described_tags, requested_tags};
use crate::authorize::{Creation, Named, ask_list};
use crate::records::{Entity, InstanceProfile, Role};
use crate::tags::Tags;
use crate::{Error, Iam};

impl Guarded<iam::CreateInstanceProfile> for Iam {
    type Target = Tags;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::CreateInstanceProfileRequest>,
    ) -> Result<Resolved<Tags>, Error> {
        let input = &call.input;
        let tags = requested_tags(input.tags.as_deref())?;
        let (account, path) = (call.caller.account, input.path.as_deref().unwrap_or("/"));
        let (create, tag) = ("iam:CreateInstanceProfile", "iam:TagInstanceProfile");
        let create =
            Creation::of::<InstanceProfile>(create, tag, account, path, &input.instance_profile_name);
        Ok(create.ask(account, tags, None))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateInstanceProfile, Tags>,
    ) -> Result<iam::CreateInstanceProfileResponse, Error> {
        let (input, created) = (permit.input(), permit.origin().at.truncated_to_secs());
        let (account, path) = (permit.caller().account, input.path.as_deref().unwrap_or("/"));
        let name = &input.instance_profile_name;
        let mut profile = InstanceProfile::new(&*self.random, account, path, name, created)?;
        profile.tags = permit.into_target();
        let tx = view.tx().await?;
        profile.add(tx).await?;
        Ok(iam::CreateInstanceProfileResponse { instance_profile: described(tx, profile).await? })
    }
}

impl Guarded<iam::ListInstanceProfiles> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::ListInstanceProfilesRequest>,
    ) -> Result<Resolved<()>, Error> {
        let prefix = call.input.path_prefix.as_deref().unwrap_or("/");
        Ok(ask_list(&call.caller, "iam:ListInstanceProfiles", InstanceProfile::RESOURCE, prefix))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListInstanceProfiles, ()>,
    ) -> Result<iam::ListInstanceProfilesResponse, Error> {
        let input = permit.input();
        let (account, prefix) = (permit.caller().account, input.path_prefix.as_deref().unwrap_or("/"));
        let listing = self.listing(format!("ListInstanceProfiles/{account}{prefix}"), input.max_items);
        let (below, tx) = (|profile: &InstanceProfile| profile.path.starts_with(prefix), view.tx().await?);
        let page = listing.entities(tx, account, input.marker.as_deref(), below).await?;
        Ok(iam::ListInstanceProfilesResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            instance_profiles: listed(tx, page.items).await?,
        })
    }
}

impl Guarded<iam::AddRoleToInstanceProfile> for Iam {
    type Target = Target<InstanceProfile>;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::AddRoleToInstanceProfileRequest>,
    ) -> Result<Resolved<Target<InstanceProfile>>, Error> {
        let (input, account) = (&call.input, call.caller.account);
        let named = Named::of(view, &call.caller, &input.instance_profile_name).await?;
        // Whoever hands out an instance profile hands out its role.
        let role: Named<Role> = Named::of(view, &call.caller, &input.role_name).await?;
        let mut pass = role.question("iam:PassRole", account);
        pass.context.insert("iam:PassedToService", "ec2.amazonaws.com");
        let questions = vec![named.question("iam:AddRoleToInstanceProfile", account), pass];
        Ok(Resolved { target: Some(Target(named)), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::AddRoleToInstanceProfile, Target<InstanceProfile>>,
    ) -> Result<iam::AddRoleToInstanceProfileResponse, Error> {
        let name = &permit.input().role_name;
        let mut profile = permit.into_target().0.found()?;
        let tx = view.tx().await?;
        let role = Role::find(tx, profile.account, name).await?.ok_or_else(|| Role::missing(name))?;
        if profile.role.is_some() {
            let text = "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1";
            return Err(Error::LimitExceeded(text.to_owned()));
        }
        profile.role = Some(role.name);
        tx.put(&profile).await?;
        Ok(iam::AddRoleToInstanceProfileResponse {})
    }
}

on! {
    Read GetInstanceProfile: InstanceProfile, by instance_profile_name;
    |call| Ok(iam::GetInstanceProfileResponse { instance_profile: described(call.tx, call.found).await? })

    Change DeleteInstanceProfile: InstanceProfile, by instance_profile_name;
    |call| {
        if call.found.role.is_some() {
            return Err(Error::Conflict("Cannot delete entity, must remove roles from instance profile first."));
        }
        call.found.remove(call.tx).await?;
        Ok(iam::DeleteInstanceProfileResponse {})
    }

    Change RemoveRoleFromInstanceProfile: InstanceProfile, by instance_profile_name;
    |call| {
        if call.found.role.as_ref() != Some(&call.input.role_name) {
            return Err(Role::missing(&call.input.role_name));
        }
        call.found.role = None;
        call.tx.put(&call.found).await?;
        Ok(iam::RemoveRoleFromInstanceProfileResponse {})
    }

    Read ListInstanceProfilesForRole: Role, by role_name;
    |call| {
        let listing = call.listing("ListInstanceProfilesForRole", "", call.input.max_items);
        let all = InstanceProfile::with_role(call.tx, call.found.account, &call.found.name).await?;
        let page = listing.page_of(all, call.input.marker.as_deref(), |profile| profile.name.to_lowercase())?;
        Ok(iam::ListInstanceProfilesForRoleResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            instance_profiles: listed(call.tx, page.items).await?,
        })
    }
}

async fn described(tx: &mut Tx, profile: InstanceProfile) -> Result<iam::InstanceProfile, Error> {
    let mut roles = Vec::new();
    if let Some(name) = &profile.role {
        roles.extend(Role::find(tx, profile.account, name).await?);
    }
    crate::policy_document::show(tx, &mut roles).await?;
    Ok(iam::InstanceProfile {
        arn: profile.arn(),
        create_date: profile.created,
        instance_profile_id: profile.instance_profile_id,
        instance_profile_name: profile.name,
        path: profile.path,
        roles: roles.into_iter().map(roles::listed).collect(),
        tags: described_tags(profile.tags),
    })
}

/// As listings show instance profiles: without tags.
pub(super) async fn listed(
    tx: &mut Tx,
    profiles: Vec<InstanceProfile>,
) -> Result<Vec<iam::InstanceProfile>, Error> {
    let mut all = Vec::with_capacity(profiles.len());
    for profile in profiles {
        all.push(iam::InstanceProfile { tags: None, ..described(tx, profile).await? });
    }
    Ok(all)
}
