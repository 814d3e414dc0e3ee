//! What could be allowed when not all of a request is known.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod support;

use iam_policy::{Authority, Named, Policies, Policy, PolicyKind, Possibility, Request, possible};
use support::{HOME, KEY, account, names, user};

fn asked(identity: &str, resource: &str, stated: &[(&'static str, &'static str)]) -> Option<Possibility> {
    let principal = user(HOME);
    let mut context = iam_policy::Context::new();
    context.insert_principal(&principal);
    for (key, value) in stated {
        context.insert(*key, *value);
    }
    let text = format!(r#"{{"Version":"2012-10-17","Statement":[{identity}]}}"#);
    let identity = Policy::parse(&text, PolicyKind::Identity).unwrap();
    let resource = Policy::parse(resource, PolicyKind::KeyPolicy).unwrap();
    let request = Request {
        principal: &principal,
        principal_id: None,
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
    possible(&request, &policies, &|key| !key.eq_ignore_ascii_case("kms:ViaService"))
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
