//! GetAccountAuthorizationDetails.

use arn::AccountId;
use aws_model::iam;
use std::collections::BTreeMap;
use store::{Page, Tx};

use super::attached_policies::all_attached;
use super::boundaries::described_boundary;
use super::groups::groups_of;
use super::instance_profiles;
use super::managed_policies::{described_version, version_id};
use super::on_account::on_account;
use super::roles::last_used;
use super::users::described_tags;
use crate::aws_managed;
use crate::records::{Entity, Group, InstanceProfile, ManagedPolicy, PolicyUsage, Role, User, after};
use crate::{Error, Iam, policy_document};

on_account! {
    Read GetAccountAuthorizationDetails;
    |call| {
        let filter = call.input.filter.clone().unwrap_or_default();
        let name = format!("GetAccountAuthorizationDetails/{}/{filter:?}", call.found);
        let listing = call.iam.listing(name, call.input.max_items);
        let place = listing.place(call.input.marker.as_deref())?;
        let (from, mut name) = match place.as_deref() {
            None => ("", None),
            Some(place) => place.split_once('/').map(|(part, name)| (part, Some(name))).ok_or(Error::InvalidMarker)?,
        };
        let mut found: Vec<(&str, Thing)> = Vec::new();
        for (id, kind) in PARTS {
            if id < from || !(filter.is_empty() || filter.contains(&kind)) {
                continue;
            }
            let after = name.take().filter(|_| id == from);
            let wanted = listing.limit().saturating_add(1).saturating_sub(found.len());
            let things = Thing::all_of(&kind, call.tx, call.found, after, wanted).await?;
            found.extend(things.into_iter().take(wanted).map(|thing| (id, thing)));
        }
        let page = listing.listed(found, |(part, thing)| format!("{part}/{}", thing.name().to_lowercase()))?;
        let mut answer = iam::GetAccountAuthorizationDetailsResponse {
            group_detail_list: Some(Vec::new()),
            is_truncated: page.is_truncated(),
            marker: page.marker,
            policies: Some(Vec::new()),
            role_detail_list: Some(Vec::new()),
            user_detail_list: Some(Vec::new()),
        };
        for (_, thing) in page.items {
            thing.describe(call.iam, call.tx, &mut answer).await?;
        }
        Ok(answer)
    }
}

/// In the order of the listing.
const PARTS: [(&str, iam::EntityType); 5] = [
    ("0", iam::EntityType::User),
    ("1", iam::EntityType::Group),
    ("2", iam::EntityType::Role),
    ("3", iam::EntityType::LocalManagedPolicy),
    ("4", iam::EntityType::AWSManagedPolicy),
];

enum Thing {
    User(User),
    Group(Group),
    Role(Role),
    Policy(ManagedPolicy),
}

impl Thing {
    /// The first of one kind by name; of AWS's policies, those that the account uses.
    async fn all_of(
        kind: &iam::EntityType,
        tx: &mut Tx,
        account: AccountId,
        name: Option<&str>,
        wanted: usize,
    ) -> Result<Vec<Self>, Error> {
        let page = Page { after: name.map(|name| after(account, name)), limit: wanted };
        Ok(match kind {
            iam::EntityType::User => {
                User::list(tx, account, page).await?.items.into_iter().map(Self::User).collect()
            }
            iam::EntityType::Group => {
                Group::list(tx, account, page).await?.items.into_iter().map(Self::Group).collect()
            }
            iam::EntityType::Role => {
                Role::list(tx, account, page).await?.items.into_iter().map(Self::Role).collect()
            }
            iam::EntityType::LocalManagedPolicy => {
                ManagedPolicy::list(tx, account, page).await?.items.into_iter().map(Self::Policy).collect()
            }
            iam::EntityType::AWSManagedPolicy => {
                let mut used = Vec::new();
                for policy in aws_managed::all() {
                    let later = name.is_none_or(|name| policy.name.to_lowercase().as_str() > name);
                    if later && !PolicyUsage::of(tx, account, &policy.arn()).await?.is_none() {
                        used.push(Self::Policy(policy.seen_by(account)));
                    }
                }
                used
            }
        })
    }

    fn name(&self) -> &str {
        match self {
            Self::User(user) => &user.name,
            Self::Group(group) => &group.name,
            Self::Role(role) => &role.name,
            Self::Policy(policy) => &policy.name,
        }
    }

    async fn describe(
        self,
        iam: &Iam,
        tx: &mut Tx,
        answer: &mut iam::GetAccountAuthorizationDetailsResponse,
    ) -> Result<(), Error> {
        match self {
            Self::User(user) => {
                answer.user_detail_list.get_or_insert_default().push(user_detail(tx, user).await?)
            }
            Self::Group(group) => answer.group_detail_list.get_or_insert_default().push(group_detail(group)),
            Self::Role(role) => {
                answer.role_detail_list.get_or_insert_default().push(role_detail(iam, tx, role).await?)
            }
            Self::Policy(policy) => {
                answer.policies.get_or_insert_default().push(policy_detail(tx, policy).await?)
            }
        }
        Ok(())
    }
}

async fn user_detail(tx: &mut Tx, user: User) -> Result<iam::UserDetail, Error> {
    let groups = groups_of(tx, &user).await?;
    Ok(iam::UserDetail {
        arn: Some(user.arn()),
        attached_managed_policies: Some(all_attached(&user)),
        create_date: Some(user.created),
        group_list: Some(groups.into_iter().map(|group| group.name).collect()),
        permissions_boundary: described_boundary(&user),
        path: Some(user.path),
        tags: described_tags(user.tags),
        user_id: Some(user.user_id),
        user_name: Some(user.name),
        user_policy_list: Some(inline(&user.policies)),
    })
}

fn group_detail(group: Group) -> iam::GroupDetail {
    iam::GroupDetail {
        arn: Some(group.arn()),
        attached_managed_policies: Some(all_attached(&group)),
        create_date: Some(group.created),
        group_id: Some(group.group_id),
        group_name: Some(group.name),
        group_policy_list: Some(inline(&group.policies)),
        path: Some(group.path),
    }
}

async fn role_detail(iam: &Iam, tx: &mut Tx, mut role: Role) -> Result<iam::RoleDetail, Error> {
    policy_document::show(tx, std::slice::from_mut(&mut role)).await?;
    let profiles = InstanceProfile::with_role(tx, role.account, &role.name).await?;
    let role_last_used = Some(last_used(iam, tx, &role.role_id).await?);
    Ok(iam::RoleDetail {
        arn: Some(role.arn()),
        assume_role_policy_document: Some(policy_document::url_encoded(&role.trust_policy)),
        attached_managed_policies: Some(all_attached(&role)),
        create_date: Some(role.created),
        instance_profile_list: Some(instance_profiles::listed(tx, profiles).await?),
        permissions_boundary: described_boundary(&role),
        path: Some(role.path),
        role_id: Some(role.role_id),
        role_last_used,
        role_name: Some(role.name),
        role_policy_list: Some(inline(&role.policies)),
        tags: described_tags(role.tags),
    })
}

async fn policy_detail(tx: &mut Tx, policy: ManagedPolicy) -> Result<iam::ManagedPolicyDetail, Error> {
    let usage = PolicyUsage::of(tx, policy.account, &policy.arn()).await?;
    let versions = policy.versions.iter().rev();
    let versions = versions.map(|(number, version)| described_version(&policy, *number, version)).collect();
    Ok(iam::ManagedPolicyDetail {
        arn: Some(policy.arn()),
        attachment_count: i32::try_from(usage.attachments).ok(),
        create_date: Some(policy.created),
        default_version_id: Some(version_id(policy.default_version)),
        description: policy.description,
        is_attachable: Some(true),
        path: Some(policy.path),
        permissions_boundary_usage_count: i32::try_from(usage.boundaries).ok(),
        policy_id: Some(policy.policy_id),
        policy_name: Some(policy.name),
        policy_version_list: Some(versions),
        update_date: Some(policy.updated),
    })
}

fn inline(policies: &BTreeMap<String, String>) -> Vec<iam::PolicyDetail> {
    let detail = |(name, document): (&String, &String)| iam::PolicyDetail {
        policy_document: Some(policy_document::url_encoded(document)),
        policy_name: Some(name.clone()),
    };
    policies.iter().map(detail).collect()
}
