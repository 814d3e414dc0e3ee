//! The example files of `docs/policy-evaluate.md`, and the form's own errors.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use iam_policy::{Outcome, case};

fn docs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// `name.allow.json`, `name.implicit-deny.json` or `name.explicit-deny.json`.
fn expected(file: &str) -> Outcome {
    match file.split('.').nth(1) {
        Some("allow") => Outcome::Allow,
        Some("implicit-deny") => Outcome::ImplicitDeny,
        Some("explicit-deny") => Outcome::ExplicitDeny,
        _ => panic!("{file} does not name its decision"),
    }
}

#[test]
fn every_example_is_decided_as_its_name_says() {
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(docs().join("examples/policy-cases")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let verdict =
            case::run(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(verdict.decision, expected(&name), "{name}\n{verdict}");
        files.insert(name);
    }
    let page = fs::read_to_string(docs().join("policy-evaluate.md")).unwrap();
    let linked: BTreeSet<String> = page
        .split("(examples/policy-cases/")
        .skip(1)
        .filter_map(|rest| rest.split_once(')').map(|(name, _)| name.to_owned()))
        .collect();
    assert_eq!(linked, files, "the page links every example");
}

/// The page shows one case and its answer in full.
#[test]
fn the_answer_on_the_page_is_the_real_one() {
    let page = fs::read_to_string(docs().join("policy-evaluate.md")).unwrap();
    let example = docs().join("examples/policy-cases/alias-condition-key-named-by-id.implicit-deny.json");
    let example = fs::read_to_string(example).unwrap();
    let shown = page.split("```json\n").nth(1).and_then(|rest| rest.split_once("```")).unwrap().0;
    let parse = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(parse(shown), parse(&example));
    let verdict = case::run(&example).unwrap();
    assert!(page.contains(&format!("```text\n{verdict}```")), "{verdict}");
    assert!(page.contains(&verdict.because));
}

#[test]
fn the_verdict_is_json() {
    let text = r#"{"principal":"111122223333","action":"kms:ListKeys","resource":"*"}"#;
    let verdict = serde_json::to_value(case::run(text).unwrap()).unwrap();
    assert_eq!(verdict["decision"], "Allow");
    assert_eq!(verdict["because"], "because the account root holds all of its account's permissions");
    assert_eq!(verdict["explanation"]["outcome"], "Allow");
    assert_eq!(verdict["explanation"]["reasons"][0]["policyType"], "account-root");
}

#[test]
fn callers_can_be_written_in_every_form() {
    for (principal, because) in [
        (r#""111122223333""#, "because the account root"),
        (r#""arn:aws:iam::111122223333:root""#, "because the account root"),
        (r#""arn:aws:iam::111122223333:user/ann""#, "because no identity-based policy"),
        (r#""arn:aws:sts::111122223333:assumed-role/App/s""#, "because no identity-based policy"),
        (
            r#"{"arn":"arn:aws:iam::111122223333:user/ann","account":"111122223333"}"#,
            "because no identity-based policy",
        ),
        (
            r#"{"arn":"arn:aws:sts::111122223333:federated-user/f","userArn":"arn:aws:iam::111122223333:user/ann"}"#,
            "because no identity-based policy",
        ),
        (r#""logs.amazonaws.com""#, "because no resource-based policy"),
        (r#"{"service":"logs.example.com"}"#, "because no resource-based policy"),
        (r#"{"federated":"accounts.google.com"}"#, "because no resource-based policy"),
        (r#""*""#, "because no resource-based policy"),
    ] {
        let text = format!(
            r#"{{"principal":{principal},"action":"kms:ListKeys","resource":"*","resourceAccount":"111122223333"}}"#
        );
        let verdict = case::run(&text).unwrap();
        assert!(verdict.because.starts_with(because), "{principal}: {}", verdict.because);
    }
}

#[test]
fn context_values_have_the_type_of_their_key() {
    let decision = |context: &str, condition: &str| {
        let text = format!(
            r#"{{"principal":"arn:aws:iam::111122223333:user/ann","action":"kms:ListKeys","resource":"*","context":{context},
                "identityPolicies":[{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"*","Resource":"*","Condition":{condition}}}}}]}}"#
        );
        case::run(&text).unwrap().decision
    };
    let allowed = |context, condition| assert_eq!(decision(context, condition), Outcome::Allow, "{context}");
    allowed(r#"{"aws:SecureTransport":true}"#, r#"{"Bool":{"aws:SecureTransport":"true"}}"#);
    allowed(r#"{"aws:MultiFactorAuthAge":300}"#, r#"{"NumericLessThan":{"aws:MultiFactorAuthAge":301}}"#);
    allowed(r#"{"aws:TagKeys":["a","b"]}"#, r#"{"ForAllValues:StringEquals":{"aws:TagKeys":["a","b","c"]}}"#);
    allowed(r#"{"aws:TagKeys":"a"}"#, r#"{"ForAnyValue:StringEquals":{"aws:TagKeys":"a"}}"#);
    allowed(r#"{"aws:username":"bob"}"#, r#"{"StringEquals":{"aws:username":"bob"}}"#);
    allowed("{}", r#"{"StringEquals":{"aws:username":"ann"}}"#);
}

#[test]
fn errors_say_what_to_write() {
    let base = r#""action":"kms:ListKeys","resource":"*""#;
    for (text, message) in [
        ("".to_owned(), "the case cannot be read: EOF"),
        (
            format!(r#"{{"principal":"111122223333",{base},"policy":{{}}}}"#),
            "unknown field `policy`, expected one of",
        ),
        (format!("{{{base}}}"), "missing field `principal`"),
        (format!(r#"{{"principal":"ann",{base}}}"#), "principal: write an ARN, an account id"),
        (
            format!(r#"{{"principal":"arn:aws:iam::111122223333:role/A",{base}}}"#),
            "principal: a role makes no calls",
        ),
        (
            format!(r#"{{"principal":"arn:aws:sts::111122223333:assumed-role/A",{base}}}"#),
            "with the session's name",
        ),
        (
            format!(r#"{{"principal":"arn:aws:sts::111122223333:federated-user/A",{base}}}"#),
            "needs the user behind it",
        ),
        (format!(r#"{{"principal":{{"user":"ann"}},{base}}}"#), "unknown field `user`"),
        (format!(r#"{{"principal":{{}},{base}}}"#), "give exactly one of arn, service and federated"),
        (
            format!(
                r#"{{"principal":{{"arn":"arn:aws:iam::111122223333:root","account":"444455556666"}},{base}}}"#
            ),
            "name different accounts",
        ),
        (format!(r#"{{"principal":"*",{base}}}"#), "resourceAccount: needed here"),
        (
            format!(r#"{{"principal":"111122223333",{base},"context":{{"aws:SourceIp":["10.0.0.1"]}}}}"#),
            "context: aws:SourceIp has one value, not a list",
        ),
        (
            format!(r#"{{"principal":"111122223333",{base},"context":{{"a:b":{{}}}}}}"#),
            "context: a:b: write a text",
        ),
        (format!(r#"{{"principal":"111122223333",{base},"context":{{"a:b":1,"a:b":2}}}}"#), "stands twice"),
        (
            format!(r#"{{"principal":"111122223333",{base},"identityPolicies":[{{}}]}}"#),
            "identityPolicies[0]: Syntax errors in policy. Missing required field Statement.",
        ),
        (
            format!(r#"{{"principal":"111122223333",{base},"serviceControlPolicies":[[],[{{}}]]}}"#),
            "serviceControlPolicies[1][0]: Syntax errors in policy.",
        ),
        (
            format!(r#"{{"principal":"111122223333",{base},"resourcePolicyKind":"bucket"}}"#),
            "expected one of `standard`",
        ),
    ] {
        let error = case::run(&text).expect_err(&text);
        let cause = std::error::Error::source(&error).map(|cause| format!(": {cause}"));
        let error = format!("{error}{}", cause.unwrap_or_default());
        assert!(error.contains(message), "{text}: {error}");
    }
}
