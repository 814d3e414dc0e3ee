use arn::AccountId;
use clock::Timestamp;
use envelope::Random;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, PageOf, Record, Tx};

use super::entity::{Entity, Taggable, from_fields};
use super::{AccountSummary, Counted};
use crate::tags::Tags;
use crate::{Error, unique_id};

/// A holder for a role that a machine is to have.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct InstanceProfile {
    /// `AIPA...`; never used again.
    pub instance_profile_id: String,
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    pub created: Timestamp,
    /// The name of its role, if it has one: at most one, which cannot be deleted meanwhile.
    pub role: Option<String>,
    pub tags: Tags,
}

const BY_ROLE: &str = "role";

impl Record for InstanceProfile {
    const KIND: &'static str = "iam-instance-profile";
    // The name in lower case.
    type Key = (AccountId, String);

    fn key(&self) -> Self::Key {
        Self::key_of(self.account, &self.name)
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(&(key.0, &key.1))
    }

    fn indexes(&self, out: &mut Indexes) {
        if let Some(role) = &self.role {
            out.unique(BY_ROLE, (self.account, role, self.name.to_lowercase()));
        }
    }
}

impl Entity for InstanceProfile {
    const RESOURCE: &'static str = "instance-profile";
    const RESOURCE_TYPE: &'static str = "AWS::IAM::InstanceProfile";

    from_fields!(instance_profile_id, tags);

    async fn find(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        let found: Option<Self> = tx.get(&Self::key_of(account, name)).await?;
        Ok(found.filter(|profile| profile.name == name))
    }

    async fn list(tx: &mut Tx, account: AccountId, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list(&account, page).await?)
    }

    fn missing(name: &str) -> Error {
        Error::NotThere(format!("Instance Profile {name} cannot be found."))
    }
}

impl Taggable for InstanceProfile {
    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

impl InstanceProfile {
    /// An instance profile without a role.
    pub fn new(
        random: &dyn Random,
        account: AccountId,
        path: &str,
        name: &str,
        created: Timestamp,
    ) -> Result<Self, Error> {
        Ok(Self {
            instance_profile_id: unique_id::instance_profile_id(random)?,
            account,
            name: name.to_owned(),
            path: path.to_owned(),
            created,
            role: None,
            tags: Tags::new(),
        })
    }

    fn key_of(account: AccountId, name: &str) -> (AccountId, String) {
        (account, name.to_lowercase())
    }

    /// All that have this role.
    pub async fn with_role(tx: &mut Tx, account: AccountId, role: &str) -> Result<Vec<Self>, Error> {
        Ok(tx.list_by(BY_ROLE, &(account, role), Page::all()).await?.items)
    }

    /// Writes a new instance profile: the name must be free, in any case.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        if tx.get::<Self>(&self.key()).await?.is_some() {
            return Err(Error::Exists(format!("Instance Profile {} already exists.", self.name)));
        }
        AccountSummary::count(tx, self.account, Counted::InstanceProfiles).await?;
        Ok(tx.insert(self).await?)
    }

    /// Removes the instance profile.
    pub async fn remove(&self, tx: &mut Tx) -> Result<(), Error> {
        AccountSummary::discount(tx, self.account, Counted::InstanceProfiles).await?;
        tx.delete::<Self>(&self.key()).await?;
        Ok(())
    }
}
