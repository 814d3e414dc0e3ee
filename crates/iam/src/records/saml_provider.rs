use std::time::Duration;

use arn::AccountId;
use clock::Timestamp;
use saml::Metadata;
use serde::{Deserialize, Serialize};
use store::{KeyBytes, Page, PageOf, Record, Tx};

use super::entity::{Entity, Taggable};
use crate::Error;
use crate::tags::Tags;

/// A SAML provider whose assertions an account takes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SamlProvider {
    pub account: AccountId,
    pub name: String,
    /// `SAMLProviderUUID`.
    pub uuid: String,
    pub created: Timestamp,
    /// The metadata document, which [`Metadata`] can read.
    pub metadata_document: String,
    pub tags: Tags,
}

impl Record for SamlProvider {
    const KIND: &'static str = "iam-saml-provider";
    type Key = (AccountId, String);

    fn key(&self) -> Self::Key {
        (self.account, self.name.clone())
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(&(key.0, &key.1))
    }
}

impl Entity for SamlProvider {
    const RESOURCE: &'static str = "saml-provider";
    const RESOURCE_TYPE: &'static str = "AWS::IAM::SAMLProvider";

    fn account(&self) -> AccountId {
        self.account
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn path(&self) -> &str {
        "/"
    }

    fn unique_id(&self) -> &str {
        &self.uuid
    }

    fn tags(&self) -> Option<&Tags> {
        Some(&self.tags)
    }

    fn missing_arn(_: AccountId, arn: &str) -> String {
        arn.to_owned()
    }

    async fn find(tx: &mut Tx, account: AccountId, arn: &str) -> Result<Option<Self>, Error> {
        let before = Self::arn_of(account, "/", "");
        let Some(name) = arn.strip_prefix(&before) else { return Ok(None) };
        Ok(tx.get(&(account, name.to_owned())).await?)
    }

    async fn list(tx: &mut Tx, account: AccountId, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list(&account, page).await?)
    }

    fn missing(arn: &str) -> Error {
        Error::NotThere(format!("Manifest not found for arn {arn}"))
    }
}

impl Taggable for SamlProvider {
    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

/// How long a metadata document counts that does not say it: AWS gives such a provider a hundred years.
const NO_END: Duration = Duration::from_secs(100 * 365 * 24 * 3600);

impl SamlProvider {
    /// Source: IAM User Guide, "IAM and AWS STS quotas".
    const MAX_PER_ACCOUNT: usize = 100;

    /// All that an account has, by name.
    pub async fn all(tx: &mut Tx, account: AccountId) -> Result<Vec<Self>, Error> {
        Ok(tx.list(&account, Page::all()).await?.items)
    }

    /// Writes a new provider.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        let others = Self::all(tx, self.account).await?;
        if others.iter().any(|other| other.name.eq_ignore_ascii_case(&self.name)) {
            return Err(Error::EntityExists { what: "SAMLProvider", name: self.name.clone() });
        }
        if others.len() >= Self::MAX_PER_ACCOUNT {
            let limit = Self::MAX_PER_ACCOUNT;
            return Err(Error::LimitExceeded(format!(
                "Cannot exceed quota for SAMLProvidersPerAccount: {limit}"
            )));
        }
        Ok(tx.insert(self).await?)
    }

    /// What the document says.
    pub fn metadata(&self) -> Result<Metadata, Error> {
        Metadata::parse(&self.metadata_document)
            .map_err(|error| Error::corrupt(format!("metadata document of {}", self.arn()), error))
    }

    /// `ValidUntil`.
    pub fn valid_until(&self) -> Result<Timestamp, Error> {
        Ok(self.metadata()?.valid_until().unwrap_or_else(|| self.created.plus(NO_END)))
    }
}
