//! Service control policies and resource control policies, and where they are attached.

use std::collections::BTreeSet;

use aws_model::organizations::PolicyType;
use serde::{Deserialize, Serialize};
use store::{Indexes, KeyBytes, Page, Record, Tx};

use super::account::Organization;
use crate::Error;
use crate::tags::Tags;

/// The types of policies that limit decisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ControlType {
    Service,
    Resource,
}

/// AWS's own policy of a type, which allows everything and is attached everywhere when the type is enabled.
pub struct FullAccess {
    pub id: &'static str,
    pub name: &'static str,
    pub description: &'static str,
    pub content: &'static str,
}

static SERVICE_FULL_ACCESS: FullAccess = FullAccess {
    id: "p-FullAWSAccess",
    name: "FullAWSAccess",
    description: "Allows access to every operation",
    content: r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#,
};

static RESOURCE_FULL_ACCESS: FullAccess = FullAccess {
    id: "p-RCPFullAWSAccess",
    name: "RCPFullAWSAccess",
    description: "Allows access to every resource",
    content: r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"#,
};

impl ControlType {
    pub const ALL: [Self; 2] = [Self::Service, Self::Resource];

    /// The type as the API names it; `None` for the types that limit no decision.
    pub fn of(requested: PolicyType) -> Option<Self> {
        match requested {
            PolicyType::ServiceControlPolicy => Some(Self::Service),
            PolicyType::ResourceControlPolicy => Some(Self::Resource),
            _ => None,
        }
    }

    pub fn wire(self) -> PolicyType {
        match self {
            Self::Service => PolicyType::ServiceControlPolicy,
            Self::Resource => PolicyType::ResourceControlPolicy,
        }
    }

    /// As it stands in ARNs.
    pub fn in_arn(self) -> &'static str {
        match self {
            Self::Service => "service_control_policy",
            Self::Resource => "resource_control_policy",
        }
    }

    /// As explanations name it.
    pub fn described(self) -> &'static str {
        match self {
            Self::Service => "service control policy",
            Self::Resource => "resource control policy",
        }
    }

    pub fn full_access(self) -> &'static FullAccess {
        match self {
            Self::Service => &SERVICE_FULL_ACCESS,
            Self::Resource => &RESOURCE_FULL_ACCESS,
        }
    }

    /// How many characters a policy can have, white space included.
    ///
    /// Source: AWS Organizations User Guide, "Quotas and service limits", as of May 2026; likewise the next two.
    pub fn max_content(self) -> usize {
        match self {
            Self::Service => 10_240,
            Self::Resource => 5_120,
        }
    }

    /// How many policies can be attached to one target.
    pub fn max_attached(self) -> usize {
        match self {
            Self::Service => 10,
            Self::Resource => 5,
        }
    }

    /// How many policies an organization can have.
    pub fn max_policies(self) -> usize {
        1000
    }
}

/// A policy of the organization's own.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OwnControlPolicy {
    /// `p-...`, never used again.
    pub id: String,
    pub control: ControlType,
    /// Unique among the policies of its type.
    pub name: String,
    pub description: String,
    pub content: String,
    /// Counts the changes of the content.
    pub revision: u64,
    pub tags: Tags,
}

const BY_TYPE: &str = "type";

impl Record for OwnControlPolicy {
    const KIND: &'static str = "organization-policy";
    type Key = String;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        out.add(BY_TYPE, self.control.in_arn());
    }
}

/// A policy, whose ever it is.
pub enum ControlPolicy {
    Aws(ControlType),
    Own(Box<OwnControlPolicy>),
}

impl ControlPolicy {
    pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Self>, Error> {
        if let Some(control) = ControlType::ALL.into_iter().find(|control| control.full_access().id == id) {
            return Ok(Some(Self::Aws(control)));
        }
        let found: Option<OwnControlPolicy> = tx.get(&id.to_owned()).await?;
        Ok(found.map(|policy| Self::Own(Box::new(policy))))
    }

    /// All policies of a type, AWS's first.
    pub async fn all(tx: &mut Tx, control: ControlType) -> Result<Vec<Self>, Error> {
        let own: Vec<OwnControlPolicy> = tx.list_by(BY_TYPE, &control.in_arn(), Page::all()).await?.items;
        let own = own.into_iter().map(|policy| Self::Own(Box::new(policy)));
        Ok(std::iter::once(Self::Aws(control)).chain(own).collect())
    }

    pub fn control(&self) -> ControlType {
        match self {
            Self::Aws(control) => *control,
            Self::Own(policy) => policy.control,
        }
    }

    pub fn id(&self) -> &str {
        match self {
            Self::Aws(control) => control.full_access().id,
            Self::Own(policy) => &policy.id,
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Aws(control) => control.full_access().name,
            Self::Own(policy) => &policy.name,
        }
    }

    pub fn description(&self) -> &str {
        match self {
            Self::Aws(control) => control.full_access().description,
            Self::Own(policy) => &policy.description,
        }
    }

    pub fn content(&self) -> &str {
        match self {
            Self::Aws(control) => control.full_access().content,
            Self::Own(policy) => &policy.content,
        }
    }

    /// The name that explanations give it.
    pub fn described(&self) -> String {
        format!("{} {} ({})", self.control().described(), self.id(), self.name())
    }

    pub fn arn(&self, organization: &Organization) -> String {
        let (id, control) = (self.id(), self.control().in_arn());
        match self {
            Self::Aws(_) => format!("arn:{}:organizations::aws:policy/{control}/{id}", arn::PARTITION),
            Self::Own(_) => organization.policy_arn(control, id),
        }
    }

    pub fn tags(&self) -> Option<&Tags> {
        match self {
            Self::Aws(_) => None,
            Self::Own(policy) => Some(&policy.tags),
        }
    }
}

impl Organization {
    /// The ARN of one of its own policies; `control` is the type as ARNs have it.
    pub fn policy_arn(&self, control: &str, id: &str) -> String {
        let Self { id: organization, management_account, .. } = self;
        let partition = arn::PARTITION;
        format!("arn:{partition}:organizations::{management_account}:policy/{organization}/{control}/{id}")
    }
}

/// What is attached to one target. A target without this record has AWS's own policy of each type.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Attachments {
    /// The id of the root, a unit or an account.
    pub target: String,
    /// Policies by id. `None`: AWS's own only.
    service: Option<BTreeSet<String>>,
    resource: Option<BTreeSet<String>>,
}

const BY_POLICY: &str = "policy";

impl Record for Attachments {
    const KIND: &'static str = "organization-attachments";
    type Key = String;

    fn key(&self) -> String {
        self.target.clone()
    }

    fn encode_key(key: &String) -> KeyBytes {
        KeyBytes::of(key)
    }

    fn indexes(&self, out: &mut Indexes) {
        for policy in self.service.iter().chain(&self.resource).flatten() {
            out.add(BY_POLICY, policy);
        }
    }
}

impl Attachments {
    pub async fn of(tx: &mut Tx, target: &str) -> Result<Self, Error> {
        let found: Option<Self> = tx.get(&target.to_owned()).await?;
        Ok(found.unwrap_or(Self { target: target.to_owned(), service: None, resource: None }))
    }

    /// The records that name a policy.
    pub async fn naming(tx: &mut Tx, policy: &str) -> Result<Vec<Self>, Error> {
        Ok(tx.list_by(BY_POLICY, &policy, Page::all()).await?.items)
    }

    pub async fn all(tx: &mut Tx) -> Result<Vec<Self>, Error> {
        Ok(tx.list(&(), Page::all()).await?.items)
    }

    /// The ids of the attached policies of a type.
    pub fn policies(&self, control: ControlType) -> BTreeSet<String> {
        let policies = match control {
            ControlType::Service => &self.service,
            ControlType::Resource => &self.resource,
        };
        policies.clone().unwrap_or_else(|| BTreeSet::from([control.full_access().id.to_owned()]))
    }

    /// `None`: AWS's own only.
    pub fn set(&mut self, control: ControlType, policies: Option<BTreeSet<String>>) {
        match control {
            ControlType::Service => self.service = policies,
            ControlType::Resource => self.resource = policies,
        }
    }
}
