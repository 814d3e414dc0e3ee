//! The key that signs certificates of erasure. It is made with the first one, as tenants' keys are: with its key policy and tag
//! at once, found again by both wherever an attempt ended, and in use once the alias leads to it.

use aws_sdk_kms::types::{KeySpec, KeyUsageType, Tag};

use crate::patience::{call, patiently};
use crate::run::{EXTRA_KEY_DAYS, once};
use crate::tenant::Key;
use crate::{Error, Tenants};

/// The alias of the key.
const ALIAS: &str = "alias/lodge-tenants-certificates";

/// The tag of the key, from the moment it is there.
pub(crate) const SIGNING_TAG: &str = "lodge:signs";

impl Tenants {
    /// The ARN of the key that signs. Where two make one at once, the alias decides, and the other key goes; so does what others have left.
    pub(crate) async fn signing_key(&self) -> Result<String, Error> {
        let inventory = self.inventory().await?;
        // The tag alone is nothing: whoever may tag keys can set it.
        let signing = inventory.signing.iter();
        let mut unnamed: Vec<Key> =
            signing.filter(|it| it.sealed && it.key.deletion.is_none()).map(|it| it.key.clone()).collect();
        let key = match self.connection.key(ALIAS).await? {
            Some(key) => key,
            None => {
                if unnamed.is_empty() {
                    unnamed.push(self.create_signing_key().await?);
                }
                // The oldest: whoever looks at the same time takes the same.
                self.name_signing_key(unnamed.first()).await?
            }
        };
        for extra in unnamed.iter().filter(|extra| extra.id != key.id) {
            self.schedule(&extra.id, EXTRA_KEY_DAYS).await?;
        }
        Ok(key.arn)
    }

    /// Sent once, as for tenants: if the answer is lost, the key may be there, and the next attempt finds it.
    async fn create_signing_key(&self) -> Result<Key, Error> {
        let tag = Tag::builder().tag_key(SIGNING_TAG).tag_value("certificates").build();
        let tag =
            tag.map_err(|error| Error::Input(format!("the tag {SIGNING_TAG} cannot be sent: {error}")))?;
        let policy = self.service.signing_policy().to_string();
        let answer = patiently(|| async {
            let request = self.connection.kms.create_key().description("Signs certificates of erasure");
            let request = request.key_spec(KeySpec::EccNistP256).key_usage(KeyUsageType::SignVerify);
            let sent = request.tags(tag.clone()).policy(&policy).customize().config_override(once()).send();
            sent.await.map_err(|error| Error::of_call("CreateKey", error))
        });
        answer
            .await?
            .key_metadata
            .map(Key::from)
            .ok_or(Error::NoAnswer { operation: "CreateKey", reason: "an answer without a key".to_owned() })
    }

    /// Makes the alias, and gives the key that it leads to then.
    async fn name_signing_key(&self, key: Option<&Key>) -> Result<Key, Error> {
        if let Some(key) = key {
            let request = || self.connection.kms.create_alias().alias_name(ALIAS).target_key_id(&key.id);
            match call!("CreateAlias", request()) {
                Err(error) if error.code() != Some("AlreadyExistsException") => return Err(error),
                _ => {}
            }
        }
        let key = self.connection.key(ALIAS).await?;
        key.ok_or_else(|| Error::Unfit(format!("{ALIAS} leads to no key")))
    }
}
