use std::collections::{BTreeMap, BTreeSet};

use arn::AccountId;
use clock::Timestamp;
use envelope::Random;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, PageOf, Record, Tx};

use super::entity::{Entity, Identity, Taggable, count_boundary, from_fields};
use super::{AccountSummary, Counted};
use crate::tags::Tags;
use crate::{Error, unique_id};

/// An IAM role.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Role {
    /// `AROA...`; never used again.
    pub role_id: String,
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    pub created: Timestamp,
    pub description: Option<String>,
    /// In seconds, 3600 to 43200.
    pub max_session_duration: u32,
    /// Who may assume it.
    pub trust_policy: String,
    /// The unique ids of those whom the trust policy names, by ARN, as they were when it was set. Names that are not here mean
    /// whoever has them.
    #[serde(default)]
    pub bound: BTreeMap<String, String>,
    /// Inline policies: documents by name.
    pub policies: BTreeMap<String, String>,
    pub tags: Tags,
    /// The ARNs of the attached managed policies.
    #[serde(default)]
    pub attached: BTreeSet<String>,
    /// The ARN of the permissions boundary.
    #[serde(default)]
    pub boundary: Option<String>,
}

impl Record for Role {
    const KIND: &'static str = "iam-role";
    // The name in lower case: two names that differ in case only cannot both be taken.
    type Key = (AccountId, String);

    fn key(&self) -> Self::Key {
        Self::key_of(self.account, &self.name)
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(&(key.0, &key.1))
    }

    fn indexes(&self, out: &mut Indexes) {
        self.index_policies(out);
    }
}

impl Entity for Role {
    const RESOURCE: &'static str = "role";
    const RESOURCE_TYPE: &'static str = "AWS::IAM::Role";

    from_fields!(role_id, tags);

    fn boundary(&self) -> Option<&str> {
        self.boundary.as_deref()
    }

    async fn find(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        let found: Option<Self> = tx.get(&Self::key_of(account, name)).await?;
        Ok(found.filter(|role| role.name == name))
    }

    async fn list(tx: &mut Tx, account: AccountId, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list(&account, page).await?)
    }
}

impl Identity for Role {
    const MAX_POLICIES: usize = 10_240;
    const ATTACHED_QUOTA: &'static str = "PoliciesPerRole";
    const INLINE_POLICY: &'static str = "role policy";

    fn inline(&self) -> &BTreeMap<String, String> {
        &self.policies
    }

    fn inline_mut(&mut self) -> &mut BTreeMap<String, String> {
        &mut self.policies
    }

    fn attached(&self) -> &BTreeSet<String> {
        &self.attached
    }

    fn attached_mut(&mut self) -> &mut BTreeSet<String> {
        &mut self.attached
    }
}

impl Taggable for Role {
    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

impl Role {
    /// The quota of the trust policy, in characters without white space.
    pub const MAX_TRUST_POLICY: usize = 2048;
    /// In seconds, when nothing else was said.
    pub const DEFAULT_SESSION_DURATION: u32 = 3600;

    /// A role that trusts as this policy says, which nobody has been bound to, and has nothing else.
    pub fn new(
        random: &dyn Random,
        account: AccountId,
        path: &str,
        name: &str,
        trust_policy: &str,
        created: Timestamp,
    ) -> Result<Self, Error> {
        Ok(Self {
            role_id: unique_id::role_id(random)?,
            account,
            name: name.to_owned(),
            path: path.to_owned(),
            created,
            description: None,
            max_session_duration: Self::DEFAULT_SESSION_DURATION,
            trust_policy: trust_policy.to_owned(),
            bound: BTreeMap::new(),
            policies: BTreeMap::new(),
            tags: Tags::new(),
            attached: BTreeSet::new(),
            boundary: None,
        })
    }

    pub fn key_of(account: AccountId, name: &str) -> (AccountId, String) {
        (account, name.to_lowercase())
    }

    /// Writes a new role: the name must be free, in any case.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        if tx.get::<Self>(&self.key()).await?.is_some() {
            return Err(Error::EntityExists { what: "Role", name: self.name.clone() });
        }
        AccountSummary::count(tx, self.account, Counted::Roles).await?;
        count_boundary(tx, self.account, None, self.boundary()).await?;
        Ok(tx.insert(self).await?)
    }

    /// Removes the role and nothing else.
    pub async fn remove(&self, tx: &mut Tx) -> Result<(), Error> {
        AccountSummary::discount(tx, self.account, Counted::Roles).await?;
        count_boundary(tx, self.account, self.boundary(), None).await?;
        tx.delete::<Self>(&self.key()).await?;
        Ok(())
    }
}
