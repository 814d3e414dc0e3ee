use std::collections::{BTreeMap, BTreeSet};

use arn::AccountId;
use clock::Timestamp;
use envelope::Random;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, PageOf, Record, Tx};

use super::entity::{Entity, Identity, from_fields};
use super::{AccountSummary, Counted};
use crate::{Error, unique_id};

/// An IAM group. Its members are in the users' records.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Group {
    /// `AGPA...`; never used again.
    pub group_id: String,
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    pub created: Timestamp,
    /// Inline policies: documents by name.
    pub policies: BTreeMap<String, String>,
    /// The ARNs of the attached managed policies.
    pub attached: BTreeSet<String>,
}

const BY_NAME: &str = "name";

impl Record for Group {
    const KIND: &'static str = "iam-group";
    type Key = String;

    fn key(&self) -> String {
        self.group_id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.unique(BY_NAME, (self.account, self.name.to_lowercase()));
        self.index_policies(out);
    }
}

impl Entity for Group {
    const RESOURCE: &'static str = "group";
    const RESOURCE_TYPE: &'static str = "AWS::IAM::Group";

    from_fields!(group_id);

    async fn find(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        Ok(Self::find_in_any_case(tx, account, name).await?.filter(|group| group.name == name))
    }

    async fn list(tx: &mut Tx, account: AccountId, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list_by(BY_NAME, &account, page).await?)
    }
}

impl Identity for Group {
    const MAX_POLICIES: usize = 5120;
    const ATTACHED_QUOTA: &'static str = "PoliciesPerGroup";
    const INLINE_POLICY: &'static str = "group policy";

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

impl Group {
    /// A group without anything.
    pub fn new(
        random: &dyn Random,
        account: AccountId,
        path: &str,
        name: &str,
        created: Timestamp,
    ) -> Result<Self, Error> {
        Ok(Self {
            group_id: unique_id::group_id(random)?,
            account,
            name: name.to_owned(),
            path: path.to_owned(),
            created,
            policies: BTreeMap::new(),
            attached: BTreeSet::new(),
        })
    }

    async fn find_in_any_case(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        Ok(tx.get_by(BY_NAME, &(account, name.to_lowercase())).await?)
    }

    /// Writes a new group: the name must be free, in any case.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        self.check_free(tx).await?;
        AccountSummary::count(tx, self.account, Counted::Groups).await?;
        Ok(tx.insert(self).await?)
    }

    /// The name may be the group's own in another case, or one that no group has.
    pub async fn check_free(&self, tx: &mut Tx) -> Result<(), Error> {
        match Self::find_in_any_case(tx, self.account, &self.name).await? {
            Some(other) if other.group_id != self.group_id => {
                Err(Error::EntityExists { what: "Group", name: self.name.clone() })
            }
            _ => Ok(()),
        }
    }

    /// Removes the group and nothing else.
    pub async fn remove(&self, tx: &mut Tx) -> Result<(), Error> {
        AccountSummary::discount(tx, self.account, Counted::Groups).await?;
        tx.delete::<Self>(&self.group_id).await?;
        Ok(())
    }
}
