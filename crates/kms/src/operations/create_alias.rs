use aws_model::kms::{CreateAlias, CreateAliasRequest, CreateAliasResponse};
use envelope::KeyLocator;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::alias::{self, AliasName, AliasRecord};
use crate::key::Key;
use crate::state::Needs;
use crate::{Error, Kms, authorize};

/// Gives a key a further name. Both the alias and the key must be the caller's to change.
impl Guarded<CreateAlias> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<CreateAliasRequest>,
    ) -> Result<Resolved<Key>, Error> {
        alias::check_name(&call.input.alias_name)?;
        alias::check_target(&call.input.target_key_id)?;
        let name = AliasName::of(call, &call.input.alias_name);
        let target = self.own_key(view, call, &call.input.target_key_id, "kms:CreateAlias", |_| {}).await;
        let mut resolved = target.map_err(alias::target_not_found)?;
        resolved.questions.insert(0, authorize::about_alias("kms:CreateAlias", &name, &call.caller));
        Ok(resolved)
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, CreateAlias, Key>,
    ) -> Result<CreateAliasResponse, Error> {
        let now = permit.origin().at;
        let KeyLocator { account, region, key_id } = permit.target().locator().clone();
        let name = AliasName { account, region, name: permit.input().alias_name.clone() };
        let mut key = permit.into_target();
        key.check(Needs::Kept, now)?;
        if self.is_taken(view, &name, now).await? {
            return Err(Error::AliasExists(name.arn()));
        }
        alias::attach(&mut key.record, &name)?;
        let tx = view.tx().await?;
        tx.put(&key.record).await?;
        tx.put(&AliasRecord { name, key_id, created: now, updated: now }).await?;
        Ok(CreateAliasResponse {})
    }
}
