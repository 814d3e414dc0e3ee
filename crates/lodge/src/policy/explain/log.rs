//! What the audit log tells of a call besides its own record.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use anyhow::{Context, Result};
use arn::{AccountId, Arn};
use audit_event::{Event, UserIdentity};
use audit_log::{Position, Reader};
use gate::Decided;
use iam_policy::PolicyType;
use serde::Serialize;
use serde_json::Value;

use super::former::Former;
use super::{contains, people};

/// Before the call: how its session began. After it: what keeps today's names from being those of then.
#[derive(Default)]
pub struct Log {
    /// How the session began that made the call.
    pub beginning: Option<Beginning>,
    /// The accounts that were moved within the organization since.
    pub moved: BTreeSet<AccountId>,
}

/// The call that made a session.
pub struct Beginning {
    /// Which call it was.
    pub set_by: SetBy,
    /// The session policy that was passed as a text.
    pub policy: Option<String>,
    /// The ARNs of the managed ones, and of the task of AssumeRoot.
    pub policy_arns: Vec<String>,
    /// The tags of the session; `None` when some may come from elsewhere: the session before it, or the token of an identity provider.
    pub tags: Option<Vec<(String, String)>>,
}

/// The call that set a policy.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SetBy {
    event_name: String,
    event_time: String,
    event_id: String,
}

/// `PutKeyPolicy at 2026-01-31T12:00:00Z (event 8f14e45f-...)`.
impl fmt::Display for SetBy {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} at {} (event {})", self.event_name, self.event_time, self.event_id)
    }
}

impl Log {
    /// Reads all of it. The texts of policies that were set before the call become known to `former`.
    pub fn read(trail: &Path, event: &Event, decided: &[Decided], former: &mut Former) -> Result<Self> {
        let (mut log, event_id) = (Self::default(), event.event_id.to_string());
        let access_key_id = event.user_identity.access_key_id.as_deref().unwrap_or("none");
        let mut reader = Reader::offline(trail, Position::START);
        let mut is_before = true;
        while let Some(entry) = reader.try_next().context("could not read the audit log")? {
            let has = |text: &str| contains(&entry.record, text.as_bytes());
            if entry.event_id == event_id {
                is_before = false;
            } else if is_before {
                let begins = has("\"credentials\":") && has(access_key_id);
                if (begins || has("olicy\":\"") || has("olicyDocument\":\"") || has("content\":\""))
                    && let Some(record) = Record::read(&entry.record)
                {
                    if record.text("/responseElements/credentials/accessKeyId") == Some(access_key_id) {
                        log.beginning = record.beginning();
                    }
                    record.tell(&event.user_identity, decided, former);
                }
            } else if has("\"MoveAccount\"")
                && let Some(record) = Record::read(&entry.record)
            {
                let account = record.text("/requestParameters/accountId");
                log.moved.extend(account.and_then(|account| account.parse::<AccountId>().ok()));
            }
        }
        if let Some(Beginning { set_by, policy, policy_arns, .. }) = &log.beginning {
            if let Some(text) = policy {
                former.know(&[PolicyType::Session], SESSION_POLICY, text, Some(set_by));
            }
            let managed = policy_arns.iter().map(|arn| format!("managed policy {arn}"));
            let gone = "managed policy that is gone".to_owned();
            former.only_session_policies(&managed.chain([SESSION_POLICY.to_owned(), gone]).collect());
        }
        Ok(log)
    }
}

/// As explanations name the one that was passed as a text.
pub const SESSION_POLICY: &str = "session policy";

/// The record of a call that succeeded.
struct Record(Value);

impl Record {
    fn read(bytes: &[u8]) -> Option<Self> {
        let record: Value = serde_json::from_slice(bytes).ok()?;
        record.get("errorCode").is_none_or(Value::is_null).then_some(Self(record))
    }

    fn text(&self, pointer: &str) -> Option<&str> {
        self.0.pointer(pointer)?.as_str()
    }

    fn asked(&self, parameter: &str) -> Option<&str> {
        self.0.get("requestParameters")?.get(parameter)?.as_str()
    }

    fn set_by(&self) -> SetBy {
        let text = |name: &str| self.0.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        SetBy { event_name: text("eventName"), event_time: text("eventTime"), event_id: text("eventID") }
    }

    /// `None` when the record lacks what was asked for.
    fn beginning(&self) -> Option<Beginning> {
        let asked = self.0.get("requestParameters")?;
        if asked.get("omitted").is_some() {
            return None;
        }
        let list = |name: &str| asked.get(name).and_then(Value::as_array).into_iter().flatten();
        let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let task = asked.get("taskPolicyArn").and_then(|task| text(task, "arn"));
        let policy_arns = list("policyArns").filter_map(|policy| text(policy, "arn")).chain(task).collect();
        let tags = list("tags").filter_map(|tag| Some((text(tag, "key")?, text(tag, "value")?)));
        let by_token = ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"].map(Some);
        let has_other_tags = by_token.contains(&self.text("/eventName"))
            || self.text("/userIdentity/type") == Some("AssumedRole");
        Some(Beginning {
            set_by: self.set_by(),
            policy: text(asked, "policy"),
            policy_arns,
            tags: (!has_other_tags).then(|| tags.collect()),
        })
    }

    /// Tells of the policy that the call set.
    fn tell(&self, caller: &UserIdentity, decided: &[Decided], former: &mut Former) {
        const MANAGED: &[PolicyType] =
            &[PolicyType::Identity, PolicyType::PermissionsBoundary, PolicyType::Session];
        const IDENTITY: &[PolicyType] = &[PolicyType::Identity];
        let (Some(source), Some(event_name)) = (self.text("/eventSource"), self.text("/eventName")) else {
            return;
        };
        let account = self.text("/userIdentity/accountId");
        let is_own = account.is_some() && account == caller.account_id.as_ref().map(AccountId::as_str);
        let mut know = |types: &[PolicyType], name: &str, parameter: &str| {
            if let Some(text) = self.asked(parameter) {
                former.know(types, name, text, Some(&self.set_by()));
            }
        };
        match (source.split('.').next().unwrap_or_default(), event_name) {
            ("kms", _) if decided.iter().any(|decided| self.last_resource() == Some(&decided.resource)) => {
                know(&[PolicyType::Resource], "key policy", "policy");
            }
            ("iam", "CreateRole" | "UpdateAssumeRolePolicy")
                if decided.iter().any(|decided| self.is_about_role(&decided.resource)) =>
            {
                know(&[PolicyType::RoleTrust], "trust policy", "assumeRolePolicyDocument");
                know(&[PolicyType::RoleTrust], "trust policy", "policyDocument");
            }
            ("iam", "CreatePolicy" | "CreatePolicyVersion") if is_own => {
                let made = self.text("/responseElements/policy/arn");
                if let Some(arn) = made.or(self.asked("policyArn")) {
                    know(MANAGED, &format!("managed policy {arn}"), "policyDocument");
                }
            }
            ("iam", "PutUserPolicy" | "PutRolePolicy" | "PutGroupPolicy") if is_own => {
                let owner = self.asked("userName").or(self.asked("roleName"));
                let name = self.asked("policyName").unwrap_or_default();
                match self.asked("groupName") {
                    Some(group) => {
                        know(IDENTITY, &format!("inline policy {name} of group {group}"), "policyDocument");
                    }
                    None if owner == people::name(caller) => {
                        know(IDENTITY, &format!("inline policy {name}"), "policyDocument");
                    }
                    None => {}
                }
            }
            ("organizations", "CreatePolicy" | "UpdatePolicy") => {
                let summary =
                    |name: &str| self.text(&format!("/responseElements/policy/policySummary/{name}"));
                let (policy_type, described) = match summary("type") {
                    Some("RESOURCE_CONTROL_POLICY") => {
                        (PolicyType::ResourceControl, "resource control policy")
                    }
                    _ => (PolicyType::ServiceControl, "service control policy"),
                };
                let (id, name) = (summary("id").unwrap_or_default(), summary("name").unwrap_or_default());
                know(&[policy_type], &format!("{described} {id} ({name})"), "content");
            }
            _ => {}
        }
    }

    /// Of ReplicateKey, the replica.
    fn last_resource(&self) -> Option<&String> {
        match self.0.get("resources")?.as_array()?.last()?.get("ARN")? {
            Value::String(arn) => Some(arn),
            _ => None,
        }
    }

    fn is_about_role(&self, arn: &str) -> bool {
        let Ok(arn) = arn.parse::<Arn>() else { return false };
        let account = arn.account_id();
        arn.resource().starts_with("role/")
            && arn.resource().rsplit('/').next() == self.asked("roleName")
            && account.as_ref().map(AccountId::as_str) == self.text("/userIdentity/accountId")
    }
}
