use arn::{AccountId, Region};
use audit_event::{
    Call, Document, Event, EventId, EventType, IdentityType, RequestId, Resource, Text, TlsDetails,
    UserIdentity,
};
use aws_model::OperationSchema;
use clock::Timestamp;
use serde::Serialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use store::Version;

#[cfg(doc)]
use crate::anchor;
use crate::caller::Caller;
use crate::decide::Judgement;
use crate::evidence::{Decided, owner_of};
use crate::fault::Fault;
use crate::guarded::{Claimed, Effect, Origin, Question};
use crate::throttle::Unrecorded;
use crate::view::Made;

/// An audit record in the making: what is known of a call before its outcome is.
#[derive(Clone)]
pub(crate) struct Draft {
    event: Event,
    decided: Vec<Decided>,
    based_on: Option<Version>,
    notes: Map<String, Value>,
}

impl Draft {
    pub(crate) fn new(
        operation: &'static OperationSchema,
        effect: Effect,
        caller: &Caller,
        origin: &Origin,
    ) -> Self {
        Self::of(operation, effect, caller.identity.clone(), origin)
    }

    /// Nobody has shown to be the caller: all that is known is the thing that the call names.
    pub(crate) fn of_stranger(
        operation: &'static OperationSchema,
        effect: Effect,
        claimed: &Claimed,
        origin: &Origin,
    ) -> Self {
        let mut identity = UserIdentity::unknown();
        identity.account_id = Some(claimed.account);
        let mut draft = Self::of(operation, effect, identity, origin);
        draft.event.resources.push(resource(&claimed.arn, claimed.account, claimed.resource_type));
        draft
    }

    fn of(
        operation: &'static OperationSchema,
        effect: Effect,
        identity: UserIdentity,
        origin: &Origin,
    ) -> Self {
        let mut event = Event::of(Call {
            event_id: new_event_id(),
            request_id: origin.request_id,
            time: origin.at,
            source: operation.service.event_source,
            operation: operation.name,
            region: origin.region.clone(),
            source_address: &origin.source_ip.to_string(),
            identity,
            read_only: effect != Effect::Change,
        });
        event.user_agent = origin.user_agent.as_deref().map(Text::from);
        event.tls_details = origin.tls.map(|(version, suite)| TlsDetails {
            tls_version: Some(version.into()),
            cipher_suite: Some(suite.into()),
            client_provided_host_header: origin.host.as_deref().map(Text::from),
        });
        Self { event, decided: Vec::new(), based_on: None, notes: Map::new() }
    }

    /// Nobody has shown to be the caller: the record keeps the access key that was claimed, and its account.
    pub(crate) fn unproven(mut self) -> Self {
        let claimed = std::mem::replace(&mut self.event.user_identity, UserIdentity::unknown());
        self.event.user_identity.account_id = claimed.account_id;
        self.event.user_identity.access_key_id = claimed.access_key_id;
        self
    }

    /// What was asked for, without its secrets.
    pub(crate) fn asked(&mut self, parameters: &Value) {
        self.event.request_parameters = document(parameters);
    }

    /// What was answered, without its secrets.
    pub(crate) fn answered(&mut self, response: &Value) {
        self.event.response_elements = document(response);
    }

    /// A decision, and the resource that it was about.
    pub(crate) fn decided(&mut self, question: &Question, judgement: Judgement) {
        if let Some(resource_type) = question.resource_type {
            self.event.resources.push(resource(&question.resource, question.owner, resource_type));
        }
        let derived = owner_of(&question.resource, self.event.user_identity.account_id);
        let told = self.decided.iter().rev().find_map(|decided| decided.evidence.as_ref());
        self.decided.push(Decided {
            action: question.action.into(),
            resource: question.resource.clone(),
            owner: (derived != Some(question.owner)).then_some(question.owner),
            decision: judgement.decision,
            evidence: (told != Some(&judgement.evidence)).then_some(judgement.evidence),
        });
    }

    /// A resource that the call has made.
    pub(crate) fn made(&mut self, made: &Made) {
        self.event.resources.push(resource(&made.arn, made.owner, made.resource_type));
    }

    /// What the service has found out about the request.
    pub(crate) fn noted(&mut self, notes: Map<String, Value>) {
        self.notes.extend(notes);
    }

    /// The version of the store that the call's change was based on. Only a record that commits with its change names it: the store is
    /// at a greater version then.
    pub(crate) fn based_on(&mut self, version: Version) {
        self.based_on = Some(version);
    }

    /// The record of a success. Should that not be the end of the call after all, the draft is good for [`Self::failed`].
    pub(crate) fn succeeded(&mut self) -> Result<Written, serde_json::Error> {
        self.write()
    }

    pub(crate) fn failed(mut self, fault: &Fault) -> Result<Written, serde_json::Error> {
        self.event.response_elements = None;
        // What it would have been based on says nothing: it did not commit.
        self.based_on = None;
        self.event.error_code = Some(fault.code.code.into());
        self.event.error_message = Some(fault.message.as_str().into());
        self.write()
    }

    fn write(&mut self) -> Result<Written, serde_json::Error> {
        if self.based_on.is_some() || !self.notes.is_empty() || !self.decided.is_empty() {
            let decisions = (!self.decided.is_empty()).then(|| decisions(&mut self.decided));
            let store_version = self.based_on.map(Version::number);
            let lodge = Lodge { store_version, accepted_rollback: None, decisions };
            let notes = Value::Object(std::mem::take(&mut self.notes));
            let details = (notes.to_string().len() <= MAX_NOTES).then_some(&notes);
            self.event.additional_event_data = Some(Document::new(&Additional { lodge, details }));
            if let Value::Object(notes) = notes {
                self.notes = notes;
            }
        }
        Written::of(&self.event)
    }
}

/// `additionalEventData`: what CloudTrail's record has no place for.
#[derive(Serialize)]
struct Additional<'a> {
    lodge: Lodge<'a>,
    #[serde(flatten)]
    details: Option<&'a Value>,
}

/// What Lodge adds to a record. The order of the members matters: see [`anchor::BEFORE_VERSION`].
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Lodge<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    store_version: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted_rollback: Option<&'a [String]>,
    /// One for each question. When they are too long they give way, and not the members before them.
    #[serde(skip_serializing_if = "Option::is_none")]
    decisions: Option<Document<MAX_DECISIONS>>,
}

/// The most that services add to a record, in bytes; longer notes are left out.
const MAX_NOTES: usize = 8 * 1024;

/// So much of `additionalEventData` that notes and the rest of [`Lodge`] fit beside it.
const MAX_DECISIONS: usize = audit_event::limits::ADDITIONAL - MAX_NOTES - 256;

/// The source of the events that no service of AWS has.
const LODGE: &str = "lodge.internal";

/// Something that a service did on its own, such as the deletion of a key whose waiting period ended.
#[derive(Debug, Clone)]
pub struct ServiceEvent {
    /// `kms.amazonaws.com`.
    pub source: &'static str,
    /// `DeleteKey`.
    pub name: &'static str,
    /// The region of the resource.
    pub region: Region,
    /// The account of the resource.
    pub account: AccountId,
    /// CloudTrail's resource type, `AWS::KMS::Key`.
    pub resource_type: &'static str,
    /// The resource's ARN.
    pub resource: String,
    /// More about what happened: an object, or `null` for nothing.
    pub details: Value,
}

/// A finished record.
#[derive(Clone)]
pub(crate) struct Written {
    pub(crate) event_id: String,
    pub(crate) event: Box<RawValue>,
}

impl Written {
    /// What a service did in a transaction that is based on `version`.
    pub(crate) fn of_service(
        told: &ServiceEvent,
        version: Version,
        at: Timestamp,
    ) -> Result<Self, serde_json::Error> {
        let mut identity = UserIdentity::new(IdentityType::AwsService);
        identity.invoked_by = Some(told.source.into());
        identity.account_id = Some(told.account);
        let mut event = Event::of(Call {
            event_id: new_event_id(),
            request_id: RequestId::from_random(*uuid::Uuid::new_v4().as_bytes()),
            time: at,
            source: told.source,
            operation: told.name,
            region: told.region.clone(),
            source_address: told.source,
            identity,
            read_only: false,
        });
        event.event_type = EventType::AwsServiceEvent;
        event.request_id = None;
        event.resources = vec![resource(&told.resource, told.account, told.resource_type)];
        let lodge = Lodge { store_version: Some(version.number()), accepted_rollback: None, decisions: None };
        let details = Some(&told.details).filter(|details| details.is_object());
        event.additional_event_data = Some(Document::new(&Additional { lodge, details }));
        Self::of(&event)
    }

    /// What Lodge itself did, in no account, in a transaction that is based on `version`.
    pub(crate) fn of_lodge(
        name: &'static str,
        accepted_rollback: Option<&[String]>,
        version: Version,
        at: Timestamp,
    ) -> Result<Self, serde_json::Error> {
        let mut identity = UserIdentity::new(IdentityType::AwsService);
        identity.invoked_by = Some(LODGE.into());
        let mut event = Event::of(Call {
            event_id: new_event_id(),
            request_id: RequestId::from_random(*uuid::Uuid::new_v4().as_bytes()),
            time: at,
            source: LODGE,
            operation: name,
            // The record's form wants one; where CloudTrail records what belongs to none.
            region: "us-east-1".parse().map_err(serde::de::Error::custom)?,
            source_address: LODGE,
            identity,
            read_only: false,
        });
        event.event_type = EventType::AwsServiceEvent;
        event.request_id = None;
        let lodge = Lodge { store_version: Some(version.number()), accepted_rollback, decisions: None };
        event.additional_event_data = Some(Document::new(&Additional { lodge, details: None }));
        Self::of(&event)
    }

    /// That calls of an account were throttled which have no record each.
    pub(crate) fn of_throttled(told: &Unrecorded, at: Timestamp) -> Result<Self, serde_json::Error> {
        let mut identity = UserIdentity::new(IdentityType::AwsService);
        identity.invoked_by = Some(LODGE.into());
        identity.account_id = Some(told.account);
        let mut event = Event::of(Call {
            event_id: new_event_id(),
            request_id: RequestId::from_random(*uuid::Uuid::new_v4().as_bytes()),
            time: at,
            source: LODGE,
            operation: "ThrottledCalls",
            // The record's form wants one; where CloudTrail records what belongs to none.
            region: "us-east-1".parse().map_err(serde::de::Error::custom)?,
            source_address: LODGE,
            identity,
            read_only: true,
        });
        event.event_type = EventType::AwsServiceEvent;
        event.request_id = None;
        let throttled = serde_json::json!({"calls": told.calls, "since": told.since.to_iso8601()});
        event.additional_event_data = Some(Document::new(&throttled));
        Self::of(&event)
    }

    fn of(event: &Event) -> Result<Self, serde_json::Error> {
        Ok(Self { event_id: event.event_id.to_string(), event: event.to_json()? })
    }
}

fn resource(arn: &str, account: AccountId, resource_type: &'static str) -> Resource {
    Resource { arn: Some(arn.into()), account_id: Some(account), resource_type: Some(resource_type.into()) }
}

/// The decisions, without what they were made from when they are too long with it.
fn decisions(decided: &mut [Decided]) -> Document<MAX_DECISIONS> {
    let document = Document::new(decided);
    if !document.is_omitted() {
        return document;
    }
    decided.iter_mut().for_each(|decided| decided.evidence = None);
    Document::new(decided)
}

fn document<const MAX: usize>(value: &Value) -> Option<Document<MAX>> {
    (!value.is_null()).then(|| Document::new(value))
}

fn new_event_id() -> EventId {
    EventId::from_random(*uuid::Uuid::new_v4().as_bytes())
}
