//! The decision. Source: IAM User Guide, "Policy evaluation logic"; KMS Developer Guide, "Key policies" and "Grants".

use crate::decision::{Decision, Finding, Outcome, PolicyType, Reason};
use crate::element::{NamedPrincipal, Reach};
use crate::facts::{Facts, STEPS};
use crate::policy::{Call, Effect};
use crate::statement_index::{Asked, Candidate};
use crate::{Authority, Grant, Named, Policies, Policy, Principal, Request};

/// Decides a request by all policies that apply to it.
///
/// The order is AWS's: a Deny statement anywhere ends it; the organization's policies must allow on every level; then the resource
/// policy, identity policies, permissions boundary and session policies are weighed by [`Authority`], by how the resource
/// policy names the caller, and by whether caller and resource are of one account.
pub fn evaluate(request: &Request<'_>, policies: &Policies<'_>) -> Decision {
    decide(&Call::new(request, policies, STEPS), request, policies)
}

pub(crate) fn decide(call: &Call<'_>, request: &Request<'_>, policies: &Policies<'_>) -> Decision {
    match Findings::gather(call, policies) {
        Err(reason) => {
            let outcome = match reason.finding {
                Finding::Denies => Outcome::ExplicitDeny,
                _ => Outcome::ImplicitDeny,
            };
            Decision { outcome, reasons: vec![reason], action: Box::default() }
        }
        Ok(findings) => findings.weigh(request, policies),
    }
}

impl<'a> Call<'a> {
    pub(crate) fn new(request: &Request<'a>, policies: &Policies<'_>, steps: u32) -> Self {
        let action = request.action.to_ascii_lowercase();
        Self {
            principal: request.principal,
            principal_id: request.principal_id,
            bounded: policies.boundary.is_some(),
            asked: Asked::new(&action, Some(request.resource)),
            action,
            resource: request.resource,
            facts: Facts::new(request.context, steps),
            supposing: None,
        }
    }
}

/// A statement that applies.
#[derive(Clone, Copy)]
struct Hit<'a> {
    policy_type: PolicyType,
    level: Option<usize>,
    named: Named<'a>,
    statement: usize,
    reach: Reach,
}

impl Hit<'_> {
    fn reason(&self, finding: Finding) -> Reason {
        let sid = self.named.policy.statements().get(self.statement).and_then(|statement| statement.sid());
        Reason {
            finding,
            policy_type: self.policy_type,
            policy: Some(self.named.name.into()),
            level: self.level,
            statement: Some(self.statement),
            sid: sid.map(Into::into),
        }
    }
}

/// The allowing statement of each type of policy, when no statement denies.
struct Findings<'a> {
    /// The first level that does not allow.
    service_control: Option<usize>,
    resource_control: Option<usize>,
    resource: Option<Hit<'a>>,
    identity: Option<Hit<'a>>,
    boundary: bool,
    session: bool,
}

impl<'a> Findings<'a> {
    /// `Err`: the statement that denies, or the policy that is too costly.
    fn gather(call: &Call<'_>, policies: &'a Policies<'a>) -> Result<Self, Reason> {
        let levels = |levels: &[&'a [Named<'a>]], policy_type| {
            // All levels are looked at even when one does not allow: a later one may deny.
            levels.iter().enumerate().try_fold(None, |missing: Option<usize>, (level, policies)| {
                let allows = scan(call, policy_type, Some(level), policies)?.is_some();
                Ok(missing.or((!allows).then_some(level)))
            })
        };
        let one = |named: &'a Option<Named<'a>>, policy_type| scan(call, policy_type, None, named.as_slice());
        Ok(Self {
            service_control: levels(policies.service_control, PolicyType::ServiceControl)?,
            resource_control: levels(policies.resource_control, PolicyType::ResourceControl)?,
            resource: one(&policies.resource, policies.resource_authority.policy_type())?,
            identity: scan(call, PolicyType::Identity, None, policies.identity)?,
            boundary: one(&policies.boundary, PolicyType::PermissionsBoundary)?.is_some()
                || policies.boundary.is_none(),
            session: scan(call, PolicyType::Session, None, policies.session)?.is_some()
                // A federated user to whom no policy was passed has only what a resource gives it by name.
                || policies.session.is_empty() && !matches!(call.principal, Principal::FederatedUser { .. }),
        })
    }

    fn weigh(&self, request: &Request<'_>, policies: &Policies<'a>) -> Decision {
        let Weighed { granted, missing } = self.weigh_accounts(request, policies);
        let of_organization = [
            (PolicyType::ResourceControl, self.resource_control),
            (PolicyType::ServiceControl, self.service_control),
        ];
        let limits = of_organization.into_iter().filter(|(_, level)| level.is_some());
        let missing: Vec<_> = limits.chain(missing.into_iter().map(|missing| (missing, None))).collect();
        if missing.is_empty() {
            let reasons = granted.into_iter().flatten().map(|source| source.reason()).collect();
            return Decision { outcome: Outcome::Allow, reasons, action: Box::default() };
        }
        let reasons = missing
            .into_iter()
            .map(|(policy_type, level)| Reason { level, ..Reason::no_allow(policy_type) })
            .collect();
        Decision { outcome: Outcome::ImplicitDeny, reasons, action: request.action.into() }
    }

    /// Everything but the organization's policies.
    fn weigh_accounts(&self, request: &Request<'_>, policies: &Policies<'a>) -> Weighed<'a> {
        let authority = policies.resource_authority;
        let resource = self.resource.map(Source::Statement);
        let grant =
            policies.grant.and_then(|grant| Some(Source::Grant(grant, grant.reach(request.principal)?)));
        let resource = grant.into_iter().chain(resource).max_by_key(Source::reach);
        let identity = match request.principal.has_all_of_account() {
            true => Some(Source::AccountRoot),
            false => self.identity.map(Source::Statement),
        };
        let mut weighed = match request.principal.account() {
            None => Self::without_account(authority, resource),
            Some(account) if account == request.resource_account => {
                self.within_account(authority, resource, identity)
            }
            Some(_) => self.across_accounts(authority, grant, resource, identity),
        };
        // No policy can name a session of the root, so what was passed for the session always limits it.
        if weighed.missing.is_empty() && matches!(request.principal, Principal::Root { .. }) {
            weighed.missing.extend(self.missing_limits());
        }
        weighed
    }

    /// Nobody but the resource can speak for a caller without an account.
    fn without_account(authority: Authority, resource: Option<Source<'a>>) -> Weighed<'a> {
        let direct = resource.filter(|source| source.reach() == Reach::Direct);
        Weighed::new([direct, None], direct.is_none().then(|| authority.policy_type()))
    }

    fn within_account(
        &self,
        authority: Authority,
        resource: Option<Source<'a>>,
        identity: Option<Source<'a>>,
    ) -> Weighed<'a> {
        // Where the resource is the root of authority, it must at least delegate for an identity policy to count.
        let identity_counts = authority == Authority::Standard || resource.is_some();
        match (resource.map(|source| source.reach()), identity) {
            (Some(Reach::Direct), _) => Weighed::new([resource, None], None),
            (_, Some(_)) if identity_counts => Weighed::new([resource, identity], self.missing_limits()),
            (Some(Reach::Limited), _) => Weighed::new([resource, None], self.missing_limits()),
            _ if identity_counts => {
                Weighed::new([None, None], std::iter::once(PolicyType::Identity).chain(self.missing_limits()))
            }
            _ => Weighed::new([None, None], [authority.policy_type()]),
        }
    }

    fn across_accounts(
        &self,
        authority: Authority,
        grant: Option<Source<'a>>,
        resource: Option<Source<'a>>,
        identity: Option<Source<'a>>,
    ) -> Weighed<'a> {
        // A grant to the caller or its role speaks for both accounts: services use keys of other accounts that way, through
        // roles whose own policies know nothing of them.
        match grant.map(|source| source.reach()) {
            Some(Reach::Direct) => return Weighed::new([grant, None], None),
            Some(Reach::Limited) => return Weighed::new([grant, None], self.missing_limits()),
            Some(Reach::Delegated) | None => {}
        }
        let no_resource = resource.is_none().then(|| authority.policy_type());
        let no_identity = identity.is_none().then_some(PolicyType::Identity);
        let missing = no_resource.into_iter().chain(no_identity).chain(self.missing_limits());
        Weighed::new([resource, identity], missing)
    }

    /// Boundary and session policies that are there and do not allow.
    fn missing_limits(&self) -> impl Iterator<Item = PolicyType> {
        let boundary = (!self.boundary).then_some(PolicyType::PermissionsBoundary);
        boundary.into_iter().chain((!self.session).then_some(PolicyType::Session))
    }
}

/// The outcome of weighing: what grants, and what else would be needed.
struct Weighed<'a> {
    granted: [Option<Source<'a>>; 2],
    missing: Vec<PolicyType>,
}

impl<'a> Weighed<'a> {
    fn new(granted: [Option<Source<'a>>; 2], missing: impl IntoIterator<Item = PolicyType>) -> Self {
        Self { granted, missing: missing.into_iter().collect() }
    }
}

/// What grants.
#[derive(Clone, Copy)]
enum Source<'a> {
    Statement(Hit<'a>),
    Grant(Grant<'a>, Reach),
    AccountRoot,
}

impl Source<'_> {
    fn reach(&self) -> Reach {
        match self {
            Self::Statement(hit) => hit.reach,
            Self::Grant(_, reach) => *reach,
            Self::AccountRoot => Reach::Direct,
        }
    }

    fn reason(&self) -> Reason {
        match self {
            Self::Statement(hit) => hit.reason(Finding::Allows),
            Self::Grant(grant, _) => {
                let policy = Some(grant.name.into());
                Reason { finding: Finding::Allows, policy, ..Reason::no_allow(PolicyType::Grant) }
            }
            Self::AccountRoot => {
                Reason { finding: Finding::Allows, ..Reason::no_allow(PolicyType::AccountRoot) }
            }
        }
    }
}

impl Reason {
    fn no_allow(policy_type: PolicyType) -> Self {
        Self { finding: Finding::NoAllow, policy_type, policy: None, level: None, statement: None, sid: None }
    }
}

impl Grant<'_> {
    pub(crate) fn reach(&self, caller: &Principal) -> Option<Reach> {
        match NamedPrincipal::parse_aws(self.grantee) {
            // A grant names somebody; it is never for everyone.
            Some(NamedPrincipal::Everyone) => None,
            Some(name) => name.reach(caller, None),
            None => NamedPrincipal::Service(self.grantee.into()).reach(caller, None),
        }
    }
}

impl Authority {
    /// The type of the resource's policy.
    pub fn policy_type(self) -> PolicyType {
        match self {
            Self::Standard | Self::KeyPolicy => PolicyType::Resource,
            Self::Trust => PolicyType::RoleTrust,
        }
    }
}

/// Looks for the allow that reaches furthest; `Err`: a Deny statement applies, or there are no steps left to tell.
fn scan<'a>(
    call: &Call<'_>,
    policy_type: PolicyType,
    level: Option<usize>,
    policies: &'a [Named<'a>],
) -> Result<Option<Hit<'a>>, Reason> {
    let mut best: Option<Hit<'a>> = None;
    for named in policies {
        let Policy { index, statements, conditions, .. } = named.policy;
        for Candidate { statement: at, effect, conditions: own } in index.candidates(&call.asked) {
            let settled = best.is_some_and(|hit| hit.reach == Reach::Direct);
            if settled && effect == Effect::Allow {
                continue;
            }
            // The conditions come first: most statements fail by them, and then they are all that has to be fetched from memory.
            let met = call.meets(conditions.get(own).unwrap_or_default(), effect);
            let applies = if met { statements.get(at).and_then(|found| found.applies(call)) } else { None };
            if call.facts.is_exhausted() {
                let policy = Some(named.name.into());
                let finding = Finding::TooCostly;
                return Err(Reason { finding, policy, level, ..Reason::no_allow(policy_type) });
            }
            let Some(reach) = applies else { continue };
            let hit = Hit { policy_type, level, named: *named, statement: at, reach };
            if effect == Effect::Deny {
                return Err(hit.reason(Finding::Denies));
            }
            if best.is_none_or(|before| before.reach < reach) {
                best = Some(hit);
            }
        }
    }
    Ok(best)
}
