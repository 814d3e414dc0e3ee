use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, Tx};

use crate::Error;
use crate::records::{Owner, Status};

/// An SSH public key of a user.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredSshPublicKey {
    /// `APKA...`
    pub id: String,
    pub owner: Owner,
    pub status: Status,
    pub uploaded: Timestamp,
    /// In the form `ssh-rsa KEY COMMENT`.
    pub key: String,
    /// The MD5 digest of the key.
    pub fingerprint: String,
}

const BY_OWNER: &str = "owner";

impl Record for StoredSshPublicKey {
    const KIND: &'static str = "iam-ssh-public-key";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.add(BY_OWNER, self.owner.index_value());
    }
}

impl StoredSshPublicKey {
    /// The quota for each user. Source: IAM User Guide, "IAM and AWS STS quotas".
    const MAX_PER_USER: usize = 5;

    /// Those of an owner, by id.
    pub async fn list(tx: &mut Tx, owner: &Owner) -> Result<Vec<Self>, Error> {
        Ok(tx.list_by(BY_OWNER, &owner.index_value(), Page::all()).await?.items)
    }

    /// The one of this id, if it is this owner's.
    pub async fn find(tx: &mut Tx, owner: &Owner, id: &str) -> Result<Self, Error> {
        let found: Option<Self> = tx.get(&id.to_owned()).await?;
        let missing = || Error::NotThere(format!("The Public Key with id {id} cannot be found."));
        found.filter(|key| key.owner == *owner).ok_or_else(missing)
    }

    /// Writes a new one, if the owner has it not and may have one more.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        let others = Self::list(tx, &self.owner).await?;
        let blob = |key: &Self| key.key.split(' ').nth(1).map(str::to_owned);
        if others.iter().any(|other| blob(other) == blob(self)) {
            return Err(Error::DuplicateSshPublicKey);
        }
        let limit = Self::MAX_PER_USER;
        if others.len() >= limit {
            return Err(Error::LimitExceeded(format!(
                "Cannot exceed quota for SSHPublicKeysPerUser: {limit}"
            )));
        }
        Ok(tx.insert(self).await?)
    }
}
