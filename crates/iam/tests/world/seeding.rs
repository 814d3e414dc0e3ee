//! Accounts that are brought to a declared state.

use std::collections::BTreeMap;

use crate::support::*;
use aws_model::iam::*;
use iam::{AccessKeySeed, AccountSeed, RoleSeed, UserSeed};
use secret::SecretString;

const KEY: &str = "AKIAIOSFODNN7EXAMPLE";
const SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

#[tokio::test]
async fn what_is_declared_comes_about_once() {
    let world = World::new().await;
    assert_eq!(world.seed(&declared()).await.unwrap(), 4);
    assert_eq!(world.seed(&declared()).await.unwrap(), 0);
    let ann = keys();
    assert_eq!(world.whoami(&ann).await.unwrap(), format!("arn:aws:iam::{OTHER}:user/team/ann"));
    let role = format!("arn:aws:iam::{OTHER}:role/App");
    let session = world.assume(&ann, assume(&role, "s1")).await.unwrap();
    let caller = world.authenticate(&session).await.unwrap();
    assert_eq!(caller.tags, [("Stage".to_owned(), "prod".to_owned())]);
    // The account has the access role of every account.
    let access = format!("arn:aws:iam::{OTHER}:role/OrganizationAccountAccessRole");
    world.assume(&world.admin, assume(&access, "s1")).await.unwrap();
}

#[tokio::test]
async fn a_later_declaration_changes_policies_and_tags_and_leaves_the_rest() {
    let world = World::new().await;
    world.seed(&declared()).await.unwrap();
    world.call_as::<CreateUser>(&root(OTHER), new_user("unnamed")).await.unwrap();
    let mut later = declared();
    later.users[0].policies.clear();
    later.users[0].tags = map(&[("Team", "b")]);
    later.roles[0].trust_policy = trust(&format!("arn:aws:iam::{OTHER}:user/not/there/yet")).to_string();
    later.name = "renamed".into();
    assert_eq!(world.seed(&later).await.unwrap(), 3);
    assert_eq!(world.seed(&later).await.unwrap(), 0);
    let caller = world.authenticate(&keys()).await.unwrap();
    assert!(caller.identity_policies.is_empty());
    assert_eq!(caller.tags, [("Team".to_owned(), "b".to_owned())]);
    let role = format!("arn:aws:iam::{OTHER}:role/App");
    assert_eq!(refusal(world.assume(&keys(), assume(&role, "s1")).await).0, "AccessDenied");
    let input = GetUserRequest { user_name: Some("unnamed".into()) };
    world.call_as::<GetUser>(&root(OTHER), input).await.unwrap();
}

#[tokio::test]
async fn declared_roles_are_bound_to_those_whom_later_accounts_bring() {
    let world = World::new().await;
    let later = "arn:aws:iam::777788889999:role/Later";
    let mut first = declared();
    first.roles[0].trust_policy = trust(later).to_string();
    let mut second = declared();
    second.id = account("777788889999");
    second.email = None;
    second.users.clear();
    second.roles[0].name = "Later".into();
    second.roles[0].trust_policy = trust(ACCOUNT).to_string();
    let both = [first, second];
    world.seed_all(&both).await.unwrap();
    assert_eq!(world.seed_all(&both).await.unwrap(), 0);
    let id = async || {
        let input = GetRoleRequest { role_name: "Later".into() };
        world.call_as::<GetRole>(&root("777788889999"), input).await.unwrap().role.role_id
    };
    let shown = async || {
        let input = GetRoleRequest { role_name: "App".into() };
        let role = world.call_as::<GetRole>(&root(OTHER), input).await.unwrap().role;
        role.assume_role_policy_document.unwrap()
    };
    let old = id().await;
    let role_name = "Later".to_owned();
    for name in both[1].roles[0].policies.keys() {
        let input = DeleteRolePolicyRequest { policy_name: name.clone(), role_name: role_name.clone() };
        world.call_as::<DeleteRolePolicy>(&root("777788889999"), input).await.unwrap();
    }
    let input = DeleteRoleRequest { role_name: role_name.clone() };
    world.call_as::<DeleteRole>(&root("777788889999"), input).await.unwrap();
    world.call_as::<CreateRole>(&root("777788889999"), new_role(&role_name, &trust(ACCOUNT))).await.unwrap();
    assert!(shown().await.contains(&old));
    // Who declares the name again means whoever has it by then.
    assert!(world.seed_all(&both).await.unwrap() > 0);
    assert!(!shown().await.contains(&old));
    assert_ne!(id().await, old);
    assert_eq!(world.seed_all(&both).await.unwrap(), 0);
}

#[tokio::test]
async fn what_is_wrong_is_named() {
    let world = World::new().await;
    world.seed(&declared()).await.unwrap();
    type Change = fn(&mut AccountSeed);
    let cases: &[(Change, &str)] = &[
        (|seed| seed.users[0].path = "/other/".into(), "user ann: it exists with the path /team/"),
        (|seed| seed.users[0].name = "a b".into(), "user a b: 1 validation error"),
        (|seed| seed.users[0].name = "ANN".into(), "user ANN: User with name ANN already exists."),
        (|seed| seed.users[0].access_keys[0].id = "AKIA".into(), "AKIA is not an access key id"),
        (|seed| seed.users[0].access_keys[0].secret = SecretString::new("short".into()), "16 to 128"),
        (|seed| seed.users[0].access_keys[0].secret = SecretString::new("x".repeat(40)), "another secret"),
        (
            |seed| {
                seed.users[0].name = "bob".into();
                seed.users[0].path = "/".into();
            },
            "user bob: the access key id AKIAIOSFODNN7EXAMPLE belongs to somebody else",
        ),
        (|seed| seed.users[0].policies = map(&[("p", "{}")]), "user ann: policy p: "),
        (|seed| seed.users[0].tags = map(&[("a", "1"), ("A", "2")]), "Duplicate tag keys"),
        (|seed| seed.roles[0].trust_policy = allow("*").to_string(), "role App: "),
        (|seed| seed.roles[0].max_session_duration = Some(10), "role App: 1 validation error"),
        (|seed| seed.roles[0].path = "/x/".into(), "role App: it exists with the path /"),
    ];
    for (change, expected) in cases {
        let mut seed = declared();
        change(&mut seed);
        let refused = world.seed(&seed).await.unwrap_err();
        assert!(refused.starts_with(&format!("account {OTHER}")), "{refused}");
        assert!(refused.contains(expected), "{refused} does not say {expected}");
    }
    // Nothing of a refused declaration stays.
    assert_eq!(world.seed(&declared()).await.unwrap(), 0);
    let mut clash = declared();
    clash.id = account("999988887777");
    let refused = world.seed(&clash).await.unwrap_err();
    assert!(refused.contains("belongs to account 444455556666"), "{refused}");
}

fn declared() -> AccountSeed {
    let user = UserSeed {
        name: "ann".into(),
        path: "/team/".into(),
        access_keys: vec![AccessKeySeed { id: KEY.into(), secret: SecretString::new(SECRET.into()) }],
        policies: map(&[("p", &allow("sts:*").to_string())]),
        tags: map(&[("Team", "a")]),
    };
    let role = RoleSeed {
        name: "App".into(),
        path: "/".into(),
        trust_policy: trust(&format!("arn:aws:iam::{OTHER}:user/team/ann")).to_string(),
        policies: map(&[("p", &allow("kms:*").to_string())]),
        tags: map(&[("Stage", "prod")]),
        max_session_duration: None,
    };
    let (id, email) = (account(OTHER), Some("b@example.com".into()));
    AccountSeed { id, name: "B".into(), email, users: vec![user], roles: vec![role] }
}

fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn keys() -> Keys {
    Keys { id: KEY.into(), secret: SecretString::new(SECRET.into()), token: None }
}
