//! Who used tenants' keys for what, from the audit trail.

use std::collections::{BTreeMap, HashMap};

use clock::Timestamp;
use serde::{Deserialize, Serialize};
use tenant_id::TenantId;

use crate::plot::Plot;
use crate::trail::{Lookup, TrailEvent};
use crate::{Error, Tenants};

/// What is counted together over time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum By {
    /// An hour, such as `2026-01-31T12`.
    Hour,
    /// A day, such as `2026-01-31`.
    #[default]
    Day,
    /// The whole time.
    Total,
}

/// What to count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UsageOptions {
    /// From here on, RFC 3339 or a date; as far back as the trail reaches when not given.
    pub since: Option<String>,
    /// Up to here; now when not given.
    pub until: Option<String>,
    /// What is counted together.
    #[serde(default)]
    pub by: By,
    /// Only this tenant.
    pub tenant: Option<TenantId>,
}

/// Calls of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Count {
    /// When; empty for the whole time.
    pub time: String,
    /// Whose key.
    pub tenant: TenantId,
    /// The `service` in the encryption context; `-` for calls without one.
    pub service: String,
    /// The operation.
    pub operation: String,
    /// Calls, failed ones too.
    pub calls: u64,
    /// Those that were refused or failed.
    pub failed: u64,
}

/// All counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Usage {
    /// By time, tenant, service and operation.
    pub counts: Vec<Count>,
}

/// Time, tenant, service, operation.
type Kind = (String, TenantId, String, String);

impl Tenants {
    /// Counts calls about tenants' keys.
    ///
    /// # Errors
    /// [`Error::Input`] for times that are none, and what the endpoint refuses.
    pub async fn usage(&self, options: &UsageOptions) -> Result<Usage, Error> {
        Ok(self.usage_part(options, None, usize::MAX).await?.0)
    }

    /// The same in parts: `pages` pages of the trail from `token` on, and the token of the next part. The counts of all parts add up.
    ///
    /// # Errors
    /// As above, and when the token is none of these options.
    pub async fn usage_part(
        &self,
        options: &UsageOptions,
        token: Option<&str>,
        pages: usize,
    ) -> Result<(Usage, Option<String>), Error> {
        let lookup = Lookup {
            attribute: Some(("EventSource", "kms.amazonaws.com")),
            since: time("since", options.since.as_deref())?,
            until: time("until", options.until.as_deref())?,
        };
        let keys = self.keys().await?;
        let mut counts = Counts::default();
        let mut token = token.map(str::to_owned);
        for _ in 0..pages {
            let (events, next) = self.connection.look_up_page(&lookup, token.as_deref()).await?;
            events.into_iter().for_each(|event| counts.add(event, options, &keys));
            token = next;
            if token.is_none() {
                break;
            }
        }
        Ok((counts.usage(), token))
    }

    async fn keys(&self) -> Result<Keys, Error> {
        let inventory = self.inventory().await?;
        let crate::Service { partition, account, .. } = &self.service;
        let place = format!("arn:{partition}:kms:{}:{account}:", self.connection.region);
        let live = inventory.aliases.iter().filter_map(|(tenant, key)| Some((key.clone()?, tenant.clone())));
        let loose = inventory
            .loose
            .iter()
            .flat_map(|(tenant, loose)| loose.iter().map(move |it| (it.key.id.clone(), tenant.clone())));
        Ok(Keys { place, owners: live.chain(loose).collect() })
    }
}

/// The keys of an account in a region.
struct Keys {
    /// What ARNs of its keys and aliases begin with.
    place: String,
    /// Tenants by the ids of their keys.
    owners: HashMap<String, TenantId>,
}

/// Calls, and those of them that failed.
#[derive(Default)]
struct Counts(BTreeMap<Kind, (u64, u64)>);

impl Counts {
    fn add(&mut self, event: TrailEvent, options: &UsageOptions, keys: &Keys) {
        let Some(tenant) = keys.owner(&event) else { return };
        if options.tenant.as_ref().is_some_and(|only| *only != tenant) {
            return;
        }
        let service = event.parameter("/encryptionContext/service").unwrap_or("-").to_owned();
        let kind = (bucket(options.by, &event.time), tenant, service, event.name);
        let (calls, failed) = self.0.entry(kind).or_default();
        *calls += 1;
        *failed += u64::from(event.failed);
    }

    fn usage(self) -> Usage {
        let count = |((time, tenant, service, operation), (calls, failed))| Count {
            time,
            tenant,
            service,
            operation,
            calls,
            failed,
        };
        Usage { counts: self.0.into_iter().map(count).collect() }
    }
}

impl Usage {
    /// Calls over time; over tenants, the busiest first, when all times are counted together.
    pub fn plot(&self) -> Plot {
        let mut bars: BTreeMap<String, f64> = BTreeMap::new();
        let over_time = self.counts.iter().any(|count| !count.time.is_empty());
        for count in &self.counts {
            let name = if over_time { count.time.clone() } else { count.tenant.to_string() };
            *bars.entry(name).or_default() += count.calls as f64;
        }
        let mut bars: Vec<(String, f64)> = bars.into_iter().collect();
        if !over_time {
            bars.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        }
        let title = if over_time { "Calls over time" } else { "Calls by tenant" };
        Plot { title: title.to_owned(), unit: String::new(), bars }
    }
}

impl Keys {
    /// The tenant whose key the call came to. What the caller named says nothing alone: it can be of another account or region, or not be there.
    fn owner(&self, event: &TrailEvent) -> Option<TenantId> {
        let here = |name: &str| name.strip_prefix(&self.place).map(str::to_owned);
        let keys: Vec<String> = event
            .resources
            .iter()
            .filter_map(|arn| Some(here(arn)?.strip_prefix("key/")?.to_owned()))
            .collect();
        let known = keys.iter().find_map(|key| self.owners.get(key)).cloned();
        known.or_else(|| {
            // A key that is deleted by now has only the alias that led to it then.
            keys.first()?;
            let name = event.parameter("/keyId")?;
            TenantId::from_alias(here(name).as_deref().unwrap_or(name))
        })
    }
}

/// `2026-01-31T12:00:00Z` cut after the hour or the day.
fn bucket(by: By, time: &str) -> String {
    let length = match by {
        By::Hour => 13,
        By::Day => 10,
        By::Total => 0,
    };
    time.get(..length).unwrap_or(time).to_owned()
}

fn time(what: &str, text: Option<&str>) -> Result<Option<Timestamp>, Error> {
    text.map(|text| {
        Timestamp::parse_iso8601(text).map_err(|error| Error::Input(format!("{what} '{text}': {error}")))
    })
    .transpose()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whose_key_a_call_is_about() {
        let keys = Keys {
            place: "arn:aws:kms:r:1:".to_owned(),
            owners: HashMap::from([("k1".to_owned(), "123".parse().unwrap())]),
        };
        let event = |key: &str, resource: &str| TrailEvent {
            id: String::new(),
            name: String::new(),
            time: String::new(),
            by: String::new(),
            failed: false,
            resources: vec![resource.to_owned()],
            parameters: json!({ "keyId": key }),
        };
        let found = |key: &str, resource: &str| keys.owner(&event(key, resource)).map(String::from);
        let (own, deleted) = ("arn:aws:kms:r:1:key/k1", "arn:aws:kms:r:1:key/k2");
        assert_eq!(found("x", own), Some("123".to_owned()));
        assert_eq!(found("alias/customer-a", own), Some("123".to_owned()));
        assert_eq!(found("alias/customer-a/b", deleted), Some("a/b".to_owned()));
        assert_eq!(found("arn:aws:kms:r:1:alias/customer-a", deleted), Some("a".to_owned()));
        assert_eq!(found("alias/other", deleted), None);
        // Calls that came to no key, or to one elsewhere.
        assert_eq!(found("alias/customer-ghost", ""), None);
        assert_eq!(found("k1", ""), None);
        assert_eq!(found("alias/customer-ghost", "arn:aws:kms:r:1:alias/customer-ghost"), None);
        for place in ["r:2", "s:1"] {
            let alias = format!("arn:aws:kms:{place}:alias/customer-a");
            assert_eq!(found(&alias, &format!("arn:aws:kms:{place}:key/k1")), None);
            assert_eq!(found(&alias, deleted), None);
        }
    }

    #[test]
    fn times_are_cut() {
        assert_eq!(bucket(By::Day, "2026-01-31T12:00:00Z"), "2026-01-31");
        assert_eq!(bucket(By::Hour, "2026-01-31T12:00:00Z"), "2026-01-31T12");
        assert_eq!(bucket(By::Total, "2026-01-31T12:00:00Z"), "");
    }
}
