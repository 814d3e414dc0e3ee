use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, PageOf, Record, Tx};

use super::entity::{Entity, Taggable, from_fields};
use crate::Error;
use crate::tags::Tags;

/// A server certificate of an account. Its private key is not kept: nothing here serves with it, and IAM gives it to nobody.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ServerCertificate {
    /// `ASCA...`; never used again.
    pub server_certificate_id: String,
    pub account: AccountId,
    pub name: String,
    /// Begins and ends with `/`.
    pub path: String,
    pub uploaded: Timestamp,
    pub expires: Timestamp,
    /// In PEM, as they were uploaded.
    pub body: String,
    pub chain: Option<String>,
    pub tags: Tags,
}

const BY_NAME: &str = "name";

impl Record for ServerCertificate {
    const KIND: &'static str = "iam-server-certificate";
    type Key = String;

    fn key(&self) -> String {
        self.server_certificate_id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.unique(BY_NAME, (self.account, self.name.to_lowercase()));
    }
}

impl Entity for ServerCertificate {
    const RESOURCE: &'static str = "server-certificate";
    const RESOURCE_TYPE: &'static str = "AWS::IAM::ServerCertificate";

    from_fields!(server_certificate_id, tags);

    async fn find(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        Ok(Self::find_in_any_case(tx, account, name).await?.filter(|found| found.name == name))
    }

    async fn list(tx: &mut Tx, account: AccountId, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list_by(BY_NAME, &account, page).await?)
    }

    fn missing(name: &str) -> Error {
        Error::NotThere(format!("The Server Certificate with name {name} cannot be found."))
    }
}

impl Taggable for ServerCertificate {
    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

impl ServerCertificate {
    /// The quota of each account. Source: IAM User Guide, "IAM and AWS STS quotas".
    pub const MAX_PER_ACCOUNT: usize = 20;

    async fn find_in_any_case(tx: &mut Tx, account: AccountId, name: &str) -> Result<Option<Self>, Error> {
        Ok(tx.get_by(BY_NAME, &(account, name.to_lowercase())).await?)
    }

    /// How many an account has.
    pub async fn count(tx: &mut Tx, account: AccountId) -> Result<usize, Error> {
        Ok(Self::list(tx, account, Page::all()).await?.items.len())
    }

    /// Writes a new one: the name must be free, in any case, and the account may have one more.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        self.check_free(tx).await?;
        let limit = Self::MAX_PER_ACCOUNT;
        if Self::count(tx, self.account).await? >= limit {
            return Err(Error::LimitExceeded(format!(
                "Cannot exceed quota for ServerCertificatesPerAccount: {limit}"
            )));
        }
        Ok(tx.insert(self).await?)
    }

    /// The name may be its own in another case, or one that none has.
    pub async fn check_free(&self, tx: &mut Tx) -> Result<(), Error> {
        match Self::find_in_any_case(tx, self.account, &self.name).await? {
            Some(other) if other.server_certificate_id != self.server_certificate_id => {
                Err(Error::Exists(format!("The Server Certificate with name {} already exists.", self.name)))
            }
            _ => Ok(()),
        }
    }
}
