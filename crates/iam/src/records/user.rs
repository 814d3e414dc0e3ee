use std::collections::BTreeMap;

use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, StartsWith, Tx};

use super::{AccountSummary, iam_arn};
use crate::Error;
use crate::tags::Tags;

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
}

const BY_NAME: &str = "name";
const BY_PATH: &str = "path";

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
        out.add(BY_PATH, (self.account, &self.path, &name));
        out.unique(BY_NAME, (self.account, name));
    }
}

impl User {
    /// The quota of inline policies together, in characters without white space.
    pub const MAX_POLICIES: usize = 2048;

    pub fn arn(&self) -> String {
        Self::arn_of(self.account, &self.path, &self.name)
    }

    /// The ARN of a user who may not exist.
    pub fn arn_of(account: AccountId, path: &str, name: &str) -> String {
        iam_arn(account, "user", path, name)
    }

    /// The user with exactly this name.
    pub async fn find(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        Ok(Self::find_in_any_case(tx, account, name).await?.filter(|user| user.name == name))
    }

    async fn find_in_any_case(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        Ok(tx.get_by(BY_NAME, &(account, name.to_lowercase())).await?)
    }

    /// The users below a path, by path and name.
    pub async fn list(
        tx: &mut Tx,
        account: AccountId,
        path_prefix: &str,
        page: Page,
    ) -> Result<store::PageOf<Self>, Error> {
        Ok(tx.list_by(BY_PATH, &(account, StartsWith(path_prefix)), page).await?)
    }

    /// Writes a new user: the name must be free, in any case.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        if Self::find_in_any_case(tx, self.account, &self.name).await?.is_some() {
            return Err(Error::EntityExists { what: "User", name: self.name.clone() });
        }
        AccountSummary::count_user(tx, self.account).await?;
        Ok(tx.insert(self).await?)
    }

    /// Removes the user and nothing else.
    pub async fn remove(&self, tx: &mut Tx) -> Result<(), Error> {
        AccountSummary::discount_user(tx, self.account).await?;
        tx.delete::<Self>(&self.user_id).await?;
        Ok(())
    }
}
