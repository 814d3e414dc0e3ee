use aws_model::kms::{PutKeyPolicy, PutKeyPolicyRequest, PutKeyPolicyResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::{Error, Kms, authorize, policy};

/// Replaces the key policy, if the caller could do so again under the new one.
impl Guarded<PutKeyPolicy> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<PutKeyPolicyRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:PutKeyPolicy", |conditions| {
            let bypass = call.input.bypass_policy_lockout_safety_check == Some(true);
            conditions.insert("kms:BypassPolicyLockoutSafetyCheck", authorize::truth(bypass));
        })
        .await
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, PutKeyPolicy, Key>,
    ) -> Result<PutKeyPolicyResponse, Error> {
        let input = permit.input();
        match input.policy_name.as_deref() {
            None | Some(policy::NAME) => {}
            Some(policy::RAM_NAME) => return Err(Error::PolicyNotSettable),
            Some(_) => return Err(Error::NoSuchPolicy),
        }
        let (caller, origin) = (permit.caller(), permit.origin());
        let mut key = permit.into_target();
        let parsed = policy::parse(&input.policy)?;
        let bound = self.bind(view, &input.policy).await?;
        if input.bypass_policy_lockout_safety_check != Some(true) {
            let question = authorize::about_key("kms:PutKeyPolicy", &key, caller);
            policy::check_lockout(parsed.bind(&bound), question, caller, origin)?;
        }
        key.record.policy = input.policy.clone();
        key.record.bound = bound;
        view.tx().await?.put(&key.record).await?;
        Ok(PutKeyPolicyResponse {})
    }
}
