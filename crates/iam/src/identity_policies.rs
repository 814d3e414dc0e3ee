//! The policies of users and roles beyond their own records: of groups, and managed ones. Made ready for decisions, from memory in the
//! common case.

use std::sync::{Arc, OnceLock};

use arn::AccountId;
use iam_policy::{Policy, PolicyKind};
use store::{Cache, Store};

use crate::records::{Entity, Group, Identity, ManagedPolicy, PolicyKey};
use crate::{Error, policy_document};

/// Groups and managed policies, compiled. Commits keep them true.
pub(crate) struct PolicyCaches {
    groups: Cache<Group, ReadyGroup>,
    policies: Cache<ManagedPolicy, ReadyPolicy>,
}

const GROUPS: usize = 10_000;
const POLICIES: usize = 10_000;

/// A policy with the name that explanations give it.
pub(crate) type NamedPolicy = (String, Arc<Policy>);

/// The policies of one user, group or role: inline ones compiled, managed ones by where they are found.
pub(crate) struct OwnPolicies {
    pub inline: Vec<NamedPolicy>,
    managed: Vec<PolicyKey>,
    boundary: Option<PolicyKey>,
}

struct ReadyGroup {
    policies: OwnPolicies,
}

pub(crate) struct ReadyPolicy {
    arn: String,
    compiled: Arc<Policy>,
}

/// What was found beside the record of a user or role. As long as all of it is the same, so is what it makes up.
#[derive(Clone, Default)]
pub(crate) struct Gathered {
    groups: Vec<Arc<ReadyGroup>>,
    managed: Vec<Arc<ReadyPolicy>>,
    boundary: Option<Arc<ReadyPolicy>>,
}

impl OwnPolicies {
    pub fn of<P: Identity>(owner: &P) -> Result<Self, Error> {
        let (arn, group) = (owner.arn(), Group::RESOURCE);
        let mut inline = policy_document::compiled(owner.inline(), &arn)?;
        if P::RESOURCE == group {
            inline.iter_mut().for_each(|(name, _)| *name = format!("{name} of group {}", owner.name()));
        }
        let key = |policy: &str| {
            PolicyKey::read(policy)
                .ok_or_else(|| Error::corrupt(format!("policies of {arn}"), missing(policy)))
        };
        Ok(Self {
            inline,
            managed: owner.attached().iter().map(|policy| key(policy)).collect::<Result<_, _>>()?,
            boundary: owner.boundary().map(key).transpose()?,
        })
    }
}

fn missing(policy: &str) -> String {
    format!("there is no policy {policy}")
}

impl PolicyCaches {
    pub fn new(store: &Store) -> Self {
        Self { groups: Cache::new(store, GROUPS), policies: Cache::new(store, POLICIES) }
    }

    /// What belongs to a user or role with these policies and groups. `None` when something is not there: then the record of the user or
    /// role is not the present one, or the store is damaged.
    pub async fn gather(&self, own: &OwnPolicies, groups: &[String]) -> Result<Option<Gathered>, Error> {
        let mut gathered = Gathered::default();
        for id in groups {
            match self.groups.get_or_load(id, ReadyGroup::new).await? {
                Some(group) => gathered.groups.push(group),
                None => return Ok(None),
            }
        }
        let of_groups = gathered.groups.iter().flat_map(|group| &group.policies.managed);
        for key in own.managed.iter().chain(of_groups) {
            match self.policy(key).await? {
                Some(policy) => gathered.managed.push(policy),
                None => return Ok(None),
            }
        }
        if let Some(key) = &own.boundary {
            match self.policy(key).await? {
                Some(policy) => gathered.boundary = Some(policy),
                None => return Ok(None),
            }
        }
        Ok(Some(gathered))
    }

    /// The managed session policy of this ARN, for a session of this account; `None` when there is none.
    pub async fn of_session(&self, account: AccountId, arn: &str) -> Result<Option<Arc<ReadyPolicy>>, Error> {
        let found = match PolicyKey::read(arn) {
            Some(PolicyKey::Own((owner, _))) if owner != account => None,
            Some(key) => self.policy(&key).await?,
            None => None,
        };
        // Keys leave out the path.
        Ok(found.filter(|policy| policy.arn == arn))
    }

    /// The managed session policies of these ARNs, for a session of this account. One that is gone denies everything.
    pub async fn of_sessions(
        &self,
        account: AccountId,
        arns: &[String],
    ) -> Result<Vec<Arc<ReadyPolicy>>, Error> {
        let mut ready = Vec::with_capacity(arns.len());
        for arn in arns {
            let found = self.of_session(account, arn).await?;
            ready.push(found.map_or_else(ReadyPolicy::gone, Ok)?);
        }
        Ok(ready)
    }

    async fn policy(&self, key: &PolicyKey) -> Result<Option<Arc<ReadyPolicy>>, Error> {
        match key {
            PolicyKey::Own(key) => self.policies.get_or_load(key, ReadyPolicy::new).await,
            PolicyKey::Aws(policy) => policy.ready().map(Some),
        }
    }
}

impl Gathered {
    /// Whether nothing has changed between the two.
    pub fn is_same(&self, other: &Self) -> bool {
        all_same(&self.groups, &other.groups)
            && all_same(&self.managed, &other.managed)
            && all_same(self.boundary.as_slice(), other.boundary.as_slice())
    }

    /// All identity policies: those of `own`, and those gathered.
    pub fn identity_policies(&self, own: &OwnPolicies) -> Vec<NamedPolicy> {
        let of_groups = self.groups.iter().flat_map(|group| &group.policies.inline);
        let mut all: Vec<NamedPolicy> = own.inline.iter().chain(of_groups).cloned().collect();
        for policy in &self.managed {
            // A policy may come from the user and from several groups.
            if !all.iter().any(|(_, known)| Arc::ptr_eq(known, &policy.compiled)) {
                all.push(policy.named());
            }
        }
        all
    }

    pub fn boundary(&self) -> Option<NamedPolicy> {
        self.boundary.as_ref().map(|policy| policy.named())
    }
}

/// Whether these are the same things, and not just equal ones.
pub(crate) fn all_same<T>(left: &[Arc<T>], right: &[Arc<T>]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(left, right)| Arc::ptr_eq(left, right))
}

/// Name and text of what stands in the place of a session policy that is gone.
pub(crate) const STAND_IN: (&str, &str) = (
    "that is gone",
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}"#,
);

/// The name that explanations give a managed policy.
pub(crate) fn managed_name(arn: &str) -> String {
    format!("managed policy {arn}")
}

impl ReadyGroup {
    fn new(group: Group) -> Result<Self, Error> {
        Ok(Self { policies: OwnPolicies::of(&group)? })
    }
}

impl ReadyPolicy {
    fn new(policy: ManagedPolicy) -> Result<Self, Error> {
        Self::compile(policy.arn(), policy.document()?)
    }

    pub fn compile(arn: String, document: &str) -> Result<Self, Error> {
        let compiled = Policy::parse(document, PolicyKind::Identity)
            .map_err(|error| Error::corrupt(format!("policy {arn}"), error))?;
        Ok(Self { arn, compiled: Arc::new(compiled) })
    }

    /// In the place of a session policy that is gone: nobody knows any more what it would deny.
    pub fn gone() -> Result<Arc<Self>, Error> {
        static GONE: OnceLock<Arc<ReadyPolicy>> = OnceLock::new();
        if let Some(gone) = GONE.get() {
            return Ok(Arc::clone(gone));
        }
        let gone = Self::compile(STAND_IN.0.to_owned(), STAND_IN.1)?;
        Ok(Arc::clone(GONE.get_or_init(|| Arc::new(gone))))
    }

    /// It, with the name that explanations give it.
    pub fn named(&self) -> NamedPolicy {
        (managed_name(&self.arn), Arc::clone(&self.compiled))
    }
}
