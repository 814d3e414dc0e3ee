use std::sync::Arc;

use aws_model::kms::{
    DeriveSharedSecret, DeriveSharedSecretRequest, DeriveSharedSecretResponse, GrantOperation, OriginType,
};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::{KeyAgreementAlgorithm, KeyUsage};

use super::cryptography::{check_recipient, end_dry_run};
use crate::key::ReadyKey;
use crate::{Error, Kms};

/// The raw secret that a key pair shares with the public key of a peer on the same curve.
impl Guarded<DeriveSharedSecret> for Kms {
    type Target = Arc<ReadyKey>;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn key_spec(target: &Arc<ReadyKey>, _: &DeriveSharedSecretRequest) -> Option<&'static str> {
        Some(target.key.record.spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DeriveSharedSecretRequest>,
    ) -> Result<Resolved<Arc<ReadyKey>>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        self.key_in_use(
            view,
            call,
            &input.key_id,
            "kms:DeriveSharedSecret",
            GrantOperation::DeriveSharedSecret,
            |conditions| {
                conditions.insert("kms:KeyAgreementAlgorithm", input.key_agreement_algorithm.as_str());
            },
        )
        .await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, DeriveSharedSecret, Arc<ReadyKey>>,
    ) -> Result<DeriveSharedSecretResponse, Error> {
        let (key, input) = (permit.target(), permit.input());
        check_recipient(input.recipient.as_ref())?;
        key.check_usage(KeyUsage::KeyAgreement, "DeriveSharedSecret", permit.origin().at)?;
        let algorithm =
            key.algorithm(input.key_agreement_algorithm.as_str(), KeyAgreementAlgorithm::parse)?;
        let secret = key.pair()?.derive_shared_secret(algorithm, &input.public_key)?;
        end_dry_run(input.dry_run)?;
        Ok(DeriveSharedSecretResponse {
            ciphertext_for_recipient: None,
            key_agreement_algorithm: Some(input.key_agreement_algorithm),
            key_id: Some(key.key.arn.clone()),
            key_origin: Some(OriginType::AwsKms),
            shared_secret: Some(secret),
        })
    }
}
