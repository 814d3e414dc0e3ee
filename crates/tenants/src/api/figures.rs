//! What tenants' keys cost, and who used them for what.

use aws_model::tenants as model;

use super::{CONCURRENCY, about_a_tenant, about_all_tenants};
use crate::{By, CostOptions, Error, TenantId, Tenants, UsageOptions};

/// How many services there are, when the caller doesn't say. As the command.
const SERVICES: u32 = 5;

/// How many pages of the trail are read for one answer. CloudTrail gives two a second, of 50 records each.
const TRAIL_PAGES: usize = 10;

about_all_tenants! {
    GetCost, |tenants, input| {
        let options = CostOptions {
            services: input.services.and_then(|count| count.try_into().ok()).unwrap_or(SERVICES),
            requests: input.requests.and_then(|count| count.try_into().ok()).unwrap_or(0),
        };
        Ok(tenants.cost(options, CONCURRENCY, &|_, _| ()).await?.into())
    };

    GetUsage, |tenants, input| {
        let options = options(input.since.as_ref(), input.until.as_ref(), input.by, None);
        let (counts, next_token) = used(tenants, &options, input.next_token.as_deref()).await?;
        Ok(model::GetUsageResponse { counts, next_token })
    };
}

about_a_tenant! {
    Read GetTenantUsage, |tenants, tenant, input| {
        let options = options(input.since.as_ref(), input.until.as_ref(), input.by, Some(tenant));
        let (counts, next_token) = used(tenants, &options, input.next_token.as_deref()).await?;
        Ok(model::GetTenantUsageResponse { counts, next_token })
    };
}

/// The counts of a part of the trail. It is the trail of the account of the tenants' keys: CloudTrail shows callers that of their own account.
async fn used(
    tenants: &Tenants,
    options: &UsageOptions,
    token: Option<&str>,
) -> Result<(Vec<model::Count>, Option<String>), Error> {
    let (usage, next) = tenants.usage_part(options, token, TRAIL_PAGES).await?;
    Ok((usage.counts.into_iter().map(Into::into).collect(), next))
}

fn options(
    since: Option<&String>,
    until: Option<&String>,
    by: Option<model::Period>,
    tenant: Option<&TenantId>,
) -> UsageOptions {
    UsageOptions {
        since: since.cloned(),
        until: until.cloned(),
        by: match by {
            None | Some(model::Period::Day) => By::Day,
            Some(model::Period::Hour) => By::Hour,
            Some(model::Period::Total) => By::Total,
        },
        tenant: tenant.cloned(),
    }
}
