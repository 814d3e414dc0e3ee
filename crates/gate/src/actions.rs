//! The actions that questions are about, for those who write policies.

use std::sync::LazyLock;

use iam_policy::lint::{Action, Catalog};

/// Actions that no operation is called after: what operations ask besides their own names, or instead of them.
const FURTHER: [&str; 6] = [
    "iam:PassRole",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
    "sts:SetSourceIdentity",
    "sts:TagGetWebIdentityToken",
    "sts:TagSession",
];

/// Operations whose name is no action, because they ask for others.
const INSTEAD: [&str; 1] = ["kms:ReEncrypt"];

/// Actions that questions ask about `*` only; `tests/clients/test_catalog.py` holds it against the questions.
///
/// Source: Service Authorization Reference, actions without a resource type.
const ABOUT_NOTHING: [&str; 52] = [
    "cloudtrail:LookupEvents",
    "iam:CreateAccountAlias",
    "iam:DeleteAccountAlias",
    "iam:DeleteAccountPasswordPolicy",
    "iam:DisableOrganizationsRootCredentialsManagement",
    "iam:DisableOrganizationsRootSessions",
    "iam:DisableOutboundWebIdentityFederation",
    "iam:EnableOrganizationsRootCredentialsManagement",
    "iam:EnableOrganizationsRootSessions",
    "iam:EnableOutboundWebIdentityFederation",
    "iam:GenerateCredentialReport",
    "iam:GetAccountAuthorizationDetails",
    "iam:GetAccountPasswordPolicy",
    "iam:GetAccountSummary",
    "iam:GetContextKeysForCustomPolicy",
    "iam:GetCredentialReport",
    "iam:GetOrganizationsAccessReport",
    "iam:GetOutboundWebIdentityFederationInfo",
    "iam:GetServiceLastAccessedDetails",
    "iam:GetServiceLastAccessedDetailsWithEntities",
    "iam:GetServiceLinkedRoleDeletionStatus",
    "iam:ListAccountAliases",
    "iam:ListOpenIDConnectProviders",
    "iam:ListOrganizationsFeatures",
    "iam:ListSAMLProviders",
    "iam:SimulateCustomPolicy",
    "iam:UpdateAccountPasswordPolicy",
    "kms:ConnectCustomKeyStore",
    "kms:CreateCustomKeyStore",
    "kms:CreateKey",
    "kms:DeleteCustomKeyStore",
    "kms:DescribeCustomKeyStores",
    "kms:DisconnectCustomKeyStore",
    "kms:GenerateRandom",
    "kms:ListAliases",
    "kms:ListKeys",
    "kms:UpdateCustomKeyStore",
    "organizations:CreateAccount",
    "organizations:CreateOrganization",
    "organizations:CreatePolicy",
    "organizations:DeleteOrganization",
    "organizations:DescribeCreateAccountStatus",
    "organizations:DescribeOrganization",
    "organizations:ListAccounts",
    "organizations:ListCreateAccountStatus",
    "organizations:ListPolicies",
    "organizations:ListRoots",
    "sts:DecodeAuthorizationMessage",
    "sts:GetAccessKeyInfo",
    "sts:GetCallerIdentity",
    "sts:GetWebIdentityToken",
    "sts:TagGetWebIdentityToken",
];

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
    let operations = aws_model::SERVICES.iter().flat_map(|service| service.operations);
    // The XKS proxy API asks for the actions of KMS.
    let operations = operations.filter(|operation| operation.service.id != "xks");
    let named = operations.map(|operation| format!("{}:{}", operation.service.id, operation.name));
    let own = named.filter(|name| !INSTEAD.contains(&name.as_str()));
    Catalog::new(own.chain(FURTHER.map(str::to_owned)).map(|name| {
        let resources = resources(&name).iter().map(|form| (*form).to_owned()).collect();
        Action { name, resources }
    }))
});

/// All actions that a call can need permission for, with the forms of the resources that the questions name.
pub fn actions() -> &'static Catalog {
    &CATALOG
}

/// Whether the action is about something that need not be there: it makes it, or Lodge keeps no list of such things. The resource is an ARN.
pub fn makes_resource(action: &str, resource: &str) -> bool {
    const MADE: [&str; 12] = [
        "iam:CreateGroup",
        "iam:CreateInstanceProfile",
        "iam:CreateOpenIDConnectProvider",
        "iam:CreatePolicy",
        "iam:CreateRole",
        "iam:CreateSAMLProvider",
        "iam:CreateServiceLinkedRole",
        "iam:CreateUser",
        "iam:CreateVirtualMFADevice",
        "iam:GenerateOrganizationsAccessReport",
        "iam:UploadServerCertificate",
        "sts:GetFederationToken",
    ];
    MADE.contains(&action)
        || action.starts_with("tenants:")
        // Listings are about the path, which ends where names begin.
        || action.starts_with("iam:List") && resource.ends_with('/')
        || action == "kms:CreateAlias" && resource.contains(":alias/")
        || resource.contains(":federated-user/")
}

/// Whether only callers of the management account can do it, whatever policies say.
pub fn only_management_account(action: &str) -> bool {
    const OF_IAM: [&str; 5] = [
        "iam:DisableOrganizationsRootCredentialsManagement",
        "iam:DisableOrganizationsRootSessions",
        "iam:EnableOrganizationsRootCredentialsManagement",
        "iam:EnableOrganizationsRootSessions",
        "iam:ListOrganizationsFeatures",
    ];
    OF_IAM.contains(&action)
        || action == "sts:AssumeRoot"
        || action.starts_with("organizations:") && action != "organizations:DescribeOrganization"
}

fn resources(action: &str) -> &'static [&'static str] {
    if ABOUT_NOTHING.contains(&action) {
        return &[];
    }
    match action.split_once(':') {
        Some(("kms", "CreateAlias" | "DeleteAlias" | "UpdateAlias")) => {
            &["arn:*:kms:*:*:key/*", "arn:*:kms:*:*:alias/*"]
        }
        Some(("kms", "ListRetirableGrants")) => &["arn:*:iam::*:*", "arn:*:sts::*:*"],
        Some(("kms", _)) => &["arn:*:kms:*:*:key/*"],
        Some(("sts", "AssumeRoot")) => &["arn:*:iam::*:root"],
        Some(("sts", name)) if name.starts_with("AssumeRole") => ROLE,
        Some(("sts", "GetFederationToken")) => &["arn:*:sts::*:federated-user/*"],
        Some(("sts", _)) => &["arn:*:iam::*:role/*", "arn:*:sts::*:federated-user/*"],
        Some(("iam", name)) => of_iam(name),
        Some(("organizations", _)) => &["arn:*:organizations::*:*"],
        Some(("tenants", _)) => &["arn:*:tenants:*:*:tenant/*"],
        _ => &[],
    }
}

const ROLE: &[&str] = &["arn:*:iam::*:role/*"];

/// By the words of the names. Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS IAM".
fn of_iam(name: &str) -> &'static [&'static str] {
    const USER: &[&str] = &["arn:*:iam::*:user/*", "arn:*:iam::*:root"];
    const GROUP: &[&str] = &["arn:*:iam::*:group/*"];
    const POLICY: &[&str] = &["arn:*:iam::*:policy/*"];
    const MFA: &[&str] = &["arn:*:iam::*:mfa/*"];
    const PROFILE: &[&str] = &["arn:*:iam::*:instance-profile/*"];
    const ANYBODY: &[&str] =
        &["arn:*:iam::*:user/*", "arn:*:iam::*:group/*", "arn:*:iam::*:role/*", "arn:*:iam::*:policy/*"];
    // The first that the name has decides.
    const WORDS: [(&str, &[&str]); 24] = [
        ("OrganizationsAccessReport", &["arn:*:iam::*:access-report/*"]),
        ("InstanceProfilesForRole", ROLE),
        ("InstanceProfile", PROFILE),
        ("OpenIDConnectProvider", &["arn:*:iam::*:oidc-provider/*"]),
        ("SAMLProvider", &["arn:*:iam::*:saml-provider/*"]),
        ("ServerCertificate", &["arn:*:iam::*:server-certificate/*"]),
        ("VirtualMFADevice", MFA),
        ("MFADeviceTags", MFA),
        ("TagMFADevice", MFA),
        ("UntagMFADevice", MFA),
        ("PrincipalPolicy", ANYBODY),
        ("ServiceLastAccessed", ANYBODY),
        ("PoliciesGrantingServiceAccess", ANYBODY),
        ("GroupsForUser", USER),
        ("UserPolic", USER),
        ("UserPermissionsBoundary", USER),
        ("GroupPolic", GROUP),
        ("RolePolic", ROLE),
        ("AssumeRolePolicy", ROLE),
        ("Role", ROLE),
        ("Group", GROUP),
        ("Policy", POLICY),
        ("Policies", POLICY),
        ("", USER),
    ];
    WORDS.iter().find(|(word, _)| name.contains(word)).map_or(&[], |(_, forms)| forms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_operation_is_listed_and_nothing_else() {
        let is_operation = |action: &str| {
            let (service, name) = action.split_once(':').unwrap();
            let service = aws_model::SERVICES.iter().find(|known| known.id == service).unwrap();
            service.operation(name).is_some()
        };
        assert!(FURTHER.iter().all(|action| !is_operation(action)));
        assert!(INSTEAD.iter().all(|action| is_operation(action)));
        assert!(ABOUT_NOTHING.iter().all(|action| FURTHER.contains(action) || is_operation(action)));
        for action in FURTHER.iter().chain(&["kms:Encrypt", "kms:ListKeys", "iam:GetUser"]) {
            assert_eq!(actions().find(action).unwrap().name, **action);
        }
        assert!(actions().find("kms:ReEncrypt").is_none());
        assert!(!actions().has_service("xks"));
    }
}
