//! When each KMS key was last used.
//!
//! Source: KMS API Reference, "GetKeyLastUsage": successful cryptographic operations count, those of its list; ReEncrypt counts for both keys.

use std::collections::BTreeMap;

use audit_event::Event;
use aws_model::kms::{self, KeyLastUsageTrackingOperation};
use aws_model::{Service, xks};
use clock::Timestamp;
use gate::{LastUse, LastUses, LastUsesError, Tracked};
use serde::{Deserialize, Serialize};
use store::{BoxFuture, Indexes, KeyBytes, Record, Tx};

use crate::Trail;

impl LastUses for Trail {
    fn last_use<'a>(&'a self, arn: &'a str) -> BoxFuture<'a, Result<Tracked, LastUsesError>> {
        Box::pin(async move {
            if !self.caught_up().await {
                return Err(LastUsesError::Behind);
            }
            let last = self.index.get::<Used>(&arn.to_owned()).await?;
            Ok(Tracked { since: self.since.get().copied(), last: last.map(Used::shown) })
        })
    }
}

/// What a batch of records says of keys, by ARN: the last use, or `None` when the key was deleted after it.
#[derive(Default)]
pub(crate) struct Uses(BTreeMap<String, Option<Used>>);

impl Uses {
    /// Takes in the next record.
    pub(crate) fn add(&mut self, event: &Event) {
        let is_of = |service: &Service| *event.event_source == *service.event_source;
        // As an external key of another key management service it is used as much.
        if !(is_of(&kms::SERVICE) || is_of(&xks::SERVICE)) || event.error_code.is_some() {
            return;
        }
        let is_use = event.event_name.parse::<KeyLastUsageTrackingOperation>().is_ok();
        // A replica that is made again has the ARN of the one that was deleted.
        if !is_use && *event.event_name != *"DeleteKey" {
            return;
        }
        for arn in event.resources.iter().filter_map(|resource| resource.arn.as_ref()) {
            let used = is_use.then(|| Used {
                arn: arn.to_string(),
                operation: event.event_name.to_string(),
                time: event.event_time,
                event_id: event.event_id.to_string(),
                request_id: event.request_id.as_ref().map(ToString::to_string),
            });
            self.0.insert(arn.to_string(), used);
        }
    }

    pub(crate) async fn write(&self, tx: &mut Tx) -> Result<(), store::Error> {
        for (arn, used) in &self.0 {
            match used {
                Some(used) => tx.put(used).await?,
                None => tx.delete::<Used>(arn).await.map(drop)?,
            }
        }
        Ok(())
    }
}

/// The last use of a key.
#[derive(Serialize, Deserialize)]
struct Used {
    arn: String,
    operation: String,
    time: Timestamp,
    event_id: String,
    request_id: Option<String>,
}

impl Used {
    fn shown(self) -> LastUse {
        let Self { operation, time, event_id, request_id, .. } = self;
        LastUse { operation, time, event_id, request_id }
    }
}

impl Record for Used {
    const KIND: &'static str = "last-use";
    type Key = String;

    fn key(&self) -> String {
        self.arn.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, _: &mut Indexes) {}
}
