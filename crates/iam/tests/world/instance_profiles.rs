//! Instance profiles.

use crate::support::*;
use aws_model::iam::*;

#[tokio::test]
async fn an_instance_profile_holds_one_role() {
    let world = World::new().await;
    world.role("App", trust(ACCOUNT), None).await;
    world.role("Other", trust(ACCOUNT), None).await;
    let create = || CreateInstanceProfileRequest {
        instance_profile_name: "Machine".into(),
        path: Some("/a/".into()),
        tags: tags(&[("Team", "a")]),
    };
    let made = world.call::<CreateInstanceProfile>(&world.admin, create()).await.unwrap().instance_profile;
    assert_eq!(made.arn, format!("arn:aws:iam::{ACCOUNT}:instance-profile/a/Machine"));
    assert!(made.instance_profile_id.starts_with("AIPA") && made.roles.is_empty());
    let refused = refusal(world.call::<CreateInstanceProfile>(&world.admin, create()).await);
    assert_eq!(refused, ("EntityAlreadyExists", "Instance Profile Machine already exists.".into()));
    let add = |role: &str| AddRoleToInstanceProfileRequest {
        instance_profile_name: "Machine".into(),
        role_name: role.into(),
    };
    assert_eq!(
        refusal(world.call::<AddRoleToInstanceProfile>(&world.admin, add("None")).await).0,
        "NoSuchEntity"
    );
    world.call::<AddRoleToInstanceProfile>(&world.admin, add("App")).await.unwrap();
    let refused = refusal(world.call::<AddRoleToInstanceProfile>(&world.admin, add("Other")).await);
    let text = "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1";
    assert_eq!(refused, ("LimitExceeded", text.into()));
    let of_role = ListInstanceProfilesForRoleRequest { role_name: "App".into(), ..Default::default() };
    let found = world.call::<ListInstanceProfilesForRole>(&world.admin, of_role).await.unwrap();
    assert_eq!(found.instance_profiles[0].roles[0].role_name, "App");
    let below = ListInstanceProfilesRequest { path_prefix: Some("/b/".into()), ..Default::default() };
    assert!(
        world.call::<ListInstanceProfiles>(&world.admin, below).await.unwrap().instance_profiles.is_empty()
    );
    let text = "Cannot delete entity, must remove roles from instance profile first.";
    let role = DeleteRoleRequest { role_name: "App".into() };
    assert_eq!(refusal(world.call::<DeleteRole>(&world.admin, role).await), ("DeleteConflict", text.into()));
    let delete = || DeleteInstanceProfileRequest { instance_profile_name: "Machine".into() };
    let refused = refusal(world.call::<DeleteInstanceProfile>(&world.admin, delete()).await);
    assert_eq!(refused, ("DeleteConflict", text.into()));
    let remove = |role: &str| RemoveRoleFromInstanceProfileRequest {
        instance_profile_name: "Machine".into(),
        role_name: role.into(),
    };
    let other = refusal(world.call::<RemoveRoleFromInstanceProfile>(&world.admin, remove("Other")).await);
    assert_eq!(other.0, "NoSuchEntity");
    world.call::<RemoveRoleFromInstanceProfile>(&world.admin, remove("App")).await.unwrap();
    world.call::<DeleteInstanceProfile>(&world.admin, delete()).await.unwrap();
    let gone = GetInstanceProfileRequest { instance_profile_name: "Machine".into() };
    let gone = refusal(world.call::<GetInstanceProfile>(&world.admin, gone).await);
    assert_eq!(gone, ("NoSuchEntity", "Instance Profile Machine cannot be found.".into()));
}

#[tokio::test]
async fn who_adds_a_role_must_be_allowed_to_pass_it() {
    let world = World::new().await;
    world.role("App", trust(ACCOUNT), None).await;
    let input =
        CreateInstanceProfileRequest { instance_profile_name: "Machine".into(), ..Default::default() };
    world.call::<CreateInstanceProfile>(&world.admin, input).await.unwrap();
    let ann = world.user("ann", Some(allow("iam:AddRoleToInstanceProfile"))).await;
    let add = || AddRoleToInstanceProfileRequest {
        instance_profile_name: "Machine".into(),
        role_name: "App".into(),
    };
    let (code, text) = refusal(world.call::<AddRoleToInstanceProfile>(&ann, add()).await);
    assert!(code == "AccessDenied" && text.contains("iam:PassRole on resource: "), "{text}");
    world.put_user_policy("ann", "pass", allow_on("iam:PassRole", &role_arn("App"))).await;
    world.call::<AddRoleToInstanceProfile>(&ann, add()).await.unwrap();
}
