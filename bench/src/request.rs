use anyhow::Result;
use clock::{Clock, SystemClock};
use sigv4::{Credentials, RequestHead};

use crate::{BODY, REGION, World};

/// The walkthrough's `Encrypt` as an SDK sends it.
pub struct SignedRequest {
    headers: Vec<(&'static str, String)>,
}

impl SignedRequest {
    /// Signed now by the narrowed session: good for a quarter of an hour.
    pub fn new(world: &World, host: &str) -> Result<Self> {
        let mut request = Self {
            headers: vec![
                ("host", host.to_owned()),
                ("x-amz-target", "TrentService.Encrypt".to_owned()),
                ("content-type", "application/x-amz-json-1.1".to_owned()),
            ],
        };
        let credentials = Credentials {
            access_key_id: &world.access_key_id,
            secret_access_key: &world.secret_access_key,
            session_token: Some(&world.session_token),
        };
        let body_sha256 = sigv4::sha256(BODY.as_bytes());
        let (headers, now) = (request.headers(), SystemClock.now());
        let signature = sigv4::sign(&head_of(&headers), &body_sha256, &credentials, REGION, "kms", now)?;
        request.headers.extend(signature);
        // SDKs leave these unsigned.
        request.headers.extend([
            ("user-agent", World::origin()?.user_agent.unwrap_or_default()),
            ("accept-encoding", "identity".to_owned()),
            ("content-length", BODY.len().to_string()),
        ]);
        Ok(request)
    }

    /// The headers as [`RequestHead`] wants them.
    pub fn headers(&self) -> Vec<(&str, &[u8])> {
        self.headers.iter().map(|(name, value)| (*name, value.as_bytes())).collect()
    }

    /// The whole request, for the wire.
    pub fn to_bytes(&self) -> Vec<u8> {
        let headers: String =
            self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        format!("POST / HTTP/1.1\r\n{headers}\r\n{BODY}").into_bytes()
    }
}

/// The head with these headers.
pub fn head_of<'a>(headers: &'a [(&'a str, &'a [u8])]) -> RequestHead<'a> {
    RequestHead { method: "POST", path: "/", query: "", headers }
}
