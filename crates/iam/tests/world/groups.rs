//! Groups, their members and their policies; names that change.

use crate::support::*;
use aws_model::iam::*;

#[tokio::test]
async fn a_group_is_made_found_listed_renamed_and_deleted() {
    let world = World::new().await;
    let input = CreateGroupRequest { group_name: "Team".into(), path: Some("/a/".into()) };
    let made = world.call::<CreateGroup>(&world.admin, input).await.unwrap().group;
    assert_eq!(made.arn, format!("arn:aws:iam::{ACCOUNT}:group/a/Team"));
    assert!(made.group_id.starts_with("AGPA") && made.group_id.len() == 21);
    let taken = CreateGroupRequest { group_name: "tEAM".into(), path: None };
    let refused = refusal(world.call::<CreateGroup>(&world.admin, taken).await);
    assert_eq!(refused, ("EntityAlreadyExists", "Group with name tEAM already exists.".into()));
    let input = UpdateGroupRequest {
        group_name: "Team".into(),
        new_group_name: Some("Crew".into()),
        new_path: Some("/b/".into()),
    };
    world.call::<UpdateGroup>(&world.admin, input).await.unwrap();
    let found = world.call::<GetGroup>(&world.admin, get("Crew")).await.unwrap().group;
    assert_eq!((found.group_id, found.path.as_str()), (made.group_id, "/b/"));
    let missing = refusal(world.call::<GetGroup>(&world.admin, get("Team")).await);
    assert_eq!(missing, ("NoSuchEntity", "The group with name Team cannot be found.".into()));
    let input = ListGroupsRequest { path_prefix: Some("/b".into()), ..Default::default() };
    let listed = world.call::<ListGroups>(&world.admin, input).await.unwrap();
    assert_eq!(listed.groups.len(), 1);
    world.call::<DeleteGroup>(&world.admin, DeleteGroupRequest { group_name: "Crew".into() }).await.unwrap();
    assert!(world.call::<ListGroups>(&world.admin, Default::default()).await.unwrap().groups.is_empty());
}

#[tokio::test]
async fn members_have_the_policies_of_their_groups_as_long_as_they_are_members() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    world.group("Readers", &[]).await;
    let ask = || world.call::<GetUser>(&ann, GetUserRequest::default());
    world.put_group_policy("Readers", "read", allow("iam:GetUser")).await;
    assert_eq!(refusal(ask().await).0, "AccessDenied");
    world.add_to_group("Readers", "ann").await.unwrap();
    ask().await.unwrap();
    let why =
        world.records().pop().unwrap()["additionalEventData"]["lodge"]["decisions"][0]["reasons"][0].clone();
    assert_eq!(why["policy"], "inline policy read of group Readers");
    // A change of the group counts at once.
    world.put_group_policy("Readers", "read", allow("s3:*")).await;
    assert_eq!(refusal(ask().await).0, "AccessDenied");
    world.attach_group("Readers", "arn:aws:iam::aws:policy/ReadOnlyAccess").await.unwrap();
    ask().await.unwrap();
    let out = RemoveUserFromGroupRequest { group_name: "Readers".into(), user_name: "ann".into() };
    world.call::<RemoveUserFromGroup>(&world.admin, out.clone()).await.unwrap();
    assert_eq!(refusal(ask().await).0, "AccessDenied");
    world.call::<RemoveUserFromGroup>(&world.admin, out).await.unwrap();
}

#[tokio::test]
async fn groups_list_members_and_users_their_groups_in_pages() {
    let world = World::new().await;
    for name in ["Bob", "ann", "cid"] {
        world.call::<CreateUser>(&world.admin, new_user(name)).await.unwrap();
    }
    world.group("Z", &["cid", "ann", "Bob"]).await;
    world.group("a", &["ann"]).await;
    let (mut members, mut marker) = (Vec::new(), None);
    loop {
        let input = GetGroupRequest { group_name: "Z".into(), marker, max_items: Some(1) };
        let page = world.call::<GetGroup>(&world.admin, input).await.unwrap();
        members.extend(page.users.into_iter().map(|user| user.user_name));
        marker = page.marker;
        if marker.is_none() {
            break;
        }
    }
    assert_eq!(members, ["ann", "Bob", "cid"]);
    let of_ann = |marker, max_items| ListGroupsForUserRequest { marker, max_items, user_name: "ann".into() };
    let page = world.call::<ListGroupsForUser>(&world.admin, of_ann(None, Some(1))).await.unwrap();
    assert_eq!(page.groups[0].group_name, "a");
    let page = world.call::<ListGroupsForUser>(&world.admin, of_ann(page.marker, Some(1))).await.unwrap();
    assert_eq!((page.groups[0].group_name.as_str(), page.marker), ("Z", None));
}

#[tokio::test]
async fn what_is_in_use_stays_and_a_user_has_ten_groups() {
    let world = World::new().await;
    world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap();
    for number in 0..10 {
        world.group(&format!("g{number}"), &["ann"]).await;
    }
    world.group("more", &[]).await;
    let refused = refusal(world.add_to_group("more", "ann").await);
    assert_eq!(refused, ("LimitExceeded", "Cannot exceed quota for GroupsPerUser: 10".into()));
    world.add_to_group("g0", "ann").await.unwrap();
    assert_eq!(refusal(world.add_to_group("more", "bob").await).0, "NoSuchEntity");
    let text = "Cannot delete entity, must remove users from group first.";
    let group = DeleteGroupRequest { group_name: "g0".into() };
    assert_eq!(
        refusal(world.call::<DeleteGroup>(&world.admin, group).await),
        ("DeleteConflict", text.into())
    );
    let user = DeleteUserRequest { user_name: "ann".into() };
    assert_eq!(refusal(world.call::<DeleteUser>(&world.admin, user).await), ("DeleteConflict", text.into()));
    world.put_group_policy("more", "p", allow("s3:*")).await;
    let group = DeleteGroupRequest { group_name: "more".into() };
    assert_eq!(refusal(world.call::<DeleteGroup>(&world.admin, group).await).0, "DeleteConflict");
    let large = PutGroupPolicyRequest {
        group_name: "more".into(),
        policy_document: allow(vec!["s3:GetObject"; 400]).to_string(),
        policy_name: "q".into(),
    };
    let refused = refusal(world.call::<PutGroupPolicy>(&world.admin, large).await);
    assert_eq!(
        refused,
        ("LimitExceeded", "Maximum policy size of 5120 bytes exceeded for group more".into())
    );
}

#[tokio::test]
async fn a_renamed_user_is_the_same_user() {
    let world = World::new().await;
    let ann = world.user("ann", Some(allow("iam:GetUser"))).await;
    world.call::<CreateUser>(&world.admin, new_user("bob")).await.unwrap();
    world.group("Team", &["ann"]).await;
    let rename = |from: &str, to: &str| UpdateUserRequest {
        new_path: Some("/x/".into()),
        new_user_name: Some(to.into()),
        user_name: from.into(),
    };
    let taken = refusal(world.call::<UpdateUser>(&world.admin, rename("ann", "BOB")).await);
    assert_eq!(taken, ("EntityAlreadyExists", "User with name BOB already exists.".into()));
    world.call::<UpdateUser>(&world.admin, rename("ann", "Ann")).await.unwrap();
    assert_eq!(world.whoami(&ann).await.unwrap(), user_arn("x/Ann"));
    world.call::<UpdateUser>(&world.admin, rename("Ann", "zoe")).await.unwrap();
    assert_eq!(world.whoami(&ann).await.unwrap(), user_arn("x/zoe"));
    let members = world.call::<GetGroup>(&world.admin, get("Team")).await.unwrap().users;
    assert_eq!(members[0].user_name, "zoe");
    world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap();
    // Both names must be allowed.
    let renamer = world.user("renamer", Some(allow_on("iam:UpdateUser", &user_arn("bob")))).await;
    let (code, text) = refusal(world.call::<UpdateUser>(&renamer, rename("bob", "rob")).await);
    assert!(code == "AccessDenied" && text.contains(&user_arn("x/rob")), "{text}");
}

fn get(name: &str) -> GetGroupRequest {
    GetGroupRequest { group_name: name.into(), ..Default::default() }
}
