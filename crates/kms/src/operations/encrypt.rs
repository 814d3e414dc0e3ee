use aws_model::kms::{Encrypt, EncryptRequest, EncryptResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View, Waits};

use super::cryptography::{Asked, Usage, end_dry_run};
use crate::{Error, Kms};

/// Encrypts: up to 4096 bytes under the current material of a symmetric key, and less with a public key.
impl Guarded<Encrypt> for Kms {
    type Target = Usage;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn waits_for(target: &Usage, _: &EncryptRequest) -> Waits {
        target.waits_for()
    }

    fn key_spec(target: &Usage, _: &EncryptRequest) -> Option<&'static str> {
        Some(target.key.key.record.spec.as_str())
    }

    async fn resolve(&self, view: &mut View, call: &Call<EncryptRequest>) -> Result<Resolved<Usage>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        let asked = Asked {
            action: "kms:Encrypt",
            operation: GrantOperation::Encrypt,
            algorithm: input.encryption_algorithm,
            context: input.encryption_context.as_ref(),
        };
        asked.of_key(self, view, call, &input.key_id).await
    }

    async fn run(&self, _: &mut View, permit: Permit<'_, Encrypt, Usage>) -> Result<EncryptResponse, Error> {
        let (input, usage) = (permit.input(), permit.target());
        usage.check()?;
        end_dry_run(input.dry_run)?;
        let (blob, _) = usage.encrypt(self, input.plaintext.expose()).await?;
        Ok(EncryptResponse {
            ciphertext_blob: Some(blob),
            encryption_algorithm: Some(usage.algorithm),
            key_id: Some(usage.key_arn()),
        })
    }
}
