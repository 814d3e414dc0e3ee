use aws_model::kms::{
    IncludeKeyMaterial, KeyMaterialState, ListKeyRotations, ListKeyRotationsRequest,
    ListKeyRotationsResponse, RotationType, RotationsListEntry,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::{Key, KeyRecord};
use crate::material::Material;
use crate::paging::{self, Listing};
use crate::rotation::RotationKind;
use crate::{Error, Kms};

/// The completed rotations of a key, oldest first; on request with the first material.
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
        _: &mut View,
        permit: Permit<'_, ListKeyRotations, Key>,
    ) -> Result<ListKeyRotationsResponse, Error> {
        let input = permit.input();
        permit.target().check_rotatable()?;
        let record = &permit.target().record;
        let all = input.include_key_material == Some(IncludeKeyMaterial::AllKeyMaterial);
        let current = record.current_material().map(|material| material.id);
        let entries = record
            .materials
            .iter()
            .enumerate()
            .filter(|(_, material)| all || material.rotation.is_some())
            .map(|(number, material)| (number, entry(record, material, current == Some(material.id))));
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

fn entry(record: &KeyRecord, material: &Material, current: bool) -> RotationsListEntry {
    RotationsListEntry {
        expiration_model: None,
        import_state: None,
        key_id: Some(record.locator.key_id.to_string()),
        key_material_description: None,
        key_material_id: Some(material.id.to_string()),
        key_material_state: Some(if current {
            KeyMaterialState::Current
        } else {
            KeyMaterialState::NonCurrent
        }),
        rotation_date: material.rotation.map(|_| material.created),
        rotation_type: material.rotation.map(|kind| match kind {
            RotationKind::Automatic => RotationType::Automatic,
            RotationKind::OnDemand => RotationType::OnDemand,
        }),
        valid_to: None,
    }
}
