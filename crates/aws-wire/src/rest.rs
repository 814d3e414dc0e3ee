//! restJson1: operations at paths, JSON bodies (Smithy specification, "AWS restJson1 protocol"), and errors as problem details (RFC 9457).
//!
//! Of the protocol there is what services of Lodge's own use: texts in paths; texts, numbers and booleans in queries; one JSON structure in the
//! body. A server finds the operation with [`route`], reads with [`Route::decode`], and answers with [`json::encode`] or [`encode_problem`].

use std::collections::BTreeMap;

use aws_model::{Binding, Document, ErrorCode};
use serde::de::IgnoredAny;

use crate::{WireError, json, query};

/// What method and path of a request mean.
pub struct Route {
    /// The operation and where its members are.
    pub binding: &'static Binding,
    /// The members in the path.
    labels: Vec<(&'static str, Document)>,
}

/// Why no operation is meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unrouted {
    /// The path is of no operation.
    #[error("There is nothing at this path.")]
    Path,
    /// The path is of operations with other methods.
    #[error("This path takes {}.", .0.join(", "))]
    Method(Vec<&'static str>),
}

/// Finds the operation. `path` is as on the request line, without the query. Segments with nothing in them, or with `%` and no two hexadecimal
/// digits behind it, are of no path.
pub fn route(bindings: &'static [Binding], method: &str, path: &str) -> Result<Route, Unrouted> {
    let mut methods = Vec::new();
    for binding in bindings {
        let Some(labels) = labels(binding.uri, path) else { continue };
        if binding.method == method {
            return Ok(Route { binding, labels });
        }
        methods.push(binding.method);
    }
    Err(if methods.is_empty() { Unrouted::Path } else { Unrouted::Method(methods) })
}

impl Route {
    /// The input: what stands in the path, in the query, and for the rest in the body. A body with anything else is refused: what is misspelt there
    /// would be left out and its default taken. Parameters of the query that are no members of it are ignored.
    pub fn decode(&self, query: &str, body: &[u8]) -> Result<Document, WireError> {
        let binding = self.binding;
        let schema = binding.operation.input;
        let mut document = match body {
            [] => Document::Structure(Vec::new()),
            _ => {
                let document = json::decode(body, schema)?;
                self.check_members(body)?;
                document
            }
        };
        let parameters = query::parse(query.as_bytes())?.decode(schema)?;
        if let (Document::Structure(members), Document::Structure(parameters)) = (&mut document, parameters) {
            members.extend(self.labels.iter().cloned());
            members.extend(parameters.into_iter().filter(|(name, _)| binding.query.contains(name)));
            members.sort_unstable_by_key(|(name, _)| *name);
        }
        Ok(document)
    }

    /// Whether the body has only members that belong there.
    fn check_members(&self, body: &[u8]) -> Result<(), WireError> {
        let given: BTreeMap<String, IgnoredAny> =
            serde_json::from_slice(body).map_err(|error| WireError::Serialization(error.to_string()))?;
        let binding = self.binding;
        let belongs = |name: &str| {
            binding.operation.input.member(name).is_some()
                && !self.is_label(name)
                && !binding.query.contains(&name)
        };
        match given.keys().find(|name| !belongs(name)) {
            None => Ok(()),
            Some(name) => Err(WireError::Serialization(format!(
                "The body of {} has no '{name}'.",
                binding.operation.name
            ))),
        }
    }

    fn is_label(&self, name: &str) -> bool {
        self.labels.iter().any(|(label, _)| *label == name)
    }
}

/// `application/problem+json`: `type` and `code` name the error, `detail` is for people. `message` repeats it, and the header
/// `x-amzn-errortype` repeats the code, for AWS's SDKs.
pub fn encode_problem(code: &ErrorCode, message: &str, members: &[(&'static str, String)]) -> Vec<u8> {
    let mut problem = serde_json::Map::new();
    for (name, text) in members {
        problem.insert((*name).to_owned(), text.as_str().into());
    }
    problem.insert("type".to_owned(), format!("urn:lodge:error:{}", code.code).into());
    problem.insert("code".to_owned(), code.code.into());
    problem.insert("status".to_owned(), code.status.into());
    problem.insert("detail".to_owned(), message.into());
    problem.insert("message".to_owned(), message.into());
    serde_json::Value::Object(problem).to_string().into_bytes()
}

/// What the path says when it is one of this form.
fn labels(uri: &'static str, path: &str) -> Option<Vec<(&'static str, Document)>> {
    let (mut wanted, mut given) = (uri.split('/'), path.split('/'));
    let mut labels = Vec::new();
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(labels),
            (Some(wanted), Some(given)) => {
                match wanted.strip_prefix('{').and_then(|label| label.strip_suffix('}')) {
                    Some(label) if !given.is_empty() => {
                        // A plus is a plus in a path.
                        let text = query::unescape(given.replace('+', "%2B").as_bytes()).ok()?;
                        labels.push((label, Document::String(text.to_string())));
                    }
                    None if wanted == given => {}
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use aws_model::tenants::{BINDINGS, errors};
    use aws_model::{Shape, tenants};

    use super::*;

    fn routed(method: &str, path: &str) -> Result<Route, Unrouted> {
        route(BINDINGS, method, path)
    }

    fn decoded(method: &str, target: &str, body: &str) -> Result<Document, WireError> {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        routed(method, path).ok().unwrap().decode(query, body.as_bytes())
    }

    #[test]
    fn an_operation_is_found_by_method_and_path() {
        let found = |method, path| routed(method, path).map(|route| route.binding.operation.name);
        assert_eq!(found("GET", "/tenants/v1/tenants"), Ok("ListTenants"));
        assert_eq!(found("GET", "/tenants/v1/tenants/acme"), Ok("GetTenant"));
        assert_eq!(found("POST", "/tenants/v1/tenants/acme/suspend"), Ok("SuspendTenant"));
        for path in [
            "/",
            "/tenants/v1/tenants/",
            "/tenants/v1/tenants/a/b",
            "/tenants/v1/tenants/%",
            "/tenants/v1/tenants/%ff",
        ] {
            assert_eq!(found("GET", path), Err(Unrouted::Path), "{path}");
        }
        assert_eq!(
            found("PATCH", "/tenants/v1/tenants/acme"),
            Err(Unrouted::Method(vec!["GET", "DELETE", "PUT"]))
        );
    }

    #[test]
    fn members_count_where_they_belong_alone() {
        let document = decoded(
            "DELETE",
            "/tenants/v1/tenants/a%2Fb+%C3%A4?pendingWindowInDays=7&tenantId=other&x=y",
            "{}",
        );
        let input = tenants::OffboardTenantRequest::from_document(document.unwrap()).unwrap();
        assert_eq!((input.tenant_id.as_str(), input.pending_window_in_days), ("a/b+ä", Some(7)));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        assert!(decoded("PUT", "/tenants/v1/tenants/acme", "{").is_err());
        assert!(decoded("GET", "/tenants/v1/tenants?limit=many", "").is_err());
        assert!(decoded("GET", "/tenants/v1/tenants?limit=1&limit=2", "").is_err());
        assert!(decoded("POST", "/tenants/v1/tenants/acme/suspend", r#"{"reason": 7}"#).is_err());
        for (method, body) in [
            ("PUT", r#"{"orgin": "EXTERNAL"}"#),
            ("PUT", r#"{"origin": "EXTERNAL", "x": null}"#),
            ("PUT", r#"{"tenantId": "another"}"#),
            ("DELETE", r#"{"pendingWindowInDays": 30}"#),
        ] {
            assert!(decoded(method, "/tenants/v1/tenants/acme", body).is_err(), "{body}");
        }
        assert!(decoded("PUT", "/tenants/v1/tenants/acme", r#"{"origin": "EXTERNAL"}"#).is_ok());
    }

    #[test]
    fn a_problem_says_what_and_why() {
        let problem = encode_problem(&errors::TENANT_NOT_FOUND_EXCEPTION, "There is no tenant acme.", &[]);
        let problem: serde_json::Value = serde_json::from_slice(&problem).unwrap();
        assert_eq!(problem["type"], "urn:lodge:error:TenantNotFoundException");
        assert_eq!(
            (&problem["status"], &problem["detail"]),
            (&404.into(), &"There is no tenant acme.".into())
        );
    }
}
