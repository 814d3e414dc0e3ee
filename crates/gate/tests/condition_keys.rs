//! The global condition keys, as policies see them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod support;

use std::net::IpAddr;
use std::sync::Arc;

use aws_model::Shape;
use aws_model::kms::{ListAliases, ListAliasesRequest};
use clock::Timestamp;
use gate::{Caller, Incoming, Membership, Origin};
use iam_policy::PolicyKind;
use serde_json::{Value, json};
use support::{START, World, policy, role_session, user};

/// Whether a call of the caller goes through when it is allowed only under this condition.
async fn allowed(world: &World, caller: &Arc<Caller>, origin: Origin, condition: Value) -> bool {
    let text = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "kms:ListAliases", "Resource": "*", "Condition": condition}]});
    let identity_policies = vec![("conditional".to_owned(), policy(&text, PolicyKind::Identity))];
    let caller = Arc::new(Caller { identity_policies, ..(**caller).clone() });
    let document = ListAliasesRequest::default().into_document();
    let endpoint = world.endpoint::<ListAliases>();
    match endpoint.call(&world.gate, Incoming { caller, origin, document }).await {
        Ok(_) => true,
        Err(fault) => {
            assert_eq!(fault.code.code, "AccessDeniedException");
            false
        }
    }
}

/// Each key has exactly this value; `None`: the request does not have the key.
async fn has(caller: &Arc<Caller>, origin: impl Fn(&World) -> Origin, expected: &[(&str, Option<&str>)]) {
    let world = World::new().await;
    for (key, value) in expected {
        let absent = json!({"Null": {*key: "true"}});
        assert_eq!(
            allowed(&world, caller, origin(&world), absent).await,
            value.is_none(),
            "presence of {key}"
        );
        if let Some(value) = value {
            let right = json!({"StringEquals": {*key: value}});
            assert!(allowed(&world, caller, origin(&world), right).await, "{key} is not {value}");
            let wrong = json!({"StringEquals": {*key: format!("{value}x")}});
            assert!(!allowed(&world, caller, origin(&world), wrong).await, "{key}");
        }
    }
}

#[tokio::test]
async fn of_a_user() {
    let mut ann = (*user("ann", &[])).clone();
    ann.tags = vec![("team".to_owned(), "blue".to_owned())];
    ann.membership = Arc::new(Membership {
        organization_id: Some("o-abcdefghij".to_owned()),
        path: Some("o-abcdefghij/r-abcd/ou-abcd-12345678/".to_owned()),
        ..Membership::default()
    });
    has(
        &Arc::new(ann),
        World::origin,
        &[
            ("aws:PrincipalArn", Some("arn:aws:iam::111122223333:user/ann")),
            ("aws:PrincipalAccount", Some("111122223333")),
            ("aws:PrincipalType", Some("User")),
            ("aws:PrincipalIsAWSService", Some("false")),
            ("aws:username", Some("ann")),
            ("aws:userid", Some("AIDAANN")),
            ("aws:PrincipalTag/team", Some("blue")),
            ("aws:PrincipalTag/other", None),
            ("aws:PrincipalOrgID", Some("o-abcdefghij")),
            ("aws:ResourceOrgID", Some("o-abcdefghij")),
            ("aws:ResourceAccount", Some("111122223333")),
            ("aws:TokenIssueTime", None),
            ("aws:MultiFactorAuthPresent", None),
            ("aws:SourceIdentity", None),
        ],
    )
    .await;
}

#[tokio::test]
async fn of_a_session() {
    let mut caller = (*role_session("s1", &[])).clone();
    if let Some(session) = &mut caller.session {
        session.source_identity = Some("ann@example.com".to_owned());
    }
    has(
        &Arc::new(caller),
        World::origin,
        &[
            ("aws:PrincipalArn", Some("arn:aws:iam::111122223333:role/App")),
            ("aws:PrincipalType", Some("AssumedRole")),
            ("aws:userid", Some("AROAAPP:s1")),
            ("aws:username", None),
            ("aws:TokenIssueTime", Some("2026-09-21T14:12:20Z")),
            ("aws:MultiFactorAuthPresent", Some("false")),
            ("aws:SourceIdentity", Some("ann@example.com")),
            ("aws:PrincipalOrgID", None),
        ],
    )
    .await;
}

#[tokio::test]
async fn of_the_request() {
    has(
        &user("ann", &[]),
        World::origin,
        &[
            ("aws:SourceIp", Some("192.0.2.1")),
            ("aws:SecureTransport", Some("true")),
            ("aws:CurrentTime", Some("2026-09-21T14:13:20Z")),
            ("aws:EpochTime", Some("1790000000")),
            ("aws:RequestedRegion", Some("eu-west-1")),
            ("aws:ViaAWSService", Some("false")),
            ("aws:UserAgent", Some("tests/1")),
        ],
    )
    .await;
    let bare = |world: &World| Origin {
        secure_transport: false,
        user_agent: None,
        source_ip: IpAddr::from([0x2001, 0xdb8, 0, 0, 0, 0, 0, 1]),
        region: "us-east-1".parse().unwrap(),
        at: Timestamp::from_secs(86_400),
        ..world.origin()
    };
    has(
        &user("ann", &[]),
        bare,
        &[
            ("aws:SourceIp", Some("2001:db8::1")),
            ("aws:SecureTransport", Some("false")),
            ("aws:CurrentTime", Some("1970-01-02T00:00:00Z")),
            ("aws:EpochTime", Some("86400")),
            ("aws:RequestedRegion", Some("us-east-1")),
            ("aws:UserAgent", None),
        ],
    )
    .await;
}

#[tokio::test]
async fn in_the_operators_that_are_made_for_them() {
    let world = World::new().await;
    let ann = user("ann", &[]);
    let second = |offset: i64| Timestamp::from_secs(START.secs() + offset).to_iso8601();
    for (condition, expected) in [
        (json!({"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}), true),
        (json!({"NotIpAddress": {"aws:SourceIp": "192.0.2.0/24"}}), false),
        (json!({"Bool": {"aws:SecureTransport": "true"}}), true),
        (json!({"DateLessThan": {"aws:CurrentTime": second(1)}}), true),
        (json!({"DateLessThan": {"aws:CurrentTime": second(0)}}), false),
        (json!({"NumericEquals": {"aws:EpochTime": "1790000000"}}), true),
        (json!({"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/a*"}}), true),
        (json!({"StringEquals": {"aws:ResourceAccount": "${aws:PrincipalAccount}"}}), true),
    ] {
        assert_eq!(allowed(&world, &ann, world.origin(), condition.clone()).await, expected, "{condition}");
    }
}
