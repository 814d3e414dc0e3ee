//! `docs/kms-compatibility.md`, made from the tables that the service works from. Run with `UPDATE_SNAPSHOT=1` to write it.
//!
//! Its tables of algorithms are also the list of what `tests/clients/test_kms_compatibility.py` tries, one test a row.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that panics fails, as it should"
)]

mod support;

use std::fmt::Write;
use std::path::Path;

use aws_model::kms::{DataKeyPairSpec, DataKeySpec};
use gate::Effect;
use key_algorithms::{
    KeyUsage, MessageType, SigningAlgorithm, WrappingAlgorithm, WrappingKeySpec, check_import,
};
use kms::KeySpec;
use support::World;

const PREFACE: &str = "\
# KMS: what works, and the tests that show it

Lodge answers every operation of the KMS API (version 2014-11-01). This page is made from the tables in the code that the service works
from: `UPDATE_SNAPSHOT=1 cargo nextest run -p kms --test compatibility` writes it, and a test fails when it is not current. The tests that it
names exist and run with every change; `cargo xtask test` runs them all.

What Lodge answers differently from AWS, and why, is in the README of `crates/kms`.
";

/// What is in no table of the code.
const FEATURES: &str = "\
## Does it have ...?

| feature | has it | tests in `tests/clients` |
| --- | --- | --- |
| key policies, and the condition keys of KMS | yes | `test_kms_access.py`, `test_kms_conditions.py` |
| grants: constraints, tokens, names, child grants, principals of other accounts | yes | `test_kms_access.py`; `crates/kms/tests/grants.rs`, `grant_life.rs`, `grant_model.rs` |
| aliases and tags, also as conditions | yes | `test_kms_aliases.py`, `test_kms_keys.py`, `test_kms_conditions.py` |
| key states | the Developer Guide's whole table; `Creating` and `Updating` do not occur | `test_kms_states.py` |
| `DryRun` | wherever AWS has it | `test_kms_dry_run.py` |
| rotation: by schedule, on demand, with imported material | yes | `test_kms_rotation.py`, `test_import.py` |
| imported key material that expires, and comes back | yes; [guide](byok.md) | `test_import.py` |
| multi-Region keys | yes, in one Lodge; [guide](multi-region-keys.md) | `test_multi_region.py` |
| `Recipient`: answers for Nitro enclaves | yes, and for instances with NitroTPM; [guide](attestation.md) | `test_recipient.py` |
| custom key stores, `AWS_CLOUDHSM` | on any token with a PKCS#11 module; [guide](custom-key-stores.md) | `test_custom_key_stores.py` |
| custom key stores, `EXTERNAL_KEY_STORE` | over public endpoints; no VPC endpoint services | `test_custom_key_stores.py` |
| the XKS proxy API, for the external key stores of AWS and others | yes; [guide](xks-proxy.md) | `test_xks_proxy.py` |
| last use of a key | yes | `test_last_usage.py` |
| quotas, of requests and of resources | yes; [their figures](quotas.md) | `test_quotas.py` |
| AWS managed keys (`alias/aws/...`), and AWS services as callers | no: no AWS service calls here | |
| `SM2`, `SM4` | no, as outside AWS's regions in China | `test_import.py`, `test_kms_keys.py` |
| ciphertexts that AWS KMS made | no: only AWS has the keys. Reverse it with an external key store | `test_xks_proxy.py` |

boto3 and the AWS CLI call every operation; the AWS SDKs for Rust (`test_rust.py`) and JavaScript (`test_javascript.py`) and the AWS Encryption SDK for
Python (`test_encryption_sdk.py`) a part that stands for the rest.
";

#[tokio::test]
async fn the_page_is_what_the_code_says() {
    let page = format!(
        "{PREFACE}\n{FEATURES}\n{}\n{}\n{}\n{}",
        operations().await,
        algorithms(),
        data_keys(),
        imports()
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/kms-compatibility.md");
    if std::env::var_os("UPDATE_SNAPSHOT").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        found == page,
        "docs/kms-compatibility.md is not current: run UPDATE_SNAPSHOT=1 cargo nextest run -p kms --test compatibility"
    );
    check_that_the_files_are_there(&page);
}

/// Every operation, with what it does to the store and the test that calls it.
async fn operations() -> String {
    let world = World::new().await;
    let mut text = "\
## Operations

Each is called by boto3 by somebody who may, by somebody who may not, under an explicit deny, with a wrong secret, with an unknown access key and
without a signature (`tests/clients/test_permissions.py`); its answers are held against the service description. Each is called by the AWS CLI
(`tests/clients/test_aws_cli_operations.py`). Wrong usages, algorithms and names are in `tests/clients/test_kms_errors.py`,
wrong lengths and values in `test_constraints.py`, wrong states in `test_kms_states.py`.

*Pure* operations answer from memory; *changes* commit together with their audit record.

| operation | is | DryRun | Recipient |
| --- | --- | --- | --- |
"
    .to_owned();
    let mut endpoints: Vec<_> =
        world.endpoints.iter().filter(|one| one.schema().service.id == "kms").collect();
    endpoints.sort_by_key(|endpoint| endpoint.schema().name);
    for endpoint in endpoints {
        let operation = endpoint.schema();
        let effect = match endpoint.effect() {
            Effect::Pure => "pure",
            Effect::Read => "a read",
            Effect::Change => "a change",
        };
        let has = |member| if operation.input.member(member).is_some() { "yes" } else { "" };
        let (name, dry_run, recipient) = (operation.name, has("DryRun"), has("Recipient"));
        writeln!(text, "| {name} | {effect} | {dry_run} | {recipient} |").unwrap();
    }
    text
}

fn check_that_the_files_are_there(page: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut named = 0;
    for name in page.split(['`', '(', ')']).map(|word| word.split("::").next().unwrap_or_default()) {
        let folders: &[&str] = match name.rsplit_once('.') {
            Some((_, "py")) => &["", "tests/clients"],
            Some((_, "rs")) => &["", "crates/kms/tests"],
            Some((_, "md")) => &["docs"],
            _ => continue,
        };
        assert!(folders.iter().any(|folder| root.join(folder).join(name).is_file()), "{name}");
        named += 1;
    }
    assert!(named > 30, "{named}");
}

fn specs() -> impl Iterator<Item = KeySpec> {
    let others = key_algorithms::KeySpec::ALL.iter().copied().map(KeySpec::Other);
    std::iter::once(KeySpec::SymmetricDefault).chain(others)
}

/// Every key spec with every usage and algorithm.
fn algorithms() -> String {
    let mut text = "\
## Key specs, usages and algorithms

One row, one test: `tests/clients/test_kms_compatibility.py::test_algorithm[SPEC-USAGE-ALGORITHM-MESSAGE]` makes such a key, uses it, and has Python's
`cryptography` check or make the other half wherever it can. `SM2` is refused with the error that AWS gives outside its regions in China.

| spec | usage | algorithm | message |
| --- | --- | --- | --- |
"
    .to_owned();
    for spec in specs() {
        for usage in KeyUsage::ALL {
            for algorithm in spec.algorithms(*usage) {
                for message in messages(*usage, algorithm) {
                    writeln!(text, "| {} | {usage} | {algorithm} | {message} |", spec.as_str()).unwrap();
                }
            }
        }
    }
    text
}

/// The message types that go with it; `-` where there is no choice.
fn messages(usage: KeyUsage, algorithm: &str) -> Vec<&'static str> {
    if usage != KeyUsage::SignVerify {
        return vec!["-"];
    }
    let algorithm = SigningAlgorithm::parse(algorithm).unwrap();
    let fits = |message: &&MessageType| algorithm.message_types().contains(message);
    MessageType::ALL.iter().filter(fits).map(|message| message.as_str()).collect()
}

fn data_keys() -> String {
    let keys: Vec<_> = DataKeySpec::ALL.iter().map(|spec| format!("`{}`", spec.as_str())).collect();
    let pairs: Vec<_> = DataKeyPairSpec::ALL
        .iter()
        .filter(|spec| key_algorithms::KeySpec::parse(spec.as_str()).is_ok())
        .map(|spec| format!("`{}`", spec.as_str()))
        .collect();
    format!(
        "\
## Data keys

`GenerateDataKey`: {}, and 1 to 1024 bytes. `GenerateDataKeyPair`: {} (`tests/clients/test_kms_asymmetric.py`,
`test_kms_cryptography.py`).
",
        keys.join(", "),
        pairs.join(", ")
    )
}

/// Which key material can be imported in which wrapping.
fn imports() -> String {
    let mut text = "\
## Imported key material

`tests/clients/test_import.py` imports material for each of these, wrapped by Python's `cryptography` and by the `openssl` command.

| key material | wrapping algorithm | wrapping keys |
| --- | --- | --- |
"
    .to_owned();
    for spec in specs() {
        let inner = match spec {
            KeySpec::SymmetricDefault => None,
            KeySpec::Other(spec) => Some(spec),
        };
        for algorithm in WrappingAlgorithm::ALL {
            let keys =
                WrappingKeySpec::ALL.iter().filter(|key| check_import(inner, *algorithm, **key).is_ok());
            let keys: Vec<_> = keys.map(|key| key.as_str()).collect();
            if !keys.is_empty() {
                writeln!(text, "| {} | {algorithm} | {} |", spec.as_str(), keys.join(", ")).unwrap();
            }
        }
    }
    text
}
