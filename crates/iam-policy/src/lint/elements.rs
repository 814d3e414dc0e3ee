//! Version, Sid, empty conditions, what stands beside Allow, and what a key policy needs.

use std::collections::BTreeSet;

use super::pattern::covers;
use super::written::{Document, Statement};
use super::{Code, Findings, Place};
use crate::{Effect, PolicyKind};

pub(super) fn check(document: &Document, kind: PolicyKind, found: &mut Findings<'_>) {
    let advice = "Write \"Version\": \"2012-10-17\".";
    let at = |pointer: &str| Place { pointer: pointer.to_owned(), ..Place::default() };
    match document.version.as_deref() {
        None => found.add(
            Code::MissingVersion,
            at("/Version"),
            "Without a Version the policy is of the language of 2008, which has no variables.",
            advice,
        ),
        Some("2008-10-17") => found.add(
            Code::OldVersion,
            at("/Version"),
            "The policy is of the language of 2008, which has no variables.",
            advice,
        ),
        Some(_) => {}
    }
    if kind == PolicyKind::KeyPolicy && !document.statements.iter().any(may_change_key_policy) {
        found.add(
            Code::UnmanageableKey,
            at(""),
            "No statement allows kms:PutKeyPolicy, so nobody could ever change the policy.",
            "Allow it to those who manage the key, or kms:* to the account's root.",
        );
    }
    let mut sids = BTreeSet::new();
    for statement in &document.statements {
        if let Some(sid) = statement.sid.as_ref().filter(|sid| !sids.insert(*sid)) {
            found.add(
                Code::DuplicateSid,
                statement.at("Sid"),
                format!(
                    "Another statement has the Sid \"{sid}\", so explanations do not tell which is meant."
                ),
                "Give each statement a Sid of its own.",
            );
        }
        for path in &statement.empty_conditions {
            found.add(
                Code::EmptyCondition,
                statement.at(path),
                "The condition is empty, and holds of every request.",
                "Say which condition is meant, or leave it away.",
            );
        }
        if !document.has_variables() {
            check_inert(statement, found);
        }
        check_not(statement, kind, found);
    }
}

/// Variables that the old language does not have.
fn check_inert(statement: &Statement, found: &mut Findings<'_>) {
    let resources = statement.resources.iter().flat_map(|element| &element.values);
    let values = statement.conditions.iter().flat_map(|condition| &condition.values);
    if let Some(text) = resources.chain(values).find(|text| text.contains("${")) {
        found.add(
            Code::InertVariable,
            statement.at(""),
            format!(
                "\"{text}\" looks like a variable, and stands for itself in this version of the language."
            ),
            "Write \"Version\": \"2012-10-17\".",
        );
    }
}

fn check_not(statement: &Statement, kind: PolicyKind, found: &mut Findings<'_>) {
    // The organization's policies do not grant: Allow with NotAction is how an exception is written there.
    if statement.effect == Effect::Deny || matches!(kind, PolicyKind::Organization | PolicyKind::Boundary) {
        return;
    }
    if statement.actions.negated {
        found.add(
            Code::AllowNotAction,
            statement.at("NotAction"),
            "Allow with NotAction grants every other action of every service, also those that are added later.",
            "List the actions that are meant, or deny those that are not.",
        );
    }
    if statement.resources.as_ref().is_some_and(|element| element.negated) {
        found.add(
            Code::AllowNotResource,
            statement.at("NotResource"),
            "Allow with NotResource grants the actions on every other resource, also those that are made later.",
            "List the resources that are meant, or deny those that are not.",
        );
    }
}

fn may_change_key_policy(statement: &Statement) -> bool {
    let actions = &statement.actions;
    let listed = actions.values.iter().any(|action| covers(&action.to_ascii_lowercase(), "kms:putkeypolicy"));
    statement.effect == Effect::Allow && listed != actions.negated
}
