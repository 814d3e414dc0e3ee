//! Whom policies can name, and what others hear when one of them is deleted.

use std::sync::{Arc, Mutex};

use crate::support::*;
use aws_model::iam::*;
use gate::{BoxFuture, PrincipalWatcher, Principals, View};
use iam::StoredPrincipals;
use iam_policy::DeletedPrincipal;

#[tokio::test]
async fn only_principals_of_the_organization_are_known() {
    let world = World::new().await;
    world.user("ann", None).await;
    let input = CreateRoleRequest { path: Some("/team/".into()), ..new_role("App", &trust(ACCOUNT)) };
    world.call::<CreateRole>(&world.admin, input).await.unwrap();
    let known = [
        "*".to_owned(),
        ACCOUNT.to_owned(),
        format!("arn:aws:iam::{ACCOUNT}:root"),
        user_arn("ann"),
        role_arn("team/App"),
        format!("arn:aws:sts::{ACCOUNT}:assumed-role/App/any"),
    ];
    assert_eq!(unknown(&world, &known).await, Vec::<String>::new());
    let not_known = [
        String::new(),
        OTHER.to_owned(),
        format!("arn:aws:iam::{OTHER}:root"),
        format!("arn:aws-cn:iam::{ACCOUNT}:root"),
        format!("arn:aws:iam:us-east-1:{ACCOUNT}:root"),
        user_arn("bob"),
        user_arn("Ann"),
        user_arn("App"),
        role_arn("App"),
        role_arn("other/App"),
        format!("arn:aws:iam::{OTHER}:role/team/App"),
        format!("arn:aws:iam::{ACCOUNT}:group/ann"),
        format!("arn:aws:sts::{ACCOUNT}:assumed-role/Apple/any"),
        format!("arn:aws-cn:sts::{ACCOUNT}:assumed-role/App/any"),
        "AROAABCDEFGHIJKLMNOPQ".to_owned(),
    ];
    assert_eq!(unknown(&world, &not_known).await, not_known);
    let mixed = [user_arn("bob"), user_arn("ann"), role_arn("x")];
    assert_eq!(unknown(&world, &mixed).await, [user_arn("bob"), role_arn("x")]);
}

#[tokio::test]
async fn watchers_hear_of_users_and_roles_that_are_deleted() {
    let watcher = Arc::new(Watcher::default());
    let world = World::watched_by(vec![watcher.clone()]).await;
    let user = world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap().user.unwrap();
    world.call::<DeleteUser>(&world.admin, delete_user("ann")).await.unwrap();
    let role = world.call::<CreateRole>(&world.admin, new_role("App", &trust(ACCOUNT))).await.unwrap().role;
    world.delete_role("App").await;
    let heard: Vec<_> = watcher.heard.lock().unwrap().clone();
    assert_eq!(heard, [(user.arn, user.user_id), (role.arn, role.role_id)]);
}

#[tokio::test]
async fn nobody_is_deleted_when_a_watcher_fails() {
    let watcher = Arc::new(Watcher { fails: true, ..Watcher::default() });
    let world = World::watched_by(vec![watcher]).await;
    world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap();
    world.role("Trusting", trust(&user_arn("ann")), None).await;
    let refused = refusal(world.call::<DeleteUser>(&world.admin, delete_user("ann")).await);
    assert_eq!(refused.0, "InternalFailure");
    let input = GetUserRequest { user_name: Some("ann".into()) };
    world.call::<GetUser>(&world.admin, input).await.unwrap();
    let input = GetRoleRequest { role_name: "Trusting".into() };
    let trusting = world.call::<GetRole>(&world.admin, input).await.unwrap().role;
    assert!(trusting.assume_role_policy_document.unwrap().contains("user%2Fann"));
}

#[derive(Default)]
struct Watcher {
    heard: Mutex<Vec<(String, String)>>,
    fails: bool,
}

impl PrincipalWatcher for Watcher {
    fn principal_deleted<'a>(
        &'a self,
        _: &'a mut View,
        principal: &'a DeletedPrincipal,
    ) -> BoxFuture<'a, Result<(), store::Error>> {
        Box::pin(async move {
            if self.fails {
                return Err(store::Error::unavailable(std::io::Error::other("the watcher sleeps")));
            }
            let heard = (principal.arn().to_owned(), principal.unique_id().to_owned());
            self.heard.lock().unwrap().push(heard);
            Ok(())
        })
    }
}

async fn unknown(world: &World, names: &[String]) -> Vec<String> {
    StoredPrincipals.unknown(&mut View::exact(&world.store), names).await.unwrap()
}

fn delete_user(name: &str) -> DeleteUserRequest {
    DeleteUserRequest { user_name: name.into() }
}
