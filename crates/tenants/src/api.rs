//! The operations of the tenants API: what the commands do, with a permit.
//!
//! The gate decides who may ask for what about which tenant (`tenants:SuspendTenant` on `arn:aws:tenants:REGION:ACCOUNT:tenant/LABEL`). The calls to
//! the KMS are the service's own, with its own credentials.

use std::sync::Arc;

use arn::{AccountId, Region};
use aws_model::tenants as model;
use aws_model::tenants::errors;
use gate::{Bound, Call, Effect, Endpoint, Fault, Guarded, Permit, Question, Resolved, ServiceError, View};
use tokio::sync::{OnceCell, Semaphore, SemaphorePermit};

use crate::list::Page;
use crate::{
    Connection, Drift, Error, Key, Kind, Material, Onboarding, Outcome, Settings, Shown, Status, Tenant,
};
use crate::{SUSPENDED_TAG, TenantId, Tenants};

/// How many tenants are looked at together for one call.
const CONCURRENCY: usize = 16;

/// The tenants on a page of a list, when the caller doesn't say.
const PAGE: usize = 100;

/// How long an offboarding can be taken back, in days, when the caller doesn't say. As KMS.
const WINDOW: i32 = 30;

/// The type of the resource in audit records.
const RESOURCE_TYPE: &str = "Lodge::Tenants::Tenant";

/// The tenant key service behind the tenants API.
pub struct Api {
    owner: AccountId,
    settings: Settings,
    role: String,
    // The endpoint can be this program itself, which answers only once it has started.
    tenants: OnceCell<Tenants>,
    places: Semaphore,
}

/// How many calls are at work at once. Each holds one of the places that the gate gives an account, and when the KMS is this program, what it waits
/// for needs others of them: so this is well below their number, and a call that finds no place ends instead of waiting.
const PLACES: usize = 8;

impl Api {
    /// A service whose tenants belong to `owner`: the account whose policies decide who may ask for what. `settings` and `role` are as in
    /// [`Connection::open`] and [`Tenants::open`]; they are not used before the first call.
    pub fn new(owner: AccountId, settings: Settings, role: String) -> Arc<Self> {
        Arc::new(Self { owner, settings, role, tenants: OnceCell::new(), places: Semaphore::new(PLACES) })
    }

    async fn tenants(&self) -> Result<&Tenants, Error> {
        let open =
            || async { Tenants::open(Connection::open(self.settings.clone()).await?, &self.role).await };
        self.tenants.get_or_try_init(open).await
    }

    /// About a tenant in the region where its key is, whichever the request was signed for.
    async fn question(&self, action: &'static str, resource: String) -> Result<Question, Error> {
        let name = &self.tenants().await?.connection.region;
        let region: Region =
            name.parse().map_err(|_| Error::Unfit(format!("the profile's region {name} is none")))?;
        let arn = format!("arn:aws:tenants:{region}:{}:{resource}", self.owner);
        let question = Question::new(action, arn, self.owner).recorded_as(RESOURCE_TYPE);
        Ok(Question { region: Some(region), ..question })
    }

    fn place(&self) -> Result<SemaphorePermit<'_>, Error> {
        self.places.try_acquire().map_err(|_| Error::Refused {
            operation: "the tenants API",
            code: "ThrottlingException".to_owned(),
            message: format!("{PLACES} calls are at work already: try again"),
        })
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
        GetTenantDrift,
        FixTenantDrift,
    ]
}

/// Operations about one tenant: `tenants`, `tenant` and `input` are there for the work.
macro_rules! about_a_tenant {
    ($($effect:ident $operation:ident, |$tenants:ident, $tenant:ident, $input:ident| $work:expr;)+) => {$(
        impl Guarded<model::$operation> for Api {
            type Target = TenantId;
            type Error = Error;
            const EFFECT: Effect = Effect::$effect;

            async fn resolve(
                &self,
                _: &mut View,
                call: &Call<<model::$operation as aws_model::Operation>::Input>,
            ) -> Result<Resolved<TenantId>, Error> {
                let tenant: TenantId = call.input.tenant_id.parse()?;
                let action = concat!("tenants:", stringify!($operation));
                let question = self.question(action, format!("tenant/{}", tenant.label())).await?;
                Ok(Resolved::one(tenant, question))
            }

            async fn run(
                &self,
                _: &mut View,
                permit: Permit<'_, model::$operation, TenantId>,
            ) -> Result<<model::$operation as aws_model::Operation>::Output, Error> {
                let _place = self.place()?;
                let ($tenants, $tenant, $input) = (self.tenants().await?, permit.target(), permit.input());
                $work
            }
        }
    )+};
}

about_a_tenant! {
    Change OnboardTenant, |tenants, tenant, input| {
        let material = material(input)?;
        let done = tenants.onboard(&Onboarding { tenant: tenant.clone(), material, anew: false }).await?;
        let changes = done.done.iter().map(ToString::to_string).collect();
        Ok(model::OnboardTenantResponse { tenant: done.into(), changes })
    };

    Read GetTenant, |tenants, tenant, _input| {
        Ok(model::GetTenantResponse { tenant: tenants.show(tenant).await?.into() })
    };

    Change SuspendTenant, |tenants, tenant, input| {
        let done = tenants.suspend(tenant, Some(&input.reason)).await?;
        Ok(model::SuspendTenantResponse { tenant: done.into() })
    };

    Change ResumeTenant, |tenants, tenant, _input| {
        Ok(model::ResumeTenantResponse { tenant: tenants.resume(tenant).await?.into() })
    };

    Change OffboardTenant, |tenants, tenant, input| {
        let days = input.pending_window_in_days.unwrap_or(WINDOW);
        Ok(model::OffboardTenantResponse { tenant: tenants.offboard(tenant, days).await?.into() })
    };

    Change CancelOffboarding, |tenants, tenant, _input| {
        Ok(model::CancelOffboardingResponse { tenant: tenants.cancel_offboarding(tenant).await?.into() })
    };

    Read GetTenantDrift, |tenants, tenant, _input| {
        let found = tenants.drift(Some(tenant), false, CONCURRENCY, &|_, _| ()).await?;
        Ok(model::GetTenantDriftResponse { deviations: deviations(&found.drifts) })
    };

    Change FixTenantDrift, |tenants, tenant, _input| {
        let found = tenants.drift(Some(tenant), true, CONCURRENCY, &|_, _| ()).await?;
        if let Some(error) = found.drifts.iter().find_map(|drift| drift.error.clone()) {
            return Err(Error::Unfit(error));
        }
        let changes = found.drifts.iter().flat_map(|drift| &drift.fixed).map(ToString::to_string).collect();
        let left = deviations(&found.drifts).into_iter().filter(|deviation| !deviation.fixable).collect();
        Ok(model::FixTenantDriftResponse { changes, deviations: left })
    };
}

impl Guarded<model::ListTenants> for Api {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        _: &Call<model::ListTenantsRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), self.question("tenants:ListTenants", "tenant/*".to_owned()).await?))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, model::ListTenants, ()>,
    ) -> Result<model::ListTenantsResponse, Error> {
        let _place = self.place()?;
        let input = permit.input();
        let after = input.next_token.as_deref().map(token_of).transpose()?;
        let size = input.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(PAGE);
        let Page { tenants, more } = self.tenants().await?.page(after.as_ref(), size).await?;
        let next_token = tenants.last().filter(|_| more).map(|last| last.tenant.alias());
        Ok(model::ListTenantsResponse { tenants: tenants.into_iter().map(Into::into).collect(), next_token })
    }
}

fn token_of(text: &str) -> Result<TenantId, Error> {
    TenantId::from_alias(text).ok_or_else(|| Error::Input("the nextToken is none of this list's".to_owned()))
}

fn material(input: &model::OnboardTenantRequest) -> Result<Material, Error> {
    use model::Origin::{AwsCloudhsm, AwsKms, External, ExternalKeyStore};
    let origin = input.origin.unwrap_or(AwsKms);
    match (origin, &input.key_store_id, &input.xks_key_id) {
        (AwsKms, None, None) => Ok(Material::Kms),
        (External, None, None) => Ok(Material::Imported),
        (AwsCloudhsm, Some(key_store), None) => {
            Ok(Material::KeyStore { key_store: key_store.clone(), xks_key: None })
        }
        (ExternalKeyStore, Some(key_store), Some(xks_key)) => {
            Ok(Material::KeyStore { key_store: key_store.clone(), xks_key: Some(xks_key.clone()) })
        }
        _ => Err(Error::Input(
            "AWS_CLOUDHSM needs keyStoreId, EXTERNAL_KEY_STORE needs keyStoreId and xksKeyId; other origins take neither".to_owned(),
        )),
    }
}

fn deviations(drifts: &[Drift]) -> Vec<model::Deviation> {
    let differences = drifts.iter().flat_map(|drift| &drift.differences).map(|difference| model::Deviation {
        subject: difference.name().to_owned(),
        detail: match difference.decision() {
            Some(decision) => format!("{difference}: {decision}"),
            None => difference.to_string(),
        },
        fixable: difference.decision().is_none(),
    });
    let warnings = drifts.iter().flat_map(|drift| &drift.warnings).map(|warning| model::Deviation {
        subject: "Warning".to_owned(),
        detail: warning.clone(),
        fixable: false,
    });
    differences.chain(warnings).collect()
}

fn shown(tenant: &TenantId, status: Status, key: Key) -> model::Tenant {
    model::Tenant {
        tenant_id: tenant.to_string(),
        alias: tenant.alias(),
        status: match status {
            Status::Active => model::Status::Active,
            Status::Suspended => model::Status::Suspended,
            Status::WaitingForMaterial => model::Status::WaitingForMaterial,
            Status::Unfinished => model::Status::Unfinished,
            Status::Offboarding => model::Status::Offboarding,
            Status::Unavailable => model::Status::Unavailable,
        },
        origin: key.origin.parse().ok(),
        key_arn: Some(key.arn),
        key_state: Some(key.state),
        key_store_id: key.key_store,
        xks_key_id: key.xks_key,
        created: Some(key.created),
        suspended: None,
        deletion: key.deletion,
        material_expires: key.material_expires,
    }
}

impl From<Tenant> for model::Tenant {
    fn from(found: Tenant) -> Self {
        shown(&found.tenant, found.status, found.key)
    }
}

impl From<Outcome> for model::Tenant {
    fn from(done: Outcome) -> Self {
        shown(&done.tenant, done.status, done.key)
    }
}

impl From<Shown> for model::Tenant {
    fn from(mut found: Shown) -> Self {
        Self { suspended: found.tags.remove(SUSPENDED_TAG), ..found.tenant.into() }
    }
}

impl ServiceError for Error {
    fn fault(&self) -> Option<Fault> {
        let code = match self.kind() {
            Kind::Input => &errors::VALIDATION_EXCEPTION,
            Kind::NotFound => &errors::TENANT_NOT_FOUND_EXCEPTION,
            Kind::Conflict => &errors::CONFLICT_EXCEPTION,
            Kind::Throttled => &errors::THROTTLING_EXCEPTION,
            Kind::Unavailable => &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            Kind::Forbidden | Kind::Refused => &errors::KMS_REFUSED_EXCEPTION,
        };
        let message = match self {
            // What the KMS says of the service's own identity and of keys is not for those who ask here: it stands in the record of that call.
            Self::Refused { operation, code, .. } if self.kind() != Kind::Throttled => {
                format!("{operation} was refused: {code}")
            }
            Self::NoAnswer { operation, .. } => format!("{operation} got no answer: say the same again"),
            _ => self.to_string(),
        };
        Some(Fault::new(code, message))
    }
}
