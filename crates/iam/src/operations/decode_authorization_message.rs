//! DecodeAuthorizationMessage.

use aws_model::sts;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};

use super::callable::check_kind;
use crate::{Error, Iam};

impl Guarded<sts::DecodeAuthorizationMessage> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<sts::DecodeAuthorizationMessageRequest>,
    ) -> Result<Resolved<()>, Error> {
        check_kind("DecodeAuthorizationMessage", &call.caller)?;
        Ok(Resolved::one((), Question::new("sts:DecodeAuthorizationMessage", "*", call.caller.account)))
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, sts::DecodeAuthorizationMessage, ()>,
    ) -> Result<sts::DecodeAuthorizationMessageResponse, Error> {
        let denial = self.authorization_messages.open(&permit.input().encoded_message);
        let told = denial.and_then(|denial| denial.told_to(permit.caller().account));
        let decoded = told.ok_or(Error::InvalidAuthorizationMessage)?;
        Ok(sts::DecodeAuthorizationMessageResponse { decoded_message: Some(decoded.to_string()) })
    }
}
