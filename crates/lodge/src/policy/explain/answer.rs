//! What an explanation says: the JSON is documented in docs/policies.md.

use gate::Evidence;
use iam_policy::{Decision, Fingerprint, PolicyType, StatementTrace};
use serde::Serialize;

use super::levels::Levels;
use super::log::SetBy;

/// One question: what was decided, why, and what would be decided today.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Explained {
    pub action: String,
    pub resource: String,
    /// As it was made.
    #[serde(flatten)]
    pub decision: Decision,
    /// What it was made from, as far as the record keeps it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// The policies of that time, in the order of evaluation.
    pub then: Vec<Counted>,
    /// What would be decided today.
    pub today: Today,
    /// Policies that counted then or count today, and not both; empty when today is not known.
    pub changed: Vec<Change>,
    /// What the explanation lacks.
    pub notes: Vec<String>,
    #[serde(skip)]
    pub levels: Levels,
}

/// A policy at the place where it counts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Attached {
    pub policy_type: PolicyType,
    /// Of an organization's policies: the level, 0 for the root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<usize>,
    /// What the policy is attached to on that level: the id of the root, an organizational unit or an account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<String>,
    pub fingerprint: Fingerprint,
    /// More than one when several policies have the text: it was one of them. None when the text is not known any more.
    pub names: Vec<String>,
    /// The call that set it, when the text is nowhere but in the audit log.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_by: Option<SetBy>,
}

/// A policy and what each statement of it says.
#[derive(Serialize)]
pub struct Counted {
    #[serde(flatten)]
    pub policy: Attached,
    /// Empty when the text is not known any more.
    pub statements: Vec<StatementTrace>,
}

/// What is not the same then and today.
#[derive(Serialize)]
pub struct Change {
    pub counted: When,
    #[serde(flatten)]
    pub policy: Attached,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum When {
    Then,
    Today,
}

/// What would be decided today.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Today {
    Decided {
        #[serde(flatten)]
        decision: Decision,
        policies: Vec<Counted>,
    },
    /// Why that is not known.
    Unknown { unknown: String },
}

impl Today {
    pub fn unknown(why: impl Into<String>) -> Self {
        Self::Unknown { unknown: why.into() }
    }
}
