//! Aliases, key policies, tags, listings and declared keys.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use aws_model::kms::{
    CreateAlias, CreateAliasRequest, CreateKey, DeleteAlias, DeleteAliasRequest, GetKeyPolicy,
    GetKeyPolicyRequest, ListAliases, ListAliasesRequest, ListAliasesResponse, ListKeyPolicies,
    ListKeyPoliciesRequest, ListKeys, ListKeysRequest, ListResourceTags, ListResourceTagsRequest,
    PutKeyPolicy, PutKeyPolicyRequest, ResourceOwnerType, TagResource, TagResourceRequest, UntagResource,
    UntagResourceRequest, UpdateAlias, UpdateAliasRequest, UpdateKeyDescription, UpdateKeyDescriptionRequest,
};
use clock::Timestamp;
use gate::{BoxFuture, Caller, Duty, DutyError, Fault, ServiceEvent, View};
use kms::{KeySeed, Kms, default_key_policy, seed};
use serde_json::{Value, json};
use support::*;

fn create_alias(name: &str, key_id: &str) -> CreateAliasRequest {
    CreateAliasRequest { alias_name: name.to_owned(), target_key_id: key_id.to_owned() }
}

fn update_alias(name: &str, key_id: &str) -> UpdateAliasRequest {
    UpdateAliasRequest { alias_name: name.to_owned(), target_key_id: key_id.to_owned() }
}

fn delete_alias(name: &str) -> DeleteAliasRequest {
    DeleteAliasRequest { alias_name: name.to_owned() }
}

fn list_aliases(key_id: Option<&str>, limit: Option<i32>, marker: Option<String>) -> ListAliasesRequest {
    ListAliasesRequest { key_id: key_id.map(str::to_owned), limit, marker }
}

fn names(answer: &ListAliasesResponse) -> Vec<&str> {
    answer.aliases.iter().flatten().filter_map(|alias| alias.alias_name.as_deref()).collect()
}

fn put_policy(key_id: &str, policy: &Value, bypass: bool) -> PutKeyPolicyRequest {
    PutKeyPolicyRequest {
        bypass_policy_lockout_safety_check: Some(bypass),
        key_id: key_id.to_owned(),
        policy: policy.to_string(),
        policy_name: None,
    }
}

async fn policy(
    world: &World,
    caller: &Arc<Caller>,
    key_id: &str,
    name: Option<&str>,
) -> Result<String, Fault> {
    let input = GetKeyPolicyRequest { key_id: key_id.to_owned(), policy_name: name.map(str::to_owned) };
    Ok(world.call::<GetKeyPolicy>(caller, input).await?.policy.unwrap())
}

#[tokio::test]
async fn aliases_are_created_moved_and_deleted() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let (first, second) = (world.key().await, world.key().await);
    let arn = format!("arn:aws:kms:{REGION}:{ACCOUNT}:alias/app");
    world.alias(&owner, "alias/app", &key_arn(ACCOUNT, &first)).await;
    assert_eq!(
        fault(world.call::<CreateAlias>(&owner, create_alias("alias/app", &second)).await),
        format!("AlreadyExistsException: An alias with the name {arn} already exists")
    );
    world.clock.advance(DAY);
    world.call::<UpdateAlias>(&owner, update_alias("alias/app", &second)).await.unwrap();
    let answer = world.call::<ListAliases>(&owner, list_aliases(None, None, None)).await.unwrap();
    let entry = &answer.aliases.as_ref().unwrap()[0];
    assert_eq!(entry.alias_arn.as_ref(), Some(&arn));
    assert_eq!(entry.target_key_id.as_ref(), Some(&second));
    assert_eq!((entry.creation_date, entry.last_updated_date), (Some(START), Some(START.plus(DAY))));
    assert_eq!(answer.truncated, Some(false));
    world.call::<DeleteAlias>(&owner, delete_alias("alias/app")).await.unwrap();
    let missing = format!("NotFoundException: Alias {arn} is not found.");
    assert_eq!(fault(world.call::<DeleteAlias>(&owner, delete_alias("alias/app")).await), missing);
    assert_eq!(fault(world.call::<UpdateAlias>(&owner, update_alias("alias/app", &first)).await), missing);
    assert_eq!(fault(world.encrypt(&owner, "alias/app").await), missing);
}

#[tokio::test]
async fn alias_names_and_targets_that_aws_refuses() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    for (name, target, expected) in [
        (
            "app",
            key.as_str(),
            "ValidationException: Alias must start with the prefix \"alias/\". Please see \
             https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html",
        ),
        ("alias/", &key, "ValidationException: Invalid identifier"),
        ("alias/aws/s3", &key, "NotAuthorizedException: "),
        ("alias/a:b", &key, "ValidationException: alias/a:b contains invalid characters for an alias"),
        ("alias/a", "alias/b", "ValidationException: Aliases must refer to keys. Not aliases"),
        ("alias/a", "none", "NotFoundException: Invalid keyId 'none'"),
    ] {
        assert_eq!(fault(world.call::<CreateAlias>(&owner, create_alias(name, target)).await), expected);
    }
    assert_eq!(
        code(world.call::<CreateAlias>(&owner, create_alias("alias/a", MISSING)).await),
        "NotFoundException"
    );
    let foreign = world.key_with(&root(STRANGER), None).await;
    let input = create_alias("alias/a", &key_arn(STRANGER, &foreign));
    assert_eq!(code(world.call::<CreateAlias>(&owner, input).await), "AccessDeniedException");
    for number in 0..50 {
        world.alias(&owner, &format!("alias/n{number:02}"), &key).await;
    }
    let answer = world.call::<CreateAlias>(&owner, create_alias("alias/one-too-many", &key)).await;
    assert_eq!(code(answer), "LimitExceededException");
}

#[tokio::test]
async fn an_alias_needs_permission_on_itself_and_on_its_keys() {
    let world = World::new().await;
    let (first, second) = (world.key().await, world.key().await);
    let on = |resources: Value| {
        let mut policy = allow("kms:*Alias", json!({}));
        policy["Statement"][0]["Resource"] = resources;
        user(ACCOUNT, "ann", policy)
    };
    let alias = format!("arn:aws:kms:{REGION}:{ACCOUNT}:alias/app");
    let (one, two) = (key_arn(ACCOUNT, &first), key_arn(ACCOUNT, &second));
    let denied = "AccessDeniedException";
    for resources in [json!([alias]), json!([one])] {
        let answer = world.call::<CreateAlias>(&on(resources), create_alias("alias/app", &first)).await;
        assert_eq!(code(answer), denied);
    }
    let partly = on(json!([alias, one]));
    assert_eq!(code(world.call::<CreateAlias>(&partly, create_alias("alias/app", &first)).await), "success");
    assert_eq!(code(world.call::<UpdateAlias>(&partly, update_alias("alias/app", &second)).await), denied);
    let wholly = on(json!([alias, one, two]));
    assert_eq!(code(world.call::<UpdateAlias>(&wholly, update_alias("alias/app", &second)).await), "success");
    assert_eq!(code(world.call::<DeleteAlias>(&partly, delete_alias("alias/app")).await), denied);
    assert_eq!(code(world.call::<DeleteAlias>(&wholly, delete_alias("alias/app")).await), "success");
}

#[tokio::test]
async fn key_policies_are_read_and_replaced() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    let text = policy(&world, &owner, &key, None).await.unwrap();
    assert_eq!(text, default_key_policy(ACCOUNT.parse().unwrap()));
    for name in ["other", "AWS_RAM"] {
        let answer = policy(&world, &owner, &key, Some(name)).await;
        assert_eq!(fault(answer), "NotFoundException: No such policy exists");
    }
    let root_arn = format!("arn:aws:iam::{ACCOUNT}:root");
    let narrow = allow_to(&root_arn, json!(["kms:PutKeyPolicy", "kms:GetKeyPolicy"]), json!({}));
    world.call::<PutKeyPolicy>(&owner, put_policy(&key, &narrow, false)).await.unwrap();
    assert_eq!(policy(&world, &owner, &key, Some("default")).await.unwrap(), narrow.to_string());
    assert_eq!(code(world.encrypt(&owner, &key).await), "AccessDeniedException");
    let mut input = put_policy(&key, &narrow, false);
    input.policy_name = Some("AWS_RAM".to_owned());
    assert_eq!(code(world.call::<PutKeyPolicy>(&owner, input).await), "ValidationException");
    let input = ListKeyPoliciesRequest { key_id: world.key().await, limit: None, marker: None };
    let answer = world.call::<ListKeyPolicies>(&owner, input).await.unwrap();
    assert_eq!(answer.policy_names, Some(vec!["default".to_owned()]));
}

#[tokio::test]
async fn nobody_is_locked_out_by_mistake() {
    let world = World::new().await;
    let ann = admin(ACCOUNT, "ann");
    let key = world.key().await;
    let locked = "MalformedPolicyDocumentException: The new key policy will not allow you to update the key policy in \
                  the future.";
    let bob = allow_to(&format!("arn:aws:iam::{ACCOUNT}:user/bob"), "kms:*", json!({}));
    assert_eq!(fault(world.call::<PutKeyPolicy>(&ann, put_policy(&key, &bob, false)).await), locked);
    let mut input = create_key();
    input.policy = Some(bob.to_string());
    assert_eq!(fault(world.call::<CreateKey>(&ann, input).await), locked);
    assert_eq!(code(world.call::<PutKeyPolicy>(&ann, put_policy(&key, &bob, true)).await), "success");
    assert_eq!(
        code(world.call::<PutKeyPolicy>(&ann, put_policy(&key, &bob, true)).await),
        "AccessDeniedException"
    );

    let condition = json!({ "Bool": { "kms:BypassPolicyLockoutSafetyCheck": "false" } });
    let careful = user(ACCOUNT, "carl", allow("kms:PutKeyPolicy", condition));
    let key = world.key().await;
    let answer = world.call::<PutKeyPolicy>(&careful, put_policy(&key, &bob, true)).await;
    assert_eq!(code(answer), "AccessDeniedException");
    for malformed in ["my policy", "{}", r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow"}]}"#] {
        let mut input = put_policy(&key, &bob, true);
        input.policy = malformed.to_owned();
        let answer = world.call::<PutKeyPolicy>(&root(ACCOUNT), input).await;
        assert_eq!(code(answer), "MalformedPolicyDocumentException", "{malformed}");
    }
}

#[tokio::test]
async fn tags_and_descriptions_change() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    let put = |tags: Vec<_>| TagResourceRequest { key_id: key.clone(), tags };
    world.call::<TagResource>(&owner, put(vec![tag("a", "1"), tag("b", ""), tag("c", "3")])).await.unwrap();
    world.call::<TagResource>(&owner, put(vec![tag("a", "2")])).await.unwrap();
    assert_eq!(code(world.call::<TagResource>(&owner, put(vec![tag("aws:a", "2")])).await), "TagException");
    let removal =
        UntagResourceRequest { key_id: key.clone(), tag_keys: vec!["b".to_owned(), "none".to_owned()] };
    world.call::<UntagResource>(&owner, removal).await.unwrap();
    let page = |limit, marker| ListResourceTagsRequest { key_id: key.clone(), limit, marker };
    let first = world.call::<ListResourceTags>(&owner, page(Some(1), None)).await.unwrap();
    assert_eq!(first.tags.unwrap()[0].tag_value, "2");
    assert_eq!(first.truncated, Some(true));
    let second = world.call::<ListResourceTags>(&owner, page(Some(1), first.next_marker)).await.unwrap();
    assert_eq!((second.tags.unwrap()[0].tag_key.as_str(), second.next_marker), ("c", None));

    let condition = json!({ "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } });
    let caller = user(ACCOUNT, "ann", allow("kms:*Resource", condition));
    assert_eq!(code(world.call::<TagResource>(&caller, put(vec![tag("a", "3")])).await), "success");
    assert_eq!(
        code(world.call::<TagResource>(&caller, put(vec![tag("c", "3")])).await),
        "AccessDeniedException"
    );
    let removal = UntagResourceRequest { key_id: key.clone(), tag_keys: vec!["c".to_owned()] };
    assert_eq!(code(world.call::<UntagResource>(&caller, removal).await), "AccessDeniedException");

    let input = UpdateKeyDescriptionRequest { description: "new".to_owned(), key_id: key.clone() };
    assert_eq!(code(world.call::<UpdateKeyDescription>(&owner, input).await), "success");
    let input = UpdateKeyDescriptionRequest { description: "x".repeat(8193), key_id: key };
    assert_eq!(code(world.call::<UpdateKeyDescription>(&owner, input).await), "ValidationException");
}

#[tokio::test]
async fn listings_come_in_pages_of_their_own() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let mut keys = Vec::new();
    for number in 0..3 {
        keys.push(world.key().await);
        world.alias(&owner, &format!("alias/n{number}"), &keys[number]).await;
    }
    keys.sort();
    world.key_with(&root(STRANGER), None).await;
    let list = |marker: Option<String>, owners: Option<Vec<_>>| ListKeysRequest {
        limit: Some(2),
        marker,
        resource_owners: owners,
    };
    let first = world.call::<ListKeys>(&owner, list(None, None)).await.unwrap();
    let second = world.call::<ListKeys>(&owner, list(first.next_marker.clone(), None)).await.unwrap();
    let listed: Vec<_> = [first.keys, second.keys].into_iter().flatten().flatten().collect();
    assert_eq!(listed.iter().filter_map(|key| key.key_id.clone()).collect::<Vec<_>>(), keys);
    assert_eq!((first.truncated, second.truncated, second.next_marker), (Some(true), Some(false), None));
    let shared = Some(vec![ResourceOwnerType::OtherAccountsViaRam]);
    let answer = world.call::<ListKeys>(&owner, list(None, shared)).await.unwrap();
    assert!(answer.keys.is_some_and(|keys| keys.is_empty()));

    // A marker of one listing is none of another, be it of another account or region.
    let marker = first.next_marker;
    let again = || list(marker.clone(), None);
    assert_eq!(code(world.call::<ListKeys>(&root(STRANGER), again()).await), "InvalidMarkerException");
    assert_eq!(code(world.call_in::<ListKeys>("us-east-1", &owner, again()).await), "InvalidMarkerException");
    let answer = world.call::<ListAliases>(&owner, list_aliases(None, None, marker)).await;
    assert_eq!(code(answer), "InvalidMarkerException");
    let answer = world.call::<ListKeys>(&owner, list(Some("x".to_owned()), None)).await;
    assert_eq!(code(answer), "InvalidMarkerException");

    let page = world.call::<ListAliases>(&owner, list_aliases(None, Some(2), None)).await.unwrap();
    assert_eq!(names(&page), ["alias/n0", "alias/n1"]);
    let foreign = list_aliases(None, Some(2), page.next_marker.clone());
    assert_eq!(code(world.call::<ListAliases>(&root(STRANGER), foreign).await), "InvalidMarkerException");
    let page =
        world.call::<ListAliases>(&owner, list_aliases(None, Some(2), page.next_marker)).await.unwrap();
    assert_eq!(names(&page), ["alias/n2"]);
    world.alias(&owner, "alias/z", &keys[0]).await;
    let page = world.call::<ListAliases>(&owner, list_aliases(Some(&keys[0]), None, None)).await.unwrap();
    assert_eq!(names(&page).len(), 2);
    let answer = world.call::<ListAliases>(&owner, list_aliases(Some(MISSING), None, None)).await;
    assert_eq!(code(answer), "NotFoundException");
    let nobody = user(ACCOUNT, "ann", allow("kms:Encrypt", json!({})));
    assert_eq!(code(world.call::<ListKeys>(&nobody, list(None, None)).await), "AccessDeniedException");
}

/// Declares one key, as the bootstrap does.
struct Declare {
    kms: Arc<Kms>,
    seed: KeySeed,
    failure: Mutex<Option<String>>,
}

impl Duty for Declare {
    fn run<'a>(
        &'a self,
        view: &'a mut View,
        now: Timestamp,
    ) -> BoxFuture<'a, Result<Vec<ServiceEvent>, DutyError>> {
        Box::pin(async move {
            match seed(&self.kms, view, &self.seed, now).await {
                Ok(event) => Ok(event.into_iter().collect()),
                Err(error) => {
                    *self.failure.lock().unwrap() = Some(error.to_string());
                    Ok(Vec::new())
                }
            }
        })
    }
}

async fn declare(world: &World, seed: &KeySeed) -> Result<usize, String> {
    let duty = Declare { kms: Arc::clone(&world.kms), seed: seed.clone(), failure: Mutex::default() };
    let done = world.gate.perform(&duty).await.unwrap();
    duty.failure.into_inner().unwrap().map_or(Ok(done), Err)
}

#[tokio::test]
async fn a_declared_key_is_made_once_and_kept_as_declared() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let mut wanted = KeySeed {
        account: ACCOUNT.parse().unwrap(),
        region: region(),
        description: "tenant 123".to_owned(),
        aliases: vec!["alias/customer-123".to_owned()],
        policy: None,
        tags: BTreeMap::from([("tenant".to_owned(), "123".to_owned())]),
        rotation: true,
        key_id: Some(MISSING.parse().unwrap()),
    };
    assert_eq!(declare(&world, &wanted).await, Ok(1));
    assert_eq!(declare(&world, &wanted).await, Ok(0));
    let blob = world.encrypt(&owner, "alias/customer-123").await.unwrap();
    assert_eq!(code(world.decrypt(&owner, Some(MISSING), &blob).await), "success");

    // Nobody but Bob, not even the operator's own account: the lockout check is not for the operator.
    let bob = allow_to(&format!("arn:aws:iam::{ACCOUNT}:user/bob"), "kms:*", json!({}));
    wanted.policy = Some(bob.to_string());
    wanted.aliases.push("alias/second".to_owned());
    assert_eq!(declare(&world, &wanted).await, Ok(1));
    assert_eq!(declare(&world, &wanted).await, Ok(0));
    assert_eq!(code(world.encrypt(&owner, "alias/customer-123").await), "AccessDeniedException");
    let bob = user(ACCOUNT, "bob", allow("kms:List*", json!({})));
    assert_eq!(code(world.decrypt(&bob, Some("alias/second"), &blob).await), "success");

    wanted.policy = Some("{}".to_owned());
    assert!(declare(&world, &wanted).await.is_err());
    wanted.policy = None;
    wanted.aliases = Vec::new();
    wanted.key_id = None;
    assert!(declare(&world, &wanted).await.is_err());
    let changes: Vec<_> = world.records().iter().map(|record| record["eventName"].clone()).collect();
    assert_eq!(changes[..2], [json!("CreateKey"), json!("Encrypt")]);
    assert!(changes.contains(&json!("UpdateKey")));
}
