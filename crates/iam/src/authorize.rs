//! The questions that operations on users, roles and accounts raise.
//!
//! Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Identity and Access Management".

use arn::AccountId;
use gate::{Caller, Question, Resolved, View};
use iam_policy::Principal;

use crate::Error;
use crate::records::{Owner, Role, User};
use crate::tags::{self, Tags};

const USER: &str = "AWS::IAM::User";
const ROLE: &str = "AWS::IAM::Role";

/// Whom an operation on a user is about.
pub enum Subject {
    /// The account's root, which calls for itself.
    Root(AccountId),
    /// A user of the caller's account.
    User(User),
    /// No such user. Who may ask for it learns that it does not exist, everybody else that it is forbidden.
    Missing { account: AccountId, name: String },
}

impl Subject {
    /// The user of this name; the caller itself when there is no name, as AWS has it for most operations.
    pub async fn of(view: &mut View, caller: &Caller, name: Option<&str>) -> Result<Self, Error> {
        let account = caller.account;
        let found = match (name, &caller.principal) {
            (Some(name), _) => User::find(view.tx().await?, account, name).await?,
            (None, Principal::Root { .. }) => return Ok(Self::Root(account)),
            (None, Principal::User { .. }) => view.tx().await?.get::<User>(&caller.user_id).await?,
            (None, _) => {
                return Err(Error::validation(
                    "Must specify userName when calling with non-User credentials",
                ));
            }
        };
        let missing = || {
            let own_name = caller.identity.user_name.as_ref().map(ToString::to_string);
            Self::Missing { account, name: name.map(str::to_owned).or(own_name).unwrap_or_default() }
        };
        Ok(found.map_or_else(missing, Self::User))
    }

    /// One question about the subject.
    pub fn ask(self, action: &'static str) -> Resolved<Self> {
        let question = match &self {
            Self::Root(account) => Question::new(action, account.root_arn(), *account),
            Self::User(user) => {
                let mut question = Question::new(action, user.arn(), user.account);
                tags::insert_resource_tags(&mut question.context, &user.tags);
                question
            }
            Self::Missing { account, name } => {
                Question::new(action, User::arn_of(*account, "/", name), *account)
            }
        };
        Resolved::one(self, question.recorded_as(USER))
    }

    /// The user; an error when it is the root or does not exist.
    pub fn into_user(self) -> Result<User, Error> {
        match self {
            Self::User(user) => Ok(user),
            Self::Root(_) => Err(Error::no_such_user("root")),
            Self::Missing { name, .. } => Err(Error::no_such_user(&name)),
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

/// One question about the role of this name, which may not exist; see [`Subject::Missing`].
pub(crate) async fn ask_role(
    view: &mut View,
    caller: &Caller,
    name: &str,
    action: &'static str,
) -> Result<Resolved<Option<Role>>, Error> {
    let role = Role::find(view.tx().await?, caller.account, name).await?;
    let arn = role.as_ref().map_or_else(|| Role::arn_of(caller.account, "/", name), Role::arn);
    let mut question = Question::new(action, arn, caller.account).recorded_as(ROLE);
    if let Some(role) = &role {
        tags::insert_resource_tags(&mut question.context, &role.tags);
    }
    Ok(Resolved::one(role, question))
}

/// The questions about a user or role that is to be made: whether it may be made, and whether tags may be given to it.
pub(crate) struct Creation {
    pub create: &'static str,
    pub tag: &'static str,
    pub arn: String,
    pub resource_type: &'static str,
}

impl Creation {
    pub fn user(arn: String) -> Self {
        Self { create: "iam:CreateUser", tag: "iam:TagUser", arn, resource_type: USER }
    }

    pub fn role(arn: String) -> Self {
        Self { create: "iam:CreateRole", tag: "iam:TagRole", arn, resource_type: ROLE }
    }

    pub fn ask(self, account: AccountId, tags: Tags) -> Resolved<Tags> {
        let ask = |action| {
            let mut question = Question::new(action, self.arn.clone(), account);
            tags::insert_request_tags(&mut question.context, &tags);
            question
        };
        let mut questions = vec![ask(self.create).recorded_as(self.resource_type)];
        if !tags.is_empty() {
            questions.push(ask(self.tag));
        }
        Resolved { target: Some(tags), questions }
    }
}

/// One question about all users or roles below a path: `kind` is `user` or `role`.
///
/// The reference gives these actions no resource type; AWS judges them on the ARN that ends with the path.
pub(crate) fn ask_list(caller: &Caller, action: &'static str, kind: &str, path_prefix: &str) -> Resolved<()> {
    let account = caller.account;
    let arn = format!("arn:{}:iam::{account}:{kind}{path_prefix}", arn::PARTITION);
    Resolved::one((), Question::new(action, arn, account))
}
