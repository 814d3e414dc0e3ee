//! GetCallerIdentity.

use std::sync::{Arc, LazyLock};

use aws_model::sts;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};
use iam_policy::{Policy, PolicyError, PolicyKind};

use crate::{Error, Iam};

/// No permission is needed: whoever can sign may ask who that is.
static EVERYONE: LazyLock<Result<Arc<Policy>, PolicyError>> = LazyLock::new(|| {
    let text = r#"{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:GetCallerIdentity"}}"#;
    Policy::parse(text, PolicyKind::Resource).map(Arc::new)
});

impl Guarded<sts::GetCallerIdentity> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<sts::GetCallerIdentityRequest>,
    ) -> Result<Resolved<()>, Error> {
        let mut question = Question::new("sts:GetCallerIdentity", "*", call.caller.account);
        let policy =
            EVERYONE.clone().map_err(|error| Error::corrupt("policy of GetCallerIdentity", error))?;
        question.resource_policy = Some(("policy of GetCallerIdentity", policy));
        Ok(Resolved::one((), question))
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
