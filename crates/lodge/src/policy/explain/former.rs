//! The policies of a decision, by their type and fingerprint.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use anyhow::Result;
use arn::Arn;
use gate::{Decided, Place};
use iam_policy::{Fingerprint, Policy, PolicyKind, PolicyType, named_principals};

use super::log::SetBy;

/// A text at a kind of place: two policies of the same text and type cannot be told apart.
type Key = (PolicyType, Fingerprint);

/// The policies that counted in decisions, as far as their texts are known.
pub struct Former {
    wanted: HashSet<Key>,
    known: HashMap<Key, Known>,
    /// In the place of a policy that is not known.
    says_nothing: Arc<Policy>,
}

/// What is known of a policy.
pub struct Known {
    /// All policies of this type that have the text, or had it, as explanations name them.
    pub names: BTreeSet<String>,
    /// The last call that set it, if the text is nowhere but in the audit log.
    pub set_by: Option<SetBy>,
    /// Whether a principal element has the name of a user or role.
    pub names_users_or_roles: bool,
    policy: Arc<Policy>,
}

impl Former {
    /// Wants all policies of the decisions.
    pub fn new(decided: &[Decided]) -> Result<Self> {
        let places = decided.iter().flat_map(super::places);
        let wanted = places.map(|place| (place.policy_type, place.fingerprint)).collect();
        let says_nothing = Arc::new(Policy::parse(SAYS_NOTHING, PolicyKind::Identity)?);
        Ok(Self { wanted, known: HashMap::new(), says_nothing })
    }

    /// A text that policies of these types have or had; `set_by` when the audit log tells it.
    pub fn know(&mut self, types: &[PolicyType], name: &str, text: &str, set_by: Option<&SetBy>) {
        let fingerprint = Fingerprint::of(text);
        for &policy_type in types {
            if self.wanted.contains(&(policy_type, fingerprint))
                && let Ok(policy) = Policy::parse(text, kind(policy_type))
            {
                let known = self.keep(policy_type, name, &Arc::new(policy), set_by);
                known.names_users_or_roles = names_users_or_roles(text);
            }
        }
    }

    /// A policy of today.
    pub fn know_present(&mut self, policy_type: PolicyType, name: &str, policy: &Arc<Policy>) {
        if self.wanted.contains(&(policy_type, policy.fingerprint())) {
            self.keep(policy_type, name, policy, None);
        }
    }

    /// Whom a policy of today names is known from the store alone, so that comes first.
    fn keep(
        &mut self,
        policy_type: PolicyType,
        name: &str,
        policy: &Arc<Policy>,
        set_by: Option<&SetBy>,
    ) -> &mut Known {
        let known = self.known.entry((policy_type, policy.fingerprint())).or_insert_with(|| Known {
            names: BTreeSet::new(),
            set_by: set_by.cloned(),
            names_users_or_roles: false,
            policy: Arc::clone(policy),
        });
        known.names.insert(name.to_owned());
        if known.set_by.is_some() {
            known.set_by = set_by.cloned();
        }
        known
    }

    /// The session had no other policies than those of these names.
    pub fn only_session_policies(&mut self, names: &BTreeSet<String>) {
        let of_session =
            self.known.iter_mut().filter(|((policy_type, _), _)| *policy_type == PolicyType::Session);
        for (_, known) in of_session {
            known.names.retain(|name| names.contains(name));
        }
    }

    /// What is known of the policy.
    pub fn get(&self, policy_type: PolicyType, fingerprint: Fingerprint) -> Option<&Known> {
        self.known.get(&(policy_type, fingerprint))
    }

    /// The policy, named by its fingerprint; if it is not known, one that says nothing.
    pub fn policy(&self, policy_type: PolicyType, fingerprint: Fingerprint) -> (String, Arc<Policy>) {
        let policy = match self.get(policy_type, fingerprint) {
            Some(known) => Arc::clone(&known.policy),
            None => Arc::clone(&self.says_nothing),
        };
        (fingerprint.to_string(), policy)
    }

    /// Whether a policy that is known looks at the condition key.
    pub fn looks_at(&self, places: &[Place], key: &str) -> bool {
        let known = places.iter().filter_map(|place| self.get(place.policy_type, place.fingerprint));
        known
            .flat_map(|known| known.policy.context_keys())
            .any(|looked_at| looked_at.eq_ignore_ascii_case(key))
    }
}

fn names_users_or_roles(text: &str) -> bool {
    let is_one = |name: &String| name.parse::<Arn>().is_ok_and(|arn| arn.resource() != "root");
    named_principals(text).is_ok_and(|names| names.iter().any(is_one))
}

/// About no action that there is.
const SAYS_NOTHING: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"none:None","Resource":"*"}]}"#;

/// As the services parse it.
fn kind(policy_type: PolicyType) -> PolicyKind {
    match policy_type {
        PolicyType::ServiceControl | PolicyType::ResourceControl => PolicyKind::Organization,
        PolicyType::Resource => PolicyKind::KeyPolicy,
        PolicyType::RoleTrust => PolicyKind::Trust,
        PolicyType::Session => PolicyKind::Session,
        _ => PolicyKind::Identity,
    }
}
