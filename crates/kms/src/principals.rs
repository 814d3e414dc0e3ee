//! Whom key policies and grants name: they must exist when the policy or grant is made, and nobody inherits it from them.

use std::collections::BTreeMap;

use gate::{BoxFuture, PrincipalWatcher, View};
use iam_policy::DeletedPrincipal;
use store::{Page, StartsWith, Tx};

use crate::grants::{BY_PRINCIPAL, GrantRecord, KeyGrants, Party};
use crate::key::{KeyRecord, PRINCIPAL_INDEX};
use crate::{Error, Kms};

impl Kms {
    /// Checks that everybody whom a key policy names exists. The text must be a policy.
    ///
    /// A unique id names nobody who exists: a policy that has one stays stored, but cannot be set again.
    pub(crate) async fn check_principals(&self, view: &mut View, policy: &str) -> Result<(), Error> {
        let named = iam_policy::named_principals(policy)?;
        let unknown = self.principals.unknown(view, &named).await?;
        if unknown.is_empty() { Ok(()) } else { Err(Error::InvalidPrincipals(unknown)) }
    }
}

impl Kms {
    /// Checks that those whom a grant names exist.
    pub(crate) async fn check_parties(&self, view: &mut View, grant: &GrantRecord) -> Result<(), Error> {
        let parties = [Some(&grant.grantee), grant.retiring.as_ref()].into_iter().flatten();
        let named: Vec<_> = parties.filter_map(Party::principal).map(str::to_owned).collect();
        match self.principals.unknown(view, &named).await?.into_iter().next() {
            None => Ok(()),
            Some(unknown) => Err(Error::InvalidPrincipal(unknown)),
        }
    }
}

impl PrincipalWatcher for Kms {
    fn principal_deleted<'a>(
        &'a self,
        view: &'a mut View,
        principal: &'a DeletedPrincipal,
    ) -> BoxFuture<'a, Result<(), store::Error>> {
        Box::pin(async move { forget(view.tx().await?, principal).await })
    }
}

/// Puts the unique id in the place of the principal in all key policies and grants, which from then on allow and forbid it
/// nothing.
async fn forget(tx: &mut Tx, principal: &DeletedPrincipal) -> Result<(), store::Error> {
    let mut keys = tx.list_by::<KeyRecord>(PRINCIPAL_INDEX, &principal.arn(), Page::all()).await?.items;
    if let Some(sessions) = principal.session_arns_begin_with() {
        keys.extend(
            tx.list_by::<KeyRecord>(PRINCIPAL_INDEX, &StartsWith(sessions), Page::all()).await?.items,
        );
    }
    for mut key in keys {
        // A key that names it more than once comes more than once, and gets the same text each time.
        key.policy = principal.replaced_in(&key.policy).map_err(store::Error::unavailable)?;
        tx.put(&key).await?;
    }
    let mut grants = tx.list_by::<GrantRecord>(BY_PRINCIPAL, &principal.arn(), Page::all()).await?.items;
    if let Some(sessions) = principal.session_arns_begin_with() {
        grants
            .extend(tx.list_by::<GrantRecord>(BY_PRINCIPAL, &StartsWith(sessions), Page::all()).await?.items);
    }
    // A grant that names the principal twice comes twice, and is to be counted once.
    let grants: BTreeMap<_, _> = grants.into_iter().map(|grant| (grant.id.to_string(), grant)).collect();
    for grant in grants.into_values() {
        KeyGrants::forget(tx, grant, principal).await?;
    }
    Ok(())
}
