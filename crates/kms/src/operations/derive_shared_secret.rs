use std::sync::Arc;

use aws_model::kms::{
    DeriveSharedSecret, DeriveSharedSecretRequest, DeriveSharedSecretResponse, GrantOperation, OriginType,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::{KeyAgreementAlgorithm, KeyUsage};

use super::cryptography::end_dry_run;
use crate::attested::{Answer, Attested};
use crate::key::ReadyKey;
use crate::{Error, Kms};

/// The raw secret that a key pair shares with the public key of a peer on the same curve.
impl Guarded<DeriveSharedSecret> for Kms {
    type Target = (Arc<ReadyKey>, Option<Attested>);
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn key_spec((key, _): &Self::Target, _: &DeriveSharedSecretRequest) -> Option<&'static str> {
        Some(key.key.record.spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DeriveSharedSecretRequest>,
    ) -> Result<Resolved<(Arc<ReadyKey>, Option<Attested>)>, Error> {
        let input = &call.input;
        let attested = self.attested(view, input.recipient.as_ref(), call.origin.at).await?;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        let algorithm = input.key_agreement_algorithm.as_str();
        let Resolved { target, mut questions } = self
            .key_in_use(
                view,
                call,
                &input.key_id,
                "kms:DeriveSharedSecret",
                GrantOperation::DeriveSharedSecret,
                |conditions| conditions.insert("kms:KeyAgreementAlgorithm", algorithm),
            )
            .await?;
        Attested::add_to(attested.as_ref(), &mut questions);
        Ok(Resolved { target: target.map(|key| (key, attested)), questions })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, DeriveSharedSecret, (Arc<ReadyKey>, Option<Attested>)>,
    ) -> Result<DeriveSharedSecretResponse, Error> {
        let ((key, attested), input) = (permit.target(), permit.input());
        key.check_usage(KeyUsage::KeyAgreement, "DeriveSharedSecret", permit.origin().at)?;
        let algorithm =
            key.algorithm(input.key_agreement_algorithm.as_str(), KeyAgreementAlgorithm::parse)?;
        let secret = key.pair()?.derive_shared_secret(algorithm, &input.public_key)?;
        end_dry_run(input.dry_run)?;
        let Answer { plaintext, ciphertext_for_recipient } = self.answer(secret, attested.as_ref())?;
        Ok(DeriveSharedSecretResponse {
            ciphertext_for_recipient,
            key_agreement_algorithm: Some(input.key_agreement_algorithm),
            key_id: Some(key.key.arn.clone()),
            key_origin: Some(OriginType::AwsKms),
            shared_secret: plaintext,
        })
    }
}
