use aws_model::kms::{
    GenerateDataKeyPair, GenerateDataKeyPairRequest, GenerateDataKeyPairResponse, GrantOperation,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::PrivateKey;

use super::cryptography::{Asked, Usage, data_key_pair_spec, end_dry_run};
use crate::attested::{Answer, Attested};
use crate::{Error, Kms};

/// A new key pair whose private half is given in the clear and encrypted.
impl Guarded<GenerateDataKeyPair> for Kms {
    type Target = (Usage, Option<Attested>);
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn key_spec(_: &Self::Target, input: &GenerateDataKeyPairRequest) -> Option<&'static str> {
        Some(input.key_pair_spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GenerateDataKeyPairRequest>,
    ) -> Result<Resolved<(Usage, Option<Attested>)>, Error> {
        let input = &call.input;
        let attested = self.attested(view, input.recipient.as_ref(), call.origin.at).await?;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        let asked = Asked {
            action: "kms:GenerateDataKeyPair",
            operation: GrantOperation::GenerateDataKeyPair,
            algorithm: None,
            context: input.encryption_context.as_ref(),
        };
        let Resolved { target, mut questions } = asked.of_key(self, view, call, &input.key_id).await?;
        for question in &mut questions {
            question.context.insert("kms:DataKeyPairSpec", input.key_pair_spec.as_str());
        }
        Attested::add_to(attested.as_ref(), &mut questions);
        Ok(Resolved { target: target.map(|usage| (usage, attested)), questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GenerateDataKeyPair, (Usage, Option<Attested>)>,
    ) -> Result<GenerateDataKeyPairResponse, Error> {
        let (input, (usage, attested)) = (permit.input(), permit.target());
        usage.check()?;
        let spec = data_key_pair_spec(input.key_pair_spec)?;
        end_dry_run(input.dry_run)?;
        let pair = PrivateKey::generate(spec)?;
        let private = pair.to_pkcs8_der()?;
        let (blob, material) = usage.encrypt(self, private.expose()).await?;
        let Answer { plaintext, ciphertext_for_recipient } = self.answer(private, attested.as_ref())?;
        Ok(GenerateDataKeyPairResponse {
            ciphertext_for_recipient,
            key_id: Some(usage.key_arn()),
            key_material_id: material,
            key_pair_spec: Some(input.key_pair_spec),
            private_key_ciphertext_blob: Some(blob),
            private_key_plaintext: plaintext,
            public_key: Some(pair.public_key_der().to_vec()),
        })
    }
}
