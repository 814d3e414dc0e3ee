use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, Tx};

use crate::Error;
use crate::records::{Owner, Status};

/// An X.509 signing certificate of a user or root.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SigningCertificate {
    pub id: String,
    pub account: AccountId,
    pub owner: Owner,
    pub status: Status,
    pub uploaded: Timestamp,
    /// In PEM, as it was uploaded.
    pub body: String,
    /// The SHA-256 digest of the certificate, in hex.
    pub digest: String,
}

const BY_OWNER: &str = "owner";
const BY_DIGEST: &str = "digest";

impl Record for SigningCertificate {
    const KIND: &'static str = "iam-signing-certificate";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.add(BY_OWNER, self.owner.index_value());
        out.unique(BY_DIGEST, (self.account, &self.digest));
    }
}

impl SigningCertificate {
    /// The quota for each user. Source: IAM User Guide, "IAM and AWS STS quotas".
    pub const MAX_PER_OWNER: usize = 2;

    /// Those of an owner, by id.
    pub async fn list(tx: &mut Tx, owner: &Owner) -> Result<Vec<Self>, Error> {
        Ok(tx.list_by(BY_OWNER, &owner.index_value(), Page::all()).await?.items)
    }

    /// The one of this id, if it is this owner's.
    pub async fn find(tx: &mut Tx, owner: &Owner, id: &str) -> Result<Self, Error> {
        let found: Option<Self> = tx.get(&id.to_owned()).await?;
        let missing = || Error::NotThere(format!("The Certificate with id {id} cannot be found."));
        found.filter(|certificate| certificate.owner == *owner).ok_or_else(missing)
    }

    /// Writes a new one, if nobody in the account has it and the owner may have one more.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        if tx.get_by::<Self>(BY_DIGEST, &(self.account, &self.digest)).await?.is_some() {
            return Err(Error::DuplicateCertificate);
        }
        let limit = Self::MAX_PER_OWNER;
        if Self::list(tx, &self.owner).await?.len() >= limit {
            return Err(Error::LimitExceeded(format!(
                "Cannot exceed quota for CertificatesPerUser: {limit}"
            )));
        }
        Ok(tx.insert(self).await?)
    }
}
