//! Policies by their fingerprints: those of today, and the texts that the audit log holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result};
use audit_log::{Position, Reader};
use gate::{Caller, Decided, Fingerprints, Membership, Question};
use iam_policy::{Fingerprint, Policy, PolicyKind};
use serde_json::Value;

use super::contains;

/// The fingerprints of an organization's policies, level by level.
pub type Levels = [Vec<Fingerprint>];

/// The policies of a decision, as far as they are known.
pub struct Former {
    wanted: BTreeSet<Fingerprint>,
    present: BTreeMap<Fingerprint, (String, Arc<Policy>)>,
    texts: BTreeMap<Fingerprint, (String, String)>,
}

/// Parameters of requests that hold policies.
const PARAMETERS: [&str; 4] = ["policy", "policyDocument", "assumeRolePolicyDocument", "content"];

impl Former {
    /// Wants all policies of the decisions.
    pub fn new(decided: &[Decided]) -> Self {
        let policies = decided.iter().filter_map(|decided| decided.evidence.as_ref());
        let wanted = policies.flat_map(|evidence| each(&evidence.policies)).collect();
        Self { wanted, present: BTreeMap::new(), texts: BTreeMap::new() }
    }

    /// Policies of today.
    pub fn know_all<'p>(&mut self, policies: impl IntoIterator<Item = (String, &'p Arc<Policy>)>) {
        for (name, policy) in policies {
            self.present.insert(policy.fingerprint(), (name, Arc::clone(policy)));
        }
    }

    /// Those of a caller of today.
    pub fn know_caller(&mut self, caller: &Caller) {
        let own = caller.identity_policies.iter().chain(&caller.boundary);
        self.know_all(own.map(|(name, policy)| (name.clone(), policy)));
        self.know_limits(&caller.membership);
    }

    /// Those of the organization of today.
    pub fn know_limits(&mut self, membership: &Membership) {
        let levels = membership.service_control.iter().chain(&membership.resource_control).flatten();
        self.know_all(levels.map(|(name, policy)| (name.clone(), policy)));
    }

    /// Looks for the texts of what is still unknown among the requests that set policies, and those that passed session policies.
    pub fn look_through(&mut self, trail: &Path) -> Result<()> {
        let mut missing: BTreeSet<Fingerprint> =
            self.wanted.iter().copied().filter(|wanted| !self.present.contains_key(wanted)).collect();
        let mut reader = Reader::offline(trail, Position::START);
        while !missing.is_empty()
            && let Some(entry) = reader.try_next().context("could not read the audit log")?
        {
            let has = |text| contains(&entry.record, text);
            if !has(b"olicy\":\"") && !has(b"olicyDocument\":\"") && !has(b"content\":\"") {
                continue;
            }
            let Ok(record) = serde_json::from_slice::<Value>(&entry.record) else { continue };
            for parameter in PARAMETERS {
                let text = record.pointer(&format!("/requestParameters/{parameter}")).and_then(Value::as_str);
                let Some(text) = text else { continue };
                let fingerprint = Fingerprint::of(text);
                if missing.remove(&fingerprint) {
                    self.texts.insert(fingerprint, (named(&record), text.to_owned()));
                }
            }
        }
        Ok(())
    }

    /// The policies with these fingerprints; `lost` counts those that are not known.
    pub fn all(
        &self,
        wanted: &[Fingerprint],
        kind: PolicyKind,
        lost: &mut usize,
    ) -> Vec<(String, Arc<Policy>)> {
        let mut found = Vec::new();
        for fingerprint in wanted {
            match self.one(fingerprint, kind) {
                Some(policy) => found.push(policy),
                None => *lost = lost.saturating_add(1),
            }
        }
        found
    }

    fn one(&self, fingerprint: &Fingerprint, kind: PolicyKind) -> Option<(String, Arc<Policy>)> {
        if let Some(present) = self.present.get(fingerprint) {
            return Some(present.clone());
        }
        let (name, text) = self.texts.get(fingerprint)?;
        Some((name.clone(), Arc::new(Policy::parse(text, kind).ok()?)))
    }

    /// What counted then and does not today, and the other way round.
    pub fn changed(
        &self,
        then: &Fingerprints,
        now: &Fingerprints,
        caller: &Caller,
        owner: &Membership,
        question: &Question,
    ) -> Vec<String> {
        let mut changed = Vec::new();
        let levels = |levels: &Levels| levels.concat();
        let pairs = [
            ("service control", levels(&then.service_control), levels(&now.service_control)),
            ("resource control", levels(&then.resource_control), levels(&now.resource_control)),
            ("resource", then.resource.into_iter().collect(), now.resource.into_iter().collect()),
            ("identity", then.identity.clone(), now.identity.clone()),
            (
                "permissions boundary",
                then.permissions_boundary.into_iter().collect(),
                now.permissions_boundary.into_iter().collect(),
            ),
        ];
        let limits = caller.membership.service_control.iter().chain(&owner.resource_control).flatten();
        let own = caller.identity_policies.iter().chain(&caller.boundary);
        let named = |(name, policy): &(String, Arc<Policy>)| (policy.fingerprint(), name.clone());
        let resource =
            question.resource_policy.iter().map(|(name, policy)| (policy.fingerprint(), (*name).to_owned()));
        let today: BTreeMap<Fingerprint, String> = limits.chain(own).map(named).chain(resource).collect();
        for (what, then, now) in pairs {
            for gone in then.iter().filter(|then| !now.contains(then)) {
                let known = self
                    .present
                    .get(gone)
                    .map(|(name, _)| name)
                    .or(self.texts.get(gone).map(|(name, _)| name));
                let name = known.map_or("one whose text is not known any more", String::as_str);
                changed.push(format!("{what} policy that counted then: {name}"));
            }
            for new in now.iter().filter(|now| !then.contains(now)) {
                let name = today.get(new).map_or("one without a name", String::as_str);
                changed.push(format!("{what} policy that counts today: {name}"));
            }
        }
        changed
    }
}

fn each(policies: &Fingerprints) -> impl Iterator<Item = Fingerprint> {
    let levels = policies.service_control.iter().chain(&policies.resource_control).flatten();
    let one = policies.resource.iter().chain(&policies.permissions_boundary);
    levels.chain(one).chain(&policies.identity).chain(&policies.session).copied()
}

/// Where the text of a policy comes from: `the policy that PutKeyPolicy set on 2026-01-31T12:00:00Z`.
fn named(record: &Value) -> String {
    let text = |name: &str| record.get(name).and_then(Value::as_str).unwrap_or("a call");
    format!("that of {} at {} (event {})", text("eventName"), text("eventTime"), text("eventID"))
}
