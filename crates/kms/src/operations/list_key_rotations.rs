use aws_model::kms::{
    ImportState, IncludeKeyMaterial, KeyMaterialState, ListKeyRotations, ListKeyRotationsRequest,
    ListKeyRotationsResponse, RotationType, RotationsListEntry,
};
use clock::Timestamp;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::import::Expiry;
use crate::key::{Key, KeyRecord};
use crate::material::Material;
use crate::paging::{self, Listing};
use crate::rotation::RotationKind;
use crate::{Error, KeyOrigin, Kms};

/// The completed rotations of a key, oldest first; on request with the first material, and with what waits for rotation.
impl Guarded<ListKeyRotations> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ListKeyRotationsRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:ListKeyRotations", |_| {}).await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, ListKeyRotations, Key>,
    ) -> Result<ListKeyRotationsResponse, Error> {
        let input = permit.input();
        permit.target().check_rotatable()?;
        let (record, now) = (&permit.target().record, permit.origin().at);
        let all = input.include_key_material == Some(IncludeKeyMaterial::AllKeyMaterial);
        let current = record.current_material().map(|material| material.id);
        let pending = record.pending.iter().filter(|material| all && !material.is_expired(now));
        let materials = record.materials.iter().filter(|material| all || material.rotation.is_some());
        let materials = materials.map(|material| {
            let current = current == Some(material.id);
            (material, if current { KeyMaterialState::Current } else { KeyMaterialState::NonCurrent })
        });
        let waits_for = if record.is_pending_import_somewhere(view.tx().await?, now).await? {
            KeyMaterialState::PendingMultiRegionImportAndRotation
        } else {
            KeyMaterialState::PendingRotation
        };
        let entries = materials
            .chain(pending.map(|material| (material, waits_for)))
            .map(|(material, state)| entry(record, material, state, now))
            .enumerate();
        let scope = if all { "all" } else { "rotations" };
        let name = format!("ListKeyRotations/{scope}/{}", record.locator);
        let listing = Listing::new(name, paging::LONG, input.limit);
        let (entries, next) =
            listing.cut(input.marker.as_deref(), entries, |(number, _)| format!("{number:010}"))?;
        Ok(ListKeyRotationsResponse {
            truncated: Some(next.is_some()),
            next_marker: next,
            rotations: Some(entries.into_iter().map(|(_, entry)| entry).collect()),
        })
    }
}

fn entry(
    record: &KeyRecord,
    material: &Material,
    state: KeyMaterialState,
    now: Timestamp,
) -> RotationsListEntry {
    let external = record.origin == KeyOrigin::External;
    let here = external && material.is_present(now);
    RotationsListEntry {
        expiration_model: here.then(|| Expiry(material.valid_to).model()),
        import_state: external.then_some(if here {
            ImportState::Imported
        } else {
            ImportState::PendingImport
        }),
        key_id: Some(record.locator.key_id.to_string()),
        key_material_description: material.description.clone(),
        key_material_id: Some(material.id.to_string()),
        key_material_state: Some(state),
        rotation_date: material.rotation.map(|_| material.created),
        rotation_type: material.rotation.map(|kind| match kind {
            RotationKind::Automatic => RotationType::Automatic,
            RotationKind::OnDemand => RotationType::OnDemand,
        }),
        valid_to: material.valid_to.filter(|_| here),
    }
}
