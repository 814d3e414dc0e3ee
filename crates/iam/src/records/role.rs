use std::collections::BTreeMap;

use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, StartsWith, Tx};

use super::{AccountSummary, iam_arn};
use crate::Error;
use crate::tags::Tags;

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
}

const BY_PATH: &str = "path";

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
        out.add(BY_PATH, (self.account, &self.path, self.name.to_lowercase()));
    }
}

impl Role {
    /// The quota of inline policies together, in characters without white space.
    pub const MAX_POLICIES: usize = 10_240;
    /// The quota of the trust policy, in characters without white space.
    pub const MAX_TRUST_POLICY: usize = 2048;
    /// In seconds, when nothing else was said.
    pub const DEFAULT_SESSION_DURATION: u32 = 3600;

    pub fn key_of(account: AccountId, name: &str) -> (AccountId, String) {
        (account, name.to_lowercase())
    }

    pub fn arn(&self) -> String {
        Self::arn_of(self.account, &self.path, &self.name)
    }

    /// The ARN of a role that may not exist.
    pub fn arn_of(account: AccountId, path: &str, name: &str) -> String {
        iam_arn(account, "role", path, name)
    }

    /// The role with exactly this name.
    pub async fn find(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        let found: Option<Self> = tx.get(&Self::key_of(account, name)).await?;
        Ok(found.filter(|role| role.name == name))
    }

    /// The roles below a path, by path and name.
    pub async fn list(
        tx: &mut Tx,
        account: AccountId,
        path_prefix: &str,
        page: Page,
    ) -> Result<store::PageOf<Self>, Error> {
        Ok(tx.list_by(BY_PATH, &(account, StartsWith(path_prefix)), page).await?)
    }

    /// Writes a new role: the name must be free, in any case.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        if tx.get::<Self>(&self.key()).await?.is_some() {
            return Err(Error::EntityExists { what: "Role", name: self.name.clone() });
        }
        AccountSummary::count_role(tx, self.account).await?;
        Ok(tx.insert(self).await?)
    }

    /// Removes the role and nothing else.
    pub async fn remove(&self, tx: &mut Tx) -> Result<(), Error> {
        AccountSummary::discount_role(tx, self.account).await?;
        tx.delete::<Self>(&self.key()).await?;
        Ok(())
    }
}
