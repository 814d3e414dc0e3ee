use aws_model::kms::{DeleteAlias, DeleteAliasRequest, DeleteAliasResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::alias::{self, AliasName, AliasRecord};
use crate::key::Key;
use crate::{Error, Kms, authorize};

/// Takes a name from a key. Both the alias and the key must be the caller's to change.
impl Guarded<DeleteAlias> for Kms {
    /// The key that the alias points to.
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DeleteAliasRequest>,
    ) -> Result<Resolved<Key>, Error> {
        alias::check_name(&call.input.alias_name)?;
        let name = AliasName::of(call, &call.input.alias_name);
        let (_, key) = self.alias(view, &name, call.origin.at).await?;
        let questions = vec![
            authorize::about_alias("kms:DeleteAlias", &name, &call.caller),
            authorize::about_key("kms:DeleteAlias", &key, &call.caller),
        ];
        Ok(Resolved { target: Some(key), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, DeleteAlias, Key>,
    ) -> Result<DeleteAliasResponse, Error> {
        let (caller, origin, input) = (permit.caller(), permit.origin(), permit.input());
        let (account, region) = (caller.account, origin.region.clone());
        let name = AliasName { account, region, name: input.alias_name.clone() };
        let mut key = permit.into_target();
        key.record.aliases.remove(&name.name);
        let tx = view.tx().await?;
        tx.put(&key.record).await?;
        tx.delete::<AliasRecord>(&name).await?;
        Ok(DeleteAliasResponse {})
    }
}
