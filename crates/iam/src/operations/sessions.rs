//! What the operations share that make sessions.

use aws_model::sts;

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
