//! Actions, and the resources that they are about.

use std::collections::BTreeSet;

use super::catalog::{Action, Catalog};
use super::pattern::{covers, covers_within, overlap, overlap_within, without_variables};
use super::written::{Element, Statement};
use super::{Code, Findings, values};
use crate::facts::Facts;
use crate::{Effect, PolicyKind};

/// What a key policy and a trust policy are about.
const KEY: &str = "arn:*:kms:*:*:key/*";
const ROLE: &str = "arn:*:iam::*:role/*";

pub(super) fn check(statement: &Statement, kind: PolicyKind, catalog: &Catalog, found: &mut Findings<'_>) {
    for index in 0..statement.actions.values.len() {
        check_action(statement, index, catalog, found);
    }
    check_pass_role(statement, kind, found);
    let actions = matched(&statement.actions, catalog, found.facts);
    if actions.is_empty() || statement.actions.negated {
        return;
    }
    match kind {
        PolicyKind::KeyPolicy => check_attached(statement, &actions, KEY, "a key", found),
        PolicyKind::Trust => check_attached(statement, &actions, ROLE, "a role that is assumed", found),
        _ => check_resources(statement, &actions, found),
    }
}

fn check_action(statement: &Statement, index: usize, catalog: &Catalog, found: &mut Findings<'_>) {
    let Some(written) = statement.actions.values.get(index) else { return };
    let pattern = &written.to_ascii_lowercase();
    if catalog.entries().any(|(name, _)| covers_within(Some(found.facts), pattern, name)) {
        return;
    }
    let at = statement.at_value(&statement.actions, index);
    let service = written.split_once(':').map_or(&**written, |(service, _)| service);
    if !catalog.has_service(service) {
        return found.add(
            Code::UnknownService,
            at,
            format!("There is no service {service} here, so \"{written}\" matches no call."),
            "Correct the service, or leave the action away.",
        );
    }
    if pattern.contains(['*', '?']) {
        return found.add(
            Code::MatchesNoAction,
            at,
            format!("No action of {service} matches \"{written}\"."),
            "Correct the pattern, or leave it away.",
        );
    }
    // The name is compared with each that there is.
    found.facts.take(written.len() * catalog.entries().count());
    let advice = match catalog.nearest(written).filter(|_| !found.facts.is_exhausted()) {
        Some(action) => format!("Is {} meant?", action.name),
        None => "Correct the name, or leave it away.".to_owned(),
    };
    found.add(
        Code::UnknownAction,
        at,
        format!("The service {service} has no action \"{written}\" here."),
        advice,
    );
}

/// Allow of `iam:PassRole` for all roles. Who writes `iam:*` means everything.
fn check_pass_role(statement: &Statement, kind: PolicyKind, found: &mut Findings<'_>) {
    let grants = !matches!(kind, PolicyKind::Organization | PolicyKind::Boundary | PolicyKind::Session);
    if !grants || statement.effect == Effect::Deny || statement.actions.negated {
        return;
    }
    let passes = |action: &String| {
        let action = action.to_ascii_lowercase();
        action.starts_with("iam:pass") && covers(&action, "iam:passrole")
    };
    let all = |element: &Element| {
        element.negated || element.values.iter().any(|value| covers(value, "arn:aws:iam::*:role/*"))
    };
    let limited = statement.conditions.iter().any(|condition| {
        ["iam:PassedToService", "iam:AssociatedResourceArn"]
            .iter()
            .any(|key| condition.key.eq_ignore_ascii_case(key))
    });
    if statement.actions.values.iter().any(passes)
        && statement.resources.as_ref().is_some_and(all)
        && !limited
    {
        found.add(
            Code::PassAnyRole,
            statement.at(statement.actions.name),
            "Whoever may pass every role can give a service the role with the most permissions.",
            "List the roles that are to be passed under Resource.",
        );
    }
}

/// A policy that is attached to one resource.
fn check_attached(
    statement: &Statement,
    actions: &[&Action],
    form: &str,
    called: &str,
    found: &mut Findings<'_>,
) {
    if !actions.iter().any(|action| action.resources.iter().any(|resource| overlap(resource, form))) {
        let names: Vec<&str> = actions.iter().map(|action| action.name.as_str()).take(3).collect();
        return found.add(
            Code::ResourceNeverMatches,
            statement.at(statement.actions.name),
            format!("No action of the statement is about {called}: {}.", names.join(", ")),
            "Allow such actions in a policy of the user or role.",
        );
    }
    let Some(resources) = statement.resources.as_ref().filter(|resources| !resources.negated) else { return };
    for (index, resource) in resources.values.iter().enumerate() {
        if resource != "*" && !overlap(&without_variables(resource), form) {
            found.add(
                Code::ResourceNeverMatches,
                statement.at_value(resources, index),
                format!("The policy is attached to {called}, which \"{resource}\" never is."),
                "Write \"*\", which means what the policy is attached to.",
            );
        }
    }
}

fn check_resources(statement: &Statement, actions: &[&Action], found: &mut Findings<'_>) {
    let Some(resources) = statement.resources.as_ref().filter(|resources| !resources.negated) else { return };
    let facts = found.facts;
    let patterns: Vec<String> = resources.values.iter().map(|resource| without_variables(resource)).collect();
    for (index, pattern) in patterns.iter().enumerate() {
        let fits =
            |action: &&Action| action.resources.iter().any(|form| overlap_within(Some(facts), pattern, form));
        let written = resources.values.get(index).map_or("", String::as_str);
        if let Some((problem, advice)) = values::invalid_arn(written) {
            found.add(Code::InvalidArn, statement.at_value(resources, index), problem, advice);
            continue;
        }
        if covers(pattern, "*") || actions.iter().any(fits) {
            continue;
        }
        let forms: BTreeSet<&str> =
            actions.iter().flat_map(|action| &action.resources).map(String::as_str).take(20).collect();
        let advice = match forms.into_iter().collect::<Vec<_>>() {
            none if none.is_empty() => "Write \"Resource\": \"*\".".to_owned(),
            forms => format!("They are about {}.", forms.join(", ")),
        };
        found.add(
            Code::ResourceNeverMatches,
            statement.at_value(resources, index),
            format!("No action of the statement is about \"{written}\"."),
            advice,
        );
    }
    if patterns.iter().any(|pattern| covers(pattern, "*")) {
        return;
    }
    for action in actions.iter().filter(|action| action.resources.is_empty()) {
        // Of a pattern such as kms:* nobody expects that each action fits.
        let place =
            statement.actions.values.iter().position(|value| value.eq_ignore_ascii_case(&action.name));
        if let Some(index) = place {
            found.add(
                Code::ActionNeedsAllResources,
                statement.at_value(&statement.actions, index),
                format!(
                    "{} is about no resource in particular, so the statement is never about it.",
                    action.name
                ),
                "Put it into a statement with \"Resource\": \"*\".",
            );
        }
    }
}

/// The actions that an element is about.
pub(super) fn matched<'c>(element: &Element, catalog: &'c Catalog, facts: &Facts<'_>) -> Vec<&'c Action> {
    let patterns: Vec<String> = element.values.iter().map(|value| value.to_ascii_lowercase()).collect();
    let listed = |name: &str| patterns.iter().any(|pattern| covers_within(Some(facts), pattern, name));
    catalog.entries().filter(|(name, _)| listed(name) != element.negated).map(|(_, action)| action).collect()
}
