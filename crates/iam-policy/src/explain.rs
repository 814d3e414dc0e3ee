use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::condition::Condition;
use crate::element::{PrincipalElement, Reach};
use crate::glob::Glob;
use crate::policy::{Call, Effect, Statement};
use crate::{Context, Decision, Named, Policies, PolicyType, Request, evaluate, facts};

/// A decision with the trace of every statement of every policy.
///
/// `Display` writes it for people, one line per statement and per unmet element.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The decision, as [`evaluate`] makes it.
    #[serde(flatten)]
    pub decision: Decision,
    /// Every policy that was looked at, in the order of evaluation. Where the policies are too costly to evaluate, statements are missing
    /// from the point on at which that was found.
    pub policies: Vec<PolicyTrace>,
}

/// How one policy relates to the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PolicyTrace {
    /// Its type.
    pub policy_type: PolicyType,
    /// Its name.
    pub name: String,
    /// Of an organization's policies: the level, 0 for the root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<usize>,
    /// Its statements in order.
    pub statements: Vec<StatementTrace>,
}

/// How one statement relates to the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementTrace {
    /// The index of the statement in the policy.
    pub index: usize,
    /// Its `Sid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<String>,
    /// Its effect.
    pub effect: Effect,
    /// Whether it applies: nothing is unmet.
    pub applies: bool,
    /// In a resource policy: how the statement names the caller, when it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub names: Option<Naming>,
    /// Its conditions that hold.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<ConditionTrace>,
    /// What keeps it from applying.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unmet: Vec<Unmet>,
    /// The variables in its resources.
    #[serde(skip_serializing_if = "Variables::is_empty")]
    pub variables: Variables,
}

/// Condition keys that stand in a policy as variables, and what each stands for; `None` when the request does not have it.
pub type Variables = BTreeMap<String, Option<String>>;

/// How a principal element names the caller, which decides what else limits the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Naming {
    /// The caller itself, or everyone: no identity policy, boundary or session policy is needed in the same account.
    Caller,
    /// The role of the session, or the user behind the federated session: boundary and session policies limit.
    RoleOrUserBehindSession,
    /// The caller's account: the account's own policies must allow.
    Account,
}

/// An element of a statement that does not match the request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "element", rename_all_fields = "camelCase")]
pub enum Unmet {
    /// `Principal` or `NotPrincipal` is not about the caller.
    Principal {
        /// The caller.
        caller: String,
    },
    /// `Action` does not list the action, or `NotAction` does.
    Action {
        /// The action of the request.
        action: String,
    },
    /// `Resource` does not list the resource, or `NotResource` does.
    Resource {
        /// The resource of the request.
        resource: String,
    },
    /// A condition is false.
    Condition(ConditionTrace),
}

/// A condition and what the request brings for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConditionTrace {
    /// The operator, with qualifier and `IfExists`.
    pub operator: String,
    /// The condition key.
    pub key: String,
    /// The values of the policy.
    pub expected: Vec<String>,
    /// The values of the request; `None` when it does not have the key.
    pub seen: Option<Vec<String>>,
    /// The variables in the values of the policy.
    #[serde(skip_serializing_if = "Variables::is_empty")]
    pub variables: Variables,
}

/// Decides like [`evaluate`], and tells of every statement whether it applies and what it lacks.
pub fn explain(request: &Request<'_>, policies: &Policies<'_>) -> Explanation {
    // A trace looks at all four elements of every statement, a decision only at what it needs.
    let call = Call::new(request, policies, 4 * facts::STEPS);
    let one_level = |policy_type, list: &[Named<'_>], level| -> Vec<PolicyTrace> {
        list.iter().map(|named| PolicyTrace::new(&call, policy_type, named, level)).collect()
    };
    let all_levels = |policy_type, levels: &[&[Named<'_>]]| -> Vec<PolicyTrace> {
        let traced = levels.iter().enumerate().map(|(level, list)| one_level(policy_type, list, Some(level)));
        traced.flatten().collect()
    };
    let traces = [
        all_levels(PolicyType::ServiceControl, policies.service_control),
        all_levels(PolicyType::ResourceControl, policies.resource_control),
        one_level(policies.resource_authority.policy_type(), policies.resource.as_slice(), None),
        one_level(PolicyType::Identity, policies.identity, None),
        one_level(PolicyType::PermissionsBoundary, policies.boundary.as_slice(), None),
        one_level(PolicyType::Session, policies.session, None),
    ];
    Explanation { decision: evaluate(request, policies), policies: traces.into_iter().flatten().collect() }
}

impl PolicyTrace {
    fn new(call: &Call<'_>, policy_type: PolicyType, named: &Named<'_>, level: Option<usize>) -> Self {
        let statements = named.policy.statements().iter().enumerate();
        let statements = statements
            .map_while(|(index, statement)| {
                StatementTrace::new(call, index, statement, named.policy.conditions_of(index))
            })
            .collect();
        Self { policy_type, name: named.name.to_owned(), level, statements }
    }
}

impl StatementTrace {
    /// `None` when there are no steps left to tell.
    fn new(call: &Call<'_>, index: usize, statement: &Statement, conditions: &[Condition]) -> Option<Self> {
        let reach = statement.principal.reach(call.principal, call.principal_id, call.bounded);
        let mut unmet = Vec::new();
        if reach.is_none() {
            unmet.push(Unmet::Principal { caller: call.principal.to_string() });
        }
        if !statement.is_about_action(call) {
            unmet.push(Unmet::Action { action: call.action.clone() });
        }
        if !statement.is_about_resource(call) {
            unmet.push(Unmet::Resource { resource: call.resource.to_owned() });
        }
        let (mut met, context) = (Vec::new(), call.facts.context);
        for condition in conditions {
            let trace = ConditionTrace::new(condition, context);
            match condition.holds(&call.facts) {
                true => met.push(trace),
                false => unmet.push(Unmet::Condition(trace)),
            }
        }
        let patterns = statement.resources.iter().flat_map(|resources| &resources.globs);
        let names = match (&statement.principal, reach) {
            (PrincipalElement::Is(_), Some(Reach::Direct)) => Some(Naming::Caller),
            (PrincipalElement::Is(_), Some(Reach::Limited)) => Some(Naming::RoleOrUserBehindSession),
            (PrincipalElement::Is(_), Some(Reach::Delegated)) => Some(Naming::Account),
            _ => None,
        };
        let trace = Self {
            index,
            sid: statement.sid().map(ToOwned::to_owned),
            effect: statement.effect(),
            applies: unmet.is_empty(),
            names,
            met,
            unmet,
            variables: variables(patterns.flat_map(Glob::variables), context),
        };
        (!call.facts.is_exhausted()).then_some(trace)
    }
}

impl ConditionTrace {
    fn new(condition: &Condition, context: &Context) -> Self {
        let seen = context.get(condition.key());
        Self {
            operator: condition.operator.to_string(),
            key: condition.key().to_owned(),
            expected: condition.expected().map(ToOwned::to_owned).collect(),
            seen: seen.map(|values| values.iter().map(ToOwned::to_owned).collect()),
            // The key of the condition itself comes first.
            variables: variables(condition.context_keys().skip(1), context),
        }
    }
}

fn variables<'a>(keys: impl Iterator<Item = &'a str>, context: &Context) -> Variables {
    keys.map(|key| (key.to_owned(), context.get_one(key).map(ToOwned::to_owned))).collect()
}

impl fmt::Display for Explanation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{} {}", self.decision.outcome, self.decision.because())?;
        for policy in &self.policies {
            write!(out, "{policy}")?;
        }
        Ok(())
    }
}

impl fmt::Display for PolicyTrace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} \"{}\"", self.policy_type, self.name)?;
        if let Some(level) = self.level {
            write!(out, " on level {level}")?;
        }
        writeln!(out)?;
        for statement in &self.statements {
            write!(out, "{statement}")?;
        }
        Ok(())
    }
}

impl fmt::Display for StatementTrace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "  statement {}", self.index)?;
        if let Some(sid) = &self.sid {
            write!(out, " \"{sid}\"")?;
        }
        write!(out, " ({:?}) {}", self.effect, if self.applies { "applies" } else { "does not apply" })?;
        match self.names {
            Some(Naming::Caller) | None => writeln!(out)?,
            Some(Naming::RoleOrUserBehindSession) => {
                writeln!(out, ", it names the role or user behind the session")?
            }
            Some(Naming::Account) => writeln!(out, ", it names the caller's account")?,
        }
        for unmet in &self.unmet {
            writeln!(out, "    {unmet}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Unmet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Principal { caller } => write!(out, "the principal is not {caller}"),
            Self::Action { action } => write!(out, "not about the action {action}"),
            Self::Resource { resource } => write!(out, "not about the resource {resource}"),
            Self::Condition(condition) => write!(out, "{condition}"),
        }
    }
}

impl fmt::Display for ConditionTrace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { operator, key, expected, seen, variables } = self;
        write!(out, "{operator} {key} needs {expected:?}, and the request has ")?;
        match seen {
            Some(seen) => write!(out, "{seen:?}")?,
            None => out.write_str("no such key")?,
        }
        variables.iter().try_for_each(|(key, value)| match value {
            Some(value) => write!(out, "; ${{{key}}} is {value:?}"),
            None => write!(out, "; there is no ${{{key}}}"),
        })
    }
}
