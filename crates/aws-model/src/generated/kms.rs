//! AWS Key Management Service, API version 2014-11-01.
//!
//! Written by `aws-codegen` from botocore 1.44.5: change its allow-list, not this file.

#![allow(missing_docs, reason = "the names are AWS's; its API reference documents them")]

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use clock::Timestamp;
use secret::{SecretBytes, SecretString};

use crate::convert::{Members, Mismatch, Value, put, put_some};
use crate::{
    Document, ErrorCode, ModelError, Operation, OperationSchema, Protocol, Service, Shape, StructureSchema,
    UnknownValue,
};

pub static SERVICE: Service = Service {
    id: "kms",
    signing_name: "kms",
    event_source: "kms.amazonaws.com",
    api_version: "2014-11-01",
    protocol: Protocol::Json { version: "1.1", target_prefix: "TrentService" },
    operations: &[
        &operations::CANCEL_KEY_DELETION,
        &operations::CONNECT_CUSTOM_KEY_STORE,
        &operations::CREATE_ALIAS,
        &operations::CREATE_CUSTOM_KEY_STORE,
        &operations::CREATE_GRANT,
        &operations::CREATE_KEY,
        &operations::DECAPSULATE,
        &operations::DECRYPT,
        &operations::DELETE_ALIAS,
        &operations::DELETE_CUSTOM_KEY_STORE,
        &operations::DELETE_IMPORTED_KEY_MATERIAL,
        &operations::DERIVE_SHARED_SECRET,
        &operations::DESCRIBE_CUSTOM_KEY_STORES,
        &operations::DESCRIBE_KEY,
        &operations::DISABLE_KEY,
        &operations::DISABLE_KEY_ROTATION,
        &operations::DISCONNECT_CUSTOM_KEY_STORE,
        &operations::ENABLE_KEY,
        &operations::ENABLE_KEY_ROTATION,
        &operations::ENCAPSULATE,
        &operations::ENCRYPT,
        &operations::GENERATE_DATA_KEY,
        &operations::GENERATE_DATA_KEY_PAIR,
        &operations::GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT,
        &operations::GENERATE_DATA_KEY_WITHOUT_PLAINTEXT,
        &operations::GENERATE_MAC,
        &operations::GENERATE_RANDOM,
        &operations::GET_KEY_LAST_USAGE,
        &operations::GET_KEY_POLICY,
        &operations::GET_KEY_ROTATION_STATUS,
        &operations::GET_PARAMETERS_FOR_IMPORT,
        &operations::GET_PUBLIC_KEY,
        &operations::IMPORT_KEY_MATERIAL,
        &operations::LIST_ALIASES,
        &operations::LIST_GRANTS,
        &operations::LIST_KEY_POLICIES,
        &operations::LIST_KEY_ROTATIONS,
        &operations::LIST_KEYS,
        &operations::LIST_RESOURCE_TAGS,
        &operations::LIST_RETIRABLE_GRANTS,
        &operations::PUT_KEY_POLICY,
        &operations::RE_ENCRYPT,
        &operations::REPLICATE_KEY,
        &operations::RETIRE_GRANT,
        &operations::REVOKE_GRANT,
        &operations::ROTATE_KEY_ON_DEMAND,
        &operations::SCHEDULE_KEY_DELETION,
        &operations::SIGN,
        &operations::TAG_RESOURCE,
        &operations::UNTAG_RESOURCE,
        &operations::UPDATE_ALIAS,
        &operations::UPDATE_CUSTOM_KEY_STORE,
        &operations::UPDATE_KEY_DESCRIPTION,
        &operations::UPDATE_PRIMARY_REGION,
        &operations::VERIFY,
        &operations::VERIFY_MAC,
    ],
};

pub struct CancelKeyDeletion;

impl Operation for CancelKeyDeletion {
    const SCHEMA: &'static OperationSchema = &operations::CANCEL_KEY_DELETION;
    type Input = CancelKeyDeletionRequest;
    type Output = CancelKeyDeletionResponse;
}

pub struct ConnectCustomKeyStore;

impl Operation for ConnectCustomKeyStore {
    const SCHEMA: &'static OperationSchema = &operations::CONNECT_CUSTOM_KEY_STORE;
    type Input = ConnectCustomKeyStoreRequest;
    type Output = ConnectCustomKeyStoreResponse;
}

pub struct CreateAlias;

impl Operation for CreateAlias {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ALIAS;
    type Input = CreateAliasRequest;
    type Output = CreateAliasResponse;
}

pub struct CreateCustomKeyStore;

impl Operation for CreateCustomKeyStore {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_CUSTOM_KEY_STORE;
    type Input = CreateCustomKeyStoreRequest;
    type Output = CreateCustomKeyStoreResponse;
}

pub struct CreateGrant;

impl Operation for CreateGrant {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_GRANT;
    type Input = CreateGrantRequest;
    type Output = CreateGrantResponse;
}

pub struct CreateKey;

impl Operation for CreateKey {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_KEY;
    type Input = CreateKeyRequest;
    type Output = CreateKeyResponse;
}

pub struct Decapsulate;

impl Operation for Decapsulate {
    const SCHEMA: &'static OperationSchema = &operations::DECAPSULATE;
    type Input = DecapsulateRequest;
    type Output = DecapsulateResponse;
}

pub struct Decrypt;

impl Operation for Decrypt {
    const SCHEMA: &'static OperationSchema = &operations::DECRYPT;
    type Input = DecryptRequest;
    type Output = DecryptResponse;
}

pub struct DeleteAlias;

impl Operation for DeleteAlias {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ALIAS;
    type Input = DeleteAliasRequest;
    type Output = DeleteAliasResponse;
}

pub struct DeleteCustomKeyStore;

impl Operation for DeleteCustomKeyStore {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_CUSTOM_KEY_STORE;
    type Input = DeleteCustomKeyStoreRequest;
    type Output = DeleteCustomKeyStoreResponse;
}

pub struct DeleteImportedKeyMaterial;

impl Operation for DeleteImportedKeyMaterial {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_IMPORTED_KEY_MATERIAL;
    type Input = DeleteImportedKeyMaterialRequest;
    type Output = DeleteImportedKeyMaterialResponse;
}

pub struct DeriveSharedSecret;

impl Operation for DeriveSharedSecret {
    const SCHEMA: &'static OperationSchema = &operations::DERIVE_SHARED_SECRET;
    type Input = DeriveSharedSecretRequest;
    type Output = DeriveSharedSecretResponse;
}

pub struct DescribeCustomKeyStores;

impl Operation for DescribeCustomKeyStores {
    const SCHEMA: &'static OperationSchema = &operations::DESCRIBE_CUSTOM_KEY_STORES;
    type Input = DescribeCustomKeyStoresRequest;
    type Output = DescribeCustomKeyStoresResponse;
}

pub struct DescribeKey;

impl Operation for DescribeKey {
    const SCHEMA: &'static OperationSchema = &operations::DESCRIBE_KEY;
    type Input = DescribeKeyRequest;
    type Output = DescribeKeyResponse;
}

pub struct DisableKey;

impl Operation for DisableKey {
    const SCHEMA: &'static OperationSchema = &operations::DISABLE_KEY;
    type Input = DisableKeyRequest;
    type Output = DisableKeyResponse;
}

pub struct DisableKeyRotation;

impl Operation for DisableKeyRotation {
    const SCHEMA: &'static OperationSchema = &operations::DISABLE_KEY_ROTATION;
    type Input = DisableKeyRotationRequest;
    type Output = DisableKeyRotationResponse;
}

pub struct DisconnectCustomKeyStore;

impl Operation for DisconnectCustomKeyStore {
    const SCHEMA: &'static OperationSchema = &operations::DISCONNECT_CUSTOM_KEY_STORE;
    type Input = DisconnectCustomKeyStoreRequest;
    type Output = DisconnectCustomKeyStoreResponse;
}

pub struct EnableKey;

impl Operation for EnableKey {
    const SCHEMA: &'static OperationSchema = &operations::ENABLE_KEY;
    type Input = EnableKeyRequest;
    type Output = EnableKeyResponse;
}

pub struct EnableKeyRotation;

impl Operation for EnableKeyRotation {
    const SCHEMA: &'static OperationSchema = &operations::ENABLE_KEY_ROTATION;
    type Input = EnableKeyRotationRequest;
    type Output = EnableKeyRotationResponse;
}

pub struct Encapsulate;

impl Operation for Encapsulate {
    const SCHEMA: &'static OperationSchema = &operations::ENCAPSULATE;
    type Input = EncapsulateRequest;
    type Output = EncapsulateResponse;
}

pub struct Encrypt;

impl Operation for Encrypt {
    const SCHEMA: &'static OperationSchema = &operations::ENCRYPT;
    type Input = EncryptRequest;
    type Output = EncryptResponse;
}

pub struct GenerateDataKey;

impl Operation for GenerateDataKey {
    const SCHEMA: &'static OperationSchema = &operations::GENERATE_DATA_KEY;
    type Input = GenerateDataKeyRequest;
    type Output = GenerateDataKeyResponse;
}

pub struct GenerateDataKeyPair;

impl Operation for GenerateDataKeyPair {
    const SCHEMA: &'static OperationSchema = &operations::GENERATE_DATA_KEY_PAIR;
    type Input = GenerateDataKeyPairRequest;
    type Output = GenerateDataKeyPairResponse;
}

pub struct GenerateDataKeyPairWithoutPlaintext;

impl Operation for GenerateDataKeyPairWithoutPlaintext {
    const SCHEMA: &'static OperationSchema = &operations::GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT;
    type Input = GenerateDataKeyPairWithoutPlaintextRequest;
    type Output = GenerateDataKeyPairWithoutPlaintextResponse;
}

pub struct GenerateDataKeyWithoutPlaintext;

impl Operation for GenerateDataKeyWithoutPlaintext {
    const SCHEMA: &'static OperationSchema = &operations::GENERATE_DATA_KEY_WITHOUT_PLAINTEXT;
    type Input = GenerateDataKeyWithoutPlaintextRequest;
    type Output = GenerateDataKeyWithoutPlaintextResponse;
}

pub struct GenerateMac;

impl Operation for GenerateMac {
    const SCHEMA: &'static OperationSchema = &operations::GENERATE_MAC;
    type Input = GenerateMacRequest;
    type Output = GenerateMacResponse;
}

pub struct GenerateRandom;

impl Operation for GenerateRandom {
    const SCHEMA: &'static OperationSchema = &operations::GENERATE_RANDOM;
    type Input = GenerateRandomRequest;
    type Output = GenerateRandomResponse;
}

pub struct GetKeyLastUsage;

impl Operation for GetKeyLastUsage {
    const SCHEMA: &'static OperationSchema = &operations::GET_KEY_LAST_USAGE;
    type Input = GetKeyLastUsageRequest;
    type Output = GetKeyLastUsageResponse;
}

pub struct GetKeyPolicy;

impl Operation for GetKeyPolicy {
    const SCHEMA: &'static OperationSchema = &operations::GET_KEY_POLICY;
    type Input = GetKeyPolicyRequest;
    type Output = GetKeyPolicyResponse;
}

pub struct GetKeyRotationStatus;

impl Operation for GetKeyRotationStatus {
    const SCHEMA: &'static OperationSchema = &operations::GET_KEY_ROTATION_STATUS;
    type Input = GetKeyRotationStatusRequest;
    type Output = GetKeyRotationStatusResponse;
}

pub struct GetParametersForImport;

impl Operation for GetParametersForImport {
    const SCHEMA: &'static OperationSchema = &operations::GET_PARAMETERS_FOR_IMPORT;
    type Input = GetParametersForImportRequest;
    type Output = GetParametersForImportResponse;
}

pub struct GetPublicKey;

impl Operation for GetPublicKey {
    const SCHEMA: &'static OperationSchema = &operations::GET_PUBLIC_KEY;
    type Input = GetPublicKeyRequest;
    type Output = GetPublicKeyResponse;
}

pub struct ImportKeyMaterial;

impl Operation for ImportKeyMaterial {
    const SCHEMA: &'static OperationSchema = &operations::IMPORT_KEY_MATERIAL;
    type Input = ImportKeyMaterialRequest;
    type Output = ImportKeyMaterialResponse;
}

pub struct ListAliases;

impl Operation for ListAliases {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ALIASES;
    type Input = ListAliasesRequest;
    type Output = ListAliasesResponse;
}

pub struct ListGrants;

impl Operation for ListGrants {
    const SCHEMA: &'static OperationSchema = &operations::LIST_GRANTS;
    type Input = ListGrantsRequest;
    type Output = ListGrantsResponse;
}

pub struct ListKeyPolicies;

impl Operation for ListKeyPolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_KEY_POLICIES;
    type Input = ListKeyPoliciesRequest;
    type Output = ListKeyPoliciesResponse;
}

pub struct ListKeyRotations;

impl Operation for ListKeyRotations {
    const SCHEMA: &'static OperationSchema = &operations::LIST_KEY_ROTATIONS;
    type Input = ListKeyRotationsRequest;
    type Output = ListKeyRotationsResponse;
}

pub struct ListKeys;

impl Operation for ListKeys {
    const SCHEMA: &'static OperationSchema = &operations::LIST_KEYS;
    type Input = ListKeysRequest;
    type Output = ListKeysResponse;
}

pub struct ListResourceTags;

impl Operation for ListResourceTags {
    const SCHEMA: &'static OperationSchema = &operations::LIST_RESOURCE_TAGS;
    type Input = ListResourceTagsRequest;
    type Output = ListResourceTagsResponse;
}

pub struct ListRetirableGrants;

impl Operation for ListRetirableGrants {
    const SCHEMA: &'static OperationSchema = &operations::LIST_RETIRABLE_GRANTS;
    type Input = ListRetirableGrantsRequest;
    type Output = ListGrantsResponse;
}

pub struct PutKeyPolicy;

impl Operation for PutKeyPolicy {
    const SCHEMA: &'static OperationSchema = &operations::PUT_KEY_POLICY;
    type Input = PutKeyPolicyRequest;
    type Output = PutKeyPolicyResponse;
}

pub struct ReEncrypt;

impl Operation for ReEncrypt {
    const SCHEMA: &'static OperationSchema = &operations::RE_ENCRYPT;
    type Input = ReEncryptRequest;
    type Output = ReEncryptResponse;
}

pub struct ReplicateKey;

impl Operation for ReplicateKey {
    const SCHEMA: &'static OperationSchema = &operations::REPLICATE_KEY;
    type Input = ReplicateKeyRequest;
    type Output = ReplicateKeyResponse;
}

pub struct RetireGrant;

impl Operation for RetireGrant {
    const SCHEMA: &'static OperationSchema = &operations::RETIRE_GRANT;
    type Input = RetireGrantRequest;
    type Output = RetireGrantResponse;
}

pub struct RevokeGrant;

impl Operation for RevokeGrant {
    const SCHEMA: &'static OperationSchema = &operations::REVOKE_GRANT;
    type Input = RevokeGrantRequest;
    type Output = RevokeGrantResponse;
}

pub struct RotateKeyOnDemand;

impl Operation for RotateKeyOnDemand {
    const SCHEMA: &'static OperationSchema = &operations::ROTATE_KEY_ON_DEMAND;
    type Input = RotateKeyOnDemandRequest;
    type Output = RotateKeyOnDemandResponse;
}

pub struct ScheduleKeyDeletion;

impl Operation for ScheduleKeyDeletion {
    const SCHEMA: &'static OperationSchema = &operations::SCHEDULE_KEY_DELETION;
    type Input = ScheduleKeyDeletionRequest;
    type Output = ScheduleKeyDeletionResponse;
}

pub struct Sign;

impl Operation for Sign {
    const SCHEMA: &'static OperationSchema = &operations::SIGN;
    type Input = SignRequest;
    type Output = SignResponse;
}

pub struct TagResource;

impl Operation for TagResource {
    const SCHEMA: &'static OperationSchema = &operations::TAG_RESOURCE;
    type Input = TagResourceRequest;
    type Output = TagResourceResponse;
}

pub struct UntagResource;

impl Operation for UntagResource {
    const SCHEMA: &'static OperationSchema = &operations::UNTAG_RESOURCE;
    type Input = UntagResourceRequest;
    type Output = UntagResourceResponse;
}

pub struct UpdateAlias;

impl Operation for UpdateAlias {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_ALIAS;
    type Input = UpdateAliasRequest;
    type Output = UpdateAliasResponse;
}

pub struct UpdateCustomKeyStore;

impl Operation for UpdateCustomKeyStore {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_CUSTOM_KEY_STORE;
    type Input = UpdateCustomKeyStoreRequest;
    type Output = UpdateCustomKeyStoreResponse;
}

pub struct UpdateKeyDescription;

impl Operation for UpdateKeyDescription {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_KEY_DESCRIPTION;
    type Input = UpdateKeyDescriptionRequest;
    type Output = UpdateKeyDescriptionResponse;
}

pub struct UpdatePrimaryRegion;

impl Operation for UpdatePrimaryRegion {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_PRIMARY_REGION;
    type Input = UpdatePrimaryRegionRequest;
    type Output = UpdatePrimaryRegionResponse;
}

pub struct Verify;

impl Operation for Verify {
    const SCHEMA: &'static OperationSchema = &operations::VERIFY;
    type Input = VerifyRequest;
    type Output = VerifyResponse;
}

pub struct VerifyMac;

impl Operation for VerifyMac {
    const SCHEMA: &'static OperationSchema = &operations::VERIFY_MAC;
    type Input = VerifyMacRequest;
    type Output = VerifyMacResponse;
}

mod operations {
    use super::{OperationSchema, SERVICE, errors, schemas};

    pub(super) static CANCEL_KEY_DELETION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CancelKeyDeletion",
        input: &schemas::CANCEL_KEY_DELETION_REQUEST,
        output: &schemas::CANCEL_KEY_DELETION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static CONNECT_CUSTOM_KEY_STORE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ConnectCustomKeyStore",
        input: &schemas::CONNECT_CUSTOM_KEY_STORE_REQUEST,
        output: &schemas::CONNECT_CUSTOM_KEY_STORE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CLOUD_HSM_CLUSTER_INVALID_CONFIGURATION_EXCEPTION,
            &errors::CLOUD_HSM_CLUSTER_NOT_ACTIVE_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
        ],
    };

    pub(super) static CREATE_ALIAS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateAlias",
        input: &schemas::CREATE_ALIAS_REQUEST,
        output: &schemas::CREATE_ALIAS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ALREADY_EXISTS_EXCEPTION,
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ALIAS_NAME_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static CREATE_CUSTOM_KEY_STORE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateCustomKeyStore",
        input: &schemas::CREATE_CUSTOM_KEY_STORE_REQUEST,
        output: &schemas::CREATE_CUSTOM_KEY_STORE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CLOUD_HSM_CLUSTER_INVALID_CONFIGURATION_EXCEPTION,
            &errors::CLOUD_HSM_CLUSTER_IN_USE_EXCEPTION,
            &errors::CLOUD_HSM_CLUSTER_NOT_ACTIVE_EXCEPTION,
            &errors::CLOUD_HSM_CLUSTER_NOT_FOUND_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_NAME_IN_USE_EXCEPTION,
            &errors::INCORRECT_TRUST_ANCHOR_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::XKS_PROXY_INCORRECT_AUTHENTICATION_CREDENTIAL_EXCEPTION,
            &errors::XKS_PROXY_INVALID_CONFIGURATION_EXCEPTION,
            &errors::XKS_PROXY_INVALID_RESPONSE_EXCEPTION,
            &errors::XKS_PROXY_URI_ENDPOINT_IN_USE_EXCEPTION,
            &errors::XKS_PROXY_URI_IN_USE_EXCEPTION,
            &errors::XKS_PROXY_URI_UNREACHABLE_EXCEPTION,
            &errors::XKS_PROXY_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION_EXCEPTION,
            &errors::XKS_PROXY_VPC_ENDPOINT_SERVICE_IN_USE_EXCEPTION,
            &errors::XKS_PROXY_VPC_ENDPOINT_SERVICE_NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static CREATE_GRANT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateGrant",
        input: &schemas::CREATE_GRANT_REQUEST,
        output: &schemas::CREATE_GRANT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static CREATE_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateKey",
        input: &schemas::CREATE_KEY_REQUEST,
        output: &schemas::CREATE_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CLOUD_HSM_CLUSTER_INVALID_CONFIGURATION_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION,
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::TAG_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
            &errors::XKS_KEY_ALREADY_IN_USE_EXCEPTION,
            &errors::XKS_KEY_INVALID_CONFIGURATION_EXCEPTION,
            &errors::XKS_KEY_NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static DECAPSULATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "Decapsulate",
        input: &schemas::DECAPSULATE_REQUEST,
        output: &schemas::DECAPSULATE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_CIPHERTEXT_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static DECRYPT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "Decrypt",
        input: &schemas::DECRYPT_REQUEST,
        output: &schemas::DECRYPT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INCORRECT_KEY_EXCEPTION,
            &errors::INVALID_CIPHERTEXT_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static DELETE_ALIAS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteAlias",
        input: &schemas::DELETE_ALIAS_REQUEST,
        output: &schemas::DELETE_ALIAS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static DELETE_CUSTOM_KEY_STORE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteCustomKeyStore",
        input: &schemas::DELETE_CUSTOM_KEY_STORE_REQUEST,
        output: &schemas::DELETE_CUSTOM_KEY_STORE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CUSTOM_KEY_STORE_HAS_CM_KS_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
        ],
    };

    pub(super) static DELETE_IMPORTED_KEY_MATERIAL: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteImportedKeyMaterial",
        input: &schemas::DELETE_IMPORTED_KEY_MATERIAL_REQUEST,
        output: &schemas::DELETE_IMPORTED_KEY_MATERIAL_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static DERIVE_SHARED_SECRET: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeriveSharedSecret",
        input: &schemas::DERIVE_SHARED_SECRET_REQUEST,
        output: &schemas::DERIVE_SHARED_SECRET_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static DESCRIBE_CUSTOM_KEY_STORES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DescribeCustomKeyStores",
        input: &schemas::DESCRIBE_CUSTOM_KEY_STORES_REQUEST,
        output: &schemas::DESCRIBE_CUSTOM_KEY_STORES_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION,
            &errors::INVALID_MARKER_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
        ],
    };

    pub(super) static DESCRIBE_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DescribeKey",
        input: &schemas::DESCRIBE_KEY_REQUEST,
        output: &schemas::DESCRIBE_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static DISABLE_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DisableKey",
        input: &schemas::DISABLE_KEY_REQUEST,
        output: &schemas::DISABLE_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static DISABLE_KEY_ROTATION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DisableKeyRotation",
        input: &schemas::DISABLE_KEY_ROTATION_REQUEST,
        output: &schemas::DISABLE_KEY_ROTATION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static DISCONNECT_CUSTOM_KEY_STORE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DisconnectCustomKeyStore",
        input: &schemas::DISCONNECT_CUSTOM_KEY_STORE_REQUEST,
        output: &schemas::DISCONNECT_CUSTOM_KEY_STORE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
        ],
    };

    pub(super) static ENABLE_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "EnableKey",
        input: &schemas::ENABLE_KEY_REQUEST,
        output: &schemas::ENABLE_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static ENABLE_KEY_ROTATION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "EnableKeyRotation",
        input: &schemas::ENABLE_KEY_ROTATION_REQUEST,
        output: &schemas::ENABLE_KEY_ROTATION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static ENCAPSULATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "Encapsulate",
        input: &schemas::ENCAPSULATE_REQUEST,
        output: &schemas::ENCAPSULATE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static ENCRYPT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "Encrypt",
        input: &schemas::ENCRYPT_REQUEST,
        output: &schemas::ENCRYPT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static GENERATE_DATA_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GenerateDataKey",
        input: &schemas::GENERATE_DATA_KEY_REQUEST,
        output: &schemas::GENERATE_DATA_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static GENERATE_DATA_KEY_PAIR: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GenerateDataKeyPair",
        input: &schemas::GENERATE_DATA_KEY_PAIR_REQUEST,
        output: &schemas::GENERATE_DATA_KEY_PAIR_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GenerateDataKeyPairWithoutPlaintext",
        input: &schemas::GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT_REQUEST,
        output: &schemas::GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static GENERATE_DATA_KEY_WITHOUT_PLAINTEXT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GenerateDataKeyWithoutPlaintext",
        input: &schemas::GENERATE_DATA_KEY_WITHOUT_PLAINTEXT_REQUEST,
        output: &schemas::GENERATE_DATA_KEY_WITHOUT_PLAINTEXT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static GENERATE_MAC: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GenerateMac",
        input: &schemas::GENERATE_MAC_REQUEST,
        output: &schemas::GENERATE_MAC_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static GENERATE_RANDOM: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GenerateRandom",
        input: &schemas::GENERATE_RANDOM_REQUEST,
        output: &schemas::GENERATE_RANDOM_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION,
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static GET_KEY_LAST_USAGE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetKeyLastUsage",
        input: &schemas::GET_KEY_LAST_USAGE_REQUEST,
        output: &schemas::GET_KEY_LAST_USAGE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static GET_KEY_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetKeyPolicy",
        input: &schemas::GET_KEY_POLICY_REQUEST,
        output: &schemas::GET_KEY_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static GET_KEY_ROTATION_STATUS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetKeyRotationStatus",
        input: &schemas::GET_KEY_ROTATION_STATUS_REQUEST,
        output: &schemas::GET_KEY_ROTATION_STATUS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static GET_PARAMETERS_FOR_IMPORT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetParametersForImport",
        input: &schemas::GET_PARAMETERS_FOR_IMPORT_REQUEST,
        output: &schemas::GET_PARAMETERS_FOR_IMPORT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static GET_PUBLIC_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetPublicKey",
        input: &schemas::GET_PUBLIC_KEY_REQUEST,
        output: &schemas::GET_PUBLIC_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static IMPORT_KEY_MATERIAL: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ImportKeyMaterial",
        input: &schemas::IMPORT_KEY_MATERIAL_REQUEST,
        output: &schemas::IMPORT_KEY_MATERIAL_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::EXPIRED_IMPORT_TOKEN_EXCEPTION,
            &errors::INCORRECT_KEY_MATERIAL_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_CIPHERTEXT_EXCEPTION,
            &errors::INVALID_IMPORT_TOKEN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static LIST_ALIASES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListAliases",
        input: &schemas::LIST_ALIASES_REQUEST,
        output: &schemas::LIST_ALIASES_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_MARKER_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static LIST_GRANTS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListGrants",
        input: &schemas::LIST_GRANTS_REQUEST,
        output: &schemas::LIST_GRANTS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_GRANT_ID_EXCEPTION,
            &errors::INVALID_MARKER_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static LIST_KEY_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListKeyPolicies",
        input: &schemas::LIST_KEY_POLICIES_REQUEST,
        output: &schemas::LIST_KEY_POLICIES_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static LIST_KEY_ROTATIONS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListKeyRotations",
        input: &schemas::LIST_KEY_ROTATIONS_REQUEST,
        output: &schemas::LIST_KEY_ROTATIONS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_MARKER_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static LIST_KEYS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListKeys",
        input: &schemas::LIST_KEYS_REQUEST,
        output: &schemas::LIST_KEYS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_MARKER_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
        ],
    };

    pub(super) static LIST_RESOURCE_TAGS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListResourceTags",
        input: &schemas::LIST_RESOURCE_TAGS_REQUEST,
        output: &schemas::LIST_RESOURCE_TAGS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_MARKER_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static LIST_RETIRABLE_GRANTS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListRetirableGrants",
        input: &schemas::LIST_RETIRABLE_GRANTS_REQUEST,
        output: &schemas::LIST_GRANTS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_MARKER_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static PUT_KEY_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "PutKeyPolicy",
        input: &schemas::PUT_KEY_POLICY_REQUEST,
        output: &schemas::PUT_KEY_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static RE_ENCRYPT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ReEncrypt",
        input: &schemas::RE_ENCRYPT_REQUEST,
        output: &schemas::RE_ENCRYPT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INCORRECT_KEY_EXCEPTION,
            &errors::INVALID_CIPHERTEXT_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static REPLICATE_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ReplicateKey",
        input: &schemas::REPLICATE_KEY_REQUEST,
        output: &schemas::REPLICATE_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ALREADY_EXISTS_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::TAG_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static RETIRE_GRANT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "RetireGrant",
        input: &schemas::RETIRE_GRANT_REQUEST,
        output: &schemas::RETIRE_GRANT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_GRANT_ID_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static REVOKE_GRANT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "RevokeGrant",
        input: &schemas::REVOKE_GRANT_REQUEST,
        output: &schemas::REVOKE_GRANT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::INVALID_GRANT_ID_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static ROTATE_KEY_ON_DEMAND: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "RotateKeyOnDemand",
        input: &schemas::ROTATE_KEY_ON_DEMAND_REQUEST,
        output: &schemas::ROTATE_KEY_ON_DEMAND_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONFLICT_EXCEPTION,
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static SCHEDULE_KEY_DELETION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ScheduleKeyDeletion",
        input: &schemas::SCHEDULE_KEY_DELETION_REQUEST,
        output: &schemas::SCHEDULE_KEY_DELETION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static SIGN: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "Sign",
        input: &schemas::SIGN_REQUEST,
        output: &schemas::SIGN_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static TAG_RESOURCE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagResource",
        input: &schemas::TAG_RESOURCE_REQUEST,
        output: &schemas::TAG_RESOURCE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::TAG_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_RESOURCE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagResource",
        input: &schemas::UNTAG_RESOURCE_REQUEST,
        output: &schemas::UNTAG_RESOURCE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::TAG_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_ALIAS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateAlias",
        input: &schemas::UPDATE_ALIAS_REQUEST,
        output: &schemas::UPDATE_ALIAS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_CUSTOM_KEY_STORE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateCustomKeyStore",
        input: &schemas::UPDATE_CUSTOM_KEY_STORE_REQUEST,
        output: &schemas::UPDATE_CUSTOM_KEY_STORE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CLOUD_HSM_CLUSTER_INVALID_CONFIGURATION_EXCEPTION,
            &errors::CLOUD_HSM_CLUSTER_NOT_ACTIVE_EXCEPTION,
            &errors::CLOUD_HSM_CLUSTER_NOT_FOUND_EXCEPTION,
            &errors::CLOUD_HSM_CLUSTER_NOT_RELATED_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_NAME_IN_USE_EXCEPTION,
            &errors::CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::XKS_PROXY_INCORRECT_AUTHENTICATION_CREDENTIAL_EXCEPTION,
            &errors::XKS_PROXY_INVALID_CONFIGURATION_EXCEPTION,
            &errors::XKS_PROXY_INVALID_RESPONSE_EXCEPTION,
            &errors::XKS_PROXY_URI_ENDPOINT_IN_USE_EXCEPTION,
            &errors::XKS_PROXY_URI_IN_USE_EXCEPTION,
            &errors::XKS_PROXY_URI_UNREACHABLE_EXCEPTION,
            &errors::XKS_PROXY_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION_EXCEPTION,
            &errors::XKS_PROXY_VPC_ENDPOINT_SERVICE_IN_USE_EXCEPTION,
            &errors::XKS_PROXY_VPC_ENDPOINT_SERVICE_NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_KEY_DESCRIPTION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateKeyDescription",
        input: &schemas::UPDATE_KEY_DESCRIPTION_REQUEST,
        output: &schemas::UPDATE_KEY_DESCRIPTION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_PRIMARY_REGION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdatePrimaryRegion",
        input: &schemas::UPDATE_PRIMARY_REGION_REQUEST,
        output: &schemas::UPDATE_PRIMARY_REGION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DISABLED_EXCEPTION,
            &errors::INVALID_ARN_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };

    pub(super) static VERIFY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "Verify",
        input: &schemas::VERIFY_REQUEST,
        output: &schemas::VERIFY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DEPENDENCY_TIMEOUT_EXCEPTION,
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_SIGNATURE_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };

    pub(super) static VERIFY_MAC: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "VerifyMac",
        input: &schemas::VERIFY_MAC_REQUEST,
        output: &schemas::VERIFY_MAC_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DISABLED_EXCEPTION,
            &errors::DRY_RUN_OPERATION_EXCEPTION,
            &errors::INVALID_GRANT_TOKEN_EXCEPTION,
            &errors::INVALID_KEY_USAGE_EXCEPTION,
            &errors::KEY_UNAVAILABLE_EXCEPTION,
            &errors::KMS_INTERNAL_EXCEPTION,
            &errors::KMS_INVALID_MAC_EXCEPTION,
            &errors::KMS_INVALID_STATE_EXCEPTION,
            &errors::NOT_FOUND_EXCEPTION,
        ],
    };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AlgorithmSpec {
    RsaesPkcs1V15,
    RsaesOaepSha1,
    RsaesOaepSha256,
    RsaAesKeyWrapSha1,
    RsaAesKeyWrapSha256,
    Sm2pke,
}

impl AlgorithmSpec {
    pub const ALL: &'static [Self] = &[
        Self::RsaesPkcs1V15,
        Self::RsaesOaepSha1,
        Self::RsaesOaepSha256,
        Self::RsaAesKeyWrapSha1,
        Self::RsaAesKeyWrapSha256,
        Self::Sm2pke,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RsaesPkcs1V15 => "RSAES_PKCS1_V1_5",
            Self::RsaesOaepSha1 => "RSAES_OAEP_SHA_1",
            Self::RsaesOaepSha256 => "RSAES_OAEP_SHA_256",
            Self::RsaAesKeyWrapSha1 => "RSA_AES_KEY_WRAP_SHA_1",
            Self::RsaAesKeyWrapSha256 => "RSA_AES_KEY_WRAP_SHA_256",
            Self::Sm2pke => "SM2PKE",
        }
    }
}

impl FromStr for AlgorithmSpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("AlgorithmSpec"))
    }
}

impl fmt::Display for AlgorithmSpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for AlgorithmSpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct AliasListEntry {
    pub alias_arn: Option<String>,
    pub alias_name: Option<String>,
    pub creation_date: Option<Timestamp>,
    pub last_updated_date: Option<Timestamp>,
    pub target_key_id: Option<String>,
}

impl Shape for AliasListEntry {
    const SCHEMA: &'static StructureSchema = &schemas::ALIAS_LIST_ENTRY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            alias_arn: members.optional("AliasArn")?,
            alias_name: members.optional("AliasName")?,
            creation_date: members.optional("CreationDate")?,
            last_updated_date: members.optional("LastUpdatedDate")?,
            target_key_id: members.optional("TargetKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "AliasArn", self.alias_arn);
        put_some(&mut members, "AliasName", self.alias_name);
        put_some(&mut members, "CreationDate", self.creation_date);
        put_some(&mut members, "LastUpdatedDate", self.last_updated_date);
        put_some(&mut members, "TargetKeyId", self.target_key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CancelKeyDeletionRequest {
    pub key_id: String,
}

impl Shape for CancelKeyDeletionRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CANCEL_KEY_DELETION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CancelKeyDeletionResponse {
    pub key_id: Option<String>,
}

impl Shape for CancelKeyDeletionResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CANCEL_KEY_DELETION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.optional("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ConnectCustomKeyStoreRequest {
    pub custom_key_store_id: String,
}

impl Shape for ConnectCustomKeyStoreRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CONNECT_CUSTOM_KEY_STORE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { custom_key_store_id: members.required("CustomKeyStoreId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ConnectCustomKeyStoreResponse {}

impl Shape for ConnectCustomKeyStoreResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CONNECT_CUSTOM_KEY_STORE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConnectionErrorCodeType {
    InvalidCredentials,
    ClusterNotFound,
    NetworkErrors,
    InternalError,
    InsufficientCloudhsmHsms,
    UserLockedOut,
    UserNotFound,
    UserLoggedIn,
    SubnetNotFound,
    InsufficientFreeAddressesInSubnet,
    XksProxyAccessDenied,
    XksProxyNotReachable,
    XksVpcEndpointServiceNotFound,
    XksProxyInvalidResponse,
    XksProxyInvalidConfiguration,
    XksVpcEndpointServiceInvalidConfiguration,
    XksProxyTimedOut,
    XksProxyInvalidTlsConfiguration,
}

impl ConnectionErrorCodeType {
    pub const ALL: &'static [Self] = &[
        Self::InvalidCredentials,
        Self::ClusterNotFound,
        Self::NetworkErrors,
        Self::InternalError,
        Self::InsufficientCloudhsmHsms,
        Self::UserLockedOut,
        Self::UserNotFound,
        Self::UserLoggedIn,
        Self::SubnetNotFound,
        Self::InsufficientFreeAddressesInSubnet,
        Self::XksProxyAccessDenied,
        Self::XksProxyNotReachable,
        Self::XksVpcEndpointServiceNotFound,
        Self::XksProxyInvalidResponse,
        Self::XksProxyInvalidConfiguration,
        Self::XksVpcEndpointServiceInvalidConfiguration,
        Self::XksProxyTimedOut,
        Self::XksProxyInvalidTlsConfiguration,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidCredentials => "INVALID_CREDENTIALS",
            Self::ClusterNotFound => "CLUSTER_NOT_FOUND",
            Self::NetworkErrors => "NETWORK_ERRORS",
            Self::InternalError => "INTERNAL_ERROR",
            Self::InsufficientCloudhsmHsms => "INSUFFICIENT_CLOUDHSM_HSMS",
            Self::UserLockedOut => "USER_LOCKED_OUT",
            Self::UserNotFound => "USER_NOT_FOUND",
            Self::UserLoggedIn => "USER_LOGGED_IN",
            Self::SubnetNotFound => "SUBNET_NOT_FOUND",
            Self::InsufficientFreeAddressesInSubnet => "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET",
            Self::XksProxyAccessDenied => "XKS_PROXY_ACCESS_DENIED",
            Self::XksProxyNotReachable => "XKS_PROXY_NOT_REACHABLE",
            Self::XksVpcEndpointServiceNotFound => "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND",
            Self::XksProxyInvalidResponse => "XKS_PROXY_INVALID_RESPONSE",
            Self::XksProxyInvalidConfiguration => "XKS_PROXY_INVALID_CONFIGURATION",
            Self::XksVpcEndpointServiceInvalidConfiguration => {
                "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION"
            }
            Self::XksProxyTimedOut => "XKS_PROXY_TIMED_OUT",
            Self::XksProxyInvalidTlsConfiguration => "XKS_PROXY_INVALID_TLS_CONFIGURATION",
        }
    }
}

impl FromStr for ConnectionErrorCodeType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("ConnectionErrorCodeType"))
    }
}

impl fmt::Display for ConnectionErrorCodeType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ConnectionErrorCodeType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConnectionStateType {
    Connected,
    Connecting,
    Failed,
    Disconnected,
    Disconnecting,
}

impl ConnectionStateType {
    pub const ALL: &'static [Self] =
        &[Self::Connected, Self::Connecting, Self::Failed, Self::Disconnected, Self::Disconnecting];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connected => "CONNECTED",
            Self::Connecting => "CONNECTING",
            Self::Failed => "FAILED",
            Self::Disconnected => "DISCONNECTED",
            Self::Disconnecting => "DISCONNECTING",
        }
    }
}

impl FromStr for ConnectionStateType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("ConnectionStateType"))
    }
}

impl fmt::Display for ConnectionStateType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ConnectionStateType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateAliasRequest {
    pub alias_name: String,
    pub target_key_id: String,
}

impl Shape for CreateAliasRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ALIAS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            alias_name: members.required("AliasName")?,
            target_key_id: members.required("TargetKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "AliasName", self.alias_name);
        put(&mut members, "TargetKeyId", self.target_key_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct CreateCustomKeyStoreRequest {
    pub cloud_hsm_cluster_id: Option<String>,
    pub custom_key_store_name: String,
    pub custom_key_store_type: Option<CustomKeyStoreType>,
    pub key_store_password: Option<SecretString>,
    pub trust_anchor_certificate: Option<String>,
    pub xks_proxy_authentication_credential: Option<XksProxyAuthenticationCredentialType>,
    pub xks_proxy_connectivity: Option<XksProxyConnectivityType>,
    pub xks_proxy_uri_endpoint: Option<String>,
    pub xks_proxy_uri_path: Option<String>,
    pub xks_proxy_vpc_endpoint_service_name: Option<String>,
    pub xks_proxy_vpc_endpoint_service_owner: Option<String>,
}

impl Shape for CreateCustomKeyStoreRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_CUSTOM_KEY_STORE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            cloud_hsm_cluster_id: members.optional("CloudHsmClusterId")?,
            custom_key_store_name: members.required("CustomKeyStoreName")?,
            custom_key_store_type: members.optional("CustomKeyStoreType")?,
            key_store_password: members.optional("KeyStorePassword")?,
            trust_anchor_certificate: members.optional("TrustAnchorCertificate")?,
            xks_proxy_authentication_credential: members.optional("XksProxyAuthenticationCredential")?,
            xks_proxy_connectivity: members.optional("XksProxyConnectivity")?,
            xks_proxy_uri_endpoint: members.optional("XksProxyUriEndpoint")?,
            xks_proxy_uri_path: members.optional("XksProxyUriPath")?,
            xks_proxy_vpc_endpoint_service_name: members.optional("XksProxyVpcEndpointServiceName")?,
            xks_proxy_vpc_endpoint_service_owner: members.optional("XksProxyVpcEndpointServiceOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(11);
        put_some(&mut members, "CloudHsmClusterId", self.cloud_hsm_cluster_id);
        put(&mut members, "CustomKeyStoreName", self.custom_key_store_name);
        put_some(&mut members, "CustomKeyStoreType", self.custom_key_store_type);
        put_some(&mut members, "KeyStorePassword", self.key_store_password);
        put_some(&mut members, "TrustAnchorCertificate", self.trust_anchor_certificate);
        put_some(&mut members, "XksProxyAuthenticationCredential", self.xks_proxy_authentication_credential);
        put_some(&mut members, "XksProxyConnectivity", self.xks_proxy_connectivity);
        put_some(&mut members, "XksProxyUriEndpoint", self.xks_proxy_uri_endpoint);
        put_some(&mut members, "XksProxyUriPath", self.xks_proxy_uri_path);
        put_some(&mut members, "XksProxyVpcEndpointServiceName", self.xks_proxy_vpc_endpoint_service_name);
        put_some(&mut members, "XksProxyVpcEndpointServiceOwner", self.xks_proxy_vpc_endpoint_service_owner);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateCustomKeyStoreResponse {
    pub custom_key_store_id: Option<String>,
}

impl Shape for CreateCustomKeyStoreResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_CUSTOM_KEY_STORE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { custom_key_store_id: members.optional("CustomKeyStoreId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct CreateGrantRequest {
    pub constraints: Option<GrantConstraints>,
    pub dry_run: Option<bool>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub grantee_principal: Option<String>,
    pub grantee_service_principal: Option<String>,
    pub key_id: String,
    pub name: Option<String>,
    pub operations: Vec<GrantOperation>,
    pub retiring_principal: Option<String>,
    pub retiring_service_principal: Option<String>,
}

impl Shape for CreateGrantRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_GRANT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            constraints: members.optional("Constraints")?,
            dry_run: members.optional("DryRun")?,
            grant_tokens: members.optional("GrantTokens")?,
            grantee_principal: members.optional("GranteePrincipal")?,
            grantee_service_principal: members.optional("GranteeServicePrincipal")?,
            key_id: members.required("KeyId")?,
            name: members.optional("Name")?,
            operations: members.required("Operations")?,
            retiring_principal: members.optional("RetiringPrincipal")?,
            retiring_service_principal: members.optional("RetiringServicePrincipal")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(10);
        put_some(&mut members, "Constraints", self.constraints);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put_some(&mut members, "GranteePrincipal", self.grantee_principal);
        put_some(&mut members, "GranteeServicePrincipal", self.grantee_service_principal);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Name", self.name);
        put(&mut members, "Operations", self.operations);
        put_some(&mut members, "RetiringPrincipal", self.retiring_principal);
        put_some(&mut members, "RetiringServicePrincipal", self.retiring_service_principal);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct CreateGrantResponse {
    pub grant_id: Option<String>,
    pub grant_token: Option<SecretString>,
}

impl Shape for CreateGrantResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_GRANT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { grant_id: members.optional("GrantId")?, grant_token: members.optional("GrantToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "GrantId", self.grant_id);
        put_some(&mut members, "GrantToken", self.grant_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateKeyRequest {
    pub bypass_policy_lockout_safety_check: Option<bool>,
    pub custom_key_store_id: Option<String>,
    pub customer_master_key_spec: Option<CustomerMasterKeySpec>,
    pub description: Option<String>,
    pub key_spec: Option<KeySpec>,
    pub key_usage: Option<KeyUsageType>,
    pub multi_region: Option<bool>,
    pub origin: Option<OriginType>,
    pub policy: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub xks_key_id: Option<String>,
}

impl Shape for CreateKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            bypass_policy_lockout_safety_check: members.optional("BypassPolicyLockoutSafetyCheck")?,
            custom_key_store_id: members.optional("CustomKeyStoreId")?,
            customer_master_key_spec: members.optional("CustomerMasterKeySpec")?,
            description: members.optional("Description")?,
            key_spec: members.optional("KeySpec")?,
            key_usage: members.optional("KeyUsage")?,
            multi_region: members.optional("MultiRegion")?,
            origin: members.optional("Origin")?,
            policy: members.optional("Policy")?,
            tags: members.optional("Tags")?,
            xks_key_id: members.optional("XksKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(11);
        put_some(&mut members, "BypassPolicyLockoutSafetyCheck", self.bypass_policy_lockout_safety_check);
        put_some(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        put_some(&mut members, "CustomerMasterKeySpec", self.customer_master_key_spec);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "KeySpec", self.key_spec);
        put_some(&mut members, "KeyUsage", self.key_usage);
        put_some(&mut members, "MultiRegion", self.multi_region);
        put_some(&mut members, "Origin", self.origin);
        put_some(&mut members, "Policy", self.policy);
        put_some(&mut members, "Tags", self.tags);
        put_some(&mut members, "XksKeyId", self.xks_key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateKeyResponse {
    pub key_metadata: Option<KeyMetadata>,
}

impl Shape for CreateKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_metadata: members.optional("KeyMetadata")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "KeyMetadata", self.key_metadata);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CustomKeyStoreType {
    AwsCloudhsm,
    ExternalKeyStore,
}

impl CustomKeyStoreType {
    pub const ALL: &'static [Self] = &[Self::AwsCloudhsm, Self::ExternalKeyStore];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AwsCloudhsm => "AWS_CLOUDHSM",
            Self::ExternalKeyStore => "EXTERNAL_KEY_STORE",
        }
    }
}

impl FromStr for CustomKeyStoreType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("CustomKeyStoreType"))
    }
}

impl fmt::Display for CustomKeyStoreType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for CustomKeyStoreType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Clone, Default)]
pub struct CustomKeyStoresListEntry {
    pub cloud_hsm_cluster_id: Option<String>,
    pub connection_error_code: Option<ConnectionErrorCodeType>,
    pub connection_state: Option<ConnectionStateType>,
    pub creation_date: Option<Timestamp>,
    pub custom_key_store_id: Option<String>,
    pub custom_key_store_name: Option<String>,
    pub custom_key_store_type: Option<CustomKeyStoreType>,
    pub trust_anchor_certificate: Option<String>,
    pub xks_proxy_configuration: Option<XksProxyConfigurationType>,
}

impl Shape for CustomKeyStoresListEntry {
    const SCHEMA: &'static StructureSchema = &schemas::CUSTOM_KEY_STORES_LIST_ENTRY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            cloud_hsm_cluster_id: members.optional("CloudHsmClusterId")?,
            connection_error_code: members.optional("ConnectionErrorCode")?,
            connection_state: members.optional("ConnectionState")?,
            creation_date: members.optional("CreationDate")?,
            custom_key_store_id: members.optional("CustomKeyStoreId")?,
            custom_key_store_name: members.optional("CustomKeyStoreName")?,
            custom_key_store_type: members.optional("CustomKeyStoreType")?,
            trust_anchor_certificate: members.optional("TrustAnchorCertificate")?,
            xks_proxy_configuration: members.optional("XksProxyConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(9);
        put_some(&mut members, "CloudHsmClusterId", self.cloud_hsm_cluster_id);
        put_some(&mut members, "ConnectionErrorCode", self.connection_error_code);
        put_some(&mut members, "ConnectionState", self.connection_state);
        put_some(&mut members, "CreationDate", self.creation_date);
        put_some(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        put_some(&mut members, "CustomKeyStoreName", self.custom_key_store_name);
        put_some(&mut members, "CustomKeyStoreType", self.custom_key_store_type);
        put_some(&mut members, "TrustAnchorCertificate", self.trust_anchor_certificate);
        put_some(&mut members, "XksProxyConfiguration", self.xks_proxy_configuration);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CustomerMasterKeySpec {
    Rsa2048,
    Rsa3072,
    Rsa4096,
    EccNistP256,
    EccNistP384,
    EccNistP521,
    EccSecgP256k1,
    SymmetricDefault,
    Hmac224,
    Hmac256,
    Hmac384,
    Hmac512,
    Sm2,
}

impl CustomerMasterKeySpec {
    pub const ALL: &'static [Self] = &[
        Self::Rsa2048,
        Self::Rsa3072,
        Self::Rsa4096,
        Self::EccNistP256,
        Self::EccNistP384,
        Self::EccNistP521,
        Self::EccSecgP256k1,
        Self::SymmetricDefault,
        Self::Hmac224,
        Self::Hmac256,
        Self::Hmac384,
        Self::Hmac512,
        Self::Sm2,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rsa2048 => "RSA_2048",
            Self::Rsa3072 => "RSA_3072",
            Self::Rsa4096 => "RSA_4096",
            Self::EccNistP256 => "ECC_NIST_P256",
            Self::EccNistP384 => "ECC_NIST_P384",
            Self::EccNistP521 => "ECC_NIST_P521",
            Self::EccSecgP256k1 => "ECC_SECG_P256K1",
            Self::SymmetricDefault => "SYMMETRIC_DEFAULT",
            Self::Hmac224 => "HMAC_224",
            Self::Hmac256 => "HMAC_256",
            Self::Hmac384 => "HMAC_384",
            Self::Hmac512 => "HMAC_512",
            Self::Sm2 => "SM2",
        }
    }
}

impl FromStr for CustomerMasterKeySpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("CustomerMasterKeySpec"))
    }
}

impl fmt::Display for CustomerMasterKeySpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for CustomerMasterKeySpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataKeyPairSpec {
    Rsa2048,
    Rsa3072,
    Rsa4096,
    EccNistP256,
    EccNistP384,
    EccNistP521,
    EccSecgP256k1,
    Sm2,
    EccNistEdwards25519,
    MlKem512,
    MlKem768,
    MlKem1024,
}

impl DataKeyPairSpec {
    pub const ALL: &'static [Self] = &[
        Self::Rsa2048,
        Self::Rsa3072,
        Self::Rsa4096,
        Self::EccNistP256,
        Self::EccNistP384,
        Self::EccNistP521,
        Self::EccSecgP256k1,
        Self::Sm2,
        Self::EccNistEdwards25519,
        Self::MlKem512,
        Self::MlKem768,
        Self::MlKem1024,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rsa2048 => "RSA_2048",
            Self::Rsa3072 => "RSA_3072",
            Self::Rsa4096 => "RSA_4096",
            Self::EccNistP256 => "ECC_NIST_P256",
            Self::EccNistP384 => "ECC_NIST_P384",
            Self::EccNistP521 => "ECC_NIST_P521",
            Self::EccSecgP256k1 => "ECC_SECG_P256K1",
            Self::Sm2 => "SM2",
            Self::EccNistEdwards25519 => "ECC_NIST_EDWARDS25519",
            Self::MlKem512 => "ML_KEM_512",
            Self::MlKem768 => "ML_KEM_768",
            Self::MlKem1024 => "ML_KEM_1024",
        }
    }
}

impl FromStr for DataKeyPairSpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("DataKeyPairSpec"))
    }
}

impl fmt::Display for DataKeyPairSpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for DataKeyPairSpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataKeySpec {
    Aes256,
    Aes128,
}

impl DataKeySpec {
    pub const ALL: &'static [Self] = &[Self::Aes256, Self::Aes128];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Aes256 => "AES_256",
            Self::Aes128 => "AES_128",
        }
    }
}

impl FromStr for DataKeySpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("DataKeySpec"))
    }
}

impl fmt::Display for DataKeySpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for DataKeySpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Clone)]
pub struct DecapsulateRequest {
    pub dry_run: Option<bool>,
    pub encapsulation_algorithm: EncapsulationAlgorithmSpec,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub shared_secret_ciphertext_blob: Vec<u8>,
}

impl Shape for DecapsulateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DECAPSULATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            encapsulation_algorithm: members.required("EncapsulationAlgorithm")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            shared_secret_ciphertext_blob: members.required("SharedSecretCiphertextBlob")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "DryRun", self.dry_run);
        put(&mut members, "EncapsulationAlgorithm", self.encapsulation_algorithm);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "SharedSecretCiphertextBlob", self.shared_secret_ciphertext_blob);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DecapsulateResponse {
    pub encapsulation_algorithm: Option<EncapsulationAlgorithmSpec>,
    pub key_id: Option<String>,
    pub shared_secret: Option<SecretBytes>,
}

impl Shape for DecapsulateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DECAPSULATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            encapsulation_algorithm: members.optional("EncapsulationAlgorithm")?,
            key_id: members.optional("KeyId")?,
            shared_secret: members.optional("SharedSecret")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "EncapsulationAlgorithm", self.encapsulation_algorithm);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "SharedSecret", self.shared_secret);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DecryptRequest {
    pub ciphertext_blob: Option<Vec<u8>>,
    pub dry_run: Option<bool>,
    pub dry_run_modifiers: Option<Vec<DryRunModifierType>>,
    pub encryption_algorithm: Option<EncryptionAlgorithmSpec>,
    pub encryption_context: Option<BTreeMap<String, String>>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: Option<String>,
    pub recipient: Option<RecipientInfo>,
}

impl Shape for DecryptRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DECRYPT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_blob: members.optional("CiphertextBlob")?,
            dry_run: members.optional("DryRun")?,
            dry_run_modifiers: members.optional("DryRunModifiers")?,
            encryption_algorithm: members.optional("EncryptionAlgorithm")?,
            encryption_context: members.optional("EncryptionContext")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.optional("KeyId")?,
            recipient: members.optional("Recipient")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(8);
        put_some(&mut members, "CiphertextBlob", self.ciphertext_blob);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "DryRunModifiers", self.dry_run_modifiers);
        put_some(&mut members, "EncryptionAlgorithm", self.encryption_algorithm);
        put_some(&mut members, "EncryptionContext", self.encryption_context);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Recipient", self.recipient);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DecryptResponse {
    pub ciphertext_for_recipient: Option<Vec<u8>>,
    pub encryption_algorithm: Option<EncryptionAlgorithmSpec>,
    pub key_id: Option<String>,
    pub key_material_id: Option<String>,
    pub plaintext: Option<SecretBytes>,
}

impl Shape for DecryptResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DECRYPT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_for_recipient: members.optional("CiphertextForRecipient")?,
            encryption_algorithm: members.optional("EncryptionAlgorithm")?,
            key_id: members.optional("KeyId")?,
            key_material_id: members.optional("KeyMaterialId")?,
            plaintext: members.optional("Plaintext")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "CiphertextForRecipient", self.ciphertext_for_recipient);
        put_some(&mut members, "EncryptionAlgorithm", self.encryption_algorithm);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        put_some(&mut members, "Plaintext", self.plaintext);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteAliasRequest {
    pub alias_name: String,
}

impl Shape for DeleteAliasRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ALIAS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { alias_name: members.required("AliasName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "AliasName", self.alias_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteCustomKeyStoreRequest {
    pub custom_key_store_id: String,
}

impl Shape for DeleteCustomKeyStoreRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_CUSTOM_KEY_STORE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { custom_key_store_id: members.required("CustomKeyStoreId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteCustomKeyStoreResponse {}

impl Shape for DeleteCustomKeyStoreResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_CUSTOM_KEY_STORE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteImportedKeyMaterialRequest {
    pub key_id: String,
    pub key_material_id: Option<String>,
}

impl Shape for DeleteImportedKeyMaterialRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_IMPORTED_KEY_MATERIAL_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")?, key_material_id: members.optional("KeyMaterialId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteImportedKeyMaterialResponse {
    pub key_id: Option<String>,
    pub key_material_id: Option<String>,
}

impl Shape for DeleteImportedKeyMaterialResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_IMPORTED_KEY_MATERIAL_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.optional("KeyId")?, key_material_id: members.optional("KeyMaterialId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct DeriveSharedSecretRequest {
    pub dry_run: Option<bool>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_agreement_algorithm: KeyAgreementAlgorithmSpec,
    pub key_id: String,
    pub public_key: Vec<u8>,
    pub recipient: Option<RecipientInfo>,
}

impl Shape for DeriveSharedSecretRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DERIVE_SHARED_SECRET_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_agreement_algorithm: members.required("KeyAgreementAlgorithm")?,
            key_id: members.required("KeyId")?,
            public_key: members.required("PublicKey")?,
            recipient: members.optional("Recipient")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyAgreementAlgorithm", self.key_agreement_algorithm);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "PublicKey", self.public_key);
        put_some(&mut members, "Recipient", self.recipient);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DeriveSharedSecretResponse {
    pub ciphertext_for_recipient: Option<Vec<u8>>,
    pub key_agreement_algorithm: Option<KeyAgreementAlgorithmSpec>,
    pub key_id: Option<String>,
    pub key_origin: Option<OriginType>,
    pub shared_secret: Option<SecretBytes>,
}

impl Shape for DeriveSharedSecretResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DERIVE_SHARED_SECRET_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_for_recipient: members.optional("CiphertextForRecipient")?,
            key_agreement_algorithm: members.optional("KeyAgreementAlgorithm")?,
            key_id: members.optional("KeyId")?,
            key_origin: members.optional("KeyOrigin")?,
            shared_secret: members.optional("SharedSecret")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "CiphertextForRecipient", self.ciphertext_for_recipient);
        put_some(&mut members, "KeyAgreementAlgorithm", self.key_agreement_algorithm);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyOrigin", self.key_origin);
        put_some(&mut members, "SharedSecret", self.shared_secret);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DescribeCustomKeyStoresRequest {
    pub custom_key_store_id: Option<String>,
    pub custom_key_store_name: Option<String>,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for DescribeCustomKeyStoresRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_CUSTOM_KEY_STORES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            custom_key_store_id: members.optional("CustomKeyStoreId")?,
            custom_key_store_name: members.optional("CustomKeyStoreName")?,
            limit: members.optional("Limit")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        put_some(&mut members, "CustomKeyStoreName", self.custom_key_store_name);
        put_some(&mut members, "Limit", self.limit);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DescribeCustomKeyStoresResponse {
    pub custom_key_stores: Option<Vec<CustomKeyStoresListEntry>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for DescribeCustomKeyStoresResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_CUSTOM_KEY_STORES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            custom_key_stores: members.optional("CustomKeyStores")?,
            next_marker: members.optional("NextMarker")?,
            truncated: members.optional("Truncated")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "CustomKeyStores", self.custom_key_stores);
        put_some(&mut members, "NextMarker", self.next_marker);
        put_some(&mut members, "Truncated", self.truncated);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DescribeKeyRequest {
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
}

impl Shape for DescribeKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { grant_tokens: members.optional("GrantTokens")?, key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DescribeKeyResponse {
    pub key_metadata: Option<KeyMetadata>,
}

impl Shape for DescribeKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_metadata: members.optional("KeyMetadata")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "KeyMetadata", self.key_metadata);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableKeyRequest {
    pub key_id: String,
}

impl Shape for DisableKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableKeyRotationRequest {
    pub key_id: String,
}

impl Shape for DisableKeyRotationRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_KEY_ROTATION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisconnectCustomKeyStoreRequest {
    pub custom_key_store_id: String,
}

impl Shape for DisconnectCustomKeyStoreRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DISCONNECT_CUSTOM_KEY_STORE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { custom_key_store_id: members.required("CustomKeyStoreId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisconnectCustomKeyStoreResponse {}

impl Shape for DisconnectCustomKeyStoreResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DISCONNECT_CUSTOM_KEY_STORE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DryRunModifierType {
    IgnoreCiphertext,
}

impl DryRunModifierType {
    pub const ALL: &'static [Self] = &[Self::IgnoreCiphertext];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::IgnoreCiphertext => "IGNORE_CIPHERTEXT",
        }
    }
}

impl FromStr for DryRunModifierType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("DryRunModifierType"))
    }
}

impl fmt::Display for DryRunModifierType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for DryRunModifierType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableKeyRequest {
    pub key_id: String,
}

impl Shape for EnableKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableKeyRotationRequest {
    pub key_id: String,
    pub rotation_period_in_days: Option<i32>,
}

impl Shape for EnableKeyRotationRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_KEY_ROTATION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.required("KeyId")?,
            rotation_period_in_days: members.optional("RotationPeriodInDays")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "RotationPeriodInDays", self.rotation_period_in_days);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct EncapsulateRequest {
    pub dry_run: Option<bool>,
    pub encapsulation_algorithm: EncapsulationAlgorithmSpec,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
}

impl Shape for EncapsulateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ENCAPSULATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            encapsulation_algorithm: members.required("EncapsulationAlgorithm")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "DryRun", self.dry_run);
        put(&mut members, "EncapsulationAlgorithm", self.encapsulation_algorithm);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct EncapsulateResponse {
    pub encapsulation_algorithm: Option<EncapsulationAlgorithmSpec>,
    pub key_id: Option<String>,
    pub shared_secret: Option<SecretBytes>,
    pub shared_secret_ciphertext_blob: Option<Vec<u8>>,
}

impl Shape for EncapsulateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ENCAPSULATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            encapsulation_algorithm: members.optional("EncapsulationAlgorithm")?,
            key_id: members.optional("KeyId")?,
            shared_secret: members.optional("SharedSecret")?,
            shared_secret_ciphertext_blob: members.optional("SharedSecretCiphertextBlob")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "EncapsulationAlgorithm", self.encapsulation_algorithm);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "SharedSecret", self.shared_secret);
        put_some(&mut members, "SharedSecretCiphertextBlob", self.shared_secret_ciphertext_blob);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EncapsulationAlgorithmSpec {
    MlKem,
}

impl EncapsulationAlgorithmSpec {
    pub const ALL: &'static [Self] = &[Self::MlKem];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MlKem => "ML_KEM",
        }
    }
}

impl FromStr for EncapsulationAlgorithmSpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("EncapsulationAlgorithmSpec"))
    }
}

impl fmt::Display for EncapsulationAlgorithmSpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for EncapsulationAlgorithmSpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Clone, Default)]
pub struct EncryptRequest {
    pub dry_run: Option<bool>,
    pub encryption_algorithm: Option<EncryptionAlgorithmSpec>,
    pub encryption_context: Option<BTreeMap<String, String>>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub plaintext: SecretBytes,
}

impl Shape for EncryptRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ENCRYPT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            encryption_algorithm: members.optional("EncryptionAlgorithm")?,
            encryption_context: members.optional("EncryptionContext")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            plaintext: members.required("Plaintext")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "EncryptionAlgorithm", self.encryption_algorithm);
        put_some(&mut members, "EncryptionContext", self.encryption_context);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "Plaintext", self.plaintext);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct EncryptResponse {
    pub ciphertext_blob: Option<Vec<u8>>,
    pub encryption_algorithm: Option<EncryptionAlgorithmSpec>,
    pub key_id: Option<String>,
}

impl Shape for EncryptResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ENCRYPT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_blob: members.optional("CiphertextBlob")?,
            encryption_algorithm: members.optional("EncryptionAlgorithm")?,
            key_id: members.optional("KeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "CiphertextBlob", self.ciphertext_blob);
        put_some(&mut members, "EncryptionAlgorithm", self.encryption_algorithm);
        put_some(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EncryptionAlgorithmSpec {
    SymmetricDefault,
    RsaesOaepSha1,
    RsaesOaepSha256,
    Sm2pke,
}

impl EncryptionAlgorithmSpec {
    pub const ALL: &'static [Self] =
        &[Self::SymmetricDefault, Self::RsaesOaepSha1, Self::RsaesOaepSha256, Self::Sm2pke];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SymmetricDefault => "SYMMETRIC_DEFAULT",
            Self::RsaesOaepSha1 => "RSAES_OAEP_SHA_1",
            Self::RsaesOaepSha256 => "RSAES_OAEP_SHA_256",
            Self::Sm2pke => "SM2PKE",
        }
    }
}

impl FromStr for EncryptionAlgorithmSpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("EncryptionAlgorithmSpec"))
    }
}

impl fmt::Display for EncryptionAlgorithmSpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for EncryptionAlgorithmSpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExpirationModelType {
    KeyMaterialExpires,
    KeyMaterialDoesNotExpire,
}

impl ExpirationModelType {
    pub const ALL: &'static [Self] = &[Self::KeyMaterialExpires, Self::KeyMaterialDoesNotExpire];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::KeyMaterialExpires => "KEY_MATERIAL_EXPIRES",
            Self::KeyMaterialDoesNotExpire => "KEY_MATERIAL_DOES_NOT_EXPIRE",
        }
    }
}

impl FromStr for ExpirationModelType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("ExpirationModelType"))
    }
}

impl fmt::Display for ExpirationModelType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ExpirationModelType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Clone)]
pub struct GenerateDataKeyPairRequest {
    pub dry_run: Option<bool>,
    pub encryption_context: Option<BTreeMap<String, String>>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub key_pair_spec: DataKeyPairSpec,
    pub recipient: Option<RecipientInfo>,
}

impl Shape for GenerateDataKeyPairRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_DATA_KEY_PAIR_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            encryption_context: members.optional("EncryptionContext")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            key_pair_spec: members.required("KeyPairSpec")?,
            recipient: members.optional("Recipient")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "EncryptionContext", self.encryption_context);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "KeyPairSpec", self.key_pair_spec);
        put_some(&mut members, "Recipient", self.recipient);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GenerateDataKeyPairResponse {
    pub ciphertext_for_recipient: Option<Vec<u8>>,
    pub key_id: Option<String>,
    pub key_material_id: Option<String>,
    pub key_pair_spec: Option<DataKeyPairSpec>,
    pub private_key_ciphertext_blob: Option<Vec<u8>>,
    pub private_key_plaintext: Option<SecretBytes>,
    pub public_key: Option<Vec<u8>>,
}

impl Shape for GenerateDataKeyPairResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_DATA_KEY_PAIR_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_for_recipient: members.optional("CiphertextForRecipient")?,
            key_id: members.optional("KeyId")?,
            key_material_id: members.optional("KeyMaterialId")?,
            key_pair_spec: members.optional("KeyPairSpec")?,
            private_key_ciphertext_blob: members.optional("PrivateKeyCiphertextBlob")?,
            private_key_plaintext: members.optional("PrivateKeyPlaintext")?,
            public_key: members.optional("PublicKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put_some(&mut members, "CiphertextForRecipient", self.ciphertext_for_recipient);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        put_some(&mut members, "KeyPairSpec", self.key_pair_spec);
        put_some(&mut members, "PrivateKeyCiphertextBlob", self.private_key_ciphertext_blob);
        put_some(&mut members, "PrivateKeyPlaintext", self.private_key_plaintext);
        put_some(&mut members, "PublicKey", self.public_key);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct GenerateDataKeyPairWithoutPlaintextRequest {
    pub dry_run: Option<bool>,
    pub encryption_context: Option<BTreeMap<String, String>>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub key_pair_spec: DataKeyPairSpec,
}

impl Shape for GenerateDataKeyPairWithoutPlaintextRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            encryption_context: members.optional("EncryptionContext")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            key_pair_spec: members.required("KeyPairSpec")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "EncryptionContext", self.encryption_context);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "KeyPairSpec", self.key_pair_spec);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateDataKeyPairWithoutPlaintextResponse {
    pub key_id: Option<String>,
    pub key_material_id: Option<String>,
    pub key_pair_spec: Option<DataKeyPairSpec>,
    pub private_key_ciphertext_blob: Option<Vec<u8>>,
    pub public_key: Option<Vec<u8>>,
}

impl Shape for GenerateDataKeyPairWithoutPlaintextResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.optional("KeyId")?,
            key_material_id: members.optional("KeyMaterialId")?,
            key_pair_spec: members.optional("KeyPairSpec")?,
            private_key_ciphertext_blob: members.optional("PrivateKeyCiphertextBlob")?,
            public_key: members.optional("PublicKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        put_some(&mut members, "KeyPairSpec", self.key_pair_spec);
        put_some(&mut members, "PrivateKeyCiphertextBlob", self.private_key_ciphertext_blob);
        put_some(&mut members, "PublicKey", self.public_key);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GenerateDataKeyRequest {
    pub dry_run: Option<bool>,
    pub encryption_context: Option<BTreeMap<String, String>>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub key_spec: Option<DataKeySpec>,
    pub number_of_bytes: Option<i32>,
    pub recipient: Option<RecipientInfo>,
}

impl Shape for GenerateDataKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_DATA_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            encryption_context: members.optional("EncryptionContext")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            key_spec: members.optional("KeySpec")?,
            number_of_bytes: members.optional("NumberOfBytes")?,
            recipient: members.optional("Recipient")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "EncryptionContext", self.encryption_context);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeySpec", self.key_spec);
        put_some(&mut members, "NumberOfBytes", self.number_of_bytes);
        put_some(&mut members, "Recipient", self.recipient);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GenerateDataKeyResponse {
    pub ciphertext_blob: Option<Vec<u8>>,
    pub ciphertext_for_recipient: Option<Vec<u8>>,
    pub key_id: Option<String>,
    pub key_material_id: Option<String>,
    pub plaintext: Option<SecretBytes>,
}

impl Shape for GenerateDataKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_DATA_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_blob: members.optional("CiphertextBlob")?,
            ciphertext_for_recipient: members.optional("CiphertextForRecipient")?,
            key_id: members.optional("KeyId")?,
            key_material_id: members.optional("KeyMaterialId")?,
            plaintext: members.optional("Plaintext")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "CiphertextBlob", self.ciphertext_blob);
        put_some(&mut members, "CiphertextForRecipient", self.ciphertext_for_recipient);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        put_some(&mut members, "Plaintext", self.plaintext);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GenerateDataKeyWithoutPlaintextRequest {
    pub dry_run: Option<bool>,
    pub encryption_context: Option<BTreeMap<String, String>>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub key_spec: Option<DataKeySpec>,
    pub number_of_bytes: Option<i32>,
}

impl Shape for GenerateDataKeyWithoutPlaintextRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_DATA_KEY_WITHOUT_PLAINTEXT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            encryption_context: members.optional("EncryptionContext")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            key_spec: members.optional("KeySpec")?,
            number_of_bytes: members.optional("NumberOfBytes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "EncryptionContext", self.encryption_context);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeySpec", self.key_spec);
        put_some(&mut members, "NumberOfBytes", self.number_of_bytes);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateDataKeyWithoutPlaintextResponse {
    pub ciphertext_blob: Option<Vec<u8>>,
    pub key_id: Option<String>,
    pub key_material_id: Option<String>,
}

impl Shape for GenerateDataKeyWithoutPlaintextResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_DATA_KEY_WITHOUT_PLAINTEXT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_blob: members.optional("CiphertextBlob")?,
            key_id: members.optional("KeyId")?,
            key_material_id: members.optional("KeyMaterialId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "CiphertextBlob", self.ciphertext_blob);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct GenerateMacRequest {
    pub dry_run: Option<bool>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub mac_algorithm: MacAlgorithmSpec,
    pub message: SecretBytes,
}

impl Shape for GenerateMacRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_MAC_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            mac_algorithm: members.required("MacAlgorithm")?,
            message: members.required("Message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "MacAlgorithm", self.mac_algorithm);
        put(&mut members, "Message", self.message);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateMacResponse {
    pub key_id: Option<String>,
    pub mac: Option<Vec<u8>>,
    pub mac_algorithm: Option<MacAlgorithmSpec>,
}

impl Shape for GenerateMacResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_MAC_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.optional("KeyId")?,
            mac: members.optional("Mac")?,
            mac_algorithm: members.optional("MacAlgorithm")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Mac", self.mac);
        put_some(&mut members, "MacAlgorithm", self.mac_algorithm);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateRandomRequest {
    pub custom_key_store_id: Option<String>,
    pub number_of_bytes: Option<i32>,
    pub recipient: Option<RecipientInfo>,
}

impl Shape for GenerateRandomRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_RANDOM_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            custom_key_store_id: members.optional("CustomKeyStoreId")?,
            number_of_bytes: members.optional("NumberOfBytes")?,
            recipient: members.optional("Recipient")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        put_some(&mut members, "NumberOfBytes", self.number_of_bytes);
        put_some(&mut members, "Recipient", self.recipient);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GenerateRandomResponse {
    pub ciphertext_for_recipient: Option<Vec<u8>>,
    pub plaintext: Option<SecretBytes>,
}

impl Shape for GenerateRandomResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_RANDOM_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_for_recipient: members.optional("CiphertextForRecipient")?,
            plaintext: members.optional("Plaintext")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "CiphertextForRecipient", self.ciphertext_for_recipient);
        put_some(&mut members, "Plaintext", self.plaintext);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetKeyLastUsageRequest {
    pub key_id: String,
}

impl Shape for GetKeyLastUsageRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_KEY_LAST_USAGE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetKeyLastUsageResponse {
    pub key_creation_date: Option<Timestamp>,
    pub key_id: Option<String>,
    pub key_last_usage: Option<KeyLastUsageData>,
    pub tracking_start_date: Option<Timestamp>,
}

impl Shape for GetKeyLastUsageResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_KEY_LAST_USAGE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_creation_date: members.optional("KeyCreationDate")?,
            key_id: members.optional("KeyId")?,
            key_last_usage: members.optional("KeyLastUsage")?,
            tracking_start_date: members.optional("TrackingStartDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "KeyCreationDate", self.key_creation_date);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyLastUsage", self.key_last_usage);
        put_some(&mut members, "TrackingStartDate", self.tracking_start_date);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetKeyPolicyRequest {
    pub key_id: String,
    pub policy_name: Option<String>,
}

impl Shape for GetKeyPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_KEY_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")?, policy_name: members.optional("PolicyName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetKeyPolicyResponse {
    pub policy: Option<String>,
    pub policy_name: Option<String>,
}

impl Shape for GetKeyPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_KEY_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy: members.optional("Policy")?, policy_name: members.optional("PolicyName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Policy", self.policy);
        put_some(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetKeyRotationStatusRequest {
    pub key_id: String,
}

impl Shape for GetKeyRotationStatusRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_KEY_ROTATION_STATUS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetKeyRotationStatusResponse {
    pub key_id: Option<String>,
    pub key_rotation_enabled: Option<bool>,
    pub next_rotation_date: Option<Timestamp>,
    pub on_demand_rotation_start_date: Option<Timestamp>,
    pub rotation_period_in_days: Option<i32>,
}

impl Shape for GetKeyRotationStatusResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_KEY_ROTATION_STATUS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.optional("KeyId")?,
            key_rotation_enabled: members.optional("KeyRotationEnabled")?,
            next_rotation_date: members.optional("NextRotationDate")?,
            on_demand_rotation_start_date: members.optional("OnDemandRotationStartDate")?,
            rotation_period_in_days: members.optional("RotationPeriodInDays")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyRotationEnabled", self.key_rotation_enabled);
        put_some(&mut members, "NextRotationDate", self.next_rotation_date);
        put_some(&mut members, "OnDemandRotationStartDate", self.on_demand_rotation_start_date);
        put_some(&mut members, "RotationPeriodInDays", self.rotation_period_in_days);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct GetParametersForImportRequest {
    pub key_id: String,
    pub wrapping_algorithm: AlgorithmSpec,
    pub wrapping_key_spec: WrappingKeySpec,
}

impl Shape for GetParametersForImportRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_PARAMETERS_FOR_IMPORT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.required("KeyId")?,
            wrapping_algorithm: members.required("WrappingAlgorithm")?,
            wrapping_key_spec: members.required("WrappingKeySpec")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "WrappingAlgorithm", self.wrapping_algorithm);
        put(&mut members, "WrappingKeySpec", self.wrapping_key_spec);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GetParametersForImportResponse {
    pub import_token: Option<Vec<u8>>,
    pub key_id: Option<String>,
    pub parameters_valid_to: Option<Timestamp>,
    pub public_key: Option<SecretBytes>,
}

impl Shape for GetParametersForImportResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_PARAMETERS_FOR_IMPORT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            import_token: members.optional("ImportToken")?,
            key_id: members.optional("KeyId")?,
            parameters_valid_to: members.optional("ParametersValidTo")?,
            public_key: members.optional("PublicKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "ImportToken", self.import_token);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "ParametersValidTo", self.parameters_valid_to);
        put_some(&mut members, "PublicKey", self.public_key);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GetPublicKeyRequest {
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
}

impl Shape for GetPublicKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_PUBLIC_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { grant_tokens: members.optional("GrantTokens")?, key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetPublicKeyResponse {
    pub customer_master_key_spec: Option<CustomerMasterKeySpec>,
    pub encapsulation_algorithms: Option<Vec<EncapsulationAlgorithmSpec>>,
    pub encryption_algorithms: Option<Vec<EncryptionAlgorithmSpec>>,
    pub key_agreement_algorithms: Option<Vec<KeyAgreementAlgorithmSpec>>,
    pub key_id: Option<String>,
    pub key_spec: Option<KeySpec>,
    pub key_usage: Option<KeyUsageType>,
    pub public_key: Option<Vec<u8>>,
    pub signing_algorithms: Option<Vec<SigningAlgorithmSpec>>,
}

impl Shape for GetPublicKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_PUBLIC_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            customer_master_key_spec: members.optional("CustomerMasterKeySpec")?,
            encapsulation_algorithms: members.optional("EncapsulationAlgorithms")?,
            encryption_algorithms: members.optional("EncryptionAlgorithms")?,
            key_agreement_algorithms: members.optional("KeyAgreementAlgorithms")?,
            key_id: members.optional("KeyId")?,
            key_spec: members.optional("KeySpec")?,
            key_usage: members.optional("KeyUsage")?,
            public_key: members.optional("PublicKey")?,
            signing_algorithms: members.optional("SigningAlgorithms")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(9);
        put_some(&mut members, "CustomerMasterKeySpec", self.customer_master_key_spec);
        put_some(&mut members, "EncapsulationAlgorithms", self.encapsulation_algorithms);
        put_some(&mut members, "EncryptionAlgorithms", self.encryption_algorithms);
        put_some(&mut members, "KeyAgreementAlgorithms", self.key_agreement_algorithms);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeySpec", self.key_spec);
        put_some(&mut members, "KeyUsage", self.key_usage);
        put_some(&mut members, "PublicKey", self.public_key);
        put_some(&mut members, "SigningAlgorithms", self.signing_algorithms);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GrantConstraints {
    pub encryption_context_equals: Option<BTreeMap<String, String>>,
    pub encryption_context_subset: Option<BTreeMap<String, String>>,
    pub source_arn: Option<String>,
}

impl Shape for GrantConstraints {
    const SCHEMA: &'static StructureSchema = &schemas::GRANT_CONSTRAINTS;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            encryption_context_equals: members.optional("EncryptionContextEquals")?,
            encryption_context_subset: members.optional("EncryptionContextSubset")?,
            source_arn: members.optional("SourceArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "EncryptionContextEquals", self.encryption_context_equals);
        put_some(&mut members, "EncryptionContextSubset", self.encryption_context_subset);
        put_some(&mut members, "SourceArn", self.source_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GrantListEntry {
    pub constraints: Option<GrantConstraints>,
    pub creation_date: Option<Timestamp>,
    pub grant_id: Option<String>,
    pub grantee_principal: Option<String>,
    pub grantee_service_principal: Option<String>,
    pub issuing_account: Option<String>,
    pub key_id: Option<String>,
    pub name: Option<String>,
    pub operations: Option<Vec<GrantOperation>>,
    pub retiring_principal: Option<String>,
    pub retiring_service_principal: Option<String>,
}

impl Shape for GrantListEntry {
    const SCHEMA: &'static StructureSchema = &schemas::GRANT_LIST_ENTRY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            constraints: members.optional("Constraints")?,
            creation_date: members.optional("CreationDate")?,
            grant_id: members.optional("GrantId")?,
            grantee_principal: members.optional("GranteePrincipal")?,
            grantee_service_principal: members.optional("GranteeServicePrincipal")?,
            issuing_account: members.optional("IssuingAccount")?,
            key_id: members.optional("KeyId")?,
            name: members.optional("Name")?,
            operations: members.optional("Operations")?,
            retiring_principal: members.optional("RetiringPrincipal")?,
            retiring_service_principal: members.optional("RetiringServicePrincipal")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(11);
        put_some(&mut members, "Constraints", self.constraints);
        put_some(&mut members, "CreationDate", self.creation_date);
        put_some(&mut members, "GrantId", self.grant_id);
        put_some(&mut members, "GranteePrincipal", self.grantee_principal);
        put_some(&mut members, "GranteeServicePrincipal", self.grantee_service_principal);
        put_some(&mut members, "IssuingAccount", self.issuing_account);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Name", self.name);
        put_some(&mut members, "Operations", self.operations);
        put_some(&mut members, "RetiringPrincipal", self.retiring_principal);
        put_some(&mut members, "RetiringServicePrincipal", self.retiring_service_principal);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GrantOperation {
    Decrypt,
    Encrypt,
    GenerateDataKey,
    GenerateDataKeyWithoutPlaintext,
    ReEncryptFrom,
    ReEncryptTo,
    Sign,
    Verify,
    GetPublicKey,
    CreateGrant,
    RetireGrant,
    DescribeKey,
    GenerateDataKeyPair,
    GenerateDataKeyPairWithoutPlaintext,
    GenerateMac,
    VerifyMac,
    DeriveSharedSecret,
    Encapsulate,
    Decapsulate,
}

impl GrantOperation {
    pub const ALL: &'static [Self] = &[
        Self::Decrypt,
        Self::Encrypt,
        Self::GenerateDataKey,
        Self::GenerateDataKeyWithoutPlaintext,
        Self::ReEncryptFrom,
        Self::ReEncryptTo,
        Self::Sign,
        Self::Verify,
        Self::GetPublicKey,
        Self::CreateGrant,
        Self::RetireGrant,
        Self::DescribeKey,
        Self::GenerateDataKeyPair,
        Self::GenerateDataKeyPairWithoutPlaintext,
        Self::GenerateMac,
        Self::VerifyMac,
        Self::DeriveSharedSecret,
        Self::Encapsulate,
        Self::Decapsulate,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decrypt => "Decrypt",
            Self::Encrypt => "Encrypt",
            Self::GenerateDataKey => "GenerateDataKey",
            Self::GenerateDataKeyWithoutPlaintext => "GenerateDataKeyWithoutPlaintext",
            Self::ReEncryptFrom => "ReEncryptFrom",
            Self::ReEncryptTo => "ReEncryptTo",
            Self::Sign => "Sign",
            Self::Verify => "Verify",
            Self::GetPublicKey => "GetPublicKey",
            Self::CreateGrant => "CreateGrant",
            Self::RetireGrant => "RetireGrant",
            Self::DescribeKey => "DescribeKey",
            Self::GenerateDataKeyPair => "GenerateDataKeyPair",
            Self::GenerateDataKeyPairWithoutPlaintext => "GenerateDataKeyPairWithoutPlaintext",
            Self::GenerateMac => "GenerateMac",
            Self::VerifyMac => "VerifyMac",
            Self::DeriveSharedSecret => "DeriveSharedSecret",
            Self::Encapsulate => "Encapsulate",
            Self::Decapsulate => "Decapsulate",
        }
    }
}

impl FromStr for GrantOperation {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("GrantOperation"))
    }
}

impl fmt::Display for GrantOperation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for GrantOperation {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ImportKeyMaterialRequest {
    pub encrypted_key_material: Vec<u8>,
    pub expiration_model: Option<ExpirationModelType>,
    pub import_token: Vec<u8>,
    pub import_type: Option<ImportType>,
    pub key_id: String,
    pub key_material_description: Option<String>,
    pub key_material_id: Option<String>,
    pub valid_to: Option<Timestamp>,
}

impl Shape for ImportKeyMaterialRequest {
    const SCHEMA: &'static StructureSchema = &schemas::IMPORT_KEY_MATERIAL_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            encrypted_key_material: members.required("EncryptedKeyMaterial")?,
            expiration_model: members.optional("ExpirationModel")?,
            import_token: members.required("ImportToken")?,
            import_type: members.optional("ImportType")?,
            key_id: members.required("KeyId")?,
            key_material_description: members.optional("KeyMaterialDescription")?,
            key_material_id: members.optional("KeyMaterialId")?,
            valid_to: members.optional("ValidTo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(8);
        put(&mut members, "EncryptedKeyMaterial", self.encrypted_key_material);
        put_some(&mut members, "ExpirationModel", self.expiration_model);
        put(&mut members, "ImportToken", self.import_token);
        put_some(&mut members, "ImportType", self.import_type);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialDescription", self.key_material_description);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        put_some(&mut members, "ValidTo", self.valid_to);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ImportKeyMaterialResponse {
    pub key_id: Option<String>,
    pub key_material_id: Option<String>,
}

impl Shape for ImportKeyMaterialResponse {
    const SCHEMA: &'static StructureSchema = &schemas::IMPORT_KEY_MATERIAL_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.optional("KeyId")?, key_material_id: members.optional("KeyMaterialId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportState {
    Imported,
    PendingImport,
}

impl ImportState {
    pub const ALL: &'static [Self] = &[Self::Imported, Self::PendingImport];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Imported => "IMPORTED",
            Self::PendingImport => "PENDING_IMPORT",
        }
    }
}

impl FromStr for ImportState {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("ImportState"))
    }
}

impl fmt::Display for ImportState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ImportState {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImportType {
    NewKeyMaterial,
    ExistingKeyMaterial,
}

impl ImportType {
    pub const ALL: &'static [Self] = &[Self::NewKeyMaterial, Self::ExistingKeyMaterial];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewKeyMaterial => "NEW_KEY_MATERIAL",
            Self::ExistingKeyMaterial => "EXISTING_KEY_MATERIAL",
        }
    }
}

impl FromStr for ImportType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("ImportType"))
    }
}

impl fmt::Display for ImportType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ImportType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IncludeKeyMaterial {
    AllKeyMaterial,
    RotationsOnly,
}

impl IncludeKeyMaterial {
    pub const ALL: &'static [Self] = &[Self::AllKeyMaterial, Self::RotationsOnly];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AllKeyMaterial => "ALL_KEY_MATERIAL",
            Self::RotationsOnly => "ROTATIONS_ONLY",
        }
    }
}

impl FromStr for IncludeKeyMaterial {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("IncludeKeyMaterial"))
    }
}

impl fmt::Display for IncludeKeyMaterial {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for IncludeKeyMaterial {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyAgreementAlgorithmSpec {
    Ecdh,
}

impl KeyAgreementAlgorithmSpec {
    pub const ALL: &'static [Self] = &[Self::Ecdh];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ecdh => "ECDH",
        }
    }
}

impl FromStr for KeyAgreementAlgorithmSpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("KeyAgreementAlgorithmSpec"))
    }
}

impl fmt::Display for KeyAgreementAlgorithmSpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for KeyAgreementAlgorithmSpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyEncryptionMechanism {
    RsaesOaepSha256,
}

impl KeyEncryptionMechanism {
    pub const ALL: &'static [Self] = &[Self::RsaesOaepSha256];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RsaesOaepSha256 => "RSAES_OAEP_SHA_256",
        }
    }
}

impl FromStr for KeyEncryptionMechanism {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("KeyEncryptionMechanism"))
    }
}

impl fmt::Display for KeyEncryptionMechanism {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for KeyEncryptionMechanism {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct KeyLastUsageData {
    pub cloud_trail_event_id: Option<String>,
    pub kms_request_id: Option<String>,
    pub operation: Option<KeyLastUsageTrackingOperation>,
    pub timestamp: Option<Timestamp>,
}

impl Shape for KeyLastUsageData {
    const SCHEMA: &'static StructureSchema = &schemas::KEY_LAST_USAGE_DATA;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            cloud_trail_event_id: members.optional("CloudTrailEventId")?,
            kms_request_id: members.optional("KmsRequestId")?,
            operation: members.optional("Operation")?,
            timestamp: members.optional("Timestamp")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "CloudTrailEventId", self.cloud_trail_event_id);
        put_some(&mut members, "KmsRequestId", self.kms_request_id);
        put_some(&mut members, "Operation", self.operation);
        put_some(&mut members, "Timestamp", self.timestamp);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyLastUsageTrackingOperation {
    Decrypt,
    DeriveSharedSecret,
    Encrypt,
    GenerateDataKey,
    GenerateDataKeyPair,
    GenerateDataKeyPairWithoutPlaintext,
    GenerateDataKeyWithoutPlaintext,
    GenerateMac,
    ReEncrypt,
    Sign,
    Verify,
    VerifyMac,
    Encapsulate,
    Decapsulate,
}

impl KeyLastUsageTrackingOperation {
    pub const ALL: &'static [Self] = &[
        Self::Decrypt,
        Self::DeriveSharedSecret,
        Self::Encrypt,
        Self::GenerateDataKey,
        Self::GenerateDataKeyPair,
        Self::GenerateDataKeyPairWithoutPlaintext,
        Self::GenerateDataKeyWithoutPlaintext,
        Self::GenerateMac,
        Self::ReEncrypt,
        Self::Sign,
        Self::Verify,
        Self::VerifyMac,
        Self::Encapsulate,
        Self::Decapsulate,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decrypt => "Decrypt",
            Self::DeriveSharedSecret => "DeriveSharedSecret",
            Self::Encrypt => "Encrypt",
            Self::GenerateDataKey => "GenerateDataKey",
            Self::GenerateDataKeyPair => "GenerateDataKeyPair",
            Self::GenerateDataKeyPairWithoutPlaintext => "GenerateDataKeyPairWithoutPlaintext",
            Self::GenerateDataKeyWithoutPlaintext => "GenerateDataKeyWithoutPlaintext",
            Self::GenerateMac => "GenerateMac",
            Self::ReEncrypt => "ReEncrypt",
            Self::Sign => "Sign",
            Self::Verify => "Verify",
            Self::VerifyMac => "VerifyMac",
            Self::Encapsulate => "Encapsulate",
            Self::Decapsulate => "Decapsulate",
        }
    }
}

impl FromStr for KeyLastUsageTrackingOperation {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("KeyLastUsageTrackingOperation"))
    }
}

impl fmt::Display for KeyLastUsageTrackingOperation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for KeyLastUsageTrackingOperation {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct KeyListEntry {
    pub key_arn: Option<String>,
    pub key_id: Option<String>,
}

impl Shape for KeyListEntry {
    const SCHEMA: &'static StructureSchema = &schemas::KEY_LIST_ENTRY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_arn: members.optional("KeyArn")?, key_id: members.optional("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "KeyArn", self.key_arn);
        put_some(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyManagerType {
    Aws,
    Customer,
}

impl KeyManagerType {
    pub const ALL: &'static [Self] = &[Self::Aws, Self::Customer];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Aws => "AWS",
            Self::Customer => "CUSTOMER",
        }
    }
}

impl FromStr for KeyManagerType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("KeyManagerType"))
    }
}

impl fmt::Display for KeyManagerType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for KeyManagerType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyMaterialState {
    NonCurrent,
    Current,
    PendingRotation,
    PendingMultiRegionImportAndRotation,
}

impl KeyMaterialState {
    pub const ALL: &'static [Self] =
        &[Self::NonCurrent, Self::Current, Self::PendingRotation, Self::PendingMultiRegionImportAndRotation];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NonCurrent => "NON_CURRENT",
            Self::Current => "CURRENT",
            Self::PendingRotation => "PENDING_ROTATION",
            Self::PendingMultiRegionImportAndRotation => "PENDING_MULTI_REGION_IMPORT_AND_ROTATION",
        }
    }
}

impl FromStr for KeyMaterialState {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("KeyMaterialState"))
    }
}

impl fmt::Display for KeyMaterialState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for KeyMaterialState {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct KeyMetadata {
    pub aws_account_id: Option<String>,
    pub arn: Option<String>,
    pub cloud_hsm_cluster_id: Option<String>,
    pub creation_date: Option<Timestamp>,
    pub current_key_material_id: Option<String>,
    pub custom_key_store_id: Option<String>,
    pub customer_master_key_spec: Option<CustomerMasterKeySpec>,
    pub deletion_date: Option<Timestamp>,
    pub description: Option<String>,
    pub enabled: Option<bool>,
    pub encapsulation_algorithms: Option<Vec<EncapsulationAlgorithmSpec>>,
    pub encryption_algorithms: Option<Vec<EncryptionAlgorithmSpec>>,
    pub expiration_model: Option<ExpirationModelType>,
    pub key_agreement_algorithms: Option<Vec<KeyAgreementAlgorithmSpec>>,
    pub key_id: String,
    pub key_manager: Option<KeyManagerType>,
    pub key_spec: Option<KeySpec>,
    pub key_state: Option<KeyState>,
    pub key_usage: Option<KeyUsageType>,
    pub mac_algorithms: Option<Vec<MacAlgorithmSpec>>,
    pub multi_region: Option<bool>,
    pub multi_region_configuration: Option<MultiRegionConfiguration>,
    pub origin: Option<OriginType>,
    pub pending_deletion_window_in_days: Option<i32>,
    pub signing_algorithms: Option<Vec<SigningAlgorithmSpec>>,
    pub valid_to: Option<Timestamp>,
    pub xks_key_configuration: Option<XksKeyConfigurationType>,
}

impl Shape for KeyMetadata {
    const SCHEMA: &'static StructureSchema = &schemas::KEY_METADATA;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            aws_account_id: members.optional("AWSAccountId")?,
            arn: members.optional("Arn")?,
            cloud_hsm_cluster_id: members.optional("CloudHsmClusterId")?,
            creation_date: members.optional("CreationDate")?,
            current_key_material_id: members.optional("CurrentKeyMaterialId")?,
            custom_key_store_id: members.optional("CustomKeyStoreId")?,
            customer_master_key_spec: members.optional("CustomerMasterKeySpec")?,
            deletion_date: members.optional("DeletionDate")?,
            description: members.optional("Description")?,
            enabled: members.optional("Enabled")?,
            encapsulation_algorithms: members.optional("EncapsulationAlgorithms")?,
            encryption_algorithms: members.optional("EncryptionAlgorithms")?,
            expiration_model: members.optional("ExpirationModel")?,
            key_agreement_algorithms: members.optional("KeyAgreementAlgorithms")?,
            key_id: members.required("KeyId")?,
            key_manager: members.optional("KeyManager")?,
            key_spec: members.optional("KeySpec")?,
            key_state: members.optional("KeyState")?,
            key_usage: members.optional("KeyUsage")?,
            mac_algorithms: members.optional("MacAlgorithms")?,
            multi_region: members.optional("MultiRegion")?,
            multi_region_configuration: members.optional("MultiRegionConfiguration")?,
            origin: members.optional("Origin")?,
            pending_deletion_window_in_days: members.optional("PendingDeletionWindowInDays")?,
            signing_algorithms: members.optional("SigningAlgorithms")?,
            valid_to: members.optional("ValidTo")?,
            xks_key_configuration: members.optional("XksKeyConfiguration")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(27);
        put_some(&mut members, "AWSAccountId", self.aws_account_id);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "CloudHsmClusterId", self.cloud_hsm_cluster_id);
        put_some(&mut members, "CreationDate", self.creation_date);
        put_some(&mut members, "CurrentKeyMaterialId", self.current_key_material_id);
        put_some(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        put_some(&mut members, "CustomerMasterKeySpec", self.customer_master_key_spec);
        put_some(&mut members, "DeletionDate", self.deletion_date);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "Enabled", self.enabled);
        put_some(&mut members, "EncapsulationAlgorithms", self.encapsulation_algorithms);
        put_some(&mut members, "EncryptionAlgorithms", self.encryption_algorithms);
        put_some(&mut members, "ExpirationModel", self.expiration_model);
        put_some(&mut members, "KeyAgreementAlgorithms", self.key_agreement_algorithms);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyManager", self.key_manager);
        put_some(&mut members, "KeySpec", self.key_spec);
        put_some(&mut members, "KeyState", self.key_state);
        put_some(&mut members, "KeyUsage", self.key_usage);
        put_some(&mut members, "MacAlgorithms", self.mac_algorithms);
        put_some(&mut members, "MultiRegion", self.multi_region);
        put_some(&mut members, "MultiRegionConfiguration", self.multi_region_configuration);
        put_some(&mut members, "Origin", self.origin);
        put_some(&mut members, "PendingDeletionWindowInDays", self.pending_deletion_window_in_days);
        put_some(&mut members, "SigningAlgorithms", self.signing_algorithms);
        put_some(&mut members, "ValidTo", self.valid_to);
        put_some(&mut members, "XksKeyConfiguration", self.xks_key_configuration);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeySpec {
    Rsa2048,
    Rsa3072,
    Rsa4096,
    EccNistP256,
    EccNistP384,
    EccNistP521,
    EccSecgP256k1,
    SymmetricDefault,
    Hmac224,
    Hmac256,
    Hmac384,
    Hmac512,
    Sm2,
    MlDsa44,
    MlDsa65,
    MlDsa87,
    EccNistEdwards25519,
    MlKem512,
    MlKem768,
    MlKem1024,
}

impl KeySpec {
    pub const ALL: &'static [Self] = &[
        Self::Rsa2048,
        Self::Rsa3072,
        Self::Rsa4096,
        Self::EccNistP256,
        Self::EccNistP384,
        Self::EccNistP521,
        Self::EccSecgP256k1,
        Self::SymmetricDefault,
        Self::Hmac224,
        Self::Hmac256,
        Self::Hmac384,
        Self::Hmac512,
        Self::Sm2,
        Self::MlDsa44,
        Self::MlDsa65,
        Self::MlDsa87,
        Self::EccNistEdwards25519,
        Self::MlKem512,
        Self::MlKem768,
        Self::MlKem1024,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rsa2048 => "RSA_2048",
            Self::Rsa3072 => "RSA_3072",
            Self::Rsa4096 => "RSA_4096",
            Self::EccNistP256 => "ECC_NIST_P256",
            Self::EccNistP384 => "ECC_NIST_P384",
            Self::EccNistP521 => "ECC_NIST_P521",
            Self::EccSecgP256k1 => "ECC_SECG_P256K1",
            Self::SymmetricDefault => "SYMMETRIC_DEFAULT",
            Self::Hmac224 => "HMAC_224",
            Self::Hmac256 => "HMAC_256",
            Self::Hmac384 => "HMAC_384",
            Self::Hmac512 => "HMAC_512",
            Self::Sm2 => "SM2",
            Self::MlDsa44 => "ML_DSA_44",
            Self::MlDsa65 => "ML_DSA_65",
            Self::MlDsa87 => "ML_DSA_87",
            Self::EccNistEdwards25519 => "ECC_NIST_EDWARDS25519",
            Self::MlKem512 => "ML_KEM_512",
            Self::MlKem768 => "ML_KEM_768",
            Self::MlKem1024 => "ML_KEM_1024",
        }
    }
}

impl FromStr for KeySpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("KeySpec"))
    }
}

impl fmt::Display for KeySpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for KeySpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyState {
    Creating,
    Enabled,
    Disabled,
    PendingDeletion,
    PendingImport,
    PendingReplicaDeletion,
    Unavailable,
    Updating,
}

impl KeyState {
    pub const ALL: &'static [Self] = &[
        Self::Creating,
        Self::Enabled,
        Self::Disabled,
        Self::PendingDeletion,
        Self::PendingImport,
        Self::PendingReplicaDeletion,
        Self::Unavailable,
        Self::Updating,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Creating => "Creating",
            Self::Enabled => "Enabled",
            Self::Disabled => "Disabled",
            Self::PendingDeletion => "PendingDeletion",
            Self::PendingImport => "PendingImport",
            Self::PendingReplicaDeletion => "PendingReplicaDeletion",
            Self::Unavailable => "Unavailable",
            Self::Updating => "Updating",
        }
    }
}

impl FromStr for KeyState {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("KeyState"))
    }
}

impl fmt::Display for KeyState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for KeyState {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyUsageType {
    SignVerify,
    EncryptDecrypt,
    GenerateVerifyMac,
    KeyAgreement,
    EncapsulateDecapsulate,
}

impl KeyUsageType {
    pub const ALL: &'static [Self] = &[
        Self::SignVerify,
        Self::EncryptDecrypt,
        Self::GenerateVerifyMac,
        Self::KeyAgreement,
        Self::EncapsulateDecapsulate,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignVerify => "SIGN_VERIFY",
            Self::EncryptDecrypt => "ENCRYPT_DECRYPT",
            Self::GenerateVerifyMac => "GENERATE_VERIFY_MAC",
            Self::KeyAgreement => "KEY_AGREEMENT",
            Self::EncapsulateDecapsulate => "ENCAPSULATE_DECAPSULATE",
        }
    }
}

impl FromStr for KeyUsageType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("KeyUsageType"))
    }
}

impl fmt::Display for KeyUsageType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for KeyUsageType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAliasesRequest {
    pub key_id: Option<String>,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for ListAliasesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ALIASES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.optional("KeyId")?,
            limit: members.optional("Limit")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Limit", self.limit);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAliasesResponse {
    pub aliases: Option<Vec<AliasListEntry>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for ListAliasesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ALIASES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            aliases: members.optional("Aliases")?,
            next_marker: members.optional("NextMarker")?,
            truncated: members.optional("Truncated")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Aliases", self.aliases);
        put_some(&mut members, "NextMarker", self.next_marker);
        put_some(&mut members, "Truncated", self.truncated);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListGrantsRequest {
    pub grant_id: Option<String>,
    pub grantee_principal: Option<String>,
    pub grantee_service_principal: Option<String>,
    pub key_id: String,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for ListGrantsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_GRANTS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            grant_id: members.optional("GrantId")?,
            grantee_principal: members.optional("GranteePrincipal")?,
            grantee_service_principal: members.optional("GranteeServicePrincipal")?,
            key_id: members.required("KeyId")?,
            limit: members.optional("Limit")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "GrantId", self.grant_id);
        put_some(&mut members, "GranteePrincipal", self.grantee_principal);
        put_some(&mut members, "GranteeServicePrincipal", self.grantee_service_principal);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Limit", self.limit);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListGrantsResponse {
    pub grants: Option<Vec<GrantListEntry>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for ListGrantsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_GRANTS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            grants: members.optional("Grants")?,
            next_marker: members.optional("NextMarker")?,
            truncated: members.optional("Truncated")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Grants", self.grants);
        put_some(&mut members, "NextMarker", self.next_marker);
        put_some(&mut members, "Truncated", self.truncated);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListKeyPoliciesRequest {
    pub key_id: String,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for ListKeyPoliciesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_KEY_POLICIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.required("KeyId")?,
            limit: members.optional("Limit")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Limit", self.limit);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListKeyPoliciesResponse {
    pub next_marker: Option<String>,
    pub policy_names: Option<Vec<String>>,
    pub truncated: Option<bool>,
}

impl Shape for ListKeyPoliciesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_KEY_POLICIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            next_marker: members.optional("NextMarker")?,
            policy_names: members.optional("PolicyNames")?,
            truncated: members.optional("Truncated")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "NextMarker", self.next_marker);
        put_some(&mut members, "PolicyNames", self.policy_names);
        put_some(&mut members, "Truncated", self.truncated);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListKeyRotationsRequest {
    pub include_key_material: Option<IncludeKeyMaterial>,
    pub key_id: String,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for ListKeyRotationsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_KEY_ROTATIONS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            include_key_material: members.optional("IncludeKeyMaterial")?,
            key_id: members.required("KeyId")?,
            limit: members.optional("Limit")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "IncludeKeyMaterial", self.include_key_material);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Limit", self.limit);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListKeyRotationsResponse {
    pub next_marker: Option<String>,
    pub rotations: Option<Vec<RotationsListEntry>>,
    pub truncated: Option<bool>,
}

impl Shape for ListKeyRotationsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_KEY_ROTATIONS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            next_marker: members.optional("NextMarker")?,
            rotations: members.optional("Rotations")?,
            truncated: members.optional("Truncated")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "NextMarker", self.next_marker);
        put_some(&mut members, "Rotations", self.rotations);
        put_some(&mut members, "Truncated", self.truncated);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListKeysRequest {
    pub limit: Option<i32>,
    pub marker: Option<String>,
    pub resource_owners: Option<Vec<ResourceOwnerType>>,
}

impl Shape for ListKeysRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_KEYS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            limit: members.optional("Limit")?,
            marker: members.optional("Marker")?,
            resource_owners: members.optional("ResourceOwners")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Limit", self.limit);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "ResourceOwners", self.resource_owners);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListKeysResponse {
    pub keys: Option<Vec<KeyListEntry>>,
    pub next_marker: Option<String>,
    pub truncated: Option<bool>,
}

impl Shape for ListKeysResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_KEYS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            keys: members.optional("Keys")?,
            next_marker: members.optional("NextMarker")?,
            truncated: members.optional("Truncated")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Keys", self.keys);
        put_some(&mut members, "NextMarker", self.next_marker);
        put_some(&mut members, "Truncated", self.truncated);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListResourceTagsRequest {
    pub key_id: String,
    pub limit: Option<i32>,
    pub marker: Option<String>,
}

impl Shape for ListResourceTagsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_RESOURCE_TAGS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.required("KeyId")?,
            limit: members.optional("Limit")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Limit", self.limit);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListResourceTagsResponse {
    pub next_marker: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub truncated: Option<bool>,
}

impl Shape for ListResourceTagsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_RESOURCE_TAGS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            next_marker: members.optional("NextMarker")?,
            tags: members.optional("Tags")?,
            truncated: members.optional("Truncated")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "NextMarker", self.next_marker);
        put_some(&mut members, "Tags", self.tags);
        put_some(&mut members, "Truncated", self.truncated);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListRetirableGrantsRequest {
    pub limit: Option<i32>,
    pub marker: Option<String>,
    pub retiring_principal: Option<String>,
    pub retiring_service_principal: Option<String>,
}

impl Shape for ListRetirableGrantsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_RETIRABLE_GRANTS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            limit: members.optional("Limit")?,
            marker: members.optional("Marker")?,
            retiring_principal: members.optional("RetiringPrincipal")?,
            retiring_service_principal: members.optional("RetiringServicePrincipal")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Limit", self.limit);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "RetiringPrincipal", self.retiring_principal);
        put_some(&mut members, "RetiringServicePrincipal", self.retiring_service_principal);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MacAlgorithmSpec {
    HmacSha224,
    HmacSha256,
    HmacSha384,
    HmacSha512,
}

impl MacAlgorithmSpec {
    pub const ALL: &'static [Self] =
        &[Self::HmacSha224, Self::HmacSha256, Self::HmacSha384, Self::HmacSha512];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HmacSha224 => "HMAC_SHA_224",
            Self::HmacSha256 => "HMAC_SHA_256",
            Self::HmacSha384 => "HMAC_SHA_384",
            Self::HmacSha512 => "HMAC_SHA_512",
        }
    }
}

impl FromStr for MacAlgorithmSpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("MacAlgorithmSpec"))
    }
}

impl fmt::Display for MacAlgorithmSpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for MacAlgorithmSpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageType {
    Raw,
    Digest,
    ExternalMu,
}

impl MessageType {
    pub const ALL: &'static [Self] = &[Self::Raw, Self::Digest, Self::ExternalMu];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Raw => "RAW",
            Self::Digest => "DIGEST",
            Self::ExternalMu => "EXTERNAL_MU",
        }
    }
}

impl FromStr for MessageType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("MessageType"))
    }
}

impl fmt::Display for MessageType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for MessageType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct MultiRegionConfiguration {
    pub multi_region_key_type: Option<MultiRegionKeyType>,
    pub primary_key: Option<MultiRegionKey>,
    pub replica_keys: Option<Vec<MultiRegionKey>>,
}

impl Shape for MultiRegionConfiguration {
    const SCHEMA: &'static StructureSchema = &schemas::MULTI_REGION_CONFIGURATION;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            multi_region_key_type: members.optional("MultiRegionKeyType")?,
            primary_key: members.optional("PrimaryKey")?,
            replica_keys: members.optional("ReplicaKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "MultiRegionKeyType", self.multi_region_key_type);
        put_some(&mut members, "PrimaryKey", self.primary_key);
        put_some(&mut members, "ReplicaKeys", self.replica_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct MultiRegionKey {
    pub arn: Option<String>,
    pub region: Option<String>,
}

impl Shape for MultiRegionKey {
    const SCHEMA: &'static StructureSchema = &schemas::MULTI_REGION_KEY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { arn: members.optional("Arn")?, region: members.optional("Region")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "Region", self.region);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MultiRegionKeyType {
    Primary,
    Replica,
}

impl MultiRegionKeyType {
    pub const ALL: &'static [Self] = &[Self::Primary, Self::Replica];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Primary => "PRIMARY",
            Self::Replica => "REPLICA",
        }
    }
}

impl FromStr for MultiRegionKeyType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("MultiRegionKeyType"))
    }
}

impl fmt::Display for MultiRegionKeyType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for MultiRegionKeyType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OriginType {
    AwsKms,
    External,
    AwsCloudhsm,
    ExternalKeyStore,
}

impl OriginType {
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

impl FromStr for OriginType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("OriginType"))
    }
}

impl fmt::Display for OriginType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for OriginType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutKeyPolicyRequest {
    pub bypass_policy_lockout_safety_check: Option<bool>,
    pub key_id: String,
    pub policy: String,
    pub policy_name: Option<String>,
}

impl Shape for PutKeyPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_KEY_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            bypass_policy_lockout_safety_check: members.optional("BypassPolicyLockoutSafetyCheck")?,
            key_id: members.required("KeyId")?,
            policy: members.required("Policy")?,
            policy_name: members.optional("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "BypassPolicyLockoutSafetyCheck", self.bypass_policy_lockout_safety_check);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "Policy", self.policy);
        put_some(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct ReEncryptRequest {
    pub ciphertext_blob: Option<Vec<u8>>,
    pub destination_encryption_algorithm: Option<EncryptionAlgorithmSpec>,
    pub destination_encryption_context: Option<BTreeMap<String, String>>,
    pub destination_key_id: String,
    pub dry_run: Option<bool>,
    pub dry_run_modifiers: Option<Vec<DryRunModifierType>>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub source_encryption_algorithm: Option<EncryptionAlgorithmSpec>,
    pub source_encryption_context: Option<BTreeMap<String, String>>,
    pub source_key_id: Option<String>,
}

impl Shape for ReEncryptRequest {
    const SCHEMA: &'static StructureSchema = &schemas::RE_ENCRYPT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_blob: members.optional("CiphertextBlob")?,
            destination_encryption_algorithm: members.optional("DestinationEncryptionAlgorithm")?,
            destination_encryption_context: members.optional("DestinationEncryptionContext")?,
            destination_key_id: members.required("DestinationKeyId")?,
            dry_run: members.optional("DryRun")?,
            dry_run_modifiers: members.optional("DryRunModifiers")?,
            grant_tokens: members.optional("GrantTokens")?,
            source_encryption_algorithm: members.optional("SourceEncryptionAlgorithm")?,
            source_encryption_context: members.optional("SourceEncryptionContext")?,
            source_key_id: members.optional("SourceKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(10);
        put_some(&mut members, "CiphertextBlob", self.ciphertext_blob);
        put_some(&mut members, "DestinationEncryptionAlgorithm", self.destination_encryption_algorithm);
        put_some(&mut members, "DestinationEncryptionContext", self.destination_encryption_context);
        put(&mut members, "DestinationKeyId", self.destination_key_id);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "DryRunModifiers", self.dry_run_modifiers);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put_some(&mut members, "SourceEncryptionAlgorithm", self.source_encryption_algorithm);
        put_some(&mut members, "SourceEncryptionContext", self.source_encryption_context);
        put_some(&mut members, "SourceKeyId", self.source_key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ReEncryptResponse {
    pub ciphertext_blob: Option<Vec<u8>>,
    pub destination_encryption_algorithm: Option<EncryptionAlgorithmSpec>,
    pub destination_key_material_id: Option<String>,
    pub key_id: Option<String>,
    pub source_encryption_algorithm: Option<EncryptionAlgorithmSpec>,
    pub source_key_id: Option<String>,
    pub source_key_material_id: Option<String>,
}

impl Shape for ReEncryptResponse {
    const SCHEMA: &'static StructureSchema = &schemas::RE_ENCRYPT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ciphertext_blob: members.optional("CiphertextBlob")?,
            destination_encryption_algorithm: members.optional("DestinationEncryptionAlgorithm")?,
            destination_key_material_id: members.optional("DestinationKeyMaterialId")?,
            key_id: members.optional("KeyId")?,
            source_encryption_algorithm: members.optional("SourceEncryptionAlgorithm")?,
            source_key_id: members.optional("SourceKeyId")?,
            source_key_material_id: members.optional("SourceKeyMaterialId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put_some(&mut members, "CiphertextBlob", self.ciphertext_blob);
        put_some(&mut members, "DestinationEncryptionAlgorithm", self.destination_encryption_algorithm);
        put_some(&mut members, "DestinationKeyMaterialId", self.destination_key_material_id);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "SourceEncryptionAlgorithm", self.source_encryption_algorithm);
        put_some(&mut members, "SourceKeyId", self.source_key_id);
        put_some(&mut members, "SourceKeyMaterialId", self.source_key_material_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RecipientInfo {
    pub attestation_document: Option<Vec<u8>>,
    pub key_encryption_algorithm: Option<KeyEncryptionMechanism>,
}

impl Shape for RecipientInfo {
    const SCHEMA: &'static StructureSchema = &schemas::RECIPIENT_INFO;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            attestation_document: members.optional("AttestationDocument")?,
            key_encryption_algorithm: members.optional("KeyEncryptionAlgorithm")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "AttestationDocument", self.attestation_document);
        put_some(&mut members, "KeyEncryptionAlgorithm", self.key_encryption_algorithm);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ReplicateKeyRequest {
    pub bypass_policy_lockout_safety_check: Option<bool>,
    pub description: Option<String>,
    pub key_id: String,
    pub policy: Option<String>,
    pub replica_region: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ReplicateKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::REPLICATE_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            bypass_policy_lockout_safety_check: members.optional("BypassPolicyLockoutSafetyCheck")?,
            description: members.optional("Description")?,
            key_id: members.required("KeyId")?,
            policy: members.optional("Policy")?,
            replica_region: members.required("ReplicaRegion")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "BypassPolicyLockoutSafetyCheck", self.bypass_policy_lockout_safety_check);
        put_some(&mut members, "Description", self.description);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Policy", self.policy);
        put(&mut members, "ReplicaRegion", self.replica_region);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ReplicateKeyResponse {
    pub replica_key_metadata: Option<KeyMetadata>,
    pub replica_policy: Option<String>,
    pub replica_tags: Option<Vec<Tag>>,
}

impl Shape for ReplicateKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::REPLICATE_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            replica_key_metadata: members.optional("ReplicaKeyMetadata")?,
            replica_policy: members.optional("ReplicaPolicy")?,
            replica_tags: members.optional("ReplicaTags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "ReplicaKeyMetadata", self.replica_key_metadata);
        put_some(&mut members, "ReplicaPolicy", self.replica_policy);
        put_some(&mut members, "ReplicaTags", self.replica_tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResourceOwnerType {
    SelfValue,
    OtherAccountsViaRam,
}

impl ResourceOwnerType {
    pub const ALL: &'static [Self] = &[Self::SelfValue, Self::OtherAccountsViaRam];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SelfValue => "SELF",
            Self::OtherAccountsViaRam => "OTHER_ACCOUNTS_VIA_RAM",
        }
    }
}

impl FromStr for ResourceOwnerType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("ResourceOwnerType"))
    }
}

impl fmt::Display for ResourceOwnerType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ResourceOwnerType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Clone, Default)]
pub struct RetireGrantRequest {
    pub dry_run: Option<bool>,
    pub grant_id: Option<String>,
    pub grant_token: Option<SecretString>,
    pub key_id: Option<String>,
}

impl Shape for RetireGrantRequest {
    const SCHEMA: &'static StructureSchema = &schemas::RETIRE_GRANT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            grant_id: members.optional("GrantId")?,
            grant_token: members.optional("GrantToken")?,
            key_id: members.optional("KeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "GrantId", self.grant_id);
        put_some(&mut members, "GrantToken", self.grant_token);
        put_some(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RevokeGrantRequest {
    pub dry_run: Option<bool>,
    pub grant_id: String,
    pub key_id: String,
}

impl Shape for RevokeGrantRequest {
    const SCHEMA: &'static StructureSchema = &schemas::REVOKE_GRANT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            grant_id: members.required("GrantId")?,
            key_id: members.required("KeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "DryRun", self.dry_run);
        put(&mut members, "GrantId", self.grant_id);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RotateKeyOnDemandRequest {
    pub key_id: String,
}

impl Shape for RotateKeyOnDemandRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ROTATE_KEY_ON_DEMAND_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RotateKeyOnDemandResponse {
    pub key_id: Option<String>,
}

impl Shape for RotateKeyOnDemandResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ROTATE_KEY_ON_DEMAND_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.optional("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RotationType {
    Automatic,
    OnDemand,
}

impl RotationType {
    pub const ALL: &'static [Self] = &[Self::Automatic, Self::OnDemand];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Automatic => "AUTOMATIC",
            Self::OnDemand => "ON_DEMAND",
        }
    }
}

impl FromStr for RotationType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("RotationType"))
    }
}

impl fmt::Display for RotationType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for RotationType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct RotationsListEntry {
    pub expiration_model: Option<ExpirationModelType>,
    pub import_state: Option<ImportState>,
    pub key_id: Option<String>,
    pub key_material_description: Option<String>,
    pub key_material_id: Option<String>,
    pub key_material_state: Option<KeyMaterialState>,
    pub rotation_date: Option<Timestamp>,
    pub rotation_type: Option<RotationType>,
    pub valid_to: Option<Timestamp>,
}

impl Shape for RotationsListEntry {
    const SCHEMA: &'static StructureSchema = &schemas::ROTATIONS_LIST_ENTRY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            expiration_model: members.optional("ExpirationModel")?,
            import_state: members.optional("ImportState")?,
            key_id: members.optional("KeyId")?,
            key_material_description: members.optional("KeyMaterialDescription")?,
            key_material_id: members.optional("KeyMaterialId")?,
            key_material_state: members.optional("KeyMaterialState")?,
            rotation_date: members.optional("RotationDate")?,
            rotation_type: members.optional("RotationType")?,
            valid_to: members.optional("ValidTo")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(9);
        put_some(&mut members, "ExpirationModel", self.expiration_model);
        put_some(&mut members, "ImportState", self.import_state);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyMaterialDescription", self.key_material_description);
        put_some(&mut members, "KeyMaterialId", self.key_material_id);
        put_some(&mut members, "KeyMaterialState", self.key_material_state);
        put_some(&mut members, "RotationDate", self.rotation_date);
        put_some(&mut members, "RotationType", self.rotation_type);
        put_some(&mut members, "ValidTo", self.valid_to);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ScheduleKeyDeletionRequest {
    pub key_id: String,
    pub pending_window_in_days: Option<i32>,
}

impl Shape for ScheduleKeyDeletionRequest {
    const SCHEMA: &'static StructureSchema = &schemas::SCHEDULE_KEY_DELETION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.required("KeyId")?,
            pending_window_in_days: members.optional("PendingWindowInDays")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "PendingWindowInDays", self.pending_window_in_days);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ScheduleKeyDeletionResponse {
    pub deletion_date: Option<Timestamp>,
    pub key_id: Option<String>,
    pub key_state: Option<KeyState>,
    pub pending_window_in_days: Option<i32>,
}

impl Shape for ScheduleKeyDeletionResponse {
    const SCHEMA: &'static StructureSchema = &schemas::SCHEDULE_KEY_DELETION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            deletion_date: members.optional("DeletionDate")?,
            key_id: members.optional("KeyId")?,
            key_state: members.optional("KeyState")?,
            pending_window_in_days: members.optional("PendingWindowInDays")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "DeletionDate", self.deletion_date);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "KeyState", self.key_state);
        put_some(&mut members, "PendingWindowInDays", self.pending_window_in_days);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct SignRequest {
    pub dry_run: Option<bool>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub message: SecretBytes,
    pub message_type: Option<MessageType>,
    pub signing_algorithm: SigningAlgorithmSpec,
}

impl Shape for SignRequest {
    const SCHEMA: &'static StructureSchema = &schemas::SIGN_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            message: members.required("Message")?,
            message_type: members.optional("MessageType")?,
            signing_algorithm: members.required("SigningAlgorithm")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "Message", self.message);
        put_some(&mut members, "MessageType", self.message_type);
        put(&mut members, "SigningAlgorithm", self.signing_algorithm);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct SignResponse {
    pub key_id: Option<String>,
    pub signature: Option<Vec<u8>>,
    pub signing_algorithm: Option<SigningAlgorithmSpec>,
}

impl Shape for SignResponse {
    const SCHEMA: &'static StructureSchema = &schemas::SIGN_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.optional("KeyId")?,
            signature: members.optional("Signature")?,
            signing_algorithm: members.optional("SigningAlgorithm")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Signature", self.signature);
        put_some(&mut members, "SigningAlgorithm", self.signing_algorithm);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SigningAlgorithmSpec {
    RsassaPssSha256,
    RsassaPssSha384,
    RsassaPssSha512,
    RsassaPkcs1V15Sha256,
    RsassaPkcs1V15Sha384,
    RsassaPkcs1V15Sha512,
    EcdsaSha256,
    EcdsaSha384,
    EcdsaSha512,
    Sm2dsa,
    MlDsaShake256,
    Ed25519Sha512,
    Ed25519PhSha512,
}

impl SigningAlgorithmSpec {
    pub const ALL: &'static [Self] = &[
        Self::RsassaPssSha256,
        Self::RsassaPssSha384,
        Self::RsassaPssSha512,
        Self::RsassaPkcs1V15Sha256,
        Self::RsassaPkcs1V15Sha384,
        Self::RsassaPkcs1V15Sha512,
        Self::EcdsaSha256,
        Self::EcdsaSha384,
        Self::EcdsaSha512,
        Self::Sm2dsa,
        Self::MlDsaShake256,
        Self::Ed25519Sha512,
        Self::Ed25519PhSha512,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RsassaPssSha256 => "RSASSA_PSS_SHA_256",
            Self::RsassaPssSha384 => "RSASSA_PSS_SHA_384",
            Self::RsassaPssSha512 => "RSASSA_PSS_SHA_512",
            Self::RsassaPkcs1V15Sha256 => "RSASSA_PKCS1_V1_5_SHA_256",
            Self::RsassaPkcs1V15Sha384 => "RSASSA_PKCS1_V1_5_SHA_384",
            Self::RsassaPkcs1V15Sha512 => "RSASSA_PKCS1_V1_5_SHA_512",
            Self::EcdsaSha256 => "ECDSA_SHA_256",
            Self::EcdsaSha384 => "ECDSA_SHA_384",
            Self::EcdsaSha512 => "ECDSA_SHA_512",
            Self::Sm2dsa => "SM2DSA",
            Self::MlDsaShake256 => "ML_DSA_SHAKE_256",
            Self::Ed25519Sha512 => "ED25519_SHA_512",
            Self::Ed25519PhSha512 => "ED25519_PH_SHA_512",
        }
    }
}

impl FromStr for SigningAlgorithmSpec {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("SigningAlgorithmSpec"))
    }
}

impl fmt::Display for SigningAlgorithmSpec {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for SigningAlgorithmSpec {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct Tag {
    pub tag_key: String,
    pub tag_value: String,
}

impl Shape for Tag {
    const SCHEMA: &'static StructureSchema = &schemas::TAG;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tag_key: members.required("TagKey")?, tag_value: members.required("TagValue")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "TagKey", self.tag_key);
        put(&mut members, "TagValue", self.tag_value);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagResourceRequest {
    pub key_id: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagResourceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_RESOURCE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")?, tags: members.required("Tags")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagResourceRequest {
    pub key_id: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_RESOURCE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")?, tag_keys: members.required("TagKeys")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "TagKeys", self.tag_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateAliasRequest {
    pub alias_name: String,
    pub target_key_id: String,
}

impl Shape for UpdateAliasRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ALIAS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            alias_name: members.required("AliasName")?,
            target_key_id: members.required("TargetKeyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "AliasName", self.alias_name);
        put(&mut members, "TargetKeyId", self.target_key_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct UpdateCustomKeyStoreRequest {
    pub cloud_hsm_cluster_id: Option<String>,
    pub custom_key_store_id: String,
    pub key_store_password: Option<SecretString>,
    pub new_custom_key_store_name: Option<String>,
    pub xks_proxy_authentication_credential: Option<XksProxyAuthenticationCredentialType>,
    pub xks_proxy_connectivity: Option<XksProxyConnectivityType>,
    pub xks_proxy_uri_endpoint: Option<String>,
    pub xks_proxy_uri_path: Option<String>,
    pub xks_proxy_vpc_endpoint_service_name: Option<String>,
    pub xks_proxy_vpc_endpoint_service_owner: Option<String>,
}

impl Shape for UpdateCustomKeyStoreRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_CUSTOM_KEY_STORE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            cloud_hsm_cluster_id: members.optional("CloudHsmClusterId")?,
            custom_key_store_id: members.required("CustomKeyStoreId")?,
            key_store_password: members.optional("KeyStorePassword")?,
            new_custom_key_store_name: members.optional("NewCustomKeyStoreName")?,
            xks_proxy_authentication_credential: members.optional("XksProxyAuthenticationCredential")?,
            xks_proxy_connectivity: members.optional("XksProxyConnectivity")?,
            xks_proxy_uri_endpoint: members.optional("XksProxyUriEndpoint")?,
            xks_proxy_uri_path: members.optional("XksProxyUriPath")?,
            xks_proxy_vpc_endpoint_service_name: members.optional("XksProxyVpcEndpointServiceName")?,
            xks_proxy_vpc_endpoint_service_owner: members.optional("XksProxyVpcEndpointServiceOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(10);
        put_some(&mut members, "CloudHsmClusterId", self.cloud_hsm_cluster_id);
        put(&mut members, "CustomKeyStoreId", self.custom_key_store_id);
        put_some(&mut members, "KeyStorePassword", self.key_store_password);
        put_some(&mut members, "NewCustomKeyStoreName", self.new_custom_key_store_name);
        put_some(&mut members, "XksProxyAuthenticationCredential", self.xks_proxy_authentication_credential);
        put_some(&mut members, "XksProxyConnectivity", self.xks_proxy_connectivity);
        put_some(&mut members, "XksProxyUriEndpoint", self.xks_proxy_uri_endpoint);
        put_some(&mut members, "XksProxyUriPath", self.xks_proxy_uri_path);
        put_some(&mut members, "XksProxyVpcEndpointServiceName", self.xks_proxy_vpc_endpoint_service_name);
        put_some(&mut members, "XksProxyVpcEndpointServiceOwner", self.xks_proxy_vpc_endpoint_service_owner);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateCustomKeyStoreResponse {}

impl Shape for UpdateCustomKeyStoreResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_CUSTOM_KEY_STORE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateKeyDescriptionRequest {
    pub description: String,
    pub key_id: String,
}

impl Shape for UpdateKeyDescriptionRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_KEY_DESCRIPTION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { description: members.required("Description")?, key_id: members.required("KeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "Description", self.description);
        put(&mut members, "KeyId", self.key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdatePrimaryRegionRequest {
    pub key_id: String,
    pub primary_region: String,
}

impl Shape for UpdatePrimaryRegionRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_PRIMARY_REGION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.required("KeyId")?, primary_region: members.required("PrimaryRegion")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "PrimaryRegion", self.primary_region);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct VerifyMacRequest {
    pub dry_run: Option<bool>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub mac: Vec<u8>,
    pub mac_algorithm: MacAlgorithmSpec,
    pub message: SecretBytes,
}

impl Shape for VerifyMacRequest {
    const SCHEMA: &'static StructureSchema = &schemas::VERIFY_MAC_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            mac: members.required("Mac")?,
            mac_algorithm: members.required("MacAlgorithm")?,
            message: members.required("Message")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "Mac", self.mac);
        put(&mut members, "MacAlgorithm", self.mac_algorithm);
        put(&mut members, "Message", self.message);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct VerifyMacResponse {
    pub key_id: Option<String>,
    pub mac_algorithm: Option<MacAlgorithmSpec>,
    pub mac_valid: Option<bool>,
}

impl Shape for VerifyMacResponse {
    const SCHEMA: &'static StructureSchema = &schemas::VERIFY_MAC_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.optional("KeyId")?,
            mac_algorithm: members.optional("MacAlgorithm")?,
            mac_valid: members.optional("MacValid")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "MacAlgorithm", self.mac_algorithm);
        put_some(&mut members, "MacValid", self.mac_valid);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct VerifyRequest {
    pub dry_run: Option<bool>,
    pub grant_tokens: Option<Vec<SecretString>>,
    pub key_id: String,
    pub message: SecretBytes,
    pub message_type: Option<MessageType>,
    pub signature: Vec<u8>,
    pub signing_algorithm: SigningAlgorithmSpec,
}

impl Shape for VerifyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::VERIFY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            dry_run: members.optional("DryRun")?,
            grant_tokens: members.optional("GrantTokens")?,
            key_id: members.required("KeyId")?,
            message: members.required("Message")?,
            message_type: members.optional("MessageType")?,
            signature: members.required("Signature")?,
            signing_algorithm: members.required("SigningAlgorithm")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put_some(&mut members, "DryRun", self.dry_run);
        put_some(&mut members, "GrantTokens", self.grant_tokens);
        put(&mut members, "KeyId", self.key_id);
        put(&mut members, "Message", self.message);
        put_some(&mut members, "MessageType", self.message_type);
        put(&mut members, "Signature", self.signature);
        put(&mut members, "SigningAlgorithm", self.signing_algorithm);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct VerifyResponse {
    pub key_id: Option<String>,
    pub signature_valid: Option<bool>,
    pub signing_algorithm: Option<SigningAlgorithmSpec>,
}

impl Shape for VerifyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::VERIFY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            key_id: members.optional("KeyId")?,
            signature_valid: members.optional("SignatureValid")?,
            signing_algorithm: members.optional("SigningAlgorithm")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "SignatureValid", self.signature_valid);
        put_some(&mut members, "SigningAlgorithm", self.signing_algorithm);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WrappingKeySpec {
    Rsa2048,
    Rsa3072,
    Rsa4096,
    Sm2,
}

impl WrappingKeySpec {
    pub const ALL: &'static [Self] = &[Self::Rsa2048, Self::Rsa3072, Self::Rsa4096, Self::Sm2];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rsa2048 => "RSA_2048",
            Self::Rsa3072 => "RSA_3072",
            Self::Rsa4096 => "RSA_4096",
            Self::Sm2 => "SM2",
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

#[derive(Debug, Clone, Default)]
pub struct XksKeyConfigurationType {
    pub id: Option<String>,
}

impl Shape for XksKeyConfigurationType {
    const SCHEMA: &'static StructureSchema = &schemas::XKS_KEY_CONFIGURATION_TYPE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { id: members.optional("Id")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Id", self.id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct XksProxyAuthenticationCredentialType {
    pub access_key_id: SecretString,
    pub raw_secret_access_key: SecretString,
}

impl Shape for XksProxyAuthenticationCredentialType {
    const SCHEMA: &'static StructureSchema = &schemas::XKS_PROXY_AUTHENTICATION_CREDENTIAL_TYPE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_key_id: members.required("AccessKeyId")?,
            raw_secret_access_key: members.required("RawSecretAccessKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "AccessKeyId", self.access_key_id);
        put(&mut members, "RawSecretAccessKey", self.raw_secret_access_key);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct XksProxyConfigurationType {
    pub access_key_id: Option<SecretString>,
    pub connectivity: Option<XksProxyConnectivityType>,
    pub uri_endpoint: Option<String>,
    pub uri_path: Option<String>,
    pub vpc_endpoint_service_name: Option<String>,
    pub vpc_endpoint_service_owner: Option<String>,
}

impl Shape for XksProxyConfigurationType {
    const SCHEMA: &'static StructureSchema = &schemas::XKS_PROXY_CONFIGURATION_TYPE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_key_id: members.optional("AccessKeyId")?,
            connectivity: members.optional("Connectivity")?,
            uri_endpoint: members.optional("UriEndpoint")?,
            uri_path: members.optional("UriPath")?,
            vpc_endpoint_service_name: members.optional("VpcEndpointServiceName")?,
            vpc_endpoint_service_owner: members.optional("VpcEndpointServiceOwner")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "AccessKeyId", self.access_key_id);
        put_some(&mut members, "Connectivity", self.connectivity);
        put_some(&mut members, "UriEndpoint", self.uri_endpoint);
        put_some(&mut members, "UriPath", self.uri_path);
        put_some(&mut members, "VpcEndpointServiceName", self.vpc_endpoint_service_name);
        put_some(&mut members, "VpcEndpointServiceOwner", self.vpc_endpoint_service_owner);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum XksProxyConnectivityType {
    PublicEndpoint,
    VpcEndpointService,
}

impl XksProxyConnectivityType {
    pub const ALL: &'static [Self] = &[Self::PublicEndpoint, Self::VpcEndpointService];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PublicEndpoint => "PUBLIC_ENDPOINT",
            Self::VpcEndpointService => "VPC_ENDPOINT_SERVICE",
        }
    }
}

impl FromStr for XksProxyConnectivityType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("XksProxyConnectivityType"))
    }
}

impl fmt::Display for XksProxyConnectivityType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for XksProxyConnectivityType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateAliasResponse {}

impl Shape for CreateAliasResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ALIAS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteAliasResponse {}

impl Shape for DeleteAliasResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ALIAS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableKeyResponse {}

impl Shape for DisableKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableKeyRotationResponse {}

impl Shape for DisableKeyRotationResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_KEY_ROTATION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableKeyResponse {}

impl Shape for EnableKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableKeyRotationResponse {}

impl Shape for EnableKeyRotationResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_KEY_ROTATION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutKeyPolicyResponse {}

impl Shape for PutKeyPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_KEY_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct RetireGrantResponse {}

impl Shape for RetireGrantResponse {
    const SCHEMA: &'static StructureSchema = &schemas::RETIRE_GRANT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct RevokeGrantResponse {}

impl Shape for RevokeGrantResponse {
    const SCHEMA: &'static StructureSchema = &schemas::REVOKE_GRANT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagResourceResponse {}

impl Shape for TagResourceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_RESOURCE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagResourceResponse {}

impl Shape for UntagResourceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_RESOURCE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateAliasResponse {}

impl Shape for UpdateAliasResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ALIAS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateKeyDescriptionResponse {}

impl Shape for UpdateKeyDescriptionResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_KEY_DESCRIPTION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdatePrimaryRegionResponse {}

impl Shape for UpdatePrimaryRegionResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_PRIMARY_REGION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

pub mod errors {
    use super::ErrorCode;

    pub static ALREADY_EXISTS_EXCEPTION: ErrorCode = ErrorCode {
        name: "AlreadyExistsException",
        code: "AlreadyExistsException",
        status: 400,
        sender_fault: true,
    };

    pub static CLOUD_HSM_CLUSTER_IN_USE_EXCEPTION: ErrorCode = ErrorCode {
        name: "CloudHsmClusterInUseException",
        code: "CloudHsmClusterInUseException",
        status: 400,
        sender_fault: true,
    };

    pub static CLOUD_HSM_CLUSTER_INVALID_CONFIGURATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "CloudHsmClusterInvalidConfigurationException",
        code: "CloudHsmClusterInvalidConfigurationException",
        status: 400,
        sender_fault: true,
    };

    pub static CLOUD_HSM_CLUSTER_NOT_ACTIVE_EXCEPTION: ErrorCode = ErrorCode {
        name: "CloudHsmClusterNotActiveException",
        code: "CloudHsmClusterNotActiveException",
        status: 400,
        sender_fault: true,
    };

    pub static CLOUD_HSM_CLUSTER_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "CloudHsmClusterNotFoundException",
        code: "CloudHsmClusterNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static CLOUD_HSM_CLUSTER_NOT_RELATED_EXCEPTION: ErrorCode = ErrorCode {
        name: "CloudHsmClusterNotRelatedException",
        code: "CloudHsmClusterNotRelatedException",
        status: 400,
        sender_fault: true,
    };

    pub static CONFLICT_EXCEPTION: ErrorCode =
        ErrorCode { name: "ConflictException", code: "ConflictException", status: 400, sender_fault: true };

    pub static CUSTOM_KEY_STORE_HAS_CM_KS_EXCEPTION: ErrorCode = ErrorCode {
        name: "CustomKeyStoreHasCMKsException",
        code: "CustomKeyStoreHasCMKsException",
        status: 400,
        sender_fault: true,
    };

    pub static CUSTOM_KEY_STORE_INVALID_STATE_EXCEPTION: ErrorCode = ErrorCode {
        name: "CustomKeyStoreInvalidStateException",
        code: "CustomKeyStoreInvalidStateException",
        status: 400,
        sender_fault: true,
    };

    pub static CUSTOM_KEY_STORE_NAME_IN_USE_EXCEPTION: ErrorCode = ErrorCode {
        name: "CustomKeyStoreNameInUseException",
        code: "CustomKeyStoreNameInUseException",
        status: 400,
        sender_fault: true,
    };

    pub static CUSTOM_KEY_STORE_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "CustomKeyStoreNotFoundException",
        code: "CustomKeyStoreNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static DEPENDENCY_TIMEOUT_EXCEPTION: ErrorCode = ErrorCode {
        name: "DependencyTimeoutException",
        code: "DependencyTimeoutException",
        status: 500,
        sender_fault: false,
    };

    pub static DISABLED_EXCEPTION: ErrorCode =
        ErrorCode { name: "DisabledException", code: "DisabledException", status: 400, sender_fault: true };

    pub static DRY_RUN_OPERATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "DryRunOperationException",
        code: "DryRunOperationException",
        status: 400,
        sender_fault: true,
    };

    pub static EXPIRED_IMPORT_TOKEN_EXCEPTION: ErrorCode = ErrorCode {
        name: "ExpiredImportTokenException",
        code: "ExpiredImportTokenException",
        status: 400,
        sender_fault: true,
    };

    pub static INCORRECT_KEY_EXCEPTION: ErrorCode = ErrorCode {
        name: "IncorrectKeyException",
        code: "IncorrectKeyException",
        status: 400,
        sender_fault: true,
    };

    pub static INCORRECT_KEY_MATERIAL_EXCEPTION: ErrorCode = ErrorCode {
        name: "IncorrectKeyMaterialException",
        code: "IncorrectKeyMaterialException",
        status: 400,
        sender_fault: true,
    };

    pub static INCORRECT_TRUST_ANCHOR_EXCEPTION: ErrorCode = ErrorCode {
        name: "IncorrectTrustAnchorException",
        code: "IncorrectTrustAnchorException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_ALIAS_NAME_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidAliasNameException",
        code: "InvalidAliasNameException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_ARN_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidArnException",
        code: "InvalidArnException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_CIPHERTEXT_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidCiphertextException",
        code: "InvalidCiphertextException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_GRANT_ID_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidGrantIdException",
        code: "InvalidGrantIdException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_GRANT_TOKEN_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidGrantTokenException",
        code: "InvalidGrantTokenException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_IMPORT_TOKEN_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidImportTokenException",
        code: "InvalidImportTokenException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_KEY_USAGE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidKeyUsageException",
        code: "InvalidKeyUsageException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_MARKER_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidMarkerException",
        code: "InvalidMarkerException",
        status: 400,
        sender_fault: true,
    };

    pub static KMS_INTERNAL_EXCEPTION: ErrorCode = ErrorCode {
        name: "KMSInternalException",
        code: "KMSInternalException",
        status: 500,
        sender_fault: false,
    };

    pub static KMS_INVALID_MAC_EXCEPTION: ErrorCode = ErrorCode {
        name: "KMSInvalidMacException",
        code: "KMSInvalidMacException",
        status: 400,
        sender_fault: true,
    };

    pub static KMS_INVALID_SIGNATURE_EXCEPTION: ErrorCode = ErrorCode {
        name: "KMSInvalidSignatureException",
        code: "KMSInvalidSignatureException",
        status: 400,
        sender_fault: true,
    };

    pub static KMS_INVALID_STATE_EXCEPTION: ErrorCode = ErrorCode {
        name: "KMSInvalidStateException",
        code: "KMSInvalidStateException",
        status: 400,
        sender_fault: true,
    };

    pub static KEY_UNAVAILABLE_EXCEPTION: ErrorCode = ErrorCode {
        name: "KeyUnavailableException",
        code: "KeyUnavailableException",
        status: 500,
        sender_fault: false,
    };

    pub static LIMIT_EXCEEDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "LimitExceededException",
        code: "LimitExceededException",
        status: 400,
        sender_fault: true,
    };

    pub static MALFORMED_POLICY_DOCUMENT_EXCEPTION: ErrorCode = ErrorCode {
        name: "MalformedPolicyDocumentException",
        code: "MalformedPolicyDocumentException",
        status: 400,
        sender_fault: true,
    };

    pub static NOT_FOUND_EXCEPTION: ErrorCode =
        ErrorCode { name: "NotFoundException", code: "NotFoundException", status: 400, sender_fault: true };

    pub static TAG_EXCEPTION: ErrorCode =
        ErrorCode { name: "TagException", code: "TagException", status: 400, sender_fault: true };

    pub static UNSUPPORTED_OPERATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "UnsupportedOperationException",
        code: "UnsupportedOperationException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_KEY_ALREADY_IN_USE_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksKeyAlreadyInUseException",
        code: "XksKeyAlreadyInUseException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_KEY_INVALID_CONFIGURATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksKeyInvalidConfigurationException",
        code: "XksKeyInvalidConfigurationException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_KEY_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksKeyNotFoundException",
        code: "XksKeyNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_PROXY_INCORRECT_AUTHENTICATION_CREDENTIAL_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksProxyIncorrectAuthenticationCredentialException",
        code: "XksProxyIncorrectAuthenticationCredentialException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_PROXY_INVALID_CONFIGURATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksProxyInvalidConfigurationException",
        code: "XksProxyInvalidConfigurationException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_PROXY_INVALID_RESPONSE_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksProxyInvalidResponseException",
        code: "XksProxyInvalidResponseException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_PROXY_URI_ENDPOINT_IN_USE_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksProxyUriEndpointInUseException",
        code: "XksProxyUriEndpointInUseException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_PROXY_URI_IN_USE_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksProxyUriInUseException",
        code: "XksProxyUriInUseException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_PROXY_URI_UNREACHABLE_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksProxyUriUnreachableException",
        code: "XksProxyUriUnreachableException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_PROXY_VPC_ENDPOINT_SERVICE_IN_USE_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksProxyVpcEndpointServiceInUseException",
        code: "XksProxyVpcEndpointServiceInUseException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_PROXY_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksProxyVpcEndpointServiceInvalidConfigurationException",
        code: "XksProxyVpcEndpointServiceInvalidConfigurationException",
        status: 400,
        sender_fault: true,
    };

    pub static XKS_PROXY_VPC_ENDPOINT_SERVICE_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "XksProxyVpcEndpointServiceNotFoundException",
        code: "XksProxyVpcEndpointServiceNotFoundException",
        status: 400,
        sender_fault: true,
    };
}

mod schemas {
    use crate::{
        BlobSchema, ListSchema, MapSchema, MemberSchema, Pattern, Schema, StringSchema, StructureSchema,
        TimestampFormat,
    };

    pub(super) static ACCOUNT_ID_TYPE: StringSchema = StringSchema {
        name: "AccountIdType",
        sensitive: false,
        min: Some(12),
        max: Some(12),
        pattern: Some(&ACCOUNT_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ALGORITHM_SPEC: StringSchema = StringSchema {
        name: "AlgorithmSpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "RSAES_PKCS1_V1_5",
            "RSAES_OAEP_SHA_1",
            "RSAES_OAEP_SHA_256",
            "RSA_AES_KEY_WRAP_SHA_1",
            "RSA_AES_KEY_WRAP_SHA_256",
            "SM2PKE",
        ],
    };

    pub(super) static ALIAS_LIST: ListSchema = ListSchema {
        name: "AliasList",
        member: Schema::Structure(&ALIAS_LIST_ENTRY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ALIAS_LIST_ENTRY: StructureSchema = StructureSchema {
        name: "AliasListEntry",
        members: &[
            MemberSchema::optional("AliasArn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("AliasName", Schema::String(&ALIAS_NAME_TYPE)),
            MemberSchema::optional("CreationDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("LastUpdatedDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("TargetKeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static ALIAS_NAME_TYPE: StringSchema = StringSchema {
        name: "AliasNameType",
        sensitive: false,
        min: Some(1),
        max: Some(256),
        pattern: Some(&ALIAS_NAME_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ARN_TYPE: StringSchema = StringSchema {
        name: "ArnType",
        sensitive: false,
        min: Some(20),
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static ATTESTATION_DOCUMENT_TYPE: BlobSchema =
        BlobSchema { name: "AttestationDocumentType", sensitive: false, min: Some(1), max: Some(262144) };

    pub(super) static BACKING_KEY_ID_RESPONSE_TYPE: StringSchema = StringSchema {
        name: "BackingKeyIdResponseType",
        sensitive: false,
        min: Some(0),
        max: Some(64),
        pattern: Some(&BACKING_KEY_ID_RESPONSE_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static BACKING_KEY_ID_TYPE: StringSchema = StringSchema {
        name: "BackingKeyIdType",
        sensitive: false,
        min: Some(64),
        max: Some(64),
        pattern: Some(&BACKING_KEY_ID_RESPONSE_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CANCEL_KEY_DELETION_REQUEST: StructureSchema = StructureSchema {
        name: "CancelKeyDeletionRequest",
        members: &[MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE))],
    };

    pub(super) static CANCEL_KEY_DELETION_RESPONSE: StructureSchema = StructureSchema {
        name: "CancelKeyDeletionResponse",
        members: &[MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE))],
    };

    pub(super) static CIPHERTEXT_TYPE: BlobSchema =
        BlobSchema { name: "CiphertextType", sensitive: false, min: Some(1), max: Some(6144) };

    pub(super) static CLOUD_HSM_CLUSTER_ID_TYPE: StringSchema = StringSchema {
        name: "CloudHsmClusterIdType",
        sensitive: false,
        min: Some(19),
        max: Some(24),
        pattern: Some(&CLOUD_HSM_CLUSTER_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CONNECT_CUSTOM_KEY_STORE_REQUEST: StructureSchema = StructureSchema {
        name: "ConnectCustomKeyStoreRequest",
        members: &[MemberSchema::required("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE))],
    };

    pub(super) static CONNECT_CUSTOM_KEY_STORE_RESPONSE: StructureSchema =
        StructureSchema { name: "ConnectCustomKeyStoreResponse", members: &[] };

    pub(super) static CONNECTION_ERROR_CODE_TYPE: StringSchema = StringSchema {
        name: "ConnectionErrorCodeType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "INVALID_CREDENTIALS",
            "CLUSTER_NOT_FOUND",
            "NETWORK_ERRORS",
            "INTERNAL_ERROR",
            "INSUFFICIENT_CLOUDHSM_HSMS",
            "USER_LOCKED_OUT",
            "USER_NOT_FOUND",
            "USER_LOGGED_IN",
            "SUBNET_NOT_FOUND",
            "INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET",
            "XKS_PROXY_ACCESS_DENIED",
            "XKS_PROXY_NOT_REACHABLE",
            "XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND",
            "XKS_PROXY_INVALID_RESPONSE",
            "XKS_PROXY_INVALID_CONFIGURATION",
            "XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION",
            "XKS_PROXY_TIMED_OUT",
            "XKS_PROXY_INVALID_TLS_CONFIGURATION",
        ],
    };

    pub(super) static CONNECTION_STATE_TYPE: StringSchema = StringSchema {
        name: "ConnectionStateType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["CONNECTED", "CONNECTING", "FAILED", "DISCONNECTED", "DISCONNECTING"],
    };

    pub(super) static CREATE_ALIAS_REQUEST: StructureSchema = StructureSchema {
        name: "CreateAliasRequest",
        members: &[
            MemberSchema::required("AliasName", Schema::String(&ALIAS_NAME_TYPE)),
            MemberSchema::required("TargetKeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static CREATE_CUSTOM_KEY_STORE_REQUEST: StructureSchema = StructureSchema {
        name: "CreateCustomKeyStoreRequest",
        members: &[
            MemberSchema::optional("CloudHsmClusterId", Schema::String(&CLOUD_HSM_CLUSTER_ID_TYPE)),
            MemberSchema::required("CustomKeyStoreName", Schema::String(&CUSTOM_KEY_STORE_NAME_TYPE)),
            MemberSchema::optional("CustomKeyStoreType", Schema::String(&CUSTOM_KEY_STORE_TYPE)),
            MemberSchema::optional("KeyStorePassword", Schema::String(&KEY_STORE_PASSWORD_TYPE)),
            MemberSchema::optional("TrustAnchorCertificate", Schema::String(&TRUST_ANCHOR_CERTIFICATE_TYPE)),
            MemberSchema::optional(
                "XksProxyAuthenticationCredential",
                Schema::Structure(&XKS_PROXY_AUTHENTICATION_CREDENTIAL_TYPE),
            ),
            MemberSchema::optional("XksProxyConnectivity", Schema::String(&XKS_PROXY_CONNECTIVITY_TYPE)),
            MemberSchema::optional("XksProxyUriEndpoint", Schema::String(&XKS_PROXY_URI_ENDPOINT_TYPE)),
            MemberSchema::optional("XksProxyUriPath", Schema::String(&XKS_PROXY_URI_PATH_TYPE)),
            MemberSchema::optional(
                "XksProxyVpcEndpointServiceName",
                Schema::String(&XKS_PROXY_VPC_ENDPOINT_SERVICE_NAME_TYPE),
            ),
            MemberSchema::optional("XksProxyVpcEndpointServiceOwner", Schema::String(&ACCOUNT_ID_TYPE)),
        ],
    };

    pub(super) static CREATE_CUSTOM_KEY_STORE_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateCustomKeyStoreResponse",
        members: &[MemberSchema::optional("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE))],
    };

    pub(super) static CREATE_GRANT_REQUEST: StructureSchema = StructureSchema {
        name: "CreateGrantRequest",
        members: &[
            MemberSchema::optional("Constraints", Schema::Structure(&GRANT_CONSTRAINTS)),
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::optional("GranteePrincipal", Schema::String(&PRINCIPAL_ID_TYPE)),
            MemberSchema::optional("GranteeServicePrincipal", Schema::String(&SERVICE_PRINCIPAL_TYPE)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Name", Schema::String(&GRANT_NAME_TYPE)),
            MemberSchema::required("Operations", Schema::List(&GRANT_OPERATION_LIST)),
            MemberSchema::optional("RetiringPrincipal", Schema::String(&PRINCIPAL_ID_TYPE)),
            MemberSchema::optional("RetiringServicePrincipal", Schema::String(&SERVICE_PRINCIPAL_TYPE)),
        ],
    };

    pub(super) static CREATE_GRANT_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateGrantResponse",
        members: &[
            MemberSchema::optional("GrantId", Schema::String(&GRANT_ID_TYPE)),
            MemberSchema::optional("GrantToken", Schema::String(&GRANT_TOKEN_TYPE)),
        ],
    };

    pub(super) static CREATE_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "CreateKeyRequest",
        members: &[
            MemberSchema::optional("BypassPolicyLockoutSafetyCheck", Schema::Boolean),
            MemberSchema::optional("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE)),
            MemberSchema::optional("CustomerMasterKeySpec", Schema::String(&CUSTOMER_MASTER_KEY_SPEC)),
            MemberSchema::optional("Description", Schema::String(&DESCRIPTION_TYPE)),
            MemberSchema::optional("KeySpec", Schema::String(&KEY_SPEC)),
            MemberSchema::optional("KeyUsage", Schema::String(&KEY_USAGE_TYPE)),
            MemberSchema::optional("MultiRegion", Schema::Boolean),
            MemberSchema::optional("Origin", Schema::String(&ORIGIN_TYPE)),
            MemberSchema::optional("Policy", Schema::String(&POLICY_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST)),
            MemberSchema::optional("XksKeyId", Schema::String(&XKS_KEY_ID_TYPE)),
        ],
    };

    pub(super) static CREATE_KEY_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateKeyResponse",
        members: &[MemberSchema::optional("KeyMetadata", Schema::Structure(&KEY_METADATA))],
    };

    pub(super) static CUSTOM_KEY_STORE_ID_TYPE: StringSchema = StringSchema {
        name: "CustomKeyStoreIdType",
        sensitive: false,
        min: Some(1),
        max: Some(64),
        pattern: None,
        values: &[],
    };

    pub(super) static CUSTOM_KEY_STORE_NAME_TYPE: StringSchema = StringSchema {
        name: "CustomKeyStoreNameType",
        sensitive: false,
        min: Some(1),
        max: Some(256),
        pattern: None,
        values: &[],
    };

    pub(super) static CUSTOM_KEY_STORE_TYPE: StringSchema = StringSchema {
        name: "CustomKeyStoreType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"],
    };

    pub(super) static CUSTOM_KEY_STORES_LIST: ListSchema = ListSchema {
        name: "CustomKeyStoresList",
        member: Schema::Structure(&CUSTOM_KEY_STORES_LIST_ENTRY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static CUSTOM_KEY_STORES_LIST_ENTRY: StructureSchema = StructureSchema {
        name: "CustomKeyStoresListEntry",
        members: &[
            MemberSchema::optional("CloudHsmClusterId", Schema::String(&CLOUD_HSM_CLUSTER_ID_TYPE)),
            MemberSchema::optional("ConnectionErrorCode", Schema::String(&CONNECTION_ERROR_CODE_TYPE)),
            MemberSchema::optional("ConnectionState", Schema::String(&CONNECTION_STATE_TYPE)),
            MemberSchema::optional("CreationDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE)),
            MemberSchema::optional("CustomKeyStoreName", Schema::String(&CUSTOM_KEY_STORE_NAME_TYPE)),
            MemberSchema::optional("CustomKeyStoreType", Schema::String(&CUSTOM_KEY_STORE_TYPE)),
            MemberSchema::optional("TrustAnchorCertificate", Schema::String(&TRUST_ANCHOR_CERTIFICATE_TYPE)),
            MemberSchema::optional("XksProxyConfiguration", Schema::Structure(&XKS_PROXY_CONFIGURATION_TYPE)),
        ],
    };

    pub(super) static CUSTOMER_MASTER_KEY_SPEC: StringSchema = StringSchema {
        name: "CustomerMasterKeySpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "RSA_2048",
            "RSA_3072",
            "RSA_4096",
            "ECC_NIST_P256",
            "ECC_NIST_P384",
            "ECC_NIST_P521",
            "ECC_SECG_P256K1",
            "SYMMETRIC_DEFAULT",
            "HMAC_224",
            "HMAC_256",
            "HMAC_384",
            "HMAC_512",
            "SM2",
        ],
    };

    pub(super) static DATA_KEY_PAIR_SPEC: StringSchema = StringSchema {
        name: "DataKeyPairSpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "RSA_2048",
            "RSA_3072",
            "RSA_4096",
            "ECC_NIST_P256",
            "ECC_NIST_P384",
            "ECC_NIST_P521",
            "ECC_SECG_P256K1",
            "SM2",
            "ECC_NIST_EDWARDS25519",
            "ML_KEM_512",
            "ML_KEM_768",
            "ML_KEM_1024",
        ],
    };

    pub(super) static DATA_KEY_SPEC: StringSchema = StringSchema {
        name: "DataKeySpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["AES_256", "AES_128"],
    };

    pub(super) static DECAPSULATE_REQUEST: StructureSchema = StructureSchema {
        name: "DecapsulateRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::required("EncapsulationAlgorithm", Schema::String(&ENCAPSULATION_ALGORITHM_SPEC)),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("SharedSecretCiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
        ],
    };

    pub(super) static DECAPSULATE_RESPONSE: StructureSchema = StructureSchema {
        name: "DecapsulateResponse",
        members: &[
            MemberSchema::optional("EncapsulationAlgorithm", Schema::String(&ENCAPSULATION_ALGORITHM_SPEC)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("SharedSecret", Schema::Blob(&PLAINTEXT_TYPE)),
        ],
    };

    pub(super) static DECRYPT_REQUEST: StructureSchema = StructureSchema {
        name: "DecryptRequest",
        members: &[
            MemberSchema::optional("CiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("DryRunModifiers", Schema::List(&DRY_RUN_MODIFIER_LIST)),
            MemberSchema::optional("EncryptionAlgorithm", Schema::String(&ENCRYPTION_ALGORITHM_SPEC)),
            MemberSchema::optional("EncryptionContext", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Recipient", Schema::Structure(&RECIPIENT_INFO)),
        ],
    };

    pub(super) static DECRYPT_RESPONSE: StructureSchema = StructureSchema {
        name: "DecryptResponse",
        members: &[
            MemberSchema::optional("CiphertextForRecipient", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("EncryptionAlgorithm", Schema::String(&ENCRYPTION_ALGORITHM_SPEC)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
            MemberSchema::optional("Plaintext", Schema::Blob(&PLAINTEXT_TYPE)),
        ],
    };

    pub(super) static DELETE_ALIAS_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteAliasRequest",
        members: &[MemberSchema::required("AliasName", Schema::String(&ALIAS_NAME_TYPE))],
    };

    pub(super) static DELETE_CUSTOM_KEY_STORE_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteCustomKeyStoreRequest",
        members: &[MemberSchema::required("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE))],
    };

    pub(super) static DELETE_CUSTOM_KEY_STORE_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteCustomKeyStoreResponse", members: &[] };

    pub(super) static DELETE_IMPORTED_KEY_MATERIAL_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteImportedKeyMaterialRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
        ],
    };

    pub(super) static DELETE_IMPORTED_KEY_MATERIAL_RESPONSE: StructureSchema = StructureSchema {
        name: "DeleteImportedKeyMaterialResponse",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_RESPONSE_TYPE)),
        ],
    };

    pub(super) static DERIVE_SHARED_SECRET_REQUEST: StructureSchema = StructureSchema {
        name: "DeriveSharedSecretRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyAgreementAlgorithm", Schema::String(&KEY_AGREEMENT_ALGORITHM_SPEC)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("PublicKey", Schema::Blob(&PUBLIC_KEY_TYPE)),
            MemberSchema::optional("Recipient", Schema::Structure(&RECIPIENT_INFO)),
        ],
    };

    pub(super) static DERIVE_SHARED_SECRET_RESPONSE: StructureSchema = StructureSchema {
        name: "DeriveSharedSecretResponse",
        members: &[
            MemberSchema::optional("CiphertextForRecipient", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("KeyAgreementAlgorithm", Schema::String(&KEY_AGREEMENT_ALGORITHM_SPEC)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyOrigin", Schema::String(&ORIGIN_TYPE)),
            MemberSchema::optional("SharedSecret", Schema::Blob(&PLAINTEXT_TYPE)),
        ],
    };

    pub(super) static DESCRIBE_CUSTOM_KEY_STORES_REQUEST: StructureSchema = StructureSchema {
        name: "DescribeCustomKeyStoresRequest",
        members: &[
            MemberSchema::optional("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE)),
            MemberSchema::optional("CustomKeyStoreName", Schema::String(&CUSTOM_KEY_STORE_NAME_TYPE)),
            MemberSchema::optional("Limit", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
        ],
    };

    pub(super) static DESCRIBE_CUSTOM_KEY_STORES_RESPONSE: StructureSchema = StructureSchema {
        name: "DescribeCustomKeyStoresResponse",
        members: &[
            MemberSchema::optional("CustomKeyStores", Schema::List(&CUSTOM_KEY_STORES_LIST)),
            MemberSchema::optional("NextMarker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("Truncated", Schema::Boolean),
        ],
    };

    pub(super) static DESCRIBE_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "DescribeKeyRequest",
        members: &[
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static DESCRIBE_KEY_RESPONSE: StructureSchema = StructureSchema {
        name: "DescribeKeyResponse",
        members: &[MemberSchema::optional("KeyMetadata", Schema::Structure(&KEY_METADATA))],
    };

    pub(super) static DESCRIPTION_TYPE: StringSchema = StringSchema {
        name: "DescriptionType",
        sensitive: false,
        min: Some(0),
        max: Some(8192),
        pattern: None,
        values: &[],
    };

    pub(super) static DISABLE_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "DisableKeyRequest",
        members: &[MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE))],
    };

    pub(super) static DISABLE_KEY_ROTATION_REQUEST: StructureSchema = StructureSchema {
        name: "DisableKeyRotationRequest",
        members: &[MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE))],
    };

    pub(super) static DISCONNECT_CUSTOM_KEY_STORE_REQUEST: StructureSchema = StructureSchema {
        name: "DisconnectCustomKeyStoreRequest",
        members: &[MemberSchema::required("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE))],
    };

    pub(super) static DISCONNECT_CUSTOM_KEY_STORE_RESPONSE: StructureSchema =
        StructureSchema { name: "DisconnectCustomKeyStoreResponse", members: &[] };

    pub(super) static DRY_RUN_MODIFIER_LIST: ListSchema = ListSchema {
        name: "DryRunModifierList",
        member: Schema::String(&DRY_RUN_MODIFIER_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static DRY_RUN_MODIFIER_TYPE: StringSchema = StringSchema {
        name: "DryRunModifierType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["IGNORE_CIPHERTEXT"],
    };

    pub(super) static ENABLE_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "EnableKeyRequest",
        members: &[MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE))],
    };

    pub(super) static ENABLE_KEY_ROTATION_REQUEST: StructureSchema = StructureSchema {
        name: "EnableKeyRotationRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional(
                "RotationPeriodInDays",
                Schema::Integer { min: Some(90), max: Some(2560) },
            ),
        ],
    };

    pub(super) static ENCAPSULATE_REQUEST: StructureSchema = StructureSchema {
        name: "EncapsulateRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::required("EncapsulationAlgorithm", Schema::String(&ENCAPSULATION_ALGORITHM_SPEC)),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static ENCAPSULATE_RESPONSE: StructureSchema = StructureSchema {
        name: "EncapsulateResponse",
        members: &[
            MemberSchema::optional("EncapsulationAlgorithm", Schema::String(&ENCAPSULATION_ALGORITHM_SPEC)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("SharedSecret", Schema::Blob(&PLAINTEXT_TYPE)),
            MemberSchema::optional("SharedSecretCiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
        ],
    };

    pub(super) static ENCAPSULATION_ALGORITHM_SPEC: StringSchema = StringSchema {
        name: "EncapsulationAlgorithmSpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ML_KEM"],
    };

    pub(super) static ENCAPSULATION_ALGORITHM_SPEC_LIST: ListSchema = ListSchema {
        name: "EncapsulationAlgorithmSpecList",
        member: Schema::String(&ENCAPSULATION_ALGORITHM_SPEC),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ENCRYPT_REQUEST: StructureSchema = StructureSchema {
        name: "EncryptRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("EncryptionAlgorithm", Schema::String(&ENCRYPTION_ALGORITHM_SPEC)),
            MemberSchema::optional("EncryptionContext", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("Plaintext", Schema::Blob(&PLAINTEXT_TYPE)),
        ],
    };

    pub(super) static ENCRYPT_RESPONSE: StructureSchema = StructureSchema {
        name: "EncryptResponse",
        members: &[
            MemberSchema::optional("CiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("EncryptionAlgorithm", Schema::String(&ENCRYPTION_ALGORITHM_SPEC)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static ENCRYPTION_ALGORITHM_SPEC: StringSchema = StringSchema {
        name: "EncryptionAlgorithmSpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"],
    };

    pub(super) static ENCRYPTION_ALGORITHM_SPEC_LIST: ListSchema = ListSchema {
        name: "EncryptionAlgorithmSpecList",
        member: Schema::String(&ENCRYPTION_ALGORITHM_SPEC),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ENCRYPTION_CONTEXT_TYPE: MapSchema = MapSchema {
        name: "EncryptionContextType",
        key: &StringSchema::ANY,
        value: Schema::String(&StringSchema::ANY),
        min: None,
        max: None,
        key_name: "key",
        value_name: "value",
        flattened: false,
    };

    pub(super) static EXPIRATION_MODEL_TYPE: StringSchema = StringSchema {
        name: "ExpirationModelType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"],
    };

    pub(super) static GENERATE_DATA_KEY_PAIR_REQUEST: StructureSchema = StructureSchema {
        name: "GenerateDataKeyPairRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("EncryptionContext", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("KeyPairSpec", Schema::String(&DATA_KEY_PAIR_SPEC)),
            MemberSchema::optional("Recipient", Schema::Structure(&RECIPIENT_INFO)),
        ],
    };

    pub(super) static GENERATE_DATA_KEY_PAIR_RESPONSE: StructureSchema = StructureSchema {
        name: "GenerateDataKeyPairResponse",
        members: &[
            MemberSchema::optional("CiphertextForRecipient", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
            MemberSchema::optional("KeyPairSpec", Schema::String(&DATA_KEY_PAIR_SPEC)),
            MemberSchema::optional("PrivateKeyCiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("PrivateKeyPlaintext", Schema::Blob(&PLAINTEXT_TYPE)),
            MemberSchema::optional("PublicKey", Schema::Blob(&PUBLIC_KEY_TYPE)),
        ],
    };

    pub(super) static GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT_REQUEST: StructureSchema = StructureSchema {
        name: "GenerateDataKeyPairWithoutPlaintextRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("EncryptionContext", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("KeyPairSpec", Schema::String(&DATA_KEY_PAIR_SPEC)),
        ],
    };

    pub(super) static GENERATE_DATA_KEY_PAIR_WITHOUT_PLAINTEXT_RESPONSE: StructureSchema = StructureSchema {
        name: "GenerateDataKeyPairWithoutPlaintextResponse",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
            MemberSchema::optional("KeyPairSpec", Schema::String(&DATA_KEY_PAIR_SPEC)),
            MemberSchema::optional("PrivateKeyCiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("PublicKey", Schema::Blob(&PUBLIC_KEY_TYPE)),
        ],
    };

    pub(super) static GENERATE_DATA_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "GenerateDataKeyRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("EncryptionContext", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeySpec", Schema::String(&DATA_KEY_SPEC)),
            MemberSchema::optional("NumberOfBytes", Schema::Integer { min: Some(1), max: Some(1024) }),
            MemberSchema::optional("Recipient", Schema::Structure(&RECIPIENT_INFO)),
        ],
    };

    pub(super) static GENERATE_DATA_KEY_RESPONSE: StructureSchema = StructureSchema {
        name: "GenerateDataKeyResponse",
        members: &[
            MemberSchema::optional("CiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("CiphertextForRecipient", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
            MemberSchema::optional("Plaintext", Schema::Blob(&PLAINTEXT_TYPE)),
        ],
    };

    pub(super) static GENERATE_DATA_KEY_WITHOUT_PLAINTEXT_REQUEST: StructureSchema = StructureSchema {
        name: "GenerateDataKeyWithoutPlaintextRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("EncryptionContext", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeySpec", Schema::String(&DATA_KEY_SPEC)),
            MemberSchema::optional("NumberOfBytes", Schema::Integer { min: Some(1), max: Some(1024) }),
        ],
    };

    pub(super) static GENERATE_DATA_KEY_WITHOUT_PLAINTEXT_RESPONSE: StructureSchema = StructureSchema {
        name: "GenerateDataKeyWithoutPlaintextResponse",
        members: &[
            MemberSchema::optional("CiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
        ],
    };

    pub(super) static GENERATE_MAC_REQUEST: StructureSchema = StructureSchema {
        name: "GenerateMacRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("MacAlgorithm", Schema::String(&MAC_ALGORITHM_SPEC)),
            MemberSchema::required("Message", Schema::Blob(&PLAINTEXT_TYPE)),
        ],
    };

    pub(super) static GENERATE_MAC_RESPONSE: StructureSchema = StructureSchema {
        name: "GenerateMacResponse",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Mac", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("MacAlgorithm", Schema::String(&MAC_ALGORITHM_SPEC)),
        ],
    };

    pub(super) static GENERATE_RANDOM_REQUEST: StructureSchema = StructureSchema {
        name: "GenerateRandomRequest",
        members: &[
            MemberSchema::optional("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE)),
            MemberSchema::optional("NumberOfBytes", Schema::Integer { min: Some(1), max: Some(1024) }),
            MemberSchema::optional("Recipient", Schema::Structure(&RECIPIENT_INFO)),
        ],
    };

    pub(super) static GENERATE_RANDOM_RESPONSE: StructureSchema = StructureSchema {
        name: "GenerateRandomResponse",
        members: &[
            MemberSchema::optional("CiphertextForRecipient", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("Plaintext", Schema::Blob(&PLAINTEXT_TYPE)),
        ],
    };

    pub(super) static GET_KEY_LAST_USAGE_REQUEST: StructureSchema = StructureSchema {
        name: "GetKeyLastUsageRequest",
        members: &[MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE))],
    };

    pub(super) static GET_KEY_LAST_USAGE_RESPONSE: StructureSchema = StructureSchema {
        name: "GetKeyLastUsageResponse",
        members: &[
            MemberSchema::optional("KeyCreationDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyLastUsage", Schema::Structure(&KEY_LAST_USAGE_DATA)),
            MemberSchema::optional("TrackingStartDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
        ],
    };

    pub(super) static GET_KEY_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "GetKeyPolicyRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static GET_KEY_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetKeyPolicyResponse",
        members: &[
            MemberSchema::optional("Policy", Schema::String(&POLICY_TYPE)),
            MemberSchema::optional("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static GET_KEY_ROTATION_STATUS_REQUEST: StructureSchema = StructureSchema {
        name: "GetKeyRotationStatusRequest",
        members: &[MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE))],
    };

    pub(super) static GET_KEY_ROTATION_STATUS_RESPONSE: StructureSchema = StructureSchema {
        name: "GetKeyRotationStatusResponse",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyRotationEnabled", Schema::Boolean),
            MemberSchema::optional("NextRotationDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional(
                "OnDemandRotationStartDate",
                Schema::Timestamp(TimestampFormat::EpochSeconds),
            ),
            MemberSchema::optional(
                "RotationPeriodInDays",
                Schema::Integer { min: Some(90), max: Some(2560) },
            ),
        ],
    };

    pub(super) static GET_PARAMETERS_FOR_IMPORT_REQUEST: StructureSchema = StructureSchema {
        name: "GetParametersForImportRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("WrappingAlgorithm", Schema::String(&ALGORITHM_SPEC)),
            MemberSchema::required("WrappingKeySpec", Schema::String(&WRAPPING_KEY_SPEC)),
        ],
    };

    pub(super) static GET_PARAMETERS_FOR_IMPORT_RESPONSE: StructureSchema = StructureSchema {
        name: "GetParametersForImportResponse",
        members: &[
            MemberSchema::optional("ImportToken", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("ParametersValidTo", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("PublicKey", Schema::Blob(&PLAINTEXT_TYPE)),
        ],
    };

    pub(super) static GET_PUBLIC_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "GetPublicKeyRequest",
        members: &[
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static GET_PUBLIC_KEY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetPublicKeyResponse",
        members: &[
            MemberSchema::optional("CustomerMasterKeySpec", Schema::String(&CUSTOMER_MASTER_KEY_SPEC)),
            MemberSchema::optional(
                "EncapsulationAlgorithms",
                Schema::List(&ENCAPSULATION_ALGORITHM_SPEC_LIST),
            ),
            MemberSchema::optional("EncryptionAlgorithms", Schema::List(&ENCRYPTION_ALGORITHM_SPEC_LIST)),
            MemberSchema::optional(
                "KeyAgreementAlgorithms",
                Schema::List(&KEY_AGREEMENT_ALGORITHM_SPEC_LIST),
            ),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeySpec", Schema::String(&KEY_SPEC)),
            MemberSchema::optional("KeyUsage", Schema::String(&KEY_USAGE_TYPE)),
            MemberSchema::optional("PublicKey", Schema::Blob(&PUBLIC_KEY_TYPE)),
            MemberSchema::optional("SigningAlgorithms", Schema::List(&SIGNING_ALGORITHM_SPEC_LIST)),
        ],
    };

    pub(super) static GRANT_CONSTRAINT_SOURCE_ARN_TYPE: StringSchema = StringSchema {
        name: "GrantConstraintSourceArnType",
        sensitive: false,
        min: Some(20),
        max: Some(512),
        pattern: Some(&GRANT_CONSTRAINT_SOURCE_ARN_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static GRANT_CONSTRAINTS: StructureSchema = StructureSchema {
        name: "GrantConstraints",
        members: &[
            MemberSchema::optional("EncryptionContextEquals", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::optional("EncryptionContextSubset", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::optional("SourceArn", Schema::String(&GRANT_CONSTRAINT_SOURCE_ARN_TYPE)),
        ],
    };

    pub(super) static GRANT_ID_TYPE: StringSchema = StringSchema {
        name: "GrantIdType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: None,
        values: &[],
    };

    pub(super) static GRANT_LIST: ListSchema = ListSchema {
        name: "GrantList",
        member: Schema::Structure(&GRANT_LIST_ENTRY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static GRANT_LIST_ENTRY: StructureSchema = StructureSchema {
        name: "GrantListEntry",
        members: &[
            MemberSchema::optional("Constraints", Schema::Structure(&GRANT_CONSTRAINTS)),
            MemberSchema::optional("CreationDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("GrantId", Schema::String(&GRANT_ID_TYPE)),
            MemberSchema::optional("GranteePrincipal", Schema::String(&PRINCIPAL_ID_TYPE)),
            MemberSchema::optional("GranteeServicePrincipal", Schema::String(&SERVICE_PRINCIPAL_TYPE)),
            MemberSchema::optional("IssuingAccount", Schema::String(&PRINCIPAL_ID_TYPE)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Name", Schema::String(&GRANT_NAME_TYPE)),
            MemberSchema::optional("Operations", Schema::List(&GRANT_OPERATION_LIST)),
            MemberSchema::optional("RetiringPrincipal", Schema::String(&PRINCIPAL_ID_TYPE)),
            MemberSchema::optional("RetiringServicePrincipal", Schema::String(&SERVICE_PRINCIPAL_TYPE)),
        ],
    };

    pub(super) static GRANT_NAME_TYPE: StringSchema = StringSchema {
        name: "GrantNameType",
        sensitive: false,
        min: Some(1),
        max: Some(256),
        pattern: Some(&ALIAS_NAME_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static GRANT_OPERATION: StringSchema = StringSchema {
        name: "GrantOperation",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "Decrypt",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyWithoutPlaintext",
            "ReEncryptFrom",
            "ReEncryptTo",
            "Sign",
            "Verify",
            "GetPublicKey",
            "CreateGrant",
            "RetireGrant",
            "DescribeKey",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "GenerateMac",
            "VerifyMac",
            "DeriveSharedSecret",
            "Encapsulate",
            "Decapsulate",
        ],
    };

    pub(super) static GRANT_OPERATION_LIST: ListSchema = ListSchema {
        name: "GrantOperationList",
        member: Schema::String(&GRANT_OPERATION),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static GRANT_TOKEN_LIST: ListSchema = ListSchema {
        name: "GrantTokenList",
        member: Schema::String(&GRANT_TOKEN_TYPE),
        min: Some(0),
        max: Some(10),
        member_name: "member",
        flattened: false,
    };

    pub(super) static GRANT_TOKEN_TYPE: StringSchema = StringSchema {
        name: "GrantTokenType",
        sensitive: true,
        min: Some(1),
        max: Some(8192),
        pattern: None,
        values: &[],
    };

    pub(super) static IMPORT_KEY_MATERIAL_REQUEST: StructureSchema = StructureSchema {
        name: "ImportKeyMaterialRequest",
        members: &[
            MemberSchema::required("EncryptedKeyMaterial", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("ExpirationModel", Schema::String(&EXPIRATION_MODEL_TYPE)),
            MemberSchema::required("ImportToken", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("ImportType", Schema::String(&IMPORT_TYPE)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialDescription", Schema::String(&KEY_MATERIAL_DESCRIPTION_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
            MemberSchema::optional("ValidTo", Schema::Timestamp(TimestampFormat::EpochSeconds)),
        ],
    };

    pub(super) static IMPORT_KEY_MATERIAL_RESPONSE: StructureSchema = StructureSchema {
        name: "ImportKeyMaterialResponse",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
        ],
    };

    pub(super) static IMPORT_STATE: StringSchema = StringSchema {
        name: "ImportState",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["IMPORTED", "PENDING_IMPORT"],
    };

    pub(super) static IMPORT_TYPE: StringSchema = StringSchema {
        name: "ImportType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["NEW_KEY_MATERIAL", "EXISTING_KEY_MATERIAL"],
    };

    pub(super) static INCLUDE_KEY_MATERIAL: StringSchema = StringSchema {
        name: "IncludeKeyMaterial",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ALL_KEY_MATERIAL", "ROTATIONS_ONLY"],
    };

    pub(super) static KEY_AGREEMENT_ALGORITHM_SPEC: StringSchema = StringSchema {
        name: "KeyAgreementAlgorithmSpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ECDH"],
    };

    pub(super) static KEY_AGREEMENT_ALGORITHM_SPEC_LIST: ListSchema = ListSchema {
        name: "KeyAgreementAlgorithmSpecList",
        member: Schema::String(&KEY_AGREEMENT_ALGORITHM_SPEC),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static KEY_ENCRYPTION_MECHANISM: StringSchema = StringSchema {
        name: "KeyEncryptionMechanism",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["RSAES_OAEP_SHA_256"],
    };

    pub(super) static KEY_ID_TYPE: StringSchema = StringSchema {
        name: "KeyIdType",
        sensitive: false,
        min: Some(1),
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static KEY_LAST_USAGE_DATA: StructureSchema = StructureSchema {
        name: "KeyLastUsageData",
        members: &[
            MemberSchema::optional("CloudTrailEventId", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("KmsRequestId", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("Operation", Schema::String(&KEY_LAST_USAGE_TRACKING_OPERATION)),
            MemberSchema::optional("Timestamp", Schema::Timestamp(TimestampFormat::EpochSeconds)),
        ],
    };

    pub(super) static KEY_LAST_USAGE_TRACKING_OPERATION: StringSchema = StringSchema {
        name: "KeyLastUsageTrackingOperation",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "Decrypt",
            "DeriveSharedSecret",
            "Encrypt",
            "GenerateDataKey",
            "GenerateDataKeyPair",
            "GenerateDataKeyPairWithoutPlaintext",
            "GenerateDataKeyWithoutPlaintext",
            "GenerateMac",
            "ReEncrypt",
            "Sign",
            "Verify",
            "VerifyMac",
            "Encapsulate",
            "Decapsulate",
        ],
    };

    pub(super) static KEY_LIST: ListSchema = ListSchema {
        name: "KeyList",
        member: Schema::Structure(&KEY_LIST_ENTRY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static KEY_LIST_ENTRY: StructureSchema = StructureSchema {
        name: "KeyListEntry",
        members: &[
            MemberSchema::optional("KeyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static KEY_MANAGER_TYPE: StringSchema = StringSchema {
        name: "KeyManagerType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["AWS", "CUSTOMER"],
    };

    pub(super) static KEY_MATERIAL_DESCRIPTION_TYPE: StringSchema = StringSchema {
        name: "KeyMaterialDescriptionType",
        sensitive: false,
        min: Some(0),
        max: Some(256),
        pattern: Some(&KEY_MATERIAL_DESCRIPTION_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static KEY_MATERIAL_STATE: StringSchema = StringSchema {
        name: "KeyMaterialState",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["NON_CURRENT", "CURRENT", "PENDING_ROTATION", "PENDING_MULTI_REGION_IMPORT_AND_ROTATION"],
    };

    pub(super) static KEY_METADATA: StructureSchema = StructureSchema {
        name: "KeyMetadata",
        members: &[
            MemberSchema::optional("AWSAccountId", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("CloudHsmClusterId", Schema::String(&CLOUD_HSM_CLUSTER_ID_TYPE)),
            MemberSchema::optional("CreationDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("CurrentKeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
            MemberSchema::optional("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE)),
            MemberSchema::optional("CustomerMasterKeySpec", Schema::String(&CUSTOMER_MASTER_KEY_SPEC)),
            MemberSchema::optional("DeletionDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("Description", Schema::String(&DESCRIPTION_TYPE)),
            MemberSchema::optional("Enabled", Schema::Boolean),
            MemberSchema::optional(
                "EncapsulationAlgorithms",
                Schema::List(&ENCAPSULATION_ALGORITHM_SPEC_LIST),
            ),
            MemberSchema::optional("EncryptionAlgorithms", Schema::List(&ENCRYPTION_ALGORITHM_SPEC_LIST)),
            MemberSchema::optional("ExpirationModel", Schema::String(&EXPIRATION_MODEL_TYPE)),
            MemberSchema::optional(
                "KeyAgreementAlgorithms",
                Schema::List(&KEY_AGREEMENT_ALGORITHM_SPEC_LIST),
            ),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyManager", Schema::String(&KEY_MANAGER_TYPE)),
            MemberSchema::optional("KeySpec", Schema::String(&KEY_SPEC)),
            MemberSchema::optional("KeyState", Schema::String(&KEY_STATE)),
            MemberSchema::optional("KeyUsage", Schema::String(&KEY_USAGE_TYPE)),
            MemberSchema::optional("MacAlgorithms", Schema::List(&MAC_ALGORITHM_SPEC_LIST)),
            MemberSchema::optional("MultiRegion", Schema::Boolean),
            MemberSchema::optional(
                "MultiRegionConfiguration",
                Schema::Structure(&MULTI_REGION_CONFIGURATION),
            ),
            MemberSchema::optional("Origin", Schema::String(&ORIGIN_TYPE)),
            MemberSchema::optional(
                "PendingDeletionWindowInDays",
                Schema::Integer { min: Some(1), max: Some(365) },
            ),
            MemberSchema::optional("SigningAlgorithms", Schema::List(&SIGNING_ALGORITHM_SPEC_LIST)),
            MemberSchema::optional("ValidTo", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("XksKeyConfiguration", Schema::Structure(&XKS_KEY_CONFIGURATION_TYPE)),
        ],
    };

    pub(super) static KEY_SPEC: StringSchema = StringSchema {
        name: "KeySpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "RSA_2048",
            "RSA_3072",
            "RSA_4096",
            "ECC_NIST_P256",
            "ECC_NIST_P384",
            "ECC_NIST_P521",
            "ECC_SECG_P256K1",
            "SYMMETRIC_DEFAULT",
            "HMAC_224",
            "HMAC_256",
            "HMAC_384",
            "HMAC_512",
            "SM2",
            "ML_DSA_44",
            "ML_DSA_65",
            "ML_DSA_87",
            "ECC_NIST_EDWARDS25519",
            "ML_KEM_512",
            "ML_KEM_768",
            "ML_KEM_1024",
        ],
    };

    pub(super) static KEY_STATE: StringSchema = StringSchema {
        name: "KeyState",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "Creating",
            "Enabled",
            "Disabled",
            "PendingDeletion",
            "PendingImport",
            "PendingReplicaDeletion",
            "Unavailable",
            "Updating",
        ],
    };

    pub(super) static KEY_STORE_PASSWORD_TYPE: StringSchema = StringSchema {
        name: "KeyStorePasswordType",
        sensitive: true,
        min: Some(7),
        max: Some(32),
        pattern: None,
        values: &[],
    };

    pub(super) static KEY_USAGE_TYPE: StringSchema = StringSchema {
        name: "KeyUsageType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "SIGN_VERIFY",
            "ENCRYPT_DECRYPT",
            "GENERATE_VERIFY_MAC",
            "KEY_AGREEMENT",
            "ENCAPSULATE_DECAPSULATE",
        ],
    };

    pub(super) static LIST_ALIASES_REQUEST: StructureSchema = StructureSchema {
        name: "ListAliasesRequest",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Limit", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
        ],
    };

    pub(super) static LIST_ALIASES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListAliasesResponse",
        members: &[
            MemberSchema::optional("Aliases", Schema::List(&ALIAS_LIST)),
            MemberSchema::optional("NextMarker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("Truncated", Schema::Boolean),
        ],
    };

    pub(super) static LIST_GRANTS_REQUEST: StructureSchema = StructureSchema {
        name: "ListGrantsRequest",
        members: &[
            MemberSchema::optional("GrantId", Schema::String(&GRANT_ID_TYPE)),
            MemberSchema::optional("GranteePrincipal", Schema::String(&PRINCIPAL_ID_TYPE)),
            MemberSchema::optional("GranteeServicePrincipal", Schema::String(&SERVICE_PRINCIPAL_TYPE)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Limit", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
        ],
    };

    pub(super) static LIST_GRANTS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListGrantsResponse",
        members: &[
            MemberSchema::optional("Grants", Schema::List(&GRANT_LIST)),
            MemberSchema::optional("NextMarker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("Truncated", Schema::Boolean),
        ],
    };

    pub(super) static LIST_KEY_POLICIES_REQUEST: StructureSchema = StructureSchema {
        name: "ListKeyPoliciesRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Limit", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
        ],
    };

    pub(super) static LIST_KEY_POLICIES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListKeyPoliciesResponse",
        members: &[
            MemberSchema::optional("NextMarker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("PolicyNames", Schema::List(&POLICY_NAME_LIST)),
            MemberSchema::optional("Truncated", Schema::Boolean),
        ],
    };

    pub(super) static LIST_KEY_ROTATIONS_REQUEST: StructureSchema = StructureSchema {
        name: "ListKeyRotationsRequest",
        members: &[
            MemberSchema::optional("IncludeKeyMaterial", Schema::String(&INCLUDE_KEY_MATERIAL)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Limit", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
        ],
    };

    pub(super) static LIST_KEY_ROTATIONS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListKeyRotationsResponse",
        members: &[
            MemberSchema::optional("NextMarker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("Rotations", Schema::List(&ROTATIONS_LIST)),
            MemberSchema::optional("Truncated", Schema::Boolean),
        ],
    };

    pub(super) static LIST_KEYS_REQUEST: StructureSchema = StructureSchema {
        name: "ListKeysRequest",
        members: &[
            MemberSchema::optional("Limit", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("ResourceOwners", Schema::List(&RESOURCE_OWNERS_LIST)),
        ],
    };

    pub(super) static LIST_KEYS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListKeysResponse",
        members: &[
            MemberSchema::optional("Keys", Schema::List(&KEY_LIST)),
            MemberSchema::optional("NextMarker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("Truncated", Schema::Boolean),
        ],
    };

    pub(super) static LIST_RESOURCE_TAGS_REQUEST: StructureSchema = StructureSchema {
        name: "ListResourceTagsRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Limit", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
        ],
    };

    pub(super) static LIST_RESOURCE_TAGS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListResourceTagsResponse",
        members: &[
            MemberSchema::optional("NextMarker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST)),
            MemberSchema::optional("Truncated", Schema::Boolean),
        ],
    };

    pub(super) static LIST_RETIRABLE_GRANTS_REQUEST: StructureSchema = StructureSchema {
        name: "ListRetirableGrantsRequest",
        members: &[
            MemberSchema::optional("Limit", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("RetiringPrincipal", Schema::String(&PRINCIPAL_ID_TYPE)),
            MemberSchema::optional("RetiringServicePrincipal", Schema::String(&SERVICE_PRINCIPAL_TYPE)),
        ],
    };

    pub(super) static MAC_ALGORITHM_SPEC: StringSchema = StringSchema {
        name: "MacAlgorithmSpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["HMAC_SHA_224", "HMAC_SHA_256", "HMAC_SHA_384", "HMAC_SHA_512"],
    };

    pub(super) static MAC_ALGORITHM_SPEC_LIST: ListSchema = ListSchema {
        name: "MacAlgorithmSpecList",
        member: Schema::String(&MAC_ALGORITHM_SPEC),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static MARKER_TYPE: StringSchema = StringSchema {
        name: "MarkerType",
        sensitive: false,
        min: Some(1),
        max: Some(1024),
        pattern: Some(&MARKER_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static MESSAGE_TYPE: StringSchema = StringSchema {
        name: "MessageType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["RAW", "DIGEST", "EXTERNAL_MU"],
    };

    pub(super) static MULTI_REGION_CONFIGURATION: StructureSchema = StructureSchema {
        name: "MultiRegionConfiguration",
        members: &[
            MemberSchema::optional("MultiRegionKeyType", Schema::String(&MULTI_REGION_KEY_TYPE)),
            MemberSchema::optional("PrimaryKey", Schema::Structure(&MULTI_REGION_KEY)),
            MemberSchema::optional("ReplicaKeys", Schema::List(&MULTI_REGION_KEY_LIST)),
        ],
    };

    pub(super) static MULTI_REGION_KEY: StructureSchema = StructureSchema {
        name: "MultiRegionKey",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("Region", Schema::String(&REGION_TYPE)),
        ],
    };

    pub(super) static MULTI_REGION_KEY_LIST: ListSchema = ListSchema {
        name: "MultiRegionKeyList",
        member: Schema::Structure(&MULTI_REGION_KEY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static MULTI_REGION_KEY_TYPE: StringSchema = StringSchema {
        name: "MultiRegionKeyType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["PRIMARY", "REPLICA"],
    };

    pub(super) static ORIGIN_TYPE: StringSchema = StringSchema {
        name: "OriginType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"],
    };

    pub(super) static PLAINTEXT_TYPE: BlobSchema =
        BlobSchema { name: "PlaintextType", sensitive: true, min: Some(1), max: Some(4096) };

    pub(super) static POLICY_NAME_LIST: ListSchema = ListSchema {
        name: "PolicyNameList",
        member: Schema::String(&POLICY_NAME_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_NAME_TYPE: StringSchema = StringSchema {
        name: "PolicyNameType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&POLICY_NAME_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_TYPE: StringSchema = StringSchema {
        name: "PolicyType",
        sensitive: false,
        min: Some(1),
        max: Some(131072),
        pattern: Some(&POLICY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PRINCIPAL_ID_TYPE: StringSchema = StringSchema {
        name: "PrincipalIdType",
        sensitive: false,
        min: Some(1),
        max: Some(256),
        pattern: Some(&PRINCIPAL_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PUBLIC_KEY_TYPE: BlobSchema =
        BlobSchema { name: "PublicKeyType", sensitive: false, min: Some(1), max: Some(8192) };

    pub(super) static PUT_KEY_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "PutKeyPolicyRequest",
        members: &[
            MemberSchema::optional("BypassPolicyLockoutSafetyCheck", Schema::Boolean),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("Policy", Schema::String(&POLICY_TYPE)),
            MemberSchema::optional("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static RE_ENCRYPT_REQUEST: StructureSchema = StructureSchema {
        name: "ReEncryptRequest",
        members: &[
            MemberSchema::optional("CiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional(
                "DestinationEncryptionAlgorithm",
                Schema::String(&ENCRYPTION_ALGORITHM_SPEC),
            ),
            MemberSchema::optional("DestinationEncryptionContext", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::required("DestinationKeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("DryRunModifiers", Schema::List(&DRY_RUN_MODIFIER_LIST)),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::optional("SourceEncryptionAlgorithm", Schema::String(&ENCRYPTION_ALGORITHM_SPEC)),
            MemberSchema::optional("SourceEncryptionContext", Schema::Map(&ENCRYPTION_CONTEXT_TYPE)),
            MemberSchema::optional("SourceKeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static RE_ENCRYPT_RESPONSE: StructureSchema = StructureSchema {
        name: "ReEncryptResponse",
        members: &[
            MemberSchema::optional("CiphertextBlob", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional(
                "DestinationEncryptionAlgorithm",
                Schema::String(&ENCRYPTION_ALGORITHM_SPEC),
            ),
            MemberSchema::optional("DestinationKeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("SourceEncryptionAlgorithm", Schema::String(&ENCRYPTION_ALGORITHM_SPEC)),
            MemberSchema::optional("SourceKeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("SourceKeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
        ],
    };

    pub(super) static RECIPIENT_INFO: StructureSchema = StructureSchema {
        name: "RecipientInfo",
        members: &[
            MemberSchema::optional("AttestationDocument", Schema::Blob(&ATTESTATION_DOCUMENT_TYPE)),
            MemberSchema::optional("KeyEncryptionAlgorithm", Schema::String(&KEY_ENCRYPTION_MECHANISM)),
        ],
    };

    pub(super) static REGION_TYPE: StringSchema = StringSchema {
        name: "RegionType",
        sensitive: false,
        min: Some(1),
        max: Some(32),
        pattern: Some(&REGION_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static REPLICATE_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "ReplicateKeyRequest",
        members: &[
            MemberSchema::optional("BypassPolicyLockoutSafetyCheck", Schema::Boolean),
            MemberSchema::optional("Description", Schema::String(&DESCRIPTION_TYPE)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Policy", Schema::String(&POLICY_TYPE)),
            MemberSchema::required("ReplicaRegion", Schema::String(&REGION_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST)),
        ],
    };

    pub(super) static REPLICATE_KEY_RESPONSE: StructureSchema = StructureSchema {
        name: "ReplicateKeyResponse",
        members: &[
            MemberSchema::optional("ReplicaKeyMetadata", Schema::Structure(&KEY_METADATA)),
            MemberSchema::optional("ReplicaPolicy", Schema::String(&POLICY_TYPE)),
            MemberSchema::optional("ReplicaTags", Schema::List(&TAG_LIST)),
        ],
    };

    pub(super) static RESOURCE_OWNER_TYPE: StringSchema = StringSchema {
        name: "ResourceOwnerType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["SELF", "OTHER_ACCOUNTS_VIA_RAM"],
    };

    pub(super) static RESOURCE_OWNERS_LIST: ListSchema = ListSchema {
        name: "ResourceOwnersList",
        member: Schema::String(&RESOURCE_OWNER_TYPE),
        min: Some(1),
        max: Some(2),
        member_name: "member",
        flattened: false,
    };

    pub(super) static RETIRE_GRANT_REQUEST: StructureSchema = StructureSchema {
        name: "RetireGrantRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("GrantId", Schema::String(&GRANT_ID_TYPE)),
            MemberSchema::optional("GrantToken", Schema::String(&GRANT_TOKEN_TYPE)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static REVOKE_GRANT_REQUEST: StructureSchema = StructureSchema {
        name: "RevokeGrantRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::required("GrantId", Schema::String(&GRANT_ID_TYPE)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static ROTATE_KEY_ON_DEMAND_REQUEST: StructureSchema = StructureSchema {
        name: "RotateKeyOnDemandRequest",
        members: &[MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE))],
    };

    pub(super) static ROTATE_KEY_ON_DEMAND_RESPONSE: StructureSchema = StructureSchema {
        name: "RotateKeyOnDemandResponse",
        members: &[MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE))],
    };

    pub(super) static ROTATION_TYPE: StringSchema = StringSchema {
        name: "RotationType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["AUTOMATIC", "ON_DEMAND"],
    };

    pub(super) static ROTATIONS_LIST: ListSchema = ListSchema {
        name: "RotationsList",
        member: Schema::Structure(&ROTATIONS_LIST_ENTRY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ROTATIONS_LIST_ENTRY: StructureSchema = StructureSchema {
        name: "RotationsListEntry",
        members: &[
            MemberSchema::optional("ExpirationModel", Schema::String(&EXPIRATION_MODEL_TYPE)),
            MemberSchema::optional("ImportState", Schema::String(&IMPORT_STATE)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialDescription", Schema::String(&KEY_MATERIAL_DESCRIPTION_TYPE)),
            MemberSchema::optional("KeyMaterialId", Schema::String(&BACKING_KEY_ID_TYPE)),
            MemberSchema::optional("KeyMaterialState", Schema::String(&KEY_MATERIAL_STATE)),
            MemberSchema::optional("RotationDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("RotationType", Schema::String(&ROTATION_TYPE)),
            MemberSchema::optional("ValidTo", Schema::Timestamp(TimestampFormat::EpochSeconds)),
        ],
    };

    pub(super) static SCHEDULE_KEY_DELETION_REQUEST: StructureSchema = StructureSchema {
        name: "ScheduleKeyDeletionRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("PendingWindowInDays", Schema::Integer { min: Some(1), max: Some(365) }),
        ],
    };

    pub(super) static SCHEDULE_KEY_DELETION_RESPONSE: StructureSchema = StructureSchema {
        name: "ScheduleKeyDeletionResponse",
        members: &[
            MemberSchema::optional("DeletionDate", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("KeyState", Schema::String(&KEY_STATE)),
            MemberSchema::optional("PendingWindowInDays", Schema::Integer { min: Some(1), max: Some(365) }),
        ],
    };

    pub(super) static SERVICE_PRINCIPAL_TYPE: StringSchema = StringSchema {
        name: "ServicePrincipalType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&SERVICE_PRINCIPAL_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static SIGN_REQUEST: StructureSchema = StructureSchema {
        name: "SignRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("Message", Schema::Blob(&PLAINTEXT_TYPE)),
            MemberSchema::optional("MessageType", Schema::String(&MESSAGE_TYPE)),
            MemberSchema::required("SigningAlgorithm", Schema::String(&SIGNING_ALGORITHM_SPEC)),
        ],
    };

    pub(super) static SIGN_RESPONSE: StructureSchema = StructureSchema {
        name: "SignResponse",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("Signature", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::optional("SigningAlgorithm", Schema::String(&SIGNING_ALGORITHM_SPEC)),
        ],
    };

    pub(super) static SIGNING_ALGORITHM_SPEC: StringSchema = StringSchema {
        name: "SigningAlgorithmSpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "RSASSA_PSS_SHA_256",
            "RSASSA_PSS_SHA_384",
            "RSASSA_PSS_SHA_512",
            "RSASSA_PKCS1_V1_5_SHA_256",
            "RSASSA_PKCS1_V1_5_SHA_384",
            "RSASSA_PKCS1_V1_5_SHA_512",
            "ECDSA_SHA_256",
            "ECDSA_SHA_384",
            "ECDSA_SHA_512",
            "SM2DSA",
            "ML_DSA_SHAKE_256",
            "ED25519_SHA_512",
            "ED25519_PH_SHA_512",
        ],
    };

    pub(super) static SIGNING_ALGORITHM_SPEC_LIST: ListSchema = ListSchema {
        name: "SigningAlgorithmSpecList",
        member: Schema::String(&SIGNING_ALGORITHM_SPEC),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static TAG: StructureSchema = StructureSchema {
        name: "Tag",
        members: &[
            MemberSchema::required("TagKey", Schema::String(&TAG_KEY_TYPE)),
            MemberSchema::required("TagValue", Schema::String(&TAG_VALUE_TYPE)),
        ],
    };

    pub(super) static TAG_KEY_LIST: ListSchema = ListSchema {
        name: "TagKeyList",
        member: Schema::String(&TAG_KEY_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static TAG_KEY_TYPE: StringSchema = StringSchema {
        name: "TagKeyType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: None,
        values: &[],
    };

    pub(super) static TAG_LIST: ListSchema = ListSchema {
        name: "TagList",
        member: Schema::Structure(&TAG),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static TAG_RESOURCE_REQUEST: StructureSchema = StructureSchema {
        name: "TagResourceRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST)),
        ],
    };

    pub(super) static TAG_VALUE_TYPE: StringSchema = StringSchema {
        name: "TagValueType",
        sensitive: false,
        min: Some(0),
        max: Some(256),
        pattern: None,
        values: &[],
    };

    pub(super) static TRUST_ANCHOR_CERTIFICATE_TYPE: StringSchema = StringSchema {
        name: "TrustAnchorCertificateType",
        sensitive: false,
        min: Some(1),
        max: Some(5000),
        pattern: None,
        values: &[],
    };

    pub(super) static UNTAG_RESOURCE_REQUEST: StructureSchema = StructureSchema {
        name: "UntagResourceRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEY_LIST)),
        ],
    };

    pub(super) static UPDATE_ALIAS_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateAliasRequest",
        members: &[
            MemberSchema::required("AliasName", Schema::String(&ALIAS_NAME_TYPE)),
            MemberSchema::required("TargetKeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static UPDATE_CUSTOM_KEY_STORE_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateCustomKeyStoreRequest",
        members: &[
            MemberSchema::optional("CloudHsmClusterId", Schema::String(&CLOUD_HSM_CLUSTER_ID_TYPE)),
            MemberSchema::required("CustomKeyStoreId", Schema::String(&CUSTOM_KEY_STORE_ID_TYPE)),
            MemberSchema::optional("KeyStorePassword", Schema::String(&KEY_STORE_PASSWORD_TYPE)),
            MemberSchema::optional("NewCustomKeyStoreName", Schema::String(&CUSTOM_KEY_STORE_NAME_TYPE)),
            MemberSchema::optional(
                "XksProxyAuthenticationCredential",
                Schema::Structure(&XKS_PROXY_AUTHENTICATION_CREDENTIAL_TYPE),
            ),
            MemberSchema::optional("XksProxyConnectivity", Schema::String(&XKS_PROXY_CONNECTIVITY_TYPE)),
            MemberSchema::optional("XksProxyUriEndpoint", Schema::String(&XKS_PROXY_URI_ENDPOINT_TYPE)),
            MemberSchema::optional("XksProxyUriPath", Schema::String(&XKS_PROXY_URI_PATH_TYPE)),
            MemberSchema::optional(
                "XksProxyVpcEndpointServiceName",
                Schema::String(&XKS_PROXY_VPC_ENDPOINT_SERVICE_NAME_TYPE),
            ),
            MemberSchema::optional("XksProxyVpcEndpointServiceOwner", Schema::String(&ACCOUNT_ID_TYPE)),
        ],
    };

    pub(super) static UPDATE_CUSTOM_KEY_STORE_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateCustomKeyStoreResponse", members: &[] };

    pub(super) static UPDATE_KEY_DESCRIPTION_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateKeyDescriptionRequest",
        members: &[
            MemberSchema::required("Description", Schema::String(&DESCRIPTION_TYPE)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
        ],
    };

    pub(super) static UPDATE_PRIMARY_REGION_REQUEST: StructureSchema = StructureSchema {
        name: "UpdatePrimaryRegionRequest",
        members: &[
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("PrimaryRegion", Schema::String(&REGION_TYPE)),
        ],
    };

    pub(super) static VERIFY_MAC_REQUEST: StructureSchema = StructureSchema {
        name: "VerifyMacRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("Mac", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::required("MacAlgorithm", Schema::String(&MAC_ALGORITHM_SPEC)),
            MemberSchema::required("Message", Schema::Blob(&PLAINTEXT_TYPE)),
        ],
    };

    pub(super) static VERIFY_MAC_RESPONSE: StructureSchema = StructureSchema {
        name: "VerifyMacResponse",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("MacAlgorithm", Schema::String(&MAC_ALGORITHM_SPEC)),
            MemberSchema::optional("MacValid", Schema::Boolean),
        ],
    };

    pub(super) static VERIFY_REQUEST: StructureSchema = StructureSchema {
        name: "VerifyRequest",
        members: &[
            MemberSchema::optional("DryRun", Schema::Boolean),
            MemberSchema::optional("GrantTokens", Schema::List(&GRANT_TOKEN_LIST)),
            MemberSchema::required("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::required("Message", Schema::Blob(&PLAINTEXT_TYPE)),
            MemberSchema::optional("MessageType", Schema::String(&MESSAGE_TYPE)),
            MemberSchema::required("Signature", Schema::Blob(&CIPHERTEXT_TYPE)),
            MemberSchema::required("SigningAlgorithm", Schema::String(&SIGNING_ALGORITHM_SPEC)),
        ],
    };

    pub(super) static VERIFY_RESPONSE: StructureSchema = StructureSchema {
        name: "VerifyResponse",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&KEY_ID_TYPE)),
            MemberSchema::optional("SignatureValid", Schema::Boolean),
            MemberSchema::optional("SigningAlgorithm", Schema::String(&SIGNING_ALGORITHM_SPEC)),
        ],
    };

    pub(super) static WRAPPING_KEY_SPEC: StringSchema = StringSchema {
        name: "WrappingKeySpec",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["RSA_2048", "RSA_3072", "RSA_4096", "SM2"],
    };

    pub(super) static XKS_KEY_CONFIGURATION_TYPE: StructureSchema = StructureSchema {
        name: "XksKeyConfigurationType",
        members: &[MemberSchema::optional("Id", Schema::String(&XKS_KEY_ID_TYPE))],
    };

    pub(super) static XKS_KEY_ID_TYPE: StringSchema = StringSchema {
        name: "XksKeyIdType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&XKS_KEY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static XKS_PROXY_AUTHENTICATION_ACCESS_KEY_ID_TYPE: StringSchema = StringSchema {
        name: "XksProxyAuthenticationAccessKeyIdType",
        sensitive: true,
        min: Some(20),
        max: Some(30),
        pattern: Some(&XKS_PROXY_AUTHENTICATION_ACCESS_KEY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static XKS_PROXY_AUTHENTICATION_CREDENTIAL_TYPE: StructureSchema = StructureSchema {
        name: "XksProxyAuthenticationCredentialType",
        members: &[
            MemberSchema::required(
                "AccessKeyId",
                Schema::String(&XKS_PROXY_AUTHENTICATION_ACCESS_KEY_ID_TYPE),
            ),
            MemberSchema::required(
                "RawSecretAccessKey",
                Schema::String(&XKS_PROXY_AUTHENTICATION_RAW_SECRET_ACCESS_KEY_TYPE),
            ),
        ],
    };

    pub(super) static XKS_PROXY_AUTHENTICATION_RAW_SECRET_ACCESS_KEY_TYPE: StringSchema = StringSchema {
        name: "XksProxyAuthenticationRawSecretAccessKeyType",
        sensitive: true,
        min: Some(43),
        max: Some(64),
        pattern: Some(&XKS_PROXY_AUTHENTICATION_RAW_SECRET_ACCESS_KEY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static XKS_PROXY_CONFIGURATION_TYPE: StructureSchema = StructureSchema {
        name: "XksProxyConfigurationType",
        members: &[
            MemberSchema::optional(
                "AccessKeyId",
                Schema::String(&XKS_PROXY_AUTHENTICATION_ACCESS_KEY_ID_TYPE),
            ),
            MemberSchema::optional("Connectivity", Schema::String(&XKS_PROXY_CONNECTIVITY_TYPE)),
            MemberSchema::optional("UriEndpoint", Schema::String(&XKS_PROXY_URI_ENDPOINT_TYPE)),
            MemberSchema::optional("UriPath", Schema::String(&XKS_PROXY_URI_PATH_TYPE)),
            MemberSchema::optional(
                "VpcEndpointServiceName",
                Schema::String(&XKS_PROXY_VPC_ENDPOINT_SERVICE_NAME_TYPE),
            ),
            MemberSchema::optional("VpcEndpointServiceOwner", Schema::String(&ACCOUNT_ID_TYPE)),
        ],
    };

    pub(super) static XKS_PROXY_CONNECTIVITY_TYPE: StringSchema = StringSchema {
        name: "XksProxyConnectivityType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["PUBLIC_ENDPOINT", "VPC_ENDPOINT_SERVICE"],
    };

    pub(super) static XKS_PROXY_URI_ENDPOINT_TYPE: StringSchema = StringSchema {
        name: "XksProxyUriEndpointType",
        sensitive: false,
        min: Some(10),
        max: Some(128),
        pattern: Some(&XKS_PROXY_URI_ENDPOINT_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static XKS_PROXY_URI_PATH_TYPE: StringSchema = StringSchema {
        name: "XksProxyUriPathType",
        sensitive: false,
        min: Some(10),
        max: Some(128),
        pattern: Some(&XKS_PROXY_URI_PATH_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static XKS_PROXY_VPC_ENDPOINT_SERVICE_NAME_TYPE: StringSchema = StringSchema {
        name: "XksProxyVpcEndpointServiceNameType",
        sensitive: false,
        min: Some(20),
        max: Some(64),
        pattern: Some(&XKS_PROXY_VPC_ENDPOINT_SERVICE_NAME_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CREATE_ALIAS_RESPONSE: StructureSchema =
        StructureSchema { name: "CreateAliasResponse", members: &[] };

    pub(super) static DELETE_ALIAS_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteAliasResponse", members: &[] };

    pub(super) static DISABLE_KEY_RESPONSE: StructureSchema =
        StructureSchema { name: "DisableKeyResponse", members: &[] };

    pub(super) static DISABLE_KEY_ROTATION_RESPONSE: StructureSchema =
        StructureSchema { name: "DisableKeyRotationResponse", members: &[] };

    pub(super) static ENABLE_KEY_RESPONSE: StructureSchema =
        StructureSchema { name: "EnableKeyResponse", members: &[] };

    pub(super) static ENABLE_KEY_ROTATION_RESPONSE: StructureSchema =
        StructureSchema { name: "EnableKeyRotationResponse", members: &[] };

    pub(super) static PUT_KEY_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "PutKeyPolicyResponse", members: &[] };

    pub(super) static RETIRE_GRANT_RESPONSE: StructureSchema =
        StructureSchema { name: "RetireGrantResponse", members: &[] };

    pub(super) static REVOKE_GRANT_RESPONSE: StructureSchema =
        StructureSchema { name: "RevokeGrantResponse", members: &[] };

    pub(super) static TAG_RESOURCE_RESPONSE: StructureSchema =
        StructureSchema { name: "TagResourceResponse", members: &[] };

    pub(super) static UNTAG_RESOURCE_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagResourceResponse", members: &[] };

    pub(super) static UPDATE_ALIAS_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateAliasResponse", members: &[] };

    pub(super) static UPDATE_KEY_DESCRIPTION_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateKeyDescriptionResponse", members: &[] };

    pub(super) static UPDATE_PRIMARY_REGION_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdatePrimaryRegionResponse", members: &[] };

    static ACCOUNT_ID_TYPE_PATTERN: Pattern = Pattern::new(r"[0-9]{12}", r"\A(?:[0-9]{12})\z");

    static POLICY_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\u0009\u000A\u000D\u0020-\u00FF]+", r"\A(?:[\x{9}\x{A}\x{D}\x{20}-\x{FF}]+)\z");

    static MARKER_TYPE_PATTERN: Pattern = Pattern::new(r"[\u0020-\u00FF]*", r"\A(?:[\x{20}-\x{FF}]*)\z");

    static POLICY_NAME_TYPE_PATTERN: Pattern = Pattern::new(r"[\w]+", r"\A(?:[0-9A-Za-z_]+)\z");

    static XKS_PROXY_URI_PATH_TYPE_PATTERN: Pattern = Pattern::new(
        r"^(/[a-zA-Z0-9\/_-]+/kms/xks/v\d{1,2})$|^(/kms/xks/v\d{1,2})$",
        r"\A(?:^(/[a-zA-Z0-9\/_-]+/kms/xks/v[0-9]{1,2})$|^(/kms/xks/v[0-9]{1,2})$)\z",
    );

    static SERVICE_PRINCIPAL_TYPE_PATTERN: Pattern = Pattern::new(
        r"^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$",
        r"\A(?:^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$)\z",
    );

    static REGION_TYPE_PATTERN: Pattern =
        Pattern::new(r"^([a-z]+-){2,3}\d+$", r"\A(?:^([a-z]+-){2,3}[0-9]+$)\z");

    static XKS_PROXY_VPC_ENDPOINT_SERVICE_NAME_TYPE_PATTERN: Pattern = Pattern::new(
        r"^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}\d+\.vpce-svc-[0-9a-z]+$",
        r"\A(?:^(com|eu)\.amazonaws\.vpce\.([a-z]+-){2,3}[0-9]+\.vpce-svc-[0-9a-z]+$)\z",
    );

    static XKS_PROXY_AUTHENTICATION_ACCESS_KEY_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"^[A-Z2-7]+$", r"\A(?:^[A-Z2-7]+$)\z");

    static PRINCIPAL_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"^[\w+=,.@:/-]+$", r"\A(?:^[0-9A-Za-z_+=,.@:/-]+$)\z");

    static BACKING_KEY_ID_RESPONSE_TYPE_PATTERN: Pattern =
        Pattern::new(r"^[a-f0-9]+$", r"\A(?:^[a-f0-9]+$)\z");

    static XKS_KEY_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"^[a-zA-Z0-9-_.]+$", r"\A(?:^[a-zA-Z0-9-_.]+$)\z");

    static ALIAS_NAME_TYPE_PATTERN: Pattern =
        Pattern::new(r"^[a-zA-Z0-9:/_-]+$", r"\A(?:^[a-zA-Z0-9:/_-]+$)\z");

    static KEY_MATERIAL_DESCRIPTION_TYPE_PATTERN: Pattern =
        Pattern::new(r"^[a-zA-Z0-9:/_\s.-]+$", r"\A(?:^[a-zA-Z0-9:/_\t\n\x0B\f\r .-]+$)\z");

    static XKS_PROXY_AUTHENTICATION_RAW_SECRET_ACCESS_KEY_TYPE_PATTERN: Pattern =
        Pattern::new(r"^[a-zA-Z0-9\/+=]+$", r"\A(?:^[a-zA-Z0-9\/+=]+$)\z");

    static GRANT_CONSTRAINT_SOURCE_ARN_TYPE_PATTERN: Pattern = Pattern::new(
        r"^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:.+$",
        r"\A(?:^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{12}:[^\n\r\x{85}\x{2028}\x{2029}]+$)\z",
    );

    static XKS_PROXY_URI_ENDPOINT_TYPE_PATTERN: Pattern =
        Pattern::new(r"^https://[a-zA-Z0-9.-]+$", r"\A(?:^https://[a-zA-Z0-9.-]+$)\z");

    static CLOUD_HSM_CLUSTER_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"cluster-[2-7a-zA-Z]{11,16}", r"\A(?:cluster-[2-7a-zA-Z]{11,16})\z");
}
