use std::collections::BTreeMap;

use arn::AccountId;
use aws_model::{Shape, iam};
use clock::Timestamp;
use gate::{ServiceEvent, View};
use secret::SecretString;
use serde_json::json;
use store::Tx;

use crate::genesis::Told;
use crate::operations::accounts::{ACCESS_ROLE, add_account};
use crate::records::{AccessKey, Account, Entity, Identity, Organization, Owner, Role, User};
use crate::tags::{self, Tags};
use crate::{Error, Iam, policy_document, principals, unique_id};

/// An account as it is to be.
pub struct AccountSeed {
    /// The account.
    pub id: AccountId,
    /// Its name.
    pub name: String,
    /// Its email address, unique in the organization.
    pub email: Option<String>,
    /// Users that it is to have, among others.
    pub users: Vec<UserSeed>,
    /// Roles that it is to have, among others.
    pub roles: Vec<RoleSeed>,
}

/// A user as it is to be.
pub struct UserSeed {
    /// The name.
    pub name: String,
    /// `/`, or `/division/team/`.
    pub path: String,
    /// Access keys that the user is to have. Others that it has stay.
    pub access_keys: Vec<AccessKeySeed>,
    /// All inline policies: documents by name.
    pub policies: BTreeMap<String, String>,
    /// All tags.
    pub tags: BTreeMap<String, String>,
}

/// An access key as it is to be.
pub struct AccessKeySeed {
    /// `AKIA` and 16 upper-case letters and digits.
    pub id: String,
    /// The secret access key.
    pub secret: SecretString,
}

/// A role as it is to be.
pub struct RoleSeed {
    /// The name.
    pub name: String,
    /// `/`, or `/division/team/`.
    pub path: String,
    /// Who may assume it.
    pub trust_policy: String,
    /// All inline policies: documents by name.
    pub policies: BTreeMap<String, String>,
    /// All tags.
    pub tags: BTreeMap<String, String>,
    /// In seconds, 3600 to 43200; 3600 when `None`.
    pub max_session_duration: Option<u32>,
}

/// Brings accounts to the declared state and says what was done: nothing, when they are there already.
///
/// What is missing is made; policies and tags of what exists become the declared ones; what is not named stays as it is. An account that
/// is made gets the same access role as one that CreateAccount makes. Paths cannot change.
///
/// Trust policies are bound last, to all who exist by then: they may name users and roles of each other's accounts, in any order. They may
/// also name some who do not exist; those names mean whoever gets them. A successor of somebody whom a policy was bound to is
/// trusted from here on, since the declaration names it.
///
/// Runs inside a gate `Duty`, which commits it together with its records.
pub async fn seed(
    iam: &Iam,
    view: &mut View,
    accounts: &[AccountSeed],
    now: Timestamp,
) -> Result<Vec<ServiceEvent>, Error> {
    let (tx, now) = (view.tx().await?, now.truncated_to_secs());
    let mut events = Vec::new();
    for account in accounts {
        let mut seeding = Seeding { iam, tx, account: account.id, now, events: &mut events };
        seeding.account(account).await.map_err(|error| seeding.at("", error))?;
        for user in &account.users {
            let item = format!(", user {}", user.name);
            seeding.user(user).await.map_err(|error| seeding.at(&item, error))?;
        }
        for role in &account.roles {
            let item = format!(", role {}", role.name);
            seeding.role(role).await.map_err(|error| seeding.at(&item, error))?;
        }
    }
    for account in accounts {
        let mut seeding = Seeding { iam, tx, account: account.id, now, events: &mut events };
        for role in &account.roles {
            seeding.bind(role).await?;
        }
    }
    Ok(events)
}

struct Seeding<'a> {
    iam: &'a Iam,
    tx: &'a mut Tx,
    account: AccountId,
    now: Timestamp,
    events: &'a mut Vec<ServiceEvent>,
}

impl Seeding<'_> {
    /// The error with the item that it is about, unless something inside failed.
    fn at(&self, item: &str, error: Error) -> Error {
        match error {
            Error::Store(_) | Error::Envelope(_) | Error::Corrupt { .. } => error,
            declared => {
                Error::Seed { item: format!("account {}{item}", self.account), why: declared.to_string() }
            }
        }
    }

    async fn account(&mut self, seed: &AccountSeed) -> Result<(), Error> {
        let organization = Organization::get(self.tx).await?;
        if let Some(email) = &seed.email
            && let Some(other) = Account::with_email(self.tx, email).await?
            && other.id != seed.id
        {
            return Err(Error::validation(format!(
                "the email address {email} belongs to account {}: give each account its own",
                other.id
            )));
        }
        let before: Option<Account> = self.tx.get(&seed.id).await?;
        let resource = organization.account_arn(seed.id);
        let details = json!({"accountName": seed.name});
        match before {
            None => {
                let account = Account {
                    id: seed.id,
                    name: seed.name.clone(),
                    email: seed.email.clone(),
                    joined: self.now,
                    created: true,
                    tags: Tags::new(),
                    parent: None,
                    closed: None,
                };
                add_account(self.iam, self.tx, &account, &organization, ACCESS_ROLE).await?;
                self.tell(Told::ACCOUNT, "CreateAccount", resource, details)
            }
            Some(mut account) if account.name != seed.name || account.email != seed.email => {
                account.name.clone_from(&seed.name);
                account.email.clone_from(&seed.email);
                self.tx.put(&account).await?;
                self.tell(Told::ACCOUNT, "UpdateAccount", resource, details)
            }
            Some(_) => Ok(()),
        }
    }

    async fn user(&mut self, seed: &UserSeed) -> Result<(), Error> {
        valid(iam::CreateUserRequest {
            path: Some(seed.path.clone()),
            permissions_boundary: None,
            tags: described(&seed.tags),
            user_name: seed.name.clone(),
        })?;
        check_policies(&seed.policies, User::MAX_POLICIES, &format!("user {}", seed.name))?;
        let tags = checked_tags(&seed.tags)?;
        let user = match User::find(self.tx, self.account, &seed.name).await? {
            None => {
                let random = &*self.iam.random;
                let mut user = User::new(random, self.account, &seed.path, &seed.name, self.now)?;
                user.policies.clone_from(&seed.policies);
                user.tags = tags;
                user.add(self.tx).await?;
                self.tell(Told::USER, "CreateUser", user.arn(), json!({"userId": user.user_id}))?;
                user
            }
            Some(user) if user.path != seed.path => return Err(other_path(&user.path)),
            Some(user) if user.policies == seed.policies && user.tags == tags => user,
            Some(mut user) => {
                user.policies.clone_from(&seed.policies);
                user.tags = tags;
                self.tx.put(&user).await?;
                self.tell(Told::USER, "UpdateUser", user.arn(), json!({"userId": user.user_id}))?;
                user
            }
        };
        for key in &seed.access_keys {
            self.access_key(&user, key).await?;
        }
        Ok(())
    }

    async fn access_key(&mut self, user: &User, seed: &AccessKeySeed) -> Result<(), Error> {
        let id = &seed.id;
        if !unique_id::is_long_term_access_key_id(id) {
            return Err(Error::validation(format!(
                "{id} is not an access key id: write AKIA and 16 upper-case letters and digits"
            )));
        }
        let secret = seed.secret.expose();
        if !(16..=128).contains(&secret.len()) || !secret.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Error::validation(format!(
                "the secret of access key {id} must have 16 to 128 printable characters and no spaces"
            )));
        }
        let owner = Owner::User { account: user.account, user_id: user.user_id.clone() };
        match self.tx.get::<AccessKey>(id).await? {
            Some(key) if key.owner != owner => Err(Error::validation(format!(
                "the access key id {id} belongs to somebody else: choose another"
            ))),
            Some(key) if key.secret(&self.iam.secrets)? != seed.secret => Err(Error::validation(format!(
                "the access key {id} exists with another secret: choose another id, or delete the access key"
            ))),
            Some(_) => Ok(()),
            None => {
                AccessKey::new(
                    id.clone(),
                    &seed.secret,
                    owner,
                    self.now,
                    &self.iam.secrets,
                    &*self.iam.random,
                )?
                .add(self.tx)
                .await?;
                let details = json!({"userName": user.name, "accessKeyId": id});
                self.tell(Told::ACCESS_KEY, "CreateAccessKey", user.arn(), details)
            }
        }
    }

    async fn role(&mut self, seed: &RoleSeed) -> Result<(), Error> {
        let max_session_duration = seed.max_session_duration.unwrap_or(Role::DEFAULT_SESSION_DURATION);
        valid(iam::CreateRoleRequest {
            assume_role_policy_document: seed.trust_policy.clone(),
            description: None,
            max_session_duration: Some(i32::try_from(max_session_duration).unwrap_or(i32::MAX)),
            path: Some(seed.path.clone()),
            permissions_boundary: None,
            role_name: seed.name.clone(),
            tags: described(&seed.tags),
        })?;
        check_policies(&seed.policies, Role::MAX_POLICIES, &format!("role {}", seed.name))?;
        let tags = checked_tags(&seed.tags)?;
        policy_document::check_trust(&seed.trust_policy)?;
        match Role::find(self.tx, self.account, &seed.name).await? {
            None => {
                let (random, trust_policy) = (&*self.iam.random, &seed.trust_policy);
                let mut role =
                    Role::new(random, self.account, &seed.path, &seed.name, trust_policy, self.now)?;
                role.max_session_duration = max_session_duration;
                role.policies.clone_from(&seed.policies);
                role.tags = tags;
                role.add(self.tx).await?;
                self.tell(Told::ROLE, "CreateRole", role.arn(), json!({"roleId": role.role_id}))
            }
            Some(role) if role.path != seed.path => Err(other_path(&role.path)),
            Some(role)
                if role.policies == seed.policies
                    && role.tags == tags
                    && role.trust_policy == seed.trust_policy
                    && role.max_session_duration == max_session_duration =>
            {
                Ok(())
            }
            Some(mut role) => {
                role.policies.clone_from(&seed.policies);
                role.tags = tags;
                role.trust_policy.clone_from(&seed.trust_policy);
                role.max_session_duration = max_session_duration;
                self.tx.put(&role).await?;
                self.tell(Told::ROLE, "UpdateRole", role.arn(), json!({"roleId": role.role_id}))
            }
        }
    }

    /// Binds the role's trust policy to those who exist now.
    async fn bind(&mut self, seed: &RoleSeed) -> Result<(), Error> {
        let names = iam_policy::named_principals(&seed.trust_policy)?;
        let bound = principals::named(self.tx, &names).await?.unique_ids;
        let Some(mut role) = Role::find(self.tx, self.account, &seed.name).await? else { return Ok(()) };
        if role.bound == bound {
            return Ok(());
        }
        role.bound = bound;
        self.tx.put(&role).await?;
        let arn = role.arn();
        if self.events.iter().any(|event| event.resource == arn) {
            return Ok(());
        }
        self.tell(Told::ROLE, "UpdateRole", arn, json!({"roleId": role.role_id}))
    }

    fn tell(
        &mut self,
        told: Told,
        name: &'static str,
        resource: String,
        details: serde_json::Value,
    ) -> Result<(), Error> {
        self.events.push(told.event(name, self.account, resource, details)?);
        Ok(())
    }
}

/// Checks what the service description says of the request that would make this.
fn valid<I: Shape>(request: I) -> Result<(), Error> {
    aws_model::validate(I::SCHEMA, &request.into_document())
        .map_err(|error| Error::validation(error.to_string()))
}

fn check_policies(policies: &BTreeMap<String, String>, limit: usize, owner: &str) -> Result<(), Error> {
    for (name, document) in policies {
        valid(iam::PutRolePolicyRequest {
            policy_document: document.clone(),
            policy_name: name.clone(),
            role_name: "name".to_owned(),
        })
        .and_then(|()| policy_document::check_inline(&BTreeMap::new(), name, document, limit, owner))
        .map_err(|error| Error::validation(format!("policy {name}: {error}")))?;
    }
    // All are known to be policies now; what is left is the quota of all together.
    match policies.first_key_value() {
        Some((name, document)) => policy_document::check_inline(policies, name, document, limit, owner),
        None => Ok(()),
    }
}

fn checked_tags(tags: &BTreeMap<String, String>) -> Result<Tags, Error> {
    let pairs = tags.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    tags::checked(pairs).map_err(Error::validation)
}

fn described(tags: &BTreeMap<String, String>) -> Option<Vec<iam::Tag>> {
    Some(tags.iter().map(|(key, value)| iam::Tag { key: key.clone(), value: value.clone() }).collect())
}

fn other_path(path: &str) -> Error {
    Error::validation(format!(
        "it exists with the path {path}, which cannot change: declare that path, or delete it first"
    ))
}
