//! One file for each operation. Adding one takes a file here and a line in the table below.

use std::sync::Arc;

use aws_model::kms as model;
use gate::{Bound, Endpoint};

use crate::Kms;

mod cryptography;

/// Declares the operations: the file, and the name that the service description has for it.
macro_rules! table {
    ($($file:ident: $name:ident,)+) => {
        $(mod $file;)+

        /// All operations, bound to the service.
        pub fn endpoints(kms: &Arc<Kms>) -> Vec<Box<dyn Endpoint>> {
            vec![$(Bound::<Kms, model::$name>::endpoint(kms)),+]
        }
    };
}

table! {
    cancel_key_deletion: CancelKeyDeletion,
    create_alias: CreateAlias,
    create_key: CreateKey,
    decrypt: Decrypt,
    delete_alias: DeleteAlias,
    describe_key: DescribeKey,
    disable_key: DisableKey,
    disable_key_rotation: DisableKeyRotation,
    enable_key: EnableKey,
    enable_key_rotation: EnableKeyRotation,
    encrypt: Encrypt,
    generate_data_key: GenerateDataKey,
    generate_data_key_without_plaintext: GenerateDataKeyWithoutPlaintext,
    generate_random: GenerateRandom,
    get_key_policy: GetKeyPolicy,
    get_key_rotation_status: GetKeyRotationStatus,
    list_aliases: ListAliases,
    list_key_policies: ListKeyPolicies,
    list_key_rotations: ListKeyRotations,
    list_keys: ListKeys,
    list_resource_tags: ListResourceTags,
    put_key_policy: PutKeyPolicy,
    re_encrypt: ReEncrypt,
    rotate_key_on_demand: RotateKeyOnDemand,
    schedule_key_deletion: ScheduleKeyDeletion,
    tag_resource: TagResource,
    untag_resource: UntagResource,
    update_alias: UpdateAlias,
    update_key_description: UpdateKeyDescription,
}
