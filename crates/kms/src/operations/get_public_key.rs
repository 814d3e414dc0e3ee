use std::sync::Arc;

use aws_model::kms::{GetPublicKey, GetPublicKeyRequest, GetPublicKeyResponse, GrantOperation};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use key_algorithms::KeyUsage;

use crate::key::ReadyKey;
use crate::state::Needs;
use crate::{Error, Kms};

/// The public half of a key pair, with what it is for.
impl Guarded<GetPublicKey> for Kms {
    type Target = Arc<ReadyKey>;
    type Error = Error;
    const EFFECT: Effect = Effect::Pure;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GetPublicKeyRequest>,
    ) -> Result<Resolved<Arc<ReadyKey>>, Error> {
        let input = &call.input;
        self.tokens.check(view, input.grant_tokens.as_deref()).await?;
        self.key_in_use(view, call, &input.key_id, "kms:GetPublicKey", GrantOperation::GetPublicKey, |_| {})
            .await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, GetPublicKey, Arc<ReadyKey>>,
    ) -> Result<GetPublicKeyResponse, Error> {
        let key = permit.target();
        let record = &key.key.record;
        key.key.check(Needs::Enabled, permit.origin().at)?;
        if !record.spec.is_key_pair() {
            let (key, spec) = (&key.key.arn, record.spec.as_str());
            return Err(Error::unsupported(format!(
                "{key} key spec is {spec} which is not valid for GetPublicKey."
            )));
        }
        Ok(GetPublicKeyResponse {
            customer_master_key_spec: record.spec.as_str().parse().ok(),
            encapsulation_algorithms: record.algorithms(KeyUsage::EncapsulateDecapsulate),
            encryption_algorithms: record.algorithms(KeyUsage::EncryptDecrypt),
            key_agreement_algorithms: record.algorithms(KeyUsage::KeyAgreement),
            key_id: Some(key.key.arn.clone()),
            key_spec: record.spec.as_str().parse().ok(),
            key_usage: record.usage.as_str().parse().ok(),
            public_key: Some(key.pair()?.public_key_der().to_vec()),
            signing_algorithms: record.algorithms(KeyUsage::SignVerify),
        })
    }
}
