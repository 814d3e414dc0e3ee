//! Random lives of keys, grants, aliases and imported material, against a model of a page.
//!
//! Every step is an operation with arguments that may well be wrong: the model says how it must end, and at the end of every life each key must
//! look as the model says and each ciphertext open or not as it says. The seed is printed; `LODGE_MODEL_SEED` runs it again, and
//! `LODGE_MODEL_LIVES` sets how many lives are lived.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics fails, as it should"
)]

mod model;
mod play;
#[path = "../support/mod.rs"]
mod support;

use std::env;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{RngSeed, TestRunner};

/// How many lives, and the most steps of one: the budget of a run.
const LIVES: u32 = 40;
const STEPS: usize = 150;

/// One step of a life. An [`Index`] picks one of what was made so far.
#[derive(Debug, Clone)]
enum Step {
    CreateKey(Kind),
    EnableKey(Index),
    DisableKey(Index),
    ScheduleKeyDeletion(Index, u32),
    CancelKeyDeletion(Index),
    EnableKeyRotation(Index, u32),
    DisableKeyRotation(Index),
    RotateKeyOnDemand(Index),
    GetParametersForImport(Index),
    ImportKeyMaterial {
        key: Index,
        parameters: Index,
        material: usize,
        new: Option<bool>,
        days: Option<u32>,
    },
    DeleteImportedKeyMaterial(Index, Option<Index>),
    CreateAlias(usize, Index),
    UpdateAlias(usize, Index),
    DeleteAlias(usize),
    CreateGrant(Index, Allows, Option<&'static str>),
    RevokeGrant(Index),
    RetireGrant(Index),
    Encrypt {
        who: Who,
        key: Name,
        context: &'static str,
    },
    Decrypt {
        who: Who,
        ciphertext: Index,
        context: &'static str,
        named: Option<Index>,
    },
    ReEncrypt {
        ciphertext: Index,
        to: Index,
    },
    GenerateMac(Index),
    Wait {
        hours: u32,
    },
    /// Until one of the dates on which something ends or is due, or to the moment before.
    WaitFor {
        date: Index,
        short: bool,
    },
    PerformDuties,
    Restart,
}

/// What keys are made of and for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Symmetric,
    Imported,
    Mac,
}

/// How a call names its key.
#[derive(Debug, Clone)]
enum Name {
    Key(Index),
    Alias(usize),
}

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// Whom the key policy lets do everything.
    Owner,
    /// Who can do what grants allow.
    Grantee,
}

/// What a grant allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Allows {
    Encrypt,
    Decrypt,
}

/// Names of aliases and values of the encryption context: few, so that they meet.
const ALIASES: usize = 3;
const CONTEXTS: [&str; 2] = ["a", "b"];
/// How many different materials there are to import.
const MATERIALS: usize = 3;

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let any_index = any::<Index>;
    let context = || select(CONTEXTS.to_vec());
    let who = || prop_oneof![3 => Just(Who::Owner), 2 => Just(Who::Grantee)];
    let kind = prop_oneof![3 => Just(Kind::Symmetric), 4 => Just(Kind::Imported), 1 => Just(Kind::Mac)];
    let life = prop_oneof![
        3 => kind.prop_map(Step::CreateKey),
        3 => any_index().prop_map(Step::EnableKey),
        2 => any_index().prop_map(Step::DisableKey),
        2 => (any_index(), 7..=30_u32).prop_map(|(key, days)| Step::ScheduleKeyDeletion(key, days)),
        2 => any_index().prop_map(Step::CancelKeyDeletion),
    ];
    let rotation = prop_oneof![
        4 => (any_index(), select(vec![90, 91, 180])).prop_map(|(key, days)| Step::EnableKeyRotation(key, days)),
        1 => any_index().prop_map(Step::DisableKeyRotation),
        4 => any_index().prop_map(Step::RotateKeyOnDemand),
    ];
    let import = prop_oneof![
        2 => any_index().prop_map(Step::GetParametersForImport),
        6 => (any_index(), any_index(), 0..MATERIALS, any::<Option<bool>>(), prop::option::of(1..40_u32)).prop_map(
            |(key, parameters, material, new, days)| Step::ImportKeyMaterial { key, parameters, material, new, days }
        ),
        1 => (any_index(), any::<Option<Index>>()).prop_map(|(key, id)| Step::DeleteImportedKeyMaterial(key, id)),
    ];
    let aliases = prop_oneof![
        2 => (0..ALIASES, any_index()).prop_map(|(alias, key)| Step::CreateAlias(alias, key)),
        1 => (0..ALIASES, any_index()).prop_map(|(alias, key)| Step::UpdateAlias(alias, key)),
        1 => (0..ALIASES).prop_map(Step::DeleteAlias),
    ];
    let allows = select(vec![Allows::Encrypt, Allows::Decrypt]);
    let grants = prop_oneof![
        4 => (any_index(), allows, prop::option::of(context()))
            .prop_map(|(key, allows, constraint)| Step::CreateGrant(key, allows, constraint)),
        1 => any_index().prop_map(Step::RevokeGrant),
        1 => any_index().prop_map(Step::RetireGrant),
    ];
    let name = prop_oneof![3 => any_index().prop_map(Name::Key), 1 => (0..ALIASES).prop_map(Name::Alias)];
    let uses = prop_oneof![
        5 => (who(), name, context()).prop_map(|(who, key, context)| Step::Encrypt { who, key, context }),
        5 => (who(), any_index(), context(), prop::option::weighted(0.3, any_index())).prop_map(
            |(who, ciphertext, context, named)| Step::Decrypt { who, ciphertext, context, named }
        ),
        2 => (any_index(), any_index()).prop_map(|(ciphertext, to)| Step::ReEncrypt { ciphertext, to }),
        1 => any_index().prop_map(Step::GenerateMac),
    ];
    let time = prop_oneof![
        2 => (1..900_u32).prop_map(|hours| Step::Wait { hours }),
        5 => (any_index(), any::<bool>()).prop_map(|(date, short)| Step::WaitFor { date, short }),
        6 => Just(Step::PerformDuties),
        1 => Just(Step::Restart),
    ];
    let step =
        prop_oneof![4 => life, 3 => rotation, 4 => import, 2 => aliases, 2 => grants, 6 => uses, 3 => time];
    let episode =
        prop_oneof![4 => new_material(), 1 => late_rotation(), 1 => reused_alias(), 1 => several_grants()];
    let some = prop_oneof![20 => step.prop_map(|step| vec![step]), 1 => episode];
    vec(some, 20..STEPS).prop_map(|some| some.concat())
}

/// A key gets its first material and the next, which may expire before it is rotated to, and come again; then the current one may go.
fn new_material() -> impl Strategy<Value = Vec<Step>> {
    let days = |often| prop::option::weighted(often, 1..40_u32);
    (any::<Index>(), any::<Index>(), 0..MATERIALS, days(0.5), days(0.3), any::<[bool; 2]>()).prop_map(
        |(key, parameters, material, first, days, [again, goes])| {
            let next = (material + 1) % MATERIALS;
            let import =
                |material, new, days| Step::ImportKeyMaterial { key, parameters, material, new, days };
            let mut steps = vec![
                Step::GetParametersForImport(key),
                import(material, None, first),
                import(next, Some(true), days),
            ];
            steps.extend(days.map(|days| Step::Wait { hours: days * 24 }));
            if days.is_some() && again {
                steps.extend([Step::GetParametersForImport(key), import(next, Some(true), None)]);
            }
            steps.push(Step::RotateKeyOnDemand(key));
            steps.extend(goes.then_some(Step::DeleteImportedKeyMaterial(key, None)));
            steps
        },
    )
}

/// A key's rotation is due, and made some hours later.
fn late_rotation() -> impl Strategy<Value = Vec<Step>> {
    (any::<Index>(), 0..30_u32).prop_map(|(key, late)| {
        let waits = Step::Wait { hours: 90 * 24 + late };
        vec![Step::EnableKeyRotation(key, 90), waits, Step::PerformDuties]
    })
}

/// A key gets several grants, and loses one.
fn several_grants() -> impl Strategy<Value = Vec<Step>> {
    let one = (select(vec![Allows::Encrypt, Allows::Decrypt]), prop::option::of(select(CONTEXTS.to_vec())));
    (any::<Index>(), vec(one, 3..6), any::<Index>()).prop_map(|(key, grants, lost)| {
        let create = |(allows, constraint)| Step::CreateGrant(key, allows, constraint);
        grants.into_iter().map(create).chain([Step::RevokeGrant(lost)]).collect()
    })
}

/// A key is deleted, and its alias made for another before the key's record is removed.
fn reused_alias() -> impl Strategy<Value = Vec<Step>> {
    (0..ALIASES, any::<Index>(), any::<Index>()).prop_map(|(alias, first, second)| {
        vec![
            Step::DeleteAlias(alias),
            Step::CreateAlias(alias, first),
            Step::ScheduleKeyDeletion(first, 7),
            Step::Wait { hours: 7 * 24 },
            Step::CreateAlias(alias, second),
            Step::PerformDuties,
        ]
    })
}

#[test]
fn keys_live_as_the_model_says() {
    let set = |name: &str| env::var(name).ok().map(|value| value.parse().unwrap());
    let seed = set("LODGE_MODEL_SEED").unwrap_or_else(rand_seed);
    let lives = set("LODGE_MODEL_LIVES").map_or(LIVES, |lives| u32::try_from(lives).unwrap());
    println!("LODGE_MODEL_SEED={seed}");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let config = ProptestConfig {
        cases: lives,
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        max_shrink_time: 60_000,
        ..ProptestConfig::default()
    };
    let outcome = TestRunner::new(config)
        .run(&steps(), |steps| runtime.block_on(play::life(&steps)).map_err(TestCaseError::fail));
    if let Err(failure) = outcome {
        panic!("with LODGE_MODEL_SEED={seed}: {failure}");
    }
}

/// Another one each time.
fn rand_seed() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0)
}
