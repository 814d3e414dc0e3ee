use std::collections::BTreeMap;

use arn::{AccountId, Arn};
use clock::Timestamp;
use envelope::Random;
use serde::{Deserialize, Serialize};
use store::{KeyBytes, Page, PageOf, Record, Tx};

use super::entity::{Entity, Taggable, Usage, from_fields};
use super::{AccountSummary, Counted};
use crate::aws_managed::{self, AwsManaged};
use crate::tags::Tags;
use crate::{Error, unique_id};

/// A managed policy: of an account, or one of AWS's as an account sees it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ManagedPolicy {
    /// `ANPA...`; never used again.
    pub policy_id: String,
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    pub created: Timestamp,
    /// When a version was made, or another made the default.
    pub updated: Timestamp,
    pub description: Option<String>,
    /// The number of the version that is in force; it exists.
    pub default_version: u32,
    /// The greatest number that a version ever had: numbers are not used again.
    pub last_version: u32,
    /// By number.
    pub versions: BTreeMap<u32, PolicyVersion>,
    pub tags: Tags,
    /// AWS's: part of the program, never stored.
    #[serde(skip)]
    pub aws: bool,
}

/// A version of a managed policy.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PolicyVersion {
    pub document: String,
    pub created: Timestamp,
}

impl Record for ManagedPolicy {
    const KIND: &'static str = "iam-managed-policy";
    // The name in lower case.
    type Key = (AccountId, String);

    fn key(&self) -> Self::Key {
        (self.account, self.name.to_lowercase())
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(&(key.0, &key.1))
    }
}

impl Entity for ManagedPolicy {
    const RESOURCE: &'static str = "policy";
    const RESOURCE_TYPE: &'static str = "AWS::IAM::Policy";

    from_fields!(policy_id, tags);

    fn arn(&self) -> String {
        if self.aws {
            return format!("{}{}{}", aws_managed::ARN_PREFIX, self.path, self.name);
        }
        Self::arn_of(self.account, &self.path, &self.name)
    }

    fn missing_arn(_: AccountId, arn: &str) -> String {
        arn.to_owned()
    }

    async fn find(tx: &mut Tx, account: AccountId, arn: &str) -> Result<Option<Self>, Error> {
        match PolicyKey::read(arn) {
            Some(PolicyKey::Aws(policy)) => Ok(Some(policy.seen_by(account))),
            Some(PolicyKey::Own(key)) if key.0 == account => {
                Ok(tx.get::<Self>(&key).await?.filter(|policy| policy.arn() == arn))
            }
            _ => Ok(None),
        }
    }

    async fn list(tx: &mut Tx, account: AccountId, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list(&account, page).await?)
    }

    fn missing(arn: &str) -> Error {
        Error::NotThere(format!("Policy {arn} was not found."))
    }
}

impl Taggable for ManagedPolicy {
    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

impl ManagedPolicy {
    /// The quota of versions.
    pub const MAX_VERSIONS: usize = 5;
    /// The quota of each version, in characters without white space.
    pub const MAX_SIZE: usize = 6144;

    /// A policy with one version.
    pub fn new(
        random: &dyn Random,
        account: AccountId,
        path: &str,
        name: &str,
        document: &str,
        created: Timestamp,
    ) -> Result<Self, Error> {
        Ok(Self {
            policy_id: unique_id::policy_id(random)?,
            account,
            name: name.to_owned(),
            path: path.to_owned(),
            created,
            updated: created,
            description: None,
            default_version: 1,
            last_version: 1,
            versions: BTreeMap::from([(1, PolicyVersion { document: document.to_owned(), created })]),
            tags: Tags::new(),
            aws: false,
        })
    }

    /// The policy, if it can be attached in this account.
    pub async fn attachable(tx: &mut Tx, account: AccountId, arn: &str) -> Result<Self, Error> {
        let text = || Error::NotThere(format!("Policy {arn} does not exist or is not attachable."));
        Self::find(tx, account, arn).await?.ok_or_else(text)
    }

    /// The text that is in force.
    pub fn document(&self) -> Result<&str, Error> {
        let version = self.versions.get(&self.default_version);
        version
            .map(|version| version.document.as_str())
            .ok_or_else(|| Error::corrupt(self.arn(), "its default version is missing"))
    }

    /// An error for AWS's policies: only AWS changes them.
    pub fn own(self) -> Result<Self, Error> {
        if self.aws { Err(Error::AwsManagedPolicy(self.arn())) } else { Ok(self) }
    }

    /// The version that is called so: `v1`.
    pub fn version(&self, id: &str) -> Result<(u32, &PolicyVersion), Error> {
        let number = id.strip_prefix('v').and_then(|number| number.parse().ok());
        number.and_then(|number| Some((number, self.versions.get(&number)?))).ok_or_else(|| {
            Error::NotThere(format!(
                "Policy {} version {id} does not exist or is not attachable.",
                self.arn()
            ))
        })
    }

    /// Writes a new policy: the name must be free, in any case and on any path.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        if tx.get::<Self>(&self.key()).await?.is_some() {
            let name = &self.name;
            return Err(Error::Exists(format!(
                "A policy called {name} already exists. Duplicate names are not allowed."
            )));
        }
        AccountSummary::count(tx, self.account, Counted::Policies).await?;
        Ok(tx.insert(self).await?)
    }

    /// Removes the policy and nothing else.
    pub async fn remove(&self, tx: &mut Tx) -> Result<(), Error> {
        AccountSummary::discount(tx, self.account, Counted::Policies).await?;
        tx.delete::<Self>(&self.key()).await?;
        Ok(())
    }
}

/// Where the policy of an ARN is found. The ARN's path is not part of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PolicyKey {
    Aws(&'static AwsManaged),
    Own((AccountId, String)),
}

impl PolicyKey {
    /// `None` for what is no ARN of a managed policy, and for policies of AWS that there are not.
    pub fn read(arn: &str) -> Option<Self> {
        if arn.starts_with(aws_managed::ARN_PREFIX) {
            return aws_managed::find(arn).map(Self::Aws);
        }
        let parsed: Arn = arn.parse().ok()?;
        let resource = parsed.resource().strip_prefix("policy/")?;
        let name = resource.rsplit('/').next().filter(|name| !name.is_empty())?;
        let is_iam = parsed.partition() == arn::PARTITION && parsed.service() == "iam";
        Some(Self::Own((parsed.account_id().filter(|_| is_iam)?, name.to_lowercase())))
    }
}

/// How many users, groups and roles of an account have a policy. There is none when it is nobody.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PolicyUsage {
    account: AccountId,
    policy: String,
    /// Who have it attached.
    pub attachments: u32,
    /// Who have it as their permissions boundary.
    pub boundaries: u32,
}

impl Record for PolicyUsage {
    const KIND: &'static str = "iam-policy-usage";
    type Key = (AccountId, String);

    fn key(&self) -> Self::Key {
        (self.account, self.policy.clone())
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(&(key.0, &key.1))
    }
}

impl PolicyUsage {
    pub async fn of(tx: &mut Tx, account: AccountId, policy: &str) -> Result<Self, Error> {
        let none = Self { account, policy: policy.to_owned(), attachments: 0, boundaries: 0 };
        Ok(tx.get(&none.key()).await?.unwrap_or(none))
    }

    pub fn is_none(&self) -> bool {
        self.attachments == 0 && self.boundaries == 0
    }

    pub async fn count(tx: &mut Tx, account: AccountId, policy: &str, usage: Usage) -> Result<(), Error> {
        let mut found = Self::of(tx, account, policy).await?;
        let count = found.of_usage(usage);
        *count = count.saturating_add(1);
        Ok(tx.put(&found).await?)
    }

    pub async fn discount(tx: &mut Tx, account: AccountId, policy: &str, usage: Usage) -> Result<(), Error> {
        let mut found = Self::of(tx, account, policy).await?;
        let count = found.of_usage(usage);
        *count = count.saturating_sub(1);
        if found.is_none() {
            tx.delete::<Self>(&found.key()).await?;
            return Ok(());
        }
        Ok(tx.put(&found).await?)
    }

    fn of_usage(&mut self, usage: Usage) -> &mut u32 {
        match usage {
            Usage::Permissions => &mut self.attachments,
            Usage::Boundary => &mut self.boundaries,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies_are_found_by_their_arns() {
        let own = |arn| match PolicyKey::read(arn) {
            Some(PolicyKey::Own(key)) => Some(key.1),
            _ => None,
        };
        assert_eq!(own("arn:aws:iam::111122223333:policy/Team"), Some("team".to_owned()));
        assert_eq!(own("arn:aws:iam::111122223333:policy/a/b/Team"), Some("team".to_owned()));
        for arn in [
            "Team",
            "arn:aws:iam::111122223333:policy/",
            "arn:aws:iam::111122223333:role/Team",
            "arn:aws:kms::111122223333:policy/Team",
            "arn:aws-cn:iam::111122223333:policy/Team",
            "arn:aws:iam::aws:policy/NoSuchPolicy",
            "arn:aws:iam::aws:policy/x/AdministratorAccess",
        ] {
            assert_eq!(PolicyKey::read(arn), None, "{arn}");
        }
        let aws = PolicyKey::read("arn:aws:iam::aws:policy/AdministratorAccess");
        assert!(matches!(aws, Some(PolicyKey::Aws(policy)) if policy.name == "AdministratorAccess"));
    }
}
