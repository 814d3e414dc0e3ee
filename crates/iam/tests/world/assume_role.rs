//! Who may assume which role, and what the session is.

use crate::support::*;
use aws_model::iam::{self, GetUser, GetUserRequest, ListRoles, ListRolesRequest};
use aws_model::sts::{AssumeRole, AssumeRoleRequest, ProvidedContext};
use serde_json::json;

#[tokio::test]
async fn a_session_is_of_the_role_and_has_its_permissions() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    let input =
        iam::CreateRoleRequest { path: Some("/team/".into()), ..new_role("App", &trust(&user_arn("ann"))) };
    let role = world.call::<iam::CreateRole>(&world.admin, input).await.unwrap().role;
    world.put_role_policy("App", "p", allow("iam:ListRoles")).await;
    let answer = world.call::<AssumeRole>(&ann, assume(&role.arn, "s1")).await.unwrap();
    let assumed = answer.assumed_role_user.clone().unwrap();
    let session_arn = format!("arn:aws:sts::{ACCOUNT}:assumed-role/App/s1");
    assert_eq!((assumed.arn, assumed.assumed_role_id), (session_arn.clone(), format!("{}:s1", role.role_id)));
    assert_eq!((answer.packed_policy_size, answer.source_identity.clone()), (None, None));
    let credentials = answer.credentials.clone().unwrap();
    assert!(credentials.access_key_id.starts_with("ASIA"));
    assert_eq!(credentials.expiration, START.plus(HOUR));
    let session = session_keys(&answer);
    assert_eq!(world.whoami(&session).await.unwrap(), session_arn);
    world.call::<ListRoles>(&session, ListRolesRequest::default()).await.unwrap();
    assert_eq!(refusal(world.call::<GetUser>(&session, admin()).await).0, "AccessDenied");
    let caller = world.authenticate(&session).await.unwrap();
    assert_eq!(caller.user_id, format!("{}:s1", role.role_id));
    assert!(caller.membership.organization_id.as_deref().unwrap().starts_with("o-"));
}

#[tokio::test]
async fn who_is_not_trusted_cannot_tell_a_role_from_none() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("sts:*"))).await;
    world.role("Other", trust(&user_arn("admin")), None).await;
    let (code, text) = refusal(world.assume(&ann, assume(&role_arn("Other"), "s1")).await);
    let (missing_code, missing) = refusal(world.assume(&ann, assume(&role_arn("Nothing"), "s1")).await);
    assert_eq!((code, missing_code), ("AccessDenied", "AccessDenied"));
    assert!(text.starts_with(&format!(
        "User: {} is not authorized to perform: sts:AssumeRole on resource: {}",
        user_arn("ann"),
        role_arn("Other")
    )));
    assert_eq!(text.replace("Other", "Nothing"), missing);
    // A wrong path and a wrong case are other names.
    for name in ["path/Other", "other"] {
        assert_eq!(refusal(world.assume(&ann, assume(&role_arn(name), "s1")).await).0, "AccessDenied");
    }
}

#[tokio::test]
async fn trust_in_the_account_delegates_to_its_policies() {
    let world = World::new().await;
    world.role("App", trust(ACCOUNT), None).await;
    let without = world.user("without", None).await;
    assert_eq!(refusal(world.assume(&without, assume(&role_arn("App"), "s1")).await).0, "AccessDenied");
    let with = world.user("with", Some(allow_on("sts:AssumeRole", &role_arn("App")))).await;
    world.assume(&with, assume(&role_arn("App"), "s1")).await.unwrap();
    let deny = json!({"Statement": {"Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*"}});
    world.put_user_policy("with", "deny", deny).await;
    assert_eq!(refusal(world.assume(&with, assume(&role_arn("App"), "s1")).await).0, "AccessDenied");
}

#[tokio::test]
async fn the_root_assumes_nothing() {
    let world = World::new().await;
    world.role("App", trust(ACCOUNT), None).await;
    let root = world.root_keys().await;
    let refused = refusal(world.assume(&root, assume(&role_arn("App"), "s1")).await);
    assert_eq!(refused, ("AccessDenied", "Roles may not be assumed by root accounts.".into()));
}

#[tokio::test]
async fn conditions_of_the_trust_policy_hold() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    let condition = json!({
        "StringEquals": {"sts:ExternalId": "secret-42", "aws:RequestTag/Team": "a", "iam:ResourceTag/Stage": "prod"},
        "StringLike": {"sts:RoleSessionName": "tenant-*"},
        "ForAllValues:StringEquals": {"aws:TagKeys": ["Team"], "sts:TransitiveTagKeys": ["Team"]},
    });
    let input = iam::CreateRoleRequest {
        tags: tags(&[("Stage", "prod")]),
        ..new_role("App", &trust_if(&user_arn("ann"), condition))
    };
    world.call::<iam::CreateRole>(&world.admin, input).await.unwrap();
    let good = || AssumeRoleRequest {
        external_id: Some("secret-42".into()),
        tags: session_tags(&[("Team", "a")]),
        transitive_tag_keys: Some(vec!["Team".into()]),
        ..assume(&role_arn("App"), "tenant-1")
    };
    world.assume(&ann, good()).await.unwrap();
    for bad in [
        AssumeRoleRequest { external_id: None, ..good() },
        AssumeRoleRequest { external_id: Some("secret-43".into()), ..good() },
        AssumeRoleRequest { role_session_name: "other".into(), ..good() },
        AssumeRoleRequest { tags: session_tags(&[("Team", "b")]), ..good() },
        AssumeRoleRequest { tags: session_tags(&[("Team", "a"), ("More", "b")]), ..good() },
    ] {
        assert_eq!(refusal(world.assume(&ann, bad).await).0, "AccessDenied");
    }
}

#[tokio::test]
async fn tags_and_source_identity_need_their_own_permission() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    let mut plain = trust(&user_arn("ann"));
    plain["Statement"][0]["Action"] = json!("sts:AssumeRole");
    world.role("App", plain, None).await;
    let base = || assume(&role_arn("App"), "s1");
    world.assume(&ann, base()).await.unwrap();
    let tagged = AssumeRoleRequest { tags: session_tags(&[("Team", "a")]), ..base() };
    let (code, text) = refusal(world.assume(&ann, tagged).await);
    assert!(code == "AccessDenied" && text.contains("sts:TagSession"), "{text}");
    let named = AssumeRoleRequest { source_identity: Some("ann".into()), ..base() };
    let (code, text) = refusal(world.assume(&ann, named).await);
    assert!(code == "AccessDenied" && text.contains("sts:SetSourceIdentity"), "{text}");
}

#[tokio::test]
async fn a_session_policy_narrows() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    world.role("App", trust(&user_arn("ann")), Some(allow(vec!["iam:ListRoles", "iam:GetUser"]))).await;
    let limited = |policy: serde_json::Value| AssumeRoleRequest {
        policy: Some(policy.to_string()),
        ..assume(&role_arn("App"), "s1")
    };
    let answer =
        world.call::<AssumeRole>(&ann, limited(allow(vec!["iam:ListRoles", "iam:ListUsers"]))).await.unwrap();
    assert_eq!(answer.packed_policy_size, Some(3));
    let session = session_keys(&answer);
    world.call::<ListRoles>(&session, ListRolesRequest::default()).await.unwrap();
    let (code, text) = refusal(world.call::<GetUser>(&session, admin()).await);
    assert!(code == "AccessDenied" && text.contains("session policy"), "{text}");
    // What the role may not do, the session policy does not give.
    let more = world.call::<iam::ListUsers>(&session, iam::ListUsersRequest::default()).await;
    assert_eq!(refusal(more).0, "AccessDenied");
    assert_eq!(refusal(world.assume(&ann, limited(json!({}))).await).0, "MalformedPolicyDocument");
    assert_eq!(refusal(world.assume(&ann, limited(trust("*"))).await).0, "MalformedPolicyDocument");
    let long = allow(vec!["iam:ListRoles"; 200]);
    assert_eq!(refusal(world.assume(&ann, limited(long)).await).0, "ValidationError");
}

#[tokio::test]
async fn session_tags_are_checked_and_become_principal_tags() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    let mut policy = allow("iam:ListRoles");
    policy["Statement"][0]["Condition"] =
        json!({"StringEquals": {"aws:PrincipalTag/Team": "a", "aws:PrincipalTag/Stage": "prod"}});
    let input = iam::CreateRoleRequest {
        tags: tags(&[("Stage", "prod"), ("team", "none")]),
        ..new_role("App", &trust(&user_arn("ann")))
    };
    world.call::<iam::CreateRole>(&world.admin, input).await.unwrap();
    world.put_role_policy("App", "p", policy).await;
    let with = |pairs: &[(&str, &str)]| AssumeRoleRequest {
        tags: session_tags(pairs),
        ..assume(&role_arn("App"), "s1")
    };
    let a = world.assume(&ann, with(&[("Team", "a")])).await.unwrap();
    world.call::<ListRoles>(&a, ListRolesRequest::default()).await.unwrap();
    let b = world.assume(&ann, with(&[("Team", "b")])).await.unwrap();
    assert_eq!(refusal(world.call::<ListRoles>(&b, ListRolesRequest::default()).await).0, "AccessDenied");
    for pairs in [&[("Team", "a"), ("TEAM", "b")][..], &[("aws:Team", "a")]] {
        assert_eq!(refusal(world.assume(&ann, with(pairs)).await).0, "InvalidParameterValue", "{pairs:?}");
    }
    let long = "x".repeat(257);
    assert_eq!(refusal(world.assume(&ann, with(&[("Team", &long)])).await).0, "ValidationError");
    let long = "x".repeat(129);
    assert_eq!(refusal(world.assume(&ann, with(&[(&long, "a")])).await).0, "ValidationError");
    let many: Vec<String> = (0..51).map(|at| format!("k{at}")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|key| (key.as_str(), "v")).collect();
    assert_eq!(refusal(world.assume(&ann, with(&many)).await).0, "ValidationError");
    let values: Vec<String> = (0..50).map(|at| format!("{at:0200}")).collect();
    let large: Vec<(&str, &str)> =
        many.iter().zip(&values).map(|((key, _), value)| (*key, value.as_str())).collect();
    let (code, text) = refusal(world.assume(&ann, with(&large)).await);
    assert!(code == "PackedPolicyTooLarge" && text.starts_with("Packed policy consumes 2"), "{code} {text}");
    let input =
        AssumeRoleRequest { transitive_tag_keys: Some(vec!["Other".into()]), ..with(&[("Team", "a")]) };
    assert_eq!(refusal(world.assume(&ann, input).await).0, "InvalidParameterValue");
}

#[tokio::test]
async fn durations_have_limits() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    let input = iam::CreateRoleRequest {
        max_session_duration: Some(7200),
        ..new_role("App", &trust(&user_arn("ann")))
    };
    world.call::<iam::CreateRole>(&world.admin, input).await.unwrap();
    let lasting =
        |seconds| AssumeRoleRequest { duration_seconds: Some(seconds), ..assume(&role_arn("App"), "s1") };
    world.assume(&ann, lasting(7200)).await.unwrap();
    let text = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    assert_eq!(refusal(world.assume(&ann, lasting(7201)).await), ("ValidationError", text.into()));
    for seconds in [899, 43_201] {
        assert_eq!(refusal(world.assume(&ann, lasting(seconds)).await).0, "ValidationError", "{seconds}");
    }
    let session = world.assume(&ann, lasting(900)).await.unwrap();
    let trusting = trust(&role_arn("App"));
    let input = iam::CreateRoleRequest { max_session_duration: Some(7200), ..new_role("Next", &trusting) };
    world.call::<iam::CreateRole>(&world.admin, input).await.unwrap();
    let next =
        |seconds| AssumeRoleRequest { duration_seconds: Some(seconds), ..assume(&role_arn("Next"), "s2") };
    world.assume(&session, next(3600)).await.unwrap();
    let text =
        "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.";
    assert_eq!(refusal(world.assume(&session, next(3601)).await), ("ValidationError", text.into()));
}

#[tokio::test]
async fn transitive_tags_and_the_source_identity_pass_through_the_chain() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    world.role("One", trust(&user_arn("ann")), None).await;
    world.role("Two", trust(&role_arn("One")), None).await;
    world.role("Three", trust(&role_arn("Two")), None).await;
    let mut untagged = trust(&role_arn("One"));
    untagged["Statement"][0]["Action"] = json!(["sts:AssumeRole", "sts:SetSourceIdentity"]);
    world.role("Untagged", untagged, None).await;
    let input = AssumeRoleRequest {
        tags: session_tags(&[("Tenant", "123"), ("Passing", "x")]),
        transitive_tag_keys: Some(vec!["tenant".into()]),
        source_identity: Some("ann".into()),
        ..assume(&role_arn("One"), "s1")
    };
    let one = world.assume(&ann, input).await.unwrap();
    let input = AssumeRoleRequest {
        tags: session_tags(&[("Own", "y")]),
        transitive_tag_keys: Some(vec!["Own".into()]),
        ..assume(&role_arn("Two"), "s2")
    };
    let two = world.assume(&one, input).await.unwrap();
    let three = world.assume(&two, assume(&role_arn("Three"), "s3")).await.unwrap();
    let caller = world.authenticate(&three).await.unwrap();
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    assert_eq!(caller.tags, [pair("Own", "y"), pair("Tenant", "123")]);
    assert_eq!(caller.session.as_ref().unwrap().source_identity.as_deref(), Some("ann"));
    // An inherited tag cannot be replaced, nor the source identity.
    let input =
        AssumeRoleRequest { tags: session_tags(&[("TENANT", "456")]), ..assume(&role_arn("Two"), "s2") };
    assert_eq!(refusal(world.assume(&one, input).await).0, "InvalidParameterValue");
    let input = AssumeRoleRequest { source_identity: Some("bob".into()), ..assume(&role_arn("Two"), "s2") };
    assert_eq!(refusal(world.assume(&one, input).await).0, "ValidationError");
    // Inherited tags need the permission as passed ones do.
    let (code, text) = refusal(world.assume(&one, assume(&role_arn("Untagged"), "s2")).await);
    assert!(code == "AccessDenied" && text.contains("sts:TagSession"), "{text}");
}

#[tokio::test]
async fn what_cannot_be_honoured_is_refused() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    world.role("App", trust(&user_arn("ann")), None).await;
    let base = || assume(&role_arn("App"), "s1");
    let provided = AssumeRoleRequest { provided_contexts: Some(vec![ProvidedContext::default()]), ..base() };
    let (code, text) = refusal(world.assume(&ann, provided).await);
    assert_eq!(code, "ValidationError");
    assert!(text.contains("ProvidedContexts"), "{text}");
    let (code, text) = refusal(world.assume(&ann, assume(&user_arn("ann"), "s1")).await);
    assert_eq!((code, text.as_str()), ("ValidationError", "Request ARN is invalid"));
    let input = AssumeRoleRequest { minimum_session_token_size: Some(4096), ..base() };
    let answer = world.call::<AssumeRole>(&ann, input).await.unwrap();
    let length = answer.credentials.clone().unwrap().session_token.expose().len();
    assert!(length >= 4096 && answer.session_token_size == i32::try_from(length).ok());
    assert!(world.whoami(&session_keys(&answer)).await.is_ok());
}

fn admin() -> GetUserRequest {
    GetUserRequest { user_name: Some("admin".into()) }
}
