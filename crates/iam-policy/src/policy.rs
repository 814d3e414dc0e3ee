use std::collections::BTreeMap;

use crate::condition::Condition;
use crate::element::{NamedPrincipal, PrincipalElement, Reach};
use crate::facts::{Facts, STEPS};
use crate::fingerprint::Fingerprint;
use crate::glob::Glob;
use crate::keys::{self, CallerKind, Presence};
use crate::statement_index::{Asked, StatementIndex};
use crate::{Context, PolicyError, Principal, parse};

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

    /// The ARNs in its principal elements, as it writes them: of users, roles, sessions and federated users.
    pub fn principal_arns(&self) -> impl Iterator<Item = &str> {
        let elements = self.statements.iter().map(|statement| &statement.principal);
        elements.flat_map(PrincipalElement::names).filter_map(|name| match name {
            NamedPrincipal::Arn { arn, .. } => Some(&**arn),
            _ => None,
        })
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
        if !self.concerns_resource(call) {
            return None;
        }
        let reach = self.principal.reach(call.principal, call.principal_id, call.bounded)?;
        // The action comes last: a candidate (`StatementIndex`) is nearly always about it, and each pattern has to be fetched from memory.
        self.is_about_action(call).then_some(reach)
    }

    /// Whether the statement applies to some request that is like this one in all that is known.
    pub(crate) fn may_apply(&self, conditions: &[Condition], call: &Call<'_>) -> bool {
        self.is_about_action(call)
            && (self.open_resources(call).is_some() || self.is_about_resource(call))
            && self.principal.reach(call.principal, call.principal_id, call.bounded).is_some()
            && conditions.iter().all(|condition| !matches!(call.truth(condition), Truth::Known(false)))
    }

    pub(crate) fn is_about_action(&self, call: &Call<'_>) -> bool {
        let listed = self.actions.globs.iter().any(|glob| glob.matches(&call.action, &call.facts));
        listed != self.actions.negated
    }

    /// Whether it is about the resource; of a request of which only a part is known, whether it is supposed to be.
    fn concerns_resource(&self, call: &Call<'_>) -> bool {
        match &call.supposing {
            None => self.is_about_resource(call),
            Some(supposing) => match self.is_about_known_resource(call, supposing) {
                Truth::Known(truth) => truth,
                Truth::Open => supposing.allows(self.effect),
            },
        }
    }

    /// Another value of a variable can make a pattern match that does not match now.
    fn is_about_known_resource(&self, call: &Call<'_>, supposing: &Supposing<'_>) -> Truth {
        let known = Truth::Known(self.is_about_resource(call));
        let Some(Patterns { negated, globs }) = &self.resources else { return known };
        if globs.iter().any(|glob| glob.matches(call.resource, &call.facts)) {
            return known;
        }
        let loosened = globs.iter().filter_map(|glob| supposing.loosened(glob, call));
        let matches: Vec<bool> = loosened.map(|glob| glob.matches(call.resource, &call.facts)).collect();
        // An Allow of all but what has no value allows nothing.
        let needs_value = *negated && self.effect == Effect::Allow && !matches.is_empty();
        if needs_value || matches.contains(&true) { Truth::Open } else { known }
    }

    /// The patterns of resources with variables of which the value is not known.
    pub(crate) fn open_resources(&self, call: &Call<'_>) -> Option<String> {
        let supposing = call.supposing.as_ref()?;
        if !matches!(self.is_about_known_resource(call, supposing), Truth::Open) {
            return None;
        }
        let Patterns { negated, globs } = self.resources.as_ref()?;
        let is_open = |glob: &&Glob| {
            let loosened = supposing.loosened(glob, call);
            loosened.is_some_and(|glob| *negated || glob.matches(call.resource, &call.facts))
        };
        let open: Vec<String> = globs.iter().filter(is_open).map(Glob::to_string).collect();
        Some(format!("{} {open:?}", if *negated { "NotResource" } else { "Resource" }))
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

/// How to see what is not known of a request.
pub(crate) struct Supposing<'a> {
    /// Whose credentials the request can be made with.
    pub callers: &'a [CallerKind],
    /// The action, as it is asked.
    pub action: &'a str,
    /// Whether the resource is there.
    pub exists: bool,
    /// What `aws:userid` begins with, when it is not known whole.
    pub user_id: Option<String>,
    /// What is not known allows.
    pub hopeful: bool,
}

const REQUEST_ALIAS: &str = "kms:RequestAlias";

/// What is known of a condition.
pub(crate) enum Truth {
    Known(bool),
    /// Some requests meet it.
    Open,
}

impl Supposing<'_> {
    /// Whether what is not known is supposed to be so that a statement with this effect applies: never so that it denies, and so that it allows
    /// only when that is hoped for.
    fn allows(&self, effect: Effect) -> bool {
        effect == Effect::Allow && self.hopeful
    }

    /// The pattern with `*` for the variables that may have another value.
    fn loosened(&self, glob: &Glob, call: &Call<'_>) -> Option<Glob> {
        glob.loosened(|key| self.may_differ(key, call.facts.context))
    }

    /// Whether a request may have another value for the key than the context has.
    fn may_differ(&self, key: &str, context: &Context) -> bool {
        match self.presences(key).max() {
            Some(Presence::Open | Presence::Always) => context.get(key).is_none(),
            Some(Presence::Replaceable) => self.hopeful || context.get(key).is_none(),
            Some(Presence::Known | Presence::Never) | None => false,
        }
    }

    /// Whether every request has a value for the key.
    fn is_always_there(&self, key: &str, context: &Context) -> bool {
        context.get(key).is_some() || self.presences(key).all(|presence| presence == Presence::Always)
    }

    fn presences(&self, key: &str) -> impl Iterator<Item = Presence> {
        self.callers.iter().map(move |caller| keys::presence(key, *caller, self.action, self.exists))
    }
}

impl Call<'_> {
    /// Whether the conditions of a statement with this effect hold.
    pub(crate) fn meets(&self, conditions: &[Condition], effect: Effect) -> bool {
        conditions.iter().all(|condition| match &self.supposing {
            None => condition.holds(&self.facts),
            Some(supposing) => match self.truth(condition) {
                Truth::Known(truth) => truth,
                Truth::Open => supposing.allows(effect),
            },
        })
    }

    /// What is known of a condition.
    pub(crate) fn truth(&self, condition: &Condition) -> Truth {
        let (key, context) = (condition.key(), self.facts.context);
        let known = || Truth::Known(condition.holds(&self.facts));
        let Some(supposing) = &self.supposing else { return known() };
        let may_differ = |key: &str| supposing.may_differ(key, context);
        let variables = || condition.context_keys().skip(1).any(may_differ);
        if !may_differ(key) {
            // Of a key that the request does not have, the values do not count.
            return if context.get(key).is_some() && variables() { Truth::Open } else { known() };
        }
        if key.eq_ignore_ascii_case(REQUEST_ALIAS) && supposing.exists && !variables() {
            return self.truth_by_alias(condition);
        }
        let beginning = supposing.user_id.as_deref().filter(|_| key.eq_ignore_ascii_case("aws:userid"));
        if let Some(truth) = beginning.and_then(|beginning| condition.holds_of_beginning(beginning)) {
            return Truth::Known(truth);
        }
        match condition.holds_of_every_value(&self.facts, may_differ) {
            Some(with)
                if supposing.is_always_there(key, context) || with == condition.holds_without_key() =>
            {
                Truth::Known(with)
            }
            _ => Truth::Open,
        }
    }

    /// What is known of a condition on the alias by which the request names the key: that is one of the key's, or none.
    fn truth_by_alias(&self, condition: &Condition) -> Truth {
        let context = self.facts.context;
        let without = condition.holds(&self.facts);
        let aliases = context.get("kms:ResourceAliases").into_iter().flat_map(|aliases| aliases.iter());
        let mut with = aliases.map(|alias| {
            let mut by_alias = context.clone();
            by_alias.insert(REQUEST_ALIAS, alias.to_owned());
            condition.holds(&Facts::new(&by_alias, STEPS))
        });
        if with.all(|with| with == without) { Truth::Known(without) } else { Truth::Open }
    }
}
