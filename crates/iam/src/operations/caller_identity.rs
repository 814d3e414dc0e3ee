//! GetCallerIdentity.

use aws_model::sts;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::{Error, Iam};

impl Guarded<sts::GetCallerIdentity> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;
    const NEEDS_PERMISSION: bool = false;

    async fn resolve(
        &self,
        _: &mut View,
        _: &Call<sts::GetCallerIdentityRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(Resolved { target: Some(()), questions: Vec::new() })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, sts::GetCallerIdentity, ()>,
    ) -> Result<sts::GetCallerIdentityResponse, Error> {
        let caller = permit.caller();
        Ok(sts::GetCallerIdentityResponse {
            account: Some(caller.account.to_string()),
            arn: Some(caller.arn().to_owned()),
            user_id: Some(caller.user_id.clone()),
        })
    }
}
