//! What the operations share that make sessions.

use std::time::Duration;

use aws_model::sts;
use gate::Caller;
use iam_policy::Principal;

use crate::session_token::TokenSession;
use crate::{Error, Iam, unique_id};

impl Iam {
    /// The credentials of a session, and the length of their token. It gets at least `min_token` characters.
    pub(super) fn issue(
        &self,
        session: &TokenSession,
        min_token: Option<i32>,
    ) -> Result<(sts::Credentials, Option<i32>), Error> {
        let access_key_id = unique_id::temporary_access_key_id(session.account, &*self.random)?;
        let min_length = min_token.and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
        let session_token = self.session_tokens.seal(&access_key_id, session, min_length, &*self.random)?;
        let token_size = i32::try_from(session_token.expose().len()).ok();
        let credentials = sts::Credentials {
            access_key_id,
            expiration: session.expires,
            secret_access_key: session.secret_access_key.clone(),
            session_token,
        };
        Ok((credentials, token_size))
    }
}

/// Refuses callers with temporary credentials.
pub(super) fn needs_long_term(caller: &Caller, operation: &'static str) -> Result<(), Error> {
    match (&caller.principal, &caller.session) {
        (Principal::AssumedRole { .. }, _) | (_, Some(_)) => {
            Err(Error::NotCallableWith { operation, with: "session" })
        }
        (_, None) => Ok(()),
    }
}

/// Refuses sessions of users, federated users and roots: AWS gives them two operations of STS at most, AssumeRole and GetCallerIdentity.
///
/// Source: IAM User Guide, "Compare AWS STS credentials".
pub(super) fn needs_no_user_session(caller: &Caller, operation: &'static str) -> Result<(), Error> {
    match caller.principal {
        Principal::AssumedRole { .. } => Ok(()),
        _ => needs_long_term(caller, operation),
    }
}

/// How long a session of the caller is to be, or of a federated user behind whom the caller is. The root gets at most an hour, whatever it
/// asks for.
pub(super) fn duration(caller: &Caller, asked: Option<i32>) -> Duration {
    const OF_ROOT: u64 = 3600;
    const OF_USER: u64 = 43_200;
    let asked = asked.and_then(|seconds| u64::try_from(seconds).ok());
    Duration::from_secs(match caller.is_root() {
        true => asked.unwrap_or(OF_ROOT).min(OF_ROOT),
        false => asked.unwrap_or(OF_USER),
    })
}
