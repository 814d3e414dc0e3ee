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
        ("kms:ListKeys", vec![]),
        ("iam:GetUser", vec!["arn:*:iam::*:*"]),
        ("iam:GetRole", vec!["arn:*:iam::*:*"]),
        ("sts:AssumeRole", vec!["arn:*:iam::*:role/*"]),
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
            statements(r#"{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"kms:Encrypt","Resource":"*"}"#),
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
            encrypt(r#""Principal":{"AWS":"*"}"#),
        ),
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
    let all = Code::ALL.iter().copied().filter(|code| *code != Code::NoSuchPrincipal);
    assert_eq!(shown, all.collect(), "NoSuchPrincipal is found by those who know who exists");
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
            encrypt(r#""Principal":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-abcdefghij"}}"#),
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
        r#"{"Effect":"Allow","Action":"kms:Encrypt","Resource":"*"},{"Sid":"Use","Effect":"Allow","Action":["kms:Encrypt","kms:Encrpyt"],"Resource":"*"}"#,
    );
    let found = of(&text, Identity);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].to_string(),
        "unknown-action at Statement[1].Action[1] of \"Use\": The service kms has no action \"kms:encrpyt\" here. \
         Is kms:Encrypt meant?"
    );
    let json = serde_json::to_value(&found[0]).unwrap();
    assert_eq!(json["code"], "unknown-action");
    assert_eq!(
        (&json["statement"], &json["sid"], &json["path"]),
        (&1.into(), &"Use".into(), &"Statement[1].Action[1]".into())
    );
}

#[test]
fn a_condition_that_nobody_can_meet_does_not_count_as_one() {
    let text = encrypt(r#""Principal":"*","Condition":{"StringLike":{"aws:PrincipalArn":"*"}}"#);
    assert!(of(&text, KeyPolicy).iter().any(|warning| warning.code == Code::OpenToEveryone));
}

#[test]
fn what_is_no_policy_is_an_error() {
    for text in ["", "{}", r#"{"Statement":[{}]}"#] {
        assert!(lint(text, Identity, &catalog()).is_err(), "{text}");
    }
}
