//! Tags that change.

use crate::support::*;
use aws_model::iam::*;
use serde_json::json;

#[tokio::test]
async fn tags_come_change_and_go_whatever_their_case() {
    let world = World::new().await;
    world.call::<CreateUser>(&world.admin, new_user("ann")).await.unwrap();
    let tag = |pairs: &[(&str, &str)]| TagUserRequest { tags: tags(pairs).unwrap(), user_name: "ann".into() };
    world.call::<TagUser>(&world.admin, tag(&[("Team", "a"), ("Cost", "1")])).await.unwrap();
    world.call::<TagUser>(&world.admin, tag(&[("team", "b")])).await.unwrap();
    let mut listed = Vec::new();
    let mut marker = None;
    loop {
        let input = ListUserTagsRequest { marker, max_items: Some(1), user_name: "ann".into() };
        let page = world.call::<ListUserTags>(&world.admin, input).await.unwrap();
        listed.extend(page.tags.into_iter().map(|tag| (tag.key, tag.value)));
        marker = page.marker;
        if marker.is_none() {
            break;
        }
    }
    assert_eq!(listed, [("Cost".to_owned(), "1".to_owned()), ("team".to_owned(), "b".to_owned())]);
    let untag = UntagUserRequest { tag_keys: vec!["TEAM".into(), "none".into()], user_name: "ann".into() };
    world.call::<UntagUser>(&world.admin, untag).await.unwrap();
    let input = ListUserTagsRequest { user_name: "ann".into(), ..Default::default() };
    assert_eq!(world.call::<ListUserTags>(&world.admin, input).await.unwrap().tags.len(), 1);
    assert_eq!(refusal(world.call::<TagUser>(&world.admin, tag(&[("aws:x", "")])).await).0, "InvalidInput");
    assert_eq!(
        refusal(world.call::<TagUser>(&world.admin, tag(&[("a", ""), ("A", "")])).await).0,
        "InvalidInput"
    );
    let many: Vec<String> = (0..50).map(|number| format!("k{number}")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|key| (key.as_str(), "")).collect();
    let refused = refusal(world.call::<TagUser>(&world.admin, tag(&many)).await);
    assert_eq!(refused, ("LimitExceeded", "The number of tags has reached the maximum limit.".into()));
}

#[tokio::test]
async fn a_tag_of_the_caller_counts_at_once() {
    let world = World::new().await;
    let mut policy = allow("iam:ListUsers");
    policy["Statement"][0]["Condition"] = json!({"StringEquals": {"aws:PrincipalTag/Team": "a"}});
    let ann = world.user("ann", Some(policy)).await;
    let ask = || world.call::<ListUsers>(&ann, Default::default());
    assert_eq!(refusal(ask().await).0, "AccessDenied");
    let tag = TagUserRequest { tags: tags(&[("Team", "a")]).unwrap(), user_name: "ann".into() };
    world.call::<TagUser>(&world.admin, tag).await.unwrap();
    ask().await.unwrap();
}

#[tokio::test]
async fn which_tags_may_be_given_is_a_condition() {
    let world = World::new().await;
    world.role("App", trust(ACCOUNT), None).await;
    let arn = world.policy("Own", allow("s3:*")).await;
    let mut policy = allow(vec!["iam:TagRole", "iam:UntagRole", "iam:TagPolicy"]);
    policy["Statement"][0]["Condition"] = json!({"ForAllValues:StringEquals": {"aws:TagKeys": ["Team"]}});
    let ann = world.user("ann", Some(policy)).await;
    let tag = |key| TagRoleRequest { role_name: "App".into(), tags: tags(&[(key, "x")]).unwrap() };
    world.call::<TagRole>(&ann, tag("Team")).await.unwrap();
    assert_eq!(refusal(world.call::<TagRole>(&ann, tag("Cost")).await).0, "AccessDenied");
    let untag = |key: &str| UntagRoleRequest { role_name: "App".into(), tag_keys: vec![key.into()] };
    assert_eq!(refusal(world.call::<UntagRole>(&ann, untag("Cost")).await).0, "AccessDenied");
    world.call::<UntagRole>(&ann, untag("Team")).await.unwrap();
    let tag = |arn: &str| TagPolicyRequest { policy_arn: arn.into(), tags: tags(&[("Team", "x")]).unwrap() };
    world.call::<TagPolicy>(&ann, tag(&arn)).await.unwrap();
    let listed = ListPolicyTagsRequest { policy_arn: arn, ..Default::default() };
    assert_eq!(world.call::<ListPolicyTags>(&world.admin, listed).await.unwrap().tags.len(), 1);
    let aws = tag("arn:aws:iam::aws:policy/AdministratorAccess");
    assert_eq!(refusal(world.call::<TagPolicy>(&world.admin, aws).await).0, "AccessDenied");
}
