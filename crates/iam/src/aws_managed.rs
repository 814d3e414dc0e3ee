//! AWS's managed policies, under the names that they are known by: written for the actions that Lodge has.
//!
//! They cannot change, so they are compiled once and attached in every account. Source of names and ids: AWS Managed Policy Reference
//! Guide; the texts are Lodge's own.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use arn::AccountId;
use clock::Timestamp;

use crate::Error;
use crate::identity_policies::ReadyPolicy;
use crate::records::{ManagedPolicy, PolicyVersion};
use crate::tags::Tags;

/// What the ARNs of AWS's managed policies begin with; path and name follow.
pub(crate) const ARN_PREFIX: &str = "arn:aws:iam::aws:policy";

/// A policy of AWS's, with the path `/`.
pub(crate) struct AwsManaged {
    pub name: &'static str,
    id: &'static str,
    description: &'static str,
    document: &'static str,
    ready: OnceLock<Arc<ReadyPolicy>>,
}

impl std::fmt::Debug for AwsManaged {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.name)
    }
}

impl PartialEq for AwsManaged {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// All of them, by name.
pub(crate) fn all() -> &'static [AwsManaged] {
    &ALL
}

/// The one with this ARN.
pub(crate) fn find(arn: &str) -> Option<&'static AwsManaged> {
    let name = arn.strip_prefix(ARN_PREFIX)?.strip_prefix('/')?;
    ALL.iter().find(|policy| policy.name == name)
}

/// AWS made the first of them then.
const CREATED: Timestamp = Timestamp::from_secs(1_423_247_986);

impl AwsManaged {
    pub fn arn(&self) -> String {
        format!("{ARN_PREFIX}/{}", self.name)
    }

    /// It, compiled.
    pub fn ready(&self) -> Result<Arc<ReadyPolicy>, Error> {
        if let Some(ready) = self.ready.get() {
            return Ok(Arc::clone(ready));
        }
        let ready = Arc::new(ReadyPolicy::compile(self.arn(), self.document)?);
        Ok(Arc::clone(self.ready.get_or_init(|| ready)))
    }

    /// As an account sees it.
    pub fn seen_by(&self, account: AccountId) -> ManagedPolicy {
        let version = PolicyVersion { document: self.document.to_owned(), created: CREATED };
        ManagedPolicy {
            policy_id: self.id.to_owned(),
            account,
            name: self.name.to_owned(),
            path: "/".to_owned(),
            created: CREATED,
            updated: CREATED,
            description: Some(self.description.to_owned()),
            default_version: 1,
            last_version: 1,
            versions: BTreeMap::from([(1, version)]),
            tags: Tags::new(),
            aws: true,
        }
    }
}

const fn policy(
    name: &'static str,
    id: &'static str,
    description: &'static str,
    document: &'static str,
) -> AwsManaged {
    AwsManaged { name, id, description, document, ready: OnceLock::new() }
}

// INVARIANT: sorted by name without regard to case.
static ALL: [AwsManaged; 6] = [
    policy(
        "AdministratorAccess",
        "ANPAIWMBCKSKIEE64ZLYK",
        "All actions on all resources.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#,
    ),
    policy(
        "AWSKeyManagementServicePowerUser",
        "ANPAJNPP7PPPPMJRV2SA4",
        "Making, finding and tagging KMS keys. Using them takes their key policies.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["kms:CreateAlias","kms:CreateKey","kms:DeleteAlias","kms:Describe*","kms:GenerateRandom","kms:Get*","kms:List*","kms:TagResource","kms:UntagResource","iam:ListGroups","iam:ListRoles","iam:ListUsers"],"Resource":"*"}]}"#,
    ),
    policy(
        "IAMFullAccess",
        "ANPAI7XKCFMBPM3QQRRVQ",
        "All of IAM, and reading the organization.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:*","organizations:DescribeAccount","organizations:DescribeOrganization"],"Resource":"*"}]}"#,
    ),
    policy(
        "PowerUserAccess",
        "ANPAJYRXTHIB4FOVS3ZXS",
        "All actions but the administration of identities and of the organization.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":["iam:*","organizations:*"],"Resource":"*"},{"Effect":"Allow","Action":["iam:ListRoles","organizations:DescribeOrganization"],"Resource":"*"}]}"#,
    ),
    policy(
        "ReadOnlyAccess",
        "ANPAILL3HVNFSB6DCOWYQ",
        "Reading everything. No key is used and nothing is changed.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["cloudtrail:Describe*","cloudtrail:Get*","cloudtrail:List*","cloudtrail:LookupEvents","iam:GenerateCredentialReport","iam:Get*","iam:List*","iam:SimulateCustomPolicy","iam:SimulatePrincipalPolicy","kms:Describe*","kms:Get*","kms:List*","organizations:Describe*","organizations:List*","sts:GetCallerIdentity"],"Resource":"*"}]}"#,
    ),
    policy(
        "SecurityAudit",
        "ANPAIX2T3QCXHR2OGGCTO",
        "Reading how everything is set up: policies, keys, identities and the trail.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["cloudtrail:Describe*","cloudtrail:Get*","cloudtrail:List*","cloudtrail:LookupEvents","iam:GenerateCredentialReport","iam:Get*","iam:List*","iam:SimulateCustomPolicy","iam:SimulatePrincipalPolicy","kms:Describe*","kms:GetKeyPolicy","kms:GetKeyRotationStatus","kms:List*","organizations:Describe*","organizations:List*"],"Resource":"*"}]}"#,
    ),
];

#[cfg(test)]
mod tests {
    use iam_policy::{Policy, PolicyKind};

    use super::*;

    #[test]
    fn all_are_policies_in_order() {
        let names: Vec<_> = all().iter().map(|policy| policy.name.to_lowercase()).collect();
        assert!(names.is_sorted(), "{names:?}");
        for policy in all() {
            assert!(policy.ready().is_ok(), "{}", policy.name);
            let size = Policy::parse(policy.document, PolicyKind::Identity).unwrap().packed_len();
            assert!(size <= ManagedPolicy::MAX_SIZE, "{}", policy.name);
            assert_eq!(find(&policy.arn()).map(|found| found.name), Some(policy.name));
        }
    }
}
