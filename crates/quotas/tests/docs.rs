//! docs/quotas.md says what the tables of the code say.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use quotas::{Counting, QUOTAS};

/// One of each kind that quotas tell apart.
const SPECS: &[&str] = &[
    "SYMMETRIC_DEFAULT",
    "RSA_2048",
    "RSA_3072",
    "RSA_4096",
    "ECC_NIST_P256",
    "ECC_NIST_P384",
    "ECC_NIST_P521",
    "ECC_SECG_P256K1",
    "ECC_NIST_EDWARDS25519",
    "ML_DSA_44",
    "ML_KEM_512",
];

#[test]
fn the_table_of_request_quotas_is_that_of_the_code() {
    let path = root().join("docs/quotas.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("<!-- request quotas -->\n").unwrap();
    let (found, after) = rest.split_once("<!-- end -->").unwrap();
    let table = table();
    if env::var_os("UPDATE_SNAPSHOT").is_some() {
        fs::write(path, format!("{before}<!-- request quotas -->\n{table}<!-- end -->{after}")).unwrap();
    } else {
        assert_eq!(found, table, "UPDATE_SNAPSHOT=1 cargo test -p quotas --test docs");
    }
}

#[test]
fn the_table_of_resource_quotas_is_that_of_the_code() {
    let text = fs::read_to_string(root().join("docs/quotas.md")).unwrap();
    let mut checked = 0;
    for row in text.lines().filter(|line| line.contains("/src/")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, what, most, place, _] = cells.as_slice() else { panic!("{row}") };
        let (file, name) = place.trim_matches('`').split_once("` `").unwrap();
        let source = fs::read_to_string(root().join("crates").join(file)).unwrap();
        let is_so = source.lines().any(|line| {
            line.contains(&format!("const {name}: ")) && line.trim_end().ends_with(&format!(" = {most};"))
        });
        assert!(is_so, "{what}: {name} of crates/{file} is not {most}");
        checked += 1;
    }
    assert!(checked > 5, "the table was not found");
}

fn table() -> String {
    let mut counted: BTreeMap<_, Vec<&str>> = BTreeMap::new();
    for service in aws_model::SERVICES {
        for operation in service.operations {
            let counting = Counting::of(service.id, operation.name);
            let quotas = SPECS.iter().map(|spec| counting.quota(Some(spec)));
            for quota in quotas.collect::<std::collections::BTreeSet<_>>() {
                counted.entry(quota.quota().name).or_default().push(operation.name);
            }
        }
    }
    let mut table =
        "| quota | operations, where not the one of its name | AWS | Lodge |\n| --- | --- | --- | --- |\n"
            .to_owned();
    for quota in QUOTAS {
        let operations = counted.get(quota.name).map(Vec::as_slice).unwrap_or_default();
        let counts = match operations {
            [] => "operations that have no quota yet".to_owned(),
            [one] if quota.name.ends_with(&format!(":{one}")) => String::new(),
            _ if !quota.name.contains(':') => "all operations of the service together".to_owned(),
            several => several.join(", "),
        };
        let aws = quota.aws.map(|rate| rate.to_string()).unwrap_or_default();
        table += &format!("| `{}` | {counts} | {aws} | {} |\n", quota.name, quota.default);
    }
    table
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
