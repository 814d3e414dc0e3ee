//! Sessions of users, federated users and roots: what they may do, and what ends them.

use std::time::Duration;

use aws_model::iam as model;
use aws_model::organizations::{ListRoots, ListRootsRequest};
use aws_model::sts::*;
use gate::Fault;
use serde_json::{Value, json};

use crate::mfa_devices::Phone;
use crate::support::*;

fn keys(made: Option<Credentials>) -> Keys {
    let made = made.unwrap();
    Keys { id: made.access_key_id, secret: made.secret_access_key, token: Some(made.session_token) }
}

async fn session_of(world: &World, caller: &Keys) -> Keys {
    let made = world.call::<GetSessionToken>(caller, GetSessionTokenRequest::default()).await.unwrap();
    keys(made.credentials)
}

fn federated(name: &str, policy: Option<Value>) -> GetFederationTokenRequest {
    let policy = policy.map(|policy| policy.to_string());
    GetFederationTokenRequest { name: name.into(), policy, ..Default::default() }
}

async fn federate(world: &World, caller: &Keys, input: GetFederationTokenRequest) -> Result<Keys, Fault> {
    Ok(keys(world.call::<GetFederationToken>(caller, input).await?.credentials))
}

fn of_policies(arns: &[&str]) -> Option<Vec<PolicyDescriptorType>> {
    Some(arns.iter().map(|arn| PolicyDescriptorType { arn: Some((*arn).into()) }).collect())
}

/// Whether they may do something that is of no user and of no session.
async fn may_list_roots(world: &World, keys: &Keys) -> bool {
    match world.call::<ListRoots>(keys, ListRootsRequest::default()).await {
        Ok(_) => true,
        Err(fault) => {
            assert_eq!(fault.code.code, "AccessDeniedException", "{}", fault.message);
            false
        }
    }
}

async fn may_list_users(world: &World, keys: &Keys) -> Result<(), &'static str> {
    let listed = world.call::<model::ListUsers>(keys, model::ListUsersRequest::default()).await;
    listed.map(drop).map_err(|fault| fault.code.code)
}

const MAY: [&str; 3] = ["organizations:ListRoots", "sts:GetFederationToken", "iam:ListUsers"];

#[tokio::test]
async fn a_session_of_a_user_is_the_user() {
    let world = World::new().await;
    // No permission is needed, and none can forbid it.
    let ann = world.user("ann", None).await;
    let deny = json!({"Statement": {"Effect": "Deny", "Action": "sts:*", "Resource": "*"}});
    world.put_user_policy("ann", "deny", deny).await;
    let session = session_of(&world, &ann).await;
    let who = world.call::<GetCallerIdentity>(&session, GetCallerIdentityRequest {}).await.unwrap();
    let user = world.authenticate(&ann).await.unwrap();
    assert_eq!(who.arn.unwrap(), user_arn("ann"));
    assert_eq!(who.user_id.as_ref(), Some(&user.user_id));
    assert!(session.id.starts_with("ASIA"));
    // With the user's permissions, those of now.
    assert!(!may_list_roots(&world, &session).await);
    world.put_user_policy("ann", "p", allow(MAY)).await;
    assert!(may_list_roots(&world, &session).await);
    // AssumeRole has no limit of an hour here: this is no chain of roles.
    world.role("App", trust(&user_arn("ann")), None).await;
    let input = model::UpdateRoleRequest {
        role_name: "App".into(),
        max_session_duration: Some(7200),
        ..Default::default()
    };
    world.call::<model::UpdateRole>(&world.admin, input).await.unwrap();
    world
        .call::<model::DeleteUserPolicy>(
            &world.admin,
            model::DeleteUserPolicyRequest { policy_name: "deny".into(), user_name: "ann".into() },
        )
        .await
        .unwrap();
    let longer = AssumeRoleRequest { duration_seconds: Some(7200), ..assume(&role_arn("App"), "s1") };
    let role = world.assume(&session, longer.clone()).await.unwrap();
    assert!(world.whoami(&role).await.unwrap().ends_with("assumed-role/App/s1"));
    let record = world.records().pop().unwrap();
    assert_eq!(record["userIdentity"]["type"], "AssumedRole");
}

#[tokio::test]
async fn a_session_without_a_second_factor_is_not_for_iam() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("*"))).await;
    let session = session_of(&world, &ann).await;
    assert_eq!(may_list_users(&world, &session).await, Err("InvalidClientTokenId"));
    let phone = Phone::new(&world, "ann").await;
    phone.enable(&world, &world.admin, "ann").await.unwrap();
    world.clock.advance(Duration::from_secs(120));
    let with = |code: String| GetSessionTokenRequest {
        serial_number: Some(phone.serial_number.clone()),
        token_code: Some(code.into()),
        ..Default::default()
    };
    let code = phone.code(&world, 0);
    let wrong = if code == "000000" { "000001" } else { "000000" };
    assert_eq!(refusal(world.call::<GetSessionToken>(&ann, with(wrong.into())).await).0, "AccessDenied");
    let made = world.call::<GetSessionToken>(&ann, with(code.clone())).await.unwrap();
    let factored = keys(made.credentials);
    assert_eq!(may_list_users(&world, &factored).await, Ok(()));
    // A code is good once.
    assert_eq!(refusal(world.call::<GetSessionToken>(&ann, with(code)).await).0, "AccessDenied");
    // Policies see the factor, and its age.
    let young = json!({
        "Bool": {"aws:MultiFactorAuthPresent": "true"},
        "NumericLessThan": {"aws:MultiFactorAuthAge": "600"},
    });
    let mut policy = allow(MAY);
    policy["Statement"][0]["Condition"] = young;
    world.put_user_policy("ann", "p", policy).await;
    assert!(may_list_roots(&world, &factored).await);
    for without in [&session, &ann] {
        assert!(!may_list_roots(&world, without).await);
    }
    world.clock.advance(Duration::from_secs(600));
    assert!(!may_list_roots(&world, &factored).await);
    let record = world.records().pop().unwrap();
    assert_eq!(record["userIdentity"]["type"], "IAMUser");
    assert_eq!(record["userIdentity"]["userName"], "ann");
    let attributes = &record["userIdentity"]["sessionContext"]["attributes"];
    assert_eq!(attributes["mfaAuthenticated"], "true");
}

#[tokio::test]
async fn a_trust_policy_may_want_a_second_factor_in_the_call() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    let phone = Phone::new(&world, "ann").await;
    phone.enable(&world, &world.admin, "ann").await.unwrap();
    let factor = json!({"Bool": {"aws:MultiFactorAuthPresent": "true"}});
    let mut inside = allow("organizations:ListRoots");
    inside["Statement"][0]["Condition"] = factor.clone();
    world.role("App", trust_if(&user_arn("ann"), factor), Some(inside)).await;
    world.clock.advance(Duration::from_secs(120));
    let plain = || assume(&role_arn("App"), "s1");
    assert_eq!(refusal(world.assume(&ann, plain()).await).0, "AccessDenied");
    let half = AssumeRoleRequest { serial_number: Some(phone.serial_number.clone()), ..plain() };
    assert_eq!(refusal(world.assume(&ann, half.clone()).await).0, "AccessDenied");
    let whole = AssumeRoleRequest { token_code: Some(phone.code(&world, 0).into()), ..half };
    let role = world.assume(&ann, whole.clone()).await.unwrap();
    // The factor was of that call: the session of the role is without.
    assert!(!may_list_roots(&world, &role).await);
    // Nobody else's device counts.
    world.clock.advance(Duration::from_secs(120));
    let stolen = AssumeRoleRequest { token_code: Some(phone.code(&world, 0).into()), ..whole };
    assert_eq!(refusal(world.assume(&world.admin, stolen).await).0, "AccessDenied");
}

#[tokio::test]
async fn sessions_last_as_long_as_aws_lets_them() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow(MAY))).await;
    let root = world.root_keys().await;
    let lasts = |made: Option<Credentials>| made.unwrap().expiration.since(world.gate.now()).as_secs();
    for (caller, asked, expected) in [
        (&ann, None, 43_200),
        (&ann, Some(900), 900),
        (&ann, Some(129_600), 129_600),
        (&root, None, 3600),
        (&root, Some(1800), 1800),
        (&root, Some(129_600), 3600),
    ] {
        let input = GetSessionTokenRequest { duration_seconds: asked, ..Default::default() };
        let made = world.call::<GetSessionToken>(caller, input).await.unwrap();
        assert_eq!(lasts(made.credentials), expected);
        let input = GetFederationTokenRequest { duration_seconds: asked, ..federated("bob", None) };
        let made = world.call::<GetFederationToken>(caller, input).await.unwrap();
        assert_eq!(lasts(made.credentials), expected);
    }
    for asked in [899, 129_601] {
        let input = GetSessionTokenRequest { duration_seconds: Some(asked), ..Default::default() };
        assert_eq!(refusal(world.call::<GetSessionToken>(&ann, input).await).0, "ValidationError");
    }
    let session = session_of(&world, &root).await;
    world.clock.advance(HOUR);
    assert_eq!(world.whoami(&session).await, Err("ExpiredToken"));
}

#[tokio::test]
async fn a_session_of_the_root_is_the_root() {
    let world = World::new().await;
    let root = session_of(&world, &world.root_keys().await).await;
    let who = world.call::<GetCallerIdentity>(&root, GetCallerIdentityRequest {}).await.unwrap();
    assert_eq!(who.arn.unwrap(), format!("arn:aws:iam::{ACCOUNT}:root"));
    assert_eq!(who.user_id.unwrap(), ACCOUNT);
    assert!(may_list_roots(&world, &root).await);
    assert_eq!(may_list_users(&world, &root).await, Err("InvalidClientTokenId"));
    world.role("App", trust(ACCOUNT), None).await;
    let refused = refusal(world.assume(&root, assume(&role_arn("App"), "s1")).await);
    assert_eq!(refused.1, "Roles may not be assumed by root accounts.");
    let record = world.records().pop().unwrap();
    assert_eq!(record["userIdentity"]["type"], "Root");
    assert_eq!(record["userIdentity"]["sessionContext"]["attributes"]["mfaAuthenticated"], "false");
    assert_eq!(record["userIdentity"]["sessionContext"].get("assumedRoot"), None);
}

#[tokio::test]
async fn a_federated_user_may_do_what_user_and_policy_allow() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow(MAY))).await;
    let bob = federate(&world, &ann, federated("bob", Some(allow("*")))).await.unwrap();
    let who = world.call::<GetCallerIdentity>(&bob, GetCallerIdentityRequest {}).await.unwrap();
    assert_eq!(who.arn.unwrap(), format!("arn:aws:sts::{ACCOUNT}:federated-user/bob"));
    assert_eq!(who.user_id.unwrap(), format!("{ACCOUNT}:bob"));
    assert!(may_list_roots(&world, &bob).await);
    // Neither more than the policies allow that were passed, nor more than the user may.
    for policy in [None, Some(allow("kms:*"))] {
        let limited = federate(&world, &ann, federated("bob", policy)).await.unwrap();
        assert!(!may_list_roots(&world, &limited).await);
    }
    world.put_user_policy("ann", "p", allow("sts:GetFederationToken")).await;
    assert!(!may_list_roots(&world, &bob).await);
    // Of the root, what was passed alone.
    let root = world.root_keys().await;
    let of_root = federate(&world, &root, federated("bob", Some(allow(MAY)))).await.unwrap();
    assert!(may_list_roots(&world, &of_root).await);
    let without = federate(&world, &root, federated("bob", None)).await.unwrap();
    assert!(!may_list_roots(&world, &without).await);
    let record = world.records().pop().unwrap();
    assert_eq!(record["userIdentity"]["sessionContext"]["sessionIssuer"]["type"], "Root");
}

#[tokio::test]
async fn policies_see_who_a_federated_user_is() {
    let world = World::new().await;
    world.user("ann", Some(allow(["sts:*", "organizations:*"]))).await;
    let input = model::TagUserRequest {
        tags: tags(&[("Stage", "prod"), ("Team", "a")]).unwrap(),
        user_name: "ann".into(),
    };
    world.call::<model::TagUser>(&world.admin, input).await.unwrap();
    let ann = world.access_key(&world.admin, Some("ann")).await;
    let arn = format!("arn:aws:sts::{ACCOUNT}:federated-user/bob");
    let condition = json!({
        "ArnEquals": {"aws:PrincipalArn": arn},
        "StringEquals": {
            "aws:PrincipalType": "FederatedUser",
            "aws:userid": format!("{ACCOUNT}:bob"),
            "aws:PrincipalTag/Stage": "prod",
            "aws:PrincipalTag/team": "b",
            "aws:PrincipalAccount": ACCOUNT,
        },
        "Null": {"aws:username": "true", "aws:FederatedProvider": "true", "aws:TokenIssueTime": "false"},
        "Bool": {"aws:MultiFactorAuthPresent": "false"},
    });
    let mut policy = allow("organizations:*");
    policy["Statement"][0]["Condition"] = condition;
    let input =
        GetFederationTokenRequest { tags: session_tags(&[("team", "b")]), ..federated("bob", Some(policy)) };
    let bob = federate(&world, &ann, input).await.unwrap();
    assert!(may_list_roots(&world, &bob).await);
    let record = world.records().pop().unwrap();
    let identity = &record["userIdentity"];
    assert_eq!(identity["type"], "FederatedUser");
    assert_eq!(identity["principalId"], format!("{ACCOUNT}:bob"));
    assert_eq!(identity["arn"], arn);
    assert_eq!(identity.get("userName"), None);
    let issuer = &identity["sessionContext"]["sessionIssuer"];
    assert_eq!((&issuer["type"], &issuer["userName"]), (&json!("IAMUser"), &json!("ann")));
    assert_eq!(issuer["arn"], user_arn("ann"));
    assert_eq!(issuer["principalId"], world.authenticate(&ann).await.unwrap().user_id);
}

#[tokio::test]
async fn federating_needs_permission_for_name_and_tags() {
    let world = World::new().await;
    let arn = format!("arn:aws:sts::{ACCOUNT}:federated-user/tenant-*");
    let ann = world.user("ann", Some(allow_on("sts:GetFederationToken", &arn))).await;
    federate(&world, &ann, federated("tenant-1", None)).await.unwrap();
    let (code, text) = refusal(federate(&world, &ann, federated("other", None)).await);
    assert!(code == "AccessDenied" && text.contains("sts:GetFederationToken"), "{text}");
    let tagged = |tags| GetFederationTokenRequest { tags: session_tags(tags), ..federated("tenant-1", None) };
    let (code, text) = refusal(federate(&world, &ann, tagged(&[("Team", "a")])).await);
    assert!(code == "AccessDenied" && text.contains("sts:TagSession"), "{text}");
    let mut may_tag = allow_on("sts:TagSession", &arn);
    may_tag["Statement"][0]["Condition"] = json!({"StringEquals": {"aws:RequestTag/Team": "a"}});
    world.put_user_policy("ann", "tag", may_tag).await;
    federate(&world, &ann, tagged(&[("Team", "a")])).await.unwrap();
    assert_eq!(refusal(federate(&world, &ann, tagged(&[("Team", "b")])).await).0, "AccessDenied");
    let twice = tagged(&[("Team", "a"), ("team", "a")]);
    assert_eq!(refusal(federate(&world, &ann, twice).await).0, "InvalidParameterValue");
    for name in ["b", &"b".repeat(33), "b b", "b/b"] {
        assert_eq!(refusal(federate(&world, &ann, federated(name, None)).await).0, "ValidationError");
    }
    let malformed = GetFederationTokenRequest { policy: Some("{".into()), ..federated("tenant-1", None) };
    assert_eq!(refusal(federate(&world, &ann, malformed).await).0, "MalformedPolicyDocument");
}

#[tokio::test]
async fn what_each_kind_of_credentials_may_call() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow(["iam:*", "sts:*", "organizations:*"]))).await;
    world.role("App", trust(&user_arn("ann")), Some(allow("*"))).await;
    let bob = federate(&world, &ann, federated("bob", Some(allow("*")))).await.unwrap();
    let session = session_of(&world, &ann).await;
    let root = session_of(&world, &world.root_keys().await).await;
    let role = world.assume(&ann, assume(&role_arn("App"), "s1")).await.unwrap();
    let refused =
        |operation: &str| ("AccessDenied", format!("Cannot call {operation} with session credentials"));
    for caller in [&bob, &session, &root, &role] {
        let answer = world.call::<GetSessionToken>(caller, GetSessionTokenRequest::default()).await;
        assert_eq!(refusal(answer), refused("GetSessionToken"));
        let answer = federate(&world, caller, federated("eve", Some(allow("*")))).await;
        assert_eq!(refusal(answer.map(drop)), refused("GetFederationToken"));
        assert!(world.whoami(caller).await.is_ok());
    }
    let info = || GetAccessKeyInfoRequest { access_key_id: ann.id.clone() };
    let message = || DecodeAuthorizationMessageRequest { encoded_message: "x".into() };
    let token = || GetWebIdentityTokenRequest {
        audience: vec!["api.example.com".into()],
        duration_seconds: None,
        signing_algorithm: "ES384".into(),
        tags: None,
    };
    for caller in [&bob, &session, &root] {
        let answer = world.call::<GetAccessKeyInfo>(caller, info()).await;
        assert_eq!(refusal(answer), refused("GetAccessKeyInfo"));
        let answer = world.call::<DecodeAuthorizationMessage>(caller, message()).await;
        assert_eq!(refusal(answer), refused("DecodeAuthorizationMessage"));
        let answer = world.call::<GetWebIdentityToken>(caller, token()).await;
        assert_eq!(refusal(answer), refused("GetWebIdentityToken"));
    }
    for caller in [&ann, &role] {
        world.call::<GetAccessKeyInfo>(caller, info()).await.unwrap();
        let answer = world.call::<DecodeAuthorizationMessage>(caller, message()).await;
        assert_eq!(refusal(answer).0, "InvalidAuthorizationMessageException");
        assert_eq!(
            refusal(world.call::<GetWebIdentityToken>(caller, token()).await).0,
            "OutboundWebIdentityFederationDisabledException"
        );
    }
    let (code, text) = refusal(world.assume(&bob, assume(&role_arn("App"), "s1")).await);
    assert_eq!(
        (code, text.as_str()),
        ("AccessDenied", "Cannot call AssumeRole with federated user credentials")
    );
    assert_eq!(may_list_users(&world, &bob).await, Err("InvalidClientTokenId"));
    assert_eq!(may_list_users(&world, &role).await, Ok(()));
}

#[tokio::test]
async fn sessions_end_with_their_user_and_not_with_its_name() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow(MAY))).await;
    let session = session_of(&world, &ann).await;
    let bob = federate(&world, &ann, federated("bob", Some(allow("*")))).await.unwrap();
    let rename = |from: &str, to: &str| model::UpdateUserRequest {
        user_name: from.into(),
        new_user_name: Some(to.into()),
        new_path: None,
    };
    world.call::<model::UpdateUser>(&world.admin, rename("ann", "anna")).await.unwrap();
    // Somebody else gets the name, and not the sessions.
    world.call::<model::CreateUser>(&world.admin, new_user("ann")).await.unwrap();
    assert_eq!(world.whoami(&session).await.unwrap(), user_arn("anna"));
    assert!(may_list_roots(&world, &bob).await);
    let record = world.records().pop().unwrap();
    assert_eq!(record["userIdentity"]["sessionContext"]["sessionIssuer"]["userName"], "anna");
    let delete = |user: &str, key: &Keys| model::DeleteAccessKeyRequest {
        access_key_id: key.id.clone(),
        user_name: Some(user.into()),
    };
    // The access key that it was made with may go.
    world.call::<model::DeleteAccessKey>(&world.admin, delete("anna", &ann)).await.unwrap();
    assert!(world.whoami(&session).await.is_ok());
    let input = model::DeleteUserPolicyRequest { policy_name: "p".into(), user_name: "anna".into() };
    world.call::<model::DeleteUserPolicy>(&world.admin, input).await.unwrap();
    assert!(!may_list_roots(&world, &bob).await);
    let input = model::DeleteUserRequest { user_name: "anna".into() };
    world.call::<model::DeleteUser>(&world.admin, input).await.unwrap();
    world.call::<model::CreateUser>(&world.admin, new_user("anna")).await.unwrap();
    for gone in [&session, &bob] {
        assert_eq!(world.whoami(gone).await, Err("InvalidClientTokenId"));
    }
}

#[tokio::test]
async fn sessions_before_a_time_can_be_revoked() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow(MAY))).await;
    let session = session_of(&world, &ann).await;
    let bob = federate(&world, &ann, federated("bob", Some(allow("*")))).await.unwrap();
    world.clock.advance(Duration::from_secs(60));
    let revoke = json!({"Statement": {
        "Effect": "Deny", "Action": "*", "Resource": "*",
        "Condition": {"DateLessThan": {"aws:TokenIssueTime": world.gate.now().to_iso8601()}},
    }});
    world.put_user_policy("ann", "revoke", revoke).await;
    assert!(!may_list_roots(&world, &session).await && !may_list_roots(&world, &bob).await);
    // Long-term keys are no session, and what begins later is not meant.
    assert!(may_list_roots(&world, &ann).await);
    assert!(may_list_roots(&world, &session_of(&world, &ann).await).await);
}

#[tokio::test]
async fn the_boundary_of_the_user_limits_its_sessions() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow(MAY))).await;
    let session = session_of(&world, &ann).await;
    let bob = federate(&world, &ann, federated("bob", Some(allow("*")))).await.unwrap();
    let boundary = world.policy("Boundary", allow("kms:*")).await;
    world.bound_user("ann", &boundary).await.unwrap();
    assert!(!may_list_roots(&world, &session).await && !may_list_roots(&world, &bob).await);
}

#[tokio::test]
async fn managed_session_policies_count_as_they_are_now() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("*"))).await;
    world.role("App", trust(&user_arn("ann")), Some(allow("*"))).await;
    let own = world.policy("Own", allow("organizations:ListRoots")).await;
    let read_only = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    let with = |arns: &[&str], inline: Option<Value>| AssumeRoleRequest {
        policy: inline.map(|policy| policy.to_string()),
        policy_arns: of_policies(arns),
        ..assume(&role_arn("App"), "s1")
    };
    let limited = world.assume(&ann, with(&[&own], None)).await.unwrap();
    let both = world.assume(&ann, with(&[&own], Some(allow("iam:ListUsers")))).await.unwrap();
    let aws = world.assume(&ann, with(&[read_only], None)).await.unwrap();
    let bob = GetFederationTokenRequest { policy_arns: of_policies(&[&own]), ..federated("bob", None) };
    let bob = federate(&world, &ann, bob).await.unwrap();
    for session in [&limited, &both, &aws, &bob] {
        assert!(may_list_roots(&world, session).await);
    }
    assert_eq!(may_list_users(&world, &limited).await, Err("AccessDenied"));
    assert_eq!(may_list_users(&world, &both).await, Ok(()));
    assert_eq!(may_list_users(&world, &aws).await, Ok(()));
    // A new version counts for sessions that have begun.
    let version = |document: Value| model::CreatePolicyVersionRequest {
        policy_arn: own.clone(),
        policy_document: document.to_string(),
        set_as_default: Some(true),
    };
    world.call::<model::CreatePolicyVersion>(&world.admin, version(allow("iam:ListUsers"))).await.unwrap();
    assert!(!may_list_roots(&world, &limited).await && !may_list_roots(&world, &bob).await);
    assert_eq!(may_list_users(&world, &limited).await, Ok(()));
    // One that is gone denies everything, whatever else was passed.
    let input = model::DeletePolicyVersionRequest { policy_arn: own.clone(), version_id: "v1".into() };
    world.call::<model::DeletePolicyVersion>(&world.admin, input).await.unwrap();
    let input = model::DeletePolicyRequest { policy_arn: own.clone() };
    world.call::<model::DeletePolicy>(&world.admin, input).await.unwrap();
    let (code, text) =
        refusal(world.call::<model::ListUsers>(&both, model::ListUsersRequest::default()).await);
    assert_eq!(code, "AccessDenied");
    assert!(text.ends_with("with an explicit deny in a session policy"), "{text}");
    assert!(!may_list_roots(&world, &bob).await);
    assert!(world.whoami(&bob).await.is_ok());
    // Made anew under the same name, it is the policy with this ARN again.
    world.policy("Own", allow("organizations:ListRoots")).await;
    assert!(may_list_roots(&world, &limited).await);
}

#[tokio::test]
async fn managed_session_policies_are_of_aws_or_of_the_sessions_account() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("*"))).await;
    world.role("App", trust(&user_arn("ann")), Some(allow("*"))).await;
    world.policy("Own", allow("*")).await;
    for arn in [
        policy_arn("Missing"),
        policy_arn("path/Own"),
        format!("arn:aws:iam::{OTHER}:policy/Own"),
        "arn:aws:iam::aws:policy/Missing".to_owned(),
        role_arn("App") + "/policy",
    ] {
        let input = AssumeRoleRequest { policy_arns: of_policies(&[&arn]), ..assume(&role_arn("App"), "s1") };
        assert_eq!(refusal(world.assume(&ann, input).await).0, "ValidationError", "{arn}");
        let input = GetFederationTokenRequest { policy_arns: of_policies(&[&arn]), ..federated("bob", None) };
        assert_eq!(refusal(federate(&world, &ann, input).await).0, "ValidationError", "{arn}");
    }
    // Who may not assume the role does not learn which policies there are.
    let nobody = world.user("nobody", None).await;
    for name in ["Own", "Missing"] {
        let policy_arns = of_policies(&[&policy_arn(name)]);
        let input = AssumeRoleRequest { policy_arns, ..assume(&role_arn("App"), "s1") };
        assert_eq!(refusal(world.assume(&nobody, input).await).0, "AccessDenied");
    }
    let many: Vec<String> = (0..11).map(|at| policy_arn(&format!("p{at}"))).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let input = AssumeRoleRequest { policy_arns: of_policies(&many), ..assume(&role_arn("App"), "s1") };
    assert_eq!(refusal(world.assume(&ann, input).await).0, "ValidationError");
    // They take space like an inline policy.
    let input = AssumeRoleRequest {
        policy_arns: of_policies(&[&policy_arn("Own")]),
        ..assume(&role_arn("App"), "s1")
    };
    let made = world.call::<AssumeRole>(&ann, input).await.unwrap();
    assert_eq!(made.packed_policy_size, Some(1));
}

#[tokio::test]
async fn access_keys_tell_their_account() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("sts:*"))).await;
    let session = session_of(&world, &ann).await;
    let info = |id: &str| GetAccessKeyInfoRequest { access_key_id: id.into() };
    for id in [&ann.id, &session.id] {
        let found = world.call::<GetAccessKeyInfo>(&ann, info(id)).await.unwrap();
        assert_eq!(found.account.as_deref(), Some(ACCOUNT));
    }
    for id in ["AKIAIOSFODNN7EXAMPLE", "ASIAIOSFODNN7EXAMPLE", "ASIAQNZGKIQY56JQ7WML"] {
        assert_eq!(
            refusal(world.call::<GetAccessKeyInfo>(&ann, info(id)).await).0,
            "ValidationError",
            "{id}"
        );
    }
    let nobody = world.user("nobody", None).await;
    assert_eq!(refusal(world.call::<GetAccessKeyInfo>(&nobody, info(&ann.id)).await).0, "AccessDenied");
}

#[tokio::test]
async fn a_token_is_good_with_its_own_access_key_alone() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow(MAY))).await;
    let session = session_of(&world, &ann).await;
    let bob = federate(&world, &ann, federated("bob", Some(allow("*")))).await.unwrap();
    let mixed = [
        Keys { token: bob.token.clone(), ..session.clone() },
        Keys { token: session.token.clone(), ..bob.clone() },
        Keys { token: session.token.clone(), ..ann.clone() },
        Keys { token: None, ..session },
    ];
    for keys in mixed {
        assert_eq!(world.whoami(&keys).await, Err("InvalidClientTokenId"));
    }
}
