//! All grants of a key at once, and what there is of keys and aliases.

use std::collections::BTreeMap;
use std::sync::Arc;

use arn::{AccountId, Arn, Region};
use aws_model::kms::GrantOperation;
use gate::{Caller, GrantRef, Question};
use iam_policy::Policy;
use store::{Page, Record, Store};

use super::{PAGE, StoredKey};
use crate::Error;
use crate::alias::{AliasName, AliasRecord, PREFIX};
use crate::authorize::about_key;
use crate::grants::{ContextConstraint, GrantRecord, names_of, place_of};
use crate::key::KeyRecord;

/// The grants of a key for one operation, by their grantees.
#[derive(Default)]
pub struct StoredGrants(BTreeMap<String, Vec<GrantRecord>>);

/// A grant for somebody.
pub struct StoredGrant {
    /// The grant.
    pub reference: GrantRef,
    /// What it asks of the encryption context of the call, beyond what was said of that: `EncryptionContextSubset {"tenant": "a"}`.
    pub asks: Option<String>,
}

impl StoredKey {
    /// The key policy.
    pub fn policy(&self) -> Arc<Policy> {
        Arc::clone(&self.key.policy)
    }

    /// May the caller do `action` on the key? Without any grant.
    pub fn question_without_grants(&self, action: &'static str, caller: &Caller) -> Question {
        about_key(action, &self.key, caller)
    }

    /// All grants of the key for `action`; none when grants are not for it.
    pub async fn grants(&self, store: &Store, action: &str) -> Result<StoredGrants, Error> {
        let operation = action.strip_prefix("kms:").and_then(|name| name.parse::<GrantOperation>().ok());
        let Some(operation) = operation else { return Ok(StoredGrants::default()) };
        let (account, region, key_id) = place_of(self.key.locator());
        // What has no encryption context is not held against constraints on it.
        let manages = matches!(
            operation,
            GrantOperation::CreateGrant | GrantOperation::RetireGrant | GrantOperation::DescribeKey
        );
        let mut grants: BTreeMap<String, Vec<GrantRecord>> = BTreeMap::new();
        for mut grant in all::<GrantRecord>(store, &(account, region, key_id)).await? {
            grant.constraints.context = grant.constraints.context.filter(|_| !manages);
            let counts = grant.operations.contains(&operation) && grant.constraints.source_arn.is_none();
            if let Some(grantee) = grant.grantee.principal().filter(|_| counts).map(str::to_owned) {
                grants.entry(grantee).or_default().push(grant);
            }
        }
        Ok(StoredGrants(grants))
    }
}

impl StoredGrants {
    /// The ARNs of the grantees.
    pub fn grantees(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Those that count for the caller, if the encryption context has the pairs that are `stated`. First those that ask nothing more, and
    /// the one that names the caller most closely.
    pub fn of(&self, caller: &Caller, stated: &BTreeMap<&str, &str>) -> Vec<StoredGrant> {
        let mut found = Vec::new();
        for name in names_of(&caller.principal) {
            let named = self.0.get(&name).into_iter().flatten().filter(|grant| grant.means(&name, caller));
            found.extend(named.filter_map(|grant| {
                let grantee = grant.grantee.principal().unwrap_or_default().to_owned();
                let reference = GrantRef { name: grant.called(), grantee };
                let asks = match &grant.constraints.context {
                    None => None,
                    Some(constraint) => asked(constraint, stated)?,
                };
                Some(StoredGrant { reference, asks })
            }));
        }
        found.sort_by_key(|grant| grant.asks.is_some());
        found
    }
}

/// What a constraint asks beyond what is stated; `None` when it contradicts that.
#[expect(clippy::option_option, reason = "it may contradict, ask nothing, or ask something")]
fn asked(constraint: &ContextConstraint, stated: &BTreeMap<&str, &str>) -> Option<Option<String>> {
    let (name, pairs, exact) = match constraint {
        ContextConstraint::Equals(pairs) => ("EncryptionContextEquals", pairs, true),
        ContextConstraint::Subset(pairs) => ("EncryptionContextSubset", pairs, false),
    };
    let fits = stated.iter().all(|(name, value)| match pairs.get(name) {
        Some(wanted) => wanted == *value,
        None => !exact,
    });
    let all_stated = pairs.iter().all(|(name, _)| stated.contains_key(name));
    let told = || {
        let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{name:?}: {value:?}")).collect();
        format!("{name} {{{}}}", pairs.join(", "))
    };
    fits.then(|| (!all_stated).then(told))
}

/// The ARN of the key that the alias with this ARN points to.
pub async fn alias_target(store: &Store, arn: &str) -> Result<Option<String>, Error> {
    let Some(alias) = place(arn).and_then(|(account, region, name)| {
        let name = name.strip_prefix(PREFIX).map(|_| name.to_owned())?;
        Some(AliasName { account, region, name })
    }) else {
        return Ok(None);
    };
    let found = store.begin().await?.get::<AliasRecord>(&alias).await?;
    Ok(found.map(|found| {
        let AliasName { account, region, .. } = &found.name;
        format!("arn:{}:kms:{region}:{account}:key/{}", arn::PARTITION, found.key_id)
    }))
}

/// The ARNs of all keys of an account and region, or of all aliases, for who has named one that is not there.
pub async fn arns_like(store: &Store, arn: &str) -> Result<Vec<String>, Error> {
    let Some((account, region, name)) = place(arn) else { return Ok(Vec::new()) };
    let prefix = &(account, region.as_str());
    if name.starts_with(PREFIX) {
        return Ok(all::<AliasRecord>(store, prefix).await?.iter().map(|alias| alias.name.arn()).collect());
    }
    Ok(all::<KeyRecord>(store, prefix).await?.iter().map(|key| key.locator.to_string()).collect())
}

/// Account, region and resource of an ARN of KMS.
fn place(arn: &str) -> Option<(AccountId, Region, String)> {
    let arn: Arn = arn.parse().ok().filter(|arn: &Arn| arn.service() == "kms")?;
    Some((arn.account_id()?, arn.region().parse().ok()?, arn.resource().to_owned()))
}

async fn all<R: Record>(store: &Store, prefix: &impl store::KeyParts) -> Result<Vec<R>, Error> {
    let mut tx = store.begin().await?;
    let (mut all, mut page) = (Vec::new(), Page::first(PAGE));
    loop {
        let found = tx.list::<R>(prefix, page).await?;
        all.extend(found.items);
        match found.next {
            Some(cursor) => page = Page::after(cursor, PAGE),
            None => return Ok(all),
        }
    }
}
