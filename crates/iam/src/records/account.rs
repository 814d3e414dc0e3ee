use std::collections::BTreeSet;
use std::time::Duration;

use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, PageOf, Record, Tx};

use super::control_policy::ControlType;
use super::entity::cursor;
use crate::Error;
use crate::tags::Tags;

/// The organization: there is one, or none before the first start is done.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Organization {
    /// `o-...`
    pub id: String,
    pub management_account: AccountId,
    pub created: Timestamp,
    /// The types of policies that are enabled in the root.
    #[serde(default = "enabled_from_the_start")]
    pub enabled: BTreeSet<ControlType>,
    /// The root's tags.
    #[serde(default)]
    pub root_tags: Tags,
    /// What of centralized root access is enabled.
    #[serde(default)]
    pub root_access: BTreeSet<RootFeature>,
}

/// A part of centralized root access: what the management account may do in the name of the roots of member accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RootFeature {
    CredentialsManagement,
    Sessions,
}

/// An organization with all features has service control policies from the start (Organizations API Reference, "CreateOrganization").
pub(crate) fn enabled_from_the_start() -> BTreeSet<ControlType> {
    BTreeSet::from([ControlType::Service])
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
    /// The organizational unit that it is in, by id; `None`: the root.
    #[serde(default)]
    pub parent: Option<String>,
    /// When it was closed.
    #[serde(default)]
    pub closed: Option<Timestamp>,
}

const BY_EMAIL: &str = "email";

/// How many accounts are read at once where only some are looked for.
const AT_ONCE: usize = 100;

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

    /// The accounts in a unit, or right in the root, by id. It reads all accounts: those of an organization that is older than units are not
    /// indexed by them.
    pub async fn within(tx: &mut Tx, unit: Option<&str>) -> Result<Vec<Self>, Error> {
        let all = Self::list(tx, Page::all()).await?.items;
        Ok(all.into_iter().filter(|account| account.parent.as_deref() == unit).collect())
    }

    /// The first of them behind the account of this id, by id, and no more than `wanted`. It reads no account before.
    pub async fn within_behind(
        tx: &mut Tx,
        unit: Option<&str>,
        behind: Option<AccountId>,
        wanted: usize,
    ) -> Result<Vec<Self>, Error> {
        let mut from = behind.map(|id| cursor(&Self::encode_key(&id)));
        let mut found = Vec::new();
        loop {
            let page = Self::list(tx, Page { after: from, limit: AT_ONCE }).await?;
            let within = page.items.into_iter().filter(|account| account.parent.as_deref() == unit);
            found.extend(within.take(wanted.saturating_sub(found.len())));
            from = page.next;
            if from.is_none() || found.len() >= wanted {
                return Ok(found);
            }
        }
    }

    pub async fn list(tx: &mut Tx, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list(&(), page).await?)
    }
}

/// How many users, roles and so on an account has, for the quotas: counting them each time would read them all.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccountSummary {
    account: AccountId,
    pub users: u32,
    pub roles: u32,
    #[serde(default)]
    pub groups: u32,
    /// Of the account's own; AWS's do not count.
    #[serde(default)]
    pub policies: u32,
    #[serde(default)]
    pub instance_profiles: u32,
    #[serde(default)]
    pub mfa_devices: u32,
}

/// What an [`AccountSummary`] counts.
#[derive(Debug, Clone, Copy)]
pub enum Counted {
    Users,
    Roles,
    Groups,
    Policies,
    InstanceProfiles,
    MfaDevices,
}

impl Counted {
    /// How many an account can have, and AWS's name for it.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS quotas".
    pub fn quota(self) -> (u32, &'static str) {
        match self {
            Self::Users => (5000, "UsersPerAccount"),
            Self::Roles => (1000, "RolesPerAccount"),
            Self::Groups => (300, "GroupsPerAccount"),
            Self::Policies => (1500, "PoliciesPerAccount"),
            Self::InstanceProfiles => (1000, "InstanceProfilesPerAccount"),
            // As many as users.
            Self::MfaDevices => (5000, "MFADevicesPerAccount"),
        }
    }
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
    /// Counts one more, if the account may have it.
    pub async fn count(tx: &mut Tx, account: AccountId, what: Counted) -> Result<(), Error> {
        let mut summary = Self::get(tx, account).await?;
        let (limit, quota) = what.quota();
        let count = summary.of(what);
        if *count >= limit {
            return Err(Error::LimitExceeded(format!("Cannot exceed quota for {quota}: {limit}")));
        }
        *count += 1;
        Ok(tx.put(&summary).await?)
    }

    /// Counts one less.
    pub async fn discount(tx: &mut Tx, account: AccountId, what: Counted) -> Result<(), Error> {
        let mut summary = Self::get(tx, account).await?;
        let count = summary.of(what);
        *count = count.saturating_sub(1);
        Ok(tx.put(&summary).await?)
    }

    pub async fn get(tx: &mut Tx, account: AccountId) -> Result<Self, Error> {
        let none = Self {
            account,
            users: 0,
            roles: 0,
            groups: 0,
            policies: 0,
            instance_profiles: 0,
            mfa_devices: 0,
        };
        Ok(tx.get(&account).await?.unwrap_or(none))
    }

    fn of(&mut self, what: Counted) -> &mut u32 {
        match what {
            Counted::Users => &mut self.users,
            Counted::Roles => &mut self.roles,
            Counted::Groups => &mut self.groups,
            Counted::Policies => &mut self.policies,
            Counted::InstanceProfiles => &mut self.instance_profiles,
            Counted::MfaDevices => &mut self.mfa_devices,
        }
    }
}

/// The name that an account has beside its id. An account has one at most, and no two accounts have the same.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccountAlias {
    pub account: AccountId,
    pub alias: String,
}

const BY_ALIAS: &str = "alias";

impl Record for AccountAlias {
    const KIND: &'static str = "iam-account-alias";
    type Key = AccountId;

    fn key(&self) -> AccountId {
        self.account
    }

    fn encode_key(key: &AccountId) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.unique(BY_ALIAS, &self.alias);
    }
}

impl AccountAlias {
    /// Whose alias it is.
    pub async fn find(tx: &mut Tx, alias: &str) -> Result<Option<Self>, Error> {
        Ok(tx.get_by(BY_ALIAS, &alias).await?)
    }
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

/// The last credential report of an account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CredentialReport {
    pub account: AccountId,
    pub generated: Timestamp,
    /// Comma-separated values.
    pub content: String,
}

impl Record for CredentialReport {
    const KIND: &'static str = "iam-credential-report";
    type Key = AccountId;

    fn key(&self) -> AccountId {
        self.account
    }

    fn encode_key(key: &AccountId) -> KeyBytes {
        KeyBytes::of(key)
    }
}

impl CredentialReport {
    /// Whether it is young enough to be given out: less than four hours, as AWS has it.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now < self.generated.plus(Duration::from_secs(4 * 60 * 60))
    }
}
