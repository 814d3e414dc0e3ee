//! The organization itself: CreateOrganization, DeleteOrganization, ListRoots, EnablePolicyType, DisablePolicyType, CloseAccount,
//! RemoveAccountFromOrganization, ListCreateAccountStatus.

use arn::AccountId;
use aws_model::organizations::{self, PolicyType, errors};
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};
use store::Page;

use super::accounts::creation_status;
use super::on_organization::{InOrganization, on_organization};
use crate::records::{Account, AccountCreation, Attachments, ControlType, Organization};
use crate::{Error, Iam};

// The organization is there from the first start on, and every account belongs to it.
impl Guarded<organizations::CreateOrganization> for Iam {
    type Target = ();
    type Error = Error;
    const EFFECT: Effect = Effect::Change;

    async fn resolve(
        &self,
        _: &mut View,
        call: &Call<organizations::CreateOrganizationRequest>,
    ) -> Result<Resolved<()>, Error> {
        Ok(Resolved::one((), Question::new("organizations:CreateOrganization", "*", call.caller.account)))
    }

    async fn run(
        &self,
        _: &mut View,
        _: Permit<'_, organizations::CreateOrganization, ()>,
    ) -> Result<organizations::CreateOrganizationResponse, Error> {
        Err(Error::organizations(
            &errors::ALREADY_IN_ORGANIZATION_EXCEPTION,
            "The AWS account is already a member of an organization.",
        ))
    }
}

on_organization! {
    Change DeleteOrganization;
    |_call| Err(Error::organizations(
        &errors::ORGANIZATION_NOT_EMPTY_EXCEPTION,
        "The organization of this installation is never empty, and cannot be deleted.",
    ))

    Read ListRoots;
    |call| {
        let roots = vec![root(&call.organization)];
        let asked = (call.input.max_results, call.input.next_token.as_deref());
        let (roots, next_token) = call.page("ListRoots", roots, asked, |_| call.organization.root_id())?;
        Ok(organizations::ListRootsResponse { next_token, roots: Some(roots) })
    }

    Change EnablePolicyType, |asking, input| {
        asking.about(&input.root_id).await?;
        asking.policy_type(input.policy_type);
    };
    |call| {
        let control = in_root(&call, &call.input.root_id, call.input.policy_type)?;
        if !call.organization.enabled.insert(control) {
            return Err(Error::organizations(
                &errors::POLICY_TYPE_ALREADY_ENABLED_EXCEPTION,
                "The specified policy type is already enabled.",
            ));
        }
        call.tx.put(&call.organization).await?;
        Ok(organizations::EnablePolicyTypeResponse { root: Some(root(&call.organization)) })
    }

    // What is attached is forgotten: should the type be enabled again, all targets have AWS's own policy.
    Change DisablePolicyType, |asking, input| {
        asking.about(&input.root_id).await?;
        asking.policy_type(input.policy_type);
    };
    |call| {
        let control = in_root(&call, &call.input.root_id, call.input.policy_type)?;
        if !call.organization.enabled.remove(&control) {
            return Err(Error::organizations(
                &errors::POLICY_TYPE_NOT_ENABLED_EXCEPTION,
                "The specified policy type isn't enabled.",
            ));
        }
        call.tx.put(&call.organization).await?;
        for mut attachments in Attachments::all(call.tx).await? {
            attachments.set(control, None);
            call.tx.put(&attachments).await?;
        }
        Ok(organizations::DisablePolicyTypeResponse { root: Some(root(&call.organization)) })
    }

    Change CloseAccount, |asking, input| asking.about(&input.account_id).await?;
    |call| {
        let mut account = account(&mut call, |input| &input.account_id).await?;
        if account.id == call.organization.management_account {
            return Err(Error::constraint_violation(
                "CANNOT_CLOSE_MANAGEMENT_ACCOUNT",
                "You can't close the management account.",
            ));
        }
        if account.closed.is_some() {
            return Err(Error::organizations(
                &errors::ACCOUNT_ALREADY_CLOSED_EXCEPTION,
                "The account is already closed.",
            ));
        }
        account.closed = Some(call.now);
        call.tx.put(&account).await?;
        Ok(organizations::CloseAccountResponse::default())
    }

    Change RemoveAccountFromOrganization, |asking, input| asking.about(&input.account_id).await?;
    |call| {
        let account = account(&mut call, |input| &input.account_id).await?;
        Err(if account.id == call.organization.management_account {
            Error::organizations(
                &errors::MASTER_CANNOT_LEAVE_ORGANIZATION_EXCEPTION,
                "You can't remove the management account from its organization.",
            )
        } else {
            // AWS answers so for accounts that the organization made and that nobody has given a payment instrument.
            Error::constraint_violation(
                "MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED",
                "The account can't exist outside of the organization. Close it with CloseAccount if it is not needed any more.",
            )
        })
    }

    Read ListCreateAccountStatus;
    |call| {
        let all: Vec<AccountCreation> = call.tx.list(&(), Page::all()).await?.items;
        let all = all.into_iter().map(creation_status);
        let states = call.input.states.as_deref().unwrap_or_default();
        let asked_for = |status: &organizations::CreateAccountStatus| {
            states.is_empty() || status.state.is_some_and(|state| states.contains(&state))
        };
        let names: Vec<_> = states.iter().map(|state| state.as_str()).collect();
        let listing = format!("ListCreateAccountStatus/{}", names.join("+"));
        let asked = (call.input.max_results, call.input.next_token.as_deref());
        let (statuses, next_token) =
            call.page(&listing, all.filter(asked_for).collect(), asked, |status| {
                status.id.clone().unwrap_or_default()
            })?;
        Ok(organizations::ListCreateAccountStatusResponse {
            create_account_statuses: Some(statuses),
            next_token,
        })
    }
}

fn root(organization: &Organization) -> organizations::Root {
    let id = organization.root_id();
    organizations::Root {
        arn: Some(organization.node_arn(&id)),
        id: Some(id),
        name: Some("Root".to_owned()),
        policy_types: Some(enabled_types(organization)),
    }
}

/// The policy types that are enabled in the root.
pub(crate) fn enabled_types(organization: &Organization) -> Vec<organizations::PolicyTypeSummary> {
    let enabled = organization.enabled.iter();
    let summary = |control: &ControlType| organizations::PolicyTypeSummary {
        status: Some(organizations::PolicyTypeStatus::Enabled),
        r#type: Some(control.wire()),
    };
    enabled.map(summary).collect()
}

/// The type to be enabled or disabled in the root of this id.
fn in_root<I>(
    call: &InOrganization<'_, I>,
    root_id: &str,
    requested: PolicyType,
) -> Result<ControlType, Error> {
    if root_id != call.organization.root_id() {
        return Err(Error::organizations(
            &errors::ROOT_NOT_FOUND_EXCEPTION,
            "You specified a root that doesn't exist.",
        ));
    }
    available(requested)
}

/// A type of policies that there is here.
pub(crate) fn available(requested: PolicyType) -> Result<ControlType, Error> {
    ControlType::of(requested).ok_or_else(|| {
        let message = format!(
            "You can't use the policy type {}: there are SERVICE_CONTROL_POLICY and RESOURCE_CONTROL_POLICY.",
            requested.as_str()
        );
        Error::organizations(&errors::POLICY_TYPE_NOT_AVAILABLE_FOR_ORGANIZATION_EXCEPTION, message)
    })
}

async fn account<I>(
    call: &mut InOrganization<'_, I>,
    id: impl FnOnce(&I) -> &String + Send,
) -> Result<Account, Error> {
    let id: AccountId = id(call.input).parse().map_err(|_| Error::NoSuchAccount)?;
    call.tx.get(&id).await?.ok_or(Error::NoSuchAccount)
}
