//! Policies. The bytes are the text of a policy, and of a policy case.
//!
//! A policy of any kind decides the same every time and in every layout of its text; without an Allow statement it grants
//! nothing; beside a policy that denies all, the answer is an explicit deny; an explanation tells the same as the decision.

use std::sync::LazyLock;

use clock::Timestamp;
use iam_policy::{
    Authority, Context, Decision, Effect, Named, Outcome, Policies, Policy, PolicyKind, Principal, Request,
    case, evaluate, explain,
};

/// Runs the target.
pub fn run(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else { return };
    for kind in KINDS {
        match Policy::parse(text, kind) {
            Ok(policy) => judged(&policy, text),
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
    match case::run(text) {
        Ok(verdict) => {
            assert_eq!(verdict.decision, verdict.explanation.decision.outcome);
            assert!(!verdict.because.is_empty() && !verdict.to_string().is_empty());
            let written = serde_json::to_value(&verdict).expect("a verdict is JSON");
            assert_eq!(written["decision"], verdict.decision.to_string());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

const KINDS: [PolicyKind; 7] = [
    PolicyKind::Identity,
    PolicyKind::Boundary,
    PolicyKind::Session,
    PolicyKind::Resource,
    PolicyKind::KeyPolicy,
    PolicyKind::Trust,
    PolicyKind::Organization,
];

const KEY: &str = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ROLE: &str = "arn:aws:iam::111122223333:role/team/App";
const CALLS: [(&str, &str); 4] = [
    ("kms:Decrypt", KEY),
    ("sts:AssumeRole", ROLE),
    ("s3:GetObject", "arn:aws:s3:::b/k"),
    ("kms:ListKeys", "*"),
];

fn judged(policy: &Policy, text: &str) {
    assert!(policy.packed_len() <= text.chars().count());
    let other_layout = relaid(text).map(|text| Policy::parse(&text, policy.kind()).expect("the same policy"));
    let allows = policy.statements().iter().any(|statement| statement.effect() == Effect::Allow);
    for (principal, context) in CALLERS.iter() {
        for (action, resource) in CALLS {
            let resource_account = "111122223333".parse().expect("an account id");
            let request =
                Request { principal, principal_id: None, action, resource, resource_account, context };
            let decision = decide(&request, policy, &[]);
            if let Some(other) = &other_layout {
                assert_eq!(decide(&request, other, &[]).outcome, decision.outcome, "{action}");
            }
            let of_root =
                decision.reasons.iter().any(|it| it.policy_type == iam_policy::PolicyType::AccountRoot);
            assert!(allows || of_root || !decision.is_allowed(), "allowed by nothing");

            let deny_all = [Named { name: "deny", policy: &DENY_ALL }];
            assert_eq!(decide(&request, policy, &deny_all).outcome, Outcome::ExplicitDeny);
        }
    }
}

/// Decides with `policy` in its place, and with identity policies beside it.
fn decide(request: &Request<'_>, policy: &Policy, identity: &[Named<'_>]) -> Decision {
    let named = Named { name: "tested", policy };
    let allow_all = Named { name: "allow", policy: &ALLOW_ALL };
    let kind = policy.kind();
    let own = [named];
    let level: [&[Named<'_>]; 1] = [&own];
    let mut all: Vec<Named<'_>> = identity.to_vec();
    all.push(if kind == PolicyKind::Identity { named } else { allow_all });
    let mut policies = Policies { identity: &all, ..Policies::default() };
    match kind {
        PolicyKind::Identity => {}
        PolicyKind::Boundary => policies.boundary = Some(named),
        PolicyKind::Session => policies.session = &own,
        PolicyKind::Resource => {
            policies.resource = Some(named);
            policies.identity = identity;
        }
        PolicyKind::KeyPolicy => {
            policies.resource = Some(named);
            policies.resource_authority = Authority::KeyPolicy;
        }
        PolicyKind::Trust => {
            policies.resource = Some(named);
            policies.resource_authority = Authority::Trust;
        }
        PolicyKind::Organization => {
            policies.service_control = &level;
            policies.resource_control = &level;
        }
    }
    let decision = evaluate(request, &policies);
    assert_eq!(evaluate(request, &policies), decision);
    let explanation = explain(request, &policies);
    assert_eq!(explanation.decision, decision);
    assert!(!explanation.to_string().is_empty() && !decision.because().is_empty());
    decision
}

/// The same JSON with other white space, and the members of objects sorted.
fn relaid(text: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    let text = serde_json::to_string_pretty(&value).ok()?;
    // White space alone can make a text longer than a policy may be.
    (text.len() <= PolicyKind::KeyPolicy.max_text()).then_some(text)
}

fn all(effect: &str) -> Policy {
    let text = format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"{effect}","Action":"*","Resource":"*"}}]}}"#
    );
    Policy::parse(&text, PolicyKind::Identity).expect("a policy")
}

static ALLOW_ALL: LazyLock<Policy> = LazyLock::new(|| all("Allow"));
static DENY_ALL: LazyLock<Policy> = LazyLock::new(|| all("Deny"));

static CALLERS: LazyLock<Vec<(Principal, Context)>> = LazyLock::new(|| {
    let account = "111122223333".parse().expect("an account id");
    let arn = |text: &str| text.parse().expect("an ARN");
    let principals = [
        Principal::User { account, arn: arn("arn:aws:iam::111122223333:user/ann") },
        Principal::AssumedRole {
            account,
            role_arn: arn(ROLE),
            session_arn: arn("arn:aws:sts::111122223333:assumed-role/App/s1"),
        },
        Principal::User {
            account: "444455556666".parse().expect("an account id"),
            arn: arn("arn:aws:iam::444455556666:user/bob"),
        },
        Principal::Root { account },
        Principal::Service { name: "logs.amazonaws.com".to_owned() },
        Principal::Anonymous,
    ];
    principals
        .into_iter()
        .enumerate()
        .map(|(at, principal)| (principal.clone(), context(&principal, at)))
        .collect()
});

fn context(principal: &Principal, at: usize) -> Context {
    let mut context = Context::new();
    context.insert_principal(principal);
    context.insert("aws:CurrentTime", Timestamp::from_secs(1_769_860_800).to_iso8601());
    context.insert("aws:EpochTime", "1769860800");
    context.insert("aws:SourceIp", if at.is_multiple_of(2) { "192.0.2.7" } else { "2001:db8::7" });
    context.insert("aws:SecureTransport", "true");
    context.insert("kms:RequestAlias", "alias/app");
    context.insert("kms:EncryptionContext:tenant", "acme");
    context.insert_many("kms:EncryptionContextKeys", ["tenant", "purpose"]);
    context.insert_many("aws:TagKeys", ["team"]);
    context.insert_many("kms:ResourceAliases", ["alias/app", "alias/b"]);
    context
}
