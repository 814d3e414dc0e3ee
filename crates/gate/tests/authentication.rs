//! Who does not prove who they are gets no further.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use aws_model::iam::CreateAccessKey;
use aws_model::kms::Encrypt;
use gate::{Caller, Endpoint, Fault};
use secret::SecretString;
use sigv4::{Credentials, RequestHead};
use support::{SECRET_KEY, World, everything, is_internal, role_session, user};

const BODY: &[u8] = b"{}";

/// What a client sends: by whom it says that it is signed, and with what.
struct Client<'a> {
    access_key_id: &'a str,
    secret: &'a str,
    token: Option<&'a str>,
    /// The body that arrives; the signature is made for `BODY`.
    arrives: &'a [u8],
}

impl<'a> Client<'a> {
    fn of(access_key_id: &'a str) -> Self {
        Self { access_key_id, secret: SECRET_KEY, token: None, arrives: BODY }
    }

    async fn comes_to(&self, world: &World, endpoint: &dyn Endpoint) -> Result<Arc<Caller>, Fault> {
        let (secret, token) = (
            SecretString::new(self.secret.to_owned()),
            self.token.map(|token| SecretString::new(token.to_owned())),
        );
        let credentials = Credentials {
            access_key_id: self.access_key_id,
            secret_access_key: &secret,
            session_token: token.as_ref(),
        };
        let host: (&str, &[u8]) = ("host", b"kms.example");
        let head = RequestHead { method: "POST", path: "/", query: "", headers: &[host] };
        let signing_name = endpoint.schema().service.signing_name;
        let signed_at = world.gate.now();
        let added =
            sigv4::sign(&head, &sigv4::sha256(BODY), &credentials, support::REGION, signing_name, signed_at)
                .unwrap();
        let added = added.iter().map(|(name, value)| (*name, value.as_bytes()));
        let headers: Vec<_> = std::iter::once(host).chain(added).collect();
        let head = RequestHead { headers: &headers, ..head };
        let signed = sigv4::parse(&head).unwrap();
        world.gate.authenticate(endpoint, &signed, &head, &sigv4::sha256(self.arrives), &world.origin()).await
    }

    async fn is_refused(&self, world: &World) -> Fault {
        let refused = self.comes_to(world, world.endpoint::<Encrypt>()).await;
        assert_eq!(world.vault.counts(), (0, 0));
        refused.err().unwrap()
    }
}

#[tokio::test]
async fn a_right_signature_names_the_caller_and_leaves_no_record_yet() {
    let world = World::new().await;
    world.callers.admit(&user("ann", &[]));
    let caller = Client::of("AKIAANN").comes_to(&world, world.endpoint::<Encrypt>()).await.unwrap();
    assert_eq!(caller.arn(), "arn:aws:iam::111122223333:user/ann");
    assert_eq!(world.records().len(), 0);
}

#[tokio::test]
async fn an_unknown_access_key_is_refused_without_a_record() {
    let world = World::new().await;
    let fault = Client::of("AKIASTRANGER").is_refused(&world).await;
    assert_eq!((fault.code.code, fault.code.status), ("UnrecognizedClientException", 400));
    assert_eq!(fault.message, "The security token included in the request is invalid.");
    assert_eq!(world.records().len(), 0);
}

#[tokio::test]
async fn each_protocol_has_its_own_words_for_a_refusal() {
    let world = World::new().await;
    world.callers.admit(&user("ann", &[]));
    let query = world.endpoint::<CreateAccessKey>();
    let unknown = Client::of("AKIASTRANGER").comes_to(&world, query).await.err().unwrap();
    assert_eq!((unknown.code.code, unknown.code.status), ("InvalidClientTokenId", 403));
    let wrong =
        Client { secret: "another", ..Client::of("AKIAANN") }.comes_to(&world, query).await.err().unwrap();
    assert_eq!((wrong.code.code, wrong.code.status), ("SignatureDoesNotMatch", 403));
    assert_eq!(world.record()["readOnly"], false);
}

#[tokio::test]
async fn a_wrong_signature_of_a_known_access_key_is_refused_and_recorded() {
    let world = World::new().await;
    world.callers.admit(&user("ann", &[everything()]));
    let fault = Client { secret: "guessed", ..Client::of("AKIAANN") }.is_refused(&world).await;
    assert_eq!((fault.code.code, fault.code.status), ("InvalidSignatureException", 400));
    let record = world.record();
    assert_eq!(record["eventName"], "Encrypt");
    assert_eq!(record["readOnly"], true);
    assert_eq!(record["errorCode"], "InvalidSignatureException");
    // Who claims to be somebody is not recorded as that one.
    assert_eq!(record["userIdentity"]["type"], "Unknown");
    assert_eq!(record["userIdentity"]["arn"], serde_json::Value::Null);
    assert_eq!(record["userIdentity"]["accessKeyId"], "AKIAANN");
    assert_eq!(record["sourceIPAddress"], "192.0.2.1");
    assert_eq!(record["responseElements"], serde_json::Value::Null);
}

#[tokio::test]
async fn a_flood_of_wrong_signatures_does_not_fill_the_log() {
    let world = World::new().await;
    world.callers.admit(&user("ann", &[everything()]));
    for _ in 0..30 {
        Client { secret: "guessed", ..Client::of("AKIAANN") }.is_refused(&world).await;
    }
    assert_eq!(world.records().len(), 10);
}

#[tokio::test]
async fn another_body_than_the_signed_one_is_refused() {
    let world = World::new().await;
    world.callers.admit(&user("ann", &[everything()]));
    let fault =
        Client { arrives: b"{\"KeyId\":\"another\"}", ..Client::of("AKIAANN") }.is_refused(&world).await;
    assert_eq!(fault.code.code, "InvalidSignatureException");
    assert_eq!(world.records().len(), 1);
}

#[tokio::test]
async fn temporary_credentials_need_their_token() {
    let world = World::new().await;
    world.callers.admit_with_token(&role_session("s1", &[]), "the-token");
    for token in [None, Some("another-token")] {
        let fault = Client { token, ..Client::of("ASIASESSION") }.is_refused(&world).await;
        assert_eq!(fault.code.code, "UnrecognizedClientException", "{token:?}");
    }
    let right = Client { token: Some("the-token"), ..Client::of("ASIASESSION") };
    assert!(right.comes_to(&world, world.endpoint::<Encrypt>()).await.is_ok());
    assert_eq!(world.records().len(), 0);
}

#[tokio::test]
async fn an_ended_session_is_refused() {
    let world = World::new().await;
    world.callers.admit_with_token(&role_session("s1", &[]), "the-token");
    world.clock.advance(Duration::from_secs(3600));
    let fault = Client { token: Some("the-token"), ..Client::of("ASIASESSION") }.is_refused(&world).await;
    assert_eq!(fault.code.code, "ExpiredTokenException");
}

#[tokio::test]
async fn a_directory_that_cannot_be_read_is_not_a_wrong_key_and_tells_nothing() {
    let world = World::new().await;
    let fault = Client::of("AKIAUNREADABLE").is_refused(&world).await;
    assert!(is_internal(&fault), "{fault:?}");
    assert!(!fault.message.contains("secret-name"));
}

#[tokio::test]
async fn a_refusal_that_cannot_be_recorded_is_an_internal_failure() {
    let world = World::new().await;
    world.callers.admit(&user("ann", &[]));
    world.log.clone().close().unwrap();
    let fault = Client { secret: "guessed", ..Client::of("AKIAANN") }.is_refused(&world).await;
    assert!(is_internal(&fault), "{fault:?}");
}
