use std::collections::BTreeSet;

use arn::AccountId;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{KeyBytes, Page, PageOf, Record, Tx};

use super::entity::{Entity, Taggable};
use crate::Error;
use crate::tags::Tags;

/// An OpenID Connect provider whose tokens an account takes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OidcProvider {
    pub account: AccountId,
    /// The issuer without `https://`: host and path.
    pub issuer: String,
    pub created: Timestamp,
    /// The audiences that tokens may have.
    pub client_ids: BTreeSet<String>,
    /// SHA-1 of certificates, in lower-case hexadecimal digits: which authority to trust when the system's authorities do not vouch for
    /// the provider. In the order given.
    pub thumbprints: Vec<String>,
    pub tags: Tags,
}

impl Record for OidcProvider {
    const KIND: &'static str = "iam-oidc-provider";
    type Key = (AccountId, String);

    fn key(&self) -> Self::Key {
        (self.account, self.issuer.clone())
    }

    fn encode_key(key: &Self::Key) -> KeyBytes {
        KeyBytes::of(&(key.0, &key.1))
    }
}

impl Entity for OidcProvider {
    const RESOURCE: &'static str = "oidc-provider";
    const RESOURCE_TYPE: &'static str = "AWS::IAM::OIDCProvider";

    fn account(&self) -> AccountId {
        self.account
    }

    fn name(&self) -> &str {
        &self.issuer
    }

    fn path(&self) -> &str {
        "/"
    }

    fn unique_id(&self) -> &str {
        &self.issuer
    }

    fn tags(&self) -> Option<&Tags> {
        Some(&self.tags)
    }

    fn missing_arn(_: AccountId, arn: &str) -> String {
        arn.to_owned()
    }

    async fn find(tx: &mut Tx, account: AccountId, arn: &str) -> Result<Option<Self>, Error> {
        let before = Self::arn_of(account, "/", "");
        let Some(issuer) = arn.strip_prefix(&before) else { return Ok(None) };
        Ok(tx.get(&(account, issuer.to_owned())).await?)
    }

    async fn list(tx: &mut Tx, account: AccountId, page: Page) -> Result<PageOf<Self>, Error> {
        Ok(tx.list(&account, page).await?)
    }

    fn missing(arn: &str) -> Error {
        Error::NotThere(format!("OpenIDConnect Provider not found for arn {arn}"))
    }
}

impl Taggable for OidcProvider {
    fn tags_mut(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

/// Source of the quotas: IAM User Guide, "IAM and AWS STS quotas".
impl OidcProvider {
    const MAX_PER_ACCOUNT: usize = 100;
    const MAX_CLIENT_IDS: usize = 100;
    const MAX_THUMBPRINTS: usize = 5;

    /// All that an account has, by issuer.
    pub async fn all(tx: &mut Tx, account: AccountId) -> Result<Vec<Self>, Error> {
        Ok(tx.list(&account, Page::all()).await?.items)
    }

    /// Writes a new provider.
    pub async fn add(&self, tx: &mut Tx) -> Result<(), Error> {
        let others = Self::all(tx, self.account).await?;
        if others.iter().any(|other| other.issuer == self.issuer) {
            return Err(Error::Exists(format!("Provider with url https://{} already exists.", self.issuer)));
        }
        if others.len() >= Self::MAX_PER_ACCOUNT {
            let limit = Self::MAX_PER_ACCOUNT;
            return Err(Error::LimitExceeded(format!(
                "Cannot exceed quota for OpenIdConnectProvidersPerAccount: {limit}"
            )));
        }
        Ok(tx.insert(self).await?)
    }

    /// Takes tokens for this audience. One that it takes already changes nothing.
    pub fn add_client_id(&mut self, client_id: &str) -> Result<(), Error> {
        self.client_ids.insert(client_id.to_owned());
        if self.client_ids.len() > Self::MAX_CLIENT_IDS {
            let limit = Self::MAX_CLIENT_IDS;
            return Err(Error::LimitExceeded(format!(
                "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: {limit}"
            )));
        }
        Ok(())
    }

    /// Trusts these certificates and no others.
    pub fn set_thumbprints(&mut self, thumbprints: &[String]) -> Result<(), Error> {
        if thumbprints.len() > Self::MAX_THUMBPRINTS {
            return Err(Error::InvalidInput("Thumbprint list must contain fewer than 5 entries.".to_owned()));
        }
        if !thumbprints.iter().flat_map(|thumbprint| thumbprint.bytes()).all(|byte| byte.is_ascii_hexdigit())
        {
            let text = "A thumbprint is the SHA-1 of a certificate: 40 hexadecimal digits, without colons.";
            return Err(Error::InvalidInput(text.to_owned()));
        }
        self.thumbprints = thumbprints.iter().map(|thumbprint| thumbprint.to_ascii_lowercase()).collect();
        Ok(())
    }
}

/// The issuer that a provider's URL names: host and path. As AWS has it, the URL has no port, query or fragment.
pub(crate) fn issuer_of(url: &str) -> Option<&str> {
    let issuer = url.strip_prefix("https://")?;
    let (host, path) = issuer.split_once('/').unwrap_or((issuer, ""));
    let is_label = |label: &str| {
        let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !label.is_empty() && label.bytes().all(inner)
    };
    let is_path_byte = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte);
    let is_segment = |segment: &str| segment != "." && segment != "..";
    let is_path = path.bytes().all(is_path_byte) && path.split('/').all(is_segment);
    // Condition keys begin with the issuer: one with a dot is never mistaken for a service.
    (host.contains('.') && host.split('.').all(is_label) && is_path).then_some(issuer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_of_providers() {
        for (url, issuer) in [
            ("https://login.example.com", "login.example.com"),
            ("https://login.example.com/", "login.example.com/"),
            ("https://id.test/realms/Tenants", "id.test/realms/Tenants"),
        ] {
            assert_eq!(issuer_of(url), Some(issuer));
        }
        for url in [
            "",
            "https://",
            "http://login.example.com",
            "https://login.example.com:8443",
            "https://login.example.com/a?b",
            "https://login.example.com/a#b",
            "https://user@login.example.com",
            "https://Login.example.com",
            "https://login.example.com/a/../b",
            "https://login.example.com/a%2Fb",
            "https://login.example.com/a b",
            "https://[::1]",
            "https://login..com",
            "https://localhost",
            "https://aws",
        ] {
            assert_eq!(issuer_of(url), None, "{url}");
        }
    }
}
