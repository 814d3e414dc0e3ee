//! Decisions as records tell them, and the same decisions made again.

use audit_event::{Event, EventType, RequestId};
use iam_policy::{Context, Explanation};
use serde::Deserialize;

use crate::caller::Caller;
use crate::decide::{add_global_keys, under};
use crate::evidence::{
    Decided, Evidence, Fingerprints, is_of_organization, is_of_resource, is_tag_of_principal, keep, owner_of,
};
use crate::guarded::{Origin, Question};
use crate::membership::{Membership, PolicyLevel};
use crate::review::service_control;

/// Why a record tells of no decision.
#[derive(Debug, thiserror::Error)]
pub enum NoDecision {
    /// Nobody called.
    #[error("nobody called: a service did it on its own, and nothing was decided")]
    NobodyCalled,
    /// The call was refused before it was decided.
    #[error("the call ended before it was decided, with {0}")]
    EndedBefore(String),
    /// There was nothing to decide.
    #[error("the call needs no permission: nothing was decided")]
    NotAsked,
    /// They were too long for the record.
    #[error("the decisions of the call were too long for its record")]
    TooLong,
    /// Another form.
    #[error("the decisions in the record are of a form that this version of Lodge does not know")]
    Unreadable(#[source] serde_json::Error),
}

/// The decisions that a record tells of: one for each question, each with what it was made from where the record has that.
pub fn decisions(event: &Event) -> Result<Vec<Decided>, NoDecision> {
    #[derive(Deserialize)]
    struct Additional {
        #[serde(default)]
        lodge: Lodge,
    }
    #[derive(Deserialize, Default)]
    struct Lodge {
        decisions: Option<serde_json::Value>,
    }
    if event.event_type != EventType::AwsApiCall {
        return Err(NoDecision::NobodyCalled);
    }
    let ended = || match event.error_code.as_deref() {
        Some(code) => NoDecision::EndedBefore(code.to_owned()),
        None => NoDecision::NotAsked,
    };
    let additional = event.additional_event_data.as_ref().ok_or_else(ended)?;
    let additional: Additional = serde_json::from_str(additional.as_str()).map_err(NoDecision::Unreadable)?;
    let found = additional.lodge.decisions.ok_or_else(ended)?;
    if found.get("omitted").is_some() {
        return Err(NoDecision::TooLong);
    }
    let mut decided: Vec<Decided> = serde_json::from_value(found).map_err(NoDecision::Unreadable)?;
    let mut before = None;
    for decided in &mut decided {
        decided.owner = decided.owner.or(owner_of(&decided.resource, event.user_identity.account_id));
        decided.evidence = decided.evidence.take().or(before);
        before = decided.evidence.clone();
    }
    Ok(decided)
}

/// Where and when a recorded call came in, as far as conditions look at it.
pub fn origin(event: &Event) -> Option<Origin> {
    Some(Origin {
        region: event.aws_region.clone(),
        at: event.event_time,
        request_id: event.request_id.unwrap_or(RequestId::from_random([0; 16])),
        source_ip: event.source_ip_address.parse().ok()?,
        secure_transport: event.tls_details.is_some(),
        tls: None,
        user_agent: event.user_agent.as_deref().map(str::to_owned),
        host: None,
    })
}

/// How the gate decided a recorded call. Caller, owner and question bring the policies of that time; the question brings no condition keys: what
/// policies looked at is in the record.
pub fn explain_as_recorded(
    caller: &Caller,
    resource_control: &[PolicyLevel],
    origin: &Origin,
    mut question: Question,
    evidence: &Evidence,
) -> Explanation {
    add_global_keys(caller, &Membership::default(), origin, &mut question);
    overlay(&mut question.context, &evidence.context, |_| true);
    Evidence::add_derived_keys(&mut question.context, caller);
    under(caller, service_control(caller), resource_control, &question, iam_policy::explain)
}

/// How the gate would decide the same call if caller, resource and organization were then what they are now. The question brings the
/// condition keys that the resource has now, if it has a policy; of other resources the record tells.
pub fn explain_as_of_now(
    caller: &Caller,
    owner: &Membership,
    origin: &Origin,
    mut question: Question,
    evidence: Option<&Evidence>,
) -> Explanation {
    add_global_keys(caller, owner, origin, &mut question);
    let resource_is_known = question.resource_policy.is_some();
    if let Some(evidence) = evidence {
        overlay(&mut question.context, &evidence.context, |key| {
            let of_resource = resource_is_known && is_of_resource(key);
            // A session keeps its tags; those of a user may have changed.
            let of_user = caller.session.is_none() && is_tag_of_principal(key);
            !of_resource && !of_user && !is_of_organization(key)
        });
        Evidence::add_derived_keys(&mut question.context, caller);
    }
    let resource_control = owner.resource_control_of(question.action);
    under(caller, service_control(caller), resource_control, &question, iam_policy::explain)
}

/// The policies that count for a question about a resource whose owner the organization says `owner` of.
pub fn fingerprints(caller: &Caller, owner: &Membership, question: &Question) -> Fingerprints {
    Fingerprints::of(caller, service_control(caller), owner.resource_control_of(question.action), question)
}

fn overlay(context: &mut Context, recorded: &Context, counts: impl Fn(&str) -> bool) {
    recorded.iter().filter(|(key, _)| counts(key)).for_each(|(key, values)| keep(context, key, values));
}
