use aws_model::kms::{UpdateAlias, UpdateAliasRequest, UpdateAliasResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::alias::{self, AliasName, AliasRecord};
use crate::authorize::{about_alias, about_key};
use crate::key::Key;
use crate::state::Needs;
use crate::{Error, Kms};

/// An alias on its way from one key to another.
pub struct Move {
    alias: AliasRecord,
    from: Key,
    to: Key,
}

/// Points an alias to another key. The alias and both keys must be the caller's to change.
impl Guarded<UpdateAlias> for Kms {
    type Target = Move;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<UpdateAliasRequest>,
    ) -> Result<Resolved<Move>, Error> {
        alias::check_name(&call.input.alias_name)?;
        alias::check_target(&call.input.target_key_id)?;
        let name = AliasName::of(call, &call.input.alias_name);
        let (alias, from) = self.alias(view, &name, call.origin.at).await?;
        let to = self.own_key(view, call, &call.input.target_key_id, "kms:UpdateAlias", |_| {}).await;
        let to = to.map_err(alias::target_not_found)?;
        let mut questions = vec![
            about_alias("kms:UpdateAlias", &name, &call.caller),
            about_key("kms:UpdateAlias", &from, &call.caller),
        ];
        questions.extend(to.questions);
        Ok(Resolved { target: to.target.map(|to| Move { alias, from, to }), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, UpdateAlias, Move>,
    ) -> Result<UpdateAliasResponse, Error> {
        let now = permit.origin().at;
        let Move { mut alias, mut from, mut to } = permit.into_target();
        to.check(Needs::Kept, now)?;
        let tx = view.tx().await?;
        if from.locator() != to.locator() {
            from.record.aliases.remove(&alias.name.name);
            alias::attach(&mut to.record, &alias.name)?;
            tx.put(&from.record).await?;
            tx.put(&to.record).await?;
        }
        alias.key_id = to.locator().key_id;
        alias.updated = now;
        tx.put(&alias).await?;
        Ok(UpdateAliasResponse {})
    }
}
