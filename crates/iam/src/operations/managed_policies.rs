//! Managed policies and their versions: CreatePolicy, GetPolicy, ListPolicies, DeletePolicy, CreatePolicyVersion, GetPolicyVersion,
//! ListPolicyVersions, SetDefaultPolicyVersion, DeletePolicyVersion.

use arn::AccountId;
use aws_model::iam;
use gate::{Call, Effect, Guarded, Permit, Resolved, View};
use iam_policy::{Policy, PolicyKind};
use store::{Page, Tx};

use super::on::on;
use super::users::{described_tags, requested_tags};
use crate::authorize::{Creation, ask_list};
use crate::aws_managed;
use crate::paging::{Listed, Listing};
use crate::records::{Entity, ManagedPolicy, PolicyUsage, PolicyVersion, after};
use crate::tags::Tags;
use crate::{Error, Iam, policy_document};

impl Guarded<iam::CreatePolicy> for Iam {
    type Target = Tags;
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::CreatePolicyRequest>,
    ) -> Result<Resolved<Tags>, Error> {
        let input = &call.input;
        let tags = requested_tags(input.tags.as_deref())?;
        let (account, path) = (call.caller.account, input.path.as_deref().unwrap_or("/"));
        let create = Creation::of::<ManagedPolicy>(
            "iam:CreatePolicy",
            "iam:TagPolicy",
            account,
            path,
            &input.policy_name,
        );
        Ok(create.ask(account, tags, None))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::CreatePolicy, Tags>,
    ) -> Result<iam::CreatePolicyResponse, Error> {
        let (input, created) = (permit.input(), permit.origin().at.truncated_to_secs());
        let (account, path) = (permit.caller().account, input.path.as_deref().unwrap_or("/"));
        check(&input.policy_document)?;
        let (name, document) = (&input.policy_name, &input.policy_document);
        let mut policy = ManagedPolicy::new(&*self.random, account, path, name, document, created)?;
        policy.description.clone_from(&input.description);
        policy.tags = permit.into_target();
        let tx = view.tx().await?;
        policy.add(tx).await?;
        let usage = PolicyUsage::of(tx, account, &policy.arn()).await?;
        // As AWS has it, the answer leaves the description out.
        let policy = Some(iam::Policy { description: None, ..described(policy, &usage) });
        Ok(iam::CreatePolicyResponse { policy })
    }
}

impl Guarded<iam::ListPolicies> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Read;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<iam::ListPoliciesRequest>,
    ) -> Result<Resolved<()>, Error> {
        let prefix = call.input.path_prefix.as_deref().unwrap_or("/");
        Ok(ask_list(&call.caller, "iam:ListPolicies", "policy", prefix))
    }

    async fn run(
        &self,
        view: &mut View,
        permit: Permit<'_, iam::ListPolicies, ()>,
    ) -> Result<iam::ListPoliciesResponse, Error> {
        let (input, account) = (permit.input(), permit.caller().account);
        let wanted = Wanted::read(input);
        let listing = self.listing(format!("ListPolicies/{account}/{wanted:?}"), input.max_items);
        let page = wanted.page(&listing, view.tx().await?, account, input.marker.as_deref()).await?;
        let listed = |(policy, usage): (ManagedPolicy, PolicyUsage)| iam::Policy {
            description: None,
            tags: None,
            ..described(policy, &usage)
        };
        Ok(iam::ListPoliciesResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            policies: Some(page.items.into_iter().map(listed).collect()),
        })
    }
}

on! {
    Read GetPolicy: ManagedPolicy, by policy_arn;
    |call| {
        let usage = PolicyUsage::of(call.tx, call.found.account, &call.found.arn()).await?;
        Ok(iam::GetPolicyResponse { policy: Some(described(call.found, &usage)) })
    }

    Change DeletePolicy: ManagedPolicy, by policy_arn;
    |call| {
        let policy = call.found.own()?;
        if !PolicyUsage::of(call.tx, policy.account, &policy.arn()).await?.is_none() {
            return Err(Error::Conflict("Cannot delete a policy attached to entities."));
        }
        if policy.versions.len() > 1 {
            return Err(Error::Conflict(
                "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. \
                 The default version is deleted with the policy.",
            ));
        }
        policy.remove(call.tx).await?;
        Ok(iam::DeletePolicyResponse {})
    }

    Change CreatePolicyVersion: ManagedPolicy, by policy_arn;
    |call| {
        let mut policy = call.found.own()?;
        check(&call.input.policy_document)?;
        if policy.versions.len() >= ManagedPolicy::MAX_VERSIONS {
            return Err(Error::LimitExceeded(format!(
                "A managed policy can have up to {} versions. Before you create a new version, you must delete an existing version.",
                ManagedPolicy::MAX_VERSIONS
            )));
        }
        let number = policy.last_version.saturating_add(1);
        let version = PolicyVersion { document: call.input.policy_document.clone(), created: call.now };
        policy.last_version = number;
        policy.updated = call.now;
        policy.versions.insert(number, version.clone());
        if call.input.set_as_default == Some(true) {
            policy.default_version = number;
        }
        call.tx.put(&policy).await?;
        Ok(iam::CreatePolicyVersionResponse { policy_version: Some(listed_version(&policy, number, &version)) })
    }

    Read GetPolicyVersion: ManagedPolicy, by policy_arn;
    |call| {
        let (number, version) = call.found.version(&call.input.version_id)?;
        Ok(iam::GetPolicyVersionResponse { policy_version: Some(described_version(&call.found, number, version)) })
    }

    Read ListPolicyVersions: ManagedPolicy, by policy_arn;
    |call| {
        let listing = call.listing("ListPolicyVersions", "", call.input.max_items);
        // The newest comes first.
        let newest_first = call.found.versions.iter().rev();
        let order = |(number, _): &(&u32, &PolicyVersion)| format!("{:010}", u32::MAX - **number);
        let page = listing.page_of(newest_first, call.input.marker.as_deref(), order)?;
        let listed = |(number, version): (&u32, &PolicyVersion)| listed_version(&call.found, *number, version);
        Ok(iam::ListPolicyVersionsResponse {
            is_truncated: page.is_truncated(),
            versions: Some(page.items.into_iter().map(listed).collect()),
            marker: page.marker,
        })
    }

    Change SetDefaultPolicyVersion: ManagedPolicy, by policy_arn;
    |call| {
        let mut policy = call.found.own()?;
        policy.default_version = policy.version(&call.input.version_id)?.0;
        policy.updated = call.now;
        call.tx.put(&policy).await?;
        Ok(iam::SetDefaultPolicyVersionResponse {})
    }

    Change DeletePolicyVersion: ManagedPolicy, by policy_arn;
    |call| {
        let mut policy = call.found.own()?;
        let (number, _) = policy.version(&call.input.version_id)?;
        if number == policy.default_version {
            return Err(Error::Conflict("Cannot delete the default version of a policy."));
        }
        policy.versions.remove(&number);
        call.tx.put(&policy).await?;
        Ok(iam::DeletePolicyVersionResponse {})
    }
}

fn check(document: &str) -> Result<(), Error> {
    let limit = ManagedPolicy::MAX_SIZE;
    if Policy::parse(document, PolicyKind::Identity)?.packed_len() > limit {
        return Err(Error::LimitExceeded(format!("Cannot exceed quota for PolicySize: {limit}")));
    }
    Ok(())
}

fn described(policy: ManagedPolicy, usage: &PolicyUsage) -> iam::Policy {
    iam::Policy {
        arn: Some(policy.arn()),
        attachment_count: i32::try_from(usage.attachments).ok(),
        create_date: Some(policy.created),
        default_version_id: Some(version_id(policy.default_version)),
        description: policy.description,
        is_attachable: Some(true),
        path: Some(policy.path),
        permissions_boundary_usage_count: i32::try_from(usage.boundaries).ok(),
        policy_id: Some(policy.policy_id),
        policy_name: Some(policy.name),
        tags: described_tags(policy.tags),
        update_date: Some(policy.updated),
    }
}

pub(super) fn version_id(number: u32) -> String {
    format!("v{number}")
}

/// With its document.
pub(super) fn described_version(
    policy: &ManagedPolicy,
    number: u32,
    version: &PolicyVersion,
) -> iam::PolicyVersion {
    iam::PolicyVersion {
        document: Some(policy_document::url_encoded(&version.document)),
        ..listed_version(policy, number, version)
    }
}

fn listed_version(policy: &ManagedPolicy, number: u32, version: &PolicyVersion) -> iam::PolicyVersion {
    iam::PolicyVersion {
        create_date: Some(version.created),
        document: None,
        is_default_version: Some(policy.default_version == number),
        version_id: Some(version_id(number)),
    }
}

/// Which policies ListPolicies is asked for.
#[derive(Debug)]
struct Wanted<'a> {
    own: bool,
    aws: bool,
    attached: bool,
    boundaries: bool,
    path_prefix: &'a str,
}

impl<'a> Wanted<'a> {
    fn read(input: &'a iam::ListPoliciesRequest) -> Self {
        let boundaries = input.policy_usage_filter == Some(iam::PolicyUsageType::PermissionsBoundary);
        Self {
            own: input.scope != Some(iam::PolicyScopeType::Aws),
            aws: input.scope != Some(iam::PolicyScopeType::Local),
            attached: input.only_attached == Some(true) && !boundaries,
            boundaries,
            path_prefix: input.path_prefix.as_deref().unwrap_or("/"),
        }
    }

    fn includes(&self, policy: &ManagedPolicy, usage: &PolicyUsage) -> bool {
        policy.path.starts_with(self.path_prefix)
            && (!self.attached || usage.attachments > 0)
            && (!self.boundaries || usage.boundaries > 0)
    }

    /// The account's own by name, then AWS's. A marker holds where the page ended: `own/NAME` or `aws/NAME`.
    async fn page(
        &self,
        listing: &Listing<'_>,
        tx: &mut Tx,
        account: AccountId,
        marker: Option<&str>,
    ) -> Result<Listed<(ManagedPolicy, PolicyUsage)>, Error> {
        let place = listing.place(marker)?;
        let own_after = place.as_deref().and_then(|place| place.strip_prefix("own/"));
        let aws_after = place.as_deref().and_then(|place| place.strip_prefix("aws/"));
        let wanted = listing.limit().saturating_add(1);
        let mut found = Vec::new();
        if self.own && aws_after.is_none() {
            let mut from = own_after.map(|name| after(account, name));
            loop {
                let page = ManagedPolicy::list(tx, account, Page { after: from, limit: wanted }).await?;
                for policy in page.items {
                    let usage = PolicyUsage::of(tx, account, &policy.arn()).await?;
                    if self.includes(&policy, &usage) {
                        found.push((policy, usage));
                    }
                }
                from = page.next;
                if from.is_none() || found.len() >= wanted {
                    break;
                }
            }
        }
        let aws = aws_managed::all().iter().filter(|_| self.aws).map(|policy| policy.seen_by(account));
        for policy in
            aws.filter(|policy| aws_after.is_none_or(|after| policy.name.to_lowercase().as_str() > after))
        {
            let usage = PolicyUsage::of(tx, account, &policy.arn()).await?;
            if self.includes(&policy, &usage) {
                found.push((policy, usage));
            }
        }
        found.truncate(wanted);
        listing.listed(found, |(policy, _)| {
            format!("{}/{}", if policy.aws { "aws" } else { "own" }, policy.name.to_lowercase())
        })
    }
}
