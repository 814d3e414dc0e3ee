//! From text to [`Policy`]: which elements a policy has, and what may stand in them.
//!
//! Source: IAM User Guide, "Grammar of the IAM JSON policy language" and "IAM JSON policy elements reference"; KMS Developer
//! Guide, "Creating a key policy".

use std::fmt;

use crate::PolicyError;
use crate::condition::{Condition, Operator, bad_variable};
use crate::element::{NamedPrincipal, PrincipalElement};
use crate::fingerprint::Fingerprint;
use crate::glob::{BadVariable, Glob, Syntax};
use crate::json::{self, Json};
use crate::policy::{Effect, Patterns, Policy, PolicyKind, Statement};
use crate::statement_index::StatementIndex;

pub(crate) fn policy(text: &str, kind: PolicyKind) -> Result<Policy> {
    if text.len() > kind.max_text() {
        return Err(PolicyError::TooLarge { limit: kind.max_text(), actual: text.len() });
    }
    let parsed = document(json::parse(text)?, kind)?;
    Ok(Policy { packed_len: packed_len(text), fingerprint: Fingerprint::of(text), ..parsed })
}

type Result<T> = std::result::Result<T, PolicyError>;

/// Where an element stands.
#[derive(Clone, Copy)]
enum Path<'a> {
    Document,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl Path<'_> {
    fn error<T>(&self, reason: impl Into<String>) -> Result<T> {
        Err(PolicyError::Element { path: self.to_string(), reason: reason.into() })
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document => out.write_str("the top of the document"),
            Self::Key(Self::Document, key) => out.write_str(key),
            Self::Key(parent, key) => write!(out, "{parent}.{key}"),
            Self::Index(parent, index) => write!(out, "{parent}[{index}]"),
        }
    }
}

/// The policy of a document, but for what is known from its text.
fn document(json: Json, kind: PolicyKind) -> Result<Policy> {
    let top = Path::Document;
    let Json::Object(entries) = json else {
        return top.error("Syntax errors in policy. A policy is a JSON object.");
    };
    let mut id = None;
    let mut version = None;
    let mut statements = None;
    for (key, value) in entries {
        let at = Path::Key(&top, &key);
        match key.as_str() {
            "Version" => version = Some(text(&at, value)?),
            "Id" => id = Some(text(&at, value)?.into()),
            "Statement" => statements = Some(value),
            _ => {
                return at.error(
                    "Syntax errors in policy. Unknown element: a policy has Version, Id and Statement.",
                );
            }
        }
    }
    let variables = match version.as_deref() {
        None | Some("2008-10-17") => false,
        Some("2012-10-17") => true,
        Some(_) => {
            return Path::Key(&top, "Version")
                .error("The policy must contain a valid version string: \"2012-10-17\" or \"2008-10-17\".");
        }
    };
    let at = Path::Key(&top, "Statement");
    let items = match statements {
        Some(Json::List(items)) => items,
        Some(one @ Json::Object(_)) => vec![one],
        Some(_) => return at.error("Syntax errors in policy. Statement is an object or a list of objects."),
        None => return at.error("Syntax errors in policy. Missing required field Statement."),
    };
    if items.is_empty() {
        return at.error("Syntax errors in policy. A policy needs at least one statement.");
    }
    let (statements, conditions): (Vec<_>, Vec<_>) = items
        .into_iter()
        .enumerate()
        .map(|(index, item)| statement(&Path::Index(&at, index), item, kind, variables))
        .collect::<Result<Vec<_>>>()?
        .into_iter()
        .unzip();
    if kind.has_iam_sids() {
        let mut seen = std::collections::HashSet::new();
        for (index, statement) in statements.iter().enumerate() {
            if statement.sid().is_some_and(|sid| !sid.is_empty() && !seen.insert(sid)) {
                return Path::Index(&at, index)
                    .error("Statement IDs (SID) in a single policy must be unique.");
            }
        }
    }
    let index = StatementIndex::of(statements.iter().zip(conditions.iter().map(Vec::len)));
    let conditions: Box<[Condition]> = conditions.into_iter().flatten().collect();
    let context_keys = context_keys(&statements, &conditions);
    Ok(Policy {
        kind,
        id,
        statements: statements.into(),
        conditions,
        index,
        packed_len: 0,
        fingerprint: Fingerprint::default(),
        context_keys,
    })
}

fn context_keys(statements: &[Statement], conditions: &[Condition]) -> Box<[Box<str>]> {
    let patterns = statements.iter().flat_map(|statement| &statement.resources);
    let in_resources = patterns.flat_map(|patterns| &patterns.globs).flat_map(Glob::variables);
    let in_conditions = conditions.iter().flat_map(Condition::context_keys);
    let mut found: Vec<Box<str>> = in_resources.chain(in_conditions).map(Into::into).collect();
    found.sort_by_key(|key| key.to_ascii_lowercase());
    found.dedup_by(|left, right| left.eq_ignore_ascii_case(right));
    found.into()
}

impl PolicyKind {
    fn has_iam_sids(self) -> bool {
        matches!(self, Self::Identity | Self::Boundary | Self::Session | Self::Trust)
    }

    fn requires_principal(self) -> bool {
        matches!(self, Self::Resource | Self::KeyPolicy | Self::Trust)
    }
}

/// A statement and its conditions.
fn statement(
    at: &Path<'_>,
    json: Json,
    kind: PolicyKind,
    variables: bool,
) -> Result<(Statement, Vec<Condition>)> {
    let Json::Object(entries) = json else {
        return at.error("Syntax errors in policy. A statement is a JSON object.");
    };
    let (mut sid, mut effect, mut principal, mut actions, mut resources) = (None, None, None, None, None);
    let mut conditions = Vec::new();
    for (key, value) in entries {
        let here = Path::Key(at, &key);
        match key.as_str() {
            "Sid" => sid = Some(parse_sid(&here, value, kind)?),
            "Effect" => {
                effect = Some(match text(&here, value)?.as_str() {
                    "Allow" => Effect::Allow,
                    "Deny" => Effect::Deny,
                    other => {
                        return here
                            .error(format!("Invalid effect: {other}. Effect is \"Allow\" or \"Deny\"."));
                    }
                });
            }
            "Principal" | "NotPrincipal" => {
                if principal.is_some() {
                    return at
                        .error("Syntax errors in policy. Principal and NotPrincipal exclude each other.");
                }
                let names = principals(&here, value)?;
                let negated = key == "NotPrincipal";
                principal =
                    Some(if negated { PrincipalElement::IsNot(names) } else { PrincipalElement::Is(names) });
            }
            "Action" | "NotAction" => {
                if actions.is_some() {
                    return at.error("Syntax errors in policy. Action and NotAction exclude each other.");
                }
                let negated = key == "NotAction";
                actions = Some(Patterns { negated, globs: parse_actions(&here, value, kind)? });
            }
            "Resource" | "NotResource" => {
                if kind == PolicyKind::Trust {
                    return here.error(format!("Has prohibited field {key}."));
                }
                if resources.is_some() {
                    return at.error("Syntax errors in policy. Resource and NotResource exclude each other.");
                }
                let negated = key == "NotResource";
                resources = Some(Patterns { negated, globs: parse_resources(&here, value, variables)? });
            }
            "Condition" => conditions = parse_conditions(&here, value, variables)?,
            _ => {
                return here.error(
                    "Syntax errors in policy. Unknown element: a statement has Sid, Effect, Principal, NotPrincipal, \
                     Action, NotAction, Resource, NotResource and Condition.",
                );
            }
        }
    }
    let Some(effect) = effect else { return at.error("Missing required field Effect.") };
    let Some(actions) = actions else { return at.error("Policy statement must contain actions.") };
    if resources.is_none() && !matches!(kind, PolicyKind::Trust | PolicyKind::Resource) {
        return at.error("Policy statement must contain resources.");
    }
    if kind == PolicyKind::Trust && actions.negated {
        return at.error("Has prohibited field NotAction.");
    }
    let principal = check_principal(at, principal, effect, kind)?;
    Ok((Statement { sid, effect, principal, actions, resources }, conditions))
}

fn parse_sid(at: &Path<'_>, json: Json, kind: PolicyKind) -> Result<Box<str>> {
    let sid = text(at, json)?;
    if kind.has_iam_sids() && !sid.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return at.error(
            "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*.",
        );
    }
    Ok(sid.into())
}

fn check_principal(
    at: &Path<'_>,
    principal: Option<PrincipalElement>,
    effect: Effect,
    kind: PolicyKind,
) -> Result<PrincipalElement> {
    match principal {
        None if kind.requires_principal() => at.error("Missing required field Principal."),
        None => Ok(PrincipalElement::Implied),
        Some(PrincipalElement::Is(names)) if kind == PolicyKind::Organization => {
            if *names == [NamedPrincipal::Everyone] {
                Ok(PrincipalElement::Implied)
            } else {
                at.error("A policy of an organization names no principal but \"*\".")
            }
        }
        Some(_) if !kind.requires_principal() => at.error("Policy document should not specify a principal."),
        Some(PrincipalElement::IsNot(_)) if kind == PolicyKind::Trust => {
            at.error("Has prohibited field NotPrincipal.")
        }
        Some(PrincipalElement::IsNot(_)) if effect == Effect::Allow => at.error(
            "NotPrincipal with Allow would grant to everyone else in the world: use it with Deny, or name the principals.",
        ),
        Some(element) => Ok(element),
    }
}

fn principals(at: &Path<'_>, json: Json) -> Result<Box<[NamedPrincipal]>> {
    let entries = match json {
        Json::Text(all) if all == "*" => return Ok([NamedPrincipal::Everyone].into()),
        Json::Object(entries) if !entries.is_empty() => entries,
        _ => {
            return at.error(
                "Invalid principal in policy. Write \"*\" or an object such as {\"AWS\": \"arn:aws:iam::111122223333:root\"}.",
            );
        }
    };
    let mut names = Vec::new();
    for (kind, value) in entries {
        let here = Path::Key(at, &kind);
        for text in texts(&here, value)? {
            let plain = !text.is_empty() && !text.contains(['*', '?']);
            let name = match kind.as_str() {
                "AWS" => NamedPrincipal::parse_aws(&text),
                "Service" => plain.then(|| NamedPrincipal::Service(text.as_str().into())),
                "Federated" => plain.then(|| NamedPrincipal::Federated(text.as_str().into())),
                "CanonicalUser" => plain.then_some(NamedPrincipal::Nobody),
                _ => {
                    return here.error(
                        "Invalid principal in policy. A principal is one of AWS, Service, Federated and CanonicalUser.",
                    );
                }
            };
            match name {
                Some(name) => names.push(name),
                None => {
                    return here.error(format!(
                        "Invalid principal in policy: \"{kind}\":\"{text}\". Name an account id, or the whole ARN of an account \
                         root, user, role or session; a wildcard can only stand alone."
                    ));
                }
            }
        }
    }
    Ok(names.into())
}

fn parse_actions(at: &Path<'_>, json: Json, kind: PolicyKind) -> Result<Box<[Glob]>> {
    let mut globs = Vec::new();
    for action in texts(at, json)? {
        if action != "*" {
            let Some((vendor, name)) = action.split_once(':') else {
                return at.error(format!(
                    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. \"{action}\" is not."
                ));
            };
            let is_vendor = vendor == "*" && name == "*"
                || !vendor.is_empty()
                    && vendor.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            if !is_vendor {
                return at.error(format!("Vendor {vendor} is not valid."));
            }
            let is_name = |byte: u8| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'*' | b'?' | b'-' | b'_' | b'/' | b':')
            };
            if name.is_empty() || !name.bytes().all(is_name) {
                return at.error(format!("The action name in \"{action}\" is not valid."));
            }
        }
        if kind == PolicyKind::Trust && !action.to_ascii_lowercase().starts_with("sts:") {
            return at.error("AssumeRole policy may only specify STS AssumeRole actions.");
        }
        globs.push(compile(at, &action.to_ascii_lowercase(), false)?);
    }
    Ok(globs.into())
}

fn parse_resources(at: &Path<'_>, json: Json, variables: bool) -> Result<Box<[Glob]>> {
    let mut globs = Vec::new();
    for resource in texts(at, json)? {
        let whole = complete_arn(&resource);
        if resource != "*" {
            let Some(mut parts) = whole.strip_prefix("arn:").map(|rest| rest.splitn(5, ':')) else {
                return at.error(format!("Resource {resource} must be in ARN format or \"*\"."));
            };
            if variables && parts.by_ref().take(4).any(|part| part.contains("${")) {
                return at.error(format!(
                    "Resource {resource} has a policy variable before the fifth colon, where none can be."
                ));
            }
        }
        globs.push(compile(at, &whole, variables)?);
    }
    Ok(globs.into())
}

/// An ARN with fewer than six parts stands for all that begin so (IAM User Guide, "IAM JSON policy elements: Resource").
fn complete_arn(resource: &str) -> String {
    let missing = 5usize.saturating_sub(resource.matches(':').count());
    if resource == "*" { resource.to_owned() } else { format!("{resource}{}", ":*".repeat(missing)) }
}

fn compile(at: &Path<'_>, pattern: &str, variables: bool) -> Result<Glob> {
    Glob::compile(pattern, Syntax { wildcards: true, variables })
        .or_else(|BadVariable| at.error(bad_variable(pattern)))
}

fn parse_conditions(at: &Path<'_>, json: Json, variables: bool) -> Result<Vec<Condition>> {
    let Json::Object(operators) = json else {
        return at.error("Syntax errors in policy. Condition is an object: {operator: {key: value}}.");
    };
    let mut conditions = Vec::new();
    for (name, keys) in operators {
        let here = Path::Key(at, &name);
        let operator = Operator::parse(&name).or_else(|reason| here.error(reason))?;
        let Json::Object(keys) = keys else {
            return here.error("Syntax errors in policy. Under an operator stands an object: {key: value}.");
        };
        for (key, value) in keys {
            let here = Path::Key(&here, &key);
            if !key.split_once(':').is_some_and(|(vendor, name)| !vendor.is_empty() && !name.is_empty()) {
                return here.error(
                    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. Write the key as aws:SourceIp.",
                );
            }
            let expected = condition_values(&here, value)?;
            let condition = Condition::compile(operator, &key, expected, variables)
                .or_else(|reason| here.error(reason))?;
            conditions.push(condition);
        }
    }
    Ok(conditions)
}

fn condition_values(at: &Path<'_>, json: Json) -> Result<Vec<String>> {
    let items = match json {
        Json::List(items) => items,
        one => vec![one],
    };
    let values = items.into_iter().map(|item| match item {
        Json::Text(text) | Json::Number(text) => Ok(text),
        Json::Bool(value) => Ok(value.to_string()),
        Json::Null | Json::List(_) | Json::Object(_) => at.error(
            "Syntax errors in policy. A condition value is a text, number or boolean, or a list of them.",
        ),
    });
    values.collect()
}

fn text(at: &Path<'_>, json: Json) -> Result<String> {
    match json {
        Json::Text(text) => Ok(text),
        _ => at.error("Syntax errors in policy. A text is needed here."),
    }
}

/// A text, or a list with at least one.
fn texts(at: &Path<'_>, json: Json) -> Result<Vec<String>> {
    match json {
        Json::Text(text) => Ok(vec![text]),
        Json::List(items) if !items.is_empty() => items.into_iter().map(|item| text(at, item)).collect(),
        _ => at.error("Syntax errors in policy. A text, or a list of at least one text, is needed here."),
    }
}

/// The characters of the text without white space outside its JSON texts.
fn packed_len(text: &str) -> usize {
    let mut in_text = false;
    let mut escaped = false;
    let mut count = 0;
    for found in text.chars() {
        if in_text || !found.is_ascii_whitespace() {
            count += 1;
        }
        in_text = match found {
            '"' if !escaped => !in_text,
            _ => in_text,
        };
        escaped = found == '\\' && !escaped && in_text;
    }
    count
}
