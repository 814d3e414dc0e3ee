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
        Some(("iam", "PassRole")) => &["arn:*:iam::*:role/*"],
        Some(("sts", name)) if name.starts_with("AssumeRole") => &["arn:*:iam::*:role/*"],
        Some(("sts" | "iam", _)) => &["arn:*:iam::*:*", "arn:*:sts::*:*"],
        Some(("organizations", _)) => &["arn:*:organizations::*:*"],
        Some(("tenants", _)) => &["arn:*:tenants:*:*:tenant/*"],
        _ => &[],
    }
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
