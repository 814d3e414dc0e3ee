//! The policy simulator.

use crate::support::*;
use aws_model::iam::*;
use serde_json::{Value, json};

#[tokio::test]
async fn a_user_is_judged_by_all_policies_and_the_boundary() {
    let world = World::new().await;
    world.user("ann", Some(allow_on("s3:GetObject", "arn:aws:s3:::a/*"))).await;
    world.group("Team", &["ann"]).await;
    let arn = world.policy("Own", allow("kms:ListKeys")).await;
    world.attach_group("Team", &arn).await.unwrap();
    let input = SimulatePrincipalPolicyRequest {
        action_names: vec!["s3:GetObject".into(), "kms:ListKeys".into()],
        policy_source_arn: user_arn("ann"),
        resource_arns: Some(vec!["arn:aws:s3:::a/x".into(), "arn:aws:s3:::b/x".into()]),
        ..Default::default()
    };
    let answer = world.call::<SimulatePrincipalPolicy>(&world.admin, input.clone()).await.unwrap();
    let results = answer.evaluation_results.unwrap();
    let decisions: Vec<_> = results.iter().map(|result| result.eval_decision).collect();
    use PolicyEvaluationDecisionType::{Allowed, ExplicitDeny, ImplicitDeny};
    assert_eq!(decisions, [Allowed, ImplicitDeny, Allowed, Allowed]);
    let by = |index: usize| results[index].matched_statements.as_ref().unwrap()[0].clone();
    assert_eq!(by(0).source_policy_id.as_deref(), Some("user_ann_p"));
    assert_eq!(by(2).source_policy_id.as_deref(), Some("Own"));
    assert_eq!(by(2).source_policy_type, Some(PolicySourceType::UserManaged));
    world.bound_user("ann", "arn:aws:iam::aws:policy/ReadOnlyAccess").await.unwrap();
    let answer = world.call::<SimulatePrincipalPolicy>(&world.admin, input.clone()).await.unwrap();
    let results = answer.evaluation_results.unwrap();
    assert_eq!((results[0].eval_decision, results[2].eval_decision), (ImplicitDeny, Allowed));
    let detail = results[0].permissions_boundary_decision_detail.clone().unwrap();
    assert_eq!(detail.allowed_by_permissions_boundary, Some(false));
    // What the request adds counts too.
    let deny = json!({"Statement": {"Effect": "Deny", "Action": "kms:*", "Resource": "*"}});
    let more =
        SimulatePrincipalPolicyRequest { policy_input_list: Some(vec![deny.to_string()]), ..input.clone() };
    let results =
        world.call::<SimulatePrincipalPolicy>(&world.admin, more).await.unwrap().evaluation_results.unwrap();
    assert_eq!(results[3].eval_decision, ExplicitDeny);
    let missing = SimulatePrincipalPolicyRequest { policy_source_arn: user_arn("bob"), ..input };
    assert_eq!(refusal(world.call::<SimulatePrincipalPolicy>(&world.admin, missing).await).0, "NoSuchEntity");
}

#[tokio::test]
async fn a_custom_policy_is_judged_with_the_context_given_in_pages() {
    let world = World::new().await;
    let mut policy = allow("s3:*");
    policy["Statement"][0]["Condition"] = json!({"StringEquals": {"aws:RequestedRegion": "eu-west-1"}});
    let input = |entries, marker| SimulateCustomPolicyRequest {
        action_names: vec!["s3:GetObject".into(), "s3:PutObject".into(), "kms:Encrypt".into()],
        context_entries: entries,
        marker,
        max_items: Some(2),
        policy_input_list: vec![policy.to_string()],
        ..Default::default()
    };
    let region = ContextEntry {
        context_key_name: Some("aws:RequestedRegion".into()),
        context_key_type: Some(ContextKeyTypeEnum::String),
        context_key_values: Some(vec!["eu-west-1".into()]),
    };
    let (mut allowed, mut marker) = (Vec::new(), None);
    loop {
        let input = input(Some(vec![region.clone()]), marker);
        let page = world.call::<SimulateCustomPolicy>(&world.admin, input).await.unwrap();
        let results = page.evaluation_results.unwrap();
        allowed.extend(
            results.into_iter().map(|result| result.eval_decision == PolicyEvaluationDecisionType::Allowed),
        );
        marker = page.marker;
        if marker.is_none() {
            break;
        }
    }
    assert_eq!(allowed, [true, true, false]);
    let page = world.call::<SimulateCustomPolicy>(&world.admin, input(None, None)).await.unwrap();
    let first = page.evaluation_results.unwrap().remove(0);
    assert_eq!(first.eval_decision, PolicyEvaluationDecisionType::ImplicitDeny);
    assert_eq!(first.missing_context_values.unwrap(), ["aws:RequestedRegion"]);
    let malformed = SimulateCustomPolicyRequest { policy_input_list: vec!["{}".into()], ..input(None, None) };
    let (code, text) = refusal(world.call::<SimulateCustomPolicy>(&world.admin, malformed).await);
    assert!(code == "InvalidInput" && text.starts_with("PolicyInputList.1: "), "{text}");
    let pattern = SimulateCustomPolicyRequest { action_names: vec!["s3:*".into()], ..input(None, None) };
    assert_eq!(refusal(world.call::<SimulateCustomPolicy>(&world.admin, pattern).await).0, "InvalidInput");
}

#[tokio::test]
async fn a_custom_policy_is_judged_under_the_levels_given() {
    let world = World::new().await;
    let mut deny = allow("*");
    deny["Statement"][0]["Effect"] = json!("Deny");
    let decided = async |levels: &[&[Value]]| {
        let level = |policies: &&[Value]| OrderedOrganizationPolicyType {
            service_control_policy_input_list: Some(policies.iter().map(Value::to_string).collect()),
        };
        let input = SimulateCustomPolicyRequest {
            action_names: vec!["kms:ListKeys".into()],
            ordered_organization_policy_input_list: Some(levels.iter().map(level).collect()),
            policy_input_list: vec![allow("*").to_string()],
            ..Default::default()
        };
        let answer = world.call::<SimulateCustomPolicy>(&world.admin, input).await;
        answer.map(|page| page.evaluation_results.unwrap().remove(0).eval_decision)
    };
    use PolicyEvaluationDecisionType::{Allowed, ExplicitDeny, ImplicitDeny};
    let everything = [allow("*")];
    assert_eq!(decided(&[&everything, &everything]).await.unwrap(), Allowed);
    assert_eq!(decided(&[&everything, &[allow("*"), deny]]).await.unwrap(), ExplicitDeny);
    assert_eq!(decided(&[&everything, &[], &everything]).await.unwrap(), ImplicitDeny);
    assert_eq!(decided(&[]).await.unwrap(), Allowed);
    let (code, text) = refusal(decided(&[&everything, &[json!({})]]).await);
    assert_eq!(code, "InvalidInput");
    assert!(
        text.starts_with("OrderedOrganizationPolicyInputList.2.ServiceControlPolicyInputList.1: "),
        "{text}"
    );
}

#[tokio::test]
async fn context_keys_are_those_of_the_policies() {
    let world = World::new().await;
    let mut policy = allow("s3:*");
    policy["Statement"][0]["Resource"] = json!("arn:aws:s3:::b/${aws:username}");
    world.user("ann", Some(policy.clone())).await;
    policy["Statement"][0]["Condition"] = json!({"Bool": {"aws:SecureTransport": "true"}});
    let input = GetContextKeysForPrincipalPolicyRequest {
        policy_input_list: Some(vec![policy.to_string()]),
        policy_source_arn: user_arn("ann"),
    };
    let found = world.call::<GetContextKeysForPrincipalPolicy>(&world.admin, input).await.unwrap();
    assert_eq!(found.context_key_names.unwrap(), ["aws:SecureTransport", "aws:username"]);
    let input = GetContextKeysForCustomPolicyRequest { policy_input_list: vec!["{".into()] };
    assert_eq!(
        refusal(world.call::<GetContextKeysForCustomPolicy>(&world.admin, input).await).0,
        "InvalidInput"
    );
}
