//! Which actions policies are about at all, whatever else there is to a request.

use crate::Context;
use crate::facts::{Facts, STEPS};
use crate::policy::{Effect, Patterns, Policy};
use crate::statement_index::Asked;

/// How many steps looking through policies may take: that of so many decisions.
const DECISIONS: u32 = 10;

/// Those of `actions` (`kms:Encrypt`) that some statement of the policies allows, on some resource and under some conditions, and that no
/// statement denies on all resources without a condition.
///
/// `None`: the policies are too costly to look through.
pub fn allowable<'a>(
    policies: &[&Policy],
    actions: impl IntoIterator<Item = &'a str>,
) -> Option<Vec<&'a str>> {
    let nothing = Context::default();
    let facts = Facts::new(&nothing, STEPS.saturating_mul(DECISIONS));
    let mut found = Vec::new();
    for action in actions {
        let name = action.to_ascii_lowercase();
        let asked = Asked::new(&name, None);
        let any = |effect, fits: fn(&Policy, usize, &Facts<'_>) -> bool| {
            policies.iter().any(|policy| {
                policy.index.candidates(&asked).filter(|candidate| candidate.effect == effect).any(
                    |candidate| {
                        let statement = policy.statements.get(candidate.statement);
                        statement.is_some_and(|statement| statement.actions.list(&name, &facts))
                            && fits(policy, candidate.statement, &facts)
                    },
                )
            })
        };
        if any(Effect::Allow, |_, _, _| true) && !any(Effect::Deny, Policy::is_absolute) {
            found.push(action);
        }
    }
    (!facts.is_exhausted()).then_some(found)
}

impl Patterns {
    fn list(&self, text: &str, facts: &Facts<'_>) -> bool {
        self.globs.iter().any(|glob| glob.matches(text, facts)) != self.negated
    }
}

impl Policy {
    /// Whether the statement at this place is about all resources, without a condition.
    fn is_absolute(&self, place: usize, facts: &Facts<'_>) -> bool {
        // Only `*` matches both nothing and something.
        let all = |patterns: &Patterns| {
            !patterns.negated
                && patterns.globs.iter().any(|glob| glob.matches("", facts) && glob.matches("*", facts))
        };
        let resources = self.statements.get(place).and_then(|statement| statement.resources.as_ref());
        self.conditions_of(place).is_empty() && resources.is_none_or(all)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::PolicyKind;

    const ACTIONS: [&str; 4] = ["kms:Encrypt", "kms:Decrypt", "iam:GetUser", "sts:AssumeRole"];

    fn allowed(policies: &[Value]) -> Vec<&'static str> {
        let parsed: Vec<Policy> = policies
            .iter()
            .map(|statements| {
                let text = json!({"Version": "2012-10-17", "Statement": statements}).to_string();
                Policy::parse(&text, PolicyKind::Identity).unwrap()
            })
            .collect();
        allowable(&parsed.iter().collect::<Vec<_>>(), ACTIONS).unwrap()
    }

    #[test]
    fn what_some_request_could_be_allowed() {
        let on_one_key = json!([{
            "Effect": "Allow", "Action": "KMS:enc*", "Resource": "arn:aws:kms:*:*:key/a",
            "Condition": {"StringEquals": {"aws:PrincipalTag/team": "a"}}
        }]);
        assert_eq!(allowed(&[on_one_key]), ["kms:Encrypt"]);
        let all_but = json!([{"Effect": "Allow", "NotAction": "kms:*", "Resource": "*"}]);
        assert_eq!(allowed(&[all_but]), ["iam:GetUser", "sts:AssumeRole"]);
        assert!(allowed(&[]).is_empty());
        assert!(allowed(&[json!([{"Effect": "Deny", "Action": "*", "Resource": "*"}])]).is_empty());
    }

    #[test]
    fn what_is_always_denied_is_not_allowed() {
        let all = json!([{"Effect": "Allow", "Action": "*", "Resource": "*"}]);
        let deny = |resource: &str, condition: Value| json!([{"Effect": "Deny", "Action": "kms:*", "Resource": resource, "Condition": condition}]);
        assert_eq!(allowed(&[all.clone(), deny("*", json!({}))]), ["iam:GetUser", "sts:AssumeRole"]);
        // On some keys, or at some times, it may be allowed all the same.
        for denying in [
            deny("arn:aws:kms:*:*:key/a", json!({})),
            deny("*", json!({"Bool": {"aws:SecureTransport": "false"}})),
        ] {
            assert_eq!(allowed(&[all.clone(), denying]), ACTIONS);
        }
    }

    #[test]
    fn costly_policies_are_not_looked_through() {
        let patterns: Vec<String> =
            (0..2000).map(|number| format!("kms:*e*n*c*r*y*p*t*x{number}*")).collect();
        let text = json!({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": patterns, "Resource": "*"}});
        let policy = Policy::parse(&text.to_string(), PolicyKind::Identity).unwrap();
        let names: Vec<String> = (0..1000).map(|number| format!("kms:Encrypt{number}x")).collect();
        assert_eq!(allowable(&[&policy], names.iter().map(String::as_str)), None);
    }
}
