use iam_policy::{Authority, Context, Decision, Grant, Named, Policies, Principal, Request};

use crate::caller::Caller;
use crate::evidence::Evidence;
use crate::guarded::{Origin, Question};
use crate::membership::{Membership, PolicyLevel};
use crate::review::service_control;

/// The answer to one question.
pub(crate) struct Judgement {
    pub(crate) decision: Decision,
    pub(crate) evidence: Evidence,
}

impl Judgement {
    /// AWS's text for a refused call.
    ///
    /// About a resource of another account it is the same whether the resource is missing or forbidden, and for whatever
    /// reason: the full reasons are in the audit record, for the owner.
    pub(crate) fn denial(&self, caller: &Caller, question: &Question) -> String {
        if matches!(caller.principal, Principal::Federated { .. }) {
            return format!("Not authorized to perform {}", question.action);
        }
        let named = question.named_as.as_deref().unwrap_or(&question.resource);
        let refused = format!(
            "User: {} is not authorized to perform: {} on resource: {named}",
            caller.arn(),
            question.action
        );
        if question.owner == caller.account {
            return format!("{refused} {}", self.decision.because());
        }
        match question.authority {
            Authority::KeyPolicy => format!(
                "{refused} because the resource does not exist in this Region, no resource-based policies allow access, \
                 or a resource-based policy explicitly denies access"
            ),
            Authority::Standard | Authority::Trust => refused,
        }
    }
}

/// Whether the gate would answer the question with "yes", for the few operations that must know before they change
/// something (a key policy's lockout check). It grants nothing.
///
/// The resource is one of the caller's account. The organization's policies are left out: they limit the account from outside, and are no
/// reason to refuse a policy in it.
pub fn would_allow(caller: &Caller, origin: &Origin, mut question: Question) -> bool {
    add_global_keys(caller, &caller.membership, origin, &mut question);
    decide(caller, &[], &[], &question).is_allowed()
}

/// How the gate would answer the question about a resource whose owner the organization says `owner` of. It grants nothing.
pub fn would_decide(
    caller: &Caller,
    owner: &Membership,
    origin: &Origin,
    mut question: Question,
) -> Decision {
    add_global_keys(caller, owner, origin, &mut question);
    decide(caller, service_control(caller), owner.resource_control_of(question.action), &question)
}

/// Answers one question about a resource whose owner the organization says `owner` of. The global condition keys are added to those that
/// the question brings.
pub(crate) fn judge(
    caller: &Caller,
    owner: &Membership,
    origin: &Origin,
    question: &mut Question,
) -> Judgement {
    add_global_keys(caller, owner, origin, question);
    let resource_control = owner.resource_control_of(question.action);
    let of_account = service_control(caller);
    Judgement {
        decision: decide(caller, of_account, resource_control, question),
        evidence: Evidence::of(caller, of_account, resource_control, question),
    }
}

fn decide(
    caller: &Caller,
    service_control: &[PolicyLevel],
    resource_control: &[PolicyLevel],
    question: &Question,
) -> Decision {
    under(caller, service_control, resource_control, question, iam_policy::evaluate)
}

/// Weighs the question under all policies that apply to it.
pub(crate) fn under<T>(
    caller: &Caller,
    service_control: &[PolicyLevel],
    resource_control: &[PolicyLevel],
    question: &Question,
    weigh: impl FnOnce(&Request<'_>, &Policies<'_>) -> T,
) -> T {
    let (service_control, resource_control) = (named(service_control), named(resource_control));
    let service_control: Vec<&[Named<'_>]> = service_control.iter().map(Vec::as_slice).collect();
    let resource_control: Vec<&[Named<'_>]> = resource_control.iter().map(Vec::as_slice).collect();
    let identity: Vec<Named<'_>> =
        caller.identity_policies.iter().map(|(name, policy)| Named { name, policy }).collect();
    let session: Vec<Named<'_>> = caller
        .session
        .iter()
        .flat_map(|session| &session.policies)
        .map(|(name, policy)| Named { name, policy })
        .collect();
    weigh(
        &Request {
            principal: &caller.principal,
            principal_id: Some(caller.principal_id()),
            action: question.action,
            resource: &question.resource,
            resource_account: question.owner,
            context: &question.context,
        },
        &Policies {
            identity: &identity,
            boundary: caller.boundary.as_ref().map(|(name, policy)| Named { name, policy }),
            session: &session,
            resource: question.resource_policy.as_ref().map(|(name, policy)| Named { name, policy }),
            resource_authority: question.authority,
            grant: question.grant.as_ref().map(|grant| Grant { name: &grant.name, grantee: &grant.grantee }),
            service_control: &service_control,
            resource_control: &resource_control,
        },
    )
}

fn named(levels: &[PolicyLevel]) -> Vec<Vec<Named<'_>>> {
    levels.iter().map(|level| level.iter().map(|(name, policy)| Named { name, policy }).collect()).collect()
}

/// Source: IAM User Guide, "AWS global condition context keys".
pub(crate) fn add_global_keys(caller: &Caller, owner: &Membership, origin: &Origin, question: &mut Question) {
    add_known_keys(caller, owner, question);
    let context = &mut question.context;
    let mfa_at = caller.session.as_ref().and_then(|session| session.mfa_at);
    if let Some(at) = question.mfa_at.or(mfa_at) {
        context.insert("aws:MultiFactorAuthPresent", "true");
        context.insert("aws:MultiFactorAuthAge", origin.at.since(at).as_secs().to_string());
    } else if caller.session.is_some() {
        // Long-term keys have no such key at all.
        context.insert("aws:MultiFactorAuthPresent", "false");
    }
    context.insert("aws:SourceIp", origin.source_ip.to_string());
    context.insert("aws:SecureTransport", if origin.secure_transport { "true" } else { "false" });
    context.insert("aws:CurrentTime", origin.at.to_iso8601());
    context.insert("aws:EpochTime", origin.at.secs().to_string());
    let region = question.region.as_ref().unwrap_or(&origin.region);
    context.insert("aws:RequestedRegion", region.to_string());
    if let Some(agent) = &origin.user_agent {
        context.insert("aws:UserAgent", agent.clone());
    }
}

/// The global keys that do not depend on how and when the call is made.
pub(crate) fn add_known_keys(caller: &Caller, owner: &Membership, question: &mut Question) {
    let context = &mut question.context;
    context.insert_shared(caller.keys.get_or_gather(|| keys_of_caller(caller)));
    if let Some(organization) = &owner.organization_id {
        context.insert("aws:ResourceOrgID", organization.clone());
    }
    context.insert_many("aws:ResourceOrgPaths", owner.path.clone());
    context.insert("aws:ResourceAccount", question.owner.to_string());
    context.insert("aws:ViaAWSService", "false");
}

/// The global keys that are the same whatever the caller asks.
fn keys_of_caller(caller: &Caller) -> Context {
    let mut context = Context::new();
    context.insert_principal(&caller.principal);
    context.insert("aws:userid", caller.user_id.clone());
    for (key, value) in &caller.tags {
        context.insert(format!("aws:PrincipalTag/{key}"), value.clone());
    }
    if let Some(organization) = &caller.membership.organization_id {
        context.insert("aws:PrincipalOrgID", organization.clone());
    }
    context.insert_many("aws:PrincipalOrgPaths", caller.membership.path.clone());
    if let Some(session) = &caller.session {
        context.insert("aws:TokenIssueTime", session.issued_at.to_iso8601());
        if session.is_assumed_root {
            context.insert("aws:AssumedRoot", "true");
        }
        if let Some(federated) = &session.federated {
            context.insert("aws:FederatedProvider", federated.provider.clone());
            for (key, value) in &federated.keys {
                context.insert(key.clone(), value.clone());
            }
        }
        if let Some(source) = &session.source_identity {
            context.insert("aws:SourceIdentity", source.clone());
        }
    }
    context
}

#[cfg(test)]
mod tests;
