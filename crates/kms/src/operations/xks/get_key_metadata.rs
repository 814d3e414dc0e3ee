use aws_model::kms::GrantOperation;
use aws_model::xks::{GetKeyMetadata, GetKeyMetadataRequest, GetKeyMetadataResponse, KeyStatus};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::{Asked, XksError, is_external};
use crate::key::Key;
use crate::locate::Named;
use crate::{KeyState, Kms};

/// Whether a key can be an external key, and whether it can be used now. Keys of other kinds are shown as what they are, with no usage.
impl Guarded<GetKeyMetadata> for Kms {
    type Target = Named<Key>;
    type Error = XksError;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GetKeyMetadataRequest>,
    ) -> Result<Resolved<Named<Key>>, XksError> {
        let input = &call.input;
        let asked = Asked {
            action: "kms:DescribeKey",
            operation: GrantOperation::DescribeKey,
            external_key_id: &input.external_key_id,
            requester: (&input.request_metadata).into(),
        };
        asked.key(self, view, call).await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GetKeyMetadata, Named<Key>>,
    ) -> Result<GetKeyMetadataResponse, XksError> {
        let key = &permit.target().key;
        let is_enabled =
            matches!(key.record.state_at(permit.origin().at), KeyState::Enabled | KeyState::Updating);
        let (spec, usage) = if is_external(key) {
            ("AES_256", vec!["ENCRYPT".to_owned(), "DECRYPT".to_owned()])
        } else {
            (key.record.spec.as_str(), Vec::new())
        };
        Ok(GetKeyMetadataResponse {
            key_spec: spec.to_owned(),
            key_status: if is_enabled { KeyStatus::Enabled } else { KeyStatus::Disabled },
            key_usage: usage,
        })
    }
}
