//! AWS CloudTrail, API version 2013-11-01.
//!
//! Written by `aws-codegen` from botocore 1.44.5: change its allow-list, not this file.

#![allow(missing_docs, reason = "the names are AWS's; its API reference documents them")]

use std::fmt;
use std::str::FromStr;

use clock::Timestamp;

use crate::convert::{Members, Mismatch, Value, put, put_some};
use crate::{
    Document, ErrorCode, ModelError, Operation, OperationSchema, Protocol, Service, Shape, StructureSchema,
    UnknownValue,
};

pub static SERVICE: Service = Service {
    id: "cloudtrail",
    signing_name: "cloudtrail",
    event_source: "cloudtrail.amazonaws.com",
    api_version: "2013-11-01",
    protocol: Protocol::Json {
        version: "1.1",
        target_prefix: "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101",
    },
    operations: &[&operations::LOOKUP_EVENTS],
};

pub struct LookupEvents;

impl Operation for LookupEvents {
    const SCHEMA: &'static OperationSchema = &operations::LOOKUP_EVENTS;
    type Input = LookupEventsRequest;
    type Output = LookupEventsResponse;
}

mod operations {
    use super::{OperationSchema, SERVICE, errors, schemas};

    pub(super) static LOOKUP_EVENTS: OperationSchema = OperationSchema {
        service: &SERVICE,
        name: "LookupEvents",
        input: &schemas::LOOKUP_EVENTS_REQUEST,
        output: &schemas::LOOKUP_EVENTS_RESPONSE,
        result_wrapper: None,
        errors: &[
            &errors::INVALID_EVENT_CATEGORY_EXCEPTION,
            &errors::INVALID_LOOKUP_ATTRIBUTES_EXCEPTION,
            &errors::INVALID_MAX_RESULTS_EXCEPTION,
            &errors::INVALID_NEXT_TOKEN_EXCEPTION,
            &errors::INVALID_TIME_RANGE_EXCEPTION,
            &errors::OPERATION_NOT_PERMITTED_EXCEPTION,
            &errors::UNSUPPORTED_OPERATION_EXCEPTION,
        ],
    };
}

#[derive(Debug, Clone, Default)]
pub struct Event {
    pub access_key_id: Option<String>,
    pub cloud_trail_event: Option<String>,
    pub event_id: Option<String>,
    pub event_name: Option<String>,
    pub event_source: Option<String>,
    pub event_time: Option<Timestamp>,
    pub read_only: Option<String>,
    pub resources: Option<Vec<Resource>>,
    pub username: Option<String>,
}

impl Shape for Event {
    const SCHEMA: &'static StructureSchema = &schemas::EVENT;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            access_key_id: members.optional("AccessKeyId")?,
            cloud_trail_event: members.optional("CloudTrailEvent")?,
            event_id: members.optional("EventId")?,
            event_name: members.optional("EventName")?,
            event_source: members.optional("EventSource")?,
            event_time: members.optional("EventTime")?,
            read_only: members.optional("ReadOnly")?,
            resources: members.optional("Resources")?,
            username: members.optional("Username")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(9);
        put_some(&mut members, "AccessKeyId", self.access_key_id);
        put_some(&mut members, "CloudTrailEvent", self.cloud_trail_event);
        put_some(&mut members, "EventId", self.event_id);
        put_some(&mut members, "EventName", self.event_name);
        put_some(&mut members, "EventSource", self.event_source);
        put_some(&mut members, "EventTime", self.event_time);
        put_some(&mut members, "ReadOnly", self.read_only);
        put_some(&mut members, "Resources", self.resources);
        put_some(&mut members, "Username", self.username);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EventCategory {
    Insight,
}

impl EventCategory {
    pub const ALL: &'static [Self] = &[Self::Insight];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Insight => "insight",
        }
    }
}

impl FromStr for EventCategory {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL.iter().copied().find(|value| value.as_str() == text).ok_or(UnknownValue("EventCategory"))
    }
}

impl fmt::Display for EventCategory {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for EventCategory {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone)]
pub struct LookupAttribute {
    pub attribute_key: LookupAttributeKey,
    pub attribute_value: String,
}

impl Shape for LookupAttribute {
    const SCHEMA: &'static StructureSchema = &schemas::LOOKUP_ATTRIBUTE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            attribute_key: members.required("AttributeKey")?,
            attribute_value: members.required("AttributeValue")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put(&mut members, "AttributeKey", self.attribute_key);
        put(&mut members, "AttributeValue", self.attribute_value);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LookupAttributeKey {
    EventId,
    EventName,
    ReadOnly,
    Username,
    ResourceType,
    ResourceName,
    EventSource,
    AccessKeyId,
}

impl LookupAttributeKey {
    pub const ALL: &'static [Self] = &[
        Self::EventId,
        Self::EventName,
        Self::ReadOnly,
        Self::Username,
        Self::ResourceType,
        Self::ResourceName,
        Self::EventSource,
        Self::AccessKeyId,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::EventId => "EventId",
            Self::EventName => "EventName",
            Self::ReadOnly => "ReadOnly",
            Self::Username => "Username",
            Self::ResourceType => "ResourceType",
            Self::ResourceName => "ResourceName",
            Self::EventSource => "EventSource",
            Self::AccessKeyId => "AccessKeyId",
        }
    }
}

impl FromStr for LookupAttributeKey {
    type Err = UnknownValue;

    fn from_str(text: &str) -> Result<Self, UnknownValue> {
        Self::ALL
            .iter()
            .copied()
            .find(|value| value.as_str() == text)
            .ok_or(UnknownValue("LookupAttributeKey"))
    }
}

impl fmt::Display for LookupAttributeKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl Value for LookupAttributeKey {
    fn take(document: Document) -> Result<Self, Mismatch> {
        document.as_str().and_then(|text| text.parse().ok()).ok_or(Mismatch::Type)
    }

    fn give(self) -> Document {
        Document::String(self.as_str().to_owned())
    }
}

#[derive(Debug, Clone, Default)]
pub struct LookupEventsRequest {
    pub end_time: Option<Timestamp>,
    pub event_category: Option<EventCategory>,
    pub lookup_attributes: Option<Vec<LookupAttribute>>,
    pub max_results: Option<i32>,
    pub next_token: Option<String>,
    pub start_time: Option<Timestamp>,
}

impl Shape for LookupEventsRequest {
    const SCHEMA: &'static StructureSchema = &schemas::LOOKUP_EVENTS_REQUEST;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            end_time: members.optional("EndTime")?,
            event_category: members.optional("EventCategory")?,
            lookup_attributes: members.optional("LookupAttributes")?,
            max_results: members.optional("MaxResults")?,
            next_token: members.optional("NextToken")?,
            start_time: members.optional("StartTime")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(6);
        put_some(&mut members, "EndTime", self.end_time);
        put_some(&mut members, "EventCategory", self.event_category);
        put_some(&mut members, "LookupAttributes", self.lookup_attributes);
        put_some(&mut members, "MaxResults", self.max_results);
        put_some(&mut members, "NextToken", self.next_token);
        put_some(&mut members, "StartTime", self.start_time);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct LookupEventsResponse {
    pub events: Option<Vec<Event>>,
    pub next_token: Option<String>,
}

impl Shape for LookupEventsResponse {
    const SCHEMA: &'static StructureSchema = &schemas::LOOKUP_EVENTS_RESPONSE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self { events: members.optional("Events")?, next_token: members.optional("NextToken")? })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "Events", self.events);
        put_some(&mut members, "NextToken", self.next_token);
        Document::Structure(members)
    }
}

#[derive(Debug, Clone, Default)]
pub struct Resource {
    pub resource_name: Option<String>,
    pub resource_type: Option<String>,
}

impl Shape for Resource {
    const SCHEMA: &'static StructureSchema = &schemas::RESOURCE;

    fn from_document(document: Document) -> Result<Self, ModelError> {
        let mut members = Members::open(Self::SCHEMA, document)?;
        Ok(Self {
            resource_name: members.optional("ResourceName")?,
            resource_type: members.optional("ResourceType")?,
        })
    }

    fn into_document(self) -> Document {
        let mut members = Vec::with_capacity(2);
        put_some(&mut members, "ResourceName", self.resource_name);
        put_some(&mut members, "ResourceType", self.resource_type);
        Document::Structure(members)
    }
}

pub mod errors {
    use super::ErrorCode;

    pub static ACCESS_DENIED_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccessDeniedException",
        code: "AccessDeniedException",
        status: 400,
        sender_fault: true,
    };

    pub static ACCOUNT_HAS_ONGOING_IMPORT_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccountHasOngoingImportException",
        code: "AccountHasOngoingImportException",
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

    pub static ACCOUNT_REGISTERED_EXCEPTION: ErrorCode = ErrorCode {
        name: "AccountRegisteredException",
        code: "AccountRegisteredException",
        status: 400,
        sender_fault: true,
    };

    pub static CANNOT_DELEGATE_MANAGEMENT_ACCOUNT_EXCEPTION: ErrorCode = ErrorCode {
        name: "CannotDelegateManagementAccountException",
        code: "CannotDelegateManagementAccountException",
        status: 400,
        sender_fault: true,
    };

    pub static CHANNEL_ARN_INVALID_EXCEPTION: ErrorCode = ErrorCode {
        name: "ChannelARNInvalidException",
        code: "ChannelARNInvalidException",
        status: 400,
        sender_fault: true,
    };

    pub static CHANNEL_ALREADY_EXISTS_EXCEPTION: ErrorCode = ErrorCode {
        name: "ChannelAlreadyExistsException",
        code: "ChannelAlreadyExistsException",
        status: 400,
        sender_fault: true,
    };

    pub static CHANNEL_EXISTS_FOR_EDS_EXCEPTION: ErrorCode = ErrorCode {
        name: "ChannelExistsForEDSException",
        code: "ChannelExistsForEDSException",
        status: 400,
        sender_fault: true,
    };

    pub static CHANNEL_MAX_LIMIT_EXCEEDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "ChannelMaxLimitExceededException",
        code: "ChannelMaxLimitExceededException",
        status: 400,
        sender_fault: true,
    };

    pub static CHANNEL_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "ChannelNotFoundException",
        code: "ChannelNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static CLOUD_TRAIL_ARN_INVALID_EXCEPTION: ErrorCode = ErrorCode {
        name: "CloudTrailARNInvalidException",
        code: "CloudTrailARNInvalidException",
        status: 400,
        sender_fault: true,
    };

    pub static CLOUD_TRAIL_ACCESS_NOT_ENABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "CloudTrailAccessNotEnabledException",
        code: "CloudTrailAccessNotEnabledException",
        status: 400,
        sender_fault: true,
    };

    pub static CLOUD_TRAIL_INVALID_CLIENT_TOKEN_ID_EXCEPTION: ErrorCode = ErrorCode {
        name: "CloudTrailInvalidClientTokenIdException",
        code: "CloudTrailInvalidClientTokenIdException",
        status: 400,
        sender_fault: true,
    };

    pub static CLOUD_WATCH_LOGS_DELIVERY_UNAVAILABLE_EXCEPTION: ErrorCode = ErrorCode {
        name: "CloudWatchLogsDeliveryUnavailableException",
        code: "CloudWatchLogsDeliveryUnavailableException",
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

    pub static DELEGATED_ADMIN_ACCOUNT_LIMIT_EXCEEDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "DelegatedAdminAccountLimitExceededException",
        code: "DelegatedAdminAccountLimitExceededException",
        status: 400,
        sender_fault: true,
    };

    pub static EVENT_DATA_STORE_ARN_INVALID_EXCEPTION: ErrorCode = ErrorCode {
        name: "EventDataStoreARNInvalidException",
        code: "EventDataStoreARNInvalidException",
        status: 400,
        sender_fault: true,
    };

    pub static EVENT_DATA_STORE_ALREADY_EXISTS_EXCEPTION: ErrorCode = ErrorCode {
        name: "EventDataStoreAlreadyExistsException",
        code: "EventDataStoreAlreadyExistsException",
        status: 400,
        sender_fault: true,
    };

    pub static EVENT_DATA_STORE_FEDERATION_ENABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "EventDataStoreFederationEnabledException",
        code: "EventDataStoreFederationEnabledException",
        status: 400,
        sender_fault: true,
    };

    pub static EVENT_DATA_STORE_HAS_ONGOING_IMPORT_EXCEPTION: ErrorCode = ErrorCode {
        name: "EventDataStoreHasOngoingImportException",
        code: "EventDataStoreHasOngoingImportException",
        status: 400,
        sender_fault: true,
    };

    pub static EVENT_DATA_STORE_MAX_LIMIT_EXCEEDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "EventDataStoreMaxLimitExceededException",
        code: "EventDataStoreMaxLimitExceededException",
        status: 400,
        sender_fault: true,
    };

    pub static EVENT_DATA_STORE_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "EventDataStoreNotFoundException",
        code: "EventDataStoreNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static EVENT_DATA_STORE_TERMINATION_PROTECTED_EXCEPTION: ErrorCode = ErrorCode {
        name: "EventDataStoreTerminationProtectedException",
        code: "EventDataStoreTerminationProtectedException",
        status: 400,
        sender_fault: true,
    };

    pub static GENERATE_RESPONSE_EXCEPTION: ErrorCode = ErrorCode {
        name: "GenerateResponseException",
        code: "GenerateResponseException",
        status: 400,
        sender_fault: true,
    };

    pub static IMPORT_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "ImportNotFoundException",
        code: "ImportNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static INACTIVE_EVENT_DATA_STORE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InactiveEventDataStoreException",
        code: "InactiveEventDataStoreException",
        status: 400,
        sender_fault: true,
    };

    pub static INACTIVE_QUERY_EXCEPTION: ErrorCode = ErrorCode {
        name: "InactiveQueryException",
        code: "InactiveQueryException",
        status: 400,
        sender_fault: true,
    };

    pub static INSIGHT_NOT_ENABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "InsightNotEnabledException",
        code: "InsightNotEnabledException",
        status: 400,
        sender_fault: true,
    };

    pub static INSUFFICIENT_DEPENDENCY_SERVICE_ACCESS_PERMISSION_EXCEPTION: ErrorCode = ErrorCode {
        name: "InsufficientDependencyServiceAccessPermissionException",
        code: "InsufficientDependencyServiceAccessPermissionException",
        status: 400,
        sender_fault: true,
    };

    pub static INSUFFICIENT_ENCRYPTION_POLICY_EXCEPTION: ErrorCode = ErrorCode {
        name: "InsufficientEncryptionPolicyException",
        code: "InsufficientEncryptionPolicyException",
        status: 400,
        sender_fault: true,
    };

    pub static INSUFFICIENT_IAM_ACCESS_PERMISSION_EXCEPTION: ErrorCode = ErrorCode {
        name: "InsufficientIAMAccessPermissionException",
        code: "InsufficientIAMAccessPermissionException",
        status: 400,
        sender_fault: true,
    };

    pub static INSUFFICIENT_S3_BUCKET_POLICY_EXCEPTION: ErrorCode = ErrorCode {
        name: "InsufficientS3BucketPolicyException",
        code: "InsufficientS3BucketPolicyException",
        status: 400,
        sender_fault: true,
    };

    pub static INSUFFICIENT_SNS_TOPIC_POLICY_EXCEPTION: ErrorCode = ErrorCode {
        name: "InsufficientSnsTopicPolicyException",
        code: "InsufficientSnsTopicPolicyException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_CLOUD_WATCH_LOGS_LOG_GROUP_ARN_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidCloudWatchLogsLogGroupArnException",
        code: "InvalidCloudWatchLogsLogGroupArnException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_CLOUD_WATCH_LOGS_ROLE_ARN_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidCloudWatchLogsRoleArnException",
        code: "InvalidCloudWatchLogsRoleArnException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_DATE_RANGE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidDateRangeException",
        code: "InvalidDateRangeException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_EVENT_CATEGORY_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidEventCategoryException",
        code: "InvalidEventCategoryException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_EVENT_DATA_STORE_CATEGORY_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidEventDataStoreCategoryException",
        code: "InvalidEventDataStoreCategoryException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_EVENT_DATA_STORE_STATUS_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidEventDataStoreStatusException",
        code: "InvalidEventDataStoreStatusException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_EVENT_SELECTORS_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidEventSelectorsException",
        code: "InvalidEventSelectorsException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_HOME_REGION_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidHomeRegionException",
        code: "InvalidHomeRegionException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_IMPORT_SOURCE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidImportSourceException",
        code: "InvalidImportSourceException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_INSIGHT_SELECTORS_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidInsightSelectorsException",
        code: "InvalidInsightSelectorsException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_KMS_KEY_ID_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidKmsKeyIdException",
        code: "InvalidKmsKeyIdException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_LOOKUP_ATTRIBUTES_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidLookupAttributesException",
        code: "InvalidLookupAttributesException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_MAX_RESULTS_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidMaxResultsException",
        code: "InvalidMaxResultsException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_NEXT_TOKEN_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidNextTokenException",
        code: "InvalidNextTokenException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_PARAMETER_COMBINATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidParameterCombinationException",
        code: "InvalidParameterCombinationException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_PARAMETER_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidParameterException",
        code: "InvalidParameterException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_QUERY_STATEMENT_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidQueryStatementException",
        code: "InvalidQueryStatementException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_QUERY_STATUS_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidQueryStatusException",
        code: "InvalidQueryStatusException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_S3_BUCKET_NAME_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidS3BucketNameException",
        code: "InvalidS3BucketNameException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_S3_PREFIX_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidS3PrefixException",
        code: "InvalidS3PrefixException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_SNS_TOPIC_NAME_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidSnsTopicNameException",
        code: "InvalidSnsTopicNameException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_SOURCE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidSourceException",
        code: "InvalidSourceException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_TAG_PARAMETER_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidTagParameterException",
        code: "InvalidTagParameterException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_TIME_RANGE_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidTimeRangeException",
        code: "InvalidTimeRangeException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_TOKEN_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidTokenException",
        code: "InvalidTokenException",
        status: 400,
        sender_fault: true,
    };

    pub static INVALID_TRAIL_NAME_EXCEPTION: ErrorCode = ErrorCode {
        name: "InvalidTrailNameException",
        code: "InvalidTrailNameException",
        status: 400,
        sender_fault: true,
    };

    pub static KMS_EXCEPTION: ErrorCode =
        ErrorCode { name: "KmsException", code: "KmsException", status: 400, sender_fault: true };

    pub static KMS_KEY_DISABLED_EXCEPTION: ErrorCode = ErrorCode {
        name: "KmsKeyDisabledException",
        code: "KmsKeyDisabledException",
        status: 400,
        sender_fault: true,
    };

    pub static KMS_KEY_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "KmsKeyNotFoundException",
        code: "KmsKeyNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static MAX_CONCURRENT_QUERIES_EXCEPTION: ErrorCode = ErrorCode {
        name: "MaxConcurrentQueriesException",
        code: "MaxConcurrentQueriesException",
        status: 400,
        sender_fault: true,
    };

    pub static MAXIMUM_NUMBER_OF_TRAILS_EXCEEDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "MaximumNumberOfTrailsExceededException",
        code: "MaximumNumberOfTrailsExceededException",
        status: 400,
        sender_fault: true,
    };

    pub static NO_MANAGEMENT_ACCOUNT_SLR_EXISTS_EXCEPTION: ErrorCode = ErrorCode {
        name: "NoManagementAccountSLRExistsException",
        code: "NoManagementAccountSLRExistsException",
        status: 400,
        sender_fault: true,
    };

    pub static NOT_ORGANIZATION_MANAGEMENT_ACCOUNT_EXCEPTION: ErrorCode = ErrorCode {
        name: "NotOrganizationManagementAccountException",
        code: "NotOrganizationManagementAccountException",
        status: 400,
        sender_fault: true,
    };

    pub static NOT_ORGANIZATION_MASTER_ACCOUNT_EXCEPTION: ErrorCode = ErrorCode {
        name: "NotOrganizationMasterAccountException",
        code: "NotOrganizationMasterAccountException",
        status: 400,
        sender_fault: true,
    };

    pub static OPERATION_NOT_PERMITTED_EXCEPTION: ErrorCode = ErrorCode {
        name: "OperationNotPermittedException",
        code: "OperationNotPermittedException",
        status: 400,
        sender_fault: true,
    };

    pub static ORGANIZATION_NOT_IN_ALL_FEATURES_MODE_EXCEPTION: ErrorCode = ErrorCode {
        name: "OrganizationNotInAllFeaturesModeException",
        code: "OrganizationNotInAllFeaturesModeException",
        status: 400,
        sender_fault: true,
    };

    pub static ORGANIZATIONS_NOT_IN_USE_EXCEPTION: ErrorCode = ErrorCode {
        name: "OrganizationsNotInUseException",
        code: "OrganizationsNotInUseException",
        status: 400,
        sender_fault: true,
    };

    pub static QUERY_ID_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "QueryIdNotFoundException",
        code: "QueryIdNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static RESOURCE_ARN_NOT_VALID_EXCEPTION: ErrorCode = ErrorCode {
        name: "ResourceARNNotValidException",
        code: "ResourceARNNotValidException",
        status: 400,
        sender_fault: true,
    };

    pub static RESOURCE_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "ResourceNotFoundException",
        code: "ResourceNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static RESOURCE_POLICY_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "ResourcePolicyNotFoundException",
        code: "ResourcePolicyNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static RESOURCE_POLICY_NOT_VALID_EXCEPTION: ErrorCode = ErrorCode {
        name: "ResourcePolicyNotValidException",
        code: "ResourcePolicyNotValidException",
        status: 400,
        sender_fault: true,
    };

    pub static RESOURCE_TYPE_NOT_SUPPORTED_EXCEPTION: ErrorCode = ErrorCode {
        name: "ResourceTypeNotSupportedException",
        code: "ResourceTypeNotSupportedException",
        status: 400,
        sender_fault: true,
    };

    pub static S3_BUCKET_DOES_NOT_EXIST_EXCEPTION: ErrorCode = ErrorCode {
        name: "S3BucketDoesNotExistException",
        code: "S3BucketDoesNotExistException",
        status: 400,
        sender_fault: true,
    };

    pub static SERVICE_QUOTA_EXCEEDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "ServiceQuotaExceededException",
        code: "ServiceQuotaExceededException",
        status: 400,
        sender_fault: true,
    };

    pub static TAGS_LIMIT_EXCEEDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "TagsLimitExceededException",
        code: "TagsLimitExceededException",
        status: 400,
        sender_fault: true,
    };

    pub static THROTTLING_EXCEPTION: ErrorCode = ErrorCode {
        name: "ThrottlingException",
        code: "ThrottlingException",
        status: 400,
        sender_fault: true,
    };

    pub static TRAIL_ALREADY_EXISTS_EXCEPTION: ErrorCode = ErrorCode {
        name: "TrailAlreadyExistsException",
        code: "TrailAlreadyExistsException",
        status: 400,
        sender_fault: true,
    };

    pub static TRAIL_NOT_FOUND_EXCEPTION: ErrorCode = ErrorCode {
        name: "TrailNotFoundException",
        code: "TrailNotFoundException",
        status: 400,
        sender_fault: true,
    };

    pub static TRAIL_NOT_PROVIDED_EXCEPTION: ErrorCode = ErrorCode {
        name: "TrailNotProvidedException",
        code: "TrailNotProvidedException",
        status: 400,
        sender_fault: true,
    };

    pub static UNSUPPORTED_OPERATION_EXCEPTION: ErrorCode = ErrorCode {
        name: "UnsupportedOperationException",
        code: "UnsupportedOperationException",
        status: 400,
        sender_fault: true,
    };
}

mod schemas {
    use crate::{ListSchema, MemberSchema, Schema, StringSchema, StructureSchema, TimestampFormat};

    pub(super) static EVENT: StructureSchema = StructureSchema {
        name: "Event",
        members: &[
            MemberSchema::optional("AccessKeyId", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("CloudTrailEvent", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("EventId", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("EventName", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("EventSource", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("EventTime", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("ReadOnly", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("Resources", Schema::List(&RESOURCE_LIST)),
            MemberSchema::optional("Username", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static EVENT_CATEGORY: StringSchema = StringSchema {
        name: "EventCategory",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &["insight"],
    };

    pub(super) static EVENTS_LIST: ListSchema = ListSchema {
        name: "EventsList",
        member: Schema::Structure(&EVENT),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static LOOKUP_ATTRIBUTE: StructureSchema = StructureSchema {
        name: "LookupAttribute",
        members: &[
            MemberSchema::required("AttributeKey", Schema::String(&LOOKUP_ATTRIBUTE_KEY)),
            MemberSchema::required("AttributeValue", Schema::String(&LOOKUP_ATTRIBUTE_VALUE)),
        ],
    };

    pub(super) static LOOKUP_ATTRIBUTE_KEY: StringSchema = StringSchema {
        name: "LookupAttributeKey",
        sensitive: false,
        min: None,
        max: None,
        pattern: None,
        values: &[
            "EventId",
            "EventName",
            "ReadOnly",
            "Username",
            "ResourceType",
            "ResourceName",
            "EventSource",
            "AccessKeyId",
        ],
    };

    pub(super) static LOOKUP_ATTRIBUTE_VALUE: StringSchema = StringSchema {
        name: "LookupAttributeValue",
        sensitive: false,
        min: Some(1),
        max: Some(2000),
        pattern: None,
        values: &[],
    };

    pub(super) static LOOKUP_ATTRIBUTES_LIST: ListSchema = ListSchema {
        name: "LookupAttributesList",
        member: Schema::Structure(&LOOKUP_ATTRIBUTE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };

    pub(super) static LOOKUP_EVENTS_REQUEST: StructureSchema = StructureSchema {
        name: "LookupEventsRequest",
        members: &[
            MemberSchema::optional("EndTime", Schema::Timestamp(TimestampFormat::EpochSeconds)),
            MemberSchema::optional("EventCategory", Schema::String(&EVENT_CATEGORY)),
            MemberSchema::optional("LookupAttributes", Schema::List(&LOOKUP_ATTRIBUTES_LIST)),
            MemberSchema::optional("MaxResults", Schema::Integer { min: Some(1), max: Some(50) }),
            MemberSchema::optional("NextToken", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("StartTime", Schema::Timestamp(TimestampFormat::EpochSeconds)),
        ],
    };

    pub(super) static LOOKUP_EVENTS_RESPONSE: StructureSchema = StructureSchema {
        name: "LookupEventsResponse",
        members: &[
            MemberSchema::optional("Events", Schema::List(&EVENTS_LIST)),
            MemberSchema::optional("NextToken", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static RESOURCE: StructureSchema = StructureSchema {
        name: "Resource",
        members: &[
            MemberSchema::optional("ResourceName", Schema::String(&StringSchema::ANY)),
            MemberSchema::optional("ResourceType", Schema::String(&StringSchema::ANY)),
        ],
    };

    pub(super) static RESOURCE_LIST: ListSchema = ListSchema {
        name: "ResourceList",
        member: Schema::Structure(&RESOURCE),
        min: None,
        max: None,
        member_name: "member",
        flattened: false,
    };
}
