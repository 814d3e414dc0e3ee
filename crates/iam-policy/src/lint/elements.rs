//! Version, Principal and what stands beside Allow.

use super::written::{Document, Statement};
use super::{Code, Findings, Place};
use crate::{Effect, PolicyKind};

pub(super) fn check(document: &Document, kind: PolicyKind, found: &mut Findings) {
    let advice = "Write \"Version\": \"2012-10-17\".";
    let at = |path: &str| Place { path: path.to_owned(), ..Place::default() };
    match document.version.as_deref() {
        None => found.add(
            Code::MissingVersion,
            at("Version"),
            "Without a Version the policy is of the language of 2008, which has no variables.",
            advice,
        ),
        Some("2008-10-17") => found.add(
            Code::OldVersion,
            at("Version"),
            "The policy is of the language of 2008, which has no variables.",
            advice,
        ),
        Some(_) => {}
    }
    for statement in &document.statements {
        if !document.has_variables() {
            check_inert(statement, found);
        }
        check_not(statement, kind, found);
        check_principal(statement, found);
    }
}

/// Variables that the old language does not have.
fn check_inert(statement: &Statement, found: &mut Findings) {
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

fn check_not(statement: &Statement, kind: PolicyKind, found: &mut Findings) {
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

fn check_principal(statement: &Statement, found: &mut Findings) {
    let Some(principal) = &statement.principal else { return };
    if principal.negated {
        found.add(
            Code::NotPrincipal,
            statement.at("NotPrincipal"),
            "NotPrincipal spares a session only when its account, role and session are all listed, and nobody with a boundary.",
            "Deny \"Principal\": \"*\" under a condition such as ArnNotEquals on aws:PrincipalArn.",
        );
    }
    if principal.everyone && !principal.negated && statement.effect == Effect::Allow && !limits(statement) {
        found.add(
            Code::OpenToEveryone,
            statement.at("Principal"),
            "\"Principal\": \"*\" without a condition lets in every user, role and session of every account.",
            "Name accounts, users or roles, or add a condition such as StringEquals on aws:PrincipalOrgID.",
        );
    }
}

/// Whether a condition may keep somebody out.
fn limits(statement: &Statement) -> bool {
    statement.conditions.iter().any(|condition| {
        // True of everybody: any text.
        !(condition.operator.to_ascii_lowercase().contains("like")
            && condition.values.iter().any(|value| value == "*"))
    })
}
