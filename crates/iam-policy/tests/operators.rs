//! The condition operators, qualifiers and variables, one table each.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod support;

use iam_policy::Outcome::{Allow, ImplicitDeny};
use iam_policy::{Context, Policy, PolicyKind};
use support::*;

/// Whether `{operator: {key: values}}` (values as JSON) holds in a context.
fn holds_in(operator: &str, key: &str, values: &str, context: Context) -> bool {
    let identity = format!(
        r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{"{operator}":{{"{key}":{values}}}}}}}}}"#
    );
    let mut question = Question::of(user(HOME)).identity(&identity);
    for (key, values) in context.iter() {
        match values {
            iam_policy::Values::One(value) => question.context.insert(key.to_owned(), value.clone()),
            iam_policy::Values::Many(values) => question.context.insert_many(key.to_owned(), values.clone()),
        }
    }
    question.outcome() == Allow
}

/// The same, of a single-valued key `test:key` or its absence.
fn holds(operator: &str, values: &str, seen: Option<&str>) -> bool {
    let mut context = Context::new();
    if let Some(value) = seen {
        context.insert("test:key", value.to_owned());
    }
    holds_in(operator, "test:key", values, context)
}

/// The same, of a multivalued key.
fn holds_of_many(operator: &str, values: &str, seen: &[&str]) -> bool {
    let mut context = Context::new();
    context.insert_many("test:key", seen.iter().map(|value| (*value).to_owned()));
    holds_in(operator, "test:key", values, context)
}

fn table(rows: &[(&str, &str, &str, bool)]) {
    for (operator, values, seen, expected) in rows {
        assert_eq!(holds(operator, values, Some(seen)), *expected, "{operator} {values} on {seen}");
    }
}

#[test]
fn string_operators() {
    table(&[
        ("StringEquals", r#""a""#, "a", true),
        ("StringEquals", r#""a""#, "A", false),
        ("StringEquals", r#""a*""#, "ab", false),
        ("StringEquals", r#""a*""#, "a*", true),
        ("StringEquals", r#"["a","b"]"#, "b", true),
        ("StringEquals", r#"["a","b"]"#, "c", false),
        ("StringEquals", "[]", "c", false),
        ("StringEquals", "true", "true", true),
        ("StringEquals", "7", "7", true),
        ("StringNotEquals", r#""a""#, "b", true),
        ("StringNotEquals", r#"["a","b"]"#, "b", false),
        ("StringNotEquals", r#"["a","b"]"#, "c", true),
        ("StringEqualsIgnoreCase", r#""Straße""#, "sTRAßE", true),
        ("StringEqualsIgnoreCase", r#""a""#, "ab", false),
        ("StringNotEqualsIgnoreCase", r#""A""#, "a", false),
        ("StringNotEqualsIgnoreCase", r#""A""#, "b", true),
        ("StringLike", r#""a?c*""#, "abcde", true),
        ("StringLike", r#""a?c*""#, "ac", false),
        ("StringLike", r#""A*""#, "ab", false),
        ("StringNotLike", r#"["a*","b*"]"#, "bc", false),
        ("StringNotLike", r#"["a*","b*"]"#, "cd", true),
        ("stringlike", r#""a*""#, "ab", true),
    ]);
}

#[test]
fn numeric_operators() {
    table(&[
        ("NumericEquals", "10", "10.0", true),
        ("NumericEquals", r#""010""#, "10", true),
        ("NumericEquals", "10", "ten", false),
        ("NumericNotEquals", "10", "11", true),
        ("NumericNotEquals", "10", "10", false),
        ("NumericNotEquals", "10", "ten", true),
        ("NumericLessThan", "10", "9.9", true),
        ("NumericLessThan", "10", "10", false),
        ("NumericLessThan", "0.5", "-3", true),
        ("NumericLessThanEquals", "10", "10", true),
        ("NumericLessThanEquals", "10", "10.1", false),
        ("NumericGreaterThan", "10", "11", true),
        ("NumericGreaterThan", "10", "9", false),
        ("NumericGreaterThan", "[10, 20]", "11", true),
        ("NumericGreaterThanEquals", "10", "10", true),
        ("NumericGreaterThanEquals", "10", "9.999", false),
        ("NumericLessThan", "10", "", false),
    ]);
}

#[test]
fn date_operators() {
    let noon = r#""2026-01-31T12:00:00Z""#;
    table(&[
        ("DateEquals", noon, "2026-01-31T13:00:00+01:00", true),
        ("DateEquals", noon, "1769860800", true),
        ("DateEquals", "1769860800", "2026-01-31T12:00:00Z", true),
        ("DateNotEquals", noon, "2026-01-31T12:00:01Z", true),
        ("DateNotEquals", noon, "2026-01-31T12:00:00Z", false),
        ("DateLessThan", noon, "2026-01-31T11:59:59Z", true),
        ("DateLessThan", noon, "2026-01-31T12:00:00Z", false),
        ("DateLessThanEquals", noon, "2026-01-31T12:00:00Z", true),
        ("DateGreaterThan", r#""2026-01-31""#, "2026-01-31T00:00:01Z", true),
        ("DateGreaterThan", noon, "2026-01-31T12:00:00Z", false),
        ("DateGreaterThanEquals", noon, "2026-01-31T12:00:00Z", true),
        ("DateGreaterThan", noon, "never", false),
    ]);
}

#[test]
fn bool_binary_and_null_operators() {
    table(&[
        ("Bool", "true", "true", true),
        ("Bool", r#""True""#, "TRUE", true),
        ("Bool", r#""false""#, "true", false),
        ("Bool", "true", "yes", false),
        ("BinaryEquals", r#""QmluYXJ5""#, "QmluYXJ5", true),
        ("BinaryEquals", r#""QmluYXJ5""#, "Qmlu", false),
        ("BinaryEquals", r#""QmluYXJ5""#, "!", false),
        ("Null", "true", "x", false),
        ("Null", r#""false""#, "x", true),
        ("Null", r#"["true","false"]"#, "x", true),
    ]);
    assert!(holds("Null", "true", None));
    assert!(!holds("Null", "false", None));
    assert!(holds_of_many("Null", "true", &[]), "an empty list is an absent key");
    assert!(holds_of_many("Null", "false", &["x"]));
}

#[test]
fn ip_operators() {
    table(&[
        ("IpAddress", r#""203.0.113.0/24""#, "203.0.113.7", true),
        ("IpAddress", r#""203.0.113.0/24""#, "203.0.114.7", false),
        ("IpAddress", r#"["10.0.0.0/8","2001:db8::/32"]"#, "2001:db8::1", true),
        ("IpAddress", r#""203.0.113.7""#, "203.0.113.7", true),
        ("IpAddress", r#""0.0.0.0/0""#, "not an address", false),
        ("NotIpAddress", r#""203.0.113.0/24""#, "203.0.113.7", false),
        ("NotIpAddress", r#""203.0.113.0/24""#, "198.51.100.1", true),
        ("NotIpAddress", r#""203.0.113.0/24""#, "2001:db8::1", true),
    ]);
}

#[test]
fn arn_operators_compare_part_by_part() {
    for operator in ["ArnEquals", "ArnLike"] {
        table(&[
            (operator, r#""arn:aws:iam::111122223333:role/*""#, "arn:aws:iam::111122223333:role/a/b", true),
            (operator, r#""arn:aws:iam::111122223333:role/?""#, "arn:aws:iam::111122223333:role/ab", false),
            (operator, r#""arn:*:iam::*:role/a""#, "arn:aws:iam::111122223333:role/a", true),
            (operator, r#""arn:aws:*:111122223333:role/a:x""#, "arn:aws:iam::111122223333:role/a", false),
            (operator, r#""arn:aws:s3*:::b""#, "arn:aws:s3:x:y:b", false),
            (operator, r#""arn:aws:sns:*:*:t*""#, "arn:aws:sns:eu-west-1:1:topic:sub", true),
            (operator, r#""arn:aws:iam::1:role/A""#, "arn:aws:iam::1:role/a", false),
            (operator, r#""arn:aws:iam::1:role/*""#, "role/a", false),
            (operator, r#""*""#, "arn:aws:iam::1:role/a", true),
        ]);
    }
    for operator in ["ArnNotEquals", "ArnNotLike"] {
        table(&[
            (operator, r#""arn:aws:iam::1:role/*""#, "arn:aws:iam::1:role/a", false),
            (operator, r#""arn:aws:iam::1:role/*""#, "arn:aws:iam::2:role/a", true),
        ]);
    }
}

#[test]
fn a_missing_key_is_false_for_positive_true_for_negated_and_true_for_if_exists() {
    for (operator, values) in [
        ("StringEquals", r#""a""#),
        ("StringEqualsIgnoreCase", r#""a""#),
        ("StringLike", r#""*""#),
        ("NumericEquals", "1"),
        ("NumericLessThan", "1"),
        ("NumericLessThanEquals", "1"),
        ("NumericGreaterThan", "1"),
        ("NumericGreaterThanEquals", "1"),
        ("DateEquals", "1"),
        ("DateLessThan", "1"),
        ("DateLessThanEquals", "1"),
        ("DateGreaterThan", "1"),
        ("DateGreaterThanEquals", "1"),
        ("Bool", "false"),
        ("BinaryEquals", r#""""#),
        ("IpAddress", r#""0.0.0.0/0""#),
        ("ArnEquals", r#""*""#),
        ("ArnLike", r#""*""#),
    ] {
        assert!(!holds(operator, values, None), "{operator}");
        assert!(holds(&format!("{operator}IfExists"), values, None), "{operator}IfExists");
        assert!(holds(&format!("ForAllValues:{operator}"), values, None), "ForAllValues:{operator}");
        assert!(!holds(&format!("ForAnyValue:{operator}"), values, None), "ForAnyValue:{operator}");
        assert!(
            !holds(&format!("ForAnyValue:{operator}IfExists"), values, None),
            "ForAnyValue:{operator}IfExists"
        );
    }
    for (operator, values) in [
        ("StringNotEquals", r#""a""#),
        ("StringNotEqualsIgnoreCase", r#""a""#),
        ("StringNotLike", r#""*""#),
        ("NumericNotEquals", "1"),
        ("DateNotEquals", "1"),
        ("NotIpAddress", r#""0.0.0.0/0""#),
        ("ArnNotEquals", r#""*""#),
        ("ArnNotLike", r#""*""#),
    ] {
        assert!(holds(operator, values, None), "{operator}");
        assert!(holds(&format!("{operator}IfExists"), values, None), "{operator}IfExists");
        assert!(holds(&format!("ForAllValues:{operator}"), values, None), "ForAllValues:{operator}");
        assert!(!holds(&format!("ForAnyValue:{operator}"), values, None), "ForAnyValue:{operator}");
    }
}

#[test]
fn if_exists_compares_a_key_that_exists() {
    assert!(holds("StringEqualsIfExists", r#""a""#, Some("a")));
    assert!(!holds("StringEqualsIfExists", r#""a""#, Some("b")));
}

#[test]
fn set_qualifiers() {
    let listed = r#"["a","b"]"#;
    for (operator, seen, expected) in [
        ("ForAllValues:StringEquals", &[][..], true),
        ("ForAllValues:StringEquals", &["a"], true),
        ("ForAllValues:StringEquals", &["a", "b"], true),
        ("ForAllValues:StringEquals", &["a", "c"], false),
        ("ForAnyValue:StringEquals", &[], false),
        ("ForAnyValue:StringEquals", &["a", "c"], true),
        ("ForAnyValue:StringEquals", &["c", "d"], false),
        ("ForAllValues:StringNotEquals", &[], true),
        ("ForAllValues:StringNotEquals", &["c", "d"], true),
        ("ForAllValues:StringNotEquals", &["a", "c"], false),
        ("ForAnyValue:StringNotEquals", &[], false),
        ("ForAnyValue:StringNotEquals", &["a", "c"], true),
        ("ForAnyValue:StringNotEquals", &["a", "b"], false),
        ("forallvalues:StringEquals", &["a"], true),
    ] {
        assert_eq!(holds_of_many(operator, listed, seen), expected, "{operator} on {seen:?}");
    }
}

#[test]
fn without_a_qualifier_any_value_of_a_multivalued_key_matches() {
    assert!(holds_of_many("StringEquals", r#""a""#, &["a"]));
    assert!(holds_of_many("StringEquals", r#""a""#, &["b", "a"]));
    assert!(!holds_of_many("StringNotEquals", r#""a""#, &["b", "a"]));
}

#[test]
fn decrypt_without_a_request_alias() {
    assert!(!holds_in("StringEquals", "kms:RequestAlias", r#""alias/app""#, Context::new()));
    assert!(!holds_in("StringLike", "kms:RequestAlias", r#""alias/*""#, Context::new()));
    assert!(holds_in("StringNotEquals", "kms:RequestAlias", r#""alias/app""#, Context::new()));
}

#[test]
fn several_keys_and_operators_must_all_hold() {
    let conditions = r#"{"StringEquals":{"test:a":"1","test:b":["2","3"]},"Bool":{"test:c":"true"}}"#;
    let identity = format!(
        r#"{{"Statement":{{"Effect":"Allow","Action":"*","Resource":"*","Condition":{conditions}}}}}"#
    );
    let mut question = Question::of(user(HOME)).identity(&identity);
    for (key, value) in [("test:a", "1"), ("test:b", "3"), ("test:c", "true")] {
        assert_eq!(question.outcome(), ImplicitDeny);
        question.context.insert(key, value);
    }
    assert_eq!(question.outcome(), Allow);
}

#[test]
fn variables_in_string_and_arn_values() {
    let context = || {
        let mut context = Context::new();
        context.insert("test:key", "ann/x");
        context.insert("test:owner", "arn:aws:iam::111122223333:user/ann");
        context
    };
    for (operator, key, values, expected) in [
        ("StringEquals", "test:key", r#""${aws:username}/x""#, true),
        ("StringLike", "test:key", r#""${aws:username}/*""#, true),
        ("StringEqualsIgnoreCase", "test:key", r#""${AWS:USERNAME}/X""#, true),
        ("StringEquals", "test:key", r#""${aws:PrincipalTag/none}/x""#, false),
        ("StringEquals", "test:key", r#""${aws:PrincipalTag/none, 'ann'}/x""#, true),
        ("StringNotEquals", "test:key", r#""${aws:PrincipalTag/none}""#, true),
        ("StringLike", "test:key", r#""ann${*}x""#, false),
        (
            "ArnEquals",
            "aws:PrincipalArn",
            r#""arn:aws:iam::${aws:PrincipalAccount}:user/${aws:username}""#,
            true,
        ),
        ("ArnEquals", "aws:PrincipalArn", r#""${test:owner}""#, true),
        ("ArnEquals", "aws:PrincipalArn", r#""${test:key}""#, false),
    ] {
        assert_eq!(holds_in(operator, key, values, context()), expected, "{operator} {values}");
    }
}

#[test]
fn variables_are_plain_text_in_the_version_of_2008() {
    let identity = r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"test:key":"${aws:username}"}}}}"#;
    let mut question = Question::of(user(HOME)).identity(identity);
    question.context.insert("test:key", "ann");
    assert_eq!(question.outcome(), ImplicitDeny);
    question.context.insert("test:key", "${aws:username}");
    assert_eq!(question.outcome(), Allow);
}

#[test]
fn values_of_the_wrong_type_are_refused_at_parse() {
    for (operator, values) in [
        ("StringEqual", r#""a""#),
        ("ForSomeValues:StringEquals", r#""a""#),
        ("IfExists", r#""a""#),
        ("NullIfExists", "true"),
        ("ForAllValues:Null", "true"),
        ("StringEquals", "{}"),
        ("StringEquals", "null"),
        ("StringEquals", r#"[["a"]]"#),
        ("StringEquals", r#""${aws:username""#),
        ("NumericEquals", r#""ten""#),
        ("NumericEquals", r#""1e3""#),
        ("DateEquals", r#""tomorrow""#),
        ("Bool", r#""yes""#),
        ("Bool", "1"),
        ("Null", r#""maybe""#),
        ("BinaryEquals", r#""not base64""#),
        ("IpAddress", r#""10.0.0.0/33""#),
        ("IpAddress", r#""host.example.com""#),
        ("ArnLike", r#""role/a""#),
    ] {
        let text = format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{"{operator}":{{"test:key":{values}}}}}}}}}"#
        );
        let error = Policy::parse(&text, PolicyKind::Identity).expect_err(&text);
        assert!(error.to_string().contains("Statement[0].Condition."), "{error}");
    }
}
