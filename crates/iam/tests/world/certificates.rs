//! Server certificates and signing certificates, and the service-linked roles that there are not.

use crate::support::*;
use aws_model::iam::*;
use gate::Fault;
use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P256_SHA256, date_time_ymd};

fn certificate() -> (String, String) {
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    let made = CertificateParams::new(vec!["web.example.com".to_owned()]).unwrap().self_signed(&key).unwrap();
    (made.pem(), key.serialize_pem())
}

fn expired() -> (String, String) {
    let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).unwrap();
    let mut params = CertificateParams::new(vec!["web.example.com".to_owned()]).unwrap();
    params.not_after = date_time_ymd(2001, 1, 1);
    (params.self_signed(&key).unwrap().pem(), key.serialize_pem())
}

fn upload(name: &str, (body, key): &(String, String)) -> UploadServerCertificateRequest {
    UploadServerCertificateRequest {
        certificate_body: body.clone(),
        certificate_chain: None,
        path: Some("/web/".into()),
        private_key: key.clone().into(),
        server_certificate_name: name.into(),
        tags: tags(&[("Team", "a")]),
    }
}

async fn sign(world: &World, user: &str, body: &str) -> Result<SigningCertificate, Fault> {
    let input =
        UploadSigningCertificateRequest { certificate_body: body.into(), user_name: Some(user.into()) };
    Ok(world.call::<UploadSigningCertificate>(&world.admin, input).await?.certificate)
}

#[tokio::test]
async fn a_server_certificate_is_uploaded_shown_renamed_tagged_and_deleted() {
    let world = World::new().await;
    let (admin, pair) = (&world.admin, certificate());
    let made = world.call::<UploadServerCertificate>(admin, upload("web", &pair)).await.unwrap();
    let made = made.server_certificate_metadata.unwrap();
    assert_eq!(made.arn, format!("arn:aws:iam::{ACCOUNT}:server-certificate/web/web"));
    assert!(made.server_certificate_id.starts_with("ASCA"));
    let again = refusal(world.call::<UploadServerCertificate>(admin, upload("Web", &pair)).await);
    assert_eq!(again.0, "EntityAlreadyExists");
    let get = |name: &str| GetServerCertificateRequest { server_certificate_name: name.into() };
    let shown = world.call::<GetServerCertificate>(admin, get("web")).await.unwrap().server_certificate;
    assert_eq!((shown.certificate_body.as_str(), shown.tags.unwrap().len()), (pair.0.as_str(), 1));
    let rename = UpdateServerCertificateRequest {
        new_path: Some("/".into()),
        new_server_certificate_name: Some("site".into()),
        server_certificate_name: "web".into(),
    };
    world.call::<UpdateServerCertificate>(admin, rename).await.unwrap();
    let missing = refusal(world.call::<GetServerCertificate>(admin, get("web")).await);
    assert_eq!(missing, ("NoSuchEntity", "The Server Certificate with name web cannot be found.".into()));
    let list = ListServerCertificatesRequest { path_prefix: Some("/web/".into()), ..Default::default() };
    let below = world.call::<ListServerCertificates>(admin, list).await.unwrap();
    assert!(below.server_certificate_metadata_list.is_empty());
    let tag = TagServerCertificateRequest {
        server_certificate_name: "site".into(),
        tags: tags(&[("Stage", "b")]).unwrap(),
    };
    world.call::<TagServerCertificate>(admin, tag).await.unwrap();
    let untag = UntagServerCertificateRequest {
        server_certificate_name: "site".into(),
        tag_keys: vec!["team".into()],
    };
    world.call::<UntagServerCertificate>(admin, untag).await.unwrap();
    let list =
        ListServerCertificateTagsRequest { server_certificate_name: "site".into(), ..Default::default() };
    let left = world.call::<ListServerCertificateTags>(admin, list).await.unwrap().tags;
    assert_eq!((left.len(), left[0].key.as_str()), (1, "Stage"));
    let summary = world.call::<GetAccountSummary>(admin, GetAccountSummaryRequest {}).await.unwrap();
    assert_eq!(summary.summary_map.unwrap()["ServerCertificates"], 1);
    let delete = || DeleteServerCertificateRequest { server_certificate_name: "site".into() };
    world.call::<DeleteServerCertificate>(admin, delete()).await.unwrap();
    assert_eq!(refusal(world.call::<DeleteServerCertificate>(admin, delete()).await).0, "NoSuchEntity");
    let records = serde_json::to_string(&world.records()).unwrap();
    assert!(!records.contains("PRIVATE KEY"));
}

#[tokio::test]
async fn certificate_key_chain_and_time_must_fit() {
    let world = World::new().await;
    let (pair, other) = (certificate(), certificate());
    let refused = async |input| refusal(world.call::<UploadServerCertificate>(&world.admin, input).await).0;
    let mixed = (pair.0.clone(), other.1.clone());
    assert_eq!(refused(upload("web", &mixed)).await, "KeyPairMismatch");
    let no_certificate = ("certificate".to_owned(), pair.1.clone());
    assert_eq!(refused(upload("web", &no_certificate)).await, "MalformedCertificate");
    let chained =
        UploadServerCertificateRequest { certificate_chain: Some(other.0.clone()), ..upload("web", &pair) };
    assert_eq!(refused(chained).await, "MalformedCertificate");
    assert_eq!(refused(upload("web", &expired())).await, "MalformedCertificate");
    for at in 0..20 {
        let input = upload(&format!("web{at}"), &pair);
        world.call::<UploadServerCertificate>(&world.admin, input).await.unwrap();
    }
    assert_eq!(refused(upload("web", &pair)).await, "LimitExceeded");
}

#[tokio::test]
async fn a_user_has_two_signing_certificates_that_nobody_else_has() {
    let world = World::new().await;
    let (admin, one) = (&world.admin, certificate().0);
    world.user("ann", None).await;
    world.user("bob", None).await;
    let made = sign(&world, "ann", &one).await.unwrap();
    assert_eq!((made.certificate_body.as_str(), made.status), (one.as_str(), StatusType::Active));
    assert_eq!(refusal(sign(&world, "bob", &one).await).0, "DuplicateCertificate");
    assert_eq!(refusal(sign(&world, "ann", "x").await).0, "MalformedCertificate");
    assert_eq!(refusal(sign(&world, "ann", &expired().0).await).0, "InvalidCertificate");
    sign(&world, "ann", &certificate().0).await.unwrap();
    let third = refusal(sign(&world, "ann", &certificate().0).await);
    assert_eq!(third, ("LimitExceeded", "Cannot exceed quota for CertificatesPerUser: 2".into()));
    let update = |user: &str| UpdateSigningCertificateRequest {
        certificate_id: made.certificate_id.clone(),
        status: StatusType::Inactive,
        user_name: Some(user.into()),
    };
    world.call::<UpdateSigningCertificate>(admin, update("ann")).await.unwrap();
    assert_eq!(refusal(world.call::<UpdateSigningCertificate>(admin, update("bob")).await).0, "NoSuchEntity");
    let list = ListSigningCertificatesRequest { user_name: Some("ann".into()), ..Default::default() };
    let listed = world.call::<ListSigningCertificates>(admin, list).await.unwrap().certificates;
    assert_eq!(listed.iter().filter(|one| one.status == StatusType::Inactive).count(), 1);
    let delete = || DeleteSigningCertificateRequest {
        certificate_id: made.certificate_id.clone(),
        user_name: Some("ann".into()),
    };
    world.call::<DeleteSigningCertificate>(admin, delete()).await.unwrap();
    assert_eq!(refusal(world.call::<DeleteSigningCertificate>(admin, delete()).await).0, "NoSuchEntity");
    sign(&world, "bob", &one).await.unwrap();
}

#[tokio::test]
async fn no_service_has_a_service_linked_role() {
    let world = World::new().await;
    world.role("App", trust(ACCOUNT), None).await;
    let input = CreateServiceLinkedRoleRequest {
        aws_service_name: "mrk.kms.amazonaws.com".into(),
        custom_suffix: None,
        description: None,
    };
    assert_eq!(refusal(world.call::<CreateServiceLinkedRole>(&world.admin, input).await).0, "InvalidInput");
    let delete = |name: &str| DeleteServiceLinkedRoleRequest { role_name: name.into() };
    for (name, code) in [("App", "InvalidInput"), ("None", "NoSuchEntity")] {
        let refused = world.call::<DeleteServiceLinkedRole>(&world.admin, delete(name)).await;
        assert_eq!(refusal(refused).0, code, "{name}");
    }
    let status = GetServiceLinkedRoleDeletionStatusRequest { deletion_task_id: "task/x".into() };
    let refused = world.call::<GetServiceLinkedRoleDeletionStatus>(&world.admin, status).await;
    assert_eq!(refusal(refused).0, "NoSuchEntity");
}
