//! What happens to a live tenant: suspended, resumed, offboarded, brought back.

use std::collections::BTreeMap;

use clock::{Clock, SystemClock};
use tenant_id::TenantId;

use crate::desired::{self, Material, OFFBOARDED_TAG, SUSPENDED_TAG};
use crate::onboard::Outcome;
use crate::plan::{self, Action, Desired};
use crate::tenant::{Key, Status};
use crate::{Error, Tenants};

impl Tenants {
    /// Disables the tenant's key, and then says why in a tag: everything of the tenant stops at once.
    ///
    /// # Errors
    /// [`Error::NoSuchTenant`], [`Error::Offboarding`]; [`Error::Input`] for a reason that does not fit into a tag.
    pub async fn suspend(&self, tenant: &TenantId, reason: Option<&str>) -> Result<Outcome, Error> {
        let reason = desired::tag_value("reason", reason.unwrap_or("no reason given"))?;
        let key = self.live(tenant).await?;
        if key.state == "PendingImport" {
            return Err(Error::Unfit(format!(
                "the key of '{tenant}' has no material at the moment: it cannot be used, and KMS cannot disable it"
            )));
        }
        let mut actions = Vec::new();
        if key.state != "Disabled" {
            actions.push(Action::DisableKey);
        }
        actions.push(Action::Tag { tags: BTreeMap::from([(SUSPENDED_TAG.to_owned(), reason)]) });
        self.change_live(tenant, key, actions).await
    }

    /// Ends a suspension.
    ///
    /// # Errors
    /// [`Error::NoSuchTenant`], [`Error::Offboarding`].
    pub async fn resume(&self, tenant: &TenantId) -> Result<Outcome, Error> {
        let key = self.live(tenant).await?;
        let mut actions = Vec::new();
        if key.state == "Disabled" {
            actions.push(Action::EnableKey);
        }
        if self.connection.tags(&key.id).await?.contains_key(SUSPENDED_TAG) {
            actions.push(Action::Untag { name: SUSPENDED_TAG.to_owned() });
        }
        self.change_live(tenant, key, actions).await
    }

    /// Schedules the deletion of the tenant's key in `days` (7 to 30), and removes the alias. Once that is done, it stays done.
    ///
    /// # Errors
    /// [`Error::NoSuchTenant`]; [`Error::Unfit`] when the alias leads to a key that is not the tenant's.
    pub async fn offboard(&self, tenant: &TenantId, days: i32) -> Result<Outcome, Error> {
        let (key, has_alias) = self.own_key(tenant).await?;
        let mut done = Vec::new();
        let desired = self.desired(tenant);
        if key.deletion.is_none() {
            // First, since a key that is to be deleted takes no tags.
            let since = SystemClock.now().to_iso8601();
            let tag = Action::Tag { tags: BTreeMap::from([(OFFBOARDED_TAG.to_owned(), since)]) };
            done.extend(self.run(&desired, Some(key.clone()), vec![tag]).await?.done);
            self.schedule(&key.id, days).await?;
            done.push(Action::ScheduleKeyDeletion);
        }
        if has_alias {
            done.extend(self.run(&desired, Some(key.clone()), vec![Action::DeleteAlias]).await?.done);
        }
        self.outcome(tenant, &key, done).await
    }

    /// Takes an offboarding back, as long as the key is there. A tenant that was suspended before stays suspended.
    ///
    /// # Errors
    /// [`Error::NoSuchTenant`]; [`Error::Unfit`] when the tenant is not being offboarded, or has a new key.
    pub async fn cancel_offboarding(&self, tenant: &TenantId) -> Result<Outcome, Error> {
        let (key, has_alias) = match self.own_key(tenant).await {
            Err(Error::NoSuchTenant(_)) => return Err(self.not_to_be_brought_back(tenant).await?),
            found => found?,
        };
        let tags = self.connection.tags(&key.id).await?;
        if key.deletion.is_none() && !tags.contains_key(OFFBOARDED_TAG) {
            return Err(Error::Unfit(format!("the tenant '{tenant}' is not being offboarded")));
        }
        if !has_alias && key.origin == "EXTERNAL" {
            // Material can be known to whoever brought it: only a key to which the alias has led is brought back.
            self.named_key(tenant, &key.id).await?;
        }
        let desired = self.desired(tenant);
        let mut done = Vec::new();
        if key.deletion.is_some() {
            done.extend(self.run(&desired, Some(key.clone()), vec![Action::CancelKeyDeletion]).await?.done);
        }
        let key = self.connection.key(&key.id).await?.unwrap_or(key);
        let mut actions = Vec::new();
        if key.state == "Disabled" && !tags.contains_key(SUSPENDED_TAG) {
            actions.push(Action::EnableKey);
        }
        if !has_alias {
            actions.push(Action::CreateAlias);
        }
        if tags.contains_key(OFFBOARDED_TAG) {
            actions.push(Action::Untag { name: OFFBOARDED_TAG.to_owned() });
        }
        done.extend(self.run(&desired, Some(key.clone()), actions).await?.done);
        self.outcome(tenant, &key, done).await
    }

    /// The key of a live tenant.
    pub(crate) async fn live(&self, tenant: &TenantId) -> Result<Key, Error> {
        let (key, _) = self.own_key(tenant).await?;
        match key.deletion.clone() {
            Some(deletion) => Err(Error::Offboarding { tenant: tenant.clone(), key: key.id, deletion }),
            None => Ok(key),
        }
    }

    /// The tenant's own key, and whether its alias leads to it.
    ///
    /// # Errors
    /// [`Error::NoSuchTenant`]; [`Error::Unfit`] when the alias leads to a key that does not bear the tenant's tag.
    async fn own_key(&self, tenant: &TenantId) -> Result<(Key, bool), Error> {
        let Some(key) = self.connection.key(&tenant.alias()).await? else {
            return Ok((self.loose_key(tenant).await?, false));
        };
        plan::owned(tenant, &self.connection.tags(&key.id).await?)?;
        Ok((key, true))
    }

    /// The own key of a tenant without an alias. The KMS cannot be asked for a tag: all keys without an alias are looked at.
    pub(crate) async fn loose_key(&self, tenant: &TenantId) -> Result<Key, Error> {
        let inventory = self.inventory().await?;
        let own = inventory.own_key(tenant).ok_or_else(|| Error::NoSuchTenant(tenant.clone()))?;
        Ok(own.key.clone())
    }

    /// Why no key of a tenant can be brought back: there is none, or one that bears its tag and was changed before it was offboarded.
    async fn not_to_be_brought_back(&self, tenant: &TenantId) -> Result<Error, Error> {
        let inventory = self.inventory().await?;
        let Some(changed) = inventory.loose(tenant).iter().find(|it| it.is_leaving()) else {
            return Ok(Error::NoSuchTenant(tenant.clone()));
        };
        Ok(Error::Unfit(format!(
            "the key {} bears the tag of '{tenant}', but has another key policy than the tenant's, or grants: it may be somebody else's. If it is the \
             tenant's, put the key policy right and revoke all grants, and say the same again",
            changed.key.id
        )))
    }

    async fn change_live(&self, tenant: &TenantId, key: Key, actions: Vec<Action>) -> Result<Outcome, Error> {
        let done = self.run(&self.desired(tenant), Some(key.clone()), actions).await?.done;
        self.outcome(tenant, &key, done).await
    }

    /// How the tenant is after changes to its key.
    pub(crate) async fn outcome(
        &self,
        tenant: &TenantId,
        key: &Key,
        done: Vec<Action>,
    ) -> Result<Outcome, Error> {
        let key = self.connection.key(&key.id).await?.ok_or_else(|| Error::NoSuchTenant(tenant.clone()))?;
        let status = Status::of(&key, true, &BTreeMap::new());
        Ok(Outcome { tenant: tenant.clone(), alias: tenant.alias(), status, key, done })
    }

    pub(crate) fn desired(&self, tenant: &TenantId) -> Desired {
        Desired::of(&self.service, tenant, Material::Kms)
    }
}
