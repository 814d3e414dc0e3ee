use aws_model::kms::{RevokeGrant, RevokeGrantRequest, RevokeGrantResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::cryptography::end_dry_run;
use crate::grants::{GrantId, GrantRecord, KeyGrants};
use crate::key::Key;
use crate::locate::{Named, Takes};
use crate::{Error, Kms, authorize};

/// Ends a grant, by those whom the key policy lets do so.
impl Guarded<RevokeGrant> for Kms {
    type Target = Named<Key>;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<RevokeGrantRequest>,
    ) -> Result<Resolved<Named<Key>>, Error> {
        let found = self.locate::<Key, _>(view, call, &call.input.key_id, Takes::AnyKey).await?;
        Ok(found.ask("kms:RevokeGrant", call, authorize::add_grant_is_for_aws_resource))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, RevokeGrant, Named<Key>>,
    ) -> Result<RevokeGrantResponse, Error> {
        let input = permit.input();
        let id: GrantId = input.grant_id.parse()?;
        let key = permit.target().key.locator();
        let tx = view.tx().await?;
        let found = tx.get::<GrantRecord>(&(key.clone(), id.clone())).await?;
        let grant = found.ok_or(Error::NoSuchGrant(id))?;
        end_dry_run(input.dry_run)?;
        KeyGrants::remove(tx, key, &[grant]).await?;
        Ok(RevokeGrantResponse {})
    }
}
