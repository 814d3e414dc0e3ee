//! Whom a statement names, and whether its conditions say who.

use super::pattern::covers;
use super::written::{Condition, Name, Statement};
use super::{Code, Findings};
use crate::condition::Operator;
use crate::element::is_unique_id;
use crate::keys::{self, Availability, is_of_identity_provider};
use crate::operand::Network;
use crate::{Effect, PolicyKind};

pub(super) fn check(statement: &Statement, kind: PolicyKind, found: &mut Findings<'_>) {
    let Some(principal) = &statement.principal else { return };
    if principal.negated {
        found.add(
            Code::NotPrincipal,
            statement.at("NotPrincipal"),
            "NotPrincipal spares a session only when its account, role and session are all listed, and nobody with a boundary.",
            "Deny \"Principal\": \"*\" under a condition such as ArnNotEquals on aws:PrincipalArn.",
        );
    }
    for name in principal.names.iter().filter(|name| name.kind == "AWS" && is_unique_id(&name.value)) {
        found.add(
            Code::DeletedPrincipal,
            statement.at(&name.path),
            format!("{} stands for a user or role that was deleted. Nobody is called so.", name.value),
            "Leave it away, or name a user or role that exists.",
        );
    }
    if statement.effect == Effect::Deny || principal.negated || kind == PolicyKind::Organization {
        return;
    }
    if !principal.names.is_empty() && principal.names.iter().all(|name| name.kind == "Service") {
        found.add(
            Code::OnlyServices,
            statement.at("Principal"),
            "No service calls here in its own name, so the statement allows nobody.",
            "Leave it away, unless the policy is for AWS as well.",
        );
    }
    if let Some(everyone) = principal.everyone().filter(|_| !statement.conditions.iter().any(says_who)) {
        let what = match statement.conditions.as_slice() {
            [] => "without a condition",
            _ => "under conditions that do not say who",
        };
        found.add(
            Code::OpenToEveryone,
            statement.at(&everyone.path),
            format!("\"Principal\": \"*\" {what} lets in every user, role and session of every account."),
            "Name accounts, users or roles, or add a condition such as StringEquals on aws:PrincipalOrgID.",
        );
    }
    for name in &principal.names {
        check_provider(statement, name, found);
    }
}

/// OpenID Connect providers of which every user gets in.
fn check_provider(statement: &Statement, name: &Name, found: &mut Findings<'_>) {
    let is_asked = |action: &String| covers(&action.to_ascii_lowercase(), "sts:assumerolewithwebidentity");
    let issuer = name.value.split_once(":oidc-provider/").map(|(_, issuer)| issuer);
    let Some(issuer) = issuer.filter(|_| name.kind == "Federated") else { return };
    // The provider itself says for whom tokens may be, so a condition on that says no more.
    let of_user = |key: &str| {
        key.rsplit_once(':').is_some_and(|(front, claim)| {
            front.eq_ignore_ascii_case(issuer)
                && !["aud", "azp", "oaud"].iter().any(|known| claim.eq_ignore_ascii_case(known))
        })
    };
    let limits = |condition: &Condition| of_user(&condition.key) && is_limit(condition);
    if statement.actions.values.iter().any(is_asked) && !statement.conditions.iter().any(limits) {
        found.add(
            Code::OpenIdentityProvider,
            statement.at(&name.path),
            format!("Every user of {issuer} can assume the role."),
            format!("Add a condition such as StringEquals on {issuer}:sub."),
        );
    }
}

/// The condition keys whose values say who calls, or from where, so that a stranger cannot bring the right one about. Tags and names are not
/// among them: in an account of their own, anybody can have any.
const WHO: [&str; 8] = [
    "aws:FederatedProvider",
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:SourceIp",
    "aws:userid",
    "kms:CallerAccount",
];

/// Whether a condition keeps strangers out.
fn says_who(condition: &Condition) -> bool {
    let key = &condition.key;
    let is_who = || {
        WHO.iter().any(|known| known.eq_ignore_ascii_case(key))
            || key.to_ascii_lowercase().starts_with("saml:")
            || is_of_identity_provider(key)
    };
    // What no request has keeps everybody out.
    let is_absent = || keys::find(key).is_none_or(|known| known.availability == Availability::Absent);
    is_limit(condition) && (is_who() || is_absent())
}

/// Whether a condition is false of requests without the key, and of some that have it.
fn is_limit(condition: &Condition) -> bool {
    let positive = Operator::parse(&condition.operator)
        .is_ok_and(|operator| !operator.holds_without_key() && !operator.is_null());
    positive && !condition.values.iter().any(|value| is_anything(value))
}

/// Any text, any address, or ARNs of any account. What a variable stands for is the caller's choice, unless it is about the resource.
fn is_anything(value: &str) -> bool {
    let is_open = |part: &str| !part.is_empty() && part.bytes().all(|byte| matches!(byte, b'*' | b'?'));
    let mut parts = value.split(':');
    let any_account = parts.next() == Some("arn") && parts.nth(3).is_none_or(is_open);
    let variable = value.contains("${") && !value.to_ascii_lowercase().contains("${aws:resource");
    is_open(value) || any_account || variable || Network::parse(value).is_some_and(|range| range.is_all())
}
