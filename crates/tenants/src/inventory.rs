//! All keys of tenants: those with an alias, and those that have none (yet, or any more).

use std::collections::{BTreeMap, HashMap, HashSet};

use futures_util::stream::{self, StreamExt, TryStreamExt};
use tenant_id::TenantId;

use crate::patience::call;
use crate::tenant::{Key, tagged};
use crate::{Connection, Error};

/// The tenants' aliases, and the keys that carry a tenant's tag and no alias at all.
#[derive(Debug, Default)]
pub(crate) struct Inventory {
    /// By tenant: the id of the key that the alias leads to. `None` leads to nothing.
    pub aliases: BTreeMap<TenantId, Option<String>>,
    /// By tenant: keys with its tag and without an alias, oldest first, with their tags.
    pub loose: HashMap<TenantId, Vec<Loose>>,
}

/// A key without an alias.
#[derive(Debug, Clone)]
pub(crate) struct Loose {
    pub key: Key,
    pub tags: BTreeMap<String, String>,
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
            if let Some((tenant, loose)) = found {
                inventory.loose.entry(tenant).or_default().push(loose);
            }
        }
        for loose in inventory.loose.values_mut() {
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

    /// What is known of a key without an alias, when it is a tenant's. A key whose tags may not be read is not: tenants' keys let
    /// the account's administrators read them.
    async fn loose(&self, id: String) -> Result<Option<(TenantId, Loose)>, Error> {
        let gone = |error: &Error| {
            matches!(error.code(), Some("AccessDeniedException" | "AccessDenied" | "NotFoundException"))
        };
        let tags = match self.tags(&id).await {
            Ok(tags) => tags,
            Err(error) if gone(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        let Some(tenant) = tagged(&tags) else { return Ok(None) };
        Ok(self.key(&id).await?.map(|key| (tenant, Loose { key, tags })))
    }
}
