//! A policy as it is written: texts and where they stand. Only what [`Policy::parse`](crate::Policy::parse) accepts gets here.

use super::Place;
use crate::Effect;
use crate::json::Json;

pub(super) struct Document {
    pub version: Option<String>,
    pub statements: Vec<Statement>,
}

pub(super) struct Statement {
    pub index: usize,
    pub sid: Option<String>,
    pub effect: Effect,
    /// `None`: identity policies say it by where they are attached.
    pub principal: Option<Principal>,
    pub actions: Element,
    pub resources: Option<Element>,
    pub conditions: Vec<Condition>,
}

pub(super) struct Principal {
    pub negated: bool,
    /// `"*"`, or `{"AWS": "*"}`.
    pub everyone: bool,
    /// All values, with their kind: `AWS:arn:...`. Sorted.
    pub names: Vec<String>,
}

/// `Action`, `NotAction`, `Resource` or `NotResource`.
pub(super) struct Element {
    pub name: &'static str,
    pub negated: bool,
    pub values: Vec<String>,
}

pub(super) struct Condition {
    pub operator: String,
    pub key: String,
    pub values: Vec<String>,
}

impl Document {
    pub fn read(json: &Json) -> Self {
        let version = member(json, "Version").and_then(text);
        let statements = match member(json, "Statement") {
            Some(Json::List(items)) => items.iter().collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        let statements = statements.into_iter().enumerate();
        Self { version, statements: statements.map(|(index, json)| Statement::read(index, json)).collect() }
    }

    pub fn has_variables(&self) -> bool {
        self.version.as_deref() == Some("2012-10-17")
    }
}

impl Statement {
    fn read(index: usize, json: &Json) -> Self {
        let either = |name, not_name| {
            let named = |name, negated| {
                member(json, name).map(|found| Element { name, negated, values: texts(found) })
            };
            named(name, false).or_else(|| named(not_name, true))
        };
        let principal = |name, negated| member(json, name).map(|found| Principal::read(found, negated));
        Self {
            index,
            sid: member(json, "Sid").and_then(text).filter(|sid| !sid.is_empty()),
            effect: match member(json, "Effect") {
                Some(Json::Text(effect)) if effect == "Deny" => Effect::Deny,
                _ => Effect::Allow,
            },
            principal: principal("Principal", false).or_else(|| principal("NotPrincipal", true)),
            actions: either("Action", "NotAction").unwrap_or(Element {
                name: "Action",
                negated: false,
                values: Vec::new(),
            }),
            resources: either("Resource", "NotResource"),
            conditions: member(json, "Condition").map(conditions).unwrap_or_default(),
        }
    }

    /// A place in the statement; `path` begins behind the statement's own.
    pub fn at(&self, path: &str) -> Place {
        let dot = if path.is_empty() { "" } else { "." };
        Place {
            statement: Some(self.index),
            sid: self.sid.clone(),
            path: format!("Statement[{}]{dot}{path}", self.index),
        }
    }

    pub fn at_value(&self, element: &Element, index: usize) -> Place {
        let path = match element.values.len() {
            1 => element.name.to_owned(),
            _ => format!("{}[{index}]", element.name),
        };
        self.at(&path)
    }
}

impl Principal {
    fn read(json: &Json, negated: bool) -> Self {
        let mut names = match json {
            Json::Object(kinds) => kinds
                .iter()
                .flat_map(|(kind, names)| texts(names).into_iter().map(move |name| format!("{kind}:{name}")))
                .collect(),
            _ => vec!["AWS:*".to_owned()],
        };
        names.sort();
        Self { negated, everyone: names.iter().any(|name| name == "AWS:*"), names }
    }
}

fn conditions(json: &Json) -> Vec<Condition> {
    let Json::Object(operators) = json else { return Vec::new() };
    let mut found = Vec::new();
    for (operator, keys) in operators {
        let Json::Object(keys) = keys else { continue };
        found.extend(keys.iter().map(|(key, values)| Condition {
            operator: operator.clone(),
            key: key.clone(),
            values: texts(values),
        }));
    }
    found
}

fn member<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    let Json::Object(entries) = json else { return None };
    entries.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

fn text(json: &Json) -> Option<String> {
    match json {
        Json::Text(text) | Json::Number(text) => Some(text.clone()),
        Json::Bool(value) => Some(value.to_string()),
        Json::Null | Json::List(_) | Json::Object(_) => None,
    }
}

fn texts(json: &Json) -> Vec<String> {
    match json {
        Json::List(items) => items.iter().filter_map(text).collect(),
        one => text(one).into_iter().collect(),
    }
}
