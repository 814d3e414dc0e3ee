use serde_json::{Value, json};

use super::{breaches, show};
use crate::workspace::Workspace;

/// A crate's name with its dependencies as (name, kind).
type Crate = (&'static str, &'static [(&'static str, Option<&'static str>)]);

/// A workspace in the form of `cargo metadata`.
fn workspace(crates: &[Crate]) -> Workspace {
    let packages: Vec<Value> = crates
        .iter()
        .map(|(name, dependencies)| {
            let dependencies: Vec<Value> = dependencies
                .iter()
                .map(|(name, kind)| json!({"name": name, "kind": kind, "path": format!("/w/crates/{name}")}))
                .collect();
            json!({
                "name": name,
                "manifest_path": format!("/w/crates/{name}/Cargo.toml"),
                "dependencies": dependencies,
            })
        })
        .collect();
    let json = json!({"workspace_root": "/w", "target_directory": "/w/target", "packages": packages});
    Workspace::from_json(json.to_string().as_bytes()).expect("the form of cargo metadata")
}

fn breaches_of(crates: &[Crate]) -> Vec<String> {
    breaches(&workspace(crates).packages)
}

#[test]
fn a_house_in_order_has_no_breach() {
    let found = breaches_of(&[
        ("arn", &[]),
        ("aws-model", &[("arn", None)]),
        ("aws-wire", &[("aws-model", None)]),
        ("store", &[("arn", None)]),
        ("store-sqlite", &[("store", None)]),
        ("gate", &[("store", None), ("arn", None)]),
        ("kms", &[("gate", None), ("iam", Some("dev")), ("store-sqlite", Some("dev"))]),
        ("iam", &[]),
        ("api-aws", &[("kms", None), ("aws-wire", None)]),
        ("lodge", &[("api-aws", None), ("store-sqlite", None)]),
        ("fuzz", &[("api-aws", None), ("aws-wire", None)]),
        ("aws-codegen", &[("aws-model", None)]),
        ("xtask", &[]),
    ]);
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn an_import_from_the_own_floor_is_a_breach() {
    let found = breaches_of(&[("iam", &[]), ("kms", &[("iam", None)])]);
    assert_eq!(found, ["kms (4) imports iam (4): too high; move code down"]);
}

#[test]
fn an_import_from_above_is_a_breach_in_build_scripts_too() {
    let found = breaches_of(&[("gate", &[]), ("store", &[("gate", Some("build"))])]);
    assert_eq!(found, ["store (2) imports gate (3): too high; move code down"]);
}

#[test]
fn a_crate_without_a_floor_is_a_breach() {
    let found = breaches_of(&[("shed", &[]), ("kms", &[("shed", None)])]);
    assert_eq!(found, ["shed has no floor: add it to tools/xtask/src/floors/table.rs"]);
}

#[test]
fn only_the_top_floor_chooses_an_adapter() {
    let found = breaches_of(&[("store-sqlite", &[]), ("kms", &[("store-sqlite", None)])]);
    assert_eq!(found, ["kms imports the adapter store-sqlite, which is for lodge to choose"]);
}

#[test]
fn tools_reach_floor_one_and_the_fuzz_targets_floor_five() {
    let found = breaches_of(&[
        ("store", &[]),
        ("lodge", &[]),
        ("aws-codegen", &[("store", None)]),
        ("fuzz", &[("lodge", None)]),
    ]);
    assert_eq!(
        found,
        [
            "aws-codegen (tools) imports store (2): too high; move code down",
            "fuzz (fuzz) imports lodge (6): too high; move code down",
        ]
    );
}

#[test]
fn nothing_imports_a_tool() {
    let found = breaches_of(&[("xtask", &[]), ("lodge", &[("xtask", None)])]);
    assert_eq!(found, ["lodge imports xtask, which is of `tools`: nothing imports that"]);
}

#[test]
fn a_folder_with_another_name_is_a_breach() {
    let mut house = workspace(&[("arn", &[])]);
    house.packages.iter_mut().for_each(|package| package.manifest_path = "/w/crates/names/Cargo.toml".into());
    assert_eq!(
        breaches(&house.packages),
        ["arn stands in /w/crates/names/Cargo.toml: folder name = crate name"]
    );
}

#[test]
fn a_registry_crate_with_a_name_of_ours_is_not_an_import() {
    let mut house = workspace(&[("iam", &[]), ("kms", &[("iam", None)])]);
    for dependency in house.packages.iter_mut().flat_map(|package| &mut package.dependencies) {
        dependency.path = None;
    }
    assert_eq!(breaches(&house.packages), Vec::<String>::new());
}

#[test]
fn the_table_shows_every_crate_with_its_imports() {
    let shown = show(&workspace(&[("arn", &[]), ("gate", &[("arn", None)])]).packages);
    assert!(shown.contains("3      imports floors 0 to 2\n         gate           arn\n"), "{shown}");
    assert!(shown.contains("kms            (not in the workspace yet)"), "{shown}");
}
