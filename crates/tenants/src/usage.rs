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
        let owners = self.owners().await?;
        let mut counts = Counts::default();
        let mut token = token.map(str::to_owned);
        for _ in 0..pages {
            let (events, next) = self.connection.look_up_page(&lookup, token.as_deref()).await?;
            events.into_iter().for_each(|event| counts.add(event, options, &owners));
            token = next;
            if token.is_none() {
                break;
            }
        }
        Ok((counts.usage(), token))
    }

    /// Tenants by their keys.
    async fn owners(&self) -> Result<HashMap<String, TenantId>, Error> {
        let inventory = self.inventory().await?;
        let live = inventory.aliases.iter().filter_map(|(tenant, key)| Some((key.clone()?, tenant.clone())));
        let loose = inventory
            .loose
            .iter()
            .flat_map(|(tenant, loose)| loose.iter().map(move |it| (it.key.id.clone(), tenant.clone())));
        Ok(live.chain(loose).collect())
    }
}

/// Calls, and those of them that failed.
#[derive(Default)]
struct Counts(BTreeMap<Kind, (u64, u64)>);

impl Counts {
    fn add(&mut self, event: TrailEvent, options: &UsageOptions, owners: &HashMap<String, TenantId>) {
        let Some(tenant) = owner(&event, owners) else { return };
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

/// The tenant whose key or alias the call is about.
fn owner(event: &TrailEvent, owners: &HashMap<String, TenantId>) -> Option<TenantId> {
    let named = event.parameter("/keyId").into_iter().chain(event.resources.iter().map(String::as_str));
    for name in named {
        // An alias or a key, bare or at the end of an ARN.
        let bare = name.split_once(":alias/").map(|(_, rest)| format!("alias/{rest}"));
        if let Some(tenant) = TenantId::from_alias(bare.as_deref().unwrap_or(name)) {
            return Some(tenant);
        }
        if let Some(tenant) = owners.get(name.rsplit('/').next().unwrap_or(name)) {
            return Some(tenant.clone());
        }
    }
    None
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
        let owners = HashMap::from([("k1".to_owned(), "123".parse().unwrap())]);
        let event = |key: &str, resource: &str| TrailEvent {
            id: String::new(),
            name: String::new(),
            time: String::new(),
            by: String::new(),
            failed: false,
            resources: vec![resource.to_owned()],
            parameters: json!({ "keyId": key }),
        };
        let found = |key: &str, resource: &str| owner(&event(key, resource), &owners).map(String::from);
        assert_eq!(found("alias/customer-a/b", ""), Some("a/b".to_owned()));
        assert_eq!(found("arn:aws:kms:r:1:alias/customer-a", ""), Some("a".to_owned()));
        assert_eq!(found("x", "arn:aws:kms:r:1:key/k1"), Some("123".to_owned()));
        assert_eq!(found("alias/other", "arn:aws:kms:r:1:key/k2"), None);
    }

    #[test]
    fn times_are_cut() {
        assert_eq!(bucket(By::Day, "2026-01-31T12:00:00Z"), "2026-01-31");
        assert_eq!(bucket(By::Hour, "2026-01-31T12:00:00Z"), "2026-01-31T12");
        assert_eq!(bucket(By::Total, "2026-01-31T12:00:00Z"), "");
    }
}
