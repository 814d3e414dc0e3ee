//! What the library found, in the shapes of the API.

use aws_model::tenants as model;
use aws_model::tenants::errors;
use gate::{Fault, ServiceError};

use crate::certificate::{Envelope, Signature};
use crate::{
    Cost, Count, Difference, Drift, Error, ImportParameters, Key, Kind, Outcome, SUSPENDED_TAG, Shown,
    Status, Tenant, TenantId,
};

/// Some of a tenant's differences, and all warnings.
pub(super) fn deviations<'a>(
    drift: &'a Drift,
    differences: impl Iterator<Item = &'a Difference>,
) -> impl Iterator<Item = model::Deviation> {
    let differences = differences.map(|difference| model::Deviation {
        subject: difference.name(),
        detail: match difference.decision() {
            Some(decision) => format!("{difference}: {decision}"),
            None => difference.to_string(),
        },
        fixable: difference.decision().is_none(),
    });
    let warnings = drift.warnings.iter().map(|warning| model::Deviation {
        subject: "Warning".to_owned(),
        detail: warning.clone(),
        fixable: false,
    });
    differences.chain(warnings)
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

impl From<ImportParameters> for model::GetImportParametersResponse {
    fn from(found: ImportParameters) -> Self {
        Self {
            public_key: found.wrapping_key,
            import_token: found.token,
            expires: found.valid_to,
            wrapping_algorithm: found.wrapping_algorithm,
        }
    }
}

impl From<Envelope> for model::IssueErasureCertificateResponse {
    fn from(envelope: Envelope) -> Self {
        let Envelope { payload_type, payload, signatures, public_key } = envelope;
        let signature = |Signature { keyid, sig }| model::Signature { keyid, sig };
        Self {
            payload_type,
            payload,
            signatures: signatures.into_iter().map(signature).collect(),
            public_key,
        }
    }
}

impl From<Cost> for model::GetCostResponse {
    fn from(cost: Cost) -> Self {
        Self {
            plot: cost.plot().svg(),
            prices_as_of: cost.prices_as_of,
            services: whole(cost.services),
            keys: whole(cost.keys),
            keys_by_rotations: cost.keys_by_rotations.into_iter().map(whole).collect(),
            key_price: cost.key_price,
            request_price: cost.request_price,
            total: cost.total,
            total_after_rotations: cost.total_after_rotations,
            separate_keys: whole(cost.separate_keys),
            separate_total: cost.separate_total,
            separate_total_after_rotations: cost.separate_total_after_rotations,
        }
    }
}

impl From<Count> for model::Count {
    fn from(count: Count) -> Self {
        Self {
            time: count.time,
            tenant_id: count.tenant.to_string(),
            service: count.service,
            operation: count.operation,
            calls: whole(count.calls),
            failed: whole(count.failed),
        }
    }
}

/// A count as JSON has it, which nobody's keys and calls outgrow.
fn whole(count: impl TryInto<i64>) -> i64 {
    count.try_into().unwrap_or(i64::MAX)
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
            // The gate tells the operator, and callers that something is wrong.
            Self::Settings(_) => return None,
            // What the KMS says of the service's own identity and of keys is not for those who ask here, other than of their input: it stands in the record
            // of that call.
            Self::Refused { operation, code, .. }
                if !matches!(self.kind(), Kind::Throttled | Kind::Input) =>
            {
                format!("{operation} was refused: {code}")
            }
            Self::NoAnswer { operation, .. } => format!("{operation} got no answer: say the same again"),
            _ => self.to_string(),
        };
        Some(Fault::new(code, message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_kms_says_of_the_service_stays_inside() {
        let refused = |code: &str| {
            let message = "User: arn:aws:iam::111122223333:user/tenants may not".to_owned();
            let error = Error::Refused { operation: "CreateKey", code: code.to_owned(), message };
            error.fault().unwrap()
        };
        for code in ["AccessDeniedException", "MalformedPolicyDocumentException", "KMSInvalidStateException"]
        {
            assert_eq!(refused(code).message, format!("CreateKey was refused: {code}"));
        }
        assert_eq!(refused("MalformedPolicyDocumentException").code.status, 502);
        assert!(Error::Settings("no region is set".to_owned()).fault().is_none());
        assert!(refused("ValidationException").message.contains("may not"));
    }
}
