//! The operations: one line each in the table, one file per family.

use std::sync::Arc;

use aws_model::{iam, organizations, sts};
use clock::Timestamp;
use gate::{Bound, Endpoint};
use store::Tx;

use crate::Iam;
use crate::authorize::Named;
use crate::paging::Listing;
use crate::records::Entity;

mod on;
mod on_account;
mod on_organization;
mod on_subject;

mod access_advisor;
mod access_keys;
mod account;
pub(crate) mod accounts;
mod assume_role;
mod assume_role_with_saml;
mod assume_role_with_web_identity;
mod assume_root;
mod attached_policies;
mod authorization_details;
mod boundaries;
mod callable;
mod caller_identity;
mod control_policies;
mod credential_report;
mod decode_authorization_message;
mod federated;
mod get_access_key_info;
mod get_federation_token;
mod get_session_token;
mod get_web_identity_token;
mod groups;
mod inline_policies;
mod instance_profiles;
mod login_profiles;
mod managed_policies;
mod mfa_devices;
mod oidc_providers;
mod organization;
mod organization_tags;
mod organizational_units;
mod organizations_access_report;
mod outbound_federation;
mod password_policy;
mod roles;
mod root_access;
mod saml_providers;
mod server_certificates;
mod service_linked_roles;
mod service_specific_credentials;
mod sessions;
mod signing_certificates;
mod simulation;
mod ssh_public_keys;
mod tagging;
mod users;

pub use callable::check_kind;

/// A call about one thing, which exists; see `operations/on.rs`.
struct On<'a, I, E> {
    iam: &'a Iam,
    tx: &'a mut Tx,
    input: &'a I,
    /// In whole seconds.
    now: Timestamp,
    found: E,
}

impl<'a, I, E: Entity> On<'a, I, E> {
    /// The listing of something that it has. `filter` is what else the markers are good for only.
    fn listing(&self, operation: &str, filter: &str, max_items: Option<i32>) -> Listing<'a> {
        let (account, id) = (self.found.account(), self.found.unique_id());
        self.iam.listing(format!("{operation}/{account}/{id}{filter}"), max_items)
    }
}

/// What a call about one thing found.
pub struct Target<E>(Named<E>);

/// Every operation of IAM, STS and Organizations that there is.
pub fn endpoints(service: &Arc<Iam>) -> Vec<Box<dyn Endpoint>> {
    macro_rules! table {
        ($($operation:path),+ $(,)?) => { vec![$(Bound::<Iam, $operation>::endpoint(service)),+] };
    }
    table![
        iam::CreateUser,
        iam::GetUser,
        iam::ListUsers,
        iam::DeleteUser,
        iam::CreateAccessKey,
        iam::ListAccessKeys,
        iam::UpdateAccessKey,
        iam::DeleteAccessKey,
        iam::GetAccessKeyLastUsed,
        iam::CreateLoginProfile,
        iam::GetLoginProfile,
        iam::UpdateLoginProfile,
        iam::DeleteLoginProfile,
        iam::ChangePassword,
        iam::CreateServiceSpecificCredential,
        iam::ListServiceSpecificCredentials,
        iam::UpdateServiceSpecificCredential,
        iam::ResetServiceSpecificCredential,
        iam::DeleteServiceSpecificCredential,
        iam::UploadSSHPublicKey,
        iam::GetSSHPublicKey,
        iam::ListSSHPublicKeys,
        iam::UpdateSSHPublicKey,
        iam::DeleteSSHPublicKey,
        iam::UploadSigningCertificate,
        iam::ListSigningCertificates,
        iam::UpdateSigningCertificate,
        iam::DeleteSigningCertificate,
        iam::CreateVirtualMFADevice,
        iam::DeleteVirtualMFADevice,
        iam::ListVirtualMFADevices,
        iam::EnableMFADevice,
        iam::ResyncMFADevice,
        iam::DeactivateMFADevice,
        iam::GetMFADevice,
        iam::ListMFADevices,
        iam::TagMFADevice,
        iam::UntagMFADevice,
        iam::ListMFADeviceTags,
        iam::PutUserPolicy,
        iam::GetUserPolicy,
        iam::ListUserPolicies,
        iam::DeleteUserPolicy,
        iam::CreateRole,
        iam::GetRole,
        iam::ListRoles,
        iam::DeleteRole,
        iam::UpdateAssumeRolePolicy,
        iam::PutRolePolicy,
        iam::GetRolePolicy,
        iam::ListRolePolicies,
        iam::DeleteRolePolicy,
        iam::UpdateUser,
        iam::UpdateRole,
        iam::UpdateRoleDescription,
        iam::CreateGroup,
        iam::GetGroup,
        iam::ListGroups,
        iam::UpdateGroup,
        iam::DeleteGroup,
        iam::AddUserToGroup,
        iam::RemoveUserFromGroup,
        iam::ListGroupsForUser,
        iam::PutGroupPolicy,
        iam::GetGroupPolicy,
        iam::ListGroupPolicies,
        iam::DeleteGroupPolicy,
        iam::CreatePolicy,
        iam::GetPolicy,
        iam::ListPolicies,
        iam::DeletePolicy,
        iam::CreatePolicyVersion,
        iam::GetPolicyVersion,
        iam::ListPolicyVersions,
        iam::SetDefaultPolicyVersion,
        iam::DeletePolicyVersion,
        iam::ListEntitiesForPolicy,
        iam::AttachUserPolicy,
        iam::DetachUserPolicy,
        iam::ListAttachedUserPolicies,
        iam::AttachGroupPolicy,
        iam::DetachGroupPolicy,
        iam::ListAttachedGroupPolicies,
        iam::AttachRolePolicy,
        iam::DetachRolePolicy,
        iam::ListAttachedRolePolicies,
        iam::PutUserPermissionsBoundary,
        iam::DeleteUserPermissionsBoundary,
        iam::PutRolePermissionsBoundary,
        iam::DeleteRolePermissionsBoundary,
        iam::TagUser,
        iam::UntagUser,
        iam::ListUserTags,
        iam::TagRole,
        iam::UntagRole,
        iam::ListRoleTags,
        iam::TagPolicy,
        iam::UntagPolicy,
        iam::ListPolicyTags,
        iam::TagInstanceProfile,
        iam::UntagInstanceProfile,
        iam::ListInstanceProfileTags,
        iam::CreateInstanceProfile,
        iam::GetInstanceProfile,
        iam::ListInstanceProfiles,
        iam::ListInstanceProfilesForRole,
        iam::DeleteInstanceProfile,
        iam::AddRoleToInstanceProfile,
        iam::RemoveRoleFromInstanceProfile,
        iam::UploadServerCertificate,
        iam::GetServerCertificate,
        iam::ListServerCertificates,
        iam::UpdateServerCertificate,
        iam::DeleteServerCertificate,
        iam::TagServerCertificate,
        iam::UntagServerCertificate,
        iam::ListServerCertificateTags,
        iam::CreateServiceLinkedRole,
        iam::DeleteServiceLinkedRole,
        iam::GetServiceLinkedRoleDeletionStatus,
        iam::CreateAccountAlias,
        iam::DeleteAccountAlias,
        iam::ListAccountAliases,
        iam::UpdateAccountPasswordPolicy,
        iam::GetAccountPasswordPolicy,
        iam::DeleteAccountPasswordPolicy,
        iam::GetAccountSummary,
        iam::GetAccountAuthorizationDetails,
        iam::GenerateCredentialReport,
        iam::GetCredentialReport,
        iam::GenerateServiceLastAccessedDetails,
        iam::GetServiceLastAccessedDetails,
        iam::GetServiceLastAccessedDetailsWithEntities,
        iam::ListPoliciesGrantingServiceAccess,
        iam::GenerateOrganizationsAccessReport,
        iam::GetOrganizationsAccessReport,
        iam::SimulatePrincipalPolicy,
        iam::SimulateCustomPolicy,
        iam::GetContextKeysForCustomPolicy,
        iam::GetContextKeysForPrincipalPolicy,
        iam::CreateOpenIDConnectProvider,
        iam::GetOpenIDConnectProvider,
        iam::ListOpenIDConnectProviders,
        iam::DeleteOpenIDConnectProvider,
        iam::AddClientIDToOpenIDConnectProvider,
        iam::RemoveClientIDFromOpenIDConnectProvider,
        iam::UpdateOpenIDConnectProviderThumbprint,
        iam::TagOpenIDConnectProvider,
        iam::UntagOpenIDConnectProvider,
        iam::ListOpenIDConnectProviderTags,
        iam::EnableOutboundWebIdentityFederation,
        iam::DisableOutboundWebIdentityFederation,
        iam::GetOutboundWebIdentityFederationInfo,
        iam::CreateSAMLProvider,
        iam::GetSAMLProvider,
        iam::ListSAMLProviders,
        iam::UpdateSAMLProvider,
        iam::DeleteSAMLProvider,
        iam::TagSAMLProvider,
        iam::UntagSAMLProvider,
        iam::ListSAMLProviderTags,
        iam::EnableOrganizationsRootCredentialsManagement,
        iam::DisableOrganizationsRootCredentialsManagement,
        iam::EnableOrganizationsRootSessions,
        iam::DisableOrganizationsRootSessions,
        iam::ListOrganizationsFeatures,
        sts::AssumeRole,
        sts::AssumeRoleWithSAML,
        sts::AssumeRoleWithWebIdentity,
        sts::AssumeRoot,
        sts::GetSessionToken,
        sts::GetFederationToken,
        sts::GetAccessKeyInfo,
        sts::GetCallerIdentity,
        sts::DecodeAuthorizationMessage,
        sts::GetWebIdentityToken,
        organizations::DescribeOrganization,
        organizations::CreateAccount,
        organizations::DescribeCreateAccountStatus,
        organizations::ListAccounts,
        organizations::DescribeAccount,
        organizations::CreateOrganization,
        organizations::DeleteOrganization,
        organizations::ListRoots,
        organizations::EnablePolicyType,
        organizations::DisablePolicyType,
        organizations::CreateOrganizationalUnit,
        organizations::UpdateOrganizationalUnit,
        organizations::DeleteOrganizationalUnit,
        organizations::DescribeOrganizationalUnit,
        organizations::ListOrganizationalUnitsForParent,
        organizations::ListAccountsForParent,
        organizations::ListChildren,
        organizations::ListParents,
        organizations::MoveAccount,
        organizations::CreatePolicy,
        organizations::UpdatePolicy,
        organizations::DeletePolicy,
        organizations::DescribePolicy,
        organizations::ListPolicies,
        organizations::AttachPolicy,
        organizations::DetachPolicy,
        organizations::ListPoliciesForTarget,
        organizations::ListTargetsForPolicy,
        organizations::CloseAccount,
        organizations::RemoveAccountFromOrganization,
        organizations::ListCreateAccountStatus,
        organizations::TagResource,
        organizations::UntagResource,
        organizations::ListTagsForResource,
    ]
}
