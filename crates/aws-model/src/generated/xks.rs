//! AWS External Key Store Proxy API, API version v1.
//!
//! Written by `aws-codegen` from `tools/aws-codegen/descriptions`: change its allow-list, not this file.

#![allow(missing_docs, reason = "the names are AWS's; its API reference documents them")]

use std::fmt;
use std::str::FromStr;

use secret::SecretBytes;

use crate::convert::{Members, Mismatch, Value, put, put_some};
use crate::{
    Document, ErrorCode, ModelError, Operation, OperationSchema, Protocol, Service, Shape, StructureSchema,
    UnknownValue,
};

pub static SERVICE: Service = Service {
    id: "xks",
    signing_name: "kms-xks-proxy",
    event_source: "kms-xks-proxy.amazonaws.com",
    api_version: "v1",
    protocol: Protocol::XksProxy,
    operations: &[
        &operations::DECRYPT,
        &operations::ENCRYPT,
        &operations::GET_HEALTH_STATUS,
        &operations::GET_KEY_METADATA,
    ],
};

pub struct Decrypt;

impl Operation for Decrypt {
    const SCHEMA: &'static OperationSchema = &operations::DECRYPT;
    type Input = DecryptRequest;
    type Output = DecryptResponse;
}

pub struct Encrypt;

impl Operation for Encrypt {
    const SCHEMA: &'static OperationSchema = &operations::ENCRYPT;
    type Input = EncryptRequest;
    type Output = EncryptResponse;
}

pub struct GetHealthStatus;

impl Operation for GetHealthStatus {
    const SCHEMA: &'static OperationSchema = &operations::GET_HEALTH_STATUS;
    type Input = GetHealthStatusRequest;
    type Output = GetHealthStatusResponse;
}

pub struct GetKeyMetadata;

impl Operation for GetKeyMetadata {
    const SCHEMA: &'static OperationSchema = &operations::GET_KEY_METADATA;
    type Input = GetKeyMetadataRequest;
    type Output = GetKeyMetadataResponse;
}

mod operations {
    use super::{OperationSchema, SERVICE, errors, schemas};

    pub(super) static DECRYPT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "Decrypt",
        input: &schemas::DECRYPT_REQUEST,
        output: &schemas::DECRYPT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AUTHENTICATION_FAILED_EXCEPTION,
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::INVALID_CIPHERTEXT_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::INVALID_STATE_EXCEPTION,
            &errors::INVALID_URI_PATH_EXCEPTION,
            &errors::KEY_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static ENCRYPT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "Encrypt",
        input: &schemas::ENCRYPT_REQUEST,
        output: &schemas::ENCRYPT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AUTHENTICATION_FAILED_EXCEPTION,
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::INVALID_STATE_EXCEPTION,
            &errors::INVALID_URI_PATH_EXCEPTION,
            &errors::KEY_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };

    pub(super) static GET_HEALTH_STATUS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetHealthStatus",
        input: &schemas::GET_HEALTH_STATUS_REQUEST,
        output: &schemas::GET_HEALTH_STATUS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::AUTHENTICATION_FAILED_EXCEPTION,
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::INVALID_STATE_EXCEPTION,
            &errors::INVALID_URI_PATH_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static GET_KEY_METADATA: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetKeyMetadata",
        input: &schemas::GET_KEY_METADATA_REQUEST,
        output: &schemas::GET_KEY_METADATA_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AUTHENTICATION_FAILED_EXCEPTION,
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INTERNAL_EXCEPTION,
            &errors::INVALID_STATE_EXCEPTION,
            &errors::INVALID_URI_PATH_EXCEPTION,
            &errors::KEY_NOT_FOUND_EXCEPTION,
            &errors::THROTTLING_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
            &errors::VALIDATION_EXCEPTION,
        ],
    };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CiphertextDataIntegrityValueAlgorithm {
    Sha256,
}

impl CiphertextDataIntegrityValueAlgorithm {
    pub const ALL: &'static [Self] = &[Self::Sha256];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sha256 => "SHA_256",
        }
    }
}

impl FromStr for CiphertextDataIntegrityValueAlgorithm {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("CiphertextDataIntegrityValueAlgorithm"))
    }
}

impl fmt::Display for CiphertextDataIntegrityValueAlgorithm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for CiphertextDataIntegrityValueAlgorithm {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone)]
pub struct DecryptRequest {
    pub additional_authenticated_data: Option<Vec<u8>>,
    pub authentication_tag: Vec<u8>,
    pub ciphertext: Vec<u8>,
    pub ciphertext_metadata: Option<Vec<u8>>,
    pub encryption_algorithm: EncryptionAlgorithm,
    pub external_key_id: String,
    pub initialization_vector: Vec<u8>,
    pub request_metadata: RequestMetadata,
}

impl Shape for DecryptRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DECRYPT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            additional_authenticated_data: members.optional("additionalAuthenticatedData")?,
            authentication_tag: members.required("authenticationTag")?,
            ciphertext: members.required("ciphertext")?,
            ciphertext_metadata: members.optional("ciphertextMetadata")?,
            encryption_algorithm: members.required("encryptionAlgorithm")?,
            external_key_id: members.required("externalKeyId")?,
            initialization_vector: members.required("initializationVector")?,
            request_metadata: members.required("requestMetadata")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(8);
        put_some(&mut members, "additionalAuthenticatedData", self.additional_authenticated_data);
        put(&mut members, "authenticationTag", self.authentication_tag);
        put(&mut members, "ciphertext", self.ciphertext);
        put_some(&mut members, "ciphertextMetadata", self.ciphertext_metadata);
        put(&mut members, "encryptionAlgorithm", self.encryption_algorithm);
        put(&mut members, "externalKeyId", self.external_key_id);
        put(&mut members, "initializationVector", self.initialization_vector);
        put(&mut members, "requestMetadata", self.request_metadata);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DecryptResponse {
    pub plaintext: SecretBytes,
}

impl Shape for DecryptResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DECRYPT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { plaintext: members.required("plaintext")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "plaintext", self.plaintext);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct EkmFleetMember {
    pub health_status: HealthStatus,
    pub id: String,
    pub model: String,
}

impl Shape for EkmFleetMember {
    const SCHEMA: &'static StructureSchema = &schemas::EKM_FLEET_MEMBER;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            health_status: members.required("healthStatus")?,
            id: members.required("id")?,
            model: members.required("model")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "healthStatus", self.health_status);
        put(&mut members, "id", self.id);
        put(&mut members, "model", self.model);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct EncryptRequest {
    pub additional_authenticated_data: Option<Vec<u8>>,
    pub ciphertext_data_integrity_value_algorithm: Option<CiphertextDataIntegrityValueAlgorithm>,
    pub encryption_algorithm: EncryptionAlgorithm,
    pub external_key_id: String,
    pub plaintext: SecretBytes,
    pub request_metadata: RequestMetadata,
}

impl Shape for EncryptRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ENCRYPT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            additional_authenticated_data: members.optional("additionalAuthenticatedData")?,
            ciphertext_data_integrity_value_algorithm: members
                .optional("ciphertextDataIntegrityValueAlgorithm")?,
            encryption_algorithm: members.required("encryptionAlgorithm")?,
            external_key_id: members.required("externalKeyId")?,
            plaintext: members.required("plaintext")?,
            request_metadata: members.required("requestMetadata")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "additionalAuthenticatedData", self.additional_authenticated_data);
        put_some(
            &mut members,
            "ciphertextDataIntegrityValueAlgorithm",
            self.ciphertext_data_integrity_value_algorithm,
        );
        put(&mut members, "encryptionAlgorithm", self.encryption_algorithm);
        put(&mut members, "externalKeyId", self.external_key_id);
        put(&mut members, "plaintext", self.plaintext);
        put(&mut members, "requestMetadata", self.request_metadata);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct EncryptResponse {
    pub authentication_tag: Vec<u8>,
    pub ciphertext: Vec<u8>,
    pub ciphertext_data_integrity_value: Option<Vec<u8>>,
    pub ciphertext_metadata: Option<Vec<u8>>,
    pub initialization_vector: Vec<u8>,
}

impl Shape for EncryptResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ENCRYPT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            authentication_tag: members.required("authenticationTag")?,
            ciphertext: members.required("ciphertext")?,
            ciphertext_data_integrity_value: members.optional("ciphertextDataIntegrityValue")?,
            ciphertext_metadata: members.optional("ciphertextMetadata")?,
            initialization_vector: members.required("initializationVector")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put(&mut members, "authenticationTag", self.authentication_tag);
        put(&mut members, "ciphertext", self.ciphertext);
        put_some(&mut members, "ciphertextDataIntegrityValue", self.ciphertext_data_integrity_value);
        put_some(&mut members, "ciphertextMetadata", self.ciphertext_metadata);
        put(&mut members, "initializationVector", self.initialization_vector);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EncryptionAlgorithm {
    AesGcm,
}

impl EncryptionAlgorithm {
    pub const ALL: &'static [Self] = &[Self::AesGcm];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AesGcm => "AES_GCM",
        }
    }
}

impl FromStr for EncryptionAlgorithm {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("EncryptionAlgorithm"))
    }
}

impl fmt::Display for EncryptionAlgorithm {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for EncryptionAlgorithm {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetHealthStatusRequest {
    pub request_metadata: HealthRequestMetadata,
}

impl Shape for GetHealthStatusRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_HEALTH_STATUS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { request_metadata: members.required("requestMetadata")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "requestMetadata", self.request_metadata);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetHealthStatusResponse {
    pub ekm_fleet_details: Vec<EkmFleetMember>,
    pub ekm_vendor: String,
    pub xks_proxy_fleet_size: i32,
    pub xks_proxy_model: String,
    pub xks_proxy_vendor: String,
}

impl Shape for GetHealthStatusResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_HEALTH_STATUS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ekm_fleet_details: members.required("ekmFleetDetails")?,
            ekm_vendor: members.required("ekmVendor")?,
            xks_proxy_fleet_size: members.required("xksProxyFleetSize")?,
            xks_proxy_model: members.required("xksProxyModel")?,
            xks_proxy_vendor: members.required("xksProxyVendor")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put(&mut members, "ekmFleetDetails", self.ekm_fleet_details);
        put(&mut members, "ekmVendor", self.ekm_vendor);
        put(&mut members, "xksProxyFleetSize", self.xks_proxy_fleet_size);
        put(&mut members, "xksProxyModel", self.xks_proxy_model);
        put(&mut members, "xksProxyVendor", self.xks_proxy_vendor);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetKeyMetadataRequest {
    pub external_key_id: String,
    pub request_metadata: KeyMetadataRequestMetadata,
}

impl Shape for GetKeyMetadataRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_KEY_METADATA_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            external_key_id: members.required("externalKeyId")?,
            request_metadata: members.required("requestMetadata")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "externalKeyId", self.external_key_id);
        put(&mut members, "requestMetadata", self.request_metadata);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct GetKeyMetadataResponse {
    pub key_spec: String,
    pub key_status: KeyStatus,
    pub key_usage: Vec<String>,
}

impl Shape for GetKeyMetadataResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_KEY_METADATA_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_spec: members.required("keySpec")?,
            key_status: members.required("keyStatus")?,
            key_usage: members.required("keyUsage")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "keySpec", self.key_spec);
        put(&mut members, "keyStatus", self.key_status);
        put(&mut members, "keyUsage", self.key_usage);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct HealthRequestMetadata {
    pub kms_operation: String,
    pub kms_request_id: String,
}

impl Shape for HealthRequestMetadata {
    const SCHEMA: &'static StructureSchema = &schemas::HEALTH_REQUEST_METADATA;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            kms_operation: members.required("kmsOperation")?,
            kms_request_id: members.required("kmsRequestId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "kmsOperation", self.kms_operation);
        put(&mut members, "kmsRequestId", self.kms_request_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HealthStatus {
    Active,
    Degraded,
    Unavailable,
}

impl HealthStatus {
    pub const ALL: &'static [Self] = &[Self::Active, Self::Degraded, Self::Unavailable];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "ACTIVE",
            Self::Degraded => "DEGRADED",
            Self::Unavailable => "UNAVAILABLE",
        }
    }
}

impl FromStr for HealthStatus {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("HealthStatus"))
    }
}

impl fmt::Display for HealthStatus {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for HealthStatus {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct KeyMetadataRequestMetadata {
    pub aws_principal_arn: String,
    pub aws_source_vpc: Option<String>,
    pub aws_source_vpce: Option<String>,
    pub kms_key_arn: Option<String>,
    pub kms_operation: String,
    pub kms_request_id: String,
    pub kms_via_service: Option<String>,
}

impl Shape for KeyMetadataRequestMetadata {
    const SCHEMA: &'static StructureSchema = &schemas::KEY_METADATA_REQUEST_METADATA;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            aws_principal_arn: members.required("awsPrincipalArn")?,
            aws_source_vpc: members.optional("awsSourceVpc")?,
            aws_source_vpce: members.optional("awsSourceVpce")?,
            kms_key_arn: members.optional("kmsKeyArn")?,
            kms_operation: members.required("kmsOperation")?,
            kms_request_id: members.required("kmsRequestId")?,
            kms_via_service: members.optional("kmsViaService")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put(&mut members, "awsPrincipalArn", self.aws_principal_arn);
        put_some(&mut members, "awsSourceVpc", self.aws_source_vpc);
        put_some(&mut members, "awsSourceVpce", self.aws_source_vpce);
        put_some(&mut members, "kmsKeyArn", self.kms_key_arn);
        put(&mut members, "kmsOperation", self.kms_operation);
        put(&mut members, "kmsRequestId", self.kms_request_id);
        put_some(&mut members, "kmsViaService", self.kms_via_service);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyStatus {
    Enabled,
    Disabled,
}

impl KeyStatus {
    pub const ALL: &'static [Self] = &[Self::Enabled, Self::Disabled];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Enabled => "ENABLED",
            Self::Disabled => "DISABLED",
        }
    }
}

impl FromStr for KeyStatus {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("KeyStatus"))
    }
}

impl fmt::Display for KeyStatus {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for KeyStatus {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct RequestMetadata {
    pub aws_principal_arn: String,
    pub aws_source_vpc: Option<String>,
    pub aws_source_vpce: Option<String>,
    pub kms_key_arn: String,
    pub kms_operation: String,
    pub kms_request_id: String,
    pub kms_via_service: Option<String>,
}

impl Shape for RequestMetadata {
    const SCHEMA: &'static StructureSchema = &schemas::REQUEST_METADATA;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            aws_principal_arn: members.required("awsPrincipalArn")?,
            aws_source_vpc: members.optional("awsSourceVpc")?,
            aws_source_vpce: members.optional("awsSourceVpce")?,
            kms_key_arn: members.required("kmsKeyArn")?,
            kms_operation: members.required("kmsOperation")?,
            kms_request_id: members.required("kmsRequestId")?,
            kms_via_service: members.optional("kmsViaService")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put(&mut members, "awsPrincipalArn", self.aws_principal_arn);
        put_some(&mut members, "awsSourceVpc", self.aws_source_vpc);
        put_some(&mut members, "awsSourceVpce", self.aws_source_vpce);
        put(&mut members, "kmsKeyArn", self.kms_key_arn);
        put(&mut members, "kmsOperation", self.kms_operation);
        put(&mut members, "kmsRequestId", self.kms_request_id);
        put_some(&mut members, "kmsViaService", self.kms_via_service);
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

    pub static AUTHENTICATION_FAILED_EXCEPTION: ErrorCode = ErrorCode {
        name: "AuthenticationFailedException",
        code: "AuthenticationFailedException",
        status: 401,
        sender_fault: true,
    };

    pub static DEPENDENCY_TIMEOUT_EXCEPTION: ErrorCode = ErrorCode {
        name: "DependencyTimeoutException",
        code: "DependencyTimeoutException",
        status: 503,
        sender_fault: false,
    };

    pub static INTERNAL_EXCEPTION: ErrorCode =
        ErrorCode { name: "InternalException", code: "InternalException", status: 500, sender_fault: false };

    pub static INVALID_CIPHERTEXT_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidCiphertextException",
        code: "InvalidCiphertextException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_KEY_USAGE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidKeyUsageException",
        code: "InvalidKeyUsageException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_STATE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidStateException",
        code: "InvalidStateException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_URI_PATH_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidUriPathException",
        code: "InvalidUriPathException",
        status: 404,
        sender_fault: true,
    };

    pub static KEY_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "KeyNotFoundException",
        code: "KeyNotFoundException",
        status: 404,
        sender_fault: true,
    };

    pub static THROTTLING_EXCEPTION: ErrorCode = ErrorCode {
        name: "ThrottlingException",
        code: "ThrottlingException",
        status: 429,
        sender_fault: true,
    };

    pub static UNSUPPORTED_OPERATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "UnsupportedOperationException",
        code: "UnsupportedOperationException",
        status: 501,
        sender_fault: false,
    };

    pub static VALIDATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "ValidationException",
        code: "ValidationException",
        status: 400,
        sender_fault: true,
    };
}

mod schemas {
    use crate::{BlobSchema, ListSchema, MemberSchema, Pattern, Schema, StringSchema, StructureSchema};

    pub(super) static ADDITIONAL_AUTHENTICATED_DATA: BlobSchema =
        BlobSchema { name: "AdditionalAuthenticatedData", sensitive: false, min: None, max: Some(8192) };

    pub(super) static ARN: StringSchema = StringSchema {
        name: "Arn",
        sensitive: false,
        min: None,
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static AUTHENTICATION_TAG: BlobSchema =
        BlobSchema { name: "AuthenticationTag", sensitive: false, min: Some(16), max: Some(16) };

    pub(super) static CIPHERTEXT: BlobSchema =
        BlobSchema { name: "Ciphertext", sensitive: false, min: None, max: Some(4300) };

    pub(super) static CIPHERTEXT_DATA_INTEGRITY_VALUE: BlobSchema =
        BlobSchema { name: "CiphertextDataIntegrityValue", sensitive: false, min: Some(32), max: Some(32) };

    pub(super) static CIPHERTEXT_DATA_INTEGRITY_VALUE_ALGORITHM: StringSchema = StringSchema {
        name: "CiphertextDataIntegrityValueAlgorithm",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["SHA_256"],
    };

    pub(super) static CIPHERTEXT_METADATA: BlobSchema =
        BlobSchema { name: "CiphertextMetadata", sensitive: false, min: None, max: Some(20) };

    pub(super) static DECRYPT_REQUEST: StructureSchema = StructureSchema {
        name: "DecryptRequest",
        members: &[
            MemberSchema::optional(
                "additionalAuthenticatedData",
                Schema::Blob(&ADDITIONAL_AUTHENTICATED_DATA),
            ),
            MemberSchema::required("authenticationTag", Schema::Blob(&AUTHENTICATION_TAG)),
            MemberSchema::required("ciphertext", Schema::Blob(&CIPHERTEXT)),
            MemberSchema::optional("ciphertextMetadata", Schema::Blob(&CIPHERTEXT_METADATA)),
            MemberSchema::required("encryptionAlgorithm", Schema::String(&ENCRYPTION_ALGORITHM)),
            MemberSchema::required("externalKeyId", Schema::String(&EXTERNAL_KEY_ID)),
            MemberSchema::required("initializationVector", Schema::Blob(&INITIALIZATION_VECTOR)),
            MemberSchema::required("requestMetadata", Schema::Structure(&REQUEST_METADATA)),
        ],
    };

    pub(super) static DECRYPT_RESPONSE: StructureSchema = StructureSchema {
        name: "DecryptResponse",
        members: &[MemberSchema::required("plaintext", Schema::Blob(&PLAINTEXT))],
    };

    pub(super) static EKM_FLEET_DETAILS: ListSchema = ListSchema {
        name: "EkmFleetDetails",
        member: Schema::Structure(&EKM_FLEET_MEMBER),
        min: Some(1),
        max: Some(10),
        member_name: "member",
        flattened: false,
    };

    pub(super) static EKM_FLEET_MEMBER: StructureSchema = StructureSchema {
        name: "EkmFleetMember",
        members: &[
            MemberSchema::required("healthStatus", Schema::String(&HEALTH_STATUS)),
            MemberSchema::required("id", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("model", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static ENCRYPT_REQUEST: StructureSchema = StructureSchema {
        name: "EncryptRequest",
        members: &[
            MemberSchema::optional(
                "additionalAuthenticatedData",
                Schema::Blob(&ADDITIONAL_AUTHENTICATED_DATA),
            ),
            MemberSchema::optional(
                "ciphertextDataIntegrityValueAlgorithm",
                Schema::String(&CIPHERTEXT_DATA_INTEGRITY_VALUE_ALGORITHM),
            ),
            MemberSchema::required("encryptionAlgorithm", Schema::String(&ENCRYPTION_ALGORITHM)),
            MemberSchema::required("externalKeyId", Schema::String(&EXTERNAL_KEY_ID)),
            MemberSchema::required("plaintext", Schema::Blob(&PLAINTEXT)),
            MemberSchema::required("requestMetadata", Schema::Structure(&REQUEST_METADATA)),
        ],
    };

    pub(super) static ENCRYPT_RESPONSE: StructureSchema = StructureSchema {
        name: "EncryptResponse",
        members: &[
            MemberSchema::required("authenticationTag", Schema::Blob(&AUTHENTICATION_TAG)),
            MemberSchema::required("ciphertext", Schema::Blob(&CIPHERTEXT)),
            MemberSchema::optional(
                "ciphertextDataIntegrityValue",
                Schema::Blob(&CIPHERTEXT_DATA_INTEGRITY_VALUE),
            ),
            MemberSchema::optional("ciphertextMetadata", Schema::Blob(&CIPHERTEXT_METADATA)),
            MemberSchema::required("initializationVector", Schema::Blob(&INITIALIZATION_VECTOR)),
        ],
    };

    pub(super) static ENCRYPTION_ALGORITHM: StringSchema = StringSchema {
        name: "EncryptionAlgorithm",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["AES_GCM"],
    };

    pub(super) static EXTERNAL_KEY_ID: StringSchema = StringSchema {
        name: "ExternalKeyId",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&EXTERNAL_KEY_ID_PATTERN),
        values: &[],
    };

    pub(super) static GET_HEALTH_STATUS_REQUEST: StructureSchema = StructureSchema {
        name: "GetHealthStatusRequest",
        members: &[MemberSchema::required("requestMetadata", Schema::Structure(&HEALTH_REQUEST_METADATA))],
    };

    pub(super) static GET_HEALTH_STATUS_RESPONSE: StructureSchema = StructureSchema {
        name: "GetHealthStatusResponse",
        members: &[
            MemberSchema::required("ekmFleetDetails", Schema::List(&EKM_FLEET_DETAILS)),
            MemberSchema::required("ekmVendor", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("xksProxyFleetSize", Schema::Integer { min: Some(1), max: None }),
            MemberSchema::required("xksProxyModel", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("xksProxyVendor", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static GET_KEY_METADATA_REQUEST: StructureSchema = StructureSchema {
        name: "GetKeyMetadataRequest",
        members: &[
            MemberSchema::required("externalKeyId", Schema::String(&EXTERNAL_KEY_ID)),
            MemberSchema::required("requestMetadata", Schema::Structure(&KEY_METADATA_REQUEST_METADATA)),
        ],
    };

    pub(super) static GET_KEY_METADATA_RESPONSE: StructureSchema = StructureSchema {
        name: "GetKeyMetadataResponse",
        members: &[
            MemberSchema::required("keySpec", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("keyStatus", Schema::String(&KEY_STATUS)),
            MemberSchema::required("keyUsage", Schema::List(&KEY_USAGE_LIST)),
        ],
    };

    pub(super) static HEALTH_REQUEST_METADATA: StructureSchema = StructureSchema {
        name: "HealthRequestMetadata",
        members: &[
            MemberSchema::required("kmsOperation", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("kmsRequestId", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static HEALTH_STATUS: StringSchema = StringSchema {
        name: "HealthStatus",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ACTIVE", "DEGRADED", "UNAVAILABLE"],
    };

    pub(super) static INITIALIZATION_VECTOR: BlobSchema =
        BlobSchema { name: "InitializationVector", sensitive: false, min: Some(12), max: Some(16) };

    pub(super) static KEY_METADATA_REQUEST_METADATA: StructureSchema = StructureSchema {
        name: "KeyMetadataRequestMetadata",
        members: &[
            MemberSchema::required("awsPrincipalArn", Schema::String(&ARN)),
            MemberSchema::optional("awsSourceVpc", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("awsSourceVpce", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("kmsKeyArn", Schema::String(&ARN)),
            MemberSchema::required("kmsOperation", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("kmsRequestId", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("kmsViaService", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static KEY_STATUS: StringSchema = StringSchema {
        name: "KeyStatus",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ENABLED", "DISABLED"],
    };

    pub(super) static KEY_USAGE_LIST: ListSchema = ListSchema {
        name: "KeyUsageList",
        member: Schema::String(&StringSchema::ANY),
        min: None,
        max: Some(10),
        member_name: "member",
        flattened: false,
    };

    pub(super) static PLAINTEXT: BlobSchema =
        BlobSchema { name: "Plaintext", sensitive: true, min: None, max: Some(4300) };

    pub(super) static REQUEST_METADATA: StructureSchema = StructureSchema {
        name: "RequestMetadata",
        members: &[
            MemberSchema::required("awsPrincipalArn", Schema::String(&ARN)),
            MemberSchema::optional("awsSourceVpc", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("awsSourceVpce", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("kmsKeyArn", Schema::String(&ARN)),
            MemberSchema::required("kmsOperation", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("kmsRequestId", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("kmsViaService", Schema::String(&StringSchema::ANY)),
        ],
    };

    static EXTERNAL_KEY_ID_PATTERN: Pattern =
        Pattern::new(r"^[a-zA-Z0-9-_.]+$", r"\A(?:^[a-zA-Z0-9-_.]+$)\z");
}
