use aws_model::kms::{
    DeleteImportedKeyMaterial, DeleteImportedKeyMaterialRequest, DeleteImportedKeyMaterialResponse,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::state::Needs;
use crate::{Error, KeyOrigin, Kms, import};

/// Removes imported material. Until the same material is imported again, the key cannot be used.
impl Guarded<DeleteImportedKeyMaterial> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DeleteImportedKeyMaterialRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:DeleteImportedKeyMaterial", |_| {}).await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, DeleteImportedKeyMaterial, Key>,
    ) -> Result<DeleteImportedKeyMaterialResponse, Error> {
        let (input, now) = (permit.input(), permit.origin().at);
        let mut key = permit.into_target();
        key.check_origin(KeyOrigin::External)?;
        key.check(Needs::Erasable, now)?;
        let erased = import::erase(&mut key.record, input.key_material_id.as_deref())?;
        self.put_with_relations(view, &key.record).await?;
        Ok(DeleteImportedKeyMaterialResponse {
            key_material_id: erased.and_then(|id| key.record.shown_id(id)),
            key_id: Some(key.arn),
        })
    }
}
