//! Roles as a Terraform module: one `aws_iam_role` each, with its policies.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use crate::roles::Role;

/// The module. Each account is a provider that the caller passes in, `aws.account_111122223333`.
pub(crate) fn module(roles: &[Role]) -> String {
    let accounts: BTreeSet<&str> = roles.iter().map(|role| role.account.as_str()).collect();
    let providers: Vec<String> = accounts.iter().map(|account| format!("aws.account_{account}")).collect();
    let mut out = String::new();
    // Writing to a String does not fail.
    let _ = write!(
        out,
        "terraform {{\n  required_providers {{\n    aws = {{\n      source                = \"hashicorp/aws\"\n      configuration_aliases = [{}]\n    }}\n  }}\n}}\n",
        providers.join(", ")
    );
    for role in roles {
        let id = identifier(&role.name);
        let provider = format!("aws.account_{}", role.account);
        // IAM takes a trust policy only when the roles that it names exist.
        let trust = role.trust_policy.to_string();
        let named = roles.iter().filter(|other| trust.contains(&format!("\"{}\"", other.arn)));
        let named: Vec<String> =
            named.map(|other| format!("aws_iam_role.{}", identifier(&other.name))).collect();
        let after = match named.as_slice() {
            [] => String::new(),
            some => format!("  depends_on         = [{}]\n", some.join(", ")),
        };
        let _ = write!(
            out,
            "\nresource \"aws_iam_role\" \"{id}\" {{\n  provider           = {provider}\n  name               = {}\n  assume_role_policy = jsonencode({})\n{after}}}\n",
            text(&role.name),
            expression(&role.trust_policy, 1)
        );
        for (name, policy) in &role.policies {
            let _ = write!(
                out,
                "\nresource \"aws_iam_role_policy\" \"{id}_{}\" {{\n  provider = {provider}\n  name     = {}\n  role     = aws_iam_role.{id}.name\n  policy   = jsonencode({})\n}}\n",
                identifier(name),
                text(name),
                expression(policy, 1)
            );
        }
    }
    out
}

/// A JSON value as an expression of the Terraform language.
fn expression(value: &Value, depth: usize) -> String {
    let inner = "  ".repeat(depth + 1);
    let outer = "  ".repeat(depth);
    match value {
        Value::String(string) => text(string),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(|value| expression(value, depth)).collect();
            format!("[{}]", values.join(", "))
        }
        Value::Object(members) => {
            let mut out = String::from("{\n");
            for (name, value) in members {
                let _ = writeln!(out, "{inner}{} = {}", text(name), expression(value, depth + 1));
            }
            out.push_str(&outer);
            out.push('}');
            out
        }
        other => other.to_string(),
    }
}

/// A quoted template: JSON's escapes, and policy variables are no interpolations.
fn text(string: &str) -> String {
    Value::from(string).to_string().replace("${", "$${").replace("%{", "%%{")
}

/// Letters, digits and `_`, beginning with a letter.
fn identifier(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn policy_variables_stay_what_they_are() {
        assert_eq!(text("a\"${aws:x}%{"), r#""a\"$${aws:x}%%{""#);
        assert_eq!(expression(&json!({"a": ["b", true]}), 0), "{\n  \"a\" = [\"b\", true]\n}");
    }
}
