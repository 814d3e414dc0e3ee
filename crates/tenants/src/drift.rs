//! Desired state against real state, for all tenants or one.

use std::sync::Arc;

use clock::{Clock, SystemClock};
use futures_util::stream::{self, StreamExt, TryStreamExt};
use serde::Serialize;
use tenant_id::TenantId;

use crate::inventory::{Inventory, Loose};
use crate::list::Progress;
use crate::plan::{self, Action, Desired, Difference, Fix};
use crate::tenant::{Details, Grant, Key, instant};
use crate::{Error, Kind, Tenants};

/// Imported material that ends within this time is warned of.
const EXPIRY_NOTICE: std::time::Duration = std::time::Duration::from_secs(30 * 24 * 3600);

/// A tenant that is not as it should be, or will not be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Drift {
    /// The tenant.
    pub tenant: TenantId,
    /// How it differs.
    pub differences: Vec<Difference>,
    /// What will need attention: material that expires soon or is missing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<String>,
    /// What was done about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixed: Vec<Action>,
    /// Why it could not be mended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<Error>,
}

/// What a look at tenants found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DriftReport {
    /// How many tenants were looked at.
    pub tenants: usize,
    /// Those with differences or warnings, by id.
    pub drifts: Vec<Drift>,
    /// Whether a difference is left.
    pub drifted: bool,
}

impl Tenants {
    /// Compares all tenants, or one, with what they should be, and mends them when `fix` says how.
    ///
    /// # Errors
    /// [`Error::NoSuchTenant`], and what the endpoint refuses while looking. What it refuses while mending is in the report.
    pub async fn drift(
        &self,
        only: Option<&TenantId>,
        fix: Option<Fix>,
        concurrency: usize,
        progress: Progress<'_>,
    ) -> Result<DriftReport, Error> {
        let inventory = match only {
            Some(_) => self.inventory().await?,
            None => Arc::new(self.take_stock(concurrency).await?),
        };
        let inventory = inventory.as_ref();
        let mut tenants: Vec<TenantId> =
            inventory.aliases.keys().chain(inventory.loose.keys()).cloned().collect();
        tenants.sort_unstable();
        tenants.dedup();
        if let Some(only) = only {
            tenants.retain(|tenant| tenant == only);
            if tenants.is_empty() {
                return Err(Error::NoSuchTenant(only.clone()));
            }
        }
        let total = tenants.len();
        let mut looks = stream::iter(tenants)
            .map(|tenant| async move { self.drift_of(&tenant, inventory, fix).await })
            .buffer_unordered(concurrency.max(1));
        let mut drifts = Vec::new();
        let mut seen = 0;
        while let Some(found) = looks.try_next().await? {
            seen += 1;
            progress(seen, total);
            drifts.extend(found);
        }
        drifts.sort_by(|one, other| one.tenant.cmp(&other.tenant));
        let drifted = drifts.iter().any(Drift::is_left);
        Ok(DriftReport { tenants: total, drifts, drifted })
    }

    async fn drift_of(
        &self,
        tenant: &TenantId,
        inventory: &Inventory,
        fix: Option<Fix>,
    ) -> Result<Option<Drift>, Error> {
        let loose = inventory.loose(tenant);
        let unfinished: Vec<&Loose> = loose.iter().filter(|it| it.is_unfinished()).collect();
        let and_foreign = |differences: Vec<Difference>| {
            let foreign = loose.iter().filter(|it| it.is_foreign()).map(foreign);
            differences.into_iter().chain(foreign).collect::<Vec<Difference>>()
        };
        let has_alias = inventory.aliases.contains_key(tenant);
        let key = match unfinished.first() {
            _ if has_alias => self.connection.key_or_hidden(&tenant.alias()).await?,
            Some(oldest) => Some(oldest.key.clone()),
            None => {
                // On its way out, as it should be; or half of the way, which `offboard` finishes.
                let differences = and_foreign(half_offboarded(loose));
                return Ok((!differences.is_empty()).then(|| Drift::of(tenant, differences)));
            }
        };
        let Some(key) = key else {
            return Ok(Some(Drift::of(tenant, and_foreign(vec![Difference::AliasLeadsToNothing]))));
        };
        let name = key.id.clone();
        let details = match key.is_hidden() {
            true => None,
            false => match self.connection.details(key).await {
                Err(error) if error.kind() == Kind::Forbidden => None,
                details => Some(details?),
            },
        };
        let Some(details) = details else {
            return Ok(Some(Drift::of(tenant, and_foreign(vec![Difference::HiddenKey { key: name }]))));
        };
        // The material that a key has is the one that it should have: it cannot be changed.
        let desired = Desired::of(&self.service, tenant, details.key.material());
        let mut differences = self.compared(&desired, &details, has_alias, &unfinished);
        let extras = unfinished.iter().skip(usize::from(!has_alias));
        let own = matches!(differences.first(), Some(Difference::AliasLeadsToAnotherTenant { .. }));
        if !own {
            differences.extend(extras.map(|extra| Difference::ExtraKey { key: extra.key.id.clone() }));
        }
        let mut drift =
            Drift { warnings: warnings(&details.key), ..Drift::of(tenant, and_foreign(differences)) };
        if drift.differences.is_empty() && drift.warnings.is_empty() {
            return Ok(None);
        }
        if let Some(fix) = fix {
            self.mend(&desired, details.key, &mut drift, fix).await;
        }
        Ok(Some(drift))
    }

    fn compared(
        &self,
        desired: &Desired,
        details: &Details,
        has_alias: bool,
        unfinished: &[&Loose],
    ) -> Vec<Difference> {
        if let Some(other) = plan::other_tenant(&desired.tenant, details) {
            let own = match unfinished {
                [one] => Some(one.key.id.clone()),
                _ => None,
            };
            // The key is the other tenant's: what it is like is looked at there.
            return vec![Difference::AliasLeadsToAnotherTenant {
                tenant: other,
                key: details.key.id.clone(),
                own,
            }];
        }
        let mut differences = plan::differences(desired, details);
        if !has_alias {
            differences.push(Difference::NoAlias { key: details.key.id.clone() });
        }
        differences
    }

    async fn mend(&self, desired: &Desired, key: Key, drift: &mut Drift, fix: Fix) {
        let actions = plan::repairs(&drift.differences, fix);
        if actions.is_empty() {
            return;
        }
        match self.run(desired, Some(key), actions).await {
            Ok(outcome) => drift.fixed = outcome.done,
            Err(error) => drift.error = Some(error),
        }
    }
}

impl Drift {
    fn of(tenant: &TenantId, differences: Vec<Difference>) -> Self {
        Self { tenant: tenant.clone(), differences, warnings: Vec::new(), fixed: Vec::new(), error: None }
    }

    /// What a person must decide about.
    pub fn undecided(&self) -> impl Iterator<Item = &Difference> {
        let revoked = |it: &Grant| self.fixed.contains(&Action::RevokeGrant { grant: it.grant.clone() });
        self.differences.iter().filter(move |difference| match difference {
            Difference::Grant(it) => !revoked(it),
            difference => difference.decision().is_some(),
        })
    }

    /// Whether something is left that is not as it should be.
    pub fn is_left(&self) -> bool {
        let mendable = self.differences.iter().any(|difference| difference.decision().is_none());
        self.undecided().next().is_some() || mendable && (self.fixed.is_empty() || self.error.is_some())
    }
}

/// A key that says it is being offboarded and is neither deleted soon nor live.
fn half_offboarded(loose: &[Loose]) -> Vec<Difference> {
    let half = loose.iter().find(|it| it.sealed && it.is_leaving() && it.key.deletion.is_none());
    half.map(|it| Difference::HalfOffboarded { key: it.key.id.clone() }).into_iter().collect()
}

/// What is said of a key that bears the tenant's tag and is not its own.
fn foreign(it: &Loose) -> Difference {
    let key = it.key.id.clone();
    if it.key.is_hidden() { Difference::HiddenKey { key } } else { Difference::ForeignKey { key } }
}

fn warnings(key: &Key) -> Vec<String> {
    let mut warnings = Vec::new();
    if key.state == "PendingImport" {
        warnings.push("the key waits for the tenant's material".to_owned());
    }
    if let Some(end) = &key.material_expires {
        let left = instant(end).since(SystemClock.now());
        if left <= EXPIRY_NOTICE {
            warnings.push(format!("the tenant's material expires at {end}; have it imported again before"));
        }
    }
    warnings
}
