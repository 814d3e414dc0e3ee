//! Who may use which key, and by which name.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics fails, as it should")]

mod support;

use std::sync::Arc;

use aws_model::kms::{
    Decrypt, DescribeKey, DescribeKeyRequest, EnableKey, EnableKeyRequest, Encrypt, GetKeyPolicy,
    GetKeyPolicyRequest, GetKeyRotationStatus, GetKeyRotationStatusRequest, TagResource, TagResourceRequest,
    UpdateAlias, UpdateAliasRequest,
};
use gate::Caller;
use serde_json::{Value, json};
use support::*;

const USE: [&str; 3] = ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"];
const ROLE: &str = "arn:aws:iam::111122223333:role/ServiceARole";

/// One key per tenant, and for each tenant a session of the one role that may use them.
struct Tenants {
    world: World,
    key_123: String,
    key_456: String,
    session_123: Arc<Caller>,
}

fn tenant_session(tenant: &str) -> Arc<Caller> {
    let alias = format!("alias/customer-{tenant}");
    session(
        ACCOUNT,
        "ServiceARole",
        allow(json!(USE), json!({ "StringLike": { "kms:RequestAlias": "alias/customer-*" } })),
        Some(allow(json!(USE), json!({ "StringEquals": { "kms:RequestAlias": alias } }))),
    )
}

impl Tenants {
    async fn new() -> Self {
        let world = World::new().await;
        let mut keys = Vec::new();
        for tenant in ["123", "456"] {
            let alias = format!("alias/customer-{tenant}");
            let condition = json!({ "StringLike": { "kms:RequestAlias": alias } });
            let mut policy = allow_to(ROLE, json!(USE), condition);
            let administration = allow_to(&format!("arn:aws:iam::{ACCOUNT}:root"), "kms:*Alias", json!({}));
            let statements = policy["Statement"].as_array_mut().unwrap();
            statements.push(administration["Statement"][0].clone());
            let key = world.key_with(&root(ACCOUNT), Some(policy)).await;
            world.alias(&root(ACCOUNT), &alias, &key).await;
            keys.push(key);
        }
        let [key_123, key_456] = keys.try_into().unwrap();
        Self { world, key_123, key_456, session_123: tenant_session("123") }
    }
}

#[tokio::test]
async fn a_tenants_session_uses_its_own_key_by_alias() {
    let Tenants { world, session_123, .. } = Tenants::new().await;
    let blob = world.encrypt(&session_123, "alias/customer-123").await.unwrap();
    let arn = format!("arn:aws:kms:{REGION}:{ACCOUNT}:alias/customer-123");
    for name in ["alias/customer-123", &arn] {
        let answer = world.decrypt(&session_123, Some(name), &blob).await.unwrap();
        assert!(answer.plaintext.unwrap().expose() == b"secret");
    }
}

#[tokio::test]
async fn a_tenants_session_can_do_nothing_else() {
    let Tenants { world, key_123, key_456, session_123 } = Tenants::new().await;
    let theirs = world.encrypt(&tenant_session("456"), "alias/customer-456").await.unwrap();
    let ours = world.encrypt(&session_123, "alias/customer-123").await.unwrap();
    let denied = "AccessDeniedException";
    assert_eq!(code(world.encrypt(&session_123, "alias/customer-456").await), denied);
    assert_eq!(code(world.encrypt(&session_123, &key_456).await), denied);
    assert_eq!(code(world.encrypt(&session_123, &key_123).await), denied);
    assert_eq!(code(world.encrypt(&session_123, &key_arn(ACCOUNT, &key_123)).await), denied);
    assert_eq!(code(world.decrypt(&session_123, None, &ours).await), denied);
    assert_eq!(code(world.decrypt(&session_123, None, &theirs).await), denied);
    assert_eq!(code(world.decrypt(&session_123, Some("alias/customer-456"), &theirs).await), denied);
    // Its own alias, the other tenant's ciphertext: allowed to ask, but that is not the key.
    assert_eq!(
        code(world.decrypt(&session_123, Some("alias/customer-123"), &theirs).await),
        "IncorrectKeyException"
    );
    for stranger in [admin(STRANGER, "eve"), root(STRANGER), admin(ACCOUNT, "ann")] {
        let arn = format!("arn:aws:kms:{REGION}:{ACCOUNT}:alias/customer-123");
        assert_eq!(code(world.encrypt(&stranger, &arn).await), denied);
        assert_eq!(code(world.decrypt(&stranger, None, &ours).await), denied);
    }
    let wide = session(ACCOUNT, "ServiceARole", allow("kms:Decrypt", json!({})), None);
    assert_eq!(code(world.decrypt(&wide, None, &ours).await), denied);
}

#[tokio::test]
async fn moving_an_alias_moves_the_tenant_at_once() {
    let Tenants { world, key_456, session_123, .. } = Tenants::new().await;
    let blob = world.encrypt(&session_123, "alias/customer-123").await.unwrap();
    let input =
        UpdateAliasRequest { alias_name: "alias/customer-123".to_owned(), target_key_id: key_456.clone() };
    world.call::<UpdateAlias>(&root(ACCOUNT), input).await.unwrap();
    // The policy of the key that the alias now names is about another alias.
    let identity = allow("kms:*", json!({}));
    let caller = session(ACCOUNT, "ServiceARole", identity, None);
    assert_eq!(code(world.encrypt(&caller, "alias/customer-123").await), "AccessDeniedException");
    assert_eq!(
        code(world.decrypt(&caller, Some("alias/customer-123"), &blob).await),
        "AccessDeniedException"
    );
}

#[tokio::test]
async fn resource_aliases_are_what_the_key_has_and_not_what_the_request_says() {
    let world = World::new().await;
    let key = world.key().await;
    let condition = json!({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } });
    let caller = user(ACCOUNT, "ann", allow("kms:Encrypt", condition));
    assert_eq!(code(world.encrypt(&caller, &key).await), "AccessDeniedException");
    world.alias(&root(ACCOUNT), "alias/other", &key).await;
    assert_eq!(code(world.encrypt(&caller, &key).await), "AccessDeniedException");
    world.alias(&root(ACCOUNT), "alias/app", &key).await;
    assert_eq!(code(world.encrypt(&caller, &key).await), "success");
    assert_eq!(code(world.encrypt(&caller, "alias/other").await), "success");
}

#[tokio::test]
async fn conditions_see_the_key_the_context_and_the_caller() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    let tags = TagResourceRequest { key_id: key.clone(), tags: vec![tag("team", "red")] };
    world.call::<TagResource>(&owner, tags).await.unwrap();
    let allowed = |condition: Value| user(ACCOUNT, "ann", allow("kms:Encrypt", condition));
    let context = [("tenant", "123"), ("service", "b")];
    for (condition, expected) in [
        (json!({ "StringEquals": { "kms:KeySpec": "SYMMETRIC_DEFAULT" } }), "success"),
        (json!({ "StringEquals": { "kms:KeyUsage": "ENCRYPT_DECRYPT" } }), "success"),
        (json!({ "StringEquals": { "kms:KeyOrigin": "AWS_KMS" } }), "success"),
        (json!({ "Bool": { "kms:MultiRegion": "false" } }), "success"),
        (json!({ "StringEquals": { "kms:CallerAccount": ACCOUNT } }), "success"),
        (json!({ "StringEquals": { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } }), "success"),
        (json!({ "StringEquals": { "kms:EncryptionContext:tenant": "123" } }), "success"),
        (json!({ "StringEquals": { "kms:EncryptionContext:tenant": "456" } }), "AccessDeniedException"),
        (
            json!({ "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["tenant", "service"] } }),
            "success",
        ),
        (
            json!({ "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": "tenant" } }),
            "AccessDeniedException",
        ),
        (json!({ "StringEquals": { "aws:ResourceTag/team": "red" } }), "success"),
        (json!({ "StringEquals": { "aws:ResourceTag/team": "blue" } }), "AccessDeniedException"),
        (json!({ "StringLike": { "kms:RequestAlias": "*" } }), "AccessDeniedException"),
        (json!({ "StringLike": { "kms:ViaService": "*" } }), "AccessDeniedException"),
    ] {
        let answer = world.call::<Encrypt>(&allowed(condition.clone()), encrypt(&key, &context)).await;
        assert_eq!(code(answer), expected, "{condition}");
    }
    let answer = world.call::<Encrypt>(&owner, encrypt(&key, &[("a", "1"), ("A", "2")])).await;
    assert_eq!(code(answer), "ValidationException");
}

#[tokio::test]
async fn a_foreign_key_is_used_when_both_accounts_allow() {
    let world = World::new().await;
    let actions = json!(["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:GetKey*", "kms:EnableKey"]);
    let policy = allow_to(&format!("arn:aws:iam::{STRANGER}:root"), actions, json!({}));
    let key = world.key_with(&root(ACCOUNT), Some(policy)).await;
    let arn = key_arn(ACCOUNT, &key);
    let friend = admin(STRANGER, "bob");
    let blob = world.encrypt(&friend, &arn).await.unwrap();
    assert_eq!(code(world.decrypt(&friend, None, &blob).await), "success");
    let describe = DescribeKeyRequest { grant_tokens: None, key_id: arn.clone() };
    let metadata = world.call::<DescribeKey>(&friend, describe).await.unwrap().key_metadata.unwrap();
    assert_eq!(metadata.aws_account_id.as_deref(), Some(ACCOUNT));
    let status = GetKeyRotationStatusRequest { key_id: arn.clone() };
    assert_eq!(code(world.call::<GetKeyRotationStatus>(&friend, status).await), "success");
    // Not without the caller's own account, not by a key id alone, and only what AWS lets out of an account.
    let idle = user(STRANGER, "eve", allow("kms:Decrypt", json!({})));
    assert_eq!(code(world.encrypt(&idle, &arn).await), "AccessDeniedException");
    assert_eq!(code(world.encrypt(&friend, &key).await), "NotFoundException");
    let enable = EnableKeyRequest { key_id: arn.clone() };
    assert_eq!(code(world.call::<EnableKey>(&friend, enable).await), "AccessDeniedException");
    let policy = GetKeyPolicyRequest { key_id: arn, policy_name: None };
    assert_eq!(code(world.call::<GetKeyPolicy>(&friend, policy).await), "AccessDeniedException");
}

#[tokio::test]
async fn missing_is_told_to_the_owner_and_forbidden_to_strangers() {
    let world = World::new().await;
    let (owner, stranger) = (root(ACCOUNT), admin(STRANGER, "eve"));
    let key = world.key().await;
    let (arn, missing) = (key_arn(ACCOUNT, &key), key_arn(ACCOUNT, MISSING));
    assert_eq!(
        fault(world.encrypt(&owner, MISSING).await),
        format!("NotFoundException: Key '{missing}' does not exist")
    );
    assert_eq!(
        fault(world.encrypt(&owner, "alias/none").await),
        format!("NotFoundException: Alias arn:aws:kms:{REGION}:{ACCOUNT}:alias/none is not found.")
    );
    assert_eq!(fault(world.encrypt(&owner, "none").await), "NotFoundException: Invalid keyId 'none'");
    assert_eq!(
        fault(world.call_in::<Encrypt>("us-east-1", &owner, encrypt(&arn, &[])).await),
        format!("NotFoundException: Invalid arn {REGION}")
    );
    // To a stranger there is no difference but the name that was asked for.
    let forbidden = fault(world.encrypt(&stranger, &arn).await);
    assert!(forbidden.starts_with("AccessDeniedException: "), "{forbidden}");
    assert_eq!(fault(world.encrypt(&stranger, &missing).await), forbidden.replace(&key, MISSING));

    // An alias tells neither that it exists nor where it leads, whatever the caller's own policies say.
    world.alias(&owner, "alias/app", &key).await;
    let alias = |name: &str| format!("arn:aws:kms:{REGION}:{ACCOUNT}:alias/{name}");
    for stranger in [stranger, user(STRANGER, "bob", allow("kms:List*", json!({})))] {
        let forbidden = fault(world.encrypt(&stranger, &alias("app")).await);
        assert!(forbidden.starts_with("AccessDeniedException: "), "{forbidden}");
        assert_eq!(fault(world.encrypt(&stranger, &alias("none")).await), forbidden.replace("/app", "/none"));
    }

    // The ciphertext of a key in another region or of a key that is gone.
    let blob = world.encrypt(&owner, &key).await.unwrap();
    let answer = world.call_in::<Decrypt>("us-east-1", &owner, decrypt(None, &blob, &[])).await;
    assert_eq!(code(answer), "AccessDeniedException");
    let other = World::new().await;
    assert_eq!(code(other.decrypt(&owner, None, &blob).await), "AccessDeniedException");
}

#[tokio::test]
async fn calls_are_recorded_without_their_secrets() {
    let world = World::new().await;
    let owner = root(ACCOUNT);
    let key = world.key().await;
    let blob = world.encrypt(&owner, &key).await.unwrap();
    world.decrypt(&owner, None, &blob).await.unwrap();
    let _denied = world.decrypt(&admin(STRANGER, "eve"), None, &blob).await;
    let records = world.records();
    let names: Vec<_> = records.iter().map(|record| record["eventName"].as_str().unwrap()).collect();
    assert_eq!(names, ["CreateKey", "Encrypt", "Decrypt", "Decrypt"]);
    for record in &records[1..] {
        assert_eq!(record["resources"][0]["ARN"], key_arn(ACCOUNT, &key));
        assert_eq!(record["resources"][0]["type"], "AWS::KMS::Key");
        assert!(!record.to_string().contains("c2VjcmV0"));
    }
    assert_eq!(records[3]["errorCode"], "AccessDeniedException");
}
