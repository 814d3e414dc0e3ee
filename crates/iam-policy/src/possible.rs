//! Whether a request could be allowed when not all of its context is known.

use std::fmt;

use serde::Serialize;

use crate::condition::Condition;
use crate::decision::Decision;
use crate::evaluate::decide;
use crate::facts::STEPS;
use crate::keys::CallerKind;
use crate::policy::{Call, Effect, Supposing, Truth};
use crate::{Named, Policies, Principal, Request};

/// A request that could be allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Possibility {
    /// What allows.
    pub decision: Decision,
    /// What must be true of the request, beside what is known of it. All of it; of the same policy type, one statement is told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub provided: Vec<Requirement>,
    /// Deny statements that would end it. Each applies when all its conditions hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unless: Vec<Requirement>,
}

/// What is asked of the request where what is known does not decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Requirement {
    /// The policy, or grant.
    pub policy: String,
    /// The index of the statement; a grant has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<usize>,
    /// Its conditions: operator, key and values; or `Resource` and the patterns.
    pub conditions: Vec<String>,
}

/// Decides like [`evaluate`](crate::evaluate), for a request of which only a part is known: a condition on a key that the context lacks, and
/// that requests of the caller may have ([`keys::presence`](crate::keys::presence)), may hold or not. Likewise what has a variable. Of
/// `aws:userid` of a role session, the part before the colon is always known, and a key that is there is named by one of its aliases or by none.
///
/// `exists`: whether the resource is there, so that what its context lacks it does not have.
///
/// `None`: whatever the rest of the request is, it is not allowed.
pub fn possible(request: &Request<'_>, policies: &Policies<'_>, exists: bool) -> Option<Possibility> {
    let user_id = match (request.principal, request.principal_id) {
        (Principal::AssumedRole { .. }, Some(id)) => Some(format!("{id}:")),
        _ => None,
    };
    // First what holds for every request, and then what holds for some.
    [false, true].into_iter().find_map(|hopeful| {
        let supposing = Some(Supposing {
            callers: CallerKind::of(request.principal),
            action: request.action,
            exists,
            user_id: user_id.clone(),
            hopeful,
        });
        let call = Call { supposing, ..Call::new(request, policies, STEPS) };
        let decision = decide(&call, request, policies);
        if !decision.is_allowed() {
            return None;
        }
        let provided = if hopeful { provided(&call, policies, &decision) } else { Vec::new() };
        Some(Possibility { unless: unless(&call, policies), provided, decision })
    })
}

/// The open conditions of the statements that the decision names, and of one statement of each limit.
fn provided(call: &Call<'_>, policies: &Policies<'_>, decision: &Decision) -> Vec<Requirement> {
    let mut found = Vec::new();
    for reason in &decision.reasons {
        let (Some(name), Some(index)) = (&reason.policy, reason.statement) else { continue };
        let mut granting = policies.identity.iter().chain(policies.resource.as_slice());
        let named = granting.find(|named| named.name == &**name);
        found.extend(named.and_then(|named| requirement(call, named, index)));
    }
    let levels = policies.service_control.iter().chain(policies.resource_control).copied();
    for limit in levels.chain([policies.boundary.as_slice(), policies.session]) {
        let allowing: Vec<_> = applying(call, limit, Effect::Allow)
            .map(|(named, index)| requirement(call, named, index))
            .collect();
        if allowing.iter().all(Option::is_some) {
            found.extend(allowing.into_iter().flatten().next());
        }
    }
    found
}

/// Deny statements that apply when their open conditions hold.
fn unless(call: &Call<'_>, policies: &Policies<'_>) -> Vec<Requirement> {
    let levels = policies.service_control.iter().chain(policies.resource_control).copied();
    let others =
        [policies.resource.as_slice(), policies.identity, policies.boundary.as_slice(), policies.session];
    let denying = levels.chain(others).flat_map(|list| applying(call, list, Effect::Deny));
    denying.filter_map(|(named, index)| requirement(call, named, index)).collect()
}

/// The statements of this effect that apply when their open conditions hold.
fn applying<'n>(
    call: &Call<'_>,
    list: &'n [Named<'n>],
    effect: Effect,
) -> impl Iterator<Item = (&'n Named<'n>, usize)> {
    list.iter().flat_map(move |named| {
        let policy = named.policy;
        let may_apply = move |&index: &usize| {
            let statement = policy.statements.get(index);
            statement.is_some_and(|statement| statement.may_apply(policy.conditions_of(index), call))
        };
        let candidates = policy.index.candidates(&call.asked).filter(move |found| found.effect == effect);
        candidates.map(|found| found.statement).filter(may_apply).map(move |index| (named, index))
    })
}

/// What is open of a statement; `None` when nothing is.
fn requirement(call: &Call<'_>, named: &Named<'_>, index: usize) -> Option<Requirement> {
    let conditions = named.policy.conditions_of(index).iter();
    let open = conditions.filter(|condition| matches!(call.truth(condition), Truth::Open));
    let resources = named.policy.statements.get(index).and_then(|statement| statement.open_resources(call));
    let conditions: Vec<String> = open.map(Condition::to_string).chain(resources).collect();
    let requirement = Requirement { policy: named.name.to_owned(), statement: Some(index), conditions };
    (!requirement.conditions.is_empty()).then_some(requirement)
}

impl fmt::Display for Requirement {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { policy, statement, conditions } = self;
        let conditions = conditions.join(" and ");
        match statement {
            Some(statement) => write!(out, "{conditions} (statement {statement} of {policy})"),
            None => write!(out, "{conditions} ({policy})"),
        }
    }
}
