use arn::{AccountId, Region};
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use crate::limits::{ADDITIONAL, ARN, DOCUMENT, HOST, MESSAGE, NAME, RECORD, RESOURCES};
use crate::{Document, EVENT_VERSION, EventId, RequestId, Text, UserIdentity, text_form};

/// One audit event.
///
/// Source: CloudTrail User Guide, "CloudTrail record contents for management, data, and network activity events".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// The record format's version, [`EVENT_VERSION`] in records that Lodge writes.
    pub event_version: Text<NAME>,
    /// Who called.
    pub user_identity: UserIdentity,
    /// When the request was completed; whole seconds.
    #[serde(with = "text_form::seconds")]
    pub event_time: Timestamp,
    /// `kms.amazonaws.com`.
    pub event_source: Text<NAME>,
    /// The operation: `Encrypt`.
    pub event_name: Text<NAME>,
    /// The region that the request was made to.
    pub aws_region: Region,
    /// The caller's address, or the name of the service that called.
    #[serde(rename = "sourceIPAddress")]
    pub source_ip_address: Text<NAME>,
    /// What the caller calls its program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<Text<MESSAGE>>,
    /// The error's code, when the call failed or was denied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<Text<MESSAGE>>,
    /// The error's message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_message: Option<Text<MESSAGE>>,
    /// The request without its secrets; `null` when there is nothing to say.
    #[serde(default)]
    pub request_parameters: Option<Document<DOCUMENT>>,
    /// What a change of state answered; `null` for read-only operations.
    #[serde(default)]
    pub response_elements: Option<Document<DOCUMENT>>,
    /// What was neither in the request nor in the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additional_event_data: Option<Document<ADDITIONAL>>,
    /// The request's id, which the answer carried too.
    #[serde(rename = "requestID", default, skip_serializing_if = "Option::is_none")]
    pub request_id: Option<RequestId>,
    /// This event's id.
    #[serde(rename = "eventID")]
    pub event_id: EventId,
    /// Whether the operation changes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_only: Option<bool>,
    /// What the request worked on; the first [`RESOURCES`] are recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    /// What kind of event.
    pub event_type: EventType,
    /// The version of the API that was called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_version: Option<Text<NAME>>,
    /// Whether this is a management event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub management_event: Option<bool>,
    /// The account that this record is for: the caller's, or the resource owner's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient_account_id: Option<AccountId>,
    /// Joins the records that several accounts receive about one call.
    #[serde(rename = "sharedEventID", default, skip_serializing_if = "Option::is_none")]
    pub shared_event_id: Option<EventId>,
    /// The VPC endpoint that the request came through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vpc_endpoint_id: Option<Text<NAME>>,
    /// `Management` for all calls of control planes.
    pub event_category: EventCategory,
    /// The connection's protection, when it had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls_details: Option<TlsDetails>,
}

/// What every API call's event has; the input of [`Event::of`].
#[derive(Debug, Clone)]
pub struct Call<'a> {
    /// The event's id.
    pub event_id: EventId,
    /// The request's id.
    pub request_id: RequestId,
    /// When the call was completed.
    pub time: Timestamp,
    /// The service's host: `kms.amazonaws.com`.
    pub source: &'a str,
    /// The operation: `Encrypt`.
    pub operation: &'a str,
    /// The region that was called.
    pub region: Region,
    /// Where the caller is: an address.
    pub source_address: &'a str,
    /// Who called.
    pub identity: UserIdentity,
    /// Whether the operation changes nothing.
    pub read_only: bool,
}

impl Event {
    /// The management event of an API call, with the optional fields empty and the caller's account as its recipient.
    pub fn of(call: Call<'_>) -> Self {
        Self {
            event_version: EVENT_VERSION.into(),
            recipient_account_id: call.identity.account_id,
            user_identity: call.identity,
            event_time: call.time.truncated_to_secs(),
            event_source: call.source.into(),
            event_name: call.operation.into(),
            aws_region: call.region,
            source_ip_address: call.source_address.into(),
            user_agent: None,
            error_code: None,
            error_message: None,
            request_parameters: None,
            response_elements: None,
            additional_event_data: None,
            request_id: Some(call.request_id),
            event_id: call.event_id,
            read_only: Some(call.read_only),
            resources: Vec::new(),
            event_type: EventType::AwsApiCall,
            api_version: None,
            management_event: Some(true),
            shared_event_id: None,
            vpc_endpoint_id: None,
            event_category: EventCategory::Management,
            tls_details: None,
        }
    }

    /// The event as one line of JSON without its line break, at most [`RECORD`] bytes.
    ///
    /// When the parts are within their limits but their sum is not, the largest give way in this order until it fits:
    /// `responseElements`, `requestParameters`, the web identity's attributes, `additionalEventData`, and `resources`.
    pub fn to_json(&self) -> Result<Box<RawValue>, serde_json::Error> {
        if self.resources.len() <= RESOURCES {
            let record = to_raw_value(self)?;
            if record.get().len() <= RECORD {
                return Ok(record);
            }
        }
        self.clone().shrunk()
    }

    /// The bytes of [`to_json`](Self::to_json).
    pub fn to_record(&self) -> Result<Vec<u8>, serde_json::Error> {
        Ok(Box::<str>::from(self.to_json()?).into_string().into_bytes())
    }

    fn shrunk(mut self) -> Result<Box<RawValue>, serde_json::Error> {
        self.resources.truncate(RESOURCES);
        let steps: [fn(&mut Self); 5] = [
            |event| omit(&mut event.response_elements),
            |event| omit(&mut event.request_parameters),
            |event| {
                let session = event.user_identity.session_context.as_mut();
                if let Some(federation) = session.and_then(|session| session.web_id_federation_data.as_mut())
                {
                    omit(&mut federation.attributes);
                }
            },
            |event| omit(&mut event.additional_event_data),
            |event| event.resources.clear(),
        ];
        let mut record = to_raw_value(&self)?;
        for step in steps {
            if record.get().len() <= RECORD {
                break;
            }
            step(&mut self);
            record = to_raw_value(&self)?;
        }
        // INVARIANT: what is left are texts whose limits, even fully escaped, add up to less than RECORD.
        Ok(record)
    }
}

fn omit<const MAX: usize>(document: &mut Option<Document<MAX>>) {
    if let Some(document) = document {
        *document = Document::omitted(document.as_str().len());
    }
}

/// One entry of `resources`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Resource {
    /// The resource's ARN.
    #[serde(rename = "ARN", default, skip_serializing_if = "Option::is_none")]
    pub arn: Option<Text<ARN>>,
    /// The account that owns the resource.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
    /// `AWS::KMS::Key`.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<Text<NAME>>,
}

/// `eventType`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventType {
    /// An API was called.
    AwsApiCall,
    /// The service did something by itself, such as rotating a key.
    AwsServiceEvent,
    /// Someone acted in the console other than through an API.
    AwsConsoleAction,
    /// Someone signed in.
    AwsConsoleSignIn,
    /// A kind that this version does not know, as read.
    #[serde(untagged)]
    Other(Text<NAME>),
}

/// `eventCategory`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EventCategory {
    /// A control plane's operation.
    Management,
    /// An operation on or in a resource.
    Data,
    /// Network activity.
    NetworkActivity,
    /// A category that this version does not know, as read.
    #[serde(untagged)]
    Other(Text<NAME>),
}

/// `tlsDetails`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TlsDetails {
    /// `TLSv1.3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tls_version: Option<Text<NAME>>,
    /// `TLS_AES_128_GCM_SHA256`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cipher_suite: Option<Text<NAME>>,
    /// The host that the client named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_provided_host_header: Option<Text<HOST>>,
}
