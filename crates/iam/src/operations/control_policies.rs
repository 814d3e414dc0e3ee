//! Service control policies and resource control policies: CreatePolicy, UpdatePolicy, DeletePolicy, DescribePolicy, ListPolicies,
//! AttachPolicy, DetachPolicy, ListPoliciesForTarget, ListTargetsForPolicy.

use aws_model::organizations::{self, TargetType, errors};
use store::{Page, Tx};

use super::on_organization::{InOrganization, missing, on_organization};
use super::organization::available;
use super::organization_tags::requested_tags;
use crate::records::{
    Account, Attachments, ControlPolicy, ControlType, Node, Organization, OrganizationalUnit,
    OwnControlPolicy,
};
use crate::{Error, control_policy_document, unique_id};

on_organization! {
    Change CreatePolicy, |asking, input| {
        asking.policy_type(input.r#type);
        asking.new_tags(&input.tags)?;
    };
    |call| {
        let control = available(call.input.r#type)?;
        control_policy_document::check(control, &call.input.content)?;
        let policies = ControlPolicy::all(call.tx, control).await?;
        if policies.len() > control.max_policies() {
            return Err(Error::constraint_violation(
                "POLICY_NUMBER_LIMIT_EXCEEDED",
                "You have exceeded the number of policies of this type that an organization has.",
            ));
        }
        check_name(&policies, None, &call.input.name)?;
        let policy = OwnControlPolicy {
            id: unique_id::organizations_id("p-", &*call.iam.random)?,
            control,
            name: call.input.name.clone(),
            description: call.input.description.clone(),
            content: call.input.content.clone(),
            revision: 0,
            tags: requested_tags(call.input.tags.iter().flatten())?,
        };
        call.tx.insert(&policy).await?;
        let policy = ControlPolicy::Own(Box::new(policy));
        Ok(organizations::CreatePolicyResponse { policy: Some(whole(&policy, &call.organization)) })
    }

    Change UpdatePolicy, |asking, input| asking.about_policy(&input.policy_id).await?;
    |call| {
        let mut policy = own(call.tx, &call.input.policy_id).await?;
        if let Some(content) = &call.input.content {
            control_policy_document::check(policy.control, content)?;
            policy.content.clone_from(content);
            policy.revision = policy.revision.saturating_add(1);
        }
        if let Some(name) = &call.input.name {
            check_name(&ControlPolicy::all(call.tx, policy.control).await?, Some(&policy.id), name)?;
            policy.name.clone_from(name);
        }
        if let Some(description) = &call.input.description {
            policy.description.clone_from(description);
        }
        call.tx.put(&*policy).await?;
        let policy = ControlPolicy::Own(policy);
        Ok(organizations::UpdatePolicyResponse { policy: Some(whole(&policy, &call.organization)) })
    }

    Change DeletePolicy, |asking, input| asking.about_policy(&input.policy_id).await?;
    |call| {
        let policy = own(call.tx, &call.input.policy_id).await?;
        if !Attachments::naming(call.tx, &policy.id).await?.is_empty() {
            return Err(Error::organizations(
                &errors::POLICY_IN_USE_EXCEPTION,
                "The policy is attached to one or more entities: detach it from all roots, organizational units and accounts first.",
            ));
        }
        call.tx.delete::<OwnControlPolicy>(&policy.id).await?;
        Ok(organizations::DeletePolicyResponse::default())
    }

    Read DescribePolicy, |asking, input| asking.about_policy(&input.policy_id).await?;
    |call| {
        let policy = ControlPolicy::find(call.tx, &call.input.policy_id).await?.ok_or_else(missing::policy)?;
        Ok(organizations::DescribePolicyResponse { policy: Some(whole(&policy, &call.organization)) })
    }

    Read ListPolicies, |asking, input| asking.policy_type(input.filter);
    |call| {
        // Of the other types, there are none.
        let policies = match ControlType::of(call.input.filter) {
            Some(control) => ControlPolicy::all(call.tx, control).await?,
            None => Vec::new(),
        };
        let asked = (call.input.max_results, call.input.next_token.as_deref());
        let listing = format!("ListPolicies/{}", call.input.filter.as_str());
        let (policies, next_token) = summaries(&call, &listing, policies, asked)?;
        Ok(organizations::ListPoliciesResponse { next_token, policies })
    }

    Change AttachPolicy, |asking, input| {
        asking.about_policy(&input.policy_id).await?;
        asking.about(&input.target_id).await?;
    };
    |call| {
        let (policy, mut attachments) = pair(&mut call, |input| (&input.policy_id, &input.target_id)).await?;
        let control = policy.control();
        if !call.organization.enabled.contains(&control) {
            return Err(Error::organizations(
                &errors::POLICY_TYPE_NOT_ENABLED_EXCEPTION,
                "The specified policy type isn't enabled: enable it in the root with EnablePolicyType.",
            ));
        }
        let mut attached = attachments.policies(control);
        if attached.contains(policy.id()) {
            return Err(Error::organizations(
                &errors::DUPLICATE_POLICY_ATTACHMENT_EXCEPTION,
                "A policy with the same id is already attached to the specified target.",
            ));
        }
        if attached.len() >= control.max_attached() {
            return Err(Error::constraint_violation(
                "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
                "You have attached the maximum number of policies of this type to the target.",
            ));
        }
        attached.insert(policy.id().to_owned());
        attachments.set(control, Some(attached));
        call.tx.put(&attachments).await?;
        Ok(organizations::AttachPolicyResponse::default())
    }

    Change DetachPolicy, |asking, input| {
        asking.about_policy(&input.policy_id).await?;
        asking.about(&input.target_id).await?;
    };
    |call| {
        let (policy, mut attachments) = pair(&mut call, |input| (&input.policy_id, &input.target_id)).await?;
        let control = policy.control();
        let mut attached = attachments.policies(control);
        if !call.organization.enabled.contains(&control) || !attached.remove(policy.id()) {
            return Err(Error::organizations(
                &errors::POLICY_NOT_ATTACHED_EXCEPTION,
                "The policy isn't attached to the specified target.",
            ));
        }
        if matches!(policy, ControlPolicy::Aws(ControlType::Resource)) {
            return Err(Error::invalid_organizations_input(
                "NON_DETACHABLE_POLICY",
                "You can't detach RCPFullAWSAccess: it stays attached as long as resource control policies are enabled.",
            ));
        }
        if attached.is_empty() {
            return Err(Error::constraint_violation(
                "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
                "You can't remove the last policy of this type from the target: attach another first.",
            ));
        }
        attachments.set(control, Some(attached));
        call.tx.put(&attachments).await?;
        Ok(organizations::DetachPolicyResponse::default())
    }

    Read ListPoliciesForTarget, |asking, input| {
        asking.about(&input.target_id).await?;
        asking.policy_type(input.filter);
    };
    |call| {
        let target = &call.input.target_id;
        call.node(target, missing::target).await?;
        let enabled = ControlType::of(call.input.filter)
            .filter(|control| call.organization.enabled.contains(control));
        let mut policies = Vec::new();
        if let Some(control) = enabled {
            for id in Attachments::of(call.tx, target).await?.policies(control) {
                policies.push(ControlPolicy::find(call.tx, &id).await?.ok_or_else(missing::policy)?);
            }
        }
        let asked = (call.input.max_results, call.input.next_token.as_deref());
        let listing = format!("ListPoliciesForTarget/{}/{target}", call.input.filter.as_str());
        let (policies, next_token) = summaries(&call, &listing, policies, asked)?;
        Ok(organizations::ListPoliciesForTargetResponse { next_token, policies })
    }

    Read ListTargetsForPolicy, |asking, input| asking.about_policy(&input.policy_id).await?;
    |call| {
        let id = &call.input.policy_id;
        let policy = ControlPolicy::find(call.tx, id).await?.ok_or_else(missing::policy)?;
        let mut targets = targets(call.tx, &call.organization, &policy).await?;
        if !call.organization.enabled.contains(&policy.control()) {
            targets.clear();
        }
        let asked = (call.input.max_results, call.input.next_token.as_deref());
        let (targets, next_token) = call.page(&format!("ListTargetsForPolicy/{id}"), targets, asked, |target| {
            target.id(&call.organization)
        })?;
        let targets = targets.iter().map(|target| target_summary(target, &call.organization)).collect();
        Ok(organizations::ListTargetsForPolicyResponse { next_token, targets: Some(targets) })
    }
}

/// A policy of the organization's own; AWS's cannot be changed.
async fn own(tx: &mut Tx, id: &str) -> Result<Box<OwnControlPolicy>, Error> {
    match ControlPolicy::find(tx, id).await?.ok_or_else(missing::policy)? {
        ControlPolicy::Own(policy) => Ok(policy),
        ControlPolicy::Aws(_) => Err(Error::invalid_organizations_input(
            "IMMUTABLE_POLICY",
            "You specified a policy that is managed by AWS and can't be modified.",
        )),
    }
}

/// The policy and the target of an attachment.
async fn pair<I>(
    call: &mut InOrganization<'_, I>,
    ids: impl FnOnce(&I) -> (&String, &String) + Send,
) -> Result<(ControlPolicy, Attachments), Error> {
    let (policy_id, target_id) = ids(call.input);
    let policy = ControlPolicy::find(call.tx, policy_id).await?.ok_or_else(missing::policy)?;
    call.node(target_id, missing::target).await?;
    Ok((policy, Attachments::of(call.tx, target_id).await?))
}

fn check_name(policies: &[ControlPolicy], own_id: Option<&str>, name: &str) -> Result<(), Error> {
    if policies.iter().any(|policy| Some(policy.id()) != own_id && policy.name() == name) {
        return Err(Error::organizations(
            &errors::DUPLICATE_POLICY_EXCEPTION,
            "A policy with the same name already exists.",
        ));
    }
    Ok(())
}

/// Whatever a policy is attached to.
async fn targets(
    tx: &mut Tx,
    organization: &Organization,
    policy: &ControlPolicy,
) -> Result<Vec<Node>, Error> {
    let mut targets = Vec::new();
    match policy {
        ControlPolicy::Own(policy) => {
            for attachments in Attachments::naming(tx, &policy.id).await? {
                targets.extend(Node::find(tx, organization, &attachments.target).await?);
            }
        }
        // Attached wherever nobody has detached it.
        ControlPolicy::Aws(control) => {
            let units: Vec<OrganizationalUnit> = tx.list(&(), Page::all()).await?.items;
            let units = units.into_iter().map(|unit| Node::Unit(Box::new(unit)));
            let accounts = Account::list(tx, Page::all()).await?.items;
            let accounts = accounts.into_iter().map(|account| Node::Account(Box::new(account)));
            for node in std::iter::once(Node::Root).chain(units).chain(accounts) {
                let attached = Attachments::of(tx, &node.id(organization)).await?.policies(*control);
                if attached.contains(control.full_access().id) {
                    targets.push(node);
                }
            }
        }
    }
    Ok(targets)
}

type Summaries = (Option<Vec<organizations::PolicySummary>>, Option<String>);

fn summaries<I>(
    call: &InOrganization<'_, I>,
    listing: &str,
    policies: Vec<ControlPolicy>,
    asked: (Option<i32>, Option<&str>),
) -> Result<Summaries, Error> {
    let (policies, next_token) = call.page(listing, policies, asked, |policy| policy.id().to_owned())?;
    let summaries = policies.iter().map(|policy| summary(policy, &call.organization)).collect();
    Ok((Some(summaries), next_token))
}

fn summary(policy: &ControlPolicy, organization: &Organization) -> organizations::PolicySummary {
    organizations::PolicySummary {
        arn: Some(policy.arn(organization)),
        aws_managed: Some(matches!(policy, ControlPolicy::Aws(_))),
        description: Some(policy.description().to_owned()),
        id: Some(policy.id().to_owned()),
        name: Some(policy.name().to_owned()),
        r#type: Some(policy.control().wire()),
    }
}

fn whole(policy: &ControlPolicy, organization: &Organization) -> organizations::Policy {
    organizations::Policy {
        content: Some(policy.content().to_owned()),
        policy_summary: Some(summary(policy, organization)),
    }
}

fn target_summary(target: &Node, organization: &Organization) -> organizations::PolicyTargetSummary {
    organizations::PolicyTargetSummary {
        arn: Some(target.arn(organization)),
        name: Some(target.name().to_owned()),
        target_id: Some(target.id(organization)),
        r#type: Some(match target {
            Node::Root => TargetType::Root,
            Node::Unit(_) => TargetType::OrganizationalUnit,
            Node::Account(_) => TargetType::Account,
        }),
    }
}
