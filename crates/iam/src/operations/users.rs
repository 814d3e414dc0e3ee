//! CreateUser, GetUser, ListUsers, UpdateUser, DeleteUser.

use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::boundaries::{boundary_for, described_boundary};
use crate::authorize::{Creation, ROOT_NAME, Subject, ask_list};
use crate::records::{
    AccessKey, Account, Entity, Identity, LoginProfile, MfaDevice, ServiceSpecificCredential,
    SigningCertificate, StoredSshPublicKey, User,
};
use crate::tags::{self, Tags};
use crate::{Error, Iam};

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
        let tags = requested_tags(input.tags.as_deref())?;
        let path = input.path.as_deref().unwrap_or("/");
        let account = call.caller.account;
        let create = Creation::of::<User>("iam:CreateUser", "iam:TagUser", account, path, &input.user_name);
        Ok(create.ask(account, tags, input.permissions_boundary.as_deref()))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreateUser, Tags>,
    ) -> Result<iam::CreateUserResponse, Error> {
        let input = permit.input();
        let (account, tx) = (permit.caller().account, view.tx().await?);
        let (path, created) = (input.path.as_deref().unwrap_or("/"), permit.origin().at.truncated_to_secs());
        let mut user = User::new(&*self.random, account, path, &input.user_name, created)?;
        user.boundary = boundary_for(tx, account, input.permissions_boundary.as_deref()).await?;
        user.tags = permit.into_target();
        user.add(tx).await?;
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
                described_root(&account.ok_or_else(|| User::missing(ROOT_NAME))?)
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
        let below = |user: &User| user.path.starts_with(prefix);
        let page = listing.entities(view.tx().await?, account, input.marker.as_deref(), below).await?;
        Ok(iam::ListUsersResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            users: page.items.into_iter().map(listed).collect(),
        })
    }
}

impl Guarded<iam::UpdateUser> for Iam {
    type Target = Subject;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<iam::UpdateUserRequest>,
    ) -> Result<Resolved<Subject>, Error> {
        let input = &call.input;
        let subject = Subject::of(view, &call.caller, Some(&input.user_name)).await?;
        let mut resolved = subject.ask("iam:UpdateUser");
        let (path, name) = (input.new_path.as_deref(), input.new_user_name.as_deref());
        if let Some(Subject::User(_, user)) = &resolved.target
            && let Some(question) = user.moved("iam:UpdateUser", path, name)
        {
            resolved.questions.push(question);
        }
        Ok(resolved)
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::UpdateUser, Subject>,
    ) -> Result<iam::UpdateUserResponse, Error> {
        let iam::UpdateUserRequest { new_path, new_user_name, .. } = permit.input();
        let mut user = permit.into_target().into_user()?;
        let tx = view.tx().await?;
        if let Some(path) = new_path {
            user.path.clone_from(path);
        }
        if let Some(name) = new_user_name {
            user.name.clone_from(name);
            user.check_free(tx).await?;
        }
        tx.put(&user).await?;
        Ok(iam::UpdateUserResponse {})
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
        let owner = user.owner();
        if !user.groups.is_empty() {
            return Err(Error::Conflict("Cannot delete entity, must remove users from group first."));
        }
        if !AccessKey::list(tx, &owner).await?.is_empty() {
            return Err(Error::DeleteConflict("access keys"));
        }
        if tx.get::<LoginProfile>(&user.user_id).await?.is_some() {
            return Err(Error::DeleteConflict("login profile"));
        }
        if !ServiceSpecificCredential::list(tx, &owner).await?.is_empty() {
            return Err(Error::DeleteConflict("service specific credentials"));
        }
        if !SigningCertificate::list(tx, &owner).await?.is_empty() {
            return Err(Error::DeleteConflict("signing certificates"));
        }
        if !StoredSshPublicKey::list(tx, &owner).await?.is_empty() {
            return Err(Error::DeleteConflict("SSH public keys"));
        }
        if !MfaDevice::of(tx, &owner).await?.is_empty() {
            return Err(Error::DeleteConflict("MFA device"));
        }
        user.check_without_policies()?;
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

/// As listings show a user: without tags and boundary.
pub(super) fn listed(user: User) -> iam::User {
    iam::User { tags: None, permissions_boundary: None, ..described(user) }
}

fn described(user: User) -> iam::User {
    iam::User {
        arn: user.arn(),
        create_date: user.created,
        password_last_used: None,
        permissions_boundary: described_boundary(&user),
        path: user.path,
        tags: described_tags(user.tags),
        user_id: user.user_id,
        user_name: user.name,
    }
}

pub(super) fn described_root(account: &Account) -> iam::User {
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
