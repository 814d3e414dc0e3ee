//! Decisions about requests that nobody made, as IAM's policy simulator describes them.

use std::collections::BTreeSet;

use arn::AccountId;
use aws_model::iam;
use gate::PolicyLevel;
use iam_policy::{
    Context, Effect, Explanation, Named, Outcome, Policies, Policy, PolicyKind, PolicyType, Principal,
    Request, StatementTrace, Unmet, evaluate, explain,
};
use serde_json::Value;

use crate::Error;

/// A policy of a simulation.
pub(crate) struct Source {
    /// As results name it.
    pub id: String,
    pub kind: SourceKind,
    pub text: String,
}

/// Where a policy comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceKind {
    User,
    Group,
    Role,
    AwsManaged,
    UserManaged,
    Resource,
    /// The request.
    None,
}

/// Policies, a caller and a context: all of a simulation but what is asked.
pub(crate) struct Simulator {
    identity: Vec<Compiled>,
    boundary: Option<Compiled>,
    resource: Option<Compiled>,
    principal: Principal,
    context: Context,
    service_control: Vec<PolicyLevel>,
}

struct Compiled {
    source: Source,
    /// Where it stands among its type of policy: how its traces are found.
    name: String,
    policy: Policy,
    /// Where each statement begins and ends in the text.
    positions: Vec<(iam::Position, iam::Position)>,
}

impl Compiled {
    fn new(index: usize, source: Source, kind: PolicyKind) -> Result<Self, Error> {
        let Source { id, text, .. } = &source;
        let policy =
            Policy::parse(text, kind).map_err(|error| Error::InvalidInput(format!("{id}: {error}")))?;
        Ok(Self { name: index.to_string(), policy, positions: positions(text), source })
    }

    fn named(&self) -> Named<'_> {
        Named { name: &self.name, policy: &self.policy }
    }
}

impl Simulator {
    /// [`Error::InvalidInput`] when a policy is malformed. The keys of the caller are added to the context unless it has them.
    pub fn new(
        identity: Vec<Source>,
        boundary: Option<Source>,
        resource: Option<Source>,
        principal: Principal,
        stated: Context,
    ) -> Result<Self, Error> {
        let compile = |(index, source)| Compiled::new(index, source, PolicyKind::Identity);
        let mut context = Context::new();
        context.insert_principal(&principal);
        for (key, values) in stated.iter() {
            match values {
                iam_policy::Values::One(value) => context.insert(key.to_owned(), value.clone()),
                iam_policy::Values::Many(values) => {
                    context.insert_many(key.to_owned(), values.iter().cloned())
                }
            }
        }
        Ok(Self {
            identity: identity.into_iter().enumerate().map(compile).collect::<Result<_, _>>()?,
            boundary: boundary.map(|source| Compiled::new(0, source, PolicyKind::Boundary)).transpose()?,
            resource: resource.map(|source| Compiled::new(0, source, PolicyKind::Resource)).transpose()?,
            principal,
            context,
            service_control: Vec::new(),
        })
    }

    /// The same under these service control policies, from the root of the organization to the account.
    pub fn limited_by(self, service_control: &[PolicyLevel]) -> Self {
        Self { service_control: service_control.to_vec(), ..self }
    }

    /// What would be decided about an action on a resource of this account.
    pub fn result(&self, action: &str, resource: &str, owner: AccountId) -> iam::EvaluationResult {
        let identity: Vec<_> = self.identity.iter().map(Compiled::named).collect();
        let levels: Vec<Vec<Named<'_>>> = self.service_control.iter().map(named).collect();
        let service_control: Vec<&[Named<'_>]> = levels.iter().map(Vec::as_slice).collect();
        let request = Request {
            principal: &self.principal,
            principal_id: None,
            action,
            resource,
            resource_account: owner,
            context: &self.context,
        };
        let explanation = explain(
            &request,
            &Policies {
                identity: &identity,
                boundary: self.boundary.as_ref().map(Compiled::named),
                resource: self.resource.as_ref().map(Compiled::named),
                service_control: &service_control,
                ..Policies::default()
            },
        );
        let (decision, deciding) = match explanation.decision.outcome {
            Outcome::Allow => (iam::PolicyEvaluationDecisionType::Allowed, Some(Effect::Allow)),
            Outcome::ExplicitDeny => (iam::PolicyEvaluationDecisionType::ExplicitDeny, Some(Effect::Deny)),
            Outcome::ImplicitDeny => (iam::PolicyEvaluationDecisionType::ImplicitDeny, None),
        };
        iam::EvaluationResult {
            eval_action_name: action.to_owned(),
            eval_decision: decision,
            eval_decision_details: None,
            eval_resource_name: Some(resource.to_owned()),
            matched_statements: Some(
                deciding.map_or_else(Vec::new, |effect| self.matched(&explanation, effect)),
            ),
            missing_context_values: Some(missing(&explanation)),
            organizations_decision_detail: (!levels.is_empty()).then(|| {
                // The owner's root has all other permissions.
                let root = Principal::Root { account: owner };
                let limits = Policies { service_control: &service_control, ..Policies::default() };
                let allowed = evaluate(&Request { principal: &root, ..request }, &limits).is_allowed();
                iam::OrganizationsDecisionDetail { allowed_by_organizations: Some(allowed) }
            }),
            permissions_boundary_decision_detail: self.boundary.is_some().then(|| {
                let allowed = Some(boundary_allows(&explanation));
                iam::PermissionsBoundaryDecisionDetail { allowed_by_permissions_boundary: allowed }
            }),
            resource_specific_results: None,
        }
    }

    /// The statements that apply and have this effect.
    fn matched(&self, explanation: &Explanation, effect: Effect) -> Vec<iam::Statement> {
        let mut matched = Vec::new();
        for trace in &explanation.policies {
            let compiled = match trace.policy_type {
                PolicyType::Identity => self.identity.iter().find(|compiled| compiled.name == trace.name),
                PolicyType::Resource => self.resource.as_ref(),
                PolicyType::PermissionsBoundary if effect == Effect::Deny => self.boundary.as_ref(),
                _ => None,
            };
            let Some(Compiled { source, positions, .. }) = compiled else { continue };
            for statement in trace.statements.iter().filter(|statement| applies(statement, effect)) {
                let (start, end) = positions.get(statement.index).cloned().unzip();
                matched.push(iam::Statement {
                    end_position: end,
                    source_policy_id: Some(source.id.clone()),
                    source_policy_type: Some(source.kind.into()),
                    start_position: start,
                });
            }
        }
        matched
    }
}

fn applies(statement: &StatementTrace, effect: Effect) -> bool {
    statement.applies && statement.effect == effect
}

fn named(level: &PolicyLevel) -> Vec<Named<'_>> {
    level.iter().map(|(name, policy)| Named { name, policy }).collect()
}

fn boundary_allows(explanation: &Explanation) -> bool {
    let boundary = || {
        let policies = explanation.policies.iter();
        let boundaries = policies.filter(|trace| trace.policy_type == PolicyType::PermissionsBoundary);
        boundaries.flat_map(|trace| &trace.statements)
    };
    boundary().any(|statement| applies(statement, Effect::Allow))
        && !boundary().any(|statement| applies(statement, Effect::Deny))
}

/// The context keys without a value of all statements that nothing else keeps from applying.
fn missing(explanation: &Explanation) -> Vec<String> {
    let mut missing = BTreeSet::new();
    for statement in explanation.policies.iter().flat_map(|trace| &trace.statements) {
        let is_condition = |unmet: &Unmet| matches!(unmet, Unmet::Condition(_));
        if statement.unmet.iter().all(is_condition) {
            missing.extend(statement.unmet.iter().filter_map(|unmet| match unmet {
                Unmet::Condition(condition) if condition.seen.is_none() => Some(condition.key.clone()),
                _ => None,
            }));
        }
    }
    missing.into_iter().collect()
}

impl From<SourceKind> for iam::PolicySourceType {
    fn from(kind: SourceKind) -> Self {
        match kind {
            SourceKind::User => Self::User,
            SourceKind::Group => Self::Group,
            SourceKind::Role => Self::Role,
            SourceKind::AwsManaged => Self::AwsManaged,
            SourceKind::UserManaged => Self::UserManaged,
            SourceKind::Resource => Self::Resource,
            SourceKind::None => Self::None,
        }
    }
}

/// Where the statements of a policy begin and end, in lines and columns from 1.
fn positions(policy: &str) -> Vec<(iam::Position, iam::Position)> {
    use serde_json::value::RawValue;
    use std::collections::BTreeMap;
    let members: BTreeMap<String, &RawValue> = serde_json::from_str(policy).unwrap_or_default();
    let Some(statements) = members.get("Statement").map(|value| value.get()) else { return Vec::new() };
    let list: Vec<&str> = match serde_json::from_str::<Vec<&RawValue>>(statements) {
        Ok(list) => list.into_iter().map(RawValue::get).collect(),
        Err(_) => vec![statements],
    };
    let position = |offset: usize| {
        let before = policy.get(..offset).unwrap_or_default();
        let number = |count: usize| i32::try_from(count).ok();
        let (line, last) = (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap_or_default());
        iam::Position { column: number(last.chars().count() + 1), line: number(line) }
    };
    // Each statement is a part of `policy`, so this is where it begins.
    let start = |statement: &str| statement.as_ptr().addr().saturating_sub(policy.as_ptr().addr());
    let both = |statement: &str| {
        let start = start(statement);
        (position(start), position(start.saturating_add(statement.len())))
    };
    list.into_iter().map(both).collect()
}

/// The context keys that a policy asks for, in conditions and in variables.
pub(crate) fn insert_context_keys(policy: &str, keys: &mut BTreeSet<String>) {
    let policy: Value = serde_json::from_str(policy).unwrap_or_default();
    let statements = policy.get("Statement").map(one_or_many).unwrap_or_default();
    for statement in statements {
        for element in ["Resource", "NotResource"] {
            statement
                .get(element)
                .map(one_or_many)
                .unwrap_or_default()
                .iter()
                .for_each(|value| variables(value, keys));
        }
        let operators = statement.get("Condition").and_then(Value::as_object);
        for conditions in
            operators.into_iter().flat_map(|operators| operators.values()).filter_map(Value::as_object)
        {
            for (key, values) in conditions {
                keys.insert(key.clone());
                one_or_many(values).iter().for_each(|value| variables(value, keys));
            }
        }
    }
}

fn one_or_many(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        one => std::slice::from_ref(one),
    }
}

/// The names in `${name}` and `${name, 'default'}`. `${*}` and its like stand for characters.
fn variables(value: &Value, keys: &mut BTreeSet<String>) {
    let Some(text) = value.as_str() else { return };
    for part in text.split("${").skip(1) {
        let Some((variable, _)) = part.split_once('}') else { continue };
        let name = variable.split(',').next().unwrap_or_default().trim();
        if name.contains(':') {
            keys.insert(name.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_keys_stand_in_conditions_and_variables() {
        let policy = r#"{"Statement": [{"Effect": "Allow", "Action": "s3:*",
            "Resource": ["arn:aws:s3:::b/${aws:username}/${*}", "arn:aws:s3:::c/${aws:PrincipalTag/team, 'none'}"],
            "Condition": {"StringEquals": {"aws:RequestedRegion": ["eu-west-1", "${aws:userid}"]}}},
            {"Effect": "Deny", "Action": "*", "NotResource": "x", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}"#;
        let mut keys = BTreeSet::new();
        insert_context_keys(policy, &mut keys);
        let expected = [
            "aws:PrincipalTag/team",
            "aws:RequestedRegion",
            "aws:SecureTransport",
            "aws:userid",
            "aws:username",
        ];
        assert_eq!(keys.into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn statements_have_places() {
        let policy = "{\"Statement\": [\n  {\"a\": 1},\n  {\"é\":\n2}]}";
        let place = |position: &iam::Position| (position.line.unwrap(), position.column.unwrap());
        let found: Vec<_> = positions(policy).iter().map(|(start, end)| (place(start), place(end))).collect();
        assert_eq!(found, [((2, 3), (2, 11)), ((3, 3), (4, 3))]);
        assert_eq!(positions("{\"Statement\": {}}").len(), 1);
        assert!(positions("{").is_empty());
    }
}
