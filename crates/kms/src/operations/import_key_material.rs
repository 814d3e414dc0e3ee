use aws_model::kms::{ImportKeyMaterial, ImportKeyMaterialRequest, ImportKeyMaterialResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::import::Arrival;
use crate::key::Key;
use crate::state::Needs;
use crate::{Error, KeyOrigin, Kms};

/// Takes key material that its owner made, for the first time or again; or, for a symmetric encryption key, the material for its next
/// rotation.
impl Guarded<ImportKeyMaterial> for Kms {
    type Target = (Key, Arrival);
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    fn key_spec((key, _): &(Key, Arrival), _: &ImportKeyMaterialRequest) -> Option<&'static str> {
        Some(key.record.spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ImportKeyMaterialRequest>,
    ) -> Result<Resolved<(Key, Arrival)>, Error> {
        let arrival = Arrival::read(&call.input, call.origin.at)?;
        let expiry = arrival.expiry();
        let Resolved { target, questions } = self
            .own_key(view, call, &call.input.key_id, "kms:ImportKeyMaterial", |conditions| {
                expiry.add_to(conditions);
            })
            .await?;
        Ok(Resolved { target: target.map(|key| (key, arrival)), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, ImportKeyMaterial, (Key, Arrival)>,
    ) -> Result<ImportKeyMaterialResponse, Error> {
        let (input, now) = (permit.input(), permit.origin().at);
        let (mut key, arrival) = permit.into_target();
        key.check_origin(KeyOrigin::External)?;
        key.check(Needs::Importable, now)?;
        arrival.check(key.record.spec)?;
        let parameters = self.import_tokens.open(key.locator(), &input.import_token, now)?;
        let secret = parameters.unwrap(&input.encrypted_key_material)?;
        let material = self.vault().import(&key.record, &secret, now)?;
        let id = material.id;
        arrival.join(&mut key.record, material, now)?;
        self.put_with_relations(view, &key.record).await?;
        Ok(ImportKeyMaterialResponse { key_material_id: key.record.shown_id(id), key_id: Some(key.arn) })
    }
}
