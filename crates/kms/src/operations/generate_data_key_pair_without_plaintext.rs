use aws_model::kms::{
    GenerateDataKeyPairWithoutPlaintext, GenerateDataKeyPairWithoutPlaintextRequest,
    GenerateDataKeyPairWithoutPlaintextResponse, GrantOperation,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::PrivateKey;

use super::cryptography::{Asked, Usage, data_key_pair_spec, end_dry_run};
use crate::{Error, Kms};

/// A new key pair whose private half is given encrypted only.
impl Guarded<GenerateDataKeyPairWithoutPlaintext> for Kms {
    type Target = Usage;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn key_spec(_: &Usage, input: &GenerateDataKeyPairWithoutPlaintextRequest) -> Option<&'static str> {
        Some(input.key_pair_spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GenerateDataKeyPairWithoutPlaintextRequest>,
    ) -> Result<Resolved<Usage>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        let asked = Asked {
            action: "kms:GenerateDataKeyPairWithoutPlaintext",
            operation: GrantOperation::GenerateDataKeyPairWithoutPlaintext,
            algorithm: None,
            context: input.encryption_context.as_ref(),
        };
        let mut resolved = asked.of_key(self, view, call, &input.key_id).await?;
        for question in &mut resolved.questions {
            question.context.insert("kms:DataKeyPairSpec", input.key_pair_spec.as_str());
        }
        Ok(resolved)
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GenerateDataKeyPairWithoutPlaintext, Usage>,
    ) -> Result<GenerateDataKeyPairWithoutPlaintextResponse, Error> {
        let (input, usage) = (permit.input(), permit.target());
        usage.check()?;
        let spec = data_key_pair_spec(input.key_pair_spec)?;
        end_dry_run(input.dry_run)?;
        let pair = PrivateKey::generate(spec)?;
        let private = pair.to_pkcs8_der()?;
        let (blob, material) = usage.encrypt(self, private.expose()).await?;
        Ok(GenerateDataKeyPairWithoutPlaintextResponse {
            key_id: Some(usage.key_arn()),
            key_material_id: material,
            key_pair_spec: Some(input.key_pair_spec),
            private_key_ciphertext_blob: Some(blob),
            public_key: Some(pair.public_key_der().to_vec()),
        })
    }
}
