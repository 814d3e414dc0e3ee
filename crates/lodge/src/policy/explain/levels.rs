//! What the levels of an organization's policies are called.

use std::collections::BTreeSet;

use anyhow::Result;
use arn::AccountId;
use iam_policy::PolicyType;

use super::answer::When;
use crate::policy::stored::Stored;

/// The root, the organizational units and the account, by level.
pub struct Levels {
    caller: Way,
    owner: Way,
}

#[derive(Default)]
struct Way {
    names: Vec<String>,
    /// The account has been moved since the call: then only the root is sure to have been the same.
    was_moved: bool,
}

impl Levels {
    /// Those of the account of the caller, if there is one, and of the owner of the resource.
    pub async fn of(
        stored: &Stored,
        caller: Option<AccountId>,
        owner: AccountId,
        moved: &BTreeSet<AccountId>,
    ) -> Result<Self> {
        let caller = match caller {
            Some(caller) => Way::of(stored, caller, moved).await?,
            None => Way::default(),
        };
        Ok(Self { caller, owner: Way::of(stored, owner, moved).await? })
    }

    /// `r-abcd`, `ou-abcd-12345678`, `111122223333`.
    pub fn name(&self, when: When, policy_type: PolicyType, level: Option<usize>) -> Option<String> {
        let way = match policy_type {
            PolicyType::ServiceControl => &self.caller,
            PolicyType::ResourceControl => &self.owner,
            _ => return None,
        };
        let level = level.filter(|level| *level == 0 || when == When::Today || !way.was_moved)?;
        way.names.get(level).cloned()
    }
}

impl Way {
    async fn of(stored: &Stored, account: AccountId, moved: &BTreeSet<AccountId>) -> Result<Self> {
        let membership = stored.inventory.membership(account).await?;
        let path = membership.path.as_deref().unwrap_or_default();
        let down = path.split('/').skip(1).filter(|part| !part.is_empty()).map(str::to_owned);
        Ok(Self { names: down.chain([account.to_string()]).collect(), was_moved: moved.contains(&account) })
    }
}
