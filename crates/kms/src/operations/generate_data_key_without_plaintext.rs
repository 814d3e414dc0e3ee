use aws_model::kms::{
    GenerateDataKeyWithoutPlaintext, GenerateDataKeyWithoutPlaintextRequest,
    GenerateDataKeyWithoutPlaintextResponse, GrantOperation,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View, Waits};

use super::cryptography::{Asked, Usage, data_key_length, end_dry_run};
use crate::{Error, Kms};

/// A new data key, encrypted: for who stores keys that others use.
impl Guarded<GenerateDataKeyWithoutPlaintext> for Kms {
    type Target = Usage;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn waits_for(target: &Usage, _: &GenerateDataKeyWithoutPlaintextRequest) -> Waits {
        target.waits_for()
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GenerateDataKeyWithoutPlaintextRequest>,
    ) -> Result<Resolved<Usage>, Error> {
        let input = &call.input;
        data_key_length(input.key_spec, input.number_of_bytes)?;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        let asked = Asked {
            action: "kms:GenerateDataKeyWithoutPlaintext",
            operation: GrantOperation::GenerateDataKeyWithoutPlaintext,
            algorithm: None,
            context: input.encryption_context.as_ref(),
        };
        asked.of_key(self, view, call, &input.key_id).await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GenerateDataKeyWithoutPlaintext, Usage>,
    ) -> Result<GenerateDataKeyWithoutPlaintextResponse, Error> {
        let (input, usage) = (permit.input(), permit.target());
        usage.check()?;
        end_dry_run(input.dry_run)?;
        let length = data_key_length(input.key_spec, input.number_of_bytes)?;
        let data_key = self.random.secret_bytes(length).map_err(Error::Envelope)?;
        let (blob, material) = usage.encrypt(self, data_key.expose()).await?;
        Ok(GenerateDataKeyWithoutPlaintextResponse {
            ciphertext_blob: Some(blob),
            key_id: Some(usage.key_arn()),
            key_material_id: material,
        })
    }
}
