//! `lodge policy explain`.

mod answer;
mod former;
mod levels;
mod log;
mod people;
mod shown;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow, bail};
use arn::{AccountId, Arn};
use audit_event::Event;
use audit_log::{Position, Reader};
use gate::{
    Caller, Decided, Evidence, Fingerprints, GrantRef, Membership, Origin, Place, PolicyLevel, Question,
};
use iam_policy::{Authority, Decision, Explanation, Fingerprint, PolicyTrace, PolicyType};

use self::answer::{Attached, Change, Counted, Explained, Today, When};
use self::former::Former;
use self::levels::Levels;
use self::log::{Beginning, Log, SESSION_POLICY};
use super::stored::{Progress, Stored, block_on};
use super::subject::Subject;
use crate::cli::Data;
use crate::data_folder::DataFolder;

/// Rebuilds the decisions behind the record of an event.
pub fn run(data: &Data, event_id: &str, as_json: bool) -> Result<ExitCode> {
    let trail = DataFolder::open(data.folder())?.trail();
    let event = find(&trail, event_id, as_json)?;
    let decided =
        gate::decisions(&event).with_context(|| format!("event {event_id} has no decision to explain"))?;
    let explained = block_on(async {
        let stored = Stored::open(data)?;
        Explainer::new(&stored, &trail, &event, &decided).await?.all().await
    })?;
    shown::write(&event, &explained, as_json)?;
    Ok(ExitCode::SUCCESS)
}

/// The event with this id, or the one of the request with this id.
fn find(trail: &Path, id: &str, quiet: bool) -> Result<Event> {
    let (progress, id) = (Progress::new(0, quiet), id.to_ascii_lowercase());
    let mut reader = Reader::offline(trail, Position::START);
    let mut looked = 0_usize;
    while let Some(entry) = reader.try_next().context("could not read the audit log")? {
        // Ids stand in records in lower case.
        if entry.event_id == id || contains(&entry.record, id.as_bytes()) {
            let event: Event = serde_json::from_slice(&entry.record)
                .with_context(|| format!("the record of event {} cannot be read", entry.event_id))?;
            let is_request = event.request_id.is_some_and(|request_id| request_id.to_string() == id);
            if entry.event_id == id || is_request {
                progress.end();
                return Ok(event);
            }
        }
        looked = looked.saturating_add(1);
        progress.counted(looked, "records");
    }
    progress.end();
    bail!(
        "there is no event {id} in the audit log, nor a request with this id; 'lodge trail tail --json' shows both, as eventID and requestID"
    );
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    !text.is_empty() && bytes.windows(text.len()).any(|part| part == text)
}

const TOO_OLD: &str = "The record does not keep what the decision was made from: an older version of Lodge wrote it, or it was too long.";
const UNBOUND: &str = "The policy of the resource is read from the audit log, where the user or role that it names is whoever has the name; in the decision, \
                       only who had it when the policy was set.";
const NOT_KEPT: &str = "the record does not keep what the call brought";
const NO_CALLER: &str = "the caller is gone, or its account is closed";
const NO_BEGINNING: &str =
    "the session had policies of its own, and the audit log does not tell which: what began it is not there";
const GONE: &str = "the resource is gone";
const NEVER_REACHED: &str = "the call did not reach a policy of the resource: nothing had this name, or the operation is not about \
                             what others own";
const PASSED_ON: &str =
    "a grant may allow it, and which grants a grant may pass on depends on more than the record tells";

struct Explainer<'a> {
    stored: &'a Stored,
    event: &'a Event,
    decided: &'a [Decided],
    origin: Origin,
    /// Who called, as it is now.
    present: Option<Caller>,
    log: Log,
    former: Former,
}

impl<'a> Explainer<'a> {
    async fn new(stored: &'a Stored, trail: &Path, event: &'a Event, decided: &'a [Decided]) -> Result<Self> {
        let origin = gate::origin(event).ok_or_else(|| anyhow!("the record does not tell an address"))?;
        let present = people::present(stored, &event.user_identity).await?;
        let mut former = Former::new(decided)?;
        if let Some(caller) = &present {
            for (name, policy) in &caller.identity_policies {
                former.know_present(PolicyType::Identity, name, policy);
            }
        }
        let account = event.user_identity.account_id;
        for account in decided.iter().filter_map(|decided| decided.owner).chain(account) {
            for policy in stored.inventory.attachable(account).await? {
                former.know(policy.policy_types, &policy.name, &policy.text, None);
            }
            let default = kms::default_key_policy(account);
            former.know(&[PolicyType::Resource], "key policy", &default, None);
        }
        for decided in decided {
            if let (Some(owner), Some((subject, named))) =
                (decided.owner.or(account), Subject::find(stored, &decided.resource).await?)
            {
                let caller = match &present {
                    Some(present) => present.clone(),
                    None => people::then(event, owner, Default::default(), Arc::default())?,
                };
                let question = question(stored, &subject, decided, named, &caller).await?;
                if let Some((name, policy)) = &question.resource_policy {
                    former.know_present(authority(decided).policy_type(), name, policy);
                }
            }
        }
        let log = Log::read(trail, event, decided, &mut former)?;
        Ok(Self { stored, event, decided, origin, present, log, former })
    }

    async fn all(&self) -> Result<Vec<Explained>> {
        let mut all = Vec::new();
        for decided in self.decided {
            all.push(self.one(decided).await?);
        }
        Ok(all)
    }

    async fn one(&self, decided: &Decided) -> Result<Explained> {
        let (mut notes, account) = (Vec::new(), self.event.user_identity.account_id);
        let owner = decided.owner.or(account).context("the record does not tell whose the resource is")?;
        let levels = Levels::of(self.stored, account, owner, &self.log.moved).await?;
        let (mut then, mut changed) = (Vec::new(), Vec::new());
        let today = match &decided.evidence {
            Some(evidence) => {
                then = self.then(decided, owner, evidence, &levels, &mut notes)?;
                match self.today(decided, owner, evidence).await? {
                    Ok((explained, now)) => {
                        changed = self.changed(&places(decided), &now, &explained.policies, &levels);
                        let policies = counted(&now, explained.policies, &levels);
                        Today::Decided { decision: explained.decision, policies }
                    }
                    Err(why) => Today::unknown(why),
                }
            }
            None => {
                notes.push(TOO_OLD.to_owned());
                Today::unknown(NOT_KEPT)
            }
        };
        Ok(Explained {
            action: decided.action.to_string(),
            resource: decided.resource.clone(),
            decision: decided.decision.clone(),
            evidence: decided.evidence.clone(),
            then,
            today,
            changed,
            notes,
            levels,
        })
    }

    /// The policies of that time, and what each said.
    fn then(
        &self,
        decided: &Decided,
        owner: AccountId,
        evidence: &Evidence,
        levels: &Levels,
        notes: &mut Vec<String>,
    ) -> Result<Vec<Counted>> {
        let explained = self.decided_again(decided, owner, evidence)?;
        let again = explained.decision;
        let traces = places(decided).into_iter().zip(explained.policies);
        let mut then: Vec<Counted> =
            traces.map(|(place, trace)| self.former(&place, trace, levels)).collect();
        let is_unbound = |place: &Place| {
            let known = self.former.get(place.policy_type, place.fingerprint);
            known.is_some_and(|known| known.set_by.is_some() && known.names_users_or_roles)
        };
        if places(decided).iter().any(is_unbound) {
            notes.push(UNBOUND.to_owned());
        }
        if then.iter().any(|counted| counted.policy.names.is_empty()) {
            notes.push(
                "Of a policy that is not known, the text has changed since, and is not in the audit log."
                    .to_owned(),
            );
        } else if !is_same(&again, &decided.decision) {
            notes.push(format!(
                "Made again from the record, the decision comes out in another way ({}): a policy may mean somebody of the same name, \
                 who was made anew since.",
                again.outcome
            ));
        } else {
            // The record names the policies that brought the decision about, as they were called then.
            for (reason, recorded) in again.reasons.iter().zip(&decided.decision.reasons) {
                let is_meant = |counted: &&mut Counted| {
                    let Attached { policy_type, level, fingerprint, .. } = &counted.policy;
                    let is_named = reason.policy.as_deref().is_some_and(|name| {
                        name == fingerprint.as_str() || *policy_type == authority(decided).policy_type()
                    });
                    (*policy_type, *level) == (reason.policy_type, reason.level) && is_named
                };
                if let (Some(counted), Some(name)) = (then.iter_mut().find(is_meant), &recorded.policy) {
                    counted.policy.names = vec![name.to_string()];
                }
            }
        }
        Ok(then)
    }

    /// The decision, made again with the policies of that time.
    fn decided_again(&self, decided: &Decided, owner: AccountId, evidence: &Evidence) -> Result<Explanation> {
        let Fingerprints {
            service_control,
            resource_control,
            resource,
            identity,
            permissions_boundary,
            session,
        } = &evidence.policies;
        let authority = authority(decided);
        let list = |policy_type, wanted: &[Fingerprint]| -> PolicyLevel {
            wanted.iter().map(|fingerprint| self.former.policy(policy_type, *fingerprint)).collect()
        };
        let levels = |policy_type, wanted: &[Vec<Fingerprint>]| -> Vec<PolicyLevel> {
            wanted.iter().map(|level| list(policy_type, level)).collect()
        };
        let policies = (
            list(PolicyType::Identity, identity),
            list(PolicyType::PermissionsBoundary, permissions_boundary.as_slice()).pop(),
            list(PolicyType::Session, session),
        );
        let service_control = levels(PolicyType::ServiceControl, service_control);
        let membership = Membership { service_control, ..Membership::default() };
        let caller = people::then(self.event, owner, policies, Arc::new(membership))?;
        let mut question = Question::new(known(&decided.action)?, decided.resource.clone(), owner);
        question.authority = authority;
        let resource = list(authority.policy_type(), resource.as_slice()).pop();
        question.resource_policy = resource.map(|(_, policy)| ("the policy of the resource", policy));
        question.grant = evidence.grantee.as_ref().map(|grantee| GrantRef {
            name: grant_name(&decided.decision).unwrap_or_else(|| "a grant".to_owned()),
            grantee: grantee.clone(),
        });
        let resource_control = levels(PolicyType::ResourceControl, resource_control);
        Ok(gate::explain_as_recorded(&caller, &resource_control, &self.origin, question, evidence))
    }

    /// What would be decided today, and which policies count; or why that is not known.
    async fn today(
        &self,
        decided: &Decided,
        owner: AccountId,
        evidence: &Evidence,
    ) -> Result<Result<(Explanation, Vec<Place>), String>> {
        let unknown = |why: &str| Ok(Err(why.to_owned()));
        let Some((caller, session_tags)) = self.caller_now(owner, evidence).await? else {
            return unknown(if self.present.is_none() { NO_CALLER } else { NO_BEGINNING });
        };
        let authority = authority(decided);
        let had_policy = evidence.policies.resource.is_some();
        let found = Subject::find(self.stored, &decided.resource).await?;
        let Some((subject, named)) = found else {
            return unknown(if had_policy { GONE } else { NEVER_REACHED });
        };
        let question = question(self.stored, &subject, decided, named, &caller).await?;
        match (had_policy, question.resource_policy.is_some()) {
            (true, false) => return unknown(GONE),
            (false, true) => return unknown(NEVER_REACHED),
            (false, false) if authority != Authority::Standard => return unknown(NEVER_REACHED),
            _ => {}
        }
        let membership = self.stored.inventory.membership(owner).await?;
        let places = gate::fingerprints(&caller, &membership, &question);
        let places: Vec<Place> = places.places(authority.policy_type()).collect();
        let then = self::places(decided);
        let looked_at = |key: &str| self.former.looks_at(&then, key);
        let known = gate::Known { evidence, looked_at: &looked_at, session_tags };
        let explained = match gate::explain_as_of_now(&caller, &membership, &self.origin, question, &known) {
            Ok(explained) => explained,
            Err(keys) => {
                let keys: Vec<String> = keys.into_iter().collect();
                return Ok(Err(format!(
                    "it depends on {}, which no policy looked at then, so that the record does not tell it",
                    keys.join(" and ")
                )));
            }
        };
        if decided.action == "kms:CreateGrant" && grant_name(&explained.decision).is_some() {
            return unknown(PASSED_ON);
        }
        Ok(Ok((explained, places)))
    }

    /// The caller as it is today, with what the session brought, and whether that is all of the session's tags. `None` when it is gone, or its session
    /// had policies that are not known.
    async fn caller_now(&self, owner: AccountId, evidence: &Evidence) -> Result<Option<(Caller, bool)>> {
        let identity = &self.event.user_identity;
        if people::is_federated(identity) {
            let caller = people::then(self.event, owner, Default::default(), Arc::default())?;
            return Ok(Some((caller, true)));
        }
        let Some(present) = &self.present else { return Ok(None) };
        let counted = &evidence.policies.session;
        let (policies, tags) = match &self.log.beginning {
            Some(beginning) if beginning.is_of(counted) => {
                let text = beginning.policy.iter().filter_map(|_| counted.first());
                let text = text.map(|fingerprint| {
                    let (_, policy) = self.former.policy(PolicyType::Session, *fingerprint);
                    (SESSION_POLICY.to_owned(), policy)
                });
                let arns = &beginning.policy_arns;
                let managed = self.stored.inventory.session_policies(present.account, arns).await?;
                (text.chain(managed).collect(), beginning.tags.as_deref())
            }
            _ if counted.is_empty() => (Vec::new(), None),
            _ => return Ok(None),
        };
        let caller = people::now(identity, present, policies, tags.unwrap_or_default())?;
        Ok(Some((caller, tags.is_some())))
    }

    fn changed(&self, then: &[Place], now: &[Place], traces: &[PolicyTrace], levels: &Levels) -> Vec<Change> {
        let gone = then
            .iter()
            .filter(|then| !now.contains(then))
            .map(|place| Change { counted: When::Then, policy: self.attached(place, levels) });
        let new = now.iter().zip(traces).filter(|(now, _)| !then.contains(now)).map(|(place, trace)| {
            Change { counted: When::Today, policy: present(place, &trace.name, levels) }
        });
        gone.chain(new).collect()
    }

    /// A policy of that time.
    fn former(&self, place: &Place, trace: PolicyTrace, levels: &Levels) -> Counted {
        let policy = self.attached(place, levels);
        let statements = if policy.names.is_empty() { Vec::new() } else { trace.statements };
        Counted { policy, statements }
    }

    fn attached(&self, place: &Place, levels: &Levels) -> Attached {
        let Place { policy_type, level, fingerprint } = *place;
        let known = self.former.get(policy_type, fingerprint);
        Attached {
            policy_type,
            level,
            target: levels.name(When::Then, policy_type, level),
            fingerprint,
            names: known.map(|known| known.names.iter().cloned().collect()).unwrap_or_default(),
            set_by: known.and_then(|known| known.set_by.clone()),
        }
    }
}

impl Beginning {
    /// Whether the session policies that counted are those of this session.
    fn is_of(&self, counted: &[Fingerprint]) -> bool {
        let number = self.policy_arns.len().saturating_add(usize::from(self.policy.is_some()));
        let is_text = |text: &String| counted.first() == Some(&Fingerprint::of(text));
        counted.len() == number && self.policy.as_ref().is_none_or(is_text)
    }
}

fn counted(places: &[Place], traces: Vec<PolicyTrace>, levels: &Levels) -> Vec<Counted> {
    let counted = |(place, trace): (&Place, PolicyTrace)| Counted {
        policy: present(place, &trace.name, levels),
        statements: trace.statements,
    };
    places.iter().zip(traces).map(counted).collect()
}

/// A policy of today.
fn present(place: &Place, name: &str, levels: &Levels) -> Attached {
    let Place { policy_type, level, fingerprint } = *place;
    Attached {
        policy_type,
        level,
        target: levels.name(When::Today, policy_type, level),
        fingerprint,
        names: vec![name.to_owned()],
        set_by: None,
    }
}

/// The policies of a decision; none when the record does not tell.
fn places(decided: &Decided) -> Vec<Place> {
    let policies = decided.evidence.iter().map(|evidence| &evidence.policies);
    policies.flat_map(|policies| policies.places(authority(decided).policy_type())).collect()
}

/// Whether the two are the same but for the names of policies.
fn is_same(left: &Decision, right: &Decision) -> bool {
    let reasons = |decision: &Decision| -> Vec<_> {
        let reasons = decision.reasons.iter();
        reasons.map(|reason| (reason.finding, reason.policy_type, reason.level, reason.statement)).collect()
    };
    left.outcome == right.outcome && reasons(left) == reasons(right)
}

async fn question(
    stored: &Stored,
    subject: &Subject,
    decided: &Decided,
    named: Option<AccountId>,
    caller: &Caller,
) -> Result<Question> {
    let owner = decided.owner.or(named).unwrap_or(caller.account);
    let brought = decided.evidence.as_ref().map(|evidence| &evidence.context);
    subject.question(stored, known(&decided.action)?, &decided.resource, owner, caller, brought).await
}

/// The action, if it is one of this version.
fn known(action: &str) -> Result<&'static str> {
    let found = gate::actions().find(action);
    Ok(&*found
        .with_context(|| format!("the record is about {action}, which this version does not know"))?
        .name)
}

/// How far the policy of the resource decided.
fn authority(decided: &Decided) -> Authority {
    let Decided { action, resource, evidence, .. } = decided;
    let has_policy = evidence.as_ref().is_some_and(|evidence| evidence.policies.resource.is_some());
    let Ok(arn) = resource.parse::<Arn>() else { return Authority::Standard };
    // Of the questions about a key that have no policy, these are about one that is yet to be made.
    let is_to_be_made = !has_policy && action == "kms:TagResource";
    let is_about_alias = arn.resource().starts_with("alias/") && action.ends_with("Alias");
    match arn.service() {
        "kms" if !is_to_be_made && !is_about_alias => Authority::KeyPolicy,
        "iam" if arn.resource().starts_with("role/") && action.starts_with("sts:") => Authority::Trust,
        _ => Authority::Standard,
    }
}

fn grant_name(decision: &Decision) -> Option<String> {
    let grant = decision.reasons.iter().find(|reason| reason.policy_type == PolicyType::Grant)?;
    grant.policy.as_deref().map(str::to_owned)
}
