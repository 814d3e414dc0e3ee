use std::fmt;

use serde::{Deserialize, Serialize};

/// The answer to a request, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// The answer.
    pub outcome: Outcome,
    /// What brought the answer about. Allow: the statements that granted. Explicit deny: the statement that denied.
    /// Implicit deny: each type of policy whose allow was missing, or the policy at which evaluation was given up.
    pub reasons: Vec<Reason>,
    // The action, for the text of an implicit deny; empty otherwise.
    #[serde(skip)]
    pub(crate) action: Box<str>,
}

/// Allowed, or not and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// The request may proceed.
    Allow,
    /// Nothing denied the request, but an allow was missing or could not be found in time.
    ImplicitDeny,
    /// A Deny statement applied.
    ExplicitDeny,
}

/// One fact that the decision rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// What was found.
    pub finding: Finding,
    /// In which type of policy.
    pub policy_type: PolicyType,
    /// The name of the policy or grant; `None` when an allow is missing from all policies of the type.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<Box<str>>,
    /// Of an organization's policies: the level, 0 for the root of the organization. Of an allow that is missing, the first such level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<usize>,
    /// The index of the statement in the policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<usize>,
    /// The statement's `Sid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sid: Option<Box<str>>,
}

/// What a [`Reason`] reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Finding {
    /// A statement allows.
    Allows,
    /// A statement denies.
    Denies,
    /// No statement allows.
    NoAllow,
    /// Evaluating the policies up to here took as many steps as one decision may take: nothing is allowed.
    TooCostly,
}

/// The types of policy that AWS's access-denied messages distinguish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PolicyType {
    /// A service control policy of the caller's organization.
    ServiceControl,
    /// A resource control policy of the resource's organization.
    ResourceControl,
    /// The policy of the resource.
    Resource,
    /// The trust policy of the role to be assumed.
    RoleTrust,
    /// A KMS grant.
    Grant,
    /// A policy of the user, its groups, or the role.
    Identity,
    /// The permissions boundary of the user or role.
    PermissionsBoundary,
    /// A policy passed when the session was made.
    Session,
    /// No policy: the root of an account holds all of the account's permissions.
    AccountRoot,
}

impl Decision {
    /// Whether the request may proceed.
    pub fn is_allowed(&self) -> bool {
        self.outcome == Outcome::Allow
    }

    /// The end of AWS's access-denied message: `because no identity-based policy allows the kms:Encrypt action`, `with an
    /// explicit deny in a service control policy`. For an allow: what allowed.
    ///
    /// Source: IAM User Guide, "Troubleshoot access denied error messages".
    pub fn because(&self) -> String {
        let Some(first) = self.reasons.first() else { return String::new() };
        match self.outcome {
            Outcome::ExplicitDeny => {
                format!("with an explicit deny in {}", first.policy_type.with_article())
            }
            Outcome::ImplicitDeny if first.finding == Finding::TooCostly => format!("because {first}"),
            Outcome::ImplicitDeny => {
                format!("because no {} allows the {} action", first.policy_type, self.action)
            }
            Outcome::Allow => {
                let all: Vec<String> = self.reasons.iter().map(Reason::to_string).collect();
                format!("because {}", all.join(" and "))
            }
        }
    }
}

impl PolicyType {
    fn with_article(self) -> &'static str {
        match self {
            Self::ServiceControl => "a service control policy",
            Self::ResourceControl => "a resource control policy",
            Self::Resource => "a resource-based policy",
            Self::RoleTrust => "the role trust policy",
            Self::Grant => "a grant",
            Self::Identity => "an identity-based policy",
            Self::PermissionsBoundary => "a permissions boundary",
            Self::Session => "a session policy",
            Self::AccountRoot => "the account",
        }
    }
}

impl fmt::Display for PolicyType {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.with_article();
        out.write_str(text.split_once(' ').map_or(text, |(_, name)| name))
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Allow => "Allow",
            Self::ImplicitDeny => "ImplicitDeny",
            Self::ExplicitDeny => "ExplicitDeny",
        })
    }
}

/// `statement 1 "UseKey" of inline policy Use (identity-based policy) allows`.
impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.policy_type == PolicyType::AccountRoot {
            return out.write_str("the account root holds all of its account's permissions");
        }
        if let Some(statement) = self.statement {
            write!(out, "statement {statement} ")?;
            if let Some(sid) = &self.sid {
                write!(out, "\"{sid}\" ")?;
            }
            out.write_str("of ")?;
        }
        match (&self.policy, self.finding) {
            (Some(name), Finding::Allows) => write!(out, "{name} ({}) allows", self.policy_type),
            (Some(name), Finding::TooCostly) => {
                write!(out, "the policies up to {name} ({}) take too long to evaluate", self.policy_type)
            }
            (Some(name), _) => write!(out, "{name} ({}) denies", self.policy_type),
            (None, _) => write!(out, "no {} allows", self.policy_type),
        }?;
        self.level.map_or(Ok(()), |level| write!(out, " on level {level}"))
    }
}
