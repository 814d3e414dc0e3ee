//! Everybody who could call, with all their policies: for questions about all of them at once. Read from the store, without keys.

mod attachable;
mod resources;

use std::sync::Arc;

use arn::AccountId;
use audit_event::{IdentityType, UserIdentity};
use gate::{Caller, CallerKeys, Membership};
use iam_policy::{Policy, PolicyKind, Principal};
use store::{Page, Record, Store};

use crate::Error;
use crate::identity_policies::{Gathered, OwnPolicies, PolicyCaches};
use crate::membership::Memberships;
use crate::records::{Account, Entity, Group, Identity, ManagedPolicy, Role, User};

pub use attachable::Attachable;
pub use resources::StoredResource;

/// The users and roles of all accounts, as callers, and the texts of their policies.
pub struct Inventory {
    store: Store,
    policies: PolicyCaches,
    memberships: Memberships,
}

/// A policy as it is stored.
#[derive(Debug, Clone)]
pub struct StoredPolicy {
    /// The ARN of the managed policy, or of the user, group or role that has it.
    pub arn: String,
    /// The name of an inline policy; `trust policy` of a role's.
    pub name: Option<String>,
    /// Its kind.
    pub kind: PolicyKind,
    /// The document.
    pub text: String,
}

/// A role, for those who ask who could assume it.
pub struct StoredRole {
    /// The account.
    pub account: AccountId,
    /// The trust policy, bound to those whom it named.
    pub trust_policy: Arc<Policy>,
    /// Its tags.
    pub tags: Vec<(String, String)>,
}

/// How the session of a role is called that stands for all of them: as none can be.
pub const ANY_SESSION: &str = "*";

const PAGE: usize = 500;

impl Inventory {
    /// Of what `store` holds.
    pub fn new(store: &Store) -> Self {
        Self {
            store: store.clone(),
            policies: PolicyCaches::new(store),
            memberships: Memberships::new(store),
        }
    }

    /// All accounts.
    pub async fn accounts(&self) -> Result<Vec<AccountId>, Error> {
        let accounts: Vec<Account> = self.all(&()).await?;
        Ok(accounts.into_iter().map(|account| account.id).collect())
    }

    /// What the organization says of an account.
    pub async fn membership(&self, account: AccountId) -> Result<Arc<Membership>, Error> {
        self.memberships.of(account).await
    }

    /// The root, the users and the roles of an account. A role is there as one session of it, without session policy and session tags.
    pub async fn callers(&self, account: AccountId) -> Result<Vec<Caller>, Error> {
        let membership = self.membership(account).await?;
        let mut callers = vec![root(account, &membership)];
        let mut tx = self.store.begin().await?;
        for user in User::list(&mut tx, account, Page::all()).await?.items {
            let groups: Vec<String> = user.groups.iter().cloned().collect();
            let (own, gathered) = self.policies_of(&user, &groups).await?;
            let arn: arn::Arn = parsed(&user.arn())?;
            let mut identity = UserIdentity::new(IdentityType::IamUser);
            identity.arn = Some(arn.as_str().into());
            callers.push(Caller {
                principal: Principal::User { account, arn },
                user_id: user.user_id.clone(),
                identity,
                tags: user.tags.into_iter().collect(),
                identity_policies: gathered.identity_policies(&own),
                boundary: gathered.boundary(),
                ..root(account, &membership)
            });
        }
        for role in Role::list(&mut tx, account, Page::all()).await?.items {
            let (own, gathered) = self.policies_of(&role, &[]).await?;
            let session =
                format!("arn:{}:sts::{account}:assumed-role/{}/{ANY_SESSION}", arn::PARTITION, role.name);
            let (role_arn, session_arn) = (parsed(&role.arn())?, parsed(&session)?);
            let mut identity = UserIdentity::new(IdentityType::AssumedRole);
            identity.arn = Some(session.as_str().into());
            callers.push(Caller {
                principal: Principal::AssumedRole { account, role_arn, session_arn },
                user_id: format!("{}:{ANY_SESSION}", role.role_id),
                identity,
                tags: role.tags.into_iter().collect(),
                identity_policies: gathered.identity_policies(&own),
                boundary: gathered.boundary(),
                ..root(account, &membership)
            });
        }
        Ok(callers)
    }

    /// The role with this ARN.
    pub async fn role(&self, arn: &str) -> Result<Option<StoredRole>, Error> {
        let Ok(parsed) = arn.parse::<arn::Arn>() else { return Ok(None) };
        let name = parsed.resource().strip_prefix("role/").and_then(|path| path.rsplit('/').next());
        let (Some(account), Some(name)) = (parsed.account_id(), name) else { return Ok(None) };
        let mut tx = self.store.begin().await?;
        let found = Role::find(&mut tx, account, name).await?.filter(|role| role.arn() == arn);
        let Some(role) = found else { return Ok(None) };
        let policy = Policy::parse(&role.trust_policy, PolicyKind::Trust)
            .map_err(|error| Error::corrupt(format!("trust policy of {arn}"), error))?
            .bind(&role.bound);
        Ok(Some(StoredRole {
            account,
            trust_policy: Arc::new(policy),
            tags: role.tags.into_iter().collect(),
        }))
    }

    /// All policies of users, groups and roles, trust policies and managed policies of an account.
    pub async fn policies(&self, account: AccountId) -> Result<Vec<StoredPolicy>, Error> {
        let mut tx = self.store.begin().await?;
        let mut policies = Vec::new();
        for user in User::list(&mut tx, account, Page::all()).await?.items {
            inline(&user, &mut policies);
        }
        for group in Group::list(&mut tx, account, Page::all()).await?.items {
            inline(&group, &mut policies);
        }
        for role in Role::list(&mut tx, account, Page::all()).await?.items {
            inline(&role, &mut policies);
            policies.push(StoredPolicy {
                arn: role.arn(),
                name: Some("trust policy".to_owned()),
                kind: PolicyKind::Trust,
                text: role.trust_policy,
            });
        }
        for policy in ManagedPolicy::list(&mut tx, account, Page::all()).await?.items {
            let text = policy.document()?.to_owned();
            policies.push(StoredPolicy { arn: policy.arn(), name: None, kind: PolicyKind::Identity, text });
        }
        Ok(policies)
    }

    /// Whether what a principal element names under `AWS` is there: an account, user or role; of a session, its role.
    pub async fn exists(&self, named: &str) -> Result<bool, Error> {
        let mut tx = self.store.begin().await?;
        if let Ok(account) = named.parse::<AccountId>() {
            return Ok(tx.get::<Account>(&account).await?.is_some());
        }
        // "*", and unique ids, which stand for those who are gone.
        let Ok(arn) = named.parse::<arn::Arn>() else { return Ok(true) };
        let Some(account) = arn.account_id() else { return Ok(true) };
        let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        match (arn.service(), arn.resource().split_once('/')) {
            ("iam", None) => Ok(tx.get::<Account>(&account).await?.is_some()),
            ("iam", Some(("user", path))) => {
                Ok(User::find(&mut tx, account, &last(path)).await?.is_some_and(|user| user.arn() == named))
            }
            ("iam", Some(("role", path))) => {
                Ok(Role::find(&mut tx, account, &last(path)).await?.is_some_and(|role| role.arn() == named))
            }
            ("sts", Some(("assumed-role", rest))) => {
                let role = rest.split('/').next().unwrap_or_default();
                Ok(Role::find(&mut tx, account, role).await?.is_some())
            }
            _ => Ok(true),
        }
    }

    async fn policies_of<P: Identity>(
        &self,
        owner: &P,
        groups: &[String],
    ) -> Result<(OwnPolicies, Gathered), Error> {
        let own = OwnPolicies::of(owner)?;
        let missing =
            || Error::corrupt(format!("policies of {}", owner.arn()), "a policy or group is missing");
        let gathered = self.policies.gather(&own, groups).await?.ok_or_else(missing)?;
        Ok((own, gathered))
    }

    async fn all<R: Record>(&self, prefix: &impl store::KeyParts) -> Result<Vec<R>, Error> {
        let mut tx = self.store.begin().await?;
        let (mut all, mut page) = (Vec::new(), Page::first(PAGE));
        loop {
            let found = tx.list::<R>(prefix, page).await?;
            all.extend(found.items);
            match found.next {
                Some(cursor) => page = Page::after(cursor, PAGE),
                None => return Ok(all),
            }
        }
    }
}

fn inline<P: Identity>(owner: &P, policies: &mut Vec<StoredPolicy>) {
    policies.extend(owner.inline().iter().map(|(name, text)| StoredPolicy {
        arn: owner.arn(),
        name: Some(name.clone()),
        kind: PolicyKind::Identity,
        text: text.clone(),
    }));
}

fn root(account: AccountId, membership: &Arc<Membership>) -> Caller {
    let mut identity = UserIdentity::new(IdentityType::Root);
    identity.arn = Some(account.root_arn().as_str().into());
    Caller {
        principal: Principal::Root { account },
        account,
        access_key_id: String::new(),
        user_id: account.to_string(),
        identity,
        tags: Vec::new(),
        identity_policies: Vec::new(),
        boundary: None,
        session: None,
        membership: Arc::clone(membership),
        keys: CallerKeys::default(),
    }
}

fn parsed(text: &str) -> Result<arn::Arn, Error> {
    text.parse().map_err(|error| Error::corrupt(format!("name {text}"), error))
}
