use aws_model::kms::GrantOperation;
use aws_model::xks::{Decrypt, DecryptRequest, DecryptResponse};
use envelope::XksCiphertext;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::{Asked, ExternalKey, XksError};
use crate::Kms;

/// Decrypts what Encrypt of the XKS proxy API made, also with material that was rotated out since.
impl Guarded<Decrypt> for Kms {
    type Target = ExternalKey;
    type Error = XksError;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DecryptRequest>,
    ) -> Result<Resolved<ExternalKey>, XksError> {
        let input = &call.input;
        let asked = Asked {
            action: "kms:Decrypt",
            operation: GrantOperation::Decrypt,
            external_key_id: &input.external_key_id,
            requester: (&input.request_metadata).into(),
        };
        ExternalKey::find(self, view, call, &asked).await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, Decrypt, ExternalKey>,
    ) -> Result<DecryptResponse, XksError> {
        let (input, key) = (permit.input(), permit.target());
        key.check()?;
        let metadata = input.ciphertext_metadata.as_deref().unwrap_or_default();
        let (vector, tag) = (&input.initialization_vector, &input.authentication_tag);
        let sealed = XksCiphertext::from_parts(metadata, vector, tag, input.ciphertext.clone())
            .map_err(|_| XksError::InvalidCiphertext)?;
        let data = input.additional_authenticated_data.as_deref().unwrap_or_default();
        let mut named = key.materials().filter(|backing| sealed.names(&backing.id()));
        let plaintext = named.find_map(|backing| sealed.open(backing, key.id(), data).ok());
        Ok(DecryptResponse { plaintext: plaintext.ok_or(XksError::InvalidCiphertext)? })
    }
}
