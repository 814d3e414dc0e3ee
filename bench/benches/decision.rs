//! Decisions at size: 5,000 roles with 20 managed policies of 6 KB each, and 10,000 keys with policies of their own.
//!
//! What is measured is what the gate does for a question once caller and key are there, which come from caches: the global condition keys,
//! and the evaluation of all policies. Each decision is about another role and another key, so that what it reads is seldom in the
//! processor's own caches.
//!
//! Criterion tells the mean, with the making of the question. The lines after it tell how long single decisions took.
#![allow(clippy::unwrap_used, reason = "constant texts that are policies and names")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use arn::AccountId;
use audit_event::{IdentityType, UserIdentity};
use bench::{OWNER, REGION, World};
use criterion::Criterion;
use gate::{Caller, Membership, Origin, Question, Session};
use iam_policy::{Authority, Context, Policy, PolicyKind, Principal};

/// How much there is.
struct Size {
    roles: usize,
    keys: usize,
    /// Roles share managed policies.
    policies: usize,
    /// Single decisions that are timed.
    turns: usize,
}

const WHOLE: Size = Size { roles: 5_000, keys: 10_000, policies: 1_000, turns: 100_000 };
/// For `--test`, which only shows that it runs and decides rightly.
const SMALL: Size = Size { roles: 50, keys: 100, policies: 40, turns: 1_000 };

const POLICIES_OF_A_ROLE: usize = 20;
/// IAM's quota of a managed policy, in characters without white space.
const POLICY_SIZE: usize = 6_144;

fn main() {
    let size = if std::env::args().any(|argument| argument == "--test") { SMALL } else { WHOLE };
    let origin = World::origin().unwrap();
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("decision_at_size");
    for (kind, statements) in [("mixed", mixed as Statements), ("same_action", same_action)] {
        let world = Places::new(&size, statements);
        for case in [Case::Allowed, Case::Nowhere] {
            let name = format!("{kind}/{}", case.name());
            report(&name, case, &world, &size, &origin);
            let mut turn = 0;
            group.bench_function(&name, |bencher| {
                bencher.iter(|| {
                    turn += 1;
                    let (caller, question) = world.case(case, turn);
                    black_box(gate::would_allow(caller, &origin, question))
                });
            });
        }
    }
    group.finish();
    criterion.final_summary();
}

/// What a caller notices is the slowest of a hundred.
fn report(name: &str, case: Case, world: &Places, size: &Size, origin: &Origin) {
    let timed = |turn| {
        let begin = Instant::now();
        let (caller, question) = world.case(case, turn);
        let asked = begin.elapsed();
        let allowed = gate::would_allow(black_box(caller), origin, question);
        let both = begin.elapsed();
        assert_eq!(allowed, case == Case::Allowed, "turn {turn} of {name}");
        (both.saturating_sub(asked), both)
    };
    let (mut decided, mut both): (Vec<Duration>, Vec<Duration>) = (0..size.turns).map(timed).unzip();
    for (what, took) in [("decision", &mut decided), ("question and decision", &mut both)] {
        took.sort_unstable();
        let at = |percent: usize| took.get(took.len() * percent / 100).copied().unwrap_or_default();
        println!("{name}: {what}: p50 {:?}, p90 {:?}, p99 {:?}", at(50), at(90), at(99));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// The last policy of the role allows, the key policy delegates.
    Allowed,
    /// No policy of the role allows the action.
    Nowhere,
}

impl Case {
    fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::Nowhere => "allowed_nowhere",
        }
    }

    fn action(self) -> &'static str {
        match self {
            Self::Allowed => "kms:Encrypt",
            Self::Nowhere => "kms:Verify",
        }
    }
}

/// Who and what there is.
struct Places {
    roles: Vec<Caller>,
    keys: Vec<Key>,
    owner: AccountId,
}

struct Key {
    arn: String,
    policy: Arc<Policy>,
    context: Context,
}

impl Places {
    fn new(size: &Size, statements: Statements) -> Self {
        let owner = OWNER.parse().unwrap();
        let managed: Vec<_> = (0..size.policies).map(|number| managed_policy(number, statements)).collect();
        let roles = (0..size.roles).map(|number| role(number, owner, &managed)).collect();
        let keys = (0..size.keys).map(key).collect();
        Self { roles, keys, owner }
    }

    /// Each turn is about another role and another key, in no order.
    fn case(&self, case: Case, turn: usize) -> (&Caller, Question) {
        let scattered = turn.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
        let caller = self.roles.get(scattered % self.roles.len()).unwrap();
        let key = self.keys.get((scattered >> 16) % self.keys.len()).unwrap();
        let mut question = Question::new(case.action(), key.arn.as_str(), self.owner);
        question.resource_policy = Some(("key policy", Arc::clone(&key.policy)));
        question.authority = Authority::KeyPolicy;
        question.context = key.context.clone();
        question.context.insert("kms:CallerAccount", OWNER);
        question.context.insert("kms:RequestAlias", "alias/customer-123");
        question.context.insert("kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
        question.context.insert("kms:EncryptionContext:tenant", "123");
        question.context.insert_many("kms:EncryptionContextKeys", ["tenant"]);
        (caller, question)
    }
}

/// A session of a role. Only the last of its policies allows.
fn role(number: usize, account: AccountId, managed: &[(String, Arc<Policy>)]) -> Caller {
    let policies = managed.iter().cycle().skip(number * 17 % managed.len()).take(POLICIES_OF_A_ROLE - 1);
    let using = format!("arn:aws:iam::{account}:policy/Use{number}");
    let using = (format!("managed policy {using}"), compiled(USING, PolicyKind::Identity));
    let session_arn = format!("arn:aws:sts::{account}:assumed-role/Role{number}/session");
    let origin = World::origin().unwrap();
    let mut identity = UserIdentity::new(IdentityType::AssumedRole);
    identity.arn = Some(session_arn.as_str().into());
    Caller {
        principal: Principal::AssumedRole {
            account,
            role_arn: format!("arn:aws:iam::{account}:role/Role{number}").parse().unwrap(),
            session_arn: session_arn.parse().unwrap(),
        },
        account,
        access_key_id: format!("ASIA{number:016}"),
        user_id: format!("AROA{number:017}:session"),
        identity,
        tags: vec![("tenant".to_owned(), "123".to_owned()), ("team".to_owned(), "blue".to_owned())],
        identity_policies: policies.cloned().chain([using]).collect(),
        boundary: None,
        session: Some(Session {
            issued_at: origin.at,
            expires_at: origin.at,
            issuer_id: None,
            mfa_at: None,
            is_assumed_root: false,
            policies: Vec::new(),
            source_identity: None,
            tags: Vec::new(),
            transitive_tag_keys: Vec::new(),
            federated: None,
        }),
        membership: Arc::new(Membership {
            organization_id: Some("o-abcdefghij".to_owned()),
            path: Some("o-abcdefghij/r-abcd/ou-abcd-12345678/".to_owned()),
            ..Membership::default()
        }),
    }
}

const USING: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["kms:Encrypt","kms:Decrypt"],
    "Resource":"arn:aws:kms:*:111122223333:key/*","Condition":{"StringLike":{"kms:RequestAlias":"alias/customer-*"}}}]}"#;

/// The elements of the statement at a place of a policy with a number, but for its effect.
type Statements = fn(number: usize, place: usize) -> (&'static str, String);

/// As many statements as the quota allows.
fn managed_policy(number: usize, statements: Statements) -> (String, Arc<Policy>) {
    let mut text = r#"{"Version":"2012-10-17","Statement":["#.to_owned();
    for place in 0.. {
        let (effect, elements) = statements(number, place);
        let statement = format!(r#"{{"Sid":"S{place}","Effect":"{effect}",{elements}}}"#);
        if text.len() + statement.len() + 3 > POLICY_SIZE {
            break;
        }
        if place > 0 {
            text.push(',');
        }
        text.push_str(&statement);
    }
    text.push_str("]}");
    (format!("managed policy arn:aws:iam::{OWNER}:policy/P{number}"), compiled(&text, PolicyKind::Identity))
}

/// Some of what administrators write: names of actions in full, patterns, conditions, denials, lists of resources, variables, and services
/// that are not here. Policies begin at another form each; seven in twenty statements are about the key service, and two about nearly all actions.
fn mixed(number: usize, place: usize) -> (&'static str, String) {
    let own = format!("{number:04}-{place:02}");
    match (number + place) % 20 {
        0 => (
            "Allow",
            format!(
                r#""Action":["iam:GetUser","iam:ListRoles","iam:GetRole"],"Resource":"arn:aws:iam::{OWNER}:role/team-{own}/*""#
            ),
        ),
        1 => (
            "Allow",
            format!(
                r#""Action":["kms:Encrypt","kms:Decrypt","kms:GenerateDataKey*"],"Resource":"arn:aws:kms:*:{OWNER}:key/{own}-*","Condition":{{"StringEquals":{{"kms:RequestAlias":"alias/app-{own}"}}}}"#
            ),
        ),
        2 => (
            "Allow",
            format!(r#""Action":["s3:GetObject","s3:PutObject*"],"Resource":"arn:aws:s3:::bucket-{own}/*""#),
        ),
        3 => (
            "Deny",
            format!(
                r#""Action":["kms:ScheduleKeyDeletion","kms:Disable*"],"Resource":"*","Condition":{{"StringNotEquals":{{"aws:PrincipalTag/team":"team-{own}"}}}}"#
            ),
        ),
        4 => (
            "Allow",
            format!(
                r#""Action":["kms:Describe*","kms:List*","kms:Get*"],"Resource":"arn:aws:kms:*:{OWNER}:key/{own}*""#
            ),
        ),
        5 => (
            "Allow",
            format!(
                r#""Action":"sts:AssumeRole","Resource":"arn:aws:iam::{OWNER}:role/App{number}x{place}""#
            ),
        ),
        6 => (
            "Allow",
            format!(
                r#""Action":["ec2:Describe*","ec2:StartInstances","ec2:StopInstances"],"Resource":"*","Condition":{{"StringEquals":{{"aws:ResourceTag/team":"team-{own}"}}}}"#
            ),
        ),
        7 => (
            "Allow",
            format!(
                r#""Action":"kms:*","Resource":["arn:aws:kms:eu-west-1:{OWNER}:key/{own}-12ab-34cd-56ef-000000000001","arn:aws:kms:eu-west-1:{OWNER}:key/{own}-12ab-34cd-56ef-000000000002"]"#
            ),
        ),
        8 => (
            "Allow",
            format!(
                r#""Action":["dynamodb:GetItem","dynamodb:Query","dynamodb:Batch*"],"Resource":"arn:aws:dynamodb:*:{OWNER}:table/${{aws:PrincipalTag/tenant}}-{own}""#
            ),
        ),
        9 => (
            "Deny",
            format!(
                r#""Action":"kms:*","Resource":"*","Condition":{{"NotIpAddress":{{"aws:SourceIp":["192.0.2.0/24","198.51.{place}.0/24"]}}}}"#
            ),
        ),
        10 => (
            "Allow",
            format!(
                r#""Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":"arn:aws:logs:*:{OWNER}:log-group:/app/{own}:*""#
            ),
        ),
        11 => (
            "Allow",
            format!(
                r#""Action":["sqs:SendMessage","sqs:ReceiveMessage","sqs:DeleteMessage"],"Resource":"arn:aws:sqs:*:{OWNER}:queue-{own}""#
            ),
        ),
        12 => (
            "Allow",
            format!(
                r#""Action":["secretsmanager:GetSecretValue"],"Resource":"arn:aws:secretsmanager:*:{OWNER}:secret:{own}/*","Condition":{{"StringLike":{{"aws:PrincipalArn":"arn:aws:iam::*:role/team-{own}/*"}}}}"#
            ),
        ),
        13 => (
            "Deny",
            format!(
                r#""NotAction":["iam:*","sts:*","kms:*","s3:*"],"Resource":"*","Condition":{{"StringNotEquals":{{"aws:RequestedRegion":["eu-west-1","eu-central-{place}"]}}}}"#
            ),
        ),
        14 => (
            "Allow",
            format!(
                r#""Action":["kms:CreateGrant","kms:RetireGrant","kms:ListGrants"],"Resource":"arn:aws:kms:*:{OWNER}:key/{own}-*","Condition":{{"Bool":{{"kms:GrantIsForAWSResource":"true"}}}}"#
            ),
        ),
        15 => (
            "Allow",
            format!(
                r#""Action":["lambda:InvokeFunction"],"Resource":["arn:aws:lambda:*:{OWNER}:function:f-{own}","arn:aws:lambda:*:{OWNER}:function:f-{own}:*"]"#
            ),
        ),
        16 => (
            "Deny",
            r#""Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}"#.to_owned(),
        ),
        17 => (
            "Allow",
            format!(
                r#""Action":["s3:List*","s3:GetBucket*"],"Resource":["arn:aws:s3:::bucket-{own}","arn:aws:s3:::logs-{own}"]"#
            ),
        ),
        18 => (
            "Allow",
            format!(
                r#""Action":["kms:Sign","kms:GetPublicKey"],"Resource":"arn:aws:kms:eu-*:{OWNER}:key/{own}-*","Condition":{{"StringEquals":{{"kms:SigningAlgorithm":"ECDSA_SHA_256"}}}}"#
            ),
        ),
        _ => (
            "Allow",
            format!(
                r#""Action":["cloudwatch:PutMetricData","cloudwatch:Get*"],"Resource":"*","Condition":{{"StringEquals":{{"cloudwatch:namespace":"{own}"}}}}"#
            ),
        ),
    }
}

/// Every statement is about the actions that are asked for, and only resource or conditions keep it from applying.
fn same_action(number: usize, place: usize) -> (&'static str, String) {
    let own = format!("{number:04}-{place:02}");
    let actions = r#""Action":["kms:Encrypt","kms:Decrypt","kms:Verify"]"#;
    match (number + place) % 4 {
        0 => (
            "Allow",
            format!(
                r#"{actions},"Resource":"arn:aws:kms:eu-west-1:{OWNER}:key/{own}-12ab-34cd-56ef-000000000001""#
            ),
        ),
        1 => ("Allow", format!(r#"{actions},"Resource":"arn:aws:kms:*:{OWNER}:key/{own}-*""#)),
        2 => (
            "Allow",
            format!(
                r#"{actions},"Resource":"*","Condition":{{"StringEquals":{{"kms:RequestAlias":"alias/app-{own}"}}}}"#
            ),
        ),
        _ => (
            "Deny",
            format!(
                r#"{actions},"Resource":"*","Condition":{{"StringLike":{{"kms:EncryptionContext:tenant":"tenant-{own}*"}}}}"#
            ),
        ),
    }
}

fn key(number: usize) -> Key {
    let arn = format!("arn:aws:kms:{REGION}:{OWNER}:key/{number:08}-12ab-34cd-56ef-1234567890ab");
    let text = format!(
        r#"{{"Version":"2012-10-17","Id":"key {number}","Statement":[
        {{"Sid":"Delegate","Effect":"Allow","Principal":{{"AWS":"arn:aws:iam::{OWNER}:root"}},"Action":"kms:*","Resource":"*"}},
        {{"Sid":"Administer","Effect":"Allow","Principal":{{"AWS":"arn:aws:iam::{OWNER}:role/Administrator{number}"}},
          "Action":["kms:Create*","kms:Describe*","kms:Enable*","kms:List*","kms:Put*","kms:Update*","kms:ScheduleKeyDeletion"],"Resource":"*"}},
        {{"Sid":"NotInClear","Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*",
          "Condition":{{"Bool":{{"aws:SecureTransport":"false"}}}}}}]}}"#
    );
    let mut context = Context::new();
    context.insert("kms:KeySpec", "SYMMETRIC_DEFAULT");
    context.insert("kms:CustomerMasterKeySpec", "SYMMETRIC_DEFAULT");
    context.insert("kms:KeyUsage", "ENCRYPT_DECRYPT");
    context.insert("kms:CustomerMasterKeyUsage", "ENCRYPT_DECRYPT");
    context.insert("kms:KeyOrigin", "AWS_KMS");
    context.insert("kms:MultiRegion", "false");
    context.insert_many("kms:ResourceAliases", [format!("alias/customer-{number}")]);
    context.insert("aws:ResourceTag/tenant", number.to_string());
    Key { arn, policy: compiled(&text, PolicyKind::KeyPolicy), context }
}

fn compiled(text: &str, kind: PolicyKind) -> Arc<Policy> {
    Arc::new(Policy::parse(text, kind).unwrap())
}
