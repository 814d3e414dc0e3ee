use std::sync::Arc;

use aws_model::kms::{GrantOperation, ReEncrypt, ReEncryptRequest, ReEncryptResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View, Waits};

use super::cryptography::{Asked, Opened, Sealed, Usage, end_dry_run};
use crate::key::ReadyKey;
use crate::locate::{Found, Takes};
use crate::{Error, Kms, authorize};

/// A ciphertext, the key that opens it and the key that closes it again.
pub struct Transfer {
    opened: Opened,
    from: Usage,
    to: Usage,
}

/// Decrypts and encrypts again without handing the plaintext out.
impl Guarded<ReEncrypt> for Kms {
    type Target = Transfer;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn waits_for(target: &Transfer, _: &ReEncryptRequest) -> Waits {
        target.from.waits_for().max(target.to.waits_for())
    }

    /// The pair's, where there is one: it takes longer.
    fn key_spec(target: &Transfer, _: &ReEncryptRequest) -> Option<&'static str> {
        let [from, to] = [&target.from, &target.to].map(|usage| usage.key.key.record.spec);
        Some(if from.is_key_pair() { from.as_str() } else { to.as_str() })
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ReEncryptRequest>,
    ) -> Result<Resolved<Transfer>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        let sealed = Sealed {
            blob: input.ciphertext_blob.as_deref(),
            key_id: input.source_key_id.as_deref(),
            algorithm: input.source_encryption_algorithm,
            dry_run: input.dry_run,
            modifiers: input.dry_run_modifiers.as_deref(),
        };
        let (source, opened) = sealed.find(self, view, call).await?;
        let destination =
            self.locate::<Arc<ReadyKey>, _>(view, call, &input.destination_key_id, Takes::NameToUse).await?;
        let same = match (&source, &destination) {
            (Found::Here(source), Found::Here(destination)) => source.key.key.arn == destination.key.key.arn,
            _ => false,
        };
        let from = Asked {
            action: "kms:ReEncryptFrom",
            operation: GrantOperation::ReEncryptFrom,
            algorithm: input.source_encryption_algorithm,
            context: input.source_encryption_context.as_ref(),
        };
        let to = Asked {
            action: "kms:ReEncryptTo",
            operation: GrantOperation::ReEncryptTo,
            algorithm: input.destination_encryption_algorithm,
            context: input.destination_encryption_context.as_ref(),
        };
        let from = from.of(self, view, source, call).await?;
        let to = to.of(self, view, destination, call).await?;
        let mut questions = from.questions;
        questions.extend(to.questions);
        for question in &mut questions {
            question.context.insert("kms:ReEncryptOnSameKey", authorize::truth(same));
        }
        let target = from.target.zip(to.target).map(|(from, to)| Transfer { opened, from, to });
        Ok(Resolved { target, questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, ReEncrypt, Transfer>,
    ) -> Result<ReEncryptResponse, Error> {
        let Transfer { opened, from, to } = permit.target();
        opened.check(from)?;
        to.check()?;
        let (plaintext, source_material) = opened.decrypt(self, from).await?;
        end_dry_run(permit.input().dry_run)?;
        let (blob, destination_material) = to.encrypt(self, plaintext.expose()).await?;
        Ok(ReEncryptResponse {
            ciphertext_blob: Some(blob),
            destination_encryption_algorithm: Some(to.algorithm),
            destination_key_material_id: destination_material,
            key_id: Some(to.key_arn()),
            source_encryption_algorithm: Some(from.algorithm),
            source_key_id: Some(from.key_arn()),
            source_key_material_id: source_material,
        })
    }
}
