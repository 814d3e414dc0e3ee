//! Managed policies: their versions, to whom they are attached, and what they decide.

use crate::support::*;
use aws_model::iam::*;

const ADMINISTRATOR: &str = "arn:aws:iam::aws:policy/AdministratorAccess";

#[tokio::test]
async fn a_policy_is_made_found_and_deleted() {
    let world = World::new().await;
    let input = CreatePolicyRequest {
        description: Some("reads".into()),
        path: Some("/team/".into()),
        tags: tags(&[("Cost", "1")]),
        ..new_policy("Read", &allow("s3:Get*"))
    };
    let made = world.call::<CreatePolicy>(&world.admin, input).await.unwrap().policy.unwrap();
    let arn = made.arn.unwrap();
    assert_eq!(arn, policy_arn("team/Read"));
    let id = made.policy_id.unwrap();
    assert!(id.starts_with("ANPA") && id.len() == 21);
    let found = world.call::<GetPolicy>(&world.admin, get(&arn)).await.unwrap().policy.unwrap();
    assert_eq!(
        (found.description.as_deref(), found.default_version_id.as_deref()),
        (Some("reads"), Some("v1"))
    );
    assert_eq!((found.attachment_count, found.tags.unwrap().len()), (Some(0), 1));
    // The path is part of the ARN, and not of what must be free.
    let missing = refusal(world.call::<GetPolicy>(&world.admin, get(&policy_arn("Read"))).await);
    assert_eq!(missing, ("NoSuchEntity", format!("Policy {} was not found.", policy_arn("Read"))));
    let refused = refusal(world.call::<CreatePolicy>(&world.admin, new_policy("READ", &allow("*"))).await);
    let text = "A policy called READ already exists. Duplicate names are not allowed.";
    assert_eq!(refused, ("EntityAlreadyExists", text.into()));
    let foreign = arn.replace(ACCOUNT, OTHER);
    assert_eq!(refusal(world.call::<GetPolicy>(&world.admin, get(&foreign)).await).0, "NoSuchEntity");
    world.call::<DeletePolicy>(&world.admin, delete(&arn)).await.unwrap();
    assert_eq!(refusal(world.call::<DeletePolicy>(&world.admin, delete(&arn)).await).0, "NoSuchEntity");
}

#[tokio::test]
async fn a_change_counts_for_all_who_have_it_at_once() {
    let world = World::new().await;
    let (ann, bob) = (world.user("ann", None).await, world.user("bob", None).await);
    world.role("App", trust(&user_arn("admin")), None).await;
    let session = world.assume(&world.admin, assume(&role_arn("App"), "s1")).await.unwrap();
    let arn = world.policy("Team", allow("iam:ListUsers")).await;
    world.group("Team", &["bob"]).await;
    world.attach_user("ann", &arn).await.unwrap();
    world.attach_group("Team", &arn).await.unwrap();
    world.attach_role("App", &arn).await.unwrap();
    let all = [&ann, &bob, &session];
    let allowed = async || {
        let mut allowed = Vec::new();
        for keys in all {
            allowed.push(world.call::<ListUsers>(keys, ListUsersRequest::default()).await.is_ok());
        }
        allowed
    };
    assert_eq!(allowed().await, [true; 3]);
    let why =
        world.records().pop().unwrap()["additionalEventData"]["lodge"]["decisions"][0]["reasons"][0].clone();
    assert_eq!(why["policy"], format!("managed policy {arn}"));
    let version = |document: serde_json::Value, set_as_default| CreatePolicyVersionRequest {
        policy_arn: arn.clone(),
        policy_document: document.to_string(),
        set_as_default: Some(set_as_default),
    };
    world.call::<CreatePolicyVersion>(&world.admin, version(allow("s3:*"), false)).await.unwrap();
    assert_eq!(allowed().await, [true; 3]);
    let default =
        |id: &str| SetDefaultPolicyVersionRequest { policy_arn: arn.clone(), version_id: id.into() };
    world.call::<SetDefaultPolicyVersion>(&world.admin, default("v2")).await.unwrap();
    assert_eq!(allowed().await, [false; 3]);
    world.call::<CreatePolicyVersion>(&world.admin, version(allow("iam:*"), true)).await.unwrap();
    assert_eq!(allowed().await, [true; 3]);
    let input = DetachUserPolicyRequest { policy_arn: arn.clone(), user_name: "ann".into() };
    world.call::<DetachUserPolicy>(&world.admin, input.clone()).await.unwrap();
    assert_eq!(allowed().await, [false, true, true]);
    let refused = refusal(world.call::<DetachUserPolicy>(&world.admin, input).await);
    assert_eq!(refused, ("NoSuchEntity", format!("Policy {arn} was not found.")));
}

#[tokio::test]
async fn a_policy_has_five_versions_and_one_default() {
    let world = World::new().await;
    let arn = world.policy("Team", allow("s3:*")).await;
    let another = || {
        let input = CreatePolicyVersionRequest {
            policy_arn: arn.clone(),
            policy_document: allow("s3:*").to_string(),
            set_as_default: None,
        };
        world.call::<CreatePolicyVersion>(&world.admin, input)
    };
    for number in 2..=5 {
        let made = another().await.unwrap().policy_version.unwrap();
        assert_eq!(made.version_id.unwrap(), format!("v{number}"));
        assert_eq!((made.is_default_version, made.document), (Some(false), None));
    }
    let (code, text) = refusal(another().await);
    assert!(
        code == "LimitExceeded" && text.starts_with("A managed policy can have up to 5 versions."),
        "{text}"
    );
    let conflict = refusal(world.call::<DeletePolicy>(&world.admin, delete(&arn)).await);
    assert!(
        conflict.0 == "DeleteConflict" && conflict.1.starts_with("This policy has more than one version.")
    );
    let drop_version = |id: &str| {
        let input = DeletePolicyVersionRequest { policy_arn: arn.clone(), version_id: id.into() };
        world.call::<DeletePolicyVersion>(&world.admin, input)
    };
    let refused = refusal(drop_version("v1").await);
    assert_eq!(refused, ("DeleteConflict", "Cannot delete the default version of a policy.".into()));
    drop_version("v5").await.unwrap();
    // Numbers are not used again.
    assert_eq!(another().await.unwrap().policy_version.unwrap().version_id.unwrap(), "v6");
    let refused = refusal(drop_version("v5").await);
    assert_eq!(refused.1, format!("Policy {arn} version v5 does not exist or is not attachable."));
    let list = |marker| ListPolicyVersionsRequest { marker, max_items: Some(3), policy_arn: arn.clone() };
    let page = world.call::<ListPolicyVersions>(&world.admin, list(None)).await.unwrap();
    let ids = |versions: Option<Vec<PolicyVersion>>| -> Vec<String> {
        versions.unwrap().into_iter().map(|version| version.version_id.unwrap()).collect()
    };
    assert_eq!(ids(page.versions), ["v6", "v4", "v3"]);
    let page = world.call::<ListPolicyVersions>(&world.admin, list(page.marker)).await.unwrap();
    assert_eq!((ids(page.versions), page.marker), (vec!["v2".into(), "v1".into()], None));
    let get = GetPolicyVersionRequest { policy_arn: arn.clone(), version_id: "v1".into() };
    let version = world.call::<GetPolicyVersion>(&world.admin, get).await.unwrap().policy_version.unwrap();
    assert!(version.document.unwrap().starts_with("%7B") && version.is_default_version == Some(true));
}

#[tokio::test]
async fn policies_are_checked() {
    let world = World::new().await;
    let create = async |document: serde_json::Value| {
        refusal(world.call::<CreatePolicy>(&world.admin, new_policy("p", &document)).await)
    };
    assert_eq!(create(serde_json::json!({})).await.0, "MalformedPolicyDocument");
    assert_eq!(create(trust("*")).await.0, "MalformedPolicyDocument");
    let large = create(allow(vec!["s3:GetObject"; 500])).await;
    assert_eq!(large, ("LimitExceeded", "Cannot exceed quota for PolicySize: 6144".into()));
}

#[tokio::test]
async fn awss_policies_are_there_for_all_and_never_change() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    world.attach_user("ann", ADMINISTRATOR).await.unwrap();
    world.call::<ListUsers>(&ann, ListUsersRequest::default()).await.unwrap();
    let why =
        world.records().pop().unwrap()["additionalEventData"]["lodge"]["decisions"][0]["reasons"][0].clone();
    assert_eq!(why["policy"], "managed policy arn:aws:iam::aws:policy/AdministratorAccess");
    let found = world.call::<GetPolicy>(&world.admin, get(ADMINISTRATOR)).await.unwrap().policy.unwrap();
    assert_eq!((found.attachment_count, found.arn.as_deref()), (Some(1), Some(ADMINISTRATOR)));
    for refused in [
        refusal(world.call::<DeletePolicy>(&world.admin, delete(ADMINISTRATOR)).await),
        refusal(
            world
                .call::<CreatePolicyVersion>(
                    &world.admin,
                    CreatePolicyVersionRequest {
                        policy_arn: ADMINISTRATOR.into(),
                        policy_document: allow("*").to_string(),
                        set_as_default: Some(true),
                    },
                )
                .await,
        ),
    ] {
        assert!(refused.0 == "AccessDenied" && refused.1.contains("is a policy of AWS"), "{refused:?}");
    }
    let unknown = "arn:aws:iam::aws:policy/NoSuchPolicy";
    let refused = refusal(world.attach_user("ann", unknown).await);
    assert_eq!(refused, ("NoSuchEntity", format!("Policy {unknown} does not exist or is not attachable.")));
}

#[tokio::test]
async fn what_is_attached_is_listed_counted_and_stays() {
    let world = World::new().await;
    world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap();
    world.role("App", trust(ACCOUNT), None).await;
    world.group("Team", &[]).await;
    let mut arns = Vec::new();
    for number in 0..10 {
        let arn = world.policy(&format!("p{number}"), allow("s3:*")).await;
        world.attach_user("ann", &arn).await.unwrap();
        arns.push(arn);
    }
    world.attach_user("ann", &arns[0]).await.unwrap();
    let refused = refusal(world.attach_user("ann", ADMINISTRATOR).await);
    assert_eq!(refused, ("LimitExceeded", "Cannot exceed quota for PoliciesPerUser: 10".into()));
    world.attach_role("App", &arns[0]).await.unwrap();
    world.attach_group("Team", &arns[0]).await.unwrap();
    world.bound_user("admin", &arns[0]).await.unwrap();
    let unbound = DeleteUserPermissionsBoundaryRequest { user_name: "admin".into() };
    let root = root(ACCOUNT);
    let list = |filter, usage, marker| ListEntitiesForPolicyRequest {
        entity_filter: filter,
        marker,
        max_items: Some(1),
        policy_arn: arns[0].clone(),
        policy_usage_filter: usage,
        ..Default::default()
    };
    let entities = async |filter: Option<EntityType>, usage: Option<PolicyUsageType>| {
        let (mut names, mut marker) = (Vec::new(), None);
        loop {
            let input = list(filter, usage, marker);
            let page = world.call_as::<ListEntitiesForPolicy>(&root, input).await.unwrap();
            names.extend(page.policy_groups.unwrap().into_iter().map(|group| group.group_name.unwrap()));
            names.extend(page.policy_users.unwrap().into_iter().map(|user| user.user_name.unwrap()));
            names.extend(page.policy_roles.unwrap().into_iter().map(|role| role.role_name.unwrap()));
            marker = page.marker;
            if marker.is_none() {
                return names;
            }
        }
    };
    assert_eq!(entities(None, None).await, ["Team", "ann", "App", "admin"]);
    assert_eq!(entities(Some(EntityType::Role), None).await, ["App"]);
    assert_eq!(entities(None, Some(PolicyUsageType::PermissionsBoundary)).await, ["admin"]);
    world.call_as::<DeleteUserPermissionsBoundary>(&root, unbound).await.unwrap();
    let found = world.call::<GetPolicy>(&world.admin, get(&arns[0])).await.unwrap().policy.unwrap();
    assert_eq!((found.attachment_count, found.permissions_boundary_usage_count), (Some(3), Some(0)));
    let conflict = refusal(world.call::<DeletePolicy>(&world.admin, delete(&arns[0])).await);
    assert_eq!(conflict, ("DeleteConflict", "Cannot delete a policy attached to entities.".into()));
    let user = DeleteUserRequest { user_name: "ann".into() };
    let conflict = refusal(world.call::<DeleteUser>(&world.admin, user).await);
    assert_eq!(conflict, ("DeleteConflict", "Cannot delete entity, must detach all policies first.".into()));
    let (mut names, mut marker) = (Vec::new(), None);
    loop {
        let input = ListAttachedUserPoliciesRequest {
            marker,
            max_items: Some(4),
            user_name: "ann".into(),
            ..Default::default()
        };
        let page = world.call::<ListAttachedUserPolicies>(&world.admin, input).await.unwrap();
        names.extend(page.attached_policies.unwrap().into_iter().map(|policy| policy.policy_name.unwrap()));
        marker = page.marker;
        if marker.is_none() {
            break;
        }
    }
    assert_eq!(names, (0..10).map(|number| format!("p{number}")).collect::<Vec<_>>());
}

#[tokio::test]
async fn policies_are_listed_by_scope_path_and_use() {
    let world = World::new().await;
    world.policy("b", allow("s3:*")).await;
    let attached = world.policy("A", allow("s3:*")).await;
    let below = CreatePolicyRequest { path: Some("/x/".into()), ..new_policy("c", &allow("s3:*")) };
    world.call::<CreatePolicy>(&world.admin, below).await.unwrap();
    world.user("ann", None).await;
    world.attach_user("ann", &attached).await.unwrap();
    world.attach_user("ann", ADMINISTRATOR).await.unwrap();
    world.bound_user("ann", &policy_arn("b")).await.unwrap();
    let names = async |input: ListPoliciesRequest| {
        let (mut names, mut marker) = (Vec::new(), None);
        loop {
            let input = ListPoliciesRequest { marker, ..input.clone() };
            let page = world.call::<ListPolicies>(&world.admin, input).await.unwrap();
            names.extend(page.policies.unwrap().into_iter().map(|policy| policy.policy_name.unwrap()));
            marker = page.marker;
            if marker.is_none() {
                return names;
            }
        }
    };
    let all = ListPoliciesRequest { max_items: Some(2), ..Default::default() };
    assert_eq!(names(all.clone()).await.len(), 14);
    let local = ListPoliciesRequest { scope: Some(PolicyScopeType::Local), ..all.clone() };
    assert_eq!(names(local.clone()).await, ["A", "b", "c"]);
    assert_eq!(names(ListPoliciesRequest { path_prefix: Some("/x/".into()), ..all.clone() }).await, ["c"]);
    let attached = ListPoliciesRequest { only_attached: Some(true), ..all.clone() };
    assert_eq!(names(attached).await, ["A", "AdministratorAccess"]);
    let boundaries = ListPoliciesRequest {
        policy_usage_filter: Some(PolicyUsageType::PermissionsBoundary),
        ..all.clone()
    };
    assert_eq!(names(boundaries).await, ["b"]);
    let aws = names(ListPoliciesRequest { scope: Some(PolicyScopeType::Aws), ..all }).await;
    assert!(aws.len() == 11 && aws.contains(&"SecurityAudit".to_owned()), "{aws:?}");
}

#[tokio::test]
async fn which_policy_may_be_attached_is_a_condition() {
    let world = World::new().await;
    world.user("bob", None).await;
    let mut policy = allow("iam:AttachUserPolicy");
    policy["Statement"][0]["Condition"] =
        serde_json::json!({"ArnEquals": {"iam:PolicyARN": policy_arn("Fine")}});
    let ann = world.user("ann", Some(policy)).await;
    let fine = world.policy("Fine", allow("s3:*")).await;
    let attach = |arn: &str| AttachUserPolicyRequest { policy_arn: arn.into(), user_name: "bob".into() };
    world.call::<AttachUserPolicy>(&ann, attach(&fine)).await.unwrap();
    assert_eq!(refusal(world.call::<AttachUserPolicy>(&ann, attach(ADMINISTRATOR)).await).0, "AccessDenied");
}

fn get(arn: &str) -> GetPolicyRequest {
    GetPolicyRequest { policy_arn: arn.into() }
}

fn delete(arn: &str) -> DeletePolicyRequest {
    DeletePolicyRequest { policy_arn: arn.into() }
}
