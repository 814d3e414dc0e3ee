//! Centralized root access: sessions of the roots of member accounts.

use std::time::Duration;

use aws_model::iam::*;
use aws_model::organizations as org;
use aws_model::sts::{
    AssumeRoot, AssumeRootRequest, GetCallerIdentity, GetCallerIdentityRequest, PolicyDescriptorType,
};
use gate::Fault;
use serde_json::json;

use crate::support::*;

const AUDIT: &str = "IAMAuditRootUserCredentials";
const DELETE: &str = "IAMDeleteRootUserCredentials";

fn task(account: &str, name: &str) -> AssumeRootRequest {
    AssumeRootRequest {
        target_principal: account.into(),
        task_policy_arn: PolicyDescriptorType {
            arn: Some(format!("arn:aws:iam::aws:policy/root-task/{name}")),
        },
        ..Default::default()
    }
}

async fn assume_root(world: &World, caller: &Keys, input: AssumeRootRequest) -> Result<Keys, Fault> {
    let made = world.call::<AssumeRoot>(caller, input).await?.credentials.unwrap();
    Ok(Keys { id: made.access_key_id, secret: made.secret_access_key, token: Some(made.session_token) })
}

/// An organization with centralized root access, a member account, and keys of its administrator.
async fn with_member() -> (World, String, Keys) {
    let world = World::new().await;
    let input = org::CreateAccountRequest {
        account_name: "member".to_owned().into(),
        email: "member@example.com".to_owned().into(),
        iam_user_access_to_billing: None,
        role_name: None,
        tags: None,
    };
    let made = world.call::<org::CreateAccount>(&world.admin, input).await.unwrap();
    let member = made.create_account_status.unwrap().account_id.unwrap();
    enable(&world).await;
    let role = format!("arn:aws:iam::{member}:role/OrganizationAccountAccessRole");
    let inside = world.assume(&world.admin, assume(&role, "setup")).await.unwrap();
    (world, member, inside)
}

async fn enable(world: &World) {
    let input = EnableOrganizationsRootCredentialsManagementRequest {};
    world.call::<EnableOrganizationsRootCredentialsManagement>(&world.admin, input).await.unwrap();
}

/// The access keys of the account's root, as its session sees them.
async fn list_keys(world: &World, keys: &Keys) -> Result<Vec<String>, Fault> {
    let listed = world.call::<ListAccessKeys>(keys, ListAccessKeysRequest::default()).await?;
    Ok(listed.access_key_metadata.into_iter().filter_map(|key| key.access_key_id).collect())
}

#[tokio::test]
async fn features_are_enabled_and_disabled_by_the_management_account() {
    let world = World::new().await;
    let listed =
        || world.call::<ListOrganizationsFeatures>(&world.admin, ListOrganizationsFeaturesRequest {});
    let before = listed().await.unwrap();
    assert_eq!(before.enabled_features, Some(Vec::new()));
    enable(&world).await;
    enable(&world).await;
    let input = EnableOrganizationsRootSessionsRequest {};
    let both = world.call::<EnableOrganizationsRootSessions>(&world.admin, input).await.unwrap();
    let all = vec![FeatureType::RootCredentialsManagement, FeatureType::RootSessions];
    assert_eq!((both.enabled_features.as_ref(), both.organization_id), (Some(&all), before.organization_id));
    let input = DisableOrganizationsRootCredentialsManagementRequest {};
    world.call::<DisableOrganizationsRootCredentialsManagement>(&world.admin, input).await.unwrap();
    assert_eq!(listed().await.unwrap().enabled_features, Some(vec![FeatureType::RootSessions]));
    let input = DisableOrganizationsRootSessionsRequest {};
    let none = world.call::<DisableOrganizationsRootSessions>(&world.admin, input).await.unwrap();
    assert_eq!(none.enabled_features, Some(Vec::new()));
}

#[tokio::test]
async fn members_do_not_decide_on_root_access() {
    let (world, _, inside) = with_member().await;
    let input = EnableOrganizationsRootSessionsRequest {};
    let refused = refusal(world.call::<EnableOrganizationsRootSessions>(&inside, input).await);
    assert_eq!(refused.0, "CallerIsNotManagementAccountException");
    let input = DisableOrganizationsRootSessionsRequest {};
    let refused = refusal(world.call::<DisableOrganizationsRootSessions>(&inside, input).await);
    assert_eq!(refused.0, "AccountNotManagementOrDelegatedAdministratorException");
    let input = ListOrganizationsFeaturesRequest {};
    let refused = refusal(world.call::<ListOrganizationsFeatures>(&inside, input).await);
    assert_eq!(refused.0, "AccountNotManagementOrDelegatedAdministratorException");
}

#[tokio::test]
async fn the_credentials_of_a_members_root_are_seen_and_deleted() {
    let (world, member, _) = with_member().await;
    let made = world
        .call_as::<CreateAccessKey>(&root(&member), CreateAccessKeyRequest { user_name: None })
        .await
        .unwrap()
        .access_key;
    let old = Keys { id: made.access_key_id, secret: made.secret_access_key, token: None };
    assert!(world.whoami(&old).await.is_ok());
    let audit = assume_root(&world, &world.admin, task(&member, AUDIT)).await.unwrap();
    let who = world.call::<GetCallerIdentity>(&audit, GetCallerIdentityRequest {}).await.unwrap();
    assert_eq!(who.arn.unwrap(), format!("arn:aws:iam::{member}:root"));
    assert_eq!(who.user_id.unwrap(), member);
    assert_eq!(list_keys(&world, &audit).await.unwrap(), std::slice::from_ref(&old.id));
    // The task limits the root.
    let delete = || DeleteAccessKeyRequest { access_key_id: old.id.clone(), user_name: None };
    let (code, text) = refusal(world.call::<DeleteAccessKey>(&audit, delete()).await);
    assert_eq!(code, "AccessDenied");
    assert!(text.ends_with("because no session policy allows the iam:DeleteAccessKey action"), "{text}");
    let users = world.call::<ListUsers>(&audit, ListUsersRequest::default()).await;
    assert_eq!(refusal(users).0, "AccessDenied");
    let deleting = assume_root(&world, &world.admin, task(&format!("arn:aws:iam::{member}:root"), DELETE))
        .await
        .unwrap();
    world.call::<DeleteAccessKey>(&deleting, delete()).await.unwrap();
    assert_eq!(world.whoami(&old).await, Err("InvalidClientTokenId"));
    let record =
        world.records().into_iter().rfind(|record| record["eventName"] == "DeleteAccessKey").unwrap();
    assert_eq!(record["userIdentity"]["type"], "Root");
    assert_eq!(record["userIdentity"]["accountId"], member);
    assert_eq!(record["userIdentity"]["sessionContext"]["assumedRoot"], "true");
}

#[tokio::test]
async fn only_who_may_in_the_management_account_assumes_a_root() {
    let (world, member, inside) = with_member().await;
    let ann = world.user("ann", Some(allow("iam:*"))).await;
    let (code, text) = refusal(assume_root(&world, &ann, task(&member, AUDIT)).await.map(drop));
    assert!(code == "AccessDenied" && text.contains("sts:AssumeRoot"), "{text}");
    // By account and by task.
    let mut policy = allow_on("sts:AssumeRoot", &format!("arn:aws:iam::{member}:root"));
    policy["Statement"][0]["Condition"] = json!({
        "StringEquals": {"sts:TaskPolicyArn": format!("arn:aws:iam::aws:policy/root-task/{AUDIT}")},
    });
    world.put_user_policy("ann", "p", policy).await;
    assume_root(&world, &ann, task(&member, AUDIT)).await.unwrap();
    assert_eq!(refusal(assume_root(&world, &ann, task(&member, DELETE)).await.map(drop)).0, "AccessDenied");
    // Neither the management account's own root, nor an account of nobody, nor from a member account.
    for (caller, target) in [(&world.admin, ACCOUNT), (&world.admin, OTHER), (&inside, member.as_str())] {
        let (code, _) = refusal(assume_root(&world, caller, task(target, AUDIT)).await.map(drop));
        assert_eq!(code, "AccessDenied", "{target}");
    }
    let as_root = world.root_keys().await;
    let refused = refusal(assume_root(&world, &as_root, task(&member, AUDIT)).await.map(drop));
    assert_eq!(refused.1, "Cannot call AssumeRoot with root user credentials");
    for (target, arn) in [
        (member.as_str(), "arn:aws:iam::aws:policy/AdministratorAccess"),
        (member.as_str(), "arn:aws:iam::aws:policy/root-task/Own"),
        ("not-an-account", "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"),
    ] {
        let input = AssumeRootRequest {
            task_policy_arn: PolicyDescriptorType { arn: Some(arn.into()) },
            ..task(target, AUDIT)
        };
        assert_eq!(refusal(assume_root(&world, &world.admin, input).await.map(drop)).0, "ValidationError");
    }
}

#[tokio::test]
async fn a_task_needs_its_feature() {
    let (world, member, _) = with_member().await;
    let (code, text) =
        refusal(assume_root(&world, &world.admin, task(&member, "S3UnlockBucketPolicy")).await.map(drop));
    assert!(code == "AccessDenied" && text.contains("EnableOrganizationsRootSessions"), "{text}");
    let input = EnableOrganizationsRootSessionsRequest {};
    world.call::<EnableOrganizationsRootSessions>(&world.admin, input).await.unwrap();
    for name in ["S3UnlockBucketPolicy", "SQSUnlockQueuePolicy", "IAMCreateRootUserPassword"] {
        let session = assume_root(&world, &world.admin, task(&member, name)).await.unwrap();
        assert!(world.whoami(&session).await.is_ok());
        assert_eq!(refusal(list_keys(&world, &session).await).0, "AccessDenied");
    }
    let input = DisableOrganizationsRootCredentialsManagementRequest {};
    world.call::<DisableOrganizationsRootCredentialsManagement>(&world.admin, input).await.unwrap();
    let (code, text) = refusal(assume_root(&world, &world.admin, task(&member, AUDIT)).await.map(drop));
    assert!(code == "AccessDenied" && text.contains("RootCredentialsManagement"), "{text}");
}

#[tokio::test]
async fn a_session_of_a_root_is_short_and_under_the_organizations_policies() {
    let (world, member, _) = with_member().await;
    let short = AssumeRootRequest { duration_seconds: Some(60), ..task(&member, AUDIT) };
    let short = assume_root(&world, &world.admin, short).await.unwrap();
    let long = assume_root(&world, &world.admin, task(&member, AUDIT)).await.unwrap();
    let too_long = AssumeRootRequest { duration_seconds: Some(901), ..task(&member, AUDIT) };
    assert_eq!(refusal(assume_root(&world, &world.admin, too_long).await.map(drop)).0, "ValidationError");
    world.clock.advance(Duration::from_secs(60));
    assert_eq!(world.whoami(&short).await, Err("ExpiredToken"));
    list_keys(&world, &long).await.unwrap();
    // It can be told by its key, and so forbidden.
    let content = json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Deny", "Action": "iam:ListAccessKeys", "Resource": "*",
        "Condition": {"Bool": {"aws:AssumedRoot": "true"}},
    }]});
    let input = org::CreatePolicyRequest {
        content: content.to_string(),
        description: String::new(),
        name: "NoAudit".into(),
        tags: None,
        r#type: org::PolicyType::ServiceControlPolicy,
    };
    let made = world.call::<org::CreatePolicy>(&world.admin, input).await.unwrap();
    let policy_id = made.policy.unwrap().policy_summary.unwrap().id.unwrap();
    let input = org::AttachPolicyRequest { policy_id, target_id: member.clone() };
    world.call::<org::AttachPolicy>(&world.admin, input).await.unwrap();
    let (code, text) = refusal(list_keys(&world, &long).await);
    assert_eq!(code, "AccessDenied");
    assert!(text.ends_with("with an explicit deny in a service control policy"), "{text}");
    // Nothing but its task: no other session, no role.
    let refused = refusal(assume_root(&world, &long, task(&member, AUDIT)).await.map(drop));
    assert_eq!(refused.1, "Cannot call AssumeRoot with root user credentials");
    world.clock.advance(Duration::from_secs(840));
    assert_eq!(world.whoami(&long).await, Err("ExpiredToken"));
}

#[tokio::test]
async fn the_root_of_a_closed_account_is_not_assumed() {
    let (world, member, _) = with_member().await;
    let session = assume_root(&world, &world.admin, task(&member, AUDIT)).await.unwrap();
    let input = org::CloseAccountRequest { account_id: member.clone() };
    world.call::<org::CloseAccount>(&world.admin, input).await.unwrap();
    assert_eq!(world.whoami(&session).await, Err("InvalidClientTokenId"));
    assert_eq!(
        refusal(assume_root(&world, &world.admin, task(&member, AUDIT)).await.map(drop)).0,
        "AccessDenied"
    );
}
