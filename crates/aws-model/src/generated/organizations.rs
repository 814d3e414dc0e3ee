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
        &operations::CREATE_ACCOUNT,
        &operations::DESCRIBE_ACCOUNT,
        &operations::DESCRIBE_CREATE_ACCOUNT_STATUS,
        &operations::DESCRIBE_ORGANIZATION,
        &operations::LIST_ACCOUNTS,
    ],
};

pub struct CreateAccount;

impl Operation for CreateAccount {
    const SCHEMA: &'static OperationSchema = &operations::CREATE_ACCOUNT;
    type Input = CreateAccountRequest;
    type Output = CreateAccountResponse;
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

pub struct ListAccounts;

impl Operation for ListAccounts {
    const SCHEMA: &'static OperationSchema = &operations::LIST_ACCOUNTS;
    type Input = ListAccountsRequest;
    type Output = ListAccountsResponse;
}

mod operations {
    use super::{OperationSchema, SERVICE, errors, schemas};

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

    pub(super) static EMAIL: StringSchema = StringSchema {
        name: "Email",
        sensitive: true,
        min: Some(6),
        max: Some(64),
        pattern: Some(&EMAIL_PATTERN),
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

    pub(super) static ROLE_NAME: StringSchema = StringSchema {
        name: "RoleName",
        sensitive: false,
        min: None,
        max: Some(64),
        pattern: Some(&ROLE_NAME_PATTERN),
        values: &[],
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

    pub(super) static TAG_VALUE: StringSchema = StringSchema {
        name: "TagValue",
        sensitive: false,
        min: Some(0),
        max: Some(256),
        pattern: Some(&TAG_KEY_PATTERN),
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

    pub(super) static DESCRIBE_ORGANIZATION_REQUEST: StructureSchema =
        StructureSchema { name: "DescribeOrganizationRequest", members: &[] };

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

    static PATH_PATTERN: Pattern = Pattern::new(
        r"^(o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(\/ou\-[0-9a-z]{4,32}-[a-z0-9]{8,32})*(\/\d{12})*)\/",
        r"\A(?:^(o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(\/ou\-[0-9a-z]{4,32}-[a-z0-9]{8,32})*(\/[0-9]{12})*)\/)\z",
    );

    static ACCOUNT_ID_PATTERN: Pattern = Pattern::new(r"^\d{12}$", r"\A(?:^[0-9]{12}$)\z");

    static ACCOUNT_ARN_PATTERN: Pattern = Pattern::new(
        r"^arn:aws:organizations::\d{12}:account\/o-[a-z0-9]{10,32}\/\d{12}",
        r"\A(?:^arn:aws:organizations::[0-9]{12}:account\/o-[a-z0-9]{10,32}\/[0-9]{12})\z",
    );

    static ORGANIZATION_ARN_PATTERN: Pattern = Pattern::new(
        r"^arn:aws:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}",
        r"\A(?:^arn:aws:organizations::[0-9]{12}:organization\/o-[a-z0-9]{10,32})\z",
    );

    static CREATE_ACCOUNT_REQUEST_ID_PATTERN: Pattern =
        Pattern::new(r"^car-[a-z0-9]{8,32}$", r"\A(?:^car-[a-z0-9]{8,32}$)\z");

    static ORGANIZATION_ID_PATTERN: Pattern =
        Pattern::new(r"^o-[a-z0-9]{10,32}$", r"\A(?:^o-[a-z0-9]{10,32}$)\z");
}
