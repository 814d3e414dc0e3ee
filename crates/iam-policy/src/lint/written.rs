//! A policy as it is written: texts and where they stand. Only what [`Policy::parse`](crate::Policy::parse) accepts gets here.

use super::place::{Place, escaped};
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
    /// Where conditions could be and none is.
    pub empty_conditions: Vec<String>,
    /// `/Statement/0`, or `/Statement` when the policy has no list of them.
    pointer: String,
}

pub(super) struct Principal {
    pub negated: bool,
    pub names: Vec<Name>,
}

/// A value of a principal element.
pub(super) struct Name {
    /// `AWS`, `Service`, `Federated` or `CanonicalUser`.
    pub kind: String,
    pub value: String,
    /// Behind the statement's own: `Principal/AWS/1`.
    pub path: String,
}

/// `Action`, `NotAction`, `Resource` or `NotResource`.
pub(super) struct Element {
    pub name: &'static str,
    pub negated: bool,
    pub values: Vec<String>,
    /// Whether the values stand in a list.
    is_list: bool,
}

pub(super) struct Condition {
    pub operator: String,
    pub key: String,
    pub values: Vec<String>,
}

impl Document {
    pub fn read(json: &Json) -> Self {
        let version = member(json, "Version").and_then(text);
        let (statements, is_list) = match member(json, "Statement") {
            Some(Json::List(items)) => (items.iter().collect(), true),
            Some(one) => (vec![one], false),
            None => (Vec::new(), false),
        };
        let pointer = |index| if is_list { format!("/Statement/{index}") } else { "/Statement".to_owned() };
        let statements = statements.into_iter().enumerate();
        Self {
            version,
            statements: statements
                .map(|(index, json)| Statement::read(index, pointer(index), json))
                .collect(),
        }
    }

    pub fn has_variables(&self) -> bool {
        self.version.as_deref() == Some("2012-10-17")
    }
}

impl Statement {
    fn read(index: usize, pointer: String, json: &Json) -> Self {
        let either = |name, not_name| {
            let named = |name, negated| {
                member(json, name).map(|found| Element {
                    name,
                    negated,
                    values: texts(found),
                    is_list: matches!(found, Json::List(_)),
                })
            };
            named(name, false).or_else(|| named(not_name, true))
        };
        let principal = |name, negated| member(json, name).map(|found| Principal::read(found, name, negated));
        let (conditions, empty_conditions) = member(json, "Condition").map(conditions).unwrap_or_default();
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
                is_list: true,
            }),
            resources: either("Resource", "NotResource"),
            conditions,
            empty_conditions,
            pointer,
        }
    }

    /// A place in the statement; `path` begins behind the statement's own, and is empty for the statement itself.
    pub fn at(&self, path: &str) -> Place {
        let slash = if path.is_empty() { "" } else { "/" };
        Place {
            statement: Some(self.index),
            sid: self.sid.clone(),
            pointer: format!("{}{slash}{path}", self.pointer),
            line: None,
        }
    }

    pub fn at_value(&self, element: &Element, index: usize) -> Place {
        match element.is_list {
            true => self.at(&format!("{}/{index}", element.name)),
            false => self.at(element.name),
        }
    }

    pub fn at_condition(&self, Condition { operator, key, .. }: &Condition) -> Place {
        self.at(&format!("Condition/{}/{}", escaped(operator), escaped(key)))
    }
}

impl Principal {
    fn read(json: &Json, element: &str, negated: bool) -> Self {
        let Json::Object(kinds) = json else {
            let all = Name { kind: "AWS".to_owned(), value: "*".to_owned(), path: element.to_owned() };
            return Self { negated, names: vec![all] };
        };
        let names = kinds.iter().flat_map(|(kind, names)| {
            let is_list = matches!(names, Json::List(_));
            let under = format!("{element}/{}", escaped(kind));
            texts(names).into_iter().enumerate().map(move |(index, value)| Name {
                kind: kind.clone(),
                value,
                path: if is_list { format!("{under}/{index}") } else { under.clone() },
            })
        });
        Self { negated, names: names.collect() }
    }

    /// `"*"`, or `{"AWS": "*"}`.
    pub fn everyone(&self) -> Option<&Name> {
        self.names.iter().find(|name| name.kind == "AWS" && name.value == "*")
    }

    pub fn has(&self, wanted: &Name) -> bool {
        self.names.iter().any(|name| name.kind == wanted.kind && name.value == wanted.value)
    }
}

/// The conditions, and where there could be some and none is.
fn conditions(json: &Json) -> (Vec<Condition>, Vec<String>) {
    let Json::Object(operators) = json else { return Default::default() };
    let (mut found, mut empty) = (Vec::new(), Vec::new());
    if operators.is_empty() {
        empty.push("Condition".to_owned());
    }
    for (operator, keys) in operators {
        let Json::Object(keys) = keys else { continue };
        if keys.is_empty() {
            empty.push(format!("Condition/{}", escaped(operator)));
        }
        found.extend(keys.iter().map(|(key, values)| Condition {
            operator: operator.clone(),
            key: key.clone(),
            values: texts(values),
        }));
    }
    (found, empty)
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
