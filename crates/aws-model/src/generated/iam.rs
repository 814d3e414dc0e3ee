//! AWS Identity and Access Management, API version 2010-05-08.
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
    id: "iam",
    signing_name: "iam",
    event_source: "iam.amazonaws.com",
    api_version: "2010-05-08",
    protocol: Protocol::Query { xml_namespace: "https://iam.amazonaws.com/doc/2010-05-08/" },
    operations: &[
        &operations::ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER,
        &operations::ADD_ROLE_TO_INSTANCE_PROFILE,
        &operations::ADD_USER_TO_GROUP,
        &operations::ATTACH_GROUP_POLICY,
        &operations::ATTACH_ROLE_POLICY,
        &operations::ATTACH_USER_POLICY,
        &operations::CHANGE_PASSWORD,
        &operations::CREATE_ACCESS_KEY,
        &operations::CREATE_ACCOUNT_ALIAS,
        &operations::CREATE_GROUP,
        &operations::CREATE_INSTANCE_PROFILE,
        &operations::CREATE_LOGIN_PROFILE,
        &operations::CREATE_OPEN_ID_CONNECT_PROVIDER,
        &operations::CREATE_POLICY,
        &operations::CREATE_POLICY_VERSION,
        &operations::CREATE_ROLE,
        &operations::CREATE_SAML_PROVIDER,
        &operations::CREATE_SERVICE_LINKED_ROLE,
        &operations::CREATE_SERVICE_SPECIFIC_CREDENTIAL,
        &operations::CREATE_USER,
        &operations::CREATE_VIRTUAL_MFA_DEVICE,
        &operations::DEACTIVATE_MFA_DEVICE,
        &operations::DELETE_ACCESS_KEY,
        &operations::DELETE_ACCOUNT_ALIAS,
        &operations::DELETE_ACCOUNT_PASSWORD_POLICY,
        &operations::DELETE_GROUP,
        &operations::DELETE_GROUP_POLICY,
        &operations::DELETE_INSTANCE_PROFILE,
        &operations::DELETE_LOGIN_PROFILE,
        &operations::DELETE_OPEN_ID_CONNECT_PROVIDER,
        &operations::DELETE_POLICY,
        &operations::DELETE_POLICY_VERSION,
        &operations::DELETE_ROLE,
        &operations::DELETE_ROLE_PERMISSIONS_BOUNDARY,
        &operations::DELETE_ROLE_POLICY,
        &operations::DELETE_SAML_PROVIDER,
        &operations::DELETE_SSH_PUBLIC_KEY,
        &operations::DELETE_SERVER_CERTIFICATE,
        &operations::DELETE_SERVICE_LINKED_ROLE,
        &operations::DELETE_SERVICE_SPECIFIC_CREDENTIAL,
        &operations::DELETE_SIGNING_CERTIFICATE,
        &operations::DELETE_USER,
        &operations::DELETE_USER_PERMISSIONS_BOUNDARY,
        &operations::DELETE_USER_POLICY,
        &operations::DELETE_VIRTUAL_MFA_DEVICE,
        &operations::DETACH_GROUP_POLICY,
        &operations::DETACH_ROLE_POLICY,
        &operations::DETACH_USER_POLICY,
        &operations::DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT,
        &operations::DISABLE_ORGANIZATIONS_ROOT_SESSIONS,
        &operations::DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION,
        &operations::ENABLE_MFA_DEVICE,
        &operations::ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT,
        &operations::ENABLE_ORGANIZATIONS_ROOT_SESSIONS,
        &operations::ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION,
        &operations::GENERATE_CREDENTIAL_REPORT,
        &operations::GENERATE_ORGANIZATIONS_ACCESS_REPORT,
        &operations::GENERATE_SERVICE_LAST_ACCESSED_DETAILS,
        &operations::GET_ACCESS_KEY_LAST_USED,
        &operations::GET_ACCOUNT_AUTHORIZATION_DETAILS,
        &operations::GET_ACCOUNT_PASSWORD_POLICY,
        &operations::GET_ACCOUNT_SUMMARY,
        &operations::GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY,
        &operations::GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY,
        &operations::GET_CREDENTIAL_REPORT,
        &operations::GET_GROUP,
        &operations::GET_GROUP_POLICY,
        &operations::GET_INSTANCE_PROFILE,
        &operations::GET_LOGIN_PROFILE,
        &operations::GET_MFA_DEVICE,
        &operations::GET_OPEN_ID_CONNECT_PROVIDER,
        &operations::GET_ORGANIZATIONS_ACCESS_REPORT,
        &operations::GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO,
        &operations::GET_POLICY,
        &operations::GET_POLICY_VERSION,
        &operations::GET_ROLE,
        &operations::GET_ROLE_POLICY,
        &operations::GET_SAML_PROVIDER,
        &operations::GET_SSH_PUBLIC_KEY,
        &operations::GET_SERVER_CERTIFICATE,
        &operations::GET_SERVICE_LAST_ACCESSED_DETAILS,
        &operations::GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES,
        &operations::GET_SERVICE_LINKED_ROLE_DELETION_STATUS,
        &operations::GET_USER,
        &operations::GET_USER_POLICY,
        &operations::LIST_ACCESS_KEYS,
        &operations::LIST_ACCOUNT_ALIASES,
        &operations::LIST_ATTACHED_GROUP_POLICIES,
        &operations::LIST_ATTACHED_ROLE_POLICIES,
        &operations::LIST_ATTACHED_USER_POLICIES,
        &operations::LIST_ENTITIES_FOR_POLICY,
        &operations::LIST_GROUP_POLICIES,
        &operations::LIST_GROUPS,
        &operations::LIST_GROUPS_FOR_USER,
        &operations::LIST_INSTANCE_PROFILE_TAGS,
        &operations::LIST_INSTANCE_PROFILES,
        &operations::LIST_INSTANCE_PROFILES_FOR_ROLE,
        &operations::LIST_MFA_DEVICE_TAGS,
        &operations::LIST_MFA_DEVICES,
        &operations::LIST_OPEN_ID_CONNECT_PROVIDER_TAGS,
        &operations::LIST_OPEN_ID_CONNECT_PROVIDERS,
        &operations::LIST_ORGANIZATIONS_FEATURES,
        &operations::LIST_POLICIES,
        &operations::LIST_POLICIES_GRANTING_SERVICE_ACCESS,
        &operations::LIST_POLICY_TAGS,
        &operations::LIST_POLICY_VERSIONS,
        &operations::LIST_ROLE_POLICIES,
        &operations::LIST_ROLE_TAGS,
        &operations::LIST_ROLES,
        &operations::LIST_SAML_PROVIDER_TAGS,
        &operations::LIST_SAML_PROVIDERS,
        &operations::LIST_SSH_PUBLIC_KEYS,
        &operations::LIST_SERVER_CERTIFICATE_TAGS,
        &operations::LIST_SERVER_CERTIFICATES,
        &operations::LIST_SERVICE_SPECIFIC_CREDENTIALS,
        &operations::LIST_SIGNING_CERTIFICATES,
        &operations::LIST_USER_POLICIES,
        &operations::LIST_USER_TAGS,
        &operations::LIST_USERS,
        &operations::LIST_VIRTUAL_MFA_DEVICES,
        &operations::PUT_GROUP_POLICY,
        &operations::PUT_ROLE_PERMISSIONS_BOUNDARY,
        &operations::PUT_ROLE_POLICY,
        &operations::PUT_USER_PERMISSIONS_BOUNDARY,
        &operations::PUT_USER_POLICY,
        &operations::REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER,
        &operations::REMOVE_ROLE_FROM_INSTANCE_PROFILE,
        &operations::REMOVE_USER_FROM_GROUP,
        &operations::RESET_SERVICE_SPECIFIC_CREDENTIAL,
        &operations::RESYNC_MFA_DEVICE,
        &operations::SET_DEFAULT_POLICY_VERSION,
        &operations::SIMULATE_CUSTOM_POLICY,
        &operations::SIMULATE_PRINCIPAL_POLICY,
        &operations::TAG_INSTANCE_PROFILE,
        &operations::TAG_MFA_DEVICE,
        &operations::TAG_OPEN_ID_CONNECT_PROVIDER,
        &operations::TAG_POLICY,
        &operations::TAG_ROLE,
        &operations::TAG_SAML_PROVIDER,
        &operations::TAG_SERVER_CERTIFICATE,
        &operations::TAG_USER,
        &operations::UNTAG_INSTANCE_PROFILE,
        &operations::UNTAG_MFA_DEVICE,
        &operations::UNTAG_OPEN_ID_CONNECT_PROVIDER,
        &operations::UNTAG_POLICY,
        &operations::UNTAG_ROLE,
        &operations::UNTAG_SAML_PROVIDER,
        &operations::UNTAG_SERVER_CERTIFICATE,
        &operations::UNTAG_USER,
        &operations::UPDATE_ACCESS_KEY,
        &operations::UPDATE_ACCOUNT_PASSWORD_POLICY,
        &operations::UPDATE_ASSUME_ROLE_POLICY,
        &operations::UPDATE_GROUP,
        &operations::UPDATE_LOGIN_PROFILE,
        &operations::UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT,
        &operations::UPDATE_ROLE,
        &operations::UPDATE_ROLE_DESCRIPTION,
        &operations::UPDATE_SAML_PROVIDER,
        &operations::UPDATE_SSH_PUBLIC_KEY,
        &operations::UPDATE_SERVER_CERTIFICATE,
        &operations::UPDATE_SERVICE_SPECIFIC_CREDENTIAL,
        &operations::UPDATE_SIGNING_CERTIFICATE,
        &operations::UPDATE_USER,
        &operations::UPLOAD_SSH_PUBLIC_KEY,
        &operations::UPLOAD_SERVER_CERTIFICATE,
        &operations::UPLOAD_SIGNING_CERTIFICATE,
    ],
};

pub struct AddClientIDToOpenIDConnectProvider;

impl Operation for AddClientIDToOpenIDConnectProvider {
    const SCHEMA: &'static OperationSchema = &operations::ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER;
    type Input = AddClientIDToOpenIDConnectProviderRequest;
    type Output = AddClientIDToOpenIDConnectProviderResponse;
}

pub struct AddRoleToInstanceProfile;

impl Operation for AddRoleToInstanceProfile {
    const SCHEMA: &'static OperationSchema = &operations::ADD_ROLE_TO_INSTANCE_PROFILE;
    type Input = AddRoleToInstanceProfileRequest;
    type Output = AddRoleToInstanceProfileResponse;
}

pub struct AddUserToGroup;

impl Operation for AddUserToGroup {
    const SCHEMA: &'static OperationSchema = &operations::ADD_USER_TO_GROUP;
    type Input = AddUserToGroupRequest;
    type Output = AddUserToGroupResponse;
}

pub struct AttachGroupPolicy;

impl Operation for AttachGroupPolicy {
    const SCHEMA: &'static OperationSchema = &operations::ATTACH_GROUP_POLICY;
    type Input = AttachGroupPolicyRequest;
    type Output = AttachGroupPolicyResponse;
}

pub struct AttachRolePolicy;

impl Operation for AttachRolePolicy {
    const SCHEMA: &'static OperationSchema = &operations::ATTACH_ROLE_POLICY;
    type Input = AttachRolePolicyRequest;
    type Output = AttachRolePolicyResponse;
}

pub struct AttachUserPolicy;

impl Operation for AttachUserPolicy {
    const SCHEMA: &'static OperationSchema = &operations::ATTACH_USER_POLICY;
    type Input = AttachUserPolicyRequest;
    type Output = AttachUserPolicyResponse;
}

pub struct ChangePassword;

impl Operation for ChangePassword {
    const SCHEMA: &'static OperationSchema = &operations::CHANGE_PASSWORD;
    type Input = ChangePasswordRequest;
    type Output = ChangePasswordResponse;
}

pub struct CreateAccessKey;

impl Operation for CreateAccessKey {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ACCESS_KEY;
    type Input = CreateAccessKeyRequest;
    type Output = CreateAccessKeyResponse;
}

pub struct CreateAccountAlias;

impl Operation for CreateAccountAlias {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ACCOUNT_ALIAS;
    type Input = CreateAccountAliasRequest;
    type Output = CreateAccountAliasResponse;
}

pub struct CreateGroup;

impl Operation for CreateGroup {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_GROUP;
    type Input = CreateGroupRequest;
    type Output = CreateGroupResponse;
}

pub struct CreateInstanceProfile;

impl Operation for CreateInstanceProfile {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_INSTANCE_PROFILE;
    type Input = CreateInstanceProfileRequest;
    type Output = CreateInstanceProfileResponse;
}

pub struct CreateLoginProfile;

impl Operation for CreateLoginProfile {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_LOGIN_PROFILE;
    type Input = CreateLoginProfileRequest;
    type Output = CreateLoginProfileResponse;
}

pub struct CreateOpenIDConnectProvider;

impl Operation for CreateOpenIDConnectProvider {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_OPEN_ID_CONNECT_PROVIDER;
    type Input = CreateOpenIDConnectProviderRequest;
    type Output = CreateOpenIDConnectProviderResponse;
}

pub struct CreatePolicy;

impl Operation for CreatePolicy {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_POLICY;
    type Input = CreatePolicyRequest;
    type Output = CreatePolicyResponse;
}

pub struct CreatePolicyVersion;

impl Operation for CreatePolicyVersion {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_POLICY_VERSION;
    type Input = CreatePolicyVersionRequest;
    type Output = CreatePolicyVersionResponse;
}

pub struct CreateRole;

impl Operation for CreateRole {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ROLE;
    type Input = CreateRoleRequest;
    type Output = CreateRoleResponse;
}

pub struct CreateSAMLProvider;

impl Operation for CreateSAMLProvider {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_SAML_PROVIDER;
    type Input = CreateSAMLProviderRequest;
    type Output = CreateSAMLProviderResponse;
}

pub struct CreateServiceLinkedRole;

impl Operation for CreateServiceLinkedRole {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_SERVICE_LINKED_ROLE;
    type Input = CreateServiceLinkedRoleRequest;
    type Output = CreateServiceLinkedRoleResponse;
}

pub struct CreateServiceSpecificCredential;

impl Operation for CreateServiceSpecificCredential {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_SERVICE_SPECIFIC_CREDENTIAL;
    type Input = CreateServiceSpecificCredentialRequest;
    type Output = CreateServiceSpecificCredentialResponse;
}

pub struct CreateUser;

impl Operation for CreateUser {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_USER;
    type Input = CreateUserRequest;
    type Output = CreateUserResponse;
}

pub struct CreateVirtualMFADevice;

impl Operation for CreateVirtualMFADevice {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_VIRTUAL_MFA_DEVICE;
    type Input = CreateVirtualMFADeviceRequest;
    type Output = CreateVirtualMFADeviceResponse;
}

pub struct DeactivateMFADevice;

impl Operation for DeactivateMFADevice {
    const SCHEMA: &'static OperationSchema = &operations::DEACTIVATE_MFA_DEVICE;
    type Input = DeactivateMFADeviceRequest;
    type Output = DeactivateMFADeviceResponse;
}

pub struct DeleteAccessKey;

impl Operation for DeleteAccessKey {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ACCESS_KEY;
    type Input = DeleteAccessKeyRequest;
    type Output = DeleteAccessKeyResponse;
}

pub struct DeleteAccountAlias;

impl Operation for DeleteAccountAlias {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ACCOUNT_ALIAS;
    type Input = DeleteAccountAliasRequest;
    type Output = DeleteAccountAliasResponse;
}

pub struct DeleteAccountPasswordPolicy;

impl Operation for DeleteAccountPasswordPolicy {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ACCOUNT_PASSWORD_POLICY;
    type Input = DeleteAccountPasswordPolicyRequest;
    type Output = DeleteAccountPasswordPolicyResponse;
}

pub struct DeleteGroup;

impl Operation for DeleteGroup {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_GROUP;
    type Input = DeleteGroupRequest;
    type Output = DeleteGroupResponse;
}

pub struct DeleteGroupPolicy;

impl Operation for DeleteGroupPolicy {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_GROUP_POLICY;
    type Input = DeleteGroupPolicyRequest;
    type Output = DeleteGroupPolicyResponse;
}

pub struct DeleteInstanceProfile;

impl Operation for DeleteInstanceProfile {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_INSTANCE_PROFILE;
    type Input = DeleteInstanceProfileRequest;
    type Output = DeleteInstanceProfileResponse;
}

pub struct DeleteLoginProfile;

impl Operation for DeleteLoginProfile {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_LOGIN_PROFILE;
    type Input = DeleteLoginProfileRequest;
    type Output = DeleteLoginProfileResponse;
}

pub struct DeleteOpenIDConnectProvider;

impl Operation for DeleteOpenIDConnectProvider {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_OPEN_ID_CONNECT_PROVIDER;
    type Input = DeleteOpenIDConnectProviderRequest;
    type Output = DeleteOpenIDConnectProviderResponse;
}

pub struct DeletePolicy;

impl Operation for DeletePolicy {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_POLICY;
    type Input = DeletePolicyRequest;
    type Output = DeletePolicyResponse;
}

pub struct DeletePolicyVersion;

impl Operation for DeletePolicyVersion {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_POLICY_VERSION;
    type Input = DeletePolicyVersionRequest;
    type Output = DeletePolicyVersionResponse;
}

pub struct DeleteRole;

impl Operation for DeleteRole {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ROLE;
    type Input = DeleteRoleRequest;
    type Output = DeleteRoleResponse;
}

pub struct DeleteRolePermissionsBoundary;

impl Operation for DeleteRolePermissionsBoundary {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ROLE_PERMISSIONS_BOUNDARY;
    type Input = DeleteRolePermissionsBoundaryRequest;
    type Output = DeleteRolePermissionsBoundaryResponse;
}

pub struct DeleteRolePolicy;

impl Operation for DeleteRolePolicy {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ROLE_POLICY;
    type Input = DeleteRolePolicyRequest;
    type Output = DeleteRolePolicyResponse;
}

pub struct DeleteSAMLProvider;

impl Operation for DeleteSAMLProvider {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_SAML_PROVIDER;
    type Input = DeleteSAMLProviderRequest;
    type Output = DeleteSAMLProviderResponse;
}

pub struct DeleteSSHPublicKey;

impl Operation for DeleteSSHPublicKey {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_SSH_PUBLIC_KEY;
    type Input = DeleteSSHPublicKeyRequest;
    type Output = DeleteSSHPublicKeyResponse;
}

pub struct DeleteServerCertificate;

impl Operation for DeleteServerCertificate {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_SERVER_CERTIFICATE;
    type Input = DeleteServerCertificateRequest;
    type Output = DeleteServerCertificateResponse;
}

pub struct DeleteServiceLinkedRole;

impl Operation for DeleteServiceLinkedRole {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_SERVICE_LINKED_ROLE;
    type Input = DeleteServiceLinkedRoleRequest;
    type Output = DeleteServiceLinkedRoleResponse;
}

pub struct DeleteServiceSpecificCredential;

impl Operation for DeleteServiceSpecificCredential {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_SERVICE_SPECIFIC_CREDENTIAL;
    type Input = DeleteServiceSpecificCredentialRequest;
    type Output = DeleteServiceSpecificCredentialResponse;
}

pub struct DeleteSigningCertificate;

impl Operation for DeleteSigningCertificate {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_SIGNING_CERTIFICATE;
    type Input = DeleteSigningCertificateRequest;
    type Output = DeleteSigningCertificateResponse;
}

pub struct DeleteUser;

impl Operation for DeleteUser {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_USER;
    type Input = DeleteUserRequest;
    type Output = DeleteUserResponse;
}

pub struct DeleteUserPermissionsBoundary;

impl Operation for DeleteUserPermissionsBoundary {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_USER_PERMISSIONS_BOUNDARY;
    type Input = DeleteUserPermissionsBoundaryRequest;
    type Output = DeleteUserPermissionsBoundaryResponse;
}

pub struct DeleteUserPolicy;

impl Operation for DeleteUserPolicy {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_USER_POLICY;
    type Input = DeleteUserPolicyRequest;
    type Output = DeleteUserPolicyResponse;
}

pub struct DeleteVirtualMFADevice;

impl Operation for DeleteVirtualMFADevice {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_VIRTUAL_MFA_DEVICE;
    type Input = DeleteVirtualMFADeviceRequest;
    type Output = DeleteVirtualMFADeviceResponse;
}

pub struct DetachGroupPolicy;

impl Operation for DetachGroupPolicy {
    const SCHEMA: &'static OperationSchema = &operations::DETACH_GROUP_POLICY;
    type Input = DetachGroupPolicyRequest;
    type Output = DetachGroupPolicyResponse;
}

pub struct DetachRolePolicy;

impl Operation for DetachRolePolicy {
    const SCHEMA: &'static OperationSchema = &operations::DETACH_ROLE_POLICY;
    type Input = DetachRolePolicyRequest;
    type Output = DetachRolePolicyResponse;
}

pub struct DetachUserPolicy;

impl Operation for DetachUserPolicy {
    const SCHEMA: &'static OperationSchema = &operations::DETACH_USER_POLICY;
    type Input = DetachUserPolicyRequest;
    type Output = DetachUserPolicyResponse;
}

pub struct DisableOrganizationsRootCredentialsManagement;

impl Operation for DisableOrganizationsRootCredentialsManagement {
    const SCHEMA: &'static OperationSchema = &operations::DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT;
    type Input = DisableOrganizationsRootCredentialsManagementRequest;
    type Output = DisableOrganizationsRootCredentialsManagementResponse;
}

pub struct DisableOrganizationsRootSessions;

impl Operation for DisableOrganizationsRootSessions {
    const SCHEMA: &'static OperationSchema = &operations::DISABLE_ORGANIZATIONS_ROOT_SESSIONS;
    type Input = DisableOrganizationsRootSessionsRequest;
    type Output = DisableOrganizationsRootSessionsResponse;
}

pub struct DisableOutboundWebIdentityFederation;

impl Operation for DisableOutboundWebIdentityFederation {
    const SCHEMA: &'static OperationSchema = &operations::DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION;
    type Input = DisableOutboundWebIdentityFederationRequest;
    type Output = DisableOutboundWebIdentityFederationResponse;
}

pub struct EnableMFADevice;

impl Operation for EnableMFADevice {
    const SCHEMA: &'static OperationSchema = &operations::ENABLE_MFA_DEVICE;
    type Input = EnableMFADeviceRequest;
    type Output = EnableMFADeviceResponse;
}

pub struct EnableOrganizationsRootCredentialsManagement;

impl Operation for EnableOrganizationsRootCredentialsManagement {
    const SCHEMA: &'static OperationSchema = &operations::ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT;
    type Input = EnableOrganizationsRootCredentialsManagementRequest;
    type Output = EnableOrganizationsRootCredentialsManagementResponse;
}

pub struct EnableOrganizationsRootSessions;

impl Operation for EnableOrganizationsRootSessions {
    const SCHEMA: &'static OperationSchema = &operations::ENABLE_ORGANIZATIONS_ROOT_SESSIONS;
    type Input = EnableOrganizationsRootSessionsRequest;
    type Output = EnableOrganizationsRootSessionsResponse;
}

pub struct EnableOutboundWebIdentityFederation;

impl Operation for EnableOutboundWebIdentityFederation {
    const SCHEMA: &'static OperationSchema = &operations::ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION;
    type Input = EnableOutboundWebIdentityFederationRequest;
    type Output = EnableOutboundWebIdentityFederationResponse;
}

pub struct GenerateCredentialReport;

impl Operation for GenerateCredentialReport {
    const SCHEMA: &'static OperationSchema = &operations::GENERATE_CREDENTIAL_REPORT;
    type Input = GenerateCredentialReportRequest;
    type Output = GenerateCredentialReportResponse;
}

pub struct GenerateOrganizationsAccessReport;

impl Operation for GenerateOrganizationsAccessReport {
    const SCHEMA: &'static OperationSchema = &operations::GENERATE_ORGANIZATIONS_ACCESS_REPORT;
    type Input = GenerateOrganizationsAccessReportRequest;
    type Output = GenerateOrganizationsAccessReportResponse;
}

pub struct GenerateServiceLastAccessedDetails;

impl Operation for GenerateServiceLastAccessedDetails {
    const SCHEMA: &'static OperationSchema = &operations::GENERATE_SERVICE_LAST_ACCESSED_DETAILS;
    type Input = GenerateServiceLastAccessedDetailsRequest;
    type Output = GenerateServiceLastAccessedDetailsResponse;
}

pub struct GetAccessKeyLastUsed;

impl Operation for GetAccessKeyLastUsed {
    const SCHEMA: &'static OperationSchema = &operations::GET_ACCESS_KEY_LAST_USED;
    type Input = GetAccessKeyLastUsedRequest;
    type Output = GetAccessKeyLastUsedResponse;
}

pub struct GetAccountAuthorizationDetails;

impl Operation for GetAccountAuthorizationDetails {
    const SCHEMA: &'static OperationSchema = &operations::GET_ACCOUNT_AUTHORIZATION_DETAILS;
    type Input = GetAccountAuthorizationDetailsRequest;
    type Output = GetAccountAuthorizationDetailsResponse;
}

pub struct GetAccountPasswordPolicy;

impl Operation for GetAccountPasswordPolicy {
    const SCHEMA: &'static OperationSchema = &operations::GET_ACCOUNT_PASSWORD_POLICY;
    type Input = GetAccountPasswordPolicyRequest;
    type Output = GetAccountPasswordPolicyResponse;
}

pub struct GetAccountSummary;

impl Operation for GetAccountSummary {
    const SCHEMA: &'static OperationSchema = &operations::GET_ACCOUNT_SUMMARY;
    type Input = GetAccountSummaryRequest;
    type Output = GetAccountSummaryResponse;
}

pub struct GetContextKeysForCustomPolicy;

impl Operation for GetContextKeysForCustomPolicy {
    const SCHEMA: &'static OperationSchema = &operations::GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY;
    type Input = GetContextKeysForCustomPolicyRequest;
    type Output = GetContextKeysForPolicyResponse;
}

pub struct GetContextKeysForPrincipalPolicy;

impl Operation for GetContextKeysForPrincipalPolicy {
    const SCHEMA: &'static OperationSchema = &operations::GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY;
    type Input = GetContextKeysForPrincipalPolicyRequest;
    type Output = GetContextKeysForPolicyResponse;
}

pub struct GetCredentialReport;

impl Operation for GetCredentialReport {
    const SCHEMA: &'static OperationSchema = &operations::GET_CREDENTIAL_REPORT;
    type Input = GetCredentialReportRequest;
    type Output = GetCredentialReportResponse;
}

pub struct GetGroup;

impl Operation for GetGroup {
    const SCHEMA: &'static OperationSchema = &operations::GET_GROUP;
    type Input = GetGroupRequest;
    type Output = GetGroupResponse;
}

pub struct GetGroupPolicy;

impl Operation for GetGroupPolicy {
    const SCHEMA: &'static OperationSchema = &operations::GET_GROUP_POLICY;
    type Input = GetGroupPolicyRequest;
    type Output = GetGroupPolicyResponse;
}

pub struct GetInstanceProfile;

impl Operation for GetInstanceProfile {
    const SCHEMA: &'static OperationSchema = &operations::GET_INSTANCE_PROFILE;
    type Input = GetInstanceProfileRequest;
    type Output = GetInstanceProfileResponse;
}

pub struct GetLoginProfile;

impl Operation for GetLoginProfile {
    const SCHEMA: &'static OperationSchema = &operations::GET_LOGIN_PROFILE;
    type Input = GetLoginProfileRequest;
    type Output = GetLoginProfileResponse;
}

pub struct GetMFADevice;

impl Operation for GetMFADevice {
    const SCHEMA: &'static OperationSchema = &operations::GET_MFA_DEVICE;
    type Input = GetMFADeviceRequest;
    type Output = GetMFADeviceResponse;
}

pub struct GetOpenIDConnectProvider;

impl Operation for GetOpenIDConnectProvider {
    const SCHEMA: &'static OperationSchema = &operations::GET_OPEN_ID_CONNECT_PROVIDER;
    type Input = GetOpenIDConnectProviderRequest;
    type Output = GetOpenIDConnectProviderResponse;
}

pub struct GetOrganizationsAccessReport;

impl Operation for GetOrganizationsAccessReport {
    const SCHEMA: &'static OperationSchema = &operations::GET_ORGANIZATIONS_ACCESS_REPORT;
    type Input = GetOrganizationsAccessReportRequest;
    type Output = GetOrganizationsAccessReportResponse;
}

pub struct GetOutboundWebIdentityFederationInfo;

impl Operation for GetOutboundWebIdentityFederationInfo {
    const SCHEMA: &'static OperationSchema = &operations::GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO;
    type Input = GetOutboundWebIdentityFederationInfoRequest;
    type Output = GetOutboundWebIdentityFederationInfoResponse;
}

pub struct GetPolicy;

impl Operation for GetPolicy {
    const SCHEMA: &'static OperationSchema = &operations::GET_POLICY;
    type Input = GetPolicyRequest;
    type Output = GetPolicyResponse;
}

pub struct GetPolicyVersion;

impl Operation for GetPolicyVersion {
    const SCHEMA: &'static OperationSchema = &operations::GET_POLICY_VERSION;
    type Input = GetPolicyVersionRequest;
    type Output = GetPolicyVersionResponse;
}

pub struct GetRole;

impl Operation for GetRole {
    const SCHEMA: &'static OperationSchema = &operations::GET_ROLE;
    type Input = GetRoleRequest;
    type Output = GetRoleResponse;
}

pub struct GetRolePolicy;

impl Operation for GetRolePolicy {
    const SCHEMA: &'static OperationSchema = &operations::GET_ROLE_POLICY;
    type Input = GetRolePolicyRequest;
    type Output = GetRolePolicyResponse;
}

pub struct GetSAMLProvider;

impl Operation for GetSAMLProvider {
    const SCHEMA: &'static OperationSchema = &operations::GET_SAML_PROVIDER;
    type Input = GetSAMLProviderRequest;
    type Output = GetSAMLProviderResponse;
}

pub struct GetSSHPublicKey;

impl Operation for GetSSHPublicKey {
    const SCHEMA: &'static OperationSchema = &operations::GET_SSH_PUBLIC_KEY;
    type Input = GetSSHPublicKeyRequest;
    type Output = GetSSHPublicKeyResponse;
}

pub struct GetServerCertificate;

impl Operation for GetServerCertificate {
    const SCHEMA: &'static OperationSchema = &operations::GET_SERVER_CERTIFICATE;
    type Input = GetServerCertificateRequest;
    type Output = GetServerCertificateResponse;
}

pub struct GetServiceLastAccessedDetails;

impl Operation for GetServiceLastAccessedDetails {
    const SCHEMA: &'static OperationSchema = &operations::GET_SERVICE_LAST_ACCESSED_DETAILS;
    type Input = GetServiceLastAccessedDetailsRequest;
    type Output = GetServiceLastAccessedDetailsResponse;
}

pub struct GetServiceLastAccessedDetailsWithEntities;

impl Operation for GetServiceLastAccessedDetailsWithEntities {
    const SCHEMA: &'static OperationSchema = &operations::GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES;
    type Input = GetServiceLastAccessedDetailsWithEntitiesRequest;
    type Output = GetServiceLastAccessedDetailsWithEntitiesResponse;
}

pub struct GetServiceLinkedRoleDeletionStatus;

impl Operation for GetServiceLinkedRoleDeletionStatus {
    const SCHEMA: &'static OperationSchema = &operations::GET_SERVICE_LINKED_ROLE_DELETION_STATUS;
    type Input = GetServiceLinkedRoleDeletionStatusRequest;
    type Output = GetServiceLinkedRoleDeletionStatusResponse;
}

pub struct GetUser;

impl Operation for GetUser {
    const SCHEMA: &'static OperationSchema = &operations::GET_USER;
    type Input = GetUserRequest;
    type Output = GetUserResponse;
}

pub struct GetUserPolicy;

impl Operation for GetUserPolicy {
    const SCHEMA: &'static OperationSchema = &operations::GET_USER_POLICY;
    type Input = GetUserPolicyRequest;
    type Output = GetUserPolicyResponse;
}

pub struct ListAccessKeys;

impl Operation for ListAccessKeys {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ACCESS_KEYS;
    type Input = ListAccessKeysRequest;
    type Output = ListAccessKeysResponse;
}

pub struct ListAccountAliases;

impl Operation for ListAccountAliases {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ACCOUNT_ALIASES;
    type Input = ListAccountAliasesRequest;
    type Output = ListAccountAliasesResponse;
}

pub struct ListAttachedGroupPolicies;

impl Operation for ListAttachedGroupPolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ATTACHED_GROUP_POLICIES;
    type Input = ListAttachedGroupPoliciesRequest;
    type Output = ListAttachedGroupPoliciesResponse;
}

pub struct ListAttachedRolePolicies;

impl Operation for ListAttachedRolePolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ATTACHED_ROLE_POLICIES;
    type Input = ListAttachedRolePoliciesRequest;
    type Output = ListAttachedRolePoliciesResponse;
}

pub struct ListAttachedUserPolicies;

impl Operation for ListAttachedUserPolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ATTACHED_USER_POLICIES;
    type Input = ListAttachedUserPoliciesRequest;
    type Output = ListAttachedUserPoliciesResponse;
}

pub struct ListEntitiesForPolicy;

impl Operation for ListEntitiesForPolicy {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ENTITIES_FOR_POLICY;
    type Input = ListEntitiesForPolicyRequest;
    type Output = ListEntitiesForPolicyResponse;
}

pub struct ListGroupPolicies;

impl Operation for ListGroupPolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_GROUP_POLICIES;
    type Input = ListGroupPoliciesRequest;
    type Output = ListGroupPoliciesResponse;
}

pub struct ListGroups;

impl Operation for ListGroups {
    const SCHEMA: &'static OperationSchema = &operations::LIST_GROUPS;
    type Input = ListGroupsRequest;
    type Output = ListGroupsResponse;
}

pub struct ListGroupsForUser;

impl Operation for ListGroupsForUser {
    const SCHEMA: &'static OperationSchema = &operations::LIST_GROUPS_FOR_USER;
    type Input = ListGroupsForUserRequest;
    type Output = ListGroupsForUserResponse;
}

pub struct ListInstanceProfileTags;

impl Operation for ListInstanceProfileTags {
    const SCHEMA: &'static OperationSchema = &operations::LIST_INSTANCE_PROFILE_TAGS;
    type Input = ListInstanceProfileTagsRequest;
    type Output = ListInstanceProfileTagsResponse;
}

pub struct ListInstanceProfiles;

impl Operation for ListInstanceProfiles {
    const SCHEMA: &'static OperationSchema = &operations::LIST_INSTANCE_PROFILES;
    type Input = ListInstanceProfilesRequest;
    type Output = ListInstanceProfilesResponse;
}

pub struct ListInstanceProfilesForRole;

impl Operation for ListInstanceProfilesForRole {
    const SCHEMA: &'static OperationSchema = &operations::LIST_INSTANCE_PROFILES_FOR_ROLE;
    type Input = ListInstanceProfilesForRoleRequest;
    type Output = ListInstanceProfilesForRoleResponse;
}

pub struct ListMFADeviceTags;

impl Operation for ListMFADeviceTags {
    const SCHEMA: &'static OperationSchema = &operations::LIST_MFA_DEVICE_TAGS;
    type Input = ListMFADeviceTagsRequest;
    type Output = ListMFADeviceTagsResponse;
}

pub struct ListMFADevices;

impl Operation for ListMFADevices {
    const SCHEMA: &'static OperationSchema = &operations::LIST_MFA_DEVICES;
    type Input = ListMFADevicesRequest;
    type Output = ListMFADevicesResponse;
}

pub struct ListOpenIDConnectProviderTags;

impl Operation for ListOpenIDConnectProviderTags {
    const SCHEMA: &'static OperationSchema = &operations::LIST_OPEN_ID_CONNECT_PROVIDER_TAGS;
    type Input = ListOpenIDConnectProviderTagsRequest;
    type Output = ListOpenIDConnectProviderTagsResponse;
}

pub struct ListOpenIDConnectProviders;

impl Operation for ListOpenIDConnectProviders {
    const SCHEMA: &'static OperationSchema = &operations::LIST_OPEN_ID_CONNECT_PROVIDERS;
    type Input = ListOpenIDConnectProvidersRequest;
    type Output = ListOpenIDConnectProvidersResponse;
}

pub struct ListOrganizationsFeatures;

impl Operation for ListOrganizationsFeatures {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ORGANIZATIONS_FEATURES;
    type Input = ListOrganizationsFeaturesRequest;
    type Output = ListOrganizationsFeaturesResponse;
}

pub struct ListPolicies;

impl Operation for ListPolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_POLICIES;
    type Input = ListPoliciesRequest;
    type Output = ListPoliciesResponse;
}

pub struct ListPoliciesGrantingServiceAccess;

impl Operation for ListPoliciesGrantingServiceAccess {
    const SCHEMA: &'static OperationSchema = &operations::LIST_POLICIES_GRANTING_SERVICE_ACCESS;
    type Input = ListPoliciesGrantingServiceAccessRequest;
    type Output = ListPoliciesGrantingServiceAccessResponse;
}

pub struct ListPolicyTags;

impl Operation for ListPolicyTags {
    const SCHEMA: &'static OperationSchema = &operations::LIST_POLICY_TAGS;
    type Input = ListPolicyTagsRequest;
    type Output = ListPolicyTagsResponse;
}

pub struct ListPolicyVersions;

impl Operation for ListPolicyVersions {
    const SCHEMA: &'static OperationSchema = &operations::LIST_POLICY_VERSIONS;
    type Input = ListPolicyVersionsRequest;
    type Output = ListPolicyVersionsResponse;
}

pub struct ListRolePolicies;

impl Operation for ListRolePolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ROLE_POLICIES;
    type Input = ListRolePoliciesRequest;
    type Output = ListRolePoliciesResponse;
}

pub struct ListRoleTags;

impl Operation for ListRoleTags {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ROLE_TAGS;
    type Input = ListRoleTagsRequest;
    type Output = ListRoleTagsResponse;
}

pub struct ListRoles;

impl Operation for ListRoles {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ROLES;
    type Input = ListRolesRequest;
    type Output = ListRolesResponse;
}

pub struct ListSAMLProviderTags;

impl Operation for ListSAMLProviderTags {
    const SCHEMA: &'static OperationSchema = &operations::LIST_SAML_PROVIDER_TAGS;
    type Input = ListSAMLProviderTagsRequest;
    type Output = ListSAMLProviderTagsResponse;
}

pub struct ListSAMLProviders;

impl Operation for ListSAMLProviders {
    const SCHEMA: &'static OperationSchema = &operations::LIST_SAML_PROVIDERS;
    type Input = ListSAMLProvidersRequest;
    type Output = ListSAMLProvidersResponse;
}

pub struct ListSSHPublicKeys;

impl Operation for ListSSHPublicKeys {
    const SCHEMA: &'static OperationSchema = &operations::LIST_SSH_PUBLIC_KEYS;
    type Input = ListSSHPublicKeysRequest;
    type Output = ListSSHPublicKeysResponse;
}

pub struct ListServerCertificateTags;

impl Operation for ListServerCertificateTags {
    const SCHEMA: &'static OperationSchema = &operations::LIST_SERVER_CERTIFICATE_TAGS;
    type Input = ListServerCertificateTagsRequest;
    type Output = ListServerCertificateTagsResponse;
}

pub struct ListServerCertificates;

impl Operation for ListServerCertificates {
    const SCHEMA: &'static OperationSchema = &operations::LIST_SERVER_CERTIFICATES;
    type Input = ListServerCertificatesRequest;
    type Output = ListServerCertificatesResponse;
}

pub struct ListServiceSpecificCredentials;

impl Operation for ListServiceSpecificCredentials {
    const SCHEMA: &'static OperationSchema = &operations::LIST_SERVICE_SPECIFIC_CREDENTIALS;
    type Input = ListServiceSpecificCredentialsRequest;
    type Output = ListServiceSpecificCredentialsResponse;
}

pub struct ListSigningCertificates;

impl Operation for ListSigningCertificates {
    const SCHEMA: &'static OperationSchema = &operations::LIST_SIGNING_CERTIFICATES;
    type Input = ListSigningCertificatesRequest;
    type Output = ListSigningCertificatesResponse;
}

pub struct ListUserPolicies;

impl Operation for ListUserPolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_USER_POLICIES;
    type Input = ListUserPoliciesRequest;
    type Output = ListUserPoliciesResponse;
}

pub struct ListUserTags;

impl Operation for ListUserTags {
    const SCHEMA: &'static OperationSchema = &operations::LIST_USER_TAGS;
    type Input = ListUserTagsRequest;
    type Output = ListUserTagsResponse;
}

pub struct ListUsers;

impl Operation for ListUsers {
    const SCHEMA: &'static OperationSchema = &operations::LIST_USERS;
    type Input = ListUsersRequest;
    type Output = ListUsersResponse;
}

pub struct ListVirtualMFADevices;

impl Operation for ListVirtualMFADevices {
    const SCHEMA: &'static OperationSchema = &operations::LIST_VIRTUAL_MFA_DEVICES;
    type Input = ListVirtualMFADevicesRequest;
    type Output = ListVirtualMFADevicesResponse;
}

pub struct PutGroupPolicy;

impl Operation for PutGroupPolicy {
    const SCHEMA: &'static OperationSchema = &operations::PUT_GROUP_POLICY;
    type Input = PutGroupPolicyRequest;
    type Output = PutGroupPolicyResponse;
}

pub struct PutRolePermissionsBoundary;

impl Operation for PutRolePermissionsBoundary {
    const SCHEMA: &'static OperationSchema = &operations::PUT_ROLE_PERMISSIONS_BOUNDARY;
    type Input = PutRolePermissionsBoundaryRequest;
    type Output = PutRolePermissionsBoundaryResponse;
}

pub struct PutRolePolicy;

impl Operation for PutRolePolicy {
    const SCHEMA: &'static OperationSchema = &operations::PUT_ROLE_POLICY;
    type Input = PutRolePolicyRequest;
    type Output = PutRolePolicyResponse;
}

pub struct PutUserPermissionsBoundary;

impl Operation for PutUserPermissionsBoundary {
    const SCHEMA: &'static OperationSchema = &operations::PUT_USER_PERMISSIONS_BOUNDARY;
    type Input = PutUserPermissionsBoundaryRequest;
    type Output = PutUserPermissionsBoundaryResponse;
}

pub struct PutUserPolicy;

impl Operation for PutUserPolicy {
    const SCHEMA: &'static OperationSchema = &operations::PUT_USER_POLICY;
    type Input = PutUserPolicyRequest;
    type Output = PutUserPolicyResponse;
}

pub struct RemoveClientIDFromOpenIDConnectProvider;

impl Operation for RemoveClientIDFromOpenIDConnectProvider {
    const SCHEMA: &'static OperationSchema = &operations::REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER;
    type Input = RemoveClientIDFromOpenIDConnectProviderRequest;
    type Output = RemoveClientIDFromOpenIDConnectProviderResponse;
}

pub struct RemoveRoleFromInstanceProfile;

impl Operation for RemoveRoleFromInstanceProfile {
    const SCHEMA: &'static OperationSchema = &operations::REMOVE_ROLE_FROM_INSTANCE_PROFILE;
    type Input = RemoveRoleFromInstanceProfileRequest;
    type Output = RemoveRoleFromInstanceProfileResponse;
}

pub struct RemoveUserFromGroup;

impl Operation for RemoveUserFromGroup {
    const SCHEMA: &'static OperationSchema = &operations::REMOVE_USER_FROM_GROUP;
    type Input = RemoveUserFromGroupRequest;
    type Output = RemoveUserFromGroupResponse;
}

pub struct ResetServiceSpecificCredential;

impl Operation for ResetServiceSpecificCredential {
    const SCHEMA: &'static OperationSchema = &operations::RESET_SERVICE_SPECIFIC_CREDENTIAL;
    type Input = ResetServiceSpecificCredentialRequest;
    type Output = ResetServiceSpecificCredentialResponse;
}

pub struct ResyncMFADevice;

impl Operation for ResyncMFADevice {
    const SCHEMA: &'static OperationSchema = &operations::RESYNC_MFA_DEVICE;
    type Input = ResyncMFADeviceRequest;
    type Output = ResyncMFADeviceResponse;
}

pub struct SetDefaultPolicyVersion;

impl Operation for SetDefaultPolicyVersion {
    const SCHEMA: &'static OperationSchema = &operations::SET_DEFAULT_POLICY_VERSION;
    type Input = SetDefaultPolicyVersionRequest;
    type Output = SetDefaultPolicyVersionResponse;
}

pub struct SimulateCustomPolicy;

impl Operation for SimulateCustomPolicy {
    const SCHEMA: &'static OperationSchema = &operations::SIMULATE_CUSTOM_POLICY;
    type Input = SimulateCustomPolicyRequest;
    type Output = SimulatePolicyResponse;
}

pub struct SimulatePrincipalPolicy;

impl Operation for SimulatePrincipalPolicy {
    const SCHEMA: &'static OperationSchema = &operations::SIMULATE_PRINCIPAL_POLICY;
    type Input = SimulatePrincipalPolicyRequest;
    type Output = SimulatePolicyResponse;
}

pub struct TagInstanceProfile;

impl Operation for TagInstanceProfile {
    const SCHEMA: &'static OperationSchema = &operations::TAG_INSTANCE_PROFILE;
    type Input = TagInstanceProfileRequest;
    type Output = TagInstanceProfileResponse;
}

pub struct TagMFADevice;

impl Operation for TagMFADevice {
    const SCHEMA: &'static OperationSchema = &operations::TAG_MFA_DEVICE;
    type Input = TagMFADeviceRequest;
    type Output = TagMFADeviceResponse;
}

pub struct TagOpenIDConnectProvider;

impl Operation for TagOpenIDConnectProvider {
    const SCHEMA: &'static OperationSchema = &operations::TAG_OPEN_ID_CONNECT_PROVIDER;
    type Input = TagOpenIDConnectProviderRequest;
    type Output = TagOpenIDConnectProviderResponse;
}

pub struct TagPolicy;

impl Operation for TagPolicy {
    const SCHEMA: &'static OperationSchema = &operations::TAG_POLICY;
    type Input = TagPolicyRequest;
    type Output = TagPolicyResponse;
}

pub struct TagRole;

impl Operation for TagRole {
    const SCHEMA: &'static OperationSchema = &operations::TAG_ROLE;
    type Input = TagRoleRequest;
    type Output = TagRoleResponse;
}

pub struct TagSAMLProvider;

impl Operation for TagSAMLProvider {
    const SCHEMA: &'static OperationSchema = &operations::TAG_SAML_PROVIDER;
    type Input = TagSAMLProviderRequest;
    type Output = TagSAMLProviderResponse;
}

pub struct TagServerCertificate;

impl Operation for TagServerCertificate {
    const SCHEMA: &'static OperationSchema = &operations::TAG_SERVER_CERTIFICATE;
    type Input = TagServerCertificateRequest;
    type Output = TagServerCertificateResponse;
}

pub struct TagUser;

impl Operation for TagUser {
    const SCHEMA: &'static OperationSchema = &operations::TAG_USER;
    type Input = TagUserRequest;
    type Output = TagUserResponse;
}

pub struct UntagInstanceProfile;

impl Operation for UntagInstanceProfile {
    const SCHEMA: &'static OperationSchema = &operations::UNTAG_INSTANCE_PROFILE;
    type Input = UntagInstanceProfileRequest;
    type Output = UntagInstanceProfileResponse;
}

pub struct UntagMFADevice;

impl Operation for UntagMFADevice {
    const SCHEMA: &'static OperationSchema = &operations::UNTAG_MFA_DEVICE;
    type Input = UntagMFADeviceRequest;
    type Output = UntagMFADeviceResponse;
}

pub struct UntagOpenIDConnectProvider;

impl Operation for UntagOpenIDConnectProvider {
    const SCHEMA: &'static OperationSchema = &operations::UNTAG_OPEN_ID_CONNECT_PROVIDER;
    type Input = UntagOpenIDConnectProviderRequest;
    type Output = UntagOpenIDConnectProviderResponse;
}

pub struct UntagPolicy;

impl Operation for UntagPolicy {
    const SCHEMA: &'static OperationSchema = &operations::UNTAG_POLICY;
    type Input = UntagPolicyRequest;
    type Output = UntagPolicyResponse;
}

pub struct UntagRole;

impl Operation for UntagRole {
    const SCHEMA: &'static OperationSchema = &operations::UNTAG_ROLE;
    type Input = UntagRoleRequest;
    type Output = UntagRoleResponse;
}

pub struct UntagSAMLProvider;

impl Operation for UntagSAMLProvider {
    const SCHEMA: &'static OperationSchema = &operations::UNTAG_SAML_PROVIDER;
    type Input = UntagSAMLProviderRequest;
    type Output = UntagSAMLProviderResponse;
}

pub struct UntagServerCertificate;

impl Operation for UntagServerCertificate {
    const SCHEMA: &'static OperationSchema = &operations::UNTAG_SERVER_CERTIFICATE;
    type Input = UntagServerCertificateRequest;
    type Output = UntagServerCertificateResponse;
}

pub struct UntagUser;

impl Operation for UntagUser {
    const SCHEMA: &'static OperationSchema = &operations::UNTAG_USER;
    type Input = UntagUserRequest;
    type Output = UntagUserResponse;
}

pub struct UpdateAccessKey;

impl Operation for UpdateAccessKey {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_ACCESS_KEY;
    type Input = UpdateAccessKeyRequest;
    type Output = UpdateAccessKeyResponse;
}

pub struct UpdateAccountPasswordPolicy;

impl Operation for UpdateAccountPasswordPolicy {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_ACCOUNT_PASSWORD_POLICY;
    type Input = UpdateAccountPasswordPolicyRequest;
    type Output = UpdateAccountPasswordPolicyResponse;
}

pub struct UpdateAssumeRolePolicy;

impl Operation for UpdateAssumeRolePolicy {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_ASSUME_ROLE_POLICY;
    type Input = UpdateAssumeRolePolicyRequest;
    type Output = UpdateAssumeRolePolicyResponse;
}

pub struct UpdateGroup;

impl Operation for UpdateGroup {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_GROUP;
    type Input = UpdateGroupRequest;
    type Output = UpdateGroupResponse;
}

pub struct UpdateLoginProfile;

impl Operation for UpdateLoginProfile {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_LOGIN_PROFILE;
    type Input = UpdateLoginProfileRequest;
    type Output = UpdateLoginProfileResponse;
}

pub struct UpdateOpenIDConnectProviderThumbprint;

impl Operation for UpdateOpenIDConnectProviderThumbprint {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT;
    type Input = UpdateOpenIDConnectProviderThumbprintRequest;
    type Output = UpdateOpenIDConnectProviderThumbprintResponse;
}

pub struct UpdateRole;

impl Operation for UpdateRole {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_ROLE;
    type Input = UpdateRoleRequest;
    type Output = UpdateRoleResponse;
}

pub struct UpdateRoleDescription;

impl Operation for UpdateRoleDescription {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_ROLE_DESCRIPTION;
    type Input = UpdateRoleDescriptionRequest;
    type Output = UpdateRoleDescriptionResponse;
}

pub struct UpdateSAMLProvider;

impl Operation for UpdateSAMLProvider {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_SAML_PROVIDER;
    type Input = UpdateSAMLProviderRequest;
    type Output = UpdateSAMLProviderResponse;
}

pub struct UpdateSSHPublicKey;

impl Operation for UpdateSSHPublicKey {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_SSH_PUBLIC_KEY;
    type Input = UpdateSSHPublicKeyRequest;
    type Output = UpdateSSHPublicKeyResponse;
}

pub struct UpdateServerCertificate;

impl Operation for UpdateServerCertificate {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_SERVER_CERTIFICATE;
    type Input = UpdateServerCertificateRequest;
    type Output = UpdateServerCertificateResponse;
}

pub struct UpdateServiceSpecificCredential;

impl Operation for UpdateServiceSpecificCredential {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_SERVICE_SPECIFIC_CREDENTIAL;
    type Input = UpdateServiceSpecificCredentialRequest;
    type Output = UpdateServiceSpecificCredentialResponse;
}

pub struct UpdateSigningCertificate;

impl Operation for UpdateSigningCertificate {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_SIGNING_CERTIFICATE;
    type Input = UpdateSigningCertificateRequest;
    type Output = UpdateSigningCertificateResponse;
}

pub struct UpdateUser;

impl Operation for UpdateUser {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_USER;
    type Input = UpdateUserRequest;
    type Output = UpdateUserResponse;
}

pub struct UploadSSHPublicKey;

impl Operation for UploadSSHPublicKey {
    const SCHEMA: &'static OperationSchema = &operations::UPLOAD_SSH_PUBLIC_KEY;
    type Input = UploadSSHPublicKeyRequest;
    type Output = UploadSSHPublicKeyResponse;
}

pub struct UploadServerCertificate;

impl Operation for UploadServerCertificate {
    const SCHEMA: &'static OperationSchema = &operations::UPLOAD_SERVER_CERTIFICATE;
    type Input = UploadServerCertificateRequest;
    type Output = UploadServerCertificateResponse;
}

pub struct UploadSigningCertificate;

impl Operation for UploadSigningCertificate {
    const SCHEMA: &'static OperationSchema = &operations::UPLOAD_SIGNING_CERTIFICATE;
    type Input = UploadSigningCertificateRequest;
    type Output = UploadSigningCertificateResponse;
}

mod operations {
    use super::{OperationSchema, SERVICE, errors, schemas};

    pub(super) static ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AddClientIDToOpenIDConnectProvider",
        input: &schemas::ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_REQUEST,
        output: &schemas::ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static ADD_ROLE_TO_INSTANCE_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AddRoleToInstanceProfile",
        input: &schemas::ADD_ROLE_TO_INSTANCE_PROFILE_REQUEST,
        output: &schemas::ADD_ROLE_TO_INSTANCE_PROFILE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static ADD_USER_TO_GROUP: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AddUserToGroup",
        input: &schemas::ADD_USER_TO_GROUP_REQUEST,
        output: &schemas::ADD_USER_TO_GROUP_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static ATTACH_GROUP_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AttachGroupPolicy",
        input: &schemas::ATTACH_GROUP_POLICY_REQUEST,
        output: &schemas::ATTACH_GROUP_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::POLICY_NOT_ATTACHABLE_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static ATTACH_ROLE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AttachRolePolicy",
        input: &schemas::ATTACH_ROLE_POLICY_REQUEST,
        output: &schemas::ATTACH_ROLE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::POLICY_NOT_ATTACHABLE_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static ATTACH_USER_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AttachUserPolicy",
        input: &schemas::ATTACH_USER_POLICY_REQUEST,
        output: &schemas::ATTACH_USER_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::POLICY_NOT_ATTACHABLE_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CHANGE_PASSWORD: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ChangePassword",
        input: &schemas::CHANGE_PASSWORD_REQUEST,
        output: &schemas::CHANGE_PASSWORD_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ENTITY_TEMPORARILY_UNMODIFIABLE_EXCEPTION,
            &errors::INVALID_USER_TYPE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::PASSWORD_POLICY_VIOLATION_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_ACCESS_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateAccessKey",
        input: &schemas::CREATE_ACCESS_KEY_REQUEST,
        output: &schemas::CREATE_ACCESS_KEY_RESPONSE,
        result_wrapper: Some("CreateAccessKeyResult"),
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_ACCOUNT_ALIAS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateAccountAlias",
        input: &schemas::CREATE_ACCOUNT_ALIAS_REQUEST,
        output: &schemas::CREATE_ACCOUNT_ALIAS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_GROUP: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateGroup",
        input: &schemas::CREATE_GROUP_REQUEST,
        output: &schemas::CREATE_GROUP_RESPONSE,
        result_wrapper: Some("CreateGroupResult"),
        errors: &[
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_INSTANCE_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateInstanceProfile",
        input: &schemas::CREATE_INSTANCE_PROFILE_REQUEST,
        output: &schemas::CREATE_INSTANCE_PROFILE_RESPONSE,
        result_wrapper: Some("CreateInstanceProfileResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_LOGIN_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateLoginProfile",
        input: &schemas::CREATE_LOGIN_PROFILE_REQUEST,
        output: &schemas::CREATE_LOGIN_PROFILE_RESPONSE,
        result_wrapper: Some("CreateLoginProfileResult"),
        errors: &[
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::PASSWORD_POLICY_VIOLATION_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_OPEN_ID_CONNECT_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateOpenIDConnectProvider",
        input: &schemas::CREATE_OPEN_ID_CONNECT_PROVIDER_REQUEST,
        output: &schemas::CREATE_OPEN_ID_CONNECT_PROVIDER_RESPONSE,
        result_wrapper: Some("CreateOpenIDConnectProviderResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::OPEN_ID_IDP_COMMUNICATION_ERROR_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreatePolicy",
        input: &schemas::CREATE_POLICY_REQUEST,
        output: &schemas::CREATE_POLICY_RESPONSE,
        result_wrapper: Some("CreatePolicyResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_POLICY_VERSION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreatePolicyVersion",
        input: &schemas::CREATE_POLICY_VERSION_REQUEST,
        output: &schemas::CREATE_POLICY_VERSION_RESPONSE,
        result_wrapper: Some("CreatePolicyVersionResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateRole",
        input: &schemas::CREATE_ROLE_REQUEST,
        output: &schemas::CREATE_ROLE_RESPONSE,
        result_wrapper: Some("CreateRoleResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_SAML_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateSAMLProvider",
        input: &schemas::CREATE_SAML_PROVIDER_REQUEST,
        output: &schemas::CREATE_SAML_PROVIDER_RESPONSE,
        result_wrapper: Some("CreateSAMLProviderResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_SERVICE_LINKED_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateServiceLinkedRole",
        input: &schemas::CREATE_SERVICE_LINKED_ROLE_REQUEST,
        output: &schemas::CREATE_SERVICE_LINKED_ROLE_RESPONSE,
        result_wrapper: Some("CreateServiceLinkedRoleResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_SERVICE_SPECIFIC_CREDENTIAL: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateServiceSpecificCredential",
        input: &schemas::CREATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST,
        output: &schemas::CREATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE,
        result_wrapper: Some("CreateServiceSpecificCredentialResult"),
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_NOT_SUPPORTED_EXCEPTION,
        ],
    };

    pub(super) static CREATE_USER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateUser",
        input: &schemas::CREATE_USER_REQUEST,
        output: &schemas::CREATE_USER_RESPONSE,
        result_wrapper: Some("CreateUserResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static CREATE_VIRTUAL_MFA_DEVICE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateVirtualMFADevice",
        input: &schemas::CREATE_VIRTUAL_MFA_DEVICE_REQUEST,
        output: &schemas::CREATE_VIRTUAL_MFA_DEVICE_RESPONSE,
        result_wrapper: Some("CreateVirtualMFADeviceResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DEACTIVATE_MFA_DEVICE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeactivateMFADevice",
        input: &schemas::DEACTIVATE_MFA_DEVICE_REQUEST,
        output: &schemas::DEACTIVATE_MFA_DEVICE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_TEMPORARILY_UNMODIFIABLE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_ACCESS_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteAccessKey",
        input: &schemas::DELETE_ACCESS_KEY_REQUEST,
        output: &schemas::DELETE_ACCESS_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_ACCOUNT_ALIAS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteAccountAlias",
        input: &schemas::DELETE_ACCOUNT_ALIAS_REQUEST,
        output: &schemas::DELETE_ACCOUNT_ALIAS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_ACCOUNT_PASSWORD_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteAccountPasswordPolicy",
        input: &schemas::DELETE_ACCOUNT_PASSWORD_POLICY_REQUEST,
        output: &schemas::DELETE_ACCOUNT_PASSWORD_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_GROUP: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteGroup",
        input: &schemas::DELETE_GROUP_REQUEST,
        output: &schemas::DELETE_GROUP_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DELETE_CONFLICT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_GROUP_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteGroupPolicy",
        input: &schemas::DELETE_GROUP_POLICY_REQUEST,
        output: &schemas::DELETE_GROUP_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_INSTANCE_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteInstanceProfile",
        input: &schemas::DELETE_INSTANCE_PROFILE_REQUEST,
        output: &schemas::DELETE_INSTANCE_PROFILE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DELETE_CONFLICT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_LOGIN_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteLoginProfile",
        input: &schemas::DELETE_LOGIN_PROFILE_REQUEST,
        output: &schemas::DELETE_LOGIN_PROFILE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ENTITY_TEMPORARILY_UNMODIFIABLE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_OPEN_ID_CONNECT_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteOpenIDConnectProvider",
        input: &schemas::DELETE_OPEN_ID_CONNECT_PROVIDER_REQUEST,
        output: &schemas::DELETE_OPEN_ID_CONNECT_PROVIDER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeletePolicy",
        input: &schemas::DELETE_POLICY_REQUEST,
        output: &schemas::DELETE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DELETE_CONFLICT_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_POLICY_VERSION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeletePolicyVersion",
        input: &schemas::DELETE_POLICY_VERSION_REQUEST,
        output: &schemas::DELETE_POLICY_VERSION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DELETE_CONFLICT_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteRole",
        input: &schemas::DELETE_ROLE_REQUEST,
        output: &schemas::DELETE_ROLE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::DELETE_CONFLICT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static DELETE_ROLE_PERMISSIONS_BOUNDARY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteRolePermissionsBoundary",
        input: &schemas::DELETE_ROLE_PERMISSIONS_BOUNDARY_REQUEST,
        output: &schemas::DELETE_ROLE_PERMISSIONS_BOUNDARY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static DELETE_ROLE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteRolePolicy",
        input: &schemas::DELETE_ROLE_POLICY_REQUEST,
        output: &schemas::DELETE_ROLE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static DELETE_SAML_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteSAMLProvider",
        input: &schemas::DELETE_SAML_PROVIDER_REQUEST,
        output: &schemas::DELETE_SAML_PROVIDER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_SSH_PUBLIC_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteSSHPublicKey",
        input: &schemas::DELETE_SSH_PUBLIC_KEY_REQUEST,
        output: &schemas::DELETE_SSH_PUBLIC_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static DELETE_SERVER_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteServerCertificate",
        input: &schemas::DELETE_SERVER_CERTIFICATE_REQUEST,
        output: &schemas::DELETE_SERVER_CERTIFICATE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::DELETE_CONFLICT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_SERVICE_LINKED_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteServiceLinkedRole",
        input: &schemas::DELETE_SERVICE_LINKED_ROLE_REQUEST,
        output: &schemas::DELETE_SERVICE_LINKED_ROLE_RESPONSE,
        result_wrapper: Some("DeleteServiceLinkedRoleResult"),
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_SERVICE_SPECIFIC_CREDENTIAL: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteServiceSpecificCredential",
        input: &schemas::DELETE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST,
        output: &schemas::DELETE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE,
        result_wrapper: None,
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static DELETE_SIGNING_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteSigningCertificate",
        input: &schemas::DELETE_SIGNING_CERTIFICATE_REQUEST,
        output: &schemas::DELETE_SIGNING_CERTIFICATE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_USER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteUser",
        input: &schemas::DELETE_USER_REQUEST,
        output: &schemas::DELETE_USER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::DELETE_CONFLICT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_USER_PERMISSIONS_BOUNDARY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteUserPermissionsBoundary",
        input: &schemas::DELETE_USER_PERMISSIONS_BOUNDARY_REQUEST,
        output: &schemas::DELETE_USER_PERMISSIONS_BOUNDARY_RESPONSE,
        result_wrapper: None,
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static DELETE_USER_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteUserPolicy",
        input: &schemas::DELETE_USER_POLICY_REQUEST,
        output: &schemas::DELETE_USER_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DELETE_VIRTUAL_MFA_DEVICE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteVirtualMFADevice",
        input: &schemas::DELETE_VIRTUAL_MFA_DEVICE_REQUEST,
        output: &schemas::DELETE_VIRTUAL_MFA_DEVICE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::DELETE_CONFLICT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DETACH_GROUP_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DetachGroupPolicy",
        input: &schemas::DETACH_GROUP_POLICY_REQUEST,
        output: &schemas::DETACH_GROUP_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DETACH_ROLE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DetachRolePolicy",
        input: &schemas::DETACH_ROLE_POLICY_REQUEST,
        output: &schemas::DETACH_ROLE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static DETACH_USER_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DetachUserPolicy",
        input: &schemas::DETACH_USER_POLICY_REQUEST,
        output: &schemas::DETACH_USER_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DisableOrganizationsRootCredentialsManagement",
        input: &schemas::DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST,
        output: &schemas::DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE,
        result_wrapper: Some("DisableOrganizationsRootCredentialsManagementResult"),
        errors: &[
            &errors::ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR_EXCEPTION,
            &errors::ORGANIZATION_NOT_FOUND_EXCEPTION,
            &errors::ORGANIZATION_NOT_IN_ALL_FEATURES_MODE_EXCEPTION,
            &errors::SERVICE_ACCESS_NOT_ENABLED_EXCEPTION,
        ],
    };

    pub(super) static DISABLE_ORGANIZATIONS_ROOT_SESSIONS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DisableOrganizationsRootSessions",
        input: &schemas::DISABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST,
        output: &schemas::DISABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE,
        result_wrapper: Some("DisableOrganizationsRootSessionsResult"),
        errors: &[
            &errors::ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR_EXCEPTION,
            &errors::ORGANIZATION_NOT_FOUND_EXCEPTION,
            &errors::ORGANIZATION_NOT_IN_ALL_FEATURES_MODE_EXCEPTION,
            &errors::SERVICE_ACCESS_NOT_ENABLED_EXCEPTION,
        ],
    };

    pub(super) static DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DisableOutboundWebIdentityFederation",
        input: &schemas::DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_REQUEST,
        output: &schemas::DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_RESPONSE,
        result_wrapper: None,
        errors: &[&errors::FEATURE_DISABLED_EXCEPTION],
    };

    pub(super) static ENABLE_MFA_DEVICE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "EnableMFADevice",
        input: &schemas::ENABLE_MFA_DEVICE_REQUEST,
        output: &schemas::ENABLE_MFA_DEVICE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::ENTITY_TEMPORARILY_UNMODIFIABLE_EXCEPTION,
            &errors::INVALID_AUTHENTICATION_CODE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "EnableOrganizationsRootCredentialsManagement",
        input: &schemas::ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST,
        output: &schemas::ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE,
        result_wrapper: Some("EnableOrganizationsRootCredentialsManagementResult"),
        errors: &[
            &errors::ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR_EXCEPTION,
            &errors::CALLER_IS_NOT_MANAGEMENT_ACCOUNT_EXCEPTION,
            &errors::ORGANIZATION_NOT_FOUND_EXCEPTION,
            &errors::ORGANIZATION_NOT_IN_ALL_FEATURES_MODE_EXCEPTION,
            &errors::SERVICE_ACCESS_NOT_ENABLED_EXCEPTION,
        ],
    };

    pub(super) static ENABLE_ORGANIZATIONS_ROOT_SESSIONS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "EnableOrganizationsRootSessions",
        input: &schemas::ENABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST,
        output: &schemas::ENABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE,
        result_wrapper: Some("EnableOrganizationsRootSessionsResult"),
        errors: &[
            &errors::ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR_EXCEPTION,
            &errors::CALLER_IS_NOT_MANAGEMENT_ACCOUNT_EXCEPTION,
            &errors::ORGANIZATION_NOT_FOUND_EXCEPTION,
            &errors::ORGANIZATION_NOT_IN_ALL_FEATURES_MODE_EXCEPTION,
            &errors::SERVICE_ACCESS_NOT_ENABLED_EXCEPTION,
        ],
    };

    pub(super) static ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "EnableOutboundWebIdentityFederation",
        input: &schemas::ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_REQUEST,
        output: &schemas::ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_RESPONSE,
        result_wrapper: Some("EnableOutboundWebIdentityFederationResult"),
        errors: &[&errors::FEATURE_ENABLED_EXCEPTION],
    };

    pub(super) static GENERATE_CREDENTIAL_REPORT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GenerateCredentialReport",
        input: &schemas::GENERATE_CREDENTIAL_REPORT_REQUEST,
        output: &schemas::GENERATE_CREDENTIAL_REPORT_RESPONSE,
        result_wrapper: Some("GenerateCredentialReportResult"),
        errors: &[&errors::LIMIT_EXCEEDED_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GENERATE_ORGANIZATIONS_ACCESS_REPORT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GenerateOrganizationsAccessReport",
        input: &schemas::GENERATE_ORGANIZATIONS_ACCESS_REPORT_REQUEST,
        output: &schemas::GENERATE_ORGANIZATIONS_ACCESS_REPORT_RESPONSE,
        result_wrapper: Some("GenerateOrganizationsAccessReportResult"),
        errors: &[&errors::REPORT_GENERATION_LIMIT_EXCEEDED_EXCEPTION],
    };

    pub(super) static GENERATE_SERVICE_LAST_ACCESSED_DETAILS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GenerateServiceLastAccessedDetails",
        input: &schemas::GENERATE_SERVICE_LAST_ACCESSED_DETAILS_REQUEST,
        output: &schemas::GENERATE_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE,
        result_wrapper: Some("GenerateServiceLastAccessedDetailsResult"),
        errors: &[&errors::INVALID_INPUT_EXCEPTION, &errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static GET_ACCESS_KEY_LAST_USED: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetAccessKeyLastUsed",
        input: &schemas::GET_ACCESS_KEY_LAST_USED_REQUEST,
        output: &schemas::GET_ACCESS_KEY_LAST_USED_RESPONSE,
        result_wrapper: Some("GetAccessKeyLastUsedResult"),
        errors: &[],
    };

    pub(super) static GET_ACCOUNT_AUTHORIZATION_DETAILS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetAccountAuthorizationDetails",
        input: &schemas::GET_ACCOUNT_AUTHORIZATION_DETAILS_REQUEST,
        output: &schemas::GET_ACCOUNT_AUTHORIZATION_DETAILS_RESPONSE,
        result_wrapper: Some("GetAccountAuthorizationDetailsResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_ACCOUNT_PASSWORD_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetAccountPasswordPolicy",
        input: &schemas::GET_ACCOUNT_PASSWORD_POLICY_REQUEST,
        output: &schemas::GET_ACCOUNT_PASSWORD_POLICY_RESPONSE,
        result_wrapper: Some("GetAccountPasswordPolicyResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_ACCOUNT_SUMMARY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetAccountSummary",
        input: &schemas::GET_ACCOUNT_SUMMARY_REQUEST,
        output: &schemas::GET_ACCOUNT_SUMMARY_RESPONSE,
        result_wrapper: Some("GetAccountSummaryResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetContextKeysForCustomPolicy",
        input: &schemas::GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY_REQUEST,
        output: &schemas::GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE,
        result_wrapper: Some("GetContextKeysForCustomPolicyResult"),
        errors: &[&errors::INVALID_INPUT_EXCEPTION],
    };

    pub(super) static GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetContextKeysForPrincipalPolicy",
        input: &schemas::GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY_REQUEST,
        output: &schemas::GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE,
        result_wrapper: Some("GetContextKeysForPrincipalPolicyResult"),
        errors: &[&errors::INVALID_INPUT_EXCEPTION, &errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static GET_CREDENTIAL_REPORT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetCredentialReport",
        input: &schemas::GET_CREDENTIAL_REPORT_REQUEST,
        output: &schemas::GET_CREDENTIAL_REPORT_RESPONSE,
        result_wrapper: Some("GetCredentialReportResult"),
        errors: &[
            &errors::CREDENTIAL_REPORT_EXPIRED_EXCEPTION,
            &errors::CREDENTIAL_REPORT_NOT_PRESENT_EXCEPTION,
            &errors::CREDENTIAL_REPORT_NOT_READY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static GET_GROUP: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetGroup",
        input: &schemas::GET_GROUP_REQUEST,
        output: &schemas::GET_GROUP_RESPONSE,
        result_wrapper: Some("GetGroupResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_GROUP_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetGroupPolicy",
        input: &schemas::GET_GROUP_POLICY_REQUEST,
        output: &schemas::GET_GROUP_POLICY_RESPONSE,
        result_wrapper: Some("GetGroupPolicyResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_INSTANCE_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetInstanceProfile",
        input: &schemas::GET_INSTANCE_PROFILE_REQUEST,
        output: &schemas::GET_INSTANCE_PROFILE_RESPONSE,
        result_wrapper: Some("GetInstanceProfileResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_LOGIN_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetLoginProfile",
        input: &schemas::GET_LOGIN_PROFILE_REQUEST,
        output: &schemas::GET_LOGIN_PROFILE_RESPONSE,
        result_wrapper: Some("GetLoginProfileResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_MFA_DEVICE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetMFADevice",
        input: &schemas::GET_MFA_DEVICE_REQUEST,
        output: &schemas::GET_MFA_DEVICE_RESPONSE,
        result_wrapper: Some("GetMFADeviceResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_OPEN_ID_CONNECT_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetOpenIDConnectProvider",
        input: &schemas::GET_OPEN_ID_CONNECT_PROVIDER_REQUEST,
        output: &schemas::GET_OPEN_ID_CONNECT_PROVIDER_RESPONSE,
        result_wrapper: Some("GetOpenIDConnectProviderResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static GET_ORGANIZATIONS_ACCESS_REPORT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetOrganizationsAccessReport",
        input: &schemas::GET_ORGANIZATIONS_ACCESS_REPORT_REQUEST,
        output: &schemas::GET_ORGANIZATIONS_ACCESS_REPORT_RESPONSE,
        result_wrapper: Some("GetOrganizationsAccessReportResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetOutboundWebIdentityFederationInfo",
        input: &schemas::GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO_REQUEST,
        output: &schemas::GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO_RESPONSE,
        result_wrapper: Some("GetOutboundWebIdentityFederationInfoResult"),
        errors: &[&errors::FEATURE_DISABLED_EXCEPTION],
    };

    pub(super) static GET_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetPolicy",
        input: &schemas::GET_POLICY_REQUEST,
        output: &schemas::GET_POLICY_RESPONSE,
        result_wrapper: Some("GetPolicyResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static GET_POLICY_VERSION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetPolicyVersion",
        input: &schemas::GET_POLICY_VERSION_REQUEST,
        output: &schemas::GET_POLICY_VERSION_RESPONSE,
        result_wrapper: Some("GetPolicyVersionResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static GET_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetRole",
        input: &schemas::GET_ROLE_REQUEST,
        output: &schemas::GET_ROLE_RESPONSE,
        result_wrapper: Some("GetRoleResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_ROLE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetRolePolicy",
        input: &schemas::GET_ROLE_POLICY_REQUEST,
        output: &schemas::GET_ROLE_POLICY_RESPONSE,
        result_wrapper: Some("GetRolePolicyResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_SAML_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetSAMLProvider",
        input: &schemas::GET_SAML_PROVIDER_REQUEST,
        output: &schemas::GET_SAML_PROVIDER_RESPONSE,
        result_wrapper: Some("GetSAMLProviderResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static GET_SSH_PUBLIC_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetSSHPublicKey",
        input: &schemas::GET_SSH_PUBLIC_KEY_REQUEST,
        output: &schemas::GET_SSH_PUBLIC_KEY_RESPONSE,
        result_wrapper: Some("GetSSHPublicKeyResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::UNRECOGNIZED_PUBLIC_KEY_ENCODING_EXCEPTION],
    };

    pub(super) static GET_SERVER_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetServerCertificate",
        input: &schemas::GET_SERVER_CERTIFICATE_REQUEST,
        output: &schemas::GET_SERVER_CERTIFICATE_RESPONSE,
        result_wrapper: Some("GetServerCertificateResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_SERVICE_LAST_ACCESSED_DETAILS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetServiceLastAccessedDetails",
        input: &schemas::GET_SERVICE_LAST_ACCESSED_DETAILS_REQUEST,
        output: &schemas::GET_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE,
        result_wrapper: Some("GetServiceLastAccessedDetailsResult"),
        errors: &[&errors::INVALID_INPUT_EXCEPTION, &errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetServiceLastAccessedDetailsWithEntities",
        input: &schemas::GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_REQUEST,
        output: &schemas::GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_RESPONSE,
        result_wrapper: Some("GetServiceLastAccessedDetailsWithEntitiesResult"),
        errors: &[&errors::INVALID_INPUT_EXCEPTION, &errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static GET_SERVICE_LINKED_ROLE_DELETION_STATUS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetServiceLinkedRoleDeletionStatus",
        input: &schemas::GET_SERVICE_LINKED_ROLE_DELETION_STATUS_REQUEST,
        output: &schemas::GET_SERVICE_LINKED_ROLE_DELETION_STATUS_RESPONSE,
        result_wrapper: Some("GetServiceLinkedRoleDeletionStatusResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static GET_USER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetUser",
        input: &schemas::GET_USER_REQUEST,
        output: &schemas::GET_USER_RESPONSE,
        result_wrapper: Some("GetUserResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static GET_USER_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetUserPolicy",
        input: &schemas::GET_USER_POLICY_REQUEST,
        output: &schemas::GET_USER_POLICY_RESPONSE,
        result_wrapper: Some("GetUserPolicyResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_ACCESS_KEYS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListAccessKeys",
        input: &schemas::LIST_ACCESS_KEYS_REQUEST,
        output: &schemas::LIST_ACCESS_KEYS_RESPONSE,
        result_wrapper: Some("ListAccessKeysResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_ACCOUNT_ALIASES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListAccountAliases",
        input: &schemas::LIST_ACCOUNT_ALIASES_REQUEST,
        output: &schemas::LIST_ACCOUNT_ALIASES_RESPONSE,
        result_wrapper: Some("ListAccountAliasesResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_ATTACHED_GROUP_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListAttachedGroupPolicies",
        input: &schemas::LIST_ATTACHED_GROUP_POLICIES_REQUEST,
        output: &schemas::LIST_ATTACHED_GROUP_POLICIES_RESPONSE,
        result_wrapper: Some("ListAttachedGroupPoliciesResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static LIST_ATTACHED_ROLE_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListAttachedRolePolicies",
        input: &schemas::LIST_ATTACHED_ROLE_POLICIES_REQUEST,
        output: &schemas::LIST_ATTACHED_ROLE_POLICIES_RESPONSE,
        result_wrapper: Some("ListAttachedRolePoliciesResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static LIST_ATTACHED_USER_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListAttachedUserPolicies",
        input: &schemas::LIST_ATTACHED_USER_POLICIES_REQUEST,
        output: &schemas::LIST_ATTACHED_USER_POLICIES_RESPONSE,
        result_wrapper: Some("ListAttachedUserPoliciesResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static LIST_ENTITIES_FOR_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListEntitiesForPolicy",
        input: &schemas::LIST_ENTITIES_FOR_POLICY_REQUEST,
        output: &schemas::LIST_ENTITIES_FOR_POLICY_RESPONSE,
        result_wrapper: Some("ListEntitiesForPolicyResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static LIST_GROUP_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListGroupPolicies",
        input: &schemas::LIST_GROUP_POLICIES_REQUEST,
        output: &schemas::LIST_GROUP_POLICIES_RESPONSE,
        result_wrapper: Some("ListGroupPoliciesResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_GROUPS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListGroups",
        input: &schemas::LIST_GROUPS_REQUEST,
        output: &schemas::LIST_GROUPS_RESPONSE,
        result_wrapper: Some("ListGroupsResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_GROUPS_FOR_USER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListGroupsForUser",
        input: &schemas::LIST_GROUPS_FOR_USER_REQUEST,
        output: &schemas::LIST_GROUPS_FOR_USER_RESPONSE,
        result_wrapper: Some("ListGroupsForUserResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_INSTANCE_PROFILE_TAGS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListInstanceProfileTags",
        input: &schemas::LIST_INSTANCE_PROFILE_TAGS_REQUEST,
        output: &schemas::LIST_INSTANCE_PROFILE_TAGS_RESPONSE,
        result_wrapper: Some("ListInstanceProfileTagsResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_INSTANCE_PROFILES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListInstanceProfiles",
        input: &schemas::LIST_INSTANCE_PROFILES_REQUEST,
        output: &schemas::LIST_INSTANCE_PROFILES_RESPONSE,
        result_wrapper: Some("ListInstanceProfilesResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_INSTANCE_PROFILES_FOR_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListInstanceProfilesForRole",
        input: &schemas::LIST_INSTANCE_PROFILES_FOR_ROLE_REQUEST,
        output: &schemas::LIST_INSTANCE_PROFILES_FOR_ROLE_RESPONSE,
        result_wrapper: Some("ListInstanceProfilesForRoleResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_MFA_DEVICE_TAGS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListMFADeviceTags",
        input: &schemas::LIST_MFA_DEVICE_TAGS_REQUEST,
        output: &schemas::LIST_MFA_DEVICE_TAGS_RESPONSE,
        result_wrapper: Some("ListMFADeviceTagsResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static LIST_MFA_DEVICES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListMFADevices",
        input: &schemas::LIST_MFA_DEVICES_REQUEST,
        output: &schemas::LIST_MFA_DEVICES_RESPONSE,
        result_wrapper: Some("ListMFADevicesResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_OPEN_ID_CONNECT_PROVIDER_TAGS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListOpenIDConnectProviderTags",
        input: &schemas::LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_REQUEST,
        output: &schemas::LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_RESPONSE,
        result_wrapper: Some("ListOpenIDConnectProviderTagsResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static LIST_OPEN_ID_CONNECT_PROVIDERS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListOpenIDConnectProviders",
        input: &schemas::LIST_OPEN_ID_CONNECT_PROVIDERS_REQUEST,
        output: &schemas::LIST_OPEN_ID_CONNECT_PROVIDERS_RESPONSE,
        result_wrapper: Some("ListOpenIDConnectProvidersResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_ORGANIZATIONS_FEATURES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListOrganizationsFeatures",
        input: &schemas::LIST_ORGANIZATIONS_FEATURES_REQUEST,
        output: &schemas::LIST_ORGANIZATIONS_FEATURES_RESPONSE,
        result_wrapper: Some("ListOrganizationsFeaturesResult"),
        errors: &[
            &errors::ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR_EXCEPTION,
            &errors::ORGANIZATION_NOT_FOUND_EXCEPTION,
            &errors::ORGANIZATION_NOT_IN_ALL_FEATURES_MODE_EXCEPTION,
            &errors::SERVICE_ACCESS_NOT_ENABLED_EXCEPTION,
        ],
    };

    pub(super) static LIST_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListPolicies",
        input: &schemas::LIST_POLICIES_REQUEST,
        output: &schemas::LIST_POLICIES_RESPONSE,
        result_wrapper: Some("ListPoliciesResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_POLICIES_GRANTING_SERVICE_ACCESS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListPoliciesGrantingServiceAccess",
        input: &schemas::LIST_POLICIES_GRANTING_SERVICE_ACCESS_REQUEST,
        output: &schemas::LIST_POLICIES_GRANTING_SERVICE_ACCESS_RESPONSE,
        result_wrapper: Some("ListPoliciesGrantingServiceAccessResult"),
        errors: &[&errors::INVALID_INPUT_EXCEPTION, &errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static LIST_POLICY_TAGS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListPolicyTags",
        input: &schemas::LIST_POLICY_TAGS_REQUEST,
        output: &schemas::LIST_POLICY_TAGS_RESPONSE,
        result_wrapper: Some("ListPolicyTagsResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static LIST_POLICY_VERSIONS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListPolicyVersions",
        input: &schemas::LIST_POLICY_VERSIONS_REQUEST,
        output: &schemas::LIST_POLICY_VERSIONS_RESPONSE,
        result_wrapper: Some("ListPolicyVersionsResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static LIST_ROLE_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListRolePolicies",
        input: &schemas::LIST_ROLE_POLICIES_REQUEST,
        output: &schemas::LIST_ROLE_POLICIES_RESPONSE,
        result_wrapper: Some("ListRolePoliciesResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_ROLE_TAGS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListRoleTags",
        input: &schemas::LIST_ROLE_TAGS_REQUEST,
        output: &schemas::LIST_ROLE_TAGS_RESPONSE,
        result_wrapper: Some("ListRoleTagsResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_ROLES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListRoles",
        input: &schemas::LIST_ROLES_REQUEST,
        output: &schemas::LIST_ROLES_RESPONSE,
        result_wrapper: Some("ListRolesResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_SAML_PROVIDER_TAGS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListSAMLProviderTags",
        input: &schemas::LIST_SAML_PROVIDER_TAGS_REQUEST,
        output: &schemas::LIST_SAML_PROVIDER_TAGS_RESPONSE,
        result_wrapper: Some("ListSAMLProviderTagsResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static LIST_SAML_PROVIDERS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListSAMLProviders",
        input: &schemas::LIST_SAML_PROVIDERS_REQUEST,
        output: &schemas::LIST_SAML_PROVIDERS_RESPONSE,
        result_wrapper: Some("ListSAMLProvidersResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_SSH_PUBLIC_KEYS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListSSHPublicKeys",
        input: &schemas::LIST_SSH_PUBLIC_KEYS_REQUEST,
        output: &schemas::LIST_SSH_PUBLIC_KEYS_RESPONSE,
        result_wrapper: Some("ListSSHPublicKeysResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static LIST_SERVER_CERTIFICATE_TAGS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListServerCertificateTags",
        input: &schemas::LIST_SERVER_CERTIFICATE_TAGS_REQUEST,
        output: &schemas::LIST_SERVER_CERTIFICATE_TAGS_RESPONSE,
        result_wrapper: Some("ListServerCertificateTagsResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_SERVER_CERTIFICATES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListServerCertificates",
        input: &schemas::LIST_SERVER_CERTIFICATES_REQUEST,
        output: &schemas::LIST_SERVER_CERTIFICATES_RESPONSE,
        result_wrapper: Some("ListServerCertificatesResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_SERVICE_SPECIFIC_CREDENTIALS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListServiceSpecificCredentials",
        input: &schemas::LIST_SERVICE_SPECIFIC_CREDENTIALS_REQUEST,
        output: &schemas::LIST_SERVICE_SPECIFIC_CREDENTIALS_RESPONSE,
        result_wrapper: Some("ListServiceSpecificCredentialsResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_NOT_SUPPORTED_EXCEPTION],
    };

    pub(super) static LIST_SIGNING_CERTIFICATES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListSigningCertificates",
        input: &schemas::LIST_SIGNING_CERTIFICATES_REQUEST,
        output: &schemas::LIST_SIGNING_CERTIFICATES_RESPONSE,
        result_wrapper: Some("ListSigningCertificatesResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_USER_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListUserPolicies",
        input: &schemas::LIST_USER_POLICIES_REQUEST,
        output: &schemas::LIST_USER_POLICIES_RESPONSE,
        result_wrapper: Some("ListUserPoliciesResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_USER_TAGS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListUserTags",
        input: &schemas::LIST_USER_TAGS_REQUEST,
        output: &schemas::LIST_USER_TAGS_RESPONSE,
        result_wrapper: Some("ListUserTagsResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION, &errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_USERS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListUsers",
        input: &schemas::LIST_USERS_REQUEST,
        output: &schemas::LIST_USERS_RESPONSE,
        result_wrapper: Some("ListUsersResult"),
        errors: &[&errors::SERVICE_FAILURE_EXCEPTION],
    };

    pub(super) static LIST_VIRTUAL_MFA_DEVICES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListVirtualMFADevices",
        input: &schemas::LIST_VIRTUAL_MFA_DEVICES_REQUEST,
        output: &schemas::LIST_VIRTUAL_MFA_DEVICES_RESPONSE,
        result_wrapper: Some("ListVirtualMFADevicesResult"),
        errors: &[],
    };

    pub(super) static PUT_GROUP_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "PutGroupPolicy",
        input: &schemas::PUT_GROUP_POLICY_REQUEST,
        output: &schemas::PUT_GROUP_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static PUT_ROLE_PERMISSIONS_BOUNDARY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "PutRolePermissionsBoundary",
        input: &schemas::PUT_ROLE_PERMISSIONS_BOUNDARY_REQUEST,
        output: &schemas::PUT_ROLE_PERMISSIONS_BOUNDARY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::POLICY_NOT_ATTACHABLE_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static PUT_ROLE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "PutRolePolicy",
        input: &schemas::PUT_ROLE_POLICY_REQUEST,
        output: &schemas::PUT_ROLE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static PUT_USER_PERMISSIONS_BOUNDARY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "PutUserPermissionsBoundary",
        input: &schemas::PUT_USER_PERMISSIONS_BOUNDARY_REQUEST,
        output: &schemas::PUT_USER_PERMISSIONS_BOUNDARY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::POLICY_NOT_ATTACHABLE_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static PUT_USER_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "PutUserPolicy",
        input: &schemas::PUT_USER_POLICY_REQUEST,
        output: &schemas::PUT_USER_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "RemoveClientIDFromOpenIDConnectProvider",
        input: &schemas::REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_REQUEST,
        output: &schemas::REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static REMOVE_ROLE_FROM_INSTANCE_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "RemoveRoleFromInstanceProfile",
        input: &schemas::REMOVE_ROLE_FROM_INSTANCE_PROFILE_REQUEST,
        output: &schemas::REMOVE_ROLE_FROM_INSTANCE_PROFILE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static REMOVE_USER_FROM_GROUP: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "RemoveUserFromGroup",
        input: &schemas::REMOVE_USER_FROM_GROUP_REQUEST,
        output: &schemas::REMOVE_USER_FROM_GROUP_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static RESET_SERVICE_SPECIFIC_CREDENTIAL: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ResetServiceSpecificCredential",
        input: &schemas::RESET_SERVICE_SPECIFIC_CREDENTIAL_REQUEST,
        output: &schemas::RESET_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE,
        result_wrapper: Some("ResetServiceSpecificCredentialResult"),
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static RESYNC_MFA_DEVICE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ResyncMFADevice",
        input: &schemas::RESYNC_MFA_DEVICE_REQUEST,
        output: &schemas::RESYNC_MFA_DEVICE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_AUTHENTICATION_CODE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static SET_DEFAULT_POLICY_VERSION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "SetDefaultPolicyVersion",
        input: &schemas::SET_DEFAULT_POLICY_VERSION_REQUEST,
        output: &schemas::SET_DEFAULT_POLICY_VERSION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static SIMULATE_CUSTOM_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "SimulateCustomPolicy",
        input: &schemas::SIMULATE_CUSTOM_POLICY_REQUEST,
        output: &schemas::SIMULATE_POLICY_RESPONSE,
        result_wrapper: Some("SimulateCustomPolicyResult"),
        errors: &[&errors::INVALID_INPUT_EXCEPTION, &errors::POLICY_EVALUATION_EXCEPTION],
    };

    pub(super) static SIMULATE_PRINCIPAL_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "SimulatePrincipalPolicy",
        input: &schemas::SIMULATE_PRINCIPAL_POLICY_REQUEST,
        output: &schemas::SIMULATE_POLICY_RESPONSE,
        result_wrapper: Some("SimulatePrincipalPolicyResult"),
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::POLICY_EVALUATION_EXCEPTION,
        ],
    };

    pub(super) static TAG_INSTANCE_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagInstanceProfile",
        input: &schemas::TAG_INSTANCE_PROFILE_REQUEST,
        output: &schemas::TAG_INSTANCE_PROFILE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static TAG_MFA_DEVICE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagMFADevice",
        input: &schemas::TAG_MFA_DEVICE_REQUEST,
        output: &schemas::TAG_MFA_DEVICE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static TAG_OPEN_ID_CONNECT_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagOpenIDConnectProvider",
        input: &schemas::TAG_OPEN_ID_CONNECT_PROVIDER_REQUEST,
        output: &schemas::TAG_OPEN_ID_CONNECT_PROVIDER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static TAG_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagPolicy",
        input: &schemas::TAG_POLICY_REQUEST,
        output: &schemas::TAG_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static TAG_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagRole",
        input: &schemas::TAG_ROLE_REQUEST,
        output: &schemas::TAG_ROLE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static TAG_SAML_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagSAMLProvider",
        input: &schemas::TAG_SAML_PROVIDER_REQUEST,
        output: &schemas::TAG_SAML_PROVIDER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static TAG_SERVER_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagServerCertificate",
        input: &schemas::TAG_SERVER_CERTIFICATE_REQUEST,
        output: &schemas::TAG_SERVER_CERTIFICATE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static TAG_USER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagUser",
        input: &schemas::TAG_USER_REQUEST,
        output: &schemas::TAG_USER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_INSTANCE_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagInstanceProfile",
        input: &schemas::UNTAG_INSTANCE_PROFILE_REQUEST,
        output: &schemas::UNTAG_INSTANCE_PROFILE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_MFA_DEVICE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagMFADevice",
        input: &schemas::UNTAG_MFA_DEVICE_REQUEST,
        output: &schemas::UNTAG_MFA_DEVICE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_OPEN_ID_CONNECT_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagOpenIDConnectProvider",
        input: &schemas::UNTAG_OPEN_ID_CONNECT_PROVIDER_REQUEST,
        output: &schemas::UNTAG_OPEN_ID_CONNECT_PROVIDER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagPolicy",
        input: &schemas::UNTAG_POLICY_REQUEST,
        output: &schemas::UNTAG_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagRole",
        input: &schemas::UNTAG_ROLE_REQUEST,
        output: &schemas::UNTAG_ROLE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_SAML_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagSAMLProvider",
        input: &schemas::UNTAG_SAML_PROVIDER_REQUEST,
        output: &schemas::UNTAG_SAML_PROVIDER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_SERVER_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagServerCertificate",
        input: &schemas::UNTAG_SERVER_CERTIFICATE_REQUEST,
        output: &schemas::UNTAG_SERVER_CERTIFICATE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_USER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagUser",
        input: &schemas::UNTAG_USER_REQUEST,
        output: &schemas::UNTAG_USER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_ACCESS_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateAccessKey",
        input: &schemas::UPDATE_ACCESS_KEY_REQUEST,
        output: &schemas::UPDATE_ACCESS_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_ACCOUNT_PASSWORD_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateAccountPasswordPolicy",
        input: &schemas::UPDATE_ACCOUNT_PASSWORD_POLICY_REQUEST,
        output: &schemas::UPDATE_ACCOUNT_PASSWORD_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_ASSUME_ROLE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateAssumeRolePolicy",
        input: &schemas::UPDATE_ASSUME_ROLE_POLICY_REQUEST,
        output: &schemas::UPDATE_ASSUME_ROLE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_GROUP: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateGroup",
        input: &schemas::UPDATE_GROUP_REQUEST,
        output: &schemas::UPDATE_GROUP_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_LOGIN_PROFILE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateLoginProfile",
        input: &schemas::UPDATE_LOGIN_PROFILE_REQUEST,
        output: &schemas::UPDATE_LOGIN_PROFILE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ENTITY_TEMPORARILY_UNMODIFIABLE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::PASSWORD_POLICY_VIOLATION_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateOpenIDConnectProviderThumbprint",
        input: &schemas::UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_REQUEST,
        output: &schemas::UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateRole",
        input: &schemas::UPDATE_ROLE_REQUEST,
        output: &schemas::UPDATE_ROLE_RESPONSE,
        result_wrapper: Some("UpdateRoleResult"),
        errors: &[
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_ROLE_DESCRIPTION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateRoleDescription",
        input: &schemas::UPDATE_ROLE_DESCRIPTION_REQUEST,
        output: &schemas::UPDATE_ROLE_DESCRIPTION_RESPONSE,
        result_wrapper: Some("UpdateRoleDescriptionResult"),
        errors: &[
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
            &errors::UNMODIFIABLE_ENTITY_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_SAML_PROVIDER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateSAMLProvider",
        input: &schemas::UPDATE_SAML_PROVIDER_REQUEST,
        output: &schemas::UPDATE_SAML_PROVIDER_RESPONSE,
        result_wrapper: Some("UpdateSAMLProviderResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_SSH_PUBLIC_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateSSHPublicKey",
        input: &schemas::UPDATE_SSH_PUBLIC_KEY_REQUEST,
        output: &schemas::UPDATE_SSH_PUBLIC_KEY_RESPONSE,
        result_wrapper: None,
        errors: &[&errors::INVALID_INPUT_EXCEPTION, &errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static UPDATE_SERVER_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateServerCertificate",
        input: &schemas::UPDATE_SERVER_CERTIFICATE_REQUEST,
        output: &schemas::UPDATE_SERVER_CERTIFICATE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_SERVICE_SPECIFIC_CREDENTIAL: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateServiceSpecificCredential",
        input: &schemas::UPDATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST,
        output: &schemas::UPDATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE,
        result_wrapper: None,
        errors: &[&errors::NO_SUCH_ENTITY_EXCEPTION],
    };

    pub(super) static UPDATE_SIGNING_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateSigningCertificate",
        input: &schemas::UPDATE_SIGNING_CERTIFICATE_REQUEST,
        output: &schemas::UPDATE_SIGNING_CERTIFICATE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_USER: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateUser",
        input: &schemas::UPDATE_USER_REQUEST,
        output: &schemas::UPDATE_USER_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::ENTITY_TEMPORARILY_UNMODIFIABLE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPLOAD_SSH_PUBLIC_KEY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UploadSSHPublicKey",
        input: &schemas::UPLOAD_SSH_PUBLIC_KEY_REQUEST,
        output: &schemas::UPLOAD_SSH_PUBLIC_KEY_RESPONSE,
        result_wrapper: Some("UploadSSHPublicKeyResult"),
        errors: &[
            &errors::DUPLICATE_SSH_PUBLIC_KEY_EXCEPTION,
            &errors::INVALID_PUBLIC_KEY_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::UNRECOGNIZED_PUBLIC_KEY_ENCODING_EXCEPTION,
        ],
    };

    pub(super) static UPLOAD_SERVER_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UploadServerCertificate",
        input: &schemas::UPLOAD_SERVER_CERTIFICATE_REQUEST,
        output: &schemas::UPLOAD_SERVER_CERTIFICATE_RESPONSE,
        result_wrapper: Some("UploadServerCertificateResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::KEY_PAIR_MISMATCH_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_CERTIFICATE_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };

    pub(super) static UPLOAD_SIGNING_CERTIFICATE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UploadSigningCertificate",
        input: &schemas::UPLOAD_SIGNING_CERTIFICATE_REQUEST,
        output: &schemas::UPLOAD_SIGNING_CERTIFICATE_RESPONSE,
        result_wrapper: Some("UploadSigningCertificateResult"),
        errors: &[
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::DUPLICATE_CERTIFICATE_EXCEPTION,
            &errors::ENTITY_ALREADY_EXISTS_EXCEPTION,
            &errors::INVALID_CERTIFICATE_EXCEPTION,
            &errors::LIMIT_EXCEEDED_EXCEPTION,
            &errors::MALFORMED_CERTIFICATE_EXCEPTION,
            &errors::NO_SUCH_ENTITY_EXCEPTION,
            &errors::SERVICE_FAILURE_EXCEPTION,
        ],
    };
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccessAdvisorUsageGranularityType {
    ServiceLevel,
    ActionLevel,
}

impl AccessAdvisorUsageGranularityType {
    pub const ALL: &'static [Self] = &[Self::ServiceLevel, Self::ActionLevel];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ServiceLevel => "SERVICE_LEVEL",
            Self::ActionLevel => "ACTION_LEVEL",
        }
    }
}

impl FromStr for AccessAdvisorUsageGranularityType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("AccessAdvisorUsageGranularityType"))
    }
}

impl fmt::Display for AccessAdvisorUsageGranularityType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for AccessAdvisorUsageGranularityType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct AccessDetail {
    pub entity_path: Option<String>,
    pub last_authenticated_time: Option<Timestamp>,
    pub region: Option<String>,
    pub service_name: String,
    pub service_namespace: String,
    pub total_authenticated_entities: Option<i32>,
}

impl Shape for AccessDetail {
    const SCHEMA: &'static StructureSchema = &schemas::ACCESS_DETAIL;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            entity_path: members.optional("EntityPath")?,
            last_authenticated_time: members.optional("LastAuthenticatedTime")?,
            region: members.optional("Region")?,
            service_name: members.required("ServiceName")?,
            service_namespace: members.required("ServiceNamespace")?,
            total_authenticated_entities: members.optional("TotalAuthenticatedEntities")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "EntityPath", self.entity_path);
        put_some(&mut members, "LastAuthenticatedTime", self.last_authenticated_time);
        put_some(&mut members, "Region", self.region);
        put(&mut members, "ServiceName", self.service_name);
        put(&mut members, "ServiceNamespace", self.service_namespace);
        put_some(&mut members, "TotalAuthenticatedEntities", self.total_authenticated_entities);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct AccessKey {
    pub access_key_id: String,
    pub create_date: Option<Timestamp>,
    pub secret_access_key: SecretString,
    pub status: StatusType,
    pub user_name: String,
}

impl Shape for AccessKey {
    const SCHEMA: &'static StructureSchema = &schemas::ACCESS_KEY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_key_id: members.required("AccessKeyId")?,
            create_date: members.optional("CreateDate")?,
            secret_access_key: members.required("SecretAccessKey")?,
            status: members.required("Status")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put(&mut members, "AccessKeyId", self.access_key_id);
        put_some(&mut members, "CreateDate", self.create_date);
        put(&mut members, "SecretAccessKey", self.secret_access_key);
        put(&mut members, "Status", self.status);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AccessKeyLastUsed {
    pub last_used_date: Option<Timestamp>,
    pub region: String,
    pub service_name: String,
}

impl Shape for AccessKeyLastUsed {
    const SCHEMA: &'static StructureSchema = &schemas::ACCESS_KEY_LAST_USED;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            last_used_date: members.optional("LastUsedDate")?,
            region: members.required("Region")?,
            service_name: members.required("ServiceName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "LastUsedDate", self.last_used_date);
        put(&mut members, "Region", self.region);
        put(&mut members, "ServiceName", self.service_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AccessKeyMetadata {
    pub access_key_id: Option<String>,
    pub create_date: Option<Timestamp>,
    pub status: Option<StatusType>,
    pub user_name: Option<String>,
}

impl Shape for AccessKeyMetadata {
    const SCHEMA: &'static StructureSchema = &schemas::ACCESS_KEY_METADATA;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_key_id: members.optional("AccessKeyId")?,
            create_date: members.optional("CreateDate")?,
            status: members.optional("Status")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "AccessKeyId", self.access_key_id);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "Status", self.status);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AddClientIDToOpenIDConnectProviderRequest {
    pub client_id: String,
    pub open_id_connect_provider_arn: String,
}

impl Shape for AddClientIDToOpenIDConnectProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            client_id: members.required("ClientID")?,
            open_id_connect_provider_arn: members.required("OpenIDConnectProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "ClientID", self.client_id);
        put(&mut members, "OpenIDConnectProviderArn", self.open_id_connect_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AddRoleToInstanceProfileRequest {
    pub instance_profile_name: String,
    pub role_name: String,
}

impl Shape for AddRoleToInstanceProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ADD_ROLE_TO_INSTANCE_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            instance_profile_name: members.required("InstanceProfileName")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "InstanceProfileName", self.instance_profile_name);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AddUserToGroupRequest {
    pub group_name: String,
    pub user_name: String,
}

impl Shape for AddUserToGroupRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ADD_USER_TO_GROUP_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group_name: members.required("GroupName")?, user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "GroupName", self.group_name);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AttachGroupPolicyRequest {
    pub group_name: String,
    pub policy_arn: String,
}

impl Shape for AttachGroupPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACH_GROUP_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group_name: members.required("GroupName")?, policy_arn: members.required("PolicyArn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "GroupName", self.group_name);
        put(&mut members, "PolicyArn", self.policy_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AttachRolePolicyRequest {
    pub policy_arn: String,
    pub role_name: String,
}

impl Shape for AttachRolePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACH_ROLE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")?, role_name: members.required("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AttachUserPolicyRequest {
    pub policy_arn: String,
    pub user_name: String,
}

impl Shape for AttachUserPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACH_USER_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")?, user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AttachedPermissionsBoundary {
    pub permissions_boundary_arn: Option<String>,
    pub permissions_boundary_type: Option<PermissionsBoundaryAttachmentType>,
}

impl Shape for AttachedPermissionsBoundary {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACHED_PERMISSIONS_BOUNDARY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            permissions_boundary_arn: members.optional("PermissionsBoundaryArn")?,
            permissions_boundary_type: members.optional("PermissionsBoundaryType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "PermissionsBoundaryArn", self.permissions_boundary_arn);
        put_some(&mut members, "PermissionsBoundaryType", self.permissions_boundary_type);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AttachedPolicy {
    pub policy_arn: Option<String>,
    pub policy_name: Option<String>,
}

impl Shape for AttachedPolicy {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACHED_POLICY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.optional("PolicyArn")?, policy_name: members.optional("PolicyName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "PolicyArn", self.policy_arn);
        put_some(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttachmentType {
    User,
    Group,
    Role,
}

impl AttachmentType {
    pub const ALL: &'static [Self] = &[Self::User, Self::Group, Self::Role];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
        }
    }
}

impl FromStr for AttachmentType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("AttachmentType"))
    }
}

impl fmt::Display for AttachmentType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for AttachmentType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Clone, Default)]
pub struct ChangePasswordRequest {
    pub new_password: SecretString,
    pub old_password: SecretString,
}

impl Shape for ChangePasswordRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CHANGE_PASSWORD_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            new_password: members.required("NewPassword")?,
            old_password: members.required("OldPassword")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "NewPassword", self.new_password);
        put(&mut members, "OldPassword", self.old_password);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ContextEntry {
    pub context_key_name: Option<String>,
    pub context_key_type: Option<ContextKeyTypeEnum>,
    pub context_key_values: Option<Vec<String>>,
}

impl Shape for ContextEntry {
    const SCHEMA: &'static StructureSchema = &schemas::CONTEXT_ENTRY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            context_key_name: members.optional("ContextKeyName")?,
            context_key_type: members.optional("ContextKeyType")?,
            context_key_values: members.optional("ContextKeyValues")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "ContextKeyName", self.context_key_name);
        put_some(&mut members, "ContextKeyType", self.context_key_type);
        put_some(&mut members, "ContextKeyValues", self.context_key_values);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContextKeyTypeEnum {
    String,
    StringList,
    Numeric,
    NumericList,
    Boolean,
    BooleanList,
    Ip,
    IpList,
    Binary,
    BinaryList,
    Date,
    DateList,
}

impl ContextKeyTypeEnum {
    pub const ALL: &'static [Self] = &[
        Self::String,
        Self::StringList,
        Self::Numeric,
        Self::NumericList,
        Self::Boolean,
        Self::BooleanList,
        Self::Ip,
        Self::IpList,
        Self::Binary,
        Self::BinaryList,
        Self::Date,
        Self::DateList,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::StringList => "stringList",
            Self::Numeric => "numeric",
            Self::NumericList => "numericList",
            Self::Boolean => "boolean",
            Self::BooleanList => "booleanList",
            Self::Ip => "ip",
            Self::IpList => "ipList",
            Self::Binary => "binary",
            Self::BinaryList => "binaryList",
            Self::Date => "date",
            Self::DateList => "dateList",
        }
    }
}

impl FromStr for ContextKeyTypeEnum {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("ContextKeyTypeEnum"))
    }
}

impl fmt::Display for ContextKeyTypeEnum {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ContextKeyTypeEnum {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateAccessKeyRequest {
    pub user_name: Option<String>,
}

impl Shape for CreateAccessKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ACCESS_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { user_name: members.optional("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct CreateAccessKeyResponse {
    pub access_key: AccessKey,
}

impl Shape for CreateAccessKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ACCESS_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { access_key: members.required("AccessKey")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "AccessKey", self.access_key);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateAccountAliasRequest {
    pub account_alias: String,
}

impl Shape for CreateAccountAliasRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ACCOUNT_ALIAS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { account_alias: members.required("AccountAlias")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "AccountAlias", self.account_alias);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateGroupRequest {
    pub group_name: String,
    pub path: Option<String>,
}

impl Shape for CreateGroupRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_GROUP_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group_name: members.required("GroupName")?, path: members.optional("Path")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "GroupName", self.group_name);
        put_some(&mut members, "Path", self.path);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateGroupResponse {
    pub group: Group,
}

impl Shape for CreateGroupResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_GROUP_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group: members.required("Group")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "Group", self.group);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateInstanceProfileRequest {
    pub instance_profile_name: String,
    pub path: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateInstanceProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_INSTANCE_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            instance_profile_name: members.required("InstanceProfileName")?,
            path: members.optional("Path")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "InstanceProfileName", self.instance_profile_name);
        put_some(&mut members, "Path", self.path);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateInstanceProfileResponse {
    pub instance_profile: InstanceProfile,
}

impl Shape for CreateInstanceProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_INSTANCE_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { instance_profile: members.required("InstanceProfile")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "InstanceProfile", self.instance_profile);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct CreateLoginProfileRequest {
    pub password: Option<SecretString>,
    pub password_reset_required: Option<bool>,
    pub user_name: Option<String>,
}

impl Shape for CreateLoginProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_LOGIN_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            password: members.optional("Password")?,
            password_reset_required: members.optional("PasswordResetRequired")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Password", self.password);
        put_some(&mut members, "PasswordResetRequired", self.password_reset_required);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateLoginProfileResponse {
    pub login_profile: LoginProfile,
}

impl Shape for CreateLoginProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_LOGIN_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { login_profile: members.required("LoginProfile")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "LoginProfile", self.login_profile);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateOpenIDConnectProviderRequest {
    pub client_id_list: Option<Vec<String>>,
    pub tags: Option<Vec<Tag>>,
    pub thumbprint_list: Option<Vec<String>>,
    pub url: String,
}

impl Shape for CreateOpenIDConnectProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_OPEN_ID_CONNECT_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            client_id_list: members.optional("ClientIDList")?,
            tags: members.optional("Tags")?,
            thumbprint_list: members.optional("ThumbprintList")?,
            url: members.required("Url")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "ClientIDList", self.client_id_list);
        put_some(&mut members, "Tags", self.tags);
        put_some(&mut members, "ThumbprintList", self.thumbprint_list);
        put(&mut members, "Url", self.url);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateOpenIDConnectProviderResponse {
    pub open_id_connect_provider_arn: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateOpenIDConnectProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_OPEN_ID_CONNECT_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.optional("OpenIDConnectProviderArn")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "OpenIDConnectProviderArn", self.open_id_connect_provider_arn);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreatePolicyRequest {
    pub description: Option<String>,
    pub path: Option<String>,
    pub policy_document: String,
    pub policy_name: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreatePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            description: members.optional("Description")?,
            path: members.optional("Path")?,
            policy_document: members.required("PolicyDocument")?,
            policy_name: members.required("PolicyName")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "Path", self.path);
        put(&mut members, "PolicyDocument", self.policy_document);
        put(&mut members, "PolicyName", self.policy_name);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreatePolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for CreatePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy: members.optional("Policy")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Policy", self.policy);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreatePolicyVersionRequest {
    pub policy_arn: String,
    pub policy_document: String,
    pub set_as_default: Option<bool>,
}

impl Shape for CreatePolicyVersionRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_POLICY_VERSION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            policy_arn: members.required("PolicyArn")?,
            policy_document: members.required("PolicyDocument")?,
            set_as_default: members.optional("SetAsDefault")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "PolicyDocument", self.policy_document);
        put_some(&mut members, "SetAsDefault", self.set_as_default);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreatePolicyVersionResponse {
    pub policy_version: Option<PolicyVersion>,
}

impl Shape for CreatePolicyVersionResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_POLICY_VERSION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_version: members.optional("PolicyVersion")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "PolicyVersion", self.policy_version);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateRoleRequest {
    pub assume_role_policy_document: String,
    pub description: Option<String>,
    pub max_session_duration: Option<i32>,
    pub path: Option<String>,
    pub permissions_boundary: Option<String>,
    pub role_name: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            assume_role_policy_document: members.required("AssumeRolePolicyDocument")?,
            description: members.optional("Description")?,
            max_session_duration: members.optional("MaxSessionDuration")?,
            path: members.optional("Path")?,
            permissions_boundary: members.optional("PermissionsBoundary")?,
            role_name: members.required("RoleName")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put(&mut members, "AssumeRolePolicyDocument", self.assume_role_policy_document);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "MaxSessionDuration", self.max_session_duration);
        put_some(&mut members, "Path", self.path);
        put_some(&mut members, "PermissionsBoundary", self.permissions_boundary);
        put(&mut members, "RoleName", self.role_name);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateRoleResponse {
    pub role: Role,
}

impl Shape for CreateRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role: members.required("Role")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "Role", self.role);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct CreateSAMLProviderRequest {
    pub add_private_key: Option<SecretString>,
    pub assertion_encryption_mode: Option<AssertionEncryptionModeType>,
    pub name: String,
    pub saml_metadata_document: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateSAMLProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_SAML_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            add_private_key: members.optional("AddPrivateKey")?,
            assertion_encryption_mode: members.optional("AssertionEncryptionMode")?,
            name: members.required("Name")?,
            saml_metadata_document: members.required("SAMLMetadataDocument")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "AddPrivateKey", self.add_private_key);
        put_some(&mut members, "AssertionEncryptionMode", self.assertion_encryption_mode);
        put(&mut members, "Name", self.name);
        put(&mut members, "SAMLMetadataDocument", self.saml_metadata_document);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateSAMLProviderResponse {
    pub saml_provider_arn: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateSAMLProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_SAML_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { saml_provider_arn: members.optional("SAMLProviderArn")?, tags: members.optional("Tags")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "SAMLProviderArn", self.saml_provider_arn);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateServiceLinkedRoleRequest {
    pub aws_service_name: String,
    pub custom_suffix: Option<String>,
    pub description: Option<String>,
}

impl Shape for CreateServiceLinkedRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_SERVICE_LINKED_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            aws_service_name: members.required("AWSServiceName")?,
            custom_suffix: members.optional("CustomSuffix")?,
            description: members.optional("Description")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "AWSServiceName", self.aws_service_name);
        put_some(&mut members, "CustomSuffix", self.custom_suffix);
        put_some(&mut members, "Description", self.description);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateServiceLinkedRoleResponse {
    pub role: Option<Role>,
}

impl Shape for CreateServiceLinkedRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_SERVICE_LINKED_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role: members.optional("Role")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Role", self.role);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateServiceSpecificCredentialRequest {
    pub credential_age_days: Option<i32>,
    pub service_name: String,
    pub user_name: String,
}

impl Shape for CreateServiceSpecificCredentialRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            credential_age_days: members.optional("CredentialAgeDays")?,
            service_name: members.required("ServiceName")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "CredentialAgeDays", self.credential_age_days);
        put(&mut members, "ServiceName", self.service_name);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct CreateServiceSpecificCredentialResponse {
    pub service_specific_credential: Option<ServiceSpecificCredential>,
}

impl Shape for CreateServiceSpecificCredentialResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { service_specific_credential: members.optional("ServiceSpecificCredential")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "ServiceSpecificCredential", self.service_specific_credential);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateUserRequest {
    pub path: Option<String>,
    pub permissions_boundary: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub user_name: String,
}

impl Shape for CreateUserRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_USER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            path: members.optional("Path")?,
            permissions_boundary: members.optional("PermissionsBoundary")?,
            tags: members.optional("Tags")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Path", self.path);
        put_some(&mut members, "PermissionsBoundary", self.permissions_boundary);
        put_some(&mut members, "Tags", self.tags);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateUserResponse {
    pub user: Option<User>,
}

impl Shape for CreateUserResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_USER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { user: members.optional("User")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "User", self.user);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateVirtualMFADeviceRequest {
    pub path: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub virtual_mfa_device_name: String,
}

impl Shape for CreateVirtualMFADeviceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_VIRTUAL_MFA_DEVICE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            path: members.optional("Path")?,
            tags: members.optional("Tags")?,
            virtual_mfa_device_name: members.required("VirtualMFADeviceName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Path", self.path);
        put_some(&mut members, "Tags", self.tags);
        put(&mut members, "VirtualMFADeviceName", self.virtual_mfa_device_name);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct CreateVirtualMFADeviceResponse {
    pub virtual_mfa_device: VirtualMFADevice,
}

impl Shape for CreateVirtualMFADeviceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_VIRTUAL_MFA_DEVICE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { virtual_mfa_device: members.required("VirtualMFADevice")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "VirtualMFADevice", self.virtual_mfa_device);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeactivateMFADeviceRequest {
    pub serial_number: String,
    pub user_name: Option<String>,
}

impl Shape for DeactivateMFADeviceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DEACTIVATE_MFA_DEVICE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            serial_number: members.required("SerialNumber")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "SerialNumber", self.serial_number);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteAccessKeyRequest {
    pub access_key_id: String,
    pub user_name: Option<String>,
}

impl Shape for DeleteAccessKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ACCESS_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { access_key_id: members.required("AccessKeyId")?, user_name: members.optional("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "AccessKeyId", self.access_key_id);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteAccountAliasRequest {
    pub account_alias: String,
}

impl Shape for DeleteAccountAliasRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ACCOUNT_ALIAS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { account_alias: members.required("AccountAlias")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "AccountAlias", self.account_alias);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteGroupPolicyRequest {
    pub group_name: String,
    pub policy_name: String,
}

impl Shape for DeleteGroupPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_GROUP_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group_name: members.required("GroupName")?, policy_name: members.required("PolicyName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "GroupName", self.group_name);
        put(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteGroupRequest {
    pub group_name: String,
}

impl Shape for DeleteGroupRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_GROUP_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group_name: members.required("GroupName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "GroupName", self.group_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteInstanceProfileRequest {
    pub instance_profile_name: String,
}

impl Shape for DeleteInstanceProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_INSTANCE_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { instance_profile_name: members.required("InstanceProfileName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "InstanceProfileName", self.instance_profile_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteLoginProfileRequest {
    pub user_name: Option<String>,
}

impl Shape for DeleteLoginProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_LOGIN_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { user_name: members.optional("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
}

impl Shape for DeleteOpenIDConnectProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_OPEN_ID_CONNECT_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { open_id_connect_provider_arn: members.required("OpenIDConnectProviderArn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "OpenIDConnectProviderArn", self.open_id_connect_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeletePolicyRequest {
    pub policy_arn: String,
}

impl Shape for DeletePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "PolicyArn", self.policy_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeletePolicyVersionRequest {
    pub policy_arn: String,
    pub version_id: String,
}

impl Shape for DeletePolicyVersionRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_POLICY_VERSION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")?, version_id: members.required("VersionId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "VersionId", self.version_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteRolePermissionsBoundaryRequest {
    pub role_name: String,
}

impl Shape for DeleteRolePermissionsBoundaryRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ROLE_PERMISSIONS_BOUNDARY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role_name: members.required("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteRolePolicyRequest {
    pub policy_name: String,
    pub role_name: String,
}

impl Shape for DeleteRolePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ROLE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_name: members.required("PolicyName")?, role_name: members.required("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyName", self.policy_name);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteRoleRequest {
    pub role_name: String,
}

impl Shape for DeleteRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role_name: members.required("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteSAMLProviderRequest {
    pub saml_provider_arn: String,
}

impl Shape for DeleteSAMLProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SAML_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { saml_provider_arn: members.required("SAMLProviderArn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "SAMLProviderArn", self.saml_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteSSHPublicKeyRequest {
    pub ssh_public_key_id: String,
    pub user_name: String,
}

impl Shape for DeleteSSHPublicKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SSH_PUBLIC_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ssh_public_key_id: members.required("SSHPublicKeyId")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "SSHPublicKeyId", self.ssh_public_key_id);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteServerCertificateRequest {
    pub server_certificate_name: String,
}

impl Shape for DeleteServerCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SERVER_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { server_certificate_name: members.required("ServerCertificateName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "ServerCertificateName", self.server_certificate_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteServiceLinkedRoleRequest {
    pub role_name: String,
}

impl Shape for DeleteServiceLinkedRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SERVICE_LINKED_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role_name: members.required("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteServiceLinkedRoleResponse {
    pub deletion_task_id: String,
}

impl Shape for DeleteServiceLinkedRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SERVICE_LINKED_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { deletion_task_id: members.required("DeletionTaskId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "DeletionTaskId", self.deletion_task_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteServiceSpecificCredentialRequest {
    pub service_specific_credential_id: String,
    pub user_name: Option<String>,
}

impl Shape for DeleteServiceSpecificCredentialRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            service_specific_credential_id: members.required("ServiceSpecificCredentialId")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "ServiceSpecificCredentialId", self.service_specific_credential_id);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteSigningCertificateRequest {
    pub certificate_id: String,
    pub user_name: Option<String>,
}

impl Shape for DeleteSigningCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SIGNING_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            certificate_id: members.required("CertificateId")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "CertificateId", self.certificate_id);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteUserPermissionsBoundaryRequest {
    pub user_name: String,
}

impl Shape for DeleteUserPermissionsBoundaryRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_USER_PERMISSIONS_BOUNDARY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteUserPolicyRequest {
    pub policy_name: String,
    pub user_name: String,
}

impl Shape for DeleteUserPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_USER_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_name: members.required("PolicyName")?, user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyName", self.policy_name);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteUserRequest {
    pub user_name: String,
}

impl Shape for DeleteUserRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_USER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteVirtualMFADeviceRequest {
    pub serial_number: String,
}

impl Shape for DeleteVirtualMFADeviceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_VIRTUAL_MFA_DEVICE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { serial_number: members.required("SerialNumber")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "SerialNumber", self.serial_number);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeletionTaskFailureReasonType {
    pub reason: Option<String>,
    pub role_usage_list: Option<Vec<RoleUsageType>>,
}

impl Shape for DeletionTaskFailureReasonType {
    const SCHEMA: &'static StructureSchema = &schemas::DELETION_TASK_FAILURE_REASON_TYPE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { reason: members.optional("Reason")?, role_usage_list: members.optional("RoleUsageList")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Reason", self.reason);
        put_some(&mut members, "RoleUsageList", self.role_usage_list);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeletionTaskStatusType {
    Succeeded,
    InProgress,
    Failed,
    NotStarted,
}

impl DeletionTaskStatusType {
    pub const ALL: &'static [Self] = &[Self::Succeeded, Self::InProgress, Self::Failed, Self::NotStarted];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Succeeded => "SUCCEEDED",
            Self::InProgress => "IN_PROGRESS",
            Self::Failed => "FAILED",
            Self::NotStarted => "NOT_STARTED",
        }
    }
}

impl FromStr for DeletionTaskStatusType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("DeletionTaskStatusType"))
    }
}

impl fmt::Display for DeletionTaskStatusType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for DeletionTaskStatusType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DetachGroupPolicyRequest {
    pub group_name: String,
    pub policy_arn: String,
}

impl Shape for DetachGroupPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DETACH_GROUP_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group_name: members.required("GroupName")?, policy_arn: members.required("PolicyArn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "GroupName", self.group_name);
        put(&mut members, "PolicyArn", self.policy_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DetachRolePolicyRequest {
    pub policy_arn: String,
    pub role_name: String,
}

impl Shape for DetachRolePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DETACH_ROLE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")?, role_name: members.required("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DetachUserPolicyRequest {
    pub policy_arn: String,
    pub user_name: String,
}

impl Shape for DetachUserPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DETACH_USER_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")?, user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableOrganizationsRootCredentialsManagementRequest {}

impl Shape for DisableOrganizationsRootCredentialsManagementRequest {
    const SCHEMA: &'static StructureSchema =
        &schemas::DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableOrganizationsRootCredentialsManagementResponse {
    pub enabled_features: Option<Vec<FeatureType>>,
    pub organization_id: Option<String>,
}

impl Shape for DisableOrganizationsRootCredentialsManagementResponse {
    const SCHEMA: &'static StructureSchema =
        &schemas::DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            enabled_features: members.optional("EnabledFeatures")?,
            organization_id: members.optional("OrganizationId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "EnabledFeatures", self.enabled_features);
        put_some(&mut members, "OrganizationId", self.organization_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableOrganizationsRootSessionsRequest {}

impl Shape for DisableOrganizationsRootSessionsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableOrganizationsRootSessionsResponse {
    pub enabled_features: Option<Vec<FeatureType>>,
    pub organization_id: Option<String>,
}

impl Shape for DisableOrganizationsRootSessionsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            enabled_features: members.optional("EnabledFeatures")?,
            organization_id: members.optional("OrganizationId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "EnabledFeatures", self.enabled_features);
        put_some(&mut members, "OrganizationId", self.organization_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct EnableMFADeviceRequest {
    pub authentication_code1: SecretString,
    pub authentication_code2: SecretString,
    pub serial_number: String,
    pub user_name: String,
}

impl Shape for EnableMFADeviceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_MFA_DEVICE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            authentication_code1: members.required("AuthenticationCode1")?,
            authentication_code2: members.required("AuthenticationCode2")?,
            serial_number: members.required("SerialNumber")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "AuthenticationCode1", self.authentication_code1);
        put(&mut members, "AuthenticationCode2", self.authentication_code2);
        put(&mut members, "SerialNumber", self.serial_number);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableOrganizationsRootCredentialsManagementRequest {}

impl Shape for EnableOrganizationsRootCredentialsManagementRequest {
    const SCHEMA: &'static StructureSchema =
        &schemas::ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableOrganizationsRootCredentialsManagementResponse {
    pub enabled_features: Option<Vec<FeatureType>>,
    pub organization_id: Option<String>,
}

impl Shape for EnableOrganizationsRootCredentialsManagementResponse {
    const SCHEMA: &'static StructureSchema =
        &schemas::ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            enabled_features: members.optional("EnabledFeatures")?,
            organization_id: members.optional("OrganizationId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "EnabledFeatures", self.enabled_features);
        put_some(&mut members, "OrganizationId", self.organization_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableOrganizationsRootSessionsRequest {}

impl Shape for EnableOrganizationsRootSessionsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableOrganizationsRootSessionsResponse {
    pub enabled_features: Option<Vec<FeatureType>>,
    pub organization_id: Option<String>,
}

impl Shape for EnableOrganizationsRootSessionsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            enabled_features: members.optional("EnabledFeatures")?,
            organization_id: members.optional("OrganizationId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "EnabledFeatures", self.enabled_features);
        put_some(&mut members, "OrganizationId", self.organization_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableOutboundWebIdentityFederationResponse {
    pub issuer_identifier: Option<String>,
}

impl Shape for EnableOutboundWebIdentityFederationResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { issuer_identifier: members.optional("IssuerIdentifier")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "IssuerIdentifier", self.issuer_identifier);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct EntityDetails {
    pub entity_info: EntityInfo,
    pub last_authenticated: Option<Timestamp>,
}

impl Shape for EntityDetails {
    const SCHEMA: &'static StructureSchema = &schemas::ENTITY_DETAILS;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            entity_info: members.required("EntityInfo")?,
            last_authenticated: members.optional("LastAuthenticated")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "EntityInfo", self.entity_info);
        put_some(&mut members, "LastAuthenticated", self.last_authenticated);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct EntityInfo {
    pub arn: String,
    pub id: String,
    pub name: String,
    pub path: Option<String>,
    pub r#type: PolicyOwnerEntityType,
}

impl Shape for EntityInfo {
    const SCHEMA: &'static StructureSchema = &schemas::ENTITY_INFO;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.required("Arn")?,
            id: members.required("Id")?,
            name: members.required("Name")?,
            path: members.optional("Path")?,
            r#type: members.required("Type")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put(&mut members, "Arn", self.arn);
        put(&mut members, "Id", self.id);
        put(&mut members, "Name", self.name);
        put_some(&mut members, "Path", self.path);
        put(&mut members, "Type", self.r#type);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityType {
    User,
    Role,
    Group,
    LocalManagedPolicy,
    AWSManagedPolicy,
}

impl EntityType {
    pub const ALL: &'static [Self] =
        &[Self::User, Self::Role, Self::Group, Self::LocalManagedPolicy, Self::AWSManagedPolicy];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "User",
            Self::Role => "Role",
            Self::Group => "Group",
            Self::LocalManagedPolicy => "LocalManagedPolicy",
            Self::AWSManagedPolicy => "AWSManagedPolicy",
        }
    }
}

impl FromStr for EntityType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("EntityType"))
    }
}

impl fmt::Display for EntityType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for EntityType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ErrorDetails {
    pub code: String,
    pub message: String,
}

impl Shape for ErrorDetails {
    const SCHEMA: &'static StructureSchema = &schemas::ERROR_DETAILS;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { code: members.required("Code")?, message: members.required("Message")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "Code", self.code);
        put(&mut members, "Message", self.message);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct EvaluationResult {
    pub eval_action_name: String,
    pub eval_decision: PolicyEvaluationDecisionType,
    pub eval_decision_details: Option<BTreeMap<String, PolicyEvaluationDecisionType>>,
    pub eval_resource_name: Option<String>,
    pub matched_statements: Option<Vec<Statement>>,
    pub missing_context_values: Option<Vec<String>>,
    pub organizations_decision_detail: Option<OrganizationsDecisionDetail>,
    pub permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail>,
    pub resource_specific_results: Option<Vec<ResourceSpecificResult>>,
}

impl Shape for EvaluationResult {
    const SCHEMA: &'static StructureSchema = &schemas::EVALUATION_RESULT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            eval_action_name: members.required("EvalActionName")?,
            eval_decision: members.required("EvalDecision")?,
            eval_decision_details: members.optional("EvalDecisionDetails")?,
            eval_resource_name: members.optional("EvalResourceName")?,
            matched_statements: members.optional("MatchedStatements")?,
            missing_context_values: members.optional("MissingContextValues")?,
            organizations_decision_detail: members.optional("OrganizationsDecisionDetail")?,
            permissions_boundary_decision_detail: members.optional("PermissionsBoundaryDecisionDetail")?,
            resource_specific_results: members.optional("ResourceSpecificResults")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(9);
        put(&mut members, "EvalActionName", self.eval_action_name);
        put(&mut members, "EvalDecision", self.eval_decision);
        put_some(&mut members, "EvalDecisionDetails", self.eval_decision_details);
        put_some(&mut members, "EvalResourceName", self.eval_resource_name);
        put_some(&mut members, "MatchedStatements", self.matched_statements);
        put_some(&mut members, "MissingContextValues", self.missing_context_values);
        put_some(&mut members, "OrganizationsDecisionDetail", self.organizations_decision_detail);
        put_some(
            &mut members,
            "PermissionsBoundaryDecisionDetail",
            self.permissions_boundary_decision_detail,
        );
        put_some(&mut members, "ResourceSpecificResults", self.resource_specific_results);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeatureType {
    RootCredentialsManagement,
    RootSessions,
}

impl FeatureType {
    pub const ALL: &'static [Self] = &[Self::RootCredentialsManagement, Self::RootSessions];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::RootCredentialsManagement => "RootCredentialsManagement",
            Self::RootSessions => "RootSessions",
        }
    }
}

impl FromStr for FeatureType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("FeatureType"))
    }
}

impl fmt::Display for FeatureType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for FeatureType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateCredentialReportResponse {
    pub description: Option<String>,
    pub state: Option<ReportStateType>,
}

impl Shape for GenerateCredentialReportResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_CREDENTIAL_REPORT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { description: members.optional("Description")?, state: members.optional("State")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "State", self.state);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateOrganizationsAccessReportRequest {
    pub entity_path: String,
    pub organizations_policy_id: Option<String>,
}

impl Shape for GenerateOrganizationsAccessReportRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_ORGANIZATIONS_ACCESS_REPORT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            entity_path: members.required("EntityPath")?,
            organizations_policy_id: members.optional("OrganizationsPolicyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "EntityPath", self.entity_path);
        put_some(&mut members, "OrganizationsPolicyId", self.organizations_policy_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateOrganizationsAccessReportResponse {
    pub job_id: Option<String>,
}

impl Shape for GenerateOrganizationsAccessReportResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_ORGANIZATIONS_ACCESS_REPORT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { job_id: members.optional("JobId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "JobId", self.job_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateServiceLastAccessedDetailsRequest {
    pub arn: String,
    pub granularity: Option<AccessAdvisorUsageGranularityType>,
}

impl Shape for GenerateServiceLastAccessedDetailsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_SERVICE_LAST_ACCESSED_DETAILS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { arn: members.required("Arn")?, granularity: members.optional("Granularity")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "Arn", self.arn);
        put_some(&mut members, "Granularity", self.granularity);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateServiceLastAccessedDetailsResponse {
    pub job_id: Option<String>,
}

impl Shape for GenerateServiceLastAccessedDetailsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { job_id: members.optional("JobId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "JobId", self.job_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetAccessKeyLastUsedRequest {
    pub access_key_id: String,
}

impl Shape for GetAccessKeyLastUsedRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCESS_KEY_LAST_USED_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { access_key_id: members.required("AccessKeyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "AccessKeyId", self.access_key_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetAccessKeyLastUsedResponse {
    pub access_key_last_used: Option<AccessKeyLastUsed>,
    pub user_name: Option<String>,
}

impl Shape for GetAccessKeyLastUsedResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCESS_KEY_LAST_USED_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_key_last_used: members.optional("AccessKeyLastUsed")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "AccessKeyLastUsed", self.access_key_last_used);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetAccountAuthorizationDetailsRequest {
    pub filter: Option<Vec<EntityType>>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for GetAccountAuthorizationDetailsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCOUNT_AUTHORIZATION_DETAILS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            filter: members.optional("Filter")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Filter", self.filter);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetAccountAuthorizationDetailsResponse {
    pub group_detail_list: Option<Vec<GroupDetail>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub policies: Option<Vec<ManagedPolicyDetail>>,
    pub role_detail_list: Option<Vec<RoleDetail>>,
    pub user_detail_list: Option<Vec<UserDetail>>,
}

impl Shape for GetAccountAuthorizationDetailsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCOUNT_AUTHORIZATION_DETAILS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            group_detail_list: members.optional("GroupDetailList")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            policies: members.optional("Policies")?,
            role_detail_list: members.optional("RoleDetailList")?,
            user_detail_list: members.optional("UserDetailList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "GroupDetailList", self.group_detail_list);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "Policies", self.policies);
        put_some(&mut members, "RoleDetailList", self.role_detail_list);
        put_some(&mut members, "UserDetailList", self.user_detail_list);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetAccountPasswordPolicyResponse {
    pub password_policy: PasswordPolicy,
}

impl Shape for GetAccountPasswordPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCOUNT_PASSWORD_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { password_policy: members.required("PasswordPolicy")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "PasswordPolicy", self.password_policy);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetAccountSummaryResponse {
    pub summary_map: Option<BTreeMap<String, i32>>,
}

impl Shape for GetAccountSummaryResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCOUNT_SUMMARY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { summary_map: members.optional("SummaryMap")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "SummaryMap", self.summary_map);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetContextKeysForCustomPolicyRequest {
    pub policy_input_list: Vec<String>,
}

impl Shape for GetContextKeysForCustomPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_input_list: members.required("PolicyInputList")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "PolicyInputList", self.policy_input_list);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetContextKeysForPolicyResponse {
    pub context_key_names: Option<Vec<String>>,
}

impl Shape for GetContextKeysForPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { context_key_names: members.optional("ContextKeyNames")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "ContextKeyNames", self.context_key_names);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetContextKeysForPrincipalPolicyRequest {
    pub policy_input_list: Option<Vec<String>>,
    pub policy_source_arn: String,
}

impl Shape for GetContextKeysForPrincipalPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            policy_input_list: members.optional("PolicyInputList")?,
            policy_source_arn: members.required("PolicySourceArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "PolicyInputList", self.policy_input_list);
        put(&mut members, "PolicySourceArn", self.policy_source_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetCredentialReportResponse {
    pub content: Option<Vec<u8>>,
    pub generated_time: Option<Timestamp>,
    pub report_format: Option<ReportFormatType>,
}

impl Shape for GetCredentialReportResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_CREDENTIAL_REPORT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            content: members.optional("Content")?,
            generated_time: members.optional("GeneratedTime")?,
            report_format: members.optional("ReportFormat")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Content", self.content);
        put_some(&mut members, "GeneratedTime", self.generated_time);
        put_some(&mut members, "ReportFormat", self.report_format);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetGroupPolicyRequest {
    pub group_name: String,
    pub policy_name: String,
}

impl Shape for GetGroupPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_GROUP_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group_name: members.required("GroupName")?, policy_name: members.required("PolicyName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "GroupName", self.group_name);
        put(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetGroupPolicyResponse {
    pub group_name: String,
    pub policy_document: String,
    pub policy_name: String,
}

impl Shape for GetGroupPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_GROUP_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            group_name: members.required("GroupName")?,
            policy_document: members.required("PolicyDocument")?,
            policy_name: members.required("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "GroupName", self.group_name);
        put(&mut members, "PolicyDocument", self.policy_document);
        put(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetGroupRequest {
    pub group_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for GetGroupRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_GROUP_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            group_name: members.required("GroupName")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "GroupName", self.group_name);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetGroupResponse {
    pub group: Group,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub users: Vec<User>,
}

impl Shape for GetGroupResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_GROUP_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            group: members.required("Group")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            users: members.required("Users")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "Group", self.group);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Users", self.users);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetInstanceProfileRequest {
    pub instance_profile_name: String,
}

impl Shape for GetInstanceProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_INSTANCE_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { instance_profile_name: members.required("InstanceProfileName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "InstanceProfileName", self.instance_profile_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetInstanceProfileResponse {
    pub instance_profile: InstanceProfile,
}

impl Shape for GetInstanceProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_INSTANCE_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { instance_profile: members.required("InstanceProfile")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "InstanceProfile", self.instance_profile);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetLoginProfileRequest {
    pub user_name: Option<String>,
}

impl Shape for GetLoginProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_LOGIN_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { user_name: members.optional("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetLoginProfileResponse {
    pub login_profile: LoginProfile,
}

impl Shape for GetLoginProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_LOGIN_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { login_profile: members.required("LoginProfile")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "LoginProfile", self.login_profile);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetMFADeviceRequest {
    pub serial_number: String,
    pub user_name: Option<String>,
}

impl Shape for GetMFADeviceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_MFA_DEVICE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            serial_number: members.required("SerialNumber")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "SerialNumber", self.serial_number);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetMFADeviceResponse {
    pub certifications: Option<BTreeMap<String, String>>,
    pub enable_date: Option<Timestamp>,
    pub serial_number: String,
    pub user_name: Option<String>,
}

impl Shape for GetMFADeviceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_MFA_DEVICE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            certifications: members.optional("Certifications")?,
            enable_date: members.optional("EnableDate")?,
            serial_number: members.required("SerialNumber")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Certifications", self.certifications);
        put_some(&mut members, "EnableDate", self.enable_date);
        put(&mut members, "SerialNumber", self.serial_number);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
}

impl Shape for GetOpenIDConnectProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_OPEN_ID_CONNECT_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { open_id_connect_provider_arn: members.required("OpenIDConnectProviderArn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "OpenIDConnectProviderArn", self.open_id_connect_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetOpenIDConnectProviderResponse {
    pub client_id_list: Option<Vec<String>>,
    pub create_date: Option<Timestamp>,
    pub tags: Option<Vec<Tag>>,
    pub thumbprint_list: Option<Vec<String>>,
    pub url: Option<String>,
}

impl Shape for GetOpenIDConnectProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_OPEN_ID_CONNECT_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            client_id_list: members.optional("ClientIDList")?,
            create_date: members.optional("CreateDate")?,
            tags: members.optional("Tags")?,
            thumbprint_list: members.optional("ThumbprintList")?,
            url: members.optional("Url")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "ClientIDList", self.client_id_list);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "Tags", self.tags);
        put_some(&mut members, "ThumbprintList", self.thumbprint_list);
        put_some(&mut members, "Url", self.url);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetOrganizationsAccessReportRequest {
    pub job_id: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub sort_key: Option<SortKeyType>,
}

impl Shape for GetOrganizationsAccessReportRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ORGANIZATIONS_ACCESS_REPORT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            job_id: members.required("JobId")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            sort_key: members.optional("SortKey")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "JobId", self.job_id);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "SortKey", self.sort_key);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct GetOrganizationsAccessReportResponse {
    pub access_details: Option<Vec<AccessDetail>>,
    pub error_details: Option<ErrorDetails>,
    pub is_truncated: Option<bool>,
    pub job_completion_date: Option<Timestamp>,
    pub job_creation_date: Timestamp,
    pub job_status: JobStatusType,
    pub marker: Option<String>,
    pub number_of_services_accessible: Option<i32>,
    pub number_of_services_not_accessed: Option<i32>,
}

impl Shape for GetOrganizationsAccessReportResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ORGANIZATIONS_ACCESS_REPORT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_details: members.optional("AccessDetails")?,
            error_details: members.optional("ErrorDetails")?,
            is_truncated: members.optional("IsTruncated")?,
            job_completion_date: members.optional("JobCompletionDate")?,
            job_creation_date: members.required("JobCreationDate")?,
            job_status: members.required("JobStatus")?,
            marker: members.optional("Marker")?,
            number_of_services_accessible: members.optional("NumberOfServicesAccessible")?,
            number_of_services_not_accessed: members.optional("NumberOfServicesNotAccessed")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(9);
        put_some(&mut members, "AccessDetails", self.access_details);
        put_some(&mut members, "ErrorDetails", self.error_details);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "JobCompletionDate", self.job_completion_date);
        put(&mut members, "JobCreationDate", self.job_creation_date);
        put(&mut members, "JobStatus", self.job_status);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "NumberOfServicesAccessible", self.number_of_services_accessible);
        put_some(&mut members, "NumberOfServicesNotAccessed", self.number_of_services_not_accessed);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetOutboundWebIdentityFederationInfoResponse {
    pub issuer_identifier: Option<String>,
    pub jwt_vending_enabled: Option<bool>,
}

impl Shape for GetOutboundWebIdentityFederationInfoResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            issuer_identifier: members.optional("IssuerIdentifier")?,
            jwt_vending_enabled: members.optional("JwtVendingEnabled")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "IssuerIdentifier", self.issuer_identifier);
        put_some(&mut members, "JwtVendingEnabled", self.jwt_vending_enabled);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetPolicyRequest {
    pub policy_arn: String,
}

impl Shape for GetPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "PolicyArn", self.policy_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetPolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for GetPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy: members.optional("Policy")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Policy", self.policy);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetPolicyVersionRequest {
    pub policy_arn: String,
    pub version_id: String,
}

impl Shape for GetPolicyVersionRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_POLICY_VERSION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")?, version_id: members.required("VersionId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "VersionId", self.version_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetPolicyVersionResponse {
    pub policy_version: Option<PolicyVersion>,
}

impl Shape for GetPolicyVersionResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_POLICY_VERSION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_version: members.optional("PolicyVersion")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "PolicyVersion", self.policy_version);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetRolePolicyRequest {
    pub policy_name: String,
    pub role_name: String,
}

impl Shape for GetRolePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ROLE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_name: members.required("PolicyName")?, role_name: members.required("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyName", self.policy_name);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetRolePolicyResponse {
    pub policy_document: String,
    pub policy_name: String,
    pub role_name: String,
}

impl Shape for GetRolePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ROLE_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            policy_document: members.required("PolicyDocument")?,
            policy_name: members.required("PolicyName")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "PolicyDocument", self.policy_document);
        put(&mut members, "PolicyName", self.policy_name);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetRoleRequest {
    pub role_name: String,
}

impl Shape for GetRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role_name: members.required("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetRoleResponse {
    pub role: Role,
}

impl Shape for GetRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role: members.required("Role")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "Role", self.role);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetSAMLProviderRequest {
    pub saml_provider_arn: String,
}

impl Shape for GetSAMLProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SAML_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { saml_provider_arn: members.required("SAMLProviderArn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "SAMLProviderArn", self.saml_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetSAMLProviderResponse {
    pub assertion_encryption_mode: Option<AssertionEncryptionModeType>,
    pub create_date: Option<Timestamp>,
    pub private_key_list: Option<Vec<SAMLPrivateKey>>,
    pub saml_metadata_document: Option<String>,
    pub saml_provider_uuid: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub valid_until: Option<Timestamp>,
}

impl Shape for GetSAMLProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SAML_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            assertion_encryption_mode: members.optional("AssertionEncryptionMode")?,
            create_date: members.optional("CreateDate")?,
            private_key_list: members.optional("PrivateKeyList")?,
            saml_metadata_document: members.optional("SAMLMetadataDocument")?,
            saml_provider_uuid: members.optional("SAMLProviderUUID")?,
            tags: members.optional("Tags")?,
            valid_until: members.optional("ValidUntil")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put_some(&mut members, "AssertionEncryptionMode", self.assertion_encryption_mode);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "PrivateKeyList", self.private_key_list);
        put_some(&mut members, "SAMLMetadataDocument", self.saml_metadata_document);
        put_some(&mut members, "SAMLProviderUUID", self.saml_provider_uuid);
        put_some(&mut members, "Tags", self.tags);
        put_some(&mut members, "ValidUntil", self.valid_until);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct GetSSHPublicKeyRequest {
    pub encoding: EncodingType,
    pub ssh_public_key_id: String,
    pub user_name: String,
}

impl Shape for GetSSHPublicKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SSH_PUBLIC_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            encoding: members.required("Encoding")?,
            ssh_public_key_id: members.required("SSHPublicKeyId")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "Encoding", self.encoding);
        put(&mut members, "SSHPublicKeyId", self.ssh_public_key_id);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetSSHPublicKeyResponse {
    pub ssh_public_key: Option<SSHPublicKey>,
}

impl Shape for GetSSHPublicKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SSH_PUBLIC_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { ssh_public_key: members.optional("SSHPublicKey")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "SSHPublicKey", self.ssh_public_key);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetServerCertificateRequest {
    pub server_certificate_name: String,
}

impl Shape for GetServerCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SERVER_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { server_certificate_name: members.required("ServerCertificateName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "ServerCertificateName", self.server_certificate_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetServerCertificateResponse {
    pub server_certificate: ServerCertificate,
}

impl Shape for GetServerCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SERVER_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { server_certificate: members.required("ServerCertificate")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "ServerCertificate", self.server_certificate);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetServiceLastAccessedDetailsRequest {
    pub job_id: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for GetServiceLastAccessedDetailsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SERVICE_LAST_ACCESSED_DETAILS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            job_id: members.required("JobId")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "JobId", self.job_id);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct GetServiceLastAccessedDetailsResponse {
    pub error: Option<ErrorDetails>,
    pub is_truncated: Option<bool>,
    pub job_completion_date: Timestamp,
    pub job_creation_date: Timestamp,
    pub job_status: JobStatusType,
    pub job_type: Option<AccessAdvisorUsageGranularityType>,
    pub marker: Option<String>,
    pub services_last_accessed: Vec<ServiceLastAccessed>,
}

impl Shape for GetServiceLastAccessedDetailsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            error: members.optional("Error")?,
            is_truncated: members.optional("IsTruncated")?,
            job_completion_date: members.required("JobCompletionDate")?,
            job_creation_date: members.required("JobCreationDate")?,
            job_status: members.required("JobStatus")?,
            job_type: members.optional("JobType")?,
            marker: members.optional("Marker")?,
            services_last_accessed: members.required("ServicesLastAccessed")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(8);
        put_some(&mut members, "Error", self.error);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put(&mut members, "JobCompletionDate", self.job_completion_date);
        put(&mut members, "JobCreationDate", self.job_creation_date);
        put(&mut members, "JobStatus", self.job_status);
        put_some(&mut members, "JobType", self.job_type);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "ServicesLastAccessed", self.services_last_accessed);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetServiceLastAccessedDetailsWithEntitiesRequest {
    pub job_id: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub service_namespace: String,
}

impl Shape for GetServiceLastAccessedDetailsWithEntitiesRequest {
    const SCHEMA: &'static StructureSchema =
        &schemas::GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            job_id: members.required("JobId")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            service_namespace: members.required("ServiceNamespace")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "JobId", self.job_id);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "ServiceNamespace", self.service_namespace);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct GetServiceLastAccessedDetailsWithEntitiesResponse {
    pub entity_details_list: Vec<EntityDetails>,
    pub error: Option<ErrorDetails>,
    pub is_truncated: Option<bool>,
    pub job_completion_date: Timestamp,
    pub job_creation_date: Timestamp,
    pub job_status: JobStatusType,
    pub marker: Option<String>,
}

impl Shape for GetServiceLastAccessedDetailsWithEntitiesResponse {
    const SCHEMA: &'static StructureSchema =
        &schemas::GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            entity_details_list: members.required("EntityDetailsList")?,
            error: members.optional("Error")?,
            is_truncated: members.optional("IsTruncated")?,
            job_completion_date: members.required("JobCompletionDate")?,
            job_creation_date: members.required("JobCreationDate")?,
            job_status: members.required("JobStatus")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put(&mut members, "EntityDetailsList", self.entity_details_list);
        put_some(&mut members, "Error", self.error);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put(&mut members, "JobCompletionDate", self.job_completion_date);
        put(&mut members, "JobCreationDate", self.job_creation_date);
        put(&mut members, "JobStatus", self.job_status);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetServiceLinkedRoleDeletionStatusRequest {
    pub deletion_task_id: String,
}

impl Shape for GetServiceLinkedRoleDeletionStatusRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SERVICE_LINKED_ROLE_DELETION_STATUS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { deletion_task_id: members.required("DeletionTaskId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "DeletionTaskId", self.deletion_task_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct GetServiceLinkedRoleDeletionStatusResponse {
    pub reason: Option<DeletionTaskFailureReasonType>,
    pub status: DeletionTaskStatusType,
}

impl Shape for GetServiceLinkedRoleDeletionStatusResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SERVICE_LINKED_ROLE_DELETION_STATUS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { reason: members.optional("Reason")?, status: members.required("Status")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Reason", self.reason);
        put(&mut members, "Status", self.status);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetUserPolicyRequest {
    pub policy_name: String,
    pub user_name: String,
}

impl Shape for GetUserPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_USER_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_name: members.required("PolicyName")?, user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyName", self.policy_name);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetUserPolicyResponse {
    pub policy_document: String,
    pub policy_name: String,
    pub user_name: String,
}

impl Shape for GetUserPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_USER_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            policy_document: members.required("PolicyDocument")?,
            policy_name: members.required("PolicyName")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "PolicyDocument", self.policy_document);
        put(&mut members, "PolicyName", self.policy_name);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetUserRequest {
    pub user_name: Option<String>,
}

impl Shape for GetUserRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_USER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { user_name: members.optional("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetUserResponse {
    pub user: User,
}

impl Shape for GetUserResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_USER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { user: members.required("User")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "User", self.user);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Group {
    pub arn: String,
    pub create_date: Timestamp,
    pub group_id: String,
    pub group_name: String,
    pub path: String,
}

impl Shape for Group {
    const SCHEMA: &'static StructureSchema = &schemas::GROUP;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.required("Arn")?,
            create_date: members.required("CreateDate")?,
            group_id: members.required("GroupId")?,
            group_name: members.required("GroupName")?,
            path: members.required("Path")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put(&mut members, "Arn", self.arn);
        put(&mut members, "CreateDate", self.create_date);
        put(&mut members, "GroupId", self.group_id);
        put(&mut members, "GroupName", self.group_name);
        put(&mut members, "Path", self.path);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GroupDetail {
    pub arn: Option<String>,
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
    pub create_date: Option<Timestamp>,
    pub group_id: Option<String>,
    pub group_name: Option<String>,
    pub group_policy_list: Option<Vec<PolicyDetail>>,
    pub path: Option<String>,
}

impl Shape for GroupDetail {
    const SCHEMA: &'static StructureSchema = &schemas::GROUP_DETAIL;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            attached_managed_policies: members.optional("AttachedManagedPolicies")?,
            create_date: members.optional("CreateDate")?,
            group_id: members.optional("GroupId")?,
            group_name: members.optional("GroupName")?,
            group_policy_list: members.optional("GroupPolicyList")?,
            path: members.optional("Path")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "AttachedManagedPolicies", self.attached_managed_policies);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "GroupId", self.group_id);
        put_some(&mut members, "GroupName", self.group_name);
        put_some(&mut members, "GroupPolicyList", self.group_policy_list);
        put_some(&mut members, "Path", self.path);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct InlinePolicyIdentifierType {
    pub attachment_name: String,
    pub attachment_type: AttachmentType,
    pub policy_name: String,
}

impl Shape for InlinePolicyIdentifierType {
    const SCHEMA: &'static StructureSchema = &schemas::INLINE_POLICY_IDENTIFIER_TYPE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            attachment_name: members.required("AttachmentName")?,
            attachment_type: members.required("AttachmentType")?,
            policy_name: members.required("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "AttachmentName", self.attachment_name);
        put(&mut members, "AttachmentType", self.attachment_type);
        put(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct InstanceProfile {
    pub arn: String,
    pub create_date: Timestamp,
    pub instance_profile_id: String,
    pub instance_profile_name: String,
    pub path: String,
    pub roles: Vec<Role>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for InstanceProfile {
    const SCHEMA: &'static StructureSchema = &schemas::INSTANCE_PROFILE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.required("Arn")?,
            create_date: members.required("CreateDate")?,
            instance_profile_id: members.required("InstanceProfileId")?,
            instance_profile_name: members.required("InstanceProfileName")?,
            path: members.required("Path")?,
            roles: members.required("Roles")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put(&mut members, "Arn", self.arn);
        put(&mut members, "CreateDate", self.create_date);
        put(&mut members, "InstanceProfileId", self.instance_profile_id);
        put(&mut members, "InstanceProfileName", self.instance_profile_name);
        put(&mut members, "Path", self.path);
        put(&mut members, "Roles", self.roles);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAccessKeysRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub user_name: Option<String>,
}

impl Shape for ListAccessKeysRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ACCESS_KEYS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAccessKeysResponse {
    pub access_key_metadata: Vec<AccessKeyMetadata>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAccessKeysResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ACCESS_KEYS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_key_metadata: members.required("AccessKeyMetadata")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "AccessKeyMetadata", self.access_key_metadata);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAccountAliasesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListAccountAliasesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ACCOUNT_ALIASES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { marker: members.optional("Marker")?, max_items: members.optional("MaxItems")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAccountAliasesResponse {
    pub account_aliases: Vec<String>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAccountAliasesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ACCOUNT_ALIASES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            account_aliases: members.required("AccountAliases")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "AccountAliases", self.account_aliases);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAttachedGroupPoliciesRequest {
    pub group_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub path_prefix: Option<String>,
}

impl Shape for ListAttachedGroupPoliciesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ATTACHED_GROUP_POLICIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            group_name: members.required("GroupName")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            path_prefix: members.optional("PathPrefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "GroupName", self.group_name);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAttachedGroupPoliciesResponse {
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAttachedGroupPoliciesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ATTACHED_GROUP_POLICIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            attached_policies: members.optional("AttachedPolicies")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "AttachedPolicies", self.attached_policies);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAttachedRolePoliciesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub path_prefix: Option<String>,
    pub role_name: String,
}

impl Shape for ListAttachedRolePoliciesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ATTACHED_ROLE_POLICIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            path_prefix: members.optional("PathPrefix")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAttachedRolePoliciesResponse {
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAttachedRolePoliciesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ATTACHED_ROLE_POLICIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            attached_policies: members.optional("AttachedPolicies")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "AttachedPolicies", self.attached_policies);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAttachedUserPoliciesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub path_prefix: Option<String>,
    pub user_name: String,
}

impl Shape for ListAttachedUserPoliciesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ATTACHED_USER_POLICIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            path_prefix: members.optional("PathPrefix")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAttachedUserPoliciesResponse {
    pub attached_policies: Option<Vec<AttachedPolicy>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListAttachedUserPoliciesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ATTACHED_USER_POLICIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            attached_policies: members.optional("AttachedPolicies")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "AttachedPolicies", self.attached_policies);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListEntitiesForPolicyRequest {
    pub entity_filter: Option<EntityType>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub path_prefix: Option<String>,
    pub policy_arn: String,
    pub policy_usage_filter: Option<PolicyUsageType>,
}

impl Shape for ListEntitiesForPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ENTITIES_FOR_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            entity_filter: members.optional("EntityFilter")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            path_prefix: members.optional("PathPrefix")?,
            policy_arn: members.required("PolicyArn")?,
            policy_usage_filter: members.optional("PolicyUsageFilter")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "EntityFilter", self.entity_filter);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        put(&mut members, "PolicyArn", self.policy_arn);
        put_some(&mut members, "PolicyUsageFilter", self.policy_usage_filter);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListEntitiesForPolicyResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub policy_groups: Option<Vec<PolicyGroup>>,
    pub policy_roles: Option<Vec<PolicyRole>>,
    pub policy_users: Option<Vec<PolicyUser>>,
}

impl Shape for ListEntitiesForPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ENTITIES_FOR_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            policy_groups: members.optional("PolicyGroups")?,
            policy_roles: members.optional("PolicyRoles")?,
            policy_users: members.optional("PolicyUsers")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "PolicyGroups", self.policy_groups);
        put_some(&mut members, "PolicyRoles", self.policy_roles);
        put_some(&mut members, "PolicyUsers", self.policy_users);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListGroupPoliciesRequest {
    pub group_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListGroupPoliciesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_GROUP_POLICIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            group_name: members.required("GroupName")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "GroupName", self.group_name);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListGroupPoliciesResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub policy_names: Vec<String>,
}

impl Shape for ListGroupPoliciesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_GROUP_POLICIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            policy_names: members.required("PolicyNames")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "PolicyNames", self.policy_names);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListGroupsForUserRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub user_name: String,
}

impl Shape for ListGroupsForUserRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_GROUPS_FOR_USER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListGroupsForUserResponse {
    pub groups: Vec<Group>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListGroupsForUserResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_GROUPS_FOR_USER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            groups: members.required("Groups")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "Groups", self.groups);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListGroupsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub path_prefix: Option<String>,
}

impl Shape for ListGroupsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_GROUPS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            path_prefix: members.optional("PathPrefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListGroupsResponse {
    pub groups: Vec<Group>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListGroupsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_GROUPS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            groups: members.required("Groups")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "Groups", self.groups);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListInstanceProfileTagsRequest {
    pub instance_profile_name: String,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListInstanceProfileTagsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_INSTANCE_PROFILE_TAGS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            instance_profile_name: members.required("InstanceProfileName")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "InstanceProfileName", self.instance_profile_name);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListInstanceProfileTagsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub tags: Vec<Tag>,
}

impl Shape for ListInstanceProfileTagsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_INSTANCE_PROFILE_TAGS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListInstanceProfilesForRoleRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub role_name: String,
}

impl Shape for ListInstanceProfilesForRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_INSTANCE_PROFILES_FOR_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListInstanceProfilesForRoleResponse {
    pub instance_profiles: Vec<InstanceProfile>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListInstanceProfilesForRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_INSTANCE_PROFILES_FOR_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            instance_profiles: members.required("InstanceProfiles")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "InstanceProfiles", self.instance_profiles);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListInstanceProfilesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub path_prefix: Option<String>,
}

impl Shape for ListInstanceProfilesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_INSTANCE_PROFILES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            path_prefix: members.optional("PathPrefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListInstanceProfilesResponse {
    pub instance_profiles: Vec<InstanceProfile>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListInstanceProfilesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_INSTANCE_PROFILES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            instance_profiles: members.required("InstanceProfiles")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "InstanceProfiles", self.instance_profiles);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListMFADeviceTagsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub serial_number: String,
}

impl Shape for ListMFADeviceTagsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_MFA_DEVICE_TAGS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            serial_number: members.required("SerialNumber")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "SerialNumber", self.serial_number);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListMFADeviceTagsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub tags: Vec<Tag>,
}

impl Shape for ListMFADeviceTagsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_MFA_DEVICE_TAGS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListMFADevicesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub user_name: Option<String>,
}

impl Shape for ListMFADevicesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_MFA_DEVICES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListMFADevicesResponse {
    pub is_truncated: Option<bool>,
    pub mfa_devices: Vec<MFADevice>,
    pub marker: Option<String>,
}

impl Shape for ListMFADevicesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_MFA_DEVICES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            mfa_devices: members.required("MFADevices")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put(&mut members, "MFADevices", self.mfa_devices);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListOpenIDConnectProviderTagsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub open_id_connect_provider_arn: String,
}

impl Shape for ListOpenIDConnectProviderTagsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            open_id_connect_provider_arn: members.required("OpenIDConnectProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "OpenIDConnectProviderArn", self.open_id_connect_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListOpenIDConnectProviderTagsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub tags: Vec<Tag>,
}

impl Shape for ListOpenIDConnectProviderTagsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListOpenIDConnectProvidersRequest {}

impl Shape for ListOpenIDConnectProvidersRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_OPEN_ID_CONNECT_PROVIDERS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListOpenIDConnectProvidersResponse {
    pub open_id_connect_provider_list: Option<Vec<OpenIDConnectProviderListEntry>>,
}

impl Shape for ListOpenIDConnectProvidersResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_OPEN_ID_CONNECT_PROVIDERS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { open_id_connect_provider_list: members.optional("OpenIDConnectProviderList")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "OpenIDConnectProviderList", self.open_id_connect_provider_list);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListOrganizationsFeaturesRequest {}

impl Shape for ListOrganizationsFeaturesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ORGANIZATIONS_FEATURES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListOrganizationsFeaturesResponse {
    pub enabled_features: Option<Vec<FeatureType>>,
    pub organization_id: Option<String>,
}

impl Shape for ListOrganizationsFeaturesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ORGANIZATIONS_FEATURES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            enabled_features: members.optional("EnabledFeatures")?,
            organization_id: members.optional("OrganizationId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "EnabledFeatures", self.enabled_features);
        put_some(&mut members, "OrganizationId", self.organization_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPoliciesGrantingServiceAccessEntry {
    pub policies: Option<Vec<PolicyGrantingServiceAccess>>,
    pub service_namespace: Option<String>,
}

impl Shape for ListPoliciesGrantingServiceAccessEntry {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICIES_GRANTING_SERVICE_ACCESS_ENTRY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            policies: members.optional("Policies")?,
            service_namespace: members.optional("ServiceNamespace")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Policies", self.policies);
        put_some(&mut members, "ServiceNamespace", self.service_namespace);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPoliciesGrantingServiceAccessRequest {
    pub arn: String,
    pub marker: Option<String>,
    pub service_namespaces: Vec<String>,
}

impl Shape for ListPoliciesGrantingServiceAccessRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICIES_GRANTING_SERVICE_ACCESS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.required("Arn")?,
            marker: members.optional("Marker")?,
            service_namespaces: members.required("ServiceNamespaces")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "Arn", self.arn);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "ServiceNamespaces", self.service_namespaces);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPoliciesGrantingServiceAccessResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub policies_granting_service_access: Vec<ListPoliciesGrantingServiceAccessEntry>,
}

impl Shape for ListPoliciesGrantingServiceAccessResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICIES_GRANTING_SERVICE_ACCESS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            policies_granting_service_access: members.required("PoliciesGrantingServiceAccess")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "PoliciesGrantingServiceAccess", self.policies_granting_service_access);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPoliciesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub only_attached: Option<bool>,
    pub path_prefix: Option<String>,
    pub policy_usage_filter: Option<PolicyUsageType>,
    pub scope: Option<PolicyScopeType>,
}

impl Shape for ListPoliciesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            only_attached: members.optional("OnlyAttached")?,
            path_prefix: members.optional("PathPrefix")?,
            policy_usage_filter: members.optional("PolicyUsageFilter")?,
            scope: members.optional("Scope")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "OnlyAttached", self.only_attached);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        put_some(&mut members, "PolicyUsageFilter", self.policy_usage_filter);
        put_some(&mut members, "Scope", self.scope);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPoliciesResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub policies: Option<Vec<Policy>>,
}

impl Shape for ListPoliciesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            policies: members.optional("Policies")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "Policies", self.policies);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPolicyTagsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub policy_arn: String,
}

impl Shape for ListPolicyTagsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICY_TAGS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            policy_arn: members.required("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "PolicyArn", self.policy_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPolicyTagsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub tags: Vec<Tag>,
}

impl Shape for ListPolicyTagsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICY_TAGS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPolicyVersionsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub policy_arn: String,
}

impl Shape for ListPolicyVersionsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICY_VERSIONS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            policy_arn: members.required("PolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "PolicyArn", self.policy_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPolicyVersionsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub versions: Option<Vec<PolicyVersion>>,
}

impl Shape for ListPolicyVersionsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICY_VERSIONS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            versions: members.optional("Versions")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "Versions", self.versions);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListRolePoliciesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub role_name: String,
}

impl Shape for ListRolePoliciesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ROLE_POLICIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListRolePoliciesResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub policy_names: Vec<String>,
}

impl Shape for ListRolePoliciesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ROLE_POLICIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            policy_names: members.required("PolicyNames")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "PolicyNames", self.policy_names);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListRoleTagsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub role_name: String,
}

impl Shape for ListRoleTagsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ROLE_TAGS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListRoleTagsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub tags: Vec<Tag>,
}

impl Shape for ListRoleTagsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ROLE_TAGS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListRolesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub path_prefix: Option<String>,
}

impl Shape for ListRolesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ROLES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            path_prefix: members.optional("PathPrefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListRolesResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub roles: Vec<Role>,
}

impl Shape for ListRolesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ROLES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            roles: members.required("Roles")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Roles", self.roles);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListSAMLProviderTagsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub saml_provider_arn: String,
}

impl Shape for ListSAMLProviderTagsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SAML_PROVIDER_TAGS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            saml_provider_arn: members.required("SAMLProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "SAMLProviderArn", self.saml_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListSAMLProviderTagsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub tags: Vec<Tag>,
}

impl Shape for ListSAMLProviderTagsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SAML_PROVIDER_TAGS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListSAMLProvidersRequest {}

impl Shape for ListSAMLProvidersRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SAML_PROVIDERS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListSAMLProvidersResponse {
    pub saml_provider_list: Option<Vec<SAMLProviderListEntry>>,
}

impl Shape for ListSAMLProvidersResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SAML_PROVIDERS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { saml_provider_list: members.optional("SAMLProviderList")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "SAMLProviderList", self.saml_provider_list);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListSSHPublicKeysRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub user_name: Option<String>,
}

impl Shape for ListSSHPublicKeysRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SSH_PUBLIC_KEYS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListSSHPublicKeysResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub ssh_public_keys: Option<Vec<SSHPublicKeyMetadata>>,
}

impl Shape for ListSSHPublicKeysResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SSH_PUBLIC_KEYS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            ssh_public_keys: members.optional("SSHPublicKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "SSHPublicKeys", self.ssh_public_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListServerCertificateTagsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub server_certificate_name: String,
}

impl Shape for ListServerCertificateTagsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SERVER_CERTIFICATE_TAGS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            server_certificate_name: members.required("ServerCertificateName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "ServerCertificateName", self.server_certificate_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListServerCertificateTagsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub tags: Vec<Tag>,
}

impl Shape for ListServerCertificateTagsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SERVER_CERTIFICATE_TAGS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListServerCertificatesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub path_prefix: Option<String>,
}

impl Shape for ListServerCertificatesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SERVER_CERTIFICATES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            path_prefix: members.optional("PathPrefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListServerCertificatesResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub server_certificate_metadata_list: Vec<ServerCertificateMetadata>,
}

impl Shape for ListServerCertificatesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SERVER_CERTIFICATES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            server_certificate_metadata_list: members.required("ServerCertificateMetadataList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "ServerCertificateMetadataList", self.server_certificate_metadata_list);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListServiceSpecificCredentialsRequest {
    pub all_users: Option<bool>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub service_name: Option<String>,
    pub user_name: Option<String>,
}

impl Shape for ListServiceSpecificCredentialsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SERVICE_SPECIFIC_CREDENTIALS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            all_users: members.optional("AllUsers")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            service_name: members.optional("ServiceName")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "AllUsers", self.all_users);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "ServiceName", self.service_name);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListServiceSpecificCredentialsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub service_specific_credentials: Option<Vec<ServiceSpecificCredentialMetadata>>,
}

impl Shape for ListServiceSpecificCredentialsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SERVICE_SPECIFIC_CREDENTIALS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            service_specific_credentials: members.optional("ServiceSpecificCredentials")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "ServiceSpecificCredentials", self.service_specific_credentials);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListSigningCertificatesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub user_name: Option<String>,
}

impl Shape for ListSigningCertificatesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SIGNING_CERTIFICATES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListSigningCertificatesResponse {
    pub certificates: Vec<SigningCertificate>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for ListSigningCertificatesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_SIGNING_CERTIFICATES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            certificates: members.required("Certificates")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "Certificates", self.certificates);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListUserPoliciesRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub user_name: String,
}

impl Shape for ListUserPoliciesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_USER_POLICIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListUserPoliciesResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub policy_names: Vec<String>,
}

impl Shape for ListUserPoliciesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_USER_POLICIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            policy_names: members.required("PolicyNames")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "PolicyNames", self.policy_names);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListUserTagsRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub user_name: String,
}

impl Shape for ListUserTagsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_USER_TAGS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListUserTagsResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub tags: Vec<Tag>,
}

impl Shape for ListUserTagsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_USER_TAGS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListUsersRequest {
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub path_prefix: Option<String>,
}

impl Shape for ListUsersRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_USERS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            path_prefix: members.optional("PathPrefix")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(&mut members, "PathPrefix", self.path_prefix);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListUsersResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub users: Vec<User>,
}

impl Shape for ListUsersResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_USERS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            users: members.required("Users")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "Users", self.users);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListVirtualMFADevicesRequest {
    pub assignment_status: Option<AssignmentStatusType>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
}

impl Shape for ListVirtualMFADevicesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_VIRTUAL_MFA_DEVICES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            assignment_status: members.optional("AssignmentStatus")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "AssignmentStatus", self.assignment_status);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct ListVirtualMFADevicesResponse {
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
    pub virtual_mfa_devices: Vec<VirtualMFADevice>,
}

impl Shape for ListVirtualMFADevicesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_VIRTUAL_MFA_DEVICES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
            virtual_mfa_devices: members.required("VirtualMFADevices")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        put(&mut members, "VirtualMFADevices", self.virtual_mfa_devices);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct LoginProfile {
    pub create_date: Timestamp,
    pub password_reset_required: Option<bool>,
    pub user_name: String,
}

impl Shape for LoginProfile {
    const SCHEMA: &'static StructureSchema = &schemas::LOGIN_PROFILE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            create_date: members.required("CreateDate")?,
            password_reset_required: members.optional("PasswordResetRequired")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "PasswordResetRequired", self.password_reset_required);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct MFADevice {
    pub enable_date: Timestamp,
    pub serial_number: String,
    pub user_name: String,
}

impl Shape for MFADevice {
    const SCHEMA: &'static StructureSchema = &schemas::MFA_DEVICE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            enable_date: members.required("EnableDate")?,
            serial_number: members.required("SerialNumber")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "EnableDate", self.enable_date);
        put(&mut members, "SerialNumber", self.serial_number);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ManagedPolicyDetail {
    pub arn: Option<String>,
    pub attachment_count: Option<i32>,
    pub create_date: Option<Timestamp>,
    pub default_version_id: Option<String>,
    pub description: Option<String>,
    pub is_attachable: Option<bool>,
    pub path: Option<String>,
    pub permissions_boundary_usage_count: Option<i32>,
    pub policy_id: Option<String>,
    pub policy_name: Option<String>,
    pub policy_version_list: Option<Vec<PolicyVersion>>,
    pub update_date: Option<Timestamp>,
}

impl Shape for ManagedPolicyDetail {
    const SCHEMA: &'static StructureSchema = &schemas::MANAGED_POLICY_DETAIL;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            attachment_count: members.optional("AttachmentCount")?,
            create_date: members.optional("CreateDate")?,
            default_version_id: members.optional("DefaultVersionId")?,
            description: members.optional("Description")?,
            is_attachable: members.optional("IsAttachable")?,
            path: members.optional("Path")?,
            permissions_boundary_usage_count: members.optional("PermissionsBoundaryUsageCount")?,
            policy_id: members.optional("PolicyId")?,
            policy_name: members.optional("PolicyName")?,
            policy_version_list: members.optional("PolicyVersionList")?,
            update_date: members.optional("UpdateDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(12);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "AttachmentCount", self.attachment_count);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "DefaultVersionId", self.default_version_id);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "IsAttachable", self.is_attachable);
        put_some(&mut members, "Path", self.path);
        put_some(&mut members, "PermissionsBoundaryUsageCount", self.permissions_boundary_usage_count);
        put_some(&mut members, "PolicyId", self.policy_id);
        put_some(&mut members, "PolicyName", self.policy_name);
        put_some(&mut members, "PolicyVersionList", self.policy_version_list);
        put_some(&mut members, "UpdateDate", self.update_date);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct OpenIDConnectProviderListEntry {
    pub arn: Option<String>,
}

impl Shape for OpenIDConnectProviderListEntry {
    const SCHEMA: &'static StructureSchema = &schemas::OPEN_ID_CONNECT_PROVIDER_LIST_ENTRY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { arn: members.optional("Arn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Arn", self.arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct OrderedOrganizationPolicyType {
    pub service_control_policy_input_list: Option<Vec<String>>,
}

impl Shape for OrderedOrganizationPolicyType {
    const SCHEMA: &'static StructureSchema = &schemas::ORDERED_ORGANIZATION_POLICY_TYPE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { service_control_policy_input_list: members.optional("ServiceControlPolicyInputList")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "ServiceControlPolicyInputList", self.service_control_policy_input_list);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct OrganizationsDecisionDetail {
    pub allowed_by_organizations: Option<bool>,
}

impl Shape for OrganizationsDecisionDetail {
    const SCHEMA: &'static StructureSchema = &schemas::ORGANIZATIONS_DECISION_DETAIL;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { allowed_by_organizations: members.optional("AllowedByOrganizations")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "AllowedByOrganizations", self.allowed_by_organizations);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PasswordPolicy {
    pub allow_users_to_change_password: Option<bool>,
    pub expire_passwords: Option<bool>,
    pub hard_expiry: Option<bool>,
    pub max_password_age: Option<i32>,
    pub minimum_password_length: Option<i32>,
    pub password_reuse_prevention: Option<i32>,
    pub require_lowercase_characters: Option<bool>,
    pub require_numbers: Option<bool>,
    pub require_symbols: Option<bool>,
    pub require_uppercase_characters: Option<bool>,
}

impl Shape for PasswordPolicy {
    const SCHEMA: &'static StructureSchema = &schemas::PASSWORD_POLICY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            allow_users_to_change_password: members.optional("AllowUsersToChangePassword")?,
            expire_passwords: members.optional("ExpirePasswords")?,
            hard_expiry: members.optional("HardExpiry")?,
            max_password_age: members.optional("MaxPasswordAge")?,
            minimum_password_length: members.optional("MinimumPasswordLength")?,
            password_reuse_prevention: members.optional("PasswordReusePrevention")?,
            require_lowercase_characters: members.optional("RequireLowercaseCharacters")?,
            require_numbers: members.optional("RequireNumbers")?,
            require_symbols: members.optional("RequireSymbols")?,
            require_uppercase_characters: members.optional("RequireUppercaseCharacters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(10);
        put_some(&mut members, "AllowUsersToChangePassword", self.allow_users_to_change_password);
        put_some(&mut members, "ExpirePasswords", self.expire_passwords);
        put_some(&mut members, "HardExpiry", self.hard_expiry);
        put_some(&mut members, "MaxPasswordAge", self.max_password_age);
        put_some(&mut members, "MinimumPasswordLength", self.minimum_password_length);
        put_some(&mut members, "PasswordReusePrevention", self.password_reuse_prevention);
        put_some(&mut members, "RequireLowercaseCharacters", self.require_lowercase_characters);
        put_some(&mut members, "RequireNumbers", self.require_numbers);
        put_some(&mut members, "RequireSymbols", self.require_symbols);
        put_some(&mut members, "RequireUppercaseCharacters", self.require_uppercase_characters);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PermissionsBoundaryAttachmentType {
    PermissionsBoundaryPolicy,
}

impl PermissionsBoundaryAttachmentType {
    pub const ALL: &'static [Self] = &[Self::PermissionsBoundaryPolicy];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PermissionsBoundaryPolicy => "PermissionsBoundaryPolicy",
        }
    }
}

impl FromStr for PermissionsBoundaryAttachmentType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("PermissionsBoundaryAttachmentType"))
    }
}

impl fmt::Display for PermissionsBoundaryAttachmentType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for PermissionsBoundaryAttachmentType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PermissionsBoundaryDecisionDetail {
    pub allowed_by_permissions_boundary: Option<bool>,
}

impl Shape for PermissionsBoundaryDecisionDetail {
    const SCHEMA: &'static StructureSchema = &schemas::PERMISSIONS_BOUNDARY_DECISION_DETAIL;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { allowed_by_permissions_boundary: members.optional("AllowedByPermissionsBoundary")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "AllowedByPermissionsBoundary", self.allowed_by_permissions_boundary);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Policy {
    pub arn: Option<String>,
    pub attachment_count: Option<i32>,
    pub create_date: Option<Timestamp>,
    pub default_version_id: Option<String>,
    pub description: Option<String>,
    pub is_attachable: Option<bool>,
    pub path: Option<String>,
    pub permissions_boundary_usage_count: Option<i32>,
    pub policy_id: Option<String>,
    pub policy_name: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub update_date: Option<Timestamp>,
}

impl Shape for Policy {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            attachment_count: members.optional("AttachmentCount")?,
            create_date: members.optional("CreateDate")?,
            default_version_id: members.optional("DefaultVersionId")?,
            description: members.optional("Description")?,
            is_attachable: members.optional("IsAttachable")?,
            path: members.optional("Path")?,
            permissions_boundary_usage_count: members.optional("PermissionsBoundaryUsageCount")?,
            policy_id: members.optional("PolicyId")?,
            policy_name: members.optional("PolicyName")?,
            tags: members.optional("Tags")?,
            update_date: members.optional("UpdateDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(12);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "AttachmentCount", self.attachment_count);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "DefaultVersionId", self.default_version_id);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "IsAttachable", self.is_attachable);
        put_some(&mut members, "Path", self.path);
        put_some(&mut members, "PermissionsBoundaryUsageCount", self.permissions_boundary_usage_count);
        put_some(&mut members, "PolicyId", self.policy_id);
        put_some(&mut members, "PolicyName", self.policy_name);
        put_some(&mut members, "Tags", self.tags);
        put_some(&mut members, "UpdateDate", self.update_date);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicyDetail {
    pub policy_document: Option<String>,
    pub policy_name: Option<String>,
}

impl Shape for PolicyDetail {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_DETAIL;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            policy_document: members.optional("PolicyDocument")?,
            policy_name: members.optional("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "PolicyDocument", self.policy_document);
        put_some(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyEvaluationDecisionType {
    Allowed,
    ExplicitDeny,
    ImplicitDeny,
}

impl PolicyEvaluationDecisionType {
    pub const ALL: &'static [Self] = &[Self::Allowed, Self::ExplicitDeny, Self::ImplicitDeny];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::ExplicitDeny => "explicitDeny",
            Self::ImplicitDeny => "implicitDeny",
        }
    }
}

impl FromStr for PolicyEvaluationDecisionType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("PolicyEvaluationDecisionType"))
    }
}

impl fmt::Display for PolicyEvaluationDecisionType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for PolicyEvaluationDecisionType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone)]
pub struct PolicyGrantingServiceAccess {
    pub entity_name: Option<String>,
    pub entity_type: Option<PolicyOwnerEntityType>,
    pub policy_arn: Option<String>,
    pub policy_name: String,
    pub policy_type: PolicyType,
}

impl Shape for PolicyGrantingServiceAccess {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_GRANTING_SERVICE_ACCESS;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            entity_name: members.optional("EntityName")?,
            entity_type: members.optional("EntityType")?,
            policy_arn: members.optional("PolicyArn")?,
            policy_name: members.required("PolicyName")?,
            policy_type: members.required("PolicyType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "EntityName", self.entity_name);
        put_some(&mut members, "EntityType", self.entity_type);
        put_some(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "PolicyName", self.policy_name);
        put(&mut members, "PolicyType", self.policy_type);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicyGroup {
    pub group_id: Option<String>,
    pub group_name: Option<String>,
}

impl Shape for PolicyGroup {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_GROUP;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group_id: members.optional("GroupId")?, group_name: members.optional("GroupName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "GroupId", self.group_id);
        put_some(&mut members, "GroupName", self.group_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicyIdentifier {
    pub inline_policy_identifier: Option<InlinePolicyIdentifierType>,
    pub policy_arn: Option<String>,
    pub policy_type: Option<PolicyIdentifierPolicyType>,
}

impl Shape for PolicyIdentifier {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_IDENTIFIER;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            inline_policy_identifier: members.optional("InlinePolicyIdentifier")?,
            policy_arn: members.optional("PolicyArn")?,
            policy_type: members.optional("PolicyType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "InlinePolicyIdentifier", self.inline_policy_identifier);
        put_some(&mut members, "PolicyArn", self.policy_arn);
        put_some(&mut members, "PolicyType", self.policy_type);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyIdentifierPolicyType {
    Inline,
    AwsManaged,
    UserManaged,
    PermissionBoundary,
    Scp,
    Rcp,
}

impl PolicyIdentifierPolicyType {
    pub const ALL: &'static [Self] =
        &[Self::Inline, Self::AwsManaged, Self::UserManaged, Self::PermissionBoundary, Self::Scp, Self::Rcp];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inline => "inline",
            Self::AwsManaged => "aws-managed",
            Self::UserManaged => "user-managed",
            Self::PermissionBoundary => "permission-boundary",
            Self::Scp => "scp",
            Self::Rcp => "rcp",
        }
    }
}

impl FromStr for PolicyIdentifierPolicyType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("PolicyIdentifierPolicyType"))
    }
}

impl fmt::Display for PolicyIdentifierPolicyType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for PolicyIdentifierPolicyType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicyRole {
    pub role_id: Option<String>,
    pub role_name: Option<String>,
}

impl Shape for PolicyRole {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_ROLE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role_id: members.optional("RoleId")?, role_name: members.optional("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "RoleId", self.role_id);
        put_some(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicySourceType {
    User,
    Group,
    Role,
    AwsManaged,
    UserManaged,
    Resource,
    None,
}

impl PolicySourceType {
    pub const ALL: &'static [Self] = &[
        Self::User,
        Self::Group,
        Self::Role,
        Self::AwsManaged,
        Self::UserManaged,
        Self::Resource,
        Self::None,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
            Self::AwsManaged => "aws-managed",
            Self::UserManaged => "user-managed",
            Self::Resource => "resource",
            Self::None => "none",
        }
    }
}

impl FromStr for PolicySourceType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("PolicySourceType"))
    }
}

impl fmt::Display for PolicySourceType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for PolicySourceType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyUsageType {
    PermissionsPolicy,
    PermissionsBoundary,
}

impl PolicyUsageType {
    pub const ALL: &'static [Self] = &[Self::PermissionsPolicy, Self::PermissionsBoundary];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PermissionsPolicy => "PermissionsPolicy",
            Self::PermissionsBoundary => "PermissionsBoundary",
        }
    }
}

impl FromStr for PolicyUsageType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("PolicyUsageType"))
    }
}

impl fmt::Display for PolicyUsageType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for PolicyUsageType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicyUser {
    pub user_id: Option<String>,
    pub user_name: Option<String>,
}

impl Shape for PolicyUser {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_USER;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { user_id: members.optional("UserId")?, user_name: members.optional("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "UserId", self.user_id);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicyVersion {
    pub create_date: Option<Timestamp>,
    pub document: Option<String>,
    pub is_default_version: Option<bool>,
    pub version_id: Option<String>,
}

impl Shape for PolicyVersion {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_VERSION;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            create_date: members.optional("CreateDate")?,
            document: members.optional("Document")?,
            is_default_version: members.optional("IsDefaultVersion")?,
            version_id: members.optional("VersionId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "Document", self.document);
        put_some(&mut members, "IsDefaultVersion", self.is_default_version);
        put_some(&mut members, "VersionId", self.version_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Position {
    pub column: Option<i32>,
    pub line: Option<i32>,
}

impl Shape for Position {
    const SCHEMA: &'static StructureSchema = &schemas::POSITION;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { column: members.optional("Column")?, line: members.optional("Line")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Column", self.column);
        put_some(&mut members, "Line", self.line);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutGroupPolicyRequest {
    pub group_name: String,
    pub policy_document: String,
    pub policy_name: String,
}

impl Shape for PutGroupPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_GROUP_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            group_name: members.required("GroupName")?,
            policy_document: members.required("PolicyDocument")?,
            policy_name: members.required("PolicyName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "GroupName", self.group_name);
        put(&mut members, "PolicyDocument", self.policy_document);
        put(&mut members, "PolicyName", self.policy_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutRolePermissionsBoundaryRequest {
    pub permissions_boundary: String,
    pub role_name: String,
}

impl Shape for PutRolePermissionsBoundaryRequest {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_ROLE_PERMISSIONS_BOUNDARY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            permissions_boundary: members.required("PermissionsBoundary")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PermissionsBoundary", self.permissions_boundary);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutRolePolicyRequest {
    pub policy_document: String,
    pub policy_name: String,
    pub role_name: String,
}

impl Shape for PutRolePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_ROLE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            policy_document: members.required("PolicyDocument")?,
            policy_name: members.required("PolicyName")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "PolicyDocument", self.policy_document);
        put(&mut members, "PolicyName", self.policy_name);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutUserPermissionsBoundaryRequest {
    pub permissions_boundary: String,
    pub user_name: String,
}

impl Shape for PutUserPermissionsBoundaryRequest {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_USER_PERMISSIONS_BOUNDARY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            permissions_boundary: members.required("PermissionsBoundary")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PermissionsBoundary", self.permissions_boundary);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutUserPolicyRequest {
    pub policy_document: String,
    pub policy_name: String,
    pub user_name: String,
}

impl Shape for PutUserPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_USER_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            policy_document: members.required("PolicyDocument")?,
            policy_name: members.required("PolicyName")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "PolicyDocument", self.policy_document);
        put(&mut members, "PolicyName", self.policy_name);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RemoveClientIDFromOpenIDConnectProviderRequest {
    pub client_id: String,
    pub open_id_connect_provider_arn: String,
}

impl Shape for RemoveClientIDFromOpenIDConnectProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            client_id: members.required("ClientID")?,
            open_id_connect_provider_arn: members.required("OpenIDConnectProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "ClientID", self.client_id);
        put(&mut members, "OpenIDConnectProviderArn", self.open_id_connect_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RemoveRoleFromInstanceProfileRequest {
    pub instance_profile_name: String,
    pub role_name: String,
}

impl Shape for RemoveRoleFromInstanceProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::REMOVE_ROLE_FROM_INSTANCE_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            instance_profile_name: members.required("InstanceProfileName")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "InstanceProfileName", self.instance_profile_name);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RemoveUserFromGroupRequest {
    pub group_name: String,
    pub user_name: String,
}

impl Shape for RemoveUserFromGroupRequest {
    const SCHEMA: &'static StructureSchema = &schemas::REMOVE_USER_FROM_GROUP_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { group_name: members.required("GroupName")?, user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "GroupName", self.group_name);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportFormatType {
    TextCsv,
}

impl ReportFormatType {
    pub const ALL: &'static [Self] = &[Self::TextCsv];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::TextCsv => "text/csv",
        }
    }
}

impl FromStr for ReportFormatType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("ReportFormatType"))
    }
}

impl fmt::Display for ReportFormatType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ReportFormatType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportStateType {
    Started,
    Inprogress,
    Complete,
}

impl ReportStateType {
    pub const ALL: &'static [Self] = &[Self::Started, Self::Inprogress, Self::Complete];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Started => "STARTED",
            Self::Inprogress => "INPROGRESS",
            Self::Complete => "COMPLETE",
        }
    }
}

impl FromStr for ReportStateType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("ReportStateType"))
    }
}

impl fmt::Display for ReportStateType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ReportStateType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ResetServiceSpecificCredentialRequest {
    pub service_specific_credential_id: String,
    pub user_name: Option<String>,
}

impl Shape for ResetServiceSpecificCredentialRequest {
    const SCHEMA: &'static StructureSchema = &schemas::RESET_SERVICE_SPECIFIC_CREDENTIAL_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            service_specific_credential_id: members.required("ServiceSpecificCredentialId")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "ServiceSpecificCredentialId", self.service_specific_credential_id);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct ResetServiceSpecificCredentialResponse {
    pub service_specific_credential: Option<ServiceSpecificCredential>,
}

impl Shape for ResetServiceSpecificCredentialResponse {
    const SCHEMA: &'static StructureSchema = &schemas::RESET_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { service_specific_credential: members.optional("ServiceSpecificCredential")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "ServiceSpecificCredential", self.service_specific_credential);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct ResourceSpecificResult {
    pub eval_decision_details: Option<BTreeMap<String, PolicyEvaluationDecisionType>>,
    pub eval_resource_decision: PolicyEvaluationDecisionType,
    pub eval_resource_name: String,
    pub matched_statements: Option<Vec<Statement>>,
    pub missing_context_values: Option<Vec<String>>,
    pub permissions_boundary_decision_detail: Option<PermissionsBoundaryDecisionDetail>,
}

impl Shape for ResourceSpecificResult {
    const SCHEMA: &'static StructureSchema = &schemas::RESOURCE_SPECIFIC_RESULT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            eval_decision_details: members.optional("EvalDecisionDetails")?,
            eval_resource_decision: members.required("EvalResourceDecision")?,
            eval_resource_name: members.required("EvalResourceName")?,
            matched_statements: members.optional("MatchedStatements")?,
            missing_context_values: members.optional("MissingContextValues")?,
            permissions_boundary_decision_detail: members.optional("PermissionsBoundaryDecisionDetail")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "EvalDecisionDetails", self.eval_decision_details);
        put(&mut members, "EvalResourceDecision", self.eval_resource_decision);
        put(&mut members, "EvalResourceName", self.eval_resource_name);
        put_some(&mut members, "MatchedStatements", self.matched_statements);
        put_some(&mut members, "MissingContextValues", self.missing_context_values);
        put_some(
            &mut members,
            "PermissionsBoundaryDecisionDetail",
            self.permissions_boundary_decision_detail,
        );
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct ResyncMFADeviceRequest {
    pub authentication_code1: SecretString,
    pub authentication_code2: SecretString,
    pub serial_number: String,
    pub user_name: String,
}

impl Shape for ResyncMFADeviceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::RESYNC_MFA_DEVICE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            authentication_code1: members.required("AuthenticationCode1")?,
            authentication_code2: members.required("AuthenticationCode2")?,
            serial_number: members.required("SerialNumber")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "AuthenticationCode1", self.authentication_code1);
        put(&mut members, "AuthenticationCode2", self.authentication_code2);
        put(&mut members, "SerialNumber", self.serial_number);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Role {
    pub arn: String,
    pub assume_role_policy_document: Option<String>,
    pub create_date: Timestamp,
    pub description: Option<String>,
    pub max_session_duration: Option<i32>,
    pub path: String,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub role_id: String,
    pub role_last_used: Option<RoleLastUsed>,
    pub role_name: String,
    pub source_role_template: Option<SourceRoleTemplate>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for Role {
    const SCHEMA: &'static StructureSchema = &schemas::ROLE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.required("Arn")?,
            assume_role_policy_document: members.optional("AssumeRolePolicyDocument")?,
            create_date: members.required("CreateDate")?,
            description: members.optional("Description")?,
            max_session_duration: members.optional("MaxSessionDuration")?,
            path: members.required("Path")?,
            permissions_boundary: members.optional("PermissionsBoundary")?,
            role_id: members.required("RoleId")?,
            role_last_used: members.optional("RoleLastUsed")?,
            role_name: members.required("RoleName")?,
            source_role_template: members.optional("SourceRoleTemplate")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(12);
        put(&mut members, "Arn", self.arn);
        put_some(&mut members, "AssumeRolePolicyDocument", self.assume_role_policy_document);
        put(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "MaxSessionDuration", self.max_session_duration);
        put(&mut members, "Path", self.path);
        put_some(&mut members, "PermissionsBoundary", self.permissions_boundary);
        put(&mut members, "RoleId", self.role_id);
        put_some(&mut members, "RoleLastUsed", self.role_last_used);
        put(&mut members, "RoleName", self.role_name);
        put_some(&mut members, "SourceRoleTemplate", self.source_role_template);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RoleDetail {
    pub arn: Option<String>,
    pub assume_role_policy_document: Option<String>,
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
    pub create_date: Option<Timestamp>,
    pub instance_profile_list: Option<Vec<InstanceProfile>>,
    pub path: Option<String>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub role_id: Option<String>,
    pub role_last_used: Option<RoleLastUsed>,
    pub role_name: Option<String>,
    pub role_policy_list: Option<Vec<PolicyDetail>>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for RoleDetail {
    const SCHEMA: &'static StructureSchema = &schemas::ROLE_DETAIL;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            assume_role_policy_document: members.optional("AssumeRolePolicyDocument")?,
            attached_managed_policies: members.optional("AttachedManagedPolicies")?,
            create_date: members.optional("CreateDate")?,
            instance_profile_list: members.optional("InstanceProfileList")?,
            path: members.optional("Path")?,
            permissions_boundary: members.optional("PermissionsBoundary")?,
            role_id: members.optional("RoleId")?,
            role_last_used: members.optional("RoleLastUsed")?,
            role_name: members.optional("RoleName")?,
            role_policy_list: members.optional("RolePolicyList")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(12);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "AssumeRolePolicyDocument", self.assume_role_policy_document);
        put_some(&mut members, "AttachedManagedPolicies", self.attached_managed_policies);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "InstanceProfileList", self.instance_profile_list);
        put_some(&mut members, "Path", self.path);
        put_some(&mut members, "PermissionsBoundary", self.permissions_boundary);
        put_some(&mut members, "RoleId", self.role_id);
        put_some(&mut members, "RoleLastUsed", self.role_last_used);
        put_some(&mut members, "RoleName", self.role_name);
        put_some(&mut members, "RolePolicyList", self.role_policy_list);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RoleLastUsed {
    pub last_used_date: Option<Timestamp>,
    pub region: Option<String>,
}

impl Shape for RoleLastUsed {
    const SCHEMA: &'static StructureSchema = &schemas::ROLE_LAST_USED;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { last_used_date: members.optional("LastUsedDate")?, region: members.optional("Region")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "LastUsedDate", self.last_used_date);
        put_some(&mut members, "Region", self.region);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RoleUsageType {
    pub region: Option<String>,
    pub resources: Option<Vec<String>>,
}

impl Shape for RoleUsageType {
    const SCHEMA: &'static StructureSchema = &schemas::ROLE_USAGE_TYPE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { region: members.optional("Region")?, resources: members.optional("Resources")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Region", self.region);
        put_some(&mut members, "Resources", self.resources);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct SAMLPrivateKey {
    pub key_id: Option<String>,
    pub timestamp: Option<Timestamp>,
}

impl Shape for SAMLPrivateKey {
    const SCHEMA: &'static StructureSchema = &schemas::SAML_PRIVATE_KEY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key_id: members.optional("KeyId")?, timestamp: members.optional("Timestamp")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "KeyId", self.key_id);
        put_some(&mut members, "Timestamp", self.timestamp);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct SAMLProviderListEntry {
    pub arn: Option<String>,
    pub create_date: Option<Timestamp>,
    pub valid_until: Option<Timestamp>,
}

impl Shape for SAMLProviderListEntry {
    const SCHEMA: &'static StructureSchema = &schemas::SAML_PROVIDER_LIST_ENTRY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            create_date: members.optional("CreateDate")?,
            valid_until: members.optional("ValidUntil")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "ValidUntil", self.valid_until);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct SSHPublicKey {
    pub fingerprint: String,
    pub ssh_public_key_body: String,
    pub ssh_public_key_id: String,
    pub status: StatusType,
    pub upload_date: Option<Timestamp>,
    pub user_name: String,
}

impl Shape for SSHPublicKey {
    const SCHEMA: &'static StructureSchema = &schemas::SSH_PUBLIC_KEY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            fingerprint: members.required("Fingerprint")?,
            ssh_public_key_body: members.required("SSHPublicKeyBody")?,
            ssh_public_key_id: members.required("SSHPublicKeyId")?,
            status: members.required("Status")?,
            upload_date: members.optional("UploadDate")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put(&mut members, "Fingerprint", self.fingerprint);
        put(&mut members, "SSHPublicKeyBody", self.ssh_public_key_body);
        put(&mut members, "SSHPublicKeyId", self.ssh_public_key_id);
        put(&mut members, "Status", self.status);
        put_some(&mut members, "UploadDate", self.upload_date);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct SSHPublicKeyMetadata {
    pub ssh_public_key_id: String,
    pub status: StatusType,
    pub upload_date: Timestamp,
    pub user_name: String,
}

impl Shape for SSHPublicKeyMetadata {
    const SCHEMA: &'static StructureSchema = &schemas::SSH_PUBLIC_KEY_METADATA;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ssh_public_key_id: members.required("SSHPublicKeyId")?,
            status: members.required("Status")?,
            upload_date: members.required("UploadDate")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "SSHPublicKeyId", self.ssh_public_key_id);
        put(&mut members, "Status", self.status);
        put(&mut members, "UploadDate", self.upload_date);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ServerCertificate {
    pub certificate_body: String,
    pub certificate_chain: Option<String>,
    pub server_certificate_metadata: ServerCertificateMetadata,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ServerCertificate {
    const SCHEMA: &'static StructureSchema = &schemas::SERVER_CERTIFICATE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            certificate_body: members.required("CertificateBody")?,
            certificate_chain: members.optional("CertificateChain")?,
            server_certificate_metadata: members.required("ServerCertificateMetadata")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "CertificateBody", self.certificate_body);
        put_some(&mut members, "CertificateChain", self.certificate_chain);
        put(&mut members, "ServerCertificateMetadata", self.server_certificate_metadata);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ServerCertificateMetadata {
    pub arn: String,
    pub expiration: Option<Timestamp>,
    pub path: String,
    pub server_certificate_id: String,
    pub server_certificate_name: String,
    pub upload_date: Option<Timestamp>,
}

impl Shape for ServerCertificateMetadata {
    const SCHEMA: &'static StructureSchema = &schemas::SERVER_CERTIFICATE_METADATA;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.required("Arn")?,
            expiration: members.optional("Expiration")?,
            path: members.required("Path")?,
            server_certificate_id: members.required("ServerCertificateId")?,
            server_certificate_name: members.required("ServerCertificateName")?,
            upload_date: members.optional("UploadDate")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put(&mut members, "Arn", self.arn);
        put_some(&mut members, "Expiration", self.expiration);
        put(&mut members, "Path", self.path);
        put(&mut members, "ServerCertificateId", self.server_certificate_id);
        put(&mut members, "ServerCertificateName", self.server_certificate_name);
        put_some(&mut members, "UploadDate", self.upload_date);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ServiceLastAccessed {
    pub last_authenticated: Option<Timestamp>,
    pub last_authenticated_entity: Option<String>,
    pub last_authenticated_region: Option<String>,
    pub service_name: String,
    pub service_namespace: String,
    pub total_authenticated_entities: Option<i32>,
    pub tracked_actions_last_accessed: Option<Vec<TrackedActionLastAccessed>>,
}

impl Shape for ServiceLastAccessed {
    const SCHEMA: &'static StructureSchema = &schemas::SERVICE_LAST_ACCESSED;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            last_authenticated: members.optional("LastAuthenticated")?,
            last_authenticated_entity: members.optional("LastAuthenticatedEntity")?,
            last_authenticated_region: members.optional("LastAuthenticatedRegion")?,
            service_name: members.required("ServiceName")?,
            service_namespace: members.required("ServiceNamespace")?,
            total_authenticated_entities: members.optional("TotalAuthenticatedEntities")?,
            tracked_actions_last_accessed: members.optional("TrackedActionsLastAccessed")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put_some(&mut members, "LastAuthenticated", self.last_authenticated);
        put_some(&mut members, "LastAuthenticatedEntity", self.last_authenticated_entity);
        put_some(&mut members, "LastAuthenticatedRegion", self.last_authenticated_region);
        put(&mut members, "ServiceName", self.service_name);
        put(&mut members, "ServiceNamespace", self.service_namespace);
        put_some(&mut members, "TotalAuthenticatedEntities", self.total_authenticated_entities);
        put_some(&mut members, "TrackedActionsLastAccessed", self.tracked_actions_last_accessed);
        Document::Structure(members)
    }
}

#[derive(Clone)]
pub struct ServiceSpecificCredential {
    pub create_date: Timestamp,
    pub expiration_date: Option<Timestamp>,
    pub service_credential_alias: Option<String>,
    pub service_credential_secret: Option<SecretString>,
    pub service_name: String,
    pub service_password: Option<SecretString>,
    pub service_specific_credential_id: String,
    pub service_user_name: Option<String>,
    pub status: StatusType,
    pub user_name: String,
}

impl Shape for ServiceSpecificCredential {
    const SCHEMA: &'static StructureSchema = &schemas::SERVICE_SPECIFIC_CREDENTIAL;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            create_date: members.required("CreateDate")?,
            expiration_date: members.optional("ExpirationDate")?,
            service_credential_alias: members.optional("ServiceCredentialAlias")?,
            service_credential_secret: members.optional("ServiceCredentialSecret")?,
            service_name: members.required("ServiceName")?,
            service_password: members.optional("ServicePassword")?,
            service_specific_credential_id: members.required("ServiceSpecificCredentialId")?,
            service_user_name: members.optional("ServiceUserName")?,
            status: members.required("Status")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(10);
        put(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "ExpirationDate", self.expiration_date);
        put_some(&mut members, "ServiceCredentialAlias", self.service_credential_alias);
        put_some(&mut members, "ServiceCredentialSecret", self.service_credential_secret);
        put(&mut members, "ServiceName", self.service_name);
        put_some(&mut members, "ServicePassword", self.service_password);
        put(&mut members, "ServiceSpecificCredentialId", self.service_specific_credential_id);
        put_some(&mut members, "ServiceUserName", self.service_user_name);
        put(&mut members, "Status", self.status);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct ServiceSpecificCredentialMetadata {
    pub create_date: Timestamp,
    pub expiration_date: Option<Timestamp>,
    pub service_credential_alias: Option<String>,
    pub service_name: String,
    pub service_specific_credential_id: String,
    pub service_user_name: Option<String>,
    pub status: StatusType,
    pub user_name: String,
}

impl Shape for ServiceSpecificCredentialMetadata {
    const SCHEMA: &'static StructureSchema = &schemas::SERVICE_SPECIFIC_CREDENTIAL_METADATA;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            create_date: members.required("CreateDate")?,
            expiration_date: members.optional("ExpirationDate")?,
            service_credential_alias: members.optional("ServiceCredentialAlias")?,
            service_name: members.required("ServiceName")?,
            service_specific_credential_id: members.required("ServiceSpecificCredentialId")?,
            service_user_name: members.optional("ServiceUserName")?,
            status: members.required("Status")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(8);
        put(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "ExpirationDate", self.expiration_date);
        put_some(&mut members, "ServiceCredentialAlias", self.service_credential_alias);
        put(&mut members, "ServiceName", self.service_name);
        put(&mut members, "ServiceSpecificCredentialId", self.service_specific_credential_id);
        put_some(&mut members, "ServiceUserName", self.service_user_name);
        put(&mut members, "Status", self.status);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct SetDefaultPolicyVersionRequest {
    pub policy_arn: String,
    pub version_id: String,
}

impl Shape for SetDefaultPolicyVersionRequest {
    const SCHEMA: &'static StructureSchema = &schemas::SET_DEFAULT_POLICY_VERSION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")?, version_id: members.required("VersionId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "VersionId", self.version_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct SigningCertificate {
    pub certificate_body: String,
    pub certificate_id: String,
    pub status: StatusType,
    pub upload_date: Option<Timestamp>,
    pub user_name: String,
}

impl Shape for SigningCertificate {
    const SCHEMA: &'static StructureSchema = &schemas::SIGNING_CERTIFICATE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            certificate_body: members.required("CertificateBody")?,
            certificate_id: members.required("CertificateId")?,
            status: members.required("Status")?,
            upload_date: members.optional("UploadDate")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put(&mut members, "CertificateBody", self.certificate_body);
        put(&mut members, "CertificateId", self.certificate_id);
        put(&mut members, "Status", self.status);
        put_some(&mut members, "UploadDate", self.upload_date);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct SimulateCustomPolicyRequest {
    pub action_names: Vec<String>,
    pub caller_arn: Option<String>,
    pub context_entries: Option<Vec<ContextEntry>>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub ordered_organization_policy_input_list: Option<Vec<OrderedOrganizationPolicyType>>,
    pub permissions_boundary_policy_input_list: Option<Vec<String>>,
    pub policy_input_list: Vec<String>,
    pub resource_arns: Option<Vec<String>>,
    pub resource_handling_option: Option<String>,
    pub resource_owner: Option<String>,
    pub resource_policy: Option<String>,
}

impl Shape for SimulateCustomPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::SIMULATE_CUSTOM_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            action_names: members.required("ActionNames")?,
            caller_arn: members.optional("CallerArn")?,
            context_entries: members.optional("ContextEntries")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            ordered_organization_policy_input_list: members.optional("OrderedOrganizationPolicyInputList")?,
            permissions_boundary_policy_input_list: members.optional("PermissionsBoundaryPolicyInputList")?,
            policy_input_list: members.required("PolicyInputList")?,
            resource_arns: members.optional("ResourceArns")?,
            resource_handling_option: members.optional("ResourceHandlingOption")?,
            resource_owner: members.optional("ResourceOwner")?,
            resource_policy: members.optional("ResourcePolicy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(12);
        put(&mut members, "ActionNames", self.action_names);
        put_some(&mut members, "CallerArn", self.caller_arn);
        put_some(&mut members, "ContextEntries", self.context_entries);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(
            &mut members,
            "OrderedOrganizationPolicyInputList",
            self.ordered_organization_policy_input_list,
        );
        put_some(
            &mut members,
            "PermissionsBoundaryPolicyInputList",
            self.permissions_boundary_policy_input_list,
        );
        put(&mut members, "PolicyInputList", self.policy_input_list);
        put_some(&mut members, "ResourceArns", self.resource_arns);
        put_some(&mut members, "ResourceHandlingOption", self.resource_handling_option);
        put_some(&mut members, "ResourceOwner", self.resource_owner);
        put_some(&mut members, "ResourcePolicy", self.resource_policy);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct SimulatePolicyResponse {
    pub evaluation_results: Option<Vec<EvaluationResult>>,
    pub is_truncated: Option<bool>,
    pub marker: Option<String>,
}

impl Shape for SimulatePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::SIMULATE_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            evaluation_results: members.optional("EvaluationResults")?,
            is_truncated: members.optional("IsTruncated")?,
            marker: members.optional("Marker")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "EvaluationResults", self.evaluation_results);
        put_some(&mut members, "IsTruncated", self.is_truncated);
        put_some(&mut members, "Marker", self.marker);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct SimulatePrincipalPolicyRequest {
    pub action_names: Vec<String>,
    pub caller_arn: Option<String>,
    pub context_entries: Option<Vec<ContextEntry>>,
    pub marker: Option<String>,
    pub max_items: Option<i32>,
    pub permissions_boundary_policy_input_list: Option<Vec<String>>,
    pub policy_exclusion_list: Option<Vec<PolicyIdentifier>>,
    pub policy_input_list: Option<Vec<String>>,
    pub policy_source_arn: String,
    pub resource_arns: Option<Vec<String>>,
    pub resource_handling_option: Option<String>,
    pub resource_owner: Option<String>,
    pub resource_policy: Option<String>,
}

impl Shape for SimulatePrincipalPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::SIMULATE_PRINCIPAL_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            action_names: members.required("ActionNames")?,
            caller_arn: members.optional("CallerArn")?,
            context_entries: members.optional("ContextEntries")?,
            marker: members.optional("Marker")?,
            max_items: members.optional("MaxItems")?,
            permissions_boundary_policy_input_list: members.optional("PermissionsBoundaryPolicyInputList")?,
            policy_exclusion_list: members.optional("PolicyExclusionList")?,
            policy_input_list: members.optional("PolicyInputList")?,
            policy_source_arn: members.required("PolicySourceArn")?,
            resource_arns: members.optional("ResourceArns")?,
            resource_handling_option: members.optional("ResourceHandlingOption")?,
            resource_owner: members.optional("ResourceOwner")?,
            resource_policy: members.optional("ResourcePolicy")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(13);
        put(&mut members, "ActionNames", self.action_names);
        put_some(&mut members, "CallerArn", self.caller_arn);
        put_some(&mut members, "ContextEntries", self.context_entries);
        put_some(&mut members, "Marker", self.marker);
        put_some(&mut members, "MaxItems", self.max_items);
        put_some(
            &mut members,
            "PermissionsBoundaryPolicyInputList",
            self.permissions_boundary_policy_input_list,
        );
        put_some(&mut members, "PolicyExclusionList", self.policy_exclusion_list);
        put_some(&mut members, "PolicyInputList", self.policy_input_list);
        put(&mut members, "PolicySourceArn", self.policy_source_arn);
        put_some(&mut members, "ResourceArns", self.resource_arns);
        put_some(&mut members, "ResourceHandlingOption", self.resource_handling_option);
        put_some(&mut members, "ResourceOwner", self.resource_owner);
        put_some(&mut members, "ResourcePolicy", self.resource_policy);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct SourceRoleTemplate {
    pub template_arn: String,
    pub template_minor_version: i32,
}

impl Shape for SourceRoleTemplate {
    const SCHEMA: &'static StructureSchema = &schemas::SOURCE_ROLE_TEMPLATE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            template_arn: members.required("TemplateArn")?,
            template_minor_version: members.required("TemplateMinorVersion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "TemplateArn", self.template_arn);
        put(&mut members, "TemplateMinorVersion", self.template_minor_version);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Statement {
    pub end_position: Option<Position>,
    pub source_policy_id: Option<String>,
    pub source_policy_type: Option<PolicySourceType>,
    pub start_position: Option<Position>,
}

impl Shape for Statement {
    const SCHEMA: &'static StructureSchema = &schemas::STATEMENT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            end_position: members.optional("EndPosition")?,
            source_policy_id: members.optional("SourcePolicyId")?,
            source_policy_type: members.optional("SourcePolicyType")?,
            start_position: members.optional("StartPosition")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "EndPosition", self.end_position);
        put_some(&mut members, "SourcePolicyId", self.source_policy_id);
        put_some(&mut members, "SourcePolicyType", self.source_policy_type);
        put_some(&mut members, "StartPosition", self.start_position);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Tag {
    pub key: String,
    pub value: String,
}

impl Shape for Tag {
    const SCHEMA: &'static StructureSchema = &schemas::TAG;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { key: members.required("Key")?, value: members.required("Value")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "Key", self.key);
        put(&mut members, "Value", self.value);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagInstanceProfileRequest {
    pub instance_profile_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagInstanceProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_INSTANCE_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            instance_profile_name: members.required("InstanceProfileName")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "InstanceProfileName", self.instance_profile_name);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagMFADeviceRequest {
    pub serial_number: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagMFADeviceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_MFA_DEVICE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { serial_number: members.required("SerialNumber")?, tags: members.required("Tags")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "SerialNumber", self.serial_number);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagOpenIDConnectProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_OPEN_ID_CONNECT_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.required("OpenIDConnectProviderArn")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "OpenIDConnectProviderArn", self.open_id_connect_provider_arn);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagPolicyRequest {
    pub policy_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")?, tags: members.required("Tags")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagRoleRequest {
    pub role_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role_name: members.required("RoleName")?, tags: members.required("Tags")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "RoleName", self.role_name);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagSAMLProviderRequest {
    pub saml_provider_arn: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagSAMLProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_SAML_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { saml_provider_arn: members.required("SAMLProviderArn")?, tags: members.required("Tags")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "SAMLProviderArn", self.saml_provider_arn);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagServerCertificateRequest {
    pub server_certificate_name: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagServerCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_SERVER_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            server_certificate_name: members.required("ServerCertificateName")?,
            tags: members.required("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "ServerCertificateName", self.server_certificate_name);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagUserRequest {
    pub tags: Vec<Tag>,
    pub user_name: String,
}

impl Shape for TagUserRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_USER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tags: members.required("Tags")?, user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "Tags", self.tags);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct TrackedActionLastAccessed {
    pub action_name: Option<String>,
    pub last_accessed_entity: Option<String>,
    pub last_accessed_region: Option<String>,
    pub last_accessed_time: Option<Timestamp>,
}

impl Shape for TrackedActionLastAccessed {
    const SCHEMA: &'static StructureSchema = &schemas::TRACKED_ACTION_LAST_ACCESSED;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            action_name: members.optional("ActionName")?,
            last_accessed_entity: members.optional("LastAccessedEntity")?,
            last_accessed_region: members.optional("LastAccessedRegion")?,
            last_accessed_time: members.optional("LastAccessedTime")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "ActionName", self.action_name);
        put_some(&mut members, "LastAccessedEntity", self.last_accessed_entity);
        put_some(&mut members, "LastAccessedRegion", self.last_accessed_region);
        put_some(&mut members, "LastAccessedTime", self.last_accessed_time);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagInstanceProfileRequest {
    pub instance_profile_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagInstanceProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_INSTANCE_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            instance_profile_name: members.required("InstanceProfileName")?,
            tag_keys: members.required("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "InstanceProfileName", self.instance_profile_name);
        put(&mut members, "TagKeys", self.tag_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagMFADeviceRequest {
    pub serial_number: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagMFADeviceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_MFA_DEVICE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { serial_number: members.required("SerialNumber")?, tag_keys: members.required("TagKeys")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "SerialNumber", self.serial_number);
        put(&mut members, "TagKeys", self.tag_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagOpenIDConnectProviderRequest {
    pub open_id_connect_provider_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagOpenIDConnectProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_OPEN_ID_CONNECT_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.required("OpenIDConnectProviderArn")?,
            tag_keys: members.required("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "OpenIDConnectProviderArn", self.open_id_connect_provider_arn);
        put(&mut members, "TagKeys", self.tag_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagPolicyRequest {
    pub policy_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_arn: members.required("PolicyArn")?, tag_keys: members.required("TagKeys")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyArn", self.policy_arn);
        put(&mut members, "TagKeys", self.tag_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagRoleRequest {
    pub role_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role_name: members.required("RoleName")?, tag_keys: members.required("TagKeys")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "RoleName", self.role_name);
        put(&mut members, "TagKeys", self.tag_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagSAMLProviderRequest {
    pub saml_provider_arn: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagSAMLProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_SAML_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            saml_provider_arn: members.required("SAMLProviderArn")?,
            tag_keys: members.required("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "SAMLProviderArn", self.saml_provider_arn);
        put(&mut members, "TagKeys", self.tag_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagServerCertificateRequest {
    pub server_certificate_name: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagServerCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_SERVER_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            server_certificate_name: members.required("ServerCertificateName")?,
            tag_keys: members.required("TagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "ServerCertificateName", self.server_certificate_name);
        put(&mut members, "TagKeys", self.tag_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagUserRequest {
    pub tag_keys: Vec<String>,
    pub user_name: String,
}

impl Shape for UntagUserRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_USER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { tag_keys: members.required("TagKeys")?, user_name: members.required("UserName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "TagKeys", self.tag_keys);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct UpdateAccessKeyRequest {
    pub access_key_id: String,
    pub status: StatusType,
    pub user_name: Option<String>,
}

impl Shape for UpdateAccessKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ACCESS_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_key_id: members.required("AccessKeyId")?,
            status: members.required("Status")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "AccessKeyId", self.access_key_id);
        put(&mut members, "Status", self.status);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateAccountPasswordPolicyRequest {
    pub allow_users_to_change_password: Option<bool>,
    pub hard_expiry: Option<bool>,
    pub max_password_age: Option<i32>,
    pub minimum_password_length: Option<i32>,
    pub password_reuse_prevention: Option<i32>,
    pub require_lowercase_characters: Option<bool>,
    pub require_numbers: Option<bool>,
    pub require_symbols: Option<bool>,
    pub require_uppercase_characters: Option<bool>,
}

impl Shape for UpdateAccountPasswordPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ACCOUNT_PASSWORD_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            allow_users_to_change_password: members.optional("AllowUsersToChangePassword")?,
            hard_expiry: members.optional("HardExpiry")?,
            max_password_age: members.optional("MaxPasswordAge")?,
            minimum_password_length: members.optional("MinimumPasswordLength")?,
            password_reuse_prevention: members.optional("PasswordReusePrevention")?,
            require_lowercase_characters: members.optional("RequireLowercaseCharacters")?,
            require_numbers: members.optional("RequireNumbers")?,
            require_symbols: members.optional("RequireSymbols")?,
            require_uppercase_characters: members.optional("RequireUppercaseCharacters")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(9);
        put_some(&mut members, "AllowUsersToChangePassword", self.allow_users_to_change_password);
        put_some(&mut members, "HardExpiry", self.hard_expiry);
        put_some(&mut members, "MaxPasswordAge", self.max_password_age);
        put_some(&mut members, "MinimumPasswordLength", self.minimum_password_length);
        put_some(&mut members, "PasswordReusePrevention", self.password_reuse_prevention);
        put_some(&mut members, "RequireLowercaseCharacters", self.require_lowercase_characters);
        put_some(&mut members, "RequireNumbers", self.require_numbers);
        put_some(&mut members, "RequireSymbols", self.require_symbols);
        put_some(&mut members, "RequireUppercaseCharacters", self.require_uppercase_characters);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateAssumeRolePolicyRequest {
    pub policy_document: String,
    pub role_name: String,
}

impl Shape for UpdateAssumeRolePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ASSUME_ROLE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            policy_document: members.required("PolicyDocument")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyDocument", self.policy_document);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateGroupRequest {
    pub group_name: String,
    pub new_group_name: Option<String>,
    pub new_path: Option<String>,
}

impl Shape for UpdateGroupRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_GROUP_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            group_name: members.required("GroupName")?,
            new_group_name: members.optional("NewGroupName")?,
            new_path: members.optional("NewPath")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "GroupName", self.group_name);
        put_some(&mut members, "NewGroupName", self.new_group_name);
        put_some(&mut members, "NewPath", self.new_path);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct UpdateLoginProfileRequest {
    pub password: Option<SecretString>,
    pub password_reset_required: Option<bool>,
    pub user_name: String,
}

impl Shape for UpdateLoginProfileRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_LOGIN_PROFILE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            password: members.optional("Password")?,
            password_reset_required: members.optional("PasswordResetRequired")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Password", self.password);
        put_some(&mut members, "PasswordResetRequired", self.password_reset_required);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateOpenIDConnectProviderThumbprintRequest {
    pub open_id_connect_provider_arn: String,
    pub thumbprint_list: Vec<String>,
}

impl Shape for UpdateOpenIDConnectProviderThumbprintRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            open_id_connect_provider_arn: members.required("OpenIDConnectProviderArn")?,
            thumbprint_list: members.required("ThumbprintList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "OpenIDConnectProviderArn", self.open_id_connect_provider_arn);
        put(&mut members, "ThumbprintList", self.thumbprint_list);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateRoleDescriptionRequest {
    pub description: String,
    pub role_name: String,
}

impl Shape for UpdateRoleDescriptionRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ROLE_DESCRIPTION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { description: members.required("Description")?, role_name: members.required("RoleName")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "Description", self.description);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateRoleDescriptionResponse {
    pub role: Option<Role>,
}

impl Shape for UpdateRoleDescriptionResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ROLE_DESCRIPTION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { role: members.optional("Role")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Role", self.role);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateRoleRequest {
    pub description: Option<String>,
    pub max_session_duration: Option<i32>,
    pub role_name: String,
}

impl Shape for UpdateRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            description: members.optional("Description")?,
            max_session_duration: members.optional("MaxSessionDuration")?,
            role_name: members.required("RoleName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "MaxSessionDuration", self.max_session_duration);
        put(&mut members, "RoleName", self.role_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateRoleResponse {}

impl Shape for UpdateRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Clone, Default)]
pub struct UpdateSAMLProviderRequest {
    pub add_private_key: Option<SecretString>,
    pub assertion_encryption_mode: Option<AssertionEncryptionModeType>,
    pub remove_private_key: Option<String>,
    pub saml_metadata_document: Option<String>,
    pub saml_provider_arn: String,
}

impl Shape for UpdateSAMLProviderRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SAML_PROVIDER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            add_private_key: members.optional("AddPrivateKey")?,
            assertion_encryption_mode: members.optional("AssertionEncryptionMode")?,
            remove_private_key: members.optional("RemovePrivateKey")?,
            saml_metadata_document: members.optional("SAMLMetadataDocument")?,
            saml_provider_arn: members.required("SAMLProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "AddPrivateKey", self.add_private_key);
        put_some(&mut members, "AssertionEncryptionMode", self.assertion_encryption_mode);
        put_some(&mut members, "RemovePrivateKey", self.remove_private_key);
        put_some(&mut members, "SAMLMetadataDocument", self.saml_metadata_document);
        put(&mut members, "SAMLProviderArn", self.saml_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateSAMLProviderResponse {
    pub saml_provider_arn: Option<String>,
}

impl Shape for UpdateSAMLProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SAML_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { saml_provider_arn: members.optional("SAMLProviderArn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "SAMLProviderArn", self.saml_provider_arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct UpdateSSHPublicKeyRequest {
    pub ssh_public_key_id: String,
    pub status: StatusType,
    pub user_name: String,
}

impl Shape for UpdateSSHPublicKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SSH_PUBLIC_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ssh_public_key_id: members.required("SSHPublicKeyId")?,
            status: members.required("Status")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "SSHPublicKeyId", self.ssh_public_key_id);
        put(&mut members, "Status", self.status);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateServerCertificateRequest {
    pub new_path: Option<String>,
    pub new_server_certificate_name: Option<String>,
    pub server_certificate_name: String,
}

impl Shape for UpdateServerCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SERVER_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            new_path: members.optional("NewPath")?,
            new_server_certificate_name: members.optional("NewServerCertificateName")?,
            server_certificate_name: members.required("ServerCertificateName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "NewPath", self.new_path);
        put_some(&mut members, "NewServerCertificateName", self.new_server_certificate_name);
        put(&mut members, "ServerCertificateName", self.server_certificate_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct UpdateServiceSpecificCredentialRequest {
    pub service_specific_credential_id: String,
    pub status: StatusType,
    pub user_name: Option<String>,
}

impl Shape for UpdateServiceSpecificCredentialRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            service_specific_credential_id: members.required("ServiceSpecificCredentialId")?,
            status: members.required("Status")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "ServiceSpecificCredentialId", self.service_specific_credential_id);
        put(&mut members, "Status", self.status);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct UpdateSigningCertificateRequest {
    pub certificate_id: String,
    pub status: StatusType,
    pub user_name: Option<String>,
}

impl Shape for UpdateSigningCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SIGNING_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            certificate_id: members.required("CertificateId")?,
            status: members.required("Status")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "CertificateId", self.certificate_id);
        put(&mut members, "Status", self.status);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateUserRequest {
    pub new_path: Option<String>,
    pub new_user_name: Option<String>,
    pub user_name: String,
}

impl Shape for UpdateUserRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_USER_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            new_path: members.optional("NewPath")?,
            new_user_name: members.optional("NewUserName")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "NewPath", self.new_path);
        put_some(&mut members, "NewUserName", self.new_user_name);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UploadSSHPublicKeyRequest {
    pub ssh_public_key_body: String,
    pub user_name: String,
}

impl Shape for UploadSSHPublicKeyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPLOAD_SSH_PUBLIC_KEY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            ssh_public_key_body: members.required("SSHPublicKeyBody")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "SSHPublicKeyBody", self.ssh_public_key_body);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UploadSSHPublicKeyResponse {
    pub ssh_public_key: Option<SSHPublicKey>,
}

impl Shape for UploadSSHPublicKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPLOAD_SSH_PUBLIC_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { ssh_public_key: members.optional("SSHPublicKey")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "SSHPublicKey", self.ssh_public_key);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct UploadServerCertificateRequest {
    pub certificate_body: String,
    pub certificate_chain: Option<String>,
    pub path: Option<String>,
    pub private_key: SecretString,
    pub server_certificate_name: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for UploadServerCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPLOAD_SERVER_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            certificate_body: members.required("CertificateBody")?,
            certificate_chain: members.optional("CertificateChain")?,
            path: members.optional("Path")?,
            private_key: members.required("PrivateKey")?,
            server_certificate_name: members.required("ServerCertificateName")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put(&mut members, "CertificateBody", self.certificate_body);
        put_some(&mut members, "CertificateChain", self.certificate_chain);
        put_some(&mut members, "Path", self.path);
        put(&mut members, "PrivateKey", self.private_key);
        put(&mut members, "ServerCertificateName", self.server_certificate_name);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UploadServerCertificateResponse {
    pub server_certificate_metadata: Option<ServerCertificateMetadata>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for UploadServerCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPLOAD_SERVER_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            server_certificate_metadata: members.optional("ServerCertificateMetadata")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "ServerCertificateMetadata", self.server_certificate_metadata);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UploadSigningCertificateRequest {
    pub certificate_body: String,
    pub user_name: Option<String>,
}

impl Shape for UploadSigningCertificateRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPLOAD_SIGNING_CERTIFICATE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            certificate_body: members.required("CertificateBody")?,
            user_name: members.optional("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "CertificateBody", self.certificate_body);
        put_some(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct UploadSigningCertificateResponse {
    pub certificate: SigningCertificate,
}

impl Shape for UploadSigningCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPLOAD_SIGNING_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { certificate: members.required("Certificate")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "Certificate", self.certificate);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct User {
    pub arn: String,
    pub create_date: Timestamp,
    pub password_last_used: Option<Timestamp>,
    pub path: String,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
    pub user_id: String,
    pub user_name: String,
}

impl Shape for User {
    const SCHEMA: &'static StructureSchema = &schemas::USER;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.required("Arn")?,
            create_date: members.required("CreateDate")?,
            password_last_used: members.optional("PasswordLastUsed")?,
            path: members.required("Path")?,
            permissions_boundary: members.optional("PermissionsBoundary")?,
            tags: members.optional("Tags")?,
            user_id: members.required("UserId")?,
            user_name: members.required("UserName")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(8);
        put(&mut members, "Arn", self.arn);
        put(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "PasswordLastUsed", self.password_last_used);
        put(&mut members, "Path", self.path);
        put_some(&mut members, "PermissionsBoundary", self.permissions_boundary);
        put_some(&mut members, "Tags", self.tags);
        put(&mut members, "UserId", self.user_id);
        put(&mut members, "UserName", self.user_name);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UserDetail {
    pub arn: Option<String>,
    pub attached_managed_policies: Option<Vec<AttachedPolicy>>,
    pub create_date: Option<Timestamp>,
    pub group_list: Option<Vec<String>>,
    pub path: Option<String>,
    pub permissions_boundary: Option<AttachedPermissionsBoundary>,
    pub tags: Option<Vec<Tag>>,
    pub user_id: Option<String>,
    pub user_name: Option<String>,
    pub user_policy_list: Option<Vec<PolicyDetail>>,
}

impl Shape for UserDetail {
    const SCHEMA: &'static StructureSchema = &schemas::USER_DETAIL;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            attached_managed_policies: members.optional("AttachedManagedPolicies")?,
            create_date: members.optional("CreateDate")?,
            group_list: members.optional("GroupList")?,
            path: members.optional("Path")?,
            permissions_boundary: members.optional("PermissionsBoundary")?,
            tags: members.optional("Tags")?,
            user_id: members.optional("UserId")?,
            user_name: members.optional("UserName")?,
            user_policy_list: members.optional("UserPolicyList")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(10);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "AttachedManagedPolicies", self.attached_managed_policies);
        put_some(&mut members, "CreateDate", self.create_date);
        put_some(&mut members, "GroupList", self.group_list);
        put_some(&mut members, "Path", self.path);
        put_some(&mut members, "PermissionsBoundary", self.permissions_boundary);
        put_some(&mut members, "Tags", self.tags);
        put_some(&mut members, "UserId", self.user_id);
        put_some(&mut members, "UserName", self.user_name);
        put_some(&mut members, "UserPolicyList", self.user_policy_list);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct VirtualMFADevice {
    pub base32_string_seed: Option<SecretBytes>,
    pub enable_date: Option<Timestamp>,
    pub qr_code_png: Option<SecretBytes>,
    pub serial_number: String,
    pub tags: Option<Vec<Tag>>,
    pub user: Option<User>,
}

impl Shape for VirtualMFADevice {
    const SCHEMA: &'static StructureSchema = &schemas::VIRTUAL_MFA_DEVICE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            base32_string_seed: members.optional("Base32StringSeed")?,
            enable_date: members.optional("EnableDate")?,
            qr_code_png: members.optional("QRCodePNG")?,
            serial_number: members.required("SerialNumber")?,
            tags: members.optional("Tags")?,
            user: members.optional("User")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "Base32StringSeed", self.base32_string_seed);
        put_some(&mut members, "EnableDate", self.enable_date);
        put_some(&mut members, "QRCodePNG", self.qr_code_png);
        put(&mut members, "SerialNumber", self.serial_number);
        put_some(&mut members, "Tags", self.tags);
        put_some(&mut members, "User", self.user);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssertionEncryptionModeType {
    Required,
    Allowed,
}

impl AssertionEncryptionModeType {
    pub const ALL: &'static [Self] = &[Self::Required, Self::Allowed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Required => "Required",
            Self::Allowed => "Allowed",
        }
    }
}

impl FromStr for AssertionEncryptionModeType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("AssertionEncryptionModeType"))
    }
}

impl fmt::Display for AssertionEncryptionModeType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for AssertionEncryptionModeType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssignmentStatusType {
    Assigned,
    Unassigned,
    Any,
}

impl AssignmentStatusType {
    pub const ALL: &'static [Self] = &[Self::Assigned, Self::Unassigned, Self::Any];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assigned => "Assigned",
            Self::Unassigned => "Unassigned",
            Self::Any => "Any",
        }
    }
}

impl FromStr for AssignmentStatusType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("AssignmentStatusType"))
    }
}

impl fmt::Display for AssignmentStatusType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for AssignmentStatusType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EncodingType {
    Ssh,
    Pem,
}

impl EncodingType {
    pub const ALL: &'static [Self] = &[Self::Ssh, Self::Pem];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ssh => "SSH",
            Self::Pem => "PEM",
        }
    }
}

impl FromStr for EncodingType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("EncodingType"))
    }
}

impl fmt::Display for EncodingType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for EncodingType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobStatusType {
    InProgress,
    Completed,
    Failed,
}

impl JobStatusType {
    pub const ALL: &'static [Self] = &[Self::InProgress, Self::Completed, Self::Failed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InProgress => "IN_PROGRESS",
            Self::Completed => "COMPLETED",
            Self::Failed => "FAILED",
        }
    }
}

impl FromStr for JobStatusType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("JobStatusType"))
    }
}

impl fmt::Display for JobStatusType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for JobStatusType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyOwnerEntityType {
    User,
    Role,
    Group,
}

impl PolicyOwnerEntityType {
    pub const ALL: &'static [Self] = &[Self::User, Self::Role, Self::Group];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "USER",
            Self::Role => "ROLE",
            Self::Group => "GROUP",
        }
    }
}

impl FromStr for PolicyOwnerEntityType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("PolicyOwnerEntityType"))
    }
}

impl fmt::Display for PolicyOwnerEntityType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for PolicyOwnerEntityType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyScopeType {
    All,
    Aws,
    Local,
}

impl PolicyScopeType {
    pub const ALL: &'static [Self] = &[Self::All, Self::Aws, Self::Local];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Aws => "AWS",
            Self::Local => "Local",
        }
    }
}

impl FromStr for PolicyScopeType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("PolicyScopeType"))
    }
}

impl fmt::Display for PolicyScopeType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for PolicyScopeType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyType {
    Inline,
    Managed,
}

impl PolicyType {
    pub const ALL: &'static [Self] = &[Self::Inline, Self::Managed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inline => "INLINE",
            Self::Managed => "MANAGED",
        }
    }
}

impl FromStr for PolicyType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("PolicyType"))
    }
}

impl fmt::Display for PolicyType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for PolicyType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SortKeyType {
    ServiceNamespaceAscending,
    ServiceNamespaceDescending,
    LastAuthenticatedTimeAscending,
    LastAuthenticatedTimeDescending,
}

impl SortKeyType {
    pub const ALL: &'static [Self] = &[
        Self::ServiceNamespaceAscending,
        Self::ServiceNamespaceDescending,
        Self::LastAuthenticatedTimeAscending,
        Self::LastAuthenticatedTimeDescending,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ServiceNamespaceAscending => "SERVICE_NAMESPACE_ASCENDING",
            Self::ServiceNamespaceDescending => "SERVICE_NAMESPACE_DESCENDING",
            Self::LastAuthenticatedTimeAscending => "LAST_AUTHENTICATED_TIME_ASCENDING",
            Self::LastAuthenticatedTimeDescending => "LAST_AUTHENTICATED_TIME_DESCENDING",
        }
    }
}

impl FromStr for SortKeyType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("SortKeyType"))
    }
}

impl fmt::Display for SortKeyType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for SortKeyType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusType {
    Active,
    Inactive,
    Expired,
}

impl StatusType {
    pub const ALL: &'static [Self] = &[Self::Active, Self::Inactive, Self::Expired];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "Active",
            Self::Inactive => "Inactive",
            Self::Expired => "Expired",
        }
    }
}

impl FromStr for StatusType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("StatusType"))
    }
}

impl fmt::Display for StatusType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for StatusType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SummaryKeyType {
    Users,
    UsersQuota,
    Groups,
    GroupsQuota,
    ServerCertificates,
    ServerCertificatesQuota,
    UserPolicySizeQuota,
    GroupPolicySizeQuota,
    GroupsPerUserQuota,
    SigningCertificatesPerUserQuota,
    AccessKeysPerUserQuota,
    MFADevices,
    MFADevicesInUse,
    AccountMFAEnabled,
    AccountAccessKeysPresent,
    AccountPasswordPresent,
    AccountSigningCertificatesPresent,
    AttachedPoliciesPerGroupQuota,
    AttachedPoliciesPerRoleQuota,
    AttachedPoliciesPerUserQuota,
    Policies,
    PoliciesQuota,
    PolicySizeQuota,
    PolicyVersionsInUse,
    PolicyVersionsInUseQuota,
    VersionsPerPolicyQuota,
    GlobalEndpointTokenVersion,
    AssumeRolePolicySizeQuota,
    InstanceProfiles,
    InstanceProfilesQuota,
    Providers,
    RolePolicySizeQuota,
    Roles,
    RolesQuota,
}

impl SummaryKeyType {
    pub const ALL: &'static [Self] = &[
        Self::Users,
        Self::UsersQuota,
        Self::Groups,
        Self::GroupsQuota,
        Self::ServerCertificates,
        Self::ServerCertificatesQuota,
        Self::UserPolicySizeQuota,
        Self::GroupPolicySizeQuota,
        Self::GroupsPerUserQuota,
        Self::SigningCertificatesPerUserQuota,
        Self::AccessKeysPerUserQuota,
        Self::MFADevices,
        Self::MFADevicesInUse,
        Self::AccountMFAEnabled,
        Self::AccountAccessKeysPresent,
        Self::AccountPasswordPresent,
        Self::AccountSigningCertificatesPresent,
        Self::AttachedPoliciesPerGroupQuota,
        Self::AttachedPoliciesPerRoleQuota,
        Self::AttachedPoliciesPerUserQuota,
        Self::Policies,
        Self::PoliciesQuota,
        Self::PolicySizeQuota,
        Self::PolicyVersionsInUse,
        Self::PolicyVersionsInUseQuota,
        Self::VersionsPerPolicyQuota,
        Self::GlobalEndpointTokenVersion,
        Self::AssumeRolePolicySizeQuota,
        Self::InstanceProfiles,
        Self::InstanceProfilesQuota,
        Self::Providers,
        Self::RolePolicySizeQuota,
        Self::Roles,
        Self::RolesQuota,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Users => "Users",
            Self::UsersQuota => "UsersQuota",
            Self::Groups => "Groups",
            Self::GroupsQuota => "GroupsQuota",
            Self::ServerCertificates => "ServerCertificates",
            Self::ServerCertificatesQuota => "ServerCertificatesQuota",
            Self::UserPolicySizeQuota => "UserPolicySizeQuota",
            Self::GroupPolicySizeQuota => "GroupPolicySizeQuota",
            Self::GroupsPerUserQuota => "GroupsPerUserQuota",
            Self::SigningCertificatesPerUserQuota => "SigningCertificatesPerUserQuota",
            Self::AccessKeysPerUserQuota => "AccessKeysPerUserQuota",
            Self::MFADevices => "MFADevices",
            Self::MFADevicesInUse => "MFADevicesInUse",
            Self::AccountMFAEnabled => "AccountMFAEnabled",
            Self::AccountAccessKeysPresent => "AccountAccessKeysPresent",
            Self::AccountPasswordPresent => "AccountPasswordPresent",
            Self::AccountSigningCertificatesPresent => "AccountSigningCertificatesPresent",
            Self::AttachedPoliciesPerGroupQuota => "AttachedPoliciesPerGroupQuota",
            Self::AttachedPoliciesPerRoleQuota => "AttachedPoliciesPerRoleQuota",
            Self::AttachedPoliciesPerUserQuota => "AttachedPoliciesPerUserQuota",
            Self::Policies => "Policies",
            Self::PoliciesQuota => "PoliciesQuota",
            Self::PolicySizeQuota => "PolicySizeQuota",
            Self::PolicyVersionsInUse => "PolicyVersionsInUse",
            Self::PolicyVersionsInUseQuota => "PolicyVersionsInUseQuota",
            Self::VersionsPerPolicyQuota => "VersionsPerPolicyQuota",
            Self::GlobalEndpointTokenVersion => "GlobalEndpointTokenVersion",
            Self::AssumeRolePolicySizeQuota => "AssumeRolePolicySizeQuota",
            Self::InstanceProfiles => "InstanceProfiles",
            Self::InstanceProfilesQuota => "InstanceProfilesQuota",
            Self::Providers => "Providers",
            Self::RolePolicySizeQuota => "RolePolicySizeQuota",
            Self::Roles => "Roles",
            Self::RolesQuota => "RolesQuota",
        }
    }
}

impl FromStr for SummaryKeyType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("SummaryKeyType"))
    }
}

impl fmt::Display for SummaryKeyType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for SummaryKeyType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct AddClientIDToOpenIDConnectProviderResponse {}

impl Shape for AddClientIDToOpenIDConnectProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct AddRoleToInstanceProfileResponse {}

impl Shape for AddRoleToInstanceProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ADD_ROLE_TO_INSTANCE_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct AddUserToGroupResponse {}

impl Shape for AddUserToGroupResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ADD_USER_TO_GROUP_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct AttachGroupPolicyResponse {}

impl Shape for AttachGroupPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACH_GROUP_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct AttachRolePolicyResponse {}

impl Shape for AttachRolePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACH_ROLE_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct AttachUserPolicyResponse {}

impl Shape for AttachUserPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACH_USER_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ChangePasswordResponse {}

impl Shape for ChangePasswordResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CHANGE_PASSWORD_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateAccountAliasResponse {}

impl Shape for CreateAccountAliasResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ACCOUNT_ALIAS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeactivateMFADeviceResponse {}

impl Shape for DeactivateMFADeviceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DEACTIVATE_MFA_DEVICE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteAccessKeyResponse {}

impl Shape for DeleteAccessKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ACCESS_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteAccountAliasResponse {}

impl Shape for DeleteAccountAliasResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ACCOUNT_ALIAS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteAccountPasswordPolicyRequest {}

impl Shape for DeleteAccountPasswordPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ACCOUNT_PASSWORD_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteAccountPasswordPolicyResponse {}

impl Shape for DeleteAccountPasswordPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ACCOUNT_PASSWORD_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteGroupPolicyResponse {}

impl Shape for DeleteGroupPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_GROUP_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteGroupResponse {}

impl Shape for DeleteGroupResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_GROUP_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteInstanceProfileResponse {}

impl Shape for DeleteInstanceProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_INSTANCE_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteLoginProfileResponse {}

impl Shape for DeleteLoginProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_LOGIN_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteOpenIDConnectProviderResponse {}

impl Shape for DeleteOpenIDConnectProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_OPEN_ID_CONNECT_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeletePolicyResponse {}

impl Shape for DeletePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeletePolicyVersionResponse {}

impl Shape for DeletePolicyVersionResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_POLICY_VERSION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteRolePermissionsBoundaryResponse {}

impl Shape for DeleteRolePermissionsBoundaryResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ROLE_PERMISSIONS_BOUNDARY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteRolePolicyResponse {}

impl Shape for DeleteRolePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ROLE_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteRoleResponse {}

impl Shape for DeleteRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteSAMLProviderResponse {}

impl Shape for DeleteSAMLProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SAML_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteSSHPublicKeyResponse {}

impl Shape for DeleteSSHPublicKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SSH_PUBLIC_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteServerCertificateResponse {}

impl Shape for DeleteServerCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SERVER_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteServiceSpecificCredentialResponse {}

impl Shape for DeleteServiceSpecificCredentialResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteSigningCertificateResponse {}

impl Shape for DeleteSigningCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_SIGNING_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteUserPermissionsBoundaryResponse {}

impl Shape for DeleteUserPermissionsBoundaryResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_USER_PERMISSIONS_BOUNDARY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteUserPolicyResponse {}

impl Shape for DeleteUserPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_USER_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteUserResponse {}

impl Shape for DeleteUserResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_USER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteVirtualMFADeviceResponse {}

impl Shape for DeleteVirtualMFADeviceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_VIRTUAL_MFA_DEVICE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DetachGroupPolicyResponse {}

impl Shape for DetachGroupPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DETACH_GROUP_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DetachRolePolicyResponse {}

impl Shape for DetachRolePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DETACH_ROLE_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DetachUserPolicyResponse {}

impl Shape for DetachUserPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DETACH_USER_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableOutboundWebIdentityFederationRequest {}

impl Shape for DisableOutboundWebIdentityFederationRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisableOutboundWebIdentityFederationResponse {}

impl Shape for DisableOutboundWebIdentityFederationResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableMFADeviceResponse {}

impl Shape for EnableMFADeviceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_MFA_DEVICE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnableOutboundWebIdentityFederationRequest {}

impl Shape for EnableOutboundWebIdentityFederationRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct GenerateCredentialReportRequest {}

impl Shape for GenerateCredentialReportRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GENERATE_CREDENTIAL_REPORT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetAccountPasswordPolicyRequest {}

impl Shape for GetAccountPasswordPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCOUNT_PASSWORD_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetAccountSummaryRequest {}

impl Shape for GetAccountSummaryRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCOUNT_SUMMARY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetCredentialReportRequest {}

impl Shape for GetCredentialReportRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_CREDENTIAL_REPORT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetOutboundWebIdentityFederationInfoRequest {}

impl Shape for GetOutboundWebIdentityFederationInfoRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutGroupPolicyResponse {}

impl Shape for PutGroupPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_GROUP_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutRolePermissionsBoundaryResponse {}

impl Shape for PutRolePermissionsBoundaryResponse {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_ROLE_PERMISSIONS_BOUNDARY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutRolePolicyResponse {}

impl Shape for PutRolePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_ROLE_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutUserPermissionsBoundaryResponse {}

impl Shape for PutUserPermissionsBoundaryResponse {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_USER_PERMISSIONS_BOUNDARY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PutUserPolicyResponse {}

impl Shape for PutUserPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::PUT_USER_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct RemoveClientIDFromOpenIDConnectProviderResponse {}

impl Shape for RemoveClientIDFromOpenIDConnectProviderResponse {
    const SCHEMA: &'static StructureSchema =
        &schemas::REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct RemoveRoleFromInstanceProfileResponse {}

impl Shape for RemoveRoleFromInstanceProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::REMOVE_ROLE_FROM_INSTANCE_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct RemoveUserFromGroupResponse {}

impl Shape for RemoveUserFromGroupResponse {
    const SCHEMA: &'static StructureSchema = &schemas::REMOVE_USER_FROM_GROUP_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ResyncMFADeviceResponse {}

impl Shape for ResyncMFADeviceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::RESYNC_MFA_DEVICE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct SetDefaultPolicyVersionResponse {}

impl Shape for SetDefaultPolicyVersionResponse {
    const SCHEMA: &'static StructureSchema = &schemas::SET_DEFAULT_POLICY_VERSION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagInstanceProfileResponse {}

impl Shape for TagInstanceProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_INSTANCE_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagMFADeviceResponse {}

impl Shape for TagMFADeviceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_MFA_DEVICE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagOpenIDConnectProviderResponse {}

impl Shape for TagOpenIDConnectProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_OPEN_ID_CONNECT_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagPolicyResponse {}

impl Shape for TagPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagRoleResponse {}

impl Shape for TagRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagSAMLProviderResponse {}

impl Shape for TagSAMLProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_SAML_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagServerCertificateResponse {}

impl Shape for TagServerCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_SERVER_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct TagUserResponse {}

impl Shape for TagUserResponse {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_USER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagInstanceProfileResponse {}

impl Shape for UntagInstanceProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_INSTANCE_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagMFADeviceResponse {}

impl Shape for UntagMFADeviceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_MFA_DEVICE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagOpenIDConnectProviderResponse {}

impl Shape for UntagOpenIDConnectProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_OPEN_ID_CONNECT_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagPolicyResponse {}

impl Shape for UntagPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagRoleResponse {}

impl Shape for UntagRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagSAMLProviderResponse {}

impl Shape for UntagSAMLProviderResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_SAML_PROVIDER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagServerCertificateResponse {}

impl Shape for UntagServerCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_SERVER_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagUserResponse {}

impl Shape for UntagUserResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_USER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateAccessKeyResponse {}

impl Shape for UpdateAccessKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ACCESS_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateAccountPasswordPolicyResponse {}

impl Shape for UpdateAccountPasswordPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ACCOUNT_PASSWORD_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateAssumeRolePolicyResponse {}

impl Shape for UpdateAssumeRolePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ASSUME_ROLE_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateGroupResponse {}

impl Shape for UpdateGroupResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_GROUP_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateLoginProfileResponse {}

impl Shape for UpdateLoginProfileResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_LOGIN_PROFILE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateOpenIDConnectProviderThumbprintResponse {}

impl Shape for UpdateOpenIDConnectProviderThumbprintResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateSSHPublicKeyResponse {}

impl Shape for UpdateSSHPublicKeyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SSH_PUBLIC_KEY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateServerCertificateResponse {}

impl Shape for UpdateServerCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SERVER_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateServiceSpecificCredentialResponse {}

impl Shape for UpdateServiceSpecificCredentialResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateSigningCertificateResponse {}

impl Shape for UpdateSigningCertificateResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_SIGNING_CERTIFICATE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateUserResponse {}

impl Shape for UpdateUserResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_USER_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

pub mod errors {
    use super::ErrorCode;

    pub static ACCOUNT_NOT_MANAGEMENT_OR_DELEGATED_ADMINISTRATOR_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccountNotManagementOrDelegatedAdministratorException",
        code: "AccountNotManagementOrDelegatedAdministratorException",
        status: 400,
        sender_fault: true,
    };

    pub static CALLER_IS_NOT_MANAGEMENT_ACCOUNT_EXCEPTION: ErrorCode = ErrorCode {
        name: "CallerIsNotManagementAccountException",
        code: "CallerIsNotManagementAccountException",
        status: 400,
        sender_fault: true,
    };

    pub static CONCURRENT_MODIFICATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "ConcurrentModificationException",
        code: "ConcurrentModification",
        status: 409,
        sender_fault: true,
    };

    pub static CREDENTIAL_REPORT_EXPIRED_EXCEPTION: ErrorCode = ErrorCode {
        name: "CredentialReportExpiredException",
        code: "ReportExpired",
        status: 410,
        sender_fault: true,
    };

    pub static CREDENTIAL_REPORT_NOT_PRESENT_EXCEPTION: ErrorCode = ErrorCode {
        name: "CredentialReportNotPresentException",
        code: "ReportNotPresent",
        status: 410,
        sender_fault: true,
    };

    pub static CREDENTIAL_REPORT_NOT_READY_EXCEPTION: ErrorCode = ErrorCode {
        name: "CredentialReportNotReadyException",
        code: "ReportInProgress",
        status: 404,
        sender_fault: true,
    };

    pub static DELETE_CONFLICT_EXCEPTION: ErrorCode = ErrorCode {
        name: "DeleteConflictException",
        code: "DeleteConflict",
        status: 409,
        sender_fault: true,
    };

    pub static DUPLICATE_CERTIFICATE_EXCEPTION: ErrorCode = ErrorCode {
        name: "DuplicateCertificateException",
        code: "DuplicateCertificate",
        status: 409,
        sender_fault: true,
    };

    pub static DUPLICATE_SSH_PUBLIC_KEY_EXCEPTION: ErrorCode = ErrorCode {
        name: "DuplicateSSHPublicKeyException",
        code: "DuplicateSSHPublicKey",
        status: 400,
        sender_fault: true,
    };

    pub static ENTITY_ALREADY_EXISTS_EXCEPTION: ErrorCode = ErrorCode {
        name: "EntityAlreadyExistsException",
        code: "EntityAlreadyExists",
        status: 409,
        sender_fault: true,
    };

    pub static ENTITY_TEMPORARILY_UNMODIFIABLE_EXCEPTION: ErrorCode = ErrorCode {
        name: "EntityTemporarilyUnmodifiableException",
        code: "EntityTemporarilyUnmodifiable",
        status: 409,
        sender_fault: true,
    };

    pub static FEATURE_DISABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "FeatureDisabledException",
        code: "FeatureDisabled",
        status: 404,
        sender_fault: true,
    };

    pub static FEATURE_ENABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "FeatureEnabledException",
        code: "FeatureEnabled",
        status: 409,
        sender_fault: true,
    };

    pub static INVALID_AUTHENTICATION_CODE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidAuthenticationCodeException",
        code: "InvalidAuthenticationCode",
        status: 403,
        sender_fault: true,
    };

    pub static INVALID_CERTIFICATE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidCertificateException",
        code: "InvalidCertificate",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_INPUT_EXCEPTION: ErrorCode =
        ErrorCode { name: "InvalidInputException", code: "InvalidInput", status: 400, sender_fault: true };

    pub static INVALID_PUBLIC_KEY_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidPublicKeyException",
        code: "InvalidPublicKey",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_USER_TYPE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidUserTypeException",
        code: "InvalidUserType",
        status: 400,
        sender_fault: true,
    };

    pub static KEY_PAIR_MISMATCH_EXCEPTION: ErrorCode = ErrorCode {
        name: "KeyPairMismatchException",
        code: "KeyPairMismatch",
        status: 400,
        sender_fault: true,
    };

    pub static LIMIT_EXCEEDED_EXCEPTION: ErrorCode =
        ErrorCode { name: "LimitExceededException", code: "LimitExceeded", status: 409, sender_fault: true };

    pub static MALFORMED_CERTIFICATE_EXCEPTION: ErrorCode = ErrorCode {
        name: "MalformedCertificateException",
        code: "MalformedCertificate",
        status: 400,
        sender_fault: true,
    };

    pub static MALFORMED_POLICY_DOCUMENT_EXCEPTION: ErrorCode = ErrorCode {
        name: "MalformedPolicyDocumentException",
        code: "MalformedPolicyDocument",
        status: 400,
        sender_fault: true,
    };

    pub static NAME_CONFLICT_EXCEPTION: ErrorCode =
        ErrorCode { name: "NameConflictException", code: "NameConflict", status: 409, sender_fault: true };

    pub static NO_SUCH_ENTITY_EXCEPTION: ErrorCode =
        ErrorCode { name: "NoSuchEntityException", code: "NoSuchEntity", status: 404, sender_fault: true };

    pub static OPEN_ID_IDP_COMMUNICATION_ERROR_EXCEPTION: ErrorCode = ErrorCode {
        name: "OpenIdIdpCommunicationErrorException",
        code: "OpenIdIdpCommunicationError",
        status: 400,
        sender_fault: true,
    };

    pub static ORGANIZATION_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "OrganizationNotFoundException",
        code: "OrganizationNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static ORGANIZATION_NOT_IN_ALL_FEATURES_MODE_EXCEPTION: ErrorCode = ErrorCode {
        name: "OrganizationNotInAllFeaturesModeException",
        code: "OrganizationNotInAllFeaturesModeException",
        status: 400,
        sender_fault: true,
    };

    pub static PASSWORD_POLICY_VIOLATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "PasswordPolicyViolationException",
        code: "PasswordPolicyViolation",
        status: 400,
        sender_fault: true,
    };

    pub static POLICY_EVALUATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "PolicyEvaluationException",
        code: "PolicyEvaluation",
        status: 500,
        sender_fault: false,
    };

    pub static POLICY_NOT_ATTACHABLE_EXCEPTION: ErrorCode = ErrorCode {
        name: "PolicyNotAttachableException",
        code: "PolicyNotAttachable",
        status: 400,
        sender_fault: true,
    };

    pub static REPORT_GENERATION_LIMIT_EXCEEDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "ReportGenerationLimitExceededException",
        code: "ReportGenerationLimitExceeded",
        status: 409,
        sender_fault: true,
    };

    pub static ROLE_MODIFIED_EXCEPTION: ErrorCode =
        ErrorCode { name: "RoleModifiedException", code: "RoleModified", status: 409, sender_fault: true };

    pub static ROLE_TEMPLATE_DISABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "RoleTemplateDisabledException",
        code: "RoleTemplateDisabled",
        status: 400,
        sender_fault: true,
    };

    pub static SERVICE_ACCESS_NOT_ENABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "ServiceAccessNotEnabledException",
        code: "ServiceAccessNotEnabledException",
        status: 400,
        sender_fault: true,
    };

    pub static SERVICE_FAILURE_EXCEPTION: ErrorCode = ErrorCode {
        name: "ServiceFailureException",
        code: "ServiceFailure",
        status: 500,
        sender_fault: false,
    };

    pub static SERVICE_NOT_SUPPORTED_EXCEPTION: ErrorCode = ErrorCode {
        name: "ServiceNotSupportedException",
        code: "NotSupportedService",
        status: 404,
        sender_fault: true,
    };

    pub static UNMODIFIABLE_ENTITY_EXCEPTION: ErrorCode = ErrorCode {
        name: "UnmodifiableEntityException",
        code: "UnmodifiableEntity",
        status: 400,
        sender_fault: true,
    };

    pub static UNRECOGNIZED_PUBLIC_KEY_ENCODING_EXCEPTION: ErrorCode = ErrorCode {
        name: "UnrecognizedPublicKeyEncodingException",
        code: "UnrecognizedPublicKeyEncoding",
        status: 400,
        sender_fault: true,
    };
}

mod schemas {
    use crate::{
        BlobSchema, ListSchema, MapSchema, MemberSchema, Pattern, Schema, StringSchema, StructureSchema,
        TimestampFormat,
    };

    pub(super) static ACCESS_ADVISOR_USAGE_GRANULARITY_TYPE: StringSchema = StringSchema {
        name: "AccessAdvisorUsageGranularityType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["SERVICE_LEVEL", "ACTION_LEVEL"],
    };

    pub(super) static ACCESS_DETAIL: StructureSchema = StructureSchema {
        name: "AccessDetail",
        members: &[
            MemberSchema::optional("EntityPath", Schema::String(&ORGANIZATIONS_ENTITY_PATH_TYPE)),
            MemberSchema::optional("LastAuthenticatedTime", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("Region", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("ServiceName", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("ServiceNamespace", Schema::String(&SERVICE_NAMESPACE_TYPE)),
            MemberSchema::optional("TotalAuthenticatedEntities", Schema::Integer { min: None, max: None }),
        ],
    };

    pub(super) static ACCESS_DETAILS: ListSchema = ListSchema {
        name: "AccessDetails",
        member: Schema::Structure(&ACCESS_DETAIL),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ACCESS_KEY: StructureSchema = StructureSchema {
        name: "AccessKey",
        members: &[
            MemberSchema::required("AccessKeyId", Schema::String(&ACCESS_KEY_ID_TYPE)),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("SecretAccessKey", Schema::String(&ACCESS_KEY_SECRET_TYPE)),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static ACCESS_KEY_LAST_USED: StructureSchema = StructureSchema {
        name: "AccessKeyLastUsed",
        members: &[
            MemberSchema::optional("LastUsedDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("Region", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("ServiceName", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static ACCESS_KEY_METADATA: StructureSchema = StructureSchema {
        name: "AccessKeyMetadata",
        members: &[
            MemberSchema::optional("AccessKeyId", Schema::String(&ACCESS_KEY_ID_TYPE)),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static ACTION_NAME_LIST_TYPE: ListSchema = ListSchema {
        name: "ActionNameListType",
        member: Schema::String(&ACTION_NAME_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ACTION_NAME_TYPE: StringSchema = StringSchema {
        name: "ActionNameType",
        sensitive: false,
        min: Some(3),
        max: Some(128),
        pattern: None,
        values: &[],
    };

    pub(super) static ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "AddClientIDToOpenIDConnectProviderRequest",
        members: &[
            MemberSchema::required("ClientID", Schema::String(&CLIENT_ID_TYPE)),
            MemberSchema::required("OpenIDConnectProviderArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static ADD_ROLE_TO_INSTANCE_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "AddRoleToInstanceProfileRequest",
        members: &[
            MemberSchema::required("InstanceProfileName", Schema::String(&INSTANCE_PROFILE_NAME_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static ADD_USER_TO_GROUP_REQUEST: StructureSchema = StructureSchema {
        name: "AddUserToGroupRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static ARN_LIST_TYPE: ListSchema = ListSchema {
        name: "ArnListType",
        member: Schema::String(&ARN_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ATTACH_GROUP_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "AttachGroupPolicyRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static ATTACH_ROLE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "AttachRolePolicyRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static ATTACH_USER_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "AttachUserPolicyRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static ATTACHED_PERMISSIONS_BOUNDARY: StructureSchema = StructureSchema {
        name: "AttachedPermissionsBoundary",
        members: &[
            MemberSchema::optional("PermissionsBoundaryArn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional(
                "PermissionsBoundaryType",
                Schema::String(&PERMISSIONS_BOUNDARY_ATTACHMENT_TYPE),
            ),
        ],
    };

    pub(super) static ATTACHED_POLICY: StructureSchema = StructureSchema {
        name: "AttachedPolicy",
        members: &[
            MemberSchema::optional("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static ATTACHMENT_NAME: StringSchema = StringSchema {
        name: "AttachmentName",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static ATTACHMENT_TYPE: StringSchema = StringSchema {
        name: "AttachmentType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["user", "group", "role"],
    };

    pub(super) static BOOTSTRAP_DATUM: BlobSchema =
        BlobSchema { name: "BootstrapDatum", sensitive: true, min: None, max: None };

    pub(super) static CERTIFICATION_KEY_TYPE: StringSchema = StringSchema {
        name: "CertificationKeyType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&CERTIFICATION_KEY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CERTIFICATION_MAP_TYPE: MapSchema = MapSchema {
        name: "CertificationMapType",
        key: &CERTIFICATION_KEY_TYPE,
        value: Schema::String(&CERTIFICATION_VALUE_TYPE),
        min: None,
        max: None,
        key_name: "key",
        value_name: "value",
        flattened: false,
    };

    pub(super) static CERTIFICATION_VALUE_TYPE: StringSchema = StringSchema {
        name: "CertificationValueType",
        sensitive: false,
        min: Some(1),
        max: Some(32),
        pattern: Some(&CERTIFICATION_KEY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CHANGE_PASSWORD_REQUEST: StructureSchema = StructureSchema {
        name: "ChangePasswordRequest",
        members: &[
            MemberSchema::required("NewPassword", Schema::String(&PASSWORD_TYPE)),
            MemberSchema::required("OldPassword", Schema::String(&PASSWORD_TYPE)),
        ],
    };

    pub(super) static CONTEXT_ENTRY: StructureSchema = StructureSchema {
        name: "ContextEntry",
        members: &[
            MemberSchema::optional("ContextKeyName", Schema::String(&CONTEXT_KEY_NAME_TYPE)),
            MemberSchema::optional("ContextKeyType", Schema::String(&CONTEXT_KEY_TYPE_ENUM)),
            MemberSchema::optional("ContextKeyValues", Schema::List(&CONTEXT_KEY_VALUE_LIST_TYPE)),
        ],
    };

    pub(super) static CONTEXT_ENTRY_LIST_TYPE: ListSchema = ListSchema {
        name: "ContextEntryListType",
        member: Schema::Structure(&CONTEXT_ENTRY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static CONTEXT_KEY_NAME_TYPE: StringSchema = StringSchema {
        name: "ContextKeyNameType",
        sensitive: false,
        min: Some(5),
        max: Some(256),
        pattern: None,
        values: &[],
    };

    pub(super) static CONTEXT_KEY_NAMES_RESULT_LIST_TYPE: ListSchema = ListSchema {
        name: "ContextKeyNamesResultListType",
        member: Schema::String(&CONTEXT_KEY_NAME_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static CONTEXT_KEY_TYPE_ENUM: StringSchema = StringSchema {
        name: "ContextKeyTypeEnum",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "string",
            "stringList",
            "numeric",
            "numericList",
            "boolean",
            "booleanList",
            "ip",
            "ipList",
            "binary",
            "binaryList",
            "date",
            "dateList",
        ],
    };

    pub(super) static CONTEXT_KEY_VALUE_LIST_TYPE: ListSchema = ListSchema {
        name: "ContextKeyValueListType",
        member: Schema::String(&StringSchema::ANY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static CREATE_ACCESS_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "CreateAccessKeyRequest",
        members: &[MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE))],
    };

    pub(super) static CREATE_ACCESS_KEY_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateAccessKeyResponse",
        members: &[MemberSchema::required("AccessKey", Schema::Structure(&ACCESS_KEY))],
    };

    pub(super) static CREATE_ACCOUNT_ALIAS_REQUEST: StructureSchema = StructureSchema {
        name: "CreateAccountAliasRequest",
        members: &[MemberSchema::required("AccountAlias", Schema::String(&ACCOUNT_ALIAS_TYPE))],
    };

    pub(super) static CREATE_GROUP_REQUEST: StructureSchema = StructureSchema {
        name: "CreateGroupRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
        ],
    };

    pub(super) static CREATE_GROUP_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateGroupResponse",
        members: &[MemberSchema::required("Group", Schema::Structure(&GROUP))],
    };

    pub(super) static CREATE_INSTANCE_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "CreateInstanceProfileRequest",
        members: &[
            MemberSchema::required("InstanceProfileName", Schema::String(&INSTANCE_PROFILE_NAME_TYPE)),
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static CREATE_INSTANCE_PROFILE_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateInstanceProfileResponse",
        members: &[MemberSchema::required("InstanceProfile", Schema::Structure(&INSTANCE_PROFILE))],
    };

    pub(super) static CREATE_LOGIN_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "CreateLoginProfileRequest",
        members: &[
            MemberSchema::optional("Password", Schema::String(&PASSWORD_TYPE)),
            MemberSchema::optional("PasswordResetRequired", Schema::Boolean),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static CREATE_LOGIN_PROFILE_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateLoginProfileResponse",
        members: &[MemberSchema::required("LoginProfile", Schema::Structure(&LOGIN_PROFILE))],
    };

    pub(super) static CREATE_OPEN_ID_CONNECT_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "CreateOpenIDConnectProviderRequest",
        members: &[
            MemberSchema::optional("ClientIDList", Schema::List(&CLIENT_ID_LIST_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::optional("ThumbprintList", Schema::List(&THUMBPRINT_LIST_TYPE)),
            MemberSchema::required("Url", Schema::String(&OPEN_ID_CONNECT_PROVIDER_URL_TYPE)),
        ],
    };

    pub(super) static CREATE_OPEN_ID_CONNECT_PROVIDER_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateOpenIDConnectProviderResponse",
        members: &[
            MemberSchema::optional("OpenIDConnectProviderArn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static CREATE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "CreatePolicyRequest",
        members: &[
            MemberSchema::optional("Description", Schema::String(&POLICY_DESCRIPTION_TYPE)),
            MemberSchema::optional("Path", Schema::String(&POLICY_PATH_TYPE)),
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static CREATE_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "CreatePolicyResponse",
        members: &[MemberSchema::optional("Policy", Schema::Structure(&POLICY))],
    };

    pub(super) static CREATE_POLICY_VERSION_REQUEST: StructureSchema = StructureSchema {
        name: "CreatePolicyVersionRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::optional("SetAsDefault", Schema::Boolean),
        ],
    };

    pub(super) static CREATE_POLICY_VERSION_RESPONSE: StructureSchema = StructureSchema {
        name: "CreatePolicyVersionResponse",
        members: &[MemberSchema::optional("PolicyVersion", Schema::Structure(&POLICY_VERSION))],
    };

    pub(super) static CREATE_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "CreateRoleRequest",
        members: &[
            MemberSchema::required("AssumeRolePolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::optional("Description", Schema::String(&ROLE_DESCRIPTION_TYPE)),
            MemberSchema::optional(
                "MaxSessionDuration",
                Schema::Integer { min: Some(3600), max: Some(43200) },
            ),
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("PermissionsBoundary", Schema::String(&ARN_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static CREATE_ROLE_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateRoleResponse",
        members: &[MemberSchema::required("Role", Schema::Structure(&ROLE))],
    };

    pub(super) static CREATE_SAML_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "CreateSAMLProviderRequest",
        members: &[
            MemberSchema::optional("AddPrivateKey", Schema::String(&PRIVATE_KEY_TYPE)),
            MemberSchema::optional(
                "AssertionEncryptionMode",
                Schema::String(&ASSERTION_ENCRYPTION_MODE_TYPE),
            ),
            MemberSchema::required("Name", Schema::String(&SAML_PROVIDER_NAME_TYPE)),
            MemberSchema::required("SAMLMetadataDocument", Schema::String(&SAML_METADATA_DOCUMENT_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static CREATE_SAML_PROVIDER_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateSAMLProviderResponse",
        members: &[
            MemberSchema::optional("SAMLProviderArn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static CREATE_SERVICE_LINKED_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "CreateServiceLinkedRoleRequest",
        members: &[
            MemberSchema::required("AWSServiceName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::optional("CustomSuffix", Schema::String(&CUSTOM_SUFFIX_TYPE)),
            MemberSchema::optional("Description", Schema::String(&ROLE_DESCRIPTION_TYPE)),
        ],
    };

    pub(super) static CREATE_SERVICE_LINKED_ROLE_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateServiceLinkedRoleResponse",
        members: &[MemberSchema::optional("Role", Schema::Structure(&ROLE))],
    };

    pub(super) static CREATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST: StructureSchema = StructureSchema {
        name: "CreateServiceSpecificCredentialRequest",
        members: &[
            MemberSchema::optional("CredentialAgeDays", Schema::Integer { min: Some(1), max: Some(36600) }),
            MemberSchema::required("ServiceName", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static CREATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateServiceSpecificCredentialResponse",
        members: &[MemberSchema::optional(
            "ServiceSpecificCredential",
            Schema::Structure(&SERVICE_SPECIFIC_CREDENTIAL),
        )],
    };

    pub(super) static CREATE_USER_REQUEST: StructureSchema = StructureSchema {
        name: "CreateUserRequest",
        members: &[
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("PermissionsBoundary", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static CREATE_USER_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateUserResponse",
        members: &[MemberSchema::optional("User", Schema::Structure(&USER))],
    };

    pub(super) static CREATE_VIRTUAL_MFA_DEVICE_REQUEST: StructureSchema = StructureSchema {
        name: "CreateVirtualMFADeviceRequest",
        members: &[
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::required("VirtualMFADeviceName", Schema::String(&VIRTUAL_MFA_DEVICE_NAME)),
        ],
    };

    pub(super) static CREATE_VIRTUAL_MFA_DEVICE_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateVirtualMFADeviceResponse",
        members: &[MemberSchema::required("VirtualMFADevice", Schema::Structure(&VIRTUAL_MFA_DEVICE))],
    };

    pub(super) static DEACTIVATE_MFA_DEVICE_REQUEST: StructureSchema = StructureSchema {
        name: "DeactivateMFADeviceRequest",
        members: &[
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static DELETE_ACCESS_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteAccessKeyRequest",
        members: &[
            MemberSchema::required("AccessKeyId", Schema::String(&ACCESS_KEY_ID_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static DELETE_ACCOUNT_ALIAS_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteAccountAliasRequest",
        members: &[MemberSchema::required("AccountAlias", Schema::String(&ACCOUNT_ALIAS_TYPE))],
    };

    pub(super) static DELETE_GROUP_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteGroupPolicyRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static DELETE_GROUP_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteGroupRequest",
        members: &[MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE))],
    };

    pub(super) static DELETE_INSTANCE_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteInstanceProfileRequest",
        members: &[MemberSchema::required(
            "InstanceProfileName",
            Schema::String(&INSTANCE_PROFILE_NAME_TYPE),
        )],
    };

    pub(super) static DELETE_LOGIN_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteLoginProfileRequest",
        members: &[MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE))],
    };

    pub(super) static DELETE_OPEN_ID_CONNECT_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteOpenIDConnectProviderRequest",
        members: &[MemberSchema::required("OpenIDConnectProviderArn", Schema::String(&ARN_TYPE))],
    };

    pub(super) static DELETE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DeletePolicyRequest",
        members: &[MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE))],
    };

    pub(super) static DELETE_POLICY_VERSION_REQUEST: StructureSchema = StructureSchema {
        name: "DeletePolicyVersionRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("VersionId", Schema::String(&POLICY_VERSION_ID_TYPE)),
        ],
    };

    pub(super) static DELETE_ROLE_PERMISSIONS_BOUNDARY_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteRolePermissionsBoundaryRequest",
        members: &[MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE))],
    };

    pub(super) static DELETE_ROLE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteRolePolicyRequest",
        members: &[
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static DELETE_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteRoleRequest",
        members: &[MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE))],
    };

    pub(super) static DELETE_SAML_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteSAMLProviderRequest",
        members: &[MemberSchema::required("SAMLProviderArn", Schema::String(&ARN_TYPE))],
    };

    pub(super) static DELETE_SSH_PUBLIC_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteSSHPublicKeyRequest",
        members: &[
            MemberSchema::required("SSHPublicKeyId", Schema::String(&PUBLIC_KEY_ID_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static DELETE_SERVER_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteServerCertificateRequest",
        members: &[MemberSchema::required(
            "ServerCertificateName",
            Schema::String(&SERVER_CERTIFICATE_NAME_TYPE),
        )],
    };

    pub(super) static DELETE_SERVICE_LINKED_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteServiceLinkedRoleRequest",
        members: &[MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE))],
    };

    pub(super) static DELETE_SERVICE_LINKED_ROLE_RESPONSE: StructureSchema = StructureSchema {
        name: "DeleteServiceLinkedRoleResponse",
        members: &[MemberSchema::required("DeletionTaskId", Schema::String(&DELETION_TASK_ID_TYPE))],
    };

    pub(super) static DELETE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteServiceSpecificCredentialRequest",
        members: &[
            MemberSchema::required(
                "ServiceSpecificCredentialId",
                Schema::String(&SERVICE_SPECIFIC_CREDENTIAL_ID),
            ),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static DELETE_SIGNING_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteSigningCertificateRequest",
        members: &[
            MemberSchema::required("CertificateId", Schema::String(&CERTIFICATE_ID_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static DELETE_USER_PERMISSIONS_BOUNDARY_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteUserPermissionsBoundaryRequest",
        members: &[MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE))],
    };

    pub(super) static DELETE_USER_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteUserPolicyRequest",
        members: &[
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static DELETE_USER_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteUserRequest",
        members: &[MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE))],
    };

    pub(super) static DELETE_VIRTUAL_MFA_DEVICE_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteVirtualMFADeviceRequest",
        members: &[MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE))],
    };

    pub(super) static DELETION_TASK_FAILURE_REASON_TYPE: StructureSchema = StructureSchema {
        name: "DeletionTaskFailureReasonType",
        members: &[
            MemberSchema::optional("Reason", Schema::String(&REASON_TYPE)),
            MemberSchema::optional("RoleUsageList", Schema::List(&ROLE_USAGE_LIST_TYPE)),
        ],
    };

    pub(super) static DELETION_TASK_ID_TYPE: StringSchema = StringSchema {
        name: "DeletionTaskIdType",
        sensitive: false,
        min: Some(1),
        max: Some(1000),
        pattern: None,
        values: &[],
    };

    pub(super) static DELETION_TASK_STATUS_TYPE: StringSchema = StringSchema {
        name: "DeletionTaskStatusType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["SUCCEEDED", "IN_PROGRESS", "FAILED", "NOT_STARTED"],
    };

    pub(super) static DETACH_GROUP_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DetachGroupPolicyRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static DETACH_ROLE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DetachRolePolicyRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static DETACH_USER_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DetachUserPolicyRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST: StructureSchema =
        StructureSchema { name: "DisableOrganizationsRootCredentialsManagementRequest", members: &[] };

    pub(super) static DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE: StructureSchema =
        StructureSchema {
            name: "DisableOrganizationsRootCredentialsManagementResponse",
            members: &[
                MemberSchema::optional("EnabledFeatures", Schema::List(&FEATURES_LIST_TYPE)),
                MemberSchema::optional("OrganizationId", Schema::String(&ORGANIZATION_ID_TYPE)),
            ],
        };

    pub(super) static DISABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST: StructureSchema =
        StructureSchema { name: "DisableOrganizationsRootSessionsRequest", members: &[] };

    pub(super) static DISABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE: StructureSchema = StructureSchema {
        name: "DisableOrganizationsRootSessionsResponse",
        members: &[
            MemberSchema::optional("EnabledFeatures", Schema::List(&FEATURES_LIST_TYPE)),
            MemberSchema::optional("OrganizationId", Schema::String(&ORGANIZATION_ID_TYPE)),
        ],
    };

    pub(super) static ENABLE_MFA_DEVICE_REQUEST: StructureSchema = StructureSchema {
        name: "EnableMFADeviceRequest",
        members: &[
            MemberSchema::required("AuthenticationCode1", Schema::String(&AUTHENTICATION_CODE_TYPE)),
            MemberSchema::required("AuthenticationCode2", Schema::String(&AUTHENTICATION_CODE_TYPE)),
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST: StructureSchema =
        StructureSchema { name: "EnableOrganizationsRootCredentialsManagementRequest", members: &[] };

    pub(super) static ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE: StructureSchema =
        StructureSchema {
            name: "EnableOrganizationsRootCredentialsManagementResponse",
            members: &[
                MemberSchema::optional("EnabledFeatures", Schema::List(&FEATURES_LIST_TYPE)),
                MemberSchema::optional("OrganizationId", Schema::String(&ORGANIZATION_ID_TYPE)),
            ],
        };

    pub(super) static ENABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST: StructureSchema =
        StructureSchema { name: "EnableOrganizationsRootSessionsRequest", members: &[] };

    pub(super) static ENABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE: StructureSchema = StructureSchema {
        name: "EnableOrganizationsRootSessionsResponse",
        members: &[
            MemberSchema::optional("EnabledFeatures", Schema::List(&FEATURES_LIST_TYPE)),
            MemberSchema::optional("OrganizationId", Schema::String(&ORGANIZATION_ID_TYPE)),
        ],
    };

    pub(super) static ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_RESPONSE: StructureSchema = StructureSchema {
        name: "EnableOutboundWebIdentityFederationResponse",
        members: &[MemberSchema::optional("IssuerIdentifier", Schema::String(&StringSchema::ANY))],
    };

    pub(super) static ENTITY_DETAILS: StructureSchema = StructureSchema {
        name: "EntityDetails",
        members: &[
            MemberSchema::required("EntityInfo", Schema::Structure(&ENTITY_INFO)),
            MemberSchema::optional("LastAuthenticated", Schema::Timestamp(TimestampFormat::Iso8601)),
        ],
    };

    pub(super) static ENTITY_INFO: StructureSchema = StructureSchema {
        name: "EntityInfo",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("Id", Schema::String(&ID_TYPE)),
            MemberSchema::required("Name", Schema::String(&USER_NAME_TYPE)),
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::required("Type", Schema::String(&POLICY_OWNER_ENTITY_TYPE)),
        ],
    };

    pub(super) static ENTITY_TYPE: StringSchema = StringSchema {
        name: "EntityType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["User", "Role", "Group", "LocalManagedPolicy", "AWSManagedPolicy"],
    };

    pub(super) static ERROR_DETAILS: StructureSchema = StructureSchema {
        name: "ErrorDetails",
        members: &[
            MemberSchema::required("Code", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Message", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static EVAL_DECISION_DETAILS_TYPE: MapSchema = MapSchema {
        name: "EvalDecisionDetailsType",
        key: &EVAL_DECISION_SOURCE_TYPE,
        value: Schema::String(&POLICY_EVALUATION_DECISION_TYPE),
        min: None,
        max: None,
        key_name: "key",
        value_name: "value",
        flattened: false,
    };

    pub(super) static EVAL_DECISION_SOURCE_TYPE: StringSchema = StringSchema {
        name: "EvalDecisionSourceType",
        sensitive: false,
        min: Some(3),
        max: Some(256),
        pattern: None,
        values: &[],
    };

    pub(super) static EVALUATION_RESULT: StructureSchema = StructureSchema {
        name: "EvaluationResult",
        members: &[
            MemberSchema::required("EvalActionName", Schema::String(&ACTION_NAME_TYPE)),
            MemberSchema::required("EvalDecision", Schema::String(&POLICY_EVALUATION_DECISION_TYPE)),
            MemberSchema::optional("EvalDecisionDetails", Schema::Map(&EVAL_DECISION_DETAILS_TYPE)),
            MemberSchema::optional("EvalResourceName", Schema::String(&RESOURCE_NAME_TYPE)),
            MemberSchema::optional("MatchedStatements", Schema::List(&STATEMENT_LIST_TYPE)),
            MemberSchema::optional("MissingContextValues", Schema::List(&CONTEXT_KEY_NAMES_RESULT_LIST_TYPE)),
            MemberSchema::optional(
                "OrganizationsDecisionDetail",
                Schema::Structure(&ORGANIZATIONS_DECISION_DETAIL),
            ),
            MemberSchema::optional(
                "PermissionsBoundaryDecisionDetail",
                Schema::Structure(&PERMISSIONS_BOUNDARY_DECISION_DETAIL),
            ),
            MemberSchema::optional(
                "ResourceSpecificResults",
                Schema::List(&RESOURCE_SPECIFIC_RESULT_LIST_TYPE),
            ),
        ],
    };

    pub(super) static EVALUATION_RESULTS_LIST_TYPE: ListSchema = ListSchema {
        name: "EvaluationResultsListType",
        member: Schema::Structure(&EVALUATION_RESULT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static FEATURE_TYPE: StringSchema = StringSchema {
        name: "FeatureType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["RootCredentialsManagement", "RootSessions"],
    };

    pub(super) static FEATURES_LIST_TYPE: ListSchema = ListSchema {
        name: "FeaturesListType",
        member: Schema::String(&FEATURE_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static GENERATE_CREDENTIAL_REPORT_RESPONSE: StructureSchema = StructureSchema {
        name: "GenerateCredentialReportResponse",
        members: &[
            MemberSchema::optional("Description", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("State", Schema::String(&REPORT_STATE_TYPE)),
        ],
    };

    pub(super) static GENERATE_ORGANIZATIONS_ACCESS_REPORT_REQUEST: StructureSchema = StructureSchema {
        name: "GenerateOrganizationsAccessReportRequest",
        members: &[
            MemberSchema::required("EntityPath", Schema::String(&ORGANIZATIONS_ENTITY_PATH_TYPE)),
            MemberSchema::optional("OrganizationsPolicyId", Schema::String(&ORGANIZATIONS_POLICY_ID_TYPE)),
        ],
    };

    pub(super) static GENERATE_ORGANIZATIONS_ACCESS_REPORT_RESPONSE: StructureSchema = StructureSchema {
        name: "GenerateOrganizationsAccessReportResponse",
        members: &[MemberSchema::optional("JobId", Schema::String(&JOB_ID_TYPE))],
    };

    pub(super) static GENERATE_SERVICE_LAST_ACCESSED_DETAILS_REQUEST: StructureSchema = StructureSchema {
        name: "GenerateServiceLastAccessedDetailsRequest",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("Granularity", Schema::String(&ACCESS_ADVISOR_USAGE_GRANULARITY_TYPE)),
        ],
    };

    pub(super) static GENERATE_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE: StructureSchema = StructureSchema {
        name: "GenerateServiceLastAccessedDetailsResponse",
        members: &[MemberSchema::optional("JobId", Schema::String(&JOB_ID_TYPE))],
    };

    pub(super) static GET_ACCESS_KEY_LAST_USED_REQUEST: StructureSchema = StructureSchema {
        name: "GetAccessKeyLastUsedRequest",
        members: &[MemberSchema::required("AccessKeyId", Schema::String(&ACCESS_KEY_ID_TYPE))],
    };

    pub(super) static GET_ACCESS_KEY_LAST_USED_RESPONSE: StructureSchema = StructureSchema {
        name: "GetAccessKeyLastUsedResponse",
        members: &[
            MemberSchema::optional("AccessKeyLastUsed", Schema::Structure(&ACCESS_KEY_LAST_USED)),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static GET_ACCOUNT_AUTHORIZATION_DETAILS_REQUEST: StructureSchema = StructureSchema {
        name: "GetAccountAuthorizationDetailsRequest",
        members: &[
            MemberSchema::optional("Filter", Schema::List(&ENTITY_LIST_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
        ],
    };

    pub(super) static GET_ACCOUNT_AUTHORIZATION_DETAILS_RESPONSE: StructureSchema = StructureSchema {
        name: "GetAccountAuthorizationDetailsResponse",
        members: &[
            MemberSchema::optional("GroupDetailList", Schema::List(&GROUP_DETAIL_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("Policies", Schema::List(&MANAGED_POLICY_DETAIL_LIST_TYPE)),
            MemberSchema::optional("RoleDetailList", Schema::List(&ROLE_DETAIL_LIST_TYPE)),
            MemberSchema::optional("UserDetailList", Schema::List(&USER_DETAIL_LIST_TYPE)),
        ],
    };

    pub(super) static GET_ACCOUNT_PASSWORD_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetAccountPasswordPolicyResponse",
        members: &[MemberSchema::required("PasswordPolicy", Schema::Structure(&PASSWORD_POLICY))],
    };

    pub(super) static GET_ACCOUNT_SUMMARY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetAccountSummaryResponse",
        members: &[MemberSchema::optional("SummaryMap", Schema::Map(&SUMMARY_MAP_TYPE))],
    };

    pub(super) static GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "GetContextKeysForCustomPolicyRequest",
        members: &[MemberSchema::required("PolicyInputList", Schema::List(&SIMULATION_POLICY_LIST_TYPE))],
    };

    pub(super) static GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetContextKeysForPolicyResponse",
        members: &[MemberSchema::optional(
            "ContextKeyNames",
            Schema::List(&CONTEXT_KEY_NAMES_RESULT_LIST_TYPE),
        )],
    };

    pub(super) static GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "GetContextKeysForPrincipalPolicyRequest",
        members: &[
            MemberSchema::optional("PolicyInputList", Schema::List(&SIMULATION_POLICY_LIST_TYPE)),
            MemberSchema::required("PolicySourceArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static GET_CREDENTIAL_REPORT_RESPONSE: StructureSchema = StructureSchema {
        name: "GetCredentialReportResponse",
        members: &[
            MemberSchema::optional("Content", Schema::Blob(&REPORT_CONTENT_TYPE)),
            MemberSchema::optional("GeneratedTime", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("ReportFormat", Schema::String(&REPORT_FORMAT_TYPE)),
        ],
    };

    pub(super) static GET_GROUP_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "GetGroupPolicyRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static GET_GROUP_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetGroupPolicyResponse",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static GET_GROUP_REQUEST: StructureSchema = StructureSchema {
        name: "GetGroupRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
        ],
    };

    pub(super) static GET_GROUP_RESPONSE: StructureSchema = StructureSchema {
        name: "GetGroupResponse",
        members: &[
            MemberSchema::required("Group", Schema::Structure(&GROUP)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Users", Schema::List(&USER_LIST_TYPE)),
        ],
    };

    pub(super) static GET_INSTANCE_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "GetInstanceProfileRequest",
        members: &[MemberSchema::required(
            "InstanceProfileName",
            Schema::String(&INSTANCE_PROFILE_NAME_TYPE),
        )],
    };

    pub(super) static GET_INSTANCE_PROFILE_RESPONSE: StructureSchema = StructureSchema {
        name: "GetInstanceProfileResponse",
        members: &[MemberSchema::required("InstanceProfile", Schema::Structure(&INSTANCE_PROFILE))],
    };

    pub(super) static GET_LOGIN_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "GetLoginProfileRequest",
        members: &[MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE))],
    };

    pub(super) static GET_LOGIN_PROFILE_RESPONSE: StructureSchema = StructureSchema {
        name: "GetLoginProfileResponse",
        members: &[MemberSchema::required("LoginProfile", Schema::Structure(&LOGIN_PROFILE))],
    };

    pub(super) static GET_MFA_DEVICE_REQUEST: StructureSchema = StructureSchema {
        name: "GetMFADeviceRequest",
        members: &[
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static GET_MFA_DEVICE_RESPONSE: StructureSchema = StructureSchema {
        name: "GetMFADeviceResponse",
        members: &[
            MemberSchema::optional("Certifications", Schema::Map(&CERTIFICATION_MAP_TYPE)),
            MemberSchema::optional("EnableDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static GET_OPEN_ID_CONNECT_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "GetOpenIDConnectProviderRequest",
        members: &[MemberSchema::required("OpenIDConnectProviderArn", Schema::String(&ARN_TYPE))],
    };

    pub(super) static GET_OPEN_ID_CONNECT_PROVIDER_RESPONSE: StructureSchema = StructureSchema {
        name: "GetOpenIDConnectProviderResponse",
        members: &[
            MemberSchema::optional("ClientIDList", Schema::List(&CLIENT_ID_LIST_TYPE)),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::optional("ThumbprintList", Schema::List(&THUMBPRINT_LIST_TYPE)),
            MemberSchema::optional("Url", Schema::String(&OPEN_ID_CONNECT_PROVIDER_URL_TYPE)),
        ],
    };

    pub(super) static GET_ORGANIZATIONS_ACCESS_REPORT_REQUEST: StructureSchema = StructureSchema {
        name: "GetOrganizationsAccessReportRequest",
        members: &[
            MemberSchema::required("JobId", Schema::String(&JOB_ID_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("SortKey", Schema::String(&SORT_KEY_TYPE)),
        ],
    };

    pub(super) static GET_ORGANIZATIONS_ACCESS_REPORT_RESPONSE: StructureSchema = StructureSchema {
        name: "GetOrganizationsAccessReportResponse",
        members: &[
            MemberSchema::optional("AccessDetails", Schema::List(&ACCESS_DETAILS)),
            MemberSchema::optional("ErrorDetails", Schema::Structure(&ERROR_DETAILS)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("JobCompletionDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("JobCreationDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("JobStatus", Schema::String(&JOB_STATUS_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("NumberOfServicesAccessible", Schema::Integer { min: None, max: None }),
            MemberSchema::optional("NumberOfServicesNotAccessed", Schema::Integer { min: None, max: None }),
        ],
    };

    pub(super) static GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO_RESPONSE: StructureSchema = StructureSchema {
        name: "GetOutboundWebIdentityFederationInfoResponse",
        members: &[
            MemberSchema::optional("IssuerIdentifier", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("JwtVendingEnabled", Schema::Boolean),
        ],
    };

    pub(super) static GET_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "GetPolicyRequest",
        members: &[MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE))],
    };

    pub(super) static GET_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetPolicyResponse",
        members: &[MemberSchema::optional("Policy", Schema::Structure(&POLICY))],
    };

    pub(super) static GET_POLICY_VERSION_REQUEST: StructureSchema = StructureSchema {
        name: "GetPolicyVersionRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("VersionId", Schema::String(&POLICY_VERSION_ID_TYPE)),
        ],
    };

    pub(super) static GET_POLICY_VERSION_RESPONSE: StructureSchema = StructureSchema {
        name: "GetPolicyVersionResponse",
        members: &[MemberSchema::optional("PolicyVersion", Schema::Structure(&POLICY_VERSION))],
    };

    pub(super) static GET_ROLE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "GetRolePolicyRequest",
        members: &[
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static GET_ROLE_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetRolePolicyResponse",
        members: &[
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static GET_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "GetRoleRequest",
        members: &[MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE))],
    };

    pub(super) static GET_ROLE_RESPONSE: StructureSchema = StructureSchema {
        name: "GetRoleResponse",
        members: &[MemberSchema::required("Role", Schema::Structure(&ROLE))],
    };

    pub(super) static GET_SAML_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "GetSAMLProviderRequest",
        members: &[MemberSchema::required("SAMLProviderArn", Schema::String(&ARN_TYPE))],
    };

    pub(super) static GET_SAML_PROVIDER_RESPONSE: StructureSchema = StructureSchema {
        name: "GetSAMLProviderResponse",
        members: &[
            MemberSchema::optional(
                "AssertionEncryptionMode",
                Schema::String(&ASSERTION_ENCRYPTION_MODE_TYPE),
            ),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("PrivateKeyList", Schema::List(&PRIVATE_KEY_LIST)),
            MemberSchema::optional("SAMLMetadataDocument", Schema::String(&SAML_METADATA_DOCUMENT_TYPE)),
            MemberSchema::optional("SAMLProviderUUID", Schema::String(&PRIVATE_KEY_ID_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::optional("ValidUntil", Schema::Timestamp(TimestampFormat::Iso8601)),
        ],
    };

    pub(super) static GET_SSH_PUBLIC_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "GetSSHPublicKeyRequest",
        members: &[
            MemberSchema::required("Encoding", Schema::String(&ENCODING_TYPE)),
            MemberSchema::required("SSHPublicKeyId", Schema::String(&PUBLIC_KEY_ID_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static GET_SSH_PUBLIC_KEY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetSSHPublicKeyResponse",
        members: &[MemberSchema::optional("SSHPublicKey", Schema::Structure(&SSH_PUBLIC_KEY))],
    };

    pub(super) static GET_SERVER_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "GetServerCertificateRequest",
        members: &[MemberSchema::required(
            "ServerCertificateName",
            Schema::String(&SERVER_CERTIFICATE_NAME_TYPE),
        )],
    };

    pub(super) static GET_SERVER_CERTIFICATE_RESPONSE: StructureSchema = StructureSchema {
        name: "GetServerCertificateResponse",
        members: &[MemberSchema::required("ServerCertificate", Schema::Structure(&SERVER_CERTIFICATE))],
    };

    pub(super) static GET_SERVICE_LAST_ACCESSED_DETAILS_REQUEST: StructureSchema = StructureSchema {
        name: "GetServiceLastAccessedDetailsRequest",
        members: &[
            MemberSchema::required("JobId", Schema::String(&JOB_ID_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
        ],
    };

    pub(super) static GET_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE: StructureSchema = StructureSchema {
        name: "GetServiceLastAccessedDetailsResponse",
        members: &[
            MemberSchema::optional("Error", Schema::Structure(&ERROR_DETAILS)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::required("JobCompletionDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("JobCreationDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("JobStatus", Schema::String(&JOB_STATUS_TYPE)),
            MemberSchema::optional("JobType", Schema::String(&ACCESS_ADVISOR_USAGE_GRANULARITY_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("ServicesLastAccessed", Schema::List(&SERVICES_LAST_ACCESSED)),
        ],
    };

    pub(super) static GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_REQUEST: StructureSchema =
        StructureSchema {
            name: "GetServiceLastAccessedDetailsWithEntitiesRequest",
            members: &[
                MemberSchema::required("JobId", Schema::String(&JOB_ID_TYPE)),
                MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
                MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
                MemberSchema::required("ServiceNamespace", Schema::String(&SERVICE_NAMESPACE_TYPE)),
            ],
        };

    pub(super) static GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_RESPONSE: StructureSchema =
        StructureSchema {
            name: "GetServiceLastAccessedDetailsWithEntitiesResponse",
            members: &[
                MemberSchema::required("EntityDetailsList", Schema::List(&ENTITY_DETAILS_LIST_TYPE)),
                MemberSchema::optional("Error", Schema::Structure(&ERROR_DETAILS)),
                MemberSchema::optional("IsTruncated", Schema::Boolean),
                MemberSchema::required("JobCompletionDate", Schema::Timestamp(TimestampFormat::Iso8601)),
                MemberSchema::required("JobCreationDate", Schema::Timestamp(TimestampFormat::Iso8601)),
                MemberSchema::required("JobStatus", Schema::String(&JOB_STATUS_TYPE)),
                MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            ],
        };

    pub(super) static GET_SERVICE_LINKED_ROLE_DELETION_STATUS_REQUEST: StructureSchema = StructureSchema {
        name: "GetServiceLinkedRoleDeletionStatusRequest",
        members: &[MemberSchema::required("DeletionTaskId", Schema::String(&DELETION_TASK_ID_TYPE))],
    };

    pub(super) static GET_SERVICE_LINKED_ROLE_DELETION_STATUS_RESPONSE: StructureSchema = StructureSchema {
        name: "GetServiceLinkedRoleDeletionStatusResponse",
        members: &[
            MemberSchema::optional("Reason", Schema::Structure(&DELETION_TASK_FAILURE_REASON_TYPE)),
            MemberSchema::required("Status", Schema::String(&DELETION_TASK_STATUS_TYPE)),
        ],
    };

    pub(super) static GET_USER_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "GetUserPolicyRequest",
        members: &[
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static GET_USER_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetUserPolicyResponse",
        members: &[
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static GET_USER_REQUEST: StructureSchema = StructureSchema {
        name: "GetUserRequest",
        members: &[MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE))],
    };

    pub(super) static GET_USER_RESPONSE: StructureSchema = StructureSchema {
        name: "GetUserResponse",
        members: &[MemberSchema::required("User", Schema::Structure(&USER))],
    };

    pub(super) static GROUP: StructureSchema = StructureSchema {
        name: "Group",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("GroupId", Schema::String(&ID_TYPE)),
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::required("Path", Schema::String(&PATH_TYPE)),
        ],
    };

    pub(super) static GROUP_DETAIL: StructureSchema = StructureSchema {
        name: "GroupDetail",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("AttachedManagedPolicies", Schema::List(&ATTACHED_POLICIES_LIST_TYPE)),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("GroupId", Schema::String(&ID_TYPE)),
            MemberSchema::optional("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::optional("GroupPolicyList", Schema::List(&POLICY_DETAIL_LIST_TYPE)),
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
        ],
    };

    pub(super) static INLINE_POLICY_IDENTIFIER_TYPE: StructureSchema = StructureSchema {
        name: "InlinePolicyIdentifierType",
        members: &[
            MemberSchema::required("AttachmentName", Schema::String(&ATTACHMENT_NAME)),
            MemberSchema::required("AttachmentType", Schema::String(&ATTACHMENT_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static INSTANCE_PROFILE: StructureSchema = StructureSchema {
        name: "InstanceProfile",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("InstanceProfileId", Schema::String(&ID_TYPE)),
            MemberSchema::required("InstanceProfileName", Schema::String(&INSTANCE_PROFILE_NAME_TYPE)),
            MemberSchema::required("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::required("Roles", Schema::List(&ROLE_LIST_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_ACCESS_KEYS_REQUEST: StructureSchema = StructureSchema {
        name: "ListAccessKeysRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_ACCESS_KEYS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListAccessKeysResponse",
        members: &[
            MemberSchema::required("AccessKeyMetadata", Schema::List(&ACCESS_KEY_METADATA_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_ACCOUNT_ALIASES_REQUEST: StructureSchema = StructureSchema {
        name: "ListAccountAliasesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
        ],
    };

    pub(super) static LIST_ACCOUNT_ALIASES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListAccountAliasesResponse",
        members: &[
            MemberSchema::required("AccountAliases", Schema::List(&ACCOUNT_ALIAS_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_ATTACHED_GROUP_POLICIES_REQUEST: StructureSchema = StructureSchema {
        name: "ListAttachedGroupPoliciesRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("PathPrefix", Schema::String(&POLICY_PATH_TYPE)),
        ],
    };

    pub(super) static LIST_ATTACHED_GROUP_POLICIES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListAttachedGroupPoliciesResponse",
        members: &[
            MemberSchema::optional("AttachedPolicies", Schema::List(&ATTACHED_POLICIES_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_ATTACHED_ROLE_POLICIES_REQUEST: StructureSchema = StructureSchema {
        name: "ListAttachedRolePoliciesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("PathPrefix", Schema::String(&POLICY_PATH_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_ATTACHED_ROLE_POLICIES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListAttachedRolePoliciesResponse",
        members: &[
            MemberSchema::optional("AttachedPolicies", Schema::List(&ATTACHED_POLICIES_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_ATTACHED_USER_POLICIES_REQUEST: StructureSchema = StructureSchema {
        name: "ListAttachedUserPoliciesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("PathPrefix", Schema::String(&POLICY_PATH_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_ATTACHED_USER_POLICIES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListAttachedUserPoliciesResponse",
        members: &[
            MemberSchema::optional("AttachedPolicies", Schema::List(&ATTACHED_POLICIES_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_ENTITIES_FOR_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "ListEntitiesForPolicyRequest",
        members: &[
            MemberSchema::optional("EntityFilter", Schema::String(&ENTITY_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("PathPrefix", Schema::String(&PATH_TYPE)),
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("PolicyUsageFilter", Schema::String(&POLICY_USAGE_TYPE)),
        ],
    };

    pub(super) static LIST_ENTITIES_FOR_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "ListEntitiesForPolicyResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("PolicyGroups", Schema::List(&POLICY_GROUP_LIST_TYPE)),
            MemberSchema::optional("PolicyRoles", Schema::List(&POLICY_ROLE_LIST_TYPE)),
            MemberSchema::optional("PolicyUsers", Schema::List(&POLICY_USER_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_GROUP_POLICIES_REQUEST: StructureSchema = StructureSchema {
        name: "ListGroupPoliciesRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
        ],
    };

    pub(super) static LIST_GROUP_POLICIES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListGroupPoliciesResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("PolicyNames", Schema::List(&POLICY_NAME_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_GROUPS_FOR_USER_REQUEST: StructureSchema = StructureSchema {
        name: "ListGroupsForUserRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_GROUPS_FOR_USER_RESPONSE: StructureSchema = StructureSchema {
        name: "ListGroupsForUserResponse",
        members: &[
            MemberSchema::required("Groups", Schema::List(&GROUP_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_GROUPS_REQUEST: StructureSchema = StructureSchema {
        name: "ListGroupsRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("PathPrefix", Schema::String(&PATH_PREFIX_TYPE)),
        ],
    };

    pub(super) static LIST_GROUPS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListGroupsResponse",
        members: &[
            MemberSchema::required("Groups", Schema::List(&GROUP_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_INSTANCE_PROFILE_TAGS_REQUEST: StructureSchema = StructureSchema {
        name: "ListInstanceProfileTagsRequest",
        members: &[
            MemberSchema::required("InstanceProfileName", Schema::String(&INSTANCE_PROFILE_NAME_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
        ],
    };

    pub(super) static LIST_INSTANCE_PROFILE_TAGS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListInstanceProfileTagsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_INSTANCE_PROFILES_FOR_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "ListInstanceProfilesForRoleRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_INSTANCE_PROFILES_FOR_ROLE_RESPONSE: StructureSchema = StructureSchema {
        name: "ListInstanceProfilesForRoleResponse",
        members: &[
            MemberSchema::required("InstanceProfiles", Schema::List(&INSTANCE_PROFILE_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_INSTANCE_PROFILES_REQUEST: StructureSchema = StructureSchema {
        name: "ListInstanceProfilesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("PathPrefix", Schema::String(&PATH_PREFIX_TYPE)),
        ],
    };

    pub(super) static LIST_INSTANCE_PROFILES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListInstanceProfilesResponse",
        members: &[
            MemberSchema::required("InstanceProfiles", Schema::List(&INSTANCE_PROFILE_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_MFA_DEVICE_TAGS_REQUEST: StructureSchema = StructureSchema {
        name: "ListMFADeviceTagsRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
        ],
    };

    pub(super) static LIST_MFA_DEVICE_TAGS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListMFADeviceTagsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_MFA_DEVICES_REQUEST: StructureSchema = StructureSchema {
        name: "ListMFADevicesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_MFA_DEVICES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListMFADevicesResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::required("MFADevices", Schema::List(&MFA_DEVICE_LIST_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_REQUEST: StructureSchema = StructureSchema {
        name: "ListOpenIDConnectProviderTagsRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("OpenIDConnectProviderArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListOpenIDConnectProviderTagsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_OPEN_ID_CONNECT_PROVIDERS_REQUEST: StructureSchema =
        StructureSchema { name: "ListOpenIDConnectProvidersRequest", members: &[] };

    pub(super) static LIST_OPEN_ID_CONNECT_PROVIDERS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListOpenIDConnectProvidersResponse",
        members: &[MemberSchema::optional(
            "OpenIDConnectProviderList",
            Schema::List(&OPEN_ID_CONNECT_PROVIDER_LIST_TYPE),
        )],
    };

    pub(super) static LIST_ORGANIZATIONS_FEATURES_REQUEST: StructureSchema =
        StructureSchema { name: "ListOrganizationsFeaturesRequest", members: &[] };

    pub(super) static LIST_ORGANIZATIONS_FEATURES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListOrganizationsFeaturesResponse",
        members: &[
            MemberSchema::optional("EnabledFeatures", Schema::List(&FEATURES_LIST_TYPE)),
            MemberSchema::optional("OrganizationId", Schema::String(&ORGANIZATION_ID_TYPE)),
        ],
    };

    pub(super) static LIST_POLICIES_GRANTING_SERVICE_ACCESS_ENTRY: StructureSchema = StructureSchema {
        name: "ListPoliciesGrantingServiceAccessEntry",
        members: &[
            MemberSchema::optional("Policies", Schema::List(&POLICY_GRANTING_SERVICE_ACCESS_LIST_TYPE)),
            MemberSchema::optional("ServiceNamespace", Schema::String(&SERVICE_NAMESPACE_TYPE)),
        ],
    };

    pub(super) static LIST_POLICIES_GRANTING_SERVICE_ACCESS_REQUEST: StructureSchema = StructureSchema {
        name: "ListPoliciesGrantingServiceAccessRequest",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::required("ServiceNamespaces", Schema::List(&SERVICE_NAMESPACE_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_POLICIES_GRANTING_SERVICE_ACCESS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListPoliciesGrantingServiceAccessResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required(
                "PoliciesGrantingServiceAccess",
                Schema::List(&LIST_POLICY_GRANTING_SERVICE_ACCESS_RESPONSE_LIST_TYPE),
            ),
        ],
    };

    pub(super) static LIST_POLICIES_REQUEST: StructureSchema = StructureSchema {
        name: "ListPoliciesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("OnlyAttached", Schema::Boolean),
            MemberSchema::optional("PathPrefix", Schema::String(&POLICY_PATH_TYPE)),
            MemberSchema::optional("PolicyUsageFilter", Schema::String(&POLICY_USAGE_TYPE)),
            MemberSchema::optional("Scope", Schema::String(&POLICY_SCOPE_TYPE)),
        ],
    };

    pub(super) static LIST_POLICIES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListPoliciesResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("Policies", Schema::List(&POLICY_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_POLICY_TAGS_REQUEST: StructureSchema = StructureSchema {
        name: "ListPolicyTagsRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static LIST_POLICY_TAGS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListPolicyTagsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_POLICY_VERSIONS_REQUEST: StructureSchema = StructureSchema {
        name: "ListPolicyVersionsRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static LIST_POLICY_VERSIONS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListPolicyVersionsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("Versions", Schema::List(&POLICY_DOCUMENT_VERSION_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_ROLE_POLICIES_REQUEST: StructureSchema = StructureSchema {
        name: "ListRolePoliciesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_ROLE_POLICIES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListRolePoliciesResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("PolicyNames", Schema::List(&POLICY_NAME_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_ROLE_TAGS_REQUEST: StructureSchema = StructureSchema {
        name: "ListRoleTagsRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_ROLE_TAGS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListRoleTagsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_ROLES_REQUEST: StructureSchema = StructureSchema {
        name: "ListRolesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("PathPrefix", Schema::String(&PATH_PREFIX_TYPE)),
        ],
    };

    pub(super) static LIST_ROLES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListRolesResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Roles", Schema::List(&ROLE_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_SAML_PROVIDER_TAGS_REQUEST: StructureSchema = StructureSchema {
        name: "ListSAMLProviderTagsRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("SAMLProviderArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static LIST_SAML_PROVIDER_TAGS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListSAMLProviderTagsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_SAML_PROVIDERS_REQUEST: StructureSchema =
        StructureSchema { name: "ListSAMLProvidersRequest", members: &[] };

    pub(super) static LIST_SAML_PROVIDERS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListSAMLProvidersResponse",
        members: &[MemberSchema::optional("SAMLProviderList", Schema::List(&SAML_PROVIDER_LIST_TYPE))],
    };

    pub(super) static LIST_SSH_PUBLIC_KEYS_REQUEST: StructureSchema = StructureSchema {
        name: "ListSSHPublicKeysRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_SSH_PUBLIC_KEYS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListSSHPublicKeysResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("SSHPublicKeys", Schema::List(&SSH_PUBLIC_KEY_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_SERVER_CERTIFICATE_TAGS_REQUEST: StructureSchema = StructureSchema {
        name: "ListServerCertificateTagsRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("ServerCertificateName", Schema::String(&SERVER_CERTIFICATE_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_SERVER_CERTIFICATE_TAGS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListServerCertificateTagsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_SERVER_CERTIFICATES_REQUEST: StructureSchema = StructureSchema {
        name: "ListServerCertificatesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("PathPrefix", Schema::String(&PATH_PREFIX_TYPE)),
        ],
    };

    pub(super) static LIST_SERVER_CERTIFICATES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListServerCertificatesResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required(
                "ServerCertificateMetadataList",
                Schema::List(&SERVER_CERTIFICATE_METADATA_LIST_TYPE),
            ),
        ],
    };

    pub(super) static LIST_SERVICE_SPECIFIC_CREDENTIALS_REQUEST: StructureSchema = StructureSchema {
        name: "ListServiceSpecificCredentialsRequest",
        members: &[
            MemberSchema::optional("AllUsers", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("ServiceName", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_SERVICE_SPECIFIC_CREDENTIALS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListServiceSpecificCredentialsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional(
                "ServiceSpecificCredentials",
                Schema::List(&SERVICE_SPECIFIC_CREDENTIALS_LIST_TYPE),
            ),
        ],
    };

    pub(super) static LIST_SIGNING_CERTIFICATES_REQUEST: StructureSchema = StructureSchema {
        name: "ListSigningCertificatesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_SIGNING_CERTIFICATES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListSigningCertificatesResponse",
        members: &[
            MemberSchema::required("Certificates", Schema::List(&CERTIFICATE_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static LIST_USER_POLICIES_REQUEST: StructureSchema = StructureSchema {
        name: "ListUserPoliciesRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_USER_POLICIES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListUserPoliciesResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("PolicyNames", Schema::List(&POLICY_NAME_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_USER_TAGS_REQUEST: StructureSchema = StructureSchema {
        name: "ListUserTagsRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static LIST_USER_TAGS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListUserTagsResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_USERS_REQUEST: StructureSchema = StructureSchema {
        name: "ListUsersRequest",
        members: &[
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional("PathPrefix", Schema::String(&PATH_PREFIX_TYPE)),
        ],
    };

    pub(super) static LIST_USERS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListUsersResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("Users", Schema::List(&USER_LIST_TYPE)),
        ],
    };

    pub(super) static LIST_VIRTUAL_MFA_DEVICES_REQUEST: StructureSchema = StructureSchema {
        name: "ListVirtualMFADevicesRequest",
        members: &[
            MemberSchema::optional("AssignmentStatus", Schema::String(&ASSIGNMENT_STATUS_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
        ],
    };

    pub(super) static LIST_VIRTUAL_MFA_DEVICES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListVirtualMFADevicesResponse",
        members: &[
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("VirtualMFADevices", Schema::List(&VIRTUAL_MFA_DEVICE_LIST_TYPE)),
        ],
    };

    pub(super) static LOGIN_PROFILE: StructureSchema = StructureSchema {
        name: "LoginProfile",
        members: &[
            MemberSchema::required("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("PasswordResetRequired", Schema::Boolean),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static MFA_DEVICE: StructureSchema = StructureSchema {
        name: "MFADevice",
        members: &[
            MemberSchema::required("EnableDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static MANAGED_POLICY_DETAIL: StructureSchema = StructureSchema {
        name: "ManagedPolicyDetail",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("AttachmentCount", Schema::Integer { min: None, max: None }),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("DefaultVersionId", Schema::String(&POLICY_VERSION_ID_TYPE)),
            MemberSchema::optional("Description", Schema::String(&POLICY_DESCRIPTION_TYPE)),
            MemberSchema::optional("IsAttachable", Schema::Boolean),
            MemberSchema::optional("Path", Schema::String(&POLICY_PATH_TYPE)),
            MemberSchema::optional("PermissionsBoundaryUsageCount", Schema::Integer { min: None, max: None }),
            MemberSchema::optional("PolicyId", Schema::String(&ID_TYPE)),
            MemberSchema::optional("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::optional("PolicyVersionList", Schema::List(&POLICY_DOCUMENT_VERSION_LIST_TYPE)),
            MemberSchema::optional("UpdateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
        ],
    };

    pub(super) static MANAGED_POLICY_DETAIL_LIST_TYPE: ListSchema = ListSchema {
        name: "ManagedPolicyDetailListType",
        member: Schema::Structure(&MANAGED_POLICY_DETAIL),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static OPEN_ID_CONNECT_PROVIDER_LIST_ENTRY: StructureSchema = StructureSchema {
        name: "OpenIDConnectProviderListEntry",
        members: &[MemberSchema::optional("Arn", Schema::String(&ARN_TYPE))],
    };

    pub(super) static OPEN_ID_CONNECT_PROVIDER_LIST_TYPE: ListSchema = ListSchema {
        name: "OpenIDConnectProviderListType",
        member: Schema::Structure(&OPEN_ID_CONNECT_PROVIDER_LIST_ENTRY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static OPEN_ID_CONNECT_PROVIDER_URL_TYPE: StringSchema = StringSchema {
        name: "OpenIDConnectProviderUrlType",
        sensitive: false,
        min: Some(1),
        max: Some(255),
        pattern: None,
        values: &[],
    };

    pub(super) static ORDERED_ORGANIZATION_POLICY_TYPE: StructureSchema = StructureSchema {
        name: "OrderedOrganizationPolicyType",
        members: &[MemberSchema::optional(
            "ServiceControlPolicyInputList",
            Schema::List(&SIMULATION_POLICY_LIST_TYPE),
        )],
    };

    pub(super) static ORGANIZATION_ID_TYPE: StringSchema = StringSchema {
        name: "OrganizationIdType",
        sensitive: false,
        min: None,
        max: Some(34),
        pattern: Some(&ORGANIZATION_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ORGANIZATION_POLICY_LIST_TYPE: ListSchema = ListSchema {
        name: "OrganizationPolicyListType",
        member: Schema::Structure(&ORDERED_ORGANIZATION_POLICY_TYPE),
        min: None,
        max: Some(7),
        member_name: "member",
        flattened: false,
    };

    pub(super) static ORGANIZATIONS_DECISION_DETAIL: StructureSchema = StructureSchema {
        name: "OrganizationsDecisionDetail",
        members: &[MemberSchema::optional("AllowedByOrganizations", Schema::Boolean)],
    };

    pub(super) static PASSWORD_POLICY: StructureSchema = StructureSchema {
        name: "PasswordPolicy",
        members: &[
            MemberSchema::optional("AllowUsersToChangePassword", Schema::Boolean),
            MemberSchema::optional("ExpirePasswords", Schema::Boolean),
            MemberSchema::optional("HardExpiry", Schema::Boolean),
            MemberSchema::optional("MaxPasswordAge", Schema::Integer { min: Some(1), max: Some(1095) }),
            MemberSchema::optional("MinimumPasswordLength", Schema::Integer { min: Some(6), max: Some(128) }),
            MemberSchema::optional(
                "PasswordReusePrevention",
                Schema::Integer { min: Some(1), max: Some(24) },
            ),
            MemberSchema::optional("RequireLowercaseCharacters", Schema::Boolean),
            MemberSchema::optional("RequireNumbers", Schema::Boolean),
            MemberSchema::optional("RequireSymbols", Schema::Boolean),
            MemberSchema::optional("RequireUppercaseCharacters", Schema::Boolean),
        ],
    };

    pub(super) static PERMISSIONS_BOUNDARY_ATTACHMENT_TYPE: StringSchema = StringSchema {
        name: "PermissionsBoundaryAttachmentType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["PermissionsBoundaryPolicy"],
    };

    pub(super) static PERMISSIONS_BOUNDARY_DECISION_DETAIL: StructureSchema = StructureSchema {
        name: "PermissionsBoundaryDecisionDetail",
        members: &[MemberSchema::optional("AllowedByPermissionsBoundary", Schema::Boolean)],
    };

    pub(super) static POLICY: StructureSchema = StructureSchema {
        name: "Policy",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("AttachmentCount", Schema::Integer { min: None, max: None }),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("DefaultVersionId", Schema::String(&POLICY_VERSION_ID_TYPE)),
            MemberSchema::optional("Description", Schema::String(&POLICY_DESCRIPTION_TYPE)),
            MemberSchema::optional("IsAttachable", Schema::Boolean),
            MemberSchema::optional("Path", Schema::String(&POLICY_PATH_TYPE)),
            MemberSchema::optional("PermissionsBoundaryUsageCount", Schema::Integer { min: None, max: None }),
            MemberSchema::optional("PolicyId", Schema::String(&ID_TYPE)),
            MemberSchema::optional("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::optional("UpdateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
        ],
    };

    pub(super) static POLICY_DETAIL: StructureSchema = StructureSchema {
        name: "PolicyDetail",
        members: &[
            MemberSchema::optional("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::optional("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static POLICY_EVALUATION_DECISION_TYPE: StringSchema = StringSchema {
        name: "PolicyEvaluationDecisionType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["allowed", "explicitDeny", "implicitDeny"],
    };

    pub(super) static POLICY_EXCLUSIONS_LIST_TYPE: ListSchema = ListSchema {
        name: "PolicyExclusionsListType",
        member: Schema::Structure(&POLICY_IDENTIFIER),
        min: None,
        max: Some(256),
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_GRANTING_SERVICE_ACCESS: StructureSchema = StructureSchema {
        name: "PolicyGrantingServiceAccess",
        members: &[
            MemberSchema::optional("EntityName", Schema::String(&ENTITY_NAME_TYPE)),
            MemberSchema::optional("EntityType", Schema::String(&POLICY_OWNER_ENTITY_TYPE)),
            MemberSchema::optional("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("PolicyType", Schema::String(&POLICY_TYPE)),
        ],
    };

    pub(super) static POLICY_GROUP: StructureSchema = StructureSchema {
        name: "PolicyGroup",
        members: &[
            MemberSchema::optional("GroupId", Schema::String(&ID_TYPE)),
            MemberSchema::optional("GroupName", Schema::String(&GROUP_NAME_TYPE)),
        ],
    };

    pub(super) static POLICY_GROUP_LIST_TYPE: ListSchema = ListSchema {
        name: "PolicyGroupListType",
        member: Schema::Structure(&POLICY_GROUP),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_IDENTIFIER: StructureSchema = StructureSchema {
        name: "PolicyIdentifier",
        members: &[
            MemberSchema::optional(
                "InlinePolicyIdentifier",
                Schema::Structure(&INLINE_POLICY_IDENTIFIER_TYPE),
            ),
            MemberSchema::optional("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("PolicyType", Schema::String(&POLICY_IDENTIFIER_POLICY_TYPE)),
        ],
    };

    pub(super) static POLICY_IDENTIFIER_POLICY_TYPE: StringSchema = StringSchema {
        name: "PolicyIdentifierPolicyType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["inline", "aws-managed", "user-managed", "permission-boundary", "scp", "rcp"],
    };

    pub(super) static POLICY_ROLE: StructureSchema = StructureSchema {
        name: "PolicyRole",
        members: &[
            MemberSchema::optional("RoleId", Schema::String(&ID_TYPE)),
            MemberSchema::optional("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static POLICY_ROLE_LIST_TYPE: ListSchema = ListSchema {
        name: "PolicyRoleListType",
        member: Schema::Structure(&POLICY_ROLE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_SOURCE_TYPE: StringSchema = StringSchema {
        name: "PolicySourceType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["user", "group", "role", "aws-managed", "user-managed", "resource", "none"],
    };

    pub(super) static POLICY_USAGE_TYPE: StringSchema = StringSchema {
        name: "PolicyUsageType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["PermissionsPolicy", "PermissionsBoundary"],
    };

    pub(super) static POLICY_USER: StructureSchema = StructureSchema {
        name: "PolicyUser",
        members: &[
            MemberSchema::optional("UserId", Schema::String(&ID_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static POLICY_USER_LIST_TYPE: ListSchema = ListSchema {
        name: "PolicyUserListType",
        member: Schema::Structure(&POLICY_USER),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_VERSION: StructureSchema = StructureSchema {
        name: "PolicyVersion",
        members: &[
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("Document", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::optional("IsDefaultVersion", Schema::Boolean),
            MemberSchema::optional("VersionId", Schema::String(&POLICY_VERSION_ID_TYPE)),
        ],
    };

    pub(super) static POSITION: StructureSchema = StructureSchema {
        name: "Position",
        members: &[
            MemberSchema::optional("Column", Schema::Integer { min: None, max: None }),
            MemberSchema::optional("Line", Schema::Integer { min: None, max: None }),
        ],
    };

    pub(super) static PUT_GROUP_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "PutGroupPolicyRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
        ],
    };

    pub(super) static PUT_ROLE_PERMISSIONS_BOUNDARY_REQUEST: StructureSchema = StructureSchema {
        name: "PutRolePermissionsBoundaryRequest",
        members: &[
            MemberSchema::required("PermissionsBoundary", Schema::String(&ARN_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static PUT_ROLE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "PutRolePolicyRequest",
        members: &[
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static PUT_USER_PERMISSIONS_BOUNDARY_REQUEST: StructureSchema = StructureSchema {
        name: "PutUserPermissionsBoundaryRequest",
        members: &[
            MemberSchema::required("PermissionsBoundary", Schema::String(&ARN_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static PUT_USER_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "PutUserPolicyRequest",
        members: &[
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static REASON_TYPE: StringSchema = StringSchema {
        name: "ReasonType",
        sensitive: false,
        min: None,
        max: Some(1000),
        pattern: None,
        values: &[],
    };

    pub(super) static REGION_NAME_TYPE: StringSchema = StringSchema {
        name: "RegionNameType",
        sensitive: false,
        min: Some(1),
        max: Some(100),
        pattern: None,
        values: &[],
    };

    pub(super) static REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_REQUEST: StructureSchema =
        StructureSchema {
            name: "RemoveClientIDFromOpenIDConnectProviderRequest",
            members: &[
                MemberSchema::required("ClientID", Schema::String(&CLIENT_ID_TYPE)),
                MemberSchema::required("OpenIDConnectProviderArn", Schema::String(&ARN_TYPE)),
            ],
        };

    pub(super) static REMOVE_ROLE_FROM_INSTANCE_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "RemoveRoleFromInstanceProfileRequest",
        members: &[
            MemberSchema::required("InstanceProfileName", Schema::String(&INSTANCE_PROFILE_NAME_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static REMOVE_USER_FROM_GROUP_REQUEST: StructureSchema = StructureSchema {
        name: "RemoveUserFromGroupRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static REPORT_CONTENT_TYPE: BlobSchema =
        BlobSchema { name: "ReportContentType", sensitive: false, min: None, max: None };

    pub(super) static REPORT_FORMAT_TYPE: StringSchema = StringSchema {
        name: "ReportFormatType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["text/csv"],
    };

    pub(super) static REPORT_STATE_TYPE: StringSchema = StringSchema {
        name: "ReportStateType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["STARTED", "INPROGRESS", "COMPLETE"],
    };

    pub(super) static RESET_SERVICE_SPECIFIC_CREDENTIAL_REQUEST: StructureSchema = StructureSchema {
        name: "ResetServiceSpecificCredentialRequest",
        members: &[
            MemberSchema::required(
                "ServiceSpecificCredentialId",
                Schema::String(&SERVICE_SPECIFIC_CREDENTIAL_ID),
            ),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static RESET_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE: StructureSchema = StructureSchema {
        name: "ResetServiceSpecificCredentialResponse",
        members: &[MemberSchema::optional(
            "ServiceSpecificCredential",
            Schema::Structure(&SERVICE_SPECIFIC_CREDENTIAL),
        )],
    };

    pub(super) static RESOURCE_HANDLING_OPTION_TYPE: StringSchema = StringSchema {
        name: "ResourceHandlingOptionType",
        sensitive: false,
        min: Some(1),
        max: Some(64),
        pattern: None,
        values: &[],
    };

    pub(super) static RESOURCE_NAME_LIST_TYPE: ListSchema = ListSchema {
        name: "ResourceNameListType",
        member: Schema::String(&RESOURCE_NAME_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static RESOURCE_NAME_TYPE: StringSchema = StringSchema {
        name: "ResourceNameType",
        sensitive: false,
        min: Some(1),
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static RESOURCE_SPECIFIC_RESULT: StructureSchema = StructureSchema {
        name: "ResourceSpecificResult",
        members: &[
            MemberSchema::optional("EvalDecisionDetails", Schema::Map(&EVAL_DECISION_DETAILS_TYPE)),
            MemberSchema::required("EvalResourceDecision", Schema::String(&POLICY_EVALUATION_DECISION_TYPE)),
            MemberSchema::required("EvalResourceName", Schema::String(&RESOURCE_NAME_TYPE)),
            MemberSchema::optional("MatchedStatements", Schema::List(&STATEMENT_LIST_TYPE)),
            MemberSchema::optional("MissingContextValues", Schema::List(&CONTEXT_KEY_NAMES_RESULT_LIST_TYPE)),
            MemberSchema::optional(
                "PermissionsBoundaryDecisionDetail",
                Schema::Structure(&PERMISSIONS_BOUNDARY_DECISION_DETAIL),
            ),
        ],
    };

    pub(super) static RESOURCE_SPECIFIC_RESULT_LIST_TYPE: ListSchema = ListSchema {
        name: "ResourceSpecificResultListType",
        member: Schema::Structure(&RESOURCE_SPECIFIC_RESULT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static RESYNC_MFA_DEVICE_REQUEST: StructureSchema = StructureSchema {
        name: "ResyncMFADeviceRequest",
        members: &[
            MemberSchema::required("AuthenticationCode1", Schema::String(&AUTHENTICATION_CODE_TYPE)),
            MemberSchema::required("AuthenticationCode2", Schema::String(&AUTHENTICATION_CODE_TYPE)),
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static ROLE: StructureSchema = StructureSchema {
        name: "Role",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("AssumeRolePolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("Description", Schema::String(&ROLE_DESCRIPTION_TYPE)),
            MemberSchema::optional(
                "MaxSessionDuration",
                Schema::Integer { min: Some(3600), max: Some(43200) },
            ),
            MemberSchema::required("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("PermissionsBoundary", Schema::Structure(&ATTACHED_PERMISSIONS_BOUNDARY)),
            MemberSchema::required("RoleId", Schema::String(&ID_TYPE)),
            MemberSchema::optional("RoleLastUsed", Schema::Structure(&ROLE_LAST_USED)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
            MemberSchema::optional("SourceRoleTemplate", Schema::Structure(&SOURCE_ROLE_TEMPLATE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static ROLE_DETAIL: StructureSchema = StructureSchema {
        name: "RoleDetail",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("AssumeRolePolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::optional("AttachedManagedPolicies", Schema::List(&ATTACHED_POLICIES_LIST_TYPE)),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("InstanceProfileList", Schema::List(&INSTANCE_PROFILE_LIST_TYPE)),
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("PermissionsBoundary", Schema::Structure(&ATTACHED_PERMISSIONS_BOUNDARY)),
            MemberSchema::optional("RoleId", Schema::String(&ID_TYPE)),
            MemberSchema::optional("RoleLastUsed", Schema::Structure(&ROLE_LAST_USED)),
            MemberSchema::optional("RoleName", Schema::String(&ROLE_NAME_TYPE)),
            MemberSchema::optional("RolePolicyList", Schema::List(&POLICY_DETAIL_LIST_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static ROLE_LAST_USED: StructureSchema = StructureSchema {
        name: "RoleLastUsed",
        members: &[
            MemberSchema::optional("LastUsedDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("Region", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static ROLE_USAGE_LIST_TYPE: ListSchema = ListSchema {
        name: "RoleUsageListType",
        member: Schema::Structure(&ROLE_USAGE_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ROLE_USAGE_TYPE: StructureSchema = StructureSchema {
        name: "RoleUsageType",
        members: &[
            MemberSchema::optional("Region", Schema::String(&REGION_NAME_TYPE)),
            MemberSchema::optional("Resources", Schema::List(&ARN_LIST_TYPE)),
        ],
    };

    pub(super) static SAML_METADATA_DOCUMENT_TYPE: StringSchema = StringSchema {
        name: "SAMLMetadataDocumentType",
        sensitive: false,
        min: Some(1000),
        max: Some(10000000),
        pattern: None,
        values: &[],
    };

    pub(super) static SAML_PRIVATE_KEY: StructureSchema = StructureSchema {
        name: "SAMLPrivateKey",
        members: &[
            MemberSchema::optional("KeyId", Schema::String(&PRIVATE_KEY_ID_TYPE)),
            MemberSchema::optional("Timestamp", Schema::Timestamp(TimestampFormat::Iso8601)),
        ],
    };

    pub(super) static SAML_PROVIDER_LIST_ENTRY: StructureSchema = StructureSchema {
        name: "SAMLProviderListEntry",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("ValidUntil", Schema::Timestamp(TimestampFormat::Iso8601)),
        ],
    };

    pub(super) static SAML_PROVIDER_LIST_TYPE: ListSchema = ListSchema {
        name: "SAMLProviderListType",
        member: Schema::Structure(&SAML_PROVIDER_LIST_ENTRY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static SAML_PROVIDER_NAME_TYPE: StringSchema = StringSchema {
        name: "SAMLProviderNameType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&SAML_PROVIDER_NAME_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static SSH_PUBLIC_KEY: StructureSchema = StructureSchema {
        name: "SSHPublicKey",
        members: &[
            MemberSchema::required("Fingerprint", Schema::String(&PUBLIC_KEY_FINGERPRINT_TYPE)),
            MemberSchema::required("SSHPublicKeyBody", Schema::String(&PUBLIC_KEY_MATERIAL_TYPE)),
            MemberSchema::required("SSHPublicKeyId", Schema::String(&PUBLIC_KEY_ID_TYPE)),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::optional("UploadDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static SSH_PUBLIC_KEY_LIST_TYPE: ListSchema = ListSchema {
        name: "SSHPublicKeyListType",
        member: Schema::Structure(&SSH_PUBLIC_KEY_METADATA),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static SSH_PUBLIC_KEY_METADATA: StructureSchema = StructureSchema {
        name: "SSHPublicKeyMetadata",
        members: &[
            MemberSchema::required("SSHPublicKeyId", Schema::String(&PUBLIC_KEY_ID_TYPE)),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::required("UploadDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static SERVER_CERTIFICATE: StructureSchema = StructureSchema {
        name: "ServerCertificate",
        members: &[
            MemberSchema::required("CertificateBody", Schema::String(&CERTIFICATE_BODY_TYPE)),
            MemberSchema::optional("CertificateChain", Schema::String(&CERTIFICATE_CHAIN_TYPE)),
            MemberSchema::required(
                "ServerCertificateMetadata",
                Schema::Structure(&SERVER_CERTIFICATE_METADATA),
            ),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static SERVER_CERTIFICATE_METADATA: StructureSchema = StructureSchema {
        name: "ServerCertificateMetadata",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("Expiration", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::required("ServerCertificateId", Schema::String(&ID_TYPE)),
            MemberSchema::required("ServerCertificateName", Schema::String(&SERVER_CERTIFICATE_NAME_TYPE)),
            MemberSchema::optional("UploadDate", Schema::Timestamp(TimestampFormat::Iso8601)),
        ],
    };

    pub(super) static SERVICE_LAST_ACCESSED: StructureSchema = StructureSchema {
        name: "ServiceLastAccessed",
        members: &[
            MemberSchema::optional("LastAuthenticated", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("LastAuthenticatedEntity", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("LastAuthenticatedRegion", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("ServiceName", Schema::String(&StringSchema::ANY)),
            MemberSchema::required("ServiceNamespace", Schema::String(&SERVICE_NAMESPACE_TYPE)),
            MemberSchema::optional("TotalAuthenticatedEntities", Schema::Integer { min: None, max: None }),
            MemberSchema::optional(
                "TrackedActionsLastAccessed",
                Schema::List(&TRACKED_ACTIONS_LAST_ACCESSED),
            ),
        ],
    };

    pub(super) static SERVICE_SPECIFIC_CREDENTIAL: StructureSchema = StructureSchema {
        name: "ServiceSpecificCredential",
        members: &[
            MemberSchema::required("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("ExpirationDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("ServiceCredentialAlias", Schema::String(&SERVICE_CREDENTIAL_ALIAS)),
            MemberSchema::optional("ServiceCredentialSecret", Schema::String(&SERVICE_CREDENTIAL_SECRET)),
            MemberSchema::required("ServiceName", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("ServicePassword", Schema::String(&SERVICE_PASSWORD)),
            MemberSchema::required(
                "ServiceSpecificCredentialId",
                Schema::String(&SERVICE_SPECIFIC_CREDENTIAL_ID),
            ),
            MemberSchema::optional("ServiceUserName", Schema::String(&SERVICE_USER_NAME)),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static SERVICE_SPECIFIC_CREDENTIAL_METADATA: StructureSchema = StructureSchema {
        name: "ServiceSpecificCredentialMetadata",
        members: &[
            MemberSchema::required("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("ExpirationDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("ServiceCredentialAlias", Schema::String(&SERVICE_CREDENTIAL_ALIAS)),
            MemberSchema::required("ServiceName", Schema::String(&StringSchema::ANY)),
            MemberSchema::required(
                "ServiceSpecificCredentialId",
                Schema::String(&SERVICE_SPECIFIC_CREDENTIAL_ID),
            ),
            MemberSchema::optional("ServiceUserName", Schema::String(&SERVICE_USER_NAME)),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static SERVICE_SPECIFIC_CREDENTIALS_LIST_TYPE: ListSchema = ListSchema {
        name: "ServiceSpecificCredentialsListType",
        member: Schema::Structure(&SERVICE_SPECIFIC_CREDENTIAL_METADATA),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static SERVICES_LAST_ACCESSED: ListSchema = ListSchema {
        name: "ServicesLastAccessed",
        member: Schema::Structure(&SERVICE_LAST_ACCESSED),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static SET_DEFAULT_POLICY_VERSION_REQUEST: StructureSchema = StructureSchema {
        name: "SetDefaultPolicyVersionRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("VersionId", Schema::String(&POLICY_VERSION_ID_TYPE)),
        ],
    };

    pub(super) static SIGNING_CERTIFICATE: StructureSchema = StructureSchema {
        name: "SigningCertificate",
        members: &[
            MemberSchema::required("CertificateBody", Schema::String(&CERTIFICATE_BODY_TYPE)),
            MemberSchema::required("CertificateId", Schema::String(&CERTIFICATE_ID_TYPE)),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::optional("UploadDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static SIMULATE_CUSTOM_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "SimulateCustomPolicyRequest",
        members: &[
            MemberSchema::required("ActionNames", Schema::List(&ACTION_NAME_LIST_TYPE)),
            MemberSchema::optional("CallerArn", Schema::String(&RESOURCE_NAME_TYPE)),
            MemberSchema::optional("ContextEntries", Schema::List(&CONTEXT_ENTRY_LIST_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional(
                "OrderedOrganizationPolicyInputList",
                Schema::List(&ORGANIZATION_POLICY_LIST_TYPE),
            ),
            MemberSchema::optional(
                "PermissionsBoundaryPolicyInputList",
                Schema::List(&SIMULATION_POLICY_LIST_TYPE),
            ),
            MemberSchema::required("PolicyInputList", Schema::List(&SIMULATION_POLICY_LIST_TYPE)),
            MemberSchema::optional("ResourceArns", Schema::List(&RESOURCE_NAME_LIST_TYPE)),
            MemberSchema::optional("ResourceHandlingOption", Schema::String(&RESOURCE_HANDLING_OPTION_TYPE)),
            MemberSchema::optional("ResourceOwner", Schema::String(&RESOURCE_NAME_TYPE)),
            MemberSchema::optional("ResourcePolicy", Schema::String(&POLICY_DOCUMENT_TYPE)),
        ],
    };

    pub(super) static SIMULATE_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "SimulatePolicyResponse",
        members: &[
            MemberSchema::optional("EvaluationResults", Schema::List(&EVALUATION_RESULTS_LIST_TYPE)),
            MemberSchema::optional("IsTruncated", Schema::Boolean),
            MemberSchema::optional("Marker", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static SIMULATE_PRINCIPAL_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "SimulatePrincipalPolicyRequest",
        members: &[
            MemberSchema::required("ActionNames", Schema::List(&ACTION_NAME_LIST_TYPE)),
            MemberSchema::optional("CallerArn", Schema::String(&RESOURCE_NAME_TYPE)),
            MemberSchema::optional("ContextEntries", Schema::List(&CONTEXT_ENTRY_LIST_TYPE)),
            MemberSchema::optional("Marker", Schema::String(&MARKER_TYPE)),
            MemberSchema::optional("MaxItems", Schema::Integer { min: Some(1), max: Some(1000) }),
            MemberSchema::optional(
                "PermissionsBoundaryPolicyInputList",
                Schema::List(&SIMULATION_POLICY_LIST_TYPE),
            ),
            MemberSchema::optional("PolicyExclusionList", Schema::List(&POLICY_EXCLUSIONS_LIST_TYPE)),
            MemberSchema::optional("PolicyInputList", Schema::List(&SIMULATION_POLICY_LIST_TYPE)),
            MemberSchema::required("PolicySourceArn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("ResourceArns", Schema::List(&RESOURCE_NAME_LIST_TYPE)),
            MemberSchema::optional("ResourceHandlingOption", Schema::String(&RESOURCE_HANDLING_OPTION_TYPE)),
            MemberSchema::optional("ResourceOwner", Schema::String(&RESOURCE_NAME_TYPE)),
            MemberSchema::optional("ResourcePolicy", Schema::String(&POLICY_DOCUMENT_TYPE)),
        ],
    };

    pub(super) static SIMULATION_POLICY_LIST_TYPE: ListSchema = ListSchema {
        name: "SimulationPolicyListType",
        member: Schema::String(&POLICY_DOCUMENT_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static SOURCE_ROLE_TEMPLATE: StructureSchema = StructureSchema {
        name: "SourceRoleTemplate",
        members: &[
            MemberSchema::required("TemplateArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("TemplateMinorVersion", Schema::Integer { min: None, max: None }),
        ],
    };

    pub(super) static STATEMENT: StructureSchema = StructureSchema {
        name: "Statement",
        members: &[
            MemberSchema::optional("EndPosition", Schema::Structure(&POSITION)),
            MemberSchema::optional("SourcePolicyId", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("SourcePolicyType", Schema::String(&POLICY_SOURCE_TYPE)),
            MemberSchema::optional("StartPosition", Schema::Structure(&POSITION)),
        ],
    };

    pub(super) static STATEMENT_LIST_TYPE: ListSchema = ListSchema {
        name: "StatementListType",
        member: Schema::Structure(&STATEMENT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static TAG: StructureSchema = StructureSchema {
        name: "Tag",
        members: &[
            MemberSchema::required("Key", Schema::String(&TAG_KEY_TYPE)),
            MemberSchema::required("Value", Schema::String(&TAG_VALUE_TYPE)),
        ],
    };

    pub(super) static TAG_INSTANCE_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "TagInstanceProfileRequest",
        members: &[
            MemberSchema::required("InstanceProfileName", Schema::String(&INSTANCE_PROFILE_NAME_TYPE)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static TAG_MFA_DEVICE_REQUEST: StructureSchema = StructureSchema {
        name: "TagMFADeviceRequest",
        members: &[
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static TAG_OPEN_ID_CONNECT_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "TagOpenIDConnectProviderRequest",
        members: &[
            MemberSchema::required("OpenIDConnectProviderArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static TAG_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "TagPolicyRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static TAG_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "TagRoleRequest",
        members: &[
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static TAG_SAML_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "TagSAMLProviderRequest",
        members: &[
            MemberSchema::required("SAMLProviderArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static TAG_SERVER_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "TagServerCertificateRequest",
        members: &[
            MemberSchema::required("ServerCertificateName", Schema::String(&SERVER_CERTIFICATE_NAME_TYPE)),
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static TAG_USER_REQUEST: StructureSchema = StructureSchema {
        name: "TagUserRequest",
        members: &[
            MemberSchema::required("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static TRACKED_ACTION_LAST_ACCESSED: StructureSchema = StructureSchema {
        name: "TrackedActionLastAccessed",
        members: &[
            MemberSchema::optional("ActionName", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("LastAccessedEntity", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("LastAccessedRegion", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("LastAccessedTime", Schema::Timestamp(TimestampFormat::Iso8601)),
        ],
    };

    pub(super) static TRACKED_ACTIONS_LAST_ACCESSED: ListSchema = ListSchema {
        name: "TrackedActionsLastAccessed",
        member: Schema::Structure(&TRACKED_ACTION_LAST_ACCESSED),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static UNTAG_INSTANCE_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "UntagInstanceProfileRequest",
        members: &[
            MemberSchema::required("InstanceProfileName", Schema::String(&INSTANCE_PROFILE_NAME_TYPE)),
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEY_LIST_TYPE)),
        ],
    };

    pub(super) static UNTAG_MFA_DEVICE_REQUEST: StructureSchema = StructureSchema {
        name: "UntagMFADeviceRequest",
        members: &[
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEY_LIST_TYPE)),
        ],
    };

    pub(super) static UNTAG_OPEN_ID_CONNECT_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "UntagOpenIDConnectProviderRequest",
        members: &[
            MemberSchema::required("OpenIDConnectProviderArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEY_LIST_TYPE)),
        ],
    };

    pub(super) static UNTAG_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "UntagPolicyRequest",
        members: &[
            MemberSchema::required("PolicyArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEY_LIST_TYPE)),
        ],
    };

    pub(super) static UNTAG_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "UntagRoleRequest",
        members: &[
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEY_LIST_TYPE)),
        ],
    };

    pub(super) static UNTAG_SAML_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "UntagSAMLProviderRequest",
        members: &[
            MemberSchema::required("SAMLProviderArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEY_LIST_TYPE)),
        ],
    };

    pub(super) static UNTAG_SERVER_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "UntagServerCertificateRequest",
        members: &[
            MemberSchema::required("ServerCertificateName", Schema::String(&SERVER_CERTIFICATE_NAME_TYPE)),
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEY_LIST_TYPE)),
        ],
    };

    pub(super) static UNTAG_USER_REQUEST: StructureSchema = StructureSchema {
        name: "UntagUserRequest",
        members: &[
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEY_LIST_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_ACCESS_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateAccessKeyRequest",
        members: &[
            MemberSchema::required("AccessKeyId", Schema::String(&ACCESS_KEY_ID_TYPE)),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_ACCOUNT_PASSWORD_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateAccountPasswordPolicyRequest",
        members: &[
            MemberSchema::optional("AllowUsersToChangePassword", Schema::Boolean),
            MemberSchema::optional("HardExpiry", Schema::Boolean),
            MemberSchema::optional("MaxPasswordAge", Schema::Integer { min: Some(1), max: Some(1095) }),
            MemberSchema::optional("MinimumPasswordLength", Schema::Integer { min: Some(6), max: Some(128) }),
            MemberSchema::optional(
                "PasswordReusePrevention",
                Schema::Integer { min: Some(1), max: Some(24) },
            ),
            MemberSchema::optional("RequireLowercaseCharacters", Schema::Boolean),
            MemberSchema::optional("RequireNumbers", Schema::Boolean),
            MemberSchema::optional("RequireSymbols", Schema::Boolean),
            MemberSchema::optional("RequireUppercaseCharacters", Schema::Boolean),
        ],
    };

    pub(super) static UPDATE_ASSUME_ROLE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateAssumeRolePolicyRequest",
        members: &[
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_GROUP_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateGroupRequest",
        members: &[
            MemberSchema::required("GroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::optional("NewGroupName", Schema::String(&GROUP_NAME_TYPE)),
            MemberSchema::optional("NewPath", Schema::String(&PATH_TYPE)),
        ],
    };

    pub(super) static UPDATE_LOGIN_PROFILE_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateLoginProfileRequest",
        members: &[
            MemberSchema::optional("Password", Schema::String(&PASSWORD_TYPE)),
            MemberSchema::optional("PasswordResetRequired", Schema::Boolean),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateOpenIDConnectProviderThumbprintRequest",
        members: &[
            MemberSchema::required("OpenIDConnectProviderArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("ThumbprintList", Schema::List(&THUMBPRINT_LIST_TYPE)),
        ],
    };

    pub(super) static UPDATE_ROLE_DESCRIPTION_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateRoleDescriptionRequest",
        members: &[
            MemberSchema::required("Description", Schema::String(&ROLE_DESCRIPTION_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_ROLE_DESCRIPTION_RESPONSE: StructureSchema = StructureSchema {
        name: "UpdateRoleDescriptionResponse",
        members: &[MemberSchema::optional("Role", Schema::Structure(&ROLE))],
    };

    pub(super) static UPDATE_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateRoleRequest",
        members: &[
            MemberSchema::optional("Description", Schema::String(&ROLE_DESCRIPTION_TYPE)),
            MemberSchema::optional(
                "MaxSessionDuration",
                Schema::Integer { min: Some(3600), max: Some(43200) },
            ),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_ROLE_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateRoleResponse", members: &[] };

    pub(super) static UPDATE_SAML_PROVIDER_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateSAMLProviderRequest",
        members: &[
            MemberSchema::optional("AddPrivateKey", Schema::String(&PRIVATE_KEY_TYPE)),
            MemberSchema::optional(
                "AssertionEncryptionMode",
                Schema::String(&ASSERTION_ENCRYPTION_MODE_TYPE),
            ),
            MemberSchema::optional("RemovePrivateKey", Schema::String(&PRIVATE_KEY_ID_TYPE)),
            MemberSchema::optional("SAMLMetadataDocument", Schema::String(&SAML_METADATA_DOCUMENT_TYPE)),
            MemberSchema::required("SAMLProviderArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static UPDATE_SAML_PROVIDER_RESPONSE: StructureSchema = StructureSchema {
        name: "UpdateSAMLProviderResponse",
        members: &[MemberSchema::optional("SAMLProviderArn", Schema::String(&ARN_TYPE))],
    };

    pub(super) static UPDATE_SSH_PUBLIC_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateSSHPublicKeyRequest",
        members: &[
            MemberSchema::required("SSHPublicKeyId", Schema::String(&PUBLIC_KEY_ID_TYPE)),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_SERVER_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateServerCertificateRequest",
        members: &[
            MemberSchema::optional("NewPath", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("NewServerCertificateName", Schema::String(&SERVER_CERTIFICATE_NAME_TYPE)),
            MemberSchema::required("ServerCertificateName", Schema::String(&SERVER_CERTIFICATE_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateServiceSpecificCredentialRequest",
        members: &[
            MemberSchema::required(
                "ServiceSpecificCredentialId",
                Schema::String(&SERVICE_SPECIFIC_CREDENTIAL_ID),
            ),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_SIGNING_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateSigningCertificateRequest",
        members: &[
            MemberSchema::required("CertificateId", Schema::String(&CERTIFICATE_ID_TYPE)),
            MemberSchema::required("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static UPDATE_USER_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateUserRequest",
        members: &[
            MemberSchema::optional("NewPath", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("NewUserName", Schema::String(&USER_NAME_TYPE)),
            MemberSchema::required("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static UPLOAD_SSH_PUBLIC_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "UploadSSHPublicKeyRequest",
        members: &[
            MemberSchema::required("SSHPublicKeyBody", Schema::String(&PUBLIC_KEY_MATERIAL_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static UPLOAD_SSH_PUBLIC_KEY_RESPONSE: StructureSchema = StructureSchema {
        name: "UploadSSHPublicKeyResponse",
        members: &[MemberSchema::optional("SSHPublicKey", Schema::Structure(&SSH_PUBLIC_KEY))],
    };

    pub(super) static UPLOAD_SERVER_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "UploadServerCertificateRequest",
        members: &[
            MemberSchema::required("CertificateBody", Schema::String(&CERTIFICATE_BODY_TYPE)),
            MemberSchema::optional("CertificateChain", Schema::String(&CERTIFICATE_CHAIN_TYPE)),
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::required("PrivateKey", Schema::String(&PRIVATE_KEY_TYPE)),
            MemberSchema::required("ServerCertificateName", Schema::String(&SERVER_CERTIFICATE_NAME_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static UPLOAD_SERVER_CERTIFICATE_RESPONSE: StructureSchema = StructureSchema {
        name: "UploadServerCertificateResponse",
        members: &[
            MemberSchema::optional(
                "ServerCertificateMetadata",
                Schema::Structure(&SERVER_CERTIFICATE_METADATA),
            ),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static UPLOAD_SIGNING_CERTIFICATE_REQUEST: StructureSchema = StructureSchema {
        name: "UploadSigningCertificateRequest",
        members: &[
            MemberSchema::required("CertificateBody", Schema::String(&CERTIFICATE_BODY_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
    };

    pub(super) static UPLOAD_SIGNING_CERTIFICATE_RESPONSE: StructureSchema = StructureSchema {
        name: "UploadSigningCertificateResponse",
        members: &[MemberSchema::required("Certificate", Schema::Structure(&SIGNING_CERTIFICATE))],
    };

    pub(super) static USER: StructureSchema = StructureSchema {
        name: "User",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("PasswordLastUsed", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("PermissionsBoundary", Schema::Structure(&ATTACHED_PERMISSIONS_BOUNDARY)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::required("UserId", Schema::String(&ID_TYPE)),
            MemberSchema::required("UserName", Schema::String(&USER_NAME_TYPE)),
        ],
    };

    pub(super) static USER_DETAIL: StructureSchema = StructureSchema {
        name: "UserDetail",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("AttachedManagedPolicies", Schema::List(&ATTACHED_POLICIES_LIST_TYPE)),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("GroupList", Schema::List(&GROUP_NAME_LIST_TYPE)),
            MemberSchema::optional("Path", Schema::String(&PATH_TYPE)),
            MemberSchema::optional("PermissionsBoundary", Schema::Structure(&ATTACHED_PERMISSIONS_BOUNDARY)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::optional("UserId", Schema::String(&ID_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
            MemberSchema::optional("UserPolicyList", Schema::List(&POLICY_DETAIL_LIST_TYPE)),
        ],
    };

    pub(super) static VIRTUAL_MFA_DEVICE: StructureSchema = StructureSchema {
        name: "VirtualMFADevice",
        members: &[
            MemberSchema::optional("Base32StringSeed", Schema::Blob(&BOOTSTRAP_DATUM)),
            MemberSchema::optional("EnableDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("QRCodePNG", Schema::Blob(&BOOTSTRAP_DATUM)),
            MemberSchema::required("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::optional("User", Schema::Structure(&USER)),
        ],
    };

    pub(super) static ACCESS_KEY_ID_TYPE: StringSchema = StringSchema {
        name: "accessKeyIdType",
        sensitive: false,
        min: Some(16),
        max: Some(128),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ACCESS_KEY_METADATA_LIST_TYPE: ListSchema = ListSchema {
        name: "accessKeyMetadataListType",
        member: Schema::Structure(&ACCESS_KEY_METADATA),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ACCESS_KEY_SECRET_TYPE: StringSchema = StringSchema {
        name: "accessKeySecretType",
        sensitive: true,
        min: None,
        max: None,
        pattern: None,
        values: &[],
    };

    pub(super) static ACCOUNT_ALIAS_LIST_TYPE: ListSchema = ListSchema {
        name: "accountAliasListType",
        member: Schema::String(&ACCOUNT_ALIAS_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ACCOUNT_ALIAS_TYPE: StringSchema = StringSchema {
        name: "accountAliasType",
        sensitive: false,
        min: Some(3),
        max: Some(63),
        pattern: Some(&ACCOUNT_ALIAS_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ARN_TYPE: StringSchema = StringSchema {
        name: "arnType",
        sensitive: false,
        min: Some(20),
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static ASSERTION_ENCRYPTION_MODE_TYPE: StringSchema = StringSchema {
        name: "assertionEncryptionModeType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["Required", "Allowed"],
    };

    pub(super) static ASSIGNMENT_STATUS_TYPE: StringSchema = StringSchema {
        name: "assignmentStatusType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["Assigned", "Unassigned", "Any"],
    };

    pub(super) static ATTACHED_POLICIES_LIST_TYPE: ListSchema = ListSchema {
        name: "attachedPoliciesListType",
        member: Schema::Structure(&ATTACHED_POLICY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static AUTHENTICATION_CODE_TYPE: StringSchema = StringSchema {
        name: "authenticationCodeType",
        sensitive: true,
        min: Some(6),
        max: Some(6),
        pattern: Some(&AUTHENTICATION_CODE_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CERTIFICATE_BODY_TYPE: StringSchema = StringSchema {
        name: "certificateBodyType",
        sensitive: false,
        min: Some(1),
        max: Some(16384),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CERTIFICATE_CHAIN_TYPE: StringSchema = StringSchema {
        name: "certificateChainType",
        sensitive: false,
        min: Some(1),
        max: Some(2097152),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CERTIFICATE_ID_TYPE: StringSchema = StringSchema {
        name: "certificateIdType",
        sensitive: false,
        min: Some(24),
        max: Some(128),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CERTIFICATE_LIST_TYPE: ListSchema = ListSchema {
        name: "certificateListType",
        member: Schema::Structure(&SIGNING_CERTIFICATE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static CLIENT_ID_LIST_TYPE: ListSchema = ListSchema {
        name: "clientIDListType",
        member: Schema::String(&CLIENT_ID_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static CLIENT_ID_TYPE: StringSchema = StringSchema {
        name: "clientIDType",
        sensitive: false,
        min: Some(1),
        max: Some(255),
        pattern: None,
        values: &[],
    };

    pub(super) static CUSTOM_SUFFIX_TYPE: StringSchema = StringSchema {
        name: "customSuffixType",
        sensitive: false,
        min: Some(1),
        max: Some(64),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static ENCODING_TYPE: StringSchema = StringSchema {
        name: "encodingType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["SSH", "PEM"],
    };

    pub(super) static ENTITY_DETAILS_LIST_TYPE: ListSchema = ListSchema {
        name: "entityDetailsListType",
        member: Schema::Structure(&ENTITY_DETAILS),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ENTITY_LIST_TYPE: ListSchema = ListSchema {
        name: "entityListType",
        member: Schema::String(&ENTITY_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ENTITY_NAME_TYPE: StringSchema = StringSchema {
        name: "entityNameType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static EXISTING_USER_NAME_TYPE: StringSchema = StringSchema {
        name: "existingUserNameType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static GROUP_DETAIL_LIST_TYPE: ListSchema = ListSchema {
        name: "groupDetailListType",
        member: Schema::Structure(&GROUP_DETAIL),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static GROUP_LIST_TYPE: ListSchema = ListSchema {
        name: "groupListType",
        member: Schema::Structure(&GROUP),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static GROUP_NAME_LIST_TYPE: ListSchema = ListSchema {
        name: "groupNameListType",
        member: Schema::String(&GROUP_NAME_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static GROUP_NAME_TYPE: StringSchema = StringSchema {
        name: "groupNameType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static ID_TYPE: StringSchema = StringSchema {
        name: "idType",
        sensitive: false,
        min: Some(16),
        max: Some(128),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static INSTANCE_PROFILE_LIST_TYPE: ListSchema = ListSchema {
        name: "instanceProfileListType",
        member: Schema::Structure(&INSTANCE_PROFILE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static INSTANCE_PROFILE_NAME_TYPE: StringSchema = StringSchema {
        name: "instanceProfileNameType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static JOB_ID_TYPE: StringSchema = StringSchema {
        name: "jobIDType",
        sensitive: false,
        min: Some(36),
        max: Some(36),
        pattern: None,
        values: &[],
    };

    pub(super) static JOB_STATUS_TYPE: StringSchema = StringSchema {
        name: "jobStatusType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["IN_PROGRESS", "COMPLETED", "FAILED"],
    };

    pub(super) static LIST_POLICY_GRANTING_SERVICE_ACCESS_RESPONSE_LIST_TYPE: ListSchema = ListSchema {
        name: "listPolicyGrantingServiceAccessResponseListType",
        member: Schema::Structure(&LIST_POLICIES_GRANTING_SERVICE_ACCESS_ENTRY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static MARKER_TYPE: StringSchema = StringSchema {
        name: "markerType",
        sensitive: false,
        min: Some(1),
        max: Some(320),
        pattern: Some(&CERTIFICATION_KEY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static MFA_DEVICE_LIST_TYPE: ListSchema = ListSchema {
        name: "mfaDeviceListType",
        member: Schema::Structure(&MFA_DEVICE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ORGANIZATIONS_ENTITY_PATH_TYPE: StringSchema = StringSchema {
        name: "organizationsEntityPathType",
        sensitive: false,
        min: Some(19),
        max: Some(427),
        pattern: Some(&ORGANIZATIONS_ENTITY_PATH_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ORGANIZATIONS_POLICY_ID_TYPE: StringSchema = StringSchema {
        name: "organizationsPolicyIdType",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&ORGANIZATIONS_POLICY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PASSWORD_TYPE: StringSchema = StringSchema {
        name: "passwordType",
        sensitive: true,
        min: Some(1),
        max: Some(128),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PATH_PREFIX_TYPE: StringSchema = StringSchema {
        name: "pathPrefixType",
        sensitive: false,
        min: Some(1),
        max: Some(512),
        pattern: Some(&PATH_PREFIX_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PATH_TYPE: StringSchema = StringSchema {
        name: "pathType",
        sensitive: false,
        min: Some(1),
        max: Some(512),
        pattern: Some(&PATH_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_DESCRIPTION_TYPE: StringSchema = StringSchema {
        name: "policyDescriptionType",
        sensitive: false,
        min: None,
        max: Some(1000),
        pattern: None,
        values: &[],
    };

    pub(super) static POLICY_DETAIL_LIST_TYPE: ListSchema = ListSchema {
        name: "policyDetailListType",
        member: Schema::Structure(&POLICY_DETAIL),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_DOCUMENT_TYPE: StringSchema = StringSchema {
        name: "policyDocumentType",
        sensitive: false,
        min: Some(1),
        max: Some(131072),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_DOCUMENT_VERSION_LIST_TYPE: ListSchema = ListSchema {
        name: "policyDocumentVersionListType",
        member: Schema::Structure(&POLICY_VERSION),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_GRANTING_SERVICE_ACCESS_LIST_TYPE: ListSchema = ListSchema {
        name: "policyGrantingServiceAccessListType",
        member: Schema::Structure(&POLICY_GRANTING_SERVICE_ACCESS),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_LIST_TYPE: ListSchema = ListSchema {
        name: "policyListType",
        member: Schema::Structure(&POLICY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_NAME_LIST_TYPE: ListSchema = ListSchema {
        name: "policyNameListType",
        member: Schema::String(&POLICY_NAME_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_NAME_TYPE: StringSchema = StringSchema {
        name: "policyNameType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_OWNER_ENTITY_TYPE: StringSchema = StringSchema {
        name: "policyOwnerEntityType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["USER", "ROLE", "GROUP"],
    };

    pub(super) static POLICY_PATH_TYPE: StringSchema = StringSchema {
        name: "policyPathType",
        sensitive: false,
        min: Some(1),
        max: Some(512),
        pattern: Some(&POLICY_PATH_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_SCOPE_TYPE: StringSchema = StringSchema {
        name: "policyScopeType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["All", "AWS", "Local"],
    };

    pub(super) static POLICY_TYPE: StringSchema = StringSchema {
        name: "policyType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["INLINE", "MANAGED"],
    };

    pub(super) static POLICY_VERSION_ID_TYPE: StringSchema = StringSchema {
        name: "policyVersionIdType",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&POLICY_VERSION_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PRIVATE_KEY_ID_TYPE: StringSchema = StringSchema {
        name: "privateKeyIdType",
        sensitive: false,
        min: Some(22),
        max: Some(64),
        pattern: Some(&PRIVATE_KEY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PRIVATE_KEY_LIST: ListSchema = ListSchema {
        name: "privateKeyList",
        member: Schema::Structure(&SAML_PRIVATE_KEY),
        min: None,
        max: Some(2),
        member_name: "member",
        flattened: false,
    };

    pub(super) static PRIVATE_KEY_TYPE: StringSchema = StringSchema {
        name: "privateKeyType",
        sensitive: true,
        min: Some(1),
        max: Some(16384),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PUBLIC_KEY_FINGERPRINT_TYPE: StringSchema = StringSchema {
        name: "publicKeyFingerprintType",
        sensitive: false,
        min: Some(48),
        max: Some(48),
        pattern: Some(&PUBLIC_KEY_FINGERPRINT_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PUBLIC_KEY_ID_TYPE: StringSchema = StringSchema {
        name: "publicKeyIdType",
        sensitive: false,
        min: Some(20),
        max: Some(128),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static PUBLIC_KEY_MATERIAL_TYPE: StringSchema = StringSchema {
        name: "publicKeyMaterialType",
        sensitive: false,
        min: Some(1),
        max: Some(16384),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ROLE_DESCRIPTION_TYPE: StringSchema = StringSchema {
        name: "roleDescriptionType",
        sensitive: false,
        min: None,
        max: Some(1000),
        pattern: Some(&ROLE_DESCRIPTION_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ROLE_DETAIL_LIST_TYPE: ListSchema = ListSchema {
        name: "roleDetailListType",
        member: Schema::Structure(&ROLE_DETAIL),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ROLE_LIST_TYPE: ListSchema = ListSchema {
        name: "roleListType",
        member: Schema::Structure(&ROLE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ROLE_NAME_TYPE: StringSchema = StringSchema {
        name: "roleNameType",
        sensitive: false,
        min: Some(1),
        max: Some(64),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static SERIAL_NUMBER_TYPE: StringSchema = StringSchema {
        name: "serialNumberType",
        sensitive: false,
        min: Some(9),
        max: Some(256),
        pattern: Some(&SERIAL_NUMBER_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static SERVER_CERTIFICATE_METADATA_LIST_TYPE: ListSchema = ListSchema {
        name: "serverCertificateMetadataListType",
        member: Schema::Structure(&SERVER_CERTIFICATE_METADATA),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static SERVER_CERTIFICATE_NAME_TYPE: StringSchema = StringSchema {
        name: "serverCertificateNameType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static SERVICE_CREDENTIAL_ALIAS: StringSchema = StringSchema {
        name: "serviceCredentialAlias",
        sensitive: false,
        min: Some(0),
        max: Some(200),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static SERVICE_CREDENTIAL_SECRET: StringSchema = StringSchema {
        name: "serviceCredentialSecret",
        sensitive: true,
        min: None,
        max: None,
        pattern: None,
        values: &[],
    };

    pub(super) static SERVICE_NAMESPACE_LIST_TYPE: ListSchema = ListSchema {
        name: "serviceNamespaceListType",
        member: Schema::String(&SERVICE_NAMESPACE_TYPE),
        min: Some(1),
        max: Some(200),
        member_name: "member",
        flattened: false,
    };

    pub(super) static SERVICE_NAMESPACE_TYPE: StringSchema = StringSchema {
        name: "serviceNamespaceType",
        sensitive: false,
        min: Some(1),
        max: Some(64),
        pattern: Some(&SERVICE_NAMESPACE_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static SERVICE_PASSWORD: StringSchema = StringSchema {
        name: "servicePassword",
        sensitive: true,
        min: None,
        max: None,
        pattern: None,
        values: &[],
    };

    pub(super) static SERVICE_SPECIFIC_CREDENTIAL_ID: StringSchema = StringSchema {
        name: "serviceSpecificCredentialId",
        sensitive: false,
        min: Some(20),
        max: Some(128),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static SERVICE_USER_NAME: StringSchema = StringSchema {
        name: "serviceUserName",
        sensitive: false,
        min: Some(0),
        max: Some(200),
        pattern: Some(&SERVICE_USER_NAME_PATTERN),
        values: &[],
    };

    pub(super) static SORT_KEY_TYPE: StringSchema = StringSchema {
        name: "sortKeyType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "SERVICE_NAMESPACE_ASCENDING",
            "SERVICE_NAMESPACE_DESCENDING",
            "LAST_AUTHENTICATED_TIME_ASCENDING",
            "LAST_AUTHENTICATED_TIME_DESCENDING",
        ],
    };

    pub(super) static STATUS_TYPE: StringSchema = StringSchema {
        name: "statusType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["Active", "Inactive", "Expired"],
    };

    pub(super) static SUMMARY_KEY_TYPE: StringSchema = StringSchema {
        name: "summaryKeyType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "Users",
            "UsersQuota",
            "Groups",
            "GroupsQuota",
            "ServerCertificates",
            "ServerCertificatesQuota",
            "UserPolicySizeQuota",
            "GroupPolicySizeQuota",
            "GroupsPerUserQuota",
            "SigningCertificatesPerUserQuota",
            "AccessKeysPerUserQuota",
            "MFADevices",
            "MFADevicesInUse",
            "AccountMFAEnabled",
            "AccountAccessKeysPresent",
            "AccountPasswordPresent",
            "AccountSigningCertificatesPresent",
            "AttachedPoliciesPerGroupQuota",
            "AttachedPoliciesPerRoleQuota",
            "AttachedPoliciesPerUserQuota",
            "Policies",
            "PoliciesQuota",
            "PolicySizeQuota",
            "PolicyVersionsInUse",
            "PolicyVersionsInUseQuota",
            "VersionsPerPolicyQuota",
            "GlobalEndpointTokenVersion",
            "AssumeRolePolicySizeQuota",
            "InstanceProfiles",
            "InstanceProfilesQuota",
            "Providers",
            "RolePolicySizeQuota",
            "Roles",
            "RolesQuota",
        ],
    };

    pub(super) static SUMMARY_MAP_TYPE: MapSchema = MapSchema {
        name: "summaryMapType",
        key: &SUMMARY_KEY_TYPE,
        value: Schema::Integer { min: None, max: None },
        min: None,
        max: None,
        key_name: "key",
        value_name: "value",
        flattened: false,
    };

    pub(super) static TAG_KEY_LIST_TYPE: ListSchema = ListSchema {
        name: "tagKeyListType",
        member: Schema::String(&TAG_KEY_TYPE),
        min: None,
        max: Some(50),
        member_name: "member",
        flattened: false,
    };

    pub(super) static TAG_KEY_TYPE: StringSchema = StringSchema {
        name: "tagKeyType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&TAG_KEY_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static TAG_LIST_TYPE: ListSchema = ListSchema {
        name: "tagListType",
        member: Schema::Structure(&TAG),
        min: None,
        max: Some(50),
        member_name: "member",
        flattened: false,
    };

    pub(super) static TAG_VALUE_TYPE: StringSchema = StringSchema {
        name: "tagValueType",
        sensitive: false,
        min: Some(0),
        max: Some(256),
        pattern: Some(&TAG_VALUE_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static THUMBPRINT_LIST_TYPE: ListSchema = ListSchema {
        name: "thumbprintListType",
        member: Schema::String(&THUMBPRINT_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static THUMBPRINT_TYPE: StringSchema = StringSchema {
        name: "thumbprintType",
        sensitive: false,
        min: Some(40),
        max: Some(40),
        pattern: None,
        values: &[],
    };

    pub(super) static USER_DETAIL_LIST_TYPE: ListSchema = ListSchema {
        name: "userDetailListType",
        member: Schema::Structure(&USER_DETAIL),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static USER_LIST_TYPE: ListSchema = ListSchema {
        name: "userListType",
        member: Schema::Structure(&USER),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static USER_NAME_TYPE: StringSchema = StringSchema {
        name: "userNameType",
        sensitive: false,
        min: Some(1),
        max: Some(64),
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static VIRTUAL_MFA_DEVICE_LIST_TYPE: ListSchema = ListSchema {
        name: "virtualMFADeviceListType",
        member: Schema::Structure(&VIRTUAL_MFA_DEVICE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static VIRTUAL_MFA_DEVICE_NAME: StringSchema = StringSchema {
        name: "virtualMFADeviceName",
        sensitive: false,
        min: Some(1),
        max: None,
        pattern: Some(&ATTACHMENT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_RESPONSE: StructureSchema =
        StructureSchema { name: "AddClientIDToOpenIDConnectProviderResponse", members: &[] };

    pub(super) static ADD_ROLE_TO_INSTANCE_PROFILE_RESPONSE: StructureSchema =
        StructureSchema { name: "AddRoleToInstanceProfileResponse", members: &[] };

    pub(super) static ADD_USER_TO_GROUP_RESPONSE: StructureSchema =
        StructureSchema { name: "AddUserToGroupResponse", members: &[] };

    pub(super) static ATTACH_GROUP_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "AttachGroupPolicyResponse", members: &[] };

    pub(super) static ATTACH_ROLE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "AttachRolePolicyResponse", members: &[] };

    pub(super) static ATTACH_USER_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "AttachUserPolicyResponse", members: &[] };

    pub(super) static CHANGE_PASSWORD_RESPONSE: StructureSchema =
        StructureSchema { name: "ChangePasswordResponse", members: &[] };

    pub(super) static CREATE_ACCOUNT_ALIAS_RESPONSE: StructureSchema =
        StructureSchema { name: "CreateAccountAliasResponse", members: &[] };

    pub(super) static DEACTIVATE_MFA_DEVICE_RESPONSE: StructureSchema =
        StructureSchema { name: "DeactivateMFADeviceResponse", members: &[] };

    pub(super) static DELETE_ACCESS_KEY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteAccessKeyResponse", members: &[] };

    pub(super) static DELETE_ACCOUNT_ALIAS_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteAccountAliasResponse", members: &[] };

    pub(super) static DELETE_ACCOUNT_PASSWORD_POLICY_REQUEST: StructureSchema =
        StructureSchema { name: "DeleteAccountPasswordPolicyRequest", members: &[] };

    pub(super) static DELETE_ACCOUNT_PASSWORD_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteAccountPasswordPolicyResponse", members: &[] };

    pub(super) static DELETE_GROUP_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteGroupPolicyResponse", members: &[] };

    pub(super) static DELETE_GROUP_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteGroupResponse", members: &[] };

    pub(super) static DELETE_INSTANCE_PROFILE_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteInstanceProfileResponse", members: &[] };

    pub(super) static DELETE_LOGIN_PROFILE_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteLoginProfileResponse", members: &[] };

    pub(super) static DELETE_OPEN_ID_CONNECT_PROVIDER_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteOpenIDConnectProviderResponse", members: &[] };

    pub(super) static DELETE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeletePolicyResponse", members: &[] };

    pub(super) static DELETE_POLICY_VERSION_RESPONSE: StructureSchema =
        StructureSchema { name: "DeletePolicyVersionResponse", members: &[] };

    pub(super) static DELETE_ROLE_PERMISSIONS_BOUNDARY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteRolePermissionsBoundaryResponse", members: &[] };

    pub(super) static DELETE_ROLE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteRolePolicyResponse", members: &[] };

    pub(super) static DELETE_ROLE_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteRoleResponse", members: &[] };

    pub(super) static DELETE_SAML_PROVIDER_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteSAMLProviderResponse", members: &[] };

    pub(super) static DELETE_SSH_PUBLIC_KEY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteSSHPublicKeyResponse", members: &[] };

    pub(super) static DELETE_SERVER_CERTIFICATE_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteServerCertificateResponse", members: &[] };

    pub(super) static DELETE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteServiceSpecificCredentialResponse", members: &[] };

    pub(super) static DELETE_SIGNING_CERTIFICATE_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteSigningCertificateResponse", members: &[] };

    pub(super) static DELETE_USER_PERMISSIONS_BOUNDARY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteUserPermissionsBoundaryResponse", members: &[] };

    pub(super) static DELETE_USER_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteUserPolicyResponse", members: &[] };

    pub(super) static DELETE_USER_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteUserResponse", members: &[] };

    pub(super) static DELETE_VIRTUAL_MFA_DEVICE_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteVirtualMFADeviceResponse", members: &[] };

    pub(super) static DETACH_GROUP_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DetachGroupPolicyResponse", members: &[] };

    pub(super) static DETACH_ROLE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DetachRolePolicyResponse", members: &[] };

    pub(super) static DETACH_USER_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DetachUserPolicyResponse", members: &[] };

    pub(super) static DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_REQUEST: StructureSchema =
        StructureSchema { name: "DisableOutboundWebIdentityFederationRequest", members: &[] };

    pub(super) static DISABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_RESPONSE: StructureSchema =
        StructureSchema { name: "DisableOutboundWebIdentityFederationResponse", members: &[] };

    pub(super) static ENABLE_MFA_DEVICE_RESPONSE: StructureSchema =
        StructureSchema { name: "EnableMFADeviceResponse", members: &[] };

    pub(super) static ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_REQUEST: StructureSchema =
        StructureSchema { name: "EnableOutboundWebIdentityFederationRequest", members: &[] };

    pub(super) static GENERATE_CREDENTIAL_REPORT_REQUEST: StructureSchema =
        StructureSchema { name: "GenerateCredentialReportRequest", members: &[] };

    pub(super) static GET_ACCOUNT_PASSWORD_POLICY_REQUEST: StructureSchema =
        StructureSchema { name: "GetAccountPasswordPolicyRequest", members: &[] };

    pub(super) static GET_ACCOUNT_SUMMARY_REQUEST: StructureSchema =
        StructureSchema { name: "GetAccountSummaryRequest", members: &[] };

    pub(super) static GET_CREDENTIAL_REPORT_REQUEST: StructureSchema =
        StructureSchema { name: "GetCredentialReportRequest", members: &[] };

    pub(super) static GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO_REQUEST: StructureSchema =
        StructureSchema { name: "GetOutboundWebIdentityFederationInfoRequest", members: &[] };

    pub(super) static PUT_GROUP_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "PutGroupPolicyResponse", members: &[] };

    pub(super) static PUT_ROLE_PERMISSIONS_BOUNDARY_RESPONSE: StructureSchema =
        StructureSchema { name: "PutRolePermissionsBoundaryResponse", members: &[] };

    pub(super) static PUT_ROLE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "PutRolePolicyResponse", members: &[] };

    pub(super) static PUT_USER_PERMISSIONS_BOUNDARY_RESPONSE: StructureSchema =
        StructureSchema { name: "PutUserPermissionsBoundaryResponse", members: &[] };

    pub(super) static PUT_USER_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "PutUserPolicyResponse", members: &[] };

    pub(super) static REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_RESPONSE: StructureSchema =
        StructureSchema { name: "RemoveClientIDFromOpenIDConnectProviderResponse", members: &[] };

    pub(super) static REMOVE_ROLE_FROM_INSTANCE_PROFILE_RESPONSE: StructureSchema =
        StructureSchema { name: "RemoveRoleFromInstanceProfileResponse", members: &[] };

    pub(super) static REMOVE_USER_FROM_GROUP_RESPONSE: StructureSchema =
        StructureSchema { name: "RemoveUserFromGroupResponse", members: &[] };

    pub(super) static RESYNC_MFA_DEVICE_RESPONSE: StructureSchema =
        StructureSchema { name: "ResyncMFADeviceResponse", members: &[] };

    pub(super) static SET_DEFAULT_POLICY_VERSION_RESPONSE: StructureSchema =
        StructureSchema { name: "SetDefaultPolicyVersionResponse", members: &[] };

    pub(super) static TAG_INSTANCE_PROFILE_RESPONSE: StructureSchema =
        StructureSchema { name: "TagInstanceProfileResponse", members: &[] };

    pub(super) static TAG_MFA_DEVICE_RESPONSE: StructureSchema =
        StructureSchema { name: "TagMFADeviceResponse", members: &[] };

    pub(super) static TAG_OPEN_ID_CONNECT_PROVIDER_RESPONSE: StructureSchema =
        StructureSchema { name: "TagOpenIDConnectProviderResponse", members: &[] };

    pub(super) static TAG_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "TagPolicyResponse", members: &[] };

    pub(super) static TAG_ROLE_RESPONSE: StructureSchema =
        StructureSchema { name: "TagRoleResponse", members: &[] };

    pub(super) static TAG_SAML_PROVIDER_RESPONSE: StructureSchema =
        StructureSchema { name: "TagSAMLProviderResponse", members: &[] };

    pub(super) static TAG_SERVER_CERTIFICATE_RESPONSE: StructureSchema =
        StructureSchema { name: "TagServerCertificateResponse", members: &[] };

    pub(super) static TAG_USER_RESPONSE: StructureSchema =
        StructureSchema { name: "TagUserResponse", members: &[] };

    pub(super) static UNTAG_INSTANCE_PROFILE_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagInstanceProfileResponse", members: &[] };

    pub(super) static UNTAG_MFA_DEVICE_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagMFADeviceResponse", members: &[] };

    pub(super) static UNTAG_OPEN_ID_CONNECT_PROVIDER_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagOpenIDConnectProviderResponse", members: &[] };

    pub(super) static UNTAG_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagPolicyResponse", members: &[] };

    pub(super) static UNTAG_ROLE_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagRoleResponse", members: &[] };

    pub(super) static UNTAG_SAML_PROVIDER_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagSAMLProviderResponse", members: &[] };

    pub(super) static UNTAG_SERVER_CERTIFICATE_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagServerCertificateResponse", members: &[] };

    pub(super) static UNTAG_USER_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagUserResponse", members: &[] };

    pub(super) static UPDATE_ACCESS_KEY_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateAccessKeyResponse", members: &[] };

    pub(super) static UPDATE_ACCOUNT_PASSWORD_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateAccountPasswordPolicyResponse", members: &[] };

    pub(super) static UPDATE_ASSUME_ROLE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateAssumeRolePolicyResponse", members: &[] };

    pub(super) static UPDATE_GROUP_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateGroupResponse", members: &[] };

    pub(super) static UPDATE_LOGIN_PROFILE_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateLoginProfileResponse", members: &[] };

    pub(super) static UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateOpenIDConnectProviderThumbprintResponse", members: &[] };

    pub(super) static UPDATE_SSH_PUBLIC_KEY_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateSSHPublicKeyResponse", members: &[] };

    pub(super) static UPDATE_SERVER_CERTIFICATE_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateServerCertificateResponse", members: &[] };

    pub(super) static UPDATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateServiceSpecificCredentialResponse", members: &[] };

    pub(super) static UPDATE_SIGNING_CERTIFICATE_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateSigningCertificateResponse", members: &[] };

    pub(super) static UPDATE_USER_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateUserResponse", members: &[] };

    static POLICY_PATH_TYPE_PATTERN: Pattern =
        Pattern::new(r"((/[A-Za-z0-9\.,\+@=_-]+)*)/", r"\A(?:((/[A-Za-z0-9\.,\+@=_-]+)*)/)\z");

    static PATH_TYPE_PATTERN: Pattern = Pattern::new(
        r"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)",
        r"\A(?:(\x{2F})|(\x{2F}[\x{21}-\x{7E}]+\x{2F}))\z",
    );

    static PUBLIC_KEY_FINGERPRINT_TYPE_PATTERN: Pattern = Pattern::new(r"[:\w]+", r"\A(?:[:0-9A-Za-z_]+)\z");

    static PRIVATE_KEY_ID_TYPE_PATTERN: Pattern = Pattern::new(r"[A-Z0-9]+", r"\A(?:[A-Z0-9]+)\z");

    static AUTHENTICATION_CODE_TYPE_PATTERN: Pattern = Pattern::new(r"[\d]+", r"\A(?:[0-9]+)\z");

    static TAG_VALUE_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", r"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]*)\z");

    static TAG_KEY_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+", r"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]+)\z");

    static ROLE_DESCRIPTION_TYPE_PATTERN: Pattern = Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*",
        r"\A(?:[\x{9}\x{A}\x{D}\x{20}-\x{7E}\x{A1}-\x{FF}]*)\z",
    );

    static CERTIFICATE_BODY_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\u0009\u000A\u000D\u0020-\u00FF]+", r"\A(?:[\x{9}\x{A}\x{D}\x{20}-\x{FF}]+)\z");

    static CERTIFICATION_KEY_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\u0020-\u00FF]+", r"\A(?:[\x{20}-\x{FF}]+)\z");

    static SERVICE_USER_NAME_PATTERN: Pattern = Pattern::new(r"[\w+=,.@-]*", r"\A(?:[0-9A-Za-z_+=,.@-]*)\z");

    static ATTACHMENT_NAME_PATTERN: Pattern = Pattern::new(r"[\w+=,.@-]+", r"\A(?:[0-9A-Za-z_+=,.@-]+)\z");

    static SERIAL_NUMBER_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\w+=/:,.@-]+", r"\A(?:[0-9A-Za-z_+=/:,.@-]+)\z");

    static SERVICE_NAMESPACE_TYPE_PATTERN: Pattern = Pattern::new(r"[\w-]*", r"\A(?:[0-9A-Za-z_-]*)\z");

    static SAML_PROVIDER_NAME_TYPE_PATTERN: Pattern = Pattern::new(r"[\w._-]+", r"\A(?:[0-9A-Za-z_._-]+)\z");

    static ACCESS_KEY_ID_TYPE_PATTERN: Pattern = Pattern::new(r"[\w]+", r"\A(?:[0-9A-Za-z_]+)\z");

    static PATH_PREFIX_TYPE_PATTERN: Pattern =
        Pattern::new(r"\u002F[\u0021-\u007F]*", r"\A(?:\x{2F}[\x{21}-\x{7F}]*)\z");

    static ACCOUNT_ALIAS_TYPE_PATTERN: Pattern =
        Pattern::new(r"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", r"\A(?:[a-z0-9](-?[a-z0-9])+)\z");

    static ORGANIZATIONS_ENTITY_PATH_TYPE_PATTERN: Pattern = Pattern::new(
        r"^o-[0-9a-z]{10,32}\/r-[0-9a-z]{4,32}[0-9a-z-\/]*",
        r"\A(?:^o-[0-9a-z]{10,32}\/r-[0-9a-z]{4,32}[0-9a-z-\/]*)\z",
    );

    static ORGANIZATION_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"^o-[a-z0-9]{10,32}$", r"\A(?:^o-[a-z0-9]{10,32}$)\z");

    static ORGANIZATIONS_POLICY_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"^p-[0-9a-zA-Z_]{8,128}$", r"\A(?:^p-[0-9a-zA-Z_]{8,128}$)\z");

    static POLICY_VERSION_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?", r"\A(?:v[1-9][0-9]*(\.[A-Za-z0-9-]*)?)\z");
}
