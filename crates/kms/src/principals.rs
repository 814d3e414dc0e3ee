//! Whom key policies and grants name: they must exist when the policy or grant is made, and nobody inherits it from them.
//!
//! Beside each text is kept whom it names, as unique ids by ARN. Decisions go by them, so nothing changes here when somebody is deleted
//! or renamed.

use std::collections::{BTreeMap, BTreeSet};

use aws_model::kms::GrantListEntry;
use gate::{NamedPrincipals, View};

use crate::grants::{GrantRecord, Party};
use crate::key::KeyRecord;
use crate::{Error, Kms};

impl Kms {
    /// The unique ids of those whom a key policy names, by ARN. Everybody whom it names must exist, and the text must be a policy.
    ///
    /// A unique id names nobody who exists: a policy that is shown with one cannot be set again.
    pub(crate) async fn bind(
        &self,
        view: &mut View,
        policy: &str,
    ) -> Result<BTreeMap<String, String>, Error> {
        let named = self.principals.named(view, &iam_policy::named_principals(policy)?).await?;
        if named.unknown.is_empty() {
            Ok(named.unique_ids)
        } else {
            Err(Error::InvalidPrincipals(named.unknown))
        }
    }

    /// The same of a grant.
    pub(crate) async fn bind_parties(
        &self,
        view: &mut View,
        grant: &GrantRecord,
    ) -> Result<BTreeMap<String, String>, Error> {
        let parties = [Some(&grant.grantee), grant.retiring.as_ref()].into_iter().flatten();
        let names: Vec<_> = parties.filter_map(Party::principal).map(str::to_owned).collect();
        let named = self.principals.named(view, &names).await?;
        match named.unknown.into_iter().next() {
            None => Ok(named.unique_ids),
            Some(unknown) => Err(Error::InvalidPrincipal(unknown)),
        }
    }

    /// The key policy as it is shown: with the present ARNs of those who were renamed, and the unique ids of those who are gone.
    pub(crate) async fn shown_policy(&self, view: &mut View, key: &KeyRecord) -> Result<String, Error> {
        let shown = self.principals.shown(view, &key.bound).await?;
        Ok(iam_policy::with_present_names(&key.policy, &shown)?)
    }

    /// Grants as they are shown: with the unique ids of those who are gone.
    pub(crate) async fn shown_grants(
        &self,
        view: &mut View,
        grants: Vec<GrantRecord>,
    ) -> Result<Vec<GrantListEntry>, Error> {
        let now = self.named_now(view, grants.iter().map(|grant| &grant.bound)).await?;
        let shown = |grant: GrantRecord| {
            let gone = now.gone(&grant.bound);
            grant.entry(&gone)
        };
        Ok(grants.into_iter().map(shown).collect())
    }

    async fn named_now(
        &self,
        view: &mut View,
        bound: impl IntoIterator<Item = &BTreeMap<String, String>>,
    ) -> Result<NamedPrincipals, Error> {
        let names: BTreeSet<_> = bound.into_iter().flat_map(BTreeMap::keys).cloned().collect();
        let names: Vec<_> = names.into_iter().collect();
        Ok(self.principals.named(view, &names).await?)
    }
}
