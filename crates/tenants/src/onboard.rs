//! Making tenants live.

use serde::{Deserialize, Serialize};
use tenant_id::TenantId;

use crate::desired::Material;
use crate::inventory::Inventory;
use crate::plan::{self, Action, Desired};
use crate::tenant::{Key, Status};
use crate::{Error, Tenants};

/// Who is to be onboarded, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Onboarding {
    /// The tenant.
    pub tenant: TenantId,
    /// Where the key material is.
    #[serde(default)]
    pub material: Material,
    /// Begin with a new key although an earlier one of the tenant is on its way out.
    #[serde(default)]
    pub anew: bool,
}

/// A tenant after a command that changes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The tenant.
    pub tenant: TenantId,
    /// Its alias, live or not.
    pub alias: String,
    /// How it is now.
    pub status: Status,
    /// Its key.
    pub key: Key,
    /// What was done, in this order.
    pub done: Vec<Action>,
}

impl Tenants {
    /// Makes a tenant live, from wherever an earlier attempt ended.
    ///
    /// # Errors
    /// [`Error::Offboarding`], [`Error::OtherOrigin`], [`Error::Unfit`] when the alias leads to another tenant's key, and what the endpoint
    /// refuses.
    pub async fn onboard(&self, request: &Onboarding) -> Result<Outcome, Error> {
        let inventory = self.inventory().await?;
        self.onboard_with(request, &inventory).await
    }

    /// The same, with an inventory that was taken after the process began: nothing that this process has made is missed in it, and what
    /// others make at the same time comes out when the alias is made.
    pub(crate) async fn onboard_with(
        &self,
        request: &Onboarding,
        inventory: &Inventory,
    ) -> Result<Outcome, Error> {
        let tenant = &request.tenant;
        let desired = Desired::of(&self.service, tenant, request.material.clone());
        let live = match inventory.aliases.get(tenant) {
            Some(_) => self.connection.key(&tenant.alias()).await?,
            None => None,
        };
        let loose = inventory.loose(tenant);
        if live.is_none()
            && !request.anew
            && let Some(found) = loose.iter().find(|it| it.sealed && it.is_leaving())
        {
            return Err(offboarding(tenant, &found.key));
        }
        let mut unfinished: Vec<&Key> =
            loose.iter().filter(|it| it.is_unfinished()).map(|it| &it.key).collect();
        let has_alias = live.is_some();
        let key = match live {
            Some(key) => {
                if key.deletion.is_some() {
                    return Err(offboarding(tenant, &key));
                }
                let found = key.material();
                if found != desired.material {
                    let (found, wanted) = (found.to_string(), desired.material.to_string());
                    return Err(Error::OtherOrigin { tenant: tenant.clone(), found, wanted });
                }
                Some(key)
            }
            // The oldest: whoever looks at the same time takes the same.
            None => unfinished
                .iter()
                .position(|key| key.material() == desired.material)
                .map(|at| unfinished.remove(at).clone()),
        };
        let found = match key {
            Some(key) => Some(self.connection.details(key).await?),
            None => None,
        };
        // A missing tag is set.
        if let Some(found) = found.as_ref().filter(|found| plan::other_tenant(tenant, found).is_some()) {
            plan::owned(tenant, &found.tags)?;
        }
        let extras: Vec<String> = unfinished.iter().map(|key| key.id.clone()).collect();
        let actions = plan::onboarding(&desired, found.as_ref(), has_alias, &extras);
        self.run(&desired, found.map(|found| found.key), actions).await
    }
}

/// How many looks at keys without an alias are made at the same time.
pub(crate) const CONCURRENT_LOOKS: usize = 16;

fn offboarding(tenant: &TenantId, key: &Key) -> Error {
    Error::Offboarding {
        tenant: tenant.clone(),
        key: key.id.clone(),
        deletion: key.deletion.clone().unwrap_or_else(|| "a time that is not set yet".to_owned()),
    }
}
