//! What other statements, and other patterns of the same element, say already or take back.

use std::collections::BTreeSet;

use super::actions::matched;
use super::catalog::Catalog;
use super::pattern::{covers, covers_within};
use super::written::{Document, Element, Statement};
use super::{Code, Findings};
use crate::Effect;
use crate::facts::Facts;

/// Of elements with more patterns, only those that are equal are looked for.
const COMPARED: usize = 256;

pub(super) fn check(document: &Document, catalog: &Catalog, found: &mut Findings<'_>) {
    let facts = found.facts;
    for statement in &document.statements {
        check_element(statement, &statement.actions, Code::RedundantAction, str::to_ascii_lowercase, found);
        if let Some(resources) = &statement.resources {
            check_element(statement, resources, Code::RedundantResource, str::to_owned, found);
        }
    }
    let said: Vec<Said<'_>> =
        document.statements.iter().map(|statement| Said::of(statement, catalog, facts)).collect();
    for inner in &said {
        let all_of =
            |outer: &&Said<'_>| outer.statement.index != inner.statement.index && outer.covers(inner, facts);
        let shadow = said.iter().filter(|outer| outer.statement.conditions.is_empty()).find(|outer| {
            (outer.statement.effect, inner.statement.effect) == (Effect::Deny, Effect::Allow) && all_of(outer)
        });
        if let Some(deny) = shadow {
            found.add(
                Code::ShadowedByDeny,
                inner.statement.at(""),
                format!("{} denies all that this statement allows.", deny.name()),
                "Narrow the Deny statement, or leave this one away.",
            );
            continue;
        }
        let same =
            said.iter().filter(|outer| outer.statement.effect == inner.statement.effect).find(|outer| {
                all_of(outer)
                && outer.is_at_least_as_open_as(inner)
                // Of two that say the same, the later one.
                && (outer.statement.index < inner.statement.index
                    || !(inner.covers(outer, facts) && inner.is_at_least_as_open_as(outer)))
            });
        if let Some(outer) = same {
            found.add(
                Code::RedundantStatement,
                inner.statement.at(""),
                format!("{} says all that this statement says.", outer.name()),
                "Leave this one away, or make the other one narrower.",
            );
        }
    }
}

/// Patterns that others of the element cover.
fn check_element(
    statement: &Statement,
    element: &Element,
    code: Code,
    normal: impl Fn(&str) -> String,
    found: &mut Findings<'_>,
) {
    let facts = found.facts;
    let values: Vec<String> = element.values.iter().map(|value| normal(value)).collect();
    let wide: Vec<(usize, &String)> =
        values.iter().enumerate().take(COMPARED).filter(|(_, value)| value.contains(['*', '?'])).collect();
    let mut seen = BTreeSet::new();
    for (index, value) in values.iter().enumerate() {
        let beginning =
            |outer: &str| outer.split(['*', '?']).next().is_some_and(|front| value.starts_with(front));
        let outer = wide.iter().filter(|_| index < COMPARED).find(|(_, outer)| {
            *outer != value && beginning(outer) && covers_within(Some(facts), outer, value)
        });
        let written = element.values.get(index).map_or("", String::as_str);
        let problem = if !seen.insert(value) {
            format!("\"{written}\" stands here twice.")
        } else if let Some(other) = outer.and_then(|(at, _)| element.values.get(*at)) {
            format!("\"{other}\" covers \"{written}\".")
        } else {
            continue;
        };
        found.add(code, statement.at_value(element, index), problem, "Leave it away.");
    }
}

/// A statement, and the actions that it is about.
struct Said<'s> {
    statement: &'s Statement,
    actions: BTreeSet<&'s str>,
}

impl<'s> Said<'s> {
    fn of(statement: &'s Statement, catalog: &'s Catalog, facts: &Facts<'_>) -> Self {
        let actions = matched(&statement.actions, catalog, facts)
            .into_iter()
            .map(|action| action.name.as_str())
            .collect();
        Self { statement, actions }
    }

    fn name(&self) -> String {
        let sid = self.statement.sid.as_ref().map(|sid| format!(" \"{sid}\"")).unwrap_or_default();
        format!("Statement {}{sid}", self.statement.index)
    }

    /// Whether it is about all that `inner` is about, but for conditions.
    fn covers(&self, inner: &Self, facts: &Facts<'_>) -> bool {
        !inner.actions.is_empty()
            && covers_principals(self.statement, inner.statement)
            && covers_resources(self.statement, inner.statement, facts)
            && facts.take(inner.actions.len())
            && inner.actions.is_subset(&self.actions)
    }

    /// Whether each of its conditions is one of `inner`.
    fn is_at_least_as_open_as(&self, inner: &Self) -> bool {
        self.statement.empty_conditions.is_empty()
            && self.statement.conditions.iter().all(|condition| {
                inner.statement.conditions.iter().any(|other| {
                    condition.operator == other.operator
                        && condition.key.eq_ignore_ascii_case(&other.key)
                        && condition.values == other.values
                })
            })
    }
}

fn covers_principals(outer: &Statement, inner: &Statement) -> bool {
    match (&outer.principal, &inner.principal) {
        (None, _) => true,
        (Some(outer), Some(inner)) => {
            !outer.negated
                // An allow of everyone reaches further than an allow by name, and not the other way round.
                && (outer.everyone().is_some()
                    // An account stands for whoever is allowed there, which a statement by name of somebody else is not about.
                    || !inner.negated && inner.names.iter().all(|name| outer.has(name)))
        }
        (Some(outer), None) => outer.everyone().is_some() && !outer.negated,
    }
}

fn covers_resources(outer: &Statement, inner: &Statement, facts: &Facts<'_>) -> bool {
    let any = |element: &Option<Element>| match element {
        None => true,
        Some(element) => !element.negated && element.values.iter().any(|value| covers(value, "*")),
    };
    if any(&outer.resources) {
        return true;
    }
    match (&outer.resources, &inner.resources) {
        (Some(outer), Some(inner)) if !outer.negated && !inner.negated => inner.values.iter().all(|inside| {
            // What a variable stands for is not known here, but it is the same in both.
            outer.values.iter().any(|outside| {
                outside == inside
                    || !inside.contains("${")
                        && !outside.contains("${")
                        && covers_within(Some(facts), outside, inside)
            })
        }),
        (Some(outer), Some(inner)) => outer.negated && inner.negated && outer.values == inner.values,
        _ => false,
    }
}
