//! No policy and no request makes a decision cost more than its steps, and what is not decided is not allowed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use iam_policy::Outcome::{Allow, ImplicitDeny};
use iam_policy::{Finding, PolicyType};
use support::*;

/// An Allow for everything, after a statement of `effect` with 500 hostile patterns for `key`.
fn hostile(effect: &str, operator: &str, key: &str) -> String {
    let patterns: Vec<String> = (0..500).map(|number| format!("\"*?a*?a*?a{number}*\"")).collect();
    format!(
        r#"{{"Version":"2012-10-17","Statement":[
            {{"Effect":"{effect}","Action":"*","Resource":"*","Condition":{{"{operator}":{{"{key}":[{}]}}}}}},
            {{"Effect":"Allow","Action":"*","Resource":"*"}}]}}"#,
        patterns.join(",")
    )
}

/// A question whose request brings 500 hostile values.
fn question() -> Question {
    let mut question = Question::of(user(HOME));
    question.context.insert_many("aws:TagKeys", (0..500).map(|_| "a".repeat(100)));
    question
}

#[test]
fn policies_that_take_too_long_allow_nothing() {
    for effect in ["Allow", "Deny"] {
        for operator in ["ForAnyValue:StringLike", "ForAllValues:StringNotLike"] {
            let decision = question().identity(&hostile(effect, operator, "aws:TagKeys")).decide();
            assert_eq!(decision.outcome, ImplicitDeny, "{effect} {operator}");
            assert_eq!(decision.reasons.len(), 1);
            assert_eq!(
                (decision.reasons[0].finding, decision.reasons[0].policy_type),
                (Finding::TooCostly, PolicyType::Identity)
            );
            assert_eq!(
                decision.because(),
                "because the policies up to identity policy (identity-based policy) take too long to evaluate"
            );
        }
    }
}

#[test]
fn an_allow_elsewhere_does_not_make_up_for_it() {
    let hostile = hostile("Deny", "ForAnyValue:StringLike", "aws:TagKeys");
    for question in [
        question().identity(ALLOW_ALL).boundary(&hostile),
        question().identity(ALLOW_ALL).session_policy(&hostile),
        question().identity(ALLOW_ALL).service_control(&hostile),
        question().resource_policy(&resource_policy("Allow", "\"*\"")).identity(&hostile),
    ] {
        assert_eq!(question.outcome(), ImplicitDeny);
    }
}

#[test]
fn an_explanation_ends_where_the_decision_was_given_up() {
    let explanation =
        question().identity(&hostile("Deny", "ForAnyValue:StringLike", "aws:TagKeys")).explain();
    assert_eq!(explanation.decision.outcome, ImplicitDeny);
    assert!(explanation.policies[0].statements.is_empty());
    assert!(explanation.to_string().contains("take too long to evaluate"), "{explanation}");
}

#[test]
fn the_largest_honest_policies_are_far_from_the_limit() {
    // Twenty policies of 6,144 characters, all of whose patterns are compared with a long resource name.
    let resources: Vec<String> = (0..95)
        .map(|number| format!("\"arn:aws:s3:::bucket-{number:04}/*/team-{number:04}/*/part-*/*.parquet\""))
        .collect();
    let policy = format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Deny","Action":"*","Resource":[{}]}}}}"#,
        resources.join(",")
    );
    assert!((5_500..=6_144).contains(&policy.len()), "{}", policy.len());
    let mut question = Question::of(user(HOME)).identity(ALLOW_ALL);
    for _ in 0..20 {
        question = question.identity(&policy);
    }
    question.resource =
        Box::leak(format!("arn:aws:s3:::bucket-9999/{}", "x/team-/".repeat(120)).into_boxed_str());
    assert_eq!(question.outcome(), Allow);
}
