//! Which documents are policies, and what their Action and Resource elements match.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod support;

use iam_policy::Outcome::{Allow, ExplicitDeny, ImplicitDeny};
use iam_policy::{Policy, PolicyError, PolicyKind};
use support::*;

const ALL_KINDS: [PolicyKind; 7] = [
    PolicyKind::Identity,
    PolicyKind::Boundary,
    PolicyKind::Session,
    PolicyKind::Resource,
    PolicyKind::KeyPolicy,
    PolicyKind::Trust,
    PolicyKind::Organization,
];

fn refusal(text: &str, kind: PolicyKind) -> String {
    Policy::parse(text, kind).expect_err(text).to_string()
}

#[test]
fn documents_that_are_no_policies() {
    for (text, message) in [
        ("", "Syntax errors in policy. Line 1"),
        ("{", "Syntax errors in policy. Line 1"),
        ("[]", "A policy is a JSON object. At the top of the document."),
        ("{}", "Missing required field Statement. At Statement."),
        (r#"{"Statement":[]}"#, "at least one statement"),
        (r#"{"Statement":"x"}"#, "an object or a list of objects"),
        (r#"{"Statement":["x"]}"#, "A statement is a JSON object. At Statement[0]."),
        (r#"{"Version":"2020-01-01","Statement":{}}"#, "must contain a valid version string"),
        (r#"{"version":"2012-10-17","Statement":{}}"#, "Unknown element: a policy has"),
        (r#"{"Statement":{},"Statement":{}}"#, "the key \"Statement\" stands twice"),
        (r#"{"Statement":{"Effect":"Allow","Effect":"Deny"}}"#, "the key \"Effect\" stands twice"),
        (r#"{"Statement":{}} x"#, "trailing characters"),
        (r#"{"Statement":{"Action":"*","Resource":"*"}}"#, "Missing required field Effect. At Statement[0]."),
        (r#"{"Statement":{"Effect":"allow","Action":"*","Resource":"*"}}"#, "Invalid effect: allow."),
        (r#"{"Statement":{"Effect":"Allow","Resource":"*"}}"#, "Policy statement must contain actions."),
        (r#"{"Statement":{"Effect":"Allow","Action":"*"}}"#, "Policy statement must contain resources."),
        (r#"{"Statement":{"Effect":"Allow","Action":[],"Resource":"*"}}"#, "at least one text"),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"*","NotAction":"*","Resource":"*"}}"#,
            "exclude each other",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","NotResource":"*"}}"#,
            "exclude each other",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"Encrypt","Resource":"*"}}"#,
            "must be prefaced by a vendor",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"k*:Encrypt","Resource":"*"}}"#,
            "Vendor k* is not valid.",
        ),
        (r#"{"Statement":{"Effect":"Allow","Action":"kms:En crypt","Resource":"*"}}"#, "action name"),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"key/1"}}"#,
            "must be in ARN format or \"*\".",
        ),
        (r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":7}}"#, "A text, or a list"),
        (r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Foo":1}}"#, "At Statement[0].Foo."),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Sid":"a b"}}"#,
            "must be alpha-numeric",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":[]}}"#,
            "Condition is an object",
        ),
        (
            r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Bool":{"SecureTransport":true}}}}"#,
            "must be prefaced by a vendor",
        ),
        (
            r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:kms:*:${aws:x}:key/1"}}"#,
            "before the fifth colon",
        ),
        (
            r#"{"Statement":[{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"A","Effect":"Allow","Action":"*","Resource":"*"}]}"#,
            "must be unique. At Statement[1].",
        ),
    ] {
        let refused = refusal(text, PolicyKind::Identity);
        assert!(refused.contains(message), "{text}: {refused}");
    }
}

#[test]
fn each_kind_has_its_elements() {
    let plain = r#"{"Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}}"#;
    let principal = r#"{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Resource":"*"}}"#;
    let trust =
        r#"{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}"#;
    let not_principal = r#"{"Statement":{"Effect":"Deny","NotPrincipal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}}"#;
    let everyone = r#"{"Statement":{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*"}}"#;
    let accepted = |text| ALL_KINDS.map(|kind| Policy::parse(text, kind).is_ok());
    //                           identity boundary session resource key    trust  organization
    assert_eq!(accepted(plain), [true, true, true, false, false, false, true]);
    assert_eq!(accepted(principal), [false, false, false, true, true, false, false]);
    assert_eq!(accepted(trust), [false, false, false, true, false, true, false]);
    assert_eq!(accepted(not_principal), [false, false, false, true, true, false, false]);
    assert_eq!(accepted(everyone), [false, false, false, true, true, false, true]);

    assert_eq!(
        refusal(principal, PolicyKind::Identity),
        "Policy document should not specify a principal. At Statement[0]."
    );
    assert_eq!(
        refusal(principal, PolicyKind::Trust),
        "Has prohibited field Resource. At Statement[0].Resource."
    );
    assert_eq!(refusal(plain, PolicyKind::KeyPolicy), "Missing required field Principal. At Statement[0].");
}

#[test]
fn trust_policies_are_about_assuming_roles() {
    let trust = |rest: &str| {
        let text =
            format!(r#"{{"Statement":{{"Effect":"Allow","Principal":{{"AWS":"111122223333"}},{rest}}}}}"#);
        Policy::parse(&text, PolicyKind::Trust)
    };
    assert!(trust(r#""Action":["sts:AssumeRole","STS:TagSession"]"#).is_ok());
    for rest in [r#""Action":"kms:Encrypt""#, r#""Action":"*""#] {
        let error = trust(rest).unwrap_err().to_string();
        assert!(error.starts_with("AssumeRole policy may only specify STS AssumeRole actions."), "{error}");
    }
    assert!(trust(r#""NotAction":"sts:AssumeRole""#).is_err());
}

#[test]
fn principals() {
    for good in [
        r#""*""#,
        r#"{"AWS":"*"}"#,
        r#"{"AWS":["111122223333","arn:aws:iam::111122223333:root"]}"#,
        r#"{"AWS":"arn:aws:iam::111122223333:user/path/ann"}"#,
        r#"{"AWS":"arn:aws-cn:iam::111122223333:role/team/App"}"#,
        r#"{"AWS":"arn:aws:sts::111122223333:assumed-role/App/s1"}"#,
        r#"{"AWS":"arn:aws:sts::111122223333:federated-user/fed"}"#,
        r#"{"AWS":"AIDAEXAMPLEEXAMPLE123"}"#,
        r#"{"Service":"logs.amazonaws.com","AWS":"111122223333"}"#,
        r#"{"Federated":"arn:aws:iam::111122223333:saml-provider/idp"}"#,
        r#"{"CanonicalUser":"79a59df900b949e5"}"#,
    ] {
        let text = resource_policy("Allow", good);
        assert!(Policy::parse(&text, PolicyKind::Resource).is_ok(), "{good}");
    }
    for bad in [
        r#""111122223333""#,
        "{}",
        "[]",
        r#"{"AWS":[]}"#,
        r#"{"AWS":""}"#,
        r#"{"AWS":"1111"}"#,
        r#"{"AWS":"ann"}"#,
        r#"{"AWS":"arn:aws:iam::111122223333:user/*"}"#,
        r#"{"AWS":"arn:aws:iam::*:root"}"#,
        r#"{"AWS":"arn:aws:iam::111122223333:role/Ap?"}"#,
        r#"{"AWS":"arn:aws:iam::111122223333:group/g"}"#,
        r#"{"AWS":"arn:aws:iam::111122223333:user/"}"#,
        r#"{"AWS":"arn:aws:iam::111122223333:role"}"#,
        r#"{"AWS":"arn:aws:sts::111122223333:assumed-role/App"}"#,
        r#"{"AWS":"arn:aws:sts::111122223333:assumed-role/App/*"}"#,
        r#"{"AWS":"arn:aws:s3:::bucket"}"#,
        r#"{"Service":"*"}"#,
        r#"{"Federated":"*"}"#,
        r#"{"Group":"g"}"#,
    ] {
        let refused = refusal(&resource_policy("Allow", bad), PolicyKind::Resource);
        assert!(
            refused.contains("nvalid principal in policy") || refused.contains("at least one text"),
            "{bad}: {refused}"
        );
    }
    let not_principal = r#"{"Statement":{"Effect":"Allow","NotPrincipal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}}"#;
    assert!(refusal(not_principal, PolicyKind::Resource).starts_with("NotPrincipal with Allow"));
}

#[test]
fn actions() {
    let outcome = |element: &str| {
        let policy = format!(r#"{{"Statement":{{"Effect":"Allow",{element},"Resource":"*"}}}}"#);
        Question::of(user(HOME)).identity(&policy).outcome()
    };
    for (element, expected) in [
        (r#""Action":"kms:Encrypt""#, Allow),
        (r#""Action":"KMS:encrypt""#, Allow),
        (r#""Action":"kms:*""#, Allow),
        (r#""Action":"kms:?ncryp*""#, Allow),
        (r#""Action":"*""#, Allow),
        (r#""Action":"*:*""#, Allow),
        (r#""Action":["s3:*","kms:Encrypt"]"#, Allow),
        (r#""Action":"kms:EncryptX""#, ImplicitDeny),
        (r#""Action":"kms:Encryp""#, ImplicitDeny),
        (r#""Action":"s3:Encrypt""#, ImplicitDeny),
        (r#""NotAction":"s3:*""#, Allow),
        (r#""NotAction":["s3:*","kms:*"]"#, ImplicitDeny),
    ] {
        assert_eq!(outcome(element), expected, "{element}");
    }
}

#[test]
fn resources() {
    let outcome = |element: &str| {
        let policy =
            format!(r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"*",{element}}}}}"#);
        Question::of(user(HOME)).identity(&policy).outcome()
    };
    for (element, expected) in [
        (r#""Resource":"*""#, Allow),
        (r#""Resource":"arn:aws:kms:eu-west-1:111122223333:key/1234abcd""#, Allow),
        (r#""Resource":"arn:aws:kms:eu-west-1:111122223333:key/1234ABCD""#, ImplicitDeny),
        (r#""Resource":"arn:aws:kms:*:111122223333:key/*""#, Allow),
        (r#""Resource":"arn:aws:kms:*:111122223333:key/1234abc?""#, Allow),
        (r#""Resource":"arn:aws:kms:*:111122223333:key/1234abcd?""#, ImplicitDeny),
        (r#""Resource":"arn:aws:kms:*:111122223333:alias/*""#, ImplicitDeny),
        (r#""Resource":"arn:aws:kms""#, Allow),
        (r#""Resource":"arn:aws:kms:us-east-1""#, ImplicitDeny),
        (r#""Resource":["arn:aws:s3:::b","arn:aws:kms:*:*:key/1234abcd"]"#, Allow),
        (r#""NotResource":"arn:aws:s3:::*""#, Allow),
        (r#""NotResource":"arn:aws:kms:*:*:key/*""#, ImplicitDeny),
        (r#""Resource":"arn:aws:kms:*:*:key/${aws:PrincipalTag/none}*""#, ImplicitDeny),
        (r#""Resource":"arn:aws:kms:*:*:key/${aws:PrincipalTag/none, '1234'}*""#, Allow),
        (r#""NotResource":"arn:aws:kms:*:*:key/${aws:PrincipalTag/none}""#, ImplicitDeny),
    ] {
        assert_eq!(outcome(element), expected, "{element}");
    }
}

#[test]
fn an_unresolved_variable_in_not_resource_never_weakens_a_deny() {
    let deny = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","NotResource":"arn:aws:kms:*:*:key/${aws:PrincipalTag/none}"}}"#;
    assert_eq!(Question::of(user(HOME)).identity(ALLOW_ALL).identity(deny).outcome(), ExplicitDeny);
}

#[test]
fn a_resource_policy_may_leave_its_resource_out() {
    let policy = r#"{"Statement":{"Effect":"Allow","Principal":"*","Action":"kms:*"}}"#;
    assert_eq!(Question::of(user(HOME)).resource_policy(policy).outcome(), Allow);
}

#[test]
fn packed_length_counts_no_white_space_between_elements() {
    let spaced = "{ \"Statement\" : {\n \"Sid\":\"\", \"Effect\":\"Allow\",\t\"Action\":\"*\", \"Resource\":\"*\",\
                  \"Condition\":{\"StringEquals\":{\"a:b\":\"x \\\\\\\" y\"}}} }";
    let dense = r#"{"Statement":{"Sid":"","Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"a:b":"x \\\" y"}}}}"#;
    let parse = |text| Policy::parse(text, PolicyKind::Identity).unwrap().packed_len();
    assert_eq!(parse(dense), dense.len());
    assert_eq!(parse(spaced), dense.len());
}

#[test]
fn accessors() {
    let text = r#"{"Version":"2012-10-17","Id":"key-1","Statement":[
        {"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111122223333:root","arn:aws:iam::111122223333:role/App"]},"Action":"kms:*","Resource":"*"},
        {"Effect":"Allow","Principal":"*","Action":"kms:DescribeKey","Resource":"*"}]}"#;
    let policy = Policy::parse(text, PolicyKind::KeyPolicy).unwrap();
    assert_eq!((policy.id(), policy.kind()), (Some("key-1"), PolicyKind::KeyPolicy));
    let [first, second] = policy.statements() else { panic!("two statements") };
    assert_eq!(first.sid(), Some("Enable IAM User Permissions"));
    assert!(!first.is_public() && second.is_public());
}

#[test]
fn hostile_documents_are_refused_or_read_in_bounded_time() {
    let deep = format!(r#"{{"Statement":{}1{}}}"#, "[".repeat(50_000), "]".repeat(50_000));
    let deep = Policy::parse(&deep, PolicyKind::Identity).unwrap_err();
    assert!(matches!(&deep, PolicyError::Syntax { reason, .. } if reason.contains("levels deep")), "{deep}");

    for kind in ALL_KINDS {
        let at_limit = format!("{ALLOW_ALL}{}", " ".repeat(kind.max_text() - ALLOW_ALL.len()));
        let refused_for_size =
            |text: &str| matches!(Policy::parse(text, kind), Err(PolicyError::TooLarge { .. }));
        assert!(!refused_for_size(&at_limit) && refused_for_size(&format!("{at_limit} ")));
    }

    let wide = format!(
        r#"{{"Statement":{{"Effect":"Allow","Action":"*","Resource":["{}"]}}}}"#,
        vec!["arn:aws:s3:::*a*a*a*a*b"; 4_000].join("\",\"")
    );
    let mut question = Question::of(user(HOME)).identity(&wide);
    question.resource = Box::leak(format!("arn:aws:s3:::{}", "a".repeat(2_000)).into_boxed_str());
    assert_eq!(question.outcome(), ImplicitDeny);
}

#[test]
fn a_policy_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Policy>();
}
