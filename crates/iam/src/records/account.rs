use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, PageOf, Record, Tx};

use crate::Error;
use crate::tags::Tags;

/// The organization: there is one, or none before the first start is done.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Organization {
    /// `o-...`
    pub id: String,
    pub management_account: AccountId,
    pub created: Timestamp,
}

impl Record for Organization {
    const KIND: &'static str = "organization";
    type Key = ();

    fn key(&self) {}

    fn encode_key((): &()) -> KeyBytes {
        KeyBytes::of("organization")
    }
}

impl Organization {
    /// The organization; an error before there is one.
    pub async fn get(tx: &mut Tx) -> Result<Self, Error> {
        tx.get::<Self>(&()).await?.ok_or(Error::NoOrganization)
    }

    pub fn arn(&self) -> String {
        format!("arn:{}:organizations::{}:organization/{}", arn::PARTITION, self.management_account, self.id)
    }

    pub fn account_arn(&self, account: AccountId) -> String {
        let Self { id, management_account, .. } = self;
        format!("arn:{}:organizations::{management_account}:account/{id}/{account}", arn::PARTITION)
    }
}

/// An account of the organization.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Account {
    pub id: AccountId,
    pub name: String,
    /// Unique in the organization, without regard to case. Accounts made by the operator may have none.
    pub email: Option<String>,
    pub joined: Timestamp,
    /// Whether the organization made it; otherwise it made the organization.
    pub created: bool,
    pub tags: Tags,
}

const BY_EMAIL: &str = "email";

impl Record for Account {
    const KIND: &'static str = "account";
    type Key = AccountId;

    fn key(&self) -> AccountId {
        self.id
    }

    fn encode_key(key: &AccountId) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        if let Some(email) = &self.email {
            out.unique(BY_EMAIL, email.to_lowercase());
        }
    }
}

impl Account {
    pub async fn exists(tx: &mut Tx, id: AccountId) -> Result<bool, Error> {
        Ok(tx.get::<Self>(&id).await?.is_some())
    }

    pub async fn with_email(tx: &mut Tx, email: &str) -> Result<Option<Self>, Error> {
        Ok(tx.get_by(BY_EMAIL, &email.to_lowercase()).await?)
    }

    pub async fn list(tx: &mut Tx, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list(&(), page).await?)
    }
}

/// How many users and roles an account has, for the quotas: counting them each time would read them all.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccountSummary {
    account: AccountId,
    users: u32,
    roles: u32,
}

impl Record for AccountSummary {
    const KIND: &'static str = "iam-account-summary";
    type Key = AccountId;

    fn key(&self) -> AccountId {
        self.account
    }

    fn encode_key(key: &AccountId) -> KeyBytes {
        KeyBytes::of(key)
    }
}

impl AccountSummary {
    const MAX_USERS: u32 = 5000;
    const MAX_ROLES: u32 = 1000;

    pub async fn count_user(tx: &mut Tx, account: AccountId) -> Result<(), Error> {
        let mut summary = Self::get(tx, account).await?;
        summary.users = one_more(summary.users, Self::MAX_USERS, "UsersPerAccount")?;
        Ok(tx.put(&summary).await?)
    }

    pub async fn discount_user(tx: &mut Tx, account: AccountId) -> Result<(), Error> {
        let mut summary = Self::get(tx, account).await?;
        summary.users = summary.users.saturating_sub(1);
        Ok(tx.put(&summary).await?)
    }

    pub async fn count_role(tx: &mut Tx, account: AccountId) -> Result<(), Error> {
        let mut summary = Self::get(tx, account).await?;
        summary.roles = one_more(summary.roles, Self::MAX_ROLES, "RolesPerAccount")?;
        Ok(tx.put(&summary).await?)
    }

    pub async fn discount_role(tx: &mut Tx, account: AccountId) -> Result<(), Error> {
        let mut summary = Self::get(tx, account).await?;
        summary.roles = summary.roles.saturating_sub(1);
        Ok(tx.put(&summary).await?)
    }

    async fn get(tx: &mut Tx, account: AccountId) -> Result<Self, Error> {
        Ok(tx.get(&account).await?.unwrap_or(Self { account, users: 0, roles: 0 }))
    }
}

fn one_more(count: u32, limit: u32, quota: &str) -> Result<u32, Error> {
    if count >= limit {
        return Err(Error::LimitExceeded(format!("Cannot exceed quota for {quota}: {limit}")));
    }
    Ok(count + 1)
}

/// A request to create an account, and what became of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccountCreation {
    /// `car-...`
    pub id: String,
    pub account_name: String,
    pub requested: Timestamp,
    pub outcome: Creation,
}

/// What became of a request to create an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Creation {
    Succeeded { account: AccountId },
    EmailAlreadyExists,
}

impl Record for AccountCreation {
    const KIND: &'static str = "account-creation";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }
}
