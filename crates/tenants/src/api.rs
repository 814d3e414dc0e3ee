//! The operations of the tenants API: what the commands do, with a permit.
//!
//! The gate decides who may ask for what about which tenant (`tenants:SuspendTenant` on `arn:aws:tenants:REGION:ACCOUNT:tenant/LABEL`). The calls to
//! the KMS are the service's own, with its own credentials.

mod answer;
mod figures;
mod lifecycle;
mod material;
mod onboard;

use std::sync::Arc;

use arn::{AccountId, Region};
use aws_model::tenants as model;
use gate::{Bound, Endpoint, Question};
use tokio::sync::OnceCell;

use crate::{Connection, Error, Settings, Tenants};

/// How many tenants are looked at together for one call.
const CONCURRENCY: usize = 16;

/// The type of the resource in audit records.
const RESOURCE_TYPE: &str = "Lodge::Tenants::Tenant";

/// The tenant key service behind the tenants API.
pub struct Api {
    owner: AccountId,
    settings: Settings,
    role: String,
    connection: OnceCell<Connection>,
    // The endpoint can be this program itself, which answers only once it has started.
    tenants: OnceCell<Tenants>,
}

impl Api {
    /// A service whose tenants belong to `owner`: the account whose policies decide who may ask for what. `settings` and `role` are as in
    /// [`Connection::open`] and [`Tenants::open`]; they are not used before the first call.
    pub fn new(owner: AccountId, settings: Settings, role: String) -> Arc<Self> {
        let (connection, tenants) = (OnceCell::new(), OnceCell::new());
        Arc::new(Self { owner, settings, role, connection, tenants })
    }

    async fn connection(&self) -> Result<&Connection, Error> {
        self.connection.get_or_try_init(|| Connection::open(self.settings.clone())).await
    }

    async fn tenants(&self) -> Result<&Tenants, Error> {
        let open = || async { Tenants::open(self.connection().await?.clone(), &self.role).await };
        self.tenants.get_or_try_init(open).await
    }

    /// About a tenant in the region where its key is, whichever the request was signed for.
    async fn question(&self, action: &'static str, resource: String) -> Result<Question, Error> {
        let name = &self.connection().await?.region;
        let region: Region =
            name.parse().map_err(|_| Error::Settings(format!("the profile's region {name} is none")))?;
        let arn = format!("arn:aws:tenants:{region}:{}:{resource}", self.owner);
        let question = Question::new(action, arn, self.owner).recorded_as(RESOURCE_TYPE);
        Ok(Question { region: Some(region), ..question })
    }
}

/// The operations, for a door.
pub fn endpoints(api: &Arc<Api>) -> Vec<Box<dyn Endpoint>> {
    macro_rules! table {
        ($($operation:ident),+ $(,)?) => { vec![$(Bound::<Api, model::$operation>::endpoint(api)),+] };
    }
    table![
        OnboardTenant,
        GetTenant,
        ListTenants,
        SuspendTenant,
        ResumeTenant,
        OffboardTenant,
        CancelOffboarding,
        GetImportParameters,
        ImportKeyMaterial,
        GetTenantDrift,
        FixTenantDrift,
        IssueErasureCertificate,
        GetCost,
        GetUsage,
        GetTenantUsage,
    ]
}

/// Operations about one tenant: `tenants`, `tenant` and `input` are there for the work. What the question has to say beside the tenant stands
/// behind `with`.
macro_rules! about_a_tenant {
    ($(
        $effect:ident $operation:ident, |$tenants:ident, $tenant:ident, $input:ident| $work:expr
        $(, with |$asked:ident, $context:ident| $add:expr)?;
    )+) => {$(
        impl gate::Guarded<aws_model::tenants::$operation> for crate::api::Api {
            type Target = crate::TenantId;
            type Error = crate::Error;
            const EFFECT: gate::Effect = gate::Effect::$effect;

            fn waits_for(
                _: &crate::TenantId,
                _: &<aws_model::tenants::$operation as aws_model::Operation>::Input,
            ) -> gate::Waits {
                gate::Waits::Service
            }

            async fn resolve(
                &self,
                _: &mut gate::View,
                call: &gate::Call<<aws_model::tenants::$operation as aws_model::Operation>::Input>,
            ) -> Result<gate::Resolved<crate::TenantId>, crate::Error> {
                let tenant: crate::TenantId = call.input.tenant_id.parse()?;
                let action = concat!("tenants:", stringify!($operation));
                let question = self.question(action, format!("tenant/{}", tenant.label())).await?;
                $(
                    let mut question = question;
                    let ($asked, $context) = (&call.input, &mut question.context);
                    $add;
                )?
                Ok(gate::Resolved::one(tenant, question))
            }

            async fn run(
                &self,
                _: &mut gate::View,
                permit: gate::Permit<'_, aws_model::tenants::$operation, crate::TenantId>,
            ) -> Result<<aws_model::tenants::$operation as aws_model::Operation>::Output, crate::Error> {
                let ($tenants, $tenant, $input) = (self.tenants().await?, permit.target(), permit.input());
                $work
            }
        }
    )+};
}

/// Operations about all tenants: who may ask may see them all.
macro_rules! about_all_tenants {
    ($($operation:ident, |$tenants:ident, $input:ident| $work:expr;)+) => {$(
        impl gate::Guarded<aws_model::tenants::$operation> for crate::api::Api {
            type Target = ();
            type Error = crate::Error;
            const EFFECT: gate::Effect = gate::Effect::Read;

            fn waits_for(
                (): &(),
                _: &<aws_model::tenants::$operation as aws_model::Operation>::Input,
            ) -> gate::Waits {
                gate::Waits::Service
            }

            async fn resolve(
                &self,
                _: &mut gate::View,
                _: &gate::Call<<aws_model::tenants::$operation as aws_model::Operation>::Input>,
            ) -> Result<gate::Resolved<()>, crate::Error> {
                let action = concat!("tenants:", stringify!($operation));
                Ok(gate::Resolved::one((), self.question(action, "tenant/*".to_owned()).await?))
            }

            async fn run(
                &self,
                _: &mut gate::View,
                permit: gate::Permit<'_, aws_model::tenants::$operation, ()>,
            ) -> Result<<aws_model::tenants::$operation as aws_model::Operation>::Output, crate::Error> {
                let ($tenants, $input) = (self.tenants().await?, permit.input());
                $work
            }
        }
    )+};
}

use {about_a_tenant, about_all_tenants};
