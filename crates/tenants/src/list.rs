//! Looking at tenants.

use std::collections::BTreeMap;

use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tenant_id::TenantId;

use crate::inventory::Loose;
use crate::onboard::CONCURRENT_LOOKS;
use crate::patience::call;
use crate::tenant::{Details, Grant, Key, Status};
use crate::{Error, Tenants, plan};

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
    /// Grants on the key: ways to it beside the key policy.
    pub grants: Vec<Grant>,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Those whose keys are on this page, however few.
    pub tenants: Vec<Tenant>,
    /// Where the next page begins, when there is one: the KMS's marker.
    pub next: Option<String>,
}

/// Says how many of how many are done.
pub type Progress<'a> = &'a (dyn Fn(usize, usize) + Sync);

impl Tenants {
    /// All tenants by id: live ones, unfinished ones, and those on their way out.
    ///
    /// # Errors
    /// What the endpoint refuses.
    pub async fn list(&self, concurrency: usize, progress: Progress<'_>) -> Result<Vec<Tenant>, Error> {
        let inventory = self.take_stock(concurrency).await?;
        let total = inventory.aliases.len();
        let unnamed = inventory.loose.keys().filter(|tenant| !inventory.aliases.contains_key(*tenant));
        let loose = |tenant: &TenantId| {
            let it = inventory.own_key(tenant).or_else(|| inventory.loose(tenant).first())?;
            Some(Tenant::of_loose(tenant.clone(), it.clone()))
        };
        let mut tenants: Vec<Tenant> = unnamed.filter_map(loose).collect();
        let mut looks = stream::iter(inventory.aliases)
            .map(|(tenant, target)| async move {
                let name = target.unwrap_or_else(|| tenant.alias());
                let key = self.connection.key_or_hidden(&name).await?;
                Ok::<_, Error>(key.map(|key| Tenant::of(tenant, key, true, &BTreeMap::new())))
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

    /// The tenants of `size` keys behind `marker`, in the KMS's order: a tenant without an alias is there once for each of its keys. It takes six calls
    /// for a key at most, however many there are.
    ///
    /// # Errors
    /// What the endpoint refuses, such as a marker that is none.
    pub async fn page(&self, marker: Option<&str>, size: i32) -> Result<Page, Error> {
        let request = || self.connection.kms.list_keys().limit(size).set_marker(marker.map(str::to_owned));
        let page = call!("ListKeys", request())?;
        let ids = page.keys.unwrap_or_default().into_iter().filter_map(|key| key.key_id);
        let looks = stream::iter(ids).map(|id| self.of_key(id)).buffered(CONCURRENT_LOOKS);
        let tenants: Vec<Vec<Tenant>> = looks.try_collect().await?;
        Ok(Page { tenants: tenants.concat(), next: page.next_marker.filter(|_| page.truncated) })
    }

    /// The tenants whose key this is: by its aliases, or by its tag when it has none and the tenant no other key.
    async fn of_key(&self, id: String) -> Result<Vec<Tenant>, Error> {
        let Some(aliases) = self.connection.aliases_of(&id).await? else { return Ok(Vec::new()) };
        if aliases.is_empty() {
            let Some(found) = self.loose(id).await? else { return Ok(Vec::new()) };
            let Some(tenant) = found.tenant() else { return Ok(Vec::new()) };
            let is_live = self.connection.key_or_hidden(&tenant.alias()).await?.is_some();
            return Ok(Vec::from_iter((!is_live).then(|| Tenant::of_loose(tenant, found))));
        }
        let tenants: Vec<TenantId> = aliases.iter().filter_map(|name| TenantId::from_alias(name)).collect();
        let key = if tenants.is_empty() { None } else { self.connection.key_or_hidden(&id).await? };
        let of = |tenant| key.clone().map(|key| Tenant::of(tenant, key, true, &BTreeMap::new()));
        Ok(tenants.into_iter().filter_map(of).collect())
    }

    /// Everything about one tenant.
    ///
    /// # Errors
    /// [`Error::NoSuchTenant`]; [`Error::Unfit`] when the alias leads to a key that is not the tenant's.
    pub async fn show(&self, tenant: &TenantId) -> Result<Shown, Error> {
        let (details, has_alias) = match self.connection.key(&tenant.alias()).await? {
            Some(key) => (self.connection.details(key).await?, true),
            None => (self.connection.details(self.loose_key(tenant).await?).await?, false),
        };
        plan::owned(tenant, &details.tags)?;
        let tenant = Tenant::of(tenant.clone(), details.key.clone(), has_alias, &details.tags);
        let Details { rotation, tags, policy, grants, .. } = details;
        Ok(Shown { tenant, rotation, tags, policy, grants })
    }
}

impl Tenant {
    fn of(tenant: TenantId, key: Key, has_alias: bool, tags: &BTreeMap<String, String>) -> Self {
        let status = Status::of(&key, has_alias, tags);
        Self { alias: tenant.alias(), tenant, status, key }
    }

    /// Of the key that bears the tenant's tag, its own or not.
    fn of_loose(tenant: TenantId, it: Loose) -> Self {
        let found = Self::of(tenant, it.key, false, &it.tags);
        match it.sealed || found.key.deletion.is_some() {
            true => found,
            false => Self { status: Status::Unavailable, ..found },
        }
    }
}
