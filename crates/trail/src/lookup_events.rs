//! `LookupEvents`: newest first, one region, the last 90 days.
//!
//! Source: CloudTrail API reference, "LookupEvents".

use arn::{AccountId, Arn, Region};
use audit_event::Document;
use audit_log::AuditLog;
use aws_model::cloudtrail::{
    Event, EventCategory, LookupAttributeKey, LookupEvents, LookupEventsRequest, LookupEventsResponse,
    Resource,
};
use clock::Timestamp;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};
use serde_json::Value;
use store::{Cursor, Page, PageOf, Tx};

use crate::index::{BY_ATTRIBUTE, Found, REACH, day_key, in_key, is_denied};
use crate::{Error, Trail};

const PAGE: usize = 50;

/// How many entries one call looks at. Where it has looked at so many and found less than was wanted, it gives a token to go on.
const LOOKED_AT: usize = 2_000;

impl Guarded<LookupEvents> for Trail {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(&self, _: &mut View, call: &Call<LookupEventsRequest>) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), Question::new("cloudtrail:LookupEvents", "*", call.caller.account)))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, LookupEvents, ()>,
    ) -> Result<LookupEventsResponse, Error> {
        let input = permit.input();
        let asked = Asked::new(input, &permit)?;
        let wanted = page_size(input.max_results)?;
        let place =
            input.next_token.as_deref().map(Place::parse).transpose()?.unwrap_or(Place::start(&asked));
        if place.day < day_key(asked.until) {
            return Err(Error::InvalidNextToken);
        }
        if matches!(input.event_category, Some(EventCategory::Insight)) {
            return Ok(LookupEventsResponse { events: Some(Vec::new()), next_token: None });
        }
        self.caught_up().await;
        let (found, next) = self.find(&asked, place, wanted).await?;
        let log = self.log.clone();
        // The records lie anywhere in the log's files.
        let shown = tokio::task::spawn_blocking(move || {
            found.into_iter().map(|found| show(&log, found)).collect::<Result<_, _>>()
        });
        let events = shown.await.map_err(|_| Error::BrokenOff)??;
        Ok(LookupEventsResponse { events: Some(events), next_token: next.map(|place| place.to_string()) })
    }
}

impl Trail {
    /// Up to `wanted` events from `place` on, and where to go on.
    async fn find(
        &self,
        asked: &Asked<'_>,
        mut place: Place,
        wanted: usize,
    ) -> Result<(Vec<Found>, Option<Place>), Error> {
        let mut tx = self.index.begin().await?;
        let mut events = Vec::new();
        let mut looked_at = 0;
        while place.day <= day_key(asked.since) {
            if events.len() >= wanted || looked_at >= LOOKED_AT {
                return Ok((events, Some(place)));
            }
            let page = asked.page(&mut tx, &place, wanted - events.len()).await?;
            looked_at += page.items.len();
            // Newest first: what comes after an event that is too old is older still.
            let is_past = page.items.last().is_some_and(|found| found.time < asked.since);
            events.extend(page.items.into_iter().filter(|found| asked.is_answered_by(found)));
            place = match page.next {
                _ if is_past => break,
                Some(cursor) => Place { day: place.day, after: Some(cursor) },
                None => Place { day: place.day + 1, after: None },
            };
        }
        Ok((events, None))
    }
}

/// A question, checked.
struct Asked<'a> {
    account: AccountId,
    region: &'a Region,
    attribute: Option<(LookupAttributeKey, &'a str)>,
    since: Timestamp,
    until: Timestamp,
}

impl<'a> Asked<'a> {
    fn new(input: &'a LookupEventsRequest, permit: &Permit<'a, LookupEvents, ()>) -> Result<Self, Error> {
        let now = permit.origin().at;
        let oldest = now.minus(REACH);
        // Events carry whole seconds; an end without a fraction means that whole second.
        let end = input.end_time.unwrap_or(now);
        if input.start_time.is_some_and(|start| start > end) {
            return Err(Error::InvalidTimeRange);
        }
        let since = input.start_time.unwrap_or(oldest).max(oldest);
        // However wide the range: there are no more days to look at than lookups reach back.
        let until = end.min(now);
        let attribute = match input.lookup_attributes.as_deref().unwrap_or_default() {
            [] => None,
            [one] if one.attribute_value.is_empty() => {
                return Err(Error::InvalidLookupAttributes("A lookup attribute needs a value."));
            }
            [one] => Some((one.attribute_key, one.attribute_value.as_str())),
            _ => return Err(Error::InvalidLookupAttributes("You can use only one lookup attribute.")),
        };
        Ok(Self {
            account: permit.caller().account,
            region: &permit.origin().region,
            attribute,
            since,
            until,
        })
    }

    async fn page(&self, tx: &mut Tx, place: &Place, limit: usize) -> Result<PageOf<Found>, store::Error> {
        let page = Page { after: place.after.clone(), limit };
        match self.attribute {
            None => tx.list(&(self.account, self.region, place.day), page).await,
            Some((key, value)) => {
                let prefix = (self.account, self.region, (key.as_str(), in_key(value)), place.day);
                tx.list_by(BY_ATTRIBUTE, &prefix, page).await
            }
        }
    }

    fn is_answered_by(&self, found: &Found) -> bool {
        (self.since..=self.until).contains(&found.time)
            && self.attribute.is_none_or(|(key, value)| found.has(key, value))
    }
}

/// Where a listing goes on: `day:cursor`.
struct Place {
    day: i64,
    after: Option<Cursor>,
}

impl Place {
    fn start(asked: &Asked<'_>) -> Self {
        Self { day: day_key(asked.until), after: None }
    }

    fn parse(text: &str) -> Result<Self, Error> {
        let (day, cursor) = text.split_once(':').ok_or(Error::InvalidNextToken)?;
        let day = day.parse().map_err(|_| Error::InvalidNextToken)?;
        let after = match cursor {
            "" => None,
            cursor => Some(cursor.parse().map_err(|_| Error::InvalidNextToken)?),
        };
        Ok(Self { day, after })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:", self.day)?;
        self.after.as_ref().map_or(Ok(()), |cursor| write!(out, "{cursor}"))
    }
}

fn show(log: &AuditLog, found: Found) -> Result<Event, Error> {
    let mut record = log.read_at(found.position)?.record;
    if found.redacted {
        record = redacted(&record, found.account);
    }
    let resources = found.resources.into_iter().map(|(resource_type, name)| Resource {
        resource_name: Some(name),
        resource_type: Some(resource_type),
    });
    Ok(Event {
        access_key_id: found.access_key_id,
        cloud_trail_event: String::from_utf8(record).ok(),
        event_id: Some(found.event_id),
        event_name: Some(found.event_name),
        event_source: Some(found.event_source),
        event_time: Some(found.time),
        read_only: Some(if found.read_only { "true" } else { "false" }.to_owned()),
        resources: Some(resources.collect()),
        username: found.username,
    })
}

/// The record of a call across accounts as one of them may see it.
///
/// Each sees the statements of its own policies that decided, and not the other's. Who was refused does not see the other account's resources
/// either, which may be others than those the call named.
fn redacted(record: &[u8], viewer: AccountId) -> Vec<u8> {
    let Ok(mut event) = serde_json::from_slice::<audit_event::Event>(record) else { return Vec::new() };
    let denied = is_denied(&event);
    let calls = event.recipient_account_id == Some(viewer);
    if denied {
        event.resources.retain(|resource| resource.account_id == Some(viewer));
    }
    if let Some(data) = event.additional_event_data.take() {
        let mut data = data.to_value();
        if let Some(Value::Object(lodge)) = data.pointer_mut("/lodge") {
            lodge.remove("storeVersion");
        }
        if let Some(Value::Array(decisions)) = data.pointer_mut("/lodge/decisions") {
            decisions.retain_mut(|decision| {
                let owns = owner_of(decision).map_or(calls, |owner| owner == viewer);
                if let Some(Value::Array(reasons)) = decision.get_mut("reasons") {
                    reasons.retain(|reason| if is_of_the_resource(reason) { owns } else { calls });
                }
                owns || !denied
            });
            if !decisions.is_empty() {
                event.additional_event_data = Some(Document::new(&data));
            }
        }
    }
    event.to_record().unwrap_or_default()
}

/// The account that a decision's resource belongs to; `None` for a resource without an account.
fn owner_of(decision: &Value) -> Option<AccountId> {
    decision.get("resource")?.as_str()?.parse::<Arn>().ok()?.account_id()
}

/// Whether the policy that a reason names is the resource's, and not the caller's.
fn is_of_the_resource(reason: &Value) -> bool {
    let policy_type = reason.get("policyType").and_then(Value::as_str);
    matches!(policy_type, Some("resource" | "role-trust" | "grant" | "resource-control"))
}

fn page_size(asked: Option<i32>) -> Result<usize, Error> {
    match asked.map(usize::try_from) {
        None => Ok(PAGE),
        Some(Ok(asked @ 1..=PAGE)) => Ok(asked),
        Some(_) => Err(Error::InvalidMaxResults),
    }
}
