use aws_model::kms::{GenerateDataKey, GenerateDataKeyRequest, GenerateDataKeyResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::cryptography::{Asked, Usage, check_recipient, data_key_length, end_dry_run};
use crate::{Error, Kms};

/// A new data key, in the clear and encrypted.
impl Guarded<GenerateDataKey> for Kms {
    type Target = Usage;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GenerateDataKeyRequest>,
    ) -> Result<Resolved<Usage>, Error> {
        let input = &call.input;
        data_key_length(input.key_spec, input.number_of_bytes)?;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        let asked = Asked {
            action: "kms:GenerateDataKey",
            operation: GrantOperation::GenerateDataKey,
            algorithm: None,
            context: input.encryption_context.as_ref(),
        };
        asked.of_key(self, view, call, &input.key_id).await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GenerateDataKey, Usage>,
    ) -> Result<GenerateDataKeyResponse, Error> {
        let (input, usage) = (permit.input(), permit.target());
        check_recipient(input.recipient.as_ref())?;
        usage.check()?;
        end_dry_run(input.dry_run)?;
        let length = data_key_length(input.key_spec, input.number_of_bytes)?;
        let data_key = self.random.secret_bytes(length).map_err(Error::Envelope)?;
        let (blob, material) = usage.encrypt(self, data_key.expose())?;
        Ok(GenerateDataKeyResponse {
            ciphertext_blob: Some(blob),
            ciphertext_for_recipient: None,
            key_id: Some(usage.key_arn()),
            key_material_id: material,
            plaintext: Some(data_key),
        })
    }
}
