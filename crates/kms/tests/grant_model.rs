//! Random grants and requests, against a model of a few lines.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics fails, as it should"
)]

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use aws_model::kms::{
    CreateGrantRequest, DescribeKey, DescribeKeyRequest, Encrypt, EncryptRequest, GenerateDataKey,
    GenerateDataKeyRequest, GrantConstraints, GrantOperation as Op, RevokeGrant, RevokeGrantRequest,
};
use gate::Caller;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use serde_json::json;
use support::*;

const ANN: &str = "arn:aws:iam::111122223333:user/ann";
const ROLE: &str = "arn:aws:iam::111122223333:role/Reader";
const SESSION: &str = "arn:aws:sts::111122223333:assumed-role/Reader/s1";
const HERE: &str = "arn:aws:iam::111122223333:root";
const BOB: &str = "arn:aws:iam::444455556666:user/bob";
const THERE: &str = "arn:aws:iam::444455556666:root";

type Context = Vec<(&'static str, &'static str)>;

#[derive(Debug, Clone)]
enum Step {
    Create(Granted),
    Revoke(Index),
    Ask { caller: &'static str, operation: Op, context: Context },
}

#[derive(Debug, Clone)]
struct Granted {
    grantee: &'static str,
    operations: Vec<Op>,
    constraint: Constraint,
}

#[derive(Debug, Clone)]
enum Constraint {
    None,
    Equals(Context),
    Subset(Context),
}

const OPERATIONS: [Op; 3] = [Op::Encrypt, Op::GenerateDataKey, Op::DescribeKey];

/// Each caller with the names of grantees that mean it.
const CALLERS: [(&str, &[&str]); 8] = [
    ("ann", &[ANN]),
    ("amy with kms:*", &[HERE]),
    ("session 1", &[SESSION, ROLE]),
    ("limited session 1", &[SESSION]),
    ("root here", &[HERE]),
    ("bob", &[BOB]),
    ("bea with kms:*", &[THERE]),
    ("root there", &[THERE]),
];

fn caller(name: &str) -> Arc<Caller> {
    let nothing = || allow("s3:*", json!({}));
    match name {
        "ann" => user(ACCOUNT, "ann", nothing()),
        "amy with kms:*" => admin(ACCOUNT, "amy"),
        "session 1" => session(ACCOUNT, "Reader", nothing(), None),
        "limited session 1" => session(ACCOUNT, "Reader", nothing(), Some(nothing())),
        "root here" => root(ACCOUNT),
        "bob" => user(STRANGER, "bob", nothing()),
        "bea with kms:*" => admin(STRANGER, "bea"),
        _ => root(STRANGER),
    }
}

fn contexts() -> impl Strategy<Value = Context> {
    subsequence(vec![("a", "1"), ("b", "2"), ("c", "3")], 0..=3)
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let constraint = prop_oneof![
        Just(Constraint::None),
        contexts().prop_map(|context| not_empty(context, Constraint::Equals)),
        contexts().prop_map(|context| not_empty(context, Constraint::Subset)),
    ];
    let granted = (
        select(vec![ANN, ROLE, SESSION, HERE, BOB, THERE]),
        subsequence(OPERATIONS.to_vec(), 1..=3),
        constraint,
    );
    let create = granted.prop_map(|(grantee, operations, constraint)| {
        Step::Create(Granted { grantee, operations, constraint })
    });
    let ask = (select(CALLERS.map(|(name, _)| name).to_vec()), select(OPERATIONS.to_vec()), contexts())
        .prop_map(|(caller, operation, context)| Step::Ask { caller, operation, context });
    vec(prop_oneof![3 => create, 1 => any::<Index>().prop_map(Step::Revoke), 6 => ask], 1..60)
}

fn not_empty(context: Context, constraint: fn(Context) -> Constraint) -> Constraint {
    if context.is_empty() { Constraint::None } else { constraint(context) }
}

/// The model: some grant is for the caller, includes the operation, and its constraint is met or does not apply.
fn is_allowed(grants: &[(String, Granted)], names: &[&str], operation: Op, context: &Context) -> bool {
    grants.iter().any(|(_, granted)| {
        names.contains(&granted.grantee)
            && granted.operations.contains(&operation)
            && (operation == Op::DescribeKey
                || match &granted.constraint {
                    Constraint::None => true,
                    Constraint::Equals(pairs) => pairs == context,
                    Constraint::Subset(pairs) => pairs.iter().all(|pair| context.contains(pair)),
                })
    })
}

fn request(key: &str, granted: &Granted) -> CreateGrantRequest {
    let constraints = |equals: Option<BTreeMap<_, _>>, subset| {
        Some(GrantConstraints {
            encryption_context_equals: equals,
            encryption_context_subset: subset,
            source_arn: None,
        })
    };
    CreateGrantRequest {
        constraints: match &granted.constraint {
            Constraint::None => None,
            Constraint::Equals(context) => constraints(pairs(context), None),
            Constraint::Subset(context) => constraints(None, pairs(context)),
        },
        ..grant(key, granted.grantee, &granted.operations)
    }
}

async fn ask(world: &World, key: &str, name: &str, operation: Op, context: &Context) -> bool {
    let (caller, key_id) = (caller(name), key_arn(ACCOUNT, key));
    let answer = match operation {
        Op::Encrypt => {
            let request = EncryptRequest { dry_run: Some(true), ..encrypt(&key_id, context) };
            code(world.call::<Encrypt>(&caller, request).await)
        }
        Op::GenerateDataKey => {
            let request = GenerateDataKeyRequest {
                key_id,
                number_of_bytes: Some(16),
                encryption_context: pairs(context),
                dry_run: Some(true),
                ..GenerateDataKeyRequest::default()
            };
            code(world.call::<GenerateDataKey>(&caller, request).await)
        }
        _ => {
            code(world.call::<DescribeKey>(&caller, DescribeKeyRequest { grant_tokens: None, key_id }).await)
        }
    };
    match answer {
        "success" | "DryRunOperationException" => true,
        "AccessDeniedException" => false,
        other => panic!("{other}"),
    }
}

/// `bulk`: how many grants of no account that matters the key has besides, so that each way of finding grants is used.
async fn run(steps: Vec<Step>, bulk: usize) {
    let world = World::new().await;
    let owner = user(ACCOUNT, "owner", allow("s3:*", json!({})));
    // The key policy does not delegate to the account.
    let policy = allow_to("arn:aws:iam::111122223333:user/owner", "kms:*", json!({}));
    let key = world.key_with(&root(ACCOUNT), Some(policy)).await;
    for _ in 0..bulk {
        world.grant(&owner, grant(&key, "arn:aws:iam::999999999999:root", &OPERATIONS)).await;
    }
    let mut grants: Vec<(String, Granted)> = Vec::new();
    for step in steps {
        match step {
            Step::Create(granted) => {
                let id = world.grant(&owner, request(&key, &granted)).await.grant_id.unwrap();
                grants.push((id, granted));
            }
            Step::Revoke(_) if grants.is_empty() => {}
            Step::Revoke(index) => {
                let (grant_id, _) = grants.swap_remove(index.index(grants.len()));
                let request = RevokeGrantRequest { dry_run: None, grant_id, key_id: key.clone() };
                world.call::<RevokeGrant>(&owner, request).await.unwrap();
            }
            Step::Ask { caller, operation, context } => {
                let names = CALLERS.iter().find(|(name, _)| *name == caller).unwrap().1;
                let expected = is_allowed(&grants, names, operation, &context);
                let found = ask(&world, &key, caller, operation, &context).await;
                assert_eq!(found, expected, "{caller} {operation} {context:?} with {grants:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn few_grants(steps in steps()) {
        tokio::runtime::Runtime::new().unwrap().block_on(run(steps, 0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn many_grants(steps in steps()) {
        tokio::runtime::Runtime::new().unwrap().block_on(run(steps, 55));
    }
}
