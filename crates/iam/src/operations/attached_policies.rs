//! Attaching managed policies: AttachUserPolicy, DetachUserPolicy, ListAttachedUserPolicies, the same for groups and roles, and
//! ListEntitiesForPolicy.

use aws_model::iam;
use store::{Page, Tx};

use super::on::on;
use crate::Error;
use crate::authorize::insert_policy;
use crate::paging::{Listed, Listing};
use crate::records::{Entity, Group, Identity, ManagedPolicy, PolicyUsage, Role, Usage, User};

on! {
    Change AttachUserPolicy: User, by user_name, asking |input, context| insert_policy(context, &input.policy_arn);
    |call| attach(call.tx, call.found, &call.input.policy_arn).await

    Change AttachGroupPolicy: Group, by group_name, asking |input, context| insert_policy(context, &input.policy_arn);
    |call| attach(call.tx, call.found, &call.input.policy_arn).await

    Change AttachRolePolicy: Role, by role_name, asking |input, context| insert_policy(context, &input.policy_arn);
    |call| attach(call.tx, call.found, &call.input.policy_arn).await

    Change DetachUserPolicy: User, by user_name, asking |input, context| insert_policy(context, &input.policy_arn);
    |call| detach(call.tx, call.found, &call.input.policy_arn).await

    Change DetachGroupPolicy: Group, by group_name, asking |input, context| insert_policy(context, &input.policy_arn);
    |call| detach(call.tx, call.found, &call.input.policy_arn).await

    Change DetachRolePolicy: Role, by role_name, asking |input, context| insert_policy(context, &input.policy_arn);
    |call| detach(call.tx, call.found, &call.input.policy_arn).await

    Read ListAttachedUserPolicies: User, by user_name;
    |call| {
        let prefix = call.input.path_prefix.as_deref().unwrap_or("/");
        let listing = call.listing("ListAttachedUserPolicies", prefix, call.input.max_items);
        let page = attached(&listing, &call.found, prefix, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        let attached_policies = Some(page.items);
        Ok(iam::ListAttachedUserPoliciesResponse { attached_policies, is_truncated, marker })
    }

    Read ListAttachedGroupPolicies: Group, by group_name;
    |call| {
        let prefix = call.input.path_prefix.as_deref().unwrap_or("/");
        let listing = call.listing("ListAttachedGroupPolicies", prefix, call.input.max_items);
        let page = attached(&listing, &call.found, prefix, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        let attached_policies = Some(page.items);
        Ok(iam::ListAttachedGroupPoliciesResponse { attached_policies, is_truncated, marker })
    }

    Read ListAttachedRolePolicies: Role, by role_name;
    |call| {
        let prefix = call.input.path_prefix.as_deref().unwrap_or("/");
        let listing = call.listing("ListAttachedRolePolicies", prefix, call.input.max_items);
        let page = attached(&listing, &call.found, prefix, call.input.marker.as_deref())?;
        let (is_truncated, marker) = (page.is_truncated(), page.marker);
        let attached_policies = Some(page.items);
        Ok(iam::ListAttachedRolePoliciesResponse { attached_policies, is_truncated, marker })
    }

    Read ListEntitiesForPolicy: ManagedPolicy, by policy_arn;
    |call| {
        let wanted = Wanted::read(call.input);
        let listing = call.listing("ListEntitiesForPolicy", &wanted.name(), call.input.max_items);
        let page = wanted.page(&listing, call.tx, &call.found, call.input.marker.as_deref()).await?;
        let mut answer = iam::ListEntitiesForPolicyResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            policy_groups: Some(Vec::new()),
            policy_roles: Some(Vec::new()),
            policy_users: Some(Vec::new()),
        };
        for Holder { kind, name, id } in page.items {
            let (name, id) = (Some(name), Some(id));
            match kind {
                Kind::Group => {
                    answer.policy_groups.get_or_insert_default().push(iam::PolicyGroup { group_id: id, group_name: name });
                }
                Kind::User => {
                    answer.policy_users.get_or_insert_default().push(iam::PolicyUser { user_id: id, user_name: name });
                }
                Kind::Role => {
                    answer.policy_roles.get_or_insert_default().push(iam::PolicyRole { role_id: id, role_name: name });
                }
            }
        }
        Ok(answer)
    }
}

async fn attach<P: Identity, O: Default>(tx: &mut Tx, mut to: P, arn: &str) -> Result<O, Error> {
    ManagedPolicy::attachable(tx, to.account(), arn).await?;
    if to.attached().contains(arn) {
        return Ok(O::default());
    }
    if to.attached().len() >= P::MAX_ATTACHED {
        let (quota, limit) = (P::ATTACHED_QUOTA, P::MAX_ATTACHED);
        return Err(Error::LimitExceeded(format!("Cannot exceed quota for {quota}: {limit}")));
    }
    to.attached_mut().insert(arn.to_owned());
    PolicyUsage::count(tx, to.account(), arn, Usage::Permissions).await?;
    tx.put(&to).await?;
    Ok(O::default())
}

async fn detach<P: Identity, O: Default>(tx: &mut Tx, mut from: P, arn: &str) -> Result<O, Error> {
    if !from.attached_mut().remove(arn) {
        return Err(ManagedPolicy::missing(arn));
    }
    PolicyUsage::discount(tx, from.account(), arn, Usage::Permissions).await?;
    tx.put(&from).await?;
    Ok(O::default())
}

fn attached<P: Identity>(
    listing: &Listing<'_>,
    of: &P,
    path_prefix: &str,
    marker: Option<&str>,
) -> Result<Listed<iam::AttachedPolicy>, Error> {
    let below = |arn: &&String| path_of(arn).is_some_and(|path| path.starts_with(path_prefix));
    let all = of.attached().iter().filter(below);
    let page = listing.page_of(all, marker, |arn| order(arn))?;
    Ok(Listed { items: page.items.into_iter().map(|arn| described(arn)).collect(), marker: page.marker })
}

/// By name; an account and AWS may have policies of one name.
fn order(arn: &str) -> String {
    let whose = if arn.starts_with(crate::aws_managed::ARN_PREFIX) { "aws" } else { "own" };
    format!("{}/{whose}", name_of(arn).to_lowercase())
}

/// All policies that are attached to it, as they are described.
pub(super) fn all_attached<P: Identity>(of: &P) -> Vec<iam::AttachedPolicy> {
    of.attached().iter().map(|arn| described(arn)).collect()
}

fn described(arn: &str) -> iam::AttachedPolicy {
    iam::AttachedPolicy { policy_arn: Some(arn.to_owned()), policy_name: Some(name_of(arn).to_owned()) }
}

pub(super) fn name_of(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or_default()
}

/// `/team/` of `arn:aws:iam::111122223333:policy/team/name`.
fn path_of(arn: &str) -> Option<&str> {
    let (_, resource) = arn.split_once(":policy")?;
    resource.strip_suffix(name_of(arn))
}

/// Which users, groups and roles ListEntitiesForPolicy is asked for.
struct Wanted<'a> {
    kind: Option<&'a iam::EntityType>,
    usage: Option<&'a iam::PolicyUsageType>,
    path_prefix: &'a str,
}

struct Holder {
    kind: Kind,
    name: String,
    id: String,
}

/// In the order of the listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Group,
    User,
    Role,
}

/// One part of the listing: the holders of one kind that use the policy in one way, by name. Attached ones come first.
type Part = (Usage, Kind);

const PARTS: [(&str, Part); 5] = [
    ("0", (Usage::Permissions, Kind::Group)),
    ("1", (Usage::Permissions, Kind::User)),
    ("2", (Usage::Permissions, Kind::Role)),
    ("3", (Usage::Boundary, Kind::User)),
    ("4", (Usage::Boundary, Kind::Role)),
];

impl<'a> Wanted<'a> {
    fn read(input: &'a iam::ListEntitiesForPolicyRequest) -> Self {
        let path_prefix = input.path_prefix.as_deref().unwrap_or("/");
        Self { kind: input.entity_filter.as_ref(), usage: input.policy_usage_filter.as_ref(), path_prefix }
    }

    fn name(&self) -> String {
        format!("{:?}{:?}{}", self.kind, self.usage, self.path_prefix)
    }

    fn includes(&self, (usage, kind): Part) -> bool {
        let of_kind = match self.kind {
            None => true,
            Some(iam::EntityType::Group) => kind == Kind::Group,
            Some(iam::EntityType::User) => kind == Kind::User,
            Some(iam::EntityType::Role) => kind == Kind::Role,
            Some(_) => false,
        };
        let of_usage = match self.usage {
            None => true,
            Some(iam::PolicyUsageType::PermissionsPolicy) => usage == Usage::Permissions,
            Some(iam::PolicyUsageType::PermissionsBoundary) => usage == Usage::Boundary,
        };
        of_kind && of_usage
    }

    /// A marker holds the part and the name in lower case where the page ended.
    async fn page(
        &self,
        listing: &Listing<'_>,
        tx: &mut Tx,
        policy: &ManagedPolicy,
        marker: Option<&str>,
    ) -> Result<Listed<Holder>, Error> {
        let place = listing.place(marker)?;
        let (from, mut after) = match place.as_deref() {
            None => ("", None),
            Some(place) => {
                place.split_once('/').map(|(part, name)| (part, Some(name))).ok_or(Error::InvalidMarker)?
            }
        };
        let mut found: Vec<(&str, Holder)> = Vec::new();
        for (id, part) in PARTS.into_iter().filter(|(id, part)| *id >= from && self.includes(*part)) {
            let after = after.take().filter(|_| id == from);
            let wanted = listing.limit().saturating_add(1).saturating_sub(found.len());
            let holders = match part {
                (usage, Kind::Group) => {
                    self.holders::<Group>(tx, policy, usage, Kind::Group, after, wanted).await?
                }
                (usage, Kind::User) => {
                    self.holders::<User>(tx, policy, usage, Kind::User, after, wanted).await?
                }
                (usage, Kind::Role) => {
                    self.holders::<Role>(tx, policy, usage, Kind::Role, after, wanted).await?
                }
            };
            found.extend(holders.into_iter().map(|holder| (id, holder)));
        }
        let page =
            listing.listed(found, |(part, holder)| format!("{part}/{}", holder.name.to_lowercase()))?;
        let items = page.items.into_iter().map(|(_, holder)| holder).collect();
        Ok(Listed { items, marker: page.marker })
    }

    /// The first `wanted` of one part below the path.
    async fn holders<P: Identity>(
        &self,
        tx: &mut Tx,
        policy: &ManagedPolicy,
        usage: Usage,
        kind: Kind,
        after: Option<&str>,
        wanted: usize,
    ) -> Result<Vec<Holder>, Error> {
        let (arn, mut holders) = (policy.arn(), Vec::new());
        let mut from = after.map(|name| Usage::after(policy.account, &arn, name));
        while holders.len() < wanted {
            let page =
                P::having(tx, policy.account, &arn, usage, Page { after: from, limit: wanted }).await?;
            // Who has it both ways was listed with those who have it attached.
            let seen = |holder: &P| {
                usage == Usage::Boundary && self.usage.is_none() && holder.attached().contains(&arn)
            };
            let below = |holder: &P| holder.path().starts_with(self.path_prefix) && !seen(holder);
            let holder =
                |found: P| Holder { kind, name: found.name().to_owned(), id: found.unique_id().to_owned() };
            holders.extend(page.items.into_iter().filter(below).map(holder));
            from = page.next;
            if from.is_none() {
                break;
            }
        }
        holders.truncate(wanted);
        Ok(holders)
    }
}
