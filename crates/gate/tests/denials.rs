//! What may be told of a denied call, and to whom.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::sync::Arc;

use aws_model::kms::{Encrypt, EncryptRequest};
use gate::{Caller, Denial};
use secret::SecretBytes;
use serde_json::{Value, json};
use support::{ACCOUNT, STRANGER, World, everything, key_arn, statement, user, user_of};

/// What the answer to a denied Encrypt with `key_id` carries.
async fn denied(world: &World, caller: &Arc<Caller>, key_id: &str) -> Denial {
    let plaintext = SecretBytes::copy_of(b"x");
    let input = EncryptRequest { key_id: key_id.to_owned(), plaintext, ..EncryptRequest::default() };
    let fault = world.call::<Encrypt>(caller, input).await.err().unwrap();
    serde_json::from_str(&fault.authorization_message.unwrap()).unwrap()
}

fn told(denial: &Denial, account: &str) -> Value {
    denial.told_to(account.parse().unwrap()).unwrap()
}

fn keys(told: &Value) -> Vec<&str> {
    let items = told["context"]["conditions"]["items"].as_array().unwrap();
    items.iter().map(|item| item["key"].as_str().unwrap()).collect()
}

/// A policy that denies by a statement with a Sid.
fn shut() -> Value {
    json!({"Version": "2012-10-17", "Statement": [
        {"Sid": "Shut", "Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*"}]})
}

#[tokio::test]
async fn the_account_learns_all_about_its_own() {
    let world = World::new().await;
    world.key("k1", None).await;
    let mut ann = (*user("ann", &[everything(), statement("Deny", "kms:Encrypt", "*")])).clone();
    ann.tags = vec![("team".to_owned(), "blue".to_owned())];
    let denial = denied(&world, &Arc::new(ann), "k1").await;
    let told = told(&denial, ACCOUNT);
    assert_eq!((&told["allowed"], &told["explicitDeny"]), (&json!(false), &json!(true)));
    let statement = &told["matchedStatements"]["items"][0];
    assert_eq!((&statement["effect"], &statement["policy"]), (&json!("DENY"), &json!("policy 1")));
    assert_eq!(told["failures"]["items"], json!([]));
    let context = &told["context"];
    let principal = json!({"id": "AIDAANN", "arn": "arn:aws:iam::111122223333:user/ann"});
    assert_eq!(context["principal"], principal);
    assert_eq!((&context["action"], &context["resource"]), (&json!("kms:Encrypt"), &json!(key_arn("k1"))));
    let tag = json!({"key": "aws:PrincipalTag/team", "values": {"items": [{"value": "blue"}]}});
    assert!(context["conditions"]["items"].as_array().unwrap().contains(&tag), "{context}");
    assert_eq!(denial.told_to(STRANGER.parse().unwrap()), None);
    assert_eq!(keys(&self::told(&denial.without_conditions(), ACCOUNT)), Vec::<&str>::new());
}

#[tokio::test]
async fn what_is_missing_is_told() {
    let world = World::new().await;
    world.key("k1", None).await;
    let told = told(&denied(&world, &user("ann", &[]), "k1").await, ACCOUNT);
    assert_eq!((&told["allowed"], &told["explicitDeny"]), (&json!(false), &json!(false)));
    assert_eq!(told["matchedStatements"]["items"], json!([]));
    assert_eq!(told["failures"]["items"], json!([{"reason": "no identity-based policy allows"}]));
}

#[tokio::test]
async fn across_accounts_each_learns_of_its_own() {
    let world = World::new().await;
    world.key("k1", Some(shut())).await;
    let mut eve = (*user_of(STRANGER, "eve", &[everything()])).clone();
    eve.tags = vec![("team".to_owned(), "blue".to_owned())];
    let eve = Arc::new(eve);
    let [forbidden, missing] = [denied(&world, &eve, "k1").await, denied(&world, &eve, "k2").await];

    // Whether the key exists, and why it is forbidden, is not told to the caller's account.
    let of_caller = told(&forbidden, STRANGER);
    assert_eq!(of_caller.to_string().replace("k1", "k2"), told(&missing, STRANGER).to_string());
    assert_eq!((&of_caller["explicitDeny"], &of_caller["failures"]["items"]), (&json!(false), &json!([])));
    assert!(keys(&of_caller).contains(&"aws:PrincipalTag/team"));
    assert!(
        !keys(&of_caller).iter().any(|key| key.starts_with("aws:ResourceOrg") || key.starts_with("kms:"))
    );

    let of_owner = told(&forbidden, ACCOUNT);
    assert_eq!(of_owner["explicitDeny"], true);
    assert_eq!(of_owner["matchedStatements"]["items"][0]["statementId"], "Shut");
    assert!(!keys(&of_owner).contains(&"aws:PrincipalTag/team"));
}

#[tokio::test]
async fn the_owner_is_not_told_what_the_callers_policies_say() {
    let world = World::new().await;
    let open = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}]});
    world.key("k1", Some(open)).await;
    let eve = user_of(STRANGER, "eve", &[everything(), statement("Deny", "kms:Encrypt", "*")]);
    let of_owner = told(&denied(&world, &eve, "k1").await, ACCOUNT);
    assert_eq!((&of_owner["explicitDeny"], &of_owner["failures"]["items"]), (&json!(false), &json!([])));
    assert_eq!(of_owner["matchedStatements"]["items"], json!([]));
}
