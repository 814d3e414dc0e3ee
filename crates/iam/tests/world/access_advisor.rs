//! The access advisor, with uses of the test's own. From the audit log on: tests/clients/test_access_advisor.py.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use aws_model::{iam as model, organizations};
use clock::Timestamp;
use envelope::{RootKey, SystemRandom};
use gate::{Access, Accesses, Accessor, BoxFuture, Fault, LastUsesError};
use iam::{Iam, Surroundings};
use secret::{SecretArray, SecretString};
use serde_json::json;
use store::Store;

use crate::support::{
    ACCOUNT, Keys, OTHER, START, World, account, allow, assume, policy_arn, refusal, role_arn, trust,
    user_arn,
};

/// What is known of uses; `None`: the audit log is still being read.
struct Known(Option<BTreeMap<Accessor, Vec<Access>>>);

impl Accesses for Known {
    fn accesses<'a>(
        &'a self,
        of: &'a [Accessor],
        actions: bool,
    ) -> BoxFuture<'a, Result<Vec<Vec<Access>>, LastUsesError>> {
        Box::pin(async move {
            let known = self.0.as_ref().ok_or(LastUsesError::Behind)?;
            let wanted = |access: &Access| actions || access.action.is_none();
            let of = of.iter().map(|accessor| known.get(accessor).cloned().unwrap_or_default());
            Ok(of.map(|accesses| accesses.into_iter().filter(wanted).collect()).collect())
        })
    }
}

fn advisor(store: &Store, known: Option<BTreeMap<Accessor, Vec<Access>>>) -> Arc<Iam> {
    let surroundings = Surroundings { accesses: Some(Arc::new(Known(known))), ..Surroundings::default() };
    let root_key = RootKey::new(SecretArray::new([9; 32]));
    Iam::within(store, &root_key, Arc::new(SystemRandom), surroundings)
}

/// The services that actions belong to.
fn every_service() -> BTreeSet<&'static str> {
    gate::actions()
        .iter()
        .filter_map(|action| action.name.split_once(':'))
        .map(|(service, _)| service)
        .collect()
}

fn at(secs: i64) -> Timestamp {
    Timestamp::from_secs(START.secs() + secs)
}

fn access(service: &str, action: Option<&str>, secs: i64) -> Access {
    let (service, action) = (service.to_owned(), action.map(str::to_owned));
    Access { service, action, time: at(secs), region: "eu-west-1".parse().unwrap() }
}

fn of(id: &str) -> Accessor {
    Accessor { account: account(ACCOUNT), principal_id: Some(id.to_owned()) }
}

async fn id_of(world: &World, name: &str) -> String {
    let input = model::GetUserRequest { user_name: Some(name.into()) };
    world.call::<model::GetUser>(&world.admin, input).await.unwrap().user.user_id
}

async fn generate(
    world: &World,
    service: &Arc<Iam>,
    keys: &Keys,
    arn: &str,
    actions: bool,
) -> Result<String, Fault> {
    let granularity = actions.then_some(model::AccessAdvisorUsageGranularityType::ActionLevel);
    let input = model::GenerateServiceLastAccessedDetailsRequest { arn: arn.into(), granularity };
    let made = world.call_on::<model::GenerateServiceLastAccessedDetails>(service, keys, input).await?;
    Ok(made.job_id.unwrap())
}

async fn details(
    world: &World,
    service: &Arc<Iam>,
    keys: &Keys,
    job_id: &str,
) -> Result<model::GetServiceLastAccessedDetailsResponse, Fault> {
    let input = model::GetServiceLastAccessedDetailsRequest { job_id: job_id.into(), ..Default::default() };
    world.call_on::<model::GetServiceLastAccessedDetails>(service, keys, input).await
}

async fn entities(
    world: &World,
    service: &Arc<Iam>,
    job_id: &str,
    namespace: &str,
) -> Vec<(String, Option<Timestamp>)> {
    let (mut all, mut marker) = (Vec::new(), None);
    loop {
        let input = model::GetServiceLastAccessedDetailsWithEntitiesRequest {
            job_id: job_id.into(),
            service_namespace: namespace.into(),
            max_items: Some(1),
            marker,
        };
        let keys = &world.admin;
        let page = world.call_on::<model::GetServiceLastAccessedDetailsWithEntities>(service, keys, input);
        let page = page.await.unwrap();
        all.extend(
            page.entity_details_list.into_iter().map(|one| (one.entity_info.name, one.last_authenticated)),
        );
        marker = page.marker;
        if marker.is_none() {
            return all;
        }
    }
}

#[tokio::test]
async fn a_users_report_names_what_its_policies_allow_and_when_it_was_used() {
    let world = World::new().await;
    let user = world.user("ann", Some(allow(json!(["kms:Encrypt", "kms:Decrypt"])))).await;
    world.group("team", &["ann"]).await;
    world.put_group_policy("team", "p", allow("sts:AssumeRole")).await;
    let uses = vec![
        access("kms", None, -60),
        access("kms", Some("Encrypt"), -60),
        access("kms", Some("Sign"), -90),
        access("iam", None, -30),
    ];
    let service = advisor(&world.store, Some(BTreeMap::from([(of(&id_of(&world, "ann").await), uses)])));

    let job = generate(&world, &service, &world.admin, &user_arn("ann"), true).await.unwrap();
    assert_eq!(job.len(), 36);
    let report = details(&world, &service, &world.admin, &job).await.unwrap();
    assert_eq!(report.job_status, model::JobStatusType::Completed);
    assert_eq!((report.job_creation_date, report.job_completion_date), (START, START));
    let [kms, sts] = &report.services_last_accessed[..] else { panic!("{report:?}") };
    assert_eq!((&*kms.service_namespace, &*kms.service_name), ("kms", "AWS Key Management Service"));
    assert_eq!(kms.last_authenticated, Some(at(-60)));
    assert_eq!(kms.last_authenticated_entity.as_deref(), Some(&*user_arn("ann")));
    assert_eq!(kms.last_authenticated_region.as_deref(), Some("eu-west-1"));
    assert_eq!(kms.total_authenticated_entities, Some(1));
    let actions: Vec<_> = kms.tracked_actions_last_accessed.iter().flatten().collect();
    let shown: Vec<_> = actions
        .iter()
        .map(|action| (action.action_name.as_deref().unwrap(), action.last_accessed_time))
        .collect();
    assert_eq!(shown, [("Decrypt", None), ("Encrypt", Some(at(-60)))]);
    assert_eq!((&*sts.service_namespace, sts.last_authenticated), ("sts", None));
    assert_eq!(sts.total_authenticated_entities, Some(0));

    // By service, and still what it was when the policies are others.
    let job = generate(&world, &service, &world.admin, &user_arn("ann"), false).await.unwrap();
    world.put_group_policy("team", "p", allow("organizations:*")).await;
    let report = details(&world, &service, &world.admin, &job).await.unwrap();
    let names: Vec<_> = report.services_last_accessed.iter().map(|one| &*one.service_namespace).collect();
    assert_eq!(names, ["kms", "sts"]);
    assert!(report.services_last_accessed.iter().all(|one| one.tracked_actions_last_accessed.is_none()));

    // Who may not ask; what is not there; somebody else's report.
    let (code, text) = refusal(generate(&world, &service, &user, &user_arn("ann"), false).await);
    assert_eq!(code, "AccessDenied");
    assert!(text.contains(&format!("on resource: {}", user_arn("ann"))), "{text}");
    world.put_user_policy("ann", "advisor", allow(json!(["iam:*Accessed*"]))).await;
    assert_eq!(refusal(details(&world, &service, &user, &job).await).0, "NoSuchEntity");
    let mine = generate(&world, &service, &user, &user_arn("ann"), false).await.unwrap();
    details(&world, &service, &user, &mine).await.unwrap();
    assert_eq!(refusal(details(&world, &service, &world.admin, &mine).await).0, "NoSuchEntity");
    for (arn, code) in [
        (user_arn("nobody"), "NoSuchEntity"),
        (policy_arn("nothing"), "NoSuchEntity"),
        ("arn:aws:s3:::bucket-of-mine".to_owned(), "InvalidInput"),
        (user_arn("ann").replace(ACCOUNT, OTHER), "InvalidInput"),
    ] {
        assert_eq!(refusal(generate(&world, &service, &world.admin, &arn, false).await).0, code, "{arn}");
    }

    // After a week nobody has it any more.
    world.clock.advance(Duration::from_secs(7 * 86_400));
    assert_eq!(refusal(details(&world, &service, &world.admin, &job).await).0, "NoSuchEntity");
}

#[tokio::test]
async fn a_policys_report_names_those_who_have_it() {
    let world = World::new().await;
    for name in ["ann", "bob", "eve"] {
        world.user(name, None).await;
    }
    world.group("team", &["ann", "bob"]).await;
    world.role("app", trust(ACCOUNT), None).await;
    let arn = world.policy("kms", allow("kms:*")).await;
    world.attach_group("team", &arn).await.unwrap();
    world.attach_user("bob", &arn).await.unwrap();
    world.attach_role("app", &arn).await.unwrap();
    world.bound_user("eve", &arn).await.unwrap();
    let (ann, bob) = (id_of(&world, "ann").await, id_of(&world, "bob").await);
    let uses = BTreeMap::from([
        (of(&ann), vec![access("kms", None, -60)]),
        (of(&bob), vec![access("kms", None, -30), access("iam", None, -10)]),
    ]);
    let service = advisor(&world.store, Some(uses));

    let job = generate(&world, &service, &world.admin, &arn, false).await.unwrap();
    let report = details(&world, &service, &world.admin, &job).await.unwrap();
    let [kms] = &report.services_last_accessed[..] else { panic!("{report:?}") };
    assert_eq!(kms.last_authenticated_entity.as_deref(), Some(&*user_arn("bob")));
    assert_eq!(kms.total_authenticated_entities, Some(2));
    let shown = entities(&world, &service, &job, "kms").await;
    let expected = [("bob", Some(at(-30))), ("ann", Some(at(-60))), ("app", None)];
    assert_eq!(shown, expected.map(|(name, at)| (name.to_owned(), at)));
    assert!(entities(&world, &service, &job, "iam").await.is_empty());

    let group = format!("arn:aws:iam::{ACCOUNT}:group/team");
    let job = generate(&world, &service, &world.admin, &group, false).await.unwrap();
    let names: Vec<_> =
        entities(&world, &service, &job, "kms").await.into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["bob", "ann"]);

    // One of AWS's.
    let administrator = "arn:aws:iam::aws:policy/AdministratorAccess";
    world.attach_user("eve", administrator).await.unwrap();
    let job = generate(&world, &service, &world.admin, administrator, false).await.unwrap();
    let report = details(&world, &service, &world.admin, &job).await.unwrap();
    let names: Vec<_> = report.services_last_accessed.iter().map(|one| &*one.service_namespace).collect();
    assert_eq!(names, every_service().into_iter().collect::<Vec<_>>());
    let names: Vec<_> =
        entities(&world, &service, &job, "kms").await.into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["eve"]);
}

#[tokio::test]
async fn sessions_of_a_role_share_its_reports() {
    let world = World::new().await;
    world.role("auditor", trust(ACCOUNT), Some(allow("iam:*"))).await;
    let service = advisor(&world.store, Some(BTreeMap::new()));
    let [one, other] = ["one", "other"].map(|name| assume(&role_arn("auditor"), name));
    let one = world.assume(&world.admin, one).await.unwrap();
    let other = world.assume(&world.admin, other).await.unwrap();
    let job = generate(&world, &service, &one, &role_arn("auditor"), false).await.unwrap();
    let report = details(&world, &service, &other, &job).await.unwrap();
    assert_eq!(report.services_last_accessed.len(), 1);
}

#[tokio::test]
async fn a_report_that_cannot_be_made_says_why() {
    let world = World::new().await;
    world.user("ann", Some(allow("kms:*"))).await;
    let service = advisor(&world.store, None);
    let job = generate(&world, &service, &world.admin, &user_arn("ann"), false).await.unwrap();
    let report = details(&world, &service, &world.admin, &job).await.unwrap();
    assert_eq!(report.job_status, model::JobStatusType::Failed);
    assert!(report.services_last_accessed.is_empty());
    let error = report.error.unwrap();
    assert_eq!(error.code, "ServiceUnavailable");
    assert!(error.message.contains("audit log"), "{}", error.message);
}

#[tokio::test]
async fn policies_that_grant_a_service_are_listed() {
    let world = World::new().await;
    world.user("ann", Some(allow("kms:Encrypt"))).await;
    world.group("team", &["ann"]).await;
    world.put_group_policy("team", "all", allow("*")).await;
    let arn = world.policy("managed", allow(json!(["iam:Get*", "kms:*"]))).await;
    world.attach_user("ann", &arn).await.unwrap();
    world.attach_group("team", &arn).await.unwrap();
    world.bound_user("ann", &arn).await.unwrap();
    let input = model::ListPoliciesGrantingServiceAccessRequest {
        arn: user_arn("ann"),
        marker: None,
        service_namespaces: ["kms", "iam", "s3"].map(str::to_owned).to_vec(),
    };
    let listed = world.call::<model::ListPoliciesGrantingServiceAccess>(&world.admin, input).await.unwrap();
    let shown: Vec<_> = listed
        .policies_granting_service_access
        .iter()
        .map(|entry| {
            let names = entry.policies.iter().flatten().map(|policy| {
                let of = policy.entity_name.as_deref().or(policy.policy_arn.as_deref()).unwrap();
                format!("{} {}", policy.policy_name, of)
            });
            (entry.service_namespace.as_deref().unwrap(), names.collect::<Vec<_>>())
        })
        .collect();
    let managed = format!("managed {arn}");
    assert_eq!(
        shown,
        [
            ("kms", vec!["p ann".to_owned(), managed.clone(), "all team".to_owned()]),
            ("iam", vec![managed, "all team".to_owned()]),
            ("s3", vec![]),
        ]
    );
    let missing = model::ListPoliciesGrantingServiceAccessRequest {
        arn: user_arn("nobody"),
        service_namespaces: vec!["kms".to_owned()],
        ..Default::default()
    };
    let refused = world.call::<model::ListPoliciesGrantingServiceAccess>(&world.admin, missing).await;
    assert_eq!(refusal(refused).0, "NoSuchEntity");
}

async fn member(world: &World, name: &str) -> String {
    let input = organizations::CreateAccountRequest {
        account_name: SecretString::new(name.to_owned()),
        email: SecretString::new(format!("{name}@example.com")),
        ..Default::default()
    };
    let made = world.call::<organizations::CreateAccount>(&world.admin, input).await.unwrap();
    made.create_account_status.unwrap().account_id.unwrap()
}

#[tokio::test]
async fn the_organizations_report_is_about_a_part_of_it() {
    let world = World::new().await;
    let (one, two) = (member(&world, "one").await, member(&world, "two").await);
    let roots = world.call::<organizations::ListRoots>(&world.admin, Default::default()).await.unwrap();
    let root = roots.roots.unwrap().remove(0).id.unwrap();
    let unit = organizations::CreateOrganizationalUnitRequest {
        name: "unit".into(),
        parent_id: root.clone(),
        tags: None,
    };
    let unit = world.call::<organizations::CreateOrganizationalUnit>(&world.admin, unit).await.unwrap();
    let unit = unit.organizational_unit.unwrap().id.unwrap();
    let moving = organizations::MoveAccountRequest {
        account_id: one.clone(),
        source_parent_id: root.clone(),
        destination_parent_id: unit.clone(),
    };
    world.call::<organizations::MoveAccount>(&world.admin, moving).await.unwrap();
    let policy = organizations::CreatePolicyRequest {
        content: allow(json!(["kms:*", "iam:*"])).to_string(),
        description: String::new(),
        name: "some".into(),
        tags: None,
        r#type: organizations::PolicyType::ServiceControlPolicy,
    };
    let policy = world.call::<organizations::CreatePolicy>(&world.admin, policy).await.unwrap();
    let policy = policy.policy.unwrap().policy_summary.unwrap().id.unwrap();
    let attach = organizations::AttachPolicyRequest { policy_id: policy.clone(), target_id: unit.clone() };
    world.call::<organizations::AttachPolicy>(&world.admin, attach).await.unwrap();
    let full =
        organizations::DetachPolicyRequest { policy_id: "p-FullAWSAccess".into(), target_id: unit.clone() };
    world.call::<organizations::DetachPolicy>(&world.admin, full).await.unwrap();
    let organization = world.call::<organizations::DescribeOrganization>(&world.admin, Default::default());
    let organization = organization.await.unwrap().organization.unwrap().id.unwrap();

    let all = |id: &str| Accessor { account: account(id), principal_id: None };
    let uses = BTreeMap::from([
        (all(&one), vec![access("kms", None, -60), access("sts", None, -50)]),
        (all(&two), vec![access("kms", None, -30)]),
        (all(ACCOUNT), vec![access("kms", None, -1)]),
    ]);
    let service = advisor(&world.store, Some(uses));
    let root_path = format!("{organization}/{root}");
    let report = async |path: &str, policy: Option<&str>| {
        let input = model::GenerateOrganizationsAccessReportRequest {
            entity_path: path.into(),
            organizations_policy_id: policy.map(str::to_owned),
        };
        let made =
            world.call_on::<model::GenerateOrganizationsAccessReport>(&service, &world.admin, input).await?;
        let input = model::GetOrganizationsAccessReportRequest {
            job_id: made.job_id.unwrap(),
            sort_key: Some(model::SortKeyType::LastAuthenticatedTimeDescending),
            ..Default::default()
        };
        world.call_on::<model::GetOrganizationsAccessReport>(&service, &world.admin, input).await
    };
    let shown = |report: &model::GetOrganizationsAccessReportResponse| {
        let used = report.access_details.iter().flatten().filter(|detail| detail.entity_path.is_some());
        used.map(|detail| {
            let account = detail.entity_path.as_deref().and_then(|path| path.rsplit('/').next()).unwrap();
            (
                detail.service_namespace.clone(),
                account.to_owned(),
                detail.total_authenticated_entities.unwrap(),
            )
        })
        .collect::<Vec<_>>()
    };
    let used = |service: &str, account: &str, of: i32| (service.to_owned(), account.to_owned(), of);

    let services = i32::try_from(every_service().len()).unwrap();
    let found = report(&root_path, None).await.unwrap();
    assert_eq!(shown(&found), [used("kms", &two, 2), used("sts", &one, 1)]);
    assert_eq!(
        (found.number_of_services_accessible, found.number_of_services_not_accessed),
        (Some(services), Some(services - 2))
    );
    // The unit's policy leaves two services.
    let found = report(&format!("{root_path}/{unit}"), None).await.unwrap();
    assert_eq!(shown(&found), [used("kms", &one, 1)]);
    assert_eq!(
        (found.number_of_services_accessible, found.number_of_services_not_accessed),
        (Some(2), Some(1))
    );
    let found = report(&format!("{root_path}/{unit}/{one}"), None).await.unwrap();
    assert_eq!(found.number_of_services_accessible, Some(2));
    // For the policy: only the accounts to which it applies.
    assert_eq!(shown(&report(&root_path, Some(&policy)).await.unwrap()), [used("kms", &one, 1)]);
    let found = report(&format!("{root_path}/{two}"), Some(&policy)).await.unwrap();
    assert_eq!((shown(&found), found.number_of_services_accessible), (vec![], Some(2)));
    // The management account is limited by nothing.
    let found = report(&format!("{root_path}/{ACCOUNT}"), Some(&policy)).await.unwrap();
    assert_eq!(
        (shown(&found), found.number_of_services_accessible),
        (vec![used("kms", ACCOUNT, 1)], Some(services))
    );

    for wrong in
        [format!("{root_path}/{one}"), format!("o-aaaaaaaaaa/{root}"), format!("{root_path}/{OTHER}")]
    {
        assert_eq!(refusal(report(&wrong, None).await).0, "ValidationError", "{wrong}");
    }
    assert_eq!(refusal(report(&root_path, Some("p-11111111")).await).0, "ValidationError");
}
