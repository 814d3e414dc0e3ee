//! Policies that are attached by name, whoever has them.

use std::sync::Arc;

use arn::AccountId;
use iam_policy::{Policy, PolicyType};
use store::Page;

use super::Inventory;
use crate::records::{ControlPolicy, ControlType, Entity, ManagedPolicy};
use crate::{Error, aws_managed, identity_policies, membership};

/// A policy that was or can be attached somewhere, for finding out which text a record means.
pub struct Attachable {
    /// The types of policy that it can be.
    pub policy_types: &'static [PolicyType],
    /// As explanations name it.
    pub name: String,
    /// The document.
    pub text: String,
}

impl Inventory {
    /// All policies that are attached by name, in all their versions: those for users, roles and sessions of an account, AWS's among them, and the
    /// organization's. Also what stands in the place of a managed session policy that is gone, and for a closed account.
    pub async fn attachable(&self, account: AccountId) -> Result<Vec<Attachable>, Error> {
        const MANAGED: &[PolicyType] =
            &[PolicyType::Identity, PolicyType::PermissionsBoundary, PolicyType::Session];
        let mut tx = self.store.begin().await?;
        let own = ManagedPolicy::list(&mut tx, account, Page::all()).await?.items;
        let managed = aws_managed::all().iter().map(|policy| policy.seen_by(account)).chain(own);
        let mut all: Vec<Attachable> = managed
            .flat_map(|policy| {
                let name = identity_policies::managed_name(&policy.arn());
                let texts = policy.versions.into_values().map(|version| version.document);
                texts.map(move |text| Attachable { policy_types: MANAGED, name: name.clone(), text })
            })
            .collect();
        for control in ControlType::ALL {
            let policy_types: &'static [PolicyType] = match control {
                ControlType::Service => &[PolicyType::ServiceControl],
                ControlType::Resource => &[PolicyType::ResourceControl],
            };
            all.extend(ControlPolicy::all(&mut tx, control).await?.iter().map(|policy| Attachable {
                policy_types,
                name: policy.described(),
                text: policy.content().to_owned(),
            }));
        }
        let (name, text) = identity_policies::STAND_IN;
        all.push(Attachable {
            policy_types: &[PolicyType::Session],
            name: identity_policies::managed_name(name),
            text: text.to_owned(),
        });
        let (name, text) = (membership::closed_name(account), membership::NOTHING.to_owned());
        all.push(Attachable { policy_types: &[PolicyType::ResourceControl], name, text });
        Ok(all)
    }

    /// The managed session policies of these ARNs, as a session of this account has them now. One that is gone denies everything.
    pub async fn session_policies(
        &self,
        account: AccountId,
        arns: &[String],
    ) -> Result<Vec<(String, Arc<Policy>)>, Error> {
        let ready = self.policies.of_sessions(account, arns).await?;
        Ok(ready.iter().map(|policy| policy.named()).collect())
    }
}
