//! The questions that operations on users, roles, policies and so on raise.
//!
//! Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity and Access Management".

use arn::AccountId;
use gate::{Caller, Question, Resolved, View};
use iam_policy::{Context, Principal};

use crate::Error;
use crate::records::{Entity, Owner, User};
use crate::tags::{self, Tags};

/// What an operation names. Who may ask for it learns that it does not exist, everybody else that it is forbidden.
pub(crate) enum Named<E> {
    Found(E),
    /// Nothing is called so: a name, or a policy's ARN.
    Missing(String),
}

impl<E: Entity> Named<E> {
    /// The caller's account's thing of this reference; see [`Entity::find`].
    pub async fn of(view: &mut View, caller: &Caller, reference: &str) -> Result<Self, Error> {
        let found = E::find(view.tx().await?, caller.account, reference).await?;
        Ok(found.map_or_else(|| Self::Missing(reference.to_owned()), Self::Found))
    }

    /// A question about it.
    pub fn question(&self, action: &'static str, account: AccountId) -> Question {
        match self {
            Self::Found(entity) => question(action, entity),
            Self::Missing(reference) => Question::new(action, E::missing_arn(account, reference), account)
                .recorded_as(E::RESOURCE_TYPE),
        }
    }

    /// The question about the name and path that it is to have, when it moves: who renames needs the permission on both.
    ///
    /// Source: IAM API Reference, "UpdateUser" and "UpdateGroup".
    pub fn moved(&self, action: &'static str, path: Option<&str>, name: Option<&str>) -> Option<Question> {
        let Self::Found(entity) = self else { return None };
        let arn = E::arn_of(entity.account(), path.unwrap_or(entity.path()), name.unwrap_or(entity.name()));
        (arn != entity.arn()).then(|| Question {
            resource: arn,
            resource_type: None,
            ..question(action, entity)
        })
    }

    /// The thing; an error when there is none.
    pub fn found(self) -> Result<E, Error> {
        match self {
            Self::Found(entity) => Ok(entity),
            Self::Missing(reference) => Err(E::missing(&reference)),
        }
    }
}

/// A question about a thing that there is.
pub(crate) fn question<E: Entity>(action: &'static str, entity: &E) -> Question {
    let mut question = Question::new(action, entity.arn(), entity.account()).recorded_as(E::RESOURCE_TYPE);
    insert_entity(&mut question.context, action, entity.tags(), entity.boundary());
    question
}

/// The condition keys of a thing with these tags and this boundary, in questions about the action.
pub(crate) fn insert_entity(
    context: &mut Context,
    action: &str,
    tags: Option<&Tags>,
    boundary: Option<&str>,
) {
    if let Some(tags) = tags {
        tags::insert_resource_tags(context, tags);
    }
    if let Some(boundary) = boundary.filter(|_| knows_boundary(action)) {
        insert_boundary(context, boundary);
    }
}

/// Whether the action has the condition key `iam:PermissionsBoundary`. The two that make users and roles have it too.
fn knows_boundary(action: &str) -> bool {
    let change = action.strip_prefix("iam:").unwrap_or_default();
    let policies = ["UserPolicy", "RolePolicy"].iter().any(|policy| {
        let verb = change.strip_suffix(policy);
        verb.is_some_and(|verb| ["Attach", "Detach", "Put", "Delete"].contains(&verb))
    });
    policies || change.ends_with("PermissionsBoundary")
}

/// The condition key of the boundary that a user or role has, or is to get.
pub(crate) fn insert_boundary(context: &mut Context, policy_arn: &str) {
    context.insert("iam:PermissionsBoundary", policy_arn.to_owned());
}

/// The condition key of a policy that is to be attached or detached.
pub(crate) fn insert_policy(context: &mut Context, policy_arn: &str) {
    context.insert("iam:PolicyARN", policy_arn.to_owned());
}

/// Whom an operation on a user is about that need not name one.
pub enum Subject {
    /// The account's root, which calls for itself.
    Root(AccountId),
    /// A user of this name in the caller's account.
    User(AccountId, NamedUser),
}

/// A user, found or not.
pub struct NamedUser(Box<Named<User>>);

impl NamedUser {
    /// See [`Named::moved`].
    pub fn moved(&self, action: &'static str, path: Option<&str>, name: Option<&str>) -> Option<Question> {
        self.0.moved(action, path, name)
    }
}

impl Subject {
    /// The user of this name; the caller itself when there is no name, as AWS has it for most operations.
    pub async fn of(view: &mut View, caller: &Caller, name: Option<&str>) -> Result<Self, Error> {
        let account = caller.account;
        let named = match (name, &caller.principal) {
            (Some(name), principal) => match Named::of(view, caller, name).await? {
                // The root calls itself as answers call it, where a name must be given.
                Named::Missing(name) if name == ROOT_NAME && matches!(principal, Principal::Root { .. }) => {
                    return Ok(Self::Root(account));
                }
                named => named,
            },
            (None, Principal::Root { .. }) => return Ok(Self::Root(account)),
            (None, Principal::User { .. }) => {
                let own_name = || caller.identity.user_name.as_ref().map(ToString::to_string);
                let found = view.tx().await?.get::<User>(&caller.user_id).await?;
                found.map_or_else(|| Named::Missing(own_name().unwrap_or_default()), Named::Found)
            }
            (None, _) => {
                return Err(Error::validation(
                    "Must specify userName when calling with non-User credentials",
                ));
            }
        };
        Ok(Self::User(account, NamedUser(Box::new(named))))
    }

    /// One question about the subject.
    pub fn ask(self, action: &'static str) -> Resolved<Self> {
        let question = match &self {
            Self::Root(account) => {
                Question::new(action, account.root_arn(), *account).recorded_as(User::RESOURCE_TYPE)
            }
            Self::User(account, NamedUser(named)) => named.question(action, *account),
        };
        Resolved::one(self, question)
    }

    /// The user; an error when it is the root or does not exist.
    pub fn into_user(self) -> Result<User, Error> {
        match self {
            Self::User(_, NamedUser(named)) => named.found(),
            Self::Root(_) => Err(User::missing(ROOT_NAME)),
        }
    }

    /// Whose access keys an operation is about, and the name that answers give the owner.
    pub fn into_key_owner(self) -> Result<(Owner, String), Error> {
        match self {
            Self::Root(account) => Ok((Owner::Root { account }, ROOT_NAME.to_owned())),
            subject => {
                let User { account, user_id, name, .. } = subject.into_user()?;
                Ok((Owner::User { account, user_id }, name))
            }
        }
    }
}

/// The name that answers give the account root.
pub(crate) const ROOT_NAME: &str = "root";

/// The questions about a thing that is to be made: whether it may be made, and whether tags may be given to it.
pub(crate) struct Creation {
    create: &'static str,
    tag: &'static str,
    arn: String,
    resource_type: &'static str,
}

impl Creation {
    /// Of a thing of this kind, path and name; `tag` is the action that gives it tags.
    pub fn of<E: Entity>(
        create: &'static str,
        tag: &'static str,
        account: AccountId,
        path: &str,
        name: &str,
    ) -> Self {
        Self { create, tag, arn: E::arn_of(account, path, name), resource_type: E::RESOURCE_TYPE }
    }

    pub fn ask(self, account: AccountId, tags: Tags, boundary: Option<&str>) -> Resolved<Tags> {
        let ask = |action| {
            let mut question = Question::new(action, self.arn.clone(), account);
            tags::insert_request_tags(&mut question.context, &tags);
            question
        };
        let mut create = ask(self.create).recorded_as(self.resource_type);
        if let Some(boundary) = boundary {
            insert_boundary(&mut create.context, boundary);
        }
        let mut questions = vec![create];
        if !tags.is_empty() {
            questions.push(ask(self.tag));
        }
        Resolved { target: Some(tags), questions }
    }
}

/// One question about all things of one kind below a path: `kind` is `user`, `role` and so on.
///
/// The reference gives these actions no resource type; AWS judges them on the ARN that ends with the path.
pub(crate) fn ask_list(caller: &Caller, action: &'static str, kind: &str, path_prefix: &str) -> Resolved<()> {
    let account = caller.account;
    let arn = format!("arn:{}:iam::{account}:{kind}{path_prefix}", arn::PARTITION);
    Resolved::one((), Question::new(action, arn, account))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_with_the_boundary_as_a_condition_key() {
        for action in [
            "iam:AttachUserPolicy",
            "iam:DeleteRolePolicy",
            "iam:PutRolePolicy",
            "iam:DetachRolePolicy",
            "iam:DeleteUserPermissionsBoundary",
            "iam:PutRolePermissionsBoundary",
        ] {
            assert!(knows_boundary(action), "{action}");
        }
        for action in ["iam:GetUser", "iam:GetUserPolicy", "iam:PutGroupPolicy", "iam:UpdateUser"] {
            assert!(!knows_boundary(action), "{action}");
        }
    }
}
