//! Changes that get in each other's way.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::sync::Arc;

use aws_model::kms::{CreateAlias, CreateAliasRequest};
use serde_json::json;
use store::Store;
use support::{Alias, Key, World, everything, user};

fn create_alias(name: &str, key_id: &str) -> CreateAliasRequest {
    CreateAliasRequest { alias_name: name.to_owned(), target_key_id: key_id.to_owned() }
}

/// Writes the key `k1` again, with a policy that denies everything or with none.
async fn rewrite_key(store: Store, denied: bool) {
    let deny = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}]});
    let mut tx = store.begin().await.unwrap();
    tx.put(&Key { id: "k1".to_owned(), policy: denied.then_some(deny) }).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_change_in_between_runs_the_call_again_from_the_start() {
    let world = World::new().await;
    world.key("k1", None).await;
    for _ in 0..3 {
        world.vault.interfere(rewrite_key(world.store.clone(), false));
    }
    world.call::<CreateAlias>(&user("ann", &[everything()]), create_alias("alias/a", "k1")).await.unwrap();
    assert_eq!(world.vault.counts(), (4, 4));
    assert_eq!(world.record()["errorCode"], serde_json::Value::Null);
    assert_eq!(world.outbox().await.len(), 1);
}

#[tokio::test]
async fn a_policy_that_revokes_the_right_meanwhile_wins() {
    let world = World::new().await;
    world.key("k1", None).await;
    world.vault.interfere(rewrite_key(world.store.clone(), true));
    let ann = user("ann", &[everything()]);
    let fault = world.call::<CreateAlias>(&ann, create_alias("alias/a", "k1")).await.err().unwrap();
    assert_eq!(fault.code.code, "AccessDeniedException");
    assert_eq!(world.vault.counts(), (2, 1));
    let record = world.record();
    let decisions = record["additionalEventData"]["lodge"]["decisions"].as_array().unwrap();
    assert_eq!(decisions.len(), 1, "only the decision that counted is recorded: {record}");
    assert_eq!(decisions[0]["outcome"], "ExplicitDeny");
    assert!(world.store.get::<Alias>(&"alias/a".to_owned()).await.unwrap().is_none());
    assert_eq!(world.outbox().await.len(), 0);
}

#[tokio::test]
async fn a_call_that_never_gets_through_is_refused_as_busy() {
    let world = World::new().await;
    world.key("k1", None).await;
    for _ in 0..100 {
        world.vault.interfere(rewrite_key(world.store.clone(), false));
    }
    let ann = user("ann", &[everything()]);
    let fault = world.call::<CreateAlias>(&ann, create_alias("alias/a", "k1")).await.err().unwrap();
    assert_eq!((fault.code.code, fault.code.status), ("ServiceUnavailableException", 503));
    assert_eq!(world.record()["errorCode"], "ServiceUnavailableException");
    assert!(world.vault.counts().1 < 100);
}

#[tokio::test]
async fn a_change_does_not_conflict_with_the_outbox_of_another() {
    let world = Arc::new(World::new().await);
    world.key("k1", None).await;
    world.key("k2", None).await;
    // The second change commits, and its record is in the log, while the first one is under way.
    let other = Arc::clone(&world);
    world.vault.interfere(async move {
        other
            .call::<CreateAlias>(&user("bob", &[everything()]), create_alias("alias/b", "k2"))
            .await
            .unwrap();
    });
    world.call::<CreateAlias>(&user("ann", &[everything()]), create_alias("alias/a", "k1")).await.unwrap();
    assert_eq!(world.vault.counts(), (2, 2), "nothing ran twice");
    assert_eq!(world.records().len(), 2);
    world.call::<CreateAlias>(&user("ann", &[everything()]), create_alias("alias/c", "k1")).await.unwrap();
    assert_eq!(world.outbox().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_changes_at_once_are_each_recorded_once() {
    let world = Arc::new(World::new().await);
    let ann = user("ann", &[everything()]);
    let mut calls = Vec::new();
    for at in 0..64 {
        world.key(&format!("k{at}"), None).await;
        let (world, ann) = (Arc::clone(&world), Arc::clone(&ann));
        calls.push(tokio::spawn(async move {
            let input = create_alias(&format!("alias/{at}"), &format!("k{at}"));
            world.call::<CreateAlias>(&ann, input).await.unwrap();
        }));
    }
    for call in calls {
        call.await.unwrap();
    }
    assert_eq!(world.vault.counts(), (64, 64));
    let mut named: Vec<_> =
        world.records().iter().map(|record| record["requestParameters"]["aliasName"].to_string()).collect();
    named.sort_unstable();
    named.dedup();
    assert_eq!(named.len(), 64);
    let world = Arc::into_inner(world).unwrap().restarted().await;
    assert_eq!(world.records().len(), 64);
}

/// Sixteen at once is what one account may change: if nobody waited for those that were overtaken, some would lose every time.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn changes_of_one_record_get_through_however_many_come() {
    const EACH: usize = 50;
    let World { gate, vault, callers, clock, store, log, endpoints, folder } = World::new().await;
    let gate = Arc::new(Arc::into_inner(gate).unwrap().with_quotas(quotas::Rates::unlimited()));
    let world = Arc::new(World { gate, vault, callers, clock, store, log, endpoints, folder });
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    let callers: Vec<_> = (0..16)
        .map(|caller| {
            let (world, ann) = (Arc::clone(&world), Arc::clone(&ann));
            tokio::spawn(async move {
                for at in 0..EACH {
                    let input = create_alias(&format!("alias/counted-{caller}-{at}"), "k1");
                    world.call::<CreateAlias>(&ann, input).await.unwrap();
                }
            })
        })
        .collect();
    for caller in callers {
        caller.await.unwrap();
    }
    assert_eq!(world.records().len(), 16 * EACH);
}
