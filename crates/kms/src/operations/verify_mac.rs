use std::sync::Arc;

use aws_model::kms::{GrantOperation, VerifyMac, VerifyMacRequest, VerifyMacResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::{KeyUsage, MacAlgorithm};

use super::cryptography::end_dry_run;
use crate::key::ReadyKey;
use crate::{Error, Kms};

/// Verifies an HMAC, in constant time.
impl Guarded<VerifyMac> for Kms {
    type Target = Arc<ReadyKey>;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<VerifyMacRequest>,
    ) -> Result<Resolved<Arc<ReadyKey>>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        self.key_in_use(view, call, &input.key_id, "kms:VerifyMac", GrantOperation::VerifyMac, |conditions| {
            conditions.insert("kms:MacAlgorithm", input.mac_algorithm.as_str());
        })
        .await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, VerifyMac, Arc<ReadyKey>>,
    ) -> Result<VerifyMacResponse, Error> {
        let (key, input) = (permit.target(), permit.input());
        key.check_usage(KeyUsage::GenerateVerifyMac, "VerifyMac", permit.origin().at)?;
        let algorithm = key.algorithm(input.mac_algorithm.as_str(), MacAlgorithm::parse)?;
        key.hmac()?.verify_mac(algorithm, input.message.expose(), &input.mac)?;
        end_dry_run(input.dry_run)?;
        Ok(VerifyMacResponse {
            key_id: Some(key.key.arn.clone()),
            mac_algorithm: Some(input.mac_algorithm),
            mac_valid: Some(true),
        })
    }
}
