//! How long a session lives, and what ends it.

use std::time::Duration;

use crate::support::*;
use aws_model::iam::{ListRoles, ListRolesRequest, UpdateAssumeRolePolicy, UpdateAssumeRolePolicyRequest};
use gate::Directory;
use secret::SecretString;

async fn with_session() -> (World, Keys, Keys) {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    world.role("App", trust(&user_arn("ann")), Some(allow("iam:ListRoles"))).await;
    let session = world.assume(&ann, assume(&role_arn("App"), "s1")).await.unwrap();
    (world, ann, session)
}

#[tokio::test]
async fn a_session_ends_at_its_time() {
    let (world, ann, session) = with_session().await;
    world.clock.advance(HOUR - Duration::from_millis(1));
    assert!(world.whoami(&session).await.is_ok());
    world.clock.advance(Duration::from_millis(1));
    assert_eq!(world.whoami(&session).await, Err("ExpiredToken"));
    // Also when nothing of it is in memory.
    let fresh = service(&world.store);
    let token = session.token.as_ref().map(SecretString::expose);
    let found = fresh.credential(&session.id, token, world.gate.now()).await;
    assert!(matches!(found, Err(gate::CredentialError::Expired)));
    assert!(world.whoami(&ann).await.is_ok());
}

#[tokio::test]
async fn a_token_opens_on_every_node_that_has_the_root_key() {
    let (world, _, session) = with_session().await;
    let token = session.token.as_ref().map(SecretString::expose);
    let fresh = service(&world.store);
    assert!(fresh.credential(&session.id, token, world.gate.now()).await.is_ok());
}

#[tokio::test]
async fn changing_the_roles_policy_takes_effect_at_once() {
    let (world, _, session) = with_session().await;
    let list = || world.call::<ListRoles>(&session, ListRolesRequest::default());
    list().await.unwrap();
    world.put_role_policy("App", "p", allow("s3:*")).await;
    assert_eq!(refusal(list().await).0, "AccessDenied");
    world.put_role_policy("App", "p", allow("iam:*")).await;
    list().await.unwrap();
}

#[tokio::test]
async fn changing_the_trust_policy_takes_effect_at_once() {
    let (world, ann, session) = with_session().await;
    let input = UpdateAssumeRolePolicyRequest {
        policy_document: trust(&user_arn("admin")).to_string(),
        role_name: "App".into(),
    };
    world.call::<UpdateAssumeRolePolicy>(&world.admin, input).await.unwrap();
    assert_eq!(refusal(world.assume(&ann, assume(&role_arn("App"), "s2")).await).0, "AccessDenied");
    // Sessions that there are live on: trust is asked for when they begin.
    assert!(world.whoami(&session).await.is_ok());
}

#[tokio::test]
async fn deleting_the_role_ends_its_sessions_for_good() {
    let (world, ann, session) = with_session().await;
    assert!(world.whoami(&session).await.is_ok());
    world.delete_role("App").await;
    assert_eq!(world.whoami(&session).await, Err("InvalidClientTokenId"));
    world.role("App", trust(&user_arn("ann")), Some(allow("*"))).await;
    assert_eq!(world.whoami(&session).await, Err("InvalidClientTokenId"));
    let new = world.assume(&ann, assume(&role_arn("App"), "s1")).await.unwrap();
    assert!(world.whoami(&new).await.is_ok());
}

#[tokio::test]
async fn keys_and_tokens_that_do_not_belong_together_are_unknown() {
    let (world, ann, session) = with_session().await;
    let other = world.assume(&ann, assume(&role_arn("App"), "s2")).await.unwrap();
    let unknown = async |id: &str, token: Option<&SecretString>| {
        let found = world.iam.credential(id, token.map(SecretString::expose), world.gate.now()).await;
        assert!(matches!(found, Err(gate::CredentialError::Unknown)), "{id}");
    };
    unknown(&session.id, other.token.as_ref()).await;
    unknown(&session.id, None).await;
    unknown(&ann.id, session.token.as_ref()).await;
    unknown("AKIAIOSFODNN7EXAMPLE", None).await;
    unknown("", None).await;
    unknown("ASIAIOSFODNN7EXAMPLE", session.token.as_ref()).await;
    unknown(&session.id, Some(&SecretString::new(String::new()))).await;
    // Opened before or not, the right pair is known.
    assert!(world.whoami(&session).await.is_ok());
    unknown(&session.id, other.token.as_ref()).await;
    assert!(world.whoami(&other).await.is_ok());
}

#[tokio::test]
async fn a_ready_credential_is_used_again_until_something_changes() {
    let (world, ann, session) = with_session().await;
    for keys in [&ann, &session] {
        let (first, second) =
            (world.authenticate(keys).await.unwrap(), world.authenticate(keys).await.unwrap());
        assert!(std::sync::Arc::ptr_eq(&first, &second));
    }
    let before = world.authenticate(&ann).await.unwrap();
    world.put_user_policy("ann", "new", allow("s3:*")).await;
    let after = world.authenticate(&ann).await.unwrap();
    assert_eq!((before.identity_policies.len(), after.identity_policies.len()), (0, 1));
    assert_eq!(after.identity_policies[0].0, "inline policy new");
}
