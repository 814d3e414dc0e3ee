//! GetSessionToken: temporary credentials of a user or an account's root, with the permissions of the caller.
//!
//! Sources: STS API Reference, "GetSessionToken"; IAM User Guide, "Permissions for GetSessionToken".

use aws_model::sts;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use iam_policy::Principal;

use super::callable::check_kind;
use super::sessions::duration;
use crate::session_token::{SessionOf, TokenSession};
use crate::{Error, Iam};

impl Guarded<sts::GetSessionToken> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;
    const RECORDS_RESPONSE: bool = true;
    // It gives nobody more than they have, and policies do not control who shows a second factor.
    const NEEDS_PERMISSION: bool = false;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<sts::GetSessionTokenRequest>,
    ) -> Result<Resolved<()>, Error> {
        check_kind("GetSessionToken", &call.caller)?;
        Ok(Resolved { target: Some(()), questions: Vec::new() })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, sts::GetSessionToken, ()>,
    ) -> Result<sts::GetSessionTokenResponse, Error> {
        let (caller, input, issued) = (permit.caller(), permit.input(), permit.origin().at);
        let (serial_number, code) = (input.serial_number.as_deref(), input.token_code.as_ref());
        let mfa = self.second_factor(caller, serial_number, code, issued).await?;
        let duration = duration(caller, input.duration_seconds);
        let of = match caller.principal {
            Principal::Root { .. } => SessionOf::Root,
            _ => SessionOf::User { id: caller.user_id.clone() },
        };
        let session =
            TokenSession { mfa, ..TokenSession::new(caller.account, of, issued, duration, &*self.random)? };
        let (credentials, session_token_size) = self.issue(&session, input.minimum_session_token_size)?;
        Ok(sts::GetSessionTokenResponse {
            credentials: Some(credentials),
            session_token_size,
            session_token_utilization: None,
        })
    }
}
