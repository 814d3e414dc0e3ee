//! Verifies the document that `recompute.py` made, and compares what both read from it and from AWS's.

#![expect(clippy::unwrap_used, reason = "helpers of tests, which may panic as tests do")]

use std::{collections::BTreeMap, time::Duration};

use attestation::{Attestation, Freshness, Root, Verifier};
use clock::Timestamp;
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("v1.json")).unwrap()
}

fn verified(root: Root, document: &[u8], now: i64) -> Attestation {
    let freshness = Freshness { max_age: Duration::ZERO, max_clock_skew: Duration::ZERO };
    Verifier::new(vec![root]).verify(document, Timestamp::from_millis(now), freshness).unwrap()
}

fn condition_keys(document: &Attestation) -> BTreeMap<String, Value> {
    document.condition_keys().into_iter().map(|(name, value)| (name, value.into())).collect()
}

fn expected(keys: &Value) -> BTreeMap<String, Value> {
    serde_json::from_value(keys.clone()).unwrap()
}

#[test]
fn a_document_made_by_python() {
    let made = &vectors()["document"];
    let bytes = |name: &str| hex::decode(made[name].as_str().unwrap()).unwrap();
    let document =
        verified(Root::from_der(&bytes("root")).unwrap(), &bytes("document"), made["now"].as_i64().unwrap());
    assert_eq!(condition_keys(&document), expected(&made["condition_keys"]));
    assert_eq!(document.nonce(), Some(&b"nonce"[..]));
    assert!(document.recipient().is_ok());
}

#[test]
fn the_document_made_by_aws() {
    let root = Root::from_pem(include_bytes!("../aws/root-g1.pem")).unwrap();
    let document = verified(root, include_bytes!("../aws/enclave.cose"), 1_758_057_949_422);
    assert_eq!(condition_keys(&document), expected(&vectors()["aws_condition_keys"]));
}
