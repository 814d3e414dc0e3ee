//! Multi-Region keys: replicas, what they share, the primary Region, deletion, and what happens at the same time.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::collections::BTreeSet;

use aws_model::kms::*;
use clock::Timestamp;
use envelope::KeyLocator;
use gate::Fault;
use key_algorithms::{EncryptionAlgorithm, PublicKey};
use kms::KeyRecord;
use serde_json::{Value, json};
use support::{
    ACCOUNT, DAY, REGION, START, STRANGER, World, admin, allow, allow_to, code, create_key, create_key_of,
    decrypt, encrypt, fault, generate_mac, key_arn, root, sign, tag, user, verify,
};

const FAR: &str = "us-east-1";
const FARTHER: &str = "ap-southeast-2";

/// The id of a new primary key in the usual region.
async fn primary(world: &World) -> String {
    let request = CreateKeyRequest { multi_region: Some(true), ..create_key() };
    world.call::<CreateKey>(&root(ACCOUNT), request).await.unwrap().key_metadata.unwrap().key_id
}

fn replication(key_id: &str, region: &str) -> ReplicateKeyRequest {
    ReplicateKeyRequest {
        key_id: key_id.to_owned(),
        replica_region: region.to_owned(),
        ..ReplicateKeyRequest::default()
    }
}

async fn replicate(world: &World, key_id: &str, region: &str) -> Result<KeyMetadata, Fault> {
    let answer = world.call::<ReplicateKey>(&root(ACCOUNT), replication(key_id, region)).await?;
    Ok(answer.replica_key_metadata.unwrap())
}

/// A primary key with replicas in these regions.
async fn related(world: &World, regions: &[&str]) -> String {
    let key = primary(world).await;
    for region in regions {
        replicate(world, &key, region).await.unwrap();
    }
    key
}

async fn describe(world: &World, region: &str, key_id: &str) -> Result<KeyMetadata, Fault> {
    let request = DescribeKeyRequest { key_id: key_id.to_owned(), grant_tokens: None };
    Ok(world.call_in::<DescribeKey>(region, &root(ACCOUNT), request).await?.key_metadata.unwrap())
}

/// The region of the primary key, and those of the replicas.
fn relations(key: &KeyMetadata) -> (String, BTreeSet<String>) {
    let relations = key.multi_region_configuration.clone().unwrap();
    let region = |key: MultiRegionKey| key.region.unwrap();
    let replicas = relations.replica_keys.unwrap().into_iter().map(region).collect();
    (region(relations.primary_key.unwrap()), replicas)
}

fn arn_in(region: &str, key_id: &str) -> String {
    key_arn(ACCOUNT, key_id).replace(REGION, region)
}

async fn update_primary(world: &World, from: &str, key_id: &str, to: &str) -> Result<(), Fault> {
    let request = UpdatePrimaryRegionRequest { key_id: key_id.to_owned(), primary_region: to.to_owned() };
    world.call_in::<UpdatePrimaryRegion>(from, &root(ACCOUNT), request).await.map(drop)
}

async fn schedule_deletion(
    world: &World,
    region: &str,
    key_id: &str,
    days: i32,
) -> Result<ScheduleKeyDeletionResponse, Fault> {
    let request =
        ScheduleKeyDeletionRequest { key_id: key_id.to_owned(), pending_window_in_days: Some(days) };
    world.call_in::<ScheduleKeyDeletion>(region, &root(ACCOUNT), request).await
}

async fn rotations(world: &World, region: &str, key_id: &str) -> Vec<String> {
    let request = ListKeyRotationsRequest {
        key_id: key_id.to_owned(),
        include_key_material: Some(IncludeKeyMaterial::AllKeyMaterial),
        ..ListKeyRotationsRequest::default()
    };
    let answer = world.call_in::<ListKeyRotations>(region, &root(ACCOUNT), request).await.unwrap();
    answer.rotations.unwrap().into_iter().map(|entry| entry.key_material_id.unwrap()).collect()
}

/// What `from` encrypts, `to` decrypts, whether or not the key is named.
async fn check_transfer(world: &World, key_id: &str, from: &str, to: &str) {
    let caller = root(ACCOUNT);
    let blob = world.call_in::<Encrypt>(from, &caller, encrypt(key_id, &[("a", "1")])).await.unwrap();
    assert_eq!(blob.key_id, Some(arn_in(from, key_id)));
    let blob = blob.ciphertext_blob.unwrap();
    for named in [None, Some(key_id), Some(arn_in(to, key_id).as_str())] {
        let answer =
            world.call_in::<Decrypt>(to, &caller, decrypt(named, &blob, &[("a", "1")])).await.unwrap();
        assert_eq!(answer.plaintext.unwrap().expose(), b"secret");
        assert_eq!(answer.key_id, Some(arn_in(to, key_id)));
    }
    let wrong = world.call_in::<Decrypt>(to, &caller, decrypt(None, &blob, &[("a", "2")])).await;
    assert_eq!(code(wrong), "InvalidCiphertextException");
}

#[tokio::test]
async fn a_replica_shares_what_is_shared_and_has_the_rest_of_its_own() {
    let world = World::new().await;
    let key = primary(&world).await;
    assert!(key.starts_with("mrk-"));
    let before = describe(&world, REGION, &key).await.unwrap();
    assert_eq!(before.multi_region, Some(true));
    assert_eq!(relations(&before), (REGION.to_owned(), BTreeSet::new()));

    let policy = allow_to(&format!("arn:aws:iam::{ACCOUNT}:root"), "kms:*", json!({})).to_string();
    let request = ReplicateKeyRequest {
        description: Some("over there".to_owned()),
        policy: Some(policy.clone()),
        tags: Some(vec![tag("place", "far")]),
        ..replication(&key, FAR)
    };
    world.clock.advance(DAY);
    let answer = world.call::<ReplicateKey>(&root(ACCOUNT), request).await.unwrap();
    assert_eq!(answer.replica_policy, Some(policy));
    assert_eq!(answer.replica_tags.unwrap().len(), 1);
    let replica = answer.replica_key_metadata.unwrap();
    assert_eq!(replica.arn, Some(arn_in(FAR, &key)));
    assert_eq!(replica.key_id, key);
    assert_eq!(replica.key_state, Some(KeyState::Enabled));
    assert_eq!(replica.description.as_deref(), Some("over there"));
    assert_eq!(replica.current_key_material_id, before.current_key_material_id);
    assert!(replica.creation_date > before.creation_date);
    let kind = |key: &KeyMetadata| {
        let relations = key.multi_region_configuration.clone().unwrap();
        (relations.multi_region_key_type.unwrap(), relations.primary_key.unwrap().arn.unwrap())
    };
    assert_eq!(kind(&replica), (MultiRegionKeyType::Replica, arn_in(REGION, &key)));
    let after = describe(&world, REGION, &key).await.unwrap();
    assert_eq!(kind(&after), (MultiRegionKeyType::Primary, arn_in(REGION, &key)));
    assert_eq!(relations(&after), (REGION.to_owned(), BTreeSet::from([FAR.to_owned()])));
    assert_eq!(after.description.as_deref(), Some(""));

    // Disabling one, or naming it, leaves the other alone.
    let request = DisableKeyRequest { key_id: key.clone() };
    world.call_in::<DisableKey>(FAR, &root(ACCOUNT), request).await.unwrap();
    assert_eq!(describe(&world, FAR, &key).await.unwrap().key_state, Some(KeyState::Disabled));
    assert_eq!(describe(&world, REGION, &key).await.unwrap().key_state, Some(KeyState::Enabled));
    world.alias(&root(ACCOUNT), "alias/near", &key).await;
    assert_eq!(code(describe(&world, FAR, "alias/near").await), "NotFoundException");
}

#[tokio::test]
async fn replication_is_recorded_in_both_regions() {
    let world = World::new().await;
    let key = related(&world, &[FAR]).await;
    let records = world.records();
    let named = |name: &str, region: &str| {
        records.iter().filter(|it| it["eventName"] == name && it["awsRegion"] == region).count()
    };
    assert_eq!((named("ReplicateKey", REGION), named("CreateKey", FAR)), (1, 1));
    let call = records.iter().find(|record| record["eventName"] == "ReplicateKey").unwrap();
    let resources: Vec<_> = call["resources"].as_array().unwrap().iter().map(|it| &it["ARN"]).collect();
    assert_eq!(resources, [&arn_in(REGION, &key), &arn_in(FAR, &key)]);
}

#[tokio::test]
async fn ciphertexts_travel_between_related_keys_and_no_others() {
    let world = World::new().await;
    let key = related(&world, &[FAR, FARTHER]).await;
    for from in [REGION, FAR, FARTHER] {
        for to in [REGION, FAR, FARTHER] {
            check_transfer(&world, &key, from, to).await;
        }
    }
    // Where no replica is, and with another key, they do not open.
    let caller = root(ACCOUNT);
    let blob = world.encrypt(&caller, &key).await.unwrap();
    let nowhere = world.call_in::<Decrypt>("us-west-2", &caller, decrypt(None, &blob, &[])).await;
    assert_eq!(code(nowhere), "AccessDeniedException");
    let unrelated = related(&world, &[FAR]).await;
    let other = world.call_in::<Decrypt>(FAR, &caller, decrypt(Some(&unrelated), &blob, &[])).await;
    assert_eq!(code(other), "IncorrectKeyException");
    let single = world.key().await;
    let blob = world.encrypt(&caller, &single).await.unwrap();
    let other = world.call_in::<Decrypt>(FAR, &caller, decrypt(None, &blob, &[])).await;
    assert_eq!(code(other), "AccessDeniedException");
    // The ARN of one is not a name for the other.
    let other = world.call_in::<Encrypt>(FAR, &caller, encrypt(&arn_in(REGION, &key), &[])).await;
    assert_eq!(code(other), "NotFoundException");
}

#[tokio::test]
async fn re_encryption_signatures_and_macs_travel_too() {
    let world = World::new().await;
    let caller = root(ACCOUNT);
    let key = related(&world, &[FAR]).await;
    let blob = world.encrypt(&caller, &key).await.unwrap();
    let request = ReEncryptRequest {
        ciphertext_blob: Some(blob),
        destination_key_id: key.clone(),
        ..ReEncryptRequest::default()
    };
    let answer = world.call_in::<ReEncrypt>(FAR, &caller, request).await.unwrap();
    assert_eq!(answer.source_key_id, Some(arn_in(FAR, &key)));
    world.decrypt(&caller, None, &answer.ciphertext_blob.unwrap()).await.unwrap();

    let multi_region =
        |spec, usage| CreateKeyRequest { multi_region: Some(true), ..create_key_of(spec, usage) };
    let make = async |spec, usage| {
        let answer = world.call::<CreateKey>(&caller, multi_region(spec, usage)).await.unwrap();
        let key = answer.key_metadata.unwrap().key_id;
        replicate(&world, &key, FAR).await.unwrap();
        key
    };
    let signer = make("ECC_NIST_P256", "SIGN_VERIFY").await;
    let request = sign(&signer, "ECDSA_SHA_256", b"message");
    let signature = world.call_in::<Sign>(FAR, &caller, request).await.unwrap().signature.unwrap();
    let request = verify(&signer, "ECDSA_SHA_256", b"message", &signature);
    assert_eq!(world.call::<Verify>(&caller, request).await.unwrap().signature_valid, Some(true));
    let hmac = make("HMAC_256", "GENERATE_VERIFY_MAC").await;
    let request = generate_mac(&hmac, "HMAC_SHA_256", b"message");
    let near = world.call::<GenerateMac>(&caller, request.clone()).await.unwrap().mac;
    let far = world.call_in::<GenerateMac>(FAR, &caller, request).await.unwrap().mac;
    assert_eq!(near, far);
}

#[tokio::test]
async fn what_cannot_be_replicated_is_refused() {
    let world = World::new().await;
    let key = related(&world, &[FAR]).await;
    let not_primary =
        |arn: &str| format!("UnsupportedOperationException: {arn} is not a multi-Region primary key.");
    let single = world.key().await;
    assert_eq!(fault(replicate(&world, &single, FAR).await), not_primary(&arn_in(REGION, &single)));
    let from_replica = world.call_in::<ReplicateKey>(FAR, &root(ACCOUNT), replication(&key, FARTHER)).await;
    assert_eq!(fault(from_replica), not_primary(&arn_in(FAR, &key)));
    for region in [REGION, FAR] {
        let expected = format!("AlreadyExistsException: {} already exists.", arn_in(region, &key));
        assert_eq!(fault(replicate(&world, &key, region).await), expected);
    }
    assert_eq!(
        fault(replicate(&world, &key, "cn-north-1").await),
        "UnsupportedOperationException: Region cn-north-1 is not supported."
    );
    assert_eq!(code(replicate(&world, &key, "Mars").await), "ValidationException");
    world.call::<DisableKey>(&root(ACCOUNT), DisableKeyRequest { key_id: key.clone() }).await.unwrap();
    assert_eq!(code(replicate(&world, &key, FARTHER).await), "DisabledException");
    // A policy under which nobody could set the next one.
    let key = primary(&world).await;
    let locked = ReplicateKeyRequest {
        policy: Some(allow_to(&format!("arn:aws:iam::{ACCOUNT}:root"), "kms:Encrypt", json!({})).to_string()),
        ..replication(&key, FAR)
    };
    let answer = world.call::<ReplicateKey>(&root(ACCOUNT), locked.clone()).await;
    assert_eq!(code(answer), "MalformedPolicyDocumentException");
    let bypass = ReplicateKeyRequest { bypass_policy_lockout_safety_check: Some(true), ..locked };
    world.call::<ReplicateKey>(&root(ACCOUNT), bypass).await.unwrap();
    // Of another account's key one learns nothing.
    let answer = world
        .call::<ReplicateKey>(&admin(STRANGER, "eve"), replication(&arn_in(REGION, &key), FARTHER))
        .await;
    assert_eq!(code(answer), "AccessDeniedException");
}

#[tokio::test]
async fn replicating_takes_permissions_in_both_regions() {
    let world = World::new().await;
    let key = primary(&world).await;
    let there = |actions: Value| allow(actions, json!({ "StringEquals": { "aws:RequestedRegion": FAR } }));
    let here = |actions: Value| allow(actions, json!({ "StringEquals": { "aws:RequestedRegion": REGION } }));
    let both = |one: Value, other: Value| {
        let mut policy = one;
        policy["Statement"].as_array_mut().unwrap().extend(other["Statement"].as_array().unwrap().clone());
        policy
    };
    let attempt = async |policy: Value, request: ReplicateKeyRequest| {
        fault(world.call::<ReplicateKey>(&user(ACCOUNT, "ann", policy), request).await)
    };
    let denied = |action: &str, resource: &str| {
        format!(
            "AccessDeniedException: User: arn:aws:iam::{ACCOUNT}:user/ann is not authorized to perform: {action} on resource: {resource}"
        )
    };
    let answer = attempt(here(json!(["kms:ReplicateKey", "kms:CreateKey"])), replication(&key, FAR)).await;
    assert!(answer.starts_with(&denied("kms:CreateKey", "*")), "{answer}");
    let answer = attempt(there(json!(["kms:ReplicateKey", "kms:CreateKey"])), replication(&key, FAR)).await;
    assert!(answer.starts_with(&denied("kms:ReplicateKey", &arn_in(REGION, &key))), "{answer}");
    let enough = both(here(json!("kms:ReplicateKey")), there(json!("kms:CreateKey")));
    let tagged = ReplicateKeyRequest { tags: Some(vec![tag("a", "1")]), ..replication(&key, FAR) };
    let answer = attempt(enough.clone(), tagged.clone()).await;
    assert!(answer.starts_with(&denied("kms:TagResource", &arn_in(FAR, &key))), "{answer}");
    let with_tags = both(enough.clone(), there(json!("kms:TagResource")));
    assert_eq!(attempt(with_tags, tagged).await, "success");

    // The region of the replica, and what it will be.
    let limited = both(
        allow("kms:ReplicateKey", json!({ "StringEquals": { "kms:ReplicaRegion": FAR } })),
        allow(
            "kms:CreateKey",
            json!({ "StringEquals": { "kms:MultiRegionKeyType": "REPLICA" }, "Bool": { "kms:MultiRegion": "true" } }),
        ),
    );
    let key = primary(&world).await;
    assert_eq!(attempt(limited.clone(), replication(&key, FAR)).await, "success");
    assert!(attempt(limited.clone(), replication(&key, FARTHER)).await.starts_with("AccessDenied"));
    let create = CreateKeyRequest { multi_region: Some(true), ..create_key() };
    let answer = world.call::<CreateKey>(&user(ACCOUNT, "ann", limited), create.clone()).await;
    assert_eq!(code(answer), "AccessDeniedException");
    let primaries =
        allow("kms:CreateKey", json!({ "StringEquals": { "kms:MultiRegionKeyType": "PRIMARY" } }));
    world.call::<CreateKey>(&user(ACCOUNT, "ann", primaries.clone()), create).await.unwrap();
    let answer = world.call::<CreateKey>(&user(ACCOUNT, "ann", primaries), create_key()).await;
    assert_eq!(code(answer), "AccessDeniedException");
}

#[tokio::test]
async fn conditions_tell_primary_keys_from_replicas() {
    let world = World::new().await;
    let key = related(&world, &[FAR]).await;
    let only = |kind: &str| {
        user(
            ACCOUNT,
            "ann",
            allow("kms:Encrypt", json!({ "StringEquals": { "kms:MultiRegionKeyType": kind } })),
        )
    };
    let attempt = async |region: &str, kind: &str| {
        code(world.call_in::<Encrypt>(region, &only(kind), encrypt(&key, &[])).await)
    };
    assert_eq!(attempt(REGION, "PRIMARY").await, "success");
    assert_eq!(attempt(FAR, "PRIMARY").await, "AccessDeniedException");
    assert_eq!(attempt(FAR, "REPLICA").await, "success");
    // The cached key, too, knows when that changes.
    update_primary(&world, REGION, &key, FAR).await.unwrap();
    assert_eq!(attempt(FAR, "PRIMARY").await, "success");
    assert_eq!(attempt(REGION, "PRIMARY").await, "AccessDeniedException");
    let single = world.key().await;
    let answer = world.call::<Encrypt>(&only("PRIMARY"), encrypt(&single, &[])).await;
    assert_eq!(code(answer), "AccessDeniedException");
}

#[tokio::test]
async fn the_primary_rotates_for_all() {
    let world = World::new().await;
    let caller = root(ACCOUNT);
    let key = related(&world, &[FAR]).await;
    let first = world.encrypt(&caller, &key).await.unwrap();
    let enable = EnableKeyRotationRequest { key_id: key.clone(), rotation_period_in_days: Some(90) };
    let refused = world.call_in::<EnableKeyRotation>(FAR, &caller, enable.clone()).await;
    assert_eq!(
        fault(refused),
        format!("UnsupportedOperationException: {} is not a multi-Region primary key.", arn_in(FAR, &key))
    );
    world.call::<EnableKeyRotation>(&caller, enable).await.unwrap();
    let status = async |region: &str| {
        let request = GetKeyRotationStatusRequest { key_id: key.clone() };
        world.call_in::<GetKeyRotationStatus>(region, &caller, request).await.unwrap()
    };
    assert_eq!(status(FAR).await.rotation_period_in_days, Some(90));
    assert_eq!(status(FAR).await.next_rotation_date, status(REGION).await.next_rotation_date);
    // A replica that is made later has the schedule as well.
    replicate(&world, &key, FARTHER).await.unwrap();
    assert_eq!(status(FARTHER).await.key_rotation_enabled, Some(true));

    // Whatever the state of a replica is, it gets the material.
    world.call_in::<DisableKey>(FARTHER, &caller, DisableKeyRequest { key_id: key.clone() }).await.unwrap();
    world.clock.advance(DAY * 91);
    assert_eq!(world.perform_duties().await, 3, "a rotation, and two keys that follow");
    assert_eq!(world.perform_duties().await, 0);
    let generations = rotations(&world, REGION, &key).await;
    assert_eq!(generations.len(), 2);
    for region in [FAR, FARTHER] {
        assert_eq!(rotations(&world, region, &key).await, generations);
    }
    world.call_in::<EnableKey>(FARTHER, &caller, EnableKeyRequest { key_id: key.clone() }).await.unwrap();
    check_transfer(&world, &key, FARTHER, FAR).await;

    let rotate = RotateKeyOnDemandRequest { key_id: key.clone() };
    let refused = world.call_in::<RotateKeyOnDemand>(FAR, &caller, rotate.clone()).await;
    assert_eq!(code(refused), "UnsupportedOperationException");
    world.call::<RotateKeyOnDemand>(&caller, rotate).await.unwrap();
    let current = rotations(&world, REGION, &key).await.pop();
    assert_eq!(rotations(&world, FAR, &key).await.len(), 3);
    let answer = world.call_in::<Encrypt>(FAR, &caller, encrypt(&key, &[])).await.unwrap();
    let answer = world.decrypt(&caller, None, &answer.ciphertext_blob.unwrap()).await.unwrap();
    assert_eq!(answer.key_material_id, current);
    // What was encrypted first opens everywhere still.
    for region in [REGION, FAR, FARTHER] {
        world.call_in::<Decrypt>(region, &caller, decrypt(None, &first, &[])).await.unwrap();
    }
    let disable = DisableKeyRotationRequest { key_id: key.clone() };
    let refused = world.call_in::<DisableKeyRotation>(FAR, &caller, disable.clone()).await;
    assert_eq!(code(refused), "UnsupportedOperationException");
    world.call::<DisableKeyRotation>(&caller, disable).await.unwrap();
    assert_eq!(status(FAR).await.key_rotation_enabled, Some(false));
}

#[tokio::test]
async fn the_primary_region_moves() {
    let world = World::new().await;
    let caller = root(ACCOUNT);
    let key = related(&world, &[FAR, FARTHER]).await;
    update_primary(&world, REGION, &key, FAR).await.unwrap();
    let expected = (FAR.to_owned(), BTreeSet::from([REGION.to_owned(), FARTHER.to_owned()]));
    for region in [REGION, FAR, FARTHER] {
        assert_eq!(relations(&describe(&world, region, &key).await.unwrap()), expected, "{region}");
    }
    // Rotation is the new primary key's now.
    let rotate = RotateKeyOnDemandRequest { key_id: key.clone() };
    let refused = world.call::<RotateKeyOnDemand>(&caller, rotate.clone()).await;
    assert_eq!(code(refused), "UnsupportedOperationException");
    world.call_in::<RotateKeyOnDemand>(FAR, &caller, rotate).await.unwrap();
    check_transfer(&world, &key, REGION, FARTHER).await;

    let not_primary =
        format!("UnsupportedOperationException: {} is not a multi-Region primary key.", arn_in(REGION, &key));
    assert_eq!(fault(update_primary(&world, REGION, &key, FARTHER).await), not_primary);
    assert_eq!(code(update_primary(&world, FAR, &key, FAR).await), "UnsupportedOperationException");
    assert_eq!(code(update_primary(&world, FAR, &key, "us-west-2").await), "NotFoundException");
    assert_eq!(code(update_primary(&world, FAR, &key, "cn-north-1").await), "UnsupportedOperationException");
    world.call::<DisableKey>(&caller, DisableKeyRequest { key_id: key.clone() }).await.unwrap();
    assert_eq!(code(update_primary(&world, FAR, &key, REGION).await), "DisabledException");

    // It takes the permission in both regions.
    let attempt = async |condition: Value| {
        let request = UpdatePrimaryRegionRequest { key_id: key.clone(), primary_region: FARTHER.to_owned() };
        let caller = user(ACCOUNT, "ann", allow("kms:UpdatePrimaryRegion", condition));
        code(world.call_in::<UpdatePrimaryRegion>(FAR, &caller, request).await)
    };
    for region in [FAR, FARTHER] {
        let condition = json!({ "StringEquals": { "aws:RequestedRegion": region } });
        assert_eq!(attempt(condition).await, "AccessDeniedException");
    }
    assert_eq!(
        attempt(json!({ "StringEquals": { "kms:PrimaryRegion": REGION } })).await,
        "AccessDeniedException"
    );
    assert_eq!(attempt(json!({ "StringEquals": { "kms:PrimaryRegion": FARTHER } })).await, "success");
}

#[tokio::test]
async fn a_primary_key_waits_for_its_replicas() {
    let world = World::new().await;
    let key = related(&world, &[FAR, FARTHER]).await;
    let answer = schedule_deletion(&world, REGION, &key, 7).await.unwrap();
    assert_eq!(answer.key_state, Some(KeyState::PendingReplicaDeletion));
    assert_eq!((answer.deletion_date, answer.pending_window_in_days), (None, Some(7)));
    let shown = describe(&world, REGION, &key).await.unwrap();
    assert_eq!((shown.deletion_date, shown.pending_deletion_window_in_days), (None, Some(7)));
    assert_eq!(code(replicate(&world, &key, "us-west-2").await), "KMSInvalidStateException");
    assert_eq!(code(world.encrypt(&root(ACCOUNT), &key).await), "KMSInvalidStateException");
    // Its replicas go on.
    check_transfer(&world, &key, FAR, FARTHER).await;

    schedule_deletion(&world, FAR, &key, 7).await.unwrap();
    schedule_deletion(&world, FARTHER, &key, 30).await.unwrap();
    world.clock.advance(DAY * 8);
    world.perform_duties().await;
    assert_eq!(code(describe(&world, FAR, &key).await), "NotFoundException");
    let shown = describe(&world, REGION, &key).await.unwrap();
    assert_eq!(relations(&shown).1, BTreeSet::from([FARTHER.to_owned()]));
    assert_eq!(shown.key_state, Some(KeyState::PendingReplicaDeletion));
    world.clock.advance(DAY * 23);
    world.perform_duties().await;
    let shown = describe(&world, REGION, &key).await.unwrap();
    assert_eq!(shown.key_state, Some(KeyState::PendingDeletion));
    assert_eq!(shown.deletion_date, Some(world.clock_now().plus(DAY * 7)));
    world.clock.advance(DAY * 7);
    world.perform_duties().await;
    assert_eq!(code(describe(&world, REGION, &key).await), "NotFoundException");
}

#[tokio::test]
async fn deletions_can_be_cancelled_and_replicas_made_again() {
    let world = World::new().await;
    let caller = root(ACCOUNT);
    let key = related(&world, &[FAR]).await;
    let blob =
        world.call_in::<Encrypt>(FAR, &caller, encrypt(&key, &[])).await.unwrap().ciphertext_blob.unwrap();
    schedule_deletion(&world, REGION, &key, 7).await.unwrap();
    let cancel = CancelKeyDeletionRequest { key_id: key.clone() };
    world.call::<CancelKeyDeletion>(&caller, cancel).await.unwrap();
    assert_eq!(describe(&world, REGION, &key).await.unwrap().key_state, Some(KeyState::Disabled));
    world.call::<EnableKey>(&caller, EnableKeyRequest { key_id: key.clone() }).await.unwrap();

    // While the replica waits for its deletion, there is no room for another.
    schedule_deletion(&world, FAR, &key, 7).await.unwrap();
    assert_eq!(code(replicate(&world, &key, FAR).await), "AlreadyExistsException");
    world.clock.advance(DAY * 7);
    world.perform_duties().await;
    // What the deleted replica made still opens.
    world.decrypt(&caller, None, &blob).await.unwrap();
    replicate(&world, &key, FAR).await.unwrap();
    world.call_in::<Decrypt>(FAR, &caller, decrypt(None, &blob, &[])).await.unwrap();
    // A primary key without replicas has its waiting period at once.
    let alone = primary(&world).await;
    let answer = schedule_deletion(&world, REGION, &alone, 7).await.unwrap();
    assert_eq!(answer.key_state, Some(KeyState::PendingDeletion));
}

#[tokio::test]
async fn a_stored_replica_opens_in_its_own_place_only() {
    let world = World::new().await;
    let key = related(&world, &[FAR]).await;
    let place: KeyLocator = arn_in(FAR, &key).parse().unwrap();
    let replica = world.store.get::<KeyRecord>(&place).await.unwrap().unwrap();
    for place in [
        KeyLocator { account: STRANGER.parse().unwrap(), ..place.clone() },
        KeyLocator { region: FARTHER.parse().unwrap(), ..place.clone() },
        KeyLocator { key_id: primary(&world).await.parse().unwrap(), ..place },
    ] {
        let mut tx = world.store.begin().await.unwrap();
        tx.put(&KeyRecord {
            locator: place.clone(),
            policy: kms::default_key_policy(place.account),
            ..replica.clone()
        })
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let (owner, region) = (root(place.account.as_str()), place.region.to_string());
        let answer = world.call_in::<Encrypt>(&region, &owner, encrypt(&place.to_string(), &[])).await;
        assert_eq!(code(answer), "KMSInternalException", "{place}");
    }
}

#[tokio::test]
async fn replicas_count_where_they_are() {
    let world = World::new().await;
    let key = related(&world, &[FAR]).await;
    let listed = async |region: &str| {
        let answer =
            world.call_in::<ListKeys>(region, &root(ACCOUNT), ListKeysRequest::default()).await.unwrap();
        answer.keys.unwrap().into_iter().map(|key| key.key_arn.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(listed(REGION).await, [arn_in(REGION, &key)]);
    assert_eq!(listed(FAR).await, [arn_in(FAR, &key)]);
    assert!(listed(FARTHER).await.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_happens_at_once_leaves_related_keys_in_agreement() {
    let world = World::new().await;
    for round in 0..8 {
        let key = related(&world, &[FAR]).await;
        // Into one region there is one replica, into two there are two.
        let (one, two, three) = tokio::join!(
            replicate(&world, &key, FARTHER),
            replicate(&world, &key, FARTHER),
            replicate(&world, &key, "us-west-2"),
        );
        let mut codes = [code(one), code(two)];
        codes.sort_unstable();
        assert_eq!(codes, ["AlreadyExistsException", "success"], "round {round}");
        three.unwrap();

        // A change of the primary Region beside a rotation: either comes first.
        let rotate = RotateKeyOnDemandRequest { key_id: key.clone() };
        let caller = root(ACCOUNT);
        let (moved, rotated) = tokio::join!(
            update_primary(&world, REGION, &key, FAR),
            world.call::<RotateKeyOnDemand>(&caller, rotate)
        );
        moved.unwrap();
        let generations = match code(rotated) {
            "success" => 2,
            "UnsupportedOperationException" => 1,
            other => panic!("{other}"),
        };
        let materials = rotations(&world, FAR, &key).await;
        assert_eq!(materials.len(), generations);
        for region in [REGION, FARTHER, "us-west-2"] {
            assert_eq!(rotations(&world, region, &key).await, materials);
        }

        // A deletion beside a replication: either the replica is there and is waited for, or it is not.
        let key = primary(&world).await;
        let (scheduled, replicated) =
            tokio::join!(schedule_deletion(&world, REGION, &key, 7), replicate(&world, &key, FAR));
        let state = scheduled.unwrap().key_state.unwrap();
        match code(replicated) {
            "success" => assert_eq!(state, KeyState::PendingReplicaDeletion),
            "KMSInvalidStateException" => assert_eq!(state, KeyState::PendingDeletion),
            other => panic!("{other}"),
        }
    }
}

/// Imports material into the key of a region.
async fn import(
    world: &World,
    region: &str,
    key_id: &str,
    material: u8,
    import_type: Option<ImportType>,
) -> Result<String, Fault> {
    import_until(world, region, key_id, material, import_type, None).await
}

/// Imports material that expires, if there is an end.
async fn import_until(
    world: &World,
    region: &str,
    key_id: &str,
    material: u8,
    import_type: Option<ImportType>,
    valid_to: Option<Timestamp>,
) -> Result<String, Fault> {
    let caller = root(ACCOUNT);
    let request = GetParametersForImportRequest {
        key_id: key_id.to_owned(),
        wrapping_algorithm: AlgorithmSpec::RsaesOaepSha256,
        wrapping_key_spec: WrappingKeySpec::Rsa2048,
    };
    let parameters = world.call_in::<GetParametersForImport>(region, &caller, request).await.unwrap();
    let public_key = parameters.public_key.unwrap();
    let public_key = PublicKey::from_spki_der(key_algorithms::KeySpec::Rsa2048, public_key.expose()).unwrap();
    let wrapped = public_key.encrypt(EncryptionAlgorithm::RsaesOaepSha256, &[material; 32]).unwrap();
    let request = ImportKeyMaterialRequest {
        encrypted_key_material: wrapped,
        expiration_model: Some(match valid_to {
            Some(_) => ExpirationModelType::KeyMaterialExpires,
            None => ExpirationModelType::KeyMaterialDoesNotExpire,
        }),
        import_token: parameters.import_token.unwrap(),
        import_type,
        key_id: key_id.to_owned(),
        key_material_description: None,
        key_material_id: None,
        valid_to,
    };
    Ok(world.call_in::<ImportKeyMaterial>(region, &caller, request).await?.key_material_id.unwrap())
}

/// The state of the material that was imported last.
async fn last_material(world: &World, region: &str, key_id: &str) -> (KeyMaterialState, ImportState) {
    let request = ListKeyRotationsRequest {
        key_id: key_id.to_owned(),
        include_key_material: Some(IncludeKeyMaterial::AllKeyMaterial),
        ..ListKeyRotationsRequest::default()
    };
    let answer = world.call_in::<ListKeyRotations>(region, &root(ACCOUNT), request).await.unwrap();
    let last = answer.rotations.unwrap().pop().unwrap();
    (last.key_material_state.unwrap(), last.import_state.unwrap())
}

/// A primary key with imported material 1, which its replica does not have yet.
async fn imported(world: &World) -> String {
    let request =
        CreateKeyRequest { multi_region: Some(true), origin: Some(OriginType::External), ..create_key() };
    let key = world.call::<CreateKey>(&root(ACCOUNT), request).await.unwrap().key_metadata.unwrap().key_id;
    assert_eq!(
        code(replicate(world, &key, FAR).await),
        "KMSInvalidStateException",
        "there is no material yet"
    );
    import(world, REGION, &key, 1, None).await.unwrap();
    let replica = replicate(world, &key, FAR).await.unwrap();
    assert_eq!(replica.key_state, Some(KeyState::PendingImport));
    key
}

#[tokio::test]
async fn a_replica_takes_the_same_imported_material_only() {
    let world = World::new().await;
    let key = imported(&world).await;
    let refused = world.call_in::<Encrypt>(FAR, &root(ACCOUNT), encrypt(&key, &[])).await;
    assert_eq!(code(refused), "KMSInvalidStateException");
    assert_eq!(code(import(&world, FAR, &key, 2, None).await), "IncorrectKeyMaterialException");
    let new = Some(ImportType::NewKeyMaterial);
    assert_eq!(code(import(&world, FAR, &key, 2, new).await), "UnsupportedOperationException");
    let id = import(&world, FAR, &key, 1, None).await.unwrap();
    assert_eq!(rotations(&world, REGION, &key).await, [id]);
    check_transfer(&world, &key, REGION, FAR).await;
    check_transfer(&world, &key, FAR, REGION).await;
    // Each has it for itself.
    let request = DeleteImportedKeyMaterialRequest { key_id: key.clone(), key_material_id: None };
    world.call::<DeleteImportedKeyMaterial>(&root(ACCOUNT), request).await.unwrap();
    assert_eq!(describe(&world, REGION, &key).await.unwrap().key_state, Some(KeyState::PendingImport));
    assert_eq!(describe(&world, FAR, &key).await.unwrap().key_state, Some(KeyState::Enabled));
}

#[tokio::test]
async fn imported_material_rotates_when_every_related_key_has_it() {
    use KeyMaterialState::{Current, PendingMultiRegionImportAndRotation as Elsewhere, PendingRotation};
    let world = World::new().await;
    let caller = root(ACCOUNT);
    let key = imported(&world).await;
    import(&world, FAR, &key, 1, None).await.unwrap();
    let new = || Some(ImportType::NewKeyMaterial);
    let id = import(&world, REGION, &key, 2, new()).await.unwrap();
    assert_eq!(last_material(&world, REGION, &key).await, (Elsewhere, ImportState::Imported));
    assert_eq!(last_material(&world, FAR, &key).await, (Elsewhere, ImportState::PendingImport));
    // Until then both keys work with the material that they have.
    check_transfer(&world, &key, REGION, FAR).await;
    let rotate = RotateKeyOnDemandRequest { key_id: key.clone() };
    let refused = world.call::<RotateKeyOnDemand>(&caller, rotate.clone()).await;
    assert_eq!(code(refused), "KMSInvalidStateException");
    assert_eq!(code(import(&world, FAR, &key, 3, None).await), "IncorrectKeyMaterialException");

    // What a replica loses it can import again; what the primary key gives up is given up everywhere.
    let erase = DeleteImportedKeyMaterialRequest { key_id: key.clone(), key_material_id: Some(id.clone()) };
    assert_eq!(import(&world, FAR, &key, 2, None).await.unwrap(), id);
    assert_eq!(last_material(&world, FAR, &key).await, (PendingRotation, ImportState::Imported));
    world.call_in::<DeleteImportedKeyMaterial>(FAR, &caller, erase.clone()).await.unwrap();
    assert_eq!(last_material(&world, REGION, &key).await, (Elsewhere, ImportState::Imported));
    import(&world, FAR, &key, 2, None).await.unwrap();
    world.call::<DeleteImportedKeyMaterial>(&caller, erase).await.unwrap();
    for region in [REGION, FAR] {
        assert_eq!(rotations(&world, region, &key).await.len(), 1, "{region}");
    }

    import(&world, REGION, &key, 3, new()).await.unwrap();
    import(&world, FAR, &key, 3, None).await.unwrap();
    assert_eq!(last_material(&world, REGION, &key).await, (PendingRotation, ImportState::Imported));
    // A replica that is made now has to import both.
    assert_eq!(replicate(&world, &key, FARTHER).await.unwrap().key_state, Some(KeyState::PendingImport));
    assert_eq!(last_material(&world, REGION, &key).await, (Elsewhere, ImportState::Imported));
    import(&world, FARTHER, &key, 1, None).await.unwrap();
    import(&world, FARTHER, &key, 3, None).await.unwrap();
    world.call::<RotateKeyOnDemand>(&caller, rotate).await.unwrap();
    for region in [REGION, FAR, FARTHER] {
        assert_eq!(last_material(&world, region, &key).await, (Current, ImportState::Imported), "{region}");
        check_transfer(&world, &key, region, FAR).await;
    }
}

#[tokio::test]
async fn material_that_expires_in_two_regions_at_once_leaves_nothing_behind() {
    let world = World::new().await;
    let key = imported(&world).await;
    import(&world, FAR, &key, 1, None).await.unwrap();
    let end = START.plus(DAY);
    let new = Some(ImportType::NewKeyMaterial);
    import_until(&world, REGION, &key, 2, new, Some(end)).await.unwrap();
    import_until(&world, FAR, &key, 2, None, Some(end)).await.unwrap();
    world.clock.set(end);
    world.perform_duties().await;
    // The primary key has given it up, so nobody waits for it.
    for region in [REGION, FAR] {
        assert_eq!(rotations(&world, region, &key).await.len(), 1, "{region}");
    }
    assert_eq!(code(import(&world, FAR, &key, 2, None).await), "IncorrectKeyMaterialException");
}
