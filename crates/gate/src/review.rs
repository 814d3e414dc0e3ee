//! Decisions about calls that are not made: what would be decided now, and what could be.

use iam_policy::{Explanation, Possibility};

use crate::caller::Caller;
use crate::decide::under;
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

/// Whether the gate could answer the question with "yes": of a condition key that the question lacks, `open` says whether calls can have it.
pub fn possible(
    caller: &Caller,
    owner: &Membership,
    question: &Question,
    open: &dyn Fn(&str) -> bool,
) -> Option<Possibility> {
    under(
        caller,
        service_control(caller),
        owner.resource_control_of(question.action),
        question,
        |request, policies| iam_policy::possible(request, policies, open),
    )
}

/// They limit the users and roles of an account; who has none is limited by nobody's.
pub(crate) fn service_control(caller: &Caller) -> &[crate::membership::PolicyLevel] {
    caller.principal.account().map_or(&[][..], |_| &caller.membership.service_control)
}
