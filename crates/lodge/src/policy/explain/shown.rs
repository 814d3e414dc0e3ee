//! An explanation for people, and as JSON.

use std::io::{self, Write};

use anyhow::Result;
use audit_event::Event;
use iam_policy::{Decision, Effect, Finding, Outcome, PolicyType, Reason, StatementTrace, Unmet};
use serde_json::{Value, json};

use super::answer::{Attached, Counted, Explained, Today, When};
use crate::shown::Lines;

pub fn write(event: &Event, explained: &[Explained], as_json: bool) -> Result<()> {
    let mut out = std::io::stdout().lock();
    if as_json {
        let answer = json!({ "event": header_json(event), "decisions": explained });
        writeln!(out, "{}", serde_json::to_string_pretty(&answer)?)?;
        return Ok(());
    }
    let mut out = Lines(out);
    header(&mut out, event)?;
    for one in explained {
        writeln!(out)?;
        one.write(&mut out)?;
    }
    Ok(())
}

fn service(event: &Event) -> &str {
    event.event_source.split('.').next().unwrap_or_default()
}

fn header_json(event: &Event) -> Value {
    json!({
        "eventId": event.event_id.to_string(),
        "time": event.event_time.to_iso8601(),
        "operation": format!("{}:{}", service(event), event.event_name),
        "region": event.aws_region.to_string(),
        "sourceAddress": event.source_ip_address,
        "userAgent": event.user_agent,
        "who": event.user_identity.arn,
        "principalId": event.user_identity.principal_id,
        "errorCode": event.error_code,
        "errorMessage": event.error_message,
    })
}

fn header(out: &mut dyn Write, event: &Event) -> io::Result<()> {
    let identity = &event.user_identity;
    let who = identity.arn.as_deref().or(identity.identity_provider.as_deref()).unwrap_or("unknown");
    let id = identity.principal_id.as_ref().map_or_else(String::new, |id| format!(" ({id})"));
    writeln!(out, "{}:{} by {who}{id}", service(event), event.event_name)?;
    writeln!(
        out,
        "at {} in {} from {}, event {}",
        event.event_time.to_iso8601(),
        event.aws_region,
        event.source_ip_address,
        event.event_id
    )?;
    match &event.error_code {
        None => writeln!(out, "The call succeeded."),
        Some(code) => {
            writeln!(out, "It ended with {code}: {}", event.error_message.as_deref().unwrap_or_default())
        }
    }
}

impl Explained {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{} on {}: {}", self.action, self.resource, self.decision.outcome)?;
        self.reasons(out, "  ", &self.decision, When::Then)?;
        let mut rows: Vec<Row> = self.then.iter().map(Counted::row).collect();
        rows.extend(others(&self.decision.reasons));
        if !rows.is_empty() {
            writeln!(out)?;
            table(out, &rows)?;
        }
        met(out, &self.then, "What made statements apply:")?;
        if self.decision.outcome == Outcome::ImplicitDeny {
            unmet(out, &self.then, &self.decision.reasons, "What kept statements from allowing:")?;
        }
        match &self.today {
            Today::Unknown { unknown } => writeln!(out, "  With today's policies: not known: {unknown}.")?,
            Today::Decided { decision, policies } => self.today(out, decision, policies)?,
        }
        if !self.changed.is_empty() {
            writeln!(out, "  Changed since:")?;
            for change in &self.changed {
                let counted = match change.counted {
                    When::Then => "counted then",
                    When::Today => "counts today",
                };
                let (kind, name) = (change.policy.kind(), change.policy.name());
                writeln!(out, "    {kind} that {counted}: {name}")?;
            }
        }
        for note in &self.notes {
            writeln!(out, "  Note: {note}")?;
        }
        Ok(())
    }

    fn today(&self, out: &mut dyn Write, decision: &Decision, policies: &[Counted]) -> io::Result<()> {
        let told = |reasons: &[Reason]| reasons.iter().map(Reason::to_string).collect::<Vec<_>>();
        if decision.outcome == self.decision.outcome
            && told(&decision.reasons) == told(&self.decision.reasons)
        {
            return writeln!(out, "  With today's policies: the same.");
        }
        writeln!(out, "  With today's policies: {}", decision.outcome)?;
        self.reasons(out, "    ", decision, When::Today)?;
        met(out, policies, "What makes statements apply today:")?;
        if decision.outcome == Outcome::ImplicitDeny {
            unmet(out, policies, &decision.reasons, "What keeps statements from allowing today:")?;
        }
        Ok(())
    }

    fn reasons(&self, out: &mut dyn Write, indent: &str, decision: &Decision, when: When) -> io::Result<()> {
        for reason in &decision.reasons {
            let name = self.levels.name(when, reason.policy_type, reason.level);
            let name = name.map_or_else(String::new, |name| format!(" ({name})"));
            writeln!(out, "{indent}{reason}{name}")?;
        }
        Ok(())
    }
}

impl Attached {
    /// `service control policy, level 0 (r-abcd)`.
    fn kind(&self) -> String {
        let level = self.level.map_or_else(String::new, |level| format!(", level {level}"));
        let target = self.target.as_ref().map_or_else(String::new, |target| format!(" ({target})"));
        format!("{}{level}{target}", self.policy_type)
    }

    fn name(&self) -> String {
        let names = match self.names.as_slice() {
            [] => format!("one of fingerprint {}, whose text is not known any more", self.fingerprint),
            [name] => name.clone(),
            names => format!("one of these, which have the same text: {}", names.join(", ")),
        };
        let set_by = self.set_by.as_ref().map_or_else(String::new, |set_by| format!(", set by {set_by}"));
        format!("{names}{set_by}")
    }
}

impl Counted {
    /// The statement that makes the policy deny, or else the one that makes it allow.
    fn decisive(&self) -> Option<&StatementTrace> {
        let applies = |effect: Effect| {
            self.statements.iter().find(|statement| statement.applies && statement.effect == effect)
        };
        applies(Effect::Deny).or_else(|| applies(Effect::Allow))
    }

    fn row(&self) -> Row {
        let decisive = self.decisive();
        let verdict = match decisive.map(|statement| statement.effect) {
            Some(Effect::Deny) => "denies",
            Some(Effect::Allow) => "allows",
            None if self.policy.names.is_empty() => "not known",
            None => "says nothing",
        };
        let statement = decisive.map_or_else(|| "-".to_owned(), named);
        [self.policy.kind(), verdict.to_owned(), statement, self.policy.name()]
    }

    fn statement(&self, statement: &StatementTrace) -> String {
        let names = self.policy.names.join(" or ");
        format!("    statement {} of {names} ({})", named(statement), self.policy.policy_type)
    }
}

/// The conditions of the decisive statements, with what the request had for them.
fn met(out: &mut dyn Write, policies: &[Counted], title: &str) -> io::Result<()> {
    let mut title = Some(title);
    for counted in policies {
        let Some(statement) = counted.decisive().filter(|statement| !statement.met.is_empty()) else {
            continue;
        };
        if let Some(title) = title.take() {
            writeln!(out, "  {title}")?;
        }
        writeln!(out, "{}", counted.statement(statement))?;
        for condition in &statement.met {
            writeln!(out, "      {condition}")?;
        }
    }
    Ok(())
}

/// The Allow statements about the action, in the types of policy whose allow is missing, and what they lack.
fn unmet(out: &mut dyn Write, policies: &[Counted], reasons: &[Reason], title: &str) -> io::Result<()> {
    let is_missing = |counted: &&Counted| {
        let policy = &counted.policy;
        reasons.iter().any(|reason| {
            reason.policy_type == policy.policy_type
                && (reason.level.is_none() || policy.level == reason.level)
        })
    };
    let is_about_action = |statement: &&StatementTrace| {
        statement.effect == Effect::Allow
            && !statement.applies
            && !statement.unmet.iter().any(|unmet| matches!(unmet, Unmet::Action { .. }))
    };
    let mut title = Some(title);
    for counted in policies.iter().filter(is_missing) {
        for statement in counted.statements.iter().filter(is_about_action) {
            if let Some(title) = title.take() {
                writeln!(out, "  {title}")?;
            }
            writeln!(out, "{}", counted.statement(statement))?;
            for unmet in &statement.unmet {
                writeln!(out, "      {unmet}")?;
            }
        }
    }
    Ok(())
}

/// A line of the table: type of policy, verdict, statement, policy.
type Row = [String; 4];

/// What granted without being a policy.
fn others(reasons: &[Reason]) -> Vec<Row> {
    let others = reasons.iter().filter(|reason| reason.finding == Finding::Allows);
    let others =
        others.filter(|reason| matches!(reason.policy_type, PolicyType::Grant | PolicyType::AccountRoot));
    others
        .map(|reason| {
            let name = reason.policy.as_deref().unwrap_or("holds all of its permissions");
            [reason.policy_type.to_string(), "allows".to_owned(), "-".to_owned(), name.to_owned()]
        })
        .collect()
}

fn named(statement: &StatementTrace) -> String {
    match &statement.sid {
        Some(sid) => format!("{} \"{sid}\"", statement.index),
        None => statement.index.to_string(),
    }
}

fn table(out: &mut dyn Write, rows: &[Row]) -> io::Result<()> {
    let head = ["type of policy", "verdict", "statement", "policy"].map(str::to_owned);
    let all: Vec<&Row> = std::iter::once(&head).chain(rows).collect();
    let width = |column: usize| {
        all.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let (kinds, verdicts, statements) = (width(0), width(1), width(2));
    for [kind, verdict, statement, policy] in all {
        writeln!(out, "  {kind:kinds$}  {verdict:verdicts$}  {statement:statements$}  {policy}")?;
    }
    Ok(())
}
