//! What a `KeyId` means. Source: API Reference, the `KeyId` of each operation.

use std::sync::Arc;

use arn::{AccountId, Arn, Region};
use envelope::{KeyId, KeyLocator};
use gate::{Call, Resolved, View};
use iam_policy::Context;

use crate::alias::{self, AliasName, AliasRecord};
use crate::authorize::{about_hidden, about_key, add_request_alias};
use crate::grants::Ask;
use crate::key::{Key, KeyRecord, ReadyKey};
use crate::{Error, Kms};

/// What an operation takes as `KeyId`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// A key id or key ARN of the caller's own account: "Cross-account use: No".
    OwnKey,
    /// A key id or key ARN.
    AnyKey,
    /// A key id, key ARN, alias name or alias ARN.
    AnyName,
    /// The same for cryptographic operations. They have no `InvalidArnException`: what is no ARN of KMS is not found.
    NameToUse,
}

impl Takes {
    fn aliases(self) -> bool {
        matches!(self, Self::AnyName | Self::NameToUse)
    }
}

/// A key and the alias by which the request named it.
pub struct Named<K> {
    pub(crate) key: K,
    /// `alias/...`, also when the request had the alias ARN.
    pub(crate) alias: Option<String>,
    /// The alias ARN, when the alias is another account's: which key it points to is for those to know who may use it.
    pub(crate) foreign_alias: Option<AliasName>,
}

/// What a name led to.
pub(crate) enum Found<K> {
    Here(Named<K>),
    /// Something of another account that does not exist or that the operation does not reach: the caller learns no more
    /// than that it is forbidden.
    Hidden {
        arn: String,
        owner: AccountId,
    },
}

impl<K: Load> Found<K> {
    /// Asks whether the caller may do `action` with it; `add` brings further condition keys.
    pub(crate) fn ask<I>(
        self,
        action: &'static str,
        call: &Call<I>,
        add: impl Fn(&mut Context),
    ) -> Resolved<Named<K>> {
        let caller = &call.caller;
        match self {
            Self::Here(named) => {
                let mut question = about_key(action, named.key.key(), caller);
                add_request_alias(&mut question.context, named.alias.as_deref());
                add(&mut question.context);
                question.named_as = named.foreign_alias.as_ref().map(AliasName::arn);
                Resolved::one(named, question)
            }
            Self::Hidden { arn, owner } => {
                let mut question = about_hidden(action, arn, owner, caller);
                add(&mut question.context);
                Resolved { target: None, questions: vec![question] }
            }
        }
    }
}

/// In which form a key is needed, and how it comes from the store.
pub(crate) trait Load: Sized + Send {
    fn load(
        kms: &Kms,
        view: &mut View,
        key: &KeyLocator,
    ) -> impl Future<Output = Result<Option<Self>, Error>> + Send;

    fn key(&self) -> &Key;
}

impl Load for Key {
    async fn load(_: &Kms, view: &mut View, key: &KeyLocator) -> Result<Option<Self>, Error> {
        view.tx().await?.get::<KeyRecord>(key).await?.map(Self::prepare).transpose()
    }

    fn key(&self) -> &Key {
        self
    }
}

impl Load for Arc<ReadyKey> {
    async fn load(kms: &Kms, view: &mut View, key: &KeyLocator) -> Result<Option<Self>, Error> {
        if view.is_cached() {
            return kms.keys.get_or_load(key, |record| ReadyKey::prepare(record, &kms.vault())).await;
        }
        let record = view.tx().await?.get::<KeyRecord>(key).await?;
        record.map(|record| ReadyKey::prepare(record, &kms.vault()).map(Arc::new)).transpose()
    }

    fn key(&self) -> &Key {
        &self.key
    }
}

impl Kms {
    /// Finds the key that `text` names.
    pub(crate) async fn locate<K: Load, I: Sync>(
        &self,
        view: &mut View,
        call: &Call<I>,
        text: &str,
        takes: Takes,
    ) -> Result<Found<K>, Error> {
        let own = call.caller.account;
        let reference = Reference::parse(text, own, &call.origin.region, takes)?;
        let owner = reference.account();
        if owner != own && takes == Takes::OwnKey {
            return Ok(Found::Hidden { arn: reference.arn(), owner });
        }
        let (locator, alias) = match &reference {
            Reference::Key(locator) => (Some(locator.clone()), None),
            Reference::Alias(name) => (self.target_of(view, name).await?, Some(name.name.clone())),
        };
        let key = match locator {
            Some(locator) => self.key_at::<K>(view, call, &locator).await?,
            None => None,
        };
        match (key, reference) {
            (Some(key), Reference::Alias(name)) if owner != own => {
                Ok(Found::Here(Named { key, alias, foreign_alias: Some(name) }))
            }
            (Some(key), _) => Ok(Found::Here(Named { key, alias, foreign_alias: None })),
            (None, reference) if owner != own => Ok(Found::Hidden { arn: reference.arn(), owner }),
            (None, Reference::Key(locator)) => Err(Error::NoSuchKey(locator)),
            (None, Reference::Alias(name)) => Err(Error::NoSuchAlias(name.arn())),
        }
    }

    /// Adds to the question about a key the grant that allows the caller what it asks, if there is one.
    pub(crate) async fn add_grant<K: Load>(
        &self,
        view: &mut View,
        call: &Call<impl Sync>,
        resolved: &mut Resolved<Named<K>>,
        ask: &Ask<'_>,
    ) -> Result<(), Error> {
        if let (Some(named), [question]) = (&resolved.target, resolved.questions.as_mut_slice()) {
            let key = named.key.key().locator();
            question.grant = self.grants.covering(view, key, &call.caller, ask).await?;
        }
        Ok(())
    }

    /// Finds a key of the caller's own account and asks whether the caller may do `action` with it: what most operations
    /// that manage keys do. `add` brings further condition keys.
    pub(crate) async fn own_key<I: Sync>(
        &self,
        view: &mut View,
        call: &Call<I>,
        key_id: &str,
        action: &'static str,
        add: impl Fn(&mut Context) + Send,
    ) -> Result<Resolved<Key>, Error> {
        let found = self.locate::<Key, I>(view, call, key_id, Takes::OwnKey).await?;
        let Resolved { target, questions } = found.ask(action, call, add);
        Ok(Resolved { target: target.map(|named| named.key), questions })
    }

    /// The key, unless it does not exist or its waiting period is over.
    pub(crate) async fn key_at<K: Load>(
        &self,
        view: &mut View,
        call: &Call<impl Sync>,
        locator: &KeyLocator,
    ) -> Result<Option<K>, Error> {
        let key = K::load(self, view, locator).await?;
        Ok(key.filter(|key| !key.key().record.state.is_over(call.origin.at)))
    }

    async fn target_of(&self, view: &mut View, name: &AliasName) -> Result<Option<KeyLocator>, Error> {
        let key_id = if view.is_cached() {
            self.aliases.get_or_load(name, Ok::<_, Error>).await?.map(|record| record.key_id)
        } else {
            view.tx().await?.get::<AliasRecord>(name).await?.map(|record| record.key_id)
        };
        let AliasName { account, region, .. } = name;
        Ok(key_id.map(|key_id| KeyLocator { account: *account, region: region.clone(), key_id }))
    }
}

/// What a `KeyId` says, before anything is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Reference {
    Key(KeyLocator),
    Alias(AliasName),
}

impl Reference {
    /// Short forms are about `account`, which is the caller's, and everything is about `region`, which is the request's.
    fn parse(text: &str, account: AccountId, region: &Region, takes: Takes) -> Result<Self, Error> {
        let invalid = || Error::InvalidKeyId(text.to_owned());
        if !text.starts_with("arn:") {
            return Self::of_resource(text, account, region, takes).ok_or_else(invalid);
        }
        let invalid_arn = || match takes {
            Takes::NameToUse => Error::UnknownArn(text.to_owned()),
            _ => Error::InvalidArn(text.to_owned()),
        };
        let arn: Arn = text.parse().map_err(|_| invalid_arn())?;
        if arn.partition() != arn::PARTITION || arn.service() != "kms" {
            return Err(invalid_arn());
        }
        let owner = arn.account_id().ok_or_else(invalid_arn)?;
        if arn.region() != region.as_str() {
            return Err(Error::OtherRegion(arn.region().to_owned()));
        }
        let resource = arn.resource();
        match resource.strip_prefix("key/") {
            Some(key_id) => {
                Self::of_key(key_id, owner, region).ok_or_else(|| Error::InvalidKeyId(key_id.to_owned()))
            }
            None if resource.starts_with(alias::PREFIX) => {
                if !takes.aliases() {
                    return Err(Error::AliasNotSupported);
                }
                Self::of_resource(resource, owner, region, takes).ok_or_else(invalid)
            }
            None => Err(invalid_arn()),
        }
    }

    fn of_resource(text: &str, account: AccountId, region: &Region, takes: Takes) -> Option<Self> {
        if !text.starts_with(alias::PREFIX) {
            return Self::of_key(text, account, region);
        }
        let name = AliasName { account, region: region.clone(), name: text.to_owned() };
        takes.aliases().then_some(Self::Alias(name))
    }

    fn of_key(key_id: &str, account: AccountId, region: &Region) -> Option<Self> {
        let key_id: KeyId = key_id.parse().ok()?;
        Some(Self::Key(KeyLocator { account, region: region.clone(), key_id }))
    }

    fn account(&self) -> AccountId {
        match self {
            Self::Key(locator) => locator.account,
            Self::Alias(name) => name.account,
        }
    }

    fn arn(&self) -> String {
        match self {
            Self::Key(locator) => locator.to_string(),
            Self::Alias(name) => name.arn(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "1234abcd-12ab-34cd-56ef-1234567890ab";

    fn parse(text: &str, takes: Takes) -> Result<String, String> {
        let account = "111122223333".parse().unwrap();
        let region = "eu-west-1".parse().unwrap();
        match Reference::parse(text, account, &region, takes) {
            Ok(reference) => Ok(reference.arn()),
            Err(error) => Err(error.to_string()),
        }
    }

    #[test]
    fn every_form_leads_to_one_arn() {
        let key = format!("arn:aws:kms:eu-west-1:111122223333:key/{ID}");
        let foreign = format!("arn:aws:kms:eu-west-1:444455556666:key/{ID}");
        for takes in [Takes::OwnKey, Takes::AnyKey, Takes::AnyName] {
            assert_eq!(parse(ID, takes), Ok(key.clone()));
            assert_eq!(parse(&key, takes), Ok(key.clone()));
            assert_eq!(parse(&foreign, takes), Ok(foreign.clone()));
        }
        let alias = "arn:aws:kms:eu-west-1:111122223333:alias/customer-123";
        assert_eq!(parse("alias/customer-123", Takes::AnyName), Ok(alias.to_owned()));
        assert_eq!(parse(alias, Takes::AnyName), Ok(alias.to_owned()));
        let multi_region = "mrk-1234abcd12ab34cd56ef1234567890ab";
        assert!(parse(multi_region, Takes::OwnKey).unwrap().ends_with(multi_region));
    }

    #[test]
    fn what_is_not_a_name_is_refused_in_awss_words() {
        for takes in [Takes::OwnKey, Takes::AnyKey] {
            assert_eq!(parse("alias/x", takes), Err("Invalid keyId 'alias/x'".to_owned()));
            let alias = parse("arn:aws:kms:eu-west-1:111122223333:alias/x", takes);
            assert_eq!(alias, Err("Key Aliases are not supported for this operation".to_owned()));
        }
        for text in ["fake-key-id", "134f2428cec14b25a1ae9048164dba47", "mrk-fake", "customer-123", ""] {
            assert_eq!(parse(text, Takes::AnyName), Err(format!("Invalid keyId '{text}'")));
        }
        let other_region = format!("arn:aws:kms:ap-southeast-1:111122223333:key/{ID}");
        assert_eq!(parse(&other_region, Takes::AnyName), Err("Invalid arn ap-southeast-1".to_owned()));
        for text in [
            "arn:",
            "arn:aws:kms",
            "arn:aws:s3:eu-west-1:111122223333:key/x",
            "arn:aws-cn:kms:eu-west-1:111122223333:key/x",
            "arn:aws:kms:eu-west-1:111122223333:grant/x",
            "arn:aws:kms:eu-west-1::alias/x",
        ] {
            for takes in [Takes::OwnKey, Takes::AnyKey, Takes::AnyName, Takes::NameToUse] {
                assert_eq!(parse(text, takes), Err(format!("Invalid arn {text}")));
            }
        }
    }
}
