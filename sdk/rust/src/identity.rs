//! Who asks for sessions: the application itself, or the tenant with its JSON Web Token.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use secret::SecretString;
use serde::Deserialize;
use tenant_id::TenantId;

/// Whose data, and who asks: nothing that is cached goes from one of these to another.
#[derive(Clone)]
pub(crate) struct Scope {
    pub(crate) tenant: TenantId,
    pub(crate) identity: Identity,
}

#[derive(Clone)]
pub(crate) enum Identity {
    /// `AssumeRole` with the configuration's credentials.
    Application,
    /// `AssumeRoleWithWebIdentity`.
    Web(Arc<WebToken>),
}

pub(crate) struct WebToken {
    pub(crate) token: SecretString,
    digest: [u8; 32],
    /// What the token says about its end. STS checks the token; this only keeps a session from outliving it.
    pub(crate) ends: Option<SystemTime>,
}

impl Identity {
    pub(crate) fn web(token: String) -> Self {
        let mut of_token = [0; 32];
        of_token.copy_from_slice(digest(&SHA256, token.as_bytes()).as_ref());
        let ends = end(&token);
        Self::Web(Arc::new(WebToken { token: SecretString::new(token), digest: of_token, ends }))
    }

    /// Tells identities apart without holding a token.
    pub(crate) fn digest(&self) -> [u8; 32] {
        match self {
            Self::Application => [0; 32],
            Self::Web(token) => token.digest,
        }
    }
}

fn end(token: &str) -> Option<SystemTime> {
    #[derive(Deserialize)]
    struct Claims {
        exp: f64,
    }
    let claims = BASE64_URL_SAFE_NO_PAD.decode(token.split('.').nth(1)?).ok()?;
    let claims: Claims = serde_json::from_slice(&claims).ok()?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::try_from_secs_f64(claims.exp).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_says_when_it_ends() {
        // {"alg":"none"} . {"exp":1700000000.5}
        let token = "eyJhbGciOiJub25lIn0.eyJleHAiOjE3MDAwMDAwMDAuNX0.";
        let ends = SystemTime::UNIX_EPOCH + Duration::from_millis(1_700_000_000_500);
        assert_eq!(end(token), Some(ends));
        for other in ["", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "x.eyJleHAiOi0xfQ.y"] {
            assert_eq!(end(other), None, "{other}");
        }
    }
}
