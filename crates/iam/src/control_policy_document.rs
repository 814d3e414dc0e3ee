//! What the documents of service control policies and resource control policies must be.
//!
//! Sources: AWS Organizations User Guide, "SCP syntax" and "RCP syntax".

use aws_model::organizations::errors;
use iam_policy::{Policy, PolicyKind};
use serde_json::Value;

use crate::Error;
use crate::records::ControlType;

/// Refuses a document that is no policy of the type, or too long.
pub(crate) fn check(control: ControlType, content: &str) -> Result<(), Error> {
    let (length, limit) = (content.chars().count(), control.max_content());
    if length > limit {
        return Err(Error::constraint_violation(
            "POLICY_CONTENT_LIMIT_EXCEEDED",
            format!("The policy has {length} characters, white space included: the limit is {limit}."),
        ));
    }
    Policy::parse(content, PolicyKind::Organization).map_err(|error| malformed(&error.to_string()))?;
    let document: Value = serde_json::from_str(content).map_err(|error| malformed(&error.to_string()))?;
    if document.get("Version").and_then(Value::as_str) != Some("2012-10-17") {
        return Err(malformed("The element Version must be \"2012-10-17\"."));
    }
    let statements = document.get("Statement").map(items).unwrap_or_default();
    statements.iter().try_for_each(|statement| match control {
        ControlType::Service => check_service_statement(statement),
        ControlType::Resource => check_resource_statement(statement),
    })
}

fn check_service_statement(statement: &Value) -> Result<(), Error> {
    if statement.get("Principal").is_some() || statement.get("NotPrincipal").is_some() {
        return Err(malformed("A service control policy has no Principal and no NotPrincipal."));
    }
    Ok(())
}

/// AWS's own policy is the only one that allows: all others take away.
fn check_resource_statement(statement: &Value) -> Result<(), Error> {
    if statement.get("Effect").and_then(Value::as_str) != Some("Deny") {
        return Err(malformed("The Effect of a resource control policy must be Deny."));
    }
    if statement.get("Principal").is_none() {
        return Err(malformed("A resource control policy must have the Principal \"*\"."));
    }
    let actions = statement.get("Action").map(items).unwrap_or_default();
    let names_service = |action: &&Value| {
        let service = action.as_str().and_then(|action| action.split_once(':')).map(|(service, _)| service);
        service.is_some_and(|service| !service.is_empty() && !service.contains(['*', '?']))
    };
    if actions.is_empty() || !actions.iter().all(names_service) {
        return Err(malformed(
            "Each Action of a resource control policy must begin with a service, as kms:* does, and there is no NotAction.",
        ));
    }
    Ok(())
}

/// The items of a JSON list; anything else is its own only item.
fn items(one_or_many: &Value) -> Vec<&Value> {
    match one_or_many {
        Value::Array(items) => items.iter().collect(),
        other => vec![other],
    }
}

fn malformed(why: &str) -> Error {
    Error::organizations(
        &errors::MALFORMED_POLICY_DOCUMENT_EXCEPTION,
        format!(
            "The provided policy document does not meet the requirements of the specified policy type. {why}"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(control: ControlType, statement: &str) -> bool {
        let document = format!(r#"{{"Version":"2012-10-17","Statement":[{statement}]}}"#);
        check(control, &document).is_err()
    }

    #[test]
    fn service_control_policies_name_no_principal() {
        let is_refused = |statement| refused(ControlType::Service, statement);
        assert!(!is_refused(r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#));
        assert!(!is_refused(r#"{"Effect":"Deny","NotAction":"kms:*","Resource":"*"}"#));
        assert!(!is_refused(r#"{"Effect":"Deny","Action":["kms:*"],"NotResource":"arn:aws:kms:*:*:key/*"}"#));
        assert!(is_refused(r#"{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}"#));
        assert!(is_refused(r#"{"Effect":"Deny","Action":"*"}"#));
    }

    #[test]
    fn resource_control_policies_deny_everybody_actions_of_a_service() {
        let is_refused = |statement| refused(ControlType::Resource, statement);
        assert!(!is_refused(r#"{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*"}"#));
        assert!(!is_refused(
            r#"{"Effect":"Deny","Principal":{"AWS":"*"},"Action":["sts:Assume*"],"Resource":"*"}"#
        ));
        assert!(is_refused(r#"{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}"#));
        assert!(is_refused(r#"{"Effect":"Deny","Action":"kms:*","Resource":"*"}"#));
        assert!(is_refused(r#"{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}"#));
        assert!(is_refused(r#"{"Effect":"Deny","Principal":"*","NotAction":"kms:*","Resource":"*"}"#));
        assert!(is_refused(
            r#"{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}"#
        ));
    }

    #[test]
    fn version_and_length() {
        assert!(check(ControlType::Service, r#"{"Statement":[]}"#).is_err());
        let fits = ControlType::Service.full_access().content;
        let long = |control: ControlType, more: usize| {
            let content = control.full_access().content;
            format!("{content}{}", " ".repeat(control.max_content() - content.len() + more))
        };
        check(ControlType::Service, fits).unwrap();
        check(ControlType::Service, &long(ControlType::Service, 0)).unwrap();
        let error = check(ControlType::Service, &long(ControlType::Service, 1)).unwrap_err();
        assert!(matches!(error, Error::Organizations { reason: Some("POLICY_CONTENT_LIMIT_EXCEEDED"), .. }));
    }
}
