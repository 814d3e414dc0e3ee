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
        &operations::GET_TENANT,
        &operations::GET_TENANT_DRIFT,
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
    pub tenant_id: String,
}

impl Shape for FixTenantDriftRequest {
    const SCHEMA: &'static StructureSchema = &schemas::FIX_TENANT_DRIFT_REQUEST;

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
    use crate::{ListSchema, MemberSchema, Schema, StringSchema, StructureSchema};

    pub(super) static CANCEL_OFFBOARDING_REQUEST: StructureSchema = StructureSchema {
        name: "CancelOffboardingRequest",
        members: &[MemberSchema::required("tenantId", Schema::String(&TENANT_ID))],
    };

    pub(super) static CANCEL_OFFBOARDING_RESPONSE: StructureSchema = StructureSchema {
        name: "CancelOffboardingResponse",
        members: &[MemberSchema::required("tenant", Schema::Structure(&TENANT))],
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
        members: &[MemberSchema::required("tenantId", Schema::String(&TENANT_ID))],
    };

    pub(super) static FIX_TENANT_DRIFT_RESPONSE: StructureSchema = StructureSchema {
        name: "FixTenantDriftResponse",
        members: &[
            MemberSchema::required("changes", Schema::List(&TEXT_LIST)),
            MemberSchema::required("deviations", Schema::List(&DEVIATION_LIST)),
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
            MemberSchema::optional("limit", Schema::Integer { min: Some(1), max: Some(1000) }),
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

    pub(super) static XKS_KEY_ID: StringSchema = StringSchema {
        name: "XksKeyId",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: None,
        values: &[],
    };
}
