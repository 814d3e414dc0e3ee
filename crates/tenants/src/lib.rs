#![doc = include_str!("../README.md")]

pub mod api;
mod bulk;
mod certificate;
mod connection;
mod cost;
mod desired;
mod drift;
mod error;
mod import;
mod inventory;
mod lifecycle;
mod list;
mod onboard;
mod patience;
mod plain_call;
mod plan;
mod plot;
mod policy_form;
mod prices;
mod roles;
mod rows;
mod run;
mod shared;
mod signing_key;
mod tenant;
mod terraform;
mod trail;
mod usage;

pub use bulk::{Bulk, Failure, Report};
pub use certificate::{Certificate, Envelope, Evidence, Verified};
pub use connection::{Connection, Settings};
pub use cost::{Cost, CostOptions};
pub use desired::{Material, OFFBOARDED_TAG, SUSPENDED_TAG, Service, TENANT_TAG};
pub use drift::{Drift, DriftReport};
pub use error::{Error, Kind};
pub use import::{ImportParameters, Wrapping};
pub use list::{Page, Progress, Shown, Tenant};
pub use onboard::{Onboarding, Outcome};
pub use plan::{Action, Difference, Fix};
pub use plot::Plot;
pub use roles::{Applied, Role, Roles, RolesRequest, ServiceB, WebIdentity};
pub use rows::{Form, Row, Rows};
pub use tenant::{Grant, Key, Status};
pub use tenant_id::TenantId;
pub use usage::{By, Count, Usage, UsageOptions};

use std::sync::Arc;

use crate::inventory::Inventory;
use crate::onboard::CONCURRENT_LOOKS;
use crate::patience::call;
use crate::shared::Shared;

/// The tenant key service on one account and region of an endpoint.
///
/// It keeps nothing that counts: the KMS is the state.
#[derive(Clone)]
pub struct Tenants {
    connection: Connection,
    service: Service,
    inventory: Arc<Shared<Inventory>>,
    rotations: Arc<Shared<Vec<(usize, bool)>>>,
}

impl Tenants {
    /// In the account of the connection's credentials. `role` is the name of the role that may use tenants' keys, or the names of several with
    /// commas between them.
    ///
    /// # Errors
    /// What the endpoint refuses, such as unknown credentials.
    pub async fn open(connection: Connection, role: &str) -> Result<Self, Error> {
        let caller = call!("GetCallerIdentity", connection.sts.get_caller_identity())?;
        let partition = caller.arn().and_then(|arn| arn.split(':').nth(1)).unwrap_or("aws").to_owned();
        let account = caller.account.ok_or(Error::NoAnswer {
            operation: "GetCallerIdentity",
            reason: "an answer without an account".to_owned(),
        })?;
        let roles = role.split(',').map(|name| name.trim().to_owned()).collect();
        let service = Service { partition, account, roles };
        Ok(Self { connection, service, inventory: Arc::default(), rotations: Arc::default() })
    }

    /// The account and the roles.
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// All keys of tenants, as they are when this is asked or later. One look serves all who ask at the same time: whoever names tenants that are not
    /// there makes the KMS no more work than that.
    async fn inventory(&self) -> Result<Arc<Inventory>, Error> {
        self.inventory.get(|| self.take_stock(CONCURRENT_LOOKS)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(_: impl Send) {}

    /// The API's server runs these on any of its threads: this compiles only when it can.
    fn movable(tenants: &Tenants, id: &TenantId) {
        sent(tenants.list(1, &|_, _| ()));
        sent(tenants.drift(Some(id), Some(Fix::default()), 1, &|_, _| ()));
        sent(tenants.show(id));
    }

    #[test]
    fn the_work_can_move_between_threads() {
        let _: fn(&Tenants, &TenantId) = movable;
    }
}
