//! Whom key policies name: they must exist when the policy is set, and nobody inherits it from them.

use gate::{BoxFuture, PrincipalWatcher, View};
use iam_policy::DeletedPrincipal;
use store::{Page, StartsWith, Tx};

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

impl PrincipalWatcher for Kms {
    fn principal_deleted<'a>(
        &'a self,
        view: &'a mut View,
        principal: &'a DeletedPrincipal,
    ) -> BoxFuture<'a, Result<(), store::Error>> {
        Box::pin(async move { forget(view.tx().await?, principal).await })
    }
}

/// Puts the unique id in the place of the principal in all key policies, which from then on allow and forbid it nothing.
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
    Ok(())
}
