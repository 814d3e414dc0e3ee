#![doc = include_str!("../README.md")]

pub mod api;
mod bulk;
mod connection;
mod desired;
mod drift;
mod error;
mod inventory;
mod lifecycle;
mod list;
mod onboard;
mod patience;
mod plan;
mod policy_form;
mod rows;
mod run;
mod tenant;

pub use bulk::{Bulk, Failure, Report};
pub use connection::{Connection, Settings};
pub use desired::{Material, OFFBOARDED_TAG, SUSPENDED_TAG, Service, TENANT_TAG};
pub use drift::{Drift, DriftReport};
pub use error::{Error, Kind};
pub use list::{Page, Progress, Shown, Tenant};
pub use onboard::{Onboarding, Outcome};
pub use plan::{Action, Difference};
pub use rows::{Form, Row, Rows};
pub use tenant::{Key, Status};
pub use tenant_id::TenantId;

use crate::patience::call;

/// The tenant key service on one account and region of an endpoint.
///
/// It keeps nothing: the KMS is the state.
#[derive(Clone)]
pub struct Tenants {
    connection: Connection,
    service: Service,
}

impl Tenants {
    /// In the account of the connection's credentials. `role` is the name of the role that may use tenants' keys.
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
        Ok(Self { connection, service: Service { partition, account, role: role.to_owned() } })
    }

    /// The account and the role.
    pub fn service(&self) -> &Service {
        &self.service
    }
}
