//! Condition keys, operators and variables.

use std::collections::BTreeSet;

use super::written::{Condition, Document, Statement};
use super::{Code, Findings, Place, values};
use crate::Effect;
use crate::condition::Operator;
use crate::keys::{self, Availability, ConditionKey, ValueType, is_of_identity_provider};

pub(super) fn check(statement: &Statement, variables: bool, found: &mut Findings<'_>) {
    let mut seen = BTreeSet::new();
    for condition in &statement.conditions {
        let Condition { operator, key, .. } = condition;
        if !seen.insert((operator.to_ascii_lowercase(), key.to_ascii_lowercase())) {
            found.add(
                Code::DuplicateConditionKey,
                statement.at_condition(condition),
                format!("{key} stands under {operator} twice, in different case, and both must hold."),
                "Write the key once, with all values in one list.",
            );
        }
        check_condition(statement, condition, found);
    }
    if !variables {
        return;
    }
    if let Some(element) = &statement.resources {
        for (index, text) in element.values.iter().enumerate() {
            check_variables(text, || statement.at_value(element, index), found);
        }
    }
    for condition in &statement.conditions {
        for text in &condition.values {
            check_variables(text, || statement.at_condition(condition), found);
        }
    }
}

fn check_condition(statement: &Statement, condition: &Condition, found: &mut Findings<'_>) {
    let Condition { operator: written, key, values } = condition;
    let at = || statement.at_condition(condition);
    // Only what has been parsed comes here.
    let Ok(operator) = Operator::parse(written) else { return };
    if values.is_empty() {
        found.add(
            Code::NoValues,
            at(),
            format!("{written} on {key} has no value to compare with."),
            "Say which values are meant, or leave the condition away.",
        );
    }
    if let Some(value) =
        values.iter().find(|value| value.contains(['*', '?'])).filter(|_| operator.is_literal())
    {
        found.add(
            Code::LiteralWildcard,
            at(),
            format!("Under {written}, the wildcard in \"{value}\" stands for itself."),
            "Use StringLike or StringNotLike.",
        );
    }
    let Some(known) = keys::find(key) else {
        if !is_of_identity_provider(key) {
            found.add(
                Code::UnknownConditionKey,
                at(),
                format!("No request here has the condition key {key}."),
                missing_key_advice(operator),
            );
        }
        return;
    };
    check_availability(statement, condition, known, operator, found);
    if operator.is_null() {
        return;
    }
    match operator.value_type() {
        Some(wanted) if !fits(wanted, known.value_type, operator) => found.add(
            Code::WrongOperatorType,
            at(),
            format!("{key} is of the type {:?}, and {written} compares values of another.", known.value_type),
            format!("Use an operator for {:?}.", known.value_type),
        ),
        _ => values::check(statement, condition, known, operator, found),
    }
    if operator.is_qualified() && !known.multivalued {
        found.add(
            Code::SetOperatorOnSingleValue,
            at(),
            format!("{key} has one value, and {written} is for keys with several."),
            "Leave ForAllValues or ForAnyValue away.",
        );
    } else if !operator.is_qualified() && known.multivalued {
        found.add(
            Code::NoSetOperator,
            at(),
            format!(
                "{key} can have several values, and {written} does not say whether one or all must match."
            ),
            "Write ForAnyValue: or ForAllValues: before the operator.",
        );
    } else if operator.is_for_all() && statement.effect == Effect::Allow && !has_null_check(statement, key) {
        found.add(
            Code::ForAllValuesAllows,
            at(),
            format!("{written} is true also of requests that do not have {key}."),
            format!("Add {{\"Null\": {{\"{key}\": \"false\"}}}} to the condition, unless that is meant."),
        );
    }
}

/// Conditions that let long-term access keys slip through, whose requests say nothing of a second factor.
///
/// Source: IAM User Guide, "AWS global condition context keys", section on `aws:MultiFactorAuthPresent`.
pub(super) fn check_second_factors(document: &Document, found: &mut Findings<'_>) {
    let is_about = |condition: &&Condition| {
        ["aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge"]
            .iter()
            .any(|key| condition.key.eq_ignore_ascii_case(key))
    };
    let all = || {
        let statements = document.statements.iter();
        statements.flat_map(move |statement| {
            let about = statement.conditions.iter().filter(is_about);
            about.filter_map(move |condition| {
                Some((statement, condition, Operator::parse(&condition.operator).ok()?))
            })
        })
    };
    let denies_absent = |(statement, condition, operator): &(&Statement, &Condition, Operator)| {
        let wants_absent = condition.values.iter().any(|value| value.eq_ignore_ascii_case("true"));
        statement.effect == Effect::Deny
            && if operator.is_null() { wants_absent } else { operator.holds_without_key() }
    };
    let is_closed = all().any(|one| denies_absent(&one));
    for (statement, condition, operator) in all() {
        let Condition { operator: written, key, .. } = condition;
        let (problem, advice) = match statement.effect {
            Effect::Deny if operator.is_null() || operator.holds_without_key() || is_closed => continue,
            Effect::Allow if operator.is_null() || !operator.holds_without_key() => continue,
            // For sessions alone, as it says.
            _ if has_null_check(statement, key) => continue,
            Effect::Deny => (
                format!(
                    "Requests with long-term access keys do not have {key}, so {written} does not deny them."
                ),
                format!("Write {written}IfExists."),
            ),
            Effect::Allow => (
                format!(
                    "Requests with long-term access keys do not have {key}, and {written} is true of them."
                ),
                "Leave IfExists away, unless that is meant.".to_owned(),
            ),
        };
        found.add(Code::SecondFactorNotNeeded, statement.at_condition(condition), problem, advice);
    }
}

fn check_availability(
    statement: &Statement,
    condition: &Condition,
    known: &ConditionKey,
    operator: Operator,
    found: &mut Findings<'_>,
) {
    let Condition { key, .. } = condition;
    let at = statement.at_condition(condition);
    match known.availability {
        Availability::Here => {}
        Availability::Deprecated(new) => found.add(
            Code::DeprecatedConditionKey,
            at,
            format!("{key} is the old name of {new}."),
            format!("Write {new}."),
        ),
        Availability::Absent if operator.is_null() => {}
        Availability::Absent => found.add(
            Code::AbsentConditionKey,
            at,
            format!("AWS has the condition key {key}, and no request here does."),
            missing_key_advice(operator),
        ),
    }
}

fn missing_key_advice(operator: Operator) -> &'static str {
    if operator.holds_without_key() {
        "The condition is always true: leave it away, or correct the key."
    } else {
        "The condition is never true: leave it away, or correct the key."
    }
}

fn check_variables(text: &str, at: impl Fn() -> Place, found: &mut Findings<'_>) {
    for key in variables_of(text) {
        let problem = match keys::find(&key) {
            None if is_of_identity_provider(&key) => continue,
            Some(known) if known.multivalued => {
                format!("{key} can have several values, and is no value for a variable.")
            }
            Some(known) if known.availability == Availability::Absent => {
                format!("AWS has a value for the variable ${{{key}}}, and no request here does.")
            }
            Some(_) => continue,
            None => format!("No request here has a value for the variable ${{{key}}}."),
        };
        let advice = "What has a variable without a value matches nothing: correct it, or give a default as in ${aws:username, 'x'}.";
        found.add(Code::UnknownVariable, at(), problem, advice);
    }
}

/// The keys of the variables in a text that have no default.
fn variables_of(text: &str) -> Vec<String> {
    let pieces = text.split("${").skip(1).filter_map(|piece| piece.split_once('}'));
    pieces
        .map(|(inside, _)| inside.trim())
        .filter(|key| !matches!(*key, "*" | "?" | "$" | "") && !key.contains(','))
        .map(str::to_owned)
        .collect()
}

/// Text operators are good for every type: values are compared as they are written. The others are not.
fn fits(wanted: ValueType, has: ValueType, operator: Operator) -> bool {
    wanted == has
        || wanted == ValueType::String && has != ValueType::IpAddress && has != ValueType::Date
        || wanted == ValueType::Numeric && has == ValueType::Date && !operator.is_null()
        // KMS says so of its own examples: ARNs that are kept as texts.
        || wanted == ValueType::Arn && has == ValueType::String
        || wanted == ValueType::Bool && has == ValueType::String
}

fn has_null_check(statement: &Statement, key: &str) -> bool {
    statement.conditions.iter().any(|condition| {
        condition.operator.eq_ignore_ascii_case("Null") && condition.key.eq_ignore_ascii_case(key)
    })
}
