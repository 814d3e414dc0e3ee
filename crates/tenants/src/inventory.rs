//! All keys of tenants: those with an alias, and those that have none (yet, or any more).

use std::collections::{BTreeMap, HashMap, HashSet};

use futures_util::stream::{self, StreamExt, TryStreamExt};
use tenant_id::TenantId;

use crate::desired::OFFBOARDED_TAG;
use crate::patience::call;
use crate::signing_key::SIGNING_TAG;
use crate::tenant::{Key, tagged};
use crate::{Connection, Error};

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
#[derive(Debug, Clone)]
pub(crate) struct Loose {
    pub key: Key,
    pub tags: BTreeMap<String, String>,
}

impl Loose {
    /// The tenant that its tags name.
    pub fn tenant(&self) -> Option<TenantId> {
        tagged(&self.tags)
    }
}

impl Inventory {
    /// The key that says most about a tenant without an alias: one that is being offboarded before one that is only too many, which is a matter of
    /// `drift`.
    pub fn loose_key(&self, tenant: &TenantId) -> Option<&Loose> {
        let loose = self.loose.get(tenant)?;
        loose.iter().find(|it| it.tags.contains_key(OFFBOARDED_TAG)).or_else(|| loose.first())
    }
}

impl Connection {
    /// Takes stock. Keys come before aliases, so that a key whose alias is made in between is not taken for one without.
    pub(crate) async fn inventory(&self, concurrency: usize) -> Result<Inventory, Error> {
        let keys = self.all_keys().await?;
        let mut inventory = Inventory::default();
        let mut named = HashSet::new();
        for (name, target) in self.all_aliases().await? {
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

    /// What is known of a key without an alias, when it is a tenant's or signs certificates. A key whose tags may not be read is not: tenants' keys let
    /// the account's administrators read them.
    pub(crate) async fn loose(&self, id: String) -> Result<Option<Loose>, Error> {
        let gone = |error: &Error| {
            matches!(error.code(), Some("AccessDeniedException" | "AccessDenied" | "NotFoundException"))
        };
        let tags = match self.tags(&id).await {
            Ok(tags) => tags,
            Err(error) if gone(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        if tagged(&tags).is_none() && !tags.contains_key(SIGNING_TAG) {
            return Ok(None);
        }
        Ok(self.key(&id).await?.map(|key| Loose { key, tags }))
    }
}
