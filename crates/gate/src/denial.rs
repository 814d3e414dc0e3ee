//! What may be told of a denied call, and to whom: STS's DecodeAuthorizationMessage.

use arn::AccountId;
use iam_policy::{Context, Decision, Finding, Outcome, PolicyType, Reason};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::caller::Caller;
use crate::evidence::{is_of_organization, is_of_resource, is_tag_of_principal, written};
use crate::guarded::Question;

/// Why a call was denied. The directory seals it ([`Directory::seal_denial`](crate::Directory::seal_denial)), and the answer carries it for those
/// who may learn more than the caller.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Denial {
    #[serde(rename = "c")]
    caller: AccountId,
    #[serde(rename = "o")]
    owner: AccountId,
    #[serde(rename = "i")]
    principal_id: String,
    #[serde(rename = "p")]
    principal: String,
    #[serde(rename = "a")]
    action: String,
    #[serde(rename = "r")]
    resource: String,
    /// What the call named, when that was not the ARN.
    #[serde(rename = "n", default, skip_serializing_if = "Option::is_none")]
    named_as: Option<String>,
    #[serde(flatten)]
    decision: Decision,
    #[serde(rename = "k", default, with = "written")]
    conditions: Context,
}

/// Who asks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// The account of the caller, which owns the resource too.
    Both,
    /// The account of the caller. Of a resource of another account it learns nothing that the caller does not know.
    Caller,
    /// The account of the resource.
    Owner,
}

impl Denial {
    pub(crate) fn of(caller: &Caller, question: &Question, decision: &Decision) -> Self {
        Self {
            caller: caller.account,
            owner: question.owner,
            principal_id: caller.user_id.clone(),
            principal: caller.arn().to_owned(),
            action: question.action.to_owned(),
            resource: question.resource.clone(),
            named_as: question.named_as.clone(),
            decision: decision.clone(),
            conditions: question.context.clone(),
        }
    }

    /// The same without the condition keys, which can be long.
    #[must_use]
    pub fn without_conditions(self) -> Self {
        Self { conditions: Context::new(), ..self }
    }

    /// Whether the resource is another account's than the caller's: then not even the length of what is sealed may tell about it.
    pub fn crosses_accounts(&self) -> bool {
        self.caller != self.owner
    }

    /// What `account` may know of it, as DecodeAuthorizationMessage tells it; `None` for an account that the call does not concern.
    ///
    /// The account of the resource learns what its own policies say, and of the caller what it needs for that. The account of the caller does not
    /// learn what another account's policies say, and not even whether the resource exists.
    pub fn told_to(&self, account: AccountId) -> Option<Value> {
        let reader = match (account == self.caller, account == self.owner) {
            (true, true) => Reader::Both,
            (true, false) => Reader::Caller,
            (false, true) => Reader::Owner,
            (false, false) => return None,
        };
        let reasons: Vec<&Reason> =
            self.decision.reasons.iter().filter(|reason| reader.may_know(reason.policy_type)).collect();
        let denies = |reason: &&&Reason| reason.finding == Finding::Denies;
        let matched: Vec<Value> = reasons.iter().filter(denies).map(|reason| statement(reason)).collect();
        let failures: Vec<Value> = reasons
            .iter()
            .filter(|reason| !denies(reason))
            .map(|reason| json!({"reason": reason.to_string()}))
            .collect();
        let conditions: Vec<Value> = self
            .conditions
            .iter()
            .filter(|(key, _)| reader.may_see(key))
            .map(|(key, values)| {
                let values: Vec<Value> = values.iter().map(|value| json!({ "value": value })).collect();
                json!({ "key": key, "values": { "items": values } })
            })
            .collect();
        let named_as = self.named_as.as_ref().filter(|_| reader == Reader::Caller);
        Some(json!({
            "allowed": false,
            "explicitDeny": self.decision.outcome == Outcome::ExplicitDeny && !matched.is_empty(),
            "matchedStatements": { "items": matched },
            "failures": { "items": failures },
            "context": {
                "principal": { "id": self.principal_id, "arn": self.principal },
                "action": self.action,
                "resource": named_as.unwrap_or(&self.resource),
                "conditions": { "items": conditions },
            },
        }))
    }
}

fn statement(reason: &Reason) -> Value {
    json!({
        "statementId": reason.sid.as_deref().unwrap_or_default(),
        "effect": "DENY",
        "policyType": reason.policy_type,
        "policy": reason.policy,
        "statement": reason.statement,
    })
}

impl Reader {
    fn may_know(self, policy_type: PolicyType) -> bool {
        let of_resource = matches!(
            policy_type,
            PolicyType::Resource | PolicyType::ResourceControl | PolicyType::RoleTrust | PolicyType::Grant
        );
        match self {
            Self::Both => true,
            Self::Caller => false,
            Self::Owner => of_resource,
        }
    }

    fn may_see(self, key: &str) -> bool {
        let key_of_caller = is_tag_of_principal(key) || is_of_organization(key);
        match self {
            Self::Both => true,
            Self::Owner => !key_of_caller,
            // A question about a hidden resource may bring fewer keys: only those count that the gate adds, and not those of the owner.
            Self::Caller => {
                key.starts_with("aws:")
                    && !is_of_resource(key)
                    && !["aws:ResourceOrg", "aws:Request", "aws:TagKeys"]
                        .iter()
                        .any(|family| key.starts_with(family))
            }
        }
    }
}
