//! Whom policies can name.

use std::collections::BTreeMap;

use crate::support::*;
use aws_model::iam::*;
use gate::{NamedPrincipals, Principals, View};
use iam::StoredPrincipals;

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
async fn users_and_roles_are_known_by_their_unique_ids() {
    let world = World::new().await;
    let user = world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap().user.unwrap();
    let role = world.call::<CreateRole>(&world.admin, new_role("App", &trust(ACCOUNT))).await.unwrap().role;
    let session = format!("arn:aws:sts::{ACCOUNT}:assumed-role/App/any");
    let names = [user.arn.clone(), role.arn.clone(), session.clone(), ACCOUNT.to_owned(), "*".to_owned()];
    let found = named(&world, &names).await;
    let ids = [(user.arn.clone(), user.user_id), (role.arn, role.role_id.clone()), (session, role.role_id)];
    let ids = BTreeMap::from(ids);
    assert_eq!(found, NamedPrincipals { unique_ids: ids.clone(), unknown: vec![] });
    assert!(found.gone(&ids).is_empty());
    world.call::<DeleteUser>(&world.admin, DeleteUserRequest { user_name: "ann".into() }).await.unwrap();
    let gone = [(user.arn.clone(), ids[&user.arn].clone())];
    assert_eq!(named(&world, &names).await.gone(&ids), BTreeMap::from(gone.clone()));
    world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap();
    assert_eq!(named(&world, &names).await.gone(&ids), BTreeMap::from(gone));
}

async fn unknown(world: &World, names: &[String]) -> Vec<String> {
    named(world, names).await.unknown
}

async fn named(world: &World, names: &[String]) -> NamedPrincipals {
    StoredPrincipals.named(&mut View::exact(&world.store), names).await.unwrap()
}
