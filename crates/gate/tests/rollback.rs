//! The store and the audit log cannot be lost, replaced or put back without each other.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use aws_model::kms::{CreateAlias, CreateAliasRequest, Encrypt, EncryptRequest};
use gate::{Gate, OpenError, Rollback, knows_log};
use secret::SecretBytes;
use serde_json::{Value, json};
use store::{Backend, Commit, KeyRange, Memory, ReadSet, Store, Version};
use support::{OWN_SOURCE, World, everything, user};

async fn create_alias(world: &World, name: &str) {
    let input = CreateAliasRequest { alias_name: name.to_owned(), target_key_id: "k1".to_owned() };
    world.call::<CreateAlias>(&user("ann", &[everything()]), input).await.unwrap();
}

async fn encrypt(world: &World) {
    let plaintext = SecretBytes::copy_of(b"attack at dawn");
    let input = EncryptRequest { key_id: "k1".to_owned(), plaintext, ..EncryptRequest::default() };
    world.call::<Encrypt>(&user("ann", &[everything()]), input).await.unwrap();
}

async fn world() -> World {
    let world = World::new().await;
    world.key("k1", None).await;
    create_alias(&world, "alias/a").await;
    world
}

/// A copy of a log's folder beside it.
fn kept(trail: &Path) -> std::path::PathBuf {
    let kept = trail.with_extension("kept");
    copy(trail, &kept);
    kept
}

fn copy(from: &Path, to: &Path) {
    let _ = fs::remove_dir_all(to);
    fs::create_dir(to).unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

async fn refused(world: World, store: Store, change: impl FnOnce(&Path)) -> Rollback {
    match world.restarted_with(store, change, false).await.err().unwrap() {
        OpenError::RolledBack(found) => found.into_iter().next().unwrap(),
        other => panic!("{other}"),
    }
}

/// Once accepted it is recorded, and the next starts find nothing wrong.
async fn accepted(world: World, store: Store, change: impl FnOnce(&Path), named: &str) -> World {
    let mut world = world.restarted_with(store, change, true).await.unwrap();
    let own = own_events(&world);
    let accept = own.iter().rfind(|event| event["eventName"] == "AcceptRollback").unwrap();
    let found = accept["additionalEventData"]["lodge"]["acceptedRollback"][0].as_str().unwrap();
    assert!(found.contains(named), "{found}");
    assert_eq!(accept["userIdentity"], json!({"type": "AWSService", "invokedBy": OWN_SOURCE}));
    for name in ["alias/after", "alias/later"] {
        create_alias(&world, name).await;
        world = world.restarted().await;
    }
    world
}

fn own_events(world: &World) -> Vec<Value> {
    let mut events = world.all_records();
    events.retain(|event| event["eventSource"] == OWN_SOURCE);
    events
}

#[tokio::test]
async fn starts_are_recorded_and_every_change_names_its_version() {
    let world = world().await;
    encrypt(&world).await;
    let records = world.all_records();
    let names: Vec<_> = records.iter().map(|record| record["eventName"].as_str().unwrap()).collect();
    assert_eq!(names, ["StartLodge", "CreateAlias", "Encrypt"]);
    let version = |record: &Value| record["additionalEventData"]["lodge"]["storeVersion"].as_u64();
    assert_eq!(version(&records[0]), Some(0));
    // The start itself, and the key that the test put there.
    assert_eq!(version(&records[1]), Some(2));
    assert!(records[1]["additionalEventData"]["lodge"]["decisions"].is_array());
    assert_eq!(version(&records[2]), None);
}

#[tokio::test]
async fn a_call_that_failed_names_no_version() {
    let world = world().await;
    world.log.clone().close().unwrap();
    let world = world.restarted().await;
    let input = CreateAliasRequest { alias_name: "alias/a".to_owned(), target_key_id: "k1".to_owned() };
    world.call::<CreateAlias>(&user("ann", &[everything()]), input).await.err().unwrap();
    let record = world.records().pop().unwrap();
    assert_eq!(record["errorCode"], "AlreadyExistsException");
    assert_eq!(record["additionalEventData"]["lodge"]["storeVersion"], Value::Null);
    world.restarted().await;
}

#[tokio::test]
async fn a_log_that_was_lost_is_noticed() {
    let world = world().await;
    let store = world.store.clone();
    let lose = |trail: &Path| fs::remove_dir_all(trail).unwrap();
    assert!(matches!(refused(world, store, lose).await, Rollback::OtherLog(_)));
    let world = self::world().await;
    let store = world.store.clone();
    let world = accepted(world, store, lose, "lost or replaced").await;
    // The newest change's record was in the store still.
    assert_eq!(world.records().len(), 3);
}

#[tokio::test]
async fn a_log_that_was_put_back_is_noticed() {
    for accept in [false, true] {
        let mut world = world().await;
        let old = kept(&world.trail());
        for _ in 0..3 {
            encrypt(&world).await;
        }
        world.gate.anchor().await.unwrap();
        let store = world.store.clone();
        let put_back = |trail: &Path| copy(&old, trail);
        if accept {
            world = accepted(world, store, put_back, "ends at sequence 2, the store knows 5").await;
            assert_eq!(world.records().len(), 3);
        } else {
            let found = refused(world, store, put_back).await;
            assert!(matches!(found, Rollback::LogCut { ends: 2, known: 5, .. }), "{found}");
        }
    }
}

#[tokio::test]
async fn a_change_that_waits_in_the_outbox_knows_the_log_too() {
    let world = world().await;
    let old = kept(&world.trail());
    encrypt(&world).await;
    create_alias(&world, "alias/b").await;
    let store = world.store.clone();
    let found = refused(world, store, |trail| copy(&old, trail)).await;
    assert!(matches!(found, Rollback::LogCut { ends: 2, known: 3, .. }), "{found}");
}

#[tokio::test]
async fn a_log_that_grew_anew_after_it_was_put_back_is_noticed() {
    let world = world().await;
    let old = kept(&world.trail());
    encrypt(&world).await;
    world.gate.anchor().await.unwrap();
    let store = world.store.clone();
    let put_back = |trail: &Path| {
        copy(&old, trail);
        let log = support::open_log(trail.to_owned(), 64 * 1024 * 1024);
        for id in ["one", "two", "three"] {
            drop(log.append(id, b"{}".to_vec()));
        }
        log.close().unwrap();
    };
    let found = refused(world, store, put_back).await;
    assert!(matches!(found, Rollback::OtherRecord { sequence: 3, .. }), "{found}");
}

#[tokio::test]
async fn a_store_that_was_lost_is_noticed() {
    for accept in [false, true] {
        let world = world().await;
        let empty = Store::new(Memory::new());
        if accept {
            let restarted = world.restarted_with(empty, |_| {}, true).await.unwrap();
            let accept = &own_events(&restarted)[1];
            assert_eq!(accept["eventName"], "AcceptRollback");
            restarted.restarted().await;
        } else {
            let found = refused(world, empty, |_| {}).await;
            assert!(matches!(found, Rollback::StoreLost { records: 2, .. }), "{found}");
            assert!(found.to_string().contains("the store is empty"));
        }
    }
}

/// The same content at the same version, as a backup of a store's file has it.
async fn backup(of: &Memory) -> Memory {
    let mut snapshot = of.begin().await.unwrap();
    let entries = snapshot.scan(KeyRange::all(), usize::MAX).await.unwrap();
    let version = snapshot.version().number();
    let copy = Memory::new();
    for at in 0..version {
        let writes = entries.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect();
        let reads = ReadSet::default();
        copy.commit(Commit { at: Version::new(at), reads, writes }).await.unwrap();
    }
    assert_eq!(copy.version().await.unwrap().number(), version);
    copy
}

#[tokio::test]
async fn a_store_that_was_put_back_is_noticed() {
    for accept in [false, true] {
        let memory = Arc::new(Memory::new());
        let world = World::over(Store::new(Arc::clone(&memory)), 64 * 1024 * 1024).await;
        world.key("k1", None).await;
        let old = Store::new(backup(&memory).await);
        create_alias(&world, "alias/a").await;
        create_alias(&world, "alias/b").await;
        if accept {
            let world = accepted(world, old, |_| {}, "the log tells of a change after version 3").await;
            assert_eq!(world.records().len(), 4);
        } else {
            let found = refused(world, old, |_| {}).await;
            assert!(matches!(found, Rollback::StoreOlder { ends: 2, logged: 3, .. }), "{found}");
        }
    }
}

#[tokio::test]
async fn a_store_that_only_started_since_its_backup_is_noticed_too() {
    let memory = Arc::new(Memory::new());
    let world = World::over(Store::new(Arc::clone(&memory)), 64 * 1024 * 1024).await;
    world.key("k1", None).await;
    let old = Store::new(backup(&memory).await);
    let world = world.restarted().await;
    assert!(matches!(refused(world, old, |_| {}).await, Rollback::StoreOlder { ends: 2, .. }));
}

#[tokio::test]
async fn a_log_of_many_segments_names_a_version_in_a_late_one() {
    for anchors in [true, false] {
        let memory = Arc::new(Memory::new());
        // Nearly every record begins a segment.
        let world = World::over(Store::new(Arc::clone(&memory)), 1).await;
        world.key("k1", None).await;
        let old = Store::new(backup(&memory).await);
        create_alias(&world, "alias/a").await;
        for _ in 0..5 {
            encrypt(&world).await;
            if anchors {
                world.gate.anchor().await.unwrap();
            }
        }
        let noted =
            own_events(&world).iter().filter(|event| event["eventName"] == "NoteStoreVersion").count();
        assert_eq!(noted, if anchors { 5 } else { 0 });
        assert!(matches!(refused(world, old, |_| {}).await, Rollback::StoreOlder { .. }));
    }
}

#[tokio::test]
async fn an_idle_gate_writes_no_anchors() {
    let world = world().await;
    world.gate.anchor().await.unwrap();
    let version = world.store.version().await.unwrap();
    world.gate.anchor().await.unwrap();
    assert_eq!(world.store.version().await.unwrap(), version);
    assert_eq!(own_events(&world).len(), 1);
    encrypt(&world).await;
    world.gate.anchor().await.unwrap();
    assert!(world.store.version().await.unwrap() > version);
}

#[tokio::test]
async fn a_first_start_that_was_cut_off_is_begun_again() {
    // The log was begun, and nothing more.
    let world = World::new().await;
    let fresh = |trail: &Path| {
        fs::remove_dir_all(trail).unwrap();
        support::open_log(trail.to_owned(), 64 * 1024 * 1024).close().unwrap();
    };
    let world = world.restarted_with(Store::new(Memory::new()), fresh, false).await.unwrap();
    assert_eq!(own_events(&world).len(), 1);

    // The anchor is in the store, and its record did not reach the log.
    let store = Store::new(Memory::new());
    let folder = tempfile::tempdir().unwrap();
    let log = support::open_log(folder.path().join("trail"), 64 * 1024 * 1024);
    let (logged, clock) = (log.clone(), world.clock.clone());
    log.close().unwrap();
    let gate = Gate::open(store.clone(), logged, Arc::new(clock.clone()), world.callers.clone()).await;
    assert!(knows_log(&store).await.unwrap());
    drop(gate);
    let log = support::open_log(folder.path().join("trail"), 64 * 1024 * 1024);
    Gate::open(store, log.clone(), Arc::new(clock), world.callers.clone()).await.unwrap();
    assert_eq!(log.last().sequence, 2);
}

#[tokio::test]
async fn callers_cannot_name_a_version() {
    let world = world().await;
    let text = r#""lodge":{"storeVersion":999999,"lodge":{"storeVersion":999999}}"#;
    let input = EncryptRequest {
        key_id: "k1".to_owned(),
        plaintext: SecretBytes::copy_of(b"x"),
        encryption_context: Some(
            [(text, "1"), ("lodge", text), ("storeVersion", "999999")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
        ),
        ..EncryptRequest::default()
    };
    world.call::<Encrypt>(&user("ann", &[everything()]), input).await.unwrap();
    assert!(world.records()[1]["requestParameters"].to_string().contains("999999"));
    world.restarted().await;
}
