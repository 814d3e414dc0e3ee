//! Roles, their trust policies and their inline policies.

use crate::support::*;
use aws_model::iam::*;
use serde_json::json;

#[tokio::test]
async fn a_role_is_made_found_listed_changed_and_deleted() {
    let world = World::new().await;
    let input = CreateRoleRequest {
        path: Some("/team/".into()),
        description: Some("for apps".into()),
        max_session_duration: Some(7200),
        tags: tags(&[("Cost", "1")]),
        ..new_role("App", &trust(ACCOUNT))
    };
    let made = world.call::<CreateRole>(&world.admin, input).await.unwrap().role;
    assert_eq!(made.arn, role_arn("team/App"));
    assert!(made.role_id.starts_with("AROA") && made.role_id.len() == 21);
    assert_eq!((made.max_session_duration, made.description.as_deref()), (Some(7200), Some("for apps")));
    assert!(made.assume_role_policy_document.unwrap().starts_with("%7B%22"));
    let found = world.call::<GetRole>(&world.admin, get_role("App")).await.unwrap().role;
    assert_eq!((found.role_id, found.tags.unwrap().len()), (made.role_id, 1));
    let input = ListRolesRequest { path_prefix: Some("/team/".into()), ..Default::default() };
    let listed = world.call::<ListRoles>(&world.admin, input).await.unwrap();
    assert!(listed.roles.len() == 1 && listed.roles[0].tags.is_none());
    let input =
        UpdateAssumeRolePolicyRequest { policy_document: trust("*").to_string(), role_name: "App".into() };
    world.call::<UpdateAssumeRolePolicy>(&world.admin, input).await.unwrap();
    let found = world.call::<GetRole>(&world.admin, get_role("App")).await.unwrap().role;
    assert!(found.assume_role_policy_document.unwrap().contains("%22AWS%22%3A%22%2A%22"));
    world.delete_role("App").await;
    let gone = refusal(world.call::<GetRole>(&world.admin, get_role("App")).await);
    assert_eq!(gone, ("NoSuchEntity", "The role with name App cannot be found.".into()));
}

#[tokio::test]
async fn bad_input_is_refused() {
    let world = World::new().await;
    let refused = async |input| refusal(world.call::<CreateRole>(&world.admin, input).await);
    let plain = || new_role("App", &trust(ACCOUNT));
    world.call::<CreateRole>(&world.admin, plain()).await.unwrap();
    let taken = refused(new_role("APP", &trust(ACCOUNT))).await;
    assert_eq!(taken, ("EntityAlreadyExists", "Role with name APP already exists.".into()));
    for duration in [3599, 43_201] {
        let input =
            CreateRoleRequest { max_session_duration: Some(duration), ..new_role("B", &trust(ACCOUNT)) };
        assert_eq!(refused(input).await.0, "ValidationError", "{duration}");
    }
    let boundary = Some(policy_arn("None"));
    let input = CreateRoleRequest { permissions_boundary: boundary, ..new_role("B", &trust(ACCOUNT)) };
    assert_eq!(refused(input).await.0, "NoSuchEntity");
    assert_eq!(refused(new_role("B", &allow("sts:AssumeRole"))).await.0, "MalformedPolicyDocument");
    assert_eq!(refused(new_role("B", &json!("text"))).await.0, "MalformedPolicyDocument");
    let mut long = trust(ACCOUNT);
    long["Statement"][0]["Principal"]["AWS"] = json!(vec![ACCOUNT; 200]);
    let text = "Cannot exceed quota for ACLSizePerRole: 2048";
    assert_eq!(refused(new_role("B", &long)).await, ("LimitExceeded", text.into()));
}

#[tokio::test]
async fn whom_a_trust_policy_names_must_exist() {
    let world = World::new().await;
    world.user("ann", None).await;
    world.role("Known", trust(ACCOUNT), None).await;
    let known = [
        ACCOUNT.to_owned(),
        format!("arn:aws:iam::{ACCOUNT}:root"),
        user_arn("ann"),
        role_arn("Known"),
        format!("arn:aws:sts::{ACCOUNT}:assumed-role/Known/any"),
        "*".to_owned(),
    ];
    for (at, principal) in known.iter().enumerate() {
        world.role(&format!("R{at}"), trust(principal), None).await;
    }
    let unknown = [
        OTHER.to_owned(),
        format!("arn:aws:iam::{OTHER}:root"),
        user_arn("bob"),
        user_arn("path/ann"),
        role_arn("known"),
        format!("arn:aws:sts::{ACCOUNT}:assumed-role/Unknown/any"),
        "AROAABCDEFGHIJKLMNOPQ".to_owned(),
    ];
    for principal in unknown {
        let (code, text) =
            refusal(world.call::<CreateRole>(&world.admin, new_role("X", &trust(&principal))).await);
        assert_eq!(code, "MalformedPolicyDocument");
        assert_eq!(text, format!("Invalid principal in policy: \"AWS\":\"{principal}\""));
        let policy_document = trust(&principal).to_string();
        let input = UpdateAssumeRolePolicyRequest { policy_document, role_name: "Known".into() };
        let refused = refusal(world.call::<UpdateAssumeRolePolicy>(&world.admin, input).await);
        assert_eq!(refused.0, "MalformedPolicyDocument");
    }
}

#[tokio::test]
async fn trust_does_not_pass_to_a_successor_of_the_same_name() {
    let world = World::new().await;
    world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap();
    world.role("App", trust(&user_arn("ann")), None).await;
    let old =
        world.call::<GetUser>(&world.admin, GetUserRequest { user_name: Some("ann".into()) }).await.unwrap();
    world.call::<DeleteUser>(&world.admin, DeleteUserRequest { user_name: "ann".into() }).await.unwrap();
    let role = world.call::<GetRole>(&world.admin, get_role("App")).await.unwrap().role;
    assert!(role.assume_role_policy_document.unwrap().contains(&old.user.user_id));
    let new = world.user("ann", Some(allow("sts:*"))).await;
    assert_eq!(refusal(world.assume(&new, assume(&role_arn("App"), "s1")).await).0, "AccessDenied");
    // Everywhere the policy is shown with the unique id; it cannot be set again like that, but with the name of the successor.
    let listed = world.call::<ListRoles>(&world.admin, ListRolesRequest::default()).await.unwrap().roles;
    let app = listed.into_iter().find(|role| role.role_name == "App").unwrap();
    assert!(app.assume_role_policy_document.unwrap().contains(&old.user.user_id));
    let update = |principal: &str| UpdateAssumeRolePolicyRequest {
        policy_document: trust(principal).to_string(),
        role_name: "App".into(),
    };
    let stale = refusal(world.call::<UpdateAssumeRolePolicy>(&world.admin, update(&old.user.user_id)).await);
    assert_eq!(stale.0, "MalformedPolicyDocument");
    world.call::<UpdateAssumeRolePolicy>(&world.admin, update(&user_arn("ann"))).await.unwrap();
    world.assume(&new, assume(&role_arn("App"), "s1")).await.unwrap();
}

#[tokio::test]
async fn a_role_tells_when_its_sessions_last_did_something() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("sts:*"))).await;
    let arn = world.role("App", trust(ACCOUNT), None).await;
    let last = async |iam| {
        let found = world.call_on::<GetRole>(iam, &world.admin, get_role("App")).await.unwrap().role;
        let last = found.role_last_used.unwrap();
        (last.last_used_date, last.region)
    };
    assert_eq!(last(&world.iam).await, (None, None));
    for name in ["s1", "s2"] {
        let session = world.assume(&ann, assume(&arn, name)).await.unwrap();
        world.used(&session, "eu-west-1", "kms", START).await;
    }
    let used = (Some(START), Some("eu-west-1".to_owned()));
    assert_eq!(last(&world.iam).await, used);
    for duty in iam::duties(&world.iam) {
        world.gate.perform(&*duty).await.unwrap();
    }
    let again = service(&world.store);
    assert_eq!(last(&again).await, used);
    // A role of the same name has not done it.
    world.delete_role("App").await;
    world.role("App", trust(ACCOUNT), None).await;
    assert_eq!(last(&world.iam).await, (None, None));
}

#[tokio::test]
async fn trust_follows_a_user_to_another_name() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("sts:*"))).await;
    world.role("App", trust(&user_arn("ann")), None).await;
    let rename = UpdateUserRequest {
        new_path: Some("/a\"b/".into()),
        new_user_name: Some("anna".into()),
        user_name: "ann".into(),
    };
    world.call::<UpdateUser>(&world.admin, rename).await.unwrap();
    world.assume(&ann, assume(&role_arn("App"), "s1")).await.unwrap();
    let role = world.call::<GetRole>(&world.admin, get_role("App")).await.unwrap().role;
    let shown = role.assume_role_policy_document.unwrap();
    assert!(shown.contains("user%2Fa%5C%22b%2Fanna"), "{shown}");
    // Who has the old name now is somebody else.
    let new = world.user("ann", Some(allow("sts:*"))).await;
    assert_eq!(refusal(world.assume(&new, assume(&role_arn("App"), "s1")).await).0, "AccessDenied");
    world.assume(&ann, assume(&role_arn("App"), "s1")).await.unwrap();
}

#[tokio::test]
async fn trust_in_a_session_does_not_pass_to_a_successor_of_its_role() {
    let world = World::new().await;
    let trusting_user = || trust(&user_arn("admin"));
    let may_assume = || Some(allow("sts:*"));
    let old = world.role("Door", trusting_user(), may_assume()).await;
    let session_arn = format!("arn:aws:sts::{ACCOUNT}:assumed-role/Door/s1");
    let mut trusted = trust(&session_arn);
    trusted["Statement"][0]["Principal"]["AWS"] = json!([session_arn, role_arn("Door")]);
    world.role("App", trusted, None).await;
    let session = world.assume(&world.admin, assume(&old, "s1")).await.unwrap();
    world.assume(&session, assume(&role_arn("App"), "s2")).await.unwrap();
    let role_id = world.call::<GetRole>(&world.admin, get_role("Door")).await.unwrap().role.role_id;
    world.delete_role("Door").await;
    let new = world.role("Door", trusting_user(), may_assume()).await;
    let session = world.assume(&world.admin, assume(&new, "s1")).await.unwrap();
    let refused = refusal(world.assume(&session, assume(&role_arn("App"), "s2")).await);
    assert_eq!(refused.0, "AccessDenied");
    let app = world.call::<GetRole>(&world.admin, get_role("App")).await.unwrap().role;
    assert_eq!(app.assume_role_policy_document.unwrap().matches(&role_id).count(), 2);
}

#[tokio::test]
async fn inline_policies_of_roles() {
    let world = World::new().await;
    world.role("App", trust(ACCOUNT), Some(allow("s3:*"))).await;
    let delete = DeleteRoleRequest { role_name: "App".into() };
    let refused = refusal(world.call::<DeleteRole>(&world.admin, delete).await);
    assert_eq!(refused, ("DeleteConflict", "Cannot delete entity, must delete policies first.".into()));
    let get = |name: &str| GetRolePolicyRequest { policy_name: name.into(), role_name: "App".into() };
    let found = world.call::<GetRolePolicy>(&world.admin, get("p")).await.unwrap();
    assert_eq!((found.role_name.as_str(), found.policy_name.as_str()), ("App", "p"));
    let missing = refusal(world.call::<GetRolePolicy>(&world.admin, get("q")).await);
    assert_eq!(missing, ("NoSuchEntity", "The role policy with name q cannot be found.".into()));
    let put = async |role: &str, document: String| {
        let (policy_name, role_name) = ("q".into(), role.into());
        let input = PutRolePolicyRequest { policy_document: document, policy_name, role_name };
        world.call::<PutRolePolicy>(&world.admin, input).await
    };
    put("App", allow(vec!["s3:GetObject"; 500]).to_string()).await.unwrap();
    let text = "Maximum policy size of 10240 bytes exceeded for role App";
    let long = allow(vec!["s3:GetObject"; 700]).to_string();
    assert_eq!(refusal(put("App", long).await), ("LimitExceeded", text.into()));
    assert_eq!(refusal(put("App", "[]".into()).await).0, "MalformedPolicyDocument");
    assert_eq!(refusal(put("Nobody", allow("s3:*").to_string()).await).0, "NoSuchEntity");
}

fn get_role(name: &str) -> GetRoleRequest {
    GetRoleRequest { role_name: name.into() }
}
