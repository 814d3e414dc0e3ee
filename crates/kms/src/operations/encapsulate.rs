use std::sync::Arc;

use aws_model::kms::{Encapsulate, EncapsulateRequest, EncapsulateResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::{EncapsulationAlgorithm, KeyUsage};

use super::cryptography::end_dry_run;
use crate::key::ReadyKey;
use crate::{Error, Kms};

/// A new shared secret, in the clear and for whoever may decapsulate with the key.
impl Guarded<Encapsulate> for Kms {
    type Target = Arc<ReadyKey>;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn key_spec(target: &Arc<ReadyKey>, _: &EncapsulateRequest) -> Option<&'static str> {
        Some(target.key.record.spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<EncapsulateRequest>,
    ) -> Result<Resolved<Arc<ReadyKey>>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        self.key_in_use(view, call, &input.key_id, "kms:Encapsulate", GrantOperation::Encapsulate, |_| {})
            .await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, Encapsulate, Arc<ReadyKey>>,
    ) -> Result<EncapsulateResponse, Error> {
        let (key, input) = (permit.target(), permit.input());
        key.check_usage(KeyUsage::EncapsulateDecapsulate, "Encapsulate", permit.origin().at)?;
        let algorithm =
            key.algorithm(input.encapsulation_algorithm.as_str(), EncapsulationAlgorithm::parse)?;
        let made = key.pair()?.public_key().encapsulate(algorithm)?;
        end_dry_run(input.dry_run)?;
        Ok(EncapsulateResponse {
            encapsulation_algorithm: Some(input.encapsulation_algorithm),
            key_id: Some(key.key.arn.clone()),
            shared_secret: Some(made.shared_secret),
            shared_secret_ciphertext_blob: Some(made.ciphertext),
        })
    }
}
