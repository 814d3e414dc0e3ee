//! Creating, describing, switching on and off, deleting and rotating keys.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::sync::Arc;

use aws_model::kms::{
    CancelKeyDeletion, CancelKeyDeletionRequest, CreateAlias, CreateAliasRequest, CreateKey,
    CustomerMasterKeySpec, DescribeKey, DescribeKeyRequest, DisableKey, DisableKeyRequest,
    DisableKeyRotation, DisableKeyRotationRequest, EnableKey, EnableKeyRequest, EnableKeyRotation,
    EnableKeyRotationRequest, GetKeyRotationStatus, GetKeyRotationStatusRequest,
    GetKeyRotationStatusResponse, IncludeKeyMaterial, KeyMaterialState, KeyMetadata, KeySpec, KeyState,
    KeyUsageType, ListKeyRotations, ListKeyRotationsRequest, OriginType, RotateKeyOnDemand,
    RotateKeyOnDemandRequest, RotationType, RotationsListEntry, ScheduleKeyDeletion,
    ScheduleKeyDeletionRequest, UpdateKeyDescription, UpdateKeyDescriptionRequest,
};
use gate::{Caller, Fault};
use kms::KeyCount;
use serde_json::json;
use support::*;

async fn describe(world: &World, key_id: &str) -> Result<KeyMetadata, Fault> {
    let input = DescribeKeyRequest { grant_tokens: None, key_id: key_id.to_owned() };
    Ok(world.call::<DescribeKey>(&root(ACCOUNT), input).await?.key_metadata.unwrap())
}

async fn schedule(world: &World, caller: &Arc<Caller>, key_id: &str, days: Option<i32>) -> Result<(), Fault> {
    let input = ScheduleKeyDeletionRequest { key_id: key_id.to_owned(), pending_window_in_days: days };
    world.call::<ScheduleKeyDeletion>(caller, input).await.map(drop)
}

async fn enable_rotation(world: &World, key_id: &str, days: Option<i32>) -> Result<(), Fault> {
    let input = EnableKeyRotationRequest { key_id: key_id.to_owned(), rotation_period_in_days: days };
    world.call::<EnableKeyRotation>(&root(ACCOUNT), input).await.map(drop)
}

async fn rotation(world: &World, key_id: &str) -> GetKeyRotationStatusResponse {
    let input = GetKeyRotationStatusRequest { key_id: key_id.to_owned() };
    world.call::<GetKeyRotationStatus>(&root(ACCOUNT), input).await.unwrap()
}

async fn rotate(world: &World, key_id: &str) -> Result<(), Fault> {
    let input = RotateKeyOnDemandRequest { key_id: key_id.to_owned() };
    world.call::<RotateKeyOnDemand>(&root(ACCOUNT), input).await.map(drop)
}

async fn rotations(
    world: &World,
    key_id: &str,
    include: Option<IncludeKeyMaterial>,
) -> Vec<RotationsListEntry> {
    let input = ListKeyRotationsRequest {
        include_key_material: include,
        key_id: key_id.to_owned(),
        limit: None,
        marker: None,
    };
    world.call::<ListKeyRotations>(&root(ACCOUNT), input).await.unwrap().rotations.unwrap()
}

async fn enable(world: &World, key_id: &str) -> Result<(), Fault> {
    let input = EnableKeyRequest { key_id: key_id.to_owned() };
    world.call::<EnableKey>(&root(ACCOUNT), input).await.map(drop)
}

async fn disable(world: &World, key_id: &str) -> Result<(), Fault> {
    let input = DisableKeyRequest { key_id: key_id.to_owned() };
    world.call::<DisableKey>(&root(ACCOUNT), input).await.map(drop)
}

#[tokio::test]
async fn a_new_key_is_described_as_aws_does() {
    let world = World::new().await;
    let mut input = create_key();
    input.description = Some("test key 123".to_owned());
    input.tags = Some(vec![tag("tenant", "123")]);
    let created = world.call::<CreateKey>(&root(ACCOUNT), input).await.unwrap().key_metadata.unwrap();
    let described = describe(&world, &created.key_id).await.unwrap();
    for metadata in [&created, &described] {
        assert_eq!(metadata.aws_account_id.as_deref(), Some(ACCOUNT));
        assert_eq!(metadata.arn, Some(key_arn(ACCOUNT, &created.key_id)));
        assert_eq!(metadata.creation_date, Some(START));
        assert_eq!(metadata.description.as_deref(), Some("test key 123"));
        assert_eq!(metadata.enabled, Some(true));
        assert_eq!(metadata.key_state, Some(KeyState::Enabled));
        assert_eq!(metadata.key_spec, Some(KeySpec::SymmetricDefault));
        assert_eq!(metadata.customer_master_key_spec, Some(CustomerMasterKeySpec::SymmetricDefault));
        assert_eq!(metadata.key_usage, Some(KeyUsageType::EncryptDecrypt));
        assert_eq!(metadata.origin, Some(OriginType::AwsKms));
        assert_eq!(metadata.multi_region, Some(false));
        assert_eq!(metadata.current_key_material_id.as_ref().map(String::len), Some(64));
        assert_eq!(metadata.deletion_date, None);
    }
}

#[tokio::test]
async fn keys_that_cannot_be_made_are_refused() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let mut requests: Vec<_> = (0..8).map(|_| create_key()).collect();
    requests[0].key_spec = Some(KeySpec::Sm2);
    requests[0].key_usage = Some(KeyUsageType::SignVerify);
    requests[1].multi_region = Some(true);
    requests[1].origin = Some(OriginType::AwsCloudhsm);
    requests[1].custom_key_store_id = Some("cks-1".to_owned());
    requests[2].origin = Some(OriginType::AwsCloudhsm);
    requests[3].custom_key_store_id = Some("cks-1".to_owned());
    requests[4].key_spec = Some(KeySpec::Hmac256);
    requests[5].key_usage = Some(KeyUsageType::SignVerify);
    requests[6].key_spec = Some(KeySpec::SymmetricDefault);
    requests[6].customer_master_key_spec = Some(CustomerMasterKeySpec::SymmetricDefault);
    requests[7].tags = Some(vec![tag("aws:x", "")]);
    let unsupported = "UnsupportedOperationException";
    let expected = [
        unsupported,
        unsupported,
        "ValidationException",
        "ValidationException",
        "ValidationException",
        "ValidationException",
        "ValidationException",
        "TagException",
    ];
    for (input, expected) in requests.into_iter().zip(expected) {
        assert_eq!(code(world.call::<CreateKey>(&owner, input).await), expected);
    }
}

#[tokio::test]
async fn creating_and_tagging_are_allowed_one_by_one() {
    let world = World::new().await;
    let tagged = || {
        let mut input = create_key();
        input.tags = Some(vec![tag("tenant", "123")]);
        input
    };
    let creator = user(ACCOUNT, "ann", allow("kms:CreateKey", json!({})));
    assert_eq!(code(world.call::<CreateKey>(&creator, create_key()).await), "success");
    assert_eq!(code(world.call::<CreateKey>(&creator, tagged()).await), "AccessDeniedException");
    let both = json!(["kms:CreateKey", "kms:TagResource"]);
    let condition =
        json!({ "StringEquals": { "aws:RequestTag/tenant": "123", "kms:KeySpec": "SYMMETRIC_DEFAULT" } });
    let tagger = user(ACCOUNT, "bob", allow(both, condition));
    assert_eq!(code(world.call::<CreateKey>(&tagger, tagged()).await), "success");
    assert_eq!(code(world.call::<CreateKey>(&tagger, create_key()).await), "AccessDeniedException");
}

#[tokio::test]
async fn keys_are_switched_off_and_on() {
    let world = World::new().await;
    let key = world.key().await;
    disable(&world, &key).await.unwrap();
    let metadata = describe(&world, &key).await.unwrap();
    assert_eq!((metadata.enabled, metadata.key_state), (Some(false), Some(KeyState::Disabled)));
    assert_eq!(code(enable_rotation(&world, &key, None).await), "DisabledException");
    assert_eq!(code(rotate(&world, &key).await), "DisabledException");
    enable(&world, &key).await.unwrap();
    assert_eq!(code(world.encrypt(&root(ACCOUNT), &key).await), "success");
    assert_eq!(code(enable(&world, MISSING).await), "NotFoundException");
    assert_eq!(code(enable(&world, "alias/app").await), "NotFoundException");
    let forbidden = user(ACCOUNT, "ann", allow("kms:EnableKey", json!({})));
    let input = DisableKeyRequest { key_id: key };
    assert_eq!(code(world.call::<DisableKey>(&forbidden, input).await), "AccessDeniedException");
}

#[tokio::test]
async fn a_deletion_can_be_cancelled_until_it_is_due() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    let cancel = || CancelKeyDeletionRequest { key_id: key.clone() };
    let arn = key_arn(ACCOUNT, &key);
    assert_eq!(
        fault(world.call::<CancelKeyDeletion>(&owner, cancel()).await),
        format!("KMSInvalidStateException: {arn} is not pending deletion.")
    );
    for days in [6, 31] {
        assert_eq!(code(schedule(&world, &owner, &key, Some(days)).await), "ValidationException");
    }
    enable_rotation(&world, &key, None).await.unwrap();
    schedule(&world, &owner, &key, None).await.unwrap();
    let metadata = describe(&world, &key).await.unwrap();
    assert_eq!(metadata.key_state, Some(KeyState::PendingDeletion));
    assert_eq!(metadata.deletion_date, Some(START.plus(DAY * 30)));
    assert_eq!(rotation(&world, &key).await.key_rotation_enabled, Some(false));

    let pending = format!("KMSInvalidStateException: {arn} is pending deletion.");
    assert_eq!(fault(schedule(&world, &owner, &key, None).await), pending);
    assert_eq!(fault(enable(&world, &key).await), pending);
    assert_eq!(fault(disable(&world, &key).await), pending);
    assert_eq!(fault(rotate(&world, &key).await), pending);
    let input = CreateAliasRequest { alias_name: "alias/late".to_owned(), target_key_id: key.clone() };
    assert_eq!(fault(world.call::<CreateAlias>(&owner, input).await), pending);
    let input = UpdateKeyDescriptionRequest { description: "late".to_owned(), key_id: key.clone() };
    assert_eq!(fault(world.call::<UpdateKeyDescription>(&owner, input).await), pending);

    world.clock.advance(DAY * 29);
    assert_eq!(world.call::<CancelKeyDeletion>(&owner, cancel()).await.unwrap().key_id, Some(arn));
    assert_eq!(describe(&world, &key).await.unwrap().key_state, Some(KeyState::Disabled));
    assert_eq!(rotation(&world, &key).await.key_rotation_enabled, Some(true));
    world.clock.advance(DAY * 2);
    assert_eq!(world.perform_duties().await, 0);
}

#[tokio::test]
async fn a_deleted_key_is_gone_at_its_time_with_its_aliases() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    world.alias(&owner, "alias/app", &key).await;
    let blob = world.encrypt(&owner, "alias/app").await.unwrap();
    schedule(&world, &owner, &key, Some(7)).await.unwrap();
    world.clock.advance(DAY * 7);
    // The duty has not run yet, and already nobody sees the key.
    let gone = format!("NotFoundException: Key '{}' does not exist", key_arn(ACCOUNT, &key));
    assert_eq!(fault(describe(&world, &key).await.map(drop)), gone);
    assert_eq!(fault(world.encrypt(&owner, &key).await), gone);
    assert_eq!(code(world.encrypt(&owner, "alias/app").await), "NotFoundException");
    assert_eq!(code(world.decrypt(&owner, None, &blob).await), "AccessDeniedException");
    let input = CancelKeyDeletionRequest { key_id: key.clone() };
    assert_eq!(fault(world.call::<CancelKeyDeletion>(&owner, input).await), gone);
    // Its alias is free again, and stays with its new key when the duty comes.
    let successor = world.key().await;
    world.alias(&owner, "alias/app", &successor).await;
    assert_eq!(world.perform_duties().await, 1);
    assert_eq!(world.perform_duties().await, 0);
    assert_eq!(describe(&world, "alias/app").await.unwrap().key_id, successor);
    assert_eq!(fault(world.encrypt(&owner, &key).await), gone);
    let record = world.records().into_iter().find(|record| record["eventName"] == "DeleteKey").unwrap();
    assert_eq!(record["eventType"], "AwsServiceEvent");
    assert_eq!(record["resources"][0]["ARN"], key_arn(ACCOUNT, &key));
}

#[tokio::test]
async fn an_account_has_100000_keys_in_a_region_at_most() {
    let world = World::new().await;
    let (key, owner) = (world.key().await, root(ACCOUNT));
    let place = (ACCOUNT.parse().unwrap(), REGION.parse().unwrap());
    let mut tx = world.store.begin().await.unwrap();
    let mut count = serde_json::to_value(tx.get::<KeyCount>(&place).await.unwrap().unwrap()).unwrap();
    assert_eq!(count["count"], 1);
    count["count"] = json!(100_000);
    tx.put::<KeyCount>(&serde_json::from_value(count).unwrap()).await.unwrap();
    tx.commit().await.unwrap();

    assert_eq!(code(world.call::<CreateKey>(&owner, create_key()).await), "LimitExceededException");
    assert_eq!(code(world.call::<CreateKey>(&root(STRANGER), create_key()).await), "success");
    // A key that waits for its deletion still counts.
    schedule(&world, &owner, &key, Some(7)).await.unwrap();
    assert_eq!(code(world.call::<CreateKey>(&owner, create_key()).await), "LimitExceededException");
    world.clock.advance(DAY * 7);
    world.perform_duties().await;
    assert_eq!(code(world.call::<CreateKey>(&owner, create_key()).await), "success");
    assert_eq!(code(world.call::<CreateKey>(&owner, create_key()).await), "LimitExceededException");
}

#[tokio::test]
async fn conditions_on_the_waiting_period_and_the_rotation_period() {
    let world = World::new().await;
    let key = world.key().await;
    let condition =
        json!({ "NumericGreaterThanEquals": { "kms:ScheduleKeyDeletionPendingWindowInDays": "14" } });
    let caller = user(ACCOUNT, "ann", allow("kms:ScheduleKeyDeletion", condition));
    assert_eq!(code(schedule(&world, &caller, &key, Some(7)).await), "AccessDeniedException");
    assert_eq!(code(schedule(&world, &caller, &key, None).await), "success");

    let key = world.key().await;
    let condition = json!({ "NumericLessThanEquals": { "kms:RotationPeriodInDays": "180" } });
    let caller = user(ACCOUNT, "ann", allow("kms:EnableKeyRotation", condition));
    for (days, expected) in
        [(Some(365), "AccessDeniedException"), (None, "AccessDeniedException"), (Some(90), "success")]
    {
        let input = EnableKeyRotationRequest { key_id: key.clone(), rotation_period_in_days: days };
        assert_eq!(code(world.call::<EnableKeyRotation>(&caller, input).await), expected, "{days:?}");
    }
}

#[tokio::test]
async fn rotation_on_demand_keeps_old_ciphertexts_readable() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    let old = world.encrypt(&owner, &key).await.unwrap();
    let first = describe(&world, &key).await.unwrap().current_key_material_id;
    world.clock.advance(DAY);
    rotate(&world, &key).await.unwrap();
    let second = describe(&world, &key).await.unwrap().current_key_material_id;
    assert_ne!(first, second);
    let new = world.encrypt(&owner, &key).await.unwrap();
    assert_eq!(world.decrypt(&owner, None, &old).await.unwrap().key_material_id, first);
    assert_eq!(world.decrypt(&owner, None, &new).await.unwrap().key_material_id, second);

    let listed = rotations(&world, &key, None).await;
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].rotation_type, Some(RotationType::OnDemand));
    assert_eq!(listed[0].rotation_date, Some(START.plus(DAY)));
    assert_eq!(listed[0].key_material_state, Some(KeyMaterialState::Current));
    let all = rotations(&world, &key, Some(IncludeKeyMaterial::AllKeyMaterial)).await;
    assert_eq!(all.len(), 2);
    assert_eq!((all[0].key_material_id.clone(), all[0].rotation_date), (first, None));
    assert_eq!(all[0].key_material_state, Some(KeyMaterialState::NonCurrent));

    for _ in 1..25 {
        rotate(&world, &key).await.unwrap();
    }
    assert_eq!(code(rotate(&world, &key).await), "LimitExceededException");
}

#[tokio::test]
async fn automatic_rotation_follows_its_schedule() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    assert_eq!(rotation(&world, &key).await.key_rotation_enabled, Some(false));
    assert_eq!(code(enable_rotation(&world, &key, Some(89)).await), "ValidationException");
    enable_rotation(&world, &key, None).await.unwrap();
    let status = rotation(&world, &key).await;
    assert_eq!(
        (status.rotation_period_in_days, status.next_rotation_date),
        (Some(365), Some(START.plus(DAY * 365)))
    );
    enable_rotation(&world, &key, Some(90)).await.unwrap();
    assert_eq!(rotation(&world, &key).await.next_rotation_date, Some(START.plus(DAY * 90)));

    let old = world.encrypt(&owner, &key).await.unwrap();
    world.clock.advance(DAY * 89);
    assert_eq!(world.perform_duties().await, 0);
    world.clock.advance(DAY);
    assert_eq!(world.perform_duties().await, 1);
    assert_eq!(world.perform_duties().await, 0);
    let listed = rotations(&world, &key, None).await;
    assert_eq!(listed[0].rotation_type, Some(RotationType::Automatic));
    assert_eq!(rotation(&world, &key).await.next_rotation_date, Some(START.plus(DAY * 180)));
    assert_eq!(code(world.decrypt(&owner, None, &old).await), "success");
    assert!(world.records().iter().any(|record| record["eventName"] == "RotateKey"));

    // A disabled key waits; enabled again it is rotated at once.
    disable(&world, &key).await.unwrap();
    world.clock.advance(DAY * 200);
    assert_eq!(world.perform_duties().await, 0);
    enable(&world, &key).await.unwrap();
    assert_eq!(world.perform_duties().await, 1);
    assert_eq!(rotation(&world, &key).await.next_rotation_date, Some(START.plus(DAY * (290 + 90))));
    let input = DisableKeyRotationRequest { key_id: key.clone() };
    world.call::<DisableKeyRotation>(&owner, input).await.unwrap();
    world.clock.advance(DAY * 400);
    assert_eq!(world.perform_duties().await, 0);
}

#[tokio::test]
async fn changes_that_meet_each_other_all_count() {
    let world = Arc::new(World::new().await);
    let key = world.key().await;
    let mut tasks = Vec::new();
    for number in 0..8 {
        let (world, key) = (Arc::clone(&world), key.clone());
        tasks.push(tokio::spawn(async move {
            if number % 2 == 0 {
                rotate(&world, &key).await.unwrap();
            } else {
                world.alias(&root(ACCOUNT), &format!("alias/n{number}"), &key).await;
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(rotations(&world, &key, None).await.len(), 4);
    for number in [1, 3, 5, 7] {
        assert_eq!(describe(&world, &format!("alias/n{number}")).await.unwrap().key_id, key);
    }
}
