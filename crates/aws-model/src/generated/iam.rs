//! AWS Identity and Access Management, API version 2010-05-08.
//!
//! Written by `aws-codegen` from botocore 1.44.5: change its allow-list, not this file.

#![allow(missing_docs, reason = "the names are AWS's; its API reference documents them")]

use std::fmt;
use std::str::FromStr;

use clock::Timestamp;
use secret::SecretString;

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
        &operations::CREATE_ACCESS_KEY,
        &operations::CREATE_ROLE,
        &operations::CREATE_USER,
        &operations::DELETE_ACCESS_KEY,
        &operations::DELETE_ROLE,
        &operations::DELETE_ROLE_POLICY,
        &operations::DELETE_USER,
        &operations::DELETE_USER_POLICY,
        &operations::GET_ROLE,
        &operations::GET_ROLE_POLICY,
        &operations::GET_USER,
        &operations::GET_USER_POLICY,
        &operations::LIST_ACCESS_KEYS,
        &operations::LIST_ROLE_POLICIES,
        &operations::LIST_ROLES,
        &operations::LIST_USER_POLICIES,
        &operations::LIST_USERS,
        &operations::PUT_ROLE_POLICY,
        &operations::PUT_USER_POLICY,
        &operations::UPDATE_ACCESS_KEY,
        &operations::UPDATE_ASSUME_ROLE_POLICY,
    ],
};

pub struct CreateAccessKey;

impl Operation for CreateAccessKey {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ACCESS_KEY;
    type Input = CreateAccessKeyRequest;
    type Output = CreateAccessKeyResponse;
}

pub struct CreateRole;

impl Operation for CreateRole {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ROLE;
    type Input = CreateRoleRequest;
    type Output = CreateRoleResponse;
}

pub struct CreateUser;

impl Operation for CreateUser {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_USER;
    type Input = CreateUserRequest;
    type Output = CreateUserResponse;
}

pub struct DeleteAccessKey;

impl Operation for DeleteAccessKey {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ACCESS_KEY;
    type Input = DeleteAccessKeyRequest;
    type Output = DeleteAccessKeyResponse;
}

pub struct DeleteRole;

impl Operation for DeleteRole {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ROLE;
    type Input = DeleteRoleRequest;
    type Output = DeleteRoleResponse;
}

pub struct DeleteRolePolicy;

impl Operation for DeleteRolePolicy {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ROLE_POLICY;
    type Input = DeleteRolePolicyRequest;
    type Output = DeleteRolePolicyResponse;
}

pub struct DeleteUser;

impl Operation for DeleteUser {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_USER;
    type Input = DeleteUserRequest;
    type Output = DeleteUserResponse;
}

pub struct DeleteUserPolicy;

impl Operation for DeleteUserPolicy {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_USER_POLICY;
    type Input = DeleteUserPolicyRequest;
    type Output = DeleteUserPolicyResponse;
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

pub struct ListRolePolicies;

impl Operation for ListRolePolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ROLE_POLICIES;
    type Input = ListRolePoliciesRequest;
    type Output = ListRolePoliciesResponse;
}

pub struct ListRoles;

impl Operation for ListRoles {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ROLES;
    type Input = ListRolesRequest;
    type Output = ListRolesResponse;
}

pub struct ListUserPolicies;

impl Operation for ListUserPolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_USER_POLICIES;
    type Input = ListUserPoliciesRequest;
    type Output = ListUserPoliciesResponse;
}

pub struct ListUsers;

impl Operation for ListUsers {
    const SCHEMA: &'static OperationSchema = &operations::LIST_USERS;
    type Input = ListUsersRequest;
    type Output = ListUsersResponse;
}

pub struct PutRolePolicy;

impl Operation for PutRolePolicy {
    const SCHEMA: &'static OperationSchema = &operations::PUT_ROLE_POLICY;
    type Input = PutRolePolicyRequest;
    type Output = PutRolePolicyResponse;
}

pub struct PutUserPolicy;

impl Operation for PutUserPolicy {
    const SCHEMA: &'static OperationSchema = &operations::PUT_USER_POLICY;
    type Input = PutUserPolicyRequest;
    type Output = PutUserPolicyResponse;
}

pub struct UpdateAccessKey;

impl Operation for UpdateAccessKey {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_ACCESS_KEY;
    type Input = UpdateAccessKeyRequest;
    type Output = UpdateAccessKeyResponse;
}

pub struct UpdateAssumeRolePolicy;

impl Operation for UpdateAssumeRolePolicy {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_ASSUME_ROLE_POLICY;
    type Input = UpdateAssumeRolePolicyRequest;
    type Output = UpdateAssumeRolePolicyResponse;
}

mod operations {
    use super::{OperationSchema, SERVICE, errors, schemas};

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

    pub(super) static LIST_ROLE_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListRolePolicies",
        input: &schemas::LIST_ROLE_POLICIES_REQUEST,
        output: &schemas::LIST_ROLE_POLICIES_RESPONSE,
        result_wrapper: Some("ListRolePoliciesResult"),
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

    pub(super) static LIST_USER_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListUserPolicies",
        input: &schemas::LIST_USER_POLICIES_REQUEST,
        output: &schemas::LIST_USER_POLICIES_RESPONSE,
        result_wrapper: Some("ListUserPoliciesResult"),
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
    use crate::{ListSchema, MemberSchema, Pattern, Schema, StringSchema, StructureSchema, TimestampFormat};

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

    pub(super) static ACCESS_KEY_METADATA: StructureSchema = StructureSchema {
        name: "AccessKeyMetadata",
        members: &[
            MemberSchema::optional("AccessKeyId", Schema::String(&ACCESS_KEY_ID_TYPE)),
            MemberSchema::optional("CreateDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("Status", Schema::String(&STATUS_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&USER_NAME_TYPE)),
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

    pub(super) static CREATE_ACCESS_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "CreateAccessKeyRequest",
        members: &[MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE))],
    };

    pub(super) static CREATE_ACCESS_KEY_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateAccessKeyResponse",
        members: &[MemberSchema::required("AccessKey", Schema::Structure(&ACCESS_KEY))],
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

    pub(super) static DELETE_ACCESS_KEY_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteAccessKeyRequest",
        members: &[
            MemberSchema::required("AccessKeyId", Schema::String(&ACCESS_KEY_ID_TYPE)),
            MemberSchema::optional("UserName", Schema::String(&EXISTING_USER_NAME_TYPE)),
        ],
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

    pub(super) static PERMISSIONS_BOUNDARY_ATTACHMENT_TYPE: StringSchema = StringSchema {
        name: "PermissionsBoundaryAttachmentType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["PermissionsBoundaryPolicy"],
    };

    pub(super) static PUT_ROLE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "PutRolePolicyRequest",
        members: &[
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("PolicyName", Schema::String(&POLICY_NAME_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
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

    pub(super) static ROLE_LAST_USED: StructureSchema = StructureSchema {
        name: "RoleLastUsed",
        members: &[
            MemberSchema::optional("LastUsedDate", Schema::Timestamp(TimestampFormat::Iso8601)),
            MemberSchema::optional("Region", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static SOURCE_ROLE_TEMPLATE: StructureSchema = StructureSchema {
        name: "SourceRoleTemplate",
        members: &[
            MemberSchema::required("TemplateArn", Schema::String(&ARN_TYPE)),
            MemberSchema::required("TemplateMinorVersion", Schema::Integer { min: None, max: None }),
        ],
    };

    pub(super) static TAG: StructureSchema = StructureSchema {
        name: "Tag",
        members: &[
            MemberSchema::required("Key", Schema::String(&TAG_KEY_TYPE)),
            MemberSchema::required("Value", Schema::String(&TAG_VALUE_TYPE)),
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

    pub(super) static UPDATE_ASSUME_ROLE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateAssumeRolePolicyRequest",
        members: &[
            MemberSchema::required("PolicyDocument", Schema::String(&POLICY_DOCUMENT_TYPE)),
            MemberSchema::required("RoleName", Schema::String(&ROLE_NAME_TYPE)),
        ],
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

    pub(super) static ARN_TYPE: StringSchema = StringSchema {
        name: "arnType",
        sensitive: false,
        min: Some(20),
        max: Some(2048),
        pattern: None,
        values: &[],
    };

    pub(super) static EXISTING_USER_NAME_TYPE: StringSchema = StringSchema {
        name: "existingUserNameType",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&EXISTING_USER_NAME_TYPE_PATTERN),
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

    pub(super) static MARKER_TYPE: StringSchema = StringSchema {
        name: "markerType",
        sensitive: false,
        min: Some(1),
        max: Some(320),
        pattern: Some(&MARKER_TYPE_PATTERN),
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

    pub(super) static POLICY_DOCUMENT_TYPE: StringSchema = StringSchema {
        name: "policyDocumentType",
        sensitive: false,
        min: Some(1),
        max: Some(131072),
        pattern: Some(&POLICY_DOCUMENT_TYPE_PATTERN),
        values: &[],
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
        pattern: Some(&EXISTING_USER_NAME_TYPE_PATTERN),
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
        pattern: Some(&EXISTING_USER_NAME_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static STATUS_TYPE: StringSchema = StringSchema {
        name: "statusType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["Active", "Inactive", "Expired"],
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
        pattern: Some(&EXISTING_USER_NAME_TYPE_PATTERN),
        values: &[],
    };

    pub(super) static DELETE_ACCESS_KEY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteAccessKeyResponse", members: &[] };

    pub(super) static DELETE_ROLE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteRolePolicyResponse", members: &[] };

    pub(super) static DELETE_ROLE_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteRoleResponse", members: &[] };

    pub(super) static DELETE_USER_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteUserPolicyResponse", members: &[] };

    pub(super) static DELETE_USER_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteUserResponse", members: &[] };

    pub(super) static PUT_ROLE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "PutRolePolicyResponse", members: &[] };

    pub(super) static PUT_USER_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "PutUserPolicyResponse", members: &[] };

    pub(super) static UPDATE_ACCESS_KEY_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateAccessKeyResponse", members: &[] };

    pub(super) static UPDATE_ASSUME_ROLE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "UpdateAssumeRolePolicyResponse", members: &[] };

    static PATH_TYPE_PATTERN: Pattern = Pattern::new(
        r"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)",
        r"\A(?:(\x{2F})|(\x{2F}[\x{21}-\x{7E}]+\x{2F}))\z",
    );

    static TAG_VALUE_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", r"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]*)\z");

    static TAG_KEY_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+", r"\A(?:[\p{L}\p{Z}\p{N}_.:/=+\-@]+)\z");

    static ROLE_DESCRIPTION_TYPE_PATTERN: Pattern = Pattern::new(
        r"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*",
        r"\A(?:[\x{9}\x{A}\x{D}\x{20}-\x{7E}\x{A1}-\x{FF}]*)\z",
    );

    static POLICY_DOCUMENT_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\u0009\u000A\u000D\u0020-\u00FF]+", r"\A(?:[\x{9}\x{A}\x{D}\x{20}-\x{FF}]+)\z");

    static MARKER_TYPE_PATTERN: Pattern = Pattern::new(r"[\u0020-\u00FF]+", r"\A(?:[\x{20}-\x{FF}]+)\z");

    static EXISTING_USER_NAME_TYPE_PATTERN: Pattern =
        Pattern::new(r"[\w+=,.@-]+", r"\A(?:[0-9A-Za-z_+=,.@-]+)\z");

    static ACCESS_KEY_ID_TYPE_PATTERN: Pattern = Pattern::new(r"[\w]+", r"\A(?:[0-9A-Za-z_]+)\z");

    static PATH_PREFIX_TYPE_PATTERN: Pattern =
        Pattern::new(r"\u002F[\u0021-\u007F]*", r"\A(?:\x{2F}[\x{21}-\x{7F}]*)\z");
}
