use arn::Region;
use aws_model::kms::{UpdatePrimaryRegion, UpdatePrimaryRegionRequest, UpdatePrimaryRegionResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::{Key, KeyRecord};
use crate::state::Needs;
use crate::{Error, Kms, authorize};

/// A primary key and the replica that is to take its place, if there is one in that region.
pub struct Succession {
    primary: Key,
    region: Region,
    replica: Option<Key>,
}

/// Makes a replica the primary key, and the primary key a replica. It is complete when the call returns; AWS needs some seconds more, in which both
/// are `Updating`.
impl Guarded<UpdatePrimaryRegion> for Kms {
    type Target = Succession;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<UpdatePrimaryRegionRequest>,
    ) -> Result<Resolved<Succession>, Error> {
        const ACTION: &str = "kms:UpdatePrimaryRegion";
        let region = self.served_region(&call.input.primary_region)?;
        let found = self.own_key(view, call, &call.input.key_id, ACTION, |conditions| {
            conditions.insert("kms:PrimaryRegion", region.to_string());
        });
        let Resolved { target, mut questions } = found.await?;
        let Some(primary) = target else { return Ok(Resolved { target: None, questions }) };
        let place = primary.record.locator_in(&region);
        let replica = view.tx().await?.get::<KeyRecord>(&place).await?.map(Key::prepare).transpose()?;
        let replica =
            replica.filter(|key| key.arn != primary.arn && !key.record.state.is_over(call.origin.at));
        if let Some(replica) = &replica {
            let mut question = authorize::about_key(ACTION, replica, &call.caller);
            question.region = Some(region.clone());
            question.context.insert("kms:PrimaryRegion", region.to_string());
            questions.push(question);
        }
        Ok(Resolved { target: Some(Succession { primary, region, replica }), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, UpdatePrimaryRegion, Succession>,
    ) -> Result<UpdatePrimaryRegionResponse, Error> {
        let now = permit.origin().at;
        let Succession { primary, region, replica } = permit.into_target();
        primary.check_primary()?;
        primary.check(Needs::Settled, now)?;
        if primary.locator().region == region {
            return Err(Error::unsupported(format!("{} is the primary key already.", primary.arn)));
        }
        let replica = replica.ok_or_else(|| Error::NoSuchKey(primary.record.locator_in(&region)))?;
        replica.check(Needs::Settled, now)?;
        self.move_primary(view, primary.record, &region).await?;
        Ok(UpdatePrimaryRegionResponse {})
    }
}
