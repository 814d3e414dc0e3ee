//! SAML providers and AssumeRoleWithSAML. The responses are those of crate `saml`, made by signxml.

use std::time::Duration;

use aws_model::iam::{
    CreateSAMLProvider, CreateSAMLProviderRequest, DeleteSAMLProvider, DeleteSAMLProviderRequest,
    GetAccountSummary, GetAccountSummaryRequest, GetSAMLProvider, GetSAMLProviderRequest,
    ListSAMLProviderTags, ListSAMLProviderTagsRequest, ListSAMLProviders, ListSAMLProvidersRequest,
    TagSAMLProvider, TagSAMLProviderRequest, UntagSAMLProvider, UntagSAMLProviderRequest, UpdateSAMLProvider,
    UpdateSAMLProviderRequest,
};
use aws_model::sts::{AssumeRoleWithSAML, AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse};
use clock::Timestamp;
use gate::Fault;
use secret::SecretString;
use serde_json::{Value, json};

use crate::support::{ACCOUNT, Keys, World, refusal, tags};

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../saml/tests/golden/v1.json")).unwrap()
}

fn metadata() -> String {
    vectors()["metadata"].as_str().unwrap().to_owned()
}

fn arn() -> String {
    format!("arn:aws:iam::{ACCOUNT}:saml-provider/Idp")
}

async fn create(world: &World, name: &str, document: String) -> Result<String, Fault> {
    let input = CreateSAMLProviderRequest {
        name: name.into(),
        saml_metadata_document: document,
        tags: tags(&[("Team", "a")]),
        ..Default::default()
    };
    Ok(world.call::<CreateSAMLProvider>(&world.admin, input).await?.saml_provider_arn.unwrap())
}

#[tokio::test]
async fn a_provider_is_made_shown_changed_and_deleted() {
    let world = World::new().await;
    assert_eq!(create(&world, "Idp", metadata()).await.unwrap(), arn());
    let get = || GetSAMLProviderRequest { saml_provider_arn: arn() };
    let shown = world.call::<GetSAMLProvider>(&world.admin, get()).await.unwrap();
    assert_eq!(shown.saml_metadata_document.unwrap(), metadata());
    assert_eq!(shown.valid_until, Timestamp::parse_iso8601("2027-07-01T12:00:00Z").ok());
    assert_eq!(shown.saml_provider_uuid.unwrap().len(), 26);
    assert_eq!(shown.tags.unwrap()[0].value, "a");
    let endless = metadata().replace("validUntil", "until");
    let update = |document| UpdateSAMLProviderRequest {
        saml_metadata_document: document,
        saml_provider_arn: arn(),
        ..Default::default()
    };
    let updated = world.call::<UpdateSAMLProvider>(&world.admin, update(Some(endless))).await.unwrap();
    assert_eq!(updated.saml_provider_arn, Some(arn()));
    let none = refusal(world.call::<UpdateSAMLProvider>(&world.admin, update(None)).await);
    assert_eq!(none.0, "InvalidInput");
    let list = world.call::<ListSAMLProviders>(&world.admin, ListSAMLProvidersRequest {}).await.unwrap();
    let list = list.saml_provider_list.unwrap();
    assert_eq!((list.len(), list[0].arn.clone()), (1, Some(arn())));
    assert!(list[0].valid_until.unwrap() > Timestamp::parse_iso8601("2100-01-01").unwrap());
    let summary = world.call::<GetAccountSummary>(&world.admin, GetAccountSummaryRequest {}).await.unwrap();
    assert_eq!(summary.summary_map.unwrap()["Providers"], 1);
    let delete = || DeleteSAMLProviderRequest { saml_provider_arn: arn() };
    world.call::<DeleteSAMLProvider>(&world.admin, delete()).await.unwrap();
    let gone = ("NoSuchEntity", format!("Manifest not found for arn {}", arn()));
    assert_eq!(refusal(world.call::<GetSAMLProvider>(&world.admin, get()).await), gone);
    assert_eq!(refusal(world.call::<DeleteSAMLProvider>(&world.admin, delete()).await), gone);
}

#[tokio::test]
async fn documents_names_tags_and_quotas() {
    let world = World::new().await;
    create(&world, "Idp", metadata()).await.unwrap();
    assert_eq!(
        refusal(create(&world, "idp", metadata()).await),
        ("EntityAlreadyExists", "SAMLProvider with name idp already exists.".to_owned())
    );
    let unreadable = refusal(create(&world, "Other", "x".repeat(1000)).await);
    assert_eq!(unreadable.0, "InvalidInput");
    assert!(unreadable.1.starts_with("Could not parse metadata."), "{}", unreadable.1);

    let tag =
        TagSAMLProviderRequest { saml_provider_arn: arn(), tags: tags(&[("team", "b"), ("x", "")]).unwrap() };
    world.call::<TagSAMLProvider>(&world.admin, tag).await.unwrap();
    let untag = UntagSAMLProviderRequest { saml_provider_arn: arn(), tag_keys: vec!["X".into(), "y".into()] };
    world.call::<UntagSAMLProvider>(&world.admin, untag).await.unwrap();
    let list = ListSAMLProviderTagsRequest { saml_provider_arn: arn(), ..Default::default() };
    let listed = world.call::<ListSAMLProviderTags>(&world.admin, list).await.unwrap().tags;
    assert_eq!(listed.iter().map(|tag| tag.value.as_str()).collect::<Vec<_>>(), ["b"]);

    for number in 1..100 {
        create(&world, &format!("p{number}"), metadata()).await.unwrap();
    }
    assert_eq!(refusal(create(&world, "more", metadata()).await).0, "LimitExceeded");
}

/// A world at the time of the vectors, with their provider and the role that they name.
async fn federated(trust: Value) -> World {
    let world = World::new().await;
    world.clock.set(Timestamp::from_millis(vectors()["now"].as_i64().unwrap()));
    create(&world, "Idp", metadata()).await.unwrap();
    world.role("App", trust, None).await;
    world
}

fn trusting(condition: Value) -> Value {
    json!({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow",
        "Principal": {"Federated": arn()},
        "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"],
        "Condition": condition
    }})
}

fn input(response: &str) -> AssumeRoleWithSAMLRequest {
    let vectors = vectors();
    let mut known = vectors["responses"].as_array().unwrap().iter();
    let found = known.find(|vector| vector["name"] == response).unwrap();
    AssumeRoleWithSAMLRequest {
        duration_seconds: None,
        minimum_session_token_size: None,
        policy: None,
        policy_arns: None,
        principal_arn: arn(),
        role_arn: format!("arn:aws:iam::{ACCOUNT}:role/App"),
        saml_assertion: SecretString::new(found["response"].as_str().unwrap().to_owned()),
    }
}

async fn assume(
    world: &World,
    input: AssumeRoleWithSAMLRequest,
) -> Result<AssumeRoleWithSAMLResponse, Fault> {
    world.call_unsigned::<AssumeRoleWithSAML>(&world.iam, input).await
}

#[tokio::test]
async fn session_tags_have_the_form_that_requests_give_them() {
    let world = federated(trusting(json!({}))).await;
    // Team = R & D.
    assert_eq!(refusal(assume(&world, input("assertion signed")).await).0, "InvalidParameterValue");
}

#[tokio::test]
async fn who_is_not_trusted_or_not_named_is_denied() {
    let world = federated(trusting(json!({"StringEquals": {"saml:sub": "bob"}}))).await;
    let denied = refusal(assume(&world, input("plain")).await);
    assert_eq!(denied, ("AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML".to_owned()));
    let other = AssumeRoleWithSAMLRequest {
        role_arn: format!("arn:aws:iam::{ACCOUNT}:role/Other"),
        ..input("plain")
    };
    world.role("Other", trusting(json!({})), None).await;
    assert_eq!(refusal(assume(&world, other).await).0, "AccessDenied");
}

#[tokio::test]
async fn what_an_answer_says_and_how_long_a_session_lasts() {
    let conditions = json!({
        "StringEquals": {
            "saml:aud": "https://signin.aws.amazon.com/saml",
            "saml:iss": "https://idp.example.com/metadata",
            "saml:sub": "ann@example.com",
            "saml:sub_type": "persistent",
            "saml:doc": format!("{ACCOUNT}/Idp"),
            "sts:RoleSessionName": "ann@example.com",
            "aws:RequestTag/Team": "Research",
            "sts:SourceIdentity": "ann",
            "aws:FederatedProvider": arn(),
        },
        "ForAnyValue:StringEquals": {"saml:edupersonaffiliation": "member"},
    });
    let world = federated(trusting(conditions)).await;
    let now = world.gate.now();
    let made = assume(&world, input("plain")).await.unwrap();
    assert_eq!(made.audience.as_deref(), Some("https://signin.aws.amazon.com/saml"));
    assert_eq!(made.issuer.as_deref(), Some("https://idp.example.com/metadata"));
    assert_eq!(made.subject.as_deref(), Some("ann@example.com"));
    assert_eq!(made.subject_type.as_deref(), Some("persistent"));
    assert_eq!(made.source_identity.as_deref(), Some("ann"));
    // sha1("https://idp.example.com/metadata" + "111122223333" + "/Idp")
    assert_eq!(made.name_qualifier.as_deref(), Some("1H7JKzZW3QKVyg3b4f/KdvI5MBc="));
    let user = made.assumed_role_user.unwrap();
    assert_eq!(user.arn, format!("arn:aws:sts::{ACCOUNT}:assumed-role/App/ann@example.com"));
    let credentials = made.credentials.unwrap();
    // SessionDuration says half an hour.
    assert_eq!(credentials.expiration, now.plus(Duration::from_secs(1800)).truncated_to_secs());
    let keys = Keys {
        id: credentials.access_key_id,
        secret: credentials.secret_access_key,
        token: Some(credentials.session_token),
    };
    let caller = world.authenticate(&keys).await.unwrap();
    let session = caller.session.as_ref().unwrap();
    assert_eq!(session.source_identity.as_deref(), Some("ann"));
    assert_eq!(session.transitive_tag_keys, ["Team"]);
    let federated = session.federated.as_ref().unwrap();
    assert_eq!(federated.provider, arn());
    assert!(federated.keys.contains(&("saml:sub".to_owned(), "ann@example.com".to_owned())));

    let asked = |seconds| AssumeRoleWithSAMLRequest { duration_seconds: Some(seconds), ..input("plain") };
    let until = |made: AssumeRoleWithSAMLResponse| made.credentials.unwrap().expiration;
    let short = until(assume(&world, asked(900)).await.unwrap());
    assert_eq!(short, now.plus(Duration::from_secs(900)).truncated_to_secs());
    let long = refusal(assume(&world, asked(7200)).await);
    assert!(long.1.contains("MaxSessionDuration"), "{}", long.1);
}

#[tokio::test]
async fn responses_that_prove_nothing() {
    let world = federated(trusting(json!({}))).await;
    for (response, code) in [
        ("unsigned", "InvalidIdentityToken"),
        ("XSW3", "InvalidIdentityToken"),
        ("name changed", "InvalidIdentityToken"),
        ("another audience", "InvalidIdentityToken"),
        ("another issuer", "InvalidIdentityToken"),
        ("old", "ExpiredTokenException"),
        ("failed", "IDPRejectedClaim"),
    ] {
        assert_eq!(refusal(assume(&world, input(response)).await).0, code, "{response}");
    }
    let nobody = AssumeRoleWithSAMLRequest {
        principal_arn: format!("arn:aws:iam::{ACCOUNT}:saml-provider/None"),
        ..input("plain")
    };
    let missing = ("InvalidIdentityToken", "Specified provider doesn't exist".to_owned());
    assert_eq!(refusal(assume(&world, nobody).await), missing);
    let wrong = AssumeRoleWithSAMLRequest { principal_arn: arn().replace("saml", "oidc"), ..input("plain") };
    assert_eq!(refusal(assume(&world, wrong).await).0, "ValidationError");

    // A new document counts at once, and so does the end of the provider.
    assert!(assume(&world, input("plain")).await.is_ok());
    let update = UpdateSAMLProviderRequest {
        saml_metadata_document: Some(
            metadata().replace("idp.example.com/metadata", "other.example.com/meta-data"),
        ),
        saml_provider_arn: arn(),
        ..Default::default()
    };
    world.call::<UpdateSAMLProvider>(&world.admin, update).await.unwrap();
    let issuer = refusal(assume(&world, input("plain")).await);
    assert_eq!(issuer.1, "Issuer not present in specified provider");
    let delete = DeleteSAMLProviderRequest { saml_provider_arn: arn() };
    world.call::<DeleteSAMLProvider>(&world.admin, delete).await.unwrap();
    assert_eq!(refusal(assume(&world, input("plain")).await), missing);
}

#[tokio::test]
async fn responses_that_prove_nothing_are_recorded_for_the_role_a_few_times_a_minute() {
    let world = federated(trusting(json!({}))).await;
    for _ in 0..20 {
        assert!(assume(&world, input("unsigned")).await.is_err());
    }
    let refused = || {
        let records = world.records();
        records.into_iter().filter(|record| record["eventName"] == "AssumeRoleWithSAML").collect::<Vec<_>>()
    };
    let records = refused();
    assert_eq!(records.len(), 10);
    let record = &records[0];
    assert_eq!(record["userIdentity"], json!({"type": "Unknown", "accountId": ACCOUNT}));
    assert_eq!(record["errorCode"], "InvalidIdentityToken");
    assert_eq!(record["resources"][0]["ARN"], format!("arn:aws:iam::{ACCOUNT}:role/App"));
    assert!(!record.to_string().contains(input("unsigned").saml_assertion.expose()));
    // A role that there is not is in no record, and who is who they say gets in all the same.
    let nothing = || AssumeRoleWithSAMLRequest {
        role_arn: format!("arn:aws:iam::{ACCOUNT}:role/Nothing"),
        ..input("unsigned")
    };
    assert!(assume(&world, nothing()).await.is_err());
    assert_eq!(refused().len(), 10);
    assume(&world, input("plain")).await.unwrap();
    world.clock.advance(Duration::from_secs(60));
    assert!(assume(&world, input("unsigned")).await.is_err());
    assert_eq!(refused().len(), 12);
}
