//! Centralized root access: EnableOrganizationsRootCredentialsManagement, EnableOrganizationsRootSessions, their opposites,
//! ListOrganizationsFeatures.
//!
//! Source: IAM User Guide, "Centralize root access for member accounts".

use arn::AccountId;
use aws_model::iam::{self, FeatureType};
use store::Tx;

use super::on_account::on_account;
use crate::Error;
use crate::records::{Organization, RootFeature};

on_account! {
    Change EnableOrganizationsRootCredentialsManagement;
    |call| {
        let features = switched(call.tx, call.found, RootFeature::CredentialsManagement, true).await?;
        let (organization_id, enabled_features) = features;
        Ok(iam::EnableOrganizationsRootCredentialsManagementResponse { organization_id, enabled_features })
    }

    Change DisableOrganizationsRootCredentialsManagement;
    |call| {
        let features = switched(call.tx, call.found, RootFeature::CredentialsManagement, false).await?;
        let (organization_id, enabled_features) = features;
        Ok(iam::DisableOrganizationsRootCredentialsManagementResponse { organization_id, enabled_features })
    }

    Change EnableOrganizationsRootSessions;
    |call| {
        let (organization_id, enabled_features) =
            switched(call.tx, call.found, RootFeature::Sessions, true).await?;
        Ok(iam::EnableOrganizationsRootSessionsResponse { organization_id, enabled_features })
    }

    Change DisableOrganizationsRootSessions;
    |call| {
        let (organization_id, enabled_features) =
            switched(call.tx, call.found, RootFeature::Sessions, false).await?;
        Ok(iam::DisableOrganizationsRootSessionsResponse { organization_id, enabled_features })
    }

    Read ListOrganizationsFeatures;
    |call| {
        let organization = managed(call.tx, call.found, Error::NotManagementOrDelegated).await?;
        let (organization_id, enabled_features) = described(organization);
        Ok(iam::ListOrganizationsFeaturesResponse { organization_id, enabled_features })
    }
}

impl RootFeature {
    pub(super) fn wire(self) -> FeatureType {
        match self {
            Self::CredentialsManagement => FeatureType::RootCredentialsManagement,
            Self::Sessions => FeatureType::RootSessions,
        }
    }
}

type Features = (Option<String>, Option<Vec<FeatureType>>);

/// Enables or disables a feature, which may be so already.
async fn switched(tx: &mut Tx, caller: AccountId, feature: RootFeature, on: bool) -> Result<Features, Error> {
    let refusal = if on { Error::CallerNotManagementAccount } else { Error::NotManagementOrDelegated };
    let mut organization = managed(tx, caller, refusal).await?;
    match on {
        true => organization.root_access.insert(feature),
        false => organization.root_access.remove(&feature),
    };
    tx.put(&organization).await?;
    Ok(described(organization))
}

/// The organization, if the account manages it.
async fn managed(tx: &mut Tx, account: AccountId, refusal: Error) -> Result<Organization, Error> {
    let organization = Organization::get(tx).await?;
    if organization.management_account == account { Ok(organization) } else { Err(refusal) }
}

fn described(organization: Organization) -> Features {
    let features = organization.root_access.into_iter().map(RootFeature::wire).collect();
    (Some(organization.id), Some(features))
}
