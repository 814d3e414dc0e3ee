use aws_model::kms::{ScheduleKeyDeletion, ScheduleKeyDeletionRequest, ScheduleKeyDeletionResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::rotation::DAY;
use crate::state::{KeyState, Needs};
use crate::{Error, Kms};

/// Schedules the deletion of a key: nothing can be done with it but to cancel that, and at the end of the waiting period it is
/// gone.
impl Guarded<ScheduleKeyDeletion> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ScheduleKeyDeletionRequest>,
    ) -> Result<Resolved<Key>, Error> {
        let days = waiting_period(&call.input)?;
        self.own_key(view, call, &call.input.key_id, "kms:ScheduleKeyDeletion", |conditions| {
            conditions.insert("kms:ScheduleKeyDeletionPendingWindowInDays", days.to_string());
        })
        .await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, ScheduleKeyDeletion, Key>,
    ) -> Result<ScheduleKeyDeletionResponse, Error> {
        let now = permit.origin().at;
        let days = waiting_period(permit.input())?;
        let mut key = permit.into_target();
        key.check(Needs::Kept, now)?;
        // The waiting period of a primary key begins when its last replica is gone.
        key.record.state = if key.record.has_replicas() {
            KeyState::PendingReplicaDeletion { window_days: days }
        } else {
            KeyState::PendingDeletion { deletion_date: now.plus(DAY * days) }
        };
        view.tx().await?.put(&key.record).await?;
        Ok(ScheduleKeyDeletionResponse {
            deletion_date: key.record.state.deletion_date(),
            key_id: Some(key.arn),
            key_state: Some(key.record.state_at(now).wire()),
            pending_window_in_days: i32::try_from(days).ok(),
        })
    }
}

const DEFAULT_DAYS: u32 = 30;

/// The waiting period in days. The service description lets more through than the API reference allows.
fn waiting_period(input: &ScheduleKeyDeletionRequest) -> Result<u32, Error> {
    match input.pending_window_in_days.map(u32::try_from) {
        None => Ok(DEFAULT_DAYS),
        Some(Ok(days @ 7..=30)) => Ok(days),
        Some(_) => Err(Error::invalid("PendingWindowInDays must be between 7 and 30, inclusive.")),
    }
}
