//! The decision against a naive one, which looks at every statement of every policy.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use iam_policy::{Effect, Naming, Outcome, PolicyTrace, PolicyType};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use support::*;

/// Statements that begin and end like the request in many ways.
fn statement() -> impl Strategy<Value = Value> {
    let actions = vec![
        "*",
        "*:*",
        "kms:*",
        "kms:Encrypt",
        "KMS:ENCRYPT",
        "kms:Enc*",
        "kms:?ncrypt",
        "kms:*t",
        "kms:Encryptt",
        "kms:Encryp",
        "kms:E*t*",
        "s3:*",
        "kms:Decrypt",
        "kms:Encrypt*",
    ];
    let resources = vec![
        "*",
        KEY,
        "arn:aws:kms:*",
        "arn:aws:kms:*:*:key/*",
        "arn:aws:kms:*:111122223333:key/1234abcd*",
        "arn:aws:kms:eu-west-1:111122223333:key/other",
        "arn:aws:kms:*:*:key/${aws:username, '1234abcd'}*",
        "arn:aws:kms:*:*:*${aws:username}",
        "arn:aws:s3:::*",
        "arn:aws:kms:*:*:*-12ab-*",
        "arn:aws:kms:*:*:key/????abcd*b",
    ];
    let conditions = vec![
        json!({}),
        json!({}),
        json!({"StringEquals": {"kms:RequestAlias": "alias/app"}}),
        json!({"StringNotLike": {"KMS:requestalias": "alias/a*"}}),
        json!({"ForAnyValue:StringLike": {"kms:ResourceAliases": ["alias/x", "alias/a*p"]}}),
        json!({"Null": {"aws:username": "true"}}),
    ];
    let lists = (vec(select(actions), 1..4), vec(select(resources), 1..4));
    (select(vec!["Allow", "Allow", "Deny"]), lists, select(conditions), 0..4_u8).prop_map(
        |(effect, (actions, resources), condition, negated)| {
            let action = if negated == 1 { "NotAction" } else { "Action" };
            let resource = if negated == 2 { "NotResource" } else { "Resource" };
            json!({"Effect": effect, action: actions, resource: resources, "Condition": condition})
        },
    )
}

fn document(statements: &[Value]) -> String {
    json!({"Version": "2012-10-17", "Statement": statements}).to_string()
}

fn applies(policies: &[&PolicyTrace], effect: Effect) -> bool {
    let mut statements = policies.iter().flat_map(|policy| &policy.statements);
    statements.any(|statement| statement.applies && statement.effect == effect)
}

/// What follows for a resource of the caller's account without a policy, from which statements apply: each was looked at.
fn naive(traces: &[PolicyTrace], bounded: bool) -> Outcome {
    let of = |policy_type| -> Vec<&PolicyTrace> {
        traces.iter().filter(|policy| policy.policy_type == policy_type).collect()
    };
    let all: Vec<&PolicyTrace> = traces.iter().collect();
    let identity = applies(&of(PolicyType::Identity), Effect::Allow);
    let boundary = !bounded || applies(&of(PolicyType::PermissionsBoundary), Effect::Allow);
    let levels = of(PolicyType::ServiceControl);
    let control = levels.iter().all(|level| applies(&[level], Effect::Allow));
    match (applies(&all, Effect::Deny), identity && boundary && control) {
        (true, _) => Outcome::ExplicitDeny,
        (false, true) => Outcome::Allow,
        (false, false) => Outcome::ImplicitDeny,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_index_loses_no_statement(
        identity in vec(vec(statement(), 1..5), 1..4),
        boundary in prop::option::of(vec(statement(), 1..5)),
        control in vec(vec(statement(), 1..4), 0..3),
        alias in any::<bool>(),
    ) {
        let mut question = Question::of(user(HOME));
        for statements in &identity {
            question = question.identity(&document(statements));
        }
        if let Some(statements) = &boundary {
            question = question.boundary(&document(statements));
        }
        for statements in &control {
            question = question.service_control(&document(statements));
        }
        if alias {
            question.context.insert("kms:RequestAlias", "alias/app");
            question.context.insert_many("kms:ResourceAliases", ["alias/app", "alias/b"]);
        }
        // A trace looks at every element of every statement and uses no index.
        let explanation = question.explain();
        let decision = question.decide();
        prop_assert_eq!(decision.outcome, naive(&explanation.policies, boundary.is_some()));
        for reason in decision.reasons.iter().filter(|reason| reason.statement.is_some()) {
            let named = explanation.policies.iter().any(|policy| {
                let statement = reason.statement.and_then(|index| policy.statements.get(index));
                reason.policy.as_deref() == Some(&policy.name)
                    && statement.is_some_and(|statement| statement.applies && statement.names != Some(Naming::Account))
            });
            prop_assert!(named, "{} does not apply", reason);
        }
    }
}
