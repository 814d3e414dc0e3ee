//! Groups: CreateGroup, GetGroup, ListGroups, UpdateGroup, DeleteGroup, AddUserToGroup, RemoveUserFromGroup, ListGroupsForUser.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use store::{Page, Tx};

use super::on::on;
use super::{Target, users};
use crate::authorize::{Creation, Named, ask_list};
use crate::records::{Entity, Group, Identity, User};
use crate::tags::Tags;
use crate::{Error, Iam};

impl Guarded<iam::CreateGroup> for Iam {
    type Target = Tags;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::CreateGroupRequest>,
    ) -> Result<Resolved<Tags>, Error> {
        let (account, path) = (call.caller.account, call.input.path.as_deref().unwrap_or("/"));
        // Groups have no tags, so the second action is never asked for.
        let create = Creation::of::<Group>(
            "iam:CreateGroup",
            "iam:CreateGroup",
            account,
            path,
            &call.input.group_name,
        );
        Ok(create.ask(account, Tags::new(), None))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateGroup, Tags>,
    ) -> Result<iam::CreateGroupResponse, Error> {
        let (input, created) = (permit.input(), permit.origin().at.truncated_to_secs());
        let (account, path) = (permit.caller().account, input.path.as_deref().unwrap_or("/"));
        let group = Group::new(&*self.random, account, path, &input.group_name, created)?;
        group.add(view.tx().await?).await?;
        Ok(iam::CreateGroupResponse { group: described(group) })
    }
}

impl Guarded<iam::ListGroups> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::ListGroupsRequest>,
    ) -> Result<Resolved<()>, Error> {
        let prefix = call.input.path_prefix.as_deref().unwrap_or("/");
        Ok(ask_list(&call.caller, "iam:ListGroups", "group", prefix))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListGroups, ()>,
    ) -> Result<iam::ListGroupsResponse, Error> {
        let input = permit.input();
        let (account, prefix) = (permit.caller().account, input.path_prefix.as_deref().unwrap_or("/"));
        let listing = self.listing(format!("ListGroups/{account}{prefix}"), input.max_items);
        let below = |group: &Group| group.path.starts_with(prefix);
        let page = listing.entities(view.tx().await?, account, input.marker.as_deref(), below).await?;
        Ok(iam::ListGroupsResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            groups: page.items.into_iter().map(described).collect(),
        })
    }
}

impl Guarded<iam::UpdateGroup> for Iam {
    type Target = Target<Group>;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::UpdateGroupRequest>,
    ) -> Result<Resolved<Target<Group>>, Error> {
        let (input, action) = (&call.input, "iam:UpdateGroup");
        let named = Named::of(view, &call.caller, &input.group_name).await?;
        let mut questions = vec![named.question(action, call.caller.account)];
        questions.extend(named.moved(action, input.new_path.as_deref(), input.new_group_name.as_deref()));
        Ok(Resolved { target: Some(Target(named)), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::UpdateGroup, Target<Group>>,
    ) -> Result<iam::UpdateGroupResponse, Error> {
        let iam::UpdateGroupRequest { new_path, new_group_name, .. } = permit.input();
        let mut group = permit.into_target().0.found()?;
        let tx = view.tx().await?;
        if let Some(path) = new_path {
            group.path.clone_from(path);
        }
        if let Some(name) = new_group_name {
            group.name.clone_from(name);
            group.check_free(tx).await?;
        }
        tx.put(&group).await?;
        Ok(iam::UpdateGroupResponse {})
    }
}

on! {
    Read GetGroup: Group, by group_name;
    |call| {
        let listing = call.listing("GetGroup", "", call.input.max_items);
        let group = call.found;
        let after = listing.place(call.input.marker.as_deref())?;
        let after = after.map(|name| User::after_in_group(&group.group_id, &name));
        let page = Page { after, limit: listing.limit().saturating_add(1) };
        let users = User::in_group(call.tx, &group.group_id, page).await?.items;
        let page = listing.listed(users, |user| user.name.to_lowercase())?;
        Ok(iam::GetGroupResponse {
            group: described(group),
            is_truncated: page.is_truncated(),
            marker: page.marker,
            users: page.items.into_iter().map(users::listed).collect(),
        })
    }

    Change DeleteGroup: Group, by group_name;
    |call| {
        let group = call.found;
        if !User::in_group(call.tx, &group.group_id, Page::first(1)).await?.items.is_empty() {
            return Err(Error::Conflict("Cannot delete entity, must remove users from group first."));
        }
        group.check_without_policies()?;
        group.remove(call.tx).await?;
        Ok(iam::DeleteGroupResponse {})
    }

    Change AddUserToGroup: Group, by group_name;
    |call| {
        let mut user = member(call.tx, &call.found, &call.input.user_name).await?;
        if user.groups.insert(call.found.group_id) {
            if user.groups.len() > User::MAX_GROUPS {
                let limit = User::MAX_GROUPS;
                return Err(Error::LimitExceeded(format!("Cannot exceed quota for GroupsPerUser: {limit}")));
            }
            call.tx.put(&user).await?;
        }
        Ok(iam::AddUserToGroupResponse {})
    }

    Change RemoveUserFromGroup: Group, by group_name;
    |call| {
        let mut user = member(call.tx, &call.found, &call.input.user_name).await?;
        // As with AWS, it is no error when the user is not in the group.
        if user.groups.remove(&call.found.group_id) {
            call.tx.put(&user).await?;
        }
        Ok(iam::RemoveUserFromGroupResponse {})
    }

    Read ListGroupsForUser: User, by user_name;
    |call| {
        let listing = call.listing("ListGroupsForUser", "", call.input.max_items);
        let groups = groups_of(call.tx, &call.found).await?;
        let page = listing.page_of(groups, call.input.marker.as_deref(), |group| group.name.to_lowercase())?;
        Ok(iam::ListGroupsForUserResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            groups: page.items.into_iter().map(described).collect(),
        })
    }
}

async fn member(tx: &mut Tx, group: &Group, user_name: &str) -> Result<User, Error> {
    User::find(tx, group.account, user_name).await?.ok_or_else(|| User::missing(user_name))
}

/// The groups that a user is in, by name.
pub(super) async fn groups_of(tx: &mut Tx, user: &User) -> Result<Vec<Group>, Error> {
    let mut groups = Vec::with_capacity(user.groups.len());
    for id in &user.groups {
        groups.extend(tx.get::<Group>(id).await?);
    }
    groups.sort_by_key(|group| group.name.to_lowercase());
    Ok(groups)
}

fn described(group: Group) -> iam::Group {
    iam::Group {
        arn: group.arn(),
        create_date: group.created,
        group_id: group.group_id,
        group_name: group.name,
        path: group.path,
    }
}
