//! AssumeRoot: a short session of a member account's root, for one task.
//!
//! Sources: STS API Reference, "AssumeRoot"; IAM User Guide, "Centrally manage root access for member accounts".

use arn::{AccountId, Arn};
use aws_model::sts;
use gate::{Call, Effect, Guarded, Permit, Question, Resolved, View};

use super::callable::check_kind;
use crate::aws_managed::{self, ROOT_TASKS};
use crate::records::{Account, Organization, RootFeature};
use crate::session_policies::SessionPolicies;
use crate::session_token::{SessionOf, TokenSession};
use crate::{Error, Iam};

/// In seconds.
const LONGEST: u64 = 900;

/// Whose root does which task.
pub struct RootTask {
    account: AccountId,
    policy_arn: String,
    /// What must be enabled for it, if it is not.
    missing: Option<RootFeature>,
}

impl Guarded<sts::AssumeRoot> for Iam {
    type Target = RootTask;
    type Error = Error;
    const EFFECT: Effect = Effect::Read;
    const RECORDS_RESPONSE: bool = true;

    async fn resolve(
        &self,
        view: &mut View,
        call: &Call<sts::AssumeRootRequest>,
    ) -> Result<Resolved<RootTask>, Error> {
        let (caller, input) = (&call.caller, &call.input);
        check_kind("AssumeRoot", caller)?;
        let account = target(&input.target_principal)?;
        let (policy_arn, feature) = task(input.task_policy_arn.arn.as_deref())?;
        let tx = view.tx().await?;
        let organization = Organization::get(tx).await?;
        let management = organization.management_account;
        let member: Option<Account> = tx.get(&account).await?;
        // Who is not of the management account learns nothing, and its own root is nobody's task.
        let may_be = caller.account == management && account != management;
        let found = member.filter(|member| may_be && member.closed.is_none());
        let mut question = Question::new("sts:AssumeRoot", account.root_arn(), caller.account);
        question.context.insert("sts:TaskPolicyArn", policy_arn.clone());
        let missing = (!organization.root_access.contains(&feature)).then_some(feature);
        let target = found.map(|found| RootTask { account: found.id, policy_arn, missing });
        Ok(Resolved { target, questions: vec![question] })
    }

    async fn run(
        &self,
        _: &mut View,
        permit: Permit<'_, sts::AssumeRoot, RootTask>,
    ) -> Result<sts::AssumeRootResponse, Error> {
        let (caller, input, issued) = (permit.caller(), permit.input(), permit.origin().at);
        let RootTask { account, policy_arn, missing } = permit.into_target();
        if let Some(feature) = missing {
            return Err(Error::RootAccessNotEnabled(feature.wire().as_str()));
        }
        let asked = input.duration_seconds.and_then(|seconds| u64::try_from(seconds).ok());
        let duration = std::time::Duration::from_secs(asked.unwrap_or(LONGEST).min(LONGEST));
        let session = TokenSession {
            policies: SessionPolicies { inline: None, managed: vec![policy_arn] },
            source_identity: caller.session.as_ref().and_then(|session| session.source_identity.clone()),
            ..TokenSession::new(account, SessionOf::Root, issued, duration, &*self.random)?
        };
        let (credentials, session_token_size) = self.issue(&session, input.minimum_session_token_size)?;
        Ok(sts::AssumeRootResponse {
            credentials: Some(credentials),
            session_token_size,
            session_token_utilization: None,
            source_identity: session.source_identity,
        })
    }
}

/// The account of `TargetPrincipal`: its id, or the ARN of its root.
fn target(principal: &str) -> Result<AccountId, Error> {
    let of_arn = || {
        let arn: Arn = principal.parse().ok()?;
        arn.account_id().filter(|account| account.root_arn() == principal)
    };
    principal.parse().ok().or_else(of_arn).ok_or_else(|| {
        Error::validation("The TargetPrincipal must be the id of a member account or the ARN of its root.")
    })
}

/// The task of `TaskPolicyArn`, and what must be enabled for it.
fn task(policy_arn: Option<&str>) -> Result<(String, RootFeature), Error> {
    let found = policy_arn.and_then(aws_managed::find).filter(|policy| policy.path == ROOT_TASKS);
    let policy = found.ok_or_else(|| {
        Error::validation("The TaskPolicyArn must be one of AWS's managed policies under root-task/.")
    })?;
    let feature = match policy.name.starts_with("IAM") {
        true => RootFeature::CredentialsManagement,
        false => RootFeature::Sessions,
    };
    Ok((policy.arn(), feature))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_accounts_and_roots() {
        for text in ["111122223333", "arn:aws:iam::111122223333:root"] {
            assert_eq!(target(text).unwrap().as_str(), "111122223333");
        }
        for text in [
            "",
            "11112222333",
            "arn:aws:iam::111122223333:user/ann",
            "arn:aws:iam::111122223333:root/x",
            "arn:aws:sts::111122223333:root",
            "arn:aws-cn:iam::111122223333:root",
            "arn:aws:iam:eu-west-1:111122223333:root",
        ] {
            assert!(target(text).is_err(), "{text}");
        }
    }

    #[test]
    fn tasks_are_policies_for_roots() {
        let feature =
            |name: &str| task(Some(&format!("arn:aws:iam::aws:policy/{name}"))).ok().map(|found| found.1);
        assert_eq!(
            feature("root-task/IAMAuditRootUserCredentials"),
            Some(RootFeature::CredentialsManagement)
        );
        assert_eq!(feature("root-task/S3UnlockBucketPolicy"), Some(RootFeature::Sessions));
        for other in [
            "AdministratorAccess",
            "IAMAuditRootUserCredentials",
            "root-task/AdministratorAccess",
            "root-task/",
        ] {
            assert_eq!(feature(other), None, "{other}");
        }
        assert!(task(None).is_err());
    }
}
