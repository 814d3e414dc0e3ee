//! Web identity tokens: GetWebIdentityToken, the issuers of accounts, and their keys.

use std::time::Duration;

use crate::support::*;
use aws_model::iam::*;
use aws_model::sts::{GetWebIdentityToken, GetWebIdentityTokenRequest};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gate::Fault;
use iam::{Iam, IssuerDocument};
use serde_json::{Value, json};
use web_identity::{Discovery, KeySet, Token};

const DAY: Duration = Duration::from_secs(24 * 3600);

async fn enable(world: &World) -> Result<String, Fault> {
    let input = EnableOutboundWebIdentityFederationRequest {};
    let enabled = world.call::<EnableOutboundWebIdentityFederation>(&world.admin, input).await?;
    Ok(enabled.issuer_identifier.unwrap())
}

async fn disable(world: &World) -> Result<(), Fault> {
    let input = DisableOutboundWebIdentityFederationRequest {};
    world.call::<DisableOutboundWebIdentityFederation>(&world.admin, input).await.map(drop)
}

async fn info(world: &World) -> Result<GetOutboundWebIdentityFederationInfoResponse, Fault> {
    let input = GetOutboundWebIdentityFederationInfoRequest {};
    world.call::<GetOutboundWebIdentityFederationInfo>(&world.admin, input).await
}

fn wanted(algorithm: &str) -> GetWebIdentityTokenRequest {
    GetWebIdentityTokenRequest {
        audience: vec!["https://api.example.com".into()],
        duration_seconds: None,
        signing_algorithm: algorithm.into(),
        tags: None,
    }
}

async fn token(world: &World, keys: &Keys, input: GetWebIdentityTokenRequest) -> Result<String, Fault> {
    let made = world.call::<GetWebIdentityToken>(keys, input).await?;
    Ok(made.web_identity_token.unwrap().expose().to_owned())
}

/// The issuer's keys, as others read them.
async fn keys_of(world: &World, issuer: &str) -> (KeySet, usize) {
    let id = issuer.rsplit('/').next().unwrap();
    let document = |which| world.iam.issuer_document(id, which);
    let found = document(IssuerDocument::Discovery).await.unwrap().unwrap();
    let issuer = issuer.strip_prefix("https://").unwrap();
    let discovery = Discovery::parse(found.as_bytes(), issuer).unwrap();
    assert_eq!(discovery.keys.to_string(), format!("https://{issuer}/.well-known/jwks.json"));
    let keys = document(IssuerDocument::Keys).await.unwrap().unwrap();
    let count = serde_json::from_str::<Value>(&keys).unwrap()["keys"].as_array().unwrap().len();
    (KeySet::parse(keys.as_bytes()).unwrap(), count)
}

fn part(token: &str, at: usize) -> Value {
    let part = token.split('.').nth(at).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

/// Does what is due.
async fn upkeep(world: &World) {
    for duty in iam::duties(&world.iam) {
        world.gate.perform(&*duty).await.unwrap();
    }
}

#[tokio::test]
async fn a_token_says_who_calls_and_the_published_keys_verify_it() {
    let world = World::new().await;
    let issuer = enable(&world).await.unwrap();
    assert!(issuer.starts_with("https://tokens.test/") && issuer.len() == "https://tokens.test/".len() + 26);
    let (keys, _) = keys_of(&world, &issuer).await;
    for algorithm in ["RS256", "ES384"] {
        let tags = session_tags(&[("job", "42")]);
        let made =
            token(&world, &world.admin, GetWebIdentityTokenRequest { tags, ..wanted(algorithm) }).await;
        let made = made.unwrap();
        let claims = Token::parse(&made).unwrap().verify(&keys).unwrap().clone();
        claims.check_time(START).unwrap();
        assert_eq!(
            (claims.issuer.as_str(), claims.subject.as_str()),
            (issuer.as_str(), user_arn("admin").as_str())
        );
        assert_eq!(part(&made, 0)["alg"], algorithm);
        let said = part(&made, 1);
        assert_eq!(said["aud"], "https://api.example.com");
        assert_eq!(said["exp"].as_i64().unwrap() - said["iat"].as_i64().unwrap(), 300);
        let about = &said["https://sts.amazonaws.com/"];
        assert_eq!(about["aws_account"], ACCOUNT);
        assert_eq!(about["source_region"], "us-east-1");
        assert_eq!(about["request_tags"], json!({"job": "42"}));
        assert!(about["org_id"].as_str().unwrap().starts_with("o-"));
        assert!(about["ou_path"].as_str().unwrap().ends_with('/'));
        assert!(about.get("principal_tags").is_none() && about.get("original_session_exp").is_none());
    }
    let records = world.records();
    let last = records.last().unwrap();
    assert_eq!((&last["eventName"], &last["errorCode"]), (&json!("GetWebIdentityToken"), &Value::Null));
    assert!(!last.to_string().contains("eyJ"), "{last}");
}

#[tokio::test]
async fn a_sessions_token_is_the_roles_and_does_not_outlive_it() {
    let world = World::new().await;
    enable(&world).await.unwrap();
    let arn = world.role("App", trust(&user_arn("admin")), Some(allow("sts:*"))).await;
    let session = world.assume(&world.admin, assume(&arn, "s1")).await.unwrap();
    let made = token(&world, &session, wanted("ES384")).await.unwrap();
    let said = part(&made, 1);
    assert_eq!(said["sub"], arn);
    let about = &said["https://sts.amazonaws.com/"];
    assert!(about["principal_id"].as_str().unwrap().ends_with(":assumed-role/App/s1"));
    assert_eq!(about["original_session_exp"], START.plus(HOUR).to_iso8601());
    world.clock.advance(HOUR - Duration::from_secs(299));
    let refused = refusal(token(&world, &session, wanted("ES384")).await);
    assert_eq!(refused.0, "SessionDurationEscalationException");
    let shorter = GetWebIdentityTokenRequest { duration_seconds: Some(299), ..wanted("ES384") };
    assert!(token(&world, &session, shorter).await.is_ok());
}

#[tokio::test]
async fn policies_say_for_whom_how_long_and_how() {
    let world = World::new().await;
    enable(&world).await.unwrap();
    let condition = json!({
        "ForAllValues:StringEquals": {"sts:IdentityTokenAudience": "https://api.example.com"},
        "NumericLessThanEquals": {"sts:DurationSeconds": "300"},
        "StringEquals": {"sts:SigningAlgorithm": "ES384"},
    });
    let statement = json!({"Effect": "Allow", "Action": "sts:GetWebIdentityToken", "Resource": "*", "Condition": condition});
    let ann = world.user("ann", Some(json!({"Statement": statement}))).await;
    token(&world, &ann, wanted("ES384")).await.unwrap();
    let two = vec!["https://api.example.com".to_owned(), "https://other.example.com".to_owned()];
    for refused in [
        wanted("RS256"),
        GetWebIdentityTokenRequest { duration_seconds: Some(301), ..wanted("ES384") },
        GetWebIdentityTokenRequest { audience: two.clone(), ..wanted("ES384") },
        GetWebIdentityTokenRequest { audience: two[1..].to_vec(), ..wanted("ES384") },
        GetWebIdentityTokenRequest { tags: session_tags(&[("job", "42")]), ..wanted("ES384") },
    ] {
        assert_eq!(refusal(token(&world, &ann, refused).await).0, "AccessDenied");
    }
    world.put_user_policy("ann", "tag", allow("sts:TagGetWebIdentityToken")).await;
    let tagged = GetWebIdentityTokenRequest { tags: session_tags(&[("job", "42")]), ..wanted("ES384") };
    token(&world, &ann, tagged).await.unwrap();
    // Several audiences are a list.
    let many =
        token(&world, &world.admin, GetWebIdentityTokenRequest { audience: two.clone(), ..wanted("ES384") });
    assert_eq!(part(&many.await.unwrap(), 1)["aud"], json!(two));
}

#[tokio::test]
async fn what_is_too_much_is_refused() {
    let world = World::new().await;
    enable(&world).await.unwrap();
    assert_eq!(refusal(token(&world, &world.admin, wanted("HS256")).await).0, "ValidationError");
    let large: Vec<(String, String)> = (0..40).map(|at| (format!("{at:0>64}"), "v".repeat(256))).collect();
    let large: Vec<(&str, &str)> = large.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let input = GetWebIdentityTokenRequest { tags: session_tags(&large), ..wanted("ES384") };
    assert_eq!(refusal(token(&world, &world.admin, input).await).0, "JWTPayloadSizeExceededException");
}

#[tokio::test]
async fn an_account_switches_it_on_and_off_and_keeps_its_issuer() {
    let world = World::new().await;
    for refused in [refusal(disable(&world).await), refusal(info(&world).await)] {
        assert_eq!(refused.0, "FeatureDisabled");
    }
    let off = refusal(token(&world, &world.admin, wanted("RS256")).await);
    assert_eq!(off.0, "OutboundWebIdentityFederationDisabledException");
    let issuer = enable(&world).await.unwrap();
    assert_eq!(refusal(enable(&world).await).0, "FeatureEnabled");
    let told = info(&world).await.unwrap();
    assert_eq!((told.issuer_identifier, told.jwt_vending_enabled), (Some(issuer.clone()), Some(true)));
    let made = token(&world, &world.admin, wanted("RS256")).await.unwrap();
    disable(&world).await.unwrap();
    assert_eq!(refusal(token(&world, &world.admin, wanted("RS256")).await).0, off.0);
    // What is out goes on being verified.
    Token::parse(&made).unwrap().verify(&keys_of(&world, &issuer).await.0).unwrap();
    assert_eq!(enable(&world).await.unwrap(), issuer);
    for id in ["", "a", "abcdefghijklmnopqrstuvwxyz", "../../etc/passwd", &issuer] {
        assert!(world.iam.issuer_document(id, IssuerDocument::Keys).await.unwrap().is_none(), "{id}");
    }
}

#[tokio::test]
async fn keys_are_replaced_before_anybody_misses_one() {
    let world = World::new().await;
    let issuer = enable(&world).await.unwrap();
    let kid = async |world: &World| {
        part(&token(world, &world.admin, wanted("ES384")).await.unwrap(), 0)["kid"].clone()
    };
    let first = kid(&world).await;
    upkeep(&world).await;
    assert_eq!((keys_of(&world, &issuer).await.1, kid(&world).await), (2, first.clone()));
    world.clock.advance(DAY * 90);
    upkeep(&world).await;
    assert_eq!(world.records().last().unwrap()["eventName"], "RotateWebIdentityTokenKeys");
    assert_eq!((keys_of(&world, &issuer).await.1, kid(&world).await), (4, first.clone()));
    world.clock.advance(DAY);
    let second = kid(&world).await;
    assert_ne!(second, first);
    let made = token(&world, &world.admin, wanted("RS256")).await.unwrap();
    upkeep(&world).await;
    assert_eq!(keys_of(&world, &issuer).await.1, 4);
    world.clock.advance(HOUR * 2);
    upkeep(&world).await;
    let (keys, count) = keys_of(&world, &issuer).await;
    assert_eq!((count, kid(&world).await), (2, second));
    Token::parse(&made).unwrap().verify(&keys).unwrap();
    // Another start, with the same keys.
    let restarted: std::sync::Arc<Iam> = service(&world.store);
    let made = world.call_on::<GetWebIdentityToken>(&restarted, &world.admin, wanted("ES384")).await.unwrap();
    Token::parse(made.web_identity_token.unwrap().expose()).unwrap().verify(&keys).unwrap();
}
