//! All keys of tenants: those with an alias, and those that have none (yet, or any more).

use std::collections::{BTreeMap, HashMap, HashSet};

use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde_json::Value;
use tenant_id::TenantId;

use crate::desired::OFFBOARDED_TAG;
use crate::patience::call;
use crate::policy_form;
use crate::signing_key::SIGNING_TAG;
use crate::tenant::{Key, Purpose, tagged};
use crate::{Connection, Error, Kind, Tenants};

/// The tenants' aliases, and the keys that carry a tenant's tag and no alias at all.
#[derive(Debug, Default)]
pub(crate) struct Inventory {
    /// By tenant: the id of the key that the alias leads to. `None` leads to nothing.
    pub aliases: BTreeMap<TenantId, Option<String>>,
    /// By tenant: keys with its tag and without an alias, oldest first, with their tags.
    pub loose: HashMap<TenantId, Vec<Loose>>,
    /// Keys that were made to sign certificates and have no alias, oldest first.
    pub signing: Vec<Loose>,
}

/// A key without an alias.
///
/// Its tag says which tenant it is *for*, never that the service made it: whoever may tag keys can set it. Only a sealed key is the tenant's own.
#[derive(Debug, Clone)]
pub(crate) struct Loose {
    pub key: Key,
    pub tags: BTreeMap<String, String>,
    /// Whether nobody but the account's administrators has a way to it, whoever made it: it has the very key policy that this service gives such
    /// keys, and no grants.
    pub sealed: bool,
}

impl Loose {
    /// The tenant that its tags name.
    pub fn tenant(&self) -> Option<TenantId> {
        tagged(&self.tags)
    }

    /// Whether it is on its way out, or marked so.
    pub fn is_leaving(&self) -> bool {
        self.key.deletion.is_some() || self.tags.contains_key(OFFBOARDED_TAG)
    }

    /// Whether onboarding can go on with it. Material that is in it already may be known to whoever brought it.
    pub fn is_unfinished(&self) -> bool {
        let fresh = self.key.origin != "EXTERNAL" || self.key.state == "PendingImport";
        self.sealed && fresh && !self.is_leaving()
    }

    /// Whether it bears the tag, is there to stay, and is not what onboarding or offboarding leaves.
    pub fn is_foreign(&self) -> bool {
        self.key.deletion.is_none() && !self.is_unfinished() && !(self.sealed && self.is_leaving())
    }
}

impl Inventory {
    /// The tenant's keys without an alias, its own and others with its tag.
    pub fn loose(&self, tenant: &TenantId) -> &[Loose] {
        self.loose.get(tenant).map(Vec::as_slice).unwrap_or_default()
    }

    /// The own key of a tenant without an alias that says most: one that is being offboarded before one that is only too many, which is a matter of
    /// `drift`.
    pub fn own_key(&self, tenant: &TenantId) -> Option<&Loose> {
        let own = || self.loose(tenant).iter().filter(|it| it.sealed);
        own().find(|it| it.tags.contains_key(OFFBOARDED_TAG)).or_else(|| own().next())
    }
}

impl Tenants {
    /// Takes stock. Keys come before aliases, so that a key whose alias is made in between is not taken for one without.
    pub(crate) async fn take_stock(&self, concurrency: usize) -> Result<Inventory, Error> {
        let keys = self.connection.all_keys().await?;
        let mut inventory = Inventory::default();
        let mut named = HashSet::new();
        for (name, target) in self.connection.all_aliases().await? {
            if let Some(tenant) = TenantId::from_alias(&name) {
                inventory.aliases.insert(tenant, target.clone());
            }
            named.extend(target);
        }
        let unnamed = keys.into_iter().filter(|key| !named.contains(key));
        let mut looks = stream::iter(unnamed).map(|key| self.loose(key)).buffer_unordered(concurrency.max(1));
        while let Some(found) = looks.try_next().await? {
            let Some(found) = found else { continue };
            match found.tenant() {
                Some(tenant) => inventory.loose.entry(tenant).or_default().push(found),
                None => inventory.signing.push(found),
            }
        }
        for loose in inventory.loose.values_mut().chain([&mut inventory.signing]) {
            loose.sort_by(|one, other| {
                (&one.key.created, &one.key.id).cmp(&(&other.key.created, &other.key.id))
            });
        }
        Ok(inventory)
    }

    /// What is known of a key without an alias, when it is a tenant's or signs certificates. A key whose tags may not be read is not: tenants' keys let
    /// the account's administrators read them. What is refused about the one key is no error: then it is not sealed.
    pub(crate) async fn loose(&self, id: String) -> Result<Option<Loose>, Error> {
        let tags = match self.connection.tags(&id).await {
            Err(error) if is_about_the_key(&error) => return Ok(None),
            tags => tags?,
        };
        let (policy, purpose) = match tagged(&tags) {
            Some(tenant) => (self.service.key_policy(&tenant), Purpose::Encryption),
            None if tags.contains_key(SIGNING_TAG) => (self.service.signing_policy(), Purpose::Signing),
            None => return Ok(None),
        };
        let Some(key) = self.connection.key_or_hidden(&id).await? else { return Ok(None) };
        let sealed = key.purpose == purpose
            && match self.connection.has_only(&id, &policy).await {
                Err(error) if is_about_the_key(&error) => false,
                sealed => sealed?,
            };
        Ok(Some(Loose { key, tags, sealed }))
    }
}

/// Whether a refusal says something about one key and not about the service.
fn is_about_the_key(error: &Error) -> bool {
    matches!(error.kind(), Kind::Forbidden | Kind::NotFound | Kind::Conflict)
}

impl Connection {
    /// Whether a key has this policy and no grants. The policy is looked at first: from then on nobody whom it does not name can make a grant.
    async fn has_only(&self, key: &str, policy: &Value) -> Result<bool, Error> {
        Ok(policy_form::same(policy, &self.policy(key).await?) && self.grants(key).await?.is_empty())
    }

    async fn all_keys(&self) -> Result<Vec<String>, Error> {
        let mut keys = Vec::new();
        let mut marker = None;
        loop {
            let page = call!("ListKeys", self.kms.list_keys().limit(1000).set_marker(marker.clone()))?;
            keys.extend(page.keys.unwrap_or_default().into_iter().filter_map(|key| key.key_id));
            match page.next_marker {
                Some(next) if page.truncated => marker = Some(next),
                _ => return Ok(keys),
            }
        }
    }

    async fn all_aliases(&self) -> Result<Vec<(String, Option<String>)>, Error> {
        let mut aliases = Vec::new();
        let mut marker = None;
        loop {
            let page = call!("ListAliases", self.kms.list_aliases().limit(100).set_marker(marker.clone()))?;
            let found = page.aliases.unwrap_or_default();
            aliases
                .extend(found.into_iter().filter_map(|alias| Some((alias.alias_name?, alias.target_key_id))));
            match page.next_marker {
                Some(next) if page.truncated => marker = Some(next),
                _ => return Ok(aliases),
            }
        }
    }

    /// The names of a key's aliases; `None` when there is no such key (any more).
    pub(crate) async fn aliases_of(&self, key: &str) -> Result<Option<Vec<String>>, Error> {
        // A key has 50 at most.
        match call!("ListAliases", self.kms.list_aliases().key_id(key).limit(100)) {
            Ok(page) => {
                let aliases = page.aliases.unwrap_or_default();
                Ok(Some(aliases.into_iter().filter_map(|alias| alias.alias_name).collect()))
            }
            Err(error) if error.code() == Some("NotFoundException") => Ok(None),
            Err(error) => Err(error),
        }
    }
}
