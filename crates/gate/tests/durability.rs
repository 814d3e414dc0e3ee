//! The record comes before the answer, whatever happens to the log, the store, or the process.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::fs;
use std::sync::Arc;
use std::sync::Mutex;

use arn::{AccountId, Region};
use aws_model::iam::{CreateAccessKey, CreateAccessKeyRequest};
use aws_model::kms::{
    CreateAlias, CreateAliasRequest, Encrypt, EncryptRequest, ListAliases, ListAliasesRequest,
};
use clock::Timestamp;
use gate::{BoxFuture, Duty, DutyError, OutboxRecord, ServiceEvent, View};
use secret::SecretBytes;
use serde_json::{Value, json};
use support::{Alias, Key, MADE_SECRET, World, everything, is_internal, key_arn, user};

fn encrypt(key_id: &str) -> EncryptRequest {
    let plaintext = SecretBytes::copy_of(b"attack at dawn");
    EncryptRequest { key_id: key_id.to_owned(), plaintext, ..EncryptRequest::default() }
}

fn create_alias(name: &str) -> CreateAliasRequest {
    CreateAliasRequest { alias_name: name.to_owned(), target_key_id: "k1".to_owned() }
}

fn names(records: &[Value]) -> Vec<&str> {
    records.iter().map(|record| record["eventName"].as_str().unwrap()).collect()
}

/// The log needs its folder for each new segment; without it, it takes nothing and goes on once it is back.
fn take_folder(world: &World) {
    fs::rename(world.trail(), world.folder.path().join("elsewhere")).unwrap();
}

fn give_folder_back(world: &World) {
    fs::rename(world.folder.path().join("elsewhere"), world.trail()).unwrap();
}

#[tokio::test]
async fn nothing_is_answered_that_cannot_be_recorded() {
    let world = World::new().await;
    world.key("k1", None).await;
    world.log.clone().close().unwrap();
    let ann = user("ann", &[everything()]);
    assert!(is_internal(&world.call::<Encrypt>(&ann, encrypt("k1")).await.err().unwrap()));
    assert!(is_internal(
        &world.call::<ListAliases>(&ann, ListAliasesRequest::default()).await.err().unwrap()
    ));
    // A denial is an answer too.
    assert!(is_internal(&world.call::<Encrypt>(&user("bob", &[]), encrypt("k1")).await.err().unwrap()));
    assert!(is_internal(&world.call::<Encrypt>(&ann, encrypt("")).await.err().unwrap()));
}

#[tokio::test]
async fn calls_go_on_once_the_log_takes_records_again() {
    let world = World::with_small_segments().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap();
    take_folder(&world);
    assert!(is_internal(&world.call::<Encrypt>(&ann, encrypt("k1")).await.err().unwrap()));
    give_folder_back(&world);
    world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap();
    assert_eq!(world.records().len(), 2);
}

#[tokio::test]
async fn a_change_and_its_record_are_one_commit() {
    let world = World::new().await;
    world.key("k1", None).await;
    let commits: Arc<Mutex<Vec<(bool, bool)>>> = Arc::default();
    let seen = Arc::clone(&commits);
    world.store.on_commit(move |keys| {
        let changed = keys.iter().any(|key| key.of_record::<Alias>().is_some());
        let recorded = keys.iter().any(|key| key.of_record::<OutboxRecord>().is_some());
        seen.lock().unwrap().push((changed, recorded));
    });
    world.call::<CreateAlias>(&user("ann", &[everything()]), create_alias("alias/a")).await.unwrap();
    assert_eq!(*commits.lock().unwrap(), [(true, true)]);
    let record = world.record();
    assert_eq!(record["eventName"], "CreateAlias");
    assert_eq!(record["readOnly"], false);
    let waiting = world.outbox().await;
    assert_eq!(waiting.len(), 1);
    assert_eq!(record["eventID"], waiting[0].event_id.as_str());
}

#[tokio::test]
async fn the_next_change_clears_the_outbox() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    for at in 0..5 {
        world.call::<CreateAlias>(&ann, create_alias(&format!("alias/{at}"))).await.unwrap();
        assert_eq!(world.outbox().await.len(), 1);
    }
    assert_eq!(world.records().len(), 5);
}

#[tokio::test]
async fn a_failed_change_leaves_nothing_but_its_record() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    world.call::<CreateAlias>(&ann, create_alias("alias/a")).await.unwrap();
    let before = world.store.version().await.unwrap();
    let fault = world.call::<CreateAlias>(&ann, create_alias("alias/a")).await.err().unwrap();
    assert_eq!(fault.code.code, "AlreadyExistsException");
    let fault = world.call::<CreateAlias>(&user("bob", &[]), create_alias("alias/b")).await.err().unwrap();
    assert_eq!(fault.code.code, "AccessDeniedException");
    assert_eq!(world.store.version().await.unwrap(), before);
    let codes: Vec<Value> = world.records().iter().map(|record| record["errorCode"].clone()).collect();
    assert_eq!(codes, [Value::Null, json!("AlreadyExistsException"), json!("AccessDeniedException")]);
}

#[tokio::test]
async fn what_committed_before_a_crash_reaches_the_log_once() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    world.call::<CreateAlias>(&ann, create_alias("alias/a")).await.unwrap();
    // The process ends between the commit and the log.
    world.log.clone().close().unwrap();
    world.call::<CreateAlias>(&ann, create_alias("alias/b")).await.unwrap();
    assert_eq!(world.records().len(), 1);
    assert_eq!(world.outbox().await.len(), 1);

    let mut world = world.restarted().await;
    for _ in 0..2 {
        let records = world.records();
        assert_eq!(names(&records), ["CreateAlias", "CreateAlias"]);
        assert_eq!(records[1]["requestParameters"]["aliasName"], "alias/b");
        assert_eq!(world.outbox().await.len(), 0);
        world = world.restarted().await;
    }
}

#[tokio::test]
async fn a_record_that_the_log_has_already_is_not_brought_again() {
    let world = World::new().await;
    world.key("k1", None).await;
    world.call::<CreateAlias>(&user("ann", &[everything()]), create_alias("alias/a")).await.unwrap();
    assert_eq!(world.outbox().await.len(), 1);
    let world = world.restarted().await;
    assert_eq!(world.records().len(), 1);
    assert_eq!(world.outbox().await.len(), 0);
}

#[tokio::test]
async fn a_change_whose_record_the_log_did_not_take_holds_every_later_call() {
    let world = World::with_small_segments().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap();
    take_folder(&world);
    // Change and record are durable in the store, so the answer may leave.
    world.call::<CreateAlias>(&ann, create_alias("alias/a")).await.unwrap();
    assert!(is_internal(&world.call::<Encrypt>(&ann, encrypt("k1")).await.err().unwrap()));
    let before = world.store.version().await.unwrap();
    assert!(is_internal(&world.call::<CreateAlias>(&ann, create_alias("alias/b")).await.err().unwrap()));
    assert!(world.gate.perform(&Expiry).await.is_err());
    assert_eq!(world.store.version().await.unwrap(), before);

    give_folder_back(&world);
    world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap();
    assert_eq!(names(&world.records()), ["Encrypt", "CreateAlias", "Encrypt"]);
    let world = world.restarted().await;
    assert_eq!(world.records().len(), 3);
    assert_eq!(world.outbox().await.len(), 0);
}

#[tokio::test]
async fn a_caller_that_goes_away_after_the_commit_keeps_no_record_from_the_log() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    // The store in memory never waits, so the first poll commits; dropping the call is the caller going away. A log that has the record on disk
    // before that poll returns leaves nothing to wait for: then it is tried again.
    let mut made = 0;
    loop {
        let alias = format!("alias/{made}");
        let mut call = Box::pin(world.call::<CreateAlias>(&ann, create_alias(&alias)));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        let first = call.as_mut().poll(&mut context);
        made += 1;
        if first.is_pending() {
            break;
        }
        assert!(made < 1000, "the log is never waited for");
    }
    assert!(!world.outbox().await.is_empty());
    world.log.clone().close().unwrap();
    assert_eq!(names(&world.records()), vec!["CreateAlias"; made]);
    let world = world.restarted().await;
    assert_eq!(names(&world.records()), vec!["CreateAlias"; made]);
    assert_eq!(world.outbox().await.len(), 0);
}

#[tokio::test]
async fn answers_are_recorded_for_changes_only_and_never_with_secrets() {
    let world = World::new().await;
    world.key("k1", None).await;
    let ann = user("ann", &[everything()]);
    let input = CreateAccessKeyRequest { user_name: Some("bob".to_owned()) };
    let answer = world.call::<CreateAccessKey>(&ann, input).await.unwrap();
    assert_eq!(answer.access_key.secret_access_key.expose(), MADE_SECRET);
    world.call::<Encrypt>(&ann, encrypt("k1")).await.unwrap();
    let records = world.records();
    assert_eq!(records[0]["responseElements"]["accessKey"]["accessKeyId"], "AKIAMADEBYTHISTEST");
    assert_eq!(records[0]["responseElements"]["accessKey"]["secretAccessKey"], Value::Null);
    assert_eq!(records[1]["responseElements"], Value::Null);
    let kept = format!("{records:?}{:?}", world.outbox().await);
    for secret in [MADE_SECRET, "attack at dawn", "YXR0YWNrIGF0IGRhd24="] {
        assert!(!kept.contains(secret), "{secret}");
    }
}

/// Removes the key `k1` when it is there.
struct Expiry;

impl Duty for Expiry {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        _: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            if !view.tx().await?.delete::<Key>(&"k1".to_owned()).await? {
                return Ok(Vec::new());
            }
            let account: AccountId = support::ACCOUNT.parse().unwrap();
            let region: Region = support::REGION.parse().unwrap();
            Ok(vec![ServiceEvent {
                source: "kms.amazonaws.com",
                name: "DeleteKey",
                region,
                account,
                resource_type: "AWS::KMS::Key",
                resource: key_arn("k1"),
                details: json!({"keyId": "k1"}),
            }])
        })
    }
}

#[tokio::test]
async fn a_duty_is_recorded_as_the_services_own_doing() {
    let world = World::new().await;
    world.key("k1", None).await;
    assert_eq!(world.gate.perform(&Expiry).await.unwrap(), 1);
    let record = world.record();
    assert_eq!(record["eventName"], "DeleteKey");
    assert_eq!(record["eventType"], "AwsServiceEvent");
    assert_eq!(record["eventTime"], "2026-09-21T14:13:20Z");
    assert_eq!(record["userIdentity"]["type"], "AWSService");
    assert_eq!(record["userIdentity"]["invokedBy"], "kms.amazonaws.com");
    assert_eq!(record["recipientAccountId"], "111122223333");
    assert_eq!(record["resources"][0]["ARN"], key_arn("k1"));
    assert_eq!(record["additionalEventData"]["keyId"], "k1");
    assert_eq!(record["readOnly"], false);

    let before = world.store.version().await.unwrap();
    assert_eq!(world.gate.perform(&Expiry).await.unwrap(), 0);
    assert_eq!(world.store.version().await.unwrap(), before);
    assert_eq!(world.records().len(), 1);
}

#[tokio::test]
async fn a_duty_that_did_not_reach_the_log_does_so_at_the_next_start() {
    let world = World::new().await;
    world.key("k1", None).await;
    world.log.clone().close().unwrap();
    assert_eq!(world.gate.perform(&Expiry).await.unwrap(), 1);
    let world = world.restarted().await;
    assert_eq!(names(&world.records()), ["DeleteKey"]);
}

#[tokio::test]
async fn a_duty_that_fails_changes_nothing() {
    struct Failing;
    impl Duty for Failing {
        fn run<'a>(
            &'a self,
            view: &'a mut View,
            _: Timestamp,
        ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
            Box::pin(async move {
                view.tx().await?.delete::<Key>(&"k1".to_owned()).await?;
                Err(DutyError::new("the key could not be removed", std::io::Error::other("no")))
            })
        }
    }
    let world = World::new().await;
    world.key("k1", None).await;
    let before = world.store.version().await.unwrap();
    let error = world.gate.perform(&Failing).await.unwrap_err();
    assert_eq!(error.to_string(), "the key could not be removed");
    assert_eq!(world.store.version().await.unwrap(), before);
    assert_eq!(world.records().len(), 0);
}
