//! Permissions boundaries.

use crate::support::*;
use aws_model::iam::*;
use serde_json::json;

#[tokio::test]
async fn a_boundary_limits_a_user_from_its_change_on() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("iam:*"))).await;
    let arn = world.policy("Bound", allow("iam:GetUser")).await;
    world.call::<ListUsers>(&ann, Default::default()).await.unwrap();
    world.bound_user("ann", &arn).await.unwrap();
    world.call::<GetUser>(&ann, Default::default()).await.unwrap();
    let (code, text) = refusal(world.call::<ListUsers>(&ann, Default::default()).await);
    assert!(code == "AccessDenied", "{code}");
    assert!(text.ends_with("because no permissions boundary allows the iam:ListUsers action"), "{text}");
    let input = GetUserRequest { user_name: Some("ann".into()) };
    let shown = world.call::<GetUser>(&world.admin, input).await.unwrap().user.permissions_boundary.unwrap();
    assert_eq!(shown.permissions_boundary_arn, Some(arn.clone()));
    let version = CreatePolicyVersionRequest {
        policy_arn: arn.clone(),
        policy_document: allow("iam:*").to_string(),
        set_as_default: Some(true),
    };
    world.call::<CreatePolicyVersion>(&world.admin, version).await.unwrap();
    world.call::<ListUsers>(&ann, Default::default()).await.unwrap();
    // As long as somebody has it for a boundary, it stays.
    let version = DeletePolicyVersionRequest { policy_arn: arn.clone(), version_id: "v1".into() };
    world.call::<DeletePolicyVersion>(&world.admin, version).await.unwrap();
    let delete = || DeletePolicyRequest { policy_arn: arn.clone() };
    assert_eq!(refusal(world.call::<DeletePolicy>(&world.admin, delete()).await).0, "DeleteConflict");
    let unbound = || DeleteUserPermissionsBoundaryRequest { user_name: "ann".into() };
    world.call::<DeleteUserPermissionsBoundary>(&world.admin, unbound()).await.unwrap();
    assert_eq!(
        refusal(world.call::<DeleteUserPermissionsBoundary>(&world.admin, unbound()).await).0,
        "NoSuchEntity"
    );
    world.call::<DeletePolicy>(&world.admin, delete()).await.unwrap();
}

#[tokio::test]
async fn a_boundary_limits_the_sessions_of_a_role() {
    let world = World::new().await;
    world.role("App", trust(&user_arn("admin")), Some(allow("iam:*"))).await;
    let session = world.assume(&world.admin, assume(&role_arn("App"), "s1")).await.unwrap();
    world.call::<ListUsers>(&session, Default::default()).await.unwrap();
    let missing = PutRolePermissionsBoundaryRequest {
        permissions_boundary: policy_arn("None"),
        role_name: "App".into(),
    };
    let refused = refusal(world.call::<PutRolePermissionsBoundary>(&world.admin, missing).await);
    let text = format!("Scope ARN: {} does not exist or is not attachable.", policy_arn("None"));
    assert_eq!(refused, ("NoSuchEntity", text));
    let arn = world.policy("Bound", allow("s3:*")).await;
    let bound = PutRolePermissionsBoundaryRequest { permissions_boundary: arn, role_name: "App".into() };
    world.call::<PutRolePermissionsBoundary>(&world.admin, bound).await.unwrap();
    assert_eq!(refusal(world.call::<ListUsers>(&session, Default::default()).await).0, "AccessDenied");
    let role =
        world.call::<GetRole>(&world.admin, GetRoleRequest { role_name: "App".into() }).await.unwrap().role;
    assert!(role.permissions_boundary.is_some());
    let unbound = DeleteRolePermissionsBoundaryRequest { role_name: "App".into() };
    world.call::<DeleteRolePermissionsBoundary>(&world.admin, unbound).await.unwrap();
    world.call::<ListUsers>(&session, Default::default()).await.unwrap();
}

/// A delegated administrator makes users with one boundary only, and does not take it from them.
#[tokio::test]
async fn administration_is_delegated_with_a_boundary() {
    let world = World::new().await;
    let arn = world.policy("Bound", allow("s3:*")).await;
    let mut policy = allow(vec!["iam:CreateUser", "iam:PutUserPolicy", "iam:PutUserPermissionsBoundary"]);
    policy["Statement"][0]["Condition"] = json!({"StringEquals": {"iam:PermissionsBoundary": arn}});
    let maker = world.user("maker", Some(policy)).await;
    let bounded = CreateUserRequest { permissions_boundary: Some(arn.clone()), ..new_user("ann") };
    world.call::<CreateUser>(&maker, bounded).await.unwrap();
    assert_eq!(refusal(world.call::<CreateUser>(&maker, new_user("bob")).await).0, "AccessDenied");
    let put = |name: &str| PutUserPolicyRequest {
        policy_document: allow("*").to_string(),
        policy_name: "p".into(),
        user_name: name.into(),
    };
    world.call::<PutUserPolicy>(&maker, put("ann")).await.unwrap();
    assert_eq!(refusal(world.call::<PutUserPolicy>(&maker, put("admin")).await).0, "AccessDenied");
    let other = PutUserPermissionsBoundaryRequest {
        permissions_boundary: "arn:aws:iam::aws:policy/AdministratorAccess".into(),
        user_name: "ann".into(),
    };
    assert_eq!(refusal(world.call::<PutUserPermissionsBoundary>(&maker, other).await).0, "AccessDenied");
    // A user who is deleted does not hold the policy any longer.
    let gone = DeleteUserPolicyRequest { policy_name: "p".into(), user_name: "ann".into() };
    world.call::<DeleteUserPolicy>(&world.admin, gone).await.unwrap();
    world.call::<DeleteUser>(&world.admin, DeleteUserRequest { user_name: "ann".into() }).await.unwrap();
    world.call::<DeletePolicy>(&world.admin, DeletePolicyRequest { policy_arn: arn }).await.unwrap();
}
