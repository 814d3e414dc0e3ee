use std::collections::{BTreeMap, BTreeSet};

use arn::AccountId;
use clock::Timestamp;
use envelope::Random;
use serde::{Deserialize, Serialize};
use store::{Cursor, Indexes, KeyBytes, Page, PageOf, Record, Tx};

use super::entity::{Entity, Identity, Taggable, count_boundary, cursor, from_fields};
use super::{AccountSummary, Counted, Owner};
use crate::tags::Tags;
use crate::{Error, unique_id};

/// An IAM user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct User {
    /// `AIDA...`; never used again.
    pub user_id: String,
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    pub created: Timestamp,
    /// Inline policies: documents by name.
    pub policies: BTreeMap<String, String>,
    pub tags: Tags,
    /// The ARNs of the attached managed policies.
    #[serde(default)]
    pub attached: BTreeSet<String>,
    /// The ids of the groups that the user is in.
    #[serde(default)]
    pub groups: BTreeSet<String>,
    /// The ARN of the permissions boundary.
    #[serde(default)]
    pub boundary: Option<String>,
}

const BY_NAME: &str = "name";
const BY_GROUP: &str = "group";

impl Record for User {
    const KIND: &'static str = "iam-user";
    type Key = String;

    fn key(&self) -> String {
        self.user_id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        let name = self.name.to_lowercase();
        for group in &self.groups {
            out.unique(BY_GROUP, (group, &name));
        }
        out.unique(BY_NAME, (self.account, name));
        self.index_policies(out);
    }
}

impl Entity for User {
    const RESOURCE: &'static str = "user";
    const RESOURCE_TYPE: &'static str = "AWS::IAM::User";

    from_fields!(user_id, tags);

    fn boundary(&self) -> Option<&str> {
        self.boundary.as_deref()
    }

    async fn find(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        Ok(Self::find_in_any_case(tx, account, name).await?.filter(|user| user.name == name))
    }

    async fn list(tx: &mut Tx, account: AccountId, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list_by(BY_NAME, &account, page).await?)
    }
}

impl Identity for User {
    const MAX_POLICIES: usize = 2048;
    const ATTACHED_QUOTA: &'static str = "PoliciesPerUser";
    const INLINE_POLICY: &'static str = "user policy";

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

impl Taggable for User {
    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

impl User {
    /// The quota of groups that a user is in.
    pub const MAX_GROUPS: usize = 10;

    /// A user without anything.
    pub fn new(
        random: &dyn Random,
        account: AccountId,
        path: &str,
        name: &str,
        created: Timestamp,
    ) -> Result<Self, Error> {
        Ok(Self {
            user_id: unique_id::user_id(random)?,
            account,
            name: name.to_owned(),
            path: path.to_owned(),
            created,
            policies: BTreeMap::new(),
            tags: Tags::new(),
            attached: BTreeSet::new(),
            groups: BTreeSet::new(),
            boundary: None,
        })
    }

    /// Whose access keys and other credentials the user's are.
    pub fn owner(&self) -> Owner {
        Owner::User { account: self.account, user_id: self.user_id.clone() }
    }

    async fn find_in_any_case(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        Ok(tx.get_by(BY_NAME, &(account, name.to_lowercase())).await?)
    }

    /// The users in a group, by their names in lower case.
    pub async fn in_group(tx: &mut Tx, group_id: &str, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list_by(BY_GROUP, &group_id, page).await?)
    }

    /// Where a listing by [`Self::in_group`] goes on after this name.
    pub fn after_in_group(group_id: &str, name: &str) -> Cursor {
        cursor(&KeyBytes::of(&(group_id, name)))
    }

    /// Writes a new user: the name must be free, in any case.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        self.check_free(tx).await?;
        AccountSummary::count(tx, self.account, Counted::Users).await?;
        count_boundary(tx, self.account, None, self.boundary()).await?;
        Ok(tx.insert(self).await?)
    }

    /// The name may be the user's own in another case, or one that nobody has.
    pub async fn check_free(&self, tx: &mut Tx) -> Result<(), Error> {
        match Self::find_in_any_case(tx, self.account, &self.name).await? {
            Some(other) if other.user_id != self.user_id => {
                Err(Error::EntityExists { what: "User", name: self.name.clone() })
            }
            _ => Ok(()),
        }
    }

    /// Removes the user and nothing else.
    pub async fn remove(&self, tx: &mut Tx) -> Result<(), Error> {
        AccountSummary::discount(tx, self.account, Counted::Users).await?;
        count_boundary(tx, self.account, self.boundary(), None).await?;
        tx.delete::<Self>(&self.user_id).await?;
        Ok(())
    }
}
