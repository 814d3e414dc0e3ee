//! Looking at tenants.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tenant_id::TenantId;

use crate::inventory::Inventory;
use crate::onboard::CONCURRENT_LOOKS;
use crate::tenant::{Key, Status};
use crate::{Error, Tenants};

/// A tenant in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Tenant {
    /// The tenant.
    pub tenant: TenantId,
    /// Its alias, live or not.
    pub alias: String,
    /// How it is.
    pub status: Status,
    /// Its key.
    pub key: Key,
}

/// Everything about one tenant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shown {
    /// As in a list.
    #[serde(flatten)]
    pub tenant: Tenant,
    /// Whether the KMS rotates the key.
    pub rotation: bool,
    /// The key's tags.
    pub tags: BTreeMap<String, String>,
    /// The key policy.
    pub policy: Value,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// By id.
    pub tenants: Vec<Tenant>,
    /// Whether there are tenants behind them.
    pub more: bool,
}

/// Says how many of how many are done.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

impl Tenants {
    /// All tenants by id: live ones, unfinished ones, and those on their way out.
    ///
    /// # Errors
    /// What the endpoint refuses.
    pub async fn list(&self, concurrency: usize, progress: Progress<'_>) -> Result<Vec<Tenant>, Error> {
        let inventory = self.connection.inventory(concurrency).await?;
        self.found(inventory, concurrency, progress).await
    }

    /// The first `size` tenants behind `after`, by id.
    ///
    /// # Errors
    /// What the endpoint refuses.
    pub async fn page(&self, after: Option<&TenantId>, size: usize) -> Result<Page, Error> {
        let mut inventory = self.connection.inventory(CONCURRENT_LOOKS).await?;
        let mut ids: Vec<&TenantId> = inventory.aliases.keys().chain(inventory.loose.keys()).collect();
        ids.retain(|id| after.is_none_or(|after| *id > after));
        ids.sort_unstable();
        ids.dedup();
        let more = ids.len() > size;
        let ids: BTreeSet<TenantId> = ids.into_iter().take(size).cloned().collect();
        inventory.aliases.retain(|id, _| ids.contains(id));
        inventory.loose.retain(|id, _| ids.contains(id));
        Ok(Page { tenants: self.found(inventory, CONCURRENT_LOOKS, &|_, _| ()).await?, more })
    }

    async fn found(
        &self,
        inventory: Inventory,
        concurrency: usize,
        progress: Progress<'_>,
    ) -> Result<Vec<Tenant>, Error> {
        let total = inventory.aliases.len();
        let mut tenants: Vec<Tenant> = loose_tenants(&inventory);
        let mut looks = stream::iter(inventory.aliases)
            .map(|(tenant, target)| async move {
                let name = target.unwrap_or_else(|| tenant.alias());
                let key = self.connection.key(&name).await?;
                Ok::<_, Error>(key.map(|key| {
                    let status = Status::of(&key, true, &BTreeMap::new());
                    Tenant { alias: tenant.alias(), tenant, status, key }
                }))
            })
            .buffer_unordered(concurrency.max(1));
        let mut seen = 0;
        while let Some(found) = looks.try_next().await? {
            seen += 1;
            progress(seen, total);
            tenants.extend(found);
        }
        tenants.sort_by(|one, other| one.tenant.cmp(&other.tenant));
        Ok(tenants)
    }

    /// Everything about one tenant.
    ///
    /// # Errors
    /// [`Error::NoSuchTenant`].
    pub async fn show(&self, tenant: &TenantId) -> Result<Shown, Error> {
        let (key, has_alias) = match self.connection.key(&tenant.alias()).await? {
            Some(key) => (key, true),
            None => {
                let inventory = self.connection.inventory(CONCURRENT_LOOKS).await?;
                let loose = loose_tenants(&inventory).into_iter().find(|it| it.tenant == *tenant);
                (loose.ok_or_else(|| Error::NoSuchTenant(tenant.clone()))?.key, false)
            }
        };
        let details = self.connection.details(key).await?;
        let status = Status::of(&details.key, has_alias, &details.tags);
        let tenant = Tenant { tenant: tenant.clone(), alias: tenant.alias(), status, key: details.key };
        Ok(Shown { tenant, rotation: details.rotation, tags: details.tags, policy: details.policy })
    }
}

/// Tenants without an alias, each with the key that says most about it. Keys that are only too many are matters of `drift`.
fn loose_tenants(inventory: &Inventory) -> Vec<Tenant> {
    let unnamed = inventory.loose.iter().filter(|(tenant, _)| !inventory.aliases.contains_key(tenant));
    unnamed
        .filter_map(|(tenant, loose)| {
            let offboarded = loose.iter().find(|it| it.tags.contains_key(crate::desired::OFFBOARDED_TAG));
            let it = offboarded.or_else(|| loose.first())?;
            let status = Status::of(&it.key, false, &it.tags);
            Some(Tenant { tenant: tenant.clone(), alias: tenant.alias(), status, key: it.key.clone() })
        })
        .collect()
}
