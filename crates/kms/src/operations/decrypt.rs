use aws_model::kms::{Decrypt, DecryptRequest, DecryptResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use super::cryptography::{Asked, Opened, Sealed, Usage, check_recipient, end_dry_run};
use crate::{Error, Kms};

/// Decrypts what Encrypt, ReEncrypt and GenerateDataKey made, or others with the public key. Without `KeyId` the ciphertext says which key it is, and the request has
/// no alias.
impl Guarded<Decrypt> for Kms {
    type Target = (Usage, Opened);
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn key_spec(target: &(Usage, Opened), _: &DecryptRequest) -> Option<&'static str> {
        Some(target.0.key.key.record.spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DecryptRequest>,
    ) -> Result<Resolved<(Usage, Opened)>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        let sealed = Sealed {
            blob: input.ciphertext_blob.as_deref(),
            key_id: input.key_id.as_deref(),
            algorithm: input.encryption_algorithm,
            dry_run: input.dry_run,
            modifiers: input.dry_run_modifiers.as_deref(),
        };
        let (found, opened) = sealed.find(self, view, call).await?;
        let asked = Asked {
            action: "kms:Decrypt",
            operation: GrantOperation::Decrypt,
            algorithm: input.encryption_algorithm,
            context: input.encryption_context.as_ref(),
        };
        let Resolved { target, questions } = asked.of(self, view, found, call).await?;
        Ok(Resolved { target: target.map(|usage| (usage, opened)), questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, Decrypt, (Usage, Opened)>,
    ) -> Result<DecryptResponse, Error> {
        let (input, (usage, opened)) = (permit.input(), permit.target());
        check_recipient(input.recipient.as_ref())?;
        opened.check(usage)?;
        let (plaintext, material) = opened.decrypt(usage)?;
        end_dry_run(input.dry_run)?;
        Ok(DecryptResponse {
            ciphertext_for_recipient: None,
            encryption_algorithm: Some(usage.algorithm),
            key_id: Some(usage.key_arn()),
            key_material_id: material,
            plaintext: Some(plaintext),
        })
    }
}
