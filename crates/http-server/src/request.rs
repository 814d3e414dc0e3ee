use std::net::IpAddr;
use std::sync::Arc;

use arn::Region;
use audit_event::RequestId;
use aws_model::Document;
use bytes::Buf;
use clock::Timestamp;
use gate::{Effect, Endpoint, Fault, Gate, Incoming, Origin};
use http::header::{AUTHORIZATION, HOST, HeaderName, HeaderValue, USER_AGENT};
use http::request::Parts;
use http_body_util::BodyExt;
use sigv4::{RequestHead, Signed};
use tokio::sync::OwnedSemaphorePermit;
use zeroize::Zeroizing;

#[cfg(doc)]
use crate::Limits;
use crate::addresses::Counted;

/// The other end of a connection.
pub struct Peer {
    pub(crate) ip: IpAddr,
    pub(crate) secure: bool,
    pub(crate) tls: Option<(&'static str, &'static str)>,
    pub(crate) _slot: Slot,
}

/// What a peer takes of [`Limits::connections`]: given back when the connection and all that it set going have ended.
pub(crate) struct Slot {
    pub(crate) _all: OwnedSemaphorePermit,
    pub(crate) _address: Counted,
}

/// A request that has arrived whole.
pub struct Request {
    /// Method, path and headers.
    pub head: Parts,
    /// The body. It can hold plaintext.
    pub body: Zeroizing<Vec<u8>>,
    /// The id that the answer carries.
    pub request_id: RequestId,
    pub(crate) peer: Arc<Peer>,
}

impl Request {
    /// A header's value, if it is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(&self.head, name)
    }

    /// Gives what of the request is signed to `read`.
    pub fn with_signed_head<T>(&self, read: impl FnOnce(&RequestHead<'_>) -> T) -> T {
        let headers = self.headers();
        read(&self.signed_head(&headers))
    }

    fn headers(&self) -> Vec<(&str, &[u8])> {
        self.head.headers.iter().map(|(name, value)| (name.as_str(), value.as_bytes())).collect()
    }

    fn signed_head<'a>(&'a self, headers: &'a [(&'a str, &'a [u8])]) -> RequestHead<'a> {
        RequestHead {
            method: self.head.method.as_str(),
            path: self.head.uri.path(),
            query: self.head.uri.query().unwrap_or_default(),
            headers,
        }
    }

    /// The same request with a signature in the place of the one it has.
    ///
    /// # Errors
    /// As [`sigv4::sign`].
    pub fn signed_with(
        &self,
        credentials: &sigv4::Credentials<'_>,
        region: &Region,
        service: &str,
        now: Timestamp,
    ) -> Result<Self, sigv4::Error> {
        let mut signed = Self {
            head: self.head.clone(),
            body: self.body.clone(),
            request_id: self.request_id,
            peer: Arc::clone(&self.peer),
        };
        for name in [AUTHORIZATION.as_str(), "x-amz-date", "x-amz-security-token"] {
            signed.head.headers.remove(name);
        }
        let hash = sigv4::sha256(&signed.body);
        let added = sigv4::sign(
            &signed.signed_head(&signed.headers()),
            &hash,
            credentials,
            region.as_str(),
            service,
            now,
        )?;
        for (name, value) in added {
            let mut value =
                HeaderValue::try_from(value).map_err(|_| sigv4::Error::MalformedHeader(name.to_owned()))?;
            value.set_sensitive(true);
            signed.head.headers.insert(HeaderName::from_static(name), value);
        }
        Ok(signed)
    }

    /// Finds out who signed, reads the input and calls the operation, all through the gate. `signed` is the request's own signature, whose scope has
    /// been checked; `decode` is called once the caller is known.
    pub async fn call(
        &self,
        gate: &Arc<Gate>,
        endpoint: &Arc<dyn Endpoint>,
        signed: &Signed,
        region: Region,
        decode: impl FnOnce() -> Result<Document, Fault> + Send,
    ) -> Result<Document, Fault> {
        let origin = self.origin(gate, region);
        let body_sha256 = sigv4::sha256(&self.body);
        let headers = self.headers();
        let head = self.signed_head(&headers);
        let caller = gate.authenticate(endpoint.as_ref(), signed, &head, &body_sha256, &origin).await?;
        gate.admit(endpoint.as_ref(), &caller, &origin).await?;
        let document = match decode() {
            Ok(document) => document,
            Err(fault) => return Err(gate.refused(endpoint.as_ref(), &caller, &origin, fault).await),
        };
        self.run(gate, endpoint, Incoming { caller, origin, document }).await
    }

    /// Calls an operation whose input proves who calls, through the gate. `document` is the decoded input.
    pub async fn call_unsigned(
        &self,
        gate: &Arc<Gate>,
        endpoint: &Arc<dyn Endpoint>,
        region: Region,
        document: Document,
    ) -> Result<Document, Fault> {
        endpoint.call_unsigned(gate, self.origin(gate, region), document).await
    }

    fn origin(&self, gate: &Gate, region: Region) -> Origin {
        Origin {
            region,
            at: gate.now(),
            request_id: self.request_id,
            source_ip: self.peer.ip,
            secure_transport: self.peer.secure,
            tls: self.peer.tls,
            user_agent: self.header(USER_AGENT.as_str()).map(str::to_owned),
            host: self.header(HOST.as_str()).map(str::to_owned),
        }
    }

    /// Runs the call. A change runs to its end even when the caller hangs up, and keeps the caller's slot until then.
    async fn run(
        &self,
        gate: &Arc<Gate>,
        endpoint: &Arc<dyn Endpoint>,
        incoming: Incoming,
    ) -> Result<Document, Fault> {
        if endpoint.effect() != Effect::Change {
            return endpoint.call(gate, incoming).await;
        }
        let (gate, endpoint, peer) = (Arc::clone(gate), Arc::clone(endpoint), Arc::clone(&self.peer));
        let schema = endpoint.schema();
        let running = tokio::spawn(async move {
            let outcome = endpoint.call(&gate, incoming).await;
            drop(peer);
            outcome
        });
        running.await.unwrap_or_else(|error| {
            tracing::error!(operation = schema.name, %error, "a change was broken off");
            Err(Fault::internal(schema.service))
        })
    }
}

/// Why a body could not be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// Longer than [`Limits::body_bytes`].
    TooLarge,
    /// It ended before its end, or was not of the form that its head announced.
    Broken,
    /// It did not come within [`Limits::read_timeout`].
    Late,
}

pub(crate) fn header<'h>(head: &'h Parts, name: &str) -> Option<&'h str> {
    head.headers.get(name).and_then(|value| value.to_str().ok())
}

/// Reads a body of bounded size into a buffer that is wiped after use, since it can hold plaintext.
pub(crate) async fn read<B: http_body::Body + Unpin>(
    body: &mut B,
    limit: usize,
) -> Result<Zeroizing<Vec<u8>>, Unread> {
    let expected = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if expected > limit {
        return Err(Unread::TooLarge);
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(expected.max(1024)));
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else { return Err(Unread::Broken) };
        let Ok(mut data) = frame.into_data() else { continue };
        if bytes.len() + data.remaining() > limit {
            return Err(Unread::TooLarge);
        }
        if bytes.capacity() - bytes.len() < data.remaining() {
            // Growing in place would leave a copy behind in freed memory.
            let mut larger = Zeroizing::new(Vec::with_capacity(
                (bytes.len() + data.remaining()).max(bytes.capacity() * 2),
            ));
            larger.extend_from_slice(&bytes);
            bytes = larger;
        }
        while data.has_remaining() {
            let chunk = data.chunk();
            bytes.extend_from_slice(chunk);
            let taken = chunk.len();
            data.advance(taken);
        }
    }
    Ok(bytes)
}
