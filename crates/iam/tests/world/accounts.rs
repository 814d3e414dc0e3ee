//! The organization and its accounts.

use std::collections::BTreeSet;

use crate::support::*;
use aws_model::organizations::*;
use iam::Genesis;

#[tokio::test]
async fn the_first_start_makes_an_organization_once() {
    let world = World::empty().await;
    let request = Genesis { management_account: None, name: "Example".into() };
    let founded = world.genesis(&request).await.unwrap().unwrap();
    assert_eq!(founded.events.len(), 3);
    assert!(world.genesis(&request).await.unwrap().is_none());
    let admin = Keys { id: founded.access_key_id, secret: founded.secret_access_key, token: None };
    let arn = format!("arn:aws:iam::{}:user/admin", founded.account);
    assert_eq!(world.whoami(&admin).await.unwrap(), arn);
    let described = world
        .call::<DescribeOrganization>(&admin, DescribeOrganizationRequest {})
        .await
        .unwrap()
        .organization
        .unwrap();
    assert_eq!(described.id.as_deref(), Some(founded.organization_id.as_str()));
    assert_eq!(described.master_account_id.unwrap(), founded.account.to_string());
    let events: BTreeSet<String> =
        world.records().iter().map(|record| record["eventName"].as_str().unwrap().to_owned()).collect();
    assert!(
        events
            .is_superset(&["CreateOrganization", "CreateUser", "CreateAccessKey"].map(str::to_owned).into())
    );
}

#[tokio::test]
async fn an_account_is_made_and_entered_through_its_access_role() {
    let world = World::new().await;
    let status = create(&world, "tenants@example.com").await;
    assert_eq!(status.state, Some(CreateAccountState::Succeeded));
    let id = status.account_id.unwrap();
    let input = DescribeCreateAccountStatusRequest { create_account_request_id: status.id.unwrap() };
    let again = world.call::<DescribeCreateAccountStatus>(&world.admin, input).await.unwrap();
    assert_eq!(again.create_account_status.unwrap().account_id.as_ref(), Some(&id));
    let input = DescribeAccountRequest { account_id: id.clone() };
    let account = world.call::<DescribeAccount>(&world.admin, input).await.unwrap().account.unwrap();
    assert!(account.arn.unwrap().ends_with(&format!("/{id}")));
    assert_eq!(account.email.unwrap().expose(), "tenants@example.com");
    // Across accounts: the access role trusts the management account, and the admin's own policy allows.
    let role = format!("arn:aws:iam::{id}:role/OrganizationAccountAccessRole");
    let inside = world.assume(&world.admin, assume(&role, "setup")).await.unwrap();
    let arn = format!("arn:aws:sts::{id}:assumed-role/OrganizationAccountAccessRole/setup");
    assert_eq!(world.whoami(&inside).await.unwrap(), arn);
    let user = aws_model::iam::CreateUserRequest { user_name: "ann".into(), ..Default::default() };
    let made = world.call::<aws_model::iam::CreateUser>(&inside, user).await.unwrap().user.unwrap();
    assert_eq!(made.arn, format!("arn:aws:iam::{id}:user/ann"));
    // Both sides must allow.
    let ann = world.user("bob", None).await;
    assert_eq!(refusal(world.assume(&ann, assume(&role, "setup")).await).0, "AccessDenied");
    // A member may ask what organization it is in, and nothing else.
    world.call::<DescribeOrganization>(&inside, DescribeOrganizationRequest {}).await.unwrap();
    let refused = refusal(world.call::<ListAccounts>(&inside, ListAccountsRequest::default()).await);
    assert_eq!(
        refused,
        ("AccessDeniedException", "You don't have permissions to access this resource.".into())
    );
    // A role of the member may be assumed by another account only if both sides say so.
    let other = create(&world, "other@example.com").await.account_id.unwrap();
    let elsewhere = format!("arn:aws:iam::{other}:role/OrganizationAccountAccessRole");
    assert_eq!(refusal(world.assume(&inside, assume(&elsewhere, "s1")).await).0, "AccessDenied");
}

#[tokio::test]
async fn email_addresses_are_unique() {
    let world = World::new().await;
    create(&world, "a@example.com").await;
    let second = create(&world, "A@example.com").await;
    assert_eq!(second.state, Some(CreateAccountState::Failed));
    assert_eq!(second.failure_reason, Some(CreateAccountFailureReason::EmailAlreadyExists));
    assert_eq!(second.account_id, None);
    let listed = world.call::<ListAccounts>(&world.admin, ListAccountsRequest::default()).await.unwrap();
    assert_eq!(listed.accounts.unwrap().len(), 2);
}

#[tokio::test]
async fn accounts_are_listed_in_pages() {
    let world = World::new().await;
    for at in 0..4 {
        create(&world, &format!("a{at}@example.com")).await;
    }
    let (mut seen, mut next_token) = (BTreeSet::new(), None);
    loop {
        let input = ListAccountsRequest { max_results: Some(2), next_token };
        let page = world.call::<ListAccounts>(&world.admin, input).await.unwrap();
        seen.extend(page.accounts.unwrap().into_iter().map(|account| account.id.unwrap()));
        next_token = page.next_token;
        if next_token.is_none() {
            break;
        }
    }
    assert!(seen.len() == 5 && seen.contains(ACCOUNT));
    let input = ListAccountsRequest { next_token: Some("nonsense!".into()), ..Default::default() };
    assert_eq!(refusal(world.call::<ListAccounts>(&world.admin, input).await).0, "InvalidInputException");
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    let world = World::new().await;
    let input = DescribeAccountRequest { account_id: OTHER.into() };
    let missing = refusal(world.call::<DescribeAccount>(&world.admin, input).await);
    assert_eq!(missing.0, "AccountNotFoundException");
    let input = DescribeCreateAccountStatusRequest { create_account_request_id: "car-12345678".into() };
    let missing = refusal(world.call::<DescribeCreateAccountStatus>(&world.admin, input).await);
    assert_eq!(missing.0, "CreateAccountStatusNotFoundException");
    let world = World::empty().await;
    let refused =
        refusal(world.call_as::<DescribeOrganization>(&root(ACCOUNT), DescribeOrganizationRequest {}).await);
    assert_eq!(refused.0, "AWSOrganizationsNotInUseException");
}

#[tokio::test]
async fn tags_of_accounts_need_their_own_permission() {
    let world = World::new().await;
    let maker = world.user("maker", Some(allow("organizations:CreateAccount"))).await;
    let tagged = || CreateAccountRequest {
        tags: Some(vec![Tag { key: "Team".into(), value: "a".into() }]),
        ..request("a@example.com")
    };
    let (code, text) = refusal(world.call::<CreateAccount>(&maker, tagged()).await);
    assert!(code == "AccessDeniedException" && text.contains("organizations:TagResource"), "{text}");
    world.call::<CreateAccount>(&world.admin, tagged()).await.unwrap();
    let mut twice = tagged();
    twice.tags.as_mut().unwrap().push(Tag { key: "TEAM".into(), value: "b".into() });
    assert_eq!(refusal(world.call::<CreateAccount>(&world.admin, twice).await).0, "InvalidInputException");
    let tag = |at: usize| Tag { key: at.to_string(), value: "a".into() };
    let mut many = tagged();
    many.tags = Some((0..51).map(tag).collect());
    let fault = world.call::<CreateAccount>(&world.admin, many).await.err().unwrap();
    assert_eq!(fault.code.code, "ConstraintViolationException");
    assert_eq!(fault.members, [("Reason", "MAX_TAG_LIMIT_EXCEEDED".to_owned())]);
}

#[tokio::test]
async fn refused_input_tells_its_reason() {
    let world = World::new().await;
    let create = async |name: &str, email: &str, tag: Option<&str>| {
        let input = CreateAccountRequest {
            account_name: name.to_owned().into(),
            tags: tag.map(|key| vec![Tag { key: key.into(), value: "a".into() }]),
            ..request(email)
        };
        world.call::<CreateAccount>(&world.admin, input).await.err().unwrap()
    };
    let list = async |max_results, next_token: Option<&str>| {
        let input = ListAccountsRequest { max_results, next_token: next_token.map(str::to_owned) };
        world.call::<ListAccounts>(&world.admin, input).await.err().unwrap()
    };
    for (fault, reason) in [
        (create("a", "no address", None).await, "INVALID_PATTERN"),
        (create("a", "a@b.c", None).await, "MIN_LENGTH_EXCEEDED"),
        (create(&"a".repeat(200), "a@example.com", None).await, "MAX_LENGTH_EXCEEDED"),
        (create("a", "a@example.com", Some("aws:a")).await, "INVALID_SYSTEM_TAGS_PARAMETER"),
        (list(Some(0), None).await, "MIN_VALUE_EXCEEDED"),
        (list(Some(21), None).await, "MAX_VALUE_EXCEEDED"),
        (list(None, Some("AAAA")).await, "INVALID_NEXT_TOKEN"),
    ] {
        assert_eq!(fault.code.code, "InvalidInputException", "{reason}");
        assert_eq!(fault.members, [("Reason", reason.to_owned())], "{}", fault.message);
    }
}

async fn create(world: &World, email: &str) -> CreateAccountStatus {
    let answer = world.call::<CreateAccount>(&world.admin, request(email)).await.unwrap();
    answer.create_account_status.unwrap()
}

fn request(email: &str) -> CreateAccountRequest {
    CreateAccountRequest {
        account_name: "tenants".to_owned().into(),
        email: email.to_owned().into(),
        ..Default::default()
    }
}
