//! The account as a whole: CreateAccountAlias, DeleteAccountAlias, ListAccountAliases, GetAccountSummary.

use std::collections::BTreeMap;

use aws_model::iam;
use store::Page;

use super::on_account::on_account;
use crate::Error;
use crate::records::{
    AccessKey, AccountAlias, AccountSummary, Counted, Entity, Group, Identity, ManagedPolicy, MfaDevice,
    OidcProvider, Owner, Role, SamlProvider, ServerCertificate, SigningCertificate, User,
};

/// The quota of versions of all policies together, which the quotas of policies and of their versions keep below it.
const POLICY_VERSIONS_IN_USE: u32 = 10_000;

on_account! {
    Change CreateAccountAlias;
    |call| {
        let alias = &call.input.account_alias;
        match AccountAlias::find(call.tx, alias).await? {
            Some(other) if other.account != call.found => {
                return Err(Error::Exists(format!("The account alias {alias} already exists.")));
            }
            // It takes the place of the one that the account had.
            _ => call.tx.put(&AccountAlias { account: call.found, alias: alias.clone() }).await?,
        }
        Ok(iam::CreateAccountAliasResponse {})
    }

    Change DeleteAccountAlias;
    |call| {
        let alias = &call.input.account_alias;
        let own = AccountAlias::find(call.tx, alias).await?.filter(|found| found.account == call.found);
        if own.is_none() {
            return Err(Error::NotThere(format!("The account alias {alias} cannot be found.")));
        }
        call.tx.delete::<AccountAlias>(&call.found).await?;
        Ok(iam::DeleteAccountAliasResponse {})
    }

    Read ListAccountAliases;
    |call| {
        let listing = call.iam.listing(format!("ListAccountAliases/{}", call.found), call.input.max_items);
        let alias: Option<AccountAlias> = call.tx.get(&call.found).await?;
        let page = listing.page_of(alias, call.input.marker.as_deref(), |alias| alias.alias.clone())?;
        Ok(iam::ListAccountAliasesResponse {
            is_truncated: page.is_truncated(),
            marker: page.marker,
            account_aliases: page.items.into_iter().map(|alias| alias.alias).collect(),
        })
    }

    Read GetAccountSummary;
    |call| {
        let summary = AccountSummary::get(call.tx, call.found).await?;
        let of_root = AccessKey::list(call.tx, &Owner::Root { account: call.found }).await?;
        let certificates = SigningCertificate::list(call.tx, &Owner::Root { account: call.found }).await?;
        let devices_of_root = MfaDevice::of(call.tx, &Owner::Root { account: call.found }).await?;
        let devices_in_use = MfaDevice::count_assigned(call.tx, call.found).await?;
        let server_certificates = ServerCertificate::count(call.tx, call.found).await?;
        let policies = ManagedPolicy::list(call.tx, call.found, Page::all()).await?.items;
        let versions = policies.iter().map(|policy| policy.versions.len()).sum();
        let providers = OidcProvider::all(call.tx, call.found).await?.len()
            + SamlProvider::all(call.tx, call.found).await?.len();
        let quota = |what: Counted| what.quota().0;
        let size = |characters: usize| u32::try_from(characters).unwrap_or(u32::MAX);
        let counts = [
            ("AccessKeysPerUserQuota", size(AccessKey::MAX_PER_OWNER)),
            ("AccountAccessKeysPresent", u32::from(!of_root.is_empty())),
            ("AccountMFAEnabled", u32::from(!devices_of_root.is_empty())),
            ("AccountPasswordPresent", 0),
            ("AccountSigningCertificatesPresent", u32::from(!certificates.is_empty())),
            ("AssumeRolePolicySizeQuota", size(Role::MAX_TRUST_POLICY)),
            ("AttachedPoliciesPerGroupQuota", size(Group::MAX_ATTACHED)),
            ("AttachedPoliciesPerRoleQuota", size(Role::MAX_ATTACHED)),
            ("AttachedPoliciesPerUserQuota", size(User::MAX_ATTACHED)),
            ("GlobalEndpointTokenVersion", 2),
            ("GroupPolicySizeQuota", size(Group::MAX_POLICIES)),
            ("Groups", summary.groups),
            ("GroupsPerUserQuota", size(User::MAX_GROUPS)),
            ("GroupsQuota", quota(Counted::Groups)),
            ("InstanceProfiles", summary.instance_profiles),
            ("InstanceProfilesQuota", quota(Counted::InstanceProfiles)),
            ("MFADevices", summary.mfa_devices),
            ("MFADevicesInUse", size(devices_in_use)),
            ("Policies", summary.policies),
            ("PoliciesQuota", quota(Counted::Policies)),
            ("PolicySizeQuota", size(ManagedPolicy::MAX_SIZE)),
            ("PolicyVersionsInUse", size(versions)),
            ("PolicyVersionsInUseQuota", POLICY_VERSIONS_IN_USE),
            ("Providers", size(providers)),
            ("RolePolicySizeQuota", size(Role::MAX_POLICIES)),
            ("Roles", summary.roles),
            ("RolesQuota", quota(Counted::Roles)),
            ("ServerCertificates", size(server_certificates)),
            ("ServerCertificatesQuota", size(ServerCertificate::MAX_PER_ACCOUNT)),
            ("SigningCertificatesPerUserQuota", size(SigningCertificate::MAX_PER_OWNER)),
            ("UserPolicySizeQuota", size(User::MAX_POLICIES)),
            ("Users", summary.users),
            ("UsersQuota", quota(Counted::Users)),
            ("VersionsPerPolicyQuota", size(ManagedPolicy::MAX_VERSIONS)),
        ];
        let count = |(name, count): (&str, u32)| (name.to_owned(), i32::try_from(count).unwrap_or(i32::MAX));
        let summary_map: BTreeMap<_, _> = counts.into_iter().map(count).collect();
        Ok(iam::GetAccountSummaryResponse { summary_map: Some(summary_map) })
    }
}
