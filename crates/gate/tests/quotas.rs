//! No account takes more than its quota, and a flood does not fill the log.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::sync::Arc;
use std::time::Duration;

use aws_model::iam::{CreateAccessKey, CreateAccessKeyRequest};
use aws_model::kms::{
    CreateAlias, CreateAliasRequest, Encrypt, EncryptRequest, ListAliases, ListAliasesRequest,
};
use gate::Fault;
use secret::SecretBytes;
use serde_json::Value;
use support::{ACCOUNT, OWN_SOURCE, STRANGER, World, everything, user, user_of};

fn encrypt(key_id: &str) -> EncryptRequest {
    EncryptRequest {
        key_id: key_id.to_owned(),
        plaintext: SecretBytes::new(b"text".to_vec()),
        ..EncryptRequest::default()
    }
}

async fn world(settings: &[&str]) -> World {
    let settings: Vec<quotas::Setting> = settings.iter().map(|text| text.parse().unwrap()).collect();
    let World { gate, vault, callers, clock, store, log, endpoints, folder } = World::new().await;
    let gate = Arc::new(Arc::into_inner(gate).unwrap().with_quotas(quotas::Rates::with(&settings)));
    let world = World { gate, vault, callers, clock, store, log, endpoints, folder };
    world.key("k1", None).await;
    world
}

fn is_throttled(fault: &Fault) -> bool {
    (fault.code.code, fault.code.status) == ("ThrottlingException", 400)
        && fault.message
            == "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls."
}

#[tokio::test]
async fn what_is_over_the_quota_is_throttled_until_time_goes_by() {
    let world = world(&["kms:Symmetric=20"]).await;
    let ann = user("ann", &[everything()]);
    for _ in 0..20 {
        world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap();
    }
    let (_, ran) = world.vault.counts();
    let fault = world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap_err();
    assert!(is_throttled(&fault), "{fault:?}");
    assert_eq!(world.vault.counts().1, ran, "a throttled call does no work");
    // Another user of the account shares the quota, another kind of call does not.
    let bob = user("bob", &[everything()]);
    assert!(is_throttled(&world.call::<Encrypt>(&bob, encrypt("k1")).await.unwrap_err()));
    world.call::<ListAliases>(&ann, ListAliasesRequest::default()).await.unwrap();
    world.clock.advance(Duration::from_millis(50));
    world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap();
    assert!(is_throttled(&world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap_err()));
}

#[tokio::test]
async fn another_account_has_a_quota_of_its_own() {
    let world = world(&["kms:ListAliases=20"]).await;
    let (ann, other) = (user("ann", &[everything()]), user_of(STRANGER, "bob", &[everything()]));
    for call in 0..200 {
        let answer = world.call::<ListAliases>(&ann, ListAliasesRequest::default()).await;
        assert_eq!(answer.is_ok(), call < 20);
        if call % 10 == 0 {
            world.call::<ListAliases>(&other, ListAliasesRequest::default()).await.unwrap();
        }
    }
}

#[tokio::test]
async fn query_services_have_their_own_words() {
    let world = world(&["iam=10"]).await;
    let ann = user("ann", &[everything()]);
    let call = || world.call::<CreateAccessKey>(&ann, CreateAccessKeyRequest::default());
    for _ in 0..10 {
        assert!(call().await.is_ok());
    }
    let fault = call().await.err().unwrap();
    assert_eq!((fault.code.code, fault.code.status), ("Throttling", 400));
    assert_eq!(fault.message, "Rate exceeded");
}

#[tokio::test]
async fn calls_that_fail_count_too() {
    let world = world(&["kms:Symmetric=10"]).await;
    let (ann, invalid) = (user("ann", &[]), encrypt(""));
    for call in 0..10 {
        let asked = if call % 2 == 0 { encrypt("k1") } else { invalid.clone() };
        let fault = world.call::<Encrypt>(&ann, asked).await.unwrap_err();
        let expected = if call % 2 == 0 { "AccessDeniedException" } else { "ValidationException" };
        assert_eq!(fault.code.code, expected);
    }
    assert!(is_throttled(&world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap_err()));
    assert!(is_throttled(&world.call::<Encrypt>(&ann, invalid).await.unwrap_err()));
    // Nor is what cannot be decoded free.
    let undecodable = Fault::common(
        world.endpoint::<Encrypt>().schema().service,
        gate::CommonFault::Validation,
        "not JSON",
    );
    let fault = world.gate.refused(world.endpoint::<Encrypt>(), &ann, &world.origin(), undecodable).await;
    assert!(is_throttled(&fault), "{fault:?}");
}

#[tokio::test]
async fn a_call_over_quota_is_not_admitted_and_asking_does_not_count() {
    let world = world(&["kms:ListAliases=10"]).await;
    let ann = user("ann", &[everything()]);
    let admitted = async || world.gate.admit(world.endpoint::<ListAliases>(), &ann, &world.origin()).await;
    for _ in 0..30 {
        admitted().await.unwrap();
    }
    for _ in 0..10 {
        world.call::<ListAliases>(&ann, ListAliasesRequest::default()).await.unwrap();
    }
    assert!(is_throttled(&admitted().await.unwrap_err()));
}

#[tokio::test]
async fn a_change_counts_once_however_often_it_is_tried() {
    let world = world(&["kms:CreateAlias=10"]).await;
    let ann = user("ann", &[everything()]);
    for call in 0..10 {
        let alias_name = format!("alias/a{call}");
        world
            .call::<CreateAlias>(&ann, CreateAliasRequest { alias_name, target_key_id: "k1".to_owned() })
            .await
            .unwrap();
    }
    let more = CreateAliasRequest { alias_name: "alias/more".to_owned(), target_key_id: "k1".to_owned() };
    assert!(is_throttled(&world.call::<CreateAlias>(&ann, more).await.unwrap_err()));
}

#[tokio::test]
async fn a_flood_leaves_a_few_records_and_their_number() {
    let world = world(&["kms:Symmetric=10"]).await;
    let ann = user("ann", &[everything()]);
    for _ in 0..110 {
        let _ = world.call::<Encrypt>(&ann, encrypt("k1")).await;
    }
    let throttled = |records: &[Value]| {
        records.iter().filter(|record| record["errorCode"] == "ThrottlingException").count()
    };
    assert_eq!((world.records().len(), throttled(&world.records())), (20, 10));
    let counts = || {
        let mut records = world.all_records();
        records.retain(|record| record["eventName"] == "ThrottledCalls");
        records
    };
    world.gate.anchor().await.unwrap();
    let told = counts();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0]["eventSource"], OWN_SOURCE);
    assert_eq!(told[0]["userIdentity"]["accountId"], ACCOUNT);
    assert_eq!(told[0]["additionalEventData"]["calls"], 90);
    assert_eq!(told[0]["additionalEventData"]["since"], "2026-09-21T14:13:20Z");
    world.gate.anchor().await.unwrap();
    assert_eq!(counts().len(), 1);
}
