//! Condition keys, operators and variables.

use super::written::{Condition, Statement};
use super::{Code, Findings};
use crate::Effect;
use crate::condition::Operator;
use crate::keys::{self, Availability, ConditionKey, ValueType};

pub(super) fn check(statement: &Statement, variables: bool, found: &mut Findings) {
    for condition in &statement.conditions {
        check_condition(statement, condition, found);
    }
    if !variables {
        return;
    }
    let resources = statement.resources.iter().flat_map(|element| &element.values);
    let values = statement.conditions.iter().flat_map(|condition| &condition.values);
    for text in resources.chain(values) {
        for key in variables_of(text) {
            check_variable(statement, &key, found);
        }
    }
}

fn check_condition(statement: &Statement, condition: &Condition, found: &mut Findings) {
    let Condition { operator: written, key, values } = condition;
    let at = || statement.at(&format!("Condition.{written}.{key}"));
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
        _ => {}
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

fn check_availability(
    statement: &Statement,
    condition: &Condition,
    known: &ConditionKey,
    operator: Operator,
    found: &mut Findings,
) {
    let Condition { operator: written, key, .. } = condition;
    let at = statement.at(&format!("Condition.{written}.{key}"));
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

fn check_variable(statement: &Statement, key: &str, found: &mut Findings) {
    let problem = match keys::find(key) {
        None if is_of_identity_provider(key) => return,
        Some(known) if known.multivalued => {
            format!("{key} can have several values, and is no value for a variable.")
        }
        Some(known) if known.availability == Availability::Absent => {
            format!("AWS has a value for the variable ${{{key}}}, and no request here does.")
        }
        Some(_) => return,
        None => format!("No request here has a value for the variable ${{{key}}}."),
    };
    let advice = "What has a variable without a value matches nothing: correct it, or give a default as in ${aws:username, 'x'}.";
    found.add(Code::UnknownVariable, statement.at(""), problem, advice);
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

/// Claims of tokens have keys that begin with their issuer: `idp.example.com/tenant:sub`.
fn is_of_identity_provider(key: &str) -> bool {
    key.rsplit_once(':').is_some_and(|(issuer, _)| issuer.contains('.'))
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
