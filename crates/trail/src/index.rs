//! The index: where each event stands in the log, by account, region, day and attribute.

use std::collections::BTreeSet;
use std::time::Duration;

use arn::{AccountId, Region};
use audit_event::{Event, IdentityType};
use audit_log::Position;
use aws_model::cloudtrail::LookupAttributeKey;
use clock::Timestamp;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, Tx};

/// How far the index has come.
#[derive(Serialize, Deserialize)]
pub(crate) struct Indexed {
    pub(crate) log_id: String,
    pub(crate) position: Position,
    /// What is in the index.
    #[serde(default)]
    pub(crate) form: u32,
    /// The time of the oldest record.
    #[serde(default)]
    pub(crate) since: Option<Timestamp>,
}

/// The present form: entries for lookups; the last use of each key, over the KMS API (from form 1 on) and the XKS proxy API (from form 2 on);
/// the last attempts of users, roles and accounts (from form 3 on).
pub(crate) const FORM: u32 = 3;

impl Record for Indexed {
    const KIND: &'static str = "indexed";
    type Key = ();

    fn key(&self) {}

    fn encode_key(key: &()) -> KeyBytes {
        KeyBytes::of(key)
    }
}

/// One event as one account and region finds it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Found {
    pub(crate) account: AccountId,
    pub(crate) region: Region,
    pub(crate) time: Timestamp,
    pub(crate) position: Position,
    pub(crate) event_id: String,
    pub(crate) event_name: String,
    pub(crate) event_source: String,
    pub(crate) username: Option<String>,
    pub(crate) access_key_id: Option<String>,
    pub(crate) read_only: bool,
    /// Whether the event concerns several accounts: each is shown the record without what is the others' own.
    pub(crate) redacted: bool,
    /// Type and name.
    pub(crate) resources: Vec<(String, String)>,
}

/// Days and sequences count down in keys, so that the newest event comes first.
pub(crate) type FoundKey = (AccountId, Region, i64, i64, i64);

/// The index by attribute.
pub(crate) const BY_ATTRIBUTE: &str = "attribute";

/// The index by time, oldest first, of all accounts and regions.
const BY_AGE: &str = "age";

/// How far lookups reach back. Older entries are pruned.
pub(crate) const REACH: Duration = Duration::from_secs(90 * 86_400);

/// How much of an attribute's value goes into keys, in bytes: the longest ARNs do not fit into one.
const KEPT_OF_VALUE: usize = 512;

const DAY_SECS: i64 = 86_400;

/// The day of a time, counted down.
pub(crate) fn day_key(time: Timestamp) -> i64 {
    -time.secs().div_euclid(DAY_SECS)
}

impl Found {
    fn order(&self) -> (i64, i64, i64) {
        let sequence = i64::try_from(self.position.sequence).unwrap_or(i64::MAX);
        (day_key(self.time), -self.time.millis(), -sequence)
    }

    /// Whether it has the attribute with this value.
    pub(crate) fn has(&self, key: LookupAttributeKey, value: &str) -> bool {
        self.attributes().contains(&(key, value))
    }

    fn attributes(&self) -> Vec<(LookupAttributeKey, &str)> {
        let mut attributes = vec![
            (LookupAttributeKey::EventId, self.event_id.as_str()),
            (LookupAttributeKey::EventName, &self.event_name),
            (LookupAttributeKey::EventSource, &self.event_source),
            (LookupAttributeKey::ReadOnly, if self.read_only { "true" } else { "false" }),
        ];
        attributes.extend(self.username.as_deref().map(|name| (LookupAttributeKey::Username, name)));
        attributes.extend(self.access_key_id.as_deref().map(|id| (LookupAttributeKey::AccessKeyId, id)));
        for (resource_type, name) in &self.resources {
            attributes.push((LookupAttributeKey::ResourceType, resource_type));
            attributes.push((LookupAttributeKey::ResourceName, name));
        }
        attributes
    }
}

impl Record for Found {
    const KIND: &'static str = "event";
    type Key = FoundKey;

    fn key(&self) -> FoundKey {
        let (day, time, sequence) = self.order();
        (self.account, self.region.clone(), day, time, sequence)
    }

    fn encode_key(key: &FoundKey) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        let (day, time, sequence) = self.order();
        for (key, value) in self.attributes() {
            let attribute = (key.as_str(), in_key(value));
            out.add(BY_ATTRIBUTE, (self.account, &self.region, attribute, day, time, sequence));
        }
        out.add(BY_AGE, self.time);
    }
}

/// The beginning of an attribute's value by which it is listed. Others may begin alike: [`Found::has`] tells them apart.
pub(crate) fn in_key(value: &str) -> &str {
    let mut end = KEPT_OF_VALUE.min(value.len());
    while !value.is_char_boundary(end) {
        end -= 1;
    }
    value.get(..end).unwrap_or_default()
}

/// Removes entries that are out of reach at `now`, the oldest first and at most `limit`.
pub(crate) async fn prune(tx: &mut Tx, now: Timestamp, limit: usize) -> Result<(), store::Error> {
    let is_old = |found: &Found| found.time < now.minus(REACH);
    let oldest = tx.list_by::<Found>(BY_AGE, &(), Page::first(1)).await?;
    if !oldest.items.iter().any(is_old) {
        return Ok(());
    }
    let page = tx.list_by::<Found>(BY_AGE, &(), Page::first(limit)).await?;
    for found in page.items.iter().take_while(|found| is_old(found)) {
        tx.delete::<Found>(&found.key()).await?;
    }
    Ok(())
}

pub(crate) fn is_denied(event: &Event) -> bool {
    event.error_code.as_ref().is_some_and(|code| code.starts_with("AccessDenied"))
}

/// What an event is found by, once for each account that it concerns.
pub(crate) fn entries_of(event: &Event, position: Position) -> Vec<Found> {
    let mut accounts: BTreeSet<AccountId> = event.recipient_account_id.into_iter().collect();
    accounts.extend(event.resources.iter().filter_map(|resource| resource.account_id));
    let identity = &event.user_identity;
    let username = match &identity.identity_type {
        IdentityType::Root => Some("root".to_owned()),
        // Of a session, the name that the caller chose for it.
        IdentityType::AssumedRole | IdentityType::FederatedUser => {
            identity.arn.as_ref().and_then(|arn| arn.rsplit_once('/')).map(|(_, session)| session.to_owned())
        }
        _ => identity.user_name.as_ref().or(identity.invoked_by.as_ref()).map(ToString::to_string),
    };
    let denied = is_denied(event);
    let shared = accounts.len() > 1;
    accounts
        .into_iter()
        .map(|account| {
            // Who is refused does not learn from the trail what the refusal kept to itself.
            let shown = |owner: Option<AccountId>| !denied || owner == Some(account);
            let resources = event.resources.iter().filter(|resource| shown(resource.account_id));
            Found {
                account,
                region: event.aws_region.clone(),
                time: event.event_time,
                position,
                event_id: event.event_id.to_string(),
                event_name: event.event_name.to_string(),
                event_source: event.event_source.to_string(),
                username: username.clone(),
                access_key_id: identity.access_key_id.as_ref().map(ToString::to_string),
                read_only: event.read_only.unwrap_or(false),
                redacted: shared,
                resources: resources
                    .filter_map(|resource| {
                        Some((
                            resource.resource_type.as_ref()?.to_string(),
                            resource.arn.as_ref()?.to_string(),
                        ))
                    })
                    .collect(),
            }
        })
        .collect()
}
