//! GetFederationToken: temporary credentials in another name, with what both the caller and the session policies allow.
//!
//! Sources: STS API Reference, "GetFederationToken"; IAM User Guide, "Permissions for GetFederationToken".

use aws_model::sts;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};
use iam_policy::Context;

use super::assume_role::Passed;
use super::callable::check_kind;
use super::sessions::duration;
use crate::directory::federated_user_arn;
use crate::session_policies::SessionPolicies;
use crate::session_token::{SessionOf, TokenSession};
use crate::{Error, Iam, tags};

impl Guarded<sts::GetFederationToken> for Iam {
    type Target = Passed;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;
    const RECORDS_RESPONSE: bool = true;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<sts::GetFederationTokenRequest>,
    ) -> Result<Resolved<Passed>, Error> {
        let (caller, input) = (&call.caller, &call.input);
        check_kind("GetFederationToken", caller)?;
        let tags = input.tags.iter().flatten().map(|tag| (tag.key.as_str(), tag.value.as_str()));
        let passed = Passed {
            policies: SessionPolicies::passed(input.policy.as_deref(), input.policy_arns.as_deref())?,
            tags: tags::checked(tags).map_err(Error::InvalidParameterValue)?,
            ..Passed::default()
        };
        let arn = federated_user_arn(caller.account, &input.name)?;
        let mut context = Context::new();
        tags::insert_request_tags(&mut context, &passed.tags);
        let ask = |action| Question {
            context: context.clone(),
            ..Question::new(action, arn.as_str(), caller.account)
        };
        let mut questions = vec![ask("sts:GetFederationToken")];
        if !passed.tags.is_empty() {
            questions.push(ask("sts:TagSession"));
        }
        Ok(Resolved { target: Some(passed), questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, sts::GetFederationToken, Passed>,
    ) -> Result<sts::GetFederationTokenResponse, Error> {
        let (caller, input, issued) = (permit.caller(), permit.input(), permit.origin().at);
        let (account, name) = (caller.account, &input.name);
        let passed = permit.into_target();
        let packed_policy_size = passed.packed_size()?;
        self.check_session_policies(account, &passed.policies).await?;
        let user_id = (!caller.is_root()).then(|| caller.user_id.clone());
        let of = SessionOf::Federated { user_id, name: name.clone() };
        let duration = duration(caller, input.duration_seconds);
        let session = TokenSession {
            policies: passed.policies,
            tags: passed.tags,
            ..TokenSession::new(account, of, issued, duration, &*self.random)?
        };
        let (credentials, session_token_size) = self.issue(&session, input.minimum_session_token_size)?;
        Ok(sts::GetFederationTokenResponse {
            credentials: Some(credentials),
            federated_user: Some(sts::FederatedUser {
                arn: federated_user_arn(account, name)?.to_string(),
                federated_user_id: format!("{account}:{name}"),
            }),
            packed_policy_size,
            session_token_size,
            session_token_utilization: None,
        })
    }
}
