//! What the policies of the organization take away.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::sync::Arc;

use aws_model::kms::{Encrypt, EncryptRequest};
use gate::{Caller, Fault, Membership, PolicyLevel};
use iam_policy::PolicyKind;
use secret::SecretBytes;
use serde_json::{Value, json};
use support::{ACCOUNT, STRANGER, World, everything, policy, root, user, user_of};

async fn encrypt(world: &World, caller: &Arc<Caller>) -> Result<(), Fault> {
    let plaintext = SecretBytes::copy_of(b"x");
    let key_id = "k1".to_owned();
    world.call::<Encrypt>(caller, EncryptRequest { key_id, plaintext, ..Default::default() }).await.map(drop)
}

fn level(name: &str, statement: Value) -> PolicyLevel {
    let text = json!({"Version": "2012-10-17", "Statement": [statement]});
    vec![(name.to_owned(), policy(&text, PolicyKind::Organization))]
}

fn all(effect: &str, action: &str) -> Value {
    json!({"Effect": effect, "Action": action, "Resource": "*"})
}

fn limited(caller: &Arc<Caller>, service_control: Vec<PolicyLevel>) -> Arc<Caller> {
    let membership = Arc::new(Membership { service_control, ..Membership::default() });
    Arc::new(Caller { membership, ..(**caller).clone() })
}

/// The first reason of the last decision on record.
fn last_reason(world: &World) -> Value {
    world.records().pop().unwrap()["additionalEventData"]["lodge"]["decisions"][0]["reasons"][0].take()
}

#[tokio::test]
async fn every_level_of_service_control_limits_the_caller() {
    let world = World::new().await;
    world.key("k1", None).await;
    let (open, shut) = (|| level("open", all("Allow", "*")), || level("shut", all("Allow", "s3:*")));
    let deny = || level("deny", all("Deny", "kms:Encrypt"));
    for caller in [user("ann", &[everything()]), root(ACCOUNT)] {
        encrypt(&world, &limited(&caller, vec![open(), open(), open()])).await.unwrap();
        for levels in [vec![shut(), open()], vec![open(), shut()]] {
            let message = encrypt(&world, &limited(&caller, levels)).await.err().unwrap().message;
            let missing = "because no service control policy allows the kms:Encrypt action";
            assert!(message.ends_with(missing), "{message}");
        }
        for levels in [vec![deny(), open()], vec![shut(), deny()]] {
            let message = encrypt(&world, &limited(&caller, levels)).await.err().unwrap().message;
            assert!(message.ends_with("with an explicit deny in a service control policy"), "{message}");
        }
        assert_eq!(last_reason(&world)["policy"], "deny");
    }
}

#[tokio::test]
async fn resource_control_is_that_of_the_owner() {
    let world = World::new().await;
    let shared = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}]});
    world.key("k1", Some(shared)).await;
    let stranger = user_of(STRANGER, "eve", &[everything()]);
    encrypt(&world, &stranger).await.unwrap();
    let denied =
        || vec![level("no", json!({"Effect": "Deny", "Principal": "*", "Action": "kms:*", "Resource": "*"}))];
    // Of the caller's own account, it is about other resources.
    let membership = Arc::new(Membership { resource_control: denied(), ..Membership::default() });
    encrypt(&world, &Arc::new(Caller { membership, ..(*stranger).clone() })).await.unwrap();
    world.callers.limit(ACCOUNT, Membership { resource_control: denied(), ..Membership::default() });
    let message = encrypt(&world, &stranger).await.err().unwrap().message;
    // Why, is for the owner to read.
    assert!(message.ends_with("on resource: arn:aws:kms:eu-west-1:111122223333:key/k1"), "{message}");
    let reason = last_reason(&world);
    assert_eq!((&reason["policyType"], &reason["policy"]), (&json!("resource-control"), &json!("no")));
}
