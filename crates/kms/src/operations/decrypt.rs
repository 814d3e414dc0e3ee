use aws_model::kms::{Decrypt, DecryptRequest, DecryptResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View, Waits};

use super::cryptography::{Asked, Opened, Sealed, Usage, end_dry_run};
use crate::attested::{Answer, Attested};
use crate::{Error, Kms};

/// A ciphertext, the key that opens it and whom for.
pub struct Opening {
    usage: Usage,
    opened: Opened,
    attested: Option<Attested>,
}

/// Decrypts what Encrypt, ReEncrypt and GenerateDataKey made, or others with the public key. Without `KeyId` the ciphertext says which key it is, and the request has
/// no alias.
impl Guarded<Decrypt> for Kms {
    type Target = Opening;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn waits_for(target: &Opening, _: &DecryptRequest) -> Waits {
        target.usage.waits_for()
    }

    fn key_spec(target: &Opening, _: &DecryptRequest) -> Option<&'static str> {
        Some(target.usage.key.key.record.spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DecryptRequest>,
    ) -> Result<Resolved<Opening>, Error> {
        let input = &call.input;
        let attested = self.attested(view, input.recipient.as_ref(), call.origin.at).await?;
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
        let Resolved { target, mut questions } = asked.of(self, view, found, call).await?;
        Attested::add_to(attested.as_ref(), &mut questions);
        Ok(Resolved { target: target.map(|usage| Opening { usage, opened, attested }), questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, Decrypt, Opening>,
    ) -> Result<DecryptResponse, Error> {
        let (input, Opening { usage, opened, attested }) = (permit.input(), permit.target());
        opened.check(usage)?;
        let (plaintext, material) = opened.decrypt(self, usage).await?;
        end_dry_run(input.dry_run)?;
        let Answer { plaintext, ciphertext_for_recipient } = self.answer(plaintext, attested.as_ref())?;
        Ok(DecryptResponse {
            ciphertext_for_recipient,
            encryption_algorithm: Some(usage.algorithm),
            key_id: Some(usage.key_arn()),
            key_material_id: material,
            plaintext,
        })
    }
}
