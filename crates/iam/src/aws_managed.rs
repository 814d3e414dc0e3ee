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

/// The path of the policies that AssumeRoot takes.
pub(crate) const ROOT_TASKS: &str = "/root-task/";

/// A policy of AWS's.
pub(crate) struct AwsManaged {
    pub path: &'static str,
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
    let name = arn.strip_prefix(ARN_PREFIX)?;
    ALL.iter().find(|policy| name.strip_prefix(policy.path) == Some(policy.name))
}

/// AWS made the first of them then.
const CREATED: Timestamp = Timestamp::from_secs(1_423_247_986);

impl AwsManaged {
    pub fn arn(&self) -> String {
        format!("{ARN_PREFIX}{}{}", self.path, self.name)
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
            path: self.path.to_owned(),
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
    AwsManaged { path: "/", name, id, description, document, ready: OnceLock::new() }
}

/// A policy for AssumeRoot. The ids of these are Lodge's own.
const fn root_task(
    name: &'static str,
    id: &'static str,
    description: &'static str,
    document: &'static str,
) -> AwsManaged {
    AwsManaged { path: ROOT_TASKS, name, id, description, document, ready: OnceLock::new() }
}

// INVARIANT: sorted by name without regard to case.
static ALL: [AwsManaged; 11] = [
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
    root_task(
        "IAMAuditRootUserCredentials",
        "ANPALODGEROOTTASKAAAA",
        "Looking through the credentials of an account's root.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:GetAccessKeyLastUsed","iam:GetLoginProfile","iam:GetUser","iam:ListAccessKeys","iam:ListMFADevices","iam:ListSigningCertificates"],"Resource":"arn:aws:iam::*:root"},{"Effect":"Allow","Action":"iam:GetAccountSummary","Resource":"*"}]}"#,
    ),
    root_task(
        "IAMCreateRootUserPassword",
        "ANPALODGEROOTTASKBBBB",
        "Giving an account's root a password.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:CreateLoginProfile","iam:GetLoginProfile"],"Resource":"arn:aws:iam::*:root"}]}"#,
    ),
    root_task(
        "IAMDeleteRootUserCredentials",
        "ANPALODGEROOTTASKCCCC",
        "Taking the credentials of an account's root away.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:DeactivateMFADevice","iam:DeleteAccessKey","iam:DeleteLoginProfile","iam:DeleteSigningCertificate","iam:GetAccessKeyLastUsed","iam:GetLoginProfile","iam:GetUser","iam:ListAccessKeys","iam:ListMFADevices","iam:ListSigningCertificates"],"Resource":"arn:aws:iam::*:root"},{"Effect":"Allow","Action":"iam:GetAccountSummary","Resource":"*"}]}"#,
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
    root_task(
        "S3UnlockBucketPolicy",
        "ANPALODGEROOTTASKDDDD",
        "Deleting a bucket's policy that shuts everybody out. There are no buckets here.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:DeleteBucketPolicy","s3:GetBucketPolicy","s3:ListAllMyBuckets","s3:PutBucketPolicy"],"Resource":"*"}]}"#,
    ),
    policy(
        "SecurityAudit",
        "ANPAIX2T3QCXHR2OGGCTO",
        "Reading how everything is set up: policies, keys, identities and the trail.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["cloudtrail:Describe*","cloudtrail:Get*","cloudtrail:List*","cloudtrail:LookupEvents","iam:GenerateCredentialReport","iam:Get*","iam:List*","iam:SimulateCustomPolicy","iam:SimulatePrincipalPolicy","kms:Describe*","kms:GetKeyPolicy","kms:GetKeyRotationStatus","kms:List*","organizations:Describe*","organizations:List*"],"Resource":"*"}]}"#,
    ),
    root_task(
        "SQSUnlockQueuePolicy",
        "ANPALODGEROOTTASKEEEE",
        "Deleting a queue's policy that shuts everybody out. There are no queues here.",
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sqs:GetQueueAttributes","sqs:GetQueueUrl","sqs:ListQueues","sqs:SetQueueAttributes"],"Resource":"*"}]}"#,
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
