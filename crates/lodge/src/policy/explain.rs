//! `lodge policy explain`.

mod former;
mod people;
mod shown;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow, bail};
use arn::{AccountId, Arn};
use audit_event::Event;
use audit_log::{Position, Reader};
use gate::{Caller, Decided, Evidence, Fingerprints, GrantRef, Membership, Origin, Question};
use iam_policy::{Authority, Decision, Explanation, PolicyKind, PolicyType};
use serde::Serialize;

use self::former::{Former, Levels};
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

/// One question: what was decided, why, and what would be decided today.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Explained {
    action: String,
    resource: String,
    /// As it was made.
    #[serde(flatten)]
    decision: Decision,
    /// What it was made from, as far as the record keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence: Option<Evidence>,
    /// The policies of that time, statement by statement, as far as they are known.
    then: Vec<iam_policy::PolicyTrace>,
    /// Policies that counted then or count today, and not both.
    changed: Vec<String>,
    /// What would be decided today; `None` where nobody could make the call.
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<Explanation>,
    /// What the explanation lacks.
    notes: Vec<String>,
    /// The places of the organization's policies, by level.
    #[serde(skip)]
    places: Places,
}

/// The names of the levels of service and resource control policies: the root, the organizational units, the account.
#[derive(Default)]
struct Places {
    of_caller: Vec<String>,
    of_owner: Vec<String>,
}

impl Places {
    fn name(&self, policy_type: PolicyType, level: usize) -> Option<&str> {
        let levels = match policy_type {
            PolicyType::ServiceControl => &self.of_caller,
            PolicyType::ResourceControl => &self.of_owner,
            _ => return None,
        };
        levels.get(level).map(String::as_str)
    }

    /// `r-abcd`, `ou-abcd-12345678`, the account.
    fn levels(membership: &Membership, account: AccountId) -> Vec<String> {
        let path = membership.path.as_deref().unwrap_or_default();
        let down = path.split('/').skip(1).filter(|part| !part.is_empty()).map(str::to_owned);
        down.chain([account.to_string()]).collect()
    }
}

const TOO_OLD: &str = "The record does not keep what the decision was made from: an older version of Lodge wrote it, or it was too long. What counted \
                       then is known only as far as the reasons tell, and conditions on the call itself are judged today as if it had brought no keys.";

struct Explainer<'a> {
    stored: &'a Stored,
    event: &'a Event,
    decided: &'a [Decided],
    origin: Origin,
    /// Who called, as it is now.
    present: Option<Caller>,
    former: Former,
}

impl<'a> Explainer<'a> {
    async fn new(stored: &'a Stored, trail: &Path, event: &'a Event, decided: &'a [Decided]) -> Result<Self> {
        let origin = gate::origin(event).ok_or_else(|| anyhow!("the record does not tell an address"))?;
        let present = people::present(stored, &event.user_identity).await?;
        let mut former = Former::new(decided);
        if let Some(caller) = &present {
            former.know_caller(caller);
        }
        for decided in decided {
            if let Some(owner) = decided.owner {
                former.know_limits(&*stored.inventory.membership(owner).await?);
            }
            let owner = decided.owner.or(event.user_identity.account_id);
            if let (Some(owner), Some((subject, named))) =
                (owner, Subject::find(stored, &decided.resource).await?)
            {
                let caller = match &present {
                    Some(present) => present.clone(),
                    None => people::then(event, owner, Default::default(), Arc::default())?,
                };
                let question = question(stored, &subject, decided, named, &caller).await?;
                former.know_all(
                    question.resource_policy.iter().map(|(name, policy)| ((*name).to_owned(), policy)),
                );
            }
        }
        former.look_through(trail)?;
        Ok(Self { stored, event, decided, origin, present, former })
    }

    async fn all(&self) -> Result<Vec<Explained>> {
        let mut all = Vec::new();
        for decided in self.decided {
            all.push(self.one(decided).await?);
        }
        Ok(all)
    }

    async fn one(&self, decided: &Decided) -> Result<Explained> {
        let mut notes = Vec::new();
        let owner = decided.owner.or(self.event.user_identity.account_id);
        let owner = owner.context("the record does not tell whose the resource is")?;
        let membership = self.stored.inventory.membership(owner).await?;
        let mut places = Places { of_owner: Places::levels(&membership, owner), ..Places::default() };
        let then = match &decided.evidence {
            Some(evidence) => Some(self.then(decided, owner, evidence, &mut notes)?),
            None => {
                notes.push(TOO_OLD.to_owned());
                None
            }
        };
        let mut changed = Vec::new();
        let mut now = None;
        let found = Subject::find(self.stored, &decided.resource).await?;
        match (self.caller_now(owner, &mut notes)?, found) {
            (None, _) => {
                notes.push(
                    "The caller is gone: nobody can make this call today, so what would be decided is not told."
                        .to_owned(),
                );
            }
            (Some(_), None) => {
                notes.push("The resource is gone, so what would be decided today is not told.".to_owned());
            }
            (Some(caller), Some((subject, named))) => {
                places.of_caller = Places::levels(&caller.membership, caller.account);
                let question = question(self.stored, &subject, decided, named, &caller).await?;
                if let Some(evidence) = &decided.evidence {
                    let present = gate::fingerprints(&caller, &membership, &question);
                    changed =
                        self.former.changed(&evidence.policies, &present, &caller, &membership, &question);
                }
                let evidence = decided.evidence.as_ref();
                now = Some(gate::explain_as_of_now(&caller, &membership, &self.origin, question, evidence));
            }
        }
        Ok(Explained {
            action: decided.action.to_string(),
            resource: decided.resource.clone(),
            decision: decided.decision.clone(),
            evidence: decided.evidence.clone(),
            then: then.map(|then| then.policies).unwrap_or_default(),
            changed,
            now,
            notes,
            places,
        })
    }

    /// The decision made again with the policies of that time.
    fn then(
        &self,
        decided: &Decided,
        owner: AccountId,
        evidence: &Evidence,
        notes: &mut Vec<String>,
    ) -> Result<Explanation> {
        let Fingerprints {
            service_control,
            resource_control,
            resource,
            identity,
            permissions_boundary,
            session,
        } = &evidence.policies;
        let mut lost = 0;
        let former = &self.former;
        let mut list = |wanted: &[_], kind| former.all(wanted, kind, &mut lost);
        let resource_policy = list(resource.as_slice(), kind_of(&decided.resource, &decided.action)).pop();
        let policies = (
            list(identity, PolicyKind::Identity),
            list(permissions_boundary.as_slice(), PolicyKind::Identity).pop(),
            list(session, PolicyKind::Session),
        );
        let mut levels = |wanted: &Levels| -> Vec<_> {
            wanted.iter().map(|level| former.all(level, PolicyKind::Organization, &mut lost)).collect()
        };
        let (service_control, resource_control) = (levels(service_control), levels(resource_control));
        let membership = Membership { service_control, ..Membership::default() };
        let caller = people::then(self.event, owner, policies, Arc::new(membership))?;
        let mut question = Question::new(known(&decided.action)?, decided.resource.clone(), owner);
        question.authority = authority(&decided.resource, &decided.action);
        let (name, policy) = resource_policy.unzip();
        question.resource_policy = policy.map(|policy| (RESOURCE_POLICY, policy));
        question.grant = evidence.grantee.as_ref().map(|grantee| GrantRef {
            name: grant_name(&decided.decision).unwrap_or_else(|| "a grant".to_owned()),
            grantee: grantee.clone(),
        });
        let mut explained =
            gate::explain_as_recorded(&caller, &resource_control, &self.origin, question, evidence);
        let trace = explained.policies.iter_mut().find(|trace| trace.name == RESOURCE_POLICY);
        if let (Some(name), Some(trace)) = (name, trace) {
            trace.name = name;
        }
        if lost > 0 {
            notes.push(format!(
                "{lost} of the policies that counted then are changed or gone, and their text is not in the audit log: the table is \
                 without them."
            ));
        } else if explained.decision.outcome != decided.decision.outcome {
            notes.push(format!(
                "Made again from the record, the decision would be {}: a policy may mean somebody of the same name, who was made anew \
                 since.",
                explained.decision.outcome
            ));
        }
        Ok(explained)
    }

    /// The caller as it is today, with what the session brought.
    fn caller_now(&self, owner: AccountId, notes: &mut Vec<String>) -> Result<Option<Caller>> {
        if people::is_federated(&self.event.user_identity) {
            return people::then(self.event, owner, Default::default(), Arc::default()).map(Some);
        }
        let Some(present) = &self.present else { return Ok(None) };
        let session = self.decided.iter().find_map(|decided| decided.evidence.as_ref());
        let session = session.map_or(&[][..], |evidence| &evidence.policies.session);
        let mut lost = 0;
        let policies = self.former.all(session, PolicyKind::Session, &mut lost);
        if lost > 0 {
            notes.push(
                "The session policy of the call is not in the audit log: what would be decided today is told without it."
                    .to_owned(),
            );
        }
        people::now(&self.event.user_identity, present, policies).map(Some)
    }
}

async fn question(
    stored: &Stored,
    subject: &Subject,
    decided: &Decided,
    named: Option<AccountId>,
    caller: &Caller,
) -> Result<Question> {
    let owner = decided.owner.or(named).unwrap_or(caller.account);
    subject.question(stored, known(&decided.action)?, &decided.resource, owner, caller).await
}

/// The action, if it is one of this version.
fn known(action: &str) -> Result<&'static str> {
    let found = gate::actions().find(action);
    Ok(&*found
        .with_context(|| format!("the record is about {action}, which this version does not know"))?
        .name)
}

fn authority(resource: &str, action: &str) -> Authority {
    let is_key =
        resource.parse::<Arn>().is_ok_and(|arn| arn.service() == "kms" && arn.resource().starts_with("key/"));
    let is_role = resource
        .parse::<Arn>()
        .is_ok_and(|arn| arn.service() == "iam" && arn.resource().starts_with("role/"));
    match () {
        () if is_key => Authority::KeyPolicy,
        () if is_role && action.starts_with("sts:") => Authority::Trust,
        () => Authority::Standard,
    }
}

fn kind_of(resource: &str, action: &str) -> PolicyKind {
    match authority(resource, action) {
        Authority::KeyPolicy => PolicyKind::KeyPolicy,
        Authority::Trust => PolicyKind::Trust,
        Authority::Standard => PolicyKind::Resource,
    }
}

/// What the policy of the resource is called until it is known where its text comes from.
const RESOURCE_POLICY: &str = "the policy of the resource";

fn grant_name(decision: &Decision) -> Option<String> {
    let grant = decision.reasons.iter().find(|reason| reason.policy_type == PolicyType::Grant)?;
    grant.policy.as_deref().map(str::to_owned)
}
