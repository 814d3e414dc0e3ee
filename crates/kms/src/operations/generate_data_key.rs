use aws_model::kms::{GenerateDataKey, GenerateDataKeyRequest, GenerateDataKeyResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View, Waits};

use super::cryptography::{Asked, Usage, data_key_length, end_dry_run};
use crate::attested::{Answer, Attested};
use crate::{Error, Kms};

/// A new data key, in the clear and encrypted.
impl Guarded<GenerateDataKey> for Kms {
    type Target = (Usage, Option<Attested>);
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn waits_for((usage, _): &(Usage, Option<Attested>), _: &GenerateDataKeyRequest) -> Waits {
        usage.waits_for()
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GenerateDataKeyRequest>,
    ) -> Result<Resolved<(Usage, Option<Attested>)>, Error> {
        let input = &call.input;
        data_key_length(input.key_spec, input.number_of_bytes)?;
        let attested = self.attested(view, input.recipient.as_ref(), call.origin.at).await?;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        let asked = Asked {
            action: "kms:GenerateDataKey",
            operation: GrantOperation::GenerateDataKey,
            algorithm: None,
            context: input.encryption_context.as_ref(),
        };
        let Resolved { target, mut questions } = asked.of_key(self, view, call, &input.key_id).await?;
        Attested::add_to(attested.as_ref(), &mut questions);
        Ok(Resolved { target: target.map(|usage| (usage, attested)), questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GenerateDataKey, (Usage, Option<Attested>)>,
    ) -> Result<GenerateDataKeyResponse, Error> {
        let (input, (usage, attested)) = (permit.input(), permit.target());
        usage.check()?;
        end_dry_run(input.dry_run)?;
        let length = data_key_length(input.key_spec, input.number_of_bytes)?;
        let data_key = self.random.secret_bytes(length).map_err(Error::Envelope)?;
        let (blob, material) = usage.encrypt(self, data_key.expose()).await?;
        let Answer { plaintext, ciphertext_for_recipient } = self.answer(data_key, attested.as_ref())?;
        Ok(GenerateDataKeyResponse {
            ciphertext_blob: Some(blob),
            ciphertext_for_recipient,
            key_id: Some(usage.key_arn()),
            key_material_id: material,
            plaintext,
        })
    }
}
