use arn::{AccountId, Region};
use clock::Timestamp;
use envelope::{KeyId, KeyLocator};
use gate::{Call, View};
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Record};

use crate::key::{Key, KeyRecord};
use crate::{Error, Kms};

/// The most aliases that a key can have. Source: Developer Guide, "Resource quotas".
pub(crate) const ALIASES_PER_KEY: usize = 50;

pub(crate) const KEY_INDEX: &str = "key";

/// An alias, as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AliasRecord {
    /// Account, region and name.
    #[serde(flatten)]
    pub name: AliasName,
    /// The key that it points to, in the same account and region.
    pub key_id: KeyId,
    /// When it was created.
    pub created: Timestamp,
    /// When it was last pointed to a key.
    pub updated: Timestamp,
}

/// The full name of an alias.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AliasName {
    /// The account that owns it.
    pub account: AccountId,
    /// The region that it is in.
    pub region: Region,
    /// `alias/...`
    pub name: String,
}

impl AliasName {
    /// The alias `name` in the caller's account and the request's region.
    pub(crate) fn of<I>(call: &Call<I>, name: &str) -> Self {
        Self { account: call.caller.account, region: call.origin.region.clone(), name: name.to_owned() }
    }

    /// The alias ARN.
    pub fn arn(&self) -> String {
        let Self { account, region, name } = self;
        format!("arn:{}:kms:{region}:{account}:{name}", arn::PARTITION)
    }
}

impl Record for AliasRecord {
    const KIND: &'static str = "kms-alias";
    type Key = AliasName;

    fn key(&self) -> AliasName {
        self.name.clone()
    }

    fn encode_key(key: &AliasName) -> KeyBytes {
        KeyBytes::of(&(key.account, key.region.as_str(), &key.name))
    }

    fn indexes(&self, out: &mut Indexes) {
        out.add(KEY_INDEX, (self.name.account, &self.name.region, self.key_id.to_string()));
    }
}

/// What stands before the name of every alias.
pub(crate) const PREFIX: &str = "alias/";

const RESERVED: &str = "alias/aws/";

/// Whether an alias can have this name, which is `alias/` and at least one letter, digit, `/`, `_` or `-`.
///
/// Source: API Reference, CreateAlias. The length (256) is the service description's to check.
pub(crate) fn check_name(name: &str) -> Result<(), Error> {
    let rest = name.strip_prefix(PREFIX).ok_or(Error::AliasPrefix)?;
    if rest.is_empty() {
        return Err(Error::NotAnAliasName);
    }
    if name.starts_with(RESERVED) {
        return Err(Error::ReservedAlias);
    }
    if rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/_-".contains(&byte)) {
        Ok(())
    } else {
        Err(Error::AliasCharacters(name.to_owned()))
    }
}

/// An alias points to a key and to nothing else.
pub(crate) fn check_target(key_id: &str) -> Result<(), Error> {
    let resource = key_id.rsplit(':').next().unwrap_or_default();
    if resource.starts_with(PREFIX) { Err(Error::AliasOfAlias) } else { Ok(()) }
}

/// The target of an alias was not found: CreateAlias and UpdateAlias have no `InvalidArnException`.
pub(crate) fn target_not_found(error: Error) -> Error {
    match error {
        Error::InvalidArn(text) => Error::UnknownArn(text),
        other => other,
    }
}

/// Notes a further alias in the key's record.
pub(crate) fn attach(key: &mut KeyRecord, alias: &AliasName) -> Result<(), Error> {
    key.aliases.insert(alias.name.clone());
    if key.aliases.len() > ALIASES_PER_KEY {
        return Err(Error::limit(format!(
            "{} has {ALIASES_PER_KEY} aliases, which is the most that a key can have.",
            key.locator
        )));
    }
    Ok(())
}

impl Kms {
    /// An alias and its key, from the view's transaction. An alias whose key's waiting period is over counts as deleted.
    pub(crate) async fn alias(
        &self,
        view: &mut View,
        name: &AliasName,
        now: Timestamp,
    ) -> Result<(AliasRecord, Key), Error> {
        let tx = view.tx().await?;
        let missing = || Error::NoSuchAlias(name.arn());
        let alias = tx.get::<AliasRecord>(name).await?.ok_or_else(missing)?;
        let AliasName { account, region, .. } = name;
        let locator = KeyLocator { account: *account, region: region.clone(), key_id: alias.key_id };
        let key = tx.get::<KeyRecord>(&locator).await?.filter(|key| !key.state.is_over(now));
        Ok((alias, Key::prepare(key.ok_or_else(missing)?)?))
    }

    /// Whether a key has this alias.
    pub(crate) async fn is_taken(
        &self,
        view: &mut View,
        name: &AliasName,
        now: Timestamp,
    ) -> Result<bool, Error> {
        match self.alias(view, name, now).await {
            Ok(_) => Ok(true),
            Err(Error::NoSuchAlias(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for name in ["alias/a", "alias/customer-123", "alias/team/app_1", "alias/awsome", "alias//"] {
            assert!(check_name(name).is_ok(), "{name}");
        }
        for name in ["", "alias", "customer-123", "Alias/x"] {
            assert!(matches!(check_name(name), Err(Error::AliasPrefix)), "{name}");
        }
        assert!(matches!(check_name("alias/"), Err(Error::NotAnAliasName)));
        assert!(matches!(check_name("alias/aws/s3"), Err(Error::ReservedAlias)));
        for name in ["alias/a:b", "alias/ä", "alias/a b"] {
            assert!(matches!(check_name(name), Err(Error::AliasCharacters(_))), "{name}");
        }
    }
}
