use aws_model::kms::{GetKeyPolicy, GetKeyPolicyRequest, GetKeyPolicyResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::{Error, Kms, policy};

/// The text of the key policy.
impl Guarded<GetKeyPolicy> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<GetKeyPolicyRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:GetKeyPolicy", |_| {}).await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, GetKeyPolicy, Key>,
    ) -> Result<GetKeyPolicyResponse, Error> {
        let name = permit.input().policy_name.as_deref().unwrap_or(policy::NAME);
        if name != policy::NAME {
            return Err(Error::NoSuchPolicy);
        }
        Ok(GetKeyPolicyResponse {
            policy: Some(self.shown_policy(view, &permit.target().record).await?),
            policy_name: Some(policy::NAME.to_owned()),
        })
    }
}
