//! One file for each operation. Adding one takes a file, its `mod` line, and its line in the table.

use std::sync::Arc;

use aws_model::{Operation, kms as model};
use gate::{Bound, Endpoint, Guarded};

use crate::Kms;

mod cancel_key_deletion;
mod connect_custom_key_store;
mod create_alias;
mod create_custom_key_store;
mod create_grant;
mod create_key;
mod cryptography;
mod decapsulate;
mod decrypt;
mod delete_alias;
mod delete_custom_key_store;
mod delete_imported_key_material;
mod derive_shared_secret;
mod describe_custom_key_stores;
mod describe_key;
mod disable_key;
mod disable_key_rotation;
mod disconnect_custom_key_store;
mod enable_key;
mod enable_key_rotation;
mod encapsulate;
mod encrypt;
mod generate_data_key;
mod generate_data_key_pair;
mod generate_data_key_pair_without_plaintext;
mod generate_data_key_without_plaintext;
mod generate_mac;
mod generate_random;
mod get_key_last_usage;
mod get_key_policy;
mod get_key_rotation_status;
mod get_parameters_for_import;
mod get_public_key;
mod import_key_material;
mod list_aliases;
mod list_grants;
mod list_key_policies;
mod list_key_rotations;
mod list_keys;
mod list_resource_tags;
mod list_retirable_grants;
mod put_key_policy;
mod re_encrypt;
mod replicate_key;
mod retire_grant;
mod revoke_grant;
mod rotate_key_on_demand;
mod schedule_key_deletion;
mod sign;
mod tag_resource;
mod untag_resource;
mod update_alias;
mod update_custom_key_store;
mod update_key_description;
mod update_primary_region;
mod verify;
mod verify_mac;
mod xks;

pub use xks::xks_endpoints;

/// The table of operations, bound to the service.
pub fn endpoints(kms: &Arc<Kms>) -> Vec<Box<dyn Endpoint>> {
    vec![
        bound::<model::CancelKeyDeletion>(kms),
        bound::<model::ConnectCustomKeyStore>(kms),
        bound::<model::CreateAlias>(kms),
        bound::<model::CreateCustomKeyStore>(kms),
        bound::<model::CreateGrant>(kms),
        bound::<model::CreateKey>(kms),
        bound::<model::Decapsulate>(kms),
        bound::<model::Decrypt>(kms),
        bound::<model::DeleteAlias>(kms),
        bound::<model::DeleteCustomKeyStore>(kms),
        bound::<model::DeleteImportedKeyMaterial>(kms),
        bound::<model::DeriveSharedSecret>(kms),
        bound::<model::DescribeCustomKeyStores>(kms),
        bound::<model::DescribeKey>(kms),
        bound::<model::DisableKey>(kms),
        bound::<model::DisableKeyRotation>(kms),
        bound::<model::DisconnectCustomKeyStore>(kms),
        bound::<model::EnableKey>(kms),
        bound::<model::EnableKeyRotation>(kms),
        bound::<model::Encapsulate>(kms),
        bound::<model::Encrypt>(kms),
        bound::<model::GenerateDataKey>(kms),
        bound::<model::GenerateDataKeyPair>(kms),
        bound::<model::GenerateDataKeyPairWithoutPlaintext>(kms),
        bound::<model::GenerateDataKeyWithoutPlaintext>(kms),
        bound::<model::GenerateMac>(kms),
        bound::<model::GenerateRandom>(kms),
        bound::<model::GetKeyLastUsage>(kms),
        bound::<model::GetKeyPolicy>(kms),
        bound::<model::GetKeyRotationStatus>(kms),
        bound::<model::GetParametersForImport>(kms),
        bound::<model::GetPublicKey>(kms),
        bound::<model::ImportKeyMaterial>(kms),
        bound::<model::ListAliases>(kms),
        bound::<model::ListGrants>(kms),
        bound::<model::ListKeyPolicies>(kms),
        bound::<model::ListKeyRotations>(kms),
        bound::<model::ListKeys>(kms),
        bound::<model::ListResourceTags>(kms),
        bound::<model::ListRetirableGrants>(kms),
        bound::<model::PutKeyPolicy>(kms),
        bound::<model::ReEncrypt>(kms),
        bound::<model::ReplicateKey>(kms),
        bound::<model::RetireGrant>(kms),
        bound::<model::RevokeGrant>(kms),
        bound::<model::RotateKeyOnDemand>(kms),
        bound::<model::ScheduleKeyDeletion>(kms),
        bound::<model::Sign>(kms),
        bound::<model::TagResource>(kms),
        bound::<model::UntagResource>(kms),
        bound::<model::UpdateAlias>(kms),
        bound::<model::UpdateCustomKeyStore>(kms),
        bound::<model::UpdateKeyDescription>(kms),
        bound::<model::UpdatePrimaryRegion>(kms),
        bound::<model::Verify>(kms),
        bound::<model::VerifyMac>(kms),
    ]
}

fn bound<O: Operation<Input: Sync>>(kms: &Arc<Kms>) -> Box<dyn Endpoint>
where
    Kms: Guarded<O>,
{
    Bound::<Kms, O>::endpoint(kms)
}
