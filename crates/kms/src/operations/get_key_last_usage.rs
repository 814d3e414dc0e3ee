use aws_model::kms::{GetKeyLastUsage, GetKeyLastUsageRequest, GetKeyLastUsageResponse, KeyLastUsageData};
use gate::{Call, Effect, Guarded, LastUse, Permit, Resolved, View};

use crate::key::Key;
use crate::{Error, Kms};

/// When a key was last used, and for what. The audit log knows: no call that uses a key writes anything for this.
impl Guarded<GetKeyLastUsage> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GetKeyLastUsageRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:GetKeyLastUsage", |_| {}).await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GetKeyLastUsage, Key>,
    ) -> Result<GetKeyLastUsageResponse, Error> {
        let key = permit.target();
        let created = key.record.created;
        let tracked = self.last_uses.last_use(&key.arn).await?;
        // A record of an earlier key in this place is not this key's.
        let last = tracked.last.filter(|last| last.time.secs() >= created.secs());
        Ok(GetKeyLastUsageResponse {
            key_creation_date: Some(created),
            key_id: Some(key.locator().key_id.to_string()),
            key_last_usage: Some(shown(last)),
            tracking_start_date: Some(tracked.since.map_or(created, |since| since.max(created))),
        })
    }
}

fn shown(last: Option<LastUse>) -> KeyLastUsageData {
    let Some(LastUse { operation, time, event_id, request_id }) = last else {
        return KeyLastUsageData::default();
    };
    KeyLastUsageData {
        cloud_trail_event_id: Some(event_id),
        kms_request_id: request_id,
        operation: operation.parse().ok(),
        timestamp: Some(time),
    }
}
