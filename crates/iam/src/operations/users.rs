//! CreateUser, GetUser, ListUsers, DeleteUser.

use std::collections::BTreeMap;

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use store::Page;

use crate::authorize::{Creation, ROOT_NAME, Subject, ask_list};
use crate::error::unsupported;
use crate::records::{AccessKey, Account, Owner, User};
use crate::tags::{self, Tags};
use crate::{Error, Iam, unique_id};

impl Guarded<iam::CreateUser> for Iam {
    type Target = Tags;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::CreateUserRequest>,
    ) -> Result<Resolved<Tags>, Error> {
        let input = &call.input;
        unsupported("PermissionsBoundary", &input.permissions_boundary)?;
        let tags = requested_tags(input.tags.as_deref())?;
        let path = input.path.as_deref().unwrap_or("/");
        let account = call.caller.account;
        Ok(Creation::user(User::arn_of(account, path, &input.user_name)).ask(account, tags))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateUser, Tags>,
    ) -> Result<iam::CreateUserResponse, Error> {
        let input = permit.input();
        let user = User {
            user_id: unique_id::user_id(&*self.random)?,
            account: permit.caller().account,
            name: input.user_name.clone(),
            path: input.path.clone().unwrap_or_else(|| "/".to_owned()),
            created: permit.origin().at.truncated_to_secs(),
            policies: BTreeMap::new(),
            tags: permit.into_target(),
        };
        user.add(view.tx().await?).await?;
        Ok(iam::CreateUserResponse { user: Some(described(user)) })
    }
}

impl Guarded<iam::GetUser> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::GetUserRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, call.input.user_name.as_deref()).await?.ask("iam:GetUser"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::GetUser, Subject>,
    ) -> Result<iam::GetUserResponse, Error> {
        let user = match permit.into_target() {
            Subject::Root(account) => {
                let account: Option<Account> = view.tx().await?.get(&account).await?;
                described_root(&account.ok_or_else(|| Error::no_such_user(ROOT_NAME))?)
            }
            subject => described(subject.into_user()?),
        };
        Ok(iam::GetUserResponse { user })
    }
}

impl Guarded<iam::ListUsers> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(&self, _: &mut View, call: &Call<iam::ListUsersRequest>) -> Result<Resolved<()>, Error> {
        let prefix = call.input.path_prefix.as_deref().unwrap_or("/");
        Ok(ask_list(&call.caller, "iam:ListUsers", "user", prefix))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListUsers, ()>,
    ) -> Result<iam::ListUsersResponse, Error> {
        let input = permit.input();
        let (account, prefix) = (permit.caller().account, input.path_prefix.as_deref().unwrap_or("/"));
        let listing = self.listing(format!("ListUsers/{account}{prefix}"), input.max_items);
        let page = listing.page(input.marker.as_deref())?;
        let found = User::list(view.tx().await?, account, prefix, page).await?;
        // Listings leave the tags out.
        let without_tags = |user: User| iam::User { tags: None, ..described(user) };
        Ok(iam::ListUsersResponse {
            is_truncated: Some(found.next.is_some()),
            marker: listing.marker(found.next)?,
            users: found.items.into_iter().map(without_tags).collect(),
        })
    }
}

impl Guarded<iam::DeleteUser> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::DeleteUserRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        Ok(Subject::of(view, &call.caller, Some(&call.input.user_name)).await?.ask("iam:DeleteUser"))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::DeleteUser, Subject>,
    ) -> Result<iam::DeleteUserResponse, Error> {
        let user = permit.into_target().into_user()?;
        let tx = view.tx().await?;
        let owner = Owner::User { account: user.account, user_id: user.user_id.clone() };
        if !AccessKey::list(tx, &owner, Page::first(1)).await?.items.is_empty() {
            return Err(Error::DeleteConflict("access keys"));
        }
        if !user.policies.is_empty() {
            return Err(Error::DeleteConflict("policies"));
        }
        user.remove(tx).await?;
        Ok(iam::DeleteUserResponse {})
    }
}

/// The tags that a request for a new user or role brings.
pub(super) fn requested_tags(tags: Option<&[iam::Tag]>) -> Result<Tags, Error> {
    let pairs = tags.unwrap_or_default().iter().map(|tag| (tag.key.as_str(), tag.value.as_str()));
    tags::checked(pairs).map_err(|why| Error::InvalidInput(why.to_owned()))
}

/// Tags as answers show them; none at all when there are none.
pub(super) fn described_tags(tags: Tags) -> Option<Vec<iam::Tag>> {
    (!tags.is_empty()).then(|| tags.into_iter().map(|(key, value)| iam::Tag { key, value }).collect())
}

fn described(user: User) -> iam::User {
    iam::User {
        arn: user.arn(),
        create_date: user.created,
        password_last_used: None,
        path: user.path,
        permissions_boundary: None,
        tags: described_tags(user.tags),
        user_id: user.user_id,
        user_name: user.name,
    }
}

fn described_root(account: &Account) -> iam::User {
    iam::User {
        arn: account.id.root_arn(),
        create_date: account.joined,
        password_last_used: None,
        path: "/".to_owned(),
        permissions_boundary: None,
        tags: None,
        user_id: account.id.to_string(),
        user_name: ROOT_NAME.to_owned(),
    }
}
