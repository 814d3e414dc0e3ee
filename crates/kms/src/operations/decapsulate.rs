use std::sync::Arc;

use aws_model::kms::{Decapsulate, DecapsulateRequest, DecapsulateResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::{EncapsulationAlgorithm, KeyUsage};

use super::cryptography::end_dry_run;
use crate::key::ReadyKey;
use crate::{Error, Kms};

/// The shared secret in what Encapsulate made, here or elsewhere. A ciphertext that was altered gives another secret and no error.
impl Guarded<Decapsulate> for Kms {
    type Target = Arc<ReadyKey>;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn key_spec(target: &Arc<ReadyKey>, _: &DecapsulateRequest) -> Option<&'static str> {
        Some(target.key.record.spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<DecapsulateRequest>,
    ) -> Result<Resolved<Arc<ReadyKey>>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        self.key_in_use(view, call, &input.key_id, "kms:Decapsulate", GrantOperation::Decapsulate, |_| {})
            .await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, Decapsulate, Arc<ReadyKey>>,
    ) -> Result<DecapsulateResponse, Error> {
        let (key, input) = (permit.target(), permit.input());
        key.check_usage(KeyUsage::EncapsulateDecapsulate, "Decapsulate", permit.origin().at)?;
        let algorithm =
            key.algorithm(input.encapsulation_algorithm.as_str(), EncapsulationAlgorithm::parse)?;
        let secret = key.pair()?.decapsulate(algorithm, &input.shared_secret_ciphertext_blob)?;
        end_dry_run(input.dry_run)?;
        Ok(DecapsulateResponse {
            encapsulation_algorithm: Some(input.encapsulation_algorithm),
            key_id: Some(key.key.arn.clone()),
            shared_secret: Some(secret),
        })
    }
}
