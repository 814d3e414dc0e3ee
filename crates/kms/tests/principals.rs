//! Whom a key policy names: they must exist when it is set, and when they are deleted nobody takes their place.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_model::kms::{
    CreateKey, CreateKeyRequest, GetKeyPolicy, GetKeyPolicyRequest, PutKeyPolicy, PutKeyPolicyRequest,
};
use clock::Timestamp;
use gate::{BoxFuture, Duty, DutyError, ServiceEvent, View};
use kms::{KeyRecord, KeySeed, Kms};
use serde_json::{Value, json};
use support::*;

const ROLE: &str = "arn:aws:iam::111122223333:role/team/App";
const SESSION: &str = "arn:aws:sts::111122223333:assumed-role/App/s1";
const USER: &str = "arn:aws:iam::444455556666:user/ann";
const INVALID: &str =
    "MalformedPolicyDocumentException: Policy contains a statement with one or more invalid principals.";

#[tokio::test]
async fn a_policy_names_only_those_who_exist() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    let before = policy_of(&world, &key).await;
    for missing in [ROLE, USER, SESSION, "arn:aws:iam::777788889999:root", "777788889999"] {
        world.everybody.delete(missing);
        for bypass in [false, true] {
            let put = put(&key, &policy(&[missing]).to_string(), bypass);
            assert_eq!(fault(world.call::<PutKeyPolicy>(&owner, put).await), INVALID, "{missing}");
            let input = CreateKeyRequest {
                policy: Some(policy(&[missing]).to_string()),
                bypass_policy_lockout_safety_check: Some(bypass),
                ..create_key()
            };
            assert_eq!(fault(world.call::<CreateKey>(&owner, input).await), INVALID, "{missing}");
        }
        world.everybody.create(missing);
        let put = put(&key, &policy(&[missing]).to_string(), false);
        assert_eq!(code(world.call::<PutKeyPolicy>(&owner, put).await), "success", "{missing}");
        let put = self::put(&key, &before, false);
        assert_eq!(code(world.call::<PutKeyPolicy>(&owner, put).await), "success");
    }
    // Those whom a Deny spares must exist, too, and a unique id is somebody who is gone.
    world.everybody.delete(USER);
    let mut spared = policy(&[]);
    let deny =
        json!({ "Effect": "Deny", "NotPrincipal": { "AWS": [USER] }, "Action": "kms:Sign", "Resource": "*" });
    spared["Statement"].as_array_mut().unwrap().push(deny);
    for text in [spared, policy(&[&unique_id(ROLE, 0)]), policy(&["*", &unique_id(USER, 0)])] {
        let put = put(&key, &text.to_string(), true);
        assert_eq!(fault(world.call::<PutKeyPolicy>(&owner, put).await), INVALID, "{text}");
    }
    assert_eq!(policy_of(&world, &key).await, before);
}

#[tokio::test]
async fn a_successor_of_a_deleted_role_gets_nothing_from_the_policy() {
    let world = World::new().await;
    let app = session(ACCOUNT, "team/App", allow("s3:*", json!({})), None);
    let key = world.key_with(&root(ACCOUNT), Some(policy(&[ROLE]))).await;
    let other = world.key_with(&root(ACCOUNT), Some(policy(&["arn:aws:iam::111122223333:role/Apple"]))).await;
    let untouched = policy_of(&world, &other).await;
    let blob = world.encrypt(&app, &key).await.unwrap();
    world.everybody.recreate(ROLE);
    let next = successor(&app);
    assert_eq!(code(world.encrypt(&next, &key).await), "AccessDeniedException");
    assert_eq!(code(world.decrypt(&next, Some(&key), &blob).await), "AccessDeniedException");
    assert_eq!(policy_of(&world, &key).await, policy(&[&unique_id(ROLE, 0)]).to_string());
    assert_eq!(policy_of(&world, &other).await, untouched);
    // What is stored stays so, but cannot be set again; with the name of the successor it can.
    let stale = put(&key, &policy_of(&world, &key).await, false);
    assert_eq!(fault(world.call::<PutKeyPolicy>(&root(ACCOUNT), stale).await), INVALID);
    let renewed = put(&key, &policy(&[ROLE]).to_string(), false);
    assert_eq!(code(world.call::<PutKeyPolicy>(&root(ACCOUNT), renewed).await), "success");
    assert_eq!(code(world.encrypt(&next, &key).await), "success");
    assert_eq!(policy_of(&world, &key).await, policy(&[ROLE]).to_string());
    assert_eq!(code(world.encrypt(&app, &key).await), "AccessDeniedException");
}

#[tokio::test]
async fn the_rest_of_the_policy_stays_as_it_was_written() {
    let world = World::new().await;
    let text = format!(
        r#"{{ "Version":"2012-10-17",
  "Statement": [
    {{"Sid": "{ROLE}", "Effect":"Allow","Principal":{{"AWS":"arn:aws:iam::111122223333:root"}},"Action":"kms:*","Resource":"*"}},
    {{"Effect":"Allow","Principal":{{"AWS" : [ "{USER}",  "{ROLE}", "{SESSION}" ]}},"Action":"kms:Encrypt","Resource":"*",
      "Condition":{{"ArnLike":{{"aws:PrincipalArn":["{ROLE}","{USER}"]}}}}}},
    {{"Effect":"Deny","NotPrincipal":{{"AWS":["{ROLE}","111122223333"]}},"Action":"kms:Sign","Resource":"*"}} ] }}
"#
    );
    let key = world.key().await;
    let input = put(&key, &text, true);
    world.call::<PutKeyPolicy>(&root(ACCOUNT), input).await.unwrap();
    world.everybody.recreate(ROLE);
    let role_id = unique_id(ROLE, 0);
    let expected = text
        .replace(
            &format!(r#""{USER}",  "{ROLE}", "{SESSION}""#),
            &format!(r#""{USER}",  "{role_id}", "{role_id}""#),
        )
        .replace(&format!(r#"["{ROLE}","111122223333"]"#), &format!(r#"["{role_id}","111122223333"]"#));
    assert_eq!(policy_of(&world, &key).await, expected);
    world.everybody.recreate(USER);
    let expected = expected.replace(&format!(r#"[ "{USER}""#), &format!(r#"[ "{}""#, unique_id(USER, 0)));
    assert_eq!(policy_of(&world, &key).await, expected);
}

#[tokio::test]
async fn a_session_that_was_named_is_not_inherited_either() {
    let world = World::new().await;
    let app = session(ACCOUNT, "App", allow("s3:*", json!({})), None);
    let key = world.key_with(&root(ACCOUNT), Some(policy(&[SESSION]))).await;
    assert_eq!(code(world.encrypt(&app, &key).await), "success");
    world.everybody.recreate("arn:aws:iam::111122223333:role/Ap");
    assert_eq!(policy_of(&world, &key).await, policy(&[SESSION]).to_string());
    world.everybody.recreate(ROLE);
    assert_eq!(code(world.encrypt(&successor(&app), &key).await), "AccessDeniedException");
    assert_eq!(policy_of(&world, &key).await, policy(&[&unique_id(ROLE, 0)]).to_string());
}

#[tokio::test]
async fn a_policy_from_before_there_were_bindings_means_whoever_has_the_name() {
    let world = World::new().await;
    let app = session(ACCOUNT, "team/App", allow("s3:*", json!({})), None);
    let key = world.key_with(&root(ACCOUNT), Some(policy(&[ROLE]))).await;
    let locator = format!("arn:aws:kms:{REGION}:{ACCOUNT}:key/{key}").parse().unwrap();
    let mut tx = world.store.begin().await.unwrap();
    let mut old = serde_json::to_value(tx.get::<KeyRecord>(&locator).await.unwrap().unwrap()).unwrap();
    assert_eq!(old["bound"], json!({ ROLE: unique_id(ROLE, 0) }));
    old.as_object_mut().unwrap().remove("bound");
    tx.put(&serde_json::from_value::<KeyRecord>(old).unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    world.everybody.recreate(ROLE);
    for caller in [successor(&app), app] {
        assert_eq!(code(world.encrypt(&caller, &key).await), "success");
    }
    assert_eq!(policy_of(&world, &key).await, policy(&[ROLE]).to_string());
}

#[tokio::test]
async fn a_lockout_check_knows_whom_the_policy_is_bound_to() {
    let world = World::new().await;
    let key = world.key().await;
    let amy = user(ACCOUNT, "amy", allow("kms:PutKeyPolicy", json!({})));
    let only_amy = allow_to("arn:aws:iam::111122223333:user/amy", "kms:*", json!({})).to_string();
    world.everybody.recreate("arn:aws:iam::111122223333:user/amy");
    // Who calls here is the one who was before.
    let lockout = world.call::<PutKeyPolicy>(&amy, put(&key, &only_amy, false)).await;
    assert_eq!(code(lockout), "MalformedPolicyDocumentException");
    let put = world.call::<PutKeyPolicy>(&successor(&amy), put(&key, &only_amy, false)).await;
    assert_eq!(code(put), "success");
}

#[tokio::test]
async fn a_declared_key_names_only_those_who_exist() {
    let world = World::new().await;
    world.everybody.delete(ROLE);
    let declared = KeySeed {
        account: ACCOUNT.parse().unwrap(),
        region: region(),
        description: String::new(),
        aliases: vec!["alias/app".to_owned()],
        policy: Some(policy(&[ROLE, USER]).to_string()),
        tags: BTreeMap::new(),
        rotation: false,
        key_id: None,
    };
    let duty = Declare { kms: Arc::clone(&world.kms), declared };
    let DutyError::Failed { source, .. } = world.gate.perform(&duty).await.unwrap_err() else { panic!() };
    assert_eq!(
        source.to_string(),
        format!(
            "its policy names principals that do not exist: {ROLE}. Declare them, or take them out of the policy"
        )
    );
    world.everybody.create(ROLE);
    assert_eq!(world.gate.perform(&duty).await.unwrap(), 1);
}

struct Declare {
    kms: Arc<Kms>,
    declared: KeySeed,
}

impl Duty for Declare {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            let event = kms::seed(&self.kms, view, &self.declared, now).await;
            Ok(event.map_err(|error| DutyError::new("the key", error))?.into_iter().collect())
        })
    }
}

/// A policy that leaves the key to its account and lets `principals` use it.
fn policy(principals: &[&str]) -> Value {
    let mut policy = allow_to("arn:aws:iam::111122223333:root", "kms:*", json!({}));
    if !principals.is_empty() {
        let mut using = allow_to("", json!(["kms:Encrypt", "kms:Decrypt"]), json!({}));
        using["Statement"][0]["Principal"]["AWS"] = json!(principals);
        policy["Statement"].as_array_mut().unwrap().push(using["Statement"][0].take());
    }
    policy
}

fn put(key_id: &str, policy: &str, bypass: bool) -> PutKeyPolicyRequest {
    PutKeyPolicyRequest {
        bypass_policy_lockout_safety_check: Some(bypass),
        key_id: key_id.to_owned(),
        policy: policy.to_owned(),
        policy_name: None,
    }
}

async fn policy_of(world: &World, key_id: &str) -> String {
    let input = GetKeyPolicyRequest { key_id: key_id.to_owned(), policy_name: None };
    world.call::<GetKeyPolicy>(&root(ACCOUNT), input).await.unwrap().policy.unwrap()
}
