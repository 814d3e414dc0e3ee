//! What could be allowed when not all of a request is known.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use iam_policy::{Authority, Named, Policies, Policy, PolicyKind, Possibility, Principal, Request, possible};
use support::{HOME, KEY, account, names, session, user};

fn asked(identity: &str, resource: &str, stated: &[(&'static str, &'static str)]) -> Option<Possibility> {
    asked_by(&user(HOME), identity, resource, stated)
}

fn asked_by(
    principal: &Principal,
    identity: &str,
    resource: &str,
    stated: &[(&'static str, &'static str)],
) -> Option<Possibility> {
    let mut context = iam_policy::Context::new();
    context.insert_principal(principal);
    for (key, value) in stated {
        context.insert(*key, *value);
    }
    context.insert_many("kms:ResourceAliases", ["alias/a", "alias/b"]);
    let text = format!(r#"{{"Version":"2012-10-17","Statement":[{identity}]}}"#);
    let identity = Policy::parse(&text, PolicyKind::Identity).unwrap();
    let resource = Policy::parse(resource, PolicyKind::KeyPolicy).unwrap();
    let request = Request {
        principal,
        principal_id: Some("AROAAPP"),
        action: "kms:Encrypt",
        resource: KEY,
        resource_account: account(HOME),
        context: &context,
    };
    let policies = Policies {
        identity: &[Named { name: "identity", policy: &identity }],
        resource: Some(Named { name: "key policy", policy: &resource }),
        resource_authority: Authority::KeyPolicy,
        ..Policies::default()
    };
    possible(&request, &policies, true)
}

fn delegated() -> String {
    names(&format!("arn:aws:iam::{HOME}:root"))
}

const ALLOW: &str = r#"{"Effect":"Allow","Action":"kms:*","Resource":"*"}"#;
const BY_ALIAS: &str = r#"{"Effect":"Allow","Action":"kms:Encrypt","Resource":"*","Condition":{"StringEquals":{"kms:RequestAlias":"alias/a"}}}"#;
const NOT_IN_CLEAR: &str =
    r#"{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"#;

#[test]
fn an_allow_without_conditions_needs_nothing() {
    let found = asked(&format!("{BY_ALIAS},{ALLOW}"), &delegated(), &[]).unwrap();
    assert_eq!((found.provided, found.unless), (vec![], vec![]));
    assert_eq!(found.decision.reasons[1].statement, Some(1));
}

#[test]
fn what_is_not_known_is_told() {
    let found = asked(&format!("{BY_ALIAS},{NOT_IN_CLEAR}"), &delegated(), &[]).unwrap();
    let told = |all: &[iam_policy::Requirement]| all.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        told(&found.provided),
        [r#"StringEquals kms:RequestAlias ["alias/a"] (statement 0 of identity)"#]
    );
    assert_eq!(told(&found.unless), [r#"Bool aws:SecureTransport ["false"] (statement 1 of identity)"#]);
}

#[test]
fn what_is_known_decides() {
    let found = asked(BY_ALIAS, &delegated(), &[("kms:RequestAlias", "alias/a")]).unwrap();
    assert_eq!(found.provided, []);
    assert_eq!(asked(BY_ALIAS, &delegated(), &[("kms:RequestAlias", "alias/b")]), None);
    assert_eq!(
        asked(&format!("{ALLOW},{NOT_IN_CLEAR}"), &delegated(), &[("aws:SecureTransport", "false")]),
        None
    );
    let secure =
        asked(&format!("{ALLOW},{NOT_IN_CLEAR}"), &delegated(), &[("aws:SecureTransport", "true")]).unwrap();
    assert_eq!(secure.unless, []);
}

#[test]
fn a_key_that_no_request_has_is_known_to_be_absent() {
    let via = BY_ALIAS.replace("kms:RequestAlias", "kms:ViaService");
    assert_eq!(asked(&via, &delegated(), &[]), None);
    let denied =
        NOT_IN_CLEAR.replace("aws:SecureTransport", "kms:ViaService").replace("Bool", "StringEquals");
    assert_eq!(asked(&format!("{ALLOW},{denied}"), &delegated(), &[]).unwrap().unless, []);
}

#[test]
fn who_is_denied_or_not_allowed_anywhere_could_not() {
    assert_eq!(asked(ALLOW, &names("arn:aws:iam::111122223333:role/Other"), &[]), None);
    let denied = r#"{"Effect":"Deny","Action":"kms:Encrypt","Resource":"*"}"#;
    assert_eq!(asked(&format!("{ALLOW},{denied}"), &delegated(), &[]), None);
}

/// What must be true of the call of a session of a role; `None` when nothing would help.
fn of_session(identity: &str, stated: &[(&'static str, &'static str)]) -> Option<Vec<String>> {
    let found = asked_by(&session(HOME), identity, &delegated(), stated)?;
    Some(found.provided.into_iter().flat_map(|requirement| requirement.conditions).collect())
}

fn allow(resource: &str, condition: &str) -> String {
    format!(r#"{{"Effect":"Allow","Action":"kms:*","Resource":"{resource}","Condition":{{{condition}}}}}"#)
}

#[test]
fn variables_that_are_not_known_are_told() {
    let by_tag = allow("arn:aws:kms:eu-west-1:*:key/${aws:PrincipalTag/key}", "");
    let told = r#"Resource ["arn:aws:kms:eu-west-1:*:key/${aws:PrincipalTag/key}"]"#;
    assert_eq!(of_session(&by_tag, &[]), Some(vec![told.to_owned()]));
    // The tags of a user are all known.
    assert_eq!(asked(&by_tag, &delegated(), &[]), None);
    let id = KEY.rsplit('/').next().unwrap();
    let stated = [("aws:PrincipalTag/key", id)];
    assert_eq!(asked(&by_tag, &delegated(), &stated).unwrap().provided, []);
    // No value would make it another key's pattern.
    assert_eq!(of_session(&allow("arn:aws:kms:us-east-1:*:key/${aws:PrincipalTag/key}", ""), &[]), None);

    let name = allow("*", r#""StringEquals":{"aws:ResourceTag/team":"${aws:PrincipalTag/team}"}"#);
    let told = r#"StringEquals aws:ResourceTag/team ["${aws:PrincipalTag/team}"]"#;
    assert_eq!(of_session(&name, &[("aws:ResourceTag/team", "a")]), Some(vec![told.to_owned()]));
    // What the resource does not have, it has under no caller.
    assert_eq!(of_session(&name, &[]), None);
}

#[test]
fn variables_that_are_not_known_are_told_of_what_denies() {
    let denied =
        r#"{"Effect":"Deny","Action":"*","NotResource":"arn:aws:kms:*:*:key/${aws:PrincipalTag/key}"}"#;
    let found = asked_by(&session(HOME), &format!("{ALLOW},{denied}"), &delegated(), &[]);
    // Whatever has no value excludes nothing: without the tag, everything is denied.
    assert_eq!(found.unwrap().unless.len(), 1);
}

#[test]
fn tags_of_sessions_can_replace_those_of_the_role() {
    let red = allow("*", r#""StringEquals":{"aws:PrincipalTag/team":"red"}"#);
    let told = r#"StringEquals aws:PrincipalTag/team ["red"]"#.to_owned();
    assert_eq!(of_session(&red, &[("aws:PrincipalTag/team", "red")]), Some(vec![]));
    assert_eq!(of_session(&red, &[("aws:PrincipalTag/team", "blue")]), Some(vec![told]));
    assert_eq!(asked(&red, &delegated(), &[("aws:PrincipalTag/team", "blue")]), None);
}

#[test]
fn of_the_user_id_of_a_session_the_beginning_is_known() {
    let id = |operator: &str, value: &str| {
        of_session(&allow("*", &format!(r#""{operator}":{{"aws:userid":"{value}"}}"#)), &[])
    };
    assert_eq!(id("StringLike", "AROAAPP:*"), Some(vec![]));
    assert_eq!(id("StringLike", "AROAOTHER:*"), None);
    assert_eq!(id("StringNotLike", "AROAOTHER:*"), Some(vec![]));
    assert_eq!(id("StringNotLike", "AROAAPP:*"), None);
    let told = r#"StringEquals aws:userid ["AROAAPP:web-1"]"#.to_owned();
    assert_eq!(id("StringEquals", "AROAAPP:web-1"), Some(vec![told]));
    assert_eq!(id("StringEquals", "AROAOTHER:web-1"), None);
}

#[test]
fn keys_that_the_caller_never_has_are_known_to_be_absent() {
    let own = allow("*", r#""StringEquals":{"aws:username":"ann"}"#);
    assert_eq!(of_session(&own, &[]), None);
    let other_service = allow("*", r#""StringEquals":{"sts:ExternalId":"x"}"#);
    assert_eq!(of_session(&other_service, &[]), None);
    let second_factor = allow("*", r#""Bool":{"aws:MultiFactorAuthPresent":"true"}"#);
    assert_eq!(of_session(&second_factor, &[("aws:MultiFactorAuthPresent", "false")]), None);
    assert_eq!(asked(&second_factor, &delegated(), &[]).unwrap().provided.len(), 1);
}

#[test]
fn a_key_that_each_request_has_is_not_absent() {
    let told = |condition: &str| of_session(&allow("*", condition), &[]);
    assert_eq!(told(r#""Null":{"aws:TokenIssueTime":"true"}"#), None);
    assert_eq!(told(r#""Null":{"aws:TokenIssueTime":"false"}"#), Some(vec![]));
    assert_eq!(told(r#""Null":{"aws:SourceIp":"true"}"#), None);
    let later = r#"DateGreaterThan aws:TokenIssueTime ["2030-01-01T00:00:00Z"]"#.to_owned();
    assert_eq!(told(r#""DateGreaterThan":{"aws:TokenIssueTime":"2030-01-01T00:00:00Z"}"#), Some(vec![later]));
    // A user may have a session, and may have none.
    let of_user = |condition: &str| asked(&allow("*", condition), &delegated(), &[]).unwrap().provided.len();
    assert_eq!(of_user(r#""Null":{"aws:TokenIssueTime":"true"}"#), 1);
    assert_eq!(of_user(r#""Null":{"aws:TokenIssueTime":"false"}"#), 1);
    // A tag of the role can be replaced, and not taken away.
    let tagged = [("aws:PrincipalTag/team", "blue")];
    let without = allow("*", r#""Null":{"aws:PrincipalTag/team":"true"}"#);
    assert_eq!(of_session(&without, &tagged), None);
    assert!(of_session(&without, &[]).is_some());
}

#[test]
fn variables_that_never_have_a_value_match_nothing() {
    let condition = |operator: &str, value: &str| {
        allow("*", &format!(r#""{operator}":{{"kms:EncryptionContext:t":{value}}}"#))
    };
    let tag = r#""${aws:PrincipalTag/tenant}""#;
    let told = r#"StringEquals kms:EncryptionContext:t ["${aws:PrincipalTag/tenant}"]"#.to_owned();
    // The tags of a user are all known, and those of a session are not.
    assert_eq!(asked(&condition("StringEquals", tag), &delegated(), &[]), None);
    assert_eq!(of_session(&condition("StringEquals", tag), &[]), Some(vec![told]));
    let of_user = |policy: &str, stated| {
        let found = asked(policy, &delegated(), stated).unwrap();
        found.provided.len()
    };
    assert_eq!(of_user(&condition("StringEquals", tag), &[("aws:PrincipalTag/tenant", "7")]), 1);
    assert_eq!(of_user(&condition("StringEquals", &format!(r#"[{tag},"x"]"#)), &[]), 1);
    assert_eq!(of_user(&condition("StringEquals", r#""${aws:PrincipalTag/tenant, 'x'}""#), &[]), 1);
    // Without the key it is true, and with a value it is not; what is negated is true of both.
    assert_eq!(of_user(&condition("StringEqualsIfExists", tag), &[]), 1);
    assert_eq!(of_user(&condition("StringNotEquals", tag), &[]), 0);
}

#[test]
fn a_key_is_named_by_its_own_aliases_alone() {
    let by = |operator: &str, value: &str| {
        let policy = allow("*", &format!(r#""{operator}":{{"kms:RequestAlias":"{value}"}}"#));
        Some(asked(&policy, &delegated(), &[])?.provided.len())
    };
    assert_eq!(by("StringEquals", "alias/a"), Some(1));
    assert_eq!(by("StringLike", "alias/*"), Some(1));
    assert_eq!(by("StringEquals", "alias/nowhere"), None);
    assert_eq!(by("StringNotEquals", "alias/nowhere"), Some(0));
    assert_eq!(by("Null", "true"), Some(1));
    // By its alias or not: what the variable stands for may be the name of one.
    assert_eq!(by("StringEquals", "alias/${kms:EncryptionContext:a}"), Some(1));
}
