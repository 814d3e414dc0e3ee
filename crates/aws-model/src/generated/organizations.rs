//! AWS Organizations, API version 2016-11-28.
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
    id: "organizations",
    signing_name: "organizations",
    event_source: "organizations.amazonaws.com",
    api_version: "2016-11-28",
    protocol: Protocol::Json { version: "1.1", target_prefix: "AWSOrganizationsV20161128" },
    operations: &[
        &operations::ATTACH_POLICY,
        &operations::CLOSE_ACCOUNT,
        &operations::CREATE_ACCOUNT,
        &operations::CREATE_ORGANIZATION,
        &operations::CREATE_ORGANIZATIONAL_UNIT,
        &operations::CREATE_POLICY,
        &operations::DELETE_ORGANIZATION,
        &operations::DELETE_ORGANIZATIONAL_UNIT,
        &operations::DELETE_POLICY,
        &operations::DESCRIBE_ACCOUNT,
        &operations::DESCRIBE_CREATE_ACCOUNT_STATUS,
        &operations::DESCRIBE_ORGANIZATION,
        &operations::DESCRIBE_ORGANIZATIONAL_UNIT,
        &operations::DESCRIBE_POLICY,
        &operations::DETACH_POLICY,
        &operations::DISABLE_POLICY_TYPE,
        &operations::ENABLE_POLICY_TYPE,
        &operations::LIST_ACCOUNTS,
        &operations::LIST_ACCOUNTS_FOR_PARENT,
        &operations::LIST_CHILDREN,
        &operations::LIST_CREATE_ACCOUNT_STATUS,
        &operations::LIST_ORGANIZATIONAL_UNITS_FOR_PARENT,
        &operations::LIST_PARENTS,
        &operations::LIST_POLICIES,
        &operations::LIST_POLICIES_FOR_TARGET,
        &operations::LIST_ROOTS,
        &operations::LIST_TAGS_FOR_RESOURCE,
        &operations::LIST_TARGETS_FOR_POLICY,
        &operations::MOVE_ACCOUNT,
        &operations::REMOVE_ACCOUNT_FROM_ORGANIZATION,
        &operations::TAG_RESOURCE,
        &operations::UNTAG_RESOURCE,
        &operations::UPDATE_ORGANIZATIONAL_UNIT,
        &operations::UPDATE_POLICY,
    ],
};

pub struct AttachPolicy;

impl Operation for AttachPolicy {
    const SCHEMA: &'static OperationSchema = &operations::ATTACH_POLICY;
    type Input = AttachPolicyRequest;
    type Output = AttachPolicyResponse;
}

pub struct CloseAccount;

impl Operation for CloseAccount {
    const SCHEMA: &'static OperationSchema = &operations::CLOSE_ACCOUNT;
    type Input = CloseAccountRequest;
    type Output = CloseAccountResponse;
}

pub struct CreateAccount;

impl Operation for CreateAccount {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ACCOUNT;
    type Input = CreateAccountRequest;
    type Output = CreateAccountResponse;
}

pub struct CreateOrganization;

impl Operation for CreateOrganization {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ORGANIZATION;
    type Input = CreateOrganizationRequest;
    type Output = CreateOrganizationResponse;
}

pub struct CreateOrganizationalUnit;

impl Operation for CreateOrganizationalUnit {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ORGANIZATIONAL_UNIT;
    type Input = CreateOrganizationalUnitRequest;
    type Output = CreateOrganizationalUnitResponse;
}

pub struct CreatePolicy;

impl Operation for CreatePolicy {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_POLICY;
    type Input = CreatePolicyRequest;
    type Output = CreatePolicyResponse;
}

pub struct DeleteOrganization;

impl Operation for DeleteOrganization {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ORGANIZATION;
    type Input = DeleteOrganizationRequest;
    type Output = DeleteOrganizationResponse;
}

pub struct DeleteOrganizationalUnit;

impl Operation for DeleteOrganizationalUnit {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_ORGANIZATIONAL_UNIT;
    type Input = DeleteOrganizationalUnitRequest;
    type Output = DeleteOrganizationalUnitResponse;
}

pub struct DeletePolicy;

impl Operation for DeletePolicy {
    const SCHEMA: &'static OperationSchema = &operations::DELETE_POLICY;
    type Input = DeletePolicyRequest;
    type Output = DeletePolicyResponse;
}

pub struct DescribeAccount;

impl Operation for DescribeAccount {
    const SCHEMA: &'static OperationSchema = &operations::DESCRIBE_ACCOUNT;
    type Input = DescribeAccountRequest;
    type Output = DescribeAccountResponse;
}

pub struct DescribeCreateAccountStatus;

impl Operation for DescribeCreateAccountStatus {
    const SCHEMA: &'static OperationSchema = &operations::DESCRIBE_CREATE_ACCOUNT_STATUS;
    type Input = DescribeCreateAccountStatusRequest;
    type Output = DescribeCreateAccountStatusResponse;
}

pub struct DescribeOrganization;

impl Operation for DescribeOrganization {
    const SCHEMA: &'static OperationSchema = &operations::DESCRIBE_ORGANIZATION;
    type Input = DescribeOrganizationRequest;
    type Output = DescribeOrganizationResponse;
}

pub struct DescribeOrganizationalUnit;

impl Operation for DescribeOrganizationalUnit {
    const SCHEMA: &'static OperationSchema = &operations::DESCRIBE_ORGANIZATIONAL_UNIT;
    type Input = DescribeOrganizationalUnitRequest;
    type Output = DescribeOrganizationalUnitResponse;
}

pub struct DescribePolicy;

impl Operation for DescribePolicy {
    const SCHEMA: &'static OperationSchema = &operations::DESCRIBE_POLICY;
    type Input = DescribePolicyRequest;
    type Output = DescribePolicyResponse;
}

pub struct DetachPolicy;

impl Operation for DetachPolicy {
    const SCHEMA: &'static OperationSchema = &operations::DETACH_POLICY;
    type Input = DetachPolicyRequest;
    type Output = DetachPolicyResponse;
}

pub struct DisablePolicyType;

impl Operation for DisablePolicyType {
    const SCHEMA: &'static OperationSchema = &operations::DISABLE_POLICY_TYPE;
    type Input = DisablePolicyTypeRequest;
    type Output = DisablePolicyTypeResponse;
}

pub struct EnablePolicyType;

impl Operation for EnablePolicyType {
    const SCHEMA: &'static OperationSchema = &operations::ENABLE_POLICY_TYPE;
    type Input = EnablePolicyTypeRequest;
    type Output = EnablePolicyTypeResponse;
}

pub struct ListAccounts;

impl Operation for ListAccounts {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ACCOUNTS;
    type Input = ListAccountsRequest;
    type Output = ListAccountsResponse;
}

pub struct ListAccountsForParent;

impl Operation for ListAccountsForParent {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ACCOUNTS_FOR_PARENT;
    type Input = ListAccountsForParentRequest;
    type Output = ListAccountsForParentResponse;
}

pub struct ListChildren;

impl Operation for ListChildren {
    const SCHEMA: &'static OperationSchema = &operations::LIST_CHILDREN;
    type Input = ListChildrenRequest;
    type Output = ListChildrenResponse;
}

pub struct ListCreateAccountStatus;

impl Operation for ListCreateAccountStatus {
    const SCHEMA: &'static OperationSchema = &operations::LIST_CREATE_ACCOUNT_STATUS;
    type Input = ListCreateAccountStatusRequest;
    type Output = ListCreateAccountStatusResponse;
}

pub struct ListOrganizationalUnitsForParent;

impl Operation for ListOrganizationalUnitsForParent {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ORGANIZATIONAL_UNITS_FOR_PARENT;
    type Input = ListOrganizationalUnitsForParentRequest;
    type Output = ListOrganizationalUnitsForParentResponse;
}

pub struct ListParents;

impl Operation for ListParents {
    const SCHEMA: &'static OperationSchema = &operations::LIST_PARENTS;
    type Input = ListParentsRequest;
    type Output = ListParentsResponse;
}

pub struct ListPolicies;

impl Operation for ListPolicies {
    const SCHEMA: &'static OperationSchema = &operations::LIST_POLICIES;
    type Input = ListPoliciesRequest;
    type Output = ListPoliciesResponse;
}

pub struct ListPoliciesForTarget;

impl Operation for ListPoliciesForTarget {
    const SCHEMA: &'static OperationSchema = &operations::LIST_POLICIES_FOR_TARGET;
    type Input = ListPoliciesForTargetRequest;
    type Output = ListPoliciesForTargetResponse;
}

pub struct ListRoots;

impl Operation for ListRoots {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ROOTS;
    type Input = ListRootsRequest;
    type Output = ListRootsResponse;
}

pub struct ListTagsForResource;

impl Operation for ListTagsForResource {
    const SCHEMA: &'static OperationSchema = &operations::LIST_TAGS_FOR_RESOURCE;
    type Input = ListTagsForResourceRequest;
    type Output = ListTagsForResourceResponse;
}

pub struct ListTargetsForPolicy;

impl Operation for ListTargetsForPolicy {
    const SCHEMA: &'static OperationSchema = &operations::LIST_TARGETS_FOR_POLICY;
    type Input = ListTargetsForPolicyRequest;
    type Output = ListTargetsForPolicyResponse;
}

pub struct MoveAccount;

impl Operation for MoveAccount {
    const SCHEMA: &'static OperationSchema = &operations::MOVE_ACCOUNT;
    type Input = MoveAccountRequest;
    type Output = MoveAccountResponse;
}

pub struct RemoveAccountFromOrganization;

impl Operation for RemoveAccountFromOrganization {
    const SCHEMA: &'static OperationSchema = &operations::REMOVE_ACCOUNT_FROM_ORGANIZATION;
    type Input = RemoveAccountFromOrganizationRequest;
    type Output = RemoveAccountFromOrganizationResponse;
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

pub struct UpdateOrganizationalUnit;

impl Operation for UpdateOrganizationalUnit {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_ORGANIZATIONAL_UNIT;
    type Input = UpdateOrganizationalUnitRequest;
    type Output = UpdateOrganizationalUnitResponse;
}

pub struct UpdatePolicy;

impl Operation for UpdatePolicy {
    const SCHEMA: &'static OperationSchema = &operations::UPDATE_POLICY;
    type Input = UpdatePolicyRequest;
    type Output = UpdatePolicyResponse;
}

mod operations {
    use super::{OperationSchema, SERVICE, errors, schemas};

    pub(super) static ATTACH_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "AttachPolicy",
        input: &schemas::ATTACH_POLICY_REQUEST,
        output: &schemas::ATTACH_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::DUPLICATE_POLICY_ATTACHMENT_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::POLICY_CHANGES_IN_PROGRESS_EXCEPTION,
            &errors::POLICY_NOT_FOUND_EXCEPTION,
            &errors::POLICY_TYPE_NOT_ENABLED_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TARGET_NOT_FOUND_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static CLOSE_ACCOUNT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CloseAccount",
        input: &schemas::CLOSE_ACCOUNT_REQUEST,
        output: &schemas::CLOSE_ACCOUNT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::ACCOUNT_ALREADY_CLOSED_EXCEPTION,
            &errors::ACCOUNT_NOT_FOUND_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONFLICT_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static CREATE_ACCOUNT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateAccount",
        input: &schemas::CREATE_ACCOUNT_REQUEST,
        output: &schemas::CREATE_ACCOUNT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::FINALIZING_ORGANIZATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static CREATE_ORGANIZATION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateOrganization",
        input: &schemas::CREATE_ORGANIZATION_REQUEST,
        output: &schemas::CREATE_ORGANIZATION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::ACCESS_DENIED_FOR_DEPENDENCY_EXCEPTION,
            &errors::ALREADY_IN_ORGANIZATION_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static CREATE_ORGANIZATIONAL_UNIT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreateOrganizationalUnit",
        input: &schemas::CREATE_ORGANIZATIONAL_UNIT_REQUEST,
        output: &schemas::CREATE_ORGANIZATIONAL_UNIT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::DUPLICATE_ORGANIZATIONAL_UNIT_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::PARENT_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static CREATE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "CreatePolicy",
        input: &schemas::CREATE_POLICY_REQUEST,
        output: &schemas::CREATE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::DUPLICATE_POLICY_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::POLICY_TYPE_NOT_AVAILABLE_FOR_ORGANIZATION_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static DELETE_ORGANIZATION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteOrganization",
        input: &schemas::DELETE_ORGANIZATION_REQUEST,
        output: &schemas::DELETE_ORGANIZATION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::ORGANIZATION_NOT_EMPTY_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static DELETE_ORGANIZATIONAL_UNIT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeleteOrganizationalUnit",
        input: &schemas::DELETE_ORGANIZATIONAL_UNIT_REQUEST,
        output: &schemas::DELETE_ORGANIZATIONAL_UNIT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::ORGANIZATIONAL_UNIT_NOT_EMPTY_EXCEPTION,
            &errors::ORGANIZATIONAL_UNIT_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static DELETE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DeletePolicy",
        input: &schemas::DELETE_POLICY_REQUEST,
        output: &schemas::DELETE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::POLICY_IN_USE_EXCEPTION,
            &errors::POLICY_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static DESCRIBE_ACCOUNT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DescribeAccount",
        input: &schemas::DESCRIBE_ACCOUNT_REQUEST,
        output: &schemas::DESCRIBE_ACCOUNT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::ACCOUNT_NOT_FOUND_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static DESCRIBE_CREATE_ACCOUNT_STATUS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DescribeCreateAccountStatus",
        input: &schemas::DESCRIBE_CREATE_ACCOUNT_STATUS_REQUEST,
        output: &schemas::DESCRIBE_CREATE_ACCOUNT_STATUS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CREATE_ACCOUNT_STATUS_NOT_FOUND_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static DESCRIBE_ORGANIZATION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DescribeOrganization",
        input: &schemas::DESCRIBE_ORGANIZATION_REQUEST,
        output: &schemas::DESCRIBE_ORGANIZATION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static DESCRIBE_ORGANIZATIONAL_UNIT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DescribeOrganizationalUnit",
        input: &schemas::DESCRIBE_ORGANIZATIONAL_UNIT_REQUEST,
        output: &schemas::DESCRIBE_ORGANIZATIONAL_UNIT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::ORGANIZATIONAL_UNIT_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static DESCRIBE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DescribePolicy",
        input: &schemas::DESCRIBE_POLICY_REQUEST,
        output: &schemas::DESCRIBE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::POLICY_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static DETACH_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DetachPolicy",
        input: &schemas::DETACH_POLICY_REQUEST,
        output: &schemas::DETACH_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::POLICY_CHANGES_IN_PROGRESS_EXCEPTION,
            &errors::POLICY_NOT_ATTACHED_EXCEPTION,
            &errors::POLICY_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TARGET_NOT_FOUND_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static DISABLE_POLICY_TYPE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "DisablePolicyType",
        input: &schemas::DISABLE_POLICY_TYPE_REQUEST,
        output: &schemas::DISABLE_POLICY_TYPE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::POLICY_CHANGES_IN_PROGRESS_EXCEPTION,
            &errors::POLICY_TYPE_NOT_ENABLED_EXCEPTION,
            &errors::ROOT_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static ENABLE_POLICY_TYPE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "EnablePolicyType",
        input: &schemas::ENABLE_POLICY_TYPE_REQUEST,
        output: &schemas::ENABLE_POLICY_TYPE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::POLICY_CHANGES_IN_PROGRESS_EXCEPTION,
            &errors::POLICY_TYPE_ALREADY_ENABLED_EXCEPTION,
            &errors::POLICY_TYPE_NOT_AVAILABLE_FOR_ORGANIZATION_EXCEPTION,
            &errors::ROOT_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static LIST_ACCOUNTS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListAccounts",
        input: &schemas::LIST_ACCOUNTS_REQUEST,
        output: &schemas::LIST_ACCOUNTS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static LIST_ACCOUNTS_FOR_PARENT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListAccountsForParent",
        input: &schemas::LIST_ACCOUNTS_FOR_PARENT_REQUEST,
        output: &schemas::LIST_ACCOUNTS_FOR_PARENT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::PARENT_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static LIST_CHILDREN: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListChildren",
        input: &schemas::LIST_CHILDREN_REQUEST,
        output: &schemas::LIST_CHILDREN_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::PARENT_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static LIST_CREATE_ACCOUNT_STATUS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListCreateAccountStatus",
        input: &schemas::LIST_CREATE_ACCOUNT_STATUS_REQUEST,
        output: &schemas::LIST_CREATE_ACCOUNT_STATUS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static LIST_ORGANIZATIONAL_UNITS_FOR_PARENT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListOrganizationalUnitsForParent",
        input: &schemas::LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_REQUEST,
        output: &schemas::LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::PARENT_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static LIST_PARENTS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListParents",
        input: &schemas::LIST_PARENTS_REQUEST,
        output: &schemas::LIST_PARENTS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CHILD_NOT_FOUND_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static LIST_POLICIES: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListPolicies",
        input: &schemas::LIST_POLICIES_REQUEST,
        output: &schemas::LIST_POLICIES_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static LIST_POLICIES_FOR_TARGET: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListPoliciesForTarget",
        input: &schemas::LIST_POLICIES_FOR_TARGET_REQUEST,
        output: &schemas::LIST_POLICIES_FOR_TARGET_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TARGET_NOT_FOUND_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static LIST_ROOTS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListRoots",
        input: &schemas::LIST_ROOTS_REQUEST,
        output: &schemas::LIST_ROOTS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static LIST_TAGS_FOR_RESOURCE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListTagsForResource",
        input: &schemas::LIST_TAGS_FOR_RESOURCE_REQUEST,
        output: &schemas::LIST_TAGS_FOR_RESOURCE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TARGET_NOT_FOUND_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static LIST_TARGETS_FOR_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "ListTargetsForPolicy",
        input: &schemas::LIST_TARGETS_FOR_POLICY_REQUEST,
        output: &schemas::LIST_TARGETS_FOR_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::POLICY_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };

    pub(super) static MOVE_ACCOUNT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "MoveAccount",
        input: &schemas::MOVE_ACCOUNT_REQUEST,
        output: &schemas::MOVE_ACCOUNT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::ACCOUNT_NOT_FOUND_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::DESTINATION_PARENT_NOT_FOUND_EXCEPTION,
            &errors::DUPLICATE_ACCOUNT_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::SOURCE_PARENT_NOT_FOUND_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static REMOVE_ACCOUNT_FROM_ORGANIZATION: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "RemoveAccountFromOrganization",
        input: &schemas::REMOVE_ACCOUNT_FROM_ORGANIZATION_REQUEST,
        output: &schemas::REMOVE_ACCOUNT_FROM_ORGANIZATION_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::ACCOUNT_NOT_FOUND_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::MASTER_CANNOT_LEAVE_ORGANIZATION_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static TAG_RESOURCE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "TagResource",
        input: &schemas::TAG_RESOURCE_REQUEST,
        output: &schemas::TAG_RESOURCE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TARGET_NOT_FOUND_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static UNTAG_RESOURCE: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UntagResource",
        input: &schemas::UNTAG_RESOURCE_REQUEST,
        output: &schemas::UNTAG_RESOURCE_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TARGET_NOT_FOUND_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_ORGANIZATIONAL_UNIT: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdateOrganizationalUnit",
        input: &schemas::UPDATE_ORGANIZATIONAL_UNIT_REQUEST,
        output: &schemas::UPDATE_ORGANIZATIONAL_UNIT_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::DUPLICATE_ORGANIZATIONAL_UNIT_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::ORGANIZATIONAL_UNIT_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
        ],
    };

    pub(super) static UPDATE_POLICY: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "UpdatePolicy",
        input: &schemas::UPDATE_POLICY_REQUEST,
        output: &schemas::UPDATE_POLICY_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::ACCESS_DENIED_EXCEPTION,
            &errors::AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION,
            &errors::CONCURRENT_MODIFICATION_EXCEPTION,
            &errors::CONSTRAINT_VIOLATION_EXCEPTION,
            &errors::DUPLICATE_POLICY_EXCEPTION,
            &errors::INVALID_INPUT_EXCEPTION,
            &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
            &errors::POLICY_CHANGES_IN_PROGRESS_EXCEPTION,
            &errors::POLICY_NOT_FOUND_EXCEPTION,
            &errors::SERVICE_EXCEPTION,
            &errors::TOO_MANY_REQUESTS_EXCEPTION,
            &errors::UNSUPPORTED_API_ENDPOINT_EXCEPTION,
        ],
    };
}

#[derive(Clone, Default)]
pub struct Account {
    pub arn: Option<String>,
    pub email: Option<SecretString>,
    pub id: Option<String>,
    pub joined_method: Option<AccountJoinedMethod>,
    pub joined_timestamp: Option<Timestamp>,
    pub name: Option<SecretString>,
    pub paths: Option<Vec<String>>,
    pub state: Option<AccountState>,
    pub status: Option<AccountStatus>,
}

impl Shape for Account {
    const SCHEMA: &'static StructureSchema = &schemas::ACCOUNT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            email: members.optional("Email")?,
            id: members.optional("Id")?,
            joined_method: members.optional("JoinedMethod")?,
            joined_timestamp: members.optional("JoinedTimestamp")?,
            name: members.optional("Name")?,
            paths: members.optional("Paths")?,
            state: members.optional("State")?,
            status: members.optional("Status")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(9);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "Email", self.email);
        put_some(&mut members, "Id", self.id);
        put_some(&mut members, "JoinedMethod", self.joined_method);
        put_some(&mut members, "JoinedTimestamp", self.joined_timestamp);
        put_some(&mut members, "Name", self.name);
        put_some(&mut members, "Paths", self.paths);
        put_some(&mut members, "State", self.state);
        put_some(&mut members, "Status", self.status);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountJoinedMethod {
    Invited,
    Created,
}

impl AccountJoinedMethod {
    pub const ALL: &'static [Self] = &[Self::Invited, Self::Created];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "INVITED",
            Self::Created => "CREATED",
        }
    }
}

impl FromStr for AccountJoinedMethod {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("AccountJoinedMethod"))
    }
}

impl fmt::Display for AccountJoinedMethod {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for AccountJoinedMethod {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountState {
    PendingActivation,
    Active,
    Suspended,
    PendingClosure,
    Closed,
}

impl AccountState {
    pub const ALL: &'static [Self] =
        &[Self::PendingActivation, Self::Active, Self::Suspended, Self::PendingClosure, Self::Closed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PendingActivation => "PENDING_ACTIVATION",
            Self::Active => "ACTIVE",
            Self::Suspended => "SUSPENDED",
            Self::PendingClosure => "PENDING_CLOSURE",
            Self::Closed => "CLOSED",
        }
    }
}

impl FromStr for AccountState {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("AccountState"))
    }
}

impl fmt::Display for AccountState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for AccountState {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountStatus {
    Active,
    Suspended,
    PendingClosure,
}

impl AccountStatus {
    pub const ALL: &'static [Self] = &[Self::Active, Self::Suspended, Self::PendingClosure];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "ACTIVE",
            Self::Suspended => "SUSPENDED",
            Self::PendingClosure => "PENDING_CLOSURE",
        }
    }
}

impl FromStr for AccountStatus {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("AccountStatus"))
    }
}

impl fmt::Display for AccountStatus {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for AccountStatus {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct AttachPolicyRequest {
    pub policy_id: String,
    pub target_id: String,
}

impl Shape for AttachPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACH_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_id: members.required("PolicyId")?, target_id: members.required("TargetId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyId", self.policy_id);
        put(&mut members, "TargetId", self.target_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Child {
    pub id: Option<String>,
    pub r#type: Option<ChildType>,
}

impl Shape for Child {
    const SCHEMA: &'static StructureSchema = &schemas::CHILD;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { id: members.optional("Id")?, r#type: members.optional("Type")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Id", self.id);
        put_some(&mut members, "Type", self.r#type);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChildType {
    Account,
    OrganizationalUnit,
}

impl ChildType {
    pub const ALL: &'static [Self] = &[Self::Account, Self::OrganizationalUnit];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "ACCOUNT",
            Self::OrganizationalUnit => "ORGANIZATIONAL_UNIT",
        }
    }
}

impl FromStr for ChildType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("ChildType"))
    }
}

impl fmt::Display for ChildType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ChildType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct CloseAccountRequest {
    pub account_id: String,
}

impl Shape for CloseAccountRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CLOSE_ACCOUNT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { account_id: members.required("AccountId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "AccountId", self.account_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CreateAccountFailureReason {
    AccountLimitExceeded,
    EmailAlreadyExists,
    InvalidAddress,
    InvalidEmail,
    ConcurrentAccountModification,
    InternalFailure,
    GovcloudAccountAlreadyExists,
    MissingBusinessValidation,
    FailedBusinessValidation,
    PendingBusinessValidation,
    InvalidIdentityForBusinessValidation,
    UnknownBusinessValidation,
    MissingPaymentInstrument,
    InvalidPaymentInstrument,
    UpdateExistingResourcePolicyWithTagsNotSupported,
}

impl CreateAccountFailureReason {
    pub const ALL: &'static [Self] = &[
        Self::AccountLimitExceeded,
        Self::EmailAlreadyExists,
        Self::InvalidAddress,
        Self::InvalidEmail,
        Self::ConcurrentAccountModification,
        Self::InternalFailure,
        Self::GovcloudAccountAlreadyExists,
        Self::MissingBusinessValidation,
        Self::FailedBusinessValidation,
        Self::PendingBusinessValidation,
        Self::InvalidIdentityForBusinessValidation,
        Self::UnknownBusinessValidation,
        Self::MissingPaymentInstrument,
        Self::InvalidPaymentInstrument,
        Self::UpdateExistingResourcePolicyWithTagsNotSupported,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AccountLimitExceeded => "ACCOUNT_LIMIT_EXCEEDED",
            Self::EmailAlreadyExists => "EMAIL_ALREADY_EXISTS",
            Self::InvalidAddress => "INVALID_ADDRESS",
            Self::InvalidEmail => "INVALID_EMAIL",
            Self::ConcurrentAccountModification => "CONCURRENT_ACCOUNT_MODIFICATION",
            Self::InternalFailure => "INTERNAL_FAILURE",
            Self::GovcloudAccountAlreadyExists => "GOVCLOUD_ACCOUNT_ALREADY_EXISTS",
            Self::MissingBusinessValidation => "MISSING_BUSINESS_VALIDATION",
            Self::FailedBusinessValidation => "FAILED_BUSINESS_VALIDATION",
            Self::PendingBusinessValidation => "PENDING_BUSINESS_VALIDATION",
            Self::InvalidIdentityForBusinessValidation => "INVALID_IDENTITY_FOR_BUSINESS_VALIDATION",
            Self::UnknownBusinessValidation => "UNKNOWN_BUSINESS_VALIDATION",
            Self::MissingPaymentInstrument => "MISSING_PAYMENT_INSTRUMENT",
            Self::InvalidPaymentInstrument => "INVALID_PAYMENT_INSTRUMENT",
            Self::UpdateExistingResourcePolicyWithTagsNotSupported => {
                "UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED"
            }
        }
    }
}

impl FromStr for CreateAccountFailureReason {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("CreateAccountFailureReason"))
    }
}

impl fmt::Display for CreateAccountFailureReason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for CreateAccountFailureReason {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Clone, Default)]
pub struct CreateAccountRequest {
    pub account_name: SecretString,
    pub email: SecretString,
    pub iam_user_access_to_billing: Option<IAMUserAccessToBilling>,
    pub role_name: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateAccountRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ACCOUNT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            account_name: members.required("AccountName")?,
            email: members.required("Email")?,
            iam_user_access_to_billing: members.optional("IamUserAccessToBilling")?,
            role_name: members.optional("RoleName")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put(&mut members, "AccountName", self.account_name);
        put(&mut members, "Email", self.email);
        put_some(&mut members, "IamUserAccessToBilling", self.iam_user_access_to_billing);
        put_some(&mut members, "RoleName", self.role_name);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct CreateAccountResponse {
    pub create_account_status: Option<CreateAccountStatus>,
}

impl Shape for CreateAccountResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ACCOUNT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { create_account_status: members.optional("CreateAccountStatus")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "CreateAccountStatus", self.create_account_status);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CreateAccountState {
    InProgress,
    Succeeded,
    Failed,
}

impl CreateAccountState {
    pub const ALL: &'static [Self] = &[Self::InProgress, Self::Succeeded, Self::Failed];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InProgress => "IN_PROGRESS",
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
        }
    }
}

impl FromStr for CreateAccountState {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("CreateAccountState"))
    }
}

impl fmt::Display for CreateAccountState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for CreateAccountState {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Clone, Default)]
pub struct CreateAccountStatus {
    pub account_id: Option<String>,
    pub account_name: Option<SecretString>,
    pub completed_timestamp: Option<Timestamp>,
    pub failure_reason: Option<CreateAccountFailureReason>,
    pub gov_cloud_account_id: Option<String>,
    pub id: Option<String>,
    pub requested_timestamp: Option<Timestamp>,
    pub state: Option<CreateAccountState>,
}

impl Shape for CreateAccountStatus {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ACCOUNT_STATUS;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            account_id: members.optional("AccountId")?,
            account_name: members.optional("AccountName")?,
            completed_timestamp: members.optional("CompletedTimestamp")?,
            failure_reason: members.optional("FailureReason")?,
            gov_cloud_account_id: members.optional("GovCloudAccountId")?,
            id: members.optional("Id")?,
            requested_timestamp: members.optional("RequestedTimestamp")?,
            state: members.optional("State")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(8);
        put_some(&mut members, "AccountId", self.account_id);
        put_some(&mut members, "AccountName", self.account_name);
        put_some(&mut members, "CompletedTimestamp", self.completed_timestamp);
        put_some(&mut members, "FailureReason", self.failure_reason);
        put_some(&mut members, "GovCloudAccountId", self.gov_cloud_account_id);
        put_some(&mut members, "Id", self.id);
        put_some(&mut members, "RequestedTimestamp", self.requested_timestamp);
        put_some(&mut members, "State", self.state);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateOrganizationRequest {
    pub feature_set: Option<OrganizationFeatureSet>,
}

impl Shape for CreateOrganizationRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ORGANIZATION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { feature_set: members.optional("FeatureSet")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "FeatureSet", self.feature_set);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct CreateOrganizationResponse {
    pub organization: Option<Organization>,
}

impl Shape for CreateOrganizationResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ORGANIZATION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { organization: members.optional("Organization")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Organization", self.organization);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateOrganizationalUnitRequest {
    pub name: String,
    pub parent_id: String,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for CreateOrganizationalUnitRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ORGANIZATIONAL_UNIT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            name: members.required("Name")?,
            parent_id: members.required("ParentId")?,
            tags: members.optional("Tags")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "Name", self.name);
        put(&mut members, "ParentId", self.parent_id);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct CreateOrganizationalUnitResponse {
    pub organizational_unit: Option<OrganizationalUnit>,
}

impl Shape for CreateOrganizationalUnitResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_ORGANIZATIONAL_UNIT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { organizational_unit: members.optional("OrganizationalUnit")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "OrganizationalUnit", self.organizational_unit);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct CreatePolicyRequest {
    pub content: String,
    pub description: String,
    pub name: String,
    pub tags: Option<Vec<Tag>>,
    pub r#type: PolicyType,
}

impl Shape for CreatePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::CREATE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            content: members.required("Content")?,
            description: members.required("Description")?,
            name: members.required("Name")?,
            tags: members.optional("Tags")?,
            r#type: members.required("Type")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(5);
        put(&mut members, "Content", self.content);
        put(&mut members, "Description", self.description);
        put(&mut members, "Name", self.name);
        put_some(&mut members, "Tags", self.tags);
        put(&mut members, "Type", self.r#type);
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
pub struct DeleteOrganizationalUnitRequest {
    pub organizational_unit_id: String,
}

impl Shape for DeleteOrganizationalUnitRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ORGANIZATIONAL_UNIT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { organizational_unit_id: members.required("OrganizationalUnitId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "OrganizationalUnitId", self.organizational_unit_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeletePolicyRequest {
    pub policy_id: String,
}

impl Shape for DeletePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_id: members.required("PolicyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "PolicyId", self.policy_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DescribeAccountRequest {
    pub account_id: String,
}

impl Shape for DescribeAccountRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_ACCOUNT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { account_id: members.required("AccountId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "AccountId", self.account_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DescribeAccountResponse {
    pub account: Option<Account>,
}

impl Shape for DescribeAccountResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_ACCOUNT_RESPONSE;

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
pub struct DescribeCreateAccountStatusRequest {
    pub create_account_request_id: String,
}

impl Shape for DescribeCreateAccountStatusRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_CREATE_ACCOUNT_STATUS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { create_account_request_id: members.required("CreateAccountRequestId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "CreateAccountRequestId", self.create_account_request_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DescribeCreateAccountStatusResponse {
    pub create_account_status: Option<CreateAccountStatus>,
}

impl Shape for DescribeCreateAccountStatusResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_CREATE_ACCOUNT_STATUS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { create_account_status: members.optional("CreateAccountStatus")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "CreateAccountStatus", self.create_account_status);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct DescribeOrganizationResponse {
    pub organization: Option<Organization>,
}

impl Shape for DescribeOrganizationResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_ORGANIZATION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { organization: members.optional("Organization")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Organization", self.organization);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DescribeOrganizationalUnitRequest {
    pub organizational_unit_id: String,
}

impl Shape for DescribeOrganizationalUnitRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_ORGANIZATIONAL_UNIT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { organizational_unit_id: members.required("OrganizationalUnitId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "OrganizationalUnitId", self.organizational_unit_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DescribeOrganizationalUnitResponse {
    pub organizational_unit: Option<OrganizationalUnit>,
}

impl Shape for DescribeOrganizationalUnitResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_ORGANIZATIONAL_UNIT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { organizational_unit: members.optional("OrganizationalUnit")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "OrganizationalUnit", self.organizational_unit);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DescribePolicyRequest {
    pub policy_id: String,
}

impl Shape for DescribePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_id: members.required("PolicyId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "PolicyId", self.policy_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DescribePolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for DescribePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_POLICY_RESPONSE;

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
pub struct DetachPolicyRequest {
    pub policy_id: String,
    pub target_id: String,
}

impl Shape for DetachPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DETACH_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_id: members.required("PolicyId")?, target_id: members.required("TargetId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyId", self.policy_id);
        put(&mut members, "TargetId", self.target_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct DisablePolicyTypeRequest {
    pub policy_type: PolicyType,
    pub root_id: String,
}

impl Shape for DisablePolicyTypeRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_POLICY_TYPE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_type: members.required("PolicyType")?, root_id: members.required("RootId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyType", self.policy_type);
        put(&mut members, "RootId", self.root_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct DisablePolicyTypeResponse {
    pub root: Option<Root>,
}

impl Shape for DisablePolicyTypeResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DISABLE_POLICY_TYPE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { root: members.optional("Root")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Root", self.root);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct EnablePolicyTypeRequest {
    pub policy_type: PolicyType,
    pub root_id: String,
}

impl Shape for EnablePolicyTypeRequest {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_POLICY_TYPE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { policy_type: members.required("PolicyType")?, root_id: members.required("RootId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "PolicyType", self.policy_type);
        put(&mut members, "RootId", self.root_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct EnablePolicyTypeResponse {
    pub root: Option<Root>,
}

impl Shape for EnablePolicyTypeResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ENABLE_POLICY_TYPE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { root: members.optional("Root")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "Root", self.root);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IAMUserAccessToBilling {
    Allow,
    Deny,
}

impl IAMUserAccessToBilling {
    pub const ALL: &'static [Self] = &[Self::Allow, Self::Deny];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Allow => "ALLOW",
            Self::Deny => "DENY",
        }
    }
}

impl FromStr for IAMUserAccessToBilling {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("IAMUserAccessToBilling"))
    }
}

impl fmt::Display for IAMUserAccessToBilling {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for IAMUserAccessToBilling {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAccountsForParentRequest {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub parent_id: String,
}

impl Shape for ListAccountsForParentRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ACCOUNTS_FOR_PARENT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            max_results: members.optional("MaxResults")?,
            next_token: members.optional("NextToken")?,
            parent_id: members.required("ParentId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        put(&mut members, "ParentId", self.parent_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct ListAccountsForParentResponse {
    pub accounts: Option<Vec<Account>>,
    pub next_token: Option<String>,
}

impl Shape for ListAccountsForParentResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ACCOUNTS_FOR_PARENT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { accounts: members.optional("Accounts")?, next_token: members.optional("NextToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Accounts", self.accounts);
        put_some(&mut members, "NextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListAccountsRequest {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for ListAccountsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ACCOUNTS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { max_results: members.optional("MaxResults")?, next_token: members.optional("NextToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct ListAccountsResponse {
    pub accounts: Option<Vec<Account>>,
    pub next_token: Option<String>,
}

impl Shape for ListAccountsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ACCOUNTS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { accounts: members.optional("Accounts")?, next_token: members.optional("NextToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Accounts", self.accounts);
        put_some(&mut members, "NextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct ListChildrenRequest {
    pub child_type: ChildType,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub parent_id: String,
}

impl Shape for ListChildrenRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_CHILDREN_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            child_type: members.required("ChildType")?,
            max_results: members.optional("MaxResults")?,
            next_token: members.optional("NextToken")?,
            parent_id: members.required("ParentId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "ChildType", self.child_type);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        put(&mut members, "ParentId", self.parent_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListChildrenResponse {
    pub children: Option<Vec<Child>>,
    pub next_token: Option<String>,
}

impl Shape for ListChildrenResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_CHILDREN_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { children: members.optional("Children")?, next_token: members.optional("NextToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Children", self.children);
        put_some(&mut members, "NextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListCreateAccountStatusRequest {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub states: Option<Vec<CreateAccountState>>,
}

impl Shape for ListCreateAccountStatusRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_CREATE_ACCOUNT_STATUS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            max_results: members.optional("MaxResults")?,
            next_token: members.optional("NextToken")?,
            states: members.optional("States")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        put_some(&mut members, "States", self.states);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct ListCreateAccountStatusResponse {
    pub create_account_statuses: Option<Vec<CreateAccountStatus>>,
    pub next_token: Option<String>,
}

impl Shape for ListCreateAccountStatusResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_CREATE_ACCOUNT_STATUS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            create_account_statuses: members.optional("CreateAccountStatuses")?,
            next_token: members.optional("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "CreateAccountStatuses", self.create_account_statuses);
        put_some(&mut members, "NextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListOrganizationalUnitsForParentRequest {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub parent_id: String,
}

impl Shape for ListOrganizationalUnitsForParentRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            max_results: members.optional("MaxResults")?,
            next_token: members.optional("NextToken")?,
            parent_id: members.required("ParentId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        put(&mut members, "ParentId", self.parent_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListOrganizationalUnitsForParentResponse {
    pub next_token: Option<String>,
    pub organizational_units: Option<Vec<OrganizationalUnit>>,
}

impl Shape for ListOrganizationalUnitsForParentResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            next_token: members.optional("NextToken")?,
            organizational_units: members.optional("OrganizationalUnits")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "NextToken", self.next_token);
        put_some(&mut members, "OrganizationalUnits", self.organizational_units);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListParentsRequest {
    pub child_id: String,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for ListParentsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_PARENTS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            child_id: members.required("ChildId")?,
            max_results: members.optional("MaxResults")?,
            next_token: members.optional("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "ChildId", self.child_id);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListParentsResponse {
    pub next_token: Option<String>,
    pub parents: Option<Vec<Parent>>,
}

impl Shape for ListParentsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_PARENTS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { next_token: members.optional("NextToken")?, parents: members.optional("Parents")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "NextToken", self.next_token);
        put_some(&mut members, "Parents", self.parents);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct ListPoliciesForTargetRequest {
    pub filter: PolicyType,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub target_id: String,
}

impl Shape for ListPoliciesForTargetRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICIES_FOR_TARGET_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            filter: members.required("Filter")?,
            max_results: members.optional("MaxResults")?,
            next_token: members.optional("NextToken")?,
            target_id: members.required("TargetId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put(&mut members, "Filter", self.filter);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        put(&mut members, "TargetId", self.target_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPoliciesForTargetResponse {
    pub next_token: Option<String>,
    pub policies: Option<Vec<PolicySummary>>,
}

impl Shape for ListPoliciesForTargetResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICIES_FOR_TARGET_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { next_token: members.optional("NextToken")?, policies: members.optional("Policies")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "NextToken", self.next_token);
        put_some(&mut members, "Policies", self.policies);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone)]
pub struct ListPoliciesRequest {
    pub filter: PolicyType,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for ListPoliciesRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICIES_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            filter: members.required("Filter")?,
            max_results: members.optional("MaxResults")?,
            next_token: members.optional("NextToken")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "Filter", self.filter);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListPoliciesResponse {
    pub next_token: Option<String>,
    pub policies: Option<Vec<PolicySummary>>,
}

impl Shape for ListPoliciesResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_POLICIES_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { next_token: members.optional("NextToken")?, policies: members.optional("Policies")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "NextToken", self.next_token);
        put_some(&mut members, "Policies", self.policies);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListRootsRequest {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
}

impl Shape for ListRootsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ROOTS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { max_results: members.optional("MaxResults")?, next_token: members.optional("NextToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListRootsResponse {
    pub next_token: Option<String>,
    pub roots: Option<Vec<Root>>,
}

impl Shape for ListRootsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_ROOTS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { next_token: members.optional("NextToken")?, roots: members.optional("Roots")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "NextToken", self.next_token);
        put_some(&mut members, "Roots", self.roots);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListTagsForResourceRequest {
    pub next_token: Option<String>,
    pub resource_id: String,
}

impl Shape for ListTagsForResourceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_TAGS_FOR_RESOURCE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { next_token: members.optional("NextToken")?, resource_id: members.required("ResourceId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "NextToken", self.next_token);
        put(&mut members, "ResourceId", self.resource_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListTagsForResourceResponse {
    pub next_token: Option<String>,
    pub tags: Option<Vec<Tag>>,
}

impl Shape for ListTagsForResourceResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_TAGS_FOR_RESOURCE_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { next_token: members.optional("NextToken")?, tags: members.optional("Tags")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "NextToken", self.next_token);
        put_some(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListTargetsForPolicyRequest {
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub policy_id: String,
}

impl Shape for ListTargetsForPolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_TARGETS_FOR_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            max_results: members.optional("MaxResults")?,
            next_token: members.optional("NextToken")?,
            policy_id: members.required("PolicyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        put(&mut members, "PolicyId", self.policy_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct ListTargetsForPolicyResponse {
    pub next_token: Option<String>,
    pub targets: Option<Vec<PolicyTargetSummary>>,
}

impl Shape for ListTargetsForPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LIST_TARGETS_FOR_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { next_token: members.optional("NextToken")?, targets: members.optional("Targets")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "NextToken", self.next_token);
        put_some(&mut members, "Targets", self.targets);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct MoveAccountRequest {
    pub account_id: String,
    pub destination_parent_id: String,
    pub source_parent_id: String,
}

impl Shape for MoveAccountRequest {
    const SCHEMA: &'static StructureSchema = &schemas::MOVE_ACCOUNT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            account_id: members.required("AccountId")?,
            destination_parent_id: members.required("DestinationParentId")?,
            source_parent_id: members.required("SourceParentId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(3);
        put(&mut members, "AccountId", self.account_id);
        put(&mut members, "DestinationParentId", self.destination_parent_id);
        put(&mut members, "SourceParentId", self.source_parent_id);
        Document::Structure(members)
    }
}

#[derive(Clone, Default)]
pub struct Organization {
    pub arn: Option<String>,
    pub available_policy_types: Option<Vec<PolicyTypeSummary>>,
    pub feature_set: Option<OrganizationFeatureSet>,
    pub id: Option<String>,
    pub master_account_arn: Option<String>,
    pub master_account_email: Option<SecretString>,
    pub master_account_id: Option<String>,
}

impl Shape for Organization {
    const SCHEMA: &'static StructureSchema = &schemas::ORGANIZATION;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            available_policy_types: members.optional("AvailablePolicyTypes")?,
            feature_set: members.optional("FeatureSet")?,
            id: members.optional("Id")?,
            master_account_arn: members.optional("MasterAccountArn")?,
            master_account_email: members.optional("MasterAccountEmail")?,
            master_account_id: members.optional("MasterAccountId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(7);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "AvailablePolicyTypes", self.available_policy_types);
        put_some(&mut members, "FeatureSet", self.feature_set);
        put_some(&mut members, "Id", self.id);
        put_some(&mut members, "MasterAccountArn", self.master_account_arn);
        put_some(&mut members, "MasterAccountEmail", self.master_account_email);
        put_some(&mut members, "MasterAccountId", self.master_account_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganizationFeatureSet {
    All,
    ConsolidatedBilling,
}

impl OrganizationFeatureSet {
    pub const ALL: &'static [Self] = &[Self::All, Self::ConsolidatedBilling];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "ALL",
            Self::ConsolidatedBilling => "CONSOLIDATED_BILLING",
        }
    }
}

impl FromStr for OrganizationFeatureSet {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("OrganizationFeatureSet"))
    }
}

impl fmt::Display for OrganizationFeatureSet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for OrganizationFeatureSet {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct OrganizationalUnit {
    pub arn: Option<String>,
    pub id: Option<String>,
    pub name: Option<String>,
    pub path: Option<String>,
}

impl Shape for OrganizationalUnit {
    const SCHEMA: &'static StructureSchema = &schemas::ORGANIZATIONAL_UNIT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            id: members.optional("Id")?,
            name: members.optional("Name")?,
            path: members.optional("Path")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "Id", self.id);
        put_some(&mut members, "Name", self.name);
        put_some(&mut members, "Path", self.path);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Parent {
    pub id: Option<String>,
    pub r#type: Option<ParentType>,
}

impl Shape for Parent {
    const SCHEMA: &'static StructureSchema = &schemas::PARENT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { id: members.optional("Id")?, r#type: members.optional("Type")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Id", self.id);
        put_some(&mut members, "Type", self.r#type);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParentType {
    Root,
    OrganizationalUnit,
}

impl ParentType {
    pub const ALL: &'static [Self] = &[Self::Root, Self::OrganizationalUnit];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Root => "ROOT",
            Self::OrganizationalUnit => "ORGANIZATIONAL_UNIT",
        }
    }
}

impl FromStr for ParentType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("ParentType"))
    }
}

impl fmt::Display for ParentType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for ParentType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct Policy {
    pub content: Option<String>,
    pub policy_summary: Option<PolicySummary>,
}

impl Shape for Policy {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { content: members.optional("Content")?, policy_summary: members.optional("PolicySummary")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Content", self.content);
        put_some(&mut members, "PolicySummary", self.policy_summary);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicySummary {
    pub arn: Option<String>,
    pub aws_managed: Option<bool>,
    pub description: Option<String>,
    pub id: Option<String>,
    pub name: Option<String>,
    pub r#type: Option<PolicyType>,
}

impl Shape for PolicySummary {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_SUMMARY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            aws_managed: members.optional("AwsManaged")?,
            description: members.optional("Description")?,
            id: members.optional("Id")?,
            name: members.optional("Name")?,
            r#type: members.optional("Type")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "AwsManaged", self.aws_managed);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "Id", self.id);
        put_some(&mut members, "Name", self.name);
        put_some(&mut members, "Type", self.r#type);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicyTargetSummary {
    pub arn: Option<String>,
    pub name: Option<String>,
    pub target_id: Option<String>,
    pub r#type: Option<TargetType>,
}

impl Shape for PolicyTargetSummary {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_TARGET_SUMMARY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            name: members.optional("Name")?,
            target_id: members.optional("TargetId")?,
            r#type: members.optional("Type")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "Name", self.name);
        put_some(&mut members, "TargetId", self.target_id);
        put_some(&mut members, "Type", self.r#type);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PolicyType {
    ServiceControlPolicy,
    ResourceControlPolicy,
    TagPolicy,
    BackupPolicy,
    AiservicesOptOutPolicy,
    ChatbotPolicy,
    DeclarativePolicyEc2,
    SecurityhubPolicy,
    SecurityhubCspmPolicy,
    InspectorPolicy,
    UpgradeRolloutPolicy,
    BedrockPolicy,
    S3Policy,
    NetworkSecurityDirectorPolicy,
    GuarddutyPolicy,
}

impl PolicyType {
    pub const ALL: &'static [Self] = &[
        Self::ServiceControlPolicy,
        Self::ResourceControlPolicy,
        Self::TagPolicy,
        Self::BackupPolicy,
        Self::AiservicesOptOutPolicy,
        Self::ChatbotPolicy,
        Self::DeclarativePolicyEc2,
        Self::SecurityhubPolicy,
        Self::SecurityhubCspmPolicy,
        Self::InspectorPolicy,
        Self::UpgradeRolloutPolicy,
        Self::BedrockPolicy,
        Self::S3Policy,
        Self::NetworkSecurityDirectorPolicy,
        Self::GuarddutyPolicy,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ServiceControlPolicy => "SERVICE_CONTROL_POLICY",
            Self::ResourceControlPolicy => "RESOURCE_CONTROL_POLICY",
            Self::TagPolicy => "TAG_POLICY",
            Self::BackupPolicy => "BACKUP_POLICY",
            Self::AiservicesOptOutPolicy => "AISERVICES_OPT_OUT_POLICY",
            Self::ChatbotPolicy => "CHATBOT_POLICY",
            Self::DeclarativePolicyEc2 => "DECLARATIVE_POLICY_EC2",
            Self::SecurityhubPolicy => "SECURITYHUB_POLICY",
            Self::SecurityhubCspmPolicy => "SECURITYHUB_CSPM_POLICY",
            Self::InspectorPolicy => "INSPECTOR_POLICY",
            Self::UpgradeRolloutPolicy => "UPGRADE_ROLLOUT_POLICY",
            Self::BedrockPolicy => "BEDROCK_POLICY",
            Self::S3Policy => "S3_POLICY",
            Self::NetworkSecurityDirectorPolicy => "NETWORK_SECURITY_DIRECTOR_POLICY",
            Self::GuarddutyPolicy => "GUARDDUTY_POLICY",
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
pub enum PolicyTypeStatus {
    Enabled,
    PendingEnable,
    PendingDisable,
}

impl PolicyTypeStatus {
    pub const ALL: &'static [Self] = &[Self::Enabled, Self::PendingEnable, Self::PendingDisable];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Enabled => "ENABLED",
            Self::PendingEnable => "PENDING_ENABLE",
            Self::PendingDisable => "PENDING_DISABLE",
        }
    }
}

impl FromStr for PolicyTypeStatus {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("PolicyTypeStatus"))
    }
}

impl fmt::Display for PolicyTypeStatus {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for PolicyTypeStatus {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct PolicyTypeSummary {
    pub status: Option<PolicyTypeStatus>,
    pub r#type: Option<PolicyType>,
}

impl Shape for PolicyTypeSummary {
    const SCHEMA: &'static StructureSchema = &schemas::POLICY_TYPE_SUMMARY;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { status: members.optional("Status")?, r#type: members.optional("Type")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Status", self.status);
        put_some(&mut members, "Type", self.r#type);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct RemoveAccountFromOrganizationRequest {
    pub account_id: String,
}

impl Shape for RemoveAccountFromOrganizationRequest {
    const SCHEMA: &'static StructureSchema = &schemas::REMOVE_ACCOUNT_FROM_ORGANIZATION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { account_id: members.required("AccountId")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put(&mut members, "AccountId", self.account_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Root {
    pub arn: Option<String>,
    pub id: Option<String>,
    pub name: Option<String>,
    pub policy_types: Option<Vec<PolicyTypeSummary>>,
}

impl Shape for Root {
    const SCHEMA: &'static StructureSchema = &schemas::ROOT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            arn: members.optional("Arn")?,
            id: members.optional("Id")?,
            name: members.optional("Name")?,
            policy_types: members.optional("PolicyTypes")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Arn", self.arn);
        put_some(&mut members, "Id", self.id);
        put_some(&mut members, "Name", self.name);
        put_some(&mut members, "PolicyTypes", self.policy_types);
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
pub struct TagResourceRequest {
    pub resource_id: String,
    pub tags: Vec<Tag>,
}

impl Shape for TagResourceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::TAG_RESOURCE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { resource_id: members.required("ResourceId")?, tags: members.required("Tags")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "ResourceId", self.resource_id);
        put(&mut members, "Tags", self.tags);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TargetType {
    Account,
    OrganizationalUnit,
    Root,
}

impl TargetType {
    pub const ALL: &'static [Self] = &[Self::Account, Self::OrganizationalUnit, Self::Root];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Account => "ACCOUNT",
            Self::OrganizationalUnit => "ORGANIZATIONAL_UNIT",
            Self::Root => "ROOT",
        }
    }
}

impl FromStr for TargetType {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("TargetType"))
    }
}

impl fmt::Display for TargetType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for TargetType {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct UntagResourceRequest {
    pub resource_id: String,
    pub tag_keys: Vec<String>,
}

impl Shape for UntagResourceRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UNTAG_RESOURCE_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { resource_id: members.required("ResourceId")?, tag_keys: members.required("TagKeys")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "ResourceId", self.resource_id);
        put(&mut members, "TagKeys", self.tag_keys);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateOrganizationalUnitRequest {
    pub name: Option<String>,
    pub organizational_unit_id: String,
}

impl Shape for UpdateOrganizationalUnitRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ORGANIZATIONAL_UNIT_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            name: members.optional("Name")?,
            organizational_unit_id: members.required("OrganizationalUnitId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Name", self.name);
        put(&mut members, "OrganizationalUnitId", self.organizational_unit_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdateOrganizationalUnitResponse {
    pub organizational_unit: Option<OrganizationalUnit>,
}

impl Shape for UpdateOrganizationalUnitResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_ORGANIZATIONAL_UNIT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { organizational_unit: members.optional("OrganizationalUnit")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(1);
        put_some(&mut members, "OrganizationalUnit", self.organizational_unit);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdatePolicyRequest {
    pub content: Option<String>,
    pub description: Option<String>,
    pub name: Option<String>,
    pub policy_id: String,
}

impl Shape for UpdatePolicyRequest {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_POLICY_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            content: members.optional("Content")?,
            description: members.optional("Description")?,
            name: members.optional("Name")?,
            policy_id: members.required("PolicyId")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(4);
        put_some(&mut members, "Content", self.content);
        put_some(&mut members, "Description", self.description);
        put_some(&mut members, "Name", self.name);
        put(&mut members, "PolicyId", self.policy_id);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct UpdatePolicyResponse {
    pub policy: Option<Policy>,
}

impl Shape for UpdatePolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::UPDATE_POLICY_RESPONSE;

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
pub struct AttachPolicyResponse {}

impl Shape for AttachPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::ATTACH_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct CloseAccountResponse {}

impl Shape for CloseAccountResponse {
    const SCHEMA: &'static StructureSchema = &schemas::CLOSE_ACCOUNT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteOrganizationRequest {}

impl Shape for DeleteOrganizationRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ORGANIZATION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteOrganizationResponse {}

impl Shape for DeleteOrganizationResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ORGANIZATION_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DeleteOrganizationalUnitResponse {}

impl Shape for DeleteOrganizationalUnitResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DELETE_ORGANIZATIONAL_UNIT_RESPONSE;

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
pub struct DescribeOrganizationRequest {}

impl Shape for DescribeOrganizationRequest {
    const SCHEMA: &'static StructureSchema = &schemas::DESCRIBE_ORGANIZATION_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct DetachPolicyResponse {}

impl Shape for DetachPolicyResponse {
    const SCHEMA: &'static StructureSchema = &schemas::DETACH_POLICY_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct MoveAccountResponse {}

impl Shape for MoveAccountResponse {
    const SCHEMA: &'static StructureSchema = &schemas::MOVE_ACCOUNT_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        Members::open(Self::SCHEMA, document).map(|_| Self {})
    }

    fn into_document(self) -> Document {
        Document::Structure(Vec::new())
    }
}

#[derive(Debug, Clone, Default)]
pub struct RemoveAccountFromOrganizationResponse {}

impl Shape for RemoveAccountFromOrganizationResponse {
    const SCHEMA: &'static StructureSchema = &schemas::REMOVE_ACCOUNT_FROM_ORGANIZATION_RESPONSE;

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

pub mod errors {
    use super::ErrorCode;

    pub static AWS_ORGANIZATIONS_NOT_IN_USE_EXCEPTION: ErrorCode = ErrorCode {
        name: "AWSOrganizationsNotInUseException",
        code: "AWSOrganizationsNotInUseException",
        status: 400,
        sender_fault: true,
    };

    pub static ACCESS_DENIED_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccessDeniedException",
        code: "AccessDeniedException",
        status: 400,
        sender_fault: true,
    };

    pub static ACCESS_DENIED_FOR_DEPENDENCY_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccessDeniedForDependencyException",
        code: "AccessDeniedForDependencyException",
        status: 400,
        sender_fault: true,
    };

    pub static ACCOUNT_ALREADY_CLOSED_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccountAlreadyClosedException",
        code: "AccountAlreadyClosedException",
        status: 400,
        sender_fault: true,
    };

    pub static ACCOUNT_ALREADY_REGISTERED_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccountAlreadyRegisteredException",
        code: "AccountAlreadyRegisteredException",
        status: 400,
        sender_fault: true,
    };

    pub static ACCOUNT_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccountNotFoundException",
        code: "AccountNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static ACCOUNT_NOT_REGISTERED_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccountNotRegisteredException",
        code: "AccountNotRegisteredException",
        status: 400,
        sender_fault: true,
    };

    pub static ACCOUNT_OWNER_NOT_VERIFIED_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccountOwnerNotVerifiedException",
        code: "AccountOwnerNotVerifiedException",
        status: 400,
        sender_fault: true,
    };

    pub static ALREADY_IN_ORGANIZATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "AlreadyInOrganizationException",
        code: "AlreadyInOrganizationException",
        status: 400,
        sender_fault: true,
    };

    pub static CHILD_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "ChildNotFoundException",
        code: "ChildNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static CONCURRENT_MODIFICATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "ConcurrentModificationException",
        code: "ConcurrentModificationException",
        status: 400,
        sender_fault: true,
    };

    pub static CONFLICT_EXCEPTION: ErrorCode =
        ErrorCode { name: "ConflictException", code: "ConflictException", status: 400, sender_fault: true };

    pub static CONSTRAINT_VIOLATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "ConstraintViolationException",
        code: "ConstraintViolationException",
        status: 400,
        sender_fault: true,
    };

    pub static CREATE_ACCOUNT_STATUS_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "CreateAccountStatusNotFoundException",
        code: "CreateAccountStatusNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static DESTINATION_PARENT_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "DestinationParentNotFoundException",
        code: "DestinationParentNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static DUPLICATE_ACCOUNT_EXCEPTION: ErrorCode = ErrorCode {
        name: "DuplicateAccountException",
        code: "DuplicateAccountException",
        status: 400,
        sender_fault: true,
    };

    pub static DUPLICATE_HANDSHAKE_EXCEPTION: ErrorCode = ErrorCode {
        name: "DuplicateHandshakeException",
        code: "DuplicateHandshakeException",
        status: 400,
        sender_fault: true,
    };

    pub static DUPLICATE_ORGANIZATIONAL_UNIT_EXCEPTION: ErrorCode = ErrorCode {
        name: "DuplicateOrganizationalUnitException",
        code: "DuplicateOrganizationalUnitException",
        status: 400,
        sender_fault: true,
    };

    pub static DUPLICATE_POLICY_ATTACHMENT_EXCEPTION: ErrorCode = ErrorCode {
        name: "DuplicatePolicyAttachmentException",
        code: "DuplicatePolicyAttachmentException",
        status: 400,
        sender_fault: true,
    };

    pub static DUPLICATE_POLICY_EXCEPTION: ErrorCode = ErrorCode {
        name: "DuplicatePolicyException",
        code: "DuplicatePolicyException",
        status: 400,
        sender_fault: true,
    };

    pub static EFFECTIVE_POLICY_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "EffectivePolicyNotFoundException",
        code: "EffectivePolicyNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static FINALIZING_ORGANIZATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "FinalizingOrganizationException",
        code: "FinalizingOrganizationException",
        status: 400,
        sender_fault: true,
    };

    pub static HANDSHAKE_ALREADY_IN_STATE_EXCEPTION: ErrorCode = ErrorCode {
        name: "HandshakeAlreadyInStateException",
        code: "HandshakeAlreadyInStateException",
        status: 400,
        sender_fault: true,
    };

    pub static HANDSHAKE_CONSTRAINT_VIOLATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "HandshakeConstraintViolationException",
        code: "HandshakeConstraintViolationException",
        status: 400,
        sender_fault: true,
    };

    pub static HANDSHAKE_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "HandshakeNotFoundException",
        code: "HandshakeNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_HANDSHAKE_TRANSITION_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidHandshakeTransitionException",
        code: "InvalidHandshakeTransitionException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_INPUT_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidInputException",
        code: "InvalidInputException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_RESPONSIBILITY_TRANSFER_TRANSITION_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidResponsibilityTransferTransitionException",
        code: "InvalidResponsibilityTransferTransitionException",
        status: 400,
        sender_fault: true,
    };

    pub static MALFORMED_POLICY_DOCUMENT_EXCEPTION: ErrorCode = ErrorCode {
        name: "MalformedPolicyDocumentException",
        code: "MalformedPolicyDocumentException",
        status: 400,
        sender_fault: true,
    };

    pub static MASTER_CANNOT_LEAVE_ORGANIZATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "MasterCannotLeaveOrganizationException",
        code: "MasterCannotLeaveOrganizationException",
        status: 400,
        sender_fault: true,
    };

    pub static ORGANIZATION_NOT_EMPTY_EXCEPTION: ErrorCode = ErrorCode {
        name: "OrganizationNotEmptyException",
        code: "OrganizationNotEmptyException",
        status: 400,
        sender_fault: true,
    };

    pub static ORGANIZATIONAL_UNIT_NOT_EMPTY_EXCEPTION: ErrorCode = ErrorCode {
        name: "OrganizationalUnitNotEmptyException",
        code: "OrganizationalUnitNotEmptyException",
        status: 400,
        sender_fault: true,
    };

    pub static ORGANIZATIONAL_UNIT_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "OrganizationalUnitNotFoundException",
        code: "OrganizationalUnitNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static PARENT_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "ParentNotFoundException",
        code: "ParentNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static POLICY_CHANGES_IN_PROGRESS_EXCEPTION: ErrorCode = ErrorCode {
        name: "PolicyChangesInProgressException",
        code: "PolicyChangesInProgressException",
        status: 400,
        sender_fault: true,
    };

    pub static POLICY_IN_USE_EXCEPTION: ErrorCode = ErrorCode {
        name: "PolicyInUseException",
        code: "PolicyInUseException",
        status: 400,
        sender_fault: true,
    };

    pub static POLICY_NOT_ATTACHED_EXCEPTION: ErrorCode = ErrorCode {
        name: "PolicyNotAttachedException",
        code: "PolicyNotAttachedException",
        status: 400,
        sender_fault: true,
    };

    pub static POLICY_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "PolicyNotFoundException",
        code: "PolicyNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static POLICY_TYPE_ALREADY_ENABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "PolicyTypeAlreadyEnabledException",
        code: "PolicyTypeAlreadyEnabledException",
        status: 400,
        sender_fault: true,
    };

    pub static POLICY_TYPE_NOT_AVAILABLE_FOR_ORGANIZATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "PolicyTypeNotAvailableForOrganizationException",
        code: "PolicyTypeNotAvailableForOrganizationException",
        status: 400,
        sender_fault: true,
    };

    pub static POLICY_TYPE_NOT_ENABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "PolicyTypeNotEnabledException",
        code: "PolicyTypeNotEnabledException",
        status: 400,
        sender_fault: true,
    };

    pub static RESOURCE_POLICY_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "ResourcePolicyNotFoundException",
        code: "ResourcePolicyNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static RESPONSIBILITY_TRANSFER_ALREADY_IN_STATUS_EXCEPTION: ErrorCode = ErrorCode {
        name: "ResponsibilityTransferAlreadyInStatusException",
        code: "ResponsibilityTransferAlreadyInStatusException",
        status: 400,
        sender_fault: true,
    };

    pub static RESPONSIBILITY_TRANSFER_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "ResponsibilityTransferNotFoundException",
        code: "ResponsibilityTransferNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static ROOT_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "RootNotFoundException",
        code: "RootNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static SERVICE_EXCEPTION: ErrorCode =
        ErrorCode { name: "ServiceException", code: "ServiceException", status: 500, sender_fault: false };

    pub static SOURCE_PARENT_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "SourceParentNotFoundException",
        code: "SourceParentNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static TARGET_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "TargetNotFoundException",
        code: "TargetNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static TOO_MANY_REQUESTS_EXCEPTION: ErrorCode = ErrorCode {
        name: "TooManyRequestsException",
        code: "TooManyRequestsException",
        status: 400,
        sender_fault: true,
    };

    pub static UNSUPPORTED_API_ENDPOINT_EXCEPTION: ErrorCode = ErrorCode {
        name: "UnsupportedAPIEndpointException",
        code: "UnsupportedAPIEndpointException",
        status: 400,
        sender_fault: true,
    };
}

mod schemas {
    use crate::{ListSchema, MemberSchema, Pattern, Schema, StringSchema, StructureSchema, TimestampFormat};

    pub(super) static ACCOUNT: StructureSchema = StructureSchema {
        name: "Account",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ACCOUNT_ARN)),
            MemberSchema::optional("Email", Schema::String(&EMAIL)),
            MemberSchema::optional("Id", Schema::String(&ACCOUNT_ID)),
            MemberSchema::optional("JoinedMethod", Schema::String(&ACCOUNT_JOINED_METHOD)),
            MemberSchema::optional("JoinedTimestamp", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("Name", Schema::String(&ACCOUNT_NAME)),
            MemberSchema::optional("Paths", Schema::List(&PATHS)),
            MemberSchema::optional("State", Schema::String(&ACCOUNT_STATE)),
            MemberSchema::optional("Status", Schema::String(&ACCOUNT_STATUS)),
        ],
    };

    pub(super) static ACCOUNT_ARN: StringSchema = StringSchema {
        name: "AccountArn",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&ACCOUNT_ARN_PATTERN),
        values: &[],
    };

    pub(super) static ACCOUNT_ID: StringSchema = StringSchema {
        name: "AccountId",
        sensitive: false,
        min: None,
        max: Some(12),
        pattern: Some(&ACCOUNT_ID_PATTERN),
        values: &[],
    };

    pub(super) static ACCOUNT_JOINED_METHOD: StringSchema = StringSchema {
        name: "AccountJoinedMethod",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["INVITED", "CREATED"],
    };

    pub(super) static ACCOUNT_NAME: StringSchema = StringSchema {
        name: "AccountName",
        sensitive: true,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ACCOUNT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static ACCOUNT_STATE: StringSchema = StringSchema {
        name: "AccountState",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["PENDING_ACTIVATION", "ACTIVE", "SUSPENDED", "PENDING_CLOSURE", "CLOSED"],
    };

    pub(super) static ACCOUNT_STATUS: StringSchema = StringSchema {
        name: "AccountStatus",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ACTIVE", "SUSPENDED", "PENDING_CLOSURE"],
    };

    pub(super) static ACCOUNTS: ListSchema = ListSchema {
        name: "Accounts",
        member: Schema::Structure(&ACCOUNT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static ATTACH_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "AttachPolicyRequest",
        members: &[
            MemberSchema::required("PolicyId", Schema::String(&POLICY_ID)),
            MemberSchema::required("TargetId", Schema::String(&POLICY_TARGET_ID)),
        ],
    };

    pub(super) static CHILD: StructureSchema = StructureSchema {
        name: "Child",
        members: &[
            MemberSchema::optional("Id", Schema::String(&CHILD_ID)),
            MemberSchema::optional("Type", Schema::String(&CHILD_TYPE)),
        ],
    };

    pub(super) static CHILD_ID: StringSchema = StringSchema {
        name: "ChildId",
        sensitive: false,
        min: None,
        max: Some(100),
        pattern: Some(&CHILD_ID_PATTERN),
        values: &[],
    };

    pub(super) static CHILD_TYPE: StringSchema = StringSchema {
        name: "ChildType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ACCOUNT", "ORGANIZATIONAL_UNIT"],
    };

    pub(super) static CHILDREN: ListSchema = ListSchema {
        name: "Children",
        member: Schema::Structure(&CHILD),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static CLOSE_ACCOUNT_REQUEST: StructureSchema = StructureSchema {
        name: "CloseAccountRequest",
        members: &[MemberSchema::required("AccountId", Schema::String(&ACCOUNT_ID))],
    };

    pub(super) static CREATE_ACCOUNT_FAILURE_REASON: StringSchema = StringSchema {
        name: "CreateAccountFailureReason",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "ACCOUNT_LIMIT_EXCEEDED",
            "EMAIL_ALREADY_EXISTS",
            "INVALID_ADDRESS",
            "INVALID_EMAIL",
            "CONCURRENT_ACCOUNT_MODIFICATION",
            "INTERNAL_FAILURE",
            "GOVCLOUD_ACCOUNT_ALREADY_EXISTS",
            "MISSING_BUSINESS_VALIDATION",
            "FAILED_BUSINESS_VALIDATION",
            "PENDING_BUSINESS_VALIDATION",
            "INVALID_IDENTITY_FOR_BUSINESS_VALIDATION",
            "UNKNOWN_BUSINESS_VALIDATION",
            "MISSING_PAYMENT_INSTRUMENT",
            "INVALID_PAYMENT_INSTRUMENT",
            "UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED",
        ],
    };

    pub(super) static CREATE_ACCOUNT_NAME: StringSchema = StringSchema {
        name: "CreateAccountName",
        sensitive: true,
        min: Some(1),
        max: Some(50),
        pattern: Some(&CREATE_ACCOUNT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static CREATE_ACCOUNT_REQUEST: StructureSchema = StructureSchema {
        name: "CreateAccountRequest",
        members: &[
            MemberSchema::required("AccountName", Schema::String(&CREATE_ACCOUNT_NAME)),
            MemberSchema::required("Email", Schema::String(&EMAIL)),
            MemberSchema::optional("IamUserAccessToBilling", Schema::String(&IAM_USER_ACCESS_TO_BILLING)),
            MemberSchema::optional("RoleName", Schema::String(&ROLE_NAME)),
            MemberSchema::optional("Tags", Schema::List(&TAGS)),
        ],
    };

    pub(super) static CREATE_ACCOUNT_REQUEST_ID: StringSchema = StringSchema {
        name: "CreateAccountRequestId",
        sensitive: false,
        min: None,
        max: Some(36),
        pattern: Some(&CREATE_ACCOUNT_REQUEST_ID_PATTERN),
        values: &[],
    };

    pub(super) static CREATE_ACCOUNT_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateAccountResponse",
        members: &[MemberSchema::optional("CreateAccountStatus", Schema::Structure(&CREATE_ACCOUNT_STATUS))],
    };

    pub(super) static CREATE_ACCOUNT_STATE: StringSchema = StringSchema {
        name: "CreateAccountState",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["IN_PROGRESS", "SUCCEEDED", "FAILED"],
    };

    pub(super) static CREATE_ACCOUNT_STATES: ListSchema = ListSchema {
        name: "CreateAccountStates",
        member: Schema::String(&CREATE_ACCOUNT_STATE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static CREATE_ACCOUNT_STATUS: StructureSchema = StructureSchema {
        name: "CreateAccountStatus",
        members: &[
            MemberSchema::optional("AccountId", Schema::String(&ACCOUNT_ID)),
            MemberSchema::optional("AccountName", Schema::String(&CREATE_ACCOUNT_NAME)),
            MemberSchema::optional("CompletedTimestamp", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("FailureReason", Schema::String(&CREATE_ACCOUNT_FAILURE_REASON)),
            MemberSchema::optional("GovCloudAccountId", Schema::String(&ACCOUNT_ID)),
            MemberSchema::optional("Id", Schema::String(&CREATE_ACCOUNT_REQUEST_ID)),
            MemberSchema::optional("RequestedTimestamp", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("State", Schema::String(&CREATE_ACCOUNT_STATE)),
        ],
    };

    pub(super) static CREATE_ACCOUNT_STATUSES: ListSchema = ListSchema {
        name: "CreateAccountStatuses",
        member: Schema::Structure(&CREATE_ACCOUNT_STATUS),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static CREATE_ORGANIZATION_REQUEST: StructureSchema = StructureSchema {
        name: "CreateOrganizationRequest",
        members: &[MemberSchema::optional("FeatureSet", Schema::String(&ORGANIZATION_FEATURE_SET))],
    };

    pub(super) static CREATE_ORGANIZATION_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateOrganizationResponse",
        members: &[MemberSchema::optional("Organization", Schema::Structure(&ORGANIZATION))],
    };

    pub(super) static CREATE_ORGANIZATIONAL_UNIT_REQUEST: StructureSchema = StructureSchema {
        name: "CreateOrganizationalUnitRequest",
        members: &[
            MemberSchema::required("Name", Schema::String(&ORGANIZATIONAL_UNIT_NAME)),
            MemberSchema::required("ParentId", Schema::String(&PARENT_ID)),
            MemberSchema::optional("Tags", Schema::List(&TAGS)),
        ],
    };

    pub(super) static CREATE_ORGANIZATIONAL_UNIT_RESPONSE: StructureSchema = StructureSchema {
        name: "CreateOrganizationalUnitResponse",
        members: &[MemberSchema::optional("OrganizationalUnit", Schema::Structure(&ORGANIZATIONAL_UNIT))],
    };

    pub(super) static CREATE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "CreatePolicyRequest",
        members: &[
            MemberSchema::required("Content", Schema::String(&POLICY_CONTENT)),
            MemberSchema::required("Description", Schema::String(&POLICY_DESCRIPTION)),
            MemberSchema::required("Name", Schema::String(&POLICY_NAME)),
            MemberSchema::optional("Tags", Schema::List(&TAGS)),
            MemberSchema::required("Type", Schema::String(&POLICY_TYPE)),
        ],
    };

    pub(super) static CREATE_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "CreatePolicyResponse",
        members: &[MemberSchema::optional("Policy", Schema::Structure(&POLICY))],
    };

    pub(super) static DELETE_ORGANIZATIONAL_UNIT_REQUEST: StructureSchema = StructureSchema {
        name: "DeleteOrganizationalUnitRequest",
        members: &[MemberSchema::required("OrganizationalUnitId", Schema::String(&ORGANIZATIONAL_UNIT_ID))],
    };

    pub(super) static DELETE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DeletePolicyRequest",
        members: &[MemberSchema::required("PolicyId", Schema::String(&POLICY_ID))],
    };

    pub(super) static DESCRIBE_ACCOUNT_REQUEST: StructureSchema = StructureSchema {
        name: "DescribeAccountRequest",
        members: &[MemberSchema::required("AccountId", Schema::String(&ACCOUNT_ID))],
    };

    pub(super) static DESCRIBE_ACCOUNT_RESPONSE: StructureSchema = StructureSchema {
        name: "DescribeAccountResponse",
        members: &[MemberSchema::optional("Account", Schema::Structure(&ACCOUNT))],
    };

    pub(super) static DESCRIBE_CREATE_ACCOUNT_STATUS_REQUEST: StructureSchema = StructureSchema {
        name: "DescribeCreateAccountStatusRequest",
        members: &[MemberSchema::required(
            "CreateAccountRequestId",
            Schema::String(&CREATE_ACCOUNT_REQUEST_ID),
        )],
    };

    pub(super) static DESCRIBE_CREATE_ACCOUNT_STATUS_RESPONSE: StructureSchema = StructureSchema {
        name: "DescribeCreateAccountStatusResponse",
        members: &[MemberSchema::optional("CreateAccountStatus", Schema::Structure(&CREATE_ACCOUNT_STATUS))],
    };

    pub(super) static DESCRIBE_ORGANIZATION_RESPONSE: StructureSchema = StructureSchema {
        name: "DescribeOrganizationResponse",
        members: &[MemberSchema::optional("Organization", Schema::Structure(&ORGANIZATION))],
    };

    pub(super) static DESCRIBE_ORGANIZATIONAL_UNIT_REQUEST: StructureSchema = StructureSchema {
        name: "DescribeOrganizationalUnitRequest",
        members: &[MemberSchema::required("OrganizationalUnitId", Schema::String(&ORGANIZATIONAL_UNIT_ID))],
    };

    pub(super) static DESCRIBE_ORGANIZATIONAL_UNIT_RESPONSE: StructureSchema = StructureSchema {
        name: "DescribeOrganizationalUnitResponse",
        members: &[MemberSchema::optional("OrganizationalUnit", Schema::Structure(&ORGANIZATIONAL_UNIT))],
    };

    pub(super) static DESCRIBE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DescribePolicyRequest",
        members: &[MemberSchema::required("PolicyId", Schema::String(&POLICY_ID))],
    };

    pub(super) static DESCRIBE_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "DescribePolicyResponse",
        members: &[MemberSchema::optional("Policy", Schema::Structure(&POLICY))],
    };

    pub(super) static DETACH_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "DetachPolicyRequest",
        members: &[
            MemberSchema::required("PolicyId", Schema::String(&POLICY_ID)),
            MemberSchema::required("TargetId", Schema::String(&POLICY_TARGET_ID)),
        ],
    };

    pub(super) static DISABLE_POLICY_TYPE_REQUEST: StructureSchema = StructureSchema {
        name: "DisablePolicyTypeRequest",
        members: &[
            MemberSchema::required("PolicyType", Schema::String(&POLICY_TYPE)),
            MemberSchema::required("RootId", Schema::String(&ROOT_ID)),
        ],
    };

    pub(super) static DISABLE_POLICY_TYPE_RESPONSE: StructureSchema = StructureSchema {
        name: "DisablePolicyTypeResponse",
        members: &[MemberSchema::optional("Root", Schema::Structure(&ROOT))],
    };

    pub(super) static EMAIL: StringSchema = StringSchema {
        name: "Email",
        sensitive: true,
        min: Some(6),
        max: Some(64),
        pattern: Some(&EMAIL_PATTERN),
        values: &[],
    };

    pub(super) static ENABLE_POLICY_TYPE_REQUEST: StructureSchema = StructureSchema {
        name: "EnablePolicyTypeRequest",
        members: &[
            MemberSchema::required("PolicyType", Schema::String(&POLICY_TYPE)),
            MemberSchema::required("RootId", Schema::String(&ROOT_ID)),
        ],
    };

    pub(super) static ENABLE_POLICY_TYPE_RESPONSE: StructureSchema = StructureSchema {
        name: "EnablePolicyTypeResponse",
        members: &[MemberSchema::optional("Root", Schema::Structure(&ROOT))],
    };

    pub(super) static GENERIC_ARN: StringSchema = StringSchema {
        name: "GenericArn",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&GENERIC_ARN_PATTERN),
        values: &[],
    };

    pub(super) static IAM_USER_ACCESS_TO_BILLING: StringSchema = StringSchema {
        name: "IAMUserAccessToBilling",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ALLOW", "DENY"],
    };

    pub(super) static LIST_ACCOUNTS_FOR_PARENT_REQUEST: StructureSchema = StructureSchema {
        name: "ListAccountsForParentRequest",
        members: &[
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::required("ParentId", Schema::String(&PARENT_ID)),
        ],
    };

    pub(super) static LIST_ACCOUNTS_FOR_PARENT_RESPONSE: StructureSchema = StructureSchema {
        name: "ListAccountsForParentResponse",
        members: &[
            MemberSchema::optional("Accounts", Schema::List(&ACCOUNTS)),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static LIST_ACCOUNTS_REQUEST: StructureSchema = StructureSchema {
        name: "ListAccountsRequest",
        members: &[
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static LIST_ACCOUNTS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListAccountsResponse",
        members: &[
            MemberSchema::optional("Accounts", Schema::List(&ACCOUNTS)),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static LIST_CHILDREN_REQUEST: StructureSchema = StructureSchema {
        name: "ListChildrenRequest",
        members: &[
            MemberSchema::required("ChildType", Schema::String(&CHILD_TYPE)),
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::required("ParentId", Schema::String(&PARENT_ID)),
        ],
    };

    pub(super) static LIST_CHILDREN_RESPONSE: StructureSchema = StructureSchema {
        name: "ListChildrenResponse",
        members: &[
            MemberSchema::optional("Children", Schema::List(&CHILDREN)),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static LIST_CREATE_ACCOUNT_STATUS_REQUEST: StructureSchema = StructureSchema {
        name: "ListCreateAccountStatusRequest",
        members: &[
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("States", Schema::List(&CREATE_ACCOUNT_STATES)),
        ],
    };

    pub(super) static LIST_CREATE_ACCOUNT_STATUS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListCreateAccountStatusResponse",
        members: &[
            MemberSchema::optional("CreateAccountStatuses", Schema::List(&CREATE_ACCOUNT_STATUSES)),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_REQUEST: StructureSchema = StructureSchema {
        name: "ListOrganizationalUnitsForParentRequest",
        members: &[
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::required("ParentId", Schema::String(&PARENT_ID)),
        ],
    };

    pub(super) static LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_RESPONSE: StructureSchema = StructureSchema {
        name: "ListOrganizationalUnitsForParentResponse",
        members: &[
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("OrganizationalUnits", Schema::List(&ORGANIZATIONAL_UNITS)),
        ],
    };

    pub(super) static LIST_PARENTS_REQUEST: StructureSchema = StructureSchema {
        name: "ListParentsRequest",
        members: &[
            MemberSchema::required("ChildId", Schema::String(&CHILD_ID)),
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static LIST_PARENTS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListParentsResponse",
        members: &[
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("Parents", Schema::List(&PARENTS)),
        ],
    };

    pub(super) static LIST_POLICIES_FOR_TARGET_REQUEST: StructureSchema = StructureSchema {
        name: "ListPoliciesForTargetRequest",
        members: &[
            MemberSchema::required("Filter", Schema::String(&POLICY_TYPE)),
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::required("TargetId", Schema::String(&POLICY_TARGET_ID)),
        ],
    };

    pub(super) static LIST_POLICIES_FOR_TARGET_RESPONSE: StructureSchema = StructureSchema {
        name: "ListPoliciesForTargetResponse",
        members: &[
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("Policies", Schema::List(&POLICIES)),
        ],
    };

    pub(super) static LIST_POLICIES_REQUEST: StructureSchema = StructureSchema {
        name: "ListPoliciesRequest",
        members: &[
            MemberSchema::required("Filter", Schema::String(&POLICY_TYPE)),
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static LIST_POLICIES_RESPONSE: StructureSchema = StructureSchema {
        name: "ListPoliciesResponse",
        members: &[
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("Policies", Schema::List(&POLICIES)),
        ],
    };

    pub(super) static LIST_ROOTS_REQUEST: StructureSchema = StructureSchema {
        name: "ListRootsRequest",
        members: &[
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
        ],
    };

    pub(super) static LIST_ROOTS_RESPONSE: StructureSchema = StructureSchema {
        name: "ListRootsResponse",
        members: &[
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("Roots", Schema::List(&ROOTS)),
        ],
    };

    pub(super) static LIST_TAGS_FOR_RESOURCE_REQUEST: StructureSchema = StructureSchema {
        name: "ListTagsForResourceRequest",
        members: &[
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::required("ResourceId", Schema::String(&TAGGABLE_RESOURCE_ID)),
        ],
    };

    pub(super) static LIST_TAGS_FOR_RESOURCE_RESPONSE: StructureSchema = StructureSchema {
        name: "ListTagsForResourceResponse",
        members: &[
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("Tags", Schema::List(&TAGS)),
        ],
    };

    pub(super) static LIST_TARGETS_FOR_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "ListTargetsForPolicyRequest",
        members: &[
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(20) }),
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::required("PolicyId", Schema::String(&POLICY_ID)),
        ],
    };

    pub(super) static LIST_TARGETS_FOR_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "ListTargetsForPolicyResponse",
        members: &[
            MemberSchema::optional("NextToken", Schema::String(&NEXT_TOKEN)),
            MemberSchema::optional("Targets", Schema::List(&POLICY_TARGETS)),
        ],
    };

    pub(super) static MOVE_ACCOUNT_REQUEST: StructureSchema = StructureSchema {
        name: "MoveAccountRequest",
        members: &[
            MemberSchema::required("AccountId", Schema::String(&ACCOUNT_ID)),
            MemberSchema::required("DestinationParentId", Schema::String(&PARENT_ID)),
            MemberSchema::required("SourceParentId", Schema::String(&PARENT_ID)),
        ],
    };

    pub(super) static NEXT_TOKEN: StringSchema = StringSchema {
        name: "NextToken",
        sensitive: false,
        min: None,
        max: Some(100000),
        pattern: Some(&ACCOUNT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static ORGANIZATION: StructureSchema = StructureSchema {
        name: "Organization",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ORGANIZATION_ARN)),
            MemberSchema::optional("AvailablePolicyTypes", Schema::List(&POLICY_TYPES)),
            MemberSchema::optional("FeatureSet", Schema::String(&ORGANIZATION_FEATURE_SET)),
            MemberSchema::optional("Id", Schema::String(&ORGANIZATION_ID)),
            MemberSchema::optional("MasterAccountArn", Schema::String(&ACCOUNT_ARN)),
            MemberSchema::optional("MasterAccountEmail", Schema::String(&EMAIL)),
            MemberSchema::optional("MasterAccountId", Schema::String(&ACCOUNT_ID)),
        ],
    };

    pub(super) static ORGANIZATION_ARN: StringSchema = StringSchema {
        name: "OrganizationArn",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&ORGANIZATION_ARN_PATTERN),
        values: &[],
    };

    pub(super) static ORGANIZATION_FEATURE_SET: StringSchema = StringSchema {
        name: "OrganizationFeatureSet",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ALL", "CONSOLIDATED_BILLING"],
    };

    pub(super) static ORGANIZATION_ID: StringSchema = StringSchema {
        name: "OrganizationId",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&ORGANIZATION_ID_PATTERN),
        values: &[],
    };

    pub(super) static ORGANIZATIONAL_UNIT: StructureSchema = StructureSchema {
        name: "OrganizationalUnit",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ORGANIZATIONAL_UNIT_ARN)),
            MemberSchema::optional("Id", Schema::String(&ORGANIZATIONAL_UNIT_ID)),
            MemberSchema::optional("Name", Schema::String(&ORGANIZATIONAL_UNIT_NAME)),
            MemberSchema::optional("Path", Schema::String(&PATH)),
        ],
    };

    pub(super) static ORGANIZATIONAL_UNIT_ARN: StringSchema = StringSchema {
        name: "OrganizationalUnitArn",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&ORGANIZATIONAL_UNIT_ARN_PATTERN),
        values: &[],
    };

    pub(super) static ORGANIZATIONAL_UNIT_ID: StringSchema = StringSchema {
        name: "OrganizationalUnitId",
        sensitive: false,
        min: None,
        max: Some(68),
        pattern: Some(&ORGANIZATIONAL_UNIT_ID_PATTERN),
        values: &[],
    };

    pub(super) static ORGANIZATIONAL_UNIT_NAME: StringSchema = StringSchema {
        name: "OrganizationalUnitName",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ACCOUNT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static ORGANIZATIONAL_UNITS: ListSchema = ListSchema {
        name: "OrganizationalUnits",
        member: Schema::Structure(&ORGANIZATIONAL_UNIT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static PARENT: StructureSchema = StructureSchema {
        name: "Parent",
        members: &[
            MemberSchema::optional("Id", Schema::String(&PARENT_ID)),
            MemberSchema::optional("Type", Schema::String(&PARENT_TYPE)),
        ],
    };

    pub(super) static PARENT_ID: StringSchema = StringSchema {
        name: "ParentId",
        sensitive: false,
        min: None,
        max: Some(100),
        pattern: Some(&PARENT_ID_PATTERN),
        values: &[],
    };

    pub(super) static PARENT_TYPE: StringSchema = StringSchema {
        name: "ParentType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ROOT", "ORGANIZATIONAL_UNIT"],
    };

    pub(super) static PARENTS: ListSchema = ListSchema {
        name: "Parents",
        member: Schema::Structure(&PARENT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static PATH: StringSchema = StringSchema {
        name: "Path",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&PATH_PATTERN),
        values: &[],
    };

    pub(super) static PATHS: ListSchema = ListSchema {
        name: "Paths",
        member: Schema::String(&PATH),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICIES: ListSchema = ListSchema {
        name: "Policies",
        member: Schema::Structure(&POLICY_SUMMARY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY: StructureSchema = StructureSchema {
        name: "Policy",
        members: &[
            MemberSchema::optional("Content", Schema::String(&POLICY_CONTENT)),
            MemberSchema::optional("PolicySummary", Schema::Structure(&POLICY_SUMMARY)),
        ],
    };

    pub(super) static POLICY_ARN: StringSchema = StringSchema {
        name: "PolicyArn",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&POLICY_ARN_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_CONTENT: StringSchema = StringSchema {
        name: "PolicyContent",
        sensitive: false,
        min: Some(1),
        max: None,
        pattern: Some(&ACCOUNT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_DESCRIPTION: StringSchema = StringSchema {
        name: "PolicyDescription",
        sensitive: false,
        min: None,
        max: Some(512),
        pattern: Some(&ACCOUNT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_ID: StringSchema = StringSchema {
        name: "PolicyId",
        sensitive: false,
        min: None,
        max: Some(130),
        pattern: Some(&POLICY_ID_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_NAME: StringSchema = StringSchema {
        name: "PolicyName",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&ACCOUNT_NAME_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_SUMMARY: StructureSchema = StructureSchema {
        name: "PolicySummary",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&POLICY_ARN)),
            MemberSchema::optional("AwsManaged", Schema::Boolean),
            MemberSchema::optional("Description", Schema::String(&POLICY_DESCRIPTION)),
            MemberSchema::optional("Id", Schema::String(&POLICY_ID)),
            MemberSchema::optional("Name", Schema::String(&POLICY_NAME)),
            MemberSchema::optional("Type", Schema::String(&POLICY_TYPE)),
        ],
    };

    pub(super) static POLICY_TARGET_ID: StringSchema = StringSchema {
        name: "PolicyTargetId",
        sensitive: false,
        min: None,
        max: Some(100),
        pattern: Some(&POLICY_TARGET_ID_PATTERN),
        values: &[],
    };

    pub(super) static POLICY_TARGET_SUMMARY: StructureSchema = StructureSchema {
        name: "PolicyTargetSummary",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&GENERIC_ARN)),
            MemberSchema::optional("Name", Schema::String(&TARGET_NAME)),
            MemberSchema::optional("TargetId", Schema::String(&POLICY_TARGET_ID)),
            MemberSchema::optional("Type", Schema::String(&TARGET_TYPE)),
        ],
    };

    pub(super) static POLICY_TARGETS: ListSchema = ListSchema {
        name: "PolicyTargets",
        member: Schema::Structure(&POLICY_TARGET_SUMMARY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static POLICY_TYPE: StringSchema = StringSchema {
        name: "PolicyType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "SERVICE_CONTROL_POLICY",
            "RESOURCE_CONTROL_POLICY",
            "TAG_POLICY",
            "BACKUP_POLICY",
            "AISERVICES_OPT_OUT_POLICY",
            "CHATBOT_POLICY",
            "DECLARATIVE_POLICY_EC2",
            "SECURITYHUB_POLICY",
            "SECURITYHUB_CSPM_POLICY",
            "INSPECTOR_POLICY",
            "UPGRADE_ROLLOUT_POLICY",
            "BEDROCK_POLICY",
            "S3_POLICY",
            "NETWORK_SECURITY_DIRECTOR_POLICY",
            "GUARDDUTY_POLICY",
        ],
    };

    pub(super) static POLICY_TYPE_STATUS: StringSchema = StringSchema {
        name: "PolicyTypeStatus",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ENABLED", "PENDING_ENABLE", "PENDING_DISABLE"],
    };

    pub(super) static POLICY_TYPE_SUMMARY: StructureSchema = StructureSchema {
        name: "PolicyTypeSummary",
        members: &[
            MemberSchema::optional("Status", Schema::String(&POLICY_TYPE_STATUS)),
            MemberSchema::optional("Type", Schema::String(&POLICY_TYPE)),
        ],
    };

    pub(super) static POLICY_TYPES: ListSchema = ListSchema {
        name: "PolicyTypes",
        member: Schema::Structure(&POLICY_TYPE_SUMMARY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static REMOVE_ACCOUNT_FROM_ORGANIZATION_REQUEST: StructureSchema = StructureSchema {
        name: "RemoveAccountFromOrganizationRequest",
        members: &[MemberSchema::required("AccountId", Schema::String(&ACCOUNT_ID))],
    };

    pub(super) static ROLE_NAME: StringSchema = StringSchema {
        name: "RoleName",
        sensitive: false,
        min: None,
        max: Some(64),
        pattern: Some(&ROLE_NAME_PATTERN),
        values: &[],
    };

    pub(super) static ROOT: StructureSchema = StructureSchema {
        name: "Root",
        members: &[
            MemberSchema::optional("Arn", Schema::String(&ROOT_ARN)),
            MemberSchema::optional("Id", Schema::String(&ROOT_ID)),
            MemberSchema::optional("Name", Schema::String(&ROOT_NAME)),
            MemberSchema::optional("PolicyTypes", Schema::List(&POLICY_TYPES)),
        ],
    };

    pub(super) static ROOT_ARN: StringSchema = StringSchema {
        name: "RootArn",
        sensitive: false,
        min: None,
        max: None,
        pattern: Some(&ROOT_ARN_PATTERN),
        values: &[],
    };

    pub(super) static ROOT_ID: StringSchema = StringSchema {
        name: "RootId",
        sensitive: false,
        min: None,
        max: Some(34),
        pattern: Some(&ROOT_ID_PATTERN),
        values: &[],
    };

    pub(super) static ROOT_NAME: StringSchema = StringSchema {
        name: "RootName",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: None,
        values: &[],
    };

    pub(super) static ROOTS: ListSchema = ListSchema {
        name: "Roots",
        member: Schema::Structure(&ROOT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static TAG: StructureSchema = StructureSchema {
        name: "Tag",
        members: &[
            MemberSchema::required("Key", Schema::String(&TAG_KEY)),
            MemberSchema::required("Value", Schema::String(&TAG_VALUE)),
        ],
    };

    pub(super) static TAG_KEY: StringSchema = StringSchema {
        name: "TagKey",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: Some(&TAG_KEY_PATTERN),
        values: &[],
    };

    pub(super) static TAG_KEYS: ListSchema = ListSchema {
        name: "TagKeys",
        member: Schema::String(&TAG_KEY),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static TAG_RESOURCE_REQUEST: StructureSchema = StructureSchema {
        name: "TagResourceRequest",
        members: &[
            MemberSchema::required("ResourceId", Schema::String(&TAGGABLE_RESOURCE_ID)),
            MemberSchema::required("Tags", Schema::List(&TAGS)),
        ],
    };

    pub(super) static TAG_VALUE: StringSchema = StringSchema {
        name: "TagValue",
        sensitive: false,
        min: Some(0),
        max: Some(256),
        pattern: Some(&TAG_KEY_PATTERN),
        values: &[],
    };

    pub(super) static TAGGABLE_RESOURCE_ID: StringSchema = StringSchema {
        name: "TaggableResourceId",
        sensitive: false,
        min: None,
        max: Some(130),
        pattern: Some(&TAGGABLE_RESOURCE_ID_PATTERN),
        values: &[],
    };

    pub(super) static TAGS: ListSchema = ListSchema {
        name: "Tags",
        member: Schema::Structure(&TAG),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static TARGET_NAME: StringSchema = StringSchema {
        name: "TargetName",
        sensitive: false,
        min: Some(1),
        max: Some(128),
        pattern: None,
        values: &[],
    };

    pub(super) static TARGET_TYPE: StringSchema = StringSchema {
        name: "TargetType",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["ACCOUNT", "ORGANIZATIONAL_UNIT", "ROOT"],
    };

    pub(super) static UNTAG_RESOURCE_REQUEST: StructureSchema = StructureSchema {
        name: "UntagResourceRequest",
        members: &[
            MemberSchema::required("ResourceId", Schema::String(&TAGGABLE_RESOURCE_ID)),
            MemberSchema::required("TagKeys", Schema::List(&TAG_KEYS)),
        ],
    };

    pub(super) static UPDATE_ORGANIZATIONAL_UNIT_REQUEST: StructureSchema = StructureSchema {
        name: "UpdateOrganizationalUnitRequest",
        members: &[
            MemberSchema::optional("Name", Schema::String(&ORGANIZATIONAL_UNIT_NAME)),
            MemberSchema::required("OrganizationalUnitId", Schema::String(&ORGANIZATIONAL_UNIT_ID)),
        ],
    };

    pub(super) static UPDATE_ORGANIZATIONAL_UNIT_RESPONSE: StructureSchema = StructureSchema {
        name: "UpdateOrganizationalUnitResponse",
        members: &[MemberSchema::optional("OrganizationalUnit", Schema::Structure(&ORGANIZATIONAL_UNIT))],
    };

    pub(super) static UPDATE_POLICY_REQUEST: StructureSchema = StructureSchema {
        name: "UpdatePolicyRequest",
        members: &[
            MemberSchema::optional("Content", Schema::String(&POLICY_CONTENT)),
            MemberSchema::optional("Description", Schema::String(&POLICY_DESCRIPTION)),
            MemberSchema::optional("Name", Schema::String(&POLICY_NAME)),
            MemberSchema::required("PolicyId", Schema::String(&POLICY_ID)),
        ],
    };

    pub(super) static UPDATE_POLICY_RESPONSE: StructureSchema = StructureSchema {
        name: "UpdatePolicyResponse",
        members: &[MemberSchema::optional("Policy", Schema::Structure(&POLICY))],
    };

    pub(super) static ATTACH_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "AttachPolicyResponse", members: &[] };

    pub(super) static CLOSE_ACCOUNT_RESPONSE: StructureSchema =
        StructureSchema { name: "CloseAccountResponse", members: &[] };

    pub(super) static DELETE_ORGANIZATION_REQUEST: StructureSchema =
        StructureSchema { name: "DeleteOrganizationRequest", members: &[] };

    pub(super) static DELETE_ORGANIZATION_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteOrganizationResponse", members: &[] };

    pub(super) static DELETE_ORGANIZATIONAL_UNIT_RESPONSE: StructureSchema =
        StructureSchema { name: "DeleteOrganizationalUnitResponse", members: &[] };

    pub(super) static DELETE_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DeletePolicyResponse", members: &[] };

    pub(super) static DESCRIBE_ORGANIZATION_REQUEST: StructureSchema =
        StructureSchema { name: "DescribeOrganizationRequest", members: &[] };

    pub(super) static DETACH_POLICY_RESPONSE: StructureSchema =
        StructureSchema { name: "DetachPolicyResponse", members: &[] };

    pub(super) static MOVE_ACCOUNT_RESPONSE: StructureSchema =
        StructureSchema { name: "MoveAccountResponse", members: &[] };

    pub(super) static REMOVE_ACCOUNT_FROM_ORGANIZATION_RESPONSE: StructureSchema =
        StructureSchema { name: "RemoveAccountFromOrganizationResponse", members: &[] };

    pub(super) static TAG_RESOURCE_RESPONSE: StructureSchema =
        StructureSchema { name: "TagResourceResponse", members: &[] };

    pub(super) static UNTAG_RESOURCE_RESPONSE: StructureSchema =
        StructureSchema { name: "UntagResourceResponse", members: &[] };

    static ACCOUNT_NAME_PATTERN: Pattern =
        Pattern::new(r"[\s\S]*", r"\A(?:[\t\n\x0B\f\r \x00-\x08\x0E-\x1F!-\x{10FFFF}]*)\z");

    static CREATE_ACCOUNT_NAME_PATTERN: Pattern =
        Pattern::new(r"[\u0020-\u007E]+", r"\A(?:[\x{20}-\x{7E}]+)\z");

    static ROLE_NAME_PATTERN: Pattern =
        Pattern::new(r"[\w+=,.@-]{1,64}", r"\A(?:[0-9A-Za-z_+=,.@-]{1,64})\z");

    static EMAIL_PATTERN: Pattern = Pattern::new(
        r"[^\s@]+@[^\s@]+\.[^\s@]+",
        r"\A(?:[^\t\n\x0B\f\r @]+@[^\t\n\x0B\f\r @]+\.[^\t\n\x0B\f\r @]+)\z",
    );

    static TAG_KEY_PATTERN: Pattern =
        Pattern::new(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$", r"\A(?:^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$)\z");

    static CHILD_ID_PATTERN: Pattern = Pattern::new(
        r"^(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$",
        r"\A(?:^([0-9]{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$)\z",
    );

    static POLICY_ARN_PATTERN: Pattern = Pattern::new(
        r"^(arn:aws:organizations::\d{12}:policy\/o-[a-z0-9]{10,32}\/[0-9a-z_]+\/p-[0-9a-z]{10,32})|(arn:aws:organizations::aws:policy\/[0-9a-z_]+\/p-[0-9a-zA-Z_]{10,128})",
        r"\A(?:^(arn:aws:organizations::[0-9]{12}:policy\/o-[a-z0-9]{10,32}\/[0-9a-z_]+\/p-[0-9a-z]{10,32})|(arn:aws:organizations::aws:policy\/[0-9a-z_]+\/p-[0-9a-zA-Z_]{10,128}))\z",
    );

    static PATH_PATTERN: Pattern = Pattern::new(
        r"^(o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(\/ou\-[0-9a-z]{4,32}-[a-z0-9]{8,32})*(\/\d{12})*)\/",
        r"\A(?:^(o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(\/ou\-[0-9a-z]{4,32}-[a-z0-9]{8,32})*(\/[0-9]{12})*)\/)\z",
    );

    static POLICY_TARGET_ID_PATTERN: Pattern = Pattern::new(
        r"^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$",
        r"\A(?:^(r-[0-9a-z]{4,32})|([0-9]{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$)\z",
    );

    static TAGGABLE_RESOURCE_ID_PATTERN: Pattern = Pattern::new(
        r"^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$",
        r"\A(?:^(r-[0-9a-z]{4,32})|([0-9]{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$)\z",
    );

    static PARENT_ID_PATTERN: Pattern = Pattern::new(
        r"^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$",
        r"\A(?:^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$)\z",
    );

    static ACCOUNT_ID_PATTERN: Pattern = Pattern::new(r"^\d{12}$", r"\A(?:^[0-9]{12}$)\z");

    static GENERIC_ARN_PATTERN: Pattern = Pattern::new(
        r"^arn:aws:organizations::.+:.+",
        r"\A(?:^arn:aws:organizations::[^\n\r\x{85}\x{2028}\x{2029}]+:[^\n\r\x{85}\x{2028}\x{2029}]+)\z",
    );

    static ACCOUNT_ARN_PATTERN: Pattern = Pattern::new(
        r"^arn:aws:organizations::\d{12}:account\/o-[a-z0-9]{10,32}\/\d{12}",
        r"\A(?:^arn:aws:organizations::[0-9]{12}:account\/o-[a-z0-9]{10,32}\/[0-9]{12})\z",
    );

    static ORGANIZATION_ARN_PATTERN: Pattern = Pattern::new(
        r"^arn:aws:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}",
        r"\A(?:^arn:aws:organizations::[0-9]{12}:organization\/o-[a-z0-9]{10,32})\z",
    );

    static ORGANIZATIONAL_UNIT_ARN_PATTERN: Pattern = Pattern::new(
        r"^arn:aws:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}",
        r"\A(?:^arn:aws:organizations::[0-9]{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})\z",
    );

    static ROOT_ARN_PATTERN: Pattern = Pattern::new(
        r"^arn:aws:organizations::\d{12}:root\/o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}",
        r"\A(?:^arn:aws:organizations::[0-9]{12}:root\/o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32})\z",
    );

    static CREATE_ACCOUNT_REQUEST_ID_PATTERN: Pattern =
        Pattern::new(r"^car-[a-z0-9]{8,32}$", r"\A(?:^car-[a-z0-9]{8,32}$)\z");

    static ORGANIZATION_ID_PATTERN: Pattern =
        Pattern::new(r"^o-[a-z0-9]{10,32}$", r"\A(?:^o-[a-z0-9]{10,32}$)\z");

    static ORGANIZATIONAL_UNIT_ID_PATTERN: Pattern =
        Pattern::new(r"^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$", r"\A(?:^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$)\z");

    static POLICY_ID_PATTERN: Pattern =
        Pattern::new(r"^p-[0-9a-zA-Z_]{8,128}$", r"\A(?:^p-[0-9a-zA-Z_]{8,128}$)\z");

    static ROOT_ID_PATTERN: Pattern = Pattern::new(r"^r-[0-9a-z]{4,32}$", r"\A(?:^r-[0-9a-z]{4,32}$)\z");
}
