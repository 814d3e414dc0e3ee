//! Decisions as records tell them, and the same decisions made again.

use std::collections::BTreeSet;

use audit_event::{Event, EventType, RequestId};
use iam_policy::{Authority, ConditionTrace, Context, Explanation, Unmet, Values};
use serde::Deserialize;

use crate::caller::Caller;
use crate::decide::{add_global_keys, under};
use crate::evidence::{
    Decided, Evidence, Fingerprints, is_elsewhere, is_of_call, is_of_organization, is_of_resource,
    is_tag_of_principal, keep, owner_of,
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

/// What is known of a recorded call, for judging it anew.
pub struct Known<'a> {
    /// What the record keeps.
    pub evidence: &'a Evidence,
    /// Whether a policy looked at the condition key when the call was made: then it is in the record, unless the call had none.
    pub looked_at: &'a dyn Fn(&str) -> bool,
    /// Whether the caller brings all tags of its session.
    pub session_tags: bool,
}

/// How the gate would decide the same call if caller, resource and organization were then what they are now. The question brings the
/// condition keys that the resource has now, if it has a policy; of other resources the record tells.
///
/// `Err`: that depends on these condition keys, which nothing looked at then, so that the record does not tell them.
pub fn explain_as_of_now(
    caller: &Caller,
    owner: &Membership,
    origin: &Origin,
    mut question: Question,
    known: &Known<'_>,
) -> Result<Explanation, BTreeSet<String>> {
    add_global_keys(caller, owner, origin, &mut question);
    let resource_is_known = question.resource_policy.is_some();
    overlay(&mut question.context, &known.evidence.context, |key| {
        let of_resource = resource_is_known && is_of_resource(key);
        // A session keeps its tags; those of a user or role may have changed.
        let of_caller = (caller.session.is_none() || known.session_tags) && is_tag_of_principal(key);
        !of_resource && !of_caller && !is_of_organization(key)
    });
    Evidence::add_derived_keys(&mut question.context, caller);
    let resource_control = owner.resource_control_of(question.action);
    let explained = under(caller, service_control(caller), resource_control, &question, iam_policy::explain);
    let open = known.depends_on(&explained, caller, &question);
    if open.is_empty() { Ok(explained) } else { Err(open) }
}

impl Known<'_> {
    /// The condition keys of statements of which it cannot be said whether they apply, since a key may have another value than the context has.
    fn depends_on(&self, explained: &Explanation, caller: &Caller, question: &Question) -> BTreeSet<String> {
        let open = |keys: &mut dyn Iterator<Item = &String>| -> Vec<String> {
            keys.filter(|key| self.is_open(key, caller, question)).cloned().collect()
        };
        let open_in = |condition: &ConditionTrace| {
            open(&mut std::iter::once(&condition.key).chain(condition.variables.keys()))
        };
        let mut all = BTreeSet::new();
        for statement in explained.policies.iter().flat_map(|policy| &policy.statements) {
            let in_resource = open(&mut statement.variables.keys());
            let is_settled = |unmet: &Unmet| match unmet {
                Unmet::Principal { .. } | Unmet::Action { .. } => true,
                Unmet::Resource { .. } => in_resource.is_empty(),
                Unmet::Condition(condition) => open_in(condition).is_empty(),
            };
            if !statement.unmet.iter().any(is_settled) {
                let unmet = statement.unmet.iter().filter_map(|unmet| match unmet {
                    Unmet::Condition(condition) => Some(condition),
                    _ => None,
                });
                all.extend(statement.met.iter().chain(unmet).flat_map(open_in));
                all.extend(in_resource);
            }
        }
        all
    }

    /// Whether the call may have had another value for the key than the context of today.
    fn is_open(&self, key: &str, caller: &Caller, question: &Question) -> bool {
        /// Of these, some are about another region than the one that the request came to.
        const ELSEWHERE: [&str; 4] =
            ["kms:CreateKey", "kms:ReplicateKey", "kms:TagResource", "kms:UpdatePrimaryRegion"];
        let recorded = self.evidence.context.get(key);
        let is_told = recorded.is_some() || (self.looked_at)(key);
        let is = |name: &str| key.eq_ignore_ascii_case(name);
        if is_tag_of_principal(key) {
            // The recorded one may have been the role's, which has another now.
            let has_now = |recorded: &Values| {
                let mut named = caller.tags.iter().filter(|(tag, _)| is(&format!("aws:PrincipalTag/{tag}")));
                named.next().is_some_and(|(_, value)| recorded.iter().eq([value.as_str()]))
            };
            let is_unchanged = recorded.map_or(is_told, has_now);
            return caller.session.is_some() && !self.session_tags && !is_unchanged;
        }
        if is_of_resource(key) && question.resource_policy.is_some() {
            return false;
        }
        if is_told || is_elsewhere(key) || is_of_organization(key) || is_of_call(key, false) {
            return false;
        }
        let is_second_factor = is("aws:MultiFactorAuthPresent") || is("aws:MultiFactorAuthAge");
        is_of_resource(key)
            // The call itself may have brought one.
            || (is_second_factor && question.authority == Authority::Trust)
            || (is("aws:RequestedRegion") && ELSEWHERE.contains(&question.action))
            // What the token of an identity provider said.
            || (caller.principal.account().is_none() && !key.to_ascii_lowercase().starts_with("aws:"))
    }
}

/// The policies that count for a question about a resource whose owner the organization says `owner` of.
pub fn fingerprints(caller: &Caller, owner: &Membership, question: &Question) -> Fingerprints {
    Fingerprints::of(caller, service_control(caller), owner.resource_control_of(question.action), question)
}

fn overlay(context: &mut Context, recorded: &Context, counts: impl Fn(&str) -> bool) {
    recorded.iter().filter(|(key, _)| counts(key)).for_each(|(key, values)| keep(context, key, values));
}
