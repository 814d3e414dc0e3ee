use std::collections::BTreeMap;

use arn::Region;
use aws_model::kms::{MultiRegionKeyType, ReplicateKey, ReplicateKeyRequest, ReplicateKeyResponse};
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};
use serde_json::json;

use crate::key::{Key, KeyCount};
use crate::maintenance::event;
use crate::multi_region::Related;
use crate::state::Needs;
use crate::{Error, Kms, authorize, policy, tags};

/// Makes a replica of a primary key in another region. It is complete when the call returns; AWS needs some seconds more, in which it is
/// `Creating`.
impl Guarded<ReplicateKey> for Kms {
    type Target = (Key, Region);
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<ReplicateKeyRequest>,
    ) -> Result<Resolved<(Key, Region)>, Error> {
        let Call { caller, input, .. } = call;
        let region = self.served_region(&input.replica_region)?;
        let tags = input.tags.as_deref().unwrap_or_default();
        let bypass = authorize::truth(input.bypass_policy_lockout_safety_check == Some(true));
        let Resolved { target, mut questions } = self
            .own_key(view, call, &input.key_id, "kms:ReplicateKey", |conditions| {
                conditions.insert("kms:ReplicaRegion", region.to_string());
                conditions.insert("kms:BypassPolicyLockoutSafetyCheck", bypass);
                authorize::add_request_tags(conditions, tags);
            })
            .await?;
        let Some(key) = target else { return Ok(Resolved { target: None, questions }) };
        let there = |question: Question| {
            let mut question = Question { region: Some(region.clone()), ..question };
            authorize::add_record_kind(&mut question.context, &key.record);
            authorize::add_multi_region_type(&mut question.context, Some(MultiRegionKeyType::Replica));
            authorize::add_request_tags(&mut question.context, tags);
            question
        };
        let mut create = there(authorize::about_account("kms:CreateKey", "*", caller));
        create.context.insert("kms:BypassPolicyLockoutSafetyCheck", bypass);
        questions.push(create);
        if !tags.is_empty() {
            let replica = key.record.locator_in(&region).to_string();
            questions.push(there(authorize::about_account("kms:TagResource", replica, caller)));
        }
        Ok(Resolved { target: Some((key, region)), questions })
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, ReplicateKey, (Key, Region)>,
    ) -> Result<ReplicateKeyResponse, Error> {
        let (caller, origin, input) = (permit.caller(), permit.origin(), permit.input());
        let (mut primary, region) = permit.into_target();
        let related = primary.check_primary()?;
        primary.check(Needs::Settled, origin.at)?;
        if related.is_in(&region) {
            return Err(Error::ReplicaExists(primary.record.locator_in(&region)));
        }
        let replicas = related.replicas.iter().cloned().chain([region.clone()]).collect();
        primary.record.related = Some(Related { replicas, ..related.clone() });

        let mut replica = self.replica(&primary.record, &region, origin.at)?;
        replica.description = input.description.clone().unwrap_or_default();
        let mut tags = BTreeMap::new();
        tags::add(&mut tags, input.tags.as_deref().unwrap_or_default())?;
        replica.tags = tags;
        let given = input.policy.as_deref().map(policy::parse).transpose()?;
        if let Some(policy) = &input.policy {
            replica.bound = self.bind(view, policy).await?;
        }
        replica.policy =
            input.policy.clone().unwrap_or_else(|| policy::default_key_policy(replica.locator.account));
        let replica = Key::prepare(replica)?;
        if let Some(given) = given
            && input.bypass_policy_lockout_safety_check != Some(true)
        {
            let mut question = authorize::about_key("kms:PutKeyPolicy", &replica, caller);
            question.region = Some(region.clone());
            policy::check_lockout(given.bind(&replica.record.bound), question, caller, origin)?;
        }
        let record = &replica.record;
        let tx = view.tx().await?;
        KeyCount::add(tx, record.locator.account, &region).await?;
        tx.insert(record).await?;
        self.put_with_relations(view, &primary.record).await?;
        view.made(replica.arn.as_str(), record.locator.account, authorize::KEY_TYPE);
        let details = json!({ "keyId": replica.arn, "primaryKey": primary.arn });
        view.brings_about(event("CreateKey", record, details));
        Ok(ReplicateKeyResponse {
            replica_key_metadata: Some(record.metadata(origin.at)),
            replica_policy: Some(record.policy.clone()),
            replica_tags: Some(input.tags.clone().unwrap_or_default()),
        })
    }
}

impl Kms {
    /// The region that a request names, if keys can be there.
    pub(super) fn served_region(&self, name: &str) -> Result<Region, Error> {
        let served = self.regions.iter().find(|region| region.as_str() == name);
        served.cloned().ok_or_else(|| Error::RegionNotServed(name.to_owned()))
    }
}
