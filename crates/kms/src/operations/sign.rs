use std::sync::Arc;

use aws_model::kms::{GrantOperation, Sign, SignRequest, SignResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::{KeyUsage, SigningAlgorithm};

use super::cryptography::{end_dry_run, message_type};
use crate::key::ReadyKey;
use crate::{Error, Kms};

/// Signs a message of up to 4096 bytes, or its digest.
impl Guarded<Sign> for Kms {
    type Target = Arc<ReadyKey>;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    fn key_spec(target: &Arc<ReadyKey>, _: &SignRequest) -> Option<&'static str> {
        Some(target.key.record.spec.as_str())
    }

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<SignRequest>,
    ) -> Result<Resolved<Arc<ReadyKey>>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        self.key_in_use(view, call, &input.key_id, "kms:Sign", GrantOperation::Sign, |conditions| {
            conditions.insert("kms:SigningAlgorithm", input.signing_algorithm.as_str());
            conditions.insert("kms:MessageType", message_type(input.message_type).as_str());
        })
        .await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, Sign, Arc<ReadyKey>>,
    ) -> Result<SignResponse, Error> {
        let (key, input) = (permit.target(), permit.input());
        key.check_usage(KeyUsage::SignVerify, "Sign", permit.origin().at)?;
        let algorithm = key.algorithm(input.signing_algorithm.as_str(), SigningAlgorithm::parse)?;
        let message_type = message_type(input.message_type);
        let signature = key.pair()?.sign(algorithm, message_type, input.message.expose())?;
        end_dry_run(input.dry_run)?;
        Ok(SignResponse {
            key_id: Some(key.key.arn.clone()),
            signature: Some(signature),
            signing_algorithm: Some(input.signing_algorithm),
        })
    }
}
