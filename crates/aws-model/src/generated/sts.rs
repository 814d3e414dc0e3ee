//! AWS Security Token Service, API version 2011-06-15.
//!
//! Written by `aws-codegen` from botocore 1.44.5: change its allow-list, not this file.

#![allow(missing_docs, reason = "the names are AWS's; its API reference documents them")]

use clock::Timestamp;
use secret::SecretString;

use crate::convert::{Members, put, put_some};
use crate::{
    Document, ErrorCode, ModelError, Operation, OperationSchema, Protocol, Service, Shape, StructureSchema,
};

pub static SERVICE: Service = Service {
    id: "sts",
    signing_name: "sts",
    event_source: "sts.amazonaws.com",
    api_version: "2011-06-15",
    protocol: Protocol::Query { xml_namespace: "https://sts.amazonaws.com/doc/2011-06-15/" },
    operations: &[
        &operations::ASSUME_ROLE,
        &operations::ASSUME_ROLE_WITH_SAML,
        &operations::ASSUME_ROLE_WITH_WEB_IDENTITY,
        &operations::ASSUME_ROOT,
        &operations::DECODE_AUTHORIZATION_MESSAGE,
        &operations::GET_ACCESS_KEY_INFO,
        &operations::GET_CALLER_IDENTITY,
        &operations::GET_FEDERATION_TOKEN,
        &operations::GET_SESSION_TOKEN,
        &operations::GET_WEB_IDENTITY_TOKEN,
    ],
};

pub struct AssumeRole;

impl Operation for AssumeRole {
    const SCHEMA: &'static OperationSchema = &operations::ASSUME_ROLE;
    type Input = AssumeRoleRequest;
    type Output = AssumeRoleResponse;
}

pub struct AssumeRoleWithSAML;

impl Operation for AssumeRoleWithSAML {
    const SCHEMA: &'static OperationSchema = &operations::ASSUME_ROLE_WITH_SAML;
    type Input = AssumeRoleWithSAMLRequest;
    type Output = AssumeRoleWithSAMLResponse;
}

pub struct AssumeRoleWithWebIdentity;

impl Operation for AssumeRoleWithWebIdentity {
    const SCHEMA: &'static OperationSchema = &operations::ASSUME_ROLE_WITH_WEB_IDENTITY;
    type Input = AssumeRoleWithWebIdentityRequest;
    type Output = AssumeRoleWithWebIdentityResponse;
}

pub struct AssumeRoot;

impl Operation for AssumeRoot {
    const SCHEMA: &'static OperationSchema = &operations::ASSUME_ROOT;
    type Input = AssumeRootRequest;
    type Output = AssumeRootResponse;
}

pub struct DecodeAuthorizationMessage;

impl Operation for DecodeAuthorizationMessage {
    const SCHEMA: &'static OperationSchema = &operations::DECODE_AUTHORIZATION_MESSAGE;
    type Input = DecodeAuthorizationMessageRequest;
    type Output = DecodeAuthorizationMessageResponse;
}

pub struct GetAccessKeyInfo;

impl Operation for GetAccessKeyInfo {
    const SCHEMA: &'static OperationSchema = &operations::GET_ACCESS_KEY_INFO;
    type Input = GetAccessKeyInfoRequest;
    type Output = GetAccessKeyInfoResponse;
}

pub struct GetCallerIdentity;

impl Operation for GetCallerIdentity {
    const SCHEMA: &'static OperationSchema = &operations::GET_CALLER_IDENTITY;
    type Input = GetCallerIdentityRequest;
    type Output = GetCallerIdentityResponse;
}

pub struct GetFederationToken;

impl Operation for GetFederationToken {
    const SCHEMA: &'static OperationSchema = &operations::GET_FEDERATION_TOKEN;
    type Input = GetFederationTokenRequest;
    type Output = GetFederationTokenResponse;
}

pub struct GetSessionToken;

impl Operation for GetSessionToken {
    const SCHEMA: &'static OperationSchema = &operations::GET_SESSION_TOKEN;
    type Input = GetSessionTokenRequest;
    type Output = GetSessionTokenResponse;
}

pub struct GetWebIdentityToken;

impl Operation for GetWebIdentityToken {
    const SCHEMA: &'static OperationSchema = &operations::GET_WEB_IDENTITY_TOKEN;
    type Input = GetWebIdentityTokenRequest;
    type Output = GetWebIdentityTokenResponse;
}

mod operations {
    use super::{OperationSchema, SERVICE, errors, schemas};

    pub(super) static ASSUME_ROLE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AssumeRole",
        input: &schemas::ASSUME_ROLE_REQUEST,
        output: &schemas::ASSUME_ROLE_RESPONSE,
        result_wrapper: Some("AssumeRoleResult"),
        errors: &[
            &errors::EXPIRED_TOKEN_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::PACKED_POLICY_TOO_LARGE_EXCEPTION,
            &errors::REGION_DISABLED_EXCEPTION,
        ],
    };

    pub(super) static ASSUME_ROLE_WITH_SAML: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AssumeRoleWithSAML",
        input: &schemas::ASSUME_ROLE_WITH_SAML_REQUEST,
        output: &schemas::ASSUME_ROLE_WITH_SAML_RESPONSE,
        result_wrapper: Some("AssumeRoleWithSAMLResult"),
        errors: &[
            &errors::EXPIRED_TOKEN_EXCEPTION,
            &errors::IDP_REJECTED_CLAIM_EXCEPTION,
            &errors::INVALID_IDENTITY_TOKEN_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::PACKED_POLICY_TOO_LARGE_EXCEPTION,
            &errors::REGION_DISABLED_EXCEPTION,
        ],
    };

    pub(super) static ASSUME_ROLE_WITH_WEB_IDENTITY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AssumeRoleWithWebIdentity",
        input: &schemas::ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST,
        output: &schemas::ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE,
        result_wrapper: Some("AssumeRoleWithWebIdentityResult"),
        errors: &[
            &errors::EXPIRED_TOKEN_EXCEPTION,
            &errors::IDP_COMMUNICATION_ERROR_EXCEPTION,
            &errors::IDP_REJECTED_CLAIM_EXCEPTION,
            &errors::INVALID_IDENTITY_TOKEN_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::PACKED_POLICY_TOO_LARGE_EXCEPTION,
            &errors::REGION_DISABLED_EXCEPTION,
        ],
    };

    pub(super) static ASSUME_ROOT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AssumeRoot",
        input: &schemas::ASSUME_ROOT_REQUEST,
        output: &schemas::ASSUME_ROOT_RESPONSE,
        result_wrapper: Some("AssumeRootResult"),
        errors: &[&errors::EXPIRED_TOKEN_EXCEPTION, &errors::REGION_DISABLED_EXCEPTION],
    };

    pub(super) static DECODE_AUTHORIZATION_MESSAGE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DecodeAuthorizationMessage",
        input: &schemas::DECODE_AUTHORIZATION_MESSAGE_REQUEST,
        output: &schemas::DECODE_AUTHORIZATION_MESSAGE_RESPONSE,
        result_wrapper: Some("DecodeAuthorizationMessageResult"),
        errors: &[&errors::INVALID_AUTHORIZATION_MESSAGE_EXCEPTION],
    };

    pub(super) static GET_ACCESS_KEY_INFO: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetAccessKeyInfo",
        input: &schemas::GET_ACCESS_KEY_INFO_REQUEST,
        output: &schemas::GET_ACCESS_KEY_INFO_RESPONSE,
        result_wrapper: Some("GetAccessKeyInfoResult"),
        errors: &[],
    };

    pub(super) static GET_CALLER_IDENTITY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetCallerIdentity",
        input: &schemas::GET_CALLER_IDENTITY_REQUEST,
        output: &schemas::GET_CALLER_IDENTITY_RESPONSE,
        result_wrapper: Some("GetCallerIdentityResult"),
        errors: &[],
    };

    pub(super) static GET_FEDERATION_TOKEN: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetFederationToken",
        input: &schemas::GET_FEDERATION_TOKEN_REQUEST,
        output: &schemas::GET_FEDERATION_TOKEN_RESPONSE,
        result_wrapper: Some("GetFederationTokenResult"),
        errors: &[
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::PACKED_POLICY_TOO_LARGE_EXCEPTION,
            &errors::REGION_DISABLED_EXCEPTION,
        ],
    };

    pub(super) static GET_SESSION_TOKEN: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetSessionToken",
        input: &schemas::GET_SESSION_TOKEN_REQUEST,
        output: &schemas::GET_SESSION_TOKEN_RESPONSE,
        result_wrapper: Some("GetSessionTokenResult"),
        errors: &[&errors::REGION_DISABLED_EXCEPTION],
    };

    pub(super) static GET_WEB_IDENTITY_TOKEN: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "GetWebIdentityToken",
        input: &schemas::GET_WEB_IDENTITY_TOKEN_REQUEST,
        output: &schemas::GET_WEB_IDENTITY_TOKEN_RESPONSE,
        result_wrapper: Some("GetWebIdentityTokenResult"),
        errors: &[
            &errors::JWT_PAYLOAD_SIZE_EXCEEDED_EXCEPTION,
            &errors::OUTBOUND_WEB_IDENTITY_FEDERATION_DISABLED_EXCEPTION,
            &errors::SESSION_DURATION_ESCALATION_EXCEPTION,
        ],
    };
}

#[derive(Clone, Default)]
pub struct AssumeRoleRequest {
    pub duration_seconds: Option<i32>,
    pub external_id: Option<String>,
    pub minimum_session_token_size: Option<i32>,
    pub policy: Option<String>,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub provided_contexts: Option<Vec<ProvidedContext>>,
    pub role_arn: String,
    pub role_session_name: String,
    pub serial_number: Option<String>,
    pub source_identity: Option<String>,
    pub tags: Option<Vec<Tag>>,
    pub token_code: Option<SecretString>,
    pub transitive_tag_keys: Option<Vec<String>>,
}

impl Shape for AssumeRoleRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ASSUME_ROLE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            duration_seconds: members.optional("DurationSeconds")?,
            external_id: members.optional("ExternalId")?,
            minimum_session_token_size: members.optional("MinimumSessionTokenSize")?,
            policy: members.optional("Policy")?,
            policy_arns: members.optional("PolicyArns")?,
            provided_contexts: members.optional("ProvidedContexts")?,
            role_arn: members.required("RoleArn")?,
            role_session_name: members.required("RoleSessionName")?,
            serial_number: members.optional("SerialNumber")?,
            source_identity: members.optional("SourceIdentity")?,
            tags: members.optional("Tags")?,
            token_code: members.optional("TokenCode")?,
            transitive_tag_keys: members.optional("TransitiveTagKeys")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(13);
        put_some(&mut members, "DurationSeconds", self.duration_seconds);
        put_some(&mut members, "ExternalId", self.external_id);
        put_some(&mut members, "MinimumSessionTokenSize", self.minimum_session_token_size);
        put_some(&mut members, "Policy", self.policy);
        put_some(&mut members, "PolicyArns", self.policy_arns);
        put_some(&mut members, "ProvidedContexts", self.provided_contexts);
        put(&mut members, "RoleArn", self.role_arn);
        put(&mut members, "RoleSessionName", self.role_session_name);
        put_some(&mut members, "SerialNumber", self.serial_number);
        put_some(&mut members, "SourceIdentity", self.source_identity);
        put_some(&mut members, "Tags", self.tags);
        put_some(&mut members, "TokenCode", self.token_code);
        put_some(&mut members, "TransitiveTagKeys", self.transitive_tag_keys);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct AssumeRoleResponse {
    pub assumed_role_user: Option<AssumedRoleUser>,
    pub credentials: Option<Credentials>,
    pub packed_policy_size: Option<i32>,
    pub session_token_size: Option<i32>,
    pub session_token_utilization: Option<i32>,
    pub source_identity: Option<String>,
}

impl Shape for AssumeRoleResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ASSUME_ROLE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            assumed_role_user: members.optional("AssumedRoleUser")?,
            credentials: members.optional("Credentials")?,
            packed_policy_size: members.optional("PackedPolicySize")?,
            session_token_size: members.optional("SessionTokenSize")?,
            session_token_utilization: members.optional("SessionTokenUtilization")?,
            source_identity: members.optional("SourceIdentity")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "AssumedRoleUser", self.assumed_role_user);
        put_some(&mut members, "Credentials", self.credentials);
        put_some(&mut members, "PackedPolicySize", self.packed_policy_size);
        put_some(&mut members, "SessionTokenSize", self.session_token_size);
        put_some(&mut members, "SessionTokenUtilization", self.session_token_utilization);
        put_some(&mut members, "SourceIdentity", self.source_identity);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct AssumeRoleWithSAMLRequest {
    pub duration_seconds: Option<i32>,
    pub minimum_session_token_size: Option<i32>,
    pub policy: Option<String>,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub principal_arn: String,
    pub role_arn: String,
    pub saml_assertion: SecretString,
}

impl Shape for AssumeRoleWithSAMLRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ASSUME_ROLE_WITH_SAML_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            duration_seconds: members.optional("DurationSeconds")?,
            minimum_session_token_size: members.optional("MinimumSessionTokenSize")?,
            policy: members.optional("Policy")?,
            policy_arns: members.optional("PolicyArns")?,
            principal_arn: members.required("PrincipalArn")?,
            role_arn: members.required("RoleArn")?,
            saml_assertion: members.required("SAMLAssertion")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put_some(&mut members, "DurationSeconds", self.duration_seconds);
        put_some(&mut members, "MinimumSessionTokenSize", self.minimum_session_token_size);
        put_some(&mut members, "Policy", self.policy);
        put_some(&mut members, "PolicyArns", self.policy_arns);
        put(&mut members, "PrincipalArn", self.principal_arn);
        put(&mut members, "RoleArn", self.role_arn);
        put(&mut members, "SAMLAssertion", self.saml_assertion);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct AssumeRoleWithSAMLResponse {
    pub assumed_role_user: Option<AssumedRoleUser>,
    pub audience: Option<String>,
    pub credentials: Option<Credentials>,
    pub issuer: Option<String>,
    pub name_qualifier: Option<String>,
    pub packed_policy_size: Option<i32>,
    pub session_token_size: Option<i32>,
    pub session_token_utilization: Option<i32>,
    pub source_identity: Option<String>,
    pub subject: Option<String>,
    pub subject_type: Option<String>,
}

impl Shape for AssumeRoleWithSAMLResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ASSUME_ROLE_WITH_SAML_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            assumed_role_user: members.optional("AssumedRoleUser")?,
            audience: members.optional("Audience")?,
            credentials: members.optional("Credentials")?,
            issuer: members.optional("Issuer")?,
            name_qualifier: members.optional("NameQualifier")?,
            packed_policy_size: members.optional("PackedPolicySize")?,
            session_token_size: members.optional("SessionTokenSize")?,
            session_token_utilization: members.optional("SessionTokenUtilization")?,
            source_identity: members.optional("SourceIdentity")?,
            subject: members.optional("Subject")?,
            subject_type: members.optional("SubjectType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(11);
        put_some(&mut members, "AssumedRoleUser", self.assumed_role_user);
        put_some(&mut members, "Audience", self.audience);
        put_some(&mut members, "Credentials", self.credentials);
        put_some(&mut members, "Issuer", self.issuer);
        put_some(&mut members, "NameQualifier", self.name_qualifier);
        put_some(&mut members, "PackedPolicySize", self.packed_policy_size);
        put_some(&mut members, "SessionTokenSize", self.session_token_size);
        put_some(&mut members, "SessionTokenUtilization", self.session_token_utilization);
        put_some(&mut members, "SourceIdentity", self.source_identity);
        put_some(&mut members, "Subject", self.subject);
        put_some(&mut members, "SubjectType", self.subject_type);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct AssumeRoleWithWebIdentityRequest {
    pub duration_seconds: Option<i32>,
    pub minimum_session_token_size: Option<i32>,
    pub policy: Option<String>,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub provider_id: Option<String>,
    pub role_arn: String,
    pub role_session_name: String,
    pub web_identity_token: SecretString,
}

impl Shape for AssumeRoleWithWebIdentityRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            duration_seconds: members.optional("DurationSeconds")?,
            minimum_session_token_size: members.optional("MinimumSessionTokenSize")?,
            policy: members.optional("Policy")?,
            policy_arns: members.optional("PolicyArns")?,
            provider_id: members.optional("ProviderId")?,
            role_arn: members.required("RoleArn")?,
            role_session_name: members.required("RoleSessionName")?,
            web_identity_token: members.required("WebIdentityToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(8);
        put_some(&mut members, "DurationSeconds", self.duration_seconds);
        put_some(&mut members, "MinimumSessionTokenSize", self.minimum_session_token_size);
        put_some(&mut members, "Policy", self.policy);
        put_some(&mut members, "PolicyArns", self.policy_arns);
        put_some(&mut members, "ProviderId", self.provider_id);
        put(&mut members, "RoleArn", self.role_arn);
        put(&mut members, "RoleSessionName", self.role_session_name);
        put(&mut members, "WebIdentityToken", self.web_identity_token);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct AssumeRoleWithWebIdentityResponse {
    pub assumed_role_user: Option<AssumedRoleUser>,
    pub audience: Option<String>,
    pub credentials: Option<Credentials>,
    pub packed_policy_size: Option<i32>,
    pub provider: Option<String>,
    pub session_token_size: Option<i32>,
    pub session_token_utilization: Option<i32>,
    pub source_identity: Option<String>,
    pub subject_from_web_identity_token: Option<String>,
}

impl Shape for AssumeRoleWithWebIdentityResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            assumed_role_user: members.optional("AssumedRoleUser")?,
            audience: members.optional("Audience")?,
            credentials: members.optional("Credentials")?,
            packed_policy_size: members.optional("PackedPolicySize")?,
            provider: members.optional("Provider")?,
            session_token_size: members.optional("SessionTokenSize")?,
            session_token_utilization: members.optional("SessionTokenUtilization")?,
            source_identity: members.optional("SourceIdentity")?,
            subject_from_web_identity_token: members.optional("SubjectFromWebIdentityToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(9);
        put_some(&mut members, "AssumedRoleUser", self.assumed_role_user);
        put_some(&mut members, "Audience", self.audience);
        put_some(&mut members, "Credentials", self.credentials);
        put_some(&mut members, "PackedPolicySize", self.packed_policy_size);
        put_some(&mut members, "Provider", self.provider);
        put_some(&mut members, "SessionTokenSize", self.session_token_size);
        put_some(&mut members, "SessionTokenUtilization", self.session_token_utilization);
        put_some(&mut members, "SourceIdentity", self.source_identity);
        put_some(&mut members, "SubjectFromWebIdentityToken", self.subject_from_web_identity_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AssumeRootRequest {
    pub duration_seconds: Option<i32>,
    pub minimum_session_token_size: Option<i32>,
    pub target_principal: String,
    pub task_policy_arn: PolicyDescriptorType,
}

impl Shape for AssumeRootRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ASSUME_ROOT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            duration_seconds: members.optional("DurationSeconds")?,
            minimum_session_token_size: members.optional("MinimumSessionTokenSize")?,
            target_principal: members.required("TargetPrincipal")?,
            task_policy_arn: members.required("TaskPolicyArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "DurationSeconds", self.duration_seconds);
        put_some(&mut members, "MinimumSessionTokenSize", self.minimum_session_token_size);
        put(&mut members, "TargetPrincipal", self.target_principal);
        put(&mut members, "TaskPolicyArn", self.task_policy_arn);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct AssumeRootResponse {
    pub credentials: Option<Credentials>,
    pub session_token_size: Option<i32>,
    pub session_token_utilization: Option<i32>,
    pub source_identity: Option<String>,
}

impl Shape for AssumeRootResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ASSUME_ROOT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            credentials: members.optional("Credentials")?,
            session_token_size: members.optional("SessionTokenSize")?,
            session_token_utilization: members.optional("SessionTokenUtilization")?,
            source_identity: members.optional("SourceIdentity")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Credentials", self.credentials);
        put_some(&mut members, "SessionTokenSize", self.session_token_size);
        put_some(&mut members, "SessionTokenUtilization", self.session_token_utilization);
        put_some(&mut members, "SourceIdentity", self.source_identity);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct AssumedRoleUser {
    pub arn: String,
    pub assumed_role_id: String,
}

impl Shape for AssumedRoleUser {
    const SCHEMA: &'static StructureSchema = &schemas::ASSUMED_ROLE_USER;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { arn: members.required("Arn")?, assumed_role_id: members.required("AssumedRoleId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "Arn", self.arn);
        put(&mut members, "AssumedRoleId", self.assumed_role_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct Credentials {
    pub access_key_id: String,
    pub expiration: Timestamp,
    pub secret_access_key: SecretString,
    pub session_token: SecretString,
}

impl Shape for Credentials {
    const SCHEMA: &'static StructureSchema = &schemas::CREDENTIALS;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_key_id: members.required("AccessKeyId")?,
            expiration: members.required("Expiration")?,
            secret_access_key: members.required("SecretAccessKey")?,
            session_token: members.required("SessionToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "AccessKeyId", self.access_key_id);
        put(&mut members, "Expiration", self.expiration);
        put(&mut members, "SecretAccessKey", self.secret_access_key);
        put(&mut members, "SessionToken", self.session_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DecodeAuthorizationMessageRequest {
    pub encoded_message: String,
}

impl Shape for DecodeAuthorizationMessageRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DECODE_AUTHORIZATION_MESSAGE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { encoded_message: members.required("EncodedMessage")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "EncodedMessage", self.encoded_message);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DecodeAuthorizationMessageResponse {
    pub decoded_message: Option<String>,
}

impl Shape for DecodeAuthorizationMessageResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DECODE_AUTHORIZATION_MESSAGE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { decoded_message: members.optional("DecodedMessage")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "DecodedMessage", self.decoded_message);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct FederatedUser {
    pub arn: String,
    pub federated_user_id: String,
}

impl Shape for FederatedUser {
    const SCHEMA: &'static StructureSchema = &schemas::FEDERATED_USER;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { arn: members.required("Arn")?, federated_user_id: members.required("FederatedUserId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "Arn", self.arn);
        put(&mut members, "FederatedUserId", self.federated_user_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetAccessKeyInfoRequest {
    pub access_key_id: String,
}

impl Shape for GetAccessKeyInfoRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCESS_KEY_INFO_REQUEST;

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
pub struct GetAccessKeyInfoResponse {
    pub account: Option<String>,
}

impl Shape for GetAccessKeyInfoResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_ACCESS_KEY_INFO_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { account: members.optional("Account")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Account", self.account);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetCallerIdentityRequest {}

impl Shape for GetCallerIdentityRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_CALLER_IDENTITY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetCallerIdentityResponse {
    pub account: Option<String>,
    pub arn: Option<String>,
    pub user_id: Option<String>,
}

impl Shape for GetCallerIdentityResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_CALLER_IDENTITY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            account: members.optional("Account")?,
            arn: members.optional("Arn")?,
            user_id: members.optional("UserId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Account", self.account);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "UserId", self.user_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetFederationTokenRequest {
    pub duration_seconds: Option<i32>,
    pub minimum_session_token_size: Option<i32>,
    pub name: String,
    pub policy: Option<String>,
    pub policy_arns: Option<Vec<PolicyDescriptorType>>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for GetFederationTokenRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_FEDERATION_TOKEN_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            duration_seconds: members.optional("DurationSeconds")?,
            minimum_session_token_size: members.optional("MinimumSessionTokenSize")?,
            name: members.required("Name")?,
            policy: members.optional("Policy")?,
            policy_arns: members.optional("PolicyArns")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "DurationSeconds", self.duration_seconds);
        put_some(&mut members, "MinimumSessionTokenSize", self.minimum_session_token_size);
        put(&mut members, "Name", self.name);
        put_some(&mut members, "Policy", self.policy);
        put_some(&mut members, "PolicyArns", self.policy_arns);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GetFederationTokenResponse {
    pub credentials: Option<Credentials>,
    pub federated_user: Option<FederatedUser>,
    pub packed_policy_size: Option<i32>,
    pub session_token_size: Option<i32>,
    pub session_token_utilization: Option<i32>,
}

impl Shape for GetFederationTokenResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_FEDERATION_TOKEN_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            credentials: members.optional("Credentials")?,
            federated_user: members.optional("FederatedUser")?,
            packed_policy_size: members.optional("PackedPolicySize")?,
            session_token_size: members.optional("SessionTokenSize")?,
            session_token_utilization: members.optional("SessionTokenUtilization")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put_some(&mut members, "Credentials", self.credentials);
        put_some(&mut members, "FederatedUser", self.federated_user);
        put_some(&mut members, "PackedPolicySize", self.packed_policy_size);
        put_some(&mut members, "SessionTokenSize", self.session_token_size);
        put_some(&mut members, "SessionTokenUtilization", self.session_token_utilization);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GetSessionTokenRequest {
    pub duration_seconds: Option<i32>,
    pub minimum_session_token_size: Option<i32>,
    pub serial_number: Option<String>,
    pub token_code: Option<SecretString>,
}

impl Shape for GetSessionTokenRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SESSION_TOKEN_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            duration_seconds: members.optional("DurationSeconds")?,
            minimum_session_token_size: members.optional("MinimumSessionTokenSize")?,
            serial_number: members.optional("SerialNumber")?,
            token_code: members.optional("TokenCode")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "DurationSeconds", self.duration_seconds);
        put_some(&mut members, "MinimumSessionTokenSize", self.minimum_session_token_size);
        put_some(&mut members, "SerialNumber", self.serial_number);
        put_some(&mut members, "TokenCode", self.token_code);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GetSessionTokenResponse {
    pub credentials: Option<Credentials>,
    pub session_token_size: Option<i32>,
    pub session_token_utilization: Option<i32>,
}

impl Shape for GetSessionTokenResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_SESSION_TOKEN_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            credentials: members.optional("Credentials")?,
            session_token_size: members.optional("SessionTokenSize")?,
            session_token_utilization: members.optional("SessionTokenUtilization")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "Credentials", self.credentials);
        put_some(&mut members, "SessionTokenSize", self.session_token_size);
        put_some(&mut members, "SessionTokenUtilization", self.session_token_utilization);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct GetWebIdentityTokenRequest {
    pub audience: Vec<String>,
    pub duration_seconds: Option<i32>,
    pub signing_algorithm: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for GetWebIdentityTokenRequest {
    const SCHEMA: &'static StructureSchema = &schemas::GET_WEB_IDENTITY_TOKEN_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            audience: members.required("Audience")?,
            duration_seconds: members.optional("DurationSeconds")?,
            signing_algorithm: members.required("SigningAlgorithm")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "Audience", self.audience);
        put_some(&mut members, "DurationSeconds", self.duration_seconds);
        put(&mut members, "SigningAlgorithm", self.signing_algorithm);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct GetWebIdentityTokenResponse {
    pub expiration: Option<Timestamp>,
    pub web_identity_token: Option<SecretString>,
}

impl Shape for GetWebIdentityTokenResponse {
    const SCHEMA: &'static StructureSchema = &schemas::GET_WEB_IDENTITY_TOKEN_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            expiration: members.optional("Expiration")?,
            web_identity_token: members.optional("WebIdentityToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Expiration", self.expiration);
        put_some(&mut members, "WebIdentityToken", self.web_identity_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicyDescriptorType {
    pub arn: Option<String>,
}

impl Shape for PolicyDescriptorType {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_DESCRIPTOR_TYPE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { arn: members.optional("arn")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "arn", self.arn);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ProvidedContext {
    pub context_assertion: Option<String>,
    pub provider_arn: Option<String>,
}

impl Shape for ProvidedContext {
    const SCHEMA: &'static StructureSchema = &schemas::PROVIDED_CONTEXT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            context_assertion: members.optional("ContextAssertion")?,
            provider_arn: members.optional("ProviderArn")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "ContextAssertion", self.context_assertion);
        put_some(&mut members, "ProviderArn", self.provider_arn);
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

pub mod errors {
    use super::ErrorCode;

    pub static EXPIRED_TOKEN_EXCEPTION: ErrorCode = ErrorCode {
        name: "ExpiredTokenException",
        code: "ExpiredTokenException",
        status: 400,
        sender_fault: true,
    };

    pub static EXPIRED_TRADE_IN_TOKEN_EXCEPTION: ErrorCode = ErrorCode {
        name: "ExpiredTradeInTokenException",
        code: "ExpiredTradeInTokenException",
        status: 400,
        sender_fault: true,
    };

    pub static IDP_COMMUNICATION_ERROR_EXCEPTION: ErrorCode = ErrorCode {
        name: "IDPCommunicationErrorException",
        code: "IDPCommunicationError",
        status: 400,
        sender_fault: true,
    };

    pub static IDP_REJECTED_CLAIM_EXCEPTION: ErrorCode = ErrorCode {
        name: "IDPRejectedClaimException",
        code: "IDPRejectedClaim",
        status: 403,
        sender_fault: true,
    };

    pub static INVALID_AUTHORIZATION_MESSAGE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidAuthorizationMessageException",
        code: "InvalidAuthorizationMessageException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_IDENTITY_TOKEN_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidIdentityTokenException",
        code: "InvalidIdentityToken",
        status: 400,
        sender_fault: true,
    };

    pub static JWT_PAYLOAD_SIZE_EXCEEDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "JWTPayloadSizeExceededException",
        code: "JWTPayloadSizeExceededException",
        status: 400,
        sender_fault: true,
    };

    pub static MALFORMED_POLICY_DOCUMENT_EXCEPTION: ErrorCode = ErrorCode {
        name: "MalformedPolicyDocumentException",
        code: "MalformedPolicyDocument",
        status: 400,
        sender_fault: true,
    };

    pub static OUTBOUND_WEB_IDENTITY_FEDERATION_DISABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "OutboundWebIdentityFederationDisabledException",
        code: "OutboundWebIdentityFederationDisabledException",
        status: 403,
        sender_fault: true,
    };

    pub static PACKED_POLICY_TOO_LARGE_EXCEPTION: ErrorCode = ErrorCode {
        name: "PackedPolicyTooLargeException",
        code: "PackedPolicyTooLarge",
        status: 400,
        sender_fault: true,
    };

    pub static REGION_DISABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "RegionDisabledException",
        code: "RegionDisabledException",
        status: 403,
        sender_fault: true,
    };

    pub static SESSION_DURATION_ESCALATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "SessionDurationEscalationException",
        code: "SessionDurationEscalationException",
        status: 403,
        sender_fault: true,
    };
}

mod schemas {
    use crate::{ListSchema, MemberSchema, Pattern, Schema, StringSchema, StructureSchema, TimestampFormat};

    pub(super) static ASSUME_ROLE_REQUEST: StructureSchema = StructureSchema {
        name: "AssumeRoleRequest",
        members: &[
            MemberSchema::optional("DurationSeconds", Schema::Integer { min: Some(900), max: Some(43200) }),
            MemberSchema::optional("ExternalId", Schema::String(&EXTERNAL_ID_TYPE)),
            MemberSchema::optional(
                "MinimumSessionTokenSize",
                Schema::Integer { min: Some(0), max: Some(4096) },
            ),
            MemberSchema::optional("Policy", Schema::String(&UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE)),
            MemberSchema::optional("PolicyArns", Schema::List(&POLICY_DESCRIPTOR_LIST_TYPE)),
            MemberSchema::optional("ProvidedContexts", Schema::List(&PROVIDED_CONTEXTS_LIST_TYPE)),
            MemberSchema::required("RoleArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("RoleSessionName", Schema::String(&ROLE_SESSION_NAME_TYPE)),
            MemberSchema::optional("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::optional("SourceIdentity", Schema::String(&SOURCE_IDENTITY_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
            MemberSchema::optional("TokenCode", Schema::String(&TOKEN_CODE_TYPE)),
            MemberSchema::optional("TransitiveTagKeys", Schema::List(&TAG_KEY_LIST_TYPE)),
        ],
    };

    pub(super) static ASSUME_ROLE_RESPONSE: StructureSchema = StructureSchema {
        name: "AssumeRoleResponse",
        members: &[
            MemberSchema::optional("AssumedRoleUser", Schema::Structure(&ASSUMED_ROLE_USER)),
            MemberSchema::optional("Credentials", Schema::Structure(&CREDENTIALS)),
            MemberSchema::optional("PackedPolicySize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SessionTokenSize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SessionTokenUtilization", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SourceIdentity", Schema::String(&SOURCE_IDENTITY_TYPE)),
        ],
    };

    pub(super) static ASSUME_ROLE_WITH_SAML_REQUEST: StructureSchema = StructureSchema {
        name: "AssumeRoleWithSAMLRequest",
        members: &[
            MemberSchema::optional("DurationSeconds", Schema::Integer { min: Some(900), max: Some(43200) }),
            MemberSchema::optional(
                "MinimumSessionTokenSize",
                Schema::Integer { min: Some(0), max: Some(4096) },
            ),
            MemberSchema::optional("Policy", Schema::String(&SESSION_POLICY_DOCUMENT_TYPE)),
            MemberSchema::optional("PolicyArns", Schema::List(&POLICY_DESCRIPTOR_LIST_TYPE)),
            MemberSchema::required("PrincipalArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("RoleArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("SAMLAssertion", Schema::String(&SAML_ASSERTION_TYPE)),
        ],
    };

    pub(super) static ASSUME_ROLE_WITH_SAML_RESPONSE: StructureSchema = StructureSchema {
        name: "AssumeRoleWithSAMLResponse",
        members: &[
            MemberSchema::optional("AssumedRoleUser", Schema::Structure(&ASSUMED_ROLE_USER)),
            MemberSchema::optional("Audience", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("Credentials", Schema::Structure(&CREDENTIALS)),
            MemberSchema::optional("Issuer", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("NameQualifier", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("PackedPolicySize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SessionTokenSize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SessionTokenUtilization", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SourceIdentity", Schema::String(&SOURCE_IDENTITY_TYPE)),
            MemberSchema::optional("Subject", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("SubjectType", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST: StructureSchema = StructureSchema {
        name: "AssumeRoleWithWebIdentityRequest",
        members: &[
            MemberSchema::optional("DurationSeconds", Schema::Integer { min: Some(900), max: Some(43200) }),
            MemberSchema::optional(
                "MinimumSessionTokenSize",
                Schema::Integer { min: Some(0), max: Some(4096) },
            ),
            MemberSchema::optional("Policy", Schema::String(&SESSION_POLICY_DOCUMENT_TYPE)),
            MemberSchema::optional("PolicyArns", Schema::List(&POLICY_DESCRIPTOR_LIST_TYPE)),
            MemberSchema::optional("ProviderId", Schema::String(&URL_TYPE)),
            MemberSchema::required("RoleArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("RoleSessionName", Schema::String(&ROLE_SESSION_NAME_TYPE)),
            MemberSchema::required("WebIdentityToken", Schema::String(&CLIENT_TOKEN_TYPE)),
        ],
    };

    pub(super) static ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE: StructureSchema = StructureSchema {
        name: "AssumeRoleWithWebIdentityResponse",
        members: &[
            MemberSchema::optional("AssumedRoleUser", Schema::Structure(&ASSUMED_ROLE_USER)),
            MemberSchema::optional("Audience", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("Credentials", Schema::Structure(&CREDENTIALS)),
            MemberSchema::optional("PackedPolicySize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("Provider", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("SessionTokenSize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SessionTokenUtilization", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SourceIdentity", Schema::String(&SOURCE_IDENTITY_TYPE)),
            MemberSchema::optional("SubjectFromWebIdentityToken", Schema::String(&WEB_IDENTITY_SUBJECT_TYPE)),
        ],
    };

    pub(super) static ASSUME_ROOT_REQUEST: StructureSchema = StructureSchema {
        name: "AssumeRootRequest",
        members: &[
            MemberSchema::optional("DurationSeconds", Schema::Integer { min: Some(0), max: Some(900) }),
            MemberSchema::optional(
                "MinimumSessionTokenSize",
                Schema::Integer { min: Some(0), max: Some(4096) },
            ),
            MemberSchema::required("TargetPrincipal", Schema::String(&TARGET_PRINCIPAL_TYPE)),
            MemberSchema::required("TaskPolicyArn", Schema::Structure(&POLICY_DESCRIPTOR_TYPE)),
        ],
    };

    pub(super) static ASSUME_ROOT_RESPONSE: StructureSchema = StructureSchema {
        name: "AssumeRootResponse",
        members: &[
            MemberSchema::optional("Credentials", Schema::Structure(&CREDENTIALS)),
            MemberSchema::optional("SessionTokenSize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SessionTokenUtilization", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SourceIdentity", Schema::String(&SOURCE_IDENTITY_TYPE)),
        ],
    };

    pub(super) static ASSUMED_ROLE_USER: StructureSchema = StructureSchema {
        name: "AssumedRoleUser",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("AssumedRoleId", Schema::String(&ASSUMED_ROLE_ID_TYPE)),
        ],
    };

    pub(super) static CREDENTIALS: StructureSchema = StructureSchema {
        name: "Credentials",
        members: &[
            MemberSchema::required("AccessKeyId", Schema::String(&ACCESS_KEY_ID_TYPE)),
            MemberSchema::required("Expiration", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::required("SecretAccessKey", Schema::String(&ACCESS_KEY_SECRET_TYPE)),
            MemberSchema::required("SessionToken", Schema::String(&TOKEN_TYPE)),
        ],
    };

    pub(super) static DECODE_AUTHORIZATION_MESSAGE_REQUEST: StructureSchema = StructureSchema {
        name: "DecodeAuthorizationMessageRequest",
        members: &[MemberSchema::required("EncodedMessage", Schema::String(&ENCODED_MESSAGE_TYPE))],
    };

    pub(super) static DECODE_AUTHORIZATION_MESSAGE_RESPONSE: StructureSchema = StructureSchema {
        name: "DecodeAuthorizationMessageResponse",
        members: &[MemberSchema::optional("DecodedMessage", Schema::String(&StringSchema::ANY))],
    };

    pub(super) static FEDERATED_USER: StructureSchema = StructureSchema {
        name: "FederatedUser",
        members: &[
            MemberSchema::required("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("FederatedUserId", Schema::String(&FEDERATED_ID_TYPE)),
        ],
    };

    pub(super) static GET_ACCESS_KEY_INFO_REQUEST: StructureSchema = StructureSchema {
        name: "GetAccessKeyInfoRequest",
        members: &[MemberSchema::required("AccessKeyId", Schema::String(&ACCESS_KEY_ID_TYPE))],
    };

    pub(super) static GET_ACCESS_KEY_INFO_RESPONSE: StructureSchema = StructureSchema {
        name: "GetAccessKeyInfoResponse",
        members: &[MemberSchema::optional("Account", Schema::String(&StringSchema::ANY))],
    };

    pub(super) static GET_CALLER_IDENTITY_REQUEST: StructureSchema =
        StructureSchema { name: "GetCallerIdentityRequest", members: &[] };

    pub(super) static GET_CALLER_IDENTITY_RESPONSE: StructureSchema = StructureSchema {
        name: "GetCallerIdentityResponse",
        members: &[
            MemberSchema::optional("Account", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("Arn", Schema::String(&ARN_TYPE)),
            MemberSchema::optional("UserId", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static GET_FEDERATION_TOKEN_REQUEST: StructureSchema = StructureSchema {
        name: "GetFederationTokenRequest",
        members: &[
            MemberSchema::optional("DurationSeconds", Schema::Integer { min: Some(900), max: Some(129600) }),
            MemberSchema::optional(
                "MinimumSessionTokenSize",
                Schema::Integer { min: Some(0), max: Some(4096) },
            ),
            MemberSchema::required("Name", Schema::String(&USER_NAME_TYPE)),
            MemberSchema::optional("Policy", Schema::String(&SESSION_POLICY_DOCUMENT_TYPE)),
            MemberSchema::optional("PolicyArns", Schema::List(&POLICY_DESCRIPTOR_LIST_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static GET_FEDERATION_TOKEN_RESPONSE: StructureSchema = StructureSchema {
        name: "GetFederationTokenResponse",
        members: &[
            MemberSchema::optional("Credentials", Schema::Structure(&CREDENTIALS)),
            MemberSchema::optional("FederatedUser", Schema::Structure(&FEDERATED_USER)),
            MemberSchema::optional("PackedPolicySize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SessionTokenSize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SessionTokenUtilization", Schema::Integer { min: Some(0), max: None }),
        ],
    };

    pub(super) static GET_SESSION_TOKEN_REQUEST: StructureSchema = StructureSchema {
        name: "GetSessionTokenRequest",
        members: &[
            MemberSchema::optional("DurationSeconds", Schema::Integer { min: Some(900), max: Some(129600) }),
            MemberSchema::optional(
                "MinimumSessionTokenSize",
                Schema::Integer { min: Some(0), max: Some(4096) },
            ),
            MemberSchema::optional("SerialNumber", Schema::String(&SERIAL_NUMBER_TYPE)),
            MemberSchema::optional("TokenCode", Schema::String(&TOKEN_CODE_TYPE)),
        ],
    };

    pub(super) static GET_SESSION_TOKEN_RESPONSE: StructureSchema = StructureSchema {
        name: "GetSessionTokenResponse",
        members: &[
            MemberSchema::optional("Credentials", Schema::Structure(&CREDENTIALS)),
            MemberSchema::optional("SessionTokenSize", Schema::Integer { min: Some(0), max: None }),
            MemberSchema::optional("SessionTokenUtilization", Schema::Integer { min: Some(0), max: None }),
        ],
    };

    pub(super) static GET_WEB_IDENTITY_TOKEN_REQUEST: StructureSchema = StructureSchema {
        name: "GetWebIdentityTokenRequest",
        members: &[
            MemberSchema::required("Audience", Schema::List(&WEB_IDENTITY_TOKEN_AUDIENCE_LIST_TYPE)),
            MemberSchema::optional("DurationSeconds", Schema::Integer { min: Some(60), max: Some(3600) }),
            MemberSchema::required("SigningAlgorithm", Schema::String(&JWT_ALGORITHM_TYPE)),
            MemberSchema::optional("Tags", Schema::List(&TAG_LIST_TYPE)),
        ],
    };

    pub(super) static GET_WEB_IDENTITY_TOKEN_RESPONSE: StructureSchema = StructureSchema {
        name: "GetWebIdentityTokenResponse",
        members: &[
            MemberSchema::optional("Expiration", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("WebIdentityToken", Schema::String(&WEB_IDENTITY_TOKEN_TYPE)),
        ],
    };

    pub(super) static POLICY_DESCRIPTOR_TYPE: StructureSchema = StructureSchema {
        name: "PolicyDescriptorType",
        members: &[MemberSchema::optional("arn", Schema::String(&ARN_TYPE))],
    };

    pub(super) static PROVIDED_CONTEXT: StructureSchema = StructureSchema {
        name: "ProvidedContext",
        members: &[
            MemberSchema::optional("ContextAssertion", Schema::String(&CONTEXT_ASSERTION_TYPE)),
            MemberSchema::optional("ProviderArn", Schema::String(&ARN_TYPE)),
        ],
    };

    pub(super) static PROVIDED_CONTEXTS_LIST_TYPE: ListSchema = ListSchema {
        name: "ProvidedContextsListType",
        member: Schema::Structure(&PROVIDED_CONTEXT),
        min: Some(1),
        max: Some(5),
        member_name: "member",
        flattened: false,
    };

    pub(super) static SAML_ASSERTION_TYPE: StringSchema = StringSchema {
        name: "SAMLAssertionType",
        sensitive: true,
        min: Some(4),
        max: Some(100000),
        pattern: None,
        values: &[],
    };

    pub(super) static TAG: StructureSchema = StructureSchema {
        name: "Tag",
        members: &[
            MemberSchema::required("Key", Schema::String(&TAG_KEY_TYPE)),
            MemberSchema::required("Value", Schema::String(&TAG_VALUE_TYPE)),
        ],
    };

    pub(super) static TARGET_PRINCIPAL_TYPE: StringSchema = StringSchema {
        name: "TargetPrincipalType",
        sensitive: false,
        min: Some(12),
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static ACCESS_KEY_ID_TYPE: StringSchema = StringSchema {
        name: "accessKeyIdType",
        sensitive: false,
        min: Some(16),
        max: Some(128),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ACCESS_KEY_SECRET_TYPE: StringSchema = StringSchema {
        name: "accessKeySecretType",
        sensitive: true,
        min: None,
        max: None,
        pattern: None,
        values: &[],
    };

    pub(super) static ARN_TYPE: StringSchema = StringSchema {
        name: "arnType",
        sensitive: false,
        min: Some(20),
        max: Some(2048),
        pattern: Some(&ARN_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static ASSUMED_ROLE_ID_TYPE: StringSchema = StringSchema {
        name: "assumedRoleIdType",
        sensitive: false,
        min: Some(2),
        max: Some(193),
        pattern: Some(&ASSUMED_ROLE_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static CLIENT_TOKEN_TYPE: StringSchema = StringSchema {
        name: "clientTokenType",
        sensitive: true,
        min: Some(4),
        max: Some(20000),
        pattern: None,
        values: &[],
    };

    pub(super) static CONTEXT_ASSERTION_TYPE: StringSchema = StringSchema {
        name: "contextAssertionType",
        sensitive: false,
        min: Some(4),
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static ENCODED_MESSAGE_TYPE: StringSchema = StringSchema {
        name: "encodedMessageType",
        sensitive: false,
        min: Some(1),
        max: Some(10240),
        pattern: None,
        values: &[],
    };

    pub(super) static EXTERNAL_ID_TYPE: StringSchema = StringSchema {
        name: "externalIdType",
        sensitive: false,
        min: Some(2),
        max: Some(1224),
        pattern: Some(&EXTERNAL_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static FEDERATED_ID_TYPE: StringSchema = StringSchema {
        name: "federatedIdType",
        sensitive: false,
        min: Some(2),
        max: Some(193),
        pattern: Some(&FEDERATED_ID_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static JWT_ALGORITHM_TYPE: StringSchema = StringSchema {
        name: "jwtAlgorithmType",
        sensitive: false,
        min: Some(5),
        max: Some(5),
        pattern: None,
        values: &[],
    };

    pub(super) static POLICY_DESCRIPTOR_LIST_TYPE: ListSchema = ListSchema {
        name: "policyDescriptorListType",
        member: Schema::Structure(&POLICY_DESCRIPTOR_TYPE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ROLE_SESSION_NAME_TYPE: StringSchema = StringSchema {
        name: "roleSessionNameType",
        sensitive: false,
        min: Some(2),
        max: Some(64),
        pattern: Some(&ROLE_SESSION_NAME_TYPE_PATTERN),
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

    pub(super) static SESSION_POLICY_DOCUMENT_TYPE: StringSchema = StringSchema {
        name: "sessionPolicyDocumentType",
        sensitive: false,
        min: Some(1),
        max: Some(2048),
        pattern: Some(&SESSION_POLICY_DOCUMENT_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static SOURCE_IDENTITY_TYPE: StringSchema = StringSchema {
        name: "sourceIdentityType",
        sensitive: false,
        min: Some(2),
        max: Some(64),
        pattern: Some(&ROLE_SESSION_NAME_TYPE_PATTERN),
        values: &[],
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

    pub(super) static TOKEN_CODE_TYPE: StringSchema = StringSchema {
        name: "tokenCodeType",
        sensitive: true,
        min: Some(6),
        max: Some(6),
        pattern: Some(&TOKEN_CODE_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static TOKEN_TYPE: StringSchema =
        StringSchema { name: "tokenType", sensitive: true, min: None, max: None, pattern: None, values: &[] };

    pub(super) static UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE: StringSchema = StringSchema {
        name: "unrestrictedSessionPolicyDocumentType",
        sensitive: false,
        min: Some(1),
        max: None,
        pattern: Some(&SESSION_POLICY_DOCUMENT_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static URL_TYPE: StringSchema = StringSchema {
        name: "urlType",
        sensitive: false,
        min: Some(4),
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static USER_NAME_TYPE: StringSchema = StringSchema {
        name: "userNameType",
        sensitive: false,
        min: Some(2),
        max: Some(32),
        pattern: Some(&ROLE_SESSION_NAME_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static WEB_IDENTITY_SUBJECT_TYPE: StringSchema = StringSchema {
        name: "webIdentitySubjectType",
        sensitive: false,
        min: Some(6),
        max: Some(255),
        pattern: None,
        values: &[],
    };

    pub(super) static WEB_IDENTITY_TOKEN_AUDIENCE_LIST_TYPE: ListSchema = ListSchema {
        name: "webIdentityTokenAudienceListType",
        member: Schema::String(&WEB_IDENTITY_TOKEN_AUDIENCE_STRING_TYPE),
        min: Some(1),
        max: Some(10),
        member_name: "member",
        flattened: false,
    };

    pub(super) static WEB_IDENTITY_TOKEN_AUDIENCE_STRING_TYPE: StringSchema = StringSchema {
        name: "webIdentityTokenAudienceStringType",
        sensitive: false,
        min: Some(1),
        max: Some(1000),
        pattern: None,
        values: &[],
    };

    pub(super) static WEB_IDENTITY_TOKEN_TYPE: StringSchema = StringSchema {
        name: "webIdentityTokenType",
        sensitive: true,
        min: None,
        max: None,
        pattern: None,
        values: &[],
    };

    static TOKEN_CODE_TYPE_PATTERN: Pattern = Pattern::new(r"[\d]*", r"\A(?:[0-9]*)\z");

    static TAG_VALUE_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", r"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]*)\z");

    static TAG_KEY_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+", r"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]+)\z");

    static ARN_TYPE_PATTERN: Pattern = Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+",
        r"\A(?:[\x{9}\x{A}\x{D}\x{20}-\x{7E}\x{85}\x{A0}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}]+)\z",
    );

    static SESSION_POLICY_DOCUMENT_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\u0009\u000A\u000D\u0020-\u00FF]+", r"\A(?:[\x{9}\x{A}\x{D}\x{20}-\x{FF}]+)\z");

    static ROLE_SESSION_NAME_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\w+=,.@-]*", r"\A(?:[0-9A-Za-z_+=,.@-]*)\z");

    static ASSUMED_ROLE_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\w+=,.@:-]*", r"\A(?:[0-9A-Za-z_+=,.@:-]*)\z");

    static EXTERNAL_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\w+=,.@:\/-]*", r"\A(?:[0-9A-Za-z_+=,.@:\/-]*)\z");

    static FEDERATED_ID_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\w+=,.@\:-]*", r"\A(?:[0-9A-Za-z_+=,.@\:-]*)\z");

    static SERIAL_NUMBER_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\w+=/:,.@-]*", r"\A(?:[0-9A-Za-z_+=/:,.@-]*)\z");

    static ACCESS_KEY_ID_TYPE_PATTERN: Pattern = Pattern::new(r"[\w]*", r"\A(?:[0-9A-Za-z_]*)\z");
}
