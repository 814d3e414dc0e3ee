//! Lodge Tenants, API version v1.
//!
//! Written by `aws-codegen` from `tools/aws-codegen/descriptions`: change its allow-list, not this file.

#![allow(missing_docs, reason = "the names are AWS's; its API reference documents them")]

use std::fmt;
use std::str::FromStr;

use crate::convert::{Members, Mismatch, Value, put, put_some};
use crate::{
    Binding, Document, ErrorCode, ModelError, Operation, OperationSchema, Protocol, Service, Shape,
    StructureSchema, UnknownValue,
};

pub static SERVICE: Service = Service {
    id: "tenants",
    signing_name: "tenants",
    event_source: "tenants.lodge",
    api_version: "v1",
    protocol: Protocol::RestJson,
    operations: &[
        &operations::CANCEL_OFFBOARDING,
        &operations::FIX_TENANT_DRIFT,
        &operations::GET_COST,
        &operations::GET_IMPORT_PARAMETERS,
        &operations::GET_TENANT,
        &operations::GET_TENANT_DRIFT,
        &operations::GET_TENANT_USAGE,
        &operations::GET_USAGE,
        &operations::IMPORT_KEY_MATERIAL,
        &operations::ISSUE_ERASURE_CERTIFICATE,
        &operations::LIST_TENANTS,
        &operations::OFFBOARD_TENANT,
        &operations::ONBOARD_TENANT,
        &operations::RESUME_TENANT,
        &operations::SUSPEND_TENANT,
    ],
};

pub struct CancelOffboarding;

impl Operation for CancelOffboarding {
    const SCHEMA: &'static OperationSchema = &operations::CANCEL_OFFBOARDING;
    type Input = CancelOffboardingRequest;
    type Output = CancelOffboardingResponse;
}

pub struct FixTenantDrift;

impl Operation for FixTenantDrift {
    const SCHEMA: &'static OperationSchema = &operations::FIX_TENANT_DRIFT;
    type Input = FixTenantDriftRequest;
    type Output = FixTenantDriftResponse;
}

pub struct GetCost;

impl Operation for GetCost {
    const SCHEMA: &'static OperationSchema = &operations::GET_COST;
    type Input = GetCostRequest;
    type Output = GetCostResponse;
}

pub struct GetImportParameters;

impl Operation for GetImportParameters {
    const SCHEMA: &'static OperationSchema = &operations::GET_IMPORT_PARAMETERS;
    type Input = GetImportParametersRequest;
    type Output = GetImportParametersResponse;
}

pub struct GetTenant;

impl Operation for GetTenant {
    const SCHEMA: &'static OperationSchema = &operations::GET_TENANT;
    type Input = GetTenantRequest;
    type Output = GetTenantResponse;
}

pub struct GetTenantDrift;

impl Operation for GetTenantDrift {
    const SCHEMA: &'static OperationSchema = &operations::GET_TENANT_DRIFT;
    type Input = GetTenantDriftRequest;
    type Output = GetTenantDriftResponse;
}

pub struct GetTenantUsage;

impl Operation for GetTenantUsage {
    const SCHEMA: &'static OperationSchema = &operations::GET_TENANT_USAGE;
    type Input = GetTenantUsageRequest;
    type Output = GetTenantUsageResponse;
}

pub struct GetUsage;

impl Operation for GetUsage {
    const SCHEMA: &'static OperationSchema = &operations::GET_USAGE;
    type Input = GetUsageRequest;
    type Output = GetUsageResponse;
}

pub struct ImportKeyMaterial;

impl Operation for ImportKeyMaterial {
    const SCHEMA: &'static OperationSchema = &operations::IMPORT_KEY_MATERIAL;
    type Input = ImportKeyMaterialRequest;
    type Output = ImportKeyMaterialResponse;
}

pub struct IssueErasureCertificate;

impl Operation for IssueErasureCertificate {
    const SCHEMA: &'static OperationSchema = &operations::ISSUE_ERASURE_CERTIFICATE;
    type Input = IssueErasureCertificateRequest;
    type Output = IssueErasureCertificateResponse;
}

pub struct ListTenants;

impl Operation for ListTenants {
    const SCHEMA: &'static OperationSchema = &operations::LIST_TENANTS;
    type Input = ListTenantsRequest;
    type Output = ListTenantsResponse;
}

pub struct OffboardTenant;

impl Operation for OffboardTenant {
    const SCHEMA: &'static OperationSchema = &operations::OFFBOARD_TENANT;
    type Input = OffboardTenantRequest;
    type Output = OffboardTenantResponse;
}

pub struct OnboardTenant;

impl Operation for OnboardTenant {
    const SCHEMA: &'static OperationSchema = &operations::ONBOARD_TENANT;
    type Input = OnboardTenantRequest;
    type Output = OnboardTenantResponse;
}

pub struct ResumeTenant;

impl Operation for ResumeTenant {
    const SCHEMA: &'static OperationSchema = &operations::RESUME_TENANT;
    type Input = ResumeTenantRequest;
    type Output = ResumeTenantResponse;
}

pub struct SuspendTenant;

impl Operation for SuspendTenant {
    const SCHEMA: &'static OperationSchema = &operations::SUSPEND_TENANT;
    type Input = SuspendTenantRequest;
    type Output = SuspendTenantResponse;
}

mod operations {
    use super::{OperationSchema, SERVICE, errors, schemas};

    pub(super) static CANCEL_OFFBOARDING: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CancelOffboarding",
        input: &schemas::CANCEL_OFFBOARDING_REQUEST,
        output: &schemas::CANCEL_OFFBOARDING_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static FIX_TENANT_DRIFT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "FixTenantDrift",
        input: &schemas::FIX_TENANT_DRIFT_REQUEST,
        output: &schemas::FIX_TENANT_DRIFT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static GET_COST: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetCost",
        input: &schemas::GET_COST_REQUEST,
        output: &schemas::GET_COST_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static GET_IMPORT_PARAMETERS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetImportParameters",
        input: &schemas::GET_IMPORT_PARAMETERS_REQUEST,
        output: &schemas::GET_IMPORT_PARAMETERS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static GET_TENANT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetTenant",
        input: &schemas::GET_TENANT_REQUEST,
        output: &schemas::GET_TENANT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static GET_TENANT_DRIFT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetTenantDrift",
        input: &schemas::GET_TENANT_DRIFT_REQUEST,
        output: &schemas::GET_TENANT_DRIFT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static GET_TENANT_USAGE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetTenantUsage",
        input: &schemas::GET_TENANT_USAGE_REQUEST,
        output: &schemas::GET_TENANT_USAGE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static GET_USAGE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetUsage",
        input: &schemas::GET_USAGE_REQUEST,
        output: &schemas::GET_USAGE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static IMPORT_KEY_MATERIAL: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ImportKeyMaterial",
        input: &schemas::IMPORT_KEY_MATERIAL_REQUEST,
        output: &schemas::IMPORT_KEY_MATERIAL_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static ISSUE_ERASURE_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "IssueErasureCertificate",
        input: &schemas::ISSUE_ERASURE_CERTIFICATE_REQUEST,
        output: &schemas::ISSUE_ERASURE_CERTIFICATE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static LIST_TENANTS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListTenants",
        input: &schemas::LIST_TENANTS_REQUEST,
        output: &schemas::LIST_TENANTS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static OFFBOARD_TENANT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "OffboardTenant",
        input: &schemas::OFFBOARD_TENANT_REQUEST,
        output: &schemas::OFFBOARD_TENANT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static ONBOARD_TENANT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "OnboardTenant",
        input: &schemas::ONBOARD_TENANT_REQUEST,
        output: &schemas::ONBOARD_TENANT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static RESUME_TENANT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ResumeTenant",
        input: &schemas::RESUME_TENANT_REQUEST,
        output: &schemas::RESUME_TENANT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static SUSPEND_TENANT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "SuspendTenant",
        input: &schemas::SUSPEND_TENANT_REQUEST,
        output: &schemas::SUSPEND_TENANT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::KMS_REFUSED_EXCEPTION,
            &errors::SERVICE_UNAVAILABLE_EXCEPTION,
            &errors::TENANT_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNAUTHENTICATED_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };
}

pub static BINDINGS: &[Binding] = &[
    Binding {
        operation: &operations::CANCEL_OFFBOARDING,
        method: "POST",
        uri: "/tenants/v1/tenants/{tenantId}/cancel-offboarding",
        query: &[],
    },
    Binding {
        operation: &operations::FIX_TENANT_DRIFT,
        method: "POST",
        uri: "/tenants/v1/tenants/{tenantId}/drift/fix",
        query: &[],
    },
    Binding {
        operation: &operations::GET_COST,
        method: "GET",
        uri: "/tenants/v1/cost",
        query: &["requests", "services"],
    },
    Binding {
        operation: &operations::GET_IMPORT_PARAMETERS,
        method: "POST",
        uri: "/tenants/v1/tenants/{tenantId}/import-parameters",
        query: &[],
    },
    Binding {
        operation: &operations::GET_TENANT,
        method: "GET",
        uri: "/tenants/v1/tenants/{tenantId}",
        query: &[],
    },
    Binding {
        operation: &operations::GET_TENANT_DRIFT,
        method: "GET",
        uri: "/tenants/v1/tenants/{tenantId}/drift",
        query: &[],
    },
    Binding {
        operation: &operations::GET_TENANT_USAGE,
        method: "GET",
        uri: "/tenants/v1/tenants/{tenantId}/usage",
        query: &["by", "nextToken", "since", "until"],
    },
    Binding {
        operation: &operations::GET_USAGE,
        method: "GET",
        uri: "/tenants/v1/usage",
        query: &["by", "nextToken", "since", "until"],
    },
    Binding {
        operation: &operations::IMPORT_KEY_MATERIAL,
        method: "PUT",
        uri: "/tenants/v1/tenants/{tenantId}/key-material",
        query: &[],
    },
    Binding {
        operation: &operations::ISSUE_ERASURE_CERTIFICATE,
        method: "POST",
        uri: "/tenants/v1/tenants/{tenantId}/erasure-certificate",
        query: &[],
    },
    Binding {
        operation: &operations::LIST_TENANTS,
        method: "GET",
        uri: "/tenants/v1/tenants",
        query: &["limit", "nextToken"],
    },
    Binding {
        operation: &operations::OFFBOARD_TENANT,
        method: "DELETE",
        uri: "/tenants/v1/tenants/{tenantId}",
        query: &["pendingWindowInDays"],
    },
    Binding {
        operation: &operations::ONBOARD_TENANT,
        method: "PUT",
        uri: "/tenants/v1/tenants/{tenantId}",
        query: &[],
    },
    Binding {
        operation: &operations::RESUME_TENANT,
        method: "POST",
        uri: "/tenants/v1/tenants/{tenantId}/resume",
        query: &[],
    },
    Binding {
        operation: &operations::SUSPEND_TENANT,
        method: "POST",
        uri: "/tenants/v1/tenants/{tenantId}/suspend",
        query: &[],
    },
];

#[derive(Debug, Clone, Default)]
pub struct CancelOffboardingRequest {
    pub tenant_id: String,
}

impl Shape for CancelOffboardingRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CANCEL_OFFBOARDING_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant_id: members.required("tenantId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenantId", self.tenant_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct CancelOffboardingResponse {
    pub tenant: Tenant,
}

impl Shape for CancelOffboardingResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CANCEL_OFFBOARDING_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant: members.required("tenant")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenant", self.tenant);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Count {
    pub calls: i64,
    pub failed: i64,
    pub operation: String,
    pub service: String,
    pub tenant_id: String,
    pub time: String,
}

impl Shape for Count {
    const SCHEMA: &'static StructureSchema = &schemas::COUNT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            calls: members.required("calls")?,
            failed: members.required("failed")?,
            operation: members.required("operation")?,
            service: members.required("service")?,
            tenant_id: members.required("tenantId")?,
            time: members.required("time")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put(&mut members, "calls", self.calls);
        put(&mut members, "failed", self.failed);
        put(&mut members, "operation", self.operation);
        put(&mut members, "service", self.service);
        put(&mut members, "tenantId", self.tenant_id);
        put(&mut members, "time", self.time);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Deviation {
    pub detail: String,
    pub fixable: bool,
    pub subject: String,
}

impl Shape for Deviation {
    const SCHEMA: &'static StructureSchema = &schemas::DEVIATION;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            detail: members.required("detail")?,
            fixable: members.required("fixable")?,
            subject: members.required("subject")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "detail", self.detail);
        put(&mut members, "fixable", self.fixable);
        put(&mut members, "subject", self.subject);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct FixTenantDriftRequest {
    pub revoke_grants: Option<bool>,
    pub tenant_id: String,
}

impl Shape for FixTenantDriftRequest {
    const SCHEMA: &'static StructureSchema = &schemas::FIX_TENANT_DRIFT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            revoke_grants: members.optional("revokeGrants")?,
            tenant_id: members.required("tenantId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "revokeGrants", self.revoke_grants);
        put(&mut members, "tenantId", self.tenant_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct FixTenantDriftResponse {
    pub changes: Vec<String>,
    pub deviations: Vec<Deviation>,
}

impl Shape for FixTenantDriftResponse {
    const SCHEMA: &'static StructureSchema = &schemas::FIX_TENANT_DRIFT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { changes: members.required("changes")?, deviations: members.required("deviations")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "changes", self.changes);
        put(&mut members, "deviations", self.deviations);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetCostRequest {
    pub requests: Option<i64>,
    pub services: Option<i32>,
}

impl Shape for GetCostRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_COST_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { requests: members.optional("requests")?, services: members.optional("services")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "requests", self.requests);
        put_some(&mut members, "services", self.services);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetCostResponse {
    pub key_price: f64,
    pub keys: i64,
    pub keys_by_rotations: Vec<i64>,
    pub plot: String,
    pub prices_as_of: String,
    pub request_price: f64,
    pub separate_keys: i64,
    pub separate_total: f64,
    pub separate_total_after_rotations: f64,
    pub services: i64,
    pub total: f64,
    pub total_after_rotations: f64,
}

impl Shape for GetCostResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_COST_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_price: members.required("keyPrice")?,
            keys: members.required("keys")?,
            keys_by_rotations: members.required("keysByRotations")?,
            plot: members.required("plot")?,
            prices_as_of: members.required("pricesAsOf")?,
            request_price: members.required("requestPrice")?,
            separate_keys: members.required("separateKeys")?,
            separate_total: members.required("separateTotal")?,
            separate_total_after_rotations: members.required("separateTotalAfterRotations")?,
            services: members.required("services")?,
            total: members.required("total")?,
            total_after_rotations: members.required("totalAfterRotations")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(12);
        put(&mut members, "keyPrice", self.key_price);
        put(&mut members, "keys", self.keys);
        put(&mut members, "keysByRotations", self.keys_by_rotations);
        put(&mut members, "plot", self.plot);
        put(&mut members, "pricesAsOf", self.prices_as_of);
        put(&mut members, "requestPrice", self.request_price);
        put(&mut members, "separateKeys", self.separate_keys);
        put(&mut members, "separateTotal", self.separate_total);
        put(&mut members, "separateTotalAfterRotations", self.separate_total_after_rotations);
        put(&mut members, "services", self.services);
        put(&mut members, "total", self.total);
        put(&mut members, "totalAfterRotations", self.total_after_rotations);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetImportParametersRequest {
    pub tenant_id: String,
    pub wrapping_algorithm: Option<WrappingAlgorithm>,
    pub wrapping_key_spec: Option<WrappingKeySpec>,
}

impl Shape for GetImportParametersRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_IMPORT_PARAMETERS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            tenant_id: members.required("tenantId")?,
            wrapping_algorithm: members.optional("wrappingAlgorithm")?,
            wrapping_key_spec: members.optional("wrappingKeySpec")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "tenantId", self.tenant_id);
        put_some(&mut members, "wrappingAlgorithm", self.wrapping_algorithm);
        put_some(&mut members, "wrappingKeySpec", self.wrapping_key_spec);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetImportParametersResponse {
    pub expires: String,
    pub import_token: Vec<u8>,
    pub public_key: Vec<u8>,
    pub wrapping_algorithm: String,
}

impl Shape for GetImportParametersResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_IMPORT_PARAMETERS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            expires: members.required("expires")?,
            import_token: members.required("importToken")?,
            public_key: members.required("publicKey")?,
            wrapping_algorithm: members.required("wrappingAlgorithm")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "expires", self.expires);
        put(&mut members, "importToken", self.import_token);
        put(&mut members, "publicKey", self.public_key);
        put(&mut members, "wrappingAlgorithm", self.wrapping_algorithm);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetTenantDriftRequest {
    pub tenant_id: String,
}

impl Shape for GetTenantDriftRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_TENANT_DRIFT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant_id: members.required("tenantId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenantId", self.tenant_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetTenantDriftResponse {
    pub deviations: Vec<Deviation>,
}

impl Shape for GetTenantDriftResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_TENANT_DRIFT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { deviations: members.required("deviations")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "deviations", self.deviations);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetTenantRequest {
    pub tenant_id: String,
}

impl Shape for GetTenantRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_TENANT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant_id: members.required("tenantId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenantId", self.tenant_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct GetTenantResponse {
    pub tenant: Tenant,
}

impl Shape for GetTenantResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_TENANT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant: members.required("tenant")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenant", self.tenant);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetTenantUsageRequest {
    pub by: Option<Period>,
    pub next_token: Option<String>,
    pub since: Option<String>,
    pub tenant_id: String,
    pub until: Option<String>,
}

impl Shape for GetTenantUsageRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_TENANT_USAGE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            by: members.optional("by")?,
            next_token: members.optional("nextToken")?,
            since: members.optional("since")?,
            tenant_id: members.required("tenantId")?,
            until: members.optional("until")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "by", self.by);
        put_some(&mut members, "nextToken", self.next_token);
        put_some(&mut members, "since", self.since);
        put(&mut members, "tenantId", self.tenant_id);
        put_some(&mut members, "until", self.until);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetTenantUsageResponse {
    pub counts: Vec<Count>,
    pub next_token: Option<String>,
}

impl Shape for GetTenantUsageResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_TENANT_USAGE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { counts: members.required("counts")?, next_token: members.optional("nextToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "counts", self.counts);
        put_some(&mut members, "nextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetUsageRequest {
    pub by: Option<Period>,
    pub next_token: Option<String>,
    pub since: Option<String>,
    pub until: Option<String>,
}

impl Shape for GetUsageRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_USAGE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            by: members.optional("by")?,
            next_token: members.optional("nextToken")?,
            since: members.optional("since")?,
            until: members.optional("until")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "by", self.by);
        put_some(&mut members, "nextToken", self.next_token);
        put_some(&mut members, "since", self.since);
        put_some(&mut members, "until", self.until);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetUsageResponse {
    pub counts: Vec<Count>,
    pub next_token: Option<String>,
}

impl Shape for GetUsageResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_USAGE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { counts: members.required("counts")?, next_token: members.optional("nextToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "counts", self.counts);
        put_some(&mut members, "nextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ImportKeyMaterialRequest {
    pub encrypted_key_material: Vec<u8>,
    pub expires: Option<String>,
    pub import_token: Vec<u8>,
    pub tenant_id: String,
}

impl Shape for ImportKeyMaterialRequest {
    const SCHEMA: &'static StructureSchema = &schemas::IMPORT_KEY_MATERIAL_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            encrypted_key_material: members.required("encryptedKeyMaterial")?,
            expires: members.optional("expires")?,
            import_token: members.required("importToken")?,
            tenant_id: members.required("tenantId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "encryptedKeyMaterial", self.encrypted_key_material);
        put_some(&mut members, "expires", self.expires);
        put(&mut members, "importToken", self.import_token);
        put(&mut members, "tenantId", self.tenant_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct ImportKeyMaterialResponse {
    pub tenant: Tenant,
}

impl Shape for ImportKeyMaterialResponse {
    const SCHEMA: &'static StructureSchema = &schemas::IMPORT_KEY_MATERIAL_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant: members.required("tenant")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenant", self.tenant);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct IssueErasureCertificateRequest {
    pub key_arn: Option<String>,
    pub tenant_id: String,
}

impl Shape for IssueErasureCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ISSUE_ERASURE_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_arn: members.optional("keyArn")?, tenant_id: members.required("tenantId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "keyArn", self.key_arn);
        put(&mut members, "tenantId", self.tenant_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct IssueErasureCertificateResponse {
    pub payload: String,
    pub payload_type: String,
    pub public_key: String,
    pub signatures: Vec<Signature>,
}

impl Shape for IssueErasureCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ISSUE_ERASURE_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            payload: members.required("payload")?,
            payload_type: members.required("payloadType")?,
            public_key: members.required("publicKey")?,
            signatures: members.required("signatures")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "payload", self.payload);
        put(&mut members, "payloadType", self.payload_type);
        put(&mut members, "publicKey", self.public_key);
        put(&mut members, "signatures", self.signatures);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListTenantsRequest {
    pub limit: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for ListTenantsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_TENANTS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { limit: members.optional("limit")?, next_token: members.optional("nextToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "limit", self.limit);
        put_some(&mut members, "nextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListTenantsResponse {
    pub next_token: Option<String>,
    pub tenants: Vec<Tenant>,
}

impl Shape for ListTenantsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_TENANTS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { next_token: members.optional("nextToken")?, tenants: members.required("tenants")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "nextToken", self.next_token);
        put(&mut members, "tenants", self.tenants);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct OffboardTenantRequest {
    pub pending_window_in_days: Option<i32>,
    pub tenant_id: String,
}

impl Shape for OffboardTenantRequest {
    const SCHEMA: &'static StructureSchema = &schemas::OFFBOARD_TENANT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            pending_window_in_days: members.optional("pendingWindowInDays")?,
            tenant_id: members.required("tenantId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "pendingWindowInDays", self.pending_window_in_days);
        put(&mut members, "tenantId", self.tenant_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct OffboardTenantResponse {
    pub tenant: Tenant,
}

impl Shape for OffboardTenantResponse {
    const SCHEMA: &'static StructureSchema = &schemas::OFFBOARD_TENANT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant: members.required("tenant")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenant", self.tenant);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct OnboardTenantRequest {
    pub key_store_id: Option<String>,
    pub origin: Option<Origin>,
    pub tenant_id: String,
    pub xks_key_id: Option<String>,
}

impl Shape for OnboardTenantRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ONBOARD_TENANT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_store_id: members.optional("keyStoreId")?,
            origin: members.optional("origin")?,
            tenant_id: members.required("tenantId")?,
            xks_key_id: members.optional("xksKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "keyStoreId", self.key_store_id);
        put_some(&mut members, "origin", self.origin);
        put(&mut members, "tenantId", self.tenant_id);
        put_some(&mut members, "xksKeyId", self.xks_key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct OnboardTenantResponse {
    pub changes: Vec<String>,
    pub tenant: Tenant,
}

impl Shape for OnboardTenantResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ONBOARD_TENANT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { changes: members.required("changes")?, tenant: members.required("tenant")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "changes", self.changes);
        put(&mut members, "tenant", self.tenant);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    AwsKms,
    External,
    AwsCloudhsm,
    ExternalKeyStore,
}

impl Origin {
    pub const ALL: &'static [Self] =
        &[Self::AwsKms, Self::External, Self::AwsCloudhsm, Self::ExternalKeyStore];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AwsKms => "AWS_KMS",
            Self::External => "EXTERNAL",
            Self::AwsCloudhsm => "AWS_CLOUDHSM",
            Self::ExternalKeyStore => "EXTERNAL_KEY_STORE",
        }
    }
}

impl FromStr for Origin {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("Origin"))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for Origin {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    Hour,
    Day,
    Total,
}

impl Period {
    pub const ALL: &'static [Self] = &[Self::Hour, Self::Day, Self::Total];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Total => "total",
        }
    }
}

impl FromStr for Period {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("Period"))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for Period {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ResumeTenantRequest {
    pub tenant_id: String,
}

impl Shape for ResumeTenantRequest {
    const SCHEMA: &'static StructureSchema = &schemas::RESUME_TENANT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant_id: members.required("tenantId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenantId", self.tenant_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct ResumeTenantResponse {
    pub tenant: Tenant,
}

impl Shape for ResumeTenantResponse {
    const SCHEMA: &'static StructureSchema = &schemas::RESUME_TENANT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant: members.required("tenant")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenant", self.tenant);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Signature {
    pub keyid: String,
    pub sig: String,
}

impl Shape for Signature {
    const SCHEMA: &'static StructureSchema = &schemas::SIGNATURE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { keyid: members.required("keyid")?, sig: members.required("sig")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "keyid", self.keyid);
        put(&mut members, "sig", self.sig);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    Active,
    Suspended,
    WaitingForMaterial,
    Unfinished,
    Offboarding,
    Unavailable,
}

impl Status {
    pub const ALL: &'static [Self] = &[
        Self::Active,
        Self::Suspended,
        Self::WaitingForMaterial,
        Self::Unfinished,
        Self::Offboarding,
        Self::Unavailable,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::WaitingForMaterial => "waitingForMaterial",
            Self::Unfinished => "unfinished",
            Self::Offboarding => "offboarding",
            Self::Unavailable => "unavailable",
        }
    }
}

impl FromStr for Status {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("Status"))
    }
}

impl fmt::Display for Status {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for Status {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct SuspendTenantRequest {
    pub reason: String,
    pub tenant_id: String,
}

impl Shape for SuspendTenantRequest {
    const SCHEMA: &'static StructureSchema = &schemas::SUSPEND_TENANT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { reason: members.required("reason")?, tenant_id: members.required("tenantId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "reason", self.reason);
        put(&mut members, "tenantId", self.tenant_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct SuspendTenantResponse {
    pub tenant: Tenant,
}

impl Shape for SuspendTenantResponse {
    const SCHEMA: &'static StructureSchema = &schemas::SUSPEND_TENANT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tenant: members.required("tenant")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "tenant", self.tenant);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct Tenant {
    pub alias: String,
    pub created: Option<String>,
    pub deletion: Option<String>,
    pub key_arn: Option<String>,
    pub key_state: Option<String>,
    pub key_store_id: Option<String>,
    pub material_expires: Option<String>,
    pub origin: Option<Origin>,
    pub status: Status,
    pub suspended: Option<String>,
    pub tenant_id: String,
    pub xks_key_id: Option<String>,
}

impl Shape for Tenant {
    const SCHEMA: &'static StructureSchema = &schemas::TENANT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            alias: members.required("alias")?,
            created: members.optional("created")?,
            deletion: members.optional("deletion")?,
            key_arn: members.optional("keyArn")?,
            key_state: members.optional("keyState")?,
            key_store_id: members.optional("keyStoreId")?,
            material_expires: members.optional("materialExpires")?,
            origin: members.optional("origin")?,
            status: members.required("status")?,
            suspended: members.optional("suspended")?,
            tenant_id: members.required("tenantId")?,
            xks_key_id: members.optional("xksKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(12);
        put(&mut members, "alias", self.alias);
        put_some(&mut members, "created", self.created);
        put_some(&mut members, "deletion", self.deletion);
        put_some(&mut members, "keyArn", self.key_arn);
        put_some(&mut members, "keyState", self.key_state);
        put_some(&mut members, "keyStoreId", self.key_store_id);
        put_some(&mut members, "materialExpires", self.material_expires);
        put_some(&mut members, "origin", self.origin);
        put(&mut members, "status", self.status);
        put_some(&mut members, "suspended", self.suspended);
        put(&mut members, "tenantId", self.tenant_id);
        put_some(&mut members, "xksKeyId", self.xks_key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrappingAlgorithm {
    RsaesOaepSha1,
    RsaesOaepSha256,
    RsaAesKeyWrapSha1,
    RsaAesKeyWrapSha256,
}

impl WrappingAlgorithm {
    pub const ALL: &'static [Self] =
        &[Self::RsaesOaepSha1, Self::RsaesOaepSha256, Self::RsaAesKeyWrapSha1, Self::RsaAesKeyWrapSha256];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RsaesOaepSha1 => "RSAES_OAEP_SHA_1",
            Self::RsaesOaepSha256 => "RSAES_OAEP_SHA_256",
            Self::RsaAesKeyWrapSha1 => "RSA_AES_KEY_WRAP_SHA_1",
            Self::RsaAesKeyWrapSha256 => "RSA_AES_KEY_WRAP_SHA_256",
        }
    }
}

impl FromStr for WrappingAlgorithm {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("WrappingAlgorithm"))
    }
}

impl fmt::Display for WrappingAlgorithm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for WrappingAlgorithm {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrappingKeySpec {
    Rsa2048,
    Rsa3072,
    Rsa4096,
}

impl WrappingKeySpec {
    pub const ALL: &'static [Self] = &[Self::Rsa2048, Self::Rsa3072, Self::Rsa4096];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rsa2048 => "RSA_2048",
            Self::Rsa3072 => "RSA_3072",
            Self::Rsa4096 => "RSA_4096",
        }
    }
}

impl FromStr for WrappingKeySpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("WrappingKeySpec"))
    }
}

impl fmt::Display for WrappingKeySpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for WrappingKeySpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

pub mod errors {
    use super::ErrorCode;

    pub static ACCESS_DENIED_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccessDeniedException",
        code: "AccessDeniedException",
        status: 403,
        sender_fault: true,
    };

    pub static CONFLICT_EXCEPTION: ErrorCode =
        ErrorCode { name: "ConflictException", code: "ConflictException", status: 409, sender_fault: true };

    pub static INTERNAL_EXCEPTION: ErrorCode =
        ErrorCode { name: "InternalException", code: "InternalException", status: 500, sender_fault: false };

    pub static KMS_REFUSED_EXCEPTION: ErrorCode = ErrorCode {
        name: "KmsRefusedException",
        code: "KmsRefusedException",
        status: 502,
        sender_fault: false,
    };

    pub static SERVICE_UNAVAILABLE_EXCEPTION: ErrorCode = ErrorCode {
        name: "ServiceUnavailableException",
        code: "ServiceUnavailableException",
        status: 503,
        sender_fault: false,
    };

    pub static TENANT_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "TenantNotFoundException",
        code: "TenantNotFoundException",
        status: 404,
        sender_fault: true,
    };

    pub static THROTTLING_EXCEPTION: ErrorCode = ErrorCode {
        name: "ThrottlingException",
        code: "ThrottlingException",
        status: 429,
        sender_fault: true,
    };

    pub static UNAUTHENTICATED_EXCEPTION: ErrorCode = ErrorCode {
        name: "UnauthenticatedException",
        code: "UnauthenticatedException",
        status: 401,
        sender_fault: true,
    };

    pub static VALIDATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "ValidationException",
        code: "ValidationException",
        status: 400,
        sender_fault: true,
    };
}

mod schemas {
    use crate::{BlobSchema, ListSchema, MemberSchema, Schema, StringSchema, StructureSchema};

    pub(super) static BLOB: BlobSchema =
        BlobSchema { name: "Blob", sensitive: false, min: Some(1), max: Some(6144) };

    pub(super) static CANCEL_OFFBOARDING_REQUEST: StructureSchema = StructureSchema {
        name: "CancelOffboardingRequest",
        members: &[MemberSchema::required("tenantId", Schema::String(&TENANT_ID))],
    };

    pub(super) static CANCEL_OFFBOARDING_RESPONSE: StructureSchema = StructureSchema {
        name: "CancelOffboardingResponse",
        members: &[MemberSchema::required("tenant", Schema::Structure(&TENANT))],
    };

    pub(super) static COUNT: StructureSchema = StructureSchema {
        name: "Count",
        members: &[
            MemberSchema::required("calls", Schema::Long { min: None, max: None }),
            MemberSchema::required("failed", Schema::Long { min: None, max: None }),
            MemberSchema::required("operation", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("service", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
            MemberSchema::required("time", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static COUNT_LIST: ListSchema = ListSchema {
        name: "CountList",
        member: Schema::Structure(&COUNT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static COUNTS: ListSchema = ListSchema {
        name: "Counts",
        member: Schema::Long { min: None, max: None },
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static DEVIATION: StructureSchema = StructureSchema {
        name: "Deviation",
        members: &[
            MemberSchema::required("detail", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("fixable", Schema::Boolean),
            MemberSchema::required("subject", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static DEVIATION_LIST: ListSchema = ListSchema {
        name: "DeviationList",
        member: Schema::Structure(&DEVIATION),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static FIX_TENANT_DRIFT_REQUEST: StructureSchema = StructureSchema {
        name: "FixTenantDriftRequest",
        members: &[
            MemberSchema::optional("revokeGrants", Schema::Boolean),
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
        ],
    };

    pub(super) static FIX_TENANT_DRIFT_RESPONSE: StructureSchema = StructureSchema {
        name: "FixTenantDriftResponse",
        members: &[
            MemberSchema::required("changes", Schema::List(&TEXT_LIST)),
            MemberSchema::required("deviations", Schema::List(&DEVIATION_LIST)),
        ],
    };

    pub(super) static GET_COST_REQUEST: StructureSchema = StructureSchema {
        name: "GetCostRequest",
        members: &[
            MemberSchema::optional("requests", Schema::Long { min: Some(0), max: None }),
            MemberSchema::optional("services", Schema::Integer { min: Some(1), max: Some(1000) }),
        ],
    };

    pub(super) static GET_COST_RESPONSE: StructureSchema = StructureSchema {
        name: "GetCostResponse",
        members: &[
            MemberSchema::required("keyPrice", Schema::Double),
            MemberSchema::required("keys", Schema::Long { min: None, max: None }),
            MemberSchema::required("keysByRotations", Schema::List(&COUNTS)),
            MemberSchema::required("plot", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("pricesAsOf", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("requestPrice", Schema::Double),
            MemberSchema::required("separateKeys", Schema::Long { min: None, max: None }),
            MemberSchema::required("separateTotal", Schema::Double),
            MemberSchema::required("separateTotalAfterRotations", Schema::Double),
            MemberSchema::required("services", Schema::Long { min: None, max: None }),
            MemberSchema::required("total", Schema::Double),
            MemberSchema::required("totalAfterRotations", Schema::Double),
        ],
    };

    pub(super) static GET_IMPORT_PARAMETERS_REQUEST: StructureSchema = StructureSchema {
        name: "GetImportParametersRequest",
        members: &[
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
            MemberSchema::optional("wrappingAlgorithm", Schema::String(&WRAPPING_ALGORITHM)),
            MemberSchema::optional("wrappingKeySpec", Schema::String(&WRAPPING_KEY_SPEC)),
        ],
    };

    pub(super) static GET_IMPORT_PARAMETERS_RESPONSE: StructureSchema = StructureSchema {
        name: "GetImportParametersResponse",
        members: &[
            MemberSchema::required("expires", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("importToken", Schema::Blob(&BLOB)),
            MemberSchema::required("publicKey", Schema::Blob(&BLOB)),
            MemberSchema::required("wrappingAlgorithm", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static GET_TENANT_DRIFT_REQUEST: StructureSchema = StructureSchema {
        name: "GetTenantDriftRequest",
        members: &[MemberSchema::required("tenantId", Schema::String(&TENANT_ID))],
    };

    pub(super) static GET_TENANT_DRIFT_RESPONSE: StructureSchema = StructureSchema {
        name: "GetTenantDriftResponse",
        members: &[MemberSchema::required("deviations", Schema::List(&DEVIATION_LIST))],
    };

    pub(super) static GET_TENANT_REQUEST: StructureSchema = StructureSchema {
        name: "GetTenantRequest",
        members: &[MemberSchema::required("tenantId", Schema::String(&TENANT_ID))],
    };

    pub(super) static GET_TENANT_RESPONSE: StructureSchema = StructureSchema {
        name: "GetTenantResponse",
        members: &[MemberSchema::required("tenant", Schema::Structure(&TENANT))],
    };

    pub(super) static GET_TENANT_USAGE_REQUEST: StructureSchema = StructureSchema {
        name: "GetTenantUsageRequest",
        members: &[
            MemberSchema::optional("by", Schema::String(&PERIOD)),
            MemberSchema::optional("nextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("since", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
            MemberSchema::optional("until", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static GET_TENANT_USAGE_RESPONSE: StructureSchema = StructureSchema {
        name: "GetTenantUsageResponse",
        members: &[
            MemberSchema::required("counts", Schema::List(&COUNT_LIST)),
            MemberSchema::optional("nextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static GET_USAGE_REQUEST: StructureSchema = StructureSchema {
        name: "GetUsageRequest",
        members: &[
            MemberSchema::optional("by", Schema::String(&PERIOD)),
            MemberSchema::optional("nextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("since", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("until", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static GET_USAGE_RESPONSE: StructureSchema = StructureSchema {
        name: "GetUsageResponse",
        members: &[
            MemberSchema::required("counts", Schema::List(&COUNT_LIST)),
            MemberSchema::optional("nextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static IMPORT_KEY_MATERIAL_REQUEST: StructureSchema = StructureSchema {
        name: "ImportKeyMaterialRequest",
        members: &[
            MemberSchema::required("encryptedKeyMaterial", Schema::Blob(&BLOB)),
            MemberSchema::optional("expires", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("importToken", Schema::Blob(&BLOB)),
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
        ],
    };

    pub(super) static IMPORT_KEY_MATERIAL_RESPONSE: StructureSchema = StructureSchema {
        name: "ImportKeyMaterialResponse",
        members: &[MemberSchema::required("tenant", Schema::Structure(&TENANT))],
    };

    pub(super) static ISSUE_ERASURE_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "IssueErasureCertificateRequest",
        members: &[
            MemberSchema::optional("keyArn", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
        ],
    };

    pub(super) static ISSUE_ERASURE_CERTIFICATE_RESPONSE: StructureSchema = StructureSchema {
        name: "IssueErasureCertificateResponse",
        members: &[
            MemberSchema::required("payload", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("payloadType", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("publicKey", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("signatures", Schema::List(&SIGNATURE_LIST)),
        ],
    };

    pub(super) static KEY_STORE_ID: StringSchema = StringSchema {
        name: "KeyStoreId",
        sensitive: false,
        min: Some(1),
        max: Some(64),
        pattern: None,
        values: &[],
    };

    pub(super) static LIST_TENANTS_REQUEST: StructureSchema = StructureSchema {
        name: "ListTenantsRequest",
        members: &[
            MemberSchema::optional("limit", Schema::Integer { min: Some(1), max: Some(100) }),
            MemberSchema::optional("nextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static LIST_TENANTS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListTenantsResponse",
        members: &[
            MemberSchema::optional("nextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::required("tenants", Schema::List(&TENANT_LIST)),
        ],
    };

    pub(super) static NEXT_TOKEN: StringSchema = StringSchema {
        name: "NextToken",
        sensitive: false,
        min: Some(1),
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static OFFBOARD_TENANT_REQUEST: StructureSchema = StructureSchema {
        name: "OffboardTenantRequest",
        members: &[
            MemberSchema::optional("pendingWindowInDays", Schema::Integer { min: Some(7), max: Some(30) }),
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
        ],
    };

    pub(super) static OFFBOARD_TENANT_RESPONSE: StructureSchema = StructureSchema {
        name: "OffboardTenantResponse",
        members: &[MemberSchema::required("tenant", Schema::Structure(&TENANT))],
    };

    pub(super) static ONBOARD_TENANT_REQUEST: StructureSchema = StructureSchema {
        name: "OnboardTenantRequest",
        members: &[
            MemberSchema::optional("keyStoreId", Schema::String(&KEY_STORE_ID)),
            MemberSchema::optional("origin", Schema::String(&ORIGIN)),
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
            MemberSchema::optional("xksKeyId", Schema::String(&XKS_KEY_ID)),
        ],
    };

    pub(super) static ONBOARD_TENANT_RESPONSE: StructureSchema = StructureSchema {
        name: "OnboardTenantResponse",
        members: &[
            MemberSchema::required("changes", Schema::List(&TEXT_LIST)),
            MemberSchema::required("tenant", Schema::Structure(&TENANT)),
        ],
    };

    pub(super) static ORIGIN: StringSchema = StringSchema {
        name: "Origin",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"],
    };

    pub(super) static PERIOD: StringSchema = StringSchema {
        name: "Period",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["hour", "day", "total"],
    };

    pub(super) static REASON: StringSchema = StringSchema {
        name: "Reason",
        sensitive: false,
        min: Some(1),
        max: Some(256),
        pattern: None,
        values: &[],
    };

    pub(super) static RESUME_TENANT_REQUEST: StructureSchema = StructureSchema {
        name: "ResumeTenantRequest",
        members: &[MemberSchema::required("tenantId", Schema::String(&TENANT_ID))],
    };

    pub(super) static RESUME_TENANT_RESPONSE: StructureSchema = StructureSchema {
        name: "ResumeTenantResponse",
        members: &[MemberSchema::required("tenant", Schema::Structure(&TENANT))],
    };

    pub(super) static SIGNATURE: StructureSchema = StructureSchema {
        name: "Signature",
        members: &[
            MemberSchema::required("keyid", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("sig", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static SIGNATURE_LIST: ListSchema = ListSchema {
        name: "SignatureList",
        member: Schema::Structure(&SIGNATURE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static STATUS: StringSchema = StringSchema {
        name: "Status",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["active", "suspended", "waitingForMaterial", "unfinished", "offboarding", "unavailable"],
    };

    pub(super) static SUSPEND_TENANT_REQUEST: StructureSchema = StructureSchema {
        name: "SuspendTenantRequest",
        members: &[
            MemberSchema::required("reason", Schema::String(&REASON)),
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
        ],
    };

    pub(super) static SUSPEND_TENANT_RESPONSE: StructureSchema = StructureSchema {
        name: "SuspendTenantResponse",
        members: &[MemberSchema::required("tenant", Schema::Structure(&TENANT))],
    };

    pub(super) static TENANT: StructureSchema = StructureSchema {
        name: "Tenant",
        members: &[
            MemberSchema::required("alias", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("created", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("deletion", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("keyArn", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("keyState", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("keyStoreId", Schema::String(&KEY_STORE_ID)),
            MemberSchema::optional("materialExpires", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("origin", Schema::String(&ORIGIN)),
            MemberSchema::required("status", Schema::String(&STATUS)),
            MemberSchema::optional("suspended", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("tenantId", Schema::String(&TENANT_ID)),
            MemberSchema::optional("xksKeyId", Schema::String(&XKS_KEY_ID)),
        ],
    };

    pub(super) static TENANT_ID: StringSchema = StringSchema {
        name: "TenantId",
        sensitive: false,
        min: Some(1),
        max: Some(256),
        pattern: None,
        values: &[],
    };

    pub(super) static TENANT_LIST: ListSchema = ListSchema {
        name: "TenantList",
        member: Schema::Structure(&TENANT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static TEXT_LIST: ListSchema = ListSchema {
        name: "TextList",
        member: Schema::String(&StringSchema::ANY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static WRAPPING_ALGORITHM: StringSchema = StringSchema {
        name: "WrappingAlgorithm",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "RSAES_OAEP_SHA_1",
            "RSAES_OAEP_SHA_256",
            "RSA_AES_KEY_WRAP_SHA_1",
            "RSA_AES_KEY_WRAP_SHA_256",
        ],
    };

    pub(super) static WRAPPING_KEY_SPEC: StringSchema = StringSchema {
        name: "WrappingKeySpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["RSA_2048", "RSA_3072", "RSA_4096"],
    };

    pub(super) static XKS_KEY_ID: StringSchema = StringSchema {
        name: "XksKeyId",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: None,
        values: &[],
    };
}
