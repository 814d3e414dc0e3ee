//! Organizational units, and policies that limit accounts.

use crate::support::*;
use aws_model::iam as model;
use aws_model::organizations::*;
use gate::Fault;
use serde_json::{Value, json};

/// An organization with a member account, whose administrator calls.
struct Members {
    world: World,
    root: String,
    member: String,
    /// Of the member account.
    inside: Keys,
}

impl Members {
    async fn new() -> Self {
        let world = World::new().await;
        let roots = world.call::<ListRoots>(&world.admin, ListRootsRequest::default()).await.unwrap();
        let root = roots.roots.unwrap().remove(0).id.unwrap();
        let member = Self::account(&world, "member").await;
        let role = format!("arn:aws:iam::{member}:role/OrganizationAccountAccessRole");
        let inside = world.assume(&world.admin, assume(&role, "setup")).await.unwrap();
        Self { world, root, member, inside }
    }

    async fn account(world: &World, name: &str) -> String {
        let input = CreateAccountRequest {
            account_name: name.to_owned().into(),
            email: format!("{name}@example.com").into(),
            iam_user_access_to_billing: None,
            role_name: None,
            tags: None,
        };
        let made = world.call::<CreateAccount>(&world.admin, input).await.unwrap();
        made.create_account_status.unwrap().account_id.unwrap()
    }

    async fn unit(&self, parent: &str, name: &str) -> Result<String, Fault> {
        let input = CreateOrganizationalUnitRequest {
            name: name.to_owned(),
            parent_id: parent.to_owned(),
            tags: None,
        };
        let made = self.world.call::<CreateOrganizationalUnit>(&self.world.admin, input).await?;
        Ok(made.organizational_unit.unwrap().id.unwrap())
    }

    async fn move_member(&self, from: &str, to: &str) -> Result<(), Fault> {
        let input = MoveAccountRequest {
            account_id: self.member.clone(),
            destination_parent_id: to.to_owned(),
            source_parent_id: from.to_owned(),
        };
        self.world.call::<MoveAccount>(&self.world.admin, input).await.map(drop)
    }

    async fn policy(&self, r#type: PolicyType, name: &str, statement: Value) -> Result<String, Fault> {
        let input = CreatePolicyRequest {
            content: json!({"Version": "2012-10-17", "Statement": [statement]}).to_string(),
            description: "for a test".into(),
            name: name.to_owned(),
            tags: None,
            r#type,
        };
        let made = self.world.call::<CreatePolicy>(&self.world.admin, input).await?;
        Ok(made.policy.unwrap().policy_summary.unwrap().id.unwrap())
    }

    async fn service_control(&self, name: &str, statement: Value) -> String {
        self.policy(PolicyType::ServiceControlPolicy, name, statement).await.unwrap()
    }

    async fn attach(&self, policy: &str, target: &str) -> Result<(), Fault> {
        let input = AttachPolicyRequest { policy_id: policy.to_owned(), target_id: target.to_owned() };
        self.world.call::<AttachPolicy>(&self.world.admin, input).await.map(drop)
    }

    async fn detach(&self, policy: &str, target: &str) -> Result<(), Fault> {
        let input = DetachPolicyRequest { policy_id: policy.to_owned(), target_id: target.to_owned() };
        self.world.call::<DetachPolicy>(&self.world.admin, input).await.map(drop)
    }

    async fn enable(&self, policy_type: PolicyType) -> Result<(), Fault> {
        let input = EnablePolicyTypeRequest { policy_type, root_id: self.root.clone() };
        self.world.call::<EnablePolicyType>(&self.world.admin, input).await.map(drop)
    }

    async fn disable(&self, policy_type: PolicyType) -> Result<(), Fault> {
        let input = DisablePolicyTypeRequest { policy_type, root_id: self.root.clone() };
        self.world.call::<DisablePolicyType>(&self.world.admin, input).await.map(drop)
    }

    async fn attached(&self, target: &str, filter: PolicyType) -> Vec<String> {
        let input = ListPoliciesForTargetRequest {
            filter,
            max_results: None,
            next_token: None,
            target_id: target.to_owned(),
        };
        let listed = self.world.call::<ListPoliciesForTarget>(&self.world.admin, input).await.unwrap();
        listed.policies.unwrap().into_iter().map(|policy| policy.id.unwrap()).collect()
    }

    /// What the member gets when it lists its users: nothing, or the text of the refusal.
    async fn lists_users(&self) -> Option<String> {
        let input = model::ListUsersRequest::default();
        match self.world.call::<model::ListUsers>(&self.inside, input).await {
            Ok(_) => None,
            Err(fault) => {
                assert_eq!(fault.code.code, "AccessDenied");
                Some(fault.message)
            }
        }
    }
}

fn deny(action: &str) -> Value {
    json!({"Sid": "No", "Effect": "Deny", "Action": action, "Resource": "*"})
}

fn only(action: &str) -> Value {
    json!({"Effect": "Allow", "Action": action, "Resource": "*"})
}

const FULL: &str = "p-FullAWSAccess";

#[tokio::test]
async fn units_form_a_tree_that_accounts_move_in() {
    let org = Members::new().await;
    let mut parent = org.root.clone();
    for level in 1..=5 {
        parent = org.unit(&parent, &format!("level {level}")).await.unwrap();
    }
    let too_deep = org.unit(&parent, "level 6").await.unwrap_err();
    assert_eq!(too_deep.code.code, "ConstraintViolationException");
    assert_eq!(refusal(org.unit(&org.root, "level 1").await).0, "DuplicateOrganizationalUnitException");
    assert_eq!(refusal(org.unit("r-zzzz", "x").await).0, "ParentNotFoundException");
    assert_eq!(refusal(org.unit(&org.member, "x").await).0, "InvalidInputException");

    org.move_member(&org.root, &parent).await.unwrap();
    assert_eq!(refusal(org.move_member(&org.root, &parent).await).0, "DuplicateAccountException");
    assert_eq!(
        refusal(org.move_member("ou-zzzz-12345678", &org.root).await).0,
        "SourceParentNotFoundException"
    );
    let nowhere = refusal(org.move_member(&parent, "ou-zzzz-12345678").await);
    assert_eq!(nowhere.0, "DestinationParentNotFoundException");
    let caller = org.world.authenticate(&org.inside).await.unwrap();
    let path = caller.membership.path.clone().unwrap();
    assert!(path.starts_with("o-") && path.ends_with(&format!("/{parent}/")), "{path}");
    assert_eq!(path.matches("/ou-").count(), 5);
    let input = DescribeAccountRequest { account_id: org.member.clone() };
    let account = org.world.call::<DescribeAccount>(&org.world.admin, input).await.unwrap().account.unwrap();
    assert_eq!(account.paths.unwrap(), [format!("{path}{}/", org.member)]);

    let input = DeleteOrganizationalUnitRequest { organizational_unit_id: parent.clone() };
    let delete = |input| org.world.call::<DeleteOrganizationalUnit>(&org.world.admin, input);
    assert_eq!(refusal(delete(input.clone()).await).0, "OrganizationalUnitNotEmptyException");
    org.move_member(&parent, &org.root).await.unwrap();
    delete(input.clone()).await.unwrap();
    assert_eq!(refusal(delete(input).await).0, "OrganizationalUnitNotFoundException");
}

#[tokio::test]
async fn every_level_must_allow_and_none_deny() {
    let org = Members::new().await;
    let unit = org.unit(&org.root, "unit").await.unwrap();
    org.move_member(&org.root, &unit).await.unwrap();
    assert_eq!(org.lists_users().await, None);
    let denying = org.service_control("deny", deny("iam:List*")).await;
    let only_sts = org.service_control("only sts", only("sts:*")).await;
    for target in [&org.root, &unit, &org.member] {
        org.attach(&denying, target).await.unwrap();
        let refused = org.lists_users().await.unwrap();
        assert!(refused.ends_with("with an explicit deny in a service control policy"), "{refused}");
        org.detach(&denying, target).await.unwrap();
        assert_eq!(org.lists_users().await, None);

        org.attach(&only_sts, target).await.unwrap();
        assert_eq!(org.lists_users().await, None);
        org.detach(FULL, target).await.unwrap();
        let refused = org.lists_users().await.unwrap();
        let missing = "because no service control policy allows the iam:ListUsers action";
        assert!(refused.ends_with(missing), "{refused}");
        org.attach(FULL, target).await.unwrap();
        org.detach(&only_sts, target).await.unwrap();
        assert_eq!(org.lists_users().await, None);
    }
    // The record names the policy.
    let denied =
        org.world.records().into_iter().find(|record| {
            record["additionalEventData"]["lodge"]["decisions"][0]["outcome"] == "ExplicitDeny"
        });
    let reason = &denied.unwrap()["additionalEventData"]["lodge"]["decisions"][0]["reasons"][0];
    assert_eq!(reason["policyType"], "service-control");
    assert_eq!(reason["policy"], format!("service control policy {denying} (deny)"));
    assert_eq!(reason["sid"], "No");
}

#[tokio::test]
async fn changes_count_at_once() {
    let org = Members::new().await;
    let unit = org.unit(&org.root, "unit").await.unwrap();
    let denying = org.service_control("deny", deny("iam:*")).await;
    org.attach(&denying, &unit).await.unwrap();
    assert_eq!(org.lists_users().await, None);
    org.move_member(&org.root, &unit).await.unwrap();
    assert!(org.lists_users().await.is_some());
    let content = json!({"Version": "2012-10-17", "Statement": deny("kms:*")}).to_string();
    let update = |content| UpdatePolicyRequest {
        content: Some(content),
        description: None,
        name: None,
        policy_id: denying.clone(),
    };
    org.world.call::<UpdatePolicy>(&org.world.admin, update(content)).await.unwrap();
    assert_eq!(org.lists_users().await, None);
    let content = json!({"Version": "2012-10-17", "Statement": deny("iam:ListUsers")}).to_string();
    org.world.call::<UpdatePolicy>(&org.world.admin, update(content)).await.unwrap();
    assert!(org.lists_users().await.is_some());
    org.move_member(&unit, &org.root).await.unwrap();
    assert_eq!(org.lists_users().await, None);

    // The root of a member is limited too, the management account is not.
    org.attach(&denying, &org.root).await.unwrap();
    assert!(org.lists_users().await.is_some());
    let management = org.world.call::<model::ListUsers>(&org.world.admin, Default::default()).await;
    management.unwrap();
    org.disable(PolicyType::ServiceControlPolicy).await.unwrap();
    assert_eq!(org.lists_users().await, None);
    // What was attached is forgotten.
    org.enable(PolicyType::ServiceControlPolicy).await.unwrap();
    assert_eq!(org.lists_users().await, None);
    assert_eq!(org.attached(&org.root, PolicyType::ServiceControlPolicy).await, [FULL]);
}

#[tokio::test]
async fn resource_control_policies_limit_who_comes_from_elsewhere() {
    let org = Members::new().await;
    let other = Members::account(&org.world, "other").await;
    let role = format!("arn:aws:iam::{other}:role/OrganizationAccountAccessRole");
    let enter = || org.world.assume(&org.world.admin, assume(&role, "entry"));
    enter().await.unwrap();
    let statement = json!({
        "Sid": "NoEntry",
        "Effect": "Deny",
        "Principal": "*",
        "Action": ["sts:AssumeRole", "kms:*"],
        "Resource": "*",
        "Condition": {"StringEquals": {"aws:ResourceAccount": other}},
    });
    let policy = org.policy(PolicyType::ResourceControlPolicy, "no entry", statement).await.unwrap();
    let attached = org.attach(&policy, &other).await;
    assert_eq!(refusal(attached).0, "PolicyTypeNotEnabledException");
    org.enable(PolicyType::ResourceControlPolicy).await.unwrap();
    enter().await.unwrap();
    org.attach(&policy, &other).await.unwrap();
    // The caller is of the management account: that one's own resources are not limited, those of others are.
    assert_eq!(refusal(enter().await).0, "AccessDenied");
    let reasons = org.world.records().into_iter().rev().find_map(|record| {
        let reasons = &record["additionalEventData"]["lodge"]["decisions"][0]["reasons"];
        (record["eventName"] == "AssumeRole").then(|| reasons.clone())
    });
    let reason = &reasons.unwrap()[0];
    assert_eq!(reason["policyType"], "resource-control");
    assert_eq!(reason["policy"], format!("resource control policy {policy} (no entry)"));
    let kept = org.detach("p-RCPFullAWSAccess", &other).await.unwrap_err();
    assert_eq!(kept.code.code, "InvalidInputException");
    org.detach(&policy, &other).await.unwrap();
    enter().await.unwrap();
    // On the management account, it has no effect.
    org.attach(&policy, &org.root).await.unwrap();
    assert_eq!(refusal(enter().await).0, "AccessDenied");
    org.disable(PolicyType::ResourceControlPolicy).await.unwrap();
    enter().await.unwrap();
}

#[tokio::test]
async fn attachments_have_their_rules() {
    let org = Members::new().await;
    let kind = PolicyType::ServiceControlPolicy;
    let last = org.detach(FULL, &org.root).await.unwrap_err();
    assert_eq!(last.code.code, "ConstraintViolationException");
    assert_eq!(refusal(org.attach(FULL, &org.root).await).0, "DuplicatePolicyAttachmentException");
    assert_eq!(refusal(org.attach("p-nosuchpolicy", &org.root).await).0, "PolicyNotFoundException");
    assert_eq!(refusal(org.attach(FULL, "ou-zzzz-12345678").await).0, "TargetNotFoundException");
    let mut policies = Vec::new();
    for at in 1..=10 {
        policies.push(org.service_control(&format!("policy {at}"), deny("s3:*")).await);
    }
    let (first, last) = (policies[0].clone(), policies.pop().unwrap());
    for policy in &policies {
        org.attach(policy, &org.member).await.unwrap();
    }
    assert_eq!(refusal(org.attach(&last, &org.member).await).0, "ConstraintViolationException");
    assert_eq!(org.attached(&org.member, kind).await.len(), 10);
    assert_eq!(refusal(org.detach(&last, &org.member).await).0, "PolicyNotAttachedException");

    let targets = |policy: &str| {
        let input =
            ListTargetsForPolicyRequest { max_results: None, next_token: None, policy_id: policy.to_owned() };
        org.world.call::<ListTargetsForPolicy>(&org.world.admin, input)
    };
    let found = targets(&first).await.unwrap().targets.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].target_id.as_ref(), Some(&org.member));
    assert_eq!(found[0].r#type, Some(TargetType::Account));
    // The root and both accounts.
    assert_eq!(targets(FULL).await.unwrap().targets.unwrap().len(), 3);
    org.detach(FULL, &org.member).await.unwrap();
    assert_eq!(targets(FULL).await.unwrap().targets.unwrap().len(), 2);

    let delete = |policy: &str| {
        let input = DeletePolicyRequest { policy_id: policy.to_owned() };
        org.world.call::<DeletePolicy>(&org.world.admin, input)
    };
    assert_eq!(refusal(delete(&first).await).0, "PolicyInUseException");
    org.detach(&first, &org.member).await.unwrap();
    delete(&first).await.unwrap();
    assert_eq!(refusal(delete(&first).await).0, "PolicyNotFoundException");
    assert_eq!(refusal(delete(FULL).await).0, "InvalidInputException");
    let twice = org.policy(kind, "policy 2", deny("s3:*")).await;
    assert_eq!(refusal(twice).0, "DuplicatePolicyException");
    let malformed = org.policy(kind, "malformed", json!({"Effect": "Deny"})).await;
    assert_eq!(refusal(malformed).0, "MalformedPolicyDocumentException");
    let other = org.policy(PolicyType::TagPolicy, "tags", deny("s3:*")).await;
    assert_eq!(refusal(other).0, "PolicyTypeNotAvailableForOrganizationException");
}

#[tokio::test]
async fn nobody_calls_for_a_closed_account_or_enters_it() {
    let org = Members::new().await;
    let close = |id: &str| {
        org.world.call::<CloseAccount>(&org.world.admin, CloseAccountRequest { account_id: id.to_owned() })
    };
    assert_eq!(refusal(close(ACCOUNT).await).0, "ConstraintViolationException");
    close(&org.member).await.unwrap();
    assert_eq!(refusal(close(&org.member).await).0, "AccountAlreadyClosedException");
    assert_eq!(org.world.whoami(&org.inside).await, Err("InvalidClientTokenId"));
    let role = format!("arn:aws:iam::{}:role/OrganizationAccountAccessRole", org.member);
    assert_eq!(refusal(org.world.assume(&org.world.admin, assume(&role, "entry")).await).0, "AccessDenied");
    let input = DescribeAccountRequest { account_id: org.member.clone() };
    let account = org.world.call::<DescribeAccount>(&org.world.admin, input).await.unwrap().account.unwrap();
    assert_eq!(account.status, Some(AccountStatus::Suspended));
    let remove = |id: &str| {
        let input = RemoveAccountFromOrganizationRequest { account_id: id.to_owned() };
        org.world.call::<RemoveAccountFromOrganization>(&org.world.admin, input)
    };
    assert_eq!(refusal(remove(&org.member).await).0, "ConstraintViolationException");
    assert_eq!(refusal(remove(ACCOUNT).await).0, "MasterCannotLeaveOrganizationException");
}

#[tokio::test]
async fn the_simulator_knows_what_limits_the_account() {
    let org = Members::new().await;
    let simulate = || async {
        let input = model::SimulatePrincipalPolicyRequest {
            action_names: vec!["kms:Encrypt".into()],
            policy_source_arn: format!("arn:aws:iam::{}:role/OrganizationAccountAccessRole", org.member),
            ..Default::default()
        };
        let answer = org.world.call::<model::SimulatePrincipalPolicy>(&org.inside, input).await.unwrap();
        let result = answer.evaluation_results.unwrap().remove(0);
        let detail = result.organizations_decision_detail.unwrap();
        (result.eval_decision, detail.allowed_by_organizations)
    };
    use model::PolicyEvaluationDecisionType::{Allowed, ExplicitDeny, ImplicitDeny};
    assert_eq!(simulate().await, (Allowed, Some(true)));
    let denying = org.service_control("deny", deny("kms:*")).await;
    org.attach(&denying, &org.root).await.unwrap();
    assert_eq!(simulate().await, (ExplicitDeny, Some(false)));
    org.detach(&denying, &org.root).await.unwrap();
    let only_iam = org.service_control("only iam", only("iam:*")).await;
    org.attach(&only_iam, &org.member).await.unwrap();
    org.detach(FULL, &org.member).await.unwrap();
    assert_eq!(simulate().await, (ImplicitDeny, Some(false)));
}

#[tokio::test]
async fn permissions_can_depend_on_the_type_of_policy_and_on_tags() {
    let org = Members::new().await;
    let may = json!({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "organizations:CreatePolicy", "Resource": "*",
            "Condition": {"StringEquals": {"organizations:PolicyType": "SERVICE_CONTROL_POLICY"}}},
        {"Effect": "Allow", "Action": "organizations:CloseAccount", "Resource": "*",
            "Condition": {"StringEquals": {"aws:ResourceTag/stage": "test"}}}]});
    let keys = org.world.user("keeper", Some(may)).await;
    // A member administers nothing, whatever its policies say.
    let refused = refusal(org.world.call::<ListRoots>(&org.inside, ListRootsRequest::default()).await);
    assert_eq!(refused.0, "AccessDeniedException");
    let create = |r#type| {
        let input = CreatePolicyRequest {
            content: json!({"Version": "2012-10-17", "Statement": [deny("s3:*")]}).to_string(),
            description: String::new(),
            name: "p".into(),
            tags: None,
            r#type,
        };
        org.world.call::<CreatePolicy>(&keys, input)
    };
    create(PolicyType::ServiceControlPolicy).await.unwrap();
    assert_eq!(refusal(create(PolicyType::ResourceControlPolicy).await).0, "AccessDeniedException");
    let close = || {
        let input = CloseAccountRequest { account_id: org.member.clone() };
        org.world.call::<CloseAccount>(&keys, input)
    };
    assert_eq!(refusal(close().await).0, "AccessDeniedException");
    let input = TagResourceRequest {
        resource_id: org.member.clone(),
        tags: vec![Tag { key: "stage".into(), value: "test".into() }],
    };
    org.world.call::<TagResource>(&org.world.admin, input).await.unwrap();
    close().await.unwrap();
}
