use std::sync::Arc;

use aws_model::kms::{GenerateMac, GenerateMacRequest, GenerateMacResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::{KeyUsage, MacAlgorithm};

use super::cryptography::end_dry_run;
use crate::key::ReadyKey;
use crate::{Error, Kms};

/// The HMAC of a message of up to 4096 bytes.
impl Guarded<GenerateMac> for Kms {
    type Target = Arc<ReadyKey>;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GenerateMacRequest>,
    ) -> Result<Resolved<Arc<ReadyKey>>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        self.key_in_use(
            view,
            call,
            &input.key_id,
            "kms:GenerateMac",
            GrantOperation::GenerateMac,
            |conditions| {
                conditions.insert("kms:MacAlgorithm", input.mac_algorithm.as_str());
            },
        )
        .await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GenerateMac, Arc<ReadyKey>>,
    ) -> Result<GenerateMacResponse, Error> {
        let (key, input) = (permit.target(), permit.input());
        key.check_usage(KeyUsage::GenerateVerifyMac, "GenerateMac", permit.origin().at)?;
        let algorithm = key.algorithm(input.mac_algorithm.as_str(), MacAlgorithm::parse)?;
        let mac = key.hmac()?.generate_mac(algorithm, input.message.expose())?;
        end_dry_run(input.dry_run)?;
        Ok(GenerateMacResponse {
            key_id: Some(key.key.arn.clone()),
            mac: Some(mac),
            mac_algorithm: Some(input.mac_algorithm),
        })
    }
}
