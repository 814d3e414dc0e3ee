//! Whether two policies mean the same, however they are written.

use serde_json::{Map, Value};

/// Whether two policies say the same: order, case of actions, single values against lists of one, `Id` and `Sid` do not count.
pub(crate) fn same(one: &Value, other: &Value) -> bool {
    normal(one) == normal(other)
}

/// The policy's statements in a form of their own, or the value itself when it is no policy.
fn normal(policy: &Value) -> Value {
    let Value::Object(members) = policy else { return policy.clone() };
    let mut form = Map::new();
    for (name, value) in members {
        match name.as_str() {
            "Id" => {}
            "Statement" => {
                form.insert(name.clone(), sorted(list(value).iter().map(statement).collect()));
            }
            _ => {
                form.insert(name.clone(), value.clone());
            }
        }
    }
    Value::Object(form)
}

fn statement(statement: &Value) -> Value {
    let Value::Object(members) = statement else { return statement.clone() };
    let mut form = Map::new();
    for (name, value) in members {
        let value = match name.as_str() {
            "Sid" => continue,
            "Action" | "NotAction" => set_of(value, str::to_ascii_lowercase),
            "Resource" | "NotResource" => set_of(value, str::to_owned),
            "Principal" | "NotPrincipal" => principal(value),
            "Condition" => conditions(value),
            _ => value.clone(),
        };
        form.insert(name.clone(), value);
    }
    Value::Object(form)
}

/// `"*"` is `{"AWS": "*"}`, and a bare account id is its root.
fn principal(value: &Value) -> Value {
    match value {
        Value::Object(kinds) => kinds.iter().map(|(kind, who)| (kind.clone(), set_of(who, root))).collect(),
        bare => Value::Object(Map::from_iter([("AWS".to_owned(), set_of(bare, root))])),
    }
}

fn root(principal: &str) -> String {
    if principal.len() == 12 && principal.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("arn:aws:iam::{principal}:root");
    }
    principal.to_owned()
}

/// Operators and keys of conditions have no case.
fn conditions(value: &Value) -> Value {
    let Value::Object(operators) = value else { return value.clone() };
    let keys = |value: &Value| match value {
        Value::Object(keys) => keys
            .iter()
            .map(|(key, values)| (key.to_ascii_lowercase(), set_of(values, str::to_owned)))
            .collect(),
        other => other.clone(),
    };
    operators.iter().map(|(operator, value)| (operator.to_ascii_lowercase(), keys(value))).collect()
}

/// One value or a list of them as a sorted list without repetitions. Conditions may have numbers and booleans for texts.
fn set_of(value: &Value, normal: impl Fn(&str) -> String) -> Value {
    let text = |value: &Value| match value {
        Value::String(text) => Value::String(normal(text)),
        Value::Bool(_) | Value::Number(_) => Value::String(value.to_string()),
        other => other.clone(),
    };
    sorted(list(value).iter().map(text).collect())
}

fn list(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        one => std::slice::from_ref(one),
    }
}

fn sorted(mut values: Vec<Value>) -> Value {
    values.sort_by_cached_key(ToString::to_string);
    values.dedup();
    Value::Array(values)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ways_to_write_the_same() {
        let one = json!({"Version": "2012-10-17", "Id": "a", "Statement": [
            {"Sid": "1", "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "kms:*", "Resource": "*"},
            {"Effect": "Allow", "Principal": "*", "Action": ["kms:Decrypt", "kms:Encrypt"], "Resource": ["*"],
             "Condition": {"StringLike": {"kms:RequestAlias": "alias/a"}, "Bool": {"aws:SecureTransport": true}}}]});
        let other = json!({"Statement": [
            {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": ["KMS:encrypt", "kms:decrypt"], "Resource": "*",
             "Condition": {"bool": {"aws:securetransport": "true"}, "StringLike": {"kms:requestalias": ["alias/a"]}}},
            {"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111122223333:root"]}, "Action": ["kms:*"], "Resource": "*"}],
            "Version": "2012-10-17"});
        assert!(same(&one, &other));
    }

    #[test]
    fn what_counts() {
        let policy = |effect: &str, alias: &str, action: &str| {
            json!({"Version": "2012-10-17", "Statement": {"Effect": effect, "Principal": "*", "Action": action, "Resource": "*",
                "Condition": {"StringEquals": {"kms:RequestAlias": alias}}}})
        };
        let one = policy("Allow", "alias/a", "kms:Encrypt");
        assert!(same(&one, &one.clone()));
        for other in [
            policy("Deny", "alias/a", "kms:Encrypt"),
            policy("Allow", "alias/A", "kms:Encrypt"),
            policy("Allow", "alias/a", "kms:Decrypt"),
            json!({}),
            json!("text"),
        ] {
            assert!(!same(&one, &other), "{other}");
        }
    }
}
