//! What users, groups, roles, policies and instance profiles have in common.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;

use arn::AccountId;
use store::{Cursor, Indexes, KeyBytes, Page, PageOf, Record, Tx};

use super::PolicyUsage;
use crate::Error;
use crate::tags::Tags;

/// A thing of an account with a path and a name. Of one kind, an account has each name once, whatever its case.
pub(crate) trait Entity: Record + Clone {
    /// As ARNs have it: `user`.
    const RESOURCE: &'static str;
    /// CloudTrail's resource type.
    const RESOURCE_TYPE: &'static str;

    fn account(&self) -> AccountId;
    fn name(&self) -> &str;
    /// Begins and ends with `/`.
    fn path(&self) -> &str;
    /// `AIDA...` and so on; never used again.
    fn unique_id(&self) -> &str;

    /// The tags; none for kinds that have none.
    fn tags(&self) -> Option<&Tags> {
        None
    }

    /// The ARN of the permissions boundary.
    fn boundary(&self) -> Option<&str> {
        None
    }

    fn arn(&self) -> String {
        Self::arn_of(self.account(), self.path(), self.name())
    }

    /// The ARN of a thing that may not exist.
    fn arn_of(account: AccountId, path: &str, name: &str) -> String {
        format!("arn:{}:iam::{account}:{}{path}{name}", arn::PARTITION, Self::RESOURCE)
    }

    /// The ARN that a refusal names when there is no thing of this reference; see [`Self::find`].
    fn missing_arn(account: AccountId, reference: &str) -> String {
        Self::arn_of(account, "/", reference)
    }

    /// The thing that operations call so: by exactly its name, except policies, which have their ARN for it.
    fn find(
        tx: &mut Tx,
        account: AccountId,
        reference: &str,
    ) -> impl Future<Output = Result<Option<Self>, Error>> + Send;

    /// Those of an account, by their names in lower case.
    fn list(
        tx: &mut Tx,
        account: AccountId,
        page: Page,
    ) -> impl Future<Output = Result<PageOf<Self>, Error>> + Send;

    /// There is nothing of this reference.
    fn missing(reference: &str) -> Error {
        Error::NoSuchEntity { what: Self::RESOURCE, name: reference.to_owned() }
    }
}

/// What an [`Entity`] says of itself, for records with the fields `account`, `name` and `path`, one for the unique id, and one for tags if they have any.
macro_rules! from_fields {
    ($unique_id:ident $(, $tags:ident)?) => {
        fn account(&self) -> AccountId {
            self.account
        }

        fn name(&self) -> &str {
            &self.name
        }

        fn path(&self) -> &str {
            &self.path
        }

        fn unique_id(&self) -> &str {
            &self.$unique_id
        }

        $(fn tags(&self) -> Option<&Tags> {
            Some(&self.$tags)
        })?
    };
}

pub(super) use from_fields;

/// A user, group or role: what has policies.
pub(crate) trait Identity: Entity {
    /// The quota of inline policies together, in characters without white space.
    const MAX_POLICIES: usize;
    /// The quota of attached policies, by AWS's name.
    const ATTACHED_QUOTA: &'static str;
    /// As error texts call an inline policy of it: `user policy`.
    const INLINE_POLICY: &'static str;

    /// Inline policies: documents by name.
    fn inline(&self) -> &BTreeMap<String, String>;
    fn inline_mut(&mut self) -> &mut BTreeMap<String, String>;
    /// The ARNs of the managed policies.
    fn attached(&self) -> &BTreeSet<String>;
    fn attached_mut(&mut self) -> &mut BTreeSet<String>;

    /// The quota of attached policies of each user, group or role.
    const MAX_ATTACHED: usize = 10;

    /// Those of an account that have this policy, by their names in lower case.
    fn having(
        tx: &mut Tx,
        account: AccountId,
        policy: &str,
        usage: Usage,
        page: Page,
    ) -> impl Future<Output = Result<PageOf<Self>, Error>> + Send {
        async move { Ok(tx.list_by(usage.index(), &(account, policy), page).await?) }
    }

    /// What stands in the way of its deletion, as far as policies go.
    fn check_without_policies(&self) -> Result<(), Error> {
        if !self.attached().is_empty() {
            return Err(Error::Conflict("Cannot delete entity, must detach all policies first."));
        }
        if !self.inline().is_empty() {
            return Err(Error::DeleteConflict("policies"));
        }
        Ok(())
    }

    /// Lists it under its policies.
    fn index_policies(&self, out: &mut Indexes) {
        for policy in self.attached() {
            out.unique(Usage::Permissions.index(), (self.account(), policy, self.name().to_lowercase()));
        }
        if let Some(policy) = self.boundary() {
            out.unique(Usage::Boundary.index(), (self.account(), policy, self.name().to_lowercase()));
        }
    }
}

/// What has tags that can change.
pub(crate) trait Taggable: Entity {
    fn tags_mut(&mut self) -> &mut Tags;
}

/// What a policy is to a user, group or role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Usage {
    Permissions,
    Boundary,
}

impl Usage {
    fn index(self) -> &'static str {
        match self {
            Self::Permissions => "policy",
            Self::Boundary => "boundary",
        }
    }

    /// Where a listing by [`Identity::having`] goes on after this name.
    pub fn after(account: AccountId, policy: &str, name: &str) -> Cursor {
        cursor(&KeyBytes::of(&(account, policy, name)))
    }
}

/// Where a listing by [`Entity::list`] goes on after this name in lower case.
pub(crate) fn after(account: AccountId, name: &str) -> Cursor {
    cursor(&KeyBytes::of(&(account, name)))
}

/// A place right behind the entry of a unique index, or the record, that has this key.
pub(super) fn cursor(key: &KeyBytes) -> Cursor {
    Cursor::from_bytes(&[key.as_bytes(), &[0]].concat())
}

/// Notes that a boundary is set, changed or gone: `now` takes the place of `before`.
pub(crate) async fn count_boundary(
    tx: &mut Tx,
    account: AccountId,
    before: Option<&str>,
    now: Option<&str>,
) -> Result<(), Error> {
    if before == now {
        return Ok(());
    }
    if let Some(policy) = before {
        PolicyUsage::discount(tx, account, policy, Usage::Boundary).await?;
    }
    if let Some(policy) = now {
        PolicyUsage::count(tx, account, policy, Usage::Boundary).await?;
    }
    Ok(())
}
