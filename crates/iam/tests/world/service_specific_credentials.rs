use aws_model::iam::{
    CreateServiceSpecificCredential, CreateServiceSpecificCredentialRequest, DeleteServiceSpecificCredential,
    DeleteServiceSpecificCredentialRequest, DeleteUser, DeleteUserRequest, ListServiceSpecificCredentials,
    ListServiceSpecificCredentialsRequest, ResetServiceSpecificCredential,
    ResetServiceSpecificCredentialRequest, ServiceSpecificCredential, StatusType,
    UpdateServiceSpecificCredential, UpdateServiceSpecificCredentialRequest,
};
use gate::{CredentialError, Fault};

use crate::support::{Keys, World, allow, new_user, refusal, user_arn};

const XKS: &str = "kms-xks-proxy.amazonaws.com";

fn create(user: &str, service: &str) -> CreateServiceSpecificCredentialRequest {
    CreateServiceSpecificCredentialRequest {
        credential_age_days: None,
        service_name: service.into(),
        user_name: user.into(),
    }
}

async fn created(world: &World, user: &str) -> ServiceSpecificCredential {
    let made = world.call::<CreateServiceSpecificCredential>(&world.admin, create(user, XKS)).await.unwrap();
    made.service_specific_credential.unwrap()
}

fn keys(made: &ServiceSpecificCredential) -> Keys {
    Keys {
        id: made.service_user_name.clone().unwrap(),
        secret: made.service_password.clone().unwrap(),
        token: None,
    }
}

async fn set(world: &World, id: &str, status: StatusType) -> Result<(), Fault> {
    let input = UpdateServiceSpecificCredentialRequest {
        service_specific_credential_id: id.into(),
        status,
        user_name: Some("ann".into()),
    };
    world.call::<UpdateServiceSpecificCredential>(&world.admin, input).await.map(drop)
}

fn delete(user: &str, id: &str) -> DeleteServiceSpecificCredentialRequest {
    DeleteServiceSpecificCredentialRequest {
        service_specific_credential_id: id.into(),
        user_name: Some(user.into()),
    }
}

#[tokio::test]
async fn a_credential_stands_for_its_user_until_it_is_switched_off_or_deleted() {
    let world = World::new().await;
    world.user("ann", Some(allow("kms:Encrypt"))).await;
    let made = created(&world, "ann").await;
    assert_eq!((made.service_name.as_str(), made.user_name.as_str()), (XKS, "ann"));
    assert_eq!(made.status, StatusType::Active);
    let keys = keys(&made);
    assert!((20..=30).contains(&keys.id.len()) && (43..=64).contains(&keys.secret.expose().len()));
    let caller = world.authenticate(&keys).await.unwrap();
    assert_eq!((caller.arn(), caller.identity_policies.len()), (user_arn("ann").as_str(), 1));
    assert_eq!(caller.access_key_id, keys.id);

    let id = &made.service_specific_credential_id;
    set(&world, id, StatusType::Inactive).await.unwrap();
    assert!(matches!(world.authenticate(&keys).await, Err(CredentialError::Unknown)));
    set(&world, id, StatusType::Active).await.unwrap();
    world.authenticate(&keys).await.unwrap();
    assert_eq!(refusal(set(&world, id, StatusType::Expired).await).0, "ValidationError");

    let (code, text) =
        refusal(world.call::<DeleteUser>(&world.admin, DeleteUserRequest { user_name: "ann".into() }).await);
    assert_eq!(code, "DeleteConflict", "{text}");
    world.call::<DeleteServiceSpecificCredential>(&world.admin, delete("ann", id)).await.unwrap();
    assert!(matches!(world.authenticate(&keys).await, Err(CredentialError::Unknown)));
    let again = world.call::<DeleteServiceSpecificCredential>(&world.admin, delete("ann", id)).await;
    assert_eq!(refusal(again).0, "NoSuchEntity");
}

#[tokio::test]
async fn a_reset_gives_a_new_password_and_ends_the_old_one() {
    let world = World::new().await;
    world.user("ann", None).await;
    let made = created(&world, "ann").await;
    let old = keys(&made);
    world.authenticate(&old).await.unwrap();
    let input = ResetServiceSpecificCredentialRequest {
        service_specific_credential_id: made.service_specific_credential_id.clone(),
        user_name: Some("ann".into()),
    };
    let reset = world.call::<ResetServiceSpecificCredential>(&world.admin, input).await.unwrap();
    let reset = reset.service_specific_credential.unwrap();
    assert_eq!(reset.service_user_name, made.service_user_name);
    let new = keys(&reset);
    assert!(new.secret.expose() != old.secret.expose());
    world.authenticate(&new).await.unwrap();
    for record in world.records() {
        let text = record.to_string();
        assert!(!text.contains(new.secret.expose()) && !text.contains(old.secret.expose()), "{text}");
    }
}

#[tokio::test]
async fn a_user_has_two_of_a_service_and_lists_show_no_passwords() {
    let world = World::new().await;
    world.user("ann", None).await;
    world.user("bob", None).await;
    let made = [created(&world, "ann").await, created(&world, "ann").await];
    let others = created(&world, "bob").await;
    let third = world.call::<CreateServiceSpecificCredential>(&world.admin, create("ann", XKS)).await;
    assert_eq!(refusal(third).0, "LimitExceeded");
    let of = |user: &str| ListServiceSpecificCredentialsRequest {
        user_name: Some(user.into()),
        ..Default::default()
    };
    let listed = world.call::<ListServiceSpecificCredentials>(&world.admin, of("ann")).await.unwrap();
    let listed = listed.service_specific_credentials.unwrap();
    let mut names: Vec<_> = made.iter().map(|made| &made.service_specific_credential_id).collect();
    names.sort();
    assert!(listed.iter().map(|listed| &listed.service_specific_credential_id).eq(names));
    let first = ListServiceSpecificCredentialsRequest { max_items: Some(1), ..of("ann") };
    let first = world.call::<ListServiceSpecificCredentials>(&world.admin, first).await.unwrap();
    assert_eq!(first.is_truncated, Some(true));
    let rest = ListServiceSpecificCredentialsRequest { marker: first.marker, ..of("ann") };
    let rest = world.call::<ListServiceSpecificCredentials>(&world.admin, rest).await.unwrap();
    assert_eq!(rest.service_specific_credentials.unwrap().len(), 1);
    let both = ListServiceSpecificCredentialsRequest { all_users: Some(true), ..of("ann") };
    let both = world.call::<ListServiceSpecificCredentials>(&world.admin, both).await;
    assert_eq!(refusal(both).0, "InvalidInput");
    let everybody = ListServiceSpecificCredentialsRequest { all_users: Some(true), ..Default::default() };
    let everybody = world.call::<ListServiceSpecificCredentials>(&world.admin, everybody).await.unwrap();
    let everybody = everybody.service_specific_credentials.unwrap();
    assert_eq!(everybody.len(), 3);
    let of_bob = everybody.iter().find(|one| one.user_name == "bob").unwrap();
    assert_eq!(of_bob.service_specific_credential_id, others.service_specific_credential_id);
}

#[tokio::test]
async fn other_services_and_missing_users_have_none() {
    let world = World::new().await;
    world.user("ann", None).await;
    for (input, code) in [
        (create("ann", "codecommit.amazonaws.com"), "NotSupportedService"),
        (create("nobody", XKS), "NoSuchEntity"),
        (
            CreateServiceSpecificCredentialRequest { credential_age_days: Some(1), ..create("ann", XKS) },
            "ValidationError",
        ),
    ] {
        let refused = world.call::<CreateServiceSpecificCredential>(&world.admin, input).await;
        assert_eq!(refusal(refused).0, code);
    }
    // Another user's is not found under one's own name.
    world.call::<aws_model::iam::CreateUser>(&world.admin, new_user("bob")).await.unwrap();
    let made = created(&world, "ann").await;
    let of_bob = delete("bob", &made.service_specific_credential_id);
    let refused = world.call::<DeleteServiceSpecificCredential>(&world.admin, of_bob).await;
    assert_eq!(refusal(refused).0, "NoSuchEntity");
    world.authenticate(&keys(&made)).await.unwrap();
}
