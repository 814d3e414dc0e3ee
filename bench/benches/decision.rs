//! Decisions at size: 5,000 roles with 20 managed policies each, and 10,000 keys with policies of their own.
//!
//! `per_service` has policies as administrators write them, as large as IAM allows and of a more usual size. `mixed` and `same_action` are
//! there to see what happens when policies are made to be costly.
//!
//! What is measured is what the gate does for a question once caller and key are there, which come from caches: the global condition keys,
//! and the evaluation of all policies. Each decision is about another role and another key, so that what it reads is seldom in the
//! processor's own caches.
//!
//! Criterion tells the mean, with the making of the question. The lines after it tell how long single decisions took.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "constant texts that are policies and names"
)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use arn::AccountId;
use audit_event::{IdentityType, UserIdentity};
use bench::{OWNER, REGION, World};
use criterion::Criterion;
use gate::{Caller, CallerKeys, Membership, Origin, PolicyLevel, Question, Session};
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
const LARGEST_POLICY: usize = 6_144;
/// Of a policy with some seven statements.
const USUAL_POLICY: usize = 1_536;
/// Organizations' quota of a service or resource control policy.
const LARGEST_CONTROL_POLICY: usize = 5_120;
/// How many policies there are that forbid what nobody may do.
const GUARDRAILS: usize = 10;

fn main() {
    let size = if std::env::args().any(|argument| argument == "--test") { SMALL } else { WHOLE };
    let origin = World::origin().unwrap();
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("decision_at_size");
    let per_service = Mix {
        statements: per_service,
        guardrail: Some(guardrail),
        policy_size: LARGEST_POLICY,
        in_organization: false,
    };
    let usual = Mix { policy_size: USUAL_POLICY, ..per_service };
    let mixed = Mix { statements: mixed, guardrail: None, ..per_service };
    let same_action = Mix { statements: same_action, ..mixed };
    let organization = Mix { in_organization: true, ..per_service };
    let mixes = [
        ("per_service_6k", per_service),
        ("per_service_1k5", usual),
        ("per_service_6k_in_organization", organization),
        ("mixed", mixed),
        ("same_action", same_action),
    ];
    for (kind, mix) in mixes {
        let world = Places::new(&size, mix);
        // The caches hold callers that asked before.
        for caller in &world.roles {
            world.would_allow(caller, &origin, world.question(Case::Nowhere, 0));
        }
        for case in [Case::Allowed, Case::Nowhere] {
            let name = format!("{kind}/{}", case.name());
            report(&name, case, &world, &size, &origin);
            let mut turn = 0;
            group.bench_function(&name, |bencher| {
                bencher.iter(|| {
                    turn += 1;
                    let (caller, question) = world.case(case, turn);
                    black_box(world.would_allow(caller, &origin, question))
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
        let allowed = world.would_allow(black_box(caller), origin, question);
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
    membership: Arc<Membership>,
}

struct Key {
    arn: String,
    policy: Arc<Policy>,
    context: Context,
}

impl Places {
    fn new(size: &Size, mix: Mix) -> Self {
        let owner = OWNER.parse().unwrap();
        let policy = |number, statements| managed_policy(number, statements, mix.policy_size);
        let managed: Vec<_> = (0..size.policies).map(|number| policy(number, mix.statements)).collect();
        let guardrails = mix.guardrail.into_iter().flat_map(|statements| {
            (0..GUARDRAILS).map(move |number| policy(size.policies + number, statements))
        });
        let guardrails: Vec<_> = guardrails.collect();
        let levels = |first| if mix.in_organization { levels(first) } else { Vec::new() };
        let membership = Arc::new(Membership {
            organization_id: Some("o-abcdefghij".to_owned()),
            path: Some("o-abcdefghij/r-abcd/ou-abcd-12345678/".to_owned()),
            service_control: levels(0),
            resource_control: levels(8),
            closed: false,
        });
        let role = |number| Caller {
            membership: Arc::clone(&membership),
            ..role(number, owner, &managed, &guardrails)
        };
        let roles = (0..size.roles).map(role).collect();
        let keys = (0..size.keys).map(key).collect();
        Self { roles, keys, owner, membership }
    }

    fn would_allow(&self, caller: &Caller, origin: &Origin, question: Question) -> bool {
        gate::would_decide(caller, &self.membership, origin, question).is_allowed()
    }

    /// Each turn is about another role and another key, in no order.
    fn case(&self, case: Case, turn: usize) -> (&Caller, Question) {
        let scattered = turn.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20;
        let caller = self.roles.get(scattered % self.roles.len()).unwrap();
        (caller, self.question(case, scattered >> 16))
    }

    fn question(&self, case: Case, key: usize) -> Question {
        let key = self.keys.get(key % self.keys.len()).unwrap();
        let mut question = Question::new(case.action(), key.arn.as_str(), self.owner);
        question.resource_policy = Some(("key policy", Arc::clone(&key.policy)));
        question.authority = Authority::KeyPolicy;
        question.context = key.context.clone();
        question.context.insert("kms:CallerAccount", OWNER);
        question.context.insert("kms:RequestAlias", "alias/customer-123");
        question.context.insert("kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
        question.context.insert("kms:EncryptionContext:tenant", "123");
        question.context.insert_many("kms:EncryptionContextKeys", ["tenant"]);
        question
    }
}

type NamedPolicy = (String, Arc<Policy>);

/// A session of a role, with one of the guardrails if there are any. Only the last of its policies allows.
fn role(number: usize, account: AccountId, managed: &[NamedPolicy], guardrails: &[NamedPolicy]) -> Caller {
    let guardrail = guardrails.iter().cycle().skip(number).take(guardrails.len().min(1));
    let others = POLICIES_OF_A_ROLE - 1 - guardrails.len().min(1);
    let policies = managed.iter().cycle().skip(number * 17 % managed.len()).take(others).chain(guardrail);
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
        membership: Arc::default(),
        keys: CallerKeys::default(),
    }
}

const USING: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["kms:Encrypt","kms:Decrypt"],
    "Resource":"arn:aws:kms:*:111122223333:key/*","Condition":{"StringLike":{"kms:RequestAlias":"alias/customer-*"}}}]}"#;

/// The elements of the statement at a place of a policy with a number, but for its effect.
type Statements = fn(number: usize, place: usize) -> (&'static str, String);

/// What policies are like.
#[derive(Clone, Copy)]
struct Mix {
    statements: Statements,
    guardrail: Option<Statements>,
    /// In characters.
    policy_size: usize,
    /// Accounts are under two levels of five service control policies and of five resource control policies.
    in_organization: bool,
}

fn managed_policy(number: usize, statements: Statements, size: usize) -> NamedPolicy {
    let policy = compiled(&document(number, statements, size), PolicyKind::Identity);
    (format!("managed policy arn:aws:iam::{OWNER}:policy/P{number}"), policy)
}

/// As many statements as there is room for.
fn document(number: usize, statements: Statements, size: usize) -> String {
    let mut text = r#"{"Version":"2012-10-17","Statement":["#.to_owned();
    for place in 0.. {
        let (effect, elements) = statements(number, place);
        let statement = format!(r#"{{"Sid":"S{place}","Effect":"{effect}",{elements}}}"#);
        if text.len() + statement.len() + 3 > size {
            break;
        }
        if place > 0 {
            text.push(',');
        }
        text.push_str(&statement);
    }
    text.push_str("]}");
    text
}

/// Some of what administrators write: names of actions in full, patterns, conditions, denials, lists of resources, variables, and services
/// that are not here. Policies begin at another form each; seven in twenty statements are about the key service, and two about nearly all actions.
fn mixed(number: usize, place: usize) -> (&'static str, String) {
    statement((number + place) % 20, number, place)
}

/// A policy is about one service, and every second one about another, too: of the 18 of a role, two or three are about keys.
fn per_service(number: usize, place: usize) -> (&'static str, String) {
    /// Statements by service; keys, first, are named by ARN, by alias and by pattern.
    const SERVICES: [&[usize]; 11] =
        [&[1, 20, 4, 7, 21, 14, 3, 18], &[2, 17], &[0], &[5], &[6], &[8], &[10], &[11], &[12], &[15], &[19]];
    let second = number % 2 == 1 && place % 2 == 1;
    let service = if second { number / SERVICES.len() + 1 } else { 0 } + number;
    let forms = SERVICES[service % SERVICES.len()];
    statement(forms[place / if number % 2 == 1 { 2 } else { 1 } % forms.len()], number, place)
}

/// What is denied to everybody: calls without TLS, from elsewhere, in other regions. The rest protects single resources of many services.
fn guardrail(number: usize, place: usize) -> (&'static str, String) {
    const FIRST: [usize; 3] = [16, 22, 13];
    statement(FIRST.get(place).copied().unwrap_or(23 + place % 3), number, place)
}

/// What service and resource control policies protect from everybody: no universal statements.
fn protection(number: usize, place: usize) -> (&'static str, String) {
    statement(23 + (number + place) % 3, number, place)
}

/// On each of two levels everything is allowed, and four policies as large as Organizations allows deny: a guardrail and three others. `first`
/// is the number of the first of them.
fn levels(first: usize) -> Vec<PolicyLevel> {
    const ALL: &str =
        r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
    let all = ("full access".to_owned(), compiled(ALL, PolicyKind::Organization));
    let level = |first| {
        let denying = [guardrail as Statements, protection, protection, protection].into_iter().zip(first..);
        let denying = denying.map(|(statements, number)| {
            let text = document(number, statements, LARGEST_CONTROL_POLICY);
            (format!("control policy {number}"), compiled(&text, PolicyKind::Organization))
        });
        std::iter::once(all.clone()).chain(denying).collect()
    };
    vec![level(first), level(first + 4)]
}

/// A statement of one of some forms.
fn statement(form: usize, number: usize, place: usize) -> (&'static str, String) {
    let own = format!("{number:04}-{place:02}");
    match form {
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
        19 => (
            "Allow",
            format!(
                r#""Action":["cloudwatch:PutMetricData","cloudwatch:Get*"],"Resource":"*","Condition":{{"StringEquals":{{"cloudwatch:namespace":"{own}"}}}}"#
            ),
        ),
        20 => (
            "Allow",
            format!(
                r#""Action":["kms:Encrypt","kms:Decrypt","kms:ReEncrypt*","kms:GenerateDataKey*","kms:Verify"],"Resource":"arn:aws:kms:*:{OWNER}:key/*","Condition":{{"StringLike":{{"kms:RequestAlias":"alias/team-{own}/*"}}}}"#
            ),
        ),
        21 => (
            "Allow",
            format!(
                r#""Action":["kms:Encrypt","kms:Decrypt","kms:Verify"],"Resource":"*","Condition":{{"ForAnyValue:StringEquals":{{"kms:ResourceAliases":["alias/app-{own}","alias/app-{own}-old"]}},"StringEquals":{{"kms:EncryptionContext:app":"{own}"}}}}"#
            ),
        ),
        22 => (
            "Deny",
            format!(
                r#""Action":"*","Resource":"*","Condition":{{"NotIpAddress":{{"aws:SourceIp":["192.0.2.0/24","198.51.{place}.0/24","203.0.113.0/24","2001:db8::/32"]}},"Bool":{{"aws:ViaAWSService":"false"}}}}"#
            ),
        ),
        23 => (
            "Deny",
            format!(
                r#""Action":["cloudtrail:StopLogging","cloudtrail:DeleteTrail","cloudtrail:UpdateTrail"],"Resource":"arn:aws:cloudtrail:*:{OWNER}:trail/{own}""#
            ),
        ),
        24 => (
            "Deny",
            format!(
                r#""Action":["iam:DeleteRole","iam:PutRolePolicy","iam:AttachRolePolicy","iam:UpdateAssumeRolePolicy"],"Resource":"arn:aws:iam::{OWNER}:role/protected-{own}","Condition":{{"ArnNotLike":{{"aws:PrincipalArn":"arn:aws:iam::{OWNER}:role/admin/*"}}}}"#
            ),
        ),
        _ => (
            "Deny",
            format!(
                r#""Action":["kms:ScheduleKeyDeletion","kms:DisableKey","kms:PutKeyPolicy"],"Resource":"arn:aws:kms:*:{OWNER}:key/{own}-*","Condition":{{"StringNotEquals":{{"aws:PrincipalTag/team":"keys"}}}}"#
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
