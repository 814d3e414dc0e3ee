//! Looking at tenants, and what happens to them once they are there.

use aws_model::tenants as model;

use super::answer::deviations;
use super::{CONCURRENCY, about_a_tenant, about_all_tenants};
use crate::Fix;
use crate::list::Page;

/// How many keys are on a page of a list, when the caller doesn't say.
const PAGE: i32 = 100;

/// How long an offboarding can be taken back, in days, when the caller doesn't say. As KMS.
const WINDOW: i32 = 30;

about_all_tenants! {
    ListTenants, |tenants, input| {
        let Page { tenants, next } =
            tenants.page(input.next_token.as_deref(), input.limit.unwrap_or(PAGE)).await?;
        let tenants = tenants.into_iter().map(Into::into).collect();
        Ok(model::ListTenantsResponse { tenants, next_token: next })
    };
}

about_a_tenant! {
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

    Change IssueErasureCertificate, |tenants, tenant, input| {
        Ok(tenants.certificate(tenant, input.key_arn.as_deref()).await?.into())
    };

    Read GetTenantDrift, |tenants, tenant, _input| {
        let found = tenants.drift(Some(tenant), None, CONCURRENCY, &|_, _| ()).await?;
        let deviations = found.drifts.iter().flat_map(|drift| deviations(drift, drift.differences.iter()));
        Ok(model::GetTenantDriftResponse { deviations: deviations.collect() })
    };

    Change FixTenantDrift, |tenants, tenant, input| {
        let fix = Fix { revoke_grants: input.revoke_grants == Some(true) };
        let found = tenants.drift(Some(tenant), Some(fix), CONCURRENCY, &|_, _| ()).await?;
        if let Some(error) = found.drifts.iter().find_map(|drift| drift.error.clone()) {
            return Err(error);
        }
        let changes = found.drifts.iter().flat_map(|drift| &drift.fixed).map(ToString::to_string).collect();
        let left = found.drifts.iter().flat_map(|drift| deviations(drift, drift.undecided()));
        Ok(model::FixTenantDriftResponse { changes, deviations: left.collect() })
    };
}
