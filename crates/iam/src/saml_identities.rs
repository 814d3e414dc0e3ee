//! SAML providers of accounts, with what their metadata documents say.

use std::sync::Arc;

use arn::{AccountId, Arn, Region};
use clock::Timestamp;
use saml::{Assertion, Metadata, ServiceProvider};
use store::{Cache, Store};

use crate::Error;
use crate::records::SamlProvider;

const PROVIDERS: usize = 1000;

/// What assertions may name as their audience, as AWS documents it: identity providers have these two built in.
const AUDIENCES: [&str; 2] = ["https://signin.aws.amazon.com/saml", "urn:amazon:webservices"];

/// The providers that accounts have registered.
pub(crate) struct SamlIdentities {
    registered: Cache<SamlProvider, Metadata>,
    audiences: [String; 2],
}

impl SamlIdentities {
    pub fn new(store: &Store) -> Self {
        Self { registered: Cache::new(store, PROVIDERS), audiences: AUDIENCES.map(str::to_owned) }
    }

    /// Verifies a response (base64) of the provider that the ARN names, sent to AWS's sign-in endpoint or that of `region`.
    pub async fn verify(
        &self,
        provider: &ProviderName,
        response: &str,
        region: &Region,
        now: Timestamp,
    ) -> Result<Assertion, Error> {
        let key = (provider.account, provider.name.clone());
        let metadata = self.registered.get_or_load(&key, |record: SamlProvider| record.metadata()).await?;
        let metadata: Arc<Metadata> = metadata.ok_or(Error::NoSamlProvider)?;
        let recipients = [
            "https://signin.aws.amazon.com/saml".to_owned(),
            "https://signin.aws.amazon.com/static/saml".to_owned(),
            format!("https://{region}.signin.aws.amazon.com/saml"),
        ];
        let service_provider = ServiceProvider { audiences: &self.audiences, recipients: &recipients };
        Ok(saml::verify(response, &metadata, &service_provider, now)?)
    }
}

/// What a SAML provider's ARN says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProviderName {
    pub account: AccountId,
    pub name: String,
}

impl ProviderName {
    /// Reads `arn:aws:iam::ACCOUNT:saml-provider/NAME`.
    pub fn of_arn(text: &str) -> Result<Self, Error> {
        let arn: Arn = text.parse().map_err(|_| Error::validation(format!("{text} is invalid")))?;
        let is_iam = arn.partition() == arn::PARTITION && arn.service() == "iam" && arn.region().is_empty();
        let name = arn.resource().strip_prefix("saml-provider/").filter(|name| is_iam && !name.is_empty());
        match (arn.account_id(), name) {
            (Some(account), Some(name)) => Ok(Self { account, name: name.to_owned() }),
            _ => Err(Error::validation("Request ARN is invalid")),
        }
    }
}
