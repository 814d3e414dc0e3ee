//! Whether a request could be allowed when not all of its context is known.

use std::fmt;

use serde::Serialize;

use crate::condition::Condition;
use crate::decision::Decision;
use crate::evaluate::decide;
use crate::facts::STEPS;
use crate::policy::{Call, Effect, Supposing};
use crate::{Named, Policies, Request};

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

/// The conditions of a statement that what is known does not decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Requirement {
    /// The policy.
    pub policy: String,
    /// The index of the statement.
    pub statement: usize,
    /// Its conditions: operator, key and values.
    pub conditions: Vec<String>,
}

/// Decides like [`evaluate`](crate::evaluate), for a request of which only a part is known: a condition on a key that the context lacks, and
/// of which `open` says that requests may have it, may hold or not.
///
/// `None`: whatever the rest of the request is, it is not allowed. Variables in patterns have the values of the context only.
pub fn possible(
    request: &Request<'_>,
    policies: &Policies<'_>,
    open: &dyn Fn(&str) -> bool,
) -> Option<Possibility> {
    // First what holds for every request, and then what holds for some.
    [false, true].into_iter().find_map(|hopeful| {
        let supposing = Some(Supposing { open, hopeful });
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

/// The open conditions of a statement; `None` when it has none.
fn requirement(call: &Call<'_>, named: &Named<'_>, index: usize) -> Option<Requirement> {
    let open = named.policy.conditions_of(index).iter().filter(|condition| call.is_open(condition));
    let conditions: Vec<String> = open.map(Condition::to_string).collect();
    let requirement = Requirement { policy: named.name.to_owned(), statement: index, conditions };
    (!requirement.conditions.is_empty()).then_some(requirement)
}

impl fmt::Display for Requirement {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} (statement {} of {})", self.conditions.join(" and "), self.statement, self.policy)
    }
}
