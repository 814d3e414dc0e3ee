//! The account as a whole: its alias, its summary, its details, its credential report, and when access keys were last used.

use crate::support::*;
use aws_model::iam::*;

#[tokio::test]
async fn an_account_has_one_alias_which_no_other_has() {
    let world = World::new().await;
    let (own, other) = (root(ACCOUNT), root(OTHER));
    let create = |alias: &str| CreateAccountAliasRequest { account_alias: alias.into() };
    world.call_as::<CreateAccountAlias>(&own, create("house")).await.unwrap();
    let refused = refusal(world.call_as::<CreateAccountAlias>(&other, create("house")).await);
    assert_eq!(refused, ("EntityAlreadyExists", "The account alias house already exists.".into()));
    world.call_as::<CreateAccountAlias>(&own, create("manor")).await.unwrap();
    world.call_as::<CreateAccountAlias>(&other, create("house")).await.unwrap();
    let listed = world.call_as::<ListAccountAliases>(&own, Default::default()).await.unwrap();
    assert_eq!(listed.account_aliases, ["manor"]);
    let delete = |alias: &str| DeleteAccountAliasRequest { account_alias: alias.into() };
    assert_eq!(refusal(world.call_as::<DeleteAccountAlias>(&own, delete("house")).await).0, "NoSuchEntity");
    world.call_as::<DeleteAccountAlias>(&own, delete("manor")).await.unwrap();
    assert!(
        world
            .call_as::<ListAccountAliases>(&own, Default::default())
            .await
            .unwrap()
            .account_aliases
            .is_empty()
    );
    for alias in ["a", "A-b-c", "-abc", "a--b"] {
        let refused = refusal(world.call_as::<CreateAccountAlias>(&own, create(alias)).await);
        assert_eq!(refused.0, "ValidationError", "{alias}");
    }
}

#[tokio::test]
async fn the_summary_counts() {
    let world = World::new().await;
    world.user("ann", None).await;
    world.group("Team", &["ann"]).await;
    world.policy("Own", allow("s3:*")).await;
    world.role("App", trust(ACCOUNT), None).await;
    let summary =
        async || world.call::<GetAccountSummary>(&world.admin, GetAccountSummaryRequest {}).await.unwrap();
    let counts = summary().await.summary_map.unwrap();
    for (name, count) in [
        ("Users", 2),
        ("Groups", 1),
        ("Policies", 1),
        ("PolicyVersionsInUse", 1),
        ("Roles", 1),
        ("UsersQuota", 5000),
    ] {
        assert_eq!(counts[name], count, "{name}");
    }
    world.delete_role("App").await;
    assert_eq!(summary().await.summary_map.unwrap()["Roles"], 0);
}

#[tokio::test]
async fn the_details_tell_everything_in_pages() {
    let world = World::new().await;
    world.user("ann", Some(allow("s3:*"))).await;
    world.group("Team", &["ann"]).await;
    world.role("App", trust(ACCOUNT), Some(allow("s3:*"))).await;
    let arn = world.policy("Own", allow("s3:*")).await;
    world.attach_role("App", &arn).await.unwrap();
    world.attach_user("ann", "arn:aws:iam::aws:policy/SecurityAudit").await.unwrap();
    world.bound_user("ann", &arn).await.unwrap();
    let (mut users, mut groups, mut roles, mut policies) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut marker = None;
    loop {
        let input =
            GetAccountAuthorizationDetailsRequest { marker, max_items: Some(2), ..Default::default() };
        let page = world.call::<GetAccountAuthorizationDetails>(&world.admin, input).await.unwrap();
        users.extend(page.user_detail_list.unwrap());
        groups.extend(page.group_detail_list.unwrap());
        roles.extend(page.role_detail_list.unwrap());
        policies.extend(page.policies.unwrap());
        marker = page.marker;
        if marker.is_none() {
            break;
        }
    }
    let ann = users.iter().find(|user| user.user_name.as_deref() == Some("ann")).unwrap();
    assert_eq!(ann.group_list.as_deref(), Some(&["Team".to_owned()][..]));
    assert_eq!(ann.user_policy_list.as_ref().unwrap().len(), 1);
    assert_eq!(
        ann.attached_managed_policies.as_ref().unwrap()[0].policy_name.as_deref(),
        Some("SecurityAudit")
    );
    assert!(ann.permissions_boundary.is_some());
    assert_eq!((users.len(), groups.len(), roles.len()), (2, 1, 1));
    let names: Vec<_> = policies.iter().map(|policy| policy.policy_name.clone().unwrap()).collect();
    assert_eq!(names, ["Own", "SecurityAudit"]);
    let own = &policies[0];
    assert_eq!((own.attachment_count, own.permissions_boundary_usage_count), (Some(1), Some(1)));
    assert!(own.policy_version_list.as_ref().unwrap()[0].document.is_some());
    let input =
        GetAccountAuthorizationDetailsRequest { filter: Some(vec![EntityType::Role]), ..Default::default() };
    let page = world.call::<GetAccountAuthorizationDetails>(&world.admin, input).await.unwrap();
    assert_eq!((page.role_detail_list.unwrap().len(), page.user_detail_list.unwrap().len()), (1, 0));
}

#[tokio::test]
async fn the_credential_report_tells_of_users_and_lasts_four_hours() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    let get = || world.call_as::<GetCredentialReport>(&ROOT, GetCredentialReportRequest {});
    static ROOT: std::sync::LazyLock<std::sync::Arc<gate::Caller>> =
        std::sync::LazyLock::new(|| root(ACCOUNT));
    assert_eq!(refusal(get().await).0, "ReportNotPresent");
    world.used(&ann, "eu-west-1", "kms", world.gate.now()).await;
    let generate = || world.call_as::<GenerateCredentialReport>(&ROOT, GenerateCredentialReportRequest {});
    assert_eq!(generate().await.unwrap().state, Some(ReportStateType::Started));
    assert_eq!(generate().await.unwrap().state, Some(ReportStateType::Complete));
    let report = get().await.unwrap();
    assert_eq!((report.generated_time, report.report_format), (Some(START), Some(ReportFormatType::TextCsv)));
    let text = String::from_utf8(report.content.unwrap()).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    assert!(rows.iter().all(|row| row.len() == 22), "{text}");
    let names: Vec<_> = rows.iter().map(|row| row[0]).collect();
    assert_eq!(names, ["user", "<root_account>", "admin", "ann"]);
    assert_eq!(rows[3][1], user_arn("ann"));
    assert_eq!((rows[3][8], rows[3][11], rows[3][12], rows[3][13]), ("true", "eu-west-1", "kms", "false"));
    assert!(rows[3][10].ends_with("+00:00"), "{}", rows[3][10]);
    world.clock.advance(4 * HOUR);
    assert_eq!(refusal(get().await).0, "ReportExpired");
    assert_eq!(generate().await.unwrap().state, Some(ReportStateType::Started));
    get().await.unwrap();
}

#[tokio::test]
async fn the_last_use_of_an_access_key_outlives_the_program() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    let last = async |iam_is: &str| {
        let input = GetAccessKeyLastUsedRequest { access_key_id: ann.id.clone() };
        let found = world.call::<GetAccessKeyLastUsed>(&world.admin, input).await.unwrap();
        assert_eq!(found.user_name.as_deref(), Some("ann"), "{iam_is}");
        let last = found.access_key_last_used.unwrap();
        (last.last_used_date, last.region, last.service_name)
    };
    assert_eq!(last("before").await, (None, "N/A".into(), "N/A".into()));
    world.used(&ann, "eu-west-1", "kms", START).await;
    // Within a minute nothing is noted, unless it is something else.
    world.used(&ann, "eu-west-1", "kms", START.plus(HOUR / 120)).await;
    assert_eq!(last("noted").await, (Some(START), "eu-west-1".into(), "kms".into()));
    world.used(&ann, "eu-west-1", "iam", START.plus(HOUR / 120)).await;
    let records = world.records().len();
    for duty in iam::duties(&world.iam) {
        assert_eq!(world.gate.perform(&*duty).await.unwrap(), 0);
    }
    assert_eq!(world.records().len(), records);
    let again = service(&world.store);
    let input = GetAccessKeyLastUsedRequest { access_key_id: ann.id.clone() };
    let found = world.call_on::<GetAccessKeyLastUsed>(&again, &world.admin, input).await.unwrap();
    let found = found.access_key_last_used.unwrap();
    assert_eq!((found.last_used_date, found.service_name.as_str()), (Some(START.plus(HOUR / 120)), "iam"));
    let unknown = GetAccessKeyLastUsedRequest { access_key_id: "AKIAIOSFODNN7EXAMPLE".into() };
    assert_eq!(refusal(world.call::<GetAccessKeyLastUsed>(&world.admin, unknown).await).0, "NoSuchEntity");
    let foreign = GetAccessKeyLastUsedRequest { access_key_id: ann.id.clone() };
    assert_eq!(refusal(world.call_as::<GetAccessKeyLastUsed>(&root(OTHER), foreign).await).0, "NoSuchEntity");
}
