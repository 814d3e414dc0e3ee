//! Each warning: a policy that has it, and nothing else wrong; and policies that have none.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use iam_policy::PolicyKind::{self, Identity, KeyPolicy, Organization, Resource, Trust};
use iam_policy::lint::{Action, Catalog, Code, Warning, lint};

fn catalog() -> Catalog {
    let key = "arn:*:kms:*:*:key/*";
    let all = [
        ("kms:Encrypt", vec![key]),
        ("kms:Decrypt", vec![key]),
        ("kms:DescribeKey", vec![key]),
        ("kms:CreateAlias", vec![key, "arn:*:kms:*:*:alias/*"]),
        ("kms:PutKeyPolicy", vec![key]),
        ("kms:ListKeys", vec![]),
        ("iam:PassRole", vec!["arn:*:iam::*:role/*"]),
        ("organizations:DescribePolicy", vec!["arn:*:organizations::*:*"]),
        ("iam:GetUser", vec!["arn:*:iam::*:*"]),
        ("iam:GetRole", vec!["arn:*:iam::*:*"]),
        ("sts:AssumeRole", vec!["arn:*:iam::*:role/*"]),
        ("sts:AssumeRoleWithWebIdentity", vec!["arn:*:iam::*:role/*"]),
        ("sts:GetCallerIdentity", vec![]),
    ];
    Catalog::new(all.into_iter().map(|(name, resources)| Action {
        name: name.to_owned(),
        resources: resources.into_iter().map(str::to_owned).collect(),
    }))
}

fn of(text: &str, kind: PolicyKind) -> Vec<Warning> {
    lint(text, kind, &catalog()).unwrap()
}

fn statements(statements: &str) -> String {
    format!(r#"{{"Version":"2012-10-17","Statement":[{statements}]}}"#)
}

/// Allow `kms:Encrypt` on everything, with this further element.
fn encrypt(more: &str) -> String {
    statements(&format!(r#"{{"Sid":"S","Effect":"Allow","Action":"kms:Encrypt","Resource":"*",{more}}}"#))
}

/// A key policy with these statements, and one that lets the account manage the key.
fn of_key(more: &str) -> String {
    statements(&format!(
        r#"{{"Sid":"Owner","Effect":"Allow","Principal":{{"AWS":"111122223333"}},"Action":"kms:*","Resource":"*"}},{more}"#
    ))
}

/// Allow `kms:Encrypt` on a key, with this further element.
fn encrypt_with_key(more: &str) -> String {
    of_key(&format!(r#"{{"Sid":"S","Effect":"Allow","Action":"kms:Encrypt","Resource":"*",{more}}}"#))
}

/// Every code with a policy for it.
fn examples() -> Vec<(Code, PolicyKind, String)> {
    let allow = r#""Effect":"Allow","Action":"kms:Encrypt","Resource":"*""#;
    vec![
        (Code::MissingVersion, Identity, format!(r#"{{"Statement":{{{allow}}}}}"#)),
        (Code::OldVersion, Identity, format!(r#"{{"Version":"2008-10-17","Statement":{{{allow}}}}}"#)),
        (
            Code::InertVariable,
            Identity,
            r#"{"Version":"2008-10-17","Statement":{"Effect":"Allow","Action":"iam:GetUser","Resource":"arn:aws:iam::111122223333:user/${aws:username}"}}"#.to_owned(),
        ),
        (Code::UnknownService, Identity, statements(r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}"#)),
        (Code::UnknownAction, Identity, statements(r#"{"Effect":"Allow","Action":["kms:Encrypt","kms:Encrpyt"],"Resource":"*"}"#)),
        (Code::MatchesNoAction, Identity, statements(r#"{"Effect":"Allow","Action":"kms:Crypt*","Resource":"*"}"#)),
        (Code::AllowNotAction, Identity, statements(r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#)),
        (
            Code::AllowNotResource,
            Identity,
            statements(r#"{"Effect":"Allow","Action":"kms:Encrypt","NotResource":"arn:aws:kms:*:*:key/1"}"#),
        ),
        (
            Code::NotPrincipal,
            KeyPolicy,
            of_key(r#"{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"kms:Encrypt","Resource":"*"}"#),
        ),
        (
            Code::ResourceNeverMatches,
            Identity,
            statements(r#"{"Effect":"Allow","Action":"kms:Encrypt","Resource":"arn:aws:kms:*:*:alias/*"}"#),
        ),
        (
            Code::ResourceNeverMatches,
            Trust,
            statements(r#"{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:GetCallerIdentity"}"#),
        ),
        (
            Code::ResourceNeverMatches,
            KeyPolicy,
            statements(r#"{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"arn:aws:kms:*:*:alias/a"}"#),
        ),
        (
            Code::ActionNeedsAllResources,
            Identity,
            statements(r#"{"Effect":"Allow","Action":["kms:Encrypt","kms:ListKeys"],"Resource":"arn:aws:kms:*:*:key/*"}"#),
        ),
        (
            Code::ShadowedByDeny,
            Identity,
            statements(
                r#"{"Sid":"S","Effect":"Allow","Action":"kms:Encrypt","Resource":"arn:aws:kms:eu-west-1:*:key/*"},
                   {"Effect":"Deny","Action":["kms:*"],"Resource":"arn:aws:kms:*:*:*"}"#,
            ),
        ),
        (
            Code::OpenToEveryone,
            KeyPolicy,
            encrypt_with_key(r#""Principal":{"AWS":"*"}"#),
        ),
        (
            Code::DuplicateSid,
            KeyPolicy,
            of_key(r#"{"Sid":"Owner","Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:Encrypt","Resource":"*"}"#),
        ),
        (
            Code::PassAnyRole,
            Identity,
            statements(r#"{"Effect":"Allow","Action":"iam:PassRole","Resource":"*"}"#),
        ),
        (
            Code::InvalidArn,
            Identity,
            statements(r#"{"Effect":"Allow","Action":"kms:Encrypt","Resource":"arn:aws:kms:eu-west-1:11112222333:key/*"}"#),
        ),
        (
            Code::RedundantStatement,
            Identity,
            statements(
                r#"{"Sid":"A","Effect":"Allow","Action":"kms:*","Resource":"*"},
                   {"Sid":"B","Effect":"Allow","Action":"kms:Encrypt","Resource":"arn:aws:kms:*:*:key/a","Condition":{"Bool":{"aws:SecureTransport":"true"}}}"#,
            ),
        ),
        (
            Code::RedundantAction,
            Identity,
            statements(r#"{"Effect":"Allow","Action":["kms:Encrypt","KMS:E*"],"Resource":"*"}"#),
        ),
        (
            Code::RedundantResource,
            Identity,
            statements(
                r#"{"Effect":"Allow","Action":"kms:Encrypt","Resource":["arn:aws:kms:*:*:key/a","arn:aws:kms:*:*:key/a"]}"#,
            ),
        ),
        (
            Code::UnmanageableKey,
            KeyPolicy,
            statements(r#"{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:Encrypt","Resource":"*"}"#),
        ),
        (
            Code::OpenIdentityProvider,
            Trust,
            statements(
                r#"{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/idp.example.com/a"},
                   "Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"idp.example.com/a:aud":"x"}}}"#,
            ),
        ),
        (
            Code::DeletedPrincipal,
            KeyPolicy,
            encrypt_with_key(r#""Principal":{"AWS":["111122223333","AROAABCDEFGHIJKLMNOPQ"]}"#),
        ),
        (
            Code::OnlyServices,
            Trust,
            statements(r#"{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}"#),
        ),
        (Code::EmptyCondition, Identity, encrypt(r#""Condition":{"StringEquals":{}}"#)),
        (
            Code::DuplicateConditionKey,
            Identity,
            encrypt(r#""Condition":{"StringEquals":{"kms:RequestAlias":"alias/a","kms:requestAlias":"alias/b"}}"#),
        ),
        (
            Code::SecondFactorNotNeeded,
            Identity,
            statements(
                r#"{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"}}}"#,
            ),
        ),
        (Code::ImpossibleValue, Identity, encrypt(r#""Condition":{"StringEquals":{"kms:RequestAlias":"tenant-a"}}"#)),
        (Code::LooseIpRange, Identity, encrypt(r#""Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.7/24"}}"#)),
        (Code::UnknownConditionKey, Identity, encrypt(r#""Condition":{"StringEquals":{"kms:RequestAlais":"a"}}"#)),
        (Code::AbsentConditionKey, Identity, encrypt(r#""Condition":{"StringEquals":{"kms:ViaService":"a"}}"#)),
        (
            Code::DeprecatedConditionKey,
            Identity,
            encrypt(r#""Condition":{"StringEquals":{"kms:CustomerMasterKeySpec":"RSA_2048"}}"#),
        ),
        (Code::WrongOperatorType, Identity, encrypt(r#""Condition":{"StringEquals":{"aws:SourceIp":"10.0.0.1"}}"#)),
        (
            Code::SetOperatorOnSingleValue,
            Identity,
            encrypt(r#""Condition":{"ForAnyValue:StringEquals":{"kms:RequestAlias":"alias/a"}}"#),
        ),
        (Code::NoSetOperator, Identity, encrypt(r#""Condition":{"StringEquals":{"kms:ResourceAliases":"alias/a"}}"#)),
        (
            Code::ForAllValuesAllows,
            Identity,
            encrypt(r#""Condition":{"ForAllValues:StringEquals":{"kms:EncryptionContextKeys":"a"}}"#),
        ),
        (Code::LiteralWildcard, Identity, encrypt(r#""Condition":{"StringEquals":{"kms:RequestAlias":"alias/*"}}"#)),
        (Code::NoValues, Identity, encrypt(r#""Condition":{"StringEquals":{"kms:RequestAlias":[]}}"#)),
        (
            Code::UnknownVariable,
            Identity,
            encrypt(r#""Condition":{"StringEquals":{"kms:RequestAlias":"alias/${aws:user}"}}"#),
        ),
    ]
}

#[test]
fn every_warning_has_an_example_and_nothing_else_is_wrong_there() {
    for (code, kind, text) in examples() {
        let found = of(&text, kind);
        let codes: BTreeSet<Code> = found.iter().map(|warning| warning.code).collect();
        // A variable in an old policy cannot be there without the old version.
        let also = (code == Code::InertVariable).then_some(Code::OldVersion);
        assert_eq!(codes, also.into_iter().chain([code]).collect(), "{text}: {found:?}");
    }
    let shown: BTreeSet<Code> = examples().into_iter().map(|(code, ..)| code).collect();
    let elsewhere = [Code::NoSuchPrincipal, Code::Malformed, Code::NotCompared];
    let all = Code::ALL.iter().copied().filter(|code| !elsewhere.contains(code));
    assert_eq!(
        shown,
        all.collect(),
        "the others are found by those who know who exists, and who read the text"
    );
}

#[test]
fn what_is_meant_gives_no_warning() {
    let good = [
        (Identity, statements(r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#)),
        (
            Identity,
            statements(
                r#"{"Effect":"Allow","Action":["kms:*","iam:Get*"],"Resource":["arn:aws:kms:*:111122223333:*","arn:aws:iam::111122223333:user/${aws:username}"]}"#,
            ),
        ),
        (Identity, statements(r#"{"Effect":"Allow","Action":"KMS:encrypt","Resource":"arn:aws:kms:*"}"#)),
        (
            Identity,
            encrypt(
                r#""Condition":{"StringLike":{"kms:RequestAlias":"alias/${aws:PrincipalTag/tenant, 'none'}-*"}}"#,
            ),
        ),
        (
            Identity,
            encrypt(
                r#""Condition":{"Null":{"kms:ViaService":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"300"},"DateLessThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"}}"#,
            ),
        ),
        (
            Identity,
            encrypt(
                r#""Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":["a"]},"Null":{"aws:TagKeys":"false"}}"#,
            ),
        ),
        (
            Identity,
            encrypt(
                r#""Condition":{"ForAnyValue:StringLike":{"kms:ResourceAliases":"alias/a*"},"Bool":{"aws:SecureTransport":true}}"#,
            ),
        ),
        (
            Identity,
            statements(
                r#"{"Effect":"Allow","Action":"kms:*","Resource":"*"},{"Effect":"Deny","Action":"kms:Decrypt","Resource":"*"}"#,
            ),
        ),
        (
            Identity,
            statements(
                r#"{"Effect":"Allow","Action":"kms:Encrypt","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#,
            ),
        ),
        (Organization, statements(r#"{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}"#)),
        (
            KeyPolicy,
            statements(
                r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}"#,
            ),
        ),
        (
            KeyPolicy,
            encrypt_with_key(
                r#""Principal":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-abcdefghij"}}"#,
            ),
        ),
        (
            Trust,
            statements(
                r#"{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/idp.example.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"idp.example.com:aud":"x"}}}"#,
            ),
        ),
        (Resource, statements(r#"{"Effect":"Deny","Principal":"*","Action":"kms:Encrypt"}"#)),
    ];
    for (kind, text) in good {
        assert_eq!(of(&text, kind), [], "{text}");
    }
}

#[test]
fn a_warning_says_where_what_and_what_to_do() {
    let text = statements(
        r#"{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"},
        {"Sid":"Use","Effect":"Allow","Action":["kms:Encrypt",
            "KMS:Encrpyt"],"Resource":"*"}"#,
    );
    let found = of(&text, Identity);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].to_string(),
        "error unknown-action at /Statement/1/Action/1 of \"Use\", line 3: The service KMS has no action \"KMS:Encrpyt\" here. \
         Is kms:Encrypt meant?"
    );
    let json = serde_json::to_value(&found[0]).unwrap();
    assert_eq!((&json["code"], &json["severity"]), (&"unknown-action".into(), &"error".into()));
    assert_eq!(
        (&json["statement"], &json["sid"], &json["pointer"], &json["line"]),
        (&1.into(), &"Use".into(), &"/Statement/1/Action/1".into(), &3.into())
    );
}

#[test]
fn places_are_pointers_into_the_text() {
    for (text, kind, expected) in [
        (
            statements(r#"{"Effect":"Allow","Action":"kms:Enc","Resource":"*"}"#),
            Identity,
            "/Statement/0/Action",
        ),
        (
            statements(r#"{"Effect":"Allow","Action":["kms:Enc"],"Resource":"*"}"#),
            Identity,
            "/Statement/0/Action/0",
        ),
        (
            r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:Enc","Resource":"*"}}"#
                .to_owned(),
            Identity,
            "/Statement/Action",
        ),
        (
            encrypt(r#""Condition":{"ForAnyValue:StringEquals":{"aws:PrincipalTag/a~b":"c"}}"#),
            Identity,
            "/Statement/0/Condition/ForAnyValue:StringEquals/aws:PrincipalTag~1a~0b",
        ),
        (
            encrypt_with_key(r#""Principal":{"AWS":["111122223333","*"]}"#),
            KeyPolicy,
            "/Statement/1/Principal/AWS/1",
        ),
    ] {
        let pointers: Vec<_> = of(&text, kind).into_iter().map(|warning| warning.place.pointer).collect();
        assert_eq!(pointers, [expected], "{text}");
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(json.pointer(expected).is_some(), "{expected}");
    }
}

#[test]
fn conditions_that_do_not_say_who_do_not_count() {
    let is_open = |condition: &str| {
        let text = encrypt_with_key(&format!(r#""Principal":"*","Condition":{{{condition}}}"#));
        of(&text, KeyPolicy).iter().any(|warning| warning.code == Code::OpenToEveryone)
    };
    for open in [
        r#""Bool":{"aws:SecureTransport":"true"}"#,
        r#""DateLessThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"}"#,
        r#""StringEquals":{"kms:RequestAlias":"alias/a"}"#,
        r#""StringLike":{"aws:PrincipalArn":"*"}"#,
        r#""ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/App"}"#,
        r#""StringEquals":{"aws:PrincipalTag/team":"a"}"#,
        r#""StringEquals":{"kms:CallerAccount":"${aws:PrincipalAccount}"}"#,
        r#""StringEqualsIfExists":{"aws:PrincipalOrgID":"o-abcdefghij"}"#,
        r#""StringNotEquals":{"aws:PrincipalAccount":"111122223333"}"#,
        r#""ForAllValues:StringLike":{"aws:PrincipalOrgPaths":"o-abcdefghij/*"}"#,
        r#""IpAddress":{"aws:SourceIp":"0.0.0.0/0"}"#,
        r#""Null":{"aws:PrincipalOrgID":"false"}"#,
    ] {
        assert!(is_open(open), "{open}");
    }
    for closed in [
        r#""StringEquals":{"aws:PrincipalAccount":"111122223333"}"#,
        r#""ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/*"}"#,
        r#""StringEquals":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}"#,
        r#""IpAddress":{"aws:SourceIp":"203.0.113.0/24"},"Bool":{"aws:SecureTransport":"true"}"#,
        r#""StringEquals":{"kms:ViaService":"s3.eu-west-1.amazonaws.com"}"#,
    ] {
        assert!(!is_open(closed), "{closed}");
    }
}

#[test]
fn second_factors_are_asked_of_long_term_keys_too() {
    let slips = |effects: &[(&str, &str)]| {
        let all: Vec<String> = effects
            .iter()
            .map(|(effect, condition)| {
                format!(
                    r#"{{"Effect":"{effect}","Action":"kms:*","Resource":"*","Condition":{{{condition}}}}}"#
                )
            })
            .collect();
        of(&statements(&all.join(",")), Identity)
            .iter()
            .filter(|warning| warning.code == Code::SecondFactorNotNeeded)
            .count()
    };
    let without = ("Deny", r#""Bool":{"aws:MultiFactorAuthPresent":"false"}"#);
    let absent = ("Deny", r#""Null":{"aws:MultiFactorAuthPresent":"true"}"#);
    assert_eq!(slips(&[without]), 1);
    assert_eq!(slips(&[("Deny", r#""NumericGreaterThan":{"aws:MultiFactorAuthAge":"300"}"#)]), 1);
    assert_eq!(slips(&[("Allow", r#""BoolIfExists":{"aws:MultiFactorAuthPresent":"true"}"#)]), 1);
    assert_eq!(slips(&[without, absent]), 0);
    assert_eq!(slips(&[("Deny", r#""BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}"#)]), 0);
    assert_eq!(slips(&[("Allow", r#""Bool":{"aws:MultiFactorAuthPresent":"true"}"#)]), 0);
    let sessions =
        r#""Bool":{"aws:MultiFactorAuthPresent":"false"},"Null":{"aws:MultiFactorAuthPresent":"false"}"#;
    assert_eq!(slips(&[("Deny", sessions)]), 0);
}

#[test]
fn arns_have_a_form() {
    let wrong = |resource: &str, action: &str| {
        let text =
            statements(&format!(r#"{{"Effect":"Allow","Action":"{action}","Resource":"{resource}"}}"#));
        let found = of(&text, Identity);
        assert!(found.iter().all(|warning| warning.code == Code::InvalidArn), "{found:?}");
        found.into_iter().next().map(|warning| warning.problem)
    };
    for (resource, action) in [
        ("arn:aws-cn:kms:*:*:key/*", "kms:Encrypt"),
        ("arn:aws:kms::111122223333:key/*", "kms:Encrypt"),
        ("arn:aws:KMS:*:111122223333:key/*", "kms:Encrypt"),
        ("arn:aws:kms:*:1111:key/*", "kms:Encrypt"),
        ("arn:aws:kms:*::key/*", "kms:Encrypt"),
        ("arn:aws:iam:us-east-1:111122223333:user/a", "iam:GetUser"),
    ] {
        assert!(wrong(resource, action).is_some(), "{resource}");
    }
    for (resource, action) in [
        ("arn:aws:kms:*", "kms:Encrypt"),
        ("arn:aw?:*:*:*:*", "kms:Encrypt"),
        ("arn:aws:iam::aws:policy/a", "iam:GetUser"),
        ("arn:aws:iam::1111*:user/a", "iam:GetUser"),
        (
            "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
            "organizations:DescribePolicy",
        ),
    ] {
        assert_eq!(wrong(resource, action), None, "{resource}");
    }
}

#[test]
fn statements_that_differ_in_what_counts_are_not_redundant() {
    let role = r#""Principal":{"AWS":"arn:aws:iam::111122223333:role/App"}"#;
    let found = of(&encrypt_with_key(role), KeyPolicy);
    assert_eq!(found, [], "the account's statement does not say what the role's does");
    let conditions = [
        r#""Condition":{"Bool":{"aws:SecureTransport":"true"}}"#,
        r#""Condition":{"StringEquals":{"kms:RequestAlias":"alias/a"}}"#,
    ];
    let [first, second] = conditions
        .map(|more| format!(r#"{{"Effect":"Allow","Action":"kms:Encrypt","Resource":"*",{more}}}"#));
    assert_eq!(of(&statements(&format!("{first},{second}")), Identity), []);
    let twice = of(&statements(&format!("{first},{first}")), Identity);
    let places: Vec<_> = twice.iter().map(|warning| (warning.code, warning.place.statement)).collect();
    assert_eq!(places, [(Code::RedundantStatement, Some(1))]);
}

/// A policy of everybody with `count` of these patterns, each with its number, as an element.
fn open_with_many(element: &str, other: &str, pattern: &str, count: usize) -> String {
    let all: Vec<String> = (0..count).map(|number| format!("\"{pattern}{number}\"")).collect();
    of_key(&format!(r#"{{"Effect":"Allow","Principal":"*","{element}":[{}],"{other}":"*"}}"#, all.join(",")))
}

#[test]
fn patterns_that_take_too_long_are_not_compared_and_the_rest_is_looked_at() {
    let codes = |text: &str| of(text, KeyPolicy).iter().map(|warning| warning.code).collect::<Vec<_>>();
    let (actions, resources) =
        (format!("kms:*{}", "e".repeat(110)), format!("arn:aws:kms:*:*:*{}", "a".repeat(90)));
    let hostile_actions = open_with_many("Action", "Resource", &actions, 240);
    let hostile_resources = open_with_many("Resource", "Action", &resources, 240);
    for text in [hostile_actions, hostile_resources] {
        assert!(text.len() < 32 * 1024);
        let found = codes(&text);
        assert!(found.contains(&Code::NotCompared), "{found:?}");
        assert!(found.contains(&Code::OpenToEveryone), "{found:?}");
    }
}

#[test]
fn policies_that_people_write_are_compared_whole() {
    let key = r#""Effect":"Allow","Action":["kms:Enc*","kms:Describe*"],"Resource":"arn:aws:kms:eu-west-1:111122223333:key/"#;
    let many: Vec<String> = (0..150).map(|number| format!(r#"{{{key}{number}-*"}}"#)).collect();
    assert_eq!(of(&statements(&many.join(",")), Identity), []);
    let names: Vec<String> =
        (0..250).map(|number| format!("\"arn:aws:kms:*:111122223333:key/mrk-{number:032x}*\"")).collect();
    let one = format!(r#"{{"Effect":"Allow","Action":"kms:*","Resource":[{}]}}"#, names.join(","));
    assert_eq!(of(&statements(&one), Identity), []);
}

#[test]
fn whom_a_policy_names_and_where() {
    let text = of_key(
        r#"{"Effect":"Allow","Principal":{"Federated":"x","AWS":["*"]},"Action":"kms:Encrypt","Resource":"*"}"#,
    );
    let named = iam_policy::lint::principals(&text).unwrap();
    let told: Vec<_> = named
        .iter()
        .map(|named| (&*named.kind, &*named.value, &*named.place.pointer, named.place.line))
        .collect();
    assert_eq!(
        told,
        [
            ("AWS", "111122223333", "/Statement/0/Principal/AWS", Some(1)),
            ("Federated", "x", "/Statement/1/Principal/Federated", Some(1)),
            ("AWS", "*", "/Statement/1/Principal/AWS/0", Some(1)),
        ]
    );
}

#[test]
fn what_is_no_policy_is_an_error() {
    for text in ["", "{}", r#"{"Statement":[{}]}"#] {
        assert!(lint(text, Identity, &catalog()).is_err(), "{text}");
    }
}
