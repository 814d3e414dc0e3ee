//! Every operation refuses who is not allowed, says so in the audit log, and keeps secrets out of it.

use std::collections::BTreeSet;

use crate::support::*;
use aws_model::iam::*;
use aws_model::organizations;
use aws_model::sts::{
    AssumeRootRequest, DecodeAuthorizationMessageRequest, GetAccessKeyInfoRequest, GetFederationTokenRequest,
    PolicyDescriptorType,
};

macro_rules! refused_to {
    ($world:expr, $keys:expr, $($service:ident::$operation:ident($input:expr)),+ $(,)?) => {{
        let mut names = BTreeSet::new();
        $(
            let answer = $world.call::<aws_model::$service::$operation>($keys, $input).await;
            let (code, text) = refusal(answer);
            assert!(["AccessDenied", "AccessDeniedException"].contains(&code), "{code} {text}");
            let who = "arn:aws:iam::111122223333:user/nobody is not authorized to perform: ";
            assert!(text.contains(who), "{text}");
            names.insert(stringify!($operation));
        )+
        names
    }};
}

#[tokio::test]
async fn nobody_may_do_anything() {
    let world = World::new().await;
    let nobody = world.user("nobody", None).await;
    world.role("App", trust(&user_arn("admin")), Some(allow("s3:*"))).await;
    world.group("Team", &[]).await;
    world.policy("Own", allow("s3:*")).await;
    let user = || "admin".to_owned();
    let role = || "App".to_owned();
    let group = || "Team".to_owned();
    let policy = || "p".to_owned();
    let arn = || policy_arn("Own");
    let profile = || "Machine".to_owned();
    let provider = || format!("arn:aws:iam::{ACCOUNT}:oidc-provider/login.test");
    let device = || format!("arn:aws:iam::{ACCOUNT}:mfa/phone");
    let tagged = || tags(&[("Team", "a")]).unwrap();
    let keys = || vec!["Team".to_owned()];
    let document = || allow("*").to_string();
    let key = || world.admin.id.clone();
    let job = || "0".repeat(36);
    let (root_id, unit) = (|| "r-abcd".to_owned(), || "ou-abcd-12345678".to_owned());
    let full = || "p-FullAWSAccess".to_owned();
    let credential = || "ACCAAAAAAAAAAAAAAAAAA".to_owned();
    let refused = refused_to!(
        world,
        &nobody,
        iam::CreateUser(new_user("x")),
        iam::GetUser(GetUserRequest { user_name: Some(user()) }),
        iam::ListUsers(ListUsersRequest::default()),
        iam::DeleteUser(DeleteUserRequest { user_name: user() }),
        iam::CreateAccessKey(CreateAccessKeyRequest { user_name: Some(user()) }),
        iam::ListAccessKeys(ListAccessKeysRequest { user_name: Some(user()), ..Default::default() }),
        iam::UpdateAccessKey(UpdateAccessKeyRequest {
            access_key_id: key(),
            status: StatusType::Inactive,
            user_name: Some(user()),
        }),
        iam::DeleteAccessKey(DeleteAccessKeyRequest { access_key_id: key(), user_name: Some(user()) }),
        iam::CreateLoginProfile(CreateLoginProfileRequest {
            password: Some("Correct Horse 9".to_owned().into()),
            password_reset_required: None,
            user_name: Some(user()),
        }),
        iam::GetLoginProfile(GetLoginProfileRequest { user_name: Some(user()) }),
        iam::UpdateLoginProfile(UpdateLoginProfileRequest {
            password: None,
            password_reset_required: None,
            user_name: user(),
        }),
        iam::DeleteLoginProfile(DeleteLoginProfileRequest { user_name: Some(user()) }),
        iam::ChangePassword(ChangePasswordRequest {
            new_password: "Correct Horse 9".to_owned().into(),
            old_password: "Correct Horse 8".to_owned().into(),
        }),
        iam::UpdateAccountPasswordPolicy(UpdateAccountPasswordPolicyRequest::default()),
        iam::GetAccountPasswordPolicy(GetAccountPasswordPolicyRequest {}),
        iam::DeleteAccountPasswordPolicy(DeleteAccountPasswordPolicyRequest {}),
        iam::CreateServiceSpecificCredential(CreateServiceSpecificCredentialRequest {
            credential_age_days: None,
            service_name: "kms-xks-proxy.amazonaws.com".into(),
            user_name: user(),
        }),
        iam::ListServiceSpecificCredentials(ListServiceSpecificCredentialsRequest {
            user_name: Some(user()),
            ..Default::default()
        }),
        iam::UpdateServiceSpecificCredential(UpdateServiceSpecificCredentialRequest {
            service_specific_credential_id: credential(),
            status: StatusType::Inactive,
            user_name: Some(user()),
        }),
        iam::ResetServiceSpecificCredential(ResetServiceSpecificCredentialRequest {
            service_specific_credential_id: credential(),
            user_name: Some(user()),
        }),
        iam::DeleteServiceSpecificCredential(DeleteServiceSpecificCredentialRequest {
            service_specific_credential_id: credential(),
            user_name: Some(user()),
        }),
        iam::CreateVirtualMFADevice(CreateVirtualMFADeviceRequest {
            path: None,
            tags: None,
            virtual_mfa_device_name: "x".into(),
        }),
        iam::DeleteVirtualMFADevice(DeleteVirtualMFADeviceRequest { serial_number: device() }),
        iam::ListVirtualMFADevices(ListVirtualMFADevicesRequest::default()),
        iam::EnableMFADevice(EnableMFADeviceRequest {
            authentication_code1: "000000".to_owned().into(),
            authentication_code2: "000000".to_owned().into(),
            serial_number: device(),
            user_name: user(),
        }),
        iam::ResyncMFADevice(ResyncMFADeviceRequest {
            authentication_code1: "000000".to_owned().into(),
            authentication_code2: "000000".to_owned().into(),
            serial_number: device(),
            user_name: user(),
        }),
        iam::DeactivateMFADevice(DeactivateMFADeviceRequest {
            serial_number: device(),
            user_name: Some(user()),
        }),
        iam::GetMFADevice(GetMFADeviceRequest { serial_number: device(), user_name: Some(user()) }),
        iam::ListMFADevices(ListMFADevicesRequest { user_name: Some(user()), ..Default::default() }),
        iam::TagMFADevice(TagMFADeviceRequest { serial_number: device(), tags: tagged() }),
        iam::UntagMFADevice(UntagMFADeviceRequest { serial_number: device(), tag_keys: keys() }),
        iam::ListMFADeviceTags(ListMFADeviceTagsRequest { serial_number: device(), ..Default::default() }),
        iam::PutUserPolicy(PutUserPolicyRequest {
            policy_document: document(),
            policy_name: policy(),
            user_name: user(),
        }),
        iam::GetUserPolicy(GetUserPolicyRequest { policy_name: policy(), user_name: user() }),
        iam::ListUserPolicies(ListUserPoliciesRequest { user_name: user(), ..Default::default() }),
        iam::DeleteUserPolicy(DeleteUserPolicyRequest { policy_name: policy(), user_name: user() }),
        iam::CreateRole(new_role("x", &trust(ACCOUNT))),
        iam::GetRole(GetRoleRequest { role_name: role() }),
        iam::ListRoles(ListRolesRequest::default()),
        iam::DeleteRole(DeleteRoleRequest { role_name: role() }),
        iam::UpdateAssumeRolePolicy(UpdateAssumeRolePolicyRequest {
            policy_document: trust("*").to_string(),
            role_name: role(),
        }),
        iam::PutRolePolicy(PutRolePolicyRequest {
            policy_document: document(),
            policy_name: policy(),
            role_name: role(),
        }),
        iam::GetRolePolicy(GetRolePolicyRequest { policy_name: policy(), role_name: role() }),
        iam::ListRolePolicies(ListRolePoliciesRequest { role_name: role(), ..Default::default() }),
        iam::DeleteRolePolicy(DeleteRolePolicyRequest { policy_name: policy(), role_name: role() }),
        iam::UpdateUser(UpdateUserRequest { user_name: user(), ..Default::default() }),
        iam::UpdateRole(UpdateRoleRequest { role_name: role(), ..Default::default() }),
        iam::UpdateRoleDescription(UpdateRoleDescriptionRequest {
            description: "x".into(),
            role_name: role()
        }),
        iam::CreateGroup(CreateGroupRequest { group_name: group(), path: None }),
        iam::GetGroup(GetGroupRequest { group_name: group(), ..Default::default() }),
        iam::ListGroups(ListGroupsRequest::default()),
        iam::UpdateGroup(UpdateGroupRequest { group_name: group(), ..Default::default() }),
        iam::DeleteGroup(DeleteGroupRequest { group_name: group() }),
        iam::AddUserToGroup(AddUserToGroupRequest { group_name: group(), user_name: user() }),
        iam::RemoveUserFromGroup(RemoveUserFromGroupRequest { group_name: group(), user_name: user() }),
        iam::ListGroupsForUser(ListGroupsForUserRequest { user_name: user(), ..Default::default() }),
        iam::PutGroupPolicy(PutGroupPolicyRequest {
            group_name: group(),
            policy_document: document(),
            policy_name: policy(),
        }),
        iam::GetGroupPolicy(GetGroupPolicyRequest { group_name: group(), policy_name: policy() }),
        iam::ListGroupPolicies(ListGroupPoliciesRequest { group_name: group(), ..Default::default() }),
        iam::DeleteGroupPolicy(DeleteGroupPolicyRequest { group_name: group(), policy_name: policy() }),
        iam::CreatePolicy(new_policy("x", &allow("*"))),
        iam::GetPolicy(GetPolicyRequest { policy_arn: arn() }),
        iam::ListPolicies(ListPoliciesRequest::default()),
        iam::DeletePolicy(DeletePolicyRequest { policy_arn: arn() }),
        iam::CreatePolicyVersion(CreatePolicyVersionRequest {
            policy_arn: arn(),
            policy_document: document(),
            set_as_default: None,
        }),
        iam::GetPolicyVersion(GetPolicyVersionRequest { policy_arn: arn(), version_id: "v1".into() }),
        iam::ListPolicyVersions(ListPolicyVersionsRequest { policy_arn: arn(), ..Default::default() }),
        iam::SetDefaultPolicyVersion(SetDefaultPolicyVersionRequest {
            policy_arn: arn(),
            version_id: "v1".into()
        }),
        iam::DeletePolicyVersion(DeletePolicyVersionRequest { policy_arn: arn(), version_id: "v2".into() }),
        iam::ListEntitiesForPolicy(ListEntitiesForPolicyRequest { policy_arn: arn(), ..Default::default() }),
        iam::AttachUserPolicy(AttachUserPolicyRequest { policy_arn: arn(), user_name: user() }),
        iam::DetachUserPolicy(DetachUserPolicyRequest { policy_arn: arn(), user_name: user() }),
        iam::ListAttachedUserPolicies(ListAttachedUserPoliciesRequest {
            user_name: user(),
            ..Default::default()
        }),
        iam::AttachGroupPolicy(AttachGroupPolicyRequest { group_name: group(), policy_arn: arn() }),
        iam::DetachGroupPolicy(DetachGroupPolicyRequest { group_name: group(), policy_arn: arn() }),
        iam::ListAttachedGroupPolicies(ListAttachedGroupPoliciesRequest {
            group_name: group(),
            ..Default::default()
        }),
        iam::AttachRolePolicy(AttachRolePolicyRequest { policy_arn: arn(), role_name: role() }),
        iam::DetachRolePolicy(DetachRolePolicyRequest { policy_arn: arn(), role_name: role() }),
        iam::ListAttachedRolePolicies(ListAttachedRolePoliciesRequest {
            role_name: role(),
            ..Default::default()
        }),
        iam::PutUserPermissionsBoundary(PutUserPermissionsBoundaryRequest {
            permissions_boundary: arn(),
            user_name: user(),
        }),
        iam::DeleteUserPermissionsBoundary(DeleteUserPermissionsBoundaryRequest { user_name: user() }),
        iam::PutRolePermissionsBoundary(PutRolePermissionsBoundaryRequest {
            permissions_boundary: arn(),
            role_name: role(),
        }),
        iam::DeleteRolePermissionsBoundary(DeleteRolePermissionsBoundaryRequest { role_name: role() }),
        iam::TagUser(TagUserRequest { tags: tagged(), user_name: user() }),
        iam::UntagUser(UntagUserRequest { tag_keys: keys(), user_name: user() }),
        iam::ListUserTags(ListUserTagsRequest { user_name: user(), ..Default::default() }),
        iam::TagRole(TagRoleRequest { role_name: role(), tags: tagged() }),
        iam::UntagRole(UntagRoleRequest { role_name: role(), tag_keys: keys() }),
        iam::ListRoleTags(ListRoleTagsRequest { role_name: role(), ..Default::default() }),
        iam::TagPolicy(TagPolicyRequest { policy_arn: arn(), tags: tagged() }),
        iam::UntagPolicy(UntagPolicyRequest { policy_arn: arn(), tag_keys: keys() }),
        iam::ListPolicyTags(ListPolicyTagsRequest { policy_arn: arn(), ..Default::default() }),
        iam::TagInstanceProfile(TagInstanceProfileRequest {
            instance_profile_name: profile(),
            tags: tagged()
        }),
        iam::UntagInstanceProfile(UntagInstanceProfileRequest {
            instance_profile_name: profile(),
            tag_keys: keys(),
        }),
        iam::ListInstanceProfileTags(ListInstanceProfileTagsRequest {
            instance_profile_name: profile(),
            ..Default::default()
        }),
        iam::CreateInstanceProfile(CreateInstanceProfileRequest {
            instance_profile_name: "x".into(),
            ..Default::default()
        }),
        iam::GetInstanceProfile(GetInstanceProfileRequest { instance_profile_name: profile() }),
        iam::ListInstanceProfiles(ListInstanceProfilesRequest::default()),
        iam::ListInstanceProfilesForRole(ListInstanceProfilesForRoleRequest {
            role_name: role(),
            ..Default::default()
        }),
        iam::DeleteInstanceProfile(DeleteInstanceProfileRequest { instance_profile_name: profile() }),
        iam::AddRoleToInstanceProfile(AddRoleToInstanceProfileRequest {
            instance_profile_name: profile(),
            role_name: role(),
        }),
        iam::RemoveRoleFromInstanceProfile(RemoveRoleFromInstanceProfileRequest {
            instance_profile_name: profile(),
            role_name: role(),
        }),
        iam::GetAccessKeyLastUsed(GetAccessKeyLastUsedRequest { access_key_id: key() }),
        iam::UploadServerCertificate(UploadServerCertificateRequest {
            certificate_body: "x".into(),
            certificate_chain: None,
            path: None,
            private_key: "x".to_owned().into(),
            server_certificate_name: "web".into(),
            tags: None,
        }),
        iam::GetServerCertificate(GetServerCertificateRequest { server_certificate_name: "web".into() }),
        iam::ListServerCertificates(ListServerCertificatesRequest::default()),
        iam::UpdateServerCertificate(UpdateServerCertificateRequest {
            new_path: None,
            new_server_certificate_name: None,
            server_certificate_name: "web".into(),
        }),
        iam::DeleteServerCertificate(DeleteServerCertificateRequest {
            server_certificate_name: "web".into()
        }),
        iam::TagServerCertificate(TagServerCertificateRequest {
            server_certificate_name: "web".into(),
            tags: tagged(),
        }),
        iam::UntagServerCertificate(UntagServerCertificateRequest {
            server_certificate_name: "web".into(),
            tag_keys: keys(),
        }),
        iam::ListServerCertificateTags(ListServerCertificateTagsRequest {
            server_certificate_name: "web".into(),
            ..Default::default()
        }),
        iam::UploadSigningCertificate(UploadSigningCertificateRequest {
            certificate_body: "x".into(),
            user_name: Some(user()),
        }),
        iam::ListSigningCertificates(ListSigningCertificatesRequest {
            user_name: Some(user()),
            ..Default::default()
        }),
        iam::UpdateSigningCertificate(UpdateSigningCertificateRequest {
            certificate_id: "A".repeat(32),
            status: StatusType::Inactive,
            user_name: Some(user()),
        }),
        iam::DeleteSigningCertificate(DeleteSigningCertificateRequest {
            certificate_id: "A".repeat(32),
            user_name: Some(user()),
        }),
        iam::UploadSSHPublicKey(UploadSSHPublicKeyRequest {
            ssh_public_key_body: "x".into(),
            user_name: user()
        }),
        iam::GetSSHPublicKey(GetSSHPublicKeyRequest {
            encoding: EncodingType::Ssh,
            ssh_public_key_id: "A".repeat(20),
            user_name: user(),
        }),
        iam::ListSSHPublicKeys(ListSSHPublicKeysRequest { user_name: Some(user()), ..Default::default() }),
        iam::UpdateSSHPublicKey(UpdateSSHPublicKeyRequest {
            ssh_public_key_id: "A".repeat(20),
            status: StatusType::Inactive,
            user_name: user(),
        }),
        iam::DeleteSSHPublicKey(DeleteSSHPublicKeyRequest {
            ssh_public_key_id: "A".repeat(20),
            user_name: user(),
        }),
        iam::CreateServiceLinkedRole(CreateServiceLinkedRoleRequest {
            aws_service_name: "mrk.kms.amazonaws.com".into(),
            custom_suffix: None,
            description: None,
        }),
        iam::DeleteServiceLinkedRole(DeleteServiceLinkedRoleRequest { role_name: role() }),
        iam::GetServiceLinkedRoleDeletionStatus(GetServiceLinkedRoleDeletionStatusRequest {
            deletion_task_id: "task/x".into(),
        }),
        iam::CreateAccountAlias(CreateAccountAliasRequest { account_alias: "house".into() }),
        iam::DeleteAccountAlias(DeleteAccountAliasRequest { account_alias: "house".into() }),
        iam::ListAccountAliases(ListAccountAliasesRequest::default()),
        iam::GetAccountSummary(GetAccountSummaryRequest {}),
        iam::GetAccountAuthorizationDetails(GetAccountAuthorizationDetailsRequest::default()),
        iam::GenerateCredentialReport(GenerateCredentialReportRequest {}),
        iam::GetCredentialReport(GetCredentialReportRequest {}),
        iam::GenerateServiceLastAccessedDetails(GenerateServiceLastAccessedDetailsRequest {
            arn: user_arn("admin"),
            granularity: None,
        }),
        iam::GetServiceLastAccessedDetails(GetServiceLastAccessedDetailsRequest {
            job_id: job(),
            ..Default::default()
        }),
        iam::GetServiceLastAccessedDetailsWithEntities(GetServiceLastAccessedDetailsWithEntitiesRequest {
            job_id: job(),
            service_namespace: "kms".into(),
            ..Default::default()
        }),
        iam::ListPoliciesGrantingServiceAccess(ListPoliciesGrantingServiceAccessRequest {
            arn: user_arn("admin"),
            marker: None,
            service_namespaces: vec!["kms".into()],
        }),
        iam::GenerateOrganizationsAccessReport(GenerateOrganizationsAccessReportRequest {
            entity_path: "o-aaaaaaaaaa/r-aaaa".into(),
            organizations_policy_id: None,
        }),
        iam::GetOrganizationsAccessReport(GetOrganizationsAccessReportRequest {
            job_id: job(),
            ..Default::default()
        }),
        iam::SimulatePrincipalPolicy(SimulatePrincipalPolicyRequest {
            action_names: vec!["s3:GetObject".into()],
            policy_source_arn: user_arn("admin"),
            ..Default::default()
        }),
        iam::SimulateCustomPolicy(SimulateCustomPolicyRequest {
            action_names: vec!["s3:GetObject".into()],
            policy_input_list: vec![document()],
            ..Default::default()
        }),
        iam::GetContextKeysForCustomPolicy(GetContextKeysForCustomPolicyRequest {
            policy_input_list: vec![document()],
        }),
        iam::GetContextKeysForPrincipalPolicy(GetContextKeysForPrincipalPolicyRequest {
            policy_source_arn: user_arn("admin"),
            ..Default::default()
        }),
        iam::CreateOpenIDConnectProvider(CreateOpenIDConnectProviderRequest {
            url: "https://login.test".into(),
            ..Default::default()
        }),
        iam::GetOpenIDConnectProvider(GetOpenIDConnectProviderRequest {
            open_id_connect_provider_arn: provider(),
        }),
        iam::ListOpenIDConnectProviders(ListOpenIDConnectProvidersRequest {}),
        iam::DeleteOpenIDConnectProvider(DeleteOpenIDConnectProviderRequest {
            open_id_connect_provider_arn: provider(),
        }),
        iam::AddClientIDToOpenIDConnectProvider(AddClientIDToOpenIDConnectProviderRequest {
            client_id: "app".into(),
            open_id_connect_provider_arn: provider(),
        }),
        iam::RemoveClientIDFromOpenIDConnectProvider(RemoveClientIDFromOpenIDConnectProviderRequest {
            client_id: "app".into(),
            open_id_connect_provider_arn: provider(),
        }),
        iam::UpdateOpenIDConnectProviderThumbprint(UpdateOpenIDConnectProviderThumbprintRequest {
            open_id_connect_provider_arn: provider(),
            thumbprint_list: Vec::new(),
        }),
        iam::TagOpenIDConnectProvider(TagOpenIDConnectProviderRequest {
            open_id_connect_provider_arn: provider(),
            tags: tagged(),
        }),
        iam::UntagOpenIDConnectProvider(UntagOpenIDConnectProviderRequest {
            open_id_connect_provider_arn: provider(),
            tag_keys: keys(),
        }),
        iam::ListOpenIDConnectProviderTags(ListOpenIDConnectProviderTagsRequest {
            open_id_connect_provider_arn: provider(),
            ..Default::default()
        }),
        iam::EnableOutboundWebIdentityFederation(EnableOutboundWebIdentityFederationRequest {}),
        iam::DisableOutboundWebIdentityFederation(DisableOutboundWebIdentityFederationRequest {}),
        iam::GetOutboundWebIdentityFederationInfo(GetOutboundWebIdentityFederationInfoRequest {}),
        sts::GetWebIdentityToken(aws_model::sts::GetWebIdentityTokenRequest {
            audience: vec!["x".into()],
            duration_seconds: None,
            signing_algorithm: "ES384".into(),
            tags: None,
        }),
        iam::CreateSAMLProvider(CreateSAMLProviderRequest {
            name: "x".into(),
            saml_metadata_document: "x".repeat(1000),
            ..Default::default()
        }),
        iam::GetSAMLProvider(GetSAMLProviderRequest { saml_provider_arn: provider() }),
        iam::ListSAMLProviders(ListSAMLProvidersRequest {}),
        iam::UpdateSAMLProvider(UpdateSAMLProviderRequest {
            saml_provider_arn: provider(),
            ..Default::default()
        }),
        iam::DeleteSAMLProvider(DeleteSAMLProviderRequest { saml_provider_arn: provider() }),
        iam::TagSAMLProvider(TagSAMLProviderRequest { saml_provider_arn: provider(), tags: tagged() }),
        iam::UntagSAMLProvider(UntagSAMLProviderRequest { saml_provider_arn: provider(), tag_keys: keys() }),
        iam::ListSAMLProviderTags(ListSAMLProviderTagsRequest {
            saml_provider_arn: provider(),
            ..Default::default()
        }),
        iam::EnableOrganizationsRootCredentialsManagement(
            EnableOrganizationsRootCredentialsManagementRequest {}
        ),
        iam::DisableOrganizationsRootCredentialsManagement(
            DisableOrganizationsRootCredentialsManagementRequest {}
        ),
        iam::EnableOrganizationsRootSessions(EnableOrganizationsRootSessionsRequest {}),
        iam::DisableOrganizationsRootSessions(DisableOrganizationsRootSessionsRequest {}),
        iam::ListOrganizationsFeatures(ListOrganizationsFeaturesRequest {}),
        sts::AssumeRole(assume(&role_arn("App"), "s1")),
        sts::AssumeRoot(AssumeRootRequest {
            target_principal: OTHER.into(),
            task_policy_arn: PolicyDescriptorType {
                arn: Some("arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials".into()),
            },
            ..Default::default()
        }),
        sts::GetFederationToken(GetFederationTokenRequest { name: "bob".into(), ..Default::default() }),
        sts::DecodeAuthorizationMessage(DecodeAuthorizationMessageRequest { encoded_message: "x".into() }),
        sts::GetAccessKeyInfo(GetAccessKeyInfoRequest { access_key_id: key() }),
        organizations::DescribeOrganization(organizations::DescribeOrganizationRequest {}),
        organizations::CreateAccount(organizations::CreateAccountRequest {
            account_name: "x".to_owned().into(),
            email: "x@example.com".to_owned().into(),
            ..Default::default()
        }),
        organizations::DescribeCreateAccountStatus(organizations::DescribeCreateAccountStatusRequest {
            create_account_request_id: "car-12345678".into(),
        }),
        organizations::ListAccounts(organizations::ListAccountsRequest::default()),
        organizations::DescribeAccount(organizations::DescribeAccountRequest { account_id: ACCOUNT.into() }),
        organizations::CreateOrganization(organizations::CreateOrganizationRequest::default()),
        organizations::DeleteOrganization(organizations::DeleteOrganizationRequest {}),
        organizations::RemoveAccountFromOrganization(organizations::RemoveAccountFromOrganizationRequest {
            account_id: ACCOUNT.into()
        }),
        organizations::CloseAccount(organizations::CloseAccountRequest { account_id: ACCOUNT.into() }),
        organizations::ListCreateAccountStatus(organizations::ListCreateAccountStatusRequest::default()),
        organizations::ListRoots(organizations::ListRootsRequest::default()),
        organizations::EnablePolicyType(organizations::EnablePolicyTypeRequest {
            policy_type: organizations::PolicyType::ServiceControlPolicy,
            root_id: root_id()
        }),
        organizations::DisablePolicyType(organizations::DisablePolicyTypeRequest {
            policy_type: organizations::PolicyType::ServiceControlPolicy,
            root_id: root_id()
        }),
        organizations::CreateOrganizationalUnit(organizations::CreateOrganizationalUnitRequest {
            name: "x".into(),
            parent_id: root_id(),
            tags: None
        }),
        organizations::UpdateOrganizationalUnit(organizations::UpdateOrganizationalUnitRequest {
            name: None,
            organizational_unit_id: unit()
        }),
        organizations::DeleteOrganizationalUnit(organizations::DeleteOrganizationalUnitRequest {
            organizational_unit_id: unit()
        }),
        organizations::DescribeOrganizationalUnit(organizations::DescribeOrganizationalUnitRequest {
            organizational_unit_id: unit()
        }),
        organizations::ListOrganizationalUnitsForParent(
            organizations::ListOrganizationalUnitsForParentRequest {
                parent_id: root_id(),
                ..Default::default()
            }
        ),
        organizations::ListAccountsForParent(organizations::ListAccountsForParentRequest {
            parent_id: root_id(),
            ..Default::default()
        }),
        organizations::ListChildren(organizations::ListChildrenRequest {
            parent_id: root_id(),
            child_type: organizations::ChildType::Account,
            max_results: None,
            next_token: None
        }),
        organizations::ListParents(organizations::ListParentsRequest {
            child_id: unit(),
            ..Default::default()
        }),
        organizations::MoveAccount(organizations::MoveAccountRequest {
            account_id: ACCOUNT.into(),
            destination_parent_id: unit(),
            source_parent_id: root_id()
        }),
        organizations::CreatePolicy(organizations::CreatePolicyRequest {
            content: document(),
            description: String::new(),
            name: "x".into(),
            tags: None,
            r#type: organizations::PolicyType::ServiceControlPolicy
        }),
        organizations::UpdatePolicy(organizations::UpdatePolicyRequest {
            policy_id: full(),
            ..Default::default()
        }),
        organizations::DeletePolicy(organizations::DeletePolicyRequest { policy_id: full() }),
        organizations::DescribePolicy(organizations::DescribePolicyRequest { policy_id: full() }),
        organizations::ListPolicies(organizations::ListPoliciesRequest {
            filter: organizations::PolicyType::ServiceControlPolicy,
            max_results: None,
            next_token: None
        }),
        organizations::AttachPolicy(organizations::AttachPolicyRequest {
            policy_id: full(),
            target_id: unit()
        }),
        organizations::DetachPolicy(organizations::DetachPolicyRequest {
            policy_id: full(),
            target_id: unit()
        }),
        organizations::ListPoliciesForTarget(organizations::ListPoliciesForTargetRequest {
            filter: organizations::PolicyType::ServiceControlPolicy,
            max_results: None,
            next_token: None,
            target_id: unit()
        }),
        organizations::ListTargetsForPolicy(organizations::ListTargetsForPolicyRequest {
            policy_id: full(),
            ..Default::default()
        }),
        organizations::TagResource(organizations::TagResourceRequest {
            resource_id: unit(),
            tags: Vec::new()
        }),
        organizations::UntagResource(organizations::UntagResourceRequest {
            resource_id: unit(),
            tag_keys: keys()
        }),
        organizations::ListTagsForResource(organizations::ListTagsForResourceRequest {
            resource_id: unit(),
            next_token: None
        }),
    );
    // All but the one that needs no permission.
    let endpoints = iam::endpoints(&world.iam);
    // Those whose input proves who calls have tests of their own.
    let signed = endpoints.iter().filter(|endpoint| !endpoint.is_proven_by_input());
    let all: BTreeSet<&str> = signed.map(|endpoint| endpoint.schema().name).collect();
    let missing: Vec<_> = all.difference(&refused).copied().collect();
    assert_eq!(missing, ["GetCallerIdentity", "GetSessionToken"]);
    assert_eq!(world.whoami(&nobody).await.unwrap(), user_arn("nobody"));
    let denied: BTreeSet<String> = world
        .records()
        .iter()
        .filter(|record| record["userIdentity"]["userName"] == "nobody" && !record["errorCode"].is_null())
        .map(|record| record["eventName"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(denied, refused.into_iter().map(str::to_owned).collect());
    // A thing that does not exist is refused in the same words.
    let missing = refusal(world.call::<GetRole>(&nobody, GetRoleRequest { role_name: "None".into() }).await);
    assert_eq!(missing.0, "AccessDenied");
}

#[tokio::test]
async fn no_secret_is_recorded() {
    let world = World::new().await;
    let ann = world.user("ann", None).await;
    world.role("App", trust(&user_arn("ann")), None).await;
    let session = world.assume(&ann, assume(&role_arn("App"), "s1")).await.unwrap();
    world.whoami(&session).await.unwrap();
    let records = world.records();
    let text = serde_json::to_string(&records).unwrap();
    let token = session.token.clone().unwrap();
    for secret in [&world.admin.secret, &ann.secret, &session.secret, &token] {
        assert!(!text.contains(secret.expose()));
    }
    let assumed = records.iter().find(|record| record["eventName"] == "AssumeRole").unwrap();
    assert_eq!(assumed["responseElements"]["credentials"]["accessKeyId"], session.id);
    assert!(assumed["responseElements"]["credentials"]["expiration"].is_string());
    assert_eq!(assumed["resources"][0]["ARN"], role_arn("App"));
    let made = records.iter().find(|record| record["eventName"] == "CreateOrganization").unwrap();
    assert_eq!(made["userIdentity"]["type"], "AWSService");
    let who = records.iter().rfind(|record| record["eventName"] == "GetCallerIdentity").unwrap();
    assert_eq!(who["userIdentity"]["sessionContext"]["sessionIssuer"]["userName"], "App");
}
