//! What limits an account: the policies of the organization on its way from the root. From memory in the common case.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use arn::AccountId;
use gate::{Membership, PolicyLevel};
use iam_policy::{Policy, PolicyKind};
use store::{ChangedKey, Store, Tx};

use crate::Error;
use crate::records::{
    Account, Attachments, ControlPolicy, ControlType, Organization, OrganizationalUnit, OwnControlPolicy,
};

/// The memberships of accounts, ready for decisions.
///
/// One is made of a dozen records. It is kept with the number of changes of the organization that there were before it was read, and is good as
/// long as there are no more: changes are rare, so nothing finer is needed. A commit counts before it returns.
pub(crate) struct Memberships {
    store: Store,
    changes: Arc<AtomicU64>,
    ready: quick_cache::sync::Cache<AccountId, Ready>,
    /// By id and revision, which never mean another policy.
    compiled: quick_cache::sync::Cache<(String, u64), Arc<Policy>>,
}

const ACCOUNTS: usize = 20_000;
const POLICIES: usize = 4_000;

#[derive(Clone)]
struct Ready {
    changes: u64,
    membership: Arc<Membership>,
}

impl Memberships {
    pub fn new(store: &Store) -> Self {
        let changes = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&changes);
        store.on_commit(move |keys| {
            if keys.iter().any(is_of_organization) {
                counted.fetch_add(1, Ordering::SeqCst);
            }
        });
        let counted = Arc::clone(&changes);
        store.on_reset(move || {
            counted.fetch_add(1, Ordering::SeqCst);
        });
        Self {
            store: store.clone(),
            changes,
            ready: quick_cache::sync::Cache::new(ACCOUNTS),
            compiled: quick_cache::sync::Cache::new(POLICIES),
        }
    }

    /// What the organization says of an account; nothing, when it is none of its accounts.
    pub async fn of(&self, account: AccountId) -> Result<Arc<Membership>, Error> {
        // Counted before the snapshot is taken: a commit that the snapshot does not see counts later.
        let changes = self.changes.load(Ordering::SeqCst);
        let keep = !self.store.caches_are_paused();
        if keep
            && let Some(ready) = self.ready.get(&account)
            && ready.changes == changes
        {
            return Ok(ready.membership);
        }
        let Some(membership) = self.read(account).await? else {
            // Not kept: anybody can name accounts that there are not.
            return Ok(Arc::default());
        };
        let membership = Arc::new(membership);
        if keep {
            self.ready.insert(account, Ready { changes, membership: Arc::clone(&membership) });
        }
        Ok(membership)
    }

    async fn read(&self, account: AccountId) -> Result<Option<Membership>, Error> {
        let mut tx = self.store.begin().await?;
        let Some(organization) = tx.get::<Organization>(&()).await? else { return Ok(None) };
        let Some(account) = tx.get::<Account>(&account).await? else { return Ok(None) };
        let units = OrganizationalUnit::down_to(&mut tx, account.parent.as_deref()).await?;
        let path = Some(organization.path(&units));
        let mut membership = Membership { path, closed: account.closed.is_some(), ..Membership::default() };
        if account.id != organization.management_account {
            let units = units.into_iter().map(|unit| unit.id);
            let targets: Vec<String> = std::iter::once(organization.root_id())
                .chain(units)
                .chain([account.id.to_string()])
                .collect();
            let [service, resource] = [ControlType::Service, ControlType::Resource];
            membership.service_control = self.levels(&mut tx, &organization, &targets, service).await?;
            membership.resource_control = self.levels(&mut tx, &organization, &targets, resource).await?;
        }
        if membership.closed {
            let nothing = compiled("closed accounts", NOTHING)?;
            membership.resource_control.push(vec![(closed_name(account.id), nothing)]);
        }
        membership.organization_id = Some(organization.id);
        Ok(Some(membership))
    }

    async fn levels(
        &self,
        tx: &mut Tx,
        organization: &Organization,
        targets: &[String],
        control: ControlType,
    ) -> Result<Vec<PolicyLevel>, Error> {
        let mut levels = Vec::new();
        if !organization.enabled.contains(&control) {
            return Ok(levels);
        }
        for target in targets {
            let mut level = PolicyLevel::new();
            for id in Attachments::of(tx, target).await?.policies(control) {
                let missing = || Error::corrupt(format!("policies of {target}"), format!("{id} is missing"));
                let policy = ControlPolicy::find(tx, &id).await?.ok_or_else(missing)?;
                level.push((policy.described(), self.compiled(&policy)?));
            }
            levels.push(level);
        }
        Ok(levels)
    }

    fn compiled(&self, policy: &ControlPolicy) -> Result<Arc<Policy>, Error> {
        let revision = match policy {
            ControlPolicy::Aws(_) => 0,
            ControlPolicy::Own(policy) => policy.revision,
        };
        let key = (policy.id().to_owned(), revision);
        self.compiled.get_or_insert_with(&key, || compiled(policy.id(), policy.content()))
    }
}

/// For the resources of closed accounts.
pub(crate) const NOTHING: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}"#;

/// The name that explanations give it.
pub(crate) fn closed_name(account: AccountId) -> String {
    format!("closed account {account}")
}

fn compiled(id: &str, content: &str) -> Result<Arc<Policy>, Error> {
    let policy = Policy::parse(content, PolicyKind::Organization);
    policy.map(Arc::new).map_err(|error| Error::corrupt(format!("policy {id}"), error))
}

/// Whether a change may change what limits an account.
fn is_of_organization(key: &ChangedKey) -> bool {
    key.of_record::<Organization>().is_some()
        || key.of_record::<Account>().is_some()
        || key.of_record::<OrganizationalUnit>().is_some()
        || key.of_record::<OwnControlPolicy>().is_some()
        || key.of_record::<Attachments>().is_some()
}
