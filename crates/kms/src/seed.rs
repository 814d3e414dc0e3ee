//! Keys that a bootstrap file declares.

use std::collections::{BTreeMap, BTreeSet};

use arn::{AccountId, Region};
use clock::Timestamp;
use envelope::{KeyId, KeyLocator};
use gate::{ServiceEvent, View};
use key_algorithms::KeyUsage;
use serde_json::json;

use crate::alias::{self, AliasName, AliasRecord};
use crate::key::{KeyCount, KeyRecord, new_key_id};
use crate::maintenance::event;
use crate::origin::KeyOrigin;
use crate::rotation::Schedule;
use crate::spec::KeySpec;
use crate::state::KeyState;
use crate::{Error, Kms, policy, tags};

/// A symmetric key as the operator wants it to be.
#[derive(Debug, Clone)]
pub struct KeySeed {
    /// Who owns it.
    pub account: AccountId,
    /// Where it is.
    pub region: Region,
    /// The description; may be empty.
    pub description: String,
    /// Its aliases (`alias/...`). The first one is what it is known by from one start to the next.
    pub aliases: Vec<String>,
    /// The text of the key policy; `None` for the default one.
    pub policy: Option<String>,
    /// Its tags, all of them.
    pub tags: BTreeMap<String, String>,
    /// Whether it is rotated every year.
    pub rotation: bool,
    /// The key id, when it must be a certain one; else a random one is made.
    pub key_id: Option<KeyId>,
}

/// Brings a key to the state that `seed` describes, creating it when it does not exist; `None` when nothing was to be done.
///
/// It is the key that the first alias points to, else the one with the given key id. Description, policy, tags and rotation become those of the
/// seed; aliases that are missing are added, none are removed; whether it is disabled is left alone. The policy is checked,
/// but not for locking anybody out: the operator can come again. Whom it names must exist by then: accounts come first.
///
/// Part of a [`gate::Duty`], whose transaction is `view`.
pub async fn seed(
    kms: &Kms,
    view: &mut View,
    seed: &KeySeed,
    now: Timestamp,
) -> Result<Option<ServiceEvent>, Error> {
    for name in &seed.aliases {
        alias::check_name(name)?;
    }
    tags::check(&seed.tags)?;
    let policy = seed.policy.clone().unwrap_or_else(|| policy::default_key_policy(seed.account));
    policy::parse(&policy)?;
    let bound = kms.bind(view, &policy).await.map_err(|error| match error {
        Error::InvalidPrincipals(unknown) => Error::UndeclaredPrincipals(unknown),
        error => error,
    })?;
    let found = find(kms, view, seed, now).await?;
    if let Some(key) = found.as_ref().filter(|key| seed.rotation && key.origin == KeyOrigin::External) {
        return Err(Error::WrongOrigin { key: key.locator.to_string(), origin: key.origin });
    }
    let created = found.is_none();
    let mut key = match found {
        Some(key) => key,
        None => create(kms, view, seed, now).await?,
    };
    let before = Declared::of(&key);
    key.description.clone_from(&seed.description);
    key.policy = policy;
    key.bound = bound;
    key.tags.clone_from(&seed.tags);
    key.rotation = match (seed.rotation, key.rotation) {
        // Replicas rotate with their primary key.
        (_, current) if key.is_replica() => current,
        (true, current) => Some(Schedule::enabled(current, None, now)),
        (false, _) => None,
    };
    for name in seed.aliases.iter().filter(|name| !before.aliases.contains(*name)) {
        let name = AliasName { account: seed.account, region: seed.region.clone(), name: name.clone() };
        if kms.is_taken(view, &name, now).await? {
            return Err(Error::AliasExists(name.arn()));
        }
        alias::attach(&mut key, &name)?;
        let alias = AliasRecord { name, key_id: key.locator.key_id, created: now, updated: now };
        view.tx().await?.put(&alias).await?;
    }
    if !created && before == Declared::of(&key) {
        return Ok(None);
    }
    // What its replicas then share is part of this change.
    kms.put_shared(view.tx().await?, &key).await?;
    let name = if created { "CreateKey" } else { "UpdateKey" };
    Ok(Some(event(name, &key, json!({ "reason": "bootstrap", "aliases": key.aliases }))))
}

/// What a seed decides of a key.
#[derive(PartialEq)]
struct Declared {
    description: String,
    policy: String,
    bound: BTreeMap<String, String>,
    tags: BTreeMap<String, String>,
    rotation: Option<Schedule>,
    aliases: BTreeSet<String>,
}

impl Declared {
    fn of(key: &KeyRecord) -> Self {
        Self {
            description: key.description.clone(),
            policy: key.policy.clone(),
            bound: key.bound.clone(),
            tags: key.tags.clone(),
            rotation: key.rotation,
            aliases: key.aliases.clone(),
        }
    }
}

async fn find(
    kms: &Kms,
    view: &mut View,
    seed: &KeySeed,
    now: Timestamp,
) -> Result<Option<KeyRecord>, Error> {
    if let Some(name) = seed.aliases.first() {
        let name = AliasName { account: seed.account, region: seed.region.clone(), name: name.clone() };
        match kms.alias(view, &name, now).await {
            Ok((_, key)) => return Ok(Some(key.record)),
            Err(Error::NoSuchAlias(_)) => {}
            Err(error) => return Err(error),
        }
    } else if seed.key_id.is_none() {
        return Err(Error::invalid("A declared key needs an alias or a key id to be known by."));
    }
    let Some(key_id) = seed.key_id else { return Ok(None) };
    let locator = KeyLocator { account: seed.account, region: seed.region.clone(), key_id };
    match view.tx().await?.get::<KeyRecord>(&locator).await? {
        Some(key) if key.state.is_over(now) => Err(Error::NoSuchKey(locator)),
        found => Ok(found),
    }
}

async fn create(kms: &Kms, view: &mut View, seed: &KeySeed, now: Timestamp) -> Result<KeyRecord, Error> {
    let key_id = match seed.key_id {
        Some(key_id) if key_id.is_multi_region() => {
            return Err(Error::unsupported("Multi-Region keys are not supported."));
        }
        Some(key_id) => key_id,
        None => new_key_id(kms.random.as_ref(), false)?,
    };
    let locator = KeyLocator { account: seed.account, region: seed.region.clone(), key_id };
    KeyCount::add(view.tx().await?, seed.account, &seed.region).await?;
    Ok(KeyRecord {
        spec: KeySpec::SymmetricDefault,
        origin: KeyOrigin::AwsKms,
        usage: KeyUsage::EncryptDecrypt,
        state: KeyState::Enabled,
        description: String::new(),
        created: now,
        policy: String::new(),
        bound: BTreeMap::new(),
        tags: BTreeMap::new(),
        aliases: BTreeSet::new(),
        rotation: None,
        materials: vec![kms.vault().generate(&locator, now, None)?],
        pending: None,
        custody: None,
        related: None,
        locator,
    })
}
