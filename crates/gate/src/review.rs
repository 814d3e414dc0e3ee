//! Decisions about calls that are not made: what would be decided now, and what could be.

use iam_policy::{Context, Explanation, Possibility, Principal, Values};

use crate::caller::Caller;
use crate::decide::{add_known_keys, under};
use crate::guarded::Question;
use crate::membership::Membership;

/// How the gate would answer the question, with the trace of every statement. The context is the question's: no keys are added.
pub fn explain(caller: &Caller, owner: &Membership, question: &Question) -> Explanation {
    under(
        caller,
        service_control(caller),
        owner.resource_control_of(question.action),
        question,
        iam_policy::explain,
    )
}

/// Whether the gate could answer the question with "yes", to some call of the caller. What is known of all its calls is added to the question's
/// context, and `stated` then: it counts more. `exists`: whether the resource is there, or is to be made by the call.
pub fn possible(
    caller: &Caller,
    owner: &Membership,
    mut question: Question,
    stated: &Context,
    exists: bool,
) -> Option<Possibility> {
    add_known_keys(caller, owner, &mut question);
    if matches!(caller.principal, Principal::AssumedRole { .. } | Principal::FederatedUser { .. }) {
        question.context.insert("aws:MultiFactorAuthPresent", "false");
    }
    for (key, values) in stated.iter() {
        match values {
            Values::One(value) => question.context.insert(key.to_owned(), value.clone()),
            Values::Many(values) => question.context.insert_many(key.to_owned(), values.iter().cloned()),
        }
    }
    under(
        caller,
        service_control(caller),
        owner.resource_control_of(question.action),
        &question,
        |request, policies| iam_policy::possible(request, policies, exists),
    )
}

/// They limit the users and roles of an account; who has none is limited by nobody's.
pub(crate) fn service_control(caller: &Caller) -> &[crate::membership::PolicyLevel] {
    caller.principal.account().map_or(&[][..], |_| &caller.membership.service_control)
}
