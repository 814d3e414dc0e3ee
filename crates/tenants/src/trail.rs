//! What the audit trail knows: CloudTrail's `LookupEvents`.

use clock::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::{Connection, Error};

/// A call or an event of the service itself, as far as it matters here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TrailEvent {
    pub id: String,
    pub name: String,
    /// RFC 3339.
    pub time: String,
    /// Who called: an ARN, or the service.
    pub by: String,
    pub failed: bool,
    /// ARNs.
    pub resources: Vec<String>,
    pub parameters: Value,
}

/// Which events.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lookup<'a> {
    /// One of CloudTrail's lookup attributes and its value.
    pub attribute: Option<(&'static str, &'a str)>,
    pub since: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

impl Connection {
    /// Calls `each` with every event, newest first, until it says `false`.
    pub(crate) async fn look_up(
        &self,
        lookup: &Lookup<'_>,
        mut each: impl FnMut(TrailEvent) -> bool,
    ) -> Result<(), Error> {
        let mut token: Option<String> = None;
        loop {
            let (events, next) = self.look_up_page(lookup, token.as_deref()).await?;
            if !events.into_iter().all(&mut each) || next.is_none() {
                return Ok(());
            }
            token = next;
        }
    }

    /// The events of one page, newest first, and the token of the next.
    pub(crate) async fn look_up_page(
        &self,
        lookup: &Lookup<'_>,
        token: Option<&str>,
    ) -> Result<(Vec<TrailEvent>, Option<String>), Error> {
        let mut input = Map::from_iter([("MaxResults".to_owned(), json!(50))]);
        let attribute =
            lookup.attribute.map(|(key, value)| json!([{ "AttributeKey": key, "AttributeValue": value }]));
        let optional = [
            ("LookupAttributes", attribute),
            ("StartTime", lookup.since.map(|since| json!(since.secs()))),
            ("EndTime", lookup.until.map(|until| json!(until.secs()))),
            ("NextToken", token.map(|token| json!(token))),
        ];
        input.extend(optional.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
        let page = self.cloud_trail("LookupEvents", &Value::Object(input)).await?;
        let events = page.get("Events").and_then(Value::as_array).into_iter().flatten();
        let events = events.filter_map(|event| parsed(event.get("CloudTrailEvent")?)).collect();
        Ok((events, page.get("NextToken").and_then(Value::as_str).map(str::to_owned)))
    }
}

/// The record is JSON in a text.
fn parsed(record: &Value) -> Option<TrailEvent> {
    let record: Value = serde_json::from_str(record.as_str()?).ok()?;
    let text =
        |value: &Value, pointer: &str| value.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let resources = record.get("resources").and_then(Value::as_array).into_iter().flatten();
    Some(TrailEvent {
        id: text(&record, "/eventID")?,
        name: text(&record, "/eventName")?,
        time: text(&record, "/eventTime")?,
        by: text(&record, "/userIdentity/arn")
            .or_else(|| text(&record, "/userIdentity/invokedBy"))
            .or_else(|| text(&record, "/userIdentity/type"))
            .unwrap_or_else(|| "the service itself".to_owned()),
        failed: record.get("errorCode").is_some_and(|code| !code.is_null()),
        resources: resources.filter_map(|resource| text(resource, "/ARN")).collect(),
        parameters: record.get("requestParameters").cloned().unwrap_or_default(),
    })
}

impl TrailEvent {
    /// A text among the request's parameters.
    pub(crate) fn parameter(&self, pointer: &str) -> Option<&str> {
        self.parameters.pointer(pointer).and_then(Value::as_str)
    }
}
