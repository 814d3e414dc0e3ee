//! AssumeRoleWithWebIdentity, with an identity provider in the test's own memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_lc_rs::encoding::{AsBigEndian, EcPublicKeyUncompressedBin};
use aws_lc_rs::rand::SystemRandom as Randomness;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use aws_model::iam::{CreateOpenIDConnectProvider, CreateOpenIDConnectProviderRequest};
use aws_model::sts::{
    AssumeRoleWithWebIdentity, AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use envelope::{RootKey, SystemRandom};
use gate::Fault;
use iam::{Iam, Surroundings};
use secret::{SecretArray, SecretString};
use serde_json::{Value, json};
use web_identity::{BoxFuture, Documents, Location, Unfetched};

use crate::support::{ACCOUNT, Keys, World, allow_on, assume, refusal, role_arn};

const ISSUER: &str = "https://login.test";
const PROVIDER: &str = "arn:aws:iam::111122223333:oidc-provider/login.test";

/// The provider: the keys that it publishes, whether it can be reached, and how often it was asked for its keys.
#[derive(Default)]
struct State {
    keys: BTreeMap<&'static str, EcdsaKeyPair>,
    is_down: bool,
    asked: usize,
}

#[derive(Clone, Default)]
struct Provider(Arc<Mutex<State>>);

impl Documents for Provider {
    fn get<'a>(
        &'a self,
        location: &'a Location,
        _: &'a [String],
    ) -> BoxFuture<'a, Result<Vec<u8>, Unfetched>> {
        Box::pin(async move {
            let mut state = self.0.lock().unwrap();
            if state.is_down {
                return Err(Unfetched::Failed("nobody is there".to_owned()));
            }
            if location.path().starts_with("/.well-known/") {
                let document = json!({"issuer": ISSUER, "jwks_uri": format!("{ISSUER}/keys")});
                return Ok(document.to_string().into_bytes());
            }
            state.asked += 1;
            let keys: Vec<Value> = state.keys.iter().map(|(id, pair)| jwk(id, pair)).collect();
            Ok(json!({"keys": keys}).to_string().into_bytes())
        })
    }
}

fn jwk(id: &str, pair: &EcdsaKeyPair) -> Value {
    let point = AsBigEndian::<EcPublicKeyUncompressedBin<'_>>::as_be_bytes(pair.public_key()).unwrap();
    let (x, y) = point.as_ref()[1..].split_at(32);
    json!({"kty": "EC", "crv": "P-256", "kid": id, "x": URL_SAFE_NO_PAD.encode(x), "y": URL_SAFE_NO_PAD.encode(y)})
}

impl Provider {
    fn publish(&self, id: &'static str) {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
        self.0.lock().unwrap().keys.insert(id, pair);
    }

    fn withdraw(&self, id: &str) -> EcdsaKeyPair {
        self.0.lock().unwrap().keys.remove(id).unwrap()
    }

    fn goes(&self, is_down: bool) {
        self.0.lock().unwrap().is_down = is_down;
    }

    fn asked(&self) -> usize {
        self.0.lock().unwrap().asked
    }

    fn token(&self, world: &World, key: &str, more: &Value) -> String {
        token(world, key, &self.0.lock().unwrap().keys[key], more)
    }
}

/// A token of an hour with these claims besides the usual ones.
fn token(world: &World, key: &str, pair: &EcdsaKeyPair, more: &Value) -> String {
    let now = world.gate.now().secs();
    let mut claims = json!({"iss": ISSUER, "sub": "ann", "aud": "app", "iat": now, "exp": now + 3600});
    claims.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", encoded(&json!({"alg": "ES256", "kid": key})), encoded(&claims));
    let signature = pair.sign(&Randomness::new(), signed.as_bytes()).unwrap();
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// A world with the role `App` that trusts the provider, which publishes the key `one`.
async fn federated() -> (World, Arc<Iam>, Provider) {
    let world = World::new().await;
    let provider = Provider::default();
    provider.publish("one");
    let surroundings =
        Surroundings { documents: Some(Arc::new(provider.clone())), ..Surroundings::default() };
    let root_key = RootKey::new(SecretArray::new([9; 32]));
    let service = Iam::within(&world.store, &root_key, Arc::new(SystemRandom), surroundings);
    let input = CreateOpenIDConnectProviderRequest {
        client_id_list: Some(vec!["app".into()]),
        url: ISSUER.into(),
        ..Default::default()
    };
    world.call::<CreateOpenIDConnectProvider>(&world.admin, input).await.unwrap();
    let trust = json!({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow",
        "Principal": {"Federated": PROVIDER},
        "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
        "Condition": {"StringEquals": {"login.test:aud": "app"}},
    }});
    world.role("App", trust, None).await;
    (world, service, provider)
}

async fn exchange(
    world: &World,
    service: &Arc<Iam>,
    token: String,
) -> Result<AssumeRoleWithWebIdentityResponse, Fault> {
    exchange_for(world, service, token, "App").await
}

async fn exchange_for(
    world: &World,
    service: &Arc<Iam>,
    token: String,
    role: &str,
) -> Result<AssumeRoleWithWebIdentityResponse, Fault> {
    let input = AssumeRoleWithWebIdentityRequest {
        role_arn: role_arn(role),
        role_session_name: "session".into(),
        web_identity_token: SecretString::new(token),
        ..Default::default()
    };
    world.call_unsigned::<AssumeRoleWithWebIdentity>(service, input).await
}

fn keys(made: AssumeRoleWithWebIdentityResponse) -> Keys {
    let made = made.credentials.unwrap();
    Keys { id: made.access_key_id, secret: made.secret_access_key, token: Some(made.session_token) }
}

#[tokio::test]
async fn a_token_is_exchanged_for_a_session() {
    let (world, service, provider) = federated().await;
    let made = exchange(&world, &service, provider.token(&world, "one", &json!({}))).await.unwrap();
    assert_eq!(made.provider.as_deref(), Some(PROVIDER));
    assert_eq!(
        (made.audience.as_deref(), made.subject_from_web_identity_token.as_deref()),
        (Some("app"), Some("ann"))
    );
    let session = keys(made);
    assert_eq!(world.whoami(&session).await, Ok(format!("arn:aws:sts::{ACCOUNT}:assumed-role/App/session")));
    let caller = world.authenticate(&session).await.unwrap();
    let federated = caller.session.as_ref().and_then(|session| session.federated.as_ref()).unwrap();
    assert_eq!(federated.provider, PROVIDER);
    assert!(federated.keys.contains(&("login.test:sub".to_owned(), "ann".to_owned())));
}

#[tokio::test]
async fn a_provider_can_change_its_keys() {
    let (world, service, provider) = federated().await;
    let ok = async |token: String| exchange(&world, &service, token).await.map(drop);
    ok(provider.token(&world, "one", &json!({}))).await.unwrap();
    assert_eq!(provider.asked(), 1);

    // A new key is fetched when a token names it, but not at once again: strangers can name any key.
    provider.publish("two");
    assert_eq!(refusal(ok(provider.token(&world, "two", &json!({}))).await).0, "InvalidIdentityToken");
    assert_eq!(provider.asked(), 1);
    world.clock.advance(Duration::from_secs(30));
    ok(provider.token(&world, "two", &json!({}))).await.unwrap();
    assert_eq!(provider.asked(), 2);
    // The old one stays as long as the provider has it.
    ok(provider.token(&world, "one", &json!({}))).await.unwrap();
    assert_eq!(provider.asked(), 2);

    // What is withdrawn counts until the keys that are known have had their time.
    let old = provider.withdraw("one");
    world.clock.advance(Duration::from_secs(599));
    ok(token(&world, "one", &old, &json!({}))).await.unwrap();
    world.clock.advance(Duration::from_secs(1));
    assert_eq!(refusal(ok(token(&world, "one", &old, &json!({}))).await).0, "InvalidIdentityToken");
    assert_eq!(provider.asked(), 3);
    ok(provider.token(&world, "two", &json!({}))).await.unwrap();
}

#[tokio::test]
async fn a_provider_that_is_down_is_trusted_by_the_keys_that_are_known_and_no_longer() {
    let (world, service, provider) = federated().await;
    let ok = async |token: String| exchange(&world, &service, token).await.map(drop);
    provider.goes(true);
    let (code, text) = refusal(ok(provider.token(&world, "one", &json!({}))).await);
    assert_eq!(code, "IDPCommunicationError");
    assert!(text.contains("try again"), "{text}");
    // It is left alone for a moment, and asked again then.
    provider.goes(false);
    assert_eq!(refusal(ok(provider.token(&world, "one", &json!({}))).await).0, "IDPCommunicationError");
    world.clock.advance(Duration::from_secs(5));
    ok(provider.token(&world, "one", &json!({}))).await.unwrap();

    provider.goes(true);
    world.clock.advance(Duration::from_secs(599));
    ok(provider.token(&world, "one", &json!({}))).await.unwrap();
    world.clock.advance(Duration::from_secs(1));
    for _ in 0..2 {
        assert_eq!(refusal(ok(provider.token(&world, "one", &json!({}))).await).0, "IDPCommunicationError");
    }
    provider.goes(false);
    world.clock.advance(Duration::from_secs(5));
    ok(provider.token(&world, "one", &json!({}))).await.unwrap();
}

#[tokio::test]
async fn transitive_tags_of_a_token_go_on_through_other_roles() {
    let (world, service, provider) = federated().await;
    let tagged = json!({"https://aws.amazon.com/tags": {
        "principal_tags": {"tenant": ["t1"], "team": ["a"]},
        "transitive_tag_keys": ["tenant"],
    }});
    let first = keys(exchange(&world, &service, provider.token(&world, "one", &tagged)).await.unwrap());
    let trust = |condition: Value| {
        json!({"Version": "2012-10-17", "Statement": {
            "Effect": "Allow",
            "Principal": {"AWS": ACCOUNT},
            "Action": ["sts:AssumeRole", "sts:TagSession"],
            "Condition": {"StringEquals": condition},
        }})
    };
    world.role("Next", trust(json!({"aws:PrincipalTag/tenant": "t1"})), None).await;
    world.role("Last", trust(json!({"aws:PrincipalTag/tenant": "t1"})), None).await;
    world.role("Other", trust(json!({"aws:PrincipalTag/team": "a"})), None).await;
    for name in ["App", "Next"] {
        world
            .put_role_policy(name, "chain", allow_on(json!(["sts:AssumeRole", "sts:TagSession"]), "*"))
            .await;
    }
    let next = world.assume(&first, assume(&role_arn("Next"), "next")).await.unwrap();
    let tags = world.authenticate(&next).await.unwrap().session.as_ref().unwrap().tags.clone();
    assert_eq!(tags, [("tenant".to_owned(), "t1".to_owned())]);
    let last = world.assume(&next, assume(&role_arn("Last"), "last")).await.unwrap();
    let caller = world.authenticate(&last).await.unwrap();
    assert!(caller.tags.contains(&("tenant".to_owned(), "t1".to_owned())), "{:?}", caller.tags);
    // The other tag ended with the first session.
    assert_eq!(refusal(world.assume(&next, assume(&role_arn("Other"), "other")).await).0, "AccessDenied");
    assert!(world.assume(&first, assume(&role_arn("Other"), "other")).await.is_ok());
}

#[tokio::test]
async fn tokens_that_prove_nothing_are_recorded_for_the_role_a_few_times_a_minute() {
    let (world, service, provider) = federated().await;
    let stranger = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
    let forged = || token(&world, "one", &stranger, &json!({}));
    let refused = || {
        let records = world.records().into_iter();
        let of_it = |record: &Value| record["eventName"] == "AssumeRoleWithWebIdentity";
        records.filter(|record| of_it(record) && !record["errorCode"].is_null()).collect::<Vec<_>>()
    };
    for _ in 0..20 {
        assert_eq!(refusal(exchange(&world, &service, forged()).await).0, "InvalidIdentityToken");
    }
    let records = refused();
    assert_eq!(records.len(), 10);
    let record = &records[0];
    assert_eq!(record["userIdentity"], json!({"type": "Unknown", "accountId": ACCOUNT}));
    assert_eq!(record["recipientAccountId"], ACCOUNT);
    assert_eq!(record["errorCode"], "InvalidIdentityToken");
    assert_eq!(record["resources"][0]["ARN"], role_arn("App"));
    assert_eq!(record["requestParameters"]["roleSessionName"], "session");
    let claims = forged().split('.').nth(1).unwrap().to_owned();
    assert!(!record.to_string().contains(&claims));

    // What there is not cannot be made to fill the log.
    for role in ["Nothing", "app", "path/App"] {
        assert!(exchange_for(&world, &service, forged(), role).await.is_err());
    }
    assert_eq!(refused().len(), 10);
    // And nobody else is kept out by it.
    exchange(&world, &service, provider.token(&world, "one", &json!({}))).await.unwrap();
    world.clock.advance(Duration::from_secs(60));
    assert!(exchange(&world, &service, forged()).await.is_err());
    assert_eq!(refused().len(), 11);
}
