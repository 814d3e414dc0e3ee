//! What holds for every policy and every text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use iam_policy::{Authority, Outcome, Policy, PolicyKind, case};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use support::*;

/// Statements that are sometimes about the request, for documents with or without principals.
fn statement(effect: &'static [&'static str], with_principal: bool) -> impl Strategy<Value = Value> {
    let principals = vec![
        json!("*"),
        json!({"AWS": HOME}),
        json!({"AWS": OTHER}),
        json!({"AWS": "arn:aws:iam::111122223333:user/ann"}),
        json!({"AWS": "arn:aws:iam::111122223333:role/team/App"}),
        json!({"AWS": "arn:aws:sts::111122223333:assumed-role/App/s1"}),
        json!({"AWS": "arn:aws:iam::444455556666:user/ann"}),
    ];
    let conditions = vec![
        json!({}),
        json!({}),
        json!({"StringEquals": {"kms:RequestAlias": "alias/app"}}),
        json!({"StringNotEquals": {"kms:RequestAlias": "alias/app"}}),
        json!({"ForAllValues:StringLike": {"kms:ResourceAliases": "alias/*"}}),
        json!({"Null": {"aws:username": "true"}}),
    ];
    (
        select(effect),
        select(principals),
        select(vec!["*", "kms:*", "kms:Encrypt", "s3:*"]),
        select(vec!["*", KEY, "arn:aws:s3:::*", "arn:aws:kms:*:*:key/${aws:username, '1234abcd'}"]),
        select(conditions),
        any::<bool>(),
    )
        .prop_map(move |(effect, principal, action, resource, condition, not_action)| {
            let action_element = if not_action { "NotAction" } else { "Action" };
            let mut statement =
                json!({"Effect": effect, action_element: action, "Resource": resource, "Condition": condition});
            if with_principal {
                statement["Principal"] = principal;
            }
            statement
        })
}

fn document(statements: &[Value]) -> String {
    json!({"Version": "2012-10-17", "Statement": statements}).to_string()
}

/// The statements of each policy; `None`: there is no such policy.
#[derive(Debug, Clone)]
struct World {
    caller: usize,
    authority: usize,
    identity: Vec<Value>,
    resource: Vec<Value>,
    boundary: Option<Vec<Value>>,
    session: Option<Vec<Value>>,
    service_control: Option<Vec<Value>>,
    resource_control: Option<Vec<Value>>,
}

const BOTH: &[&str] = &["Allow", "Allow", "Allow", "Deny"];

fn world() -> impl Strategy<Value = World> {
    let list = |with_principal| vec(statement(BOTH, with_principal), 1..4);
    let maybe = || prop::option::of(vec(statement(BOTH, false), 1..4));
    (0..6usize, 0..3usize, list(false), list(true), maybe(), maybe(), maybe(), maybe()).prop_map(
        |(caller, authority, identity, resource, boundary, session, service_control, resource_control)| {
            World {
                caller,
                authority,
                identity,
                resource,
                boundary,
                session,
                service_control,
                resource_control,
            }
        },
    )
}

impl World {
    fn question(&self) -> Question {
        let caller = match self.caller {
            0 => user(HOME),
            1 => session(HOME),
            2 => root(HOME),
            3 => user(OTHER),
            4 => session(OTHER),
            _ => federated_user(HOME),
        };
        let authority = [Authority::Standard, Authority::KeyPolicy, Authority::Trust][self.authority];
        let mut question = Question::of(caller)
            .authority(authority)
            .identity(&document(&self.identity))
            .resource_policy(&document(&self.resource));
        if let Some(statements) = &self.boundary {
            question = question.boundary(&document(statements));
        }
        if let Some(statements) = &self.session {
            question = question.session_policy(&document(statements));
        }
        if let Some(statements) = &self.service_control {
            question = question.service_control(&document(statements));
        }
        if let Some(statements) = &self.resource_control {
            question = question.resource_control(&document(statements));
        }
        question
    }

    /// The policy with this number, if there is one.
    fn policy(&mut self, number: usize) -> Option<&mut Vec<Value>> {
        match number {
            0 => Some(&mut self.identity),
            1 => Some(&mut self.resource),
            2 => self.boundary.as_mut(),
            3 => self.session.as_mut(),
            4 => self.service_control.as_mut(),
            _ => self.resource_control.as_mut(),
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let word = select(vec![
        "Version",
        "2012-10-17",
        "Statement",
        "Effect",
        "Allow",
        "Deny",
        "Action",
        "Resource",
        "Principal",
        "AWS",
        "*",
        "Condition",
        "StringLike",
        "ForAnyValue:ArnLikeIfExists",
        "Null",
        "aws:username",
        "${aws:username}",
        "${",
        "kms:*",
        "arn:aws:kms:::key",
        "true",
        "",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 40, 5, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((word.clone(), inner), 0..5).prop_map(|entries| entries
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect()),
        ]
    })
}

const ALL_KINDS: [PolicyKind; 7] = [
    PolicyKind::Identity,
    PolicyKind::Boundary,
    PolicyKind::Session,
    PolicyKind::Resource,
    PolicyKind::KeyPolicy,
    PolicyKind::Trust,
    PolicyKind::Organization,
];

/// Parses as every kind, and evaluates what is a policy.
fn parse_and_evaluate(text: &str) {
    for kind in ALL_KINDS {
        if let Ok(policy) = Policy::parse(text, kind) {
            let mut question = Question::of(user(HOME));
            question.identity.push(policy);
            question.explain();
        }
    }
}

proptest! {
    #[test]
    fn an_explicit_deny_anywhere_wins(world in world(), number in 0..6usize, at in 0..4usize) {
        let mut world = world;
        let Some(statements) = world.policy(number) else { return Ok(()) };
        let mut deny = json!({"Effect": "Deny", "Action": "*", "Resource": "*"});
        if number == 1 {
            deny["Principal"] = json!("*");
        }
        let at = at.min(statements.len());
        statements.insert(at, deny);
        prop_assert_eq!(world.question().outcome(), Outcome::ExplicitDeny);
    }

    #[test]
    fn an_added_allow_statement_never_takes_an_allow_away(
        world in world(),
        number in 0..6usize,
        added in statement(&["Allow"], true),
    ) {
        let before = world.question().outcome();
        let mut world = world;
        let Some(statements) = world.policy(number) else { return Ok(()) };
        let mut added = added;
        if number != 1 && let Some(statement) = added.as_object_mut() {
            statement.remove("Principal");
        }
        statements.push(added);
        let after = world.question().outcome();
        prop_assert!(before != Outcome::Allow || after == Outcome::Allow);
        prop_assert_eq!(before == Outcome::ExplicitDeny, after == Outcome::ExplicitDeny);
    }

    #[test]
    fn explanation_and_decision_agree(world in world()) {
        let question = world.question();
        let explanation = question.explain();
        prop_assert_eq!(&explanation.decision, &question.decide());
        let denies = explanation.policies.iter().flat_map(|policy| &policy.statements);
        let denied = denies.into_iter().any(|statement| statement.applies && statement.effect == iam_policy::Effect::Deny);
        prop_assert_eq!(denied, explanation.decision.outcome == Outcome::ExplicitDeny);
        prop_assert!(!explanation.decision.reasons.is_empty());
        prop_assert!(!explanation.decision.because().is_empty());
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,60}|[{}\\[\\]\":,a\\\\ 1]{0,40}") {
        parse_and_evaluate(&text);
        let _ = case::run(&text);
    }

    #[test]
    fn no_json_is_too_strange(json in any_json(), effect in select(vec!["Allow", "Deny"])) {
        parse_and_evaluate(&json.to_string());
        parse_and_evaluate(&json!({"Version": "2012-10-17", "Statement": json}).to_string());
        let statement = json!({"Effect": effect, "Action": "kms:*", "Resource": "*", "Condition": json});
        parse_and_evaluate(&json!({"Version": "2012-10-17", "Statement": statement}).to_string());
        let operator = json!({"Effect": effect, "Action": json, "Resource": "*", "Condition": {"StringLike": json}});
        parse_and_evaluate(&json!({"Version": "2012-10-17", "Statement": operator}).to_string());
        let _ = case::run(&json!({"principal": json, "action": "kms:Encrypt", "resource": "*"}).to_string());
        let _ = case::run(&json!({"principal": HOME, "action": "a", "resource": "*", "context": json}).to_string());
    }
}
