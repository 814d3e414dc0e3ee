use aws_model::kms::{EnableKeyRotation, EnableKeyRotationRequest, EnableKeyRotationResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::rotation::Schedule;
use crate::state::Needs;
use crate::{Error, KeyOrigin, Kms};

/// Switches automatic rotation on, or gives it another period.
impl Guarded<EnableKeyRotation> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<EnableKeyRotationRequest>,
    ) -> Result<Resolved<Key>, Error> {
        let days = period(&call.input)?;
        self.own_key(view, call, &call.input.key_id, "kms:EnableKeyRotation", |conditions| {
            if let Some(days) = days {
                conditions.insert("kms:RotationPeriodInDays", days.to_string());
            }
        })
        .await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, EnableKeyRotation, Key>,
    ) -> Result<EnableKeyRotationResponse, Error> {
        let now = permit.origin().at;
        let days = period(permit.input())?;
        let mut key = permit.into_target();
        key.check_origin(KeyOrigin::AwsKms)?;
        key.check(Needs::Settled, now)?;
        key.check_rotatable()?;
        key.check_not_replica()?;
        key.record.rotation = Some(Schedule::enabled(key.record.rotation, days, now));
        self.put_with_relations(view, &key.record).await?;
        Ok(EnableKeyRotationResponse {})
    }
}

/// The period in days; the service description has checked that it is 90 to 2560.
fn period(input: &EnableKeyRotationRequest) -> Result<Option<u16>, Error> {
    let days = input.rotation_period_in_days.map(u16::try_from).transpose();
    days.map_err(|_| Error::invalid("RotationPeriodInDays must be between 90 and 2560, inclusive."))
}
