use aws_model::kms::{GetKeyRotationStatus, GetKeyRotationStatusRequest, GetKeyRotationStatusResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::locate::{Named, Takes};
use crate::{Error, KeyOrigin, Kms};

/// Whether and when a key is rotated. While it is pending deletion it is not.
impl Guarded<GetKeyRotationStatus> for Kms {
    type Target = Named<Key>;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GetKeyRotationStatusRequest>,
    ) -> Result<Resolved<Named<Key>>, Error> {
        let found = self.locate::<Key, _>(view, call, &call.input.key_id, Takes::AnyKey).await?;
        Ok(found.ask("kms:GetKeyRotationStatus", call, |_| {}))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GetKeyRotationStatus, Named<Key>>,
    ) -> Result<GetKeyRotationStatusResponse, Error> {
        permit.target().key.check_origin(KeyOrigin::AwsKms)?;
        let record = &permit.target().key.record;
        let schedule = record.rotation.filter(|_| !record.state.is_pending_deletion());
        Ok(GetKeyRotationStatusResponse {
            key_id: Some(record.locator.key_id.to_string()),
            key_rotation_enabled: Some(schedule.is_some()),
            next_rotation_date: schedule.map(|schedule| schedule.next),
            // A rotation on demand is complete when its call returns.
            on_demand_rotation_start_date: None,
            rotation_period_in_days: schedule.map(|schedule| i32::from(schedule.period_days)),
        })
    }
}
