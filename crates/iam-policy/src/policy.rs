use std::collections::BTreeMap;

use crate::condition::Condition;
use crate::element::{NamedPrincipal, PrincipalElement, Reach};
use crate::facts::Facts;
use crate::fingerprint::Fingerprint;
use crate::glob::Glob;
use crate::statement_index::{Asked, StatementIndex};
use crate::{PolicyError, Principal, parse};

/// What a policy is attached to, which decides the elements that it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PolicyKind {
    /// Of a user, group or role. No principals.
    Identity,
    /// A permissions boundary. No principals.
    Boundary,
    /// Passed when a session is made. No principals.
    Session,
    /// Of a resource. Principals required.
    Resource,
    /// Of a KMS key. Principals and resources required; `"Resource": "*"` is the key.
    KeyPolicy,
    /// Of a role: who may assume it. Principals required, no resources, only `sts` actions.
    Trust,
    /// A service or resource control policy. No principal but `"*"`.
    Organization,
}

/// A policy, parsed, checked and made ready for evaluation. Immutable and cheap to share behind an `Arc`.
#[derive(Debug, Clone)]
pub struct Policy {
    pub(crate) kind: PolicyKind,
    pub(crate) id: Option<Box<str>>,
    pub(crate) statements: Box<[Statement]>,
    /// Of all statements, one after the other: a decision goes through many, and seldom needs their statements.
    pub(crate) conditions: Box<[Condition]>,
    pub(crate) index: StatementIndex,
    pub(crate) packed_len: usize,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) context_keys: Box<[Box<str>]>,
}

/// One statement of a [`Policy`].
#[derive(Debug, Clone)]
pub struct Statement {
    pub(crate) sid: Option<Box<str>>,
    pub(crate) effect: Effect,
    pub(crate) principal: PrincipalElement,
    pub(crate) actions: Patterns,
    /// `None`: the statement is about the resource that it is attached to.
    pub(crate) resources: Option<Patterns>,
}

/// What a statement does when it applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Effect {
    /// Grants.
    Allow,
    /// Forbids, whatever else grants.
    Deny,
}

/// `Action` or `NotAction`, `Resource` or `NotResource`.
#[derive(Debug, Clone)]
pub(crate) struct Patterns {
    pub negated: bool,
    pub globs: Box<[Glob]>,
}

impl PolicyKind {
    /// The most text that [`Policy::parse`] reads, in bytes: 32 KiB for a key policy (KMS Developer Guide, "Creating a key
    /// policy"), else what IAM's API accepts as a policy document. The quotas of users, roles and so on are smaller and the
    /// services', see [`Policy::packed_len`].
    pub const fn max_text(self) -> usize {
        match self {
            Self::KeyPolicy => 32_768,
            _ => 131_072,
        }
    }
}

impl Policy {
    /// Parses and checks a policy.
    ///
    /// Refused are all errors that would make a policy silently mean something else: unknown elements and operators, values
    /// of the wrong type, keys given twice, elements that the kind of policy cannot have.
    pub fn parse(text: &str, kind: PolicyKind) -> Result<Self, PolicyError> {
        parse::policy(text, kind)
    }

    /// Binds ARNs in principal elements to the unique ids of those whom they named when the policy was set: from then on each means only a
    /// caller with that id ([`Request::principal_id`](crate::Request::principal_id)), so that a later user or role of the same name gets
    /// nothing, and a user who is renamed loses nothing. The ARN of a role session is bound to its role's unique id and means this
    /// session of it. An ARN that `unique_ids` has not means whoever has it.
    #[must_use]
    pub fn bind(mut self, unique_ids: &BTreeMap<String, String>) -> Self {
        for name in self.statements.iter_mut().flat_map(|statement| statement.principal.names_mut()) {
            if let NamedPrincipal::Arn { arn, bound } = name {
                *bound = unique_ids.get(&**arn).map(|id| id.as_str().into());
            }
        }
        self
    }

    /// The kind that it was parsed as.
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// The `Id` element.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The statements in order.
    pub fn statements(&self) -> &[Statement] {
        &self.statements
    }

    /// Which text it was parsed from.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The context keys that its conditions and variables look at, as it writes them; none is there twice.
    pub fn context_keys(&self) -> impl Iterator<Item = &str> {
        self.context_keys.iter().map(|key| &**key)
    }

    /// The conditions of the statement at this place.
    pub(crate) fn conditions_of(&self, place: usize) -> &[Condition] {
        self.conditions.get(self.index.conditions_of(place)).unwrap_or_default()
    }

    /// The length of the text in characters without the white space between its elements: what IAM's quotas count.
    pub fn packed_len(&self) -> usize {
        self.packed_len
    }
}

impl Statement {
    /// The `Sid` element.
    pub fn sid(&self) -> Option<&str> {
        self.sid.as_deref()
    }

    /// Allow or Deny.
    pub fn effect(&self) -> Effect {
        self.effect
    }

    /// Whether an Allow statement grants to everyone, if its conditions hold.
    pub fn is_public(&self) -> bool {
        self.effect == Effect::Allow
            && matches!(&self.principal, PrincipalElement::Is(names) if names.contains(&NamedPrincipal::Everyone))
    }

    /// How far the statement reaches the caller; `None` when it does not apply to a request for which its conditions hold.
    pub(crate) fn applies(&self, call: &Call<'_>) -> Option<Reach> {
        if !self.is_about_resource(call) {
            return None;
        }
        let reach = self.principal.reach(call.principal, call.principal_id, call.bounded)?;
        // The action comes last: a candidate (`StatementIndex`) is nearly always about it, and each pattern has to be fetched from memory.
        self.is_about_action(call).then_some(reach)
    }

    /// Whether the statement applies to some request that is like this one in all that is known.
    pub(crate) fn may_apply(&self, conditions: &[Condition], call: &Call<'_>) -> bool {
        self.is_about_action(call)
            && self.is_about_resource(call)
            && self.principal.reach(call.principal, call.principal_id, call.bounded).is_some()
            && conditions.iter().all(|condition| call.is_open(condition) || condition.holds(&call.facts))
    }

    pub(crate) fn is_about_action(&self, call: &Call<'_>) -> bool {
        let listed = self.actions.globs.iter().any(|glob| glob.matches(&call.action, &call.facts));
        listed != self.actions.negated
    }

    pub(crate) fn is_about_resource(&self, call: &Call<'_>) -> bool {
        let Some(patterns) = &self.resources else { return true };
        let listed = patterns.globs.iter().any(|glob| glob.matches(call.resource, &call.facts));
        if !patterns.negated {
            return listed;
        }
        // A NotResource whose variable has no value excludes less than it was written to. An Allow must not grow by that.
        let certain =
            || self.effect == Effect::Deny || patterns.globs.iter().all(|glob| glob.is_resolved(&call.facts));
        !listed && certain()
    }
}

/// A request, prepared once for all statements.
pub(crate) struct Call<'a> {
    pub principal: &'a Principal,
    pub principal_id: Option<&'a str>,
    /// Whether the caller has a permissions boundary.
    pub bounded: bool,
    /// In lower case.
    pub action: String,
    pub resource: &'a str,
    /// Action and resource, for finding statements.
    pub asked: Asked,
    pub facts: Facts<'a>,
    /// Set when only a part of the request is known.
    pub supposing: Option<Supposing<'a>>,
}

/// How to see conditions on what is not known.
pub(crate) struct Supposing<'a> {
    /// Whether a request may have the key, when the context lacks it.
    pub open: &'a dyn Fn(&str) -> bool,
    /// They hold.
    pub hopeful: bool,
}

impl Call<'_> {
    /// Whether the conditions of a statement with this effect hold.
    pub(crate) fn meets(&self, conditions: &[Condition], effect: Effect) -> bool {
        conditions.iter().all(|condition| match &self.supposing {
            // What is not known is supposed not to deny, and to allow only when that is hoped for.
            Some(supposing) if self.is_open(condition) => effect == Effect::Allow && supposing.hopeful,
            _ => condition.holds(&self.facts),
        })
    }

    /// Whether a condition is on what is not known.
    pub(crate) fn is_open(&self, condition: &Condition) -> bool {
        let supposing = self.supposing.as_ref();
        supposing.is_some_and(|supposing| {
            self.facts.context.get(condition.key()).is_none() && (supposing.open)(condition.key())
        })
    }
}
