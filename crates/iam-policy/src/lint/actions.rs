//! Actions, resources, and what a Deny takes back.

use std::collections::BTreeSet;

use super::catalog::{Action, Catalog};
use super::pattern::{covers, overlap};
use super::written::{Document, Element, Statement};
use super::{Code, Findings};
use crate::{Effect, PolicyKind};

/// What a key policy and a trust policy are about.
const KEY: &str = "arn:*:kms:*:*:key/*";
const ROLE: &str = "arn:*:iam::*:role/*";

pub(super) fn check(statement: &Statement, kind: PolicyKind, catalog: &Catalog, found: &mut Findings) {
    for (index, pattern) in statement.actions.values.iter().enumerate() {
        check_action(statement, index, &pattern.to_ascii_lowercase(), catalog, found);
    }
    let actions = matched(&statement.actions, catalog);
    if actions.is_empty() || statement.actions.negated {
        return;
    }
    match kind {
        PolicyKind::KeyPolicy => check_attached(statement, &actions, KEY, "a key", found),
        PolicyKind::Trust => check_attached(statement, &actions, ROLE, "a role that is assumed", found),
        _ => check_resources(statement, &actions, found),
    }
}

fn check_action(statement: &Statement, index: usize, pattern: &str, catalog: &Catalog, found: &mut Findings) {
    if catalog.entries().any(|(name, _)| covers(pattern, name)) {
        return;
    }
    let at = statement.at_value(&statement.actions, index);
    let service = pattern.split_once(':').map_or(pattern, |(service, _)| service);
    if !catalog.has_service(service) {
        return found.add(
            Code::UnknownService,
            at,
            format!("There is no service {service} here, so \"{pattern}\" matches no call."),
            "Correct the service, or leave the action away.",
        );
    }
    if pattern.contains(['*', '?']) {
        return found.add(
            Code::MatchesNoAction,
            at,
            format!("No action of {service} matches \"{pattern}\"."),
            "Correct the pattern, or leave it away.",
        );
    }
    let advice = match nearest(pattern, catalog) {
        Some(action) => format!("Is {} meant?", action.name),
        None => "Correct the name, or leave it away.".to_owned(),
    };
    found.add(
        Code::UnknownAction,
        at,
        format!("The service {service} has no action \"{pattern}\" here."),
        advice,
    );
}

/// The action that differs least, if it is not far.
fn nearest<'c>(name: &str, catalog: &'c Catalog) -> Option<&'c Action> {
    let near = catalog.entries().map(|(known, action)| (distance(name, known), action));
    let (distance, action) = near.min_by_key(|(distance, _)| *distance)?;
    // A text of some hundred characters is no slip.
    (distance <= 4 && name.len() < 128).then_some(action)
}

/// How many characters must be put in, left away or replaced to make one of the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<u8> = to.bytes().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, left) in from.bytes().take(128).enumerate() {
        let mut next = vec![at + 1];
        for (place, right) in to.iter().enumerate() {
            let cost = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let replaced = cost(&row, place) + usize::from(left != *right);
            next.push(replaced.min(cost(&row, place + 1) + 1).min(cost(&next, place) + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}

/// A policy that is attached to one resource.
fn check_attached(
    statement: &Statement,
    actions: &[&Action],
    form: &str,
    called: &str,
    found: &mut Findings,
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

fn check_resources(statement: &Statement, actions: &[&Action], found: &mut Findings) {
    let Some(resources) = statement.resources.as_ref().filter(|resources| !resources.negated) else { return };
    let patterns: Vec<String> = resources.values.iter().map(|resource| without_variables(resource)).collect();
    for (index, pattern) in patterns.iter().enumerate() {
        let fits = |action: &&Action| action.resources.iter().any(|form| overlap(pattern, form));
        if pattern == "*" || covers(pattern, "*") || actions.iter().any(fits) {
            continue;
        }
        let written = resources.values.get(index).map_or("", String::as_str);
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
    // Of a pattern such as kms:* nobody expects that each action fits.
    let plain = statement.actions.values.iter().filter(|value| !value.contains(['*', '?'])).cloned();
    let plain = Element { name: "Action", negated: false, values: plain.collect() };
    for action in actions.iter().filter(|action| action.resources.is_empty()) {
        if plain.values.iter().any(|value| value.eq_ignore_ascii_case(&action.name)) {
            found.add(
                Code::ActionNeedsAllResources,
                statement.at(statement.actions.name),
                format!(
                    "{} is about no resource in particular, so the statement is never about it.",
                    action.name
                ),
                "Put it into a statement with \"Resource\": \"*\".",
            );
        }
    }
}

/// Allow statements of which a Deny statement leaves nothing.
pub(super) fn check_shadows(document: &Document, catalog: &Catalog, found: &mut Findings) {
    let denies: Vec<(&Statement, BTreeSet<&str>)> = document
        .statements
        .iter()
        .filter(|statement| statement.effect == Effect::Deny && statement.conditions.is_empty())
        .map(|statement| (statement, names(&matched(&statement.actions, catalog))))
        .collect();
    if denies.is_empty() {
        return;
    }
    for allow in document.statements.iter().filter(|statement| statement.effect == Effect::Allow) {
        let actions = names(&matched(&allow.actions, catalog));
        let shadow = denies.iter().find(|(deny, denied)| {
            !actions.is_empty()
                && actions.is_subset(denied)
                && covers_principals(deny, allow)
                && covers_resources(deny, allow)
        });
        if let Some((deny, _)) = shadow {
            let sid = deny.sid.as_ref().map(|sid| format!(" \"{sid}\"")).unwrap_or_default();
            found.add(
                Code::ShadowedByDeny,
                allow.at(""),
                format!("Statement {}{sid} denies all that this statement allows.", deny.index),
                "Narrow the Deny statement, or leave this one away.",
            );
        }
    }
}

fn covers_principals(deny: &Statement, allow: &Statement) -> bool {
    match (&deny.principal, &allow.principal) {
        (None, _) => true,
        (Some(deny), _) if deny.everyone && !deny.negated => true,
        (Some(deny), Some(allow)) => {
            !deny.negated
                && !allow.negated
                // An account stands for whoever is allowed there, which a Deny by name of somebody else is not about.
                && allow.names.iter().all(|name| deny.names.binary_search(name).is_ok())
        }
        (Some(_), None) => false,
    }
}

fn covers_resources(deny: &Statement, allow: &Statement) -> bool {
    let any = |element: &Option<Element>| match element {
        None => true,
        Some(element) => !element.negated && element.values.iter().any(|value| covers(value, "*")),
    };
    if any(&deny.resources) {
        return true;
    }
    match (&deny.resources, &allow.resources) {
        (Some(deny), Some(allow)) if !deny.negated && !allow.negated => allow.values.iter().all(|inner| {
            // What a variable stands for is not known here.
            !inner.contains("${")
                && deny.values.iter().any(|outer| !outer.contains("${") && covers(outer, inner))
        }),
        _ => false,
    }
}

fn names<'c>(actions: &[&'c Action]) -> BTreeSet<&'c str> {
    actions.iter().map(|action| action.name.as_str()).collect()
}

/// The actions that an element is about.
fn matched<'c>(element: &Element, catalog: &'c Catalog) -> Vec<&'c Action> {
    let patterns: Vec<String> = element.values.iter().map(|value| value.to_ascii_lowercase()).collect();
    let listed = |name: &str| patterns.iter().any(|pattern| covers(pattern, name));
    catalog.entries().filter(|(name, _)| listed(name) != element.negated).map(|(_, action)| action).collect()
}

/// The pattern with `*` for each variable, which may stand for anything.
fn without_variables(pattern: &str) -> String {
    let mut plain = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, inside)) = rest.split_once("${") {
        plain.push_str(before);
        plain.push('*');
        rest = inside.split_once('}').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}
