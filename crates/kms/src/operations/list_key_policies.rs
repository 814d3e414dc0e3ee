use aws_model::kms::{ListKeyPolicies, ListKeyPoliciesRequest, ListKeyPoliciesResponse};
use gate::{Call, Effect, Guarded, Permit, Resolved, View};

use crate::key::Key;
use crate::paging::{self, Listing};
use crate::{Error, Kms, policy};

/// The names of the key policies: always `default` alone.
impl Guarded<ListKeyPolicies> for Kms {
    type Target = Key;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ListKeyPoliciesRequest>,
    ) -> Result<Resolved<Key>, Error> {
        self.own_key(view, call, &call.input.key_id, "kms:ListKeyPolicies", |_| {}).await
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, ListKeyPolicies, Key>,
    ) -> Result<ListKeyPoliciesResponse, Error> {
        let input = permit.input();
        let listing =
            Listing::new(format!("ListKeyPolicies/{}", permit.target().arn), paging::LONG, input.limit);
        let names = [policy::NAME.to_owned()];
        let (names, next) = listing.cut(input.marker.as_deref(), names, String::clone)?;
        Ok(ListKeyPoliciesResponse {
            truncated: Some(next.is_some()),
            next_marker: next,
            policy_names: Some(names),
        })
    }
}
