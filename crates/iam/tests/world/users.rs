//! Users and their access keys.

use std::sync::Arc;

use crate::support::*;
use aws_model::iam::*;

#[tokio::test]
async fn a_user_is_made_found_listed_and_deleted() {
    let world = World::new().await;
    let input =
        CreateUserRequest { path: Some("/team/a/".into()), tags: tags(&[("Cost", "1")]), ..new_user("ann") };
    let made = world.call::<CreateUser>(&world.admin, input).await.unwrap().user.unwrap();
    assert_eq!(made.arn, user_arn("team/a/ann"));
    assert!(made.user_id.starts_with("AIDA") && made.user_id.len() == 21);
    assert_eq!(made.create_date, START);
    let found = world.call::<GetUser>(&world.admin, get_user("ann")).await.unwrap().user;
    assert_eq!((found.user_id, found.path.as_str()), (made.user_id, "/team/a/"));
    assert_eq!(found.tags.unwrap().len(), 1);
    world.call::<DeleteUser>(&world.admin, delete_user("ann")).await.unwrap();
    let gone = refusal(world.call::<GetUser>(&world.admin, get_user("ann")).await);
    assert_eq!(gone, ("NoSuchEntity", "The user with name ann cannot be found.".into()));
    let again = refusal(world.call::<DeleteUser>(&world.admin, delete_user("ann")).await);
    assert_eq!(again.0, "NoSuchEntity");
}

#[tokio::test]
async fn names_are_taken_whatever_their_case_and_belong_to_one_account() {
    let world = World::new().await;
    world.call::<CreateUser>(&world.admin, new_user("Ann")).await.unwrap();
    let refused = refusal(world.call::<CreateUser>(&world.admin, new_user("aNN")).await);
    assert_eq!(refused, ("EntityAlreadyExists", "User with name aNN already exists.".into()));
    // A name in another case finds nothing: policies compare ARNs exactly.
    assert_eq!(refusal(world.call::<GetUser>(&world.admin, get_user("ann")).await).0, "NoSuchEntity");
    world.call_as::<CreateUser>(&root(OTHER), new_user("Ann")).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_who_make_the_same_user_one_wins() {
    let world = Arc::new(World::new().await);
    let attempts: Vec<_> = (0..8)
        .map(|_| {
            let world = Arc::clone(&world);
            tokio::spawn(async move { world.call::<CreateUser>(&world.admin, new_user("ann")).await })
        })
        .collect();
    let mut won = 0;
    for attempt in attempts {
        match attempt.await.unwrap() {
            Ok(_) => won += 1,
            Err(fault) => assert_eq!(fault.code.code, "EntityAlreadyExists"),
        }
    }
    assert_eq!(won, 1);
}

#[tokio::test]
async fn bad_input_is_refused() {
    let world = World::new().await;
    let refused = async |input| refusal(world.call::<CreateUser>(&world.admin, input).await);
    assert_eq!(refused(new_user("a b")).await.0, "ValidationError");
    assert_eq!(refused(new_user("")).await.0, "ValidationError");
    let input = CreateUserRequest { path: Some("no-slash".into()), ..new_user("ann") };
    assert_eq!(refused(input).await.0, "ValidationError");
    let input =
        CreateUserRequest { permissions_boundary: Some(user_arn("twenty-characters")), ..new_user("ann") };
    let text = format!("Scope ARN: {} does not exist or is not attachable.", user_arn("twenty-characters"));
    assert_eq!(refused(input).await, ("NoSuchEntity", text));
    for pairs in [&[("a", "1"), ("A", "2")][..], &[("aws:a", "1")]] {
        let input = CreateUserRequest { tags: tags(pairs), ..new_user("ann") };
        assert_eq!(refused(input).await.0, "InvalidInput", "{pairs:?}");
    }
    assert_eq!(refusal(world.call::<GetUser>(&world.admin, get_user("ann")).await).0, "NoSuchEntity");
}

#[tokio::test]
async fn tags_need_their_own_permission_and_are_condition_keys() {
    let world = World::new().await;
    let maker = world.user("maker", Some(allow("iam:CreateUser"))).await;
    let tagged = || CreateUserRequest { tags: tags(&[("Team", "a")]), ..new_user("ann") };
    let (code, text) = refusal(world.call::<CreateUser>(&maker, tagged()).await);
    assert!(code == "AccessDenied" && text.contains("iam:TagUser"), "{text}");
    let mut policy = allow(vec!["iam:CreateUser", "iam:TagUser"]);
    policy["Statement"][0]["Condition"] = serde_json::json!({
        "StringEquals": {"aws:RequestTag/Team": "a"}, "ForAllValues:StringEquals": {"aws:TagKeys": ["Team"]}
    });
    world.put_user_policy("maker", "p", policy).await;
    world.call::<CreateUser>(&maker, tagged()).await.unwrap();
    let other = CreateUserRequest { tags: tags(&[("Team", "b")]), ..new_user("bob") };
    assert_eq!(refusal(world.call::<CreateUser>(&maker, other).await).0, "AccessDenied");
    let mut reader = allow("iam:GetUser");
    reader["Statement"][0]["Condition"] = serde_json::json!({"StringEquals": {"aws:ResourceTag/Team": "a"}});
    world.put_user_policy("maker", "p", reader).await;
    world.call::<GetUser>(&maker, get_user("ann")).await.unwrap();
    assert_eq!(refusal(world.call::<GetUser>(&maker, get_user("admin")).await).0, "AccessDenied");
}

#[tokio::test]
async fn listings_come_in_pages_below_a_path() {
    let world = World::new().await;
    for (name, path) in [("a", "/x/"), ("b", "/x/y/"), ("c", "/x/y/"), ("d", "/z/")] {
        let input = CreateUserRequest { path: Some(path.into()), ..new_user(name) };
        world.call::<CreateUser>(&world.admin, input).await.unwrap();
    }
    world.call_as::<CreateUser>(&root(OTHER), new_user("elsewhere")).await.unwrap();
    let names = async |prefix: Option<&str>, max_items| {
        let (mut names, mut marker) = (Vec::new(), None);
        loop {
            let input = ListUsersRequest { marker, max_items, path_prefix: prefix.map(str::to_owned) };
            let page = world.call::<ListUsers>(&world.admin, input).await.unwrap();
            assert!(page.users.iter().all(|user| user.tags.is_none()));
            assert_eq!(page.is_truncated, Some(page.marker.is_some()));
            names.extend(page.users.into_iter().map(|user| user.user_name));
            marker = page.marker;
            if marker.is_none() {
                return names;
            }
        }
    };
    assert_eq!(names(None, None).await, ["a", "admin", "b", "c", "d"]);
    assert_eq!(names(Some("/x/"), Some(1)).await, ["a", "b", "c"]);
    assert_eq!(names(Some("/x/y"), Some(2)).await, ["b", "c"]);
    assert!(names(Some("/q/"), None).await.is_empty());
    let input = ListUsersRequest { marker: Some("nonsense!".into()), ..Default::default() };
    assert_eq!(refusal(world.call::<ListUsers>(&world.admin, input).await).0, "ValidationError");
}

#[tokio::test]
async fn a_user_with_keys_or_policies_stays() {
    let world = World::new().await;
    let keys = world.user("ann", Some(allow("s3:*"))).await;
    let refused = refusal(world.call::<DeleteUser>(&world.admin, delete_user("ann")).await);
    assert_eq!(refused, ("DeleteConflict", "Cannot delete entity, must delete access keys first.".into()));
    let input = DeleteAccessKeyRequest { access_key_id: keys.id.clone(), user_name: Some("ann".into()) };
    world.call::<DeleteAccessKey>(&world.admin, input).await.unwrap();
    let refused = refusal(world.call::<DeleteUser>(&world.admin, delete_user("ann")).await);
    assert_eq!(refused, ("DeleteConflict", "Cannot delete entity, must delete policies first.".into()));
    let input = DeleteUserPolicyRequest { policy_name: "p".into(), user_name: "ann".into() };
    world.call::<DeleteUserPolicy>(&world.admin, input).await.unwrap();
    world.call::<DeleteUser>(&world.admin, delete_user("ann")).await.unwrap();
    assert_eq!(world.whoami(&keys).await, Err("InvalidClientTokenId"));
}

#[tokio::test]
async fn without_a_name_users_and_root_mean_themselves_and_sessions_nobody() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("iam:*"))).await;
    let own = world.call::<GetUser>(&ann, GetUserRequest::default()).await.unwrap().user;
    assert_eq!(own.user_name, "ann");
    world.access_key(&ann, None).await;
    let own = world.call::<ListAccessKeys>(&ann, ListAccessKeysRequest::default()).await.unwrap();
    assert_eq!(own.access_key_metadata.len(), 2);
    let root = world.root_keys().await;
    assert_eq!(world.whoami(&root).await.unwrap(), format!("arn:aws:iam::{ACCOUNT}:root"));
    let own = world.call::<GetUser>(&root, GetUserRequest::default()).await.unwrap().user;
    assert_eq!((own.arn, own.user_id), (format!("arn:aws:iam::{ACCOUNT}:root"), ACCOUNT.to_owned()));
    let own = world.call::<ListAccessKeys>(&root, ListAccessKeysRequest::default()).await.unwrap();
    assert_eq!(own.access_key_metadata[0].user_name.as_deref(), Some("root"));
    world.role("R", trust(&user_arn("ann")), Some(allow("iam:*"))).await;
    let session = world.assume(&ann, assume(&role_arn("R"), "s1")).await.unwrap();
    let refused = refusal(world.call::<GetUser>(&session, GetUserRequest::default()).await);
    let text = "Must specify userName when calling with non-User credentials";
    assert_eq!(refused, ("ValidationError", text.into()));
}

#[tokio::test]
async fn access_keys_have_a_quota_a_status_and_an_owner() {
    let world = World::new().await;
    let first = world.user("ann", None).await;
    let second = world.access_key(&world.admin, Some("ann")).await;
    let third = CreateAccessKeyRequest { user_name: Some("ann".into()) };
    let refused = refusal(world.call::<CreateAccessKey>(&world.admin, third).await);
    assert_eq!(refused, ("LimitExceeded", "Cannot exceed quota for AccessKeysPerUser: 2".into()));
    world.call::<CreateUser>(&world.admin, new_user("bob")).await.unwrap();
    let set = async |user: &str, status| {
        let input =
            UpdateAccessKeyRequest { access_key_id: first.id.clone(), status, user_name: Some(user.into()) };
        world.call::<UpdateAccessKey>(&world.admin, input).await
    };
    let (code, text) = refusal(set("bob", StatusType::Inactive).await);
    assert_eq!(
        (code, text),
        ("NoSuchEntity", format!("The Access Key with id {} cannot be found.", first.id))
    );
    assert!(world.whoami(&first).await.is_ok());
    set("ann", StatusType::Inactive).await.unwrap();
    assert_eq!(world.whoami(&first).await, Err("InvalidClientTokenId"));
    assert!(world.whoami(&second).await.is_ok());
    set("ann", StatusType::Active).await.unwrap();
    assert!(world.whoami(&first).await.is_ok());
    assert_eq!(refusal(set("ann", StatusType::Expired).await).0, "ValidationError");
    let page = async |marker| {
        let input = ListAccessKeysRequest { marker, max_items: Some(1), user_name: Some("ann".into()) };
        world.call::<ListAccessKeys>(&world.admin, input).await.unwrap()
    };
    let one = page(None).await;
    assert!(one.is_truncated == Some(true) && one.access_key_metadata.len() == 1);
    let two = page(one.marker).await;
    assert!(two.is_truncated == Some(false) && two.access_key_metadata.len() == 1);
    let foreign = DeleteAccessKeyRequest { access_key_id: first.id.clone(), user_name: Some("bob".into()) };
    assert_eq!(refusal(world.call::<DeleteAccessKey>(&world.admin, foreign).await).0, "NoSuchEntity");
    let own = DeleteAccessKeyRequest { access_key_id: first.id.clone(), user_name: Some("ann".into()) };
    world.call::<DeleteAccessKey>(&world.admin, own).await.unwrap();
    assert_eq!(world.whoami(&first).await, Err("InvalidClientTokenId"));
}

#[tokio::test]
async fn inline_policies_are_kept_as_given_and_work_at_once() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    let get = || world.call::<GetUser>(&ann, GetUserRequest::default());
    assert_eq!(refusal(get().await).0, "AccessDenied");
    world.put_user_policy("ann", "b", allow("iam:GetUser")).await;
    world.put_user_policy("ann", "a", allow("s3:*")).await;
    get().await.unwrap();
    let input = ListUserPoliciesRequest { max_items: Some(1), user_name: "ann".into(), ..Default::default() };
    let listed = world.call::<ListUserPolicies>(&world.admin, input).await.unwrap();
    assert_eq!(listed.policy_names, ["a"]);
    let input =
        ListUserPoliciesRequest { marker: listed.marker, max_items: Some(1), user_name: "ann".into() };
    let listed = world.call::<ListUserPolicies>(&world.admin, input).await.unwrap();
    assert_eq!((listed.policy_names, listed.marker), (vec!["b".to_owned()], None));
    let input = GetUserPolicyRequest { policy_name: "b".into(), user_name: "ann".into() };
    let found = world.call::<GetUserPolicy>(&world.admin, input).await.unwrap();
    assert!(found.policy_document.starts_with("%7B%22"), "{}", found.policy_document);
    let delete = || DeleteUserPolicyRequest { policy_name: "b".into(), user_name: "ann".into() };
    world.call::<DeleteUserPolicy>(&world.admin, delete()).await.unwrap();
    assert_eq!(refusal(get().await).0, "AccessDenied");
    let gone = refusal(world.call::<DeleteUserPolicy>(&world.admin, delete()).await);
    assert_eq!(gone, ("NoSuchEntity", "The user policy with name b cannot be found.".into()));
}

#[tokio::test]
async fn inline_policies_are_checked() {
    let world = World::new().await;
    world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap();
    let put = async |user: &str, document: String| {
        let input = PutUserPolicyRequest {
            policy_document: document,
            policy_name: "p".into(),
            user_name: user.into(),
        };
        refusal(world.call::<PutUserPolicy>(&world.admin, input).await)
    };
    assert_eq!(put("ann", "{".into()).await.0, "MalformedPolicyDocument");
    assert_eq!(put("ann", trust("*").to_string()).await.0, "MalformedPolicyDocument");
    let long = allow(vec!["s3:GetObject"; 200]).to_string();
    let text = "Maximum policy size of 2048 bytes exceeded for user ann";
    assert_eq!(put("ann", long).await, ("LimitExceeded", text.into()));
    assert_eq!(put("bob", allow("s3:*").to_string()).await.0, "NoSuchEntity");
}

fn get_user(name: &str) -> GetUserRequest {
    GetUserRequest { user_name: Some(name.into()) }
}

fn delete_user(name: &str) -> DeleteUserRequest {
    DeleteUserRequest { user_name: name.into() }
}
