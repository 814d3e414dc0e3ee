//! Values of conditions, and ARNs, that nothing here has.

use super::pattern::{covers, overlap, without_variables};
use super::written::{Condition, Statement};
use super::{Code, Findings};
use crate::condition::Operator;
use crate::keys::{ConditionKey, ValueType};
use crate::operand::Network;

/// A condition key, what every value of it is like, and whether values that match a pattern can be so.
type Form = (&'static str, &'static str, fn(&str) -> bool);

const FORMS: [Form; 10] = [
    ("aws:PrincipalAccount", "an account id of 12 digits", could_be_account),
    ("aws:ResourceAccount", "an account id of 12 digits", could_be_account),
    ("kms:CallerAccount", "an account id of 12 digits", could_be_account),
    ("aws:PrincipalOrgID", "the id of an organization, o-...", could_be_organization),
    ("aws:ResourceOrgID", "the id of an organization, o-...", could_be_organization),
    ("aws:PrincipalOrgPaths", "a path such as o-.../r-.../ou-.../", could_be_path),
    ("aws:ResourceOrgPaths", "a path such as o-.../r-.../ou-.../", could_be_path),
    ("kms:RequestAlias", "the name of an alias, alias/...", could_be_alias),
    ("kms:ResourceAliases", "the name of an alias, alias/...", could_be_alias),
    ("aws:PrincipalType", "Account, User, AssumedRole, FederatedUser or Anonymous", could_be_type),
];

pub(super) fn check(
    statement: &Statement,
    condition: &Condition,
    known: &ConditionKey,
    operator: Operator,
    found: &mut Findings<'_>,
) {
    for value in &condition.values {
        if let Some((problem, advice)) = impossible(value, condition, known, operator) {
            found.add(Code::ImpossibleValue, statement.at_condition(condition), problem, advice);
        }
        if let Some(range) = Network::parse(value)
            .filter(|_| operator.value_type() == Some(ValueType::IpAddress))
            .and_then(|network| network.tightened())
        {
            found.add(
                Code::LooseIpRange,
                statement.at_condition(condition),
                format!("\"{value}\" is the whole range {range}, not one address in it."),
                format!("Write {range}, or the range that is meant."),
            );
        }
    }
}

fn impossible(
    value: &str,
    condition: &Condition,
    known: &ConditionKey,
    operator: Operator,
) -> Option<(String, String)> {
    let plain = without_variables(value);
    // Under operators without regard to case, all forms here are in lower case, or have no letters.
    let plain = if operator.ignores_case() { plain.to_ascii_lowercase() } else { plain };
    let key = &condition.key;
    if operator.value_type() == Some(ValueType::Arn) && known.value_type == ValueType::Arn {
        return invalid_arn(value);
    }
    let (what, could_be) = match known.value_type {
        ValueType::Bool => ("true or false", could_be_truth as fn(&str) -> bool),
        _ => FORMS
            .iter()
            .find(|(name, ..)| name.eq_ignore_ascii_case(key))
            .map(|(_, what, could_be)| (*what, *could_be))?,
    };
    (!could_be(&plain))
        .then(|| (format!("{key} is {what}, and never \"{value}\"."), format!("Write {what}.")))
}

fn could_be_account(pattern: &str) -> bool {
    pattern.contains(['*', '?']) || pattern.len() == 12 && pattern.bytes().all(|byte| byte.is_ascii_digit())
}

fn could_be_organization(pattern: &str) -> bool {
    overlap(pattern, "o-*")
}

fn could_be_path(pattern: &str) -> bool {
    overlap(pattern, "o-*/r-*/*")
}

fn could_be_alias(pattern: &str) -> bool {
    overlap(pattern, "alias/*")
}

fn could_be_type(pattern: &str) -> bool {
    ["Account", "User", "AssumedRole", "FederatedUser", "Anonymous"]
        .iter()
        .any(|known| covers(pattern, known) || pattern.eq_ignore_ascii_case(known))
}

fn could_be_truth(pattern: &str) -> bool {
    ["true", "false"].iter().any(|known| covers(&pattern.to_ascii_lowercase(), known))
}

/// What is wrong with an ARN, or the pattern of one, and what to do.
pub(super) fn invalid_arn(written: &str) -> Option<(String, String)> {
    let plain = without_variables(written);
    let mut parts = plain.strip_prefix("arn:")?.splitn(5, ':');
    let (partition, service) = (parts.next()?, parts.next()?);
    let (region, account) = (parts.next(), parts.next());
    let is_open = |part: &str| part.contains(['*', '?']);
    let wrong = |problem: String, advice: &str| Some((problem, advice.to_owned()));
    if !covers(partition, arn::PARTITION) {
        return wrong(
            format!("No ARN here has the partition \"{partition}\": \"{written}\"."),
            "Begin it with arn:aws:",
        );
    }
    if service.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return wrong(
            format!("ARNs have the service in lower case, and \"{written}\" has {service}."),
            "Write it in lower case.",
        );
    }
    let has_region = match service {
        "kms" | "tenants" => true,
        "iam" | "sts" | "organizations" => false,
        _ => return None,
    };
    match region {
        Some("") if has_region => {
            return wrong(
                format!("ARNs of {service} have a region, and \"{written}\" has none."),
                "Put the region, or *, before the account.",
            );
        }
        Some(region) if !has_region && !region.trim_matches('*').is_empty() => {
            return wrong(
                format!("ARNs of {service} have no region, and \"{written}\" has {region}."),
                "Leave the region empty: two colons follow each other.",
            );
        }
        _ => {}
    }
    let account = account.filter(|account| !is_open(account))?;
    // What AWS has made for everybody: managed policies, and control policies that allow everything.
    if could_be_account(account) || ["iam", "organizations"].contains(&service) && account == "aws" {
        return None;
    }
    let problem = match account {
        "" => format!("\"{written}\" has no account."),
        _ => format!("\"{account}\" is no account id: \"{written}\"."),
    };
    wrong(problem, "Write the 12 digits of the account, or *.")
}
